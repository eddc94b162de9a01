"""What every public verb asks of its arguments before it works: said at the edge, with a remedy."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import update_wrapper
from numbers import Real
from types import FunctionType
from typing import Any, NamedTuple, NoReturn, ParamSpec, TypeVar, cast

from padai.errors import DefinitionError, EstimationError, Said, nearest
from padai.results.table_kinds import given_kind, in_kind
from padai.results.table_kinds import inside as plain_ones
from padai.spelling import a_kind, as_given, wrong_call
from padai.waves.argument_names import NEEDLESS, OLD
from padai.waves.argument_shapes import (
    QUESTIONS,
    ROWS_OF_NAMES,
    WORDS,
    Shape,
    check_shape,
    check_word,
    is_data,
    plain,
    shape_of,
)
from padai.words import Joined, Number

P = ParamSpec("P")
R = TypeVar("R")
LEAST_LEVEL = 0.5
#: Of an array of names; one of more, or that repeats one, is a column.
MOST_NAMES = 200

_WAVE, _WAVES, _STACK = ("Wave",), ("Wave", "Stack"), ("Stack",)
#: What an argument must be, by how the verb's signature writes it.
KINDS: dict[str, tuple[str, ...]] = {
    "Wave": _WAVE,
    "Waves": _WAVES,
    "Source": _WAVES,
    "Stack": _STACK,
    "Wave | Delivery": ("Wave", "Delivery"),
    "Estimates": ("Estimates",),
    "Differences": ("Differences",),
    "Model": ("Model",),
    "Survey": ("Survey",),
}
_NAME = {
    "question", "variable", "row", "column", "numerator", "denominator", "formula", "responded",
    "name",
}  # fmt: skip
#: Of these the verb says more itself: which waves there are, what a margin is.
_SAID_BY_THE_VERB = {
    "later",
    "earlier",
    "margin",
    "replicate_weights.n",
    "minipublic_profile.shares",
}
_NAMES = {"questions", "variables", "by", "items", "terms", "reverse"}
_REMEDY = {
    "Wave": Said("waves-make-a-wave-of-the-table-padai-wave"),
    "Stack": Said("waves-put-the-waves-together-padai-stack-wave"),
    "Estimates": Said("waves-estimate-first-for-instance-by-padai"),
    "Differences": Said("waves-compare-two-waves-first-padai-difference"),
    "Model": Said("waves-fit-a-model-first-padai-glm-or-padai"),
    "Survey": Said("waves-load-the-definition-padai-load-survey"),
}
_ONE_WAVE = Said("waves-give-one-of-its-waves-waves")


class _Rule(NamedTuple):
    name: str
    check: Callable[[str, str, Any], None]
    optional: bool
    kinds: tuple[str, ...] = ()


def guarded(verb: Callable[P, R]) -> Callable[P, R]:
    """Check what a verb is given, by its signature, before it works.

    Waves, stacks, estimates and models must be that; `level` is a number from 0.5 to 1; names of
    columns are text; a word is one that is known; other arguments have the shape that the
    signature writes.

    Raises
    ------
    DefinitionError
        Naming the verb, the argument, what was given and what to give.

    Examples
    --------
    >>> @guarded
    ... def verb(wave: "Wave", *, level: float = 0.95) -> float:
    ...     return level
    >>> try:
    ...     verb([1, 2])
    ... except DefinitionError as error:
    ...     print(str(error).split(". ")[0])
    verb: `wave` must be a Wave; a list was given
    """
    signature = inspect.signature(verb)
    rules = [
        rule for each in signature.parameters.values() if (rule := _rule_of(verb.__name__, each))
    ]
    verb_name, refuse, done_lazily = verb.__name__, _refuse_spelling, _done_lazily
    in_order = _refuse_swapped
    kind_of_given, inside_of, put_in = given_kind, plain_ones, in_kind

    def inside(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            given = signature.bind(*args, **kwargs).arguments
        except TypeError as error:
            refuse(verb_name, signature, args, kwargs, error)
        for rule in rules:
            if rule.name in given and not (rule.optional and given[rule.name] is None):
                if rule.kinds:
                    in_order(verb_name, rule.name, given, rule.kinds)
                rule.check(verb_name, rule.name, given[rule.name])
        kind, plain = kind_of_given(given.values()), inside_of
        if any(getattr(value, "lazy", None) is True for value in given.values()):
            result: R = put_in(done_lazily(verb, signature, plain(args), plain(kwargs)), kind)
            return result
        result = put_in(verb(*plain(args), **plain(kwargs)), kind)
        return result

    # With the globals of its own module, so that doctest finds the examples of what it wraps.
    same = FunctionType(
        inside.__code__,
        verb.__globals__,
        verb_name,
        None,
        inside.__closure__,
    )
    return cast(Callable[P, R], update_wrapper(same, verb))


#: Under this name a verb keeps what does it on lazy waves.
_LAZILY = "_lazily"


def lazily(how: Callable[..., Any] | None = None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Mark a verb as one that lazy waves can be asked; under :func:`guarded`.

    Parameters
    ----------
    how
        Does it, from the verb and its arguments by name; None: the verb itself, which then only
        asks other verbs.
    """

    def mark(verb: Callable[P, R]) -> Callable[P, R]:
        setattr(verb, _LAZILY, how or _itself)
        return verb

    return mark


