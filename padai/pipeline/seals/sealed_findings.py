"""What each finding is by its wave's seal, and what a release tells of it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache, partial
from typing import Any, cast

import pandas as pd

from padai.pipeline.machinery.build_request import Order
from padai.pipeline.seals.grades import ASSERTED, CHANGED, FOUND, PROPOSED, Sealed
from padai.pipeline.seals.seal_text import Departure, Key, read_seal
from padai.pipeline.versions.life import added_after
from padai.survey import KeyResult, Survey
from padai.trends.families import HEADLINE, MAIN, TOTAL
from padai.trends.groups import REST
from padai.trends.whole_period import OF_SLOPES

# --- what each finding is ------------------------------------------------------------------------


def declared_rows(
    sealed: Sealed, survey: Survey, differences: pd.DataFrame, late: Collection[str] = ()
) -> list[str]:
    """Return of each comparison what its declaration is.

    Parameters
    ----------
    differences
        Those of the store.
    late
        The key results that were added after the wave's first analysis: without a seal, nothing
        says more of their comparisons than of them.

    Returns
    -------
    list of str
        ``proposed`` in a draft of which padai chose the key results; ``found`` for a comparison
        in no family, or of a late key result; ``changed`` where something that it rests on is
        not what was sealed; else the seal's grade.
    """
    return _rows(sealed, survey, differences, _between_groups, late)


def declared_periods(
    sealed: Sealed, survey: Survey, slopes: pd.DataFrame, late: Collection[str] = ()
) -> list[str]:
    """Return of each verdict on a whole period what its declaration is; empty for other rows.

    A family of slopes is that of the comparisons of the same name, and rests on what they rest on.

    Parameters
    ----------
    slopes
        The table `slopes` of the store.
    late
        As of :func:`declared_rows`.
    """
    families = [str(name).removesuffix(OF_SLOPES) for name in slopes["family"].fillna("")]
    codes = _rows(sealed, survey, slopes.assign(family=families), _of_series, late)
    return [code if family else "" for code, family in zip(codes, families, strict=True)]


Row = tuple[str, str, str, str, str, str, str]
"""Part, question, response, breakdown, group, family, and the breaks that it crosses."""


def _rows(
    sealed: Sealed,
    survey: Survey,
    frame: pd.DataFrame,
    further: Callable[[Row], set[Key]],
    late: Collection[str],
) -> list[str]:
    """Return of each row what its declaration is; `further` names what its kind rests on."""
    added = {("key_result", name) for name in late} if sealed.seal is None else set()
    names = ("part", "question", "response", "breakdown", "group", "family", "breaks")
    columns = (frame[name].fillna("").astype(str) for name in names)
    ground = cache(partial(_ground, survey))
    known: dict[Row, str] = {}
    rows = []
    for row in cast(Iterator[Row], zip(*columns, strict=True)):
        if row not in known:
            rests = _rests_on(survey, row, ground) | further(row) | _reported(sealed, row)
            known[row] = _declared(sealed, row, rests, added)
        rows.append(known[row])
    return rows


def _between_groups(row: Row) -> set[Key]:
    """Of a contrast of a group with the rest: which responses groups are compared by."""
    return {("groups", row[1])} if row[5].endswith(f":{REST}") else set()


def _of_series(row: Row) -> set[Key]:
    """Of a group's whole period: which charts follow it, where no key result does."""
    return {("series", row[1])} if row[5].startswith(f"{row[1]}:") else set()


def _reported(sealed: Sealed, row: Row) -> set[Key]:
    """Name the breakdowns of the report, where a row is of one that was not among them."""
    key = ("order", "breakdowns")
    was = json.loads(sealed.seal.items.get(key, "null")) if sealed.seal is not None else None
    _, question, _, breakdown, _, family, _ = row
    if was is None or breakdown in was or not family.startswith(f"{question}:"):
        return set()
    return {key}


