"""What the site shows: every version that was put out, by survey and edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from padai.errors import PublicationError
from padai.publishing.basis.context import Context
from padai.publishing.basis.filenames import documents_beside
from padai.publishing.chapters.opening import PAGES
from padai.store import Store, inside_of, open_store, outside
from padai.survey.releases import PUT_OUT, ReleaseRecord
from padai.words import LANGUAGES
from padai.words.languages import AT_ROOT, in_order


@dataclass(frozen=True)
class Version:
    """A version that a reader may open.

    Attributes
    ----------
    survey
        The survey's id.
    folder
        The folder of the version among the releases.
    """

    survey: str
    record: ReleaseRecord
    folder: Path

    @property
    def address(self) -> str:
        """Where the version stands in the site, from its root."""
        return f"{self.survey}/{self.record.name}"

    def documents(self, lang: str) -> tuple[str, ...]:
        """Return the endings of the documents that hold the report, beside its page."""
        return documents_beside(self.folder / lang / PAGES["report"][lang])

    @cached_property
    def store(self) -> Store:
        """The store of the version."""
        return outside(open_store(inside_of(self.folder)))

    def context(self, lang: str) -> Context:
        """Return the version in one language, its store indexed once for all pages."""
        fresh = Context(self.store, lang)
        fresh.__dict__["lookup"] = self._lookup
        return fresh

    @cached_property
    def _lookup(self) -> Any:
        return Context(self.store, self.store.survey.languages[0]).lookup


@dataclass(frozen=True)
class Edition:
    """The versions of a wave, the first one first, and the newest that a reader may open.

    `closed` is that version where an older padai made its store and this one cannot read it: its
    pages are as they were put out, and nothing more is said of it.
    """

    survey: str
    wave: str
    records: tuple[ReleaseRecord, ...]
    newest: Version | None
    closed: Version | None = None

    @property
    def address(self) -> str:
        """The folder of the edition in the site, from its root."""
        return f"{self.survey}/{self.wave}"


@dataclass(frozen=True)
class SurveyEditions:
    """The editions of a survey, the oldest first; at least one can be opened."""

    survey: str
    editions: tuple[Edition, ...]

    @property
    def latest(self) -> Version:
        """The newest version of the latest edition that a reader may open."""
        return next(e.newest for e in reversed(self.editions) if e.newest is not None)

    def speaks(self, lang: str) -> bool:
        """Whether the survey is published in a language."""
        return lang in self.latest.store.survey.languages


@dataclass(frozen=True)
class Catalogue:
    """All that was put out, and where it lies.

    Attributes
    ----------
    releases
        The folder of releases of the project.
    series
        The surveys: trackers first, then by their ids.
    """

    releases: Path
    series: tuple[SurveyEditions, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """French, English where a survey is published in it, then every other language.

        French is left out where surveys are published in others, and none in French.
        """
        spoken = dict.fromkeys(t for s in self.series for t in s.latest.store.survey.languages)
        alone = set(spoken) <= set(LANGUAGES)
        return in_order(dict.fromkeys((AT_ROOT, *spoken)) if alone else spoken)

    def spoken(self, lang: str) -> tuple[SurveyEditions, ...]:
        """Return the surveys that are published in a language."""
        return tuple(s for s in self.series if s.speaks(lang))

    @property
    def versions(self) -> tuple[Version, ...]:
        """The newest version of each edition."""
        every = (e.newest for s in self.series for e in s.editions)
        return tuple(v for v in every if v is not None)


def read_catalogue(releases: Path, surveys: Sequence[Mapping[str, Any]]) -> Catalogue:
    """Return what the site may show: recorded versions whose folder is there.

    A draft and a release under embargo have no record, and so no place here. A survey of which
    every version was withdrawn keeps its notices, and is left out of the lists.

    Parameters
    ----------
    releases
        The folder of releases of the project.
    surveys
        For each survey its ``id`` and its ``records``, JSON-ready.
    """
    series = []
    for one in sorted(surveys, key=lambda s: str(s["id"])):
        name = str(one["id"])
        records = [ReleaseRecord.model_validate(row) for row in one["records"]]
        waves = dict.fromkeys(record.wave for record in records)
        editions = tuple(_edition(releases, name, wave, records) for wave in waves)
        if any(edition.newest for edition in editions):
            series.append(SurveyEditions(name, editions))
    # what is followed over time comes first, then what was held once
    series.sort(key=lambda s: (not s.latest.store.survey.traits.repeated, s.survey))
    return Catalogue(releases, tuple(series))


def _edition(releases: Path, survey: str, wave: str, records: Sequence[ReleaseRecord]) -> Edition:
    mine = sorted((r for r in records if r.wave == wave), key=lambda r: r.version)
    standing = [
        Version(survey, record, releases / survey / record.name)
        for record in mine
        if record.status in PUT_OUT
        and (inside_of(releases / survey / record.name) / "texts.json").is_file()
    ]
    if not standing:
        return Edition(survey, wave, tuple(mine), None)
    last = wave == records[-1].wave
    try:
        _ = standing[-1].store
    except PublicationError:
        if last:  # the front page shows this one: it must be read
            raise
        return Edition(survey, wave, tuple(mine), None, standing[-1])
    return Edition(survey, wave, tuple(mine), standing[-1])
