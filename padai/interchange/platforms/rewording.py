"""The lines by which a question gets its new words, and keeps those that it had."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from padai.interchange.definition_lines import SettlingLine
from padai.interchange.draft import DraftQuestion, Words
from padai.interchange.placing import Place
from padai.interchange.platforms.scales import key_of
from padai.interchange.scalars import quoted, words
from padai.survey import Question, Survey
from padai.survey.texts import TO_COMPLETE, Wording
from padai.words import Joined, Said


def words_lines(
    survey: Survey, place: Place, wave_id: str, asked: Mapping[str, DraftQuestion]
) -> Iterator[SettlingLine]:
    """Yield the lines of the questions whose words in a wave are not those told by its place.

    The last wave has the words of the definition; those of earlier waves stand under
    `earlier_wordings:`, each until the last wave that had them.
    """
    for name, new in asked.items():
        question = survey.questions[name]
        now = _words_now(question, new)
        if now is None or not _differs(survey, question, place, now):
            continue
        if question.wording.modes:
            continue
        by_wave = [(w, _texts(question.wording_at(w, survey.waves))) for w in survey.waves]
        by_wave.insert(place.at, (wave_id, now))
        kept = [one for one, other in pairwise(by_wave) if one[1] != other[1]]
        if by_wave[-1][1] != _texts(question.wording):
            yield SettlingLine("questionnaire.yaml", name, f"wording: {words(by_wave[-1][1])}")
        each = ", ".join(f"{{until: {quoted(w)}, wording: {words(text)}}}" for w, text in kept)
        yield SettlingLine("questionnaire.yaml", name, f"earlier_wordings: [{each}]")


def not_written(survey: Survey, place: Place, asked: Mapping[str, DraftQuestion]) -> Iterator[Said]:
    """Say which questions have other words that a person has to write."""
    left = [name for name, new in asked.items() if _by_hand(survey, name, place, new)]
    if left:
        yield Said("interchange-anew-words-by-hand", listed=Joined(left))


def _by_hand(survey: Survey, name: str, place: Place, new: DraftQuestion) -> bool:
    """Whether a language or a mode has words of its own that the questionnaire does not tell."""
    question = survey.questions[name]
    now = _words_now(question, new)
    if now is None:
        return _shared(_texts(question.wording), new.wording) is False
    return bool(question.wording.modes) and _differs(survey, question, place, now)


def _words_now(question: Question, new: DraftQuestion) -> Words | None:
    """Return a question's words in a wave: ones that it had already, or in every language."""
    texts = _texts(question.wording)
    known = (texts, *(_texts(each.wording) for each in question.earlier_wordings))
    same = next((each for each in known if _shared(each, new.wording)), None)
    if same is not None:
        return same
    return {**texts, **new.wording} if texts and set(texts) <= set(new.wording) else None


def _shared(one: Words, other: Words) -> bool | None:
    """Whether two texts are the same words; None where no language has both."""
    tags = [tag for tag in other if tag in one]
    return all(key_of(one[tag]) == key_of(other[tag]) for tag in tags) if tags else None


def _differs(survey: Survey, question: Question, place: Place, now: Words) -> bool:
    """Whether the place of a wave would give it other words than it has."""
    at_end = place.at == len(survey.waves)
    if at_end:
        return now != _texts(question.wording)
    return now != _texts(question.wording_at(survey.waves[place.at], survey.waves))


def _texts(wording: Wording) -> Words:
    texts = {tag: wording.get(tag) for tag in wording.tags}
    return {tag: text for tag, text in texts.items() if text and text != TO_COMPLETE}
