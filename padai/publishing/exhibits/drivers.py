"""The kind ``drivers``: a change in parts, other shares of groups and other answers within them."""

from __future__ import annotations

import math
from functools import partial

from padai.publishing.charts.data import Axis, Point, Row
from padai.publishing.charts.rows import Layout, row_chart
from padai.publishing.context import Context
from padai.publishing.emit import Draw, Piece, bullets, data_table, figure, joined, paragraph, table
from padai.publishing.exhibits.asked import wordings
from padai.publishing.exhibits.changes import change_axis
from padai.publishing.exhibits.common import (
    Item,
    cell_of,
    details,
    items,
    refuse_without_inference,
)
from padai.publishing.lookup import MAIN, TOTAL, Component
from padai.publishing.sentences import joined as in_words
from padai.publishing.sentences import lower_first, upper_first
from padai.publishing.tables import Column, TableRow
from padai.survey import Block

Parts = dict[str, list[Component]]
"""The published parts of a change, by breakdown."""
CHANGE, COMPOSITION, WITHIN, UNCLASSIFIED = "change", "composition", "within", "unclassified"
_NAMES = {
    CHANGE: {"fr": "Changement", "en": "Change"},
    COMPOSITION: {"fr": "Composition", "en": "Composition"},
    WITHIN: {"fr": "À l’intérieur des groupes", "en": "Within groups"},
    UNCLASSIFIED: {"fr": "Groupe non déclaré", "en": "Group not stated"},
}
_ABSENT = {
    "withheld": {
        "fr": "un résultat n’est pas publié dans une des deux éditions",
        "en": "a result is not published in one of the two editions",
    },
    "breakdown_not_reported": {
        "fr": "les résultats de ces groupes ne sont pas publiés",
        "en": "the results of these groups are not published",
    },
    "not_comparable": {
        "fr": "les deux éditions ne sont pas comparables",
        "en": "the two editions are not comparable",
    },
    "not_computed": {
        "fr": "le calcul n’est pas possible avec ces groupes",
        "en": "the computation is not possible with these groups",
    },
}
FIXED, FIXED_FOR_ALL = "shares_fixed", "shares_fixed_but_for_nonresponse"


def drivers(context: Context, block: Block, stem: str, part: str = MAIN) -> Piece:
    """Return each question's change since the earlier wave in parts: words, chart, data."""
    refuse_without_inference(context, block, part)
    return joined(_one(context, block, stem, item) for item in items(context, block, part))


def _one(context: Context, block: Block, stem: str, item: Item) -> Piece:
    every = {
        by: context.lookup.components(item.question, item.response, by, item.part)
        for by in block.by
    }
    known = {by: rows for by, rows in every.items() if _whole(rows, CHANGE) is not None}
    absent = bullets(_reason(context, by, rows) for by, rows in every.items()
                     if rows and by not in known)  # fmt: skip
    if not known:
        return absent
    title = context.text(block.title).rstrip(".")
    change = _whole(known[next(iter(known))], CHANGE)
    assert change is not None
    reference = context.the_wave(change.reference)
    unit = "" if context.kind(item.question, item.response) == "mean" else context.say(
        "en points de pourcentage", "in percentage points"
    )  # fmt: skip
    cells = [cell_of(context, item)]
    caption = context.say(
        f"{title}, par rapport à {reference}.", f"{title}, compared with {reference}."
    )
    detail = details(context, unit, context.size(cells))
    note = " ".join(t for t in (wordings(context, [item]), context.sample_note(cells, item.part))
                    if t)  # fmt: skip
    return joined([
        bullets(_sentence(context, item, by, rows) for by, rows in known.items()),
        absent,
        figure(context, _chart(context, item, known), stem, caption, _alt(context, item, known),
               detail=detail, note=note, part=item.part),
        paragraph(*_cautions(context, known)),
        data_table(context, _table(context, item, stem, caption, detail, known)),
    ])  # fmt: skip


