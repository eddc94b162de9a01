"""The follow-up register as a page, as a chapter of the next report, and as a CSV file."""

from __future__ import annotations

import csv
import io

from padai.followup.pages.register_rows import (
    KINDS,
    NAMES,
    REPLIES,
    STATES,
    RegisterRow,
    days_words,
    edition_of,
    figure_at,
    grouped,
    head,
    links,
    register_day,
    register_rows,
    waiting_words,
)
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import ended, lower_first, upper_first
from padai.publishing.basis.speech import Speech
from padai.publishing.basis.vocabulary import check_words
from padai.publishing.chapters.opening import notices
from padai.publishing.engine.text import md_literal
from padai.publishing.pieces.emit import (
    Piece,
    bullets,
    callout,
    definitions,
    heading,
    joined,
    link,
    marked,
    paragraph,
    table,
)
from padai.publishing.pieces.tables import Column, TableRow
from padai.words import Both, Said, Tabled, in_a_row

_LISTED = {
    "tracker": "publishing-dialogue-every-key-result-of-every-edition-and",
    "panel": "publishing-dialogue-every-recommendation-of-the-panel-stands",
    "consultation": "publishing-dialogue-every-published-theme-of-the",
}
"""What a register lists, by the kind of survey."""


def register_page(context: Context) -> Piece:
    """Return the register as a page: totals first, then what waits, then every reply."""
    rows = register_rows(context)
    day = context.numbers.date(register_day(context))
    subtitle = context.say("publishing-dialogue-follow-up-register-as-of", day=day)
    introduction = context.store.facts["register"]["introduction"]
    return joined(
        [
            head(context, "register", subtitle),
            links(context, "register"),
            marked("key-figures", totals(context)),
            paragraph(explained(context)),
            paragraph(context.of(introduction)),
            notices(context),
            *_late(context, rows),
            heading(2, context.say("publishing-dialogue-without-a-reply-b7eb"), "sec-waiting"),
            waiting(context, rows),
            heading(2, context.say("publishing-dialogue-the-replies"), "sec-replies"),
            *(_entry(context, entry) for entry in _by_date(rows)),
            heading(2, context.say("publishing-dialogue-the-whole-register"), "sec-all"),
            _whole(context, rows),
            _download(context),
        ]
    )


def totals(context: Context) -> Piece:
    """Return the counts of results: answered, adopted, done, overdue."""
    counts = context.store.facts["register"]["totals"]
    subject = context.survey.traits.subject

    def of(message: str, key: str) -> str:
        return context.say(message, subject=subject, n=counts[key])

    names = {
        "listed": of("publishing-dialogue-in-the-register", "listed"),
        "answered": context.say("publishing-dialogue-with-a-reply"),
        "adopted": of("publishing-dialogue-adopted-wholly-or-in-part", "adopted"),
        "done": of("publishing-dialogue-done-58af", "done"),
        "overdue": context.say("publishing-dialogue-overdue-f65f"),
        "unanswered": context.say("publishing-dialogue-without-a-reply-91b2"),
    }
    return Piece(
        "\n".join(
            f"- **{md_literal(context.numbers.count(counts[key]))}** {md_literal(name)}"
            for key, name in names.items()
        )
    )


def explained(context: Context, *, earlier: bool = False) -> str:
    """Say what is listed, what the totals count, and to which day.

    `earlier` says it of the chapter of a report, which lists no key result of its own edition.
    """
    counts = context.store.facts["register"]["totals"]
    studied = context.numbers.count(counts["studied"])
    day = context.numbers.date(register_day(context))
    survey = context.survey
    listed = context.say(_LISTED[survey.kind], rest=_rest(context))
    if earlier and survey.traits.repeated:
        listed = context.say("publishing-dialogue-every-key-result-of-earlier-editions")
    counted = context.say(
        "publishing-dialogue-under-study-is-a-reply-here-days-are", studied=studied, day=day
    )
    words = context.words(MAIN)
    brackets = (
        context.say("publishing-exhibits-in-brackets", name=words.interval)
        if words.has_intervals
        else ""
    )
    return in_a_row(listed + counted, brackets)


def _rest(context: Context) -> str:
    """Return what a consultation calls the rest, where its report publishes it; “none” otherwise.

    It is published among the themes, and is none: nobody is asked to reply to it.
    """
    consultation = context.survey.consultation
    shown = {r["theme"] for r in context.store.tables["themes"].to_dict("records") if not r["flag"]}
    rests = [t for t in consultation.themes if t.rest and t.id in shown] if consultation else []
    return context.text(rests[0].label) if rests else "none"


