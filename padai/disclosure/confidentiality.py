"""Could a cell tell about a person? Primary confidentiality, decided on unweighted counts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from padai.survey import Confidentiality

CONFIDENTIAL = "x"


def confidential_cells(
    *,
    n_base: NDArray[np.float64],
    n_cell: NDArray[np.float64],
    sensitive: NDArray[np.bool_],
    policy: Confidentiality,
) -> NDArray[np.bool_]:
    """Return which cells must be withheld to protect respondents.

    Parameters
    ----------
    n_base
        Respondents of the group who answered, shape (k,). A group of fewer than
        `policy.minimum_group` is withheld whole; an empty one tells of nobody.
    n_cell
        Respondents who gave the response, shape (k,); NaN where it is not counted.
    sensitive
        Whether the question is marked sensitive, shape (k,).

    Examples
    --------
    >>> confidential_cells(
    ...     n_base=np.array([9.0, 50.0, 50.0]), n_cell=np.array([4.0, 4.0, 4.0]),
    ...     sensitive=np.array([False, True, False]), policy=Confidentiality(),
    ... ).tolist()
    [True, True, False]
    """
    small_group = (n_base > 0) & (n_base < policy.minimum_group)
    small_cell = sensitive & (n_cell > 0) & (n_cell < policy.sensitive_cell)
    return small_group | small_cell
