"""Who differs: each group of a wave against the others of its breakdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from padai.errors import EstimationError
from padai.estimation.items import Tabulated, score_item, share_item
from padai.numerics.differences import adjusted_by, equivalence_p, sizes_by, tested
from padai.numerics.group_contrasts import GroupContrasts, groups_against_rest, indicator_pairs
from padai.results import DIFFERENCE_COLUMNS, Differences
from padai.survey import Question, Survey
from padai.trends.differences import MINIMUM_BASE
from padai.trends.families import family_responses, has_verdicts
from padai.trends.margins import is_share, margins_of
from padai.trends.verdicts import enough, group_verdicts, verdicts
from padai.waves import Wave
from padai.waves.guards import guarded
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

REST = "rest"


@guarded
def difference_from_rest(
    wave: Wave,
    questions: str | Sequence[str] | None = None,
    *,
    by: str | Sequence[str],
    adjust: str = "holm",
    level: float = 0.95,
) -> Differences:
    """Compare each group with the others of its breakdown, in one wave.

    Parameters
    ----------
    wave
        A wave with its survey.
    questions
        One or several; None: all that the wave has.
    by
        Breakdowns of the definition, or columns.
    adjust
        ``"holm"``, ``"bh"`` or ``"none"``, within each question and breakdown.
    level
        Confidence level.

    Returns
    -------
    Differences
        `reference` is ``rest``; the response is the one that the question's verdicts are of. Where
        a breakdown has two groups, the two rows are one comparison seen from both sides, and
        count as one in the family.

    Raises
    ------
    EstimationError
        The wave has no survey to say which responses are followed.

    Examples
    --------
    >>> contrasts = padai.difference_from_rest(wave, "trust", by="sex")
    >>> len(contrasts.frame)
    2
    """
    import pandas as pd

    if wave.survey is None:
        raise EstimationError(Said("trends-difference-from-rest-takes-the-responses"))
    named = [questions] if isinstance(questions, str) else questions
    asked = [
        q
        for q in wave.survey.questions.values()
        if (named is None or q.id in named)
        and q.type in ("single", "multiple", "rating")
        and q.asked_in(wave.id, wave.part)
    ]
    breakdowns = [by] if isinstance(by, str) else list(by)
    made = [part for q in asked for part in _compared(wave, q, breakdowns)]
    if not made:
        empty = pd.DataFrame(columns=list(DIFFERENCE_COLUMNS))
        return Differences(empty, level, wave.survey, {})
    judged = _judged(_rows(wave, made, level), wave.survey, adjust)
    allowed = has_verdicts(wave.survey, wave.id, wave.part)
    frame = judged[list(DIFFERENCE_COLUMNS)]
    if not allowed:
        frame = frame.assign(verdict="")
    about = {"verb": "difference_from_rest", "wave": wave.id, "adjust": adjust}
    source = FromRest(judged, adjust, allowed)
    return Differences(frame, level, wave.survey, about, source)


@dataclass(frozen=True, eq=False)
class FromRest:
    """What comparisons with the rest were made of: kept with them until they are detached.

    Attributes
    ----------
    judged : pandas.DataFrame
        The comparisons, with `within_margin`: each p of equivalence before the adjustment.
    adjust : str
    verdicts : bool
        Whether the wave may have verdicts.
    """

    judged: pd.DataFrame
    adjust: str
    verdicts: bool


@dataclass(frozen=True, eq=False)
class _Compared:
    """One response of a question in every group, against the rest of its breakdown."""

    question: str
    response: str
    labels: list[tuple[str, str]]
    contrasts: GroupContrasts


def _compared(wave: Wave, question: Question, breakdowns: list[str]) -> Iterator[_Compared]:
    survey = wave.survey
    assert survey is not None
    its_own = {b.id for b in survey.breakdowns if b.question == question.id}
    codings = [(name, wave.codes(name)) for name in breakdowns if name not in its_own]
    if not codings:
        return
    pairs = [indicator_pairs(coded.codes, len(coded.labels)) for _, coded in codings]
    labels = [(name, group) for name, coded in codings for group in coded.labels]
    inside, others = (np.concatenate(side, axis=1) for side in zip(*pairs, strict=True))
    for response in family_responses(question, survey):
        item = score_item(wave, question.id) if response == "mean" else None
        a, b = _scores(item or share_item(wave, question.id, response))
        contrasts = groups_against_rest(a, b, inside, others, wave.sample)
        yield _Compared(question.id, response, labels, contrasts)


def _scores(item: Tabulated) -> tuple[np.ndarray, np.ndarray]:
    """Return numerator and denominator of an item's first response, each of shape (n, 1)."""
    response = item.responses[0]
    codes = item.fields[response.field].codes
    score = np.array([*response.scores, 0.0])
    counted = np.array([*(float(inside) for inside in response.base), 0.0])
    return (score * counted)[codes][:, None], counted[codes][:, None]


