"""A processor of another kind: it adds in another order, and the last digits are others."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from padai.pipeline.builds import version_steps

_DECIMAL = re.compile(r"0\.\d{12,}")


def other_digits(patch: pytest.MonkeyPatch, *, by: float) -> None:
    """Let stores be written with levels that are relatively larger by so much."""
    written = version_steps.write_store

    def moved(folder: Path, *args: Any) -> Any:
        made = written(folder, *args)
        for name in ("estimates", "trends"):
            path = folder / f"{name}.csv"
            text = path.read_text(encoding="utf-8")
            path.write_text(
                _DECIMAL.sub(lambda m: repr(float(m[0]) * (1 + by)), text),
                encoding="utf-8",
                newline="",
            )
        return made

    patch.setattr(version_steps, "write_store", moved)
