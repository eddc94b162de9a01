"""How what is called is spelled: names of other programs, and arguments of other names."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from functools import update_wrapper, wraps
from types import FunctionType
from typing import Any, ParamSpec, TypeVar, cast

from padai.errors import DefinitionError, UnknownNameError, nearest
from padai.words import Said

#: How much of what was given a message repeats.
_REPEATED = 40

__all__ = ["called", "no_public_name", "spelled", "wrong_call"]

_T = TypeVar("_T")
_P = ParamSpec("_P")
_R = TypeVar("_R")

#: What other programs call what padai has, and names that are often tried.
_ELSEWHERE = {
    "svydesign": "Design", "svrepdesign": "Design", "svymean": "mean", "svytotal": "total",
    "svyratio": "ratio", "svyquantile": "quantile", "svyby": "proportion", "svytable": "proportion",
    "svychisq": "crosstab_test", "svyttest": "ttest", "svyranktest": "ranktest", "svyglm": "glm",
    "svyolr": "ordinal", "svycontrast": "difference", "regTermTest": "term_test",
    "postStratify": "poststratify", "trimWeights": "trim", "as_svrepdesign": "replicate_weights",
    "prop": "proportion", "frequencies": "proportion", "freq": "proportion", "tabulate": "banner",
    "crosstab": "banner", "crosstabs": "banner", "median": "quantile", "percentile": "quantile",
    "margins": "marginal_effects", "regress": "glm", "logit": "glm", "anova": "term_test",
    "compare": "difference", "diff": "difference", "read_sav": "read_wave", "read_csv": "read_wave",
    "read_spss": "read_wave", "read_stata": "read_wave", "Survey.load": "load_survey",
    "weights": "rake", "merge": "stack", "concat": "stack", "power": "plan", "mrp": "unit_model",
}  # fmt: skip
#: Arguments of a design elsewhere, and what they are here.
_OF_A_DESIGN = {
    "weights": "weight", "probs": "weight", "strata": "stratum", "ids": "psu", "clusters": "psu",
    "cluster": "psu", "psus": "psu", "pps": "fpc", "repweights": "replicates", "data": "frame",
    "df": "frame", "fay": "rho", "fay_rho": "rho", "k": "rho", "cols": "columns",
    "names": "columns", "repwts": "columns",
}  # fmt: skip
_FIELDS_OF_A_DESIGN = ("weight", "weights", "stratum", "strata", "psu", "fpc", "cluster", "ids")


def no_public_name(name: str, known: Iterable[str]) -> UnknownNameError:
    """Return the error of a name that padai does not have, with the one that is meant if known.

    Examples
    --------
    >>> print(no_public_name("svymean", ["mean", "total"]))
    padai has no 'svymean'. Did you mean 'mean'? `dir(padai)` lists what it has.
    """
    names = list(known)
    meant = _ELSEWHERE.get(name, "")
    hint = Said("padai-did-you-mean", found=meant) if meant in names else nearest(name, names)
    return UnknownNameError(Said("padai-no-public-name", name=name, hint=hint))


def spelled(made: type[_T]) -> type[_T]:
    """Say how a type is made, where an argument of another name is given or one lacks.

    Examples
    --------
    >>> @spelled
    ... class Plan:
    ...     def __init__(self, weight: str) -> None: ...
    >>> try:
    ...     Plan(weights="w")
    ... except DefinitionError as error:
    ...     print(error)
    Plan: there is no argument `weights`. Did you mean 'weight'? It takes weight.
    """
    init = made.__init__
    signature = inspect.signature(init)
    names = list(signature.parameters)[1:]

    @wraps(init)
    def inside(self: Any, *args: Any, **kwargs: Any) -> None:
        unknown = next((name for name in kwargs if name not in names), None)
        if unknown is not None:
            raise _no_argument(made.__name__, unknown, names)
        try:
            signature.bind(self, *args, **kwargs)
        except TypeError as error:
            raise wrong_call(made.__name__, error, names) from None
        init(self, *args, **kwargs)

    made.__init__ = inside  # type: ignore[method-assign]
    return made


def called(verb: Callable[_P, _R]) -> Callable[_P, _R]:
    """Say how a function is called, where an argument of another name is given or one lacks.

    Examples
    --------
    >>> @called
    ... def stack(waves: list[str], overlap: str) -> None: ...
    >>> try:
    ...     stack(["a"], overlaps="none")
    ... except DefinitionError as error:
    ...     print(error)
    stack: there is no argument `overlaps`. Did you mean 'overlap'? It takes waves, overlap.
    """
    signature = inspect.signature(verb)
    said, names, refuse = verb.__name__, list(signature.parameters), wrong_call
    unknown_argument = _no_argument

    def inside(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        try:
            signature.bind(*args, **kwargs)
        except TypeError as error:
            unknown = next((name for name in kwargs if name not in names), None)
            if unknown is not None:
                raise unknown_argument(said, unknown, names) from None
            raise refuse(said, error, names) from None
        return verb(*args, **kwargs)

    # With the globals of its own module, so that doctest finds the examples of what it wraps.
    same = FunctionType(inside.__code__, verb.__globals__, said, None, inside.__closure__)
    return cast(Callable[_P, _R], update_wrapper(same, verb))


def _no_argument(verb: str, name: str, names: list[str]) -> DefinitionError:
    meant = _OF_A_DESIGN.get(name, "")
    hint = Said("padai-did-you-mean", found=meant) if meant in names else nearest(name, names)
    if not hint.en and name in _FIELDS_OF_A_DESIGN:
        hint = Said("waves-weights-stand-in-the-design")
    value = ", ".join(names)
    return DefinitionError(
        Said("padai-design-has-no-argument", verb=verb, name=name, hint=hint, value=value)
    )


def wrong_call(verb: str, error: TypeError, names: list[str]) -> DefinitionError:
    """Return the error of a call that does not bind, which names the argument it lacks.

    Examples
    --------
    >>> error = TypeError("missing a required argument: 'wave'")
    >>> print(wrong_call("rake", error, ["wave", "targets"]))
    rake: `wave` is missing. It takes wave, targets.
    """
    lacking = re.search(r"missing a required argument: '(\w+)'", str(error))
    if lacking is None:
        return DefinitionError(Said("waves-verb-error", verb=verb, error=error))
    return DefinitionError(
        Said("waves-an-argument-is-missing", verb=verb, name=lacking[1], value=", ".join(names))
    )


def as_given(given: Any) -> Said | str:
    """Return what was given, as a message says it: a single value itself, else its type.

    A table or a column that was given by mistake holds answers of respondents.

    Examples
    --------
    >>> as_given("late"), as_given(3), as_given([1, 2]).en
    ("'late'", '3', 'a list')
    """
    if given is None or isinstance(given, (str, bool, int, float)):
        written = repr(given)
        return written if len(written) <= _REPEATED else written[: _REPEATED - 1] + "…"
    return a_kind(type(given).__name__)


def a_kind(kind: str) -> Said:
    """Return the name of a type as a sentence has it, with an article where there is one.

    Examples
    --------
    >>> a_kind("int").en, a_kind("Wave").en, a_kind("Wave").fr
    ('an int', 'a Wave', 'Wave')
    """
    sound = "vowel" if kind[0] in "aeiouAEIOU" else "consonant"
    return Said("waves-a-kind", kind=kind, sound=sound)
