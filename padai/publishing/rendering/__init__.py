"""Render Quarto documents from the store: by Quarto itself, or by the embedded engine.

:func:`render` is the whole interface. Cells use :mod:`padai.publishing.rendering.text` and
:mod:`padai.publishing.rendering.figures` to write what comes from data.
"""

from padai.publishing.rendering.engines import RenderedFile, render

__all__ = ["RenderedFile", "render"]
