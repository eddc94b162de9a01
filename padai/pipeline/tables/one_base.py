"""Which questions are told of one base alone, and which bases are those of a withheld answer."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from padai.disclosure.confidentiality import CONFIDENTIAL
from padai.results import TOTAL
from padai.survey import Question, Survey

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


def follows_withheld(question: Question, wave: str, shown: pd.DataFrame) -> bool:
    """Whether a question is put to those who gave an answer that is withheld of everybody.

    Parameters
    ----------
    shown
        The estimates of a part as they may go out.
    """
    base = question.base
    if base is None:
        return False
    mine = shown["wave"].astype(str).eq(wave) & shown["breakdown"].astype(str).eq(TOTAL)
    mine &= shown["question"].astype(str).isin(list(base.questions))
    if base.question:
        mine &= shown["response"].astype(str).isin([str(code) for code in base.codes])
    return bool(shown.loc[mine, "flag"].astype(str).eq(CONFIDENTIAL).any())
