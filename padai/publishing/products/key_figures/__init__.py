"""The key figures of a release on one image."""
