"""A tiny writer of SPSS portable files, with labels and missing codes: nothing else writes both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRST"
TABLE = (
    "0" * 64 + DIGITS[:10] + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz "
    ".<(+|&[]!$*);^-/|,%_>?`:#@'=\""
).ljust(256, "0")


def _number(value: float) -> str:
    """Write a number in base 30, as the format has it; nothing is a point after an asterisk."""
    if value != value:
        return "*."
    whole, rest, text = int(abs(value)), abs(value) % 1, ""
    while whole or not text:
        text, whole = DIGITS[whole % 30] + text, whole // 30
    text += "." if rest else ""
    for _ in range(11 if rest else 0):
        rest *= 30
        text, rest = text + DIGITS[int(rest)], rest % 1
    return ("-" if value < 0 else "") + text + "/"


def _text(text: str) -> str:
    return _number(len(text)) + text


def write_portable(
    path: Path,
    columns: Mapping[str, Sequence[float]],
    labels: Mapping[str, str],
    values: Mapping[str, Mapping[float, str]],
    missing: Mapping[str, Sequence[float]],
    encoding: str = "ascii",
) -> Path:
    """Write a .por: names, labels, labels of values, missing codes, rows."""
    said = "0" * 160 + "ASCII SPSS PORT FILE".ljust(40) + TABLE + "SPSSPORTA"
    said += _text("20210101") + _text("120000") + "1" + _text("padai")
    said += "4" + _number(len(columns)) + "5" + _number(11)
    for name in columns:
        said += "7" + _number(0) + _text(name) + 2 * (_number(5) + _number(8) + _number(2))
        said += "".join("8" + _number(code) for code in missing.get(name, ()))
        said += "C" + _text(labels[name]) if name in labels else ""
    for name, own in values.items():
        said += "D" + _number(1) + _text(name) + _number(len(own))
        said += "".join(_number(value) + _text(text) for value, text in own.items())
    said += "F" + "".join(_number(v) for row in zip(*columns.values(), strict=True) for v in row)
    said += "Z" * (80 - len(said) % 80)
    lines = [said[i : i + 80] for i in range(0, len(said), 80)]
    path.write_bytes("".join(f"{line}\r\n" for line in lines).encode(encoding))
    return path
