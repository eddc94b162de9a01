"""Numbers and days written in the digits of other scripts, `٤٢` or `४२`, as those of ASCII."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from padai.waves.empty_cells import EMPTY

if TYPE_CHECKING:
    import pandas as pd

_NUMBER = r"[-+]?(?:\d{1,3}(?:([٬,])\d{3})(?:\1\d{3})*|\d+)(?:[.,٫]\d+)?|[-+]?[.,٫]\d+"
_DAY = r"(?:\d{4}([-/.])\d\d?\2\d\d?|\d\d?([-/.])\d\d?\3(?:\d\d){1,2})"
_HOUR = r"(?:[T\s,]+\d\d?(?::\d\d){1,2}(?:\.\d+)?(?:Z|[-+]\d\d:?\d\d)?)?"
_WHOLLY = re.compile(rf"{_NUMBER}|{_DAY}{_HOUR}")
_THREE_DECIMALS = re.compile(r"[-+]?\d+٫\d{3}")
_LOT = 1 << 20
_DIRECTIONS = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u202a\u202b\u202c"))
_ASCII = bytes(range(128))


def plain_digits(text: str) -> str | None:
    """Return a number or a day in the digits of ASCII; nothing of a text that is neither.

    Examples
    --------
    >>> plain_digits("١٬٢٥٠٫٥"), plain_digits("۱۴۰۳/۰۱/۱۵"), plain_digits("-٫٥")
    ('1250.5', '1403/01/15', '-.5')
    >>> plain_digits("١٨-٢٤"), plain_digits("٥ مرات")
    (None, None)
    """
    bare = text.translate(_DIRECTIONS).strip()
    if _WHOLLY.fullmatch(bare) is None:
        return None
    if _THREE_DECIMALS.fullmatch(bare):
        bare += "0"  # a point before three digits may part thousands; this mark never does
    bare = bare.replace("٬", "").replace("٫", ".")
    return "".join(str(unicodedata.decimal(c, c)) for c in bare)


def with_plain_digits(frame: pd.DataFrame, path: Path) -> pd.DataFrame:
    """Return what was read of a text file, its columns of numbers or days in plain digits.

    A column with a cell that is neither stays as it is, as what people wrote does.
    """
    if not _holds_others(path, str(frame.attrs["encoding"])):
        return frame
    plain = {str(name): in_plain_digits(frame[name]) for name in frame}
    return frame.assign(**{n: column for n, column in plain.items() if column is not frame[n]})


def in_plain_digits(column: pd.Series[Any]) -> pd.Series[Any]:
    """Return a column in plain digits; the column itself where a cell is no number and no day."""
    texts = column.dropna().unique().tolist()
    if not _of_other_scripts("".join(texts)):
        return column
    plain: dict[str, str] = {}
    for text in texts:
        written = text if text in EMPTY else plain_digits(text)
        if written is None:
            return column
        plain[text] = written
    return column.map(plain, na_action="ignore").astype(column.dtype)


def _of_other_scripts(text: str) -> bool:
    return not text.isascii() and any(c.isdecimal() and not c.isascii() for c in {*text})


def _holds_others(path: Path, encoding: str) -> bool:
    """Whether a file may hold digits of other scripts: most hold none, and are read no slower."""
    if not encoding.startswith("utf-8"):
        return encoding.startswith("utf-16")
    with path.open("rb") as handle:
        while lines := handle.readlines(_LOT):
            beyond = b"".join(lines).translate(None, _ASCII)
            if _of_other_scripts(beyond.decode("utf-8", "ignore")):
                return True
    return False
