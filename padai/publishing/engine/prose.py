"""Hold the prose of a document, and what its cells print, to the supported subset."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from padai.publishing.engine.blocks import CodeCell, FilePlace, Prose, SourceLine, fail, fence_after
from padai.publishing.engine.cell_rules import check_alt
from padai.words import Said

#: An expression in a line of prose, as Quarto writes it.
INLINE = re.compile(r"`\{(\w+)\}\s([^`]+)`")
CALLOUTS = ("note", "tip", "important", "warning", "caution")

_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_TAG = re.compile(r"(?<!\\)<(?!https?://|mailto:)[A-Za-z/!?][^\s>]*")
_SHORTCODE = re.compile(r"\{\{<\s*/?\s*(\S*)")
_RAW = re.compile(r"\{=(\w+)\}")
_IMAGE = re.compile(r"!\[((?:[^\]\\]|\\.)*)\]\(([^)\s]+)[^)]*\)(\{[^}]*\})?")
_END_OF_ALT = re.compile(r"(?:[^\]\\]|\\.)*\]")
_ALT = re.compile(r"""fig-alt=("(?:[^"\\]|\\.)*"|'[^']*')""")
_DIV = re.compile(r"^\s*:{3,}\s*(\{.*\}|[\w-]+)\s*:*\s*$")
_CLASS = re.compile(r"\.([\w-]+)")
_FOREIGN_CLASSES = ("panel-", "column-", "content-", "aside", "grid", "layout", "cell", "fit-")
_BY_MEDIUM = ("content-visible", "content-hidden")
_ON_PAGES = re.compile(r"\bwhen-format=([\"']?)html\1(?=[\s}])")
"""The one condition of a class of Quarto's that both engines know."""


def check_prose(root: Path, document: PurePosixPath, blocks: Iterable[Prose | CodeCell]) -> None:
    """Raise :class:`RenderError`, with file and line, at what the subset does not have."""
    for block in blocks:
        if isinstance(block, Prose):
            for line, code in _lines_outside_code(block.lines):
                _check_line(root, document, line, code)


def without_comments(lines: Iterable[SourceLine]) -> list[SourceLine]:
    """Blank the ``<!-- -->`` comments out of prose, keeping the count of lines."""
    kept = list(lines)
    text = _uncommented("\n".join(line.text for line in kept))
    return [SourceLine(t, ln.place) for t, ln in zip(text.split("\n"), kept, strict=True)]


