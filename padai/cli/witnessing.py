"""The command that has another program work out the key figures again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from padai.cli.options import (
    CONSOLE,
    STDERR,
    DataOpt,
    LangOpt,
    ProjectOpt,
    SurveyArg,
    WaveOpt,
    app,
    leaving,
    progress,
    shown,
    t,
)

if TYPE_CHECKING:
    from padai.pipeline.witnessing import Witnessed


@app.command(
    help=t(
        "Écrire de quoi recalculer les chiffres clés avec R, et le lancer là où il se trouve.",
        "Write what R needs to work out the key figures again, and run it where it is.",
    )
)
def witness(
    survey: SurveyArg,
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            help=t(
                "Dossier à part, hors des publications : il contient des réponses individuelles.",
                "A folder of its own, outside the releases: it holds answers of single people.",
            ),
        ),
    ],
    wave: WaveOpt = None,
    project: ProjectOpt = None,
    data_dir: DataOpt = None,
    run: Annotated[
        bool,
        typer.Option(
            "--run/--no-run",
            help=t("Lancer R là où il se trouve.", "Run R where it is found."),
        ),
    ] = True,
    lang: LangOpt = "fr",
) -> None:
    """Say where the witness lies and what R found; exit code 1 where a figure differs."""
    from padai.pipeline.witnessing import witness as write_witness

    leaving(out)
    with progress() as say:
        found = write_witness(
            survey, out=out, wave=wave, project=project, data_dir=data_dir, run=run, say=say
        )
    _print(found, run)
    if found.verdict is not None and not found.verdict.same:
        raise typer.Exit(1)


def _print(found: Witnessed, run: bool) -> None:
    for path in found.files:
        CONSOLE.print(f"  {shown(path)}", highlight=False, markup=False, soft_wrap=True)
    counted = t(
        f"{found.figures} chiffres à recalculer, {found.left_out} laissés de côté.",
        f"{found.figures} figures to work out again, {found.left_out} left out.",
    )
    CONSOLE.print(counted, highlight=False)
    verdict = found.verdict
    if verdict is None:
        why = t("R n’est pas sur cette machine", "R is not on this machine") if run else t(
            "R n’a pas été lancé", "R was not run")  # fmt: skip
        STDERR.print(
            t(
                f"padai : {why} : rien n’est inscrit. Là où il se trouve : Rscript witness.R",
                f"padai: {why}: nothing is recorded. Where it is: Rscript witness.R",
            ),
            highlight=False, soft_wrap=True,
        )  # fmt: skip
        return
    said = t("mêmes chiffres", "same figures") if verdict.same else t(
        "DES CHIFFRES DIFFÈRENT (comparison.csv)", "FIGURES DIFFER (comparison.csv)")  # fmt: skip
    CONSOLE.print(
        t(
            f"R {verdict.r}, survey {verdict.package} : {said}; écart le plus grand "
            f"{verdict.largest:.0e}.",
            f"R {verdict.r}, survey {verdict.package}: {said}; largest difference "
            f"{verdict.largest:.0e}.",
        ),
        highlight=False, soft_wrap=True,
    )  # fmt: skip
    if found.log is not None:
        CONSOLE.print(f"  {shown(found.log)}", highlight=False, markup=False, soft_wrap=True)
    else:
        STDERR.print(
            t(
                "padai : cette version est diffusée avec le journal d’un témoin, qui "
                "reste tel quel.",
                "padai: this version went out with the log of a witness, which stays as it is.",
            ),
            highlight=False, soft_wrap=True,
        )  # fmt: skip
