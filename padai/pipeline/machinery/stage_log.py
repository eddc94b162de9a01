"""What is said while a build runs: to a person a few words, to a machine one record a stage."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from padai.errors import language
from padai.words import say
from padai.words.said import typeset

Say = Callable[[str], None]
Log = Callable[[Mapping[str, Any]], None]


def step_words(ident: str, *place: str) -> str:
    """Return where a build is and what it does there, in the language in force.

    Examples
    --------
    >>> step_words("pipeline-step-comparisons", "demo", "2025", "main")
    'demo 2025 main: comparisons'
    """
    return typeset(say(ident, language(), place=" ".join(place)), language())


def _silent(_said: object) -> None:
    return None


@dataclass(frozen=True)
class Stages:
    """Tells of the stages of a build.

    Attributes
    ----------
    say
        Called with a short text as the work goes on.
    log
        Called at the end of each stage with ``stage``, ``seconds`` and ``counts``; nothing in it
        concerns a respondent.
    """

    say: Say = _silent
    log: Log = _silent

    @contextmanager
    def stage(self, name: str) -> Iterator[dict[str, int]]:
        """Time a stage; what the stage counts, it writes into the mapping that it is given."""
        counts: dict[str, int] = {}
        start = time.perf_counter()
        yield counts
        seconds = round(time.perf_counter() - start, 3)
        self.log({"stage": name, "seconds": seconds, "counts": counts})
