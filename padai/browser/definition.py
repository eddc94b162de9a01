"""A wave's definition as the checking page takes it: one small JSON file, without data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from padai.errors import DefinitionError, refused_by_system
from padai.survey import Condition, Question, Survey
from padai.survey.column_patterns import prefix_of
from padai.validation import CHECKS
from padai.validation.validate import severity_of
from padai.waves.declared_design import design_columns
from padai.words import Said

FORMAT = 1


def definition_of(survey: Survey, wave_id: str, part: str = "main") -> dict[str, Any]:
    """Return what the page checks a wave's file against.

    Parameters
    ----------
    survey
        The definition.
    wave_id, part
        Whose file is to be checked.

    Returns
    -------
    dict
        Columns, codes with their values and labels, bases, the design's columns, exclusions, and
        how grave each check is in this survey; nothing of a respondent.

    Raises
    ------
    DefinitionError
        The survey has no such wave or part.

    Examples
    --------
    >>> definition_of(padai.load_survey("surveys/example"), "2025")["wave"]  # doctest: +SKIP
    '2025'
    """
    spec, wave = survey.part(wave_id, part), survey.wave(wave_id)
    design = spec.design
    every = (design, spec.proposed_design) if spec.proposed_design else (design,)
    sets = [each for one in every for each in one.replicate_sets]
    named = [name for each in sets for name in each.columns or ()]
    proposed = design_columns(spec.proposed_design) if spec.proposed_design else ()
    apart = (design.id, design.weight, design.longitudinal_weight)
    own = design.replicates.columns if design.replicates and design.replicates.columns else ()
    return {
        "padai": "definition",
        "format": FORMAT,
        "survey": survey.id,
        "wave": wave.id,
        "part": part,
        "n": spec.n,
        "weightTotal": spec.weight_total,
        "questions": [
            _question(q, wave.id) for q in survey.questions.values() if q.asked_in(wave.id, part)
        ],
        "design": {
            "weight": design.weight,
            "id": design.id,
            "missingWeight": design.missing_weight,
            "columns": list(design_columns(design)),
            "present": [n for n in (*design_columns(design), *own) if n not in apart],
            "prefixes": [
                *(each.prefix for each in sets if each.prefix),
                *filter(None, map(prefix_of, spec.other_columns)),
            ],
        },
        "other": list(dict.fromkeys((*spec.other_columns, *proposed, *named))),
        "exclusions": [
            {"column": rule.column, "values": list(rule.values)} for rule in spec.exclusions
        ],
        "rows": {column: list(values) for column, values in spec.rows.items()},
        "severities": {name: severity_of(each, survey) or "off" for name, each in CHECKS.items()},
    }


def write_definition(survey: Survey, wave_id: str, part: str, out: str | Path) -> Path:
    """Write a wave's definition beside the pages, and return the file.

    Raises
    ------
    DefinitionError
        The survey has no such wave or part, or the folder cannot be written to.

    Examples
    --------
    >>> write_definition(survey, "2025", "main", "pages")  # doctest: +SKIP
    """
    definition = definition_of(survey, wave_id, part)
    path = Path(out) / f"{survey.id}-{definition['wave']}-{part}.json"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(definition, ensure_ascii=False, indent=1)
        path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    except OSError as error:
        why = refused_by_system(error)
        if why is None:
            raise
        raise DefinitionError(Said("cli-pages-not-written", path=path, why=why)) from None
    return path


def _question(question: Question, wave_id: str) -> dict[str, Any]:
    values = question.scale.values_in(wave_id) if question.scale else {}
    entries = (*(question.scale.codes if question.scale else ()), *question.missing_codes)
    columns = (
        list(question.option_columns(wave_id).items())
        if question.type == "multiple"
        else [("", question.column(wave_id))]
    )
    return {
        "id": question.id,
        "type": question.type,
        **({"marks": question.marks_in(wave_id).values} if question.marks else {}),
        "columns": [list(pair) for pair in columns],
        "codes": [
            {
                "code": each.code,
                "value": values.get(each.code, each.value),
                "kind": getattr(each, "kind", None),
                "labels": [question.response_label(each.code, lang) for lang in ("fr", "en")],
            }
            for each in entries
        ],
        "range": list(question.range) if question.range else None,
        "base": _condition(question.base) if question.base else None,
    }


def _condition(condition: Condition) -> dict[str, Any]:
    if condition.all:
        return {"all": [_condition(part) for part in condition.all]}
    if condition.any:
        return {"any": [_condition(part) for part in condition.any]}
    return {"question": condition.question, "codes": list(condition.codes)}
