"""What the plain-language page says, part by part, and the measure that it must meet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from padai.errors import PublicationError
from padai.followup.pages.numbers_aloud import number_words
from padai.followup.pages.plain_changes import MOST_WORDS, plain_changes
from padai.followup.pages.plain_shares import share_words
from padai.followup.pages.readability import MEASURES, Reading, reading_of, sentences_of, words_of
from padai.followup.pages.register_rows import (
    REPLIES,
    RegisterRow,
    has_register,
    register_day,
    register_rows,
)
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Cell
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import ended, lower_first, upper_first
from padai.publishing.basis.speech import Speech
from padai.publishing.exhibits.exhibit_items import cell_of, item_of
from padai.survey import KeyResult, Survey
from padai.survey.feedback import PlainPage, PlainResult
from padai.words import Decimals, Number, Said, Tabled
from padai.words.languages import base

HEADINGS: dict[str, tuple[str, ...]] = Tabled(
    (
        Said("publishing-dialogue-why-this-survey"),
        Said("publishing-dialogue-who-answered"),
        Said("publishing-dialogue-three-things-learned"),
        Said("publishing-dialogue-what-changed-what-did-not"),
        Said("publishing-dialogue-what-we-do-not-know"),
        Said("publishing-dialogue-what-will-be-done"),
        Said("publishing-dialogue-how-to-give-your-opinion"),
    )
)
REFUSED: dict[str, tuple[str, ...]] = {
    "fr": (r"pondération\w*", r"intervalles? de confiance", r"significati(?:f|ve)\w*",
           r"effets? de plan", r"bases?"),
    "en": (r"weighting", r"confidence intervals?", r"significan\w+", r"design effects?", r"bases?"),
    "es": (r"ponderaci\w+", r"intervalos? de confianza", r"significativ\w+",
           r"efectos? (?:de|del) diseño", r"bases?"),
}  # fmt: skip
"""Terms of the trade, which the page may not use."""
AVERAGE_WORDS = 14
"""Words of a French sentence, on average."""
MOST_DONE = 3
"""Replies that the page tells, the latest first; the register has them all."""
_WHO = {
    "probability": Said("publishing-dialogue-drawn-at-random"),
    "quota": Said("publishing-dialogue-not-drawn-at-random"),
    "open": Said("publishing-dialogue-whoever-wished-answered"),
    "minipublic": Said("publishing-dialogue-they-met-to-discuss-it"),
}
_MODES = {
    "online": Said("publishing-dialogue-online"), "phone": Said("publishing-dialogue-by-telephone"),
    "in_person": Said("publishing-dialogue-in-person"), "mail": Said("publishing-dialogue-by-mail"),
    "mixed": Said("publishing-dialogue-online-or-by-telephone"),
}  # fmt: skip


@dataclass(frozen=True)
class PlainSection:
    """A part of the page: sentences, then items under them."""

    heading: str
    texts: tuple[str, ...]
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def said(self) -> tuple[str, ...]:
        """Everything that is read in it, its heading left out."""
        return (*self.texts, *(t for lead, items in self.groups for t in (lead, *items) if t))


@dataclass(frozen=True)
class Plain:
    """The page's words: its parts in order, and what the rules impose on it."""

    sections: tuple[PlainSection, ...]
    imposed: tuple[str, ...]


def plain_words(context: Context, page: PlainPage, *, brief: bool = False) -> Plain:
    """Return what the page says, measured.

    Parameters
    ----------
    brief
        Whether it is to be heard: fewer replies, and only the results learned are followed since
        the edition before.

    Raises
    ------
    PublicationError
        A result that may not be shown, a term of the trade, or a text that is too hard to read.
    """
    heads = HEADINGS[context.lang]
    sections = (
        PlainSection(heads[0], (context.text(page.why),)),
        PlainSection(heads[1], tuple(_who(context))),
        PlainSection(heads[2], (), (("", tuple(learned(context, page))),)),
        _changes(context, page, heads[3], page.learned if brief else ()),
        PlainSection(heads[4], (context.text(page.unknown),)),
        PlainSection(heads[5], *_done(context, page, brief)),
        PlainSection(heads[6], (context.text(page.voice),)),
    )
    plain = Plain(sections, tuple(_imposed(context)))
    check_plain([t for s in sections for t in s.said], context.lang, context.survey.id)
    return plain


def check_plain(texts: Sequence[str], lang: str, where: str) -> Reading | None:
    """Return the measure of a plain-language text; none in a language that has no formula here.

    Raises
    ------
    PublicationError
        A term of the trade stands in it, a French sentence is too long, or it is too hard.
    """
    whole = " ".join(texts)
    spoken = base(lang)
    for pattern in REFUSED.get(spoken, ()):
        term = re.search(rf"\b(?:{pattern})\b", whole, re.IGNORECASE)
        if term:
            raise PublicationError(
                Said("publishing-dialogue-the-plain-language-page-uses-the-term", found=term[0]),
                where=where,
            )
    if (measure := MEASURES.get(spoken)) is None:
        return None
    reading = reading_of(texts, spoken)
    if measure.sentences_held:
        _check_lengths(reading, texts, where)
    if measure.too_hard(reading.score):
        raise PublicationError(
            Said(
                "publishing-dialogue-the-plain-language-page-is-too-hard-to",
                lang=spoken,
                score=Decimals(reading.score, 1),
                easiest=f"{measure.limit:.0f}",
                words_per_sentence=Number(reading.words_per_sentence, ".1f"),
                syllables=Number(reading.syllables / reading.words, ".2f"),
            ),
            where=where,
        )
    return reading


