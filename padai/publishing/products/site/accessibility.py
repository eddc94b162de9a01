"""The accessibility page: the standard, how it was checked, what is lacking, whom to ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from padai.publishing.basis.context import Context
from padai.publishing.basis.numbers import Numbers
from padai.publishing.pieces.emit import Piece, bullets, heading, joined, paragraph
from padai.publishing.products.site.catalogue import Catalogue
from padai.words import Said, Tabled, say

_METHOD = Tabled(
    (
        Said("publishing-site-automatic-rules-of-axe-core-wcag-2-0-2-1"),
        Said("publishing-site-reading-at-a-width-of-320-pixels-without"),
        Said("publishing-site-wider-text-spacing-lines-letters-words"),
        Said("publishing-site-colours-forced-by-the-system-high"),
        Said("publishing-site-going-through-by-keyboard-order-no-trap"),
        Said("publishing-site-structure-language-title-one-first-level"),
    )
)
_GAPS = Tabled(
    (
        Said("publishing-site-wide-tables-scroll-sideways-inside-their"),
        Said("publishing-site-charts-are-pictures-their-letters-grow"),
        Said("publishing-site-the-csv-json-and-xml-files-are-made-for"),
    )
)
_UNTESTED = Tabled(
    (
        Said("publishing-site-real-use-with-a-screen-reader-a-braille"),
        Said("publishing-site-whether-texts-are-understood-and-the"),
        Said("publishing-site-trials-by-people-with-disabilities"),
        Said("publishing-site-pdf-and-word-documents-and-workbooks"),
    )
)


def accessibility(catalogue: Catalogue, lang: str) -> Piece:
    """Return the statement on accessibility of a site."""
    last = max((v.record.date for v in catalogue.versions), default=None)
    contacts = dict.fromkeys(contact(s.latest.context(lang)) for s in catalogue.spoken(lang))
    sgqri = any(s.latest.context(lang).survey.french_required for s in catalogue.spoken(lang))
    return statement(lang, last, list(contacts), sgqri=sgqri)


def contact(context: Context) -> str:
    """Return whom a reader may ask."""
    named = context.store.release.get("contact")
    return str(named or context.text(context.survey.contact))


def statement(lang: str, date: dt.date | None, contacts: Sequence[str], *, sgqri: bool) -> Piece:
    """Return the statement: the standard, what is checked and how, gaps, and whom to ask.

    Parameters
    ----------
    sgqri
        Whether the standard is SGQRI 008, of who must publish in French, and not WCAG alone.
    """
    standard = "sgqri" if sgqri else "wcag"
    when = Numbers(lang).date(date) if date else "–"
    return joined(
        [
            heading(2, say("publishing-site-standard-and-date", lang), "sec-norme"),
            paragraph(
                say("publishing-site-standard-aimed-at", lang, standard=standard),
                say("publishing-site-statement-made-for-the-release-of", lang, when=when),
            ),
            heading(2, say("publishing-site-what-is-checked-and-how", lang), "sec-methode"),
            paragraph(say("publishing-site-programs-check-pages-of-every-type", lang)),
            bullets(_METHOD[lang]),
            heading(2, say("publishing-site-known-gaps", lang), "sec-lacunes"),
            bullets(_GAPS[lang]),
            heading(2, say("publishing-site-what-no-program-checked", lang), "sec-non-verifie"),
            bullets(_UNTESTED[lang]),
            heading(
                2, say("publishing-site-ask-for-another-format-report-an", lang), "sec-contact"
            ),
            paragraph(say("publishing-site-write-to-the-contact-name-the-page-or", lang)),
            bullets(contacts),
        ]
    )
