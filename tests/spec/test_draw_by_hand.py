"""A draw by lot whose chances can be worked out by hand, or by listing every panel."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import product
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import linprog

import padai
from padai.errors import DataError, DefinitionError, speaking
from padai.lottery.pool import joined_groups
from padai.numerics.draw import Lottery, Quotas, leximin_lottery, shortfalls
from padai.survey.panels import DrawDef


def rule(size: int = 4, seed: str = "7", **quotas: dict[str, tuple[int, int]]) -> DrawDef:
    made = {
        name: {
            "label": {"fr": name},
            "column": name,
            "source": {"fr": "s"},
            "date": "2021-05-11",
            "groups": {
                g: {"label": {"fr": g}, "min": low, "max": high, "population": 0.5}
                for g, (low, high) in groups.items()
            },
        }
        for name, groups in quotas.items()
    }
    return DrawDef.model_validate(
        {
            "pool": "pool.csv",
            "id": "number",
            "size": size,
            "date": "2025-01-01",
            "seed": seed,
            "seed_source": {"fr": "s"},
            "quotas": made,
        }
    )


def volunteers(**columns: str) -> pd.DataFrame:
    """One letter a volunteer and column."""
    n = len(next(iter(columns.values())))
    numbers = [f"N{i:02d}" for i in range(n)]
    return pd.DataFrame({"number": numbers, **{k: list(v) for k, v in columns.items()}})


def test_one_quota_by_hand() -> None:
    """Two women and six men for two seats each: every woman is certain, every man has 1/3."""
    found = padai.draw_panel(rule(sex={"F": (2, 2), "M": (2, 2)}), volunteers(sex="FFMMMMMM"))
    chances = found.people.groupby("profile")["probability"].first()
    assert chances.to_dict() == pytest.approx({"sex=F": 1.0, "sex=M": 1 / 3})
    assert (found.people["status"] == "panel").sum() == 4
    assert found.counts["panel"].tolist() == [2, 2]


def compositions(q: Quotas) -> Iterator[tuple[int, ...]]:
    for counts in product(*(range(n + 1) for n in q.available)):
        seats = q.members @ np.array(counts)
        if sum(counts) == q.size and (q.low <= seats).all() and (seats <= q.high).all():
            yield counts


def leximin_of_all(q: Quotas) -> np.ndarray:
    """Leximin chances by listing every panel, in plain linear programmes."""
    panels = np.array(list(compositions(q)))
    shares = panels / q.available
    m, c = shares.shape
    fixed = np.full(c, np.nan)
    while np.isnan(fixed).any():
        free = np.isnan(fixed)

        def best(goal: np.ndarray, floor: float | None, fixed: np.ndarray = fixed) -> float:
            """Maximise a cell's chance, or the smallest one where no floor is given."""
            free = np.isnan(fixed)
            limits = np.column_stack([-shares.T, np.where(free, 1.0, 0.0)])
            ends = np.where(free, 0.0, -np.nan_to_num(fixed) + 1e-9)
            bounds = [(0, None)] * m + [(0, None) if floor is None else (floor - 1e-9, floor)]
            found = linprog(
                -goal, A_ub=limits, b_ub=ends, bounds=bounds, A_eq=[[1.0] * m + [0.0]], b_eq=[1.0]
            )
            return float(-found.fun)

        value = best(np.append(np.zeros(m), 1.0), None)
        for cell in np.flatnonzero(free):
            most = best(np.append(shares[:, cell], 0.0), value)
            if most <= value + 1e-7:
                fixed[cell] = value
    return fixed


@pytest.mark.parametrize("seed", range(6))
def test_chances_are_those_of_the_list_of_all_panels(seed: int) -> None:
    rng = np.random.default_rng(seed)
    available = rng.integers(1, 5, 6)
    members = np.array(
        [[1, 1, 1, 0, 0, 0], [0, 0, 0, 1, 1, 1], [1, 0, 0, 1, 0, 0], [0, 1, 1, 0, 1, 1]], dtype=bool
    )
    q = Quotas(available, members, np.array([1, 1, 1, 1]), np.array([3, 3, 2, 4]), 4)
    if shortfalls(q).any():
        with pytest.raises(ValueError, match="no panel"):
            leximin_lottery(q)
        return
    lottery = leximin_lottery(q)
    assert lottery.tickets.sum() == 10_000
    assert lottery.probabilities(available) == pytest.approx(leximin_of_all(q), abs=1e-3)
    assert (lottery.panels @ members.T >= q.low).all()
    assert (lottery.panels @ members.T <= q.high).all()


