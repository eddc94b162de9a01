"""The follow-up register: every result that awaits a reply, answered or not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import pandas as pd

from padai.errors import DefinitionError, Said
from padai.followup.stages.in_languages import text_columns, texts_in
from padai.survey import Survey, Text
from padai.survey.decisions import OPEN_STATES, Decision, DecisionsFile, Source, SourceKind
from padai.survey.panels import Recommendation
from padai.words import in_a_row, say

NOT_PUBLIC = ("draft", "embargoed")
"""The statuses of a release that nobody outside has seen, so that nobody can reply to it."""
ADOPTED = ("retenu", "retenu en partie")
TEXTS = ("label", "title", "body", "role", "reason", "next_step", "evidence", "plain")
"""What the register says in words, a column for each language."""
COLUMNS = [
    "source", "kind", "survey", "wave", "published", "question", "response", "breakdown", "group",
    "entry", "reply", "replied", "due", "state", "days", "overdue", "corrected", "evidence_url",
    *text_columns(TEXTS),
]  # fmt: skip
"""The columns of the register, one row for each result and each entry that answers it; those of
the survey's other languages follow."""


@dataclass(frozen=True)
class PublishedResult:
    """A result that was made public and awaits a reply: a key result, a recommendation, a theme.

    Attributes
    ----------
    source
        Its stable id: survey, wave and id, joined by slashes.
    published
        The date of the release that made it public.
    question, response, breakdown, group
        What a key result follows; empty for the two others.
    always
        Whether it is listed where no entry cites it.
    """

    kind: SourceKind
    survey: str
    wave: str
    id: str
    label: Text
    published: dt.date
    question: str = ""
    response: str = ""
    breakdown: str = ""
    group: str = ""
    always: bool = True

    @property
    def source(self) -> str:
        """The stable id."""
        return "/".join((self.survey, self.wave, self.id))


def key_results_of(
    survey: Survey, waves: Sequence[str], at_hand: str = ""
) -> list[PublishedResult]:
    """Return the key results that the releases of `waves` made public, oldest wave first.

    A result that was declared after a release is none of it. A release that is a draft or under
    embargo is left out, except that of the wave `at_hand`, whose own pages are being made.
    """
    results = []
    for wave_id in waves:
        release = survey.wave(wave_id).release
        if release is None or (release.status in NOT_PUBLIC and wave_id != at_hand):
            continue
        for result in survey.key_results:
            asked = survey.question(result.question).asked_in(wave_id)
            if asked and result.declared <= release.publish_on:
                results.append(
                    PublishedResult(
                        "finding",
                        survey.id,
                        wave_id,
                        result.id,
                        result.label,
                        release.publish_on,
                        result.question,
                        result.net,
                        result.breakdown,
                        result.group,
                    )
                )
    return results


def outcomes_of(survey: Survey) -> list[PublishedResult]:
    """Return what a panel recommended, or the themes that a consultation raised.

    Themes are listed where an entry cites them; what a panel adopted, always. What it put to the
    vote and did not adopt is listed as themes are, with its votes.
    """
    refused: set[str] = set()
    if survey.panel is not None:
        panel, wave = survey.panel, survey.panel.after
        refused = {r.id for r in panel.recommendations if not panel.adopted(r)}
        outcomes = [
            (r.id, _with_votes(r) if r.id in refused else r.title, "recommendation")
            for r in panel.recommendations
        ]
    elif survey.consultation is not None:
        wave = survey.waves[-1]
        outcomes = [(t.id, t.label, "theme") for t in survey.consultation.themes]
    else:
        return []
    release = survey.wave(wave).release
    if release is None or release.status in NOT_PUBLIC:
        return []
    return [
        PublishedResult(
            kind,  # type: ignore[arg-type]
            survey.id,
            wave,
            name,
            label,
            release.publish_on,
            always=kind == "recommendation" and name not in refused,
        )
        for name, label, kind in outcomes
    ]


def _with_votes(recommendation: Recommendation) -> Text:
    """Return the title of what a panel did not adopt, with its votes, in each language it has."""
    title = recommendation.title
    return Text.model_validate(
        {
            lang: say(
                "dialogue-put-to-the-vote-and-not-adopted",
                lang,
                title=title.get(lang).rstrip("."),
                favour=recommendation.in_favour,
                against=recommendation.against,
            )
            for lang in title.tags
        }
    )


def check_sources(
    survey_id: str, decisions: DecisionsFile, known: Sequence[PublishedResult]
) -> dict[str, list[Decision]]:
    """Return the entries that answer each result, by its stable id.

    Raises
    ------
    DefinitionError
        An entry cites what was not published, or replied before it was.
    """
    by_key = {_key(p.kind, p.survey, p.wave, p.id): p for p in known}
    answers: dict[str, list[Decision]] = {p.source: [] for p in known}
    for entry in decisions.entries:
        for source in entry.sources:
            published = _find(survey_id, entry, source, by_key)
            if entry.date < published.published:
                raise DefinitionError(
                    Said(
                        "dialogue-entry-replied-on-to-the-which-was",
                        entry_id=entry.id,
                        date=entry.date,
                        source_kind=source.kind,
                        source_id=source.id,
                        published=published.published,
                    ),
                    where=f"{survey_id}, decisions.yaml",
                )
            answers[published.source].append(entry)
    return answers


