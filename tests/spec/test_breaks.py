"""What a break forbids: only what lies in its scope, between its two sides."""

from __future__ import annotations

import pandas as pd
import pytest

from padai.survey import Break, Scope, Survey
from padai.trends.breaks import breaks_between, forbidden, placed_breaks
from tests.tiny import TEXT, tiny_survey

ROWS = pd.DataFrame(
    [
        ("trust", "total", "total"),
        ("use", "total", "total"),
        ("trust", "region", "05"),
        ("trust", "region", "06"),
        ("trust", "sex*region", "F*05"),
        ("trust", "sex*region", "F*06"),
        ("trust", "sex", "F"),
    ],
    columns=["question", "breakdown", "group"],
)


def a_break(**scope: object) -> Break:
    return Break(id="b", type="mode", date="2023-01-01", text=TEXT, scope=Scope(**scope))


def survey(*breaks: Break) -> Survey:
    days = {str(year): (f"{year}-05-01", f"{year}-05-03") for year in range(2021, 2025)}
    return tiny_survey((), days=days, breaks=breaks)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ({}, [True] * 7),
        ({"questions": ("use",)}, [False, True, False, False, False, False, False]),
        ({"breakdowns": {"region": ("05",)}}, [False, False, True, False, True, False, False]),
        ({"breakdowns": {"region": None}}, [False, False, True, True, True, True, False]),
        (
            {"breakdowns": {"sex": None, "region": ("06",)}},
            [False, False, False, True, True, True, True],
        ),
        ({"questions": ("use",), "breakdowns": {"region": None}}, [False] * 7),
        ({"parts": ("phone",)}, [False] * 7),
        ({"parts": ("main",)}, [True] * 7),
    ],
)
def test_scope(scope: dict[str, object], expected: list[bool]) -> None:
    hit, ids = forbidden(ROWS, [a_break(**scope)], "main")
    assert hit.tolist() == expected
    assert ids.tolist() == ["b" if e else "" for e in expected]


def test_two_breaks_are_both_named() -> None:
    other = a_break(questions=("use",)).model_copy(update={"id": "c"})
    _, ids = forbidden(ROWS.iloc[:2], [a_break(), other], "main")
    assert ids.tolist() == ["b", "b c"]


@pytest.mark.parametrize(
    ("one", "other", "crossed"),
    [
        ("2021", "2022", 0),
        ("2022", "2023", 1),
        ("2023", "2022", 1),
        ("2021", "2024", 1),
        ("2023", "2024", 0),
    ],
)
def test_a_break_lies_between_its_sides(one: str, other: str, crossed: int) -> None:
    assert len(breaks_between(survey(a_break()), one, other)) == crossed


def test_where_a_break_is_placed() -> None:
    early = Break(id="old", type="coverage", date="2019-01-01", text=TEXT)
    placed = placed_breaks(survey(a_break(), early))
    assert [(p.brk.id, p.last_wave, p.first_wave) for p in placed] == [
        ("old", "", "2021"),
        ("b", "2022", "2023"),
    ]


def test_a_break_lies_after_the_last_wave_before_it() -> None:
    """Three waves before a break, one after: the nearest on each side."""
    late = Break(id="late", type="coverage", date="2023-12-01", text=TEXT)
    gone = Break(id="gone", type="coverage", date="2030-01-01", text=TEXT)
    placed = placed_breaks(survey(gone, late))
    assert [(p.brk.id, p.last_wave, p.first_wave) for p in placed] == [
        ("late", "2023", "2024"),
        ("gone", "2024", ""),
    ]
