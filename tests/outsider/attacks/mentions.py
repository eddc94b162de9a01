"""Several answers to one question: what they add up to beyond everybody is how many gave two."""

from __future__ import annotations

from collections.abc import Iterator

from tests.outsider.attacks.ranges import Published
from tests.outsider.claims import CELL, Claim
from tests.outsider.questionnaire import YES, Codes, Within
from tests.outsider.tables import also

NONE = "none"
"""The answer that excludes the others."""


def attack_mentions(published: Published) -> Iterator[Claim]:
    """Find how few gave both of two sensitive answers, where everybody counts for one."""
    asked, place = published.asked, published.place
    if not asked.unweighted(place.wave, place.part):
        return
    shares = {
        (f.question, f.within, f.response): f
        for f in published.figures
        if f.kind == "share" and not f.withheld
    }
    for base in published.figures:
        codes = [
            r
            for r, of in asked.responses.get(base.question, {}).items()
            if of.variable != base.question
        ]
        if base.kind != "n" or base.withheld or len(codes) != 3 or NONE not in codes:
            continue
        found = [shares.get((base.question, base.within, code)) for code in codes]
        if any(f is None for f in found):
            continue
        low, high = (
            round(sum(getattr(f, end) for f in found if f) * base.low - base.low, 6)
            for end in ("low", "high")
        )
        both = _both(base.within, [c for c in codes if c != NONE], base.question)
        whole = range(max(0, -int(-low // 1)), int(high // 1) + 1)
        if len(whole) and 0 < whole[-1] < asked.smallest_sensitive:
            yield Claim(
                CELL,
                place,
                both,
                whole[0],
                whole[-1],
                f"{base.source}: the answers to {base.question} add up to more than everybody",
                base.within,
            )


def _both(within: Within, codes: list[str], question: str) -> Within:
    yes: Codes = frozenset([YES])
    for code in codes:
        within = also(within, f"{question}.{code}", yes)
    return within
