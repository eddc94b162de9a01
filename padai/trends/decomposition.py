"""COMPARE: why a result changed: other people, or other answers?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import ComparisonError, EstimationError
from padai.estimation.analysis import codes_of
from padai.estimation.items import Waves
from padai.estimation.nets import Net
from padai.estimation.sources import rows_of
from padai.numerics.decomposition import (
    EARLIER,
    LATER,
    GroupedRows,
    cells_of,
    kitagawa,
    kitagawa_influence,
    share_influence,
)
from padai.numerics.designs import FloatArray
from padai.numerics.differences import tested
from padai.results import Framed
from padai.trends.scoring import (
    Scored,
    covariance_of,
    degrees_of,
    refuse_breaks,
    scored,
    wave_index,
)
from padai.waves.guards import guarded
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

COMPOSITION, WITHIN, UNCLASSIFIED, CHANGE = "composition", "within", "unclassified", "change"
FIXED_SHARES, FIXED_FOR_ALL = "shares_fixed", "shares_fixed_but_for_nonresponse"
COLUMNS = (
    "wave", "reference", "question", "response", "breakdown", "group", "component",
    "estimate", "std_error", "conf_low", "conf_high", "df", "statistic", "p_value",
    "share", "share_reference", "rate", "rate_reference", "n_base", "reason",
)  # fmt: skip
#: Shares of which the variance is below this part of the one that drawing at random would give are
#: met by the calibration, not estimated.
FIXED = 1e-12


@dataclass(frozen=True, eq=False, repr=False)
class Decomposition(Framed):
    """A change in parts.

    Attributes
    ----------
    frame : pandas.DataFrame
        Columns `COLUMNS`; the whole change first, then the sums of its parts, then groups.
        `n_base` is the smaller base of the two waves. `reason` of a composition is
        ``shares_fixed`` where the weighting fixes the shares of both waves, so that they have no
        sampling error; ``shares_fixed_but_for_nonresponse`` where it fixes those of all
        respondents, of whom some did not answer the question.
    covariance : ndarray, shape (k, k)
        Of the rows of the frame.
    level : float
    provenance : mapping
    """

    _frame: pd.DataFrame
    covariance: FloatArray
    level: float = 0.95
    provenance: Mapping[str, Any] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._frame)


@guarded
def decompose(
    waves: Waves,
    question: str,
    later: str | None = None,
    earlier: str | None = None,
    *,
    net: Net = None,
    by: str = "",
    level: float = 0.95,
) -> Decomposition:
    """Divide a change into what other groups and what other answers within groups make of it.

    Parameters
    ----------
    waves
        From :func:`padai.stack`.
    question, net
        One response; ``net="mean"`` decomposes the mean score, None the headline net.
    by
        The breakdown of which the groups are taken; ``"a*b"`` crosses two.
    later, earlier
        Ids of the waves; None: the last two.
    level
        Confidence level.

    Returns
    -------
    Decomposition
        Composition and within-group change at the average of the two waves' shares and rates, by
        group and summed. Who is in no group of the breakdown makes a part of its own,
        ``unclassified``. The parts add up to the change. It describes; it does not say what caused.

    Raises
    ------
    EstimationError
        A group has nobody in one of the waves: the message names the group to merge.
    ComparisonError
        A wave is not in the stack, or a break lies between the two.

    Notes
    -----
    A group's composition is read with those of the other groups, whose shares move against it.

    References
    ----------
    Kitagawa, E. M. (1955). Components of a difference between two rates. *JASA* 50, 1168-1194.
    Standard errors: linearisation through the stacked design, calibration included, or the
    design's replicates.

    Examples
    --------
    >>> parts = padai.decompose(waves, "trust", "2025", "2024", net="trust", by="age_group")
    >>> len(parts.frame)
    7
    """
    last, first = pair_of(waves, later, earlier)
    response = scored(waves, question, net)
    if not by:
        raise EstimationError(Said("trends-decompose-needs-a-breakdown-by-age-group"))
    coded = codes_of(waves, by)
    rows = grouped_rows(waves, response, coded.codes, len(coded.labels), last, first)
    labels = check_groups(rows, coded.labels, question, by, (last, first))
    refuse_breaks(waves, question, by, labels, last, first)
    rows = _only_present(rows)
    member = rows.side >= 0
    w = np.asarray(waves.sample.weights)
    covariance = covariance_of(
        waves, kitagawa_influence(rows, w), member, lambda x: kitagawa(cells_of(rows, x))
    )
    fixed = _how_fixed(waves, rows, last, first)
    order = _order(rows)
    covariance = covariance[np.ix_(order, order)]
    keys = {"wave": last, "reference": first, "question": question, "response": response.name}
    frame = _frame(
        rows,
        w,
        covariance,
        order=order,
        labels=labels,
        fixed=fixed,
        df=degrees_of(waves, member),
        level=level,
    )
    frame = frame.assign(**keys, breakdown=by)
    about = {
        "verb": "decompose",
        "by": by,
        "later": last,
        "earlier": first,
        "unclassified": rows.unclassified,
        "shares_fixed": fixed,
    }
    return Decomposition(frame[list(COLUMNS)], covariance, level, about)


def pair_of(waves: Waves, later: str | None, earlier: str | None) -> tuple[str, str]:
    """Return the ids of the two waves to compare; the last two where none is named."""
    if len(waves.waves) < 2:
        raise ComparisonError(Said("trends-a-change-needs-two-waves-in-one-design"))
    last = str(later) if later is not None else waves.wave_ids[-1]
    place = wave_index(waves, last)
    first = str(earlier) if earlier is not None else waves.wave_ids[place - 1]
    if wave_index(waves, first) == place:
        raise ComparisonError(Said("trends-wave-compared-with-itself", wave=last))
    return last, first


def grouped_rows(
    waves: Waves, response: Scored, group: np.ndarray, size: int, later: str, earlier: str
) -> GroupedRows:
    """Return a response by row with its side and group."""
    side = np.full(len(waves), -1, dtype=np.intp)
    side[rows_of(waves, wave_index(waves, later))] = LATER
    side[rows_of(waves, wave_index(waves, earlier))] = EARLIER
    side[~response.member] = -1
    return GroupedRows(np.where(side >= 0, response.y, 0.0), side, group, size)


def check_groups(
    rows: GroupedRows, labels: tuple[str, ...], question: str, by: str, pair: tuple[str, str]
) -> tuple[str, ...]:
    """Return the groups that are there; stop at one that is there in one wave only."""
    counts = rows.counts()
    for side, wave in enumerate(pair):
        if not counts[side].sum():
            raise EstimationError(
                Said(
                    "trends-wave-nobody-who-answered-is-in-a-group",
                    wave=wave,
                    question=question,
                    by=by,
                )
            )
        empty = [labels[g] for g in np.flatnonzero((counts[side] == 0) & (counts.sum(0) > 0))]
        if empty:
            raise EstimationError(
                Said(
                    "trends-wave-of-nobody-in-the-group-answered-so",
                    wave=wave,
                    by=by,
                    empty=", ".join(repr(e) for e in empty),
                    question=question,
                )
            )
    return tuple(label for label, n in zip(labels, counts.sum(axis=0), strict=True) if n)


def _only_present(rows: GroupedRows) -> GroupedRows:
    """Leave out groups that neither wave has: they add nothing."""
    present = rows.counts().sum(axis=0) > 0
    table = np.append(np.where(present, np.cumsum(present) - 1, -1), -1)
    return GroupedRows(rows.y, rows.side, table[rows.group], int(present.sum()))


def _how_fixed(waves: Waves, rows: GroupedRows, later: str, earlier: str) -> str:
    """Return the reason that a composition carries; empty where its shares are estimated."""
    if _fixed_shares(waves, rows):
        return FIXED_SHARES
    everybody = Scored("", rows.y, np.ones(len(waves), dtype=bool), "share")
    asked = grouped_rows(waves, everybody, rows.group, rows.size, later, earlier)
    return FIXED_FOR_ALL if _fixed_shares(waves, asked) else ""


def _fixed_shares(waves: Waves, rows: GroupedRows) -> bool:
    """Whether the weighting fixes the shares of the groups in both waves."""
    w = np.asarray(waves.sample.weights)
    cells = cells_of(rows, w)
    member = (rows.side >= 0) & (rows.group >= 0)

    def shares(x: FloatArray) -> FloatArray:
        return cells_of(rows, x).share.reshape(2 * rows.size, -1).T

    variance = np.diag(covariance_of(waves, share_influence(rows, w), member, shares))
    p = cells.share[..., 0].reshape(-1)
    at_random = p * (1 - p) / np.repeat(rows.counts().sum(axis=1), rows.size)
    return bool((variance <= FIXED * np.maximum(at_random, FIXED)).all())


def _order(rows: GroupedRows) -> np.ndarray:
    """Return the places of kitagawa's numbers: change, sums, then groups."""
    g = rows.size
    sums = [2 * g + 3, 2 * g, 2 * g + 1] + ([2 * g + 2] if rows.unclassified else [])
    return np.array([*sums, *range(2 * g)], dtype=np.intp)


