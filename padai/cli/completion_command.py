"""The command that writes what a shell needs to complete commands and options."""

from __future__ import annotations

from typing import Annotated

import typer

from padai.cli.options import LangOpt, app, t
from padai.errors import DefinitionError
from padai.words import Said

COMPLETE = "_PADAI_COMPLETE"
SHELLS = ("bash", "zsh", "fish", "powershell")


@app.command(help=t("cli-write-what-lets-a-terminal-complete"))
def completion(
    shell: Annotated[str, typer.Argument(help=t("cli-bash-zsh-fish-powershell"))],
    lang: LangOpt = "fr",
) -> None:
    """Print a script: ``padai completion bash >> ~/.bashrc``."""
    from typer.completion import get_completion_script

    if shell not in SHELLS:
        raise DefinitionError(
            Said(
                "cli-completion-there-is-no-such-shell-choose",
                shell=shell,
                shells=", ".join(SHELLS),
            ),
        )
    typer.echo(get_completion_script(prog_name="padai", complete_var=COMPLETE, shell=shell))