def _whole(rows: list[Component], component: str) -> Component | None:
    """Return a part of the change summed over the groups, where it is published."""
    for row in rows:
        if row.component == component and row.group == TOTAL and math.isfinite(row.estimate):
            return row
    return None


def _sums(rows: list[Component]) -> list[Component]:
    found = (_whole(rows, c) for c in (COMPOSITION, WITHIN, UNCLASSIFIED))
    return [c for c in found if c is not None]


# --- words -----------------------------------------------------------------------------------


def _name(context: Context, component: str) -> str:
    return _NAMES[component][context.lang]


def _figure(context: Context, item: Item, row: Component) -> str:
    if not math.isfinite(row.estimate):
        return "–"
    return context.numbers.bare_change(row.estimate, context.kind(item.question, item.response))


def _interval(context: Context, item: Item, row: Component) -> str:
    if row.component == COMPOSITION and row.reason == FIXED:
        return context.say("sans erreur d’échantillonnage", "without sampling error")
    if not (math.isfinite(row.conf_low) and math.isfinite(row.conf_high)):
        return "–"
    kind = context.kind(item.question, item.response)
    return context.numbers.range(row.conf_low, row.conf_high, kind, change=True)


def _sentence(context: Context, item: Item, by: str, rows: list[Component]) -> str:
    """Say the change, and what each part of it amounts to, with its interval."""
    change = _whole(rows, CHANGE)
    assert change is not None
    short = context.words(item.part).interval_short
    said = []
    for row in _sums(rows):
        span = _interval(context, item, row)
        fixed = row.component == COMPOSITION and row.reason == FIXED
        sure = span if fixed else context.colon(short, span)
        name = lower_first(_name(context, row.component))
        said.append(f"{name} {_figure(context, item, row)} ({sure})")
    size = context.numbers.change(change.estimate, context.kind(item.question, item.response))
    lead = context.say(
        f"{context.breakdown(by)}, changement de {size}",
        f"{context.breakdown(by)}, change of {size}",
    )
    return context.colon(lead, "; ".join(said)) + "."


def _reason(context: Context, by: str, rows: list[Component]) -> str:
    code = next((r.reason for r in rows if r.reason), "not_computed").partition(":")[0]
    words = _ABSENT.get(code, _ABSENT["not_computed"])[context.lang]
    lead = context.say(
        f"{context.breakdown(by)}, pas de décomposition", f"{context.breakdown(by)}, not divided"
    )
    return context.colon(lead, words) + "."


def _cautions(context: Context, known: Parts) -> list[str]:
    """Say how to read the parts, and that they are no causes."""
    said = [context.say(
        "Composition\u00a0: la partie du changement qui correspond à d’autres parts des groupes. À "
        "l’intérieur des groupes\u00a0: celle qui correspond à d’autres réponses dans un même "
        "groupe. Ce calcul décrit le changement\u202f; il n’en explique pas la cause.",
        "Composition: the part of the change that goes with other shares of the groups. Within "
        "groups: the part that goes with other answers in the same group. This computation "
        "describes the change; it does not explain its cause.",
    )]  # fmt: skip
    for reason in (FIXED, FIXED_FOR_ALL):
        names = [lower_first(context.breakdown(by)) for by, rows in known.items()
                 if any(r.reason == reason for r in rows)]  # fmt: skip
        if names:
            said.append(_fixed_words(context, reason, in_words(names, context.lang)))
    return said


def _fixed_words(context: Context, reason: str, names: str) -> str:
    if reason == FIXED:
        return context.say(
            f"La pondération fixe la part de chaque groupe ({names})\u202f: cette composition "
            "n’a pas d’erreur d’échantillonnage.",
            f"Weighting fixes each group’s share ({names}): this composition has no sampling "
            "error.",
        )
    return context.say(
        f"La pondération fixe la part de chaque groupe ({names}) parmi tous les répondants de "
        "chaque édition\u202f: l’incertitude de cette composition ne vient que des personnes qui "
        "n’ont pas répondu à la question.",
        f"Weighting fixes each group’s share ({names}) among all respondents of each edition: the "
        "uncertainty of this composition comes only from people who did not answer the question.",
    )


