"""Two pages that work in a browser without an installation: plan a wave, check a file.

Each is one file that opens no connection. What they compute is what padai computes, and tests
hold the two together; the words of both languages stand side by side in ``assets/``.
"""

from padai.browser.definition import definition_of, write_definition
from padai.browser.pages import PAGE_NAMES, page, write_pages

__all__ = ["PAGE_NAMES", "definition_of", "page", "write_definition", "write_pages"]
