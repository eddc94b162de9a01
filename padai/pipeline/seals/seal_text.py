"""What a survey declares of a wave, as one canonical text: a line an item."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from padai.errors import DefinitionError
from padai.pipeline.seals.declared_items import about, declared
from padai.survey import Survey
from padai.words import Said

HEAD = "padai seal 1"
"""The first line of every seal: what it is, and by which form."""
FOLDER = "seals"
Key = tuple[str, str]
"""What an item is, and its name: ``("margin", "trust")``."""
ABOUT = ("survey", "wave", "sealed", "data")
"""The items that say of which wave, when, and what was there; they are no declarations."""


@dataclass(frozen=True)
class SealText:
    """The content of a seal.

    Attributes
    ----------
    items : mapping
        Each item's content as canonical JSON, in the order of the text.
    """

    items: Mapping[Key, str]

    @property
    def text(self) -> str:
        """The canonical text."""
        rows = (f"{kind}\t{name}\t{content}\n" for (kind, name), content in self.items.items())
        return f"{HEAD}\n" + "".join(rows)

    @property
    def sha256(self) -> str:
        """Its SHA-256 as hexadecimal text."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def day(self) -> dt.date:
        """The day that the team wrote on it."""
        return dt.date.fromisoformat(json.loads(self.items["sealed", "day"]))

    @property
    def start(self) -> dt.date | None:
        """The first day of fieldwork, as it was then declared."""
        day = json.loads(self.items.get(("fieldwork", "start"), "null"))
        return None if day is None else dt.date.fromisoformat(day)

    @property
    def data_there(self) -> bool:
        """Whether a data file of the wave was there, or named with its checksum."""
        return any(json.loads(c) != "none" for (kind, _), c in self.items.items() if kind == "data")

    @property
    def declarations(self) -> dict[Key, str]:
        """The items but those that say when, and of which wave."""
        return {key: content for key, content in self.items.items() if key[0] not in ABOUT}


def seal_path(folder: Path, wave: str) -> Path:
    """Return where the seal of a wave lies in a survey's folder."""
    return folder / FOLDER / f"{wave}.txt"


def text_of(survey: Survey, wave: str, day: dt.date) -> SealText:
    """Return what a survey declares of a wave.

    Parameters
    ----------
    day
        The day that the team writes on it.

    Notes
    -----
    Texts that people read (labels, wordings, reasons) are no part of it; what decides a number or
    a verdict is.
    """
    items: dict[Key, str] = {}
    for kind, name, content in (*about(survey, wave, day.isoformat()), *declared(survey, wave)):
        items[kind, name] = json.dumps(
            content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str
        )
    return SealText(items)


# --- read again ----------------------------------------------------------------------------------


def read_seal(folder: Path, wave: str, where: str) -> SealText | None:
    """Read the seal of a wave; None where there is none.

    Raises
    ------
    DefinitionError
        It is not the text that padai wrote, or of another survey or wave.
    """
    path = seal_path(folder, wave)
    if not path.is_file():
        return None
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise _edited(path, 1, where) from None
    lines = text.split("\n")
    items: dict[Key, str] = {}
    for number, line in enumerate(lines[1:-1], 2):
        kind, _, rest = line.partition("\t")
        name, _, content = rest.partition("\t")
        if not _canonical(content) or (kind, name) in items:
            raise _edited(path, number, where)
        items[kind, name] = content
    seal = SealText(items)
    if lines[0] != HEAD or seal.text != text:
        raise _edited(path, 1, where)
    _check_about(seal, path, wave, where)
    return seal


def _canonical(content: str) -> bool:
    try:
        value = json.loads(content)
    except ValueError:
        return False
    again = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return again == content


def _check_about(seal: SealText, path: Path, wave: str, where: str) -> None:
    """Refuse the seal of another wave, or one that does not say when it was written."""
    try:
        _ = seal.day, seal.start
    except (KeyError, ValueError, TypeError):
        raise _edited(path, 4, where) from None
    survey = path.parent.parent.name
    named = [name for kind, name in seal.items if kind in ("survey", "wave")]
    if named[-1:] != [wave] or len(named) != 2:
        listed = " ".join(named)
        raise DefinitionError(
            Said(
                "pipeline-seals-seals-and-not-wave-of-put-back-the-seal",
                folder=FOLDER,
                path_name=path.name,
                told=listed,
                wave=wave,
                survey=survey,
            ),
            where=where,
        )


def _edited(path: Path, line: int, where: str) -> DefinitionError:
    return DefinitionError(
        Said(
            "pipeline-seals-line-this-is-not-a-text-that-padai-seal",
            folder=FOLDER,
            path_name=path.name,
            line=line,
        ),
        where=where,
    )


# --- what changed since --------------------------------------------------------------------------


@dataclass(frozen=True)
class Departure:
    """One item that is not what was sealed: ``added``, ``removed`` or ``changed``."""

    kind: str
    name: str
    what: str

    @property
    def key(self) -> Key:
        """What the item is, and its name."""
        return self.kind, self.name


def changes_since(seal: SealText, now: SealText) -> list[Departure]:
    """Return every declaration that is not what was sealed, in the order of the text."""
    was, is_now = seal.declarations, now.declarations
    changes = []
    for key in dict.fromkeys((*was, *is_now)):
        if key not in is_now:
            changes.append(Departure(*key, "removed"))
        elif key not in was:
            changes.append(Departure(*key, "added"))
        elif was[key] != is_now[key]:
            changes.append(Departure(*key, "changed"))
    return changes
