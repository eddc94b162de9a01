"""Several faults in one message, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from padai.errors import Said
from padai.words import Joined


def listed(faults: Sequence[Said], todo: Said) -> Said:
    r"""Return the message of an error that lists every fault, and what to do.

    Examples
    --------
    >>> listed([Said("ligne double", "a row stands twice")], Said("Corriger.", "Mend it.")).en
    '1 fault.\n  a row stands twice\nMend it.'
    """
    lines = Joined([Said("survey-a-line", said=fault) for fault in faults], "\n")
    return Said("survey-fault-s", count_faults=len(faults), lines=lines, todo=todo)
