"""Which columns may be the design's: candidates, taken or not, each with its reasons.

Nothing here decides. A candidate is proposed for a role where the evidence for it is clear and no
other comes near; a person confirms it, or names another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from padai.errors import Said
from padai.interchange.design_words import (
    AUXILIARY,
    BODILY,
    LABELS,
    LENGTH,
    NAMES,
    NOT,
    QUANTITY,
    SAMPLING,
    WEIGHS,
    WRITINGS,
)
from padai.interchange.draft import DesignRole
from padai.interchange.label_words import normal
from padai.interchange.profiles import Profile, numbers, with_blanks
from padai.interchange.programmes import kinds_by_standard, roles_by_standard
from padai.interchange.remarks import AMOUNTS
from padai.interchange.replicate_sets import kind_by_name, replicate_sets
from padai.interchange.role_findings import (
    CONSTANT,
    EITHER,
    MARKED,
    USED,
    Candidate,
    DesignFinding,
    RoleFinding,
)
from padai.interchange.sampling_facts import counts_units
from padai.interchange.sampling_units import (
    of_one_home,
    of_one_place,
    sampled_alike,
    within_countries,
    within_strata,
)
from padai.waves.intake import DataFile
from padai.waves.replicates_told import all_stay, kinds_as_named, made_as_told
from padai.words import Number

if TYPE_CHECKING:
    import pandas as pd

CLEAR = 2
"""How much more evidence the first candidate needs than the second, to be proposed."""
SERIOUS = 3
"""From this evidence on, a second weight is one, whatever the first."""
MEAN_ONE = 0.005
NEAR_ONE = 0.05
"""How near to 1 the mean of fractions is, for a column of any name to be asked about."""
LEAST_MEAN = 0.2
"""Below it, a column with negative values is a score around zero and no weight with faults."""
BODY = (30, 250)
"""The mean of bodies, from children's kilograms to adults' pounds."""
FEW_VALUES = 60
LARGE = 1_000
"""From here on, few whole numbers are no codes under the name of a weight."""
MOST_NAMED = 12
"""Up to so many values, each with a label, a column is a question and numbers no units."""
FEWEST_NUMBERED = 100
"""Rows from which on a column of whole numbers, each once, is no quantity."""
_NO_UNITS = Said("interchange-these-are-no-numbers-of-units")
_CODES = "interchange-codes-whole-numbers"
_NEGATIVE = Said("interchange-negative-values")
_NO_NUMBER = Said("interchange-not-a-number")
_WITH_A_SIGN = r"\s*[-+]?[0-9][0-9 \u00a0\u202f'’.,]*[%€$]?\s*"
_BODY = Said("interchange-perhaps-the-weight-of-a-body")
_ONE = Said("interchange-told-by-its-name")
_TWO = Said("interchange-told-by-its-label")


def find_design(file: DataFile, told: Mapping[str, Profile]) -> DesignFinding:
    """Find the candidates of each role of a design.

    Parameters
    ----------
    file
        The file's rows.
    told
        Its columns, counted by :func:`padai.interchange.profiles.profiles`.
    """
    found: dict[DesignRole, RoleFinding] = {}
    named = {name: profile for name, profile in told.items() if name.strip()}  # R numbers its rows
    file, told = with_blanks(file, named)
    standard = roles_by_standard(told)
    replicates = replicate_sets(told, _weights_of(told))
    used = {name for names in replicates.values() for name in names}
    for role in ("weight", "psu", "stratum", "id"):
        others = used | {*file.frame.attrs.get(AMOUNTS, ())} if role == "id" else used
        known = {name for name, its in standard.items() if its == role}
        fit = (p for p in told.values() if p.name not in others)
        judged = [c for p in fit if (c := _judge(role, p, p.name in known))]
        judged = [_asked(c) if c.column in file.frame.attrs.get(EITHER, ()) else c for c in judged]
        if role == "weight":
            judged = [_written_otherwise(c, file.frame) for c in judged]
            judged = _without_copies(judged, file.frame)
        if role in ("psu", "stratum"):
            judged = _without_copies(sorted(judged, key=lambda c: -c.score), file.frame)
        if role == "psu" and not any(c.against is None for c in judged):
            homes = list(of_one_home(told, used, file.frame))
            homes = homes or list(of_one_place(told, used, file.frame))
            judged += homes or sampled_alike(told, used, file.frame)
        found[role] = _finding(role, judged)
        used |= set(found[role].columns)
    found["psu"] = within_strata(found["psu"], found["stratum"], file.frame)
    found["psu"] = within_countries(found["psu"], found["stratum"], told, file.frame)
    order: tuple[DesignRole, ...] = ("id", "weight", "stratum", "psu")
    made = {p: kind_by_name(p, [told[n].label for n in names]) for p, names in replicates.items()}
    weight, factors = _factors(file.frame, found["weight"], replicates)
    kinds = kinds_as_named(file.frame, weight, replicates, made)
    kinds |= kinds_by_standard(told, replicates)
    stay = tuple(p for p, names in replicates.items() if all_stay(file.frame, weight, names))
    by_role = {role: found[role] for role in order}
    return DesignFinding(by_role, replicates, kinds | factors, tuple(factors), stay)


def _factors(
    frame: pd.DataFrame, weight: RoleFinding, sets: Mapping[str, tuple[str, ...]]
) -> tuple[str | None, dict[str, str]]:
    """Return the weight of which sets are factors, and what these say; of several, the first."""
    for column in weight.columns:
        if factors := made_as_told(frame, column, sets):
            return column, factors
    return weight.taken.column if weight.taken else None, {}


def _written_otherwise(candidate: Candidate, frame: pd.DataFrame) -> Candidate:
    """Ask about a weight of which the cells are numbers with a sign or a space, as 120 % is."""
    amounts = candidate.column in frame.attrs.get(AMOUNTS, ()) and candidate.against is None
    if not amounts and candidate.against != _NO_NUMBER:
        return candidate
    cells = frame[candidate.column].dropna().astype("str")
    if not amounts and (not len(cells) or not cells.str.fullmatch(_WITH_A_SIGN).all()):
        return candidate
    why = (*candidate.reasons, Said("interchange-numbers-with-a-sign"))
    return Candidate(candidate.column, candidate.score, why, asked=True)


def _asked(candidate: Candidate) -> Candidate:
    return replace(candidate, asked=True, reasons=(*candidate.reasons, MARKED))


def _weights_of(told: Mapping[str, Profile]) -> list[float]:
    """Return the totals of the columns that a name or a label calls a weight."""
    said = (p for p in told.values() if p.is_number and not p.whole and p.total > 0)
    names, labels = re.compile(NAMES["weight"]), re.compile(LABELS["weight"])
    return [
        p.total
        for p in said
        if names.fullmatch(p.name.casefold()) or labels.search(normal(p.label))
    ]


def _finding(role: DesignRole, judged: Sequence[Candidate]) -> RoleFinding:
    fit = sorted((c for c in judged if c.against is None), key=lambda c: -c.score)
    rejected = tuple(c for c in judged if c.against is not None)
    if any(not c.asked for c in fit):
        rejected += tuple(replace(c, against=c.why()) for c in fit if c.asked)
        fit = [c for c in fit if not c.asked]
    margin = 0 if role == "id" else CLEAR  # two columns that number people do so alike
    clear = bool(fit) and (len(fit) == 1 or fit[0].score - fit[1].score >= margin)
    if role == "weight" and len(fit) > 1 and fit[1].score >= SERIOUS:
        clear = False  # two weights are two populations, or two moments: a person knows which
    if clear and not fit[0].asked:
        return RoleFinding(role, fit[0], tuple(fit[1:]), rejected)
    return RoleFinding(role, None, tuple(fit), rejected)


def _judge(role: DesignRole, told: Profile, standard: bool = False) -> Candidate | None:
    """Weigh a column for a role; None where nothing speaks for it.

    A programme of surveys may have given it by the name alone: that is its `standard`.
    """
    name = told.name.casefold()
    by_label = bool(re.search(LABELS[role], normal(told.label)))
    by_name = (standard and not by_label) or bool(re.fullmatch(NAMES[role], name))
    if (written := WRITINGS.get(role)) is not None:
        by_name |= bool(written.search(normal(told.name)))
        by_label |= bool(written.search(normal(told.label)))
    reasons = [*([_ONE] if by_name else ()), *([_TWO] if by_label else ())]
    more = tuple(_EVIDENCE[role](told))
    reasons += [reason for _, reason in more]
    score = 2 * by_name + 2 * by_label + sum(points for points, _ in more)
    alone = (role == "weight" and score >= CLEAR) or (role == "id" and _numbers_rows(told))
    like = role == "weight" and _weighs_by_values(told)
    if not (by_name or by_label or alone or like):
        return None
    against = next(_AGAINST[role](told), None)
    if against is not None and against.id == _CODES and _may_be_whole(told, by_label or standard):
        return Candidate(told.name, score, (*reasons, against), asked=True)
    positive = told.total > LEAST_MEAN * (told.rows - told.blanks)
    if role == "weight" and against == _NEGATIVE and not told.whole and positive:
        return Candidate(told.name, score, (*reasons, _NEGATIVE), asked=True)
    if role == "weight" and against is None and _may_be_a_body(told):
        return Candidate(told.name, score, (*reasons, _BODY), asked=True)
    by_values = not (by_name or by_label or alone)
    if by_values:
        reasons.append(Said("interchange-values-of-a-weight"))
    return Candidate(told.name, score, tuple(reasons), against, asked=by_values)


def _may_be_whole(told: Profile, by_label: bool) -> bool:
    """Whether whole numbers under the name of a weight may weigh: more than a scale has points."""
    named = by_label or WEIGHS.search(told.name.casefold()) is not None
    return named and not told.labelled and told.low >= 1 and told.distinct > MOST_NAMED


def _weighs_by_values(told: Profile) -> bool:
    """Whether a column of unknown name holds what weights look like: many fractions, mean near 1.

    Or a mean so high that they may add up to a population, in a column that names no quantity.
    """
    answered = told.rows - told.blanks
    many = answered and told.distinct > min(FEW_VALUES, answered // 4)
    if not told.is_number or told.whole or told.labelled or not many or told.low <= 0:
        return False
    mean = told.total / answered
    return abs(mean - 1) <= NEAR_ONE or (mean > 20 and not QUANTITY.search(told.said))


def _may_be_a_body(told: Profile) -> bool:
    """Whether a column may hold kilograms or pounds, and no word says that it weighs answers."""
    answered = told.rows - told.blanks
    if not answered or (SAMPLING.search(told.said) and not BODILY.search(told.said)):
        return False
    low, high = BODY
    return low <= told.total / answered <= high and told.high <= 2 * high


def _numbers_rows(told: Profile) -> bool:
    """Whether a column can only number its rows: whole, each once, on many rows."""
    return told.kind == "number" and told.whole and told.unique and told.rows >= FEWEST_NUMBERED


def _for_weight(told: Profile) -> Iterator[tuple[int, Said]]:
    if not told.is_number or told.rows == told.blanks:
        return
    mean = told.total / (told.rows - told.blanks)
    if not told.whole and abs(mean - 1) <= MEAN_ONE and told.low >= 0:
        yield 2, Said("interchange-sums-to-the-number-of-people")
    elif not told.whole and abs(mean - 1) <= NEAR_ONE and told.low >= 0:
        yield 1, Said("interchange-near-mean-one")
    elif told.low >= 0 and mean > 20 and told.distinct > 1:
        yield 1, Said("interchange-sums-to-a-population", size=Number(told.total, ",.0f"))
    if told.low == 0:
        yield 0, Said("interchange-weights-of-zero")
    if told.blanks:
        share = f"{told.blanks}"
        yield (
            -1 if told.blanks > told.rows // 100 else 0,
            Said("interchange-blank-in-rows-2881", share=share),
        )
    if told.kind == "written number":
        yield 0, Said("interchange-numbers-written-as-text")
    if told.distinct <= FEW_VALUES:
        yield (
            0,
            Said("interchange-values-cells-of-a-poststratification", distinct=told.distinct),
        )


def _against_weight(told: Profile) -> Iterator[Said]:
    label = normal(told.label)
    if not told.is_number:
        yield _NO_NUMBER
    if told.constant:
        yield CONSTANT
    if LENGTH.search(told.said):
        yield Said("interchange-a-length-of-time")
    if NOT["weight"].search(label):
        yield Said("interchange-the-weight-of-a-body")
    if told.low < 0:
        yield _NEGATIVE
    # Codes are whole and few; an expansion factor may be whole, and is then large.
    large = told.low >= LARGE and told.distinct > MOST_NAMED and not told.labelled
    few = told.distinct <= FEW_VALUES and not large
    if told.whole and (few or told.labelled > 1):
        yield (USED if AUXILIARY.search(label) else Said(_CODES, distinct=told.distinct))
    if told.whole and told.unique:
        yield USED if AUXILIARY.search(label) else Said("interchange-an-identifier")
    if told.whole and told.labelled:
        yield Said("interchange-its-values-are-labelled")


def _for_grouping(told: Profile) -> Iterator[tuple[int, Said]]:
    yield 0, Said("interchange-values", distinct=told.distinct)


def _against_grouping(told: Profile) -> Iterator[Said]:
    if told.blanks:
        yield Said("interchange-blank-in-rows-90ac", blanks=told.blanks)
    if told.constant:
        yield CONSTANT
    if told.unique:
        yield Said("interchange-one-value-a-row")
    if told.kind in ("date", "other") or (told.is_number and not told.whole):
        yield _NO_UNITS


def _against_stratum(told: Profile) -> Iterator[Said]:
    if NOT["stratum"].search(normal(told.label)):
        yield Said("interchange-a-stratum-of-society-not-of-design")
    yield from _against_grouping(told)


def _against_psu(told: Profile) -> Iterator[Said]:
    if NOT["psu"].search(normal(told.label)):
        yield Said("interchange-a-cluster-of-an-analysis")
    if counts_units(told):
        yield _NO_UNITS
    # "Police station in the PSU: yes, no" tells of units, and numbers none.
    if told.named and told.distinct <= MOST_NAMED:
        yield Said("interchange-its-values-are-labelled")
    yield from _against_grouping(told)


def _for_id(told: Profile) -> Iterator[tuple[int, Said]]:
    if told.unique:
        yield 1, Said("interchange-one-value-a-row")
    if told.place < 3:
        yield 1, Said("interchange-among-the-first-columns")


def _against_id(told: Profile) -> Iterator[Said]:
    if told.kind == "date" or (told.kind == "number" and not told.whole):
        yield Said("interchange-no-numbers-of-people")
    if told.blanks:
        yield Said("interchange-blank-in-rows-90ac", blanks=told.blanks)
    elif not told.unique:
        yield Said("interchange-values-for-rows", distinct=told.distinct, rows=told.rows)
    if AUXILIARY.search(normal(told.label)):
        yield USED


_EVIDENCE: Mapping[DesignRole, Callable[[Profile], Iterator[tuple[int, Said]]]] = {
    "weight": _for_weight,
    "stratum": _for_grouping,
    "psu": _for_grouping,
    "id": _for_id,
}
_AGAINST: Mapping[DesignRole, Callable[[Profile], Iterator[Said]]] = {
    "weight": _against_weight,
    "stratum": _against_stratum,
    "psu": _against_psu,
    "id": _against_id,
}


def _without_copies(judged: Sequence[Candidate], frame: pd.DataFrame) -> list[Candidate]:
    """Reject a column that is another one again, or another one written as text."""
    kept: list[Candidate] = []
    seen: list[tuple[str, pd.Series[float]]] = []
    ordered = sorted(judged, key=lambda c: frame[c.column].dtype.kind not in "iuf")
    for candidate in ordered:
        if candidate.against is None:
            values = numbers(frame[candidate.column])
            twin = next((n for n, v in seen if v.equals(values)), None)
            if twin is not None:
                said = Said("interchange-the-same-numbers-as", twin=twin)
                candidate = Candidate(candidate.column, candidate.score, candidate.reasons, said)
            else:
                seen.append((candidate.column, values))
        kept.append(candidate)
    return kept
