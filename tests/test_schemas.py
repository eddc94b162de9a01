"""The shipped JSON Schemas are the models', accept what loads, and refuse what does not."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from padai.survey.schemas import Kind, schema_of, schema_text, shipped, write_schemas
from padai.survey.yaml_files import read_yaml
from tests.builders import write_survey

ROOT = Path(__file__).parents[1]
SURVEYS = sorted(
    {p.parent for p in (*ROOT.glob("surveys/*/survey.yaml"), *ROOT.glob("padai/**/survey.yaml"))}
)


def as_json(content: Any) -> Any:
    """What a YAML file holds, as JSON would write it."""
    if isinstance(content, dict):
        return {key: as_json(value) for key, value in content.items()}
    if isinstance(content, list):
        return [as_json(value) for value in content]
    return content.isoformat() if isinstance(content, dt.date) else content


def faults(kind: Kind, path: Path) -> list[str]:
    validator = Draft202012Validator(schema_of(kind))
    return [error.message for error in validator.iter_errors(as_json(read_yaml(path).content))]


@pytest.mark.parametrize("kind", get_args(Kind))
def test_the_shipped_schema_is_the_models(kind: Kind) -> None:
    assert shipped(kind) == schema_text(kind), "run: python -m padai.survey.schemas"
    Draft202012Validator.check_schema(json.loads(shipped(kind)))


def test_schemas_are_written_for_a_project(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "schemas")
    assert [p.name for p in written] == [f"{k}.schema.json" for k in get_args(Kind)]
    assert written[0].read_text(encoding="utf-8") == shipped("survey")


@pytest.mark.parametrize("folder", SURVEYS, ids=[p.name for p in SURVEYS])
def test_every_definition_of_the_project_fits(folder: Path) -> None:
    assert faults("survey", folder / "survey.yaml") == []
    assert faults("questionnaire", folder / "questionnaire.yaml") == []
    for wave in sorted((folder / "waves").glob("*.yaml")):
        assert faults("wave", wave) == []
    optional: tuple[Kind, ...] = ("panel", "consultation")
    for kind in optional:
        if (folder / f"{kind}.yaml").is_file():
            assert faults(kind, folder / f"{kind}.yaml") == []


@pytest.mark.parametrize(
    ("kind", "name", "old", "new"),
    [
        ("survey", "survey.yaml", "overlap: none", "overlap: some"),
        ("survey", "survey.yaml", "overlap: none", "overlapping: none"),
        ("survey", "survey.yaml", "geography:", "geografy:"),
        ("survey", "survey.yaml", "question: sex}", "questions: sex}"),
        ("questionnaire", "questionnaire.yaml", "score: 4", "skore: 4"),
        ("questionnaire", "questionnaire.yaml", "kind: refused", "kind: refusal"),
        ("questionnaire", "questionnaire.yaml", "type: number", "type: numeric"),
        ("questionnaire", "questionnaire.yaml", "codes: [1, 2]", "code: [1, 2]"),
        ("wave", "waves/2025.yaml", "mode: online", "mode: web"),
        ("wave", "waves/2025.yaml", "sample_type:", "sampletype:"),
        ("wave", "waves/2025.yaml", "margins: [sex]", "margins: sex"),
    ],
)
def test_a_fault_is_seen_by_the_editor(
    tmp_path: Path, kind: Kind, name: str, old: str, new: str
) -> None:
    assert faults(kind, write_survey(tmp_path / "right") / name) == []
    assert faults(kind, write_survey(tmp_path / "wrong", replace={old: new}) / name)


def test_a_text_still_to_be_written_is_accepted(tmp_path: Path) -> None:
    folder = write_survey(tmp_path, replace={"title: {fr: Mini, en: Mini}": "title: à compléter"})
    assert faults("survey", folder / "survey.yaml") == []
