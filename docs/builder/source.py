"""Read a page: one file that holds both languages side by side, and the code that they share.

A file opens with front matter. Then come pairs of prose, each language after its sign, and blocks
of code between them::

    @fr
    Du texte.
    @en
    Some text.
    @@

    ```python
    1 + 1
    ```
    ```out
    2
    ```

``out`` is what the block before it prints; ``out fr`` and ``out en`` where that depends on the
language. A page that lacks a language cannot be written so: the parser refuses it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("fr", "en")
ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "docs" / "site"
_FENCE = re.compile(r"^(`{3,})\s*(.*?)\s*$")


class SourceError(Exception):
    """A page that cannot be read, or whose examples are not true, with its file and line."""

    def __init__(self, where: str, line: int, said: str) -> None:
        super().__init__(f"{where}:{line}: {said}")


@dataclass(frozen=True)
class Prose:
    """A passage in both languages."""

    texts: dict[str, str]
    line: int


@dataclass(frozen=True)
class Code:
    """A block of code with its options, and what it prints by language."""

    kind: str
    options: dict[str, str]
    text: str
    line: int
    printed: dict[str, str] = field(default_factory=dict)

    @property
    def runs(self) -> bool:
        """Whether the builder runs it."""
        return self.kind in ("python", "console", "r") and "unrun" not in self.options


@dataclass(frozen=True)
class Figure:
    """A picture that the code before it drew, with its caption and what it shows in words.

    Without words of the page’s own, the picture says itself (``Picture.alt``).
    """

    name: str
    captions: dict[str, str]
    alts: dict[str, str]
    line: int


Block = Prose | Code | Figure


@dataclass(frozen=True)
class Page:
    """A page of the site as its source says it.

    Attributes
    ----------
    key
        Its place among the sources, such as ``"learn/weight"``.
    titles, slugs, abouts
        By language: the title, the last part of the address, the sentence of lists and searches.
    meta
        The rest of the front matter: ``order``, ``needs`` (data that a machine may lack),
        ``project`` (``example`` or ``built``), ``outputs: both`` where prints speak a language.
    """

    key: str
    titles: dict[str, str]
    slugs: dict[str, str]
    abouts: dict[str, str]
    blocks: tuple[Block, ...]
    meta: dict[str, Any]

    @property
    def section(self) -> str:
        """The part of the site that it belongs to."""
        return self.key.split("/")[0]

    @property
    def codes(self) -> tuple[Code, ...]:
        """Its blocks of code, in order."""
        return tuple(b for b in self.blocks if isinstance(b, Code))


def read_page(path: Path, folder: Path = SITE) -> Page:
    """Read one source file.

    Raises
    ------
    SourceError
        Front matter or a language is missing, a block has no end, prints belong to no code.
    """
    key = path.relative_to(folder).with_suffix("").as_posix()
    lines = path.read_text(encoding="utf-8").split("\n")
    if lines[0] != "---" or "---" not in lines[1:]:
        raise SourceError(key, 1, "no front matter")
    end = lines.index("---", 1)
    meta = yaml.safe_load("\n".join(lines[1:end]))
    named: dict[str, dict[str, str]] = {}
    for what in ("title", "slug", "about"):
        given = meta.pop(what, None)
        if not isinstance(given, dict) or set(given) != set(LANGUAGES) or not all(given.values()):
            raise SourceError(key, 1, f"`{what}:` is needed in both languages")
        named[what] = given
    blocks = tuple(_blocks(key, lines, end + 1))
    return Page(key, named["title"], named["slug"], named["about"], blocks, meta)


def _blocks(key: str, lines: list[str], at: int) -> list[Block]:
    found: list[Block] = []
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at += 1
        elif line == "@fr":
            block, at = _prose(key, lines, at)
            found.append(block)
        elif line.startswith("@figure "):
            figure, at = _figure(key, lines, at)
            found.append(figure)
        elif _FENCE.match(line):
            at = _code(key, lines, at, found)
        else:
            raise SourceError(key, at + 1, f"text outside of a language: {line[:40]!r}")
    return found


def _prose(key: str, lines: list[str], at: int) -> tuple[Prose, int]:
    try:
        english, end = lines.index("@en", at), lines.index("@@", at)
    except ValueError:
        raise SourceError(key, at + 1, "`@fr` without its `@en` and `@@`") from None
    texts = {
        "fr": "\n".join(lines[at + 1 : english]).strip(),
        "en": "\n".join(lines[english + 1 : end]).strip(),
    }
    if english > end or not all(texts.values()):
        raise SourceError(key, at + 1, "a passage lacks one of its languages")
    return Prose(texts, at + 1), end + 1


def _figure(key: str, lines: list[str], at: int) -> tuple[Figure, int]:
    end = next((i for i in range(at + 1, len(lines)) if lines[i] == "@@"), None)
    if end is None:
        raise SourceError(key, at + 1, "`@figure` without its `@@`")
    told = yaml.safe_load("\n".join(lines[at + 1 : end])) or {}
    if set(told) not in ({"fr", "en", "alt-fr", "alt-en"}, {"fr", "en"}):
        raise SourceError(key, at + 1, "a figure has `fr`, `en`, and both of `alt-` or neither")
    captions = {lang: told[lang] for lang in LANGUAGES}
    alts = {lang: told.get(f"alt-{lang}", "") for lang in LANGUAGES}
    return Figure(lines[at].split()[1], captions, alts, at + 1), end + 1


def _code(key: str, lines: list[str], at: int, found: list[Block]) -> int:
    mark, info = _FENCE.match(lines[at]).groups()  # type: ignore[union-attr]
    end = next((i for i in range(at + 1, len(lines)) if lines[i] == mark), None)
    if end is None:
        raise SourceError(key, at + 1, "a block of code has no end")
    text = "\n".join(lines[at + 1 : end])
    kind, _, rest = info.partition(" ")
    if kind == "out":
        if not found or not isinstance(found[-1], Code) or not found[-1].runs:
            raise SourceError(key, at + 1, "prints that belong to no code that runs")
        told = {rest: text} if rest else dict.fromkeys(LANGUAGES, text)
        found[-1] = replace(found[-1], printed={**found[-1].printed, **told})
    else:
        options = dict(re.findall(r'([a-z]+)="([^"]*)"', rest))
        found.append(Code(kind, options, text, at + 1))
    return end + 1


def read_pages(folder: Path = SITE) -> list[Page]:
    """Read every source, in the order of its section and of ``order``."""
    pages = [
        read_page(path, folder) for path in sorted(folder.rglob("*.md")) if path.name != "README.md"
    ]
    return sorted(pages, key=lambda p: (p.section, p.meta.get("order", 99), p.key))


def write_prints(path: Path, printed: dict[int, dict[str, str]]) -> None:
    """Put what the code printed into a source, after each block named by the line it begins at."""
    lines = path.read_text(encoding="utf-8").split("\n")
    out: list[str] = []
    at = 0
    while at < len(lines):
        match = _FENCE.match(lines[at])
        if not match:
            out.append(lines[at])
            at += 1
            continue
        end = next(i for i in range(at + 1, len(lines)) if lines[i] == match[1])
        out += lines[at : end + 1]
        begun, at = at + 1, end + 1
        if begun not in printed:
            continue
        while at < len(lines) and lines[at].startswith("```out"):
            at = lines.index("```", at) + 1
        told = printed[begun]
        if len(set(told.values())) == 1:
            told = {"": next(iter(told.values()))}
        for lang, text in told.items():
            if text:
                out += [f"```out {lang}".rstrip(), text, "```"]
    path.write_text("\n".join(out), encoding="utf-8", newline="\n")
