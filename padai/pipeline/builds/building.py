"""Build a release whole, or leave what was there.

A build is a row of small steps, each a function of the order and of what the steps before it made:
``prepare`` the parts, make the ``tables``, the ``facts``, the store, what publishing makes of it,
the manifest. Then the version takes its place, is recorded, and the pages beside it follow.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from padai.errors import PublicationError, Said
from padai.numerics.threads import one_thread
from padai.participation.stages.participation_tables import participation_tables, refuse_words
from padai.pipeline.builds.panel_draw import draw_of_release
from padai.pipeline.builds.standing import (
    Rests,
    copy_tables,
    keep_results,
    rests_of,
    standing_results,
    texts_standing,
)
from padai.pipeline.builds.unchanged import definition_seen, home_of, keep, known, seen_of
from padai.pipeline.machinery.atomic_swap import locked, plain_trouble, put_back, whole_or_nothing
from padai.pipeline.machinery.build_request import (
    Order,
    no_address,
    ordered,
    past_dates,
    refuse_unpublishable,
    rendered_formats,
)
from padai.pipeline.machinery.publisher_process import Published, publish_apart
from padai.pipeline.machinery.sbom import write_bill
from padai.pipeline.machinery.stage_log import Log, Say, Stages
from padai.pipeline.machinery.withheld import withheld
from padai.pipeline.parts.coarsening import coarsened
from padai.pipeline.parts.confidential import public_figures
from padai.pipeline.parts.facts import LEVEL, facts_of
from padai.pipeline.parts.preparation import Prepared, prepare
from padai.pipeline.seals import declared_periods, declared_rows, facts_of_seal, sealed_of
from padai.pipeline.tables.aggregation import tables_of
from padai.pipeline.tables.deposit import Anonymised, deposit_of
from padai.pipeline.versions.by_count import held_to_count
from padai.pipeline.versions.corrections import Results, corrections_of
from padai.pipeline.versions.follow_up import FOLDER as FOLLOW_UP
from padai.pipeline.versions.follow_up import earlier_register, write_follow_up
from padai.pipeline.versions.immutability import (
    changed_since,
    check_engine,
    check_frozen,
    check_standing,
)
from padai.pipeline.versions.life import (
    EarlierStore,
    added_after,
    check_life,
    earlier_stores,
    own_record,
    record_of,
    records_before,
    write_records,
)
from padai.pipeline.versions.manifest import (
    MANIFEST,
    addressed,
    engine_used,
    input_files,
    read_manifest,
    write_manifest,
)
from padai.pipeline.versions.panel_versions import without_small_corrections
from padai.pipeline.versions.recomputed import FACT, quoted
from padai.pipeline.versions.version_pages import write_beside
from padai.pipeline.versions.website import write_website
from padai.pipeline.versions.withdrawal import withdraw
from padai.publishing.products.opendata.columns import FOLDER
from padai.store import INSIDE, inside_of, open_store, tables_digest, write_store
from padai.survey import Survey
from padai.survey.following import load_following
from padai.survey.noted import texts_read
from padai.survey.releases import MARKED, RELEASES_FILE

KINDS: dict[str, tuple[str, ...]] = {
    "report": ("rapport", "report"),
    "summary": ("sommaire", "summary"),
    "press": ("presse", "press"),
    "figures": ("chiffres-cles", "key-figures"),
    "explorer": ("explorateur", "explorer"),
    "tables": ("tableaux", "tables"),
    "open": (),
    "follow-up": ("suivi", "follow-up"),
    "draw": ("tirage", "draw"),
    "manifest": (),
}
"""What a release holds, in the order in which it is listed, by the names of the files."""
EVERYTHING = ("report", "tables")
"""What publishing is asked for by a build."""
DRAWN = ("draft",)
"""What publishing is asked for by a draft."""


@dataclass(frozen=True)
class BuiltRelease:
    """What was written: (kind, language, path) of each file, and what the reader should know.

    `unchanged` says that all of it stood there already, as a build would have made it.
    """

    title: str
    folder: Path
    files: tuple[tuple[str, str, Path], ...]
    notes: tuple[Said, ...] = ()
    unchanged: bool = False


def build(
    survey: str | Path,
    *,
    wave: str | None = None,
    project: str | Path | None = None,
    data_dir: str | Path | None = None,
    engine: str = "auto",
    formats: Sequence[str] | None = None,
    say: Say | None = None,
    log: Log | None = None,
    record: bool = True,
    trust_templates: bool = False,
    fresh: bool = False,
) -> BuiltRelease:
    """Read, validate, weight, estimate, compare, disclose and publish one wave.

    Parameters
    ----------
    survey
        The survey's folder.
    wave
        The wave, the last one where not named.
    project
        The folder that holds ``padai.yaml``; found upward from the survey where not named.
    data_dir
        Where the data files are, before the environment variable and the definition.
    engine
        As the renderer takes it.
    formats
        Of the reports: ``"html"``, ``"pdf"``, ``"docx"``; those that the definition lists, all
        three unless it lists fewer, where none is named.
    say
        Called with a short text as the work goes on.
    log
        Called at the end of each stage with ``stage``, ``seconds`` and ``counts``.
    record
        Whether ``releases.yaml`` records the version. Without it the version is a rehearsal, which
        only a draft or a demonstration may be.
    trust_templates
        Whether templates of the project that run Python may do so where the system cannot hold
        them to the store (it can on Linux); the manifest then names them.
    fresh
        Whether to make everything anew, even what a build knows to be the same as it stands.

    Returns
    -------
    BuiltRelease
        With the paths of reports, data tables and manifest; `unchanged` where nothing was to do.

    Raises
    ------
    FindingsError
        The data have findings that stop publication.
    PadaiError
        Anything else that the user can mend. What was published before is untouched.

    Examples
    --------
    >>> release = padai.build("surveys/example")  # doctest: +SKIP
    """
    defined = definition_seen(survey)
    order = ordered(
        survey, wave, project, data_dir=data_dir, engine=engine, formats=formats,
        stages=stages_of(say, log), trust_templates=trust_templates,
    )  # fmt: skip
    refuse_unpublishable(order.survey, order.wave)
    refuse_words(order.survey)
    check_life(order)
    _check_rehearsal(order, record)
    with plain_trouble(order.name):
        order.home.mkdir(parents=True, exist_ok=True)
        with locked(order.home, order.name):
            check_standing(order)
            check_engine(order)
            if order.release.status == "withdrawn":
                notes, names = withdraw(order)
                built = BuiltRelease(_title(order), order.target, names, notes)
                return _on_the_site(order, built, record)
            seen = seen_of(order, record, defined)
            if not fresh and (files := known(order, seen)) is not None:
                return _as_it_stands(order, files, record)
            built = _build(order, record, fresh)
            home = home_of(order)
        built = _on_the_site(order, built, record)
        keep(order, seen, seen_of(order, record, defined), home, built.files)
        return built


def _as_it_stands(
    order: Order, files: Sequence[tuple[str, str, Path]], record: bool
) -> BuiltRelease:
    """Return a release of which every file is what a build would make it."""
    with order.stages.stage("unchanged") as counts:
        counts["files"] = len(files)
    notes = () if order.release.status in MARKED or not record else _of_the_site(order)
    return BuiltRelease(_title(order), order.target, tuple(files), notes, unchanged=True)


def _on_the_site(order: Order, built: BuiltRelease, record: bool = True) -> BuiltRelease:
    """Refresh the website, where the release has a place in it; add its front page to the files."""
    if order.release.status in MARKED or not record:
        return built
    front = write_website(order.project, order.stages)
    files = (*built.files, ("site", "", front))
    return replace(built, files=files, notes=(*built.notes, *_of_the_site(order)))


def _of_the_site(order: Order) -> tuple[Said, ...]:
    return (*past_dates(order.survey, dt.date.today()), *no_address(order.project))


def stages_of(say: Say | None, log: Log | None) -> Stages:
    """Return the stages of a build, told to whoever listens."""
    given = {"say": say, "log": log}
    return Stages(**{name: tell for name, tell in given.items() if tell is not None})  # type: ignore[arg-type]


def _check_rehearsal(order: Order, record: bool) -> None:
    status = order.release.status
    if not record and status not in ("draft", "demonstration"):
        raise PublicationError(
            Said("pipeline-a-release-with-the-status-is-always", status=status),
            where=order.name,
        )


def _build(order: Order, record: bool, fresh: bool) -> BuiltRelease:
    survey = order.survey
    with put_back(survey.path / RELEASES_FILE), whole_or_nothing(order.target) as draft:
        kept = record or own_record(order) is not None
        before = None if fresh else order.target
        made = make_version(order, draft, before=before, record=kept)
        check_frozen(order, draft)
        new = record_of(order, draft, made.facts) if record else None
        followed = renew_follow_up(order, draft)
        if new is not None and own_record(order) is None:
            # before the version takes its place: one that stands there is always recorded
            survey = survey.model_copy(update={"releases": write_records(survey, [new])})
    followed += draw_of_release(order.survey, order.home, order.data_dir)
    write_beside(order, survey)
    return built_of(order, made.names, followed)


def renew_follow_up(order: Order, version: Path) -> list[Path]:
    """Make ``suivi/`` anew from a version's store, whole or not at all; return its files."""
    if not load_following(order.survey).given:
        return []
    target = order.wave_folder / FOLLOW_UP
    with whole_or_nothing(target) as draft:
        made = write_follow_up(order.survey, order.project, version, draft, order.stages.say)
    return [target / path.relative_to(draft) for path in made]


