"""Files that hold the same people and other questions: parts of one wave, to be joined first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from padai.errors import DefinitionError, Said
from padai.interchange.joining import joined_by_pandas

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from padai.interchange.profiles import Profile
    from padai.interchange.when import Dated
    from padai.waves.intake import DataFile

FEWEST, RETURN = 20, 0.9
"""Identifiers from which on files are compared, and the share of them that returns."""
_BY_R = {kind: f"haven::read_{kind}" for kind in ("sav", "por", "dta", "xpt")} | {
    **{"zsav": "haven::read_sav", "sas7bdat": "haven::read_sas"},
    **{"csv": "read.csv", "parquet": "arrow::read_parquet"},
}


class _Source(Protocol):
    @property
    def wave_id(self) -> str: ...
    @property
    def path(self) -> Path: ...
    @property
    def file(self) -> DataFile: ...
    @property
    def told(self) -> Mapping[str, Profile]: ...
    @property
    def dated(self) -> Dated: ...


def refuse_parts_of_one_wave(sources: Sequence[_Source]) -> None:
    """Refuse files as waves that hold the same people, and no question twice.

    Files that somebody called waves are taken for such, and so are those of different dates.

    Raises
    ------
    DefinitionError
        With the line that joins them, or what to do first.
    """
    open_ones = [s for s in sources if not s.wave_id]
    for one, two in combinations(open_ones, 2):
        days = {s.dated.middle for s in (one, two)}
        if len(days - {None}) > 1:
            continue
        for first, second in ((one, two), (two, one)):
            column = next(_identifying(first, second), None)
            if column is not None:
                raise _parts(first, second, column)


def _identifying(base: _Source, other: _Source) -> Iterator[str]:
    """Yield columns that number the rows of a file, and of which the values return in another.

    What else both have is the same of the same people: a country, a weight, an age.
    """
    both = [str(name) for name in base.file.frame if name in other.file.frame]
    for name in both:
        number = base.told[name]
        if not number.unique or number.rows < FEWEST or number.kind not in ("number", "text"):
            continue
        known = other.file.frame[name].dropna().drop_duplicates()
        if len(known) < FEWEST or known.isin(base.file.frame[name]).mean() < RETURN:
            continue
        one, two = (source.file.frame[both].drop_duplicates(name) for source in (base, other))
        if _agree(one, two, name):
            yield name


def _agree(one: pd.DataFrame, two: pd.DataFrame, number: str) -> bool:
    joined = one.merge(two, on=number, suffixes=("", "\0"))
    pairs = [(joined[n], joined[f"{n}\0"]) for n in one if n != number]
    return all(((a == b) | (a.isna() & b.isna())).all() for a, b in pairs)


def _parts(base: _Source, other: _Source, column: str) -> DefinitionError:
    known = other.file.frame[column].dropna()
    facts = {"one": base.path.name, "two": other.path.name, "column": column}
    if known.duplicated().any():
        return DefinitionError(
            Said(
                "interchange-several-rows-a-person",
                rows=len(known),
                distinct=known.nunique(),
                **facts,
            )
        )
    count = int(known.isin(base.file.frame[column]).sum())
    beside = [str(name) for name in base.file.frame if name in other.file.frame and name != column]
    line = _line(base.path, other.path, [column, *beside])
    sentence = Said("interchange-parts-of-one-wave", count=count, of=len(known), line=line, **facts)
    return DefinitionError(sentence)


def _line(base: Path, other: Path, keys: Sequence[str]) -> str:
    """Return the line that joins two files by what both have: of R where a file has labels."""
    kinds = [path.suffix.lower().removeprefix(".") for path in (base, other)]
    if {*kinds} == {"csv"}:
        return joined_by_pandas(base.name, other.name, keys, "left")
    names = [path.name for path in (base, other)]
    one, two = (f'{_BY_R[k]}("{name}")' for k, name in zip(kinds, names, strict=True))
    by = ", ".join(f'"{key}"' for key in keys)
    return f'haven::write_sav(merge({one}, {two}, by = c({by}), all.x = TRUE), "wave.sav")'
