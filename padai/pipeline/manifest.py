"""What a release was made of: inputs, versions, parameters and outputs, with their hashes."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

from padai.store import json_text, sha256

MANIFEST = "manifest.json"
MANIFEST_SCHEMA = 1
_LIBRARIES = (
    "padai", "numpy", "pandas", "scipy", "pyreadstat", "pandera", "pydantic", "PyYAML", "babel",
    "matplotlib", "seaborn", "nbclient", "ipykernel", "pypandoc_binary", "typst", "xlsxwriter",
)  # fmt: skip


def write_manifest(
    version_dir: Path,
    *,
    survey: str,
    wave: str,
    release: Mapping[str, Any],
    parameters: Mapping[str, Any],
    inputs: Mapping[str, Path],
    outputs: Iterable[Path],
) -> Path:
    """Write ``data/manifest.json`` of a release.

    It holds relative names, versions, parameters and SHA-256 hashes; no clock, user, host or
    absolute path, so that the same inputs give the same bytes.

    Parameters
    ----------
    version_dir
        The folder of the release's version.
    inputs
        The files read, by the name that they have in the manifest.
    outputs
        The files written, inside `version_dir`.
    """
    content = {
        "schema": MANIFEST_SCHEMA,
        "survey": survey,
        "wave": wave,
        "release": dict(release),
        "parameters": dict(parameters),
        "python": ".".join(platform.python_version_tuple()[:2]),
        "versions": _versions(),
        "inputs": [{"name": n, "sha256": sha256(p)} for n, p in sorted(inputs.items())],
        "outputs": [
            {"name": p.relative_to(version_dir).as_posix(), "sha256": sha256(p)}
            for p in sorted(outputs)
        ],
    }
    path = version_dir / "data" / MANIFEST
    path.write_text(json_text(content), encoding="utf-8", newline="\n")
    return path


def definition_files(folder: Path) -> dict[str, Path]:
    """Return every file of a survey's definition, by its name relative to the survey's folder."""
    found = [folder / "survey.yaml", folder / "questionnaire.yaml"]
    found += [p for n in ("panel.yaml", "consultation.yaml") if (p := folder / n).is_file()]
    found += sorted((folder / "waves").glob("*.yaml"))
    found += sorted((folder / "targets").glob("*.csv"))
    return {path.relative_to(folder).as_posix(): path for path in found}


def _versions() -> dict[str, str]:
    found = {}
    for name in _LIBRARIES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found
