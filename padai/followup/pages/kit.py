"""The workshop kit: a facilitator's page, a card a story, a sheet for what comes back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from padai.charts.people import CARD, PeopleRow, people_chart
from padai.followup.pages.plain_shares import people_of, share_words
from padai.followup.pages.register_rows import NAMES, head, links, picture
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Cell
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import colon_of, ended, lower_first, upper_first
from padai.publishing.basis.speech import Speech
from padai.publishing.engine.text import md_literal
from padai.publishing.exhibits.exhibit_items import Item, cell_of, flags_note
from padai.publishing.pieces.emit import Piece, bullets, heading, joined, link, marked, paragraph
from padai.survey import Question
from padai.survey.feedback import Scenario, Workshop
from padai.words import in_a_row


def kit_page(context: Context, workshop: Workshop, *, navigation: bool = True) -> Piece:
    """Return the whole kit: the facilitator's page and every card."""
    pieces = [head(context, "kit", _subtitle(context))]
    if navigation:
        stem = NAMES["kit"][context.lang]
        name = context.say("publishing-dialogue-the-kit-to-print-pdf")
        printed = Piece(f"- {link(name, f'{stem}.pdf')}")
        pieces += [links(context, "kit"), marked("page-links", printed)]
    cards = stories(context)
    pieces.append(_facilitator(context, workshop, [scenario for scenario, _ in cards]))
    pieces += [_card(context, workshop, scenario, asked) for scenario, asked in cards]
    return joined([*pieces, _return_sheet(context)])


def stories(context: Readout) -> list[tuple[Scenario, list[Question]]]:
    """Return the stories that have a card, each with its questions."""
    scenarios = ((s, _asked(context, s)) for s in context.survey.scenarios.values())
    return [(scenario, asked) for scenario, asked in scenarios if asked]


def sheets_of(context: Readout) -> int:
    """Return how many sheets a kit has: the facilitator's, a card a story, what comes back."""
    return 2 + len(stories(context))


def _subtitle(naming: Naming) -> str:
    short = naming.survey.short_title or naming.survey.title
    return naming.say("publishing-dialogue-stories-to-discuss", short=naming.text(short))


def _asked(context: Readout, scenario: Scenario) -> list[Question]:
    """Return the questions of a story that this wave asked and that have a share to show."""
    return [
        q
        for q in context.survey.questions.values()
        if q.scenario == scenario.id
        and context.lookup.asked(q.id, MAIN)
        and context.kind(q.id, context.headline(q.id)) == "share"
    ]


# --- the facilitator's page ----------------------------------------------------------------------


def _facilitator(context: Readout, workshop: Workshop, stories: Sequence[Scenario]) -> Piece:
    say = context.say
    before = [context.text(t) for t in workshop.before]
    return joined(
        [
            heading(2, say("publishing-dialogue-for-the-facilitator")),
            paragraph(context.text(workshop.welcome)),
            *(
                [heading(3, say("publishing-dialogue-before-the-meeting")), bullets(before)]
                if before
                else []
            ),
            heading(3, say("publishing-dialogue-how-it-goes")),
            _numbered([context.text(t) for t in workshop.steps]),
            heading(3, say("publishing-dialogue-the-stories-one-a-card")),
            bullets(context.text(s.title) for s in stories),
            heading(3, say("publishing-dialogue-reading-the-figures")),
            bullets(_reading(context)),
            heading(3, say("publishing-dialogue-what-a-workshop-is-not")),
            paragraph(say("publishing-dialogue-a-workshop-is-not-a-survey-what-is-said")),
            heading(3, say("publishing-dialogue-sending-the-notes")),
            paragraph(context.text(workshop.send)),
        ]
    )


def _reading(context: Readout) -> list[str]:
    words = context.words(MAIN)
    wave = context.survey.wave(context.wave)
    dates = context.numbers.fieldwork(wave.fieldwork)
    sentences = [
        context.say("publishing-dialogue-the-answers-were-collected", dates=dates),
        context.say("publishing-dialogue-each-row-shows-ten-people-those-that-are"),
    ]  # fmt: skip
    if words.has_intervals:
        if _any_hatched(context):
            hatched = context.say("publishing-dialogue-those-that-are-hatched-may-have-given-it")
            sentences.append(hatched)
        exact = "publishing-dialogue-beside-each-row-the-surveys-own-figure"
        sentences.append(context.say(exact, interval=words.interval))
    if context.survey.synthetic:
        sentences.append(context.say("publishing-dialogue-here-the-data-are-synthetic"))
    return sentences


def _any_hatched(context: Readout) -> bool:
    """Whether a card has a row of which some people are not sure to have given the answer."""
    cells = (
        cell_of(context.lookup, Item(q.id, context.headline(q.id)))
        for _, asked in stories(context)
        for q in asked
    )
    return any(not people_of(context, c).single for c in cells if c is not None and c.shown)


