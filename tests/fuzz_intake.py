"""Mutate files and read them: ``python -m tests.fuzz_intake 20000`` (not part of the suite).

Data files, questionnaires of other tools and definitions are mutated in turn. Ends with the number
of each that were read and refused; stops at the first that works for over ten seconds, or ends in
anything but one message.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from padai.errors import PadaiError
from padai.interchange import export, init_from
from padai.survey import load_survey
from padai.waves.intake import read_data_file
from padai.waves.readers import WALL_SECONDS
from tests.builders import mini, respondents, write_wave_file
from tests.test_bad_input import misspelt, mutated
from tests.test_forms import CHOICES, OLD, qsf

DATA = (".sav", ".zsav", ".dta", ".csv", ".parquet")
BINARY = (".sav", ".zsav", ".dta", ".parquet", ".xlsx")
DEFINITION = ("survey.yaml", "questionnaire.yaml", "waves/2025.yaml", "targets/2025.csv")
LONGEST = 10.0
SEED = 20_251_124


def sources(folder: Path) -> dict[str, tuple[bytes, Callable[[bytes], object]]]:
    """Return, by kind of file, a whole one and what reads a mutant of it."""

    def data(ending: str) -> tuple[bytes, Callable[[bytes], object]]:
        path = folder / f"m{ending}"
        whole = write_wave_file(respondents(20), folder / f"whole{ending}").read_bytes()
        return whole, lambda content: (path.write_bytes(content), read_data_file(path))

    def form(ending: str, whole: bytes) -> tuple[bytes, Callable[[bytes], object]]:
        path, made = folder / f"form{ending}", folder / "made"

        def read(content: bytes) -> None:
            path.write_bytes(content)
            shutil.rmtree(made, ignore_errors=True)
            init_from(made, [path])
            load_survey(made / "surveys" / "made")

        return whole, read

    survey = mini(folder / "definition")

    def definition(name: str) -> tuple[bytes, Callable[[bytes], object]]:
        path = survey / name
        whole = path.read_bytes()

        def read(content: bytes) -> None:
            path.write_bytes(content)
            try:
                load_survey(survey).targets("2025")
            finally:
                path.write_bytes(whole)

        return whole, read

    loaded = load_survey(survey)
    forms = {
        ".xlsx": export(loaded, "xlsform", folder / "whole.xlsx").read_bytes(),
        ".xml": export(loaded, "ddi", folder / "whole.xml").read_bytes(),
        ".lss": OLD.encode(),
        ".qsf": qsf({"QuestionID": "QID1", "QuestionType": "MC", "Choices": CHOICES}).encode(),
    }
    return {
        **{ending: data(ending) for ending in DATA},
        **{ending: form(ending, whole) for ending, whole in forms.items()},
        **{Path(name).name: definition(name) for name in DEFINITION},
    }


def fuzz(count: int, seed: int) -> Counter[tuple[str, str]]:
    """Read `count` mutants; return how many of each kind were read and refused."""
    chance = random.Random(seed)
    ended: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        kinds = sources(Path(folder))
        names = list(kinds)
        for turn in range(count):
            name = names[turn % len(names)]
            whole, read = kinds[name]
            binary = name in BINARY or turn // len(names) % 2 == 0
            mutant = (mutated if binary else misspelt)(whole, chance)
            what = f"mutant {turn} of seed {seed} ({name})"
            begun, worked = time.monotonic(), processor_time()
            ended[name, outcome_of(read, mutant, what)] += 1
            # On a busy machine the clock runs on; work, or a wait without work, is what counts.
            if processor_time() - worked > LONGEST or time.monotonic() - begun > WALL_SECONDS:
                sys.exit(f"{what} took longer than {LONGEST:.0f} s")
    return ended


def processor_time() -> float:
    """Return the seconds of processor time of this process and of those that it ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def outcome_of(read: Callable[[bytes], object], mutant: bytes, what: str) -> str:
    """Read one mutant; say whether it was read or refused."""
    try:
        read(mutant)
    except PadaiError:
        return "refused"
    except Exception:
        sys.stderr.write(f"{what}:\n")
        raise
    return "read"


def table(ended: Counter[tuple[str, str]]) -> str:
    """Return the counts as a table in Markdown."""
    names = list(dict.fromkeys(name for name, _ in ended))
    rows = [f"| {n} | {ended[n, 'read']:,} | {ended[n, 'refused']:,} |" for n in sorted(names)]
    total = sum(ended.values())
    return "\n".join(["| file | read | refused |", "|---|--:|--:|", *rows, f"\n{total:,} mutants."])


if __name__ == "__main__":
    sys.stdout.write(table(fuzz(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000, SEED)) + "\n")
