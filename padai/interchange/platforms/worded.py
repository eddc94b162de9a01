"""Which answers in words are choices, and which are people's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from padai.interchange.personal import holds_personal
from padai.interchange.platforms.scales import key_of, on_a_scale
from padai.interchange.private import FEWEST_ALIKE, FEWEST_SHARED

MOST_CHOICES = 30
LONGEST_CHOICE = 200
COVERED = 0.7


def worth_a_code(text: str) -> bool:
    """Whether a text may be a choice: short, and nobody's address or number."""
    return len(text) <= LONGEST_CHOICE and not holds_personal(text)


def kept_choices(said: Sequence[str]) -> tuple[dict[str, str], int]:
    """Return the answers that are choices, by their key, and how many cells they cover.

    A choice was given twice, or stands on a scale, and is nobody's address; there are few of them,
    and they say what nearly everybody said. None, where the answers are people's own words.
    """
    counts = Counter(key_of(text) for text in said)
    shown: dict[str, str] = {}
    for text in sorted(said):
        shown.setdefault(key_of(text), text)
    kept = [
        k for k, n in counts.items() if (n > 1 or on_a_scale(shown[k])) and worth_a_code(shown[k])
    ]
    covered = sum(counts[k] for k in kept)
    few = 0 < len(kept) <= MOST_CHOICES and 2 * len(counts) <= len(said)
    if not few or covered < COVERED * len(said):
        return {}, 0
    return {key: shown[key] for key in kept}, covered


def repeated_parts(counts: Mapping[str, int], shown: Mapping[str, str]) -> dict[str, str]:
    """Return the parts of cells that are choices, by their key; none where people wrote freely.

    A choice was given twice; where that are too many for a list of choices, by as many people as
    make a text nobody's own. Together they are most of what was said.

    Parameters
    ----------
    counts
        By key, how often a part stands in a cell.
    shown
        The parts by their key, as they are written.
    """
    for least in (FEWEST_SHARED, FEWEST_ALIKE):
        kept = [k for k, n in counts.items() if n >= least and worth_a_code(shown[k])]
        if len(kept) <= MOST_CHOICES:
            covered = sum(counts[k] for k in kept) >= COVERED * sum(counts.values())
            return {key: shown[key] for key in kept} if covered else {}
    return {}
