"""What a release was made of: inputs, versions, parameters and outputs, with their hashes."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from padai.participation.stages.participation_tables import participation_files
from padai.pipeline.machinery.atomic_swap import write_whole
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.versions.recomputed import FOLDER as LOGS
from padai.pipeline.versions.recomputed import log_in_force
from padai.publishing.digests import code_digest, versions
from padai.publishing.engine.engines import quarto_version
from padai.store import INSIDE, inside_of, json_text, sha256
from padai.survey.following import following_files
from padai.survey.releases import RELEASES_FILE
from padai.waves.data_files import locate, locate_joint
from padai.waves.reference_file import reference_files

MANIFEST = "manifest.json"
MANIFEST_SCHEMA = 2
REGISTER = "decisions.yaml"
SEALS = "seals"
_NOT_READ = (RELEASES_FILE, "truth.yaml")
"""Files of a survey's folder that no result depends on: what went out, and the simulator's own."""


def write_manifest(
    folder: Path,
    *,
    survey: str,
    wave: str,
    release: Mapping[str, Any],
    parameters: Mapping[str, Any],
    inputs: Mapping[str, Path],
    outputs: Iterable[Path],
    earlier: Mapping[str, str] | None = None,
    steps: Sequence[Mapping[str, Any]] = (),
    exclusions: Sequence[Mapping[str, Any]] = (),
    rehearsal: bool = False,
) -> Path:
    """Write ``interne/manifest.json`` of a release.

    It holds relative names, versions, parameters and SHA-256 hashes; no clock, user, host or
    absolute path, so that the same inputs give the same bytes.

    Parameters
    ----------
    folder
        The folder of the release's version.
    inputs
        The files read, by the name that they have in the manifest.
    outputs
        The files written, inside `folder`.
    earlier
        The hashes of the stores read, by the name of their version.
    steps
        What of publishing made which files.
    exclusions
        How many rows each declared rule left out; no row is left out otherwise.
    rehearsal
        Whether the version is built without a record.
    """
    content = {
        "schema": MANIFEST_SCHEMA,
        "survey": survey,
        "wave": wave,
        "release": dict(release),
        **({"rehearsal": True} if rehearsal else {}),
        "parameters": dict(parameters),
        "python": ".".join(platform.python_version_tuple()[:2]),
        "versions": versions(),
        "code": code_digest(),
        "inputs": [{"name": n, "sha256": sha256(p)} for n, p in sorted(inputs.items())]
        + [
            {"name": f"store/{n}", "sha256": digest}
            for n, digest in sorted((earlier or {}).items())
        ],
        "exclusions": [dict(rule) for rule in exclusions],
        "steps": [_step(step) for step in steps],
        "outputs": _hashed(folder, outputs),
    }
    path = folder / INSIDE / MANIFEST
    write_whole(path, json_text(content))
    return path


def _step(step: Mapping[str, Any]) -> dict[str, Any]:
    return {name: step.get(name) for name in ("name", "reads", "texts", "facts", "key", "files")}


def _hashed(folder: Path, files: Iterable[Path]) -> list[dict[str, str]]:
    names = {path.relative_to(folder).as_posix(): path for path in files}
    return [{"name": n, "sha256": sha256(p)} for n, p in sorted(names.items())]


@dataclass(frozen=True)
class Manifest:
    """A manifest as it was written."""

    content: Mapping[str, Any]

    @property
    def inputs(self) -> dict[str, str]:
        """The hash of each input."""
        return {row["name"]: row["sha256"] for row in self.content["inputs"]}

    @property
    def outputs(self) -> dict[str, str]:
        """The hash of each output, by its name inside the version."""
        return {row["name"]: row["sha256"] for row in self.content["outputs"]}

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats of the reports, in the renderer's names."""
        return tuple(self.content["parameters"]["formats"])

    def refresh(
        self,
        folder: Path,
        files: Sequence[Path],
        steps: Sequence[Mapping[str, Any]],
        parameters: Mapping[str, Any],
    ) -> None:
        """Write the manifest again after some of the files were published anew."""
        outputs = self.outputs | {row["name"]: row["sha256"] for row in _hashed(folder, files)}
        made = {step["name"]: _step(step) for step in self.content["steps"]}
        made |= {step["name"]: _step(step) for step in steps}
        content = {
            **self.content,
            "parameters": {**self.content["parameters"], **parameters},
            "versions": versions(),
            "code": code_digest(),
            "steps": list(made.values()),
            "outputs": [{"name": n, "sha256": h} for n, h in sorted(outputs.items())],
        }
        write_whole(inside_of(folder) / MANIFEST, json_text(content))

    def replaced(
        self,
        folder: Path,
        files: Sequence[Path],
        steps: Sequence[Mapping[str, Any]],
        record: Mapping[str, Any],
    ) -> None:
        """Write the manifest of a version of which every file was made again.

        `record` is what its record alone would know: a lost one is made again of the manifest.
        """
        content = {
            **self.content,
            **record,
            "versions": versions(),
            "code": code_digest(),
            "steps": [_step(step) for step in steps],
            "outputs": _hashed(folder, files),
        }
        write_whole(inside_of(folder) / MANIFEST, json_text(content))


