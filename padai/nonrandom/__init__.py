"""ESTIMATE where the sample is not random: models of who took part."""

from padai.nonrandom.drifting import validation_errors
from padai.nonrandom.participating import nonprob

__all__ = ["nonprob", "validation_errors"]
