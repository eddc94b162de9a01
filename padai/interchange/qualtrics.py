"""Qualtrics' survey file (.qsf), read as a draft."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from padai.errors import Said
from padai.interchange.draft import Words
from padai.interchange.forms import Form, broken, language_of, said

Json = Mapping[str, Any]
_QUALTRICS = Said("une enquête Qualtrics", "a Qualtrics survey file")
_NO_QUESTION = Said(
    "une enquête Qualtrics (elle ne contient aucune question)",
    "a Qualtrics survey file (it holds no question)",
)
_MANY = ("MAVR", "MAHR", "MACOL", "MSB")
_SILENT = ("DB", "Timing", "Meta", "Captcha")


def read_qualtrics(path: Path) -> Form:
    """Read the questions of a Qualtrics survey file, those in its bin left out.

    Raises
    ------
    DefinitionError
        The file is not JSON, or holds no question.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
        elements = [e for e in _listed(content["SurveyElements"]) if isinstance(e, dict)]
        told = [e["Payload"] for e in elements if e.get("Element") == "SQ"]
        payloads = {str(p["QuestionID"]): p for p in told}
        entry = _mapped(content.get("SurveyEntry"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise broken(path, _QUALTRICS) from None
    if not payloads:
        raise broken(path, _NO_QUESTION)
    usual = language_of(str(entry.get("SurveyLanguage", ""))) or "en"
    form = Form(title=said(entry.get("SurveyName"), usual))
    order = _order(elements)
    for question_id in order or list(payloads):
        if question_id in payloads:
            _question(form, payloads[question_id], usual)
    return form


def _order(elements: Sequence[Json]) -> list[str]:
    """Return the ids of questions as the blocks list them; the bin is no block."""
    found: list[str] = []
    for element in elements:
        if element.get("Element") == "BL":
            for block in _listed(element.get("Payload")):
                if _mapped(block).get("Type") != "Trash":
                    parts = _listed(_mapped(block).get("BlockElements"))
                    found += [str(p["QuestionID"]) for p in parts if _mapped(p).get("QuestionID")]
    return found


def _listed(content: Any) -> list[Any]:
    """Return a list that some versions write as an object."""
    if isinstance(content, dict):
        return list(content.values())
    return content if isinstance(content, list) else []


def _mapped(content: Any) -> Json:
    """Return an object that some versions write as a list, its places from 1."""
    if isinstance(content, list):
        return {str(i + 1): value for i, value in enumerate(content)}
    return content if isinstance(content, dict) else {}


def _question(form: Form, payload: Json, usual: str) -> None:
    kind, selector = str(payload.get("QuestionType", "")), str(payload.get("Selector", ""))
    name = str(payload.get("DataExportTag") or payload.get("QuestionID"))
    wording = _texts(payload, usual, "QuestionText")
    notes = []
    if payload.get("DisplayLogic"):
        notes.append("base à écrire : affichage conditionnel / base to be written: display logic")
    if kind in _SILENT:
        return
    choices = _answers(payload, "Choices", "ChoiceOrder", "RecodeValues", usual)
    if kind == "MC" and selector == "NPS":
        form.add(name, "rating", wording, [(str(p), {}) for p in range(11)], notes=notes)
    elif kind == "MC":
        many = "multiple" if selector in _MANY else "single"
        form.add(name, many, wording, choices, notes=notes)
    elif kind == "Matrix" and payload.get("SubSelector") in ("SingleAnswer", "DL", None):
        columns = _answers(payload, "Answers", "AnswerOrder", "RecodeValues", usual)
        for code, words in choices:
            form.add(f"{name}_{code}", "single", _joined(wording, words), columns, notes=notes)
    elif kind == "Slider":
        for code, words in choices:
            form.add(f"{name}_{code}", "number", _joined(wording, words), notes=notes)
    elif kind == "TE":
        settings = _mapped(_mapped(payload.get("Validation")).get("Settings"))
        number = settings.get("ContentType") == "ValidNumber"
        form.add(name, "number" if number else "open", wording, notes=notes)
    else:
        form.left_out.append(f"{name} ({kind} {selector})".replace(" )", ")"))


def _texts(payload: Json, usual: str, key: str) -> Words:
    words = dict(said(payload.get(key), usual))
    for lang, content in _mapped(payload.get("Language")).items():
        known = language_of(lang)
        if known and known != usual:
            words |= said(_mapped(content).get(key), known)
    return words


def _answers(
    payload: Json, key: str, order: str, recode: str, usual: str
) -> list[tuple[str, Words]]:
    """Return the code and texts of each choice; a recoded value is the code in the data."""
    choices, values = _mapped(payload.get(key)), _mapped(payload.get(recode))
    listed = [str(c) for c in _listed(payload.get(order))] or list(choices)
    of_answers = key == "Choices" and payload.get("QuestionType") == "Matrix"
    found: list[tuple[str, Words]] = []
    for choice in listed:
        words = dict(said(_mapped(choices.get(choice)).get("Display"), usual))
        for lang, content in _mapped(payload.get("Language")).items():
            known = language_of(lang)
            if known and known != usual:
                told = _mapped(_mapped(content).get(key)).get(choice)
                words |= said(_mapped(told).get("Display"), known)
        code = choice if of_answers else str(values.get(choice, choice))
        found.append((code, words))
    return found


def _joined(one: Words, other: Words) -> Words:
    langs = dict.fromkeys([*one, *other])
    return {k: " - ".join(t for t in (one.get(k), other.get(k)) if t) for k in langs}
