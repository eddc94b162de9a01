"""``rounding:`` outside: numbers of people to a multiple, and what would give the exact ones back.

A share of respondents times a base, a standard error in a sample without weights, degrees of
freedom of a sample of persons: each would undo a rounded base. They are made of the rounded bases
here, or left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.numerics.rounding import p_of_error, round_half_even, to_multiple
from padai.store.precision import SHARE, units
from padai.survey import Survey

if TYPE_CHECKING:
    from padai.store.files import Store

Numbers = NDArray[np.float64]
_LEVELS = ("estimates", "trends")
_CHANGES = ("differences",)
_ERRORS = ("std_error", "cv")
_ENDS = ("conf_low", "conf_high")
_TESTS = ("p_value", "p_adjusted", "p_equivalence")
_REST = "rest"
_PLACE = ("part", "wave", "question", "response", "breakdown", "group")
_OF_CHANGES = {
    "robustness": (("estimate", "conf_low", "conf_high", "p_adjusted"),),
    "quality": (
        ("estimate", "conf_low", "conf_high", "p_adjusted"),
        ("estimate_without", "low_without", "high_without", "p_without"),
    ),
}
"""Tables that tell of changes anew: estimate, both ends of the interval and p-value."""
_COPIED = {"small_areas": ("direct_low", "direct_high"), "quality": _ENDS}
"""Tables with the interval of a level that another table tells: its two ends."""
_PEOPLE = {
    "answers": ("people", "n"), "profile": ("people", "n"), "themes": ("people", "n"),
    "words": ("n", ""),
}  # fmt: skip
"""Counts of people, and how many they are of."""
_ALSO = {
    "themes": ("coded_twice", "agreed"), "interviews": ("expected",), "indices": ("n_base",),
    "small_areas": ("n_base",), "quality": ("n",),
}  # fmt: skip


def coarse_table(name: str, frame: pd.DataFrame, store: Store, step: int) -> pd.DataFrame:
    """Return a table at its printed precision with bases as multiples of `step`.

    Parameters
    ----------
    name
        The table.
    frame
        Its rows, at the printed precision.
    store
        Its store, at full precision: its sizes by part.
    step
        As ``rounding: {bases: 5}`` says.

    Notes
    -----
    A panel's members are counted exactly (they are told as so many out of so many).
    """
    if not len(frame) or (store.survey.traits.members_known and name in _PEOPLE):
        return frame
    out = frame.copy()
    if name in _LEVELS:
        out["n_eff"] = to_multiple(out["n_eff"].to_numpy(np.float64), step)
    elif name in _CHANGES:
        _rest_in_whole_points(out, store.survey)
    elif name in _PEOPLE:
        _shares(out, *_PEOPLE[name], step)
    elif name == "slopes":
        # of a joint test and of a lack of fit, the first degrees of freedom count waves
        out["df"] = out["df"].where(out["term"].isin(("joint", "fit")))
        out["ddf"] = np.nan
    elif name == "weighting":
        _margins(out, store, step)
    elif name == "validation_items":
        out = _items(out, store, step)
    elif name == "quality":  # a share of the respondents would give their number back
        out["share"] = np.nan
    for column in _ALSO.get(name, ()):
        out[column] = to_multiple(out[column].to_numpy(np.float64), step)
    return out


def at_rounded_bases(name: str, frame: pd.DataFrame, step: int) -> pd.DataFrame:
    """Return levels and changes as samples of the rounded sizes would give them, unrounded.

    Parameters
    ----------
    name
        The table.
    frame
        Its rows, at full precision.
    step
        As ``rounding: {bases: 5}`` says.

    Notes
    -----
    In a sample without weights a share and its standard error give n back. Errors and intervals are
    multiplied by the root of the base over the rounded one, so that all that is printed of a row is
    of the rounded base; design effects stay. A group beside the rest rests on two bases that add up
    to a third, and keeps no error and no p-value.
    """
    if name not in (*_LEVELS, *_CHANGES) or not len(frame):
        return frame
    out = frame.copy()
    exact = out["n_base"].to_numpy(np.float64, na_value=np.nan)
    base = to_multiple(exact, step)
    wider = np.sqrt(np.divide(exact, base, out=np.ones(len(out)), where=base > 0))
    estimate = out["estimate"].to_numpy(np.float64)
    for column in {*_ERRORS, *_ENDS} & set(out.columns):
        values = out[column].to_numpy(np.float64)
        around = estimate if column in _ENDS else 0.0
        out[column] = _kept_in(values, around + (values - around) * wider)
    out["n_base"], out["df"] = base, np.nan
    if name in _LEVELS:
        deff = out["deff"].to_numpy(np.float64)
        out["n_eff"] = np.divide(base, deff, out=np.full(len(out), np.nan), where=deff > 0)
        return out
    out["statistic"] = out["statistic"].to_numpy(np.float64) / wider
    for column in _TESTS:
        out[column] = p_of_error(out[column].to_numpy(np.float64), wider)
    out.loc[_beside_the_rest(out), [*_ERRORS, "statistic", *_TESTS]] = np.nan
    return out


def changes_at_rounded_bases(
    tables: Mapping[str, pd.DataFrame], step: int
) -> dict[str, pd.DataFrame]:
    """Return what other tables tell of changes as samples of the rounded sizes would give it.

    The interval of one change in two tables, once of the exact base and once of the rounded one,
    would give the exact one back; a change after trimming that trims nobody is the same change.

    Parameters
    ----------
    tables
        At full precision.
    step
        As ``rounding: {bases: 5}`` says.
    """
    changes = tables["differences"]
    changes = changes[changes["breakdown"].astype(str) == "total"]
    keys = ["part", "wave", "reference", "question", "response"]
    places = _places(changes, keys)
    exact = changes["n_base"].to_numpy(np.float64, na_value=np.nan)
    base = to_multiple(exact, step)
    wider = np.sqrt(np.divide(exact, base, out=np.ones(len(exact)), where=base > 0))
    factor = dict(zip(places, wider.tolist(), strict=True))
    out = dict(tables)
    for name, sides in _OF_CHANGES.items():
        if not len(frame := tables.get(name, pd.DataFrame())):
            continue
        held = _places(frame, keys)
        more = np.array([factor.get(place, 1.0) for place in held])
        told = {}
        for estimate, low, high, p in sides:
            around = frame[estimate].to_numpy(np.float64)
            for end in (low, high):
                told[end] = around + (frame[end].to_numpy(np.float64) - around) * more
            told[p] = p_of_error(frame[p].to_numpy(np.float64), more)
        out[name] = frame.assign(**told)
    return out


def _places(frame: pd.DataFrame, keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Return of each row the texts by which another table knows it."""
    return zip(*(frame[key].astype(str) for key in keys), strict=True)


