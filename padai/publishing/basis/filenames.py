"""How the files of a release are called."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from padai.words.languages import Named

WORKBOOK_SUFFIXES = (".xlsx", ".ods")
CORRECTIONS = "corrections.csv"
"""The file, beside the open data, of what a release says otherwise than the one before it."""
DOCUMENTS: dict[str, str] = {".pdf": "PDF", ".docx": "Word"}
"""The endings of the documents that hold what a page holds, and what they are called."""
_WORKBOOKS: dict[str, str] = Named(fr="tableaux", en="tables")


def workbook_name(survey: str, wave: str, lang: str, suffix: str = ".xlsx") -> str:
    """Return the file name of a wave's data tables.

    >>> workbook_name("suivi", "2025", "fr")
    'tableaux-suivi-2025.xlsx'
    """
    return f"{_WORKBOOKS[lang]}-{survey}-{wave}{suffix}"


def as_documents(name: str, page: str, suffixes: Iterable[str]) -> list[tuple[str, str]]:
    """Return the name and the address of each document that holds what a page holds.

    >>> as_documents("Rapport", "fr/rapport.html", [".pdf"])
    [('Rapport (PDF)', 'fr/rapport.pdf')]
    """
    stem = page.removesuffix(".html")
    return [(f"{name} ({DOCUMENTS[suffix]})", f"{stem}{suffix}") for suffix in suffixes]


def documents_beside(page: Path) -> tuple[str, ...]:
    """Return the endings of the documents that lie beside a page and hold the same."""
    return tuple(suffix for suffix in DOCUMENTS if page.with_suffix(suffix).is_file())
