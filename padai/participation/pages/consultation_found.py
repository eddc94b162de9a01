"""What a consultation found, in a few lines: the opening of its essentials."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from padai.participation.pages.participation_report import ParticipationPieces, Told
from padai.publishing.basis.sentences import listed
from padai.publishing.basis.sides import quoted
from padai.survey.consultations import ConsultationFile

_NAMED = 3
"""How many themes a line or a title names."""


class ConsultationFound(ParticipationPieces):
    """What came back most in a consultation, from its store alone."""

    @cached_property
    def consultation(self) -> ConsultationFile:
        """The consultation's definition."""
        consultation = self.context.survey.consultation
        assert consultation is not None
        return consultation

    @cached_property
    def size(self) -> int:
        """People who took part."""
        facts = self.context.store.facts["sizes"]
        return int(facts["main"][self.context.wave]["n"])

    def found(self) -> list[Told]:
        """Say what came back most: themes, the answer given most to each question, the word."""
        answers = self.context.say("sec-reponses", "sec-answers")
        words = self.context.say("sec-mots", "sec-words")
        findings = [
            (self._themes_said(), "sec-themes"),
            *((line, answers) for line in self._answers_said()),
            *((line, words) for line in self._words_said()),
        ]
        return [(line, place) for line, place in findings if line]

    def themes_named(self) -> str:
        """Name the themes that most contributions carry, each with its count."""
        names = [f"{self.name('theme', r)} ({self.count(r['people'])})" for r in self._foremost()]
        return listed(names, self.context.lang)

    def response_named(self, question: str, name: str) -> str:
        """Return the words of an answer, or of answers put together."""
        known = self.context.question(question).codes
        parts = [name] if name in known else name.split("+")
        return " + ".join(self.context.response(question, part) for part in parts)

    def _foremost(self) -> list[dict[str, Any]]:
        """Return the commonest themes, but what no theme of the codebook holds."""
        rest = {t.id for t in self.consultation.themes if t.rest}
        shown = [r for r in self.rows("themes") if not r["flag"] and r["theme"] not in rest]
        return sorted(shown, key=lambda r: -r["people"])[:_NAMED]

    def _themes_said(self) -> str:
        first, say = self._foremost(), self.context.say
        if not first:
            return ""
        sentence = say(
            "publishing-dialogue-themes-that-come-back-most",
            n=self.count(self.size),
            many=len(first),
            themes=self.themes_named(),
        )
        doubtful = [self.name("theme", r) for r in first if r["reliability"] != "reliable"]
        if doubtful:
            names = listed(doubtful, self.context.lang)
            return f"{sentence} {say('publishing-dialogue-coders-agree-less-on', themes=names)}"
        agreed = say("publishing-dialogue-coders-agree-on-each-of-them", many=len(first))
        return f"{sentence} {agreed}"

    def _answers_said(self) -> list[str]:
        """Say the answers that most people gave to each closed question: two, where a third is.

        The first alone would not tell on which side most are, whose answers are two: "tend to
        disagree" and "strongly disagree".
        """
        rows = self.rows("answers")
        asked = dict.fromkeys(r["question"] for r in rows)
        lines = (self._most_given(q, [r for r in rows if r["question"] == q]) for q in asked)
        return [line for line in lines if line]

    def _most_given(self, question: str, answers: list[dict[str, Any]]) -> str:
        """Say which answers are given most; nothing where answers that tie part them.

        Of answers that are all told as one, none is.
        """
        if len(answers) < 2:
            return ""
        ranked = sorted(answers, key=lambda r: -r["people"])
        people = [r["people"] for r in ranked]
        facts = {
            "question": self._label(question),
            "response": self._answer(ranked[0]),
            "people": self.count(people[0]),
            "n": self.count(ranked[0]["n"]),
        }
        if len(ranked) > 2 and people[1] > people[2]:
            two = {"other": self._answer(ranked[1]), "others": self.count(people[1])}
            return self.context.say("publishing-dialogue-the-answers-given-most", **facts, **two)
        if people[0] == people[1]:
            return ""
        return self.context.say("publishing-dialogue-the-answer-given-most", **facts)

    def _answer(self, row: dict[str, Any]) -> str:
        return quoted(self.response_named(row["question"], row["response"]), self.context.lang)

    def _words_said(self) -> list[str]:
        sentences = []
        for question in self.consultation.words:
            top = _alone([r for r in self.rows("words") if r["question"] == question], "n")
            if top is None:
                continue
            sentence = self.context.say(
                "publishing-dialogue-the-word-given-most",
                question=self._label(question),
                word=quoted(str(top["word"]), self.context.lang),
                people=self.count(top["n"]),
            )
            sentences.append(sentence)
        return sentences

    def _label(self, question: str) -> str:
        return quoted(self.context.label(question).rstrip("."), self.context.lang)


def _alone(rows: list[dict[str, Any]], column: str) -> dict[str, Any] | None:
    """Return the row that has the most, where one has."""
    ranked = sorted(rows, key=lambda r: -r[column])
    if not ranked or (len(ranked) > 1 and ranked[0][column] == ranked[1][column]):
        return None
    return ranked[0]
