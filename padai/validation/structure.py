"""Structure: columns, codes, ranges, ids, dates, and what the file's own labels say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher, get_close_matches
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.survey import Question
from padai.survey.answer_words import normal
from padai.survey.mark_words import marks_of_labels
from padai.validation.context import EMPTY, NOT_ASKED, CheckContext, columns_of
from padai.validation.registry import Fact, Hit, check, hits
from padai.validation.schema import cell_rules, failing_cells
from padai.waves.declared_design import design_columns
from padai.waves.reading import column_sources
from padai.waves.written_days import written_days
from padai.words import Said

if TYPE_CHECKING:
    from numpy.typing import NDArray


def _cells(context: CheckContext) -> dict[tuple[str, str], NDArray[np.bool_]]:
    """The failing cells of every rule, found once for all the checks that report them."""
    if "cells" not in context.cache:
        wave = context.view.wave
        rules = cell_rules(context.survey, wave.id, wave.part)
        context.cache["cells"] = failing_cells(context.view.frame, rules)
        context.cache["rules"] = {(r.check, r.column): r.text for r in rules}
    cells: dict[tuple[str, str], NDArray[np.bool_]] = context.cache["cells"]
    return cells


def _of(check_id: str, context: CheckContext) -> Iterator[Hit]:
    for (own_check, column), rows in _cells(context).items():
        if own_check == check_id:
            text = context.cache["rules"][own_check, column]
            yield Hit(column, text, int(rows.sum()), rows)


@check(
    "missing_column",
    "error",
    title=Said("validation-columns-that-the-definition-names"),
    sentence="validation-the-column-in-the-file-is-missing-ask",
)
def missing_column(context: CheckContext) -> Iterator[Hit]:
    """A column of a question that was asked is not in the file."""
    view = context.view
    sources = column_sources(context.survey, view.wave.id, view.wave.part)
    loose = [c for c in view.frame.columns if c not in view.known_columns]
    folded = {str(c).casefold(): str(c) for c in loose}
    for column, source in sources.items():
        if column not in view.frame.columns:
            close = get_close_matches(source.casefold(), list(folded), n=1)
            hint = f" ({folded[close[0]]} ?)" if close else ""
            yield Hit(column, "columns", facts={"source": source, "hint": hint})


@check(
    "unknown_column",
    "error",
    title=Said("validation-columns-unknown-to-the-definition"),
    sentence="validation-the-column-is-unknown-to-the-definition",
)
def unknown_column(context: CheckContext) -> Iterator[Hit]:
    """The file has a column that no question and no design names."""
    for column in context.view.frame.columns:
        if column not in context.view.known_columns:
            yield Hit(str(column), "columns")


@check(
    "unknown_code",
    "error",
    title=Said("validation-answer-codes"),
    sentence="validation-answer-s-to-have-a-code-that-the",
)
def unknown_code(context: CheckContext) -> Iterator[Hit]:
    """A cell holds a value that is no code of its question."""
    yield from _of("unknown_code", context)


@check(
    "not_a_number",
    "error",
    title=Said("validation-numbers"),
    sentence="validation-answer-s-to-are-not-numbers-correct-the",
)
def not_a_number(context: CheckContext) -> Iterator[Hit]:
    """A cell of a numeric question holds text."""
    yield from _of("not_a_number", context)


@check(
    "out_of_range",
    "error",
    title=Said("validation-range-of-numbers"),
    sentence="validation-answer-s-to-are-outside-the-allowed",
)
def out_of_range(context: CheckContext) -> Iterator[Hit]:
    """A number lies outside the question's range."""
    yield from _of("out_of_range", context)


@check(
    "id_missing",
    "error",
    title=Said("validation-identifiers-present"),
    sentence="validation-row-s-have-no-identifier-in",
    needs=("id",),
)
def id_missing(context: CheckContext) -> Iterator[Hit]:
    """A respondent has no id."""
    yield from _of("id_missing", context)


