"""Every field of a definition, altered after the seal: what decides a verdict is told, words not.

A field that is new stands in neither list below, and fails until somebody says which it is.
"""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args

import pytest
import yaml
from pydantic import BaseModel

from padai.errors import DefinitionError
from padai.pipeline.seals.seal_text import SealText, changes_since, text_of
from padai.survey import Survey, load_survey
from padai.survey.schemas import Kind, shipped
from padai.survey.texts import Text, Wording
from tests.builders import write_survey

DAY = dt.date(2025, 1, 10)
SAID = {"fr": "x", "en": "x"}

SILENT = {
    # words that people read, and who says so
    "Break": "text", "Breakdown": "label tiles", "Bridge": "source", "Code": "label",
    "Collapse": "reason", "Exclusion": "reason", "Family": "label", "Group": "label",
    "Index": "label high", "KeyResult": "label", "Margin": "reason", "MissingCode": "label score",
    "Net": "label", "OfficialValue": "source date population", "ValidationItem": "label",
    "AreaFile": "source", "SmallAreas": "decided_by reason",
    "ModelReference": "source population other_year other_population",
    "ParticipationModel": "assumptions decided_by reason",
    "RespondentQuality": "decided_by reason", "Weighting": "reason", "Fieldwork": "reason",
    "Section": "title text", "Block": "title finding text",
    "Question": "label subject wording earlier_wordings instruction section base_label principle "
    "source scenario inventory_category seconds answered_in",
    # `id`: shared scales are told by the questions that use them; `points` are made codes
    "Scale": "id ends note points",
    "Part": "label population supplier mode notes methodology outcome n weight_total "
    "other_columns proposed_design undecided unconfirmed file sha256",
    "WaveDef": "label release seal methodology notes",
    "SurveyFile": "id title short_title description population geography sponsor contact languages "
    "french_required en formats asked_in synthetic synthetic_note data_dir deposit roles events "
    "methodology licences checks smallest_drift accept minutes calendar",
    # loaded into each question
    "QuestionnaireFile": "scales scenarios rotations introduction",
}  # fmt: skip
"""What no number and no verdict is made of, by model; `id` of a survey and a wave: a seal that
names another is refused. The file of the wave itself is not known yet: `data` tells of it."""
OF_THE_WAVE_BEFORE = {"Part": "file sha256"}
"""What is told of an earlier wave, and cannot be known of the one that is sealed."""
NOT_OF_THE_WAVE_BEFORE = {"Fieldwork": "precision"}

COPIES = {"SurveyFile.scales", "SurveyFile.scenarios", "SurveyFile.rotations"}
"""What loading has put into each question."""
ASIDE = {
    "SurveyFile.questions",
    "SurveyFile.wave_defs",
    "SurveyFile.panel",
    "SurveyFile.consultation",
    "WaveDef.id",
    "Part.id",
    *COPIES,
}
"""What holds the files together; a survey in waves is no panel and no consultation."""
OTHER: dict[str, Any] = {
    "SurveyFile.waves": ("2025",),
    "SurveyFile.breaks": (),
    "Question.tags": ("administrative",),
    "Question.columns": {"2024": "other"},
    "Question.base": None,
    "Question.waves": ("2025",),
    "Question.scale": None,
    "Question.range": (0.0, 1.0),
    "Question.nets": (),
    "Scale.nets": (),
    "Scale.file_values": {"2024": {"1": 7}},
    "Question.marks": {},
    "Breakdown.question": "user",
    "Block.questions": ("served",),
    "Block.kind": "words",
}


