"""What is written in DDI-Codebook 2.5 is valid by the schema that the DDI Alliance published."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from padai.interchange import export
from padai.survey import load_survey
from tests.builders import write_survey

ROOT = Path(__file__).parents[1]
SCHEMA = Path(__file__).parent / "data" / "ddi-codebook-2.5" / "codebook.xsd"
SURVEYS = ("surveys/quebec", "surveys/gss-trust", "padai/interchange/example/surveys/example")


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMA, etree.XMLParser(no_network=True)))


def faults(schema: etree.XMLSchema, path: Path) -> list[str]:
    schema.validate(etree.parse(path))
    return [f"{fault.line}: {fault.message}" for fault in schema.error_log]


@pytest.mark.parametrize("folder", SURVEYS)
def test_every_part_of_every_wave_is_valid(
    schema: etree.XMLSchema, tmp_path: Path, folder: str
) -> None:
    survey = load_survey(ROOT / folder)
    for wave_id in survey.waves:
        for part in survey.wave(wave_id).parts:
            path = export(survey, "ddi", tmp_path / "out.xml", wave_id=wave_id, part=part)
            assert faults(schema, path) == []


def test_a_definition_that_is_not_finished_is_valid(
    schema: etree.XMLSchema, tmp_path: Path
) -> None:
    texts = ("{fr: Mini, en: Mini}", "{fr: Adultes, en: Adults}", "{fr: A, en: A}")
    survey = load_survey(write_survey(tmp_path, replace=dict.fromkeys(texts, "à compléter")))
    assert faults(schema, export(survey, "ddi", tmp_path / "out.xml")) == []


def test_the_open_data_are_valid(schema: etree.XMLSchema, built_example: Path) -> None:
    (path,) = built_example.glob("releases/**/ddi-codebook.xml")
    assert faults(schema, path) == []


def test_the_schema_refuses_what_is_out_of_order(schema: etree.XMLSchema, tmp_path: Path) -> None:
    survey = load_survey(write_survey(tmp_path))
    path = export(survey, "ddi", tmp_path / "out.xml")
    root = etree.parse(path)
    root.getroot().append(root.getroot()[0])
    assert not schema.validate(root)
