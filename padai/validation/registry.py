"""The one table of checks: id, severity, stage, needs, and sentences in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from padai.validation.kinds import DriftBar, Severity, Stage
from padai.validation.wording import marked, percent
from padai.words import Both, ByLanguage, Number, Said, Typeset, catalogue

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from padai.validation.context import CheckContext


@dataclass(frozen=True)
class Share:
    """A proportion, 0 to 1, that sentences write as a percentage in their language."""

    value: float


@dataclass(frozen=True)
class PercentagePoints:
    """A difference of proportions that sentences write in percentage points."""

    value: float


@dataclass(frozen=True)
class MeasuredFact:
    """A number that sentences write with three significant digits, or as many as are given."""

    value: float
    digits: int = 3


@dataclass(frozen=True)
class PValue:
    """A p-value that sentences write as equal to a value, or as under 0.001."""

    value: float


@dataclass(frozen=True)
class Answer:
    """An answer or group, by its text in each language and, where that says more, its code."""

    labels: Mapping[str, str]
    code: str


Fact = str | int | Share | PercentagePoints | MeasuredFact | PValue | Answer


@dataclass(frozen=True)
class Hit:
    """What a check saw in one column: how many rows, which ones, and what its sentence tells."""

    column: str
    rule: str
    count: int = 0
    rows: NDArray[Any] | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)
    picture: tuple[DriftBar, ...] = ()


def hits(
    column: str,
    rule: str,
    rows: NDArray[Any],
    facts: Mapping[str, Fact] | None = None,
    *,
    share: bool = False,
) -> Iterator[Hit]:
    """Yield what a check saw in some rows, and their share where asked; nothing in no row."""
    if rows.any():
        details = {**(facts or {}), **({"share": Share(float(rows.mean()))} if share else {})}
        yield Hit(column, rule, int(rows.sum()), rows, details)


Run = Callable[["CheckContext"], Iterator[Hit]]


@dataclass(frozen=True)
class Check:
    """A check: what it looks for, how grave it is by default, and when it can be made.

    `message` names the sentence of its findings; `sentences` shows it by language, in the plural,
    its facts in braces, as the page of the checks does. A `firm` check keeps its severity and no
    finding of it is accepted: what it finds would tell about somebody.
    """

    id: str
    severity: Severity
    stages: frozenset[Stage]
    needs: tuple[str, ...]
    titles: Mapping[str, str]
    message: str
    run: Run
    firm: bool = False

    @property
    def sentences(self) -> Mapping[str, str]:
        """The sentence in each language, before a finding fills it in."""
        return ByLanguage(self._general)

    def _general(self, lang: str) -> str:
        names = catalogue(lang).variables(self.message)
        facts = {name: f"{{{name}}}" for name in names}
        return Typeset(Said(self.message, **facts)).text(lang)


CHECKS: dict[str, Check] = {}


def check(
    check_id: str,
    severity: Severity,
    *,
    title: Said,
    sentence: str,
    needs: tuple[str, ...] = (),
    stages: tuple[Stage, ...] = ("delivered",),
    firm: bool = False,
) -> Callable[[Run], Run]:
    """Enter a function in the table of checks.

    Parameters
    ----------
    check_id
        The name that findings, definitions and documentation use.
    severity
        ``error`` stops publication; a definition may set it otherwise.
    title
        What is checked, in a few words.
    sentence
        The message that a finding is: it takes ``column``, ``count``, ``rule`` and the hit's facts.
    needs
        Names of :data:`padai.validation.context.NEEDS`; without them the check is not run.
    stages
        When the check is made: on data as delivered, once weighted, or both.
    firm
        Whether a definition can neither change its severity nor accept a finding.
    """

    def enter(run: Run) -> Run:
        if check_id in CHECKS:
            raise ValueError(f"two checks are called {check_id}")
        CHECKS[check_id] = Check(
            check_id,
            severity,
            frozenset(stages),
            needs,
            Both.of(Typeset(title)),
            sentence,
            run,
            firm,
        )
        return run

    return enter


def sentence(message: str, hit: Hit, lang: str) -> str:
    """Fill in the sentence of a finding, in the number that its counts ask for."""
    known: dict[str, str] = {"column": hit.column, "rule": hit.rule}
    facts: Mapping[str, Fact] = {"count": hit.count, **hit.facts}
    facts_written = {name: _written(fact, lang) for name, fact in facts.items()}
    return Typeset(Said(message, **known, **facts_written)).text(lang)


def _written(fact: Fact, lang: str) -> str | Number:
    if isinstance(fact, str):
        return fact
    if isinstance(fact, int):
        return Number(fact)
    if isinstance(fact, Answer):
        text = fact.labels[lang]
        quoted = Typeset(Said("validation-quoted", text=text)).text(lang)
        return quoted if text == fact.code else f"{quoted} ({fact.code})"
    if isinstance(fact, Share):
        return percent(fact.value, lang)
    if isinstance(fact, PercentagePoints):
        return marked(100 * fact.value, "+.1f", lang).replace("-", "\u2212")
    if isinstance(fact, MeasuredFact):
        return marked(fact.value, f".{fact.digits}g", lang)
    sign = "=" if fact.value >= 0.001 else "<"
    return f"{sign} {marked(max(fact.value, 0.001), '.3f', lang)}"
