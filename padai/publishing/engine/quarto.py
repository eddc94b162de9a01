"""Render with the Quarto CLI, in the scratch project, by the same documents."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from padai.errors import RenderError
from padai.publishing.engine.blocks import Document, Prose
from padai.publishing.engine.captioned import named
from padai.publishing.engine.convert import WORDS, page_header, with_style
from padai.publishing.engine.dialect import load_yaml, parse_document
from padai.publishing.engine.process import run
from padai.publishing.engine.quarto_page import with_figures
from padai.publishing.engine.scratch import Scratch
from padai.publishing.engine.text import md_literal
from padai.publishing.engine.typeset import without_suspects
from padai.publishing.engine.word import reference, with_banner
from padai.words import Said
from padai.words.filter_words import filter_words, quarto_words
from padai.words.languages import tag_of

if TYPE_CHECKING:
    from padai.publishing.engine.engines import Job

NO_THEME = "QUARTO_DART_SASS"
"""Names the program that Quarto compiles a theme with; a report has none."""
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_ERROR = re.compile(r"\b(ERROR|\w+Error):|\.lua:\d+: \w")
_NO_ERROR = "'/proc'"
"""What a kernel that ends says of the other processes, which it may not see."""
_HEADING = re.compile(r"(#{1,6})\s")
_BANNER = re.compile(r'<p class="page-banner">(.*?)</p>', re.DOTALL)
_STYLES = ("report.css", "quarto.css")
_TARGETS = {"html": "html", "typst": "typst", "docx": "docx"}
_WRITTEN = {"html": ".html", "typst": ".pdf", "docx": ".docx"}


def render_with_quarto(
    program: str, scratch: Scratch, document: PurePosixPath, job: Job
) -> dict[str, bytes]:
    """Return the content of each format, made by ``quarto render``.

    Parameters
    ----------
    program
        The path of the Quarto CLI.
    scratch
        The scratch folder: templates and store.
    document
        The document, relative to the scratch project.
    job
        Language, formats, time limit.

    Raises
    ------
    RenderError
        When the document is outside of the subset, when Quarto fails, or the time limit passes.
    """
    if job.asked is not None:
        job.asked.tell("")  # its kernels are its own
    parsed = parse_document(scratch.project, document)
    if "title" not in parsed.meta:
        _give_title(scratch.project / document)
    _write_project(scratch, parsed, job)
    settings = scratch.top / "quarto-metadata.yml"
    settings.write_text(json.dumps(_metadata(job, parsed)), encoding="utf-8")
    env = scratch.environment(job.source_date, "quarto", job.formats)
    env["PATH"] = os.pathsep.join([str(Path(program).parent), env["PATH"]])
    env["QUARTO_PYTHON"] = sys.executable
    if NO_THEME in os.environ:
        env[NO_THEME] = os.environ[NO_THEME]
    # Quarto's own script imports what lies beside it.
    del env["PYTHONSAFEPATH"]
    if "docx" in job.formats:
        _write_reference(program, scratch, env, job.left(document))
    made: dict[str, bytes] = {}
    for kind in job.formats:
        job.progress(f"{document}: {kind} (quarto)")
        command = [program, "render", str(document), "--to", _TARGETS[kind]]
        command += ["--metadata-file", str(settings), "--no-cache"]
        command += _contents(parsed) if kind == "html" else []
        code, out, err = run(
            command,
            what=f"quarto ({document})",
            cwd=scratch.project,
            env=env,
            timeout=job.left(document),
        )
        if code != 0:
            complaint = _last_words(out + err)
            raise RenderError(
                Said("publishing-rendering-quarto-failed", told=complaint), where=str(document)
            )
        made[kind] = _finished(scratch, document, _collect(scratch, document, kind), kind)
    return made


def _write_project(scratch: Scratch, document: Document, job: Job) -> None:
    """Give Quarto the project's settings, with our filters, templates and styles beside them."""
    shutil.copytree(
        scratch.assets,
        scratch.project / "_padai",
        dirs_exist_ok=True,
        copy_function=shutil.copyfile,
    )
    file = scratch.project / "_quarto.yml"
    project: dict[str, Any] = {}
    if file.is_file():
        project = load_yaml(file.read_text(encoding="utf-8"), file.name)
    project["project"] = {"type": "default", "render": [str(document.path)]}
    project["filters"] = [
        "_padai/typography.lua",
        "_padai/quarto.lua",
        {"at": "post-render", "path": "_padai/word.lua"},
    ]
    project["language"] = quarto_words(job.lang)
    project["format"] = _formats(document, WORDS[job.lang])
    file.write_text(json.dumps(project), encoding="utf-8")


