"""Write the seal of a wave, and the request to stamp it: nothing is contacted."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from padai.errors import PublicationError
from padai.pipeline.machinery.atomic_swap import write_whole
from padai.pipeline.seals.grades import named_file
from padai.pipeline.seals.seal_text import Departure, changes_since, read_seal, seal_path, text_of
from padai.pipeline.seals.signatures import checked_tag
from padai.pipeline.seals.stamps import CHECKED, NO_AUTHORITY, Stamp, checked, request_of
from padai.survey import Survey, load_survey
from padai.words import Said

_LIMIT = 30
"""Seconds that the system's own checker is given."""


@dataclass(frozen=True)
class WrittenSeal:
    """A seal as it stands after the command.

    Attributes
    ----------
    path, request
        The text, and the request to stamp it.
    sha256
        Of the text.
    new
        Whether it was written now.
    data_there
        Whether data of the wave were there when it was written.
    changes
        What the definition declares otherwise by now.
    stamp
        What the reply, or the signed tag, beside it says; None without one.
    second
        What `openssl ts -verify` says of the reply, or `ssh-keygen -Y verify` of the tag:
        ``agrees``, ``disagrees``, ``not_checked``; empty without one that padai could check.
    """

    path: Path
    request: Path
    sha256: str
    new: bool
    data_there: bool
    changes: tuple[Departure, ...]
    stamp: Stamp | None
    second: str = ""


def seal(survey: str | Path, wave: str, *, day: dt.date | None = None) -> WrittenSeal:
    """Write what a survey declares of a wave, with its RFC 3161 request; or look at what stands.

    Parameters
    ----------
    survey
        The survey's folder.
    wave
        The wave, whose data should not be there yet.
    day
        The day to be written on it; None: today. It proves nothing: a stamp or a publication does.

    Returns
    -------
    WrittenSeal
        A seal that stands is never written again: what changed since is told.

    Raises
    ------
    PublicationError
        The survey is no tracker.
    DefinitionError
        The seal that stands is not the text that padai wrote.
    """
    definition = load_survey(survey)
    name = definition.wave(wave).id
    where = f"{definition.id}, {name}"
    if not definition.traits.estimated:
        raise PublicationError(
            Said("pipeline-seals-only-a-survey-in-waves-has-comparisons"),
            where=where,
        )
    path = seal_path(definition.path, name)
    standing = read_seal(definition.path, name, where)
    text = standing or text_of(definition, name, day or dt.date.today())
    request = path.with_suffix(".tsq")
    if standing is None:
        path.parent.mkdir(exist_ok=True)
        write_whole(path, text.text)
    if not request.is_file() or request.read_bytes() != request_of(text.text.encode()):
        request.write_bytes(request_of(text.text.encode()))
    changes = tuple(changes_since(text, text_of(definition, name, text.day)))
    stamp, second = _stamped(definition, name, text.text.encode())
    return WrittenSeal(
        path, request, text.sha256, standing is None, text.data_there, changes, stamp, second
    )


def _stamped(survey: Survey, wave: str, text: bytes) -> tuple[Stamp | None, str]:
    path = seal_path(survey.path, wave)
    reply, spec = path.with_suffix(".tsr"), survey.wave(wave).seal
    if not reply.is_file():
        return _tagged(survey, wave, text)
    pem = named_file(survey, wave, "authority", f"{survey.id}, {wave}")
    if pem is None or spec is None:
        return Stamp(NO_AUTHORITY), ""
    stamp = checked(reply.read_bytes(), text, pem)
    authority = path.parent / str(spec.authority)
    return stamp, _by_openssl(path, reply, authority, stamp) if stamp.state == CHECKED else ""


def _tagged(survey: Survey, wave: str, text: bytes) -> tuple[Stamp | None, str]:
    path, spec = seal_path(survey.path, wave), survey.wave(wave).seal
    tag = path.with_suffix(".tag")
    if not tag.is_file():
        return None, ""
    known = named_file(survey, wave, "signers", f"{survey.id}, {wave}")
    stamp = checked_tag(tag.read_bytes(), hashlib.sha256(text).hexdigest(), known)
    if stamp.state != CHECKED or spec is None:
        return stamp, ""
    return stamp, _by_ssh_keygen(tag.read_bytes(), path.parent / str(spec.signers), stamp)


def _by_ssh_keygen(tag: bytes, signers: Path, stamp: Stamp) -> str:
    """Ask the program that git asks, where there is one."""
    program = shutil.which("ssh-keygen")
    if program is None or stamp.at is None:
        return "not_checked"
    message, begin, rest = tag.partition(b"-----BEGIN SSH SIGNATURE-----")
    with tempfile.TemporaryDirectory() as folder:
        signature = Path(folder) / "tag.sig"
        signature.write_bytes(begin + rest)
        when = stamp.at.strftime("%Y%m%d%H%M%SZ")
        command = [
            program, "-Y", "verify", "-f", str(signers), "-I", stamp.by, "-n", "git",
            "-O", f"verify-time={when}", "-s", str(signature),
        ]  # fmt: skip
        try:
            done = subprocess.run(
                command, input=message, capture_output=True, timeout=_LIMIT, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return "not_checked"
    return "agrees" if done.returncode == 0 else "disagrees"


def _by_openssl(text: Path, reply: Path, authority: Path, stamp: Stamp) -> str:
    """Ask the system's own checker too, where there is one."""
    program = shutil.which("openssl")
    if program is None or stamp.at is None:
        return "not_checked"
    command = [
        program, "ts", "-verify", "-data", str(text), "-in", str(reply), "-CAfile", str(authority),
        "-partial_chain", "-attime", str(int(stamp.at.timestamp())),
    ]  # fmt: skip
    try:
        done = subprocess.run(command, capture_output=True, timeout=_LIMIT, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return "not_checked"
    return "agrees" if done.returncode == 0 else "disagrees"
