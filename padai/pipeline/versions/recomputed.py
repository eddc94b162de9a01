"""What another program found of a release's figures: the log of a witness, an input of the release.

``padai witness`` writes the log; a build only reads it. It holds the hash of the tables that were
worked out again, and a release quotes it where its own tables have that hash. A version that went
out keeps the log that it went out with, or none: its record says which.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from padai.errors import PublicationError
from padai.pipeline.machinery.atomic_swap import write_whole
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.versions.life import own_record
from padai.store import json_text, sha256, tables_digest
from padai.words import Said

FOLDER = "witness"
FACT = "witness"
SCHEMA = 1
_KINDS: dict[str, type | tuple[type, ...]] = {
    "schema": int, "r": str, "package": str, "same": bool, "largest": (int, float, type(None)),
    "compared": int, "not_compared": int, "tables": str, "script": str, "data": str,
}  # fmt: skip


def log_path(order: Order) -> Path:
    """Return where the log of a wave lies: ``surveys/<id>/witness/<wave>.json``."""
    return order.survey.path / FOLDER / f"{order.wave}.json"


def write_log(order: Order, verdicts: Mapping[str, Any]) -> Path:
    """Write the log of a witness; the same findings give the same bytes."""
    path = log_path(order)
    path.parent.mkdir(exist_ok=True)
    write_whole(path, json_text({"schema": SCHEMA, **verdicts}))
    return path


def log_in_force(order: Order) -> Path | None:
    """Return the log that a build of this version reads; None where there is none.

    A version that went out reads the one that its record names, and no later one.
    """
    path, own = log_path(order), own_record(order)
    if not path.is_file() or (own is not None and own.witness != sha256(path)):
        return None
    return path


def quoted(order: Order, store: Path, blind: str = "") -> dict[str, Any] | None:
    """Return what a release quotes of its witness; None where the tables are others.

    Parameters
    ----------
    store
        The folder of the release's store, whose tables are hashed where there is a log.
    blind
        What its facts have of the data files; see :func:`padai.store.tables_digest`.

    Raises
    ------
    PublicationError
        The log is not one that padai wrote.
    """
    path = log_in_force(order)
    if path is None:
        return None
    log = _read(order, path)
    if log["tables"] != tables_digest(store, blind):
        return None
    names = ("r", "package", "same", "largest", "compared", "not_compared")
    return {"log": sha256(path), **{name: log[name] for name in names}}


def _read(order: Order, path: Path) -> dict[str, Any]:
    try:
        log = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        log = None
    shown = f"{FOLDER}/{path.name}"
    whole = isinstance(log, dict) and all(isinstance(log.get(k), t) for k, t in _KINDS.items())
    if not whole or log["schema"] != SCHEMA:
        command = f"padai witness {order.project.surveys}/{order.survey.id} --wave {order.wave}"
        raise PublicationError(
            Said("pipeline-is-not-the-log-of-a-witness-it-was-cut", shown=shown, command=command),
            where=order.name,
        )
    return dict(log)
