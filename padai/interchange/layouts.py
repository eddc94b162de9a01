"""Files that hold more than one row a person and a wave: told, since nothing in them is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from padai.errors import DataError, Said
from padai.interchange.choices import Choices
from padai.interchange.design_words import COUNTRY, ELSEWHERE
from padai.interchange.label_words import missing_kind, normal
from padai.interchange.profiles import Profile
from padai.interchange.scalars import exact
from padai.waves.headers import FEWEST_ROWS
from padai.waves.intake import DataFile
from padai.waves.text_files import written_numbers

if TYPE_CHECKING:
    import pandas as pd

MOST_COUNTRIES = 250
NEARLY_ALL = 0.97
"""The share of one country from which on the others are people from elsewhere."""
FEWEST_SERIES = 2
_STATUSES, _QUALIFIED = (1, 2, 3, 4), 3
_WAVE = r"(?:wave|vague|welle|oleada|ola|onda|w)"
_WIDE = (
    re.compile(rf"{_WAVE}_?(?P<wave>[0-9]{{1,2}})_(?P<stem>.+)", re.IGNORECASE),
    re.compile(rf"(?P<stem>.+?)_{_WAVE}_?(?P<wave>[0-9]{{1,2}})", re.IGNORECASE),
    re.compile(r"(?P<stem>.*[a-z0-9])W(?P<wave>[0-9]{1,2})"),
    re.compile(r"(?P<stem>.*[a-z].*?)_?(?P<wave>(19[6-9]|20[0-9])[0-9])", re.IGNORECASE),
    re.compile(r"y?(?P<wave>(19[6-9]|20[0-9])[0-9])_(?P<stem>.+)", re.IGNORECASE),
)
"""How a panel laid out wide writes the wave: w1_trust, trust_w1, trustW1, trust_2019; not know1."""


def tell_layout(name: str, file: DataFile, told: Mapping[str, Profile], choices: Choices) -> None:
    """Say that a file holds several countries, or several waves side by side.

    Parameters
    ----------
    name, file, told
        A file of data, its rows and its columns counted.
    """
    country = country_of(file, told)
    if country is not None:
        value = min(file.frame[country].dropna().unique(), key=str)
        choices.tell(
            Said(
                "interchange-file-of-countries",
                file=name,
                column=country,
                count=told[country].distinct,
                first=exact(value) if isinstance(value, str) else f"{value:g}",
            )
        )
    if others := _not_qualified(file.frame):
        choices.tell(Said("interchange-decipher-status", file=name, count=others))
    series = side_by_side(told)
    if len(series) >= FEWEST_SERIES:
        one, other = next(iter(series.values()))[:2]
        choices.tell(
            Said(
                "interchange-waves-side-by-side", file=name, count=len(series), one=one, other=other
            )
        )


def _not_qualified(frame: pd.DataFrame) -> int:
    """Return how many rows of Decipher's export are of people who did not finish, or not qualify.

    References
    ----------
    Forsta Decipher, "System variables": `status` is 1 (terminated), 2 (over quota), 3 (qualified)
    or 4 (partial).
    """
    if not {"record", "uuid", "status"} <= {*map(str, frame.columns)}:
        return 0
    status = frame["status"].dropna()
    return int((status != _QUALIFIED).sum()) if status.isin(_STATUSES).all() else 0


def country_of(file: DataFile, told: Mapping[str, Profile]) -> str | None:
    """Return the column that tells in which of several countries a person was interviewed."""
    for profile in told.values():
        named = COUNTRY.fullmatch(normal(profile.name).replace(" ", ""))
        labelled = COUNTRY.fullmatch(normal(profile.label).replace(" ", ""))
        if not (named or labelled) or ELSEWHERE.search(profile.said) or profile.kind == "date":
            continue
        if 1 < profile.distinct <= MOST_COUNTRIES and not profile.unique and not profile.blanks:
            most = int(file.frame[profile.name].value_counts().iloc[0])
            if most <= NEARLY_ALL * profile.rows:
                return profile.name
    return None


def side_by_side(names: Mapping[str, object]) -> dict[str, list[str]]:
    """Return the columns that are one question in several waves, by what their names share.

    Examples
    --------
    >>> side_by_side(dict.fromkeys(["id", "w1_trust", "w2_trust", "age_w1", "q1_1", "q1_2"]))
    {'trust': ['w1_trust', 'w2_trust']}
    >>> side_by_side(dict.fromkeys(["trust_2019", "trust_2021", "sex"]))
    {'trust': ['trust_2019', 'trust_2021']}
    """
    best: dict[str, list[str]] = {}
    for pattern in _WIDE:
        by_stem: dict[str, list[str]] = {}
        for name in names:
            match = pattern.fullmatch(name)
            if match is not None:
                by_stem.setdefault(match["stem"].casefold(), []).append(name)
        series = {stem: columns for stem, columns in by_stem.items() if len(columns) > 1}
        if sum(map(len, series.values())) > sum(map(len, best.values())):
            best = series
    return best


def refuse_two_heads(frame: pd.DataFrame, name: str) -> None:
    """Refuse a table whose second line says what its columns are, as the first does.

    Nothing that the line holds stands again in its column, and over columns of numbers it holds
    words.

    Raises
    ------
    DataError
        With how many columns hold numbers alone below it.
    """
    if len(frame) < FEWEST_ROWS:
        return
    over = closed = 0
    for place in range(frame.shape[1]):
        cells = frame.iloc[:, place]
        head, rest = cells.iloc[0], cells.iloc[1:].dropna()
        if not isinstance(head, str) or not len(rest):
            continue
        if (rest == head).any():
            return
        if _numbers(cells.iloc[:1]):
            return
        closed += rest.nunique() <= len(rest) // 2
        over += _numbers(rest) and missing_kind(head) is None and bool(normal(head))
    if over and closed > 1:
        raise DataError(Said("interchange-two-lines-of-names", file=name, count=over))


def _numbers(cells: pd.Series[Any]) -> bool:
    """Whether all that is written in a column is numbers."""
    return written_numbers(cells).dtype.kind == "f"
