"""Versions are decided by count: how many records differ from those of what went out before.

Two versions that differ by one person tell of that person, figure by figure. So the data of every
version that is still public are compared with today's, record by record; where fewer people differ
than the smallest group that is shown, in the whole or in any printed group that one of them belongs
to, a new version either says little or waits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from padai.errors import PadaiError, PublicationError, Said
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.versions.coded_otherwise import coded_anew, told_by_coding
from padai.pipeline.versions.corrections import Results
from padai.pipeline.versions.few_corrected import with_few
from padai.pipeline.versions.life import EarlierStore
from padai.pipeline.versions.manifest import MANIFEST, read_inputs
from padai.pipeline.versions.read_again import as_it_was, told
from padai.pipeline.versions.same_records_told import rules_alike
from padai.pipeline.versions.weighted_otherwise import told_by_weighting
from padai.store import Store, open_store, sha256
from padai.survey import Part
from padai.waves import Wave
from padai.waves.data_files import locate

TOTAL = "total"


@dataclass(frozen=True)
class Few:
    """A version from which fewer records differ than may be told of; `people` where counted.

    `question` is one whose answers count otherwise than there, where the records are the same;
    `weighted`, whether it is the weights that are others.
    """

    version: str
    wave: str
    people: int | None
    question: str = ""
    weighted: bool = False


def held_to_count(
    order: Order,
    parts: Mapping[str, Prepared],
    results: Results,
    earlier: Sequence[EarlierStore],
) -> Results:
    """Return results as the count of corrected records allows them.

    Raises
    ------
    PublicationError
        Few records differ from those of a version that went out, and no correction that matters is
        declared.
    """
    if not order.survey.traits.estimated or order.release.status == "draft":
        return results
    again = _told_in_full(order, parts, earlier)
    few_people = [
        few
        for store in earlier
        for few in _few(order, parts, results, store)
        if not (few.wave in again and few.wave == store.record.wave and _told_of_few(store))
    ]
    if not few_people:
        return results
    least = order.survey.confidentiality.minimum_group
    other = [few for few in few_people if few.wave != order.wave]
    if other:
        raise _waits(order, other[0], least)
    if order.release.correction != "error":
        raise _refused(order, few_people[0], least)
    return with_few(results, order.survey, order.wave)


def _told_of_few(store: EarlierStore) -> bool:
    return "few_corrected" in open_store(store.folder).release


def _told_in_full(
    order: Order, parts: Mapping[str, Prepared], earlier: Sequence[EarlierStore]
) -> set[str]:
    """Return the waves before of which the very files are those of a version that told all of them.

    A later version that corrected few records tells no more of it than it did beside the first.
    """
    full = [read_inputs(s.folder / MANIFEST) for s in earlier if not _told_of_few(s)]
    files: dict[str, set[tuple[str, str]]] = {}
    for part, ready in parts.items():
        for wave in (w for w in ready.waves if w.id != order.wave):
            path = locate(order.survey, wave.id, part, order.data_dir)
            name = f"data/{order.survey.part(wave.id, part).file}"
            files.setdefault(wave.id, set()).add((name, sha256(path)))
    return {
        wave
        for wave, of in files.items()
        if any(all(inputs.get(name) == digest for name, digest in of) for inputs in full)
    }


def _few(
    order: Order, parts: Mapping[str, Prepared], results: Results, store: EarlierStore
) -> Iterator[Few]:
    """Yield the waves in which few records differ from those that a version was made of."""
    inputs = read_inputs(store.folder / MANIFEST)
    then = (kept := open_store(store.folder)).survey
    for part, ready in parts.items():
        for wave in ready.waves:
            declared = then.wave_defs.get(wave.id)
            if declared is None or part not in declared.parts:
                continue
            was = declared.parts[part]
            digest = inputs.get(f"data/{was.file}")
            if digest is None:  # a wave that was not there yet
                continue
            path, place = locate(order.survey, wave.id, part, order.data_dir), (part, wave.id)
            same_file = digest == sha256(path)
            same = same_file and rules_alike(order, results, kept, inputs, place)
            if told_by_weighting(order, results, kept, inputs, place, same_records=same):
                yield Few(store.record.name, wave.id, None, weighted=True)
            anew = coded_anew(then, wave, results.tables)
            weighed = _weighed(was) != _weighed(order.survey.part(wave.id, part))
            if same and not len(anew) and not weighed:
                continue
            old = _old(order, kept, place, digest, path, same=same, same_file=same_file)
            question = told_by_coding(old, wave, store.folder, anew)
            if question:
                yield Few(store.record.name, wave.id, None, question)
            if same and not weighed:
                continue
            groups = _printed_groups(results.tables, part, wave.id)
            least = order.survey.confidentiality.minimum_group
            count = counted_otherwise if same else changed_people
            people = None if old is None else count(old, wave, groups)
            if people is None or 0 < people < least:
                yield Few(store.record.name, wave.id, people)


def _weighed(part: Part) -> tuple[str | None, str | None]:
    """Return what decides whether a person of a file counts."""
    return part.design.weight, part.design.missing_weight


def _old(
    order: Order,
    kept: Store,
    place: tuple[str, str],
    digest: str,
    path: Path,
    *,
    same: bool,
    same_file: bool,
) -> Wave | None:
    """Return the records of a version; None where it cannot be told which rows it left out."""
    part, wave = place
    rules = order.survey.part(wave, part).exclusions
    was = kept.survey.part(wave, part).exclusions
    if same_file and not same and was and told(was) == told(rules):  # other values of one rule
        return None
    return as_it_was(order.survey, kept, wave, part, digest, path, rules=rules, same_rules=same)


def _printed_groups(tables: Mapping[str, pd.DataFrame], part: str, wave: str) -> list[str]:
    """Return the breakdowns by which a wave is printed."""
    breakdowns: dict[str, None] = {}
    for name in ("estimates", "trends"):
        frame = tables[name]
        mine = (frame["part"].astype(str) == part) & (frame["wave"].astype(str) == wave)
        breakdowns |= dict.fromkeys(frame.loc[mine, "breakdown"].astype(str))
    return [name for name in breakdowns if name != TOTAL]


# --- counting ------------------------------------------------------------------------------------


def changed_people(old: Wave, new: Wave, breakdowns: Sequence[str]) -> int:
    """Count the respondents in one wave only or with a changed answer, where it is least.

    Parameters
    ----------
    old, new
        The records of a version and of the next.
    breakdowns
        Those by which they are printed.

    Returns
    -------
    int
        The smallest count over the whole and every printed group that a changed record belongs to,
        in either version; 0 where nobody changed.

    Notes
    -----
    Whoever delivers a file makes all weights anew where one record changes, and a question more
    changes every record: people whose answers changed are counted by themselves too, by columns
    that both versions have. So are those whose answer to a sensitive question changed, which its
    tables tell, however many changed another.
    """
    design = _design_of(old) | _design_of(new)
    columns = [c for c in _columns(old) if c in set(_columns(new))]
    answers = [c for c in columns if c not in design]
    before, after = (_answers(wave, columns, answers) for wave in (old, new))
    gone = set(before) ^ set(after)
    both = set(before) & set(after)
    people = []
    for of in (columns, answers, *_sensitive(new, answers)):
        places = [place for place, column in enumerate(columns) if column in of]
        moved = {k for k in both if any(before[k][p] != after[k][p] for p in places)}
        people += [gone | moved] if gone or moved else []
    groups = [_members_of(old, new, name, answers) for name in breakdowns if people]
    return min((count for each in people for count in _counts(each, groups)), default=0)


_Members = tuple[Mapping[Any, str], Mapping[Any, str]]
"""The group of each respondent, in a version and in the next."""


def _counts(people: set[Any], groups: Sequence[_Members]) -> Iterator[int]:
    """Yield how many some people are: in the whole, and in each group that one of them is in."""
    yield len(people)
    for where in groups:
        inside: dict[str, set[Any]] = {}
        for groups_of in where:
            for key in people & set(groups_of):
                inside.setdefault(groups_of[key], set()).add(key)
        yield from (len(members) for members in inside.values())


def _sensitive(wave: Wave, columns: Sequence[str]) -> Iterator[set[str]]:
    """Yield the columns of each sensitive question."""
    assert wave.survey is not None
    for q in (q for q in wave.survey.questions.values() if q.sensitive):
        several = (f"{q.id}_",) if q.type == "multiple" else ()
        if own := {c for c in columns if c == q.id or c.startswith(several)}:
            yield own


def counted_otherwise(old: Wave, new: Wave, breakdowns: Sequence[str]) -> int:
    """Count the respondents of one file who count in one version only, where it is least.

    Whoever weighs nothing counts for nobody: other weights take people out of every base, or put
    them in. The arguments and what is returned are those of :func:`changed_people`.
    """
    if len(old) != len(new):
        return changed_people(old, new, breakdowns)
    apart = np.flatnonzero(old.weighs != new.weighs)
    counts = [len(apart)]
    for name in breakdowns if len(apart) else ():
        with suppress(PadaiError):
            codes = new.codes(name).codes[apart]
            counts += np.unique(codes[codes >= 0], return_counts=True)[1].tolist()
    return min(counts)


def _names(wave: Wave, columns: Sequence[str]) -> list[Any]:
    """Return what tells records apart: the respondent, else the record itself and its place."""
    if wave.design.id is not None:
        return list(wave.column(wave.design.id).astype(str))
    seen: dict[tuple[str, ...], int] = {}
    names = []
    for row in _texts(wave, columns):
        seen[row] = seen.get(row, 0) + 1
        names.append((*row, seen[row]))
    return names


def _columns(wave: Wave) -> list[str]:
    """Return the columns that hold answers, or that the design reads."""
    assert wave.survey is not None
    questions = wave.survey.questions.values()
    own = {q.id for q in questions} | _design_of(wave)
    several = tuple(f"{q.id}_" for q in questions if q.type == "multiple")
    return sorted(c for c in map(str, wave.frame.columns) if c in own or c.startswith(several))


def _design_of(wave: Wave) -> set[str]:
    """Return the columns that the design of a wave reads, the respondent's id aside."""
    assert wave.survey is not None
    design = wave.survey.part(wave.id, wave.part).design
    return {
        *(design.stratum or ()),
        *(design.psu or ()),
        *([design.weight] if design.weight else ()),
    }


