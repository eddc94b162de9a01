"""How long an interview takes, estimated from the words of the questionnaire.

An estimate to write a questionnaire by, before any interview: what is read or heard, at a usual
pace, plus a moment to answer each question. Routed questions count in full, so that the figure is
that of a long interview; of the versions of a split ballot, only the longest counts.
"""

from __future__ import annotations

import re
from collections import defaultdict

from padai.survey.definition import Survey
from padai.survey.questions import Question

WORDS_PER_MINUTE = {"online": 200.0, "phone": 150.0}
"""Silent reading and speech. 200 is a slow reader's pace (Brysbaert 2019 finds 238 on average)."""

ANSWER_SECONDS = {"single": 2.5, "rating": 3.0, "number": 3.0, "open": 8.0}
"""Time to choose or say an answer once the question is known (a house rule)."""

OPTION_SECONDS = 1.0
"""Time for each option of a multiple-response question."""

TURN_SECONDS = {"phone": 2.0}
"""Time that a conversation adds to each question: turns taken, words said again (a house rule)."""

LONGEST_LIST = 10
"""Longer lists (regions, for one) are searched or coded by the interviewer, not read."""

ADMINISTRATIVE = "administrative"
"""The tag of a column that is put to no one, such as a ballot form."""

_WORD = re.compile(r"[^\W_]+(?:[’'.,-][^\W_]+)*")


def estimated_minutes(survey: Survey, wave_id: str, lang: str = "fr") -> dict[str, float]:
    """Estimate the minutes of a long interview in each mode of a wave.

    Parameters
    ----------
    survey, wave_id
        The definition, and one of its waves.
    lang
        The language of the interview.

    Returns
    -------
    dict
        Minutes by mode; of two parts in the same mode, the longer.

    Examples
    --------
    >>> import padai
    >>> survey = padai.load_survey("surveys/example")  # doctest: +SKIP
    >>> estimated_minutes(survey, "2025")  # doctest: +SKIP
    {'online': 3.1}
    """
    by_mode: dict[str, float] = {}
    for part in survey.wave(wave_id).parts.values():
        minutes = interview_minutes(survey, wave_id, part.mode, part=part.id, lang=lang)
        by_mode[part.mode] = max(minutes, by_mode.get(part.mode, 0.0))
    return by_mode


def interview_minutes(
    survey: Survey, wave_id: str, mode: str, *, part: str = "main", lang: str = "fr"
) -> float:
    """Estimate the minutes of a long interview.

    Parameters
    ----------
    survey, wave_id
        The definition, and one of its waves.
    mode
        The mode of interview: its words are counted where the questions have some of their own;
        ``"phone"`` is spoken, any other mode is read.
    part
        The part whose questions are counted.
    lang
        The language of the interview.

    Returns
    -------
    float
        Minutes.

    References
    ----------
    Brysbaert, M. (2019). How many words do we read per minute? A review and meta-analysis of
    reading rate. *Journal of Memory and Language*, 109, 104047.
    """
    wave = survey.wave(wave_id).id
    pace = WORDS_PER_MINUTE["phone" if mode == "phone" else "online"]
    always = 0.0
    versions: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    before: Question | None = None
    for question in survey.questions.values():
        if ADMINISTRATIVE in question.tags or not question.asked_in(wave, part):
            continue
        seconds = _seconds(question, before, wave, survey.waves, mode=mode, lang=lang, pace=pace)
        before = question
        ballot = _ballot(survey, question)
        if ballot is None:
            always += seconds
            continue
        for code in ballot[1]:
            versions[ballot[0]][code] += seconds
    longest = sum(max(codes.values()) for codes in versions.values())
    return (always + longest) / 60


def word_count(text: str) -> int:
    """Count the words of a text; an elision or a hyphen does not make two.

    Examples
    --------
    >>> word_count("Qu’est-ce que l’IA ?")
    3
    """
    return len(_WORD.findall(text))


def _seconds(
    question: Question,
    before: Question | None,
    wave_id: str,
    waves: tuple[str, ...],
    *,
    mode: str,
    lang: str,
    pace: float,
) -> float:
    if question.seconds is not None:
        return question.seconds
    words = word_count(question.wording_at(wave_id, waves).get(lang, mode))
    if question.instruction:
        words += word_count(question.instruction.get(lang))
    options = [c.label.get(lang) for c in question.scale.codes] if question.scale else []
    repeated = before is not None and before.scale == question.scale
    if question.type != "rating" and not repeated and len(options) <= LONGEST_LIST:
        words += sum(word_count(option) for option in options)
    answer = ANSWER_SECONDS.get(question.type, OPTION_SECONDS * len(options))
    return words * 60 / pace + answer + TURN_SECONDS.get(mode, 0.0)


def _ballot(survey: Survey, question: Question) -> tuple[str, tuple[str, ...]] | None:
    """Return the ballot form that routes a question, and the versions that hold it."""
    base = question.base
    if base is None or base.question is None:
        return None
    form = survey.questions[base.question]
    return (form.id, base.codes) if ADMINISTRATIVE in form.tags else None
