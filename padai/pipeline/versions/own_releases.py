"""What a survey put out of the same people before: under another name, or of a file that grew.

What went out of a wave as it is, under its name, is taken as known when today's tables are
protected. A wave that is called otherwise, or that the survey has no more, stands in none of them,
and its tables are out all the same; a file to which many were added holds the people of before.
Both are laid beside today's tables as those of another survey are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from padai.pipeline.machinery.build_request import Order
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.versions.corrections import Results
from padai.pipeline.versions.life import own_record, places
from padai.pipeline.versions.other_surveys import Theirs, laid_beside, shared_with, waves_of
from padai.pipeline.versions.shared_people import same_records
from padai.pipeline.versions.weighted_otherwise import totals
from padai.survey.releases import PUT_OUT


def held_to_own_releases(order: Order, parts: Mapping[str, Prepared], results: Results) -> Results:
    """Return results, where nothing of the same people that is out tells of few beside them.

    Raises
    ------
    PublicationError
        Names the release, the waves, the breakdowns and their groups, and no answer.
    """
    release = order.release
    if not order.survey.traits.estimated or release.status == "draft" or own_record(order):
        return results
    waves = [(part, wave) for part, ready in parts.items() for wave in ready.waves]
    now = {(part, wave.id) for part, wave in waves}
    for other in own_out(order):
        there = other.part, other.wave
        for part, wave in waves:
            same = wave.provenance.get("sha256", "") == other.digest
            if (part, wave.id) == there:
                known = same or results.few or not _grew(order, results, other)
            else:
                known = there in now and not same
            if known:
                continue
            shared = shared_with(order, part, wave, other)
            # people who are asked again answer anew
            if shared is not None and same_records(wave, *shared):
                laid_beside(order, results, part, wave, other)
    return results


def _grew(order: Order, results: Results, other: Theirs) -> bool:
    """Whether many more, or fewer, answered than in a version of the same wave."""
    place = other.part, other.wave
    before, after = (totals(tables, *place) for tables in (other.store.tables, results.tables))
    least = order.survey.confidentiality.minimum_group
    return any(abs(before[key][1] - after[key][1]) >= least for key in set(before) & set(after))


def own_out(order: Order) -> Iterator[Theirs]:
    """Yield the waves that the survey's versions show; one that stands in two places once."""
    for record in order.survey.releases:
        folders = places(order.project, order.survey.id, record)
        folder = next((each for each in folders if each.is_dir()), None)
        if record.status in PUT_OUT and folder is not None:
            yield from waves_of(order.survey, record, folder)
