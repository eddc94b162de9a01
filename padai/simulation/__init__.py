"""Synthetic waves from a definition, with known truth."""

from padai.simulation.synthetic import (
    Simulation,
    SyntheticFile,
    rebuild,
    simulate,
    write_checksums,
)

__all__ = ["Simulation", "SyntheticFile", "rebuild", "simulate", "write_checksums"]
