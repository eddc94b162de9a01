"""Judge a claim by the tables of a release, at their printed precision."""

from __future__ import annotations

import math
from dataclasses import replace

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import TOTAL, Cell, Difference, SeriesFact
from padai.publishing.checking import claims as kinds
from padai.publishing.checking.claim_places import Sentence
from padai.publishing.checking.claims import Claim
from padai.publishing.checking.judged import (
    CONTRADICTED,
    NOT_CHECKED,
    NOT_COMPARABLE,
    NOT_SHOWN,
    SUPPORTED,
    Judged,
)
from padai.publishing.checking.patterns import OTHERS
from padai.publishing.checking.published import PublishedFigures
from padai.publishing.checking.ranking import multiplied, of_series
from padai.publishing.checking.times import SpokenPeriod
from padai.publishing.exhibits.exhibit_items import Item, breaks_between, bridged

_UP = ("rose", "rose_less_than_margin")
_DOWN = ("fell", "fell_less_than_margin")
_ALLOWED = {
    kinds.UP: _UP, kinds.DOWN: _DOWN, kinds.STABLE: ("stable",), kinds.UNTOLD: ("cannot_tell",),
    kinds.NOT_UP: (*_DOWN, "stable", "cannot_tell"),
    kinds.NOT_DOWN: (*_UP, "stable", "cannot_tell"),
    kinds.BROKEN: ("not comparable",), kinds.SIGNIFICANT: (*_UP, *_DOWN),
}  # fmt: skip
_ORDERED = {
    kinds.ABOVE: ("higher",), kinds.BELOW: ("lower",), kinds.ALIKE: ("comparable",),
    kinds.UNTOLD: ("no_difference_shown",), kinds.NO_GAP: ("no_difference_shown",),
    kinds.SIGNIFICANT: ("higher", "lower"),
}  # fmt: skip


