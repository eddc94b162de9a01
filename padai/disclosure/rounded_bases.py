"""Bases that are rounded so that nobody counts: what keeps a share from telling them exactly."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from padai.errors import PublicationError
from padai.survey import Survey
from padai.words import Said

LEAST_WEIGHTS = 3
"""Different weights with which a printed share agrees with bases enough."""


def refuse_told_bases(survey: Survey, wave: str, part: str, weights: NDArray[np.float64]) -> None:
    """Refuse `rounding:` where all weigh alike: shares to a tenth are fractions of the exact base.

    Parameters
    ----------
    weights
        Of the people of a part in a wave, shape (people,).

    Raises
    ------
    PublicationError
        Bases are to be rounded, and fewer than three different weights stand behind the shares.
    """
    rounding = survey.confidentiality.rounding
    used = weights[weights > 0]
    if rounding is None or not used.size:
        return
    different = np.unique(np.round(used / used.mean(), 9)).size
    if different < LEAST_WEIGHTS:
        raise PublicationError(
            Said("disclosure-rounded-bases-are-told-by-shares", part=part, bases=rounding.bases),
            where=f"{survey.id}, {wave}, {part}, confidentiality.rounding",
        )
