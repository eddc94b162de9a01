"""Which wave each file, or each part of a cumulative file, is, and in which order they come."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from padai.errors import DataError, DefinitionError, Said, nearest
from padai.interchange.choices import DECIMALS, Choices
from padai.interchange.columns import plain
from padai.interchange.day_order import settled_by_others
from padai.interchange.draft import Value
from padai.interchange.labels import headed, in_encoding, tidy
from padai.interchange.layouts import refuse_two_heads, tell_layout
from padai.interchange.one_wave_in_parts import refuse_parts_of_one_wave
from padai.interchange.profiles import Profile, profiles
from padai.interchange.published import refuse_results
from padai.interchange.remarks import AMOUNTS
from padai.interchange.replicate_sets import refuse_replicates_alone
from padai.interchange.role_findings import EITHER
from padai.interchange.several_waves import MOST_WAVES, may_tell, telling_waves
from padai.interchange.totals import MOST_BELOW, totals_below
from padai.interchange.wave_ids import id_of, usual_ids
from padai.interchange.when import Dated, dated
from padai.survey import Part, Survey
from padai.waves.amounts import with_plain_amounts
from padai.waves.declared_design import design_columns
from padai.waves.encodings import BY_BYTES
from padai.waves.headers import holds, is_a_question, refuse_answers
from padai.waves.intake import DataFile, file_sha256, read_data_file
from padai.waves.reading import column_sources
from padai.waves.text_files import either_mark, parse_cells

if TYPE_CHECKING:
    import pandas as pd

LONGEST_VALUE = 8
"""Signs of a number that tells a wave: 2019, 201905, 20190513, 2019.5."""


@dataclass(frozen=True)
class WaveToDraft:
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
    label
        What the file calls the wave, where its column has labels.
    """

    wave_id: str
    path: Path
    file: DataFile
    told: Mapping[str, Profile]
    dated: Dated
    rows: int
    chosen: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    label: str = ""


def sources_of(
    paths: Sequence[Path],
    choices: Choices,
    declared: Collection[str] = (),
    beside: Sequence[str] = (),
) -> list[WaveToDraft]:
    """Read the files, and return their waves, oldest first.

    `declared` are the columns that a definition names already, `beside` the ids of its waves.

    Raises
    ------
    DefinitionError
        Two waves have one id or one date, the column of waves is not there, or is blank, or files
        hold the same people and other questions.
    """
    files = [(path, read_typed(path, declared)) for path in paths]
    counted = {path: profiles(file) for path, file in files}
    for path, file in files:
        if not declared:
            refuse_results(path.name, file, counted[path], choices)
            tell_layout(path.name, file, counted[path], choices)
        _tell_of_text(path, file, choices)
    for path, columns in counted.items():
        refuse_replicates_alone(path, columns, [p for p in counted if p != path])
    if choices.facts.get("numbers") == DECIMALS:
        for _, file in files:
            file.frame.attrs.pop(EITHER, None)
    if choices.wave_column is not None:
        sources = [s for path, file in files for s in _parted(path, file, choices)]
    else:
        sources = in_one_order([_whole(path, file, counted[path], choices) for path, file in files])
        if not declared:
            refuse_parts_of_one_wave(sources)
        sources = _with_ids(sources, beside)
    _refuse_twice(sources)
    choices.check_waves([s.wave_id for s in sources])
    if choices.wave_column is None:
        _tell_of_waves(sources, choices)
    return _ordered(sources)


def _tell_of_waves(sources: Sequence[WaveToDraft], choices: Choices) -> None:
    """Tell of the columns of files, each taken for a wave, that look as if they told waves."""
    for source in sources:
        for name in telling_waves(source.file, source.told, source.dated):
            choices.tell(
                Said(
                    "interchange-the-column-values-looks-as-if-it-told",
                    path_name=source.path.name,
                    profile_name=name,
                    distinct=source.told[name].distinct,
                )
            )


