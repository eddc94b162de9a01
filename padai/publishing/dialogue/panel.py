"""The report of a citizens' panel: what it recommends, who it is, what changed among its members.

Counts of people, never a percentage of them: a panel is small. Nothing here speaks for anyone else.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from padai.publishing.charts.data import Bar, Segment
from padai.publishing.charts.stacked import stacked_chart
from padai.publishing.dialogue.draw import FOLDER, PAGES
from padai.publishing.dialogue.panel_changes import Changes
from padai.publishing.emit import (
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
from padai.publishing.rendering.text import md_literal
from padai.publishing.tables import TableRow
from padai.survey.panels import Recommendation

_VOTES = (
    ("in_favour", "Pour", "In favour"),
    ("against", "Contre", "Against"),
    ("abstained", "Abstentions", "Abstentions"),
    ("not_voting", "N’ont pas voté", "Did not vote"),
)


class PanelReport(Changes):
    """Everything that the report of a panel shows, made from its store alone."""

    def essentials(self) -> Piece:
        """Return the panel in four numbers."""
        say = self.context.say
        steps = {(r["step"], r["session"]): r["people"] for r in self.rows("panel_steps")}
        votes = self.rows("recommendations")
        passed = sum(r["adopted"] == "yes" for r in votes)
        size, sessions = self.panel.draw.size, len(self.panel.sessions)
        volunteers = self.count(steps["volunteered", ""])
        always, both = steps["present_always", ""], steps["answered_both", ""]
        pairs = [
            (self.count(size), say(f"personnes tirées au sort parmi {volunteers} volontaires.",
                                   f"people drawn by lot among {volunteers} volunteers.")),
            (self.count(always), say(f"personnes présentes aux {sessions} séances.",
                                     f"people present at all {sessions} sessions.")),
            (self.of(passed, len(votes)), say("recommandations adoptées.",
                                              "recommendations adopted.")),
            (self.count(both), say("personnes ont répondu aux mêmes questions avant et après.",
                                   "people answered the same questions before and after.")),
        ]  # fmt: skip
        shown = pairs if votes else [*pairs[:2], pairs[3]]
        lines = "\n".join(f"- **{md_literal(k)}** {md_literal(v)}" for k, v in shown)
        return self.said(marked("key-figures", Piece(lines)))

    # --- recommendations -------------------------------------------------------------------

    def recommendations(self) -> Piece:
        """Return every recommendation with its vote and who disagreed, adopted or not."""
        votes = {r["id"]: r for r in self.rows("recommendations")}
        if not votes:
            none = "Aucune recommandation n’a été mise aux voix."
            return paragraph(self.context.say(none, "No recommendation was put to the vote."))
        pieces = [paragraph(self._rule())]
        pieces += [p for r in self.panel.recommendations for p in self._one(r, votes[r.id])]
        return self.said(joined([*pieces, self._votes_figure()]))

    def _rule(self) -> str:
        share = self.context.numbers.share(self.panel.adopted_above, digits=0)
        return self.context.say(
            f"Une recommandation est adoptée si les voix pour dépassent {share} des voix pour ou "
            "contre. Toutes celles qui ont été mises aux voix sont publiées, avec l’avis des "
            "personnes en désaccord.",
            f"A recommendation is adopted where votes in favour exceed {share} of votes for or "
            "against. All that were put to the vote are published, with the opinion of those who "
            "disagreed.",
        )

    def _vote(self, row: dict[str, Any]) -> str:
        """Say a vote in words, nobody left out."""
        parts = [
            self.context.say(f"{self.count(row['in_favour'])} pour",
                             f"{self.count(row['in_favour'])} in favour"),
            self.context.say(f"{self.count(row['against'])} contre",
                             f"{self.count(row['against'])} against"),
            self.people(row["abstained"], ("aucune abstention", "no abstention"),
                        ("{n} abstention", "{n} abstention"),
                        ("{n} abstentions", "{n} abstentions")),
        ]  # fmt: skip
        if row["not_voting"]:
            silent = self.people(
                row["not_voting"], ("", ""),
                ("{n} personne n’a pas voté", "{n} person did not vote"),
                ("{n} personnes n’ont pas voté", "{n} people did not vote"),
            )  # fmt: skip
            parts.append(silent)
        return ", ".join(parts)

    def _one(self, found: Recommendation, row: dict[str, Any]) -> list[Piece]:
        context, say = self.context, self.context.say
        verdict = say("Adoptée", "Adopted") if row["adopted"] == "yes" else say(
            "Non adoptée", "Not adopted")  # fmt: skip
        parts = self._vote(row)
        session = self.name("session", row)
        vote = context.colon(verdict, say(
            f"{parts}, sur {self.count(row['present'])} personnes présentes "
            f"({session}).",
            f"{parts}, of {self.count(row['present'])} people present ({session}).",
        ))  # fmt: skip
        dissent = [self._dissent(context.text(d.text), d.people) for d in found.dissent]
        return [
            heading(3, context.text(found.title), f"rec-{found.id}"),
            quotation(context.text(found.text)),
            paragraph(vote),
            *([bullets(dissent)] if dissent else []),
        ]

    def _dissent(self, text: str, people: int | None) -> str:
        say = self.context.say
        if people is None:
            return self.context.colon(say("En désaccord", "In disagreement"), text)
        many = say(
            "personne" if people == 1 else "personnes", "person" if people == 1 else "people"
        )
        return self.context.colon(
            say(f"En désaccord ({self.count(people)} {many})",
                f"In disagreement ({self.count(people)} {many})"), text
        )  # fmt: skip

    def _votes_figure(self) -> Piece:
        context, say = self.context, self.context.say
        rows = self.rows("recommendations")
        names = {key: say(fr, en) for key, fr, en in _VOTES}

        def segment(row: dict[str, Any], key: str) -> Segment:
            return Segment(names[key], float(row[key]), self.count(row[key]) if row[key] else "")

        bars = [
            Bar(
                self.name("id", row),
                say("adoptée", "adopted") if row["adopted"] == "yes" else say("non adoptée",
                                                                              "not adopted"),
                (segment(row, "against"),), (segment(row, "in_favour"),),
                (segment(row, "abstained"), segment(row, "not_voting")),
            )
            for row in rows
        ]  # fmt: skip
        chart = partial(stacked_chart, bars, notices=context.marks)
        caption = say("Votes sur chaque recommandation, en nombre de personnes.",
                      "Votes on each recommendation, in people.")  # fmt: skip
        alt = say("Barres en deux sens. ", "Diverging bars. ") + "; ".join(
            f"{self.name('id', r)}, "
            + ", ".join(f"{names[k].lower()} {self.count(r[k])}" for k, *_ in _VOTES)
            for r in rows
        )
        body = self.table(
            "votes", ("Votes sur chaque recommandation.", "Votes on each recommendation."),
            ("Recommandation", "Recommendation"),
            [("Présentes", "Present"), *((fr, en) for _, fr, en in _VOTES), ("Adoptée", "Adopted")],
            [TableRow(self.name("id", r), (
                self.count(r["present"]), *(self.count(r[k]) for k, *_ in _VOTES),
                self.name("adopted", r))) for r in rows],
        )  # fmt: skip
        return joined(
            [figure(context, chart, "votes", caption, f"{alt}."), data_table(context, body)]
        )

    # --- answers and draw ----------------------------------------------------------------

    def answers(self) -> Piece:
        """Return every answer before and after, in people; sensitive questions are left out."""
        rows = self.rows("answers")
        pieces = []
        for question in dict.fromkeys(r["question"] for r in rows):
            own = [r for r in rows if r["question"] == question]
            pieces.append(self._answers_table(question, own))
        return self.said(joined(pieces))

    def _answers_table(self, question: str, rows: list[dict[str, Any]]) -> Piece:
        waves = list(dict.fromkeys(r["wave"] for r in rows))
        size = {w: next(r["n"] for r in rows if r["wave"] == w) for w in waves}
        people = {(r["wave"], r["response"]): r["people"] for r in rows}
        heads = [
            (
                f"{fr} (n\u00a0=\u00a0{self.count(size[w])})",
                f"{en} (n\u00a0=\u00a0{self.count(size[w])})",
            )
            for w, (fr, en) in zip(waves, (("Avant", "Before"), ("Après", "After")), strict=False)
        ]
        lines = [
            TableRow(self.context.response(question, response),
                     tuple(self.count(people.get((w, response), 0)) for w in waves))
            for response in dict.fromkeys(r["response"] for r in rows)
        ]  # fmt: skip
        label = self.context.label(question)
        return self.table(
            f"answers-{question}", (f"{label}, en nombre de personnes.", f"{label}, in people."),
            ("Réponse", "Answer"), heads, lines,
        )  # fmt: skip

    def how_drawn(self) -> Piece:
        """Return how the panel was drawn, in enough words to redo it."""
        context, draw = self.context, self.panel.draw
        facts = context.store.facts["draw"]
        ticket, n = self.count(facts["ticket"]), self.count(facts["volunteers"])
        day = context.numbers.date(draw.announced.date) if draw.announced else ""
        when = context.say(f" le {day}, avant que le germe soit connu",
                           f" on {day}, before the seed was known") if day else ""  # fmt: skip
        said = context.say(
            f"Les {n} volontaires ont été répartis en cellules de personnes semblables pour tous "
            f"les quotas. Une loterie de 10\u202f000 billets a été publiée{when}\u202f: chaque "
            "billet désigne un panel qui respecte tous les quotas, et les billets sont répartis "
            "pour que la plus petite chance soit la plus grande possible (leximin). Le germe "
            f"public a désigné le billet {ticket}\u202f; dans chaque cellule, l’ordre des "
            "personnes vient de l’empreinte SHA-256 du germe et de leur numéro. Les membres ont "
            "été comparés à ce tirage\u202f: ce sont les mêmes.",
            f"The {n} volunteers were put in cells of people alike in every quota. A lottery of "
            f"10,000 tickets was published{when}: each ticket names a panel that meets "
            "every quota, and tickets are shared so that the smallest chance is as large as it can "
            f"be (leximin). The public seed named ticket {ticket}; inside each cell, the order of "
            "people comes from the SHA-256 of the seed and their number. Members were compared "
            "with this draw: they are the same.",
        )
        seed = context.colon(context.say("Germe", "Seed"), f"{draw.seed}.")
        name = context.say("La page du tirage, et comment le vérifier",
                           "The page of the draw, and how to check it")  # fmt: skip
        page = Piece(link(name, f"../../../{FOLDER}/{PAGES[context.lang]}.html"))
        return self.said(joined([
            paragraph(said), paragraph(seed, context.text(draw.seed_source)), page,
        ]))  # fmt: skip