def _itself(verb: Callable[..., Any], **given: Any) -> Any:
    return verb(**given)


def _done_lazily(
    verb: Callable[..., Any],
    signature: inspect.Signature,
    args: tuple[Any, ...],
    kwargs: Mapping[str, Any],
) -> Any:
    """Do a verb on a lazy wave, or say that it needs each respondent."""
    how = getattr(verb, _LAZILY, None)
    if how is None:
        name = verb.__name__
        raise EstimationError(
            Said("waves-needs-each-respondent-and-the-rows-of-a", name=name),
        )
    bound = signature.bind(*args, **kwargs)
    bound.apply_defaults()
    return how(verb, **bound.arguments)


def _refuse_spelling(
    verb: str,
    signature: inspect.Signature,
    args: tuple[Any, ...],
    kwargs: Mapping[str, Any],
    error: TypeError,
) -> NoReturn:
    """Say how a verb is called, where an argument is unknown, missing or no longer by place."""
    every = signature.parameters.values()
    by_place = [p.name for p in every if p.kind is p.POSITIONAL_OR_KEYWORD]
    by_name = [p.name for p in every if p.kind is p.KEYWORD_ONLY]
    for name in kwargs:
        if name in signature.parameters:
            continue
        hint = nearest(name, [*by_place, *by_name])
        if name in OLD and OLD[name].split("=")[0] in signature.parameters:
            hint = Said("waves-write", old=OLD[name])
        elif name in NEEDLESS:
            hint = NEEDLESS[name]
        raise DefinitionError(
            Said(
                "waves-there-is-no-argument-it-takes",
                verb=verb,
                name=name,
                hint=hint,
                value=", ".join([*by_place, *by_name]),
            ),
        ) from None
    if len(args) > len(by_place):
        named = ", ".join(f"{name}=..." for name in by_name)
        raise DefinitionError(
            Said(
                "waves-by-place-it-takes-the-rest-is-given-by",
                verb=verb,
                by_place=", ".join(by_place),
                named=named,
            ),
        ) from None
    raise wrong_call(verb, error, [*by_place, *by_name]) from None


def _rule_of(verb: str, parameter: inspect.Parameter) -> _Rule | None:
    optional = parameter.default is None or str(parameter.annotation).strip("'\"").endswith(
        "| None"
    )
    written = plain(parameter.annotation)
    if _SAID_BY_THE_VERB & {parameter.name, f"{verb}.{parameter.name}"}:
        one = shape_of(written) if written in ("str", "int", "float") else None
        return _Rule(parameter.name, _refuse_data_for(one), optional) if one else None
    wanted = KINDS.get(str(parameter.annotation).strip("'\""))
    if wanted is not None:
        return _Rule(parameter.name, lambda v, n, x: _check_kind(v, n, x, wanted), optional, wanted)
    if parameter.name == "level":
        return _Rule(parameter.name, check_level, optional)
    if written in WORDS:
        return _Rule(parameter.name, lambda v, n, x: check_word(v, n, x, WORDS[written]), optional)
    if parameter.name in _NAME or (parameter.name in _NAMES and written == "str"):
        return _Rule(parameter.name, _check_name, optional)
    if written in ROWS_OF_NAMES:
        return _Rule(parameter.name, _check_names, optional)
    if written == "Questions":
        return _Rule(parameter.name, _check_questions, optional)
    if (shape := shape_of(parameter.annotation, parameter.name)) is not None:
        return _Rule(parameter.name, lambda v, n, x: check_shape(v, n, x, shape), optional)
    return _Rule(parameter.name, _check_names, optional) if parameter.name in _NAMES else None


