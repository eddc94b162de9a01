"""From contributions and their codings to the tables of a consultation's store: counts alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from padai.errors import PublicationError
from padai.estimation.one_word_answers import count_words
from padai.numerics.small_cells import merge_sensitive
from padai.participation.stages.coding import coded_themes, theme_rows
from padai.participation.stages.told_apart import refuse_told_apart, refuse_told_theme
from padai.participation.stages.who_took_part import participation_rows, repeated
from padai.pipeline.parts.preparation import Prepared
from padai.store import COLUMNS
from padai.survey import Survey
from padai.survey.consultations import ConsultationFile
from padai.waves import Wave
from padai.waves.data_files import find_file
from padai.waves.text_files import read_csv
from padai.words import Said


def consultation_files(survey: Survey, data_dir: Path | None) -> dict[str, Path]:
    """Return the files of a consultation's codings, by their names."""
    name = _consultation(survey).coding.file
    return {name: find_file(survey, name, f"{survey.id}, consultation.yaml", data_dir)}


def consultation_tables(
    survey: Survey, wave_id: str, ready: Prepared, data_dir: Path | None
) -> tuple[dict[str, pd.DataFrame], dict[str, Any]]:
    """Return the tables of a consultation's store, and its facts.

    Raises
    ------
    DataError
        Codings that do not fit the codebook or the contributions.
    PublicationError
        Fewer people took part than the disclosure count; what is told of a question in several
        places tells, side by side, how few gave a sensitive answer or are in a group; the other
        themes tell how many contributions carry a rare one.
    """
    consultation, wave = _consultation(survey), ready.last
    least = survey.confidentiality.disclosure_count
    if len(wave) < least:
        raise PublicationError(
            Said(
                "pipeline-people-took-part-under-nothing-of-what", count_wave=len(wave), least=least
            ),
            where=f"{survey.id}, {wave_id}",
        )
    assert wave.design.id is not None
    names = list(wave.column(wave.design.id).astype(str))
    table = read_csv(
        consultation_files(survey, data_dir)[consultation.coding.file], f"{survey.id}: "
    )
    coded = coded_themes(consultation, table, names, f"{survey.id}, {wave_id}")
    refuse_told_apart(survey, wave)
    refuse_told_theme(survey, wave, coded)
    rows = {
        "profile": _profile(survey, wave),
        "answers": _answers(survey, wave),
        "themes": theme_rows(coded, at_least=least),
    }
    tables = {n: pd.DataFrame(r, columns=COLUMNS[n]) for n, r in rows.items()}
    words = [
        count_words(wave, q, at_least=least).assign(part=wave.part) for q in consultation.words
    ]
    if words:
        tables["words"] = pd.concat(words, ignore_index=True)[COLUMNS["words"]]
    texts, people = repeated(wave.column(consultation.contribution))
    same = {"texts": texts, "people": people} if people >= least else {}
    return tables, {"repeated": same, "coded_twice": coded.coded_twice}


def _consultation(survey: Survey) -> ConsultationFile:
    assert survey.consultation is not None
    return survey.consultation


def _counts(codes: Any) -> dict[str, int]:
    counts = np.bincount(codes.codes[codes.codes >= 0], minlength=len(codes.labels))
    return {label: int(n) for label, n in zip(codes.labels, counts, strict=True)}


def _profile(survey: Survey, wave: Wave) -> list[dict[str, Any]]:
    least = survey.confidentiality.minimum_group
    rows = []
    for margin in _consultation(survey).profile:
        counts = _counts(wave.codes(margin.breakdown))
        sensitive = survey.question(survey.breakdown(margin.breakdown).question).sensitive
        rows += [
            {**row, "population_share": row.pop("population"), "stage": "participants"}
            for row in participation_rows(margin, counts, at_least=least, sensitive=sensitive)
        ]
    return rows


def _answers(survey: Survey, wave: Wave) -> list[dict[str, Any]]:
    """Count the answers of closed questions; small cells of a sensitive one are merged."""
    rows = []
    for name in _consultation(survey).questions:
        question = survey.question(name)
        counts = _counts(wave.answers(name))
        if question.sensitive:
            counts = merge_sensitive(counts, survey.confidentiality.sensitive_cell)
        n = sum(counts.values())
        rows += [
            {
                "wave": wave.id,
                "question": name,
                "response": label,
                "people": k,
                "n": n,
                "share": k / n if n else np.nan,
                "reason": "",
            }
            for label, k in counts.items()
        ]
    return rows
