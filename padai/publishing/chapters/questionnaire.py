"""The questionnaire as it was asked: exact words by mode and language, answers, marginals."""

from __future__ import annotations

from collections.abc import Iterator

from padai.publishing.basis.lookup import MAIN
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.speech import Speech
from padai.publishing.basis.vocabulary import MODES
from padai.publishing.engine.text import md_literal, md_verbatim
from padai.publishing.pieces.emit import Piece, callout, joined, paragraph
from padai.survey import Question, Text
from padai.survey.duration import ADMINISTRATIVE
from padai.words import in_a_row
from padai.words.languages import tag_of


def questionnaire(context: Readout) -> Piece:
    """Return every question of the wave, folded by section where there are several."""
    pieces = [paragraph(context.say("publishing-chapters-each-question-is-given-in-the-words-and"))]
    sections = asked_by_section(context)
    for title, questions in sections:
        title = context.say(
            "publishing-language-questions-counted",
            title=title,
            n=len(questions),
            count=context.numbers.count(len(questions)),
        )
        body = joined(_question(context, q) for q in questions)
        pieces.append(callout("note", title, body, fold=len(sections) > 1))
    return joined(pieces)


def asked_by_section(naming: Naming) -> list[tuple[str, list[Question]]]:
    """Return the questions that the wave put to respondents, by title of section."""
    survey = naming.survey
    asked = [
        q
        for q in survey.questions.values()
        if q.asked_in(naming.wave) and ADMINISTRATIVE not in q.tags
    ]
    titles = {s.id: naming.text(s.title) for s in survey.sections}
    sections: dict[str, list[Question]] = {}
    for question in sorted(asked, key=lambda q: q.section not in titles):
        place = question.section if question.section in titles else ""
        sections.setdefault(place, []).append(question)
    other = naming.say("publishing-chapters-other-questions")
    return [(titles.get(section) or other, questions) for section, questions in sections.items()]


def about(naming: Naming, question: Question) -> str:
    """Say to whom a question is put, how, and where it comes from."""
    sentences = [
        _labelled(
            naming,
            naming.say("publishing-language-word-base"),
            naming.base_words([question.id]),
        ),
        _labelled(
            naming,
            naming.say("publishing-chapters-instruction"),
            _quoted(naming, question.instruction),
        ),
        _labelled(
            naming,
            naming.say("publishing-chapters-principle"),
            _quoted(naming, question.principle),
        ),
        _labelled(
            naming, naming.say("publishing-chapters-modelled-on"), naming.text(question.source)
        ),
    ]
    return in_a_row(*sentences)


def _quoted(speech: Speech, text: Text | None) -> str:
    """Return a definition's own words between quotation marks."""
    words = speech.text(text).rstrip(".")
    return speech.say("publishing-chapters-words", words=words) if words else ""


def _question(context: Readout, question: Question) -> Piece:
    head = f"**{md_literal(context.text(question.label))}** ({md_literal(question.id)})."
    sentence = md_literal(about(context, question))
    items = [f"- {md_literal(lead)} {words}" for lead, words in wordings_asked(context, question)]
    items += [f"- {md_literal(text)}" for text in _marginals(context, question)]
    return Piece(f"{head} {sentence}\n\n" + "\n".join(items))


def wordings_asked(naming: Naming, question: Question) -> Iterator[tuple[str, str]]:
    """Yield each mode and language in which a question is put, and its exact words."""
    survey = naming.survey
    words = question.wording_at(naming.wave, survey.waves)
    for lang in survey.asked_in:
        if lang not in words.tags:
            continue  # the definition holds no words in that language
        modes = words.modes or ("",)
        for mode in modes:
            text = words.get(lang, mode or None)
            lead = f"{MODES[mode][naming.lang].capitalize()}, " if mode in MODES else ""
            name = naming.numbers.language(lang)
            head = naming.colon((lead + name)[:1].upper() + (lead + name)[1:], "")
            foreign = tag_of(lang) if lang != naming.lang else None
            yield head, md_verbatim(text, foreign)


def _labelled(speech: Speech, name: str, text: str) -> str:
    if not text:
        return ""
    return speech.colon(name, text if text.endswith((".", "!", "?")) else text + ".")


def _answer(speech: Speech, response: str) -> str:
    """Part an answer that is a number from the percentage after it."""
    return speech.colon(response, "") if response[-1:].isdigit() else response


def _marginals(context: Readout, question: Question) -> list[str]:
    parts = [p for p in context.parts if context.lookup.asked(question.id, p)]
    lines = []
    for part in parts:
        name = "" if part == MAIN and len(parts) == 1 else context.text(context.part(part).label)
        texts = [
            f"{_answer(context, context.response(question.id, r))} {context.value(cell)}"
            for r in (*question.codes, "mean")
            if (cell := context.lookup.cell(question.id, r, part=part)) is not None
        ]
        first = (
            context.lookup.cell(question.id, question.codes[0], part=part)
            if (question.codes)
            else context.lookup.cell(question.id, "mean", part=part)
        )
        line = " · ".join(texts)
        base = context.size([first])
        lines.append(f"{context.colon(name, line) if name else line} ({base}).")
    return lines