def _definition(folder: Path) -> Path:
    """Write a survey that has every model that a seal may read."""
    survey = write_survey(folder)
    content = yaml.safe_load((survey / "survey.yaml").read_text(encoding="utf-8"))
    said = {
        "source": SAID, "date": 2024, "population": SAID, "other_year": SAID,
        "other_population": SAID,
    }  # fmt: skip
    references = [
        {"totals": "targets/t.csv", "waves": ["2024"], **said},
        {
            "file": "r.csv",
            "design": {"weight": "w", "fpc": "f", "pps": "overton"},
            "waves": ["2025"],
            **said,
        },
    ]
    decided = {"decided_by": SAID, "reason": SAID, "declared": "2024-01-01"}
    both = {"all": [{"question": "user", "codes": [1]}, {"question": "trust", "codes": [4]}]}
    content |= {
        "report_breakdowns": ["sex", "age_group"],
        "indices": {
            "i": {
                "label": SAID,
                "items": ["trust", "served", "user"],
                "high": SAID,
                "scores": {"1": 1, "2": 0},
                "reverse": ["user"],
                "invariance": ["sex"],
                "margin": {"points": 3, "reason": SAID, "date": "2024-01-01"},
                "declared": "2024-01-01",
            }
        },
        "small_areas": {
            "a": {
                "areas": "sex",
                "questions": ["trust"],
                "covariates": {"file": "targets/c.csv", "source": SAID, "date": 2024},
                **decided,
            },
            "p": {
                "areas": "sex",
                "questions": ["trust"],
                "model": "people",
                "population": {"file": "targets/p.csv", "source": SAID, "date": 2024},
                "variables": ["sex", "age_group"],
                "interactions": ["sex*age_group"],
                **decided,
            },
        },
        "validation_items": [
            {
                "question": "user",
                "net": 1,
                "label": SAID,
                "values": {
                    "2025": {"value": 0.5, "source": SAID, "date": 2024, "population": SAID}
                },
            }
        ],
        "participation_model": {
            "variables": ["sex"],
            "references": references,
            "items": [{"question": "user", "net": "1"}],
            "assumptions": SAID,
            **decided,
        },
        "respondent_quality": {
            "worst": 0.05,
            "contradictions": [both],
            "impossible": [both],
            "consent": [
                {"question": q, "codes": [1]} for q in ("trust", "user", "served", "trust")
            ],
            **decided,
        },
        "sections": [
            {
                "id": "one",
                "title": SAID,
                "blocks": [
                    {
                        "kind": "trend",
                        "title": SAID,
                        "questions": ["trust"],
                        "net": "trust",
                        "by": ["sex"],
                    },
                    {
                        "kind": "tiles",
                        "title": SAID,
                        "questions": ["served"],
                        "net": "trust",
                        "by": ["sex"],
                    },
                ],
            }
        ],
        "breaks": [
            {
                "id": "b",
                "type": "mode",
                "date": "2024-09-01",
                "text": SAID,
                "scope": {"questions": ["user"], "breakdowns": {"sex": ["F"]}, "parts": ["main"]},
                "bridges": [
                    {
                        "question": "user",
                        "net": "1",
                        "breakdown": "sex",
                        "group": "F",
                        "offset": 1.0,
                        "std_error": 0.5,
                        "source": SAID,
                    }
                ],
            }
        ],
        "confidentiality": {"rounding": {}},
    }
    content["families"]["headline"]["comparisons"].append({"question": "served", "net": "trust"})
    content["breakdowns"]["sex"]["tiles"] = {"F": [0, 0], "M": [0, 1]}
    content["breakdowns"]["sex"]["groups"] = {g: {"label": SAID, "codes": [g]} for g in "FM"}
    _write(survey / "survey.yaml", content)
    for name in ("t", "c", "p"):
        (survey / f"targets/{name}.csv").write_text("sex,x\nF,1\nM,2\n", encoding="utf-8")
    _questions(survey / "questionnaire.yaml")
    for wave in ("2024", "2025"):
        _wave(survey / f"waves/{wave}.yaml")
    return survey


def _questions(path: Path) -> None:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    trust = content["questions"]["trust"]
    trust["margin"] = {"points": 5, "reason": SAID, "date": "2024-01-01"}
    trust["nets"] = {"none": {"label": SAID, "codes": [3, 4], "minus": [1]}}
    trust["missing"] = {"97": {"label": SAID, "kind": "skipped", "value": 997}}
    trust["base"] = {"any": [{"question": "user", "codes": [1, 2]}]}
    content["questions"]["means"]["marks"] = {"default": {"chosen": 5, "not_chosen": 7}}
    content["questions"]["served"]["base"] = {
        "all": [{"question": "user", "codes": [1]}, {"question": "sex", "codes": ["F", "M"]}]
    }
    _write(path, content)


