"""Every column with numbers that goes out, with the gate that its figures passed.

A column that is not named here fails a test: whoever adds one says what keeps it from telling of few.
"""

from __future__ import annotations

from collections.abc import Mapping

LEVELS = "the joint table: protect, audit, marked alike"
CHANGES = "disclose_differences: nothing that rests on a withheld cell"
INDICES = "withheld with any answer to an item"
WORDS = "the disclosure count: ten people"
WEIGHTS = "margins of targets: public, or of groups that are told"
METHOD = "sizes of parts; counts of findings under the smallest group left out"
DEPOSIT = "the rules of tables, one file of a wave"
NO_FIGURE = "a name, a date, a declared number or a place in a list: nothing of answers"

GATES: Mapping[str, Mapping[str, str]] = {
    "en/explorer.html": {
        NO_FIGURE: "breaks.first | breaks.last | changes.breaks | changes.declared | changes.families | changes.family | changes.margin | changes.margins | changes.reference | changes.series | changes.wave | questions.headline | questions.responses.id | questions.scale | questions.section | series.breakSets | series.breakdown | series.breaks | series.group | series.part | series.question | series.response | style.lines.dash | wave | waves.id | waves.short | waves.since | waves.time",
        LEVELS: "cells.conf_high | cells.conf_low | cells.estimate | cells.mark | cells.n_base",
        CHANGES: "changes.conf_high | changes.conf_low | changes.difference | changes.mark | changes.p_adjusted | changes.verdict",
    },
    "en/figures/*.csv": {
        LEVELS: "Before | Do not trust at all | Mean | Now | Tend not to trust | Tend to trust | Total trust | Trust completely | Unweighted n",
        WORDS: "People | Share",
    },
    "en/presentation.pptx": {
        LEVELS: "Total trust | column 1",
    },
    "en/report.html": {
        NO_FIGURE: "version",
    },
    "en/tables-*.xlsx": {
        NO_FIGURE: "Answer | Sign or notion",
        LEVELS: "Effective n | Estimate | Lower bound | Upper bound | n",
    },
    "open/breaks.csv": {
        NO_FIGURE: "first_wave | last_wave",
    },
    "open/changes.csv": {
        CHANGES: "conf_high | conf_low | df | difference | n_base | p_adjusted | p_equivalence | p_value | std_error",
        NO_FIGURE: "family_size | margin | reference | response | wave",
    },
    "open/contrasts.csv": {
        CHANGES: "conf_high | conf_low | df | difference | n_base | p_adjusted | p_equivalence | p_value | std_error",
        NO_FIGURE: "family_size | margin | response | wave",
    },
    "open/dataset.jsonld": {
        NO_FIGURE: "distribution.sha256 | version",
    },
    "open/dictionary.csv": {
        NO_FIGURE: "name | text",
    },
    "open/dictionnaire.csv": {
        NO_FIGURE: "name | text",
    },
    "open/indices.csv": {
        INDICES: "conf_high | conf_low | estimate | n_base | p_adjusted | p_value | r2_gain | std_error",
        NO_FIGURE: "reference | wave",
    },
    "open/method.csv": {
        METHOD: "value",
        NO_FIGURE: "wave",
    },
    "open/portail-donnees-quebec.json": {
        NO_FIGURE: "fields.version",
    },
    "open/robustness.csv": {
        CHANGES: "conf_high | conf_low | estimate | p_adjusted",
        NO_FIGURE: "reference | wave",
    },
    "open/series.csv": {
        LEVELS: "conf_high | conf_low | cv | deff | df | estimate | n_base | n_eff | std_error",
        NO_FIGURE: "response | wave",
    },
    "open/slopes.csv": {
        CHANGES: "conf_high | conf_low | ddf | df | estimate | p_adjusted | p_value | statistic | std_error",
        NO_FIGURE: "first_wave | last_wave | left_out | n_waves | response | wave",
    },
    "open/tipping.csv": {
        CHANGES: "high | low | value",
        NO_FIGURE: "of_wave | reference | wave",
    },
    "open/weighting.csv": {
        WEIGHTS: "after | before | population",
    },
    "open/words.csv": {
        WORDS: "n | share",
        NO_FIGURE: "wave",
    },
    "site/index.html": {
        NO_FIGURE: "hasPart.version",
    },
}
"""By file and gate, the columns, with `` | `` between them."""


OF_OTHERS: Mapping[str, Mapping[str, str]] = {
    "depot/*.csv": {DEPOSIT: "age_group | padai_weight | region | trust"},
    **{f"open/{table}.csv": {NO_FIGURE: "group"} for table in ("series", "changes", "contrasts")},
}
"""What the example has not: a file for an archive, and groups that are named by numbers."""


def named(tables: Mapping[str, Mapping[str, str]]) -> set[str]:
    """Return every column that is named, as :func:`columns_of` names it."""
    return {
        f"{file}: {column}"
        for file, by in tables.items()
        for columns in by.values()
        for column in columns.split(" | ")
    }
