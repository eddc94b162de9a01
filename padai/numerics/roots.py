"""The root of a covariance that draws are made by: the same on every kind of processor."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from padai.numerics.threads import pinned


@pinned
def symmetric_root(covariance: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the symmetric square root of a covariance.

    Eigenvectors have no sign of their own, and none at all where eigenvalues are equal, as those of
    areas alike are: each kernel of linear algebra gives others, and draws made by them are others.
    The symmetric root is one matrix whatever they are.

    Parameters
    ----------
    covariance
        Symmetric, shape (k, k). What rounding made negative counts as zero.

    Returns
    -------
    numpy.ndarray
        Shape (k, k); its product with itself is the covariance.

    References
    ----------
    Higham (2008), *Functions of Matrices*, section 6.1.

    Examples
    --------
    >>> symmetric_root(np.array([[2.0, 1.0], [1.0, 2.0]])).round(4).tolist()
    [[1.366, 0.366], [0.366, 1.366]]
    """
    values, vectors = np.linalg.eigh(covariance)
    root: NDArray[np.float64] = (vectors * np.sqrt(np.maximum(values, 0.0))) @ vectors.T
    return root
