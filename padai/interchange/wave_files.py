"""Which wave each file, or each part of a cumulative file, is, and in which order they come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from padai.errors import DefinitionError, Said, nearest
from padai.interchange.choices import Choices
from padai.interchange.columns import plain
from padai.interchange.draft import Value
from padai.interchange.label_words import slug
from padai.interchange.profiles import Profile, profiles
from padai.interchange.samples import year_of
from padai.interchange.when import Dated, dated
from padai.waves.intake import DataFile, read_data_file
from padai.waves.text_files import parse_cells

MOST_WAVES = 60
_NAMED_WAVE = re.compile(
    r"(annee|ano|year|yr|wave|vague|ola|onda|round|survey_?year|edition|oleada|essround|an)"
)


@dataclass(frozen=True)
class Source:
    """One wave before it is drafted: the rows of a file that are its own.

    Attributes
    ----------
    wave_id, path
        The wave, and the file that holds it.
    file
        The file, with the wave's rows alone.
    told
        The columns of those rows, counted.
    dated
        When the wave was in the field.
    rows
        How many rows the wave has.
    chosen
        The condition that selects them; empty where the file is one wave.
    """

    wave_id: str
    path: Path
    file: DataFile
    told: Mapping[str, Profile]
    dated: Dated
    rows: int
    chosen: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)


def sources_of(paths: Sequence[Path], choices: Choices) -> list[Source]:
    """Read the files, and return their waves, oldest first.

    Raises
    ------
    DefinitionError
        Two waves have one id or one date, or the column of waves is not there, or is blank.
    """
    files = [(path, typed(read_data_file(path))) for path in paths]
    if choices.wave_column is not None:
        found = [s for path, file in files for s in _parted(path, file, choices)]
    else:
        found = [_whole(path, file, choices) for path, file in files]
        found = _named(found, choices)
    _refuse_twice(found)
    choices.check_waves([s.wave_id for s in found])
    if choices.wave_column is None:
        for source in found:
            _ask_wave_column(source, choices)
    return _ordered(found)


def typed(file: DataFile) -> DataFile:
    """Give the cells of a text file their values."""
    if file.format != "csv":
        return file
    comma = file.frame.attrs.get("decimal") == ","
    made: Any = file.frame.apply(lambda column: parse_cells(column, {}, comma))
    return replace(file, frame=made)


def _whole(path: Path, file: DataFile, choices: Choices) -> Source:
    told = profiles(file)
    given = choices.wave_ids.get(path, "")
    return Source(given, path, file, told, dated(file, told, path.stem, given), len(file.frame))


def _named(found: Sequence[Source], choices: Choices) -> list[Source]:
    """Name each wave as given, else by its year, else by month, else by its file."""
    open_ones = [s for s in found if not s.wave_id]
    years = [year_of(s.path.stem) or _year(s.dated) for s in open_ones]
    months = [s.dated.middle.strftime("%Y-%m") if s.dated.middle else None for s in open_ones]
    names = [slug(s.path.stem, "v").lower().replace("_", "-") for s in open_ones]
    ids = [str(i + 1) for i in range(len(open_ones))]
    if None not in years and len(set(years)) == len(years):
        ids = [str(year) for year in years]
    elif None not in months and len(set(months)) == len(months) > 1:
        ids = [str(month) for month in months]
    elif len(open_ones) > 1 and len(set(names)) == len(names):
        ids = names
    given = iter(ids)
    return [s if s.wave_id else replace(s, wave_id=next(given)) for s in found]


def _year(when: Dated) -> int | None:
    return when.middle.year if when.middle else None


def _refuse_twice(found: Sequence[Source]) -> None:
    ids = [s.wave_id.casefold() for s in found]
    twice = next((i for i in ids if ids.count(i) > 1), None)
    if twice is not None:
        files = ", ".join(s.path.name for s in found if s.wave_id.casefold() == twice)
        raise DefinitionError(
            Said(
                "interchange-two-waves-have-the-id-name-them-apart-933e", twice=twice, files=files
            ),
        )
    sums: dict[str, Source] = {}
    for source in found:
        if source.chosen:
            continue
        other = sums.setdefault(source.file.sha256, source)
        if other is not source:
            one, two = other.path.name, source.path.name
            raise DefinitionError(
                Said("interchange-is-again-byte-for-byte-give-each-wave", two=two, one=one),
            )


def _ordered(found: list[Source]) -> list[Source]:
    """Put waves in the order of their fieldwork, where every date is known."""
    middles = [s.dated.middle for s in found]
    if any(m is None for m in middles):
        return found
    order = sorted(range(len(found)), key=lambda i: (middles[i], i))
    put = [found[i] for i in order]
    for before, after in pairwise(put):
        if before.dated.middle == after.dated.middle:
            one, two = before.wave_id, after.wave_id
            raise DefinitionError(
                Said(
                    "interchange-waves-and-have-the-same-date-so-their",
                    one=one,
                    two=two,
                    told=after.dated.told,
                ),
            )
    return put


def _parted(path: Path, file: DataFile, choices: Choices) -> Iterator[Source]:
    """Part a cumulative file by the column that says which wave a row belongs to."""
    column = str(choices.wave_column)
    if column not in file.frame.columns:
        hint = nearest(column, file.frame.columns)
        raise DefinitionError(
            Said(
                "interchange-has-no-column-wave-column",
                path_name=path.name,
                column=column,
                hint=hint,
            ),
        )
    cells = file.frame[column]
    blank = int(cells.isna().sum())
    if blank:
        raise DefinitionError(
            Said(
                "interchange-the-column-is-blank-in-rows-so-nothing",
                path_name=path.name,
                column=column,
                blank=blank,
            ),
        )
    values = sorted(cells.unique())
    if not 1 < len(values) <= MOST_WAVES:
        raise DefinitionError(
            Said(
                "interchange-the-column-has-different-values-waves",
                path_name=path.name,
                column=column,
                count_values=len(values),
                most_waves=MOST_WAVES,
            ),
        )
    labels = {plain(v): t for v, t in file.value_labels.get(column, {}).items()}
    for value in values:
        kept = file.frame.loc[cells == value].reset_index(drop=True)
        kept.attrs = dict(file.frame.attrs)
        part = replace(file, frame=kept)
        code = plain(value)
        wave_id = slug(str(code), "v").replace("_", "-") if not isinstance(code, int) else str(code)
        told = profiles(part)
        label = labels.get(code, "")
        when = dated(part, told, label, f"{code}")
        yield Source(wave_id, path, part, told, when, len(kept), {column: (code,)})


def _ask_wave_column(source: Source, choices: Choices) -> None:
    """Say that a column looks as if it told the waves of a cumulative file."""
    for profile in source.told.values():
        few = profile.kind in ("number", "text") and 1 < profile.distinct <= MOST_WAVES
        name = slug(profile.name).casefold()
        years = profile.is_number and profile.whole and profile.low >= 1900 and profile.high <= 2100
        if (
            few
            and not profile.blanks
            and _NAMED_WAVE.fullmatch(name)
            and (years or profile.place < 5)
        ):
            choices.tell(
                Said(
                    "interchange-the-column-values-looks-as-if-it-told",
                    path_name=source.path.name,
                    profile_name=profile.name,
                    distinct=profile.distinct,
                )
            )