def _check_lengths(reading: Reading, texts: Sequence[str], where: str) -> None:
    long = len(words_of(reading.longest))
    if long > MOST_WORDS:
        raise PublicationError(
            Said(
                "publishing-dialogue-a-sentence-of-the-plain-language-page",
                long=long,
                most_words=MOST_WORDS,
                longest=reading.longest,
            ),
            where=where,
        )
    if reading.words_per_sentence > AVERAGE_WORDS:
        count = sum(len(sentences_of(t)) for t in texts)
        raise PublicationError(
            Said(
                "publishing-dialogue-the-sentences-of-the-plain-language-page",
                words_per_sentence=Number(reading.words_per_sentence, ".1f"),
                count=count,
                average_words=AVERAGE_WORDS,
            ),
            where=where,
        )


# --- the parts -----------------------------------------------------------------------------------


def _who(context: Context) -> list[str]:
    survey, store = context.survey, context.store
    wave = survey.wave(store.wave)
    dates = context.numbers.fieldwork(wave.fieldwork)
    sentences = []
    for place, part in enumerate(context.parts):
        declared = context.part(part)
        count = context.numbers.count(store.facts["sizes"][part][store.wave]["n"])
        mode = context.say(_MODES[declared.mode])
        if place == 0:
            sentences.append(
                context.say(
                    "publishing-dialogue-people-answered", count=count, mode=mode, dates=dates
                )
                + context.say(_WHO[declared.sample_type])
            )
        else:
            sentences.append(
                context.say(
                    "publishing-dialogue-other-people-answered-their-answers-are",
                    count=count,
                    mode=mode,
                )
            )
    return sentences


def key_result(survey: Survey, name: str) -> KeyResult:
    """Return a key result by its id."""
    return next(k for k in survey.key_results if k.id == name)


def shown_cell(context: Readout, name: str) -> Cell:
    """Return the figure of a key result that the page tells.

    Raises
    ------
    PublicationError
        The wave has no such figure, it may not be shown, or it is no share of people.
    """
    result = key_result(context.survey, name)
    cell = cell_of(context.lookup, item_of(result))
    if cell is None or not cell.shown or context.kind(result.question, result.net) != "share":
        raise PublicationError(
            Said("publishing-dialogue-the-plain-language-page-tells-the-key", name=name),
            where=f"{context.survey.id}, {context.wave}",
        )
    return cell


def learned(context: Readout, page: PlainPage) -> list[str]:
    """Return the three results as sentences."""
    by_id = {r.id: r for r in page.results}
    return [result_sentence(context, by_id[name]) for name in page.learned]


def result_sentence(context: Readout, result: PlainResult) -> str:
    """Say a result in plain words."""
    share = share_words(context, shown_cell(context, result.id))
    return upper_first(context.text(result.sentence).replace("{share}", share))


def _changes(context: Context, page: PlainPage, heading: str, only: Sequence[str]) -> PlainSection:
    followed = [
        (context.text(result.name), item_of(key_result(context.survey, result.id)))
        for result in page.results
        if not only or result.id in only
    ]
    texts, items = plain_changes(context, followed, brief=bool(only))
    return PlainSection(heading, texts, (("", items),) if items else ())


def plain_replies(context: Context) -> list[RegisterRow]:
    """Return the replies that have a plain sentence and touch this edition, the latest first."""
    if not has_register(context):
        return []
    rows = {
        row.entry: row
        for row in register_rows(context)
        if row.answered and row.texts["plain"] and (not row.own or _recent(context, row))
    }
    return sorted(rows.values(), key=lambda r: (r.replied, r.entry), reverse=True)


def _recent(naming: Naming, row: RegisterRow) -> bool:
    return row.wave == naming.wave or row.state in ("à faire", "en cours")


def unanswered_now(context: Context) -> list[RegisterRow]:
    """Return the results of this edition that have had no reply."""
    if not has_register(context):
        return []
    rows = register_rows(context)
    return [r for r in rows if r.own and r.wave == context.wave and not r.answered]


def _done(
    context: Context, page: PlainPage, brief: bool
) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...]]:
    """Return what was replied and what waits; where it is to be read, with the day of it."""
    replies = plain_replies(context)[: 2 if brief else MOST_DONE]
    left = unanswered_now(context)
    count = upper_first(number_words(len(left), context.lang))
    waits = (
        context.say("publishing-dialogue-results-of-the-year-still-await-a-reply", count=count)
        if len(left) > 1
        else context.say("publishing-dialogue-one-result-of-the-year-still-awaits-a")
    )
    if not replies:
        return (context.text(page.nothing_yet), *([waits] if left else [])), ()
    items = tuple(reply_sentence(context, row) for row in replies)
    day = context.numbers.date(register_day(context))
    stood = context.say("publishing-dialogue-where-we-stood-on", day=day)
    return (*([] if brief else [stood]), *([waits] if left else [])), (("", items),)


def reply_sentence(speech: Speech, row: RegisterRow, *, voted: bool = False) -> str:
    """Say what a body replied, in plain words.

    `voted` says whether what a panel recommended goes by its own name there, which has the votes
    of what it did not adopt.
    """
    reply = lower_first(REPLIES[row.reply][speech.lang])
    title, label = (row.texts[name].rstrip(".") for name in ("title", "label"))
    own = voted and row.kind == "recommendation" and label.startswith(title)
    name = label if own else title
    return f"{speech.colon(name, reply)}. {ended(row.texts['plain'])}"


def _imposed(naming: Naming) -> list[str]:
    """Return the sentences that the sample type asks for, whatever their length."""
    words = naming.words(MAIN)
    return [ended(t) for t in (words.under, words.banner) if t]
