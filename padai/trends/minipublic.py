"""COMPARE: a mini-public before and after, and against the population, by exact methods.

Everything is unweighted and about the people who took part.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, floor, isfinite
from numbers import Real
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from padai.errors import ComparisonError, EstimationError
from padai.estimation.nets import Net
from padai.numerics.exact import (
    DRAWS,
    ExactTest,
    clopper_pearson,
    mcnemar_exact,
    multinomial_exact,
    sign_flip,
)
from padai.numerics.small_cells import (
    SENSITIVE_CELL,
    TELLS_ALL,
    merge_sensitive,
    merge_small,
    parts_of,
)
from padai.results import Framed
from padai.survey.target_checks import sum_of, sums_fault
from padai.trends.scoring import Scored, scored
from padai.waves.guards import guarded
from padai.waves.wave import Wave
from padai.words import Both, Said

if TYPE_CHECKING:
    import pandas as pd

MINIPUBLIC = "minipublic"
NO_COMPARISON_GROUP = Both("trends-no-comparison-group-the-change-is-not")
_OF = Both("trends-of")
SIGN_FLIP = "sign_flip"
"""The test of scores, as results name it."""
UP, DOWN, SAME = "moved_up", "moved_down", "unchanged"


def people(count: float, n: int, lang: str = "fr") -> str:
    """Return a share of a small group in people.

    Examples
    --------
    >>> people(7, 9, "en")
    '7 of 9'
    """
    return f"{count:g} {_OF[lang]} {n}"


@dataclass(frozen=True, eq=False, repr=False)
class MiniPublicChange(Framed):
    """What changed among the people who took part.

    Attributes
    ----------
    frame : pandas.DataFrame
        One row: question, response, n (people who answered both times), `before` and `after`
        (people, of a net; means, of scores), change, moved_up, moved_down, unchanged, `moved`,
        `up_low` and `up_high` (interval of those who moved up, in people out of `moved`), test,
        method, p_value, monte_carlo_error, reason.
    cells : pandas.DataFrame
        People by how they moved: cell, people, n. For a sensitive question, cells of fewer than 5
        people are merged with the largest; of scores, all are where a few people gave all of them
        the same before, or after, or where the few who gave one score once all gave one score the
        other time; and the frame holds no number that would tell them apart, nor a mean of scores
        that few gave.
    note : mapping
        What must stand beside it, by language.
    level : float
    """

    _frame: pd.DataFrame
    _cells: pd.DataFrame
    note: Mapping[str, str]
    level: float = 0.95

    @property
    def cells(self) -> pd.DataFrame:
        """People by how they moved."""
        return self._cells.copy()


@guarded
def minipublic_change(
    before: Wave,
    after: Wave,
    question: str,
    *,
    net: Net = None,
    seed: int = 1,
    draws: int = DRAWS,
    level: float = 0.95,
) -> MiniPublicChange:
    """Compare the answers of a mini-public before and after.

    Parameters
    ----------
    before, after
        The same people, matched by ``Design(id=...)``; those who answered once only are left out.
    question, net
        A net (moved in or out of it: exact McNemar test), or ``net="mean"``: the scores (test by
        turning signs). None: the headline net.
    seed, draws
        Of the draws, above 20 pairs of scores.
    level
        Confidence level of the interval of those who moved up among those who moved
        (Clopper-Pearson).

    Returns
    -------
    MiniPublicChange

    Raises
    ------
    ComparisonError
        No id column, nobody in both, or a survey's part that is no mini-public.

    Examples
    --------
    >>> padai.minipublic_change(before, after, "trust", net="trust").frame  # doctest: +SKIP
    """
    _check_minipublic(before)
    _check_minipublic(after)
    first, last = (scored(wave, question, net) for wave in (before, after))
    rows = _matched(before, after)
    both = first.member[rows[0]] & last.member[rows[1]]
    x, y = first.y[rows[0][both]], last.y[rows[1][both]]
    if not len(x):
        raise ComparisonError(Said("trends-nobody-answered-both-times", question=question))
    counts = {UP: int((y > x).sum()), DOWN: int((y < x).sum()), SAME: int((y == x).sum())}
    moved = counts[UP] + counts[DOWN]
    low, high = clopper_pearson(counts[UP], moved, level) if moved else (np.nan, np.nan)
    test, name = _tested(first, x, y, counts, seed, draws)
    whole = first.kind == "share"
    row: dict[str, object] = {
        "question": question, "response": first.name, "n": len(x),
        "before": float(x.sum() if whole else x.mean()),
        "after": float(y.sum() if whole else y.mean()),
        "change": float((y - x).sum() if whole else (y - x).mean()),
        **counts, "moved": moved,
        "up_low": floor(low * moved) if moved else np.nan,
        "up_high": ceil(high * moved) if moved else np.nan,
        "test": name, "method": test.method, "p_value": test.p_value,
        "monte_carlo_error": test.monte_carlo_error, "reason": "",
    }  # fmt: skip
    cells = {
        "moved_in" if whole and k == UP else "moved_out" if whole and k == DOWN else k: n
        for k, n in counts.items()
    }
    if whole:
        cells.pop(SAME)
        cells |= {"stayed_in": int((x * y).sum()), "stayed_out": int(((1 - x) * (1 - y)).sum())}
    if not _is_sensitive(before, question):
        return _shown(row, cells, cells, level)
    return _sensitive(row, cells, (x, y) if not whole else None, _least(before), level)


def _sensitive(
    row: dict[str, object],
    cells: dict[str, int],
    scores: tuple[np.ndarray, np.ndarray] | None,
    least: int,
    level: float,
) -> MiniPublicChange:
    """Return what is told of a sensitive question: of a net, or of `scores` before and after."""
    if scores is None:
        # nobody in a cell tells what all say now who are known to have said one thing before
        return _shown(row, cells, merge_small(cells, least, nobody=True), level)
    merged = merge_sensitive(cells, least)
    alike = _tells_of_all(*scores)
    if alike:  # who took part is known, or what they said once, and so is their answer
        merged = {"+".join(cells): len(scores[0])}
    return _shown(row, cells, merged, level, untold=alike or _rare_pair(*scores, least))


def _tells_of_all(x: np.ndarray, y: np.ndarray) -> bool:
    """Whether a few people all gave one score once, or all those who did gave one score again.

    A member who is known to have said yes before is known to say no now, where all such do. Of
    more than two scores, a few people tell that nobody's moved.
    """
    if len(x) < TELLS_ALL and (np.ptp(x) == 0 or np.ptp(y) == 0):
        return True
    if len(np.union1d(x, y)) > 2:
        return len(x) < TELLS_ALL and bool((x == y).all())
    groups = [of[one == value] for one, of in ((x, y), (y, x)) for value in np.unique(one)]
    return any(len(of) < TELLS_ALL and np.ptp(of) == 0 for of in groups)


def _rare_pair(x: np.ndarray, y: np.ndarray, least: int) -> bool:
    """Whether few gave one score before and one after.

    Two means, and how many moved either way, tell of two scores how many kept each; of more, what
    they leave is narrow in a small panel.
    """
    pairs = np.unique(np.column_stack([x, y]), axis=0, return_counts=True)[1]
    return bool((pairs < least).any())


def _tested(
    of: Scored, x: np.ndarray, y: np.ndarray, counts: Mapping[str, int], seed: int, draws: int
) -> tuple[ExactTest, str]:
    if of.kind == "share":
        return mcnemar_exact(counts[UP], counts[DOWN]), "mcnemar"
    return sign_flip(y - x, seed=seed, draws=draws), SIGN_FLIP


def _shown(
    row: dict[str, object],
    cells: dict[str, int],
    merged: dict[str, int],
    level: float,
    *,
    untold: bool = False,
) -> MiniPublicChange:
    """Return what is told: no number of the row where cells were merged, or it is `untold`."""
    import pandas as pd

    if untold or merged != cells:
        for name in row:
            if name not in ("question", "response", "n", "test", "reason"):
                row[name] = "" if name == "method" else np.nan
        row["reason"] = "sensitive_cells_merged"
    frame = pd.DataFrame([row])
    table = pd.DataFrame({"cell": list(merged), "people": list(merged.values()), "n": row["n"]})
    return MiniPublicChange(frame, table, NO_COMPARISON_GROUP, level)


@dataclass(frozen=True, eq=False, repr=False)
class MiniPublicProfile(Framed):
    """The people who took part, against the population.

    Attributes
    ----------
    frame : pandas.DataFrame
        By group: breakdown, group, people, n, `expected` (people, at the population's share).
    test : ExactTest
        That the people are a draw from the population.
    unclassified : int
        People in no group, left out.
    """

    _frame: pd.DataFrame
    test: ExactTest
    unclassified: int
    heads: ClassVar[Mapping[str, Both]] = {"expected": Both("results-column-expected-people")}


@guarded
def minipublic_profile(
    wave: Wave, by: str, shares: Mapping[str, float], *, seed: int = 1, draws: int = DRAWS
) -> MiniPublicProfile:
    """Compare who took part with the population.

    Parameters
    ----------
    wave
        The mini-public.
    by
        A breakdown that the definition declares (any column, of a wave without one).
    shares
        The population's, by group: shares or counts.
    seed, draws
        Of the draws, above six groups.

    Raises
    ------
    EstimationError
        The breakdown is not declared, or groups and shares do not match.

    Examples
    --------
    >>> padai.minipublic_profile(wave, "sex", {"F": 0.5, "M": 0.5}).test  # doctest: +SKIP
    """
    import pandas as pd

    _check_minipublic(wave)
    if wave.survey is not None and not wave.survey.has_breakdown(by):
        raise EstimationError(
            Said("trends-is-no-breakdown-of-the-definition-the", survey_id=wave.survey.id, by=by)
        )
    coded = wave.codes(by)
    given = _population(shares, by)
    # Without a definition, a group of the population may have nobody here.
    unknown = set(given) - set(coded.labels) if wave.survey is not None else set()
    unmatched = sorted(unknown | (set(coded.labels) - set(given)))
    if unmatched:
        raise EstimationError(
            Said(
                "trends-the-populations-shares-of-need-one", by=by, unmatched=", ".join(unmatched)
            ),
        )
    counts = np.bincount(coded.codes[coded.codes >= 0], minlength=len(coded.labels))
    cells = dict.fromkeys([*coded.labels, *given], 0)
    cells |= {label: int(n) for label, n in zip(coded.labels, counts, strict=True)}
    asked = wave.survey.breakdown(by).question if wave.survey is not None else by
    kept = cells
    if _is_sensitive(wave, asked):
        kept = merge_sensitive(cells, _least(wave))
    whole = sum(given.values())
    own = np.array([sum(given[g] for g in parts_of(k, cells)) / whole for k in kept])
    n = int(counts.sum())
    people_in = np.array(list(kept.values()), dtype=np.intp)
    test = multinomial_exact(people_in, own, seed=seed, draws=draws)
    frame = pd.DataFrame(
        {"breakdown": by, "group": list(kept), "people": people_in, "n": n, "expected": own * n}
    )
    return MiniPublicProfile(frame, test, len(wave) - n)


def _population(shares: Mapping[str, float], by: str) -> dict[str, float]:
    """Return the population's shares by group: numbers of 0 or more, shares or counts."""
    if not isinstance(shares, Mapping):
        kind = type(shares).__name__
        raise EstimationError(Said("trends-population-shares-are-a-mapping", by=by, given=kind))
    given: dict[str, float] = {}
    for group, share in shares.items():
        number = isinstance(share, Real) and not isinstance(share, bool)
        if not (number and isfinite(share) and share >= 0):
            raise EstimationError(
                Said("trends-the-populations-share-of-group-of-must", group=group, by=by),
            )
        given[str(group)] = float(share)
    fault = sums_fault([sum_of(by, given)])
    if fault is not None:
        raise EstimationError(fault)
    return given


def _check_minipublic(wave: Wave) -> None:
    if wave.survey is None:
        return
    kind = wave.survey.part(wave.id, wave.part).sample_type
    if kind != MINIPUBLIC:
        raise ComparisonError(
            Said(
                "trends-the-part-is-of-sample-type-exact-methods",
                survey_id=wave.survey.id,
                wave_id=wave.id,
                part=wave.part,
                kind=kind,
            )
        )


def _matched(before: Wave, after: Wave) -> tuple[np.ndarray, np.ndarray]:
    """Return the rows of the people in both, first of `before`, then of `after`."""
    import pandas as pd

    if before.design.id is None or after.design.id is None:
        raise ComparisonError(Said("trends-people-are-matched-by-an-identifier"))
    if before.date is not None and after.date is not None and before.date > after.date:
        raise ComparisonError(
            Said(
                "trends-wave-is-later-than-wave-name-the-earlier",
                before_id=before.id,
                after_id=after.id,
            )
        )
    ids = pd.Index(after.column(after.design.id))
    place = ids.get_indexer(pd.Index(before.column(before.design.id)))
    matched = np.flatnonzero(place >= 0)
    if not len(matched):
        raise ComparisonError(Said("trends-no-identifier-stands-in-both-waves"))
    return matched, place[matched]


def _is_sensitive(wave: Wave, name: str) -> bool:
    question = wave.question(name)
    return question is not None and question.sensitive


def _least(wave: Wave) -> int:
    return wave.survey.confidentiality.sensitive_cell if wave.survey else SENSITIVE_CELL
