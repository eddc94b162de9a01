"""Qualtrics' survey file (.qsf), read as a draft."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from padai.errors import Said
from padai.interchange.draft import Words
from padai.interchange.forms import (
    ConditionReader,
    Form,
    broken,
    joined,
    language_of,
    plain_text,
    said,
)

Json = Mapping[str, Any]
_QUALTRICS = Said("interchange-a-qualtrics-survey-file")
_NO_QUESTION = Said("interchange-a-qualtrics-survey-file-it-holds-no")
_MANY = ("MAVR", "MAHR", "MACOL", "MSB")
_SILENT = ("DB", "Timing", "Meta", "Captcha")
_ONE_A_ROW = ("SingleAnswer", "DL", "DND", None)
_MANY_A_ROW = ("MultipleAnswer",)
_LOCATOR = re.compile(r"q://(?P<q>QID[0-9]+)/SelectableChoice/(?P<choice>[0-9]+)")
_LOGIC = ConditionReader(r"(?P<q>QID[0-9]+)=(?P<v>[\w.-]+)")
Answer = tuple[str, Words]


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
        questions = [e["Payload"] for e in elements if e.get("Element") == "SQ"]
        payloads = {str(p["QuestionID"]): p for p in questions}
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
            _question(form, payloads[question_id], payloads, usual)
    if any(_branches(e.get("Payload")) for e in elements if e.get("Element") == "FL"):
        form.left_out.append(Said("interchange-note-branches"))
    return form


def _branches(flow: Any) -> bool:
    """Whether a survey flow leads some people elsewhere."""
    if isinstance(flow, dict):
        return flow.get("Type") == "Branch" or _branches(flow.get("Flow"))
    return isinstance(flow, list) and any(map(_branches, flow))


def _order(elements: Sequence[Json]) -> list[str]:
    """Return the ids of questions as the blocks list them; the bin is no block."""
    ids: list[str] = []
    for element in elements:
        if element.get("Element") == "BL":
            for block in _listed(element.get("Payload")):
                if _mapped(block).get("Type") != "Trash":
                    parts = _listed(_mapped(block).get("BlockElements"))
                    ids += [str(p["QuestionID"]) for p in parts if _mapped(p).get("QuestionID")]
    return ids


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


def _question(form: Form, payload: Json, payloads: Mapping[str, Json], usual: str) -> None:
    kind, selector = str(payload.get("QuestionType", "")), str(payload.get("Selector", ""))
    if kind in _SILENT:
        return
    name = _name(payload)
    wording = _texts(payload, usual, "QuestionText")
    base, condition = _shown(payload.get("DisplayLogic"), payloads)
    choices = _answers(payload, "Choices", "ChoiceOrder", "RecodeValues", usual)
    if kind == "MC" and selector == "NPS":
        form.add(
            name, "rating", wording, [(str(p), {}) for p in range(11)], base=base, told=condition
        )
    elif kind == "MC":
        many = "multiple" if selector in _MANY else "single"
        form.add(name, many, wording, choices, base=base, told=condition)
        form.ids[str(payload.get("QuestionID"))] = form.ids[name]
    elif kind == "TE" and selector != "FORM":
        settings = _mapped(_mapped(payload.get("Validation")).get("Settings"))
        number = settings.get("ContentType") == "ValidNumber"
        form.add(name, "number" if number else "open", wording, base=base, told=condition)
    elif parts := list(_parts(payload, kind, choices, wording, usual)):
        for column, typed, words, codes in parts:
            aliases = () if column.startswith(name) else (f"{name}_{column}",)
            form.add(column, typed, words, codes, base=base, told=condition, aliases=aliases)
    else:
        form.left_out.append(f"{name} ({kind} {selector})".replace(" )", ")"))


def _name(payload: Json) -> str:
    return str(payload.get("DataExportTag") or payload.get("QuestionID"))


def _parts(
    payload: Json, kind: str, choices: Sequence[Answer], wording: Words, usual: str
) -> Iterator[tuple[str, str, Words, Sequence[Answer]]]:
    """Yield column, type, words and codes of each row of a question that has several columns."""
    tags, name = _mapped(payload.get("ChoiceDataExportTags")), _name(payload)
    rows = [
        (str(tags.get(choice) or f"{name}_{choice}"), joined(wording, words))
        for choice, words in choices
    ]
    typed = {"Slider": "number", "RO": "number", "CS": "number", "TE": "open"}.get(kind)
    if typed is not None:
        yield from ((column, typed, words, ()) for column, words in rows)
    elif kind == "Matrix" and payload.get("SubSelector") in (*_ONE_A_ROW, *_MANY_A_ROW):
        columns = _answers(payload, "Answers", "AnswerOrder", "RecodeValues", usual)
        typed = "multiple" if payload.get("SubSelector") in _MANY_A_ROW else "single"
        yield from ((column, typed, words, columns) for column, words in rows)
    elif kind == "Matrix" and payload.get("Selector") == "TE":
        for answer, answer_words in _answers(payload, "Answers", "AnswerOrder", "", usual):
            yield from (
                (f"{c}_{answer}", "open", joined(words, answer_words), ()) for c, words in rows
            )


def _shown(logic: Any, payloads: Mapping[str, Json]) -> tuple[dict[str, Any] | None, str | Said]:
    """Read to whom a question is shown; return it as told too, where it says anything else."""
    if not logic:
        return None, ""
    sets = [_mapped(each) for each in _mapped(logic).values() if isinstance(each, (dict, list))]
    written, descriptions = [], []
    for place, each in enumerate(sets):
        terms = [term for term in each.values() if isinstance(term, dict)]
        descriptions += [plain_text(term.get("Description")) for term in terms]
        all_of_it = " ".join(_term(term, payloads, bool(i)) for i, term in enumerate(terms))
        how = "" if not place else "or " if str(each.get("Type")).startswith("Or") else "and "
        written.append(f"{how}({all_of_it})")
    condition = " ".join(descriptions) or Said("interchange-note-display-logic")
    return _LOGIC.read(" ".join(written)), condition


def _term(term: Json, payloads: Mapping[str, Json], follows: bool) -> str:
    """Write one term of a display logic as an equality; "?" where it is none."""
    # "Conjuction" is how Qualtrics spells it.
    how = f"{str(term.get('Conjuction', 'And')).lower()} " if follows else ""
    place = _LOCATOR.fullmatch(str(term.get("ChoiceLocator", "")))
    if term.get("Operator") != "Selected" or place is None or place["q"] not in payloads:
        return f"{how}?"
    values = _mapped(payloads[place["q"]].get("RecodeValues"))
    return f"{how}{place['q']}={values.get(place['choice'], place['choice'])}"


def _texts(payload: Json, usual: str, key: str) -> Words:
    words = dict(said(payload.get(key), usual))
    for lang, content in _mapped(payload.get("Language")).items():
        known = language_of(lang)
        if known and known != usual:
            words |= said(_mapped(content).get(key), known)
    return words


def _answers(payload: Json, key: str, order: str, recode: str, usual: str) -> list[Answer]:
    """Return the code and texts of each choice; a recoded value is the code in the data."""
    choices, values = _mapped(payload.get(key)), _mapped(payload.get(recode))
    listed = [str(c) for c in _listed(payload.get(order))] or list(choices)
    of_answers = key == "Choices" and payload.get("QuestionType") == "Matrix"
    answers: list[Answer] = []
    for choice in listed:
        words = dict(said(_mapped(choices.get(choice)).get("Display"), usual))
        for lang, content in _mapped(payload.get("Language")).items():
            known = language_of(lang)
            if known and known != usual:
                translation = _mapped(_mapped(content).get(key)).get(choice)
                words |= said(_mapped(translation).get("Display"), known)
        code = choice if of_answers else str(values.get(choice, choice))
        answers.append((code, words))
    return answers
