"""The same people under two weightings: what one version withholds, two totals tell.

A total is the sum of its groups, each at its share of the weights. Where two groups are withheld,
one total leaves them open; a version with other targets prints another total of the very same
groups, and the two equations give both back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from padai.disclosure.confidentiality import CONFIDENTIAL
from padai.errors import PublicationError, Said
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.versions.codings import coding_of
from padai.pipeline.versions.corrections import Results
from padai.store import Store, sha256
from padai.survey import Survey

_UNWEIGHTED = {"mean": 1.0, "min": 1.0, "max": 1.0, "cv": 0.0, "kish_deff": 1.0}
TOTAL = "total"
_ALIKE = 1e-4
"""Relative difference of two measures of weights that no printed digit shows."""
_MOVED = 1e-6
"""Difference of two shares that no other processor makes."""
_Side = tuple[Store | Results, tuple[str, str]]
"""What is told, and the part and the wave of it."""


def told_by_weighting(
    order: Order,
    results: Results,
    then: Store,
    inputs: Mapping[str, str],
    place: tuple[str, str],
    *,
    same_records: bool,
) -> bool:
    """Whether a version weighted the people of a wave otherwise, and a cell of them is withheld.

    Parameters
    ----------
    order, results
        What is built, and its tables.
    then, inputs
        The inside of a version that went out, and the SHA-256 of what it was made of.
    place
        A part, and a wave.
    same_records
        Whether the records are those of that version. Where they are not, weights may differ for
        that alone, and what is declared is compared.

    Returns
    -------
    bool
    """
    part, wave = place
    sides = (then, place), (results, place)
    if _alike(*sides) and not (same_records and _totals_moved(*sides, order.survey)):
        return False
    coarse = "few_corrected" in then.facts.get("release", {})  # and so are its measures of weights
    if (coarse or not same_records) and not declared_otherwise(order, then, inputs, place):
        return False
    return any(_withheld(tables, part, wave) for tables in (then.tables, results.tables))


def refuse_weighted_there(
    order: Order,
    results: Results,
    then: Store,
    here: tuple[str, str],
    there: tuple[str, str],
    other: str,
) -> None:
    """Refuse the very people of another survey that is out, weighted otherwise.

    Parameters
    ----------
    then
        The store of the other survey.
    here, there
        A part and a wave of what is built, and those of the other survey.
    other
        How messages name the release.

    Raises
    ------
    PublicationError
        Names both, and a question that both tell in the whole and of which a cell is withheld.
    """
    sides = (then, there), (results, here)
    if _alike(*sides) and not _totals_moved(*sides, order.survey):
        return
    tables = (then.tables, *there), (results.tables, *here)
    whole = set.intersection(*(_questions(*each, withheld=False) for each in tables))
    closed = whole & set[str]().union(*(_questions(*each, withheld=True) for each in tables))
    if closed:
        message = Said(
            "pipeline-weighted-otherwise-there",
            wave=here[1],
            other=other,
            other_wave=there[1],
            question=min(closed),
        )
        raise PublicationError(message, where=order.name)


def _measures(facts: Mapping[str, Any], part: str, wave: str) -> list[float]:
    """Return what tells weights apart, whatever they add up to."""
    own = facts.get("weighting", {}).get(part, {}).get(wave) or _UNWEIGHTED
    mean = float(own.get("mean") or 1.0)
    scaled = [float(own.get(name) or 0.0) / mean for name in ("min", "max")]
    return [*scaled, *(float(own.get(name) or 0.0) for name in ("cv", "kish_deff"))]


def _alike(one: _Side, other: _Side) -> bool:
    was, now = (_measures(of.facts, *place) for of, place in (one, other))
    return bool(np.allclose(was, now, rtol=_ALIKE, atol=_ALIKE))


def _totals_moved(then: tuple[Store, tuple[str, str]], now: _Side, survey: Survey) -> bool:
    """Whether an answer that counts as it did has another share of the same people.

    Targets that change places leave the least, the largest and the spread of weights as they were.
    """
    was, other = then[0].survey.questions, survey.questions
    asked = [q for q in set(was) & set(other) if coding_of(was[q]) == coding_of(other[q])]
    plain = {(q, code) for q in asked for code in other[q].codes}
    one, two = (totals(of.tables, *place) for of, place in (then, now))
    both = [key for key in set(one) & set(two) & plain if one[key][1] == two[key][1]]
    return any(abs(one[key][0] - two[key][0]) > _MOVED for key in both)


def totals(
    tables: Mapping[str, pd.DataFrame], part: str, wave: str
) -> dict[tuple[str, str], tuple[float, float]]:
    """Return the share and the base of each answer that is told of everybody."""
    shares: dict[tuple[str, str], tuple[float, float]] = {}
    for frame in (tables["estimates"], tables["trends"]):
        mine = (frame["part"].astype(str) == part) & (frame["wave"].astype(str) == wave)
        whole = (frame["breakdown"].astype(str) == TOTAL) & frame["estimate"].notna()
        rows = frame.loc[mine & whole, ["question", "response", "estimate", "n_base"]]
        for question, response, share, base in rows.itertuples(index=False, name=None):
            shares[str(question), str(response)] = float(share), float(base)
    return shares


def declared_otherwise(
    order: Order, then: Store, inputs: Mapping[str, str], place: tuple[str, str]
) -> bool:
    """Whether the rule of weighting, or its targets, are not those of a version."""
    part, wave = place
    rule = order.survey.part(wave, part).weighting
    targets = order.survey.path / "targets" / f"{wave}.csv"
    digest = sha256(targets) if targets.is_file() else None
    return (
        then.survey.part(wave, part).weighting != rule
        or inputs.get(f"definition/targets/{wave}.csv") != digest
    )


def _withheld(tables: Mapping[str, pd.DataFrame], part: str, wave: str) -> bool:
    """Whether a cell of a wave is withheld for confidentiality."""
    return bool(_questions(tables, part, wave, withheld=True))


def _questions(
    tables: Mapping[str, pd.DataFrame], part: str, wave: str, *, withheld: bool
) -> set[str]:
    """Return the questions of which a cell is withheld, or the whole is told."""
    questions: set[str] = set()
    for frame in (tables["estimates"], tables["trends"]):
        mine = (frame["part"].astype(str) == part) & (frame["wave"].astype(str) == wave)
        whole = (frame["breakdown"].astype(str) == TOTAL) & frame["estimate"].notna()
        wanted = frame["flag"].astype(str) == CONFIDENTIAL if withheld else whole
        questions |= set(frame.loc[mine & wanted, "question"].astype(str))
    return questions
