"""What is said of a cell that fails, warns, or ends its kernel."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from padai import errors
from padai.errors import RenderError, Said
from padai.publishing.engine.blocks import CodeCell, FilePlace, SourceLine, fail
from padai.publishing.engine.cell_steps import Step
from padai.publishing.engine.process import NO_MEMORY, out_of_memory
from padai.words import Carried

KERNEL_WORDS = "words"
"""The file of what the kernel says before it answers."""
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_CELL_LINE = re.compile(r"Cell In\[(\d+)\], line (\d+)")


def not_started(error: RuntimeError, words: str) -> RenderError:
    """Say why the kernel did not start: for lack of memory, or in its own last words."""
    if out_of_memory(None, words):
        return RenderError(
            Said(
                "publishing-rendering-the-jupyter-kernel-that-runs-the-cells-9e5e",
                no_memory=NO_MEMORY,
            ),
        )
    last = next((line for line in reversed(words.splitlines()) if line.strip()), str(error))
    check = f"{sys.executable} -m ipykernel_launcher --version"
    return RenderError(
        Said(
            "publishing-rendering-the-jupyter-kernel-that-runs-the-cells-615c",
            last=last.strip(),
            check=check,
        ),
    )


def ended_kernel(client: Any, step: Step, name: Said) -> RenderError:
    """Say that the kernel is gone: the system stops what has no memory left, and says no more."""
    process = getattr(client.km.provisioner, "process", None)
    code = process.poll() if process is not None else None
    words = Path(client.km.connection_file).with_name(KERNEL_WORDS)
    last = words.read_text(encoding="utf-8", errors="replace") if words.is_file() else ""
    if out_of_memory(code, last):
        return fail(
            step.place,
            Said(
                "publishing-rendering-the-system-stopped-the-python-process-of",
                name=name,
                no_memory=NO_MEMORY,
            ),
        )
    perhaps = (
        Said("publishing-rendering-signal-a-lack-of-memory-may-be-the-cause", code=-code)
        if code is not None and code < 0
        else Said("", "")
    )
    return fail(
        step.place,
        Said("publishing-rendering-ended-its-python-process", name=name, perhaps=perhaps),
    )


def check_warning(step: Step, name: Said, text: str) -> None:
    """Refuse a warning that its cell does not hide."""
    if isinstance(step, CodeCell) and step.options.get("warning", True):
        last = text.strip().splitlines()[-1] if text.strip() else ""
        if out_of_memory(None, text):
            raise _without_memory(step.place, name)
        raise fail(
            step.place,
            Said(
                "publishing-rendering-writes-a-warning-which-a-report-does-not",
                name=name,
                last=last,
            ),
        )


def _without_memory(place: FilePlace, name: Said) -> RenderError:
    return fail(
        place,
        Said("publishing-rendering-could-not-end", name=name, no_memory=NO_MEMORY),
    )


def failure_of(step: Step, name: Said, output: Mapping[str, Any]) -> RenderError:
    """Return the error of a cell that raised, with its place in the document."""
    kind, message = str(output["ename"]), str(output["evalue"]).strip()
    place = _place_of_failure(step, output.get("traceback") or [])
    if out_of_memory(None, f"{kind}: {message}"):
        return _without_memory(place, name)
    if kind == "SystemExit":
        return fail(
            place,
            Said("publishing-rendering-ends-python-instead-of-the-cell", name=name),
        )
    known = getattr(errors, kind, None)
    if isinstance(known, type) and issubclass(known, errors.PadaiError):
        why = Carried.read(message)
        return fail(place, Said("publishing-rendering-name-en", name=name, why=why))
    if kind in ("AttributeError", "KeyError"):
        field = _unknown_field(kind, message)
        return fail(
            place,
            Said("publishing-rendering-uses-a-field-that-does-not-exist", name=name, field=field),
        )
    if kind == "NameError":
        return fail(
            place,
            Said(
                "publishing-rendering-uses-a-name-that-is-not-defined", name=name, message=message
            ),
        )
    first = message.splitlines()[0] if message else ""
    return fail(place, Said("publishing-rendering-failed", name=name, kind=kind, first=first))


def _unknown_field(kind: str, message: str) -> str:
    if kind == "KeyError":
        try:
            message = str(ast.literal_eval(message))
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            return message
        return f"`{message}`"
    match = re.search(r"'(\w+)' object has no attribute '(\w+)'", message)
    return f"`{match[2]}` (of {match[1]})" if match else message.rstrip(".")


def _place_of_failure(step: Step, traceback: Sequence[str]) -> FilePlace:
    if not isinstance(step, CodeCell):
        return step.place
    frames = _CELL_LINE.findall(_ANSI.sub("", "\n".join(traceback)))
    own = [int(row) for cell, row in frames if cell == frames[0][0]]
    lines: tuple[SourceLine, ...] = step.code
    if own and 0 < own[-1] <= len(lines):
        return lines[own[-1] - 1].place
    return step.place
