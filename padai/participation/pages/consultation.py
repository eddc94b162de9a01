"""The report of an open consultation: who took part, and what came back in what they said.

Counts and shares of the people who took part. No contribution is quoted, and nothing is compared
or tested.
"""

from __future__ import annotations

import math
from functools import partial
from typing import Any

from padai.charts.data import Axis, ChartRow, Point
from padai.charts.rows import Layout, row_chart
from padai.participation.pages.code_labels import breakdown_label, group_label
from padai.participation.pages.consultation_found import ConsultationFound
from padai.publishing.basis.sentences import ended
from padai.publishing.engine.text import md_literal
from padai.publishing.exhibits.axes import share_axis
from padai.publishing.exhibits.words import words
from padai.publishing.pieces.emit import (
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
from padai.publishing.pieces.tables import TableRow
from padai.survey import Block
from padai.survey.consultations import RELIABLE, TENTATIVE
from padai.survey.kinds import CONSULTATION
from padai.words import Said


class ConsultationReport(ConsultationFound):
    """Everything that the report of a consultation shows, made from its store alone."""

    kind = CONSULTATION.id
    asked = "publishing-dialogue-contributions-received-0a8a"

    def essentials(self) -> Piece:
        """Return what came back most, then the consultation in a few numbers."""
        say, facts = self.context.say, self.context.store.facts
        rest = {t.id for t in self.consultation.themes if t.rest}
        shown = [r for r in self.rows("themes") if not r["flag"] and r["theme"] not in rest]
        pairs = [
            (self.count(self.size), say("publishing-dialogue-contributions-received-024c")),
            (
                self.count(len(shown)),
                say("publishing-dialogue-themes-published-counted-with-a-declared"),
            ),
            (
                self.count(facts["coded_twice"]),
                say("publishing-dialogue-contributions-coded-by-two-people-a82c"),
            ),
        ]
        if same := facts["repeated"]:
            texts = self.people(
                same["texts"],
                Said("", ""),
                Said("publishing-dialogue-a-single-text"),
                Said("publishing-dialogue-n-texts", n="{n}"),
            )
            pairs.append(
                (
                    self.count(same["people"]),
                    say("publishing-dialogue-contributions-identical-to-another", texts=texts),
                )
            )
        lines = "\n".join(f"- **{md_literal(k)}** {md_literal(v)}" for k, v in pairs)
        findings = [line for line, _ in self.found()]
        lead = (
            paragraph(say("publishing-dialogue-those-who-took-part-say")) if findings else Piece("")
        )
        return self.said(joined([lead, bullets(findings), marked("key-figures", Piece(lines))]))

    def who(self) -> Piece:
        """Return who took part beside the population: counts and shares, and no test."""
        context, rows = self.context, self.rows("profile")
        lead = context.say("publishing-dialogue-whoever-wished-took-part-the-populations")
        body = self._who_table(rows)
        return self.said(
            joined(
                [
                    paragraph(lead),
                    *([self._who_figure(rows), data_table(context, body)] if rows else []),
                    *folded(
                        context.say("publishing-dialogue-sources-of-the-populations-shares"),
                        bullets(self._sources()),
                    ),
                ]
            )
        )

    def _who_table(self, rows: list[dict[str, Any]]) -> Piece:
        """Return each group's people, their share, and that of the population."""
        context, share = self.context, self.context.numbers.share
        lines: list[TableRow] = []
        for name in dict.fromkeys(r["breakdown"] for r in rows):
            own = [r for r in rows if r["breakdown"] == name]
            asked = self.count(own[0]["n"])
            lines.append(TableRow(f"{breakdown_label(context, name)} (n\u00a0=\u00a0{asked})"))
            lines += [
                TableRow(
                    group_label(context, name, r["group"]),
                    (self.count(r["people"]), share(r["share"]), share(r["population_share"])),
                )
                for r in own
            ]
        least = self.count(context.survey.confidentiality.minimum_group)
        note = context.say("publishing-dialogue-n-people-who-answered-the-question-a", least=least)
        return self.table(
            "profile",
            Said("publishing-dialogue-who-took-part-beside-the-population-6b9a"),
            Said("publishing-dialogue-group"),
            [
                Said("publishing-dialogue-people-b20a"),
                Said("publishing-dialogue-share-of-the-people-who-took-part"),
                Said("publishing-dialogue-share-of-the-population"),
            ],
            lines,
            note=note,
        )

    def _who_figure(self, rows: list[dict[str, Any]]) -> Piece:
        """Draw each group's share of those who took part beside its share of the population."""
        context, share = self.context, self.context.numbers.share
        lines: list[ChartRow] = []
        for name in dict.fromkeys(r["breakdown"] for r in rows):
            lines.append(ChartRow(breakdown_label(context, name)))
            lines += [
                ChartRow(
                    group_label(context, name, r["group"]),
                    (Point(100 * r["population_share"], shape="open"), Point(100 * r["share"])),
                    (share(r["share"]), share(r["population_share"])),
                )
                for r in rows
                if r["breakdown"] == name
            ]
        legend = [
            ("plain", context.say("publishing-dialogue-of-the-people-who-took-part")),
            ("open", context.say("publishing-dialogue-in-the-population")),
        ]
        layout = Layout(labels=2.2, sides=(0.6, 0.6), heads=("plain", "open"))
        chart = partial(
            row_chart,
            lines,
            axis=share_axis(context.numbers),
            layout=layout,
            legend=legend,
            notices=context.marks,
        )
        caption = context.say("publishing-dialogue-who-took-part-beside-the-population-6b9a")
        shares = context.say("publishing-language-semicolon").join(
            context.colon(r.label, f"{r.side[0]}, {r.side[1]}") for r in lines if r.side
        )
        alt = context.say("publishing-dialogue-two-dots-a-group-the-people-who-took", told=shares)
        return figure(context, chart, "who", caption, alt)

    def _sources(self) -> list[str]:
        return [
            self.context.colon(
                breakdown_label(self.context, m.breakdown),
                f"{self.context.text(m.source).rstrip('.')} ({self.context.numbers.date(m.date)}).",
            )
            for m in self.consultation.profile
        ]

    # --- themes ----------------------------------------------------------------------------

    def themes(self) -> Piece:
        """Return the themes of the contributions, and how far coders agreed on each."""
        context = self.context
        rows = self.rows("themes")
        rest = {t.id for t in self.consultation.themes if t.rest}
        shown = sorted(
            (r for r in rows if not r["flag"]), key=lambda r: (r["theme"] in rest, -r["people"])
        )
        pieces = [
            paragraph(ended(context.text(self.consultation.coding.method))),
            paragraph(self._reading()),
        ]
        if shown:
            pieces.append(self._themes_figure(shown))
        flagged = [r for r in rows if r["flag"]]
        pieces.append(self._themes_table([*shown, *flagged]) if rows else self._withdrawn())
        grid = definitions(
            [
                (f"{context.text(t.label)}.", ended(context.text(t.definition)))
                for t in self.consultation.themes
            ]
        )
        pieces += folded(context.say("publishing-dialogue-codebook"), grid)
        return self.said(joined(pieces))

    def _withdrawn(self) -> Piece:
        name = self.context.label(self.consultation.contribution)
        return paragraph(
            self.context.say("publishing-dialogue-withdrawn-for-confidentiality", name=name)
        )

    def _reading(self) -> str:
        numbers = self.context.numbers
        good, least = numbers.decimal(RELIABLE, 2), numbers.decimal(TENTATIVE, 3)
        return self.context.say(
            "publishing-dialogue-agreement-between-the-two-coders-is", good=good, least=least
        )

    def _themes_figure(self, rows: list[dict[str, Any]]) -> Piece:
        context = self.context
        top = max(r["people"] for r in rows)
        step = next(s for s in (10, 20, 50, 100, 200, 500, 1000, 10**9) if top / s <= 5)
        ticks = tuple(float(t) for t in range(0, int(math.ceil(top / step) * step) + 1, step))
        axis = Axis(
            0.0,
            ticks[-1],
            ticks,
            context.numbers.count,
            context.say("publishing-dialogue-contributions"),
        )
        chart = partial(
            row_chart,
            [
                ChartRow(self.name("theme", r), (Point(r["people"]),), (self.count(r["people"]),))
                for r in rows
            ],
            axis=axis,
            layout=Layout(labels=1.9, sides=(0.5,), bars=True),
            notices=context.marks,
        )
        counts = context.say("publishing-language-semicolon").join(
            context.colon(self.name("theme", r), self.count(r["people"])) for r in rows
        )
        n = f"n\u00a0=\u00a0{self.count(rows[0]['n'])}"
        caption = context.say(
            "publishing-dialogue-contributions-that-carry-each-theme",
            n=n,
            themes=self.themes_named(),
        )
        note = context.say("publishing-dialogue-a-contribution-may-carry-several-themes")
        alt = context.say("publishing-dialogue-horizontal-bars") + f"{counts}."
        return figure(context, chart, "themes", caption, alt, note=note)

    def _themes_table(self, rows: list[dict[str, Any]]) -> Piece:
        context = self.context
        lines = []
        for row in rows:
            alpha = row["alpha"]
            lines.append(
                TableRow(
                    self.name("theme", row),
                    (
                        row["flag"] or self.count(row["people"]),
                        row["flag"] or context.numbers.share(row["share"]),
                        "–" if math.isnan(alpha) else context.numbers.decimal(alpha, 2),
                        self.name("reliability", row) or "–",
                    ),
                )
            )
        limit = self.count(context.survey.confidentiality.disclosure_count)
        twice = self.count(rows[0]["coded_twice"])
        note = context.say(
            "publishing-dialogue-x-fewer-than-contributions-f-too-little", limit=limit, twice=twice
        )
        body = self.table(
            "themes",
            Said("publishing-dialogue-themes-agreement-between-coders"),
            Said("publishing-dialogue-theme-62e8"),
            [
                Said("publishing-dialogue-contributions"),
                Said("publishing-dialogue-share-of-contributions"),
                Said("publishing-dialogue-alpha"),
                Said("publishing-dialogue-agreement-of-coders"),
            ],
            lines,
            note=note,
        )
        return body

    # --- answers and words -----------------------------------------------------------------

    def answers(self) -> Piece:
        """Return the answers to closed questions: counts and shares of those who took part."""
        context, rows = self.context, self.rows("answers")
        pieces = []
        for question in dict.fromkeys(r["question"] for r in rows):
            own = [r for r in rows if r["question"] == question]
            lines = [
                TableRow(
                    self.response_named(question, r["response"]),
                    (self.count(r["people"]), context.numbers.share(r["share"])),
                )
                for r in own
            ]
            label, n = context.label(question), f"n\u00a0=\u00a0{self.count(own[0]['n'])}"
            wording = context.question(question).wording_at(context.wave, context.survey.waves)
            pieces += [
                paragraph(wording.get(context.lang, context.part().mode)),
                self.table(
                    f"answers-{question}",
                    Said("padai-parts", parts=f"{label}, {n}."),
                    Said("publishing-dialogue-answer"),
                    [
                        Said("publishing-dialogue-people-b20a"),
                        Said("publishing-dialogue-share-of-the-people-who-took-part"),
                    ],
                    lines,
                ),
            ]
        return self.said(joined(pieces))

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
        return self.said(
            paragraph(
                self.context.say("publishing-dialogue-no-contribution-is-quoted-or-published")
            )
        )
