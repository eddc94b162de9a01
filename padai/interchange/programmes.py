"""Columns whose role a programme of surveys gives by their names alone, with or without labels."""

from __future__ import annotations

from collections.abc import Mapping

from padai.interchange.draft import DesignRole
from padai.interchange.profiles import Profile

_RECODED: Mapping[str, DesignRole] = {
    "005": "weight",
    "021": "psu",
    "022": "stratum",
    "023": "stratum",
}
_BEGINS = ("v", "mv", "hv")
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


def _in_millionths(weight: Profile) -> bool:
    answered = weight.rows - weight.blanks
    if not (weight.is_number and weight.whole and answered and weight.low >= 0):
        return False
    return abs(weight.total / answered / MILLION - 1) <= NEAR_A_MILLION
