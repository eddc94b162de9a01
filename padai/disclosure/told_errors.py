"""Errors that are sums over the groups of a table: they tell the cells that it withholds.

The error of a stratified total is a sum over the strata of p (1 - p), times what the design says.
Where everybody in a stratum weighs alike and the strata are the groups of a published breakdown,
an outsider knows every term but those of the withheld cells, and solves for these. So it is
where a sample in which all weighed alike was calibrated to the groups alone.

The error of a total of a clustered sample is a sum over the clusters, of the square of what each
counts besides its share. Where a withheld group has a few clusters of its own, whatever its people
weigh, the whole and its error are two equations of the withheld groups.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.disclosure.confidentiality import CONFIDENTIAL
from padai.errors import PublicationError
from padai.survey import Survey
from padai.words import Said

MOST_HIDDEN = 4
"""Withheld groups of an answer up to which one printed error leaves few ways to fill them."""
MOST_STRATA = 3
"""Strata of a group up to which the terms of a withheld cell are few enough to be solved for."""
TOTAL = "total"
_STRATA = "disclosure-errors-of-totals-tell-withheld-cells"
_CLUSTERS = "disclosure-errors-of-clusters-tell-withheld-cells"
Groups = Mapping[tuple[str, str], NDArray[np.bool_]]


def refuse_told_errors(
    survey: Survey,
    wave: str,
    part: str,
    shown: pd.DataFrame,
    weights: NDArray[np.float64],
    terms: NDArray[np.intp],
    groups: Groups,
    *,
    clusters: bool = False,
) -> None:
    """Refuse a breakdown of which the withheld cells are told by the errors of totals.

    Parameters
    ----------
    shown
        The estimates of the wave as they are published.
    weights, terms
        Of the people of a part in a wave, each of shape (people,): `terms` are the parts of the
        sample over which the error of a total is a sum: its strata, or the cells of a margin to
        which it was calibrated, since residuals from these are all that varies.
    groups
        Who is in each group by which the wave is published, by breakdown and code.
    clusters
        Whether the terms are the clusters that were drawn, in which people may weigh otherwise.

    Raises
    ------
    PublicationError
        Everybody weighs alike within each stratum (in clusters they need not), no stratum lies in
        two groups of a breakdown, a group has few of them, and a question has a few confidential
        cells by this breakdown and a total that is shown. The breakdown and the questions are
        named.

    Examples
    --------
    >>> refuse_told_errors(survey, "2025", "main", shown, w, strata, groups)  # doctest: +SKIP
    """
    if not (_clustered(weights, terms) if clusters else _alike(weights, terms)):
        return
    mine = shown[shown["wave"].astype(str) == wave]
    totals = set(mine.loc[(mine["breakdown"] == TOTAL) & mine["estimate"].notna(), "question"])
    dark = mine[mine["flag"].astype(str).eq(CONFIDENTIAL)]
    for breakdown in dict.fromkeys(name for name, _ in groups):
        cells = dark[dark["breakdown"].astype(str).eq(breakdown)]
        counts = cells.groupby(["question", "response"], observed=True)["group"].nunique()
        few = set(counts[counts <= MOST_HIDDEN].index.get_level_values("question"))
        told = [str(q) for q in dict.fromkeys(cells["question"]) if q in totals & few]
        hidden = set(cells["group"].astype(str))
        of = {code: within for (name, code), within in groups.items() if name == breakdown}
        if told and _solved(of, hidden, terms):
            raise PublicationError(
                Said(
                    _CLUSTERS if clusters else _STRATA,
                    part=part,
                    breakdown=breakdown,
                    questions=", ".join(told[:5]) + (", …" if len(told) > 5 else ""),
                ),
                where=f"{survey.id}, {wave}, {part}, report_breakdowns",
            )


def _alike(weights: NDArray[np.float64], terms: NDArray[np.intp]) -> bool:
    """Return whether everybody in each stratum has the same weight."""
    used = weights > 0
    if not used.any() or np.unique(terms[used]).size < 2:
        return False
    frame = pd.Series(weights[used]).groupby(terms[used])
    return bool((frame.max() - frame.min() <= 1e-9 * frame.mean()).all())


def _clustered(weights: NDArray[np.float64], terms: NDArray[np.intp]) -> bool:
    """Return whether several people were drawn together."""
    held = terms[weights > 0]
    return 1 < np.unique(held).size < len(held)


def _solved(
    groups: Mapping[str, NDArray[np.bool_]], hidden: set[str], terms: NDArray[np.intp]
) -> bool:
    """Return whether strata lie in one group each, and the withheld groups have few of them."""
    inside = [set(np.unique(terms[within]).tolist()) for within in groups.values()]
    if sum(map(len, inside)) != len(set().union(*inside)):
        return False
    sizes = {code: len(of) for code, of in zip(groups, inside, strict=True)}
    return any(sizes.get(code, 0) <= MOST_STRATA for code in hidden)
