"""The weight of a panel's people, and the replicates that belong to it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from padai.design import Design, Replicates, check_replicates
from padai.errors import ComparisonError, DataError
from padai.numerics.designs import BoolArray, FloatArray, IntArray, ReplicateWeights
from padai.survey import DesignSpec
from padai.waves.declared_design import replicates_as_declared
from padai.waves.sampling import replicates_of
from padai.waves.wave import Wave
from padai.words import Said

DECLARED = "declared"


@dataclass(frozen=True, eq=False)
class LongitudinalWeight:
    """Which column weighs the people of two waves, and which columns replicate it.

    Attributes
    ----------
    before, after : Wave
    column : str or None
        None: the weights of `before`, with whatever replicates it.
    replicates : Replicates or None
    """

    before: Wave
    after: Wave
    column: str | None
    replicates: Replicates | None

    @property
    def holder(self) -> Wave:
        """The wave that has the column."""
        return self.after if self.column in self.after._frame.columns else self.before

    def weights(self, place: IntArray) -> FloatArray:
        """Return the weights by the rows of `before`, shape (n,): 0 where there is none.

        Parameters
        ----------
        place : ndarray of int, shape (n,)
            Row of the same person in `after`; -1 where there is none.
        """
        import pandas as pd

        wave, name = self.holder, str(self.column)
        values = pd.to_numeric(wave.column(name), errors="coerce").to_numpy(np.float64)
        values = np.where(np.isfinite(values), values, 0.0)
        negative = int((values < 0).sum())
        if negative:
            raise DataError(
                Said("trends-the-longitudinal-weight-is-negative-in", name=name, negative=negative),
                where=wave._where,
            )
        return values[place] if wave is self.after else values

    def replicated(
        self, place: IntArray, known: BoolArray, weights: FloatArray
    ) -> tuple[Design, ReplicateWeights | None]:
        """Return the design of `before` under this weight, and the weight's replicates.

        Parameters
        ----------
        place : ndarray of int, shape (n,)
        known : ndarray of bool, shape (n,)
            Who has the weight; the others take no part, and their replicates are their weight.
        weights : ndarray, shape (n,)

        Raises
        ------
        DataError, DesignError
            Columns are absent; a replicate is blank or negative for someone who has the weight.
        """
        if self.replicates is None and self.before.design.replicates is None:
            return self.before.design, None
        design = replace(self.before.design, replicates=self.replicates)
        if self.replicates is None:
            return design, None
        wave = self.holder
        rows = (place if wave is self.after else np.arange(len(place)))[known]
        read = replicates_of(wave._frame.iloc[rows], self.replicates, self._where)
        assert read is not None
        outside = weights[:, None] if read.combined else np.ones((len(weights), 1))
        values = np.repeat(outside, read.count, axis=1)
        values[known] = read.values
        return design, replace(read, values=values)

    @property
    def _where(self) -> str:
        return f"{self.holder._where}replicates of the longitudinal weight '{self.column}': "


def chosen_weight(
    before: Wave, after: Wave, weight: str | None, replicates: Replicates | None
) -> LongitudinalWeight:
    """Return the weight that a call asks for, with its replicates.

    Parameters
    ----------
    weight, replicates
        As in :func:`padai.turnover`.

    Raises
    ------
    DesignError
        `replicates` is no kind of replicate weights.
    ComparisonError
        None is declared; the design has replicates and the weight has none of its own, or is given
        those of another weight.
    """
    check_replicates(replicates)
    declared = _declared_design(after)
    if weight == DECLARED:
        weight = _declared_weight(after, declared)
    if weight is None:
        if replicates is not None:
            raise ComparisonError(
                Said("trends-replicates-are-those-of-a-longitudinal"),
                where=after._where,
            )
        return LongitudinalWeight(before, after, None, None)
    if replicates is None and declared is not None and declared.longitudinal_weight == weight:
        spec = declared.longitudinal_replicates
        replicates = None if spec is None else replicates_as_declared(spec)
    chosen = LongitudinalWeight(before, after, weight, replicates)
    _check_replicates(chosen)
    return chosen


def _declared_design(after: Wave) -> DesignSpec | None:
    survey = after.survey
    if survey is None or after.id not in survey.waves:
        return None
    return survey.part(after.id, after.part).design


def _declared_weight(after: Wave, declared: DesignSpec | None) -> str:
    named = declared.longitudinal_weight if declared is not None else None
    if named is None:
        raise ComparisonError(
            Said("trends-change-among-the-same-people-rests-on-a", where=after._where),
        )
    return named


def _check_replicates(chosen: LongitudinalWeight) -> None:
    """Refuse a weight without replicates in a replicate design, or with those of another weight."""
    waves = (chosen.before, chosen.after)
    if chosen.replicates is None:
        replicated = [wave for wave in waves if wave.sample.replicates is not None]
        if replicated:
            raise ComparisonError(_without_own(chosen, replicated[0]), where=chosen.after._where)
        return
    for wave in waves:
        if wave.sample.forms:
            raise ComparisonError(
                Said("trends-wave-was-drawn-with-pps-or-in-two-phases", wave_id=wave.id),
                where=chosen.after._where,
            )
        own = wave.design.replicates
        if own is not None and (own.prefix, own.columns) == _named(chosen.replicates):
            raise ComparisonError(
                Said("trends-the-replicates-named-for-the", column=chosen.column, wave_id=wave.id),
                where=chosen.after._where,
            )


def _named(replicates: Replicates) -> tuple[str | None, tuple[str, ...]]:
    return replicates.prefix, tuple(replicates.columns)


def _without_own(chosen: LongitudinalWeight, wave: Wave) -> Said:
    known = wave.design.replicates is None  # made here from strata and psus
    return Said(
        "trends-longitudinal-weight-without-replicates",
        wave=wave.id,
        column=chosen.column,
        or_linearise=Said("trends-or-give-waves-without-replicates") if known else "",
    )


__all__ = ["DECLARED", "LongitudinalWeight", "chosen_weight"]
