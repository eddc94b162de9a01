"""Are the records those of a version that went out, where its rules cannot be compared?

A store keeps of a rule that leaves rows out how many values it had, since these may be names of
respondents. A rule of as many other values leaves other people out: what is told of them differs.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from padai.pipeline.machinery.build_request import Order
from padai.pipeline.versions.codings import coding_of
from padai.pipeline.versions.corrections import Results
from padai.pipeline.versions.read_again import as_many, told
from padai.pipeline.versions.weighted_otherwise import declared_otherwise
from padai.results import TOTAL
from padai.store import Store, sha256
from padai.survey import Survey

_KEY = ["question", "response", "breakdown", "group"]
_MOVED = 1e-6
"""Difference of two shares that no other processor makes."""


def rules_alike(
    order: Order,
    results: Results,
    kept: Store,
    inputs: Mapping[str, str],
    place: tuple[str, str],
) -> bool:
    """Whether the rules that choose the rows of a part in a wave are those of a version.

    Parameters
    ----------
    order, results
        What is built, and its tables.
    kept, inputs
        The inside of the version, and the SHA-256 of what it was made of.
    place
        The part and the wave.

    Notes
    -----
    Of exclusions whose values are not known, the figures decide: as many people, the same bases
    and, where weighting is declared as it was, the same shares. Rules that name respondents are
    alike only where the file of the wave is the same.
    """
    part, wave = place
    file = order.survey.path / "waves" / f"{wave}.yaml"
    if file.is_file() and inputs.get(f"definition/waves/{wave}.yaml") == sha256(file):
        return True
    was, now = kept.survey.part(wave, part), order.survey.part(wave, part)
    if _chosen(was.rows) != _chosen(now.rows) or told(was.exclusions) != told(now.exclusions):
        return False
    if not was.exclusions:
        return True
    if any(rule.column in (was.design.id, now.design.id) for rule in was.exclusions):
        return False
    weighed = not declared_otherwise(order, kept, inputs, place)
    return _same_figures(order.survey, results, kept, place, shares=weighed)


def _chosen(rows: Mapping[str, tuple[object, ...]]) -> dict[str, set[str]]:
    return {column: {str(value) for value in values} for column, values in rows.items()}


def _same_figures(
    survey: Survey, results: Results, kept: Store, place: tuple[str, str], *, shares: bool
) -> bool:
    """Whether what both tell of a part and wave is the same, of whatever counts as it did."""
    part, wave = place
    if not as_many(int(results.facts["sizes"][part][wave]["n"]), kept, place):
        return False
    if "few_corrected" in kept.facts.get("release", {}):  # of which all figures are rounded
        return True
    before, after = (_figures(tables, place) for tables in (kept.tables, results.tables))
    both = before.add_suffix("_before").join(after.add_suffix("_after"), how="inner")
    names = both.index.get_level_values
    asked = [_counts_alike(survey, kept.survey, name) for name in names("question")]
    divided = [_divided_alike(survey, kept.survey, name) for name in names("breakdown")]
    both = both[np.array(asked, dtype=bool) & np.array(divided, dtype=bool)]
    bases = both["n_base_before"] - both["n_base_after"]
    moved = (both["estimate_before"] - both["estimate_after"]).abs() > _MOVED
    return not (bases.fillna(0).ne(0).any() or (shares and moved.any()))


def _figures(tables: Mapping[str, pd.DataFrame], place: tuple[str, str]) -> pd.DataFrame:
    whole = pd.concat([tables["estimates"], tables["trends"]])
    mine = whole[whole["part"].astype(str).eq(place[0]) & whole["wave"].astype(str).eq(place[1])]
    frame = mine[_KEY].astype(str)
    for name in ("n_base", "estimate"):
        frame[name] = mine[name].to_numpy(np.float64, na_value=np.nan)
    return frame.drop_duplicates(_KEY).set_index(_KEY)


def _counts_alike(survey: Survey, then: Survey, question: str) -> bool:
    now, was = survey.questions.get(question), then.questions.get(question)
    return now is not None and was is not None and coding_of(now) == coding_of(was)


def _divided_alike(survey: Survey, then: Survey, breakdown: str) -> bool:
    """Whether groups are made as they were, of questions that count as they did."""
    for name in breakdown.split("*") if breakdown != TOTAL else ():
        if not (survey.has_breakdown(name) and then.has_breakdown(name)):
            return False
        now, was = survey.breakdown(name), then.breakdown(name)
        parts = [[(g.id, g.codes, g.min, g.max) for g in each.groups] for each in (now, was)]
        if now.question != was.question or parts[0] != parts[1]:
            return False
        if not _counts_alike(survey, then, now.question):
            return False
    return True
