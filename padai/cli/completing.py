"""The command that writes what a shell needs to complete commands and options."""

from __future__ import annotations

from typing import Annotated

import typer

from padai.cli.options import LangOpt, app, t
from padai.errors import DefinitionError

COMPLETE = "_PADAI_COMPLETE"
SHELLS = ("bash", "zsh", "fish", "powershell")


@app.command(
    help=t(
        "Écrire ce qui permet au terminal de compléter les commandes.",
        "Write what lets a terminal complete commands.",
    )
)
def completion(
    shell: Annotated[
        str, typer.Argument(help=t("bash, zsh, fish ou powershell.", "bash, zsh, fish, powershell"))
    ],
    lang: LangOpt = "fr",
) -> None:
    """Print a script: ``padai completion bash >> ~/.bashrc``."""
    from typer.completion import get_completion_script

    if shell not in SHELLS:
        raise DefinitionError(
            f"completion {shell}: there is no such shell; choose {', '.join(SHELLS)}.",
            f"completion {shell} : ce terminal n’existe pas; choisissez {', '.join(SHELLS)}.",
        )
    typer.echo(get_completion_script(prog_name="padai", complete_var=COMPLETE, shell=shell))
