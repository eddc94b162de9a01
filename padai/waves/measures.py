"""A column as the numbers that a weighting sums or models."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from padai.waves.conditions import all_codes, code_positions, numeric

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from padai.waves.wave import Wave


def measures_of(wave: Wave, name: str) -> NDArray[np.float64]:
    """Return a column as numbers, NaN where it is blank, no number, or a declared missing code.

    Raises
    ------
    DataError
        There is no such column, or it holds codes of no answer that nothing declares.
    """
    wave.refuse_undeclared(name)
    column, question = wave.column(name), wave.question(name)
    values = numeric(column)
    if question is not None and question.missing_codes:
        missing = {code.code for code in question.missing_codes}
        places = [place for place, code in enumerate(all_codes(question)) if code in missing]
        values[np.isin(code_positions(column, question), places)] = np.nan
    return values
