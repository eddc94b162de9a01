"""A cumulative file that grew: its new wave, and what it changed in the rows of earlier ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from padai.errors import DataError, DefinitionError, Said
from padai.interchange.choices import Choices
from padai.interchange.columns import plain
from padai.interchange.draft import Value
from padai.interchange.scalars import exact
from padai.interchange.wave_files import (
    WaveToDraft,
    columns_of_last,
    free_name,
    part_of,
    read_typed,
    refuse_blanks,
    rows_of,
    telling_columns,
    typed,
    wave_of,
)
from padai.survey import Part, Survey
from padai.waves.data_files import locate
from padai.waves.intake import DataFile, read_data_file
from padai.words import Joined

if TYPE_CHECKING:
    import pandas as pd

MOST_NAMED = 12


@dataclass(frozen=True)
class EarlierRows:
    """What a grown file holds of an earlier wave; no answer is told.

    Attributes
    ----------
    wave_id
        The wave.
    same
        Whether its rows are those of the file that the wave was defined from.
    said
        What was seen, and the lines that would take the new rows.
    part
        The part, where several share the file; empty where the wave is one.
    """

    wave_id: str
    same: bool
    said: Said
    part: str = ""


@dataclass(frozen=True)
class Grown:
    """The new wave of a cumulative file, and what the file holds of each earlier one."""

    source: WaveToDraft
    earlier: tuple[EarlierRows, ...]


def grown(survey: Survey, path: Path, choices: Choices) -> Grown | None:
    """Find the new wave of a cumulative file; None where the file is one wave.

    Raises
    ------
    DefinitionError
        Nothing says which column tells the waves, it is not in the file or is blank, or the file
        holds no new wave, or several and none is named.
    DataError
        The file is missing or broken.
    """
    column = _wave_column(survey, choices)
    if column is None:
        return None
    file = read_typed(path, columns_of_last(survey))
    if column not in file.frame.columns and choices.wave_column is None:
        return None
    shared = _shared(survey, column)
    for name in (*shared, column):
        if name not in file.frame.columns:
            raise DefinitionError(
                Said(
                    "interchange-has-no-column-which-tells-the-rows-of-a",
                    path_name=path.name,
                    name=name,
                ),
            )
    inside = rows_of(file, shared)
    refuse_blanks(path, column, inside.frame[column])
    value = _new(survey, inside, column, path, choices)
    source = part_of(path, file, {**shared, column: (value,)})
    source = replace(source, wave_id=choices.wave_ids.get(path) or source.wave_id)
    name = free_name(survey, source)
    return Grown(source, tuple(_earlier(survey, file, column, name)))


def _parts(survey: Survey) -> Iterator[tuple[str, Part]]:
    """Yield each wave with its first part, whose `rows:` are its own beside those of the wave."""
    for wave_id in survey.waves:
        yield wave_id, next(iter(survey.wave_defs[wave_id].parts.values()))


def _sharing(survey: Survey, wave_id: str) -> list[Part]:
    """Return the parts of a wave that share the file of its first."""
    first, *others = survey.wave_defs[wave_id].parts.values()
    return [first, *(part for part in others if part.file == first.file)]


def _apart(survey: Survey) -> set[str]:
    """Return the columns that tell parts of a wave apart, and so no wave."""
    return {name for wave_id in survey.waves for name in telling_columns(_sharing(survey, wave_id))}


def _wave_column(survey: Survey, choices: Choices) -> str | None:
    """Return the column of `rows:` that differs between waves, or the one that is named."""
    if choices.wave_column is not None:
        return choices.wave_column
    apart = _apart(survey)
    every = ({n: v for n, v in p.rows.items() if n not in apart} for _, p in _parts(survey))
    rows = [each for each in every if each]
    if not rows:
        return None
    names = [name for name in rows[-1] if len(rows) == 1 or len({r.get(name) for r in rows}) > 1]
    if len(names) == 1:
        return names[0]
    listed = ", ".join(names or rows[-1])
    raise DefinitionError(
        Said(
            "interchange-several-columns-choose-the-rows-of-a", survey_id=survey.id, listed=listed
        ),
    )


def _shared(survey: Survey, column: str) -> dict[str, tuple[Value, ...]]:
    """Return the conditions of the last wave about neither the wave nor a part: a mode, say."""
    *_, (_, last) = _parts(survey)
    apart = {column, *_apart(survey)}
    return {name: values for name, values in last.rows.items() if name not in apart}


def _taken(survey: Survey, column: str) -> dict[str, str]:
    """Return the wave of each value of the column that the definition knows, as a text."""
    taken: dict[str, str] = {}
    for wave_id, part in _parts(survey):
        for value in part.rows.get(column, (wave_id,)):
            taken[str(plain(value))] = wave_id
    return taken


def _new(survey: Survey, file: DataFile, column: str, path: Path, choices: Choices) -> Value:
    """Return the value of the wave to add: the only new one, or the one that is named."""
    taken = _taken(survey, column)
    values = [plain(v) for v in sorted(file.frame[column].unique())]
    new = [v for v in values if str(v) not in taken]
    if not new:
        held = ", ".join(map(str, values))
        raise DefinitionError(
            Said(
                "interchange-holds-no-new-wave-says-which-has-give",
                path_name=path.name,
                column=column,
                held=held,
                survey_id=survey.id,
            ),
        )
    given = choices.wave_ids.get(path)
    named = [v for v in new if wave_of(v) == given]
    if named or len(new) == 1:
        return (named or new)[0]
    listed = ", ".join(wave_of(v) for v in new)
    raise DefinitionError(
        Said(
            "interchange-holds-several-new-waves-add-them-one-at",
            path_name=path.name,
            listed=listed,
            wave_of=wave_of(new[0]),
        ),
    )


def _earlier(survey: Survey, file: DataFile, column: str, name: str) -> Iterator[EarlierRows]:
    """Compare the rows of each earlier wave with those of the file that it was defined from."""
    read: dict[Path, DataFile] = {}
    every = (
        (w, part, len(found) > 1)
        for w in survey.waves
        for found in [_sharing(survey, w)]
        for part in found
    )
    for wave_id, part, among in every:
        chosen = dict(part.rows)
        if column not in chosen:
            chosen[column] = _values_of(file, column, wave_id)
        if not set(chosen) <= set(file.frame.columns):
            continue
        now = rows_of(file, chosen).frame
        try:
            place = locate(survey, wave_id, part.id)
            if place not in read:
                read[place] = typed(read_data_file(place))
        except DataError:
            alone = Said("interchange-rows-not-compared", n=len(now), file=part.file)
            yield EarlierRows(wave_id, False, alone, part.id if among else "")
            continue
        if not set(part.rows) <= set(read[place].frame.columns):
            continue
        before = rows_of(read[place], part.rows).frame
        found = _compared(wave_id, before, now, part, file=file, name=name, among=among)
        yield replace(found, part=part.id if among else "")


def _values_of(file: DataFile, column: str, wave_id: str) -> tuple[Value, ...]:
    values = (plain(v) for v in file.frame[column].dropna().unique())
    return tuple(v for v in values if str(v) == wave_id)


def _compared(
    wave_id: str,
    before: pd.DataFrame,
    now: pd.DataFrame,
    part: Part,
    *,
    file: DataFile,
    name: str,
    among: bool,
) -> EarlierRows:
    """Say how many rows of a wave are gone, new or changed, and in which columns."""
    both = [name for name in before.columns if name in now.columns]
    absent = [str(name) for name in before.columns if name not in now.columns]
    old, new = _alike(before[both], now[both])
    key = part.design.id
    if key in both and old[key].is_unique and new[key].is_unique and old[key].notna().all():
        gone, came, changed, columns = _by_key(old, new, str(key))
    else:
        gone, came, changed, columns = _by_rows(old, new)
    changes = []
    if gone:
        changes.append(Said("interchange-rows-gone", n=gone))
    if came:
        changes.append(Said("interchange-rows-more", n=came))
    if changed:
        changes.append(Said("interchange-rows-changed", n=changed, columns=_named(columns)))
    if absent:
        changes.append(Said("interchange-columns-gone", columns=_named(absent)))
    if not changes:
        same = Said("interchange-rows-the-same", count_now=len(now))
        return EarlierRows(wave_id, True, same)
    lines = f"file: {exact(name)}, sha256: {file.sha256}, n: {len(now)}"
    lines = f"{part.id}: {lines}" if among else lines
    return EarlierRows(
        wave_id,
        False,
        Said(
            "interchange-the-wave-keeps-to-take-these-rows-write",
            changes=Joined(changes, "; "),
            file=part.file,
            wave_id=wave_id,
            lines=lines,
        ),
    )


def _named(columns: list[str]) -> str:
    more = len(columns) - MOST_NAMED
    return ", ".join(columns[:MOST_NAMED]) + (f" + {more}" if more > 0 else "")


def _alike(before: pd.DataFrame, now: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Write the cells of two frames alike: numbers as such, anything else as text."""
    import pandas as pd

    made: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
    for name in before.columns:
        pair = (before[name], now[name])
        numbers = all(column.dtype.kind in "iufb" for column in pair)
        for place, column in enumerate(pair):
            made[place][str(name)] = (
                _cells(column)
                if numbers
                else (column.map(lambda v: str(plain(v)), na_action="ignore"))
            )
    return pd.DataFrame(made[0]), pd.DataFrame(made[1])


