"""Put prose and what the cells gave together into one Markdown text for pandoc."""

from __future__ import annotations

import ast
import base64
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from padai.publishing.engine.blocks import CodeCell, Document, FilePlace, Prose, fail, fence_after
from padai.publishing.engine.cell_steps import Inline
from padai.publishing.engine.code_cells import Outputs
from padai.publishing.engine.prose import INLINE, check_printed, without_comments
from padai.publishing.engine.text import md_attribute, md_literal
from padai.words import Said, in_a_row

_HEADING = re.compile(r"^#{1,6}\s")
_PLACE = "\n```{{=padai-place}}\n{place}\n```\n"


def assemble(
    document: Document, outputs: Mapping[FilePlace | Inline, Outputs], folder: Path
) -> str:
    """Return the document as Markdown without cells; figures are written into ``folder``.

    Parameters
    ----------
    document
        The document as read.
    outputs
        What :func:`padai.publishing.engine.code_cells.run_cells` gave.
    folder
        The document's folder in the scratch project; pictures go to ``figures`` in it.
    """
    pieces: list[str] = []
    for block in document.blocks:
        if isinstance(block, Prose):
            pieces.extend(_prose(block, outputs))
        elif block.options.get("eval", True):
            pieces.append(_cell(block, outputs.get(block.place, []), folder))
    return "\n".join(pieces) + "\n"


def _prose(block: Prose, outputs: Mapping[FilePlace | Inline, Outputs]) -> Iterator[str]:
    fence: str | None = None
    blank = True
    for position, line in enumerate(without_comments(block.lines)):
        before, fence = fence, fence_after(line.text, fence)
        heading = before is None and blank and _HEADING.match(line.text)
        if position == 0 or heading:
            yield _PLACE.format(place=line.place)
        blank = not line.text.strip()
        if before is not None:
            yield line.text
            continue

        def value(match: re.Match[str], place: FilePlace = line.place) -> str:
            return _inline_value(outputs.get(Inline(match[2].strip(), place), []))

        yield INLINE.sub(value, line.text)


def _inline_value(outputs: Outputs) -> str:
    for output in outputs:
        data = output.get("data", {})
        if "text/markdown" in data:
            return str(data["text/markdown"])
        if "text/plain" in data:
            return md_literal(_unquoted(str(data["text/plain"])))
    return ""


def _unquoted(text: str) -> str:
    """Return the string that a repr stands for; any other repr as it is."""
    try:
        value = ast.literal_eval(text)
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return text
    return value if isinstance(value, str) else text


def _cell(cell: CodeCell, outputs: Outputs, folder: Path) -> str:
    options = cell.options
    if not options.get("include", True):
        return ""
    parts: list[str] = []
    if options.get("echo", True):
        parts.append(_code(cell.source, ".python", cell.place))
    if options.get("output", True) is not False:
        shown = [_output(cell, output, folder) for output in outputs]
        _check_shown(cell, shown)
        parts.extend(shown)
    body = in_a_row(*parts, by="\n")
    if not body:
        return ""
    if cell.label.startswith("tbl-"):
        body = f"::: {{#{cell.label}}}\n\n{body}\n\n{options['tbl-cap']}\n\n:::"
    return f"{_PLACE.format(place=f'{cell.place} (cell {cell.label})')}\n{body}\n"


def _output(cell: CodeCell, output: Mapping[str, Any], folder: Path) -> str:
    if output["output_type"] == "stream":
        if output["name"] == "stderr":
            return ""
        text = str(output["text"])
        if cell.options.get("output") == "asis":
            check_printed(text, cell)
            return text
        return _code(text, ".output", cell.place)
    data = output.get("data", {})
    if "image/svg+xml" in data or "image/png" in data:
        return _figure(cell, data, folder)
    if "text/markdown" in data:
        check_printed(str(data["text/markdown"]), cell)
        return str(data["text/markdown"])
    if "text/html" in data or not data.keys() <= {"text/plain"}:
        kinds = ", ".join(sorted(data))
        raise fail(
            cell.place,
            Said(
                "publishing-rendering-cell-shows-an-object-that-is-not",
                cell_label=cell.label,
                kinds=kinds,
            ),
        )
    if "text/plain" in data and not cell.label.startswith("fig-"):
        return _code(str(data["text/plain"]), ".output", cell.place)
    return ""


def _figure(cell: CodeCell, data: Mapping[str, Any], folder: Path) -> str:
    if not cell.label.startswith("fig-"):
        raise fail(
            cell.place,
            Said(
                "publishing-rendering-cell-shows-a-figure-give-it-label-fig", cell_label=cell.label
            ),
        )
    name = f"figures/{cell.label}"
    (folder / "figures").mkdir(exist_ok=True)
    suffix = ".png"
    if "image/png" in data:
        (folder / f"{name}.png").write_bytes(base64.b64decode(data["image/png"]))
    if "image/svg+xml" in data:
        suffix = ".svg"
        svg = str(data["image/svg+xml"])
        (folder / f"{name}.svg").write_text(svg, encoding="utf-8", newline="\n")
    caption = str(cell.options["fig-cap"]).replace("\n", " ").strip()
    alt = md_attribute(str(cell.options["fig-alt"]).strip())
    return f"\n![{caption}]({name}{suffix}){{#{cell.label} fig-alt={alt}}}\n"


def _check_shown(cell: CodeCell, shown: list[str]) -> None:
    if not cell.label.startswith("fig-"):
        return
    count = sum(part.startswith("\n![") for part in shown)
    if count != 1:
        raise fail(
            cell.place,
            Said(
                "publishing-rendering-cell-shows-it-must-show-exactly-one",
                cell_label=cell.label,
                count=count,
            ),
        )


def _code(text: str, kind: str, place: FilePlace) -> str:
    if re.search(r"^\s*`{6,}", text, re.MULTILINE):
        raise fail(
            place,
            Said("publishing-rendering-printed-text-holds-a-line-of-six-back"),
        )
    return f"\n``````{{{kind}}}\n{text.rstrip()}\n``````\n"
