"""What a file offers for the roles of a design: candidates, each with what speaks for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from padai.errors import Said
from padai.interchange.draft import DesignRole
from padai.words import Joined

MOST_SHOWN = 12
MARKED = Said("interchange-numbers-decimals-or-thousands")
EITHER = "either"
"""How a frame names the columns whose numbers have decimals or thousands: nothing tells which."""
_REPLICATE = Said("interchange-a-replicate-weight")
USED = Said("interchange-was-used-to-make-a-weight-and-is-none")
CONSTANT = Said("interchange-a-single-value")
COPY = "interchange-the-same-numbers-as"


@dataclass(frozen=True)
class Candidate:
    """A column that may have a role: `score` sums what speaks for it; `against` rejects it.

    One that is `asked` is never proposed: a person has to say what it is.
    """

    column: str
    score: int
    reasons: tuple[Said, ...] = ()
    against: Said | None = None
    asked: bool = False

    def why(self) -> Said:
        """Return the reasons in a phrase: what rejects it, else what speaks for it."""
        told = [self.against] if self.against else list(self.reasons)
        return Said("padai-parts", parts=Joined(told, "; "))


@dataclass(frozen=True)
class RoleFinding:
    """What a file offers for one role: the column proposed, the other candidates, the rejected."""

    role: DesignRole
    taken: Candidate | None = None
    others: tuple[Candidate, ...] = ()
    rejected: tuple[Candidate, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether there are candidates, and none stands out."""
        return self.taken is None and bool(self.others)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that may have the role."""
        own = (self.taken,) if self.taken else ()
        return tuple(c.column for c in (*own, *self.others))


@dataclass(frozen=True)
class DesignFinding:
    """What a file offers for each role, and the sets of replicate weights in it, by prefix."""

    roles: Mapping[DesignRole, RoleFinding] = field(default_factory=dict)
    replicates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    """How the names, labels or factors of a set say that it was made, by prefix; where they do."""
    by_factors: tuple[str, ...] = ()
    """The sets of which what they are of the weight tells it."""
    all_stay: tuple[str, ...] = ()
    """The sets of which no weight is zero, as half samples and jackknives have them."""
    weighted_elsewhere: str = ""
    """A wave that has a weight, where this file has none."""

    def proposed(self) -> dict[DesignRole, str]:
        """Return the column proposed for each role that has one."""
        return {r: f.taken.column for r, f in self.roles.items() if f.taken is not None}

    @property
    def doubtful(self) -> tuple[RoleFinding, ...]:
        """The roles for which a person has to choose."""
        return tuple(f for f in self.roles.values() if f.doubtful)

    @property
    def set_apart(self) -> dict[str, Said]:
        """The columns that are no question, since they may be the design's or came of making it."""
        apart = {name: _REPLICATE for names in self.replicates.values() for name in names}
        for found in self.roles.values():
            kept = (*((found.taken,) if found.taken else ()), *found.others)
            apart |= {c.column: _MAY_BE[found.role] for c in kept}
            apart |= {c.column: c.why() for c in found.rejected if _of_the_design(c)}
        return apart


def as_in_other_waves(
    findings: Mapping[str, DesignFinding], numbers: Mapping[str, Collection[str]]
) -> dict[str, DesignFinding]:
    """Ask whether a column is the weight of a wave that shows none, as it is in another wave.

    Parameters
    ----------
    findings
        What each wave's file offers, by wave.
    numbers
        The columns of each that hold numbers, and several.
    """
    weights = {w: f.roles["weight"] for w, f in findings.items()}
    elsewhere = {column: w for w, found in reversed(weights.items()) for column in found.columns}
    out = dict(findings)
    for wave, found in weights.items():
        names = [n for n in elsewhere if n in numbers[wave]] if not found.columns else []
        said = {n: Said("interchange-a-weight-in-wave", wave=elsewhere[n]) for n in names}
        if said:
            asked = tuple(Candidate(n, 1, (why,), asked=True) for n, why in said.items())
            rejected = tuple(c for c in found.rejected if c.column not in said)
            mine = RoleFinding("weight", None, asked, rejected)
            out[wave] = replace(findings[wave], roles={**findings[wave].roles, "weight": mine})
        elif elsewhere and not found.columns:
            out[wave] = replace(findings[wave], weighted_elsewhere=next(iter(elsewhere.values())))
    return out


def candidates_of(found: RoleFinding, elsewhere: str = "") -> Iterator[Said]:
    """Yield a line for each candidate of a role: taken, another, or rejected with the reason.

    Parameters
    ----------
    elsewhere
        A wave that has a weight, where this one has none.
    """
    taken = (found.taken,) if found.taken else ()
    for candidate in taken:
        why = candidate.why()
        yield Said("interchange-proposed", column=candidate.column, why=why)
    for candidate in found.others[:MOST_SHOWN]:
        why = candidate.why()
        yield Said("interchange-possible", column=candidate.column, why=why)
    near = sorted(found.rejected, key=lambda c: -c.score)
    for candidate in near[:MOST_SHOWN]:
        why = candidate.why()
        yield Said("interchange-rejected", column=candidate.column, why=why)
    rest = len(near) - MOST_SHOWN
    if rest > 0:
        yield Said("interchange-and-more-rejected", rest=rest)
    if not (taken or found.others):
        weighted = found.role == "weight" and elsewhere
        none = Said("interchange-no-column-fits-and-elsewhere", wave=elsewhere)
        yield none if weighted else Said("interchange-no-column-fits")


ROLE_WORDS: Mapping[DesignRole, Said] = {
    "weight": Said("interchange-weight"),
    "stratum": Said("interchange-stratum"),
    "psu": Said("interchange-primary-sampling-unit-psu"),
    "id": Said("interchange-identifier"),
}
_MAY_BE: Mapping[DesignRole, Said] = {
    "weight": Said("interchange-perhaps-a-weight"),
    "stratum": Said("interchange-perhaps-a-stratum"),
    "psu": Said("interchange-perhaps-a-psu"),
    "id": Said("interchange-perhaps-an-identifier"),
}


def _of_the_design(rejected: Candidate) -> bool:
    """Whether a column that has no role came of making the design, or repeats a part of it."""
    against = rejected.against
    return against is not None and (against == USED or against.id == COPY)