def _declared(sealed: Sealed, row: Row, rests: set[Key], added: set[Key]) -> str:
    if sealed.grade == PROPOSED:
        return PROPOSED
    if not row[5] or rests & added:
        return FOUND
    if sealed.seal is not None:
        known = sealed.seal.declarations
        unsealed = any(k not in known for k in rests if k[0] in ("question", "breakdown"))
        if unsealed or any(_concerns(c, rests, row[1], row[6], sealed) for c in sealed.changes):
            return CHANGED
    return sealed.grade


def _rests_on(survey: Survey, row: Row, ground: Callable[[str, str, str], set[Key]]) -> set[Key]:
    """Return the items that a comparison rests on."""
    part, question, response, breakdown, group, family, _ = row
    results = [
        k.id
        for k in survey.key_results
        if (k.question, k.net, k.breakdown, k.group) == (question, response, breakdown, group)
    ]
    keys: set[Key] = {("margin", question), ("family", family)}
    keys |= {("key_result", name) for name in results}
    keys |= {("order", "key_results")} if results else set()
    return keys | ground(part, question, breakdown)


def _ground(survey: Survey, part: str, question: str, breakdown: str) -> set[Key]:
    """Return what a figure is made of: questions, groups, and how its part is weighted.

    A question stands on those that say whom it was put to, a group and a margin on the question
    that they divide.
    """
    parts = [d.parts[part] for d in survey.wave_defs.values() if part in d.parts]
    margins = {name for p in parts if p.weighting is not None for name in p.weighting.margins}
    names = {n for named in margins | ({breakdown} - {TOTAL}) for n in named.split("*")}
    groups = {b.id: b.question for b in survey.breakdowns if b.id in names}
    waiting = {question} | {groups.get(name, name) for name in names}
    keys: set[Key] = {(kind, part) for kind in ("part", "weighting", "targets")}
    keys |= {("breakdown", name) for name in groups}
    while waiting:
        name = waiting.pop()
        if ("question", name) in keys:
            continue
        keys.add(("question", name))
        asked = survey.questions.get(name)
        waiting |= set(asked.base.questions) if asked is not None and asked.base else set()
    return keys


def _concerns(
    change: Departure, rests: set[Key], question: str, breaks: str, sealed: Sealed
) -> bool:
    if change.key in rests or change.kind == "policy":
        return True
    if change.kind in ("part", "weighting", "targets", "exclusion"):
        # that of an earlier wave, named after its part, too: a comparison rests on it
        return ("part", change.name.partition(" ")[0].partition("/")[0]) in rests
    if change.kind != "break":
        return False
    if change.name in breaks.split():
        return True
    assert sealed.seal is not None
    was = json.loads(sealed.seal.declarations.get(change.key, "null"))
    asked = was["scope"]["questions"] if was else ()
    return bool(was) and (asked is None or question in asked)


# --- what a release tells ------------------------------------------------------------------------


def facts_of_seal(order: Order, sealed: Sealed) -> dict[str, Any]:
    """Return what a release says of what was declared, JSON-ready."""
    survey = order.survey
    spec = survey.wave(order.wave).seal
    reasons = {c.item: c for c in (spec.changes if spec is not None else ())}
    changes = []
    for change in sealed.changes:
        reason = reasons.get(f"{change.kind} {change.name}")
        more = (
            {"date": reason.date.isoformat(), "reason": reason.reason.model_dump(mode="json")}
            if reason
            else {}
        )
        changes.append({"kind": change.kind, "name": change.name, "what": change.what, **more})
    stamp, seal = sealed.stamp, sealed.seal
    return {
        "grade": sealed.grade if seal is not None else "none",
        "sha256": seal.sha256 if seal is not None else "",
        "day": sealed.day.isoformat() if sealed.day else "",
        "at": stamp.at.strftime("%Y-%m-%dT%H:%M:%SZ") if stamp and stamp.at else "",
        "by": stamp.by if stamp else "",
        "certificate": stamp.certificate if stamp else "",
        "data": sealed.data.isoformat() if sealed.data else "",
        **({"proof": "tag"} if stamp is not None and stamp.signed else {}),
        "remarks": list(sealed.remarks),
        "changes": changes,
        "key_results": {k.id: _of_result(order, sealed, k, reasons) for k in survey.key_results},
        "beside": dict(_beside(survey, sealed, reasons)),
        "seals": _hashes(survey, order.name),
    }


