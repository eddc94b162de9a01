"""What releases of a panel or a consultation tell together of few people, answer by answer.

A count of a plain question says nothing of who gave it. Two versions of which one lacks a person
differ in every count by that person, and so tell all that this person answered.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

import pandas as pd

from padai.errors import PublicationError
from padai.numerics.small_cells import names_few
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.versions.corrections import Results
from padai.pipeline.versions.life import EarlierStore, own_record
from padai.pipeline.versions.panel_versions import OTHERS_SINCE, unsaid
from padai.pipeline.versions.withdrawn_participation import named_now, one_name_each
from padai.store import open_store
from padai.survey import Survey
from padai.survey.releases import ReleaseRecord
from padai.words import Said

_SEVERAL = 2
"""How many questions that a few people moved in make a record of what one of them said."""


class _Table(NamedTuple):
    """Where a table of counts has what it is of, its cells, and how many are in each."""

    of: str
    cell: str
    people: str = "people"
    several: bool = False
    within: str = ""


_TABLES = {
    "answers": _Table("question", "response"),
    "panel_moves": _Table("question", "cell", within="response"),
    "profile": _Table("breakdown", "group", within="stage"),
    "words": _Table("question", "word", "n", several=True),
    "themes": _Table("", "theme", several=True),
}
"""What counts people; `several`: one person may be in several cells, or in none.

