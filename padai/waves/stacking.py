"""Waves in one design, each a domain of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, cast

import numpy as np

from padai.design import Design
from padai.errors import ComparisonError
from padai.numerics.designs import (
    AlikeRows,
    FloatArray,
    IntArray,
    SampleDesign,
    Stage,
)
from padai.results.table_kinds import Kind, given_back, inside
from padai.spelling import called
from padai.waves.coding import CodedColumn, join_codings
from padai.waves.guards import require
from padai.waves.identifiers import refuse_other_spellings
from padai.waves.joining import joined_replicates
from padai.waves.sampling import DesignColumns, stages_of
from padai.waves.showing import shown_stack
from padai.waves.stack_checks import check_alike, check_no_return
from padai.waves.unequal import refuse_overlap
from padai.waves.wave import Wave
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

    from padai.survey import Question, Survey

Overlap = Literal["none", "respondent", "psu"]


class Stack:
    """Several waves in one design: what they share brings its covariance. It never changes.

    Made by :func:`stack`. Rows are those of the first wave, then of the second, and so on.

    Attributes
    ----------
    waves : tuple of Wave
        The waves, in order.
    overlap : str
        How they overlap: ``none``, ``respondent`` or ``psu``.
    survey : Survey or None
        The definition, if any.
    design : Design
        That of the waves.
    """

    #: Whether rows stay in an engine.
    lazy = False

    def __init__(self, waves: tuple[Wave, ...], overlap: Overlap) -> None:
        self.waves = waves
        self.overlap = overlap
        self.survey: Survey | None = waves[0].survey
        self.design: Design = waves[0].design
        self.part = waves[0].part
        self.id = ""
        starts = np.cumsum([0, *(len(wave) for wave in waves)])
        self._starts = tuple(int(start) for start in starts)
        self._sample: SampleDesign | None = None
        self._coded: dict[str, CodedColumn] = {}
        self._pandas: Stack | None = None

    def __len__(self) -> int:
        return self._starts[-1]

    def __repr__(self) -> str:
        return shown_stack(self)

    @property
    def wave_ids(self) -> tuple[str, ...]:
        """The ids of the waves, in order."""
        return tuple(wave.id for wave in self.waves)

    @property
    def calibrations(self) -> tuple[Any, ...]:
        """The calibration records of every wave."""
        return tuple(record for wave in self.waves for record in wave.calibrations)

    @property
    def provenance(self) -> dict[str, Any]:
        """What is known of each wave's origin, and how they overlap."""
        return {"overlap": self.overlap, "waves": [dict(w.provenance) for w in self.waves]}

    @property
    def weights(self) -> FloatArray:
        """Weights in force, shape (n,), read-only."""
        weights = np.concatenate([wave.weights for wave in self.waves])
        weights.flags.writeable = False
        return weights

    @property
    def frame(self) -> pd.DataFrame:
        """The data of all waves; a column `wave` holds the wave's id where there is none."""
        import pandas as pd

        frames = []
        for wave in self.waves:
            frame = wave.to_pandas()
            if "wave" not in frame.columns:
                value = int(wave.id) if wave.id.isdecimal() else wave.id
                frame.insert(0, "wave", value)
            frames.append(frame)
        joined = pd.concat(frames, ignore_index=True)
        return cast("pd.DataFrame", given_back(joined, self._kind))

    @property
    def _kind(self) -> Kind:
        """That of the first wave."""
        return self.waves[0]._kind

    @property
    def _stands_for(self) -> Stack | None:
        """The stack of pandas that verbs work on; None where this is one."""
        if not any(wave._kind for wave in self.waves):
            return None
        if self._pandas is None:
            self._pandas = type(self)(tuple(inside(wave) for wave in self.waves), self.overlap)
        return self._pandas

    def _in_kind(self, kind: Kind) -> Stack:
        """Return the stack with tables in another kind: what verbs answer in.

        Parameters
        ----------
        kind
            That of a wave that was given.
        """
        return type(self)(tuple(wave._in_kind(kind) for wave in self.waves), self.overlap)

    def rows_of(self, index: int) -> slice:
        """Return the rows of one wave."""
        return slice(self._starts[index], self._starts[index + 1])

    def question(self, name: str) -> Question | None:
        """Return the definition of a question, if the waves' survey has it."""
        return self.survey.questions.get(name) if self.survey else None

    def codes(self, name: str) -> CodedColumn:
        """Return a column of all waves as codes; see :meth:`Wave.codes`."""
        if name not in self._coded:
            self._coded[name] = join_codings([wave.codes(name) for wave in self.waves])
        return self._coded[name]

    def answers(self, name: str) -> CodedColumn:
        """Return a question of all waves as codes; see :meth:`Wave.answers`."""
        if self.survey is None or not self.survey.has_breakdown(name):
            return self.codes(name)
        key = f"answers to {name}"
        if key not in self._coded:
            self._coded[key] = join_codings([wave.answers(name) for wave in self.waves])
        return self._coded[key]

    def without_replicates(self) -> Stack:
        """Return the stack with variances by linearisation."""
        return Stack(tuple(wave.without_replicates() for wave in self.waves), self.overlap)

    @property
    def sample(self) -> SampleDesign:
        """The design of all rows as arrays."""
        if self._sample is None:
            self._sample = _stacked_sample(self)
        return self._sample

    def sample_of(self, index: int) -> SampleDesign:
        """Return the design of one wave's rows inside the stack.

        Strata and psus are those of the stack, with the units sampled in all of its waves.
        """
        wave = self.waves[index]
        if self.overlap == "none":
            return wave.sample
        rows = np.arange(self._starts[index], self._starts[index + 1])
        stages = tuple(stage.take(rows) for stage in self.sample.stages)
        return replace(wave.sample, stages=stages)


