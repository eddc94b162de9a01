"""A second opinion: the same figures, worked out by another program from the same answers.

A floor under the results: it is given facts (columns, designs, calibrations, what is asked) and
writes programs of other tools. It computes nothing, and starts nothing.
"""

from __future__ import annotations

from padai.witness.figures import (
    BRIDGED,
    ENDS,
    REST,
    SLOPE,
    change_figure,
    level_figure,
    name_of,
    whole_figure,
)
from padai.witness.sample_data import (
    AskedChange,
    AskedEstimate,
    CalibrationMargin,
    CalibrationStep,
    Figure,
    Level,
    Slope,
    WaveSample,
    WitnessSample,
    one_line,
)
from padai.witness.witness import KINDS, Witness, witness_of

__all__ = [
    "BRIDGED",
    "ENDS",
    "KINDS",
    "REST",
    "SLOPE",
    "AskedChange",
    "AskedEstimate",
    "CalibrationMargin",
    "CalibrationStep",
    "Figure",
    "Level",
    "Slope",
    "WaveSample",
    "Witness",
    "WitnessSample",
    "change_figure",
    "level_figure",
    "name_of",
    "one_line",
    "whole_figure",
    "witness_of",
]
