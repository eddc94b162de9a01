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


@app.command(
    help=t("Tirer un panel au sort parmi des volontaires.", "Draw a panel by lot from volunteers.")
)
def draw(
    survey: SurveyArg,
    seed: Annotated[
        str | None,
        typer.Option(
            "--seed",
            help=t(
                "Germe d’une répétition, à la place de celui de panel.yaml.",
                "Seed of a rehearsal, in place of that of panel.yaml.",
            ),
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help=t("Dossier de sortie.", "Output folder."))
    ] = None,
    project: ProjectOpt = None,
    data_dir: DataOpt = None,
    lang: LangOpt = "fr",
) -> None:
    """Write the lottery, the numbers drawn, and the page that anyone can check."""
    from padai.cli.tables import number
    from padai.pipeline import draw as draw_panel

    with progress() as say:
        made = draw_panel(
            survey, seed=seed, out=out, data_dir=data_dir, project=project, say=say
        )  # fmt: skip
    people = made.drawn.people
    seats, lowest = int((people["status"] == "panel").sum()), float(people["probability"].min())
    fr, en = number(lowest, "fr", 3), number(lowest, "en", 3)
    CONSOLE.print(
        t(
            f"{made.survey} : {seats} personnes tirées parmi {len(people)} volontaires, billet "
            f"{made.drawn.ticket}; plus petite chance {fr}.",
            f"{made.survey}: {seats} people drawn from {len(people)} volunteers, ticket "
            f"{made.drawn.ticket}; smallest chance {en}.",
        ),
        highlight=False,
        soft_wrap=True,
    )
    for title, paths in (
        (t("À publier", "To publish"), made.files),
        (t("À garder", "To keep"), made.own_files),
    ):
        for path in paths:
            CONSOLE.print(f"  {title} : {shown(path)}", highlight=False, soft_wrap=True)
