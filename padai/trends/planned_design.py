"""What a plan takes from the design of the last wave: clusters, sharing, families."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from padai.errors import DefinitionError, EstimationError
from padai.numerics.clusters import ALONE, cluster_sizes, intraclass_correlation
from padai.numerics.designs import FloatArray, SampleDesign
from padai.results import Estimates
from padai.trends.families import TOTAL, Followed, families_of
from padai.trends.pairs import KEY, part_of, source_of
from padai.words import Both, Said

if TYPE_CHECKING:
    import pandas as pd

Overlap = Literal["none", "respondent", "psu"]
AT_ONCE = 100
"""Rows of which the members are found in one go."""


@dataclass(frozen=True, eq=False)
class Clusters:
    """Clusters of the last wave, and how they are to be in the next.

    Attributes
    ----------
    size, icc : ndarray, shape (k,)
        Effective respondents of a cluster, and intraclass correlation, of each row.
    count : ndarray, shape (k,)
        Clusters that hold a respondent of the row.
    psus : int or None
        Of the whole last wave; None where respondents were drawn one by one, or it is not known.
    ratio : float
        Clusters of the next wave over those of the last.
    given : bool
        Whether the intraclass correlation was given.
    """

    size: FloatArray
    icc: FloatArray
    count: FloatArray
    psus: int | None
    ratio: float
    given: bool


def clusters_of(
    estimates: Estimates,
    rows: NDArray[np.intp],
    *,
    icc: float | None,
    psus: int | None,
    grows: bool,
) -> Clusters:
    """Return the clusters behind rows of the last wave.

    Parameters
    ----------
    icc, psus
        Given by the caller; None: the last wave's.
    grows
        Whether a wave of another size is planned, for which they must be known.

    Raises
    ------
    DefinitionError
        `icc` is no correlation, or `psus` no number of clusters of this design.
    EstimationError
        The last wave has replicate weights without psus, and neither was given.
    """
    if icc is not None and not 0 <= icc < 1:
        raise DefinitionError(
            Said("trends-icc-is-no-intraclass-correlation-it-lies", icc=f"{icc:g}"),
        )
    source = source_of(estimates)
    index = len(source.waves.waves) - 1
    design: SampleDesign = source.waves.sample_of(index)
    if design.replicates is not None and not design.staged:
        return _unknown(estimates, rows, icc, psus, grows)
    size, kish, count = _sizes(source, rows, index, design)
    sampled = len(np.unique(design.first.psu))
    alone = bool(sampled == design.n_rows)
    if psus is not None and (alone or psus < 2):
        raise _no_psus(psus, alone)
    own = _pooled(estimates.frame.iloc[rows], kish, size)
    known = own if icc is None else np.full(len(rows), float(icc))
    ratio = 1.0 if psus is None else psus / sampled
    return Clusters(size, known, count, None if alone else sampled, ratio, icc is not None)


def _unknown(
    estimates: Estimates,
    rows: NDArray[np.intp],
    icc: float | None,
    psus: int | None,
    grows: bool,
) -> Clusters:
    """Return the clusters of replicate weights, which do not say who was drawn with whom."""
    wave, ones = estimates.frame["wave"].cat.categories[-1], np.ones(len(rows))
    if grows and (icc is None or (icc > 0 and psus is None)):
        raise EstimationError(
            Said("trends-wave-has-replicate-weights-without-psus", wave=wave),
        )
    if psus is not None and psus < 2:
        raise _no_psus(psus, False)
    base = estimates.frame["n_base"].to_numpy(float)[rows]
    size = ones if psus is None else np.maximum(base / psus, 1.0)
    known = np.full(len(rows), np.nan if icc is None else float(icc))
    return Clusters(size, known, ones * np.nan, psus, 1.0, icc is not None)


def _no_psus(psus: int, alone: bool) -> DefinitionError:
    if alone:
        return DefinitionError(
            Said("trends-psus-the-respondents-of-the-last-wave", psus=psus),
        )
    return DefinitionError(
        Said("trends-psus-a-wave-in-clusters-needs-two-of", psus=psus),
    )


def _sizes(
    source: Any, rows: NDArray[np.intp], index: int, design: SampleDesign
) -> tuple[FloatArray, FloatArray, FloatArray]:
    parts = []
    for start in range(0, len(rows), AT_ONCE):
        member = source.scores(rows[start : start + AT_ONCE], index).member
        parts.append(cluster_sizes(design.weights, design.first.psu, member))
    size, kish, count = (np.concatenate(each) for each in zip(*parts, strict=True))
    return size, kish, count


def _pooled(frame: pd.DataFrame, kish: FloatArray, size: FloatArray) -> FloatArray:
    """Return the intraclass correlation of each row: that of the whole sample's row, if known.

    Few of a group fall in one cluster, and its own would be mostly noise.
    """
    own = intraclass_correlation(frame["deff"].to_numpy(float), kish, size)
    whole = {
        (question, response): value
        for question, response, breakdown, value in zip(
            frame["question"].astype(str),
            frame["response"].astype(str),
            frame["breakdown"].astype(str),
            own,
            strict=True,
        )
        if breakdown == TOTAL and np.isfinite(value)
    }
    keys = zip(frame["question"].astype(str), frame["response"].astype(str), strict=True)
    return np.array([whole.get(key, value) for key, value in zip(keys, own, strict=True)])


def next_degrees(df: FloatArray, clusters: Clusters, overlap: Overlap) -> FloatArray:
    """Return the degrees of freedom of a change between the last wave and the next, shape (k,)."""
    then = df
    if clusters.ratio != 1:
        strata = clusters.count - df
        then = np.maximum(clusters.count * clusters.ratio - strata, 0.0)
    return df + then if overlap == "none" else np.maximum(df, then)


def families_planned(
    estimates: Estimates, rows: NDArray[np.intp], size: int
) -> tuple[NDArray[np.object_], FloatArray]:
    """Return the family of each row's comparison, and how many are adjusted together there.

    A `size` over 1 is that of all; otherwise the families are the definition's, of the questions
    that the last wave asked. Comparisons in no family have size NaN.
    """
    frame, survey = estimates.frame.iloc[rows], estimates.survey
    names, sizes = np.full(len(rows), "", dtype=object), np.full(len(rows), np.nan)
    if size > 1 or survey is None:
        sizes[:] = size if size > 1 else np.nan
        return names, sizes
    wave, part = str(frame["wave"].iloc[0]), part_of(estimates)
    texts = [frame[name].astype(str).to_numpy(object) for name in KEY]
    groups: dict[str, set[str]] = {}
    for breakdown, group in zip(texts[2], texts[3], strict=True):
        groups.setdefault(breakdown, set()).add(group)
    families = families_of(survey, [name for name in groups if name != TOTAL])
    asked = {q.id for q in survey.questions.values() if q.asked_in(wave, part)}
    counts = {
        name: sum(_comparisons(member, groups) for member in members if member[0] in asked)
        for name, members in families.members.items()
    }
    for place, key in enumerate(zip(*texts, strict=True)):
        if name := families.family(*key):
            names[place], sizes[place] = name, float(max(counts[name], 1))
    return names, sizes


def _comparisons(followed: Followed, groups: Mapping[str, set[str]]) -> int:
    """Count what a member of a family compares: one group, or all of its breakdown."""
    _, _, breakdown, group = followed
    return 1 if group else len(groups.get(breakdown, "?"))


def assumed(clusters: Clusters, overlap: Overlap, deff: float | None, shared: float | None) -> Any:
    """Return what a plan supposes, as sentences by language."""
    messages = [_of_deff(clusters, deff)]
    if shared is not None:
        messages.append(Said("trends-the-correlation-of-the-two-waves"))
    else:
        messages.append(
            {
                "none": Said("trends-respondents-and-primary-units-change"),
                "psu": Said("trends-the-primary-units-return-and-what-two"),
                "respondent": Said("trends-as-many-people-return-as-between-the"),
            }[overlap]
        )
    return tuple(Both.of(each) for each in messages)


def _of_deff(clusters: Clusters, deff: float | None) -> Said:
    if deff is not None and not clusters.given:
        return Said("trends-the-design-effect-is-the-one-given")
    if np.isnan(clusters.icc).all():
        return Said("trends-as-many-interviews-as-in-the-last-wave")
    if clusters.psus is None or not (clusters.size > 1 + ALONE).any():
        return Said("trends-respondents-drawn-one-by-one-the-design")
    then = round(clusters.psus * clusters.ratio)
    return Said(
        "trends-the-next-wave-has-primary-units-the-last",
        then=then,
        psus=clusters.psus,
        correlation="given" if clusters.given else "last",
    )
