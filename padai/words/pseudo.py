"""The pseudo-language ``qps``: English made strange, so that what is no message stands out.

Every message is put in brackets, its letters are accented, and it is a third longer, as many a
translation is. A word outside brackets is one that code wrote.
"""

from __future__ import annotations

import re
from typing import Any

from padai.words.catalogues import Piece, Ready, Variable, WordCatalogue
from padai.words.syntax import walked

PSEUDO = "qps"
OPEN, CLOSE = "⟦", "⟧"
_ACCENTED = str.maketrans("aceinoruyzACEINORUYZ", "àçéíñöřüýžÀÇÉÍÑÖŘÜÝŽ")
_KEPT = re.compile(
    r"`[^`]*`|<[^>]*>|https?://\S+|\]\([^)]*\)|\{[^}]*\}|--?[\w-]+|[\w./-]+\.\w{2,5}\b|&\w+;"
)
"""What a program reads: code, addresses, options, names of files."""


def strange(text: str) -> str:
    """Accent the letters of a text, but for what a program reads.

    Examples
    --------
    >>> strange("open `report.qmd` now")
    'öpéñ `report.qmd` ñöw'
    """
    out, at = [], 0
    for match in _KEPT.finditer(text):
        out += [text[at : match.start()].translate(_ACCENTED), match[0]]
        at = match.end()
    return "".join([*out, text[at:].translate(_ACCENTED)])


class PseudoCatalogue(WordCatalogue):
    """The messages of English, made strange as they are made ready."""

    def _made(self, ident: str) -> Ready:
        ready = super()._made(ident)
        if isinstance(ready, str):
            return _bracketed(ready)
        if isinstance(ready, list):
            return _around([p if isinstance(p, Variable) else strange(p) for p in ready])
        return self._strange_choice(ready)

    def _strange_choice(self, message: Any) -> Any:
        from fluent.syntax import ast

        for node in walked(message.value):
            if isinstance(node, ast.TextElement):
                node.value = strange(node.value)
        elements = message.value.elements
        message.value.elements = [ast.TextElement(OPEN), *elements, ast.TextElement(CLOSE)]
        return message

    @property
    def _plural_tag(self) -> str:
        return "en-CA"


def _bracketed(text: str) -> str:
    return "".join(map(str, _around([strange(text)]))) if re.search(r"[^\W\d_]", text) else text


def _around(pieces: list[Piece]) -> list[Piece]:
    """Brackets inside of the spaces at both ends, and a third of the length more."""
    texts = "".join(p for p in pieces if not isinstance(p, Variable))
    if not re.search(r"[^\W\d_]", texts):
        return pieces
    first = pieces[0] if not isinstance(pieces[0], Variable) else ""
    last = pieces[-1] if not isinstance(pieces[-1], Variable) else ""
    lead = re.match(r"\s*", first)[0]  # type: ignore[index]
    trail = re.search(r"\s*$", last)[0]  # type: ignore[index]
    inner: list[Piece] = list(pieces)
    if lead:
        inner[0] = first[len(lead) :]
    if trail:
        inner[-1] = str(inner[-1])[: -len(trail)] if inner[-1] != "" else ""
    longer = "·" * (len(texts) // 3)
    return [lead + OPEN, *inner, f" {longer}{CLOSE}{trail}" if longer else CLOSE + trail]
