"""One wave: respondents, how they were drawn, and what has been done to their weights."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, cast

import numpy as np

from padai.design import Design
from padai.errors import (
    DataError,
    DefinitionError,
    Said,
    UnknownNameError,
    nearest,
)
from padai.numerics.designs import (
    AlikeRows,
    BoolArray,
    FloatArray,
    IntArray,
    ReplicateWeights,
    SampleDesign,
)
from padai.results.table_kinds import PANDAS, Kind, given_back, kind_of
from padai.spelling import spelled
from padai.waves.absent import refuse_undeclared, without_codes
from padai.waves.coding import CodedColumn, code_answers, code_name
from padai.waves.design_reading import read_design
from padai.waves.given_rows import GivenRows, plain_mask
from padai.waves.given_table import as_pandas, check_belongs, check_made_of, in_order
from padai.waves.headers import asked_elsewhere, nearest_column, several_columns
from padai.waves.reweighting import CalibrationRecord, reweighting
from padai.waves.sampling import replicates_of, settle_missing
from padai.waves.showing import shown_wave
from padai.words import in_a_row

if TYPE_CHECKING:
    import pandas as pd

    from padai.survey import Question, Survey


@spelled
class Wave:
    """One part of a survey's wave, or any data frame with a design. It never changes.

    Rows are sorted by respondent identifier where the design names one, so that sums repeat to
    the bit.

    Parameters
    ----------
    frame
        A pandas, polars or pyarrow table; copied. Or a lazy one, of which only sums are read: a
        Polars lazy frame, a DuckDB relation, a pyarrow data set, a PySpark frame, the path of a
        folder of Parquet files.
    design
        How its rows were drawn.
    survey, id, date, part
        The definition it belongs to, if any, and its place there.
    provenance
        What is known of its origin.
    missing
        By column, the codes that are no answer, as ``{"V201233": [-9, -8]}``: they leave every
        base, as blanks do. A question of `survey` has its own.
    sums
        Of a lazy table: ``exact`` (as None) for the same sums from any engine, ``float`` as it adds
        them; see :class:`padai.waves.lazy.wave.LazyWave`. A table in memory takes none.

    Raises
    ------
    DataError
        The frame is empty, or lacks a column that the design names.
    DesignError
        Weights are missing (unless ``Design(missing_weight=...)`` says what such a row is),
        negative or all zero; a psu lies in two strata; and so on.

    Examples
    --------
    >>> import pandas as pd
    >>> wave = Wave(pd.DataFrame({"w": [1.0, 3.0], "sex": ["F", "M"]}), Design(weight="w"))
    >>> wave.weights
    array([1., 3.])
    """

    #: Whether rows stay in an engine.
    lazy = False
    _given: GivenRows | None = None
    #: The library of the table that was given, which tables come back in.
    _kind: Kind = PANDAS

    def __new__(cls, frame: Any = None, *args: Any, **others: Any) -> Wave:
        """Make a wave of the kind that the table asks for."""
        from padai.waves.lazy.engines import is_lazy

        if cls is Wave and is_lazy(frame):
            from padai.waves.lazy.wave import LazyWave

            return object.__new__(LazyWave)
        return object.__new__(cls)

    def __init__(
        self,
        frame: Any,
        design: Design,
        *,
        survey: Survey | None = None,
        id: str = "",
        date: dt.date | None = None,
        part: str = "main",
        provenance: Mapping[str, Any] | None = None,
        missing: Mapping[str, Sequence[Any]] | None = None,
        sums: Literal["exact", "float"] | None = None,
    ) -> None:
        check_made_of(design, date)
        check_belongs(survey, missing)
        if sums is not None:
            raise DataError(
                Said("waves-sums-is-for-a-lazy-table-this-one-is-in"),
            )
        self.design = design
        self.survey = survey
        self.id = str(id)
        self.date = date
        self.part = part
        table = without_codes(as_pandas(frame, self._where), missing or {}, self._where)
        table, unweighted = settle_missing(table, design)
        self.provenance: dict[str, Any] = dict(provenance or {})
        self._kind = kind_of(frame)
        table = in_order(table, design.id, self._where)
        self._given = GivenRows.of(frame, table.index.to_numpy())
        self._frame = table.reset_index(drop=True)
        read = read_design(self._frame, design, self._where)
        self._frame, self._columns, self._stages = read.frame, read.columns, read.stages
        self._weights, self._forms = read.weights, read.forms
        self._weights.flags.writeable = False
        self.provenance |= read.phases
        self._replicates = replicates_of(self._frame, design.replicates, self._where)
        self.calibrations: tuple[Any, ...] = ()
        if design.missing_weight is not None:
            self.provenance["missing_weight"] = {"rule": design.missing_weight, "n": unweighted}
        self._settled = frozenset(missing or {})
        self._residuals: Literal["design", "unweighted"] = "design"
        self._coded: dict[str, CodedColumn] = {}
        self._sample: SampleDesign | None = None
        self._cells: AlikeRows | None = None
        self._pandas: Wave | None = None
        self._sealed = True

    def __setattr__(self, name: str, value: Any) -> None:
        if getattr(self, "_sealed", False) and name not in ("_sample", "_pandas"):
            raise UnknownNameError(Said("waves-a-wave-never-changes", name=name))
        object.__setattr__(self, name, value)

    def __repr__(self) -> str:
        return shown_wave(self)

    def __len__(self) -> int:
        return len(self._frame)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Refuse a name that the wave lacks, and say where a table's are."""
            if name.startswith("_"):
                raise AttributeError(f"'Wave' object has no attribute {name!r}")
            import pandas as pd

            if hasattr(pd.DataFrame, name):
                raise UnknownNameError(Said("waves-a-wave-is-no-table", access=f".{name}"))
            own = [each for each in dir(Wave) if not each.startswith("_")]
            hint = nearest(name, own)
            raise UnknownNameError(Said("results-has-no", kind="Wave", name=name, hint=hint))

    def __getitem__(self, name: Any) -> Any:
        """Refuse what a table gives, and say where the table is."""
        raise DefinitionError(Said("waves-a-wave-is-no-table", access=f"[{name!r}]"))

    @property
    def _where(self) -> str:
        names = [self.survey.id if self.survey else "", self.id]
        if self.survey:
            names.append(self.part)
        place = in_a_row(*names, by=", ")
        return f"{place}: " if place else ""

    @property
    def frame(self) -> pd.DataFrame:
        """A copy of the data, rows in the wave's order, in the kind of table that was given."""
        return cast("pd.DataFrame", given_back(self.to_pandas(), self._kind))

    def to_pandas(self) -> pd.DataFrame:
        """Return a copy of the data as pandas, whatever kind was given."""
        return self._frame.copy() if self._given is None else self._given.named(self._frame.copy())

    @property
    def _stands_for(self) -> Wave | None:
        """The wave of pandas that verbs work on; None where this is one."""
        if not self._kind:
            return None
        if self._pandas is None:
            self._pandas = self._in_kind(PANDAS)
        return self._pandas

    def _in_kind(self, kind: Kind) -> Wave:
        """Return the wave with tables in another kind: what verbs answer in.

        Parameters
        ----------
        kind
            That of a wave that was given.
        """
        return self._changed(_kind=kind)

    @property
    def weights(self) -> FloatArray:
        """Weights in force, shape (n,), read-only."""
        return self._weights

    @property
    def weighs(self) -> BoolArray:
        """Which rows have a weight above zero, shape (n,): the others answer for nobody."""
        return self._weights > 0

    @property
    def waves(self) -> tuple[Wave, ...]:
        """The wave itself, as the only one of a stack."""
        return (self,)

    @property
    def wave_ids(self) -> tuple[str, ...]:
        """Its id."""
        return (self.id,)

    @property
    def overlap(self) -> str:
        """How its waves overlap: one wave does not."""
        return "none"

    @property
    def sample(self) -> SampleDesign:
        """The design as arrays, in the order of the rows."""
        if self._sample is None:
            self._sample = SampleDesign(
                weights=self._weights,
                stages=self._stages,
                replicates=self._replicates,
                calibrations=tuple(record.arrays for record in self.calibrations),
                lonely_psu=self.design.lonely_psu,
                lonely_domain=self.design.lonely_domain,
                residuals=self._residuals,
                staged=bool(self.design.stratum_columns or self.design.psu_columns)
                or self.design.replicates is None,
                forms=self._forms if self._replicates is None else (),
                cells=self._cells,
            )
        return self._sample

    def rows_where(self, mask: Any) -> BoolArray:
        """Return the rows that a mask says, shape (n,): by label where it has labels.

        Raises
        ------
        DataError
            It is not one true or false value a row, or cannot be put in the wave's order.
        """
        if self._given is None or len(self) != len(self._given):
            return plain_mask(mask, len(self))  # of two phases, the second alone
        return self._given.mask(mask, len(self))

    def respondents(self, member: BoolArray) -> int:
        """Count the respondents of some rows, given as a mask of shape (n,)."""
        return int(self.tally(np.where(member, 0, -1).astype(np.intp), 1)[0])

    def tally(self, codes: IntArray, size: int) -> IntArray:
        """Count the respondents of each code from 0 to size-1, shape (size,); others are -1."""
        member = codes >= 0
        if self._cells is None:
            return np.bincount(codes[member], minlength=size)
        counts = np.bincount(codes[member], self._cells.counts[member], size)
        return np.rint(counts).astype(np.intp)

    def sample_of(self, index: int) -> SampleDesign:
        """Return the design of the rows of one wave: here, of all."""
        return self.sample

    def column(self, name: str) -> pd.Series[Any]:
        """Return one column of the data, or say that there is none."""
        if name not in self._frame.columns:
            columns = self._frame.columns
            hint = (
                asked_elsewhere(self.question(name), self.id, self.part)
                or several_columns(name, columns)
                or nearest_column(name, columns)
            )
            raise DataError(
                Said("waves-the-column-is-not-in-the-data-3c57", name=name, hint=hint),
                where=self._where,
            )
        return self._frame[name]

    def question(self, name: str) -> Question | None:
        """Return the definition of a question, if this wave's survey has it."""
        return self.survey.questions.get(name) if self.survey else None

    def codes(self, name: str) -> CodedColumn:
        """Return a column, a question or a breakdown as codes; worked out once.

        A breakdown of the definition comes before a question of the same name; ``a*b`` crosses
        two. Codes out of the base, and blanks, are -1.

        Raises
        ------
        DataError
            There is no such column, or it holds values unknown to the definition.
        """
        if name not in self._coded:
            self._coded[name] = self._weighing(code_name(self, name))
        return self._coded[name]

    def answers(self, name: str) -> CodedColumn:
        """Return a question or a column as codes, though a breakdown may have the same name.

        What is estimated is the question with all of its codes; what divides is the breakdown.
        """
        if self.survey is None or not self.survey.has_breakdown(name):
            return self.codes(name)
        key = f"answers to {name}"
        if key not in self._coded:
            self._coded[key] = self._weighing(code_answers(self, name))
        return self._coded[key]

    def _weighing(self, coded: CodedColumn) -> CodedColumn:
        """Take rows of weight zero out of every base; the design keeps them."""
        if self.weighs.all():
            return coded
        return CodedColumn(np.where(self.weighs, coded.codes, -1).astype(np.intp), coded.labels)

    def refuse_undeclared(self, name: str, *, apart: bool = True) -> None:
        """Refuse a column that nothing defines and that holds codes of no answer.

        Parameters
        ----------
        apart
            Whether codes that stand apart from the rest, such as 98 and 99, are of them.

        Raises
        ------
        DataError
            With the line that settles it: ``missing=``.
        """
        if name not in self._settled and self.question(name) is None:
            refuse_undeclared(self.column(name), name, self._where, apart=apart)

    def reweighted(
        self,
        weights: FloatArray,
        *,
        calibration: CalibrationRecord | None = None,
        replicates: ReplicateWeights | None = None,
        step: Mapping[str, Any] | None = None,
    ) -> Wave:
        """Return a copy with other weights, as a weighting verb leaves it.

        Parameters
        ----------
        weights : ndarray, shape (n,)
            In the order of the rows.
        calibration
            Record to append; its `arrays` enter the standard errors.
        replicates
            Replicate weights in force from now on; None keeps those there are.
        step
            What was done, appended to ``provenance["weighting"]``.
        """
        return self._changed(**reweighting(self, weights, calibration, replicates, step))

    def redefined(self, survey: Survey) -> Wave:
        """Return a copy that is divided as another definition of the same survey has it."""
        return self._changed(survey=survey, _coded={})

    def without_replicates(self) -> Wave:
        """Return a copy whose variances come from linearisation."""
        return self._changed(_replicates=None)

    def _changed(self, **changes: Any) -> Wave:
        other = object.__new__(Wave)
        state = {**self.__dict__, "_sample": None, "_pandas": None, **changes}
        other.__dict__.update(state)
        return other

    def _with_residuals(self, residuals: Literal["design", "unweighted"]) -> Wave:
        """Return a copy with R's ``rake`` residuals, for comparison with R only."""
        return self._changed(_residuals=residuals)
