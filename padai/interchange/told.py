"""One column as a file tells it, before it is a question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from padai.interchange.draft import DraftMissing, Value
from padai.interchange.lingering import of_countries
from padai.waves.empty_cells import EMPTY
from padai.words import Said

_OF_A_COUNTRY = re.compile(r"^([A-Z]{2}(?:-[A-Z])?) ?[-–:] ?[A-Z].*$")
"""A country as archives label it: "BE-Belgium"."""


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

    @property
    def says_no_more(self) -> bool:
        """Whether its one value is all that it may hold, or the country of everybody."""
        labels = self.answer_labels
        coded = [_OF_A_COUNTRY.sub(r"\1", text) for text in labels.values()]
        alone = len(labels) == 1 or of_countries(coded)
        return alone or all(text == value for value, text in labels.items())

    @property
    def is_a_tick(self) -> bool:
        """Whether it holds a 1 or nothing, as R writes a box: blank, or ``NA``, is not ticked."""
        blank = {v for v in self.missing_values if v in EMPTY}
        return (
            self.substantive == (1,)
            and blank == self.missing_values
            and set(self.answer_labels) <= {1}
        )

    @property
    def is_a_box(self) -> bool:
        """Whether it holds one answer and blanks: as a question, all of its answers are the one."""
        text = len(self.values) == 1 and isinstance(self.values[0], str) and self.says_no_more
        return text or self.is_a_tick

    def ticked(self) -> ToldColumn:
        """Return it without what stands in a box that is not ticked, which is no missing code."""
        return replace(self, values=(1,), missing=()) if self.is_a_tick else self
