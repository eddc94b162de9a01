"""The accessibility page: the standard, how it was checked, what is lacking, whom to ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from padai.publishing.basis.context import Context
from padai.publishing.basis.numbers import Numbers
from padai.publishing.pieces.emit import Piece, bullets, heading, joined, paragraph
from padai.publishing.products.site.catalogue import Catalogue
from padai.words import say

_METHOD = {
    "fr": (
        "Règles automatiques d’axe-core (WCAG 2.0, 2.1 et 2.2, niveaux A et AA, taille des cibles "
        "comprise), à 390 et 1\u00a0280 pixels, tous les tableaux dépliés.",
        "Lecture à 320 pixels de large sans défilement horizontal de la page, et texte agrandi à "
        "200\u00a0%.",
        "Espacement du texte augmenté (interligne, lettres, mots, paragraphes) sans perte de "
        "contenu.",
        "Couleurs imposées par le système (contraste élevé) et animations réduites.",
        "Parcours au clavier\u00a0: ordre, absence de piège, indicateur de focus visible.",
        "Structure\u00a0: langue, titre, un seul titre de premier niveau, zones de la page, "
        "équivalent textuel de chaque image.",
    ),
    "en": (
        "Automatic rules of axe-core (WCAG 2.0, 2.1 and 2.2, levels A and AA, target size "
        "included), at 390 and 1,280 pixels, every table unfolded.",
        "Reading at a width of 320 pixels without sideways scrolling of the page, and text "
        "enlarged to 200%.",
        "Wider text spacing (lines, letters, words, paragraphs) without loss of content.",
        "Colours forced by the system (high contrast) and reduced motion.",
        "Going through by keyboard: order, no trap, visible focus.",
        "Structure: language, title, one first-level heading, landmarks, a text alternative for "
        "each picture.",
    ),
}
_GAPS = {
    "fr": (
        "Les tableaux larges défilent horizontalement à l’intérieur de leur cadre.",
        "Les graphiques sont des images\u00a0: leurs lettres grandissent avec la page, mais "
        "l’espacement n’en change pas. Chacun a un équivalent textuel, et un tableau donne les "
        "mêmes chiffres.",
        "Les fichiers csv, json et xml sont faits pour des logiciels\u202f; les tableaux de "
        "données xlsx et ods en sont la version à lire.",
    ),
    "en": (
        "Wide tables scroll sideways inside their frame.",
        "Charts are pictures: their letters grow with the page, but their spacing does not "
        "change. Each has a text alternative, and a table gives the same figures.",
        "The csv, json and xml files are made for software; the xlsx and ods data tables are the "
        "version to read.",
    ),
}
_UNTESTED = {
    "fr": (
        "L’usage réel avec un lecteur d’écran, une plage braille, une loupe ou la commande vocale.",
        "La compréhension des textes, et la charge qu’ils demandent.",
        "L’essai par des personnes handicapées.",
        "Les documents PDF, Word et les classeurs, au-delà de leur structure (langue, titres, "
        "tableaux, équivalents textuels).",
    ),
    "en": (
        "Real use with a screen reader, a braille display, a magnifier or voice control.",
        "Whether texts are understood, and the effort that they take.",
        "Trials by people with disabilities.",
        "PDF and Word documents and workbooks, beyond their structure (language, headings, "
        "tables, text alternatives).",
    ),
}


def accessibility(catalogue: Catalogue, lang: str) -> Piece:
    """Return the statement on accessibility of a site."""
    last = max((v.record.date for v in catalogue.versions), default=None)
    contacts = dict.fromkeys(contact(s.latest.context(lang)) for s in catalogue.spoken(lang))
    return statement(lang, last, list(contacts))


def contact(context: Context) -> str:
    """Return whom a reader may ask."""
    named = context.store.release.get("contact")
    return str(named or context.text(context.store.survey.contact))


def statement(lang: str, date: dt.date | None, contacts: Sequence[str]) -> Piece:
    """Return the statement: the standard, what is checked and how, gaps, and whom to ask."""
    french = lang == "fr"
    when = Numbers(lang).date(date) if date else "–"
    return joined(
        [
            heading(
                2, say("publishing-site-standard-and-date", "fr" if french else "en"), "sec-norme"
            ),
            paragraph(
                say(
                    "publishing-site-these-pages-aim-at-sgqri-008-3-0-the", "fr" if french else "en"
                ),
                say(
                    "publishing-site-statement-made-for-the-release-of",
                    "fr" if french else "en",
                    when=when,
                ),
            ),
            heading(
                2,
                say("publishing-site-what-is-checked-and-how", "fr" if french else "en"),
                "sec-methode",
            ),
            paragraph(
                say("publishing-site-programs-check-pages-of-every-type", "fr" if french else "en")
            ),
            bullets(_METHOD[lang]),
            heading(2, say("publishing-site-known-gaps", "fr" if french else "en"), "sec-lacunes"),
            bullets(_GAPS[lang]),
            heading(
                2,
                say("publishing-site-what-no-program-checked", "fr" if french else "en"),
                "sec-non-verifie",
            ),
            bullets(_UNTESTED[lang]),
            heading(
                2,
                say("publishing-site-ask-for-another-format-report-an", "fr" if french else "en"),
                "sec-contact",
            ),
            paragraph(
                say(
                    "publishing-site-write-to-the-contact-name-the-page-or",
                    "fr" if french else "en",
                ),
            ),
            bullets(contacts),
        ]
    )
