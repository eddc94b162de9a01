"""Set pages that need no notebook: what padai wrote becomes a page in the house style."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from padai.publishing.engine import convert
from padai.publishing.engine.blocks import Document
from padai.publishing.engine.pictures import saving_in
from padai.publishing.engine.scan import scan_page
from padai.publishing.engine.scratch import Scratch, prepare_scratch
from padai.publishing.engine.typeset import typeset

if TYPE_CHECKING:
    from padai.publishing.pieces.emit import Piece

_PLAIN: Mapping[str, Any] = {"toc": False, "number-sections": False}


@dataclass(frozen=True)
class PageRequest:
    """A page to set.

    Attributes
    ----------
    name
        Where the page goes, without its ending, such as ``"questions/trust"``.
    make
        Gives the page's content; the figures that it saves are the page's. It starts with a
        title block (:func:`padai.publishing.engine.text.title_block`).
    formats
        Of ``"html"``, ``"typst"`` (a PDF) and ``"docx"``.
    meta
        Front matter, such as ``toc`` or ``toc-depth``.
    """

    name: str
    make: Callable[[], Piece]
    formats: Sequence[str] = ("html",)
    meta: Mapping[str, Any] = field(default_factory=dict)


class PageSetter:
    """Sets pages one after another in one scratch folder; made by :func:`page_setter`."""

    def __init__(self, scratch: Scratch, lang: str, source_date: int, timeout: float) -> None:
        self._scratch = scratch
        self._lang = lang
        self._date = source_date
        self._timeout = timeout

    def page(
        self,
        name: str,
        make: Callable[[], Piece],
        formats: Sequence[str] = ("html",),
        meta: Mapping[str, Any] | None = None,
    ) -> dict[str, bytes]:
        """Return one page in each format; see :class:`PageRequest`."""
        request = PageRequest(name, make, formats, meta or {})
        return self._convert(request, self._draw(request))

    def pages(self, requests: Sequence[PageRequest]) -> Iterator[tuple[str, dict[str, bytes]]]:
        """Yield (name, content by format) of many pages, in their order.

        Pictures are drawn one after another, since matplotlib must; pandoc works beside it.
        """
        with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
            waiting = [(r, pool.submit(self._convert, r, self._draw(r))) for r in requests]
            for request, done in waiting:
                yield request.name, done.result()

    def _draw(self, request: PageRequest) -> str:
        # a folder for each page, so that no page reads or replaces the figures of another
        folder = self._scratch.project / request.name
        folder.mkdir(parents=True, exist_ok=True)
        with saving_in(folder, png="docx" in request.formats):
            return request.make().markdown

    def _convert(self, request: PageRequest, markdown: str) -> dict[str, bytes]:
        scratch, deadline = self._scratch, time.monotonic() + self._timeout
        path = PurePosixPath(request.name) / "page.qmd"
        document = Document(path, {**_PLAIN, **request.meta}, ())
        env = scratch.press_environment(
            scratch.environment(self._date, "embedded", request.formats)
        )
        pandoc = convert.Pandoc(scratch.assets, scratch.project, scratch.press, env, self._timeout)
        made: dict[str, bytes] = {}
        if tuple(request.formats) == ("html",):
            page = convert.straight_to_html(pandoc, document, markdown, self._lang)
            scan_page(page, f"{request.name}.html")
            return {"html": page.encode()}
        tree = convert.to_tree(pandoc, document, markdown, self._lang, {})
        for kind in request.formats:
            if kind == "html":
                page = convert.to_html(pandoc, document, tree, self._lang)
                scan_page(page, f"{request.name}.html")
                made[kind] = page.encode()
            elif kind == "typst":
                made[kind] = typeset(
                    convert.to_typst(pandoc, document, tree, self._lang),
                    folder=scratch.project / path.parent,
                    root=scratch.project,
                    env=env,
                    timeout=max(deadline - time.monotonic(), 1.0),
                    source_date=self._date,
                    name=request.name,
                )
            else:
                made[kind] = convert.to_docx(pandoc, document, tree, self._lang, self._date)
        return made


@contextmanager
def page_setter(lang: str, source_date: int, *, timeout: float = 120.0) -> Iterator[PageSetter]:
    """Yield a setter of pages that keeps its scratch folder until the end.

    Parameters
    ----------
    lang
        ``"fr"`` or ``"en"``.
    source_date
        The release's date as seconds since 1970
        (:func:`padai.publishing.basis.dates.release_timestamp`).
    timeout
        Seconds for each program that works on a page.

    Examples
    --------
    >>> from padai.publishing.pieces.emit import Piece
    >>> with page_setter("fr", 0) as setter:
    ...     made = setter.page("avis", lambda: Piece("Voici l’avis."))
    >>> "Voici l’avis." in made["html"].decode()
    True
    """
    with (
        tempfile.TemporaryDirectory(prefix="padai-", ignore_cleanup_errors=True) as name,
        as_file(files("padai.publishing.engine") / "assets") as shipped,
    ):
        scratch = prepare_scratch(Path(name).resolve(), Path(shipped))
        yield PageSetter(scratch, lang, source_date, timeout)
