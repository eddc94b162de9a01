"""Refresh the website of a project: all that was put out, made again whole or left as it was."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from padai.errors import PublicationError
from padai.pipeline.machinery.all_versions import complete_all
from padai.pipeline.machinery.atomic_swap import (
    locked,
    plain_trouble,
    whole_or_nothing,
    write_whole,
)
from padai.pipeline.machinery.publisher_process import ask
from padai.pipeline.machinery.stage_log import Stages
from padai.pipeline.machinery.withheld import withheld
from padai.pipeline.versions.immutability import changed_error, changed_since, went_out
from padai.project import Project
from padai.survey.releases import PUT_OUT, RELEASES_FILE, read_releases
from padai.words import LANGUAGES, Said, Tabled
from padai.words.languages import AT_ROOT, lacking, tag_of

FRONT = "index.html"
SIGNPOSTS = (
    FRONT, "en/index.html", "fr/recherche.html", "en/search.html", "fr/accessibilite.html",
    "en/accessibility.html",
)  # fmt: skip
"""The pages of the site that every page of a release leads to."""
_NAMES_OF_OTHERS = "en"
"""The language whose names of pages further languages have."""
_SIGNPOST = """<!DOCTYPE html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
</head>
<body>
<main>
<h1>{title}</h1>
<p><a href="{href}">{text}</a></p>
</main>
</body>
</html>
"""
_SIGN_WORDS = Tabled(
    {
        "title": Said("pipeline-site-of-the-releases"),
        "text": Said("pipeline-go-on-to-the-site-of-the-releases"),
    }
)
_PATIENCE = 120.0
"""Seconds to wait for another build of the project that is writing the site."""


def write_website(project: Project, stages: Stages) -> Path:
    """Write the site of all surveys of a project and return its front page.

    The publishing process makes it, in a folder aside, from the stores of the recorded versions;
    the folder then takes its place in one step.

    Raises
    ------
    PublicationError
        The folder of the site holds something else, or cannot be written.
    """
    with plain_trouble("site"), stages.stage("site") as counts:
        _refuse_foreign(project)
        # a site is never made of versions of which some are still to be replaced
        decided = complete_all(project)
        with _turn(project), whole_or_nothing(project.site_dir) as draft:
            _check_pins(project)
            site = {
                "releases": str(project.releases_dir), "surveys": _surveys(project),
                "site_url": project.site_url,
            }  # fmt: skip
            request = {"site": site, "taken": withheld(project)}
            counts["pages"] = len(ask(request, draft, stages.say).files)
        _put_signposts(project)
        for journal in decided:
            journal.unlink(missing_ok=True)
    return project.site_dir / FRONT


def _put_signposts(project: Project) -> None:
    """Write where a page that is read among the releases finds home, search and accessibility.

    In the site these pages stand at its root; among the releases a page of one line leads there.
    """
    for name in (*SIGNPOSTS, *_other_signposts(project)):
        if not (project.site_dir / name).is_file():
            continue
        path = project.releases_dir / name
        there = os.path.relpath(project.site_dir / name, path.parent).replace(os.sep, "/")
        folder = name.rpartition("/")[0]
        lang = folder or AT_ROOT
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(
            path, _SIGNPOST.format(tag=tag_of(lang), href=quote(there), **_SIGN_WORDS[lang])
        )


def _other_signposts(project: Project) -> list[str]:
    """Return the same pages in the other languages that the site has."""
    ours = [Path(name).name for name in SIGNPOSTS if Path(name).parent.name == _NAMES_OF_OTHERS]
    folders = sorted(p.parent.name for p in project.site_dir.glob(f"*/{FRONT}"))
    return [
        f"{lang}/{name}"
        for lang in folders
        if lang not in LANGUAGES
        for name in ours
        if lacking(lang) == ()
    ]


def _surveys(project: Project) -> list[dict[str, Any]]:
    """Return the records of every survey of the project, JSON-ready."""
    surveys = []
    for path in sorted((project.root / project.surveys).glob(f"*/{RELEASES_FILE}")):
        records = read_releases(path.parent, path.parent.name)
        rows = [record.model_dump(mode="json") for record in records]
        surveys.append({"id": path.parent.name, "records": rows})
    return surveys


def _check_pins(project: Project) -> None:
    """Refuse to show a version that is not the one that went out.

    Raises
    ------
    PublicationError
        With the version and the files that were changed; the site stays as it was.
    """
    for path in sorted((project.root / project.surveys).glob(f"*/{RELEASES_FILE}")):
        for record in read_releases(path.parent, path.parent.name):
            version = project.releases_dir / path.parent.name / record.name
            if record.status in PUT_OUT and went_out(version) and changed_since(version, record):
                shown = project.shown(version)
                raise changed_error(f"site, {path.parent.name}", shown, record, version)


def _refuse_foreign(project: Project) -> None:
    """Refuse to replace a folder that is no site, whoever put it there."""
    folder = project.site_dir
    if folder.is_dir() and any(folder.iterdir()) and not (folder / FRONT).is_file():
        shown = project.shown(folder)
        raise PublicationError(
            Said("pipeline-the-site-goes-to-which-holds-something", shown=shown),
            where="site",
        )


@contextmanager
def _turn(project: Project) -> Iterator[None]:
    """Wait for one’s turn: builds of several surveys end by writing the same site."""
    end = time.monotonic() + _PATIENCE
    with ExitStack() as held:
        while True:
            try:
                held.enter_context(locked(project.releases_dir, "site"))
                break
            except PublicationError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.2)
        yield
