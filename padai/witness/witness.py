"""A witness: a program, the data that it reads, and the figures that it is held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from padai.errors import WitnessError, language, nearest
from padai.witness.calls import stata_calls, svy_calls
from padai.witness.r import r_script
from padai.witness.sample_data import NUMBERS, Figure, WitnessSample
from padai.words import Said, say

if TYPE_CHECKING:
    import pandas as pd

KINDS = ("r", "stata", "svy")
NAMES = {"r": "witness.R", "stata": "witness.do", "svy": "witness_svy.py"}
DATA, EXPECTED = "data.csv", "expected.csv"
_IGNORED = "# Answers of single people: never in a repository.\n*\n"


@dataclass(frozen=True, eq=False)
class Witness:
    """The same figures for another program to work out.

    Attributes
    ----------
    kind : str
        ``r``, ``stata`` or ``svy``.
    script : str
        The program. That for R ends with a table of differences; the others are calls, which
        padai has not run.
    data : pandas.DataFrame
        What it reads, as texts: design, margins of the calibration, answers; no identifier.
    expected : pandas.DataFrame
        padai's figures at full precision, one a row.
    """

    kind: str
    script: str
    data: pd.DataFrame
    expected: pd.DataFrame

    def __repr__(self) -> str:
        return say(
            "witness-shown",
            language(),
            language=NAMES[self.kind],
            figures=len(self.expected),
            rows=len(self.data),
        )

    def write(self, folder: str | Path) -> list[Path]:
        """Write script, data and expected figures into a folder, which git is told to ignore.

        Parameters
        ----------
        folder
            Made where it is not there.

        Returns
        -------
        list of Path
            The script, the data, the expected figures.

        Raises
        ------
        WitnessError
            The folder holds something else.
        """
        place = Path(folder)
        _refuse_others(place)
        place.mkdir(parents=True, exist_ok=True)
        paths = [place / name for name in (NAMES[self.kind], DATA, EXPECTED)]
        texts = [self.script, *(t.to_csv(index=False) for t in (self.data, self.expected))]
        for path, text in zip([*paths, place / ".gitignore"], [*texts, _IGNORED], strict=True):
            path.write_text(text, encoding="utf-8", newline="\n")
        return paths


def _refuse_others(folder: Path) -> None:
    """Refuse a folder that is not a witness's own: git would no longer see what it holds."""
    ignored = folder / ".gitignore"
    own = ignored.is_file() and ignored.read_text(encoding="utf-8", errors="replace") == _IGNORED
    name = folder.resolve().name
    if folder.exists() and not (own or (folder.is_dir() and not any(folder.iterdir()))):
        raise WitnessError(
            Said("witness-holds-something-else-name-a-folder-that-4990", name=name),
        )


def witness_of(
    samples: Sequence[WitnessSample],
    figures: Sequence[Figure],
    *,
    kind: str = "r",
    level: float = 0.95,
    title: str = "",
    lang: str = "fr",
) -> Witness:
    """Write a witness.

    Parameters
    ----------
    samples
        The parts.
    figures
        The figures; keys are distinct.
    kind
        Of :data:`KINDS`.
    level
        Confidence level.
    title
        Whose figures they are.
    lang
        The language of comments.

    Raises
    ------
    WitnessError
        There is no such kind, or the other program has no such design.
    """
    if kind not in KINDS:
        hint = nearest(str(kind), KINDS)
        raise WitnessError(
            Said(
                "witness-witness-there-is-no-such-witness-choose",
                kind=repr(kind),
                kinds=", ".join(KINDS),
                hint=hint,
            ),
        )
    write = {"r": r_script, "stata": stata_calls, "svy": svy_calls}[kind]
    script = write(samples, figures, level, title, lang)
    return Witness(kind, script, data_of(samples), expected_of(figures))


def data_of(samples: Sequence[WitnessSample]) -> pd.DataFrame:
    """Return the data of all parts in one table of texts; what a part lacks is empty."""
    import pandas as pd

    frames = []
    for sample in samples:
        n = len(next(iter(sample.columns.values()))) if sample.columns else 0
        wave = np.empty(n, dtype=object)
        for each in sample.waves:
            wave[each.rows] = each.id
        frames.append(pd.DataFrame({"part": sample.part, "wave": wave, **sample.columns}))
    return pd.concat(frames, ignore_index=True).fillna("").astype(str)


def expected_of(figures: Sequence[Figure]) -> pd.DataFrame:
    """Return padai's figures, one a row, with the reason of those that are not worked out again."""
    import pandas as pd

    rows = [
        {"key": f.key, **{n: float(f.expected[n]) for n in NUMBERS}, "left_out": f.why}
        for f in figures
    ]
    return pd.DataFrame(rows, columns=["key", *NUMBERS, "left_out"])
