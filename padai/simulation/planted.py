"""What a simulation plants: the content of ``truth.yaml``, checked against the definition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import Field, field_validator

from padai.errors import DefinitionError
from padai.simulation.divisions import Divisions
from padai.survey import Question, Survey
from padai.survey.texts import Frozen
from padai.survey.yaml_files import parse_model, read_yaml
from padai.words import Joined, Said

Effects = dict[str, dict[str, float]]
Percentages = dict[str, float]


class PlantedTrait(Frozen):
    """A latent standard normal variable: correlations with others, and means of groups."""

    correlations: dict[str, float] = Field(default_factory=dict, alias="with")
    effects: Effects = Field(default_factory=dict)


class PlantedStrata(Frozen):
    """The strata of a sample, with the fewest interviews in each."""

    question: str
    minimum: int = Field(0, ge=0)


class PlantedSample(Frozen):
    """How the people of a part are made up and drawn."""

    n: dict[str, int] = Field(default_factory=dict)
    people: dict[str, Percentages] = Field(default_factory=dict)
    given: dict[str, dict[str, Effects]] = Field(default_factory=dict)
    strata: PlantedStrata | None = None
    response: Effects = Field(default_factory=dict)
    shift: dict[str, float] = Field(default_factory=dict)


class PlantedWord(Frozen):
    """A word that people may write, and how its weight moves with the traits."""

    fr: str
    en: str
    weight: float = Field(gt=0)
    trait: dict[str, float] = Field(default_factory=dict)


class PlantedItem(Frozen):
    """How one question is answered, and what changes."""

    first: Percentages | tuple[float, ...] | None = None
    missing: Percentages | None = None
    net: str | None = None
    change: dict[str, float | Percentages] = Field(default_factory=dict)
    load: dict[str, float] = Field(default_factory=dict)
    effects: Effects = Field(default_factory=dict)
    options: Percentages = Field(default_factory=dict)
    exclusive: tuple[str, ...] = ()
    words: tuple[PlantedWord, ...] = ()
    empty: float = Field(0.0, ge=0, le=100)
    english: dict[str, str | tuple[str, ...]] = Field(default_factory=dict)

    @field_validator("exclusive", mode="before")
    @classmethod
    def _one_or_more(cls, value: Any) -> Any:
        return (value,) if isinstance(value, str) else value


class PlantedScale(Frozen):
    """Defaults for the questions that share a scale."""

    first: Percentages | tuple[float, ...] | None = None
    missing: Percentages | None = None
    load: dict[str, float] = Field(default_factory=dict)


class PlantedArtefact(Frozen):
    """What a break does to the measure without being a change of the population."""

    offset: dict[str, float] = Field(default_factory=dict)
    options: dict[str, Percentages] = Field(default_factory=dict)
    recode: dict[str, dict[str, dict[str, Percentages]]] = Field(default_factory=dict)


class Planted(Frozen):
    """The content of ``truth.yaml``; every part of it may be absent."""

    format: int = 1
    seed: int | None = Field(None, ge=0)
    traits: dict[str, PlantedTrait] = Field(default_factory=dict)
    samples: dict[str, PlantedSample] = Field(default_factory=dict)
    scales: dict[str, PlantedScale] = Field(default_factory=dict)
    items: dict[str, PlantedItem] = Field(default_factory=dict)
    artefacts: dict[str, PlantedArtefact] = Field(default_factory=dict)

    def sample(self, part: str) -> PlantedSample:
        """Return what is planted for a part, or plain defaults."""
        return self.samples.get(part, PlantedSample())

    def item(self, question: Question) -> PlantedItem:
        """Return what is planted for a question, its scale's defaults filled in."""
        own = self.items.get(question.id, PlantedItem())
        shared = self.scales.get(question.scale.id) if question.scale else None
        if shared is None:
            return own
        return own.model_copy(
            update={
                name: getattr(shared, name)
                for name in ("first", "missing", "load")
                if name not in own.model_fields_set
            }
        )


def read_planted(survey: Survey) -> Planted:
    """Read ``truth.yaml`` of a survey; without the file, nothing is planted.

    Raises
    ------
    DefinitionError
        The file is malformed, or names a question, code, net, wave, part, trait, breakdown or
        break that the definition lacks.
    """
    path = survey.path / "truth.yaml"
    if not path.is_file():
        return Planted()
    document = read_yaml(path)
    where = f"{survey.id}, {path.name}"
    planted = parse_model(document, Planted, document.content, where)
    faults = list(_faults(survey, planted))
    if faults:
        lines: list[object] = [f"  {document.place(at)}: {text}" for at, text in faults[:8]]
        if len(faults) > 8:
            lines.append(Said("survey-and-other-faults", n=len(faults) - 8))
        raise DefinitionError(
            Said(
                "simulation-thing-s-named-here-are-not-in-the",
                where=where,
                count_faults=len(faults),
                lines=Joined(lines, "\n"),
            )
        )
    return planted


