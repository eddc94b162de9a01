"""Labels as files write them: blanks run together, a text encoded twice read, oddities told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from padai.interchange.label_words import normal, slug
from padai.interchange.latin import spelled_by_number
from padai.waves.headers import is_a_name, is_a_question
from padai.words import Said

CUT_AT = (80, 120, 255, 256)
"""Lengths at which programs cut labels."""
_ENDS = (".", "?", "!", ")", "…", "”", "»", '"')
_PARTING = " .:)-–—"
_LOST = "\ufffd"
"""What stands for a letter that an encoding does not hold."""
_TWICE = ("Ã", "Â", "â€")
_NUMBER = re.compile(
    r"^[A-Za-z]{1,3}[0-9]{1,4}[A-Za-z]?[0-9]{0,2}([._][A-Za-z0-9]{1,4})?(\s*[.)]|\s+--)\s+(?=\S)"
)
"""The number of a question before its label, as questionnaires have it: `Q12a. `, `q70r -- `."""

_WAVE = re.compile(r"[_.](w|wave|vague|v|ola|onda|welle|t|r|round)?[0-9]{1,4}$", re.IGNORECASE)
"""What a name may end with for its wave."""
_OF_ITS_OWN = re.compile(r"[A-Za-z]+_?[0-9]\w*")
"""What is left of a name without its characters, where it says of itself which column it is."""
_OWN_NUMBER = re.compile(
    r"([A-Za-z]{1,3}[0-9]{1,3}[a-z]?(?:[._][0-9]{1,3})?)(?=[\s.:)_–—-]|[A-ZÀ-Þ¿¡])"
)


def tidy(text: str) -> str:
    r"""Return a label with its blanks (no-break ones too) run together, and decoded once more.

    Examples
    --------
    >>> tidy(" De\u00a0 acuerdo "), tidy("MinistÃ¨re")
    ('De acuerdo', 'Ministère')
    """
    return " ".join(_decoded(text).split())


def without_name(label: str, name: str) -> str:
    """Return a label without the column's own name, or a question's number, where it begins so.

    Examples
    --------
    >>> without_name("q6 -- How satisfied are you?", "q6")
    'How satisfied are you?'
    >>> without_name("q4 -- Where do you live?", "province")
    'Where do you live?'
    >>> without_name("D2) Sexo", "sex"), without_name("Q59a1.tun. Trust president", "Q59A_TUN")
    ('Sexo', 'Trust president')
    >>> without_name("Region of interview", "region")
    'Region of interview'
    >>> without_name("P13ST.A Confianza", "P13ST_A"), without_name("SAT. Are you?", "SAT_W9")
    ('Confianza', 'Are you?')
    """
    return _NUMBER.sub("", _without(label, _as_written(label, name))) or label


def _as_written(label: str, name: str) -> str:
    """Return a column's name as its label writes it: other marks in it, or without its wave."""
    stem = _WAVE.sub("", name)
    for each, after in ((name, ""), (stem, r"(?=[.:)]\s)")):
        marks = (re.escape(part) for part in re.split(r"[._ -]", each))
        start = re.match("[._ -]".join(marks) + after, label, re.IGNORECASE)
        if start and (each == name or stem != name):
            return start[0]
    return name


def short_id(name: str, place: int) -> str:
    """Return the id of the question of a column: its name, or the number of a whole question.

    Examples
    --------
    >>> short_id("trust_press", 4), short_id("Q12 How much do you trust the press?", 4)
    ('trust_press', 'Q12')
    >>> short_id("How much do you trust the press?", 4), short_id("政府を信頼しますか", 4)
    ('q5', 'q5')
    """
    if spelled_by_number(name):
        plain = slug("".join(c for c in name if c.isascii() or not c.isalpha()), "")
        return plain if _OF_ITS_OWN.fullmatch(plain) else f"q{place + 1}"
    if is_a_name(name) or not is_a_question(name):
        return slug(name)
    numbered = _OWN_NUMBER.match(name.strip())
    return slug(numbered[1]) if numbered else f"q{place + 1}"


def wording_of(name: str) -> str:
    """Return the question that heads a column, without its number.

    Examples
    --------
    >>> wording_of("Q12. How much do you trust the press?"), wording_of("Q4En general")
    ('How much do you trust the press?', 'En general')
    """
    numbered = _OWN_NUMBER.match(name.strip())
    text = name.strip()[numbered.end() :].lstrip(" .:)_–—-") if numbered else name
    return " ".join((text or name).split())


def headed(names: Sequence[str]) -> dict[str, str]:
    """Return the label of each column that is headed by a question, or beside one by words.

    Examples
    --------
    >>> headed(["id", "Q1.Own home", "Q2.How much do you trust the press?"])["Q1.Own home"]
    'Own home'
    """
    if not any(is_a_question(name) or " " in name.strip() for name in names):
        return {}
    told = [n for n in names if is_a_question(n) or " " in n.strip() or _OWN_NUMBER.match(n)]
    return {name: wording_of(name) for name in told if name.strip()}


def _without(label: str, name: str) -> str:
    start = label[: len(name)]
    rest = label[len(name) :]
    if start.casefold() != name.casefold() or rest[:1] not in _PARTING:
        return label
    word = rest.lstrip()[:1] not in _PARTING and not any(c.isdigit() for c in name)
    if word:
        return label  # the name is the label's first word
    return rest.lstrip(_PARTING) or label


def _decoded(text: str) -> str:
    """Read a text that was encoded twice; any other stays as it is."""
    if not any(sign in text for sign in _TWICE):
        return text
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return text


def label_notes(label: str, values: Mapping[Any, str]) -> Iterator[Said]:
    """Tell what is odd in the labels of a column and of its values, by code and never by answer."""
    if len(label) in CUT_AT and not label.rstrip().endswith(_ENDS):
        yield Said("interchange-note-label-cut", n=len(label))
    if any(_LOST in text for text in (label, *values.values())):
        yield Said("interchange-note-letters-lost", sign=_LOST)
    if any(_decoded(text) != text for text in (label, *values.values())):
        yield Said("interchange-note-encoded-twice")
    named: dict[str, list[str]] = {}
    for value, text in values.items():
        if normal(text):
            named.setdefault(normal(text), []).append(_plain(value))
    for codes in named.values():
        if len(codes) > 1:
            yield Said("interchange-note-one-label", listed=", ".join(codes))


def _plain(value: Any) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def in_encoding(file: str, encoding: str, format: str = "csv") -> Said:
    """Say in which encoding a file was read, where it is not in UTF-8."""
    name = re.sub("^CP125", "Windows-125", encoding.upper())
    ident = "interchange-read-in-encoding" if format == "csv" else "interchange-read-by-bytes"
    return Said(ident, file=file, encoding=name)
