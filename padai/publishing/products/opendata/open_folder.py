"""Write the folder of open data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from padai.publishing.basis.context import Context
from padai.publishing.basis.dates import release_timestamp
from padai.publishing.basis.sentences import ended
from padai.publishing.basis.speech import Speech
from padai.publishing.chapters.opening import release_line
from padai.publishing.pieces.page_setter import page_setter
from padai.publishing.products.opendata.codebook import CODEBOOKS, codebook
from padai.publishing.products.opendata.columns import TABLES, TITLES
from padai.publishing.products.opendata.ddi import ddi
from padai.publishing.products.opendata.dictionary import dictionary
from padai.publishing.products.opendata.further import FURTHER_TITLES
from padai.publishing.products.opendata.metadata import (
    DICTIONARIES,
    citation,
    csvw,
    dataset,
    identifiers,
    principal,
    titled,
)
from padai.publishing.products.opendata.portals import PORTALS, portal_form, portal_lines
from padai.publishing.products.opendata.tables import (
    csv_text,
    further_tables,
    notice,
    open_table,
    said_of,
)
from padai.store import Store
from padai.words.languages import FileNames

ABOUT = FileNames(fr="LISEZMOI.txt", en="README.txt")


def write_open_data(store: Store, folder: Path) -> list[Path]:
    """Write the open data of a release and return its files.

    Parameters
    ----------
    store
        An open release store; nothing else is read.
    folder
        Receives the files; made if it is not there.

    Notes
    -----
    The files: ``series.csv``, ``changes.csv``, ``contrasts.csv``, ``breaks.csv``; whichever of
    ``slopes.csv``, ``indices.csv``, ``words.csv``, ``weighting.csv``, ``robustness.csv``,
    ``tipping.csv``, ``decomposition.csv``, ``small_areas.csv``, ``validation_items.csv``,
    ``quality.csv``, ``events.csv`` and ``method.csv`` the release has, so that every figure that is
    printed stands in a file; a dictionary for each language; ``csv-metadata.json`` (CSV on the
    Web);
    ``dataset.jsonld`` (schema.org); ``ddi-codebook.xml``; ``CITATION.cff``; what each portal asks,
    filled in as far as the definition goes; a text file about them and a codebook as a page for
    each language. The same store gives the same bytes.

    References
    ----------
    W3C, Metadata Vocabulary for Tabular Data, 2015. Citation File Format 1.2.0.
    """
    contexts = {str(lang): Context(store, lang) for lang in store.survey.languages}
    frames = {name: open_table(store, name, said_of(store)) for name in TABLES}
    frames |= further_tables(store, said_of(store))
    tables = {f"{name}.csv": csv_text(frame) for name, frame in frames.items()}
    tables |= {DICTIONARIES[lang]: csv_text(dictionary(c, frames)) for lang, c in contexts.items()}
    texts = {
        **tables,
        "csv-metadata.json": csvw(contexts, frames),
        "dataset.jsonld": dataset(contexts, frames, tables),
        "ddi-codebook.xml": ddi(contexts),
        "CITATION.cff": citation(principal(contexts)),
        **{f"portail-{name}.json": portal_form(principal(contexts), name) for name in PORTALS},
        **{ABOUT[lang]: about(context, frames) for lang, context in contexts.items()},
    }
    return [*write_texts(folder, texts), *_codebooks(store, contexts, folder)]


def _codebooks(store: Store, contexts: Mapping[str, Context], folder: Path) -> list[Path]:
    written = []
    for lang, context in contexts.items():
        path = folder / CODEBOOKS[lang]
        with page_setter(lang, release_timestamp(store)) as setter:
            made = setter.page(path.stem, partial(codebook, context), meta={"toc": True})
        path.write_bytes(made["html"])
        written.append(path)
    return written


def write_texts(folder: Path, texts: Mapping[str, str]) -> list[Path]:
    """Write texts by the names of their files, and return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in texts.items():
        path = folder / name
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written


def about(context: Context, written: Iterable[str]) -> str:
    """Say what the files written are, under which licence, and what was left out."""
    survey = context.survey
    lines = [titled({context.lang: context})[context.lang], release_line(context), ""]
    if notice(context.marks):
        lines += [f"{notice(context.marks)}.", ""]
    titles = TITLES | FURTHER_TITLES
    for name in written:
        lines.append(f"- {context.colon(f'{name}.csv', titles[name][context.lang])}")
    lines += [f"- {context.colon(name, text)}" for name, text in _beside_the_tables(context)]
    lines += [
        "",
        *rights(context),
        "",
        *portal_lines(context),
        "",
        context.say("publishing-opendata-proportions-go-from-0-to-1-a-cell-that"),
    ]
    if context.prevailing:
        lines.append(ended(context.prevails("publishing-language-prevails")))
    contact = str(context.store.release.get("contact") or context.text(survey.contact))
    lines.append(context.colon(context.say("publishing-opendata-contact"), contact))
    return "\n".join(lines) + "\n"


def _beside_the_tables(speech: Speech) -> list[tuple[str, str]]:
    """Return the other files, and what each is."""
    return [
        (
            DICTIONARIES[speech.lang],
            speech.say("publishing-opendata-meaning-of-each-column-flag-and-code"),
        ),
        ("csv-metadata.json", speech.say("publishing-opendata-description-of-the-csv-files-csvw")),
        (
            "dataset.jsonld",
            speech.say("publishing-opendata-description-of-the-dataset-schema-org"),
        ),
        (
            "ddi-codebook.xml",
            speech.say("publishing-opendata-questionnaire-and-method-ddi-codebook-2"),
        ),
        ("CITATION.cff", speech.say("publishing-opendata-reference-to-cite")),
        (CODEBOOKS[speech.lang], speech.say("publishing-opendata-codebook-as-a-web-page")),
        *(
            (f"portail-{name}.json", speech.say("publishing-opendata-fields-of-a-data-portal"))
            for name in PORTALS
        ),
    ]


def rights(context: Context) -> list[str]:
    """Say under which licences the data and the code are, and which identifiers were given."""
    licences = context.survey.licences
    none = context.say("publishing-opendata-none-is-declared")
    pairs = [
        (context.say("publishing-opendata-licence-of-the-data"), context.text(licences.data)),
        (context.say("publishing-opendata-licence-of-the-code"), context.text(licences.code)),
    ]
    lines = [context.colon(name, text or none) for name, text in pairs]
    given = {"doi": context.say("publishing-opendata-to-be-assigned")} | identifiers(context)
    return lines + [
        context.colon(context.say("publishing-opendata-identifier", kind=kind.upper()), value)
        for kind, value in given.items()
    ]
