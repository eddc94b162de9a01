"""Which end of an answer scale is dark, and which side is which, however a file numbers them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from padai.charts import style
from padai.charts.data import Bar, Segment
from padai.charts.stacked import _colours
from padai.publishing.exhibits.scale import _sides


def question(codes: str, *, net: str = "", missing: str = "9") -> Any:
    """Return a question of codes a letter or digit each, with one net and a don't know."""
    held = SimpleNamespace(codes=tuple(net))
    return SimpleNamespace(
        codes=(*codes, *missing),
        missing_codes=[SimpleNamespace(code=m, in_base=True) for m in missing],
        net=lambda response: held if net and response == "net" else None,
    )


@pytest.mark.parametrize("order", ["MBPN", "NPBM"])
def test_much_and_some_stand_at_the_right_whichever_is_coded_first(order: str) -> None:
    """M much, B some, P little, N none: the file of one wave counts up, of another down."""
    left, right, apart = _sides(question(order, net="MB"), "net")
    assert (left, right, apart) == (["N", "P"], ["B", "M"], ["9"])


@pytest.mark.parametrize("order", ["MSN", "NSM"])
@pytest.mark.parametrize("response", ["net", "M"])
def test_a_scale_of_one_side_starts_at_its_most_in_the_darkest_shade(
    order: str, response: str
) -> None:
    net = "M" if response == "net" else ""
    left, right, apart = _sides(question(order, net=net), response)
    assert (left, right, apart) == ([], ["M", "S", "N"], ["9"])
    drawn = Bar("A", "", (), *(tuple(Segment(c, 1.0, "") for c in side) for side in (right, apart)))
    colours = _colours(drawn)
    assert colours["M"] == min((colours[c] for c in right), key=_light)
    assert _light(colours["M"]) < _light(colours["S"]) < _light(colours["N"])
    red, green, blue = (int(colours["9"][k : k + 2], 16) for k in (1, 3, 5))
    assert max(red, green, blue) - min(red, green, blue) < 32, "don't know is grey"


def test_a_scale_that_is_followed_at_neither_end_keeps_its_order() -> None:
    assert _sides(question("123", net="2"), "net")[1] == ["1", "2", "3"]
    assert _sides(question("123", net="13"), "net")[1] == ["1", "2", "3"]
    assert _sides(question("1", missing=""), "1") == ([], ["1"], [])


def _light(colour: str) -> float:
    red, green, blue = (int(colour[k : k + 2], 16) for k in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_the_outermost_of_two_sides_are_the_darkest() -> None:
    left, right, _ = _sides(question("NPBM", net="MB"), "net")
    sides = (tuple(Segment(c, 1.0, "") for c in side) for side in (left, right))
    colours = _colours(Bar("A", "", *sides, ()))
    assert _light(colours["N"]) < _light(colours["P"])
    assert _light(colours["M"]) < _light(colours["B"])
    assert colours["M"] == style.shades(*style.POSITIVE, 2)[0]
