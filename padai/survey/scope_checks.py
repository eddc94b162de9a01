"""What a break, a group or the list of what is reported names that is not there.

Each was met by silence: a break of a group that does not exist breaks nothing, a group whose limits
are the wrong way round holds nobody, and a breakdown that is mistyped is left out of every table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from padai.errors import Said
from padai.survey.definition import Survey

Unknown = Callable[[str, str, list[str]], Said]


def scope_faults(survey: Survey, unknown: Unknown) -> Iterator[tuple[tuple[str | int, ...], Said]]:
    """Yield what is named and is not there, with its place in the survey's file.

    Parameters
    ----------
    unknown
        Says of a kind that it has no such name, and which is near.
    """
    breakdowns = [b.id for b in survey.breakdowns]
    for place, crossed in enumerate(survey.report_breakdowns or ()):
        for name in crossed.split("*"):
            if name not in breakdowns:
                yield ("report_breakdowns", place), unknown("breakdown", name, breakdowns)
    parts = list(dict.fromkeys(p for w in survey.waves for p in survey.wave_defs[w].parts))
    for index, brk in enumerate(survey.breaks):
        for name in brk.scope.parts or ():
            if name not in parts:
                yield ("breaks", index, "scope", "parts"), unknown("part", name, parts)
        for breakdown, groups in (brk.scope.breakdowns or {}).items():
            known = _groups(survey, breakdown)
            for group in groups or ():
                if known and group not in known:
                    at: tuple[str | int, ...] = ("breaks", index, "scope", "breakdowns", breakdown)
                    yield at, unknown("group", group, known)
    yield from _backwards(survey)


def _groups(survey: Survey, breakdown: str) -> list[str]:
    """Return the groups of a breakdown, none where it, or its question, is not there either."""
    own = next((b for b in survey.breakdowns if b.id == breakdown), None)
    if own is None or own.question not in survey.questions:
        return []
    return [group.id for group in survey.breakdown(breakdown).groups]


def _backwards(survey: Survey) -> Iterator[tuple[tuple[str | int, ...], Said]]:
    for index, breakdown in enumerate(survey.breakdowns):
        for group in breakdown.groups:
            low, high = group.min, group.max
            if low is not None and high is not None and low > high:
                message = Said(
                    "survey-group-limits-are-the-wrong-way-round",
                    breakdown=breakdown.id,
                    group=group.id,
                    low=f"{low:g}",
                    high=f"{high:g}",
                )
                yield ("breakdowns", index), message
