"""A picture says what is printed beside it: no finer digit, and no point that is not printed.

Whoever opens a drawing has every coordinate to a hundredth of a point, and with the words of an
axis its scale: a share that was drawn as it was computed would be read to 0.01%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
import pytest

_NUMBER = r"-?\d*\.?\d+"
_FRAME = re.compile(
    rf'<path d="M({_NUMBER}) ({_NUMBER})h({_NUMBER})v-({_NUMBER})[^"]*z"[^>]*#ffffff'
)
_GRID = re.compile(r'<path d="([^"]+)"[^>]*stroke:#d9dee5[^>]*/>(?:<!--([^>]*?)-->)?')
_DRAWN = re.compile(r'<path (?:id="[^"]*" )?d="([^"]+)"([^>]*clip-path[^>]*)/>')
_MARK = re.compile(rf'<use xlink:href="#\w+" x="({_NUMBER})" y="({_NUMBER})" style')
_BAND = re.compile(rf'<use xlink:href="#(\w+)" x="0" y="({_NUMBER})" style')
_BAR = re.compile(rf'<path d="M{_NUMBER} {_NUMBER}h({_NUMBER})v-?{_NUMBER}[^"]*z"[^>]*clip-path')
_WRITTEN = 0.012
"""Points by which a coordinate may be off as it is written, its axis included."""
Point = tuple[float, float]


class Axis(NamedTuple):
    """Where values lie: along x (0) or y (1), of which frame, and how a value is read."""

    along: int
    frame: tuple[float, float, float, float]
    slope: float
    start: float

    def read(self, point: Point) -> float:
        return self.slope * point[self.along] + self.start

    def holds(self, point: Point) -> bool:
        left, top, right, bottom = self.frame
        return left - 0.02 <= point[0] <= right + 0.02 and top - 0.02 <= point[1] <= bottom + 0.02

    def ends(self, point: Point) -> bool:
        """Whether a point is an end of the frame, as those of an event's line are."""
        ends = (self.frame[self.along], self.frame[self.along + 2])
        return min(abs(point[self.along] - end) for end in ends) < 0.02


def corners(outline: str) -> list[Point]:
    """Return the points of an outline that is written by steps; none of one with curves."""
    x = y = 0.0
    out = []
    for command, rest in re.findall(r"([A-Za-z])([^A-Za-z]*)", outline):
        steps = [float(number) for number in re.findall(_NUMBER, rest)]
        if command not in "MmLlHhVvzZ":
            return []
        pairs = {
            "h": [(step, 0.0) for step in steps],
            "v": [(0.0, step) for step in steps],
        }.get(command.lower(), list(zip(steps[::2], steps[1::2], strict=False)))
        for dx, dy in pairs:
            x, y = (dx, dy) if command in "ML" else (x + dx, y + dy)
            out.append((x, y))
    return out


def number_of(text: str) -> float | None:
    plain = text.strip().replace("−", "-").replace(",", ".").removesuffix("%").strip(" +\u00a0")
    return float(plain) if re.fullmatch(_NUMBER, plain) else None


def axes(body: str) -> Iterator[Axis]:
    """Yield the axis of each frame that has two lines with a number at the least."""
    whole, *rest = [tuple(map(float, m)) for m in _FRAME.findall(body)]
    frames = [(x, y - high, x + wide, y) for x, y, wide, high in rest or [whole]]
    for frame in frames:
        lines: dict[int, set[tuple[float, float]]] = {0: set(), 1: set()}
        for outline, words in _GRID.findall(body):
            ends, value = corners(outline), number_of(words)
            inside = Axis(0, frame, 1.0, 0.0).holds
            if value is not None and len(ends) == 2 and all(map(inside, ends)):
                along = 0 if abs(ends[0][0] - ends[1][0]) < 0.01 else 1
                lines[along].add((ends[0][along], value))
        for along, marked in lines.items():
            if len(marked) > 1:
                places, values = zip(*sorted(marked), strict=True)
                slope, start = np.polyfit(places, values, 1)
                yield Axis(along, frame, float(slope), float(start))


