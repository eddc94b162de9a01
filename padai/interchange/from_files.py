"""Start a survey from the files that exist: a definition that loads, validates and estimates."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from padai.errors import DefinitionError
from padai.interchange.choices import Choices
from padai.interchange.definition_files import definition_files
from padai.interchange.draft import Draft
from padai.interchange.drafting import draft_data
from padai.interchange.from_forms import FORMS, draft_from_form
from padai.interchange.label_words import slug
from padai.interchange.platforms.starting import draft_from_platform
from padai.interchange.quarto_pages import IGNORED, quarto_files
from padai.interchange.remarks import written
from padai.interchange.review import write_review
from padai.interchange.skeleton import project_file
from padai.interchange.starting import PROJECT_FILE
from padai.interchange.workbooks import of_answers
from padai.survey import Survey, load_survey
from padai.survey.schemas import write_schemas
from padai.waves.intake import CONVERTED, FORMATS, check_there, convert_first
from padai.words import Said

REVIEW = "review.xlsx"
_PRIVATE = "# {}\n*\n!.gitignore\n"


def init_from(
    target: str | Path,
    files: Sequence[str | Path],
    choices: Choices | None = None,
    answers: Sequence[str | Path] = (),
) -> tuple[Path, ...]:
    """Write the definition of a survey from its files' own metadata, and copy the files into it.

    Data files give one wave each, oldest first: questions, scales found once and shared, missing
    codes by kind, multiple-response sets, routing, and which columns are one question over the
    waves. What is guessed says so in a comment; what a file cannot tell is ``à compléter``, which
    computing accepts and publishing refuses. The design is proposed with its candidates, and is
    ``à confirmer`` unless `choices` decides: until then nothing is estimated. Columns that hold
    people's own words, or point to a person, are listed in ``set-aside.csv`` and used nowhere.

    Parameters
    ----------
    target
        The survey's new folder. Where it stands in no project, one is made: around it where its
        parent is called ``surveys``, else in it.
    files
        Data files that :func:`padai.read_wave` reads, or workbooks (``.xlsx``) whose first sheet
        holds the answers, kept as CSV; or one questionnaire: an XLSForm
        (``.xlsx``), a LimeSurvey ``.lss``, a Qualtrics ``.qsf`` or a DDI-Codebook (``.xml``); or
        exports of a survey platform, one a wave, which are recognised: their personal columns are
        left out, their choice texts become codes, and the coded answers are what is kept.
    choices
        What is decided beforehand, or how to ask.
    answers
        Exports of a survey platform, where `files` is its questionnaire (a REDCap data dictionary
        too): wordings, codes, conditions and order come from there.

    Returns
    -------
    The files written. Nothing is written where something is wrong.

    Raises
    ------
    DefinitionError
        The folder holds something, two files have one name, or a file has too many columns.
    DataError
        A file is missing or broken.

    Examples
    --------
    >>> init_from("surveys/mine", ["wave-2024.sav", "wave-2025.sav"])  # doctest: +SKIP
    """
    folder = Path(target)
    sources = [Path(file) for file in files]
    project, survey = _places(folder)
    with tempfile.TemporaryDirectory(prefix="padai-") as scratch:
        exported = [Path(file) for file in answers]
        drafted = draft_from_platform(_survey_id(survey), sources, exported, Path(scratch), choices)
        if drafted is not None:
            for note in drafted.notes:
                (choices or Choices()).tell(note)
            return _write(drafted, project, survey, (choices or Choices()).review)
        choices = choices or Choices()
        sources, choices = of_answers(sources, choices, Path(scratch))
        _check(sources)
        if sources[0].suffix.lower() in FORMS:
            draft = draft_from_form(_survey_id(survey), sources[0])
        else:
            draft = draft_data(_survey_id(survey), sources, choices)
        return _write(draft, project, survey, choices.review)


def _check(sources: list[Path]) -> None:
    if not sources:
        raise DefinitionError(
            Said("interchange-give-at-least-one-file-to-start-from"),
        )
    endings = [p.suffix.lower() for p in sources]
    unread = [p for p in sources if p.suffix.lower() not in (*FORMATS, *FORMS)]
    convertible = next((p for p in unread if p.suffix.lower() in CONVERTED), None)
    if convertible is not None:
        check_there(convertible, "")
        raise convert_first(convertible.name, convertible.suffix.lower())
    if unread:
        listed = ", ".join(p.name for p in unread)
        data, forms = ", ".join(FORMATS), ", ".join(FORMS)
        raise DefinitionError(
            Said(
                "interchange-a-survey-cannot-be-started-from-give",
                listed=listed,
                data=data,
                forms=forms,
            ),
        )
    if len(sources) > 1 and any(ending in FORMS for ending in endings):
        raise DefinitionError(
            Said("interchange-give-one-questionnaire-or-data-files-one"),
        )
    names = [p.name.casefold() for p in sources]
    twice = sorted({n for n in names if names.count(n) > 1})
    if twice:
        raise DefinitionError(
            Said("interchange-two-files-are-called-rename-one-since", twice=twice[0]),
        )


def _places(folder: Path) -> tuple[Path | None, Path]:
    """Return where a project must be made (None: there is one), and the survey's folder."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise DefinitionError(
            Said("interchange-already-holds-something-choose-a-new", folder=folder),
        )
    above = folder.resolve().parents
    if any((place / PROJECT_FILE).is_file() for place in above):
        return None, folder
    if folder.resolve().parent.name == "surveys":
        return folder.resolve().parent.parent, folder
    return folder, folder / "surveys" / _survey_id(folder.resolve())


def _survey_id(folder: Path) -> str:
    return slug(folder.name, "survey").replace("_", "-").lower()


def _write(
    draft: Draft, project: Path | None, survey: Path, review: bool = False
) -> tuple[Path, ...]:
    """Write everything aside, load it, and only then put it in place."""
    survey.resolve().parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".padai-", dir=survey.resolve().parent) as scratch:
        made = Path(scratch) / survey.name
        _fill(draft, made)
        if review:
            write_review(draft, made / REVIEW)
        loaded = load_survey(made)
        if survey.is_dir():
            survey.rmdir()
        made.rename(survey)
    made_files = sorted(p for p in survey.rglob("*") if p.is_file())
    return (*made_files, *(_project_files(project, loaded) if project is not None else ()))


def _fill(draft: Draft, folder: Path) -> None:
    for name, text in definition_files(draft).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    write_schemas(folder / "schemas")
    data = folder / "data"
    data.mkdir()
    stay = _PRIVATE.format(written(Said("interchange-file-data-stay")))
    (data / ".gitignore").write_text(stay, encoding="utf-8", newline="\n")
    for file, source in {w.file: w.source for w in draft.waves if w.source is not None}.items():
        shutil.copyfile(source, data / file)


def _project_files(root: Path, survey: Survey) -> tuple[Path, ...]:
    """Write what makes a folder a project, and leave what stands there."""
    texts = {PROJECT_FILE: project_file(), ".gitignore": IGNORED, **quarto_files(survey)}
    made = []
    for name, text in texts.items():
        path = root / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            made.append(path)
    return tuple(made)