def _wave(path: Path) -> None:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    main = content["parts"]["main"]
    main["sample_type"] = "quota"
    main["weighting"] |= {
        "collapse": [{"margin": "sex", "cells": ["F", "M"], "into": "F", "reason": SAID}]
    }
    main["exclusions"] = [{"column": "user", "values": [2], "reason": SAID}]
    main["rows"] = {"sample": [1]}
    main["design"] |= {
        "replicates": {"kind": "other", "prefix": "r", "scale": 1.0},
        "longitudinal_weight": "l",
        "longitudinal_replicates": {"kind": "other", "prefix": "q", "scale": 1.0},
    }
    pps = {"weight": "w", "psu": "u", "stratum": "h", "fpc": "f"}
    joint = {"pps": "joint", "joint_probabilities": {"file": "j.csv"}}
    content["parts"] |= {
        "joint": {**main, "design": {**pps, **joint}, "weighting": {"method": "none"}},
        "pps": {
            **main,
            "design": {**pps, "pps": "hartley-rao", "mean_square": 0.5},
            "weighting": {"method": "none"},
        },
    }
    _write(path, content)


def _write(path: Path, content: Any) -> None:
    plain = json.loads(json.dumps(content, default=str))  # each text written out: no aliases
    text = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")


# --- every place of a definition -----------------------------------------------------------------

Step = str | int
Path_ = tuple[Step, ...]


def _name(model: BaseModel) -> str:
    return "SurveyFile" if isinstance(model, Survey) else type(model).__name__


def _places(value: Any, path: Path_ = (), parents: tuple[str, ...] = ()) -> Iterator[Any]:
    """Yield each field of each model: the fields that lead to it, its model, its name, its path."""
    if isinstance(value, Text | Wording):
        return
    if isinstance(value, BaseModel):
        for field in type(value).model_fields:
            name = f"{_name(value)}.{field}"
            if field not in ("path", "releases"):
                yield parents, name, (*path, field)
                yield from _places(getattr(value, field), (*path, field), (*parents, name))
    elif isinstance(value, tuple | dict):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _places(each, (*path, key), parents)


def _at(value: Any, path: Path_) -> Any:
    for step in path:
        value = getattr(value, str(step)) if isinstance(value, BaseModel) else value[step]
    return value


def _may_lack(survey: Survey, path: Path_) -> bool:
    owner = type(_at(survey, path[:-1]))
    return type(None) in get_args(owner.model_fields[str(path[-1])].annotation)


def _with(value: Any, path: Path_, new: Any) -> Any:
    """Return a definition with another value at a place."""
    if not path:
        return new
    first, *rest = path
    inside = _with(_at(value, (first,)), tuple(rest), new)
    if isinstance(value, BaseModel):
        return value.model_copy(update={str(first): inside})
    if isinstance(value, dict):
        return {**value, first: inside}
    return tuple(inside if place == first else each for place, each in enumerate(value))


def _other(name: str, value: Any) -> Any:
    """Return another value than a field has."""
    if name in OTHER:
        return OTHER[name]
    if isinstance(value, Text | Wording):
        return type(value).model_validate({"fr": "autre", "en": "other"})
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    if isinstance(value, str):
        return f"{value}x"
    if isinstance(value, dt.date):
        return value + dt.timedelta(days=1)
    if isinstance(value, tuple):
        return value[:-1] if value else ("sex",)
    if isinstance(value, dict):
        return dict(list(value.items())[:-1]) if value else {"sex": ("x",)}
    return None if value is not None else 7.0


def _silent(name: str, *lists: dict[str, str]) -> bool:
    model, _, field = name.partition(".")
    return any(field in fields.get(model, "").split() for fields in lists)


def _listed(*lists: dict[str, str]) -> set[str]:
    return {f"{model}.{f}" for fields in lists for model, f in _pairs(fields)}


def _pairs(fields: dict[str, str]) -> Iterator[tuple[str, str]]:
    for model, names in fields.items():
        yield from ((model, name) for name in names.split())


