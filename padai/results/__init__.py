"""What the verbs give back: tidy frames with covariance and provenance."""

from padai.results.estimates import (
    COLUMNS,
    DIFFERENCE_COLUMNS,
    KEYS,
    MAX_COVARIANCE,
    NUMBERS,
    TOTAL,
    Contrasts,
    Differences,
    Estimates,
    Source,
)
from padai.results.fitted import Model, Test

__all__ = [
    "COLUMNS",
    "DIFFERENCE_COLUMNS",
    "KEYS",
    "MAX_COVARIANCE",
    "NUMBERS",
    "TOTAL",
    "Contrasts",
    "Differences",
    "Estimates",
    "Model",
    "Source",
    "Test",
]
