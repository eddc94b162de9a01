"""From the texts of an export's waves to codes: the questionnaire's, or the same in every wave."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from padai.errors import DataError
from padai.interchange.draft import DraftCode, DraftMissing, DraftQuestion, Value, Words
from padai.interchange.forms import split_codes
from padai.interchange.lingering import note, voids
from padai.interchange.platforms.aligning import aligned_waves
from padai.interchange.platforms.export import Export, ExportedColumn, ExportedQuestion, chosen
from padai.interchange.platforms.scales import in_order, key_of
from padai.interchange.platforms.worded import MOST_CHOICES, kept_choices, worth_a_code
from padai.interchange.remarks import APART
from padai.words import Said, both

MOST_DISTINCT = 12
_AMOUNT = re.compile(r"\d{1,3}([.,]\d{1,2})?")
_OTHER = ("other", "autre", "otro", "oth", "none of the above")


@dataclass(frozen=True)
class CodedQuestion:
    """A question with its codes, and each wave's columns of values by name."""

    question: DraftQuestion
    columns: Mapping[int, Mapping[str, tuple[Value | None, ...]]]


def coded(
    name: str,
    asked: Mapping[int, ExportedQuestion],
    exports: Sequence[Export],
    lang: str,
    form: DraftQuestion | None,
    lenient: bool = False,
) -> CodedQuestion:
    """Give a question's answers, in every wave that asked it, their codes.

    Parameters
    ----------
    lenient
        Whether what several answers of a cell say beside the choices is left out.

    Raises
    ------
    DataError
        Answers are none of the choices that the questionnaire gives.
    """
    last = asked[max(asked)]
    if last.many or (form is not None and form.type == "multiple"):
        return _many(name, asked, exports, lang, form, lenient=lenient)
    cells = {wave: question.columns[0].cells for wave, question in asked.items()}
    label: Words = {lang: last.wording} if last.wording else {}
    if form is None:
        separator = _separator([q.columns[0] for q in asked.values()])
        if separator:
            return _many(name, asked, exports, lang, None, separator)
        known: Mapping[str, Value | None]
        draft, known = _guessed(name, label, cells, last.columns[0].own_words, lang)
    else:
        draft, known = form, known_choices(form)
    placed = {}
    for wave, texts in cells.items():
        values, unknown = _values(draft, known, texts)
        if unknown:
            raise _no_choice(name, unknown, exports[wave])
        placed[wave] = {name: values}
    return CodedQuestion(replace(draft, id=name, columns={}), placed)


def _no_choice(name: str, unknown: int, export: Export) -> DataError:
    return DataError(
        Said(
            "interchange-answer-s-are-none-of-the-choices-of-the",
            path_name=export.path.name,
            name=name,
            unknown=unknown,
        ),
    )


def known_choices(form: DraftQuestion) -> dict[str, Value]:
    """Return the value of each choice by its words in any language, by its value and its code."""
    known: dict[str, Value] = {}
    choices = (*form.codes, *form.missing)
    for choice in choices:
        for text in choice.label.values():
            known.setdefault(key_of(text), choice.value)
    if form.type in ("single", "rating"):
        for choice in choices:
            if key_of(choice.code) in _OTHER:
                known.update({"other": choice.value, "autre": choice.value})
    for choice in choices:
        known[f"={choice.value}"] = known[f"={choice.code}"] = choice.value
    return known


def _values(
    draft: DraftQuestion, known: Mapping[str, Value | None], texts: Sequence[str]
) -> tuple[tuple[Value | None, ...], int]:
    """Return the value of each cell, and how many cells are no choice of a closed question."""
    values: list[Value | None] = []
    unknown = 0
    for text in texts:
        answer = text.strip()
        if not answer:
            values.append(None)
        elif draft.type == "open":
            values.append(answer)
        elif f"={answer}" in known or key_of(answer) in known:
            values.append(known.get(f"={answer}", known.get(key_of(answer))))
        elif draft.type == "number":
            values.append(_number(answer))
            unknown += values[-1] is None
        else:  # "01" and "1.0" are 1
            values.append(known.get(f"={_number(answer)}", known.get("=*")))
            unknown += values[-1] is None
    return tuple(values), unknown


def _number(text: str) -> Value | None:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    if number - number != 0:
        return None
    return int(number) if number.is_integer() else number


def _guessed(
    name: str, label: Words, cells: Mapping[int, Sequence[str]], own_words: bool, lang: str
) -> tuple[DraftQuestion, dict[str, Value | None]]:
    """Draft a question that no questionnaire describes, from its answers in all waves."""
    answers = [text.strip() for texts in cells.values() for text in texts if text.strip()]
    empty = voids(answers)
    answers = [text for text in answers if text not in empty]
    draft = DraftQuestion(name, "open", label, label)
    amounts = answers and all(_AMOUNT.fullmatch(text) for text in answers)
    if (own_words and not amounts) or not answers:
        return draft, {}
    if own_words:  # an age, a number of hours: nobody's words
        return replace(draft, type="number"), {}
    if all(_number(text) is not None for text in answers):
        numbers = _numbers(draft, {_number(text) for text in answers})
        notes = (*numbers.notes, *([note(empty)] if empty else ()))
        blank: dict[str, Value | None] = dict.fromkeys(map(key_of, empty))
        return replace(numbers, notes=notes), {**known_choices(numbers), **blank}
    return _in_words(draft, answers, empty, lang)


