"""The steps of a release: what each document, page, picture and file is made by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from padai.publishing.basis.dates import release_timestamp
from padai.publishing.basis.filenames import WORKBOOK_SUFFIXES
from padai.publishing.digests import files_digest, templates_digest
from padai.publishing.steps import Steps, Task
from padai.store import Store, sha256
from padai.survey import read_texts
from padai.survey.read_texts import TEXTS_FILE, handed_on

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


@dataclass(frozen=True)
class Documents:
    """Makes the documents of a language, each in a step of its own."""

    step: Steps
    formats: Sequence[str]
    engine: str
    overrides: Path | None
    progress: Progress | None

    def __call__(self, lang: Lang, names: Sequence[str]) -> list[Task]:
        """Return the task of each document; the report is long."""
        report = documents_of(lang)[0]
        return [Task(partial(self._one, lang, name), long=name == report) for name in names]

    def _one(self, lang: Lang, name: str) -> None:
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


def participation_tasks(
    step: Steps, documents: Documents, store: Store, chosen: Sequence[Lang], what: Sequence[str]
) -> list[Task]:
    """Return what is made of a panel or a consultation: its pages in one step."""
    formats, engine, overrides = documents.formats, documents.engine, documents.overrides
    progress = documents.progress
    whole = [files_digest(overrides), sha256(store.folder / TEXTS_FILE)]

    def pages() -> None:
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

    return [Task(pages, long=True), *_followed(step, chosen, what, progress)]


def _followed(
    step: Steps, chosen: Sequence[Lang], what: Sequence[str], progress: Progress | None
) -> list[Task]:
    """Return the pages that follow a release, where they are asked for."""
    return [
        Task(partial(step, f"{lang}/follow-up", _follow_up, lang, progress, pages=True))
        for lang in (chosen if "follow-up" in what else ())
    ]


def tracker_tasks(
    step: Steps, documents: Documents, store: Store, chosen: Sequence[Lang], what: Sequence[str]
) -> list[Task]:
    """Return the steps of a tracker's release, of its draft or of what follows it."""
    progress = documents.progress
    tasks: list[Task] = []
    for lang in chosen if "page" in what else ():
        tasks += documents(lang, documents_of(lang)[:1])
    for lang in chosen if "draft" in what else ():
        every = documents_of(lang)
        tasks += documents(lang, (every[0], *every[3:]))
        made = partial(step, f"{lang}/tables", _workbooks, lang, progress, (".xlsx",))
        tasks.append(Task(made))
    for lang in chosen:
        if "report" in what:
            tasks += documents(lang, documents_of(lang))
            tasks += _drawn(step, store, lang, progress)
        if "tables" in what:
            tasks.append(Task(partial(step, f"{lang}/tables", _workbooks, lang, progress)))
        tasks += _followed(step, [lang], what, progress)
    if "report" in what or "draft" in what:
        tasks.append(Task(partial(step, "explorer", _explorer, chosen, progress, pages=True)))
    if "tables" in what:
        tasks.append(Task(partial(_files_of_data, step, progress)))
    return tasks


def _drawn(step: Steps, store: Store, lang: Lang, progress: Progress | None) -> list[Task]:
    """Return the pictures, slides and pages of questions of a language."""
    from padai.publishing.products.questions.question_pages import question_page_names

    names = [f"{lang}/{name}" for name in question_page_names(store, lang)]
    half = (len(names) + 1) // 2
    return [
        Task(partial(step, f"{lang}/picture", _picture, lang, progress)),
        Task(partial(step, f"{lang}/slides", _slides, lang, progress)),
        *(
            Task(partial(step.batch, some, _questions, lang, progress, pages=True), long=True)
            for some in (names[:half], names[half:])
            if some
        ),
    ]


def _files_of_data(step: Steps, progress: Progress | None) -> None:
    """Carry out the steps of the open data, whose files stand in one folder."""
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
    from padai.publishing.engine.answers import KernelQuestion
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
            asked=KernelQuestion(read_texts.__name__, read_texts.read_elsewhere),
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
    from padai.publishing.products.opendata.open_folder import write_open_data

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
    from padai.followup.pages.follow_up_files import write_follow_up_pages

    written = write_follow_up_pages(store, lang, out_dir, release_timestamp(store), progress)
    if not store.survey.traits.estimated:
        from padai.participation.pages.forbidden_words import search_outputs

        search_outputs(store, written)
    return written
