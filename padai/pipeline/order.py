"""What a build was asked for, and where its release goes."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from padai.errors import DefinitionError, PublicationError, RenderError, Said
from padai.pipeline.stages import Stages
from padai.project import Project, find_project
from padai.publishing.rendering.engines import find_renderer
from padai.store import inside_of
from padai.survey import Release, Survey, load_survey

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
                f"waves/{self.wave}.yaml declares no `release:`. Add it, with version, status and "
                "publish_on.",
                f"waves/{self.wave}.yaml ne déclare pas de `release:`. Ajoutez-la, avec version, "
                "status et publish_on.",
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
            f"format {unknown[0]}: there is no such format; choose html, pdf or docx.",
            f"format {unknown[0]} : ce format n’existe pas; choisissez html, pdf ou docx.",
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
    order = Order(
        survey=definition,
        project=place,
        wave=definition.wave(wave or definition.waves[-1]).id,
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
            f"{shown} was made by Quarto, and a version keeps its engine: {error.texts['en']}",
            f"{shown} a été fait par Quarto, et une version garde son moteur : {error.texts['fr']}",
            where=order.name,
        ) from None


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
            f"reports are written in {known}; padai has no words in {named} yet. Everything but "
            f"publishing works. To publish, list among `languages:` only {known}, and write the "
            "texts in them.",
            f"les rapports s’écrivent en {known}; padai n’a pas encore de mots en {named}. Tout "
            f"fonctionne, sauf la publication. Pour publier, ne nommez sous `languages:` que "
            f"{known}, et écrivez-y les textes.",
            where=survey.id,
        )
    todo = survey.to_complete()
    if todo:
        places = _by_place(todo)
        listed = "\n".join(f"  {place}: {', '.join(names)}" for place, names in places[:PLACES])
        rest = sum(len(names) for _, names in places[PLACES:])
        raise DefinitionError(
            f"{len(todo)} text(s) are still to be written before anything is published "
            f"(« à compléter »):\n{listed}" + (f"\n  and {rest} more" if rest else ""),
            f"{len(todo)} texte(s) restent à écrire avant toute publication (« à compléter ») :\n"
            + listed.replace(": ", " : ")
            + (f"\n  et {rest} de plus" if rest else ""),
            where=survey.id,
        )
    undisclosed = ", ".join(k for k, v in survey.disclosure_items(wave_id).items() if v is None)
    if undisclosed:
        raise DefinitionError(
            f"the methodology says nothing of: {undisclosed}. Give each, or declare it with "
            "`status: not_applicable` or `not_supplied` and a reason.",
            f"la méthodologie ne dit rien de : {undisclosed}. Donnez chaque élément, ou "
            "déclarez-le avec `status: not_applicable` ou `not_supplied` et une raison.",
            where=f"{survey.id}, {wave_id}",
        )
    _refuse_past_dates(survey, wave_id)
    if len(survey.waves) > 1 and survey.overlap is None:
        raise DefinitionError(
            "`overlap:` must say what the samples of the waves share: none, respondent or psu.",
            "`overlap:` doit dire ce que les échantillons des vagues ont en commun : none, "
            "respondent ou psu.",
            where=survey.id,
        )


def _refuse_past_dates(survey: Survey, wave_id: str) -> None:
    """Refuse a calendar that announces what this release is already past."""
    release = survey.wave(wave_id).release
    if release is None or wave_id != survey.waves[-1]:
        return
    past = [entry for entry in survey.calendar if entry.date <= release.publish_on]
    if past:
        raise DefinitionError(
            f"`calendar:` announces {past[0].what.get('en')!r} for {past[0].date}, and this "
            f"release is of {release.publish_on}. Take out what has come, or give the new date.",
            f"`calendar:` annonce « {past[0].what.get('fr')} » pour le {past[0].date}, et cette "
            f"publication est du {release.publish_on}. Retirez ce qui est passé, ou donnez la "
            "nouvelle date.",
            where=f"{survey.id}, survey.yaml",
        )


def past_dates(survey: Survey, today: dt.date) -> list[Said]:
    """Say which announced dates have gone by; no file depends on the day of the build."""
    return [
        Said(
            f"`calendar:` annonce « {entry.what.get('fr')} » pour le {entry.date}, qui est passé : "
            "la page du calendrier le dit encore à venir. Donnez la nouvelle date, ou retirez-la.",
            f"`calendar:` announces {entry.what.get('en')!r} for {entry.date}, which has gone by: "
            "the page of the calendar still says that it is to come. Give the new date, or take "
            "it out.",
        )
        for entry in survey.calendar
        if entry.date < today
    ]


def no_address(project: Project) -> list[Said]:
    """Say what a site lacks whose address nobody gave."""
    if project.site_url:
        return []
    return [Said(
        "`site_url:` n’est pas dans padai.yaml : les liens du site sont relatifs, et il n’a ni "
        "plan (sitemap.xml) ni adresses canoniques.",
        "there is no `site_url:` in padai.yaml: the links of the site are relative, and it has no "
        "sitemap.xml and no canonical addresses.",
    )]  # fmt: skip
