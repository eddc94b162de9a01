"""Build a release again from its manifest, and compare every byte."""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from padai.errors import PublicationError
from padai.pipeline.builds.version_steps import make_version
from padai.pipeline.machinery.build_request import Order, ordered
from padai.pipeline.machinery.stage_log import Stages
from padai.pipeline.seals import facts_of_seal, sealed_of
from padai.pipeline.versions.immutability import changed_since
from padai.pipeline.versions.life import earlier_stores, records_of
from padai.pipeline.versions.manifest import MANIFEST, Manifest, input_files, read_manifest
from padai.project import find_project
from padai.publishing.digests import code_digest, versions
from padai.store import (
    EARLIER_INSIDE,
    INSIDE,
    apart,
    inside_of,
    open_store,
    placed,
    sha256,
)
from padai.words import Said

_OF_THE_STORE: dict[str, str] = {
    "estimates": "estimate", "trends": "estimate", "letters": "estimate", "words": "estimate",
    "differences": "compare", "robustness": "compare", "tipping": "compare",
    "decomposition": "compare", "slopes": "compare", "selected": "compare",
    "indices": "estimate", "weighting": "weight", "breaks": "define",
    "corrections": "compare releases", "texts": "define", "small_areas": "estimate",
    "validation_items": "estimate", "quality": "estimate",
    "participation_model": "estimate",
}  # fmt: skip
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_LOCALE = ("LC_ALL", "LANG", "LANGUAGE", "TZ")


@dataclass(frozen=True)
class FileDifference:
    """A file that is not what the manifest says.

    Attributes
    ----------
    state
        ``changed`` (the release's own file was changed after the build), ``missing``, ``pinned``
        (changed together with the manifest: ``releases.yaml`` pins another), ``differs``
        (built again, it is another), ``added`` (only the new build has it).
    stage
        The stage that makes it.
    """

    name: str
    stage: str
    state: str


@dataclass(frozen=True)
class Verified:
    """What a verification found.

    Attributes
    ----------
    files
        How many files were compared.
    differences
        Those that are not the same; none where the release is what it was built to be.
    causes
        Why a new build differs: what changed, as (kind, name) pairs of the kinds ``input``,
        ``version``, ``python``, ``code``, ``locale``, ``threads`` and ``unknown``.
    declared
        What the seal of the wave is: as the release tells, and as it was found again; empty for a
        release that tells nothing of it.
    last_digits
        The internal tables of which only the last digits differ, as another kind of processor
        makes them, and by how much, relatively.
    """

    release: str
    files: int
    differences: tuple[FileDifference, ...]
    causes: tuple[tuple[str, str], ...]
    declared: tuple[str, str] = ("", "")
    last_digits: Mapping[str, float] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether every byte is the same, but for last digits that never go out."""
        return not self.differences


def verify(
    release: str | Path,
    *,
    project: str | Path | None = None,
    data_dir: str | Path | None = None,
    stages: Stages | None = None,
    trust_templates: bool = False,
) -> Verified:
    """Compare a release with its manifest, and with itself built again.

    Parameters
    ----------
    release
        The folder of a version, such as ``releases/example/2025/v1``.
    trust_templates
        As :func:`padai.build` takes it.

    Returns
    -------
    Verified
        Each file that differs, its stage, and why.

    Raises
    ------
    PublicationError
        The folder holds no manifest, or the definition declares another version by now.
    """
    folder = Path(release).resolve()
    if not (inside_of(folder) / MANIFEST).is_file():
        raise PublicationError(
            Said(
                "pipeline-is-no-release-is-missing-name-the-folder",
                release=release,
                inside=INSIDE,
                manifest=MANIFEST,
            ),
        )
    manifest = read_manifest(folder)
    order = _order(folder, manifest, project, data_dir, stages or Stages())
    order = replace(order, trust_templates=trust_templates)
    changed = tuple(_changed(folder, manifest)) or tuple(_unpinned(order, folder, manifest))
    _check_version(order, manifest, folder)
    inputs = tuple(_changed_inputs(order, manifest))
    digits: dict[str, float] = {}
    made = _made_again(order, folder, digits)
    differing = tuple(each for each in _differing(manifest, made) if each.name not in digits)
    causes = _causes(order, manifest, inputs, made) if differing else ()
    title = f"{order.survey.id} {order.wave} {folder.name}"
    declared = _declared(order, folder)
    return Verified(title, len(manifest.outputs), changed + differing, causes, declared, digits)


def _declared(order: Order, folder: Path) -> tuple[str, str]:
    """Return the grade of the wave's seal as the release tells it, and as it is found again."""
    declared = open_store(inside_of(folder)).facts.get("declared")
    if not declared:
        return "", ""
    again = facts_of_seal(order, sealed_of(order, earlier_stores(order)))
    return str(declared["grade"]), str(again["grade"])


def _order(
    folder: Path,
    manifest: Manifest,
    project: str | Path | None,
    data_dir: str | Path | None,
    stages: Stages,
) -> Order:
    place = find_project(folder, project)
    return ordered(
        place.root / place.surveys / str(manifest.content["survey"]),
        manifest.content["wave"],
        place.root,
        data_dir=data_dir,
        engine=manifest.content["parameters"]["engine"],
        formats=manifest.formats,
        stages=stages,
        site_url=manifest.content["parameters"].get("site_url", ""),
    )


