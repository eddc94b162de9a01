"""Columns of how people were drawn that no role of a design takes: asked about, and no question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from padai.interchange.profiles import Profile
from padai.words import Said

_SIZES = Said("interchange-of-the-sampling-fpc")
_FACTS: Mapping[Said, re.Pattern[str]] = {
    _SIZES: re.compile(
        r"\bfpc[0-9]?\b|finite population (correction|size)|"
        r"population (size|count) of (the )?(stratum|strata)|"
        r"taille (de la population )?(de la |des )?strates?|correction (de|pour) population finie|"
        r"tamano (de la poblacion )?del estrato|"
        r"\b(n|num|number|nb|nombre|numero|total) ?(of |de |des |of the |total de )?(all )?"
        r"(clusters|psus|grappes|conglomerados|upms|strata|strates|estratos)\b|"
        r"\b(clusters?|psu|grappe|conglomerado|stratum|strate|estrato) ?"
        r"(size|count|total|pop|population|taille|tamano)\b|"
        r"(size|taille|tamano) (of |de |del )?(the |la )?(clusters?|psu|grappes?|conglomerados?)\b"
    ),
    Said("interchange-of-the-sampling-pps"): re.compile(
        r"\b(inclusion|selection|sampling) prob\w*|probabilit\w+ (d inclusion|de selection|"
        r"de tirage)|probabilidad de (inclusion|seleccion)|auswahlwahrscheinlichkeit"
    ),
}
"""What a column says that it is, by what is then told of the field of a design that takes it."""


def counts_units(told: Profile) -> bool:
    """Whether a column says how many units there are, or how large each is, and numbers none."""
    return _FACTS[_SIZES].search(told.said) is not None


def sampling_facts(told: Mapping[str, Profile]) -> Iterator[tuple[str, Said]]:
    """Yield the columns that hold the size of a population or the chance to be drawn, with why."""
    for profile in told.values():
        if not profile.is_number or profile.labelled or profile.blanks or profile.low <= 0:
            continue
        for why, words in _FACTS.items():
            if words.search(profile.said):
                yield profile.name, why
                break
