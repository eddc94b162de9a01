"""``rounding:`` outside: numbers of people to a multiple, and what would give the exact ones back.

A share of respondents times a base, a standard error in a sample without weights, degrees of
freedom of a sample of persons: each would undo a rounded base. They are made of the rounded bases
here, or left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.numerics.rounding import p_of_error, round_half_even, to_multiple
from padai.store.coarse_changes import Levels, slopes_at_rounded_bases, wider_changes
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
_SMALL, _CLOSED = "b", {"x", "B", "0", "d"}
"""The mark of a small base, and those of which no base is told."""
_PLACE = ("part", "wave", "question", "response", "breakdown", "group")
_MODEL = "participation_model"
_OF_CHANGES = {
    "robustness": (("estimate", "conf_low", "conf_high", "p_adjusted"),),
    "quality": (
        ("estimate", "conf_low", "conf_high", "p_adjusted"),
        ("estimate_without", "low_without", "high_without", "p_without"),
    ),
    _MODEL: (
        ("estimate", "conf_low", "conf_high", "p_adjusted"),
        ("weighted", "weighted_low", "weighted_high", "p_weighted"),
    ),
}
"""Tables that tell of changes anew: estimate, both ends of the interval and p-value."""
_COPIED = {
    "small_areas": ("direct_low", "direct_high"),
    "quality": _ENDS,
    _MODEL: ("weighted_low", "weighted_high"),
}
"""Tables with the interval of a level that another table tells: its two ends."""
_PEOPLE = {
    "answers": ("people", "n"), "profile": ("people", "n"), "themes": ("people", "n"),
    "words": ("n", ""),
}  # fmt: skip
"""Counts of people, and how many they are of."""
_ALSO = {
    "themes": ("coded_twice", "agreed"), "interviews": ("expected",), "indices": ("n_base",),
    "small_areas": ("n_base",), "quality": ("n",), _MODEL: ("n_reference",),
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
        out["flag"] = _small_bases(out, store.survey.reliability.small_base)
    elif name in _CHANGES:
        _rest_in_whole_points(out, store.survey)
    elif name == "small_areas":
        _areas_in_whole_points(out)
    elif name in _PEOPLE:
        exact = store.tables[name]["share"].to_numpy(np.float64)
        _shares(out, *_PEOPLE[name], step, exact)
    elif name in ("slopes", "quality"):
        _without_counts(name, out)
    elif name == "weighting":
        _margins(out, store, step)
    elif name == "validation_items":
        out = _items(out, store, step)
    for column in _ALSO.get(name, ()):
        out[column] = to_multiple(out[column].to_numpy(np.float64), step)
    return _commonest_first(out) if name == "words" else out


def at_rounded_bases(
    name: str, frame: pd.DataFrame, step: int, levels: Levels | None = None
) -> pd.DataFrame:
    """Return levels and changes as samples of the rounded sizes would give them, unrounded.

    Parameters
    ----------
    name
        The table.
    frame
        Its rows, at full precision.
    step
        As ``rounding: {bases: 5}`` says.
    levels
        Of changes: the levels that they are made of.

    Notes
    -----
    In a sample without weights a share and its standard error give n back. Errors and intervals are
    multiplied by the root of the base over the rounded one, so that all that is printed of a row is
    of the rounded base; design effects stay. A change rests on two bases, and is widened by both. A
    group beside the rest rests on two bases that add up
    to a third, and keeps no error and no p-value.
    """
    if name not in (*_LEVELS, *_CHANGES) or not len(frame):
        return frame
    out = frame.copy()
    exact = out["n_base"].to_numpy(np.float64, na_value=np.nan)
    base = to_multiple(exact, step)
    wider = np.sqrt(np.divide(exact, base, out=np.ones(len(out)), where=base > 0))
    if name in _CHANGES and levels is not None:
        wider = wider_changes(out, levels, step)
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
    tables: Mapping[str, pd.DataFrame], step: int, levels: Levels, survey: Survey
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
    levels
        What changes are made of.
    survey
        The definition: when its waves were.
    """
    changes = tables["differences"]
    changes = changes[changes["breakdown"].astype(str) == "total"]
    keys = ["part", "wave", "reference", "question", "response"]
    places = _places(changes, keys)
    wider = wider_changes(changes, levels, step)
    factor = dict(zip(places, wider.tolist(), strict=True))
    out = dict(tables)
    for name, sides in _OF_CHANGES.items():
        if not len(frame := tables.get(name, pd.DataFrame())):
            continue
        held = _places(frame, keys)
        more = np.array([factor.get(place, 1.0) for place in held])
        widened = {}
        for estimate, low, high, p in sides:
            around = frame[estimate].to_numpy(np.float64)
            for end in (low, high):
                widened[end] = around + (frame[end].to_numpy(np.float64) - around) * more
            widened[p] = p_of_error(frame[p].to_numpy(np.float64), more)
        if "std_error" in frame.columns:
            widened["std_error"] = frame["std_error"].to_numpy(np.float64) * more
        out[name] = frame.assign(**widened)
    if len(frame := tables.get(_MODEL, pd.DataFrame())):
        out[_MODEL] = _model_levels(out[_MODEL], tables, step)
    if "slopes" in tables:
        out["slopes"] = slopes_at_rounded_bases(tables["slopes"], levels, survey)
    return out


