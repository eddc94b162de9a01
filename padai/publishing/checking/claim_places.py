"""Place a claim: of which question, answer, group, wave and part it speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from padai.publishing.basis.lookup import MAIN, TOTAL
from padai.publishing.checking.brackets import without_divisions
from padai.publishing.checking.claims import (
    AHEAD,
    BASE,
    BEHIND,
    DIRECTIONS,
    INTERVAL,
    LEVELS,
    Claim,
)
from padai.publishing.checking.names import (
    GROUP,
    OTHER,
    PART,
    QUESTION,
    RESPONSE,
    Meaning,
    Mention,
    plain,
    stems,
)
from padai.publishing.checking.patterns import (
    AMONG,
    ANAPHORS,
    DOWN,
    GENERAL,
    MODELLED,
    OTHER_MATTER,
    THAN,
    UNTOLD,
    UP,
)
from padai.publishing.checking.times import DatedPassage, SpokenPeriod, distance, leaves_brackets
from padai.publishing.exhibits.exhibit_items import Item

_STRANGE = 1
"""How many words that no name or claim explains a sentence may hold and still be placed by what
stands before or above it."""
_FAR = 90
_DENIES = re.compile(r"\b(?:n'|ne |not |n't |refus|non |aucun|no )", re.IGNORECASE)
_UNNAMED = re.compile(r"\bautres? resultats?\b|\bother results?\b|\botros? resultados?\b")
"""Results that a sentence counts and does not name."""


@dataclass(frozen=True)
class ClaimSubject:
    """What a sentence speaks of: figures, or nothing that can be told."""

    questions: tuple[Meaning, ...] = ()
    responses: tuple[Meaning, ...] = ()
    groups: tuple[Meaning, ...] = ()


@dataclass
class Sentence(DatedPassage):
    """A sentence or cell as it is placed, with what the one before it was of."""

    carried: ClaimSubject = field(default_factory=ClaimSubject)

    @cached_property
    def mentions(self) -> list[Mention]:
        """The labels that the text holds, and the groups of people that it names otherwise."""
        mentions = self.names.mentions(self.flat, self.text)
        for m in AMONG.finditer(self.flat):
            start, end = m.span("people")
            named = any(n.start < end and start < n.end for n in mentions)
            if not named and (alike := self.names.people(m["people"])):
                mentions.append(Mention(start, end, alike))
        mentions = without_divisions(self.names.context, self.flat, mentions)
        return sorted(mentions, key=lambda m: m.start)

    @cached_property
    def headed(self) -> list[Mention]:
        """The labels that the heads of a cell hold."""
        whole = [plain(h) for h in self.heads]
        cut = [h.partition("(")[2] if self.names.cut(h) else h for h in whole]
        return [m for h in cut for m in self.names.mentions(h)]

    @cached_property
    def titled(self) -> list[list[Mention]]:
        """The mentions of each thing that it stands under, the nearest first."""
        return [self.names.mentions(plain(t)) for t in reversed(self.above)]

    # --- questions, answers, groups --------------------------------------------------------

    @cached_property
    def strange(self) -> int:
        """How many of its words neither a name nor a claim explains."""
        words = {
            w
            for w in re.findall(r"[a-z]{3,}", self.flat)
            if not UP.fullmatch(w) and not DOWN.fullmatch(w)
        }
        return len({s for w in words for s in stems(w)} - GENERAL - self.names.known)

    @cached_property
    def strange_heads(self) -> bool:
        """Whether the head of a row or column holds a word that nothing explains."""
        words = {s for h in self.heads for s in stems(plain(h)) if not s.isdigit()}
        return bool(words - GENERAL - self.names.known)

    @cached_property
    def questions(self) -> tuple[list[Mention], str]:
        """The mentions of questions, and where they were found."""
        own = [m for m in self.mentions if m.of(QUESTION)]
        if own:
            return own, "own"
        if any(m.of(OTHER) for m in [*self.mentions, *self.headed]):
            return [], ""
        for text in self.heads[:1] if self.cell else ():
            if listed := self.names.cut(plain(text)) or self.names.answered(plain(text)):
                return [Mention(0, 0, listed)], "heads"
        if alike := self.names.resembling(self.flat):
            return [Mention(0, 0, alike)], "alike"
        headed = [m for m in self.headed if m.of(QUESTION)]
        if headed:
            return headed, "heads"
        for text in self.heads:
            if alike := self.names.resembling(plain(text)):
                return [Mention(0, 0, alike)], "heads"
        return self._from_context()

    def _from_context(self) -> tuple[list[Mention], str]:
        """Look before and above, where the sentence says nothing that is not known."""
        if self.strange > _STRANGE and not ANAPHORS.match(self.flat):
            return [], ""
        if not self.cell and self.carried.questions:
            return [Mention(0, 0, (m,)) for m in self.carried.questions], "carried"
        for text, mentions in zip(reversed(self.above), self.titled, strict=True):
            asked = self._asked(mentions)
            if asked:
                return (asked, "above") if len(asked) == 1 else ([], "")
            if any(m.of(OTHER) for m in mentions):
                return [], ""
            if alike := self.names.resembling(plain(text)):
                return [Mention(0, 0, alike)], "above"
            if set(stems(plain(text))) - GENERAL - self.names.beside:
                return [], ""  # it speaks of something, and not of what stands further up
        return [], ""

    def _asked(self, mentions: list[Mention]) -> list[Mention]:
        """Return the questions of a title, without those by which it divides another."""
        asked = [m for m in mentions if m.of(QUESTION)]
        dividing = {b.question for b in self.names.context.survey.breakdowns}
        others = [m for m in asked if any(q.question not in dividing for q in m.of(QUESTION))]
        return others or asked

    def _answers(self, question: Meaning, claim: Claim, claims: list[Claim]) -> list[str]:
        """Return the answers of a question that a claim may be of."""
        own = self._of_question(self.mentions, question)
        if own:
            nearest = self._nearest(claim, own, claims)
            return [
                m.response
                for n in nearest
                for m in n.of(RESPONSE)
                if m.question == question.question
            ]
        if question.response:
            return [question.response]
        for mentions in (self.headed, *self.titled):
            if answers := self._of_question(mentions, question):
                return sorted(
                    {
                        m.response
                        for n in answers
                        for m in n.of(RESPONSE)
                        if m.question == question.question
                    }
                )
        carried = [m.response for m in self.carried.responses if m.question == question.question]
        if carried and self.questions[1] == "carried":
            return carried
        if _DENIES.search(self.flat) and claim.kind in LEVELS:
            return []
        asked = self.names.context.question(question.question)
        if asked.headline_net or (asked.type == "rating" and asked.scores):
            return [self.names.context.headline(question.question)]
        return []

    @staticmethod
    def _of_question(mentions: list[Mention], question: Meaning) -> list[Mention]:
        return [n for n in mentions if any(m.question == question.question for m in n.of(RESPONSE))]

    def _groups(
        self, question: Meaning, claim: Claim, claims: list[Claim]
    ) -> list[tuple[str, str]]:
        def grouping(mentions: list[Mention]) -> list[Mention]:
            """Leave out the answers of the question itself, such as those to "which region"."""
            answers = self._of_question(mentions, question)
            return [m for m in mentions if m.of(GROUP) and m not in answers]

        own = grouping(self.mentions)
        if own:
            nearest = self._nearest(claim, own, claims)
            return [(g.breakdown, g.group) for n in nearest for g in n.of(GROUP)]
        headed = grouping(self.headed)
        if headed:
            return [(g.breakdown, g.group) for g in headed[-1].of(GROUP)]
        if self.carried.groups and self.questions[1] == "carried":
            return [(g.breakdown, g.group) for g in self.carried.groups]
        for text, mentions in zip(reversed(self.above), self.titled, strict=True):
            for m in grouping(mentions):
                if m.end - m.start >= len(text.strip()) - 1:
                    return [(g.breakdown, g.group) for g in m.of(GROUP)]
        return []

    def _nearest(self, claim: Claim, named: list[Mention], claims: list[Claim]) -> list[Mention]:
        """Return the mention that a claim is about: paired in order where there are as many."""
        if len(named) == 1:
            return named
        level = claim.kind in LEVELS
        alike = [c for c in claims if (c.kind in LEVELS if level else c.kind == claim.kind)]
        if claim in alike and len(alike) == len(named):
            paired = named[alike.index(claim)]
            if not leaves_brackets(self.flat, claim, paired.start):
                return [paired]
        if claim.kind in (BASE, INTERVAL):
            before = [c for c in claims if c.kind in LEVELS and c.start < claim.start]
            if before:
                return self._nearest(before[-1], named, claims)
        best = min(named, key=lambda m: distance(self.flat, claim, m.start, m.end))
        if claim.kind not in DIRECTIONS and distance(self.flat, claim, best.start, best.end) > _FAR:
            return []  # what it is of may be named in words that are not known here
        return [best]

    def _told_of(self, claim: Claim, named: list[Mention], claims: list[Claim]) -> list[Mention]:
        """Return the mentions that a claim in words is about: each goes to the nearest of them."""
        directions = [c for c in claims if c.kind in DIRECTIONS]
        if len(directions) > 1 and all(
            re.match(r"[^;:()]{0,40}:", self.flat[c.end :]) for c in directions
        ):
            ends = [*(c.start for c in directions[1:]), len(self.flat)]  # "up: A and B; down: C"
            end = ends[directions.index(claim)] if claim in directions else 0
            return [m for m in named if claim.end <= m.start < end]
        start = self.flat.rfind(";", 0, claim.start) + 1
        end = self.flat.find(";", claim.end)
        end = len(self.flat) if end < 0 else end
        if start and _UNNAMED.search(self.flat[start:end]):
            # "A rose; the data allow no conclusion for one other result": not of A
            return [m for m in named if start <= m.start < end]
        if len(directions) < 2 or len(named) < 2:
            return named

        def clause(place: int) -> int:
            return self.flat.count(";", 0, place)

        def nearest(mention: Mention) -> Claim:
            own = [c for c in directions if clause(c.start) == clause(mention.start)]
            # "B by 8 points (no trend shown) and C": what brackets say is of what they follow
            own = [c for c in own if not leaves_brackets(self.flat, c, mention.start)] or own
            return min(
                own or directions, key=lambda c: distance(self.flat, c, mention.start, mention.end)
            )

        return [m for m in named if nearest(m) == claim]

    @cached_property
    def part(self) -> str:
        """The part of the wave that it names, else the main one."""
        for mentions in (self.mentions, self.headed, *self.titled):
            parts = [m for n in mentions for m in n.of(PART)]
            if parts:
                return parts[-1].group
        return MAIN

    def figures(self, claim: Claim, claims: list[Claim], *, each: bool = False) -> list[list[Item]]:
        """Return the figures that a claim is of: for each thing named, what it may mean.

        With `each`, a claim is about every question of its sentence, not the nearest alone.
        """
        named, where = self.questions
        if not named:
            return []
        if self._divides(named) or self.strange_heads or self._of_others(claim, claims):
            return []
        if self._unknown_people or (self.unplaced_period and claim.kind not in LEVELS):
            return []
        if len({g.group for m in self.mentions for g in m.of(PART)}) > 1:
            return []
        if where == "alike" and self.strange > 4 * _STRANGE:
            return []
        chosen = (
            self._told_of(claim, named, claims) if each else self._nearest(claim, named, claims)
        )
        return [self._items(mention, claim, claims) for mention in chosen]

    def _items(self, mention: Mention, claim: Claim, claims: list[Claim]) -> list[Item]:
        """Return the rows that a sentence's questions, answers and groups may mean."""
        return [
            Item(q.question, r, b, g, self.part)
            for q in mention.of(QUESTION)
            for r in self._answers(q, claim, claims)
            for b, g in (self._groups(q, claim, claims) or [_own_group(q)])
        ]

    def pair_of(self, claim: Claim, claims: list[Claim]) -> tuple[Item, Item] | None:
        """Return the two figures that a claim sets one above the other; none where it does not."""
        own = self._on_both_sides(claim)
        if len(own) != 2:
            return None
        between = self.flat[claim.end : own[1].start]
        than = claim.kind in (AHEAD, BEHIND) or THAN.search(between)
        if not than or "," in between or self._content(between) or self._unknown_people:
            return None
        sides = [list(dict.fromkeys(self._items(mention, claim, claims))) for mention in own]
        if any(len(side) != 1 for side in sides):
            return None
        return sides[0][0], sides[1][0]

    def _on_both_sides(self, claim: Claim) -> list[Mention]:
        """Return the one question before a claim and the one after, by their names or like them."""
        own = [m for m in self.mentions if m.of(QUESTION)]
        named = []
        for start, end in ((0, claim.start), (claim.end, len(self.flat))):
            side = [m for m in own if start <= m.start and m.end <= end]
            if not side and (alike := self.names.resembling(self.flat[start:end])):
                side = [Mention(start if start else end, end, alike)]
            named += side
        return named if named and named[0].end <= claim.start < named[-1].start + 1 else []

    @cached_property
    def _unknown_people(self) -> bool:
        """Whether it speaks of people who are no group of the release: "among drivers"."""
        for m in AMONG.finditer(self.flat):
            start, end = m.span()
            inside = any(n.start < end and start < n.end for n in self.mentions)
            if not inside and set(stems(m["people"])) - GENERAL - self.names.population:
                return True
        return False

    def _of_others(self, claim: Claim, claims: list[Claim]) -> bool:
        """Whether a claim is of something else than the figures named: see the words about it."""
        texts = (self.text, *self.heads, *self.above[-1:])
        if any(OTHER_MATTER.search(plain(t)) for t in texts):
            return True
        if any(MODELLED.search(plain(t)) for t in (self.text, *self.heads, *self.above)):
            return True
        after = re.match(r" ?\(([^)]*)", self.flat[claim.end :])
        inside = claim.end + (after.end() if after else 0)
        asked = [m for m in self.mentions if m.of(QUESTION)]
        held = any(claim.end < m.start < inside for m in asked)
        if after and not held and self._content(UNTOLD.sub("", after[1])):
            return True
        alike = [c for c in claims if c.kind == claim.kind]
        if len(alike) < 2 or not asked:
            return False
        best = min(asked, key=lambda m: distance(self.flat, claim, m.start, m.end))
        left, right = sorted((claim.start, claim.end, best.start, best.end))[1:3]
        return bool(self._content(self.flat[left:right]))

    def _content(self, flat: str) -> set[str]:
        """Return the words of a text that neither claims nor names of answers and groups hold."""
        words = {
            w
            for w in re.findall(r"[a-z]{3,}", flat)
            if not UP.fullmatch(w) and not DOWN.fullmatch(w)
        }
        return {s for w in words for s in stems(w)} - GENERAL - self.names.beside

    def _divides(self, named: list[Mention]) -> bool:
        """Whether what is named may be the answers to a question, or the groups that it makes."""
        dividing = {b.question for b in self.names.context.survey.breakdowns}
        asked = {q.question for m in named for q in m.of(QUESTION)}
        groups = [m for m in [*self.mentions, *self.headed] if m.of(GROUP)]
        answers = [m for q in asked for m in self._of_question(groups, Meaning(QUESTION, q))]
        made = {b.id for b in self.names.context.survey.breakdowns if b.question in asked}
        return (
            bool(groups)
            and asked <= dividing
            and all(m in answers or any(g.breakdown in made for g in m.of(GROUP)) for m in groups)
        )

    def subject(self, items: list[Item]) -> ClaimSubject:
        """Return what the next sentence may go on to speak of."""
        questions = tuple(Meaning(QUESTION, q) for q in dict.fromkeys(i.question for i in items))
        responses = tuple(dict.fromkeys(Meaning(RESPONSE, i.question, i.response) for i in items))
        groups = tuple(
            dict.fromkeys(Meaning(GROUP, breakdown=i.breakdown, group=i.group) for i in items)
        )
        return ClaimSubject(questions, responses, groups)


def _own_group(question: Meaning) -> tuple[str, str]:
    return (question.breakdown or TOTAL, question.group or TOTAL)


__all__ = ["ClaimSubject", "Sentence", "SpokenPeriod"]
