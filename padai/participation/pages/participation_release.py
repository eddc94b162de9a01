"""Everything that goes out for a panel or a consultation, made from its store alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from padai.participation.pages.forbidden_words import search_outputs
from padai.publishing.basis.filenames import WORKBOOK_SUFFIXES, workbook_name
from padai.store import Store
from padai.words.languages import Named

Lang = str
Progress = Callable[[str], None]
_DOCUMENTS: dict[str, str] = Named(fr="rapport.qmd", en="report.qmd")


def publish_participation(
    store: Store,
    out_dir: Path,
    languages: Sequence[Lang],
    *,
    source_date: int,
    formats: Sequence[str] = ("html",),
    engine: str = "auto",
    overrides: Path | None = None,
    what: Sequence[str] = ("report", "tables"),
    progress: Progress | None = None,
) -> list[Path]:
    """Write report, data tables and open data of a panel or a consultation.

    The page is always made, whatever the formats: it is what the search for forbidden words reads.

    Raises
    ------
    PublicationError
        A file uses words that the sample type forbids.
    """
    written: list[Path] = []
    for lang in languages:
        if "report" in what:
            written += _report(
                store,
                out_dir / lang,
                lang,
                source_date,
                formats=formats,
                engine=engine,
                overrides=overrides,
                progress=progress,
            )
        if "tables" in what:
            written += _workbooks(store, out_dir / lang, lang, progress)
    if "tables" in what:
        written += _open_data(store, out_dir, progress)
    search_outputs(store, written)
    return written


def _report(
    store: Store,
    folder: Path,
    lang: Lang,
    source_date: int,
    *,
    formats: Sequence[str],
    engine: str,
    overrides: Path | None,
    progress: Progress | None,
) -> list[Path]:
    from padai.publishing.basis.foreign import mark_foreign_in
    from padai.publishing.engine import render
    from padai.publishing.engine.engines import Format
    from padai.publishing.engine.templates import templates_of

    with templates_of(lang) as templates:
        rendered = render(
            templates,
            [f"{lang}/{store.survey.kind}/{_DOCUMENTS[lang]}"],
            folder,
            store=store.folder,
            lang=lang,
            source_date=source_date,
            formats=cast(Sequence[Format], tuple(dict.fromkeys(("html", *formats)))),
            engine=engine,
            overrides=overrides if overrides and overrides.is_dir() else None,
            progress=progress,
            ours=True,
        )
    pages = [file.path for file in rendered]
    mark_foreign_in(pages, store.survey, lang)
    return pages


def _workbooks(store: Store, folder: Path, lang: Lang, progress: Progress | None) -> list[Path]:
    from padai.participation.pages.workbook import write_participation_workbook

    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for suffix in WORKBOOK_SUFFIXES:
        path = folder / workbook_name(store.survey.id, store.wave, lang, suffix)
        if progress:
            progress(f"{lang}/{path.name}")
        write_participation_workbook(store, lang, path)
        written.append(path)
    return written


def _open_data(store: Store, out_dir: Path, progress: Progress | None) -> list[Path]:
    from padai.participation.pages.open_data import write_participation_data
    from padai.publishing.products.opendata.columns import FOLDER

    if progress:
        progress(f"{FOLDER}/")
    return write_participation_data(store, out_dir / FOLDER)
