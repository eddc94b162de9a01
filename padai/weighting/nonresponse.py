"""The verb that adjusts weights for non-response."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import WeightingError
from padai.numerics import nonresponse as core
from padai.numerics.constraints import FloatArray
from padai.numerics.designs import ReplicateWeights
from padai.waves.guards import guarded
from padai.waves.measures import measures_of
from padai.waves.wave import Wave
from padai.words import Said

if TYPE_CHECKING:
    from numpy.typing import NDArray

    BoolArray = NDArray[np.bool_]


@guarded
def adjust_nonresponse(
    wave: Wave,
    responded: str,
    *,
    cells: str | Sequence[str] | None = None,
    propensity: str | Sequence[str] | None = None,
    classes: int | None = None,
) -> Wave:
    """Give the weight of those who did not respond to those who did.

    Parameters
    ----------
    wave : Wave
        All who were sampled, with what is known of each.
    responded : str
        Column of 1 or true (responded) and 0 or false.
    cells : str or sequence of str, optional
        Columns whose crossing makes the cells; the weight of a cell's non-respondents goes to its
        respondents in proportion.
    propensity : str or sequence of str, optional
        Columns of a weighted logit model of response (main effects; text and categories as
        indicators, numbers as they are); weights are divided by the fitted probability.
    classes : int, optional
        With `propensity`: cells made of that many quantile classes of the probability instead.

    Returns
    -------
    Wave
        Those who responded. Strata and psus keep the number of units sampled. In linearised
        standard errors the adjustment counts as fixed (``provenance`` says so); replicate weights
        made before are each adjusted anew.

    Raises
    ------
    WeightingError
        `responded` holds something else, or everybody or nobody responded; a cell without a
        respondent; missing values in a column; a model that cannot be fitted.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> frame = pd.DataFrame({"r": [1, 0, 1, 1], "sex": ["F", "F", "M", "M"], "w": [1.0] * 4})
    >>> adjust_nonresponse(Wave(frame, Design(weight="w")), "r", cells="sex").weights
    array([2., 1., 1.])
    """
    where = f"{wave._where}adjust_nonresponse: "
    if (cells is None) == (propensity is None):
        raise WeightingError(Said("weighting-give-cells-or-propensity-one-of-the-two", where=where))
    if classes is not None and (propensity is None or classes < 2):
        raise WeightingError(
            Said("weighting-classes-goes-with-propensity-and-is-2-or", where=where)
        )
    _check_wave(wave, where)
    answered = _responded(wave, responded, where)
    names = _names(cells if propensity is None else propensity)
    model = (
        _Cells(wave, names, where) if propensity is None else _Model(wave, names, where, classes)
    )
    try:
        weights = wave.weights * model.factors(wave.weights, answered)
    except WeightingError as error:
        raise error.at(where) from None
    replicates = wave.sample.replicates
    if replicates is not None:
        values = _each(model, replicates.analysis(wave.weights), answered, where)
        before = replicates.uncalibrated(wave.weights)[answered]
        replicates = replace(replicates, values=values[answered], combined=True, before=before)
    step = {
        "verb": "adjust_nonresponse",
        "method": model.method,
        "columns": list(names),
        "classes": classes,
        "sampled": len(wave),
        "responded": int(answered.sum()),
        "taken_as_fixed": replicates is None,
    }
    return _kept(wave, answered, weights, replicates).reweighted(weights[answered], step=step)


def _check_wave(wave: Wave, where: str) -> None:
    """Refuse a wave whose weights say more than how its people were drawn."""
    if wave.calibrations:
        raise WeightingError(Said("weighting-the-wave-is-calibrated-already-adjust", where=where))
    if not wave.weighs.all():
        raise WeightingError(
            Said("weighting-rows-have-a-weight-of-zero-nobodys", weighs=int((~wave.weighs).sum())),
            where=where,
        )
    if wave.sample.forms:
        raise WeightingError(
            Said("weighting-adjust-nonresponse-keeps-some-rows-of-a"),
            where=where,
        )


def _kept(
    wave: Wave, rows: BoolArray, weights: FloatArray, replicates: ReplicateWeights | None
) -> Wave:
    """Return the wave of some rows; strata keep the number of units sampled."""
    return wave._changed(
        _frame=wave._frame[rows].reset_index(drop=True),
        _stages=tuple(stage.take(np.flatnonzero(rows)) for stage in wave.sample.stages),
        _columns=_take_columns(wave, rows),
        _replicates=replicates,
        _weights=weights[rows],
        _coded={},
    )


def _names(columns: str | Sequence[str] | None) -> tuple[str, ...]:
    return (columns,) if isinstance(columns, str) else tuple(columns or ())


def _take_columns(wave: Wave, rows: BoolArray) -> Any:
    columns = wave._columns
    return replace(
        columns,
        strata=tuple(labels[rows] for labels in columns.strata),
        psus=tuple(labels[rows] for labels in columns.psus),
        populations=tuple(sizes[rows] for sizes in columns.populations),
        n=int(rows.sum()),
    )


def _responded(wave: Wave, name: str, where: str) -> BoolArray:
    import pandas as pd

    values = pd.to_numeric(wave.column(name), errors="coerce").to_numpy(dtype=np.float64)
    bad = int((~np.isin(values, (0.0, 1.0))).sum())
    if bad:
        raise WeightingError(
            Said(
                "weighting-column-must-hold-1-responded-or-0-of",
                where=where,
                name=name,
                bad=bad,
                count_wave=len(wave),
            )
        )
    answered: BoolArray = values == 1
    if answered.all() or not answered.any():
        who = Said("weighting-everybody") if answered.all() else Said("weighting-nobody")
        raise WeightingError(
            Said(
                "weighting-by-column-responded-there-is-nothing-to", where=where, name=name, who=who
            )
        )
    return answered


class _Cells:
    """Adjustment within cells."""

    method = "cells"

    def __init__(self, wave: Wave, names: tuple[str, ...], where: str) -> None:
        coded = wave.codes("*".join(names))
        _no_blanks(coded.codes, "*".join(names), where)
        self.cells, self.labels = coded.codes, coded.labels

    def factors(self, weights: FloatArray, answered: BoolArray) -> FloatArray:
        """Return the factor of every row, shape (n,)."""
        return core.cell_factors(weights, answered, self.cells, self.labels)


class _Model:
    """Adjustment by a response model."""

    method = "propensity"

    def __init__(self, wave: Wave, names: tuple[str, ...], where: str, classes: int | None) -> None:
        import pandas as pd

        columns, labels = [np.ones(len(wave))], ["(intercept)"]
        for name in names:
            column = wave._frame[name] if name in wave._frame.columns else None
            if column is not None and pd.api.types.is_float_dtype(column):
                numbers = measures_of(wave, name)
                _no_blanks(np.where(np.isfinite(numbers), 0, -1), name, where)
                columns.append((numbers - numbers.mean()) / (numbers.std() or 1.0))
                labels.append(name)
                continue
            coded = wave.codes(name)
            _no_blanks(coded.codes, name, where)
            for place, label in enumerate(coded.labels):
                if place and (coded.codes == place).any():
                    columns.append((coded.codes == place).astype(float))
                    labels.append(f"{name}={label}")
        self.X, self.names, self.classes = np.column_stack(columns), tuple(labels), classes

    def factors(self, weights: FloatArray, answered: BoolArray) -> FloatArray:
        """Return the factor of every row, shape (n,)."""
        chance = core.response_propensities(weights, answered, self.X, self.names)
        if self.classes is None:
            return 1 / chance
        place = core.propensity_classes(chance, weights, self.classes)
        labels = tuple(f"class {i + 1}" for i in range(self.classes))
        return core.cell_factors(weights, answered, place, labels)


def _each(
    model: _Cells | _Model, weights: FloatArray, answered: BoolArray, where: str
) -> FloatArray:
    done = np.empty_like(weights)
    for r in range(weights.shape[1]):
        try:
            done[:, r] = weights[:, r] * model.factors(weights[:, r], answered)
        except WeightingError as error:
            raise WeightingError(
                Said(
                    "weighting-replicate-of",
                    where=where,
                    r=r + 1,
                    shape=weights.shape[1],
                    error=error,
                )
            ) from None
    return done


def _no_blanks(codes: Any, name: str, where: str) -> None:
    blank = int((codes < 0).sum())
    if blank:
        raise WeightingError(
            Said(
                "weighting-column-is-missing-in-rows-it-must-be",
                where=where,
                name=name,
                blank=blank,
            )
        )
