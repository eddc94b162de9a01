"""What ``panel.yaml`` and ``consultation.yaml`` say of the survey beside them must be there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from padai.errors import DefinitionError, Said
from padai.survey.consultations import ConsultationFile, PopulationMargin
from padai.survey.faults import listed
from padai.survey.kinds import CONSULTATION, PANEL, SurveyKind
from padai.survey.panels import PanelFile, Recommendation
from padai.survey.yaml_files import parse_model, read_yaml
from padai.words import Joined

if TYPE_CHECKING:
    from padai.survey.definition import Survey


def read_panel(folder: Path, survey_id: str) -> PanelFile | None:
    """Read ``panel.yaml`` of a survey's folder; none where there is no such file."""
    if not (folder / PANEL.file).is_file():
        return None
    document = read_yaml(folder / PANEL.file)
    return parse_model(document, PanelFile, document.content, f"{survey_id}, {PANEL.file}")


def read_consultation(folder: Path, survey_id: str) -> ConsultationFile | None:
    """Read ``consultation.yaml`` of a survey's folder; none where there is no such file."""
    if not (folder / CONSULTATION.file).is_file():
        return None
    document = read_yaml(folder / CONSULTATION.file)
    return parse_model(
        document, ConsultationFile, document.content, f"{survey_id}, {CONSULTATION.file}"
    )


def check_participation(survey: Survey) -> None:
    """Refuse a panel or consultation that names what the survey lacks.

    Raises
    ------
    DefinitionError
        With every fault.
    """
    if survey.panel is not None and survey.consultation is not None:
        raise DefinitionError(
            Said(
                "survey-a-folder-holds-a-or-a-never-both-make",
                panel=PANEL.file,
                consultation=CONSULTATION.file,
            ),
            where=survey.id,
        )
    faults = [*_panel(survey), *_consultation(survey)]
    if faults:
        message = listed(faults, Said("survey-correct-the-definition"))
        raise DefinitionError(message, where=survey.id)


def _kinds(survey: Survey, kind: SurveyKind) -> Iterator[Said]:
    if survey.deposit is not None:
        yield Said("survey-no-file-of-records-beside", file=kind.file)
    wanted = kind.sample_type
    for wave_id, wave in survey.wave_defs.items():
        for part in wave.parts.values():
            if part.sample_type != wanted:
                yield Said(
                    "survey-wave-part-is-of-sample-type-beside-this",
                    file=kind.file,
                    wave_id=wave_id,
                    part_id=part.id,
                    sample_type=part.sample_type,
                    wanted=wanted,
                )
            if part.weighting is not None and part.weighting.method != "none":
                yield Said(
                    "survey-wave-part-a-part-of-type-has-no-weights",
                    wave_id=wave_id,
                    part_id=part.id,
                    wanted=wanted,
                )


def _panel(survey: Survey) -> Iterator[Said]:
    panel = survey.panel
    if panel is None:
        return
    yield from _kinds(survey, PANEL)
    waves = ", ".join(survey.waves)
    for name, wave in (("before", panel.before), ("after", panel.after)):
        if wave not in survey.waves:
            yield Said(
                "survey-is-no-wave-there-are", panel=PANEL.file, name=name, wave=wave, waves=waves
            )
    if panel.before == panel.after:
        yield Said("survey-before-and-after-are-the-same-wave", panel=PANEL.file)
    for earlier, later in pairwise(panel.sessions):
        if later.date <= earlier.date:
            yield Said(
                "survey-session-does-not-come-after-session",
                panel=PANEL.file,
                later_id=later.id,
                earlier_id=earlier.id,
            )
    for changed in panel.changes:
        yield from _followed(survey, changed.question, changed.net)
    yield from _kept_quiet(survey, panel)
    sessions = [s.id for s in panel.sessions]
    for recommendation in panel.recommendations:
        yield from _recommendation(recommendation, sessions)
    yield from _twice([r.id for r in panel.recommendations], Said("survey-recommendation"))
    yield from _twice(sessions, Said("survey-session"))


def led_by(survey: Survey, name: str) -> tuple[str, ...]:
    """Return the questions by which a question is put to people, at whatever remove."""
    leads: dict[str, None] = {}
    waiting = [name]
    while waiting:
        asked = survey.questions.get(waiting.pop())
        for lead in asked.base.questions if asked is not None and asked.base is not None else ():
            waiting += [] if lead in leads else [lead]
            leads[lead] = None
    return tuple(leads)


def led_by_sensitive(survey: Survey, name: str) -> tuple[str, ...]:
    """Return the sensitive questions by which a question is put to people, at whatever remove."""
    known = (lead for lead in led_by(survey, name) if lead in survey.questions)
    return tuple(lead for lead in known if survey.question(lead).sensitive)