# --- the steps of a version, in order ------------------------------------------------------------


@dataclass(frozen=True)
class MadeVersion:
    """What a version holds: the names of what was published, and the facts of its store."""

    names: list[Path]
    facts: Mapping[str, Any]


@one_thread()
def make_version(
    order: Order,
    folder: Path,
    before: Path | None = None,
    *,
    record: bool = True,
    parts: Mapping[str, Prepared] | None = None,
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
    """
    earlier = earlier_stores(order)
    rests = rests_of(order)
    made = _standing(order, before, rests) or estimated_anew(order, parts, earlier)
    declared, order = order, replace(order, survey=made.survey)
    results, deposit = made.results, made.deposit
    stored = _stored(order, folder, results, made.taken)
    witness = quoted(order, tables_digest(folder / INSIDE))
    if witness is not None:
        results = replace(results, facts={**results.facts, FACT: witness})
        stored = _stored(order, folder, results, made.taken)
    if deposit is None and made.survey is declared.survey:
        keep_results(declared, rests, rests_of(declared), made.read, folder / INSIDE)
    published = _published(order, folder, before)
    # after publishing, which never has records about people within its reach
    deposited = deposit.write_into(folder) if deposit is not None else []
    write_manifest(
        folder,
        survey=order.survey.id,
        wave=order.wave,
        release=order.release.model_dump(mode="json"),
        parameters={"level": LEVEL, "overlap": order.survey.overlap, **engine_used(order.engine),
                    "formats": list(order.formats), **addressed(order.site_url),
                    **published.on_trust},
        inputs=input_files(order),
        outputs=[*stored, *published.files, *deposited, write_bill(folder / INSIDE)],
        earlier={store.record.name: store.record.store for store in earlier},
        steps=published.steps,
        exclusions=results.facts["exclusions"],
        rehearsal=not record,
    )  # fmt: skip
    return MadeVersion([path.relative_to(folder) for path in published.files], results.facts)


@dataclass(frozen=True)
class Made:
    """What a store is written of: a definition, results, and the texts that they were made from."""

    survey: Survey
    results: Results
    read: Sequence[str]
    deposit: Anonymised | None = None
    taken: Path | None = None
    """The version whose tables were taken over."""


def _stored(order: Order, folder: Path, results: Results, taken: Path | None) -> list[Path]:
    """Write the store, with the very bytes of tables that were taken over."""
    inside = folder / INSIDE
    stored = write_store(inside, order.survey, order.wave, results.tables, results.facts)
    if taken is not None:
        copy_tables(taken, inside)
    return stored


def _standing(order: Order, before: Path | None, rests: Rests | None) -> Made | None:
    """Take over the results of the version that stands, where estimating would give the same."""
    results = standing_results(order, before, rests)
    if results is None:
        return None
    with order.stages.stage("estimate") as counts:
        counts["taken over"] = len(results.tables)
    return Made(order.survey, results, texts_standing(order), taken=before)


def estimated_anew(
    order: Order, parts: Mapping[str, Prepared] | None, earlier: Sequence[EarlierStore]
) -> Made:
    """Read, estimate, compare and disclose, and note which texts of the definition that took."""
    with texts_read(order.survey) as read:
        survey, parts = coarsened(order.survey, _parts(order) if parts is None else parts)
        now = replace(order, survey=survey)
        results = held_to_count(now, parts, _results(now, parts), earlier)
        results = _sealed(order, _compared(now, results, earlier), earlier)
        deposit = deposit_of(survey, parts)
    if deposit is not None:
        results = replace(results, facts={**results.facts, "deposit": deposit.facts})
    return Made(survey, results, sorted(read), deposit)


def _parts(order: Order) -> dict[str, Prepared]:
    """Read, validate and weight every part of the wave, with the waves before it."""
    made = {}
    for part in order.survey.wave(order.wave).parts:
        with order.stages.stage("prepare") as counts:
            ready = prepare(order.survey, order.wave, part, order.data_dir, order.stages.say)
            counts["waves"] = len(ready.waves)
            counts["findings"] = sum(len(found.items) for found in ready.findings)
            counts["respondents"] = len(ready.last.weights)
        made[part] = ready
    return made


def _results(order: Order, parts: Mapping[str, Prepared]) -> Results:
    """Estimate, compare and disclose: the tables of the store, and its facts."""
    survey, wave = order.survey, order.wave
    with order.stages.stage("estimate") as counts:
        if survey.kind == "tracker":
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


def _compared(order: Order, results: Results, earlier: Sequence[EarlierStore]) -> Results:
    """Add what the release says otherwise than the one before it."""
    release = {**results.facts["release"], "added_key_results": added_after(order)}
    release |= {"unreviewed": True} if order.draft else {}
    tables = dict(results.tables)
    if order.survey.kind == "tracker":
        with order.stages.stage("compare releases") as counts:
            found = corrections_of(order, results, earlier)
            counts["corrections"] = len(found.frame)
        tables["corrections"] = found.frame
        release |= found.facts
    if order.survey.kind == "panel":
        same = [store.folder for store in earlier if store.record.wave == order.wave]
        tables = without_small_corrections(order.survey, tables, same)
    return replace(results, tables=tables, facts={**results.facts, "release": release})


def _sealed(order: Order, results: Results, earlier: Sequence[EarlierStore]) -> Results:
    """Say of every comparison whether it was declared before the data, and by which proof."""
    if order.survey.kind != "tracker":
        return results
    sealed = sealed_of(order, earlier)
    tables = dict(results.tables)
    changes, periods = tables["differences"], tables["slopes"]
    tables["differences"] = changes.assign(declared=declared_rows(sealed, order.survey, changes))
    tables["slopes"] = periods.assign(declared=declared_periods(sealed, order.survey, periods))
    facts = {**results.facts, "declared": facts_of_seal(order, sealed)}
    return replace(results, tables=tables, facts=facts)


def _published(order: Order, folder: Path, before: Path | None) -> Published:
    """Publish the store in a process that has no way to a respondent."""
    with order.stages.stage("publish") as counts:
        published = publish_apart(
            folder / INSIDE, folder, languages=None, formats=order.formats, engine=order.engine,
            overrides=order.project.reports_dir, before=before,
            what=DRAWN if order.draft else EVERYTHING,
            progress=order.stages.say,
            taken=withheld(order.project, order.survey, order.data_dir),
            trust_templates=order.trust_templates, site_url=order.site_url,
        )  # fmt: skip
        counts["files"] = len(published.files)
        counts["steps"] = len(published.steps)
        counts["taken over"] = sum(step["taken_over"] for step in published.steps)
    return published


# --- from a store that is there ------------------------------------------------------------------


def publish_again(
    survey: str | Path,
    *,
    wave: str | None = None,
    project: str | Path | None = None,
    engine: str = "auto",
    formats: Sequence[str] = (),
    what: Sequence[str] = ("report",),
    say: Say | None = None,
    log: Log | None = None,
    trust_templates: bool = False,
) -> BuiltRelease:
    """Publish again from a store that was built, without reading a respondent.

    Parameters
    ----------
    formats
        Further formats of the reports, beside those that the version has.
    trust_templates
        As :func:`build` takes it.

    Raises
    ------
    PublicationError
        The wave was not built yet.
    """
    order = ordered(
        survey, wave, project, engine=engine, formats=formats, stages=stages_of(say, log),
        trust_templates=trust_templates,
    )  # fmt: skip
    command = f"padai build {order.project.surveys}/{order.survey.id} --wave {order.wave}"
    if not (inside_of(order.target) / MANIFEST).is_file():
        raise PublicationError(
            Said("pipeline-this-wave-has-no-store-yet-run", command=command),
            where=order.name,
        )
    open_store(inside_of(order.target))
    with plain_trouble(order.name), locked(order.home, order.name):
        check_standing(order, mending=True)
        check_engine(order)
        names = _publish_again(order, what)
        followed = renew_follow_up(order, order.target) if "report" in what else []
        write_beside(order, order.survey)
    own = own_record(order)
    # one that still lacks files is no part of the site yet
    whole = own is not None and not changed_since(order.target, own)
    return _on_the_site(order, built_of(order, names, followed), whole)


def _publish_again(order: Order, what: Sequence[str]) -> list[Path]:
    """Put in place a copy of the version in which what was asked for is made anew."""
    with whole_or_nothing(order.target) as draft:
        shutil.copytree(order.target, draft, dirs_exist_ok=True)
        manifest = read_manifest(draft)
        both = {*manifest.formats, *order.formats}
        formats = rendered_formats(sorted(both))
        with order.stages.stage("publish") as counts:
            published = publish_apart(
                inside_of(draft), draft, languages=None, formats=formats, engine=order.engine,
                overrides=order.project.reports_dir, what=what, before=None,
                progress=order.stages.say, taken=withheld(order.project, order.survey),
                trust_templates=order.trust_templates, site_url=order.site_url,
            )  # fmt: skip
            counts["files"] = len(published.files)
        names = [path.relative_to(draft) for path in published.files]
        check_frozen(order, draft, {name.as_posix() for name in names})
        used = {**engine_used(order.engine), "formats": list(formats)} if "report" in what else {}
        used |= published.on_trust | addressed(order.site_url)
        manifest.refresh(draft, published.files, published.steps, used)
        return names


# --- what is said of a release -------------------------------------------------------------------


def _title(order: Order) -> str:
    version = "" if order.draft else f" {order.target.name}"
    return f"{order.survey.id} {order.wave}{version}"


def _kind(name: Path) -> str:
    """Say what a file is by how its name starts: the name of a draft says more."""
    starts = (k for k, stems in KINDS.items() if name.stem.startswith(stems) and stems)
    return next(starts, "tables")


def built_of(order: Order, names: Sequence[Path], followed: Sequence[Path] = ()) -> BuiltRelease:
    """Return what a person is told of a version: its files, by kind and language."""
    target, languages = order.target, order.survey.languages
    files: list[tuple[str, str, Path]] = [
        (_kind(name), name.parts[0], target / name)
        for name in names
        if len(name.parts) == 2
        and name.parts[0] in languages
        and name.suffix not in (".png", ".txt")
    ]
    places: dict[str, int] = {lang: place for place, lang in enumerate(languages)}
    files.sort(key=lambda f: (list(KINDS).index(f[0]), places[f[1]]))
    if any(name.parts[0] == FOLDER for name in names):
        files.append(("open", "", target / FOLDER))
    files += [
        (kind, path.parent.name if kind == "follow-up" else "", path)
        for kind in ("follow-up", "draw")
        for path in followed
        if path.stem.startswith(KINDS[kind]) and path.suffix == ".html"
    ]
    files.append(("manifest", "", inside_of(target) / MANIFEST))
    return BuiltRelease(_title(order), target, tuple(files))
