"""What a participation model names must be there, and be of the people whom the sample is of."""

from __future__ import annotations

from collections.abc import Iterator

from padai.errors import Said
from padai.survey.consistency import followed, unknown
from padai.survey.definition import Survey
from padai.survey.kinds import INFERENTIAL
from padai.survey.participation_model import ModelReference, ParticipationModel
from padai.survey.texts import TO_COMPLETE, Text
from padai.survey.yaml_files import YamlDocument, listed
from padai.words import Joined

MAIN, TOTAL, MEAN = "main", "total", "mean"
QUOTA = "quota"
SENSITIVE, PUT_TO_SOME = "model_sensitive", "model_put_to_some"
SEVERAL, NO_NUMBER = "model_several", "model_no_number"
_ASKED_ALIKE = ("single", "rating", "number")
"""Types of questions of which everyone gives one answer."""


def check_model(survey: Survey, document: YamlDocument) -> None:
    """Refuse a participation model that names what is not there, or leans on other people.

    Raises
    ------
    DefinitionError
        Naming each fault, and the place of the model in ``survey.yaml``.
    """
    model = survey.participation_model
    if model is None:
        return
    place = document.place(("participation_model",))
    kind = _kind_fault(survey)
    faults = [kind] if kind is not None else [*_names(survey, model), *_references(survey, model)]
    if faults:
        lines = [(place, "", message) for message in faults]
        head = Said("survey-the-definition-names-thing-s-that-the", count=len(lines))
        raise listed(lines, head, survey.id)


def modelled_waves(survey: Survey, until: str | None = None) -> tuple[str, ...]:
    """Return the waves that the model is of: quota samples that lean on a reference.

    Parameters
    ----------
    until
        The last wave that counts; None: every one.
    """
    model = survey.participation_model
    reached = survey.waves if until is None else survey.waves[: survey.waves.index(until) + 1]
    if model is None:
        return ()
    return tuple(w for w in reached if _type(survey, w) == QUOTA and model.reference_of(w))


def items_of(survey: Survey) -> list[tuple[str, str]]:
    """Return question and net of what is estimated under the model, each once."""
    model = survey.participation_model
    if model is None:
        return []
    named = [(item.question, item.net) for item in model.items]
    named = named or [(k.question, k.net) for k in survey.key_results if k.breakdown == TOTAL]
    return list(dict.fromkeys(named))


def barred(survey: Survey, question_id: str, net: str) -> str:
    """Return the code of why a figure has no model; nothing where it may have one."""
    question = survey.question(question_id)
    if question.sensitive:
        return SENSITIVE
    if question.base is not None:
        return PUT_TO_SOME
    if question.type not in _ASKED_ALIKE:
        return SEVERAL
    if net == MEAN and not question.scores and question.type != "number":
        return NO_NUMBER
    return ""


def asked_behind(survey: Survey, variable: str) -> str:
    """Return the question that a variable of the model is made of."""
    return survey.breakdown(variable).question if survey.has_breakdown(variable) else variable


def _type(survey: Survey, wave: str) -> str:
    part = survey.wave_defs[wave].parts.get(MAIN)
    return str(part.sample_type) if part is not None and part.confirmed("sample_type") else ""


def _kind_fault(survey: Survey) -> Said | None:
    kinds = {wave: _type(survey, wave) for wave in survey.waves}
    known = {wave: kind for wave, kind in kinds.items() if kind}
    for wave, kind in known.items():
        if kind not in INFERENTIAL:
            return Said("survey-model-never-of-this-sample", wave=wave, kind=kind)
    if known and QUOTA not in known.values():
        return Said("survey-model-of-a-probability-sample")
    return None


def _names(survey: Survey, model: ParticipationModel) -> Iterator[Said]:
    for name in model.variables:
        yield from _variable(survey, name)
    yield from _items(survey, model)


def _variable(survey: Survey, name: str) -> Iterator[Said]:
    """Say what keeps a variable out of the model."""
    if not _known(survey, name):
        yield unknown("breakdown", name, [*(b.id for b in survey.breakdowns), *survey.questions])
        return
    question = survey.questions.get(asked_behind(survey, name))
    if question is None:
        return
    if question.sensitive and not _is_reported(survey, name):
        yield Said("survey-model-variable-is-sensitive", name=name)
    if question.base is not None:
        yield Said("survey-model-variable-of-some", name=name)
    if not survey.has_breakdown(name) and question.type not in _ASKED_ALIKE:
        yield Said("survey-model-variable-of-several-answers", name=name)


def _items(survey: Survey, model: ParticipationModel) -> Iterator[Said]:
    """Say which results cannot be told under the model."""
    behind = {asked_behind(survey, v): v for v in model.variables if _known(survey, v)}
    for item in model.items:
        if wrong := followed(survey, item.question, item.net):
            yield wrong
        elif why := barred(survey, item.question, item.net):
            yield Said("survey-model-item-has-no-model", name=item.question, why=why)
    for question_id, _ in items_of(survey):
        if question_id in behind:
            yield Said("survey-model-item-is-a-variable", name=question_id)


def _is_reported(survey: Survey, name: str) -> bool:
    """Whether every modelled wave is divided by a breakdown, so that its cells are looked at."""
    if not survey.has_breakdown(name):
        return False
    own = [survey.wave_defs[wave].parts[MAIN].breakdowns for wave in modelled_waves(survey)]
    named = [survey.report_breakdowns if each is None else each for each in own]
    return all(each is None or name in each for each in named)


def _known(survey: Survey, variable: str) -> bool:
    return survey.has_breakdown(variable) or variable in survey.questions


def _references(survey: Survey, model: ParticipationModel) -> Iterator[Said]:
    held = {v for v in model.variables if _known(survey, v)}
    names = [*held, *(asked_behind(survey, v) for v in held)]
    for reference in model.references:
        for wave in reference.waves:
            if wave not in survey.waves:
                yield unknown("wave", wave, list(survey.waves))
        for name in (*reference.columns, *reference.codes):
            if name not in names:
                yield Said("survey-model-no-such-variable", name=name, known=Joined(names))
        if reference.totals is not None and not (survey.path / reference.totals).is_file():
            file = reference.totals
            yield Said("survey-the-file-is-not-in-the-surveys-folder", file=file)
    if not modelled_waves(survey):
        yield Said("survey-model-leans-on-nothing", waves=Joined(survey.waves))
    for wave in modelled_waves(survey):
        leant_on = model.reference_of(wave)
        if leant_on is not None:
            yield from _same_people(survey, wave, leant_on)


def _same_people(survey: Survey, wave: str, reference: ModelReference) -> Iterator[Said]:
    """Refuse a reference of another year or population than the wave's, unless it is declared."""
    definition = survey.wave_defs[wave]
    if (
        definition.fieldwork.known
        and reference.year != definition.date.year
        and reference.other_year is None
    ):
        year = definition.date.year
        yield Said("survey-model-another-year", wave=wave, year=str(year), of=str(reference.year))
    own = definition.parts[MAIN].population
    if reference.other_population is None and _differ(own, reference.population):
        yield Said("survey-model-another-population", wave=wave)


def _differ(one: Text, other: Text) -> bool:
    """Whether two populations are said in other words, in a language that both have."""
    pairs = [(one.get(lang), other.get(lang)) for lang in ("fr", "en", *one.other)]
    texts = [(_normalised(a), _normalised(b)) for a, b in pairs if TO_COMPLETE not in (a, b)]
    return any(a != b for a, b in texts if a and b)


def _normalised(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split()).rstrip(".")