def _texts(wave: Wave, columns: Sequence[str]) -> list[tuple[str, ...]]:
    if not columns:
        return [()] * len(wave)
    return list(zip(*(wave.frame[c].map(_one) for c in columns), strict=True))


def _one(value: Any) -> str:
    """Return a value as a text that does not depend on how a file holds it."""
    if value is None or value != value or value is pd.NA:
        return ""
    text = str(value)
    return text.removesuffix(".0")


def _answers(
    wave: Wave, columns: Sequence[str], answers: Sequence[str]
) -> dict[Any, tuple[str, ...]]:
    return dict(zip(_names(wave, answers), _texts(wave, columns), strict=True))


def _members_of(old: Wave, new: Wave, breakdown: str, answers: Sequence[str]) -> _Members:
    return _members(old, breakdown, answers), _members(new, breakdown, answers)


def _members(wave: Wave, breakdown: str, answers: Sequence[str]) -> dict[Any, str]:
    """Return the group of each respondent; nothing of one who is in none."""
    try:
        coded = wave.codes(breakdown)
    except PadaiError:
        return {}
    return {
        name: str(coded.labels[code])
        for name, code in zip(_names(wave, answers), coded.codes, strict=True)
        if code >= 0
    }


# --- what is said --------------------------------------------------------------------------------


