"""What stands in brackets after the name of a group: what it is a group by, and no figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from padai.publishing.basis.naming import Naming
from padai.publishing.checking.names import GROUP, QUESTION, Mention, plain


def without_divisions(naming: Naming, flat: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out the questions that only say what the group before them is a group by.

    “18 to 34” (age): the sentence is not of how old people are.
    """
    groups = [m for m in mentions if m.of(GROUP)]
    return [m for m in mentions if not (m.of(QUESTION) and _divides(naming, flat, m, groups))]


def _divides(naming: Naming, flat: str, mention: Mention, groups: Sequence[Mention]) -> bool:
    """Whether a mention in brackets is the name of the breakdown of the group before them."""
    before = [g for g in groups if g.end <= mention.start]
    if not before or not re.match(r"\)", flat[mention.end :]):
        return False
    nearest = max(before, key=lambda g: g.end)
    if not re.fullmatch(r'[" ]*\(', flat[nearest.end : mention.start]):
        return False
    labels = {plain(naming.breakdown(m.breakdown)) for m in nearest.of(GROUP)}
    return flat[mention.start : mention.end] in labels
