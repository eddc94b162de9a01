"""What the store says, and how numbers, names and verdicts are written."""
