"""Mutate data files and read them: ``python -m tests.fuzz_intake 20000`` (not part of the suite).

Ends with the number of mutants read and refused; stops at the first that takes over ten seconds,
or ends in anything but one message.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from padai.errors import DataError
from padai.waves.intake import read_data_file
from tests.builders import respondents, write_wave_file
from tests.test_bad_input import mutated

ENDINGS = (".sav", ".zsav", ".dta", ".csv", ".parquet")
LONGEST = 10.0


def fuzz(count: int, seed: int) -> Counter[str]:
    """Read `count` mutants; return how many of each format were read and refused."""
    chance = random.Random(seed)
    ended: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        whole = {
            e: write_wave_file(respondents(20), Path(folder) / f"whole{e}").read_bytes()
            for e in ENDINGS
        }
        for turn in range(count):
            ending = ENDINGS[turn % len(ENDINGS)]
            path = Path(folder) / f"m{ending}"
            path.write_bytes(mutated(whole[ending], chance))
            begun = time.monotonic()
            try:
                read_data_file(path)
                ended[f"{ending} read"] += 1
            except DataError:
                ended[f"{ending} refused"] += 1
            took = time.monotonic() - begun
            if took > LONGEST:
                sys.exit(f"mutant {turn} of seed {seed} took {took:.0f} s")
    return ended


if __name__ == "__main__":
    total = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    for name, number in sorted(fuzz(total, seed=20_251_124).items()):
        print(f"{name}: {number}")