def _model_levels(
    frame: pd.DataFrame, tables: Mapping[str, pd.DataFrame], step: int
) -> pd.DataFrame:
    """Widen the intervals of a model's levels as those of the weighted ones are."""
    keys = ["part", "wave", "question", "response"]
    bases: dict[tuple[str, ...], float] = {}
    for levels in (tables[name] for name in _LEVELS):
        whole = levels[levels["breakdown"].astype(str) == "total"]
        exact = whole["n_base"].to_numpy(np.float64, na_value=np.nan)
        bases |= dict(zip(_places(whole, keys), exact.tolist(), strict=True))
    mine = (frame["kind"].astype(str) == "level").to_numpy(bool)
    exact = np.array([bases.get(place, np.nan) for place in _places(frame, keys)])
    base = to_multiple(exact, step)
    wider = np.sqrt(np.divide(exact, base, out=np.ones(len(frame)), where=base > 0))
    wider = np.where(mine, wider, 1.0)
    around = frame["estimate"].to_numpy(np.float64)
    widened = {"std_error": frame["std_error"].to_numpy(np.float64) * wider}
    for end in _ENDS:
        exact_end = frame[end].to_numpy(np.float64)
        widened[end] = np.where(
            mine, _kept_in(exact_end, around + (exact_end - around) * wider), exact_end
        )
    return frame.assign(**widened)


def _places(frame: pd.DataFrame, keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Return of each row the texts by which another table knows it."""
    return zip(*(frame[key].astype(str) for key in keys), strict=True)


def _kept_in(exact: Numbers, rounded: Numbers) -> Numbers:
    """Keep an end within 0 and 1 where it was there."""
    inside = (exact >= 0) & (exact <= 1)
    return np.where(inside, np.clip(rounded, 0.0, 1.0), rounded)


def _beside_the_rest(frame: pd.DataFrame) -> NDArray[np.bool_]:
    return (frame["reference"].astype(str) == _REST).to_numpy(bool)


def _rest_in_whole_points(out: pd.DataFrame, survey: Survey) -> None:
    rest = _beside_the_rest(out)
    unit = units("differences", out, survey)
    for column in _ENDS:
        values = out[column].to_numpy(np.float64)
        out[column] = np.where(rest, round_half_even(values, np.maximum(unit - 1, 0)), values)


def _without_counts(name: str, out: pd.DataFrame) -> None:
    """Take out what would give a number of respondents back."""
    if name == "quality":
        out["share"] = np.nan
        return
    # of a joint test and of a lack of fit, the first degrees of freedom count waves
    out["df"] = out["df"].where(out["term"].isin(("joint", "fit")))
    out["ddf"] = np.nan


def _small_bases(out: pd.DataFrame, small: int) -> pd.Series:
    """Mark small bases as they are told: a mark on one told as 100 would say 98 or 99."""
    base = out["n_base"].to_numpy(np.float64, na_value=np.nan)
    marks = [
        [code for code in str(flag).split() if code != _SMALL or not n >= small]
        for flag, n in zip(out["flag"], base, strict=True)
    ]
    told = [
        " ".join([*of, _SMALL] if n < small and _SMALL not in of and not _CLOSED & set(of) else of)
        for of, n in zip(marks, base, strict=True)
    ]
    return pd.Series(told, index=out.index, dtype=object)


def _areas_in_whole_points(out: pd.DataFrame) -> None:
    """Tell a modelled area's interval in whole points, and its error not at all.

    Its error, its share of what others lend and its own estimate are functions of its exact base.
    """
    out["std_error"] = np.nan
    for column in _ENDS:
        out[column] = round_half_even(out[column].to_numpy(np.float64), SHARE - 1)
    out["borrowed"] = round_half_even(out["borrowed"].to_numpy(np.float64), 1)


def _shares(out: pd.DataFrame, count: str, of: str, step: int, exact: Numbers) -> None:
    people, share = out[count].to_numpy(np.float64), out["share"].to_numpy(np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        # over a printed share, each count would have another base, and the share would tell which
        whole = out[of].to_numpy(np.float64) if of else np.rint(people / exact)
        out[count] = to_multiple(people, step)
        if of:
            out[of] = to_multiple(whole, step)
        rounded = to_multiple(people, step) / to_multiple(whole, step)
    out["share"] = round_half_even(np.where(np.isfinite(share), rounded, np.nan), 3)


def _commonest_first(words: pd.DataFrame) -> pd.DataFrame:
    """Put words in the order of their rounded counts: exact ones tell which is more."""
    asked = words.groupby(["part", "wave", "question"], sort=False, observed=True).ngroup()
    order = words.assign(asked=asked).sort_values(
        ["asked", "n", "word"], ascending=[True, False, True]
    )
    return words.loc[order.index].reset_index(drop=True)


def as_told(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Give other tables the intervals of levels as these are told.

    The interval of one estimate in two tables, once of its exact base and once of the rounded one,
    gives the exact one back: the ratio of their widths is the root of that of the bases.
    """
    intervals: dict[tuple[str, ...], NDArray[np.float64]] = {}
    for frame in (tables[name] for name in reversed(_LEVELS) if name in tables):
        places = _places(frame, _PLACE)
        intervals |= dict(zip(places, frame[list(_ENDS)].to_numpy(np.float64), strict=True))
    out = dict(tables)
    for name, ends in _COPIED.items():
        if not len(frame := tables.get(name, pd.DataFrame())):
            continue
        mine = frame["kind"].astype(str) == "level"
        whole = {c: "total" for c in _PLACE if c not in frame.columns}
        places = _places(frame.assign(**whole), _PLACE)
        none = np.full(len(_ENDS), np.nan)
        ends_of_levels = np.array([intervals.get(place, none) for place in places])
        held = {
            c: frame[c].where(~mine | frame[c].isna(), ends_of_levels[:, k])
            for k, c in enumerate(ends)
        }
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
