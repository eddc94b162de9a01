"""Render with the Quarto CLI, in the scratch project, by the same documents."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from padai.errors import RenderError
from padai.publishing.rendering.dialect import load_yaml, parse_document
from padai.publishing.rendering.process import run
from padai.publishing.rendering.scratch import Scratch
from padai.publishing.rendering.text import md_literal

if TYPE_CHECKING:
    from padai.publishing.rendering.engines import Job

_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_ERROR = re.compile(r"\b(ERROR|\w+Error):")
_TARGETS = {"html": "html", "typst": "typst", "docx": "docx"}
_WRITTEN = {"html": ".html", "typst": ".pdf", "docx": ".docx"}
_CROSSREF: dict[str, dict[str, str]] = {
    "fr": {
        "fig-title": "Figure",
        "tbl-title": "Tableau",
        "fig-prefix": "figure",
        "tbl-prefix": "tableau",
        "sec-prefix": "section",
        "title-delim": ".",
    },
    "en": {"title-delim": "."},
}


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
    if "title" not in parse_document(scratch.project, document).meta:
        _give_title(scratch.project / document)
    _write_project(scratch, document)
    settings = scratch.top / "quarto-metadata.yml"
    settings.write_text(json.dumps(_metadata(job)), encoding="utf-8")
    env = scratch.environment(job.source_date, "quarto", job.formats)
    env["PATH"] = os.pathsep.join([str(Path(program).parent), env["PATH"]])
    env["QUARTO_PYTHON"] = sys.executable
    # Quarto's own script imports what lies beside it.
    del env["PYTHONSAFEPATH"]
    made: dict[str, bytes] = {}
    for kind in job.formats:
        job.progress(f"{document}: {kind} (quarto)")
        command = [program, "render", str(document), "--to", _TARGETS[kind]]
        command += ["--metadata-file", str(settings), "--no-cache"]
        code, out, err = run(
            command,
            what=f"quarto, rendering {document},",
            cwd=scratch.project,
            env=env,
            timeout=job.left(document),
        )
        if code != 0:
            raise RenderError(f"{document}: quarto failed: {_last_words(out + err)}")
        made[kind] = _collect(scratch, document, kind)
    return made


def _write_project(scratch: Scratch, document: PurePosixPath) -> None:
    """Give Quarto the project's settings, with our filter and style laid beside them."""
    shutil.copytree(scratch.assets, scratch.project / "_padai", dirs_exist_ok=True)
    file = scratch.project / "_quarto.yml"
    found: dict[str, Any] = {}
    if file.is_file():
        found = load_yaml(file.read_text(encoding="utf-8"), file.name)
    found["project"] = {"type": "default", "render": [str(document)]}
    found["filters"] = ["_padai/typography.lua"]
    found["format"] = {
        "html": {
            "embed-resources": True,
            "theme": "none",
            "minimal": True,
            "css": "_padai/report.css",
            "html-math-method": "mathml",
        },
        "typst": {"papersize": "us-letter"},
        "docx": {},
    }
    file.write_text(json.dumps(found), encoding="utf-8")


def _give_title(file: Path) -> None:
    """Name a document whose title comes from a cell; Quarto would take its first heading away."""
    text = file.read_text(encoding="utf-8-sig")
    front = text.removeprefix("---\n") if text.startswith("---\n") else "---\n" + text
    file.write_text(f'---\ntitle: "{file.stem}"\n{front}', encoding="utf-8")


def _metadata(job: Job) -> dict[str, Any]:
    meta: dict[str, Any] = {key: md_literal(value) for key, value in job.metadata.items()}
    return meta | {"lang": f"{job.lang}-CA", "crossref": _CROSSREF[job.lang]}


def _last_words(output: bytes) -> str:
    lines = _ANSI.sub("", output.decode("utf-8", "replace")).splitlines()
    told = [line.strip() for line in lines if line.strip()]
    errors = [line for line in told if _ERROR.search(line)]
    return (errors or told or ["no message"])[-1]


def _collect(scratch: Scratch, document: PurePosixPath, kind: str) -> bytes:
    beside = scratch.project / document.with_suffix(_WRITTEN[kind])
    if not beside.is_file():
        raise RenderError(f"{document}: quarto ended without writing {beside.name}.")
    return beside.read_bytes()
