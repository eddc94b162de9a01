"""Events of the context: dated, sourced, drawn beside the series, and never a reason."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import Field, model_validator

from padai.errors import FaultError, Said
from padai.survey.texts import Frozen, Text


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
