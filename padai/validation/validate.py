"""VALIDATE: every check that can be made on a wave, and what each one found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, get_args

from padai.errors import DefinitionError, nearest
from padai.survey import Survey, Targets
from padai.survey.kinds import INFERENTIAL
from padai.survey.policies import Accepted
from padai.survey.target_checks import sum_of, sums_fault
from padai.validation import (
    across,
    design_checks,
    drift,
    mixed_up,
    other_measures,
    quality,
    reach,
    redelivery,
    routing,
    structure,
    undeclared_bases,
    weight_checks,
)
from padai.validation.context import (
    CheckContext,
    View,
    file_rows,
    need_survey,
    row_keys,
    waves_missing_need,
)
from padai.validation.findings import ROW_KEYS_KEPT, Finding, Findings, NotRun, ValidatedFile
from padai.validation.kinds import Severity, Stage
from padai.validation.outcomes import Rate, outcome_rates
from padai.validation.registry import CHECKS, Check, Hit, sentence
from padai.waves.guards import guarded, require
from padai.words import Both, ByLanguage, Said

if TYPE_CHECKING:
    from padai.waves.reading import Delivery
    from padai.waves.wave import Wave

ROOMS = (
    structure, routing, undeclared_bases, weight_checks, design_checks, quality, across, redelivery,
    drift, mixed_up, other_measures, reach,
)  # fmt: skip
"""The modules whose checks stand in the table, in its order."""


@guarded
def validate(
    wave: Wave | Delivery,
    *,
    earlier: Iterable[Wave | Delivery] = (),
    stage: Stage = "delivered",
    progress: Callable[[int, int], None] | None = None,
) -> Findings:
    """Hold a wave to its definition and to the waves before it; give back every finding at once.

    Parameters
    ----------
    wave
        A wave with its survey, as :func:`padai.read_wave` returns it; or a delivery, as
        :func:`padai.read_delivery` returns it, of which identifiers and weights are also checked
        (a wave with faulty ones cannot be made).
    earlier
        Earlier waves of the same part, in any order.
    stage
        ``"delivered"``: the file as it came. ``"weighted"``: after the weighting verb.
    progress
        Called before each check with how many are done, and of how many.

    Returns
    -------
    Findings
        Errors first, then warnings, each in the order of the table of checks. A check of the
        other stage is left out; one that lacks what it needs is listed in ``not_run``.

    Raises
    ------
    DefinitionError
        The wave has no survey, an earlier one belongs to another survey or part, or the stage is
        unknown.

    Examples
    --------
    >>> findings = padai.validate(padai.read_wave(survey, "2025"))
    >>> findings.ok
    True
    """
    survey = need_survey(wave)
    context = _context(wave, earlier, survey, stage)
    items: list[Finding] = []
    passed: list[str] = []
    not_run: list[NotRun] = []
    due = [check for check in CHECKS.values() if stage in check.stages]
    for place, check in enumerate(due):
        if progress is not None:
            progress(place, len(due))
        severity = severity_of(check, survey)
        if severity is None:
            continue
        lacking = list(waves_missing_need(context, check.needs))
        if lacking:
            not_run.append(NotRun(check.id, check.titles, Both.of(lacking[0])))
            continue
        findings = [_finding(check, severity, hit, context) for hit in check.run(context)]
        items += findings
        if not findings:
            passed.append(check.id)
    items.sort(key=lambda f: f.severity != "error")
    return Findings(
        survey=survey.id,
        wave=wave.id,
        part=wave.part,
        stage=stage,
        items=tuple(items),
        passed=tuple(passed),
        not_run=tuple(not_run),
        synthetic=survey.synthetic,
        source=_source(context),
        rates=_rates(context) if stage == "delivered" else (),
    )


@guarded
def stopped(
    wave: Wave | Delivery, *, earlier: Iterable[Wave | Delivery] = (), stage: Stage = "delivered"
) -> bool:
    """Whether :func:`validate` finds an error that nobody accepted: no check that warns is run.

    Parameters
    ----------
    wave, earlier, stage
        As :func:`validate` takes them.
    """
    survey = need_survey(wave)
    context = _context(wave, earlier, survey, stage)
    return any(
        not _finding(check, "error", hit, context).accepted
        for check in CHECKS.values()
        if stage in check.stages
        and severity_of(check, survey) == "error"
        and not any(waves_missing_need(context, check.needs))
        for hit in check.run(context)
    )


def _context(
    wave: Wave | Delivery, earlier: Iterable[Wave | Delivery], survey: Survey, stage: Stage
) -> CheckContext:
    if stage not in get_args(Stage):
        raise DefinitionError(
            Said("validation-validate-stage-is-unknown-give-delivered", stage=stage),
        )
    _refuse_unknown_checks(survey)
    targets = _targets(wave, survey, stage)
    return CheckContext(View(wave, survey, stage), _earlier(wave, earlier, survey, stage), targets)


def _rates(context: CheckContext) -> tuple[Rate, ...]:
    """Return the outcome rates of the part; nothing lacks where nobody was invited."""
    wave = context.view.wave
    rates = outcome_rates(context.survey, wave.id, wave.part)
    due = context.view.spec.sample_type in INFERENTIAL
    return tuple(rate for rate in rates if due or rate.value is not None)


def _source(context: CheckContext) -> ValidatedFile:
    provenance = context.view.wave.provenance
    return ValidatedFile(
        file=str(provenance.get("file", "")),
        sha256=str(provenance.get("sha256", "")),
        rows_read=int(provenance.get("rows_read", 0)),
        rows=len(context.view.frame),
        excluded=tuple(
            (str(rule["column"]), dict(rule["reason"]), int(rule["count"]))
            for rule in provenance.get("rows_excluded", ())
        ),
        earlier=tuple(view.wave.id for view in context.earlier),
        unclaimed=int(provenance.get("rows_of_no_wave", 0)),
    )


def _refuse_unknown_checks(survey: Survey) -> None:
    """Refuse a severity or an acceptance of a check that does not exist: it would do nothing."""
    for key, names in (("checks", survey.checks), ("accept", [a.check for a in survey.accept])):
        for name in names:
            if name not in CHECKS:
                hint = nearest(name, CHECKS)
                raise DefinitionError(
                    Said("validation-names-which-is-no-check", key=key, name=name, hint=hint),
                    where=survey.id,
                )
            if CHECKS[name].firm:
                raise DefinitionError(
                    Said("validation-names-a-check-that-holds", key=key, name=name),
                    where=survey.id,
                )


def severity_of(check: Check, survey: Survey) -> Severity | None:
    """Return the severity of a check in a survey; nothing where the definition turns it off."""
    declared: Severity | str = survey.checks.get(check.id, check.severity)
    return None if declared == "off" else "warning" if declared == "warning" else "error"


def _finding(check: Check, severity: Severity, hit: Hit, context: CheckContext) -> Finding:
    return Finding(
        check=check.id,
        severity=severity,
        column=hit.column,
        rule=hit.rule,
        count=hit.count,
        row_keys=row_keys(context.view, hit.rows, ROW_KEYS_KEPT),
        messages=ByLanguage(lambda lang: sentence(check.message, hit, lang)),
        accepted=_accepted(check, hit, context),
        picture=hit.picture,
        label=_label(hit.column, context),
        rows=file_rows(context.view, hit.rows, ROW_KEYS_KEPT),
        against=str(hit.facts.get("wave", "")),
    )


def _label(column: str, context: CheckContext) -> dict[str, str]:
    """Return the label of the question that a column is of, in each language."""
    question = context.survey.questions.get(column)
    if question is None:
        return {}
    return ByLanguage(lambda lang: question.label.get(lang, column))


def _accepted(check: Check, hit: Hit, context: CheckContext) -> dict[str, str]:
    """Why the definition accepts a finding, who and when; empty where it does not."""
    wave = context.view.wave
    for entry in context.survey.accept:
        if (
            entry.check == check.id
            and entry.wave in (None, wave.id)
            and entry.part in (None, wave.part)
            and entry.column in (None, hit.column)
        ):
            return ByLanguage(partial(_reason, entry))
    return {}


def _reason(entry: Accepted, lang: str) -> str:
    return f"{entry.reason.get(lang).rstrip('.')} ({entry.by}, {entry.date})"


def _earlier(
    wave: Wave | Delivery, earlier: Iterable[Wave | Delivery], survey: Survey, stage: Stage
) -> tuple[View, ...]:
    views = []
    for other in earlier if isinstance(earlier, Iterable) else [earlier]:
        require("validate", "earlier", other, "Wave", "Delivery")
        own = need_survey(other)
        if own.id != survey.id or other.part != wave.part:
            mine = f"{survey.id}, {wave.id}, {wave.part}"
            theirs = f"{own.id}, {other.id}, {other.part}"
            raise DefinitionError(
                Said(
                    "validation-validate-cannot-be-an-earlier-wave-of-it", theirs=theirs, mine=mine
                ),
            )
        if survey.waves.index(other.id) >= survey.waves.index(wave.id):
            raise DefinitionError(
                Said(
                    "validation-validate-wave-of-is-not-earlier-than",
                    other_id=other.id,
                    survey_id=survey.id,
                    wave_id=wave.id,
                ),
            )
        views.append(View(other, survey, stage))
    return tuple(sorted(views, key=lambda v: survey.waves.index(v.wave.id)))


def _targets(wave: Wave | Delivery, survey: Survey, stage: Stage) -> Targets | None:
    """Return what a weighted wave has to meet; of one as delivered, targets need not be there yet.

    Where they are, they are read at either stage, so that what is wrong with them is said before
    anybody weights by them.
    """
    weighting = survey.part(wave.id, wave.part).weighting
    if weighting is None or not weighting.margins:
        return None
    if stage == "delivered" and not survey.targets_path(wave.id).is_file():
        return None
    targets = survey.targets(wave.id, wave.part)
    rows = len(wave.frame)
    fault = sums_fault(
        [sum_of(m.id, m.cells, 0 if m.untargeted else rows) for m in targets.margins]
    )
    if fault is not None:
        where = f"{survey.id}, {wave.id}, {wave.part}, {survey.targets_path(wave.id).name}"
        raise DefinitionError(fault, where=where)
    return targets if stage == "weighted" else None
