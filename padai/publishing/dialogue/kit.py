"""The workshop kit: a facilitator's page, a card a story, a sheet for what comes back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from padai.publishing.charts.people import CARD, PeopleRow, people_chart
from padai.publishing.context import Context
from padai.publishing.dialogue.following import head, links, picture
from padai.publishing.dialogue.shares import people_of, share_words
from padai.publishing.emit import Piece, bullets, heading, joined, link, marked, paragraph
from padai.publishing.exhibits.common import Item, cell_of, flags_note
from padai.publishing.lookup import MAIN, Cell
from padai.publishing.rendering.text import md_literal
from padai.publishing.sentences import ended, lower_first, upper_first
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
    cards = stories(context)
    pieces.append(_facilitator(context, workshop, [scenario for scenario, _ in cards]))
    pieces += [_card(context, workshop, scenario, asked) for scenario, asked in cards]
    return joined([*pieces, _return_sheet(context)])


def stories(context: Context) -> list[tuple[Scenario, list[Question]]]:
    """Return the stories that have a card, each with its questions."""
    found = ((s, _asked(context, s)) for s in context.store.survey.scenarios.values())
    return [(scenario, asked) for scenario, asked in found if asked]


def sheets_of(context: Context) -> int:
    """Return how many sheets a kit has: the facilitator's, a card a story, what comes back."""
    return 2 + len(stories(context))


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


def _facilitator(context: Context, workshop: Workshop, stories: Sequence[Scenario]) -> Piece:
    say = context.say
    before = [context.text(t) for t in workshop.before]
    return joined([
        heading(2, say("Pour la personne qui anime", "For the facilitator")),
        paragraph(context.text(workshop.welcome)),
        *([heading(3, say("Avant la rencontre", "Before the meeting")), bullets(before)]
          if before else []),
        heading(3, say("Déroulement", "How it goes")),
        _numbered([context.text(t) for t in workshop.steps]),
        heading(3, say("Les histoires, une par fiche", "The stories, one a card")),
        bullets(context.text(s.title) for s in stories),
        heading(3, say("Lire les chiffres", "Reading the figures")),
        bullets(_reading(context)),
        heading(3, say("Ce qu’un atelier n’est pas", "What a workshop is not")),
        paragraph(say(
            "Un atelier n’est pas une enquête. Ce qui s’y dit est précieux, et ne dit rien de la "
            "population\u00a0: ne comptez pas les avis, rapportez les raisons.",
            "A workshop is not a survey. What is said there is worth much, and says nothing of "
            "the population: do not count opinions, report reasons.",
        )),
        heading(3, say("Envoyer les notes", "Sending the notes")),
        paragraph(context.text(workshop.send)),
    ])  # fmt: skip


def _reading(context: Context) -> list[str]:
    words = context.words(MAIN)
    wave = context.store.survey.wave(context.store.wave)
    dates = context.numbers.fieldwork(wave.fieldwork)
    said = [
        context.say(f"Les réponses ont été recueillies {dates}.",
                    f"The answers were collected {dates}."),
        context.say(
            "Chaque rangée montre dix personnes. Celles qui sont pleines ont donné cette réponse.",
            "Each row shows ten people. Those that are filled gave that answer.",
        ),
    ]  # fmt: skip
    if words.has_intervals:
        said += [
            context.say(
                "Celles qui sont hachurées l’ont peut-être donnée\u00a0: le chiffre est moins sûr.",
                "Those that are hatched may have given it: the figure is less sure.",
            ),
            context.say(
                f"À droite, le chiffre exact de l’enquête. Entre parenthèses, son "
                f"{words.interval}\u00a0: plus il est large, moins le chiffre est sûr.",
                f"At the right, the survey’s own figure. In brackets, its {words.interval}: the "
                "wider it is, the less sure the figure.",
            ),
        ]
    if context.store.survey.synthetic:
        said.append(context.say("Ici, les données sont fictives.", "Here, the data are synthetic."))
    return said


def _numbered(items: Sequence[str]) -> Piece:
    return Piece("\n".join(f"{n}. {md_literal(t)}" for n, t in enumerate(items, 1)))


