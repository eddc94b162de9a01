"""What a reader knows of the survey itself: its questions, codes, groups, and who was asked what.

Every question becomes one variable or, where several answers may be given, one variable an answer.
A variable takes exactly one code for each respondent; codes that stand for the absence of an answer
are codes too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

OUT = "(no answer)"
"""The code of all that is left out of a base: refused, skipped, and whatever has no code."""
NOT_ASKED = "(not asked)"
YES, NO = "(yes)", "(no)"
Codes = frozenset[str]
Within = tuple[tuple[str, Codes], ...]
"""Who is meant: a variable and the codes that it may take, for each variable; sorted by name."""


@dataclass(frozen=True)
class Variable:
    """One thing that is known of each respondent, once and with one code."""

    name: str
    question: str
    codes: tuple[str, ...]
    answered: Codes
    sensitive: bool
    scores: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Response:
    """What a figure counts: codes of a variable, less others; or the mean of its scores."""

    variable: str
    codes: Codes
    less: Codes = frozenset()
    mean: bool = False


@dataclass(frozen=True)
class Routing:
    """Who is asked: those whose answer to another question is among some codes.

    Attributes
    ----------
    every, some
        Instead of a question: conditions that all hold, or of which one does.
    """

    question: str
    codes: Codes
    every: tuple[Routing, ...] = ()
    some: tuple[Routing, ...] = ()

    @property
    def read(self) -> tuple[Routing, ...]:
        """The conditions on one question that this one is made of."""
        if self.question:
            return (self,)
        return tuple(one for part in (*self.every, *self.some) for one in part.read)

    def opens(self, of: Mapping[str, Codes]) -> bool | None:
        """Whether some answers lead to the question; None where they do not say."""
        if self.question:
            return of[self.question] <= self.codes if self.question in of else None
        said = [part.opens(of) for part in (*self.every, *self.some)]
        decisive = bool(self.some)
        if decisive in said:
            return decisive
        return None if None in said else not decisive


@dataclass
class Questionnaire:
    """A survey's definition, as far as a reader needs it.

    Attributes
    ----------
    responses
        For each question, its responses by their id: codes, groupings, the mean.
    groups
        For each breakdown, its groups: the variable and the codes that make each.
    known_of_all
        Questions without a code for the absence of an answer: the half of a split sample.
    can_be_silent
        Questions that some may have been asked without an answer that counts.
    headline
        The response of each question that is told first.
    labels
        Texts of questions, responses, breakdowns and groups, to find them in pages and workbooks.
    """

    folder: Path
    survey: dict[str, Any]
    variables: dict[str, Variable] = field(default_factory=dict)
    responses: dict[str, dict[str, Response]] = field(default_factory=dict)
    groups: dict[str, dict[str, tuple[str, Codes]]] = field(default_factory=dict)
    routing: dict[str, Routing] = field(default_factory=dict)
    labels: dict[tuple[str, ...], set[str]] = field(default_factory=dict)
    waves: dict[str, dict[str, Any]] = field(default_factory=dict)
    known_of_all: set[str] = field(default_factory=set)
    can_be_silent: set[str] = field(default_factory=set)
    headline: dict[str, str] = field(default_factory=dict)
    _index: dict[tuple[tuple[str, ...], str], list[str]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return str(self.survey["id"])

    @property
    def smallest_group(self) -> int:
        return int((self.survey.get("confidentiality") or {}).get("minimum_group", 10))

    @property
    def smallest_sensitive(self) -> int:
        return int((self.survey.get("confidentiality") or {}).get("sensitive_cell", 5))

    @property
    def rounding(self) -> int:
        """To what bases are rounded; 0 where they are not."""
        said = (self.survey.get("confidentiality") or {}).get("rounding")
        return int(said.get("bases", 5)) if said else 0

    def unweighted(self, wave: str, part: str) -> bool:
        """Whether every respondent of a part counts for one."""
        of = self.waves.get(wave, {}).get("parts", {}).get(part, {})
        if of.get("sample_type") in ("open", "minipublic") or of.get("weights") == "none":
            return True
        method = (of.get("weighting") or {}).get("method")
        return method in (None, "none") and not (of.get("design") or {}).get("weight")

    def drawn_one_by_one(self, wave: str, part: str) -> bool:
        """Whether nobody was drawn with others, nor in strata."""
        of = self.waves.get(wave, {}).get("parts", {}).get(part, {})
        return not set(of.get("design") or {}) - {"id", "weight"}

    def size(self, wave: str, part: str) -> int | None:
        n = self.waves.get(wave, {}).get("parts", {}).get(part, {}).get("n")
        return int(n) if n else None

    def found(self, kind: tuple[str, ...], text: str) -> list[str]:
        """Return the ids that carry a text, among those of a kind (``("breakdown",)``...)."""
        if not self._index:
            for key, texts in self.labels.items():
                for label in texts:
                    self._index.setdefault((key[:-1], label), []).append(key[-1])
        return self._index.get((kind, plain(text)), [])


def plain(text: str) -> str:
    """Return a text without what printing may change: spaces, quotes, case."""
    text = text.replace("’", "'").replace("\N{NO-BREAK SPACE}", " ").replace("\u202f", " ")
    return " ".join(text.split()).casefold()


def read_questionnaire(folder: Path) -> Questionnaire:
    """Read the YAML files of a survey's folder."""
    survey = _yaml(folder / "survey.yaml")
    asked = _yaml(folder / "questionnaire.yaml")
    made = Questionnaire(folder, survey)
    scales = asked.get("scales") or {}
    for name, question in (asked.get("questions") or {}).items():
        _question(made, str(name), question, scales)
    for name, breakdown in (survey.get("breakdowns") or {}).items():
        _breakdown(made, str(name), breakdown)
    for path in sorted((folder / "waves").glob("*.yaml")):
        made.waves[path.stem] = _yaml(path)
    _cut_numbers(made)
    return made


