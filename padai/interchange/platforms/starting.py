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
from padai.words import Said

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
    exports: Sequence[Export],
    others: Sequence[Path],
    forms: Sequence[Path],
    unknown: Sequence[Path],
    dictionaries: Sequence[Path],
) -> None:
    if unknown:
        listed = ", ".join(path.name for path in unknown)
        raise DefinitionError(
            Said(
                "interchange-data-not-an-export-that-padai-knows-give", listed=listed, known=_KNOWN
            ),
        )
    if dictionaries and not exports:
        name = dictionaries[0].name
        raise DefinitionError(
            Said("interchange-is-a-redcap-data-dictionary-give-the", name=name),
        )
    rest = [path.name for path in others if path not in forms]
    if exports and (rest or len(forms) > 1):
        listed = ", ".join(rest or [path.name for path in forms])
        raise DefinitionError(
            Said(
                "interchange-exports-of-stand-beside-give-the-exports",
                platform=exports[0].platform,
                listed=listed,
            ),
        )
    if len({export.platform.en for export in exports}) > 1:
        named = ", ".join(f"{export.path.name} ({export.platform.en})" for export in exports)
        raise DefinitionError(
            Said("interchange-the-exports-are-of-several-platforms", named=named),
        )
    if len(exports) > MAX_EXPORTS:
        raise DefinitionError(
            Said(
                "interchange-exports-were-given-a-survey-starts-from",
                count_exports=len(exports),
                max_exports=MAX_EXPORTS,
            ),
        )


def read_questionnaire(path: Path) -> Form:
    """Read a platform's own file of a questionnaire: .qsf, .lss, XLSForm or REDCap dictionary.

    Raises
    ------
    DefinitionError
        It is missing, broken or none of these, or holds more questions than a survey may.
    """
    ending = path.suffix.lower()
    if ending not in FORMS and not (path.is_file() and is_dictionary(path)):
        raise DefinitionError(Said("interchange-is-no-questionnaire", path_name=path.name))
    return _form(path)


def _form(path: Path) -> Form:
    check_form(path)
    ending = path.suffix.lower()
    form = read_dictionary(path) if ending == ".csv" else FORMS[ending](path)
    if len(form.questions) > MAX_QUESTIONS:
        count = len(form.questions)
        raise DefinitionError(
            Said(
                "interchange-holds-questions-a-definition-is-drafted",
                path_name=path.name,
                count=count,
                max_questions=MAX_QUESTIONS,
            ),
        )
    return form
