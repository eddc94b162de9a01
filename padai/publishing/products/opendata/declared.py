"""What was declared of the findings of the further tables: said of each row that has a verdict.

Comparisons and whole periods bear it in the store. The tables that try a comparison otherwise take
it from there; indices and models from what the release tells of their own declaration.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from padai.publishing.basis.lookup import TOTAL
from padai.store import Store
from padai.store.files import rows_in

_OF_CHANGES = ("robustness", "tipping", "decomposition", "participation_model", "quality")
_KEY = ["part", "wave", "reference", "question", "response"]
_LEAST_FIRST = ("proposed", "found", "changed", "asserted", "published", "stamped")
"""Of two declarations that a verdict rests on, the one that claims least is told."""
DECLARED_BESIDE = (*_OF_CHANGES, "indices", "small_areas")
"""The tables to which what was declared is added."""


def with_declared(store: Store, name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return a table with the column ``declared``, empty for what has no finding.

    Parameters
    ----------
    name
        A name of :data:`DECLARED_BESIDE`.
    frame
        That table of the store, every value a text.
    """
    beside = {k: str(v["code"]) for k, v in _beside(store).items()}
    codes: Iterator[str]
    if name == "indices":
        codes = (beside.get(f"index {index}", "") for index in frame["index"])
    elif name == "small_areas":
        codes = (beside.get(f"model {model}", "") for model in frame["model"])
    else:
        codes = _of_changes(store, frame)
        if name == "participation_model":
            own = beside.get("model participation", "")
            codes = (_least(code, own) if code else "" for code in codes)
    judged = frame["verdict"] if "verdict" in frame else frame["estimate"]
    grades = [c if verdict else "" for c, verdict in zip(codes, judged, strict=True)]
    return frame.assign(declared=pd.Series(grades, index=frame.index, dtype=str))


def _beside(store: Store) -> Mapping[str, Mapping[str, object]]:
    grades: Mapping[str, Mapping[str, object]] = (store.facts.get("declared") or {}).get(
        "beside", {}
    )
    return grades


def _of_changes(store: Store, frame: pd.DataFrame) -> Iterator[str]:
    """Yield of each row what was declared of the change that it is about."""
    changes = store.tables["differences"]
    place = [*_KEY, "breakdown", "group"]
    known = dict(zip(rows_in(changes[place]), changes["declared"], strict=True))
    # the breakdown of a decomposition is what the change of the total is parted by
    by_group = "assumption" in frame
    for row in rows_in(frame[place if by_group else _KEY]):
        yield str(known.get(row if by_group else (*row, TOTAL, TOTAL), ""))


def _least(*codes: str) -> str:
    known = [code for code in codes if code]
    return min(known, key=_LEAST_FIRST.index) if known else ""
