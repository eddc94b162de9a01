"""Methods, comparability and versions: what stands behind the numbers."""

from __future__ import annotations

from padai.publishing.basis.naming import Naming
from padai.publishing.basis.sentences import ended, upper_first
from padai.publishing.chapters.how_to_read import comparability as breaks_of
from padai.publishing.chapters.how_to_read import how_to_read
from padai.publishing.chapters.methodology import methodology
from padai.publishing.chapters.opening import PAGES as RELEASE_PAGES
from padai.publishing.pieces.emit import Piece, apart, folded, heading, joined, link, paragraph
from padai.publishing.products.site.catalogue import Catalogue, Edition
from padai.publishing.products.site.front import edition_page
from padai.publishing.products.site.map import address, between
from padai.publishing.products.site.page_parts import linked_table, marks_of
from padai.survey.releases import ReleaseRecord
from padai.words import Both, say

_STATUS: dict[str, dict[str, str]] = {
    "demonstration": Both("publishing-site-demonstration"),
    "published": Both("publishing-site-published"),
    "corrected": Both("publishing-site-corrected"),
    "withdrawn": Both("publishing-site-withdrawn-a0ca"),
}


def methods(catalogue: Catalogue, lang: str) -> Piece:
    """Return how to read the figures, and the method of the latest edition of each survey."""
    here = address("methods", lang)
    pieces = []
    for place, series in enumerate(catalogue.spoken(lang)):
        context = series.latest.context(lang)
        traits = context.survey.traits
        report = f"{series.latest.address}/{lang}/{RELEASE_PAGES['report'][lang]}"
        label = context.say("publishing-site-the-report-of-this-edition")
        if traits.paged:
            report += context.say("publishing-site-sec-methodology")
            label = context.say("publishing-site-the-methodology-in-the-report-of-this")
        pieces += [
            heading(2, context.text(context.survey.title), f"sec-{series.survey}"),
            marks_of(catalogue, context),
            paragraph(upper_first(context.wave_label(context.wave)) + "."),
            Piece(f"- {link(label, between(here, report))}"),
            *(
                [
                    heading(3, context.say("publishing-site-how-to-read-the-results")),
                    how_to_read(context),
                ]
                if traits.estimated
                else []
            ),
            *folded(
                context.say("publishing-site-full-methodology"),
                apart(methodology(context), series.survey) if place else methodology(context),
            ),
        ]
    return joined(pieces)


def comparability(catalogue: Catalogue, lang: str) -> Piece:
    """Return the declared breaks of each series."""
    pieces = []
    for series in catalogue.spoken(lang):
        context = series.latest.context(lang)
        if not context.survey.traits.estimated:
            continue  # nothing is compared over time
        pieces += [
            heading(2, context.text(context.survey.title), f"sec-{series.survey}"),
            marks_of(catalogue, context),
            breaks_of(context),
        ]
    return joined(pieces)


def versions(catalogue: Catalogue, lang: str) -> Piece:
    """Return every version that was put out: date, status, reason, the hash of what went out."""
    here = address("versions", lang)
    first = say("publishing-site-a-published-version-does-not-change-a", lang)
    pieces = [paragraph(first)]
    for series in catalogue.spoken(lang):
        context = series.latest.context(lang)
        columns = [
            context.say("publishing-language-word-version"),
            context.say("publishing-site-date"),
            context.say("publishing-site-status"),
            context.say("publishing-site-reason"),
            "SHA-256",
        ]
        rows = [
            _record(context, edition, record, here)
            for edition in reversed(series.editions)
            for record in reversed(edition.records)
        ]
        stub = context.say("publishing-site-edition")
        pieces += [
            heading(2, context.text(context.survey.title), f"sec-{series.survey}"),
            marks_of(catalogue, context),
            linked_table(
                f"versions-{series.survey}",
                context.say("publishing-site-versions-the-newest-first"),
                stub,
                columns,
                rows,
            ),
        ]
    return joined(pieces)


def _record(
    naming: Naming, edition: Edition, record: ReleaseRecord, here: str
) -> tuple[tuple[str, str], list[list[tuple[str, str]]]]:
    place = between(here, f"{edition.address}/{edition_page(naming.lang)}")
    reason = record.withdrawal.reason if record.withdrawal else record.reason
    when = record.withdrawal.date if record.withdrawal else record.date
    cells = [
        str(record.version),
        naming.numbers.date(when),
        _STATUS[record.status][naming.lang],
        ended(reason.get(naming.lang)) if reason else "–",
        f"{record.outside[:16]}…" if record.kept and record.outside else "–",
    ]
    label = upper_first(naming.wave_label(edition.wave))
    return (label, place), [[(text, "")] for text in cells]
