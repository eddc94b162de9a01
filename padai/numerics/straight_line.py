"""A straight line through points of equal weight, in closed form: no matrix is decomposed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def line_weights(times: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weight of each value in the slope of an ordinary least-squares line.

    Parameters
    ----------
    times
        When each value was taken.

    Returns
    -------
    numpy.ndarray
        Weights that sum to 0; their product with the values is the slope per unit of time. They are
        row 0 of `padai.numerics.slopes.polynomial_contrasts`; 0 where all times are one.

    Examples
    --------
    >>> line_weights(np.array([2021.0, 2022.0, 2023.0])).tolist()
    [-0.5, 0.0, 0.5]
    """
    away = times - times.mean()
    spread = float((away**2).sum())
    return away / spread if spread > 0 else np.zeros(len(times))
