"""The gate: nothing goes out of which a withheld cell can be worked out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from padai.disclosure.groups import TOTAL
from padai.disclosure.linked import Joints, Linked
from padai.disclosure.records import Records
from padai.disclosure.relations import answer_table, group_table
from padai.disclosure.secondary import Counts, Key, OtherGroups, PartFigures
from padai.errors import PublicationError, Said
from padai.numerics.suppression import CellClaim, unprotected
from padai.survey import Survey
from padai.words import Joined

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
    frame: pd.DataFrame,
    counts: Counts,
    survey: Survey,
    elsewhere: Collection[Key] = (),
    others: OtherGroups | None = None,
    records: Mapping[str, Records] | None = None,
    joints: Joints | None = None,
) -> Audit:
    """Attack every confidential cell of a part, and ask for examples that protect it.

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
    others
        Groups of the same people that are public, of other breakdowns than the survey's.
    records
        The respondents of each wave. A cell for which no other respondents can be found that agree
        with the figures, and have a smaller and a larger count, counts as known.
    joints
        Where the joint tables of the same rows are kept, for who asks of them again.

    Notes
    -----
    Linear programmes bound each cell by the tables of its question alone: they find failures and
    certify nothing. Examples certify. The reader of the attack has every number of the frame
    unrounded, whatever a page rounds, and every base that is printed; the languages, the workbook,
    the open data and the explorer show no other number than these.
    """
    figures = PartFigures(frame, counts, survey, elsewhere, others)
    least = survey.confidentiality.minimum_group
    claims: list[CellClaim] = []
    tables: list[list[Exposed]] = []
    for wave, question, place in figures.questions():
        rows = figures.rows(place)
        groups = group_table(figures.structure, rows, least)
        claims.append(groups.claim(least))
        units = groups.unit[claims[-1].targets]
        tables.append([Exposed(wave, question, rows.units[unit][0]) for unit in units])
        answers = answer_table(
            figures.structure,
            survey.question(question),
            rows,
            figures.known_groups(wave),
            least,
            figures.routed(wave, question),
        )
        claims.append(figures.answer_claim(survey.question(question), answers))
        shown_by = [answers.left_out.get(c, answers.rows[c]) for c in claims[-1].targets.tolist()]
        names = figures.keys["breakdown"][shown_by]
        tables.append([Exposed(wave, question, str(name)) for name in names])
    linked = Linked(figures, records or {}, joints)
    shown_by_none = [
        Exposed(*(str(figures.keys[name][row]) for name in ("wave", "question", "breakdown")))
        for row in linked.exposed()
    ]
    results = zip(tables, unprotected(claims), strict=True)
    exposed = {of[k] for of, bad in results for k in np.flatnonzero(bad)} | set(shown_by_none)
    attacked = sum(len(claim.targets) for claim in claims) + linked.examined
    return Audit(attacked, tuple(sorted(exposed)))


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
    head = Said("disclosure-confidential-cells-of-table-s-could-be", count_tables=len(tables))
    advice = Said("disclosure-merge-groups-or-answers-of-these-tables")
    listed = [_named(each) for each in tables[:_LISTED]]
    more = len(tables) - _LISTED
    rest = [Said("disclosure-and-more", more=more)] if more > 0 else []
    lines = [head, *listed, *rest, advice]
    raise PublicationError(
        Said("padai-parts", parts=Joined(lines, "\n")),
        where=f"{survey.id}, {part}",
    )


def _named(table: Exposed) -> Said:
    """Name a table in a list, never a cell of it."""
    if table.breakdown == TOTAL:
        return Said("disclosure-total", wave=table.wave, question=table.question)
    return Said(
        "disclosure-by", wave=table.wave, question=table.question, breakdown=table.breakdown
    )
