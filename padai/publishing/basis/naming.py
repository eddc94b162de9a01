"""The names of a survey in one language: waves, parts, questions, answers and groups."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product
from typing import Literal, Self

from padai.publishing.basis.foreign import foreign_texts
from padai.publishing.basis.lookup import MAIN, TOTAL
from padai.publishing.basis.numbers import Kind
from padai.publishing.basis.sentences import definite
from padai.publishing.basis.speech import Speech
from padai.publishing.basis.vocabulary import Vocabulary, mode_words, vocabulary
from padai.survey import Breakdown, Condition, Part, Question, Survey
from padai.survey.kinds import SampleType
from padai.words import in_a_row


@dataclass(frozen=True)
class Naming(Speech):
    """A wave of a survey as one language names it; it knows no figure.

    Attributes
    ----------
    survey
        The definition.
    wave
        The wave that a document is about.
    confidence
        The confidence level of its intervals.
    """

    survey: Survey = field(kw_only=True)
    wave: str = field(kw_only=True)
    confidence: float = field(default=0.95, kw_only=True)
    _known: dict[str, Mapping[str, str]] = field(default_factory=dict, repr=False)
    _short: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def level(self) -> str:
        """The confidence level, written."""
        return self.numbers.share(self.confidence, digits=0)

    def part(self, part: str = MAIN) -> Part:
        """Return the declaration of a part of this wave."""
        return self.survey.part(self.wave, part)

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of this wave, the first one first."""
        return tuple(self.survey.wave(self.wave).parts)

    def words(self, part: str = MAIN) -> Vocabulary:
        """Return the words of a part; beside weighted ones, an unweighted part says so under all.

        A chart of one part stands beside those of the others, and is passed on alone.
        """
        words = self.sample_words(part)
        others = self.survey.wave(self.wave).parts.values()
        if self.part(part).weights != "none" or all(p.weights == "none" for p in others):
            return words
        return replace(words, under=in_a_row(words.under, self.say("publishing-unweighted-part")))

    def sample_words(self, part: str = MAIN) -> Vocabulary:
        """Return the words that the part's sample type allows."""
        declared = self.part(part)
        confirmed = declared.confirmed("sample_type")
        kind: SampleType | Literal["untold"] = declared.sample_type if confirmed else "untold"
        return vocabulary(kind, self.lang, self.level, declared.weights)

    # --- waves -----------------------------------------------------------------------------

    def wave_label(self, wave: str) -> str:
        """Return the label of a wave."""
        return self.text(self.survey.wave(wave).label)

    def the_wave(self, wave: str) -> str:
        """Return the label of a wave with its article."""
        return definite(self.wave_label(wave), self.lang)

    def since(self, wave: str) -> str:
        """Return a wave as it stands after "depuis" or "since": its time, else its name.

        A label that is a year, or months and a year, says when by itself; "since the edition of"
        before it made a title of two such waves longer than what it tells.
        """
        label = self.wave_label(wave)
        if re.fullmatch(r"\d{4}", label):
            return label
        return self.numbers.months_of(label) or self.edition(wave)

    def edition(self, wave: str) -> str:
        """Return a wave as it stands after a preposition such as "de" or "of"."""
        return wave if re.fullmatch(r"\d{4}", wave) else self.the_wave(wave)

    def time(self, wave: str) -> float:
        """Return where a wave stands on an axis, in years; in turn, where dates are not known."""
        survey = self.survey
        if not all(survey.wave(w).fieldwork.known for w in survey.waves):
            return float(survey.waves.index(wave))
        return self.time_of(survey.wave(wave).date)

    @staticmethod
    def time_of(day: dt.date) -> float:
        """Return where a day stands on an axis, in years."""
        return day.year + (day.timetuple().tm_yday - 1) / 365.25

    def wave_short(self, wave: str) -> str:
        """Return the short name of a wave, for an axis or a column: its id, where that says a year.

        A number that a house gives its waves ("67") tells a reader nothing: the month does,
        where all waves have one of their own.
        """
        return wave if re.search(r"\d{4}", wave) else self._months.get(wave, wave)

    @cached_property
    def _months(self) -> dict[str, str]:
        waves = {w: self.survey.wave(w) for w in self.survey.waves}
        if not all(d.fieldwork.known for d in waves.values()):
            return {}
        months = {w: self.numbers.month(d.date) for w, d in waves.items()}
        return months if len(set(months.values())) == len(months) else {}

    def mode(self, part: str = MAIN) -> str:
        """Name the mode of a part's interviews."""
        declared = self.part(part)
        if not declared.confirmed("mode"):
            return self.say("publishing-not-supplied")
        return mode_words(declared.mode, self.lang)

    @property
    def explored(self) -> tuple[str, ...]:
        """The parts that the explorer shows: those whose sample type has intervals and trends."""
        return tuple(p for p in self.parts if self.words(p).has_intervals)

    @cached_property
    def foreign(self) -> bool:
        """Whether texts of the definition are in other languages than this one alone."""
        return bool(foreign_texts(self.survey, self.lang))

    # --- questions -------------------------------------------------------------------------

    def question(self, question: str) -> Question:
        """Return a question of the survey."""
        return self.survey.question(question)

    def label(self, question: str) -> str:
        """Return the short name of a question."""
        return self._short.get(question) or self.text(self.question(question).label)

    def shortened(self, questions: Sequence[str]) -> Self:
        """Return this with the names of questions cut by what they all start with.

        Names such as "Trust: schools" and "Trust: police" stand under a title that says "trust".
        """
        names = {q: self.text(self.question(q).label) for q in questions}
        parted = {q: re.split(r"\s*:\s+", name, maxsplit=1) for q, name in names.items()}
        starts = {pair[0] for pair in parted.values() if len(pair) == 2}
        if len(names) < 2 or len(starts) != 1 or any(len(p) != 2 for p in parted.values()):
            return self
        cut = copy(self)
        short = {q: pair[1][:1].upper() + pair[1][1:] for q, pair in parted.items()}
        object.__setattr__(cut, "_short", short)
        return cut

    def response(self, question: str, response: str) -> str:
        """Return the text of a code or net, or the name of a statistic."""
        if response == "mean":
            return self.say("publishing-mean-572e")
        return self.question(question).response_label(response, self.lang)

    def headline(self, question: str, net: str | None = None) -> str:
        """Return the response that is followed: the one asked for, else the question's own.

        Where the question names none: its first net, else its mean if it has scores, else its
        first code.
        """
        asked = self.question(question)
        if net:
            return net
        if asked.headline_net:
            return asked.headline_net
        if asked.type == "rating" and asked.scores:
            return "mean"
        nets = [n.id for n in asked.all_nets if not n.is_balance]
        return (nets or list(asked.codes) or ["mean"])[0]

    def kind(self, question: str, response: str) -> Kind:
        """Say what an estimate is: a share, a balance or a mean."""
        if response == "mean":
            return "mean"
        net = self.question(question).net(response)
        return "balance" if net is not None and net.is_balance else "share"

    def group(self, breakdown: str, group: str) -> str:
        """Return the label of a group; crossed groups are joined by a comma."""
        if breakdown == TOTAL:
            return self.say("publishing-all")
        pairs = zip(breakdown.split("*"), group.split("*"), strict=True)
        return ", ".join(self._group(b, g) for b, g in pairs)

    def _group(self, breakdown: str, group: str) -> str:
        return self._groups(breakdown).get(group, group)

    def _groups(self, breakdown: str) -> Mapping[str, str]:
        """Return the labels of a breakdown's groups, looked up once."""
        if breakdown not in self._known:
            groups = self.survey.breakdown(breakdown).groups
            self._known[breakdown] = {g.id: self.text(g.label) for g in groups}
        return self._known[breakdown]

    @cached_property
    def _breakdowns(self) -> Mapping[str, Breakdown]:
        return {b.id: b for b in self.survey.breakdowns}

    def breakdown(self, breakdown: str) -> str:
        """Return the label of a breakdown."""
        if breakdown == TOTAL:
            return self.say("publishing-all")
        names = (self.text(self._breakdowns[b].label) for b in breakdown.split("*"))
        return " × ".join(names)

    def groups(self, breakdown: str) -> tuple[str, ...]:
        """Return the ids of the groups of a breakdown; of a crossed one, every pair of groups."""
        return tuple("*".join(of) for of in product(*map(self._groups, breakdown.split("*"))))

    def base_words(self, questions: Sequence[str]) -> str:
        """Say to whom questions were put: one base in words, where they have only one."""
        bases = {self._base_words(self.question(q)) for q in questions}
        if len(bases) == 1:
            return bases.pop()
        return self.say("publishing-people-who-were-asked-the-question")

    def _base_words(self, question: Question) -> str:
        if question.base_label:
            return self.text(question.base_label).rstrip(".")
        if question.base:
            return self.condition_words(question.base)
        return self.say("publishing-all-respondents")

    def condition_words(self, condition: Condition) -> str:
        """Say in words to whom a question is put."""
        if condition.question:
            asked = self.question(condition.question)
            answers = ", ".join(asked.response_label(c, self.lang) for c in condition.codes)
            name = self.label(asked.id)
            return self.say("publishing-name-answers", name=name, answers=answers)
        word = self.say("publishing-and") if condition.all else self.say("publishing-or")
        return word.join(self.condition_words(c) for c in condition.all or condition.any)
