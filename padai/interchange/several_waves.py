"""Which column of a file tells its waves: by its name, by its days, or by what was asked when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from padai.interchange.label_words import slug
from padai.interchange.profiles import Profile
from padai.interchange.when import Dated, days_of
from padai.waves.intake import DataFile

if TYPE_CHECKING:
    import pandas as pd

MOST_WAVES = 60
_RECENT = 1960
_YEAR = re.compile(r"19[6-9][0-9]|20[0-9]{2}")
WEEKS_APART, FEWEST_IN_A_WAVE = 14, 30
"""Days between the fieldwork of two waves of one file, and people in each, from which on a column
that tells them is asked about whatever its name."""
_UNIT_OF_TIME = re.compile(
    r"\b(day|month|week|quarter|date|jour|mois|semaine|mes|dia|semana|fecha)"
)
_AHEAD = 10
"""Columns at the head of a file, where a year of no known name is asked about."""
_BORN = re.compile(r"\b(birth|born|naissance|ne e?|nac\w*|nasc\w*|geburt\w*|geboren|nascita)\b")
_NAMED_WAVE = re.compile(
    r"(annee|ano|year|yr|wave|vague|ola|onda|round|(survey|svy)_?y(ea)?r|edition|oleada|essround|an|anno|"
    r"(erhebungs|befragungs)?jahr|welle|rodada|rilevazione|jaar|golf|(wave|round)_?(no|nr|id|num))"
)
_SURELY_WAVE = re.compile(
    r"(survey_?|study_?)?(wave|vague|ola|oleada|welle|rodada|essround|ronda)(_?(no|nr|id|num(ber)?))?"
)
"""What names a wave wherever it stands in a file, and whatever it holds."""
DAYS_APART = 6
"""Days between two values of the column that dates a file, from which on each dates a poll: people
who are interviewed for one poll answer on days that follow each other."""
FEWEST_ASKED = 3
"""Columns that nobody of one value answered and many of another did, from which on the values are
polls with questions of their own."""
MANY = 0.5
_NAMED_SURVEY = re.compile(
    r"(survey|poll|study|studie|umfrage|etude|enquete|sondage|barometre|estudio|encuesta|sondeo|"
    r"barometro|pesquisa|indagine|onderzoek|source|file|dataset)(_?(no|nr|id|num(ber)?|name|code))?"
)
"""What names a poll of several that stand in one file."""


def may_tell(profile: Profile, file: DataFile) -> bool:
    """Whether a column looks as if it told the waves of a cumulative file."""
    few = profile.kind in ("number", "text") and 1 < profile.distinct <= MOST_WAVES
    named = bool(_NAMED_WAVE.fullmatch(slug(profile.name).casefold()))
    years = profile.is_number and profile.whole and profile.low >= 1900 and profile.high <= 2100
    dated = years and profile.low >= _RECENT and profile.place < _AHEAD  # of whatever name
    dated = dated and not profile.labelled and not _BORN.search(profile.said)
    dated = dated or (profile.place < _AHEAD and few and _labelled_years(profile, file))
    surely = any(
        _SURELY_WAVE.fullmatch(slug(text).casefold()) for text in (profile.name, profile.label)
    )
    looks_so = (named and (years or profile.place < 5)) or surely or dated
    return few and not profile.blanks and looks_so


def telling_waves(file: DataFile, told: Mapping[str, Profile], when: Dated) -> list[str]:
    """Return the columns that look as if they told the waves of a file."""
    days = days_of(file, told, when)
    return [
        name
        for name, profile in told.items()
        if may_tell(profile, file)
        or _apart_in_time(profile, file, days, own=name in when.columns)
        or _polls_by_name(profile, file)
    ]


def _apart_in_time(
    profile: Profile, file: DataFile, days: pd.Series[Any] | None, *, own: bool
) -> bool:
    """Whether each value of a column was in the field at a time of its own.

    Weeks apart, it tells waves; that dates people itself, some days; otherwise, where the values
    were asked other questions too.
    """
    if days is None or not _few_and_whole(profile):
        return False
    if (_UNIT_OF_TIME.search(profile.said) and not own) or not _many_of_each(profile, file):
        return False
    spans = days.groupby(file.frame[profile.name]).agg(["min", "max"]).sort_values("min")
    gaps = spans["min"].iloc[1:].to_numpy() - spans["max"].iloc[:-1].to_numpy()
    least = int(gaps.astype("timedelta64[D]").astype(int).min())
    if least >= (DAYS_APART if own else WEEKS_APART):
        return True
    return not own and least >= 1 and _asked_otherwise(profile, file)


def _polls_by_name(profile: Profile, file: DataFile) -> bool:
    """Whether a column is called as one of polls is, and each had questions of its own."""
    if not _few_and_whole(profile) or not _NAMED_SURVEY.fullmatch(slug(profile.name).casefold()):
        return False
    return _many_of_each(profile, file) and _asked_otherwise(profile, file)


def _few_and_whole(profile: Profile) -> bool:
    few = profile.kind in ("number", "text") and 1 < profile.distinct <= MOST_WAVES
    return few and not profile.blanks


def _many_of_each(profile: Profile, file: DataFile) -> bool:
    return int(file.frame[profile.name].value_counts().min()) >= FEWEST_IN_A_WAVE


def _asked_otherwise(profile: Profile, file: DataFile) -> bool:
    """Whether nobody of one value answered what many of another did, time and again."""
    answered = file.frame.notna().groupby(file.frame[profile.name].to_numpy()).mean()
    only_some = (answered.min() == 0) & (answered.max() >= MANY)
    return int(only_some.sum()) >= FEWEST_ASKED


def _labelled_years(profile: Profile, file: DataFile) -> bool:
    """Whether the labels of all values seen are years, of which the codes say nothing."""
    labels = file.value_labels.get(profile.name, {})
    if _BORN.search(profile.said) or len(labels) < profile.distinct:
        return False
    texts = [labels.get(value, "").strip() for value in file.frame[profile.name].unique()]
    return all(_YEAR.fullmatch(text) for text in texts)
