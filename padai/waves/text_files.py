"""Delimited text: read as text, then turned into the values that the definition knows."""

from __future__ import annotations

import csv
import math
import re
import sys
from collections.abc import Collection, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from padai.errors import DataError
from padai.waves.encodings import UTF8, encoding_of, perhaps
from padai.waves.headers import are_names, no_names, refuse_unnamed
from padai.waves.native_digits import plain_digits
from padai.waves.results_tables import holds_results
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

_SEPARATORS = (",", ";", "\t", "|")
_LONGEST_CELL = 10_000_000
BY_PLACE_TWICE = "waves-names-columns-by-place-twice"
MOST_PLACES = 10
_SEP = re.compile(r'"?sep=([,;|]|\t)"?', re.IGNORECASE)
_SHORT = 20
_KEPT_DIGITS = 15
"""Digits that a number keeps whatever they are."""
BLANKS = [
    *("", "\n", "\r\n"),
    *(
        f"{sign}{number:.{digits}{form}}"
        for number in (sys.float_info.max, 2.0**1023)
        for sign in ("", "-")
        for digits in range(6, 18)
        for form in "gG"
    ),
]
"""How a blank is written: SPSS keeps the largest of numbers for one, and Stata a half of it."""


def read_csv(path: Path, where: str = "", declared: Collection[str] = ()) -> pd.DataFrame:
    """Read a .csv as text: no cell is interpreted, an empty cell is missing.

    The separator is the comma, semicolon, tab or bar that the header line uses most, or the one
    that a first line `sep=;` says. Texts are in UTF-8, UTF-16 or Windows-1252, as their bytes tell;
    `attrs["encoding"]` says which. `declared` are the columns that a definition names, of which
    the header holds half at least.

    Raises
    ------
    DataError
        In none of these encodings, no header, a column named twice, or a row of another length
        than the header.
    """
    import pandas as pd

    try:
        separator, names = header_of(path)
        beyond = _beyond(path, separator, names)
        try:
            check_names([n for p, n in enumerate(names) if p not in beyond], path, where, declared)
            check_rows(path, separator, len(names), where)
        except DataError:
            _refuse_results(path, separator, where)
            raise
        frame = pd.read_csv(
            path,
            sep=separator,
            dtype="str",
            keep_default_na=False,
            na_values=BLANKS,
            encoding=encoded(path),
            skiprows=lines_before(path),
            on_bad_lines="error",
        )
    except UnicodeError:
        raise of_another_encoding(path, where) from None
    except (pd.errors.ParserError, csv.Error):
        raise DataError(
            Said("waves-is-not-a-regular-table-a-quotation-mark", path_name=path.name),
            where=where,
        ) from None
    frame.columns = pd.Index(names)
    frame = frame.iloc[:, [place for place in range(len(names)) if place not in beyond]]
    frame.attrs["encoding"] = encoded(path)
    if separator == ";":
        frame.attrs["decimal"] = ","
    return frame


def _refuse_results(path: Path, separator: str, where: str) -> None:
    """Refuse a table of results, which is no table of answers however its lines are put right."""
    with opened(path) as handle:
        if holds_results(handle, separator):
            raise DataError(Said("waves-is-a-table-of-results", path_name=path.name), where=where)


def _beyond(path: Path, separator: str, names: Sequence[str]) -> set[int]:
    """Return the places of several columns without a name of which no row fills a cell."""
    nameless = {place for place, name in enumerate(names) if not name}
    if len(nameless) < 2:
        return set()
    with opened(path) as handle:
        for _ in range(lines_before(path) + 1):
            handle.readline()
        for row in csv.reader(handle, delimiter=separator):
            nameless -= {p for p in nameless if p < len(row) and row[p].strip()}
    return nameless


def header_of(path: Path) -> tuple[str, list[str]]:
    """Return the separator, and the names in the first line."""
    with opened(path) as handle:
        declared = _SEP.fullmatch(handle.readline().strip()) if lines_before(path) else None
        start = handle.tell()
        separator = declared[1] if declared else max(_SEPARATORS, key=handle.readline().count)
        handle.seek(start)
        return separator, [n.strip() for n in next(csv.reader(handle, delimiter=separator), [])]


def encoded(path: Path) -> str:
    """Return the encoding of a file, UTF-8 where none fits: reading it then says where it fails."""
    about = path.stat()
    return _encoded(path, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=64)
def _encoded(path: Path, _changed: int, _size: int) -> str:
    # to tell, a whole file is read, and each reader of it asks
    return encoding_of(path) or UTF8


