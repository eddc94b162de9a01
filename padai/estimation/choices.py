"""Words that a verb takes, of those that it knows."""

from __future__ import annotations

from typing import Any

from padai.errors import EstimationError, nearest
from padai.words import Said


def check_words(verb: str, /, **given: tuple[Any, tuple[Any, ...]]) -> None:
    """Refuse a word that is none of those known for its argument.

    Parameters
    ----------
    verb
        What was called.
    given
        By the name of an argument, what it was given and what it takes.

    Raises
    ------
    EstimationError
        With the nearest word.

    Examples
    --------
    >>> check_words("nonprob", link=("logit", ("logit", "probit")))
    """
    for name, (word, known) in given.items():
        if word not in known:
            raise EstimationError(
                Said(
                    "estimation-word-is-not-known-use-one-of",
                    verb=verb,
                    name=name,
                    word=repr(word),
                    listed=", ".join(str(k) for k in known),
                    hint=nearest(str(word), [k for k in known if k]),
                ),
            )
