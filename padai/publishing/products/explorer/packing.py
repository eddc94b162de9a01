"""Pack columns of numbers as text: the bytes of an array, little end first, in base 64.

A number of the page is the number of the open data, at eleven signs a number.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from typing import Any, Literal

Kind = Literal["<f8", "<u4", "<u2", "u1"]


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
