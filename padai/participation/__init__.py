"""Panels and consultations: `stages` sees respondents, `pages` sees the store alone."""
