"""PUBLISH: reports, charts, sentences and tables, made from a release store alone.

The cells of a report use :func:`open_store` and :class:`Report`; those of a panel's or a
consultation's, :class:`PanelReport` or :class:`ConsultationReport`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from padai.errors import PublicationError
from padai.words import Said

if TYPE_CHECKING:
    from padai.participation.pages.consultation import ConsultationReport
    from padai.participation.pages.panel import PanelReport
    from padai.publishing.report import Report
    from padai.store import Store

__all__ = ["ConsultationReport", "PanelReport", "Report", "open_store"]


def open_store() -> Store:
    """Open what goes out of the release store that the variable ``PADAI_STORE`` names.

    Every number is at its printed precision (:func:`padai.store.outside.outside`).

    A path that is not absolute starts at the project: the nearest folder above that holds a
    ``padai.yaml``, whichever folder of it a page is rendered in.

    Raises
    ------
    PublicationError
        The variable is not set, or names no store.
    """
    from padai.publishing.held_store import held_store
    from padai.store import open_store as open_folder
    from padai.store import outside

    named = os.environ.get("PADAI_STORE", "").strip()
    if not named:
        raise _in_one_line(
            PublicationError(
                Said("publishing-no-release-store-is-named-set-padai"),
            )
        )
    folder = _project() / named
    if not folder.is_dir():
        raise _in_one_line(
            PublicationError(
                Said("publishing-there-is-no-release-store-at-which-padai", named=named),
            )
        )
    return held_store(folder) or outside(open_folder(folder))


def _project() -> Path:
    here = Path.cwd()
    above = (folder for folder in (here, *here.parents) if (folder / "padai.yaml").is_file())
    return next(above, here)


def _in_one_line(error: PublicationError) -> PublicationError:
    """Have a Jupyter kernel show the message alone: the way through padai would not help."""
    error._render_traceback_ = lambda: [f"PublicationError: {error}"]  # type: ignore[attr-defined]
    return error


def __getattr__(name: str) -> Any:
    if name == "Report":
        from padai.publishing.report import Report

        return Report
    if name == "PanelReport":
        from padai.participation.pages.panel import PanelReport

        return PanelReport
    if name == "ConsultationReport":
        from padai.participation.pages.consultation import ConsultationReport

        return ConsultationReport
    raise AttributeError(f"module 'padai.publishing' has no attribute '{name}'")
