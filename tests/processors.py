"""A processor of another kind: it adds in another order, and the last digits are others."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
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


def other_vectors(patch: pytest.MonkeyPatch) -> None:
    """Let eigenvectors have the other sign, and those of equal eigenvalues be turned."""
    own = np.linalg.eigh

    def turned(matrix: Any, *args: Any, **how: Any) -> Any:
        values, vectors = own(matrix, *args, **how)
        vectors = -vectors
        for at in range(len(values) - 1):
            if abs(values[at + 1] - values[at]) < 1e-9 * abs(values).max():
                one, other = vectors[:, at].copy(), vectors[:, at + 1].copy()
                vectors[:, at], vectors[:, at + 1] = (
                    0.6 * one + 0.8 * other,
                    0.8 * one - 0.6 * other,
                )
        return values, vectors

    patch.setattr(np.linalg, "eigh", turned)
