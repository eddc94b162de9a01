"""PUBLISH: everything that goes out for a wave, made from its store alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from padai.errors import MissingExtraError, PublicationError
from padai.publishing.basis.dates import release_timestamp
from padai.publishing.basis.filenames import WORKBOOK_SUFFIXES
from padai.publishing.digests import files_digest, templates_digest
from padai.publishing.engine.many_kernels import many_kernels
from padai.publishing.products.site.finished_pages import finish_pages
from padai.publishing.products.site.front import FOLLOW_UP
from padai.publishing.steps import Steps
from padai.store import Store, open_store, outside, sha256
from padai.survey import read_texts
from padai.survey.read_texts import TEXTS_FILE, handed_on
from padai.words import Said

Lang = str
Progress = Callable[[str], None]
_DOCUMENTS: dict[str, tuple[str, ...]] = {
    "fr": ("fr/rapport.qmd", "fr/sommaire.qmd", "fr/presse.qmd", "fr/questionnaire.qmd",
           "fr/tableaux.qmd"),
    "en": ("en/report.qmd", "en/summary.qmd", "en/press.qmd", "en/questionnaire.qmd",
           "en/tables.qmd"),
}  # fmt: skip
"""The report, the one sheet, the page for the press, and what the report leaves to them.

A draft has the report and what it leaves to the last two.
"""
_NEEDED = ("matplotlib", "seaborn", "nbclient", "ipykernel", "pypandoc", "xlsxwriter", "pptx")


def publish(
    store_dir: Path,
    out_dir: Path,
    *,
    languages: Sequence[str] | None = None,
    formats: Sequence[str] = ("html",),
    engine: str = "auto",
    overrides: Path | None = None,
    what: Sequence[str] = ("report", "tables"),
    before: Path | None = None,
    progress: Progress | None = None,
    site_url: str = "",
) -> Steps:
    """Write reports, short pages and data tables of a store, in each language of the survey.

    Parameters
    ----------
    store_dir
        A store: what it publishes is its outside, at the printed precision.
    out_dir
        Receives ``fr/``, ``en/`` where the survey lists English, and ``open/``.
    languages
        Fewer languages than the survey lists; one that it does not list is refused.
    formats, engine
        As :func:`padai.publishing.engine.render` takes them.
    overrides
        The project's own templates; a file there replaces the shipped one of the same name.
    what
        ``"report"``, ``"tables"`` (workbooks and open data) or both; ``"follow-up"`` for the pages
        that follow a release, from a store that holds them; ``"draft"`` for what a draft is read
        by: the report, the explorer and a workbook, nothing that is made to go out; ``"page"`` for
        the report alone, while somebody writes it.
    before
        The version as it stands: what depends on nothing that changed is copied from there.
    progress
        Called with a short text as the work goes on.
    site_url
        Where the site is published; pages then name their own addresses.

    Returns
    -------
    Steps
        What was carried out. Its `files` are those written: for each language the report, the
        executive page, the page for the press, the key-figures picture, the slides and the pages of
        questions,
        then the workbooks; at the end the open data.
    """
    _refuse_without_extra()
    store = outside(open_store(store_dir))
    step = Steps(store, out_dir, before, site_url)
    beside = FOLLOW_UP if tuple(what) == ("follow-up",) else ""
    chosen = _languages(store, languages)
    with many_kernels():
        if store.survey.traits.paged:
            made = _Documents(step, formats, engine, overrides, progress)
            _tracker(step, made, store, chosen, what, progress)
        else:
            whole = [files_digest(overrides), sha256(store.folder / TEXTS_FILE)]
            step(
                "participation",
                _participation,
                chosen,
                formats,
                engine,
                overrides,
                what,
                progress,
                apart=True,
                pages=True,
                given=[list(formats), engine, list(what), *whole],
            )
            for lang in chosen if "follow-up" in what else ():
                step(f"{lang}/follow-up", _follow_up, lang, progress, pages=True)

    def put_around(watched: Store, files: Sequence[Path]) -> None:
        finish_pages(watched, out_dir, files, site_url, beside=beside)

    step.around(put_around)
    step.finish()
    return step


@dataclass(frozen=True)
class _Documents:
    """Makes the documents of a language, each in a step of its own."""

    step: Steps
    formats: Sequence[str]
    engine: str
    overrides: Path | None
    progress: Progress | None

    def __call__(self, lang: Lang, names: Sequence[str]) -> None:
        for name in names:
            given = [list(self.formats), self.engine, templates_digest(self.overrides, name)]
            own = f"{lang}/report" if name == documents_of(lang)[0] else f"{lang}/pages/{name}"
            self.step(
                own,
                _reports,
                lang,
                self.formats,
                self.engine,
                self.overrides,
                self.progress,
                name,
                apart=True,
                pages=True,
                given=given,
            )


def _tracker(
    step: Steps,
    documents: _Documents,
    store: Store,
    chosen: Sequence[Lang],
    what: Sequence[str],
    progress: Progress | None,
) -> None:
    """Carry out the steps of a tracker's release, of its draft or of what follows it."""
    from padai.publishing.products.questions.question_pages import question_page_names

    for lang in chosen if "page" in what else ():
        documents(lang, documents_of(lang)[:1])
    for lang in chosen if "draft" in what else ():
        every = documents_of(lang)
        documents(lang, (every[0], *every[3:]))
        step(f"{lang}/tables", _workbooks, lang, progress, (".xlsx",))
    for lang in chosen:
        if "report" in what:
            documents(lang, documents_of(lang))
            step(f"{lang}/picture", _picture, lang, progress)
            step(f"{lang}/slides", _slides, lang, progress)
            own = [f"{lang}/{name}" for name in question_page_names(store, lang)]
            step.batch(own, _questions, lang, progress, pages=True)
        if "tables" in what:
            step(f"{lang}/tables", _workbooks, lang, progress)
        if "follow-up" in what:
            step(f"{lang}/follow-up", _follow_up, lang, progress, pages=True)
    if "report" in what or "draft" in what:
        step("explorer", _explorer, chosen, progress, pages=True)
    if "tables" in what:
        step("open", _open_data, progress)
        step("corrections", _corrections, progress)
        step("deposit", _deposit, progress, pages=True)


