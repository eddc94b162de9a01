"""The page of a draw by lot: everything that someone needs to check it and to do it again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from padai.lottery.pages.draw_check import Facts, check_script, checks, promises
from padai.publishing.basis.context import Context
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.page_names import twins
from padai.publishing.basis.sentences import ended
from padai.publishing.basis.speech import Speech
from padai.publishing.basis.vocabulary import check_words
from padai.publishing.chapters.opening import footer
from padai.publishing.engine.text import md_literal, title_block
from padai.publishing.pieces.emit import (
    Piece,
    bullets,
    callout,
    heading,
    joined,
    marked,
    paragraph,
    table,
)
from padai.publishing.pieces.page_setter import page_setter
from padai.publishing.pieces.tables import Column, TableRow
from padai.store import Store
from padai.survey.panels import DrawDef
from padai.words import Said
from padai.words.languages import FileNames

PAGES: dict[str, str] = FileNames(fr="tirage", en="draw")
ANNOUNCED: dict[str, str] = FileNames(fr="annonce-du-tirage", en="draw-announcement")
"""The pages of a draw, and of what is announced before it."""
FOLDER = "tirage"
"""Where they stand, beside the releases of the panel."""


def write_draw_pages(store: Store, folder: Path, source_date: int, script: str) -> list[Path]:
    """Write the page of a draw in each language of the survey, as a page and as a PDF.

    Once people are drawn, a script that does the draw again from what was published is written too.

    Parameters
    ----------
    store
        A store whose facts hold ``draw_page``: what was announced or drawn, by anonymous number.
    source_date
        Seconds since 1970, for the PDF's date.
    script
        The file name of the script.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for lang in store.survey.languages:
        context = Context(store, str(lang))
        name = _names(context)[lang]
        with page_setter(str(lang), source_date) as setter:
            made = setter.page(name, partial(draw_page, context), ("html", "typst"))
        for kind, suffix in (("html", ".html"), ("typst", ".pdf")):
            path = folder / f"{name}{suffix}"
            path.write_bytes(made[kind])
            written.append(path)
    if store.facts["draw_page"]["ticket"]:
        assert store.survey.panel is not None
        path = folder / script
        path.write_text(check_script(store.survey.panel.draw), encoding="utf-8", newline="\n")
        written.append(path)
    return written


def _names(context: Context) -> dict[str, str]:
    return PAGES if context.store.facts["draw_page"]["ticket"] else ANNOUNCED


def draw_page(context: Context) -> Piece:
    """Return the page: how it is done, what came out, the numbers, how to do it again."""
    panel = context.survey.panel
    assert panel is not None
    draw, facts = panel.draw, context.store.facts["draw_page"]
    say = context.say
    after = (
        [
            heading(2, say("publishing-dialogue-the-numbers-drawn")),
            _drawn(context, facts),
            heading(2, say("publishing-dialogue-check-the-draw-or-do-it-again")),
            checks(context, draw, facts),
        ]
        if facts["ticket"]
        else [
            heading(2, say("publishing-dialogue-what-is-fixed-from-now-on")),
            promises(context, draw, facts),
        ]
    )
    body = joined(
        [
            Piece(title_block(_title(context))),
            *_notices(context),
            _numbers(context, draw, facts),
            heading(2, say("publishing-dialogue-what-the-draw-has-to-respect")),
            _quotas(context, draw, facts),
            heading(2, say("publishing-dialogue-everyones-chances")),
            _chances(context, facts),
            *after,
        ]
    )
    check_words(body.markdown, "minipublic", f"{context.survey.id}, draw")
    return body


def _title(context: Context) -> dict[str, str]:
    survey, names = context.survey, _names(context)
    drawn = names is PAGES
    values = {
        "title": context.say("publishing-dialogue-the-draw-by-lot-of-the-panel")
        if drawn
        else context.say("publishing-dialogue-the-draw-by-lot-of-the-panel-is"),
        "subtitle": context.text(survey.title),
        "publisher": context.text(survey.sponsor),
        "description": context.say("publishing-dialogue-method-seed-hashes-and-numbers-drawn")
        if drawn
        else context.say("publishing-dialogue-method-chances-and-hashes-published"),
        "footer": footer(context),
        "banner": ". ".join(m.rstrip(".") for m in context.marks) + ".",
    }
    values |= twins(context.lang, survey.languages, lambda other: f"{names[other]}.html")
    if survey.synthetic:
        values["robots"] = "noindex"
    return values


def _notices(naming: Naming) -> list[Piece]:
    if not naming.survey.synthetic:
        return []
    note = paragraph(naming.text(naming.survey.synthetic_note))
    return [callout("warning", naming.say("publishing-dialogue-synthetic-data"), note)]


