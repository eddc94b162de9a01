"""The report of a citizens' panel: what it recommends, who it is, what changed among its members.

Counts of people, never a percentage of them: a panel is small. Nothing here speaks for anyone else.
"""

from __future__ import annotations

from typing import Any

from padai.publishing.charts.data import Bar, Segment
from padai.publishing.charts.stacked import stacked_chart
from padai.publishing.dialogue.labels import joined_cells
from padai.publishing.dialogue.panel_people import People
from padai.publishing.emit import (
    Piece,
    bullets,
    data_table,
    figure,
    heading,
    joined,
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


class PanelReport(People):
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
        chart = stacked_chart(bars, notices=context.marks)
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

    # --- before and after ------------------------------------------------------------------

    def changes(self) -> Piece:
        """Return what changed among the people who answered both times, question by question."""
        context = self.context
        rows = self.rows("panel_changes")
        if not rows:
            return paragraph(context.say("Aucune question n’est suivie.",
                                         "No question is followed."))  # fmt: skip
        pieces = [paragraph(self._explained(), context.words().precision)]
        for row in rows:
            name = context.label(row["question"])
            pieces += [heading(3, name), paragraph(*self._sentences(row))]
        shown = [r for r in rows if not r["reason"]]
        return self.said(joined([*pieces, self._moves_figure(shown), self._changes_table(rows)]))

    def _explained(self) -> str:
        n = len(self.rows("panel_changes"))
        return self.context.say(
            f"Les {n} questions suivies ont été déclarées avant la lecture des réponses. Seules "
            "comptent ici les personnes qui ont répondu les deux fois. La valeur p est celle d’un "
            "test exact\u202f: la probabilité de voir au moins autant de changements dans un même "
            "sens si chaque personne qui a changé avait pu le faire dans un sens ou dans l’autre. "
            "Elle est donnée aussi corrigée pour le nombre de questions suivies.",
            f"The {n} questions followed were declared before the answers were read. Only people "
            "who answered both times count here. The p-value is that of an exact test: the "
            "probability of as many changes in one direction if each person who changed could have "
            "done so either way. It is also given adjusted for the number of questions followed.",
        )

    def _sentences(self, row: dict[str, Any]) -> list[str]:
        if row["reason"]:
            return self._merged(row)
        say, n = self.context.say, row["n"]
        if row["response"] == "mean":
            before, after = (self.context.numbers.decimal(row[k], 1) for k in ("before", "after"))
            first = say(
                f"En moyenne, la note passe de {before} à {after} parmi les {self.count(n)} "
                f"personnes\u202f: {self.count(row['moved_up'])} ont donné une note plus haute, "
                f"{self.count(row['moved_down'])} une note plus basse et "
                f"{self.count(row['unchanged'])} la même.",
                f"On average the score goes from {before} to {after} among the {self.count(n)} "
                f"people: {self.count(row['moved_up'])} gave a higher score, "
                f"{self.count(row['moved_down'])} a lower one and {self.count(row['unchanged'])} "
                "the same.",
            )
        else:
            name = self.context.response(row["question"], row["response"])
            toward = self.people(
                row["moved_up"], ("Personne n’y est passé", "Nobody moved to it"),
                ("{n} personne y est passée", "{n} person moved to it"),
                ("{n} personnes y sont passées", "{n} people moved to it"),
            )  # fmt: skip
            away = self.people(row["moved_down"],
                               ("personne ne l’a quittée", "nobody left it"),
                               ("{n} personne l’a quittée", "{n} person left it"),
                               ("{n} personnes l’ont quittée", "{n} people left it"))  # fmt: skip
            first = say(
                f"«\u00a0{name}\u00a0»\u202f: {self.of(row['before'], n)} avant, "
                f"{self.of(row['after'], n)} après. {toward} et {away}.",
                f"“{name}”: {self.of(row['before'], n)} before, {self.of(row['after'], n)} after. "
                f"{toward} and {away}.",
            )
        return [first, self._certainty(row)]

    def _certainty(self, row: dict[str, Any]) -> str:
        say = self.context.say
        if not row["moved"]:
            return say("Personne n’a changé.", "Nobody changed.")
        test = self.name("test", row)
        p = f"{self.p(row['p_value'])}, {say('corrigée', 'adjusted')} {self.p(row['p_adjusted'])}"
        level = self.context.level
        mean = row["response"] == "mean"
        way = say("vers une note plus haute" if mean else "vers cette réponse",
                  "toward a higher score" if mean else "toward this answer")  # fmt: skip
        share = self.of(row["moved_up"], row["moved"])
        ends = (self.count(row["up_low"]), self.of(row["up_high"], row["moved"]))
        return say(
            f"Parmi celles qui ont changé, {share} l’ont fait {way} (intervalle exact à "
            f"{level}\u202f: de {ends[0]} à {ends[1]})\u202f; {test}, {p}.",
            f"Of those who changed, {share} did so {way} (exact {level} interval: {ends[0]} to "
            f"{ends[1]}); {test}, {p}.",
        )

    def _merged(self, row: dict[str, Any]) -> list[str]:
        """Say what may be said of a sensitive question: how people moved, small cells merged."""
        moves = [m for m in self.rows("panel_moves") if m["question"] == row["question"]]
        name = self.context.response(row["question"], row["response"])
        listed = "; ".join(
            self.context.colon(joined_cells(m["cell"], self.context.lang),
                               self.of(m["people"], m["n"])) for m in moves
        )  # fmt: skip
        return [
            self.context.say(f"«\u00a0{name}\u00a0»\u202f: {listed}.", f"“{name}”: {listed}."),
            self.context.say(
                "La question est délicate\u202f: les groupes de 1 à 4 personnes sont regroupés et "
                "aucun test n’est publié.",
                "The question is sensitive: groups of 1 to 4 people are merged and no test is "
                "published.",
            ),
        ]

    def _moves_figure(self, rows: list[dict[str, Any]]) -> Piece:
        context, say = self.context, self.context.say
        if not rows:
            return Piece("")
        away, toward = say("S’en sont éloignées", "Moved away"), say("S’en sont rapprochées",
                                                                     "Moved toward")  # fmt: skip

        def bar(row: dict[str, Any]) -> Bar:
            down, up = (Segment(label, float(row[key]), self.count(row[key]) if row[key] else "")
                        for label, key in ((away, "moved_down"), (toward, "moved_up")))  # fmt: skip
            note = say(
                f"n\u00a0=\u00a0{self.count(row['n'])}", f"n\u00a0=\u00a0{self.count(row['n'])}"
            )
            return Bar(context.label(row["question"]), note, (down,), (up,))

        chart = stacked_chart([bar(r) for r in rows], notices=context.marks)
        caption = say(
            "Personnes qui ont changé de réponse entre le début et la fin, par question.",
            "People whose answer changed between start and end, by question.",
        )
        alt = say("Barres en deux sens. ", "Diverging bars. ") + "; ".join(
            f"{context.label(r['question'])}, {away.lower()} {self.count(r['moved_down'])}, "
            f"{toward.lower()} {self.count(r['moved_up'])}"
            for r in rows
        )
        note = say(
            "Vers la droite\u202f: vers la réponse suivie (accord, confiance) ou vers une note "
            "plus haute. Les personnes dont la réponse n’a pas changé ne sont pas dessinées.",
            "To the right: toward the answer followed (agreement, trust) or a higher score. People "
            "whose answer did not change are not drawn.",
        )
        return figure(context, chart, "moves", caption, f"{alt}.",
                      note=f"{note} {context.words().precision}")  # fmt: skip

    def _changes_table(self, rows: list[dict[str, Any]]) -> Piece:
        lines = []
        for row in rows:
            label = self.context.label(row["question"])
            if row["reason"]:
                lines.append(TableRow(label, (*["x"] * 4, self.count(row["n"]), "x", "x")))
                continue
            mean = row["response"] == "mean"
            ends = [
                self.context.numbers.decimal(row[k], 1) if mean else self.of(row[k], row["n"])
                for k in ("before", "after")
            ]
            lines.append(TableRow(label, (
                *ends, self.count(row["moved_up"]), self.count(row["moved_down"]),
                self.count(row["n"]), self.p(row["p_value"], bare=True),
                self.p(row["p_adjusted"], bare=True),
            )))  # fmt: skip
        note = self.context.say(
            "x\u00a0: question délicate, nombres regroupés dans le texte. p corrigée par la "
            "méthode de Holm.",
            "x: sensitive question, numbers merged in the text. p adjusted by Holm’s method.",
        )
        return self.table(
            "changes", ("Réponses avant et après, mêmes personnes.",
                        "Answers before and after, same people."), ("Question", "Question"),
            [("Avant", "Before"), ("Après", "After"), ("Rapprochées", "Toward"),
             ("Éloignées", "Away"), ("n", "n"), ("p exacte", "Exact p"),
             ("p corrigée", "Adjusted p")], lines,
            note=f"{note} {self.context.words().precision}",
        )  # fmt: skip

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
        said = context.say(
            f"Les {n} volontaires ont été répartis en cellules de personnes semblables pour tous "
            "les quotas. Une loterie de 10\u202f000 billets a été publiée avant le tirage\u202f: "
            "chaque billet désigne un panel qui respecte tous les quotas, et les billets sont "
            "répartis pour que la plus petite chance soit la plus grande possible (leximin). La "
            f"germe publique a désigné le billet {ticket}\u202f; dans chaque cellule, l’ordre des "
            "personnes vient de l’empreinte SHA-256 de la germe et de leur numéro. Les membres ont "
            "été comparés à ce tirage\u202f: ce sont les mêmes.",
            f"The {n} volunteers were put in cells of people alike in every quota. A lottery of "
            "10,000 tickets was published before the draw: each ticket names a panel that meets "
            "every quota, and tickets are shared so that the smallest chance is as large as it can "
            f"be (leximin). The public seed named ticket {ticket}; inside each cell, the order of "
            "people comes from the SHA-256 of the seed and their number. Members were compared "
            "with this draw: they are the same.",
        )
        seed = context.colon(context.say("Germe", "Seed"), f"{draw.seed}.")
        return self.said(joined([
            paragraph(said), paragraph(seed, context.text(draw.seed_source)),
        ]))  # fmt: skip
