"""Estimates and their differences: tidy frames with covariance and provenance."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from padai.errors import EstimationError, nearest
from padai.numerics import contrasts
from padai.numerics.designs import FloatArray
from padai.numerics.threads import pinned
from padai.results.columns import COLUMNS, KEYS
from padai.results.comparisons import Contrasts, Differences
from padai.results.printed import Printed
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

    from padai.survey import Survey
    from padai.witness import Witness

TOTAL = "total"

#: Covariance matrices above this many rows are refused: 5,000 rows are 200 MB.
MAX_COVARIANCE = 5000


class EstimateSource(Protocol):
    """What an :class:`Estimates` asks of the waves it came from."""

    def covariance(self, rows: np.ndarray) -> FloatArray:
        """Return the covariance matrix of some rows, shape (k, k)."""
        ...

    def degrees(self, rows: np.ndarray) -> float:
        """Return the degrees of freedom of a contrast that involves these rows."""
        ...

    def respondents(self, rows: np.ndarray) -> int:
        """Count who answers in one of these rows at least."""
        ...


@dataclass(frozen=True, eq=False, repr=False)
class Estimates(Printed):
    """Estimates, one a row, with the covariance of any of them on request.

    Attributes
    ----------
    frame : pandas.DataFrame
        Columns `COLUMNS` first, in that order.
    level : float
        Confidence level of the intervals.
    ci : str
        Method of the intervals of proportions.
    survey : Survey or None
        The definition that texts come from.
    provenance : mapping
        Verb, arguments and waves.
    counts : ndarray or None
        Unweighted respondents who gave the response of each row; None where a row is no response.
    """

    _frame: pd.DataFrame
    level: float = 0.95
    ci: str = "logit"
    survey: Survey | None = None
    provenance: Mapping[str, Any] = field(default_factory=dict)
    counts: np.ndarray | None = None
    _source: EstimateSource | None = None
    _broken: Mapping[tuple[str, str, str], tuple[tuple[str, str], ...]] | None = None

    def __post_init__(self) -> None:
        if tuple(self._frame.columns[: len(COLUMNS)]) != COLUMNS:
            raise ValueError("an Estimates frame has the columns of the contract first")

    @property
    def frame(self) -> pd.DataFrame:
        """The tidy frame; changing it changes nothing here."""
        return self._frame.copy(deep=False)

    def __len__(self) -> int:
        return len(self._frame)

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_source": None}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)

    def detach(self) -> Estimates:
        """Return the estimates without the respondents: `cov` is then refused."""
        return replace(self, _source=None)

    @property
    def attached(self) -> bool:
        """Whether covariances can still be computed."""
        return self._source is not None

    def labelled(self, lang: str = "fr") -> pd.DataFrame:
        """Return the frame with the definition's texts in place of codes.

        Parameters
        ----------
        lang
            ``fr`` or ``en``.
        """
        from padai.survey.labelling import label_frame

        return label_frame(self._frame, self.survey, lang)

    def rows(self, *by_place: Any, **keys: str | Sequence[str]) -> np.ndarray:
        """Return the positions of the rows with these keys.

        Parameters
        ----------
        **keys
            Among `KEYS`: a code, or several.

        Examples
        --------
        >>> est.rows(breakdown="sex", response="1")  # doctest: +SKIP
        """
        if by_place:
            raise EstimationError(Said("results-rows-go-by-keys", known=", ".join(KEYS)))
        hit = np.ones(len(self), dtype=bool)
        for name, wanted in keys.items():
            if name not in KEYS:
                raise EstimationError(Said("results-is-no-key", name=name, known=", ".join(KEYS)))
            values = [wanted] if isinstance(wanted, str) else [str(value) for value in wanted]
            hit &= self._frame[name].isin(values).to_numpy()
        return np.flatnonzero(hit)

    def cov(self, rows: Sequence[int] | np.ndarray | None = None) -> FloatArray:
        """Return the covariance matrix of some rows, from influence values of those alone.

        Parameters
        ----------
        rows
            Positions in the frame, or a boolean mask; None: all.

        Raises
        ------
        EstimationError
            The estimates are detached; more than 5,000 rows are asked for.
        """
        return self._covariance(self._positions(rows), joint=False)

    def _covariance(self, chosen: np.ndarray, *, joint: bool) -> FloatArray:
        """Return the covariance of rows; `joint`: as the terms of one contrast."""
        if len(chosen) > MAX_COVARIANCE:
            raise EstimationError(
                Said(
                    "results-a-covariance-of-rows-was-asked-for-at",
                    count_chosen=len(chosen),
                    max_covariance=MAX_COVARIANCE,
                )
            )
        source = self._attached_source()
        joined = getattr(source, "joint_covariance", source.covariance)
        covariance: FloatArray = joined(chosen) if joint else source.covariance(chosen)
        fixed = self._frame["std_error"].to_numpy()[chosen] == 0
        if fixed.any():  # what is left of a row without sampling error is rounding
            covariance = np.where(fixed | fixed[:, None], 0.0, covariance)
        return covariance

    @pinned
    def contrast(
        self, combinations: Mapping[str, Mapping[Any, float]], *, level: float | None = None
    ) -> Contrasts:
        """Return linear combinations of rows.

        Parameters
        ----------
        combinations
            For each name, rows and their coefficients. A row is its position, or text (or a tuple
            of texts) that its keys alone hold: ``{"E-H": {"E": 1, "H": -1}}``;
            ``("wave=2025", "F")`` says which key.
        level
            Confidence level; None: that of the estimates.

        Raises
        ------
        EstimationError
            A row is not found, or several have these keys.
        """
        involved, places = self._involved(combinations)
        estimate = self._frame["estimate"].to_numpy()[involved]
        covariance = self._covariance(involved, joint=True)
        table = np.zeros((len(combinations), len(involved)))
        for i, coefficients in enumerate(places):
            for row, value in coefficients.items():
                table[i, np.searchsorted(involved, row)] += value
        source = self._attached_source()
        df = [
            source.degrees(np.array([r for r, c in part.items() if c != 0], dtype=np.intp))
            for part in places
        ]
        contrast_values = contrasts.linear(table, estimate, covariance)
        return Contrasts(tuple(combinations), contrast_values, np.array(df), level or self.level)

    @pinned
    def function(
        self, function: Callable[[np.ndarray], Any], rows: Sequence[int] | np.ndarray
    ) -> Contrasts:
        """Return a smooth function of rows, with the delta method.

        Parameters
        ----------
        function
            Of an array of the estimates of `rows`; analytic (numpy's functions are).
        rows
            Positions in the frame.
        """
        chosen = self._positions(rows)
        estimate = self._frame["estimate"].to_numpy()[chosen]
        transformed = contrasts.smooth(function, estimate, self._covariance(chosen, joint=True))
        names = tuple(f"f{i + 1}" for i in range(len(transformed.estimate)))
        df = np.full(len(names), self._attached_source().degrees(chosen))
        return Contrasts(names, transformed, df, self.level)

    def witness(
        self,
        kind: str = "r",
        *,
        rows: Sequence[int] | np.ndarray | None = None,
        differences: Differences | None = None,
        lang: str | None = None,
    ) -> Witness:
        """Return what another program needs to work out these figures again.

        Parameters
        ----------
        kind
            ``r``: a script for R's ``survey``, which ends with a table of differences; ``stata``
            or ``svy``: their calls, which padai has not run.
        rows
            Positions in the frame, or a boolean mask; None: all that have an estimate.
        differences
            Of these estimates, between waves or from the rest: each is worked out again too.
        lang
            The language of comments; None: that of messages.

        Returns
        -------
        Witness
            ``.script``, ``.data``, ``.expected`` and ``.write(folder)``.

        Raises
        ------
        WitnessError
            What the estimates are of, or their design, has no equal there.
        EstimationError
            The estimates are detached.

        Notes
        -----
        The data hold answers of single people: codes, design and margins, without identifiers.

        Examples
        --------
        >>> est.witness("r").write("witness")  # doctest: +SKIP
        """
        from padai.results.witnessing import witness_of_estimates

        return witness_of_estimates(self, kind, self._positions(rows), differences, lang)

    def _attached_source(self) -> EstimateSource:
        if self._source is None:
            raise EstimationError(Said("results-these-estimates-are-detached-from-their"))
        return self._source

    def _positions(self, rows: Sequence[int] | np.ndarray | None) -> np.ndarray:
        if rows is None:
            return np.arange(len(self))
        chosen = np.atleast_1d(np.asarray(rows))
        if chosen.dtype == bool and chosen.shape == (len(self),):
            return np.flatnonzero(chosen)
        whole = chosen.ndim == 1 and (np.issubdtype(chosen.dtype, np.integer) or not chosen.size)
        if not whole or ((chosen < 0) | (chosen >= len(self))).any():
            raise EstimationError(
                Said("results-rows-are-positions-from-0-to-or-one-true", count_self=len(self) - 1),
            )
        return chosen.astype(np.intp)

    def _behind(self, coefficients: Mapping[Any, float]) -> tuple[float, int]:
        """Return the degrees of freedom of a combination of rows, and how many people answer."""
        involved, places = self._involved({"": coefficients})
        rows = np.array([r for r in involved if places[0].get(int(r), 0) != 0], dtype=np.intp)
        source = self._attached_source()
        return float(source.degrees(rows)), source.respondents(rows)

    def _involved(
        self, combinations: Mapping[str, Mapping[Any, float]]
    ) -> tuple[np.ndarray, list[dict[int, float]]]:
        places: list[dict[int, float]] = []
        if not isinstance(combinations, Mapping) or not all(
            isinstance(each, Mapping) for each in combinations.values()
        ):
            raise EstimationError(
                Said("results-a-contrast-is-a-mapping-of-names-to-rows"),
            )
        for coefficients in combinations.values():
            row_weights: dict[int, float] = {}
            for key, value in coefficients.items():
                row = self._find(key)
                row_weights[row] = row_weights.get(row, 0.0) + float(value)
            places.append(row_weights)
        return np.array(sorted({row for part in places for row in part}), dtype=np.intp), places

    def _find(self, key: Any) -> int:
        if isinstance(key, (int, np.integer)):
            return int(key)
        texts = (key,) if isinstance(key, str) else tuple(str(part) for part in key)
        hit = np.ones(len(self), dtype=bool)
        for text in texts:
            name, _, value = text.partition("=")
            if name in KEYS:
                hit &= (self._frame[name] == value).to_numpy()
            else:
                held = [(self._frame[key] == text).to_numpy() for key in KEYS]
                hit &= np.logical_or.reduce(held)
        places = np.flatnonzero(hit)
        if not len(places):
            known = dict.fromkeys(k for key in KEYS for k in self._frame[key].astype(str))
            hint = nearest(texts[-1], known)
            raise EstimationError(
                Said("results-no-row-has-the-keys", texts=" ".join(map(repr, texts)), hint=hint)
            )
        if len(places) != 1:
            raise EstimationError(
                Said("results-rows-have-the-keys", count=len(places), texts=str(texts))
            )
        return int(places[0])
