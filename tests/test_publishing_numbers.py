"""Numbers and dates as French and English write them."""

from __future__ import annotations

import datetime as dt

import pytest

from padai.publishing.basis.numbers import NBSP, Numbers
from padai.words import say

FR, EN = Numbers("fr"), Numbers("en")


@pytest.mark.parametrize(
    ("value", "fr", "en"),
    [
        (0.4321, "43,2\u00a0%", "43.2%"),
        (1.0, "100,0\u00a0%", "100.0%"),
        (0.0, "0,0\u00a0%", "0.0%"),
        (0.0005, "0,0\u00a0%", "0.0%"),  # half to even: 0.05 points stay below
        (0.435, "43,5\u00a0%", "43.5%"),  # 43.49999999999999 in binary
        (0.12345, "12,3\u00a0%", "12.3%"),
    ],
)
def test_share(value: float, fr: str, en: str) -> None:
    assert FR.share(value) == fr
    assert EN.share(value) == en


def test_counts_group_by_thousands() -> None:
    assert FR.count(1004) == "1\u202f004"
    assert EN.count(1004) == "1,004"
    assert FR.count(999) == EN.count(999) == "999"


def test_points_have_a_sign_and_a_unit() -> None:
    assert FR.change(0.032, "share") == "+3,2\u00a0points de pourcentage"
    assert FR.change(-0.019, "share") == "\u22121,9\u00a0point de pourcentage"
    assert FR.change(0.0195, "share") == "+2,0\u00a0points de pourcentage"
    assert EN.change(-0.0101, "share") == "\u22121.0\u00a0percentage points"
    assert FR.change(0.0, "share") == "0,0\u00a0point de pourcentage"


def test_a_rounded_zero_has_no_sign() -> None:
    assert FR.bare_change(-0.0001, "share") == "0,0"
    assert EN.bare_change(0.0001, "share") == "0.0"


def test_points_of_a_scale_are_never_bare_points() -> None:
    """A list of findings holds shares too: “0.7 points” of a scale of 0 to 10 read as percentages."""
    assert FR.size(-0.7, "mean", short=True).replace(NBSP, " ") == "0,7 point de l’échelle"
    assert FR.size(-0.071, "share", short=True).replace(NBSP, " ") == "7,1 points"


def test_means_and_balances() -> None:
    assert FR.level(5.844, "mean") == "5,84"
    assert FR.level(-0.123, "balance") == "\u221212,3"
    assert FR.range(5.4, 6.25, "mean") == "5,40 à 6,25"
    assert FR.level(6.5, "mean") == "6,5"
    assert FR.range(6.0, 7.5, "mean") == "6,0 à 7,5"
    assert FR.range(0.553, 0.607, "share") == "55,3 à 60,7\u00a0%"
    assert EN.range(-0.05, 0.012, "share", change=True) == "\u22125.0 to +1.2"


@pytest.mark.parametrize(
    ("start", "end", "fr", "en"),
    [
        ((2025, 5, 1), (2025, 5, 20), "du 1er au 20 mai 2025", "from May 1 to May 20, 2025"),
        ((2025, 5, 28), (2025, 6, 1), "du 28 mai au 1er juin 2025", "from May 28 to June 1, 2025"),
        (
            (2024, 12, 11),
            (2025, 1, 5),
            "du 11 décembre 2024 au 5 janvier 2025",
            "from December 11, 2024 to January 5, 2025",
        ),
    ],
)
def test_dates(start: tuple[int, int, int], end: tuple[int, int, int], fr: str, en: str) -> None:
    assert FR.dates(dt.date(*start), dt.date(*end)) == fr
    assert EN.dates(dt.date(*start), dt.date(*end)) == en


def test_what_is_not_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        FR.share(float("nan"))


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("fr", "dix points ou plus est arrondi au point entier"),
        ("en", "ten points or more is rounded to a whole point"),
        ("es", "diez puntos o más se redondea al punto entero"),
    ],
)
def test_the_reader_is_told_where_a_sentence_rounds_to_a_whole_point(lang: str, said: str) -> None:
    """“12 points” stood beside 30.2% and 41.7%, and “may differ by 0.1 point” was said of it."""
    assert Numbers(lang).size(0.1152, "share").startswith("12")
    ident = "publishing-chapters-a-difference-between-two-percentages-is-6a80"
    assert said in say(ident, lang)
