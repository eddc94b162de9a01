"""The page of a draft while somebody writes it: made again at each change, by what is still warm.

What was estimated is kept in memory with the texts that it was made of; a change of any other text,
or of a template, makes the page alone. A definition or a template with a fault is told of, the page
stays as it was, and the next change is looked at.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from padai.errors import PadaiError
from padai.numerics.threads import one_thread
from padai.pipeline.builds.building import stages_of
from padai.pipeline.builds.drafts import build_draft, draft_order
from padai.pipeline.builds.unchanged import data_hash, other_releases, other_surveys
from padai.pipeline.builds.version_steps import estimated_anew, timed
from padai.pipeline.machinery.atomic_swap import locked, plain_trouble
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.machinery.kept import digest_of_parts, files_digest, written_by_hand
from padai.pipeline.machinery.publisher_process import ProcessEndedError, asking_again
from padai.pipeline.machinery.stage_log import Say
from padai.pipeline.machinery.withheld import withheld
from padai.pipeline.parts.scoping import scoped
from padai.pipeline.versions.corrections import Results
from padai.pipeline.versions.life import earlier_stores
from padai.project import PROJECT_FILE, find_project
from padai.store import INSIDE, write_outside, write_store
from padai.survey import Survey
from padai.survey.noted import text_hashes, texts_read, without_texts

PAUSE = 0.2
"""Seconds between two looks at the files."""
_PAGE = ("page",)
_MODELLED = ("survey.yaml", "questionnaire.yaml", "waves/")
"""What the model of a definition holds wholly."""
Looks = Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class WatchedChange:
    """What came of a change: the page and the seconds that it took, or what is wrong."""

    page: Path | None = None
    seconds: float = 0.0
    fault: PadaiError | None = None


@dataclass(frozen=True)
class _Known:
    """What was estimated, and of what."""

    rest: str
    read: Mapping[str, str]
    results: Results


def watch(
    survey: str | Path,
    tell: Callable[[WatchedChange], None],
    *,
    wave: str | None = None,
    lang: str = "fr",
    project: str | Path | None = None,
    data_dir: str | Path | None = None,
    engine: str = "auto",
    say: Say | None = None,
    going_on: Callable[[], bool] = lambda: True,
) -> None:
    """Draw a draft, then make its page again at every change of a file, until it is interrupted.

    Parameters
    ----------
    tell
        Called with what came of each change.
    going_on
        Asked between two looks at the files; the watch ends where it says no.
    survey, wave, lang, project, data_dir, engine, say
        As :func:`padai.pipeline.build_draft` takes them.

    Raises
    ------
    PadaiError
        No project is there, or another build of the survey is at work. Whatever else is wrong with
        the files is told of.
    """
    keys: dict[str, Any] = {
        "wave": wave, "lang": lang, "project": project, "data_dir": data_dir, "engine": engine,
        "formats": ("html",),
    }  # fmt: skip
    place = find_project(survey, project)
    with ExitStack() as stack:
        watched = _Watched(Path(survey), keys, say)
        stack.callback(watched.close)
        before: Looks = {}
        while going_on():
            now = _looks(Path(survey), place.root / PROJECT_FILE, place.reports_dir)
            if now != before:
                before = now
                tell(watched.made_again())
            time.sleep(PAUSE)


def _looks(survey: Path, project: Path, templates: Path) -> Looks:
    """Return when each file was last written, and how long it is."""
    looks: dict[str, tuple[int, int]] = {}
    folder = survey if survey.is_dir() else survey.parent
    for path in (*written_by_hand(folder).values(), project, *written_by_hand(templates).values()):
        try:
            about = path.stat()
        except OSError:
            continue  # an editor was putting it there
        looks[str(path)] = (about.st_mtime_ns, about.st_size)
    return looks


class _Watched:
    """The draft as it was last drawn, with what stays warm for the next time."""

    def __init__(self, survey: Path, keys: Mapping[str, Any], say: Say | None) -> None:
        self._survey = survey
        self._keys = keys
        self._say = say
        self._known: _Known | None = None
        self._drawn: Path | None = None
        self._warm = ExitStack()
        self._again: Callable[[], Any] | None = None
        self._folder = Path(self._warm.enter_context(tempfile.TemporaryDirectory(prefix="padai-")))
        self._processes = self._warm.enter_context(ExitStack())
        self._asked: tuple[Any, ...] = ()

    def close(self) -> None:
        """End what stayed warm."""
        self._warm.close()

    def made_again(self) -> WatchedChange:
        """Draw the whole draft the first time, its page after that."""
        start = time.monotonic()
        try:
            page = self._page()
        except PadaiError as error:
            return WatchedChange(fault=error)
        return WatchedChange(page, time.monotonic() - start)

    def _page(self) -> Path:
        if self._drawn is None:
            self._drawn = build_draft(self._survey, say=self._say, **self._keys).folder
        order = draft_order(self._survey, stages=stages_of(self._say, None), **self._keys)
        with plain_trouble(order.name), locked(order.home, order.name):
            order, results = self._results(order)
            inside = self._folder / INSIDE
            timed_results = timed(order, results)
            write_store(inside, order.survey, order.wave, timed_results.tables, timed_results.facts)
            write_outside(inside, self._folder / "store")
            published = self._publisher(order)()
        pages: list[Path] = [path for path in published.files if path.suffix == ".html"]
        return pages[0]

    @one_thread()
    def _results(self, order: Order) -> tuple[Order, Results]:
        """Return what was estimated, anew only where something that it rests on changed."""
        rest, texts = _rests_on(order), text_hashes(order.survey)
        known = self._known
        if known is not None and known.rest == rest and known.read.items() <= texts.items():
            return order, known.results
        self._known = None
        with texts_read(order.survey) as read:
            whole, parts, _aside = scoped(
                order.survey, order.wave, order.data_dir, order.stages.say
            )
            now = replace(order, survey=whole)
            made = estimated_anew(now, parts, earlier_stores(now))
        if _same(made.survey, order.survey) and rest == _rests_on(order):
            self._known = _Known(rest, {place: texts[place] for place in read}, made.results)
        return replace(order, survey=made.survey), made.results

    def _publisher(self, order: Order) -> Callable[[], Any]:
        """Return what has the page made, by a process that stays."""
        assert self._drawn is not None
        request = {
            "languages": None, "formats": ["html"], "engine": order.engine, "what": list(_PAGE),
            "overrides": str(order.project.reports_dir), "before": None, "trust_templates": False,
            "taken": list(withheld(order.project, order.survey, order.data_dir)),
            "site_url": order.site_url, "store_dir": str(self._folder / "store"),
        }  # fmt: skip
        asked = (self._drawn, digest_of_parts(request))
        if self._again is None or asked != self._asked:
            self._processes.close()
            self._asked = asked
            self._again = self._processes.enter_context(
                asking_again(request, self._drawn, order.stages.say)
            )
        return self._once

    def _once(self) -> Any:
        """Ask once; a process that died is started anew at the next change."""
        assert self._again is not None
        try:
            return self._again()
        except ProcessEndedError:
            self._again = None
            raise


def _same(one: Survey, other: Survey) -> bool:
    return without_texts(one) == without_texts(other)


def _rests_on(order: Order) -> str:
    """Hash all that estimating reads but texts."""
    written = written_by_hand(order.survey.path, but="data")
    others = {n: p for n, p in written.items() if not n.startswith(_MODELLED)}
    return digest_of_parts(
        [
            order.wave,
            without_texts(order.survey),
            files_digest(others),
            data_hash(order),
            other_surveys(order),
            other_releases(order),
        ]
    )