def opened(path: Path) -> TextIO:
    """Open a file in the encoding that its bytes tell."""
    return path.open(encoding=encoded(path), newline="")


def lines_before(path: Path) -> int:
    """Return how many lines stand before the header: the one by which Excel is told a separator."""
    with opened(path) as handle:
        return int(bool(_SEP.fullmatch(handle.readline(_SHORT).strip())))


def check_rows(path: Path, separator: str, cells: int, where: str) -> None:
    """Refuse the first row that has more or fewer cells than the header: pandas would fill it."""
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        with opened(path) as handle:
            for _ in range(lines_before(path)):
                handle.readline()
            rows = csv.reader(handle, delimiter=separator)
            odd = next((row for row in rows if row and len(row) != cells), None)
    finally:
        csv.field_size_limit(before)
    if odd is not None and 2 * cells <= len(odd):
        raise DataError(
            Said("waves-first-line-is-a-title", path_name=path.name, filled=cells, cells=len(odd)),
            where=where,
        )
    if odd is not None:
        raise DataError(
            Said(
                "waves-line-the-row-has-more-cells"
                if len(odd) > cells
                else "waves-line-the-row-has-cell-s-the-header-it",
                path_name=path.name,
                line_num=rows.line_num,
                count_odd=len(odd),
                cells=cells,
            ),
            where=where,
        )


def of_another_encoding(path: Path, where: str) -> DataError:
    """Say that a file is not in UTF-8, and what makes it so where its writing shows."""
    line = _first_line_of_another_encoding(path)
    encodings = perhaps(path)
    if not encodings:
        sentence = Said(
            "waves-is-not-in-utf-8-line-save-it-again-as", path_name=path.name, line=line
        )
        return DataError(sentence, where=where)
    listed = ", ".join(f"{name} ({tag})" for name, tag in encodings)
    name = f'iconv -f {encodings[0][0].upper()} -t UTF-8 "{path.name}" > utf8.csv'
    return DataError(
        Said("waves-is-perhaps-in", path_name=path.name, line=line, listed=listed, command=name),
        where=where,
    )


