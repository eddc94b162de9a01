"""Every file that a reader may take away, with what it holds and how large it is."""

from __future__ import annotations

from pathlib import Path

from padai.participation.pages.open_tables import TABLES as OF_PARTICIPANTS
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.page_names import others
from padai.publishing.basis.sentences import ended, lower_first, upper_first
from padai.publishing.basis.speech import Speech
from padai.publishing.chapters.opening import PAGE_NAMES, PAGES, PICTURE
from padai.publishing.pieces.emit import Piece, bullets, folded, heading, joined
from padai.publishing.products.opendata.columns import TITLES
from padai.publishing.products.opendata.further import FURTHER_TITLES
from padai.publishing.products.opendata.metadata import DICTIONARIES
from padai.publishing.products.opendata.open_folder import ABOUT
from padai.publishing.products.opendata.portals import PORTALS, mapping
from padai.publishing.products.site.catalogue import Catalogue, Version
from padai.publishing.products.site.map import address, between
from padai.publishing.products.site.page_parts import linked_table, marks_of
from padai.words import Both, say

_Said = dict[str, str]
_FORMATS: dict[str, _Said] = {
    ".pdf": Both("publishing-site-tagged-pdf"),
    ".docx": Both("publishing-site-word"),
    ".pptx": Both("publishing-site-powerpoint"),
    ".xlsx": Both("publishing-site-excel"),
    ".ods": Both("publishing-site-opendocument"),
    ".svg": Both("publishing-site-svg-picture"),
    ".png": Both("publishing-site-png-picture"),
    ".txt": Both("publishing-site-text"),
    ".csv": Both("publishing-site-csv"),
    ".json": Both("publishing-site-json"),
    ".jsonld": Both("publishing-site-json-ld"),
    ".xml": Both("publishing-site-xml"),
    ".cff": Both("publishing-site-citation-file-format"),
}
"""The formats of the files listed, in the order of the list."""
_DATA: dict[str, _Said] = {
    "corrections.csv": Both("publishing-site-figures-corrected"),
    "csv-metadata.json": Both("publishing-site-description-of-the-csv-files-csvw"),
    "dataset.jsonld": Both("publishing-site-description-of-the-dataset-schema-org"),
    "ddi-codebook.xml": Both("publishing-site-questionnaire-and-method-ddi-codebook-2"),
    "CITATION.cff": Both("publishing-site-reference-to-cite"),
    **{f"{name}.csv": titles for name, titles in (TITLES | FURTHER_TITLES).items()},
    **{
        name: Both("publishing-site-meaning-of-each-column-flag-and-code")
        for name in DICTIONARIES.values()
    },
    **{name: Both("publishing-site-to-read-before-using-the-data") for name in ABOUT.values()},
}
_OTHERS: _Said = Both("publishing-site-open-data")
_TABLES: _Said = Both("publishing-site-data-tables")
_SLIDES: _Said = Both("publishing-site-slides-of-the-key-results")
_FIGURES: _Said = Both("publishing-site-key-figures")


def downloads(catalogue: Catalogue, lang: str) -> Piece:
    """Return every file of the newest version of each edition, with its format and size."""
    here = address("downloads", lang)
    pieces = []
    for series in catalogue.spoken(lang):
        context = series.latest.context(lang)
        licences = context.survey.licences
        none = context.say("publishing-site-none-is-declared")
        pairs = [
            (context.say("publishing-site-licence-of-the-data"), licences.data),
            (context.say("publishing-site-licence-of-the-code"), licences.code),
        ]
        pieces += [
            heading(2, context.text(context.survey.title), f"sec-{series.survey}"),
            marks_of(catalogue, context),
            bullets(context.colon(what, ended(context.text(text) or none)) for what, text in pairs),
        ]
        for edition in reversed(series.editions):
            if edition.newest is not None and lang in edition.newest.store.survey.languages:
                latest = edition.newest.record == series.latest.record
                pieces += _files(context, edition.newest, here, fold=not latest)
    return joined(pieces)


def _files(naming: Naming, version: Version, here: str, *, fold: bool) -> list[Piece]:
    label = upper_first(naming.wave_label(version.record.wave))
    lang = naming.lang
    columns = [
        naming.say("publishing-site-format"),
        naming.say("publishing-site-size"),
        naming.say("publishing-site-file"),
    ]
    rows = []
    own = _own_tables(version, lang)
    for path in _listed(version, lang):
        target = between(here, f"{version.address}/{path.relative_to(version.folder).as_posix()}")
        rows.append(
            (
                (own.get(path.name) or _content(path, lang), target),
                [
                    [(_FORMATS[path.suffix][lang], "")],
                    [(_size(naming, path), "")],
                    [(path.name, "")],
                ],
            )
        )
    if not rows:
        return []
    table = linked_table(
        f"files-{version.survey}-{version.record.wave}",
        naming.say("publishing-site-files", label=lower_first(label)),
        naming.say("publishing-site-content"),
        columns,
        rows,
    )
    title = label + naming.say("publishing-language-of-version", n=version.record.version)
    return folded(title, table) if fold else [heading(3, title), table]


def _size(speech: Speech, path: Path) -> str:
    kilobytes = max(1, round(path.stat().st_size / 1000))
    return f"{speech.numbers.count(kilobytes)}\u00a0{speech.say('publishing-site-kb')}"


def _own_tables(version: Version, lang: str) -> dict[str, str]:
    """Return what the tables of a panel or a consultation hold, by file: some bear other names."""
    tables = OF_PARTICIPANTS.get(version.store.survey.kind, ())
    return {f"{table.name}.csv": table.text(lang) for table in tables}


def _content(path: Path, lang: str) -> str:
    """Say what a file holds, by its name."""
    if path.name in _DATA:
        return _DATA[path.name][lang]
    portal = path.stem.removeprefix("portail-")
    if portal in PORTALS:
        name = mapping(portal)["portal"]
        return say("publishing-site-fields-of-the-portal", lang, name=name)
    for page, names in PAGES.items():
        if names[lang].removesuffix(".html") == path.stem:
            return PAGE_NAMES[page][lang]
    if path.stem == PICTURE[lang]:
        return _FIGURES[lang]
    if path.suffix == ".pptx":
        return _SLIDES[lang]
    return (_TABLES if path.suffix in (".xlsx", ".ods") else _OTHERS)[lang]


def _listed(version: Version, lang: str) -> list[Path]:
    """Return the files that a reader takes away: not the pages, which are read in place."""
    languages = others(lang, version.store.survey.languages)
    foreign = [names[other] for names in (DICTIONARIES, ABOUT) for other in languages]
    order = list(_FORMATS)
    files: list[Path] = []
    for folder in (lang, "open"):
        here = [
            path
            for path in (version.folder / folder).glob("*")
            if path.suffix in _FORMATS and path.name not in foreign
        ]
        own = list(_own_tables(version, lang))
        files += sorted(here, key=lambda path: (_rank(path, lang, own), order.index(path.suffix)))
    return files


def _rank(path: Path, lang: str, own: list[str]) -> tuple[int, str]:
    """Put documents in the order of the release, then data in that of their description."""
    stems = [names[lang].removesuffix(".html") for names in PAGES.values()]
    data = own or [f"{name}.csv" for name in TITLES | FURTHER_TITLES]
    names = [*data, "corrections.csv", *DICTIONARIES.values(), *ABOUT.values(), *_DATA]
    if path.stem in stems:
        return stems.index(path.stem), path.stem
    return len(stems) + (names.index(path.name) if path.name in names else len(names)), path.stem
