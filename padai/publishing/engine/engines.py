"""The two engines behind one call: the embedded engine, or the Quarto CLI where it is asked for."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Literal, Protocol

from padai.errors import RenderError
from padai.publishing.engine.answers import KernelQuestion
from padai.publishing.engine.process import allowed_seconds
from padai.publishing.engine.scratch import Scratch, scratch_folder
from padai.publishing.engine.trust import own_cells
from padai.words import Said
from padai.words.catalogues import folder_of

if TYPE_CHECKING:
    from padai.publishing.engine.blocks import Document
    from padai.publishing.engine.convert import Pandoc

Format = Literal["html", "typst", "docx"]
Lang = str
Progress = Callable[[str], None]
SUFFIXES: Mapping[str, str] = {"html": ".html", "typst": ".pdf", "docx": ".docx"}
OLDEST_QUARTO = (1, 10)


@dataclass(frozen=True, slots=True)
class RenderedFile:
    """One file written: its path, the document it was made from, its format, its SHA-256."""

    path: Path
    document: PurePosixPath
    format: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Job:
    """What an engine is asked for."""

    lang: Lang
    formats: tuple[str, ...]
    metadata: Mapping[str, str]
    source_date: int
    deadline: float
    progress: Progress
    asked: KernelQuestion | None = None

    def left(self, document: PurePosixPath) -> float:
        """Return the seconds left, or raise when there are none."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise RenderError(
                Said("publishing-rendering-the-time-limit-for-rendering-passed"),
                where=str(document),
            )
        return left


class Renderer(Protocol):
    """An engine: turns a document of the scratch project into files, in memory."""

    name: str

    def render(self, scratch: Scratch, document: PurePosixPath, job: Job) -> dict[str, bytes]:
        """Return the content of each format."""
        ...


@dataclass(frozen=True, eq=False)
class _Read:
    """A document whose cells have run, as pandoc's tree, to be written in each format."""

    scratch: Scratch
    document: PurePosixPath
    job: Job
    parsed: Document
    pandoc: Pandoc
    tree: bytes

    def written(self, kind: str) -> bytes:
        """Return the content of a format."""
        from padai.publishing.engine import convert

        if kind == "html":
            return self._page()
        if kind == "typst":
            return self._pdf()
        lang, date = self.job.lang, self.job.source_date
        return convert.to_docx(self.pandoc, self.parsed, self.tree, lang, date)

    def _page(self) -> bytes:
        from padai.publishing.engine import convert
        from padai.publishing.engine.scan import scan_page

        page = convert.to_html(self.pandoc, self.parsed, self.tree, self.job.lang)
        scan_page(page, self.document.with_suffix(".html").name)
        return page.encode()

    def _pdf(self) -> bytes:
        from padai.publishing.engine import convert
        from padai.publishing.engine.typeset import typeset

        project = self.scratch.project
        return typeset(
            convert.to_typst(self.pandoc, self.parsed, self.tree, self.job.lang),
            folder=project / self.document.parent,
            root=project,
            env=self.pandoc.env,
            timeout=self.job.left(self.document),
            source_date=self.job.source_date,
            name=str(self.document),
        )


class Embedded:
    """nbclient, pandoc and typst, from PyPI: the parts that Quarto itself is made of."""

    name = "embedded"

    def render(self, scratch: Scratch, document: PurePosixPath, job: Job) -> dict[str, bytes]:
        """Return the content of each format."""
        from padai.publishing.engine import convert
        from padai.publishing.engine.assemble import assemble
        from padai.publishing.engine.code_cells import run_cells
        from padai.publishing.engine.dialect import parse_document

        parsed = parse_document(scratch.project, document)
        folder = scratch.project / document.parent
        scratch.renew_home()
        env = scratch.environment(job.source_date, self.name, job.formats)
        if job.asked is not None:
            env |= job.asked.environment
        outputs = run_cells(
            parsed,
            folder=folder,
            home=scratch.home,
            env=env,
            timeout=job.left(document),
            progress=job.progress,
            asked=job.asked,
            copied=scratch.ours,
        )
        markdown = assemble(parsed, outputs, folder)
        env = scratch.press_environment(env)
        pandoc = convert.Pandoc(
            scratch.assets, scratch.project, scratch.press, env, job.left(document)
        )
        tree = convert.to_tree(pandoc, parsed, markdown, job.lang, job.metadata)
        read = _Read(scratch, document, job, parsed, pandoc, tree)
        made: dict[str, bytes] = {}
        for kind in job.formats:
            job.progress(f"{document}: {kind}")
            made[kind] = read.written(kind)
        return made


