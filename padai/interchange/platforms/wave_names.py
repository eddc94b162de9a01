"""What the waves of exported files are called, by the days of their answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from padai.errors import DefinitionError
from padai.interchange.choices import Choices
from padai.interchange.platforms.export import (
    COMPLETE,
    Export,
)
from padai.words import Said

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_MONTH = re.compile(r"\d{4}-\d{2}")


def _days(export: Export) -> list[str]:
    """Return the days of the responses kept, in order."""
    return sorted(
        day
        for day, status in zip(export.days, export.status, strict=True)
        if day and status == COMPLETE
    )


def middle_day(export: Export) -> tuple[str, str]:
    """Return the day in the middle of the responses, by which files are put in order."""
    days = _days(export)
    return (days[len(days) // 2] if days else "", export.path.name)


def wave_names(exports: Sequence[Export], choices: Choices) -> list[str]:
    """Name the waves as given, else by their years, else by number; refuse one name twice."""
    names = [
        choices.wave_ids.get(export.path, usual)
        for export, usual in zip(exports, usual_names(exports), strict=True)
    ]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise DefinitionError(
            Said("interchange-two-waves-have-the-id-name-them-apart-9c39", twice=twice),
        )
    return names


def usual_names(exports: Sequence[Export]) -> list[str]:
    """Name the waves by years in files' names, else of the responses, else months, else numbers."""
    in_name = [_YEAR.findall(export.path.stem) for export in exports]
    if all(len(years) == 1 for years in in_name):
        named = [years[0] for years in in_name]
        if len(set(named)) == len(named):
            return named
    dated = [days[0][:4] if (days := _days(export)) else "" for export in exports]
    if all(dated) and len(set(dated)) == len(dated):
        return dated
    months = [middle_day(export)[0][:7] for export in exports]
    if all(map(_MONTH.fullmatch, months)) and len(set(months)) == len(months):
        return months
    return [str(place + 1) for place in range(len(exports))]
