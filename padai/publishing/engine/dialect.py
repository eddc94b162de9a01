"""Read a ``.qmd`` document in the subset that both engines render, and refuse the rest.

A document is read into blocks: prose, and cells of Python. Includes are expanded, and every line
keeps the file and the number where it stands, so that whatever is refused, here or by a cell that
fails later, is named by its place.

The subset is described for authors in ``reports/README.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from padai.errors import RenderError, Said
from padai.publishing.engine.blocks import (
    CodeCell,
    Document,
    FilePlace,
    Prose,
    SourceLine,
    fail,
    fence_after,
    hint,
)
from padai.publishing.engine.cell_rules import OPTION_TYPES, check_cell, check_option
from padai.publishing.engine.includes import Includes, read_lines

#: What a document's front matter, or the project's ``_quarto.yml``, may set.
_DOCUMENT_KEYS = (
    "title subtitle author date lang abstract description keywords robots banner publisher "
    "footer alternate-href alternate-label alternate-lang alternates toc toc-depth number-sections "
    "execute "
    "jupyter engine format crossref from sheet sheet-size tables-apart"
)
DOCUMENT_KEYS = frozenset(_DOCUMENT_KEYS.split())
#: Keys of ``_quarto.yml`` that concern Quarto alone; the embedded engine passes over them.
PROJECT_KEYS = frozenset(
    {"project", "website", "profile", "filters", "language", "padai-navigation", "padai-words"}
)

_LONGEST, _SHORT = 50_000, 80
"""The letters of a document’s metadata, and of what its reader says of a value."""
_DEEPEST = 6
_CELL_OPEN = re.compile(r"^(`{3,}|~{3,})\s*\{([^}=.#][^}]*)\}\s*$")


def parse_document(root: Path, path: PurePosixPath) -> Document:
    """Read the document at ``path`` of the project at ``root``, with its includes.

    Parameters
    ----------
    root
        The folder of the Quarto project, with its ``_quarto.yml`` if it has one.
    path
        The document, relative to ``root``.

    Returns
    -------
    Document
        Metadata of ``_quarto.yml``, the folder's ``_metadata.yml`` and the front matter, the
        later over the earlier; and the blocks.

    Raises
    ------
    RenderError
        For whatever is outside the subset, with file and line.
    """
    from padai.publishing.engine.prose import check_prose

    lines = read_lines(root, root / path, FilePlace(str(path), 1))
    front, body = _front_matter(lines)
    meta = _merged(_project_meta(root, path), front)
    includes = Includes(root, path)
    expanded = list(includes.expand(body, (str(path),)))
    defaults = meta.get("execute") or {}
    blocks = tuple(_split(expanded, defaults))
    _check_labels(blocks)
    check_prose(root, path, blocks)
    return Document(path, meta, blocks, tuple(dict.fromkeys([str(path), *includes.files])))


# --- metadata --------------------------------------------------------------------------------


def load_yaml(text: str, name: str, first: int = 1) -> dict[str, Any]:
    """Parse a YAML mapping; an error names ``name`` and the line, counted from ``first``."""
    import yaml

    _check_metadata(text, name, first)
    try:
        values = yaml.safe_load(text)
    except (ValueError, RecursionError) as error:
        raise _no_value(error, f"{name}:{first}") from None
    except yaml.YAMLError as error:
        raise _no_yaml(error, name, first) from None
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise RenderError(
            Said("publishing-rendering-expected-key-value-lines-a-yaml-mapping"),
            where=f"{name}:{first}",
        )
    return values


def _no_value(error: ValueError | RecursionError, where: str) -> RenderError:
    fault = (
        Said("publishing-rendering-is-nested-too-deep")
        if isinstance(error, RecursionError)
        else Said("publishing-rendering-holds-no-such-value")
    )
    more = (
        Said("publishing-rendering-error", error=error)
        if len(str(error)) < _SHORT
        else Said("", "")
    )
    return RenderError(
        Said(
            "publishing-rendering-the-metadata-correct-the-value-or-put-it",
            fault=fault,
            more=more,
        ),
        where=where,
    )


def _no_yaml(error: Exception, name: str, first: int) -> RenderError:
    mark = getattr(error, "problem_mark", None)
    return RenderError(
        Said(
            "publishing-rendering-name-line-column-problem",
            name=name,
            line=first + (mark.line if mark else 0),
            column=Said("publishing-rendering-column", column=mark.column + 1) if mark else "",
            problem=getattr(error, "problem", None) or "not valid YAML",
        ),
    )


def _check_metadata(text: str, name: str, first: int) -> None:
    """Refuse metadata that are too large, or that say one thing many times by naming it."""
    import yaml

    if len(text) > _LONGEST:
        raise RenderError(
            Said(
                "publishing-rendering-the-metadata-have-more-than-letters-put",
                most=_LONGEST,
            ),
            where=f"{name}:{first}",
        )
    if "*" not in text:
        return
    try:
        alias = next((t for t in yaml.scan(text) if isinstance(t, yaml.AliasToken)), None)
    except yaml.YAMLError:
        return  # reading it says what is wrong
    if alias is not None:
        raise RenderError(
            Said(
                "publishing-rendering-stands-for-another-value-which-metadata",
                alias_value=alias.value,
            ),
            where=f"{name}:{first + alias.start_mark.line}",
        )


def _front_matter(lines: list[SourceLine]) -> tuple[dict[str, Any], list[SourceLine]]:
    if not lines or lines[0].text.rstrip() != "---":
        return {}, lines
    for end in range(1, len(lines)):
        if lines[end].text.rstrip() in ("---", "..."):
            break
    else:
        raise fail(
            lines[0].place,
            Said("publishing-rendering-the-front-matter-is-never-closed-by-a"),
        )
    inside = lines[1:end]
    name = lines[0].place.file
    meta = load_yaml("\n".join(line.text for line in inside), name, first=2)
    for key in meta:
        if key not in DOCUMENT_KEYS:
            at = next((ln.place for ln in inside if ln.text.startswith(str(key))), lines[0].place)
            near = hint(key, DOCUMENT_KEYS)
            raise fail(
                at,
                Said("publishing-rendering-front-matter-key-is-not-supported", key=key, near=near),
            )
    _check_depth(meta, lines[0].place)
    return meta, lines[end + 1 :]


def _check_depth(meta: Mapping[str, Any], place: FilePlace) -> None:
    """Refuse a depth of the table of contents that is no level of heading."""
    depth = meta.get("toc-depth", 1)
    if not isinstance(depth, int) or isinstance(depth, bool) or not 1 <= depth <= _DEEPEST:
        raise fail(
            place,
            Said("publishing-rendering-toc-depth-is-a-level-of-headings-1-to", deepest=_DEEPEST),
        )


def _project_meta(root: Path, path: PurePosixPath) -> dict[str, Any]:
    names = [PurePosixPath("_quarto.yml")]
    names += [p / "_metadata.yml" for p in reversed(path.parents)]
    meta: dict[str, Any] = {}
    for name in names:
        file = root / name
        if not file.is_file():
            continue
        values = load_yaml(file.read_text(encoding="utf-8"), str(name))
        for key in values:
            if key not in DOCUMENT_KEYS | PROJECT_KEYS:
                near = hint(key, DOCUMENT_KEYS | PROJECT_KEYS)
                raise RenderError(
                    Said("publishing-rendering-key-is-not-supported", key=key, near=near),
                    where=str(name),
                )
        _check_depth(values, FilePlace(str(name), 1))
        meta = _merged(meta, {k: v for k, v in values.items() if k in DOCUMENT_KEYS})
    return meta


def _merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        old = merged.get(key)
        both = isinstance(old, dict) and isinstance(value, dict)
        merged[key] = _merged(old, value) if both else value  # type: ignore[arg-type]
    return merged


# --- cells -----------------------------------------------------------------------------------


def _split(lines: list[SourceLine], defaults: Mapping[str, Any]) -> Iterator[Prose | CodeCell]:
    prose: list[SourceLine] = []
    fence: str | None = None
    position = 0
    while position < len(lines):
        line = lines[position]
        opening = _CELL_OPEN.match(line.text) if fence is None else None
        if opening is None:
            fence = fence_after(line.text, fence)
            prose.append(line)
            position += 1
            continue
        if opening[2].strip() != "python":
            kind = opening[2]
            raise fail(
                line.place,
                Said(
                    "publishing-rendering-cells-of-are-not-supported-use",
                    kind=kind,
                    python="{python}",
                ),
            )
        end = _cell_end(lines, position, opening[1])
        if prose:
            yield Prose(tuple(prose))
            prose = []
        yield _cell(lines[position], lines[position + 1 : end], defaults)
        position = end + 1
    if fence is not None and prose:
        raise fail(
            prose[-1].place,
            Said("publishing-rendering-a-fenced-code-block-is-never-closed"),
        )
    if prose:
        yield Prose(tuple(prose))


def _cell_end(lines: list[SourceLine], start: int, mark: str) -> int:
    for end in range(start + 1, len(lines)):
        if fence_after(lines[end].text, mark) is None:
            return end
    raise fail(lines[start].place, Said("publishing-rendering-this-cell-is-never-closed"))


def _cell(opening: SourceLine, body: list[SourceLine], defaults: Mapping[str, Any]) -> CodeCell:
    head = 0
    while head < len(body) and body[head].text.startswith("#|"):
        head += 1
    own: dict[str, Any] = {}
    if head:
        text = "\n".join(line.text[2:].removeprefix(" ") for line in body[:head])
        own = load_yaml(text, body[0].place.file, first=body[0].place.line)
    for key, value in own.items():
        at = next((ln.place for ln in body[:head] if key in ln.text), opening.place)
        check_option(str(key), value, at)
    options = {k: v for k, v in defaults.items() if k in OPTION_TYPES} | own
    cell = CodeCell(tuple(body[head:]), options, opening.place)
    check_cell(cell)
    return cell


def _check_labels(blocks: Iterable[Prose | CodeCell]) -> None:
    seen: dict[str, FilePlace] = {}
    for block in blocks:
        if isinstance(block, CodeCell) and "label" in block.options:
            label = block.label
            if label in seen:
                raise fail(
                    block.place,
                    Said(
                        "publishing-rendering-label-is-used-already-at",
                        label=label,
                        seen=seen[label],
                    ),
                )
            seen[label] = block.place