# --- chart and table -------------------------------------------------------------------------


def _chart(context: Context, item: Item, known: Parts) -> Draw:
    first = _whole(known[next(iter(known))], CHANGE)
    assert first is not None
    rows = [_row(context, item, first)]
    for by, found in known.items():
        rows.append(Row(context.breakdown(by)))
        rows += [_row(context, item, one) for one in _sums(found)]
    return partial(
        row_chart, rows, axis=_axis(context, item, rows),
        layout=Layout(labels=2.0, sides=(0.5,), line=(0.0, "")), notices=context.marks,
    )  # fmt: skip


def _row(context: Context, item: Item, one: Component) -> Row:
    factor = 1.0 if context.kind(item.question, item.response) == "mean" else 100.0
    shape = "plain" if one.component == CHANGE else "same"
    written = _figure(context, item, one)
    at = Point(one.estimate * factor, one.conf_low * factor, one.conf_high * factor, written, shape)
    return Row(_name(context, one.component), (at,), (written,))


def _axis(context: Context, item: Item, rows: list[Row]) -> Axis:
    if context.kind(item.question, item.response) != "mean":
        return change_axis(context, rows)
    values = [abs(v) for r in rows for p in r.points for v in (p.value, p.low, p.high) if v == v]
    reach = math.ceil(max(0.5, *values) * 2) / 2
    ticks = (-reach, 0.0, reach)
    return Axis(
        -reach * 1.05, reach * 1.05, ticks, lambda v: context.numbers.bare_change(v, "mean")
    )


def _alt(context: Context, item: Item, known: Parts) -> str:
    first = _whole(known[next(iter(known))], CHANGE)
    assert first is not None
    start = context.say("Points de part et d’autre de zéro.", "Dots on both sides of zero.")
    said = [f"{_with_interval(context, item, first)}."]
    for by, found in known.items():
        listed = "; ".join(lower_first(_with_interval(context, item, one)) for one in _sums(found))
        said.append(context.colon(context.breakdown(by), listed) + ".")
    return " ".join([start, *said])


def _with_interval(context: Context, item: Item, one: Component) -> str:
    name, written = _name(context, one.component), _figure(context, item, one)
    return f"{name} {written} ({_interval(context, item, one)})"


def _table(
    context: Context, item: Item, stem: str, caption: str, detail: str, known: Parts
) -> Piece:
    first = _whole(known[next(iter(known))], CHANGE)
    assert first is not None

    def line(heading: str, one: Component) -> TableRow:
        return TableRow(heading, (_figure(context, item, one), _interval(context, item, one)))

    rows = [line(_name(context, CHANGE), first)]
    for by, found in known.items():
        for component in (COMPOSITION, WITHIN):
            label = f"{context.breakdown(by)}, {lower_first(_name(context, component))}"
            rows.append(TableRow(label))
            mine = [one for one in found if one.component == component]
            rows += [line(_group(context, by, one), one) for one in mine]
        rows += [line(_name(context, UNCLASSIFIED), one) for one in found
                 if one.component == UNCLASSIFIED]  # fmt: skip
    words = context.words(item.part)
    columns = [
        Column(context.say("Écart", "Change")),
        Column(upper_first(words.interval_short)),
    ]
    stub = context.say("Partie du changement", "Part of the change")
    return table(context, stem, caption, stub, columns, rows, detail=detail, note=words.under,
                 part=item.part)  # fmt: skip


def _group(context: Context, by: str, one: Component) -> str:
    if one.group == TOTAL:
        return context.say("Tous les groupes", "All groups")
    return context.group(by, one.group)
