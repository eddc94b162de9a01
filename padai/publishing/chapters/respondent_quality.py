"""The quality of people's answers: what was seen, and what is published without the worst."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.sentences import ended, upper_first, verdict_phrase
from padai.publishing.basis.sentences import joined as in_words
from padai.publishing.basis.speech import Speech
from padai.publishing.chapters.robustness import headline_name
from padai.publishing.exhibits.declarations import declared_of_items
from padai.publishing.exhibits.exhibit_items import Item
from padai.publishing.pieces.emit import Piece, folded, heading, joined, paragraph, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.words import Both, in_a_row

Row = Mapping[str, Any]
_SIGNALS = {
    "speed": Both("publishing-chapters-quality-speed"),
    "straight_lines": Both("publishing-chapters-quality-straight-lines"),
    "contradictions": Both("publishing-chapters-quality-contradictions"),
    "impossible": Both("publishing-chapters-quality-impossible"),
    "consent": Both("publishing-chapters-quality-consent"),
    "open_ends": Both("publishing-chapters-quality-open-ends"),
}
_WHY_NOT = {
    "few_set_apart": Both("publishing-chapters-quality-few-set-apart"),
    "tied": Both("publishing-chapters-quality-tied"),
    "closed_signal": Both("publishing-chapters-quality-closed"),
    "replicates_stay": Both("publishing-chapters-quality-replicates"),
}
_NO_SIZE = "–"


def respondent_quality(context: Context) -> Piece:
    """Return the section on the quality of answers; nothing where no rule is declared."""
    frame, rule = context.store.tables["quality"], context.survey.respondent_quality
    if rule is None or not len(frame) or not context.words(MAIN).has_intervals:
        return Piece("")
    rows: list[Row] = [{str(k): v for k, v in r.items()} for r in frame.to_dict("records")]
    here = [row for row in rows if row["wave"] == context.wave]
    figures = [r for r in here if r["kind"] in ("level", "change")]
    pieces = [
        heading(3, context.say("publishing-chapters-quality-title")),
        paragraph(*_rule(context), *_apart(context, here), *_effect(context, figures)),
    ]
    signals = [r for r in rows if r["kind"] == "signal"]
    if signals:
        pieces += folded(
            context.say("publishing-chapters-quality-signals-table"), _signals(context, signals)
        )
    if figures:
        pieces += folded(
            context.say("publishing-chapters-quality-effect-table"), _table(context, figures)
        )
    return joined(pieces)


def _rule(naming: Naming) -> list[str]:
    rule = naming.survey.respondent_quality
    assert rule is not None
    return [
        naming.say("publishing-chapters-quality-index"),
        naming.say(
            "publishing-chapters-quality-declared",
            when=naming.numbers.date(rule.declared),
            who=naming.text(rule.decided_by).rstrip("."),
        ),
        ended(upper_first(naming.text(rule.reason))),
    ]


def _apart(naming: Naming, rows: Sequence[Row]) -> list[str]:
    row = next((r for r in rows if r["kind"] == "left_out"), None)
    if row is None:
        return []
    if row["reason"]:
        return [_WHY_NOT[str(row["reason"])][naming.lang]]
    rule = naming.survey.respondent_quality
    assert rule is not None
    return [
        naming.say(
            "publishing-chapters-quality-set-apart",
            n=naming.numbers.count(row["n"]),
            most=naming.numbers.share(rule.worst, digits=0),
        )
    ]


def _effect(naming: Naming, rows: Sequence[Row]) -> list[str]:
    tried = [r for r in rows if r["kind"] == "change" and r["differs"]]
    if not tried:
        return []
    other = [r for r in tried if r["differs"] == "true"]
    counted = naming.numbers.count(len(tried))
    if not other:
        return [naming.say("publishing-chapters-quality-no-verdict-changes", counted=counted)]
    names = [headline_name(naming, str(r["question"]), str(r["response"])) for r in other]
    return [
        naming.say(
            "publishing-chapters-quality-verdicts-change",
            other=len(other),
            counted=counted,
            names=in_words(names, naming.lang),
        )
    ]


def _signals(context: Context, rows: Sequence[Row]) -> Piece:
    waves = list(dict.fromkeys(str(r["wave"]) for r in rows))
    columns = [Column(context.wave_label(w)) for w in waves]
    by = {(r["item"], r["wave"]): r for r in rows}
    lines = []
    for name, words in _SIGNALS.items():
        own = [by.get((name, w)) for w in waves]
        if any(own):
            lines.append(
                TableRow(upper_first(words[context.lang]), tuple(_seen(context, r) for r in own))
            )
    return table(
        context,
        "quality-signals",
        context.say("publishing-chapters-quality-signals-caption"),
        context.say("publishing-chapters-quality-signal"),
        columns,
        lines,
        note=context.say("publishing-chapters-quality-signals-note"),
    )


def _seen(speech: Speech, row: Row | None) -> str:
    if row is None:
        return _NO_SIZE
    if not math.isfinite(row["n"]):
        return speech.say("publishing-chapters-quality-handful")
    count = speech.numbers.count(row["n"])
    if not math.isfinite(row["share"]):
        return count
    return f"{count} ({speech.numbers.share(row['share'])})"


def _table(context: Context, rows: Sequence[Row]) -> Piece:
    columns = [
        Column(context.say("publishing-chapters-quality-as-published"), numeric=False),
        Column(context.say("publishing-chapters-quality-without"), numeric=False),
    ]
    lines = []
    keys = dict.fromkeys((str(r["question"]), str(r["response"])) for r in rows)
    for key in keys:
        own = [r for r in rows if (r["question"], r["response"]) == key]
        cells = (
            "\n".join(t for r in own for t in _side(context, r, side)) for side in (False, True)
        )
        lines.append(TableRow(headline_name(context, *key), tuple(cells)))
    under = context.words(MAIN).under
    judged = declared_of_items(context, (Item(*key) for key in keys))
    note = in_a_row(context.say("publishing-chapters-quality-effect-note"), under, judged)
    return table(
        context,
        "quality-effect",
        context.say("publishing-chapters-quality-effect-caption"),
        context.say("publishing-chapters-headline-indicator"),
        columns,
        lines,
        note=note,
    )


def _side(naming: Naming, row: Row, without: bool) -> list[str]:
    """Write one side of a row: its figure, its interval and, of a change, its verdict."""
    names = (
        ("estimate_without", "low_without", "high_without")
        if without
        else ("estimate", "conf_low", "conf_high")
    )
    value, low, high = (row[name] for name in names)
    if not math.isfinite(value):
        return [naming.say("publishing-chapters-quality-not-computed")] if without else []
    numbers = naming.numbers
    kind = naming.kind(str(row["question"]), str(row["response"]))
    if row["kind"] == "level":
        return [f"{numbers.level(value, kind)} ({numbers.range(low, high, kind)})"]
    ends = numbers.range(low, high, kind, change=True)
    reference = str(row["reference"])
    margin = naming.question(str(row["question"])).margin
    phrase = verdict_phrase(
        str(row["verdict_without" if without else "verdict"]),
        numbers,
        margin.points if margin else math.nan,
        naming.since(reference),
    )
    return [t for t in (f"{numbers.bare_change(value, kind)} ({ends})", phrase) if t]