def _rows(wave: Wave, parts: list[_Compared], level: float) -> pd.DataFrame:
    import pandas as pd

    def joined(value: Callable[[GroupContrasts], np.ndarray]) -> np.ndarray:
        return np.concatenate([value(part.contrasts) for part in parts])

    survey = wave.survey
    made = tested(
        joined(lambda f: f.difference),
        joined(lambda f: f.variance),
        joined(lambda f: f.df.astype(float)),
        level,
    )
    keys = [(p.question, p.response, *label) for p in parts for label in p.labels]
    frame = pd.DataFrame(keys, columns=["question", "response", "breakdown", "group"])
    frame.insert(0, "wave", wave.id)
    frame["estimate"], frame["std_error"] = made.difference, made.std_error
    frame["conf_low"], frame["conf_high"] = made.conf_low, made.conf_high
    frame["df"] = made.df
    base = joined(lambda f: np.minimum(f.group.n, f.rest.n))
    frame["n_base"] = base
    for name in ("n_eff", "deff", "cv"):
        frame[name] = np.nan
    lone = made.df <= 0
    frame["flag"] = np.where(base == 0, "0", np.where(lone, "d", ""))
    frame["reason"] = np.where(
        base == 0, "empty_domain", np.where(lone, "no_degrees_of_freedom", "")
    )
    frame["reference"] = REST
    frame["statistic"], frame["p_value"] = made.statistic, made.p_value
    frame["breaks"] = ""
    minimum = survey.reliability.minimum_base if survey else MINIMUM_BASE
    shares = is_share(frame[["question", "response"]], survey)
    ends = np.cumsum([0, *(len(part.labels) for part in parts)])
    frame["supported"] = np.concatenate(
        [
            _enough(p.contrasts, minimum, shares[a:b])
            for p, (a, b) in zip(parts, pairwise(ends), strict=True)
        ]
    )
    return frame


def _enough(contrasts: GroupContrasts, minimum: int, shares: np.ndarray) -> np.ndarray:
    out = np.ones(len(shares), dtype=bool)
    for side in (contrasts.group, contrasts.rest):
        with np.errstate(divide="ignore", invalid="ignore"):
            n_eff = side.n * side.srs_variance / side.variance
        out &= enough(side.estimate, n_eff, side.n.astype(float), minimum, shares)
    return out


def _judged(frame: pd.DataFrame, survey: Survey, adjust: str) -> pd.DataFrame:
    import pandas as pd

    for name in ("wave", "question", "response", "breakdown", "group", "reference"):
        frame[name] = pd.Categorical(frame[name], categories=list(dict.fromkeys(frame[name])))
    frame["margin"] = margins_of(frame, survey, None)
    unit = np.where((frame["response"] == "mean").to_numpy(bool), 1.0, 100.0)
    frame["within_margin"] = equivalence_p(
        frame["estimate"].to_numpy(float),
        frame["std_error"].to_numpy(float),
        frame["df"].to_numpy(float),
        frame["margin"].to_numpy(float) / unit,
    )
    return judged_rest(frame, adjust, np.zeros(len(frame), dtype=bool))


def judged_rest(frame: pd.DataFrame, adjust: str, hidden: NDArray[np.bool_]) -> pd.DataFrame:
    """Adjust comparisons with the rest within question and breakdown, and give their verdicts.

    Parameters
    ----------
    frame
        With `p_value`, `within_margin` and `supported`; it is changed.
    hidden
        Those that are not shown, shape (rows,): they count as no difference.
    """
    import pandas as pd

    names = frame["question"].astype(str) + ":" + frame["breakdown"].astype(str) + ":" + REST
    codes = pd.factorize(names)[0].astype(np.intp)
    counted = _counted_rows(frame)
    once = counted == np.arange(len(frame))
    unseen = hidden.copy()
    unseen[counted[~hidden]] = False  # seen from the other side
    p = np.where(unseen, 1.0, frame["p_value"].to_numpy(float))
    margin = np.isfinite(frame["margin"].to_numpy(float))
    within = np.where(unseen & margin, 1.0, frame["within_margin"].to_numpy(float))
    frame["p_adjusted"] = adjusted_by(np.where(once, p, np.nan), codes, adjust)[counted]
    frame["p_equivalence"] = adjusted_by(np.where(once, within, np.nan), codes, adjust)[counted]
    frame["family"] = pd.Categorical(names, categories=list(dict.fromkeys(names)))
    frame["family_size"] = sizes_by(np.where(once, p, np.nan), codes)
    verdict = verdicts(
        frame["estimate"].to_numpy(float),
        frame["p_adjusted"].to_numpy(float),
        frame["p_equivalence"].to_numpy(float),
        frame["supported"].to_numpy(bool),
    )
    frame["verdict"] = group_verdicts(verdict)
    return frame


def _counted_rows(frame: pd.DataFrame) -> np.ndarray:
    """Return the row that counts for each row: itself, or the one that it is the mirror of.

    In a breakdown of two groups, the second row is the first one's comparison seen from the other
    side.
    """
    keys = [frame[k].astype(str) for k in ("question", "response", "breakdown")]
    pair = frame.groupby(keys, sort=False).ngroup().to_numpy(np.intp)
    filled = (frame["n_base"] > 0).to_numpy(bool)
    size = np.bincount(pair, filled)[pair]
    place = frame["n_base"].gt(0).groupby(keys, sort=False).cumsum().to_numpy(int)
    rows = np.arange(len(frame))
    begins = filled & (place == 1)
    first = np.zeros(pair.max(initial=0) + 1, dtype=np.intp)
    first[pair[begins]] = rows[begins]
    return np.where(filled & (size == 2) & (place == 2), first[pair], rows)
