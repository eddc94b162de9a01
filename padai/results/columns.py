"""The columns of tidy frames, always in this order."""

from __future__ import annotations

KEYS = ("wave", "question", "response", "breakdown", "group")
NUMBERS = ("estimate", "std_error", "conf_low", "conf_high", "df")
COLUMNS = (*KEYS, *NUMBERS, "n_base", "n_eff", "deff", "cv", "flag", "reason")
DIFFERENCE_COLUMNS = (
    *COLUMNS,
    "reference",
    "statistic",
    "p_value",
    "p_adjusted",
    "family",
    "family_size",
    "margin",
    "p_equivalence",
    "verdict",
    "breaks",
)
