"""Look at a finished page once more: nothing in it may run, load or send anything.

The scan knows what may be there and refuses all else, whatever wrote it. One page, the explorer,
may run one script: the one whose hash the caller names and the page's policy holds.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from padai.errors import RenderError
from padai.words import Said

_ELEMENTS_TEXT = (
    "html head meta title style body a abbr article aside b bdi bdo blockquote br caption cite "
    "code col colgroup data dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 "
    "h5 h6 header hr i img ins kbd li main mark nav ol p picture pre q s samp section small source "
    "span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr"
)
_ELEMENTS = frozenset(_ELEMENTS_TEXT.split())
_ATTRIBUTES_TEXT = (
    "abbr alt charset cite class colspan content datetime dir headers height href hreflang "
    "http-equiv id lang loading media name open property rel reversed role rowspan scope span src "
    "srcset start tabindex title type value width"
)
_ATTRIBUTES = frozenset(_ATTRIBUTES_TEXT.split())
_LINK = re.compile(r"(?:https?://|mailto:|tel:|#|\.{0,2}/|[^:]*$)", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(svg\+xml|png);base64,([A-Za-z0-9+/=]+)")
_SVG_ELEMENTS_TEXT = (
    "svg g defs path use rect circle ellipse line polyline polygon text tspan title desc "
    "clipPath metadata style marker pattern mask linearGradient radialGradient stop"
)
_SVG_ELEMENTS = frozenset(_SVG_ELEMENTS_TEXT.split())
_META = frozenset({"Content-Security-Policy".lower()})
_OPENS = frozenset({"type", "popovertarget"})
"""What a button may bear: it opens a list of its own page, as the menu of the site, and no more."""
_XLINK = "{http://www.w3.org/1999/xlink}href"


_RELATED = {
    "canonical": re.compile(r"https?://[^\s\"']+"),
    "alternate": re.compile(r"(https?://)?[^:\s\"']+"),
    "icon": re.compile(r"data:image/svg\+xml;base64,[A-Za-z0-9+/=]+"),
}
"""What a page may say of itself by an element that loads nothing from elsewhere."""
_DATA = {"type": "application/ld+json"}
"""A script of this type is a text that no browser runs."""


class _Scanner(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.in_data = False
        self.policy = ""
        self.scripts: list[str] = []
        self.in_script = False
        self.ids: set[str] = set()
        self.targets: list[str] = []
        self.styles = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        where = f"line {self.getpos()[0]}"
        if tag == "script" and not attrs:
            self.scripts.append("")
            self.in_script = True
            return
        if tag == "script" and dict(attrs) == _DATA:
            self.in_data = True
            return
        if tag == "link":
            self._related(dict(attrs), where)
            return
        if tag == "button":
            self._button(dict(attrs), where)
            return
        if tag not in _ELEMENTS:
            self.found.append(f"element <{tag}> ({where})")
        if tag == "style":
            self.styles += 1
        for name, value in attrs:
            self._attribute(tag, name, value or "", where)
        if tag == "meta" and (dict(attrs).get("http-equiv") or "").lower() in _META:
            self.policy += f"{dict(attrs).get('content')};"
        if tag == "img" and not dict(attrs).get("alt"):
            self.found.append(f"a picture without alternative text ({where})")

    handle_startendtag = handle_starttag

    def handle_data(self, data: str) -> None:
        if self.in_script:
            self.scripts[-1] += data
        if self.in_data:
            try:
                json.loads(data)
            except ValueError:
                self.found.append("linked data that are no JSON")

    def handle_endtag(self, tag: str) -> None:
        self.in_script = self.in_script and tag != "script"
        self.in_data = self.in_data and tag != "script"

    def _related(self, attrs: dict[str, str | None], where: str) -> None:
        """Let through what names an address and loads nothing: nothing else by the same element."""
        known = _RELATED.get(attrs.get("rel") or "")
        address = attrs.get("href") or ""
        if set(attrs) - {"rel", "href", "hreflang", "type", "title"} or known is None:
            self.found.append(f"element <link> ({where})")
        elif not known.fullmatch(address):
            self.found.append(f"link {address[:60]!r} of <link> ({where})")

    def _button(self, attrs: dict[str, str | None], where: str) -> None:
        """Let through what opens and closes a list, which a browser does without a script."""
        if set(attrs) != _OPENS or attrs["type"] != "button":
            self.found.append(f"element <button> ({where})")
        else:
            self.targets.append(attrs["popovertarget"] or "")

    def _attribute(self, tag: str, name: str, value: str, where: str) -> None:
        if (tag, name, value) == ("ul", "popover", ""):
            return
        if name not in _ATTRIBUTES and not name.startswith(("aria-", "data-")):
            self.found.append(f"attribute {name} of <{tag}> ({where})")
        elif name == "href" and (tag != "a" or not _LINK.match(_squeezed(value))):
            self.found.append(f"link {value[:60]!r} of <{tag}> ({where})")
        elif name == "src" or name == "srcset":
            self._picture(tag, name, value, where)
        elif name == "http-equiv":
            if value.lower() not in _META:
                self.found.append(f"http-equiv {value!r} ({where})")
        elif name == "id":
            if value in self.ids:
                self.found.append(f"id {value!r} twice ({where})")
            self.ids.add(value)
        if name == "href" and value.startswith("#"):
            self.targets.append(value[1:])

    def _picture(self, tag: str, name: str, value: str, where: str) -> None:
        match = _PICTURE.fullmatch(value)
        if (tag, name) not in (("img", "src"), ("source", "srcset")) or match is None:
            self.found.append(f"source {value[:60]!r} of <{tag}> ({where})")
        elif match[1] == "svg+xml":
            problem = svg_problem(base64.b64decode(match[2]))
            if problem:
                self.found.append(f"{problem} in a picture ({where})")


def _squeezed(value: str) -> str:
    """Remove what browsers remove from an address before they read its scheme."""
    return re.sub(r"[\x00-\x20\x7f]+", "", value)


def svg_problem(svg: bytes) -> str | None:
    """Return what a picture holds that it may not, or None."""
    if b"<!ENTITY" in svg.upper():
        return "an entity"
    try:
        root = ET.fromstring(svg)  # noqa: S314 - no entity can be declared, see above
    except ET.ParseError as error:
        return f"broken SVG ({error})"
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        problem = _element_problem(element)
        if problem:
            return problem
    return None


def _element_problem(element: ET.Element) -> str | None:
    namespace, _, tag = element.tag.rpartition("}")
    if namespace == "{http://www.w3.org/2000/svg" and tag not in _SVG_ELEMENTS:
        return f"element <{tag}>"
    if tag == "style" and re.search(r"@import|url\(\s*['\"]?(?!#)", element.text or ""):
        return "an address in <style>"
    for name, value in element.attrib.items():
        plain = name.rpartition("}")[2].lower()
        if plain.startswith("on"):
            return f"attribute {plain}"
        if name in ("href", _XLINK) and not value.startswith("#"):
            return f"link {value[:60]!r}"
        if "url(" in value and re.search(r"url\(\s*['\"]?(?!#)", value):
            return f"address in {plain}"
    return None


def source_hash(text: str) -> str:
    """Return how a content security policy names a script or a style sheet of the page."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def scan_page(page: str, name: str, *, script: str | None = None) -> None:
    """Raise :class:`RenderError` if a page holds what could run, load or send anything.

    Parameters
    ----------
    page
        The whole HTML.
    name
        Its file name, for the message.
    script
        The only script that the page may hold, as :func:`source_hash` names it; none: no script.
    """
    scanner = _Scanner()
    scanner.feed(page)
    scanner.close()
    problems = list(scanner.found)
    if not scanner.policy:
        problems.append("no content security policy")
    problems += _script_problems(scanner, script)
    if scanner.styles != 1:
        problems.append(f"{scanner.styles} style sheets where one is ours")
    problems += [
        f"link to #{t}, which is not there" for t in scanner.targets if t not in scanner.ids
    ]
    if problems:
        first, rest = "; ".join(problems[:3]), len(problems) - 3
        more = Said("publishing-rendering-and-more-problems", rest=rest) if rest > 0 else ""
        raise RenderError(
            Said(
                "publishing-rendering-the-finished-page-holds",
                first=first,
                more=more,
            ),
            where=name,
        )


def _script_problems(scanner: _Scanner, script: str | None) -> list[str]:
    """Say what is wrong with the scripts of a page: there may be the one that is named, once."""
    if [source_hash(text) for text in scanner.scripts] != ([script] if script else []):
        expected = "the explorer's own script" if script else "no script"
        return [f"{len(scanner.scripts)} element(s) <script> where {expected} may be"]
    rule = re.findall(r"\bscript-src\b[^;]*", scanner.policy)
    if rule != ([f"script-src {script}"] if script else []):
        return [f"the policy {'; '.join(rule) or 'without script-src'}"]
    return []
