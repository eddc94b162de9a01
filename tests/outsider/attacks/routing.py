"""The base of a question that follows from an answer is how many gave that answer."""

from __future__ import annotations

from collections.abc import Iterator

from tests.outsider.attacks.ranges import Published
from tests.outsider.claims import GIVEN_BACK, Claim
from tests.outsider.figures import Figure
from tests.outsider.questionnaire import Within
from tests.outsider.tables import also


def attack_routing(published: Published) -> Iterator[Claim]:
    """Find withheld answers in the bases of the questions that they led to.

    An exact statement, where the later question lets nobody be silent: of one answer that leads to
    it the base is the count; of several, the base less those that are shown.
    """
    asked = published.asked
    of = {f.key: f for f in published.figures}
    bases = {
        (f.question, f.within): f for f in published.figures if f.kind == "n" and not f.withheld
    }
    for name, route in asked.routing.items():
        if name in asked.can_be_silent or route.question not in asked.responses:
            continue
        for (question, within), base in bases.items():
            if question != name:
                continue
            dark = [
                c
                for c in sorted(route.codes)
                if _withheld(of, published, route.question, c, within)
            ]
            ends = _others(
                published, of, bases, route.question, sorted(route.codes - set(dark)), within
            )
            if len(dark) == 1 and ends is not None:
                variable = asked.responses[route.question][dark[0]].variable
                yield Claim(
                    GIVEN_BACK, published.place, also(within, variable, frozenset(dark)),
                    base.low - ends[1], base.high - ends[0],
                    f"{base.source} tells how many were asked {name}",
                    also(within, variable, asked.variables[variable].answered),
                )  # fmt: skip


def _withheld(
    of: dict[tuple[object, ...], Figure], published: Published, question: str, code: str, within: Within
) -> bool:  # fmt: skip
    figure = of.get((published.place, "share", question, code, within))
    return figure is not None and figure.withheld


def _others(
    published: Published, of: dict[tuple[object, ...], Figure],
    bases: dict[tuple[str, Within], Figure], question: str, codes: list[str], within: Within,
) -> tuple[float, float] | None:  # fmt: skip
    """Return the ends of how many gave some answers that are shown; None where one is not."""
    shown = [of.get((published.place, "share", question, code, within)) for code in codes]
    base = bases.get((question, within))
    if not codes:
        return 0.0, 0.0
    if base is None or any(f is None or f.withheld for f in shown):
        return None
    if not published.asked.unweighted(published.place.wave, published.place.part):
        return None
    return (base.low * sum(f.low for f in shown if f), base.high * sum(f.high for f in shown if f))
