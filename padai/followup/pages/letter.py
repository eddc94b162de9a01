"""The letter to those who took part: one page, made from the store, about nobody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from padai.errors import PublicationError
from padai.followup.pages.participation_sentences import told_by_participants
from padai.followup.pages.plain_sentences import (
    plain_replies,
    reply_sentence,
    result_sentence,
    unanswered_now,
)
from padai.followup.pages.plain_shares import share_words
from padai.followup.pages.register_rows import (
    NAMES,
    days_words,
    has_register,
    head,
    links,
    register_day,
)
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import ended, lower_first, upper_first
from padai.publishing.basis.sentences import joined as in_words
from padai.publishing.basis.sides import quoted, small_number
from padai.publishing.basis.speech import Speech
from padai.publishing.exhibits.declarations import declared_note
from padai.publishing.exhibits.exhibit_items import cell_of, change_of, item_of
from padai.publishing.pieces.emit import Piece, bullets, heading, joined, link, marked, paragraph
from padai.survey import KeyResult
from padai.survey.feedback import FeedbackFile, Letter, PlainResult
from padai.words import Said, Tabled, in_a_row

MOST_RESULTS, MOST_REPLIES = 3, 4
"""What a page holds; the report and the register have all of it."""
_COUNTED = {
    "finding": Tabled(
        (
            Said("publishing-dialogue-result"),
            Said("publishing-dialogue-results"),
        )
    ),
    "recommendation": Tabled(
        (
            Said("publishing-dialogue-recommendation-6dd1"),
            Said("publishing-dialogue-recommendations"),
        )
    ),
    "theme": Tabled(
        (
            Said("publishing-dialogue-theme-13e6"),
            Said("publishing-dialogue-themes"),
        )
    ),
}


def letter_page(context: Context, definition: FeedbackFile, *, navigation: bool = True) -> Piece:
    """Return the letter.

    Raises
    ------
    PublicationError
        The letter does not say when those who took part in this wave will hear again.
    """
    letter = definition.letter
    if letter is None:
        raise ValueError("there is no letter to write")
    subtitle = context.text(context.survey.short_title or context.survey.title)
    pieces = [head(context, "letter", f"{subtitle}. {upper_first(_edition(context))}.")]
    if navigation:
        stem = NAMES["letter"][context.lang]
        print_it = link(context.say("publishing-dialogue-the-letter-to-print-pdf"), f"{stem}.pdf")
        pieces += [links(context, "letter"), marked("page-links", Piece(f"- {print_it}"))]
    return joined(
        [
            *pieces,
            paragraph(context.text(letter.thanks)),
            heading(2, context.say("publishing-dialogue-what-you-told-us")),
            bullets(_results(context, definition)),
            heading(2, context.say("publishing-dialogue-what-we-are-doing-and-what-we-are-not")),
            bullets(_replies(context)),
            _waiting(context, definition),
            heading(2, context.say("publishing-dialogue-what-we-do-not-know-yet")),
            paragraph(context.text(letter.unknown), _cannot_tell(context, definition)),
            *_cautions(context),
            heading(2, context.say("publishing-dialogue-when-you-will-hear-again")),
            paragraph(_next(context, letter)),
            heading(2, context.say("publishing-dialogue-how-to-reach-us")),
            paragraph(context.text(letter.reach)),
            paragraph(_signed(context, letter)),
        ]
    )


def _edition(naming: Naming) -> str:
    return naming.wave_label(naming.wave)


def _results(context: Context, definition: FeedbackFile) -> list[str]:
    """Say what was learned, in the words of the plain-language page where there are some."""
    if not context.survey.traits.estimated:
        return told_by_participants(context)
    if definition.plain is not None:
        by_id = {r.id: r for r in definition.plain.results}
        return [result_sentence(context, by_id[name]) for name in definition.plain.learned]
    results = []
    for result in context.survey.key_results:
        cell = cell_of(context.lookup, item_of(result))
        share = context.kind(result.question, result.net) == "share"
        if cell is not None and cell.shown and share:
            name = context.text(result.label).rstrip(".")
            results.append(ended(context.colon(name, share_words(context, cell).rstrip(","))))
    return results[:MOST_RESULTS]


def _replies(context: Context) -> list[str]:
    replies = plain_replies(context)[:MOST_REPLIES]
    if not replies:
        return [context.say("publishing-dialogue-no-body-has-replied-to-these-results-yet")]
    return [reply_sentence(context, row, voted=True) for row in replies]


def _waiting(context: Context, definition: FeedbackFile) -> Piece:
    """Name every result of the edition that no body has replied to."""
    left = unanswered_now(context)
    if not has_register(context) or not left:
        return Piece("")
    plain = (
        {r.id: context.text(r.name) for r in definition.plain.results} if definition.plain else {}
    )
    words = (
        plain.get(r.source.rpartition("/")[2], quoted(r.texts["label"].rstrip("."), context.lang))
        for r in left
    )
    names = in_words(list(words), context.lang)
    since = days_words(context, left[0].days)
    day = context.numbers.date(register_day(context))
    left_count, numbers = len(left), context.numbers  # "one" has a gender in French and Spanish
    count = small_number(left_count, numbers) if left_count > 1 else numbers.count(left_count)
    what = _COUNTED[left[0].kind][context.lang][len(left) > 1]
    every = context.store.facts["register"]["totals"]["unanswered"]
    return paragraph(
        context.say(
            "publishing-dialogue-as-of-of-this-edition-still-without-a",
            day=day,
            count=count,
            what=what,
            left=len(left),
            since=since,
            every=context.numbers.count(every),
            elsewhere=every - len(left),
            names=names,
        )
    )


def _cannot_tell(context: Readout, definition: FeedbackFile) -> str:
    """Name the results of which the data do not allow a conclusion."""
    names, since, sentences = [], "", []
    plain = {r.id: r for r in definition.plain.results} if definition.plain else {}
    for result in context.survey.key_results:
        change = change_of(context.lookup, item_of(result))
        if change is not None and change.verdict == "cannot_tell":
            since = since or context.since(change.reference)
            if context.since(change.reference) != since:
                continue
            names.append(_name(context, result, plain))
            sentences.append(change)
    if not names or not context.words(MAIN).has_intervals:
        return ""
    listed = in_words(names[:4], context.lang)
    untold = context.say(
        "publishing-dialogue-the-data-do-not-allow-a-conclusion-since", since=since, listed=listed
    )
    return in_a_row(untold, declared_note(context, sentences))


def _name(speech: Speech, result: KeyResult, plain: Mapping[str, PlainResult]) -> str:
    plain_result = plain.get(result.id)
    text = speech.text(plain_result.name) if plain_result else speech.text(result.label)
    return lower_first(text.rstrip("."))


def _cautions(naming: Naming) -> list[Piece]:
    words = naming.words(MAIN)
    return [marked("note", paragraph(ended(t))) for t in (words.under, words.banner) if t]


def _next(naming: Naming, letter: Letter) -> str:
    when = letter.next_date.get(naming.wave)
    if when is None:
        raise PublicationError(
            Said("publishing-dialogue-the-letter-does-not-say-when-those-who"),
            where=f"{naming.survey.id}, {naming.wave}",
        )
    return naming.text(letter.next_text).replace("{date}", naming.numbers.date(when))


def _signed(context: Context, letter: Letter) -> str:
    day = (
        register_day(context)
        if has_register(context)
        else dt.date.fromisoformat(str(context.store.release["publish_on"]))
    )
    return f"{context.text(letter.signed)}, {context.numbers.date(day)}"
