"""The slides of a release."""
