"""What the kernel of a document is asked once its cells ran, by whoever has it rendered."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

_VARIABLE = "PADAI_ANSWERS"


@dataclass(frozen=True, slots=True)
class KernelQuestion:
    """A question to each kernel.

    Attributes
    ----------
    module
        The name of a module of padai: its ``answer()`` is called in the kernel before the first
        cell, its ``answered()`` after the last one.
    tell
        Called here with the text that ``answered()`` returned; with none where nobody could ask.
    """

    module: str
    tell: Callable[[str], None]

    @property
    def environment(self) -> dict[str, str]:
        """What tells a kernel that it will be asked."""
        return {_VARIABLE: self.module}

    @property
    def source(self) -> str:
        """What a kernel runs at last."""
        return f"import sys, {self.module}\nsys.stdout.write({self.module}.answered())"


def prepare_answer() -> None:
    """Have the module that this process will be asked about begin its work, if there is one."""
    if module := os.environ.get(_VARIABLE):
        import_module(module).answer()
