"""What a person is told of a release that was built: its files, by kind and language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from os.path import relpath
from pathlib import Path
from typing import TYPE_CHECKING

from padai.errors import Said, language
from padai.pipeline.machinery.build_request import (
    Order,
)
from padai.pipeline.versions.manifest import (
    MANIFEST,
)
from padai.publishing.products.opendata.columns import FOLDER
from padai.results.shown import Shown
from padai.store import inside_of
from padai.words import say

if TYPE_CHECKING:
    import pandas as pd

KINDS: dict[str, tuple[str, ...]] = {
    "report": ("rapport", "report"),
    "summary": ("sommaire", "summary"),
    "press": ("presse", "press"),
    "figures": ("chiffres-cles", "key-figures"),
    "explorer": ("explorateur", "explorer"),
    "tables": ("tableaux", "tables"),
    "open": (),
    "follow-up": ("suivi", "follow-up"),
    "draw": ("tirage", "draw"),
    "manifest": (),
}
"""What a release holds, in the order in which it is listed, by the names of the files."""


@dataclass(frozen=True, repr=False)
class BuiltRelease(Shown):
    """What was written: (kind, language, path) of each file, and what the reader should know.

    `unchanged` says that all of it stood there already, as a build would have made it.
    """

    title: str
    folder: Path
    files: tuple[tuple[str, str, Path], ...]
    notes: tuple[Said, ...] = ()
    unchanged: bool = False

    def _shown(self) -> pd.DataFrame:
        import pandas as pd

        rows = [(kind, lang, relpath(path, self.folder)) for kind, lang, path in self.files]
        return pd.DataFrame(rows, columns=["kind", "language", "file"])

    def _caption(self, count: int) -> str:
        rows = f"{super()._caption(count)}, {self.title}"
        return f"{rows}, {say('results-up-to-date', language())}" if self.unchanged else rows


def built_of(order: Order, names: Sequence[Path], followed: Sequence[Path] = ()) -> BuiltRelease:
    """Return what a person is told of a version: its files, by kind and language."""
    target, languages = order.target, order.survey.languages
    files: list[tuple[str, str, Path]] = [
        (_kind(name), name.parts[0], target / name)
        for name in names
        if len(name.parts) == 2
        and name.parts[0] in languages
        and name.suffix not in (".png", ".txt")
    ]
    places: dict[str, int] = {lang: place for place, lang in enumerate(languages)}
    files.sort(key=lambda f: (list(KINDS).index(f[0]), places[f[1]]))
    if any(name.parts[0] == FOLDER for name in names):
        files.append(("open", "", target / FOLDER))
    files += [
        (kind, path.parent.name if kind == "follow-up" else "", path)
        for kind in ("follow-up", "draw")
        for path in followed
        if path.stem.startswith(KINDS[kind]) and path.suffix == ".html"
    ]
    files.append(("manifest", "", inside_of(target) / MANIFEST))
    return BuiltRelease(title_of(order), target, tuple(files))


def title_of(order: Order) -> str:
    """Return what a release is called in a terminal: survey, wave and version."""
    version = "" if order.draft else f" {order.target.name}"
    return f"{order.survey.id} {order.wave}{version}"


def _kind(name: Path) -> str:
    """Say what a file is by how its name starts: the name of a draft says more."""
    starts = (k for k, stems in KINDS.items() if name.stem.startswith(stems) and stems)
    return next(starts, "tables")
