"""The further tables of the open data: what is told of series, indices, words, weights, method.

Each is written where the release has any of it, so that every figure that is printed stands in a
file. The figures of the method are laid flat here, one a row; the others are tables of the store.
"""

from __future__ import annotations

import datetime as dt

import pandas as pd

from padai.publishing.basis.context import Context
from padai.publishing.exhibits.events import told_events
from padai.publishing.products.opendata.columns import DECLARED, NOTICE, Datatype, Field
from padai.store import Store
from padai.words import Both, Said


def _code(name: str, meaning: Said) -> Field:
    return Field(name, name, "string", meaning)


def _figure(name: str, meaning: Said, datatype: Datatype = "double") -> Field:
    return Field(name, name, datatype, meaning)


_PART = _code("part", Said("publishing-opendata-part-of-the-survey"))
_WAVE = _code("wave", Said("publishing-opendata-edition"))
_REFERENCE = _code("reference", Said("publishing-opendata-edition-of-reference-subtracted"))
_QUESTION = _code("question", Said("publishing-opendata-question"))
_RESPONSE = _code("response", Said("publishing-opendata-answer-group-of-answers-or-mean"))
_BREAKDOWN = _code("breakdown", Said("publishing-opendata-breakdown-total-for-all"))
_GROUP = _code("group", Said("publishing-opendata-group-of-the-breakdown"))
_ERROR = _figure("std_error", Said("publishing-opendata-standard-error"))
_ENDS = (
    _figure("conf_low", Said("publishing-opendata-lower-end-of-the-interval")),
    _figure("conf_high", Said("publishing-opendata-upper-end-of-the-interval")),
)
_P = _figure("p_value", Said("publishing-opendata-p-value-unadjusted-0-001-under-0-001"), "string")
_P_ADJUSTED = _figure(
    "p_adjusted", Said("publishing-opendata-adjusted-p-value-0-001-under-0-001"), "string"
)
_MARGIN = _figure("margin", Said("publishing-opendata-declared-margin-for-stable"))
_VERDICT = _code("verdict", Said("publishing-opendata-verdict-empty-no-verdict-is-published"))
_BREAKS = _code("breaks", Said("publishing-opendata-breaks-in-series"))
_DECLARED = _code("declared", Said("publishing-opendata-what-was-declared-of-the-finding"))
_REASON = _code("reason", Said("publishing-opendata-reason-of-an-absent-number"))