def _in_words(
    draft: DraftQuestion, said: Sequence[str], empty: Sequence[str], lang: str
) -> tuple[DraftQuestion, dict[str, Value | None]]:
    """Draft a question of choices in words, in the order of a scale where they are one."""
    kept, covered = kept_choices(said)
    if not kept:
        return draft, {}
    ordered, sure = in_order(kept.values())
    codes: list[tuple[str, Words]] = [(str(i), {lang: t}) for i, t in enumerate(ordered, 1)]
    notes: tuple[Said, ...] = () if sure else (Said("interchange-note-order"),)
    alone = len(said) - covered
    known: dict[str, Value | None] = {key_of(text): i for i, text in enumerate(ordered, 1)}
    if alone:
        other = len(ordered) + 1
        codes.append((str(other), both("interchange-other-answer")))
        known["=*"] = other
        notes += (Said("interchange-note-answered-once", n=alone, code=other),)
    answers, missing = split_codes(codes)
    if not answers:
        return draft, {}
    for place, text in enumerate(empty, len(codes) + 1):
        missing.append(DraftMissing(str(place), place, {lang: text}, "skipped", False, APART))
        known[key_of(text)] = place
    notes += (note(empty),) if empty else ()
    made = replace(draft, type="single", codes=tuple(answers), missing=tuple(missing), notes=notes)
    return made, known


def _numbers(draft: DraftQuestion, values: set[Value | None]) -> DraftQuestion:
    """Draft a question of numbers: codes without labels where they are few, else a quantity."""
    every = sorted(v for v in values if v is not None and not isinstance(v, str))
    whole = all(isinstance(v, int) for v in every)
    if not whole or len(every) > MOST_DISTINCT or every[-1] - every[0] > MOST_DISTINCT:
        return replace(draft, type="number")
    note = Said("interchange-note-give-the-form")
    codes = tuple(DraftCode(str(v), v) for v in every)
    return replace(draft, type="single", codes=codes, notes=(note,))


FEW_PARTS = 12
"""Parts of a cell up to which all ways to join them are tried."""


def _separator(columns: Sequence[ExportedColumn]) -> str:
    """Guess what parts several answers in one cell; nothing where there is one answer a cell."""
    answers = [cell.strip() for column in columns for cell in column.cells if cell.strip()]
    for mark in columns[0].separator:
        glued = _together(answers, mark)
        parts = [parts_of(cell, mark, glued) for cell in answers]
        several = {tuple(p) for p in parts if len(p) > 1}
        counts = Counter(part for p in parts for part in p)
        ends = mark == ";" and any(cell.endswith(";") for cell in answers)
        again = (
            len(counts) <= MOST_CHOICES
            and len(several) > 1
            and all(counts[part] > 1 for p in several for part in p)
        )
        alone = {p[0] for p in parts if len(p) == 1}
        mixed = any(part in alone for p in several for part in p)
        coded_so = mark != " " or all(part.isidentifier() for part in counts)
        if ends or (again and mixed and coded_so and len(several) < len(answers)):
            return mark
    return ""


def _together(cells: Sequence[str], mark: str) -> dict[str, str]:
    """Return the choices that hold the mark that parts choices, by their key.

    Their parts always stand side by side in one order, and the second does not begin a choice: it
    has a small letter, as in `In person, at an office`.
    """
    if mark != ",":
        return {}
    lists = [_parts(cell, mark) for cell in cells]
    counts = Counter(part for parts in lists for part in parts)
    pairs = Counter(pair for parts in lists for pair in itertools.pairwise(parts))
    after = {
        one: other
        for (one, other), n in pairs.items()
        if n > 1 and n == counts[one] == counts[other] and other[:1].islower()
    }
    by_key: dict[str, str] = {}
    for first in after.keys() - set(after.values()):
        whole, last = first, first
        while last in after:
            last = after[last]
            whole = f"{whole}{mark} {last}"
        by_key[key_of(whole)] = whole
    return by_key


def _parts(cell: str, mark: str) -> list[str]:
    """Part a cell at a mark, but not inside brackets: `Social media (X, Facebook), Radio`."""
    if "(" in cell and cell.count("(") == cell.count(")"):
        parts = re.split(rf"{re.escape(mark)}(?![^()]*\))", cell)
    else:
        parts = cell.split(mark)
    return [part.strip() for part in parts if part.strip()]


