"""The register in the next edition's report: what became of findings, unanswered ones included."""

from __future__ import annotations

from padai.publishing.context import Context
from padai.publishing.dialogue.following import (
    NAMES,
    REPLIES,
    STATES,
    Row,
    days_words,
    edition_of,
    has_register,
    named,
    register_day,
    register_rows,
)
from padai.publishing.dialogue.register import explained, totals
from padai.publishing.emit import Piece, bullets, heading, joined, link, marked, paragraph, table
from padai.publishing.sentences import ended, lower_first, upper_first
from padai.publishing.tables import Column, TableRow


def became(context: Context) -> Piece:
    """Return the chapter of a report: what became of earlier editions, unanswered ones included."""
    if not has_register(context):
        return Piece("")
    rows = register_rows(context)
    if not rows:
        return joined([_first(context), _live(context)])
    return joined([
        paragraph(explained(context)),
        marked("key-figures", totals(context)),
        *_replies_table(context, [r for r in rows if r.answered]),
        heading(3, context.say("Constats sans réponse", "Findings without a reply")),
        *_waiting_table(context, [r for r in rows if not r.answered]),
        _live(context),
    ])  # fmt: skip


def _first(context: Context) -> Piece:
    return paragraph(context.say(
        "C’est la première édition\u00a0: aucun constat n’attend de réponse.",
        "This is the first edition: no finding awaits a reply.",
    ))  # fmt: skip


def _live(context: Context) -> Piece:
    """Point from a frozen version to the register as it stands."""
    page = named(context, f"{NAMES['register'][context.lang]}.html")
    text = context.say("Le registre à jour, réponses reçues depuis comprises",
                       "The register as it stands, later replies included")  # fmt: skip
    return Piece(link(text, f"../../suivi/{page}"))


def _replies_table(context: Context, rows: list[Row]) -> list[Piece]:
    if not rows:
        return []
    columns = [
        Column(context.say("Réponse", "Reply"), numeric=False),
        Column(context.say("Motif", "Reason"), numeric=False),
        Column(context.say("Suite", "What follows"), numeric=False),
    ]
    lines = [
        TableRow(f"{row.texts['label'].rstrip('.')} ({lower_first(edition_of(context, row))})",
                 (f"{REPLIES[row.reply][context.lang]}\n{row.texts['body']}", row.texts["reason"],
                  _follows(context, row)))
        for row in sorted(rows, key=lambda r: r.published, reverse=True)
    ]  # fmt: skip
    caption = context.say("Réponses reçues aux constats des éditions antérieures",
                          "Replies to the findings of earlier editions")  # fmt: skip
    return [table(context, "became", caption, context.say("Constat", "Finding"), columns, lines)]


def _follows(context: Context, row: Row) -> str:
    if not row.state and row.reply == "non retenu":
        return "–"
    state = STATES[row.state][context.lang] if row.state else ""
    step = row.texts["next_step"]
    waits = row.waits and step and row.due is not None
    until = context.numbers.date(row.due) if waits and row.due else ""
    said = [state, context.say(f"{step}, d’ici le {until}", f"{step}, by {until}") if waits else ""]
    late = context.say("en retard", "overdue") if row.overdue else ""
    return "\n".join(t for t in (*said, late) if t) or "–"


def _waiting_table(context: Context, rows: list[Row]) -> list[Piece]:
    if not rows:
        return [paragraph(context.say("Tous ont reçu une réponse.", "All have had a reply."))]
    columns = [
        Column(context.say("Édition", "Edition"), numeric=False),
        Column(context.say("Sans réponse depuis", "Without a reply for")),
    ]
    lines = [
        TableRow(row.texts["label"].rstrip("."),
                 (upper_first(edition_of(context, row)), days_words(context, row.days)))
        for row in sorted(rows, key=lambda r: r.published, reverse=True)
    ]  # fmt: skip
    caption = context.say("Constats et recommandations restés sans réponse",
                          "Findings and recommendations without a reply")  # fmt: skip
    return [table(context, "waiting", caption, context.say("Constat", "Finding"), columns, lines)]


def unanswered(context: Context) -> Piece:
    """Return the executive page's part: what of the last edition has had no reply."""
    if not has_register(context):
        return paragraph(context.say(
            "Aucun registre de suivi n’est tenu pour cette enquête.",
            "No follow-up register is kept for this survey.",
        ))  # fmt: skip
    place = context.store.survey.waves.index(context.store.wave)
    if not place:
        return joined([_first(context), _live(context)])
    last = context.store.survey.waves[place - 1]
    rows = [r for r in register_rows(context) if r.own and r.wave == last and r.kind == "finding"]
    left = [row for row in rows if not row.answered]
    if not left:
        return paragraph(context.say(
            f"Chaque constat de {context.the_wave(last)} a reçu une réponse.",
            f"Every finding of {context.the_wave(last)} has had a reply.",
        ))  # fmt: skip
    count, of = context.numbers.count(len(left)), context.numbers.count(len(rows))
    since = days_words(context, left[0].days)
    lead = context.say(
        f"{count} des {of} constats de {context.the_wave(last)} sont sans réponse depuis {since}",
        f"{count} of the {of} findings of {context.the_wave(last)} have had no reply for {since}",
    )
    names = bullets(ended(row.texts["label"].rstrip(".")) for row in left)
    return joined([
        paragraph(context.colon(lead, "")), names, paragraph(in_all(context)), _live(context),
    ])  # fmt: skip


def in_all(context: Context) -> str:
    """Say how many are without a reply in the whole register, and to which day that is counted.

    Each page that counts those of one edition says it too: two counts without their scope would
    contradict each other.
    """
    count = context.numbers.count(context.store.facts["register"]["totals"]["unanswered"])
    day = context.numbers.date(register_day(context))
    return context.say(
        f"Au {day}, le registre en compte {count} en tout, toutes éditions comprises.",
        f"As of {day}, the register holds {count} in all, every edition included.",
    )
