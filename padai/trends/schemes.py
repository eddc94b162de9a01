"""Other choices for the same waves: another base, other limits on weights, another scheme."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from padai.errors import WeightingError
from padai.survey import MissingCode, Question, Survey, Targets, Weighting
from padai.survey.targets import read_targets
from padai.waves.wave import Wave
from padai.weighting import calibrate, poststratify, rake, trim
from padai.weighting.calibrating import apply_calibrator
from padai.weighting.record import Calibration
from padai.weighting.targets import CalibrationPlan
from padai.words import Said

DONT_KNOW = "dont_know"


def other_base(question: Question) -> tuple[str, Question] | None:
    """Return the question with "don't know" out of its base where it is in, in where it is out.

    None where it has no such code. The first of the pair is ``dont_know_out`` or ``dont_know_in``.
    """
    codes = [c for c in question.missing_codes if c.kind == DONT_KNOW]
    if not codes:
        return None
    inside = any(c.in_base for c in codes)

    def turned(missing: tuple[MissingCode, ...]) -> tuple[MissingCode, ...]:
        return tuple(
            c.model_copy(update={"in_base": not inside}) if c.kind == DONT_KNOW else c
            for c in missing
        )

    scale = question.scale
    if scale is not None:
        scale = scale.model_copy(update={"missing": turned(scale.missing)})
    changes = {"scale": scale, "missing": turned(question.missing)}
    return ("dont_know_out" if inside else "dont_know_in"), question.model_copy(update=changes)


def with_question(wave: Wave, question: Question) -> Wave:
    """Return the wave with a question defined otherwise."""
    assert wave.survey is not None
    questions = {**wave.survey.questions, question.id: question}
    survey = wave.survey.model_copy(update={"questions": questions})
    return wave._changed(survey=survey, _coded={})


def was_trimmed(wave: Wave) -> bool:
    """Whether a weighting step of the wave trimmed its weights."""
    return any(step.get("verb") == "trim" for step in wave.provenance.get("weighting", ()))


def base_weighted(wave: Wave) -> Wave:
    """Return the wave with the weights that it had before it was calibrated.

    Raises
    ------
    WeightingError
        It was trimmed without being calibrated: its earlier weights are not known.
    """
    records = [c for c in wave.calibrations if isinstance(c, Calibration)]
    if not records:
        if was_trimmed(wave):
            raise WeightingError(Said("trends-the-weights-were-trimmed-and-not", where=wave._where))
        return wave
    first = records[0]
    return wave._changed(
        _weights=np.array(first.arrays.design_weights),
        _replicates=first.replicates_before if wave.sample.replicates is not None else None,
        calibrations=(),
    )


def untrimmed(wave: Wave) -> Wave:
    """Return the wave calibrated as it was, without limits on single weights."""
    if not was_trimmed(wave):
        return wave
    out = base_weighted(wave)
    for record in wave.calibrations:
        plan = CalibrationPlan(record.margins, dict(record.totals), record.total)
        ready = replace(record.calibrator, row_bounds=None)
        out = apply_calibrator(out, plan, ready, record.method, f"{wave._where}untrimmed: ")
    return out


def trimmed(wave: Wave, times: float) -> Wave:
    """Return the wave with no weight above so many times the mean weight, calibrated again."""
    limit = times * float(np.mean(wave.weights))
    return trim(wave, upper=limit, rerake=bool(wave.calibrations), strict=not wave.calibrations)


def earlier_scheme(survey: Survey, later: str, earlier: str, part: str) -> Weighting | None:
    """Return the earlier wave's weighting rule for the later wave; None where they are the same.

    Cells that are merged or without a target are those of the later wave, where it says.
    """
    own, old = (survey.part(wave, part).weighting for wave in (later, earlier))
    if own is None or old is None:
        return None if own is old else old

    def rule(weighting: Weighting) -> tuple[object, ...]:
        return weighting.method, set(weighting.margins), weighting.bounds, weighting.trim

    if rule(own) == rule(old):
        return None
    lacking = tuple(c for c in old.collapse if c.margin not in own.margins)
    kept = tuple(c for c in own.collapse if c.margin in old.margins)
    untargeted = {**old.untargeted, **own.untargeted}
    return old.model_copy(
        update={
            "collapse": (*kept, *lacking),
            "untargeted": {m: c for m, c in untargeted.items() if m in old.margins},
        }
    )


def weighted_by(wave: Wave, rule: Weighting) -> Wave:
    """Weight a wave anew by a rule, to its own targets."""
    assert wave.survey is not None
    bare = base_weighted(wave)
    if rule.method == "none":
        return bare
    path = wave.survey.path / "targets" / f"{wave.id}.csv"
    targets = read_targets(path, wave.part, rule, f"{wave.survey.id}, {wave.id}, {wave.part}")
    done = _calibrated(bare, rule, targets)
    if rule.trim is None:
        return done
    return trim(done, lower=rule.trim[0], upper=rule.trim[1], rerake=True)


def _calibrated(wave: Wave, rule: Weighting, targets: Targets) -> Wave:
    if rule.method == "rake":
        return rake(wave, targets, bounds=rule.bounds)
    if rule.method == "poststratify":
        return poststratify(wave, targets)
    assert rule.method in ("linear", "logit")
    return calibrate(wave, targets, method=rule.method, bounds=rule.bounds)
