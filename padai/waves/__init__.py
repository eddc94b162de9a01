"""READ: waves, their designs, and waves in one design."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from padai.waves.reading import read_delivery, read_wave
    from padai.waves.stacking import Stack, stack
    from padai.waves.wave import Wave
    from padai.waves.write_back import write_wave

_HOMES = {
    "Stack": "padai.waves.stacking",
    "Wave": "padai.waves.wave",
    "read_delivery": "padai.waves.reading",
    "read_wave": "padai.waves.reading",
    "stack": "padai.waves.stacking",
    "write_wave": "padai.waves.write_back",
}

__all__ = ["Stack", "Wave", "read_delivery", "read_wave", "stack", "write_wave"]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'padai.waves' has no attribute {name!r}")
