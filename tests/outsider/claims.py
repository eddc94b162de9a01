"""What the attacker says that it knows."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.outsider.figures import Place
from tests.outsider.questionnaire import Within

GROUP, CELL, ANSWER, SHARE, CHANGE, RECORD, EXACT_BASE, SHOWN, NOTHING_FITS, WITHDRAWN = (
    "group", "cell", "answer in a withheld group", "share", "change between versions",
    "records in the deposit", "exact base under rounding", "withheld and shown",
    "nothing fits", "figures of a withdrawn version",
)  # fmt: skip
GIVEN_BACK = "withheld answer in the base of a routed question"
DECODED = "group of the numbers of a draw"


@dataclass(frozen=True)
class Claim:
    """A cell that the attacker knows better than the rules allow, and why.

    Attributes
    ----------
    kind
        What is known: the size of a group, a cell of a sensitive table, what people of a withheld
        group answered, a withheld share, who changed between versions, whom a record is.
    within
        Whose count it is.
    low, high
        The ends of the count; of the share, for a share.
    because
        The derivation, in one sentence.
    base
        The base of a share.
    facts
        What is claimed of records and versions, in the attacker's own terms.
    """

    kind: str
    place: Place
    within: Within
    low: float
    high: float
    because: str
    base: Within = ()
    facts: tuple[tuple[str, object], ...] = field(default=())

    def __str__(self) -> str:
        who = " and ".join(
            f"{name} in {{{', '.join(sorted(codes))}}}" for name, codes in self.within
        )
        ends = f"{self.low:.6g}" if self.low == self.high else f"{self.low:.6g} to {self.high:.6g}"
        told = [(k, f"{len(v)}" if isinstance(v, tuple) else v) for k, v in self.facts]
        facts = "".join(f"; {name}: {value}" for name, value in told)
        version = f" {self.place.version}" if self.place.version else ""
        return (
            f"[{self.kind}] {self.place.wave} {self.place.part}{version}: {who or 'all'} = {ends}"
            f"{facts}. {self.because}"
        )
