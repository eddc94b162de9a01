"""Make an SVG of matplotlib small: the same picture in less than half of the bytes.

A picture of a report weighs by its letters. matplotlib places each by a transform of its own,
writes every outline in six digits from the corner of the page, and names every group. Here outlines
go by steps from the point before, a letter has one number, a word that comes again is placed whole,
a space is no letter, and what nothing refers to has no name. A letter moves by a tenth of a
point at the most, which no eye sees.

Names that a chart gave its groups and the comments that hold each text stay: readers and tests look
for them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import count
from string import ascii_letters
from typing import Any
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from padai.charts.outlines import DIGITS, compact_path, written

NO_METADATA: dict[str, Any] = {"Date": None, "Creator": None, "Format": None, "Type": None}
"""What ``savefig`` is told to leave out: a date would change the bytes, the rest says nothing."""
_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
HREF = "xlink:href"
_PATH, _USE, _DEFS, _G = "path", "use", "defs", "g"
_PREFIXES = {f"{{{_SVG}}}": "", f"{{{_XLINK}}}": "xlink:"}
Letters = tuple[tuple[str, int], ...]
"""The letters of a word: what each refers to, and how far it stands from the first."""
Word = tuple[int, Letters]
"""Where a word stands, and its letters."""
_HEAD = '<?xml version="1.0" encoding="utf-8" standalone="no"?>\n'
_FACTORS = re.compile(r"(scale\([^)]*\)|matrix\([^)]*\)|rotate\([^)]*\))")
_NUMBER = re.compile(r"-?\d+\.\d+")
_URL = re.compile(r"url\(#([^)]+)\)")
_ESCAPED = re.compile(r'[&<>"\r\n\t]')
OWN = re.compile(r"(?:matplotlib\.)?[A-Za-z0-9]+_\d+")
"""The names that matplotlib counts out; none that a chart gives has this form."""
_PLACED = re.compile(r"translate\((-?[\d.]+) 0(?:\.0)?\)")
_ENDS = "stroke-linejoin:round;stroke-linecap:butt"
_LETTER_SCALE = 1 / 64
_LETTER = f"scale({_LETTER_SCALE})"
"""What matplotlib draws a letter by, of 6,400 units a line; here it has 640."""
_COARSER = 10


def slim_svg(svg: bytes) -> bytes:
    r"""Return an SVG of matplotlib as the same picture in fewer bytes.

    Parameters
    ----------
    svg
        What ``savefig`` wrote; its letters are outlines.

    Returns
    -------
    bytes
        A whole SVG, the same for the same input.

    Examples
    --------
    >>> made = slim_svg(b'<svg xmlns="http://www.w3.org/2000/svg"><g id="figure_1"><path '
    ...                 b'd="M 10 20 \nL 30.123456 20 \nz\n" style="fill: none"/></g></svg>')
    >>> made.decode().partition("\n")[2]
    '<svg xmlns="http://www.w3.org/2000/svg"><path d="M10 20h20.12z" style="fill:none"/></svg>\n'
    """
    parser = ET.XMLParser(target=ET.TreeBuilder(insert_comments=True))  # noqa: S314 - ours
    root = ET.fromstring(svg, parser=parser)  # noqa: S314 - what this process drew
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = _plain_name(element.tag)
            plain = {_plain_name(name): value for name, value in element.attrib.items()}
            element.attrib.clear()
            element.attrib.update(slimmed(element.tag, plain))
        if element.text is not None and not element.text.strip():
            element.text = None
        for child in element:
            child.tail = None
    return slim_picture(root, dict(lines_of(root)))


def slim_picture(root: ET.Element, lines: Mapping[ET.Element, Sequence[Word]]) -> bytes:
    """Return a picture whose elements are slim, each line of text word by word, as it is written.

    Parameters
    ----------
    root
        The ``svg``, named without namespaces; what each element says went through :func:`slimmed`.
    lines
        The words of each group that is a line of text, in their order; of such a group, what is
        no outline is written anew.
    """
    _words_once(root, lines)
    _rename(root)
    _unwrap(root)
    out = [_HEAD]
    linked = any(HREF in element.attrib for element in root.iter())
    attributes = {"xmlns": _SVG, **({"xmlns:xlink": _XLINK} if linked else {}), **root.attrib}
    root.attrib.clear()
    root.attrib.update(attributes)
    _write(root, out)
    text = "".join(out).replace("stroke-linejoin: round; stroke-linecap: butt", _ENDS)
    return f"{text}\n".encode()


def _plain_name(name: str) -> str:
    for space, prefix in _PREFIXES.items():
        name = name.replace(space, prefix)
    return name


def _write(element: ET.Element, out: list[str]) -> None:
    """Write an element and all that it holds."""
    tag: Any = element.tag
    if tag is ET.Comment:
        out.append(f"<!--{element.text}-->")
        return
    out.append(f"<{tag}")
    for name, value in element.attrib.items():
        if _ESCAPED.search(value):
            value = escape(value, {'"': "&quot;"})
        out.append(f' {name}="{value}"')
    if element.text is None and not len(element):
        out.append("/>")
        return
    out.append(">")
    if element.text is not None:
        out.append(escape(element.text))
    for child in element:
        _write(child, out)
    out.append(f"</{tag}>")


def slimmed(tag: str, attributes: Mapping[str, str]) -> dict[str, str]:
    """Return what an element says, in fewer signs.

    Examples
    --------
    >>> slimmed("path", {"d": "M 1.000001 2 L 3 2 ", "style": "fill: none"})
    {'d': 'M1 2h2', 'style': 'fill:none'}
    """
    kept = dict(attributes)
    if "d" in kept and kept.get("transform") == _LETTER:
        kept |= letter_of(kept["d"])
    elif "d" in kept:
        kept["d"] = compact_path(kept["d"])
    if "style" in kept:
        kept["style"] = _plain_style(kept["style"])
    placed = _PLACED.fullmatch(kept.get("transform", ""))
    if placed and tag == _USE and "x" not in kept:
        del kept["transform"]
        kept["x"] = placed[1]
    for name in ("transform", "x", "y", "width", "height"):
        if name in kept and not kept[name].startswith("scale("):
            kept[name] = _rounded(kept[name])
    return kept


def letter_of(outline: str) -> dict[str, str]:
    """Return what the outline of a letter, which matplotlib makes smaller, says slim."""
    return {"d": _letter(outline), "transform": f"scale({_LETTER_SCALE * _COARSER:.6g})"}


@lru_cache(4096)
def _letter(outline: str) -> str:
    """Return the outline of a letter, which comes again in every picture."""
    return compact_path(outline, 0, 1 / _COARSER)


@lru_cache(4096)
def _plain_style(style: str) -> str:
    return re.sub(r"([:;,])\s+", r"\1", style).strip()


def _rounded(value: str) -> str:
    """Round the numbers of an attribute, but for the factors of a scale and what has a unit."""
    kept = _FACTORS.split(value)
    return "".join(
        part if index % 2 else _NUMBER.sub(lambda m: written(round(float(m[0]), DIGITS)), part)
        for index, part in enumerate(kept)
    )


def _words_once(root: ET.Element, lines: Mapping[ET.Element, Sequence[Word]]) -> None:
    """Draw a word that comes again from one place, and leave out letters without an outline."""
    seen = Counter(word for words in lines.values() for _, word in words)
    kept = {
        word: f"word-{number}"
        for number, word in enumerate(
            word for word, times in seen.items() if times > 1 and len(word) > 1
        )
    }
    for line, words in lines.items():
        outlines = [e for e in line if e.tag == _DEFS]
        drawn = [one for start, word in words for one in _drawn(start, word, kept.get(word, ""))]
        line[:] = [*outlines, *drawn]
    if kept:
        held = ET.Element(_DEFS)
        for word, own in kept.items():
            group = ET.SubElement(held, _G, {"id": own})
            group.extend(_placed(href, at) for href, at in word)
        root.insert(0, held)
    blank = _blank(root) - {None}
    for parent in list(root.iter()) if blank else ():
        parent[:] = [e for e in parent if _named(e) not in blank]
    for parent in list(root.iter(_G)):
        if any(e.tag == _DEFS and not len(e) for e in parent):
            parent[:] = [e for e in parent if e.tag != _DEFS or len(e)]


def _named(element: ET.Element) -> str | None:
    """Return the name of an outline, or of the one that is placed."""
    if element.tag == _USE:
        return element.get(HREF, "").removeprefix("#")
    return element.get("id") if element.tag == _PATH else None


def _blank(root: ET.Element) -> set[str | None]:
    """Return the names of the letters that have no outline."""
    return {e.get("id") for e in root.iter(_PATH) if not e.get("d")}


def lines_of(root: ET.Element) -> Iterator[tuple[ET.Element, list[Word]]]:
    """Yield each group that is a line of letters, with its words."""
    blank = _blank(root)
    for line in root.iter(_G):
        uses = [e for e in line if e.tag != _DEFS]
        if any(e.tag != _USE or set(e.attrib) - {HREF, "x"} for e in uses):
            continue  # no text, a marker, or a letter that is turned
        words = words_of(((e.attrib[HREF], float(e.get("x", "0"))) for e in uses), blank)
        if words:
            yield line, words


def words_of(letters: Iterable[tuple[str, float]], blank: Collection[str | None]) -> list[Word]:
    """Return letters as words, parted where a letter has no outline.

    Parameters
    ----------
    letters
        What each letter refers to, with ``#`` before it, and where it stands.
    blank
        The names of what has no outline.

    Examples
    --------
    >>> words_of([("#a", 0.0), ("#space", 9.6), ("#b", 20.4), ("#a", 31.2)], {"space"})
    [(0, (('#a', 0),)), (20, (('#b', 0), ('#a', 11)))]
    """
    words: list[list[tuple[str, float]]] = [[]]
    for href, at in letters:
        if href.removeprefix("#") in blank:
            words.append([])
        else:
            words[-1].append((href, at))
    return [
        (round(word[0][1]), tuple((href, round(at - word[0][1])) for href, at in word))
        for word in words
        if word
    ]


def _drawn(start: int, word: Letters, kept: str) -> list[ET.Element]:
    if kept:
        return [_placed(f"#{kept}", start)]
    return [_placed(href, start + at) for href, at in word]


def _placed(href: str, at: int) -> ET.Element:
    return ET.Element(_USE, {HREF: href, **({"x": str(at)} if at else {})})


def _rename(root: ET.Element) -> None:
    """Give short names to what the picture itself refers to, and none to what nothing does."""
    used = Counter(_asked(root))
    # what is placed most often has the shortest name; of those alike, what comes first
    often = sorted(_ids(root, used), key=lambda name: -used[name])
    short = dict(zip(often, _names(), strict=False))
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        own = element.get("id", "")
        if own in short:
            element.set("id", short[own])
        elif own and element is not root and OWN.fullmatch(own):
            del element.attrib["id"]
        for name, value in element.attrib.items():
            if name == HREF:
                element.set(name, "#" + short[value.removeprefix("#")])
            elif "url(#" in value:
                element.set(
                    name, re.sub(r"url\(#([^)]+)\)", lambda m: f"url(#{short[m[1]]})", value)
                )


def _asked(root: ET.Element) -> Iterator[str]:
    """Yield what a picture refers to, as often as it does."""
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == HREF:
                yield value.removeprefix("#")
            elif "url(#" in value:
                yield from _URL.findall(value)


def _ids(root: ET.Element, used: Counter[str]) -> Iterator[str]:
    for element in root.iter():
        if element.get("id") in used:
            yield element.attrib["id"]


def _names() -> Iterator[str]:
    """Yield a, b, ... Z, a1, b1, ...: letters and digits that no name of a chart is."""
    yield from ascii_letters
    for number in count(1):
        yield from (f"{letter}{number}" for letter in ascii_letters)


def _unwrap(element: ET.Element) -> None:
    """Take out groups that say nothing, and leave what they hold in its place."""
    held: list[ET.Element] = []
    for child in list(element):
        _unwrap(child)
        plain = child.tag == _G and not child.attrib
        held += list(child) if plain else [child]
    element[:] = held
