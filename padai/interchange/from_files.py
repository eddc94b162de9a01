"""Start a survey from the files that exist: a definition that loads, validates and estimates."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from padai.errors import DefinitionError
from padai.interchange.columns import draft_questions
from padai.interchange.definition_files import definition_files
from padai.interchange.draft import Draft, DraftQuestion, DraftWave
from padai.interchange.from_forms import FORMS, draft_from_form
from padai.interchange.linking import link_waves, share_scales
from padai.interchange.platforms.starting import draft_from_platform
from padai.interchange.quarto_pages import IGNORED, quarto_files
from padai.interchange.roles import guess_mode, guess_roles
from padai.interchange.samples import (
    guess_base,
    guess_dates,
    guess_design,
    guess_overlap,
    year_of,
)
from padai.interchange.skeleton import SKELETON
from padai.interchange.starting import PROJECT_FILE
from padai.interchange.words import language, slug, unique
from padai.survey import Survey, load_survey
from padai.survey.schemas import write_schemas
from padai.waves.intake import CONVERTED, FORMATS, DataFile, convert_first, read_data_file
from padai.waves.text_files import parse_cells

if TYPE_CHECKING:
    import pandas as pd

MAX_COLUMNS = 2_000
_PRIVATE = "# Les réponses restent ici. / Answers stay here.\n*\n!.gitignore\n"


def init_from(
    target: str | Path, files: Sequence[str | Path], answers: Sequence[str | Path] = ()
) -> tuple[Path, ...]:
    """Write the definition of a survey from its files' own metadata, and copy the files into it.

    Data files give one wave each, oldest first: questions, scales found once and shared, missing
    codes by kind, multiple-response sets, design columns, routing, and which columns are one
    question over the waves. What is guessed says so in a comment; what a file cannot tell is
    ``à compléter``, which computing accepts and publishing refuses.

    Parameters
    ----------
    target
        The survey's new folder. Where it stands in no project, one is made: around it where its
        parent is called ``surveys``, else in it.
    files
        Data files that :func:`padai.read_wave` reads, or one questionnaire: an XLSForm
        (``.xlsx``), a LimeSurvey ``.lss``, a Qualtrics ``.qsf`` or a DDI-Codebook (``.xml``); or
        exports of a survey platform, one a wave, which are recognised: their personal columns are
        left out, their choice texts become codes, and the coded answers are what is kept.
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
        told = draft_from_platform(_survey_id(survey), sources, exported, Path(scratch))
        if told is not None:
            return _write(told, project, survey)
    _check(sources)
    if sources[0].suffix.lower() in FORMS:
        draft = draft_from_form(_survey_id(survey), sources[0])
    else:
        draft = _from_data(_survey_id(survey), sources)
    return _write(draft, project, survey)


def _check(sources: list[Path]) -> None:
    if not sources:
        raise DefinitionError(
            "Give at least one file to start from: --from wave-2025.sav",
            "Donnez au moins un fichier dont partir : --from vague-2025.sav",
        )
    endings = [p.suffix.lower() for p in sources]
    unread = [p.name for p in sources if p.suffix.lower() not in (*FORMATS, *FORMS)]
    convertible = next((name for name in unread if Path(name).suffix.lower() in CONVERTED), None)
    if convertible is not None:
        raise convert_first(convertible, Path(convertible).suffix.lower())
    if unread:
        listed, data, forms = ", ".join(unread), ", ".join(FORMATS), ", ".join(FORMS)
        raise DefinitionError(
            f"A survey cannot be started from {listed}. Give data files that end in {data}, or one "
            f"questionnaire that ends in {forms}.",
            f"Une enquête ne peut partir de {listed}. Donnez des fichiers de données en {data}, ou "
            f"un questionnaire en {forms}.",
        )
    if len(sources) > 1 and any(ending in FORMS for ending in endings):
        raise DefinitionError(
            "Give one questionnaire, or data files (one a wave), not both and not several "
            "questionnaires.",
            "Donnez un questionnaire, ou des fichiers de données (un par vague), mais pas les deux "
            "ni plusieurs questionnaires.",
        )
    names = [p.name.casefold() for p in sources]
    twice = sorted({n for n in names if names.count(n) > 1})
    if twice:
        raise DefinitionError(
            f"Two files are called {twice[0]}; rename one, since both go into the data folder.",
            f"Deux fichiers se nomment {twice[0]}; renommez-en un, car les deux vont dans le "
            "dossier de données.",
        )


