"""The page of one question: its exact words, its results, its trend, its groups, how to cite it."""

from __future__ import annotations

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Cell
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import lower_first
from padai.publishing.chapters.cards import card, changed
from padai.publishing.chapters.opening import PAGES, became, certainty, release_line
from padai.publishing.chapters.questionnaire import about, wordings_asked
from padai.publishing.engine.text import md_literal, md_verbatim
from padai.publishing.exhibits import exhibit
from padai.publishing.exhibits.declarations import declared_of_items
from padai.publishing.exhibits.exhibit_items import Item, cell_of, flags_note
from padai.publishing.exhibits.groups import group_figures
from padai.publishing.pieces.emit import (
    Piece,
    callout,
    folded,
    heading,
    joined,
    link,
    marked,
    paragraph,
    table,
)
from padai.publishing.pieces.tables import Column, TableRow
from padai.publishing.products.questions.group_tables import breakdowns_of, group_tables
from padai.survey import Block, Question
from padai.words import in_a_row
from padai.words.languages import tag_of, titles_in_capitals

FIGURED = ("single", "multiple", "rating")
"""The types of question whose answers are estimated."""


def question_piece(context: Context, question: Question) -> Piece:
    """Return everything that is published of a question, without its title block."""
    parts = [p for p in context.parts if context.lookup.asked(question.id, p)]
    pieces = [_key(context, question, parts), _ways_on(context, question, parts)]
    pieces += _words(context, question)
    if question.type == "open":
        block = Block(kind="words", questions=(question.id,), title=question.label)
        pieces += _titled(
            context.say("publishing-site-answers"), "sec-reponses", exhibit(context, block, "mots")
        )
    for part in parts:
        pieces += _part(context, question, part, several=len(parts) > 1)
    if not parts and question.type != "open":
        pieces.append(
            paragraph(context.say("publishing-site-this-question-serves-to-form-groups-or"))
        )
    pieces.append(_cite(context, question))
    return joined(pieces)


def _titled(title: str, anchor: str, body: Piece) -> list[Piece]:
    return [heading(2, title, anchor), body] if body.markdown.strip() else []


def _key(context: Context, question: Question, parts: list[str]) -> Piece:
    """Say first what became of the response that is followed, and how sure it is."""
    cards = []
    for part in parts:
        item = Item(question.id, context.headline(question.id), part=part)
        cell = cell_of(context.lookup, item)
        if cell is None:
            continue
        name = context.response(item.question, item.response)
        lead = name if len(parts) == 1 else f"{name}. {context.text(context.part(part).label)}"
        judged = declared_of_items(context, [item], periods=True)
        sentences = [*changed(context, item, became(context, item)), certainty(context, cell)]
        sentences += [judged] if judged else []
        cards.append(card(context, item, md_literal(lead + "."), sentences, drawn=False))
    return marked("key-figures", Piece("\n\n".join(cards))) if cards else Piece("")


def _ways_on(naming: Naming, question: Question, parts: list[str]) -> Piece:
    """Return a link to the explorer, set to the question, where the explorer shows it."""
    if question.type not in FIGURED or not set(parts) & set(naming.explored):
        return Piece("")
    explorer = f"../{PAGES['explorer'][naming.lang]}#q={question.id}"
    name = naming.say("publishing-site-explore-this-question")
    return marked("page-links", Piece(f"- {link(name, explorer)}"))


def _words(naming: Naming, question: Question) -> list[Piece]:
    survey, wave = naming.survey, naming.wave
    asked = [
        f"- **{md_literal(lead)}** {words}" for lead, words in wordings_asked(naming, question)
    ]
    pieces = [
        heading(2, naming.say("publishing-site-the-question-asked"), "sec-question"),
        Piece("\n".join(asked)),
        paragraph(about(naming, question)),
    ]
    waves = [w for w in survey.waves if question.asked_in(w)]
    labels = [naming.wave_label(w) for w in waves]
    known = ", ".join(labels if naming.capital_after_colon else map(lower_first, labels))
    pieces.append(paragraph(naming.colon(naming.say("publishing-site-asked-in"), f"{known}.")))
    order = survey.waves.index
    earlier = [
        f"- **{md_literal(_until(naming, e.until))}** "
        + md_verbatim(e.wording.get(lang), tag_of(lang) if lang != naming.lang else None)
        for e in question.earlier_wordings
        if order(e.until) < order(wave)
        for lang in survey.asked_in
        if lang in e.wording.tags
    ]
    if earlier:
        title = naming.say("publishing-site-words-used-before")
        pieces.append(callout("note", title, Piece("\n".join(earlier))))
    return pieces


