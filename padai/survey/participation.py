"""What ``panel.yaml`` and ``consultation.yaml`` say of the survey beside them must be there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from padai.errors import DefinitionError, Said
from padai.survey.consultations import ConsultationFile, PopulationMargin
from padai.survey.faults import listed
from padai.survey.panels import PanelFile, Recommendation
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
            f"a folder holds a {PANEL} or a {CONSULTATION}, never both. Make two surveys of them.",
            f"un dossier contient un {PANEL} ou un {CONSULTATION}, jamais les deux. Faites-en deux "
            "enquêtes.",
            where=survey.id,
        )
    faults = [*_panel(survey), *_consultation(survey)]
    if faults:
        said = listed(faults, Said("Corrigez la définition.", "Correct the definition."))
        raise DefinitionError(said.en, said.fr, where=survey.id)


def _kinds(survey: Survey, wanted: str, file: str) -> Iterator[Said]:
    for wave_id, wave in survey.wave_defs.items():
        for part in wave.parts.values():
            if part.sample_type != wanted:
                yield Said(
                    f"{file} : la vague {wave_id}, volet « {part.id} », est de type "
                    f"« {part.sample_type} »; à côté de ce fichier, chaque volet est « {wanted} », "
                    "puisqu’il n’est jamais réuni à un autre type",
                    f"{file}: wave {wave_id}, part '{part.id}' is of sample type "
                    f"'{part.sample_type}'; beside this file every part is '{wanted}', since it is "
                    "never put together with another type",
                )
            if part.weighting is not None and part.weighting.method != "none":
                yield Said(
                    f"vague {wave_id}, volet « {part.id} » : un volet « {wanted} » n’a pas de "
                    "poids",
                    f"wave {wave_id}, part '{part.id}': a part of type '{wanted}' has no weights",
                )


def _panel(survey: Survey) -> Iterator[Said]:
    panel = survey.panel
    if panel is None:
        return
    yield from _kinds(survey, "minipublic", PANEL)
    waves = ", ".join(survey.waves)
    for name, wave in (("before", panel.before), ("after", panel.after)):
        if wave not in survey.waves:
            yield Said(
                f"{PANEL} : `{name}: {wave}` n’est pas une vague; il y a : {waves}",
                f"{PANEL}: `{name}: {wave}` is no wave; there are: {waves}",
            )
    if panel.before == panel.after:
        yield Said(
            f"{PANEL} : `before` et `after` sont la même vague",
            f"{PANEL}: `before` and `after` are the same wave",
        )
    for earlier, later in pairwise(panel.sessions):
        if later.date <= earlier.date:
            yield Said(
                f"{PANEL} : la séance « {later.id} » ne suit pas la séance « {earlier.id} »",
                f"{PANEL}: session '{later.id}' does not come after session '{earlier.id}'",
            )
    for changed in panel.changes:
        yield from _followed(survey, changed.question, changed.net)
    sessions = [s.id for s in panel.sessions]
    for found in panel.recommendations:
        yield from _recommendation(found, sessions)
    yield from _twice(
        [r.id for r in panel.recommendations], Said("la recommandation", "recommendation")
    )
    yield from _twice(sessions, Said("la séance", "session"))


def _recommendation(found: Recommendation, sessions: list[str]) -> Iterator[Said]:
    known = ", ".join(sessions)
    if found.session not in sessions:
        yield Said(
            f"{PANEL} : la recommandation « {found.id} » a été votée à la séance "
            f"« {found.session} », qui n’existe pas; il y a : {known}",
            f"{PANEL}: recommendation '{found.id}' was voted at session '{found.session}', which "
            f"is not there; there are: {known}",
        )
    if not found.votes:
        yield Said(
            f"{PANEL} : la recommandation « {found.id} » n’a aucun vote",
            f"{PANEL}: recommendation '{found.id}' has no vote at all",
        )


def _consultation(survey: Survey) -> Iterator[Said]:
    found = survey.consultation
    if found is None:
        return
    yield from _kinds(survey, "open", CONSULTATION)
    for name in (found.contribution, *found.questions, *found.words):
        if name not in survey.questions:
            yield Said(
                f"{CONSULTATION} : il n’y a pas de question « {name} »",
                f"{CONSULTATION}: there is no question '{name}'",
            )
    kinds: list[tuple[str, tuple[str, ...]]] = [
        (n, ("open",)) for n in (found.contribution, *found.words)
    ]
    kinds += [(n, ("single", "rating")) for n in found.questions]
    for name, wanted in kinds:
        if name in survey.questions and survey.question(name).type not in wanted:
            yield Said(
                f"{CONSULTATION} : la question « {name} » n’est pas de type {' ou '.join(wanted)}",
                f"{CONSULTATION}: question '{name}' is not of type {' or '.join(wanted)}",
            )
    for margin in found.profile:
        yield from _margin(survey, margin)
    yield from _twice([t.id for t in found.themes], Said("le thème", "theme"))


def _margin(survey: Survey, margin: PopulationMargin) -> Iterator[Said]:
    name = margin.breakdown
    if not survey.has_breakdown(name):
        yield Said(
            f"{CONSULTATION} : il n’y a pas de ventilation « {name} »",
            f"{CONSULTATION}: there is no breakdown '{name}'",
        )
        return
    groups = {g.id for g in survey.breakdown(name).groups}
    if groups != set(margin.population):
        odd = ", ".join(sorted(groups ^ set(margin.population)))
        yield Said(
            f"{CONSULTATION} : la population de « {name} » et ses groupes ne s’accordent pas : "
            f"{odd}",
            f"{CONSULTATION}: the population of '{name}' and its groups do not match: {odd}",
        )


def _followed(survey: Survey, question_id: str, net: str) -> Iterator[Said]:
    if question_id not in survey.questions:
        yield Said(
            f"{PANEL} : `changes` nomme la question « {question_id} », qui n’existe pas",
            f"{PANEL}: `changes` names question '{question_id}', which is not there",
        )
        return
    question = survey.question(question_id)
    if net != "mean" and net not in [*question.codes, *(n.id for n in question.all_nets)]:
        yield Said(
            f"{PANEL} : `changes` : la question « {question_id} » n’a ni regroupement ni code "
            f"« {net} »",
            f"{PANEL}: `changes`: question '{question_id}' has no net or code '{net}'",
        )


def _twice(ids: list[str], kind: Said) -> Iterator[Said]:
    for found in sorted({i for i in ids if ids.count(i) > 1}):
        yield Said(
            f"{kind.fr} « {found} » figure deux fois; chaque identifiant est stable et unique",
            f"the {kind.en} '{found}' is given twice; each id is stable and stands once",
        )
