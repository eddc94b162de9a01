"""What the command line shows of a wave before anything is published."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd

from padai.errors import ComparisonError, DefinitionError, PadaiError, Said, nearest
from padai.estimation import mean, proportion
from padai.numerics.threads import one_thread
from padai.pipeline.commands.kept_apart import too_few_waves
from padai.pipeline.parts.asked_again import AskedAgain
from padai.pipeline.parts.confidential import shown_of
from padai.pipeline.parts.facts import LEVEL
from padai.pipeline.parts.looking import validated_waves
from padai.pipeline.parts.preparation import Say, prepare, weight_as_declared
from padai.pipeline.parts.references import read_leanings
from padai.pipeline.tables.aggregation import breaks_table
from padai.pipeline.tables.changes import published_changes
from padai.pipeline.tables.overall import told_of
from padai.results import Estimates
from padai.store import COLUMNS, outside, store_of
from padai.survey import Question, Survey
from padai.survey.kinds import INFERENTIAL
from padai.trends import difference, trend
from padai.validation import Findings, validate
from padai.validation.kinds import Stage
from padai.waves import Wave, read_delivery, stack, write_wave
from padai.waves.readers import several_files
from padai.waves.reading import Delivery
from padai.weighting import weighting_margins, weighting_summary

Tell = Callable[[Said], None]

_PRECISION = ("std_error", "conf_low", "conf_high", "df", "n_eff", "deff", "cv")


@dataclass(frozen=True)
class Weighted:
    """What weighting did to a wave: a summary, and its margins before and after."""

    summary: dict[str, Any]
    margins: pd.DataFrame


@one_thread()
@several_files()
def validated(
    survey: Survey,
    wave_id: str,
    part: str,
    *,
    data_dir: Path | None,
    say: Say,
    stage: Stage = "delivered",
    tell: Callable[[Said], None] = lambda said: None,
) -> Findings:
    """Validate a wave, as delivered or as weighted, against its definition and earlier waves.

    `tell` is called with each earlier wave that could not be compared, or not under its weights:
    what is wrong there is no reason to say nothing of this wave. Where nothing stops the wave,
    what a declared participation model leans on is read and held to it; a fault there is raised.
    """
    earlier: list[Wave | Delivery] = []
    before = survey.earlier(wave_id, part)
    files = len(before) + 1
    for place, each in enumerate(before):
        say(f"{survey.id} {each} {part}", place, files + 1)
        earlier += _earlier(survey, each, part, data_dir, stage, tell)
    what = f"{survey.id} {wave_id} {part}"
    say(what, len(before), files + 1)
    delivery = read_delivery(survey, wave_id, part, data_dir=data_dir)
    findings = validate(
        weight_as_declared(delivery.wave()) if stage == "weighted" else delivery,
        earlier=earlier,
        stage=stage,
        progress=lambda done, due: say(what, files + done / due, files + 1),
    )
    if findings.ok and survey.participation_model is not None:
        read_leanings(survey, (delivery.wave(),), part, data_dir)
    return findings


def _earlier(
    survey: Survey,
    wave_id: str,
    part: str,
    data_dir: Path | None,
    stage: Stage,
    tell: Callable[[Said], None],
) -> Iterator[Wave | Delivery]:
    """Yield an earlier wave, as whole as it can be read; nothing where it cannot."""
    try:
        delivery = read_delivery(survey, wave_id, part, data_dir=data_dir)
    except PadaiError as error:
        tell(Said("pipeline-wave-is-not-compared", wave_id=wave_id, why=error.words))
        return
    try:
        wave = delivery.wave()
        yield weight_as_declared(wave) if stage == "weighted" else wave
    except PadaiError as error:
        tell(
            Said(
                "pipeline-wave-is-compared-without-its-weights",
                wave_id=wave_id,
                why=error.words,
            )
        )
        if stage == "delivered":
            yield delivery


def _last(
    survey: Survey,
    wave_id: str,
    part: str,
    *,
    data_dir: Path | None,
    say: Say,
    questions: Collection[str] = (),
    tell: Tell = lambda _said: None,
) -> Wave:
    """Return one wave, validated with those before it, and weighted as it declares."""
    never = lambda _wave: False  # noqa: E731
    return validated_waves(
        survey,
        wave_id,
        part,
        data_dir=data_dir,
        say=say,
        wanted=never,
        questions=questions,
        tell=tell,
    )[-1]


def _looked_at(survey: Survey, question: str, by: Sequence[str]) -> set[str]:
    """Return a question, those that its base hangs on, and those that make the groups asked for."""
    asked = {each for names in by for each in names.split("*")}
    questions = {question, *(b.question for b in survey.breakdowns if b.id in asked)}
    bases = (survey.question(each).base for each in questions)
    return questions | {name for base in bases if base is not None for name in base.questions}


@one_thread()
def weighted(survey: Survey, wave_id: str, part: str, data_dir: Path | None, say: Say) -> Weighted:
    """Weight a wave as its part declares, and say what that did."""
    wave = _last(survey, wave_id, part, data_dir=data_dir, say=say)
    columns = ["margin", "cell", "target", "sample", "before", "after"]
    margins = weighting_margins(wave) if wave.calibrations else pd.DataFrame(columns=columns)
    return Weighted(dict(weighting_summary(wave)), margins)


@one_thread()
def written_back(
    survey: Survey,
    wave_id: str,
    part: str,
    path: Path,
    *,
    lang: str,
    data_dir: Path | None,
    say: Say,
) -> Path:
    """Write a wave, validated and weighted, with its labels, for other software."""
    wave = prepare(survey, wave_id, part, data_dir, say).last
    say(path.name)
    return write_wave(wave, path, lang=lang)


def refuse_undeclared_breakdowns(survey: Survey, by: Sequence[str]) -> None:
    """Refuse groups that no definition declares: what is withheld goes by what it declares.

    Raises
    ------
    DefinitionError
        One is a question or a column, and no breakdown.
    """
    known = [each.id for each in survey.breakdowns]
    for name in (each for asked in by for each in asked.split("*")):
        if name not in known:
            raise DefinitionError(
                Said(
                    "pipeline-by-is-no-breakdown",
                    name=name,
                    hint=nearest(name, known),
                    known=", ".join(known),
                ),
                where=survey.id,
            )


@one_thread()
def estimated(
    survey: Survey,
    question: str,
    wave_id: str,
    *,
    part: str,
    net: str | None,
    by: Sequence[str],
    data_dir: Path | None,
    say: Say,
    tell: Tell = lambda _said: None,
) -> pd.DataFrame:
    """Estimate one question in one wave, disclosed.

    `tell` is called with what is set aside: errors that concern other questions alone.
    """
    net = net or _figure(survey.question(question))
    refuse_undeclared_breakdowns(survey, by)
    looked_at = _looked_at(survey, question, by)
    wave = _last(survey, wave_id, part, data_dir=data_dir, say=say, questions=looked_at, tell=tell)
    if net == "mean":
        estimates: Estimates = mean(wave, question, by=list(by), level=LEVEL)
    else:
        estimates = proportion(wave, question, net=net, by=list(by), level=LEVEL)
    shown = shown_of(survey, part, [estimates], waves=[wave])
    if survey.part(wave_id, part).sample_type not in INFERENTIAL:
        shown = shown.assign(**dict.fromkeys(_PRECISION, float("nan")))
    return shown


def _figure(question: Question) -> str | None:
    """Return what is told of a question where nothing is asked for: of a number, its mean."""
    return "mean" if question.type == "number" else None


@one_thread()
def followed_over_time(
    survey: Survey,
    question: str,
    wave_id: str,
    *,
    part: str,
    net: str | None,
    by: Sequence[str],
    data_dir: Path | None,
    say: Say,
    overall: bool = True,
    tell: Tell = lambda _said: None,
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return a question's disclosed series, its changes from each wave to the next, and what is
    told of the whole of it (slopes, joint tests, bends), or nothing there without `overall`.

    `tell` is called with what is set aside: errors that concern other questions alone.
    """
    asked = survey.question(question)
    refuse_undeclared_breakdowns(survey, by)
    kind = survey.part(wave_id, part).sample_type
    if kind not in INFERENTIAL:
        raise ComparisonError(
            Said("pipeline-a-sample-of-type-has-no-trend-it-speaks", kind=kind),
            where=f"{survey.id}, {wave_id}, {part}",
        )
    ready = validated_waves(
        survey,
        wave_id,
        part,
        data_dir=data_dir,
        say=say,
        wanted=lambda wave: asked.asked_in(wave, part),
        questions=_looked_at(survey, question, by),
        tell=tell,
    )
    waves = [w for w in ready if asked.asked_in(w.id, part)]
    if len(waves) < 2:
        raise too_few_waves(survey, asked, part, wave_id)
    net = net or asked.headline_net or _figure(asked)
    series = trend(stack(waves, overlap=survey.overlap), question, net=net, by=list(by))
    shown = shown_of(survey, part, [series], waves=waves)
    again = AskedAgain(survey, waves)
    pairs = [difference(series, b.id, a.id) for a, b in pairwise(waves)]
    changes = [frame for frame, _ in published_changes(pairs, shown, survey, again=again.changes)]
    joint_tests = told_of(series, shown, again) if overall else pd.DataFrame()
    return shown, pd.concat(changes, ignore_index=True), joint_tests


