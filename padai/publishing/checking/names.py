"""Which figures of a release a sentence names: questions, answers, groups, waves and parts."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, TOTAL
from padai.publishing.basis.naming import Naming
from padai.survey import Question

QUESTION, RESPONSE, GROUP, PART, OTHER = "question", "response", "group", "part", "other"
_SHORT = 3
"""Letters of an answer ("no", "oui") that is a word of its own only where it stands apart."""
_COUNTED = re.compile(r" (?:groupes|groups|resultats?|results?|resultados?)\b")
"""What follows "the other" where it is no group that is named so."""
_OTHERS = ("autre", "autres", "other", "others")
_THAN = re.compile(r"\b(?:que|qu'|than) (?:chez |among |parmi |in |dans )?(?:les |the )?$")
_MEANS = ("Moyenne", "Note moyenne", "Mean", "Average", "Mean score")
_SURE = 0.74
"""The share of a name's information that a sentence must hold to name it in other words."""


@dataclass(frozen=True)
class Meaning:
    """One thing that a label means; `kind` says which of the fields hold.

    A question may bring the answer and the group that a key result is of.
    """

    kind: str
    question: str = ""
    response: str = ""
    breakdown: str = ""
    group: str = ""


@dataclass(frozen=True)
class Mention:
    """A label in a sentence, from `start` to `end`, and all that it may mean."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]

    def of(self, kind: str) -> tuple[Meaning, ...]:
        """Return the meanings of a kind."""
        return tuple(m for m in self.meanings if m.kind == kind)


def plain(text: str) -> str:
    """Return a text in lower case, without accents, character for character.

    Examples
    --------
    >>> plain("L’été 2024 : −3,5 %")
    "l'ete 2024 : -3,5 %"
    """
    return "".join(_PLAIN.get(c) or _bare(c) for c in text)


_PLAIN = {
    **dict.fromkeys("\u00a0\u202f\u2009\u2007\t\n", " "), **dict.fromkeys("’‘ʼ`´", "'"),
    **dict.fromkeys("−–—‐‑", "-"), **dict.fromkeys("“”«»„", '"'),
}  # fmt: skip


def _bare(character: str) -> str:
    lower = unicodedata.normalize("NFKD", character)[:1].lower()
    return lower if len(lower) == 1 else character


def stems(text: str) -> list[str]:
    """Return the words of a plain text that say something, cut to their first letters."""
    return [w[:5] for w in re.findall(r"[a-z]{2,}", text) if w not in EMPTY]


_EMPTY = (
    "le la les un une des de du au aux et ou en dans pour par sur avec sans que qui quoi dont "
    "ce cet cette ces se sa son ses leur leurs on il elle ils elles est sont ete etre ont avait "
    "a y ne pas plus moins tres aussi mais donc car si comme entre chez vers depuis selon the "
    "of and or in on for by with to from at as is are was were be been has have had it its they "
    "their this that these those not no than then who which what when while among an but per "
)
EMPTY = frozenset(_EMPTY.split())
"""Words that name nothing."""


_TITLE = 3
"""Words of a title from which on it is known wherever it stands."""


class Names:
    """The labels of a release in one language.

    Parameters
    ----------
    context
        The store in that language.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        meanings_of: dict[str, list[Meaning]] = defaultdict(list)
        for text, meaning in _labels(context):
            label = plain(text).strip().strip(".:;? ")
            if label and meaning not in meanings_of[label]:
                meanings_of[label].append(meaning)
        self._named = frozenset(meanings_of)
        for text, meaning in _titles(context):
            meanings_of[plain(text).strip().strip(".:;? ")].append(meaning)
        self._labels = {label: tuple(meanings) for label, meanings in meanings_of.items()}
        self._cut = _cut(self._labels)

    @cached_property
    def _meant(self) -> dict[str, tuple[Meaning, ...]]:
        return {_key(label): meanings for label, meanings in self._labels.items()}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        ordered = sorted(self._labels, key=len, reverse=True)
        apart = {
            label
            for label, meanings in self._labels.items()
            if len(label) <= _SHORT and all(m.kind == RESPONSE for m in meanings)
        }
        return re.compile("|".join(_bounded(k, k in apart) for k in ordered) or r"(?!)")

    def mentions(self, text: str, written: str = "") -> list[Mention]:
        """Return the labels in a plain text, the longest where several begin at one place.

        Parameters
        ----------
        text
            In plain letters.
        written
            The same text as it stands: a name cut short in a list begins with a capital.
        """
        listed = [
            Mention(m.start(), m.end(), self._cut[m.group()])
            for m in self._cut_pattern.finditer(text)
            if _beside_figure(text, m) or written[m.start() : m.start() + 1].isupper()
        ]
        named = [
            Mention(m.start(), m.end(), self._meant[_key(m.group())])
            for m in self._pattern.finditer(text)
            if not re.search(r"\d $", text[: m.start()])  # "2 others" are no group
            and not _COUNTED.match(text, m.end())
            and not _rest(text, m)
        ]
        full = [f for f in named if f.of(QUESTION)]
        listed = [m for m in listed if not any(_overlap(m, f) for f in full)]
        named = [f for f in named if not any(_overlap(f, m) for m in listed)]
        return sorted([*named, *listed], key=lambda m: m.start)

    @cached_property
    def _chapters(self) -> re.Pattern[str]:
        titles = (plain(self.context.text(s.title)).strip() for s in self.context.survey.sections)
        long = (t for t in titles if len(t.split()) >= _TITLE and not re.search(r"\d", t))
        ordered = sorted(long, key=len, reverse=True)
        return re.compile("|".join(_bounded(t, False) for t in ordered) or r"(?!)")

    def chapters(self, text: str) -> list[tuple[int, int]]:
        """Return where the whole titles of chapters stand in a plain text: they claim nothing."""
        return [m.span() for m in self._chapters.finditer(text)]

    @cached_property
    def _cut_pattern(self) -> re.Pattern[str]:
        """Match a name without what its list has said already, as it stands in a list."""
        named = "|".join(re.escape(k) for k in sorted(self._cut, key=len, reverse=True)) or r"(?!)"
        return re.compile(
            rf"(?:(?<=: )|(?<=, )|(?<= et )|(?<= and )|(?<=\())(?:{named})"
            r"(?=\)| \(| et | and |[,.;]|$)"
        )

    def cut(self, text: str) -> tuple[Meaning, ...]:
        """Return the questions that a plain head of a row names without their list's first word."""
        return self._cut.get(re.sub(r" ?\([^()]*\)$", "", text.strip()).strip(" .:;"), ())

    def answered(self, text: str) -> tuple[Meaning, ...]:
        """Return the question of which a plain text is an answer; nothing where two have it.

        Nothing either where it is a group, as the answer to "which region" is.
        """
        meanings = self._labels.get(text.strip(), ())
        asked = {m.question for m in meanings if m.kind == RESPONSE}
        alone = len(asked) == 1 and all(m.kind == RESPONSE for m in meanings)
        return tuple(Meaning(QUESTION, q) for q in asked) if alone else ()

    @cached_property
    def _questions(self) -> list[tuple[frozenset[str], Meaning]]:
        return [
            (frozenset(stems(label)), m)
            for label, meanings in self._labels.items()
            for m in meanings
            if m.kind in (QUESTION, OTHER) and stems(label) and label in self._named
        ]

    @cached_property
    def _weight(self) -> dict[str, float]:
        """What a word tells: the fewer the names that hold it, the more."""
        count: dict[str, int] = defaultdict(int)
        for words, _ in self._questions:
            for word in words:
                count[word] += 1
        total = len(self._questions)
        return {w: math.log(1 + total / k) for w, k in count.items()}

    def resembling(self, text: str) -> tuple[Meaning, ...]:
        """Return the questions that a plain text names in other words: the nearest, alone.

        Nothing where two are as near, or where what is nearest is none that has figures here.
        """
        words = set(stems(text))
        scored = []
        for name, meaning in self._questions:
            if len(name) >= 2 and name & words:
                shared = sum(self._weight[w] for w in name & words)
                scored.append((shared, shared / sum(self._weight[w] for w in name), meaning))
        best = max((s for s, _, _ in scored), default=0.0)
        nearest = [(part, m) for s, part, m in scored if s > best - 1e-9]
        sure = [m for part, m in nearest if part >= _SURE]
        if len({m.question for _, m in nearest}) != 1 or not sure or sure[0].kind == OTHER:
            return ()
        return tuple(sure)

    @cached_property
    def beside(self) -> frozenset[str]:
        """The words of answers, groups and breakdowns: they name no question."""
        labels = [
            k
            for k, meanings in self._labels.items()
            if any(m.kind not in (QUESTION, OTHER) for m in meanings)
        ]
        labels += [plain(self.context.breakdown(b.id)) for b in self.context.survey.breakdowns]
        return frozenset(w for label in labels for w in stems(label))

    def people(self, text: str) -> tuple[Meaning, ...]:
        """Return the group whose words some people are named by: "university graduates"."""
        words = set(stems(text))
        by_words: dict[frozenset[str], dict[Meaning, None]] = defaultdict(dict)
        for label, meanings in self._labels.items():
            own = frozenset(stems(label))
            if own and own <= words:
                groups = (m for m in meanings if m.kind == GROUP and m.breakdown != TOTAL)
                by_words[own].update(dict.fromkeys(groups))
        named = [tuple(groups) for groups in by_words.values() if groups]
        return named[0] if len(named) == 1 else ()

    @cached_property
    def population(self) -> frozenset[str]:
        """The words of the survey's own title and populations: they name everyone."""
        context, survey = self.context, self.context.survey
        texts = [survey.title, *(context.part(p).population for p in context.parts)]
        return frozenset(w for t in texts if t for w in stems(plain(context.text(t))))

    @cached_property
    def known(self) -> frozenset[str]:
        """The words of every label and wording."""
        context = self.context
        texts = list(self._labels)
        for question in context.survey.questions.values():
            texts += [plain(str(t)) for t in _wordings(context, question.id)]
        return frozenset(w for text in texts for w in stems(text))