def _numbered(items: Sequence[str]) -> Piece:
    return Piece("\n".join(f"{n}. {md_literal(t)}" for n, t in enumerate(items, 1)))


# --- the cards -----------------------------------------------------------------------------------


def _card(context: Context, workshop: Workshop, scenario: Scenario, asked: list[Question]) -> Piece:
    body = joined(
        [
            heading(2, context.text(scenario.title), f"card-{scenario.id}"),
            marked("lead", paragraph(context.text(scenario.story))),
            heading(3, context.say("publishing-dialogue-three-questions-to-discuss")),
            _numbered([context.text(q) for q in scenario.discuss]),
            heading(3, context.say("publishing-dialogue-what-people-answered")),
            _figure(context, workshop, scenario, asked),
            heading(3, context.say("publishing-dialogue-your-notes")),
            _space(context.say("publishing-dialogue-write-here-what-the-group-wants-known-no")),
        ]
    )
    return marked("card", body)


def _space(text: str) -> Piece:
    return marked("notes", paragraph(text))


def _figure(
    context: Context, workshop: Workshop, scenario: Scenario, asked: list[Question]
) -> Piece:
    chosen = [Item(q.id, context.headline(q.id)) for q in asked]
    cells = [cell_of(context.lookup, item) for item in chosen]
    answers = [
        _answer_words(context, workshop, q, cell) for q, cell in zip(asked, cells, strict=True)
    ]
    rows = [_row(context, cell, text) for cell, text in zip(cells, answers, strict=True)]
    chart = partial(people_chart, rows, notices=context.marks, plan=CARD)
    year, size = context.wave_short(context.wave), context.size(cells)
    caption = context.say("publishing-dialogue-edition-0dc5", year=year, size=size)
    lead = context.say("publishing-dialogue-ten-figures-an-answer")
    alt = lead + " ".join(
        ended(f"{text}, {_written(context, cell)}")
        for cell, text in zip(cells, answers, strict=True)
    )
    block = picture(chart, context.new_label("fig", f"card-{scenario.id}"), caption, alt)
    note = in_a_row(
        context.sample_note(cells, lines=False), flags_note(context, cells), _limits(context)
    )
    return joined([block, marked("note", paragraph(note))])


def _row(context: Readout, cell: Cell | None, text: str) -> PeopleRow:
    if cell is None or not cell.shown:
        return PeopleRow(0, 0, text)
    people = people_of(context, cell)
    return PeopleRow(people.low, people.high, text, _written(context, cell))


def _answer_words(
    context: Readout, workshop: Workshop, question: Question, cell: Cell | None
) -> str:
    """Say an answer in plain words, those of its role where the kit words it."""
    survey = context.survey
    own = (
        workshop.answers[r]
        for r, of in survey.roles.items()
        if question.id in of and r in workshop.answers
    )
    worded = next(own, None)
    name = (
        context.text(worded)
        if worded
        else f"{_kind(context, question)}{_response(context, question)}"
    )
    if cell is None or not cell.shown:
        return context.colon(upper_first(name), context.withheld(cell) if cell else "–")
    share = upper_first(share_words(context, cell))
    return f"{share} {name}" if worded else context.colon(share.rstrip(","), lower_first(name))


def _written(context: Readout, cell: Cell | None) -> str:
    """Write a figure with its interval, as it stands beside the people."""
    if cell is None:
        return "–"
    span = context.interval(cell, sign=False)
    return context.value(cell) if span == "–" else f"{context.value(cell)} ({span})"


def _kind(naming: Naming, question: Question) -> str:
    """Return what a question is about, before the colon of its name, as a chart's label has it."""
    first = naming.label(question.id).split("\u00a0: ")[0].split(": ")[0]
    return f"{first}{colon_of(naming.lang)}"


def _response(naming: Naming, question: Question) -> str:
    return lower_first(naming.response(question.id, naming.headline(question.id)))


def _limits(speech: Speech) -> str:
    return speech.say("publishing-dialogue-these-figures-do-not-say-why-and-the")


# --- what comes back ------------------------------------------------------------------------------


def _return_sheet(speech: Speech) -> Piece:
    """Return the sheet that goes back: reasons and disagreements, and nobody's name."""
    say = speech.say
    asked = (
        say("publishing-dialogue-where-and-when-which-card-how-many"),
        say("publishing-dialogue-the-reasons-heard-in-the-groups-own"),
        say("publishing-dialogue-what-the-group-did-not-agree-on"),
        say("publishing-dialogue-what-the-group-asks-for-and-of-which"),
    )  # fmt: skip
    return marked(
        "card",
        joined(
            [
                heading(2, say("publishing-dialogue-return-sheet")),
                paragraph(say("publishing-dialogue-one-sheet-a-meeting-no-names-no-votes")),
                *(_space(text) for text in asked),
            ]
        ),
    )
