"""Waves that are never read whole: an engine sums, and what it sums stands for respondents."""
