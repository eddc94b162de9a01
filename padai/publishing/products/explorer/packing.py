"""Pack columns of numbers as text: the bytes of an array, little end first, in base 64.

A number of the page is the number of the open data: as a whole number of thousandths, say, at three
signs a number, where a double takes eleven.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from typing import Any, Literal

Kind = Literal["<f8", "<i4", "<i2", "<u4", "<u2", "u1"]
_WHOLE: tuple[tuple[int, Kind], ...] = ((2, "<i2"), (4, "<i4"))
_MOST_PLACES = 9


def packed(values: Sequence[float] | Sequence[int], kind: Kind) -> str:
    """Return a column as text.

    Parameters
    ----------
    values
        The column; a missing double is NaN.
    kind
        Doubles, or whole numbers of 4, 2 or 1 bytes, as numpy writes the type.

    Examples
    --------
    >>> packed([1, 2], "u1")
    'AQI='
    """
    import numpy as np

    return base64.b64encode(np.asarray(values, dtype=kind).tobytes()).decode("ascii")


def packed_decimals(values: Sequence[float]) -> str:
    """Return a column of decimal numbers as text: decimals, bytes a number, and the numbers.

    Parameters
    ----------
    values
        The column; a missing number is NaN, and the least whole number of the text.

    Returns
    -------
    str
        ``"3.2:..."`` is thousandths in two bytes each. What no whole numbers of four bytes give to
        the last bit are doubles, ``"0.8:..."``.

    Examples
    --------
    >>> packed_decimals([0.589, float("nan")])
    '3.2:TQIAgA=='
    """
    import numpy as np

    given = np.asarray(values, dtype=float)
    known = np.isfinite(given)
    for size, kind in _WHOLE:
        least = np.iinfo(kind).min
        for places in range(_MOST_PLACES + 1):
            whole = np.where(known, np.round(given * 10.0**places), least)
            if (np.abs(whole[known]) > -(least + 1)).any():
                break
            # a reader divides, which gives the double nearest to the decimal
            if (whole[known] / 10.0**places == given[known]).all():
                return f"{places}.{size}:{packed(whole.tolist(), kind)}"
    return f"0.8:{packed(given.tolist(), '<f8')}"


def script_json(value: Any) -> str:
    r"""Return JSON that may stand inside a script: no sign in it can end the script.

    Examples
    --------
    >>> script_json("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