Fault = tuple[tuple[str, ...], str]


def _faults(survey: Survey, planted: Planted) -> Iterator[Fault]:
    divisions = Divisions(survey)
    traits = list(planted.traits)
    for name, trait in planted.traits.items():
        at = ("traits", name)
        yield from _among(trait.correlations, traits, "trait", (*at, "with"))
        yield from _effects(trait.effects, divisions, (*at, "effects"))
    for part, sample in planted.samples.items():
        yield from _sample(survey, sample, traits, divisions, ("samples", part))
    parts = {p for wave in survey.wave_defs.values() for p in wave.parts}
    yield from _among(planted.samples, sorted(parts), "part", ("samples",))
    yield from _among(planted.scales, list(survey.scales), "scale", ("scales",))
    for name, shared in planted.scales.items():
        yield from _among(shared.load, traits, "trait", ("scales", name, "load"))
    yield from _among(planted.items, list(survey.questions), "question", ("items",))
    for name, item in planted.items.items():
        if name in survey.questions:
            yield from _item(survey, item, survey.questions[name], traits, divisions)
    yield from _artefacts(survey, planted)


def _sample(
    survey: Survey,
    sample: PlantedSample,
    traits: list[str],
    divisions: Divisions,
    at: tuple[str, ...],
) -> Iterator[Fault]:
    yield from _among(sample.n, list(survey.waves), "wave", (*at, "n"))
    yield from _among(sample.shift, traits, "trait", (*at, "shift"))
    yield from _effects(sample.response, divisions, (*at, "response"))
    yield from _effects(sample.people, divisions, (*at, "people"))
    for question, rows in sample.given.items():
        yield from _effects({question: dict.fromkeys(rows, 0.0)}, divisions, (*at, "given"))
        for code, effects in rows.items():
            yield from _effects(effects, divisions, (*at, "given", question, code))
    if sample.strata:
        yield from _effects({sample.strata.question: {}}, divisions, (*at, "strata"))


def _item(
    survey: Survey,
    item: PlantedItem,
    question: Question,
    traits: list[str],
    divisions: Divisions,
) -> Iterator[Fault]:
    at = ("items", question.id)
    asked = [w for w in survey.waves if question.asked_in(w)]
    substantive = [c.code for c in question.scale.codes] if question.scale else []
    missing = [m.code for m in question.missing_codes]
    yield from _among(item.load, traits, "trait", (*at, "load"))
    yield from _effects(item.effects, divisions, (*at, "effects"))
    yield from _among(item.change, asked[1:], "later wave that asks it,", (*at, "change"))
    if isinstance(item.first, dict) and set(item.first) != {"mean", "sd"}:
        yield from _among(item.first, substantive, "answer", (*at, "first"))
    yield from _among(item.missing or (), missing, "missing code", (*at, "missing"))
    yield from _among(item.options, substantive, "option", (*at, "options"))
    yield from _among(item.exclusive, substantive, "option", (*at, "exclusive"))
    known = [*question.codes, *(n.id for n in question.all_nets), "mean"]
    yield from _among([item.net] if item.net else [], known, "net", (*at, "net"))
    for name, groups in item.english.items():
        wanted = (groups,) if isinstance(groups, str) else groups
        yield from _effects({name: dict.fromkeys(wanted, 0.0)}, divisions, (*at, "english"))


def _artefacts(survey: Survey, planted: Planted) -> Iterator[Fault]:
    yield from _among(planted.artefacts, [b.id for b in survey.breaks], "break", ("artefacts",))
    for name, artefact in planted.artefacts.items():
        at = ("artefacts", name)
        questions = list(survey.questions)
        yield from _among(artefact.offset, questions, "question", (*at, "offset"))
        yield from _among(artefact.options, questions, "question", (*at, "options"))
        yield from _among(artefact.recode, list(survey.waves), "wave", (*at, "recode"))
        for wave_id, rows in artefact.recode.items():
            yield from _among(rows, questions, "question", (*at, "recode", wave_id))


def _effects(
    effects: Mapping[str, Mapping[str, float]],
    divisions: Divisions,
    at: tuple[str, ...],
) -> Iterator[Fault]:
    for name, groups in effects.items():
        if name not in divisions:
            yield (*at, name), _unknown("breakdown or question", name, divisions.names)
            continue
        yield from _among(groups, divisions.known(name), f"group of '{name}'", (*at, name))


def _among(names: Any, known: list[str], kind: str, at: tuple[str, ...]) -> Iterator[Fault]:
    for name in names:
        if name not in known:
            yield (*at, name), _unknown(kind, name, known)


def _unknown(kind: str, name: str, known: list[str]) -> str:
    close = get_close_matches(name, known, n=1)
    return f"there is no {kind} '{name}'" + (f"; did you mean '{close[0]}'?" if close else "")