class Judge:
    """The figures of a release, asked about one claim at a time."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.published = PublishedFigures(context)

    def judge(self, claim: Claim, item: Item, sentence: Sentence, others: list[Claim]) -> Judged:
        """Return what the release says of a claim about a figure."""
        if claim.kind == kinds.LEVEL and sentence.cell and not claim.unit:
            claim = self._without_unit(claim, item)
        beside = {
            kinds.PER_CENT: self._per_cent, kinds.MARGIN: self._margin,
            kinds.CHANGE: self._size, kinds.SLOPE: self._size, kinds.CONTRAST: self._size,
        }  # fmt: skip
        among = {kinds.INTERVAL: self._interval, kinds.BARE: self._bare, kinds.BASE: self._base_of}
        among |= dict.fromkeys(kinds.LEVELS, self._level_of)
        among |= dict.fromkeys(kinds.SERIES, self._series)
        if claim.kind in among:
            return among[claim.kind](claim, item, sentence, others)
        if claim.kind in beside:
            return beside[claim.kind](claim, item, sentence)
        if claim.kind == kinds.MULTIPLE and math.isfinite(claim.value):
            return self._multiple(claim, item, sentence)
        if claim.kind in _ALLOWED or claim.kind in _ORDERED:
            return self._verdict(claim, item, sentence)
        return Judged(NOT_CHECKED, item)

    def _level_of(
        self, claim: Claim, item: Item, sentence: Sentence, others: list[Claim]
    ) -> Judged:
        return self._level(claim, item, sentence.wave_of(claim, others))

    def _base_of(self, claim: Claim, item: Item, sentence: Sentence, others: list[Claim]) -> Judged:
        return self._base(claim, item, sentence.wave_of(_anchor(claim, others), others))

    def _series(self, claim: Claim, item: Item, sentence: Sentence, others: list[Claim]) -> Judged:
        period = sentence.period_of(claim)
        wave = sentence.wave_of(claim, others)
        first = period.first if period and period.first != wave else ""
        return of_series(self.published, claim, item, first, wave)

    def _without_unit(self, claim: Claim, item: Item) -> Claim:
        """Read a number of a table for what it can be: a signed one of a share is its change."""
        if self.context.kind(item.question, item.response) != "share":
            return claim
        if claim.sign:
            return replace(claim, kind=kinds.CHANGE)
        return replace(claim, kind=kinds.OTHER) if claim.value > 100 else claim

    def _level(self, claim: Claim, item: Item, wave: str) -> Judged:
        cell = self.published.cell(item, wave)
        if cell is None:
            return Judged(NOT_SHOWN, item, wave, why="absent", table="series.csv")
        if not cell.shown:
            return Judged(
                NOT_SHOWN, item, wave, self.context.withheld(cell), "withheld", "series.csv"
            )
        says = self.context.value(cell)
        if claim.kind in (kinds.OVER_HALF, kinds.UNDER_HALF):
            return self._half(claim, item, cell, wave)
        right = self._fits(claim, cell)
        status = SUPPORTED if right else CONTRADICTED
        return Judged(status, item, wave, says, "" if right else "value", "series.csv")

    def _half(self, claim: Claim, item: Item, cell: Cell, wave: str) -> Judged:
        over = claim.kind == kinds.OVER_HALF
        end = cell.conf_low if over else cell.conf_high
        right = math.isfinite(end) and (end > 0.5 if over else end < 0.5)
        right = right and self.context.kind(item.question, item.response) == "share"
        says = f"{self.context.value(cell)} ({self.context.interval(cell)})"
        status = SUPPORTED if right else CONTRADICTED
        return Judged(status, item, wave, says, "" if right else "half", "series.csv")

    def _fits(self, claim: Claim, cell: Cell) -> bool:
        """Whether a level is the printed one, or what it may be rounded to."""
        kind = self.context.kind(cell.question, cell.response)
        if kind == "mean" and claim.unit == "%":
            return False
        value = cell.estimate * (1 if kind == "mean" else 100)
        if kind == "balance" and claim.sign < 0:
            value = -value
        if claim.kind == kinds.FRACTION:
            return _about(claim, value, claim.high)
        if claim.slack:
            return _about(claim, value, 2.5 if claim.value % 5 == 0 and not claim.digits else 1.0)
        return _rounds(claim.value, claim.digits, value)

    def _base(self, claim: Claim, item: Item, wave: str) -> Judged:
        cell = self.published.cell(item, wave)
        if math.isfinite(claim.high) and (cell is None or not math.isfinite(cell.n_base)):
            return Judged(NOT_CHECKED, item, wave)
        if cell is None or not math.isfinite(cell.n_base):
            return Judged(
                NOT_SHOWN,
                item,
                wave,
                why="absent" if cell is None else "withheld",
                table="series.csv",
            )
        says = f"n = {self.context.numbers.count(cell.n_base)}"
        low, high = claim.value, claim.high if math.isfinite(claim.high) else claim.value
        right = low <= cell.n_base <= high
        if high > low and not right:
            return Judged(NOT_CHECKED, item, wave)  # of several figures at once
        status = SUPPORTED if right else CONTRADICTED
        return Judged(status, item, wave, says, "" if right else "base", "series.csv")

    def _interval(
        self, claim: Claim, item: Item, sentence: Sentence, others: list[Claim]
    ) -> Judged:
        """Compare an interval with those that stand beside the figure: any of them may be meant."""
        wave = sentence.wave_of(_anchor(claim, others), others)
        cell = self.published.cell(item, wave)
        if cell is not None and not cell.shown:
            return Judged(
                NOT_SHOWN, item, wave, self.context.withheld(cell), "withheld", "series.csv"
            )
        kind = self.context.kind(item.question, item.response)
        factor = 1 if kind == "mean" else 100
        ends = self.published.intervals_of_changes(item, sentence.period_of(claim))
        # An interval of a change, or of a balance, is signed.
        if cell is not None and cell.has_interval and (kind == "balance" or not claim.sign):
            ends = [(cell.conf_low, cell.conf_high, self.context.interval(cell)), *ends]
        if not ends:
            return Judged(NOT_CHECKED, item, wave)
        for low, high, says in ends:
            if all(
                _rounds(abs(c), claim.digits, abs(v) * factor) and (c * v >= 0 or abs(c) < 1e-9)
                for c, v in ((claim.value, low), (claim.high, high))
            ):
                return Judged(SUPPORTED, item, wave, says, "", "series.csv")
        return Judged(CONTRADICTED, item, wave, ends[0][2], "interval", "series.csv")

    def _bare(self, claim: Claim, item: Item, sentence: Sentence, others: list[Claim]) -> Judged:
        """Read a number without a unit as a level where a mean or balance is spoken of."""
        kind = self.context.kind(item.question, item.response)
        compared = any(c.kind in kinds.DIRECTIONS for c in others)
        if kind != "mean" or not claim.digits or compared:
            return Judged(NOT_CHECKED, item)
        return self._level(claim, item, sentence.wave_of(claim, others))

    def _size(self, claim: Claim, item: Item, sentence: Sentence) -> Judged:
        kind = self.context.kind(item.question, item.response)
        beside = item.breakdown != TOTAL and not sentence.periods and OTHERS.search(sentence.flat)
        if claim.kind == kinds.CONTRAST or beside:
            return self._contrast_size(claim, item)
        period = sentence.period_of(claim)
        if claim.kind == kinds.SLOPE and period is None:
            period = self.published.whole_period(item)
        period = period or self.published.last_period(item)
        if kind == "balance" and period is None and claim.sign:
            return self._level(claim, item, self.context.wave)
        if period is None:
            return Judged(NOT_CHECKED, item)
        changes = self.published.changes(item, period)
        sizes = [
            f
            for f in changes
            if math.isfinite(f.estimate) and _is_slope(f) == (claim.kind == kinds.SLOPE)
        ]
        factor = 1 if kind == "mean" else 100
        values = [f.estimate * factor for f in sizes]
        if not values and (refused := self._unmade(item, period, changes)):
            return refused
        if claim.kind == kinds.CHANGE:
            values += self.published.between_levels(item, period, factor)
        if not values:
            return Judged(NOT_SHOWN, item, period.first, why="unpublished", table="changes.csv")
        right = any(_moves(claim, v) for v in values)
        says = self.context.numbers.printed_change(values[0] / factor, kind)
        if sizes and isinstance(sizes[0], SeriesFact) and _is_slope(sizes[0]):
            says += self.context.say("publishing-checking-a-year")
        status = SUPPORTED if right else CONTRADICTED
        return Judged(status, item, period.first, says, "" if right else "size", "changes.csv")

    def _unmade(
        self, item: Item, period: SpokenPeriod, changes: list[Difference | SeriesFact]
    ) -> Judged | None:
        """Say why a comparison has no size: a break, a withheld figure."""
        order = list(self.context.survey.waves)
        refused = any(f.verdict == "not comparable" for f in changes if isinstance(f, Difference))
        between = (
            breaks_between(self.context, item, period.first, period.last)
            if order.index(period.first) < order.index(period.last)
            else []
        )
        if refused or any(not bridged(b, item) for b in between):
            return Judged(NOT_COMPARABLE, item, period.first, why="break", table="breaks.csv")
        cells = [self.published.cell(item, w) for w in (period.first, period.last)]
        if any(c is not None and not c.shown for c in cells):
            return Judged(NOT_SHOWN, item, period.first, why="withheld", table="changes.csv")
        return None

    def _contrast_size(self, claim: Claim, item: Item) -> Judged:
        contrast = self.published.contrast(item)
        if contrast is None or not contrast.shown:
            return Judged(NOT_CHECKED, item)
        kind = self.context.kind(item.question, item.response)
        value = contrast.estimate * (1 if kind == "mean" else 100)
        right = _moves(claim, value)
        says = self.context.numbers.printed_change(contrast.estimate, kind)
        status = SUPPORTED if right else CONTRADICTED
        return Judged(status, item, contrast.wave, says, "" if right else "size", "contrasts.csv")

    def _per_cent(self, claim: Claim, item: Item, sentence: Sentence) -> Judged:
        """A change between two shares is in points; what per cent would say is another number."""
        if self.context.kind(item.question, item.response) == "mean":
            return Judged(NOT_CHECKED, item)
        judged = self._size(
            Claim(
                kinds.CHANGE,
                claim.start,
                claim.end,
                claim.value,
                digits=claim.digits,
                sign=claim.sign,
                slack=claim.slack,
            ),
            item,
            sentence,
        )
        if judged.status in (SUPPORTED, CONTRADICTED):
            return Judged(CONTRADICTED, item, judged.wave, judged.says, "points", judged.table)
        return judged

    def _margin(self, claim: Claim, item: Item, sentence: Sentence) -> Judged:
        contrasts = [
            f
            for f in self.published.changes(item, sentence.period_of(claim))
            if isinstance(f, Difference) and math.isfinite(f.margin)
        ]
        contrast = self.published.contrast(item) if item.breakdown != TOTAL else None
        if contrast is not None and math.isfinite(contrast.margin):
            contrasts.append(contrast)
        if not contrasts:
            return Judged(NOT_CHECKED, item)
        right = any(abs(f.margin - claim.value) < 0.006 for f in contrasts)
        says = f"± {self.context.numbers.decimal(contrasts[0].margin, 0)}"
        status = SUPPORTED if right else CONTRADICTED
        return Judged(status, item, "", says, "" if right else "margin", "changes.csv")

    def _multiple(self, claim: Claim, item: Item, sentence: Sentence) -> Judged:
        period = sentence.period_of(claim) or self.published.last_period(item)
        if period is None:
            return Judged(NOT_CHECKED, item)
        unmade = self._unmade(item, period, self.published.changes(item, period))
        return unmade or multiplied(self.published, claim, item, period)

    def _verdict(self, claim: Claim, item: Item, sentence: Sentence) -> Judged:
        if self._between_groups(claim, item, sentence):
            return self._order(claim, item)
        if claim.kind == kinds.NO_GAP or (claim.kind in kinds.ORDERS and not sentence.periods):
            return Judged(NOT_CHECKED, item)
        if not self.context.words(item.part).has_intervals:
            return Judged(CONTRADICTED, item, "", "", "sample")
        period = sentence.period_of(claim) or self.published.last_period(item)
        if period is None:
            return Judged(NOT_CHECKED, item)
        changes = self.published.changes(item, period)
        verdicts = [f.verdict for f in changes if f.verdict and f.verdict != "not comparable"]
        if claim.kind == kinds.BROKEN:
            broken = self._unmade(item, period, changes)
            right = broken is not None and broken.status == NOT_COMPARABLE
            return Judged(
                SUPPORTED if right else NOT_CHECKED, item, period.first, table="breaks.csv"
            )
        if not verdicts:
            unmade = self._unmade(item, period, changes)
            return unmade or Judged(
                NOT_SHOWN, item, period.first, why="unpublished", table="changes.csv"
            )
        kind = {kinds.ABOVE: kinds.UP, kinds.BELOW: kinds.DOWN, kinds.ALIKE: kinds.STABLE}.get(
            claim.kind, claim.kind
        )
        right = any(v in _ALLOWED[kind] for v in verdicts)
        return Judged(
            SUPPORTED if right else CONTRADICTED,
            item,
            period.first,
            self.published.in_words(changes, verdicts[0]),
            "" if right else "verdict",
            "changes.csv",
        )

    def _between_groups(self, claim: Claim, item: Item, sentence: Sentence) -> bool:
        if (
            item.breakdown == TOTAL
            or claim.kind not in _ORDERED
            or sentence.periods_in(sentence.flat)
        ):
            return False
        return claim.kind in kinds.ORDERS or not sentence.periods

    def _order(self, claim: Claim, item: Item) -> Judged:
        contrast = self.published.contrast(item)
        if contrast is None or not contrast.verdict:
            return Judged(NOT_SHOWN, item, why="unpublished", table="contrasts.csv")
        right = contrast.verdict in _ORDERED[claim.kind]
        return Judged(
            SUPPORTED if right else CONTRADICTED,
            item,
            contrast.wave,
            self.published.in_words([contrast], contrast.verdict),
            "" if right else "verdict",
            "contrasts.csv",
        )


def _anchor(claim: Claim, others: list[Claim]) -> Claim:
    """Return the level before which an interval or a base stands, else the claim itself."""
    before = [c for c in others if c.kind in kinds.LEVELS and c.start < claim.start]
    return before[-1] if before else claim


def _is_slope(change: Difference | SeriesFact) -> bool:
    return isinstance(change, SeriesFact) and change.term == "slope"


def _rounds(claimed: float, digits: int, value: float) -> bool:
    """Whether a number is what a value, printed to 0.1 or finer, rounds to."""
    return abs(claimed - value) <= 0.5 * 10.0**-digits + 1e-6


def _about(claim: Claim, value: float, width: float) -> bool:
    if claim.slack == "over":
        return claim.value < value <= claim.value + 4 * width
    if claim.slack == "under":
        return claim.value - 4 * width <= value < claim.value
    return abs(claim.value - value) <= width


def _moves(claim: Claim, value: float) -> bool:
    """Whether a size said is that of a change, in the direction said."""
    if claim.sign and value and (claim.sign > 0) != (value > 0) and abs(value) >= 0.05:
        return False
    if claim.slack:
        return _about(claim, abs(value), 1.0)
    # a printed difference may differ by 0.1 from that of the printed values
    return (
        abs(claim.value - abs(value))
        <= 0.5 * 10.0**-claim.digits + 0.051 * (claim.digits > 0) + 1e-6
    )
