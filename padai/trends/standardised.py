"""COMPARE: a series with the make-up of the population held still."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from numbers import Real
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import ComparisonError, EstimationError
from padai.estimation.analysis import codes_of
from padai.estimation.items import Waves
from padai.estimation.nets import Net
from padai.numerics.decomposition import standardised_influence, standardised_rates
from padai.numerics.designs import FloatArray, IntArray
from padai.numerics.differences import tested
from padai.numerics.intervals import mean_interval
from padai.results import Framed
from padai.trends.scoring import covariance_of, degrees_of, refuse_breaks, scored, wave_index
from padai.waves.guards import guarded
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

#: Shares of a population add up to one within this much.
WHOLE = 1e-6


@dataclass(frozen=True, eq=False, repr=False)
class Standardised(Framed):
    """A series at fixed shares of a breakdown.

    Attributes
    ----------
    frame : pandas.DataFrame
        One row a wave: wave, question, response, breakdown, standard, estimate, std_error,
        conf_low, conf_high, df, n_base, and `as_estimated`, the estimate at the wave's own shares.
    covariance : ndarray, shape (waves, waves)
    shares : mapping
        The share of each group.
    level : float
    provenance : mapping
    """

    _frame: pd.DataFrame
    covariance: FloatArray
    shares: Mapping[str, float]
    level: float = 0.95
    provenance: Mapping[str, Any] = field(default_factory=dict)
    _df: Any = None

    def change(self, later: str, earlier: str) -> pd.DataFrame:
        """Return one wave minus another: estimate, std_error, interval, t and p; one row.

        Raises
        ------
        ComparisonError
            A wave is not in the series.
        """
        import pandas as pd

        waves = list(self._frame["wave"])
        absent = [w for w in (later, earlier) if str(w) not in waves]
        if absent:
            raise ComparisonError(
                Said(
                    "trends-wave-is-not-in-this-series-it-holds",
                    absent=absent[0],
                    waves=", ".join(waves),
                )
            )
        a, b = waves.index(str(later)), waves.index(str(earlier))
        values = self._frame["estimate"].to_numpy()
        v = self.covariance
        variance = np.array([v[a, a] + v[b, b] - 2 * v[a, b]])
        test = tested(values[[a]] - values[[b]], variance, np.array([self._df(a, b)]), self.level)
        columns = ("difference", "std_error", "conf_low", "conf_high", "df", "statistic", "p_value")
        row = {name: float(getattr(test, name)[0]) for name in columns}
        row = {"estimate": row.pop("difference"), **row}
        return pd.DataFrame([{"wave": str(later), "reference": str(earlier), **row}])

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_df": None}


@guarded
def standardise(
    waves: Waves,
    question: str,
    *,
    net: Net = None,
    by: str,
    to: str | Mapping[str, float],
    level: float = 0.95,
) -> Standardised:
    """Estimate a series as if every wave had the same shares of a breakdown's groups.

    Parameters
    ----------
    waves
        From :func:`padai.stack`.
    question, net
        One response; ``net="mean"`` the mean score, None the headline net.
    by
        The breakdown of which the shares are held; ``"a*b"`` crosses two.
    to
        The id of the wave of which the shares are taken (their sampling error enters the standard
        errors), or the shares of a population, by group, adding up to one.
    level
        Confidence level.

    Returns
    -------
    Standardised

    Raises
    ------
    EstimationError
        A group with a share has nobody in some wave; shares do not add up to one.
    ComparisonError
        A break lies between waves of the stack, or the wave named is not in it.

    Notes
    -----
    With fixed shares of mode, it takes away the effect of who answers by which mode; it does not
    take away that modes measure differently.

    References
    ----------
    Direct standardisation. With a population's shares, the estimate and the standard error are
    those after poststratification to them: R's ``postStratify``.

    Examples
    --------
    >>> standardised = padai.standardise(waves, "trust", net="trust", by="age_group", to="2025")
    >>> len(standardised.frame)
    8
    """
    response, coded = scored(waves, question, net), codes_of(waves, by)
    labels, count = coded.labels, len(waves.waves)
    for one, other in zip(waves.wave_ids[1:], waves.wave_ids[:-1], strict=True):
        refuse_breaks(waves, question, by, labels, one, other)
    wave = np.repeat(np.arange(count), [len(part) for part in waves.waves])
    inside = response.member & (coded.codes >= 0)
    cell = np.where(inside, wave * len(labels) + coded.codes, count * len(labels))
    given = None if isinstance(to, str) else _shares(to, labels, by)
    standard = wave_index(waves, to) if isinstance(to, str) else -1
    _check_filled(cell, waves, labels, by, given, standard)
    size = (count, len(labels))

    def rates(x: FloatArray) -> FloatArray:
        return standardised_rates(response.y, cell, size, x, standard, given)

    w = np.asarray(waves.sample.weights)
    u = standardised_influence(response.y, cell, size, w, standard, given)
    covariance = covariance_of(waves, u, inside, rates)
    frame = _frame(waves, rates(w[:, None])[0], covariance, inside, wave, level)
    frame["as_estimated"] = _own(response.y, w, wave, inside, count)
    keys = {"question": question, "response": response.name, "breakdown": by}
    named = to if isinstance(to, str) else "population"
    for place, (name, value) in enumerate({**keys, "standard": named}.items(), start=1):
        frame.insert(place, name, value)
    used = given if given is not None else _of_wave(cell, w, size, standard)
    about = {
        "verb": "standardise",
        "by": by,
        "to": named,
        "excluded": _excluded(waves, response.member, inside),
    }

    def df(a: int, b: int) -> float:
        return degrees_of(waves, inside & np.isin(wave, [a, b, standard]))

    shares = {label: float(s) for label, s in zip(labels, used, strict=True)}
    return Standardised(frame, covariance, shares, level, about, df)


def _shares(to: Mapping[str, float], labels: tuple[str, ...], by: str) -> FloatArray:
    unknown = [str(g) for g in to if str(g) not in labels]
    if unknown:
        raise EstimationError(
            Said(
                "trends-has-no-group-it-has",
                by=by,
                unknown=", ".join(unknown),
                labels=", ".join(labels),
            )
        )
    for group, share in to.items():
        if not isinstance(share, Real) or isinstance(share, bool) or not np.isfinite(float(share)):
            raise EstimationError(
                Said("trends-the-share-of-group-of-must-be-a-number", group=group, by=by),
            )
    given = {str(g): float(share) for g, share in to.items()}
    shares = np.array([given.get(label, 0.0) for label in labels])
    if (shares < 0).any() or abs(shares.sum() - 1) > WHOLE:
        raise EstimationError(
            Said("trends-the-shares-of-add-up-to-they-must-be-0", by=by, shares=f"{shares.sum():g}")
        )
    return shares


def _check_filled(
    cell: IntArray,
    waves: Waves,
    labels: tuple[str, ...],
    by: str,
    given: FloatArray | None,
    standard: int,
) -> None:
    size = (len(waves.waves), len(labels))
    counts = np.bincount(cell, minlength=size[0] * size[1] + 1)[:-1].reshape(size)
    needed = counts[standard] > 0 if given is None else given > 0
    for index, wave in enumerate(waves.wave_ids):
        empty = [labels[g] for g in np.flatnonzero(needed & (counts[index] == 0))]
        if empty:
            raise EstimationError(
                Said(
                    "trends-wave-nobody-in-the-group-of-answered-so",
                    wave=wave,
                    empty=", ".join(repr(e) for e in empty),
                    by=by,
                )
            )


def _frame(
    waves: Waves,
    estimate: FloatArray,
    covariance: FloatArray,
    inside: np.ndarray,
    wave: IntArray,
    level: float,
) -> pd.DataFrame:
    import pandas as pd

    count = len(waves.waves)
    df = np.array([degrees_of(waves, inside & (wave == index)) for index in range(count)])
    std_error = np.sqrt(np.maximum(np.diag(covariance), 0.0))
    low, high = mean_interval(estimate, std_error, df, level)
    n = [int((inside & (wave == index)).sum()) for index in range(count)]
    numbers = {"estimate": estimate, "std_error": std_error, "conf_low": low, "conf_high": high}
    return pd.DataFrame({"wave": list(waves.wave_ids), **numbers, "df": df, "n_base": n})


def _own(
    y: FloatArray, w: FloatArray, wave: IntArray, inside: np.ndarray, count: int
) -> FloatArray:
    total = np.bincount(wave, w * inside, count)
    own: FloatArray = np.bincount(wave, w * inside * y, count) / total
    return own


def _of_wave(cell: IntArray, w: FloatArray, size: tuple[int, int], standard: int) -> FloatArray:
    totals = np.bincount(cell, w, size[0] * size[1] + 1)[:-1].reshape(size)[standard]
    shares: FloatArray = totals / totals.sum()
    return shares


def _excluded(waves: Waves, member: np.ndarray, inside: np.ndarray) -> dict[str, int]:
    """Count, by wave, who answered and is in no group."""
    lost = np.split(member & ~inside, np.cumsum([len(part) for part in waves.waves])[:-1])
    return {name: int(part.sum()) for name, part in zip(waves.wave_ids, lost, strict=True)}
