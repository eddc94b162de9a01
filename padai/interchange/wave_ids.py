"""What a wave is called: by its year, else by its month, else by its file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from padai.interchange.label_words import slug
from padai.interchange.samples import year_of

if TYPE_CHECKING:
    from padai.interchange.when import Dated

_MONTH = re.compile(r"(19[6-9][0-9]|20[0-9]{2})-(0[1-9]|1[0-2])")


def usual_ids(stems: Sequence[str], dated: Sequence[Dated], beside: Sequence[str]) -> list[str]:
    """Name waves by their years, else by their months, else by their files.

    Beside waves that are called by their months, one is called so too where its month is known.

    Parameters
    ----------
    stems
        The names of their files, without endings.
    dated
        When each was in the field.
    beside
        The ids of the waves that are there.
    """
    years = [year_of(stem) or _year(when) for stem, when in zip(stems, dated, strict=True)]
    months = [f"{when.middle:%Y-%m}" if to_the_month(when) else None for when in dated]
    names = [id_of(stem).lower() for stem in stems]
    by_month = any(map(_MONTH.fullmatch, beside)) and all(map(to_the_month, dated))
    if not by_month and None not in years and len(set(years)) == len(years):
        return [str(year) for year in years]
    if by_month or (None not in months and len(set(months)) == len(months) > 1):
        return [str(month) for month in months]
    if (beside or len(stems) > 1) and len(set(names)) == len(names):
        return names
    return [str(place + 1) for place in range(len(stems))]


def to_the_month(when: Dated) -> bool:
    """Whether the month of a wave is known."""
    return when.middle is not None and when.precision != "year"


def _year(when: Dated) -> int | None:
    return when.middle.year if when.middle else None


def id_of(text: str) -> str:
    """Write a text as the id of a wave, which may begin with a digit, unlike a question's."""
    return slug(text, "v").replace("_", "-").removeprefix("v-" if text[:1].isdigit() else "")