@cache
def _in_schemas() -> dict[str, set[str]]:
    """Return the fields of each model that the schemas of a survey, its questions, its waves have,
    and the models that each field leads to.
    """
    roots = {"survey": "SurveyFile", "questionnaire": "QuestionnaireFile", "wave": "WaveDef"}
    same = {"QuestionEntry": "Question"}
    found: dict[str, set[str]] = {}
    for kind, root in roots.items():
        schema = json.loads(shipped(cast(Kind, kind)))
        for title, body in {root: schema, **schema["$defs"]}.items():
            plain = title.removesuffix("_by_id").removesuffix("_by_code")
            for field, content in body.get("properties", {}).items():
                name = f"{same.get(plain, plain)}.{field}"
                named = json.dumps(content).split("#/$defs/")[1:]
                leads = (n.partition('"')[0].removesuffix("_by_id") for n in named)
                leads = (n.removesuffix("_by_code") for n in leads)
                found.setdefault(name, set()).update(same.get(n, n) for n in leads)
    return found


def _reached() -> set[str]:
    """Return the models that a field leads to which is told."""
    fields, reached, waiting = _in_schemas(), set(), {"SurveyFile", "QuestionnaireFile", "WaveDef"}
    while waiting:
        model = waiting.pop()
        reached.add(model)
        mine = (n for n in fields if n.startswith(f"{model}.") and not _silent(n, SILENT))
        waiting |= {lead for name in mine for lead in fields[name]} - reached
    return reached - {"Text", "Wording"}


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    return load_survey(_definition(tmp_path_factory.mktemp("fields")))


def everything_sealed() -> SealText:
    """Return the seal of a survey that declares everything."""
    with tempfile.TemporaryDirectory() as folder:
        return text_of(load_survey(_definition(Path(folder))), "2025", DAY)


@pytest.fixture(scope="module")
def sealed(survey: Survey) -> SealText:
    return text_of(survey, "2025", DAY)


# --- what is told, and what is not ---------------------------------------------------------------


def test_each_field_of_the_schemas_is_altered_or_leads_nowhere(survey: Survey) -> None:
    """A model that is new is reached by the survey of this test, or by no field that is told."""
    here = {name for _, name, _ in _places(survey)}
    wanted = {n for n in _in_schemas() if n.partition(".")[0] in _reached()}
    assert wanted - here - _listed(SILENT) - ASIDE == {"QuestionnaireFile.questions"}
    assert _listed(SILENT, OF_THE_WAVE_BEFORE, NOT_OF_THE_WAVE_BEFORE) <= set(_in_schemas()) | {
        "Part.unconfirmed"
    }


def _of_wave(path: Path_) -> str:
    return str(path[1]) if path[0] == "wave_defs" and path[1:] else ""


@pytest.mark.filterwarnings("ignore:Pydantic serializer")
def test_what_decides_a_verdict_is_told_and_words_are_not(survey: Survey, sealed: SealText) -> None:
    wrong: dict[Any, list[str]] = {}
    held: set[Any] = set()
    for parents, name, path in sorted(_places(survey), key=lambda p: _at(survey, p[2]) is None):
        wave = _of_wave(path)
        key = (*parents[-1:], name, wave)
        if key in held or name in ASIDE or any(p in COPIES or _silent(p, SILENT) for p in parents):
            continue
        if isinstance(_at(survey, path), BaseModel) and not _may_lack(survey, path):
            continue  # its own fields are altered
        changed = _with(survey, path, _other(name, _at(survey, path)))
        told = _told(sealed, changed)
        if bool(told) == _expected(name, wave):
            held.add(key)
        else:
            wrong.setdefault(key, told)
    assert {key: told for key, told in wrong.items() if key not in held} == {}
    assert len(held) > 250


def _told(sealed: SealText, changed: Survey) -> list[str]:
    try:
        now = text_of(changed, "2025", DAY)
    except DefinitionError as error:
        return [str(error)]
    return [f"{c.kind} {c.name}" for c in changes_since(sealed, now)]


def _expected(name: str, wave: str) -> bool:
    if wave != "2024":
        return not _silent(name, SILENT)
    if _silent(name, OF_THE_WAVE_BEFORE):
        return True
    return not _silent(name, SILENT, NOT_OF_THE_WAVE_BEFORE)
