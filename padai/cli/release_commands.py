"""The commands about what went out: list it, give it back, withdraw cells of it, migrate it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from padai.cli.options import LangOpt, ProjectOpt, SurveyArg, app, line, t
from padai.cli.wording import App, SpokenProgram

_RELEASE = App(
    cls=SpokenProgram,
    no_args_is_help=True,
    help=t("cli-what-went-out-list-it-give-it-back"),
)
app.add_typer(_RELEASE, name="release")


@_RELEASE.command("list", help=t("cli-versions-put-out-and-how-they-stand"))
def list_(survey: SurveyArg, project: ProjectOpt = None, lang: LangOpt = "fr") -> None:
    """Print each version; exit code 1 where one is not as it went out."""
    from padai.pipeline.versions.keeping import list_releases

    releases = list_releases(survey, project=project)
    if not releases:
        line(t("cli-nothing-was-put-out"))
    states = {
        "whole": t("cli-as-it-went-out"),
        "unpinned": t("cli-of-an-earlier-padai-to-be-migrated"),
        "changed": t("cli-changed-dbcb"),
        "missing": t("cli-missing-8977"),
        "withdrawn": t("cli-withdrawn"),
        "unrecorded": t("cli-without-a-record-to-be-restored"),
    }
    for each in releases:
        line(f"{each.name}  {each.date or '–'}  {each.status}  {states[each.state]}")
        for name in each.changed[:5]:
            line(f"  {name}")
    if any(each.state in ("changed", "missing", "unrecorded") for each in releases):
        raise typer.Exit(1)


@_RELEASE.command(
    "restore",
    help=t("cli-give-back-the-record-of-a-version-that"),
)
def restore(
    survey: SurveyArg,
    wave: Annotated[str, typer.Option("--wave", help=t("cli-wave-ec32"))],
    version: Annotated[
        int | None,
        typer.Option("--version", help=t("cli-version")),
    ] = None,
    project: ProjectOpt = None,
    lang: LangOpt = "fr",
) -> None:
    """Give back what is missing, if it is what went out."""
    from padai.pipeline.versions.keeping import restore_release

    what, name = restore_release(survey, wave, version, project=project)
    if what == "record":
        line(t("cli-the-record-is-back", name=name))
    else:
        line(t("cli-the-files-are-back", name=name))


@_RELEASE.command("forget", help=t("cli-forget-a-demonstration-that-nobody-has"))
def forget(
    survey: SurveyArg,
    wave: Annotated[str, typer.Option("--wave", help=t("cli-wave-ec32"))],
    project: ProjectOpt = None,
    lang: LangOpt = "fr",
) -> None:
    """Forget the last version of a wave, a demonstration: it can be built again."""
    from padai.pipeline.versions.forgetting import forget_release

    line(
        t("cli-the-demonstration-is-forgotten", name=forget_release(survey, wave, project=project))
    )


@_RELEASE.command(
    "withdraw",
    help=t("cli-withdraw-cells-from-all-that-went-out-by"),
)
def withdraw(
    survey: SurveyArg,
    cells: Annotated[
        Path,
        typer.Option(
            "--cells",
            help=t("cli-csv-file-part-wave-question-response"),
        ),
    ],
    date: Annotated[str, typer.Option("--date", help=t("cli-its-date"))],
    reason_fr: Annotated[str, typer.Option("--reason-fr", help=t("cli-reason-french"))],
    reason_en: Annotated[str | None, typer.Option("--reason-en", help=t("cli-reason"))] = None,
    project: ProjectOpt = None,
    lang: LangOpt = "fr",
) -> None:
    """Make again, without these cells, every version that shows one; say what is out of reach."""
    from padai.pipeline.versions.by_address import read_addresses, read_day, withdraw_cells
    from padai.survey import Text

    done = withdraw_cells(
        survey,
        read_addresses(cells),
        date=read_day(date),
        project=project,
        reason=Text(fr=reason_fr, en=reason_en),
    )
    for name, count in done.versions:
        line(t("cli-remade-cells-less", name=name, count=count))
    for name in done.removed:
        line(t("cli-removed-3c05", name=name))
    for name in done.elsewhere:
        line(t("cli-made-of-the-same-file", name=name))
    line(t("cli-out-of-reach-copies-downloaded-already"))


@_RELEASE.command(
    "migrate",
    help=t("cli-put-the-versions-of-an-earlier-padai-in"),
)
def migrate(survey: SurveyArg, project: ProjectOpt = None, lang: LangOpt = "fr") -> None:
    """Move stores inside, pin what went out, list what says too much by today's rules."""
    from padai.pipeline.versions.keeping import migrate_releases

    done = migrate_releases(survey, project=project)
    for name in done.moved:
        line(t("cli-store-moved-to-interne", name=name))
    for name in done.pinned:
        line(t("cli-pinned", name=name))
    if not (done.moved or done.pinned):
        line(t("cli-all-is-in-order-already"))
    kinds = {
        "finer": t("cli-numbers-finer-than-printed-today"),
        "few": t("cli-bases-corrected-by-fewer-than-10"),
        "named": t("cli-respondents-named-in-the-store"),
    }
    for each in done.findings:
        line(f"  {each.file} : {each.count} {kinds[each.kind]}")
    proposed = dict.fromkeys(f.withdrawal for f in done.findings if f.withdrawal)
    if proposed:
        line(t("cli-proposed-withdrawal-under-release"))
    for text in proposed:
        line(f"  {text}")
