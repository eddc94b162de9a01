"""What ``panel.yaml`` and ``consultation.yaml`` say of the survey beside them must be there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from padai.errors import DefinitionError
from padai.survey.consultations import ConsultationFile
from padai.survey.panels import PanelFile
from padai.survey.yaml_files import parse_model, read_yaml

if TYPE_CHECKING:
    from padai.survey.definition import Survey

PANEL, CONSULTATION = "panel.yaml", "consultation.yaml"


def read_panel(folder: Path, survey_id: str) -> PanelFile | None:
    """Read ``panel.yaml`` of a survey's folder; none where there is no such file."""
    if not (folder / PANEL).is_file():
        return None
    document = read_yaml(folder / PANEL)
    return parse_model(document, PanelFile, document.content, f"{survey_id}, {PANEL}")


def read_consultation(folder: Path, survey_id: str) -> ConsultationFile | None:
    """Read ``consultation.yaml`` of a survey's folder; none where there is no such file."""
    if not (folder / CONSULTATION).is_file():
        return None
    document = read_yaml(folder / CONSULTATION)
    return parse_model(document, ConsultationFile, document.content, f"{survey_id}, {CONSULTATION}")


def check_participation(survey: Survey) -> None:
    """Refuse a panel or consultation that names what the survey lacks.

    Raises
    ------
    DefinitionError
        With every fault.
    """
    if survey.panel is not None and survey.consultation is not None:
        raise DefinitionError(
            f"{survey.id}: a folder holds a {PANEL} or a {CONSULTATION}, never both. Make two "
            "surveys of them."
        )
    faults = [*_panel(survey), *_consultation(survey)]
    if faults:
        listed = "\n".join(f"  {fault}" for fault in faults)
        raise DefinitionError(f"{survey.id}: {len(faults)} fault(s) in the definition.\n{listed}")


def _kinds(survey: Survey, wanted: str, file: str) -> Iterator[str]:
    for wave_id, wave in survey.wave_defs.items():
        for part in wave.parts.values():
            if part.sample_type != wanted:
                yield (
                    f"{file}: wave {wave_id}, part '{part.id}' is of sample type "
                    f"'{part.sample_type}'; beside this file every part is '{wanted}', since "
                    "it is never put together with another type"
                )
            if part.weighting is not None and part.weighting.method != "none":
                yield f"wave {wave_id}, part '{part.id}': a part of type '{wanted}' has no weights"


def _panel(survey: Survey) -> Iterator[str]:
    panel = survey.panel
    if panel is None:
        return
    yield from _kinds(survey, "minipublic", PANEL)
    for name, wave in (("before", panel.before), ("after", panel.after)):
        if wave not in survey.waves:
            yield f"{PANEL}: `{name}: {wave}` is no wave; there are: {', '.join(survey.waves)}"
    if panel.before == panel.after:
        yield f"{PANEL}: `before` and `after` are the same wave"
    for earlier, later in pairwise(panel.sessions):
        if later.date <= earlier.date:
            yield f"{PANEL}: session '{later.id}' does not come after session '{earlier.id}'"
    for changed in panel.changes:
        yield from _followed(survey, changed.question, changed.net)
    sessions = [s.id for s in panel.sessions]
    for found in panel.recommendations:
        if found.session not in sessions:
            yield (
                f"{PANEL}: recommendation '{found.id}' was voted at session '{found.session}', "
                f"which is not there; there are: {', '.join(sessions)}"
            )
        if not found.votes:
            yield f"{PANEL}: recommendation '{found.id}' has no vote at all"
    yield from _twice([r.id for r in panel.recommendations], "recommendation")
    yield from _twice(sessions, "session")


def _consultation(survey: Survey) -> Iterator[str]:
    found = survey.consultation
    if found is None:
        return
    yield from _kinds(survey, "open", CONSULTATION)
    for name in (found.contribution, *found.questions, *found.words):
        if name not in survey.questions:
            yield f"{CONSULTATION}: there is no question '{name}'"
    for name in (found.contribution, *found.words):
        if name in survey.questions and survey.question(name).type != "open":
            yield f"{CONSULTATION}: question '{name}' is not of type open"
    for name in found.questions:
        if name in survey.questions and survey.question(name).type not in ("single", "rating"):
            yield f"{CONSULTATION}: question '{name}' is not of type single or rating"
    for margin in found.profile:
        if not survey.has_breakdown(margin.breakdown):
            yield f"{CONSULTATION}: there is no breakdown '{margin.breakdown}'"
            continue
        groups = {g.id for g in survey.breakdown(margin.breakdown).groups}
        if groups != set(margin.population):
            odd = ", ".join(sorted(groups ^ set(margin.population)))
            yield (
                f"{CONSULTATION}: the population of '{margin.breakdown}' and its groups do not "
                f"match: {odd}"
            )
    yield from _twice([t.id for t in found.themes], "theme")


def _followed(survey: Survey, question_id: str, net: str) -> Iterator[str]:
    if question_id not in survey.questions:
        yield f"{PANEL}: `changes` names question '{question_id}', which is not there"
        return
    question = survey.question(question_id)
    if net != "mean" and net not in [*question.codes, *(n.id for n in question.all_nets)]:
        yield f"{PANEL}: `changes`: question '{question_id}' has no net or code '{net}'"


def _twice(ids: list[str], kind: str) -> Iterator[str]:
    for found in sorted({i for i in ids if ids.count(i) > 1}):
        yield f"the {kind} '{found}' is given twice; each id is stable and stands once"
