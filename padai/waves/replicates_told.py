"""How the replicate weights of a file were made, as their factors on the weight tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from padai.numerics.replicate_factors import MOST_ROWS, made_by_factors, may_be

if TYPE_CHECKING:
    import pandas as pd


def made_as_told(
    frame: pd.DataFrame, weight: str | None, sets: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """Return how sets were made as a definition writes it, where their factors tell it.

    Fay's carry their rho: ``fay, rho: 0.5``.
    """
    kinds: dict[str, str] = {}
    for prefix, names in sets.items() if weight else ():
        table = frame[[weight, *names]].head(MOST_ROWS).dropna()
        if all(kind in "iuf" for kind in (dtype.kind for dtype in table.dtypes)):
            numbers = table.to_numpy(dtype="float64")
            made = made_by_factors(numbers[:, 0], numbers[:, 1:])
            kinds |= {} if made is None else {prefix: kind_as_written(*made)}
    return kinds


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
