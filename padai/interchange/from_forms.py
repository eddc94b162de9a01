"""A draft from one questionnaire of another tool, and the questionnaire back out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from padai.errors import DefinitionError, refused_by_system
from padai.interchange.ddi import read_ddi, write_ddi
from padai.interchange.draft import ONE_WAVE, Draft, DraftWave
from padai.interchange.forms import Form, check_form
from padai.interchange.limesurvey import read_limesurvey
from padai.interchange.linking import share_scales
from padai.interchange.qualtrics import read_qualtrics
from padai.interchange.remarks import listed
from padai.interchange.xlsform import read_xlsform, write_xlsform
from padai.survey import Survey
from padai.words import Joined, Said

FORMS: dict[str, Callable[[Path], Form]] = {
    ".xlsx": read_xlsform,
    ".lss": read_limesurvey,
    ".qsf": read_qualtrics,
    ".xml": read_ddi,
}
EXPORTS = {"xlsform": ".xlsx", "ddi": ".xml"}
MAX_QUESTIONS = 2_000


def draft_from_form(survey_id: str, path: Path) -> Draft:
    """Draft a survey of one wave, its file still to come, from a questionnaire.

    Raises
    ------
    DefinitionError
        The file is missing, broken, hostile, or holds no question.
    MissingExtraError
        Reading it requires the extra ``interchange``.
    """
    check_form(path)
    try:
        form = FORMS[path.suffix.lower()](path)
    except RecursionError:
        raise DefinitionError(
            Said("interchange-holds-parts-nested-deeper-than-a", path_name=path.name),
        ) from None
    _check_questions(form, path.name)
    wave = DraftWave(
        "1",
        None,
        None,
        Said("interchange-dates-not-in-form"),
        form.design,
        file="wave-1.sav",
    )
    notes = []
    if form.left_out:
        notes.append(Said("interchange-note-left-out", listed=listed(form.left_out)))
    langs = {lang for question in form.questions for lang in question.wording}
    return Draft(
        survey_id,
        tuple(share_scales(form.settled())),
        (wave,),
        form.title,
        tuple(sorted(langs)) or ("fr",),
        "none",
        ONE_WAVE,
        tuple(notes),
    )


def _check_questions(form: Form, name: str) -> None:
    """Refuse a questionnaire without questions, or with more than a definition is drafted of."""
    if not form.questions:
        left = Joined([" (", listed(form.left_out[:6]), ")"], "") if form.left_out else ""
        raise DefinitionError(
            Said("interchange-holds-no-question-that-padai-can-draft", path_name=name, left=left),
        )
    if len(form.questions) > MAX_QUESTIONS:
        raise DefinitionError(
            Said(
                "interchange-holds-questions-a-definition-is-drafted",
                path_name=name,
                count=len(form.questions),
                max_questions=MAX_QUESTIONS,
            ),
        )


def export(
    survey: Survey,
    to: str,
    path: str | Path | None = None,
    *,
    wave_id: str | None = None,
    part: str = "main",
) -> Path:
    """Write a wave's questionnaire as an XLSForm, or describe its file in DDI-Codebook 2.5.

    Parameters
    ----------
    to
        ``xlsform`` or ``ddi``.
    path
        The file; by default the survey's id and wave, here.
    wave_id, part
        Which wave, the last by default, and which part's file (DDI).

    Returns
    -------
    The file written.

    Raises
    ------
    DefinitionError
        There is no such format, wave or part, or the file cannot be written.
    MissingExtraError
        Writing requires the extra ``interchange``.

    Examples
    --------
    >>> export(padai.load_survey("surveys/example"), "ddi")  # doctest: +SKIP
    """
    if to not in EXPORTS:
        raise DefinitionError(
            Said(
                "interchange-there-is-no-export-to-choose-or-a-format",
                to=to,
                exports=Joined(tuple(EXPORTS), "padai-or"),
            ),
        )
    wave = survey.wave(wave_id or survey.waves[-1])
    survey.part(wave.id, part)
    target = Path(path or f"{survey.id}-{wave.id}{EXPORTS[to]}")
    try:
        if to == "ddi":
            write_ddi(survey, wave.id, part, target)
        else:
            write_xlsform(survey, wave.id, target)
    except OSError as error:
        why = refused_by_system(error)
        if why is None:
            raise
        raise DefinitionError(
            Said(
                "interchange-cannot-be-written-in-choose-another",
                target_name=target.name,
                parent=target.parent,
                why=why,
            ),
        ) from None
    return target
