"""Population control totals: read from ``targets/<wave>.csv``, with their source and date."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import Field

from padai.errors import DefinitionError, Said
from padai.survey.target_checks import SAME_TOTAL, cell_fault, sum_of, sums_fault
from padai.survey.texts import Frozen
from padai.survey.weighting_policy import Collapse, Weighting

TargetStatus = Literal["given", "interpolated", "approximation"]
_WEAKEST_FIRST: tuple[TargetStatus, ...] = ("approximation", "interpolated", "given")
_COLUMNS = ("part", "margin", "cell", "target", "status", "source", "date")


class TargetMargin(Frozen):
    """The totals of one margin (``region``) or crossed margin (``sex*age_group``).

    `cells` maps a code, or codes joined by ``*``, to a share (they sum to 1, or to 100) or to a
    count of people, of which the margins agree on the total. `sources` and `dates` say the same
    as `source` and `date` in other languages, by the tag of the language.
    """

    id: str
    cells: dict[str, float] = Field(min_length=1)
    status: TargetStatus = "given"
    source: str = ""
    date: str = ""
    sources: dict[str, str] = Field(default_factory=dict)
    dates: dict[str, str] = Field(default_factory=dict)
    untargeted: tuple[str, ...] = ()

    @property
    def total(self) -> float:
        """The sum of the cells."""
        return math.fsum(self.cells.values())


class Targets(Frozen):
    """Every margin that a part is weighted to.

    Examples
    --------
    >>> Targets.from_mapping({"sex": {"F": 0.51, "M": 0.49}}).margins[0].cells["F"]
    0.51
    """

    margins: tuple[TargetMargin, ...] = Field(min_length=1)
    collapse: tuple[Collapse, ...] = ()

    def __init__(self, *by_place: Any, **fields: Any) -> None:
        if by_place:
            raise DefinitionError(Said("survey-targets-come-from-a-mapping"))
        super().__init__(**fields)

    @classmethod
    def from_mapping(
        cls,
        mapping: Mapping[str, Mapping[str, float]],
        untargeted: Mapping[str, tuple[str, ...]] | None = None,
    ) -> Self:
        """Build targets from ``{"sex": {"F": 0.51, "M": 0.49}, "age*sex": {...}}``.

        Raises
        ------
        DefinitionError
            A target is not a positive number, or a cell is given twice; a margin sums neither to 1
            nor to 100 nor to a population; counts are of two populations.
        """
        for name, given in mapping.items():
            _refuse(cell_fault(str(name), given))
        _refuse(sums_fault([sum_of(str(name), given) for name, given in mapping.items()]))
        loose = untargeted or {}
        margins = tuple(
            TargetMargin(
                id=margin,
                cells={str(k).strip(): float(v) for k, v in cells.items()},
                untargeted=tuple(str(c) for c in loose.get(margin, ())),
            )
            for margin, cells in mapping.items()
        )
        return cls(margins=margins)

    def margin(self, margin_id: str) -> TargetMargin:
        """Return the margin of that id."""
        for margin in self.margins:
            if margin.id == margin_id:
                return margin
        known = ", ".join(m.id for m in self.margins)
        raise DefinitionError(
            Said("survey-there-are-no-targets-for-margin-there", margin_id=margin_id, known=known),
        )


def read_targets(path: Path, part: str, weighting: Weighting, where: str) -> Targets:
    """Read the margins of one part from a targets file.

    Parameters
    ----------
    path
        A CSV in UTF-8 with the columns part, margin, cell, target, status, source, date; where
        there are any, ``source_en`` and ``date_en`` say the last two in another language.
    part, weighting
        The part, and its weighting rule: which margins are used, what is untargeted or collapsed.
    where
        How messages name the place, such as ``"example, 2025, main"``.

    Raises
    ------
    DefinitionError
        If the file is missing or malformed, a margin has no row, a margin sums neither to 1 nor to
        100 nor to a population, margins disagree on the total by more than 0.1 percent, or
        ``untargeted`` or ``collapse`` names a margin or a cell that is not there.
    """
    rows = _rows(path, where)
    margins = []
    for margin_id in weighting.margins:
        mine = [r for r in rows if r["part"] == part and r["margin"] == margin_id]
        if not mine:
            raise DefinitionError(
                Said(
                    "survey-has-no-target-for-margin-of-part-add-its",
                    path_name=path.name,
                    margin_id=margin_id,
                    part=part,
                ),
                where=where,
            )
        margins.append(_margin(margin_id, mine, weighting, f"{where}, {path.name}"))
    _same_total(margins, f"{where}, {path.name}")
    _check_rules(weighting, {m.id: list(m.cells) for m in margins}, where)
    return Targets(margins=tuple(margins), collapse=weighting.collapse)


def _check_rules(weighting: Weighting, cells: Mapping[str, list[str]], where: str) -> None:
    """Refuse rules of a margin or cell that is not there, which would do nothing in silence."""
    named = [
        *(("untargeted", margin) for margin in weighting.untargeted),
        *(("collapse", rule.margin) for rule in weighting.collapse),
    ]
    for rule, margin in named:
        if margin not in cells:
            raise DefinitionError(
                Said(
                    "survey-a-weighting-rule-names-no-margin",
                    rule=f"{rule}:",
                    margin=margin,
                    known=", ".join(cells),
                ),
                where=where,
            )
    for each in weighting.collapse:
        if strange := [cell for cell in each.cells if cell not in cells[each.margin]]:
            raise DefinitionError(
                Said(
                    "survey-collapse-names-no-cell",
                    margin=each.margin,
                    cell=strange[0],
                    known=", ".join(cells[each.margin]),
                ),
                where=where,
            )
    for margin, codes in weighting.untargeted.items():
        if both := [code for code in codes if code in cells[margin]]:
            raise DefinitionError(
                Said("survey-untargeted-has-a-target", margin=margin, cell=both[0]), where=where
            )


def _rows(path: Path, where: str) -> list[dict[str, str]]:
    if not path.is_file():
        raise DefinitionError(
            Said(
                "survey-the-targets-file-is-missing-from",
                path_name=path.name,
                parent_name=path.parent.name,
            ),
            where=where,
        )
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle)
            lacking = [c for c in _COLUMNS if c not in (reader.fieldnames or ())]
            rows = [{k: (v or "").strip() for k, v in row.items() if k} for row in reader]
    except (UnicodeDecodeError, csv.Error):
        raise DefinitionError(
            Said("survey-is-not-a-csv-in-utf-8-save-it-again-as", path_name=path.name),
            where=where,
        ) from None
    if lacking:
        names = ", ".join(lacking)
        raise DefinitionError(
            Said("survey-lacks-the-columns-add-them", path_name=path.name, names=names),
            where=where,
        )
    return rows


def _cells(margin_id: str, rows: list[dict[str, str]], where: str) -> dict[str, float]:
    """Return the target of each cell of a margin."""
    cells: dict[str, float] = {}
    for row in rows:
        cell = row["cell"]
        try:
            target = float(row["target"])
        except ValueError:
            target = math.nan
        if not (math.isfinite(target) and target > 0):
            raise DefinitionError(
                Said(
                    "survey-margin-cell-the-target-must-be-a-6451", margin_id=margin_id, cell=cell
                ),
                where=where,
            )
        if cell in cells:
            raise DefinitionError(
                Said(
                    "survey-margin-gives-cell-twice-keep-one-f318", margin_id=margin_id, cell=cell
                ),
                where=where,
            )
        cells[cell] = target
    return cells


def _weakest_status(margin_id: str, rows: list[dict[str, str]], where: str) -> TargetStatus:
    """Return what a margin is worth: as much as its weakest row."""
    statuses = {r["status"] or "given" for r in rows}
    unknown = statuses.difference(_WEAKEST_FIRST)
    if unknown:
        listed = ", ".join(sorted(unknown))
        raise DefinitionError(
            Said("survey-margin-has-the-status-write-given", margin_id=margin_id, found=listed),
            where=where,
        )
    return next(status for status in _WEAKEST_FIRST if status in statuses)


def _margin(
    margin_id: str, rows: list[dict[str, str]], weighting: Weighting, where: str
) -> TargetMargin:
    return TargetMargin(
        id=margin_id,
        cells=_cells(margin_id, rows, where),
        status=_weakest_status(margin_id, rows, where),
        source=_texts_of(rows, "source"),
        date=_texts_of(rows, "date"),
        sources=_translated(rows, "source"),
        dates=_translated(rows, "date"),
        untargeted=weighting.untargeted.get(margin_id, ()),
    )


def _texts_of(rows: list[dict[str, str]], column: str) -> str:
    return "; ".join(dict.fromkeys(r[column] for r in rows if r[column]))


def _translated(rows: list[dict[str, str]], column: str) -> dict[str, str]:
    """Return what a column says in other languages: of those that say it of every row."""
    texts = {}
    for name in rows[0]:
        lang = name.removeprefix(f"{column}_")
        if (
            lang != name
            and all(r[name] for r in rows if r[column])
            and (text := _texts_of(rows, name))
        ):
            texts[lang] = text
    return texts


def _refuse(fault: Said | None, where: str = "") -> None:
    if fault is not None:
        raise DefinitionError(fault, where=where)


def _same_total(margins: list[TargetMargin], where: str) -> None:
    """Refuse margins whose totals differ, or that are neither shares nor counts."""
    first = margins[0]
    for other in margins[1:]:
        if abs(other.total - first.total) > SAME_TOTAL * first.total:
            raise DefinitionError(
                Said(
                    "survey-the-targets-do-not-add-up-margin-sums-to-b664",
                    first_id=first.id,
                    total=f"{first.total:.6g}",
                    other_id=other.id,
                    total_2=f"{other.total:.6g}",
                ),
                where=where,
            )
    _refuse(sums_fault([sum_of(margin.id, margin.cells) for margin in margins]), where)