def _rest(text: str, name: re.Match[str]) -> bool:
    """Whether "others" are the rest of a comparison: "higher among women than among the others"."""
    return name.group() in _OTHERS and bool(_THAN.search(text[: name.start()]))


def _overlap(one: Mention, two: Mention) -> bool:
    return one.start < two.end and two.start < one.end


def _beside_figure(text: str, name: re.Match[str]) -> bool:
    """Whether a figure stands beside a name: in brackets after it, or it in brackets after one."""
    after = re.match(r" \([+-]?\d", text[name.end() :])
    return bool(after or re.search(r"\d(?: ?%)? \($", text[: name.start()]))


def _cut(labels: dict[str, tuple[Meaning, ...]]) -> dict[str, tuple[Meaning, ...]]:
    """Return what names of questions mean without what stands before their colon."""
    rests: dict[str, list[Meaning]] = defaultdict(list)
    for label, meanings in labels.items():
        _, colon, rest = _key(label).partition(": ")
        if colon and len(rest) > _SHORT and rest not in labels:
            rests[rest] += [m for m in meanings if m.kind == QUESTION and m not in rests[rest]]
    return {rest: tuple(meanings) for rest, meanings in rests.items() if meanings}


def _key(label: str) -> str:
    """Return a label as it is looked up, however its parts are set apart."""
    return re.sub(r" ?[:-] ", ": ", re.sub(r"\s+", " ", label.strip()))


