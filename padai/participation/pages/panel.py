"""The report of a citizens' panel: what it recommends, who it is, what changed among its members.

Counts of people, never a percentage of them: a panel is small. Nothing here speaks for anyone else.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from padai.charts.data import Bar, Segment
from padai.charts.stacked import stacked_chart
from padai.lottery.pages.draw_page import FOLDER, PAGES
from padai.participation.pages.panel_found import PanelFound
from padai.publishing.basis.sides import small_number
from padai.publishing.basis.speech import Speech
from padai.publishing.engine.text import md_literal
from padai.publishing.pieces.emit import (
    Piece,
    bullets,
    data_table,
    figure,
    heading,
    joined,
    link,
    marked,
    paragraph,
    quotation,
)
from padai.publishing.pieces.tables import TableRow
from padai.survey.panels import Recommendation
from padai.words import Said

_VOTES = (
    ("in_favour", Said("publishing-dialogue-votes-cast-for")),
    ("against", Said("publishing-dialogue-votes-cast-against")),
    ("abstained", Said("publishing-dialogue-abstentions")),
    ("not_voting", Said("publishing-dialogue-votes-not-cast")),
)

_MOMENTS = (Said("publishing-dialogue-before"), Said("publishing-dialogue-after"))


class PanelReport(PanelFound):
    """Everything that the report of a panel shows, made from its store alone."""

    def essentials(self) -> Piece:
        """Return what the panel recommends and what moved, then the panel in four numbers."""
        say = self.context.say
        steps = {(r["step"], r["session"]): r["people"] for r in self.rows("panel_steps")}
        votes = self.rows("recommendations")
        passed = sum(r["adopted"] == "yes" for r in votes)
        size, sessions = self.panel.draw.size, len(self.panel.sessions)
        volunteers = self.count(steps["volunteered", ""])
        always, both = steps["present_always", ""], steps["answered_both", ""]
        pairs = [
            (
                self.count(size),
                say(
                    "publishing-dialogue-people-drawn-by-lot-among-volunteers",
                    volunteers=volunteers,
                ),
            ),
            (
                self.count(always),
                say("publishing-dialogue-people-present-at-all-sessions", sessions=sessions),
            ),
            (
                self.count(passed),
                say(
                    "publishing-dialogue-recommendations-adopted",
                    adopted=passed,
                    n=self.count(len(votes)),
                ),
            ),
            (self.count(both), say("publishing-dialogue-people-answered-the-same-questions")),
        ]
        shown = pairs if votes else [*pairs[:2], pairs[3]]
        lines = "\n".join(f"- **{md_literal(k)}** {md_literal(v)}" for k, v in shown)
        return self.said(joined([self.opening(), marked("key-figures", Piece(lines))]))

    # --- recommendations -------------------------------------------------------------------

    def recommendations(self) -> Piece:
        """Return the votes, then every recommendation and who disagreed, adopted or not."""
        votes = {r["id"]: r for r in self.rows("recommendations")}
        if not votes:
            return paragraph(
                self.context.say("publishing-dialogue-no-recommendation-was-put-to-the-vote")
            )
        pieces = [p for r in self.panel.recommendations for p in self._one(r, votes[r.id])]
        return self.said(joined([paragraph(self._rule()), self._votes_figure(), *pieces]))

    def _rule(self) -> str:
        share = self.context.numbers.share(self.panel.adopted_above, digits=0)
        return self.context.say(
            "publishing-dialogue-a-recommendation-is-adopted-where-votes", share=share
        )

    def _one(self, recommendation: Recommendation, row: dict[str, Any]) -> list[Piece]:
        context, say = self.context, self.context.say
        verdict = (
            say("publishing-dialogue-adopted-8c4b")
            if row["adopted"] == "yes"
            else say("publishing-dialogue-not-adopted-c2c4")
        )
        parts = self.vote_said(row)
        session = self.name("session", row)
        vote = context.colon(
            verdict,
            say(
                "publishing-dialogue-of-people-present",
                parts=parts,
                count=self.count(row["present"]),
                session=session,
            ),
        )
        dissent = [self._dissent(context.text(d.text), d.people) for d in recommendation.dissent]
        return [
            heading(3, context.text(recommendation.title), f"rec-{recommendation.id}"),
            quotation(context.text(recommendation.text)),
            paragraph(vote),
            *([bullets(dissent)] if dissent else []),
        ]

    def _dissent(self, text: str, people: int | None) -> str:
        say = self.context.say
        if people is None:
            return self.context.colon(say("publishing-dialogue-in-disagreement-bd91"), text)
        many = (
            say("publishing-dialogue-person")
            if people == 1
            else say("publishing-dialogue-people-b0c3")
        )
        return self.context.colon(
            say("publishing-dialogue-in-disagreement-4b74", count=self.count(people), many=many),
            text,
        )

    def _votes_figure(self) -> Piece:
        context, say = self.context, self.context.say
        rows = self.rows("recommendations")
        names = {key: say(name) for key, name in _VOTES}

        def segment(row: dict[str, Any], key: str) -> Segment:
            return Segment(names[key], float(row[key]), self.count(row[key]) if row[key] else "")

        bars = [
            Bar(
                self.name("id", row),
                say("publishing-dialogue-adopted-0a6e")
                if row["adopted"] == "yes"
                else say("publishing-dialogue-not-adopted-b3b6"),
                (segment(row, "against"),),
                (segment(row, "in_favour"),),
                (segment(row, "abstained"), segment(row, "not_voting")),
            )
            for row in rows
        ]
        chart = partial(stacked_chart, bars, notices=context.marks)
        detail = say("publishing-dialogue-votes-on-each-recommendation-in-people")
        alt = say("publishing-dialogue-diverging-bars") + say("publishing-language-semicolon").join(
            f"{self.name('id', r)}, "
            + ", ".join(f"{names[k].lower()} {self.count(r[k])}" for k, _ in _VOTES)
            for r in rows
        )
        sentence = adopted_sentence(context, [r["adopted"] == "yes" for r in rows])
        drawn = figure(context, chart, "votes", sentence, f"{alt}.", detail=detail)
        return joined([drawn, data_table(context, self._votes_table(rows))])

    def _votes_table(self, rows: list[dict[str, Any]]) -> Piece:
        return self.table(
            "votes",
            Said("publishing-dialogue-votes-on-each-recommendation"),
            Said("publishing-dialogue-recommendation-b024"),
            [
                Said("publishing-dialogue-present"),
                *(name for _, name in _VOTES),
                Said("publishing-dialogue-adopted-8c4b"),
            ],
            [
                TableRow(
                    self.name("id", r),
                    (
                        self.count(r["present"]),
                        *(self.count(r[k]) for k, _ in _VOTES),
                        self.name("adopted", r),
                    ),
                )
                for r in rows
            ],
        )

    # --- answers and draw ----------------------------------------------------------------

    def answers(self) -> Piece:
        """Return every answer before and after, in people; sensitive questions are left out."""
        rows = self.rows("answers")
        pieces = []
        if rows and {r["wave"] for r in rows} != {self.panel.before, self.panel.after}:
            pieces.append(paragraph(self.context.say("publishing-dialogue-told-in-its-release")))
        if self.context.store.facts.get("answered_both"):
            least = self.context.survey.confidentiality.sensitive_cell
            text = self.context.say(
                "publishing-dialogue-those-who-answered-both-times-are-counted", least=least
            )
            pieces.append(paragraph(text))
        for question in dict.fromkeys(r["question"] for r in rows):
            own = [r for r in rows if r["question"] == question]
            pieces.append(self._answers_table(question, own))
        return self.said(joined(pieces))

    def _answers_table(self, question: str, rows: list[dict[str, Any]]) -> Piece:
        waves = list(dict.fromkeys(r["wave"] for r in rows))
        size = {w: next(r["n"] for r in rows if r["wave"] == w) for w in waves}
        people = {(r["wave"], r["response"]): r["people"] for r in rows}
        moments = dict(zip((self.panel.before, self.panel.after), _MOMENTS, strict=True))
        heads = [
            Said("publishing-dialogue-head-with-n", head=moments[w], n=self.count(size[w]))
            for w in waves
        ]
        lines = [
            TableRow(
                self.context.response(question, response),
                tuple(self.count(people.get((w, response), 0)) for w in waves),
            )
            for response in dict.fromkeys(r["response"] for r in rows)
        ]
        label = self.context.label(question)
        return self.table(
            f"answers-{question}",
            Said("publishing-dialogue-in-people", label=label),
            Said("publishing-dialogue-answer"),
            heads,
            lines,
        )

    def how_drawn(self) -> Piece:
        """Return how the panel was drawn, in enough words to redo it."""
        context, draw = self.context, self.panel.draw
        facts = context.store.facts["draw"]
        ticket, n = self.count(facts["ticket"]), self.count(facts["volunteers"])
        day = context.numbers.date(draw.announced.date) if draw.announced else ""
        when = (
            context.say("publishing-dialogue-on-before-the-seed-was-known", day=day) if day else ""
        )
        sentence = context.say(
            "publishing-dialogue-the-volunteers-were-put-in-cells-of", n=n, when=when, ticket=ticket
        )
        seed = context.colon(context.say("publishing-dialogue-seed"), f"{draw.seed}.")
        name = context.say("publishing-dialogue-the-page-of-the-draw-and-how-to-check-it")
        page = Piece(link(name, f"../../../{FOLDER}/{PAGES[context.lang]}.html"))
        return self.said(
            joined(
                [
                    paragraph(sentence),
                    paragraph(seed, context.text(draw.seed_source)),
                    page,
                ]
            )
        )


def adopted_sentence(speech: Speech, adopted: Sequence[bool]) -> str:
    """Say how many of the recommendations put to the vote a panel adopted."""
    of, some = len(adopted), sum(adopted)
    whole = "both" if of == 2 else "all"
    kind = whole if some == of else {0: "none", 1: "one"}.get(some, "some")
    if of == 1:
        kind = "lone" if some else "refused"
    numbers = speech.numbers
    return speech.say(
        "publishing-dialogue-the-panel-adopts",
        kind=kind,
        some=small_number(some, numbers),
        of=small_number(of, numbers),
    )
