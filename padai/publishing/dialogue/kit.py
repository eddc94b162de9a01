"""The workshop kit: a facilitator's page, then one card a story, each on a sheet of its own."""

from __future__ import annotations

from padai.publishing.charts.data import Row as ChartRow
from padai.publishing.charts.rows import Layout, row_chart
from padai.publishing.context import Context
from padai.publishing.dialogue.following import head, links, picture
from padai.publishing.emit import Piece, bullets, heading, joined, link, marked, paragraph
from padai.publishing.exhibits.common import Item, cell_of, flags_note, point, share_axis
from padai.publishing.lookup import MAIN, Cell
from padai.publishing.rendering.text import md_literal
from padai.publishing.sentences import joined as in_words
from padai.publishing.sentences import lower_first
from padai.survey import Question
from padai.survey.feedback import Workshop
from padai.survey.questions import Scenario


def kit_page(context: Context, workshop: Workshop, *, navigation: bool = True) -> Piece:
    """Return the whole kit: the facilitator's page and every card."""
    pieces = [head(context, "kit", _subtitle(context))]
    if navigation:
        stem = context.say("trousse", "workshop-kit")
        name = context.say("La trousse à imprimer (pdf)", "The kit to print (pdf)")
        printed = Piece(f"- {link(name, f'{stem}.pdf')}")
        pieces += [links(context, "kit"), marked("page-links", printed)]
    pieces.append(_facilitator(context, workshop))
    cards = [(s, asked) for s in context.store.survey.scenarios.values()
             if (asked := _asked(context, s))]  # fmt: skip
    pieces += [_card(context, scenario, asked) for scenario, asked in cards]
    return joined(pieces)


def _subtitle(context: Context) -> str:
    short = context.store.survey.short_title or context.store.survey.title
    return context.say(f"Des histoires à discuter. {context.text(short)}.",
                       f"Stories to discuss. {context.text(short)}.")  # fmt: skip


def _asked(context: Context, scenario: Scenario) -> list[Question]:
    """Return the questions of a story that this wave asked and that have a share to show."""
    return [
        q for q in context.store.survey.questions.values()
        if q.scenario == scenario.id and context.lookup.asked(q.id, MAIN)
        and context.kind(q.id, context.headline(q.id)) == "share"
    ]  # fmt: skip


# --- the facilitator's page ----------------------------------------------------------------------


def _facilitator(context: Context, workshop: Workshop) -> Piece:
    return joined([
        heading(2, context.say("Pour la personne qui anime", "For the facilitator")),
        paragraph(context.text(workshop.welcome)),
        heading(3, context.say("Déroulement", "How it goes")),
        Piece("\n".join(f"{n}. {md_literal(context.text(t))}"
                        for n, t in enumerate(workshop.steps, 1))),
        heading(3, context.say("Lire les chiffres", "Reading the figures")),
        bullets(_reading(context)),
        heading(3, context.say("Ce qu’un atelier n’est pas", "What a workshop is not")),
        paragraph(context.say(
            "Un atelier n’est pas une enquête. Ce qui s’y dit est précieux, et ne dit rien de la "
            "population\u00a0: ne comptez pas les avis, rapportez les raisons.",
            "A workshop is not a survey. What is said there is worth much, and says nothing of "
            "the population: do not count opinions, report reasons.",
        )),
        heading(3, context.say("Envoyer les notes", "Sending the notes")),
        paragraph(context.text(workshop.send)),
    ])  # fmt: skip


def _reading(context: Context) -> list[str]:
    words = context.words(MAIN)
    wave = context.store.survey.wave(context.store.wave)
    dates = context.numbers.dates(wave.fieldwork.start, wave.fieldwork.end)
    said = [
        context.say(f"Les réponses ont été recueillies {dates}.",
                    f"The answers were collected {dates}."),
        context.say("Chaque point est la part des personnes qui ont donné cette réponse.",
                    "Each dot is the share of people who gave that answer."),
    ]  # fmt: skip
    if words.has_intervals:
        said.append(context.say(
            f"Le trait autour du point est l’{words.interval}\u00a0: plus il est long, moins le "
            "chiffre est sûr.",
            f"The line around the dot is the {words.interval}: the longer it is, the less sure "
            "the figure.",
        ))  # fmt: skip
    said.append(context.say(
        "Deux points dont les traits se touchent ne se distinguent pas à coup sûr.",
        "Two dots whose lines touch cannot be told apart for sure.",
    ) if words.has_intervals else "")  # fmt: skip
    if context.store.survey.synthetic:
        said.append(context.say("Ici, les données sont fictives.", "Here, the data are synthetic."))
    return said