def _tell_of_text(path: Path, file: DataFile, choices: Choices) -> None:
    """Tell in which letters a file is written, and that its heads are questions, where they are."""
    if file.encoding in BY_BYTES or (file.format == "csv" and file.encoding != "utf-8"):
        choices.tell(in_encoding(path.name, file.encoding, file.format))
    heads = sum(map(is_a_question, file.frame.columns)) if file.format == "csv" else 0
    if heads:
        choices.tell(Said("interchange-heads-are-questions", file=path.name, heads=heads))


def _with_ids(sources: Sequence[WaveToDraft], beside: Sequence[str]) -> list[WaveToDraft]:
    """Give each wave that has no id one by the name and date of its file."""
    open_ones = [s for s in sources if not s.wave_id]
    stems, when = [s.path.stem for s in open_ones], [s.dated for s in open_ones]
    given = iter(usual_ids(stems, when, beside))
    return [s if s.wave_id else replace(s, wave_id=next(given)) for s in sources]


def read_typed(path: Path, declared: Collection[str] = ()) -> DataFile:
    """Read a file whose names are going to be said, its cells typed.

    Raises
    ------
    DataError
        Its first line seems to hold answers: it names fewer than half of the `declared` columns,
        and does not look like names.
    """
    file = read_data_file(path)
    if file.format in ("csv", "parquet") and not (declared and holds(file.frame, declared)):
        refuse_answers(file.frame, path.name)
    if file.format == "csv":
        refuse_two_heads(file.frame, path.name)
        _refuse_totals(file, path.name)
        file = replace(file, labels={**headed([*map(str, file.frame)]), **file.labels})
    return typed(file)


def _refuse_totals(file: DataFile, name: str) -> None:
    """Refuse a text file of which the last lines are totals: they would count as people."""
    last = file.frame.tail(MOST_BELOW).fillna("").astype(str).to_numpy().tolist()
    if below := totals_below(last):
        raise DataError(Said("interchange-totals-below", file=name, count=below))


def columns_of_last(survey: Survey) -> set[str]:
    """Return the columns that the last wave's parts have in their files, as declared."""
    last = survey.waves[-1]
    columns: set[str] = set()
    for name, part in survey.wave_defs[last].parts.items():
        columns |= {*column_sources(survey, last, name).values(), *design_columns(part.design)}
    return columns


def typed(file: DataFile) -> DataFile:
    """Give the cells of a text file their values."""
    if file.format != "csv":
        return file
    comma = file.frame.attrs.get("decimal") == ","
    columns = {str(name): file.frame[name] for name in file.frame}
    plain = {name: with_plain_amounts(column) for name, column in columns.items()}
    amounts = {name: plain[name] for name in columns if plain[name] is not columns[name]}
    written = file.frame.assign(**amounts)
    made: Any = written.apply(lambda column: parse_cells(column, {}, comma))
    made.attrs[AMOUNTS] = tuple(amounts)
    made.attrs[EITHER] = tuple(str(n) for n in file.frame if either_mark(file.frame[n]))
    return replace(file, frame=made)


def _whole(
    path: Path, file: DataFile, columns: dict[str, Profile], choices: Choices
) -> WaveToDraft:
    given = choices.wave_ids.get(path, "")
    return WaveToDraft(
        given, path, file, columns, dated(file, columns, path.stem, given), len(file.frame)
    )


def in_one_order(found: Sequence[WaveToDraft]) -> list[WaveToDraft]:
    """Read days that may stand in either order as the same column of the other files does."""
    spans = settled_by_others([(source.file, source.dated) for source in found])
    return [replace(source, dated=span) for source, span in zip(found, spans, strict=True)]


