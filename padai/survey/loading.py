"""From a folder ``surveys/<id>/`` to a checked :class:`Survey`."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from padai.errors import DefinitionError
from padai.spelling import as_given, called
from padai.survey.area_checks import check_areas
from padai.survey.consistency import check_references
from padai.survey.definition import QuestionnaireFile, Survey, SurveyFile
from padai.survey.fieldwork import WaveDef
from padai.survey.model_checks import check_model
from padai.survey.participation import check_participation, read_consultation, read_panel
from padai.survey.questions import Question, Scale
from padai.survey.releases import read_releases
from padai.survey.rotations import rotation_of
from padai.survey.yaml_files import YamlDocument, explain, parse_model, read_yaml
from padai.words import Said


def _no_folder(path: object) -> Said:
    """Say what to give instead of what is no survey's folder."""
    if isinstance(path, (str, Path)):
        given = Path(path)
        if given.is_file():
            return Said("survey-give-its-folder", path=str(path), folder=str(given.parent))
        beside = given.parent.glob("*/survey.yaml") if given.parent.is_dir() else ()
        close = get_close_matches(given.name, [file.parent.name for file in beside], n=1)
        if close:
            near = str(given.parent / close[0])
            return Said("survey-there-is-no-survey-folder-near", path=str(path), near=near)
    return Said(
        "survey-there-is-no-survey-folder-give-the",
        path=str(path) if isinstance(path, (str, Path)) else as_given(path),
    )


def _within(folder: Path) -> list[Path]:
    """Return the surveys of a folder that is a project's, or holds those of one."""
    surveys = (*folder.glob("surveys/*/survey.yaml"), *folder.glob("*/survey.yaml"))
    return sorted(file.parent for file in surveys)


@called
def load_survey(path: str | Path) -> Survey:
    """Read a survey definition and check that all it names is there.

    Parameters
    ----------
    path
        The survey's folder, holding ``survey.yaml``, ``questionnaire.yaml`` and
        ``waves/<wave>.yaml``.

    Raises
    ------
    DefinitionError
        One message that names file, line and column of each fault.

    Examples
    --------
    >>> padai.load_survey(folder).id
    'mini'
    """
    folder = Path(path) if isinstance(path, (str, Path)) else Path()
    if not isinstance(path, (str, Path)) or not folder.is_dir():
        raise DefinitionError(_no_folder(path))
    if not (folder / "survey.yaml").exists() and (within := _within(folder)):
        near = str(within[0])
        raise DefinitionError(
            Said("survey-is-a-project-give-its-survey", path=str(path), near=near)
        )
    head_doc = read_yaml(folder / "survey.yaml")
    head = parse_model(head_doc, SurveyFile, head_doc.content, folder.name)
    form_doc = read_yaml(folder / "questionnaire.yaml")
    form = parse_model(form_doc, QuestionnaireFile, form_doc.content, head.id)
    scales = {scale.id: scale for scale in form.scales}
    questions = _questions(form, scales, form_doc, head.id)
    waves = {wave_id: _wave(folder, wave_id, head.id) for wave_id in head.waves}
    survey = Survey(
        **{name: getattr(head, name) for name in SurveyFile.model_fields},
        path=folder.resolve(),
        questions=questions,
        scales=scales,
        scenarios={s.id: s for s in form.scenarios},
        rotations=form.rotations,
        wave_defs=waves,
        releases=read_releases(folder, head.id),
        panel=read_panel(folder, head.id),
        consultation=read_consultation(folder, head.id),
    )
    check_references(survey, {"survey": head_doc, "questionnaire": form_doc})
    check_areas(survey, head_doc)
    check_model(survey, head_doc)
    check_participation(survey)
    return survey


def _questions(
    form: QuestionnaireFile, scales: dict[str, Scale], document: YamlDocument, survey_id: str
) -> dict[str, Question]:
    questions: dict[str, Question] = {}
    for index, entry in enumerate(form.questions):
        at: tuple[str | int, ...] = ("questions", _key(document, index, entry.id))
        if entry.id in questions:
            raise DefinitionError(
                Said("survey-question-is-defined-twice-rename-or", entry_id=entry.id),
                where=f"{survey_id}, {document.place(at)}",
            )
        fields: dict[str, Any] = {n: getattr(entry, n) for n in type(entry).model_fields}
        module = rotation_of(form.rotations, entry.id)
        if module is not None and entry.waves is None:
            fields["waves"] = module.waves
        if isinstance(entry.scale, str):
            if entry.scale not in scales:
                known = ", ".join(scales) or "-"
                raise DefinitionError(
                    Said(
                        "survey-question-names-the-scale-which-is-not",
                        entry_id=entry.id,
                        scale=entry.scale,
                        known=known,
                    ),
                    where=f"{survey_id}, {document.place((*at, 'scale'))}",
                )
            fields["scale"] = scales[entry.scale]
        try:
            questions[entry.id] = Question(**fields)
        except ValidationError as error:
            raise explain(error, document, survey_id, Question, at) from None
    return questions


def _key(document: YamlDocument, index: int, question_id: str) -> str | int:
    listed = document.content.get("questions") if isinstance(document.content, dict) else None
    return question_id if isinstance(listed, dict) else index


def _wave(folder: Path, wave_id: str, survey_id: str) -> WaveDef:
    path = folder / "waves" / f"{wave_id}.yaml"
    if not path.is_file():
        raise DefinitionError(
            Said("survey-survey-yaml-lists-the-wave-but-waves", wave_id=wave_id),
            where=survey_id,
        )
    document = read_yaml(path)
    content = document.content if isinstance(document.content, dict) else {}
    if str(content.get("id", wave_id)) != wave_id:
        raise DefinitionError(
            Said("survey-waves-yaml-says-id-it-must-be", wave_id=wave_id, id=content["id"]),
            where=survey_id,
        )
    return parse_model(document, WaveDef, {**content, "id": wave_id}, f"{survey_id}, {wave_id}")
