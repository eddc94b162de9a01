"""LimeSurvey's structure file (.lss), of the older and the newer layout, read as a draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    read_xml,
    whole,
)

Row = Mapping[str, str]
_NO_QUESTION = Said("interchange-a-limesurvey-structure-file-it-holds-no")
_SILENT = {"X", "*", "|", "I"}
_ARRAYS = {"F", "H", "A", "B", "C", "E"}
_FIXED: dict[str, list[tuple[str, str, str]]] = {
    "Y": [("Y", "Oui", "Yes"), ("N", "Non", "No")],
    "G": [("F", "Femme", "Female"), ("M", "Homme", "Male")],
    "C": [("Y", "Oui", "Yes"), ("U", "Incertain", "Uncertain"), ("N", "Non", "No")],
    "E": [("I", "Augmente", "Increase"), ("S", "Inchangé", "Same"), ("D", "Diminue", "Decrease")],
}
_POINTS = {"5": 5, "A": 5, "B": 10}
_RELEVANCE = ConditionReader(r"(?P<q>\w+?)(?:\.NAOK|\.shown)?\s*==\s*['\"](?P<v>[\w.-]+)['\"]")


def read_limesurvey(path: Path) -> Form:
    """Read the questions of a LimeSurvey structure file.

    Raises
    ------
    DefinitionError
        The file is not XML, or holds no question.
    """
    root = read_xml(path)
    questions = _rows(root, "questions")
    if not questions:
        raise broken(path, _NO_QUESTION)
    reader = _Reader(root, questions)
    return reader.form()


def _rows(root: Any, name: str) -> list[Row]:
    return [
        {field.tag: (field.text or "").strip() for field in row}
        for row in root.findall(f"{name}/rows/row")
    ]


def _number(text: str) -> int:
    return whole(text) or 0


class _Reader:
    """Joins the tables of one structure file."""

    def __init__(self, root: Any, questions: list[Row]) -> None:
        groups = {
            r.get("gid", ""): _number(r.get("group_order", "")) for r in _rows(root, "groups")
        }
        every = [*questions, *_rows(root, "subquestions")]
        self.texts = _texts([*every, *_rows(root, "question_l10ns")], "qid", "question")
        answers = _rows(root, "answers")
        self.answer_texts = _texts([{"key": _answer_key(r), **r} for r in answers], "key", "answer")
        newer = _texts(_rows(root, "answer_l10ns"), "aid", "answer")
        for row in answers:
            if row.get("aid") in newer:
                self.answer_texts[_answer_key(row)] = newer[row["aid"]]
        self.answers: dict[str, dict[str, None]] = {}
        for row in sorted(answers, key=lambda r: _number(r.get("sortorder", ""))):
            codes = self.answers.setdefault(row.get("qid", ""), {})
            if row.get("code"):
                codes.setdefault(row["code"])
        order = _ordered({r.get("qid", ""): r for r in every}.values(), groups)
        self.heads = [r for r in order if r.get("parent_qid", "0") in ("", "0")]
        self.parts: dict[str, list[Row]] = {}
        for row in order:
            if row.get("parent_qid", "0") not in ("", "0"):
                self.parts.setdefault(row["parent_qid"], []).append(row)
        self.title = _texts(
            [{"key": "t", **r} for r in _rows(root, "surveys_languagesettings")],
            "key",
            "surveyls_title",
            "surveyls_language",
        ).get("t", {})

    def form(self) -> Form:
        """Draft every question, in the order of the interview."""
        form = Form(title=self.title)
        for row in self.heads:
            self._question(form, row)
        return form

    def _question(self, form: Form, row: Row) -> None:
        kind, name, qid = row.get("type", ""), row.get("title", ""), row.get("qid", "")
        wording = self.texts.get(qid, {})
        parts = self.parts.get(qid, [])
        base, condition = _base(row.get("relevance", ""))
        if kind in _SILENT:
            return
        if kind in _ARRAYS or kind in ("K", "Q"):
            for part in parts:
                words = joined(wording, self.texts.get(part.get("qid", ""), {}))
                codes = self._codes(qid, kind)
                typed = {"K": "number", "Q": "open"}.get(kind) or _type(kind)
                column = f"{name}_{part.get('title', '')}"
                form.add(column, typed, words, codes, base=base, told=condition)
        elif kind in ("M", "P"):
            options = [(p.get("title", ""), self.texts.get(p.get("qid", ""), {})) for p in parts]
            if row.get("other") == "Y":
                options.append(("other", {"fr": "Autre", "en": "Other"}))
            form.add(name, "multiple", wording, options, base=base, told=condition)
        elif kind in ("L", "!", "O", "5", "Y", "G"):
            codes = self._codes(qid, kind)
            if row.get("other") == "Y":
                codes.append(("-oth-", {"fr": "Autre", "en": "Other"}))
            form.add(name, _type(kind), wording, codes, base=base, told=condition)
        elif kind in ("N", "S", "T", "U"):
            form.add(name, "number" if kind == "N" else "open", wording, base=base, told=condition)
        else:
            form.left_out.append(f"{name} (type {kind})")

    def _codes(self, qid: str, kind: str) -> list[tuple[str, Words]]:
        if kind in _POINTS:
            return [(str(p), {}) for p in range(1, _POINTS[kind] + 1)]
        if kind in _FIXED:
            return [(code, {"fr": fr, "en": en}) for code, fr, en in _FIXED[kind]]
        return [(c, self.answer_texts.get(f"{qid}/{c}", {})) for c in self.answers.get(qid, ())]


def _type(kind: str) -> str:
    return "rating" if kind in _POINTS else "single"


def _answer_key(row: Row) -> str:
    return f"{row.get('qid', '')}/{row.get('code', '')}"


def _texts(
    rows: Iterable[Row], key: str, field: str, lang_field: str = "language"
) -> dict[str, dict[str, str]]:
    """Gather the texts of rows by key and language."""
    by_key: dict[str, dict[str, str]] = {}
    for row in rows:
        lang = language_of(row.get(lang_field, ""))
        if lang and row.get(field) and row.get(key):
            by_key.setdefault(row[key], {})[lang] = plain_text(row[field])
    return by_key


def _ordered(rows: Iterable[Row], groups: Mapping[str, int]) -> list[Row]:
    def place(row: Row) -> tuple[int, int]:
        return groups.get(row.get("gid", ""), 0), _number(row.get("question_order", ""))

    return sorted(rows, key=place)


def _base(relevance: str) -> tuple[dict[str, Any] | None, str]:
    if relevance in ("", "1"):
        return None, ""
    return _RELEVANCE.read(relevance), relevance
