"""COMPARE: a declared index over the waves, with what must stand beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from padai.errors import ComparisonError
from padai.results import Estimates
from padai.survey.indices import LEAST_ITEMS, Index
from padai.trends.breaks import breaks_between, forbidden
from padai.trends.differences import difference
from padai.trends.index import reliability, with_index
from padai.trends.index_reliability import Reliability
from padai.trends.invariance import Invariance, invariance
from padai.trends.series import trend
from padai.waves.stacking import Stack, stack
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

FAMILY = "index"
WITHOUT = "_without"
SEED = 20261


@dataclass(frozen=True, eq=False)
class FollowedIndex:
    """An index over the waves that asked all of its items.

    Attributes
    ----------
    index : Index
    means : Estimates
        The mean of each wave.
    change : pandas.DataFrame or None
        The last wave minus the one before, of the index and, where items failed, of the index
        without them; None where a break lies between.
    reliability : Reliability
        Of the last wave.
    invariance : tuple of (str, Invariance)
        By the waves, then by what the definition names.
    failed : tuple of str
        Items that fail in one of them.
    means_without : Estimates or None
        The means without those items, where they leave three or more.
    comparable : tuple of str
        The waves that no break of an item keeps from the last.
    breaks : tuple of str
        Ids of those breaks.
    """

    index: Index
    means: Estimates
    change: pd.DataFrame | None
    reliability: Reliability
    invariance: tuple[tuple[str, Invariance], ...]
    failed: tuple[str, ...]
    means_without: Estimates | None
    comparable: tuple[str, ...]
    breaks: tuple[str, ...]


def follow_index(waves: Stack, index: Index, *, level: float = 0.95) -> FollowedIndex:
    """Estimate a declared index over the waves, its reliability and its invariance.

    Parameters
    ----------
    waves
        From :func:`padai.stack`; those that did not ask every item are left out.
    index
        As the definition declares it.
    level
        Confidence level.

    Raises
    ------
    ComparisonError
        Fewer than two waves asked every item.

    Examples
    --------
    >>> follow_index(waves, survey.indices[0]).means.frame  # doctest: +SKIP
    """
    asked = _that_asked(waves, index.items)
    last = asked.wave_ids[-1]
    comparable, breaks = _comparable(asked, index.items, last)
    same = (
        stack([w for w in asked.waves if w.id in comparable], overlap=asked.overlap)
        if (len(comparable) > 1)
        else None
    )
    options: dict[str, Any] = {"reverse": index.reverse, "scores": index.scores or None}
    trusted = reliability(asked.waves[-1], index.items, seed=SEED, level=level, **options)
    tests = tuple(_tested(same, asked, index, options))
    failed = tuple(i for i in index.items if any(i in test.failed for _, test in tests))
    kept = [item for item in index.items if item not in failed]
    means = _means(asked, index, index.items, index.id, level)
    other = None
    if failed and len(kept) >= LEAST_ITEMS:
        other = _means(asked, index, kept, index.id + WITHOUT, level)
    change = _change(means, other, index, comparable, trusted) if len(comparable) > 1 else None
    return FollowedIndex(
        index, means, change, trusted, tests, failed, other, comparable, tuple(breaks)
    )


def _that_asked(waves: Stack, items: Sequence[str]) -> Stack:
    kept = [w for w in waves.waves if all(_asked(w, item) for item in items)]
    if len(kept) < 2:
        raise ComparisonError(
            Said(
                "trends-every-item-of-the-index-was-asked-in-of",
                items=", ".join(items),
                count_kept=len(kept),
            ),
        )
    return stack(kept, overlap=waves.overlap)


def _asked(wave: Any, item: str) -> bool:
    question = wave.question(item)
    known = question is None or wave.survey is None or wave.id not in wave.survey.waves
    return known or bool(question.asked_in(wave.id, wave.part))


def _comparable(waves: Stack, items: Sequence[str], last: str) -> tuple[tuple[str, ...], list[str]]:
    """Return the waves that no break of an item keeps from the last, and those breaks.

    A break of one item is a break of the index: a bridge is stated for a question, not for it.
    """
    import pandas as pd

    survey, part = waves.survey, waves.waves[0].part
    if survey is None or last not in survey.waves:
        return tuple(waves.wave_ids), []
    rows = pd.DataFrame({"question": list(items), "breakdown": "total", "group": "total"})
    kept, named = [], []
    for wave in waves.wave_ids:
        hit, ids = forbidden(rows, breaks_between(survey, wave, last), part)
        if not hit.any():
            kept.append(wave)
        named += [i for text in ids[hit] for i in str(text).split()]
    return tuple(kept), list(dict.fromkeys(named))


def _tested(
    same: Stack | None, asked: Stack, index: Index, options: dict[str, Any]
) -> list[tuple[str, Invariance]]:
    tests = []
    if same is not None:
        tests.append(("wave", invariance(same, index.items, "wave", **options)))
    for by in index.invariance:
        one = (
            invariance(asked.waves[-1], index.items, by, **options)
            if same is None
            else invariance(same, index.items, by, **options)
        )
        tests.append((by, one))
    return tests


def _means(waves: Stack, index: Index, items: Sequence[str], name: str, level: float) -> Estimates:
    reverse = [item for item in index.reverse if item in items]
    made = with_index(
        waves, name, items, answered=index.answered, reverse=reverse, scores=index.scores or None
    )
    return trend(made, name, net="mean", level=level)


def _change(
    means: Estimates,
    other: Estimates | None,
    index: Index,
    comparable: Sequence[str],
    trusted: Reliability,
) -> pd.DataFrame | None:
    """Compare the last wave with the comparable one before; no verdict of a loose index."""
    import pandas as pd

    order = [str(w) for w in means.frame["wave"].cat.categories]
    last, before = order[-1], order[-2]
    if before not in comparable:
        return None
    margin = index.margin.points if index.margin else None
    frames = [
        difference(each, last, before, family=FAMILY, margin=margin).frame
        for each in (means, other)
        if each is not None
    ]
    out = pd.concat([f.astype({"question": str}) for f in frames], ignore_index=True)
    if not trusted.verdicts:
        out["verdict"] = ""
    return out
