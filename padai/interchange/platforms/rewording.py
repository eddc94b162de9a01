"""The lines by which a question gets its new words, and keeps those that it had."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from padai.interchange.definition_files import quoted, words
from padai.interchange.definition_lines import Line
from padai.interchange.draft import DraftQuestion, Words
from padai.interchange.placing import Place
from padai.survey import Question, Survey
from padai.survey.texts import TO_COMPLETE, Wording
from padai.words import Joined, Said


def words_lines(
    survey: Survey, place: Place, wave_id: str, reworded: Mapping[str, DraftQuestion]
) -> Iterator[Line]:
    """Yield the lines of the questions that were put in other words in a wave.

    The last wave has the words of the definition, which keeps those of earlier waves under
    `earlier_wordings:`; the first wave of all has earlier ones.
    """
    for name, new in reworded.items():
        question = survey.questions[name]
        if not _writable(question, place, survey, new):
            continue
        kept = [(e.until, _texts(e.wording)) for e in question.earlier_wordings]
        now = {**_texts(question.wording), **new.wording}
        if place.at:
            yield Line("questionnaire.yaml", name, f"wording: {words(now)}")
            kept.append((survey.waves[-1], _texts(question.wording)))
        else:
            kept.insert(0, (wave_id, now))
        each = ", ".join(f"{{until: {quoted(w)}, wording: {words(text)}}}" for w, text in kept)
        yield Line("questionnaire.yaml", name, f"earlier_wordings: [{each}]")


def not_written(
    survey: Survey, place: Place, reworded: Mapping[str, DraftQuestion]
) -> Iterator[Said]:
    """Say which questions have other words that a person has to write."""
    left = [
        name
        for name, new in reworded.items()
        if not _writable(survey.questions[name], place, survey, new)
    ]
    if left:
        yield Said("interchange-anew-words-by-hand", listed=Joined(left))


def _writable(question: Question, place: Place, survey: Survey, new: DraftQuestion) -> bool:
    """Whether the new words say in each language what the old ones do, at either end."""
    told = set(_texts(question.wording))
    ends = place.at in (0, len(survey.waves))
    return ends and not question.wording.modes and told <= set(new.wording)


def _texts(wording: Wording) -> Words:
    told = {tag: wording.get(tag) for tag in wording.tags}
    return {tag: text for tag, text in told.items() if text and text != TO_COMPLETE}
