"""Versions that were withdrawn: what other files still say of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.outsider.claims import WITHDRAWN, Claim
from tests.outsider.figures import Place
from tests.outsider.reading.open_data import rows_of

_NOTICES = ("retrait.json", "avis.html")
"""What stands in the place of a version that was withdrawn."""


def attack_withdrawals(wave: Path, place: Place) -> Iterator[Claim]:
    """Read the figures of withdrawn versions in the lists of corrections of the others.

    Parameters
    ----------
    wave
        The folder that holds the versions of a wave.
    """
    versions = [path for path in sorted(wave.glob("v*")) if path.is_dir()]
    gone = {path.name for path in versions if any((path / name).is_file() for name in _NOTICES)}
    for path in versions:
        rows = (
            rows_of(path / "open" / "corrections.csv")
            if (path / "open" / "corrections.csv").is_file()
            else []
        )
        for version in sorted(gone):
            left = [
                row
                for row in rows
                if row.get("old") and row.get("corrects", "").endswith(f"/{version}")
            ]
            if left:
                yield Claim(
                    WITHDRAWN,
                    place,
                    (),
                    len(left),
                    len(left),
                    f"corrections.csv of {path.name} gives {len(left)} figures of {version}, "
                    "which was withdrawn",
                    facts=(("version", version),),
                )
