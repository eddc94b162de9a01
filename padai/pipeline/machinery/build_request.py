"""What a build was asked for, and where its release goes."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from padai.errors import DefinitionError, PublicationError, RenderError, Said
from padai.pipeline.machinery.all_versions import complete
from padai.pipeline.machinery.stage_log import Stages
from padai.project import Project, find_project
from padai.publishing.engine.engines import find_renderer
from padai.store import inside_of
from padai.survey import Release, Survey, load_survey
from padai.survey.following import following_files
from padai.survey.kinds import KINDS
from padai.words import LANGUAGES, Joined
from padai.words.languages import base, lacking, spoken, told

PLACES = 60
"""How many questions, scales and files a list of texts to be written names."""
FORMATS: dict[str, str] = {"html": "html", "pdf": "typst", "docx": "docx"}
"""The formats of reports as people name them, and as the renderer does."""


@dataclass(frozen=True)
class Order:
    """A wave to publish, and how.

    Attributes
    ----------
    data_dir
        Where the data files are, before the environment variable and the definition.
    formats
        In the renderer's names, a page first.
    engine
        ``"embedded"`` or ``"quarto"``.
    trust_templates
        Whether the project's own cells may run where the system cannot hold them to the store.
    draft
        Whether it is the draft of an unfinished definition, which is no release.
    site_url
        Where the site is published; empty where the project does not say.
    """

    survey: Survey
    project: Project
    wave: str
    data_dir: Path | None = None
    engine: str = "auto"
    formats: tuple[str, ...] = ("html",)
    stages: Stages = field(default_factory=Stages, repr=False)
    trust_templates: bool = False
    draft: bool = False
    site_url: str = ""

    @property
    def release(self) -> Release:
        """The release that the wave declares.

        Raises
        ------
        PublicationError
            It declares none.
        """
        release = self.survey.wave(self.wave).release
        if release is None:
            raise PublicationError(
                Said("pipeline-waves-yaml-declares-no-release-add-it-2bec", wave=self.wave),
                where=self.name,
            )
        return release

    @property
    def name(self) -> str:
        """Survey and wave, for messages."""
        return f"{self.survey.id}, {self.wave}"

    @property
    def home(self) -> Path:
        """The folder of all releases of the survey: ``releases/<survey>``, or ``drafts/``."""
        project = self.project
        return (project.drafts_dir if self.draft else project.releases_dir) / self.survey.id

    @property
    def wave_folder(self) -> Path:
        """The folder of all versions of the wave: ``releases/<survey>/<wave>``."""
        return self.home / self.wave

    @property
    def target(self) -> Path:
        """Where this version goes: ``releases/<survey>/<wave>/v<version>``."""
        if self.draft:
            return self.wave_folder
        return self.wave_folder / f"v{self.release.version}"


FIRST_PART = "main"
"""The part that a report opens with; others follow it."""


def rendered_formats(asked: Sequence[str]) -> tuple[str, ...]:
    """Return formats in the renderer's names, each once and in its order.

    The page is always made: every other file of a release is found from one.

    Raises
    ------
    DefinitionError
        There is no such format.

    Examples
    --------
    >>> rendered_formats(["docx", "pdf"])
    ('html', 'typst', 'docx')
    """
    unknown = [name for name in asked if name not in FORMATS and name not in FORMATS.values()]
    if unknown:
        raise DefinitionError(
            Said("pipeline-format-there-is-no-such-format-choose", unknown=unknown[0]),
        )
    wanted = {"html", *(FORMATS.get(name, name) for name in asked)}
    return tuple(kind for kind in FORMATS.values() if kind in wanted)


def ordered(
    survey: str | Path,
    wave: str | None,
    project: str | Path | None,
    *,
    data_dir: str | Path | None = None,
    engine: str = "auto",
    formats: Sequence[str] | None = None,
    stages: Stages | None = None,
    trust_templates: bool = False,
    site_url: str | None = None,
) -> Order:
    """Return an order for a wave of a survey's folder, the last wave where none is named.

    Parameters
    ----------
    engine
        ``"embedded"``, ``"quarto"``, or ``"auto"``: the engine that made the version where one
        stands, and the embedded one otherwise, whatever is on the ``PATH``.
    formats
        ``"html"``, ``"pdf"``, ``"docx"``; those of the definition where none is named.
    site_url
        That of the project where none is given.
    """
    definition = load_survey(survey)
    place = find_project(definition.path, project)
    if complete(place, definition.id, definition.path):
        definition = load_survey(survey)
    chosen = definition.wave(wave or definition.waves[-1])
    if FIRST_PART not in chosen.parts:
        raise DefinitionError(
            Said(
                "pipeline-a-report-needs-a-part-named-main",
                wave_id=chosen.id,
                first=next(iter(chosen.parts)),
                parts=", ".join(chosen.parts),
            ),
            where=f"{definition.id}, {chosen.id}",
        )
    order = Order(
        survey=definition,
        project=place,
        wave=chosen.id,
        data_dir=Path(data_dir) if data_dir else None,
        engine=engine,
        formats=rendered_formats(definition.formats if formats is None else formats),
        stages=stages or Stages(),
        trust_templates=trust_templates,
        site_url=place.site_url if site_url is None else site_url,
    )
    return replace(order, engine=_engine(order))


def made_by(version: Path) -> str:
    """Return the engine that made a version; empty where none stands there, or nothing says it."""
    try:
        text = (inside_of(version) / "manifest.json").read_text(encoding="utf-8")
        return str(json.loads(text)["parameters"]["engine"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _engine(order: Order) -> str:
    """Return the engine to use: the one asked for, else the one that made the version."""
    if order.engine != "auto":
        return find_renderer(order.engine).name
    standing = made_by(order.target) if order.survey.wave(order.wave).release else ""
    if standing != "quarto":
        return find_renderer("auto").name
    try:
        return find_renderer("quarto").name
    except RenderError as error:
        shown = order.project.shown(order.target)
        raise RenderError(
            Said(
                "pipeline-was-made-by-quarto-and-a-version-keeps",
                shown=shown,
                texts=error.words,
            ),
            where=order.name,
        ) from None


def _by_place(names: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Gather the names of texts by the file, and the question or scale, where they are written."""
    places: dict[str, list[str]] = {}
    for name in names:
        head, _, rest = name.partition(".")
        key, _, within = rest.partition(".")
        if head in ("questions", "scales", "scenarios"):
            place, shown = f"questionnaire.yaml, {head}.{key}", within
        elif head == "wave_defs":
            place, shown = f"waves/{key}.yaml", within
        elif head in KINDS:
            place, shown = KINDS[head].file, rest
        else:
            place, shown = "survey.yaml", name
        places.setdefault(place, []).append(shown)
    return list(places.items())


