"""Column letters: which groups of a banner a group is above."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from string import ascii_uppercase
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from padai.errors import DefinitionError, EstimationError
from padai.estimation.sources import WaveSource
from padai.numerics.intervals import two_sided_p
from padai.numerics.multiplicity import bh, holm
from padai.results import TOTAL, Estimates, Letters
from padai.waves.guards import check_level, guarded
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]

_RULES: dict[str, Callable[[FloatArray], FloatArray]] = {
    "bh": bh,
    "holm": holm,
    "none": lambda p: p,
}


@guarded
def column_letters(
    estimates: Estimates,
    *,
    level: float = 0.95,
    lesser_level: float | None = None,
    adjust: str = "bh",
    min_base: int = 30,
    withheld: NDArray[np.bool_] | None = None,
) -> Letters:
    """Letter the groups of each breakdown, and say which ones each group is above.

    Parameters
    ----------
    estimates
        From an estimation verb, with breakdowns and its respondents.
    level
        A group is given the capital letter of another where its estimate is larger and the p-value
        of their difference is under one minus this.
    lesser_level
        A second, lower level, whose letters are small; None: none.
    adjust
        ``bh`` (default), ``holm`` or ``none``: over every pair of groups and every response of one
        question by one breakdown, which is the table that prints the letters.
    min_base
        Groups with fewer respondents are above and under none.
    withheld
        Rows that will not be shown, shape (rows,): no pair with one is tested, as if the group
        were too small, so that the letters of the others do not rest on it.

    Returns
    -------
    Letters
        With `frame`: the rows of `estimates.frame`, with ``letter`` (A, B... within a breakdown,
        AA after Z; empty for the total) and ``above`` (the letters of the groups that this one is
        above, in order).

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
        raise DefinitionError(
            Said(
                "estimation-adjust-is-not-known-use-one-of", adjust=adjust, rules=", ".join(_RULES)
            )
        )
    if lesser_level is not None:
        check_level("column_letters", "lesser_level", lesser_level)
        if lesser_level >= level:
            raise DefinitionError(
                Said(
                    "estimation-column-letters-lesser-level-is-not-under",
                    lesser_level=lesser_level,
                    level=level,
                ),
            )
    alpha = round(1 - level, 12)
    lesser = None if lesser_level is None else round(1 - lesser_level, 12)
    frame = estimates.frame.copy()
    letter = np.full(len(frame), "", dtype=object)
    above = np.full(len(frame), "", dtype=object)
    value, error = (frame[name].to_numpy(dtype=float) for name in ("estimate", "std_error"))
    known = (frame["df"] > 0) & (frame["n_base"] >= min_base)
    variance = np.where((error > 0) & known.to_numpy(), error**2, np.nan)
    for table in _tables(frame):
        names = np.array([_letter(i) for i in range(table.shape[1])], dtype=object)
        p = _pairs(estimates, table, value, variance)
        if withheld is not None:
            dark = withheld[table]
            p[dark[:, :, None] | dark[:, None, :]] = np.nan
        first, second = np.triu_indices(table.shape[1], 1)
        adjusted = _RULES[adjust](p[:, first, second].ravel()).reshape(len(p), -1)
        p[:, first, second] = p[:, second, first] = adjusted
        for own, rows in zip(p, table, strict=True):
            letter[rows] = names
            above[rows] = _won(own, value[rows], names, alpha, lesser)
    asked = {"verb": "column_letters", "level": level, "lesser_level": lesser_level}
    return Letters(frame.assign(letter=letter, above=above), {**asked, "adjust": adjust})


def _won(
    p: FloatArray, value: FloatArray, names: NDArray[np.object_], alpha: float, lesser: float | None
) -> list[str]:
    """For each group, the letters of those that it is above."""
    larger = value[:, None] > value
    clear = larger & (p < alpha)
    faint = larger & ~clear & (p < (alpha if lesser is None else lesser))
    return [
        " ".join(
            str(names[j]) if own[j] else str(names[j]).lower() for j in np.flatnonzero(own | less)
        )
        for own, less in zip(clear, faint, strict=True)
    ]


def _pairs(
    estimates: Estimates, table: IntArray, value: FloatArray, variance: FloatArray
) -> FloatArray:
    """P-values of the difference of each pair of groups, shape (R, G, G); NaN: no test.

    `variance` is NaN where a group takes no part.
    """
    own, top = variance[table], np.nanmax(variance[table], axis=1, initial=0.0)
    if not np.isfinite(own).any():
        return np.full((*table.shape, table.shape[1]), np.nan)
    source = estimates._attached_source()
    if not isinstance(source, WaveSource):
        raise EstimationError(Said("estimation-column-letters-are-of-estimates-that"))
    pairs = source.among_groups(table)
    spread = own[:, :, None] + own[:, None, :] - 2 * pairs.covariance
    gap = value[table][:, :, None] - value[table][:, None, :]
    with np.errstate(divide="ignore", invalid="ignore"):
        t = np.where(spread > 1e-14 * top[:, None, None], gap / np.sqrt(spread), np.nan)
    return two_sided_p(t, pairs.df)


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
    key = np.zeros(len(frame), dtype=np.int64)
    for name in ("wave", "question", "breakdown"):
        codes = frame[name].cat.codes.to_numpy().astype(np.int64)
        key = key * len(frame[name].cat.categories) + codes
    order = np.argsort(key, kind="stable")
    starts = np.flatnonzero(np.diff(key[order], prepend=-1))
    total = (frame["breakdown"] == TOTAL).to_numpy(bool)
    group, response = (frame[n].cat.codes.to_numpy().astype(np.intp) for n in ("group", "response"))
    for place in sorted(np.split(order, starts[1:]), key=lambda rows: int(rows[0])):
        if total[place[0]]:
            continue
        columns, rows = _by_appearance(group[place]), _by_appearance(response[place])
        table = np.full((int(rows.max()) + 1, int(columns.max()) + 1), -1, dtype=np.intp)
        table[rows, columns] = place
        yield table


def _by_appearance(codes: IntArray) -> IntArray:
    """Number codes in the order in which they first appear.

    >>> _by_appearance(np.array([5, 2, 5, 0])).tolist()
    [0, 1, 0, 2]
    """
    _, first, inverse = np.unique(codes, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.intp)
    rank[np.argsort(first)] = np.arange(len(first))
    return rank[inverse]
