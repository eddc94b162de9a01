"""The command that builds a release again and compares every byte, or checks a document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from padai.cli.options import CONSOLE, DataOpt, LangOpt, ProjectOpt, TrustOpt, app, t
from padai.cli.telling import LogOpt, record, telling
from padai.errors import DefinitionError

if TYPE_CHECKING:
    from padai.pipeline.verification import Verified

_SHOWN = 40


@app.command(
    help=t(
        "Rebâtir une publication et comparer chaque octet, ou comparer un document avec elle.",
        "Build a release again and compare every byte, or compare a document with it.",
    )
)
def verify(
    release: Annotated[
        Path | None,
        typer.Argument(
            help=t(
                "Dossier d’une version, par exemple releases/example/2025/v1.",
                "The folder of a version, such as releases/example/2025/v1.",
            )
        ),
    ] = None,
    document: Annotated[
        Path | None,
        typer.Option(
            "--document",
            help=t(
                "Document (.docx, .pptx, .html, .txt) dont chaque chiffre est comparé avec la "
                "publication.",
                "A document (.docx, .pptx, .html, .txt) of which each number is compared with the "
                "release.",
            ),
        ),
    ] = None,
    named: Annotated[
        Path | None,
        typer.Option(
            "--release",
            help=t(
                "Avec --document : dossier d’une version; la dernière de la seule enquête si rien "
                "n’est dit.",
                "With --document: the folder of a version; the newest of the only survey by "
                "default.",
            ),
        ),
    ] = None,
    every: Annotated[
        bool,
        typer.Option(
            "--all",
            help=t(
                "Avec --document : montrer aussi ce qui est appuyé.",
                "With --document: show also what is supported.",
            ),
        ),
    ] = False,
    project: ProjectOpt = None,
    data_dir: DataOpt = None,
    trust_templates: TrustOpt = False,
    log: LogOpt = "text",
    lang: LangOpt = "fr",
) -> None:
    """Say which files differ, at which stage, and why; exit code 1 if any does."""
    if document is not None:
        _check(document, named or release, project, every=every, log=log)
        return
    if release is None:
        raise DefinitionError(
            "name the folder of a version (padai verify releases/example/2025/v1), or a document "
            "(--document FILE).",
            "nommez le dossier d’une version (padai verify releases/example/2025/v1), ou un "
            "document (--document FICHIER).",
        )
    from padai.pipeline import Stages
    from padai.pipeline import verify as verify_release

    with telling(log) as (say, tell):
        stages = Stages(say) if tell is None else Stages(say, tell)
        found = verify_release(
            release, project=project, data_dir=data_dir, stages=stages,
            trust_templates=trust_templates,
        )  # fmt: skip
    if log == "json":
        record({
            "verified": found.release, "files": found.files, "same": found.ok,
            "differences": [vars(d) for d in found.differences],
            "causes": [{"kind": kind, "name": name} for kind, name in found.causes],
        })  # fmt: skip
    _print(found)
    _print_declared(found)
    if not found.ok:
        raise typer.Exit(1)


def _check(
    document: Path, release: Path | None, project: Path | None, *, every: bool, log: str
) -> None:
    """Say what a document claims that the release does not; exit code 1 if anything."""
    from padai.cli.documents import checked, print_checked, record_checked

    with telling(log):
        found = checked(document, release, project)
    if log == "json":
        record_checked(found)
    print_checked(found, every=every)
    if not found.ok:
        raise typer.Exit(1)


def _print(found: Verified) -> None:
    if found.ok:
        said = t(
            f"{found.release} : {found.files} fichiers, chaque octet est le même.",
            f"{found.release}: {found.files} files, every byte is the same.",
        )
        CONSOLE.print(said, highlight=False)
        return
    count = len(found.differences)
    CONSOLE.print(
        t(
            f"{found.release} : {count} différences sur {found.files} fichiers.",
            f"{found.release}: {count} differences in {found.files} files.",
        ),
        highlight=False,
    )
    states, stages, kinds = _words()
    for each in found.differences[:_SHOWN]:
        line = f"  {each.name} : {states[each.state]} ({stages.get(each.stage, each.stage)})"
        CONSOLE.print(line, highlight=False, markup=False, soft_wrap=True)
    if count > _SHOWN:
        CONSOLE.print(t(f"  et {count - _SHOWN} de plus", f"  and {count - _SHOWN} more"))
    for kind, name in found.causes:
        said = f"{kinds[kind]} : {name}" if name else kinds[kind]
        CONSOLE.print(t(f"Cause : {said}", f"Cause: {said}"), highlight=False, soft_wrap=True)


def _print_declared(found: Verified) -> None:
    """Say what the seal of the wave is, found again, and whether the release says otherwise."""
    told, again = found.declared
    if not again:
        return
    names = {
        "stamped": t("avant les données, horodatées", "before the data, time-stamped"),
        "published": t("avant les données, empreinte publiée", "before the data, hash published"),
        "asserted": t("selon l’équipe", "according to the team"),
        "none": t("sans sceau", "without a seal"),
    }
    said = t(f"Déclarations : {names[again]}.", f"Declarations: {names[again]}.")
    CONSOLE.print(said, highlight=False, markup=False, soft_wrap=True)
    if told != again:
        other = t(f"La publication dit : {names[told]}.", f"The release says: {names[told]}.")
        CONSOLE.print(other, highlight=False, markup=False, soft_wrap=True)


def _words() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    states = {
        "changed": t("modifié après coup", "changed afterwards"),
        "missing": t("absent", "missing"),
        "pinned": t(
            "modifié avec le manifeste : releases.yaml en fixe une autre empreinte",
            "changed with the manifest: releases.yaml pins another",
        ),
        "added": t("ajouté après coup", "added afterwards"),
        "differs": t("autre une fois rebâti", "another once built again"),
        "not built": t("n’est plus bâti", "no longer built"),
        "built only now": t("bâti seulement maintenant", "built only now"),
    }
    stages = {
        "define": t("définition", "definition"),
        "weight": t("pondération", "weighting"),
        "estimate": t("estimation", "estimation"),
        "compare": t("comparaison", "comparison"),
        "compare releases": t("comparaison des versions", "comparison of versions"),
        "publish": t("mise en page", "publishing"),
        "sbom": t("nomenclature logicielle", "bill of materials"),
    }
    kinds = {
        "input": t("entrée modifiée", "changed input"),
        "version": t("bibliothèque", "library"),
        "python": t("version de Python", "version of Python"),
        "code": t("code de padai", "code of padai"),
        "threads": t("nombre de fils d’exécution", "number of threads"),
        "locale": t("paramètres régionaux ou fuseau", "locale or time zone"),
        "unknown": t("inconnue : ni entrées, ni versions", "unknown: neither inputs nor versions"),
    }
    return states, stages, kinds
