"""An unfinished definition, made whole enough to be drawn: what is lacking says that it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from padai.pipeline.builds.proposals import with_proposals
from padai.survey import Breakdown, Methodology, NotGiven, Question, Release, Survey, Text, WaveDef
from padai.survey.questions import Code
from padai.survey.texts import TO_COMPLETE, Wording
from padai.words import LANGUAGES, Both
from padai.words.languages import lacking

_NOT_SUPPLIED: dict[str, dict[str, str]] = {
    "title": Both("pipeline-title-to-be-written"),
    "description": Both("pipeline-description-to-be-written"),
    "population": Both("pipeline-population-not-supplied"),
    "geography": Both("pipeline-geography-not-supplied"),
    "sponsor": Both("pipeline-sponsor-not-supplied"),
    "contact": Both("pipeline-contact-not-supplied"),
    "reason": Both("pipeline-reason-not-supplied"),
    "supplier": Both("pipeline-not-supplied-2080"),
    "": Both("pipeline-not-supplied-fa45"),
}
"""What stands for a text that is still to be written, by its key."""
_MAIN = Both("pipeline-main")
_LABEL_AS_WORDING = Both("pipeline-the-files-label-the-words-of-the", label="{label}")
_ASKED = Both("publishing-people-who-were-asked-the-question")
_REASON = Both("pipeline-to-be-written-before-publishing")
_NO_DAY = dt.date(2000, 1, 1)
"""The date of the files of a draft of which no date is known; no page prints it."""


def draft_language(survey: Survey, asked: str) -> str:
    """Return the language of a draft's pages: the survey's first, or the one that is asked for.

    Parameters
    ----------
    asked
        ``"fr"`` or ``"en"``, for a survey in a language of which padai has no words.
    """
    return next((lang for lang in survey.languages if not lacking(lang)), asked)


def drafted(survey: Survey, wave_id: str, lang: str, version: int = 1) -> Survey:
    """Return a definition that can be published as a draft, from one that is not finished.

    Parameters
    ----------
    lang
        The language of the pages; a text that is only in another stays as it is.
    version
        The number of the version that the draft would become.

    Notes
    -----
    A breakdown that a wave cannot make is left out. A wording that is to be written is the
    question's label, and says so; any other text says that it is not supplied. Nets, chapters and
    key results are proposed where there are none
    (:func:`padai.pipeline.builds.proposals.with_proposals`). Where nothing says what the
    waves share, the wave stands alone. Nothing else of the definition changes.
    """
    if survey.overlap is None:
        survey = survey.model_copy(update={"waves": (survey.wave(wave_id).id,)})
    filled: Survey = _filled(survey, lang)
    wave = filled.wave(wave_id)
    day = wave.fieldwork.end if wave.fieldwork.known else _NO_DAY
    release = Release(version=version, status="draft", publish_on=day)
    absent = NotGiven(status="not_supplied", reason=_in_draft_language(_REASON, lang))
    method = {
        name: absent
        for name, value in filled.disclosure_items(wave_id).items()
        if value is None or _waiting(getattr(survey.methodology, name), lang)
    }
    whole = filled.model_copy(
        update={
            "languages": (lang,),
            "formats": ("html",),
            "breakdowns": tuple(_dividing(filled, wave_id)),
            "wave_defs": {**filled.wave_defs, wave_id: _released(wave, release)},
            "methodology": Methodology.model_validate(
                {name: getattr(filled.methodology, name) for name in Methodology.model_fields}
                | method
            ),
        }
    )
    return with_proposals(whole, wave_id, lang, day + dt.timedelta(days=1))


def _dividing(survey: Survey, wave_id: str) -> Iterator[Breakdown]:
    """Yield the breakdowns that every wave up to one can make."""
    reached = survey.waves[: survey.waves.index(wave_id) + 1]
    for each in survey.breakdowns:
        if all(survey.question(each.question).asked_in(w) for w in reached):
            yield each


def _released(wave: WaveDef, release: Release) -> WaveDef:
    return wave.model_copy(update={"release": release})


def _waiting(value: Any, lang: str) -> bool:
    """Whether a text has no words in any language."""
    if not isinstance(value, Text | Wording):
        return False
    return value.missing((lang,)) and not any(t and t != TO_COMPLETE for t in value.every)


def _filled(value: Any, lang: str, key: str = "") -> Any:
    """Return a part of a definition with a text wherever one is still to be written."""
    if isinstance(value, Text):
        words = _NOT_SUPPLIED.get(key, _NOT_SUPPLIED[""])
        return _in_draft_language(words, lang) if _waiting(value, lang) else value
    if isinstance(value, Question):
        return _question(value, lang)
    if isinstance(value, Code) and _waiting(value.label, lang):
        return value.model_copy(update={"label": Text(fr=str(value.value), en=str(value.value))})
    if isinstance(value, BaseModel):
        own = {name: getattr(value, name) for name in type(value).model_fields}
        made = {name: _filled(each, lang, name) for name, each in own.items()}
        if key == "parts" and _waiting(getattr(value, "label", None), lang):
            made["label"] = _named_part(str(own["id"]), lang)
        changed = {name: each for name, each in made.items() if each is not own[name]}
        return value.model_copy(update=changed) if changed else value
    if isinstance(value, Mapping):
        return {name: _filled(each, lang, key) for name, each in value.items()}
    if isinstance(value, tuple):
        return tuple(_filled(each, lang, key) for each in value)
    return value


def _named_part(part: str, lang: str) -> Text:
    return _in_draft_language(_MAIN if part == "main" else _as_it_is(part, lang), lang)


def _as_it_is(name: str, lang: str) -> dict[str, str]:
    """Return a name that is the same in every language."""
    return dict.fromkeys((*LANGUAGES, lang), name)


def _in_draft_language(words: Mapping[str, str], lang: str) -> Text:
    """Return words of ours as a text: in the language of the draft too."""
    return Text.model_validate({**words, lang: words[lang]})


def _question(question: Question, lang: str) -> Question:
    named = question.label
    if _waiting(named, lang):
        named = _in_draft_language(_as_it_is(question.id, lang), lang)
    changed: dict[str, Any] = {}
    if _waiting(question.wording, lang):
        label = named.get(lang, question.id)
        tags = dict.fromkeys((*LANGUAGES, lang))
        wordings = {tag: _LABEL_AS_WORDING[tag].format(label=label) for tag in tags}
        changed["wording"] = Wording.model_validate(wordings)
    if question.base_label is not None and _waiting(question.base_label, lang):
        base_label = None if question.base else _in_draft_language(_ASKED, lang)
        changed["base_label"] = base_label  # a condition says who was asked
    made = question.model_copy(update={**changed, "label": named})
    own = {name: getattr(made, name) for name in type(made).model_fields}
    return made.model_copy(update={n: _filled(each, lang, n) for n, each in own.items()})
