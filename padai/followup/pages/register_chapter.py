"""The register in the next edition's report: what became of findings, unanswered ones included."""

from __future__ import annotations

from padai.followup.pages.register_page import explained, totals
from padai.followup.pages.register_rows import (
    NAMES,
    REPLIES,
    STATES,
    RegisterRow,
    days_words,
    edition_of,
    grouped,
    has_register,
    named,
    register_day,
    register_rows,
)
from padai.publishing.basis.context import Context
from padai.publishing.basis.sentences import ended, lower_first, upper_first
from padai.publishing.basis.sentences import joined as in_words
from padai.publishing.basis.speech import Speech
from padai.publishing.pieces.emit import (
    Piece,
    bullets,
    heading,
    joined,
    link,
    marked,
    paragraph,
    table,
)
from padai.publishing.pieces.tables import Column, TableRow
from padai.words import in_a_row


def became(context: Context) -> Piece:
    """Return the chapter of a report: what became of earlier editions, unanswered ones included."""
    if not has_register(context):
        return Piece("")
    rows = register_rows(context)
    if not rows:
        return joined([_first(context), _live(context)])
    return joined(
        [
            paragraph(explained(context, earlier=True)),
            marked("key-figures", totals(context)),
            *_replies_table(context, [r for r in rows if r.answered]),
            heading(3, context.say("publishing-dialogue-findings-without-a-reply")),
            *_waiting_table(context, [r for r in rows if not r.answered]),
            _live(context),
        ]
    )


def _first(speech: Speech) -> Piece:
    return paragraph(speech.say("publishing-dialogue-this-is-the-first-edition-no-finding"))


def _live(context: Context) -> Piece:
    """Point from a frozen version to the register as it stands."""
    page = named(context, f"{NAMES['register'][context.lang]}.html")
    text = context.say("publishing-dialogue-the-register-as-it-stands-later-replies")
    return Piece(link(text, f"../../suivi/{page}"))


def _replies_table(context: Context, rows: list[RegisterRow]) -> list[Piece]:
    if not rows:
        return []
    columns = [
        Column(context.say("publishing-dialogue-reply"), numeric=False),
        Column(context.say("publishing-dialogue-reason"), numeric=False),
        Column(context.say("publishing-dialogue-what-follows"), numeric=False),
    ]
    lines = [
        TableRow(
            f"{row.texts['label'].rstrip('.')} ({lower_first(edition_of(context, row))})",
            (
                f"{REPLIES[row.reply][context.lang]}\n{row.texts['body']}",
                row.texts["reason"],
                _follows(context, row),
            ),
        )
        for row in sorted(rows, key=lambda r: r.published, reverse=True)
    ]
    caption = context.say("publishing-dialogue-replies-to-the-findings-of-earlier")
    return [
        table(
            context, "became", caption, context.say("publishing-dialogue-finding"), columns, lines
        )
    ]


def _follows(speech: Speech, row: RegisterRow) -> str:
    if not row.state and row.reply == "non retenu":
        return "–"
    state = STATES[row.state][speech.lang] if row.state else ""
    step = row.texts["next_step"]
    waits = row.waits and step and row.due is not None
    until = speech.numbers.date(row.due) if waits and row.due else ""
    states = [state, speech.say("publishing-dialogue-by", step=step, until=until) if waits else ""]
    late = speech.say("publishing-dialogue-overdue-f65f") if row.overdue else ""
    return in_a_row(*states, late, by="\n") or "–"


def _waiting_table(context: Context, rows: list[RegisterRow]) -> list[Piece]:
    if not rows:
        return [paragraph(context.say("publishing-dialogue-all-have-had-a-reply"))]
    columns = [
        Column(context.say("publishing-dialogue-edition-9823"), numeric=False),
        Column(context.say("publishing-dialogue-without-a-reply-for-a4c9")),
    ]
    newest = sorted(rows, key=lambda r: r.published, reverse=True)
    lines = [_waiting_row(context, group) for group in grouped(newest, _same).values()]
    caption = context.say("publishing-dialogue-findings-and-recommendations-without-a")
    return [
        table(
            context, "waiting", caption, context.say("publishing-dialogue-finding"), columns, lines
        )
    ]


def _same(row: RegisterRow) -> str:
    """Return what the editions of one finding have in common; a recommendation stands alone."""
    return row.texts["label"] if row.own and row.kind == "finding" else row.source


def _waiting_row(context: Context, group: list[RegisterRow]) -> TableRow:
    """Return a finding once, with every edition in which it has had no reply, and since when."""
    newest, oldest = group[0], group[-1]
    named, days = upper_first(edition_of(context, newest)), days_words(context, oldest.days)
    if len(group) > 1:
        named = in_words([context.wave_short(row.wave) for row in reversed(group)], context.lang)
        low = context.numbers.count(newest.days)
        days = context.say("publishing-dialogue-to", low=low, high=days)
    return TableRow(newest.texts["label"].rstrip("."), (named, days))


def unanswered(context: Context) -> Piece:
    """Return the executive page's part: what of the last edition has had no reply."""
    if not has_register(context):
        return paragraph(context.say("publishing-dialogue-no-follow-up-register-is-kept-for-this"))
    place = context.survey.waves.index(context.wave)
    if not place:
        return joined([_first(context), _live(context)])
    last = context.survey.waves[place - 1]
    rows = [r for r in register_rows(context) if r.own and r.wave == last and r.kind == "finding"]
    left = [row for row in rows if not row.answered]
    if not left:
        return paragraph(
            context.say(
                "publishing-dialogue-every-finding-of-has-had-a-reply",
                the_wave=context.the_wave(last),
            )
        )
    count, of = context.numbers.count(len(left)), context.numbers.count(len(rows))
    since = days_words(context, left[0].days)
    lead = context.say(
        "publishing-dialogue-of-the-findings-of-have-had-no-reply-for",
        count=count,
        of=of,
        the_wave=context.the_wave(last),
        since=since,
    )
    names = bullets(ended(row.texts["label"].rstrip(".")) for row in left)
    return joined(
        [
            paragraph(context.colon(lead, "")),
            names,
            paragraph(in_all(context)),
            _live(context),
        ]
    )


def in_all(context: Context) -> str:
    """Say how many are without a reply in the whole register, and to which day that is counted.

    Each page that counts those of one edition says it too: two counts without their scope would
    contradict each other.
    """
    count = context.numbers.count(context.store.facts["register"]["totals"]["unanswered"])
    day = context.numbers.date(register_day(context))
    return context.say(
        "publishing-dialogue-as-of-the-register-holds-in-all-every", day=day, count=count
    )
