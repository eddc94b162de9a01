"""A definition before it is written: what a file or a form tells, and what was guessed from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from padai.survey.fieldwork import Mode
from padai.survey.marks import Marks
from padai.words import Said

Words = Mapping[str, str]
"""A text by language tag; a language that was not told is absent."""
Value = int | float | str
ONE_WAVE = Said("interchange-note-one-wave")
"""What a draft of one wave says of the people that waves share."""
DesignRole = Literal["id", "weight", "stratum", "psu"]
"""The roles that a column may have in a design."""


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
    guess: Said | None = None


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
    file_values
        By wave, the value in the file of each code that differs from the usual one.
    aliases
        Other names that an export may give its column.
    marks
        Of options, by wave: what stands for one that was chosen, and one that was not, where
        that is not 1 and 0.
    youngest
        Of a column of ages, where its groups begin.
    few
        Whether a wave has an answer that some people gave, and too few to be a group of their own.
    stem
        The name of its last column without the end that tells the wave, where it has one.
    unrouted
        Whether some were not asked it, and no answer says who.
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
    notes: tuple[Said, ...] = ()
    scale: str = ""
    administrative: bool = False
    file_values: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    youngest: int = 18
    few: bool = False
    marks: Mapping[str, Marks] = field(default_factory=dict)
    stem: str = ""
    unrouted: bool = False


@dataclass(frozen=True)
class DraftDesign:
    """The design columns of a file, proposed or confirmed, with the candidates looked at.

    `lonely` counts strata of one psu, in this wave or another; `told` holds a line a candidate,
    `undecided` the columns among which a person has to choose, by role, `replicates` how the
    replicate weights of a prefix were made.
    """

    weight: str | None = None
    stratum: str | None = None
    psu: str | None = None
    id: str | None = None
    lonely: int = 0
    confirmed: bool = True
    told: tuple[Said, ...] = ()
    undecided: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    replicates: Mapping[str, str] = field(default_factory=dict)

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

    `mode` is None where nothing tells it, and so are `start` and `end`; `rows` selects the wave in
    a file that holds several.
    """

    id: str
    start: dt.date | None
    end: dt.date | None
    dated: Said
    design: DraftDesign = DraftDesign()
    source: Path | None = None
    file: str = "wave.sav"
    sha256: str = ""
    n: int = 0
    other: Mapping[str, Said] = field(default_factory=dict)
    mode: Mode | None = None
    precision: str = "day"
    rows: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    exclusions: tuple[DraftExclusion, ...] = ()
    part: str = "main"
    rest: Said | None = None
    """Why every other column of the file is not used; None: there is none but those named."""
    label: str = ""
    """What the file calls it; its id where that says as much."""


@dataclass(frozen=True)
class Draft:
    """A survey about to be written; `roles` names the question of each role."""

    id: str
    questions: tuple[DraftQuestion, ...]
    waves: tuple[DraftWave, ...]
    title: Words = field(default_factory=dict)
    asked_in: tuple[str, ...] = ("fr",)
    overlap: str | None = None
    overlap_note: Said = ONE_WAVE
    notes: tuple[Said, ...] = ()
    roles: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ("fr",)
    facts: Mapping[str, str | Words] = field(default_factory=dict)
    ids_per_wave: Said | None = None
    """Why ids that come back are not the same people; None: nothing says so."""