def _many(
    name: str,
    asked: Mapping[int, ExportedQuestion],
    exports: Sequence[Export],
    lang: str,
    form: DraftQuestion | None,
    separator: str = "",
    lenient: bool = False,
) -> CodedQuestion:
    """Code a multiple choice, each option a column of 0 and 1; blank where none was chosen."""
    if form is None and not separator and any(e.by_place for e in exports):
        asked = aligned_waves(asked)
    options = _options(asked, separator, form)
    codes = [(code, {lang: text} if text else {}) for code, text in options]
    answers, missing = split_codes(codes)
    last = asked[max(asked)]
    label: Words = {lang: last.wording} if last.wording else {}
    draft = form or DraftQuestion(
        name, "multiple", label, label, tuple(answers), missing=tuple(missing)
    )
    # An option is an option, also the one that says "don't know".
    draft = replace(draft, codes=(*draft.codes, *(_option(m) for m in draft.missing)), missing=())
    columns = {}
    for wave, question in asked.items():
        picked = _picked(question, draft, separator, exports[wave], name, lenient)
        columns[wave] = {
            f"{name}_{code.code}": tuple(
                None if row is None else int(code.code in row) for row in picked
            )
            for code in draft.codes
        }
    return CodedQuestion(replace(draft, id=name, type="multiple", columns={}), columns)


def _option(code: DraftCode) -> DraftCode:
    return DraftCode(code.code, code.value, code.label)


def _options(
    asked: Mapping[int, ExportedQuestion], separator: str, form: DraftQuestion | None
) -> list[tuple[str, str]]:
    """Return the code and words of each option of any wave; codes are the same in every wave."""
    if form is not None:
        return []
    if not separator:
        options: dict[str, str] = {}
        for question in asked.values():
            for column in question.columns:
                own = column.option != column.code or column.wording
                options[column.code] = column.option if own else ""
        return list(options.items())
    every = [cell for question in asked.values() for cell in question.columns[0].cells]
    glued = _together(every, separator)
    counts = Counter(key_of(part) for cell in every for part in parts_of(cell, separator, glued))
    shown: dict[str, str] = {}
    for question in asked.values():
        for cell in sorted(question.columns[0].cells):
            for part in parts_of(cell, separator, glued):
                shown.setdefault(key_of(part), part)
    kept = [shown[k] for k, n in counts.items() if n > 1 and worth_a_code(shown[k])]
    ordered, _ = in_order(kept)
    if separator == " ":
        return [(text, "") for text in ordered]
    return [(str(place), text) for place, text in enumerate(ordered, 1)]


def _picked(
    question: ExportedQuestion,
    draft: DraftQuestion,
    separator: str,
    export: Export,
    name: str,
    lenient: bool,
) -> list[set[str] | None]:
    """Return the codes that each response chose; None where it chose none and was not asked."""
    by_text: dict[str, str] = {}
    for code in (*draft.codes, *draft.missing):
        by_text.update({key_of(text): code.code for text in code.label.values()})
        by_text[f"={code.code}"] = by_text[f"={code.value}"] = code.code
    if len(question.columns) > 1 or not (separator or question.columns[0].separator):
        return _marked(question, by_text, export, name)
    picked: list[set[str] | None] = []
    unknown = 0
    mark = separator or question.columns[0].separator
    for cell in question.columns[0].cells:
        parts = parts_of(cell, mark, by_text)
        codes = [by_text.get(f"={part}", by_text.get(key_of(part), "")) for part in parts]
        unknown += not (separator or lenient) and "" in codes
        picked.append(set(codes) - {""} if parts else None)
    if unknown:
        raise _no_choice(name, unknown, export)
    return picked


def _most_parts(count: int, by_text: Mapping[str, Any]) -> int:
    """How many parts of a cell may be one choice: no more than the longest choice has words."""
    if count <= FEW_PARTS:
        return count
    return max((len(key.split()) for key in by_text), default=1)


def parts_of(cell: str, marks: str, by_text: Mapping[str, Any]) -> list[str]:
    """Part a cell into answers, by the known choices first: their own words may hold a comma."""
    whole = cell.strip()
    if not whole or key_of(whole) in by_text or f"={whole}" in by_text:
        return [whole] if whole else []
    for mark in marks:
        parts, joined_parts, start = _parts(cell, mark), [], 0
        most = _most_parts(len(parts), by_text)
        while start < len(parts):
            for end in range(min(len(parts), start + most), start, -1):
                joined = f"{mark} ".join(parts[start:end])
                if key_of(joined) in by_text or f"={joined}" in by_text or end == start + 1:
                    joined_parts.append(joined)
                    start = end
                    break
        if len(joined_parts) > 1 or any(
            key_of(f) in by_text or f"={f}" in by_text for f in joined_parts
        ):
            return joined_parts
    return _parts(cell, marks[0])


def _marked(
    question: ExportedQuestion, by_text: Mapping[str, str], export: Export, name: str
) -> list[set[str] | None]:
    size = len(export.ids)
    picked: list[set[str] | None] = [None] * size
    for column in question.columns:
        code = by_text.get(f"={column.code}", by_text.get(key_of(column.option), ""))
        if not code:
            raise _no_choice(f"{name}, {column.name}", 1, export)
        for row, cell in enumerate(column.cells):
            is_chosen = chosen(column, cell)
            if is_chosen is not None or cell.strip():
                picked[row] = picked[row] or set()
            if is_chosen:
                picked[row] = {*(picked[row] or set()), code}
    return picked
