"""Write the page of every question of a version, and the list of them by section."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.page_names import INDEX, QUESTIONS
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import upper_first
from padai.publishing.basis.speech import Speech
from padai.publishing.chapters.opening import PAGES, release_title
from padai.publishing.chapters.page_head import release_head, trail
from padai.publishing.chapters.questionnaire import asked_by_section
from padai.publishing.engine.text import md_literal
from padai.publishing.exhibits.declarations import declared_of_items
from padai.publishing.exhibits.exhibit_items import Item, cell_of, change_of, words_of
from padai.publishing.pieces.by_chapter import turn, turn_link
from padai.publishing.pieces.emit import Piece, heading, joined, marked, paragraph
from padai.publishing.pieces.page_setter import PageRequest, page_setter
from padai.publishing.products.questions.question import question_piece
from padai.store import Store
from padai.survey import Question
from padai.words import Said, in_a_row

Progress = Callable[[str], None]


def question_page_names(store: Store, lang: str) -> list[str]:
    """Return the names of the pages of questions in a language's folder, the list first."""
    return [f"{QUESTIONS}/{INDEX}", *(f"{QUESTIONS}/{q.id}" for q in _every(Context(store, lang)))]


def write_question_pages(
    store: Store,
    lang: str,
    folder: Path,
    source_date: int,
    progress: Progress | None = None,
    *,
    only: Sequence[str] | None = None,
    watched: Callable[[str], AbstractContextManager[Any]] = nullcontext,
) -> dict[str, Path]:
    """Write ``questions/<id>.html`` for each question, and ``questions/index.html``.

    Parameters
    ----------
    store
        An open release store.
    lang
        ``"fr"`` or ``"en"``; the survey must list it.
    folder
        The folder of the language inside the version.
    source_date
        The release's date as seconds since 1970.
    only
        The names of those to write, all where none is named.
    watched
        Called with the name of a page, around all that is read for that page alone.

    Returns
    -------
    dict
        The file of each page: the list of questions, then one each, in the order of the report.
    """
    context = Context(store, lang)
    written = {}
    names = question_page_names(store, lang) if only is None else only
    (folder / QUESTIONS).mkdir(parents=True, exist_ok=True)
    if progress:
        progress(f"{lang}/{QUESTIONS}/")
    with page_setter(lang, source_date) as setter:
        for name, made in setter.pages([_request(context, name, watched) for name in names]):
            path = folder / f"{name}.html"
            with watched(name):
                page = _with_turn(_fresh(context), name, made["html"].decode())
            path.write_text(page, encoding="utf-8", newline="\n")
            written[name] = path
    return written


def _with_turn(naming: Naming, name: str, page: str) -> str:
    """Put at the end of a question’s page the way to the one before and the one after."""
    every = [q.id for q in _every(naming)]
    own = name.rpartition("/")[2]
    if own not in every:
        return page
    place = every.index(own)
    links = []
    if place:
        links.append(_turn_link(naming, "prev", every[place - 1]))
    if place + 1 < len(every):
        links.append(_turn_link(naming, "next", every[place + 1]))
    label = naming.say("publishing-site-previous-and-next-question")
    before, end = page.rsplit("</main>", 1)
    return f"{before}{turn(label, links)}</main>{end}"


def _turn_link(naming: Naming, which: str, question: str) -> str:
    words = {
        "prev": Said("publishing-site-previous-question"),
        "next": Said("publishing-language-next-question"),
    }[which]
    return turn_link(which, naming.say(words), f"{question}.html", naming.label(question))


def _fresh(context: Context) -> Context:
    """Return a context for one page: it counts figures anew, and reads its texts itself.

    The store stays indexed once for all.
    """
    fresh = Context(context.store, context.lang)
    fresh.__dict__["lookup"] = context.lookup
    return fresh


def _every(naming: Naming) -> list[Question]:
    return [q for _, questions in asked_by_section(naming) for q in questions]


def _request(
    context: Context, name: str, watched: Callable[[str], AbstractContextManager[Any]]
) -> PageRequest:
    def watching(make: Callable[[], Piece]) -> Callable[[], Piece]:
        def made() -> Piece:
            with watched(name):
                return make()

        return made

    own, context = name.rpartition("/")[2], _fresh(context)
    if own == INDEX:
        listed = trail(context.lang, [_report(context)], _all(context))
        return PageRequest(name, watching(lambda: _index(context)), meta=listed)
    question = context.question(own)
    crumbs = [_report(context), (_all(context), f"{INDEX}.html")]
    with watched(name):
        meta = {**trail(context.lang, crumbs, context.label(own)), "toc": True, "toc-depth": 1}
    return PageRequest(name, watching(lambda: _page(context, question)), meta=meta)


def _report(speech: Speech) -> tuple[str, str]:
    return speech.say("publishing-site-report"), f"../{PAGES['report'][speech.lang]}"


def _all(speech: Speech) -> str:
    return speech.say("publishing-site-all-questions")


def _page(context: Context, question: Question) -> Piece:
    label = context.label(question.id)
    words = question.wording_at(context.wave, context.survey.waves)
    asked = words.get(context.lang, context.part(_part(context, question)).mode)
    head = release_head(
        context,
        upper_first(label),
        context.say("publishing-site-asked", asked=asked),
        description=f"{label}. {release_title(context)}.",
        alternate=lambda other: f"../../{other}/{QUESTIONS}/{question.id}.html",
    )
    return head + question_piece(context, question)


def _index(context: Context) -> Piece:
    """List the questions by section, each with its result and what became of it."""
    sections = asked_by_section(context)
    many = sum(len(questions) for _, questions in sections)
    counted = context.say("publishing-site-questions-by-theme", many=many)
    head = release_head(
        context,
        _all(context),
        counted,
        alternate=lambda other: f"../../{other}/{QUESTIONS}/{INDEX}.html",
    )
    pieces = [paragraph(context.say("publishing-site-each-question-has-its-page-its-exact"))]
    for number, (title, questions) in enumerate(sections, start=1):
        pieces.append(heading(2, title, f"sec-{number}"))
        pieces.append(Piece("\n".join(_line(context, q) for q in questions)))
        figures = (item for q in questions if (item := _listed_figure(context, q)) is not None)
        if judged := declared_of_items(context, figures):
            pieces.append(marked("note", paragraph(judged)))
    return head + joined(pieces)


def _line(context: Readout, question: Question) -> str:
    shown = md_literal(context.label(question.id))
    line = f"- [{shown}]({question.id}.html)"
    item = _listed_figure(context, question)
    cell = cell_of(context.lookup, item) if item is not None else None
    if item is None or cell is None:
        return line
    words = words_of(context, change_of(context.lookup, item))
    texts = [f"{context.response(item.question, item.response)} {context.value(cell)}", words]
    return f"{line} \\\n  {md_literal(in_a_row(*texts, by=' · '))}"


def _listed_figure(context: Readout, question: Question) -> Item | None:
    """Return the figure of a question that the list tells of; none where it tells of none."""
    item = Item(question.id, context.headline(question.id), part=_part(context, question))
    followed = question.headline_net or question.all_nets or item.response == "mean"
    return item if followed and cell_of(context.lookup, item) is not None else None


def _part(context: Readout, question: Question) -> str:
    return next((p for p in context.parts if context.lookup.asked(question.id, p)), MAIN)