def _numbers(speech: Speech, draw: DrawDef, facts: Facts) -> Piece:
    say, count = speech.say, speech.numbers.count
    pairs = [
        (count(draw.size), say("publishing-dialogue-seats")),
        (count(facts["volunteers"]), say("publishing-dialogue-volunteers-4a19")),
        *(
            [(count(facts["ticket"]), say("publishing-dialogue-ticket-drawn-of-10-000"))]
            if facts["ticket"]
            else []
        ),
        (
            speech.numbers.share(facts["chances"][0]["probability"]),
            say("publishing-dialogue-smallest-chance-of-a-volunteer"),
        ),
    ]
    lines = "\n".join(f"- **{md_literal(k)}** {md_literal(v)}" for k, v in pairs)
    return marked("key-figures", Piece(lines))


def _quotas(context: Context, draw: DrawDef, facts: Facts) -> Piece:
    say, count = context.say, context.numbers.count
    rows: list[TableRow] = []
    for quota in draw.quotas:
        rows.append(TableRow(context.text(quota.label)))
        known = {g.id: g for g in quota.groups}
        for row in (r for r in facts["counts"] if r["quota"] == quota.id):
            groups = [known[g] for g in row["groups"]]
            label = " + ".join(context.text(g.label) for g in groups)
            mark = "\u00a0*" if any(g.over_selected for g in groups) else ""
            low, high = count(row["low"]), count(row["high"])
            seats = low if low == high else say("publishing-dialogue-to", low=low, high=high)
            drawn = (count(row["panel"]),) if facts["ticket"] else ()
            rows.append(TableRow(label + mark, (count(row["volunteers"]), seats, *drawn)))
    heads = [Said("publishing-dialogue-volunteers-b74e"), Said("publishing-dialogue-seats-planned")]
    if facts["ticket"]:
        heads.append(Said("publishing-dialogue-drawn-by-lot"))
    columns = [Column(say(head)) for head in heads]
    reasons = [ended(context.text(q.reason)) for q in draw.quotas if q.reason is not None]
    note = say("publishing-dialogue-more-seats-than-the-share-of-the")
    caption = (
        say("publishing-dialogue-declared-quotas-volunteers-and-people")
        if facts["ticket"]
        else say("publishing-dialogue-declared-quotas-and-volunteers")
    )
    if any(len(row["groups"]) > 1 for row in facts["counts"]):
        note += say("publishing-dialogue-groups-joined-by-a-are-counted-and-drawn")
    for quota in (q for q in draw.quotas if q.id in facts["untold"]):
        note += " " + say(
            "publishing-dialogue-the-groups-of-a-quota-are-counted-as-one",
            quota=context.text(quota.label),
        )
    made = table(
        context, "quotas", caption, say("publishing-dialogue-group"), columns, rows, note=note
    )
    return joined([bullets(reasons), made])


def _chances(context: Context, facts: Facts) -> Piece:
    say, count = context.say, context.numbers.count
    text = say("publishing-dialogue-a-draw-to-quotas-cannot-give-everyone")
    rows = [
        TableRow(context.numbers.share(r["probability"]), (count(r["people"]),))
        for r in facts["chances"]
    ]
    caption = say("publishing-dialogue-volunteers-by-their-chance-of-being")
    made = table(
        context,
        "chances",
        caption,
        say("publishing-dialogue-chance"),
        [Column(say("publishing-dialogue-volunteers-b74e"))],
        rows,
    )
    return joined([paragraph(text), made])


def _drawn(context: Context, facts: Facts) -> Piece:
    say, count = context.say, context.numbers.count
    intro = say("publishing-dialogue-each-volunteer-knows-their-own-number")
    panel = sorted(n for cell in facts["cells"] for n in cell["panel"])
    rows = [
        TableRow(
            cell["cell"],
            (
                count(cell["volunteers"]),
                ", ".join(cell["panel"]),
                ", ".join(cell["reserve"]) or "–",
            ),
        )
        for cell in facts["cells"]
    ]
    columns = [
        Column(say("publishing-dialogue-volunteers-b74e")),
        Column(say("publishing-dialogue-panel"), numeric=False),
        Column(say("publishing-dialogue-reserve-in-the-order-of-calling"),
               numeric=False),
    ]  # fmt: skip
    caption = say("publishing-dialogue-numbers-drawn-by-cell")
    short = facts["without_reserve"]
    note = say("publishing-dialogue-a-cell-holds-the-volunteers-who-are")
    if short:
        note += " " + say(
            "publishing-dialogue-seats-without-a-reserve-in-their-cell", count=count(short)
        )
    made = table(
        context, "drawn", caption, say("publishing-dialogue-cell"), columns, rows, note=note
    )
    return joined(
        [paragraph(intro), paragraph(context.colon("Panel", ", ".join(panel) + ".")), made]
    )
