"""Disclosure: what may be shown. Reliability and confidentiality are two decisions, never mixed."""

from padai.disclosure.asked_again import Place, Twice, told_by_errors
from padai.disclosure.audit import Audit, Exposed, audit, refuse_exposed
from padai.disclosure.confidentiality import dominated_totals
from padai.disclosure.gate import (
    HIDING,
    REASONS,
    disclose,
    disclose_differences,
    withhold_confidential,
)
from padai.disclosure.linked import Joints
from padai.disclosure.protection import protect
from padai.disclosure.records import QuestionAnswers, Records, Response
from padai.disclosure.secondary import Counts, Key, OtherGroups

__all__ = [
    "HIDING",
    "REASONS",
    "Audit",
    "Counts",
    "Exposed",
    "Joints",
    "Key",
    "OtherGroups",
    "Place",
    "QuestionAnswers",
    "Records",
    "Response",
    "Twice",
    "audit",
    "disclose",
    "disclose_differences",
    "dominated_totals",
    "protect",
    "refuse_exposed",
    "told_by_errors",
    "withhold_confidential",
]
