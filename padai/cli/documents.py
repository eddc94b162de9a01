"""What `padai verify --document` prints: each claim of a document, and what the release says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from padai.cli.options import CONSOLE, shown, t
from padai.cli.progress import record
from padai.errors import DefinitionError
from padai.project import find_project
from padai.words import Said

if TYPE_CHECKING:
    from padai.publishing.checking import Checked, CheckedLine

_ORDER = ("contradicted", "not shown", "not comparable", "not checked", "supported")


def checked(document: Path, release: Path | None, project: Path | None) -> Checked:
    """Check a document against a release, the newest of the only survey where none is named."""
    from padai.publishing.checking import check_document
    from padai.store import inside_of, open_store, outside

    folder = release if release is not None else _newest(project)
    inside = folder if (folder / "texts.json").is_file() else inside_of(folder)
    if not (inside / "texts.json").is_file():
        raise DefinitionError(
            Said("cli-is-no-release-that-holds-its-store-name", shown=shown(folder)),
        )
    return check_document(document, outside(open_store(inside)), release=shown(folder))


def _newest(project: Path | None) -> Path:
    """Return the newest version of the latest wave of the project's only survey."""
    from padai.store import inside_of

    releases = find_project(Path.cwd(), project).releases_dir
    versions = [p for p in releases.glob("*/*/v*") if (inside_of(p) / "texts.json").is_file()]
    surveys = sorted({p.parents[1].name for p in versions})
    if len(surveys) != 1:
        listed = ", ".join(surveys) or "0"
        raise DefinitionError(
            Said("cli-releases-of-one-survey-were-looked-for", found=listed),
        )
    return max(versions, key=lambda p: (p.parent.name, int(re.sub(r"\D", "", p.name) or 0)))


def print_checked(report: Checked, *, every: bool) -> None:
    """Print what is wrong first; what is supported only where all is asked for."""
    words, reasons = _words()
    counts = ", ".join(
        t("cli-status-and-count", status=words[k], n=str(n)) for k, n in report.counts.items()
    )
    CONSOLE.print(
        t("cli-by", document=report.document, release=report.release, said=counts),
        highlight=False,
        markup=False,
        soft_wrap=True,
    )
    for status in _ORDER:
        if status == "supported" and not every:
            continue
        for line in report.lines:
            if line.status == status:
                _print(line, words[status], reasons)
    if not report.counts["supported"] and report.lines:
        CONSOLE.print(t("cli-nothing-in-this-document-could-be-placed"))


def _print(line: CheckedLine, status: str, reasons: dict[str, str]) -> None:
    where = t(line.where[0], line.where[1])
    sentence = line.sentence if len(line.sentence) < 200 else f"{line.sentence[:199]}…"
    out = [
        t("cli-status-claim-where", status=status, claim=line.claim, where=where),
        f"    {sentence}",
    ]
    if line.figure:
        says = line.says or "–"
        out.append(t("cli-figure-says", figure=line.figure, says=says))
    if why := reasons.get(line.why):
        out.append(f"    {why}")
    if line.address:
        out.append(f"    {line.address}")
    for text in out:
        CONSOLE.print(text, highlight=False, markup=False, soft_wrap=True)


def record_checked(report: Checked) -> None:
    """Say the same for machines."""
    record(
        {
            "document": report.document,
            "release": report.release,
            "counts": report.counts,
            "ok": report.ok,
            "lines": [
                {**vars(line), "where": t(line.where[0], line.where[1])} for line in report.lines
            ],
        }
    )


def _words() -> tuple[dict[str, str], dict[str, str]]:
    statuses = {
        "supported": t("cli-supported"),
        "contradicted": t("cli-contradicted"),
        "not shown": t("cli-not-shown"),
        "not comparable": t("cli-not-comparable"),
        "not checked": t("cli-not-checked"),
    }
    reasons = {
        "value": t("cli-this-is-neither-the-published-figure-nor"),
        "half": t("cli-a-majority-needs-a-lower-bound-above-50"),
        "base": t("cli-this-is-not-the-published-number-of"),
        "interval": t("cli-this-is-not-the-published-interval"),
        "size": t("cli-this-is-not-the-published-change-or-not"),
        "points": t("cli-a-change-between-two-percentages-is-said"),
        "margin": t("cli-this-is-not-the-declared-margin"),
        "verdict": t("cli-the-release-does-not-conclude-this"),
        "word": t("cli-this-type-of-sample-does-not-allow-this"),
        "sample": t("cli-this-type-of-sample-allows-no-change-and"),
        "withheld": t("cli-the-release-withholds-this-figure"),
        "absent": t("cli-the-release-has-no-such-figure"),
        "unpublished": t("cli-this-comparison-is-not-published"),
        "break": t("cli-a-break-in-the-series-lies-between-these"),
    }  # fmt: skip
    return statuses, reasons
