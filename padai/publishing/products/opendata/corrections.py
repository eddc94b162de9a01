"""``corrections.csv``: every figure that a release says otherwise than the one before it."""

from __future__ import annotations

from pathlib import Path

from padai.publishing.basis.context import Context
from padai.publishing.basis.filenames import CORRECTIONS
from padai.publishing.products.opendata.tables import csv_text, notice
from padai.store import Store


def write_corrections(store: Store, folder: Path) -> list[Path]:
    """Write ``corrections.csv``; nothing where the release corrects nothing.

    Notes
    -----
    Values are copied from the store sign for sign. The last column, ``notice``, says on each line
    what the release must say of itself.
    """
    frame = store.table("corrections")
    if frame.empty:
        return []
    contexts = [Context(store, lang) for lang in store.survey.languages]
    notices = " / ".join(dict.fromkeys(text for c in contexts if (text := notice(c.marks))))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / CORRECTIONS
    path.write_text(csv_text(frame.assign(notice=notices)), encoding="utf-8", newline="\n")
    return [path]