class Quarto:
    """The Quarto CLI, found on the PATH."""

    name = "quarto"

    def __init__(self, program: str) -> None:
        self.program = program

    def render(self, scratch: Scratch, document: PurePosixPath, job: Job) -> dict[str, bytes]:
        """Return the content of each format."""
        from padai.publishing.engine.quarto import render_with_quarto

        return render_with_quarto(self.program, scratch, document, job)


def find_renderer(engine: str = "auto") -> Renderer:
    """Return the engine that a name asks for; ``"auto"`` is the embedded one.

    A Quarto on the ``PATH`` changes nothing by itself: the same inputs give the same bytes on a
    machine that has it and on one that has not.

    Raises
    ------
    RenderError
        When Quarto is asked for and is absent or too old.
    """
    if engine not in ("auto", "embedded", "quarto"):
        raise RenderError(
            Said(
                "publishing-rendering-engine-is-unknown-use-auto-embedded-or",
                engine=engine,
            ),
        )
    if engine != "quarto":
        return Embedded()
    program = shutil.which("quarto")
    if program is None:
        raise RenderError(
            Said("publishing-rendering-there-is-no-quarto-on-the-path-get-it"),
        )
    version = _quarto_version(program)
    if version[:2] < OLDEST_QUARTO:
        version_there = ".".join(map(str, version)) or "no version"
        raise RenderError(
            Said(
                "publishing-rendering-quarto-at-is-too-old-1-10-or-later-is",
                found=version_there,
                program=program,
            ),
        )
    return Quarto(program)


def quarto_version() -> str:
    """Return the version of the Quarto on the PATH, such as ``"1.10.18"``; empty without one."""
    program = shutil.which("quarto")
    return ".".join(map(str, _quarto_version(program))) if program else ""


def quarto_folder() -> Path | None:
    """Return the folder of the Quarto on the PATH, with its tools; None without."""
    program = shutil.which("quarto")
    return Path(program).resolve().parents[1] if program else None


