"""What went out of a question before it was declared sensitive, and tells of few people today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from padai.errors import PublicationError
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.versions.life import EarlierStore, own_record
from padai.store import open_store
from padai.survey import Survey
from padai.words import Said

_FEWEST = {"panel_moves": 0, "answers": 1, "profile": 1}
"""The tables that count people, with the smallest count that today's rules would merge."""


def refuse_told_before(order: Order, earlier: Sequence[EarlierStore]) -> None:
    """Refuse a release of a question that is sensitive now, where few are told of in what is out.

    What would be withheld here stands in the version beside it, and stays there until it is
    withdrawn by address: saying nothing of it from now on protects nobody. A tracker is held to
    what is out as one table.

    Raises
    ------
    PublicationError
        Names the version and the question, and no count.
    """
    survey = order.survey
    if survey.traits.estimated or own_record(order) is not None:
        return
    for store in earlier:
        if store.record.withdrawal is not None:
            continue
        opened = open_store(store.folder)
        new = told_as_sensitive(survey) - told_as_sensitive(opened.survey)
        for name in _of_few(opened.tables, new, survey.confidentiality.sensitive_cell):
            raise PublicationError(
                Said(
                    "pipeline-was-told-before-it-was-sensitive",
                    version=store.record.name,
                    name=name,
                    survey=f"{order.project.surveys}/{survey.id}",
                ),
                where=order.name,
            )


def told_as_sensitive(survey: Survey) -> frozenset[str]:
    """Return the questions, quotas and breakdowns that are sensitive."""
    asked = {q.id for q in survey.questions.values() if q.sensitive}
    quotas = survey.panel.draw.quotas if survey.panel is not None else ()
    cut = {b.id for b in survey.breakdowns if b.question in asked}
    return frozenset(asked | cut | {quota.id for quota in quotas if quota.sensitive})


def _of_few(tables: Mapping[str, pd.DataFrame], new: frozenset[str], least: int) -> Iterator[str]:
    for table, fewest in _FEWEST.items():
        frame = tables.get(table)
        if frame is None or not len(frame):
            continue
        column = "breakdown" if table == "profile" else "question"
        people = pd.to_numeric(frame["people"], errors="coerce")
        few = frame.loc[people.between(fewest, least - 1), column].astype(str)
        yield from (name for name in dict.fromkeys(few) if name in new)
