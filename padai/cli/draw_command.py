"""The command that draws a panel by lot."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from padai.cli.options import (
    CONSOLE,
    DataOpt,
    LangOpt,
    ProjectOpt,
    SurveyArg,
    app,
    progress,
    shown,
    t,
)
from padai.errors import language


@app.command(help=t("cli-announce-the-draw-by-lot-of-a-panel-then"))
def draw(
    survey: SurveyArg,
    seed: Annotated[
        str | None,
        typer.Option(
            "--seed",
            help=t("cli-seed-of-a-rehearsal-in-place-of-that-of"),
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help=t("cli-output-folder-of-the-draw"))
    ] = None,
    project: ProjectOpt = None,
    data_dir: DataOpt = None,
    lang: LangOpt = "fr",
) -> None:
    """Write the lottery, the numbers, and the page that anyone can check."""
    from padai.cli.tables import number
    from padai.lottery.draw import PANEL
    from padai.pipeline import draw as draw_panel

    with progress() as say:
        made = draw_panel(survey, seed=seed, out=out, data_dir=data_dir, project=project, say=say)
    people = made.drawn.people
    seats, lowest = int((people["status"] == PANEL).sum()), float(people["probability"].min())
    chance = number(lowest, language("fr"), 3)
    done = t(
        "cli-people-drawn-from-volunteers-ticket",
        survey=made.survey,
        seats=seats,
        count_people=len(people),
        ticket=made.drawn.ticket,
        chance=chance,
    )
    waiting = t(
        "cli-draw-announced-from-volunteers-smallest",
        survey=made.survey,
        count_people=len(people),
        chance=chance,
    )
    CONSOLE.print(done if made.drawn.ticket else waiting, highlight=False, soft_wrap=True)
    for title, paths in (
        (t("cli-to-publish"), made.files),
        (t("cli-to-keep"), made.own_files),
    ):
        for path in paths:
            CONSOLE.print(f"  {title} : {shown(path)}", highlight=False, soft_wrap=True)
    if not made.drawn.ticket:
        _print_announced(made.hashes)


def _print_announced(hashes: dict[str, str]) -> None:
    """Print what goes into panel.yaml, so that nothing can change until the seed is known."""
    CONSOLE.print(t("cli-publish-these-files-then-enter-this"), highlight=False, soft_wrap=True)
    lines = ["  announced:", t("cli-date-yyyy-mm-dd")]
    lines += [f"    {name}: {value}" for name, value in hashes.items()]
    for line in lines:
        CONSOLE.print(line, highlight=False, soft_wrap=True)
