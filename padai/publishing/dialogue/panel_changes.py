"""What changed among the members of a panel: the same people, question by question."""

from __future__ import annotations

from functools import partial
from math import isnan
from typing import Any

from padai.publishing.charts.data import Bar, Segment
from padai.publishing.charts.stacked import stacked_chart
from padai.publishing.dialogue.labels import joined_cells
from padai.publishing.dialogue.panel_people import People
from padai.publishing.emit import Piece, figure, heading, joined, paragraph
from padai.publishing.sentences import lower_first, upper_first
from padai.publishing.tables import TableRow

RARE = 0.05
"""The adjusted p-value under which chance alone is said to do so rarely."""


class Changes(People):
    """The chapter of a panel's report on answers before and after."""

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
            "probability of at least as many changes in one direction if each person who changed "
            "could have done so either way. It is also given adjusted for the number of questions "
            "followed.",
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
                row["moved_up"],
                ("Personne n’est passé à cette réponse", "Nobody moved to this answer"),
                ("{n} personne est passée à cette réponse", "{n} person moved to this answer"),
                ("{n} personnes sont passées à cette réponse", "{n} people moved to this answer"),
            )
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
        if not row["moved"]:
            return [first, say("Personne n’a changé.", "Nobody changed.")]
        return [first, self._chance(row), self._certainty(row)]

    def _chance(self, row: dict[str, Any]) -> str:
        """Say in plain words whether chance alone would often have done as much."""
        if row["p_adjusted"] < RARE:
            return self.context.say(
                "Si le hasard seul avait choisi le sens de chaque changement, un tel écart serait "
                "rare.",
                "If chance alone had chosen the direction of each change, such a gap would be "
                "rare.",
            )
        return self.context.say(
            "Si le hasard seul avait choisi le sens de chaque changement, un tel écart n’aurait "
            "rien de rare.",
            "If chance alone had chosen the direction of each change, such a gap would not be "
            "rare.",
        )

    def _certainty(self, row: dict[str, Any]) -> str:
        say = self.context.say
        adjusted = say("p corrigée", "adjusted p")
        exact = self.context.colon(self.name("test", row), self.p(row["p_value"]))
        p = f"{exact}, {self.p(row['p_adjusted'], adjusted)}"
        level = self.context.level
        mean = row["response"] == "mean"
        way = say("vers une note plus haute" if mean else "vers cette réponse",
                  "toward a higher score" if mean else "toward this answer")  # fmt: skip
        share = self.of(row["moved_up"], row["moved"])
        ends = (self.count(row["up_low"]), self.of(row["up_high"], row["moved"]))
        return say(
            f"Parmi celles qui ont changé, {share} l’ont fait {way} (intervalle exact à "
            f"{level}\u202f: de {ends[0]} à {ends[1]}). {upper_first(p)}.",
            f"Of those who changed, {share} did so {way} (exact {level} interval: {ends[0]} to "
            f"{ends[1]}). {upper_first(p)}.",
        )

    def _merged(self, row: dict[str, Any]) -> list[str]:
        """Say what may be said of a sensitive question: how people moved, small cells merged."""
        moves = [m for m in self.rows("panel_moves")
                 if m["question"] == row["question"] and m["people"]]  # fmt: skip
        name = self.context.response(row["question"], row["response"])
        if not moves:
            return [
                self.context.say(
                    f"«\u00a0{name}\u00a0»\u202f: moins de cinq dossiers ont été corrigés depuis "
                    "une version déjà publiée. La question est délicate\u202f: ses nombres ne "
                    "sont pas publiés de nouveau, pour que leur différence ne dise rien de ces "
                    "personnes.",
                    f"“{name}”: fewer than five records were corrected since a version that is "
                    "already published. The question is sensitive: its numbers are not published "
                    "again, so that their difference tells nothing of these people.",
                )
            ]
        listed = "; ".join(
            self.context.colon(lower_first(joined_cells(m["cell"], self.context.lang)),
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

        chart = partial(stacked_chart, [bar(r) for r in rows], notices=context.marks)
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
                n = "x" if isnan(row["n"]) else self.count(row["n"])
                lines.append(TableRow(label, (*["x"] * 4, n, "x", "x")))
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
            "p corrigée par la méthode de Holm. ", "p adjusted by Holm’s method. "
        ) + self._drawn_at_random(rows)
        if any(row["reason"] for row in rows):
            note += self.context.say(
                "x\u00a0: question délicate, nombres regroupés dans le texte. ",
                "x: sensitive question, numbers merged in the text. ",
            )
        return self.table(
            "changes", ("Réponses avant et après, mêmes personnes.",
                        "Answers before and after, same people."), ("Question", "Question"),
            [("Avant", "Before"), ("Après", "After"), ("Rapprochées", "Toward"),
             ("Éloignées", "Away"), ("n", "n"), ("p exacte", "Exact p"),
             ("p corrigée", "Adjusted p")], lines,
            note=f"{note}{self.context.words().precision}",
        )  # fmt: skip

    def _drawn_at_random(self, rows: list[dict[str, Any]]) -> str:
        """Say how many turnings of signs were drawn, and what error that leaves in p."""
        errors = [r["monte_carlo_error"] for r in rows if r["method"] == "monte_carlo"]
        if not errors:
            return ""
        tests = self.context.store.facts["tests"]
        draws, seed = self.count(tests["draws"]), self.count(tests["seed"])
        error = self.context.numbers.decimal(max(*errors, 0.00005), 4)
        return self.context.say(
            f"Test par changement de signes\u202f: {draws} tirages au hasard, germe {seed}, erreur "
            f"type de p au plus {error}. ",
            f"Sign-flip test: {draws} random draws, seed {seed}, standard error of p at most "
            f"{error}. ",
        )
