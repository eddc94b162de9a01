"""What the explorer knows in words: waves, questions, answers, groups, breaks, in one language."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from padai.publishing.basis.context import Context
from padai.publishing.basis.flags import FLAG_WORDS
from padai.publishing.chapters.how_to_read import BREAK_TYPES
from padai.publishing.exhibits.axes import score_range
from padai.publishing.products.opendata.dictionary import reason_words
from padai.survey import Break


def waves(context: Context, used: list[str]) -> list[dict[str, Any]]:
    """Describe the waves; `time` is in years, for the axis."""
    entries = []
    for wave in used:
        declared = context.survey.wave(wave)
        entries.append(
            {
                "id": wave,
                "label": context.wave_label(wave),
                "short": context.wave_short(wave),
                "the": context.the_wave(wave),
                "since": context.since(wave),
                "dates": context.numbers.fieldwork(declared.fieldwork),
                "time": round(context.time(wave), 4),
            }
        )
    return entries


def parts(context: Context) -> list[dict[str, Any]]:
    """Describe the parts, with the words that each sample type allows."""
    entries = []
    for part in context.explored:
        declared, words = context.part(part), context.words(part)
        entries.append(
            {
                "id": part,
                "label": context.text(declared.label),
                "kind": words.kind,
                "population": context.text(declared.population),
                "interval": words.interval,
                "short": words.interval_short,
                "caution": words.under,
            }
        )
    return entries


def questions(
    context: Context, series: pd.DataFrame, used: list[str]
) -> tuple[list[dict[str, Any]], list[str]]:
    """Describe the questions that have results, and the titles of their sections."""
    titles = {s.id: context.text(s.title) for s in context.survey.sections}
    other = context.say("publishing-explorer-other-questions")
    sections: list[str] = []
    entries = []
    asked = series[["question", "response"]].drop_duplicates()
    for question, rows in asked.groupby("question", sort=False):
        declared = context.question(str(question))
        title = titles.get(declared.section, other)
        if title not in sections:
            sections.append(title)
        entries.append(
            {
                "id": question,
                "label": context.label(declared.id),
                "section": sections.index(title),
                "base": context.base_words([declared.id]),
                "scale": score_range(context, declared.id),
                "instruction": context.text(declared.instruction),
                "headline": context.headline(declared.id),
                "words": _wordings(context, declared.id, used),
                "responses": [_response(context, declared.id, r) for r in rows["response"]],
            }
        )
    return entries, sections


def _wordings(context: Context, question: str, used: list[str]) -> list[list[str]]:
    """Return the exact words, for each part explored, wave after wave."""
    declared, order = context.question(question), context.survey.waves
    return [
        [
            declared.wording_at(w, order).get(context.lang, context.part(p).mode)
            if declared.asked_in(w, p)
            else ""
            for w in used
        ]
        for p in context.explored
    ]


def _response(context: Context, question: str, response: str) -> dict[str, Any]:
    return {
        "id": response,
        "label": context.response(question, response),
        "kind": context.kind(question, response),
        "net": context.question(question).net(response) is not None or response == "mean",
    }


def breakdowns(context: Context, series: pd.DataFrame) -> list[dict[str, Any]]:
    """Describe the breakdowns and their groups, the whole first."""
    pairs = series[["breakdown", "group"]].drop_duplicates()
    return [
        {
            "id": name,
            "label": context.breakdown(str(name)),
            "groups": [{"id": g, "label": context.group(str(name), g)} for g in rows["group"]],
        }
        for name, rows in pairs.groupby("breakdown", sort=False)
    ]


def breaks(context: Context, used: list[str]) -> tuple[list[dict[str, Any]], list[Break]]:
    """Describe the breaks that stand between two waves of the series."""
    frame = context.store.tables["breaks"]
    declared = {b.id: b for b in context.survey.breaks}
    entries, kept = [], []
    for row in frame.to_dict("records"):
        if row["last_wave"] not in used or row["first_wave"] not in used:
            continue
        one = declared[row["id"]]
        kind = BREAK_TYPES[one.type][context.lang]
        when = context.numbers.date(date.fromisoformat(str(row["date"])))
        entries.append(
            {
                "id": one.id,
                "label": f"{kind} ({when})",
                "text": context.text(one.text),
                "last": used.index(row["last_wave"]),
                "first": used.index(row["first_wave"]),
            }
        )
        kept.append(one)
    return entries, kept


def signs(context: Context, reasons: list[str]) -> dict[str, dict[str, str]]:
    """Say what flags and reasons mean."""
    return {
        "flags": {flag: words[context.lang] for flag, words in FLAG_WORDS.items()},
        "reasons": {reason: reason_words(reason, context.lang) for reason in reasons if reason},
    }
