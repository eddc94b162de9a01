"""Outlines of a picture, by steps from the point before: fewer signs than from the corner."""

from __future__ import annotations

import re
from collections.abc import Iterator

Point = tuple[float, float]
DIGITS = 2
"""The decimals of a number in a picture."""
_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_POINTS = {"M": 1, "L": 1, "Q": 2, "C": 3}
"""How many points each command of an outline takes."""


def compact_path(outline: str, digits: int = DIGITS, factor: float = 1.0) -> str:
    """Return an outline by steps from the point before, with so many decimals.

    Parameters
    ----------
    outline
        Moves, lines, curves and closings from the corner of the page.
    digits
        Decimals of each number.
    factor
        What every number is multiplied by.

    Notes
    -----
    Steps are taken from the point as it was written, so that no error adds up. A curve that goes
    on where the one before pointed (most of those of a letter do) says its end alone.

    Examples
    --------
    >>> compact_path("M 0.004 0 L 10 0 L 10 5.126 Q 12 6 14 5 z")
    'M0 0h10v5.13q2 .87 4-.13z'
    >>> compact_path("M 0 0 Q 1 1 2 1 Q 3 1 4 0 L 0 0 z", 0)
    'M0 0q1 1 2 1t2-1z'
    """
    pen, out = _Pen(digits), [""]
    for command, plain in _commands(outline):
        points = [(x * factor, y * factor) for x, y in plain]
        if command == "Z" and out[-1][0] in "hvl" and pen.at == pen.start:
            out.pop()  # the closing draws that line
        piece = pen.drawn(command, points)
        # a command that comes again is not named again
        again = bool(out[-1]) and piece[0] == pen.last and piece[0] in "lqct"
        pen.last = piece[0]
        out.append(f" {piece[1:]}" if again else piece)
    return "".join(out).replace(" -", "-")


class _Pen:
    """Where an outline is, and how it came there, as it was written."""

    def __init__(self, digits: int) -> None:
        self.digits, self.last = digits, ""
        self.at = self.start = (0.0, 0.0)
        self.towards: Point | None = None

    def drawn(self, command: str, points: list[Point]) -> str:
        """Write a command from here, and go where it leads."""
        if command == "Z":
            self.at, self.towards = self.start, None
            return "z"
        steps = [self._step(point) for point in points]
        before, aimed, end = self.at, self.towards, self._moved(steps[-1])
        self.at, self.towards = end, None
        if command == "M":
            self.start = end
            return f"M{written(end[0])} {written(end[1])}"
        if command == "L" and 0 in steps[0]:
            right, down = steps[0]
            return f"v{written(down)}" if not right else f"h{written(right)}"
        if command == "Q":
            step = steps[0]
            turn = aimed if aimed is not None and self._alike(aimed, step) else step
            control = (before[0] + turn[0], before[1] + turn[1])
            self.towards = (end[0] - control[0], end[1] - control[1])
            if turn is aimed:
                return "t" + " ".join(map(written, steps[-1]))
        return command.lower() + " ".join(written(v) for step in steps for v in step)

    def _alike(self, one: Point, other: Point) -> bool:
        """Whether two turns are one, but for a unit of a letter."""
        most = 0 if self.digits else 1
        return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))

    def _step(self, point: Point) -> Point:
        (x, y), (left, top) = point, self.at
        return round(x - left, self.digits), round(y - top, self.digits)

    def _moved(self, step: Point) -> Point:
        (left, top), (right, down) = self.at, step
        return round(left + right, self.digits), round(top + down, self.digits)


def _commands(outline: str) -> Iterator[tuple[str, list[Point]]]:
    tokens = iter(_TOKEN.findall(outline))
    for token in tokens:
        command = token.upper()
        if command == "Z":
            yield command, []
            continue
        if token not in _POINTS:
            raise ValueError(f"the outline holds {token!r}, which matplotlib does not write")
        yield command, [(float(next(tokens)), float(next(tokens))) for _ in range(_POINTS[token])]


def written(value: float) -> str:
    """Write a number in as few signs as there are."""
    text = f"{value:.{DIGITS}f}".rstrip("0").rstrip(".")
    if text.startswith("0."):
        return text[1:]
    if text.startswith("-0."):
        return f"-{text[2:]}"
    return "0" if text in ("-0", "", "-") else text