def _quarto_version(program: str) -> tuple[int, ...]:
    try:
        asked = subprocess.run(
            [program, "--version"], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    match = re.search(r"(\d+)\.(\d+)\.(\d+)", asked.stdout)
    return tuple(int(part) for part in match.groups()) if match else ()


def render(
    project_dir: Path,
    documents: Sequence[Path | PurePosixPath | str],
    out_dir: Path,
    *,
    store: Path,
    lang: Lang,
    source_date: int,
    formats: Sequence[Format] = ("html",),
    engine: str = "auto",
    timeout: float | None = None,
    progress: Progress | None = None,
    overrides: Path | None = None,
    metadata: Mapping[str, str] | None = None,
    asked: KernelQuestion | None = None,
    ours: bool = False,
) -> list[RenderedFile]:
    """Render documents of a Quarto project from a release store, all of them or none.

    Parameters
    ----------
    project_dir
        The Quarto project: ``_quarto.yml`` and the templates.
    documents
        The ``.qmd`` files, relative to ``project_dir`` or inside of it.
    out_dir
        Where the files go, named after their documents; made if it is not there.
    store
        The folder of the release store; cells find a copy of it by ``PADAI_STORE``.
    lang
        The tag of a language: words and typography of the page.
    source_date
        The release's date as seconds since 1970, for ``SOURCE_DATE_EPOCH``.
    formats
        ``"html"``, ``"typst"`` (a PDF) and ``"docx"``.
    engine
        ``"auto"``, ``"embedded"`` or ``"quarto"``.
    timeout
        Seconds for each document; past them all that runs for it is killed. None: what
        ``PADAI_TIME_LIMIT`` says, else five minutes, and more where the machine is crowded.
    progress
        Called with a short text as the work goes on.
    overrides
        A folder whose files replace those of ``project_dir`` of the same path.
    metadata
        Plain texts known only now (``title``, ``subtitle``, ``date``, ``banner``...); they
        prevail over the document's own.
    asked
        What the kernel of each document is asked at last.
    ours
        Whether the templates of ``project_dir`` are padai's own. Where no other template runs
        Python either, kernels are given the list of the fonts that padai draws in.

    Returns
    -------
    list of RenderedFile
        In the order of the documents, then of the formats.

    Raises
    ------
    RenderError
        Whatever stops a document; ``out_dir`` is then as it was before.

    Examples
    --------
    >>> from pathlib import Path
    >>> render(Path("nowhere"), ["a.qmd"], Path("out"), store=Path("s"), lang="fr", source_date=0)
    Traceback (most recent call last):
    ...
    padai.errors.RenderError: there is no folder nowhere.
    """
    if not project_dir.is_dir():
        raise RenderError(Said("publishing-rendering-there-is-no-folder", project_dir=project_dir))
    paths = [_relative(project_dir, overrides, Path(document)) for document in documents]
    unknown = [kind for kind in formats if kind not in SUFFIXES]
    if unknown or not folder_of(lang):
        wrong = unknown[0] if unknown else lang
        raise RenderError(
            Said("publishing-rendering-is-not-a-format-or-a-language-that-can", wrong=wrong),
        )
    renderer = find_renderer(engine)
    made: list[tuple[PurePosixPath, str, bytes]] = []
    limit = allowed_seconds() if timeout is None else timeout
    ours = ours and not own_cells(overrides)
    with scratch_folder(project_dir, paths, store, overrides, ours=ours) as scratch:
        for path in paths:
            job = Job(
                lang,
                tuple(formats),
                dict(metadata or {}),
                source_date,
                time.monotonic() + limit,
                progress or (lambda _text: None),
                asked,
            )
            content = renderer.render(scratch, path, job)
            made.extend((path, kind, content[kind]) for kind in formats)
    return _write(out_dir, made)


def _relative(project_dir: Path, overrides: Path | None, document: Path) -> PurePosixPath:
    for base in filter(None, (project_dir, overrides)):
        if document.is_absolute() and document.is_relative_to(base.resolve()):
            document = document.relative_to(base.resolve())
    if document.is_absolute() or ".." in document.parts or document.suffix != ".qmd":
        raise RenderError(
            Said(
                "publishing-rendering-is-not-a-qmd-file-of",
                document=document,
                project_dir=project_dir,
            ),
        )
    bases = [base for base in (overrides, project_dir) if base is not None]
    if not any((base / document).is_file() for base in bases):
        raise RenderError(
            Said(
                "publishing-rendering-there-is-no-document-in",
                document=document,
                project_dir=project_dir,
            ),
        )
    return PurePosixPath(document.as_posix())


def _write(out_dir: Path, made: Sequence[tuple[PurePosixPath, str, bytes]]) -> list[RenderedFile]:
    """Write all files beside their places first, then move them there."""
    out_dir.mkdir(parents=True, exist_ok=True)
    targets = [out_dir / (path.stem + SUFFIXES[kind]) for path, kind, _ in made]
    if len(set(targets)) < len(targets):
        raise RenderError(
            Said("publishing-rendering-two-documents-would-be-written-to-the"),
        )
    asides = [target.with_name(f".{target.name}.{os.getpid()}.tmp") for target in targets]
    try:
        for aside, (_, _, content) in zip(asides, made, strict=True):
            aside.write_bytes(content)
        for aside, target in zip(asides, targets, strict=True):
            aside.replace(target)
    finally:
        for aside in asides:
            aside.unlink(missing_ok=True)
    return [
        RenderedFile(target, path, kind, hashlib.sha256(content).hexdigest())
        for target, (path, kind, content) in zip(targets, made, strict=True)
    ]
