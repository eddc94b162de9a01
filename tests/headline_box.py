"""The headline of a page as a reader takes it in: sentences, and findings in lists."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def plain(text: str) -> str:
    spaced = html.unescape(text).replace("\u00a0", " ").replace("\u202f", " ")
    return re.sub(r"\s+", " ", spaced).strip()


def blocks_of(box: HtmlElement) -> list[tuple[str, list[str]]]:
    """Return each paragraph of a headline, with the items of the list under it."""
    told: list[tuple[str, list[str]]] = []
    for child in box:
        if child.tag == "p":
            told.append((plain(child.text_content()), []))
        elif child.tag == "ul":
            told[-1][1].extend(plain(item.text_content()) for item in child)
    return told


def assert_tells(box: HtmlElement, sentences: Sequence[str]) -> None:
    """Compare a headline with the sentences it is made of: a list says what its sentence does."""
    blocks = blocks_of(box)
    assert len(blocks) == len(sentences)
    for (said, items), sentence in zip(blocks, sentences, strict=True):
        if not items:
            assert said == sentence
            continue
        assert said.endswith(":")
        lead = said.rstrip(": ")
        assert sentence.startswith(f"{lead},")
        assert [item[-1] for item in items] == [";"] * (len(items) - 1) + ["."]
        findings = " ".join(item[:-1].strip() for item in items)
        rest = sentence.removeprefix(lead)
        assert Counter(NUMBER.findall(findings)) == Counter(NUMBER.findall(rest))
        assert set(re.findall(r"\w+", rest)) - {"et", "and"} <= set(re.findall(r"\w+", findings))
