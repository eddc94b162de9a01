"""Waves that were corrupted on their way: files that can be read, and are not what was sent.

What the definition announces of a delivery is its hash, its number of rows and the sum of its
weights. Any change is caught by the hash; where only rows, or only weights, are announced, what
concerns them is caught still.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from padai.errors import DataError, FindingsError
from padai.survey import load_survey
from padai.validation import validate
from padai.waves import read_delivery
from tests.builders import mini, respondents, write_wave_file

Change = Callable[[pd.DataFrame, np.random.Generator], pd.DataFrame]
WAVE = "2025"
ENDINGS = (".csv", ".sav", ".zsav", ".dta", ".parquet")
_FILE = f"file: m{WAVE}"


def _one_answer(rows: pd.DataFrame, chance: np.random.Generator) -> pd.DataFrame:
    place = int(chance.integers(len(rows)))
    rows.loc[place, "trust"] = 1.0 + rows.loc[place, "trust"] % 4
    return rows


def _two_people(rows: pd.DataFrame, chance: np.random.Generator) -> pd.DataFrame:
    one, other = rows.index[chance.choice(len(rows), 2, replace=False)]
    exchanged = rows.loc[[other, one], "age"].to_numpy()
    rows.loc[[one, other], "age"] = exchanged + np.array([0.0, 1.0])
    return rows


def _last_decimal(rows: pd.DataFrame, chance: np.random.Generator) -> pd.DataFrame:
    rows.loc[int(chance.integers(len(rows))), "w"] += 0.001
    return rows


def _another_order(rows: pd.DataFrame, chance: np.random.Generator) -> pd.DataFrame:
    return rows.iloc[chance.permutation(len(rows))].reset_index(drop=True)


def _rows_lost(rows: pd.DataFrame, chance: np.random.Generator) -> pd.DataFrame:
    return rows.iloc[: len(rows) - int(chance.integers(1, 20))]


def _a_row_lost(rows: pd.DataFrame, chance: np.random.Generator) -> pd.DataFrame:
    return rows.drop(int(chance.integers(len(rows)))).reset_index(drop=True)


def _rows_more(rows: pd.DataFrame, chance: np.random.Generator) -> pd.DataFrame:
    more = rows.sample(int(chance.integers(1, 5)), random_state=chance)
    return pd.concat([rows, more.assign(id=more["id"] + 100_000)], ignore_index=True)


def _in_thousands(rows: pd.DataFrame, chance: np.random.Generator) -> pd.DataFrame:
    return rows.assign(w=rows["w"] * chance.choice([0.001, 0.01, 100.0, 1000.0]))


def _one_weight(rows: pd.DataFrame, chance: np.random.Generator) -> pd.DataFrame:
    rows.loc[int(chance.integers(len(rows))), "w"] += chance.uniform(1, 5)
    return rows


def _rounded_weights(rows: pd.DataFrame, chance: np.random.Generator) -> pd.DataFrame:
    return rows.assign(w=np.ceil(rows["w"]))


CHANGES: tuple[tuple[str, tuple[Change, ...]], ...] = (
    ("hash", (_one_answer, _two_people, _last_decimal, _another_order, _rows_lost, _in_thousands)),
    ("n", (_rows_lost, _a_row_lost, _rows_more)),
    ("weights", (_in_thousands, _one_weight, _rounded_weights)),
)
"""What is announced, and what then has to be noticed."""


def corrupted(folder: Path, turn: int) -> str:
    """Deliver a changed wave and return what noticed it: nothing, where nothing did.

    Returns
    -------
    str
        ``"hash"``, ``"n"`` or ``"weights"``; empty where the wave was accepted.
    """
    chance = np.random.default_rng(turn)
    announced, changes = CHANGES[turn % len(CHANGES)]
    change = changes[turn // len(CHANGES) % len(changes)]
    ending = ENDINGS[turn % len(ENDINGS)]
    rows = respondents(seed=turn + 2, first_id=1001)
    sent = write_wave_file(rows, folder / f"sent{ending}")
    said = {
        "hash": f"sha256: {hashlib.sha256(sent.read_bytes()).hexdigest()}",
        "n": f"n: {len(rows)}",
        "weights": f"weight_total: {rows['w'].sum():.6f}",
    }[announced]
    survey = mini(
        folder,
        {WAVE: rows},
        ending=ending,
        replace={f"{_FILE}{ending}": f"{_FILE}{ending}\n    {said}"},
    )
    # the same bytes: a file written a second later says so in its head
    (survey / "data" / f"m{WAVE}{ending}").write_bytes(sent.read_bytes())
    loaded = load_survey(survey)
    assert validate(read_delivery(loaded, WAVE), stage="delivered").ok  # what was sent is accepted
    write_wave_file(change(rows.copy(), chance), survey / "data" / f"m{WAVE}{ending}")
    return _noticed(loaded)


def _noticed(survey: object) -> str:
    try:
        found = validate(read_delivery(survey, WAVE), stage="delivered")  # type: ignore[arg-type]
        found.raise_if_failed()
    except DataError as error:
        return "hash" if "SHA-256" in error.texts["en"] else "n"
    except FindingsError as error:
        return "weights" if "weight_total" in error.texts["en"] else ""
    return ""
