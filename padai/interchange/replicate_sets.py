"""Sets of replicate weights in a file: seen as such, since one of them is no weight of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from padai.interchange.label_words import normal
from padai.interchange.profiles import Profile

FEWEST_REPLICATES = 8
_NUMBERED = re.compile(r"(.*\D)\d+")
_BY_PREFIX = re.compile(
    r".*(repw|rep_?w?t|replic|brr|jkw|jackkn|bsw|boots|fay|sdr|rwt|rep_).*|bs_?w?|jk_?w?|rw_?|rep"
)
_BY_LABEL = re.compile(
    r"\b(replicate weights?|(replicate|jackknife|bootstrap|brr) (replicate |weight)|"
    r"poids (de replication|bootstrap|repliques?)|pesos? (replica\w*|de replica\w*|bootstrap))"
)


def replicate_sets(told: Mapping[str, Profile]) -> dict[str, tuple[str, ...]]:
    """Return the sets of replicate weights: numbered columns that a name or a label calls so."""
    sets: dict[str, list[str]] = {}
    for profile in told.values():
        parted = _NUMBERED.fullmatch(profile.name)
        if parted is None or not profile.is_number or profile.labelled:
            continue
        if _BY_PREFIX.fullmatch(parted[1].casefold()) or _BY_LABEL.search(normal(profile.label)):
            sets.setdefault(parted[1], []).append(profile.name)
    return {p: tuple(names) for p, names in sets.items() if len(names) >= FEWEST_REPLICATES}
