"""How area effects hang together over waves."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from padai.numerics.designs import FloatArray
from padai.numerics.threads import pinned

#: Shares of the area variance that may be constant over time.
CONSTANT = tuple(k / 10 for k in range(11))


@pinned
def structures_over(
    areas: int, times: Sequence[float], over: str | None, rho: float | None
) -> tuple[tuple[float, ...], tuple[FloatArray, ...]]:
    """Return the shares that may be constant and the covariance of the area effects for each.

    ``C = phi J + (1 - phi) S``: J within an area; S the area's random walk from its first wave
    (variance: the time since), or ``rho^|t - s|``. One wave: the identity.

    Parameters
    ----------
    areas
        Number of areas, the last index of the rows.
    times
        Of the waves.

    Returns
    -------
    shares : tuple of float
    structures : tuple of ndarray, each of shape (waves * areas, waves * areas)

    References
    ----------
    Rao and Yu (1994), *Canadian J. Statistics* 22, 511-528. Datta, Lahiri and Maiti (2002), *J.
    Stat. Plan. Inference* 102, 83-97.

    Examples
    --------
    >>> structures_over(1, [0, 1, 3], "walk", None)[1][0]
    array([[0., 0., 0.],
           [0., 1., 1.],
           [0., 1., 3.]])
    """
    one = np.eye(areas)
    if over is None:
        return (1.0,), (one,)
    t = np.asarray(times, dtype=np.float64)
    if over == "walk":
        changing = np.minimum.outer(t - t[0], t - t[0])
    else:
        changing = float(rho or 0.0) ** np.abs(np.subtract.outer(t, t))
    return CONSTANT, tuple(np.kron(phi + (1 - phi) * changing, one) for phi in CONSTANT)
