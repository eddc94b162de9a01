"""Build a release whole, or leave what was there."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from padai.errors import DefinitionError, PublicationError
from padai.pipeline.aggregation import tables_of
from padai.pipeline.child import publish_apart
from padai.pipeline.confidential import public_figures
from padai.pipeline.facts import LEVEL, facts_of
from padai.pipeline.followup import FOLDER as FOLLOW_UP
from padai.pipeline.followup import earlier_register, write_follow_up
from padai.pipeline.manifest import MANIFEST, definition_files, write_manifest
from padai.pipeline.participation import participation_files, participation_tables, refuse_words
from padai.pipeline.preparation import Prepared, prepare
from padai.project import Project, find_project
from padai.publishing.opendata.columns import FOLDER
from padai.store import open_store, write_store
from padai.survey import Survey, load_survey
from padai.survey.following import load_following
from padai.waves.reading import locate

Say = Callable[[str], None]
KINDS: dict[str, tuple[str, ...]] = {
    "report": ("rapport", "report"),
    "summary": ("sommaire", "summary"),
    "press": ("presse", "press"),
    "explorer": ("explorateur", "explorer"),
    "figures": ("chiffres-cles", "key-figures"),
    "tables": (),
    "open": (),
    "follow-up": ("suivi", "follow-up"),
    "manifest": (),
}
"""What a release holds, in the order in which it is listed, by the names of the files."""


@dataclass(frozen=True)
class BuiltRelease:
    """What was written: (kind, language, path) of each file, and what the reader should know."""

    title: str
    folder: Path
    files: tuple[tuple[str, str, Path], ...]
    notes: tuple[str, ...] = ()


def build(
    survey: str | Path,
    *,
    wave: str | None = None,
    project: str | Path | None = None,
    data_dir: str | Path | None = None,
    engine: str = "auto",
    formats: Sequence[str] = ("html",),
    say: Say | None = None,
) -> BuiltRelease:
    """Read, validate, weight, estimate, compare, disclose and publish one wave.

    Parameters
    ----------
    survey
        The survey's folder.
    wave
        The wave, the last one where not named.
    project
        The folder that holds ``padai.yaml``; found upward from the survey where not named.
    data_dir
        Where the data files are, before the environment variable and the definition.
    engine, formats
        As the renderer takes them.
    say
        Called with a short text as the work goes on.

    Returns
    -------
    BuiltRelease
        With the paths of reports, data tables and manifest.

    Raises
    ------
    FindingsError
        The data have findings that stop publication.
    PadaiError
        Anything else that the user can mend. What was published before is untouched.

    Examples
    --------
    >>> release = padai.build("surveys/example")  # doctest: +SKIP
    """
    tell = say or (lambda text: None)
    definition = load_survey(survey)
    place = find_project(definition.path, project)
    wave_id = definition.wave(wave or definition.waves[-1]).id
    _refuse_unpublishable(definition, wave_id)
    refuse_words(definition)
    folder = Path(data_dir) if data_dir else None
    parts = {
        part: prepare(definition, wave_id, part, folder, tell)
        for part in definition.wave(wave_id).parts
    }
    target = version_folder(place, definition, wave_id)
    with whole_or_nothing(target) as draft:
        if definition.kind == "tracker":
            public = public_figures(definition, place, wave_id, int(target.name[1:]))
            tables = tables_of(definition, wave_id, parts, tell, public)
            facts = facts_of(definition, wave_id, parts)
        else:
            tables, facts = participation_tables(definition, wave_id, parts, folder)
        if (kept := earlier_register(definition, place, wave_id)) is not None:
            tables["register"], facts["register"] = kept.rows, kept.facts
        stored = write_store(draft / "data", definition, wave_id, tables, facts)
        published = publish_apart(
            draft / "data", draft, languages=None, formats=formats, engine=engine,
            overrides=place.reports_dir, what=("report", "tables"), progress=tell,
        )  # fmt: skip
        write_manifest(
            draft,
            survey=definition.id,
            wave=wave_id,
            release=facts["release"],
            parameters={"level": LEVEL, "overlap": definition.overlap, "formats": list(formats)},
            inputs=_inputs(definition, place, parts, folder),
            outputs=[*stored, *published],
        )
        names = [path.relative_to(draft) for path in published]
        followed = renew_follow_up(definition, place, draft, target.parent, tell)
    return _built(definition, wave_id, target, names, followed)


def renew_follow_up(
    survey: Survey, project: Project, version: Path, beside: Path, say: Say
) -> list[Path]:
    """Make ``suivi/`` anew from a version's store, whole or not at all; return its files."""
    if not load_following(survey).given:
        return []
    target = beside / FOLLOW_UP
    with whole_or_nothing(target) as draft:
        made = write_follow_up(survey, project, version, draft, say)
        return [target / path.relative_to(draft) for path in made]


