"""What changed among the members of a panel: the same people, question by question."""

from __future__ import annotations

import math
from functools import partial
from math import isnan
from typing import Any

from padai.charts.data import Bar, Segment
from padai.charts.stacked import stacked_chart
from padai.participation.pages.code_labels import joined_cells
from padai.participation.pages.panel_people import People
from padai.publishing.basis.sentences import listed, lower_first, upper_first
from padai.publishing.basis.sides import quoted, small_number
from padai.publishing.pieces.emit import Piece, figure, heading, joined, paragraph
from padai.publishing.pieces.tables import TableRow
from padai.words import Said

RARE = 0.05
"""The adjusted p-value under which chance alone is said to do so rarely."""

_MERGED = "sensitive_cells_merged"
"""The reason of a sensitive question of which only how people moved is told."""
_OTHERS_SINCE = "others_since"
"""The reason of a question that an edition told of nearly the same people."""
_UNSAID = {
    "few_records_corrected": "publishing-dialogue-fewer-than-five-records-were-corrected",
    _OTHERS_SINCE: "publishing-dialogue-nearly-the-same-people-were-told-of",
    "withdrawn": "publishing-dialogue-withdrawn-for-confidentiality",
}
"""Why nothing is said of a question."""


class Changes(People):
    """The chapter of a panel's report on answers before and after."""

    def changes(self) -> Piece:
        """Return what changed among the people who answered both times, question by question."""
        context = self.context
        rows = self.rows("panel_changes")
        if not rows:
            return paragraph(context.say("publishing-dialogue-no-question-is-followed"))
        if {row["reason"] for row in rows} == {_OTHERS_SINCE}:
            untold = context.say("publishing-dialogue-changes-of-nearly-the-same-people")
            return self.said(paragraph(self._explained(), untold))
        pieces = [paragraph(self._explained(), context.words().precision)]
        for row in rows:
            name = context.label(row["question"])
            pieces += [heading(3, name), paragraph(*self._sentences(row))]
        shown = [r for r in rows if not r["reason"]]
        return self.said(joined([*pieces, self._moves_figure(shown), self._changes_table(rows)]))

    def _explained(self) -> str:
        rows, numbers = self.rows("panel_changes"), self.context.numbers
        tested = self._tested()
        return self.context.say(
            "publishing-dialogue-the-questions-followed-were-declared",
            n=len(rows),
            count=small_number(len(rows), numbers),
            tests=tested,
            tested=small_number(tested, numbers),
            untested=sum(r["reason"] not in ("", _OTHERS_SINCE) for r in rows),
        )

    def _tested(self) -> int:
        """How many of the questions followed are tested: nothing is of a sensitive one."""
        return sum(not r["reason"] for r in self.rows("panel_changes"))

    def _sentences(self, row: dict[str, Any]) -> list[str]:
        if row["reason"]:
            return self._merged(row)
        say, n = self.context.say, row["n"]
        if row["response"] == "mean":
            before, after = (self.context.numbers.decimal(row[k], 1) for k in ("before", "after"))
            first = say(
                "publishing-dialogue-on-average-the-score-goes-from-to-among",
                before=before,
                after=after,
                count=self.count(n),
                count_2=self.count(row["moved_up"]),
                count_3=self.count(row["moved_down"]),
                count_4=self.count(row["unchanged"]),
            )
        else:
            name = self.context.response(row["question"], row["response"])
            toward = self.people(
                row["moved_up"],
                Said("publishing-dialogue-nobody-moved-to-this-answer"),
                Said("publishing-dialogue-person-moved-to-this-answer", n="{n}"),
                Said("publishing-dialogue-people-moved-to-this-answer", n="{n}"),
            )
            away = self.people(
                row["moved_down"],
                Said("publishing-dialogue-nobody-left-it"),
                Said("publishing-dialogue-person-left-it", n="{n}"),
                Said("publishing-dialogue-people-left-it", n="{n}"),
            )
            first = say(
                "publishing-dialogue-before-after-and",
                name=name,
                of=self.of(row["before"], n),
                of_2=self.of(row["after"], n),
                toward=toward,
                away=away,
            )
        if not row["moved"]:
            return [first, say("publishing-dialogue-nobody-changed")]
        return [first, self._chance(row), self._certainty(row)]

    def _chance(self, row: dict[str, Any]) -> str:
        """Say in plain words whether chance alone would often have done as much."""
        if row["p_adjusted"] < RARE:
            return self.context.say(
                "publishing-dialogue-if-chance-alone-had-chosen-the-direction-eb8c"
            )
        if row["p_value"] < RARE:
            tested = small_number(self._tested(), self.context.numbers)
            return self.context.say(
                "publishing-dialogue-if-chance-alone-rare-for-one-question", tested=tested
            )
        return self.context.say(
            "publishing-dialogue-if-chance-alone-so-often", times=round(100 * row["p_value"])
        )

    def _certainty(self, row: dict[str, Any]) -> str:
        say = self.context.say
        adjusted = say("publishing-dialogue-adjusted-p-ac57")
        exact = self.context.colon(self.name("test", row), self.p(row["p_value"]))
        p = f"{exact}, {self.p(row['p_adjusted'], adjusted)}"
        level = self.context.level
        mean = row["response"] == "mean"
        way = (
            say("publishing-dialogue-toward-a-higher-score")
            if mean
            else say("publishing-dialogue-toward-this-answer")
        )
        share = self.of(row["moved_up"], row["moved"])
        ends = (self.count(row["up_low"]), self.of(row["up_high"], row["moved"]))
        return say(
            "publishing-dialogue-of-those-who-changed-did-so-exact",
            up=int(row["moved_up"]),
            share=share,
            way=way,
            level=level,
            ends=ends[0],
            ends_2=ends[1],
            p=upper_first(p),
        )

    def moved_said(self) -> str:
        """Say which followed answers moved in a way that chance alone would rarely have."""
        context = self.context
        tested = [r for r in self.rows("panel_changes") if not r["reason"]]
        if not tested:
            return ""
        names = [
            f"{quoted(context.label(r['question']).rstrip('.'), context.lang)} "
            f"({self.before_after(r)})"
            for r in tested
            if r["moved"] and r["p_adjusted"] < RARE
        ]
        return context.say(
            "publishing-dialogue-answers-that-moved",
            moved=len(names),
            some=small_number(len(names), context.numbers),
            n=small_number(len(tested), context.numbers),
            names=listed(names, context.lang),
        )

    def _merged(self, row: dict[str, Any]) -> list[str]:
        """Say how people moved, small cells merged, or why nothing may be said of a question."""
        moves = [
            m for m in self.rows("panel_moves") if m["question"] == row["question"] and m["people"]
        ]
        name = self.context.response(row["question"], row["response"])
        if not moves:
            return [self.context.say(_UNSAID[row["reason"]], name=name)]
        move_list = "; ".join(
            self.context.colon(
                lower_first(joined_cells(m["cell"], self.context.lang)),
                self.of(m["people"], m["n"]),
            )
            for m in moves
        )
        return [
            self.context.say("publishing-dialogue-name-listed", name=name, listed=move_list),
            self.context.say("publishing-dialogue-the-question-is-sensitive-groups-of-1-to"),
        ]

    def _moves_figure(self, rows: list[dict[str, Any]]) -> Piece:
        context, say = self.context, self.context.say
        if not rows:
            return Piece("")
        away, toward = (
            say("publishing-dialogue-moved-away"),
            say("publishing-dialogue-moved-toward"),
        )

        def bar(row: dict[str, Any]) -> Bar:
            down, up = (
                Segment(label, float(row[key]), self.count(row[key]) if row[key] else "")
                for label, key in ((away, "moved_down"), (toward, "moved_up"))
            )
            chance = "none" if not row["moved"] else "rare" if row["p_adjusted"] < RARE else "often"
            note = say(
                "publishing-dialogue-n-and-chance", count=self.count(row["n"]), chance=chance
            )
            return Bar(context.label(row["question"]), note, (down,), (up,))

        chart = partial(stacked_chart, [bar(r) for r in rows], notices=context.marks)
        detail = say("publishing-dialogue-people-whose-answer-changed-between")
        alt = say("publishing-dialogue-diverging-bars") + say("publishing-language-semicolon").join(
            f"{context.label(r['question'])}, {away.lower()} {self.count(r['moved_down'])}, "
            f"{toward.lower()} {self.count(r['moved_up'])}, {bar(r).note}"
            for r in rows
        )
        note = say("publishing-dialogue-to-the-right-toward-the-answer-followed")
        return figure(
            context,
            chart,
            "moves",
            self.moved_said(),
            f"{alt}.",
            detail=detail,
            note=f"{note} {context.words().precision}",
        )

    def _changes_table(self, rows: list[dict[str, Any]]) -> Piece:
        note = self.context.say(
            "publishing-dialogue-p-adjusted-by-holms-method"
        ) + self._drawn_at_random(rows)
        reasons = {row["reason"] for row in rows if row["reason"]}
        if _MERGED in reasons:
            note += self.context.say("publishing-dialogue-x-sensitive-question-numbers-merged-in")
        if reasons - {_MERGED}:
            note += self.context.say("publishing-dialogue-x-not-published-again")
        return self.table(
            "changes",
            Said("publishing-dialogue-answers-before-and-after-same-people"),
            Said("publishing-dialogue-question"),
            [
                Said("publishing-dialogue-before"),
                Said("publishing-dialogue-after"),
                Said("publishing-dialogue-toward"),
                Said("publishing-dialogue-away"),
                Said("publishing-dialogue-sign-n"),
                Said("publishing-dialogue-exact-p"),
                Said("publishing-dialogue-adjusted-p-05da"),
            ],
            [self._change_row(row) for row in rows],
            note=f"{note}{self.context.words().precision}",
        )

    def _change_row(self, row: dict[str, Any]) -> TableRow:
        label = self.context.label(row["question"])
        if row["reason"]:
            n = "x" if isnan(row["n"]) else self.count(row["n"])
            return TableRow(label, (*["x"] * 4, n, "x", "x"))
        ends = self._ends(row)
        moved = [self.count(row[k]) for k in ("moved_up", "moved_down", "n")]
        p_values = [self.p(row[k], bare=True) for k in ("p_value", "p_adjusted")]
        return TableRow(label, (*ends, *moved, *p_values))

    def _ends(self, row: dict[str, Any]) -> tuple[str, str]:
        """Write people, or a mean score, before and after."""
        if row["response"] == "mean":
            before, after = (self.context.numbers.decimal(row[k], 1) for k in ("before", "after"))
        else:
            before, after = (self.of(row[k], row["n"]) for k in ("before", "after"))
        return before, after

    def before_after(self, row: dict[str, Any]) -> str:
        """Say in a few words where an answer stood before and where it stands after."""
        before, after = self._ends(row)
        return self.context.say("publishing-dialogue-before-and-after", before=before, after=after)

    def _drawn_at_random(self, rows: list[dict[str, Any]]) -> str:
        """Say how many turnings of signs were drawn, and what error that leaves in p."""
        errors = [r["monte_carlo_error"] for r in rows if r["method"] == "monte_carlo"]
        if not errors:
            return ""
        tests = self.context.store.facts["tests"]
        draws, seed = self.count(tests["draws"]), self.count(tests["seed"])
        error = self.context.numbers.decimal(_at_most(max(errors)), 4)
        return self.context.say(
            "publishing-dialogue-sign-flip-test-random-draws-seed",
            draws=draws,
            seed=seed,
            error=error,
        )


def _at_most(error: float) -> float:
    """Round an error up to four decimals: it is told as the most that it may be.

    Examples
    --------
    >>> _at_most(0.00002), _at_most(0.00121), _at_most(0.0012)
    (0.0001, 0.0013, 0.0012)
    """
    return max(1, math.ceil(error * 1e4 - 1e-6)) / 1e4
