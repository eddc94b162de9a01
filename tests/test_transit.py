"""What arrives otherwise than it was sent is noticed, by what the definition announces of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.transit import CHANGES, corrupted

WAVES = 50


@pytest.mark.parametrize("first", range(0, WAVES, 25))
def test_a_wave_that_was_changed_on_its_way_is_noticed(first: int, tmp_path: Path) -> None:
    for turn in range(first, first + 25):
        folder = tmp_path / str(turn)
        folder.mkdir()
        assert corrupted(folder, turn) == CHANGES[turn % len(CHANGES)][0], turn
