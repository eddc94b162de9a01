"""Poststratification cells: how many people of each kind live in each area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.design import Design
from padai.errors import PadaiError, nearest
from padai.numerics.designs import FloatArray
from padai.smallarea.refusals import refusal
from padai.survey import TargetMargin, Targets
from padai.waves.coding import label_of
from padai.waves.wave import Wave
from padai.weighting import rake
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

SIZE, WAVE = "N", "wave"
_ABOUT = ("source", "date")
#: A crossing of margins with more cells than this is refused.
MOST_CELLS = 200_000
_SHOWN = 5


@dataclass(frozen=True, eq=False)
class PopulationCells:
    """People by cell.

    Attributes
    ----------
    frame : pandas.DataFrame
        Columns `variables` as texts, the areas first.
    size : ndarray, shape (n,)
        People of each row, above 0.
    wave : tuple of str or None
        The wave of each row; None: every wave has the same.
    made : {"given", "raked"}
    source, date : str
    untargeted : frozenset of (variable, code)
        Codes that the targets name and give no people: who has one is in no cell.
    """

    frame: pd.DataFrame
    size: FloatArray
    wave: tuple[str, ...] | None
    made: str
    source: str
    date: str
    untargeted: frozenset[tuple[str, str]] = frozenset()

    @property
    def variables(self) -> tuple[str, ...]:
        """Areas, then the other variables."""
        return tuple(str(name) for name in self.frame.columns)

    def of_wave(self, wave: str) -> np.ndarray:
        """Return which rows are a wave's, shape (n,)."""
        if self.wave is None:
            return np.ones(len(self.size), dtype=bool)
        own_wave = np.array([own == wave for own in self.wave], dtype=bool)
        if not own_wave.any():
            held = ", ".join(dict.fromkeys(self.wave))
            raise refusal(
                "unit_model",
                Said("smallarea-unit-model-population-has-no-cells-of", wave=wave, held=held),
            )
        return own_wave


def population_cells(given: Any, areas: str, variables: Sequence[str]) -> PopulationCells:
    """Read cells from a table, or rake them together from margins.

    Parameters
    ----------
    given
        A table with one row a cell: the areas, other variables, and ``N``; also, where wanted,
        ``wave``, ``source`` and ``date``. Or targets: those of a survey, or a mapping of margins.
    areas : str
    variables
        Those wanted besides the areas; none: all that there are.

    Raises
    ------
    EstimationError
        A column is missing; a number is missing or negative; a cell stands twice; an area is
        empty; margins do not name the areas, or cross into too many cells.
    """
    import pandas as pd

    if isinstance(given, Targets):
        return _of_margins(given.margins, areas, variables)
    if isinstance(given, Mapping):
        return _of_margins(_margins_of_mapping(given), areas, variables)
    if not isinstance(given, pd.DataFrame):
        raise refusal(
            "unit_model",
            Said("smallarea-unit-model-population-is-a-table-with"),
        )
    names = [str(c) for c in given.columns if str(c) not in (SIZE, WAVE, *_ABOUT, areas)]
    wanted = [areas, *(variables or names)]
    _check_columns(given, wanted)
    if not len(given):
        raise refusal(
            "unit_model",
            Said("smallarea-unit-model-population-has-no-rows-give"),
        )
    frame = given[wanted].map(label_of)
    wave = tuple(given[WAVE].map(label_of)) if WAVE in given.columns else None
    size = _sizes(given, frame)
    key = frame.assign(**{WAVE: wave}) if wave else frame
    if len(wanted) == len(names) + 1 and key.duplicated().any():
        twice = "*".join(frame[key.duplicated()].iloc[0])
        raise refusal(
            "unit_model",
            Said("smallarea-unit-model-population-has-two-rows-for", twice=twice),
        )
    about = {name: _texts_of(given, name) for name in _ABOUT}
    return _kept(
        frame, size, wave, "given", source=about["source"], date=about["date"], areas=areas
    )


def _margins_of_mapping(given: Mapping[str, Any]) -> tuple[TargetMargin, ...]:
    try:
        return Targets.from_mapping(given).margins
    except PadaiError as error:
        raise refusal("unit_model", Said("smallarea-unit-model", texts=error.words)) from None
    except (TypeError, ValueError, AttributeError):
        raise refusal(
            "unit_model",
            Said("smallarea-unit-model-margins-are-mappings-such-as"),
        ) from None


def _check_columns(given: pd.DataFrame, wanted: Sequence[str]) -> None:
    columns = [str(c) for c in given.columns]
    lacking = [name for name in [*wanted, SIZE] if name not in columns]
    if lacking:
        hint = nearest(lacking[0], columns)
        raise refusal(
            "unit_model",
            Said(
                "smallarea-unit-model-population-lacks-the-column",
                lacking=", ".join(lacking),
                columns=", ".join(columns),
                hint=hint,
            ),
        )


def _sizes(given: pd.DataFrame, frame: pd.DataFrame) -> FloatArray:
    import pandas as pd

    size = pd.to_numeric(given[SIZE], errors="coerce").to_numpy(dtype=np.float64)
    bad = np.flatnonzero(~(np.isfinite(size) & (size >= 0)))
    if len(bad):
        named = ", ".join("*".join(frame.iloc[int(i)]) for i in bad[:_SHOWN])
        raise refusal(
            "unit_model",
            Said("smallarea-unit-model-population-cell-n-must-be-a", named=named),
        )
    return np.asarray(size)


