"""Methods, comparability and versions: what stands behind the numbers."""

from __future__ import annotations

from padai.publishing.chapters.methodology import methodology
from padai.publishing.chapters.opening import PAGES as RELEASE_PAGES
from padai.publishing.chapters.reading import comparability as breaks_of
from padai.publishing.chapters.reading import how_to_read
from padai.publishing.context import Context
from padai.publishing.emit import Piece, folded, heading, joined, link, paragraph
from padai.publishing.sentences import ended, upper_first
from padai.publishing.site.catalogue import Catalogue, Edition
from padai.publishing.site.front import edition_page
from padai.publishing.site.map import address, between
from padai.publishing.site.parts import linked_table, marks_of
from padai.survey.releases import ReleaseRecord

_STATUS: dict[str, dict[str, str]] = {
    "demonstration": {"fr": "démonstration", "en": "demonstration"},
    "published": {"fr": "publiée", "en": "published"},
    "corrected": {"fr": "corrigée", "en": "corrected"},
    "withdrawn": {"fr": "retirée", "en": "withdrawn"},
}


def methods(catalogue: Catalogue, lang: str) -> Piece:
    """Return how to read the figures, and the method of the latest edition of each survey."""
    here = address("methods", lang)
    pieces = []
    for series in catalogue.spoken(lang):
        context = series.latest.context(lang)
        tracker = context.store.survey.kind == "tracker"
        report = f"{series.latest.address}/{lang}/{RELEASE_PAGES['report'][lang]}"
        label = context.say("Le rapport de cette édition", "The report of this edition")
        if tracker:
            report += context.say("#sec-methodologie", "#sec-methodology")
            label = context.say("La méthodologie dans le rapport de cette édition",
                                "The methodology in the report of this edition")  # fmt: skip
        pieces += [
            heading(2, context.text(context.store.survey.title), f"sec-{series.survey}"),
            marks_of(catalogue, context),
            paragraph(upper_first(context.wave_label(context.store.wave)) + "."),
            Piece(f"- {link(label, between(here, report))}"),
            *([
                heading(3, context.say("Comment lire les résultats", "How to read the results")),
                how_to_read(context),
            ] if tracker else []),
            *folded(context.say("Méthodologie complète", "Full methodology"),
                    methodology(context)),
        ]  # fmt: skip
    return joined(pieces)


def comparability(catalogue: Catalogue, lang: str) -> Piece:
    """Return the declared breaks of each series."""
    pieces = []
    for series in catalogue.spoken(lang):
        context = series.latest.context(lang)
        if context.store.survey.kind != "tracker":
            continue  # nothing is compared over time
        pieces += [heading(2, context.text(context.store.survey.title), f"sec-{series.survey}"),
                   marks_of(catalogue, context), breaks_of(context)]  # fmt: skip
    return joined(pieces)


def versions(catalogue: Catalogue, lang: str) -> Piece:
    """Return every version that was put out: date, status, reason, and the hash of its store."""
    here = address("versions", lang)
    first = (
        "Une version publiée ne change plus. Une correction est une nouvelle version, avec son "
        "motif\u202f; une version retirée laisse un avis. L’empreinte SHA-256 est celle des "
        "résultats de la version."
        if lang == "fr"
        else "A published version does not change. A correction is a new version, with its reason; "
        "a withdrawn version leaves a notice. The SHA-256 is that of the version’s results."
    )
    pieces = [paragraph(first)]
    for series in catalogue.spoken(lang):
        context = series.latest.context(lang)
        columns = ["Version", context.say("Date", "Date"), context.say("État", "Status"),
                   context.say("Motif", "Reason"), "SHA-256"]  # fmt: skip
        rows = [
            _record(context, edition, record, here)
            for edition in reversed(series.editions)
            for record in reversed(edition.records)
        ]
        stub = context.say("Édition", "Edition")
        pieces += [heading(2, context.text(context.store.survey.title), f"sec-{series.survey}"),
                   marks_of(catalogue, context),
                   linked_table(f"versions-{series.survey}",
                                context.say("Versions, la plus récente d’abord.",
                                            "Versions, the newest first."),
                                stub, columns, rows)]  # fmt: skip
    return joined(pieces)


def _record(
    context: Context, edition: Edition, record: ReleaseRecord, here: str
) -> tuple[tuple[str, str], list[list[tuple[str, str]]]]:
    place = between(here, f"{edition.address}/{edition_page(context.lang)}")
    reason = record.withdrawal.reason if record.withdrawal else record.reason
    when = record.withdrawal.date if record.withdrawal else record.date
    cells = [
        str(record.version),
        context.numbers.date(when),
        _STATUS[record.status][context.lang],
        ended(reason.get(context.lang)) if reason else "–",
        f"{record.store[:16]}…",
    ]
    label = upper_first(context.wave_label(edition.wave))
    return (label, place), [[(text, "")] for text in cells]
