"""What is wrong with a YAML file, in plain words of both languages.

PyYAML and pydantic say it in English and in terms of their own; here each of their kinds of fault
has a sentence in French and one in English.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel

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
_LONGEST = 40
"""Letters of what was found that a message repeats."""
OTHER_MODEL = Said("survey-this-value-is-not-allowed-here")


def yaml_problem(problem: str) -> Said:
    """Return PyYAML's complaint in plain words."""
    return next((message for known, message in _YAML.items() if known in problem), OTHER_YAML)


def model_problem(fault: Mapping[str, Any], keys: Sequence[str] = ()) -> Said:
    """Return one of pydantic's faults (with its context) in plain words, and what was found.

    Parameters
    ----------
    keys
        The keys that are known where the fault is: one that is mistyped is told which is near.
    """
    value, problem = fault.get("input"), _what_is_wrong(fault)
    if fault["type"] == "extra_forbidden":
        return _near(problem, str(fault["loc"][-1]), keys)
    settled = fault["type"] in ("missing", "value_error")
    if settled or isinstance(value, (dict, list, tuple, type(None))):
        return problem
    written = str(value).lower() if isinstance(value, bool) else str(value)
    if not written.strip():
        return problem
    short = written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"
    return Said("survey-fault-found", said=problem, written=short)


def known_keys(model: type[BaseModel], way: Sequence[str | int]) -> list[str]:
    """Return the keys that a model allows at the end of a way through it, its last step left out.

    Examples
    --------
    >>> from padai.survey.policies import Group
    >>> known_keys(Group, ["cods"])
    ['id', 'label', 'codes', 'min', 'max']
    """
    at = [model]
    for step in way[:-1]:
        held = [m.model_fields[str(step)].annotation for m in at if str(step) in m.model_fields]
        at = [inner for kind in held for inner in _models(kind)] or at
    return list(dict.fromkeys(f.alias or name for m in at for name, f in m.model_fields.items()))


def _models(kind: Any) -> Iterator[type[BaseModel]]:
    """Yield the models that a field's type holds, in unions, lists and dictionaries too."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for inner in get_args(kind):
        yield from _models(inner)


def _near(said: Said, name: str, known: Sequence[str]) -> Said:
    close = get_close_matches(name, known, n=1)
    return Said("survey-did-you-mean", absent=said, close=close[0]) if close else said


def _what_is_wrong(fault: Mapping[str, Any]) -> Said:
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
