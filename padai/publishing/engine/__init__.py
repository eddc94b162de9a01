"""Render Quarto documents from the store: by Quarto itself, or by the embedded engine.

:func:`render` is the whole interface. Cells use :mod:`padai.publishing.engine.text` and
:mod:`padai.publishing.engine.pictures` to write what comes from data.
"""

from padai.publishing.engine.engines import RenderedFile, render

__all__ = ["RenderedFile", "render"]
