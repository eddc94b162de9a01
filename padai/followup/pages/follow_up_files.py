"""Write the pages that follow a release: web pages, sheets to print, tables to download."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from padai.errors import PublicationError
from padai.followup.pages.benchmarks_page import benchmarks_csv, benchmarks_page
from padai.followup.pages.inventory_file import inventory_csv
from padai.followup.pages.inventory_page import inventory_page
from padai.followup.pages.kit import kit_page, sheets_of
from padai.followup.pages.letter import letter_page
from padai.followup.pages.plain_page import (
    audio_script,
    in_its_language,
    plain_page,
    translated,
    translated_name,
)
from padai.followup.pages.register_page import register_csv, register_page
from padai.followup.pages.register_rows import NAMES, feedback, pages_of
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN
from padai.publishing.basis.vocabulary import check_words
from padai.publishing.pieces.emit import Piece
from padai.publishing.pieces.page_setter import PageSetter, page_setter
from padai.store import Store
from padai.survey.feedback import FeedbackFile
from padai.words import Said
from padai.words.languages import AT_ROOT

Progress = Callable[[str], None]
_SIZES = ("12pt", "11.5pt", "11pt", "10.5pt", "10.1pt", "9.8pt")
_A4: Mapping[str, Any] = {"paper": "a4", "sheet": True}
_LETTER: Mapping[str, Any] = {"paper": "us-letter", "sheet": True}
_LARGE: Mapping[str, Any] = {"paper": "a4", "sheet": True, "text-size": "18pt"}


def write_follow_up_pages(
    store: Store,
    lang: str,
    out_dir: Path,
    source_date: int,
    progress: Progress | None = None,
    only: Sequence[str] | None = None,
) -> list[Path]:
    """Write every page that follows a release, in one language.

    Parameters
    ----------
    store
        A store with the register, and with what is said to those who took part.
    out_dir
        Receives a folder for the language; the plain-language page in further languages has
        folders of their own, made with the French pages, or those of the first language.
    source_date
        The release's date as seconds since 1970.
    only
        Fewer pages than the store has matter for, such as ``["letter"]``.

    Returns
    -------
    list of pathlib.Path
        The files written.

    Raises
    ------
    PublicationError
        A page is too hard to read or too long, or uses a word that the sample type forbids.
    """
    folder = out_dir / lang
    folder.mkdir(parents=True, exist_ok=True)
    with page_setter(lang, source_date) as setter:
        writer = _Writer(Context(store, lang), folder, setter, progress or (lambda _text: None))
        for page in (p for p in pages_of(store) if only is None or p in only):
            getattr(writer, page)(feedback(store))
    return writer.written


class _Writer:
    """Writes the pages of one language, one method a page."""

    def __init__(
        self, context: Context, folder: Path, setter: PageSetter, progress: Progress
    ) -> None:
        self.context = context
        self.folder = folder
        self.setter = setter
        self.progress = progress
        self.written: list[Path] = []

    def register(self, definition: FeedbackFile) -> None:
        """Write the register and its table."""
        self._html("register", lambda: register_page(self.context), toc=True)
        self._text(f"{self._stem('register')}.csv", register_csv(self.context))

    def letter(self, definition: FeedbackFile) -> None:
        """Write the letter, and on one sheet of paper."""
        self._html("letter", lambda: letter_page(self.context, definition))
        self._sheet(
            "letter",
            lambda: letter_page(self.context, definition, navigation=False),
            _LETTER,
            sheets=1,
        )

    def plain(self, definition: FeedbackFile) -> None:
        """Write the plain-language page in all its forms."""
        page = definition.plain
        assert page is not None
        self._html("plain", lambda: plain_page(self.context, page))
        self._sheet(
            "plain", lambda: plain_page(self.context, page, navigation=False), _A4, sheets=1
        )
        self._sheet(
            "large", lambda: plain_page(self.context, page, navigation=False, large=True), _LARGE
        )
        self._text(f"{self._stem('audio')}.txt", audio_script(self.context, page))
        if self.context.lang != self._first_language:
            return
        for other in page.translations:
            made = self._page(
                f"{other.lang}/{translated_name()}",
                lambda other=other: translated(self.context, page, other),  # type: ignore[misc]
                {},
                "html",
            )
            place = self.folder.parent / other.lang / f"{translated_name()}.html"
            skip = self.context.say("publishing-rendering-skip-to-content")
            self._keep(place, in_its_language(made, other, skip))

    def kit(self, definition: FeedbackFile) -> None:
        """Write the workshop kit: a facilitator's sheet, and a sheet a card."""
        shop = definition.workshop
        assert shop is not None
        self._html("kit", lambda: kit_page(self.context, shop))
        self._sheet(
            "kit",
            lambda: kit_page(self.context, shop, navigation=False),
            _LETTER,
            sheets=sheets_of(self.context),
        )

    def inventory(self, definition: FeedbackFile) -> None:
        """Write the inventory beside the answers."""
        self._html("inventory", lambda: inventory_page(self.context))
        self._text(f"{self._stem('inventory')}.csv", inventory_csv(self.context))

    def benchmarks(self, definition: FeedbackFile) -> None:
        """Write the figures of other trackers."""
        self._html("benchmarks", lambda: benchmarks_page(self.context))
        self._text(f"{self._stem('benchmarks')}.csv", benchmarks_csv(self.context))

    @property
    def _first_language(self) -> str:
        """The language with whose pages those in further languages are made."""
        languages = self.context.survey.languages
        return AT_ROOT if AT_ROOT in languages else languages[0]

    def _stem(self, page: str) -> str:
        return NAMES[page][self.context.lang]

    def _html(self, page: str, make: Callable[[], Piece], *, toc: bool = False) -> None:
        made = self._page(self._stem(page), make, {"toc": toc, "toc-depth": 1}, "html")
        self._keep(self.folder / f"{self._stem(page)}.html", made)

    def _sheet(
        self,
        page: str,
        make: Callable[[], Piece],
        meta: Mapping[str, Any],
        *,
        sheets: int | None = None,
    ) -> None:
        """Write a page for paper; one that must fit is set as large as fits, else refused."""
        name = f"{self._stem(page)}-pdf"
        for size in _SIZES if sheets else ("10.5pt",):
            made = self._page(name, make, {**meta, "sheet-size": size}, "typst")
            if sheets is None or sheet_count(made) <= sheets:
                self._keep(self.folder / f"{self._stem(page)}.pdf", made)
                return
        raise PublicationError(
            Said(
                "publishing-dialogue-pdf-has-sheets-where-it-must-fit-on",
                stem=self._stem(page),
                sheet_count=sheet_count(made),
                sheets=sheets,
            ),
            where=self.context.survey.id,
        )

    def _page(
        self, name: str, make: Callable[[], Piece], meta: Mapping[str, Any], kind: str
    ) -> bytes:
        self.progress(f"{self.context.lang}/{name}")

        def checked() -> Piece:
            piece = make()
            check_words(piece.markdown, self.context.part(MAIN).sample_type, name)
            return piece

        return self.setter.page(name, checked, (kind,), meta)[kind]

    def _text(self, name: str, content: str) -> None:
        self._keep(self.folder / name, content.encode("utf-8"))

    def _keep(self, path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.written.append(path)


def sheet_count(pdf: bytes) -> int:
    """Count the sheets of a PDF that typst set."""
    counts = [int(n) for n in re.findall(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)", pdf)]
    counts += [int(n) for n in re.findall(rb"/Count\s+(\d+)[^>]*?/Type\s*/Pages\b", pdf)]
    if not counts:
        raise PublicationError(
            Said("publishing-dialogue-a-pdf-does-not-say-how-many-sheets-it"),
        )
    return max(counts)
