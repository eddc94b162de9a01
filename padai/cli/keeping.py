"""The commands about what went out: list it, give it back, migrate it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from padai.cli.options import CONSOLE, LangOpt, ProjectOpt, SurveyArg, app, t
from padai.cli.wording import App, Group

_RELEASE = App(
    cls=Group,
    no_args_is_help=True,
    help=t(
        "Ce qui a été diffusé : en faire la liste, le rétablir, le migrer.",
        "What went out: list it, give it back, migrate it.",
    ),
)
app.add_typer(_RELEASE, name="release")


def _line(text: str) -> None:
    CONSOLE.print(text, highlight=False, markup=False, soft_wrap=True)


@_RELEASE.command(
    "list", help=t("Versions diffusées et leur état.", "Versions put out, and how they stand.")
)
def list_(survey: SurveyArg, project: ProjectOpt = None, lang: LangOpt = "fr") -> None:
    """Print each version; exit code 1 where one is not as it went out."""
    from padai.pipeline.keeping import list_releases

    found = list_releases(survey, project=project)
    if not found:
        _line(t("Rien n’a été diffusé.", "Nothing was put out."))
    states = {
        "whole": t("telle que diffusée", "as it went out"),
        "unpinned": t("d’un padai antérieur, à migrer", "of an earlier padai, to be migrated"),
        "changed": t("modifiée", "changed"),
        "missing": t("absente", "missing"),
        "withdrawn": t("retirée", "withdrawn"),
        "unrecorded": t("sans inscription, à rétablir", "without a record, to be restored"),
    }
    for each in found:
        _line(f"{each.name}  {each.date or '–'}  {each.status}  {states[each.state]}")
        for name in each.changed[:5]:
            _line(f"  {name}")
    if any(each.state in ("changed", "missing", "unrecorded") for each in found):
        raise typer.Exit(1)


@_RELEASE.command(
    "restore",
    help=t(
        "Rétablir l’inscription d’une version en place, ou une version inscrite depuis les "
        "archives.",
        "Give back the record of a version that stands, or a recorded version from the archive.",
    ),
)
def restore(
    survey: SurveyArg,
    wave: Annotated[str, typer.Option("--wave", help=t("Vague.", "Wave."))],
    version: Annotated[
        int | None,
        typer.Option("--version", help=t("Version; la dernière si rien n’est dit.", "Version.")),
    ] = None,
    project: ProjectOpt = None,
    lang: LangOpt = "fr",
) -> None:
    """Give back what is missing, if it is what went out."""
    from padai.pipeline.keeping import restore_release

    what, name = restore_release(survey, wave, version, project=project)
    if what == "record":
        _line(t(f"{name} : inscription rétablie.", f"{name}: the record is back."))
    else:
        _line(t(f"{name} : fichiers rétablis.", f"{name}: the files are back."))


@_RELEASE.command(
    "withdraw",
    help=t(
        "Retirer des cellules de tout ce qui a été diffusé, par adresse (confidentialité).",
        "Withdraw cells from all that went out, by address (confidentiality).",
    ),
)
def withdraw(
    survey: SurveyArg,
    cells: Annotated[
        Path,
        typer.Option(
            "--cells",
            help=t(
                "Fichier CSV : part, wave, question, response, breakdown, group; * pour tout.",
                "CSV file: part, wave, question, response, breakdown, group; * for all.",
            ),
        ),
    ],
    date: Annotated[str, typer.Option("--date", help=t("Date du retrait.", "Its date."))],
    reason_fr: Annotated[str, typer.Option("--reason-fr", help=t("Raison.", "Reason (French)."))],
    reason_en: Annotated[
        str | None, typer.Option("--reason-en", help=t("Raison, en anglais.", "Reason."))
    ] = None,
    project: ProjectOpt = None,
    lang: LangOpt = "fr",
) -> None:
    """Make again, without these cells, every version that shows one; say what is out of reach."""
    from padai.pipeline.by_address import read_addresses, read_day, withdraw_cells
    from padai.survey import Text

    done = withdraw_cells(
        survey, read_addresses(cells), date=read_day(date), project=project,
        reason=Text(fr=reason_fr, en=reason_en),
    )  # fmt: skip
    for name, count in done.versions:
        _line(t(f"{name} : refaite sans {count} cellules.", f"{name}: remade, {count} cells less."))
    for name in done.removed:
        _line(t(f"{name} : retiré.", f"{name}: removed."))
    _line(
        t(
            "Hors d’atteinte : les copies déjà téléchargées, et l’historique git.",
            "Out of reach: copies downloaded already, and git history.",
        )
    )


@_RELEASE.command(
    "migrate",
    help=t(
        "Ranger les versions d’un padai antérieur; aucun octet diffusé ne change.",
        "Put the versions of an earlier padai in order; no published byte changes.",
    ),
)
def migrate(survey: SurveyArg, project: ProjectOpt = None, lang: LangOpt = "fr") -> None:
    """Move stores inside, pin what went out, list what says too much by today's rules."""
    from padai.pipeline.keeping import migrate_releases

    done = migrate_releases(survey, project=project)
    for name in done.moved:
        _line(t(f"{name} : dépôt rangé dans interne/.", f"{name}: store moved to interne/."))
    for name in done.pinned:
        _line(t(f"{name} : empreinte inscrite.", f"{name}: pinned."))
    if not (done.moved or done.pinned):
        _line(t("Tout est déjà en ordre.", "All is in order already."))
    kinds = {
        "finer": t("nombres plus fins que publiés aujourd’hui", "numbers finer than printed today"),
        "few": t("bases corrigées de moins de 10 personnes", "bases corrected by fewer than 10"),
        "named": t("répondants nommés (dans le dépôt)", "respondents named (in the store)"),
    }
    for each in done.findings:
        _line(f"  {each.file} : {each.count} {kinds[each.kind]}")
    proposed = dict.fromkeys(f.withdrawal for f in done.findings if f.withdrawal)
    if proposed:
        _line(t("Retrait proposé, sous `release:` :", "Proposed withdrawal, under `release:`:"))
    for text in proposed:
        _line(f"  {text}")
