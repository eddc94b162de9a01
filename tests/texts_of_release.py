"""Every text that a reader meets in a release, by its place: pages, workbooks, slides, data."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

READ = (
    ".html",
    ".csv",
    ".txt",
    ".svg",
    ".json",
    ".jsonld",
    ".xml",
    ".cff",
    ".xlsx",
    ".ods",
    ".pptx",
    ".docx",
)
_TOLD = ("alt", "aria-label", "title", "content", "placeholder", "summary", "label")
_PACKED = re.compile(r">([^<>]+)<")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')


class _Texts(HTMLParser):
    """The texts of a page and of the attributes that are read aloud; scripts apart."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.scripts: list[str] = []
        self._within = ""
        self._foreign: list[str] = []
        self._goes_on = False  # a sentence goes on after the words of another language

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("script", "style"):
            self._within = tag
        if tag in ("span", "a") and given.get("lang"):
            self._foreign.append(tag)
        elif tag in ("span", "a") and self._foreign:
            self._foreign.append("")
        else:
            self._goes_on = False
        if tag == "meta" and given.get("http-equiv"):
            return
        if tag == "meta" and (given.get("name") or given.get("property") or "") in (
            "viewport",
            "robots",
            "og:type",
            "og:locale",
            "twitter:card",
        ):
            return
        self.found += [v for k, v in attrs if k in _TOLD and v]

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._within = ""
        if tag in ("span", "a") and self._foreign:
            self._foreign.pop()
        else:
            self._goes_on = False

    def handle_data(self, data: str) -> None:
        if self._within == "script":
            self.scripts.append(data)
        elif self._within != "style" and data.strip() and not any(self._foreign):
            if self._goes_on:
                self.found[-1] += f" {data}"
            else:
                self.found.append(data)
            self._goes_on = True


def texts_of(path: Path) -> Iterator[str]:
    """Yield the texts of a file; what a page marks as another language is left out."""
    if path.suffix == ".html":
        page = _Texts()
        page.feed(path.read_text(encoding="utf-8"))
        yield from page.found
        for script in page.scripts:
            head = re.match(
                r"\(\(\) => \{\n\"use strict\";\nconst (?:DATA|WORDS|INDEX)\w* = (.*);\n", script
            )
            if head:
                yield from _values(json.loads(head[1]))
            elif script.lstrip().startswith("{"):
                yield from _values(json.loads(script))
    elif path.suffix in (".json", ".jsonld"):
        yield from _values(json.loads(path.read_text(encoding="utf-8")))
    elif path.suffix in (".xlsx", ".ods", ".pptx", ".docx"):
        with zipfile.ZipFile(path) as packed:
            for name in packed.namelist():
                if name.endswith(".xml") and "theme" not in name and "slideLayout" not in name:
                    text = packed.read(name).decode("utf-8", "replace")
                    yield from (unescape(t) for t in _PACKED.findall(text) if t.strip())
                    yield from (unescape(t) for t in re.findall(r'(?:descr|title)="([^"]+)"', text))
    elif path.suffix in (".svg", ".xml"):
        text = path.read_text(encoding="utf-8")
        yield from (unescape(t) for t in _PACKED.findall(text) if t.strip())
    else:
        yield from path.read_text(encoding="utf-8-sig").splitlines()


def _values(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _values(each)
    elif isinstance(value, list):
        for each in value:
            yield from _values(each)


def files_of(folder: Path) -> list[Path]:
    """Return the files of a folder that a reader opens, in their order."""
    return sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix in READ)
