"""Synthetic waves from a definition, with known truth."""

from padai.simulation.synthetic import Simulation, rebuild, simulate, write_checksums

__all__ = ["Simulation", "rebuild", "simulate", "write_checksums"]
