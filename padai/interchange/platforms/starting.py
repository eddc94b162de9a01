"""Start a survey from a platform's exports, and from the questionnaire that was in the field."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from padai.errors import DefinitionError
from padai.interchange.choices import Choices
from padai.interchange.draft import Draft
from padai.interchange.forms import Form, check_form
from padai.interchange.from_forms import FORMS, MAX_QUESTIONS
from padai.interchange.platforms.drafting import draft_from_exports
from padai.interchange.platforms.export import Export
from padai.interchange.platforms.recognise import read_export
from padai.interchange.platforms.redcap import is_dictionary, read_dictionary

_KNOWN = (
    "Qualtrics, SurveyMonkey, LimeSurvey, Google Forms, Microsoft Forms, KoboToolbox, ODK, REDCap"
)
MAX_EXPORTS = 60


def draft_from_platform(
    survey_id: str,
    sources: Sequence[Path],
    answers: Sequence[Path],
    folder: Path,
    choices: Choices | None = None,
) -> Draft | None:
    """Draft a survey where the files are a platform's; nothing where none of them is.

    Parameters
    ----------
    sources
        What to start from: exports, one a wave, or the questionnaire alone or among them.
    answers
        Exports named as such, beside the questionnaire.
    folder
        Where the coded files are written.
    choices
        What is decided beforehand.

    Raises
    ------
    DefinitionError
        There are several questionnaires, exports among other files, files that are no export, or
        a questionnaire without answers that needs them.
    DataError
        An export is too large, irregular or empty, or does not fit the questionnaire.
    """
    read = {path: read_export(path) for path in dict.fromkeys((*sources, *answers))}
    exports = [export for export in read.values() if export is not None]
    others = [path for path in sources if read[path] is None]
    dictionaries = [path for path in others if path.is_file() and is_dictionary(path)]
    forms = [p for p in others if p in dictionaries or p.suffix.lower() in FORMS]
    _check(exports, others, forms, [p for p in answers if read[p] is None], dictionaries)
    if not exports:
        return None
    form = _form(forms[0]) if forms else None
    return draft_from_exports(survey_id, exports, folder, form, choices)


def _check(
    exports: Sequence[Export], others: Sequence[Path], forms: Sequence[Path],
    unknown: Sequence[Path], dictionaries: Sequence[Path],
) -> None:  # fmt: skip
    if unknown:
        listed = ", ".join(path.name for path in unknown)
        raise DefinitionError(
            f"--data {listed}: not an export that padai knows ({_KNOWN}). Give a file of data with "
            "--from, without its questionnaire.",
            f"--data {listed} : ce n’est pas une exportation que padai connaît ({_KNOWN}). Donnez "
            "un fichier de données par --from, sans son questionnaire.",
        )
    if dictionaries and not exports:
        name = dictionaries[0].name
        raise DefinitionError(
            f"{name} is a REDCap data dictionary. Give the answers with it: --from {name} --data "
            "records.csv",
            f"{name} est un dictionnaire de données REDCap. Donnez aussi les réponses : --from "
            f"{name} --data dossiers.csv",
        )
    rest = [path.name for path in others if path not in forms]
    if exports and (rest or len(forms) > 1):
        listed = ", ".join(rest or [path.name for path in forms])
        raise DefinitionError(
            f"Exports of {exports[0].platform.en} stand beside {listed}. Give the exports of one "
            "survey, one a wave, and its one questionnaire.",
            f"Des exportations de {exports[0].platform.fr} accompagnent {listed}. Donnez les "
            "exportations d’une enquête, une par vague, et son seul questionnaire.",
        )
    if len({export.platform.en for export in exports}) > 1:
        named = ", ".join(f"{export.path.name} ({export.platform.en})" for export in exports)
        raise DefinitionError(
            f"The exports are of several platforms: {named}. Start from those of one.",
            f"Les exportations viennent de plusieurs plateformes : {named}. Partez de celles d’une "
            "seule.",
        )
    if len(exports) > MAX_EXPORTS:
        raise DefinitionError(
            f"{len(exports)} exports were given; a survey starts from {MAX_EXPORTS} at most.",
            f"{len(exports)} exportations ont été données; une enquête part de {MAX_EXPORTS} au "
            "plus.",
        )


def _form(path: Path) -> Form:
    check_form(path)
    ending = path.suffix.lower()
    form = read_dictionary(path) if ending == ".csv" else FORMS[ending](path)
    if len(form.questions) > MAX_QUESTIONS:
        count = len(form.questions)
        raise DefinitionError(
            f"{path.name} holds {count} questions; a definition is drafted from {MAX_QUESTIONS} at "
            "most. Take some out.",
            f"{path.name} contient {count} questions; une définition se tire de {MAX_QUESTIONS} au "
            "plus. Retirez-en.",
        )
    return form
