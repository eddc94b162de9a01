"""Whether a file of SPSS or SAS says in which character set its texts are."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO

ASSUMED = "WINDOWS-1252"
"""What the reader calls the set of a file that declares none, and of one that declares this."""
_SAS_SET = 70
"""Where a file of SAS has the number of its character set: 0 is that of whichever machine."""
_HEADER, _LAYOUT, _END = 176, 64, 999
_VARIABLE, _LABELS, _LABELLED, _NOTES, _MORE = 2, 3, 4, 6, 7
_MACHINE, _SET = 3, 20
_TELLS_NOTHING = (0, 2, 3)
"""Codes of a machine of 7 or 8 bits a letter, whatever the letters are; others are of a set."""


def declares(path: Path, encoding: str) -> bool:
    """Whether a file names its character set, which a reader calls `encoding`."""
    if encoding != ASSUMED:
        return bool(encoding)
    with path.open("rb") as file:
        head = file.read(_HEADER)
        if path.suffix.lower() not in (".sav", ".zsav"):
            return len(head) <= _SAS_SET or head[_SAS_SET] != 0
        order = "<" if head[_LAYOUT : _LAYOUT + 4] in (b"\2\0\0\0", b"\3\0\0\0") else ">"
        try:
            return _declares(_Records(file, order))
        except struct.error:  # a dictionary that was cut: whoever reads the file says so
            return True


class _Records:
    """A dictionary, read on from where it is."""

    def __init__(self, file: BinaryIO, order: str) -> None:
        self.file, self.order = file, order

    def numbers(self, count: int) -> tuple[int, ...]:
        return struct.unpack(f"{self.order}{count}i", self.file.read(4 * count))

    def passed(self, size: int) -> None:
        self.file.seek(max(size, 0), 1)


def _declares(records: _Records) -> bool:
    """Whether a dictionary of SPSS names a set: before version 15 it had no name for one."""
    while True:
        (kind,) = records.numbers(1)
        if kind == _VARIABLE:
            _pass_variable(records)
        elif kind == _LABELS:
            for _ in range(*records.numbers(1)):
                records.passed(8)
                length = records.file.read(1)[0]
                records.passed((length + 8) // 8 * 8 - 1)
        elif kind in (_LABELLED, _NOTES):
            records.passed({_LABELLED: 4, _NOTES: 80}[kind] * records.numbers(1)[0])
        elif kind == _MORE:
            if _names_set(records):
                return True
        else:
            return kind != _END


def _pass_variable(records: _Records) -> None:
    _, labelled, missing, *_ = records.numbers(5)
    records.passed(8)
    if labelled:
        records.passed((records.numbers(1)[0] + 3) // 4 * 4)
    records.passed(8 * abs(missing))


def _names_set(records: _Records) -> bool:
    """Whether a further record names the set; the place is after it then."""
    kind, size, count = records.numbers(3)
    if kind == _SET:
        return True
    if (kind, size, count) == (_MACHINE, 4, 8):
        return records.numbers(8)[-1] not in _TELLS_NOTHING
    records.passed(size * count)
    return False
