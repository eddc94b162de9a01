"""What keeps an event of the context from being drawn: its day, its words, its twin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from padai.errors import Said
from padai.survey.definition import Survey


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
                yield (
                    place,
                    Said(
                        "survey-event-has-no-words-in",
                        date=str(event.date),
                        name=name,
                        tags=lacking,
                    ),
                )
        if known and event.date < (first := known[0]).fieldwork.start:
            yield (
                place,
                Said(
                    "survey-event-is-before-the-series",
                    date=str(event.date),
                    wave=first.id,
                    start=str(first.fieldwork.start),
                ),
            )
        if known and event.date > (last := known[-1]).fieldwork.end:
            yield (
                place,
                Said(
                    "survey-event-is-in-the-future-of-the-series",
                    date=str(event.date),
                    wave=last.id,
                    end=str(last.fieldwork.end),
                ),
            )
