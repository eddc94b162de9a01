"""PUBLISH: reports, charts, sentences and tables, made from a release store alone.

The cells of a report use :func:`open_store` and :class:`Report`; those of a panel's or a
consultation's, :class:`PanelReport` or :class:`ConsultationReport`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from padai.errors import PublicationError

if TYPE_CHECKING:
    from padai.publishing.dialogue.consultation import ConsultationReport
    from padai.publishing.dialogue.panel import PanelReport
    from padai.publishing.report import Report
    from padai.store import Store

__all__ = ["ConsultationReport", "PanelReport", "Report", "open_store"]


def open_store() -> Store:
    """Open the release store that the environment variable ``PADAI_STORE`` names.

    Raises
    ------
    PublicationError
        The variable is not set, or names no store.
    """
    from padai.store import open_store as open_folder

    folder = os.environ.get("PADAI_STORE")
    if not folder:
        raise PublicationError(
            "No release store is named. Render the report with `padai report`, or set PADAI_STORE "
            "to the `data/` folder of a release."
        )
    return open_folder(folder)


def __getattr__(name: str) -> Any:
    if name == "Report":
        from padai.publishing.report import Report

        return Report
    if name == "PanelReport":
        from padai.publishing.dialogue.panel import PanelReport

        return PanelReport
    if name == "ConsultationReport":
        from padai.publishing.dialogue.consultation import ConsultationReport

        return ConsultationReport
    raise AttributeError(f"module 'padai.publishing' has no attribute '{name}'")