def _how_many(few: Few, least: int) -> Said:
    if few.question:
        return Said("pipeline-answers-of-few-count-otherwise", question=few.question, least=least)
    if few.people is None:
        return Said("pipeline-the-data-file-of-that-version-is-no")
    return Said("pipeline-fewer-than-records-change-in-the-whole", least=least)


def _weighted(order: Order, few: Few) -> PublicationError:
    place = "here" if few.wave == order.wave else "before"
    sentence = Said("pipeline-weighted-otherwise", where=place, wave=few.wave, version=few.version)
    return PublicationError(sentence, where=order.name)


def _refused(order: Order, few: Few, least: int) -> PublicationError:
    if few.weighted:
        return _weighted(order, few)
    what = _how_many(few, least)
    if order.release.correction == "erasure":
        return PublicationError(
            Said("pipeline-a-record-that-is-erased-at-a-persons", version=few.version),
            where=order.name,
        )
    return PublicationError(
        Said("pipeline-compared-with-the-two-versions-would", version=few.version, what=what),
        where=order.name,
    )


def _waits(order: Order, few: Few, least: int) -> PublicationError:
    if few.weighted:
        return _weighted(order, few)
    what = _how_many(few, least)
    if few.question:
        return PublicationError(
            Said(
                "pipeline-an-earlier-wave-counts-answers-otherwise",
                wave=few.wave,
                version=few.version,
                question=few.question,
                what=what,
            ),
            where=order.name,
        )
    return PublicationError(
        Said(
            "pipeline-the-data-of-wave-are-not-those-of-and",
            wave=few.wave,
            version=few.version,
            what=what,
        ),
        where=order.name,
    )
