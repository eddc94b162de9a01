"""What the code, the libraries and the templates of a project are known by."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata, resources
from pathlib import Path, PurePosixPath

from padai.store import sha256

SETTING = (".qmd", ".lua", ".css", ".html", ".typ", ".xml", ".yml", ".js", ".ftl")
_LIBRARIES = (
    "padai", "numpy", "pandas", "scipy", "pyreadstat", "pandera", "pydantic", "PyYAML", "babel",
    "matplotlib", "seaborn", "nbclient", "ipykernel", "pypandoc_binary", "typst", "xlsxwriter",
    "python-pptx",
)  # fmt: skip


@cache
def code_digest(
    rooms: tuple[str, ...] = ("",), suffixes: tuple[str, ...] = (".py", *SETTING)
) -> str:
    """Return the SHA-256 of padai's own files of some rooms and kinds; all of them by default."""
    package = Path(str(resources.files("padai")))
    digest = hashlib.sha256()
    for room in rooms:
        place = package / room
        files = [place] if place.is_file() else sorted(place.rglob("*"))
        for path in files:
            if path.is_file() and path.suffix in suffixes:
                digest.update(path.relative_to(package).as_posix().encode() + b"\0")
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def templates_digest(folder: Path | None, document: str) -> str:
    """Return the SHA-256 of what of a project's own templates lies beside a document in the making.

    Parameters
    ----------
    folder
        The project's folder of templates, if it has one.
    document
        The name of the document in it.
    """
    from padai.publishing.engine.scratch import templates_seen

    lines = []
    if folder is not None and folder.is_dir():
        for path in templates_seen(folder, [PurePosixPath(document)]):
            lines.append(f"{path.relative_to(folder).as_posix()} {sha256(path)}\n")
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def files_digest(folder: Path | None) -> str:
    """Return the SHA-256 of a project's own templates; the same text for none."""
    lines = []
    if folder is not None and folder.is_dir():
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix in (*SETTING, ".svg", ".png"):
                lines.append(f"{path.relative_to(folder).as_posix()} {sha256(path)}\n")
    return hashlib.sha256("".join(lines).encode()).hexdigest()


@cache
def versions() -> dict[str, str]:
    """Return the installed version of each library that a number or a page depends on."""
    installed = {}
    for name in _LIBRARIES:
        try:
            installed[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return installed
