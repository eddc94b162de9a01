"""The example survey in other languages: its texts put in place of those of French and English."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from padai.interchange import init_example
from padai.words.pseudo import strange

PSEUDO = "en-XA"
"""The pseudo-language, as a survey lists it."""
_ROOT = Path(__file__).parents[1]
_SPANISH = Path(__file__).parent / "example_in_spanish.yaml"


@cache
def _spanish() -> dict[str, str]:
    return dict(yaml.safe_load(_SPANISH.read_text(encoding="utf-8")))


def translated(text: str, lang: str) -> str:
    """Return a text of the example, given in English, in a language."""
    return f"⟦{text}⟧" if lang == PSEUDO else text if lang == "en" else _spanish()[text]


def example_in(project: Path, languages: Sequence[str]) -> Path:
    """Write a project whose survey is the example, in some languages; return the survey."""
    init_example(project)
    survey = project / "surveys" / "example"
    for file in (
        survey / "survey.yaml",
        survey / "questionnaire.yaml",
        *sorted((survey / "waves").glob("*.yaml")),
    ):
        found = yaml.safe_load(file.read_text(encoding="utf-8"))
        told = _walked(found, languages, lambda text: text)
        if file.name == "survey.yaml":
            told["languages"] = list(languages)
            told["french_required"] = "fr" in languages
            if "en" not in languages or languages[0] != "fr":
                del told["en"]
        file.write_text(
            yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8"
        )
    for file in (survey / "targets").glob("*.csv"):  # a source has no language: it is ours
        told = file.read_text(encoding="utf-8")
        source = translated("Made-up counts.", languages[0]) if languages[0] != "fr" else ""
        given = "Marges inventées pour la démonstration"
        file.write_text(told.replace(given, source or given), encoding="utf-8")
    return survey


def participation_in(project: Path, kind: str, languages: Sequence[str]) -> Path:
    """Write a project that has the panel or the consultation in some languages.

    Its own texts are made strange where they are not in English, so that none is a word of ours.
    What follows a release is left out.
    """
    left = shutil.ignore_patterns("releases.yaml", "feedback.yaml", "selection.csv", "*.sav")
    survey = project / "surveys" / kind
    shutil.copytree(_ROOT / "surveys" / kind, survey, ignore=left)
    shutil.copyfile(_ROOT / "padai.yaml", project / "padai.yaml")
    for file in sorted(survey.rglob("*.yaml")):
        told = put_in(yaml.safe_load(file.read_text(encoding="utf-8")), languages)
        if file.name == "survey.yaml":
            told |= {"languages": list(languages), "french_required": False}
            del told["en"]
        text = yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=1000)
        file.write_text(text, encoding="utf-8")
    return survey


def put_in(value: Any, languages: Sequence[str]) -> Any:
    """Return a definition's content with its texts in languages, those but English made strange."""
    if isinstance(value, list):
        return [put_in(each, languages) for each in value]
    if not isinstance(value, dict):
        return value
    if set(value) != {"fr", "en"} or not all(isinstance(t, str) for t in value.values()):
        return {key: put_in(each, languages) for key, each in value.items()}
    english = value["en"]
    parts = re.split(r"(\{\w+\})", english)  # what is put in keeps its name
    other = "".join(part if part.startswith("{") else strange(part) for part in parts)
    return {lang: english if lang == "en" else f"⟦{other}⟧" for lang in languages}


def _walked(value: Any, languages: Sequence[str], kept: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        if set(value) == {"fr", "en"} and all(isinstance(t, str) for t in value.values()):
            english = value["en"]
            return {
                lang: value[lang] if lang in value else translated(english, lang)
                for lang in languages
            }
        return {key: _walked(each, languages, kept) for key, each in value.items()}
    return [_walked(each, languages, kept) for each in value] if isinstance(value, list) else value


def spanish_texts() -> list[str]:
    """Return the Spanish texts of the example."""
    return list(_spanish().values())
