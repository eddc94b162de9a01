"""Bases that are rounded so that nobody counts: what keeps a share from telling them exactly."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from padai.errors import PublicationError
from padai.survey import Survey
from padai.words import Said

LEAST_WEIGHTS = 3
"""Different weights with which a printed share agrees with bases enough."""


def refuse_told_bases(
    survey: Survey,
    wave: str,
    part: str,
    weights: NDArray[np.float64],
    groups: Mapping[tuple[str, str], NDArray[np.bool_]] = {},
) -> None:
    """Refuse `rounding:` where all weigh alike: shares to a tenth are fractions of the exact base.

    Parameters
    ----------
    weights
        Of the people of a part in a wave, shape (people,).
    groups
        Who is in each group by which shares are published, by breakdown and code, each of shape
        (people,). Weights that are the same within each region tell a region's base, though they
        differ between regions.

    Raises
    ------
    PublicationError
        Bases are to be rounded, and fewer than three different weights stand behind the shares.
    """
    rounding = survey.confidentiality.rounding
    if rounding is None:
        return
    where = f"{survey.id}, {wave}, {part}, confidentiality.rounding"
    if _tell(weights):
        raise PublicationError(
            Said("disclosure-rounded-bases-are-told-by-shares", part=part, bases=rounding.bases),
            where=where,
        )
    for (breakdown, code), within in groups.items():
        if within.sum() >= survey.confidentiality.minimum_group and _tell(weights[within]):
            raise PublicationError(
                Said(
                    "disclosure-rounded-bases-of-a-group-are-told-by-shares",
                    part=part,
                    bases=rounding.bases,
                    breakdown=breakdown,
                    group=code,
                ),
                where=where,
            )


def _tell(weights: NDArray[np.float64]) -> bool:
    """Return whether shares of those who weigh so tell their exact base."""
    used = weights[weights > 0]
    return bool(used.size) and np.unique(np.round(used / used.mean(), 9)).size < LEAST_WEIGHTS
