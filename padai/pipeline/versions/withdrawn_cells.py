"""Cells that were withdrawn: which tables go with them, and what is left of tables without them.

What was withdrawn once stays so. A later version, and the series of a later edition, tell of the
same people, and would print the very figures again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from padai.disclosure import REASONS
from padai.disclosure.confidentiality import CONFIDENTIAL
from padai.errors import PublicationError, Said
from padai.pipeline.machinery.atomic_swap import write_whole
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.versions.addresses import ALL, KEYS, TOTAL, Address
from padai.pipeline.versions.corrections import Results
from padai.pipeline.versions.life import EarlierStore, records_before
from padai.pipeline.versions.withdrawn_participation import (
    gone_of_people,
    left_of_people,
    named_now,
    people_shown,
)
from padai.store import COLUMNS, INSIDE, NUMERIC, Store, open_store
from padai.survey import Survey
from padai.survey.releases import ReleaseRecord

WITHDRAWN_TABLES = "withdrawn-tables.csv"
"""Which tables a version withheld whole, in the inside of what is left of it."""
_LEVELS = ("estimates", "trends", "differences")
_ROWS = (
    "letters", "robustness", "tipping", "decomposition", "slopes", "corrections", "words",
    "small_areas",
    "validation_items", "participation_model", "quality", "plan", "selected",
)  # fmt: skip
"""Tables of which the rows that rest on a withdrawn cell go."""


def widened(addresses: Iterable[Address], survey: Survey) -> list[Address]:
    """Return the tables that hold cells: all responses and groups, and the table read otherwise.

    With a breakdown go the others made of the same question: a zone of one region is that region.
    With the total of a question goes all that adds up to it: its groups, and the bases of those
    groups that are made of its answers.
    """
    addresses_in_all: dict[Address, None] = {}
    for one in addresses:
        if one.breakdown in (ALL, TOTAL):
            addresses_in_all |= dict.fromkeys(_whole_question(one, survey))
            continue
        addresses_in_all[Address(one.part, one.wave, one.question, ALL, one.breakdown, ALL)] = None
        for name in one.breakdown.split("*"):
            if not survey.has_breakdown(name):
                continue
            asked = survey.breakdown(name).question
            for other in survey.breakdowns:
                if other.question == asked:
                    addresses_in_all[
                        Address(one.part, one.wave, one.question, ALL, other.id, ALL)
                    ] = None
                if one.question in (other.question, ALL):
                    addresses_in_all[Address(one.part, one.wave, asked, ALL, other.id, ALL)] = None
    return list(addresses_in_all)


def _whole_question(one: Address, survey: Survey) -> Iterator[Address]:
    yield Address(one.part, one.wave, one.question)
    for other in survey.breakdowns:
        if other.question == one.question:
            yield Address(one.part, one.wave, breakdown=other.id)


def _matches(frame: pd.DataFrame, tables: Sequence[Address]) -> np.ndarray[Any, Any]:
    hit = np.zeros(len(frame), dtype=bool)
    for one in tables:
        mine = np.ones(len(frame), dtype=bool)
        for key in ("part", "question"):
            if key in frame.columns and getattr(one, key) != ALL:
                mine = mine & (frame[key].astype(str) == getattr(one, key)).to_numpy()
        if one.wave != ALL and "wave" in frame.columns:
            waves = (frame["wave"].astype(str) == one.wave).to_numpy()
            if "reference" in frame.columns:
                waves = waves | (frame["reference"].astype(str) == one.wave).to_numpy()
            if "first_wave" in frame.columns:  # a slope rests on every wave
                waves = np.ones(len(frame), dtype=bool)
            mine = mine & waves
        if one.question == ALL and one.breakdown != ALL and "breakdown" not in frame.columns:
            continue  # it is of everybody
        if one.breakdown != ALL and "breakdown" in frame.columns:
            # the total stays, and what is crossed with the breakdown goes with it
            mine = mine & np.array(
                [
                    one.breakdown in (str(b), *str(b).split("*"))
                    for b in frame["breakdown"].astype(str)
                ],
                dtype=bool,
            ).reshape(len(frame))
        hit = hit | mine
    return hit


def shown_in(store: Store, tables: Sequence[Address]) -> int:
    """Count the figures of some tables that a store shows."""
    total = 0
    for name in (*_LEVELS, *_ROWS):
        frame = store.tables[name]
        if len(frame):
            hit = _matches(frame, tables)
            shown = frame["estimate"].notna().to_numpy() if "estimate" in frame else True
            total += int((hit & shown).sum())
    return total + people_shown(store, tables)


def without(store: Store, tables: Sequence[Address]) -> dict[str, pd.DataFrame]:
    """Return the tables of a store without the cells of some tables."""
    return _left(store.tables, store.survey, store.wave, tables)


def _left(
    by_table: Mapping[str, pd.DataFrame], survey: Survey, wave: str, tables: Sequence[Address]
) -> dict[str, pd.DataFrame]:
    left = dict(by_table)
    for name in (n for n in _LEVELS if n in left):
        frame = left[name].copy()
        hit = _matches(frame, tables)
        numbers = [c for c in COLUMNS[name] if c in NUMERIC and c not in ("family_size", "margin")]
        frame.loc[hit, numbers] = np.nan
        frame.loc[hit, ["flag", "reason"]] = [CONFIDENTIAL, REASONS[CONFIDENTIAL]]
        if "verdict" in frame.columns:
            frame.loc[hit & (frame["verdict"] != "not comparable").to_numpy(), "verdict"] = ""
        left[name] = frame
    for name in (n for n in _ROWS if n in left):
        frame = left[name]
        if len(frame):
            left[name] = frame[~_matches(frame, tables)].reset_index(drop=True)
    if "indices" in left:
        left["indices"] = _indices_left(left["indices"], survey, tables)
    if "weighting" in left:
        left["weighting"] = _weighting_left(left["weighting"], survey, wave, tables)
    return left | left_of_people(by_table, survey, wave, tables)


def _indices_left(frame: pd.DataFrame, survey: Survey, tables: Sequence[Address]) -> pd.DataFrame:
    """Return what is told of indices without those of which an item was withdrawn, wave by wave."""
    if not len(frame):
        return frame
    of = {index.id: index.items for index in survey.indices}
    gone = np.zeros(len(frame), dtype=bool)
    for one in tables:
        mine = [i for i, items in of.items() if one.question == ALL or one.question in items]
        hit = frame["index"].astype(str).isin(mine)
        for key, columns in (("part", ["part"]), ("wave", ["wave", "reference"])):
            if (wanted := getattr(one, key)) != ALL:
                # an alpha or a loading of all waves names none
                texts = frame[columns].astype(object).where(frame[columns].notna(), "").astype(str)
                hit &= (texts == wanted).any(axis=1) | (texts == "").all(axis=1)
        if one.breakdown not in (ALL, TOTAL):  # of groups: the tests between them alone
            hit &= frame["by"].astype(str) == one.breakdown
        gone |= hit.to_numpy(bool)
    return frame[~gone].reset_index(drop=True)


def _weighting_left(
    frame: pd.DataFrame, survey: Survey, wave: str, tables: Sequence[Address]
) -> pd.DataFrame:
    """Return margins without the shares of a question, or of groups, that were withdrawn whole."""
    if not len(frame):
        return frame
    mine = [one for one in tables if one.wave in (ALL, wave)]
    hit = [
        any(_told_by_margin(one, part, margin.split("*"), survey) for one in mine)
        for part, margin in zip(frame["part"].astype(str), frame["margin"].astype(str), strict=True)
    ]
    gone = np.array(hit, dtype=bool)
    return frame.assign(**{name: frame[name].mask(gone) for name in ("before", "after")})


def _told_by_margin(one: Address, part: str, names: Sequence[str], survey: Survey) -> bool:
    """Whether a margin, by the names that it crosses, tells of a table."""
    if one.part not in (ALL, part):
        return False
    if one.breakdown in (ALL, TOTAL):
        asked = {survey.breakdown(n).question if survey.has_breakdown(n) else n for n in names}
        return one.question in asked
    return one.question == ALL and one.breakdown in names


# --- in what is built later ----------------------------------------------------------------------


def held_to_withdrawals(order: Order, results: Results, earlier: Sequence[EarlierStore]) -> Results:
    """Return results without what was withdrawn from a version that went out before.

    Parameters
    ----------
    earlier
        What went out before.

    Notes
    -----
    A record keeps how many cells were withdrawn and never which. Where any were, they are among the
    tables that some version withholds whole; the others of these had nothing to show either.

    Raises
    ------
    PublicationError
        A version with withdrawn cells was withdrawn whole since, and which they were is not there.
    """
    records = records_before(order)
    if not any(r.cells_withdrawn for r in records):
        return results
    gone = dict.fromkeys(
        each for one in earlier for each in gone_from(open_store(one.folder), order.survey)
    )
    gone |= dict.fromkeys(
        each for record in records for each in _of_a_removed_version(order, record, records)
    )
    if not gone:
        return results
    tables = _left(results.tables, order.survey, order.wave, list(gone))
    whole = [each for each in gone if each.breakdown in (ALL, TOTAL)]
    of_everybody = _left(results.tables, order.survey, order.wave, whole)
    for name in _ROWS:  # what is told of everybody does not rest on groups, but for a model
        of_groups = name in tables and "breakdown" in tables[name].columns
        if name in tables and not of_groups and name != "participation_model":
            tables[name] = of_everybody[name]
    return replace(results, tables=tables)


def _of_a_removed_version(
    order: Order, record: ReleaseRecord, records: Sequence[ReleaseRecord]
) -> list[Address]:
    """Return what was withdrawn of a version before it was removed whole."""
    if record.kept or not record.cells_withdrawn:
        return []
    home = order.project.releases_dir / order.survey.id  # also of a draft
    path = home / record.name / INSIDE / WITHDRAWN_TABLES
    if path.is_file():
        return read_tables(path)
    held = any(
        other.kept and other.wave == record.wave for other in records[records.index(record) + 1 :]
    )  # which withholds them too
    if held or order.release.status == "draft":
        return []
    raise PublicationError(
        Said(
            "pipeline-which-cells-were-withdrawn-is-not-known",
            version=record.name,
            path=order.project.shown(path),
            keys=", ".join(KEYS),
        ),
        where=order.name,
    )


def read_tables(path: Path) -> list[Address]:
    """Read what :func:`write_tables` wrote."""
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    return [Address(*row) for row in frame[list(KEYS)].itertuples(index=False, name=None)]


def write_tables(path: Path, tables: Iterable[Address]) -> None:
    """Write which tables a version withheld whole, for what is built when it is gone."""
    rows = [[getattr(one, key) for key in KEYS] for one in tables]
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, pd.DataFrame(rows, columns=list(KEYS)).to_csv(index=False))


def gone_from(store: Store, survey: Survey) -> Iterator[Address]:
    """Yield the tables of which a version withholds every cell, as the survey names them now.

    A question is known by its column of the data too: another name shows the same figures.
    """
    yield from gone_of_people(store, survey)
    key = ["part", "wave", "question", "breakdown"]
    levels = pd.concat([store.tables[name] for name in ("estimates", "trends")])
    dark = levels["flag"].astype(str).eq(CONFIDENTIAL).groupby([levels[k].astype(str) for k in key])
    whole = dark.all()
    read: dict[tuple[str, str], dict[str, list[str]]] = {}
    for each in whole.index[whole.to_numpy(bool)]:
        part, wave, question, breakdown = (str(name) for name in each)
        if (part, wave) not in read:
            read[part, wave] = named_now(store.survey, survey, wave, part)
        named = read[part, wave]
        for name in dict.fromkeys((question, *named.get(question, ()))):
            yield Address(part, wave, name, ALL, breakdown, ALL)
            if breakdown == TOTAL:
                yield from _whole_question(Address(part, wave, name), survey)
            for other in _same_groups(store.survey, survey, breakdown, named):
                yield Address(part, wave, name, ALL, other, ALL)


def _same_groups(
    then: Survey, survey: Survey, breakdown: str, named: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    """Yield the new breakdowns of today that are made of the questions that one was made of."""
    for name in breakdown.split("*"):
        if then.has_breakdown(name):
            asked = then.breakdown(name).question
            for other in survey.breakdowns:
                made_of = other.question in (asked, *named.get(asked, ()))
                if made_of and not then.has_breakdown(other.id):
                    yield other.id
