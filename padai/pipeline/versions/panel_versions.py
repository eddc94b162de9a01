"""What a corrected version of a panel's release may say again of a sensitive question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from padai.survey import Survey

FEW_CORRECTED = "few_records_corrected"
"""The reason of a sensitive question whose counts a few corrected records would tell."""
_TABLES = ("panel_moves", "profile")


def without_small_corrections(
    survey: Survey, tables: Mapping[str, pd.DataFrame], earlier: Sequence[Path]
) -> dict[str, pd.DataFrame]:
    """Withhold sensitive counts that differ from an earlier version's by a few people.

    Two versions side by side are a difference: where a count of a sensitive question, or of a
    sensitive quota, moved by 1 to 4 people, whoever knows who was corrected would read the answer.
    The earlier version's counts stay as they are, and the new one says none of that question.

    Parameters
    ----------
    survey
        A panel's definition.
    tables
        The tables of the new store. They are not changed.
    earlier
        The folders of the stores of the versions that went out before, of the same wave.

    Returns
    -------
    dict of pandas.DataFrame
        The same tables; a withheld question has no row in ``panel_moves``, and its reason in
        ``panel_changes``; a withheld quota has no row in ``profile``.
    """
    assert survey.panel is not None
    least = survey.confidentiality.sensitive_cell
    out = dict(tables)
    asked = {q.id for q in survey.questions.values() if q.sensitive}
    quotas = {q.id for q in survey.panel.draw.quotas if q.sensitive}
    for folder in earlier:
        old = {name: _read(folder / f"{name}.csv") for name in _TABLES}
        moved = _few(old["panel_moves"], tables["panel_moves"], "question", ["cell"], asked, least)
        out["panel_moves"] = _without(out["panel_moves"], "question", moved)
        out["panel_changes"] = _unsaid(out["panel_changes"], moved)
        shifted = _few(
            old["profile"], tables["profile"], "breakdown", ["group", "stage"], quotas, least
        )
        out["profile"] = _without(out["profile"], "breakdown", shifted)
    return out


def _read(path: Path) -> pd.DataFrame | None:
    return pd.read_csv(path, dtype=str, keep_default_na=False) if path.is_file() else None


def _few(
    old: pd.DataFrame | None,
    new: pd.DataFrame,
    name: str,
    cell: Sequence[str],
    sensitive: set[str],
    least: int,
) -> set[str]:
    """Return what is sensitive and differs by too few people, or is merged otherwise."""
    if old is None:
        return set()
    found = set()
    for key in sensitive & set(old[name]) & set(new[name]):
        before, after = (
            frame[frame[name] == key].set_index(list(cell))["people"].astype(int)
            for frame in (old, new)
        )
        merged_otherwise = set(before.index) != set(after.index)
        moved = (before - after.reindex(before.index)).abs()
        if merged_otherwise or moved.between(1, least - 1).any():
            found.add(key)
    return found


def _without(frame: pd.DataFrame, name: str, keys: set[str]) -> pd.DataFrame:
    return frame[~frame[name].isin(keys)].reset_index(drop=True)


def _unsaid(changes: pd.DataFrame, questions: set[str]) -> pd.DataFrame:
    """Empty what is said of the questions, but for what is asked and why nothing is said."""
    out = changes.copy()
    rows = out["question"].isin(questions)
    for column in out.columns.difference(["question", "response", "test", "reason"]):
        out.loc[rows, column] = "" if column == "method" else float("nan")
    out.loc[rows, "reason"] = FEW_CORRECTED
    return out
