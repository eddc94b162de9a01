"""The sheets of modelled areas: model and direct side by side, with both intervals and flags."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Lookup
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.vocabulary import check_words
from padai.publishing.chapters.small_areas import (
    direct_cell,
    direct_words,
    how_made,
    own_words,
    prediction_words,
    synthetic_words,
)
from padai.publishing.products.workbooks.layout import laid_out
from padai.publishing.products.workbooks.sheets import Sheet, SheetTable, Value
from padai.survey.small_areas import SmallAreas
from padai.words import in_a_row

Row = dict[str, Any]


def area_sheets(context: Context, named: Callable[[str], str], first: int) -> list[Sheet]:
    """Return a sheet for each modelled question; none where the release holds no model.

    Parameters
    ----------
    named
        Makes a sheet's name that no other has.
    first
        The number of the first table.
    """
    frame = context.store.tables["small_areas"]
    if not len(frame) or not context.words(MAIN).has_intervals:
        return []
    rows: list[Row] = [{str(k): v for k, v in r.items()} for r in frame.to_dict("records")]
    sheets: list[Sheet] = []
    for areas in context.survey.small_areas:
        for question in areas.questions:
            own = [
                r
                for r in rows
                if (r["model"], r["question"], r["kind"]) == (areas.id, question, "level")
            ]
            if own:
                name = named(f"{context.say('publishing-workbooks-areas-sheet')}.{question}")
                sheets.append(_sheet(context, areas, own, name, first + len(sheets)))
    return sheets


def _sheet(context: Context, areas: SmallAreas, rows: list[Row], name: str, index: int) -> Sheet:
    question, response = str(rows[0]["question"]), str(rows[0]["response"])
    title = context.say(
        "publishing-chapters-small-area-and-direct-estimates",
        name=f"{context.label(question)}, {context.response(question, response)}",
    )
    texts = [
        context.say("publishing-chapters-an-area-with-few-respondents-gives-an"),
        *how_made(context, areas),
        context.say("publishing-chapters-under-each-small-area-estimate-under",
                    predicted=prediction_words(context), short=context.words(MAIN).interval),
        context.words(MAIN).under,
    ]  # fmt: skip
    for text in (title, *texts):
        check_words(text, context.part(MAIN).sample_type, name)
    lines = (
        Value(title, "title"), *(Value(mark, "strong") for mark in context.marks),
        *(Value(text) for text in texts if text),
    )  # fmt: skip
    table = SheetTable(
        f"t{index}",
        title,
        texts[0],
        _heads(context, areas),
        tuple(_line(context, areas, row) for row in rows),
    )
    return laid_out(name, title, lines, table)


def _heads(naming: Naming, areas: SmallAreas) -> tuple[str, ...]:
    say = naming.say
    low, high = say("publishing-workbooks-lower-bound"), say("publishing-workbooks-upper-bound")
    model = say("publishing-chapters-small-area-estimate")
    direct = say("publishing-chapters-direct-estimate")
    return (
        naming.breakdown(areas.areas),
        model,
        f"{model}, {low.lower()}",
        f"{model}, {high.lower()}",
        direct,
        f"{direct}, {low.lower()}",
        f"{direct}, {high.lower()}",
        say("publishing-workbooks-n"),
        say("publishing-chapters-borrowed-from-other-areas"),
        say("publishing-workbooks-flag"),
        say("publishing-workbooks-remark"),
    )


def _line(context: Readout, areas: SmallAreas, row: Row) -> tuple[Value, ...]:
    share = [
        Value(_number(row[name]), "share")
        for name in ("estimate", "conf_low", "conf_high", "direct", "direct_low", "direct_high")
    ]
    borrowed = (
        Value(float(row["borrowed"]), "share")
        if math.isfinite(row["borrowed"])
        else Value(own_words(context.lang, row), "wrap")
    )
    remark = "" if math.isfinite(row["direct"]) else direct_words(context.lang, row)
    if str(row["flag"]) == "s":
        remark = synthetic_words(context.lang)
    return (
        Value(context.group(areas.areas, str(row["group"])), "wrap"),
        *share,
        Value(_number(row["n_base"]), "count"),
        borrowed,
        Value(_flags(context.lookup, row), "center"),
        Value(remark, "wrap"),
    )


def _flags(lookup: Lookup, row: Row) -> str:
    """Return the model's flag, and those of the direct figure where it is shown."""
    direct = direct_cell(lookup, row) if math.isfinite(row["direct"]) else None
    return in_a_row(str(row["flag"]), direct.flag if direct else "")


def _number(value: Any) -> float | None:
    return float(value) if math.isfinite(value) else None
