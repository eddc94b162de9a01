"""The pages beside the versions of a wave: its newest version, all of its versions, notices."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from padai.pipeline.machinery.atomic_swap import write_whole
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.machinery.publisher_process import ask
from padai.pipeline.machinery.withheld import withheld
from padai.pipeline.versions.immutability import NOTICE
from padai.pipeline.versions.life import WITHDRAWN, own_record, records_of
from padai.publishing.basis.filenames import documents_beside
from padai.publishing.chapters.opening import PAGES
from padai.store import COLUMNS, INSIDE, outside_copy, write_store
from padai.survey import Release, Survey
from padai.survey.releases import MARKED, ReleaseRecord

_SIZES: dict[str, Any] = {"level": 0.95, "sizes": {}, "weighting": {}, "findings": []}


def write_beside(order: Order, survey: Survey) -> list[Path]:
    """Write ``index.html`` and ``versions.html`` of the wave in each language.

    Parameters
    ----------
    survey
        The survey with its records as they are now.
    """
    listed = [r.model_dump(mode="json") for r in survey.releases if r.wave == order.wave]
    folders = {
        version: order.wave_folder / f"v{version}"
        for version in (*(r["version"] for r in listed), order.release.version)
    }
    first = str(survey.languages[0])
    here = {
        v: documents_beside(folder / first / PAGES["report"][first])
        for v, folder in folders.items()
        if folder.is_dir()
    }
    request: dict[str, Any] = {"pages": "versions", "records": listed, "here": here}
    if own_record(order) is None and order.release.status not in MARKED:
        rehearsed = not any(r["version"] == order.release.version for r in listed)
        request["rehearsal"] = order.release.model_dump(mode="json") if rehearsed else None
    return _written(order, request, order.wave_folder)


def write_notices(
    order: Order, record: ReleaseRecord, folder: Path, kept: Path | None
) -> list[Path]:
    """Write the notices that stand where a withdrawn version stood.

    Parameters
    ----------
    folder
        Receives ``avis.html``, ``notice.html`` and ``retrait.json``; and a notice in the place of
        each page, where the pages are kept aside.
    kept
        The folder aside, for a withdrawal that keeps the files.
    """
    assert record.withdrawal is not None
    content = record.model_dump(mode="json", exclude_none=True)
    hidden = {"store", "blind"}
    if not record.kept:
        hidden |= {"outside", "deposit", "witness"}
    shown = {name: value for name, value in content.items() if name not in hidden}
    write_whole(folder / NOTICE, json.dumps(shown, ensure_ascii=False, indent=1) + "\n")
    request = {
        "pages": "notice",
        "record": content,
        "kept": f"../v{record.version}{WITHDRAWN}" if kept else None,
    }
    return _written(order, request, folder)


def _written(order: Order, request: Mapping[str, Any], folder: Path) -> list[Path]:
    """Have pages made by the publishing process, then put each in its place."""
    scratch = order.home / ".beside"  # a fixed name: what a killed process left goes with the next
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        store = scratch / INSIDE
        _partial_store(order, store)
        made = scratch / "made"
        made.mkdir()
        taken = withheld(order.project, order.survey, order.data_dir)
        with outside_copy(store) as copy:
            asked = {"beside": {**request, "store_dir": str(copy)}, "taken": taken}
            files = ask(asked, made, order.stages.say).files
        written = []
        for path in files:
            write_whole(folder / path.relative_to(made), path.read_bytes())
            written.append(folder / path.relative_to(made))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return written


def _partial_store(order: Order, folder: Path) -> None:
    """Write a store without results: pages beside a version need the definition alone."""
    tables = {name: pd.DataFrame(columns=columns) for name, columns in COLUMNS.items()}
    facts = {**_SIZES, "release": _spoken_of(order).model_dump(mode="json")}
    write_store(folder, order.survey, order.wave, tables, facts)


def _spoken_of(order: Order) -> Release:
    """Return the release that the pages speak of: never a draft, where something is out."""
    out = [r for r in records_of(order.survey, order.wave) if r.withdrawal is None]
    if order.release.status not in MARKED or not out:
        return order.release
    last = out[-1]
    changes: dict[str, Any] = {
        "version": last.version, "status": last.status, "publish_on": last.date,
        "reason": last.reason, "access_before": (), "identifiers": {},
    }  # fmt: skip
    return order.release.model_copy(update=changes)
