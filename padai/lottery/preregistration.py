"""What was made public before a draw's seed was known, and has not changed since."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from padai.errors import DataError
from padai.survey.panels import DrawDef
from padai.words import Said

NUMBERS = "numeros.csv"


def written(frame: pd.DataFrame) -> bytes:
    """Return a table of a draw as the bytes that go out, and whose SHA-256 is announced."""
    return frame.to_csv(index=False, lineterminator="\n").encode()


def check_announced(rule: DrawDef, hashes: Mapping[str, str], where: str) -> None:
    """Refuse files other than those that were announced before the seed was known.

    Raises
    ------
    DataError
        With the files that changed.
    """
    if rule.announced is None:
        return
    names = {"volunteers": rule.pool, "lottery": rule.lottery, "numbers": NUMBERS}
    changed = [names[k] for k, v in hashes.items() if getattr(rule.announced, k) != v]
    if changed:
        listed, day = ", ".join(changed), rule.announced.date
        raise DataError(
            Said("pipeline-not-what-was-announced-on-the-sha-256", listed=listed, day=day),
            where=where,
        )
