"""What may be shown: reliability and confidentiality, applied to frames of estimates."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.disclosure.confidentiality import CONFIDENTIAL, confidential_cells
from padai.disclosure.groups import sensitive_tables
from padai.disclosure.precision_flags import UNDER_MINIMUM, WITHHELD, reliability_flags
from padai.disclosure.row_texts import each_once
from padai.survey import Survey

REASONS = {
    CONFIDENTIAL: "confidential",
    UNDER_MINIMUM: "base_under_minimum",
    WITHHELD: "not_reliable",
    "0": "empty_group",
    "d": "no_degrees_of_freedom",
}
"""Why a cell has no number, by the flag that says so."""
HIDING = (CONFIDENTIAL, UNDER_MINIMUM, WITHHELD)
"""The flags of cells that have a number, which is withheld."""
_VALUES = ["estimate", "std_error", "conf_low", "conf_high", "df", "n_eff", "deff", "cv"]
_TEST = ["statistic", "p_value", "p_adjusted", "p_equivalence"]
_KEY = ["question", "response", "breakdown", "group"]
TOTAL, REST = "total", "rest"


def disclose(frame: pd.DataFrame, survey: Survey, n_cell: NDArray[np.float64]) -> pd.DataFrame:
    """Flag a frame of estimates and empty the cells that may not be shown.

    Parameters
    ----------
    frame
        The columns of an ``Estimates.frame``. It is not changed.
    survey
        The definition, with its reliability and confidentiality policies.
    n_cell
        Unweighted respondents of each response, shape (rows,); NaN where it has no meaning.

    Returns
    -------
    pandas.DataFrame
        The same rows and columns. A withheld cell keeps its row and its reason, and its flag is
        the mark of that reason alone; a confidential one loses its base too.
    """
    out = frame.copy()
    questions = out["question"].astype(str)
    breakdowns = out["breakdown"].astype(str)
    precision, base = reliability_flags(
        estimate=out["estimate"].to_numpy(float),
        cv=out["cv"].to_numpy(float),
        half_width=(out["conf_high"] - out["conf_low"]).to_numpy(float) / 2,
        n_base=out["n_base"].to_numpy(float),
        has_cv=_has_cv(questions, out["response"].astype(str), survey),
        policy=survey.reliability,
    )
    kinds = questions.map({q.id: q.type for q in survey.questions.values()})
    hidden = confidential_cells(
        n_base=out["n_base"].to_numpy(float),
        n_cell=n_cell,
        sensitive=sensitive_tables(questions, breakdowns, survey),
        policy=survey.confidentiality,
        options=kinds.eq("multiple").to_numpy(bool),
    )
    given = out["flag"].astype(object).where(out["flag"].notna(), "")
    flags = _joined_each(precision, base, given)
    flags[hidden] = CONFIDENTIAL
    return _withhold(out, flags)


def withhold_confidential(frame: pd.DataFrame, rows: NDArray[np.bool_]) -> pd.DataFrame:
    """Return a disclosed frame with more rows confidential; they say no other reason than that.

    Parameters
    ----------
    frame
        As :func:`disclose` returned it. It is not changed.
    rows
        The rows to withhold, shape (rows,).
    """
    flags = frame["flag"].astype(str).to_numpy(object)
    flags[rows] = CONFIDENTIAL
    return _withhold(frame.copy(), flags)


def disclose_differences(
    frame: pd.DataFrame,
    estimates: pd.DataFrame,
    survey: Survey,
    exact: pd.DataFrame | None = None,
    twice: NDArray[np.bool_] | None = None,
) -> pd.DataFrame:
    """Empty the differences that rest on an estimate that may not be shown.

    Parameters
    ----------
    frame
        The columns of a ``Differences.frame``. It is not changed.
    estimates
        The disclosed estimates of every wave that is compared.
    exact
        The same estimates before disclosure, with every base. Without them, comparisons of a group
        with the rest are withheld as if some people told no group.
    twice
        Which rows would tell what few people answered both times, shape (rows,).
    """
    out = frame.copy()
    strongest = _by_text(estimates["flag"].to_numpy(object), lambda text: _strongest(text.split()))
    withheld = estimates.assign(why=strongest)
    withheld = withheld.loc[withheld["why"] != "", ["wave", *_KEY, "why"]].astype(str)
    why = withheld.set_index(["wave", *_KEY])["why"].to_dict()
    keys = out[_KEY].astype(str)
    own = [why.get(k, "") for k in zip(out["wave"].astype(str), *keys.to_numpy().T, strict=True)]
    other = [
        why.get(k, "") for k in zip(out["reference"].astype(str), *keys.to_numpy().T, strict=True)
    ]
    beside = _rests_of_confidential(out, withheld)
    unlike = _rests_of_others(out, estimates, exact, survey)
    small = np.where(
        out["n_base"].to_numpy(float) < survey.reliability.minimum_base, UNDER_MINIMUM, ""
    )
    small[out["verdict"].astype(str).to_numpy() == "not comparable"] = ""
    again = np.where(np.zeros(len(out), dtype=bool) if twice is None else twice, CONFIDENTIAL, "")
    reasons = zip(own, other, beside, unlike, small, again, strict=True)
    worst = [_strongest(list(f)) for f in reasons]
    given = out["flag"].astype(str)
    new = np.array([w or g for w, g in zip(worst, given, strict=True)], dtype=object)
    out = _withhold(out, new)
    masked = np.array([w != "" for w in worst])
    out.loc[masked, _TEST] = np.nan
    out.loc[masked & (out["verdict"].astype(str) != "not comparable"), "verdict"] = ""
    return out


def _rests_of_confidential(out: pd.DataFrame, withheld: pd.DataFrame) -> list[str]:
    """Return ``x`` for the comparisons of a group with a rest that nothing else tells.

    Where the total is shown and everybody told a group, total and group tell the rest. Where it is
    confidential, a group and its difference would tell the rest, confidential groups and all.
    """
    hidden = withheld[withheld["why"] == CONFIDENTIAL]
    key = ["wave", "question", "response"]
    totals = set(hidden.loc[hidden["breakdown"] == TOTAL, key].itertuples(index=False, name=None))
    divided = set(hidden[[*key, "breakdown"]].itertuples(index=False, name=None))
    rest = (out["reference"].astype(str) == REST).to_numpy()
    rows = out[[*key, "breakdown"]].astype(str).itertuples(index=False, name=None)
    return [
        CONFIDENTIAL if r and row[:3] in totals and row in divided else ""
        for r, row in zip(rest, rows, strict=True)
    ]


def _rests_of_others(
    out: pd.DataFrame, estimates: pd.DataFrame, exact: pd.DataFrame | None, survey: Survey
) -> list[str]:
    """Return ``x`` for the comparisons with a rest that is not everybody else.

    Where some told no group, or one that the definition leaves out, the rest with its base tells
    how many they are and what they answered, and with that a group that is withheld. Nothing new
    is told where every group is shown.
    """
    rest = (out["reference"].astype(str) == REST).to_numpy()
    if not rest.any():
        return [""] * len(out)
    waves = out.loc[rest, "wave"].astype(str).unique()
    own_waves = estimates[estimates["wave"].astype(str).isin(waves)]
    key = ["wave", "question", "response", "breakdown"]
    rows = own_waves[key].astype(str)
    shown, flags = own_waves["estimate"].notna(), own_waves["flag"].astype(str).str.split()
    empty = flags.map(lambda of: "0" in of)
    dark = set(rows[~(shown | empty)].itertuples(index=False, name=None))
    hidden = rows.loc[flags.map(lambda of: CONFIDENTIAL in of), ["wave", "question", "breakdown"]]
    private = set(hidden.itertuples(index=False, name=None))
    without = _told_no_group(exact, waves)
    few = survey.confidentiality.minimum_group

    def unlike(wave: str, question: str, response: str, breakdown: str) -> bool:
        if (wave, question, response, breakdown) not in dark:
            return False
        beside = without.get((wave, question, response, breakdown), 1.0)
        total_is_told = (wave, question, response, TOTAL) not in dark
        if beside == 0 and total_is_told:
            return False
        return (wave, question, breakdown) in private or 0 < beside < few

    named = out[key].astype(str).itertuples(index=False, name=None)
    return [CONFIDENTIAL if r and unlike(*row) else "" for r, row in zip(rest, named, strict=True)]


def _told_no_group(
    exact: pd.DataFrame | None, waves: Iterable[str]
) -> dict[tuple[str, str, str, str], float]:
    """Return how many of those who answered are in no group, by response and breakdown."""
    if exact is None:
        return {}
    mine = exact[exact["wave"].astype(str).isin(list(waves))]
    names = mine[["wave", "question", "response", "breakdown"]].astype(str)
    sizes = mine["n_base"].to_numpy(np.float64, na_value=np.nan)
    each: dict[tuple[str, str, str, str], float] = {}
    for of, n in zip(names.itertuples(index=False, name=None), sizes.tolist(), strict=True):
        each[of] = each.get(of, 0.0) + n
    return {of: each.get((*of[:3], TOTAL), np.nan) - n for of, n in each.items()}


def _has_cv(questions: pd.Series, responses: pd.Series, survey: Survey) -> NDArray[np.bool_]:
    """Whether each row is a proportion, or a mean of a quantity with a true zero."""

    def judged(asked: str, response: str) -> bool:
        question = survey.questions.get(asked)
        net = question.net(response) if question else None
        is_quantile = response.startswith("q0.") and not (question and response in question.codes)
        is_score = response == "mean" and not (question and question.type == "number")
        return not (is_quantile or is_score or (net is not None and net.is_balance))

    return each_once(judged, questions, responses).astype(bool)


def _joined_each(*flags: Iterable[str]) -> NDArray[np.object_]:
    """Join the flags of each row, every set of flags worked out once."""
    return each_once(lambda *row: " ".join(dict.fromkeys(f for f in row if f)), *flags)


def _by_text(texts: NDArray[np.object_], rule: Callable[[str], str]) -> NDArray[np.object_]:
    """Apply a rule to texts, each text worked out once."""
    return each_once(lambda text: rule(str(text)), texts)


def _strongest(flags: list[str]) -> str:
    """Return the flag that withholds a cell, the one that protects people first."""
    return next((f for f in (CONFIDENTIAL, UNDER_MINIMUM, WITHHELD, "0") if f in flags), "")


def _withhold(out: pd.DataFrame, flags: NDArray[np.object_]) -> pd.DataFrame:
    strongest = _by_text(flags, lambda text: _strongest(text.split()))
    hidden = strongest != ""
    out["n_base"] = out["n_base"].astype("Float64")
    for column in _VALUES:
        out[column] = out[column].astype("float64")
    out.loc[hidden, _VALUES] = np.nan
    out.loc[strongest == CONFIDENTIAL, "n_base"] = pd.NA
    # the grade of a figure that is hidden tells its coefficient of variation
    out["flag"] = np.where(hidden, strongest, flags)
    given = out["reason"].astype(object).where(out["reason"].notna(), "")
    out["reason"] = each_once(lambda flag, text: REASONS.get(flag) or str(text), strongest, given)
    out["n_base"] = out["n_base"].astype("Int64")
    return out
