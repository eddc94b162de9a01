"""A whole survey: what is asked, of whom, when, and what was decided beforehand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, Field, field_validator, model_validator

from padai.errors import DefinitionError, FaultError, Said, nearest
from padai.survey.calendar import AnnouncedRelease
from padai.survey.consultations import ConsultationFile
from padai.survey.deposit import Deposit
from padai.survey.events import Event
from padai.survey.feedback import Scenario
from padai.survey.fieldwork import Part, WaveDef
from padai.survey.indices import Index
from padai.survey.kinds import CONSULTATION, KINDS, PANEL, TRACKER, KindName, SurveyKind
from padai.survey.panels import PanelFile
from padai.survey.participation_model import ParticipationModel
from padai.survey.policies import (
    Accepted,
    Break,
    Breakdown,
    Confidentiality,
    EnglishBasis,
    Family,
    Group,
    KeyResult,
    Methodology,
    NotGiven,
    Reliability,
    Section,
)
from padai.survey.questions import Question, QuestionEntry, Scale, _identified
from padai.survey.releases import ReleaseRecord
from padai.survey.respondent_quality import RespondentQuality
from padai.survey.rotations import Rotation
from padai.survey.small_areas import SmallAreas, ValidationItem
from padai.survey.targets import Targets, read_targets
from padai.survey.texts import (
    LANGUAGE_TAG,
    TO_COMPLETE,
    Frozen,
    Tagged,
    Text,
    Wording,
    YesNo,
    as_strings,
    is_language,
)
from padai.words import LANGUAGES

Overlap = Literal["none", "respondent", "psu"]
ReportFormat = Literal["html", "pdf", "docx"]
NOT_DEFINED = ("path", "releases")
"""What a :class:`Survey` carries beside its definition: its folder, and what was put out."""
_Item = TypeVar("_Item")
_KINDS = {
    "question": Said("survey-question"),
    "breakdown": Said("survey-breakdown"),
    "wave": Said("survey-wave"),
}


class Licences(Frozen):
    """Licences of data and of code, declared apart."""

    data: Text | None = None
    code: Text | None = None


class SurveyFile(Frozen):
    """The content of ``survey.yaml``."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    title: Text
    short_title: Text | None = None
    description: Text
    population: Text
    geography: Text
    sponsor: Text
    contact: Text
    languages: tuple[Annotated[str, Field(pattern=LANGUAGE_TAG.pattern)], ...] = Field(
        ("fr",), min_length=1, description="BCP 47 tags; the first prevails over the others."
    )
    french_required: YesNo = Field(
        False, description="Whether nothing may be published without French."
    )
    en: EnglishBasis | None = None
    formats: tuple[ReportFormat, ...] = Field(
        ("html", "pdf", "docx"),
        description="In which formats reports are published; html is always one of them.",
    )
    asked_in: tuple[str, ...] = Field(("fr",), description="Languages of the interviews.")
    synthetic: YesNo = False
    synthetic_note: Text | None = None
    data_dir: str = "data"
    overlap: Overlap | None = None
    ids: Literal["kept", "per_wave"] = Field(
        "kept", description="`per_wave`: numbers start anew, so equal ids are other people."
    )
    waves: tuple[str, ...] = Field(min_length=1)
    breakdowns: tuple[Breakdown, ...] = ()
    report_breakdowns: tuple[str, ...] | None = None
    families: tuple[Family, ...] = ()
    key_results: tuple[KeyResult, ...] = ()
    indices: tuple[Index, ...] = ()
    small_areas: tuple[SmallAreas, ...] = ()
    validation_items: tuple[ValidationItem, ...] = ()
    participation_model: ParticipationModel | None = None
    respondent_quality: RespondentQuality | None = None
    deposit: Deposit | None = Field(
        None, description="The anonymised file that an archive may be given; absent: none."
    )
    sections: tuple[Section, ...] = ()
    roles: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    breaks: tuple[Break, ...] = ()
    events: tuple[Event, ...] = Field(
        (), description="Events of the context, drawn on charts of series; never a reason."
    )
    reliability: Reliability = Reliability()
    confidentiality: Confidentiality = Confidentiality()
    methodology: Methodology = Methodology()
    licences: Licences = Licences()
    checks: dict[str, Literal["error", "warning", "off"]] = Field(
        default_factory=dict, description="Severity of a check, where it is not the usual one."
    )
    smallest_drift: float = Field(
        5.0, gt=0, le=50, description="Points under which no change from wave to wave is told."
    )
    accept: tuple[Accepted, ...] = ()
    minutes: dict[str, float] = Field(default_factory=dict, description="Longest interview a mode.")
    calendar: tuple[AnnouncedRelease, ...] = Field(
        (), description="Releases to come, the next one first."
    )

    @field_validator(
        "breakdowns", "families", "key_results", "indices", "small_areas", mode="before"
    )
    @classmethod
    def _identified(cls, value: Any) -> Any:
        return _identified(value)

    _strings = field_validator("waves", mode="before")(as_strings)

    @field_validator("languages", mode="before")
    @classmethod
    def _known_languages(cls, value: Any) -> Any:
        for tag in value if isinstance(value, list | tuple) else ():
            if not is_language(str(tag)):
                raise FaultError(
                    Said("survey-is-the-tag-of-no-language-write-one-of", tag=tag),
                )
        return value

    @model_validator(mode="after")
    def _languages(self) -> SurveyFile:
        if self.french_required and "fr" not in self.languages:
            raise FaultError(
                Said("survey-french-is-required-french-required-true"),
            )
        if len(set(self.languages)) != len(self.languages):
            raise FaultError(Said("survey-languages-names-one-of-them-twice"))
        beside_french = "fr" in self.languages and "en" in self.languages[1:]
        if beside_french and self.en is None:
            raise FaultError(
                Said("survey-an-english-version-needs-en-basis"),
            )
        return self

    @model_validator(mode="after")
    def _announced(self) -> SurveyFile:
        days = [entry.date for entry in self.calendar]
        if days != sorted(set(days)):
            raise FaultError(
                Said("survey-calendar-goes-from-the-next-release-to"),
            )
        return self

    @model_validator(mode="after")
    def _pages(self) -> SurveyFile:
        if "html" not in self.formats:
            raise FaultError(
                Said("survey-reports-are-pages-first-formats-must"),
            )
        return self