def _late(context: Context, rows: list[RegisterRow]) -> list[Piece]:
    """List what is overdue, the longest overdue first, each with the way to its reply.

    A reply to several results is overdue for each of them, as the totals count.
    """
    late = [row for row in rows if row.overdue and row.due is not None]
    if not late:
        return []
    lines = []
    for row in sorted(late, key=lambda r: (str(r.due), r.entry, r.published, r.texts["label"])):
        assert row.due is not None
        days = days_words(context, (register_day(context) - row.due).days)
        due = context.numbers.date(row.due)
        lateness = context.say(
            "publishing-dialogue-due-on-overdue", due=due, days=days, body=row.texts["body"]
        )
        name = link(row.texts["title"].rstrip("."), f"#entry-{row.entry}")
        of = f" {row.texts['label'].rstrip('.')} ({lower_first(edition_of(context, row))})."
        lines.append(f"- {name}{md_literal(context.colon('', lateness) + of)}")
    title = heading(2, context.say("publishing-dialogue-overdue-38a2"), "sec-late")
    return [title, Piece("\n".join(lines))]


def waiting(context: Context, rows: list[RegisterRow]) -> Piece:
    """List what has had no reply, by edition, the latest first, with the days it has waited."""
    left = [row for row in rows if not row.answered]
    if not left:
        return paragraph(context.say("publishing-dialogue-everything-has-had-a-reply"))
    pieces = []
    by_edition = grouped(left, lambda row: f"{row.own}/{row.wave}/{row.kind}")
    newest = sorted(by_edition.values(), key=lambda group: group[0].published, reverse=True)
    for group in newest:
        first = group[0]
        since = waiting_words(context, first.days)
        label = upper_first(edition_of(context, first, several=len(group) > 1))
        pieces.append(heading(3, context.colon(label, since)))
        pieces.append(bullets(_named(context, row) for row in group))
    return joined(pieces)


def _named(context: Readout, row: RegisterRow) -> str:
    name = row.texts["label"].rstrip(".")
    figure = figure_at(context, row)
    text = context.colon(name, figure) if figure else name
    if row.corrected:
        text += context.say("publishing-dialogue-figure-corrected-since")
    return ended(text)


def _by_date(rows: list[RegisterRow]) -> list[list[RegisterRow]]:
    """Return the rows of each entry, the latest reply first."""
    entries = list(grouped([r for r in rows if r.answered], lambda row: row.entry).values())
    return sorted(entries, key=lambda group: (group[0].replied, group[0].entry), reverse=True)


def _entry(context: Context, group: list[RegisterRow]) -> Piece:
    first, text = group[0], group[0].texts
    parts = [heading(3, text["title"], f"entry-{first.entry}"), _status(context, first)]
    if any(row.corrected for row in group):
        parts.append(
            callout(
                "warning",
                context.say("publishing-dialogue-finding-corrected"),
                paragraph(_corrected(context)),
            )
        )
    parts.append(
        definitions(
            [
                (context.colon(name, ""), ended(words))
                for name, words in (
                    (context.say("publishing-dialogue-reason"), text["reason"]),
                    (
                        context.say("publishing-dialogue-next-step"),
                        text["next_step"] if first.waits else "",
                    ),
                )
                if words
            ]
        )
    )
    if first.evidence_url:
        name = md_literal(context.colon(context.say("publishing-dialogue-evidence"), ""))
        parts.append(Piece(f"**{name}** {link(text['evidence'], first.evidence_url)}"))
    parts.append(paragraph(context.colon(context.say("publishing-dialogue-replies-to"), "")))
    parts.append(
        bullets(
            context.colon(upper_first(edition_of(context, row)), _named(context, row))
            for row in group
        )
    )
    return joined([*parts, marked("note", paragraph(_who(context, first)))])


def _status(speech: Speech, row: RegisterRow) -> Piece:
    """Return where a reply stands, in one line: the reply, its state, when it is due."""
    states = [REPLIES[row.reply][speech.lang]]
    if row.state:
        states.append(STATES[row.state][speech.lang].lower())
    if row.waits and row.due is not None:
        due = speech.numbers.date(row.due)
        states.append(speech.say("publishing-dialogue-due", due=due))
    if row.overdue:
        states.append(speech.say("publishing-dialogue-overdue-f65f"))
    kind = "status .late" if row.overdue else "status"
    return marked(kind, paragraph(" · ".join(states)))


def _who(speech: Speech, row: RegisterRow) -> str:
    """Say who replied, when, and how long it took."""
    took = days_words(speech, row.days)
    replied = speech.numbers.date(row.replied) if row.replied else ""
    body = f"{row.texts['body']}, {row.texts['role']}."
    return speech.say(
        "publishing-dialogue-replied-on-after-publication", body=body, replied=replied, took=took
    )