`within`: everybody is in one cell of each of these.
"""
_Counts = Mapping[str, int]


class PeopleTold(NamedTuple):
    """What is told of an edition: how many answered, and the people of each cell of each table."""

    people: int
    tables: Mapping[tuple[str, str], _Counts]


def refuse_whole_records(
    order: Order, results: Results, earlier: Sequence[EarlierStore], grown: Collection[str]
) -> None:
    """Refuse a version from which, beside another, few people's answers could be read together.

    Parameters
    ----------
    order
        What is built. What went out already is built again as it is.
    results
        The tables and facts of the new store.
    earlier
        What went out before; nothing that was removed for confidentiality is compared.
    grown
        Other editions of a consultation whose file holds records of this one.

    Raises
    ------
    PublicationError
        Few people answered in one of both alone, or few moved in several questions. It names the
        version that is out and no count. Or what is out is of a wave that has another name now.
    """
    least = order.survey.confidentiality.sensitive_cell
    for store in _comparable(order, earlier):
        _refuse_gone(order, store.record)
        kept = open_store(store.folder)
        if any(
            tells_of_few(
                people_told(
                    kept.tables, kept.facts, his, names_since(kept.survey, order.survey, his)
                ),
                people_told(results.tables, results.facts, mine),
                least,
            )
            for his, mine in _same_people(order, store.record.wave, grown)
        ):
            raise PublicationError(
                Said(
                    "pipeline-two-versions-tell-whole-records",
                    version=store.record.name,
                    least=least,
                ),
                where=order.name,
            )


def _refuse_gone(order: Order, record: ReleaseRecord) -> None:
    if record.wave in order.survey.waves:
        return
    raise PublicationError(
        Said("pipeline-a-release-is-of-a-wave-that-is-gone", version=record.name, wave=record.wave),
        where=order.name,
    )


def _same_people(order: Order, wave: str, grown: Collection[str]) -> list[tuple[str, str]]:
    """Return the waves of which a release and the new one both tell, as each calls it."""
    if wave != order.wave:
        return [(wave, order.wave)] if wave in grown else []
    panel = order.survey.panel
    return [(each, each) for each in ((panel.before, panel.after) if panel else (wave,))]


def without_what_others_told(
    order: Order, results: Results, earlier: Sequence[EarlierStore]
) -> dict[str, pd.DataFrame]:
    """Leave out what an edition of a panel told of a few people more or fewer.

    A standing panel is asked again, and each edition compares with the answers from before.
    Whoever left it since, or had their record erased, is the difference; what a wave said stays
    where it was told.

    Returns
    -------
    dict of pandas.DataFrame
        The same tables; ``answers`` has no row of such a wave, ``panel_moves`` none of a question
        that would tell of few how it was answered, and ``panel_changes`` says why.
    """
    tables = dict(results.tables)
    least = order.survey.confidentiality.sensitive_cell
    for store in _comparable(order, earlier):
        if store.record.wave == order.wave:
            continue
        kept = open_store(store.folder)
        for wave in sorted(_waves(kept.facts) & _waves(results.facts)):
            names = names_since(kept.survey, order.survey, wave)
            then = people_told({"answers": kept.tables["answers"]}, kept.facts, wave, names)
            now = people_told({"answers": results.tables["answers"]}, results.facts, wave)
            if tells_of_few(then, now, least):
                rows = tables["answers"]
                tables["answers"] = rows[rows["wave"] != wave].reset_index(drop=True)
            before = _followed(kept.tables, kept.survey, wave, names) + _answered(then)
            few = _of_few(before, _followed(results.tables, order.survey, wave), least)
            if few:
                moves = tables["panel_moves"]
                tables["panel_moves"] = moves[~moves["question"].isin(few)].reset_index(drop=True)
                tables["panel_changes"] = unsaid(tables["panel_changes"], few, OTHERS_SINCE)
    return tables


class _Followed(NamedTuple):
    """What is told of a question at one time: of how many, what, and how many (or a sum)."""

    question: str
    n: int
    response: str = ""
    gave: float = math.nan


def _followed(
    tables: Mapping[str, pd.DataFrame],
    survey: Survey,
    wave: str,
    names: Mapping[str, str] | None = None,
) -> list[_Followed]:
    """Return what is told of the questions followed of whom a wave asked."""
    panel = survey.panel
    when = {panel.before: "before", panel.after: "after"}.get(wave) if panel else None
    if when is None:
        return []
    rows = tables["panel_changes"]
    rows = rows[pd.to_numeric(rows["n"], errors="coerce").notna()]
    return [
        _Followed(
            (names or {}).get(str(row["question"]), str(row["question"])),
            int(float(row["n"])),
            str(row["response"]),
            _sum(row, when),
        )
        for row in rows.to_dict("records")
    ]


def _sum(row: Mapping[Any, Any], when: str) -> float:
    """Return how many gave an answer; of a score, what all of them scored."""
    level = float(row[when])
    return level * float(row["n"]) if row["response"] == "mean" else level


def _answered(answers: PeopleTold) -> list[_Followed]:
    return [_Followed(of, sum(people.values())) for (_, of), people in answers.tables.items()]


def _of_few(then: Sequence[_Followed], now: Sequence[_Followed], least: int) -> set[str]:
    """Return the questions of which few people are in one of two editions alone.

    Of as many in both, others may be in each: of several questions the answers moved by few.
    """
    few, moved = set(), set()
    for mine in now:
        for his in (each for each in then if each.question == mine.question):
            if 0 < abs(mine.n - his.n) < least:
                few.add(mine.question)
            elif mine[:3] == his[:3] and 0.5 < abs(mine.gave - his.gave) < least - 0.5:
                moved.add(mine.question)
    return few | moved if len(moved) >= _SEVERAL else few


def _comparable(order: Order, earlier: Sequence[EarlierStore]) -> Iterator[EarlierStore]:
    if own_record(order) is None:  # what was withdrawn for an error was read, and is kept
        yield from earlier


def _waves(facts: Mapping[str, Any]) -> set[str]:
    return {wave for sizes in facts["sizes"].values() for wave in sizes}


def names_since(then: Survey, survey: Survey, wave: str) -> dict[str, str]:
    """Return what each question of a wave is called now: one of those that read its column."""
    names: dict[str, str] = {}
    for part in then.wave(wave).parts:
        names |= one_name_each(named_now(then, survey, wave, part))
    return names


def people_told(
    tables: Mapping[str, pd.DataFrame],
    facts: Mapping[str, Any],
    wave: str,
    names: Mapping[str, str] | None = None,
) -> PeopleTold:
    """Return what tables tell of a wave, each question by another name where `names` has one."""
    names = names or {}
    counts: dict[tuple[str, str], _Counts] = {}
    for name, table in _TABLES.items():
        frame = tables.get(name)
        if frame is None or not len(frame):
            continue
        if "wave" in frame:
            frame = frame[frame["wave"].astype(str) == wave]
        people = pd.to_numeric(frame[table.people], errors="coerce")
        frame = frame.assign(people=people).dropna(subset="people")
        keys = [frame[table.of]] if table.of else [pd.Series(name, index=frame.index)]
        keys += [frame[table.within]] if table.within else []
        for key, own in frame.groupby([k.astype(str) for k in keys], sort=False):
            of, *within = map(str, key)
            place = "\n".join([names.get(of, of), *within])
            counts[name, place] = dict(
                zip(own[table.cell].astype(str), own["people"].astype(int), strict=True)
            )
    return PeopleTold(sum(s[wave]["n"] for s in facts["sizes"].values() if wave in s), counts)


def tells_of_few(then: PeopleTold, now: PeopleTold, least: int) -> bool:
    """Whether two tellings of one wave give away together what fewer than `least` people said."""
    moved = {
        place: people
        for place in then.tables.keys() & now.tables.keys()
        if (people := _moved(then.tables[place], now.tables[place], _TABLES[place[0]]))
    }
    came = abs(now.people - then.people)
    if came:  # a table that one of both does not tell may be the other's by another name
        return came < least and (bool(moved) or then.tables.keys() != now.tables.keys())
    few = {place[1].split("\n", 1)[0] for place, people in moved.items() if people < least}
    return len(few) >= _SEVERAL


def sensitive_of_few(
    then: PeopleTold, now: PeopleTold, sensitive: Collection[str], least: int
) -> str | None:
    """Return what is sensitive and of which two tellings give away what few people said."""
    for place in sorted(then.tables.keys() & now.tables.keys()):
        name = place[1].split("\n", 1)[0]
        old, new = then.tables[place], now.tables[place]
        if name not in sensitive:
            continue
        if old.keys() != new.keys() or names_few([new[cell] - old[cell] for cell in old], least):
            return name
    return None


def _moved(then: _Counts, now: _Counts, table: _Table) -> int:
    """Return how many people at least came to a cell of a table, or left one."""
    if table.several:  # a cell that few are in is not told
        return max((abs(now[cell] - then[cell]) for cell in then.keys() & now.keys()), default=0)
    changes = [now[cell] - then[cell] for cell in then.keys() & now.keys()]
    # cells that one of both does not name may be the other's: they are laid side by size
    old, new = (
        sorted((of[cell] for cell in of.keys() - other.keys()), reverse=True)
        for of, other in ((then, now), (now, then))
    )
    changes += [b - a for a, b in zip_longest(old, new, fillvalue=0)]
    return max(sum(k for k in changes if k > 0), -sum(k for k in changes if k < 0))
