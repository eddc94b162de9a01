"""The variables that a sample and its reference share, as one model matrix each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from padai.errors import EstimationError, nearest
from padai.estimation.analysis import is_breakdown, numbers_of
from padai.numerics.designs import FloatArray
from padai.waves.wave import Wave
from padai.words import Said


@dataclass(frozen=True, eq=False)
class SharedMatrices:
    """Model matrices of a sample and of its reference.

    Attributes
    ----------
    names : tuple of str
    own : ndarray, shape (n_A, k)
    other : ndarray, shape (n_B, k)
        Of a reference sample; with totals alone, one row of means.
    d : ndarray, shape (n_B,)
        Weights of the reference; with totals alone, the population's size.
    """

    names: tuple[str, ...]
    own: FloatArray
    other: FloatArray
    d: FloatArray


def shared_with_wave(wave: Wave, reference: Wave, variables: Sequence[str]) -> SharedMatrices:
    """Read variables of both samples: numbers as they are, others by their categories.

    What a row without weight holds is of no account: it is no participant, and stands for nobody.

    Raises
    ------
    EstimationError
        A variable is not in both, is blank in some rows, or has categories of one sample alone.
    """
    _check_shared(wave, list(reference.frame.columns), variables)
    names, own, other = ["(Intercept)"], [np.ones(len(wave))], [np.ones(len(reference))]
    for name in variables:
        if _is_number(wave, name):
            names.append(name)
            own.append(_numbers(wave, name))
            other.append(_numbers(reference, name))
            continue
        one, two = _labels(wave, name), _labels(reference, name)
        here, there = set(one[wave.weighs]), set(two[reference.weighs])
        levels = sorted(here | there)
        _check_levels(name, here, there)
        for level in levels[1:]:
            names.append(f"{name}={level}")
            own.append((one == level).astype(np.float64))
            other.append((two == level).astype(np.float64))
    return SharedMatrices(
        tuple(names), np.column_stack(own), np.column_stack(other), np.asarray(reference.weights)
    )


def shared_with_totals(
    wave: Wave, totals: Mapping[str, Any], variables: Sequence[str], size: float
) -> SharedMatrices:
    """Read variables of a sample whose population's totals are known.

    Parameters
    ----------
    totals
        For each variable, its total, or the size of each category.
    size
        Of the population.

    Raises
    ------
    EstimationError
        A total is missing, or categories do not add up to the population.
    """
    _check_shared(wave, list(totals), variables)
    names, own, aims = ["(Intercept)"], [np.ones(len(wave))], [size]
    for name in variables:
        given = totals[name]
        if not isinstance(given, Mapping):
            names.append(name)
            own.append(_numbers(wave, name))
            aims.append(float(given))
            continue
        one, sizes = _labels(wave, name), {str(k): float(v) for k, v in given.items()}
        _check_levels(name, set(one[wave.weighs]), set(sizes))
        if abs(sum(sizes.values()) - size) > 1e-6 * size:
            raise EstimationError(
                Said(
                    "nonrandom-nonprob-the-totals-of-add-up-to-the",
                    name=name,
                    sizes=f"{sum(sizes.values()):g}",
                    size=f"{size:g}",
                ),
            )
        for level in sorted(sizes)[1:]:
            names.append(f"{name}={level}")
            own.append((one == level).astype(np.float64))
            aims.append(sizes[level])
    means = np.array(aims)[None, :] / size
    return SharedMatrices(tuple(names), np.column_stack(own), means, np.array([size]))


def _check_shared(wave: Wave, held: list[Any], variables: Sequence[str]) -> None:
    if not variables:
        raise EstimationError(
            Said("nonrandom-nonprob-name-the-variables-that-the"),
        )
    for name in variables:
        if not is_breakdown(wave, name):
            wave.column(name)
        if name not in held:
            hint = nearest(name, held)
            raise EstimationError(
                Said("nonrandom-nonprob-the-reference-has-no-name", name=name, hint=hint),
            )


def _check_levels(name: str, own: set[str], other: set[str]) -> None:
    alone = sorted(own ^ other)
    if alone:
        raise EstimationError(
            Said(
                "nonrandom-nonprob-category-of-is-in-only-one-of", alone=", ".join(alone), name=name
            ),
        )


def _is_number(wave: Wave, name: str) -> bool:
    import pandas as pd

    if is_breakdown(wave, name):
        return False
    question = wave.question(name)
    if question is not None:
        return question.type in ("number", "rating")
    return bool(pd.api.types.is_numeric_dtype(wave.column(name)))


def _labels(wave: Wave, name: str) -> np.ndarray:
    coded = wave.codes(name)
    lost = int(((coded.codes < 0) & wave.weighs).sum())
    if lost:
        _refuse_blank(name, lost)
    return np.array([str(label) for label in coded.labels], dtype=object)[coded.codes]


def _numbers(wave: Wave, name: str) -> FloatArray:
    values = numbers_of(wave, name)
    lost = int((np.isnan(values) & wave.weighs).sum())
    if lost:
        _refuse_blank(name, lost)
    return np.where(wave.weighs, values, 0.0)


def _refuse_blank(name: str, lost: int) -> None:
    raise EstimationError(
        Said("nonrandom-nonprob-is-blank-in-rows-both-samples", name=name, lost=lost),
    )
