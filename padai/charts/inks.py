"""The inks and the sizes of letters that every chart begins with."""

from __future__ import annotations

INK = "#1d2b3f"
SOFT = "#5a6675"
SIZE = 9.6
SMALL = 8.4
