"""What an area model says of each area: predictions, how far they borrow, their error."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padai.numerics.designs import BoolArray, FloatArray
from padai.numerics.fay_herriot import (
    AreaProblem,
    Bracket,
    area_problems,
    bracket,
    coefficients,
    estimate_variance,
    log_likelihood,
)
from padai.numerics.threads import pinned

#: Structures whose likelihood on the grid is this far under the best are not looked at again.
_NEAR = 6.0
#: Halvings that settle which structure is likeliest.
_ROUGH = 20


@dataclass(frozen=True, eq=False)
class AreaModel:
    """An area model for all areas, sampled or not.

    Attributes
    ----------
    X : ndarray, shape (a, p)
    observed : ndarray of bool, shape (a,)
        Sampled areas, m of them.
    V : ndarray, shape (m, m)
    structures : tuple of ndarray, each of shape (a, a)
        Covariances of the area effects up to their variance; the likeliest is taken.
    method : str
    """

    X: FloatArray
    observed: BoolArray
    V: FloatArray
    structures: tuple[FloatArray, ...]
    method: str

    def problems(self) -> list[AreaProblem]:
        """Return the rotated problem of each structure."""
        own = np.ix_(self.observed, self.observed)
        return area_problems(self.X[self.observed], self.V, tuple(C[own] for C in self.structures))


@dataclass(frozen=True, eq=False)
class AreaFits:
    """Fits of B samples; arrays end with the sample.

    Attributes
    ----------
    variance : ndarray, shape (B,)
    structure : ndarray of int, shape (B,)
    objective : ndarray, shape (B,)
        What was maximised.
    beta : ndarray, shape (p, B)
    prediction, synthetic, g1, error : ndarray, shape (a, B)
        Best predictions, their regression part, the variance of the effect given the data, and the
        second-order mean squared error ``g1 + g2 + 2 g3``.
    """

    variance: FloatArray
    structure: np.ndarray
    objective: FloatArray
    beta: FloatArray
    prediction: FloatArray
    synthetic: FloatArray
    g1: FloatArray
    error: FloatArray


@pinned
def fit_areas(model: AreaModel, problems: list[AreaProblem], y: FloatArray) -> AreaFits:
    """Fit one sample or many.

    Parameters
    ----------
    model
    problems
        ``model.problems()``, worked out once.
    y : ndarray, shape (m, B)

    References
    ----------
    Prasad and Rao (1990), *JASA* 85, 163-171. Datta and Lahiri (2000), *Statistica Sinica* 10.
    """
    turned = [problem.turn @ y for problem in problems]
    within = [bracket(p, own, model.method) for p, own in zip(problems, turned, strict=True)]
    chosen = _likeliest(model, problems, turned, within)
    a, p = model.X.shape
    B = y.shape[1]
    out = {name: np.zeros((a, B)) for name in ("prediction", "synthetic", "g1", "error")}
    variance, objective, beta = np.zeros(B), np.zeros(B), np.zeros((p, B))
    for k, problem in enumerate(problems):
        at = np.flatnonzero(chosen == k)
        if not len(at):
            continue
        own = turned[k][:, at]
        variance[at] = estimate_variance(problem, own, model.method, _taken(within[k], at))
        objective[at] = log_likelihood(problem, own, variance[at], model.method)
        part = _predict(model, k, problem, own, variance[at])
        beta[:, at] = part.pop("beta")
        for name, values in part.items():
            out[name][:, at] = values
    return AreaFits(variance, chosen, objective, beta, **out)


def _taken(within: Bracket, at: np.ndarray) -> Bracket:
    return Bracket(within.low[at], within.high[at], within.value[at], within.none[at])


def _likeliest(
    model: AreaModel, problems: list[AreaProblem], y: list[FloatArray], within: list[Bracket]
) -> np.ndarray:
    """Return the structure that each sample is likeliest under, shape (B,)."""
    value = np.array([each.value for each in within])
    if len(problems) == 1:
        return np.zeros(value.shape[1], dtype=np.intp)
    near = value >= value.max(axis=0) - _NEAR
    for k, problem in enumerate(problems):
        at = np.flatnonzero(near[k])
        if len(at):
            own = y[k][:, at]
            variance = estimate_variance(problem, own, model.method, _taken(within[k], at), _ROUGH)
            value[k, at] = log_likelihood(problem, own, variance, model.method)
    result: np.ndarray = np.argmax(np.where(near, value, -np.inf), axis=0)
    return result


@pinned
def _predict(
    model: AreaModel, k: int, problem: AreaProblem, y: FloatArray, variance: FloatArray
) -> dict[str, FloatArray]:
    at = coefficients(problem, y, variance)
    C = model.structures[k]
    K = C[:, model.observed] @ problem.turn.T
    synthetic = model.X @ at.beta.T
    prediction = synthetic + variance * (K @ (at.w * at.residual))
    g1 = variance * np.diag(C)[:, None] - variance**2 * (K**2 @ at.w)
    rest = model.X - np.einsum("am,mb,mp->bap", K, variance * at.w, problem.X, optimize=True)
    g2 = np.einsum("bap,bpa->ab", rest, np.linalg.solve(at.information, rest.transpose(0, 2, 1)))
    of_variance = 2 / ((problem.spread[:, None] * at.w) ** 2).sum(axis=0)
    if model.method == "fh":
        part = problem.spread[:, None] * at.w
        of_variance = 2 * len(y) / part.sum(axis=0) ** 2
    g3 = of_variance * (K**2 @ at.w**3)
    g1 = np.maximum(g1, 0.0)
    error = (
        g1
        + g2
        + 2 * g3
        - _bias(model, C, K, problem, w=at.w, information=at.information, variance=variance)
    )
    return {
        "beta": at.beta.T,
        "prediction": prediction,
        "synthetic": synthetic,
        "g1": g1,
        "error": error,
    }


@pinned
def _bias(
    model: AreaModel,
    C: FloatArray,
    K: FloatArray,
    problem: AreaProblem,
    *,
    w: FloatArray,
    information: FloatArray,
    variance: FloatArray,
) -> FloatArray:
    """Return what the bias of the area variance adds to g1, shape (a, B)."""
    part = problem.spread[:, None] * w
    squares = (part**2).sum(axis=0)
    bias = np.zeros(w.shape[1])
    if model.method.endswith("ml") and model.method != "reml":
        slope = np.einsum("mb,mp,mq->bpq", part * w, problem.X, problem.X)
        bias = bias - np.einsum("bii->b", np.linalg.solve(information, slope)) / squares
    if model.method.startswith("ll"):
        bias = bias + 2 / (variance * squares)
    if model.method == "fh":
        total = part.sum(axis=0)
        bias = 2 * (len(w) * squares - total**2) / total**3
    # dG1/dA = C - 2 A K w K' + A^2 K lambda w^2 K', on its diagonal
    slope = np.diag(C)[:, None] - K**2 @ (2 * variance * w - variance**2 * part * w)
    return np.asarray(bias * slope)


@pinned
def weights_of_direct(model: AreaModel, k: int, problem: AreaProblem, A: float) -> FloatArray:
    """Return the weights of the direct estimates in each area's predicted effect, shape (a, a).

    ``A C Sigma^-1``: where areas are independent, ``A / (A + V_i)`` on the diagonal alone; columns
    of areas without sample are 0.
    """
    w = problem.weights(np.array([A]))
    weights = np.zeros((len(model.X), len(model.X)))
    weights[:, model.observed] = (
        A * (model.structures[k][:, model.observed] @ problem.turn.T * w.T) @ problem.turn
    )
    return weights
