"""The command that has another program work out the key figures again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from padai.cli.options import (
    CONSOLE,
    STDERR,
    DataOpt,
    LangOpt,
    ProjectOpt,
    SurveyArg,
    WaveOpt,
    app,
    leaving,
    progress,
    shown,
    t,
)

if TYPE_CHECKING:
    from padai.pipeline.commands.witnessing import Witnessed


@app.command(help=t("cli-write-what-r-needs-to-work-out-the-key"))
def witness(
    survey: SurveyArg,
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            help=t("cli-a-folder-of-its-own-outside-the-releases"),
        ),
    ],
    wave: WaveOpt = None,
    project: ProjectOpt = None,
    data_dir: DataOpt = None,
    run: Annotated[
        bool,
        typer.Option(
            "--run/--no-run",
            help=t("cli-run-r-where-it-is-found"),
        ),
    ] = True,
    lang: LangOpt = "fr",
) -> None:
    """Say where the witness lies and what R found; exit code 1 where a figure differs."""
    from padai.pipeline.commands.witnessing import witness as write_witness

    leaving(out)
    with progress() as say:
        witnessed = write_witness(
            survey, out=out, wave=wave, project=project, data_dir=data_dir, run=run, say=say
        )
    _print(witnessed, run)
    if witnessed.verdict is not None and not witnessed.verdict.same:
        raise typer.Exit(1)


def _print(witnessed: Witnessed, run: bool) -> None:
    for path in witnessed.files:
        CONSOLE.print(f"  {shown(path)}", highlight=False, markup=False, soft_wrap=True)
    counted = t(
        "cli-figures-to-work-out-again-left-out",
        figures=witnessed.figures,
        left_out=witnessed.left_out,
    )
    CONSOLE.print(counted, highlight=False)
    verdict = witnessed.verdict
    if verdict is None:
        why = t("cli-r-is-not-on-this-machine") if run else t("cli-r-was-not-run")
        STDERR.print(
            t("cli-padai-nothing-is-recorded-where-it-is", why=why),
            highlight=False,
            soft_wrap=True,
        )
        return
    verdict_text = t("cli-same-figures") if verdict.same else t("cli-figures-differ-comparison-csv")
    CONSOLE.print(
        t(
            "cli-r-survey-largest-difference",
            r=verdict.r,
            package=verdict.package,
            said=verdict_text,
            largest=f"{verdict.largest:.0e}",
        ),
        highlight=False,
        soft_wrap=True,
    )
    if witnessed.log is not None:
        CONSOLE.print(f"  {shown(witnessed.log)}", highlight=False, markup=False, soft_wrap=True)
    else:
        STDERR.print(
            t("cli-padai-this-version-went-out-with-the-log"),
            highlight=False,
            soft_wrap=True,
        )
