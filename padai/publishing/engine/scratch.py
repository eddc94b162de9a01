"""The scratch folder in which a report is made: the templates, the store, and nothing else."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.resources import as_file, files
from pathlib import Path, PurePosixPath

from padai.errors import RenderError
from padai.publishing.engine.asked_formats import told
from padai.publishing.engine.fonts import write_font_list
from padai.publishing.engine.warm import PICTURES, held
from padai.words import Said

_SUFFIXES = {".qmd", ".yml", ".lua", ".css", ".svg", ".png"}
_NOT_TEMPLATES = {"_site", "_site-quarto", "_output", "_book", "_freeze"}

_MATPLOTLIBRC = """\
font.family: DejaVu Sans
svg.fonttype: path
svg.hashsalt: padai
savefig.dpi: 200
figure.dpi: 100
path.simplify: True
"""
# The metadata would otherwise hold the clock.
_IPYTHON_CONFIG = """\
c = get_config()
c.InlineBackend.figure_formats = {"svg", "png"}
c.InlineBackend.rc = {}
c.InlineBackend.print_figure_kwargs = {"bbox_inches": "tight", "metadata": {"Date": None}}
c.HistoryManager.enabled = False
"""


@dataclass(frozen=True, slots=True)
class Scratch:
    """Where things lie.

    Attributes
    ----------
    project, store
        The templates and the release store. Cells read both and write in neither, but for the
        pictures in the folder of the document.
    home
        The kernel's own folder, new for each document.
    assets, press
        The filters and styles, and the folder of the programs that set the pages: no cell reads
        or writes in these.
    ours
        Whether padai's own cells alone run here, which draw in its own fonts.
    """

    top: Path
    project: Path
    store: Path
    home: Path
    assets: Path
    press: Path
    ours: bool = False

    def renew_home(self) -> None:
        """Give the next document's kernel a folder that no cell has written to."""
        warm = held()
        if warm is not None and warm.client is not None:
            return
        shutil.rmtree(self.home, ignore_errors=True)
        prepare_home(self.home)
        if self.ours:
            write_font_list(self.home / "matplotlib")

    def press_environment(self, environment: Mapping[str, str]) -> dict[str, str]:
        """Return the environment of the programs that set the pages, from that of the cells."""
        return {**environment, "HOME": str(self.press), "TMPDIR": str(self.press)}

    def environment(self, source_date: int, engine: str, formats: Sequence[str]) -> dict[str, str]:
        """Return the whole environment of the programs that make the report."""
        package = Path(str(files("padai"))).parent
        environment = {
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.defpath]),
            "HOME": str(self.home),
            "TMPDIR": str(self.home),
            "IPYTHONDIR": str(self.home / "ipython"),
            "JUPYTER_RUNTIME_DIR": str(self.home / "jupyter"),
            "JUPYTER_CONFIG_DIR": str(self.home / "jupyter-config"),
            "JUPYTER_DATA_DIR": str(self.home / "jupyter-data"),
            "JUPYTER_PLATFORM_DIRS": "1",
            "MPLCONFIGDIR": str(self.home / "matplotlib"),
            "MATPLOTLIBRC": str(self.home / "matplotlib" / "matplotlibrc"),
            "MPLBACKEND": "module://matplotlib_inline.backend_inline",
            "PYTHONPATH": str(package),
            "PYTHONSAFEPATH": "1",
            "PYTHONNOUSERSITE": "1",
            "PYTHONHASHSEED": "0",
            "PYTHONUTF8": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "SOURCE_DATE_EPOCH": str(source_date),
            "PADAI_STORE": str(self.store),
            "PADAI_ENGINE": engine,
            **told(formats),
            **({PICTURES: "1"} if held() is not None else {}),
        }
        if "SYSTEMROOT" in os.environ:
            environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
        return environment


