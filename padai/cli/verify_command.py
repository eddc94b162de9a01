"""The command that builds a release again and compares every byte, or checks a document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from padai.cli.options import CONSOLE, DataOpt, LangOpt, ProjectOpt, TrustOpt, app, t
from padai.cli.progress import LogOpt, record, telling
from padai.errors import DefinitionError
from padai.words import Said

if TYPE_CHECKING:
    from padai.pipeline.builds.verification import Verified

_SHOWN = 40


@app.command(help=t("cli-build-a-release-again-and-compare-every"))
def verify(
    release: Annotated[
        Path | None,
        typer.Argument(help=t("cli-the-folder-of-a-version-such-as-releases")),
    ] = None,
    document: Annotated[
        Path | None,
        typer.Option(
            "--document",
            help=t("cli-a-document-docx-pptx-html-txt-of-which"),
        ),
    ] = None,
    named: Annotated[
        Path | None,
        typer.Option(
            "--release",
            help=t("cli-with-document-the-folder-of-a-version"),
        ),
    ] = None,
    every: Annotated[
        bool,
        typer.Option(
            "--all",
            help=t("cli-with-document-show-also-what-is"),
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
            Said("cli-name-the-folder-of-a-version-padai"),
        )
    from padai.pipeline import Stages
    from padai.pipeline import verify as verify_release

    with telling(log) as (say, tell):
        stages = Stages(say) if tell is None else Stages(say, tell)
        verified = verify_release(
            release,
            project=project,
            data_dir=data_dir,
            stages=stages,
            trust_templates=trust_templates,
        )
    if log == "json":
        record(
            {
                "verified": verified.release,
                "files": verified.files,
                "same": verified.ok,
                "last_digits": dict(verified.last_digits),
                "differences": [vars(d) for d in verified.differences],
                "causes": [{"kind": kind, "name": name} for kind, name in verified.causes],
            }
        )
    _print(verified)
    _print_declared(verified)
    if not verified.ok:
        raise typer.Exit(1)


def _check(
    document: Path, release: Path | None, project: Path | None, *, every: bool, log: str
) -> None:
    """Say what a document claims that the release does not; exit code 1 if anything."""
    from padai.cli.documents import checked, print_checked, record_checked

    with telling(log):
        report = checked(document, release, project)
    if log == "json":
        record_checked(report)
    print_checked(report, every=every)
    if not report.ok:
        raise typer.Exit(1)


def _print(verified: Verified) -> None:
    if verified.ok:
        facts = {"release": verified.release, "files": verified.files}
        sentence = t("cli-files-every-byte-is-the-same", **facts)
        if verified.last_digits:
            count, largest = len(verified.last_digits), max(verified.last_digits.values())
            facts |= {"count": count, "largest": f"{largest:.0e}"}
            sentence = t("cli-files-same-but-for-last-digits", **facts)
        CONSOLE.print(sentence, highlight=False, soft_wrap=True)
        return
    count = len(verified.differences)
    CONSOLE.print(
        t("cli-differences-in-files", release=verified.release, count=count, files=verified.files),
        highlight=False,
    )
    states, stages, kinds = _words()
    for each in verified.differences[:_SHOWN]:
        line = f"  {each.name} : {states[each.state]} ({stages.get(each.stage, each.stage)})"
        CONSOLE.print(line, highlight=False, markup=False, soft_wrap=True)
    if count > _SHOWN:
        CONSOLE.print(t("cli-and-more-18e6", count=count - _SHOWN))
    for kind, name in verified.causes:
        sentence = f"{kinds[kind]} : {name}" if name else kinds[kind]
        CONSOLE.print(t("cli-cause", said=sentence), highlight=False, soft_wrap=True)


def _print_declared(verified: Verified) -> None:
    """Say what the seal of the wave is, found again, and whether the release says otherwise."""
    declared, again = verified.declared
    if not again:
        return
    names = {
        "stamped": t("cli-before-the-data-time-stamped"),
        "published": t("cli-before-the-data-hash-published"),
        "asserted": t("cli-according-to-the-team"),
        "none": t("cli-without-a-seal"),
    }
    sentence = t("cli-declarations", names=names[again])
    CONSOLE.print(sentence, highlight=False, markup=False, soft_wrap=True)
    if declared != again:
        other = t("cli-the-release-says", names=names[declared])
        CONSOLE.print(other, highlight=False, markup=False, soft_wrap=True)


def _words() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    states = {
        "changed": t("cli-changed-afterwards"),
        "missing": t("cli-missing-c76a"),
        "pinned": t("cli-changed-with-the-manifest-releases-yaml"),
        "added": t("cli-added-afterwards"),
        "differs": t("cli-another-once-built-again"),
        "not built": t("cli-no-longer-built"),
        "built only now": t("cli-built-only-now"),
    }
    stages = {
        "define": t("cli-definition"),
        "weight": t("cli-weighting"),
        "estimate": t("cli-estimation"),
        "compare": t("cli-comparison"),
        "compare releases": t("cli-comparison-of-versions"),
        "publish": t("cli-publishing"),
        "sbom": t("cli-bill-of-materials"),
    }
    kinds = {
        "input": t("cli-changed-input"),
        "version": t("cli-library"),
        "python": t("cli-version-of-python"),
        "code": t("cli-code-of-padai"),
        "threads": t("cli-number-of-threads"),
        "locale": t("cli-locale-or-time-zone"),
        "unknown": t("cli-unknown-neither-inputs-nor-versions"),
    }
    return states, stages, kinds
