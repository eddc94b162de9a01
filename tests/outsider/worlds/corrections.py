"""Corrections of a world's answers: by one person, and by an error that concerned many."""

from __future__ import annotations

from tests.outsider.worlds.generator import Row, World, people


def left_out(world: World, which: int) -> list[Row]:
    """Return the answers without those of one person."""
    rows = people(world)
    del rows[which]
    return rows


def miscoded(world: World) -> list[Row]:
    """Return the answers with an error that concerned many: one code in the place of another.

    In every group that is printed, somebody's: at least ten, or nobody.
    """
    rows = people(world)
    common = [row for row in rows if row["gender"] in "12" and row["health"] == "2"
              and row["region"] != f"r{world.regions}"]  # fmt: skip
    for row in common:
        row["trust"] = {"1": "2", "2": "1"}.get(row["trust"], row["trust"])
    return rows
