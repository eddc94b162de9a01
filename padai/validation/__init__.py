"""VALIDATE: hold a wave to its definition and to the waves before it."""

from padai.validation.findings import Finding, Findings, NotRun
from padai.validation.outcomes import Rate, outcome_rates
from padai.validation.registry import CHECKS, Check
from padai.validation.schema import pandera_schema
from padai.validation.validate import validate

__all__ = [
    "CHECKS",
    "Check",
    "Finding",
    "Findings",
    "NotRun",
    "Rate",
    "outcome_rates",
    "pandera_schema",
    "validate",
]