def _places(folder: Path) -> tuple[Path | None, Path]:
    """Return where a project must be made (None: there is one), and the survey's folder."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise DefinitionError(
            f"'{folder}' already holds something. Choose a new folder; nothing was written.",
            f"« {folder} » contient déjà quelque chose. Choisissez un nouveau dossier; rien n’a "
            "été écrit.",
        )
    above = folder.resolve().parents
    if any((place / PROJECT_FILE).is_file() for place in above):
        return None, folder
    if folder.resolve().parent.name == "surveys":
        return folder.resolve().parent.parent, folder
    return folder, folder / "surveys" / _survey_id(folder.resolve())


def _survey_id(folder: Path) -> str:
    return slug(folder.name, "survey").replace("_", "-").lower()


def _from_data(survey_id: str, sources: Sequence[Path]) -> Draft:
    read = [(path, _typed(read_data_file(path))) for path in sources]
    ids = _wave_ids([path for path, _ in read])
    if all(re.fullmatch(r"[0-9]{4}", wave_id) for wave_id in ids):
        order = sorted(range(len(ids)), key=lambda i: ids[i])
        read, ids = [read[i] for i in order], [ids[i] for i in order]
    drafted, waves, langs = [], [], set()
    for place, (wave_id, (path, file)) in enumerate(zip(ids, read, strict=True)):
        if len(file.frame.columns) > MAX_COLUMNS:
            count = len(file.frame.columns)
            raise DefinitionError(
                f"{path.name} has {count} columns; a definition is drafted from "
                f"{MAX_COLUMNS} at most. Leave out those that the survey does not use.",
                f"{path.name} a {count} colonnes; une définition se tire de {MAX_COLUMNS} au plus. "
                "Retirez celles que l’enquête n’utilise pas.",
            )
        design = guess_design(file)
        lang = language(
            [*file.labels.values(), *(t for v in file.value_labels.values() for t in v.values())]
        )
        langs.add(lang)
        questions, other = draft_questions(file, wave_id, set(design.columns), lang)
        start, end, dated, column = guess_dates(file.frame, wave_id, place)
        if column:
            del other[column]
            questions.append(_interview_date(column, file, wave_id, lang, questions))
        drafted.append(questions)
        wave = DraftWave(wave_id, start, end, dated, design, path, path.name)
        rows = len(file.frame)
        waves.append(replace(wave, sha256=file.sha256, n=rows, other=other))
    _check_order(waves)
    waves = _one_lonely_rule(waves)
    frames = {w: file.frame for w, (_, file) in zip(ids, read, strict=True)}
    linked = share_scales(link_waves(drafted))
    if not linked:
        raise _no_question(waves[0])
    overlap, told = guess_overlap(list(frames.values()), [w.design for w in waves])
    roles = guess_roles(linked, frames)
    linked = [replace(q, administrative=q.id in roles.values()) for q in linked]
    waves = [
        replace(w, mode=guess_mode(linked, roles.get("mode"), w.id, frames[w.id])) for w in waves
    ]
    return Draft(
        survey_id, tuple(_routed(linked, frames)), tuple(waves), {}, tuple(sorted(langs)),
        overlap, told, roles=roles,
    )  # fmt: skip


def _interview_date(
    column: str, file: DataFile, wave_id: str, lang: str, others: Sequence[DraftQuestion]
) -> DraftQuestion:
    """Draft the question that tells the day of each interview."""
    label = file.labels.get(column, "").strip()
    name = unique(slug(column), {q.id.casefold() for q in others})
    note = "jour de l’entrevue, deviné / day of the interview, guessed"
    return DraftQuestion(
        name, "open", {lang: label} if label else {}, columns={wave_id: column}, notes=(note,)
    )


def _no_question(wave: DraftWave) -> DefinitionError:
    """Say that a file has no column to draft, and what its columns are instead."""
    if not wave.n:
        return DefinitionError(
            f"{wave.file} has columns and no row. Ask for the file again.",
            f"{wave.file} a des colonnes et aucune ligne. Redemandez le fichier.",
        )
    told = [*((name, "plan / design") for name in wave.design.columns), *wave.other.items()]
    shown = "; ".join(f"{name}: {why}" for name, why in told[:6])
    return DefinitionError(
        f"{wave.file} has no column that could be a question ({shown}). Give another file.",
        f"{wave.file} n’a aucune colonne qui puisse être une question ({shown}). Donnez un autre "
        "fichier.",
    )


def _one_lonely_rule(waves: Sequence[DraftWave]) -> list[DraftWave]:
    """Give every wave the rule that one needs: waves of one trend share it."""
    most = max(w.design.lonely for w in waves)
    return [replace(w, design=replace(w.design, lonely=most)) for w in waves]


def _routed(
    questions: Sequence[DraftQuestion], frames: Mapping[str, pd.DataFrame]
) -> list[DraftQuestion]:
    return [
        replace(question, base=guess_base(question, questions[:place], frames))
        for place, question in enumerate(questions)
    ]


def _typed(file: DataFile) -> DataFile:
    """Give the cells of a text file their values."""
    if file.format != "csv":
        return file
    comma = file.frame.attrs.get("decimal") == ","
    typed: Any = file.frame.apply(lambda column: parse_cells(column, {}, comma))
    return replace(file, frame=typed)


def _wave_ids(paths: Sequence[Path]) -> list[str]:
    """Name each wave by the year in its file's name, or by the name where years do not tell."""
    years = [year_of(path.stem) for path in paths]
    if None not in years and len(set(years)) == len(years):
        return [str(year) for year in years]
    if len(paths) == 1:
        return ["1"]
    names = [slug(path.stem, "v").lower() for path in paths]
    return names if len(set(names)) == len(names) else [str(i + 1) for i in range(len(paths))]


