"""What the rows of files tell of the sample: design columns, dates, routing, people who return."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.interchange.draft import DraftDesign, DraftQuestion
from padai.interchange.words import normal
from padai.waves.intake import DataFile

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

FEWEST_NOT_ASKED = 20
MOST_ROUTES = 8
_NAMES = {
    "weight": r"w|wt|wgt|weights?|weight_.*|.*_weight|poids.*|pond.*|pweight|wt[a-z_0-9]*|.*_wt",
    "stratum": r"v?strat.*|.*_strat(e|a|um)?|sdmvstra",
    "psu": r"v?psu|upe?s?|.*_psu|sdmvpsu|cluster.*|grappe.*",
    "id": r"id|_?uuid|resp(onse)?_?(id|no).*|respond[ae]nt(_?id)?|repondant.*|case_?(id|no)|"
    r"serial.*|record_?id|id_?(resp|rep|case|quest).*|.*_id|n(o|um)_?(rep|resp|quest).*|sbjnum",
}
_LABELS = {
    "weight": r"\b(weights?|poids|ponderation|weighting)\b",
    "stratum": r"\b(stratum|strata|strates?)\b",
    "psu": r"\b(primary sampling unit|psu|unites? primaires?|grappes?|clusters?)\b",
    "id": r"\b(identifier|identifiant|respondent id|numero du repondant)\b",
}
_BODY = re.compile(r"\b(kg|kilos?|kilogrammes?|livres|pounds|lbs|body|corporel)\b")


def guess_design(file: DataFile) -> DraftDesign:
    """Guess the design columns of a file from names, labels and values."""
    found = {kind: _best(file, kind) for kind in _NAMES}
    return DraftDesign(**found, lonely=_lonely(file.frame, found["stratum"], found["psu"]))


def _best(file: DataFile, kind: str) -> str | None:
    name_is, label_has = re.compile(_NAMES[kind]), re.compile(_LABELS[kind])
    scored = []
    for place, name in enumerate(file.frame.columns):
        label = normal(file.labels.get(name, ""))
        score = 2 * bool(name_is.fullmatch(str(name).casefold())) + bool(label_has.search(label))
        if score and _fits(kind, file.frame[name], label, name in file.value_labels):
            scored.append((-score, place, str(name)))
    return min(scored)[2] if scored else None


def _fits(kind: str, column: pd.Series[Any], label: str, labelled: bool) -> bool:
    if labelled or column.isna().any() or column.dtype.kind in "Mmb":
        return False
    if kind == "id":
        whole = column.dtype.kind != "f" or bool((column % 1 == 0).all())
        return whole and bool(column.is_unique)
    if kind == "weight":
        numeric = column.dtype.kind in "iuf" and not _BODY.search(label)
        return numeric and bool((column > 0).all()) and len(column.unique()) > 1
    return 1 < column.nunique() < len(column)


def _lonely(frame: pd.DataFrame, stratum: str | None, psu: str | None) -> int:
    """Count the strata that have a single psu (or a single respondent, where there is no psu)."""
    if stratum is None:
        return 0
    if psu is None:
        return int((frame[stratum].value_counts() == 1).sum())
    units = frame[[stratum, psu]].drop_duplicates()
    return int((units[stratum].value_counts() == 1).sum())


def guess_dates(
    frame: pd.DataFrame, wave_id: str, place: int
) -> tuple[dt.date, dt.date, str, str | None]:
    """Guess fieldwork: from a column of dates, else the year in the wave's id, else invent it.

    Returns
    -------
    First day, last day, how they were found, and the column that they come from.
    """
    for name in frame.columns:
        if frame[name].dtype.kind == "M" and frame[name].notna().any():
            days = frame[name].dropna()
            first, last = days.min().date(), days.max().date()
            if first.year >= 1990 and last.year <= 2100 and (last - first).days <= 1_000:
                return first, last, f"colonne / column {name}", str(name)
    year = year_of(wave_id)
    if year is not None:
        told = "année du nom du fichier / year in the file’s name"
        return dt.date(year, 1, 1), dt.date(year, 12, 31), told, None
    told = "INVENTÉES : rien ne les dit / INVENTED: nothing tells them"
    return dt.date(2001 + place, 1, 1), dt.date(2001 + place, 12, 31), told, None


def year_of(text: str) -> int | None:
    """Return the last year from 1990 to 2099 that stands in a text."""
    found = re.findall(r"(?<![0-9])(199[0-9]|20[0-9]{2})(?![0-9])", text)
    return int(found[-1]) if found else None


def guess_base(
    question: DraftQuestion,
    earlier: Sequence[DraftQuestion],
    frames: Mapping[str, pd.DataFrame],
) -> dict[str, Any] | None:
    """Find the earlier question whose codes part exactly those asked from those not asked.

    Nothing is found unless at least 20 rows were not asked and the rule has no exception in any
    wave.
    """
    if question.type in ("multiple", "open"):
        return None
    asked = {w: _asked(question, frames[w][c]) for w, c in question.columns.items()}
    if sum(int((~rows).sum()) for rows in asked.values()) < FEWEST_NOT_ASKED:
        return None
    for router in earlier:
        known = router.type == "single" and len(router.codes) <= MOST_ROUTES
        if not known or not set(asked) <= set(router.columns):
            continue
        inside: set[Any] = set()
        outside: set[Any] = set()
        for wave_id, rows in asked.items():
            answers = frames[wave_id][router.columns[wave_id]]
            inside |= set(answers[rows].unique())
            outside |= set(answers[~rows].unique())
        codes = [c.code for c in router.codes if c.value in inside]
        if not inside & outside and len(codes) == len(inside):
            return {"question": router.id, "codes": codes}
    return None


def _asked(question: DraftQuestion, column: pd.Series[Any]) -> NDArray[np.bool_]:
    unasked = [m.value for m in question.missing if m.kind == "not_asked"]
    return (column.notna() & ~column.isin(unasked)).to_numpy()


def guess_overlap(
    frames: Sequence[pd.DataFrame], designs: Sequence[DraftDesign]
) -> tuple[str | None, str]:
    """Say what the samples share: people who return keep their ids, and perhaps their psu."""
    if len(frames) < 2:
        return "none", "une seule vague / one wave"
    ids = [d.id for d in designs]
    if None in ids:
        return None, "à écrire : aucun identifiant / to be written: no identifier"
    keys = [frame[name] for frame, name in zip(frames, ids, strict=True)]
    if all(_row_numbers(key) for key in keys):
        return None, "à écrire : les identifiants sont des numéros de ligne / to be written"
    seen: dict[Any, Any] = {}
    back = moved = 0
    for frame, design, key in zip(frames, designs, keys, strict=True):
        units = list(zip(*[frame[c] for c in (design.stratum, design.psu) if c], strict=True))
        for person, unit in zip(key, units or [()] * len(key), strict=True):
            if person in seen:
                back += 1
                moved += unit != seen[person]
            seen[person] = unit
    if not back:
        return "none", "aucun identifiant ne revient / no identifier returns"
    told = f"{back} identifiant(s) reviennent / identifiers return"
    kept = moved == 0 and all(d.psu for d in designs)
    return ("psu", told + ", UPE inchangées / psus unchanged") if kept else ("respondent", told)


def _row_numbers(key: pd.Series[Any]) -> bool:
    if key.dtype.kind not in "iuf":
        return False
    return bool(np.array_equal(np.sort(key.to_numpy()), np.arange(1, len(key) + 1)))
