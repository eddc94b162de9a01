"""PUBLISH: everything that goes out for a wave, made from its store alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from padai.charts.style import chart_style
from padai.errors import MissingExtraError, PublicationError
from padai.publishing.engine.many_kernels import many_kernels
from padai.publishing.products.site.finished_pages import finish_pages
from padai.publishing.products.site.front import FOLLOW_UP
from padai.publishing.release_steps import Documents, participation_tasks, tracker_tasks
from padai.publishing.steps import Steps
from padai.store import Store, open_store, outside
from padai.words import Said

Lang = str
Progress = Callable[[str], None]
_NEEDED = ("matplotlib", "seaborn", "nbclient", "ipykernel", "pypandoc", "xlsxwriter", "pptx")


def publish(
    store_dir: Path,
    out_dir: Path,
    *,
    languages: Sequence[str] | None = None,
    formats: Sequence[str] = ("html",),
    engine: str = "auto",
    overrides: Path | None = None,
    what: Sequence[str] = ("report", "tables"),
    before: Path | None = None,
    progress: Progress | None = None,
    site_url: str = "",
    copies: int = 1,
) -> Steps:
    """Write reports, short pages and data tables of a store, in each language of the survey.

    Parameters
    ----------
    store_dir
        A store: what it publishes is its outside, at the printed precision.
    out_dir
        Receives ``fr/``, ``en/`` where the survey lists English, and ``open/``.
    languages
        Fewer languages than the survey lists; one that it does not list is refused.
    formats, engine
        As :func:`padai.publishing.engine.render` takes them.
    overrides
        The project's own templates; a file there replaces the shipped one of the same name.
    what
        ``"report"``, ``"tables"`` (workbooks and open data) or both; ``"follow-up"`` for the pages
        that follow a release, from a store that holds them; ``"draft"`` for what a draft is read
        by: the report, the explorer and a workbook, nothing that is made to go out; ``"page"`` for
        the report alone, while somebody writes it.
    before
        The version as it stands: what depends on nothing that changed is copied from there.
    progress
        Called with a short text as the work goes on.
    site_url
        Where the site is published; pages then name their own addresses.
    copies
        How many copies of this process work side by side; one does the steps in their order.

    Returns
    -------
    Steps
        What was carried out. Its `files` are those written: for each language the report, the
        executive page, the page for the press, the key-figures picture, the slides and the pages of
        questions,
        then the workbooks; at the end the open data.
    """
    _refuse_without_extra()
    store = outside(open_store(store_dir))
    step = Steps(store, out_dir, before, site_url)
    beside = FOLLOW_UP if tuple(what) == ("follow-up",) else ""
    chosen = _languages(store, languages)
    made = Documents(step, formats, engine, overrides, progress)
    of_kind = tracker_tasks if store.survey.traits.paged else participation_tasks
    if copies > 1 and not step.may_take_over:
        _load_once()
    with many_kernels():
        step.all(of_kind(step, made, store, chosen, what), copies)

    def put_around(watched: Store, files: Sequence[Path]) -> None:
        finish_pages(watched, out_dir, files, site_url, beside=beside)

    step.around(put_around)
    step.finish()
    return step


def _load_once() -> None:
    """Load what every copy would load by itself; where much is taken over, none may need it."""
    import nbclient  # noqa: F401

    from padai.charts import rows, trend, vector  # noqa: F401

    with chart_style():
        pass


def _languages(store: Store, asked: Sequence[str] | None) -> list[Lang]:
    listed: list[Any] = list(store.survey.languages)
    wrong = [lang for lang in asked or () if lang not in listed]
    if wrong:
        raise PublicationError(
            Said(
                "publishing-the-definition-does-not-list-the",
                wrong=", ".join(wrong),
                listed=", ".join(listed),
            ),
            where=store.survey.id,
        )
    return [lang for lang in listed if not asked or lang in asked]


def _refuse_without_extra() -> None:
    from importlib.util import find_spec

    if any(find_spec(name) is None for name in _NEEDED):
        raise MissingExtraError("reports", Said("publishing-publishing"))