def _check_order(waves: Sequence[DraftWave]) -> None:
    middles = [w.start + (w.end - w.start) / 2 for w in waves]
    for place in range(1, len(waves)):
        if middles[place] <= middles[place - 1]:
            one, other = waves[place].file, waves[place - 1].file
            raise DefinitionError(
                f"{one} is dated before {other}, or like it ({waves[place].dated}). Give the files "
                "oldest first.",
                f"{one} a une date antérieure ou égale à celle de {other} ({waves[place].dated}). "
                "Donnez les fichiers du plus ancien au plus récent.",
            )


def _write(draft: Draft, project: Path | None, survey: Path) -> tuple[Path, ...]:
    """Write everything aside, load it, and only then put it in place."""
    survey.resolve().parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".padai-", dir=survey.resolve().parent) as scratch:
        made = Path(scratch) / survey.name
        _fill(draft, made)
        loaded = load_survey(made)
        if survey.is_dir():
            survey.rmdir()
        made.rename(survey)
    written = sorted(p for p in survey.rglob("*") if p.is_file())
    return (*written, *(_project_files(project, loaded) if project is not None else ()))


def _fill(draft: Draft, folder: Path) -> None:
    for name, text in definition_files(draft).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    write_schemas(folder / "schemas")
    data = folder / "data"
    data.mkdir()
    (data / ".gitignore").write_text(_PRIVATE, encoding="utf-8", newline="\n")
    for wave in draft.waves:
        if wave.source is not None:
            shutil.copyfile(wave.source, data / wave.file)


def _project_files(root: Path, survey: Survey) -> tuple[Path, ...]:
    """Write what makes a folder a project, and leave what stands there."""
    texts = {PROJECT_FILE: SKELETON[PROJECT_FILE], ".gitignore": IGNORED, **quarto_files(survey)}
    written = []
    for name, text in texts.items():
        path = root / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            written.append(path)
    return tuple(written)
