"""Hold the prose of a document, and what its cells print, to the supported subset."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from padai.publishing.rendering.blocks import Cell, Line, Place, Prose, fail, fence_after
from padai.publishing.rendering.cell_rules import check_alt

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


def check_prose(root: Path, document: PurePosixPath, blocks: Iterable[Prose | Cell]) -> None:
    """Raise :class:`RenderError`, with file and line, at what the subset does not have."""
    for block in blocks:
        if isinstance(block, Prose):
            for line, code in _lines_outside_code(block.lines):
                _check_line(root, document, line, code)


def without_comments(lines: Iterable[Line]) -> list[Line]:
    """Blank the ``<!-- -->`` comments out of prose, keeping the count of lines."""
    kept = list(lines)
    text = _uncommented("\n".join(line.text for line in kept))
    return [Line(t, ln.place) for t, ln in zip(text.split("\n"), kept, strict=True)]


def _uncommented(text: str) -> str:
    """Replace each comment by its line ends; one that is never closed is none."""
    parts: list[str] = []
    place = 0
    while (start := text.find("<!--", place)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts += [text[place:start], "\n" * text.count("\n", start, end)]
        place = end + 3
    return "".join([*parts, text[place:]])


def _lines_outside_code(lines: Iterable[Line]) -> Iterator[tuple[Line, bool]]:
    """Yield each line with whether it opens a fence; lines of code are passed over."""
    fence: str | None = None
    for line in without_comments(lines):
        before, fence = fence, fence_after(line.text, fence)
        if before is None:
            yield line, fence is not None


def _check_line(root: Path, document: PurePosixPath, line: Line, opens_code: bool) -> None:
    text, place = line.text, line.place
    for match in _SHORTCODE.finditer(text):
        if match[1] == "include":
            raise fail(
                place,
                "an include stands alone on its line: `{{< include _name.qmd >}}`.",
                "une inclusion est seule sur sa ligne : `{{< include _nom.qmd >}}`.",
            )
        raise fail(
            place,
            f"shortcode `{match[1]}` is not supported, only `include`.",
            f"le raccourci `{match[1]}` n’est pas admis, seulement `include`.",
        )
    for match in INLINE.finditer(text):
        _check_inline(match[1], match[2], place)
    raw = _RAW.search(text)
    if raw:
        raise fail(
            place,
            f"raw `{raw[1]}` is not allowed in prose; a cell's output may hold it.",
            f"le brut `{raw[1]}` n’est pas admis dans le texte; la sortie d’une cellule peut en "
            "contenir.",
        )
    if opens_code:
        return
    bare = _CODE.sub(lambda m: " " * len(m[0]), text)
    tag = _TAG.search(bare)
    if tag:
        raise fail(
            place,
            f"HTML tag `{tag[0]}` in prose is not supported. Use Markdown.",
            f"la balise HTML `{tag[0]}` n’est pas admise dans le texte. Employez Markdown.",
        )
    if text.rstrip() == "---" and place.line > 1:
        raise fail(
            place,
            "a line `---` starts metadata; draw a rule with `***`.",
            "une ligne `---` ouvre des métadonnées; tracez un filet avec `***`.",
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


def _check_inline(language: str, expression: str, place: Place) -> None:
    if language != "python":
        raise fail(
            place,
            f"inline `{{{language}}}` is not supported, only `{{python}}`.",
            f"`{{{language}}}` dans une ligne n’est pas admis, seulement `{{python}}`.",
        )
    try:
        ast.parse(expression.strip(), mode="eval")
    except SyntaxError as error:
        raise fail(
            place,
            f"inline `{expression}` is not valid Python: {error.msg}.",
            f"`{expression}` n’est pas du Python valable : {error.msg}.",
        ) from None
    except (ValueError, RecursionError, MemoryError):
        shown = expression[:40]
        raise fail(
            place,
            f"inline `{shown}…` is no Python that can be read: it is nested too deep, or holds a "
            "sign that nobody sees.",
            f"`{shown}…` n’est pas du Python lisible : c’est imbriqué trop profond, ou cela "
            "contient un signe invisible.",
        ) from None


def _check_div(text: str, place: Place) -> None:
    match = _DIV.match(text)
    if match is None:
        return
    inside = match[1]
    names = _CLASS.findall(inside) if inside.startswith("{") else [inside]
    for name in names:
        if name.startswith(_FOREIGN_CLASSES):
            raise fail(
                place,
                f"`::: {{.{name}}}` is not supported.",
                f"`::: {{.{name}}}` n’est pas admis.",
            )
        if name.startswith("callout-") and name.removeprefix("callout-") not in CALLOUTS:
            kinds = ", ".join(f"callout-{kind}" for kind in CALLOUTS)
            raise fail(
                place,
                f"`{name}` is not a callout (supported: {kinds}).",
                f"`{name}` n’est pas un encadré (admis : {kinds}).",
            )
    title = re.search(r"\btitle=(\"[^\"]*\"|'[^']*')", inside)
    if title and re.search(r"[*_`$@\[\\<{~^]", title[1]):
        raise fail(
            place,
            f"title {title[1]} holds Markdown, which Quarto would read: write the title as a "
            "heading inside of the callout.",
            f"le titre {title[1]} contient du Markdown, que Quarto lirait : écrivez le titre comme "
            "un titre de section dans l’encadré.",
        )
    if re.search(r"\b(layout|layout-ncol|layout-nrow|style|on\w+)\s*=", inside):
        raise fail(
            place,
            "layout and style attributes are not supported.",
            "les attributs de mise en page et de style ne sont pas admis.",
        )


def _check_image(root: Path, document: PurePosixPath, image: re.Match[str], place: Place) -> None:
    caption, source, attributes = image[1], image[2], image[3] or ""
    alt = _ALT.search(attributes)
    check_alt(alt[1][1:-1] if alt else "", caption, place)
    base = root if source.startswith("/") else root / document.parent
    file = (base / source.lstrip("/")).resolve()
    if "://" in source or not file.is_relative_to(root.resolve()) or not file.is_file():
        raise fail(
            place,
            f"image `{source}` is not a file of the project.",
            f"l’image `{source}` n’est pas un fichier du projet.",
        )
    if file.suffix not in (".svg", ".png"):
        raise fail(
            place,
            f"image `{source}`: only .svg and .png are supported.",
            f"image `{source}` : seuls .svg et .png sont admis.",
        )


def check_printed(text: str, cell: Cell) -> None:
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
                f"cell `{cell.label}` prints HTML (`{tag[0]}`) outside of a `{{=html}}` block. "
                "Print it through a helper of padai.publishing.",
                f"la cellule `{cell.label}` imprime du HTML (`{tag[0]}`) hors d’un bloc "
                "`{=html}`. Passez par une fonction de padai.publishing.",
            )
        if _SHORTCODE.search(bare):
            raise fail(
                cell.place,
                f"cell `{cell.label}` prints a shortcode.",
                f"la cellule `{cell.label}` imprime un raccourci (shortcode).",
            )
    if fence is not None:
        raise fail(
            cell.place,
            f"cell `{cell.label}` prints a fenced block that is never closed.",
            f"la cellule `{cell.label}` imprime un bloc qui n’est jamais fermé.",
        )
