"""Column letters: which groups of a banner a group is above."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from string import ascii_uppercase
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from padai.errors import DefinitionError
from padai.estimation.sources import WaveSource
from padai.numerics.intervals import two_sided_p
from padai.numerics.multiplicity import bh, holm
from padai.numerics.variance import sums_by
from padai.results import TOTAL, Estimates

if TYPE_CHECKING:
    import pandas as pd

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]

_RULES: dict[str, Callable[[FloatArray], FloatArray]] = {
    "bh": bh,
    "holm": holm,
    "none": lambda p: p,
}


def column_letters(
    estimates: Estimates,
    *,
    alpha: float = 0.05,
    lesser: float | None = None,
    adjust: str = "bh",
    min_base: int = 30,
) -> pd.DataFrame:
    """Letter the groups of each breakdown, and say which ones each group is above.

    Parameters
    ----------
    estimates
        From an estimation verb, with breakdowns and its respondents.
    alpha
        A group is given the capital letter of another where its estimate is larger and the p-value
        of their difference is under this.
    lesser
        A second, larger threshold, whose letters are small; None: none.
    adjust
        ``bh`` (default), ``holm`` or ``none``: over every pair of groups and every response of one
        question by one breakdown, which is the table that prints the letters.
    min_base
        Groups with fewer respondents are above and under none.

    Returns
    -------
    pandas.DataFrame
        The rows of `estimates.frame`, with ``letter`` (A, B... within a breakdown, AA after Z;
        empty for the total) and ``above`` (the letters of the groups that this one is above, in
        order).

    Raises
    ------
    DefinitionError
        An unknown rule, or thresholds out of order.
    EstimationError
        The estimates are detached.

    Notes
    -----
    Each pair is tested by its difference over its design standard error, covariance of the groups
    included, on t with psus minus strata of those who answer in either group. A group without a
    degree of freedom, or without a variance (a share of 0 or 1), is above and under none.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> from padai.estimation.proportions import proportion
    >>> from padai.waves.wave import Wave
    >>> rows = {"yes": [1] * 80 + [0] * 20 + [1] * 50 + [0] * 50, "g": ["a"] * 100 + ["b"] * 100}
    >>> shares = proportion(Wave(pd.DataFrame(rows), Design()), "yes", by="g", net={"yes": [1]})
    >>> column_letters(shares)[["group", "letter", "above"]].values.tolist()
    [['total', '', ''], ['a', 'A', 'B'], ['b', 'B', '']]
    """
    if adjust not in _RULES:
        raise DefinitionError(f"adjust='{adjust}' is not known. Use one of: {', '.join(_RULES)}.")
    if not 0 < alpha < 1 or (lesser is not None and not alpha < lesser < 1):
        raise DefinitionError("`alpha`, and `lesser` above it, lie between 0 and 1.")
    frame = estimates.frame.copy()
    letter = np.full(len(frame), "", dtype=object)
    above = np.full(len(frame), "", dtype=object)
    value = frame["estimate"].to_numpy(dtype=float)
    known = (
        (frame["std_error"] > 0) & (frame["df"] > 0) & (frame["n_base"] >= min_base)
    ).to_numpy()
    for table in _tables(frame):
        names = np.array([_letter(i) for i in range(table.shape[1])], dtype=object)
        p = _pairs(estimates, table, value, known)
        upper = np.triu_indices(table.shape[1], 1)
        flat = _RULES[adjust](np.concatenate([own[upper] for own in p]))
        for own, adjusted, rows in zip(p, np.split(flat, len(p)), table, strict=True):
            own[upper] = adjusted
            own.T[upper] = adjusted
            letter[rows] = names
            above[rows] = _won(own, value[rows], names, alpha, lesser)
    return frame.assign(letter=letter, above=above)


def _won(
    p: FloatArray, value: FloatArray, names: NDArray[np.object_], alpha: float, lesser: float | None
) -> list[str]:
    """For each group, the letters of those that it is above."""
    larger = value[:, None] > value
    texts = []
    for i in range(len(names)):
        clear = larger[i] & (p[i] < alpha)
        faint = larger[i] & ~clear & (p[i] < (alpha if lesser is None else lesser))
        said = [
            str(name) if clear[j] else str(name).lower()
            for j, name in enumerate(names)
            if clear[j] or faint[j]
        ]
        texts.append(" ".join(said))
    return texts


def _pairs(
    estimates: Estimates, table: IntArray, value: FloatArray, known: NDArray[np.bool_]
) -> list[FloatArray]:
    """P-values of the difference of each pair of groups, one matrix a response; NaN: no test."""
    df = _pair_degrees(estimates, table)
    found = []
    for rows in table:
        p = np.full((len(rows), len(rows)), np.nan)
        use = np.flatnonzero(known[rows])
        if use.size > 1:
            V = estimates.cov(rows[use])
            spread = np.add.outer(np.diag(V), np.diag(V)) - 2 * V
            gap = np.subtract.outer(value[rows[use]], value[rows[use]])
            with np.errstate(divide="ignore", invalid="ignore"):
                t = np.where(spread > 1e-14 * np.diag(V).max(), gap / np.sqrt(spread), np.nan)
            p[np.ix_(use, use)] = two_sided_p(t, df[np.ix_(use, use)])
        found.append(p)
    return found


def _pair_degrees(estimates: Estimates, table: IntArray) -> FloatArray:
    """Psus minus strata of the members of each pair of groups, shape (groups, groups)."""
    rows, source = table[0], estimates._attached_source()
    if isinstance(source, WaveSource):
        index = int(source.wave[rows[0]])
        sample = source.waves.sample_of(index)
        if sample.replicates is None or sample.staged:
            member = source.scores(rows, index).member.astype(float)
            stage = sample.first
            psus = sums_by(stage.psu, member, stage.n_psus) > 0
            strata = sums_by(stage.stratum, member, stage.n_strata) > 0
            return _in_either(psus) - _in_either(strata)
    df = np.zeros((len(rows), len(rows)))
    for i in range(len(rows)):
        for j in range(i):
            df[i, j] = df[j, i] = source.degrees(rows[[i, j]])
    return df


def _in_either(shown: NDArray[np.bool_]) -> FloatArray:
    """Count the units that show members of either of two groups, for each pair."""
    units = shown.astype(float)
    size = units.sum(0)
    return np.asarray(np.add.outer(size, size) - units.T @ units)


def _letter(place: int) -> str:
    """A, B... Z, AA, AB...

    >>> [_letter(i) for i in (0, 25, 26, 52)]
    ['A', 'Z', 'AA', 'BA']
    """
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = ascii_uppercase[rest] + text
    return text


def _tables(frame: pd.DataFrame) -> Iterator[IntArray]:
    """Positions of the rows of each wave, question and breakdown, shape (responses, groups)."""
    keys = frame[["wave", "question", "breakdown"]].astype(str)
    for place in keys.groupby(list(keys.columns), sort=False).indices.values():
        own = frame.iloc[place]
        if str(own["breakdown"].iloc[0]) == TOTAL:
            continue
        groups = list(dict.fromkeys(own["group"].astype(str)))
        responses = list(dict.fromkeys(own["response"].astype(str)))
        table = np.full((len(responses), len(groups)), -1, dtype=np.intp)
        at = (
            [responses.index(str(r)) for r in own["response"]],
            [groups.index(str(g)) for g in own["group"]],
        )
        table[at] = place
        yield table
