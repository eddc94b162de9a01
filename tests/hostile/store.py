"""A release store whose every text is hostile, and what its publication is searched for."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from padai.store import Store
from tests import publishing_store
from tests.hostile.payloads import LABELS, Payload

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OURS = re.compile(r"[\w.-]+\.(html|xlsx|pdf|docx)(#[\w.-]*)?$|mailto:a@exemple\.ca$")
"""What a document may link to: another file of its release, and the declared contact."""
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def hostile_store(folder: Path, labels: Sequence[Payload] = LABELS, *, start: int = 0) -> Store:
    """Write a store in which every text of the definition begins with two payloads, in turn."""
    first = itertools.cycle([*labels[start:], *labels[:start]])
    middle = (start + len(labels) // 2) % len(labels)
    second = itertools.cycle([*labels[middle:], *labels[:middle]])

    def spoilt(fr: str, en: str) -> dict[str, str]:
        two = " ".join(f"{p.text} {p.token}" for p in (next(first), next(second)))
        return {"fr": f"{two} {fr}", "en": f"{two} {en}"}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(publishing_store, "_t", spoilt)
        return publishing_store.make_store(folder)


def squeezed(text: str) -> str:
    """Leave out what typography and layout may change: spaces, hyphens, what no reader sees."""
    return re.sub(r"[\s\u00ad\u200b\u2060\ufeff\ufffd\u2028\u2029]+", "", text)


def as_text(payload: Payload) -> str:
    """Return how a payload reads when it is nothing but text."""
    return squeezed(f"{payload.text} {payload.token}")


class _Page(HTMLParser):
    """What a page says: its text, and the texts of its attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.live: list[str] = []
        self._tag = ""
        self._mine = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tag = tag
        given = dict(attrs)
        for name, value in attrs:
            if name.startswith("on") or name in ("srcdoc", "formaction", "background"):
                self.live.append(f"{tag} {name}")
            if name in ("alt", "title", "aria-label", "content"):
                self.said.append(value or "")
            plain = re.sub(r"[\x00-\x20]+", "", value or "").lower()
            if name in ("href", "src", "action", "data", "xlink:href"):
                if plain.startswith(("javascript:", "vbscript:", "file:", "//", "data:text")):
                    self.live.append(f"{tag} {name}={plain[:30]}")
                if "exemple.invalid" in plain and not re.match(r"(?:[\w.-]+\.html)?#", plain):
                    self.live.append(f"{tag} {name} outside")
        if tag in ("iframe", "object", "embed", "base", "form", "math", "applet"):
            self.live.append(tag)
        if tag == "link" and not _names_an_address(given):
            self.live.append("link")
        if tag == "script" and "src" in given:
            self.live.append("script src")
        if tag == "meta" and (given.get("http-equiv") or "").lower() == "refresh":
            self.live.append("refresh")

    def handle_data(self, data: str) -> None:
        if self._tag == "style" and "exemple.invalid" in data:
            self.live.append("style sheet with an address")
        if self._tag not in ("style", "script"):
            self.said.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._tag = ""


def _names_an_address(link: dict[str, str | None]) -> bool:
    """Whether an element says where a page stands, and loads nothing from elsewhere."""
    address = link.get("href") or ""
    if link.get("rel") == "icon":
        return re.fullmatch(r"data:image/svg\+xml;base64,[\w+/=]+", address) is not None
    return link.get("rel") in ("canonical", "alternate")


def page_says(page: str) -> tuple[str, list[str]]:
    """Return the text of a page, and what of it is alive that must not be."""
    parser = _Page()
    parser.feed(page)
    parser.close()
    return "".join(parser.said), parser.live


_LABEL = re.compile(
    r"""(IF\([A-Z]+\d+>0,"\+",""\)&SUBSTITUTE\()?SUBSTITUTE\(FIXED\([A-Z]+\d+,\d,TRUE\),"[.,]","""
    r'"[.,]"\)(,"-","−"\))?(&"[^"]{1,8}")?'
)
"""The words beside a point of a slide, which a formula of ours makes of the figure's cell."""


