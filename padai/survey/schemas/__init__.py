"""JSON Schemas of the definition's files, made from the models, so that an editor completes them.

The files beside this module are what :func:`schema_of` returns; ``python -m padai.survey.schemas``
writes them anew, and a test holds them equal. A definition file names its schema in its first
line: ``# yaml-language-server: $schema=schemas/survey.schema.json``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, get_args

import yaml
from pydantic import BaseModel

from padai.survey.benchmarks import BenchmarksFile
from padai.survey.consultations import ConsultationFile
from padai.survey.decisions import DecisionsFile
from padai.survey.definition import QuestionnaireFile, SurveyFile
from padai.survey.feedback import FeedbackFile
from padai.survey.fieldwork import Confirmable, WaveDef
from padai.survey.inventory import InventoryFile
from padai.survey.panels import PanelFile
from padai.survey.texts import TO_COMPLETE, TO_CONFIRM

Kind = Literal[
    "survey",
    "questionnaire",
    "wave",
    "panel",
    "consultation",
    "decisions",
    "feedback",
    "inventory",
    "benchmarks",
]
Json = dict[str, Any]

_MODELS: dict[str, type[BaseModel]] = {
    "survey": SurveyFile,
    "questionnaire": QuestionnaireFile,
    "wave": WaveDef,
    "panel": PanelFile,
    "consultation": ConsultationFile,
    "decisions": DecisionsFile,
    "feedback": FeedbackFile,
    "inventory": InventoryFile,
    "benchmarks": BenchmarksFile,
}
_TITLES = {
    "survey": "survey.yaml: une enquête / a survey",
    "questionnaire": "questionnaire.yaml: questions et échelles / questions and scales",
    "wave": "waves/<wave>.yaml: une vague / a wave",
    "panel": "panel.yaml: un panel citoyen / a citizens’ panel",
    "consultation": "consultation.yaml: une consultation ouverte / an open consultation",
    "decisions": "decisions.yaml: le registre de suivi / the follow-up register",
    "feedback": "feedback.yaml: lettre, page en langage clair, trousse / letter, plain page, kit",
    "inventory": "inventory.yaml: l’inventaire public des usages / the public inventory of uses",
    "benchmarks": "benchmarks.yaml: les chiffres d’autres suivis / figures of other trackers",
}
# Lists that may be written as a mapping from each item's id, or code, to the rest of it.
_ITEMS = (
    (("SurveyFile", "breakdowns"), "Breakdown", "id"),
    (("SurveyFile", "families"), "Family", "id"),
    (("SurveyFile", "key_results"), "KeyResult", "id"),
    (("SurveyFile", "indices"), "Index", "id"),
    (("SurveyFile", "small_areas"), "SmallAreas", "id"),
    (("QuestionnaireFile", "scales"), "Scale", "id"),
    (("QuestionnaireFile", "scenarios"), "Scenario", "id"),
    (("QuestionnaireFile", "questions"), "QuestionEntry", "id"),
    (("QuestionnaireFile", "rotations"), "Rotation", "id"),
    (("DecisionsFile", "entries"), "Decision", "id"),
    (("BenchmarksFile", "items"), "Benchmark", "id"),
    (("InventoryFile", "categories"), "Category", "id"),
    (("PlainPage", "results"), "PlainResult", "id"),
    (("Scale", "nets"), "Net", "id"),
    (("QuestionEntry", "nets"), "Net", "id"),
    (("Breakdown", "groups"), "Group", "id"),
    (("DrawDef", "quotas"), "Quota", "id"),
    (("Quota", "groups"), "QuotaGroup", "id"),
    (("PanelFile", "sessions"), "Session", "id"),
    (("PanelFile", "recommendations"), "Recommendation", "id"),
    (("ConsultationFile", "themes"), "Theme", "id"),
    (("Scale", "codes"), "Code", "code"),
    (("Scale", "missing"), "MissingCode", "code"),
    (("QuestionEntry", "missing"), "MissingCode", "code"),
)
_BY_ID = {place for place, _, key in _ITEMS if key == "id"}
_BY_CODE = {place for place, _, key in _ITEMS if key == "code"}
# Lists of codes or wave ids, in which YAML reads plain numbers.
_WITH_NUMBERS = {
    ("SurveyFile", "waves"),
    ("Net", "codes"),
    ("Net", "minus"),
    ("Condition", "codes"),
    ("Group", "codes"),
    ("Collapse", "cells"),
}
_ONE_OR_MORE = {("DesignSpec", "stratum"), ("DesignSpec", "psu"), ("DesignSpec", "fpc")}
# A wave or a year that YAML reads as a number.
_A_NUMBER_TOO = {("Source", "wave"), ("Reference", "date")}
_MARKED = ("Text", "Wording")


def schema_of(kind: Kind) -> Json:
    """Make the JSON Schema (draft 2020-12) of one kind of definition file.

    Examples
    --------
    >>> schema_of("survey")["required"][:2]
    ['id', 'title']
    """
    model = _MODELS[kind]
    schema = model.model_json_schema(mode="validation")
    definitions: Json = schema.pop("$defs", {})
    head = model.__name__
    every = {**definitions, head: schema}
    for name, body in every.items():
        _widen(name, body)
        _describe(kind if name == head else name, body)
    definitions |= _keyed(definitions)
    for name in _MARKED:
        if name in definitions:
            definitions[name] = {"anyOf": [definitions[name], {"const": TO_COMPLETE}]}
    if kind == "wave":
        _confirmable(schema, definitions["Part"])
        schema["required"] = [name for name in schema["required"] if name != "id"]
    schema["title"] = _TITLES[kind]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "$defs": dict(sorted(definitions.items())),
    }


@cache
def _words() -> Json:
    text = files(__package__).joinpath("words.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def _describe(name: str, body: Json) -> None:
    """Say of each field what it is, in both languages."""
    words = _words().get(name, {})
    for field, content in body.get("properties", {}).items():
        if field not in words:
            continue
        description = words[field]
        by_language = (
            description
            if isinstance(description, dict)
            else {"fr": description, "en": content["description"]}
        )
        content["description"] = f"{by_language['fr']} / {by_language['en']}"


def _confirmable(wave: Json, part: Json) -> None:
    """Let what a file cannot tell say that it is to be confirmed."""
    part["properties"].pop("unconfirmed")
    for body, name in ((wave, "fieldwork"), *((part, n) for n in get_args(Confirmable))):
        about, shape = _kept(body["properties"][name])
        body["properties"][name] = {**about, "anyOf": [shape, {"const": TO_CONFIRM}]}


def schema_text(kind: Kind) -> str:
    """Write a schema as the text of its file."""
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Copy the shipped schemas into a folder, for the editor of a project; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in get_args(Kind):
        path = folder / f"{kind}.schema.json"
        path.write_text(shipped(kind), encoding="utf-8")
        written.append(path)
    return tuple(written)


def shipped(kind: Kind) -> str:
    """Return the text of a schema as the package ships it."""
    return files(__package__).joinpath(f"{kind}.schema.json").read_text(encoding="utf-8")


def _widen(name: str, body: Json) -> None:
    """Allow what the models accept beside the form they keep: shorter ways of writing."""
    changes: list[tuple[set[tuple[str, str]], Callable[[Json], Json]]] = [
        (_BY_ID, _by_id),
        (_BY_CODE, _by_code),
        (_WITH_NUMBERS, _with_numbers),
        (_ONE_OR_MORE, _one_or_more),
        (_A_NUMBER_TOO, _a_number_too),
    ]
    for field, content in body.get("properties", {}).items():
        for places, change in changes:
            if (name, field) in places:
                body["properties"][field] = change(content)
    if name == "Weighting":
        values = body["properties"]["untargeted"]["additionalProperties"]
        body["properties"]["untargeted"]["additionalProperties"] = _with_numbers(values)
    if name in ("Code", "MissingCode"):
        body["properties"]["value"] = {"type": ["integer", "number", "string"]}


def _kept(content: Json) -> tuple[Json, Json]:
    """Part what a field says of itself from the shape of its value."""
    about = {k: v for k, v in content.items() if k in ("title", "description", "default")}
    return about, {k: v for k, v in content.items() if k not in about}


def _by_id(content: Json) -> Json:
    about, shape = _kept(content)
    item = _without_required(shape["items"], "id")
    return {**about, "anyOf": [shape, {"type": "object", "additionalProperties": item}]}


def _by_code(content: Json) -> Json:
    about, shape = _kept(content)
    item = {"anyOf": [{"$ref": "#/$defs/Text"}, _without_required(shape["items"], "code")]}
    return {**about, "anyOf": [shape, {"type": "object", "additionalProperties": item}]}


def _with_numbers(content: Json) -> Json:
    return {**content, "items": {"type": ["string", "integer", "number"]}}


def _one_or_more(content: Json) -> Json:
    about, shape = _kept(content)
    return {**about, "anyOf": [{"type": "string"}, shape]}


def _a_number_too(content: Json) -> Json:
    return {**content, "anyOf": [*content["anyOf"], {"type": "integer"}]}


def _without_required(item: Json, name: str) -> Json:
    """Refer to an item's definition under which `name` is not required, since it is the key."""
    return {"$ref": item["$ref"] + f"_by_{name}"}


def _keyed(definitions: Json) -> Json:
    """Copy the definitions whose items are keyed by id or code, that key no longer required."""
    copies: Json = {}
    for name, key in {(i, k) for _, i, k in _ITEMS}:
        if name in definitions:
            required = [r for r in definitions[name].get("required", []) if r != key]
            copies[f"{name}_by_{key}"] = {**definitions[name], "required": required}
    return copies