class QuestionnaireFile(Frozen):
    """The content of ``questionnaire.yaml``."""

    scales: tuple[Scale, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    questions: tuple[QuestionEntry, ...] = Field(min_length=1)
    rotations: tuple[Rotation, ...] = Field(
        (), description="Modules asked in some waves only, which come back by plan."
    )
    introduction: Text | None = None

    @field_validator("scales", "scenarios", "questions", "rotations", mode="before")
    @classmethod
    def _identified(cls, value: Any) -> Any:
        return _identified(value)


class Survey(SurveyFile):
    """A survey definition, complete and checked.

    Made by :func:`padai.load_survey`. `path` is the survey's folder.
    """

    path: Path
    questions: dict[str, Question]
    scales: dict[str, Scale]
    scenarios: dict[str, Scenario] = Field(default_factory=dict)
    rotations: tuple[Rotation, ...] = ()
    wave_defs: dict[str, WaveDef]
    releases: tuple[ReleaseRecord, ...] = ()
    panel: PanelFile | None = None
    consultation: ConsultationFile | None = None

    @property
    def kind(self) -> KindName:
        """What the survey is: a citizens' panel, an open consultation, or neither."""
        return self.traits.id

    @property
    def traits(self) -> SurveyKind:
        """What is true of every survey of this one's kind."""
        declared = {PANEL.id: self.panel, CONSULTATION.id: self.consultation}
        return next((KINDS[k] for k, file in declared.items() if file is not None), TRACKER)

    def basis_of(self, lang: str) -> Text | None:
        """Return why there is a version in a language, where a law asks for a reason."""
        declared = {"en": self.en}.get(lang)
        return declared.basis if declared is not None else None

    def question(self, question_id: str) -> Question:
        """Return a question by its id."""
        return self._find(self.questions, question_id, _KINDS["question"])

    def breakdown(self, breakdown_id: str) -> Breakdown:
        """Return a breakdown by its id, its groups written out."""
        breakdown = next((b for b in self.breakdowns if b.id == breakdown_id), None)
        if breakdown is None:
            known = {b.id: b for b in self.breakdowns}
            breakdown = self._find(known, breakdown_id, _KINDS["breakdown"])
        if breakdown.groups:
            return breakdown
        question = self.question(breakdown.question)
        groups = tuple(
            Group(id=code, label=_code_label(question, code), codes=(code,))
            for code in question.codes
        )
        return breakdown.model_copy(update={"groups": groups})

    def has_breakdown(self, name: str) -> bool:
        """Whether the survey declares a breakdown of that id."""
        return any(b.id == name for b in self.breakdowns)

    def wave(self, wave_id: str) -> WaveDef:
        """Return a wave's declaration by its id."""
        return self._find(self.wave_defs, str(wave_id), _KINDS["wave"])

    def part(self, wave_id: str, part: str = "main") -> Part:
        """Return a part of a wave."""
        kind = Said("survey-part-of-wave", wave_id=wave_id)
        return self._find(self.wave(wave_id).parts, part, kind)

    def earlier(self, wave_id: str, part: str = "main") -> tuple[str, ...]:
        """Return the ids of the waves before this one that have the part, oldest first."""
        place = self.waves.index(self.wave(wave_id).id)
        return tuple(w for w in self.waves[:place] if part in self.wave_defs[w].parts)

    def targets(self, wave_id: str, part: str = "main") -> Targets:
        """Read the population targets of a part from ``targets/<wave>.csv``."""
        weighting = self.part(wave_id, part).weighting
        where = f"{self.id}, {wave_id}, {part}"
        if weighting is None or not weighting.margins:
            raise DefinitionError(
                Said("survey-the-part-declares-no-weighting-margins"),
                where=where,
            )
        return read_targets(self.targets_path(wave_id), part, weighting, where)

    def targets_path(self, wave_id: str) -> Path:
        """Return where the targets of a wave's parts are."""
        return self.path / "targets" / f"{wave_id}.csv"

    def disclosure_items(self, wave_id: str) -> dict[str, Text | NotGiven | None]:
        """Return the methodological items of a wave: its own, else the survey's."""
        own = Methodology.model_validate(self.wave(wave_id).methodology)
        return {
            name: getattr(own, name) or getattr(self.methodology, name)
            for name in Methodology.model_fields
        }

    def to_complete(self) -> tuple[str, ...]:
        """Name every text, date or description that is still to be written to publish, once.

        A scale that questions share is named by itself, not with each of them.
        """
        shared = tuple(
            f"questions.{q.id}.scale."
            for q in self.questions.values()
            if q.scale is not None and q.scale.id in self.scales
        )
        texts = tuple(
            name
            for name, value in _walk(self, "")
            if _incomplete(value, self.languages) and not name.startswith(shared)
        )
        waiting = (
            f"wave_defs.{w}.{at}" for w in self.waves for at in self.wave_defs[w].unconfirmed
        )
        return (*texts, *waiting)

    def _find(self, items: Mapping[str, _Item], wanted: str, kind: Said) -> _Item:
        if wanted in items:
            return items[wanted]
        known = ", ".join(list(items)[:12])
        hint = nearest(str(wanted), items)
        if not hint.en:
            hint = Said("survey-there-are", known=known)
        raise DefinitionError(
            Said("survey-there-is-no", kind=kind, wanted=wanted, hint=hint),
            where=self.id,
        )


def _code_label(question: Question, code: str) -> Text:
    named = question.entry(code)
    if named is not None and named.label.written:
        return named.label  # itself, of which a page reads its own language
    tags = named.label.tags if named is not None else ()
    labels = {tag: question.response_label(code, tag) for tag in (*LANGUAGES, *tags)}
    return Text.model_validate(labels)


def _incomplete(value: Any, languages: tuple[str, ...]) -> bool:
    if isinstance(value, Text | Wording):
        return value.missing(languages)
    return bool(value == TO_COMPLETE)


def named_texts(survey: Survey) -> Iterator[tuple[str, str]]:
    """Yield every string of a definition, in both languages, with its dotted name."""
    for name, value in _walk(survey, ""):
        if isinstance(value, Text | Wording):
            yield from ((name, text) for text in value.every if text)
        elif isinstance(value, str):
            yield name, value


def text_tags(survey: Survey) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the dotted name of every text of a definition, and the languages that it is in."""
    for name, value in _walk(survey, ""):
        if isinstance(value, Tagged):
            yield name, value.tags


def _place(model: Any, position: int) -> str:
    """Name a member of a list by its id or code, where it has one."""
    return str(getattr(model, "id", None) or getattr(model, "code", None) or position)


def _walk(model: Any, name: str) -> list[tuple[str, Any]]:
    """Return every text and string of a definition with its dotted name."""
    models: list[tuple[str, Any]] = []
    _into(models, model, name)
    return models


_PLAIN = (str, int, float, bool, type(None))
"""What holds no text, told by its kind alone: what a model is takes long to ask."""


@cache
def _defined(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name in model.model_fields if name not in NOT_DEFINED)


def _into(models: list[tuple[str, Any]], model: Any, name: str) -> None:
    if type(model) in _PLAIN or isinstance(model, (Text, Wording)):
        models.append((name, model))
        return
    if isinstance(model, dict):
        items: Any = model.items()
    elif isinstance(model, (tuple, list)):
        items = ((_place(v, i), v) for i, v in enumerate(model))
    elif isinstance(model, BaseModel):
        items = ((k, getattr(model, k)) for k in _defined(type(model)))
    else:
        models.append((name, model))
        return
    for key, value in items:
        _into(models, value, f"{name}.{key}" if name else str(key))