@called
def stack(waves: Sequence[Wave], overlap: Overlap | None = None) -> Stack:
    """Put waves in one design, with the wave as a domain.

    Parameters
    ----------
    waves
        In order; of one survey and part.
    overlap
        ``none``: strata and psus are distinct by wave. ``respondent``: respondents who return keep
        the stratum (and psu) of their first wave; without psus the respondent is the psu.
        ``psu``: strata and psus as delivered, common to the waves. None: as the survey declares.

    Raises
    ------
    ComparisonError
        `overlap` is neither given nor declared; respondents return under ``none``; waves are of
        two surveys, parts or designs; replicate weights do not match.

    Examples
    --------
    >>> padai.stack([w24, w25], overlap="respondent").wave_ids
    ('2024', '2025')
    """
    if isinstance(waves, Mapping):
        raise ComparisonError(Said("waves-stack-takes-waves-not-a-mapping"))
    if isinstance(waves, (Wave, str)) or not isinstance(waves, Iterable):
        type_name = type(waves).__name__
        raise ComparisonError(
            Said("waves-stack-takes-a-list-of-waves-such-as-wave", found=type_name),
        )
    waves = tuple(waves)
    for wave in waves:
        require("stack", "waves", wave, "Wave")
    if any(wave.lazy for wave in waves):
        return _stacked_lazily(waves, overlap)
    check_alike(waves)
    return Stack(waves, _overlap_of(waves, overlap))


def _overlap_of(waves: tuple[Wave, ...], overlap: Overlap | None) -> Overlap:
    """Return what waves share, as given or declared, or refuse."""
    declared = waves[0].survey.overlap if waves[0].survey else None
    chosen = declared if overlap is None else overlap
    if len(waves) == 1 and chosen is None:
        chosen = "none"
    if not isinstance(chosen, str) or chosen not in ("none", "respondent", "psu"):
        defined = waves[0].survey is not None and overlap is None
        raise ComparisonError(
            Said("waves-overlap-to-be-declared")
            if defined
            else Said("waves-several-waves-need-to-know-what-they"),
            where=waves[0].survey.id if defined and waves[0].survey else "",
        )
    if chosen == "respondent" and any(wave.design.id is None for wave in waves):
        raise ComparisonError(
            Said("waves-overlap-respondent-matches-respondents"),
        )
    if chosen == "psu" and not waves[0].design.psu_columns:
        raise ComparisonError(
            Said("waves-overlap-psu-needs-psus-name-their-column"),
        )
    if chosen == "none":
        check_no_return(waves)
    elif len(waves) > 1:
        refuse_overlap(waves[0], chosen)
        if chosen == "respondent" and not any(wave.lazy for wave in waves):
            columns = [wave.column(str(wave.design.id)) for wave in waves]
            refuse_other_spellings(columns, [wave.id for wave in waves])
    return chosen


