"""Model formulas: a wave's columns become a response and a model matrix."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from padai.errors import DefinitionError, EstimationError, MissingExtraError, nearest
from padai.estimation.analysis import refuse_times
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class ModelFrame:
    """What a formula reads from a data frame.

    Attributes
    ----------
    response : ndarray, shape (m,), or pandas.Categorical
        The response of the rows that answer every variable.
    X : ndarray, shape (m, k)
        Model matrix of those rows.
    names : tuple of str
        Names of its columns.
    terms : dict of str to tuple of int
        Positions of each term's columns; the constant has none.
    member : ndarray of bool, shape (n,)
        Which rows of the data frame those are.
    data : pandas.DataFrame
        The variables, as the formula reads them, for all n rows.
    spec : formulaic.ModelSpec
        Builds the same matrix for other rows.
    """

    response: Any
    X: FloatArray
    names: tuple[str, ...]
    terms: dict[str, tuple[int, ...]]
    member: NDArray[np.bool_]
    data: pd.DataFrame
    spec: Any


def read_formula(
    formula: str,
    data: pd.DataFrame,
    domain: NDArray[np.bool_],
    *,
    known: Iterable[str],
    ordered: bool = False,
) -> ModelFrame:
    """Evaluate a formula on the rows of a domain.

    Parameters
    ----------
    formula
        ``response ~ terms``, as formulaic reads it.
    data
        The columns that the formula names; blanks are missing values.
    domain
        Rows that may take part, shape (n,).
    known
        Every name that a formula may use, for the message about one that it may not.
    ordered
        Keep a response of ordered categories instead of asking for a number or two categories.

    Raises
    ------
    DefinitionError
        The formula cannot be read, or names a column that is not there.
    EstimationError
        No row answers every variable, or the response has too many categories.
    """
    left, right = _sides(formula)
    for name in mentioned(formula, data.columns):
        refuse_times(data[name], name)
    rows = _without_unused(data.loc[domain])
    if rows.empty:
        raise EstimationError(Said("estimation-no-row-takes-part-in-the-model", formula=formula))
    kept = _complete_rows(formula, f"{left} ~ {right}", rows, known)
    # Categories that only rows with a blank elsewhere have are no column of the model.
    rows = _without_unused(rows.loc[kept])
    matrices = _formulaic().Formula(f"{left} ~ {right}").get_model_matrix(rows, context={})
    member = np.zeros(len(data), dtype=bool)
    member[data.index.get_indexer(kept)] = True
    spec = matrices.rhs.model_spec
    response = _ordered(left, rows) if ordered else _number(left, matrices.lhs)
    return ModelFrame(
        response,
        matrices.rhs.to_numpy(dtype=float),
        tuple(str(name) for name in matrices.rhs.columns),
        {str(t): tuple(at) for t, at in spec.term_indices.items() if str(t) != "1"},
        member,
        data,
        spec,
    )


def _complete_rows(formula: str, tidy: str, rows: pd.DataFrame, known: Iterable[str]) -> Any:
    """Index of the rows that answer every variable, each of which must give numbers."""
    formulaic = _formulaic()
    try:
        with np.errstate(all="ignore"):
            matrices = formulaic.Formula(tidy).get_model_matrix(rows, na_action="drop", context={})
    except (formulaic.errors.FormulaicError, SyntaxError, TypeError, ValueError) as error:
        raise DefinitionError(_explain(formula, error, known)) from error
    used = {
        str(name)
        for side in (matrices.lhs, matrices.rhs)
        for name in side.model_spec.variables_by_source.get("data", ())
    }
    complete = rows.index[rows[[c for c in rows.columns if c in used]].notna().all(axis=1)]
    if len(complete) == 0:
        raise EstimationError(
            Said("estimation-no-row-answers-every-variable-of-the", formula=formula)
        )
    kept = matrices.rhs.index
    sides = [side.to_numpy(dtype=float) for side in (matrices.lhs, matrices.rhs)]
    finite = np.isfinite(np.hstack(sides)).all(axis=1)
    lost = len(complete) - int(finite.sum())
    if lost:
        raise EstimationError(
            Said(
                "estimation-of-rows-that-answer-every-variable-give",
                formula=formula,
                lost=lost,
                count_complete=len(complete),
            )
        )
    return kept


def matrix_for(frame: ModelFrame, rows: pd.DataFrame) -> FloatArray:
    """Return the model matrix of other rows, shape (len(rows), k).

    Raises
    ------
    DefinitionError
        A variable is missing, blank, or holds a category that the model did not see.
    """
    for name in variables_of(frame):
        if name not in rows.columns:
            raise DefinitionError(Said("estimation-predictions-need-the-variable", name=name))
        if rows[name].isna().any():
            raise DefinitionError(
                Said("estimation-predictions-need-a-value-of-in-every-row", name=repr(name))
            )
        seen = categories(frame, name)
        if seen is not None:
            unknown = sorted({str(v) for v in rows[name]} - {str(v) for v in seen})
            if unknown:
                raise DefinitionError(
                    Said(
                        "estimation-has-no-category-in-the-model-it-has",
                        name=repr(name),
                        unknown=", ".join(unknown),
                        seen=", ".join(str(v) for v in seen),
                    )
                )
    formulaic = _formulaic()
    try:
        matrix = frame.spec.get_model_matrix(rows, context={}, na_action="ignore")
    except (formulaic.errors.FormulaicError, TypeError, ValueError) as error:
        raise _unfit(frame, rows) from error
    return np.asarray(matrix.loc[:, list(frame.names)].to_numpy(dtype=float))


def _unfit(frame: ModelFrame, rows: pd.DataFrame) -> DefinitionError:
    """Say which variable cannot be put into the model: text for numbers, or out of its range."""
    import pandas as pd

    seen = frame.data.loc[frame.member]
    for name in variables_of(frame):
        if not pd.api.types.is_numeric_dtype(seen[name]):
            continue
        given = pd.to_numeric(rows[name], errors="coerce")
        if given.isna().any():
            return DefinitionError(
                Said("estimation-predictions-need-a-number-for-in-every", name=name),
            )
        low, high = float(seen[name].min()), float(seen[name].max())
        out = int(((given < low) | (given > high)).sum())
        if out:
            return DefinitionError(
                Said(
                    "estimation-rows-lie-outside-to-beyond-which-the",
                    name=name,
                    out=out,
                    low=f"{low:g}",
                    high=f"{high:g}",
                ),
            )
    return DefinitionError(
        Said("estimation-the-models-formula-cannot-be-worked-out"),
    )


def variables_of(frame: ModelFrame) -> list[str]:
    """Return the columns that the model's terms read, in the data's order."""
    used = {str(v) for v in frame.spec.variables_by_source.get("data", ())}
    return [name for name in frame.data.columns if name in used]


def categories(frame: ModelFrame, name: str) -> list[Any] | None:
    """Return the categories of a variable that the model treats as categorical, else None."""
    import pandas as pd

    column = frame.data.loc[frame.member, name]
    wrapped = any(
        re.match(rf"C\(\s*`?{re.escape(name)}`?\s*[,)]", str(factor))
        for factor in frame.spec.factors
    )
    if isinstance(column.dtype, pd.CategoricalDtype):
        present = set(column.unique())
        return [v for v in column.cat.categories if v in present]
    if wrapped or not pd.api.types.is_numeric_dtype(column) or column.dtype == bool:
        # numbers before texts, as the model itself has them
        return list(pd.factorize(column, sort=True)[1])
    return None


def without_constant(frame: ModelFrame) -> ModelFrame:
    """Return the frame of a model whose constant other parameters stand for.

    Raises
    ------
    DefinitionError
        The formula asks for no constant: the categories would then be coded in full.
    """
    if "Intercept" not in frame.names:
        raise DefinitionError(Said("estimation-an-ordinal-models-cut-points-stand-for"))
    at = frame.names.index("Intercept")
    terms = {t: tuple(j - (j > at) for j in columns) for t, columns in frame.terms.items()}
    names = frame.names[:at] + frame.names[at + 1 :]
    return replace(frame, X=np.delete(frame.X, at, axis=1), names=names, terms=terms)


def find_terms(frame: ModelFrame, wanted: str | Iterable[str]) -> tuple[list[str], list[int]]:
    """Return the names and column positions of the terms that are asked for.

    A term is found by its own name or without ``C(...)``, and an interaction in any order.

    Raises
    ------
    DefinitionError
        The model has no such term.
    """
    by_name = {_canonical(term): term for term in frame.terms}
    asked = [wanted] if isinstance(wanted, str) else list(wanted)
    terms: list[str] = []
    for name in asked:
        term = by_name.get(_canonical(name))
        if term is None:
            raise DefinitionError(
                Said("estimation-the-model-has-no-term", name=name, known=", ".join(frame.terms))
            )
        terms.append(term)
    return terms, [at for term in terms for at in frame.terms[term]]


def _canonical(term: str) -> tuple[str, ...]:
    bare = [re.sub(r"^C\((.*)\)$", r"\1", part.strip()) for part in term.split(":")]
    return tuple(sorted(part.split(",")[0].strip(" `") for part in bare))


def _formulaic() -> Any:
    try:
        import formulaic
        import formulaic.errors
    except ImportError as error:
        raise MissingExtraError(
            "models", Said("estimation-fitting-a-model-from-a-formula")
        ) from error
    return formulaic


def _sides(formula: str) -> tuple[str, str]:
    parts = formula.split("~") if isinstance(formula, str) else []
    if len(parts) != 2 or not all(part.strip() for part in parts):
        raise DefinitionError(Said("estimation-is-no-model-formula", formula=repr(formula)))
    return parts[0].strip(), parts[1].strip()


def _without_unused(rows: pd.DataFrame) -> pd.DataFrame:
    import pandas as pd

    return rows.assign(
        **{
            name: rows[name].cat.remove_unused_categories()
            for name in rows.columns
            if isinstance(rows[name].dtype, pd.CategoricalDtype)
        }
    )


def _number(left: str, response: pd.DataFrame) -> FloatArray:
    if response.shape[1] == 1:
        return response.iloc[:, 0].to_numpy(dtype=float)
    if response.shape[1] == 2:
        return response.iloc[:, 1].to_numpy(dtype=float)
    raise EstimationError(
        Said("estimation-the-response-has-categories", left=left, count=response.shape[1])
    )


def _ordered(left: str, rows: pd.DataFrame) -> pd.Categorical:
    import pandas as pd

    name = left.strip("` ")
    if name not in rows.columns:
        raise DefinitionError(
            Said("estimation-an-ordinal-model-needs-a-column-as-its", left=repr(left))
        )
    column = rows[name]
    if isinstance(column.dtype, pd.CategoricalDtype):
        return pd.Categorical(column, ordered=True)
    if not pd.api.types.is_numeric_dtype(column):
        raise DefinitionError(
            Said("estimation-holds-texts-without-an-order-make-it-an", name=repr(name))
        )
    return pd.Categorical(column, categories=sorted(column.unique()), ordered=True)


def _explain(formula: str, error: Exception, known: Iterable[str]) -> Said:
    missing = re.search(r"`([^`]+)` is not present", str(error))
    if missing is not None:
        hint = nearest(missing[1], known)
        return Said(
            "estimation-there-is-no-column", formula=repr(formula), name=missing[1], hint=hint
        )
    as_r = re.search(r"factor\(\s*(\w+)", formula)
    curve = re.search(r"\b(?:s|ns|spline|splines)\(\s*(\w+)", formula)
    hint = Said("", "")
    if as_r:
        hint = Said("estimation-write-c-for-categories", name=as_r[1])
    elif "|" in formula:
        hint = Said("estimation-random-effects-are-of-unit-model")
    elif curve:
        hint = Said("estimation-a-curve-is-a-spline", name=curve[1])
    cause = str(error).splitlines()[0].rstrip(".")
    return Said(
        "estimation-cannot-be-read-as-a-formula", formula=repr(formula), error=cause, hint=hint
    )


def mentioned(formula: str, columns: Iterable[str]) -> list[str]:
    """Return the columns whose names stand in a formula.

    Examples
    --------
    >>> mentioned("y ~ C(wave) * x1", ["x", "x1", "wave", "y"])
    ['x1', 'wave', 'y']
    """
    return [
        name
        for name in columns
        if re.search(rf"(?<![\w.]){re.escape(str(name))}(?![\w.])", formula)
    ]


def only_categories(formula: str, names: Iterable[str]) -> set[str]:
    """Return the columns that a formula names inside ``C(...)`` alone.

    Examples
    --------
    >>> sorted(only_categories("y ~ C(a) + C(b) * x + b", ["a", "b", "x", "y"]))
    ['a']
    """
    bare = re.sub(r"(?<![\w.])C\([^()]*\)", "", formula)
    kept = set(mentioned(bare, names))
    return {name for name in mentioned(formula, names) if name not in kept}


def combinations_of(at: Mapping[str, Any] | pd.DataFrame) -> pd.DataFrame:
    """Return the rows that every combination of the given values makes."""
    from itertools import product

    import pandas as pd

    if not isinstance(at, (pd.DataFrame, Mapping)):
        raise DefinitionError(
            Said("estimation-predictions-are-made-at-a-table-of", name=type(at).__name__),
        )
    if isinstance(at, pd.DataFrame):
        return at.reset_index(drop=True)
    lists = [list(v) if isinstance(v, (list, tuple, np.ndarray)) else [v] for v in at.values()]
    return pd.DataFrame(list(product(*lists)), columns=list(at))
