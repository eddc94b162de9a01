"""Lists of records: the deposit, and the numbers of a draw by lot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.outsider.claims import RECORD, Claim
from tests.outsider.figures import Place
from tests.outsider.questionnaire import Questionnaire
from tests.outsider.reading.open_data import rows_of

CLASS = 10
"""As many records must be alike in all that others may know of them."""


def attack_deposit(folder: Path, asked: Questionnaire, place: Place) -> Iterator[Claim]:
    """Count the records that groups and the weight, together, tell apart.

    Whoever knows who took part, or holds the sampling file, knows both.
    """
    for path in sorted(folder.rglob("*.csv")):
        rows = rows_of(path)
        if not rows or path.parent.name not in ("depot", "deposit"):
            continue
        weights = [name for name in rows[0] if "weight" in name or "poids" in name]
        profile = [name for name in rows[0] if name in asked.groups] + weights
        if not weights:
            continue
        classes = Counter(tuple(row[name] for name in profile) for row in rows)
        alone = sum(n for n in classes.values() if n == 1)
        few = sum(n for n in classes.values() if n < CLASS)
        if few:
            yield Claim(
                RECORD,
                place,
                (),
                few,
                few,
                f"{path.name} holds {alone} records that nobody else is like in "
                f"{', '.join(profile)}, and {few} in classes under {CLASS}",
                facts=(("alone", alone), ("few", few), ("file", path.name)),
            )


def attack_draw(folder: Path, place: Place) -> Iterator[Claim]:
    """Count the numbers of a published list that are alone in their cell."""
    for path in sorted(folder.rglob("*.csv")):
        rows = rows_of(path)
        if not rows or not {"number", "cell"} <= set(rows[0]):
            continue
        cells = Counter(row["cell"] for row in rows)
        alone = [cell for cell, n in cells.items() if n == 1]
        if alone:
            yield Claim(
                RECORD,
                place,
                (),
                len(alone),
                len(alone),
                f"{path.name} gives {len(cells)} codes to {len(rows)} numbers; {len(alone)} "
                "codes stand for one person",
                facts=(("cells", len(cells)), ("alone", len(alone)), ("draw", str(path.parent))),
            )