def _first_line_of_another_encoding(path: Path) -> int:
    with path.open("rb") as handle:
        for place, line in enumerate(handle, start=1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                return place
    return 1


def _below(names: list[str]) -> Said:
    """Say that names may stand in the second line, where the first leaves some out."""
    return Said("waves-names-perhaps-below") if "" in names else Said("", "")


def check_names(names: list[str], path: Path, where: str, declared: Collection[str] = ()) -> None:
    """Refuse a header without names, or that names a column twice.

    Names are said where a definition declares half of them; otherwise, places.
    """
    if not names or not any(names):
        raise DataError(
            Said("waves-has-no-header-line-with-the-names-of-its", path_name=path.name),
            where=where,
        )
    filled = sum(map(bool, names))
    if len(names) - filled > 1 and 2 * filled <= len(names):
        raise DataError(
            Said(
                "waves-first-line-is-a-title",
                path_name=path.name,
                filled=filled,
                cells=len(names),
            ),
            where=where,
        )
    refuse_unnamed(names, declared, path.name, where)
    twice = sorted({n for n in names if names.count(n) > 1})
    if twice and not declared:
        if not are_names(dict.fromkeys(names)):
            raise no_names(path.name, where)
        places = [str(i) for i, n in enumerate(names, start=1) if n in twice]
        listed = ", ".join(places[:MOST_PLACES])
        raise DataError(
            Said(BY_PLACE_TWICE, path_name=path.name, listed=listed, hint=_below(names)),
            where=where,
        )
    if twice:
        listed = ", ".join(map(repr, twice[:5]))
        raise DataError(
            Said(
                "waves-names-the-column-s-twice-rename-or",
                path_name=path.name,
                count=len(twice),
                listed=listed,
            ),
            where=where,
        )


def parse_cells(
    column: pd.Series[Any], known: dict[str, int | float | str], comma: bool = False
) -> pd.Series[Any]:
    """Turn a column of text into values.

    A cell that is written as a known value, in whichever digits, becomes that value; of the others,
    what reads as a number becomes one, and what does not stays text, for validation to report.

    Parameters
    ----------
    column
        Text, missing where the cell was empty.
    known
        The text of each value that the definition gives the column, and that value.
    comma
        Whether numbers are written with a decimal comma.
    """
    import numpy as np
    import pandas as pd

    written = {plain_digits(text): v for text, v in known.items() if not text.isascii()}
    known = {**{text: v for text, v in written.items() if text is not None}, **known}
    codes, found = pd.factorize(column)
    texts = found.tolist()  # a list is gone through ten times as fast
    long = (text for text in texts if len(text) > _KEPT_DIGITS)
    if any(text.strip() not in known and _too_long(text) for text in long):
        # a number would lose the last digits, by which people are told apart
        return column.map(lambda text: known.get(text.strip(), text), na_action="ignore")
    plain = None if known else _all_numbers(texts, comma)
    values = [_value(text, known, comma) for text in texts] if plain is None else plain
    kinds = {type(v) for v in values}
    if kinds <= {int} and not (codes < 0).any():
        whole = np.array(values, dtype=np.int64)[codes]
        return pd.Series(whole, index=column.index, name=column.name)
    if kinds <= {int, float}:
        numbers = np.array([*values, np.nan], dtype=np.float64)[codes]  # -1, of none, is the last
        return pd.Series(numbers, index=column.index, name=column.name)
    parsed = column.map(dict(zip(texts, values, strict=True))).astype(object)
    return parsed.astype("str") if kinds == {str} else parsed.where(parsed.notna(), np.nan)


def written_numbers(column: pd.Series[Any]) -> pd.Series[Any]:
    """Turn numbers written as text, with a decimal comma or point, into numbers.

    A column in which one cell is no number stays as it is, for the caller to refuse.
    """
    import pandas as pd

    texts = column.map(lambda v: v.strip().replace(",", ".") if isinstance(v, str) else v)
    parsed = pd.to_numeric(texts, errors="coerce")
    whole = bool((parsed.notna() == column.notna()).all())
    return parsed.astype("float64") if whole else column


_SMALL = re.compile(r"-?[0-9]{1,3}")
_MARKED = tuple(re.compile(rf"-?[1-9][0-9]{{0,2}}(\{mark}[0-9]{{3}})+") for mark in ".,")


def either_mark(column: pd.Series[Any]) -> bool:
    """Whether the numbers of a text column may have decimals or thousands marked, all alike.

    ``1.234`` is either; ``0.873``, ``1.5`` or ``1250`` in one row tells that 1.234 has decimals,
    and ``1.234.567`` is as good as thousands, which no cell here is read as.

    Examples
    --------
    >>> import pandas as pd
    >>> either_mark(pd.Series(["1.234", "870"])), either_mark(pd.Series(["1.234", "0.870"]))
    (True, False)
    """
    texts = [str(text).strip() for text in column.dropna().unique().tolist()]
    for marked in _MARKED:
        if all(_SMALL.fullmatch(t) or marked.fullmatch(t) for t in texts):
            return any(map(marked.fullmatch, texts))
    return False


def parse_labels(column: pd.Series[Any]) -> pd.Series[Any]:
    """Turn a column of identifiers or strata into whole numbers, where all are written so."""
    import numpy as np

    texts = column.dropna().unique()
    whole = all(t.isascii() and t.isdigit() and str(int(t)) == t and len(t) < 16 for t in texts)
    if not len(texts) or not whole:
        return column
    return column.astype(np.int64 if column.notna().all() else np.float64)


def _too_long(text: str) -> bool:
    """Whether a cell holds more digits than a number keeps, as identifiers do."""
    digits = text.strip().removeprefix("-")
    whole = len(digits) > _KEPT_DIGITS and digits.isascii() and digits.isdigit()
    return whole and float(digits) >= 2**53


def _all_numbers(texts: Sequence[str], comma: bool) -> list[int | float | str] | None:
    """Return the values of texts that are all numbers, as `_value` reads each; None: some are not.

    Most columns of a file are numbers, and a file of replicate weights has a million of them.
    """
    written = "\n".join(texts)
    written = written.replace(",", ".") if comma else written
    if "_" in written or not written.isascii():
        return None
    try:
        numbers = [float(text) for text in written.split("\n")]
    except ValueError:
        return None
    if len(numbers) != len(texts) or not all(map(math.isfinite, numbers)):
        return None
    return [int(n) if n.is_integer() and abs(n) < 2**53 else n for n in numbers]


def _value(text: str, known: dict[str, int | float | str], comma: bool) -> int | float | str:
    stripped = text.strip()
    if stripped in known:
        return known[stripped]
    if "\n" in stripped and (in_one_line := " ".join(stripped.split())) in known:
        return known[in_one_line]  # a definition writes no line break
    written = stripped.replace(",", ".") if comma else stripped
    try:
        number = float(written)
    except ValueError:
        return text
    if not math.isfinite(number) or "_" in written or not written.isascii():
        return text
    if any(isinstance(v, str) for v in known.values()) and written[:1] == "0" and written != "0":
        return text
    return int(number) if number.is_integer() and abs(number) < 2**53 else number
