"""What a wave is called: by its year, else by its month, else by its file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from padai.interchange.label_words import slug
from padai.interchange.samples import year_of

if TYPE_CHECKING:
    from padai.interchange.wave_files import Source
    from padai.interchange.when import Dated

_MONTH = re.compile(r"(19[6-9][0-9]|20[0-9]{2})-(0[1-9]|1[0-2])")


def named(found: Sequence[Source], beside: Sequence[str]) -> list[Source]:
    """Name each wave as given, else by its year, else by month, else by its file.

    Beside waves that are called by their months, one is called so too where its month is known.
    """
    open_ones = [s for s in found if not s.wave_id]
    years = [year_of(s.path.stem) or _year(s.dated) for s in open_ones]
    months = [s.dated.middle.strftime("%Y-%m") if s.dated.middle else None for s in open_ones]
    names = [id_of(s.path.stem).lower() for s in open_ones]
    ids = [str(i + 1) for i in range(len(open_ones))]
    if any(map(_MONTH.fullmatch, beside)) and all(map(to_the_month, open_ones)):
        ids = [str(month) for month in months]
    elif None not in years and len(set(years)) == len(years):
        ids = [str(year) for year in years]
    elif None not in months and len(set(months)) == len(months) > 1:
        ids = [str(month) for month in months]
    elif (beside or len(open_ones) > 1) and len(set(names)) == len(names):
        ids = names
    given = iter(ids)
    return [s if s.wave_id else replace(s, wave_id=next(given)) for s in found]


def to_the_month(source: Source) -> bool:
    """Whether the month of a wave is known."""
    return source.dated.middle is not None and source.dated.precision != "year"


def _year(when: Dated) -> int | None:
    return when.middle.year if when.middle else None


def id_of(text: str) -> str:
    """Write a text as the id of a wave, which may begin with a digit, unlike a question's."""
    return slug(text, "v").replace("_", "-").removeprefix("v-" if text[:1].isdigit() else "")
