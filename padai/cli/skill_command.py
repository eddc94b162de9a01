"""The command that prints the guide for whoever writes code with padai."""

from __future__ import annotations

from importlib.resources import files

import typer

from padai.cli.options import LangOpt, app, t


@app.command(
    "skill",
    help=t("cli-print-the-guide-for-whoever-writes-code"),
)
def skill(lang: LangOpt = "fr") -> None:
    """Print the guide, as Markdown."""
    typer.echo(files("padai.cli").joinpath(f"guides/skill.{lang}.md").read_text("utf-8"), nl=False)
