"""Build a release whole, or leave what was there.

A build is a row of small steps, each a function of the order and of what the steps before it made:
``prepare`` the parts, make the ``tables``, the ``facts``, the store, what publishing makes of it,
the manifest. Then the version takes its place, is recorded, and the pages beside it follow.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from padai.errors import PublicationError, Said
from padai.participation.stages.participation_tables import refuse_words
from padai.pipeline.builds.built_release import BuiltRelease, built_of, title_of
from padai.pipeline.builds.panel_draw import draw_of_release
from padai.pipeline.builds.standing import keep_results
from padai.pipeline.builds.unchanged import definition_seen, home_of, keep, known, seen_of
from padai.pipeline.builds.version_steps import make_version
from padai.pipeline.machinery.atomic_swap import locked, plain_trouble, put_back, whole_or_nothing
from padai.pipeline.machinery.build_request import (
    Order,
    no_address,
    ordered,
    past_dates,
    refuse_unpublishable,
    rendered_formats,
)
from padai.pipeline.machinery.publisher_process import publish_apart
from padai.pipeline.machinery.stage_log import Log, Say, Stages
from padai.pipeline.machinery.withheld import withheld
from padai.pipeline.versions.deposited import left_out_note
from padai.pipeline.versions.follow_up import FOLDER as FOLLOW_UP
from padai.pipeline.versions.follow_up import check_following, write_follow_up
from padai.pipeline.versions.immutability import (
    changed_since,
    check_definition,
    check_engine,
    check_frozen,
    check_standing,
)
from padai.pipeline.versions.life import (
    check_life,
    own_record,
    record_of,
    write_records,
)
from padai.pipeline.versions.manifest import (
    MANIFEST,
    addressed,
    engine_used,
    read_manifest,
)
from padai.pipeline.versions.version_pages import write_beside
from padai.pipeline.versions.website import write_website
from padai.pipeline.versions.withdrawal import withdraw
from padai.spelling import called
from padai.store import inside_of, open_store
from padai.survey.following import load_following
from padai.survey.releases import MARKED, RELEASES_FILE


@called
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
        survey,
        wave,
        project,
        data_dir=data_dir,
        engine=engine,
        formats=formats,
        stages=stages_of(say, log),
        trust_templates=trust_templates,
    )
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
                built = BuiltRelease(title_of(order), order.target, names, notes)
                return _on_the_site(order, built, record)
            seen = seen_of(order, record, defined)
            if not fresh and (files := known(order, seen)) is not None:
                return _as_it_stands(order, files, record)
            check_definition(order)
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
    return BuiltRelease(title_of(order), order.target, tuple(files), notes, unchanged=True)


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
    check_following(survey, order.project)
    with put_back(survey.path / RELEASES_FILE), whole_or_nothing(order.target) as draft:
        kept = record or own_record(order) is not None
        before = None if fresh else order.target
        made = make_version(order, draft, before=before, record=kept, again=True)
        check_frozen(order, draft)
        new = record_of(order, draft, made.facts) if record else None
        followed = renew_follow_up(order, draft, fresh=fresh)
        if new is not None and own_record(order) is None:
            # before the version takes its place: one that stands there is always recorded
            survey = survey.model_copy(update={"releases": write_records(survey, [new])})
    keep_results(order, made.rests_on)
    followed += draw_of_release(order.survey, order.home, order.data_dir)
    write_beside(order, survey)
    built = built_of(order, made.names, followed)
    return replace(built, notes=(*left_out_note(made.facts), *made.notes))


def renew_follow_up(order: Order, version: Path, *, fresh: bool = False) -> list[Path]:
    """Renew ``suivi/`` from a version's store, whole or not at all; return its files."""
    if not load_following(order.survey).given:
        return []
    target = order.wave_folder / FOLLOW_UP
    with whole_or_nothing(target) as draft:
        made = write_follow_up(
            order.survey, order.project, version, draft, order.stages.say, None if fresh else target
        )
    return [target / path.relative_to(draft) for path in made]


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
        survey,
        wave,
        project,
        engine=engine,
        formats=formats,
        stages=stages_of(say, log),
        trust_templates=trust_templates,
    )
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
                inside_of(draft),
                draft,
                languages=None,
                formats=formats,
                engine=order.engine,
                overrides=order.project.reports_dir,
                what=what,
                before=None,
                progress=order.stages.say,
                taken=withheld(order.project, order.survey),
                trust_templates=order.trust_templates,
                site_url=order.site_url,
            )
            counts["files"] = len(published.files)
        names = [path.relative_to(draft) for path in published.files]
        check_frozen(order, draft, {name.as_posix() for name in names})
        used = {**engine_used(order.engine), "formats": list(formats)} if "report" in what else {}
        used |= published.on_trust | addressed(order.site_url)
        manifest.refresh(draft, published.files, published.steps, used)
        return names
