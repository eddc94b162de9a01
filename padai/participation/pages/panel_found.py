"""What a panel found, in a few lines: the opening of its essentials."""

from __future__ import annotations

from typing import Any

from padai.participation.pages.panel_changes import Changes
from padai.participation.pages.participation_report import Told
from padai.publishing.basis.sentences import ended
from padai.publishing.pieces.emit import Piece, bullets, joined, paragraph
from padai.words import Said


class PanelFound(Changes):
    """What a panel recommends and what moved among its members, from its store alone."""

    def opening(self) -> Piece:
        """Say what the panel recommends, and which answers of its members moved."""
        context, findings = self.context, self.found()
        pieces = []
        if findings:
            lead = context.say("publishing-dialogue-the-panel-recommends")
            pieces += [paragraph(lead), bullets(line for line, _ in findings)]
        if moved := self.moved_said():
            pieces.append(paragraph(moved, context.words().precision))
        return joined(pieces)

    def found(self) -> list[Told]:
        """Say what the panel recommends, each with its vote."""
        context = self.context
        votes = {r["id"]: r for r in self.rows("recommendations") if r["adopted"] == "yes"}
        return [
            (
                ended(
                    context.colon(context.text(r.title).rstrip("."), self.vote_said(votes[r.id]))
                ),
                f"rec-{r.id}",
            )
            for r in self.panel.recommendations
            if r.id in votes
        ]

    def vote_said(self, row: dict[str, Any]) -> str:
        """Say a vote in words, nobody left out."""
        parts = [
            self.context.say("publishing-dialogue-in-favour", count=self.count(row['in_favour'])),
            self.context.say("publishing-dialogue-against", count=self.count(row['against'])),
            self.people(row["abstained"], Said("publishing-dialogue-no-abstention"),
                        Said("publishing-dialogue-n-abstention", n="{n}"),
                        Said("publishing-dialogue-n-abstentions", n="{n}")),
        ]  # fmt: skip
        if row["not_voting"]:
            silent = self.people(
                row["not_voting"],
                Said("", ""),
                Said("publishing-dialogue-person-did-not-vote", n="{n}"),
                Said("publishing-dialogue-people-did-not-vote", n="{n}"),
            )
            parts.append(silent)
        return ", ".join(parts)
