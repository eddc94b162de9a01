"""XLSForm, the workbook of ODK, Kobo and Survey123: read as a draft, and written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from padai.errors import DefinitionError, MissingExtraError
from padai.interchange.draft import Words
from padai.interchange.forms import (
    ConditionReader,
    Form,
    language_of,
    opened_workbook,
    said,
    whole,
)
from padai.interchange.label_words import language
from padai.survey import TO_COMPLETE, Condition, Question, Survey, Text, Wording
from padai.words import Said
from padai.words.languages import in_order

MAX_ROWS, MAX_WIDTH = 20_000, 200
MAX_GROUPS = 50
"""Groups within one another."""
_FREE = {
    **dict.fromkeys(("integer", "int", "decimal"), "number"),
    **dict.fromkeys(("text", "string"), "open"),
}
_SELECT = re.compile(
    r"(?:add )?select[ _]?(?P<how>one|1|multiple|all[ _]that[ _]apply)(?: prompt using)?(?: from)? "
    r"(?P<list>\S+)(?P<other> or[ _](?:specify[ _])?other)?"
)
_SILENT = {
    *("begin", "end", "note", "start", "today", "deviceid", "calculate", "hidden", "username"),
    *("audit", "simserial", "phonenumber", "subscriberid", "email", ""),
}
_RELEVANT = ConditionReader(
    r"\$\{(?P<q>\w+)\}\s*=\s*(?:['\"])?(?P<v>[\w.-]+)(?:['\"])?"
    r"|selected\(\s*\$\{(?P<q2>\w+)\}\s*,\s*['\"](?P<v2>[\w.-]+)['\"]\s*\)"
)


def read_xlsform(path: Path) -> Form:
    """Read the questions, choices and simple conditions of an XLSForm.

    Raises
    ------
    DefinitionError
        The file is no workbook, or has no ``survey`` sheet with the columns type and name.
    MissingExtraError
        openpyxl is not installed.
    """
    sheets = _sheets(path)
    rows = sheets.get("survey", [])
    if not rows or not {"type", "name"} <= set(rows[0]):
        raise DefinitionError(
            Said("interchange-is-no-xlsform-a-workbook-is-read-as-a", path_name=path.name),
        )
    settings = (sheets.get("settings") or [{}])[0]
    usual = _usual_language(settings, [*rows, *sheets.get("choices", [])])
    lists: dict[str, list[tuple[str, Words]]] = {}
    for row in sheets.get("choices", []):
        name = row.get("list_name") or row.get("list name", "")
        lists.setdefault(name, []).append((row.get("name", ""), _words(row, "label", usual)))
    form = Form(title=said(settings.get("form_title"), usual))
    conditions: list[str] = []
    for row in rows:
        _row(form, row, lists, conditions, usual)
    return form


def _row(
    form: Form,
    row: Mapping[str, str],
    lists: Mapping[str, list[tuple[str, Words]]],
    conditions: list[str],
    usual: str,
) -> None:
    words = row["type"].replace("begin_", "begin ").replace("end_", "end ").split()
    kind, name = (words[0] if words else ""), row["name"]
    relevant = row.get("relevant") or row.get("bind::relevant", "")
    if kind == "begin":
        conditions.append(relevant)
        _check_nesting(name, conditions)
        return
    if kind == "end":
        del conditions[-1:]
        return
    wording = _words(row, "label", usual)
    base, condition = _base([*conditions, relevant])
    if chosen := _SELECT.fullmatch(" ".join(words)):
        codes = list(lists.get(chosen["list"], []))
        if chosen["other"]:
            codes.append(("other", {"fr": "Autre", "en": "Other"}))
        single = "single" if chosen["how"] in ("one", "1") else "multiple"
        form.add(name, single, wording, codes, base=base, told=condition)
    elif kind == "range":
        limits = dict(re.findall(r"(start|end)=(-?\d+)", row.get("parameters", "")))
        low, high = (whole(limits.get(k, v)) for k, v in (("start", "0"), ("end", "10")))
        if low is not None and high is not None and 0 < high - low <= 20:
            points: list[tuple[str, Words]] = [(str(p), {}) for p in range(low, high + 1)]
            form.add(name, "rating", wording, points, base=base, told=condition)
        else:
            form.add(name, "number", wording, base=base, told=condition)
    elif kind in _FREE:
        form.add(name, _FREE[kind], wording, base=base, told=condition)
    elif kind not in _SILENT:
        form.left_out.append(f"{name} ({kind})")


def _check_nesting(name: str, conditions: Sequence[str]) -> None:
    if len(conditions) > MAX_GROUPS:
        raise DefinitionError(
            Said(
                "interchange-group-stands-in-others-or-groups-before",
                name=name,
                max_groups=MAX_GROUPS,
            ),
        )


def _base(relevant: Sequence[str]) -> tuple[dict[str, Any] | None, str]:
    """Read the conditions of a question and of the groups around it; return them as told too."""
    conditions = [text for text in relevant if text]
    parts = [part for text in conditions if (part := _RELEVANT.read(text)) is not None]
    if len(parts) < len(conditions) or not parts:
        return None, " and ".join(conditions)
    return (parts[0] if len(parts) == 1 else {"all": parts}), " and ".join(conditions)


def _sheets(path: Path) -> dict[str, list[dict[str, str]]]:
    """Return the rows of each sheet as text by header."""
    with opened_workbook(path) as book:
        cells = {sheet.title.strip().casefold(): _cells(sheet) for sheet in book.worksheets}
    for title, rows in cells.items():
        if len(rows) > MAX_ROWS:
            raise DefinitionError(
                Said(
                    "interchange-sheet-of-has-more-than-rows-which-no",
                    title=title,
                    path_name=path.name,
                    most=MAX_ROWS,
                ),
            )
    return {title: _rows(rows) for title, rows in cells.items()}


def _cells(sheet: Any) -> list[list[str]]:
    """Return the cells of a sheet as text, one row more than are read at the most."""
    cells = sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_WIDTH, values_only=True)
    return [[_text(cell) for cell in row] for row in cells]


def _rows(rows: list[list[str]]) -> list[dict[str, str]]:
    """Return the rows of a sheet by header; headers differ by case and colons among tools."""
    first = rows[0] if rows else []
    header = [re.sub(r"\s*::?\s*", "::", name.strip().casefold()) for name in first]
    return [dict(zip(header, row, strict=False)) for row in rows[1:] if any(row)]


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    whole = isinstance(cell, float) and cell.is_integer()
    return str(int(cell) if whole else cell).strip()


def _usual_language(settings: Mapping[str, str], rows: Sequence[Mapping[str, str]]) -> str:
    declared = language_of(settings.get("default_language", ""))
    return declared or language([row.get("label", "") for row in rows])


def _words(row: Mapping[str, str], head: str, usual: str) -> Words:
    words: dict[str, str] = {}
    for name, text in row.items():
        kind, _, lang = name.partition("::")
        if kind.strip() == head and text:
            known = language_of(lang) if lang else usual
            if known:
                words |= said(text, known)
    return words


def write_xlsform(survey: Survey, wave_id: str, path: Path) -> None:
    """Write the questions of a wave as an XLSForm, in the survey's languages.

    Nets, missing codes that no one is shown (not asked, skipped) and columns have no place in it.
    """
    try:
        from openpyxl import Workbook
    except ImportError:
        raise MissingExtraError("interchange", Said("interchange-writing-xlsx")) from None
    langs = in_order(survey.languages)
    heads = [f"label::{_named(lang)}" for lang in langs]
    questions = [q for q in survey.questions.values() if q.asked_in(wave_id)]
    asked = [["type", "name", *heads, "relevant", "constraint"]]
    choices = [["list_name", "name", *heads]]
    listed: set[str] = set()
    for question in questions:
        words = question.wording_at(wave_id, survey.waves)
        kind = _kind(question)
        relevant = _relevant(survey, question.base) if question.base else ""
        texts = [_written(words, lang) for lang in langs]
        asked.append([kind, question.id, *texts, relevant, _constraint(question)])
        name = kind.partition(" ")[2]
        if name and name not in listed:
            listed.add(name)
            shown = [m for m in question.missing_codes if m.kind in ("dont_know", "refused")]
            codes = question.scale.codes if question.scale else ()
            for code in (*codes, *shown):
                choices.append([name, code.code, *(_written(code.label, lang) for lang in langs)])
    settings = [
        ["form_title", "form_id", "default_language"],
        [survey.title.get(langs[0]), survey.id, _named(langs[0])],
    ]
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in (("survey", asked), ("choices", choices), ("settings", settings)):
        sheet = book.create_sheet(title)
        for r, row in enumerate(rows, start=1):
            for c, text in enumerate(row, start=1):
                if text:
                    # Text stays text: a label that begins with "=" is no formula.
                    cell = sheet.cell(r, c, text)
                    cell.data_type = "s"
    book.save(path)


def _named(lang: str) -> str:
    """Return a language as an XLSForm names it: ``Français (fr)``."""
    from babel.core import Locale

    tag = lang.partition("-")[0]
    own = Locale.parse(tag).get_language_name(tag) or lang
    return f"{own[:1].upper()}{own[1:]} ({lang})"


def _written(text: Text | Wording, lang: str) -> str:
    """Return a text in one language and no other: interviewers read it out."""
    return TO_COMPLETE if text.missing((lang,)) else text.get(lang)


def _kind(question: Question) -> str:
    if question.type in ("number", "open"):
        whole = question.range is not None and all(v == int(v) for v in question.range)
        return "text" if question.type == "open" else ("integer" if whole else "decimal")
    shared = question.scale is not None and question.scale.id and not question.missing
    name = question.scale.id if shared and question.scale else question.id
    return f"select_{'multiple' if question.type == 'multiple' else 'one'} {name}"


def _constraint(question: Question) -> str:
    if question.type != "number" or question.range is None:
        return ""
    low, high = question.range
    others = "".join(f" or . = {m.value}" for m in question.missing_codes if m.kind == "refused")
    return f"(. >= {low:g} and . <= {high:g}){others}"


def _relevant(survey: Survey, base: Condition) -> str:
    if base.question:
        many = survey.question(base.question).type == "multiple"
        form = "selected(${{{q}}}, '{c}')" if many else "${{{q}}} = '{c}'"
        parts = [form.format(q=base.question, c=code) for code in base.codes]
        return " or ".join(parts) if len(parts) == 1 else f"({' or '.join(parts)})"
    word = " and " if base.all else " or "
    return f"({word.join(_relevant(survey, part) for part in (*base.all, *base.any))})"
