"""Columns whose role a programme of surveys gives by their names alone, with or without labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from padai.interchange.draft import DesignRole
from padai.interchange.profiles import Profile

_RECODED: Mapping[str, DesignRole] = {
    "005": "weight",
    "021": "psu",
    "022": "stratum",
    "023": "stratum",
}
_BEGINS = ("v", "mv", "hv")
_PUPILS, _OF_PUPILS, _HALVES = "w_fstuwt", ("w_fstr", "w_fsturwt"), 80
_FAY = "fay, rho: 0.5"
"""How the study of pupils of the OECD makes its 80 weights, whatever was adjusted since.

References
----------
OECD, "PISA Data Analysis Manual", 2nd edition (2009), chapter 4.
"""
MILLION = 1_000_000
NEAR_A_MILLION = 0.05
"""How near to a million the mean of weights without decimals is, as the programme makes it."""


def roles_by_standard(told: Mapping[str, Profile]) -> dict[str, DesignRole]:
    """Return the roles of the columns of a demographic and health survey, by name.

    The weight, in millionths, tells that it is one: of women (v), of men (mv), of households (hv).
    """
    by_name = {name.casefold(): profile for name, profile in told.items()}
    for start in _BEGINS:
        weight = by_name.get(f"{start}005")
        if weight is not None and _in_millionths(weight):
            return {
                by_name[start + number].name: role
                for number, role in _RECODED.items()
                if start + number in by_name
            }
    return {}


def kinds_by_standard(
    told: Mapping[str, Profile], sets: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """Return how the replicate weights of a programme are made, by prefix, as a definition says.

    Parameters
    ----------
    told, sets
        The columns of a file, counted, and its sets of replicate weights by prefix.
    """
    if _PUPILS not in map(str.casefold, told):
        return {}
    fit = (p for p, names in sets.items() if p.casefold() in _OF_PUPILS and len(names) == _HALVES)
    return dict.fromkeys(fit, _FAY)


def _in_millionths(weight: Profile) -> bool:
    answered = weight.rows - weight.blanks
    if not (weight.is_number and weight.whole and answered and weight.low >= 0):
        return False
    return abs(weight.total / answered / MILLION - 1) <= NEAR_A_MILLION
