"""What the codes of a panel's and a consultation's tables mean, in both languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from padai.publishing.context import Context

Words = dict[str, dict[str, str]]

STEPS: Words = {
    "invited": {"fr": "Invitations envoyées", "en": "Invitations sent"},
    "volunteered": {"fr": "Se sont portées volontaires", "en": "Volunteered"},
    "drawn": {"fr": "Tirées au sort", "en": "Drawn by lot"},
    "declined": {
        "fr": "Ont décliné avant de commencer (remplacées)",
        "en": "Declined before starting (replaced)",
    },
    "in_office": {"fr": "En mandat", "en": "In office"},
    "present": {"fr": "Présentes", "en": "Present"},
    "present_always": {"fr": "Présentes à toutes les séances", "en": "Present at every session"},
    "answered": {"fr": "Ont répondu au questionnaire", "en": "Answered the questionnaire"},
    "answered_both": {"fr": "Ont répondu les deux fois", "en": "Answered both times"},
}
STAGES: Words = {
    "volunteers": {"fr": "Volontaires", "en": "Volunteers"},
    "drawn": {"fr": "Tirées au sort", "en": "Drawn by lot"},
    "present": {"fr": "Présentes à la dernière séance", "en": "Present at the last session"},
    "participants": {"fr": "Ont participé", "en": "Took part"},
}
CELLS: Words = {
    "moved_in": {"fr": "Sont passées à cette réponse", "en": "Moved to this answer"},
    "moved_out": {"fr": "Ont quitté cette réponse", "en": "Left this answer"},
    "stayed_in": {"fr": "Ont gardé cette réponse", "en": "Kept this answer"},
    "stayed_out": {"fr": "Ne l’ont jamais donnée", "en": "Never gave it"},
    "ever": {"fr": "L’ont donnée une fois ou deux", "en": "Gave it once or twice"},
    "moved_up": {"fr": "Note plus haute", "en": "Higher score"},
    "moved_down": {"fr": "Note plus basse", "en": "Lower score"},
    "unchanged": {"fr": "Même note", "en": "Same score"},
}
_EVER = {"moved_in", "moved_out", "stayed_in"}
MOMENTS: Words = {
    "start": {"fr": "Premier jour du mandat", "en": "First day of the mandate"},
    "end": {"fr": "Dernier jour du mandat", "en": "Last day of the mandate"},
    "renewed": {"fr": "Après le renouvellement", "en": "After renewal"},
}
AGREEMENT: Words = {
    "reliable": {"fr": "fiable", "en": "reliable"},
    "tentative": {"fr": "à lire avec prudence", "en": "read with caution"},
    "too_low": {"fr": "insuffisant", "en": "too low"},
    "unmeasured": {"fr": "non mesuré", "en": "not measured"},
}
ANSWERS: Words = {"yes": {"fr": "oui", "en": "yes"}, "no": {"fr": "non", "en": "no"}}
REASONS: Words = {
    "under_disclosure_count": {
        "fr": "trop peu de contributions pour être publié",
        "en": "too few contributions to be published",
    },
    "agreement_too_low": {
        "fr": "accord insuffisant entre les personnes qui ont codé",
        "en": "too little agreement between coders",
    },
    "sensitive_cells_merged": {
        "fr": "question délicate, petits nombres regroupés",
        "en": "sensitive question, small numbers merged",
    },
    "few_records_corrected": {
        "fr": "question délicate, moins de cinq dossiers corrigés depuis une version publiée",
        "en": "sensitive question, fewer than five records corrected since a published version",
    },
}
TESTS: Words = {
    "mcnemar": {"fr": "test exact de McNemar", "en": "exact McNemar test"},
    "sign_flip": {"fr": "test par changement de signes", "en": "sign-flip test"},
    "exact": {"fr": "tous les cas comptés", "en": "every case counted"},
    "monte_carlo": {"fr": "tirages au hasard", "en": "random draws"},
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
    word = " ou " if lang == "fr" else " or "
    texts = [said(CELLS, part, lang) for part in parts]
    return word.join([texts[0], *(t[:1].lower() + t[1:] for t in texts[1:])])


def group_label(context: Context, breakdown: str, name: str) -> str:
    """Name a group of a profile; merged groups are joined."""
    survey = context.store.survey
    if survey.panel is not None:
        quota = next(q for q in survey.panel.draw.quotas if q.id == breakdown)
        labels = {g.id: context.text(g.label) for g in quota.groups}
    else:
        labels = {g: context.group(breakdown, g) for g in context.groups(breakdown)}
    return " + ".join(labels[g] for g in _parts(name, list(labels)))


def breakdown_label(context: Context, breakdown: str) -> str:
    """Name a breakdown of a profile."""
    panel = context.store.survey.panel
    if panel is None:
        return context.breakdown(breakdown)
    return context.text(next(q for q in panel.draw.quotas if q.id == breakdown).label)


def _parts(name: str, known: Sequence[str]) -> list[str]:
    """Part a merged name into its groups; a group's own name may hold a plus."""
    if name in known or not name:
        return [name] if name else []
    first = max((g for g in known if name.startswith(g + "+")), key=len)
    return [first, *_parts(name[len(first) + 1 :], known)]


def session_label(context: Context, session: str) -> str:
    """Name a session, or the wave or moment that stands in its place."""
    panel = context.store.survey.panel
    found = {s.id: context.text(s.label) for s in panel.sessions} if panel else {}
    found |= {w: context.wave_label(w) for w in context.store.survey.waves}
    return found.get(session, session)


def moment_label(context: Context, moment: str) -> str:
    """Name a moment of a mandate."""
    return MOMENTS[moment][context.lang] if moment in MOMENTS else session_label(context, moment)


def written(context: Context, column: str, row: Mapping[str, Any]) -> str:
    """Return a code of a table as people read it."""
    code, survey = row[column], context.store.survey
    if not code:
        return ""
    if column in ("wave", "session"):
        return session_label(context, code)
    if column == "moment":
        return moment_label(context, code)
    if column == "breakdown":
        return breakdown_label(context, code)
    if column == "group":
        return group_label(context, row["breakdown"], code)
    if column == "question":
        return context.label(code)
    if column == "response":
        return context.response(row["question"], code)
    if column == "cell":
        return joined_cells(code, context.lang)
    if column == "theme" and survey.consultation is not None:
        return context.text(next(t for t in survey.consultation.themes if t.id == code).label)
    if column == "id" and survey.panel is not None:
        return context.text(next(r for r in survey.panel.recommendations if r.id == code).title)
    return said(_FIXED.get(column, {}), code, context.lang)
