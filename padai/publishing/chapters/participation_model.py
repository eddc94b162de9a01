"""Key results under the model of who took part: what it is, what it leans on, what it changes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.sentences import ended, lower_first, upper_first, verdict_phrase
from padai.publishing.basis.sentences import joined as in_words
from padai.publishing.basis.speech import Speech
from padai.publishing.chapters.declared import model_declared, sealed_beside
from padai.publishing.chapters.robustness import headline_name
from padai.publishing.exhibits.declarations import declared_of_items
from padai.publishing.exhibits.exhibit_items import Item
from padai.publishing.pieces.emit import Piece, folded, heading, joined, paragraph, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.survey.participation_model import ModelReference, ParticipationModel
from padai.words import Both, in_a_row

Row = Mapping[str, Any]
LEVEL, CHANGE, REFERENCE = "level", "change", "reference"
_SIDES = (("weighted", "weighted_low", "weighted_high"), ("estimate", "conf_low", "conf_high"))
"""The columns of a figure and of its interval: as published, and by the model."""
_METHODS = {
    "doubly_robust": Both("publishing-chapters-model-doubly-robust"),
    "ipw": Both("publishing-chapters-model-ipw"),
    "mass": Both("publishing-chapters-model-mass"),
}
_WHY_NOT = {
    "model_withheld": Both("publishing-opendata-model-withheld"),
    "model_sensitive": Both("publishing-opendata-model-withheld"),
    "model_few_in_a_category": Both("publishing-opendata-model-few"),
    "model_same_people": Both("publishing-opendata-model-same-people"),
    "model_bridged": Both("publishing-opendata-model-bridged"),
    "model_one_wave_modelled": Both("publishing-opendata-model-one-wave"),
    "model_put_to_some": Both("publishing-opendata-model-put-to-some"),
    "model_several": Both("publishing-opendata-model-several"),
    "model_no_number": Both("publishing-opendata-model-no-number"),
}


def participation_model(context: Context) -> Piece:
    """Return the section on the participation model; nothing where none is declared."""
    frame = context.store.tables["participation_model"]
    model = context.survey.participation_model
    if model is None or not len(frame) or not context.words(MAIN).has_intervals:
        return Piece("")
    rows: list[Row] = [{str(k): v for k, v in r.items()} for r in frame.to_dict("records")]
    levels = [row for row in rows if row["kind"] == LEVEL]
    changes = [row for row in rows if row["kind"] == CHANGE]
    pieces = [
        heading(3, context.say("publishing-chapters-model-title")),
        paragraph(*_model(context, model)),
        *(paragraph(*_reference(context, *each)) for each in _leant_on(model, rows)),
        paragraph(*_assumptions(context, model)),
    ]
    if effect := _effect(context, changes):
        pieces.append(paragraph(*effect))
    if changes:
        caption = context.say("publishing-chapters-model-changes-table")
        pieces += folded(caption, _changes(context, changes))
    if levels:
        caption = context.say("publishing-chapters-model-levels-table")
        pieces += folded(caption, _levels(context, levels))
    return joined(pieces)


def _model(naming: Naming, model: ParticipationModel) -> list[str]:
    names = [lower_first(_variable(naming, name)) for name in model.variables]
    sentences = [
        naming.say("publishing-chapters-model-intro"),
        naming.say(
            "publishing-chapters-model-made",
            method=_METHODS[model.method][naming.lang],
            names=in_words(names, naming.lang),
        ),
    ]
    if model.blank == "outside":
        sentences.append(naming.say("publishing-chapters-model-outside"))
    return sentences


def _variable(naming: Naming, name: str) -> str:
    survey = naming.survey
    return naming.breakdown(name) if survey.has_breakdown(name) else naming.label(name)


def _leant_on(
    model: ParticipationModel, rows: Sequence[Row]
) -> Iterator[tuple[ModelReference, list[Row]]]:
    """Yield each reference with the rows of the waves that lean on it."""
    references = [row for row in rows if row["kind"] == REFERENCE]
    for reference in model.references:
        own = [row for row in references if model.reference_of(str(row["wave"])) == reference]
        if own:
            yield reference, own


def _reference(naming: Naming, reference: ModelReference, rows: list[Row]) -> list[str]:
    waves = in_words(
        [lower_first(naming.wave_label(str(row["wave"]))) for row in rows], naming.lang
    )
    facts = {
        "source": naming.text(reference.source).rstrip("."),
        "date": naming.numbers.year_or_date(reference.date),
        "population": naming.text(reference.population).rstrip("."),
        "waves": waves,
    }
    if reference.totals is not None:
        sentences = [naming.say("publishing-chapters-model-totals", **facts)]
    else:
        n = naming.numbers.count(rows[0]["n_reference"])
        sentences = [naming.say("publishing-chapters-model-sample", n=n, **facts)]
    for declared in (reference.other_year, reference.other_population):
        if declared is not None:
            sentences.append(ended(upper_first(naming.text(declared))))
    return sentences


def _assumptions(context: Context, model: ParticipationModel) -> list[str]:
    checked = bool(len(context.store.tables["validation_items"]))
    return [
        context.say("publishing-chapters-model-assumes", method=model.method),
        ended(upper_first(context.text(model.assumptions))),
        context.say(
            "publishing-chapters-model-checked"
            if checked
            else "publishing-chapters-model-not-checked"
        ),
        context.say(
            "publishing-chapters-model-declared",
            when=context.numbers.date(model.declared),
            who=context.text(model.decided_by).rstrip("."),
        ),
        *sealed_beside(context, "model", "participation"),
        ended(upper_first(context.text(model.reason))),
    ]


def _effect(naming: Naming, rows: Sequence[Row]) -> list[str]:
    tried = [row for row in rows if row["differs"]]
    if not tried:
        reasons = dict.fromkeys(str(row["reason"]) for row in rows)
        whys = [_WHY_NOT[r][naming.lang] for r in reasons if r in _WHY_NOT]
        return (
            [naming.say("publishing-chapters-model-no-change", why=in_words(whys, naming.lang))]
            if whys
            else []
        )
    other = [row for row in tried if row["differs"] == "true"]
    counted = naming.numbers.count(len(tried))
    if not other:
        return [naming.say("publishing-chapters-model-no-verdict-changes", counted=counted)]
    names = [headline_name(naming, str(r["question"]), str(r["response"])) for r in other]
    return [
        naming.say(
            "publishing-chapters-model-verdicts-change",
            other=len(other),
            counted=counted,
            names=in_words(names, naming.lang),
        )
    ]


def _columns(speech: Speech) -> list[Column]:
    return [
        Column(speech.say("publishing-chapters-model-weighted"), numeric=False),
        Column(speech.say("publishing-chapters-model-by-model"), numeric=False),
    ]


def _note(naming: Naming, caption: str) -> str:
    return f"{caption} {naming.words(MAIN).under}".strip()


def _changes(context: Context, rows: Sequence[Row]) -> Piece:
    lines, items = [], []
    for row in rows:
        items.append(Item(str(row["question"]), str(row["response"])))
        name = headline_name(context, items[-1].question, items[-1].response)
        lines.append(TableRow(name, (_change(context, row, False), _change(context, row, True))))
    declared = (declared_of_items(context, items), model_declared(context, "participation"))
    note = context.say("publishing-chapters-model-changes-note")
    return table(
        context,
        "participation-changes",
        context.say("publishing-chapters-model-changes-caption"),
        context.say("publishing-chapters-headline-indicator"),
        _columns(context),
        lines,
        note=_note(context, in_a_row(note, *declared)),
    )


def _change(naming: Naming, row: Row, modelled: bool) -> str:
    names = (
        ("estimate", "conf_low", "conf_high", "verdict")
        if modelled
        else ("weighted", "weighted_low", "weighted_high", "verdict_weighted")
    )
    value, low, high, verdict = (row[name] for name in names)
    if not math.isfinite(value):
        return _why(naming, row)
    numbers = naming.numbers
    kind = naming.kind(str(row["question"]), str(row["response"]))
    margin = naming.question(str(row["question"])).margin
    ends = numbers.range(low, high, kind, change=True)
    phrase = verdict_phrase(
        str(verdict),
        numbers,
        margin.points if margin else math.nan,
        naming.since(str(row["reference"])),
    )
    lines = [f"{numbers.bare_change(value, kind)} ({ends})", phrase]
    return "\n".join(lines if phrase else lines[:1])


def _why(speech: Speech, row: Row) -> str:
    words = _WHY_NOT.get(str(row["reason"]))
    return words[speech.lang] if words else speech.say("publishing-chapters-quality-not-computed")


def _levels(context: Context, rows: Sequence[Row]) -> Piece:
    """Set a figure's weighted and modelled levels side by side, edition by edition."""
    columns = [*_columns(context), Column(context.say("publishing-chapters-model-error"))]
    lines = []
    for key in dict.fromkeys((str(r["question"]), str(r["response"])) for r in rows):
        lines.append(TableRow(headline_name(context, *key)))
        lines += [_level(context, row) for row in rows if (row["question"], row["response"]) == key]
    return table(
        context,
        "participation-levels",
        context.say("publishing-chapters-model-levels-caption"),
        context.say("publishing-chapters-edition"),
        columns,
        lines,
        note=_note(context, context.say("publishing-chapters-model-levels-note")),
    )


def _level(naming: Naming, row: Row) -> TableRow:
    numbers, kind = naming.numbers, naming.kind(str(row["question"]), str(row["response"]))
    cells = []
    for names in _SIDES:
        value, low, high = (row[name] for name in names)
        if math.isfinite(value):
            cells.append(f"{numbers.level(value, kind)} ({numbers.range(low, high, kind)})")
        else:
            cells.append("–" if names == _SIDES[0] else _why(naming, row))
    error = row["std_error"]
    scale = 1 if kind == "mean" else 100
    cells.append(numbers.decimal(scale * error, 2) if math.isfinite(error) else "–")
    return TableRow(str(row["wave"]), tuple(cells))
