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
    help=t(
        "Annoncer le tirage au sort d’un panel, puis tirer une fois le germe connu.",
        "Announce the draw by lot of a panel, then draw once the seed is known.",
    )
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
    """Write the lottery, the numbers, and the page that anyone can check."""
    from padai.cli.tables import number
    from padai.pipeline import draw as draw_panel

    with progress() as say:
        made = draw_panel(
            survey, seed=seed, out=out, data_dir=data_dir, project=project, say=say
        )  # fmt: skip
    people = made.drawn.people
    seats, lowest = int((people["status"] == "panel").sum()), float(people["probability"].min())
    fr, en = number(lowest, "fr", 3), number(lowest, "en", 3)
    done = t(
        f"{made.survey} : {seats} personnes tirées parmi {len(people)} volontaires, billet "
        f"{made.drawn.ticket}; plus petite chance {fr}.",
        f"{made.survey}: {seats} people drawn from {len(people)} volunteers, ticket "
        f"{made.drawn.ticket}; smallest chance {en}.",
    )
    waiting = t(
        f"{made.survey} : tirage annoncé parmi {len(people)} volontaires; plus petite chance {fr}. "
        "Personne n’est tiré, puisque `draw:` n’a pas de `seed:`.",
        f"{made.survey}: draw announced from {len(people)} volunteers; smallest chance {en}. "
        "Nobody is drawn, since `draw:` has no `seed:`.",
    )
    CONSOLE.print(done if made.drawn.ticket else waiting, highlight=False, soft_wrap=True)
    for title, paths in (
        (t("À publier", "To publish"), made.files),
        (t("À garder", "To keep"), made.own_files),
    ):
        for path in paths:
            CONSOLE.print(f"  {title} : {shown(path)}", highlight=False, soft_wrap=True)
    if not made.drawn.ticket:
        _print_announced(made.hashes)


def _print_announced(hashes: dict[str, str]) -> None:
    """Print what goes into panel.yaml, so that nothing can change until the seed is known."""
    CONSOLE.print(t(
        "Publiez ces fichiers, puis inscrivez ceci sous `draw:`, avec le jour de la publication :",
        "Publish these files, then enter this under `draw:`, with the day of publication:",
    ), highlight=False, soft_wrap=True)  # fmt: skip
    lines = ["  announced:", t("    date: AAAA-MM-JJ", "    date: YYYY-MM-DD")]
    lines += [f"    {name}: {value}" for name, value in hashes.items()]
    for line in lines:
        CONSOLE.print(line, highlight=False, soft_wrap=True)
