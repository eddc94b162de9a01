"""What publishing needs of a machine, found when it starts: nothing else of it can be read.

Python with its libraries, the shared libraries and fonts of the system, pandoc and typst, and the
few files that all of these ask for. No folder that others put things into is among them.
"""

from __future__ import annotations

import os
import site
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from padai.publishing.engine.process import pandoc_path

_LIBRARIES = (
    "numpy", "pandas", "matplotlib", "seaborn", "nbclient", "ipykernel", "pypandoc", "typst",
    "xlsxwriter", "pydantic", "yaml", "babel", "PIL", "zmq", "pptx", "lxml",
)  # fmt: skip
_FONTS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts",
    "~/.fonts", "~/.local/share/fonts",
)  # fmt: skip
_SHARED = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib")
"""Folders of the system in which its loader looks for shared libraries, of which these alone."""
_SYSTEM = (
    "/etc/ld.so.cache", "/etc/localtime", "/etc/timezone", "/etc/mime.types", "/etc/hosts",
    "/etc/nsswitch.conf", "/etc/ssl/openssl.cnf", "/usr/lib/ssl/openssl.cnf",
    "/usr/share/zoneinfo", "/usr/lib/locale", "/usr/share/locale/locale.alias",
    "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/proc/sys/vm/overcommit_memory",
    "/sys/devices/system/cpu", "/sys/kernel/mm/transparent_hugepage",
    "/System/Library/CoreServices/SystemVersion.plist", "/nix/store",
)  # fmt: skip
_OF_MODULES = ("site-packages", "dist-packages", ".zip", ".egg")
DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")
_MAPS = Path("/proc/self/maps")


def needed() -> set[str]:
    """Return the folders and files that Python, its libraries and the programs read.

    Paths are absolute, without links, and exist.
    """
    named = [*_python(), *_libraries(), *_FONTS, *_SYSTEM, *DEVICES, *_windows()]
    real_paths = {os.path.realpath(Path(name).expanduser()) for name in named if name}
    folders = {name for name in real_paths if Path(name).is_dir()}
    shared = {os.path.realpath(name) for name in _shared(folders)}
    return {name for name in real_paths | shared if Path(name).exists()}


def programs_of() -> set[str]:
    """Return the programs that publishing starts, and the loader that they start with."""
    named = [sys.executable, getattr(sys, "_base_executable", ""), *_pandoc()]
    named += [name for name in _mapped() if Path(name).name.startswith(("ld-", "ld."))]
    return {os.path.realpath(name) for name in named if name and Path(name).is_file()}


def importable() -> set[str]:
    """Return the folders whose names Python reads to find modules, and of which no file."""
    return {os.path.realpath(path) for path in sys.path if path and Path(path).is_dir()}


def _python() -> Iterator[str]:
    base = {"base": sys.base_prefix, "platbase": sys.base_exec_prefix}
    for name in ("stdlib", "platstdlib", "purelib", "platlib"):
        yield sysconfig.get_path(name)
        yield sysconfig.get_path(name, vars=base)
    yield from (path for path in sys.path if path.endswith(_OF_MODULES))
    yield site.getusersitepackages() if site.ENABLE_USER_SITE else ""
    yield str(Path(sys.prefix) / "pyvenv.cfg")
    yield from (sys.executable, getattr(sys, "_base_executable", ""))
    yield str(Path(__file__).parents[3])


def _libraries() -> Iterator[str]:
    """Yield where libraries lie, with those that were installed beside them."""
    for name in _LIBRARIES:
        spec = find_spec(name)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            yield place
            if any(Path(place).parent.glob("*.dist-info")):
                yield str(Path(place).parent)


def _pandoc() -> Iterator[str]:
    try:
        yield str(pandoc_path())
    except (ImportError, OSError):
        return


def _windows() -> Iterator[str]:
    if os.environ.get("WINDIR"):
        yield str(Path(os.environ["WINDIR"]) / "Fonts")
        yield str(Path(os.environ["WINDIR"]) / "System32")


def _mapped() -> set[str]:
    """Return the files of which this process runs code."""
    try:
        lines = _MAPS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return set()
    rows = [line.split(maxsplit=5) for line in lines]
    return {row[5] for row in rows if len(row) == 6 and row[5].startswith("/")}


def _shared(folders: Iterable[str]) -> Iterator[str]:
    """Yield the shared libraries of the folders where those of this process come from."""
    mapped = [name for name in _mapped() if ".so" in Path(name).name]
    known = tuple(folders)
    own = {str(Path(name).parent) for name in mapped if not name.startswith(known)}
    near = {str(Path(prefix) / "lib") for prefix in (sys.prefix, sys.base_prefix)}
    arch = sysconfig.get_config_var("MULTIARCH")
    beside = {f"{name}/{arch}" for name in _SHARED if arch}
    for folder in sorted({*own, *near, *beside, *_SHARED}):
        yield from _libraries_of(Path(folder))
    yield from mapped


def _libraries_of(folder: Path) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name == "gconv" or (".so" in entry.name and entry.is_file()):
            yield entry.path
