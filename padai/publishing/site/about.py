"""Methods, comparability, versions and downloads: what stands behind the numbers."""

from __future__ import annotations

from pathlib import Path

from padai.publishing.chapters.methodology import methodology
from padai.publishing.chapters.opening import PAGES as RELEASE_PAGES
from padai.publishing.chapters.reading import comparability as breaks_of
from padai.publishing.chapters.reading import how_to_read
from padai.publishing.context import Context
from padai.publishing.emit import Piece, bullets, folded, heading, joined, link, paragraph
from padai.publishing.opendata.metadata import DICTIONARIES
from padai.publishing.opendata.writing import ABOUT
from padai.publishing.sentences import ended, lower_first, upper_first
from padai.publishing.site.catalogue import Catalogue, Edition, Version
from padai.publishing.site.front import edition_page
from padai.publishing.site.map import address, between
from padai.publishing.site.names import OTHER
from padai.publishing.site.parts import linked_table, marks_of
from padai.survey.releases import ReleaseRecord

_STATUS: dict[str, dict[str, str]] = {
    "demonstration": {"fr": "démonstration", "en": "demonstration"},
    "published": {"fr": "publiée", "en": "published"},
    "corrected": {"fr": "corrigée", "en": "corrected"},
    "withdrawn": {"fr": "retirée", "en": "withdrawn"},
}
_FORMATS: dict[str, dict[str, str]] = {
    ".xlsx": {"fr": "Tableaux de données (Excel)", "en": "Data tables (Excel)"},
    ".ods": {"fr": "Tableaux de données (OpenDocument)", "en": "Data tables (OpenDocument)"},
    ".csv": {"fr": "Données ouvertes (csv)", "en": "Open data (csv)"},
    ".json": {"fr": "Description des données (json)", "en": "Description of the data (json)"},
    ".jsonld": {"fr": "Description des données (schema.org)",
                "en": "Description of the data (schema.org)"},
    ".xml": {"fr": "Questionnaire et méthode (DDI)", "en": "Questionnaire and method (DDI)"},
    ".cff": {"fr": "Référence à citer", "en": "Reference to cite"},
    ".txt": {"fr": "Texte", "en": "Text"},
    ".pdf": {"fr": "Document PDF balisé", "en": "Tagged PDF"},
    ".docx": {"fr": "Document Word", "en": "Word document"},
    ".svg": {"fr": "Image (svg)", "en": "Picture (svg)"},
    ".png": {"fr": "Image (png)", "en": "Picture (png)"},
}  # fmt: skip


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


def downloads(catalogue: Catalogue, lang: str) -> Piece:
    """Return every file of the newest version of each edition, with its format and size."""
    here = address("downloads", lang)
    pieces = []
    for series in catalogue.spoken(lang):
        context = series.latest.context(lang)
        licences = context.store.survey.licences
        none = context.say("aucune n’est déclarée", "none is declared")
        pairs = [
            (context.say("Licence des données", "Licence of the data"), licences.data),
            (context.say("Licence du code", "Licence of the code"), licences.code),
        ]
        pieces += [
            heading(2, context.text(context.store.survey.title), f"sec-{series.survey}"),
            marks_of(catalogue, context),
            bullets(context.colon(what, ended(context.text(text) or none)) for what, text in pairs),
        ]
        for edition in reversed(series.editions):
            if edition.newest is not None and lang in edition.newest.store.survey.languages:
                latest = edition.newest.record == series.latest.record
                pieces += _files(context, edition.newest, here, fold=not latest)
    return joined(pieces)


def _files(context: Context, version: Version, here: str, *, fold: bool) -> list[Piece]:
    label = upper_first(context.wave_label(version.record.wave))
    columns = [context.say("Contenu", "Content"), context.say("Taille", "Size")]
    rows = []
    for path in _listed(version, context.lang):
        name = path.relative_to(version.folder).as_posix()
        size = f"{context.numbers.count(max(1, round(path.stat().st_size / 1000)))}\u00a0"
        target = between(here, f"{version.address}/{name}")
        rows.append((
            (path.name, target),
            [[(_FORMATS[path.suffix][context.lang], "")],
             [(size + context.say("ko", "kB"), "")]],
        ))  # fmt: skip
    if not rows:
        return []
    table = linked_table(
        f"files-{version.survey}-{version.record.wave}",
        context.say(f"Fichiers, {lower_first(label)}.", f"Files, {lower_first(label)}."),
        context.say("Fichier", "File"), columns, rows,
    )  # fmt: skip
    newest = context.say(f"{label} (version {version.record.version})",
                         f"{label} (version {version.record.version})")  # fmt: skip
    return folded(newest, table) if fold else [heading(3, newest), table]


def _listed(version: Version, lang: str) -> list[Path]:
    """Return the files that a reader takes away: not the pages, which are read in place."""
    foreign = (DICTIONARIES[OTHER[lang]], ABOUT[OTHER[lang]])
    found = [
        path
        for folder in (lang, "open")
        for path in sorted((version.folder / folder).glob("*"))
        if path.suffix in _FORMATS and path.name not in foreign
    ]
    order = list(_FORMATS)
    return sorted(found, key=lambda path: (order.index(path.suffix), path.name))
