"""Which questions are told of one base alone: a second one would be subtracted from it."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from padai.disclosure.confidentiality import CONFIDENTIAL
from padai.results import TOTAL
from padai.survey import Survey

MAIN = "main"


def told_of_one_base(survey: Survey, question: str, tables: Mapping[str, pd.DataFrame]) -> bool:
    """Whether a question is told of one base alone: it is sensitive, or has a withheld cell.

    Parameters
    ----------
    tables
        The disclosed tables of the store.
    """
    if survey.question(question).sensitive:
        return True
    for name in ("estimates", "trends"):
        frame = tables[name]
        mine = (frame["part"] == MAIN) & (frame["question"] == question)
        mine &= frame["breakdown"] == TOTAL
        if any(CONFIDENTIAL in str(flag).split() for flag in frame.loc[mine, "flag"]):
            return True
    return False
