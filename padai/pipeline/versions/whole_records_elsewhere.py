"""What two surveys of a project tell together of few people who took part in both.

A panel whose file is published by a second definition, one member less, is two versions of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from padai.errors import PublicationError
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.versions.corrections import Results
from padai.pipeline.versions.life import own_record
from padai.pipeline.versions.manifest import MANIFEST, read_inputs
from padai.pipeline.versions.other_surveys import Theirs, out_elsewhere, shared_with
from padai.pipeline.versions.shared_people import said_the_same
from padai.pipeline.versions.whole_records import PeopleTold, people_told, tells_of_few
from padai.pipeline.versions.withdrawn_participation import columns_read, of_one_column
from padai.store import open_store
from padai.waves import Wave
from padai.words import Said


def refuse_told_elsewhere(order: Order, parts: Mapping[str, Prepared], results: Results) -> None:
    """Refuse what tells, beside another panel or consultation, of few people answer by answer.

    Parameters
    ----------
    order
        What is built. What went out already is built again as it is.
    parts
        The people who took part, by part.
    results
        The tables and facts of the new store.

    Raises
    ------
    PublicationError
        Names the other survey and its version, and no count.
    """
    if order.release.status == "draft" or own_record(order):
        return
    least = order.survey.confidentiality.sensitive_cell
    waves = [(part, wave) for part, ready in parts.items() for wave in ready.waves]
    for other in _waves_elsewhere(order):
        for part, wave in waves:
            if not _hardly_apart(order, part, wave, other):
                continue
            now = people_told(results.tables, results.facts, wave.id)
            if tells_of_few(_told_there(wave, other), now, least):
                raise PublicationError(
                    Said("pipeline-two-surveys-tell-whole-records", other=other.name, least=least),
                    where=order.name,
                )


def _waves_elsewhere(order: Order) -> Iterator[Theirs]:
    for survey, record, folder in out_elsewhere(order):
        inputs, store = read_inputs(folder / MANIFEST), open_store(folder)
        for part, waves in store.facts["sizes"].items():
            for wave in waves:
                declared = store.survey.wave_defs[wave]
                digest = inputs.get(f"data/{declared.parts[part].file}")
                definition = inputs.get(f"definition/waves/{wave}.yaml", "")
                if digest is not None:
                    yield Theirs(survey, record, store, part, wave, digest, definition)


def _hardly_apart(order: Order, part: str, wave: Wave, other: Theirs) -> bool:
    """Whether few people are in one of two files alone, and few said something else in it."""
    shared = shared_with(order, part, wave, other)
    if shared is None:
        return False
    theirs, rows = shared
    alike = said_the_same(wave, theirs, rows)
    alone = max(len(wave), len(theirs)) - len(alike)
    return max(alone, int((~alike).sum())) < order.survey.confidentiality.sensitive_cell


def _told_there(wave: Wave, other: Theirs) -> PeopleTold:
    """Return what a release tells, each question by the name of the one that reads its column."""
    assert wave.survey is not None
    there = columns_read(other.store.survey, other.wave, other.part)
    here = columns_read(wave.survey, wave.id, wave.part)
    names = {
        old: old if old in new or not new else new[0]
        for old, new in of_one_column(there, here).items()
    }
    return people_told(other.store.tables, other.store.facts, other.wave, names)
