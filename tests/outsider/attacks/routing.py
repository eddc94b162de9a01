"""The base of a question that follows from an answer is how many gave that answer.

Where several conditions lead to it, the base tells how many gave one answer and not another.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.outsider.attacks.ranges import Published
from tests.outsider.claims import CELL, GIVEN_BACK, Claim
from tests.outsider.figures import Figure
from tests.outsider.questionnaire import Questionnaire, Routing, Within
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
    for name in asked.routing:
        route = _origin(asked, name)
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
                    GIVEN_BACK,
                    published.place,
                    also(within, variable, frozenset(dark)),
                    base.low - ends[1],
                    base.high - ends[0],
                    f"{base.source} tells how many were asked {name}",
                    also(within, variable, asked.variables[variable].answered),
                )


def _origin(asked: Questionnaire, name: str) -> Routing:
    """Return who is asked: where everybody who was asked before is, those who were asked before."""
    route = asked.routing[name]
    before = route.question
    if (
        before in asked.routing
        and before in asked.variables
        and before not in asked.can_be_silent
        and asked.variables[before].answered <= route.codes
    ):
        return _origin(asked, before)
    return route


def _withheld(
    of: dict[tuple[object, ...], Figure],
    published: Published,
    question: str,
    code: str,
    within: Within,
) -> bool:
    figure = of.get((published.place, "share", question, code, within))
    return figure is not None and figure.withheld


def _others(
    published: Published,
    of: dict[tuple[object, ...], Figure],
    bases: dict[tuple[str, Within], Figure],
    question: str,
    codes: list[str],
    within: Within,
) -> tuple[float, float] | None:
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


def attack_several_routes(published: Published) -> Iterator[Claim]:
    """Find sensitive answers in the bases of questions to which several conditions lead.

    Of each printed group, the answers that lead to the question and the group are one table. What
    it tells of a sensitive answer, alone or with the others that lead there, with the base of the
    question and not without it.
    """
    asked = published.asked
    bases = {(f.question, f.within): f for f in published.figures if f.kind == "n"}
    for (name, within), base in sorted(bases.items(), key=str):
        route = asked.routing.get(name)
        if route is None or len(route.read) < 2 or base.withheld:
            continue
        leads = sorted({one.question for one in route.read} & asked.variables.keys())
        names = {name, *leads, *(variable for variable, _ in within)}
        wanted = list(_answers(asked, leads, within))
        told = published.table(names, wanted)
        untold = published.table(names - {name}, wanted)
        for cell in wanted:
            found, before = told.range(cell), untold.range(cell)
            if found is None or before is None or found == before:
                continue
            few = 0 < found.high < asked.smallest_sensitive or found.low == found.high == 0
            exact = found.low == found.high and before.low != before.high
            if few and (exact or (found.low > 1 and before.low <= 1)):
                yield Claim(
                    CELL,
                    published.place,
                    cell,
                    found.low,
                    found.high,
                    f"{base.source} tells how many were asked {name}",
                    also(within, *_everybody(asked, cell, leads)),
                )


def _answers(asked: Questionnaire, leads: list[str], within: Within) -> Iterator[Within]:
    """Yield each sensitive answer of a group, alone and with what else leads to a question."""
    for name in leads:
        if not asked.variables[name].sensitive:
            continue
        for code in sorted(asked.variables[name].answered):
            cell = also(within, name, frozenset([code]))
            yield cell
            for other in leads:
                if other != name and other not in dict(within):
                    for one in sorted(asked.variables[other].answered):
                        yield also(cell, other, frozenset([one]))


def _everybody(asked: Questionnaire, cell: Within, leads: list[str]) -> tuple[str, frozenset[str]]:
    name = next(n for n, _ in cell if n in leads and asked.variables[n].sensitive)
    return name, asked.variables[name].answered