# --- the cards -----------------------------------------------------------------------------------


def _card(context: Context, workshop: Workshop, scenario: Scenario, asked: list[Question]) -> Piece:
    body = joined([
        heading(2, context.text(scenario.title), f"card-{scenario.id}"),
        marked("lead", paragraph(context.text(scenario.story))),
        heading(3, context.say("Trois questions à discuter", "Three questions to discuss")),
        _numbered([context.text(q) for q in scenario.discuss]),
        heading(3, context.say("Ce que les gens ont répondu", "What people answered")),
        _figure(context, workshop, scenario, asked),
        heading(3, context.say("Vos notes", "Your notes")),
        _space(context.say(
            "Écrivez ici ce que le groupe veut faire savoir. Aucun nom.",
            "Write here what the group wants known. No names.",
        )),
    ])  # fmt: skip
    return marked("card", body)


def _space(text: str) -> Piece:
    return marked("notes", paragraph(text))


def _figure(
    context: Context, workshop: Workshop, scenario: Scenario, asked: list[Question]
) -> Piece:
    chosen = [Item(q.id, context.headline(q.id)) for q in asked]
    cells = [cell_of(context, item) for item in chosen]
    said = [_said(context, workshop, q, cell) for q, cell in zip(asked, cells, strict=True)]
    rows = [
        _row(context, cell, text) for cell, text in zip(cells, said, strict=True)
    ]  # fmt: skip
    chart = partial(people_chart, rows, notices=context.marks, plan=CARD)
    year, size = context.wave_year(context.store.wave), context.size(cells)
    caption = context.say(f"Édition {year}, {size}", f"{year} edition, {size}")
    lead = context.say("Dix silhouettes par réponse. ", "Ten figures an answer. ")
    alt = lead + " ".join(
        ended(f"{text}, {_written(context, cell)}") for cell, text in zip(cells, said, strict=True)
    )
    block = picture(chart, context.new_label("fig", f"card-{scenario.id}"), caption, alt)
    note = " ".join(t for t in (context.sample_note(cells, lines=False),
                                flags_note(context, cells), _limits(context)) if t)  # fmt: skip
    return joined([block, marked("note", paragraph(note))])


def _row(context: Context, cell: Cell | None, text: str) -> PeopleRow:
    if cell is None or not cell.shown:
        return PeopleRow(0, 0, text)
    people = people_of(context, cell)
    return PeopleRow(people.low, people.high, text, _written(context, cell))


def _said(context: Context, workshop: Workshop, question: Question, cell: Cell | None) -> str:
    """Say an answer in plain words, those of its role where the kit words it."""
    survey = context.store.survey
    own = (workshop.answers[r] for r, of in survey.roles.items()
           if question.id in of and r in workshop.answers)  # fmt: skip
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


def _written(context: Context, cell: Cell | None) -> str:
    """Write a figure with its interval, as it stands beside the people."""
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


def _limits(context: Context) -> str:
    return context.say(
        "Ces chiffres ne disent pas pourquoi, et l’histoire n’a pas été lue aux personnes "
        "interrogées.",
        "These figures do not say why, and the story was not read to the people interviewed.",
    )


# --- what comes back ------------------------------------------------------------------------------


def _return_sheet(context: Context) -> Piece:
    """Return the sheet that goes back: reasons and disagreements, and nobody's name."""
    say = context.say
    asked = (
        say("Où et quand ? Quelle fiche ? Combien de personnes ?",
            "Where and when? Which card? How many people?"),
        say("Les raisons entendues, dans les mots du groupe",
            "The reasons heard, in the group’s own words"),
        say("Ce sur quoi le groupe n’était pas d’accord", "What the group did not agree on"),
        say("Ce que le groupe demande, et à quel organisme",
            "What the group asks for, and of which body"),
    )  # fmt: skip
    return marked("card", joined([
        heading(2, say("Feuille de retour", "Return sheet")),
        paragraph(say(
            "Une feuille par rencontre. Aucun nom, aucun vote\u00a0: des raisons.",
            "One sheet a meeting. No names, no votes: reasons.",
        )),
        *(_space(text) for text in asked),
    ]))  # fmt: skip
