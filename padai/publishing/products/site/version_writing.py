"""Make the pages that stand beside the versions of a wave, or in the place of a withdrawn one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from padai.publishing.basis.context import Context
from padai.publishing.basis.dates import release_timestamp
from padai.publishing.basis.draft_names import VERSIONS
from padai.publishing.pieces.emit import Piece
from padai.publishing.pieces.page_setter import page_setter
from padai.publishing.products.site.version_pages import (
    INDEX,
    NOTICE,
    Versions,
    newest_page,
    notice_page,
    versions_page,
)
from padai.store import Store, open_store, outside
from padai.survey import Release
from padai.survey.releases import ReleaseRecord


def publish_beside(request: Mapping[str, Any], out_dir: Path) -> list[Path]:
    """Write the pages that a request names and return them.

    Parameters
    ----------
    request
        ``pages`` is ``"versions"``, with ``records``, ``here`` and perhaps ``rehearsal``; or
        ``"notice"``, with ``record`` and ``kept``. ``store_dir`` names a store, which may hold the
        definition alone.
    """
    store = outside(open_store(request["store_dir"]))
    written: list[Path] = []
    for lang in store.survey.languages:
        context = Context(store, lang)
        notice = request["pages"] == "notice"
        pages = _notices(context, request) if notice else _versions(context, request)
        written += _set(store, lang, pages, out_dir)
    return written


def _versions(context: Context, request: Mapping[str, Any]) -> dict[str, Callable[[], Piece]]:
    rehearsal = request.get("rehearsal")
    versions = Versions(
        tuple(ReleaseRecord.model_validate(row) for row in request["records"]),
        {int(version): suffixes for version, suffixes in request["here"].items()},
        Release.model_validate(rehearsal) if rehearsal else None,
    )
    return {
        INDEX[context.lang]: lambda: newest_page(context, versions),
        VERSIONS[context.lang]: lambda: versions_page(context, versions),
    }


def _notices(context: Context, request: Mapping[str, Any]) -> dict[str, Callable[[], Piece]]:
    record = ReleaseRecord.model_validate(request["record"])
    kept = request["kept"]
    names = [NOTICE[context.lang]]
    if kept and record.withdrawal:  # who comes by an old address finds the notice first
        start = f"{context.lang}/"
        files = [f.name for f in record.withdrawal.files]
        names += [f for f in files if f.startswith(start) and f.endswith(".html")]

    def page(name: str) -> Callable[[], Piece]:
        return lambda: notice_page(
            Context(context.store, context.lang), record, kept, name.count("/")
        )

    return {name: page(name) for name in names}


def _set(
    store: Store, lang: str, pages: Mapping[str, Callable[[], Piece]], out_dir: Path
) -> Sequence[Path]:
    written = []
    with page_setter(lang, release_timestamp(store)) as setter:
        for name, make in pages.items():
            path = out_dir / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(setter.page(name.removesuffix(".html"), make)["html"])
            written.append(path)
    return written
