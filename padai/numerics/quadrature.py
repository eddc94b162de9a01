"""The likelihood of shares with one factor of random effects, by adaptive quadrature."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from padai.numerics.designs import FloatArray
from padai.numerics.threads import pinned

if TYPE_CHECKING:
    from padai.numerics.multilevel import BinomialCells, Objective


@pinned
def one_factor_likelihood(cells: BinomialCells, points: int) -> Objective:
    """Return the log likelihood and its derivatives as a function of deviation and coefficients.

    Each code's effect is integrated by Gauss-Hermite points around its own mode; derivatives are
    expectations of those of the joint likelihood over the same points.

    Parameters
    ----------
    cells
        With one factor.
    points : int

    References
    ----------
    Pinheiro and Bates (1995), *J. Comp. Graph. Stat.* 4, 12-35. R: ``lme4::glmer(nAGQ=)``.

    Examples
    --------
    >>> from padai.numerics.multilevel import BinomialCells
    >>> cells = BinomialCells(np.array([3.0]), np.array([10.0]), np.ones((1, 1)),
    ...                       (np.zeros(1, dtype=int),), (1,))
    >>> likelihood = one_factor_likelihood(cells, 15)
    >>> round(likelihood(np.array([0.0]), np.array([0.0]))[0] / np.log(2), 6)
    -10.0
    """
    from numpy.polynomial.hermite_e import hermegauss
    from scipy.special import expit, logsumexp

    from padai.numerics.multilevel import mode_of

    code, size = cells.effects[0], cells.sizes[0]
    place, mass = hermegauss(points)
    log_mass = np.log(mass) + place**2 / 2

    @pinned
    def likelihood(
        deviations: FloatArray, coef: FloatArray
    ) -> tuple[float, FloatArray, FloatArray]:
        start = np.concatenate([np.zeros(size), coef])
        mode = mode_of(cells, deviations, start, held=True)
        width = np.sqrt(np.diag(mode.covariance)[:size])
        u = mode.v[:size, None] + width[:, None] * place
        eta = (cells.X @ coef)[:, None] + deviations[0] * u[code]
        joint = np.zeros((size, points))
        np.add.at(
            joint, code, cells.yes[:, None] * eta - cells.people[:, None] * np.logaddexp(0, eta)
        )
        joint += log_mass - u**2 / 2 + np.log(width)[:, None] - 0.5 * np.log(2 * np.pi)
        own = logsumexp(joint, axis=1)
        weight = np.exp(joint - own[:, None])[code]
        rest = (cells.yes[:, None] - cells.people[:, None] * expit(eta)) * weight
        in_deviation = np.array([float((rest * u[code]).sum())])
        return float(own.sum()), in_deviation, np.asarray(cells.X.T @ rest.sum(axis=1))

    return likelihood
