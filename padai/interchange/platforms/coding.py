"""From the texts of an export's waves to codes: the questionnaire's, or the same in every wave."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from padai.errors import DataError
from padai.interchange.draft import DraftCode, DraftMissing, DraftQuestion, Value, Words
from padai.interchange.forms import split_codes
from padai.interchange.label_words import missing_kind
from padai.interchange.lingering import note, voids
from padai.interchange.platforms.aligning import aligned_waves
from padai.interchange.platforms.export import Export, ExportedQuestion, chosen
from padai.interchange.platforms.parting import choices_parted, parts_of, separator_of
from padai.interchange.platforms.scales import in_order, key_of
from padai.interchange.platforms.worded import kept_choices
from padai.interchange.remarks import APART
from padai.words import Said, both

MOST_DISTINCT = 12
_NUMBER_AND_WORD = re.compile(r"([0-9]+)[.,]?\s*[^\W\d_]+\.?( [^\W\d_]+)?")
NEARLY_ALL = 0.95
"""The share of answers that are numbers alone, from which on the others are numbers with a word."""
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
        separator = separator_of([q.columns[0] for q in asked.values()])
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


def key_in(known: Mapping[str, Value | None], answer: str) -> str | None:
    """Return the key under which an answer is known; `01` and `1.0` are 1."""
    keys = (f"={answer}", key_of(answer), f"={_number(answer)}")
    return next((key for key in keys if key in known), None)


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
        elif draft.type == "number" and f"={answer}" not in known and key_of(answer) not in known:
            values.append(_number(answer))
            unknown += values[-1] is None
        else:
            values.append(known.get(key_in(known, answer) or "=*"))
            unknown += values[-1] is None and key_in(known, answer) is None
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
    beside = _with_a_word(answers)
    if beside:
        count = sum(number is not None for number in beside.values())
        noted = (Said("interchange-note-number-with-a-word", count=count),) if count else ()
        return replace(draft, type="number", notes=noted), beside
    return _in_words(draft, answers, empty, lang)


def _with_a_word(answers: Sequence[str]) -> dict[str, Value | None]:
    """Return the numbers of answers such as `66 let` where nearly all others are numbers alone.

    Who writes not to know it has none.
    """
    values = [_number(text) for text in answers]
    bare = [value for value in values if value is not None and not isinstance(value, str)]
    others = [text for text, value in zip(answers, values, strict=True) if value is None]
    absent = {text for text in others if missing_kind(text)}
    others = [text for text in others if text not in absent]
    matches = [_NUMBER_AND_WORD.fullmatch(text) for text in others]
    if len(bare) < NEARLY_ALL * len(answers) or None in matches:
        return {}
    if max(bare) - min(bare) <= MOST_DISTINCT:
        return {}
    read = zip(others, matches, strict=True)
    blank: dict[str, Value | None] = dict.fromkeys(map(key_of, absent))
    return blank | {key_of(text): _number(match[1]) for text, match in read if match is not None}


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
    options, alone = _options(asked, separator, form)
    codes: list[tuple[str, Words]] = [(c, {lang: t} if t else {}) for c, t in options]
    codes += [(str(len(codes) + 1), _other_answer())] if alone and codes else []
    answers, missing = split_codes(codes)
    last = asked[max(asked)]
    label: Words = {lang: last.wording} if last.wording else {}
    draft = form or DraftQuestion(
        name, "multiple", label, label, tuple(answers), missing=tuple(missing)
    )
    if alone and codes:
        counted = Said("interchange-note-answered-once", n=alone, code=codes[-1][0])
        draft = replace(draft, notes=(*draft.notes, counted))
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


def _other_answer() -> Words:
    return dict(both("interchange-other-answer"))


def _options(
    asked: Mapping[int, ExportedQuestion], separator: str, form: DraftQuestion | None
) -> tuple[list[tuple[str, str]], int]:
    """Return the code and words of each option of any wave, and how many texts are none of them.

    Codes are the same in every wave.
    """
    if form is not None:
        return [], 0
    if not separator:
        options: dict[str, str] = {}
        for question in asked.values():
            for column in question.columns:
                own = column.option != column.code or column.wording
                options[column.code] = column.option if own else ""
        return list(options.items()), 0
    every = [cell for question in asked.values() for cell in question.columns[0].cells]
    if separator == " ":
        counts = Counter(part for cell in every for part in cell.split())
        ordered, _ = in_order(code for code, n in counts.items() if n > 1)
        return [(code, "") for code in ordered], 0
    kept, alone = choices_parted(every, separator)
    ordered, _ = in_order(kept)
    return [(str(place), text) for place, text in enumerate(ordered, 1)], alone


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
    other = next((by_text[k] for k in map(key_of, _other_answer().values()) if k in by_text), "")
    mark = separator or question.columns[0].separator
    for cell in question.columns[0].cells:
        parts = parts_of(cell, mark, by_text)
        codes = [by_text.get(f"={part}", by_text.get(key_of(part), other)) for part in parts]
        unknown += not (separator or lenient) and "" in codes
        picked.append(set(codes) - {""} if parts else None)
    if unknown:
        raise _no_choice(name, unknown, export)
    return picked


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
