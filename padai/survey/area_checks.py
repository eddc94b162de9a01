"""What models of areas, validation items and the quality rule name must be there, and be usable."""

from __future__ import annotations

from collections.abc import Iterator

from padai.errors import Said
from padai.survey.consistency import followed, unknown
from padai.survey.definition import Survey
from padai.survey.questions import Condition
from padai.survey.respondent_quality import RespondentQuality
from padai.survey.small_areas import AreaFile, SmallAreas, ValidationItem
from padai.survey.yaml_files import YamlDocument, listed


def check_areas(survey: Survey, document: YamlDocument) -> None:
    """Refuse a model, a validation item or a quality rule that names what is not there or usable.

    Raises
    ------
    DefinitionError
        Naming each place in ``survey.yaml``.
    """
    faults: list[tuple[str, str, Said]] = []
    for i, areas in enumerate(survey.small_areas):
        place = document.place(("small_areas", i))
        faults += [(place, "", message) for message in _areas(survey, areas)]
    for i, item in enumerate(survey.validation_items):
        place = document.place(("validation_items", i))
        faults += [(place, "", message) for message in _item(survey, item)]
    if survey.respondent_quality is not None:
        place = document.place(("respondent_quality",))
        faults += [(place, "", message) for message in _quality(survey, survey.respondent_quality)]
    if faults:
        count = len(faults)
        raise listed(
            faults,
            Said("survey-the-definition-names-thing-s-that-the", count=count),
            survey.id,
        )


def _areas(survey: Survey, areas: SmallAreas) -> Iterator[Said]:
    breakdowns = [b.id for b in survey.breakdowns]
    named = [areas.areas, *areas.variables]
    named += [part.strip() for pair in areas.interactions for part in pair.split("*")]
    for name in dict.fromkeys(named):
        if name not in (*breakdowns, "wave"):
            yield unknown("breakdown", name, breakdowns)
    if survey.report_breakdowns is not None and areas.areas not in survey.report_breakdowns:
        yield Said("survey-breakdown-is-not-in-report-breakdowns-no", areas=areas.areas)
    for name in areas.questions:
        question = survey.questions.get(name)
        if question is None:
            yield unknown("question", name, list(survey.questions))
            continue
        net = question.net(question.headline_net) if question.headline_net else None
        if question.headline_net in (None, "mean") or (net is not None and net.is_balance):
            yield Said("survey-question-has-no-headline-net-that-is-a", name=name)
        if question.sensitive:
            yield Said("survey-question-is-sensitive-its-shares-by-area", name=name)
    for file in (areas.covariates, areas.population):
        yield from _file(survey, file)


def _quality(survey: Survey, rule: RespondentQuality) -> Iterator[Said]:
    if "speed" in rule.signals and not survey.roles.get("duration"):
        yield Said("survey-quality-speed-needs-a-role")
    for condition in rule.conditions():
        yield from _condition(survey, condition)


def _condition(survey: Survey, condition: Condition) -> Iterator[Said]:
    for part in (*condition.all, *condition.any):
        yield from _condition(survey, part)
    if condition.question is None:
        return
    question = survey.questions.get(condition.question)
    if question is None:
        yield unknown("question", condition.question, list(survey.questions))
        return
    for code in condition.codes:
        if code not in question.codes:
            yield unknown("net or code", code, list(question.codes))


def _file(survey: Survey, file: AreaFile | None) -> Iterator[Said]:
    if file is not None and not (survey.path / file.file).is_file():
        yield Said("survey-the-file-is-not-in-the-surveys-folder", file=file.file)


def _item(survey: Survey, item: ValidationItem) -> Iterator[Said]:
    if wrong := followed(survey, item.question, item.net):
        yield wrong
        return
    for wave in item.values:
        if wave not in survey.waves:
            yield unknown("wave", wave, list(survey.waves))
    made = {b.id for b in survey.breakdowns if b.question == item.question}
    for wave in survey.waves:
        for name, part in survey.wave_defs[wave].parts.items():
            margins = part.weighting.margins if part.weighting else ()
            used = {piece.strip() for margin in margins for piece in margin.split("*")}
            if used & {item.question, *made}:
                yield Said(
                    "survey-question-is-a-weighting-margin-it-can",
                    question=item.question,
                    wave=wave,
                    name=name,
                )
                return
