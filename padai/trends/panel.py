"""COMPARE: the same people in two waves: who moved, how much, and who left.

What is estimated is change among the people who answered both waves. It is not the net change of
the population, which :func:`padai.difference` gives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.design import Design, Replicates
from padai.errors import ComparisonError, DataError
from padai.estimation import mean, proportion
from padai.estimation.items import coded_over
from padai.estimation.nets import Net
from padai.numerics.designs import BoolArray, FloatArray, IntArray, ReplicateWeights
from padai.numerics.differences import tested
from padai.results import Framed
from padai.trends.longitudinal import DECLARED, chosen_weight
from padai.trends.scoring import refuse_breaks, scored
from padai.waves.coding import CodedColumn
from padai.waves.guards import guarded
from padai.waves.wave import Wave
from padai.words import Both, Said

if TYPE_CHECKING:
    import pandas as pd

NOT_NET_CHANGE = Both("trends-change-among-people-who-answered-both")
CHANGE = "change"
NUMBERS = ["estimate", "std_error", "conf_low", "conf_high", "df", "n_base"]


@dataclass(frozen=True, eq=False, repr=False)
class PanelResult(Framed):
    """A table about the people of a panel.

    Attributes
    ----------
    frame : pandas.DataFrame
    note : mapping
        What must stand beside it, by language; empty where nothing must.
    provenance : mapping
        Among others `in_both`, `without_weight` (people in both whose longitudinal weight is blank
        or 0, left out) and `weight`.
    level : float
    """

    _frame: pd.DataFrame
    note: Mapping[str, str] = field(default_factory=dict)
    provenance: Mapping[str, Any] = field(default_factory=dict)
    level: float = 0.95


@guarded
def turnover(
    before: Wave,
    after: Wave,
    question: str,
    *,
    weight: str | None = DECLARED,
    replicates: Replicates | None = None,
    level: float = 0.95,
) -> PanelResult:
    """Cross a question's answers in one wave with the same people's answers in another.

    Parameters
    ----------
    before, after
        Matched by ``Design(id=...)``.
    question
        With codes, asked in both.
    weight
        The column of longitudinal weights, in `after` or `before`; ``declared``: the one that the
        definition names for `after`. None: the weights of `before`.
    replicates
        The longitudinal weight's own replicates, such as ``Bootstrap(prefix="lbw")``, in the file
        that holds the weight; blank where it is. None: those that the definition declares for that
        weight. Where the design of a wave has replicate weights they are required: those of the
        wave's own weight are not those of another weight.
    level
        Confidence level.

    Returns
    -------
    PanelResult
        One row a pair of answers: `before`, `after`, n, the share of all (`estimate`) and of those
        who gave the answer before (`of_before`), each with standard error and interval.

    Raises
    ------
    ComparisonError
        Nobody in both, no id column, no weight declared, or a break between the waves; a
        longitudinal weight without replicates where the design has them.

    Notes
    -----
    A longitudinal weight is taken as it is given: how it was calibrated is not known here, unless
    its replicates were calibrated too. Without replicates, strata and psus are those of `before`.

    References
    ----------
    R: ``svymean(~interaction(before, after), design)``, the design of the longitudinal weight.

    Examples
    --------
    >>> flows = padai.turnover(w24, w25, "trust", weight="panel_weight")
    >>> len(flows.frame)
    25
    """
    import pandas as pd

    refuse_breaks(after, question, "total", (), after.id, before.id)
    pair = _pair(before, after, weight, replicates)
    first = coded_over(before, question)[0]
    last = pair.brought(coded_over(after, question)[0])
    both = pair.inside & (first.codes >= 0) & (last.codes >= 0)
    some(both, question)
    pairs = [(a, b) for a in first.labels for b in last.labels]
    cell = np.where(both, first.codes * len(last.labels) + last.codes, -1)
    columns = {
        "from": CodedColumn(
            np.where(both, first.codes, -1), tuple(map(str, range(len(first.labels))))
        ),
        "to": CodedColumn(np.where(both, last.codes, -1), tuple(map(str, range(len(last.labels))))),
        "cell": CodedColumn(cell, tuple(map(str, range(len(pairs))))),
    }
    wave = pair.wave({name: _categories(coded) for name, coded in columns.items()})
    joint = proportion(wave, "cell", level=level).frame
    of = proportion(wave, "to", by="from", level=level).frame
    of = of[of["breakdown"] == "from"].reset_index(drop=True)
    table = pd.DataFrame(pairs, columns=["before", "after"])
    table["n"] = np.bincount(cell[both], minlength=len(pairs))
    for name in NUMBERS:
        table[name] = joint[name].to_numpy()
    for name in NUMBERS:
        table["of_before" if name == "estimate" else f"of_before_{name}"] = of[name].to_numpy()
    about = {"verb": "turnover", "question": question, **pair.about}
    return PanelResult(table, NOT_NET_CHANGE, about, level)


@guarded
def paired_change(
    before: Wave,
    after: Wave,
    question: str,
    *,
    net: Net = None,
    weight: str | None = DECLARED,
    replicates: Replicates | None = None,
    by: str | Sequence[str] | None = None,
    level: float = 0.95,
) -> PanelResult:
    """Estimate the mean change of the people who answered both waves.

    Parameters
    ----------
    before, after, weight, replicates, level
        As in :func:`turnover`.
    question, net
        A net (change in its share), or ``net="mean"`` (change of scores or numbers). None: the
        headline net.
    by
        Breakdowns, by the answers given before.

    Returns
    -------
    PanelResult
        Rows by breakdown and group: `before` and `after`, `estimate` of the change with standard
        error, interval, t and p, and the shares that moved `up` and `down`.

    References
    ----------
    R: ``svymean(~I(after - before), design)``.

    Examples
    --------
    >>> change = padai.paired_change(w24, w25, "trust", net="trust", weight="panel_weight")
    >>> len(change.frame)
    1
    """
    refuse_breaks(after, question, "total", (), after.id, before.id)
    pair = _pair(before, after, weight, replicates)
    first, last = scored(before, question, net), scored(after, question, net)
    both = pair.inside & first.member & pair.brought_mask(last.member)
    some(both, question)
    x, y = first.y, pair.brought_values(last.y)
    names = [by] if isinstance(by, str) else list(by or ())
    columns: dict[str, Any] = {
        CHANGE: np.where(both, y - x, np.nan), "before": np.where(both, x, np.nan),
        "after": np.where(both, y, np.nan), "up": np.where(both, (y > x) * 1.0, np.nan),
        "down": np.where(both, (y < x) * 1.0, np.nan),
    }  # fmt: skip
    wave = pair.wave(columns | {f"by {name}": _categories(before.codes(name)) for name in names})
    means = mean(wave, list(columns), by=[f"by {name}" for name in names] or None, level=level)
    table = _changes(means.frame)
    table.insert(0, "question", question)
    table.insert(1, "response", first.name)
    about = {"verb": "paired_change", "question": question, **pair.about}
    return PanelResult(table, NOT_NET_CHANGE, about, level)


def _changes(frame: pd.DataFrame) -> pd.DataFrame:
    """Put the change, its test, and the means that go with it on one row a group."""
    parts = {
        str(name): part.reset_index(drop=True)
        for name, part in frame.groupby("question", observed=True, sort=False)
    }
    table = parts[CHANGE][["breakdown", "group", *NUMBERS]].copy()
    table["breakdown"] = table["breakdown"].astype(str).str.removeprefix("by ")
    table["group"] = table["group"].astype(str)
    numbers = (table[name].to_numpy(float) for name in ("estimate", "std_error", "df"))
    estimate, std_error, df = numbers
    test = tested(estimate, std_error**2, df, 0.95)
    table["statistic"], table["p_value"] = test.statistic, test.p_value
    for name in ("before", "after", "up", "down"):
        table[name] = parts[name]["estimate"].to_numpy()
    return table


@dataclass(frozen=True, eq=False)
class _Pair:
    """Two waves matched: rows are those of the earlier, so that its design stays whole.

    Attributes
    ----------
    before, after : Wave
    place : ndarray of int, shape (n,)
        Row of the same person in `after`; -1 where there is none.
    inside : ndarray of bool, shape (n,)
        In both, with a longitudinal weight.
    weights : ndarray, shape (n,), or None
        Longitudinal weights; those outside are not used. None: those of `before`, in force.
    about : mapping
    design : Design or None
        That of `before`, with the replicates of the longitudinal weight.
    replicates : ReplicateWeights or None
        The longitudinal weight's own; None: it has none, and neither has the design.
    """

    before: Wave
    after: Wave
    place: IntArray
    inside: BoolArray
    weights: FloatArray | None
    about: Mapping[str, Any]
    design: Design | None = None
    replicates: ReplicateWeights | None = None

    def brought(self, coded: CodedColumn) -> CodedColumn:
        """Return codes of `after` by the rows of `before`."""
        return CodedColumn(np.where(self.place >= 0, coded.codes[self.place], -1), coded.labels)

    def brought_values(self, values: FloatArray) -> FloatArray:
        """Return values of `after` by the rows of `before`; 0 where there are none."""
        return np.where(self.place >= 0, values[self.place], 0.0)

    def brought_mask(self, mask: BoolArray) -> BoolArray:
        """Return a mask of `after` by the rows of `before`."""
        return (self.place >= 0) & mask[self.place]

    def wave(self, columns: Mapping[str, Any]) -> Wave:
        """Return a wave of the design of `before` with these columns alone."""
        import pandas as pd

        frame = pd.DataFrame(dict(columns))
        changes: dict[str, Any] = {"_frame": frame, "_coded": {}, "survey": None}
        if self.weights is not None:
            changes |= {"_weights": self.weights, "calibrations": ()}
            changes |= {"design": self.design, "_replicates": self.replicates}
        return self.before._changed(**changes)


def _pair(before: Wave, after: Wave, weight: str | None, replicates: Replicates | None) -> _Pair:
    place = place_of(before, after)
    inside = place >= 0
    if not inside.any():
        raise ComparisonError(
            Said(
                "trends-no-identifier-stands-in-both-waves-and",
                before_id=before.id,
                after_id=after.id,
            )
        )
    chosen = chosen_weight(before, after, weight, replicates)
    about: dict[str, Any] = {"in_both": int(inside.sum()), "weight": chosen.column or "before"}
    if chosen.column is None:
        return _Pair(before, after, place, inside, None, {**about, "without_weight": 0})
    given = chosen.weights(place)
    known = inside & (given > 0)
    about["without_weight"] = int((inside & ~known).sum())
    if not known.any():
        raise DataError(
            Said("trends-nobody-in-both-waves-has-a-longitudinal", column=chosen.column)
        )
    weights = np.where(known, given, before.weights)
    design, made = chosen.replicated(place, known, weights)
    return _Pair(before, after, place, known, weights, about, design, made)


def place_of(one: Wave, other: Wave) -> IntArray:
    """Return, for each row of a wave, the row of the same person in the other; -1: none."""
    import pandas as pd

    if one.design.id is None or other.design.id is None:
        raise ComparisonError(Said("trends-people-are-matched-by-an-identifier"))
    ids = pd.Index(other.column(other.design.id))
    return np.asarray(ids.get_indexer(pd.Index(one.column(one.design.id))), dtype=np.intp)


def some(both: BoolArray, question: str) -> None:
    """Stop where nobody answered in both waves."""
    if not both.any():
        raise ComparisonError(Said("trends-nobody-answered-in-both-waves", question=question))


def _categories(coded: CodedColumn) -> pd.Categorical[str]:
    import pandas as pd

    return pd.Categorical.from_codes(coded.codes, categories=pd.Index(coded.labels))
