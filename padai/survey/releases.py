"""What was put out: ``surveys/<id>/releases.yaml``, which padai writes and a project commits.

Each version that went out has a record: its wave, its status and date, the key results that it
showed, one SHA-256 over its store and one over all that goes out. A recorded version is frozen. A
draft and a release under embargo have no record: they were not put out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field, field_validator, model_validator

from padai.errors import FaultError
from padai.survey.texts import Frozen, Text, YesNo, as_string
from padai.survey.yaml_files import parse_model, read_yaml
from padai.words import Said

RELEASES_FILE = "releases.yaml"
PUT_OUT = ("demonstration", "published", "corrected")
"""The statuses of a version that went out: it is recorded, and frozen from then on."""
MARKED = ("draft", "embargoed")
"""The statuses that every page, sheet, picture and file name must say."""
_SHA256 = r"^[0-9a-f]{64}$"
_HEAD = """\
# Written by padai: what was put out, version by version. Commit this file; do not edit it.
# A version that stands here is frozen. To change what it says: a new version, with a reason.
"""

WithdrawalKind = Literal["confidentiality", "error"]


class ShownResult(Frozen):
    """A key result as a release showed it."""

    id: str
    question: str
    net: str
    breakdown: str = "total"
    group: str = "total"


class KeptHash(Frozen):
    """A file of a release, by its name in it, and the SHA-256 that it had.

    None is kept of what was removed for confidentiality: whoever has all of a file but a cell tries
    what the cell may be until the hash is the one.
    """

    name: str
    sha256: str | None = Field(None, pattern=_SHA256)


class Withdrawal(Frozen):
    """Why and when a version was withdrawn, and the hashes of its files."""

    kind: WithdrawalKind
    date: dt.date
    reason: Text
    files: tuple[KeptHash, ...] = ()


class CellsWithdrawn(Frozen):
    """Cells that were withdrawn for confidentiality: when, why and how many, never which."""

    date: dt.date
    reason: Text
    count: int = Field(0, ge=0)


class ReleaseRecord(Frozen):
    """One version that was put out.

    Attributes
    ----------
    status
        As declared when it went out; ``withdrawn`` since it was withdrawn.
    store
        The SHA-256 of its store (:func:`padai.store.store_digest`).
    outside
        The SHA-256 over all that goes out of it (:func:`padai.store.outside_digest`); None in the
        records of an earlier padai, until they are migrated.
    deposit
        The SHA-256 of the anonymised file that an archive was given of it, as CSV.
    witness
        The SHA-256 of the log that it quotes of its figures worked out again by another program.
    blind
        True where the store holds a value of the data files, so that its hash cannot be tried;
        None in the records of an earlier padai, and where the data are synthetic.
    cells_withdrawn
        Cells withdrawn from it since; each time its two hashes were replaced.
    substantial
        Whether it corrects an earlier version in a way that the front page must say.
    """

    wave: str
    version: int = Field(ge=1)
    status: Literal["demonstration", "published", "corrected", "withdrawn"]
    date: dt.date
    store: str = Field(pattern=_SHA256)
    outside: str | None = Field(None, pattern=_SHA256)
    deposit: str | None = Field(None, pattern=_SHA256)
    witness: str | None = Field(None, pattern=_SHA256)
    blind: Literal[True] | None = None
    key_results: tuple[ShownResult, ...] = ()
    reason: Text | None = None
    substantial: YesNo = False
    withdrawal: Withdrawal | None = None
    cells_withdrawn: tuple[CellsWithdrawn, ...] = ()

    _string = field_validator("wave", mode="before")(as_string)

    @model_validator(mode="after")
    def _withdrawn(self) -> ReleaseRecord:
        if (self.status == "withdrawn") != (self.withdrawal is not None):
            raise FaultError(
                Said("survey-the-status-withdrawn-and-a-withdrawal-go"),
            )
        return self

    @property
    def name(self) -> str:
        """The name of the version within its survey, such as ``2025/v1``."""
        return f"{self.wave}/v{self.version}"

    @property
    def kept(self) -> bool:
        """Whether its store still exists: a withdrawal for confidentiality removes it."""
        return self.withdrawal is None or self.withdrawal.kind != "confidentiality"


class ReleasesFile(Frozen):
    """The content of ``releases.yaml``, in the order in which versions went out."""

    releases: tuple[ReleaseRecord, ...] = ()

    @model_validator(mode="after")
    def _once(self) -> ReleasesFile:
        names = [record.name for record in self.releases]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            listed = ", ".join(twice)
            raise FaultError(Said("survey-stands-there-twice", listed=listed))
        return self


def read_releases(folder: Path, where: str) -> tuple[ReleaseRecord, ...]:
    """Read the records of a survey; none where nothing was put out.

    Raises
    ------
    DefinitionError
        The file is no list of records; the message names line and column.
    """
    path = folder / RELEASES_FILE
    if not path.is_file():
        return ()
    document = read_yaml(path)
    return parse_model(document, ReleasesFile, document.content or {}, where).releases


def releases_text(records: Iterable[ReleaseRecord]) -> str:
    r"""Write records as the text of ``releases.yaml``; the same records give the same text.

    Examples
    --------
    >>> releases_text([]).endswith("releases: []\n")
    True
    """
    rows = [r.model_dump(exclude_none=True, exclude_defaults=True) for r in records]
    content = {"releases": [_lists(row) for row in rows]}
    text = yaml.dump(content, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=1000)
    return _HEAD + str(text)


class _Plain(yaml.SafeDumper):
    """Writes no alias, which definitions refuse."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _lists(v) for k, v in value.items()}
    if isinstance(value, (tuple, list)):
        return [_lists(v) for v in value]
    return value
