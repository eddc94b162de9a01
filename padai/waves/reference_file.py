"""What a participation model leans on, read: a probability sample, or totals of the population."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import DataError, nearest
from padai.survey import Question, Survey
from padai.survey.model_checks import asked_behind, modelled_waves
from padai.survey.participation_model import ModelReference
from padai.waves.coding import label_of
from padai.waves.conditions import group_positions, numeric
from padai.waves.data_files import find_file
from padai.waves.declared_design import design_columns, design_of, replicate_columns
from padai.waves.intake import check_there, file_sha256, read_data_file
from padai.waves.native_digits import with_plain_digits
from padai.waves.text_files import parse_cells, read_csv, written_numbers
from padai.waves.wave import Wave
from padai.words import Joined, Said

if TYPE_CHECKING:
    import pandas as pd

_COLUMNS = ["variable", "cell", "total"]
_WEIGHT = "_weight"


@dataclass(frozen=True, eq=False)
class Leaning:
    """A reference, read.

    Attributes
    ----------
    survey
        The definition as it was read, of which the variables are.
    declared
        As the definition has it.
    given
        The sample, with a column for each variable in this survey's codes; or totals, as
        :func:`padai.nonprob` takes them.
    n
        The rows of the sample; None of totals.
    size
        People of the population, where it is known.
    """

    survey: Survey
    declared: ModelReference
    given: Wave | Mapping[str, Any]
    n: int | None
    size: float | None


def read_reference(
    survey: Survey,
    declared: ModelReference,
    variables: tuple[str, ...],
    where: str,
    data_dir: str | Path | None = None,
) -> Leaning:
    """Read a reference of a participation model.

    Parameters
    ----------
    variables
        Those of the model.
    where
        How messages name the place.

    Raises
    ------
    DataError, DesignError
        The file is missing, is another than the declared one, lacks a variable, or is blank there;
        totals are none, or of several populations.
    """
    if declared.totals is not None:
        return _totals(survey.path / declared.totals, survey, declared, variables, where)
    assert declared.file is not None
    path = find_file(survey, declared.file, where, data_dir)
    check_there(path, where)
    if declared.sha256 is None:
        checksum = file_sha256(path)
        raise DataError(
            Said("waves-reference-has-no-checksum", name=path.name, sha256=checksum), where=where
        )
    file = read_data_file(path, where, declared.sha256)
    frame = file.frame.reset_index(drop=True)
    columns = dict(_sources(frame, survey, declared, variables, path.name, where))
    kept = {
        name: _variable(frame[source], survey, declared, name, made)
        for name, (source, made) in columns.items()
    }
    for name, column in kept.items():
        lost = int(column.isna().sum())
        if lost:
            raise DataError(
                Said("waves-reference-is-blank", file=path.name, name=name, lost=lost), where=where
            )
    given = _sample(frame, kept, declared, path.name, where)
    return Leaning(survey, declared, given, int(given.weighs.sum()), declared.size)


def reference_files(survey: Survey, until: str, data_dir: str | Path | None) -> dict[str, Path]:
    """Return the sample files that the model of a release leans on, by name: inputs of it."""
    model = survey.participation_model
    if model is None:
        return {}
    used = [model.reference_of(wave) for wave in modelled_waves(survey, until)]
    names = dict.fromkeys(r.file for r in used if r is not None and r.file is not None)
    where = f"{survey.id}, participation_model"
    return {name: find_file(survey, name, where, data_dir) for name in names}


def _sources(
    frame: pd.DataFrame,
    survey: Survey,
    declared: ModelReference,
    variables: tuple[str, ...],
    file: str,
    where: str,
) -> Iterator[tuple[str, tuple[str, bool]]]:
    """Yield each variable with its column, and whether groups are still to be made of it."""
    sources: dict[str, tuple[str, bool]] = {}
    for name in variables:
        behind = asked_behind(survey, name)
        own = declared.columns.get(name, name)
        other = declared.columns.get(behind, behind)
        if own in frame.columns and (own != other or not _grouped(survey, name)):
            sources[name] = own, False
        elif other in frame.columns:
            sources[name] = other, _grouped(survey, name)
    _refuse_lacking(
        file, [v for v in variables if v not in sources], variables, frame.columns, where
    )
    yield from sources.items()


def _refuse_lacking(
    file: str, lost: list[str], variables: tuple[str, ...], known: Iterable[Any], where: str
) -> None:
    """Refuse a reference that lacks a variable, or every one."""
    if len(lost) == len(variables):
        message = Said("waves-reference-shares-no-variable", file=file, names=Joined(lost))
        raise DataError(message, where=where)
    if lost:
        hint = nearest(lost[0], [str(name) for name in known])
        message = Said("waves-reference-lacks-a-variable", file=file, name=lost[0], hint=hint)
        raise DataError(message, where=where)


def _grouped(survey: Survey, name: str) -> bool:
    """Whether a variable is groups of the answers to a question, not these answers themselves."""
    return survey.has_breakdown(name) and bool(
        next(b for b in survey.breakdowns if b.id == name).groups
    )


def _variable(
    column: pd.Series[Any], survey: Survey, declared: ModelReference, name: str, made: bool
) -> pd.Series[Any]:
    """Return a variable in the codes, groups or numbers of this survey; missing where blank."""
    import pandas as pd

    behind = asked_behind(survey, name)
    question = survey.question(behind)
    plain = parse_cells(column, {}) if pd.api.types.is_string_dtype(column) else column
    codes = {**declared.codes.get(behind, {}), **declared.codes.get(name, {})}
    number = question.type in ("number", "rating") and not codes
    if number and (made or not survey.has_breakdown(name)):
        values: pd.Series[Any] = pd.Series(numeric(written_numbers(plain)), index=column.index)
        return _banded(values, survey, name) if made else values
    texts = plain.map(lambda v: None if pd.isna(v) else label_of(v).strip())
    own = codes_by_text(question) if made or not survey.has_breakdown(name) else {}
    return texts.map(lambda v: _in_own_words(v, codes, own, survey, name if made else ""))


def codes_by_text(question: Question) -> dict[str, str]:
    """Return the codes of a question by what a file may write of each: the code, or its value."""
    every = (*(question.scale.codes if question.scale else ()), *question.missing_codes)
    by_value = {label_of(c.value): c.code for c in every if c.value is not None}
    return {**by_value, **{c.code: c.code for c in every}}


def _in_own_words(
    text: str | None, codes: Mapping[str, str], own: Mapping[str, str], survey: Survey, made: str
) -> str | None:
    """Return a cell in this survey's codes, or as the group of them that it is in; None if none."""
    if text is None:
        return None
    code = codes.get(text, text)
    code = own.get(code, code)
    if not made:
        return code
    groups = survey.breakdown(made).groups
    return next((group.id for group in groups if code in group.codes), None)


