"""What shape an argument of a public verb has, by how its signature writes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping
from numbers import Integral, Real
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from padai.errors import DefinitionError, Said, nearest
from padai.spelling import as_given as as_given

#: A whole number of more bits is no number that an array holds.
MOST_BITS = 63


class Shape(NamedTuple):
    """What an argument must be, in words, and whether a value is that."""

    wanted: Said
    fits: Callable[[Any], bool]


def is_number(given: Any) -> bool:
    """Return whether something is a number that can be reckoned with.

    Examples
    --------
    >>> is_number(2), is_number(np.inf), is_number(True), is_number(np.nan), is_number("2")
    (True, True, False, False, False)
    """
    if not isinstance(given, Real) or isinstance(given, (bool, np.bool_)):
        return False
    if isinstance(given, Integral):
        return int(given).bit_length() <= MOST_BITS
    return bool(given == given)


def is_whole(given: Any) -> bool:
    """Return whether something is a whole number, written as one."""
    return isinstance(given, Integral) and is_number(given)


def is_data(given: Any) -> bool:
    """Return whether something is a column or a table, of any library."""
    if isinstance(given, np.ndarray):
        return True
    return _is_table(given) or type(given).__name__ in ("Series", "ChunkedArray")


def _is_truth(given: Any) -> bool:
    return isinstance(given, (bool, np.bool_))


def _is_text(given: Any) -> bool:
    return isinstance(given, str)


def _row(given: Any) -> bool:
    held = isinstance(given, (Collection, Iterator)) and not _is_table(given)
    return held and not isinstance(given, (str, bytes, Mapping))


def _is_table(given: Any) -> bool:
    return type(given).__name__ in ("DataFrame", "LazyFrame", "Table")


def _is_net(given: Any) -> bool:
    """A net or codes, never data; what is unknown equals nothing, and may not be asked whether."""
    return not is_data(given) and type(given).__name__ != "NAType"


def _of(each: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda given: isinstance(given, Mapping) and all(map(each, given.values()))


def _is_pair(given: Any) -> bool:
    return isinstance(given, (list, tuple)) and len(given) == 2 and all(map(is_number, given))


def _is_time(given: Any) -> bool:
    return is_number(given) or isinstance(given, dt.date)


def _is_codes(given: Any) -> bool:
    return isinstance(given, str) or _row(given)


def _is_official(given: Any) -> bool:
    return (
        isinstance(given, Mapping)
        and bool(given)
        and all(
            isinstance(key, tuple) and len(key) == 2 and isinstance(value, Mapping)
            for key, value in given.items()
        )
    )


def _are_names(given: Any) -> bool:
    if isinstance(given, Mapping):
        return bool(given) and all(map(_are_names, given.values()))
    if _is_text(given):
        return True
    return isinstance(given, Collection) and len(given) > 0 and all(map(_is_text, given))


def _are_marks(given: Any) -> bool:
    return isinstance(given, np.ndarray) and given.dtype == bool and given.ndim == 1


def _are_contrasts(given: Any) -> bool:
    each = [given] if isinstance(given, Mapping) else list(given) if _row(given) else [None]
    return bool(each) and all(isinstance(one, Mapping) for one in each)


_NUMBER = Shape(Said("waves-shape-number"), is_number)
_POSITIVE = Shape(
    Said("waves-shape-positive"),
    lambda given: is_number(given) and 0 < given < np.inf,
)
_COUNT = Shape(Said("waves-shape-count"), lambda given: is_whole(given) and given > 0)
_WHOLE = Shape(Said("waves-shape-whole"), is_whole)
_TEXT = Shape(Said("waves-shape-text"), _is_text)
_SHARES = Shape(Said("waves-shape-mapping-to-numbers"), _of(is_number))
_PAIRS = Shape(Said("waves-shape-mapping-to-pairs"), _of(_is_pair))
#: Where a column or a table is never meant, and the verb looks at the rest itself.
_NO_DATA = Shape(Said("waves-shape-no-data"), _is_net)
#: Of multiple responses: a name for each set, and its columns.
QUESTIONS = Shape(Said("waves-shape-questions"), _are_names)

_SHAPES: dict[str, Shape] = {
    "float": _NUMBER,
    "int": _WHOLE,
    "bool": Shape(Said("waves-shape-truth"), _is_truth),
    "str": _TEXT,
    "Adjust": _TEXT,
    "Method": _TEXT,
    "ProportionInterval": _TEXT,
    "Overlap": _TEXT,
    "made.Kind": _TEXT,
    "Stage": _TEXT,
    "str | Path": Shape(Said("waves-shape-path"), lambda given: isinstance(given, (str, Path))),
    "Net": _NO_DATA,
    "str | Callable[..., FloatArray]": Shape(
        Said("waves-shape-text-or-function"), lambda given: _is_text(given) or callable(given)
    ),
    "int | Sequence[int]": Shape(
        Said("waves-shape-whole-or-row"),
        lambda given: is_whole(given) or (_row(given) and all(map(is_whole, given))),
    ),
    "Sequence[int]": Shape(
        Said("waves-shape-row-of-whole"), lambda given: _row(given) and all(map(is_whole, given))
    ),
    **dict.fromkeys(
        ("str | Sequence[Any]", "Sequence[Any]"), Shape(Said("waves-shape-codes"), _is_codes)
    ),
    "NDArray[np.bool_]": Shape(Said("waves-shape-marks"), _are_marks),
    "Mapping[str, Any]": Shape(Said("waves-shape-mapping-to-codes"), _of(_is_codes)),
    "Mapping[str, float]": _SHARES,
    "Mapping[str, tuple[float, float]]": _PAIRS,
    "Mapping[str, tuple[int, int]]": _PAIRS,
    "Mapping[str, Stack]": Shape(
        Said("waves-shape-mapping-to-stacks"), _of(lambda one: type(one).__name__ == "Stack")
    ),
    "Mapping[tuple[str, str], Mapping[str, Any]]": Shape(
        Said("waves-shape-official"), _is_official
    ),
    "Mapping[Any, float] | Sequence[Mapping[Any, float]]": Shape(
        Said("waves-shape-contrasts"), _are_contrasts
    ),
    "str | Mapping[str, float]": Shape(
        Said("waves-shape-wave-or-shares"),
        lambda given: _is_text(given) or isinstance(given, Mapping),  # the verb names the group
    ),
    "Times": Shape(Said("waves-shape-times"), _of(_is_time)),
    "Population": Shape(
        Said("waves-shape-population"), lambda given: is_number(given) or _SHARES.fits(given)
    ),
    "bool | Mapping[str, Any]": Shape(
        Said("waves-shape-truth-or-mapping"),
        lambda given: _is_truth(given) or isinstance(given, Mapping),
    ),
    "tuple[str, str]": Shape(
        Said("waves-shape-two-groups"),
        lambda given: isinstance(given, (list, tuple)) and len(given) == 2,
    ),
}
#: Signatures that write one column or several.
ROWS_OF_NAMES = ("str | Sequence[str]", "Sequence[str]", "Names", "By", "str | Iterable[str]")


#: What is one of a few words, by how the signature writes it, where the verb does not look itself.
WORDS: dict[str, tuple[Any, ...]] = {
    "Scale": ("points", "logit"),
    "Fit": ("ols", "gls"),
    "Literal[1, 2]": (1, 2),
}
#: By name and signature, what is asked besides.
_NARROWER = {
    ("seed", "int"): Shape(Said("waves-shape-seed"), lambda given: is_whole(given) and given >= 0),
    ("answered", "float"): Shape(
        Said("waves-shape-part"), lambda given: is_number(given) and 0 < given <= 1
    ),
    ("change", "float"): Shape(
        Said("waves-shape-not-zero"), lambda given: is_number(given) and 0 < abs(given) < np.inf
    ),
    ("null", "float"): Shape(
        Said("waves-shape-number"), lambda given: is_number(given) and np.isfinite(given)
    ),
    **{(name, "float"): _POSITIVE for name in ("population", "deff")},
    **{(name, "int"): _COUNT for name in ("draws", "neighbours")},
}


def plain(annotation: Any) -> str:
    """Return how a signature writes what an argument is, without the None that may stand for it.

    Examples
    --------
    >>> plain("'float | None'"), plain("Net")
    ('float', 'Net')
    """
    return str(annotation).strip("'\"").removesuffix(" | None")


def shape_of(annotation: Any, name: str = "") -> Shape | None:
    """Return the shape that a signature asks of an argument; None where it says nothing here."""
    written = plain(annotation)
    if (name, written) in _NARROWER:
        return _NARROWER[name, written]
    return _TEXT if written.startswith("Literal['") else _SHAPES.get(written)


def check_shape(verb: str, name: str, given: Any, shape: Shape) -> None:
    """Refuse an argument of another shape, with what was given.

    Examples
    --------
    >>> try:
    ...     check_shape("trim", "upper", "3", shape_of("float"))
    ... except DefinitionError as error:
    ...     print(error)
    trim: `upper` must be a number; '3' was given.
    """
    if not shape.fits(given):
        raise DefinitionError(
            Said("waves-must-be", verb=verb, name=name, wanted=shape.wanted, given=as_given(given))
        )


def check_word(verb: str, name: str, given: Any, words: tuple[Any, ...]) -> None:
    """Refuse what is none of a few words.

    Examples
    --------
    >>> check_word("slope", "fit", "gls", WORDS["Fit"])
    """
    if isinstance(given, (str, int)) and not isinstance(given, bool) and given in words:
        return
    known = ", ".join(map(str, words))
    hint = nearest(given, words) if isinstance(given, str) else Said("", "")
    raise DefinitionError(
        Said(
            "waves-is-not-known-use-one-of",
            verb=verb,
            name=name,
            given=as_given(given),
            known=known,
            hint=hint,
        ),
    )
