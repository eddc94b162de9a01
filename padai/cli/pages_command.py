"""The command that writes the pages which work in a browser, without an installation."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from padai.cli.options import CONSOLE, LangOpt, PartOpt, WaveOpt, app, leaving, shown, t


@app.command(help=t("cli-write-the-pages-that-work-in-a-browser"))
def pages(
    survey: Annotated[
        Path | None, typer.Argument(help=t("cli-the-survey-whose-definition-goes-along"))
    ] = None,
    wave: WaveOpt = None,
    part: PartOpt = "main",
    out: Annotated[Path, typer.Option("--out", help=t("cli-output-folder"))] = Path("pages"),
    lang: LangOpt = "fr",
) -> None:
    """Write the two pages in both languages, and a wave's definition for the one that checks."""
    from padai.browser import write_definition, write_pages

    leaving(out)
    written = write_pages(out)
    if survey is not None:
        from padai.survey import load_survey

        definition = load_survey(survey)
        written.append(write_definition(definition, wave or definition.waves[-1], part, out))
    for path in written:
        CONSOLE.print(f"  {shown(path)}", highlight=False, soft_wrap=True)
