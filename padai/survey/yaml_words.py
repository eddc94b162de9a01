"""What is wrong with a YAML file, in plain words of both languages.

PyYAML and pydantic say it in English and in terms of their own; here each of their kinds of fault
has a sentence in French and one in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from padai.errors import FaultError, Said
from padai.words import Joined, Typeset

_YAML = {
    "mapping values are not allowed": Said("survey-there-is-a-colon-too-many-or-a-text-that"),
    "did not find expected key": Said("survey-a-key-was-expected-here-check-the"),
    "could not find expected ':'": Said("survey-a-colon-is-missing-after-a-key"),
    "did not find expected ',' or ']'": Said("survey-a-comma-or-a-closing-bracket-is-missing"),
    "did not find expected ',' or '}'": Said("survey-a-comma-or-a-closing-brace-is-missing"),
    "did not find expected '-' indicator": Said("survey-the-dash-of-a-list-was-expected-here"),
    "did not find expected node content": Said("survey-a-value-is-missing-here"),
    "cannot start any token": Said("survey-no-text-may-begin-with-this-character"),
    "unexpected end of stream": Said("survey-a-quotation-mark-is-not-closed"),
    "escape": Said("survey-the-backslash-of-a-text-in-double"),
    "block sequence entries are not allowed": Said("survey-a-list-is-not-allowed-here"),
    "tab": Said("survey-lines-are-indented-with-spaces-never"),
    "control characters": Said("survey-the-file-holds-a-control-character"),
}
OTHER_YAML = Said("survey-the-line-cannot-be-read")

_MODEL: Mapping[str, Said | tuple[str, str]] = {
    "extra_forbidden": Said("survey-this-key-is-not-known-here-check-its"),
    "missing": Said("survey-this-key-is-required"),
    "string_type": Said("survey-a-text-is-expected-here"),
    "string_pattern_mismatch": ("survey-this-is-not-of-the-allowed-form", "pattern"),
    "int_": Said("survey-a-whole-number-is-expected-here"),
    "float_": Said("survey-a-number-is-expected-here"),
    "finite_number": Said("survey-a-finite-number-is-expected-here"),
    "bool_": Said("survey-write-true-or-false"),
    "date_": Said("survey-a-date-is-expected-here-yyyy-mm-dd"),
    "literal_error": ("survey-choose", "expected"),
    "enum": ("survey-choose", "expected"),
    "greater_than_equal": ("survey-at-least", "ge"),
    "greater_than": ("survey-more-than", "gt"),
    "less_than_equal": ("survey-at-most", "le"),
    "less_than": ("survey-less-than", "lt"),
    "too_short": ("survey-at-least-must-be-given", "min_length"),
    "too_long": ("survey-at-most-are-allowed", "max_length"),
    "string_too_short": Said("survey-this-text-is-empty-or-too-short"),
    "string_too_long": Said("survey-this-text-is-too-long"),
    "tuple_type": Said("survey-a-list-is-expected-here"),
    "list_type": Said("survey-a-list-is-expected-here"),
    "dict_type": Said("survey-keys-and-their-values-are-expected-here"),
    "mapping_type": Said("survey-keys-and-their-values-are-expected-here"),
    "model_": Said("survey-keys-and-their-values-are-expected-here"),
    "none_required": Said("survey-nothing-is-expected-here"),
}
"""What is wrong by pydantic's kind; where a message takes a fact, its id and the fact's name."""
OTHER_MODEL = Said("survey-this-value-is-not-allowed-here")


def yaml_problem(problem: str) -> Said:
    """Return PyYAML's complaint in plain words."""
    return next((message for known, message in _YAML.items() if known in problem), OTHER_YAML)


def model_problem(fault: Mapping[str, Any]) -> Said:
    """Return one of pydantic's faults (with its context) in plain words."""
    context = dict(fault.get("ctx") or {})
    cause = context.get("error")
    if isinstance(cause, FaultError):
        return cause.said
    if isinstance(cause, ValueError):
        return Said(str(cause), str(cause))
    kind = str(fault["type"])
    entry = _MODEL.get(kind) or next(
        (s for known, s in _MODEL.items() if known.endswith("_") and kind.startswith(known)),
        OTHER_MODEL,
    )
    if isinstance(entry, Said):
        return Typeset(entry)
    ident, name = entry
    fact = context[name]
    if name == "expected":
        fact = Joined(str(fact).split(" or "), "padai-or")
    return Typeset(Said(ident, **{name: fact}))