# --- the cards -----------------------------------------------------------------------------------


def _card(context: Context, scenario: Scenario, asked: list[Question]) -> Piece:
    body = joined([
        heading(2, context.text(scenario.title), f"card-{scenario.id}"),
        marked("lead", paragraph(context.text(scenario.story))),
        heading(3, context.say("Trois questions à discuter", "Three questions to discuss")),
        Piece("\n".join(f"{n}. {md_literal(context.text(q))}"
                        for n, q in enumerate(scenario.discuss, 1))),
        heading(3, context.say("Ce que les gens ont répondu", "What people answered")),
        _figure(context, scenario, asked),
        heading(3, context.say("Vos notes", "Your notes")),
        marked("notes", paragraph(context.say(
            "Écrivez ici ce que le groupe veut faire savoir. Aucun nom.",
            "Write here what the group wants known. No names.",
        ))),
    ])  # fmt: skip
    return marked("card", body)


def _figure(context: Context, scenario: Scenario, asked: list[Question]) -> Piece:
    chosen = [Item(q.id, context.headline(q.id)) for q in asked]
    cells = [cell_of(context, item) for item in chosen]
    rows = [
        ChartRow(f"{_kind(context, q)}{_response(context, q)}", (point(context, cell),),
                 (_written(context, cell),))
        for q, cell in zip(asked, cells, strict=True)
    ]  # fmt: skip
    layout = Layout(labels=1.75, sides=(1.35,), row=0.34)
    chart = row_chart(rows, axis=share_axis(context), layout=layout, notices=context.marks)
    year, size = context.wave_year(context.store.wave), context.size(cells)
    caption = context.say(f"Édition {year}, {size}", f"{year} edition, {size}")
    alt = _alt(context, asked, cells)
    block = picture(chart, context.new_label("fig", f"card-{scenario.id}"), caption, alt)
    note = " ".join(t for t in (context.sample_note(cells), flags_note(context, cells),
                                _limits(context)) if t)  # fmt: skip
    return joined([block, marked("note", paragraph(note))])


def _written(context: Context, cell: Cell | None) -> str:
    """Write a figure with its interval, as it stands beside the dot."""
    if cell is None:
        return "–"
    span = context.interval(cell, sign=False)
    return context.value(cell) if span == "–" else f"{context.value(cell)} ({span})"


def _kind(context: Context, question: Question) -> str:
    """Return what a question is about, before the colon of its name, as a chart's label has it."""
    first = context.label(question.id).split("\u00a0: ")[0].split(": ")[0]
    return f"{first}\u00a0: " if context.french else f"{first}: "


def _response(context: Context, question: Question) -> str:
    return lower_first(context.response(question.id, context.headline(question.id)))


def _alt(context: Context, asked: list[Question], cells: list[Cell | None]) -> str:
    said = []
    for question, cell in zip(asked, cells, strict=True):
        name = f"{_kind(context, question)}{_response(context, question)}"
        if cell is None:
            continue
        span = context.interval(cell)
        said.append(f"{name}, {context.value(cell)}" + (f" ({span})" if span != "–" else ""))
    lead = context.say("Points sur une échelle de 0 à 100\u00a0%\u00a0: ",
                       "Dots on a scale of 0 to 100%: ")  # fmt: skip
    return f"{lead}{in_words(said, context.lang)}."


def _limits(context: Context) -> str:
    return context.say(
        "Ce chiffre ne dit pas pourquoi, et l’histoire n’a pas été lue aux personnes interrogées.",
        "This figure does not say why, and the story was not read to the people interviewed.",
    )
