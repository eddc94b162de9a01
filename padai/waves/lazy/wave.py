"""A wave whose rows stay in their engine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from padai.design import Design, TwoPhase
from padai.errors import DataError, DefinitionError, DesignError, EstimationError
from padai.numerics.sums import Scaling
from padai.results.table_kinds import Kind, kind_of
from padai.waves.given_table import check_made_of
from padai.waves.headers import nearest_column
from padai.waves.lazy.census import SumsKind, census_of, collected
from padai.waves.lazy.engines import opened, with_doubles
from padai.waves.lazy.measures import SummedColumn
from padai.waves.lazy.small_wave import wave_of_cells
from padai.waves.lazy.summing import MOST_CELLS, Summing
from padai.waves.sampling import prefixed
from padai.waves.showing import shown_wave
from padai.waves.wave import Wave
from padai.words import Said

if TYPE_CHECKING:
    import narwhals as nw

    from padai.survey import Survey

#: A column of numbers with more values than this is summed by its powers, not by its values.
FEW_VALUES = 1000


class Step(Protocol):
    """What a weighting verb leaves with a lazy wave: done to every small wave that is asked for."""

    @property
    def names(self) -> tuple[str, ...]:
        """Columns and breakdowns that it reads."""
        ...

    def apply(self, wave: Wave) -> Wave:
        """Weight a small wave."""
        ...


class LazyWave(Wave):
    """A wave of a lazy table: an engine sums, and only sums leave it. It never changes.

    Made by :class:`padai.Wave` of a lazy table; parameters and errors are its. Verbs give
    estimates as of any wave; those that need each respondent refuse, and :meth:`read` brings the
    columns that they need here.

    Parameters
    ----------
    frame
        A Polars lazy frame, a DuckDB relation, a pyarrow data set, a PySpark frame, or the path of
        a folder of Parquet files.
    sums : {"exact", "float"}
        ``exact``: weights are scaled to whole numbers of 31 bits, so that any engine, on any number
        of threads, gives the same sums; scale and largest rounding stand in
        ``provenance["sums"]``. ``float``: as the engine adds them.
    """

    lazy = True

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
        sums: SumsKind | None = None,
    ) -> None:
        check_made_of(design, date)
        if isinstance(design, TwoPhase) or design.pps is not None:
            raise DesignError(Said("waves-lazy-waves-have-no-pairs-of-units"))
        kind: SumsKind = sums or "exact"
        self.design, self.survey, self.id = design, survey, str(id)
        self.date, self.part = date, part
        self._native, self._kind, self._pandas = frame, kind_of(frame), None
        units = (design.id or "", *design.stratum_columns, *design.psu_columns)
        table = with_doubles(opened(frame, self._where), units)
        lazy, census = census_of(table, design, kind, self._where)
        self._engine = lazy
        schema = lazy.collect_schema()
        self._columns_of = tuple(schema)
        _check_missing(missing or {}, self._columns_of, self._where)
        self._missing = dict(missing or {})
        replicates = design.replicates
        names: tuple[str, ...] = ()
        if replicates is not None:
            names = tuple(replicates.columns) or tuple(
                prefixed(self._columns_of, str(replicates.prefix), self._where)
            )
            self._check_replicates(names)
        self._summing = Summing(
            lazy,
            design.weight,
            (*design.stratum_columns, *design.psu_columns, *design.fpc_columns),
            census,
            kind,
            self._where,
            names,
            replicates is None or replicates.combined,
        )
        self.steps: tuple[Step, ...] = ()
        self.calibrations: tuple[Any, ...] = ()
        self._start = _provenance(provenance, design, census.unweighted, kind, census.weights)
        self.provenance: dict[str, Any] = dict(self._start)
        self._sealed = True

    def __repr__(self) -> str:
        return shown_wave(self, "waves-shown-lazy-wave")

    def __len__(self) -> int:
        return self._summing.census.rows

    @property
    def frame(self) -> Any:
        """The lazy table that was given."""
        return self._native

    def read(self, columns: Sequence[str]) -> Wave:
        """Read some columns of every row here, with those of the design: an ordinary wave.

        Parameters
        ----------
        columns
            Questions, breakdowns or columns.

        Raises
        ------
        EstimationError
            The wave was weighted: weight the one that is read.
        """
        import narwhals as nw

        if self.steps:
            raise EstimationError(
                Said("waves-read-before-weighting-wave-read-then", where=self._where),
            )
        named = (*self.design.columns, *self._summing.replicates)
        names = dict.fromkeys((*named, *self.columns_of(columns)))
        frame = collected(self._engine.select(nw.col(*names)))
        made = Wave(
            frame,
            self.design,
            survey=self.survey,
            id=self.id,
            date=self.date,
            part=self.part,
            provenance={k: v for k, v in self._start.items() if k != "sums"},
            missing={k: v for k, v in self._missing.items() if k in names},
        )
        return made._in_kind(self._kind)

    def _in_kind(self, kind: Kind) -> LazyWave:
        """Return the wave with results in another kind; its table stays that of its engine."""
        other = object.__new__(LazyWave)
        other.__dict__.update({**self.__dict__, "_kind": kind, "_pandas": None})
        return other

    def columns_of(self, names: Iterable[str]) -> list[str]:
        """Return the columns that questions, breakdowns or columns are read from, where held."""
        columns: list[str] = []
        for name in names:
            columns += [c for c in self._read_by(str(name)) if c in self._columns_of]
        return list(dict.fromkeys(columns))

    def _read_by(self, name: str) -> list[str]:
        if "*" in name and name not in self._columns_of:
            return [c for part in name.split("*") for c in self._read_by(part.strip())]
        if self.survey is not None and self.survey.has_breakdown(name):
            own = self._asked(self.survey.breakdown(name).question)
            return [*own, *(self._asked(name) if self.question(name) else [])]
        return self._asked(name)

    def _asked(self, name: str) -> list[str]:
        question = self.question(name)
        if question is not None and question.type == "multiple" and question.scale is not None:
            return [f"{name}_{code.code}" for code in question.scale.codes]
        return [name]

    def holds(self, name: str) -> bool:
        """Whether a question, breakdown or column can be read."""
        return bool(self.columns_of([name])) and (
            "*" not in name or all(c in self._columns_of for c in self._read_by(name))
        )

    def require(self, names: Iterable[str]) -> None:
        """Refuse a name that is neither a column nor known to the definition.

        Raises
        ------
        DataError
            Naming the column that is nearest.
        """
        for name in names:
            for column in self._read_by(str(name)):
                if column in self._columns_of or self.question(column.rsplit("_", 1)[0]):
                    continue
                if self.question(column) is None:
                    hint = nearest_column(column, self._columns_of)
                    raise DataError(
                        Said("waves-the-column-is-not-in-the-data", column=column, hint=hint),
                        where=self._where,
                    )

    def countable(self, name: str) -> bool:
        """Whether a column is to be read by its values: text, or numbers of which there are few."""
        columns = self.columns_of([name])
        if len(columns) != 1:
            return True
        kind = self._engine.collect_schema()[columns[0]]
        if not kind.is_numeric():
            return True
        return self._summing.levels(columns[0], FEW_VALUES) <= FEW_VALUES

    def cells(self, names: Sequence[str], numbers: Sequence[str] = ()) -> Wave:
        """Return a small wave whose rows are sums, by what some names are read from.

        Parameters
        ----------
        names
            Questions, breakdowns and columns of which each value is told apart.
        numbers
            Columns of numbers, two at most, of which the sums of powers are kept.

        Raises
        ------
        EstimationError
            There are too many combinations of values for sums.
        """
        stepped = [name for step in self.steps for name in step.names]
        read = self.columns_of([*names, *stepped])
        kept = [n for n in dict.fromkeys(numbers) if n in self._columns_of and n not in read]
        if len(kept) > 2:
            raise EstimationError(
                Said(
                    "waves-the-covariance-of-more-than-two-measures",
                    where=self._where,
                    kept=", ".join(kept),
                ),
            )
        measures = [self._measure(name) for name in kept]
        summed = self._summing.sums(read, measures)
        small = wave_of_cells(summed, measures, read, self, self._missing)
        for step in self.steps:
            small = step.apply(small)
        return small

    def _measure(self, name: str) -> SummedColumn:
        question = self.question(name)
        missing = list(self._missing.get(name, ()))
        if question is not None:
            missing += [code.value for code in question.missing_codes]
        return self._summing.measure(name, tuple(missing))

    def size_of(self, names: Sequence[str]) -> int:
        """Return how many combinations of values some names can have, strata and psus with them."""
        stepped = [name for step in self.steps for name in step.names]
        size = self._summing.units(MOST_CELLS)
        for column in self.columns_of([*names, *stepped]):
            size *= max(self._summing.levels(column, FEW_VALUES), 1)
        return size

    def stepped(self, step: Step, small: Wave) -> LazyWave:
        """Return a copy that is weighted by one more step, as a small wave was."""
        other = object.__new__(LazyWave)
        added = small.calibrations[len(self.calibrations) :]
        other.__dict__.update(
            {
                **self.__dict__,
                "steps": (*self.steps, step),
                "calibrations": (*self.calibrations, *added),
                "provenance": dict(small.provenance),
                "_pandas": None,
            }
        )
        return other

    def _check_replicates(self, names: tuple[str, ...]) -> None:
        absent = [name for name in names if name not in self._columns_of]
        if absent:
            raise DataError(
                Said(
                    "waves-of-replicate-weight-columns-are-not-in",
                    count_absent=len(absent),
                    count_names=len(names),
                    absent=absent[0],
                ),
                where=self._where,
            )
        design = self.design
        staged = design.stratum_columns or design.psu_columns
        if not staged and design.replicates is not None and design.replicates.degf is None:
            raise DefinitionError(
                Said(
                    "waves-degrees-of-freedom-cannot-be-counted",
                    where=self._where,
                    name=type(design.replicates).__name__,
                ),
            )

    def _refuse_rows(self, what: str) -> Any:
        raise EstimationError(
            Said("waves-this-needs-each-respondent-and-the-rows", where=self._where, what=what),
        )

    @property
    def _frame(self) -> Any:  # type: ignore[override]
        return self._refuse_rows("frame")

    @property
    def _weights(self) -> Any:  # type: ignore[override]
        return self._refuse_rows("weights")

    @property
    def _columns(self) -> Any:  # type: ignore[override]
        return self._refuse_rows("design")

    @property
    def sample(self) -> Any:
        """Refused: the design of each row."""
        return self._refuse_rows("sample")

    def codes(self, name: str) -> Any:
        """Refused: the code of each row."""
        return self._refuse_rows(name)

    def reweighted(self, weights: Any, **others: Any) -> Any:
        """Refused: a weight for each row."""
        return self._refuse_rows("weights")

    def without_replicates(self) -> Any:
        """Refused: declare the design without replicate weights."""
        return self._refuse_rows("replicates")

    def _changed(self, **changes: Any) -> Any:
        return self._refuse_rows(", ".join(changes))


def _check_missing(missing: Mapping[str, Any], columns: Sequence[str], where: str) -> None:
    for name in missing:
        if name not in columns:
            hint = nearest_column(name, columns)
            raise DataError(
                Said("waves-missing-names-the-column-which-is-not-in", name=name, hint=hint),
                where=where,
            )


def _provenance(
    given: Mapping[str, Any] | None,
    design: Design,
    unweighted: int,
    kind: SumsKind,
    scaling: Scaling | None,
) -> dict[str, Any]:
    out = dict(given or {})
    if design.missing_weight is not None:
        out["missing_weight"] = {"rule": design.missing_weight, "n": unweighted}
    sums: dict[str, Any] = {"kind": kind}
    if kind == "exact" and scaling is not None:
        sums |= {"scale": scaling.scale, "largest_rounding": scaling.rounding}
    out["sums"] = sums
    return out


def lazy_frame_of(wave: LazyWave) -> nw.LazyFrame[Any]:
    """Return the table of a lazy wave as narwhals sees it."""
    return wave._engine
