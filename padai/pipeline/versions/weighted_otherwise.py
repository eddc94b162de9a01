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
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.versions.corrections import Results
from padai.store import Store, sha256

_MEASURES = ("total", "min", "max", "cv", "kish_deff")
_ALIKE = 1e-4
"""Relative difference of two measures of weights that no printed digit shows."""


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
    was, now = (_measures(facts, part, wave) for facts in (then.facts, results.facts))
    if was is None or now is None or np.allclose(was, now, rtol=_ALIKE, atol=0.0):
        return False
    if not same_records and not _declared_otherwise(order, then, inputs, place):
        return False
    return any(_withheld(tables, part, wave) for tables in (then.tables, results.tables))


def _measures(facts: Mapping[str, Any], part: str, wave: str) -> list[float] | None:
    own = facts.get("weighting", {}).get(part, {}).get(wave)
    return None if own is None else [float(own.get(name) or 0.0) for name in _MEASURES]


def _declared_otherwise(
    order: Order, then: Store, inputs: Mapping[str, str], place: tuple[str, str]
) -> bool:
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
    return any(
        bool((_of(frame, part, wave)["flag"].astype(str) == CONFIDENTIAL).any())
        for frame in (tables["estimates"], tables["trends"])
    )


def _of(frame: pd.DataFrame, part: str, wave: str) -> pd.DataFrame:
    mine = (frame["part"].astype(str) == part) & (frame["wave"].astype(str) == wave)
    return frame[mine]
