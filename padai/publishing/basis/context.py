"""What every exhibit works with: the store's numbers, one language, and the words allowed."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

from padai.publishing.basis.flags import CAUTIONS, WITHHELD
from padai.publishing.basis.lookup import MAIN, Cell, Lookup
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.numbers import NBSP
from padai.publishing.basis.vocabulary import SYNTHETIC, UNREVIEWED, status_words
from padai.store import Store, outside
from padai.words import in_a_row


@dataclass(frozen=True, init=False, kw_only=True)
class Context(Naming):
    """A store seen in one language.

    Attributes
    ----------
    store
        The open release store.
    lang
        The tag of one of the survey's languages.
    drawn
        Whether figures are drawn; a document of tables alone has none.
    """

    store: Store
    drawn: bool
    _labels: dict[str, int] = field(repr=False)

    def __init__(self, store: Store, lang: str, *, drawn: bool = True) -> None:
        # whatever is written of a store is at its printed precision
        kept = outside(store)
        confidence = float(kept.facts.get("level", 0.95))
        survey, languages = kept.survey, tuple(kept.survey.languages)
        super().__init__(lang, languages, survey=survey, wave=kept.wave, confidence=confidence)
        object.__setattr__(self, "store", kept)
        object.__setattr__(self, "drawn", drawn)
        object.__setattr__(self, "_labels", {})

    @cached_property
    def lookup(self) -> Lookup:
        """The store's tables, indexed."""
        return Lookup(self.store)

    def shortened(self, questions: Sequence[str]) -> Self:
        """Return this context with the names of questions cut by what they all start with."""
        cut = super().shortened(questions)
        cut.__dict__["lookup"] = self.lookup  # indexed once for all
        return cut

    @property
    def marks(self) -> tuple[str, ...]:
        """What every page, picture and sheet must say: synthetic, status, sample type."""
        release = self.store.release
        when = self.numbers.date(dt.date.fromisoformat(str(release["publish_on"])))
        banners = dict.fromkeys(self.words(p).banner for p in self.parts)
        status = UNREVIEWED if self.unreviewed else str(release["status"])
        marks = [
            SYNTHETIC[self.lang] if self.survey.synthetic else "",
            status_words(status, self.lang, when),
            *banners,
        ]
        return tuple(m for m in marks if m)

    @property
    def unreviewed(self) -> bool:
        """Whether this is the draft of an unfinished definition, beside which nothing else lies."""
        return bool(self.store.release.get("unreviewed"))

    def counts_only(self, part: str = MAIN) -> bool:
        """Whether a share is written as people out of people: a panel of fewer than 50."""
        if self.part(part).sample_type != "minipublic":
            return False
        size = self.store.facts["sizes"][part][self.wave]["n"]
        return int(size) < 50

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

    def new_label(self, prefix: str, stem: str) -> str:
        """Return a label for cross references that no other exhibit of the report has."""
        clean = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "x"
        key = f"{prefix}-{clean}"
        self._labels[key] = self._labels.get(key, 0) + 1
        count = self._labels[key]
        return key if count == 1 else f"{key}-{count}"