def _frame(
    rows: GroupedRows,
    weights: FloatArray,
    covariance: FloatArray,
    *,
    order: np.ndarray,
    labels: tuple[str, ...],
    fixed: str,
    df: float,
    level: float,
) -> pd.DataFrame:
    import pandas as pd

    cells, g = cells_of(rows, weights), rows.size
    estimate = kitagawa(cells)[0][order]
    variance = np.diag(covariance).copy()
    known = variance > FIXED * FIXED
    variance[~known] = 0.0
    test = tested(estimate, variance, np.full(len(order), df), level)
    place = np.where(order < 2 * g, order % g, g)
    names = np.array([*labels, "total"], dtype=object)
    kinds = np.array([COMPOSITION] * g + [WITHIN] * g + [COMPOSITION, WITHIN, UNCLASSIFIED, CHANGE])
    counts = rows.counts().min(axis=0)
    whole = min(int((rows.side == side).sum()) for side in (LATER, EARLIER))

    def spread(values: FloatArray) -> FloatArray:
        return np.append(values, np.nan)[place]

    component = kinds[order]
    reason = np.where(component == COMPOSITION, fixed, "")
    return pd.DataFrame(
        {
            "group": names[place],
            "component": component.astype(object),
            "estimate": test.difference,
            "std_error": test.std_error,
            "conf_low": test.conf_low,
            "conf_high": test.conf_high,
            "df": test.df,
            "statistic": test.statistic,
            "p_value": test.p_value,
            "share": spread(cells.share[LATER, :, 0]),
            "share_reference": spread(cells.share[EARLIER, :, 0]),
            "rate": spread(cells.rate[LATER, :, 0]),
            "rate_reference": spread(cells.rate[EARLIER, :, 0]),
            "n_base": np.append(counts, whole)[place],
            "reason": reason.astype(object),
        }
    )
