"""The command that makes a folder of Parquet of a file larger than memory."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from padai.cli.options import CONSOLE, LangOpt, app, progress, shown, t


@app.command(help=t("cli-convert-a-data-file-of-any-size-into-a"))
def convert(
    source: Annotated[
        Path,
        typer.Argument(help=t("cli-a-sav-zsav-dta-sas7bdat-or-csv-file")),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            help=t("cli-folder-to-write-beside-the-file-by"),
        ),
    ] = None,
    rows: Annotated[
        int | None,
        typer.Option(
            "--rows",
            help=t("cli-rows-read-at-a-time"),
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
        again = t("cli-rows-were-done", resumed=done.resumed)
    CONSOLE.print(
        t(
            "cli-rows-files",
            shown=shown(done.folder),
            rows=done.rows,
            files=done.files,
            again=again,
        ),
        markup=False,
        highlight=False,
    )
    if done.letters_lost:
        listed = ", ".join(f"{name} ({count})" for name, count in done.letters_lost.items())
        CONSOLE.print(
            t("cli-missing-codes-in-letters-without-a-label", listed=listed),
            markup=False,
            highlight=False,
        )
