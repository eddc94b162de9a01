"""What the explorer carries: the open data of a release, each word once and each number whole."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from padai.charts import style
from padai.publishing.basis.context import Context
from padai.publishing.basis.flags import WITHHELD
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import ended, wave_phrases
from padai.publishing.chapters.opening import release_line, release_title
from padai.publishing.chapters.robustness import dependence
from padai.publishing.exhibits.declarations import declared_phrases
from padai.publishing.exhibits.exhibit_items import Item, applies, change_of, told_of, whole_period
from padai.publishing.products.explorer import texts
from padai.publishing.products.explorer.fixed_words import WORDS
from padai.publishing.products.explorer.packing import packed, packed_decimals
from padai.publishing.products.opendata.tables import UNDER_LEAST, notice
from padai.store.files import rows_in
from padai.survey import Break
from padai.words.languages import tag_of

_SERIES = ["part", "question", "response", "breakdown", "group"]
_NOWHERE = 0xFFFF
_NO_BASE = 0xFFFFFFFF


def payload(context: Context, tables: Mapping[str, pd.DataFrame]) -> dict[str, Any]:
    """Return what the page's script reads, ready for JSON.

    Parameters
    ----------
    context
        A store in one language.
    tables
        ``series`` and ``changes`` of the open data, every value as the text of the file
        (:func:`padai.publishing.products.opendata.tables.open_table`).

    Notes
    -----
    `cells` holds one place for each series and wave, in this order; `mark` is 65535 where the
    question was not asked, and a withheld cell has no number. `changes` holds the rows of
    ``changes.csv``. No number is made here, and none is rounded.
    """
    shown = context.explored
    series = tables["series"][tables["series"]["part"].isin(shown)]
    changes = tables["changes"][tables["changes"]["part"].isin(shown)]
    survey = context.survey
    used = [w for w in survey.waves if w in set(series["wave"])]
    questions, sections = texts.questions(context, series, used)
    breakdowns = texts.breakdowns(context, series)
    breaks, declared = texts.breaks(context, used)
    flagged = (rows_in(t[["flag", "reason"]].drop_duplicates()) for t in (series, changes))
    marks = _distinct([mark for of_table in flagged for mark in of_table])
    keys = series[_SERIES].drop_duplicates()
    places = {key: i for i, key in enumerate(rows_in(keys))}
    return {
        "tag": tag_of(context.lang),
        "survey": survey.id,
        "wave": context.wave,
        "title": release_title(context),
        "source": f"{context.text(survey.sponsor)}. {release_line(context)}.",
        "notice": notice(context.marks),
        "words": WORDS[context.lang],
        "style": _style(),
        "waves": texts.waves(context, used),
        "parts": texts.parts(context),
        "sections": sections,
        "questions": questions,
        "breakdowns": breakdowns,
        "breaks": breaks,
        "marks": marks,
        "verdicts": wave_phrases(context.lang),
        "declared": declared_phrases(context.lang),
        "withheld": {k: v[context.lang] for k, v in WITHHELD.items()},
        **texts.signs(context.lang, sorted({reason for mark in marks for reason in mark[1:]})),
        "start": _start(context, shown[0]),
        "notes": _notes(context, keys, places),
        "periods": _periods(context, keys, places),
        "series": _index(keys, shown, questions, breakdowns) | _scopes(keys, declared),
        "cells": _cells(series, places, used, marks),
        "changes": _changes(context, changes, places, used, marks),
    }


def _distinct(values: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(values))


def _style() -> dict[str, Any]:
    return {
        "ink": style.INK,
        "soft": style.SOFT,
        "grid": style.GRID,
        "blue": style.BLUE,
        "lines": [{"colour": c, "dash": d, "marker": m} for c, d, m in style.LINES],
    }


def _start(context: Readout, part: str) -> dict[str, str]:
    """Say what is shown first: the first key result that was asked, else the first question."""
    wave, survey = context.wave, context.survey
    for result in survey.key_results:
        if survey.question(result.question).asked_in(wave):
            return {"part": part, "question": result.question, "response": result.net}
    followed = (q for s in survey.sections for b in s.blocks for q in b.questions)
    for question in followed:
        if survey.question(question).asked_in(wave) and context.lookup.asked(question, part):
            return {"part": part, "question": question, "response": context.headline(question)}
    return {"part": part}


def _notes(
    context: Context, keys: pd.DataFrame, places: Mapping[tuple[str, ...], int]
) -> dict[str, list[str]]:
    """Return, by series, the wave compared with and how a verdict hangs on a choice of method."""
    notes = {}
    for part, question, response, breakdown, group in rows_in(keys):
        if breakdown != "total" or not context.lookup.variants(question, response, part):
            continue
        item = Item(question, response, breakdown, group, part)
        doubt, change = dependence(context, item), change_of(context.lookup, item)
        if doubt and change is not None:
            place = places[part, question, response, breakdown, group]
            notes[str(place)] = [change.reference, doubt]
    return notes


def _periods(
    context: Readout, keys: pd.DataFrame, places: Mapping[tuple[str, ...], int]
) -> dict[str, list[str]]:
    """Return, by series, what became of it over its whole period, and what was declared of it."""
    periods = {}
    for part, question, response, breakdown, group in rows_in(keys):
        item = Item(question, response, breakdown, group, part)
        sentence, test = whole_period(context, item), told_of(context.lookup, item)
        if sentence and test is not None:
            place = places[part, question, response, breakdown, group]
            periods[str(place)] = [sentence, test.declared]
    return periods


def _index(
    keys: pd.DataFrame,
    shown: Sequence[str],
    questions: Sequence[Mapping[str, Any]],
    breakdowns: Sequence[Mapping[str, Any]],
) -> dict[str, str]:
    """Return what each series is of, as places in the lists of texts."""
    answers = {
        (q["id"], r["id"]): (i, k)
        for i, q in enumerate(questions)
        for k, r in enumerate(q["responses"])
    }
    groups = {
        (b["id"], g["id"]): (i, k)
        for i, b in enumerate(breakdowns)
        for k, g in enumerate(b["groups"])
    }
    asked = [answers[pair] for pair in zip(keys["question"], keys["response"], strict=True)]
    whom = [groups[pair] for pair in zip(keys["breakdown"], keys["group"], strict=True)]
    return {
        "part": packed([shown.index(p) for p in keys["part"]], "u1"),
        "question": packed([q for q, _ in asked], "<u2"),
        "response": packed([r for _, r in asked], "<u2"),
        "breakdown": packed([b for b, _ in whom], "<u2"),
        "group": packed([g for _, g in whom], "<u2"),
    }


def _scopes(keys: pd.DataFrame, declared: Sequence[Break]) -> dict[str, Any]:
    """Return the breaks that concern each series, as places in a list of sets."""
    sets = []
    for part, question, response, breakdown, group in rows_in(keys):
        item = Item(question, response, breakdown, group, part)
        sets.append(tuple(i for i, one in enumerate(declared) if applies(one, item)))
    known = _distinct(sets)
    return {"breakSets": known, "breaks": packed([known.index(s) for s in sets], "<u2")}


def _cells(
    series: pd.DataFrame,
    places: Mapping[tuple[str, ...], int],
    used: Sequence[str],
    marks: Sequence[tuple[str, str]],
) -> dict[str, str]:
    size = len(places) * len(used)
    numbers = {c: [math.nan] * size for c in ("estimate", "conf_low", "conf_high")}
    base, mark = [_NO_BASE] * size, [_NOWHERE] * size
    rank = {m: i for i, m in enumerate(marks)}
    columns = [*_SERIES, "wave", "n_base", "flag", "reason", *numbers]
    for *key, wave, n, flag, reason, low_to_high in _rows(series, columns, len(numbers)):
        at = places[tuple(key)] * len(used) + used.index(wave)
        mark[at] = rank[flag, reason]
        base[at] = int(n) if n else _NO_BASE
        for name, value in zip(numbers, low_to_high, strict=True):
            numbers[name][at] = _number(value)
    kept = {c: packed_decimals(v) for c, v in numbers.items()}
    return {**kept, "n_base": packed(base, "<u4"), "mark": packed(mark, "<u2")}


def _rows(frame: pd.DataFrame, columns: Sequence[str], last: int) -> Iterable[tuple[Any, ...]]:
    """Yield rows whose last columns stand together."""
    for row in rows_in(frame[list(columns)]):
        yield (*row[:-last], row[-last:])


def _number(text: str) -> float:
    return 0.0 if text == UNDER_LEAST else float(text) if text else math.nan


def _changes(
    naming: Naming,
    changes: pd.DataFrame,
    places: Mapping[tuple[str, ...], int],
    used: Sequence[str],
    marks: Sequence[tuple[str, str]],
) -> dict[str, Any]:
    families, named = _distinct(changes["family"]), naming.survey.families
    verdicts, broken = _distinct(changes["verdict"]), _distinct(changes["breaks"])
    margins, declared = _distinct(changes["margin"]), _distinct(changes["declared"])
    labels = {f.id: ended(naming.text(f.label)).rstrip(".") for f in named}
    decimals = ("difference", "conf_low", "conf_high", "p_adjusted")
    keys = rows_in(changes[_SERIES])
    pairs = rows_in(changes[["flag", "reason"]])
    return {
        **{c: packed_decimals([_number(v) for v in changes[c]]) for c in decimals},
        "series": packed([places[key] for key in keys], "<u4"),
        "wave": packed([used.index(w) for w in changes["wave"]], "u1"),
        "reference": packed([used.index(w) for w in changes["reference"]], "u1"),
        "mark": packed([marks.index(pair) for pair in pairs], "<u2"),
        **_coded(changes, "verdict", verdicts),
        **_coded(changes, "breaks", broken),
        **_coded(changes, "margin", margins),
        **_coded(changes, "family", families),
        **_coded(changes, "declared", declared),
        "declaredCodes": declared,
        "verdicts": verdicts,
        "breakIds": [b.split() for b in broken],
        "margins": [float(m) if m else None for m in margins],
        "families": [[f, labels.get(f, ""), _size(changes, f)] for f in families],
    }


def _coded(changes: pd.DataFrame, column: str, known: Sequence[str]) -> dict[str, str]:
    rank = {value: i for i, value in enumerate(known)}
    return {column: packed([rank[v] for v in changes[column]], "<u2")}


def _size(changes: pd.DataFrame, family: str) -> int:
    """Return how many comparisons a family has; none for what is in no family."""
    sizes: Iterable[str] = changes.loc[changes["family"] == family, "family_size"] if family else []
    return next((int(s) for s in sizes if s), 0)