def read_manifest(version_dir: Path) -> Manifest:
    """Read the manifest of a version."""
    text = (inside_of(version_dir) / MANIFEST).read_text(encoding="utf-8")
    return Manifest(json.loads(text))


def read_inputs(manifest: Path) -> dict[str, str]:
    """Return the hash of each file that a version was made of, by its name; none if unreadable."""
    try:
        return Manifest(json.loads(manifest.read_text(encoding="utf-8"))).inputs
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def input_files(order: Order) -> dict[str, Path]:
    """Return every file that a build reads, by the name that it has in the manifest."""
    survey, project = order.survey, order.project
    inputs = {f"definition/{n}": p for n, p in definition_files(survey.path).items()}
    for part in survey.wave(order.wave).parts:
        for wave in (*survey.earlier(order.wave, part), order.wave):
            path = locate(survey, wave, part, order.data_dir)
            inputs[f"data/{survey.part(wave, part).file}"] = path
            named = survey.part(wave, part).design.joint_probabilities
            pairs = locate_joint(survey, wave, part, order.data_dir)
            if named is not None and pairs is not None:
                inputs[f"data/{named.file}"] = pairs
    for name, path in reference_files(survey, order.wave, order.data_dir).items():
        inputs[f"data/{name}"] = path
    for name, path in participation_files(survey, order.data_dir).items():
        inputs[f"data/{name}"] = path
    if (log := log_in_force(order)) is not None:
        inputs[f"{LOGS}/{log.name}"] = log
    if project.reports_dir.is_dir():
        for path in sorted(project.reports_dir.rglob("*.qmd")):
            inputs[f"reports/{path.relative_to(project.reports_dir).as_posix()}"] = path
    return inputs


def definition_files(folder: Path) -> dict[str, Path]:
    """Return every file of a survey's definition, by its name relative to the survey's folder.

    Of what follows a release, only the register is an input of the release itself.
    """
    paths = [*folder.glob("*.yaml"), *folder.glob("*.csv")]
    for inner in sorted(path for path in folder.iterdir() if path.is_dir()):
        if inner.name != "data" and not inner.name.startswith("."):
            paths += [*inner.rglob("*.yaml"), *inner.rglob("*.csv")]
        if inner.name == SEALS:
            paths += [path for path in inner.iterdir() if path.is_file()]
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    after = set(following_files(folder)) - {REGISTER}
    return {n: names[n] for n in sorted(names) if n not in after and n not in _NOT_READ}


def engine_used(engine: str) -> dict[str, str]:
    """Return what the manifest says of an engine: its name, and which Quarto it was."""
    if engine != "quarto":
        return {"engine": engine}
    return {"engine": engine, "quarto": quarto_version()}


def addressed(site_url: str) -> dict[str, str]:
    """Return what the manifest says of the address of the site: nothing where there is none."""
    return {"site_url": site_url} if site_url else {}