def drawn_over_time(
    survey: Survey,
    series: pd.DataFrame,
    changes: pd.DataFrame,
    folder: Path,
    *,
    part: str,
    lang: str,
) -> list[Path]:
    """Draw a disclosed series through a partial store, as publishing would; return the files."""
    from padai.publishing.products.terminal.pictures import trend_pictures

    waves = list(dict.fromkeys(series["wave"].astype(str)))
    last = changes[changes["wave"].astype(str) == waves[-1]]
    groups = list(dict.fromkeys(series["breakdown"].astype(str)))
    by = tuple(b for b in groups if b != "total")
    day = survey.wave(waves[-1]).date.isoformat()
    facts = {"level": LEVEL, "release": {"version": 0, "status": "draft", "publish_on": day}}
    tables = {
        "estimates": _stored(series[series["wave"].astype(str) == waves[-1]], "estimates", part),
        "trends": _stored(series, "trends", part),
        "differences": _stored(last, "differences", part),
        "breaks": breaks_table(survey, waves[-1]),
    }
    responses = list(dict.fromkeys(series["response"].astype(str)))
    question = str(series["question"].iloc[0])
    store = outside(store_of(survey, waves[-1], tables, facts))
    made: list[Path] = []
    for response in responses:
        made += trend_pictures(
            store,
            question,
            folder,
            net=response,
            by=by,
            part=part,
            lang=lang,
            named=response if len(responses) > 1 else "",
        )
    return made


def _stored(frame: pd.DataFrame, table: str, part: str) -> pd.DataFrame:
    return frame.assign(part=part, declared="")[COLUMNS[table]]