def register(
    known: Sequence[PublishedResult],
    answers: dict[str, list[Decision]],
    as_of: dt.date,
    corrected: Mapping[str, dt.date] | None = None,
    languages: Sequence[str] = (),
) -> pd.DataFrame:
    """Return the register as it stood on a day: one row a result and entry, or a result alone.

    Parameters
    ----------
    known
        Results in the order of the page; those published after `as_of` are left out.
    answers
        From :func:`check_sources`; entries that replied after `as_of` are not counted.
    as_of
        The day to which days and delays are counted; no clock is read.
    corrected
        When a later version changed a result, by its stable id. It flags the replies given before,
        and the result itself where it has had none.
    languages
        Those of the survey: past French and English, each has its own columns of texts.

    Returns
    -------
    pandas.DataFrame
        With the columns of :data:`COLUMNS`. `days` is how long a result has waited for a reply,
        or how long the reply took. Truth is written ``yes``.
    """
    rows: list[dict[str, Any]] = []
    for result in known:
        if result.published > as_of:
            continue
        entries = [e for e in answers.get(result.source, []) if e.date <= as_of]
        if not entries and result.always:
            rows.append(_row(result, None, as_of, corrected or {}, languages))
        rows += [_row(result, entry, as_of, corrected or {}, languages) for entry in entries]
    columns = [c for c in COLUMNS if c not in text_columns(TEXTS)]
    return pd.DataFrame(rows, columns=columns + text_columns(TEXTS, languages if rows else ()))


def totals(frame: pd.DataFrame) -> dict[str, int]:
    """Count results: all, answered, under study, adopted, done, overdue, without a reply."""

    def results(rows: pd.DataFrame) -> int:
        return int(rows["source"].nunique())

    answered = frame[frame["entry"] != ""]
    return {
        "listed": results(frame),
        "answered": results(answered),
        "studied": results(answered[answered["reply"] == "à l'étude"]),
        "adopted": results(answered[answered["reply"].isin(ADOPTED)]),
        "refused": results(answered[answered["reply"] == "non retenu"]),
        "done": results(answered[answered["state"] == "réalisé"]),
        "overdue": results(answered[answered["overdue"] == "yes"]),
        "unanswered": results(frame) - results(answered),
    }


def _find(
    survey_id: str,
    entry: Decision,
    source: Source,
    by_key: dict[tuple[str, ...], PublishedResult],
) -> PublishedResult:
    wanted = _key(source.kind, source.survey or survey_id, source.wave or "", source.id)
    if source.kind == "finding" or source.wave:
        match = by_key.get(wanted)
    else:
        same = [p for k, p in by_key.items() if (k[0], k[1], k[3]) == _without_wave(wanted)]
        match = same[-1] if same else None
    if match is not None:
        return match
    raise _unpublished(survey_id, entry, source, by_key)


def _unpublished(
    survey_id: str,
    entry: Decision,
    source: Source,
    by_key: dict[tuple[str, ...], PublishedResult],
) -> DefinitionError:
    """Say what an entry cites that no release has published, and what was meant perhaps."""
    name = in_a_row(source.survey, source.wave, source.id, by="/")
    published = sorted({k[3] for k in by_key if k[0] == source.kind})
    editions = sorted({k[2] for k in by_key if k[0] == source.kind and k[3] == source.id})
    close = get_close_matches(source.id, published, n=1)
    if editions:
        hint = Said("dialogue-published-in", editions=", ".join(editions))
    elif close:
        hint = Said("dialogue-did-you-mean", close=close[0])
    else:
        listed = ", ".join(published[:12]) or "–"
        hint = Said("dialogue-there-are", listed=listed)
    return DefinitionError(
        Said(
            "dialogue-entry-cites-the-which-no-release-has",
            entry_id=entry.id,
            source_kind=source.kind,
            name=name,
            hint=hint,
        ),
        where=f"{survey_id}, decisions.yaml",
    )


def _key(*parts: str) -> tuple[str, ...]:
    return parts


def _without_wave(key: tuple[str, ...]) -> tuple[str, str, str]:
    return key[0], key[1], key[3]


def _row(
    result: PublishedResult,
    entry: Decision | None,
    as_of: dt.date,
    corrected: Mapping[str, dt.date],
    languages: Sequence[str],
) -> dict[str, Any]:
    changed = corrected.get(result.source)
    flagged = changed is not None and changed <= as_of and (entry is None or entry.date < changed)
    until = entry.date if entry else as_of
    texts: dict[str, Text | None] = dict.fromkeys(TEXTS)
    texts["label"] = result.label
    if entry is not None:
        texts |= {n: getattr(entry, n) for n in TEXTS if n not in ("label", "evidence")}
        texts["evidence"] = entry.evidence.text if entry.evidence else None
    state = entry.state_at(as_of) if entry else None
    waiting = entry is not None and (entry.reply == "à l'étude" or state in OPEN_STATES)
    late = waiting and entry is not None and entry.due is not None and entry.due < as_of
    return {
        "source": result.source,
        "kind": result.kind,
        "survey": result.survey,
        "wave": result.wave,
        "published": result.published.isoformat(),
        "question": result.question,
        "response": result.response,
        "breakdown": result.breakdown,
        "group": result.group,
        "entry": entry.id if entry else "",
        "reply": entry.reply if entry else "",
        "replied": entry.date.isoformat() if entry else "",
        "due": entry.due.isoformat() if entry and entry.due else "",
        "state": state or "",
        "days": (until - result.published).days,
        "overdue": "yes" if late else "",
        "corrected": "yes" if flagged else "",
        "evidence_url": entry.evidence.url if entry and entry.evidence else "",
        **texts_in(texts, languages),
    }
