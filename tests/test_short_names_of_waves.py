"""A wave is named, on an axis and over a column, by what a reader can place in time."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from padai.publishing.basis.context import Context
from padai.survey.fieldwork import Fieldwork
from tests.publishing_store import make_store


def fieldwork(first: str, last: str) -> SimpleNamespace:
    days = Fieldwork.model_validate({"start": first, "end": last})
    middle = days.start + (days.end - days.start) / 2
    return SimpleNamespace(fieldwork=days, date=middle)


def named(store: object, lang: str, **waves: SimpleNamespace) -> dict[str, str]:
    survey = SimpleNamespace(waves=tuple(waves), wave=waves.__getitem__)
    context = Context(store, lang)  # type: ignore[arg-type]
    context.__dict__["store"] = SimpleNamespace(survey=survey)
    return {w: context.wave_short(w) for w in waves}


def test_a_number_that_a_house_gives_becomes_its_month(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    waves = {
        "65": fieldwork("2011-11-01", "2011-12-31"),
        "67": fieldwork("2012-07-01", "2012-08-31"),
    }
    assert named(store, "fr", **waves) == {"65": "déc. 2011", "67": "juill. 2012"}
    assert named(store, "en", **waves) == {"65": "Dec 2011", "67": "Jul 2012"}


def test_a_year_stays_and_months_that_two_waves_share_tell_nothing(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    june = fieldwork("2019-06-01", "2019-06-20")
    assert named(store, "fr", **{"2019": june}) == {"2019": "2019"}
    assert named(store, "fr", **{"a": june, "b": june}) == {"a": "a", "b": "b"}
