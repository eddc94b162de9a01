"""Whole numbers that no label explains: a scale of points, the codes of places, or a count."""

from __future__ import annotations

import re
from collections.abc import Sequence

from padai.interchange.design_words import QUANTITY
from padai.interchange.draft import Value
from padai.interchange.label_words import normal
from padai.words import Said

POINTS = Said("interchange-note-points-unlabelled")
"""What a draft remarks of numbers that it takes for the points of a scale."""
TENTHS = (0, 10)
FEWEST_ANSWERS = 30
"""Answers from which on 0 to 10 is a scale by its ends alone."""
FEWEST_SEEN, FEWEST_POINTS = 6, 4
MOST_CODES, FEWEST_EACH = 12, 20
"""Values up to which numbers far apart are codes, and rows for each of them."""
_FROM_TO = re.compile(
    r"\b(\d{1,2}) ?(?:to|through|thru|a|au|al|ate|bis|tot|-|–|—|/) ?(\d{1,3})\b(?! ?%)"
)
_ROUND = 5


def points(name: str, label: str, seen: Sequence[int], answers: int) -> tuple[int, int] | None:
    """Return the ends of the scale that numbers without a label are, where something tells it.

    Its wording says from what to what it goes, or it goes from 0 to 10 and is called no quantity.

    Examples
    --------
    >>> points("nps", "How likely to recommend us?", range(11), 400)
    (0, 10)
    >>> points("q3", "Satisfaction, on a scale of 1 to 7", [1, 3, 4, 7], 400)
    (1, 7)
    >>> points("children", "Number of children", range(11), 400), points("q1", "", [1, 2, 3], 400)
    (None, None)
    """
    if not seen or answers < FEWEST_ANSWERS:
        return None
    plain = label.casefold().replace("à", "a")
    for low, high in ((int(a), int(b)) for a, b in _FROM_TO.findall(plain)):
        within = low <= seen[0] and seen[-1] <= high and high - low + 1 >= FEWEST_POINTS
        if within and low in (0, 1) and len(seen) >= 2 and high <= 2 * TENTHS[1]:
            return low, high
    counted = QUANTITY.search(normal(f"{name} {label}"))
    if (seen[0], seen[-1]) == TENTHS and len(seen) >= FEWEST_SEEN and not counted:
        return TENTHS
    return None


def scattered(name: str, label: str, every: Sequence[Value], rows: int) -> bool:
    """Whether a few numbers far apart can only be codes, as those of provinces are.

    Numbers that are all round, or are called a quantity, stay numbers.

    Examples
    --------
    >>> scattered("PROV", "", [10, 24, 35, 46, 59], 600)
    True
    >>> scattered("wait", "", [0, 15, 30, 60], 600), scattered("age", "", [18, 24, 31], 600)
    (False, False)
    """
    whole = [v for v in every if isinstance(v, int)]
    few = 1 < len(whole) == len(every) <= MOST_CODES and rows >= FEWEST_EACH * len(whole)
    round_ones = all(v % _ROUND == 0 for v in whole)
    return few and not round_ones and not QUANTITY.search(normal(f"{name} {label}"))
