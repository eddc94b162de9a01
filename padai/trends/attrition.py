"""COMPARE: who of a panel left, and whether having answered before changes answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import ComparisonError, EstimationError
from padai.estimation import crosstab_test, glm, proportion
from padai.estimation.nets import Net
from padai.numerics.designs import FloatArray
from padai.numerics.differences import tested
from padai.numerics.multiplicity import holm
from padai.numerics.threads import pinned
from padai.results import Framed, Model
from padai.trends.panel import NUMBERS, PanelResult, place_of, some
from padai.trends.scoring import covariance_of, degrees_of, scored
from padai.waves.guards import guarded
from padai.waves.wave import Wave
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

RETURNED = "returned"


@dataclass(frozen=True, eq=False, repr=False)
class Attrition(Framed):
    """Who came back.

    Attributes
    ----------
    frame : pandas.DataFrame
        Rows by breakdown and group: the share of the earlier wave that answered the later one,
        with standard error, interval, degrees of freedom and base.
    tests : pandas.DataFrame
        One row a breakdown: Rao-Scott F of returning against it, p, and p by Holm over breakdowns.
    model : Model or None
        Logistic regression of returning, where a formula was given.
    provenance : mapping
    """

    _frame: pd.DataFrame
    _tests: pd.DataFrame
    model: Model | None = None
    provenance: Mapping[str, Any] = field(default_factory=lambda: {"verb": "attrition"})

    @property
    def tests(self) -> pd.DataFrame:
        """The correlates, one by one."""
        return self._tests.copy()


@guarded
def attrition(
    before: Wave,
    after: Wave,
    by: Sequence[str] = (),
    *,
    correlates: str | None = None,
    level: float = 0.95,
) -> Attrition:
    """Estimate who of a wave answered the next one, and what goes with it.

    Parameters
    ----------
    before, after
        Matched by ``Design(id=...)``. The weights are those of `before`.
    by
        Breakdowns, questions or columns of `before`.
    correlates
        The right side of a formula, such as ``"age_group + trust"``, for a joint logit.
    level
        Confidence level.

    Raises
    ------
    EstimationError
        Everybody came back, or nobody did.

    Examples
    --------
    >>> losses = padai.attrition(w24, w25, ["sex", "age_group"])
    >>> len(losses.frame)
    5
    """
    import pandas as pd

    place = place_of(before, after)
    frame = before.frame
    returned = (place >= 0) & after.weighs[place]  # a weight of zero answers for nobody
    frame[RETURNED] = returned.astype(np.int64)
    if returned.all() or not returned.any():
        who = Said("trends-everybody") if returned[0] else Said("trends-nobody")
        raise EstimationError(
            Said(
                "trends-of-wave-answered-wave-there-is-no",
                who=who,
                before_id=before.id,
                after_id=after.id,
            )
        )
    wave = before._changed(_frame=frame, _coded={})
    returns = proportion(wave, RETURNED, net="1", by=list(by) or None, level=level).frame
    table = returns[["breakdown", "group", *NUMBERS]].astype({"breakdown": str, "group": str})
    rows = [(name, crosstab_test(wave, RETURNED, name)) for name in by]
    tests = pd.DataFrame(
        [(name, t.statistic, t.df, t.df_denominator, t.p_value, t.n) for name, t in rows],
        columns=["breakdown", "statistic", "df", "df_denominator", "p_value", "n"],
    )
    tests["p_adjusted"] = holm(tests["p_value"].to_numpy(float))
    model = None
    if correlates:
        model = glm(wave, f"{RETURNED} ~ {correlates}", family="binomial", level=level)
    return Attrition(table, tests, model)


@guarded
@pinned
def conditioning(
    before: Wave, after: Wave, question: str, *, net: Net = None, level: float = 0.95
) -> PanelResult:
    """Compare the people of a wave who had answered before with those who are new in it.

    Parameters
    ----------
    before, after
        Matched by ``Design(id=...)``. Who has a weight of zero in the earlier wave answered for
        nobody there, and is not new either: they are on neither side.
    question, net
        As in :func:`paired_change`.
    level
        Confidence level.

    Returns
    -------
    PanelResult
        One row: `stayed`, `fresh` and their difference, with standard error, interval, t and p.

    Raises
    ------
    ComparisonError
        The later wave has no fresh sample: conditioning is not identified.

    Examples
    --------
    >>> effect = padai.conditioning(w24, w25, "trust", net="trust")
    >>> len(effect.frame)
    1
    """
    import pandas as pd

    response, place = scored(after, question, net), place_of(after, before)
    stayed = (place >= 0) & before.weighs[place]
    sides = np.stack([response.member & stayed, response.member & (place < 0)], axis=1)
    if not sides[:, 1].any():
        raise ComparisonError(
            Said(
                "trends-wave-has-no-fresh-sample-beside-those",
                after_id=after.id,
                before_id=before.id,
            )
        )
    some(sides[:, 0], question)

    def difference(w: FloatArray) -> FloatArray:
        top, bottom = (w * response.y[:, None]).T @ sides, w.T @ sides
        ratio = top / bottom
        return ratio[:, [0]] - ratio[:, [1]]

    w = np.asarray(after.weights)
    each = (w * response.y) @ sides / (w @ sides)
    u = (sides * (response.y[:, None] - each) / (w @ sides)) @ np.array([[1.0], [-1.0]])
    member = sides[:, 0] | sides[:, 1]
    variance = covariance_of(after, u, member, difference)[0]
    test = tested(each[:1] - each[1:], variance, np.array([degrees_of(after, member)]), level)
    row = {
        "question": question, "response": response.name, "stayed": each[0], "fresh": each[1],
        "estimate": test.difference[0], "std_error": test.std_error[0],
        "conf_low": test.conf_low[0], "conf_high": test.conf_high[0], "df": test.df[0],
        "statistic": test.statistic[0], "p_value": test.p_value[0],
        "n_stayed": int(sides[:, 0].sum()), "n_fresh": int(sides[:, 1].sum()),
    }  # fmt: skip
    return PanelResult(pd.DataFrame([row]), {}, {"verb": "conditioning"}, level)
