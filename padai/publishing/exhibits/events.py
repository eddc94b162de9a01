"""Events of the context beside the series: numbered once for a release, drawn, listed, sourced."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from padai.charts.data import Moment
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.speech import Speech
from padai.publishing.pieces.emit import Piece, bullets, joined, marked, paragraph
from padai.survey.events import Event
from padai.words import Joined


@dataclass(frozen=True)
class ToldEvent:
    """An event that a release tells, with its number, the same on every chart and list."""

    number: int
    event: Event


def told_events(naming: Naming) -> list[ToldEvent]:
    """Return the events up to the end of this edition's fieldwork, by date."""
    survey = naming.survey
    now = survey.wave(naming.wave).fieldwork
    past = [e for e in survey.events if not now.known or e.date <= now.end]
    return [ToldEvent(k, e) for k, e in enumerate(sorted(past, key=lambda e: e.date), start=1)]


def events_among(naming: Naming, waves: Sequence[str]) -> list[ToldEvent]:
    """Return the events that fall within the time of a chart of these waves.

    None where a wave has no dates: such a chart has no time at all.
    """
    survey = naming.survey
    if not waves or not all(survey.wave(w).fieldwork.known for w in survey.waves):
        return []
    start, end = survey.wave(waves[0]).fieldwork.start, survey.wave(waves[-1]).fieldwork.end
    return [t for t in told_events(naming) if start <= t.event.date <= end]


def moments(naming: Naming, events: Sequence[ToldEvent]) -> list[Moment]:
    """Return what a chart is given of events: where, the number, and the line of the legend."""
    return [
        Moment(
            naming.time_of(t.event.date),
            str(t.number),
            naming.say(
                "publishing-exhibits-event-of",
                number=t.number,
                when=naming.numbers.date(t.event.date),
            ),
        )
        for t in events
    ]


def events_alt(speech: Speech, events: Sequence[ToldEvent]) -> str:
    """Say in words which events a picture marks; nothing where there is none."""
    if not events:
        return ""
    events_named = speech.say("publishing-language-semicolon").join(
        f"{t.number}, {speech.numbers.date(t.event.date)}, {_bare(speech, t)}" for t in events
    )
    return speech.say("publishing-exhibits-events-drawn", told=events_named)


def events_listed(
    speech: Speech, events: Sequence[ToldEvent], before: Collection[int] = ()
) -> Piece:
    """List events under their figure, with their sources, and say that they explain nothing.

    Those whose numbers are in `before` stand under an earlier figure of the document: of them, a
    line says where they are told.
    """
    if not events:
        return Piece("")
    new = [t for t in events if t.number not in before]
    known = [t for t in events if t.number in before]
    pieces = []
    if new:
        pieces += [bullets(event_line(speech, t) for t in new), _caution(speech, len(new))]
    if known:
        named = [f"{t.number} ({speech.numbers.date(t.event.date)})" for t in known]
        sentence = speech.say(
            "publishing-exhibits-events-told-elsewhere",
            n=len(known),
            named=Joined(named, last="padai-and"),
        )
        pieces.append(marked("note", paragraph(sentence)))
    return joined(pieces)


def events_of_the_report(naming: Naming) -> Piece:
    """List every event of a release, for the chapter on what may be compared."""
    events = told_events(naming)
    if not events:
        return Piece("")
    title = naming.say("publishing-exhibits-events-of-the-context")
    return joined(
        [
            paragraph(f"{naming.colon(title, '')}".rstrip()),
            bullets(event_line(naming, t) for t in events),
            _caution(naming, len(events)),
        ]
    )


def event_line(speech: Speech, event: ToldEvent) -> str:
    """Return an event as one line: its number, its date, what happened, who says so."""
    when = speech.numbers.date(event.event.date)
    sentence = speech.say(
        "publishing-exhibits-event-line",
        number=event.number,
        when=when,
        text=f"{_bare(speech, event)}.",
    )
    source = speech.text(event.event.source).rstrip(".")
    return f"{sentence} {speech.say('publishing-exhibits-event-source', source=source)}."


def _bare(speech: Speech, event: ToldEvent) -> str:
    return speech.text(event.event.text).rstrip(".")


def _caution(speech: Speech, many: int) -> Piece:
    sentence = speech.say("publishing-exhibits-events-place-the-editions", n=many)
    return marked("note", paragraph(sentence))
