"""Several answers in one cell of an export: what parts them, and which parts are one choice."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from padai.interchange.platforms.export import ExportedColumn
from padai.interchange.platforms.scales import key_of
from padai.interchange.platforms.worded import MOST_CHOICES, repeated_parts
from padai.interchange.private import FEWEST_ALIKE, FEWEST_SHARED

_NEARLY_ALL = 0.8
FEW_PARTS = 12
"""Parts of a cell up to which all ways to join them are tried."""


def separator_of(columns: Sequence[ExportedColumn]) -> str:
    """Guess what parts several answers in one cell; nothing where there is one answer a cell."""
    answers = [cell.strip() for column in columns for cell in column.cells if cell.strip()]
    for mark in columns[0].separator:
        glued = together(answers, mark)
        parts = [parts_of(cell, mark, glued) for cell in answers]
        several = {tuple(p) for p in parts if len(p) > 1}
        counts = Counter(part for p in parts for part in p)
        if len(counts) > MOST_CHOICES if mark == " " else not choices_parted(answers, mark)[0]:
            continue
        ends = mark == ";" and any(cell.endswith(";") for cell in answers)
        again = len(several) > 1 and all(counts[part] > 1 for p in several for part in p)
        again = again or (mark != " " and _mostly_again(parts, mark))
        alone = {p[0] for p in parts if len(p) == 1}
        mixed = any(part in alone for p in several for part in p)
        mixed = mixed or (mark == ";" and _in_several_lists(several))
        coded_so = mark != " " or all(part.isidentifier() for part in counts)
        if ends or (again and mixed and coded_so and len(several) < len(answers)):
            return mark
    return ""


def choices_parted(cells: Sequence[str], mark: str) -> tuple[list[str], int]:
    """Return the choices that a mark parts in cells, and how many parts are none of them.

    No choice where what the mark parts is what people wrote.
    """
    glued = together(cells, mark)
    parts = [part for cell in sorted(cells) for part in parts_of(cell, mark, glued)]
    counts = Counter(map(key_of, parts))
    shown: dict[str, str] = {}
    for part in parts:
        shown.setdefault(key_of(part), part)
    kept = repeated_parts(counts, shown)
    return [*kept.values()], sum(n for key, n in counts.items() if key not in kept)


def _mostly_again(parts: Sequence[Sequence[str]], mark: str) -> bool:
    """Whether nearly all that stands beside something else in a cell stands in others too.

    A form leaves room for other words than its choices, and few people write a semicolon; they
    write commas, and each choice is then to have been given by several.
    """
    least = FEWEST_SHARED if mark == ";" else FEWEST_ALIKE
    counts = Counter(part for p in parts for part in p)
    beside = [part for p in parts if len(p) > 1 for part in p]
    again = sum(counts[part] >= least for part in beside)
    return bool(beside) and again >= _NEARLY_ALL * len(beside)


def _in_several_lists(lists: Collection[Sequence[str]]) -> bool:
    """Whether half of all parts stand in two lists or more, as choices do in any order."""
    counts = Counter(part for p in lists for part in {*p})
    return 2 * sum(n > 1 for n in counts.values()) >= len(counts)


def together(cells: Sequence[str], mark: str) -> dict[str, str]:
    """Return the choices that hold the mark that parts choices, by their key.

    Their parts always stand side by side in one order, and the second does not begin a choice: it
    has a small letter, as in `In person, at an office`.
    """
    if mark != ",":
        return {}
    lists = [_parts(cell, mark) for cell in cells]
    counts = Counter(part for parts in lists for part in parts)
    pairs = Counter(pair for parts in lists for pair in itertools.pairwise(parts))
    after = {
        one: other
        for (one, other), n in pairs.items()
        if n > 1 and n == counts[one] == counts[other] and other[:1].islower()
    }
    by_key: dict[str, str] = {}
    for first in after.keys() - set(after.values()):
        whole, last = first, first
        while last in after:
            last = after[last]
            whole = f"{whole}{mark} {last}"
        by_key[key_of(whole)] = whole
    return by_key


def _parts(cell: str, mark: str) -> list[str]:
    """Part a cell at a mark, but not inside brackets: `Social media (X, Facebook), Radio`."""
    if "(" in cell and cell.count("(") == cell.count(")"):
        parts = re.split(rf"{re.escape(mark)}(?![^()]*\))", cell)
    else:
        parts = cell.split(mark)
    return [part.strip() for part in parts if part.strip()]


def _most_parts(count: int, by_text: Mapping[str, Any]) -> int:
    """How many parts of a cell may be one choice: no more than the longest choice has words."""
    if count <= FEW_PARTS:
        return count
    return max((len(key.split()) for key in by_text), default=1)


def parts_of(cell: str, marks: str, by_text: Mapping[str, Any]) -> list[str]:
    """Part a cell into answers, by the known choices first: their own words may hold a comma."""
    whole = cell.strip()
    if not whole or key_of(whole) in by_text or f"={whole}" in by_text:
        return [whole] if whole else []
    for mark in marks:
        parts, joined_parts, start = _parts(cell, mark), [], 0
        most = _most_parts(len(parts), by_text)
        while start < len(parts):
            for end in range(min(len(parts), start + most), start, -1):
                joined = f"{mark} ".join(parts[start:end])
                if key_of(joined) in by_text or f"={joined}" in by_text or end == start + 1:
                    joined_parts.append(joined)
                    start = end
                    break
        if len(joined_parts) > 1 or any(
            key_of(f) in by_text or f"={f}" in by_text for f in joined_parts
        ):
            return joined_parts
    return _parts(cell, marks[0])
