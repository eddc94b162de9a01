"""What a build was asked for, and where its release goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from padai.errors import DefinitionError, PublicationError
from padai.pipeline.machinery.stage_log import Stages
from padai.project import Project, find_project
from padai.publishing.engine.engines import find_renderer
from padai.survey import Release, Survey, load_survey
from padai.words import Said

PLACES = 60
"""How many questions, scales and files a list of texts to be written names."""
SPOKEN = ("fr", "en")
"""The languages in which padai has the words of a report."""
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
        As the renderer takes it.
    trust_templates
        Whether the project's own cells may run where the system cannot hold them to the store.
    draft
        Whether it is the draft of an unfinished definition, which is no release.
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
) -> Order:
    """Return an order for a wave of a survey's folder, the last wave where none is named.

    Parameters
    ----------
    formats
        ``"html"``, ``"pdf"``, ``"docx"``; those of the definition where none is named.
    """
    definition = load_survey(survey)
    chosen = definition.wave(wave or definition.waves[-1])
    if FIRST_PART not in chosen.parts:
        raise DefinitionError(
            Said("pipeline-a-report-needs-a-part-named-main", wave_id=chosen.id,
                 first=next(iter(chosen.parts)), parts=", ".join(chosen.parts)),
            where=f"{definition.id}, {chosen.id}",
        )  # fmt: skip
    return Order(
        survey=definition,
        project=find_project(definition.path, project),
        wave=chosen.id,
        data_dir=Path(data_dir) if data_dir else None,
        engine=find_renderer(engine).name,
        formats=rendered_formats(definition.formats if formats is None else formats),
        stages=stages or Stages(),
        trust_templates=trust_templates,
    )


def _by_place(names: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Gather the names of texts by the file, and the question or scale, where they are written."""
    places: dict[str, list[str]] = {}
    for name in names:
        head, _, rest = name.partition(".")
        key, _, within = rest.partition(".")
        if head in ("questions", "scales", "scenarios"):
            place, told = f"questionnaire.yaml, {head}.{key}", within
        elif head == "wave_defs":
            place, told = f"waves/{key}.yaml", within
        elif head in ("panel", "consultation"):
            place, told = f"{head}.yaml", rest
        else:
            place, told = "survey.yaml", name
        places.setdefault(place, []).append(told)
    return list(places.items())


def refuse_unpublishable(survey: Survey, wave_id: str) -> None:
    """Refuse, with the list, what a definition must hold before anything is published."""
    wordless = [lang for lang in survey.languages if lang not in SPOKEN]
    if wordless:
        named, known = ", ".join(wordless), ", ".join(SPOKEN)
        raise DefinitionError(
            Said("pipeline-reports-are-written-in-padai-has-no", known=known, named=named),
            where=survey.id,
        )
    todo = survey.to_complete()
    if todo:
        places = _by_place(todo)
        listed = "\n".join(f"  {place}: {', '.join(names)}" for place, names in places[:PLACES])
        rest = sum(len(names) for _, names in places[PLACES:])
        raise DefinitionError(
            Said(
                "pipeline-text-s-are-still-to-be-written-before",
                count_todo=len(todo),
                listed_en=listed,
                rest=Said("pipeline-and-more", rest=rest) if rest else "",
                listed_fr=listed.replace(": ", " : "),
            ),
            where=survey.id,
        )
    undisclosed = ", ".join(k for k, v in survey.disclosure_items(wave_id).items() if v is None)
    if undisclosed:
        raise DefinitionError(
            Said("pipeline-the-methodology-says-nothing-of-give", undisclosed=undisclosed),
            where=f"{survey.id}, {wave_id}",
        )
    if len(survey.waves) > 1 and survey.overlap is None:
        raise DefinitionError(
            Said("pipeline-overlap-must-say-what-the-samples-of-the"),
            where=survey.id,
        )