def _bounded(label: str, apart: bool) -> str:
    """Return the pattern of a label: as a word, and one of digits alone only set apart."""
    spaced = r"\s+".join(re.escape(w) for w in label.split())
    # "Trust: schools" is also written "Trust – schools"
    spaced = re.sub(r":\\s\+|\\s\+\\-\\s\+", r"\\s?[:-]\\s+", spaced)
    if re.fullmatch(r"[\d\W]+", label) or apart:
        return (
            rf"(?:(?<=^)|(?<=[\"(])|(?<=, )|(?<=\" )){spaced}(?=\s?[\")]|\s?[:,;]\s|$| \d+[.,]\d)"
        )
    return rf"(?<![\w]){spaced}(?![\w])"


def _labels(context: Context) -> Iterable[tuple[str, Meaning]]:
    """Yield every label with what it means."""
    survey = context.survey
    for result in survey.key_results:
        yield (
            context.text(result.label),
            Meaning(QUESTION, result.question, result.net, result.breakdown, result.group),
        )
    for question in survey.questions.values():
        yield from _of_question(context, question)
    for breakdown in survey.breakdowns:
        yield from _of_groups(context, breakdown.id)
    for word in ("Ensemble", "Ensemble de la population", "All", "Overall"):
        yield word, Meaning(GROUP, breakdown=TOTAL, group=TOTAL)
    for part in context.parts if len(context.parts) > 1 else ():
        yield context.text(context.part(part).label), Meaning(PART, group=part)
    for index in getattr(survey, "indices", ()):
        yield context.text(index.label), Meaning(OTHER, str(index.id))