def _corrected(speech: Speech) -> str:
    return speech.say("publishing-dialogue-a-figure-that-this-reply-rests-on-has")


_ROWS = {
    "tracker": (
        Both("publishing-dialogue-finding"),
        Both("publishing-dialogue-all-findings-and-recommendations-the"),
    ),
    "panel": (
        Both("publishing-dialogue-recommendation-b024"),
        Both("publishing-dialogue-all-recommendations"),
    ),
    "consultation": (
        Both("publishing-dialogue-theme-62e8"),
        Both("publishing-dialogue-all-themes-of-the-register"),
    ),
}  # fmt: skip
"""What the rows of the whole register are, and its caption, by the kind of survey."""


def _whole(context: Context, rows: list[RegisterRow]) -> Piece:
    survey, lang = context.survey, context.lang
    columns = [
        Column(context.say("publishing-dialogue-reply"), numeric=False),
        Column(context.say("publishing-dialogue-state"), numeric=False),
    ]
    if survey.traits.repeated:
        columns = [
            Column(context.say("publishing-dialogue-edition-or-source"), numeric=False),
            Column(context.say("publishing-dialogue-figure")), *columns,
        ]  # fmt: skip
    lines = []
    for row in sorted(rows, key=lambda r: r.published, reverse=True):
        cells = [_replied(context, row), _state(context, row)]
        if survey.traits.repeated:
            figure = figure_at(context, row, interval=False) or "–"
            cells = [upper_first(edition_of(context, row)), figure, *cells]
        lines.append(TableRow(row.texts["label"].rstrip("."), tuple(cells)))
    stub, caption = _ROWS[survey.kind]
    return table(context, "register", caption[lang], stub[lang], columns, lines)


def _replied(speech: Speech, row: RegisterRow) -> str:
    if row.answered:
        return REPLIES[row.reply][speech.lang]
    return upper_first(waiting_words(speech, row.days))


def _state(speech: Speech, row: RegisterRow) -> str:
    late = speech.say("publishing-dialogue-overdue-27d2") if row.overdue else ""
    return (STATES[row.state][speech.lang] if row.state else "–") + late


def _download(speech: Speech) -> Piece:
    name = f"{NAMES['register'][speech.lang]}.csv"
    return Piece(link(speech.say("publishing-dialogue-download-the-register-csv"), name))


# --- CSV -----------------------------------------------------------------------------------------

_HEADS = Tabled(
    (
        Said("publishing-dialogue-identifier"),
        Said("publishing-dialogue-kind"),
        "source",
        Said("publishing-dialogue-finding-e20d"),
        Said("publishing-dialogue-published-on"),
        Said("publishing-dialogue-figure-8bcd"),
        Said("publishing-dialogue-reply-7c8f"),
        Said("publishing-dialogue-body"),
        Said("publishing-dialogue-accountable"),
        Said("publishing-dialogue-reason-05a5"),
        Said("publishing-dialogue-replied-on"),
        Said("publishing-dialogue-state-207f"),
        Said("publishing-dialogue-next-step-01c8"),
        Said("publishing-dialogue-due-5595"),
        Said("publishing-dialogue-overdue-f65f"),
        Said("publishing-dialogue-days"),
        Said("publishing-dialogue-corrected"),
        Said("publishing-dialogue-evidence-c6f6"),
        Said("publishing-dialogue-notice"),
    )
)


def register_csv(context: Context) -> str:
    """Return the register as CSV: one line a result and reply, dates as ISO 8601 has them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEADS[context.lang])
    notice = ". ".join(m.rstrip(".") for m in context.marks)
    yes = context.say("publishing-dialogue-yes")
    for row in register_rows(context):
        text = row.texts
        writer.writerow(
            [
                row.source,
                KINDS[row.kind][context.lang],
                edition_of(context, row),
                text["label"],
                row.published.isoformat(),
                figure_at(context, row),
                REPLIES[row.reply][context.lang] if row.answered else "",
                text["body"],
                text["role"],
                text["reason"],
                row.replied.isoformat() if row.replied else "",
                STATES[row.state][context.lang] if row.state else "",
                text["next_step"],
                row.due.isoformat() if row.due else "",
                yes if row.overdue else "",
                row.days,
                yes if row.corrected else "",
                row.evidence_url,
                notice,
            ]
        )
    check_words(out.getvalue(), context.part(MAIN).sample_type, "register")
    return out.getvalue()
