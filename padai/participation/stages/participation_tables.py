"""From a panel or a consultation to its store: what stands in place of estimates and weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from padai.errors import PublicationError, Said
from padai.participation.stages.consultation_tables import consultation_files, consultation_tables
from padai.participation.stages.panel_tables import panel_files, panel_tables
from padai.pipeline.parts.facts import facts_of
from padai.pipeline.parts.preparation import Prepared
from padai.publishing.basis.vocabulary import forbidden_in_limit, forbidden_words
from padai.survey import Survey
from padai.survey.definition import named_texts
from padai.survey.faults import listed
from padai.survey.following import load_following
from padai.survey.kinds import CONSULTATION, PANEL, SampleType

_MAKERS = {PANEL.id: panel_tables, CONSULTATION.id: consultation_tables}
_FILES = {PANEL.id: panel_files, CONSULTATION.id: consultation_files}
_LIMITS = ("panel.limits.", "consultation.limits.")


def participation_tables(
    survey: Survey, wave_id: str, parts: Mapping[str, Prepared], data_dir: Path | None
) -> tuple[dict[str, pd.DataFrame], dict[str, Any]]:
    """Return the tables and the facts of the store of a panel or a consultation.

    Raises
    ------
    PublicationError
        The wave has several parts, or the wave of a panel is not the one asked after.
    """
    if len(parts) > 1:
        raise PublicationError(
            Said(
                "pipeline-a-has-one-part-are-declared-another",
                survey_kind=survey.kind,
                count_parts=len(parts),
            ),
            where=f"{survey.id}, {wave_id}",
        )
    ready = next(iter(parts.values()))
    tables, own = _MAKERS[survey.kind](survey, wave_id, ready, data_dir)
    # no weights, so nothing is said of weighting
    facts = {**facts_of(survey, wave_id, parts), "weighting": {}, **own}
    return tables, {**facts, "follow_up": _follow_up(survey)}


def _follow_up(survey: Survey) -> list[str]:
    """Name the pages for those who took part that stand beside the release."""
    feedback = load_following(survey).feedback
    given_pages = {
        "register": feedback is not None and feedback.register_of is not None,
        "letter": feedback is not None and feedback.letter is not None,
    }
    return [page for page, given in given_pages.items() if given]


def participation_files(survey: Survey, data_dir: Path | None) -> dict[str, Path]:
    """Return the files beside the answers that a release is made of."""
    files = _FILES.get(survey.kind)
    return files(survey, data_dir) if files is not None else {}


def refuse_words(survey: Survey) -> None:
    """Refuse a definition of a panel or a consultation whose texts speak for others.

    In a stated limit (``limits:``, and the item ``limitations`` of the methodology) such a word may
    stand where its sentence denies it.

    Raises
    ------
    PublicationError
        With each text's place and words.
    """
    kind = survey.traits.sample_type
    if kind is None:
        return
    faults = list(_faults(survey, kind))
    if faults:
        message = listed(faults, Said("pipeline-change-these-texts-in-limits-such-a-word"))
        raise PublicationError(
            Said("pipeline-words-that-speak-for-people-who-took-no", said=message),
            where=survey.id,
        )


def _faults(survey: Survey, kind: SampleType) -> Iterator[Said]:
    for name, text in named_texts(survey):
        limit = name.startswith(_LIMITS) or ".limitations" in f".{name}"
        forbidden = forbidden_in_limit(text, kind) if limit else forbidden_words(text, kind)
        if forbidden:
            words = ", ".join(forbidden)
            yield Said("pipeline-name-words", name=name, words=words)
