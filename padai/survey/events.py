"""Events of the context: dated, sourced, drawn beside the series, and never a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pydantic import Field, model_validator

from padai.errors import FaultError, Said
from padai.survey.texts import Frozen, Text

if TYPE_CHECKING:
    from padai.survey.definition import Survey


class Event(Frozen):
    """Something that happened between two days of a series, and who says so.

    It is drawn on the charts of series and listed; nothing is ever computed from it.

    Examples
    --------
    >>> event = Event.model_validate({
    ...     "date": "2023-09-22",
    ...     "text": {"fr": "La loi entre en vigueur.", "en": "The act comes into force."},
    ...     "source": {"fr": "Gazette officielle", "en": "Official gazette"},
    ... })
    >>> event.text.get("en")
    'The act comes into force.'
    """

    date: dt.date
    text: Text = Field(description="What happened, in a sentence; never what it would explain.")
    source: Text = Field(description="Where anyone can read it: a publication, with its article.")

    @model_validator(mode="before")
    @classmethod
    def _sourced(cls, data: Any) -> Any:
        if isinstance(data, dict) and data.get("date") and not data.get("source"):
            raise FaultError(Said("survey-event-has-no-source", date=str(data["date"])))
        return data


def event_faults(survey: Survey) -> Iterator[tuple[int, Said]]:
    """Yield what keeps each event from being drawn, with its place in the list.

    The clock is never asked: the future is what comes after the last wave's fieldwork.
    """
    known = [survey.wave_defs[w] for w in survey.waves if survey.wave_defs[w].fieldwork.known]
    seen: set[tuple[dt.date, str]] = set()
    for place, event in enumerate(survey.events):
        key = (event.date, event.text.get(survey.languages[0]))
        if key in seen:
            yield place, Said("survey-event-is-given-twice", date=str(event.date))
        seen.add(key)
        for name, text in (("text", event.text), ("source", event.source)):
            lacking = ", ".join(tag for tag in survey.languages if tag not in text.tags)
            if lacking:
                yield place, Said("survey-event-has-no-words-in", date=str(event.date),
                                  name=name, tags=lacking)  # fmt: skip
        if known and event.date < (first := known[0]).fieldwork.start:
            yield place, Said("survey-event-is-before-the-series", date=str(event.date),
                              wave=first.id, start=str(first.fieldwork.start))  # fmt: skip
        if known and event.date > (last := known[-1]).fieldwork.end:
            yield place, Said("survey-event-is-in-the-future-of-the-series",
                              date=str(event.date), wave=last.id,
                              end=str(last.fieldwork.end))  # fmt: skip
