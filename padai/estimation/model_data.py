"""The columns of a model, read for its formula and family."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padai.errors import DefinitionError, EstimationError
from padai.estimation.analysis import Source, codes_of, columns_of, names_of, numbers_of
from padai.estimation.formulas import mentioned, only_categories
from padai.waves.coding import label_of
from padai.words import Said

FloatArray = NDArray[np.float64]


def model_data(
    wave: Source,
    formula: str,
    domain: NDArray[np.bool_],
    family: str,
    net: str | Sequence[Any] | None,
) -> Any:
    """Return the formula's variables, the response as the family needs it.

    Parameters
    ----------
    net
        What counts as yes in the response.

    Raises
    ------
    DefinitionError
        The net or its codes are not there.
    EstimationError
        The net is a balance.
    """
    response, known = formula.split("~")[0].strip("` "), names_of(wave)
    as_categories = only_categories(formula, known) | ({response} if net is not None else set())
    data = columns_of(wave, mentioned(formula, known), as_categories)
    if response not in data.columns:
        if net is not None:
            raise DefinitionError(
                Said("estimation-net-needs-a-column-as-the-response-not", response=response)
            )
        return data
    if net is not None:
        data[response] = _in_net(wave, response, net)
    elif data[response].dtype == bool:
        data[response] = data[response].astype(float)
    elif wave.question(response) is not None and family != "binomial":
        data[response] = numbers_of(wave, response)
    return data


def _in_net(wave: Source, name: str, net: str | Sequence[Any]) -> FloatArray:
    coded, question = codes_of(wave, name), wave.question(name)
    if isinstance(net, str):
        declared = question.net(net) if question is not None else None
        if declared is None:
            raise DefinitionError(
                Said("estimation-has-no-net-declare-it-or-list-its-codes", name=name, net=net)
            )
        if declared.is_balance:
            raise EstimationError(Said("estimation-is-a-balance-a-model-needs-a-net-of", net=net))
        labels: Sequence[str] = declared.codes
    else:
        labels = [label_of(code) for code in net]
    unknown = [label for label in labels if label not in coded.labels]
    if unknown and question is not None and question.scale is not None:
        raise DefinitionError(
            Said(
                "estimation-net-has-no-code-it-has",
                name=name,
                unknown=", ".join(unknown),
                labels=", ".join(coded.labels),
            ),
        )
    inside = np.isin(coded.codes, [i for i, label in enumerate(coded.labels) if label in labels])
    return np.where(coded.answered, inside.astype(float), np.nan)
