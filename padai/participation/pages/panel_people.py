"""Who a panel is: the way to it, its make-up beside the population, its mandates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from typing import Any

from padai.charts.data import Axis, ChartRow, Point
from padai.charts.rows import Layout, row_chart
from padai.participation.pages.code_labels import STAGES, breakdown_label, group_label, said
from padai.participation.pages.participation_report import ParticipationPieces
from padai.publishing.basis.sentences import ended
from padai.publishing.pieces.emit import (
    Piece,
    bullets,
    data_table,
    figure,
    heading,
    joined,
    paragraph,
)
from padai.publishing.pieces.tables import TableRow
from padai.survey.kinds import PANEL
from padai.survey.panels import PanelFile, Quota
from padai.words import Said

_DRAWN_STEPS = ("drawn", "present", "present_always", "answered", "answered_both")
"""The steps that a bar shows: those of the panel's own size."""


class People(ParticipationPieces):
    """The chapters of a panel's report that are about its members."""

    kind = PANEL.id
    asked = "publishing-dialogue-last-questionnaire-filled"

    @cached_property
    def panel(self) -> PanelFile:
        """The panel's definition."""
        panel = self.context.survey.panel
        assert panel is not None
        return panel

    def steps(self) -> Piece:
        """Return the way from invitation to the last session."""
        rows, lines = self.rows("panel_steps"), []
        for row in rows:
            label = self.name("step", row)
            if row["session"]:
                label = f"{self.name('session', row)}\u202f– {label.lower()}"
            lines.append(TableRow(label, (self.count(row["people"]),)))
        invitation = self.panel.invitation
        text = ended(self.context.text(invitation.text)) if invitation is not None else ""
        body = self.table(
            "steps",
            Said("publishing-dialogue-from-invitation-to-the-last-session-in"),
            Said("publishing-dialogue-step"),
            [Said("publishing-dialogue-people-b20a")],
            lines,
        )
        return self.said(
            joined(
                [
                    paragraph(text, self._came_forward(rows)),
                    self._steps_figure(rows),
                    data_table(self.context, body),
                ]
            )
        )

    def _came_forward(self, rows: list[dict[str, Any]]) -> str:
        """Say how many came forward, which no bar beside forty people could show."""
        counts = {r["step"]: self.count(r["people"]) for r in rows}
        volunteers, drawn = counts["volunteered"], counts["drawn"]
        return self.context.say(
            "publishing-dialogue-people-volunteered-and-of-them-were",
            volunteers=volunteers,
            drawn=drawn,
        )

    def _steps_figure(self, rows: list[dict[str, Any]]) -> Piece:
        """Draw the panel at each of its moments, in people."""
        in_office = {r["session"]: r["people"] for r in rows if r["step"] == "in_office"}
        size = self.panel.draw.size
        lines = []
        for row in (r for r in rows if r["step"] in _DRAWN_STEPS):
            session = self.name("session", row) if row["session"] else ""
            there = row["step"] == "present"
            of = self.of(row["people"], in_office[row["session"]] if there else size)
            label = session if there else self.name("step", row)
            if session and not there:
                label = self.context.colon(session, label.lower())
            lines.append(ChartRow(label, (Point(row["people"]),), (of,)))
        step = max(1, 5 * round(size / 20))
        ticks = tuple(float(t) for t in range(0, size + step, step))
        axis = Axis(
            0.0,
            ticks[-1],
            ticks,
            self.context.numbers.count,
            self.context.say("publishing-dialogue-people-b20a"),
        )
        layout = Layout(labels=2.5, sides=(0.85,), bars=True, row=0.3)
        chart = partial(row_chart, lines, axis=axis, layout=layout, notices=self.context.marks)
        caption = self.context.say("publishing-dialogue-the-panel-from-the-draw-to-the-last")
        note = self.context.say("publishing-dialogue-at-sessions-people-present-of-those-in")
        listed = self.context.say("publishing-language-semicolon").join(
            f"{r.label}, {r.side[0]}" for r in lines
        )
        alt = self.context.say("publishing-dialogue-horizontal-bars") + ended(listed)
        return figure(self.context, chart, "steps", caption, alt, note=note)

    def profile(self) -> Piece:
        """Return the panel's make-up beside the population, with what was over-selected."""
        context, rows = self.context, self.rows("profile")
        sizes = {r["stage"]: self.count(r["n"]) for r in rows}
        heads = [Said("publishing-dialogue-share-of-the-population"),
                 Said("publishing-dialogue-seats-planned"),
                 *(Said("publishing-dialogue-head-with-n", head=STAGES[s], n=sizes[s])
                   for s in sizes)]  # fmt: skip
        lines: list[TableRow] = []
        shown = [q for q in self.panel.draw.quotas if any(r["breakdown"] == q.id for r in rows)]
        for quota in shown:
            own = [r for r in rows if r["breakdown"] == quota.id]
            lines.append(TableRow(breakdown_label(context, quota.id)))
            lines += self._groups(own, list(sizes))
        note = context.say("publishing-dialogue-group-given-more-seats-than-its-share-by")
        stages = {q.id: {r["stage"] for r in rows if r["breakdown"] == q.id} for q in shown}
        if any(len(of) < len(sizes) for of in stages.values()):
            note += " " + context.say("publishing-dialogue-x-sensitive-quota-few-were-away")
        return self.said(
            joined(
                [
                    paragraph(self._made_up()),
                    bullets(self._chosen()),
                    self.table(
                        "profile",
                        Said("publishing-dialogue-make-up-of-the-panel-beside-the"),
                        Said("publishing-dialogue-group"),
                        heads,
                        lines,
                        note=note,
                    ),
                    bullets(self._test(q) for q in shown),
                ]
            )
        )

    def _made_up(self) -> str:
        return self.context.say("publishing-dialogue-the-groups-and-the-seats-of-each-were")

    def _chosen(self) -> list[str]:
        """Say why some groups have more seats than their share."""
        said_of = []
        for quota in self.panel.draw.quotas:
            groups = [self.context.text(g.label) for g in quota.groups if g.over_selected]
            if groups:
                lead = self.context.say("publishing-dialogue-over-selection-by-choice")
                said_of.append(
                    self.context.colon(
                        f"{lead} ({', '.join(groups)})", ended(self.context.text(quota.reason))
                    )
                )
        return said_of

    def _groups(self, rows: list[dict[str, Any]], stages: Sequence[str]) -> list[TableRow]:
        """Return a line a group; an x where a stage is not told of a sensitive quota."""
        lines = []
        for name in dict.fromkeys(r["group"] for r in rows):
            own: Mapping[str, dict[str, Any]] = {r["stage"]: r for r in rows if r["group"] == name}
            first = next(iter(own.values()))
            label = group_label(self.context, first["breakdown"], name)
            low, high = self.count(first["low"]), self.count(first["high"])
            seats = (
                low
                if low == high
                else self.context.say("publishing-dialogue-to", low=low, high=high)
            )
            lines.append(
                TableRow(
                    label + ("\u00a0*" if first["over_selected"] == "yes" else ""),
                    (
                        self.context.numbers.share(first["population_share"]),
                        seats,
                        *(self.count(own[s]["people"]) if s in own else "x" for s in stages),
                    ),
                )
            )
        return lines

    def _test(self, quota: Quota) -> str:
        """Give the exact test of the people drawn, and of those who stayed, beside the shares."""
        tested = {
            r["stage"]: r
            for r in self.rows("profile")
            if r["breakdown"] == quota.id and r["method"]
        }
        parts = [
            f"{said(STAGES, stage, self.context.lang).lower()}, {self.p(row['p_value'])}"
            for stage, row in tested.items()
        ]
        meant = any(g.over_selected for g in quota.groups)
        more = self.context.say("publishing-dialogue-a-gap-was-wanted") if meant else ""
        lead = self.context.say(
            "publishing-dialogue-exact-test-populations-shares",
            quota_label=self.context.text(quota.label),
        )
        source = self.context.text(quota.source).rstrip(".")
        when = self.context.numbers.date(quota.date)
        if not parts:  # all groups are counted as one
            return self.context.colon(self.context.text(quota.label), f"{source} ({when}).")
        return self.context.colon(lead, f"{'; '.join(parts)}{more}. {source} ({when}).")

    def _renewable(self, times: int) -> str:
        """Say how many times a mandate may be renewed."""
        if not times:
            return self.context.say("publishing-dialogue-not-renewable")
        if times == 1:
            return self.context.say("publishing-dialogue-renewable-once")
        return self.context.say("publishing-dialogue-renewable-times", renewable=times)

    def mandates(self) -> Piece:
        """Return the chapter on a standing panel: departures, replacements, renewal."""
        context, rows = self.context, self.rows("mandates")
        mandate = self.panel.mandate
        if mandate is None or not rows:
            return Piece("")
        lead = context.say(
            "publishing-dialogue-a-mandate-lasts-months",
            months=mandate.months,
            times=self._renewable(mandate.renewable),
        )
        lines = [
            TableRow(
                f"{self.name('moment', r)} ({context.numbers.date(date.fromisoformat(r['date']))})",
                tuple(self.count(r[k]) for k in ("in_office", "left_early", "replaced", "vacant")),
            )
            for r in rows
        ]
        return self.said(
            joined(
                [
                    heading(2, context.say("publishing-dialogue-a-standing-panel"), "sec-mandates"),
                    paragraph(lead, self._replaced(), self._renewed(rows)),
                    self.table(
                        "mandates",
                        Said("publishing-dialogue-mandates-in-people-since-the-start"),
                        Said("publishing-dialogue-moment"),
                        [
                            Said("publishing-dialogue-in-office"),
                            Said("publishing-dialogue-left-early"),
                            Said("publishing-dialogue-replacements"),
                            Said("publishing-dialogue-vacant-seats"),
                        ],
                        lines,
                    ),
                    paragraph(self._left()),
                ]
            )
        )

    def _replaced(self) -> str:
        """Say who replaced those who left, as the records show it."""
        counts = self.context.store.facts["replacements"]
        n, same, in_order = (self.count(counts[k]) for k in ("all", "same_cell", "in_order"))
        if not counts["all"]:
            return self.context.say("publishing-dialogue-nobody-was-replaced")
        if counts["in_order"] == counts["all"]:
            return self.context.say(
                "publishing-dialogue-replacements-all-followed-the-draw-each", n=n
            )
        return self.context.say(
            "publishing-dialogue-replacements-of-which-by-a-person-of-the",
            n=n,
            same=same,
            in_order=in_order,
        )

    def _renewed(self, rows: list[dict[str, Any]]) -> str:
        by = {r["moment"]: r for r in rows}
        if "renewed" not in by:
            return ""
        kept, before = by["renewed"]["in_office"], by["end"]["in_office"]
        vacant = self.count(by["renewed"]["vacant"])
        return self.context.say(
            "publishing-dialogue-at-the-end-of-the-mandate-members",
            kept=kept,
            n=self.count(kept),
            before=self.count(before),
            vacant=vacant,
        )

    def _left(self) -> str:
        """Say why people left, small reasons merged."""
        mandate, left = self.panel.mandate, self.context.store.facts["departures"]
        if mandate is None or not any(left.values()):
            return ""
        word = self.context.say("publishing-dialogue-or")
        listed = "; ".join(
            f"{word.join(self.context.text(mandate.reasons[r]).lower() for r in name.split('+'))} "
            f"({self.count(n)})"
            for name, n in left.items()
            if n
        )
        return self.context.say(
            "publishing-dialogue-reasons-for-leaving-early-reasons-of", listed=listed
        )
