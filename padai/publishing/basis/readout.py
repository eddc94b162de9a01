"""The figures of a survey as one language writes them, with its names."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from padai.publishing.basis.flags import CAUTIONS, WITHHELD
from padai.publishing.basis.lookup import MAIN, Cell, Lookup
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.numbers import NBSP
from padai.words import in_a_row


@dataclass(frozen=True)
class Readout(Naming):
    """Names and figures in one language; it knows no page, and numbers no exhibit.

    Attributes
    ----------
    lookup
        The store's tables, indexed.
    """

    lookup: Lookup = field(kw_only=True)

    def counts_only(self, part: str = MAIN) -> bool:
        """Whether a share is written as people out of people: a panel of fewer than 50."""
        if self.part(part).sample_type != "minipublic":
            return False
        return self.lookup.respondents(part) < 50

    # --- figures ---------------------------------------------------------------------------

    def value(self, cell: Cell, *, sign: bool = True) -> str:
        """Write an estimate with its flags, or why it is not shown."""
        if not cell.shown:
            return self.withheld(cell)
        kind = self.kind(cell.question, cell.response)
        if kind == "share" and self.counts_only(cell.part):
            size = round(cell.n_base)
            return f"{round(cell.estimate * size)}{self.say('publishing-out-of')}{size}"
        text = self.numbers.level(cell.estimate, kind, sign=sign)
        marks = [f for f in cell.flag.split() if f in CAUTIONS]
        return text + (f"{NBSP}{' '.join(marks)}" if marks else "")

    def withheld(self, cell: Cell) -> str:
        """Write why an estimate is not shown."""
        for flag in cell.flag.split():
            if flag in WITHHELD:
                return WITHHELD[flag][self.lang]
        return "–"

    def interval(self, cell: Cell, *, sign: bool = True) -> str:
        """Write the interval of an estimate, where its sample type has one."""
        if not (cell.shown and cell.has_interval and self.words(cell.part).has_intervals):
            return "–"
        kind = self.kind(cell.question, cell.response)
        return self.numbers.range(cell.conf_low, cell.conf_high, kind, sign=sign)

    def base(self, cells: Sequence[Cell | None]) -> str:
        """Write the unweighted base of an exhibit: one number, or the range of several."""
        known = [c for c in cells if c is not None]
        sizes = sorted({int(c.n_base) for c in known if math.isfinite(c.n_base)})
        if not sizes:
            return "x" if known else "–"
        if sizes[0] == sizes[-1]:
            return self.numbers.count(sizes[0])
        low, high = self.numbers.count(sizes[0]), self.numbers.count(sizes[-1])
        return self.say("publishing-to-9ad7", low=low, high=high)

    def size(self, cells: Sequence[Cell | None]) -> str:
        """Write the unweighted base as a caption has it, on one line."""
        return f"n = {self.base(cells)}".replace(" ", NBSP)

    def sample_note(
        self, cells: Sequence[Cell | None], part: str = MAIN, *, lines: bool = True
    ) -> str:
        """Write what stands under a chart: base, interval, and the sample's own caution.

        `lines` says whether the chart draws intervals as lines.
        """
        words = self.words(part)
        base = self.base_words(list(dict.fromkeys(c.question for c in cells if c is not None)))
        sentences = [self.say("publishing-base-unweighted-n", base=base)]
        if lines and words.has_intervals and any(c is not None and c.has_interval for c in cells):
            sentences.append(self.say("publishing-lines", interval=words.interval))
        return in_a_row(*sentences, words.under)
