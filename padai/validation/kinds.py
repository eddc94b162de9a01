"""What a finding is made of: how grave it is, at which stage it is looked for, a picture's bars."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]
Stage = Literal["delivered", "weighted"]


@dataclass(frozen=True)
class DriftBar:
    """The shares of one answer, now and in the wave compared with, in a drift's picture."""

    labels: Mapping[str, str]
    now: float
    before: float
