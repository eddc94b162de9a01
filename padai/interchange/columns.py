"""From the columns of a data file to draft questions: types, scales, missing codes, sets."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.interchange.bare_numbers import POINTS, points, scattered
from padai.interchange.design_words import QUANTITY
from padai.interchange.dividing import of_few, youngest
from padai.interchange.draft import DraftCode, DraftMissing, DraftQuestion, Value, Words
from padai.interchange.label_words import (
    missing_kind,
    normal,
    not_understood,
    unique,
    without_code,
    without_own_codes,
    without_tag,
)
from padai.interchange.labels import label_notes, short_id, tidy, without_name
from padai.interchange.latin import worded
from padai.interchange.lingering import (
    apart,
    invalid,
    kept_both,
    kept_none,
    led_past,
    mirrored,
    negatives,
    next_to_answers,
    note,
    numbered,
    of_countries,
    voids,
    written_kind,
)
from padai.interchange.option_sets import is_mark, multiple, option_sets, stem, yes_and_no_sets
from padai.interchange.own_words import says_own_words
from padai.interchange.private import SEVERAL, are_codes, nearly_codes, of_several
from padai.interchange.remarks import (
    AMOUNTS,
    APART,
    BOX,
    FEW_WRITTEN,
    FROM_LABEL,
    MIRRORED,
    MIXED,
    NO_KIND,
    OWN_WORDS,
    YES_OR_NO,
    in_wave,
    listed,
)
from padai.interchange.several_choices import holds_several
from padai.interchange.told import ToldColumn
from padai.interchange.worded_numbers import beside_points, counted, worded_points
from padai.survey.mark_words import marks_of_labels
from padai.survey.marks import Marks
from padai.waves.empty_cells import EMPTY, blanked
from padai.waves.intake import DataFile
from padai.waves.written_days import written_days
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

_DIGIT = re.compile(r"\d")
FEWEST_CODES = 3
"""Values up to which a column of whole numbers holds codes, where one of them has a label."""
FEW_CODES = 12
RATING_SPAN = 20
_OFTEN_MISSING = {-99, -98, -97, -9, -8, -7, -1, 77, 88, 97, 98, 99, 997, 998, 999}


def draft_questions(
    file: DataFile, wave_id: str, apart: Mapping[str, Said], lang: str, design: Sequence[str] = ()
) -> tuple[list[DraftQuestion], dict[str, Said]]:
    """Draft a question of each column, and say of each column left over why it is.

    Parameters
    ----------
    file
        As :func:`padai.waves.intake.read_data_file` returns it, text cells given their values.
    apart
        Columns that are no question, each with why; their values are not looked at.
    lang
        The language of the file's labels.
    design
        Columns that the design uses: neither a question nor left over.
    """
    known = {*apart, *design}
    told = {n: _told(file, n, lang) for n in file.frame.columns if n not in known}
    other = {n: why for n, c in told.items() if (why := _left_over(file.frame[n], c))}
    other |= {n: Said("interchange-note-no-name") for n in told if not n.strip()}
    taken = {name.casefold() for name in known}
    found: list[DraftQuestion] = []
    sets = option_sets(file, {n: c for n, c in told.items() if other.get(n, BOX) == BOX})
    members = {name: key for key, names in sets.items() for name in names}
    left = {**apart, **{n: reason for n, reason in other.items() if n not in members}}
    other = {n: left[n] for n in file.frame.columns if n in left}
    alone = {n: c for n, c in told.items() if n not in other and n not in members}
    doubted = {names[0]: listed(names) for names in yes_and_no_sets(alone).values()}
    for name, column in told.items():
        if name in other:
            continue
        if name not in members:
            question = _counted(column, file.frame[name], lang)
            more = [Said(YES_OR_NO, columns=doubted[name])] if name in doubted else []
            every = (*more, *question.notes, *column.notes)
            notes = tuple(in_wave(wave_id, note) for note in every)
            found.append(
                replace(
                    question,
                    id=unique(question.id, taken),
                    columns={wave_id: name},
                    notes=notes,
                )
            )
        elif sets[members[name]][0] == name:
            columns = [told[n] for n in sets[members[name]]]
            question = multiple(members[name], columns, lang)
            pattern = f"{stem([c.name for c in columns])}{{code}}"
            marks = {wave_id: question.marks[""]} if question.marks else {}
            own = unique(question.id, taken)
            found.append(replace(question, id=own, columns={wave_id: pattern}, marks=marks))
    return found, other


def draft_column(file: DataFile, name: str, wave_id: str, lang: str) -> DraftQuestion:
    """Draft the question of one column by itself, as it would be were it no option of another."""
    told = _told(file, name, lang)
    question = _counted(told, file.frame[name], lang)
    return replace(question, columns={wave_id: name}, notes=(*question.notes, *told.notes))


def option_marks(file: DataFile, names: Sequence[str], lang: str) -> Marks | None:
    """Return what marks the options of a question in a file; None where its labels do not say."""
    found = {marks_of_labels(_told(file, name, lang).answer_labels) for name in names}
    return found.pop() if len(found) == 1 else None


def plain(value: Any) -> Value:
    """Write a whole number as an int, text without its outer blanks."""
    if isinstance(value, (float, np.floating)):
        number = float(value)
        return int(number) if number.is_integer() else number
    if isinstance(value, (bool, np.bool_, int, np.integer)):
        return int(value)
    return str(value).strip()


def code_of(value: Value) -> str:
    """Return the code that names a value."""
    return str(value)


def _told(file: DataFile, name: str, lang: str) -> ToldColumn:
    column = file.frame[name]
    values = _ordered({plain(v) for v in column.dropna().unique()})
    given = {plain(v): tidy(text) for v, text in file.value_labels.get(name, {}).items()}
    own_words = not given and bool(values) and all(isinstance(v, str) for v in values)
    own_words = own_words and not says_own_words(name, file.labels.get(name, ""), values)
    several = file.frame.attrs.get(SEVERAL, {}).get(name, ())
    if own_words and are_codes(column, FEW_CODES, several):
        given = {v: str(v) for v in values}  # a text that is a code says what it is
    labels = without_own_codes({v: given[v] for v in _ordered(set(given))})
    missing, doubts = _missing(file, name, values, labels, lang)
    notes = [*label_notes(file.labels.get(name, ""), file.value_labels.get(name, {}))]
    notes += [Said(AMOUNTS)] if name in file.frame.attrs.get(AMOUNTS, ()) else []
    return ToldColumn(
        name,
        without_name(_label(file, name), name) or worded(name),
        values,
        labels,
        missing,
        len(column),
        (*notes, *doubts),
        short_id(name, int(file.frame.columns.get_loc(name))),  # type: ignore[arg-type]
    ).ticked()


def _label(file: DataFile, name: str) -> str:
    """Return the label of a column, without the colon at its end; programs write NULL for none."""
    label = tidy(file.labels.get(name, ""))
    return "" if label in EMPTY else label.rstrip(" :")


def _missing(
    file: DataFile, name: str, values: tuple[Value, ...], labels: Mapping[Value, str], lang: str
) -> tuple[tuple[DraftMissing, ...], tuple[Said, ...]]:
    """Return the missing codes of a column, and what of them is doubtful."""
    ranges = file.missing_ranges.get(name, ())
    mark = is_mark(name, values, labels)
    own = [] if of_countries(labels.values()) else labels
    kinds = _kinds({v: labels[v] for v in own if not mark or v not in (0, 1)})
    texts = [v for v in values if isinstance(v, str)] if not _all_texts(values) else []
    written = {v: kind for v in texts if (kind := written_kind(v, file.format))}
    empty = voids(map(str, values)) if _all_texts(values) else []
    written |= dict.fromkeys(empty, "skipped")
    every = _ordered({*labels, *values})
    ranged = {v for v in every if any(_within(v, low, high) for low, high in ranges)}
    known = {*ranged, *written, *(v for v, kind in kinds.items() if kind)}
    lone = dict.fromkeys(negatives(labels, known), None)
    lone |= apart(values, labels, {*known, *lone}, int(file.frame[name].notna().sum()))
    said = [t for t in texts if t not in written]
    scaled = bool(texts) and not labels and of_several(file.frame[name], said)
    if scaled:
        lone |= dict.fromkeys(beside_points(_without(every, {*known, *lone}), lang))
    gone = {*known, *lone}
    missing = []
    for value in every:
        in_words = written.get(value) if isinstance(value, str) else None
        kind = kinds.get(value) or in_words or lone.get(value)
        if value not in known and value not in lone:
            continue
        label: Words = {lang: without_tag(labels[value])} if labels.get(value) else {}
        # What the file counts as an answer stays counted, an opinion or not.
        counted = kind == "dont_know" and value not in ranged and value not in written
        guess = FROM_LABEL if kind else APART if value in lone else NO_KIND
        kind = kind or ("not_asked" if led_past(value, labels.get(value, "")) else "skipped")
        missing.append(DraftMissing(code_of(value), value, label, kind, counted, guess))
    asked = [value for value, kind in lone.items() if kind is None]
    asked += empty
    scale = scaled and worded_points(_without(every, gone), lang)
    mixed = set() if scale else set(texts) - set(written) - set(labels)
    told = (
        *(note(asked) if asked else None, MIXED if mixed else None, kept_none(labels)),
        *(MIRRORED if mirrored(labels, known) else None, None if mark else kept_both(labels)),
    )
    return tuple(missing), tuple(each for each in told if each)


def _without(values: Sequence[Value], gone: Collection[Value]) -> list[Value]:
    return [v for v in values if v not in gone]


def _kinds(labels: Mapping[Value, str]) -> dict[Value, str | None]:
    kinds = {v: missing_kind(text) for v, text in labels.items()}
    if any(kinds.values()):
        kinds |= {v: "dont_know" for v, text in labels.items() if not_understood(text)}
    return kinds | dict.fromkeys(invalid(labels, kinds), "skipped")


def _all_texts(values: tuple[Value, ...]) -> bool:
    return all(isinstance(v, str) for v in values)


def _within(value: Value, low: Any, high: Any) -> bool:
    return isinstance(low, str) == isinstance(value, str) and low <= value <= high


def _ordered(values: set[Value]) -> tuple[Value, ...]:
    numbers = sorted(v for v in values if not isinstance(v, str))
    return (*numbers, *sorted(v for v in values if isinstance(v, str) and v))


def _left_over(column: pd.Series[Any], told: ToldColumn) -> Said | None:
    if column.dtype.kind in "Mm":
        return Said("interchange-note-date")
    if not told.values:
        return Said("interchange-note-empty")
    days = told.substantive  # R writes NA for none
    if days and _all_texts(days) and _DIGIT.search(str(days[0])) and _are_days(days):
        return Said("interchange-note-date")
    if not told.substantive:
        return Said("interchange-note-no-answer")
    if len(told.substantive) == 1 and told.says_no_more and blanked(column).notna().all():
        return Said("interchange-note-constant")
    if told.is_a_box and not of_few(column, told.substantive):
        return BOX
    if any(isinstance(v, float) and not math.isfinite(v) for v in told.values):
        return Said("interchange-note-infinite")
    return None


def _are_days(values: tuple[Value, ...]) -> bool:
    """Whether texts are all days, in one order or another."""
    import pandas as pd

    return bool(written_days(pd.Series(values, dtype="str")).readings)


def _counted(told: ToldColumn, column: pd.Series[Any], lang: str) -> DraftQuestion:
    """Draft a question of one column, and note whether few people gave one of its answers."""
    draft = _question(told, column, lang)
    few = draft.type == "single" and of_few(column, told.substantive)
    return replace(draft, few=few)


def _question(told: ToldColumn, column: pd.Series[Any], lang: str) -> DraftQuestion:
    """Draft a question of one column, by what its values and labels look like."""
    label: Words = {lang: told.label} if told.label else {}
    seen, labels = told.substantive, told.answer_labels
    begins = youngest(column)
    draft = DraftQuestion(told.id, "number", label, missing=told.missing, youngest=begins)
    texts = [v for v in seen if isinstance(v, str)]
    worded = texts and not labels and of_several(column, texts)
    if steps := (worded_points(seen, lang) if worded else ()):
        span = (int(steps[0].code), int(steps[-1].code))
        return replace(draft, type="rating", points=span, codes=steps)
    if texts:
        return _of_texts(draft, told, column, texts, lang)
    every = _ordered({*seen, *labels})
    whole = all(isinstance(v, int) for v in every)
    if whole and numbered(every, labels):
        ends = {v: without_code(labels[v]) for v in (every[0], every[-1])}
        labels = {v: text for v, text in ends.items() if normal(text) and not text.isdecimal()}
        return replace(draft, type="rating", **_points(every, labels, lang))
    if labels and set(seen) <= set(labels):
        return replace(draft, type="single", codes=_codes(told, lang))
    if whole and _is_rating(every, labels):
        return replace(draft, type="rating", **_points(every, labels, lang))
    numbers = [v for v in seen if whole and not labels and isinstance(v, int)]
    if scale := points(told.name, told.label, numbers, told.rows):
        return replace(draft, type="rating", notes=(POINTS,), **_points(scale, {}, lang))
    if whole and _coded(told, every, labels) and told.rows >= 2 * len(every):
        note = Said("interchange-note-codes-unlabelled")
        return replace(draft, type="single", codes=_codes(told, lang), notes=(note,))
    if not seen:
        return replace(draft, notes=(Said("interchange-note-no-value"),))
    both = next_to_answers(seen, told.missing)
    return replace(draft, notes=(both,)) if both and len(seen) > FEW_CODES else draft


def _of_texts(
    draft: DraftQuestion, told: ToldColumn, column: pd.Series[Any], texts: list[str], lang: str
) -> DraftQuestion:
    labels = told.answer_labels
    in_words = all(labels.get(v) == v for v in labels)
    if in_words and (several := holds_several(column)):
        return replace(draft, type="open", missing=(), notes=(several,))
    if labels and all(labels.get(v) == v for v in texts):
        codes, notes = _codes_in_words(told, lang)
        return replace(draft, type="single", codes=codes, notes=notes)
    few = bool(labels) and len({*texts} - {*labels}) <= FEW_CODES
    if not few and says_own_words(str(column.name), told.label, texts):
        return replace(draft, type="open", missing=(), notes=(OWN_WORDS,))
    if few or are_codes(column, FEW_CODES):
        return replace(draft, type="single", codes=_codes(told, lang))
    written = (FEW_WRITTEN,) if nearly_codes(column, FEW_CODES) else ()
    return replace(draft, type="open", missing=(), notes=written)


def _points(every: tuple[Value, ...], labels: Mapping[Value, str], lang: str) -> dict[str, Any]:
    low, high = int(every[0]), int(every[-1])
    codes = tuple(
        DraftCode(str(p), p, {lang: labels[p]} if p in labels else {}) for p in range(low, high + 1)
    )
    return {"points": (low, high), "codes": codes}


def _coded(told: ToldColumn, every: tuple[Value, ...], labels: Mapping[Value, str]) -> bool:
    """Whether numbers are codes of which some have a label, or that none can have but codes."""
    if labels:
        return len(every) <= max(FEWEST_CODES, 2 * len(labels) if len(labels) > 1 else 0)
    counted = any(m.label for m in told.missing) and (
        every[0] == 0 or QUANTITY.search(normal(f"{told.name} {told.label}"))
    )  # the file has words for some codes, and none for these
    coded = _bare(every, labels) or scattered(told.name, told.label, every, told.rows)
    return coded and not counted


def _bare(every: tuple[Value, ...], labels: Mapping[Value, str]) -> bool:
    """Whether a column without labels holds a few small codes, and perhaps missing codes."""
    core = [v for v in every if v not in _OFTEN_MISSING]
    return (
        not labels and len(core) > 0 and len(every) <= FEW_CODES and core[-1] - core[0] <= FEW_CODES  # type: ignore[operator]
    )


def _is_rating(every: tuple[Value, ...], labels: Mapping[Value, str]) -> bool:
    """Whether only the ends of a numeric scale (and perhaps its middle) are labelled."""
    ends = len(every) > 1 and every[0] in labels and every[-1] in labels and len(labels) <= 3
    return ends and 2 < every[-1] - every[0] <= RATING_SPAN  # type: ignore[operator]


def _codes(told: ToldColumn, lang: str) -> tuple[DraftCode, ...]:
    labels = told.answer_labels
    every = _ordered({*told.substantive, *labels})
    every = every if labels else tuple(counted(every))
    return tuple(
        DraftCode(code_of(v), v, {lang: labels[v]} if labels.get(v) else {}) for v in every
    )


def _codes_in_words(told: ToldColumn, lang: str) -> tuple[tuple[DraftCode, ...], tuple[Said, ...]]:
    """Return codes that are answers in words, in the order of a scale where they are one."""
    from padai.interchange.platforms.scales import in_order

    ordered, sure = in_order(str(v) for v in told.substantive)
    notes = [Said("interchange-note-few-texts")]
    notes += [] if sure else [Said("interchange-note-order")]
    return tuple(DraftCode(text, text, {lang: text}) for text in ordered), tuple(notes)
