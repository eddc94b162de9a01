"""The codes of a draw by lot, decoded: the groups that its panels and the printed counts leave.

A code stands for people who are alike in each quota. Of each quota the page prints how many
volunteers each group has and how many seats it may take; every panel of the lottery that is told
has to respect that. What group each code is of is then a programme of whole numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from lxml import html
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import csr_array

from tests.outsider.claims import DECODED, Claim
from tests.outsider.figures import Place
from tests.outsider.questionnaire import Questionnaire, plain
from tests.outsider.reading.open_data import rows_of

SECONDS = 60
_PAGES = ("draw.html", "draw-announcement.html")


@dataclass(frozen=True)
class Group:
    """What the page says of a group of a quota; ``drawn`` is empty before the draw."""

    name: str
    volunteers: int
    low: int
    high: int
    drawn: int | None


def attack_codes(folder: Path, asked: Questionnaire, place: Place) -> Iterator[Claim]:
    """Find the group of each number in each sensitive quota, where one assignment alone is left."""
    page = next((folder / name for name in _PAGES if (folder / name).is_file()), None)
    if page is None or not (folder / "numeros.csv").is_file():
        return
    numbers = rows_of(folder / "numeros.csv")
    people = Counter(row["cell"] for row in numbers)
    panels = list(_panels(folder, list(people)))
    draw = yaml.safe_load((asked.folder / "panel.yaml").read_text(encoding="utf-8"))["draw"]
    told = _groups(page, draw["quotas"])
    drawn = Counter(row["cell"] for row in numbers if row["number"] in _drawn(page))
    for quota, of in draw["quotas"].items():
        if not of.get("sensitive"):
            continue
        found = _decoded(people, panels, drawn, told[quota])
        if found:
            who = tuple(
                (row["number"], found[row["cell"]]) for row in numbers if row["cell"] in found
            )
            yield Claim(
                DECODED,
                place,
                (),
                len(who),
                len(who),
                f"{len(panels)} panels of {folder.name} and the counts of the page leave one group "
                f"of {quota} for {len(found)} codes",
                facts=(("quota", quota), ("numbers", who)),
            )


def _panels(folder: Path, cells: list[str]) -> Iterator[np.ndarray]:
    """Yield the seats of each panel that is told, by cell."""
    for path in sorted(folder.glob("*.csv")):
        rows = rows_of(path)
        if not rows or not {"first_ticket", "cell", "people"} <= set(rows[0]):
            continue
        for ticket in dict.fromkeys(row["first_ticket"] for row in rows):
            of = {r["cell"]: int(r["people"]) for r in rows if r["first_ticket"] == ticket}
            yield np.array([of.get(cell, 0) for cell in cells])


def _drawn(page: Path) -> set[str]:
    """Return the numbers that the page says were drawn, the reserve left out."""
    found: set[str] = set()
    for row in html.parse(str(page)).getroot().iter("tr"):
        cells = [" ".join(cell.text_content().split()) for cell in row]
        if len(cells) == 4 and cells[1].isdigit():
            found |= set(cells[2].split(", "))
    return found


def _groups(page: Path, quotas: dict[str, dict]) -> dict[str, list[Group]]:
    """Read the table of quotas: a row a group, under a row with the name of its quota."""
    heads = {plain(of["label"]["en"]): name for name, of in quotas.items()}
    found: dict[str, list[Group]] = {}
    quota = ""
    for row in html.parse(str(page)).getroot().iter("tr"):
        cells = [" ".join(cell.text_content().replace("*", "").split()) for cell in row]
        if cells and plain(cells[0]) in heads and not any(cells[1:]):
            quota = heads[plain(cells[0])]
        elif quota and len(cells) >= 3 and cells[1].isdigit():
            known = {plain(of["label"]["en"]): name for name, of in quotas[quota]["groups"].items()}
            names = [known.get(plain(part)) for part in cells[0].split(" + ")]
            if None in names:
                continue
            ends = [int(end) for end in cells[2].split(" to ")]
            drawn = int(cells[3]) if len(cells) > 3 else None
            group = Group("+".join(map(str, names)), int(cells[1]), ends[0], ends[-1], drawn)
            found.setdefault(quota, []).append(group)
    return found


def _decoded(
    people: Counter[str], panels: list[np.ndarray], drawn: Counter[str], groups: list[Group]
) -> dict[str, str]:
    """Return the group of each code that can be of no other one."""
    cells, width = list(people), len(groups)
    rows: list[np.ndarray] = []
    low: list[float] = []
    high: list[float] = []

    def say(of: np.ndarray, least: float, most: float) -> None:
        rows.append(of)
        low.append(least)
        high.append(most)

    def over(values: np.ndarray, group: int) -> np.ndarray:
        of = np.zeros((len(cells), width))
        of[:, group] = values
        return of.ravel()

    for number, group in enumerate(groups):
        size = np.array([people[cell] for cell in cells])
        say(over(size, number), group.volunteers, group.volunteers)
        for panel in panels:
            say(over(panel, number), group.low, group.high)
        if group.drawn is not None:
            taken = np.array([drawn[cell] for cell in cells])
            say(over(taken, number), group.drawn, group.drawn)
    for place in range(len(cells)):
        one = np.zeros((len(cells), width))
        one[place] = 1
        say(one.ravel(), 1, 1)
    limits = LinearConstraint(csr_array(np.array(rows)), low, high)
    first = _solved(np.zeros(len(cells) * width), limits)
    if first.x is None:
        return {}
    one = np.round(first.x)
    other = _solved(one, limits)  # the assignment that agrees with the first one least
    if other.x is None:
        return {}
    if other.status == 0:
        same = (one * np.round(other.x)).reshape(len(cells), width).sum(axis=1) > 0
        sure = same if other.fun > len(cells) - 0.5 else same & _alone(one, same, limits, width)
    else:
        return {}
    which = one.reshape(len(cells), width).argmax(axis=1)
    return {cell: groups[which[k]].name for k, cell in enumerate(cells) if sure[k]}


def _alone(one: np.ndarray, same: np.ndarray, limits: LinearConstraint, width: int) -> np.ndarray:
    """Return which of some codes can be of no other group, tried one by one."""
    found = np.zeros(len(same), dtype=bool)
    for place in np.flatnonzero(same):
        most = np.ones(len(one))
        most[place * width + one[place * width : (place + 1) * width].argmax()] = 0
        found[place] = _solved(np.zeros(len(one)), limits, most).status == 2
    return found


def _solved(
    aim: np.ndarray, limits: LinearConstraint, most: np.ndarray | float = 1.0
) -> OptimizeResult:
    return milp(
        aim,
        integrality=np.ones(len(aim)),
        bounds=Bounds(0, most),
        constraints=limits,
        options={"time_limit": SECONDS},
    )
