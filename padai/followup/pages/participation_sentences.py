"""What a panel or a consultation said, in a few sentences of a letter to those who took part."""

from __future__ import annotations

from typing import Any

from padai.publishing.basis.context import Context
from padai.publishing.basis.speech import Speech
from padai.words import Said

MOST_THEMES = 4


def told_by_participants(context: Context) -> list[str]:
    """Say the votes of a panel, or the themes that came back most often: counts alone."""
    if context.survey.panel is not None:
        return _votes(context)
    return _themes(context)


def _votes(context: Context) -> list[str]:
    panel = context.survey.panel
    assert panel is not None
    votes = {r["id"]: r for r in _rows(context, "recommendations")}
    return [
        _vote(context, context.text(recommendation.title).rstrip("."), votes[recommendation.id])
        for recommendation in panel.recommendations
    ]


def _vote(speech: Speech, title: str, row: dict[str, Any]) -> str:
    count = speech.numbers.count
    verdict = speech.say(
        Said("publishing-dialogue-adopted-0a6e")
        if row["adopted"] == "yes"
        else Said("publishing-dialogue-not-adopted-b3b6")
    )
    votes = speech.say(
        "publishing-dialogue-in-favour-against",
        count=count(row["in_favour"]),
        count_2=count(row["against"]),
    )
    return speech.colon(title, f"{verdict} ({votes}).")


def _themes(context: Context) -> list[str]:
    consultation, count = context.survey.consultation, context.numbers.count
    assert consultation is not None
    names = {t.id: context.text(t.label) for t in consultation.themes if not t.rest}
    shown = [r for r in _rows(context, "themes") if not r["flag"] and r["theme"] in names]
    most = sorted(shown, key=lambda r: -r["people"])[:MOST_THEMES]
    return [
        context.colon(
            names[r["theme"]],
            context.say(
                "publishing-dialogue-of-contributions",
                count=count(r["people"]),
                count_2=count(r["n"]),
            ),
        )
        for r in most
    ]


def _rows(context: Context, table: str) -> list[dict[str, Any]]:
    frame = context.store.tables[table]
    return [{str(k): v for k, v in r.items()} for r in frame.to_dict("records")]