def documents_of(lang: str) -> tuple[str, ...]:
    """Return the documents of a release in a language, among the templates.

    Examples
    --------
    >>> documents_of("es")[0]
    'es/report.qmd'
    """
    if lang in _DOCUMENTS:
        return _DOCUMENTS[lang]
    return tuple(document.replace("en/", f"{lang}/", 1) for document in _DOCUMENTS["en"])


def _languages(store: Store, asked: Sequence[str] | None) -> list[Lang]:
    listed: list[Any] = list(store.survey.languages)
    wrong = [lang for lang in asked or () if lang not in listed]
    if wrong:
        raise PublicationError(
            Said(
                "publishing-the-definition-does-not-list-the",
                wrong=", ".join(wrong),
                listed=", ".join(listed),
            ),
            where=store.survey.id,
        )
    return [lang for lang in listed if not asked or lang in asked]


def _participation(
    store: Store,
    out_dir: Path,
    languages: Sequence[Lang],
    formats: Sequence[str],
    engine: str,
    overrides: Path | None,
    what: Sequence[str],
    progress: Progress | None,
) -> list[Path]:
    from padai.participation.pages.participation_release import publish_participation

    return publish_participation(
        store,
        out_dir,
        languages,
        source_date=release_timestamp(store),
        formats=formats,
        engine=engine,
        overrides=overrides,
        what=what,
        progress=progress,
    )


def _reports(
    store: Store,
    out_dir: Path,
    lang: Lang,
    formats: Sequence[str],
    engine: str,
    overrides: Path | None,
    progress: Progress | None,
    document: str,
) -> list[Path]:
    from padai.publishing.basis.foreign import mark_foreign_in
    from padai.publishing.engine import render
    from padai.publishing.engine.answers import Asked
    from padai.publishing.engine.engines import Format
    from padai.publishing.engine.templates import templates_of

    # of the store, rendering opens files for the kernels alone, which tell what they read of it
    with templates_of(lang) as templates, handed_on():
        rendered = render(
            templates,
            [document],
            out_dir / lang,
            store=store.folder,
            lang=lang,
            source_date=release_timestamp(store),
            formats=cast(Sequence[Format], tuple(formats)),
            engine=engine,
            overrides=overrides if overrides and overrides.is_dir() else None,
            progress=progress,
            asked=Asked(read_texts.__name__, read_texts.read_elsewhere),
            ours=True,
        )
    pages = [file.path for file in rendered]
    mark_foreign_in(pages, store.survey, lang)
    report = document == documents_of(lang)[0]
    return [*pages, *(_parted(store, out_dir / lang, lang) if report else ())]


