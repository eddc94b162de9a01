"""Whether what is said of a change hangs on a choice of method: beside it, and in the methods."""

from __future__ import annotations

import math

from padai.publishing.basis.context import Context
from padai.publishing.basis.further_rows import Variant
from padai.publishing.basis.lookup import MAIN, TOTAL
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import (
    BY_MODEL,
    VARIANT_PHRASES,
    WITHOUT_WORST,
    dependence_sentence,
    upper_first,
    verdict_phrase,
)
from padai.publishing.chapters.drifted import drift_remark
from padai.publishing.exhibits.declarations import declared_of_items
from padai.publishing.exhibits.exhibit_items import Item, change_of
from padai.publishing.pieces.emit import Piece, folded, heading, joined, paragraph, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.survey import Survey
from padai.words import in_a_row

DECLARED = "declared"
Tried = list[tuple[tuple[str, str], list[Variant]]]
"""Headlines, by question and response, with what other choices of method say of each."""


def dependence(context: Context, item: Item) -> str:
    """Say that the verdict of a figure hangs on a choice of method, or that other figures drifted.

    Nothing where neither is so.
    """
    return in_a_row(_of_choices(context, item), drift_remark(context, item))


def _of_choices(context: Context, item: Item) -> str:
    change = change_of(context.lookup, item)
    if item.breakdown != TOTAL or change is None or not context.words(item.part).has_intervals:
        return ""
    others = [
        (v.variant, v.verdict)
        for v in context.lookup.variants(item.question, item.response, item.part)
        if v.differs == "true" and v.reference == change.reference and v.variant in VARIANT_PHRASES
    ]
    others += _told_elsewhere(context, item, change.reference, "quality", "verdict_without")
    others += _told_elsewhere(context, item, change.reference, BY_MODEL, "verdict")
    kind = context.kind(item.question, item.response)
    return dependence_sentence(
        others,
        context.numbers,
        kind=kind,
        margin=change.margin,
        since=context.since(change.reference),
    )


_CALLED = {"quality": WITHOUT_WORST, BY_MODEL: BY_MODEL}
"""What the changes of a table are called: without answers of poor quality, by the model."""


def _told_elsewhere(
    context: Context, item: Item, reference: str, table: str, verdict: str
) -> list[tuple[str, str]]:
    """Return the verdict of a change as another table tells it, where it is another one."""
    frame = context.store.tables[table]
    if item.part != MAIN or not len(frame):
        return []
    own = (frame["kind"] == "change") & (frame["question"] == item.question)
    own &= (frame["response"] == item.response) & (frame["reference"] == reference)
    own &= frame["differs"] == "true"
    return [(_CALLED[table], str(each)) for each in frame.loc[own, verdict]]


def robustness(context: Context) -> Piece:
    """List what other choices of base and weights say of each key result's change."""
    tried = [
        (key, rows) for key in headlines(context.survey) if (rows := context.lookup.variants(*key))
    ]
    if not tried or not context.words(MAIN).has_intervals:
        return Piece("")
    used = [
        v
        for v in VARIANT_PHRASES
        if any(r.variant == v and r.verdict for _, rows in tried for r in rows)
    ]
    changed = sum(any(r.differs == "true" for r in rows) for _, rows in tried)
    counted = context.numbers.count(len(tried))
    sentence = context.say(
        "publishing-chapters-each-finding-on-the-change-of-a-headline",
        changed=changed,
        counted=counted,
    )
    title = context.say("publishing-chapters-findings-under-other-choices-of-method")
    return joined(
        [
            heading(3, context.say("publishing-chapters-robustness-of-the-findings")),
            paragraph(sentence, *_notes(context, used, tried), _declared(context, tried)),
            *folded(title, _table(context, used, tried)),
        ]
    )


def _declared(context: Readout, tried: Tried) -> str:
    """Say what was declared of the findings, and that the other choices are none."""
    declared = declared_of_items(context, (Item(*key) for key, _ in tried))
    tests = context.say("publishing-chapters-other-choices-test-the-finding")
    return in_a_row(declared, tests) if declared else ""


def headlines(survey: Survey) -> list[tuple[str, str]]:
    """Return the headline comparisons and the key results of the total, each once."""
    pairs = [(c.question, c.net) for f in survey.families[:1] for c in f.comparisons]
    pairs += [(k.question, k.net) for k in survey.key_results if k.breakdown == TOTAL]
    return list(dict.fromkeys(pairs))


def headline_name(naming: Naming, question: str, response: str) -> str:
    """Name a headline by its key result, where it has one."""
    for result in naming.survey.key_results:
        if (result.question, result.net, result.breakdown) == (question, response, TOTAL):
            return naming.text(result.label).rstrip(".")
    return f"{naming.label(question)} ({naming.response(question, response)})"


def _notes(context: Context, used: list[str], tried: Tried) -> list[str]:
    notes = []
    if "trimmed" in used and "trim_at" in context.store.facts:
        times = context.numbers.decimal(float(context.store.facts["trim_at"]), 0)
        notes.append(
            context.say("publishing-chapters-weights-limited-no-weight-above-times", times=times)
        )
    if any(r.reason == "same_scheme" for _, rows in tried for r in rows):
        notes.append(context.say("publishing-chapters-the-weighting-rule-is-that-of-the"))
    return notes


def _table(context: Context, used: list[str], tried: Tried) -> Piece:
    columns = [
        Column(context.say("publishing-chapters-method-used"), numeric=False),
        *(Column(upper_first(VARIANT_PHRASES[v][context.lang]), numeric=False) for v in used),
    ]
    rows = []
    for key, variants in tried:
        by_name = {v.variant: v for v in variants}
        cells = (_cell(context, by_name.get(v)) for v in (DECLARED, *used))
        rows.append(TableRow(headline_name(context, *key), tuple(cells)))
    caption = context.say("publishing-chapters-change-since-the-previous-edition-and")
    under = context.words(MAIN).under
    unit = context.say("publishing-chapters-changes-in-percentage-points-except-for")
    note = in_a_row(unit, under, _declared(context, tried))
    stub = context.say("publishing-chapters-headline-indicator")
    return table(context, "robustness", caption, stub, columns, rows, note=note)


def _cell(context: Readout, variant: Variant | None) -> str:
    """Write a change and its verdict, and whether it is another one than the one published."""
    if variant is None or not variant.verdict:
        return "–"
    declared = change_of(context.lookup, Item(variant.question, variant.response))
    margin = declared.margin if declared is not None else float("nan")
    since = context.since(variant.reference)
    lines = [verdict_phrase(variant.verdict, context.numbers, margin, since)]
    if not math.isnan(variant.estimate):
        kind = context.kind(variant.question, variant.response)
        lines.insert(0, context.numbers.bare_change(variant.estimate, kind))
    if variant.differs == "true":
        lines.append(context.say("publishing-chapters-another-finding"))
    return "\n".join(lines)
