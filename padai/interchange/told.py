"""One column as a file tells it, before it is a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from padai.interchange.draft import DraftMissing, Value
from padai.words import Said


@dataclass(frozen=True)
class ToldColumn:
    """One column as a file tells it."""

    name: str
    label: str
    values: tuple[Value, ...]
    labels: Mapping[Value, str]
    missing: tuple[DraftMissing, ...]
    rows: int
    notes: tuple[Said, ...] = ()
    id: str = ""

    @property
    def missing_values(self) -> set[Value]:
        """The values that stand for no answer."""
        return {m.value for m in self.missing}

    @property
    def substantive(self) -> tuple[Value, ...]:
        """The values observed that are answers, in order."""
        gone = self.missing_values
        return tuple(v for v in self.values if v not in gone)

    @property
    def answer_labels(self) -> dict[Value, str]:
        """The labels of answers, in the order of their values."""
        gone = self.missing_values
        return {v: text for v, text in self.labels.items() if v not in gone}