def _check_kind(verb: str, name: str, given: Any, wanted: tuple[str, ...]) -> None:
    if type(given).__name__ in wanted or any(t.__name__ in wanted for t in type(given).__mro__):
        return
    type_name = type(given).__name__
    cure = _REMEDY[wanted[-1] if type_name == "Wave" and "Stack" in wanted else wanted[0]]
    if wanted == _STACK:
        cure = _REMEDY["Stack"]
    elif type_name == "Stack":
        cure = _ONE_WAVE if "Wave" in wanted else cure
    elif type_name in ("list", "tuple") and "Stack" in wanted:
        cure = _REMEDY["Stack"]
    raise DefinitionError(
        Said(
            "waves-must-be-was-given",
            verb=verb,
            name=name,
            wanted=Joined([a_kind(each) for each in wanted], "padai-or"),
            given=a_kind(type_name),
            cure=cure,
        ),
    )


def _refuse_swapped(
    verb: str, name: str, given: Mapping[str, Any], wanted: tuple[str, ...]
) -> None:
    """Say that the wave comes first, where what is wanted stands at another place."""
    mine = given[name]
    if isinstance(mine, str) and any(
        type(other).__name__ in wanted for key, other in given.items() if key != name
    ):
        raise DefinitionError(
            Said(
                "waves-the-wave-comes-first",
                verb=verb,
                name=name,
                wanted=Joined([a_kind(each) for each in wanted], "padai-or"),
            )
        )


def require(verb: str, name: str, given: Any, *wanted: str) -> None:
    """Refuse an argument that is of no kind asked for, such as ``"Wave"``.

    Examples
    --------
    >>> try:
    ...     require("stack", "waves", "w24", "Wave")
    ... except DefinitionError as error:
    ...     print(str(error).split(". ")[0])
    stack: `waves` must be a Wave; a str was given
    """
    _check_kind(verb, name, given, wanted)


def check_level(verb: str, name: str, given: Any) -> None:
    """Refuse a confidence level that is no number from 0.5 to 1.

    Examples
    --------
    >>> check_level("mean", "level", 0.95)
    """
    number = isinstance(given, Real) and not isinstance(given, bool)
    if number and LEAST_LEVEL <= given < 1:
        return
    meant = Said("", "")
    if number and 50 <= given < 100:
        meant = Said("waves-did-you-mean", share=Number(given / 100, "g"))
    elif number and 0 < given < LEAST_LEVEL:
        meant = Said("waves-did-you-mean", share=Number(1 - given, "g"))
    raise DefinitionError(
        Said(
            "waves-is-not-between-0-and-1-at-least-0-5-0-95",
            verb=verb,
            name=name,
            given=as_given(given),
            meant=meant,
        ),
    )


def _check_name(verb: str, name: str, given: Any) -> None:
    _refuse_data(verb, name, given)
    if not isinstance(given, str):
        _refuse_name(verb, name, given)


def _refuse_data(verb: str, name: str, given: Any) -> None:
    """Refuse a column where its name is asked, without a word of what it holds."""
    kind = getattr(getattr(given, "dtype", None), "kind", "")
    if not is_data(given) and kind not in tuple("iufbMm"):
        return
    if kind in ("O", "U", "S") and type(given).__name__ != "Series":
        names = [str(each) for each in given.ravel()[: MOST_NAMES + 1]]
        if len(names) == len(set(names)) <= MOST_NAMES:
            return  # names in an array
    named = getattr(given, "name", None)
    written = repr(named) if isinstance(named, str) and named else "'name'"
    type_name = type(given).__name__
    raise DefinitionError(
        Said(
            "waves-the-column-itself-was-given",
            verb=verb,
            name=name,
            given=a_kind(type_name),
            named=written,
        )
    )


def _refuse_data_for(shape: Shape) -> Callable[[str, str, Any], None]:
    """Return what refuses a table or a column where one value is meant, and says nothing of it."""

    def check(verb: str, name: str, given: Any) -> None:
        if is_data(given):
            check_shape(verb, name, given, shape)

    return check


def _check_names(verb: str, name: str, given: Any) -> None:
    if isinstance(given, str):
        return
    _refuse_data(verb, name, given)
    if not isinstance(given, (Collection, Iterator)) or isinstance(given, bytes):
        _refuse_name(verb, name, given)
    for each in given if isinstance(given, Collection) else ():
        if not isinstance(each, str):
            _refuse_name(verb, name, each)


def _check_questions(verb: str, name: str, given: Any) -> None:
    if isinstance(given, Mapping):
        check_shape(verb, name, given, QUESTIONS)
    else:
        _check_names(verb, name, given)
        if isinstance(given, Collection) and not len(given):
            raise DefinitionError(Said("waves-names-nothing", verb=verb, name=name))


def _refuse_name(verb: str, name: str, given: Any) -> NoReturn:
    type_name = type(given).__name__
    raise DefinitionError(
        Said(
            "waves-is-the-name-of-a-column-or-question-in",
            verb=verb,
            name=name,
            given=a_kind(type_name),
        ),
    )
