"""Read what follows a release: register, feedback, inventory, benchmarks; each may be absent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from padai.errors import DefinitionError, Said
from padai.survey.benchmarks import BenchmarksFile
from padai.survey.decisions import DecisionsFile
from padai.survey.definition import Survey
from padai.survey.feedback import FeedbackFile, Translation
from padai.survey.inventory import InventoryFile, Measure
from padai.survey.texts import Text
from padai.survey.yaml_files import parse_model, read_yaml
from padai.words import Joined

_Model = TypeVar("_Model", bound=BaseModel)
FILES = ("decisions", "feedback", "inventory", "benchmarks")
"""The files, beside ``survey.yaml``, without their ending."""


@dataclass(frozen=True)
class Following:
    """What follows the releases of a survey; an absent file gives nothing."""

    decisions: DecisionsFile | None = None
    feedback: FeedbackFile | None = None
    inventory: InventoryFile | None = None
    benchmarks: BenchmarksFile | None = None

    @property
    def given(self) -> bool:
        """Whether any of the files is there."""
        return any(getattr(self, name) is not None for name in FILES)


def load_following(survey: Survey) -> Following:
    """Read the files that follow a release, and check what they name of the survey.

    Raises
    ------
    DefinitionError
        With file, line and column: a fault, a text without a language that the survey lists, or
        a question, net or key result that is not there.
    """
    following = Following(
        _read(survey, "decisions", DecisionsFile),
        _read(survey, "feedback", FeedbackFile),
        _read(survey, "inventory", InventoryFile),
        _read(survey, "benchmarks", BenchmarksFile),
    )
    faults = [
        *_benchmarks(survey, following),
        *_inventory(survey, following),
        *_feedback(survey, following),
    ]
    if faults:
        raise DefinitionError(Said("padai-parts", parts=Joined(faults, "\n  ")), where=survey.id)
    return following


def following_files(folder: Path) -> dict[str, Path]:
    """Return the files that follow a release, by their name relative to the survey's folder."""
    names = [f"{name}.yaml" for name in FILES]
    if (folder / "inventory.yaml").is_file():
        names += sorted(path.name for path in folder.glob("*.csv"))
    return {name: folder / name for name in names if (folder / name).is_file()}


def _read(survey: Survey, name: str, model: type[_Model]) -> _Model | None:
    path = survey.path / f"{name}.yaml"
    if not path.is_file():
        return None
    document = read_yaml(path)
    parsed = parse_model(document, model, document.content or {}, survey.id)
    lacking = [at for at, text in _texts(parsed, ()) if text.missing(survey.languages)]
    if lacking:
        places = ", ".join(f"{document.place(at)} ({at[-1]})" for at in lacking[:4])
        listed = ", ".join(survey.languages)
        raise DefinitionError(
            Said(
                "survey-text-s-of-lack-a-language-that-languages",
                count_lacking=len(lacking),
                path_name=path.name,
                listed=listed,
                places=places,
            ),
            where=survey.id,
        )
    return parsed


def _texts(value: Any, at: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    if isinstance(value, Text):
        yield at, value
    elif isinstance(value, Translation):
        return
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), (*at, name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*at, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            key = getattr(item, "id", None) or index
            yield from _texts(item, (*at, key))


def _followed(survey: Survey, question_id: str, net: str) -> Said | None:
    question = survey.questions.get(question_id)
    if question is None:
        return Said("survey-there-is-no-question-de64", question_id=question_id)
    if net in {*question.codes, *(n.id for n in question.all_nets), "mean"}:
        return None
    return Said("survey-question-has-no-net-or-code", question_id=question_id, net=net)


def _at(place: str, message: Said) -> Said:
    return Said("survey-place-said", place=place, said=message)


def _benchmarks(survey: Survey, following: Following) -> Iterator[Said]:
    for item in following.benchmarks.items if following.benchmarks else ():
        place = f"benchmarks.yaml, {item.id}"
        if wrong := _followed(survey, item.beside.question, item.beside.net):
            yield _at(place, wrong)
        elif (item.unit == "mean") != (item.beside.net == "mean"):
            yield _at(place, Said("survey-a-mean-stands-beside-a-mean-only"))


def _inventory(survey: Survey, following: Following) -> Iterator[Said]:
    if following.inventory is None:
        return
    for name in ("awareness", "trust", "acceptance"):
        place = f"inventory.yaml, {name}"
        measure = getattr(following.inventory, name)
        if measure.role is not None and measure.role not in survey.roles:
            yield _at(place, Said("survey-there-is-no-role", role=measure.role))
        for question in (*measure.questions.values(), *filter(None, [measure.general])):
            if wrong := _followed(survey, question, measure.net or ""):
                yield _at(place, wrong)
        for wrong in _options(survey, measure):
            yield _at(place, wrong)
        named = {*measure.questions, *measure.options}
        for category in sorted(named - {c.id for c in following.inventory.categories}):
            yield _at(place, Said("survey-there-is-no-category", category=category))


def _options(survey: Survey, measure: Measure) -> Iterator[Said]:
    """Yield what is wrong with the multiple-response question of a measure and its options."""
    if measure.question is None:
        return
    question = survey.questions.get(measure.question)
    if question is None:
        yield Said("survey-there-is-no-question-d359", question=measure.question)
        return
    if question.type != "multiple":
        yield Said("survey-question-is-not-a-multiple-response-one", question_id=question.id)
        return
    offered = [c.code for c in question.scale.codes] if question.scale else []
    for category, option in measure.options.items():
        if option not in offered:
            listed = ", ".join(offered)
            yield Said(
                "survey-question-has-no-option-category-it-has",
                question_id=question.id,
                option=option,
                category=category,
                listed=listed,
            )


def _feedback(survey: Survey, following: Following) -> Iterator[Said]:
    workshop = following.feedback.workshop if following.feedback else None
    for role in sorted(set(workshop.answers) - set(survey.roles)) if workshop else ():
        yield _at("feedback.yaml, workshop", Said("survey-there-is-no-role", role=role))
    if following.feedback and following.feedback.register_of and survey.traits.repeated:
        yield _at("feedback.yaml", Said("survey-register-of-is-for-a-panel-or-a"))
    plain = following.feedback.plain if following.feedback else None
    if plain is None:
        return
    known = {k.id for k in survey.key_results}
    for result in plain.results:
        if result.id not in known:
            yield _at("feedback.yaml", Said("survey-there-is-no-key-result", result_id=result.id))
    for other in plain.translations:
        for key in plain.learned:
            if key not in other.results or key not in other.names:
                yield _at(
                    f"feedback.yaml, {other.lang}",
                    Said("survey-has-no-words-in-this-language", key=key),
                )
