"""Choices of a new export that a definition does not have yet: given codes, or refused."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from padai.errors import DataError
from padai.interchange.draft import DraftCode, DraftQuestion, Value
from padai.interchange.label_words import similarity
from padai.interchange.platforms.aligning import aligned, next_code
from padai.interchange.platforms.coding import CodedQuestion, key_in, known_choices
from padai.interchange.platforms.export import Export, ExportedQuestion
from padai.interchange.platforms.parting import parts_of
from padai.interchange.platforms.scales import key_of, on_a_scale
from padai.interchange.platforms.worded import worth_a_code
from padai.interchange.private import FEWEST_ALIKE
from padai.interchange.scalars import exact
from padai.words import Said

_REST = {"autre reponse", "other answer"}


def widened(
    form: DraftQuestion, question: ExportedQuestion, by_place: bool, lang: str, file: str
) -> tuple[DraftQuestion, ExportedQuestion, tuple[DraftCode, ...]]:
    """Give codes to the choices of a question that its definition lacks.

    A choice is new where several people gave it, or where it stands on a scale that is known; what
    fewer people wrote is theirs, and goes to the code of other answers if there is one, or beside
    the choices of several.

    Returns
    -------
    The question of the definition with the new choices, the answers, and the new choices.

    Raises
    ------
    DataError
        Answers are none of the choices, and nothing says what they are.
    """
    if form.type in ("open", "number"):
        return form, question, ()
    if form.type == "multiple" and (len(question.columns) > 1 or question.many):
        return _options(form, question, by_place, lang)
    return _answers(form, question, lang, file)


def _options(
    form: DraftQuestion, question: ExportedQuestion, by_place: bool, lang: str
) -> tuple[DraftQuestion, ExportedQuestion, tuple[DraftCode, ...]]:
    words = {key_of(t): c.code for c in form.codes for t in c.label.values()}
    if not by_place:  # the platform's own codes stay; only an option that none has is new
        words |= {
            key_of(column.option): code.code
            for column in question.columns
            for code in form.codes
            if column.code in (code.code, str(code.value))
        }
    made, new = aligned(question, words, {c.code for c in form.codes})
    codes = tuple(DraftCode(code, _value(code), {lang: t}) for code, t in new.items())
    return replace(form, codes=(*form.codes, *codes)), made, codes


def _answers(
    form: DraftQuestion, question: ExportedQuestion, lang: str, file: str
) -> tuple[DraftQuestion, ExportedQuestion, tuple[DraftCode, ...]]:
    known = known_choices(form)
    column = question.columns[0]
    cells = [
        parts_of(cell, column.separator, known) if form.type == "multiple" else [cell.strip()]
        for cell in column.cells
    ]
    answers = [text for parts in cells for text in parts if text]
    strange = Counter(t for t in answers if key_in(known, t) is None)
    if not strange:
        return form, question, ()
    keys = [key_in(known, t) or "" for t in answers]
    by_code = 2 * sum(k[:1] == "=" for k in keys) > sum(bool(k) for k in keys)
    fit = [
        text
        for text, n in sorted(strange.items())
        if n >= FEWEST_ALIKE or (not by_code and on_a_scale(text))
    ]
    new = _new_codes(form, [t for t in fit if worth_a_code(t)], by_code, lang)
    named = {key_of(t) for c in new for t in (*c.label.values(), c.code)}
    alone = {text for text in strange if key_of(text) not in named}
    rest = next(
        (c.code for c in form.codes if _REST & {key_of(text) for text in c.label.values()}), None
    )
    if alone and rest is None and form.type != "multiple":
        count = sum(strange[text] for text in alone)
        raise _no_choice(form.id, count, file)
    if alone and form.type != "multiple":
        recoded = tuple(str(rest) if c.strip() in alone else c for c in column.cells)
        question = replace(question, columns=(replace(column, cells=recoded),))
    return replace(form, codes=(*form.codes, *new)), question, new


def _new_codes(
    form: DraftQuestion, texts: Sequence[str], by_code: bool, lang: str
) -> tuple[DraftCode, ...]:
    taken = {c.code for c in (*form.codes, *form.missing)}
    by_key: dict[str, DraftCode] = {}
    for text in texts:
        if key_of(text) in by_key:
            continue
        code = text if by_code else next_code(taken)
        taken.add(code)
        by_key[key_of(text)] = DraftCode(code, _value(code), {} if by_code else {lang: text})
    return tuple(by_key.values())


def reworded(form: DraftQuestion, new: Sequence[DraftCode], made: CodedQuestion) -> Said | None:
    """Say which choices nobody gives any more where others are new, and the line that joins two.

    Parameters
    ----------
    form
        The question as its definition has it.
    new
        Its new choices.
    made
        Its answers, coded.
    """
    given = _given(form, made.columns[0])
    gone = [c for c in form.codes if c.code not in given]
    words = [c for c in new if c.label]
    if not gone or not words:
        return None

    def alike(pair: tuple[DraftCode, DraftCode]) -> float:
        one, other = (next(iter(c.label.values()), "") for c in pair)
        return similarity(one, other)

    code, choice = max(((g, w) for g in gone for w in words), key=alike)
    texts = ", ".join(f"{tag}: {exact(text)}" for tag, text in choice.label.items())
    return Said(
        "interchange-codes-and-none-left",
        listed=", ".join(c.code for c in new),
        gone=", ".join(c.code for c in gone),
        line=f"{code.code}: {{{texts}}}",
        old=code.code,
        name=choice.code,
    )


def in_other_words(
    every: Mapping[str, CodedQuestion], exports: Sequence[Export], names: Sequence[str]
) -> Iterator[Said]:
    """Say of exports given at once which choices one wave alone gives where the next has others.

    Parameters
    ----------
    every
        The questions, coded.
    exports, names
        The waves in their order, and their names.
    """
    for name, made in every.items():
        form = made.question
        if form.type not in ("single", "multiple") or not any(c.label for c in form.codes):
            continue
        given = {wave: _given(form, columns) for wave, columns in sorted(made.columns.items())}
        for one, other in itertools.pairwise(given):
            gone = [c.code for c in form.codes if c.code in given[one] - given[other]]
            new = [c.code for c in form.codes if c.code in given[other] - given[one]]
            if gone and new:
                yield Said(
                    "interchange-choices-of-one-wave-each",
                    name=name,
                    gone=", ".join(gone),
                    before=names[one],
                    new=", ".join(new),
                    after=names[other],
                    first=exports[one].path.name,
                    next=exports[other].path.name,
                )


def _given(form: DraftQuestion, columns: Mapping[str, Sequence[Value | None]]) -> set[str]:
    """Return the codes that somebody gave."""
    if form.type == "multiple":
        return {name.removeprefix(f"{form.id}_") for name, cells in columns.items() if 1 in cells}
    given = {str(value) for cells in columns.values() for value in cells}
    return {c.code for c in form.codes if c.code in given or str(c.value) in given}


def _value(code: str) -> Value:
    return int(code) if code.lstrip("-").isdigit() else code


def _no_choice(name: str, unknown: int, file: str) -> DataError:
    return DataError(
        Said(
            "interchange-answer-s-each-given-by-fewer-than-people",
            file=file,
            name=name,
            unknown=unknown,
            fewest_alike=FEWEST_ALIKE,
        ),
    )
