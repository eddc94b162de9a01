"""What `padai verify --document` prints: each claim of a document, and what the release says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from padai.cli.options import CONSOLE, shown, t
from padai.cli.telling import record
from padai.errors import DefinitionError
from padai.project import find_project

if TYPE_CHECKING:
    from padai.publishing.checking import Checked, Line

_ORDER = ("contradicted", "not shown", "not comparable", "not checked", "supported")


def checked(document: Path, release: Path | None, project: Path | None) -> Checked:
    """Check a document against a release, the newest of the only survey where none is named."""
    from padai.publishing.checking import check_document
    from padai.store import inside_of, open_store, outside

    folder = release if release is not None else _newest(project)
    inside = folder if (folder / "texts.json").is_file() else inside_of(folder)
    if not (inside / "texts.json").is_file():
        raise DefinitionError(
            f"{shown(folder)} is no release that holds its store; name the folder of a version, "
            "such as --release releases/example/2025/v1.",
            f"{shown(folder)} n’est pas une publication avec son dépôt; nommez le dossier d’une "
            "version, par exemple --release releases/example/2025/v1.",
        )
    return check_document(document, outside(open_store(inside)), release=shown(folder))


def _newest(project: Path | None) -> Path:
    """Return the newest version of the latest wave of the project's only survey."""
    from padai.store import inside_of

    releases = find_project(Path.cwd(), project).releases_dir
    versions = [p for p in releases.glob("*/*/v*") if (inside_of(p) / "texts.json").is_file()]
    surveys = sorted({p.parents[1].name for p in versions})
    if len(surveys) != 1:
        found = ", ".join(surveys) or "0"
        raise DefinitionError(
            f"releases of one survey were looked for, and found: {found}. Name the version: "
            "--release releases/SURVEY/WAVE/v1.",
            f"les publications d’une seule enquête étaient cherchées; trouvé : {found}. Nommez la "
            "version : --release releases/ENQUÊTE/VAGUE/v1.",
        )
    return max(versions, key=lambda p: (p.parent.name, int(re.sub(r"\D", "", p.name) or 0)))


def print_checked(found: Checked, *, every: bool) -> None:
    """Print what is wrong first; what is supported only where all is asked for."""
    words, reasons = _words()
    said = ", ".join(f"{words[k]} : {n}" if t("fr", "en") == "fr" else f"{words[k]}: {n}"
                     for k, n in found.counts.items())  # fmt: skip
    CONSOLE.print(
        t(f"{found.document}, d’après {found.release} : {said}",
          f"{found.document}, by {found.release}: {said}"),
        highlight=False, markup=False, soft_wrap=True,
    )  # fmt: skip
    for status in _ORDER:
        if status == "supported" and not every:
            continue
        for line in found.lines:
            if line.status == status:
                _print(line, words[status], reasons)
    if not found.counts["supported"] and found.lines:
        CONSOLE.print(t("Rien dans ce document n’a pu être placé dans cette publication.",
                        "Nothing in this document could be placed in this release."))  # fmt: skip


def _print(line: Line, status: str, reasons: dict[str, str]) -> None:
    where = t(line.where[0], line.where[1])
    sentence = line.sentence if len(line.sentence) < 200 else f"{line.sentence[:199]}…"
    out = [t(f"{status} : « {line.claim} » ({where})", f"{status}: “{line.claim}” ({where})"),
           f"    {sentence}"]  # fmt: skip
    if line.figure:
        says = line.says or "–"
        out.append(t(f"    {line.figure} : {says}", f"    {line.figure}: {says}"))
    if why := reasons.get(line.why):
        out.append(f"    {why}")
    if line.address:
        out.append(f"    {line.address}")
    for text in out:
        CONSOLE.print(text, highlight=False, markup=False, soft_wrap=True)


def record_checked(found: Checked) -> None:
    """Say the same for machines."""
    record({
        "document": found.document, "release": found.release, "counts": found.counts,
        "ok": found.ok,
        "lines": [{**vars(line), "where": t(line.where[0], line.where[1])} for line in found.lines],
    })  # fmt: skip


def _words() -> tuple[dict[str, str], dict[str, str]]:
    statuses = {
        "supported": t("appuyé", "supported"),
        "contradicted": t("contredit", "contradicted"),
        "not shown": t("non publié", "not shown"),
        "not comparable": t("non comparable", "not comparable"),
        "not checked": t("non vérifié", "not checked"),
    }
    reasons = {
        "value": t("ce n’est ni le chiffre publié ni son arrondi", "this is neither the published "
                   "figure nor what it rounds to"),
        "half": t("« majorité » demande que la borne inférieure dépasse 50 %",
                  "a majority needs a lower bound above 50%"),
        "base": t("ce n’est pas le nombre de personnes publié",
                  "this is not the published number of people"),
        "interval": t("ce n’est pas l’intervalle publié", "this is not the published interval"),
        "size": t("ce n’est pas l’écart publié, ou pas dans ce sens ni sur cette période",
                  "this is not the published change, or not that way or over that period"),
        "points": t("un écart entre deux pourcentages se dit en points de pourcentage",
                    "a change between two percentages is said in percentage points"),
        "margin": t("ce n’est pas la marge déclarée", "this is not the declared margin"),
        "verdict": t("la publication ne conclut pas cela", "the release does not conclude this"),
        "word": t("ce type d’échantillon ne permet pas ce mot",
                  "this type of sample does not allow this word"),
        "sample": t("ce type d’échantillon ne permet ni écart ni verdict",
                    "this type of sample allows no change and no verdict"),
        "withheld": t("la publication retient ce chiffre", "the release withholds this figure"),
        "absent": t("la publication n’a pas ce chiffre", "the release has no such figure"),
        "unpublished": t("cette comparaison n’est pas publiée",
                         "this comparison is not published"),
        "break": t("une rupture de série sépare ces éditions",
                   "a break in the series lies between these editions"),
    }  # fmt: skip
    return statuses, reasons
