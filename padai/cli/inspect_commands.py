"""Commands that look at a wave and change nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from padai.cli.giving import CsvOpt, JsonOpt, OutOpt, check_asked, given, write_text
from padai.cli.options import (
    CONSOLE,
    STDERR,
    ByOpt,
    DataOpt,
    LangOpt,
    NetOpt,
    PartOpt,
    SurveyArg,
    WaveOpt,
    app,
    leaving,
    progress,
    shown,
    t,
)
from padai.errors import DefinitionError, Said

if TYPE_CHECKING:
    from padai.survey import Survey
    from padai.validation.kinds import Stage


NoChartOpt = Annotated[
    bool,
    typer.Option("--no-chart", help=t("cli-without-drawing-a-chart")),
]


@app.command(help=t("cli-check-a-delivered-wave"))
def validate(
    survey: SurveyArg,
    wave: WaveOpt = None,
    part: PartOpt = "main",
    data_dir: DataOpt = None,
    html: Annotated[
        Path | None,
        typer.Option("--html", help=t("cli-page-to-write-and-send")),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=t("cli-for-machines"))] = False,
    stage: Annotated[
        str,
        typer.Option(
            "--stage",
            help=t("cli-data-as-delivered-or-weighted"),
        ),
    ] = "delivered",
    as_csv: CsvOpt = False,
    out: OutOpt = None,
    lang: LangOpt = "fr",
) -> None:
    """Print every finding; exit code 1 where one of them stops publication."""
    from padai.pipeline import validated
    from padai.pipeline.parts.settling import settling
    from padai.survey import load_survey

    check_asked(as_json, as_csv, out)
    if stage not in ("delivered", "weighted"):
        raise DefinitionError(
            Said("cli-stage-there-is-no-such-stage-choose", stage=stage),
        )
    definition = load_survey(survey)
    asked = definition.wave(wave or definition.waves[-1]).id
    chosen: Stage = "weighted" if stage == "weighted" else "delivered"
    with progress() as say:
        findings = validated(
            definition, asked, part, data_dir=data_dir, say=say, stage=chosen, tell=_warn
        )
    if html is not None:
        write_text(html, findings.to_html(lang), "--html")
    given({"findings": findings.frame}, False, as_csv, out)
    if as_json:
        typer.echo(json.dumps(findings.as_dict(), ensure_ascii=False, indent=2))
    elif not as_csv:
        CONSOLE.print(findings.summary(lang), markup=False, highlight=False, soft_wrap=True)
    _tell_unwritten(definition)
    if (lines := settling(definition, findings)) is not None:
        STDERR.print(t(lines), markup=False, highlight=False, soft_wrap=True)
    findings.raise_if_failed()


def _warn(message: Said) -> None:
    text = t("cli-warning", said=message)
    STDERR.print(text, markup=False, highlight=False, soft_wrap=True)


def _tell_unwritten(survey: Survey) -> None:
    """Say how many texts publishing will ask for; computing does without them."""
    waiting = len(survey.to_complete())
    if waiting:
        STDERR.print(
            t("cli-warning-text-s-a-completer-to-be-written", waiting=waiting),
            markup=False,
            highlight=False,
            soft_wrap=True,
        )


@app.command(help=t("cli-weight-a-wave-and-show-diagnostics"))
def weight(
    survey: SurveyArg,
    wave: WaveOpt = None,
    part: PartOpt = "main",
    data_dir: DataOpt = None,
    as_json: JsonOpt = False,
    as_csv: CsvOpt = False,
    out: OutOpt = None,
    lang: LangOpt = "fr",
) -> None:
    """Print the margins before and after, and what weighting costs in precision."""
    import pandas as pd

    from padai.cli.tables import print_weighting
    from padai.pipeline import weighted
    from padai.survey import load_survey

    check_asked(as_json, as_csv, out)
    definition = load_survey(survey)
    with progress() as say:
        done = weighted(definition, wave or definition.waves[-1], part, data_dir, say)
    tables = {"margins": done.margins, "summary": pd.DataFrame([done.summary])}
    if not given(tables, as_json, as_csv, out):
        print_weighting(CONSOLE, done.summary, done.margins, lang)
    _tell_unwritten(definition)


@app.command(help=t("cli-estimate-a-question"))
def estimate(
    survey: SurveyArg,
    question: Annotated[str, typer.Argument(help=t("cli-the-questions-id"))],
    wave: WaveOpt = None,
    part: PartOpt = "main",
    net: NetOpt = None,
    by: ByOpt = None,
    data_dir: DataOpt = None,
    as_json: JsonOpt = False,
    as_csv: CsvOpt = False,
    out: OutOpt = None,
    lang: LangOpt = "fr",
) -> None:
    """Print the estimates of one question, with what may not be shown withheld."""
    from padai.cli.tables import print_estimates
    from padai.pipeline import estimated
    from padai.survey import load_survey

    check_asked(as_json, as_csv, out)
    definition = load_survey(survey)
    with progress() as say:
        frame = estimated(
            definition,
            question,
            wave or definition.waves[-1],
            part=part,
            net=net,
            by=by or [],
            data_dir=data_dir,
            say=say,
            tell=_warn,
        )
    if not given({"estimates": frame}, as_json, as_csv, out):
        print_estimates(CONSOLE, frame, definition, lang)
    _tell_unwritten(definition)


@app.command(help=t("cli-follow-a-question-over-the-waves"))
def trend(
    survey: SurveyArg,
    question: Annotated[str, typer.Argument(help=t("cli-the-questions-id"))],
    net: NetOpt = None,
    by: ByOpt = None,
    wave: WaveOpt = None,
    part: PartOpt = "main",
    data_dir: DataOpt = None,
    lang: LangOpt = "fr",
    chart: Annotated[
        Path | None,
        typer.Option("--chart", help=t("cli-folder-of-the-charts")),
    ] = None,
    no_chart: NoChartOpt = False,
    slope: Annotated[
        bool,
        typer.Option(
            "--slope",
            help=t("cli-with-the-slope-and-the-joint-test-of"),
        ),
    ] = False,
    as_json: JsonOpt = False,
    as_csv: CsvOpt = False,
    out: OutOpt = None,
) -> None:
    """Print the series and the verdict of each change, and draw the series."""
    from padai.cli.tables import print_slopes, print_trend
    from padai.pipeline import drawn_over_time, followed_over_time
    from padai.survey import load_survey

    check_asked(as_json, as_csv, out)
    definition = load_survey(survey)
    last = definition.wave(wave or definition.waves[-1]).id
    with progress() as say:
        series, changes, slopes = followed_over_time(
            definition,
            question,
            last,
            part=part,
            net=net,
            by=by or [],
            data_dir=data_dir,
            say=say,
            overall=slope,
            tell=_warn,
        )
    tables = {"series": series, "changes": changes} | ({"slopes": slopes} if slope else {})
    taken = given(tables, as_json, as_csv, out)
    if not taken:
        print_trend(CONSOLE, series, changes, definition, lang)
        if slope:
            print_slopes(CONSOLE, slopes, definition, lang)
    _tell_unwritten(definition)
    folder = None if no_chart else _folder_of_charts(definition, last, part, chart)
    if folder is not None:
        leaving(folder)
        made = drawn_over_time(definition, series, changes, folder, part=part, lang=lang)
        for path in made:
            (STDERR if taken else CONSOLE).print(
                f"  {shown(path)}", highlight=False, soft_wrap=True
            )


@app.command(help=t("cli-plan-what-the-next-wave-can-show"))
def plan(
    survey: SurveyArg,
    question: Annotated[str, typer.Argument(help=t("cli-the-questions-id"))],
    net: NetOpt = None,
    by: ByOpt = None,
    n: Annotated[
        list[int] | None,
        typer.Option("--n", help=t("cli-planned-interviews-repeatable")),
    ] = None,
    power: Annotated[float, typer.Option("--power", help=t("cli-wanted-power"))] = 0.8,
    change: Annotated[
        float | None,
        typer.Option("--change", help=t("cli-change-to-be-shown-in-points")),
    ] = None,
    icc: Annotated[
        float | None,
        typer.Option(
            "--icc",
            help=t("cli-intraclass-correlation-otherwise-that-of"),
        ),
    ] = None,
    psus: Annotated[
        int | None,
        typer.Option(
            "--psus",
            help=t("cli-primary-units-of-the-next-wave-otherwise"),
        ),
    ] = None,
    wave: WaveOpt = None,
    part: PartOpt = "main",
    data_dir: DataOpt = None,
    lang: LangOpt = "fr",
    chart: Annotated[
        Path | None,
        typer.Option("--chart", help=t("cli-folder-of-the-charts")),
    ] = None,
    no_chart: NoChartOpt = False,
    as_json: JsonOpt = False,
    as_csv: CsvOpt = False,
    out: OutOpt = None,
) -> None:
    """Print the smallest change and margin that the next wave can show, and its interviews."""
    from padai.cli.plan_tables import print_families, print_plan
    from padai.pipeline.commands.planning import drawn_plan, planned
    from padai.survey import load_survey

    check_asked(as_json, as_csv, out)
    definition = load_survey(survey)
    last = definition.wave(wave or definition.waves[-1]).id
    with progress() as say:
        made = planned(
            definition,
            question,
            last,
            part=part,
            net=net,
            by=by or [],
            n=n or [],
            power=power,
            change=change,
            data_dir=data_dir,
            say=say,
            icc=icc,
            psus=psus,
        )
    tables = {"plan": made.frame} | ({} if made.groups is None else {"groups": made.groups})
    taken = given(tables, as_json, as_csv, out)
    if not taken:
        print_plan(
            CONSOLE, made.frame, made.groups, definition, power=power, change=change, lang=lang
        )
        print_families(CONSOLE, made.frame, definition, lang)
    for sentence in made.assumed[lang]:
        (STDERR if taken else CONSOLE).print(sentence, highlight=False)
    folder = None if no_chart else _folder_of_charts(definition, last, part, chart)
    if folder is not None:
        leaving(folder)
        for path in drawn_plan(definition, last, made, folder, part=part, lang=lang):
            (STDERR if taken else CONSOLE).print(
                f"  {shown(path)}", highlight=False, soft_wrap=True
            )


def _folder_of_charts(survey: Survey, wave: str, part: str, given: Path | None) -> Path | None:
    """Return where charts go: the folder named, else ``charts`` beside the wave's releases.

    Without a name, a sample that is published without trends is not drawn.
    """
    from padai.project import find_project
    from padai.survey.kinds import INFERENTIAL

    if given is not None:
        return given
    if survey.part(wave, part).sample_type not in INFERENTIAL:
        return None
    return find_project(survey.path).releases_dir / survey.id / wave / "charts"
