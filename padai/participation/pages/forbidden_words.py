"""Search everything that a panel's or a consultation's release holds for forbidden words."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from padai.errors import PublicationError
from padai.participation.pages.participation_report import stated_limits
from padai.publishing.basis.context import Context
from padai.publishing.basis.vocabulary import forbidden_words
from padai.store import Store
from padai.words import Joined, Said

_TAG = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|<[^>]+>", re.DOTALL)
_SPOKEN = re.compile(r'\b(?:alt|content|title|aria-label)="([^"]*)"')
_PLAIN = {".csv", ".json", ".jsonld", ".txt", ".cff", ".xml", ".svg", ".md"}
_SHARED = re.compile(r"<si>.*?</si>|<si/>", re.DOTALL)
_CELL = re.compile(r'<c\b[^>]*\bt="s"[^>]*><v>(\d+)</v>')
_ZIPPED = {".docx", ".xlsx", ".ods"}


def search_outputs(store: Store, files: Iterable[Path]) -> None:
    """Refuse a release of which a file uses words that its sample type forbids.

    What the definition states as a limit, and the banner, are left out: there the words deny. A PDF
    is set from the same text as the page beside it.

    Raises
    ------
    PublicationError
        With the file and the words.
    """
    excepted = [_loose(text) for text in _excepted(store)]
    kind = store.survey.part(store.wave).sample_type
    for path in files:
        text = text_of(path)
        for pattern in excepted:
            text = pattern.sub(" ", text)
        forbidden = forbidden_words(text, kind)
        if forbidden:
            words = Joined([Said("padai-quoted", text=w) for w in forbidden])
            raise PublicationError(
                Said(
                    "publishing-dialogue-a-may-not-be-described-by-change-the",
                    survey_kind=store.survey.kind,
                    words=words,
                ),
                where=f"{store.survey.id}, {path.parent.name}/{path.name}",
            )


def text_of(path: Path) -> str:
    """Return the words of a file; of one that holds none that can be read so, nothing."""
    if path.suffix == ".html":
        page = path.read_text(encoding="utf-8")
        spoken = " \n".join(_SPOKEN.findall(page))
        return html.unescape(f"{_TAG.sub(' ', page)}\n{spoken}")
    if path.suffix in _PLAIN:
        return path.read_text(encoding="utf-8")
    if path.suffix in _ZIPPED:
        with zipfile.ZipFile(path) as box:
            parts = {n: box.read(n).decode("utf-8") for n in box.namelist() if n.endswith(".xml")}
        return html.unescape(" ".join(_TAG.sub(" ", part) for part in _in_order(parts)))
    return ""


def _in_order(parts: dict[str, str]) -> list[str]:
    """Return the parts of a file; of an `.xlsx`, each text in the cells that show it.

    It holds each text once: half of a line that a sheet breaks would stand beside another line.
    What two cells hold is no sentence.
    """
    shared = _SHARED.findall(parts.get("xl/sharedStrings.xml", ""))
    own = [part for name, part in parts.items() if name != "xl/sharedStrings.xml"]
    shown = [_CELL.sub(lambda cell: f"{shared[int(cell[1])]} | ", part) for part in own]
    return [part.replace("</text:p>", " | </text:p>") for part in shown]


def _excepted(store: Store) -> list[str]:
    banners = [Context(store, str(lang)).words().banner for lang in store.survey.languages]
    return [*stated_limits(store.survey), *banners]


def _loose(text: str) -> re.Pattern[str]:
    """Return a pattern for a text whatever the signs and spaces between its words."""
    return re.compile(r"[\W_]*".join(re.escape(w) for w in re.findall(r"\w+", text)))