def _stacked_lazily(waves: tuple[Wave, ...], overlap: Overlap | None) -> Stack:
    """Stack lazy waves once what they are made of was checked on their strata and units."""
    from padai.waves.lazy.stack import LazyStack, check_lazy_stack
    from padai.waves.lazy.wave import LazyWave

    lazy = tuple(wave for wave in waves if isinstance(wave, LazyWave))
    if len(lazy) < len(waves):
        check_lazy_stack(waves, "")
    check_alike(tuple(wave.cells(()) for wave in lazy))
    chosen = _overlap_of(waves, overlap)
    check_lazy_stack(waves, chosen)
    return LazyStack(lazy, chosen)


def _stacked_sample(stacked: Stack) -> SampleDesign:
    waves = stacked.waves
    if stacked.overlap == "none":
        stages = tuple(
            _side_by_side([wave.sample.stages[k] for wave in waves], stacked.wave_ids)
            for k in range(len(waves[0].sample.stages))
        )
    else:
        stages = _shared_stages(stacked)
    calibrations = tuple(
        arrays.shifted(start)
        for wave, start in zip(waves, stacked._starts, strict=False)
        for arrays in wave.sample.calibrations
    )
    return replace(
        waves[0].sample,
        weights=stacked.weights,
        stages=stages,
        replicates=joined_replicates(stacked),
        calibrations=calibrations,
        parts=tuple(wave.sample for wave in waves) if stacked.overlap == "none" else (),
        cells=_joined_cells(waves),
        staged=all(wave.sample.staged for wave in waves),
        forms=tuple(
            form.within(start, start + len(wave))
            for wave, start in zip(waves, stacked._starts, strict=False)
            for form in wave.sample.forms
        ),
    )


def _joined_cells(waves: tuple[Wave, ...]) -> AlikeRows | None:
    every = [wave.sample.cells for wave in waves]
    known = [cells for cells in every if cells is not None]
    if len(known) < len(every):
        return None
    return AlikeRows(
        np.concatenate([cells.counts for cells in known]),
        np.concatenate([cells.spread for cells in known]),
    )


def _side_by_side(stages: list[Stage], ids: tuple[str, ...]) -> Stage:
    strata = np.cumsum([0, *(stage.n_strata for stage in stages)])
    psus = np.cumsum([0, *(stage.n_psus for stage in stages)])
    populations = None
    if any(stage.population is not None for stage in stages):
        populations = np.concatenate(
            [
                np.full(stage.n_strata, np.inf) if stage.population is None else stage.population
                for stage in stages
            ]
        )
    return Stage(
        np.concatenate([s.stratum + by for s, by in zip(stages, strata, strict=False)]),
        np.concatenate([s.psu + by for s, by in zip(stages, psus, strict=False)]),
        np.concatenate([s.sampled for s in stages]),
        populations,
        tuple(
            f"{name}, {stage.label(h)}"
            for name, stage in zip(ids, stages, strict=True)
            for h in range(stage.n_strata)
        ),
        stages[0].single,
    )


def _shared_stages(stacked: Stack) -> tuple[Stage, ...]:
    columns, nest = shared_columns(stacked)
    return stages_of(columns, nest)


def shared_columns(stacked: Stack) -> tuple[DesignColumns, bool]:
    """Return the design columns of a stack of waves that share units, and whether psus nest.

    Respondents who return keep the stratum (and psu) of their first wave; without psus the
    respondent is the psu, numbered by the row of that wave.
    """
    parts = [wave._columns for wave in stacked.waves]
    joined = DesignColumns(
        tuple(_joined([p.strata[k] for p in parts]) for k in range(len(parts[0].strata))),
        tuple(_joined([p.psus[k] for p in parts]) for k in range(len(parts[0].psus))),
        tuple(_joined([p.populations[k] for p in parts]) for k in range(len(parts[0].populations))),
        len(stacked),
    )
    if stacked.overlap == "respondent":
        first = _first_rows(stacked)
        joined = DesignColumns(
            tuple(column[first] for column in joined.strata),
            tuple(column[first] for column in joined.psus) or (first,),
            tuple(column[first] for column in joined.populations),
            joined.n,
        )
        if not parts[0].psus:
            return joined, False
    return joined, stacked.design.nest


def _first_rows(stacked: Stack) -> IntArray:
    """Return, for each row, the row of the same respondent in the earliest wave."""
    import pandas as pd

    ids = pd.concat([w.column(str(w.design.id)) for w in stacked.waves], ignore_index=True)
    codes = pd.factorize(ids)[0]
    _, first = np.unique(codes, return_index=True)
    return first[codes]


def _joined(columns: list[Any]) -> Any:
    return np.concatenate([np.asarray(column) for column in columns])
