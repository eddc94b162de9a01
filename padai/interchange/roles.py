"""Which columns tell how, when, how long and with which form people were interviewed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from padai.interchange.draft import DraftQuestion
from padai.interchange.label_words import normal
from padai.survey.fieldwork import Mode

if TYPE_CHECKING:
    import pandas as pd

ALMOST_ALL = 0.95
MOST_FORMS = 6
_NAMES = {
    "mode": r"(int|interview|survey)?mode(collecte|entrevue|int|interview)?",
    "duration": r"duree.*|.*duration.*|minutes|loi|interviewlength|lengthofinterview|interviewtime",
    "country": r"(survey)?(country|cntry|pays|pais|staat|nation)(code)?",
    "form": r"ballot|(split|form|forme|version)(number|numero|questionnaire)?",
}
_COUNTRY = re.compile(
    r"(iso|survey|b|c)?(country|cntry|pays|pais|paese|staat|nation|land)"
    r"(code|name|label|nom|iso|alpha|abbr|abb|id|[0-9])*"
)
"""Names of columns that tell the country, its code or its name: more than are given the role, in
which checks are held, since a base too few is only asked for."""
_COUNTRY_LABEL = re.compile(
    r"(\w+ )?(country|nation)( (code|name|of (the )?interview))?( .*\b(iso|code)\b.*)?|"
    r"(code (du )?|nom du )?pays( (de l |d )(entrevue|enquete))?|"
    r"((codigo|nombre) (de |del )?)?pais( (de la |de )?(entrevista|encuesta))?|"
    r"land( der befragung)?|paese"
)
_LABELS = {
    "mode": r"\bmode (de (la )?(collecte|entrevue|passation)|d entrevue|of interview)\b|"
    r"\binterview done in person\b",
    "duration": r"\b(duree (totale )?(de l |du |d )?(entrevue|entretien|questionnaire)|"
    r"(interview|survey) (duration|length)|length of (the )?interview)\b",
    "country": r"^(country( of interview)?|pays( de l entrevue)?|pais( de la entrevista)?)$",
    "form": r"\b(version|forme) (du|de) questionnaire\b|\bballot used\b|\bsplit (ballot|sample)\b",
}
_MODES: Mapping[Mode, str] = {
    "online": r"\b(web|en ligne|on ?line|internet|cawi)\b",
    "phone": r"\b(phone|telephone|tel|cati|telephonique)\b",
    "in_person": r"\b(in person|en personne|face a face|face to face|f2f|capi|papi|a domicile)\b",
    "mail": r"\b(mail|postal|poste|postale|papier|paper)\b",
}


def guess_roles(
    questions: Sequence[DraftQuestion], frames: Mapping[str, pd.DataFrame]
) -> dict[str, str]:
    """Guess which question has each role that checks use, from names, labels and values.

    Parameters
    ----------
    questions
        The linked draft.
    frames
        The rows of each wave.

    Returns
    -------
    The question's id, by role; a role that nothing fits is absent.
    """
    roles: dict[str, str] = {}
    for question in questions:
        if question.type == "open" and "interview_date" not in roles and _dated(question, frames):
            roles["interview_date"] = question.id
        for role in _NAMES:
            if role not in roles and _named(role, question) and _fits(role, question, frames):
                roles[role] = question.id
    return roles


def _named(role: str, question: DraftQuestion) -> bool:
    name = normal(question.id.replace("_", " ")).replace(" ", "")
    labels = [normal(text) for text in question.label.values()]
    by_label = any(re.search(_LABELS[role], label) for label in labels)
    return by_label or bool(re.fullmatch(_NAMES[role], name))


def tells_country(question: DraftQuestion) -> bool:
    """Whether a question tells the country of the interview, by its name or a whole label.

    Examples
    --------
    >>> tells_country(DraftQuestion("isocntry", "single"))
    True
    >>> tells_country(DraftQuestion("v3", "single", {"en": "Country of interview"}))
    True
    >>> tells_country(DraftQuestion("q7", "single", {"en": "Trust in the country"}))
    False
    """
    name = normal(question.id.replace("_", " ")).replace(" ", "")
    labels = [normal(text) for text in question.label.values()]
    by_label = any(_COUNTRY_LABEL.fullmatch(label) for label in labels)
    return by_label or bool(_COUNTRY.fullmatch(name))


def _fits(role: str, question: DraftQuestion, frames: Mapping[str, pd.DataFrame]) -> bool:
    if role == "duration":
        return question.type == "number"
    if question.type != "single" or len(question.codes) < 2:
        return False
    if role == "country":
        return True
    if role == "mode":
        return len(set(_modes(question).values())) > 1
    # A split ballot has few forms, each of which somebody was given in every wave.
    seen = (set(frames[w][c].dropna()) for w, c in question.columns.items())
    codes = {code.value for code in question.codes}
    return len(codes) <= MOST_FORMS and all(codes <= values for values in seen)


def _dated(question: DraftQuestion, frames: Mapping[str, pd.DataFrame]) -> bool:
    return all(frames[w][c].dtype.kind == "M" for w, c in question.columns.items())


def _modes(question: DraftQuestion) -> dict[object, Mode]:
    """Return the mode that the label of each code names; `mixed` where it names several."""
    modes: dict[object, Mode] = {}
    for code in question.codes:
        label = normal(" ".join(code.label.values()))
        named: list[Mode] = [mode for mode, pattern in _MODES.items() if re.search(pattern, label)]
        if named:
            modes[code.value] = named[0] if len(named) == 1 else "mixed"
    return modes


def guess_mode(
    questions: Sequence[DraftQuestion],
    role: str | None,
    wave_id: str,
    frame: pd.DataFrame,
) -> Mode | None:
    """Guess a wave's mode from the question that tells it: the mode of nearly all, else `mixed`."""
    question = next((q for q in questions if q.id == role), None)
    if question is None or wave_id not in question.columns:
        return None
    modes = frame[question.columns[wave_id]].map(_modes(question))
    shares = modes.value_counts(normalize=True)
    if not len(shares) or modes.notna().mean() < ALMOST_ALL:
        return None
    most: Mode = shares.index[0]
    return most if shares.iloc[0] >= ALMOST_ALL else "mixed"
