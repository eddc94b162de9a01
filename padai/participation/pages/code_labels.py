"""What the codes of a panel's and a consultation's tables mean, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from padai.publishing.basis.naming import Naming
from padai.words import Both, say

Words = dict[str, dict[str, str]]

STEPS: Words = {
    "invited": Both("publishing-dialogue-invitations-sent"),
    "volunteered": Both("publishing-dialogue-volunteered"),
    "drawn": Both("publishing-dialogue-drawn-by-lot"),
    "declined": Both("publishing-dialogue-declined-before-starting-replaced"),
    "in_office": Both("publishing-dialogue-in-office"),
    "present": Both("publishing-dialogue-present"),
    "present_always": Both("publishing-dialogue-present-at-every-session"),
    "answered": Both("publishing-dialogue-answered-the-questionnaire"),
    "answered_both": Both("publishing-dialogue-answered-both-times"),
}
STAGES: Words = {
    "volunteers": Both("publishing-dialogue-volunteers-b74e"),
    "drawn": Both("publishing-dialogue-drawn-by-lot"),
    "present": Both("publishing-dialogue-present-at-the-last-session"),
    "participants": Both("publishing-dialogue-took-part"),
}
CELLS: Words = {
    "moved_in": Both("publishing-dialogue-moved-to-this-answer"),
    "moved_out": Both("publishing-dialogue-left-this-answer"),
    "stayed_in": Both("publishing-dialogue-kept-this-answer"),
    "stayed_out": Both("publishing-dialogue-never-gave-it"),
    "ever": Both("publishing-dialogue-gave-it-once-or-twice"),
    "moved_up": Both("publishing-dialogue-higher-score"),
    "moved_down": Both("publishing-dialogue-lower-score"),
    "unchanged": Both("publishing-dialogue-same-score"),
}
_EVER = {"moved_in", "moved_out", "stayed_in"}
MOMENTS: Words = {
    "start": Both("publishing-dialogue-first-day-of-the-mandate"),
    "end": Both("publishing-dialogue-last-day-of-the-mandate"),
    "renewed": Both("publishing-dialogue-after-renewal"),
}
AGREEMENT: Words = {
    "reliable": Both("publishing-dialogue-reliable"),
    "tentative": Both("publishing-dialogue-read-with-caution"),
    "too_low": Both("publishing-dialogue-too-low"),
    "unmeasured": Both("publishing-dialogue-not-measured"),
}
ANSWERS: Words = {"yes": Both("publishing-dialogue-yes"), "no": Both("publishing-dialogue-no")}
REASONS: Words = {
    "under_disclosure_count": Both("publishing-dialogue-too-few-contributions-to-be-published"),
    "agreement_too_low": Both("publishing-dialogue-too-little-agreement-between-coders"),
    "sensitive_cells_merged": Both("publishing-dialogue-sensitive-question-small-numbers-merged"),
    "few_records_corrected": Both("publishing-dialogue-sensitive-question-fewer-than-five"),
    "others_since": Both("publishing-dialogue-nearly-the-same-people"),
    "withdrawn": Both("publishing-dialogue-numbers-withdrawn"),
}
TESTS: Words = {
    "mcnemar": Both("publishing-dialogue-exact-mcnemar-test"),
    "sign_flip": Both("publishing-dialogue-sign-flip-test"),
    "exact": Both("publishing-dialogue-every-case-counted"),
    "monte_carlo": Both("publishing-dialogue-random-draws"),
}
_FIXED: dict[str, Words] = {
    "step": STEPS,
    "stage": STAGES,
    "moment": MOMENTS,
    "reliability": AGREEMENT,
    "adopted": ANSWERS,
    "over_selected": ANSWERS,
    "reason": REASONS,
    "test": TESTS,
    "method": TESTS,
}


def said(words: Words, code: str, lang: str) -> str:
    """Return the words of a code; the code itself where there are none."""
    return words[code][lang] if code in words else code


def joined_cells(name: str, lang: str) -> str:
    """Name how people moved; merged cells are joined by "or"."""
    parts = name.split("+")
    if set(parts) == _EVER:
        return said(CELLS, "ever", lang)
    word = say("publishing-dialogue-or", lang)
    texts = [said(CELLS, part, lang) for part in parts]
    return word.join([texts[0], *(t[:1].lower() + t[1:] for t in texts[1:])])


def group_label(naming: Naming, breakdown: str, name: str) -> str:
    """Name a group of a profile; merged groups are joined."""
    survey = naming.survey
    if survey.panel is not None:
        quota = next(q for q in survey.panel.draw.quotas if q.id == breakdown)
        labels = {g.id: naming.text(g.label) for g in quota.groups}
    else:
        labels = {g: naming.group(breakdown, g) for g in naming.groups(breakdown)}
    return " + ".join(labels[g] for g in _parts(name, list(labels)))


def breakdown_label(naming: Naming, breakdown: str) -> str:
    """Name a breakdown of a profile."""
    panel = naming.survey.panel
    if panel is None:
        return naming.breakdown(breakdown)
    return naming.text(next(q for q in panel.draw.quotas if q.id == breakdown).label)


def _parts(name: str, known: Sequence[str]) -> list[str]:
    """Part a merged name into its groups; a group's own name may hold a plus."""
    if name in known or not name:
        return [name] if name else []
    first = max((g for g in known if name.startswith(g + "+")), key=len)
    return [first, *_parts(name[len(first) + 1 :], known)]


def session_label(naming: Naming, session: str) -> str:
    """Name a session, or the wave or moment that stands in its place."""
    panel = naming.survey.panel
    labels = {s.id: naming.text(s.label) for s in panel.sessions} if panel else {}
    labels |= {w: naming.wave_label(w) for w in naming.survey.waves}
    return labels.get(session, session)


def moment_label(naming: Naming, moment: str) -> str:
    """Name a moment of a mandate."""
    return MOMENTS[moment][naming.lang] if moment in MOMENTS else session_label(naming, moment)


def written(naming: Naming, column: str, row: Mapping[str, Any]) -> str:
    """Return a code of a table as people read it."""
    code, survey = row[column], naming.survey
    if not code:
        return ""
    if column in _NAMED:
        return _NAMED[column](naming, row, code)
    if column == "theme" and survey.consultation is not None:
        return naming.text(next(t for t in survey.consultation.themes if t.id == code).label)
    if column == "id" and survey.panel is not None:
        return naming.text(next(r for r in survey.panel.recommendations if r.id == code).title)
    return said(_FIXED.get(column, {}), code, naming.lang)


_NAMED: dict[str, Callable[[Naming, Mapping[str, Any], str], str]] = {
    "wave": lambda naming, _, code: session_label(naming, code),
    "session": lambda naming, _, code: session_label(naming, code),
    "moment": lambda naming, _, code: moment_label(naming, code),
    "breakdown": lambda naming, _, code: breakdown_label(naming, code),
    "group": lambda naming, row, code: group_label(naming, row["breakdown"], code),
    "question": lambda naming, _, code: naming.label(code),
    "response": lambda naming, row, code: naming.response(row["question"], code),
    "cell": lambda naming, _, code: joined_cells(code, naming.lang),
}
"""Columns whose codes the definition names, and how a code of each is read."""
