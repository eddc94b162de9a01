"""Lazy waves in one design."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from padai.errors import ComparisonError, DataError, EstimationError
from padai.waves.lazy.census import collected
from padai.waves.lazy.wave import LazyWave, lazy_frame_of
from padai.waves.stacking import Overlap, Stack
from padai.waves.wave import Wave
from padai.words import Said


class LazyStack(Stack):
    """Several lazy waves in one design. It never changes."""

    lazy = True

    def __init__(self, waves: tuple[LazyWave, ...], overlap: Overlap) -> None:
        self.waves: tuple[Wave, ...] = waves
        self.overlap = overlap
        self.survey = waves[0].survey
        self.design = waves[0].design
        self.part = waves[0].part
        self.id = ""
        self._pandas = None

    @property
    def _lazy(self) -> tuple[LazyWave, ...]:
        return cast(tuple[LazyWave, ...], self.waves)

    def __len__(self) -> int:
        return sum(len(wave) for wave in self.waves)

    def cells(self, names: Sequence[str], numbers: Sequence[str] = ()) -> Stack:
        """Return a stack of small waves; see :meth:`LazyWave.cells`."""
        return Stack(tuple(wave.cells(names, numbers) for wave in self._lazy), self.overlap)

    def countable(self, name: str) -> bool:
        """Whether a column is to be read by its values in every wave."""
        return all(wave.countable(name) for wave in self._lazy)

    def size_of(self, names: Sequence[str]) -> int:
        """Return how many combinations of values some names can have, at most in a wave."""
        return max(wave.size_of(names) for wave in self._lazy)

    def require(self, names: Iterable[str]) -> None:
        """Refuse a name that no wave holds and the definition does not know."""
        for name in names:
            refused: list[DataError] = []
            for wave in self._lazy:
                try:
                    wave.require([name])
                except DataError as error:
                    refused.append(error)
            if len(refused) == len(self.waves):
                raise refused[0]

    @property
    def weights(self) -> Any:
        """Refused: a weight for each row."""
        return self._lazy[0]._refuse_rows("weights")

    @property
    def sample(self) -> Any:
        """Refused: the design of each row."""
        return self._lazy[0]._refuse_rows("sample")

    @property
    def frame(self) -> Any:
        """Refused: every row."""
        return self._lazy[0]._refuse_rows("frame")

    def codes(self, name: str) -> Any:
        """Refused: the code of each row."""
        return self._lazy[0]._refuse_rows(name)

    def rows_of(self, index: int) -> Any:
        """Refused: rows are in no order."""
        return self._lazy[0]._refuse_rows("rows")


def check_lazy_stack(waves: tuple[Wave, ...], overlap: str) -> None:
    """Refuse what lazy waves cannot share.

    Raises
    ------
    ComparisonError
        Some waves are lazy and others not; respondents would have to be matched.
    """
    kinds = {isinstance(wave, LazyWave) for wave in waves}
    if len(kinds) > 1:
        raise ComparisonError(
            Said("waves-some-of-these-waves-are-lazy-and-others"),
        )
    if overlap == "respondent":
        raise ComparisonError(
            Said("waves-overlap-respondent-matches-people-one-by"),
        )


def count_returning(waves: tuple[Wave, ...]) -> int:
    """Count the identifiers that stand in two waves, in the engine that holds both.

    Raises
    ------
    EstimationError
        The waves are in two engines, or two connections.
    """
    import narwhals as nw

    returning = 0
    frames = [
        lazy_frame_of(cast(LazyWave, wave)).select(nw.col(str(wave.design.id)).alias("padai_id"))
        for wave in waves
    ]
    try:
        for place, frame in enumerate(frames):
            for other in frames[:place]:
                both = frame.join(other, on="padai_id", how="inner")
                returning += len(collected(both.select("padai_id").head(1)))
    except Exception as error:  # every engine has errors of its own
        raise EstimationError(
            Said("waves-identifiers-of-waves-in-two-engines-or"),
        ) from error
    return returning
