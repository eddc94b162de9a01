"""COMPARE: does the verdict of a change hang on a choice that could have been another?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import (
    ComparisonError,
    DefinitionError,
    EstimationError,
    PadaiError,
    WeightingError,
)
from padai.numerics.multiplicity import holm
from padai.results import Robustness
from padai.trends.completion import asked_in_all, estimated
from padai.trends.differences import EXPLORATORY, TOTAL, families_between, tested_rows
from padai.trends.families import EVERY_GROUP, Followed
from padai.trends.margins import LEAST_MARGIN, check_asked, under_half_a_point
from padai.trends.pairs import Key, keys_of, pairs_of
from padai.trends.schemes import (
    earlier_scheme,
    other_base,
    trimmed,
    untrimmed,
    was_trimmed,
    weighted_by,
    with_question,
)
from padai.trends.scoring import scored, wave_index
from padai.trends.verdicts import NOT_COMPARABLE, verdicts
from padai.waves.guards import guarded
from padai.waves.stacking import Stack, stack
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

DECLARED = "declared"
KEPT = (
    "wave", "reference", "question", "response", "estimate", "std_error", "conf_low", "conf_high",
    "df", "n_base", "p_value", "p_adjusted", "p_equivalence", "margin", "family", "verdict",
)  # fmt: skip
COLUMNS = (*KEPT[:4], "variant", *KEPT[4:], "differs", "reason")
#: Variants that weigh the same people otherwise.
OTHER_WEIGHTS = ("trimmed", "untrimmed", "earlier_weighting")
#: Largest weight over the mean weight of the trimmed variant.
TRIM_AT = 3.0


@guarded
def robustness(
    waves: Stack,
    question: str,
    later: str | None = None,
    earlier: str | None = None,
    *,
    net: str | None = None,
    family: str | None = None,
    margin: float | None = None,
    trim_at: float = TRIM_AT,
    alternatives: Mapping[str, Stack] | None = None,
    level: float = 0.95,
) -> Robustness:
    """Give the verdict of a change under other choices of base and weights.

    Parameters
    ----------
    waves
        From :func:`padai.stack`, weighted as declared.
    question, net
        The response; None: the headline net. ``mean`` for the mean score.
    later, earlier
        Ids of the waves; None: the last two.
    family, margin
        As in :func:`padai.difference`.
    trim_at
        Where the weights are not trimmed: the limit of those that are, over the mean weight.
    alternatives
        Further variants: the same waves weighted in other ways, by name.
    level
        Confidence level.

    Returns
    -------
    Robustness
        With `frame`: one row a variant: ``declared`` first; ``dont_know_in`` or ``dont_know_out``
        (the base of this question); ``untrimmed`` or ``trimmed``; ``earlier_weighting`` (the later
        wave weighted by the rule of the earlier one, to its own targets); then the
        `alternatives`. `differs` marks the verdicts that are not the declared one. `reason` says
        why a variant has no verdict: ``same_scheme``, ``no_survey``, ``no_dont_know``, or what its
        weighting said.

    Raises
    ------
    ComparisonError
        The declared comparison has no verdict (it is in no family: name one), or a wave is not
        there.

    Notes
    -----
    Each variant adjusts its p-values over the whole family again.

    Examples
    --------
    >>> trials = padai.robustness(waves, "trust", "2025", "2024", net="trust")
    >>> len(trials.frame)
    4
    """
    check_asked("none", margin)
    if margin is not None and margin < LEAST_MARGIN and net != "mean":
        raise under_half_a_point(margin)
    last = str(later) if later is not None else waves.wave_ids[-1]
    first = str(earlier) if earlier is not None else waves.wave_ids[wave_index(waves, last) - 1]
    trials = Trials(waves, last, first, family, margin, trim_at, alternatives or {}, level)
    asked = {"verb": "robustness", "question": question, "later": last, "earlier": first}
    return Robustness(trials.of(question, net), asked)


Made = Callable[[], Stack | str]


class Trials:
    """Other choices for the changes between two waves: each is made, and estimated, once.

    Parameters
    ----------
    waves, later, earlier, family, margin, trim_at, alternatives, level
        As in :func:`robustness`.
    withheld
        Comparisons that are not shown, as :func:`padai.trends.pairs.keys_of` names them: in their
        families they count as no difference, as :func:`judged_as_shown` has it.
    """

    def __init__(
        self,
        waves: Stack,
        later: str,
        earlier: str,
        family: str | None = None,
        margin: float | None = None,
        trim_at: float = TRIM_AT,
        alternatives: Mapping[str, Stack] | None = None,
        level: float = 0.95,
        withheld: Collection[Key] = (),
    ) -> None:
        wave_index(waves, earlier)
        self.withheld = frozenset(withheld)
        self.waves, self.later, self.earlier = waves, later, earlier
        self.family, self.margin, self.level = family, margin, level
        self._families = families_between(waves.survey, waves.part, later, earlier, ())
        self._shared = self._of_every_question(trim_at, alternatives or {})
        self._stacks: dict[str, Stack | str] = {DECLARED: waves}
        self._tested: dict[tuple[str, Followed], pd.DataFrame] = {}

    def of(self, question: str, net: str | None = None) -> pd.DataFrame:
        """Return the rows of one change; see :func:`robustness`."""
        import pandas as pd

        followed = question, scored(self.waves, question, net).name, TOTAL, EVERY_GROUP
        declared = self._judged(DECLARED, followed)
        if declared["verdict"] == "":
            raise ComparisonError(
                Said(
                    "trends-is-in-no-family-for-waves-and-so-that-it",
                    question=question,
                    followed=followed[1],
                    later=self.later,
                    earlier=self.earlier,
                )
            )
        rows = [{**declared, "variant": DECLARED, "reason": ""}]
        name, make = _base_variant(self.waves, question, followed[1])
        rows.append(self._row(declared, name, f"{name} {question}", make, followed))
        for name, make in self._shared.items():
            rows.append(self._row(declared, name, name, make, followed))
        frame = pd.DataFrame(rows)
        verdict = frame["verdict"].to_numpy(dtype=object)
        frame["differs"] = (verdict != verdict[0]) & (verdict != "")
        texts = [*KEPT[:4], "family", "verdict", "variant", "reason"]
        return frame.astype(dict.fromkeys(texts, str))[list(COLUMNS)]

    def _of_every_question(
        self, trim_at: float, alternatives: Mapping[str, Stack]
    ) -> dict[str, Made]:
        """Return the variants that no question has to itself, and what makes each."""
        waves = self.waves
        variants: dict[str, Made] = (
            {"untrimmed": lambda: _each(waves, untrimmed)}
            if any(was_trimmed(wave) for wave in waves.waves)
            else {"trimmed": lambda: _each(waves, lambda wave: trimmed(wave, trim_at))}
        )
        variants["earlier_weighting"] = lambda: _reweighted(waves, self.later, self.earlier)
        return variants | {name: lambda s=other: s for name, other in alternatives.items()}

    def _row(
        self, declared: Mapping[str, Any], variant: str, key: str, make: Made, followed: Followed
    ) -> dict[str, Any]:
        """Return the row of a variant; one that cannot be made says why, in `reason`."""
        try:
            if key not in self._stacks:
                self._stacks[key] = make()
            other = self._stacks[key]
            if not isinstance(other, str):
                return {**self._judged(key, followed), "variant": variant, "reason": ""}
            reason = other
        except (DefinitionError, EstimationError, WeightingError) as error:
            reason = _one_line(error)
        empty = {name: np.nan for name in KEPT}
        keys = {name: declared[name] for name in (*KEPT[:4], "family")}
        return {**empty, **keys, "n_base": 0, "verdict": "", "variant": variant, "reason": reason}

    def _judged(self, key: str, followed: Followed) -> dict[str, Any]:
        """Return the change in one stack, adjusted over its whole family."""
        name, members = self._family_of(followed)
        frames = [
            self._rows(key if m[0] == followed[0] else self._stack_of_others(key), m)
            for m in members
        ]
        p, within, change, margin = (
            np.concatenate([frame[column].to_numpy(float) for frame in frames])
            for column in ("p_value", "p_equivalence", "estimate", "margin")
        )
        supported, forbidden = (
            np.concatenate([frame[column].to_numpy(bool) for frame in frames])
            for column in ("supported", "forbidden")
        )
        unseen = [name in self.withheld for frame in frames for name in keys_of(frame)]
        hidden = np.array(unseen, dtype=bool) & ~forbidden
        p = holm(np.where(hidden, 1.0, p))
        within = holm(np.where(hidden & np.isfinite(margin), 1.0, within))
        row = {column: frames[0][column].iloc[0] for column in KEPT[:-2] if column != "p_adjusted"}
        verdict = verdicts(change, p, within, supported)[0]
        if name == EXPLORATORY:
            verdict = ""
        elif forbidden[0]:
            verdict = NOT_COMPARABLE
        return {
            **row,
            "p_adjusted": p[0],
            "p_equivalence": within[0],
            "family": name,
            "verdict": verdict,
        }

    def _family_of(self, followed: Followed) -> tuple[str, list[Followed]]:
        """Return a change's family and its members, itself first."""
        families, survey = self._families, self.waves.survey
        if self.family is not None or families is None or survey is None:
            return self.family or EXPLORATORY, [followed]
        name = families.of.get(followed, EXPLORATORY)
        pair, part = (self.later, self.earlier), self.waves.part
        others = [m for m in families.members.get(name, ()) if m != followed]
        return name, [followed, *(m for m in others if asked_in_all(survey, m[0], part, pair))]

    def _stack_of_others(self, key: str) -> str:
        """Return the stack of a variant's other questions: another base is of one alone."""
        return key if key in self._shared else DECLARED

    def _rows(self, key: str, followed: Followed) -> pd.DataFrame:
        """Return a change in one stack, tested."""
        if (key, followed) not in self._tested:
            stacked = self._stacks[key]
            assert isinstance(stacked, Stack)
            pairs = pairs_of(estimated(stacked, followed, self.level), self.later, self.earlier)
            if not len(pairs):
                raise ComparisonError(
                    Said(
                        "trends-waves-and-have-no-estimate-in-common",
                        later=self.later,
                        earlier=self.earlier,
                    )
                )
            rows = tested_rows(pairs, self.later, self.earlier, self.margin, self.level)
            group = followed[3]
            self._tested[key, followed] = rows[rows["group"] == group] if group else rows
        return self._tested[key, followed]


def _each(waves: Stack, change: Callable[..., Any]) -> Stack:
    return stack([change(wave) for wave in waves.waves], overlap=waves.overlap)


def _base_variant(waves: Stack, question: str, net: str) -> tuple[str, Made]:
    if waves.survey is None:
        return "dont_know", lambda: "no_survey"
    base = None if net == "mean" else other_base(waves.survey.question(question))
    if base is None:
        return "dont_know", lambda: "no_dont_know"
    name, other = base
    return name, lambda: _each(waves, lambda wave: with_question(wave, other))


def _reweighted(waves: Stack, later: str, earlier: str) -> Stack | str:
    if waves.survey is None:
        return "no_survey"
    rule = earlier_scheme(waves.survey, later, earlier, waves.part)
    if rule is None:
        return "same_scheme"
    return _each(waves, lambda wave: weighted_by(wave, rule) if wave.id == later else wave)


def _one_line(error: PadaiError) -> str:
    return " ".join(str(error).split())
