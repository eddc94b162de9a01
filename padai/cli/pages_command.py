"""The command that writes the pages which work in a browser, without an installation."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from padai.cli.options import CONSOLE, LangOpt, app, leaving, shown, t


@app.command(help=t("cli-write-the-pages-that-work-in-a-browser"))
def pages(
    out: Annotated[Path, typer.Option("--out", help=t("cli-output-folder"))] = Path("pages"),
    lang: LangOpt = "fr",
) -> None:
    """Write the two pages, in both languages."""
    from padai.browser import write_pages

    leaving(out)
    for path in write_pages(out):
        CONSOLE.print(f"  {shown(path)}", highlight=False, soft_wrap=True)