def test_the_ticket_and_the_order_follow_from_the_seed_alone() -> None:
    table = volunteers(sex="FFFFMMMM")
    found = padai.draw_panel(rule(sex={"F": (2, 2), "M": (2, 2)}, seed="2025-11"), table)
    assert found.ticket == int(hashlib.sha256(b"2025-11:billet").hexdigest(), 16) % 10_000 + 1
    for letter in "FM":
        own = found.people[found.people["profile"] == f"sex={letter}"]
        by_hand = sorted(
            own["number"], key=lambda n: hashlib.sha256(f"2025-11:{n}".encode()).digest()
        )
        assert set(own.loc[own["status"] == "panel", "number"]) == set(by_hand[:2])
        assert set(own.loc[own["status"] == "reserve", "number"]) == set(by_hand[2:4])


def test_a_published_lottery_gives_the_same_panel_and_another_pool_is_refused() -> None:
    definition = rule(sex={"F": (1, 3), "M": (1, 3)}, age={"y": (1, 2), "o": (2, 3)})
    table = volunteers(sex="FFFFMMMMFM", age="yoyooyooyy")
    found = padai.draw_panel(definition, table)
    again = padai.draw_panel(definition, table, lottery=found.lottery.astype(str))
    pd.testing.assert_frame_equal(found.people, again.people)
    with pytest.raises(DataError, match="Draw again"):
        padai.draw_panel(definition, table.iloc[:4], lottery=found.lottery)
    short = found.lottery[found.lottery["last_ticket"] < 10_000]
    with pytest.raises(DataError, match="from 1 to 10000"):
        padai.draw_panel(definition, table, lottery=short)
    stricter = rule(sex={"F": (2, 2), "M": (2, 2)}, age={"y": (1, 1), "o": (3, 3)})
    with pytest.raises(DataError, match="do not meet the quotas"):
        padai.draw_panel(stricter, table, lottery=found.lottery)


def test_chances_hold_over_many_draws() -> None:
    """300 draws here; ten thousand of the demonstration panel in ``docs/panel-draw.md``."""
    definition = rule(sex={"F": (1, 3), "M": (1, 3)}, age={"y": (1, 2), "o": (2, 3)})
    table = volunteers(sex="FFFFMMMMFM", age="yoyooyooyy")
    first = padai.draw_panel(definition, table)
    times = np.zeros(len(table))
    for seed in range(300):
        made = padai.draw_panel(
            definition.model_copy(update={"seed": str(seed)}), table, lottery=first.lottery
        )
        times += (made.people["status"] == "panel").to_numpy()
        assert made.counts["panel"].between(made.counts["low"], made.counts["high"]).all()
    p = first.people["probability"].to_numpy()
    # ten people: under four standard errors but once in a thousand such tests
    assert np.abs(times / 300 - p).max() < 4 * np.sqrt(p.max() * (1 - p.min()) / 300)


IMPOSSIBLE = [
    (dict(sex={"F": (3, 3), "M": (1, 1)}), "margin 'sex', group 'F': 3 at least, and 2 volunteers"),
    (dict(sex={"F": (3, 4), "M": (2, 4)}), "margin 'sex': its `min` add up to 5, over 4 seats"),
    (dict(sex={"F": (0, 1), "M": (0, 2)}), "margin 'sex': its `max` add up to 3, under 4 seats"),
    (dict(sex={"F": (2, 2), "M": (2, 2)}, age={"y": (0, 1), "o": (3, 4)}),
     "together with the other margins"),
]  # fmt: skip


