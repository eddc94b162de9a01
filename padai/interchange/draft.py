"""A definition before it is written: what a file or a form tells, and what was guessed from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from padai.survey.fieldwork import Mode

Words = Mapping[str, str]
"""A text by language, ``fr`` or ``en``; a language that was not told is absent."""
Value = int | float | str


@dataclass(frozen=True)
class DraftCode:
    """An answer: its code, the value in the file, its label."""

    code: str
    value: Value
    label: Words = field(default_factory=dict)


@dataclass(frozen=True)
class DraftMissing(DraftCode):
    """A missing code with its kind; `guess` says on what the kind rests."""

    kind: str = "skipped"
    in_base: bool = False
    guess: str = ""


@dataclass(frozen=True)
class DraftQuestion:
    """A question as told, or guessed, by a file.

    Attributes
    ----------
    id, type, label, wording
        As a definition has them.
    codes, missing
        The scale.
    points
        Lowest and highest point of a rating, instead of `codes` with labels.
    columns
        The column, or the pattern with ``{code}``, by wave id.
    base
        A condition as a definition writes it.
    notes
        Comments to stand above the question.
    administrative
        Whether it is about the interview, and was put to nobody.
    """

    id: str
    type: str
    label: Words = field(default_factory=dict)
    wording: Words = field(default_factory=dict)
    codes: tuple[DraftCode, ...] = ()
    missing: tuple[DraftMissing, ...] = ()
    points: tuple[int, int] | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    base: Mapping[str, Any] | None = None
    notes: tuple[str, ...] = ()
    scale: str = ""
    administrative: bool = False


@dataclass(frozen=True)
class DraftDesign:
    """The likely design columns of a file; `lonely` strata of one psu, in this wave or another."""

    weight: str | None = None
    stratum: str | None = None
    psu: str | None = None
    id: str | None = None
    lonely: int = 0

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns found."""
        found = (self.weight, self.stratum, self.psu, self.id)
        return tuple(name for name in found if name)


@dataclass(frozen=True)
class DraftExclusion:
    """Rows that a rule sets aside: a value of a column, the reason, and how many there are."""

    column: str
    value: Value
    reason: Words
    count: int


@dataclass(frozen=True)
class DraftWave:
    """One file as a wave: its dates, how they were found, its design and its leftover columns.

    `mode` is None where nothing tells it.
    """

    id: str
    start: dt.date
    end: dt.date
    dated: str
    design: DraftDesign = DraftDesign()
    source: Path | None = None
    file: str = "wave.sav"
    sha256: str = ""
    n: int = 0
    other: Mapping[str, str] = field(default_factory=dict)
    mode: Mode | None = None
    exclusions: tuple[DraftExclusion, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A survey about to be written; `roles` names the question of each role."""

    id: str
    questions: tuple[DraftQuestion, ...]
    waves: tuple[DraftWave, ...]
    title: Words = field(default_factory=dict)
    asked_in: tuple[str, ...] = ("fr",)
    overlap: str | None = None
    overlap_note: str = ""
    notes: tuple[str, ...] = ()
    roles: Mapping[str, str] = field(default_factory=dict)
