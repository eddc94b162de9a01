"""Running the publishing process, which is handed a store and nothing that holds respondents."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from padai.errors import MissingExtraError, PublicationError, RenderError
from padai.publishing.engine.fonts import write_font_list
from padai.publishing.engine.process import NO_MEMORY, out_of_memory
from padai.store import outside_copy
from padai.words import Carried, Said

Progress = Callable[[str], None]
_PATIENCE = 10.0
"""Seconds for a process that stayed to clear away."""
_PASSED_ON = ("PATH", "HOME", "LANG", "PYTHONPATH", "VIRTUAL_ENV")


class ProcessEndedError(RenderError):
    """The publishing process died without a word."""


@dataclass(frozen=True)
class PublisherOutput:
    """What publishing wrote.

    Attributes
    ----------
    steps
        What made which files, of what: ``name``, ``key``, ``files``, and whether they were
        ``taken_over`` from the version that stood there.
    trusted
        The project's templates that ran Python where the system could not hold it.
    """

    files: list[Path]
    steps: list[dict[str, Any]]
    trusted: Sequence[str] = ()

    @property
    def on_trust(self) -> dict[str, Any]:
        """What a manifest says of it; nothing where the system held all that ran."""
        return {"trusted_templates": list(self.trusted)} if self.trusted else {}


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
    before: Path | None = None,
    taken: Sequence[str] = (),
    trust_templates: bool = False,
    site_url: str = "",
) -> PublisherOutput:
    """Publish a store in a process of its own and return what was written.

    The process is handed the outside of the store: figures at their printed precision, no more.

    Parameters
    ----------
    before
        A version whose files are taken over where all that they depend on is the same.
    taken
        Where respondents may be (:func:`padai.pipeline.machinery.withheld.withheld`).
    trust_templates
        Whether the project's own cells may run where the system cannot hold them to the store.
    site_url
        Where the site is published; empty where the project does not say.

    Raises
    ------
    RenderError, MissingExtraError
        As the publishing process said, or when it died without a word.
    """
    request = {
        "languages": list(languages) if languages else None,
        "formats": list(formats),
        "engine": engine,
        "overrides": str(overrides) if overrides else None,
        "what": list(what),
        "before": str(before) if before else None,
        "taken": list(taken),
        "trust_templates": trust_templates,
        "site_url": site_url,
    }
    with outside_copy(store_dir) as copy:
        return ask({**request, "store_dir": str(copy)}, out_dir, progress)


def ask(request: Mapping[str, Any], out_dir: Path, progress: Progress) -> PublisherOutput:
    """Hand a request to the publishing process and wait for what it says."""
    with _process(out_dir) as (process, complaints):
        question = json.dumps({**request, "out_dir": str(out_dir)})
        published = _converse(process, question, out_dir, progress)
        process.wait()
        if published is not None:
            return published
        raise _ended_early(process, complaints)


@contextmanager
def asking_again(
    request: Mapping[str, Any], out_dir: Path, progress: Progress
) -> Iterator[Callable[[], PublisherOutput]]:
    """Yield what has one publishing process carry out the same request, each time it is called.

    The process stays warm in between. It ends with the block, and is waited for.
    """
    with _process(out_dir) as (process, complaints):
        lines = iter([json.dumps({**request, "again": True, "out_dir": str(out_dir)})])

        def again() -> PublisherOutput:
            published = _converse(process, next(lines, "again"), out_dir, progress)
            if published is None:
                process.wait()
                raise _ended_early(process, complaints)
            return published

        try:
            yield again
        finally:
            assert process.stdin is not None
            with suppress(OSError):
                process.stdin.close()
            try:
                process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()


@contextmanager
def _process(out_dir: Path) -> Iterator[tuple[subprocess.Popen[str], IO[str]]]:
    """Start a publishing process; yield it, and what it writes to standard error."""
    env = {k: v for k, v in os.environ.items() if k in _PASSED_ON} | {"PYTHONHASHSEED": "0"}
    with (
        _workshop(out_dir) as workshop,
        tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as complaints,
        subprocess.Popen(
            [sys.executable, "-m", "padai.publishing"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
            encoding="utf-8",
            env=env | {"TMPDIR": str(workshop), "MPLCONFIGDIR": str(_fonts_in(workshop))},
            cwd=out_dir,
        ) as process,
    ):
        try:
            yield process, complaints
        except BaseException:
            process.kill()
            raise


def _fonts_in(workshop: Path) -> Path:
    """Return where matplotlib finds what it keeps: the list of the fonts that padai draws in."""
    return write_font_list(workshop / "matplotlib").parent


def _ended_early(process: subprocess.Popen[str], complaints: IO[str]) -> ProcessEndedError:
    """Say that the process died without a word, and what it left on standard error."""
    complaints.seek(0)
    lines = complaints.read().strip().splitlines()
    if out_of_memory(process.returncode, "\n".join(lines[-20:])):
        return ProcessEndedError(
            Said("pipeline-publishing-did-not-end", no_memory=NO_MEMORY),
        )
    return ProcessEndedError(
        Said(
            "pipeline-the-publishing-process-ended-without-a",
            returncode=process.returncode,
            said=lines[-1] if lines else Said("pipeline-no-last-line"),
        ),
    )


@contextmanager
def _workshop(out_dir: Path) -> Iterator[Path]:
    """Yield a temporary folder named after where the release goes.

    A process that was killed leaves it; the next one for the same release, which holds the lock,
    removes it first.
    """
    user = os.getuid() if hasattr(os, "getuid") else 0
    name = hashlib.sha256(str(out_dir.resolve()).encode()).hexdigest()[:12]
    place = Path(tempfile.gettempdir()) / f"padai-{user}-{name}"
    with suppress(OSError):
        shutil.rmtree(place)
    try:
        place.mkdir(mode=0o700)
    except OSError:  # something of somebody else's bears that name
        place = Path(tempfile.mkdtemp(prefix="padai-"))
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _converse(
    process: subprocess.Popen[str], request: str, out_dir: Path, progress: Progress
) -> PublisherOutput | None:
    """Send the request and pass on what the process says; None if it ends without a result.

    Its standard input stays open: when it closes, the process knows that nobody waits for it.
    """
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(BrokenPipeError):  # it died at once; its last line says why
        process.stdin.write(request + "\n")
        process.stdin.flush()
    for line in process.stdout:
        try:
            message = json.loads(line)
        except ValueError:
            continue  # a library that prints on standard output says nothing to us
        if "progress" in message:
            progress(message["progress"])
        elif "files" in message:
            files = [out_dir / name for name in message["files"]]
            return PublisherOutput(files, message["steps"], message["trusted"])
        elif "system" in message:
            file = message["file"] or str(out_dir)
            raise OSError(message["system"], os.strerror(message["system"]), file)
        elif "error" in message:
            raise _error(message)
    return None


def _error(message: dict[str, Any]) -> PublicationError | MissingExtraError:
    if message.get("extra"):
        return MissingExtraError(message["extra"], Said("pipeline-publishing"))
    return RenderError(Carried(message["error"]))
