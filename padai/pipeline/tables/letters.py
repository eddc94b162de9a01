"""Which groups of a breakdown each group is above, for the data tables."""

from __future__ import annotations

import numpy as np
import pandas as pd

from padai.disclosure import HIDING
from padai.estimation import column_letters
from padai.results import Estimates
from padai.store import COLUMNS

_CELL = ["wave", "question", "response", "breakdown", "group"]
_PLACE = ["part", "question", "response", "breakdown", "group"]


def letters_table(estimates: list[Estimates], part: str, shown: pd.DataFrame) -> pd.DataFrame:
    """Return the letters of a part's groups, one row a group and response.

    Parameters
    ----------
    estimates
        Of one wave, with their respondents.
    shown
        The estimates of the part as they are published. No pair with a withheld cell is tested.
    """
    hidden = shown[shown["flag"].isin(HIDING)]
    keys = set(hidden[_CELL].astype(str).itertuples(index=False, name=None))
    frames = []
    for each in estimates:
        cells = each.frame[_CELL].astype(str).itertuples(index=False, name=None)
        withheld = np.array([cell in keys for cell in cells], dtype=bool)
        frames.append(column_letters(each, withheld=withheld).frame)
    whole = pd.concat(frames, ignore_index=True).assign(part=part)
    texts = {c: str for c in COLUMNS["letters"]}
    return whole[COLUMNS["letters"]].astype(texts)[whole["letter"] != ""]


def letters_of_shown(letters: pd.DataFrame, estimates: pd.DataFrame) -> pd.DataFrame:
    """Return letters in which no cell that is withheld takes part.

    Parameters
    ----------
    letters
        As :func:`letters_table` gives them.
    estimates
        The store's estimates, as they are published.
    """
    if not len(letters):
        return letters
    shown = estimates[estimates["estimate"].notna()]
    known = pd.MultiIndex.from_frame(shown[_PLACE].astype(str))
    kept = letters[pd.MultiIndex.from_frame(letters[_PLACE]).isin(known)]
    table = ["part", "question", "response", "breakdown"]
    there = kept.groupby(table, sort=False)["letter"].agg(set)
    visible = pd.MultiIndex.from_frame(kept[table]).map(there.to_dict())
    above = [
        " ".join(letter for letter in letters_above.split() if letter in allowed)
        for letters_above, allowed in zip(kept["above"], visible, strict=True)
    ]
    return kept.assign(above=above).reset_index(drop=True)
