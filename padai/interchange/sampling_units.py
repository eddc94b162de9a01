"""Units of a sample: where they stand, and whether their numbers begin anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from padai.errors import Said
from padai.interchange.design_words import COUNTRY
from padai.interchange.label_words import normal
from padai.interchange.profiles import Profile
from padai.interchange.role_findings import Candidate, RoleFinding

if TYPE_CHECKING:
    import pandas as pd

FEWEST_POINTS, MOST_ALIKE = 20, 0.25
"""Groups from which on sizes are compared with chance, and how much less they may vary."""
ANEW = 1.5
"""How many more units there are by country than without, where they are numbered anew in each."""
NEIGHBOURS = 0.8
"""The share of people that is of the commonest country of their unit, where units are of one."""
MOST_IN_A_HOME = 20
_HOME = (
    r"(h ?h|hous(e ?)?hold|menage|hogar|vivienda|domicilio|agregado familiar|familia|haushalts?|"
    r"dwelling|logement)"
)
_OF_A_HOME = re.compile(
    rf"{_HOME} ?(id|no|nr|num|number|serial( number)?|nummer|code|identif\w*)|hh|"
    rf"(id|no|nr|num|number|numero|nummer|serial number|identif\w*) ?((of|du|de|del|do|da) )?"
    rf"((the|la|l) )?{_HOME}"
)
"""A whole name or label that numbers homes."""


_PLACE = (
    r"(villages?|hamlet|wards?|districts?|(census )?(tract|block)|settlement|segmento?|kebele|"
    r"schools?|hameau|commune|quartier|ilot|ecole|aldea|aldeia|manzana|localidad|barrio|distrito|seccion|"
    r"secao|escuela|escola|dorf|gemeinde|schul)"
)
_NUMBER = r"(id|no|nr|num|number|code|nummer|numero|codigo|identif\w*)"
_OF_A_PLACE = re.compile(
    rf"((intl?|international|cnt) )?{_PLACE} ?{_NUMBER}|"
    rf"{_NUMBER} ?((of|du|de|del|do|da) )?((the|la|l) )?{_PLACE}"
)
"""A whole name or label that numbers places, of those that samples are drawn from."""
FEWEST_PLACES, FEWEST_IN_A_PLACE = 10, 3
_OF_A_LINE = re.compile(
    r"(line|ligne|linea|linha|zeile) ?(no|nr|num|number|nummer)|"
    r"(number|num|numero|nummer) ?((of|du|de|del|da) )?((the|la|l) )?(line|ligne|linea|linha)"
)
"""A whole name or label that numbers the people of a home."""


def numbers_units(told: Profile) -> bool:
    """Whether a column numbers homes, the people of a home, or many places: no mean tells a thing.

    Parameters
    ----------
    told
        The column, counted.
    """
    if told.labelled or told.kind not in ("number", "text"):
        return False
    words = (normal(told.name.replace("_", " ")), normal(told.label))
    homes = any(p.fullmatch(text) for p in (_OF_A_HOME, _OF_A_LINE) for text in words)
    return homes or (told.distinct >= FEWEST_PLACES and any(map(_OF_A_PLACE.fullmatch, words)))


def of_one_place(
    told: Mapping[str, Profile], used: set[str], frame: pd.DataFrame
) -> Iterator[Candidate]:
    """Yield columns that number places in each of which many people answered, as villages are.

    A sample may have been drawn by them, or they tell alone where people live.
    """
    for profile in told.values():
        words = (normal(profile.name.replace("_", " ")), normal(profile.label))
        fit = profile.kind in ("number", "text") and not (profile.labelled or profile.blanks)
        if profile.name in used or not fit or not any(map(_OF_A_PLACE.fullmatch, words)):
            continue
        if FEWEST_PLACES <= profile.distinct <= profile.rows // FEWEST_IN_A_PLACE:
            reason = Said("interchange-people-of-one-place", distinct=profile.distinct)
            yield Candidate(profile.name, 1, (reason,), asked=True)


def of_one_home(
    told: Mapping[str, Profile], used: set[str], frame: pd.DataFrame
) -> Iterator[Candidate]:
    """Yield columns that number homes of which several people answered.

    They resemble each other more than strangers do: a person says whether homes were drawn.
    """
    for profile in told.values():
        words = (normal(profile.name.replace("_", " ")), normal(profile.label))
        fit = profile.kind in ("number", "text") and not (profile.labelled or profile.blanks)
        if profile.name in used or not fit or not any(map(_OF_A_HOME.fullmatch, words)):
            continue
        most = int(frame[profile.name].value_counts().max())
        if 1 < most <= MOST_IN_A_HOME:
            reason = Said("interchange-people-of-one-home", distinct=profile.distinct, most=most)
            yield Candidate(profile.name, 1, (reason,), asked=True)


def sampled_alike(
    told: Mapping[str, Profile], used: set[str], frame: pd.DataFrame
) -> Iterator[Candidate]:
    """Yield columns of any name whose groups are too alike in size to have come by chance.

    So many people are interviewed at each sample point; ages, codes and days are not so even. The
    spread of the sizes is compared with that of chance (chi-square, a quarter of its mean).
    """
    for profile in told.values():
        groups = profile.distinct
        fit = (
            profile.kind == "number" and profile.whole and not (profile.labelled or profile.blanks)
        )
        if profile.name in used or not fit or not FEWEST_POINTS <= groups <= profile.rows // 3:
            continue
        sizes = frame[profile.name].value_counts().to_numpy()
        mean = profile.rows / groups
        if ((sizes - mean) ** 2).sum() / mean <= MOST_ALIKE * (groups - 1):
            reason = Said("interchange-same-number-of-people-in-each", distinct=groups)
            yield Candidate(profile.name, 1, (reason,), asked=True)


def within_strata(psu: RoleFinding, stratum: RoleFinding, frame: pd.DataFrame) -> RoleFinding:
    """Tell whether the numbers of units start anew in each stratum, and so are nested."""
    if psu.taken is None or stratum.taken is None:
        return psu
    units = frame[[stratum.taken.column, psu.taken.column]].drop_duplicates()
    count, named = len(units), frame[psu.taken.column].nunique()
    if count == named:
        reason = Said("interchange-each-in-a-single-stratum")
    else:
        reason = Said("interchange-numbered-in-each-stratum", count=count)
    taken = Candidate(psu.taken.column, psu.taken.score, (*psu.taken.reasons, reason))
    return RoleFinding("psu", taken, psu.others, psu.rejected)


def within_countries(
    psu: RoleFinding, stratum: RoleFinding, told: Mapping[str, Profile], frame: pd.DataFrame
) -> RoleFinding:
    """Tell whether the numbers of units start anew in each country of the file.

    Under one design for all, the units and strata of several countries would be one.
    """
    places = [p.name for p in told.values() if COUNTRY.fullmatch(normal(p.name).replace(" ", ""))]
    if psu.taken is None or not places:
        return psu
    columns = [*((stratum.taken.column,) if stratum.taken else ()), psu.taken.column]
    units = frame[[places[0], *columns]].dropna().drop_duplicates()
    countries = sorted(map(str, units[places[0]].unique()))
    if len(countries) < 2 or len(units) < ANEW * len(units[columns].drop_duplicates()):
        return psu
    people = frame[[places[0], *columns]].dropna().value_counts()
    in_one = people.groupby(level=columns).max().sum()
    if in_one > NEIGHBOURS * people.sum():  # the nation of each, where neighbours have several
        return psu
    why = Said(
        "interchange-numbered-anew-in-each-country",
        count=len(countries),
        place=places[0],
        first=countries[0],
    )
    return replace(psu, taken=replace(psu.taken, reasons=(*psu.taken.reasons, why)))
