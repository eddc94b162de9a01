"""What stands behind a change: does its verdict hang on a choice, and what moved with it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from padai.errors import ComparisonError, PadaiError
from padai.pipeline.parts.facts import LEVEL, tells_of_few
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.tables.changes import withheld_of
from padai.pipeline.tables.one_base import told_of_one_base
from padai.store import COLUMNS
from padai.survey import Survey
from padai.trends import decompose
from padai.trends.robustness import OTHER_WEIGHTS, Trials
from padai.waves import Stack, stack
from padai.words import Said

MAIN = "main"
TOTAL = "total"
NOT_COMPUTED, NOT_COMPARABLE = "not_computed", "not_comparable"
WITHHELD, NOT_REPORTED = "withheld", "breakdown_not_reported"
CONFIDENTIAL = "x"
_VALUES = ["estimate", "conf_low", "conf_high", "p_adjusted"]


def pairof_waves(survey: Survey, ready: Prepared) -> Stack | None:
    """Return the last two waves in one design; None where the last has none before it.

    Where waves share respondents or units, all of them are stacked: strata are kept for life.
    """
    if len(ready.waves) < 2:
        return None
    waves = ready.waves[-2:] if survey.overlap == "none" else ready.waves
    return stack(list(waves), overlap=survey.overlap)


def robustness_table(
    survey: Survey, parts: Mapping[str, Prepared], tables: Mapping[str, pd.DataFrame]
) -> pd.DataFrame:
    """Try other choices of base and weights on every headline change that has a verdict.

    Headline changes are those of the first family, then of the key results of the total.

    Parameters
    ----------
    parts
        The weighted waves of each part; headlines are those of the main one.
    tables
        The disclosed tables of the store. A headline of which the comparison is withheld, or which
        a break forbids, has no row.

    Notes
    -----
    Another base is not tried of a sensitive question, nor of one that has a withheld cell: the two
    would be subtracted. Other weights are not tried where a cell that weights are held to has few
    people: whether its target can be met within a limit tells how many; nor of a question with a
    withheld cell by what weights are held to: each weighting adds the groups up otherwise, and is
    an equation of the withheld ones.
    """
    columns, differences = COLUMNS["robustness"], tables["differences"]
    judged = [key[:2] for key in headlines_judged(survey, parts, differences)]
    pair = pairof_waves(survey, parts[MAIN]) if judged else None
    if pair is None:
        return pd.DataFrame(columns=columns)
    ready = parts[MAIN]
    last, before = ready.last.id, ready.waves[-2].id
    hidden = withheld_of(of_waves(differences, last, before))
    trials = Trials(pair, last, before, level=LEVEL, withheld=hidden)
    few = any(tells_of_few(wave) for wave in pair.waves[-2:])
    shown = pd.concat([tables["estimates"], tables["trends"]])
    frames = [
        _tried(
            survey,
            trials,
            *followed,
            set(OTHER_WEIGHTS) if few else _closed(survey, followed[0], before, last, shown),
            told_of_one_base(survey, followed[0], tables),
        )
        for followed in judged
    ]
    return pd.concat([frame[columns].astype(object) for frame in frames], ignore_index=True)


def _closed(survey: Survey, question: str, before: str, last: str, shown: pd.DataFrame) -> set[str]:
    """Return the ways of weighting that are not tried of a question.

    The rule of the wave before weighs the last one anew; a limit weighs both.
    """
    limited = any(
        told_by_weights(question, held_to(survey, [wave]), [wave], shown) for wave in (before, last)
    )
    anew = told_by_weights(question, held_to(survey, [before, last]), [last], shown)
    closed = {"trimmed", "untrimmed"} if limited else set()
    return closed | ({"earlier_weighting"} if anew else set())


def held_to(survey: Survey, waves: Sequence[str]) -> set[str]:
    """Return the breakdowns by which weights of the main part are held to targets."""
    rules = [survey.part(wave, MAIN).weighting for wave in waves]
    margins = {name for rule in rules if rule is not None for name in rule.margins}
    names = {name.strip() for margin in margins for name in margin.split("*")}
    known = {b.id: b.question for b in survey.breakdowns}
    asked = {known.get(name, name) for name in names}
    return {breakdown for breakdown, question in known.items() if question in asked}


def told_by_weights(
    question: str, held: set[str], waves: Sequence[str], shown: pd.DataFrame
) -> bool:
    """Whether a question has a withheld cell in a group that weights are held to."""
    mine = (shown["part"].astype(str) == MAIN) & (shown["question"].astype(str) == question)
    own = shown[mine & shown["wave"].astype(str).isin(waves)]
    hidden = own[own["flag"].astype(str).str.split().map(lambda of: CONFIDENTIAL in of)]
    by = (set(name.split("*")) for name in hidden["breakdown"].astype(str).unique())
    return any(names & held for names in by)


def headlines_judged(
    survey: Survey, parts: Mapping[str, Prepared], differences: pd.DataFrame
) -> list[tuple[str, str, str, str]]:
    """Return the headlines of the total that have a verdict, each once.

    Parameters
    ----------
    differences
        The disclosed comparisons of the store.

    Returns
    -------
    list of tuple
        Question, response, breakdown and group.
    """
    if MAIN not in parts or len(parts[MAIN].waves) < 2:
        return []
    last, before = parts[MAIN].last.id, parts[MAIN].waves[-2].id
    mine = of_waves(differences, last, before)
    mine = mine[mine["breakdown"] == TOTAL]
    keys = zip(*(mine[c] for c in ("question", "response")), strict=True)
    verdicts = dict(zip(keys, mine["verdict"], strict=True))
    headline = [(c.question, c.net) for f in survey.families[:1] for c in f.comparisons]
    headline += [(k.question, k.net) for k in survey.key_results if k.breakdown == TOTAL]
    without = Said("pipeline-not-comparable")
    judged = [key for key in dict.fromkeys(headline) if str(verdicts.get(key, "")) not in without]
    return [(*key, TOTAL, TOTAL) for key in judged]


def of_waves(differences: pd.DataFrame, last: str, before: str) -> pd.DataFrame:
    """Return the comparisons of the main part between two waves."""
    mine = (differences["part"] == MAIN) & (differences["wave"] == last)
    return differences[mine & (differences["reference"] == before)]


def _tried(
    survey: Survey, trials: Trials, question: str, net: str, closed: set[str], one_base: bool
) -> pd.DataFrame:
    """Return the rows of a headline; one row with the reason where nothing can be tried."""
    try:
        frame = trials.of(question, net)
    except PadaiError as error:
        keys = {"wave": trials.later, "reference": trials.earlier, "question": question}
        row = {**keys, "response": net, "variant": NOT_COMPUTED, "verdict": "",
               "differs": False, "n_base": np.nan, **dict.fromkeys(_VALUES, np.nan),
               "reason": error_code(error, survey)}  # fmt: skip
        frame = pd.DataFrame([row])
    else:
        frame = _as_published(frame, survey, closed, one_base)
    marks = np.where(frame["differs"].to_numpy(bool), "true", "false")
    return frame.assign(part=MAIN, differs=marks)


def _as_published(
    frame: pd.DataFrame, survey: Survey, closed: set[str], one_base: bool
) -> pd.DataFrame:
    """Leave out the variants that disclosure would withhold; give the others plain reasons."""
    least = max(survey.reliability.minimum_base, survey.confidentiality.minimum_group)
    variant = frame["variant"].astype(str)
    small = (frame["verdict"].astype(str) != "") & (frame["n_base"] < least)
    hidden = small | (variant.str.startswith("dont_know_") & one_base)
    hidden |= variant.isin(closed)
    out = frame[~hidden].copy()
    plain = [_code(str(reason), survey) for reason in out["reason"]]
    return out.assign(reason=plain)


def _code(reason: str, survey: Survey) -> str:
    """Return a reason that is a code as it is, and a message as what could not be computed."""
    return reason if " " not in reason else f"{NOT_COMPUTED}: {_placeless(reason, survey)}"


def error_code(error: PadaiError, survey: Survey, code: str = NOT_COMPUTED) -> str:
    """Return why something was not computed, as the store has it: a code, then the message."""
    return f"{code}: {_placeless(' '.join(str(error).split()), survey)}"


def _placeless(text: str, survey: Survey) -> str:
    """Take the folder out of a message: the store names no machine's path."""
    return text.replace(f"{survey.path}", survey.id)


