"""How a part was weighted, and how many answered in each of its groups."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from padai.publishing.basis.context import Context
from padai.publishing.basis.flags import WITHHELD
from padai.publishing.basis.lookup import TOTAL
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.numbers import Numbers
from padai.publishing.basis.sentences import ended, upper_first
from padai.publishing.pieces.emit import Piece, bullets, definitions, folded, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.words import Both, in_a_row

_METHODS = {
    "rake": Both("publishing-chapters-raking-to-margins"),
    "poststratify": Both("publishing-chapters-poststratification"),
    "linear": Both("publishing-chapters-linear-calibration"),
    "logit": Both("publishing-chapters-logit-calibration"),
    "delivered": Both("publishing-chapters-weights-delivered-with-the-data"),
    "none": Both("publishing-chapters-no-weighting"),
}

_ISO_DAY = re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d)\b")
_STATUSES = {
    "given": Both("publishing-chapters-as-published"),
    "interpolated": Both("publishing-chapters-interpolated-between-two-dates"),
    "approximation": Both("publishing-chapters-approximation-for-synthetic-data-only"),
}


def weighting(context: Context, name: str) -> list[Piece]:
    """Say how the weights of a part were made, to which targets, and what they cost."""
    items = [(context.say("publishing-chapters-weighting-e2a1"), weighting_words(context, name))]
    weights = _weights_of(context, name)
    if weights is None:
        return [definitions(items)]
    return [
        definitions(items),
        bullets(_targets(context, weights)),
        *folded(
            context.say("publishing-chapters-calibration-margins-table"),
            _margins(context, name),
        ),
    ]


def _weights_of(context: Context, name: str) -> Mapping[str, Any] | None:
    """Return what was measured of the weights; nothing where none were made."""
    weights = context.store.facts.get("weighting", {}).get(name, {}).get(context.wave)
    return weights if weights and weights["method"] != "none" else None


def weighting_words(context: Context, name: str) -> str:
    """Say how the weights of a part were made and what they cost, in sentences."""
    weights = _weights_of(context, name)
    declared = context.part(name).weighting
    if weights is None:
        reason = context.text(declared.reason) if declared else ""
        text = context.say("publishing-chapters-unweighted-results")
        if context.part(name).design.weight:
            text = context.say("publishing-chapters-weights-delivered-with-the-data-used-as")
        return f"{text} {ended(reason)}".strip()
    numbers = context.numbers
    sentences = [ended(upper_first(_METHODS[weights["method"]][context.lang]))]
    if weights.get("bounds"):
        low, high = (numbers.decimal(float(b), 1) for b in weights["bounds"])
        sentences.append(
            context.say(
                "publishing-chapters-bounds-of-the-calibration-factors-and", low=low, high=high
            )
        )
    if "max" not in weights:
        return " ".join([*sentences, _spread_untold(context, weights)])
    low, high = (numbers.decimal(weights[k] / weights["mean"], 2) for k in ("min", "max"))
    sentences.append(
        context.say(
            "publishing-chapters-weights-from-to-times-the-mean-weight",
            low=low,
            high=high,
            share=numbers.share(weights["cv"]),
            decimal=numbers.decimal(weights["kish_deff"], 2),
            count=numbers.count(weights["n_eff"]),
        )
    )
    return " ".join(sentences)


def _spread_untold(context: Context, weights: Mapping[str, Any]) -> str:
    if context.survey.confidentiality.rounding is not None:
        return context.say("publishing-chapters-the-range-and-the-spread-of-the-weights-rounded")
    if "margins" in weights:
        return context.say("publishing-chapters-the-range-and-the-spread-of-the-weights")
    return context.say("publishing-chapters-the-range-and-the-spread-of-the-weights-of-groups")


def _targets(naming: Naming, weights: Mapping[str, Any]) -> list[str]:
    lines = []
    for margin in weights.get("margins", []):
        status = _STATUSES[margin["status"]][naming.lang]
        source, day = (_origin(naming, margin, n) for n in ("source", "date"))
        source = in_a_row(source.removesuffix(".") if day else source, day, by="; ")
        lines.append(naming.colon(margin_name(naming, margin["id"]), f"{source} ({status})."))
    for merged in weights.get("collapsed", []):
        cells = ", ".join(_cell_name(naming, merged["margin"], c) for c in merged["cells"])
        lines.append(
            naming.say(
                "publishing-chapters-merged-cells",
                margin_name=margin_name(naming, merged["margin"]),
                cells=cells,
            )
        )
    return lines


def _origin(naming: Naming, margin: Mapping[str, Any], name: str) -> str:
    """Say the source or the date of a margin, where it can be in the words of the page.

    What is not told in that language is told as the file has it, in the survey's first language.
    """
    own = margin.get(f"{name}s", {}).get(naming.lang, "")
    first = Numbers(str(naming.survey.languages[0]))
    written = in_prose(first if name == "source" else naming.numbers, margin[name])
    return in_prose(naming.numbers, own) if own else written


def in_prose(numbers: Numbers, text: object) -> str:
    """Write the dates of a text as its language does.

    Examples
    --------
    >>> in_prose(Numbers("en"), "2025-07-01 (projection)")
    'July 1, 2025 (projection)'
    """
    return _ISO_DAY.sub(lambda m: numbers.date(date.fromisoformat(m[0])), str(text))


def margin_name(naming: Naming, margin: str) -> str:
    """Name a margin: each of its variables is a breakdown or a question."""
    names = []
    for piece in margin.split("*"):
        breakdowns = {b.id: b for b in naming.survey.breakdowns}
        if piece in breakdowns:
            names.append(naming.text(breakdowns[piece].label))
        elif piece in naming.survey.questions:
            names.append(naming.label(piece))
        else:
            names.append(piece)
    return " × ".join(names)


def _cell_name(naming: Naming, margin: str, cell: str) -> str:
    """Name a cell of a margin; cells that were merged are joined by a plus sign."""
    variables = margin.split("*")
    codes = cell.split("*") if len(variables) > 1 else [cell]
    pairs = zip(variables, codes, strict=False)
    return ", ".join(
        " + ".join(_code_name(naming, variable, c) for c in _merged(naming, variable, code))
        for variable, code in pairs
    )


def _merged(naming: Naming, variable: str, code: str) -> list[str]:
    return [code] if _code_name(naming, variable, code) != code else code.split("+")


def _code_name(naming: Naming, variable: str, code: str) -> str:
    if variable in {b.id for b in naming.survey.breakdowns}:
        return naming.group(variable, code)
    if variable in naming.survey.questions:
        return naming.response(variable, code)
    return code


def _margins(context: Context, name: str) -> Piece:
    frame = context.store.tables["weighting"]
    mine = frame[frame["part"] == name]
    if mine.empty:
        return Piece("")
    rows: list[TableRow] = []
    for margin, block in mine.groupby("margin", sort=False):
        rows.append(TableRow(margin_name(context, str(margin))))
        total = float(block["target"].sum())
        columns = (block[c].tolist() for c in ("cell", "before", "target", "after"))
        for cell, before, target, after in zip(*columns, strict=True):
            shares = (before, target / total, after)
            texts = (
                WITHHELD["x"][context.lang] if s != s else context.numbers.share(s) for s in shares
            )
            rows.append(TableRow(_cell_name(context, str(margin), str(cell)), tuple(texts)))
    heads = [
        Column(context.say("publishing-chapters-sample-unweighted")),
        Column(context.say("publishing-chapters-population-cabb")),
        Column(context.say("publishing-chapters-sample-weighted")),
    ]
    caption = context.say("publishing-chapters-calibration-margins-before-and-after")
    note = (
        context.say("publishing-chapters-x-confidential-the-numbers-of")
        if mine["before"].isna().any()
        else ""
    )
    return table(
        context,
        f"margins-{name}",
        caption,
        context.say("publishing-chapters-margin-2e7d"),
        heads,
        rows,
        note=note,
        part=name,
    )


def sizes(context: Context, name: str) -> Piece:
    """Return the unweighted number of respondents of every group."""
    survey = context.survey
    frame = context.store.tables["estimates"]
    mine = frame[frame["part"] == name]
    largest = mine.groupby(["breakdown", "group"], sort=False)["n_base"].max()
    rows = []
    for breakdown in survey.report_breakdowns or tuple(b.id for b in survey.breakdowns):
        known = [g for g in context.groups(breakdown) if (breakdown, g) in largest.index]
        if not known:
            continue
        rows.append(TableRow(context.breakdown(breakdown)))
        rows += [
            TableRow(
                context.group(breakdown, g),
                (_count_or_withheld(context.numbers, float(largest[(breakdown, g)])),),
            )
            for g in known
        ]
    if not rows:
        return Piece("")
    whole = float(largest.get((TOTAL, TOTAL), 0))
    rows.insert(0, TableRow(context.group(TOTAL, TOTAL), (context.numbers.count(whole),)))
    caption = context.say("publishing-chapters-respondents-by-group-unweighted-n")
    return table(
        context,
        f"sizes-{name}",
        caption,
        context.say("publishing-chapters-group"),
        [Column("n")],
        rows,
        part=name,
    )


def _count_or_withheld(numbers: Numbers, count: float) -> str:
    return numbers.count(count) if count == count else "x"
