"""The plain-language page: on one sheet, in large print, in further languages, and to be heard."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from padai.charts.people import BESIDE, LARGE, PeopleRow, people_chart
from padai.errors import PublicationError
from padai.followup.pages.numbers_aloud import days_aloud, number_words
from padai.followup.pages.plain_sentences import (
    Plain,
    key_result,
    plain_words,
    shown_cell,
)
from padai.followup.pages.plain_shares import TenPeople, people_of, share_words
from padai.followup.pages.readability import words_of
from padai.followup.pages.register_rows import NAMES, TITLES, head, links, picture
from padai.publishing.basis.context import Context
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import ended, lower_first, upper_first
from padai.publishing.basis.speech import Speech
from padai.publishing.engine.text import md_literal, md_verbatim, title_block
from padai.publishing.exhibits.exhibit_items import (
    change_of,
    item_of,
    period_of,
    without_a_trend,
)
from padai.publishing.pieces.emit import Piece, bullets, heading, joined, link, marked, paragraph
from padai.survey.feedback import PlainPage, Translation
from padai.words import Said, say
from padai.words.languages import marks_apart

SPOKEN_WORDS = 320
"""Words that fit into about two minutes, at 160 words a minute."""


def plain_page(
    context: Context, page: PlainPage, *, navigation: bool = True, large: bool = False
) -> Piece:
    """Return the page with its picture; without links for paper, and maybe in large print."""
    plain = plain_words(context, page)
    pieces = [head(context, "plain", _subtitle(context))]
    if navigation:
        pieces += [links(context, "plain"), _other_forms(context, page)]
    for place, section in enumerate(plain.sections):
        pieces += [heading(2, section.heading), paragraph(*section.texts)]
        for lead, items in section.groups:
            pieces += [paragraph(lead), _numbered(items) if place == 2 else bullets(items)]
        if place == 2:
            pieces.append(_picture(context, page, large))
        if place == 4:
            pieces += [marked("note", paragraph(text)) for text in plain.imposed]
    return joined(pieces)


def _subtitle(naming: Naming) -> str:
    return naming.text(naming.survey.short_title or naming.survey.title) + "."


def _numbered(items: Sequence[str]) -> Piece:
    return Piece("\n".join(f"{n}. {md_literal(item)}" for n, item in enumerate(items, 1)))


def _other_forms(speech: Speech, page: PlainPage) -> Piece:
    """Return links to the sheet, its large print, what is to be heard, and other languages."""
    stem, large, audio = (NAMES[form][speech.lang] for form in ("plain", "large", "audio"))
    forms = [
        link(speech.say("publishing-dialogue-one-page-to-print-pdf"), f"{stem}.pdf"),
        link(speech.say("publishing-dialogue-large-print-pdf"), f"{large}.pdf"),
        link(speech.say("publishing-dialogue-text-to-read-aloud"), f"{audio}.txt"),
    ]
    for other in page.translations:
        name = md_verbatim(other.name, other.lang)
        forms.append(f"[{name}](../{other.lang}/{translated_name()}.html)")
    return marked("page-links", Piece("\n".join(f"- {one}" for one in forms)))


def translated_name() -> str:
    """Return the file name of the page in a further language, in the folder of that language."""
    return "fiche"


def _picture(context: Context, page: PlainPage, large: bool) -> Piece:
    """Return the one picture: people in ten, for each of the three results."""
    people = [people_of(context, shown_cell(context, name)) for name in page.learned]
    by_id = {r.id: r for r in page.results}
    names = [upper_first(context.text(by_id[name].name)) for name in page.learned]
    rows = [PeopleRow(p.low, p.high, n) for p, n in zip(people, names, strict=True)]
    sentences = " ".join(
        ended(
            context.colon(
                f"{number}, {lower_first(name)}", share_words(context, shown_cell(context, key))
            )
        )
        for number, (key, name) in enumerate(zip(page.learned, names, strict=True), 1)
    )
    alt = context.say("publishing-dialogue-ten-figures-for-each-result-filled-by", said=sentences)
    caption = context.say("publishing-dialogue-the-three-results-as-people-in-10")
    plan = LARGE if large else BESIDE
    chart = partial(people_chart, rows, notices=context.marks, plan=plan)
    return picture(chart, context.new_label("fig", "people"), caption, alt)


# --- further languages ---------------------------------------------------------------------------


def translated(context: Context, page: PlainPage, other: Translation) -> Piece:
    """Return the page in a further language, from the same figures and verdicts.

    Raises
    ------
    PublicationError
        A verdict of this wave has no words in that language.
    """
    people = {name: people_of(context, shown_cell(context, name)) for name in page.learned}
    sentences = [
        other.results[name].replace("{share}", _share(other, people[name])) for name in page.learned
    ]
    rows = [PeopleRow(p.low, p.high) for p in people.values()]
    alt = other.picture.replace("{results}", " ".join(sentences))
    size = context.store.facts["sizes"][context.parts[0]][context.wave]["n"]
    bodies = [
        _para(other.why), _para(other.who.replace("{n}", str(size))),
        _items(sentences, number=True), _items(_became(context, page, other)),
        _para(other.unknown), _para(other.done), _para(other.voice),
    ]  # fmt: skip
    values = {
        "title": other.title, "subtitle": other.subtitle, "description": other.title,
        "footer": other.notice, "banner": other.notice,
    }  # fmt: skip
    if context.survey.synthetic:
        values["robots"] = "noindex"
    pieces = [Piece(title_block(values))]
    for place, (name, body) in enumerate(zip(other.headings, bodies, strict=True)):
        pieces += [heading(2, name), body]
        if place == 2:
            pieces.append(
                picture(
                    partial(people_chart, rows),
                    context.new_label("fig", "people"),
                    other.headings[2],
                    alt,
                )
            )
    return joined(pieces)


def _para(text: str) -> Piece:
    return Piece(md_literal(text))


def _items(texts: Sequence[str], *, number: bool = False) -> Piece:
    marks = (f"{n}." if number else "-" for n in range(1, len(texts) + 1))
    return Piece("\n".join(f"{m} {md_literal(t)}" for m, t in zip(marks, texts, strict=True)))


def _share(other: Translation, people: TenPeople) -> str:
    if people.single:
        return other.share.replace("{k}", str(people.low))
    return other.between.replace("{a}", str(people.low)).replace("{b}", str(people.high))


def _became(context: Readout, page: PlainPage, other: Translation) -> list[str]:
    sentences = []
    for name in page.learned:
        item = item_of(key_result(context.survey, name))
        change = change_of(context.lookup, item)
        if change is None or not change.verdict or not context.words(change.part).has_intervals:
            continue
        verdict, period = change.verdict, period_of(context, item)
        if without_a_trend(context, item):
            verdict = f"{verdict}_without_trend"
        if verdict not in other.verdicts:
            raise PublicationError(
                Said(
                    "publishing-dialogue-the-plain-language-page-in-has-no-words",
                    other_lang=other.lang,
                    verdict=verdict,
                ),
                where=f"{context.survey.id}, {context.wave}",
            )
        sentence = other.verdicts[verdict].replace("{name}", other.names[name])
        sentence = sentence.replace("{since}", context.since(change.reference))
        sentences.append(sentence.replace("{first}", period.first if period is not None else ""))
    return sentences or [other.first]


def in_its_language(html: bytes, other: Translation, skip: str) -> bytes:
    """Put a page that was set in the house style into its own language and direction."""
    page = html.decode("utf-8")
    opening = f'<html lang="{other.lang}" dir="{other.direction}">'
    page = re.sub(r'<html lang="[^"]*">', opening, page, count=1)
    page = re.sub("[\u00a0\u202f](?=[:;!?])", "", page)  # as French is set
    # their labels are in the language of the release
    page = re.sub(r'\s*<a [^>]*class="anchor"[^>]*>\s*</a>', "", page)
    return page.replace(f">{skip}<", f">{other.skip}<", 1).encode("utf-8")


# --- to be heard ---------------------------------------------------------------------------------


def audio_script(context: Context, page: PlainPage) -> str:
    """Return what is read aloud in about two minutes: numbers in words, pauses marked.

    Raises
    ------
    PublicationError
        It would last longer.
    """
    plain = plain_words(context, page, brief=True)
    marks = ". ".join(m.rstrip(".") for m in context.marks)
    pause = context.say("publishing-dialogue-pause")
    opening = context.colon(TITLES["plain"][context.lang], context.text(context.survey.title))
    blocks = [[ended(opening), ended(marks)]]
    blocks += [_spoken_section(plain, place) for place in range(len(plain.sections))]
    blocks[-1] += list(plain.imposed)
    spoken = [" ".join(_aloud(t, context.lang) for t in block if t) for block in blocks]
    length = sum(len(words_of(block)) for block in spoken)
    if length > SPOKEN_WORDS:
        raise PublicationError(
            Said(
                "publishing-dialogue-the-text-to-be-heard-has-words-where-two",
                length=length,
                spoken_words=SPOKEN_WORDS,
            ),
            where=context.survey.id,
        )
    head_line = context.say("publishing-dialogue-text-to-read-aloud-about-two-minutes")
    return "\n\n".join([head_line, f"\n\n{pause}\n\n".join(spoken)]) + "\n"


def _spoken_section(plain: Plain, place: int) -> list[str]:
    section = plain.sections[place]
    spoken = [ended(section.heading), *section.texts]
    for lead, items in section.groups:
        if lead and items:
            joined_items = ", ".join(lower_first(t.rstrip(".")) for t in items)
            spoken.append(ended(f"{lead} {joined_items}"))
        else:
            spoken += [t for t in (lead, *items) if t]
    return spoken


def _aloud(text: str, lang: str) -> str:
    """Write numbers and signs as they are read."""
    plain = text.replace("\u202f", " ").replace("\u00a0", " ")
    plain = re.sub(r"(?<=\d)[ ,](?=\d{3}\b)", "", plain)
    plain = plain.replace("±", say("publishing-dialogue-plus-or-minus", lang))
    plain = days_aloud(plain, lang)
    plain = re.sub(r"\d+", lambda m: number_words(int(m[0]), lang), plain)
    plain = re.sub(r"(^|[.!?] )([a-zà-ÿ])", lambda m: m[1] + m[2].upper(), plain)
    return re.sub(r" +([;:!?])", r" \1" if marks_apart(lang) else r"\1", plain)
