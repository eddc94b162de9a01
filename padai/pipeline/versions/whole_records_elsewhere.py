"""What two surveys of a project tell together of few people who took part in both.

A panel whose file is published by a second definition, one member less, is two versions of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from padai.errors import PublicationError
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.versions.corrections import Results
from padai.pipeline.versions.life import own_record
from padai.pipeline.versions.manifest import MANIFEST, read_inputs
from padai.pipeline.versions.other_surveys import Theirs, out_elsewhere, shared_with
from padai.pipeline.versions.sensitive_since import told_as_sensitive
from padai.pipeline.versions.shared_people import said_the_same
from padai.pipeline.versions.whole_records import people_told, sensitive_of_few, tells_of_few
from padai.pipeline.versions.withdrawn_participation import (
    columns_read,
    of_one_column,
    one_name_each,
)
from padai.store import open_store
from padai.waves import Wave
from padai.words import Said

_SAME_RECORDS = 0.9


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
    waves = [(part, wave) for part, ready in parts.items() for wave in ready.waves]
    for other in _waves_elsewhere(order):
        for part, wave in waves:
            shared = shared_with(order, part, wave, other)
            if shared is not None:
                _refuse_beside(order, results, wave, other, said_the_same(wave, *shared))


def _refuse_beside(
    order: Order, results: Results, wave: Wave, other: Theirs, alike: NDArray[np.bool_]
) -> None:
    """Refuse what two tellings give away; `alike`: who said the same, of those in both files."""
    least = order.survey.confidentiality.sensitive_cell
    names = _names_here(wave, other)
    then = people_told(other.store.tables, other.store.facts, other.wave, names)
    now = people_told(results.tables, results.facts, wave.id)
    alone = max(then.people, now.people) - len(alike)
    apart = max(alone, int((~alike).sum()))
    if apart < least and tells_of_few(then, now, least):
        raise PublicationError(
            Said("pipeline-two-surveys-tell-whole-records", other=other.name, least=least),
            where=order.name,
        )
    if apart >= least and alike.mean() < _SAME_RECORDS:  # they were asked again
        return
    assert wave.survey is not None
    sensitive = told_as_sensitive(wave.survey)
    sensitive |= {names.get(name, name) for name in told_as_sensitive(other.store.survey)}
    name = sensitive_of_few(then, now, sensitive, least)
    if name is not None:
        raise PublicationError(
            Said(
                "pipeline-two-surveys-tell-a-sensitive-answer",
                other=other.name,
                name=name,
                least=least,
            ),
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


def _names_here(wave: Wave, other: Theirs) -> dict[str, str]:
    """Return what each question of a release is called here: one of those that read its column."""
    assert wave.survey is not None
    there = columns_read(other.store.survey, other.wave, other.part)
    here = columns_read(wave.survey, wave.id, wave.part)
    return one_name_each(of_one_column(there, here))
