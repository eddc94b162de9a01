"""Disclosure: what may be shown. Reliability and confidentiality are two decisions, never mixed."""

from padai.disclosure.audit import Audit, Exposed, audit, refuse_exposed
from padai.disclosure.confidentiality import dominated_totals
from padai.disclosure.gate import (
    REASONS,
    disclose,
    disclose_differences,
    withhold_confidential,
)
from padai.disclosure.secondary import Counts, Key, OtherGroups, protect

__all__ = [
    "REASONS",
    "Audit",
    "Counts",
    "Exposed",
    "Key",
    "OtherGroups",
    "audit",
    "disclose",
    "disclose_differences",
    "dominated_totals",
    "protect",
    "refuse_exposed",
    "withhold_confidential",
]
