"""What a person decides when a survey is drafted from files: designs, wave ids, columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal, get_args

from padai.errors import DefinitionError, Said, nearest
from padai.interchange.draft import DesignRole
from padai.interchange.left_open import (
    NO_COLUMN,
    how_made,
    nobody_left_out,
    nothing_before,
    of_another_kind,
    which_column,
    without_weight,
)
from padai.interchange.replicate_sets import FAY, GIVEN_BY_NAME
from padai.interchange.role_findings import DesignFinding
from padai.survey.fieldwork import Mode
from padai.survey.kinds import SampleType
from padai.survey.texts import is_language
from padai.waves.replicates_told import contradicted, leaves_people_out

PROPOSED, REPLICATES = "proposed", "replicates"
DECIMALS, UNLINKED, PEOPLE = "decimals", "unlinked", "people"
Fact = Literal[
    "title",
    "description",
    "population",
    "geography",
    "sponsor",
    "contact",
    "supplier",
    "part",
    "weights",
    "mode",
    "sample_type",
    "language",
    "numbers",
    "waves",
    "rows",
]
"""What may be told of a survey as a whole: `part` names its sample, `weights` who made them,
`language` the language of the file's labels, `numbers` that 1.234 is one and a fraction, `waves`
that they share almost no question, `rows` that each is a person."""
Decide = Callable[[str, DesignFinding], Mapping[DesignRole, str] | None]
_WAVE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")


@dataclass(frozen=True)
class DesignChoice:
    """The design of one wave, or of all: the columns named, and what fills the rest.

    `proposed` takes what the file offers; `same`, the columns of the last wave (``add-wave``). A
    role of which the column is ``none`` is left without one. `replicates` says how the replicate
    weights of the file were made; ``none`` leaves them aside.
    """

    columns: Mapping[DesignRole, str] = field(default_factory=dict)
    proposed: bool = False
    same: bool = False
    wave: str | None = None
    replicates: str | None = None

    @property
    def pieces(self) -> tuple[str, ...]:
        """What was typed, but for the wave."""
        words = [PROPOSED] * self.proposed + ["same"] * self.same
        made = [f"{REPLICATES}={self.replicates}"] if self.replicates else []
        return (*words, *(f"{role}={column}" for role, column in self.columns.items()), *made)


@dataclass(frozen=True)
class Choices:
    """What is decided beforehand; what is not is asked by `decide`, or written to be confirmed.

    Attributes
    ----------
    design
        Choices of design, those of a wave before those of all.
    wave_ids
        The id of the wave of each file, by path.
    only, exclude
        Patterns of columns (``TE1P03*``, or ``65:TE1P03*`` in one wave) that become questions, or
        do not.
    by_label
        Whether a scale that turns over between waves is read by its labels.
    by_name
        Whether columns of one name and the same codes are one question where the labels of two
        waves are in two languages.
    same
        The questions that a person says are the same in the next file, whatever became of the
        words of their answers.
    wave_column
        The column that says which wave each row of a cumulative file belongs to.
    facts
        What no file tells and is the same in every wave: mode, supplier, title.
    review
        Whether to write a review sheet, ``review.xlsx``.
    otherwise
        The language of the file's labels where no word tells it.
    decide
        Called with a wave's id and its candidates where nothing is decided; None leaves the design
        to be confirmed.
    tell
        Called with each thing that a person should know.
    """

    design: tuple[DesignChoice, ...] = ()
    wave_ids: Mapping[Path, str] = field(default_factory=dict)
    only: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    by_label: bool = False
    by_name: bool = False
    same: tuple[str, ...] = ()
    wave_column: str | None = None
    facts: Mapping[Fact, str] = field(default_factory=dict)
    review: bool = False
    otherwise: str = "fr"
    decide: Decide | None = None
    tell: Callable[[Said], None] = lambda said: None

    def design_of(
        self, wave_id: str, finding: DesignFinding, columns: Sequence[str]
    ) -> dict[DesignRole, str] | None:
        """Return the columns of a wave's design as decided; None: it is to be confirmed.

        Raises
        ------
        DefinitionError
            A column is not in the file, the proposal leaves a choice, or ``same`` has no wave
            before it.
        """
        choice = self._choice(wave_id)
        if choice is None:
            decided = self.decide(wave_id, finding) if self.decide else None
            return None if decided is None else dict(decided)
        if choice.same:
            raise nothing_before(wave_id)
        for role, column in choice.columns.items():
            if column not in (NO_COLUMN, *columns):
                hint = nearest(column, columns)
                raise DefinitionError(
                    Said(
                        "interchange-wave-design-names-as-which-is-not-in-the",
                        wave_id=wave_id,
                        column=column,
                        role=role,
                        hint=hint,
                    ),
                )
        if not choice.proposed:
            return named(choice.columns)
        if finding.replicates and choice.replicates is None:
            raise how_made(wave_id, finding)
        open_roles = {f.role: f.columns for f in finding.doubtful if f.role not in choice.columns}
        if open_roles:
            raise which_column(wave_id, open_roles, choice.columns)
        if finding.weighted_elsewhere and "weight" not in choice.columns:
            raise without_weight(wave_id, finding.weighted_elsewhere, choice.columns)
        return named({**finding.proposed(), **choice.columns})

    def replicates_of(self, wave_id: str, finding: DesignFinding) -> dict[str, str]:
        """Return how the first set of replicates of a wave was made, by prefix, where decided.

        Raises
        ------
        DefinitionError
            A way is given, and the file has no replicate weights, or they are of another kind.
        """
        choice = self._choice(wave_id)
        if choice is None or choice.replicates in (None, NO_COLUMN):
            return {}
        if not finding.replicates:
            raise DefinitionError(Said("interchange-no-replicates-to-make", wave_id=wave_id))
        prefix, given = next(iter(finding.replicates)), str(choice.replicates)
        usual = finding.kinds.get(prefix, "")
        by_name = given == FAY and usual.startswith(FAY)
        kind = usual if prefix in finding.by_factors or by_name else ""
        if kind and contradicted(kind, given):
            raise of_another_kind(wave_id, prefix, given, kind)
        if leaves_people_out(given) and prefix in finding.all_stay:
            raise nobody_left_out(wave_id, prefix, given)
        if given == FAY and not kind:
            raise how_made(wave_id, finding)
        return {prefix: kind if kind.startswith(given) else given}

    def _choice(self, wave_id: str) -> DesignChoice | None:
        own = [c for c in self.design if c.wave == wave_id]
        return next(iter(own or [c for c in self.design if c.wave is None]), None)

    def check_waves(self, wave_ids: Sequence[str]) -> None:
        """Refuse a choice for a wave that there is not, or a second one: it would do nothing."""
        refuse_twice(self.design)
        patterns = (p.partition(":") for p in (*self.only, *self.exclude))
        named = [
            *(c.wave for c in self.design if c.wave is not None),
            *(wave for wave, colon, _ in patterns if colon),
        ]
        unknown = next((w for w in named if w not in wave_ids), None)
        if unknown is not None:
            listed = ", ".join(wave_ids)
            raise DefinitionError(
                Said(
                    "interchange-a-choice-names-the-wave-which-is-none-of",
                    unknown=unknown,
                    listed=listed,
                ),
            )

    def kept(self, column: str, wave_id: str) -> bool:
        """Whether a column of a wave may become a question.

        A pattern may name its wave: ``61:TE1P04_*``.
        """
        wanted = not self.only or any(_fits(p, column, wave_id) for p in self.only)
        return wanted and not any(_fits(p, column, wave_id) for p in self.exclude)


def named(columns: Mapping[DesignRole, str]) -> dict[DesignRole, str]:
    """Return the roles that have a column, without those that ``none`` was said of."""
    return {role: column for role, column in columns.items() if column != NO_COLUMN}


def _fits(pattern: str, column: str, wave_id: str) -> bool:
    wave, colon, rest = pattern.partition(":")
    if colon and wave != wave_id:
        return False
    return fnmatchcase(column.casefold(), (rest if colon else pattern).casefold())


def refuse_twice(choices: Sequence[DesignChoice]) -> None:
    """Refuse several choices of design for the same waves, of which one alone would count.

    Raises
    ------
    DefinitionError
        Gives the one that says them all.
    """
    for wave in dict.fromkeys(choice.wave for choice in choices):
        own = [choice.pieces for choice in choices if choice.wave == wave]
        if len(own) > 1:
            joined = ",".join(dict.fromkeys(piece for pieces in own for piece in pieces))
            line = f"--design {wave}:{joined}" if wave else f"--design {joined}"
            raise DefinitionError(Said("interchange-design-given-twice", line=line))


def parse_design(text: str) -> DesignChoice:
    """Read a choice as typed: ``proposed``, ``weight=w,psu=c``, or ``2025:proposed,weight=w``.

    Raises
    ------
    DefinitionError
        It is none of these.

    Examples
    --------
    >>> parse_design("2025:weight=w,id=respondent").columns["weight"]
    'w'
    """
    head, colon, rest = text.partition(":")
    wave, told = (head, rest) if colon and "=" not in head else (None, text)
    columns: dict[DesignRole, str] = {}
    proposed = same = False
    made: str | None = None
    for piece in filter(None, (p.strip() for p in told.split(","))):
        role, equals, column = piece.partition("=")
        if piece == PROPOSED:
            proposed = True
        elif piece == "same":
            same = True
        elif role == REPLICATES and column in (*GIVEN_BY_NAME, FAY, NO_COLUMN):
            made = column
        elif equals and column and role in get_args(DesignRole):
            columns[role] = column  # type: ignore[index]
        elif piece != "none":
            kinds = "|".join((*GIVEN_BY_NAME, FAY, NO_COLUMN))
            roles = ", ".join((*get_args(DesignRole), f"{REPLICATES}={kinds}"))
            raise DefinitionError(
                Said(
                    "interchange-design-is-not-understood-write-proposed",
                    text=text,
                    piece=piece,
                    roles=roles,
                ),
            )
    return DesignChoice(columns, proposed, same, wave, made)


def parse_fact(text: str) -> tuple[Fact, str]:
    """Read ``mode=in_person`` or ``title=…``.

    Raises
    ------
    DefinitionError
        There is no such fact, or its value is not one of those known.
    """
    name, equals, value = text.partition("=")
    each = {"mode": get_args(Mode), "sample_type": get_args(SampleType), "numbers": (DECIMALS,)}
    each |= {"waves": (UNLINKED,), "rows": (PEOPLE,)}
    allowed = each.get(name)
    if name not in get_args(Fact) or not equals or not value.strip():
        known = ", ".join(get_args(Fact))
        raise DefinitionError(
            Said("interchange-fact-write-one-of-and-what-it-is-fact", text=text, known=known),
        )
    if name == "language":
        _check_language(text, value.strip())
    if allowed and value not in allowed:
        listed = ", ".join(allowed)
        raise DefinitionError(
            Said("interchange-fact-is-one-of", text=text, name=name, listed=listed)
        )
    return name, value.strip()  # type: ignore[return-value]


def _check_language(text: str, tag: str) -> None:
    """Refuse a tag of no language."""
    if not is_language(tag):
        raise DefinitionError(
            Said("interchange-fact-is-the-tag-of-no-language-write", text=text, tag=tag),
        )


def parse_wave(text: str) -> tuple[str, Path]:
    """Read ``2019-05=file.sav``: a wave's id and its file.

    Raises
    ------
    DefinitionError
        It is not of this form.
    """
    wave_id, equals, path = text.partition("=")
    if not equals or not path or not _WAVE_ID.fullmatch(wave_id):
        raise DefinitionError(
            Said("interchange-wave-write-the-id-of-a-wave-letters", text=text),
        )
    return wave_id, Path(path)