def _check_version(order: Order, manifest: Manifest, folder: Path) -> None:
    version = manifest.content["release"]["version"]
    if order.release.version != version:
        raise PublicationError(
            Said(
                "pipeline-the-definition-declares-version-by-now",
                version=order.release.version,
                version_2=version,
                folder_name=folder.name,
            ),
            where=order.name,
        )


def _changed(folder: Path, manifest: Manifest) -> Iterator[FileDifference]:
    """Yield the files of the release that are not those that were built."""
    for name, digest in manifest.outputs.items():
        path = placed(folder, name)
        if not path.is_file():
            yield FileDifference(name, stage_of(name), "missing")
        elif sha256(path) != digest:
            yield FileDifference(name, stage_of(name), "changed")
    known = {placed(folder, name) for name in (*manifest.outputs, f"{INSIDE}/{MANIFEST}")}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and path not in known:
            yield FileDifference(name, stage_of(name), "added")


def _unpinned(order: Order, folder: Path, manifest: Manifest) -> Iterator[FileDifference]:
    """Yield what the record pins otherwise, where files and manifest were changed together."""
    version = manifest.content["release"]["version"]
    records = records_of(order.survey, str(manifest.content["wave"]))
    own = next((record for record in records if record.version == version), None)
    if own is not None and own.withdrawal is None:
        for name in changed_since(folder, own):
            yield FileDifference(name, stage_of(name), "pinned")


def _made_again(
    order: Order, release: Path | None = None, digits: dict[str, float] | None = None
) -> dict[str, str]:
    """Build the version aside, from nothing, and return the hash of each of its files.

    `digits` takes in how far apart the internal tables are of which only last digits differ.
    """
    with tempfile.TemporaryDirectory(prefix="padai-") as name:
        folder = Path(name) / "v"
        folder.mkdir()
        make_version(order, folder)
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        made = {path.relative_to(folder).as_posix(): sha256(path) for path in files}
        if release is not None and digits is not None:
            digits |= dict(_last_digits(release, folder, made))
        return made


def _last_digits(
    release: Path, again: Path, made: Mapping[str, str]
) -> Iterator[tuple[str, float]]:
    for name, digest in made.items():
        standing = placed(release, name)
        if not name.startswith(f"{INSIDE}/") or not standing.is_file():
            continue
        if stage_of(name) in ("manifest", "sbom") or sha256(standing) == digest:
            continue
        texts = (path.read_text(encoding="utf-8") for path in (standing, again / name))
        if (gap := apart(*texts)) is not None:
            yield name, gap


def _differing(manifest: Manifest, made: Mapping[str, str]) -> Iterator[FileDifference]:
    for name, digest in manifest.outputs.items():
        if made.get(name) != digest:
            yield FileDifference(name, stage_of(name), "differs" if name in made else "not built")
    for name in made:
        if name not in manifest.outputs and name != f"{INSIDE}/{MANIFEST}":
            yield FileDifference(name, stage_of(name), "built only now")


def stage_of(name: str) -> str:
    """Name the stage that makes a file of a release.

    Examples
    --------
    >>> stage_of("interne/differences.csv"), stage_of("fr/rapport.html")
    ('compare', 'publish')
    """
    top, _, rest = name.partition("/")
    if top not in (INSIDE, EARLIER_INSIDE):
        return "publish"
    stem = rest.partition(".")[0]
    if stem in ("manifest", "sbom"):
        return stem
    return _OF_THE_STORE.get(stem, "estimate")


# --- why -----------------------------------------------------------------------------------------


def _causes(
    order: Order, manifest: Manifest, inputs: tuple[str, ...], made: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """Name what changed since the release was built, else find by trial what a build hangs on."""
    causes = [("input", name) for name in inputs]
    was, now = manifest.content["versions"], versions()
    causes += [
        ("version", f"{name} {was.get(name, '–')} → {now.get(name, '–')}")
        for name in sorted({*was, *now})
        if was.get(name) != now.get(name)
    ]
    if manifest.content["python"] != _python():
        causes.append(("python", f"{manifest.content['python']} → {_python()}"))
    if manifest.content.get("code") != code_digest() and not any(k == "version" for k, _ in causes):
        causes.append(("code", "padai"))
    return tuple(causes) or tuple(_by_trial(order, made))


def _by_trial(order: Order, made: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Build again with one thread, then in a plain locale, and see which changes the bytes."""
    trials = (("threads", dict.fromkeys(_THREADS, "1")), ("locale", dict.fromkeys(_LOCALE, "C")))
    guilty = [kind for kind, settings in trials if _built_under(order, settings) != made]
    for kind in guilty or ["unknown"]:
        yield kind, ""


def _built_under(order: Order, settings: Mapping[str, str]) -> dict[str, str]:
    quiet = replace(order, stages=Stages(say=order.stages.say))
    with _environment(settings):
        return _made_again(quiet)


@contextmanager
def _environment(settings: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _python() -> str:
    return ".".join(platform.python_version_tuple()[:2])


def _changed_inputs(order: Order, manifest: Manifest) -> Iterator[str]:
    """Yield the inputs that are not those that the release was built from."""
    now = {name: sha256(path) for name, path in input_files(order).items()}
    earlier = earlier_stores(order)
    now |= {f"store/{store.record.name}": store.record.store for store in earlier}
    was = manifest.inputs
    yield from (name for name in sorted({*was, *now}) if was.get(name) != now.get(name))