@pytest.mark.parametrize(("quotas", "message"), IMPOSSIBLE)
def test_impossible_quotas_name_the_margin(quotas: dict[str, Any], message: str) -> None:
    table = volunteers(sex="FFMMMMMM", age="yyoooooo")
    with speaking("en"), pytest.raises(DefinitionError) as caught:
        padai.draw_panel(rule(**quotas), table, "demo")
    assert message in str(caught.value)
    assert "marge « " in caught.value.texts["fr"].replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"sex": list("FFMMMMMX")}, "1 volunteer has in column 'sex' a value"),
        ({"sex": [None, *"FMMMMMM"]}, "has blanks (sex: 1)"),
        ({"number": ["N01", "N01", *"abcdef"]}, "1 number stands twice"),
        ({"sex": None}, "lacks the column sex"),
    ],
)
def test_a_faulty_pool_is_refused_without_showing_a_value(
    change: dict[str, list[str] | None], message: str
) -> None:
    table = volunteers(sex="FFMMMMMM")
    for column, values in change.items():
        table = table.drop(columns=column) if values is None else table.assign(**{column: values})
    with speaking("en"), pytest.raises(DataError) as caught:
        padai.draw_panel(rule(sex={"F": (2, 2), "M": (2, 2)}), table, "demo")
    assert message in str(caught.value)
    assert "'X'" not in str(caught.value)


def test_a_ticket_that_is_not_there_is_refused() -> None:
    lottery = Lottery(np.array([[1, 1]]), np.array([10]))
    with pytest.raises(ValueError, match="not one of 10"):
        lottery.panel(10)


# --- what a list must not tell apart ---------------------------------------------------------


def _sensitive(**seats: tuple[int, int]) -> DrawDef:
    made = rule(size=12, sex=seats, age={"y": (4, 8), "o": (4, 8)})
    first, *others = made.quotas
    return made.model_copy(
        update={"quotas": (first.model_copy(update={"sensitive": True}), *others)}
    )


def test_cells_of_a_list_merge_what_a_table_of_a_sensitive_quota_merges() -> None:
    """Seven X among the volunteers, two seats at most: a table merges them, and so does the list."""
    by_chance = np.random.default_rng(1).permutation(list("F" * 20 + "H" * 25 + "X" * 7))
    table = volunteers(sex="".join(by_chance), age="yo" * 26)
    found = padai.draw_panel(_sensitive(F=(5, 8), H=(5, 8), X=(0, 2)), table)
    assert found.joined["sex"] == (("F", "X"), ("H",))
    assert found.joined["age"] == (("y",), ("o",))
    assert found.people["cell"].nunique() == 4
    x = table["sex"] == "X"
    for _, cell in found.people.assign(sex=table["sex"]).groupby("cell"):
        assert not (cell["sex"] == "X").any() or (cell["sex"] == "F").sum() >= 5
    assert set(found.people.loc[x, "profile"]) == {"sex=F+X; age=y", "sex=F+X; age=o"}
    assert found.counts.set_index("group").loc["F+X", ["low", "high"]].tolist() == [5, 10]


@pytest.mark.parametrize(
    ("seats", "people", "joined"),
    [
        (
            {"F": (5, 8), "H": (5, 8), "X": (0, 2)},
            {"F": 9, "H": 9, "X": 0},
            [("F",), ("H",), ("X",)],
        ),
        (  # four volunteers for five seats are too few to draw, and are told to whoever draws
            {"F": (5, 8), "H": (5, 8), "X": (5, 6)},
            {"F": 9, "H": 9, "X": 4},
            [("F",), ("H",), ("X",)],
        ),
        ({"F": (5, 8), "H": (5, 9), "X": (0, 2)}, {"F": 9, "H": 90, "X": 4}, [("F",), ("H", "X")]),
        (
            {"F": (5, 8), "H": (5, 9), "X": (2, 3), "Y": (3, 4)},
            {"F": 9, "H": 9, "X": 4, "Y": 9},
            [("F",), ("H",), ("X", "Y")],
        ),
        (
            {"F": (5, 8), "H": (5, 8), "X": (5, 6)},
            {"F": 9, "H": 9, "X": 5},
            [("F",), ("H",), ("X",)],
        ),
        ({"F": (4, 8), "H": (4, 8)}, {"F": 90, "H": 90}, [("F", "H")]),
        (
            {"F": (5, 8), "H": (5, 8), "X": (0, 2), "Y": (0, 2)},
            {"F": 50, "H": 60, "X": 3, "Y": 2},
            [("F", "X", "Y"), ("H",)],
        ),
    ],
)
def test_groups_that_are_drawn_as_one(
    seats: dict[str, tuple[int, int]], people: dict[str, int], joined: list[tuple[str, ...]]
) -> None:
    quota = _sensitive(**seats).quotas[0]
    assert joined_groups(quota, people) == tuple(joined)
    plain = quota.model_copy(update={"sensitive": False})
    assert joined_groups(plain, people) == tuple((g,) for g in seats)
