"""The pages of an edition in the site: its newest version, and all of its versions."""

from __future__ import annotations

from collections.abc import Iterator

from padai.publishing.basis.draft_names import VERSIONS
from padai.publishing.basis.filenames import documents_beside
from padai.publishing.chapters.opening import PAGES
from padai.publishing.chapters.page_head import trail
from padai.publishing.pieces.page_setter import PageRequest
from padai.publishing.products.site.catalogue import Catalogue, Edition
from padai.publishing.products.site.map import address, between, name
from padai.publishing.products.site.version_pages import INDEX, Versions, newest_page, versions_page


def edition_requests(catalogue: Catalogue, lang: str) -> Iterator[PageRequest]:
    """Yield the pages beside the versions of each edition, with the way back to the site.

    The same pages stand among the releases without it; here they take their place.
    """
    for series in catalogue.spoken(lang):
        for edition in series.editions:
            if edition.newest is not None and lang in edition.newest.store.survey.languages:
                yield from _both(edition, lang)


def _both(edition: Edition, lang: str) -> Iterator[PageRequest]:
    assert edition.newest is not None
    newest = edition.newest
    here = {
        r.version: documents_beside(folder / lang / PAGES["report"][lang])
        for r in edition.records
        if (folder := newest.folder.parent / f"v{r.version}").is_dir()
    }
    versions = Versions(edition.records, here)
    label = newest.context(lang).wave_label(edition.wave)
    for names, make in ((INDEX, newest_page), (VERSIONS, versions_page)):
        place = f"{edition.address}/{names[lang]}"
        crumbs = [
            (name(page, lang), between(place, address(page, lang))) for page in ("home", "editions")
        ]
        last = label
        if names is VERSIONS:
            crumbs.append((label, INDEX[lang]))
            last = name("versions", lang)
        yield PageRequest(
            place.removesuffix(".html"),
            lambda make=make: make(newest.context(lang), versions),  # type: ignore[misc]
            meta=trail(lang, crumbs, last),
        )