def points(svg: str, body: str, along: int) -> list[Point]:
    """Return where a picture draws something, but for the lines of its grid and of events."""
    drawn = []
    for outline, style in _DRAWN.findall(body):
        line = corners(outline)
        parallel = "dasharray" in style and len({round(p[1 - along], 1) for p in line}) == 1
        drawn += [] if parallel or "#d9dee5" in style else line
    drawn += [(float(x), float(y)) for x, y in _MARK.findall(body) if float(x)]
    for name, down in _BAND.findall(body):
        outline = re.search(rf'<path id="{name}" d="([^"]+)"', svg)
        drawn += [(x, y + float(down)) for x, y in corners(outline[1])] if outline else []
    return drawn


def printed(beside: Path) -> np.ndarray:
    """Return the numbers of the table under a picture, and zero, where bars begin.

    Means are drawn of the edition before too, which the open data print.
    """
    text = beside.read_text(encoding="utf-8-sig").replace("−", "-").replace("\u202f", "")
    numbers = [abs(float(number)) for number in re.findall(_NUMBER, text)]
    series = beside.parents[2] / "open" / "series.csv"
    if "means" in beside.stem and series.is_file():
        of_scores = pd.read_csv(series)[["estimate", "conf_low", "conf_high"]].to_numpy(float)
        numbers += of_scores[of_scores > 1].tolist()
    return np.unique([0.0, *numbers])


def told(path: Path) -> tuple[int, list[float]]:
    """Return how many coordinates of a picture were read, and those that nothing printed says."""
    svg = path.read_text(encoding="utf-8")
    body = re.sub(r"<defs>.*?</defs>", "", svg, flags=re.DOTALL)
    known, count, finer = printed(path.with_suffix(".csv")), 0, []
    for axis in axes(body):
        for point in points(svg, body, axis.along):
            if axis.holds(point) and not axis.ends(point):
                value, count = axis.read(point), count + 1
                if np.abs(known - abs(value)).min() > _WRITTEN * abs(axis.slope):
                    finer.append(value)
    return count, finer


def scaled(path: Path) -> tuple[int, list[float]]:
    """Do so for a picture without an axis, whose bars are as long as their shares at one scale."""
    svg = re.sub(r"<defs>.*?</defs>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    wide = np.array(sorted({abs(float(width)) for width in _BAR.findall(svg)}, reverse=True))
    known = printed(path.with_suffix(".csv"))
    best = wide
    for share in known[known > 0] if len(wide) else []:
        scale = wide[0] / share
        off = np.abs(known[None, :] * scale - wide[:, None]).min(axis=1)
        left = wide[off > 2 * _WRITTEN]
        best = min(best, left, key=len)
    return len(wide), best.tolist()


def test_pictures_tell_no_more_than_what_is_printed(built_example: Path) -> None:
    folder = built_example / "releases" / "example" / "2025" / "v1" / "en" / "figures"
    read, finer = {}, {}
    for path in sorted(folder.glob("*.svg")):
        count, left = told(path)
        if not count:
            count, left = scaled(path)
        read[path.stem], finer[path.stem] = count, left
    assert sum(read.values()) > 200
    assert not [name for name, count in read.items() if not count]
    assert not {name: left for name, left in finer.items() if left}


@pytest.mark.parametrize(("share", "tells"), [(48.0, False), (48.04, True)])
def test_a_point_drawn_as_it_was_computed_is_found(
    tmp_path: Path, share: float, tells: bool
) -> None:
    grid = "".join(
        f'<path d="M{10 + 3 * at} 90v-80" style="stroke:#d9dee5"/><!-- {at}% -->' for at in (0, 50)
    )
    frame = '<path d="M10 90h300v-80h-300z" style="fill:#ffffff"/>'
    mark = f'<use xlink:href="#a" x="{10 + 3 * share:.2f}" y="50" style="fill:#000000"/>'
    page = '<path d="M0 100h400v-100h-400z" style="fill:#ffffff"/>'
    (tmp_path / "it.svg").write_text(f"<svg>{page}{frame}{grid}{mark}</svg>")
    (tmp_path / "it.csv").write_text("Group,Share\nAll,48.0\n")
    assert bool(told(tmp_path / "it.svg")[1]) == tells
