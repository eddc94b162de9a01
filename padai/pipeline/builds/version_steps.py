"""The steps of a version, in order: what is read, estimated, compared, stored and published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from padai.numerics.threads import one_thread
from padai.participation.stages.participation_tables import participation_tables
from padai.pipeline.builds.standing import (
    Rests,
    StandingDeposit,
    copy_tables,
    found_to_rest,
    keep_last_digits,
    rests_of,
    standing_results,
    texts_standing,
)
from padai.pipeline.machinery.build_request import (
    Order,
)
from padai.pipeline.machinery.publisher_process import PublisherOutput, publish_apart
from padai.pipeline.machinery.sbom import write_bill
from padai.pipeline.machinery.withheld import withheld
from padai.pipeline.parts.coarsening import coarsened
from padai.pipeline.parts.confidential import public_figures
from padai.pipeline.parts.facts import LEVEL, facts_of
from padai.pipeline.parts.looking import passed, passed_before
from padai.pipeline.parts.preparation import Prepared, prepare
from padai.pipeline.parts.told_errors import refuse_told_by_weight
from padai.pipeline.seals import declared_periods, declared_rows, facts_of_seal, sealed_of
from padai.pipeline.tables.aggregation import tables_of
from padai.pipeline.tables.deposit import CHECKSUMS, Anonymised
from padai.pipeline.versions.blinding import blinded
from padai.pipeline.versions.by_count import held_to_count
from padai.pipeline.versions.consultation_versions import of_the_same_people, refuse_few_apart
from padai.pipeline.versions.corrections import Results, corrections_of
from padai.pipeline.versions.deposited import deposit_for
from padai.pipeline.versions.follow_up import earlier_register
from padai.pipeline.versions.immutability import check_results
from padai.pipeline.versions.life import (
    EarlierStore,
    added_after,
    earlier_stores,
    records_before,
)
from padai.pipeline.versions.manifest import (
    addressed,
    engine_used,
    input_files,
    write_manifest,
)
from padai.pipeline.versions.other_rounding import refuse_other_rounding
from padai.pipeline.versions.other_surveys import held_to_other_surveys
from padai.pipeline.versions.own_releases import held_to_own_releases
from padai.pipeline.versions.own_waves import held_to_own_waves
from padai.pipeline.versions.panel_versions import (
    departures_beside,
    without_other_editions,
    without_small_corrections,
)
from padai.pipeline.versions.recomputed import FACT, log_path, quoted
from padai.pipeline.versions.sensitive_since import refuse_told_before
from padai.pipeline.versions.whole_records import (
    refuse_whole_records,
    without_what_others_told,
)
from padai.pipeline.versions.whole_records_elsewhere import refuse_told_elsewhere
from padai.pipeline.versions.withdrawn_cells import held_to_withdrawals
from padai.pipeline.versions.worst_otherwise import without_other_worst
from padai.store import BLIND, INSIDE, write_store, write_texts
from padai.survey import Survey
from padai.survey.duration import estimated_minutes
from padai.survey.noted import texts_read
from padai.words import Said

EVERYTHING = ("report", "tables")
"""What publishing is asked for by a build."""
DRAWN = ("draft",)
"""What publishing is asked for by a draft."""
_OTHER_DIGITS = (Said("pipeline-other-last-digits"),)


@dataclass(frozen=True)
class MadeVersion:
    """What a version holds: the names of what was published, and the facts of its store.

    Attributes
    ----------
    rests_on
        What its tables rest on, to be kept once the version stands.
    """

    names: list[Path]
    facts: Mapping[str, Any]
    rests_on: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[Said, ...] = ()


@one_thread()
def make_version(
    order: Order,
    folder: Path,
    before: Path | None = None,
    *,
    record: bool = True,
    parts: Mapping[str, Prepared] | None = None,
    again: bool = False,
) -> MadeVersion:
    """Make a whole version in an empty folder, by every step from reading to the manifest.

    Parameters
    ----------
    before
        The version as it stands: what is published from files that did not change is taken over.
    record
        Whether it is put out; a rehearsal says so in its manifest.
    parts
        The parts of the wave, where they were read already.
    again
        Whether it is held to what went out, which keeps its last digits on another processor.
    """
    earlier = earlier_stores(order)
    rests = rests_of(order)
    made = _standing(order, before, rests) or estimated_anew(order, parts, earlier, before)
    declared, order = order, replace(order, survey=made.survey)
    results, deposit = _told_last(order, made.results), made.deposit
    stored = _stored(order, folder, results, made.taken)
    witness = quoted(order, folder / INSIDE, results.facts.get(BLIND, ""))
    if witness is not None:
        results = replace(results, facts={**results.facts, FACT: witness})
        write_texts(folder / INSIDE, order.survey, order.wave, results.facts)
    notes = _held_to_record(order, folder) if again else ()
    published = _published(order, folder, before)
    # after publishing, which never has records about people within its reach
    deposited = deposit.write_into(folder) if deposit is not None else []
    rests_on: Mapping[str, Any] = {}
    if made.survey is declared.survey:
        later, records = rests_of(declared), [p for p in deposited if p.name != CHECKSUMS]
        rests_on = found_to_rest(rests, later, made.read, folder / INSIDE, records)
    write_manifest(
        folder,
        survey=order.survey.id,
        wave=order.wave,
        release=order.release.model_dump(mode="json"),
        parameters={
            "level": LEVEL,
            "overlap": order.survey.overlap,
            **engine_used(order.engine),
            "formats": list(order.formats),
            **addressed(order.site_url),
            **published.on_trust,
        },
        inputs=_inputs(order, quoted=witness is not None),
        outputs=[*stored, *published.files, *deposited, write_bill(folder / INSIDE)],
        earlier={store.record.name: store.record.store for store in earlier},
        steps=published.steps,
        exclusions=results.facts["exclusions"],
        rehearsal=not record,
    )
    names = [path.relative_to(folder) for path in published.files]
    return MadeVersion(names, results.facts, rests_on, notes)


def _held_to_record(order: Order, folder: Path) -> tuple[Said, ...]:
    """Give results their last digits as they went out, and refuse others; return what to tell."""
    notes = _OTHER_DIGITS if keep_last_digits(order, folder / INSIDE) else ()
    check_results(order, folder)
    return notes


@dataclass(frozen=True)
class StoreSources:
    """What a store is written of: a definition, results, and the texts that they were made from."""

    survey: Survey
    results: Results
    read: Sequence[str]
    deposit: Anonymised | StandingDeposit | None = None
    taken: Path | None = None
    """The version whose tables were taken over."""


def _inputs(order: Order, *, quoted: bool) -> dict[str, Path]:
    """Return what a version rests on: a log of other tables is read, and nothing rests on it."""
    inputs = input_files(order)
    left = None if quoted else log_path(order)
    return {name: path for name, path in inputs.items() if path != left}


def _told_last(order: Order, results: Results) -> Results:
    """Add the facts that no table is made of."""
    results = timed(order, results)
    return replace(results, facts=blinded(order, results.facts))


def timed(order: Order, results: Results) -> Results:
    """Add how long the questionnaire takes: its words tell it, and no table is made of them."""
    minutes = estimated_minutes(order.survey, order.wave)
    return replace(results, facts={**results.facts, "minutes": minutes})


def _stored(order: Order, folder: Path, results: Results, taken: Path | None) -> list[Path]:
    """Write the store, with the very bytes of tables that were taken over."""
    inside = folder / INSIDE
    if taken is None:
        return write_store(inside, order.survey, order.wave, results.tables, results.facts)
    copied = copy_tables(taken, inside)
    return [*copied, write_texts(inside, order.survey, order.wave, results.facts)]


def _standing(order: Order, before: Path | None, rests: Rests | None) -> StoreSources | None:
    """Take over the results of the version that stands, where estimating would give the same."""
    standing = standing_results(order, before, rests)
    if standing is None:
        return None
    results, deposit = standing
    with order.stages.stage("estimate") as counts:
        counts["taken over"] = len(results.tables)
    return StoreSources(order.survey, results, texts_standing(order), deposit, taken=before)


def estimated_anew(
    order: Order,
    parts: Mapping[str, Prepared] | None,
    earlier: Sequence[EarlierStore],
    before: Path | None = None,
) -> StoreSources:
    """Read, estimate, compare and disclose, and note which texts of the definition that took.

    `before`, the version as it stands: without it everything is made anew, and no verdict on the
    waves before is taken.
    """
    refuse_other_rounding(order, earlier)
    # what the register lacks is told before anything is read; it is made where tables are
    earlier_register(order.survey, order.project, order.wave)
    validated = order.survey.wave(order.wave).parts if parts is None else ()
    verdict = passed(order.survey, order.wave, validated, order.data_dir)
    # before the texts that estimating reads are noted: a verdict's key reads them all
    known = _known_to_pass(order, validated if before is not None else ())
    with verdict, texts_read(order.survey) as read:
        survey, parts = coarsened(order.survey, _parts(order, known) if parts is None else parts)
        now = replace(order, survey=survey)
        for ready in parts.values():
            refuse_told_by_weight(order.survey, survey, ready.waves)
        results = held_to_withdrawals(now, _results(now, parts), earlier)
        results = held_to_count(now, parts, results, earlier)
        results = without_other_worst(survey, results, earlier)
        results = held_to_own_waves(now, parts, results)
        results = held_to_own_releases(now, parts, results)
        results = held_to_other_surveys(now, parts, results)
        results = _sealed(order, _compared(now, parts, results, earlier), earlier)
        if not survey.traits.estimated:
            refuse_told_elsewhere(now, parts, results)
        deposit, deposited_facts = deposit_for(now, parts, results.tables)
    results = replace(results, facts={**results.facts, **deposited_facts})
    return StoreSources(survey, results, sorted(read), deposit)


def _known_to_pass(order: Order, parts: Iterable[str]) -> dict[str, Mapping[str, str]]:
    """Return the hashes of the files of the waves before, by part, where they are known to pass."""
    of = (order.survey, order.wave)
    return {part: passed_before(*of, part, order.data_dir) for part in parts}


def _parts(order: Order, known: Mapping[str, Mapping[str, str]]) -> dict[str, Prepared]:
    """Read, validate and weight every part of the wave, with the waves before it."""
    made = {}
    for part in order.survey.wave(order.wave).parts:
        with order.stages.stage("prepare") as counts:
            of = (order.survey, order.wave, part, order.data_dir)
            ready = prepare(*of, order.stages.say, known.get(part, {}))
            counts["waves"] = len(ready.waves)
            counts["findings"] = sum(len(findings.items) for findings in ready.findings)
            counts["respondents"] = len(ready.last.weights)
        made[part] = ready
    return made


def _results(order: Order, parts: Mapping[str, Prepared]) -> Results:
    """Estimate, compare and disclose: the tables of the store, and its facts."""
    survey, wave = order.survey, order.wave
    with order.stages.stage("estimate") as counts:
        if survey.traits.estimated:
            known = survey.model_copy(update={"releases": records_before(order)})
            public = public_figures(known, order.project, wave, order.release.version)
            tables = tables_of(survey, wave, parts, order.stages.say, public)
            facts = facts_of(survey, wave, parts)
        else:
            tables, facts = participation_tables(survey, wave, parts, order.data_dir)
        if (kept := earlier_register(survey, order.project, wave)) is not None:
            tables["register"], facts["register"] = kept.rows, kept.facts
        counts.update({name: len(frame) for name, frame in tables.items()})
    return Results(tables, facts)


def _compared(
    order: Order,
    parts: Mapping[str, Prepared],
    results: Results,
    earlier: Sequence[EarlierStore],
) -> Results:
    """Add what the release says otherwise than the one before it."""
    release = {**results.facts["release"], "added_key_results": added_after(order)}
    release |= {"unreviewed": True} if order.draft else {}
    tables, facts = dict(results.tables), dict(results.facts)
    if order.survey.traits.estimated:
        with order.stages.stage("compare releases") as counts:
            corrections = corrections_of(order, results, earlier)
            counts["corrections"] = len(corrections.frame)
        tables["corrections"] = corrections.frame
        release |= corrections.facts
    refuse_told_before(order, earlier)
    same = {s.record.name: s.folder for s in earlier if s.record.wave == order.wave}
    held = frozenset[str]()
    if order.survey.traits.members_known:
        tables = without_small_corrections(order.survey, tables, [*same.values()])
        others = [s.folder for s in earlier if s.record.wave != order.wave]
        tables = without_other_editions(order.survey, tables, others)
        stores = [s.folder for s in earlier]
        least = order.survey.confidentiality.sensitive_cell
        facts["departures"] = departures_beside(facts["departures"], stores, least)
        tables = without_what_others_told(order, replace(results, tables=tables), earlier)
    elif not order.survey.traits.estimated:
        held = held.union(*(of_the_same_people(ready.waves) for ready in parts.values()))
        same |= {s.record.name: s.folder for s in earlier if s.record.wave in held}
        refuse_few_apart(order.survey, order.wave, tables, same)
    if not order.survey.traits.estimated:
        refuse_whole_records(order, replace(results, tables=tables), earlier, held)
    return replace(results, tables=tables, facts={**facts, "release": release})


def _sealed(order: Order, results: Results, earlier: Sequence[EarlierStore]) -> Results:
    """Say of every comparison whether it was declared before the data, and by which proof."""
    if not order.survey.traits.estimated:
        return results
    sealed = sealed_of(order, earlier)
    tables = dict(results.tables)
    changes, periods, late = tables["differences"], tables["slopes"], added_after(order)
    tables["differences"] = changes.assign(
        declared=declared_rows(sealed, order.survey, changes, late)
    )
    tables["slopes"] = periods.assign(
        declared=declared_periods(sealed, order.survey, periods, late)
    )
    facts = {**results.facts, "declared": facts_of_seal(order, sealed)}
    return replace(results, tables=tables, facts=facts)


def _published(order: Order, folder: Path, before: Path | None) -> PublisherOutput:
    """Publish the store in a process that has no way to a respondent."""
    with order.stages.stage("publish") as counts:
        published = publish_apart(
            folder / INSIDE,
            folder,
            languages=None,
            formats=order.formats,
            engine=order.engine,
            overrides=order.project.reports_dir,
            before=before,
            what=DRAWN if order.draft else EVERYTHING,
            progress=order.stages.say,
            taken=withheld(order.project, order.survey, order.data_dir),
            trust_templates=order.trust_templates,
            site_url=order.site_url,
        )
        counts["files"] = len(published.files)
        counts["steps"] = len(published.steps)
        counts["taken over"] = sum(step["taken_over"] for step in published.steps)
    return published
