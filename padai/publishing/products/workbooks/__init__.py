"""The data tables of a wave: accessible workbooks, in the formats of two office suites."""

from __future__ import annotations

from pathlib import Path

from padai.errors import PublicationError
from padai.publishing.basis.context import Context
from padai.publishing.basis.filenames import WORKBOOK_SUFFIXES
from padai.publishing.products.workbooks.area_sheets import area_sheets
from padai.publishing.products.workbooks.content import book_of
from padai.store import Store
from padai.words import Joined, Said


def write_workbook(store: Store, lang: str, *paths: Path) -> None:
    """Write the data tables of a wave in one language.

    Parameters
    ----------
    store
        An open release store.
    lang
        ``"fr"`` or ``"en"``.
    *paths
        The files to write, each ending in ``.xlsx`` or ``.ods``; what they hold is made once.

    Raises
    ------
    PublicationError
        Another ending.

    Notes
    -----
    Every question by every standard breakdown, one real table a sheet, after a cover, a list of
    contents and notes. Proportions are written as numbers from 0 to 1 with a percentage format, so
    that they can be computed with; what may not be shown is a word in the column of remarks, and
    an empty cell. Every text is written as a string, never as a formula or an address. The same
    store gives the same bytes.
    """
    for path in paths:
        if path.suffix not in WORKBOOK_SUFFIXES:
            raise PublicationError(
                Said(
                    "publishing-workbooks-data-tables-are-written-as-not",
                    suffixes=Joined(WORKBOOK_SUFFIXES, "padai-or"),
                    suffix=path.suffix,
                ),
                where=path.name,
            )
    book = book_of(Context(store, lang), area_sheets)
    for path in paths:
        if path.suffix == ".ods":
            from padai.publishing.products.workbooks import ods as writer
        else:
            from padai.publishing.products.workbooks import (  # type: ignore[no-redef]
                xlsx as writer,
            )
        writer.write(book, path)
