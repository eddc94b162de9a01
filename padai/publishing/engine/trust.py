"""Templates of a project that run Python of their own, and where they may.

The templates that padai ships were read by those who wrote it. Those of a project run with the
rights that the system leaves them. Where it cannot hold them to the store, somebody has to say
that they are trusted, and the manifest keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from padai.errors import RenderError
from padai.words import Said

_SHIPPED = Path(str(resources.files("padai.publishing") / "templates"))
_RUNS = re.compile(r"^\s*(?:`{3,}|~{3,})\s*\{|`\{\w+\}", re.MULTILINE)
SHOWN = 5
"""How many templates a message names."""


def own_cells(overrides: Path | None) -> list[str]:
    """Return the templates of a project that run Python and are not padai's own, in order.

    Parameters
    ----------
    overrides
        The project's folder of templates. Pages in it that no report is made of do not count.
    """
    if overrides is None or not overrides.is_dir():
        return []
    cells = []
    for path in _templates(overrides):
        name = path.relative_to(overrides).as_posix()
        content = path.read_bytes()
        shipped = _SHIPPED / name
        same = shipped.is_file() and shipped.read_bytes() == content
        if not same and _RUNS.search(content.decode("utf-8", "replace")):
            cells.append(name)
    return cells


def _templates(overrides: Path) -> Iterator[Path]:
    """Yield the documents that a report may be made of, as the scratch folder takes them."""
    folders = {path.name for path in _SHIPPED.iterdir() if path.is_dir()}
    for entry in sorted(overrides.iterdir()):
        if entry.is_dir() and (entry.name in folders or entry.name.startswith("_")):
            yield from sorted(p for p in entry.rglob("*.qmd") if p.is_file())
        elif entry.suffix == ".qmd" and entry.is_file():
            yield entry


def trusted(overrides: Path | None, *, held: bool, trust: bool) -> list[str]:
    """Return the templates that are run on trust alone; refuse them where nobody gave it.

    Parameters
    ----------
    held
        Whether the system holds what cells do.
    trust
        Whether whoever asks trusts the project's templates.

    Raises
    ------
    RenderError
        Templates run Python of their own, the system cannot hold it, and nobody trusts them.
    """
    own = [] if held else own_cells(overrides)
    if own and not trust:
        listed = ", ".join(own[:SHOWN]) + (", …" if len(own) > SHOWN else "")
        raise RenderError(
            Said("publishing-templates-of-this-project-run-python-of", listed=listed),
        )
    return own
