"""What the flags of the store mean, and what stands where a number is not shown."""

from __future__ import annotations

from padai.words import Both

FLAG_WORDS: dict[str, dict[str, str]] = {
    "*": Both("publishing-interpret-with-caution"),
    "**": Both("publishing-indicative-only"),
    "E": Both("publishing-use-with-caution"),
    "F": Both("publishing-too-unreliable-to-be-published"),
    "b": Both("publishing-small-base-30-to-99"),
    "B": Both("publishing-too-few-respondents"),
    "x": Both("publishing-confidential"),
    "0": Both("publishing-no-respondent"),
    "d": Both("publishing-interval-that-cannot-be-computed"),
}
"""What each flag of the store means."""
CAUTIONS = ("*", "**", "E", "b")
"""The flags that stand beside a figure that is shown."""
WITHHELD = {
    "B": Both("publishing-too-few"),
    "0": Both("publishing-no-respondent"),
    "x": Both("publishing-x"),
    "F": Both("publishing-f"),
}
"""What stands where a number is not shown."""