def _kept_in(exact: Numbers, told: Numbers) -> Numbers:
    """Keep an end within 0 and 1 where it was there."""
    inside = (exact >= 0) & (exact <= 1)
    return np.where(inside, np.clip(told, 0.0, 1.0), told)


def _beside_the_rest(frame: pd.DataFrame) -> NDArray[np.bool_]:
    return (frame["reference"].astype(str) == _REST).to_numpy(bool)


def _rest_in_whole_points(out: pd.DataFrame, survey: Survey) -> None:
    rest = _beside_the_rest(out)
    unit = units("differences", out, survey)
    for column in _ENDS:
        values = out[column].to_numpy(np.float64)
        out[column] = np.where(rest, round_half_even(values, np.maximum(unit - 1, 0)), values)


def _shares(out: pd.DataFrame, count: str, of: str, step: int) -> None:
    people, share = out[count].to_numpy(np.float64), out["share"].to_numpy(np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        whole = out[of].to_numpy(np.float64) if of else np.rint(people / share)
        out[count] = to_multiple(people, step)
        if of:
            out[of] = to_multiple(whole, step)
        told = to_multiple(people, step) / to_multiple(whole, step)
    out["share"] = round_half_even(np.where(np.isfinite(share), told, np.nan), 3)


def as_told(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Give other tables the intervals of levels as these are told.

    The interval of one estimate in two tables, once of its exact base and once of the rounded one,
    gives the exact one back: the ratio of their widths is the root of that of the bases.
    """
    told: dict[tuple[str, ...], NDArray[np.float64]] = {}
    for frame in (tables[name] for name in reversed(_LEVELS) if name in tables):
        places = _places(frame, _PLACE)
        told |= dict(zip(places, frame[list(_ENDS)].to_numpy(np.float64), strict=True))
    out = dict(tables)
    for name, ends in _COPIED.items():
        if not len(frame := tables.get(name, pd.DataFrame())):
            continue
        mine = frame["kind"].astype(str) == "level"
        whole = {c: "total" for c in _PLACE if c not in frame.columns}
        places = _places(frame.assign(**whole), _PLACE)
        none = np.full(len(_ENDS), np.nan)
        found = np.array([told.get(place, none) for place in places])
        held = {c: frame[c].where(~mine | frame[c].isna(), found[:, k]) for k, c in enumerate(ends)}
        out[name] = frame.assign(**held)
    return out


def _items(out: pd.DataFrame, store: Store, step: int) -> pd.DataFrame:
    """Return what is told of validation items: errors of the rounded bases, and none of people.

    A share of people who count for one each is a count over a base: a few of them leave one base.
    """
    out = out[out["kind"] != "unweighted"].reset_index(drop=True)
    out["ddf"] = np.nan
    keys = ["part", "wave", "question", "response"]
    bases: dict[tuple[str, ...], float] = {}
    for table in _LEVELS:
        frame = store.tables[table]
        whole = frame[frame["breakdown"].astype(str) == "total"]
        places = _places(whole, keys)
        bases |= dict(
            zip(places, whole["n_base"].to_numpy(np.float64, na_value=np.nan), strict=True)
        )
    places = _places(out, keys)
    exact = np.array([bases.get(place, np.nan) for place in places])
    base = to_multiple(exact, step)
    wider = np.sqrt(np.divide(exact, base, out=np.full(len(out), np.nan), where=base > 0))
    out["std_error"] = round_half_even(out["std_error"].to_numpy(np.float64) * wider, SHARE + 1)
    return out


def _margins(out: pd.DataFrame, store: Store, step: int) -> None:
    """Make the unweighted shares of the rounded counts: an exact one times n is a count."""
    for part in dict.fromkeys(out["part"]):
        n = float(store.facts["sizes"][part][store.wave]["n"])
        mine = (out["part"] == part).to_numpy(bool)
        exact = store.tables["weighting"].loc[mine, "before"].to_numpy(np.float64)
        whole = to_multiple(np.array([n]), step)[0]
        out.loc[mine, "before"] = round_half_even(to_multiple(exact * n, step) / whole, 3)


# --- facts and definition ------------------------------------------------------------------------


def coarse_facts(facts: Mapping[str, Any], step: int) -> dict[str, Any]:
    """Return facts with numbers of people as multiples of `step`; none that is not 0 becomes 0."""
    out = dict(facts)
    for name, change in _FACTS.items():
        if facts.get(name):
            out[name] = change(facts[name], step)
    return out


def some(value: Any, step: int) -> Any:
    """Round a count of people; what is not 0 stays so.

    Examples
    --------
    >>> some(0, 5), some(2, 5), some(13, 5), some(None, 5)
    (0, 5, 15, None)
    """
    if value is None or value == 0:
        return value
    return max(step, int(to_multiple(np.array([float(value)]), step)[0]))


def _sizes(sizes: Mapping[str, Any], step: int) -> Any:
    return {
        part: {wave: {**told, "n": some(told["n"], step)} for wave, told in waves.items()}
        for part, waves in sizes.items()
    }


def _weighting(found: Mapping[str, Any], step: int) -> Any:
    def one(told: Mapping[str, Any]) -> dict[str, Any]:
        out = {**told, "n": some(told["n"], step)} if "n" in told else dict(told)
        if told.get("n_eff") and told.get("kish_deff"):
            out["n_eff"] = some(out["n"] / told["kish_deff"], step)
        return out

    return {
        part: {wave: one(told) for wave, told in waves.items()} for part, waves in found.items()
    }


def _counted(rows: Any, step: int) -> Any:
    return [{**row, "count": some(row["count"], step)} for row in rows]


def _outcome(found: Mapping[str, Any], step: int) -> Any:
    return {part: _cases(told, step) for part, told in found.items()}


def _cases(told: Any, step: int) -> Any:
    if isinstance(told, Mapping):
        return {k: _cases(v, step) for k, v in told.items()}
    return some(told, step) if isinstance(told, int) and not isinstance(told, bool) else told


def _rates(found: Mapping[str, Any], step: int) -> Any:
    return {
        part: [
            {**rate, **{k: some(rate[k], step) for k in ("numerator", "denominator")}}
            for rate in rates
        ]
        for part, rates in found.items()
    }


_FACTS: dict[str, Callable[[Any, int], Any]] = {
    "sizes": _sizes,
    "weighting": _weighting,
    "findings": _counted,
    "exclusions": _counted,
    "outcome": _outcome,
    "outcome_rates": _rates,
    "repeated": _cases,
    "coded_twice": some,
}


def coarse_definition(survey: Survey, step: int) -> Survey:
    """Return a definition whose declared numbers of interviews are multiples of `step`."""
    waves = {}
    for name, wave in survey.wave_defs.items():
        parts = {}
        for part, declared in wave.parts.items():
            told = declared.outcome
            if told is not None:
                told = type(told).model_construct(
                    **{k: getattr(told, k) for k in type(told).model_fields}
                    | {k: some(getattr(told, k), step) for k in _SHORT}
                )
                if told.dispositions is not None:
                    cases = {k: some(v, step) for k, v in told.dispositions.model_dump().items()}
                    told = told.model_copy(
                        update={"dispositions": told.dispositions.model_copy(update=cases)}
                    )
            change = {"n": some(declared.n, step), "outcome": told}
            parts[part] = declared.model_copy(update=change)
        waves[name] = wave.model_copy(update={"parts": parts})
    return survey.model_copy(update={"wave_defs": waves})


_SHORT = ("invited", "started", "completed", "excluded")