def _cells(column: pd.Series[Any]) -> pd.Series[Any]:
    """Return numbers in single precision where they are not whole: a file may keep them so."""
    values = column.astype("float64")
    return values if (values.dropna() % 1 == 0).all() else values.astype("float32").astype(float)


def _by_key(before: pd.DataFrame, now: pd.DataFrame, key: str) -> tuple[int, int, int, list[str]]:
    old, new = before.set_index(key), now.set_index(key)
    shared = old.index.intersection(new.index)
    one, other = old.loc[shared], new.loc[shared]
    differ = (one != other) & ~(one.isna() & other.isna())
    columns = [str(name) for name in differ.columns[differ.any().to_numpy()]]
    return len(old) - len(shared), len(new) - len(shared), int(differ.any(axis=1).sum()), columns


def _by_rows(before: pd.DataFrame, now: pd.DataFrame) -> tuple[int, int, int, list[str]]:
    """Compare whole rows in any order, where nothing says who is who."""
    ours, theirs = _counted(before), _counted(now)
    lost, gained = sum((ours - theirs).values()), sum((theirs - ours).values())
    changed = min(lost, gained)
    columns = [
        name
        for name in before.columns
        if changed and Counter(before[name].dropna()) != Counter(now[name].dropna())
    ]
    return lost - changed, gained - changed, changed, columns


def _counted(frame: pd.DataFrame) -> Counter[int]:
    import pandas as pd

    return Counter(pd.util.hash_pandas_object(frame, index=False).tolist())
