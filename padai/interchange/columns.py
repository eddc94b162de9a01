"""From the columns of a data file to draft questions: types, scales, missing codes, sets."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.interchange.dividing import youngest
from padai.interchange.draft import DraftCode, DraftMissing, DraftQuestion, Value, Words
from padai.interchange.label_words import (
    missing_kind,
    normal,
    shared_start,
    slug,
    unique,
    without_code,
)
from padai.interchange.labels import label_notes, tidy, without_name
from padai.interchange.lingering import (
    GUESS,
    MIRRORED,
    MIXED,
    apart,
    kept_none,
    mirrored,
    negatives,
    note,
    numbered,
    voids,
    written_kind,
)
from padai.interchange.private import are_codes
from padai.survey.questions import _as_value
from padai.waves.intake import DataFile

if TYPE_CHECKING:
    import pandas as pd

FEW_CODES = 12
RATING_SPAN = 20
_OFTEN_MISSING = {-99, -98, -97, -9, -8, -7, -1, 77, 88, 97, 98, 99, 997, 998, 999}
_STEM = re.compile(r"^(.+[_.])(\d+)$")
_PARTING = (" - ", " – ", " — ", ": ", "? ")


@dataclass(frozen=True)
class Told:
    """One column as a file tells it."""

    name: str
    label: str
    values: tuple[Value, ...]
    labels: Mapping[Value, str]
    missing: tuple[DraftMissing, ...]
    rows: int
    notes: tuple[str, ...] = ()

    @property
    def missing_values(self) -> set[Value]:
        """The values that stand for no answer."""
        return {m.value for m in self.missing}

    @property
    def substantive(self) -> tuple[Value, ...]:
        """The values observed that are answers, in order."""
        gone = self.missing_values
        return tuple(v for v in self.values if v not in gone)

    @property
    def answer_labels(self) -> dict[Value, str]:
        """The labels of answers, in the order of their values."""
        gone = self.missing_values
        return {v: text for v, text in self.labels.items() if v not in gone}


def draft_questions(
    file: DataFile, wave_id: str, apart: Mapping[str, str], lang: str, design: Sequence[str] = ()
) -> tuple[list[DraftQuestion], dict[str, str]]:
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
    other |= {n: "sans nom / no name" for n in told if not n.strip()}
    other = {n: other.get(n) or apart[n] for n in file.frame.columns if n in {*other, *apart}}
    taken = {name.casefold() for name in known}
    found: list[DraftQuestion] = []
    sets = _option_sets(file, {n: c for n, c in told.items() if n not in other})
    members = {name: key for key, names in sets.items() for name in names}
    for name, column in told.items():
        if name in other:
            continue
        if name not in members:
            question = _question(column, file.frame[name], lang)
            notes = tuple(f"{wave_id} : {note}" for note in (*question.notes, *column.notes))
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
            question = _multiple(members[name], columns, lang)
            pattern = f"{_stem([c.name for c in columns])}{{code}}"
            found.append(
                replace(question, id=unique(question.id, taken), columns={wave_id: pattern})
            )
    return found, other


def draft_column(file: DataFile, name: str, wave_id: str, lang: str) -> DraftQuestion:
    """Draft the question of one column by itself, as it would be were it no option of another."""
    told = _told(file, name, lang)
    question = _question(told, file.frame[name], lang)
    return replace(question, columns={wave_id: name}, notes=(*question.notes, *told.notes))


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


def _told(file: DataFile, name: str, lang: str) -> Told:
    column = file.frame[name]
    values = _ordered({plain(v) for v in column.dropna().unique()})
    given = {plain(v): tidy(text) for v, text in file.value_labels.get(name, {}).items()}
    own_words = not given and bool(values) and all(isinstance(v, str) for v in values)
    if own_words and are_codes(column, FEW_CODES):
        given = {v: str(v) for v in values}  # a text that is a code says what it is
    labels = {v: given[v] for v in _ordered(set(given))}
    missing, doubts = _missing(file, name, values, labels, lang)
    notes = label_notes(file.labels.get(name, ""), file.value_labels.get(name, {}))
    return Told(
        name,
        without_name(tidy(file.labels.get(name, "")), name),
        values,
        labels,
        missing,
        len(column),
        (*notes, *doubts),
    )


def _missing(
    file: DataFile, name: str, values: tuple[Value, ...], labels: Mapping[Value, str], lang: str
) -> tuple[tuple[DraftMissing, ...], tuple[str, ...]]:
    """Return the missing codes of a column, and what of them is doubtful."""
    ranges = file.missing_ranges.get(name, ())
    kinds = {v: missing_kind(text) for v, text in labels.items()}
    texts = [v for v in values if isinstance(v, str)] if not _all_texts(values) else []
    written = {v: kind for v in texts if (kind := written_kind(v, file.format))}
    empty = voids(map(str, values)) if _all_texts(values) else []
    written |= dict.fromkeys(empty, "skipped")
    every = _ordered({*labels, *values})
    ranged = {v for v in every if any(_within(v, low, high) for low, high in ranges)}
    known = {*ranged, *written, *(v for v, kind in kinds.items() if kind)}
    lone = dict.fromkeys(negatives(labels, known), None)
    lone |= apart(values, labels, {*known, *lone}, int(file.frame[name].notna().sum()))
    missing = []
    for value in every:
        in_words = written.get(value) if isinstance(value, str) else None
        kind = kinds.get(value) or in_words or lone.get(value)
        if value not in known and value not in lone:
            continue
        label: Words = {lang: labels[value]} if labels.get(value) else {}
        # What the file counts as an answer stays counted, an opinion or not.
        counted = kind == "dont_know" and value not in ranged and value not in written
        guess = "libellé / label" if kind else "rien ne dit le genre / no label tells the kind"
        guess = GUESS if value in lone and not kind else guess
        missing.append(
            DraftMissing(code_of(value), value, label, kind or "skipped", counted, guess)
        )
    asked = [value for value, kind in lone.items() if kind is None]
    asked += empty
    mixed = set(texts) - set(written) - set(labels)
    both = MIRRORED if mirrored(labels, known) else ""
    told = (note(asked) if asked else "", MIXED if mixed else "", kept_none(labels), both)
    return tuple(missing), tuple(each for each in told if each)


def _all_texts(values: tuple[Value, ...]) -> bool:
    return all(isinstance(v, str) for v in values)


def _within(value: Value, low: Any, high: Any) -> bool:
    return isinstance(low, str) == isinstance(value, str) and low <= value <= high


def _ordered(values: set[Value]) -> tuple[Value, ...]:
    numbers = sorted(v for v in values if not isinstance(v, str))
    return (*numbers, *sorted(v for v in values if isinstance(v, str) and v))


def _left_over(column: pd.Series[Any], told: Told) -> str:
    if column.dtype.kind in "Mm":
        return "date"
    if not told.values:
        return "vide / empty"
    if not told.substantive:
        return "aucune réponse / no answer"
    if len(told.substantive) == 1 and not told.answer_labels and column.notna().all():
        return "constante / constant"
    if any(isinstance(v, float) and not math.isfinite(v) for v in told.values):
        return "valeurs infinies / infinite values"
    return ""


def _question(told: Told, column: pd.Series[Any], lang: str) -> DraftQuestion:
    """Draft a question of one column, by what its values and labels look like."""
    label: Words = {lang: told.label} if told.label else {}
    seen, labels = told.substantive, told.answer_labels
    begins = youngest(column)
    draft = DraftQuestion(slug(told.name), "number", label, missing=told.missing, youngest=begins)
    texts = [v for v in seen if isinstance(v, str)]
    if texts:
        if labels and all(labels.get(v) == v for v in texts):
            codes, notes = _codes_in_words(told, lang)
            return replace(draft, type="single", codes=codes, notes=notes)
        few = bool(labels) and len({*texts} - {*labels}) <= FEW_CODES
        if few or are_codes(column, FEW_CODES):
            return replace(draft, type="single", codes=_codes(told, lang))
        return replace(draft, type="open", missing=())
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
    partly = len(labels) >= 2 and len(every) <= 2 * len(labels)
    if whole and (partly or _bare(every, labels)) and told.rows >= 2 * len(every):
        note = "des codes sans libellé dans le fichier / codes that the file does not label"
        return replace(draft, type="single", codes=_codes(told, lang), notes=(note,))
    return draft if seen else replace(draft, notes=("aucune valeur / no value",))


def _points(every: tuple[Value, ...], labels: Mapping[Value, str], lang: str) -> dict[str, Any]:
    low, high = int(every[0]), int(every[-1])
    codes = tuple(
        DraftCode(str(p), p, {lang: labels[p]} if p in labels else {}) for p in range(low, high + 1)
    )
    return {"points": (low, high), "codes": codes}


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


def _codes(told: Told, lang: str) -> tuple[DraftCode, ...]:
    labels = told.answer_labels
    every = _ordered({*told.substantive, *labels})
    return tuple(
        DraftCode(code_of(v), v, {lang: labels[v]} if labels.get(v) else {}) for v in every
    )


def _codes_in_words(told: Told, lang: str) -> tuple[tuple[DraftCode, ...], tuple[str, ...]]:
    """Return codes that are answers in words, in the order of a scale where they are one."""
    from padai.interchange.platforms.scales import in_order

    ordered, sure = in_order(str(v) for v in told.substantive)
    notes = ["peu de textes : codes devinés / few texts: taken for codes"]
    notes += [] if sure else ["ordre à confirmer / order to be confirmed"]
    return tuple(DraftCode(text, text, {lang: text}) for text in ordered), tuple(notes)


def _option_sets(file: DataFile, told: Mapping[str, Told]) -> dict[str, list[str]]:
    """Find the columns that are options of one question.

    First the sets that the file declares; then the columns of 0 and 1 whose labels part question
    from option in the same way; then those numbered after one stem.
    """
    sets: dict[str, list[str]] = {}
    used: set[str] = set()
    for key, names, least in _candidates(file, told):
        fit = len(names) >= least and not used & set(names)
        if fit and all(n in told and _is_option(told[n]) for n in names) and _options(names):
            sets[unique(key.rstrip("_."), {s.casefold() for s in sets})] = [
                n for n in told if n in names
            ]
            used |= set(names)
    return sets


def _candidates(file: DataFile, told: Mapping[str, Told]) -> Iterator[tuple[str, list[str], int]]:
    for key, declared in file.mr_sets.items():
        yield key.lstrip("$"), list(declared), 2
    by_label: dict[str, list[str]] = {}
    by_stem: dict[str, list[str]] = {}
    for name, column in told.items():
        if not _is_option(column):
            continue
        if start := _shared_words([column.label]):
            by_label.setdefault(start, []).append(name)
        if match := _STEM.match(name):
            by_stem.setdefault(match[1], []).append(name)
    for together in by_label.values():
        yield _stem(together), together, 2
    for stem, names in by_stem.items():
        yield stem, names, 3


def _stem(names: Sequence[str]) -> str:
    """Return the part that names share, up to its last separator where it has one."""
    shared = shared_start(names)
    cut = max(shared.rfind("_"), shared.rfind("."))
    return shared[: cut + 1] if cut > 0 else shared


def _is_option(told: Told) -> bool:
    """Whether a column holds 0 and 1; 1 may stand in the labels alone, where nobody chose it."""
    answers = {*told.substantive, *told.answer_labels}
    return set(told.substantive) <= {0, 1} and {0, 1} >= answers >= {1}


def _options(names: list[str]) -> list[str] | None:
    """Return the code of each option: what follows the part that the names share."""
    shared = _stem(names)
    codes = [name[len(shared) :] for name in names]
    distinct = len({c.casefold() for c in codes}) == len(codes)
    fit = distinct and shared and all(re.fullmatch(r"[A-Za-z0-9_]+", c) for c in codes)
    return codes if fit and "{" not in shared and "}" not in shared else None


def _multiple(key: str, columns: list[Told], lang: str) -> DraftQuestion:
    names = [c.name for c in columns]
    shared = _shared_words([c.label for c in columns])
    codes = tuple(
        DraftCode(
            code, _as_value(code), {lang: text} if (text := c.label[len(shared) :].strip()) else {}
        )
        for code, c in zip(_options(names) or [], columns, strict=True)
    )
    missing = {m.value: m for c in columns for m in c.missing}
    taken = {code.code.casefold() for code in codes}
    apart = [replace(m, code=unique(_of_cell(m, taken), taken)) for m in missing.values()]
    label = shared.rstrip(" -:–—,([/")
    note = "ensemble de réponses multiples deviné / multiple-response set, guessed"
    return DraftQuestion(
        slug(key),
        "multiple",
        {lang: label} if label else {},
        codes=codes,
        missing=tuple(apart),
        notes=(note, *dict.fromkeys(told for c in columns for told in c.notes)),
    )


def _of_cell(missing: DraftMissing, taken: set[str]) -> str:
    """Return the code of a cell that is no answer, another than an option's of the same number."""
    return f"cell_{missing.code}" if missing.code.casefold() in taken else missing.code


def _shared_words(labels: list[str]) -> str:
    """Return what all labels begin with, cut after a mark that parts question from option."""
    start = shared_start(labels)
    cuts = [start.rfind(mark) + len(mark) for mark in _PARTING if mark in start]
    return start[: max(cuts)] if cuts else ""
