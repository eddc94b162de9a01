"""Running the publishing process, which is handed a store and nothing that holds respondents."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from padai.errors import MissingExtraError, PublicationError, RenderError

Progress = Callable[[str], None]
_PASSED_ON = ("PATH", "HOME", "TMPDIR", "LANG", "PYTHONPATH", "VIRTUAL_ENV")


def publish_apart(
    store_dir: Path,
    out_dir: Path,
    *,
    languages: Sequence[str] | None,
    formats: Sequence[str],
    engine: str,
    overrides: Path | None,
    what: Sequence[str],
    progress: Progress,
) -> list[Path]:
    """Publish a store in a process of its own and return the files written.

    Raises
    ------
    RenderError, MissingExtraError
        As the publishing process said, or when it died without a word.
    """
    request = {
        "store_dir": str(store_dir),
        "out_dir": str(out_dir),
        "languages": list(languages) if languages else None,
        "formats": list(formats),
        "engine": engine,
        "overrides": str(overrides) if overrides else None,
        "what": list(what),
    }
    env = {k: v for k, v in os.environ.items() if k in _PASSED_ON} | {"PYTHONHASHSEED": "0"}
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as complaints,
        subprocess.Popen(
            [sys.executable, "-m", "padai.publishing"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints,
            text=True, encoding="utf-8", env=env, cwd=out_dir,
        ) as process,
    ):  # fmt: skip
        try:
            files = _converse(process, json.dumps(request), out_dir, progress)
        except BaseException:
            process.kill()
            raise
        process.wait()
        if files is not None:
            return files
        complaints.seek(0)
        said = complaints.read().strip().splitlines()
        raise RenderError(
            f"The publishing process ended without a result (code {process.returncode}). "
            f"Its last line: {said[-1] if said else 'none'}"
        )


def _converse(
    process: subprocess.Popen[str], request: str, out_dir: Path, progress: Progress
) -> list[Path] | None:
    """Send the request and pass on what the process says; None if it ends without a result."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(request)
    process.stdin.close()
    for line in process.stdout:
        try:
            message = json.loads(line)
        except ValueError:
            continue  # a library that prints on standard output says nothing to us
        if "progress" in message:
            progress(message["progress"])
        elif "files" in message:
            return [out_dir / name for name in message["files"]]
        elif "error" in message:
            raise _error(message)
    return None


def _error(message: dict[str, str]) -> PublicationError | MissingExtraError:
    if message.get("extra"):
        return MissingExtraError(message["extra"], "Publishing")
    return RenderError(message["error"])