def publish_again(
    survey: str | Path,
    *,
    wave: str | None = None,
    project: str | Path | None = None,
    engine: str = "auto",
    formats: Sequence[str] = ("html",),
    what: Sequence[str] = ("report",),
    say: Say | None = None,
) -> BuiltRelease:
    """Publish again from a store that was built, without reading a respondent.

    Raises
    ------
    PublicationError
        The wave was not built yet.
    """
    definition = load_survey(survey)
    place = find_project(definition.path, project)
    wave_id = definition.wave(wave or definition.waves[-1]).id
    target = version_folder(place, definition, wave_id)
    if not (target / "data" / MANIFEST).is_file():
        raise PublicationError(
            f"{definition.id}, {wave_id}: this wave has no store yet. Run: padai build "
            f"{place.surveys}/{definition.id} --wave {wave_id}"
        )
    open_store(target / "data")
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".publishing-") as scratch:
        published = publish_apart(
            target / "data", Path(scratch), languages=None, formats=formats, engine=engine,
            overrides=place.reports_dir, what=what, progress=say or (lambda text: None),
        )  # fmt: skip
        names = [path.relative_to(scratch) for path in published]
        for name in names:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (Path(scratch) / name).replace(target / name)
    return _built(definition, wave_id, target, names)


def version_folder(project: Project, survey: Survey, wave_id: str) -> Path:
    """Return where a wave's release goes: ``releases/<survey>/<wave>/v<version>``."""
    release = survey.wave(wave_id).release
    version = release.version if release else 1
    return project.releases_dir / survey.id / wave_id / f"v{version}"


@contextmanager
def whole_or_nothing(target: Path) -> Iterator[Path]:
    """Yield a folder aside; put it at `target` when all went well, else leave `target` alone."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}-draft-"))
    old = draft.with_name(f"{draft.name}-old")
    try:
        yield draft
        draft.chmod(0o755)
        if target.exists():
            target.rename(old)
        draft.rename(target)
    except BaseException:
        if old.exists() and not target.exists():
            old.rename(target)
        raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _refuse_unpublishable(survey: Survey, wave_id: str) -> None:
    """Refuse, with the list, what a definition must hold before anything is published."""
    todo = survey.to_complete()
    if todo:
        listed = "\n".join(f"  {name}" for name in todo[:20])
        more = f"\n  and {len(todo) - 20} more" if len(todo) > 20 else ""
        raise DefinitionError(
            f"{survey.id}: {len(todo)} text(s) are still to be written before anything is "
            f"published (« à compléter »):\n{listed}{more}"
        )
    undisclosed = [k for k, v in survey.disclosure_items(wave_id).items() if v is None]
    if undisclosed:
        raise DefinitionError(
            f"{survey.id}, {wave_id}: the methodology says nothing of: {', '.join(undisclosed)}. "
            "Give each, or declare it with `status: not_applicable` or `not_supplied` and a reason."
        )
    if len(survey.waves) > 1 and survey.overlap is None:
        raise DefinitionError(
            f"{survey.id}: `overlap:` must say what the samples of the waves share: "
            "none, respondent or psu."
        )


def _inputs(
    survey: Survey, project: Project, parts: dict[str, Prepared], data_dir: Path | None
) -> dict[str, Path]:
    found = {f"definition/{n}": p for n, p in definition_files(survey.path).items()}
    for part, ready in parts.items():
        for wave in ready.waves:
            path = locate(survey, wave.id, part, data_dir)
            found[f"data/{survey.part(wave.id, part).file}"] = path
    for name, path in participation_files(survey, data_dir).items():
        found[f"data/{name}"] = path
    if project.reports_dir.is_dir():
        for path in sorted(project.reports_dir.rglob("*.qmd")):
            found[f"reports/{path.relative_to(project.reports_dir).as_posix()}"] = path
    return found


def _kind(name: Path) -> str:
    return next((kind for kind, stems in KINDS.items() if name.stem in stems), "tables")


def _built(
    survey: Survey, wave_id: str, target: Path, names: list[Path], followed: Sequence[Path] = ()
) -> BuiltRelease:
    files: list[tuple[str, str, Path]] = [
        (_kind(name), name.parts[0], target / name)
        for name in names
        if name.parts[0] in survey.languages
        and len(name.parts) == 2  # not each page of a question
        and name.suffix not in (".png", ".txt")
    ]
    places: dict[str, int] = {lang: place for place, lang in enumerate(survey.languages)}
    files.sort(key=lambda f: (list(KINDS).index(f[0]), places[f[1]]))
    if any(name.parts[0] == FOLDER for name in names):
        files.append(("open", "", target / FOLDER))
    files += [("follow-up", p.parent.name, p) for p in followed if p.stem in KINDS["follow-up"]
              and p.suffix == ".html"]  # fmt: skip
    files.append(("manifest", "", target / "data" / MANIFEST))
    title = f"{survey.id} {wave_id} {target.name}"
    return BuiltRelease(title, target, tuple(files))
