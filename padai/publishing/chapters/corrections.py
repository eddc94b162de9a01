"""What a release corrects or estimates anew: it opens the report, figure by figure."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from padai.publishing.basis.context import Context
from padai.publishing.basis.filenames import CORRECTIONS as FILE
from padai.publishing.basis.lookup import REST, TOTAL
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.sentences import verdict_phrase
from padai.publishing.basis.speech import Speech
from padai.publishing.engine.text import md_literal
from padai.publishing.pieces.emit import (
    Piece,
    bullets,
    callout,
    folded,
    joined,
    link,
    paragraph,
    table,
)
from padai.publishing.pieces.tables import Column, TableRow
from padai.survey import Survey
from padai.words import Both

_MOST = 60
_MOST_SAID = 8
CAUSES: dict[str, dict[str, str]] = {
    "data": Both("publishing-chapters-corrected-data"),
    "targets": Both("publishing-chapters-new-targets"),
    "weighting": Both("publishing-chapters-new-weighting"),
    "questionnaire": Both("publishing-chapters-definition-of-the-questions"),
    "definition": Both("publishing-chapters-definition-of-the-survey"),
    "software": Both("publishing-chapters-new-version-of-the-software"),
}
"""Why a figure is another, in words."""
_FIGURES: dict[str, dict[str, str]] = {
    "estimate": Both("publishing-chapters-estimate-7e95"),
    "conf_low": Both("publishing-chapters-lower-bound"),
    "conf_high": Both("publishing-chapters-upper-bound"),
    "n_base": Both("publishing-chapters-base-n"),
    "flag": Both("publishing-chapters-flag"),
    "verdict": Both("publishing-chapters-verdict"),
    "row": Both("publishing-chapters-row"),
}
_PRESENT = {
    "present": Both("publishing-chapters-present"),
    "absent": Both("publishing-chapters-absent"),
}


def corrections(context: Context) -> Piece:
    """Return what this release says otherwise than the one before it; nothing where it is the same.

    The figures listed are those of which a reader would see the change; the file has all.
    """
    frame = context.store.table("corrections")
    release = context.store.release
    if release.get("few_corrected"):
        return callout("important", _title(context), paragraph(_why(context), _few(context)))
    if frame.empty or not release.get("corrects"):
        return Piece("")
    seen = _ordered(context.survey, frame[frame["rounding"] == "true"])
    opening = joined(
        [
            paragraph("" if release.get("same_wave") else _why(context)),
            paragraph(_counted(context, frame, seen)),
            bullets(_said_first(context, seen)),
            Piece(_file_line(context)),
        ]
    )
    kind = "important" if release.get("substantial") else "note"
    title = context.say("publishing-chapters-corrected-values-table")
    return joined([callout(kind, _title(context), opening), *folded(title, _table(context, seen))])


def _title(context: Context) -> str:
    release = context.store.release
    wave, version = str(release["corrects"]).split("/v")
    if release.get("same_wave"):
        version_title = context.say("publishing-chapters-corrections-to-version", version=version)
        major = context.say("publishing-chapters-substantial-correction")
        return context.colon(major, version_title) if release.get("substantial") else version_title
    label = context.wave_label(wave)
    return context.say("publishing-chapters-figures-revised-since-the-release", label=label)


def _few(context: Context) -> str:
    """Say that few records were corrected, and what is therefore not told."""
    least = context.numbers.count(float(context.store.release["few_corrected"]))
    return context.say("publishing-chapters-fewer-than-records-corrected-to-protect", least=least)


def _why(context: Context) -> str:
    reason = context.store.release.get("reason")
    if not isinstance(reason, dict):
        return ""
    return context.of(reason)


def _counted(speech: Speech, frame: pd.DataFrame, seen: pd.DataFrame) -> str:
    verdicts = int((frame["figure"] == "verdict").sum())
    causes = dict.fromkeys(c for text in frame["cause"] for c in text.split())
    because = ", ".join(CAUSES[c][speech.lang] for c in causes if c in CAUSES)
    count, shown = speech.numbers.count(len(frame)), speech.numbers.count(len(seen))
    first = speech.say(
        "publishing-chapters-values-that-differ-of-which-by-more-than",
        count=count,
        shown=shown,
        verdicts=verdicts,
    )
    return (
        f"{first} {speech.colon(speech.say('publishing-chapters-cause'), because)}."
        if because
        else first
    )


def _file_line(speech: Speech) -> str:
    text = speech.say("publishing-chapters-all-values-before-and-after")
    return f"{link(text, f'../open/{FILE}')} {md_literal(f'({FILE})')}"


def _ordered(survey: Survey, seen: pd.DataFrame) -> pd.DataFrame:
    """Put key results first, then verdicts, then totals, each in the order of the survey."""
    keys = _keys(survey)
    cells = zip(seen["question"], seen["response"], seen["breakdown"], seen["group"], strict=True)
    rank = [
        0 if cell in keys else 1 if figure == "verdict" else 2 if cell[2] == TOTAL else 3
        for figure, cell in zip(seen["figure"], cells, strict=True)
    ]
    return seen.assign(rank=rank).sort_values("rank", kind="stable")


def _keys(survey: Survey) -> set[tuple[str, str, str, str]]:
    results = survey.key_results
    return {(k.question, k.net, k.breakdown, k.group) for k in results}


def _said_first(naming: Naming, seen: pd.DataFrame) -> list[str]:
    """Say in words what became of the key results: the estimate of the wave, and the verdicts."""
    rows = seen[(seen["rank"] == 0) & seen["figure"].isin(["estimate", "verdict"])]
    rows = rows[(rows["wave"] == naming.wave) & (rows["reference"] != REST)]
    rows = rows[(rows["figure"] == "verdict") | (rows["reference"] == "")]
    return [_change(naming, row) for row in rows.head(_MOST_SAID).to_dict("records")]


def _change(naming: Naming, row: Mapping[Any, str]) -> str:
    place = f"{_question(naming, row)}, {_group(naming, row)}"
    what = f"{_figure(naming.lang, row['figure'])} {_value(naming, row, row['old'])} → "
    return naming.colon(place, what + _value(naming, row, row["new"]))


def _table(context: Context, seen: pd.DataFrame) -> Piece:
    if seen.empty:
        return Piece("")
    one_cause = len(set(seen["cause"])) == 1
    listed = seen.head(_MOST)
    rows: list[TableRow] = []
    for _, group in listed.groupby(["rank", "question", "response"], sort=False):
        first = group.to_dict("records")
        rows.append(TableRow(_question(context, first[0])))
        rows += [_row(context, row, one_cause) for row in first]
    columns = [
        Column(context.say("publishing-chapters-before"), numeric=False),
        Column(context.say("publishing-chapters-now"), numeric=False),
    ]
    if not one_cause:
        columns.append(Column(context.say("publishing-chapters-cause"), numeric=False))
    more = context.numbers.count(len(seen) - len(listed))
    note = (
        context.say("publishing-chapters-and-other-values-in", more=more, file=FILE)
        if len(seen) > len(listed)
        else ""
    )
    caption = context.say("publishing-chapters-corrected-values")
    return table(
        context,
        "corrections",
        caption,
        context.say("publishing-chapters-place"),
        columns,
        rows,
        note=note,
    )


def _row(naming: Naming, row: Mapping[Any, str], one_cause: bool) -> TableRow:
    cells = [_value(naming, row, row["old"]), _value(naming, row, row["new"])]
    if not one_cause:
        cells.append(_cause(naming.lang, row["cause"]))
    name = naming.colon(_group(naming, row), _figure(naming.lang, row["figure"]))
    return TableRow(name, tuple(cells))


def _question(naming: Naming, row: Mapping[Any, str]) -> str:
    """Name the question and the answer of a figure."""
    question, response = row["question"], row["response"]
    if question not in naming.survey.questions:
        return f"{question}, {response}"
    return f"{naming.label(question)}, {naming.response(question, response)}"


def _group(naming: Naming, row: Mapping[Any, str]) -> str:
    """Name the group and the edition of a figure, and what it is compared with."""
    breakdown, reference = row["breakdown"], row["reference"]
    known = all(naming.survey.has_breakdown(b) for b in breakdown.split("*"))
    group = naming.group(breakdown, row["group"]) if known or breakdown == TOTAL else row["group"]
    edition = naming.wave_label(row["wave"])
    if reference == REST:
        edition += naming.say("publishing-chapters-gap-to-the-other-groups")
    elif reference in naming.survey.waves:
        since = naming.the_wave(reference)
        edition += naming.say("publishing-chapters-change-since-43b7", since=since)
    return f"{group}, {edition}"


def _figure(lang: str, figure: str) -> str:
    return _FIGURES.get(figure, {}).get(lang, figure)


def _cause(lang: str, cause: str) -> str:
    return ", ".join(CAUSES[c][lang] if c in CAUSES else c for c in cause.split())


def _value(naming: Naming, row: Mapping[Any, str], text: str) -> str:
    """Write a value as the report prints it."""
    figure, question = row["figure"], row["question"]
    if text == "":
        return "–"
    if figure == "row":
        return _PRESENT[text][naming.lang]
    if figure == "verdict":
        margin = naming.question(question).margin
        between_waves = row["reference"] in naming.survey.waves
        since = naming.since(row["reference"]) if between_waves else ""
        return verdict_phrase(text, naming.numbers, margin.points if margin else math.nan, since)
    if figure == "n_base":
        return naming.numbers.count(float(text))
    if figure == "flag" or question not in naming.survey.questions:
        return text
    kind = naming.kind(question, row["response"])
    if row["reference"]:
        return naming.numbers.printed_change(float(text), kind)
    return naming.numbers.level(float(text), kind)
