"""A result becomes a picture, by the charts that the reports use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from padai.errors import EstimationError, MissingExtraError
from padai.results.pictured import picture_of
from padai.results.subject import Subject, rows_of, tongue
from padai.results.texts import texts_of
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

    from padai.charts.picture import Picture


def draw(result: Any, lang: str | None, rows: Sequence[int] | NDArray[Any] | None) -> Picture:
    """Return the picture of a result; see :meth:`padai.results.Printed.plot`."""
    spoken = tongue("plot", lang)
    frame = rows_of(result)
    frame = frame.iloc[_positions(frame, rows)].reset_index(drop=True)
    subject = Subject(result, frame, texts_of(result, frame, spoken), spoken)
    try:
        return picture_of(subject)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("matplotlib", "seaborn"):
            raise
        raise MissingExtraError("notebook", Said("results-drawing")) from None


def _positions(frame: pd.DataFrame, rows: Any) -> NDArray[np.intp]:
    if rows is None:
        return np.arange(len(frame))
    chosen = np.atleast_1d(np.asarray(rows))
    if chosen.dtype == bool and chosen.shape == (len(frame),):
        return np.flatnonzero(chosen)
    whole = chosen.ndim == 1 and (np.issubdtype(chosen.dtype, np.integer) or not chosen.size)
    if not whole or ((chosen < 0) | (chosen >= len(frame))).any():
        raise EstimationError(
            Said("results-rows-are-positions-from-0-to-or-one-true", count_self=len(frame) - 1)
        )
    return chosen.astype(np.intp)