@check(
    "id_duplicate",
    "error",
    title=Said("validation-unique-identifiers"),
    sentence="validation-row-s-share-their-identifier-with",
    needs=("id",),
)
def id_duplicate(context: CheckContext) -> Iterator[Hit]:
    """Two rows carry the same id."""
    yield from _of("id_duplicate", context)


@check(
    "design_missing",
    "error",
    title=Said("validation-sampling-design"),
    sentence="validation-row-s-have-no-value-in-the-design-column",
)
def design_missing(context: CheckContext) -> Iterator[Hit]:
    """A stratum, psu, fpc or replicate weight is empty."""
    design, names = context.view.spec.design, context.view.frame.columns
    replicates = design.replicates.columns_in(names) if design.replicates else ()
    for column in (*design_columns(design), *replicates):
        apart = (design.id, design.weight, design.longitudinal_weight)
        if column in apart or column not in context.view.frame.columns:
            continue
        yield from hits(column, "present", context.view.frame[column].isna().to_numpy())


@check(
    "no_answers",
    "error",
    title=Said("validation-questions-without-an-answer"),
    sentence="validation-has-no-answer-at-all-though-the",
)
def no_answers(context: CheckContext) -> Iterator[Hit]:
    """A question that was asked has nothing but blanks and "not asked"."""
    for question in context.view.questions:
        states = context.view.states(question)
        if np.isin(states, (EMPTY, NOT_ASKED)).all() and context.view.put(question).any():
            yield Hit(question.id, "answers")


@check(
    "outside_fieldwork",
    "warning",
    title=Said("validation-dates-of-interview"),
    sentence="validation-interview-s-are-dated-outside-fieldwork",
    needs=("interview date",),
)
def outside_fieldwork(context: CheckContext) -> Iterator[Hit]:
    """An interview's date lies before or after fieldwork."""
    import pandas as pd

    question = context.role("interview_date")
    assert question is not None
    column = context.view.frame[question.id]
    period = context.survey.wave(context.view.wave.id).fieldwork
    first, after = pd.Timestamp(period.start), pd.Timestamp(period.end) + pd.Timedelta(days=1)
    iso = pd.to_datetime(column, errors="coerce", format="ISO8601")
    readings = (iso,) if iso.notna().any() else written_days(column).readings or (iso,)
    outside = [((days < first) | (days >= after)).to_numpy() for days in readings]
    rows = np.logical_and.reduce(outside)  # in every order that the column allows
    yield from hits(question.id, f"{period.start} – {period.end}", rows)


@check(
    "label_of_other_code",
    "error",
    title=Said("validation-value-labels-swapped"),
    sentence="validation-in-the-file-code-of-carries-the-label-of",
    needs=("labels",),
)
def label_of_other_code(context: CheckContext) -> Iterator[Hit]:
    """A value label of the file is, word for word, that of another code of the definition.

    Two missing codes of one kind may be called the same: 8 and 98, both refusals.
    """
    for question, code, label, texts in _labelled(context):
        kinds = {missing.code: missing.kind for missing in question.missing_codes}
        others = [c for c, known in texts.items() if c != code and label in known]
        others = [c for c in others if c not in kinds or kinds[c] != kinds.get(code)]
        if others and label not in texts[code]:
            yield Hit(question.id, code, facts={"other": others[0]})


@check(
    "marks_turned",
    "error",
    title=Said("validation-marks-of-options-turned"),
    sentence="validation-in-the-file-the-option-is-marked-otherwise",
    needs=("labels",),
)
def marks_turned(context: CheckContext) -> Iterator[Hit]:
    """The file's labels say that what is read as a chosen option is one that was not chosen."""
    wave = context.view.wave
    labels: Mapping[str, Any] = wave.provenance["value_labels"]
    for question in context.view.questions:
        gone = [missing.value for missing in question.missing_codes]
        for column in columns_of(question) if question.type == "multiple" else ():
            own = {v: t for v, t in labels.get(column, {}).items() if _as_code(v) not in gone}
            if (found := marks_of_labels(own)) is not None and found.not_chosen == 1:
                marks = question.marks_in(wave.id)
                facts: dict[str, Fact] = {
                    "chosen": str(marks.not_chosen),
                    "other": str(marks.chosen),
                }
                yield Hit(column, question.id, facts={**facts, "own": wave.id})


