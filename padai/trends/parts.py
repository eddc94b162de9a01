"""COMPARE: two parts of a wave, which differ by mode and by population together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import ComparisonError, EstimationError
from padai.estimation.nets import Net
from padai.numerics.decomposition import standardised_influence, standardised_rates
from padai.numerics.designs import BoolArray, FloatArray, IntArray
from padai.numerics.differences import tested
from padai.results import Framed
from padai.trends.scoring import covariance_of, degrees_of, scored
from padai.waves.coding import CodedColumn, join_codings
from padai.waves.guards import guarded
from padai.waves.wave import Wave
from padai.words import Both, Said

if TYPE_CHECKING:
    import pandas as pd

#: What the contrast is called: the first only where people of one frame were allotted at random.
NAMES = {
    "mode_effect": Both("trends-mode-effect"),
    "parts": Both("trends-difference-between-the-parts-mode-and"),
}


@dataclass(frozen=True, eq=False, repr=False)
class PartContrast(Framed):
    """One part minus another.

    Attributes
    ----------
    frame : pandas.DataFrame
        Rows ``raw`` and, with a breakdown, ``adjusted``: adjustment, question, response, part,
        reference, estimate, std_error, conf_low, conf_high, df, statistic, p_value, n, n_reference.
    name : mapping
        What it may be called, by language.
    """

    _frame: pd.DataFrame
    name: Mapping[str, str]

    @property
    def note(self) -> Mapping[str, str]:
        """What must stand beside it, by language: what the contrast may be called."""
        return self.name


@guarded
def part_contrast(
    one: Wave,
    other: Wave,
    question: str,
    *,
    net: Net = None,
    by: str | None = None,
    randomised: bool | None = None,
    level: float = 0.95,
) -> PartContrast:
    """Compare two parts of a wave, raw and at the same make-up.

    Parameters
    ----------
    one, other
        Parts of one wave, of different respondents; the first minus the second.
    question, net
        One response; ``net="mean"`` the mean score.
    by
        A breakdown (``"a*b"`` crosses two): the adjusted contrast gives `other` the shares of
        `one`.
    randomised
        Whether people of one frame were allotted to the two modes at random: only then is the
        contrast a mode effect. None: as the definition declares (`randomised_with` of the parts).
    level
        Confidence level.

    Raises
    ------
    ComparisonError
        Both are the same part.
    EstimationError
        A group of `one` has nobody in `other`.

    Notes
    -----
    The parts' samples are independent: their variances add up.

    Examples
    --------
    >>> padai.part_contrast(phone, main, "trust", net="trust", by="age").frame  # doctest: +SKIP
    """
    import pandas as pd

    if (one.id, one.part) == (other.id, other.part) and one.survey is not None:
        raise ComparisonError(
            Said("trends-part-was-to-be-compared-with-itself-name", part=one.part)
        )
    first, second = (scored(wave, question, net) for wave in (one, other))
    both = _Both(
        one,
        other,
        np.concatenate([first.y, second.y]),
        np.concatenate([first.member, second.member]),
    )
    whole = CodedColumn(np.zeros(len(both.y), dtype=np.intp), ("all",))
    rows = [{"adjustment": "raw", **_contrast(both, whole, level)}]
    if by is not None:
        joined = join_codings([one.codes(by), other.codes(by)])
        rows.append({"adjustment": "adjusted", **_contrast(both, joined, level)})
    keys = {"question": question, "response": first.name, "part": one.part, "reference": other.part}
    frame = pd.DataFrame([{"adjustment": row.pop("adjustment"), **keys, **row} for row in rows])
    drawn = _declared(one, other) if randomised is None else randomised
    return PartContrast(frame, NAMES["mode_effect" if drawn else "parts"])


def _declared(one: Wave, other: Wave) -> bool:
    survey = one.survey
    if survey is None or one.id != other.id or one.id not in survey.waves:
        return False
    return survey.wave(one.id).randomised(one.part, other.part)


@dataclass(frozen=True, eq=False)
class _Both:
    """Two parts, one below the other."""

    one: Wave
    other: Wave
    y: FloatArray
    member: BoolArray


def _contrast(both: _Both, group: CodedColumn, level: float) -> dict[str, Any]:
    """Return one part minus the other, at the first one's shares of the groups."""
    n, size = len(both.one), (2, len(group.labels))
    inside = both.member & (group.codes >= 0)
    lower = np.arange(len(both.y)) >= n
    cell = np.where(inside, lower * size[1] + group.codes, 2 * size[1])
    _check(both, np.bincount(cell, minlength=2 * size[1] + 1)[:-1].reshape(size), group.labels)
    weights = [np.asarray(part.weights) for part in (both.one, both.other)]

    def difference(first: FloatArray, second: FloatArray) -> FloatArray:
        count = max(first.shape[1], second.shape[1])
        w = np.concatenate([np.broadcast_to(x, (len(x), count)) for x in (first, second)])
        rates = standardised_rates(both.y, cell, size, w, 0, None)
        return rates[:, :1] - rates[:, 1:]

    columns = [x[:, None] for x in weights]
    u = standardised_influence(both.y, cell, size, np.concatenate(weights), 0, None)
    u = u[:, :1] - u[:, 1:]
    variance = covariance_of(both.one, u[:n], inside[:n], lambda x: difference(x, columns[1]))
    variance = variance + covariance_of(
        both.other, u[n:], inside[n:], lambda x: difference(columns[0], x)
    )
    df = degrees_of(both.one, inside[:n]) + degrees_of(both.other, inside[n:])
    test = tested(difference(*columns)[0], variance[0], np.array([df]), level)
    names = ("difference", "std_error", "conf_low", "conf_high", "df", "statistic", "p_value")
    numbers = {name: float(getattr(test, name)[0]) for name in names}
    bases = {"n": int(inside[:n].sum()), "n_reference": int(inside[n:].sum())}
    return {"estimate": numbers.pop("difference"), **numbers, **bases}


def _check(both: _Both, counts: IntArray, labels: tuple[str, ...]) -> None:
    for part, own in zip((both.one, both.other), counts, strict=True):
        if not own.sum():
            raise EstimationError(
                Said("trends-nobody-in-this-part-answered-the", where=part._where)
            )
    empty = [labels[g] for g in np.flatnonzero((counts[0] > 0) & (counts[1] == 0))]
    if empty:
        raise EstimationError(
            Said(
                "trends-nobody-in-the-group-which-the-other-part",
                where=both.other._where,
                map=", ".join(map(repr, empty)),
            )
        )
