"""How texts, codes and numbers are written in a script of R."""

from __future__ import annotations

import re
from collections.abc import Iterable


def clean(name: str) -> str:
    """Return a name as R and other programs take one.

    Examples
    --------
    >>> clean("age*sexe"), clean("2025")
    ('age_sexe', 'x2025')
    """
    plain = re.sub(r"[^0-9A-Za-z_.]", "_", name).lstrip("_.") or "x"
    reserved = ("if", "else", "for", "in", "next", "while", "repeat", "break", "function", "NA")
    taken = plain in (*reserved, "NULL", "TRUE", "FALSE", "Inf", "NaN", "T", "F")
    return f"x{plain}" if not plain[0].isalpha() or taken else plain


def r_codes(codes: Iterable[str]) -> str:
    """Write codes as a text, or a vector of texts."""
    listed = ", ".join(r_text(code) for code in codes)
    return listed if listed.count('"') == 2 and "," not in listed else f"c({listed})"


def r_number(value: float) -> str:
    """Write a number so that it reads back the same, and as a person would."""
    if value in (float("inf"), float("-inf")):
        return "Inf" if value > 0 else "-Inf"
    short = f"{value:.15g}"
    return short if float(short) == value and "e" not in short else repr(float(value))


def r_text(value: str) -> str:
    """Quote a text for R, which reads it the same in every locale."""
    return '"' + "".join(_mark(c) for c in value) + '"'


def _mark(mark: str) -> str:
    if mark in '"\\':
        return f"\\{mark}"
    code = ord(mark)
    if 32 <= code < 127:
        return mark
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def broken_line(line: str) -> list[str]:
    """Break a long line between the terms of a call; no text is cut."""
    lines, rest = [], line
    while len(rest) > 100:
        cut = _place(rest)
        if cut is None:
            break
        lines.append(rest[: cut + 1].rstrip())
        rest = "  " + rest[cut + 1 :].lstrip()
    return [*lines, rest]


def _place(line: str) -> int | None:
    """Return the last comma or plus before column 100 that no text holds."""
    inside, last, skip = False, None, False
    for at, mark in enumerate(line[:100]):
        if skip:
            skip = False
        elif mark == "\\":
            skip = True
        elif mark == '"':
            inside = not inside
        elif mark in ",+" and not inside and line[at + 1 : at + 2] == " ":
            last = at
    return last
