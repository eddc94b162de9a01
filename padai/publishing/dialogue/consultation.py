"""The report of an open consultation: who took part, and what came back in what they said.

Counts and shares of the people who took part. No contribution is quoted, and nothing is compared
or tested.
"""

from __future__ import annotations

import math
from functools import cached_property, partial
from typing import Any

from padai.publishing.charts.data import Axis, Point, Row
from padai.publishing.charts.rows import Layout, row_chart
from padai.publishing.dialogue.common import Participation
from padai.publishing.dialogue.labels import breakdown_label, group_label
from padai.publishing.emit import (
    Piece,
    bullets,
    data_table,
    definitions,
    figure,
    folded,
    joined,
    marked,
    paragraph,
)
from padai.publishing.exhibits.common import share_axis
from padai.publishing.exhibits.words import words
from padai.publishing.rendering.text import md_literal
from padai.publishing.sentences import ended
from padai.publishing.tables import TableRow
from padai.survey import Block, Text
from padai.survey.consultations import RELIABLE, TENTATIVE, ConsultationFile


class ConsultationReport(Participation):
    """Everything that the report of a consultation shows, made from its store alone."""

    kind = "consultation"
    asked = Text(fr="Contributions reçues", en="Contributions received")

    @cached_property
    def consultation(self) -> ConsultationFile:
        """The consultation's definition."""
        found = self.context.store.survey.consultation
        assert found is not None
        return found

    @cached_property
    def size(self) -> int:
        """People who took part."""
        facts = self.context.store.facts["sizes"]
        return int(facts["main"][self.context.store.wave]["n"])

    def essentials(self) -> Piece:
        """Return the consultation in a few numbers."""
        say, facts = self.context.say, self.context.store.facts
        shown = [r for r in self.rows("themes") if not r["flag"]]
        pairs = [
            (self.count(self.size), say("contributions reçues.", "contributions received.")),
            (self.count(len(shown)), say("thèmes publiés, comptés selon une grille déclarée.",
                                         "themes published, counted with a declared codebook.")),
            (self.count(facts["coded_twice"]), say("contributions codées par deux personnes.",
                                                   "contributions coded by two people.")),
        ]  # fmt: skip
        if same := facts["repeated"]:
            texts = self.people(same["texts"], ("", ""), ("un seul texte", "a single text"),
                                ("{n} textes", "{n} texts"))  # fmt: skip
            pairs.append((self.count(same["people"]), say(
                f"contributions identiques à une autre ({texts}).",
                f"contributions identical to another ({texts}).",
            )))  # fmt: skip
        lines = "\n".join(f"- **{md_literal(k)}** {md_literal(v)}" for k, v in pairs)
        return self.said(marked("key-figures", Piece(lines)))

    def who(self) -> Piece:
        """Return who took part beside the population: counts and shares, and no test."""
        context = self.context
        lines: list[TableRow] = []
        rows = self.rows("profile")
        for name in dict.fromkeys(r["breakdown"] for r in rows):
            own = [r for r in rows if r["breakdown"] == name]
            lines.append(TableRow(
                f"{breakdown_label(context, name)} (n\u00a0=\u00a0{self.count(own[0]['n'])})"
            ))  # fmt: skip
            lines += [
                TableRow(group_label(context, name, r["group"]), (
                    self.count(r["people"]), context.numbers.share(r["share"]),
                    context.numbers.share(r["population_share"])))
                for r in own
            ]  # fmt: skip
        least = self.count(context.store.survey.confidentiality.minimum_group)
        note = context.say(
            "n\u00a0: personnes qui ont répondu à la question. Un groupe de moins de "
            f"{least} personnes est regroupé avec un autre.",
            f"n: people who answered the question. A group of fewer than {least} people is merged "
            "with another.",
        )
        lead = context.say(
            "A participé qui a voulu. Les parts de la population sont données pour voir qui "
            "manque, et non pour corriger quoi que ce soit\u202f: rien n’est pondéré.",
            "Whoever wished took part. The population’s shares are given to see who is missing, "
            "and not to correct anything: nothing is weighted.",
        )
        body = self.table(
            "profile",
            (
                "Qui a participé, aux côtés de la population.",
                "Who took part, beside the population.",
            ),
            ("Groupe", "Group"),
            [
                ("Personnes", "People"),
                ("Part des personnes qui ont participé", "Share of the people who took part"),
                ("Part de la population", "Share of the population"),
            ],
            lines,
            note=note,
        )
        return self.said(joined([
            paragraph(lead), self._who_figure(rows), data_table(context, body),
            *folded(context.say("Sources des parts de la population",
                                "Sources of the population’s shares"), bullets(self._sources())),
        ]))  # fmt: skip

    def _who_figure(self, rows: list[dict[str, Any]]) -> Piece:
        """Draw each group's share of those who took part beside its share of the population."""
        context, share = self.context, self.context.numbers.share
        lines: list[Row] = []
        for name in dict.fromkeys(r["breakdown"] for r in rows):
            lines.append(Row(breakdown_label(context, name)))
            lines += [
                Row(group_label(context, name, r["group"]),
                    (Point(100 * r["population_share"], shape="open"), Point(100 * r["share"])),
                    (share(r["share"], digits=0), share(r["population_share"], digits=0)))
                for r in rows if r["breakdown"] == name
            ]  # fmt: skip
        legend = [("plain", context.say("parmi les personnes qui ont participé",
                                        "of the people who took part")),
                  ("open", context.say("dans la population", "in the population"))]  # fmt: skip
        layout = Layout(labels=2.2, sides=(0.5, 0.5), heads=("plain", "open"))
        chart = partial(row_chart, lines, axis=share_axis(context), layout=layout, legend=legend,
                        notices=context.marks)  # fmt: skip
        caption = context.say("Qui a participé, aux côtés de la population.",
                              "Who took part, beside the population.")  # fmt: skip
        told = "; ".join(f"{r.label} {r.side[0]}, {r.side[1]}" for r in lines if r.side)
        alt = context.say(
            f"Deux points par groupe, les personnes qui ont participé puis la population. {told}.",
            f"Two dots a group, the people who took part and then the population. {told}.",
        )
        return figure(context, chart, "who", caption, alt)

    def _sources(self) -> list[str]:
        return [
            self.context.colon(
                breakdown_label(self.context, m.breakdown),
                f"{ended(self.context.text(m.source))} ({self.context.numbers.date(m.date)})",
            )
            for m in self.consultation.profile
        ]

    # --- themes ----------------------------------------------------------------------------

    def themes(self) -> Piece:
        """Return the themes of the contributions, and how far coders agreed on each."""
        context = self.context
        rows = self.rows("themes")
        rest = {t.id for t in self.consultation.themes if t.rest}
        shown = sorted((r for r in rows if not r["flag"]),
                       key=lambda r: (r["theme"] in rest, -r["people"]))  # fmt: skip
        pieces = [paragraph(ended(context.text(self.consultation.coding.method))),
                  paragraph(self._reading())]  # fmt: skip
        if shown:
            pieces.append(self._themes_figure(shown))
        pieces.append(self._themes_table([*shown, *(r for r in rows if r["flag"])]))
        grid = definitions([
            (f"{context.text(t.label)}.", ended(context.text(t.definition)))
            for t in self.consultation.themes
        ])  # fmt: skip
        pieces += folded(context.say("Grille de codage", "Codebook"), grid)
        return self.said(joined(pieces))

    def _reading(self) -> str:
        numbers = self.context.numbers
        good, least = numbers.decimal(RELIABLE, 2), numbers.decimal(TENTATIVE, 3)
        return self.context.say(
            "L’accord entre les deux personnes qui ont codé est mesuré, thème par thème, par "
            "l’alpha de Krippendorff\u202f: 1 pour un accord parfait, 0 pour celui que donnerait "
            f"le hasard. À partir de {good}, le codage est fiable\u202f; de {least} à {good}, il "
            "est à lire avec prudence\u202f; au-dessous, le nombre n’est pas publié.",
            "Agreement between the two coders is measured, theme by theme, by Krippendorff’s "
            f"alpha: 1 for perfect agreement, 0 for what chance would give. From {good} the coding "
            f"is reliable; from {least} to {good} it is to be read with caution; below, the count "
            "is not published.",
        )

    def _themes_figure(self, rows: list[dict[str, Any]]) -> Piece:
        context = self.context
        top = max(r["people"] for r in rows)
        step = next(s for s in (10, 20, 50, 100, 200, 500, 1000, 10**9) if top / s <= 5)
        ticks = tuple(float(t) for t in range(0, int(math.ceil(top / step) * step) + 1, step))
        axis = Axis(0.0, ticks[-1], ticks, context.numbers.count,
                    context.say("Contributions", "Contributions"))  # fmt: skip
        chart = partial(
            row_chart,
            [Row(self.name("theme", r), (Point(r["people"]),), (self.count(r["people"]),))
             for r in rows],
            axis=axis, layout=Layout(labels=1.9, sides=(0.5,), bars=True), notices=context.marks,
        )  # fmt: skip
        said = "; ".join(f"{self.name('theme', r)} {self.count(r['people'])}" for r in rows)
        n = f"n\u00a0=\u00a0{self.count(rows[0]['n'])}"
        caption = context.say(f"Contributions qui portent chaque thème, {n}.",
                              f"Contributions that carry each theme, {n}.")  # fmt: skip
        note = context.say(
            "Une contribution peut porter plusieurs thèmes\u202f: les nombres ne s’additionnent "
            "pas.",
            "A contribution may carry several themes: the numbers do not add up.",
        )
        alt = context.say("Barres horizontales. ", "Horizontal bars. ") + f"{said}."
        return figure(context, chart, "themes", caption, alt, note=note)

    def _themes_table(self, rows: list[dict[str, Any]]) -> Piece:
        context = self.context
        lines = []
        for row in rows:
            alpha = row["alpha"]
            lines.append(TableRow(self.name("theme", row), (
                row["flag"] or self.count(row["people"]),
                row["flag"] or context.numbers.share(row["share"]),
                "–" if math.isnan(alpha) else context.numbers.decimal(alpha, 2),
                self.name("reliability", row) or "–",
            )))  # fmt: skip
        limit = self.count(context.store.survey.confidentiality.disclosure_count)
        twice = self.count(rows[0]["coded_twice"])
        note = context.say(
            f"x\u00a0: moins de {limit} contributions. F\u00a0: accord insuffisant. Accord mesuré "
            f"sur {twice} contributions codées par deux personnes.",
            f"x: fewer than {limit} contributions. F: too little agreement. Agreement measured on "
            f"{twice} contributions coded by two people.",
        )
        body = self.table(
            "themes", ("Thèmes, accord entre les personnes qui ont codé.",
                       "Themes, agreement between coders."), ("Thème", "Theme"),
            [("Contributions", "Contributions"),
             ("Part des contributions", "Share of contributions"),
             ("Alpha", "Alpha"), ("Accord", "Agreement")], lines, note=note,
        )  # fmt: skip
        return body

    # --- answers and words -----------------------------------------------------------------

    def answers(self) -> Piece:
        """Return the answers to closed questions: counts and shares of those who took part."""
        context, rows = self.context, self.rows("answers")
        pieces = []
        for question in dict.fromkeys(r["question"] for r in rows):
            own = [r for r in rows if r["question"] == question]
            lines = [
                TableRow(self._response(question, r["response"]),
                         (self.count(r["people"]), context.numbers.share(r["share"])))
                for r in own
            ]  # fmt: skip
            label, n = context.label(question), f"n\u00a0=\u00a0{self.count(own[0]['n'])}"
            wording = context.question(question).wording_at(
                context.store.wave, context.store.survey.waves
            )
            pieces += [
                paragraph(wording.get(context.lang, context.part().mode)),
                self.table(
                    f"answers-{question}", (f"{label}, {n}.", f"{label}, {n}."),
                    ("Réponse", "Answer"),
                    [("Personnes", "People"),
                     ("Part des personnes qui ont participé",
                      "Share of the people who took part")], lines,
                ),
            ]  # fmt: skip
        return self.said(joined(pieces))

    def _response(self, question: str, name: str) -> str:
        known = self.context.question(question).codes
        parts = [name] if name in known else name.split("+")
        return " + ".join(self.context.response(question, part) for part in parts)

    def given_words(self) -> Piece:
        """Return the words given, above the disclosure count."""
        pieces = []
        for question in self.consultation.words:
            label = self.context.question(question).label
            block = Block(kind="words", questions=(question,), title=label)
            pieces.append(words(self.context, block, f"words-{question}"))
        return self.said(joined(pieces))

    def data_note(self) -> Piece:
        """Say that the contributions themselves are not published."""
        return self.said(paragraph(self.context.say(
            "Aucune contribution n’est citée ni publiée\u202f: seuls le sont les thèmes et les "
            "mots qui reviennent assez souvent pour ne désigner personne.",
            "No contribution is quoted or published: only themes and words that come back often "
            "enough to point to nobody.",
        )))  # fmt: skip