@check(
    "label_differs",
    "warning",
    title=Said("validation-value-labels"),
    sentence="validation-in-the-file-the-labels-of-differ-from",
    needs=("labels",),
)
def label_differs(context: CheckContext) -> Iterator[Hit]:
    """Value labels of the file resemble the definition’s in none of its languages."""
    differing: dict[str, list[str]] = {}
    for question, code, label, texts in _labelled(context):
        others = any(label in known for c, known in texts.items() if c != code)
        if not others and not any(_alike(label, known) for known in texts[code]):
            differing.setdefault(question.id, []).append(code)
    for column, codes in differing.items():
        yield Hit(column, ", ".join(codes))


@check(
    "unknown_label",
    "warning",
    title=Said("validation-codes-labelled-in-the-file"),
    sentence="validation-the-file-gives-codes-that-the-definition",
    needs=("labels",),
)
def unknown_label(context: CheckContext) -> Iterator[Hit]:
    """The file labels a value that is no code of the question."""
    for question in context.view.questions:
        if question.type not in ("single", "rating"):
            continue
        known = set(question.values.values())
        extra = [v for v in _file_labels(context, question) if _as_code(v) not in known]
        if extra:
            yield Hit(question.id, ", ".join(f"{_as_code(v)}" for v in extra[:8]))


@check(
    "missing_marked_as_answer",
    "warning",
    title=Said("validation-the-files-missing-codes"),
    sentence="validation-the-file-marks-as-missing-codes-of-that",
)
def missing_marked_as_answer(context: CheckContext) -> Iterator[Hit]:
    """A range that the file declares missing holds a substantive code of the definition."""
    ranges: Mapping[str, Any] = context.view.wave.provenance.get("missing_ranges", {})
    for question in context.view.questions:
        if question.scale is None or question.type == "multiple":
            continue
        marked = [
            c.code
            for c in question.scale.codes
            for low, high in ranges.get(question.id, ())
            if isinstance(low, str) == isinstance(c.value, str) and low <= c.value <= high
        ]
        if marked:
            yield Hit(question.id, ", ".join(marked))


@check(
    "undeclared_base",
    "warning",
    title=Said("validation-base-not-declared"),
    sentence="validation-was-not-put-to-of-the-respondents-but",
)
def undeclared_base(context: CheckContext) -> Iterator[Hit]:
    """A question without a base has rows marked "not asked"."""
    for question in context.view.questions:
        if question.base is None:
            rows = context.view.states(question) == NOT_ASKED
            yield from hits(question.id, "base", rows, share=True)


def _labelled(context: CheckContext) -> Iterator[tuple[Question, str, str, dict[str, set[str]]]]:
    """Yield each code that the file labels: question, code, label, and the definition’s labels."""
    langs = dict.fromkeys((*context.survey.languages, *context.survey.asked_in, "fr", "en"))
    for question in context.view.questions:
        if question.type not in ("single", "rating"):
            continue
        in_file = _file_labels(context, question)
        codes = {value: code for code, value in question.values.items()}
        texts = {
            code: {normal(question.response_label(code, lang)) for lang in langs}
            for code in question.values
        }
        for value, label in in_file.items():
            code = codes.get(_as_code(value))
            if code is not None:
                yield question, code, normal(label), texts


def _file_labels(context: CheckContext, question: Question) -> Mapping[Any, str]:
    labels: Mapping[Any, str] = context.view.wave.provenance["value_labels"].get(question.id, {})
    return labels


def _as_code(value: Any) -> Any:
    """Write a whole number as an int: 1.0 in a file is the code 1."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value.strip() if isinstance(value, str) else value


def _alike(one: str, other: str) -> bool:
    """Whether two normal labels say the same: one holds the other, or they mostly agree."""
    if not one or not other or one in other or other in one:
        return True
    return SequenceMatcher(None, one, other).ratio() >= 0.6