def _yaml(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8")) or {}


def _texts(given: Any) -> set[str]:
    """Return every text of a label, whatever its languages and modes."""
    if isinstance(given, str):
        return {plain(given)}
    if isinstance(given, Mapping):
        return set().union(*(_texts(value) for value in given.values())) if given else set()
    return set()


def _label(of: Any) -> Any:
    return of.get("label", of) if isinstance(of, Mapping) else of


def _question(made: Questionnaire, name: str, question: dict[str, Any], scales: Any) -> None:
    scale = question.get("scale") or {}
    scale = scales.get(scale, {}) if isinstance(scale, str) else scale
    made.labels["question", name] = _texts(question.get("label"))
    made.labels["wording", name] = _texts(question.get("wording"))
    if net := question.get("headline_net"):
        made.headline[name] = str(net)
    if base := question.get("base"):
        made.routing[name] = _routing(base)
    codes, scores = _codes(made, name, scale)
    nets = {**(scale.get("nets") or {}), **(question.get("nets") or {})}
    in_base = []
    for code, missing in (scale.get("missing") or {}).items():
        if missing.get("kind") != "not_asked" and not missing.get("in_base"):
            made.can_be_silent.add(name)
        if missing.get("in_base"):
            in_base.append(str(code))
            made.labels["response", name, str(code)] = _texts(missing.get("label"))
    for net, of in nets.items():
        made.labels["response", name, str(net)] = _texts(of.get("label"))
    if codes and not scale.get("missing") and name not in made.routing:
        made.known_of_all.add(name)
    sensitive = bool(question.get("sensitive"))
    if question.get("type") == "multiple":
        _options(made, name, codes, nets, sensitive)
        return
    answered = frozenset([*codes, *in_base])
    made.variables[name] = Variable(
        name, name, (*codes, *in_base, NOT_ASKED, OUT), answered, sensitive, scores
    )
    of = made.responses[name] = {code: Response(name, frozenset([code])) for code in answered}
    for net, what in nets.items():
        of[str(net)] = Response(
            name,
            frozenset(map(str, what.get("codes") or ())),
            frozenset(map(str, what.get("minus") or ())),
        )
    if scores:
        of["mean"] = Response(name, frozenset(scores), mean=True)
        made.labels["response", name, "mean"] = {"mean", "moyenne"}


def _routing(base: Mapping[str, Any]) -> Routing:
    if "question" in base:
        return Routing(str(base["question"]), frozenset(map(str, base["codes"])))
    every, some = (tuple(map(_routing, base.get(kind) or ())) for kind in ("all", "any"))
    return Routing("", frozenset(), every, some)


def _codes(
    made: Questionnaire, name: str, scale: Mapping[str, Any]
) -> tuple[list[str], dict[str, float]]:
    if points := scale.get("points"):
        lowest, highest = points
        codes = [str(point) for point in range(lowest, highest + 1)]
        ends = scale.get("ends") or [{}, {}]
        for code in codes:
            texts = {code}
            for end, at in zip(ends, (lowest, highest), strict=False):
                if code == str(at):
                    texts |= {f"{code} – {text}" for text in _texts(end)}
            made.labels["response", name, code] = texts
        return codes, {code: float(code) for code in codes}
    scores = {}
    for code, label in (scale.get("codes") or {}).items():
        made.labels["response", name, str(code)] = _texts(_label(label))
        if isinstance(label, Mapping) and "score" in label:
            scores[str(code)] = float(label["score"])
    return [str(code) for code in scale.get("codes") or {}], scores


def _options(
    made: Questionnaire, name: str, codes: list[str], nets: Mapping[str, Any], sensitive: bool
) -> None:
    """Make a yes or no of each answer, and of each grouping, of a question with several answers."""
    of = made.responses[name] = {}
    for response in [*codes, *map(str, nets)]:
        variable = f"{name}.{response}"
        made.variables[variable] = Variable(
            variable, name, (YES, NO, NOT_ASKED, OUT), frozenset([YES, NO]), sensitive
        )
        of[response] = Response(variable, frozenset([YES]))


def _breakdown(made: Questionnaire, name: str, breakdown: dict[str, Any]) -> None:
    question = str(breakdown["question"])
    made.labels["breakdown", name] = _texts(breakdown.get("label"))
    groups = made.groups[name] = {}
    if listed := breakdown.get("groups"):
        for group, of in listed.items():
            made.labels["group", name, str(group)] = _texts(_label(of))
            codes = of.get("codes")
            if codes is None:
                codes = [f"{of.get('min', '')}..{of.get('max', '')}"]
            groups[str(group)] = (question, frozenset(map(str, codes)))
        return
    for code in made.responses.get(question, {}):
        if made.responses[question][code].codes == {code}:
            groups[code] = (question, frozenset([code]))
            made.labels["group", name, code] = made.labels.get(("response", question, code), set())


def _cut_numbers(made: Questionnaire) -> None:
    """Make codes of the ranges into which breakdowns cut a number: the finest that all share."""
    for name, variable in list(made.variables.items()):
        ranges = {
            code: _range(code)
            for of in made.groups.values()
            for question, codes in of.values()
            if question == name
            for code in codes
            if _RANGE.fullmatch(code)
        }
        if variable.answered or not ranges:
            continue
        starts = sorted(
            {low for low, _ in ranges.values()}
            | {high + 1 for _, high in ranges.values() if high < _NO_END}
        )
        made.variables[name] = Variable(
            name,
            name,
            (*map(str, starts), NOT_ASKED, OUT),
            frozenset(map(str, starts)),
            variable.sensitive,
        )
        for groups in made.groups.values():
            for group, (question, codes) in groups.items():
                if question == name and (within := ranges.get(next(iter(codes)))):
                    inside = {str(start) for start in starts if within[0] <= start <= within[1]}
                    groups[group] = (name, frozenset(inside))


_RANGE = re.compile(r"(\d*)\.\.(\d*)")
_NO_END = 10**6


def _range(code: str) -> tuple[int, int]:
    low, high = code.split("..")
    return int(low or 0), int(high or _NO_END)