def live_in(name: str, content: bytes) -> Iterator[str]:
    """Yield what could run, load or compute in a published file or a part of one."""
    if name.endswith(".html"):
        page = content.decode()
        yield from page_says(page)[1]
        yield from _unlisted_scripts(name, page)
    elif name.endswith(".svg"):
        for element in ET.fromstring(content).iter():
            if str(element.tag).rpartition("}")[2] in ("script", "foreignObject", "image", "a"):
                yield str(element.tag)
            yield from (a for a in element.attrib if a.rpartition("}")[2].startswith("on"))
    elif name.endswith(".pdf"):
        yield from _live_in_pdf(content)
    elif ".xlsx!" in name and name.endswith(".xml"):
        root = ET.fromstring(content)
        formulas = [cell.text or "" for cell in root.iter(f"{_SHEET}f")]
        ours = ".pptx!" in name
        yield from (f"formula {f}" for f in formulas if not (ours and _LABEL.fullmatch(f)))
        if "externalLink" in name or "connections" in name:
            yield "link to another workbook"
    elif ".docx!" in name and name.endswith(".xml"):
        root = ET.fromstring(content)
        named = {f"{_WORD}{tag}" for tag in ("instrText", "fldSimple", "altChunk", "object")}
        for field in (element for element in root.iter() if element.tag in named):
            said = (field.text or "") + " ".join(field.attrib.values())
            if not re.match(r"\s*(PAGE|NUMPAGES|TOC|PAGEREF|REF|SEQ)\b", said):
                yield f"field {said[:30]}"
    elif ".ods!content.xml" in name:
        if name.endswith("content.xml"):
            for element in ET.fromstring(content).iter():
                names = [str(element.tag), *element.attrib]
                yield from (n for n in names if re.search("formula|:script|event|dde", n))
                yield from (
                    v
                    for k, v in element.attrib.items()
                    if k.endswith("href") and not v.startswith("#")
                )
    elif name.endswith(".rels"):
        for relation in ET.fromstring(content).iter(_RELATION):
            target = str(relation.get("Target"))
            if relation.get("TargetMode") == "External" and not _OURS.match(target):
                yield f"external {target}"
    elif name.endswith((".json", ".jsonld")):
        json.loads(content)
    elif name.endswith(".csv"):
        yield from _live_in_csv(content.decode())


def _unlisted_scripts(name: str, page: str) -> Iterator[str]:
    """Yield what of the scripts is not that one script of the explorer that the policy names."""
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    run = r"<script\b(?! type=\"application/ld\+json\")[^>]*>(.*?)</script"
    scripts = re.findall(run, page, re.DOTALL | re.IGNORECASE)
    if policy is None:
        yield "no content security policy"
        return
    if len(scripts) > any(one in name for one in ("explor", "figures/", "recherche", "search")):
        yield f"{len(scripts)} scripts"
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        if f"'sha256-{digest}'" not in policy[1]:
            yield "a script that the policy does not name"


def _live_in_csv(text: str) -> Iterator[str]:
    import csv
    import io

    for row in csv.reader(io.StringIO(text)):
        for cell in row:
            if re.match(r"[=@\t\r]|[+-](?!\d+(\.\d+)?(e-?\d+)?$)", cell):
                yield f"cell that begins with {cell[0]!r}"


def _live_in_pdf(content: bytes) -> Iterator[str]:
    import io

    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as pdf:
        for item in pdf.objects:
            if not isinstance(item, pikepdf.Dictionary):
                continue
            for key in ("/JS", "/JavaScript", "/Launch", "/EmbeddedFile", "/OpenAction", "/AA"):
                if key in item:
                    yield key
            if item.get("/S") in ("/JavaScript", "/Launch", "/GoToR", "/SubmitForm"):
                yield str(item["/S"])
            address = str(item.get("/URI", ""))
            if address and not re.match(r"(https?://(?!exemple\.invalid)|mailto:)", address):
                yield f"address {address[:30]}"
