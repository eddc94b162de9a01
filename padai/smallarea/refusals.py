"""Refusals whose message begins with the verb that was called."""

from __future__ import annotations

from padai.errors import EstimationError
from padai.words import Said


def refusal(verb: str, message: Said) -> EstimationError:
    """Return the error of a verb of small areas, which its message names already.

    Examples
    --------
    >>> message = Said("smallarea-unit-model-population-has-no-rows-give")
    >>> refusal("unit_model", message).verb
    'unit_model'
    """
    error = EstimationError(message)
    error.verb = verb
    return error