def _until(naming: Naming, wave: str) -> str:
    last = naming.the_wave(wave)
    return naming.colon(naming.say("publishing-site-up-to", last=last), "")


def _part(context: Context, question: Question, part: str, *, several: bool) -> list[Piece]:
    label = context.text(context.part(part).label)
    label_of_wave = context.wave_label(context.wave)
    title = f"{context.say('publishing-site-answers')}, {lower_first(label_of_wave)}"
    if several:
        title = context.colon(label, lower_first(title))
    mark = "" if part == MAIN else f"-{part}"
    pieces = [heading(2, title, f"sec-reponses{mark}"), _answers(context, question, part)]
    if part == MAIN and context.words(part).has_intervals:
        block = Block(
            kind="trend",
            questions=(question.id,),
            net=context.headline(question.id),
            title=question.label,
        )
        pieces += _titled(
            context.say("publishing-site-trend"),
            "sec-evolution",
            exhibit(context, block, "evolution"),
        )
    groups = group_tables(context, question, part)
    if groups:
        title = context.say("publishing-site-by-group")
        if several:
            title = context.colon(label, lower_first(title))
        pieces.append(heading(2, title, f"sec-groupes{mark}"))
        pieces.append(_group_chart(context, question, part))
        for name, body in groups:
            pieces += folded(name, body)
    return pieces


def _group_chart(context: Context, question: Question, part: str) -> Piece:
    """Draw the response that is followed, group by group; the tables under it give the figures."""
    if not context.words(part).has_intervals:
        return Piece("")
    whole = Item(question.id, context.headline(question.id), part=part)
    stem = "groupes" if part == MAIN else f"groupes-{part}"
    return group_figures(context, whole, breakdowns_of(context, part), stem)


def _answers(context: Context, question: Question, part: str) -> Piece:
    """Return every response with its interval, then the nets and the mean."""
    nets = [n.id for n in question.all_nets]
    rows: list[TableRow] = []
    cells: list[Cell] = []
    for title, responses in (
        ("", list(question.codes)),
        (context.say("publishing-site-groupings"), nets),
        (context.say("publishing-site-mean-of-scores"), ["mean"]),
    ):
        answers = [
            (r, c) for r in responses if (c := context.lookup.cell(question.id, r, part=part))
        ]
        if answers and title:
            rows.append(TableRow(title))
        rows += [_answer(context, question, r, c) for r, c in answers]
        cells += [c for _, c in answers]
    words = context.words(part)
    columns = [
        Column(context.say("publishing-site-result")),
        *([Column(words.interval[:1].upper() + words.interval[1:])] if words.has_intervals else []),
        Column(context.say("publishing-site-unweighted-n")),
    ]  # fmt: skip
    base = context.base_words([question.id])
    caption = context.say("publishing-site-base", label=context.label(question.id), base=base)
    note = in_a_row(words.under, flags_note(context, cells))
    return table(
        context,
        f"reponses-{part}",
        caption,
        context.say("publishing-site-answer"),
        columns,
        rows,
        note=note,
        part=part,
    )


def _answer(context: Readout, question: Question, response: str, cell: Cell) -> TableRow:
    middle = (context.interval(cell),) if context.words(cell.part).has_intervals else ()
    return TableRow(
        context.response(question.id, response),
        (context.value(cell), *middle, context.base([cell])),
    )


def _cite(context: Context, question: Question) -> Piece:
    """Say how to cite the question, and where its numbers are."""
    survey = context.survey
    label, title = context.label(question.id), context.text(survey.title)
    wave = context.wave_label(context.wave)
    citation = context.say(
        "publishing-site-question",
        sponsor=context.text(survey.sponsor),
        label=label,
        question_id=question.id,
        title=title,
        wave=wave if titles_in_capitals(context.lang) else lower_first(wave),
        release_line=release_line(context),
    )
    marks = " ".join(f"{m.rstrip('.')}." for m in context.marks)
    series = context.say("publishing-site-all-series-csv")
    changes = context.say("publishing-site-all-differences-and-verdicts-csv")
    keyed = context.say(
        "publishing-site-in-these-files-the-question-has-the-code", question_id=question.id
    )
    return joined(
        [
            heading(2, context.say("publishing-site-cite-and-reuse"), "sec-citer"),
            Piece("> " + paragraph(citation, marks).markdown),
            Piece(
                f"- {link(series, '../../open/series.csv')}\n"
                f"- {link(changes, '../../open/changes.csv')}"
            ),
            paragraph(keyed),
        ]
    )