def _parted(store: Store, folder: Path, lang: Lang) -> list[Path]:
    """Part the report by chapter where it is long; give each figure its own files."""
    from padai.publishing.basis.context import Context
    from padai.publishing.chapters.opening import PAGES
    from padai.publishing.pieces.by_chapter import part_report
    from padai.publishing.products.site.figure_pages import write_figures

    report, context = folder / PAGES["report"][lang], Context(store, lang)
    if context.unreviewed or not store.survey.traits.paged:
        return []
    chapters = part_report(report, lang)
    return [*chapters, *write_figures(context, [report, *chapters])]


def _picture(store: Store, out_dir: Path, lang: Lang, progress: Progress | None) -> list[Path]:
    from padai.publishing.chapters.opening import PICTURE
    from padai.publishing.products.key_figures.picture import write_key_figures

    if progress:
        progress(f"{lang}/{PICTURE[lang]}.svg")
    return write_key_figures(store, lang, out_dir / lang)


def _slides(store: Store, out_dir: Path, lang: Lang, progress: Progress | None) -> list[Path]:
    from padai.publishing.products.slides.deck import NAME, write_slides

    if progress:
        progress(f"{lang}/{NAME}")
    return write_slides(store, lang, out_dir / lang)


def _questions(
    store: Store,
    out_dir: Path,
    names: Sequence[str],
    watched: Callable[[str], AbstractContextManager[None]],
    lang: Lang,
    progress: Progress | None,
) -> dict[str, list[Path]]:
    from padai.publishing.products.questions.question_pages import write_question_pages

    written = write_question_pages(
        store,
        lang,
        out_dir / lang,
        release_timestamp(store),
        progress,
        only=[name.partition("/")[2] for name in names],
        watched=lambda name: watched(f"{lang}/{name}"),
    )
    return {f"{lang}/{name}": [path] for name, path in written.items()}


def _workbooks(
    store: Store,
    out_dir: Path,
    lang: Lang,
    progress: Progress | None,
    suffixes: Sequence[str] = WORKBOOK_SUFFIXES,
) -> list[Path]:
    from padai.publishing.basis.filenames import workbook_name
    from padai.publishing.products.workbooks import write_workbook

    (out_dir / lang).mkdir(parents=True, exist_ok=True)
    named = (workbook_name(store.survey.id, store.wave, lang, suffix) for suffix in suffixes)
    written = [out_dir / lang / name for name in named]
    if progress:
        for path in written:
            progress(f"{lang}/{path.name}")
    write_workbook(store, lang, *written)
    return written


def _explorer(
    store: Store, out_dir: Path, languages: Sequence[Lang], progress: Progress | None
) -> list[Path]:
    from padai.publishing.products.explorer.page import write_explorer

    if progress:
        progress("explorer")
    return write_explorer(store, out_dir, languages, release_timestamp(store))


def _open_data(store: Store, out_dir: Path, progress: Progress | None) -> list[Path]:
    from padai.publishing.products.opendata.columns import FOLDER
    from padai.publishing.products.opendata.writing import write_open_data

    if progress:
        progress(f"{FOLDER}/")
    return write_open_data(store, out_dir / FOLDER)


def _deposit(store: Store, out_dir: Path, progress: Progress | None) -> list[Path]:
    from padai.publishing.products.deposit.documents import FOLDER, write_deposit_documents

    if progress and store.facts.get("deposit"):
        progress(f"{FOLDER}/")
    return write_deposit_documents(store, out_dir / FOLDER, release_timestamp(store))


def _corrections(store: Store, out_dir: Path, progress: Progress | None) -> list[Path]:
    from padai.publishing.products.opendata.columns import FOLDER
    from padai.publishing.products.opendata.corrections import write_corrections

    return write_corrections(store, out_dir / FOLDER)


def _follow_up(store: Store, out_dir: Path, lang: Lang, progress: Progress | None) -> list[Path]:
    from padai.followup.pages.writing import write_follow_up_pages

    written = write_follow_up_pages(store, lang, out_dir, release_timestamp(store), progress)
    if not store.survey.traits.estimated:
        from padai.participation.pages.forbidden_words import search_outputs

        search_outputs(store, written)
    return written


def _refuse_without_extra() -> None:
    from importlib.util import find_spec

    if any(find_spec(name) is None for name in _NEEDED):
        raise MissingExtraError("reports", Said("publishing-publishing"))