FURTHER: dict[str, tuple[Field, ...]] = {
    "slopes": (
        _PART,
        _QUESTION,
        _RESPONSE,
        _BREAKDOWN,
        _GROUP,
        _code("term", Said("publishing-opendata-slope-change-a-year-ends-last-edition")),
        _code("on", Said("publishing-opendata-scale-points-or-logit")),
        _code("wave", Said("publishing-opendata-edition-concerned")),
        _figure("estimate", Said("publishing-opendata-value-proportion-from-0-to-1-balance")),
        _ERROR,
        *_ENDS,
        _figure("df", Said("publishing-opendata-degrees-of-freedom-or-those-of-the")),
        _figure("ddf", Said("publishing-opendata-degrees-of-freedom-of-the-denominator")),
        _figure("statistic", Said("publishing-opendata-statistic-of-the-test")),
        _P,
        _P_ADJUSTED,
        _code("first_wave", Said("publishing-opendata-first-edition-of-the-period")),
        _code("last_wave", Said("publishing-opendata-last-edition-of-the-period")),
        _figure("n_waves", Said("publishing-opendata-number-of-editions"), "integer"),
        _code("left_out", Said("publishing-opendata-editions-left-out-of-the-series")),
        _BREAKS,
        _code("family", Said("publishing-opendata-family-of-comparisons")),
        _VERDICT,
        DECLARED,
        _REASON,
        NOTICE,
    ),
    "indices": (
        _PART,
        _code("index", Said("publishing-opendata-index")),
        _code("kind", Said("publishing-opendata-mean-value-of-the-index-from-0-to-100")),
        _WAVE,
        _REFERENCE,
        _code("item", Said("publishing-opendata-item")),
        _code("by", Said("publishing-opendata-what-the-groups-are-of")),
        _figure("estimate", Said("publishing-opendata-value")),
        _ERROR,
        *_ENDS,
        _figure("n_base", Said("publishing-opendata-respondents-unweighted"), "integer"),
        _P,
        _P_ADJUSTED,
        _figure("r2_gain", Said("publishing-opendata-gain-of-mcfaddens-pseudo-r2")),
        _MARGIN,
        _VERDICT,
        _BREAKS,
        _DECLARED,
        _REASON,
        NOTICE,
    ),
    "words": (
        _PART,
        _WAVE,
        _QUESTION,
        _code("word", Said("publishing-opendata-word")),
        _figure("n", Said("publishing-opendata-people-who-gave-it-unweighted"), "integer"),
        _figure("share", Said("publishing-opendata-share-of-people-who-gave-a-word")),
        NOTICE,
    ),
    "weighting": (
        _PART,
        _code("margin", Said("publishing-opendata-calibration-margin")),
        _code("cell", Said("publishing-opendata-cell-of-the-margin")),
        _figure("population", Said("publishing-opendata-share-of-the-population-from-0-to-1")),
        _figure("before", Said("publishing-opendata-share-of-the-sample-unweighted")),
        _figure("after", Said("publishing-opendata-share-of-the-sample-weighted")),
        NOTICE,
    ),
    "robustness": (
        _PART,
        _WAVE,
        _REFERENCE,
        _QUESTION,
        _RESPONSE,
        _code("variant", Said("publishing-opendata-choice-of-method-declared-the-one-that")),
        _figure("estimate", Said("publishing-opendata-difference-proportion-from-0-to-1")),
        *_ENDS,
        _P_ADJUSTED,
        _VERDICT,
        _code("differs", Said("publishing-opendata-whether-the-verdict-differs-from-the")),
        _DECLARED,
        _REASON,
        NOTICE,
    ),
    "tipping": (
        _PART,
        _WAVE,
        _REFERENCE,
        _QUESTION,
        _RESPONSE,
        _BREAKDOWN,
        _GROUP,
        _VERDICT,
        _code("assumption", Said("publishing-opendata-what-is-supposed-false-favourable-false")),
        _code("of_wave", Said("publishing-opendata-edition-whose-answers-are-concerned")),
        _figure("value", Said("publishing-opendata-from-which-on-the-finding-changes-share")),
        _figure("low", Said("publishing-opendata-start-of-what-keeps-the-finding-from-0")),
        _figure("high", Said("publishing-opendata-end-of-what-keeps-the-finding-from-0-to")),
        _code("verdict_then", Said("publishing-opendata-finding-that-would-be-told-then")),
        _code("stands", Said("publishing-opendata-whether-the-finding-stands")),
        _DECLARED,
        _REASON,
        NOTICE,
    ),
    "decomposition": (
        _PART,
        _WAVE,
        _REFERENCE,
        _QUESTION,
        _RESPONSE,
        _BREAKDOWN,
        _GROUP,
        _code("component", Said("publishing-opendata-part-of-the-change")),
        _figure("estimate", Said("publishing-opendata-value-proportion-from-0-to-1-balance")),
        _ERROR,
        *_ENDS,
        _DECLARED,
        _REASON,
        NOTICE,
    ),
    "small_areas": (
        _PART,
        _code("model", Said("publishing-opendata-small-areas-model")),
        _code("kind", Said("publishing-opendata-small-areas-kind")),
        _WAVE,
        _REFERENCE,
        _QUESTION,
        _RESPONSE,
        _BREAKDOWN,
        _GROUP,
        _figure("estimate", Said("publishing-opendata-small-areas-estimate")),
        _figure("std_error", Said("publishing-opendata-small-areas-error")),
        _figure("conf_low", Said("publishing-opendata-small-areas-low")),
        _figure("conf_high", Said("publishing-opendata-small-areas-high")),
        _P_ADJUSTED,
        _figure(
            "family_size",
            Said("publishing-opendata-number-of-comparisons-in-the-family"),
            "integer",
        ),
        _VERDICT,
        _figure("borrowed", Said("publishing-opendata-small-areas-borrowed")),
        _code("own", Said("publishing-opendata-small-areas-own")),
        _figure("direct", Said("publishing-opendata-small-areas-direct")),
        _figure("direct_low", Said("publishing-opendata-small-areas-direct-low")),
        _figure("direct_high", Said("publishing-opendata-small-areas-direct-high")),
        _figure("n_base", Said("publishing-opendata-respondents-unweighted"), "integer"),
        _figure("residual", Said("publishing-opendata-small-areas-residual")),
        _code("flag", Said("publishing-opendata-small-areas-flag")),
        _DECLARED,
        _REASON,
        NOTICE,
    ),
    "validation_items": (
        _PART,
        _code("kind", Said("publishing-opendata-validation-kind")),
        _WAVE,
        _REFERENCE,
        _QUESTION,
        _RESPONSE,
        _figure("estimate", Said("publishing-opendata-weighted-share-from-0-to-1")),
        _figure("official", Said("publishing-opendata-validation-official")),
        _figure("error", Said("publishing-opendata-validation-error")),
        _figure("std_error", Said("publishing-opendata-validation-std-error")),
        _figure("statistic", Said("publishing-opendata-statistic-of-the-test")),
        _figure("df", Said("publishing-opendata-degrees-of-freedom")),
        _figure("ddf", Said("publishing-opendata-degrees-of-freedom-of-the-denominator")),
        _P,
        _figure("largest", Said("publishing-opendata-validation-largest")),
        _REASON,
        NOTICE,
    ),
    "participation_model": (
        _PART,
        _code("kind", Said("publishing-opendata-model-kind")),
        _WAVE,
        _REFERENCE,
        _QUESTION,
        _RESPONSE,
        _figure("estimate", Said("publishing-opendata-model-estimate")),
        _figure("std_error", Said("publishing-opendata-model-error")),
        _figure("conf_low", Said("publishing-opendata-model-low")),
        _figure("conf_high", Said("publishing-opendata-model-high")),
        _figure("p_adjusted", Said("publishing-opendata-model-p"), "string"),
        _code("verdict", Said("publishing-opendata-model-verdict")),
        _figure("weighted", Said("publishing-opendata-model-weighted")),
        _figure("weighted_low", Said("publishing-opendata-model-weighted-low")),
        _figure("weighted_high", Said("publishing-opendata-model-weighted-high")),
        _figure("p_weighted", Said("publishing-opendata-model-p-weighted"), "string"),
        _code("verdict_weighted", Said("publishing-opendata-model-verdict-weighted")),
        _code("differs", Said("publishing-opendata-whether-the-verdict-differs-from-the")),
        _figure("n_reference", Said("publishing-opendata-model-n-reference"), "integer"),
        _DECLARED,
        _REASON,
        NOTICE,
    ),
    "quality": (
        _PART,
        _code("kind", Said("publishing-opendata-quality-kind")),
        _WAVE,
        _REFERENCE,
        _QUESTION,
        _RESPONSE,
        _code("item", Said("publishing-opendata-quality-item")),
        _figure("share", Said("publishing-opendata-quality-share")),
        _figure("n", Said("publishing-opendata-quality-n"), "integer"),
        _figure("estimate", Said("publishing-opendata-quality-estimate")),
        *_ENDS,
        _P_ADJUSTED,
        _VERDICT,
        _figure("estimate_without", Said("publishing-opendata-quality-estimate-without")),
        _figure("low_without", Said("publishing-opendata-quality-low-without")),
        _figure("high_without", Said("publishing-opendata-quality-high-without")),
        _figure("p_without", Said("publishing-opendata-quality-p-without"), "string"),
        _code("verdict_without", Said("publishing-opendata-quality-verdict-without")),
        _code("differs", Said("publishing-opendata-whether-the-verdict-differs-from-the")),
        _DECLARED,
        _REASON,
        NOTICE,
    ),
    "events": (
        _figure("event", Said("publishing-opendata-number-of-the-event-on-the-charts"), "integer"),
        _figure("date", Said("publishing-opendata-date-of-the-event"), "date"),
        _code("text", Said("publishing-opendata-what-happened")),
        _code("source", Said("publishing-opendata-where-the-event-can-be-read")),
        _code("last_wave", Said("publishing-opendata-last-edition-before-the-event")),
        _code("first_wave", Said("publishing-opendata-first-edition-after-the-event")),
        NOTICE,
    ),
    "method": (
        _PART,
        _WAVE,
        _code("measure", Said("publishing-opendata-what-is-measured-or-counted")),
        _code("item", Said("publishing-opendata-outcome-rate-check-or-question")),
        _figure("value", Said("publishing-opendata-number-or-share-from-0-to-1")),
        NOTICE,
    ),
}
"""The columns of each further table, by the name of its file."""
FURTHER_TITLES: dict[str, dict[str, str]] = {
    "slopes": Both("publishing-opendata-the-whole-period"),
    "indices": Both("publishing-opendata-indices"),
    "words": Both("publishing-opendata-words-of-the-open-answers"),
    "weighting": Both("publishing-opendata-calibration-margins"),
    "robustness": Both("publishing-opendata-findings-under-other-choices-of-method"),
    "tipping": Both("publishing-opendata-what-would-make-a-finding-false"),
    "decomposition": Both("publishing-opendata-changes-in-parts"),
    "small_areas": Both("publishing-opendata-small-areas-title"),
    "validation_items": Both("publishing-opendata-validation-title"),
    "participation_model": Both("publishing-opendata-model-title"),
    "quality": Both("publishing-opendata-quality-title"),
    "events": Both("publishing-opendata-events-of-the-context"),
    "method": Both("publishing-opendata-numbers-of-the-methodology"),
}  # fmt: skip
FURTHER_KEYS: dict[str, list[str]] = {
    "slopes": ["part", "question", "response", "breakdown", "group", "term", "on", "wave"],
    "indices": ["index", "kind", "wave", "reference", "item", "by"],
    "words": ["part", "wave", "question", "word"],
    "weighting": ["part", "margin", "cell"],
    "robustness": ["part", "wave", "reference", "question", "response", "variant"],
    "tipping": ["part", "wave", "reference", "question", "response", "breakdown", "group",
                "assumption", "of_wave"],
    "decomposition": ["part", "wave", "reference", "question", "response", "breakdown", "group",
                      "component"],
    "small_areas": ["part", "model", "kind", "wave", "reference", "question", "response",
                    "breakdown", "group"],
    "validation_items": ["part", "kind", "wave", "reference", "question", "response"],
    "participation_model": ["part", "kind", "wave", "reference", "question", "response"],
    "quality": ["part", "kind", "wave", "reference", "question", "response", "item"],
    "events": ["event"],
    "method": ["part", "wave", "measure", "item"],
}  # fmt: skip


