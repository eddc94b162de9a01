"""A wave is named, on an axis and over a column, by what a reader can place in time."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from padai.publishing.basis.naming import Naming
from padai.survey import Text
from padai.survey.fieldwork import Fieldwork


def fieldwork(first: str, last: str) -> SimpleNamespace:
    days = Fieldwork.model_validate({"start": first, "end": last})
    middle = days.start + (days.end - days.start) / 2
    return SimpleNamespace(fieldwork=days, date=middle)


def named(lang: str, **waves: SimpleNamespace) -> dict[str, str]:
    survey = SimpleNamespace(waves=tuple(waves), wave=waves.__getitem__)
    naming = Naming(lang, survey=survey, wave="")  # type: ignore[arg-type]
    return {w: naming.wave_short(w) for w in waves}


def test_a_number_that_a_house_gives_becomes_its_month() -> None:
    waves = {
        "65": fieldwork("2011-11-01", "2011-12-31"),
        "67": fieldwork("2012-07-01", "2012-08-31"),
    }
    assert named("fr", **waves) == {"65": "déc. 2011", "67": "juill. 2012"}
    assert named("en", **waves) == {"65": "Dec 2011", "67": "Jul 2012"}


def test_a_year_stays_and_months_that_two_waves_share_tell_nothing() -> None:
    june = fieldwork("2019-06-01", "2019-06-20")
    assert named("fr", **{"2019": june}) == {"2019": "2019"}
    assert named("fr", **{"a": june, "b": june}) == {"a": "a", "b": "b"}


@pytest.mark.parametrize(
    ("lang", "label", "since"),
    [
        ("fr", "novembre-décembre 2012", "novembre-décembre 2012"),
        ("fr", "Avril 2012", "avril 2012"),
        ("es", "junio-julio de 2010", "junio-julio de 2010"),
        ("en", "October 2009 to March 2010", "October 2009 to March 2010"),
        ("fr", "2018", "2018"),
        ("fr", "Édition 2024", "l’édition 2024"),
        ("fr", "Vague de mai 2012", "la vague de mai 2012"),
        ("en", "May Barometer 2012", "the May Barometer 2012 edition"),
    ],
)
def test_what_says_when_by_itself_stands_alone_after_since(
    lang: str, label: str, since: str
) -> None:
    """Two waves of months took “l’édition de” twice, in titles that had no room for it."""
    survey = SimpleNamespace(
        wave=lambda _: SimpleNamespace(label=Text.model_validate({lang: label}))
    )
    naming = Naming(lang, survey=survey, wave="67")  # type: ignore[arg-type]
    assert naming.since("67") == since
    assert naming.edition("67") != since or since.startswith(("l’", "la ", "the "))
