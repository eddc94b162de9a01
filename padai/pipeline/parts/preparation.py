"""From delivered files to weighted waves: read, validate, weight, one part at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from padai.pipeline.parts.references import read_leanings
from padai.pipeline.parts.settling import stopping
from padai.survey import Survey
from padai.validation import Findings, validate
from padai.validation.validate import stopped
from padai.waves import Wave, read_delivery
from padai.waves.readers import several_files
from padai.waves.reference_file import Leaning
from padai.weighting import calibrate, poststratify, rake, trim

Say = Callable[..., None]


@dataclass(frozen=True)
class Prepared:
    """A part's waves up to one of them, weighted, and what validation found in the last.

    Attributes
    ----------
    waves
        Oldest first; the last is the wave that was asked for.
    findings
        Of the last wave: as delivered, then as weighted.
    leanings
        Of a declared participation model, what it leans on, by wave.
    """

    waves: tuple[Wave, ...]
    findings: tuple[Findings, ...]
    leanings: Mapping[str, Leaning] = field(default_factory=dict)

    @property
    def last(self) -> Wave:
        """The wave that was asked for."""
        return self.waves[-1]


@several_files()
def prepare(
    survey: Survey,
    wave_id: str,
    part: str,
    data_dir: Path | None,
    say: Say,
    passed: Mapping[str, str] | None = None,
) -> Prepared:
    """Read, validate and weight a part in every wave up to one.

    Parameters
    ----------
    passed
        The hashes of the files of earlier waves that are known to pass: of one that is still the
        same nothing is checked again.

    Raises
    ------
    FindingsError
        A wave has findings that stop publication; the message lists them.
    """
    ready: list[Wave] = []
    for each in survey.earlier(wave_id, part):  # of these no finding is told, but one that stops
        known = (passed or {}).get(each)
        ready.append(_passing(survey, each, part, ready, data_dir, say, known))
    wave_id = survey.wave(wave_id).id
    first, weighted = prepare_one(survey, wave_id, part, ready, data_dir, say)
    if weighted is None:
        raise stopping(survey, first)
    second = validate(weighted, earlier=ready, stage="weighted")
    _stop_if_failed(survey, second)
    waves = (*ready, weighted)
    leanings = read_leanings(survey, waves, part, data_dir)
    return Prepared(waves, (first, second), leanings)


def prepare_one(
    survey: Survey,
    wave_id: str,
    part: str,
    earlier: Sequence[Wave],
    data_dir: Path | None,
    say: Say,
) -> tuple[Findings, Wave | None]:
    """Read, validate and weight one wave; no wave where findings of the file stop it."""
    say(f"{survey.id} {wave_id} {part}")
    delivery = read_delivery(survey, wave_id, part, data_dir=data_dir)
    findings = validate(delivery, earlier=earlier, stage="delivered")
    return findings, weight_as_declared(delivery.wave()) if findings.ok else None


def passing_waves(
    survey: Survey, wave_id: str, part: str, data_dir: Path | None, say: Say
) -> tuple[Wave, ...]:
    """Read and weight a part in every wave up to one, as :func:`prepare` does, without findings.

    Only the checks that can stop publication are run; where one does, all are, for the message.

    Raises
    ------
    FindingsError
        A wave has findings that stop publication; the message lists them.
    """
    ready: list[Wave] = []
    for each in (*survey.earlier(wave_id, part), survey.wave(wave_id).id):
        ready.append(_passing(survey, each, part, ready, data_dir, say))
    return tuple(ready)


def _passing(
    survey: Survey,
    wave_id: str,
    part: str,
    earlier: Sequence[Wave],
    data_dir: Path | None,
    say: Say,
    known: str | None = None,
) -> Wave:
    """Read and weight one wave; only the checks that can stop it are run, all where one does.

    None is run where the file is `known`, the hash of one that passed.
    """
    say(f"{survey.id} {wave_id} {part}")
    delivery = read_delivery(survey, wave_id, part, data_dir=data_dir)
    if known is not None and delivery.provenance.get("sha256") == known:
        return weight_as_declared(delivery.wave())
    if stopped(delivery, earlier=earlier, stage="delivered"):
        _stop_if_failed(survey, validate(delivery, earlier=earlier, stage="delivered"))
    weighted = weight_as_declared(delivery.wave())
    if stopped(weighted, earlier=earlier, stage="weighted"):
        _stop_if_failed(survey, validate(weighted, earlier=earlier, stage="weighted"))
    return weighted


def _stop_if_failed(survey: Survey, findings: Findings) -> None:
    if not findings.ok:
        raise stopping(survey, findings)


def weight_as_declared(wave: Wave) -> Wave:
    """Weight a wave by the method that its part declares; unchanged where it declares none."""
    survey = wave.survey
    assert survey is not None
    rule = survey.part(wave.id, wave.part).weighting
    if rule is None or rule.method == "none":
        return wave
    targets = survey.targets(wave.id, wave.part)
    if rule.method == "rake":
        weighted = rake(wave, targets, bounds=rule.bounds)
    elif rule.method == "poststratify":
        weighted = poststratify(wave, targets)
    else:
        weighted = calibrate(wave, targets, method=rule.method, bounds=rule.bounds)
    if rule.trim is None:
        return weighted
    low, high = rule.trim
    return trim(weighted, lower=low, upper=high, rerake=True)
