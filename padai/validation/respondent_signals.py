"""What a person's answers show of how they were given: signals from 0 to 1, person by person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.numerics.quality_index import haste
from padai.survey.respondent_quality import SIGNALS, RespondentQuality
from padai.validation.context import ANSWER, View
from padai.validation.quality import grids, meaningless
from padai.waves.conditions import holds, numeric

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from padai.survey import Condition, Question
    from padai.waves import Wave

LEAST_WORDS = 4
"""Words from which on two people do not give the same open answer by chance."""
_MACHINE = re.compile(
    r"\bas an? (ai|artificial intelligence|(large )?language model)\b"
    r"|\ben tant qu(e modèle de langage|['’]?(ia|intelligence artificielle|assistant virtuel))\b"
    r"|\*\*[^*]+\*\*|^\s*#{1,4} \w|^\s*[-*•] .*\n\s*[-*•] ",
    re.IGNORECASE | re.MULTILINE,
)
"""How a program that writes gives itself away: what it says of itself, and its mark-up."""


def respondent_signals(wave: Wave, rule: RespondentQuality) -> dict[str, NDArray[np.float64]]:
    """Return the signals that the wave allows to be read, each of shape (rows,).

    0 where nothing is seen, NaN where the person gave nothing to read it from.

    Parameters
    ----------
    wave
        A wave with its survey.
    rule
        The declared rule.
    """
    assert wave.survey is not None
    view = View(wave, wave.survey)
    made = {
        "speed": _speed(view), "straight_lines": _straight_lines(view),
        "contradictions": _combined(view, rule.contradictions),
        "impossible": _combined(view, rule.impossible), "consent": _consent(view, rule.consent),
        "open_ends": _open_ends(view),
    }  # fmt: skip
    wanted = rule.signals or SIGNALS
    return {name: made[name] for name in wanted if np.isfinite(made[name]).any()}


def _unread(view: View) -> NDArray[np.float64]:
    return np.full(len(view.frame), np.nan)


def _role(view: View, name: str) -> Question | None:
    known = {q.id: q for q in view.questions}
    return next((known[q] for q in view.survey.roles.get(name, ()) if q in known), None)


def _speed(view: View) -> NDArray[np.float64]:
    question, mode = _role(view, "duration"), _role(view, "mode")
    if question is None:
        return _unread(view)
    minutes = numeric(view.frame[question.id])
    minutes[view.states(question) != ANSWER] = np.nan
    modes = np.zeros(len(minutes), np.intp) if mode is None else view.positions(mode)
    return haste(minutes, modes)


def _straight_lines(view: View) -> NDArray[np.float64]:
    """Return the share of the grids answered whole that hold one answer alone."""
    flat, whole = np.zeros(len(view.frame)), np.zeros(len(view.frame))
    for grid in grids(view.questions):
        complete = (np.stack([view.states(q) for q in grid]) == ANSWER).all(axis=0)
        answers = np.stack([view.positions(q) for q in grid])
        whole += complete
        flat += complete & (answers == answers[0]).all(axis=0)
    return _over(flat, whole)


def _combined(view: View, combinations: Sequence[Condition]) -> NDArray[np.float64]:
    """Return the share of the combinations answered whole that a person gave."""
    given, whole = np.zeros(len(view.frame)), np.zeros(len(view.frame))
    for condition in combinations:
        answered = _answered(view, condition)
        whole += answered
        given += answered & holds(view.frame, condition, view.survey) if answered.any() else 0
    return _over(given, whole)


def _consent(view: View, conditions: Sequence[Condition]) -> NDArray[np.float64]:
    """Return 1 where a person agreed with all of several statements, 0 where not with each."""
    if not conditions:
        return _unread(view)
    answered = [_answered(view, condition) for condition in conditions]
    if not all(each.any() for each in answered):
        return _unread(view)
    agreed = np.logical_and.reduce([holds(view.frame, c, view.survey) for c in conditions])
    return np.where(np.logical_and.reduce(answered), agreed.astype(np.float64), np.nan)


def _answered(view: View, condition: Condition) -> NDArray[np.bool_]:
    known = {q.id: q for q in view.questions}
    if not set(condition.questions) <= set(known):
        return np.zeros(len(view.frame), dtype=bool)
    states = [view.states(known[name]) == ANSWER for name in condition.questions]
    return np.asarray(np.logical_and.reduce(states))


def _open_ends(view: View) -> NDArray[np.float64]:
    """Return the share of a person's open answers that are no words, another's, or a machine's."""
    odd, given = np.zeros(len(view.frame)), np.zeros(len(view.frame))
    for question in view.questions:
        if question.type != "open" or view.frame[question.id].dtype.kind == "M":
            continue
        answered = view.states(question) == ANSWER
        given += answered
        odd += answered & _suspect(view.frame[question.id], answered)
    return _over(odd, given)


def _suspect(column: Any, answered: NDArray[np.bool_]) -> NDArray[np.bool_]:
    import pandas as pd

    places, texts = pd.factorize(column.where(answered))
    alone = [" ".join(re.findall(r"\w+", str(text).lower())) for text in texts]
    odd = np.array([meaningless(str(t)) or bool(_MACHINE.search(str(t))) for t in texts], bool)
    same, _ = pd.factorize(np.array([*alone, ""], dtype=object))
    codes = np.append(same, -1)[places]
    codes[places < 0] = -1
    often = np.bincount(codes[codes >= 0], minlength=len(same))
    long = np.array([len(text.split()) >= LEAST_WORDS for text in alone], dtype=bool)
    repeated = long & (often[same[:-1]] > 1)
    return np.append(odd | repeated, False)[places]


def _over(part: NDArray[np.float64], whole: NDArray[np.float64]) -> NDArray[np.float64]:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(whole > 0, part / whole, np.nan))
