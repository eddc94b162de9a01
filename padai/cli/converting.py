"""The command that makes a folder of Parquet of a file larger than memory."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from padai.cli.options import CONSOLE, LangOpt, app, progress, shown, t


@app.command(
    help=t(
        "Convertir un fichier de données de toute taille en un dossier de fichiers Parquet.",
        "Convert a data file of any size into a folder of Parquet files.",
    )
)
def convert(
    source: Annotated[
        Path,
        typer.Argument(
            help=t(
                "Fichier .sav, .zsav, .dta, .sas7bdat ou .csv.",
                "A .sav, .zsav, .dta, .sas7bdat or .csv file.",
            )
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            help=t(
                "Dossier à écrire; à côté du fichier si rien n’est dit.",
                "Folder to write; beside the file by default.",
            ),
        ),
    ] = None,
    rows: Annotated[
        int | None,
        typer.Option(
            "--rows",
            help=t("Lignes lues à la fois.", "Rows read at a time."),
        ),
    ] = None,
    lang: LangOpt = "fr",
) -> None:
    """Write the folder, whole or not at all; go on where an earlier run stopped."""
    from padai.waves.converting import convert as converted

    with progress() as say:
        done = converted(source, out, rows=rows, progress=lambda n, of: say(source.name, n, of))
    again = ""
    if done.resumed:
        again = t(
            f" ({done.resumed} lignes étaient déjà faites)", f" ({done.resumed} rows were done)"
        )
    CONSOLE.print(
        t(
            f"{shown(done.folder)} : {done.rows} lignes, {done.files} fichiers{again}.",
            f"{shown(done.folder)}: {done.rows} rows, {done.files} files{again}.",
        ),
        markup=False,
        highlight=False,
    )
    if done.letters_lost:
        listed = ", ".join(f"{name} ({count})" for name, count in done.letters_lost.items())
        CONSOLE.print(
            t(
                f"Codes de non-réponse en lettres, sans libellé, devenus vides : {listed}.",
                f"Missing codes in letters, without a label, now blank: {listed}.",
            ),
            markup=False,
            highlight=False,
        )
