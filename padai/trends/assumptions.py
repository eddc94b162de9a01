"""One change, and each assumption under which the finding on it would be false."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from padai.errors import ComparisonError
from padai.estimation import proportion
from padai.numerics.designs import BoolArray
from padai.numerics.rounded_changes import of_bases
from padai.numerics.rounding import to_multiple
from padai.numerics.threads import pinned
from padai.numerics.tipping import (
    ShareChange,
    SharedBase,
    WaveShare,
    critical_p,
    false_answers,
    meng_factor,
    meng_rho,
    participation_ratio,
    selected_share,
    standing,
    without_false,
)
from padai.results import Differences
from padai.survey import Question, Survey
from padai.survey.target_checks import sum_of
from padai.trends.differences import EXPLORATORY, MINIMUM_BASE, Made
from padai.trends.families import TOTAL
from padai.trends.margins import is_share
from padai.trends.pairs import Pairs, source_of
from padai.trends.schemes import DONT_KNOW, other_base, with_question
from padai.trends.verdicts import FELL, FELL_WITHIN, ROSE, ROSE_WITHIN
from padai.waves.stacking import Stack, stack
from padai.words import Said

KEYS = ("wave", "reference", "question", "response", "breakdown", "group")
FAVOURABLE, UNFAVOURABLE, RANDOM = "false_favourable", "false_unfavourable", "false_random"
RHO, RATIO, UNKNOWN = "selection_rho", "selection_ratio", "dont_know"
NOT_A_SHARE, NO_POPULATION, NONE = "not_a_share", "no_population", "no_solution"
NO_DONT_KNOW, BRIDGED, NO_CODES, TOO_FEW = "no_dont_know", "bridged", "no_codes", "too_few"
RISES, FALLS = (ROSE, ROSE_WITHIN), (FELL, FELL_WITHIN)

Population = float | Mapping[str, float]


@dataclass(frozen=True)
class _Moved:
    """A change told from the wave that an assumption moves: 1 where that is the later one."""

    wave: str
    change: ShareChange
    sign: int

    def then(self, share: float) -> str:
        """Name the change that another share of that wave shows, where none is shown yet."""
        if self.change.shown:
            return ""
        rises = (share - self.change.earlier.share - self.change.offset) * self.sign > 0
        return ROSE if rises else FELL


class Assumptions:
    """The tipping points of rows of one Differences."""

    def __init__(
        self,
        difference: Differences,
        made: Made,
        chosen: Sequence[int],
        population: Population | None,
    ) -> None:
        self.frame, self.made = difference.frame, made
        self.survey = difference.survey
        self.population = population
        rule = self.survey.confidentiality.rounding if self.survey else None
        self._step = None if rule is None else rule.bases
        self.waves: Any = source_of(made.pairs.estimates).waves
        self.later = str(difference.provenance["later"])
        self.earlier = str(difference.provenance["earlier"])
        named = is_share(made.pairs.keys(), self.survey)
        self.share = {k: bool(named[k]) and self._counting(k)[0] != "balance" for k in chosen}
        self._unknown: dict[str, Stack | str] = {}
        self._family = made.judged["family"].astype(str).to_numpy(object)
        variance, df = self._pairs(chosen).variance_and_df()
        self._sampled = dict(zip(chosen, zip(variance, df, strict=True), strict=True))

    def _counting(self, place: int) -> tuple[str, list[str]]:
        """Return the kind of a response and its codes: a net of the call may have any name."""
        of = getattr(source_of(self.made.pairs.estimates), "counting", None)
        counted: tuple[str, list[str]] = of(self.made.pairs.later[place]) if of else ("", [])
        return counted

    def _pairs(self, places: Sequence[int]) -> Pairs:
        """Return the pairs of estimates of some rows."""
        whole, rows = self.made.pairs, np.asarray(places, dtype=np.intp)
        return Pairs(whole.estimates, whole.later[rows], whole.earlier[rows])

    def rows_of(self, place: int) -> Iterator[dict[str, Any]]:
        """Yield a comparison with each assumption."""
        base = {name: str(self.frame[name].iloc[place]) for name in (*KEYS, "verdict")}
        if not self.share[place]:
            yield {**base, "assumption": FAVOURABLE, "of_wave": self.later, "reason": NOT_A_SHARE}
            return
        change = self._change(place)
        if not change.enough:
            yield {**base, "assumption": FAVOURABLE, "of_wave": self.later, "reason": TOO_FEW}
            return
        bridged = bool(self.frame["breaks"].iloc[place])
        for moved in (_Moved(self.later, change, 1), _Moved(self.earlier, change.turned, -1)):
            why = BRIDGED if bridged and moved.sign < 0 else ""
            about = {**base, "of_wave": moved.wave}
            yield from ({**about, **row} for row in self._false(moved, place, why))
            yield from ({**about, **row} for row in self._selected(moved, place, why))
        yield {**base, "assumption": UNKNOWN, "of_wave": "", **self._shared(place, base, change)}

    def _change(self, place: int) -> ShareChange:
        one = self._pairs([place])
        sides = {name: _side(one, name) for name in ("later", "earlier")}
        sampled, df = (float(value) for value in self._sampled[place])
        shared = (sides["later"].variance + sides["earlier"].variance - sampled) / 2
        row = self.frame.iloc[place]
        least = self.survey.reliability.minimum_base if self.survey else MINIMUM_BASE
        change = ShareChange(
            sides["later"],
            sides["earlier"],
            shared,
            sides["later"].share - sides["earlier"].share - float(row["estimate"]),
            float(row["std_error"]) ** 2 - sampled,
            df,
            self._critical(place),
            least,
        )
        if self._step is None:
            return change
        return of_bases(change, self._told(change.later.n), self._told(change.earlier.n))

    def _told(self, n: float) -> float:
        """Return a base as it is told: a value of the exact one, to 0.1 point, would give it."""
        return n if self._step is None else float(to_multiple(np.array([n]), self._step)[0])

    def _critical(self, place: int) -> float:
        """Return the p-value that shows a change, the others of its family held."""
        mine = self._family == self._family[place]
        mine[place] = False
        assert self._family[place] != EXPLORATORY
        return critical_p(self.made.judged["p_value"].to_numpy(float)[mine], self.made.adjust)

    def _false(self, moved: _Moved, place: int, why: str) -> Iterator[dict[str, Any]]:
        for assumption, favourable in (
            (FAVOURABLE, 1.0),
            (UNFAVOURABLE, 0.0),
            (RANDOM, self._at_random(place)),
        ):
            if why or favourable is None:
                yield {"assumption": assumption, "reason": why or NO_CODES}
                continue
            value = false_answers(moved.change, favourable)
            reason = NONE if np.isnan(value) else ""
            left = without_false(moved.change.later, np.array(value), favourable)[0]
            then = "" if reason else moved.then(float(left))
            yield {"assumption": assumption, "value": value, "verdict_then": then, "reason": reason}

    def _at_random(self, place: int) -> float | None:
        """Return the response's part of the codes of a question; None where they are not known."""
        asked = self.waves.question(str(self.frame["question"].iloc[place]))
        if asked is None or asked.scale is None or asked.type == "multiple":
            return None
        inside = [c.code for c in asked.missing_codes if c.in_base]
        codes = [*(c.code for c in asked.scale.codes), *inside]
        return len(set(self._counting(place)[1]) & set(codes)) / len(codes)

    # --- selection -------------------------------------------------------------------------------

    def _selected(self, moved: _Moved, place: int, why: str) -> Iterator[dict[str, Any]]:
        later, share = moved.change.later, selected_share(moved.change)
        reason = why or (NONE if np.isnan(share) or not 0 < later.share < 1 else "")
        if reason:
            yield from ({"assumption": name, "reason": reason} for name in (RATIO, RHO))
            return
        then, factor = moved.then(share), self._factor(place, moved)
        ratio = participation_ratio(later.share, share)
        yield {"assumption": RATIO, "value": ratio, "verdict_then": then}
        if factor is None:
            yield {"assumption": RHO, "reason": NO_POPULATION}
        else:
            rho = meng_rho(later.share - share, float(np.sqrt(share * (1 - share))), factor)
            yield {"assumption": RHO, "value": rho, "verdict_then": then}

    def _factor(self, place: int, moved: _Moved) -> float | None:
        """Return Meng's factor of a base in one wave; None where no population is named."""
        wave, size = moved.wave, self._size(moved.wave)
        if size is None:
            return None
        index = self.waves.wave_ids.index(wave)
        weights = self.waves.waves[index].weights
        inside = weights[self._base(place, moved, index) & (weights > 0)]
        represented = size * inside.sum() / weights.sum()
        if not 0 < len(inside) <= represented:
            raise ComparisonError(
                Said(
                    "trends-wave-a-population-of-is-smaller-than-its", wave=wave, size=f"{size:g}"
                ),
            )
        fraction = self._told(len(inside)) / represented
        return meng_factor(fraction, float(inside.var() / inside.mean() ** 2))

    def _size(self, wave: str) -> float | None:
        if isinstance(self.population, Mapping):
            given = self.population.get(wave)
            return None if given is None else float(given)
        if self.population is not None:
            return float(self.population)
        return named_population(self.survey, wave, self.waves.waves[0].part)

    def _base(self, place: int, moved: _Moved, index: int) -> BoolArray:
        """Return who of a wave is in the base of a row, as a mask."""
        pairs = self.made.pairs
        row = (pairs.later if moved.sign > 0 else pairs.earlier)[[place]]
        member: BoolArray = source_of(pairs.estimates).scores(row, index).member[:, 0]
        return member

    # --- don't knows -----------------------------------------------------------------------------

    def _shared(self, place: int, base: Mapping[str, str], change: ShareChange) -> dict[str, Any]:
        questions = self._with_unknown(base["question"])
        if isinstance(questions, str):
            return {"reason": questions}
        shared = self._changes(questions, place, base, change)
        if shared is None:
            return {"reason": NO_DONT_KNOW}
        sign = 1.0 if base["verdict"] in RISES else -1.0 if base["verdict"] in FALLS else 0.0
        low, high = standing(shared, sign, change.critical_p, change.later.share)
        stands = bool(low == 0 and high == 1)
        reason = NONE if np.isnan(low) else ""
        return {"low": low, "high": high, "stands": stands, "reason": reason}

    def _with_unknown(self, name: str) -> Stack | str:
        """Return the waves with a question's “don't know” in its base, or why they have none."""
        if name not in self._unknown:
            question = self.waves.question(name)
            self._unknown[name] = NO_DONT_KNOW
            if question is not None and question.type != "multiple" and _unknown(question):
                self._unknown[name] = self._inside(question)
        return self._unknown[name]

    def _inside(self, question: Question) -> Stack:
        base = other_base(question)
        if base is None or base[0] == "dont_know_out":
            result: Stack = self.waves
            return result
        changed = [with_question(wave, base[1]) for wave in self.waves.waves]
        return stack(changed, overlap=self.waves.overlap)

    @pinned
    def _changes(
        self, waves: Stack, place: int, base: Mapping[str, str], change: ShareChange
    ) -> SharedBase | None:
        """Return the changes of a response and of “don't know”; None where nobody said it."""
        question = waves.question(base["question"])
        assert question is not None
        nets = {"net": self._counting(place)[1], "dk": _unknown(question)}
        by = None if base["breakdown"] == TOTAL else [base["breakdown"]]
        shares = proportion(waves, question.id, net=nets, by=by)
        frame = shares.frame
        keys = {"breakdown": base["breakdown"], "group": base["group"]}
        rows = [
            shares.rows(wave=wave, response=name, **keys)
            for wave in (self.later, self.earlier)
            for name in ("net", "dk")
        ]
        if any(len(r) != 1 for r in rows):
            return None
        places = np.concatenate(rows)
        values = frame["estimate"].to_numpy(float)[places]
        if not (values[[1, 3]] > 0).any():
            return None
        turn = np.array([[1.0, 0.0, -1.0, 0.0], [0.0, 1.0, 0.0, -1.0]])
        covariance = turn @ shares.cov(places) @ turn.T
        if self._step is not None:
            covariance *= (change.std_error**2 - change.extra) / self._sampled[place][0]
        covariance[0, 0] += change.extra
        moved = turn @ values - np.array([change.offset, 0.0])
        return SharedBase(moved, covariance, source_of(shares).degrees(places))


def _unknown(question: Question) -> list[str]:
    return [c.code for c in question.missing_codes if c.kind == DONT_KNOW]


def _side(pairs: Pairs, name: str) -> WaveShare:
    values = (pairs.column(c, name)[0] for c in ("estimate", "std_error", "n_base", "n_eff"))
    share, error, n, n_eff = (float(v) for v in values)
    return WaveShare(share, error**2, n, n_eff if np.isfinite(n_eff) else 0.0)


def named_population(survey: Survey | None, wave: str, part: str) -> float | None:
    """Return the size of a part's population, where its targets are counts; else None."""
    if survey is None or wave not in survey.waves:
        return None
    rule = survey.part(wave, part).weighting
    if rule is None or not rule.margins:
        return None
    margin = survey.targets(wave, part).margins[0]
    population = sum_of(margin.id, margin.cells)
    return None if population.is_share else margin.total