def _uncommented(text: str) -> str:
    """Replace each comment by its line ends; one that is never closed is none."""
    parts: list[str] = []
    place = 0
    while (start := text.find("<!--", place)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts += [text[place:start], "\n" * text.count("\n", start, end)]
        place = end + 3
    return "".join([*parts, text[place:]])


def _lines_outside_code(lines: Iterable[SourceLine]) -> Iterator[tuple[SourceLine, bool]]:
    """Yield each line with whether it opens a fence; lines of code are passed over."""
    fence: str | None = None
    for line in without_comments(lines):
        before, fence = fence, fence_after(line.text, fence)
        if before is None:
            yield line, fence is not None


def _check_line(root: Path, document: PurePosixPath, line: SourceLine, opens_code: bool) -> None:
    text, place = line.text, line.place
    for match in _SHORTCODE.finditer(text):
        if match[1] == "include":
            raise fail(
                place,
                Said("publishing-rendering-an-include-stands-alone-on-its-line"),
            )
        raise fail(
            place,
            Said("publishing-rendering-shortcode-is-not-supported-only-include", match=match[1]),
        )
    for match in INLINE.finditer(text):
        _check_inline(match[1], match[2], place)
    raw = _RAW.search(text)
    if raw:
        raise fail(
            place,
            Said("publishing-rendering-raw-is-not-allowed-in-prose-a-cells", raw=raw[1]),
        )
    if opens_code:
        return
    bare = _CODE.sub(lambda m: " " * len(m[0]), text)
    tag = _TAG.search(bare)
    if tag:
        raise fail(
            place,
            Said("publishing-rendering-html-tag-in-prose-is-not-supported-use", tag=tag[0]),
        )
    if text.rstrip() == "---" and place.line > 1:
        raise fail(
            place,
            Said("publishing-rendering-a-line-starts-metadata-draw-a-rule-with"),
        )
    _check_div(bare, place)
    for image in _images(bare):
        _check_image(root, document, image, place)


def _images(text: str) -> Iterator[re.Match[str]]:
    """Yield the pictures of a line; each sign is looked at once, however few of them end."""
    place = 0
    while (start := text.find("![", place)) >= 0:
        end = _END_OF_ALT.match(text, start + 2)
        if end is None or text.find(")", end.end()) < 0:
            return
        image = _IMAGE.match(text, start)
        if image is not None:
            yield image
        place = image.end() if image is not None else end.end()


def _check_inline(language: str, expression: str, place: FilePlace) -> None:
    if language != "python":
        raise fail(
            place,
            Said(
                "publishing-rendering-inline-is-not-supported-only",
                language=language,
                python="{python}",
            ),
        )
    try:
        ast.parse(expression.strip(), mode="eval")
    except SyntaxError as error:
        raise fail(
            place,
            Said(
                "publishing-rendering-inline-is-not-valid-python",
                expression=expression,
                msg=error.msg,
            ),
        ) from None
    except (ValueError, RecursionError, MemoryError):
        shown = expression[:40]
        raise fail(
            place,
            Said("publishing-rendering-inline-is-no-python-that-can-be-read-it", shown=shown),
        ) from None


def _check_div(text: str, place: FilePlace) -> None:
    match = _DIV.match(text)
    if match is None:
        return
    inside = match[1]
    names = _CLASS.findall(inside) if inside.startswith("{") else [inside]
    for name in names:
        known = name in _BY_MEDIUM and _ON_PAGES.search(inside) is not None
        if name.startswith(_FOREIGN_CLASSES) and not known:
            raise fail(
                place,
                Said("publishing-rendering-is-not-supported", name=name),
            )
        if name.startswith("callout-") and name.removeprefix("callout-") not in CALLOUTS:
            kinds = ", ".join(f"callout-{kind}" for kind in CALLOUTS)
            raise fail(
                place,
                Said("publishing-rendering-is-not-a-callout-supported", name=name, kinds=kinds),
            )
    title = re.search(r"\btitle=(\"[^\"]*\"|'[^']*')", inside)
    if title and re.search(r"[*_`$@\[\\<{~^]", title[1]):
        raise fail(
            place,
            Said("publishing-rendering-title-holds-markdown-which-quarto-would", title=title[1]),
        )
    if re.search(r"\b(layout|layout-ncol|layout-nrow|style|on\w+)\s*=", inside):
        raise fail(
            place,
            Said("publishing-rendering-layout-and-style-attributes-are-not"),
        )


def _check_image(
    root: Path, document: PurePosixPath, image: re.Match[str], place: FilePlace
) -> None:
    caption, source, attributes = image[1], image[2], image[3] or ""
    alt = _ALT.search(attributes)
    check_alt(alt[1][1:-1] if alt else "", caption, place)
    base = root if source.startswith("/") else root / document.parent
    file = (base / source.lstrip("/")).resolve()
    if "://" in source or not file.is_relative_to(root.resolve()) or not file.is_file():
        raise fail(
            place,
            Said("publishing-rendering-image-is-not-a-file-of-the-project", source=source),
        )
    if file.suffix not in (".svg", ".png"):
        raise fail(
            place,
            Said("publishing-rendering-image-only-svg-and-png-are-supported", source=source),
        )


def check_printed(text: str, cell: CodeCell) -> None:
    """Refuse, in what a cell prints as Markdown, HTML outside of a ``{=html}`` block."""
    fence: str | None = None
    for printed in text.split("\n"):
        before, fence = fence, fence_after(printed, fence)
        if before is not None or fence is not None:
            continue
        bare = _CODE.sub("", printed)
        tag = _TAG.search(bare)
        if tag:
            raise fail(
                cell.place,
                Said(
                    "publishing-rendering-cell-prints-html-outside-of-a-html-block",
                    cell_label=cell.label,
                    tag=tag[0],
                ),
            )
        if _SHORTCODE.search(bare):
            raise fail(
                cell.place,
                Said("publishing-rendering-cell-prints-a-shortcode", cell_label=cell.label),
            )
    if fence is not None:
        raise fail(
            cell.place,
            Said(
                "publishing-rendering-cell-prints-a-fenced-block-that-is-never",
                cell_label=cell.label,
            ),
        )
