"""Publishing in a process of its own, which is given a store and no way to a respondent.

``python -m padai.publishing`` reads one JSON request, a line on standard input, and writes one JSON
line a message on standard output: ``{"progress": ...}``, then ``{"files": [...], "steps": [...]}``
or ``{"error": {"fr": ..., "en": ...}}``, in every language. Standard input stays open as long as
somebody waits for the answer. A request that is made ``again`` is carried out once more at every
further line.
"""

from __future__ import annotations

import _thread
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from padai.charts.style import draw_lean
from padai.errors import PadaiError
from padai.publishing.engine.engines import quarto_folder
from padai.publishing.engine.quarto import NO_THEME
from padai.publishing.engine.sandbox.guard import close_off
from padai.publishing.engine.seldom import collect_seldom
from padai.publishing.engine.side_by_side import copies_here
from padai.publishing.engine.trust import trusted
from padai.publishing.products.site.version_writing import publish_beside
from padai.publishing.release import publish

_PATIENCE = 5.0
"""Seconds to clear away once nobody waits any more."""
_SYSTEM_TOOLS = tuple(Path(name) for name in os.defpath.split(os.pathsep) if name)
"""Folders of the programs that Quarto is started with."""
_KERNELS = tuple(Path(sys.prefix, *parts) for parts in (("share", "jupyter"), ("etc", "jupyter")))
"""Where the environment keeps its kernels, which Quarto looks up before it starts one."""
_EMPTY_THEME = '#!/bin/sh\n: > "$2"\n'
"""A program that compiles a theme to nothing. Quarto's own looks for itself in ``/proc``, where the
environment of every process of the same person can be read; a report has no theme."""


def _say(**message: object) -> None:
    sys.stdout.write(json.dumps(message, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _progress(text: str) -> None:
    _say(progress=text)


def main() -> int:
    """Carry out the request on standard input."""
    collect_seldom()
    draw_lean()
    request = json.loads(sys.stdin.readline())
    out_dir = Path(request["out_dir"])
    request["copies"] = 1 if request.get("again") else copies_here()
    held = _close_off(request, out_dir)
    if request.get("again"):
        return _again_and_again(request, out_dir, held)
    threading.Thread(target=_watch, daemon=True).start()
    return _told(request, out_dir, held)


def _again_and_again(request: dict[str, Any], out_dir: Path, held: bool) -> int:
    """Carry out the same request at each further line on standard input, until it ends."""
    from padai.publishing.engine.warm import staying_warm

    with staying_warm():
        while True:
            _told(request, out_dir, held)
            if not sys.stdin.readline().strip():
                return 0


def _told(request: Mapping[str, Any], out_dir: Path, held: bool) -> int:
    """Carry out a request and say what came of it."""
    try:
        trust = bool(request.get("trust_templates"))
        on_trust = trusted(_path(request.get("overrides")), held=held, trust=trust)
        files, steps = _carry_out(request, out_dir)
    except PadaiError as error:
        extra = getattr(error, "extra", None)
        _say(error=error.carried(), extra=extra)
        return error.exit_code
    except OSError as error:
        if error.errno is None:
            raise
        _say(system=error.errno, file=error.filename)
        return PadaiError.exit_code
    names = [path.relative_to(out_dir).as_posix() for path in files]
    _say(files=names, steps=steps, trusted=on_trust)
    return 0


def _close_off(request: Mapping[str, Any], out_dir: Path) -> bool:
    """Leave in reach what the request names, and Quarto where it may be asked for."""
    asked = {**request, **(request.get("beside") or {}), **(request.get("site") or {})}
    names = ("store_dir", "overrides", "before", "releases")
    quarto = quarto_folder() if asked.get("engine") == "quarto" else None
    readable = [asked[name] for name in names if asked.get(name)]
    if quarto is not None:
        readable += _KERNELS
    # Quarto talks to the kernel by TCP
    return close_off(
        readable,
        [out_dir],
        taken=request.get("taken") or (),
        connect=quarto is not None,
        tools=[quarto, _no_theme(), *_SYSTEM_TOOLS] if quarto else (),
    )


def _no_theme() -> Path:
    """Put the program that makes an empty theme where only it may be started, and name it."""
    program = Path(tempfile.mkdtemp(prefix="padai-theme-")) / "sass"
    program.write_text(_EMPTY_THEME, encoding="utf-8")
    program.chmod(0o555)
    os.environ[NO_THEME] = str(program)
    return program


def _carry_out(
    request: Mapping[str, Any], out_dir: Path
) -> tuple[list[Path], list[dict[str, Any]]]:
    """Publish a release, the pages beside its versions, or the website of all of them."""
    if request.get("site"):
        asked = request["site"]
        from padai.publishing.products.site.whole_site import write_site

        made = write_site(
            Path(asked["releases"]),
            asked["surveys"],
            out_dir,
            _progress,
            site_url=asked.get("site_url") or "",
        )
        return made, []
    if request.get("beside"):
        return publish_beside(request["beside"], out_dir), []
    steps = publish(
        Path(request["store_dir"]),
        out_dir,
        languages=request["languages"],
        formats=request["formats"],
        engine=request["engine"],
        overrides=_path(request["overrides"]),
        what=request["what"],
        before=_path(request["before"]),
        progress=_progress,
        site_url=request.get("site_url") or "",
        copies=request["copies"],
    )
    return steps.files, steps.carried_out


def _path(name: str | None) -> Path | None:
    return Path(name) if name else None


def _watch() -> None:
    """End, and clear away first, once whoever asked is gone."""
    sys.stdin.read()
    _thread.interrupt_main()
    time.sleep(_PATIENCE)
    os._exit(PadaiError.exit_code)


if __name__ == "__main__":
    sys.exit(main())
