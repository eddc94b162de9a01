"""What the verbs give back: tidy frames with covariance and provenance."""

from padai.results.columns import COLUMNS, DIFFERENCE_COLUMNS, KEYS, NUMBERS
from padai.results.comparisons import Contrasts, Differences
from padai.results.estimates import MAX_COVARIANCE, TOTAL, Estimates, EstimateSource
from padai.results.fitted import Model, Test
from padai.results.printed import Effects, Framed, Letters, Printed, Robustness, Table

__all__ = [
    "COLUMNS",
    "DIFFERENCE_COLUMNS",
    "KEYS",
    "MAX_COVARIANCE",
    "NUMBERS",
    "TOTAL",
    "Contrasts",
    "Differences",
    "Effects",
    "EstimateSource",
    "Estimates",
    "Framed",
    "Letters",
    "Model",
    "Printed",
    "Robustness",
    "Table",
    "Test",
]
