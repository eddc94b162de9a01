"""How the replicate weights of a file were made, as their factors on the weight tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from padai.numerics.replicate_factors import (
    LEAVE_OUT,
    MOST_ROWS,
    leaves_nobody_out,
    made_by_factors,
    may_be,
)

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray


def made_as_told(
    frame: pd.DataFrame, weight: str | None, sets: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """Return how sets were made as a definition writes it, where their factors tell it.

    Fay's carry their rho: ``fay, rho: 0.5``.
    """
    read = ((prefix, _numbers(frame, weight, names)) for prefix, names in sets.items())
    made = {p: made_by_factors(n[:, 0], n[:, 1:]) for p, n in read if n is not None}
    return {prefix: kind_as_written(*each) for prefix, each in made.items() if each is not None}


def kinds_as_named(
    frame: pd.DataFrame,
    weight: str | None,
    sets: Mapping[str, Sequence[str]],
    named: Mapping[str, str | None],
) -> dict[str, str]:
    """Return the kinds that names tell, by prefix, without those that the weights cannot be."""
    kinds = {prefix: kind for prefix, kind in named.items() if kind is not None}
    for prefix in [p for p, kind in kinds.items() if kind in LEAVE_OUT]:
        if all_stay(frame, weight, sets[prefix]):
            del kinds[prefix]
    return kinds


def leaves_people_out(kind: str | None) -> bool:
    """Whether replicate weights of a kind leave some people out, as half samples do."""
    return kind in LEAVE_OUT


def all_stay(frame: pd.DataFrame, weight: str | None, names: Sequence[str]) -> bool:
    """Whether no replicate weight of the first rows is zero, as those of `LEAVE_OUT` are."""
    numbers = _numbers(frame, weight, names)
    return numbers is not None and leaves_nobody_out(numbers[:, 0], numbers[:, 1:])


def _numbers(
    frame: pd.DataFrame, weight: str | None, names: Sequence[str]
) -> NDArray[np.float64] | None:
    """Return the weight and the replicates of the first rows; nothing where they are no numbers."""
    table = frame[[weight, *names]].head(MOST_ROWS).dropna() if weight else None
    if table is None or any(dtype.kind not in "iuf" for dtype in table.dtypes):
        return None
    return table.to_numpy(dtype="float64")


def kind_as_written(kind: str, rho: float | None = None) -> str:
    """Return a kind of replicate weights as a definition writes it.

    Examples
    --------
    >>> kind_as_written("fay", 0.5)
    'fay, rho: 0.5'
    """
    return kind if rho is None else f"{kind}, rho: {rho:g}"


def contradicted(told: str, kind: str) -> bool:
    """Whether what factors tell, as a definition writes it, is none of a kind given by name.

    Examples
    --------
    >>> contradicted("fay, rho: 0.5", "brr"), contradicted("brr", "bootstrap")
    (True, False)
    """
    made, _, rho = told.partition(", rho: ")
    return not may_be((made, float(rho) if rho else None), kind)
