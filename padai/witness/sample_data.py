"""What another program must know to work out an estimate: answers, design, calibrations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padai.design import Design

Texts = NDArray[np.object_]
NUMBERS = ("estimate", "std_error", "df", "conf_low", "conf_high")
"""What is worked out again of each figure."""


def one_line(text: str) -> str:
    """Return a text on one line: programs do not read the ends of lines in texts alike."""
    return re.sub(r"[\x00-\x1f\x7f\x85\u2028\u2029]+", " ", text)


@dataclass(frozen=True)
class CalibrationMargin:
    """One margin of a calibration.

    Attributes
    ----------
    column : str
        Of the data: the cell of each row, empty where it takes no part.
    cells : tuple of str
    targets : tuple of float
        Totals of the weights, one a cell.
    whole : bool
        Whether every row takes part.
    """

    column: str
    cells: tuple[str, ...]
    targets: tuple[float, ...]
    whole: bool


@dataclass(frozen=True)
class CalibrationStep:
    """One calibration of a wave.

    Attributes
    ----------
    method : str
        ``raking``, ``linear`` or ``logit``.
    total : float
        Total of the weights.
    margins : tuple of Margin
    totals : mapping
        Totals of columns of numbers.
    bounds : (lower, upper) or None
        Bounds on g.
    limits : (str, str) or None
        Columns of each row's own bounds on g, instead.
    rescale : bool
        Whether g is the final weight over the design weight scaled to `total`.
    """

    method: str
    total: float
    margins: tuple[CalibrationMargin, ...]
    totals: Mapping[str, float] = field(default_factory=dict)
    bounds: tuple[float, float] | None = None
    limits: tuple[str, str] | None = None
    rescale: bool = True

    @property
    def closed(self) -> bool:
        """Whether the weights are a formula, and not the end of a search."""
        one = len(self.margins) == 1 and not self.totals
        return (self.method == "linear" or one) and self.bounds is None and self.limits is None


@dataclass(frozen=True)
class WaveSample:
    """One wave: its rows in the data, and what was done to its weights.

    Attributes
    ----------
    id : str
    rows : slice
        Of the columns of the sample.
    calibrations : tuple of Calibrated
        In the order in which they were made.
    """

    id: str
    rows: slice
    calibrations: tuple[CalibrationStep, ...] = ()


@dataclass(frozen=True, eq=False)
class WitnessSample:
    """The waves of one part as another program must see them.

    Attributes
    ----------
    columns : dict of str to ndarray of str, each of shape (n,)
        The data, row by row over all waves; an empty text is no value.
    design : Design
        Names of the design's columns in `columns`.
    waves : tuple of WaveSample
    apart : bool
        Whether each wave is a design of its own; otherwise they are one.
    replicates : tuple of str
        Columns of replicate weights.
    scale, rscales, mse, combined, degf
        What the variance of replicate weights is made of.
    part : str
    """

    columns: dict[str, Texts]
    design: Design
    waves: tuple[WaveSample, ...]
    apart: bool = True
    replicates: tuple[str, ...] = ()
    scale: float = 1.0
    rscales: tuple[float, ...] = ()
    mse: bool = False
    combined: bool = True
    degf: int | None = None
    part: str = ""


@dataclass(frozen=True)
class AskedEstimate:
    """What an estimate is of: ``sum w y / sum w d``, over the members of a group.

    Attributes
    ----------
    column : str
        Of answers (with `scores`), or of numbers.
    scores : mapping or None
        Score of each code; codes that are not named count 0. None: the column's number itself.
    base : tuple of str or None
        Codes in the base; None: whoever has a value.
    below : str or None
        Column of the denominator of a ratio.
    plain : bool
        Whether it is a total, without a denominator.
    group : (str, tuple of str) or None
        A column and its codes: the members.
    others : tuple of str
        The codes of the other groups of the same column.
    share : bool
        Whether it has the interval of a proportion.
    """

    column: str
    scores: Mapping[str, float] | None = None
    base: tuple[str, ...] | None = None
    below: str | None = None
    plain: bool = False
    group: tuple[str, tuple[str, ...]] | None = None
    others: tuple[str, ...] = ()
    share: bool = False

    @property
    def rest(self) -> AskedEstimate:
        """The same of the other groups together."""
        assert self.group is not None
        column, codes = self.group
        return replace(self, group=(column, self.others), others=codes)


@dataclass(frozen=True)
class Level:
    """An estimate of one wave, and the interval that it has."""

    wave: str
    asked: AskedEstimate
    interval: str


@dataclass(frozen=True)
class AskedChange:
    """An estimate of one wave less another: that of an earlier wave, or of the other groups."""

    later: str
    earlier: str
    asked: AskedEstimate
    asked_before: AskedEstimate


@dataclass(frozen=True)
class Slope:
    """The yearly slope of a series by least squares, each wave counting the same.

    Attributes
    ----------
    waves : tuple of str
        From the oldest to the latest.
    dates : tuple of str
        Of the waves, as ``2025-05-01``.
    asked : tuple of Asked
        What the estimate of each wave is of.
    """

    waves: tuple[str, ...]
    dates: tuple[str, ...]
    asked: tuple[AskedEstimate, ...]


@dataclass(frozen=True)
class Figure:
    """A figure to be worked out again.

    Attributes
    ----------
    part : str
        Whose sample it is of.
    key : str
        Its name in the table of expected figures.
    what : Level or Change or Slope or None
        None: it is not worked out again, for `why`.
    expected : mapping
        Of :data:`NUMBERS`; NaN where there is none.
    """

    part: str
    key: str
    what: Level | AskedChange | Slope | None
    expected: Mapping[str, Any]
    why: str = ""
