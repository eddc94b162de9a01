"""A draft at once: the report of a definition that is not finished, where no release goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from padai.errors import DefinitionError, Said
from padai.pipeline.builds.building import stages_of
from padai.pipeline.builds.built_release import BuiltRelease, built_of
from padai.pipeline.builds.unfinished import draft_language, drafted
from padai.pipeline.builds.version_steps import make_version
from padai.pipeline.machinery.atomic_swap import locked, plain_trouble, whole_or_nothing
from padai.pipeline.machinery.build_request import Order, ordered, rendered_formats
from padai.pipeline.machinery.stage_log import Log, Say, Stages
from padai.pipeline.parts.coarsening import coarsened, with_rare_merged, without
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.parts.scoping import scoped, told
from padai.pipeline.parts.told_errors import weighing_apart
from padai.pipeline.versions.life import records_of
from padai.survey import Survey, load_survey
from padai.waves.drawn import refuse_unconfirmed
from padai.words import Joined


def build_draft(
    survey: str | Path,
    *,
    wave: str | None = None,
    lang: str = "fr",
    project: str | Path | None = None,
    data_dir: str | Path | None = None,
    engine: str = "auto",
    formats: Sequence[str] = ("html",),
    say: Say | None = None,
    log: Log | None = None,
) -> BuiltRelease:
    """Make the report of an unfinished definition, in ``drafts/<survey>/<wave>/``.

    Texts that are lacking are taken from labels, or say that they are not supplied; nets, key
    results and chapters are proposed where there are none, and say so; every page says that it is a
    draft that nobody reviewed. Confidentiality holds as in a release. Nothing is recorded, and no
    release is replaced.

    Parameters
    ----------
    lang
        ``"fr"`` or ``"en"``: the language of the pages of a survey in neither; its labels stay.
    survey, wave, project, data_dir, engine, formats, say, log
        As :func:`padai.pipeline.build` takes them.

    Raises
    ------
    DefinitionError
        A design is still to be confirmed, or the survey is a panel or a consultation.
    FindingsError
        The data have findings that no draft can set aside.

    Examples
    --------
    >>> drawn = build_draft("surveys/mine", lang="en")  # doctest: +SKIP
    """
    order = draft_order(
        survey,
        wave=wave,
        lang=lang,
        project=project,
        data_dir=data_dir,
        engine=engine,
        formats=formats,
        stages=stages_of(say, log),
    )
    count = len(load_survey(survey).to_complete())
    with order.stages.stage("prepare") as counts:
        whole, parts, aside = scoped(order.survey, order.wave, order.data_dir, order.stages.say)
        counts["set aside"] = len(aside)
        whole, parts, apart = _without_apart(whole, parts)
        whole, parts, rare = _with_rare_merged(whole, parts, order.survey.languages[0])
        if rare:
            whole, parts, more = _without_apart(whole, parts)
            gone = {note.facts["breakdown"] for note in more}
            rare = [note for note in rare if note.facts["breakdown"] not in gone]
            apart += more
    order = replace(order, survey=whole)
    with plain_trouble(order.name):
        order.home.mkdir(parents=True, exist_ok=True)
        with locked(order.home, order.name), whole_or_nothing(order.target) as folder:
            made = make_version(order, folder, order.target, record=False, parts=parts)
    notes = [note for each in aside for note in told(each, whole)]
    notes += [*rare, *apart, *_alone(order), _lacking(order, count)]
    return replace(built_of(order, made.names), notes=tuple(notes))


def draft_order(
    survey: str | Path,
    *,
    wave: str | None,
    lang: str,
    project: str | Path | None,
    data_dir: str | Path | None,
    engine: str,
    formats: Sequence[str],
    stages: Stages,
) -> Order:
    """Return an order for the draft of a definition, made whole enough to be drawn.

    Raises
    ------
    DefinitionError
        As :func:`build_draft` raises it.
    """
    order = ordered(
        survey, wave, project, data_dir=data_dir, engine=engine, formats=formats, stages=stages
    )
    _refuse_undrawable(order)
    return _drafted(order, lang, formats)


def _with_rare_merged(
    survey: Survey, parts: dict[str, Prepared], lang: str
) -> tuple[Survey, dict[str, Prepared], list[Said]]:
    """Merge groups of so few people that whole charts would be withheld, and say it."""
    survey, parts, rare = with_rare_merged(survey, parts)
    notes = []
    for breakdown, labels in rare.items():
        named = Joined([label.get(lang, label.get(label.tags[0])) for label in labels])
        ident = "pipeline-a-draft-with-groups-merged" if labels else "pipeline-a-draft-of-few"
        notes.append(Said(ident, breakdown=f"`{breakdown}`", groups=named))
    return survey, parts, notes


def _without_apart(
    survey: Survey, parts: dict[str, Prepared]
) -> tuple[Survey, dict[str, Prepared], list[Said]]:
    """Leave out the breakdowns that a release is refused for what few people weigh, and say it."""
    coarse, ready = coarsened(survey, parts)
    waves = (wave for each in ready.values() for wave in each.waves)
    apart = dict.fromkeys(weighing_apart(survey, coarse, waves))
    if not apart:
        return survey, parts, []
    notes = [Said("pipeline-a-draft-without-a-breakdown", breakdown=f"`{b}`") for b in apart]
    return *without(survey, parts, apart), notes


def _alone(order: Order) -> Iterator[Said]:
    """Say that no wave is compared where nobody has said what they share."""
    if order.survey.overlap is None and len(order.survey.waves) == 1:
        yield Said("pipeline-the-draft-shows-wave-alone-nothing-says", wave=order.wave)


def _lacking(order: Order, count: int) -> Said:
    folder, here = order.survey.path.resolve(), Path.cwd()
    place = (folder.relative_to(here) if folder.is_relative_to(here) else folder).as_posix()
    return Said("pipeline-draft-not-reviewed-publishing-still", count=count, place=place)


def _drafted(order: Order, lang: str, formats: Sequence[str]) -> Order:
    records = records_of(order.survey, order.wave)
    version = records[-1].version + 1 if records else 1
    spoken = draft_language(order.survey, lang)
    return replace(
        order,
        survey=drafted(order.survey, order.wave, spoken, version),
        draft=True,
        formats=rendered_formats(formats),
    )


def _refuse_undrawable(order: Order) -> None:
    survey = order.survey
    if not survey.traits.estimated:
        raise DefinitionError(
            Said("pipeline-a-draft-is-made-of-a-tracker-what-is"),
            where=survey.id,
        )
    for each in survey.waves[: survey.waves.index(order.wave) + 1]:
        for part in survey.wave(each).parts.values():
            refuse_unconfirmed(part, survey.id, each)