def _of_question(context: Context, question: Question) -> Iterable[tuple[str, Meaning]]:
    """Yield how a question is named, what is measured by it, and its answers if it has figures."""
    shown = {response for _, known, response in _places(context) if known == question.id}
    yield context.text(question.label), Meaning(QUESTION if shown else OTHER, question.id)
    if not shown:
        return
    if question.subject is not None:
        followed = context.headline(question.id)
        yield context.text(question.subject), Meaning(QUESTION, question.id, followed)
    for code in [*question.codes, *(n.id for n in question.all_nets)]:
        label = context.response(question.id, str(code))
        yield label, Meaning(RESPONSE, question.id, str(code))
    for name in _MEANS if "mean" in shown else ():
        yield name, Meaning(RESPONSE, question.id, "mean")


def _of_groups(naming: Naming, breakdown: str) -> Iterable[tuple[str, Meaning]]:
    for group in naming.groups(breakdown):
        label = naming.group(breakdown, group)
        for written in (label, *several(label)):
            yield written, Meaning(GROUP, breakdown=breakdown, group=group)


def several(label: str) -> list[str]:
    """Return how a text names the people of a group: "Woman" is also "women", "Femme" "femmes".

    Examples
    --------
    >>> several("Woman"), several("Femme"), several("18 à 34 ans"), several("Autre")
    (['women'], ['femmes'], [], [])
    """
    word = label.lower()
    if not re.fullmatch(r"[^\W\d_]{3,}", word) or word in ("autre", "other", "ensemble", "total"):
        return []
    if word.endswith("man"):
        return [f"{word[:-3]}men"]
    return [] if word[-1] in "sxz" else [f"{word}s"]


def _titles(context: Context) -> Iterable[tuple[str, Meaning]]:
    """Yield the titles of figures of one question: they name it only where they stand whole."""
    answered = {row[1] for row in _places(context)}
    for section in context.survey.sections:
        for block in section.blocks:
            if block.title and len(block.questions) == 1 and block.questions[0] in answered:
                yield context.text(block.title), Meaning(QUESTION, block.questions[0])


def _places(context: Context) -> set[tuple[str, str, str]]:
    """Return the parts, questions and responses that have a figure."""
    if "_named" not in context.__dict__:
        frame = context.store.tables["estimates"]
        columns = (frame[c].tolist() for c in ("part", "question", "response"))
        context.__dict__["_named"] = set(zip(*columns, strict=True))
    places: set[tuple[str, str, str]] = context.__dict__["_named"]
    return places


def _wordings(naming: Naming, question: str) -> list[str]:
    declared = naming.question(question)
    words = declared.wording_at(naming.wave, naming.survey.waves)
    modes = {naming.part(p).mode for p in naming.parts}
    return [words.get(naming.lang, mode) for mode in sorted(modes)]


__all__ = ["GROUP", "MAIN", "OTHER", "PART", "QUESTION", "RESPONSE", "Meaning", "Mention", "Names"]
