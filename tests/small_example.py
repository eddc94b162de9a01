"""The example with two questions and one breakdown: a whole release in a third of the time."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

import padai
from padai.interchange import init_example

QUESTIONS = ("trust_services", "clear_info")
TRAITS = ("gender", "age", "education", "district")
SECTION = {
    "id": "trust",
    "title": {"fr": "La confiance", "en": "Trust"},
    "blocks": [
        {
            "kind": "trend",
            "questions": ["trust_services"],
            "title": {"fr": "Total confiance", "en": "Total trust"},
        },
    ],
}


def init_small_example(folder: Path) -> Path:
    """Write the example into a folder with few of its questions; return the folder of the survey."""
    init_example(folder)
    survey = folder / "surveys" / "example"
    whole = padai.load_survey(survey)
    for wave in whole.waves:
        _few_columns(survey, wave, padai.read_wave(whole, wave).frame)
    _change(survey / "questionnaire.yaml", _few_questions)
    _change(survey / "survey.yaml", _few_results)
    shutil.rmtree(survey / "witness")  # of the tables that the example has as it ships
    return survey


def _few_columns(survey: Path, wave: str, frame: pd.DataFrame) -> None:
    """Write the data of a wave as CSV, without what is no longer asked."""
    path = survey / "data" / f"example-{wave}.csv"
    kept = ["respondent", *QUESTIONS, *TRAITS, *frame.columns.intersection(["base_weight"])]
    frame[kept].to_csv(path, index=False, lineterminator="\n")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    declared = survey / "waves" / f"{wave}.yaml"
    text = declared.read_text(encoding="utf-8").replace(f"example-{wave}.sav", path.name)
    declared.write_text(re.sub("sha256: [0-9a-f]{64}", f"sha256: {digest}", text), encoding="utf-8")


def _change(path: Path, change: Any) -> None:
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(told)
    path.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _few_questions(told: dict[str, Any]) -> None:
    told["questions"] = {name: told["questions"][name] for name in (*QUESTIONS, *TRAITS)}
    told["questions"]["clear_info"]["section"] = "trust"
    del told["scales"]["ease"]


def _few_results(told: dict[str, Any]) -> None:
    told["report_breakdowns"] = ["gender"]
    told["sections"] = [SECTION]
    told["key_results"] = {"services": told["key_results"]["services"]}
    told["families"]["headline"]["comparisons"] = [{"question": "trust_services", "net": "trust"}]
    del told["indices"], told["roles"]