def _formats(document: Document, words: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Return the settings of each format, as Quarto names them."""
    top, depth = _top_heading(document), _depth(document)
    return {
        "html": {
            "template": "_padai/page.html",
            "embed-resources": True,
            "theme": "none",
            "minimal": True,
            "section-divs": True,
            "html-table-processing": "none",
            "html-math-method": "mathml",
            "shift-heading-level-by": 2 - top,
            "toc-depth": depth + 1,
            "toc-title": words["toc-title"],
            "skip": words["skip"],
            "abstract-title": words["abstract"],
        },
        "typst": {
            "template-partials": ["_padai/typst-show.typ"],
            "padai-paper": True,
            "papersize": "us-letter",
            "pdf-standard": "ua-1",
            "section-numbering": "1.1.1.1.1",
            "shift-heading-level-by": 1 - top,
            "toc-depth": depth,
            "toc-title": words["toc-title"],
        },
        "docx": {
            "reference-doc": "_padai/reference.docx",
            "shift-heading-level-by": 1 - top,
            "toc": False,
            "fig-cap-location": "top",
            "abstract-title": words["abstract"],
        },
    }


def _contents(document: Document) -> list[str]:
    """Return how deep the contents of a page go, which no front matter then changes."""
    return ["--toc-depth", str(_depth(document) + 1)] if "toc-depth" in document.meta else []


def _depth(document: Document) -> int:
    return int(document.meta.get("toc-depth", 2))


def _top_heading(document: Document) -> int:
    """Return the level at which a document's chapters stand, which its cells keep to."""
    prose = (block for block in document.blocks if isinstance(block, Prose))
    marks = (_HEADING.match(line.text) for block in prose for line in block.lines)
    return min((len(mark[1]) for mark in marks if mark), default=2)


def _write_reference(program: str, scratch: Scratch, env: Mapping[str, str], limit: float) -> None:
    """Write the model of a docx: padai's styles on the default of the pandoc inside Quarto."""
    command = [program, "pandoc", "--print-default-data-file=reference.docx"]
    what = "quarto (docx)"
    code, out, err = run(command, what=what, cwd=scratch.project, env=env, timeout=limit)
    if code != 0:
        complaint = _last_words(err)
        raise RenderError(Said("publishing-rendering-quarto-failed", told=complaint))
    styles = (scratch.assets / "docx-styles.xml").read_text(encoding="utf-8")
    model = scratch.project / "_padai" / "reference.docx"
    model.write_bytes(reference(out, styles, ""))


def _give_title(file: Path) -> None:
    """Name a document whose title comes from a cell; Quarto would take its first heading away."""
    text = file.read_text(encoding="utf-8-sig")
    front = text.removeprefix("---\n") if text.startswith("---\n") else "---\n" + text
    file.write_text(f'---\ntitle: "{file.stem}"\n{front}', encoding="utf-8")


def _metadata(job: Job, document: Document) -> dict[str, Any]:
    meta: dict[str, Any] = {key: md_literal(value) for key, value in job.metadata.items()}
    if "date" in document.meta:
        # Quarto writes in its own way a date that it can read; the filter puts this one back.
        meta |= {"date-format": "iso", "date-as-written": str(document.meta["date"])}
    if own_words := filter_words(job.lang):
        meta["padai-words"] = own_words
    return meta | {"lang": tag_of(job.lang), "crossref": {"title-delim": "."}}


def _finished(scratch: Scratch, document: PurePosixPath, content: bytes, kind: str) -> bytes:
    """Return what Quarto wrote with the style in the page, and the banner on every sheet."""
    if kind == "docx":
        return with_banner(content)
    if kind != "html":
        return without_suspects(content)
    page = named(with_figures(content.decode("utf-8"), scratch.project / document.parent))
    banner = _BANNER.search(page)
    sheets = [(scratch.assets / name).read_text(encoding="utf-8") for name in _STYLES]
    banner_text = html.unescape(banner[1]) if banner else ""
    return with_style(page, "\n".join(sheets).strip() + page_header(banner_text)).encode()


def _last_words(output: bytes) -> str:
    lines = _ANSI.sub("", output.decode("utf-8", "replace")).splitlines()
    written = [line.strip() for line in lines if line.strip()]
    errors = [line for line in written if _ERROR.search(line) and _NO_ERROR not in line]
    return (errors or written or ["no message"])[-1]


def _collect(scratch: Scratch, document: PurePosixPath, kind: str) -> bytes:
    beside = scratch.project / document.with_suffix(_WRITTEN[kind])
    if not beside.is_file():
        raise RenderError(
            Said("publishing-rendering-quarto-ended-without-writing", beside_name=beside.name),
            where=str(document),
        )
    return beside.read_bytes()
