"""What confidentiality withholds of a wave, why, and what merging groups would save.

What is told here is for those who hold the data: which cells are withheld by the rules and which
keep them company is never published.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from padai.errors import DefinitionError, language
from padai.numerics.small_cells import merged_groups
from padai.numerics.threads import one_thread
from padai.pipeline.parts.coarsening import coarsened, merge
from padai.pipeline.parts.confidential import TOTAL, decided
from padai.pipeline.parts.preparation import Say, prepare
from padai.pipeline.tables.aggregation import estimate_part
from padai.survey import Survey
from padai.waves import Wave
from padai.words import Said

RULE, COMPANY = "rule", "company"
"""Why a cell is withheld: by the rules, or so that others cannot be worked out."""
_MERGES = 3


@dataclass(frozen=True)
class Audited:
    """What is withheld of a part of a wave.

    Attributes
    ----------
    rows
        Columns question, response, breakdown, group, n_base, why: one row a figure; `why` is empty
        where it is shown.
    groups, tables
        Columns breakdown and group, or question and breakdown, then figures, rule, company: those
        that cost the most first.
    merges
        Columns breakdown, groups, withheld, saved: what merging a group of a breakdown as
        ``small_groups: merge`` does would leave withheld, and how many figures fewer.
    exposed
        Question and breakdown of the tables for which the release would be stopped.
    """

    rows: pd.DataFrame
    groups: pd.DataFrame
    tables: pd.DataFrame
    merges: pd.DataFrame
    exposed: tuple[tuple[str, str], ...]


@one_thread()
def audited(
    survey: Survey,
    wave_id: str,
    part: str,
    data_dir: Path | None,
    say: Say,
    merges: int = _MERGES,
) -> Audited:
    """Decide what is withheld of one part of a wave, and try the merges that could lower it.

    Parameters
    ----------
    merges
        How many merges are tried, of the groups that cost the most.
    """
    ready = prepare(survey, wave_id, part, data_dir, say)
    survey, parts = coarsened(survey, {part: ready})
    wave = parts[part].last
    rows, exposed = _rows(survey, wave, say)
    groups = _counted(rows[rows["breakdown"] != TOTAL], ["breakdown", "group"])
    tables = _counted(rows, ["question", "breakdown"])
    tried = _merged(survey, wave, groups, rows, merges, say)
    return Audited(rows, groups, tables, tried, exposed)


def _rows(survey: Survey, wave: Wave, say: Say) -> tuple[pd.DataFrame, tuple[tuple[str, str], ...]]:
    what = f"{survey.id} {wave.id} {wave.part}"
    say(Said("pipeline-confidentiality", what=what).text(language("fr")))
    made = decided(survey, estimate_part(survey, (wave,)), waves=[wave])
    frame = made.shown[["question", "response", "breakdown", "group"]].copy()
    frame["n_base"] = made.true.n_base
    frame["why"] = ""
    frame.loc[made.rows, "why"] = COMPANY
    frame.loc[(made.shown["flag"] == "x").to_numpy(bool), "why"] = RULE
    return frame, tuple((each.question, each.breakdown) for each in made.exposed)


def _counted(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    why = rows["why"]
    figures = rows.assign(figures=1, rule=why.eq(RULE), company=why.eq(COMPANY))
    counted = figures.groupby(keys, sort=False)[["figures", "rule", "company"]].sum()
    kept = counted[(counted["rule"] + counted["company"]) > 0].reset_index()
    order = ["rule", "company"]
    return kept.sort_values(order, ascending=False, kind="stable").reset_index(drop=True)


def _merged(
    survey: Survey, wave: Wave, groups: pd.DataFrame, rows: pd.DataFrame, most: int, say: Say
) -> pd.DataFrame:
    """Try each of the costliest groups as one with those that it would be merged with."""
    columns = ["breakdown", "groups", "withheld", "saved"]
    before = int((rows["why"] != "").sum())
    merges: list[tuple[str, str, int, int]] = []
    plain = groups[~groups["breakdown"].str.contains("*", regex=False)]
    for breakdown, group in plain[["breakdown", "group"]].itertuples(index=False):
        others = _beside(survey, wave, str(breakdown), str(group))
        if not others or len(merges) >= most:
            continue
        new = merge(survey, str(breakdown), [str(group), *others])
        left, _ = _rows(new, wave.redefined(new), say)
        after = int((left["why"] != "").sum())
        merges.append((str(breakdown), " + ".join([str(group), *others]), after, before - after))
    made = pd.DataFrame(merges, columns=columns)
    return made.sort_values("saved", ascending=False, kind="stable").reset_index(drop=True)


def _beside(survey: Survey, wave: Wave, breakdown: str, group: str) -> list[str]:
    """Return the groups that a small one is merged with; none where no others would be left."""
    written = survey.breakdown(breakdown)
    ids = [each.id for each in written.groups]
    if group not in ids:
        return []
    at, codes = ids.index(group), wave.codes(breakdown).codes
    least, few = survey.reliability.minimum_base, survey.confidentiality.minimum_group
    sizes = np.bincount(codes[codes >= 0], minlength=len(ids)).clip(least + few)
    sizes[at] = 0  # it alone is small
    ordered = any(not each.codes for each in written.groups)
    made = merged_groups(sizes[None].astype(np.float64), least, few, ordered=ordered)
    own = next(places for places in made if at in places)
    return [ids[k] for k in own if k != at] if len(made) > 1 else []


def table_of(found: Audited, survey: Survey, named: Sequence[str]) -> pd.DataFrame:
    """Return the rows of one table, with why each is withheld.

    Raises
    ------
    DefinitionError
        The wave has no such table.
    """
    question, breakdown = (*named, TOTAL)[:2]
    survey.question(question)
    rows = found.rows
    mine = rows[(rows["question"] == question) & (rows["breakdown"] == breakdown)]
    if not len(mine):
        known = ", ".join(dict.fromkeys(rows.loc[rows["question"] == question, "breakdown"]))
        raise DefinitionError(
            Said(
                "pipeline-table-there-is-no-such-table-of-this",
                question=question,
                breakdown=breakdown,
                known=known or Said("pipeline-none-in-this-wave"),
            ),
            where=survey.id,
        )
    return mine.reset_index(drop=True)
