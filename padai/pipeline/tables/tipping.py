"""What would make each headline finding false, as the store has it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import pandas as pd

from padai.pipeline.parts.facts import tells_of_few
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.tables.explanation import MAIN, TOTAL, headlines_judged, of_waves
from padai.pipeline.tables.one_base import told_of_one_base
from padai.results import Differences
from padai.store import COLUMNS
from padai.survey import Survey
from padai.trends.assumptions import RHO, UNKNOWN
from padai.trends.pairs import keys_of
from padai.trends.tipping import tipping_points
from padai.trends.verdicts import NOT_COMPARABLE


def tipping_table(
    survey: Survey,
    parts: Mapping[str, Prepared],
    changes: Sequence[Differences],
    tables: Mapping[str, pd.DataFrame],
) -> pd.DataFrame:
    """Say of every headline change that has a verdict what would make it false.

    Parameters
    ----------
    parts
        The weighted waves of each part; headlines are those of the main one.
    changes
        The changes of the main part between its last two waves, still attached.
    tables
        The disclosed tables of the store. A headline of which the comparison is withheld, or which
        a break forbids, has no row.

    Notes
    -----
    How “don't know” would have to be shared out is told of totals alone, and neither of a sensitive
    question nor of one that has a withheld cell: it is another base of the same people. The
    correlation of inclusion rests on the weights of the base: it is told of totals alone, and not
    of a wave whose spread of weights is not.
    """
    columns = COLUMNS["tipping"]
    wanted = {*headlines_judged(survey, parts, tables["differences"])}
    wanted |= _of_groups(survey, parts, tables["differences"])
    few = {w.id for w in parts[MAIN].waves if tells_of_few(w)} if wanted else set()
    frames = (
        [_tipping_shown(survey, each, wanted, tables, few) for each in changes] if wanted else []
    )
    kept = [frame for frame in frames if len(frame)]
    if not kept:
        return pd.DataFrame(columns=columns)
    frame = pd.concat(kept, ignore_index=True)
    marks = [("true" if s else "false") if pd.notna(s) else "" for s in frame["stands"]]
    return frame.assign(part=MAIN, stands=marks)[columns].astype(object)


def _of_groups(
    survey: Survey, parts: Mapping[str, Prepared], differences: pd.DataFrame
) -> set[tuple[str, str, str, str]]:
    """Return the key results of a group that have a verdict and are shown."""
    asked = {(k.question, k.net, k.breakdown, k.group) for k in survey.key_results}
    asked = {key for key in asked if key[2] != TOTAL}
    if not asked or MAIN not in parts or len(parts[MAIN].waves) < 2:
        return set()
    last, before = parts[MAIN].last.id, parts[MAIN].waves[-2].id
    mine = of_waves(differences, last, before)
    judged = mine["estimate"].notna() & ~mine["verdict"].isin(("", NOT_COMPARABLE))
    return asked & set(keys_of(mine[judged]))


def _tipping_shown(
    survey: Survey,
    changes: Differences,
    wanted: set[tuple[str, str, str, str]],
    tables: Mapping[str, pd.DataFrame],
    few: Collection[str],
) -> pd.DataFrame:
    verdicts = changes.frame["verdict"].to_numpy(object)
    rows = [
        k
        for k, key in enumerate(keys_of(changes.frame))
        if key in wanted and verdicts[k] not in ("", NOT_COMPARABLE)
    ]
    if not rows:
        return pd.DataFrame(columns=COLUMNS["tipping"])
    frame = tipping_points(changes, rows=rows, choices=tables["robustness"]).frame
    whole = (frame["breakdown"] == TOTAL).to_numpy(bool)
    inner = frame["assumption"].isin((RHO, UNKNOWN)).to_numpy(bool)
    alone = {q: told_of_one_base(survey, q, tables) for q in frame["question"].unique()}
    unsaid = np.array([alone[q] for q in frame["question"]], dtype=bool)
    hidden = (inner & ~whole) | ((frame["assumption"] == UNKNOWN).to_numpy(bool) & unsaid)
    hidden |= ((frame["assumption"] == RHO) & frame["of_wave"].isin(few)).to_numpy(bool)
    result: pd.DataFrame = frame[~hidden]
    return result
