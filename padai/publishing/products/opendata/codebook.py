"""The codebook as a page: every question, its words, its codes, its missing codes, its base."""

from __future__ import annotations

from collections.abc import Iterator

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.speech import Speech
from padai.publishing.basis.vocabulary import mode_words
from padai.publishing.chapters.opening import footer, release_line
from padai.publishing.chapters.questionnaire import asked_by_section
from padai.publishing.engine.text import title_block
from padai.publishing.pieces.emit import Piece, bullets, heading, joined, paragraph, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.survey import Question
from padai.words import Both
from padai.words.languages import FileNames

CODEBOOKS: dict[str, str] = FileNames(fr="livre-des-codes.html", en="codebook.html")
_KINDS: dict[str, dict[str, str]] = {
    "single": Both("publishing-opendata-single-answer"),
    "multiple": Both("publishing-opendata-several-answers"),
    "rating": Both("publishing-opendata-rating-on-a-scale"),
    "number": Both("publishing-opendata-number"),
    "open": Both("publishing-opendata-open-answer"),
}
_MISSING: dict[str, dict[str, str]] = {
    "dont_know": Both("publishing-opendata-dont-know"),
    "refused": Both("publishing-opendata-refused"),
    "not_asked": Both("publishing-opendata-not-asked"),
    "skipped": Both("publishing-opendata-skipped"),
}


def codebook(context: Context) -> Piece:
    """Return the codebook of a wave, in the language of the context."""
    survey, say = context.survey, context.say
    values = {
        "title": say("publishing-opendata-codebook"),
        "subtitle": context.colon(context.text(survey.title),
                                  context.wave_label(context.wave)),
        "date": release_line(context),
        "publisher": context.text(survey.sponsor),
        "footer": footer(context),
        "description": say("publishing-opendata-wordings-codes-and-missing-values-of"),
    }  # fmt: skip
    if context.marks:
        values["banner"] = ". ".join(m.rstrip(".") for m in context.marks) + "."
    if survey.synthetic or context.store.release["status"] in ("draft", "embargoed"):
        values["robots"] = "noindex"
    pieces = [Piece(title_block(values))]
    for title, questions in asked_by_section(context):
        pieces.append(heading(2, title))
        for question in questions:
            pieces += _question(context, question)
    return joined(pieces)


def _question(context: Context, question: Question) -> Iterator[Piece]:
    survey, wave = context.survey, context.wave
    yield heading(3, f"{question.id} · {context.label(question.id)}", f"q-{_anchor(question.id)}")
    words = question.wording_at(wave, survey.waves)
    modes = dict.fromkeys(context.part(p).mode for p in context.parts if question.asked_in(wave, p))
    modes_by_text = {words.get(context.lang, mode): mode for mode in modes}
    for text, mode in modes_by_text.items():
        start = f"{mode_words(mode, context.lang).capitalize()}" if len(modes_by_text) > 1 else ""
        yield paragraph(context.colon(start, text) if start else text)
    yield bullets(_facts(context, question))
    rows = list(_codes(context, question))
    if rows:
        columns = [
            Column(context.say("publishing-opendata-meaning"), numeric=False),
            Column(context.say("publishing-opendata-value-in-the-file"), numeric=False),
            Column(context.say("publishing-opendata-in-the-base"), numeric=False),
        ]
        caption = context.say("publishing-opendata-codes-of", question_id=question.id)
        stub = context.say("publishing-opendata-code")
        yield table(context, f"codes-{_anchor(question.id)}", caption, stub, columns, rows)


def _anchor(question: str) -> str:
    return question.lower().replace("_", "-")


def _facts(context: Readout, question: Question) -> Iterator[str]:
    say, colon = context.say, context.colon
    survey = context.survey
    yield colon(say("publishing-opendata-type"), _KINDS[question.type][context.lang])
    yield colon(context.say("publishing-language-word-base"), context.base_words([question.id]))
    waves = [w for w in survey.waves if question.asked_in(w)]
    yield colon(say("publishing-opendata-editions"), ", ".join(waves))
    cells = (
        context.lookup.cell(question.id, response, part=MAIN)
        for response in (*question.codes, "mean")
    )
    base = next((cell for cell in cells if cell is not None and cell.n_base == cell.n_base), None)
    if base is not None:
        yield colon(say("publishing-opendata-unweighted-n"), context.numbers.count(base.n_base))
    for net in question.all_nets:
        members = ", ".join(net.codes)
        if net.minus:
            members = say("publishing-opendata-minus", members=members, minus=", ".join(net.minus))
        yield colon(
            say("publishing-opendata-net") + f" {net.id}", f"{context.text(net.label)} ({members})"
        )


def _codes(speech: Speech, question: Question) -> Iterator[TableRow]:
    yes, no = speech.say("publishing-opendata-yes"), speech.say("publishing-opendata-no")
    answers = question.scale.codes if question.scale else ()
    for code in answers:
        yield TableRow(code.code, (speech.text(code.label), str(code.value), yes))
    for missing in question.missing_codes:
        kind = _MISSING[missing.kind][speech.lang]
        label = f"{speech.text(missing.label)} ({kind})"
        yield TableRow(missing.code, (label, str(missing.value), yes if missing.in_base else no))
