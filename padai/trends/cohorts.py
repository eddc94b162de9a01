"""COMPARE: the people born in the same years, from one wave to the next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import numpy as np

from padai.errors import DataError, DefinitionError
from padai.estimation.analysis import numbers_of
from padai.waves.guards import guarded
from padai.waves.stacking import Stack, stack
from padai.waves.wave import Wave
from padai.words import Both, Said

Source = TypeVar("Source", Wave, Stack)

NOT_IDENTIFIED = Both("trends-age-period-and-cohort-are-not-separately")


@guarded
def with_cohorts(
    waves: Source, years: Mapping[str, tuple[int, int]], *, age: str = "age", name: str = "cohort"
) -> Source:
    """Return the waves with a column of birth cohorts, to be used as a breakdown.

    The year of birth is that of the wave's date minus the age, so that it may be one too late for
    those whose birthday comes after. What is estimated by cohort describes: `NOT_IDENTIFIED` must
    stand beside it.

    Parameters
    ----------
    waves
        A wave or a stack; each wave needs a date, its own or its definition's.
    years
        First and last year of birth of each cohort, in order. Who is in none is left out.
    age
        The question or column of age, in years.
    name
        Of the new column.

    Raises
    ------
    DefinitionError
        Cohorts overlap or are out of order, or there is a column of that name.
    DataError
        A wave has no date.

    Examples
    --------
    >>> import datetime as dt
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> wave = Wave(pd.DataFrame({"age": [20, 70]}), Design(), date=dt.date(2025, 5, 1))
    >>> with_cohorts(wave, {"X": (1940, 1979), "Z": (1980, 2010)}).codes("cohort").codes
    array([1, 0])
    """
    if isinstance(waves, Stack):
        parts = [with_cohorts(part, years, age=age, name=name) for part in waves.waves]
        return stack(parts, overlap=waves.overlap)
    import pandas as pd

    wave = waves
    ends = [int(year) for pair in years.values() for year in pair]
    ordered = all(a <= b for a, b in years.values()) and ends == sorted(ends)
    if not years or not ordered or len(set(ends[1:-1:2]) & set(ends[2::2])):
        raise DefinitionError(Said("trends-cohorts-need-their-first-and-last-year"))
    frame = wave.frame
    if name in frame.columns:
        raise DefinitionError(
            Said("trends-there-is-a-column-give-the-cohorts-a", where=wave._where, name=name)
        )
    date = wave.date
    if date is None and wave.survey is not None:
        date = wave.survey.wave(wave.id).date
    if date is None:
        raise DataError(Said("trends-the-wave-has-no-date-of-which-a-year-of", where=wave._where))
    born = date.year - np.floor(numbers_of(wave, age))
    codes = np.full(len(wave), -1, dtype=np.intp)
    for place, (first, last) in enumerate(years.values()):
        codes[(born >= first) & (born <= last)] = place
    frame[name] = pd.Categorical.from_codes(codes, categories=pd.Index(list(years)))
    return wave._changed(_frame=frame, _coded={})