def _refuse_twice(found: Sequence[WaveToDraft]) -> None:
    ids = [s.wave_id.casefold() for s in found]
    twice = next((i for i in ids if ids.count(i) > 1), None)
    if twice is not None:
        files = ", ".join(s.path.name for s in found if s.wave_id.casefold() == twice)
        raise DefinitionError(
            Said(
                "interchange-two-waves-have-the-id-name-them-apart-933e", twice=twice, files=files
            ),
        )
    sums: dict[str, WaveToDraft] = {}
    for source in found:
        if source.chosen:
            continue
        other = sums.setdefault(source.file.sha256, source)
        if other is not source:
            one, two = other.path.name, source.path.name
            raise DefinitionError(
                Said("interchange-is-again-byte-for-byte-give-each-wave", two=two, one=one),
            )


def _ordered(found: list[WaveToDraft]) -> list[WaveToDraft]:
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


def _parted(path: Path, file: DataFile, choices: Choices) -> Iterator[WaveToDraft]:
    """Part a cumulative file by the column that says which wave a row belongs to."""
    column = str(choices.wave_column)
    if column not in file.frame.columns:
        hint = nearest(column, file.frame.columns)
        likely = [n for n, profile in profiles(file).items() if may_tell(profile, file)]
        if likely and not hint.en:
            listed = ", ".join(likely)
            hint = Said("interchange-what-looks-as-if-it-told-the-wave", listed=listed)
        raise DefinitionError(
            Said(
                "interchange-has-no-column-wave-column",
                path_name=path.name,
                column=column,
                hint=hint,
            ),
        )
    cells = file.frame[column]
    refuse_blanks(path, column, cells)
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
    if any(len(str(plain(v))) > LONGEST_VALUE for v in values if not isinstance(v, str)):
        raise DefinitionError(
            Said(
                "interchange-the-column-holds-numbers-with-many", path_name=path.name, column=column
            ),
        )
    for value in values:
        yield part_of(path, file, {column: (plain(value),)})


def refuse_blanks(path: Path, column: str, cells: pd.Series[Any]) -> None:
    """Refuse a column of waves that leaves rows to no wave.

    Raises
    ------
    DefinitionError
        A cell is blank.
    """
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


def part_of(path: Path, file: DataFile, chosen: Mapping[str, tuple[Value, ...]]) -> WaveToDraft:
    """Return the wave of a cumulative file that conditions choose, the last of them by its value.

    Parameters
    ----------
    file
        The whole file, its cells typed.
    chosen
        Values by column, all of which must hold.
    """
    part = rows_of(file, chosen)
    column, (code, *_) = list(chosen.items())[-1]
    labels = {plain(v): t for v, t in file.value_labels.get(column, {}).items()}
    columns = profiles(part)
    when = dated(part, columns, labels.get(code, ""), f"{code}")
    if not when.columns and when.start is not None:  # no name of a file told it
        when = replace(when, told=Said("interchange-dates-column", column=column))
    label = tidy(labels.get(code, ""))
    return WaveToDraft(wave_of(code), path, part, columns, when, len(part.frame), chosen, label)


def rows_of(file: DataFile, chosen: Mapping[str, tuple[Value, ...]]) -> DataFile:
    """Return a file with the rows for which all conditions hold."""
    kept = file.frame
    for column, values in chosen.items():
        kept = kept.loc[kept[column].isin(list(values))]
    kept = kept.reset_index(drop=True)
    kept.attrs = dict(file.frame.attrs)
    return replace(file, frame=kept)


def telling_columns(parts: Sequence[Part]) -> list[str]:
    """Return the columns of `rows:` by which parts that share a file are told apart."""
    names = dict.fromkeys(column for part in parts for column in part.rows)
    return [name for name in names if len({part.rows.get(name) for part in parts}) > 1]


def free_name(survey: Survey, source: WaveToDraft) -> str:
    """Return the name under which a file goes beside a survey's data: its own, if it is free."""
    name, folder = source.path.name, survey.path / survey.data_dir
    there = folder / name
    if not there.exists() or file_sha256(there) == source.file.sha256:
        return name
    return f"{source.path.stem}-{source.wave_id}{source.path.suffix}"


def wave_of(code: Value) -> str:
    """Return the id of the wave that a value of its column tells: ``2009-10`` as it stands."""
    return str(code) if isinstance(code, int) else id_of(str(code))
