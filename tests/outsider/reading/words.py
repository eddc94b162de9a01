"""Figures said in words: headlines, alternative texts, notes, whatever file they stand in.

A sentence that begins with the name of a key result gives its share; one that begins with the name
of a question gives those of its editions or of its answers.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from lxml import etree, html

from tests.outsider.figures import Figure, Place, within_of
from tests.outsider.questionnaire import Questionnaire, plain
from tests.outsider.reading.grids import Known, pdf_text
from tests.outsider.reading.numbers import around

TOLD = (".txt", ".svg", ".png", ".pdf", ".docx", ".pptx", ".html")
"""The files that say figures in words."""
_SHARE = r"(\d+(?:[.,]\d+)?) ?%"
_HALF_OF_THE_LAST = 0.0011
"""Of a share: what is further from the figure that is known was misread, and is not kept."""


def texts_of(path: Path) -> Iterator[str]:
    """Yield what a file says: its words, its alternative texts, its notes."""
    if path.suffix in (".docx", ".pptx"):
        yield from _office(path)
    elif path.suffix == ".pdf":
        yield pdf_text(path)
    elif path.suffix == ".png":
        yield from _png(path.read_bytes())
    elif path.suffix == ".html":
        tree = html.parse(str(path)).getroot()
        for of in tree.iter("script", "style"):
            of.text = ""
        yield " ".join(tree.itertext())
        yield from (
            str(text) for text in tree.xpath("//@alt | //@aria-label | //@title | //@content")
        )
    elif path.suffix == ".svg":
        yield " ".join(etree.parse(str(path)).getroot().itertext())
    else:
        yield path.read_text(encoding="utf-8", errors="replace")


def _office(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            if name.endswith(".xml") and name.split("/")[0] in ("word", "ppt", "docProps"):
                tree = etree.fromstring(packed.read(name))
                blocks = [
                    "".join(of.text or "" for of in block.iter("{*}t"))
                    for block in tree.iter("{*}p")
                ]
                yield from (*blocks, " ".join(blocks))
                yield from (str(text) for text in tree.xpath("//@descr | //@title"))
                if name.startswith("docProps"):
                    yield " ".join(tree.itertext())
            elif name.endswith(".png"):
                yield from _png(packed.read(name))


def _png(content: bytes) -> Iterator[str]:
    at = 8
    while at + 8 <= len(content):
        size, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        said = content[at + 8 : at + 8 + size]
        if kind == b"tEXt":
            yield said.partition(b"\0")[2].decode("latin-1")
        elif kind == b"zTXt":
            yield zlib.decompress(said.partition(b"\0")[2][1:]).decode("latin-1")
        elif kind == b"iTXt":
            rest = said.split(b"\0", 5)[-1]
            yield rest.decode("utf-8", "replace")
        at += 12 + size


def read_words(
    texts: Iterator[str], asked: Questionnaire, here: Place, known: Known, source: str
) -> Iterator[Figure]:
    """Read the figures of sentences."""
    waves = {plain(wave): wave for wave in asked.waves}
    for text in texts:
        said = plain(text)
        if "%" not in said:
            continue
        read = (
            *_key_results(said, asked, here, waves, source),
            *_series(said, asked, here, waves, source),
            *_answers(said, asked, here, source),
        )
        for figure in read:
            if _agrees(figure, known):
                yield figure


def _agrees(figure: Figure, known: Known) -> bool:
    before = known.get(figure.key)
    return (
        before is None or before.withheld or abs(before.middle - figure.middle) < _HALF_OF_THE_LAST
    )


def _share(
    here: Place, question: str, response: str, within: tuple, text: str, source: str
) -> Figure:
    digits = len(text.replace(",", ".").partition(".")[2]) + 2
    ends = around(float(text.replace(",", ".")) / 100, digits)
    return Figure(here, "share", question, response, within, *ends, False, source)


def _key_results(
    said: str, asked: Questionnaire, here: Place, waves: Mapping[str, str], source: str
) -> Iterator[Figure]:
    for result in (asked.survey.get("key_results") or {}).values():
        within = within_of(asked, str(result.get("breakdown", "")), str(result.get("group", "")))
        labels = (
            result["label"].values() if isinstance(result["label"], Mapping) else [result["label"]]
        )
        place = replace(here, part=str(result.get("part", "main")))
        for label in map(re.escape, map(plain, labels)):
            before, after = label + r" ?: (?:[^%\d.:]{0,160} )?" + _SHARE, _SHARE + " " + label
            for found in (*re.finditer(before, said), *re.finditer(after, said)):
                if within is None:
                    continue
                edition = re.match(r" \(([^)]{1,30})\)", said[found.end() :])
                wave = waves.get(edition[1], here.wave) if edition else here.wave
                yield _share(
                    replace(place, wave=wave),
                    str(result["question"]),
                    str(result["net"]),
                    within,
                    found[1],
                    source,
                )


def _answers(said: str, asked: Questionnaire, here: Place, source: str) -> Iterator[Figure]:
    """Read the answers that stand under the wording of a question."""
    for question, responses in asked.responses.items():
        for wording in filter(None, asked.labels.get(("wording", question), ())):
            at = said.find(wording)
            listed = said[at + len(wording) : at + len(wording) + 900] if at >= 0 else ""
            for response in responses:
                for label in filter(None, asked.labels.get(("response", question, response), ())):
                    found = re.search(r"(?:[•·] |^ ?)" + re.escape(label) + " " + _SHARE, listed)
                    if found:
                        yield _share(here, question, response, (), found[1], source)


def _series(
    said: str, asked: Questionnaire, here: Place, waves: Mapping[str, str], source: str
) -> Iterator[Figure]:
    """Read what follows the name of a question: its editions, or its answers."""
    for key, labels in asked.labels.items():
        if key[0] != "question":
            continue
        question = key[1]
        responses = {
            label: r[2]
            for r, of in asked.labels.items()
            if r[:2] == ("response", question)
            for label in of
        }
        named = "|".join(map(re.escape, sorted(filter(None, responses), key=len, reverse=True)))
        for label in filter(None, labels):
            listed = re.escape(label) + rf"(?: \([^)]*\))? ({named}) " + _SHARE
            for found in re.finditer(listed, said) if named else ():
                yield _share(here, question, responses[found[1]], (), found[2], source)
            for found in re.finditer(re.escape(label) + r"(?:, ([^:%]{1,80}?))? ?: ", said):
                rest = re.split(r"\. [^\d]", said[found.end() : found.end() + 600])[0]
                net = responses.get(found[1] or "") or asked.headline.get(question, "")
                yield from _editions(rest, waves, replace(here), question, net, source)
                for answer in re.finditer(r"(?:^|, )([^,%]{1,60}?) " + _SHARE, rest):
                    if answer[1] in responses:
                        yield _share(here, question, responses[answer[1]], (), answer[2], source)


def _editions(
    rest: str, waves: Mapping[str, str], here: Place, question: str, net: str, source: str
) -> Iterator[Figure]:
    if not net:
        return
    for wave, found in (
        (m[1], m[2]) for m in re.finditer(r"(?:^|; )([^;:%]{1,30}?) ?: " + _SHARE, rest)
    ):
        if wave in waves:
            yield _share(replace(here, wave=waves[wave]), question, net, (), found, source)
    for found in re.finditer(_SHARE + r" \(([^)]{1,30})\)", rest):
        if found[2] in waves:
            yield _share(replace(here, wave=waves[found[2]]), question, net, (), found[1], source)