def _of_result(
    order: Order, sealed: Sealed, result: KeyResult, reasons: Mapping[str, Any]
) -> dict[str, Any]:
    """Say of a key result what its declaration is, since when, and by which changes."""
    if sealed.grade == PROPOSED:
        return {"code": PROPOSED, "day": "", "changes": []}
    late = result.id in added_after(order)
    if sealed.seal is None:
        code = FOUND if late else ASSERTED
        return {"code": code, "day": result.declared.isoformat(), "changes": []}
    survey = order.survey
    family = survey.families[0].id if survey.families else HEADLINE
    row = (MAIN, result.question, result.net, result.breakdown, result.group, family)
    rests = _rests_on(survey, (*row, ""), partial(_ground, survey))
    return _since_the_seal(
        survey, sealed, ("key_result", result.id), rests, {result.question}, reasons
    )


def _since_the_seal(
    survey: Survey,
    sealed: Sealed,
    key: Key,
    rests: set[Key],
    questions: set[str],
    reasons: Mapping[str, Any],
) -> dict[str, Any]:
    """Say what an item is that rests on others, where there is a seal."""
    mine = [
        place
        for place, change in enumerate(sealed.changes)
        if any(
            _concerns(change, rests, name, _breaks_of(survey, name), sealed) for name in questions
        )
    ]
    if Departure(*key, "added") in sealed.changes and " ".join(key) not in reasons:
        return {"code": FOUND, "day": "", "changes": []}
    code = CHANGED if mine else sealed.grade
    return {"code": code, "day": sealed.day.isoformat() if sealed.day else "", "changes": mine}


def _breaks_of(survey: Survey, question: str) -> str:
    scopes = ((b.id, b.scope.questions) for b in survey.breaks)
    return " ".join(name for name, asked in scopes if asked is None or question in asked)


def _beside(
    survey: Survey, sealed: Sealed, reasons: Mapping[str, Any]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield of each index and model what its declaration is, as of a key result."""
    for key, day, figures in _declared_beside(survey):
        if sealed.grade == PROPOSED or sealed.seal is None:
            late = sealed.data is not None and day > sealed.data
            code = PROPOSED if sealed.grade == PROPOSED else FOUND if late else ASSERTED
            facts: dict[str, Any] = {"code": code, "day": day.isoformat(), "changes": []}
        else:
            rests = {key}.union(*(_ground(survey, MAIN, *figure) for figure in figures))
            questions = {question for question, _ in figures}
            facts = _since_the_seal(survey, sealed, key, rests, questions, reasons)
        yield " ".join(key), facts


def _declared_beside(survey: Survey) -> Iterator[tuple[Key, dt.date, list[tuple[str, str]]]]:
    """Yield each index and model, its day, and the questions and breakdowns that it is made of."""
    for index in survey.indices:
        yield ("index", index.id), index.declared, [(name, TOTAL) for name in index.items]
    for areas in survey.small_areas:
        asked = [(name, areas.areas) for name in areas.questions]
        yield ("model", areas.id), areas.declared, asked
    model = survey.participation_model
    if model is not None:
        named = [item.question for item in model.items or survey.key_results]
        yield ("model", "participation"), model.declared, [(name, TOTAL) for name in named]


def _hashes(survey: Survey, where: str) -> dict[str, str]:
    """Return the hash of every seal of a survey: a release publishes those of waves to come."""
    hashes = {}
    for wave in survey.waves:
        seal = read_seal(survey.path, wave, where)
        if seal is not None:
            hashes[wave] = seal.sha256
    return hashes
