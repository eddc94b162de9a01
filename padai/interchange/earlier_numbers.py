"""People who come back under new numbers: a column of a wave holds those of an earlier one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from padai.interchange.design_words import NAMES

if TYPE_CHECKING:
    import pandas as pd

FEWEST_BACK = 20
ALMOST_ALL = 0.9


def earlier_numbers(
    frame: pd.DataFrame, own: str, before: Mapping[str, pd.Series[Any]]
) -> Iterator[tuple[str, str, int]]:
    """Yield each column that numbers people of an earlier wave, the wave, and how many there are.

    Parameters
    ----------
    frame, own
        The rows of a wave, and its own identifier.
    before
        The identifiers of earlier waves.
    """
    for name in map(str, frame.columns):
        if name == own or not re.fullmatch(NAMES["id"], name.casefold()):
            continue
        numbers = frame[name].dropna()
        numbers = numbers[numbers.astype(str).str.strip() != ""]
        if len(numbers) < FEWEST_BACK or not numbers.is_unique:
            continue
        for wave, ids in before.items():
            back = int(numbers.isin(ids.dropna()).sum())
            if back >= FEWEST_BACK and back >= ALMOST_ALL * len(numbers):
                yield name, wave, back
