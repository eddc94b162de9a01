"""What a panel's release may say again of a sensitive question: a later version, or edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from padai.numerics.small_cells import TELLS_ALL, names_few
from padai.participation.stages.panel_tables import adjusted_together
from padai.store import open_store
from padai.survey import Survey
from padai.trends.minipublic import SIGN_FLIP

FEW_CORRECTED = "few_records_corrected"
"""The reason of a sensitive question whose counts a few corrected records would tell."""
OTHERS_SINCE = "others_since"
"""The reason of a question that an edition told of nearly the same people."""
_TABLES = ("panel_moves", "panel_changes", "profile")


def without_small_corrections(
    survey: Survey, tables: Mapping[str, pd.DataFrame], earlier: Sequence[Path]
) -> dict[str, pd.DataFrame]:
    """Withhold sensitive counts that differ from an earlier version's by a few people.

    Two versions side by side are a difference: where a count of a sensitive question, or of a
    sensitive quota, moved by 1 to 4 people, or one count alone moved, whoever knows who was
    corrected would read the answer.
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
        ``panel_changes``, of which the others are adjusted together without it; a withheld quota
        has no row in ``profile``, or none of who came.
    """
    assert survey.panel is not None
    least = survey.confidentiality.sensitive_cell
    out = dict(tables)
    asked = {q.id for q in survey.questions.values() if q.sensitive}
    quotas = {q.id for q in survey.panel.draw.quotas if q.sensitive}
    for folder in earlier:
        old = {name: _read(folder / f"{name}.csv") for name in _TABLES}
        cell = ["response", "cell"]  # of another net, the difference is told of who gave one alone
        moved = _few(old["panel_moves"], tables["panel_moves"], "question", cell, asked, least)
        moved |= _other_means(old["panel_changes"], tables["panel_changes"], asked)
        out["panel_moves"] = _without(out["panel_moves"], "question", moved)
        out["panel_changes"] = unsaid(out["panel_changes"], moved, FEW_CORRECTED)
        shifted = _few(
            old["profile"], tables["profile"], "breakdown", ["group", "stage"], quotas, least
        )
        left = _without(out["profile"], "breakdown", shifted)
        out["profile"] = _without_present(survey, left, old["profile"])
    return out


def _other_means(old: pd.DataFrame | None, new: pd.DataFrame, sensitive: set[str]) -> set[str]:
    """Return sensitive scores of which a mean is another one: of as many who moved, too.

    How many people were corrected, means do not tell.
    """
    if old is None:
        return set()
    scored = new[new["question"].isin(sensitive) & (new["test"] == SIGN_FLIP)]
    means = {name: own.iloc[0] for name, own in scored.groupby("question")}
    then = old[old["question"].isin(means) & (old["test"] == SIGN_FLIP)]
    return {
        row["question"]
        for row in then.to_dict("records")
        for mean in ("before", "after")
        if row[mean]
        and not np.isclose(float(row[mean]), float(means[row["question"]][mean]), rtol=1e-9)
    }


def departures_beside(
    told: Mapping[str, int], stores: Sequence[Path], least: int
) -> dict[str, int]:
    """Return departures by reason; none where a release told nearly the same ones.

    Who left between two releases is known; why is the difference of two counts.

    Parameters
    ----------
    told
        Members who left early, by reason.
    stores
        The folders of the stores of what went out before.
    least
        The smallest number of people of a reason that names nobody.
    """
    for folder in stores:
        then = open_store(folder).facts.get("departures") or {}
        if then and (set(then) != set(told) or names_few([told[r] - then[r] for r in then], least)):
            return {}
    return dict(told)


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
    few = set()
    for key in sensitive & set(old[name]) & set(new[name]):
        before, after = (
            frame[frame[name] == key].set_index(list(cell))["people"].astype(float).astype(int)
            for frame in (old, new)
        )
        merged_otherwise = set(before.index) != set(after.index)
        if merged_otherwise or _moved_few(before - after.reindex(before.index), cell, least):
            few.add(key)
    return few


def _moved_few(moved: pd.Series, cell: Sequence[str], least: int) -> bool:
    """Whether the counts of one table moved by few, or one alone did: those who left are of it."""
    apart = [level for level in cell if level not in ("group", "cell")]
    few = moved.abs().between(1, least - 1).any()
    return bool(few) or any(
        len(own) > 1 and own.ne(0).sum() == 1 and own.abs().sum() < TELLS_ALL
        for _, own in moved.groupby(level=apart, sort=False)
    )


def _without(frame: pd.DataFrame, name: str, keys: set[str]) -> pd.DataFrame:
    return frame[~frame[name].isin(keys)].reset_index(drop=True)


def unsaid(changes: pd.DataFrame, questions: set[str], reason: str) -> pd.DataFrame:
    """Empty what is said of the questions, but for what is asked and why nothing is said.

    The others are one family without them: an adjustment that counts what is not told tells it.
    """
    out = changes.copy()
    rows = out["question"].isin(questions)
    for column in out.columns.difference(["question", "response", "test", "reason"]):
        out.loc[rows, column] = "" if column == "method" else float("nan")
    out.loc[rows, "reason"] = reason
    return adjusted_together(out)


# --- editions ------------------------------------------------------------------------------------


def without_other_editions(
    survey: Survey, tables: Mapping[str, pd.DataFrame], editions: Sequence[Path]
) -> dict[str, pd.DataFrame]:
    """Withhold sensitive counts that an edition told of nearly the same people.

    A standing panel is asked again: a year later, answers are compared with the same ones from
    before. Who left in between is known; what they had said is the difference of two counts.

    Parameters
    ----------
    survey
        A panel's definition.
    tables
        The tables of the new store. They are not changed.
    editions
        The folders of the stores of what went out of other waves.

    Returns
    -------
    dict of pandas.DataFrame
        The same tables. Of a sensitive question of which a wave was told before, nothing is said
        where the people who gave an answer then are 1 to 4 more or fewer; nor where small cells
        were merged in either, or another answer is followed. Of other waves, where small cells were
        merged in either, and the counts differ: few moved, and what stays as it is tells who left.
        Who came, by a sensitive quota, is told of one session of a draw alone.
    """
    assert survey.panel is not None
    out = dict(tables)
    asked = {q.id for q in survey.questions.values() if q.sensitive}
    for folder in editions:
        then, old = open_store(folder).survey.panel, _read(folder / "panel_moves.csv")
        if then is None or old is None:
            continue
        sides = [
            (mine, his)
            for mine, wave in (("before", survey.panel.before), ("after", survey.panel.after))
            for his, known in (("before", then.before), ("after", then.after))
            if wave == known
        ]
        new, least = tables["panel_moves"], survey.confidentiality.sensitive_cell
        again = then.draw.seed == survey.panel.draw.seed
        published = {
            name
            for name in asked & set(old["question"]) & set(new["question"])
            if any(
                _tells_of_others(_side(new, name, mine), _side(old, name, his), least)
                for mine, his in sides
            )
            or (again and _tells_who_left(_cells(new, name), _cells(old, name)))
        }
        out["panel_moves"] = _without(out["panel_moves"], "question", published)
        out["panel_changes"] = unsaid(out["panel_changes"], published, OTHERS_SINCE)
        met_since = then.sessions[-1].id != survey.panel.sessions[-1].id
        before = _read(folder / "profile.csv")
        out["profile"] = _without_present(survey, out["profile"], before, met_since)
    return out


def _without_present(
    survey: Survey, new: pd.DataFrame, old: pd.DataFrame | None, met_since: bool = False
) -> pd.DataFrame:
    """Leave out who came, by a sensitive quota, where a release of the same draw tells it too.

    Who was away from either session is known; how many of them are of a group is the difference.
    Each session that is told is one count more that the cells of a group add up to.
    """
    assert survey.panel is not None
    untold = {
        quota.id
        for quota in survey.panel.draw.quotas
        if quota.sensitive
        and old is not None
        and _tells_who_came(_people(new, quota.id), _people(old, quota.id), met_since)
    }
    left_out = new["breakdown"].isin(untold) & (new["stage"] == "present")
    return new[~left_out].reset_index(drop=True)


def _people(profile: pd.DataFrame, quota: str) -> dict[str, dict[str, int]]:
    """Return the people of each group, by stage."""
    own = profile[profile["breakdown"].astype(str) == quota]
    return {
        str(stage): dict(
            zip(rows["group"].astype(str), rows["people"].astype(float).astype(int), strict=True)
        )
        for stage, rows in own.groupby("stage")
    }


def _tells_who_came(
    new: Mapping[str, Mapping[str, int]], old: Mapping[str, Mapping[str, int]], met_since: bool
) -> bool:
    now, then = new.get("present"), old.get("present")
    another_draw = any(
        sum(new.get(stage, {}).values()) != sum(old.get(stage, {}).values())
        for stage in ("volunteers", "drawn")
    )
    if now is None or then is None or another_draw:
        return False
    return set(now) != set(then) or (len(now) > 1 and (met_since or now != then))


def _cells(moves: pd.DataFrame, question: str) -> dict[str, int]:
    own = moves[moves["question"] == question]
    return dict(zip(own["cell"].astype(str), own["people"].astype(float).astype(int), strict=True))


def _tells_who_left(new: Mapping[str, int], old: Mapping[str, int]) -> bool:
    """Whether counts differ of an answer that few moved from: it hardly changes from year to year.

    Who left a panel, or came to it, is known, and what they say is the difference.
    """
    return new != old and any("+" in cell for cell in (*new, *old))


class _Side(NamedTuple):
    """What is told of a question at one time: of how many, which answer, and how many gave it."""

    n: int
    response: str
    gave: int | None


_GAVE = {"before": {"stayed_in", "moved_out"}, "after": {"stayed_in", "moved_in"}}
_CELLS = {"moved_in", "moved_out", "stayed_in", "stayed_out"}


def _side(moves: pd.DataFrame, question: str, when: str) -> _Side:
    people = _cells(moves, question)
    whole = set(people) == _CELLS
    gave = sum(people[cell] for cell in _GAVE[when]) if whole else None
    response = moves.loc[moves["question"] == question, "response"]
    return _Side(sum(people.values()), str(response.iloc[0]), gave)


def _tells_of_others(new: _Side, old: _Side, least: int) -> bool:
    if new.gave is None or old.gave is None:
        return True  # how many gave an answer at the time that both tell of parts what one merges
    if new.response != old.response:
        return True
    gave = new.gave - old.gave
    return names_few([gave, new.n - old.n - gave], least)
