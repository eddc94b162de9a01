"""Where a cell that is withdrawn stands: a part, a wave, a question, a response, a group."""

from __future__ import annotations

from dataclasses import dataclass

ALL = "*"
TOTAL = "total"
KEYS = ("part", "wave", "question", "response", "breakdown", "group")


@dataclass(frozen=True)
class Address:
    """Where a cell stands; ``*`` for all of a kind."""

    part: str = ALL
    wave: str = ALL
    question: str = ALL
    response: str = ALL
    breakdown: str = ALL
    group: str = ALL