def _kept_quiet(survey: Survey, panel: PanelFile) -> Iterator[Said]:
    """Yield what a panel would tell of its members' sensitive answers, or cannot keep from it."""
    changed = [c.question for c in panel.changes if c.question in survey.questions]
    for name in dict.fromkeys(changed):
        if survey.question(name).sensitive and changed.count(name) > 1:
            yield Said("survey-changes-a-sensitive-question-twice", file=PANEL.file, name=name)
        for lead in led_by_sensitive(survey, name)[:1]:
            yield Said(
                "survey-changes-a-question-that-follows-a-sensitive-one",
                file=PANEL.file,
                name=name,
                lead=lead,
            )
    for quota in panel.draw.quotas:
        asked = survey.questions.get(quota.column)
        if quota.sensitive and asked is not None and not asked.sensitive:
            yield Said(
                "survey-a-question-tells-what-a-quota-keeps",
                file=PANEL.file,
                quota=quota.id,
                name=quota.column,
            )
    if survey.confidentiality.rounding is not None:
        yield Said("survey-a-panel-is-not-rounded")


def _recommendation(voted: Recommendation, sessions: list[str]) -> Iterator[Said]:
    known = ", ".join(sessions)
    if voted.session not in sessions:
        yield Said(
            "survey-recommendation-was-voted-at-session",
            panel=PANEL.file,
            found_id=voted.id,
            session=voted.session,
            known=known,
        )
    if not voted.votes:
        yield Said("survey-recommendation-has-no-vote-at-all", panel=PANEL.file, found_id=voted.id)


def _consultation(survey: Survey) -> Iterator[Said]:
    consultation = survey.consultation
    if consultation is None:
        return
    yield from _kinds(survey, CONSULTATION)
    for name in (consultation.contribution, *consultation.questions, *consultation.words):
        if name not in survey.questions:
            yield Said(
                "survey-there-is-no-question-223e", consultation=CONSULTATION.file, name=name
            )
    kinds: list[tuple[str, tuple[str, ...]]] = [
        (n, ("open",)) for n in (consultation.contribution, *consultation.words)
    ]
    kinds += [(n, ("single", "rating")) for n in consultation.questions]
    for name, wanted in kinds:
        if name in survey.questions and survey.question(name).type not in wanted:
            yield Said(
                "survey-question-is-not-of-type",
                consultation=CONSULTATION.file,
                name=name,
                wanted=Joined(wanted, "padai-or"),
            )
    yield from _by_several(survey, consultation)
    for margin in consultation.profile:
        yield from _margin(survey, margin)
    yield from _twice([t.id for t in consultation.themes], Said("survey-theme"))


def _by_several(survey: Survey, consultation: ConsultationFile) -> Iterator[Said]:
    """Yield the questions that are shown, and that several conditions lead to, a sensitive one."""
    for name in consultation.questions:
        asked = survey.questions.get(name)
        if asked is None or asked.base is None or asked.base.question:
            continue
        for lead in led_by_sensitive(survey, name)[:1]:
            yield Said(
                "survey-a-question-by-several-conditions-and-a-sensitive-one",
                file=CONSULTATION.file,
                name=name,
                lead=lead,
            )


def _margin(survey: Survey, margin: PopulationMargin) -> Iterator[Said]:
    name = margin.breakdown
    if not survey.has_breakdown(name):
        yield Said("survey-there-is-no-breakdown", consultation=CONSULTATION.file, name=name)
        return
    groups = {g.id for g in survey.breakdown(name).groups}
    if groups != set(margin.population):
        odd = ", ".join(sorted(groups ^ set(margin.population)))
        yield Said(
            "survey-the-population-of-and-its-groups-do-not",
            consultation=CONSULTATION.file,
            name=name,
            odd=odd,
        )


def _followed(survey: Survey, question_id: str, net: str) -> Iterator[Said]:
    if question_id not in survey.questions:
        yield Said(
            "survey-changes-names-question-which-is-not", panel=PANEL.file, question_id=question_id
        )
        return
    question = survey.question(question_id)
    if net != "mean" and net not in [*question.codes, *(n.id for n in question.all_nets)]:
        yield Said(
            "survey-changes-question-has-no-net-or-code",
            panel=PANEL.file,
            question_id=question_id,
            net=net,
        )


def _twice(ids: list[str], kind: Said) -> Iterator[Said]:
    for twice in sorted({i for i in ids if ids.count(i) > 1}):
        yield Said("survey-the-is-given-twice-each-id-is-stable-and", kind=kind, found=twice)
