"""What a store holds: its tables, their columns, and which of these are numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from padai.words import LANGUAGES

SCHEMA_VERSION = 5
ABOUT_THE_BUILD = ("manifest.json", "sbom.cdx.json")
"""The files beside a store that say how it was made."""
BLIND = "blind"
"""The fact without which a store would be guessed by its hash; it never goes out."""
_ESTIMATES = [
    "part", "wave", "question", "response", "breakdown", "group", "estimate", "std_error",
    "conf_low", "conf_high", "df", "n_base", "n_eff", "deff", "cv", "flag", "reason",
]  # fmt: skip
_DIFFERENCES = [
    *_ESTIMATES, "reference", "statistic", "p_value", "p_adjusted", "family", "family_size",
    "margin", "p_equivalence", "verdict", "breaks", "declared",
]  # fmt: skip
COLUMNS: dict[str, list[str]] = {
    "estimates": _ESTIMATES,
    "trends": _ESTIMATES,
    "differences": _DIFFERENCES,
    "breaks": ["id", "type", "date", "last_wave", "first_wave", "questions", "breakdowns", "parts"],
    "selected": [
        "part", "wave", "reference", "question", "response", "breakdown", "group", "kind",
    ],
    "words": ["part", "wave", "question", "word", "n", "share"],
    "corrections": [
        "corrects", "part", "wave", "reference", "question", "response", "breakdown", "group",
        "figure", "old", "new", "rounding", "verdict_changed", "cause",
    ],
    "letters": ["part", "wave", "question", "response", "breakdown", "group", "letter", "above"],
    "weighting": ["part", "margin", "cell", "target", "before", "after"],
    "robustness": [
        "part", "wave", "reference", "question", "response", "variant", "estimate", "conf_low",
        "conf_high", "p_adjusted", "verdict", "differs", "reason",
    ],
    "tipping": [
        "part", "wave", "reference", "question", "response", "breakdown", "group", "verdict",
        "assumption", "of_wave", "value", "low", "high", "verdict_then", "stands", "reason",
    ],
    "decomposition": [
        "part", "wave", "reference", "question", "response", "breakdown", "group", "component",
        "estimate", "std_error", "conf_low", "conf_high", "reason",
    ],
    "slopes": [
        "part", "question", "response", "breakdown", "group", "term", "on", "wave", "estimate",
        "std_error", "conf_low", "conf_high", "df", "ddf", "statistic", "p_value", "p_adjusted",
        "first_wave", "last_wave", "n_waves", "left_out", "breaks", "family", "verdict", "reason",
        "declared",
    ],
    "indices": [
        "part", "index", "kind", "wave", "reference", "item", "by", "estimate", "std_error",
        "conf_low", "conf_high", "n_base", "p_value", "p_adjusted", "r2_gain", "margin", "verdict",
        "breaks", "reason",
    ],
    "small_areas": [
        "part", "model", "kind", "wave", "reference", "question", "response", "breakdown", "group",
        "estimate", "std_error", "conf_low", "conf_high", "p_adjusted", "family_size", "verdict",
        "borrowed", "own", "direct", "direct_low", "direct_high", "n_base", "residual", "flag",
        "reason",
    ],
    "validation_items": [
        "part", "kind", "wave", "reference", "question", "response", "estimate", "official",
        "error", "std_error", "statistic", "df", "ddf", "p_value", "largest", "reason",
    ],
    "participation_model": [
        "part", "kind", "wave", "reference", "question", "response", "estimate", "std_error",
        "conf_low", "conf_high", "p_adjusted", "verdict", "weighted", "weighted_low",
        "weighted_high", "p_weighted", "verdict_weighted", "differs", "n_reference", "reason",
    ],
    "quality": [
        "part", "kind", "wave", "reference", "question", "response", "item", "share", "n",
        "estimate", "conf_low", "conf_high", "p_adjusted", "verdict", "estimate_without",
        "low_without", "high_without", "p_without", "verdict_without", "differs", "reason",
    ],
    "plan": [
        "part", "wave", "question", "response", "breakdown", "group", "interviews", "n_next",
        "smallest_rise", "smallest_fall", "smallest_margin", "margin", "margin_within", "reason",
    ],
    "interviews": [
        "part", "wave", "breakdown", "group", "interviews", "expected", "chance_under", "action",
        "boost",
    ],
    "register": [
        "source", "kind", "survey", "wave", "published", "question", "response", "breakdown",
        "group", "entry", "reply", "replied", "due", "state", "days", "overdue", "corrected",
        "evidence_url",
        *(f"{n}_{lang}" for n in ("label", "title", "body", "role", "reason", "next_step",
                                  "evidence", "plain") for lang in ("fr", "en")),
    ],
    "inventory": [
        "category", "label_fr", "label_en", "uses", "in_use", "measure", "question", "response",
        "own",
    ],
    "benchmarks": [
        "id", "question", "response", "value", "unit", "year", "n", "source_date", "source_url",
        *(f"{n}_{lang}" for n in ("tracker", "measure", "absent", "source")
          for lang in ("fr", "en")),
        *(f"{aspect}{end}" for aspect in ("population", "mode", "wording", "scale", "year_of")
          for end in ("", "_fr", "_en")),
    ],
    # a citizens' panel, an open consultation
    "answers": ["wave", "question", "response", "people", "n", "share", "reason"],
    "profile": [
        "breakdown", "group", "stage", "people", "n", "share", "population_share", "expected",
        "low", "high", "over_selected", "p_value", "method", "monte_carlo_error",
    ],
    "panel_steps": ["step", "session", "people"],
    "panel_changes": [
        "question", "response", "n", "before", "after", "change", "moved_up", "moved_down",
        "unchanged", "moved", "up_low", "up_high", "test", "method", "p_value", "p_adjusted",
        "monte_carlo_error", "reason",
    ],
    "panel_moves": ["question", "response", "cell", "people", "n"],
    "recommendations": [
        "id", "session", "present", "in_favour", "against", "abstained", "not_voting", "adopted",
    ],
    "mandates": ["moment", "date", "in_office", "left_early", "replaced", "vacant"],
    "themes": [
        "theme", "people", "n", "share", "alpha", "coded_twice", "agreed", "reliability", "flag",
        "reason",
    ],
}  # fmt: skip
"""The columns of each table, in order; a table that a wave does not have is written empty."""


def columns_of(name: str, languages: Sequence[str] = ()) -> list[str]:
    """Return the columns of a table: what is said in words has one a language of the survey.

    Examples
    --------
    >>> columns_of("inventory", ["es", "en"])[-2:]
    ['own', 'label_es']
    """
    first = COLUMNS[name]
    texts = [c.removesuffix("_en") for c in first if c.endswith("_en")]
    return first + [f"{c}_{lang}" for c in texts for lang in languages if lang not in LANGUAGES]


OPTIONAL = ("small_areas", "validation_items", "participation_model", "quality")
"""Tables that are written only where the definition declares them, and read as empty elsewhere."""
UNTOLD = (
    "small_areas",
    "validation_items",
    "participation_model",
    "respondent_quality",
    "events",
    "rotations",
)
"""What a store tells of a definition only where it is declared."""
NUMERIC = {
    "estimate", "std_error", "conf_low", "conf_high", "df", "n_base", "n_eff", "deff", "cv",
    "statistic", "p_value", "p_adjusted", "family_size", "margin", "p_equivalence", "n", "share",
    "target", "before", "after", "ddf", "n_waves",
    "r2_gain", "interviews", "n_next", "smallest_rise", "smallest_fall", "smallest_margin",
    "chance_under", "boost", "days", "uses", "in_use", "value", "year",
    "people", "population_share", "expected", "low", "high", "change", "moved_up", "moved_down",
    "unchanged", "moved", "up_low", "up_high", "monte_carlo_error", "present", "in_favour",
    "against", "abstained", "not_voting", "in_office", "left_early", "replaced", "vacant", "alpha",
    "coded_twice", "agreed", "borrowed", "direct", "direct_low", "direct_high", "official", "error",
    "largest", "residual", "estimate_without", "low_without", "high_without", "p_without",
    "weighted", "weighted_low", "weighted_high", "p_weighted", "n_reference",
}  # fmt: skip


def numeric_of(name: str, columns: Iterable[str]) -> list[str]:
    """Return which columns of a table hold numbers.

    In the table of weighting a margin is a name, elsewhere it is a number of points.
    """
    return [c for c in columns if c in NUMERIC and (name, c) != ("weighting", "margin")]
