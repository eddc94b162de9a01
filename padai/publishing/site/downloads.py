"""Every file that a reader may take away, with what it holds and how large it is."""

from __future__ import annotations

from pathlib import Path

from padai.publishing.chapters.opening import PAGE_NAMES, PAGES, PICTURE
from padai.publishing.context import Context
from padai.publishing.emit import Piece, bullets, folded, heading, joined
from padai.publishing.opendata.columns import TITLES
from padai.publishing.opendata.further import FURTHER_TITLES
from padai.publishing.opendata.metadata import DICTIONARIES
from padai.publishing.opendata.portals import PORTALS, mapping
from padai.publishing.opendata.writing import ABOUT
from padai.publishing.sentences import ended, lower_first, upper_first
from padai.publishing.site.catalogue import Catalogue, Version
from padai.publishing.site.map import address, between
from padai.publishing.site.names import OTHER
from padai.publishing.site.parts import linked_table, marks_of

_Said = dict[str, str]
_FORMATS: dict[str, _Said] = {
    ".pdf": {"fr": "PDF balisé", "en": "tagged PDF"},
    ".docx": {"fr": "Word", "en": "Word"},
    ".pptx": {"fr": "PowerPoint", "en": "PowerPoint"},
    ".xlsx": {"fr": "Excel", "en": "Excel"},
    ".ods": {"fr": "OpenDocument", "en": "OpenDocument"},
    ".svg": {"fr": "image svg", "en": "svg picture"},
    ".png": {"fr": "image png", "en": "png picture"},
    ".txt": {"fr": "texte", "en": "text"},
    ".csv": {"fr": "csv", "en": "csv"},
    ".json": {"fr": "json", "en": "json"},
    ".jsonld": {"fr": "JSON-LD", "en": "JSON-LD"},
    ".xml": {"fr": "xml", "en": "xml"},
    ".cff": {"fr": "Citation File Format", "en": "Citation File Format"},
}
"""The formats of the files listed, in the order of the list."""
_DATA: dict[str, _Said] = {
    "corrections.csv": {"fr": "Chiffres corrigés", "en": "Figures corrected"},
    "csv-metadata.json": {"fr": "Description des fichiers csv (CSVW)",
                          "en": "Description of the csv files (CSVW)"},
    "dataset.jsonld": {"fr": "Description du jeu de données (schema.org)",
                       "en": "Description of the dataset (schema.org)"},
    "ddi-codebook.xml": {"fr": "Questionnaire et méthode (DDI-Codebook 2.5)",
                         "en": "Questionnaire and method (DDI-Codebook 2.5)"},
    "CITATION.cff": {"fr": "Référence à citer", "en": "Reference to cite"},
    **{f"{name}.csv": titles for name, titles in (TITLES | FURTHER_TITLES).items()},
    **{name: {"fr": "Sens de chaque colonne, cote et code",
              "en": "Meaning of each column, flag and code"} for name in DICTIONARIES.values()},
    **{name: {"fr": "À lire avant d’employer les données", "en": "To read before using the data"}
       for name in ABOUT.values()},
}  # fmt: skip
_OTHERS: _Said = {"fr": "Données ouvertes", "en": "Open data"}
_TABLES: _Said = {"fr": "Tableaux de données", "en": "Data tables"}
_SLIDES: _Said = {"fr": "Diapositives des résultats clés", "en": "Slides of the key results"}
_FIGURES: _Said = {"fr": "Chiffres clés", "en": "Key figures"}


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
    lang = context.lang
    columns = [context.say("Format", "Format"), context.say("Taille", "Size"),
               context.say("Fichier", "File")]  # fmt: skip
    rows = []
    for path in _listed(version, lang):
        target = between(here, f"{version.address}/{path.relative_to(version.folder).as_posix()}")
        rows.append((
            (_content(path, lang), target),
            [[(_FORMATS[path.suffix][lang], "")], [(_size(context, path), "")], [(path.name, "")]],
        ))  # fmt: skip
    if not rows:
        return []
    table = linked_table(
        f"files-{version.survey}-{version.record.wave}",
        context.say(f"Fichiers, {lower_first(label)}.", f"Files, {lower_first(label)}."),
        context.say("Contenu", "Content"), columns, rows,
    )  # fmt: skip
    title = f"{label} (version {version.record.version})"
    return folded(title, table) if fold else [heading(3, title), table]


def _size(context: Context, path: Path) -> str:
    kilobytes = max(1, round(path.stat().st_size / 1000))
    return f"{context.numbers.count(kilobytes)}\u00a0{context.say('ko', 'kB')}"


def _content(path: Path, lang: str) -> str:
    """Say what a file holds, by its name."""
    if path.name in _DATA:
        return _DATA[path.name][lang]
    portal = path.stem.removeprefix("portail-")
    if portal in PORTALS:
        name = mapping(portal)["portal"]
        return f"Champs du portail {name}" if lang == "fr" else f"Fields of the portal {name}"
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
    foreign = (DICTIONARIES[OTHER[lang]], ABOUT[OTHER[lang]])
    order = list(_FORMATS)
    found: list[Path] = []
    for folder in (lang, "open"):
        here = [
            path
            for path in (version.folder / folder).glob("*")
            if path.suffix in _FORMATS and path.name not in foreign
        ]
        found += sorted(here, key=lambda path: (_rank(path, lang), order.index(path.suffix)))
    return found


def _rank(path: Path, lang: str) -> tuple[int, str]:
    """Put documents in the order of the release, then data in that of their description."""
    stems = [names[lang].removesuffix(".html") for names in PAGES.values()]
    data = (f"{name}.csv" for name in TITLES | FURTHER_TITLES)
    names = [*data, "corrections.csv", *DICTIONARIES.values(),
             *ABOUT.values(), *_DATA]  # fmt: skip
    if path.stem in stems:
        return stems.index(path.stem), path.stem
    return len(stems) + (names.index(path.name) if path.name in names else len(names)), path.stem