@contextmanager
def scratch_folder(
    project_dir: Path,
    documents: Sequence[PurePosixPath],
    store: Path,
    overrides: Path | None = None,
    *,
    ours: bool = False,
) -> Iterator[Scratch]:
    """Copy what a report is made of into a new folder, and remove it at the end.

    Parameters
    ----------
    project_dir
        The Quarto project. Copied are its ``_quarto*.yml``, the top folders of the documents, and
        folders whose name starts with ``_``: templates, filters, styles and pictures only.
    documents
        The documents to render, relative to ``project_dir`` (or to ``overrides``).
    store
        The folder of the release store.
    overrides
        A folder whose files replace those of ``project_dir`` of the same path.
    ours
        Whether no cell but padai's own runs.
    """
    warm = held()
    if warm is not None:
        scratch = replace(warm.folder(_empty_scratch), ours=ours)
        _emptied(scratch.project)
        _emptied(scratch.store)
        _filled(scratch, project_dir, documents, store, overrides)
        yield scratch
        return
    with _empty_scratch() as empty:
        scratch = replace(empty, ours=ours)
        _filled(scratch, project_dir, documents, store, overrides)
        yield scratch


@contextmanager
def _empty_scratch() -> Iterator[Scratch]:
    with (
        tempfile.TemporaryDirectory(prefix="padai-", ignore_cleanup_errors=True) as name,
        as_file(files("padai.publishing.engine") / "assets") as shipped,
    ):
        yield prepare_scratch(Path(name).resolve(), Path(shipped))


def _filled(
    scratch: Scratch,
    project_dir: Path,
    documents: Sequence[PurePosixPath],
    store: Path,
    overrides: Path | None,
) -> None:
    for source in filter(None, (project_dir, overrides)):
        _copy_templates(source, scratch.project, documents)
    _copy_store(store, scratch.store)


def _emptied(folder: Path) -> None:
    """Remove the files of a folder and leave its folders, by which a kernel is held to them."""
    for path in folder.rglob("*"):
        if path.is_symlink() or not path.is_dir():
            path.unlink()


def prepare_scratch(top: Path, shipped: Path) -> Scratch:
    """Prepare an empty scratch project in a folder, with the assets that pages are made with."""
    project, store, home = (top / name for name in ("project", "store", "home"))
    scratch = Scratch(top, project, store, home, top / "assets", top / "press")
    scratch.project.mkdir()
    scratch.press.mkdir()
    prepare_home(scratch.home)
    _copy_tree(shipped, scratch.assets, {*_SUFFIXES, ".html", ".typ", ".xml"})
    for file in scratch.assets.rglob("*"):
        if file.is_file():
            file.chmod(0o444)
    return scratch


def prepare_home(home: Path) -> None:
    """Prepare the folder in which a kernel keeps its own files."""
    (home / "matplotlib").mkdir(parents=True)
    (home / "matplotlib" / "matplotlibrc").write_text(_MATPLOTLIBRC, encoding="utf-8")
    profile = home / "ipython" / "profile_default"
    profile.mkdir(parents=True)
    (profile / "ipython_kernel_config.py").write_text(_IPYTHON_CONFIG, encoding="utf-8")
    (home / "jupyter").mkdir()


def _copy_templates(source: Path, target: Path, documents: Sequence[PurePosixPath]) -> None:
    for file in templates_seen(source, documents):
        _copy(file, target / file.relative_to(source))


def templates_seen(source: Path, documents: Sequence[PurePosixPath]) -> Iterator[Path]:
    """Yield the files of a project of templates that documents are made beside: no other is there.

    Parameters
    ----------
    source
        The folder of the project, or of what replaces files of it.
    documents
        The documents, relative to it.
    """
    tops = {document.parts[0] for document in documents if len(document.parts) > 1}
    for entry in sorted(source.iterdir()):
        name = entry.name
        wanted = name in tops or (name.startswith("_") and name not in _NOT_TEMPLATES)
        if entry.is_dir() and wanted:
            yield from _tree(entry, _SUFFIXES)
        elif entry.is_file() and (
            entry.suffix == ".qmd" or (name.startswith("_quarto") and entry.suffix == ".yml")
        ):
            yield entry


def _copy_tree(source: Path, target: Path, suffixes: set[str]) -> None:
    for file in _tree(source, suffixes):
        _copy(file, target / file.relative_to(source))


def _tree(source: Path, suffixes: set[str]) -> Iterator[Path]:
    for file in sorted(source.rglob("*")):
        parts = file.relative_to(source).parts
        hidden = any(part.startswith((".", "__")) for part in parts)
        if not file.is_symlink() and file.is_file() and file.suffix in suffixes and not hidden:
            yield file


def _copy(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target)


def _copy_store(store: Path, target: Path) -> None:
    if not store.is_dir():
        raise RenderError(Said("publishing-rendering-there-is-no-release-store-at", store=store))
    shutil.copytree(store, target, symlinks=False, dirs_exist_ok=True)