def _banded(values: pd.Series[Any], survey: Survey, name: str) -> pd.Series[Any]:
    """Return the groups of a breakdown that numbers are in, as the waves' own are made."""
    import pandas as pd

    breakdown = survey.breakdown(name)
    frame = pd.DataFrame({breakdown.question: values})
    groups = np.array([*(group.id for group in breakdown.groups), None], dtype=object)
    return pd.Series(groups[group_positions(frame, breakdown, survey)], index=values.index)


def _sample(
    frame: pd.DataFrame,
    kept: dict[str, pd.Series[Any]],
    declared: ModelReference,
    file: str,
    where: str,
) -> Wave:
    """Make the sample of the design's columns and of the variables."""
    import pandas as pd

    spec = declared.design
    needed = [*design_columns(spec), *replicate_columns(spec, frame.columns)]
    lost = [name for name in design_columns(spec) if name not in frame.columns]
    if lost:
        hint = nearest(lost[0], frame.columns)
        raise DataError(
            Said("waves-reference-lacks-a-column", file=file, name=lost[0], hint=hint), where=where
        )
    numbers = {name: written_numbers(frame[name]) for name in needed if name not in kept}
    table = pd.DataFrame({**numbers, **kept})
    if declared.size is not None:
        weight = spec.weight or _WEIGHT
        own = numeric(table[weight]) if weight in table else np.ones(len(table))
        table[weight] = own * (declared.size / np.nansum(own))
        spec = spec.model_copy(update={"weight": weight})
    return Wave(table, design_of(spec), id=where)


def _totals(
    path: Path, survey: Survey, declared: ModelReference, variables: tuple[str, ...], where: str
) -> Leaning:
    check_there(path, where)
    table = with_plain_digits(read_csv(path, where), path)
    name = path.name
    if [str(c).strip() for c in table.columns] != _COLUMNS:
        raise DataError(Said("waves-reference-totals-are-no-table", file=name), where=where)
    values = numeric(written_numbers(table["total"]))
    if not (np.isfinite(values) & (values >= 0)).all():
        raise DataError(Said("waves-reference-total-is-no-number", file=name), where=where)
    labels = [label_of(v).strip() for v in table["variable"]]
    cells = ["" if v != v or v is None else label_of(v).strip() for v in table["cell"]]
    given = _by_variable(labels, cells, values.tolist())
    if given is None:
        raise DataError(Said("waves-reference-totals-are-no-table", file=name), where=where)
    _refuse_lacking(name, [v for v in variables if v not in given], variables, given, where)
    kept = {v: given[v] for v in variables}
    people, size = _of_one_population(kept, declared, name, where)
    return Leaning(survey, declared, people, None, size)


def _by_variable(labels: list[str], cells: list[str], values: list[float]) -> dict[str, Any] | None:
    """Return the totals of each variable; None where a cell is there twice, or beside a number."""
    given: dict[str, Any] = {}
    for variable, cell, value in zip(labels, cells, values, strict=True):
        if not cell:
            if variable in given:
                return None
            given[variable] = value
            continue
        held = given.setdefault(variable, {})
        if not isinstance(held, dict) or cell in held:
            return None
        held[cell] = value
    return given


def _of_one_population(
    given: dict[str, Any], declared: ModelReference, file: str, where: str
) -> tuple[dict[str, Any], float]:
    """Return totals in people, shares turned into them, and the size of the population."""
    sums = {v: sum(cells.values()) for v, cells in given.items() if isinstance(cells, dict)}
    shares = {v for v, total in sums.items() if min(abs(total - 1), abs(total - 100) / 100) < 1e-6}
    size = declared.size
    if size is None and len(sums) > len(shares):
        size = next(total for v, total in sums.items() if v not in shares)
    if size is None:
        raise DataError(Said("waves-reference-size-unknown", file=file), where=where)
    for name, total in sums.items():
        if name in shares:
            given[name] = {c: value * size / total for c, value in given[name].items()}
        elif abs(total - size) > 1e-6 * size:
            raise DataError(
                Said(
                    "waves-reference-totals-disagree",
                    file=file,
                    name=name,
                    total=f"{total:.10g}",
                    size=f"{size:.10g}",
                ),
                where=where,
            )
    return given, size
