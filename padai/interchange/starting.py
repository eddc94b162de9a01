"""Start a project: the shipped example, or a commented skeleton."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from padai.errors import DefinitionError
from padai.interchange.answers import Answers, skeleton_of
from padai.interchange.quarto_pages import IGNORED, quarto_files
from padai.survey import load_survey
from padai.survey.schemas import write_schemas
from padai.words import Said

PROJECT_FILE = "padai.yaml"


def init_example(target: str | Path) -> tuple[Path, ...]:
    """Copy the shipped example, a small synthetic survey that builds as it is.

    Parameters
    ----------
    target
        The project's folder; made where it does not exist. Hidden files may stand in it.

    Returns
    -------
    The files written.

    Raises
    ------
    DefinitionError
        The folder is a project already, or holds something that would be overwritten. Nothing is
        written then.

    Examples
    --------
    >>> import tempfile
    >>> files = init_example(Path(tempfile.mkdtemp()) / "project")
    >>> sum(file.suffix == ".sav" for file in files)
    3
    """
    source = resources.files("padai.interchange") / "example"
    return _place(Path(target), dict(_content(source, Path())))


def init(target: str | Path, answers: Answers | None = None) -> tuple[Path, ...]:
    """Write the skeleton of a project: a definition that loads, with notes on what to fill in.

    What must be written before publishing says ``à compléter``.

    Parameters
    ----------
    target
        The project's folder; made where it does not exist. Hidden files may stand in it.
    answers
        What is known of the survey already.

    Returns
    -------
    The files written.

    Raises
    ------
    DefinitionError
        The folder is a project already, or holds something that would be overwritten. Nothing is
        written then.

    Examples
    --------
    >>> import tempfile
    >>> files = init(Path(tempfile.mkdtemp()) / "project")
    >>> [file.name for file in files if file.suffix == ".csv"]
    ['1.csv']
    """
    texts = skeleton_of(answers or Answers())
    return _place(Path(target), {Path(name): text.encode() for name, text in texts.items()})


def check_new_project(target: str | Path) -> None:
    """Refuse a folder in which no project can be made.

    Raises
    ------
    DefinitionError
        It is a file, or a project already.
    """
    target = Path(target)
    if target.exists() and not target.is_dir():
        raise DefinitionError(
            Said("interchange-is-a-file-a-project-needs-a-folder", target=target),
        )
    if (target / PROJECT_FILE).exists():
        raise DefinitionError(
            Said(
                "interchange-is-a-project-already-it-holds-choose-an",
                target=target,
                project_file=PROJECT_FILE,
            ),
        )


def _content(folder: Traversable, place: Path) -> Iterator[tuple[Path, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _content(entry, place / entry.name)
        else:
            yield place / entry.name, entry.read_bytes()


def _place(target: Path, files: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Fill a folder beside the target's content, then move it in whole, or leave nothing."""
    check_new_project(target)
    existed = target.is_dir()
    target.mkdir(parents=True, exist_ok=True)
    moved: list[Path] = []
    try:
        with tempfile.TemporaryDirectory(prefix=".padai-", dir=target) as scratch:
            folder = Path(scratch) / "project"
            folder.mkdir()
            for name, content in files.items():
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            for survey in sorted((folder / "surveys").iterdir()):
                write_schemas(survey / "schemas")
                for place, text in quarto_files(load_survey(survey)).items():
                    page = folder / place
                    page.parent.mkdir(parents=True, exist_ok=True)
                    page.write_text(text, encoding="utf-8", newline="\n")
            if not (target / ".gitignore").exists():
                (folder / ".gitignore").write_text(IGNORED, encoding="utf-8", newline="\n")
            written = [p.relative_to(folder) for p in sorted(folder.rglob("*")) if p.is_file()]
            entries = sorted(folder.iterdir())
            _refuse_overwriting(target, entries)
            for entry in entries:
                entry.rename(target / entry.name)
                moved.append(target / entry.name)
    except BaseException:
        for path in moved:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        if not existed:
            target.rmdir()
        raise
    return tuple(target / path for path in written)


def _refuse_overwriting(target: Path, entries: list[Path]) -> None:
    taken = [entry.name for entry in entries if (target / entry.name).exists()]
    if taken:
        names = ", ".join(taken)
        raise DefinitionError(
            Said(
                "interchange-already-holds-which-would-be-overwritten", target=target, names=names
            ),
        )
