"""How the files of a release are called."""

from __future__ import annotations

WORKBOOK_SUFFIXES = (".xlsx", ".ods")
_WORKBOOKS: dict[str, str] = {"fr": "tableaux", "en": "tables"}


def workbook_name(survey: str, wave: str, lang: str, suffix: str = ".xlsx") -> str:
    """Return the file name of a wave's data tables.

    >>> workbook_name("suivi", "2025", "fr")
    'tableaux-suivi-2025.xlsx'
    """
    return f"{_WORKBOOKS[lang]}-{survey}-{wave}{suffix}"
