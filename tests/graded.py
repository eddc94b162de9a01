"""Every verdict that a release tells, and whether what was declared of it stands beside it.

A unit is what a reader takes in at once: what stands under a heading, a slide, a sheet, a figure
with its note, an entry of a feed, a row of a table of data. The phrases are those of the rules,
written here again: none is taken from the messages.
"""

from __future__ import annotations

import csv
import json
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

VERDICTS = {
    "fr": r"\b(?:a|ont) (?:augmenté|diminué)|(?:est|sont) demeurée?s? stables?|demeurent? stables?|"
          r"ne permettent pas de conclure|\b[Gg]agne(?:nt)? (?:entre|[\d,]+ point)|"
          r"\b[Pp]erd(?:ent)? (?:entre|[\d,]+ point)|\b[Pp]rogresse(?:nt)? de|\b[Rr]ecule(?:nt)? de|"
          r"[Aa]ucune tendance (?:n’est )?démontrée|d’écart démontré|points? plus (?:haut|bas)",
    "en": r"\b(?:rose|fell)\b(?! apart)|\b(?:has|have) (?:risen|fallen)|"
          r"\b(?:remained|remains|remain) stable|do not allow a conclusion|"
          r"[Nn]o trend (?:is )?shown|[Nn]o difference shown|points? (?:higher|lower)\b",
    "es": r"\b(?:ha|han) (?:aumentado|disminuido)|\b(?:aument|disminuy)(?:ó|aron|eron)\b|"
          r"se mantuv\w+ estables?|no permiten concluir|"
          r"[Ss]in (?:tendencia|diferencia) demostrada",
}  # fmt: skip
GRADES = {
    "fr": r"[Dd]éclarée?s?,? (?:avant les données|selon l’équipe)|[Cc]hangée?s? après|"
          r"[Tt]rouvée?s? en regardant|[Pp]roposée?s? par padai|[Ss]elon l’équipe",
    "en": r"[Dd]eclared before the data|[Aa]ccording to the team|[Cc]hanged after|"
          r"[Ff]ound by looking|[Pp]roposed by padai",
    "es": r"[Dd]eclarad[oa]s? antes de los datos|[Ss]egún el equipo|[Cc]ambiad[oa]s? después|"
          r"[Hh]allad[oa]s? al|[Pp]ropuest[oa]s? por padai",
}  # fmt: skip
BEFORE = {
    "fr": r"[Dd]éclarée?s? avant les données",
    "en": r"[Dd]eclared before the data",
    "es": r"[Dd]eclarad[oa]s? antes de los datos",
}
_QUOTED = re.compile(r"« [^»]* »|“[^”]*”|«[^»]*»")
_SPLIT = {
    ".html": r"(?=<h[1-6]\b)",
    ".docx": r'(?=<w:p>(?:<w:pPr>)?<w:pStyle w:val="Heading)',
    ".ods": r"(?=<table:table )",
    ".xml": r"(?=<entry>)",
}


def texts(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the units of a file: a place, and its markup."""
    split = _SPLIT.get(path.suffix)
    if path.suffix in (".docx", ".ods", ".pptx", ".xlsx"):
        with zipfile.ZipFile(path) as packed:
            for name in packed.namelist():
                if name.endswith(".xml") and "theme" not in name:
                    whole = packed.read(name).decode("utf-8", "replace")
                    yield from _parted(name, whole, split)
    elif path.suffix == ".html":
        page = path.read_text(encoding="utf-8")
        yield from _parted(
            "", re.sub(r"<(style|script|head)\b.*?</\1>", "", page, flags=re.S), split
        )
        head = re.findall(r'<meta[^>]* content="([^"]*)"', page)
        yield "meta", " ".join(head)  # what a link to the page shows: its title and its words
    elif path.suffix == ".json" and path.stem in ("search", "recherche", "busqueda"):
        for n, entry in enumerate(json.loads(path.read_text(encoding="utf-8"))):
            yield str(n), json.dumps(entry, ensure_ascii=False)
    elif path.suffix in (".svg", ".xml", ".txt"):
        yield from _parted("", path.read_text(encoding="utf-8"), split)


def _parted(name: str, whole: str, split: str | None) -> Iterator[tuple[str, str]]:
    for n, unit in enumerate(re.split(split, whole) if split else [whole]):
        yield f"{name} {n}", unit


def plain(unit: str) -> str:
    """Return the words of a unit, without what it quotes, with plain spaces."""
    text = unescape(re.sub(r"<[^>]+>", " ", unit))
    text = text.replace("\u00a0", " ").replace("\u202f", " ")
    return re.sub(r"\s+", " ", _QUOTED.sub(" … ", re.sub(r"\s+", " ", text)))


def ungraded(path: Path, lang: str, grades: dict[str, str] = GRADES) -> list[str]:
    """Return each unit of a file that tells a verdict and says nothing of its declaration."""
    if path.suffix == ".csv":
        return _rows(path)
    found = []
    for place, unit in texts(path):
        text = plain(unit)
        told = re.search(VERDICTS[lang], text)
        if told and not re.search(grades[lang], text):
            around = text[max(0, told.start() - 80) : told.end() + 80]
            found.append(f"{path.name} [{place}]: … {around} …")
    return found


def _rows(path: Path) -> list[str]:
    """Return the rows of a table of data that have a verdict and no word on its declaration."""
    with path.open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    judged = [r for r in rows if r.get("verdict") not in (None, "")]
    return [f"{path.name}: {r}" for r in judged if not r.get("declared")]


def language_of(path: Path, languages: tuple[str, ...] = ("fr", "en")) -> str:
    """Return the language of a file of a site or of a release, by where it stands."""
    found = [lang for lang in languages if lang in path.parts or path.stem.endswith(f"-{lang}")]
    return found[0] if found else languages[0]