def with_population(weighting: pd.DataFrame) -> pd.DataFrame:
    """Return the margins with each cell's share of the population, at the printed precision.

    Parameters
    ----------
    weighting
        The store's table: targets are shares or counts of people.
    """
    whole = weighting.groupby(["part", "margin"])["target"].transform("sum")
    return weighting.assign(population=(weighting["target"] / whole).round(3))


def events_table(store: Store) -> pd.DataFrame:
    """Return the events of the context that the release tells, with the editions around each."""
    context = Context(store, str(store.survey.languages[0]))
    rows = [
        (
            t.number,
            t.event.date.isoformat(),
            context.text(t.event.text),
            context.text(t.event.source),
            *_around(store, t.event.date),
        )
        for t in told_events(context)
    ]
    columns = ["event", "date", "text", "source", "last_wave", "first_wave"]
    return pd.DataFrame(rows, columns=columns)


def _around(store: Store, day: dt.date) -> tuple[str, str]:
    """Return the last edition of the release begun before a day, and the first begun since."""
    survey = store.survey
    waves = survey.waves[: survey.waves.index(store.wave) + 1]
    begun = {w: survey.wave(w).fieldwork for w in waves}
    before = [w for w, f in begun.items() if f.known and f.start < day]
    since = [w for w, f in begun.items() if f.known and f.start >= day]
    return (before[-1] if before else "", since[0] if since else "")