def _texts_of(given: pd.DataFrame, name: str) -> str:
    if name not in given.columns:
        return ""
    return "; ".join(dict.fromkeys(label_of(value) for value in given[name].dropna()))


def _kept(
    frame: pd.DataFrame,
    size: FloatArray,
    wave: tuple[str, ...] | None,
    made: str,
    *,
    source: str,
    date: str,
    areas: str,
) -> PopulationCells:
    living = size > 0
    empty = [a for a in dict.fromkeys(frame[areas]) if not living[(frame[areas] == a)].any()]
    if empty:
        raise refusal(
            "unit_model",
            Said(
                "smallarea-unit-model-population-has-nobody-in-area-f00e",
                empty=", ".join(empty[:_SHOWN]),
            ),
        )
    own = None if wave is None else tuple(np.array(wave, dtype=object)[living])
    return PopulationCells(
        frame[living].reset_index(drop=True), size[living], own, made, source, date
    )


def _of_margins(
    margins: Sequence[TargetMargin], areas: str, variables: Sequence[str]
) -> PopulationCells:
    """Cross the codes of every margin, and rake the cells to the margins."""
    import pandas as pd

    parts = {m.id: [part.strip() for part in m.id.split("*")] for m in margins}
    known = list(dict.fromkeys(part for own in parts.values() for part in own))
    wanted = [areas, *(variables or (name for name in known if name != areas))]
    lacking = [name for name in wanted if name not in known]
    if lacking:
        raise refusal(
            "unit_model",
            Said(
                "smallarea-unit-model-no-margin-of-population-holds",
                lacking=", ".join(lacking),
                parts=", ".join(parts),
            ),
        )
    used = _within(margins, parts, wanted)
    codes = _codes(used, parts, wanted)
    count = int(np.prod([len(own) for own in codes.values()], dtype=np.float64))
    if count > MOST_CELLS:
        raise refusal(
            "unit_model",
            Said(
                "smallarea-unit-model-these-margins-cross-into", count=count, most_cells=MOST_CELLS
            ),
        )
    frame = pd.MultiIndex.from_product(list(codes.values()), names=wanted).to_frame(index=False)
    source = "; ".join(dict.fromkeys(m.source for m in used if m.source))
    date = "; ".join(dict.fromkeys(m.date for m in used if m.date))
    whole = next((m for m in used if set(parts[m.id]) == set(wanted)), None)
    if whole is not None:
        place = ["*".join(row) for row in frame[parts[whole.id]].itertuples(index=False)]
        size = np.array([whole.cells.get(cell, 0.0) for cell in place])
        cells = _kept(frame, size, None, "given", source=whole.source, date=whole.date, areas=areas)
    else:
        cells = _kept(
            frame, _raked(frame, used), None, "raked", source=source, date=date, areas=areas
        )
    return replace(cells, untargeted=_untargeted(used, parts, codes))


def _untargeted(
    used: Sequence[TargetMargin],
    parts: Mapping[str, Sequence[str]],
    codes: Mapping[str, Sequence[str]],
) -> frozenset[tuple[str, str]]:
    """Return the codes that margins leave without a target, and that no other margin has."""
    return frozenset(
        (name, code)
        for margin in used
        for code in margin.untargeted
        for name in parts[margin.id]
        if code not in codes[name]
    )


def _within(
    margins: Sequence[TargetMargin], parts: Mapping[str, Sequence[str]], wanted: Sequence[str]
) -> list[TargetMargin]:
    """Return the margins of wanted variables alone, which must hold every one of them."""
    used = [m for m in margins if set(parts[m.id]) <= set(wanted)]
    covered = {part for m in used for part in parts[m.id]}
    if covered != set(wanted):
        left = ", ".join(sorted(set(wanted) - covered))
        raise refusal(
            "unit_model",
            Said("smallarea-unit-model-stands-in-margins-with-other", left=left),
        )
    return used


def _codes(
    margins: Sequence[TargetMargin], parts: Mapping[str, Sequence[str]], wanted: Sequence[str]
) -> dict[str, list[str]]:
    """Return the codes of each variable, in the order in which the margins give them."""
    codes: dict[str, dict[str, None]] = {name: {} for name in wanted}
    for margin in margins:
        for cell in margin.cells:
            for name, code in zip(parts[margin.id], cell.split("*"), strict=False):
                codes[name].setdefault(code)
    return {name: list(own) for name, own in codes.items()}


def _raked(frame: pd.DataFrame, margins: Sequence[TargetMargin]) -> FloatArray:
    """Rake equal cells to margins: within them, variables are taken as independent."""
    try:
        plain = tuple(m.model_copy(update={"untargeted": ()}) for m in margins)
        return np.asarray(rake(Wave(frame, Design()), Targets(margins=plain), min_cell=1).weights)
    except PadaiError as error:
        raise refusal(
            "unit_model",
            Said(
                "smallarea-unit-model-the-margins-of-population",
                texts=error.words,
            ),
        ) from None
