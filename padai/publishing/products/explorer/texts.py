"""What the explorer knows in words: waves, questions, answers, groups, breaks, in one language."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from padai.publishing.basis.context import Context
from padai.publishing.basis.flags import FLAG_WORDS
from padai.publishing.basis.naming import Naming
from padai.publishing.chapters.how_to_read import BREAK_TYPES
from padai.publishing.exhibits.axes import score_range
from padai.publishing.products.opendata.dictionary import reason_words
from padai.survey import Break


def waves(naming: Naming, used: list[str]) -> list[dict[str, Any]]:
    """Describe the waves; `time` is in years, for the axis."""
    entries = []
    for wave in used:
        declared = naming.survey.wave(wave)
        entries.append(
            {
                "id": wave,
                "label": naming.wave_label(wave),
                "short": naming.wave_short(wave),
                "the": naming.the_wave(wave),
                "since": naming.since(wave),
                "dates": naming.numbers.fieldwork(declared.fieldwork),
                "time": round(naming.time(wave), 4),
            }
        )
    return entries


def parts(naming: Naming) -> list[dict[str, Any]]:
    """Describe the parts, with the words that each sample type allows."""
    entries = []
    for part in naming.explored:
        declared, words = naming.part(part), naming.words(part)
        entries.append(
            {
                "id": part,
                "label": naming.text(declared.label),
                "kind": words.kind,
                "population": naming.text(declared.population),
                "interval": words.interval,
                "short": words.interval_short,
                "caution": words.under,
            }
        )
    return entries


def questions(
    naming: Naming, series: pd.DataFrame, used: list[str]
) -> tuple[list[dict[str, Any]], list[str]]:
    """Describe the questions that have results, and the titles of their sections."""
    titles = {s.id: naming.text(s.title) for s in naming.survey.sections}
    other = naming.say("publishing-explorer-other-questions")
    sections: list[str] = []
    entries = []
    asked = series[["question", "response"]].drop_duplicates()
    for question, rows in asked.groupby("question", sort=False):
        declared = naming.question(str(question))
        title = titles.get(declared.section, other)
        if title not in sections:
            sections.append(title)
        entries.append(
            {
                "id": question,
                "label": naming.label(declared.id),
                "section": sections.index(title),
                "base": naming.base_words([declared.id]),
                "scale": score_range(naming, declared.id),
                "instruction": naming.text(declared.instruction),
                "headline": naming.headline(declared.id),
                "words": _wordings(naming, declared.id, used),
                "responses": [_response(naming, declared.id, r) for r in rows["response"]],
            }
        )
    return entries, sections


def _wordings(naming: Naming, question: str, used: list[str]) -> list[list[str]]:
    """Return the exact words, for each part explored, wave after wave."""
    declared, order = naming.question(question), naming.survey.waves
    return [
        [
            declared.wording_at(w, order).get(naming.lang, naming.part(p).mode)
            if declared.asked_in(w, p)
            else ""
            for w in used
        ]
        for p in naming.explored
    ]


def _response(naming: Naming, question: str, response: str) -> dict[str, Any]:
    return {
        "id": response,
        "label": naming.response(question, response),
        "kind": naming.kind(question, response),
        "net": naming.question(question).net(response) is not None or response == "mean",
    }


def breakdowns(naming: Naming, series: pd.DataFrame) -> list[dict[str, Any]]:
    """Describe the breakdowns and their groups, the whole first."""
    pairs = series[["breakdown", "group"]].drop_duplicates()
    return [
        {
            "id": name,
            "label": naming.breakdown(str(name)),
            "groups": [{"id": g, "label": naming.group(str(name), g)} for g in rows["group"]],
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


def signs(lang: str, reasons: list[str]) -> dict[str, dict[str, str]]:
    """Say what flags and reasons mean."""
    return {
        "flags": {flag: words[lang] for flag, words in FLAG_WORDS.items()},
        "reasons": {reason: reason_words(reason, lang) for reason in reasons if reason},
    }
