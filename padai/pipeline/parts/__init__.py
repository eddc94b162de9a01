"""The parts of a wave: read, weighted, and what may be shown of each."""
