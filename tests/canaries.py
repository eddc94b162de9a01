"""Signs that no published file may hold: identifiers and open answers that one respondent gave."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.unpacking import unpacked

WAVE = "2025"


def plant(survey: Path, *, word: bool = True) -> list[str]:
    """Give each respondent of the example's last wave an identifier, and some an open answer.

    Returns
    -------
    list of str
        What was planted. The words are such as the cleaning of open answers lets through.
    """
    import pyreadstat

    path = survey / "data" / f"example-{WAVE}.sav"
    frame, meta = pyreadstat.read_sav(str(path), user_missing=True)
    ids = [f"Canari{k:04}Z" for k in range(len(frame))]
    frame["respondent"] = ids
    words = [f"zebrecanari{chr(97 + k // 26)}{chr(97 + k % 26)}" for k in range(60)]
    words += ["514-555-0147 canari", "a@canari.invalid", "Mon voisin Canarius m’a dit que"]
    if word:
        frame.loc[frame.index[: len(words)], "word"] = words
    pyreadstat.write_sav(
        frame,
        str(path),
        column_labels=meta.column_names_to_labels,
        variable_value_labels=meta.variable_value_labels,
        missing_ranges=meta.missing_ranges,
        variable_measure=meta.variable_measure,
    )
    definition = survey / "waves" / f"{WAVE}.yaml"
    text = definition.read_text(encoding="utf-8")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    definition.write_text(re.sub(r"sha256: \w{64}", f"sha256: {digest}", text), encoding="utf-8")
    return [*ids, *words]


def leaks(folder: Path, planted: Sequence[str]) -> Iterator[str]:
    """Yield the name of each file, or part of one, that holds something planted."""
    signs = re.compile("|".join(re.escape(sign) for sign in planted).encode(), re.IGNORECASE)
    for name, content in unpacked(folder):
        if signs.search(content):
            yield name