def refuse_unpublishable(survey: Survey, wave_id: str) -> None:
    """Refuse, with the list, what a definition must hold before anything is published."""
    refuse_wordless(survey)
    todo = survey.to_complete()
    if todo:
        places = _by_place(todo)
        listed = [
            Said("pipeline-texts-of-a-place", place=place, names=", ".join(names))
            for place, names in places[:PLACES]
        ]
        rest = sum(len(names) for _, names in places[PLACES:])
        raise DefinitionError(
            Said(
                "pipeline-text-s-are-still-to-be-written-before",
                count_todo=len(todo),
                listed=Joined(listed, "\n"),
                rest=Said("pipeline-and-more", rest=rest) if rest else "",
            ),
            where=survey.id,
        )
    undisclosed = ", ".join(k for k, v in survey.disclosure_items(wave_id).items() if v is None)
    if undisclosed:
        raise DefinitionError(
            Said("pipeline-the-methodology-says-nothing-of-give", undisclosed=undisclosed),
            where=f"{survey.id}, {wave_id}",
        )
    _refuse_past_dates(survey, wave_id)
    if len(survey.waves) > 1 and survey.overlap is None:
        raise DefinitionError(
            Said("pipeline-overlap-must-say-what-the-samples-of-the"),
            where=survey.id,
        )


def refuse_wordless(survey: Survey) -> None:
    """Refuse a survey in a language of which padai lacks words, with those that it lacks.

    What follows a release is written in French and in English alone.
    """
    for lang in survey.languages:
        lacked = lacking(lang)
        if lacked:
            raise DefinitionError(
                Said(
                    "publishing-language-lacks-messages",
                    lang=lang,
                    count=len(lacked),
                    lacked=told(lacked),
                    known=", ".join(spoken()),
                ),
                where=survey.id,
            )
        if lang not in LANGUAGES:
            _refuse_beyond_words(survey, lang)


def _refuse_beyond_words(survey: Survey, lang: str) -> None:
    """Refuse what is written in French and English alone, or needs words that a language lacks."""
    from padai.publishing.basis.vocabulary import GUARDED

    following = sorted(following_files(survey.path))
    kinds = {p.sample_type for w in survey.wave_defs.values() for p in w.parts.values()}
    unguarded = sorted(kinds - {"probability"}) if base(lang) not in GUARDED else []
    message = (
        Said("publishing-language-follow-up", file=following[0], known=", ".join(LANGUAGES))
        if following
        else Said(
            "publishing-language-guarded", kind=unguarded[0], lang=lang, known=", ".join(GUARDED)
        )
        if unguarded
        else None
    )
    if message is not None:
        raise DefinitionError(message, where=survey.id)


def _refuse_past_dates(survey: Survey, wave_id: str) -> None:
    """Refuse a calendar that announces what this release is already past."""
    release = survey.wave(wave_id).release
    if release is None or wave_id != survey.waves[-1]:
        return
    past = [entry for entry in survey.calendar if entry.date <= release.publish_on]
    if past:
        raise DefinitionError(
            Said(
                "pipeline-calendar-announces-for-and-this-release",
                what=past[0].what,
                date=past[0].date,
                publish_on=release.publish_on,
            ),
            where=f"{survey.id}, survey.yaml",
        )


def past_dates(survey: Survey, today: dt.date) -> list[Said]:
    """Say which announced dates have gone by; no file depends on the day of the build."""
    return [
        Said(
            "pipeline-calendar-announces-for-which-has-gone-by",
            what=entry.what,
            date=entry.date,
        )
        for entry in survey.calendar
        if entry.date < today
    ]


def no_address(project: Project) -> list[Said]:
    """Say what a site lacks whose address nobody gave."""
    if project.site_url:
        return []
    return [Said("pipeline-there-is-no-site-url-in-padai-yaml-the")]
