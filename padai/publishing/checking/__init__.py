"""CHECK: what an edited document says, against the release that it speaks of.

A document is read as passages (:mod:`passages`), its sentences as mentions of figures
(:mod:`names`) and claims (:mod:`claims`), and each claim is judged by the tables of a store at
their printed precision (:mod:`judging`). What cannot be placed is said to be not checked.
"""

from __future__ import annotations

from padai.publishing.checking.document import Checked, CheckedLine, check_document

__all__ = ["Checked", "CheckedLine", "check_document"]
