"""Which report a survey has, and which pages a release of it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padai.participation.pages.participation_report import ABOUT_DATA, Told
from padai.publishing.basis.context import Context
from padai.publishing.chapters.opening import PAGES
from padai.publishing.pieces.emit import Piece
from padai.survey import Survey

if TYPE_CHECKING:
    from padai.participation.pages.consultation import ConsultationReport
    from padai.participation.pages.panel import PanelReport

_SINCE_THEN = ("questionnaire", "tables")
"""Pages that versions put out by an earlier padai lack; the report leads to them where they are."""


def pages_of(survey: Survey) -> tuple[str, ...]:
    """Return the pages of a release of a survey: a panel or a consultation has its report alone."""
    if not survey.traits.paged:
        return ("report",)
    return tuple(page for page in PAGES if page not in _SINCE_THEN)


def first_open_file(survey: Survey, lang: str) -> str:
    """Return the file of the open data that a link leads to."""
    return "series.csv" if survey.traits.estimated else ABOUT_DATA[lang]


def essentials(context: Context) -> Piece:
    """Return what a panel or a consultation found, and its size, in a few lines."""
    return _report(context).essentials()


def findings(context: Context) -> list[Told]:
    """Return what a panel or a consultation found, each with its part of the report."""
    return _report(context).found()


def _report(context: Context) -> PanelReport | ConsultationReport:
    from padai.participation.pages.consultation import ConsultationReport
    from padai.participation.pages.panel import PanelReport

    reports = {report.kind: report for report in (PanelReport, ConsultationReport)}
    return reports[context.survey.kind](context.store, context.lang)
