"""Codes that a file leaves among the answers: taken for no answer, and asked about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from padai.interchange.draft import Value
from padai.interchange.label_words import missing_kind, normal
from padai.waves.absent import codes_beside

FEWEST = 30
"""Answers from which on a code tells by its place alone that it is none."""
GUESS = "à confirmer : à l’écart des réponses / to confirm: apart from the answers"
"""How a missing code says that nothing but its place tells it."""
MIXED = (
    "CODES DOUTEUX / DOUBTFUL CODES — des nombres et des mots dans une colonne : confirmer chaque "
    "code / numbers and words in one column: confirm each code"
)
_WRITTEN = re.compile(r"n ?a|n ?d|s ?d|null|none|nan|nil|")
_LETTER = re.compile(r"\.?[A-Za-z_]")


def apart(
    values: Iterable[Value], labels: Mapping[Value, str], known: Iterable[Value], answers: int
) -> dict[Value, str | None]:
    """Return the codes of no answer that stand apart from the answers, each with its kind.

    The kind is None where nothing but its place tells the code: to be asked. A labelled code of
    unknown words stays an answer where the file labels every answer.

    Parameters
    ----------
    values, labels
        The values seen, and the labels of the file.
    known
        Values that are known to be no answer.
    answers
        How many cells are filled.
    """
    gone = set(known)
    numbers = {n: v for v in (*values, *labels) if v not in gone and (n := _number(v)) is not None}
    found = codes_beside(list(numbers))
    said = {v: text for v, text in labels.items() if text != str(v)}
    whole = all(said.get(v) for n, v in numbers.items() if n not in found)
    told: dict[Value, str | None] = {}
    for code in (numbers[n] for n in found):
        label = said.get(code, "")
        kind = missing_kind(label) or ("skipped" if normal(label) == "na" else None)
        silent = not label and answers >= FEWEST
        if kind or silent or (label and not whole):
            told[code] = kind
    return told


def _number(value: Value) -> float | None:
    """Return a value as a number, also where it is one written as text."""
    if isinstance(value, str):
        return float(value) if value.removeprefix("-").isdecimal() else None
    return float(value)


def written_kind(text: str, format: str) -> str | None:
    """Return the kind of missing answer that a text stands for among numbers; None: an answer.

    Examples
    --------
    >>> written_kind("Refused", "csv"), written_kind("#N/A", "csv"), written_kind(".a", "dta")
    ('refused', 'skipped', 'skipped')
    >>> written_kind("yes", "csv")
    """
    kind = missing_kind(text)
    if kind is not None:
        return kind
    letter = format != "csv" and bool(_LETTER.fullmatch(text))
    return "skipped" if letter or _WRITTEN.fullmatch(normal(text)) else None


def note(codes: Iterable[Value]) -> str:
    """Say which codes are taken for no answer by their place alone."""
    listed = ", ".join(str(code) for code in codes)
    return (
        f"CODES DOUTEUX / DOUBTFUL CODES — {listed} : à l’écart des réponses, proposés comme "
        "absence de réponse / apart from the answers, proposed as no answer"
    )
