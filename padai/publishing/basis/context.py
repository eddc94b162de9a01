"""What every exhibit works with: the store's numbers, one language, and the words allowed."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from padai.publishing.basis.flags import CAUTIONS, WITHHELD
from padai.publishing.basis.foreign import foreign_texts
from padai.publishing.basis.lookup import MAIN, TOTAL, Cell, Lookup
from padai.publishing.basis.numbers import NBSP, Kind, Numbers
from padai.publishing.basis.sentences import colon_of, definite
from padai.publishing.basis.vocabulary import (
    SYNTHETIC,
    UNREVIEWED,
    Vocabulary,
    mode_words,
    status_words,
    vocabulary,
)
from padai.store import Store, outside
from padai.survey import Breakdown, Condition, Part, Question, Text
from padai.survey.kinds import SampleType
from padai.words import LANGUAGES, Said, in_a_row, spoken
from padai.words.languages import capital_after_colon, prevailing


@dataclass(frozen=True)
class Context:
    """A store seen in one language.

    Attributes
    ----------
    store
        The open release store.
    lang
        The tag of one of the survey's languages.
    drawn
        Whether figures are drawn; a document of tables alone has none.
    """

    store: Store
    lang: str
    drawn: bool = True
    _labels: dict[str, int] = field(default_factory=dict, repr=False)
    _known: dict[str, Mapping[str, str]] = field(default_factory=dict, repr=False)
    _short: Mapping[str, str] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        # whatever is written of a store is at its printed precision
        object.__setattr__(self, "store", outside(self.store))

    @cached_property
    def numbers(self) -> Numbers:
        """The number formats."""
        return Numbers(self.lang)

    @cached_property
    def lookup(self) -> Lookup:
        """The store's tables, indexed."""
        return Lookup(self.store)

    @property
    def capital_after_colon(self) -> bool:
        """Whether a text keeps its capital after a colon, as it does in English."""
        return capital_after_colon(self.lang)

    @property
    def level(self) -> str:
        """The confidence level, written."""
        return self.numbers.share(float(self.store.facts.get("level", 0.95)), digits=0)

    def say(self, message: str | Said, en: str | None = None, /, **facts: object) -> str:
        """Return a message; two texts, French first, stand for one too."""
        return spoken(self.lang, message, en, facts)

    def text(self, text: Text | None) -> str:
        """Return a definition's text in the language."""
        return text.get(self.lang) if text else ""

    def colon(self, before: str, after: str) -> str:
        """Join by a colon as the language spaces it."""
        return f"{before}{colon_of(self.lang)}{after}".rstrip(" ")

    def of(self, texts: object) -> str:
        """Return the language's text of a mapping that the store holds, else the first it has."""
        if not isinstance(texts, Mapping):
            return str(texts or "")
        languages = (self.lang, *self.store.survey.languages, *LANGUAGES)
        written = (texts.get(lang) for lang in languages)
        return str(next((text for text in written if text), ""))

    # --- who and when ----------------------------------------------------------------------

    def part(self, part: str = MAIN) -> Part:
        """Return the declaration of a part of this wave."""
        return self.store.survey.part(self.store.wave, part)

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of this wave, the first one first."""
        return tuple(self.store.survey.wave(self.store.wave).parts)

    def words(self, part: str = MAIN) -> Vocabulary:
        """Return the words that the part's sample type allows."""
        declared = self.part(part)
        confirmed = declared.confirmed("sample_type")
        kind: SampleType | Literal["untold"] = declared.sample_type if confirmed else "untold"
        return vocabulary(kind, self.lang, self.level, declared.weights)

    def wave_label(self, wave: str) -> str:
        """Return the label of a wave."""
        return self.text(self.store.survey.wave(wave).label)

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
        survey = self.store.survey
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
        waves = {w: self.store.survey.wave(w) for w in self.store.survey.waves}
        if not all(d.fieldwork.known for d in waves.values()):
            return {}
        months = {w: self.numbers.month(d.date) for w, d in waves.items()}
        return months if len(set(months.values())) == len(months) else {}

    @property
    def marks(self) -> tuple[str, ...]:
        """What every page, picture and sheet must say: synthetic, status, sample type."""
        release = self.store.release
        from datetime import date

        when = self.numbers.date(date.fromisoformat(str(release["publish_on"])))
        banners = dict.fromkeys(self.words(p).banner for p in self.parts)
        status = UNREVIEWED if self.unreviewed else str(release["status"])
        marks = [
            SYNTHETIC[self.lang] if self.store.survey.synthetic else "",
            status_words(status, self.lang, when),
            *banners,
        ]
        return tuple(m for m in marks if m)

    @property
    def unreviewed(self) -> bool:
        """Whether this is the draft of an unfinished definition, beside which nothing else lies."""
        return bool(self.store.release.get("unreviewed"))

    @cached_property
    def foreign(self) -> bool:
        """Whether texts of the definition are in other languages than this one alone."""
        return bool(foreign_texts(self.store.survey, self.lang))

    @property
    def prevailing(self) -> str:
        """The language that prevails over this one: the survey's first; none where it is this."""
        return prevailing(self.lang, self.store.survey.languages[0])

    def prevails(self, ident: str) -> str:
        """Say which language prevails, by a message; nothing where it is this one."""
        if not self.prevailing:
            return ""
        return self.say(ident, language=self.numbers.language(self.prevailing))

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

    def counts_only(self, part: str = MAIN) -> bool:
        """Whether a share is written as people out of people: a panel of fewer than 50."""
        if self.part(part).sample_type != "minipublic":
            return False
        size = self.store.facts["sizes"][part][self.store.wave]["n"]
        return int(size) < 50

    # --- questions -------------------------------------------------------------------------

    def question(self, question: str) -> Question:
        """Return a question of the survey."""
        return self.store.survey.question(question)

    def label(self, question: str) -> str:
        """Return the short name of a question."""
        return self._short.get(question) or self.text(self.question(question).label)

    def shortened(self, questions: Sequence[str]) -> Context:
        """Return this context with the names of questions cut by what they all start with.

        Names such as "Trust: schools" and "Trust: police" stand under a title that says "trust".
        """
        names = {q: self.text(self.question(q).label) for q in questions}
        parted = {q: re.split(r"\s*:\s+", name, maxsplit=1) for q, name in names.items()}
        starts = {pair[0] for pair in parted.values() if len(pair) == 2}
        if len(names) < 2 or len(starts) != 1 or any(len(p) != 2 for p in parted.values()):
            return self
        short = {q: pair[1][:1].upper() + pair[1][1:] for q, pair in parted.items()}
        cut = replace(self, _short=short)
        cut.__dict__["lookup"] = self.lookup  # indexed once for all
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
            groups = self.store.survey.breakdown(breakdown).groups
            self._known[breakdown] = {g.id: self.text(g.label) for g in groups}
        return self._known[breakdown]

    @cached_property
    def _breakdowns(self) -> Mapping[str, Breakdown]:
        return {b.id: b for b in self.store.survey.breakdowns}

    def breakdown(self, breakdown: str) -> str:
        """Return the label of a breakdown."""
        if breakdown == TOTAL:
            return self.say("publishing-all")
        names = (self.text(self._breakdowns[b].label) for b in breakdown.split("*"))
        return " × ".join(names)

    def groups(self, breakdown: str) -> tuple[str, ...]:
        """Return the ids of the groups of a breakdown."""
        return tuple(self._groups(breakdown))

    # --- figures ---------------------------------------------------------------------------

    def value(self, cell: Cell, *, sign: bool = True) -> str:
        """Write an estimate with its flags, or why it is not shown."""
        if not cell.shown:
            return self.withheld(cell)
        kind = self.kind(cell.question, cell.response)
        if kind == "share" and self.counts_only(cell.part):
            size = round(cell.n_base)
            return f"{round(cell.estimate * size)}{self.say('publishing-out-of')}{size}"
        text = self.numbers.level(cell.estimate, kind, sign=sign)
        marks = [f for f in cell.flag.split() if f in CAUTIONS]
        return text + (f"{NBSP}{' '.join(marks)}" if marks else "")

    def withheld(self, cell: Cell) -> str:
        """Write why an estimate is not shown."""
        for flag in cell.flag.split():
            if flag in WITHHELD:
                return WITHHELD[flag][self.lang]
        return "–"

    def interval(self, cell: Cell, *, sign: bool = True) -> str:
        """Write the interval of an estimate, where its sample type has one."""
        if not (cell.shown and cell.has_interval and self.words(cell.part).has_intervals):
            return "–"
        kind = self.kind(cell.question, cell.response)
        return self.numbers.range(cell.conf_low, cell.conf_high, kind, sign=sign)

    def base(self, cells: Sequence[Cell | None]) -> str:
        """Write the unweighted base of an exhibit: one number, or the range of several."""
        known = [c for c in cells if c is not None]
        sizes = sorted({int(c.n_base) for c in known if math.isfinite(c.n_base)})
        if not sizes:
            return "x" if known else "–"
        if sizes[0] == sizes[-1]:
            return self.numbers.count(sizes[0])
        low, high = self.numbers.count(sizes[0]), self.numbers.count(sizes[-1])
        return self.say("publishing-to-9ad7", low=low, high=high)

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

    def size(self, cells: Sequence[Cell | None]) -> str:
        """Write the unweighted base as a caption has it, on one line."""
        return f"n = {self.base(cells)}".replace(" ", NBSP)

    def sample_note(
        self, cells: Sequence[Cell | None], part: str = MAIN, *, lines: bool = True
    ) -> str:
        """Write what stands under a chart: base, interval, and the sample's own caution.

        `lines` says whether the chart draws intervals as lines.
        """
        words = self.words(part)
        base = self.base_words(list(dict.fromkeys(c.question for c in cells if c is not None)))
        sentences = [self.say("publishing-base-unweighted-n", base=base)]
        if lines and words.has_intervals and any(c is not None and c.has_interval for c in cells):
            sentences.append(self.say("publishing-lines", interval=words.interval))
        return in_a_row(*sentences, words.under)

    def new_label(self, prefix: str, stem: str) -> str:
        """Return a label for cross references that no other exhibit of the report has."""
        clean = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "x"
        key = f"{prefix}-{clean}"
        self._labels[key] = self._labels.get(key, 0) + 1
        count = self._labels[key]
        return key if count == 1 else f"{key}-{count}"
