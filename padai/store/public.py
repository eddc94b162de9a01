"""What of a version goes out, and what a website may take of it: a list of what may."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from padai.store.files import EARLIER_INSIDE, INSIDE, sha256

OPEN = "open"
NOTICES = ("avis.html", "notice.html", "retrait.json")
"""What stands in the place of a version that was withdrawn."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""A folder of pages is named after its language (BCP 47)."""
_INSIDES = (INSIDE, EARLIER_INSIDE)
SUFFIXES = (
    ".html", ".pdf", ".docx", ".pptx", ".xlsx", ".ods", ".svg", ".png", ".txt", ".csv", ".json",
    ".jsonld", ".xml", ".cff",
)  # fmt: skip
"""The kinds of files that a website takes."""


def outside_files(version: Path) -> list[str]:
    """Return the names of all that goes out of a version, in order.

    Parameters
    ----------
    version
        The folder of a version.

    Returns
    -------
    list of str
        Every file but those of the inside; a link is no file of a version, and is not among them.
    """
    files = []
    for path in sorted(version.rglob("*")):
        parts = path.relative_to(version).parts
        if path.is_file() and not path.is_symlink() and parts[0] not in _INSIDES:
            files.append("/".join(parts))
    return files


def outside_digest(version: Path) -> str:
    """Return the SHA-256 over all that goes out of a version: of the names and hashes, in order."""
    return digest_of({name: sha256(version / name) for name in outside_files(version)})


def digest_of(hashes: Mapping[str, str]) -> str:
    """Return the SHA-256 over files of which the names and hashes are known.

    Parameters
    ----------
    hashes
        The SHA-256 of each file by its name; files of the inside are no part of it.
    """
    outside = {n: h for n, h in hashes.items() if n.partition("/")[0] not in _INSIDES}
    lines = [f"{outside[name]}  {name}\n" for name in sorted(outside, key=_by_path)]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _by_path(name: str) -> list[str]:
    return name.split("/")


def public_files(version: Path) -> list[str]:
    """Return the names of what a website may take from a version, or from its follow-up.

    Parameters
    ----------
    version
        The folder of a version, of its follow-up, or of its notices.

    Returns
    -------
    list of str
        The files of a language's folder and of ``open/``, and notices, of the kinds of
        :data:`SUFFIXES`. Nothing else: neither the inside, nor a deposit, nor a file that somebody
        put there under another name.
    """
    return [name for name in outside_files(version) if is_public(name)]


def is_public(name: str) -> bool:
    """Whether a website may take a file, by its name within a version.

    Examples
    --------
    >>> is_public("fr/rapport.html"), is_public("open/series.csv"), is_public("avis.html")
    (True, True, True)
    >>> is_public("interne/estimates.csv"), is_public("depot/donnees.csv"), is_public("notes.html")
    (False, False, False)
    >>> is_public("fr/.rapport.html"), is_public("fr/rapport.html.bak"), is_public("fr/../a.html")
    (False, False, False)
    """
    parts = name.split("/")
    if any(part.startswith(".") or part in _INSIDES for part in parts):
        return False
    if len(parts) == 1:
        return name in NOTICES
    known = parts[0] == OPEN or _LANGUAGE.fullmatch(parts[0]) is not None
    return known and Path(parts[-1]).suffix in SUFFIXES