def decomposition_table(
    survey: Survey,
    parts: Mapping[str, Prepared],
    trends: pd.DataFrame,
    differences: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Divide the change of every block of the kind ``drivers`` into composition and within.

    Parameters
    ----------
    parts
        The weighted waves of each part; the blocks are about the main one.
    trends
        The disclosed estimates of every wave. What rests on an estimate that is withheld in
        either wave is withheld, and a change of which a group is confidential is not divided;
        what cannot be computed is one row with its reason.
    differences
        The disclosed comparisons of the store. Where the same people are asked again, a change of
        which a comparison is confidential is not divided: its parts have errors too.
    """
    columns = COLUMNS["decomposition"]
    wanted = _wanted(survey)
    pair = pairof_waves(survey, parts[MAIN]) if wanted and MAIN in parts else None
    if pair is None:
        return pd.DataFrame(columns=columns)
    again = differences if survey.overlap == "respondent" else None
    hidden = [again is not None and _told_twice(again, *key) for key in wanted]
    frames = [
        _divided(survey, pair, parts[MAIN], key, trends, twice)
        for key, twice in zip(wanted, hidden, strict=True)
    ]
    return pd.concat([frame[columns].astype(object) for frame in frames], ignore_index=True)


def _wanted(survey: Survey) -> list[tuple[str, str, str]]:
    """Return question, response and breakdown of every change to divide, each once."""
    blocks = (b for section in survey.sections for b in section.blocks if b.kind == "drivers")
    wanted = [(q, str(b.net), by) for b in blocks for q in b.questions for by in b.by]
    return list(dict.fromkeys(wanted))


def _told_twice(differences: pd.DataFrame, question: str, response: str, by: str) -> bool:
    """Whether a comparison of a change, or of one of its groups, is confidential."""
    mine = (differences["part"] == MAIN) & differences["breakdown"].isin([TOTAL, by])
    mine &= (differences["question"] == question) & (differences["response"] == response)
    return bool(differences.loc[mine, "flag"].astype(str).eq(CONFIDENTIAL).any())


def _divided(
    survey: Survey,
    pair: Stack,
    ready: Prepared,
    key: tuple[str, str, str],
    trends: pd.DataFrame,
    hidden: bool,
) -> pd.DataFrame:
    question, response, by = key
    last, before = ready.last.id, ready.waves[-2].id
    keys = {
        "part": MAIN,
        "wave": last,
        "reference": before,
        "question": question,
        "response": response,
        "breakdown": by,
    }
    whole = _withheld(trends, keys, TOTAL)
    groups = _withheld(trends, keys, by)
    # two waves of two withheld groups are four unknowns, of which totals and parts tell three
    private = any(_strength(flag) == 2 for flag in groups.values())
    gone = hidden or private or any(whole.values())
    reason = WITHHELD if gone else "" if groups else NOT_REPORTED
    if not reason:
        try:
            decomposed = decompose(
                pair, question, net=response, by=by, later=last, earlier=before, level=LEVEL
            )
        except ComparisonError as error:
            reason = error_code(error, survey, NOT_COMPARABLE)
        except PadaiError as error:
            reason = error_code(error, survey)
        else:
            return _shown(decomposed.frame, groups).assign(part=MAIN)
    values = dict.fromkeys(("estimate", "std_error", "conf_low", "conf_high"), np.nan)
    return pd.DataFrame(
        [{**keys, "group": TOTAL, "component": "change", **values, "reason": reason}]
    )


def _withheld(trends: pd.DataFrame, keys: Mapping[str, str], breakdown: str) -> dict[str, str]:
    """Return each group with the flag that withholds it in either wave; empty where shown."""
    mine = (trends["part"] == MAIN) & (trends["breakdown"] == breakdown)
    mine &= (trends["question"] == keys["question"]) & (trends["response"] == keys["response"])
    mine &= trends["wave"].isin([keys["wave"], keys["reference"]])
    reasons: dict[str, str] = {}
    columns = (trends.loc[mine, c] for c in ("group", "estimate", "flag"))
    for group, estimate, flag in zip(*columns, strict=True):
        hidden = (str(flag) or WITHHELD) if pd.isna(estimate) else ""
        reasons[str(group)] = max(reasons.get(str(group), ""), hidden, key=_strength)
    return reasons


def _strength(flag: str) -> int:
    return 2 if CONFIDENTIAL in flag.split() else int(bool(flag))


def _shown(frame: pd.DataFrame, withheld: Mapping[str, str]) -> pd.DataFrame:
    """Empty the groups that are withheld, none of which is confidential."""
    group = frame["group"].astype(str)
    hidden = group.map(lambda g: g != TOTAL and withheld.get(g, WITHHELD) != "")
    out = frame.astype({"reason": object})
    out.loc[hidden, ["estimate", "std_error", "conf_low", "conf_high"]] = np.nan
    out.loc[hidden, "reason"] = WITHHELD
    return out
