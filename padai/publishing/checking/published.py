"""What a release publishes of a figure: its levels, changes, contrasts and periods."""

from __future__ import annotations

import math

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import TOTAL, Cell, Difference, SeriesFact
from padai.publishing.checking.times import SpokenPeriod
from padai.publishing.exhibits.exhibit_items import Item


class PublishedFigures:
    """What is published of the figures of a release."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def cell(self, item: Item, wave: str) -> Cell | None:
        """Return the estimate of a wave."""
        place = (item.breakdown, item.group, item.part)
        if wave == self.context.wave:
            return self.context.lookup.cell(item.question, item.response, *place)
        return self.context.lookup.past(item.question, item.response, wave, *place)

    def intervals_of_changes(
        self, item: Item, period: SpokenPeriod | None
    ) -> list[tuple[float, float, str]]:
        """Return the published intervals of changes and contrasts of a figure, and their words."""
        kind = self.context.kind(item.question, item.response)
        published: list[Difference | SeriesFact] = [
            change for change in self.changes(item, period) if math.isfinite(change.conf_low)
        ]
        contrast = self.contrast(item) if item.breakdown != TOTAL else None
        if contrast is not None and contrast.has_interval:
            published.append(contrast)
        written = self.context.numbers.range
        return [
            (one.conf_low, one.conf_high, written(one.conf_low, one.conf_high, kind, change=True))
            for one in published
        ]

    def changes(self, item: Item, period: SpokenPeriod | None) -> list[Difference | SeriesFact]:
        """Return the comparisons of a figure that are published, of a period where one is said."""
        lookup, current = self.context.lookup, self.context.wave
        place = (item.breakdown, item.group, item.part)
        waves = self.context.survey.waves
        changes: list[Difference | SeriesFact] = []
        for wave in waves:
            change = lookup.change(item.question, item.response, wave, *place)
            fits = period is None or (period.first == wave and period.last == current)
            if change is not None and fits:
                changes.append(change)
        tests = lookup.told(item.question, item.response, item.part, item.breakdown, item.group)
        for one in tests:
            fits = period is None or (one.first_wave, one.last_wave) == (period.first, period.last)
            if fits and one.term in ("slope", "ends") and one.on in ("points", ""):
                changes.append(one)
        return changes

    def between_levels(self, item: Item, period: SpokenPeriod, factor: int) -> list[float]:
        """Return the difference of two printed levels, which may be by 0.1 another than printed."""
        first, last = (self.cell(item, w) for w in (period.first, period.last))
        if first is None or last is None or not (first.shown and last.shown):
            return []
        return [(last.estimate - first.estimate) * factor]

    def last_period(self, item: Item) -> SpokenPeriod | None:
        """Return the period of the change that the release shows."""
        change = self.context.lookup.last_change(
            item.question, item.response, item.breakdown, item.group, item.part
        )
        return SpokenPeriod(change.reference, self.context.wave, 0) if change else None

    def whole_period(self, item: Item) -> SpokenPeriod | None:
        """Return the period of the series' slope."""
        tests = self.context.lookup.told(
            item.question, item.response, item.part, item.breakdown, item.group
        )
        slope = next((t for t in tests if t.term == "slope" and t.on in ("points", "")), None)
        return SpokenPeriod(slope.first_wave, slope.last_wave, 0) if slope else None

    def contrast(self, item: Item) -> Difference | None:
        """Return the difference from the other groups."""
        return self.context.lookup.contrast(
            item.question, item.response, item.breakdown, item.group, item.part
        )

    def in_words(
        self, changes: list[Difference] | list[Difference | SeriesFact], verdict: str
    ) -> str:
        """Say a verdict that some comparisons have, with their margin and earlier wave."""
        from padai.publishing.basis.sentences import verdict_phrase

        margin = next(
            (f.margin for f in changes if isinstance(f, Difference) and f.verdict == verdict),
            math.nan,
        )
        since = next(
            (
                self.context.since(f.reference)
                for f in changes
                if isinstance(f, Difference)
                and f.verdict == verdict
                and f.reference in self.context.survey.waves
            ),
            "",
        )
        return verdict_phrase(verdict, self.context.numbers, margin, since)
