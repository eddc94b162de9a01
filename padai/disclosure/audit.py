"""The gate: nothing goes out of which a withheld cell can be worked out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from padai.disclosure.relations import TOTAL, answer_table, group_table
from padai.disclosure.secondary import Counts, Figures, Key
from padai.errors import PublicationError
from padai.numerics.suppression import unprotected
from padai.survey import Survey

_LISTED = 8


@dataclass(frozen=True, order=True)
class Exposed:
    """A table of which a withheld cell can be worked out; which cell it is stays unsaid."""

    wave: str
    question: str
    breakdown: str


@dataclass(frozen=True)
class Audit:
    """What an audit looked at, and what it found.

    Attributes
    ----------
    attacked
        How many withheld cells were attacked.
    exposed
        The tables of which one can be worked out; empty when the figures may go out.
    """

    attacked: int
    exposed: tuple[Exposed, ...]


def audit(
    frame: pd.DataFrame, counts: Counts, survey: Survey, elsewhere: Collection[Key] = ()
) -> Audit:
    """Attack every confidential cell of a part by linear programming.

    Parameters
    ----------
    frame
        The estimates of one part as they would go out, every wave.
    counts
        Their true counts.
    survey
        The definition.
    elsewhere
        Figures of the same people that are public already: earlier waves' releases and earlier
        versions of this one.

    Notes
    -----
    The reader of the attack has every number of the frame unrounded, whatever a page rounds, and
    every base that is printed; the languages, the workbook, the open data and the explorer
    show no other number than these.
    """
    figures = Figures(frame, counts, survey, elsewhere)
    found: set[Exposed] = set()
    attacked = 0
    for wave, question, place in figures.questions():
        rows = figures.rows(place)
        least = survey.confidentiality.minimum_group
        made, size = group_table(figures.structure, rows, least)
        targets = figures.group_targets(rows, size)
        ones = np.ones(len(targets))
        bad = unprotected(made, targets, ones, ones * least)
        attacked += len(targets)
        found |= {Exposed(wave, question, rows.units[t][0]) for t in targets[bad]}
        asked, known = survey.question(question), figures.known_groups(wave)
        made, rows_of = answer_table(figures.structure, asked, rows, known, least)
        cells = figures.answer_targets(asked, made, rows_of)
        bad = unprotected(made, cells.cells, cells.least, cells.most)
        attacked += len(cells.cells)
        names = figures.keys["breakdown"].to_numpy()[rows_of[cells.cells[bad]]]
        found |= {Exposed(wave, question, str(name)) for name in names}
    return Audit(attacked, tuple(sorted(found)))


def refuse_exposed(survey: Survey, part: str, exposed: Iterable[Exposed]) -> None:
    """Stop a release of which a withheld cell could be worked out.

    Raises
    ------
    PublicationError
        Names wave, part and tables, never a cell or a count.
    """
    tables = sorted(exposed)
    if not tables:
        return
    said = [
        f"  {t.wave}: {t.question}" + (f", by {t.breakdown}" if t.breakdown != TOTAL else ", total")
        for t in tables[:_LISTED]
    ]
    more = [f"  and {len(tables) - _LISTED} more"] if len(tables) > _LISTED else []
    head = (
        f"{survey.id}, {part}: confidential cells of {len(tables)} table(s) could be worked out "
        "from what would be published, or from a release that is still public:"
    )
    advice = (
        "Merge groups or answers of these tables in the definition, leave the breakdown out of "
        "`report_breakdowns`, or withdraw the earlier release."
    )
    raise PublicationError("\n".join([head, *said, *more, advice]))
