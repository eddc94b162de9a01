"""What linked tables leave possible of a withheld cell, and of each cell of a sensitive table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.outsider.claims import ANSWER, CELL, GROUP, NOTHING_FITS, SHARE, WITHDRAWN, Claim
from tests.outsider.figures import Figure, Place, response_of
from tests.outsider.questionnaire import Codes, Questionnaire, Within
from tests.outsider.tables import JointTable, Range, Weights, also, joint_table

SHARE_IS_KNOWN = 0.0021
"""A share is known when its ends are no further apart than those of one that was left out and
follows from two others, each printed to a tenth of a point ..."""
HALF_A_PERSON = 0.5
"""... and when, of the people of its base, that is less than half a person."""
SMALL = 30
"""Of a group of fewer people, nobody and everybody tell of each of them."""
FEW = 25
"""Cells of a sensitive table that surely hold more people than this are not attacked."""


@dataclass(frozen=True)
class Target:
    """A cell to attack: whose count it is, and what the rules must leave possible of it.

    Attributes
    ----------
    totals
        Whose counts are published and hold the cell: it cannot be larger than the least of them.
    """

    kind: str
    within: Within
    base: Within
    at_least: int
    withheld: bool
    totals: tuple[Within, ...] = ()


@dataclass
class Published:
    """The figures of one place, by the variables that they speak of."""

    asked: Questionnaire
    place: Place
    figures: list[Figure]
    weights: Weights

    def __post_init__(self) -> None:
        self._by: dict[frozenset[str], list[Figure]] = defaultdict(list)
        for figure in self.figures:
            if (variables := self.variables(figure)) is not None:
                self._by[variables].append(figure)

    def variables(self, figure: Figure) -> frozenset[str] | None:
        response = response_of(self.asked, figure)
        of = response.variable if response is not None else _variable(self.asked, figure)
        if of is None or figure.kind == "raw":
            return None
        return frozenset([of, *(name for name, _ in figure.within)])

    def table(self, names: Iterable[str], asked_for: Iterable[Within] = ()) -> JointTable:
        """Build the joint table of some variables from every figure that speaks of no other."""
        names = frozenset(names)
        questions = {self.asked.variables[name].question for name in names}
        figures = [
            f
            for of, listed in self._by.items()
            for f in listed
            if of <= names or (of - names and self._base_of(of, names, questions))
        ]
        return joint_table(self.asked, self.place, sorted(names), figures, self.weights, asked_for)

    def _base_of(self, of: frozenset[str], names: frozenset[str], questions: set[str]) -> bool:
        """Whether only the answer that a figure counts is another one of the same question."""
        others = of - names
        return len(others) == 1 and self.asked.variables[next(iter(others))].question in questions

    def totals(self, variable: str, cell: Within) -> Iterator[Within]:
        """Yield those whose counts are published with an answer, and who hold all of a cell."""
        of = dict(cell)
        for figure in self.figures:
            response = response_of(self.asked, figure)
            if (
                response is None
                or figure.withheld
                or figure.kind not in ("share", "people")
                or response.variable != variable
                or response.less
                or response.mean
                or not of[variable] <= response.codes
            ):
                continue
            if all(of.get(name, codes | {""}) <= codes for name, codes in figure.within):
                yield also(figure.within, variable, response.codes)

    def told_of_all(self, variable: str, codes: Codes) -> tuple[Within, ...]:
        """Return those who gave some answers to a plain question, where their number is published."""
        if self.asked.variables[variable].sensitive:
            return ()
        every = ((variable, codes),)
        return (every,) if any(not w or w == every for w in self.totals(variable, every)) else ()

    def linked(self, names: Sequence[str]) -> list[str]:
        """Return the variables that share a published table with one of some variables."""
        met: dict[str, int] = defaultdict(int)
        for of in self._by:
            if len(of) >= 2 and of & set(names):
                for name in of - set(names):
                    met[name] += 1
        breakdowns = {
            variable for groups in self.asked.groups.values() for variable, _ in groups.values()
        }
        return sorted(met, key=lambda name: (name not in breakdowns, -met[name], name))


def none_or_all(published: Published) -> Iterator[Claim]:
    """Find groups under 30 of which nobody, or everybody, gave a sensitive answer that is shown."""
    asked = published.asked
    bases = {
        (f.question, f.within): f.high
        for f in published.figures
        if f.kind == "n" and not f.withheld
    }
    for figure in published.figures:
        response = response_of(asked, figure)
        n = bases.get((figure.question, figure.within))
        if figure.kind != "share" or figure.withheld or response is None or not n or n >= SMALL:
            continue
        if not figure.within or not _sensitive(asked, response.variable, figure.within):
            continue
        count = 0.0 if figure.high * n < 0.5 else n if (1 - figure.low) * n < 0.5 else None
        if count is not None and response.codes and not response.less:
            cell = also(figure.within, response.variable, response.codes)
            base = also(
                figure.within, response.variable, asked.variables[response.variable].answered
            )
            if not by_definition(cell, base):
                yield Claim(
                    CELL,
                    published.place,
                    cell,
                    count,
                    count,
                    f"{figure.source} shows that {'nobody' if not count else 'everybody'} of {n:g} did",
                    base,
                )


def attack_ranges(
    published: Published,
    *,
    most_extras: int = 12,
    seconds: float = 0.5,
    more: Iterable[Target] = (),
) -> list[Claim]:
    """Attack every target with tables of its own variables, then with one variable more at a time.

    Parameters
    ----------
    most_extras
        How many further variables are tried with each pair.
    seconds
        How long whole people are looked for where the programme on fractions finds nothing.
    more
        Further targets, such as cells that were withdrawn.
    """
    waiting: dict[frozenset[str], list[Target]] = defaultdict(list)
    for target in [*targets(published), *more]:
        waiting[frozenset(name for name, _ in target.within + target.base)].append(target)
    claims: list[Claim] = []
    known: set[tuple[str, Within]] = set()
    for names, wanted in waiting.items():
        extras = [(), *((extra,) for extra in _extras(published, names)[:most_extras])]
        for extra in extras:
            if not wanted:
                break
            if extra and not any(t.withheld for t in wanted):
                break
            table = published.table(
                {*names, *extra}, [w for t in wanted for w in (t.within, t.base)]
            )
            left = []
            for target in wanted:
                if extra and not target.withheld:
                    continue
                found = _attacked(table, target, 0.0 if extra else seconds)
                claims += [claim for claim in found if (claim.kind, claim.within) not in known]
                known |= {(claim.kind, claim.within) for claim in found}
                if not any(claim.kind == target.kind for claim in found):
                    left.append(target)
            wanted = left
    return claims


def _extras(published: Published, names: frozenset[str]) -> list[str]:
    """Put first what is asked of the other half of a split sample."""
    asked, linked = published.asked, published.linked(sorted(names))
    routed = {
        asked.routing[q].question
        for name in names
        if (q := asked.variables[name].question) in asked.routing
    }
    halves = [
        n
        for n in linked
        if (r := asked.routing.get(asked.variables[n].question)) and r.question in routed
    ]
    sensitive = [n for n in linked if asked.variables[n].sensitive]
    order = [*halves[:4], *sensitive, *linked]
    return list(dict.fromkeys(order))


def must_be_open(table: JointTable, target: Target) -> tuple[int, int]:
    """Return how many, and how few, people the rules leave possible in a cell.

    In a withheld group nobody, or five of those who gave an answer, or all of the smallest published
    total that holds them where they are fewer. Of a rare answer to a plain question no more than all
    who gave it, where that is published: it is no secret that they are few.
    """
    if target.kind not in (ANSWER, CELL):
        return target.at_least, 1
    if target.kind == CELL:
        every = [w for w in target.totals if {name for name, _ in w} <= set(table.names)]
        gave = [most for w in every if (most := _most(table, w, target.at_least)) is not None]
        return min([target.at_least, *gave]), 1
    group = {name for name, codes in target.within if dict(target.base).get(name) == codes}
    everywhere = tuple((name, codes) for name, codes in target.within if name not in group)
    told = [w for w in target.totals if {name for name, _ in w} <= set(table.names)]
    gave = [
        most for w in (everywhere, *told) if (most := _most(table, w, target.at_least)) is not None
    ]
    group_itself = tuple((name, codes) for name, codes in target.within if name in group)
    known = any(_weighs_more(table, group_itself, w) for w in (everywhere, *told))
    return min([target.at_least, *gave]), int(known)


def _weighs_more(table: JointTable, group: Within, gave: Within) -> bool:
    """Whether a group weighs more than all who did not give an answer, as totals alone tell.

    Where targets say what a group weighs, somebody of it gave what nearly everybody gives, of all
    or of a larger group that holds it: that is known of the population, and of nobody.
    """
    around = tuple((name, codes) for name, codes in gave if name in dict(group))
    search = table.programme()
    least = search.least(table.weight(table.chosen(group)))
    most = search.least(-table.weight(table.chosen(around) - table.chosen(gave)))
    return least is not None and most is not None and least > -most


def _most(table: JointTable, within: Within, enough: int) -> int | None:
    """Return the most people that a cell can hold; no more is looked for than is enough."""
    met = table.met(within)
    if met is not None and met.high >= enough:
        return met.high
    found = table.range(within)
    return None if found is None else found.high


def _known(table: JointTable, target: Target) -> tuple[float, float] | None:
    """Return the ends of a share that is known; None where it is not."""
    if table.shares_met(target.within, target.base) > SHARE_IS_KNOWN:
        return None
    ends = table.share(target.within, target.base)
    if ends is None or ends[1] - ends[0] > SHARE_IS_KNOWN:
        return None
    base = table.range(target.base)
    known = base is not None and (ends[1] - ends[0]) * base.high <= HALF_A_PERSON
    return ends if known else None


def _attacked(table: JointTable, target: Target, seconds: float) -> list[Claim]:
    claims = []
    highest, lowest = must_be_open(table, target)
    whole = bool(seconds) and target.withheld and target.kind != WITHDRAWN
    found = _range(table, target, lowest, highest, FEW if whole else 0)
    if found is None or found.low > found.high:
        return [
            Claim(
                NOTHING_FITS,
                table.place,
                target.within,
                0,
                0,
                f"the figures published of {' x '.join(table.names)} contradict one another",
            )
        ]
    low, high = found.low, found.high
    because = (
        f"what is published of {' x '.join(table.names)} leaves no other whole number possible"
    )
    narrow = low == high if target.kind == WITHDRAWN else low > lowest or high < highest
    if narrow:
        claims.append(
            Claim(target.kind, table.place, target.within, low, high, because, target.base)
        )
    elif whole and high - low < FEW:
        few = table.whole(target.within, 0, lowest, seconds)
        many = table.whole(target.within, highest, 10**6, seconds)
        if few is False or many is False:
            low, high = (
                (lowest + 1 if few is False else low),
                (highest - 1 if many is False else high),
            )
            claims.append(
                Claim(
                    target.kind,
                    table.place,
                    target.within,
                    low,
                    high,
                    f"no table of whole people fits what is published of {' x '.join(table.names)}",
                    target.base,
                )
            )
    if (target.kind == CELL and target.withheld) or (target.kind == WITHDRAWN and not narrow):
        ends = _known(table, target)
        if ends is not None:
            because = (
                f"the shares published of {' x '.join(table.names)}, read both ways, leave no other"
            )
            kind = SHARE if target.kind == CELL else WITHDRAWN
            claims.append(Claim(kind, table.place, target.within, *ends, because, target.base))
    return claims


def _range(table: JointTable, target: Target, lowest: int, highest: int, wide: int) -> Range | None:
    """Return the range of a cell; what was met already, where that is open and as wide as wanted."""
    met = table.met(target.within)
    open_already = met is not None and met.low <= lowest and met.high >= highest
    if met is None or not open_already or target.kind == WITHDRAWN or met.high - met.low < wide:
        return table.range(target.within)
    return met


def withdrawn_target(asked: Questionnaire, question: str, response: str, within: Within) -> Target:
    """Return the cell at an address as a target: neither its count nor its share may be known."""
    of = asked.responses[question][response]
    cell = also(within, of.variable, of.codes)
    return Target(
        WITHDRAWN, cell, also(within, of.variable, asked.variables[of.variable].answered), 0, True
    )


# --- what is attacked ----------------------------------------------------------------------------


def targets(published: Published) -> Iterator[Target]:
    """List what the rules protect: withheld groups, sensitive cells, answers of withheld groups."""
    seen: set[tuple[str, Within]] = set()
    for target in _targets(published):
        told = by_definition(target.within, target.base) or _never_asked(published, target.within)
        if (target.kind, target.within) not in seen and not told:
            seen.add((target.kind, target.within))
            yield target


def _never_asked(published: Published, within: Within) -> bool:
    """Whether a cell holds answers to a question that its people were not asked, by its routing."""
    asked, of = published.asked, dict(within)
    for name, codes in within:
        route = asked.routing.get(asked.variables[name].question)
        led = of.get(route.question) if route is not None else None
        if (
            route is not None
            and led is not None
            and not led & route.codes
            and codes <= asked.variables[name].answered
        ):
            return True
    return False


def by_definition(within: Within, base: Within) -> bool:
    """Whether nobody or everybody of a base is meant, as the questionnaire alone tells.

    Of the people of frail health, nobody said that their health is good: the group is made of it.
    """
    return within == base or any(not codes for _, codes in within)


def _targets(published: Published) -> Iterator[Target]:
    asked = published.asked
    shown_n = {
        (f.question, f.within): f.low for f in published.figures if f.kind == "n" and not f.withheld
    }
    for figure in published.figures:
        if not figure.withheld or figure.kind not in ("n", "share", "people"):
            continue
        variable = _variable(asked, figure)
        if variable is None:
            continue
        base = also(figure.within, variable, asked.variables[variable].answered)
        gone = (figure.question, figure.within) not in shown_n
        if gone and figure.within:
            yield Target(GROUP, base, (), asked.smallest_group, True)
        response = response_of(asked, figure) if figure.response not in ("", "mean") else None
        if response is None or response.less:
            continue
        cell = also(figure.within, variable, response.codes)
        if _sensitive(asked, variable, figure.within):
            yield Target(
                CELL,
                cell,
                base,
                asked.smallest_sensitive,
                True,
                published.told_of_all(variable, response.codes),
            )
            others = asked.variables[variable].answered - response.codes
            if len(others) == 1 and len(response.codes) == 1:
                yield Target(
                    CELL,
                    also(figure.within, variable, others),
                    base,
                    asked.smallest_sensitive,
                    True,
                    published.told_of_all(variable, others),
                )
        if gone and figure.within:
            yield Target(
                ANSWER,
                cell,
                base,
                asked.smallest_sensitive,
                True,
                tuple(published.totals(variable, cell)),
            )
    yield from _sensitive_cells(published, shown_n)


def _sensitive_cells(
    published: Published, shown_n: dict[tuple[str, Within], float]
) -> Iterator[Target]:
    """List the cells of sensitive tables that may hold few people, shown or not."""
    asked = published.asked
    for figure in published.figures:
        if figure.withheld or figure.kind not in ("share", "people") or figure.response == "mean":
            continue
        response = response_of(asked, figure)
        if (
            response is None
            or response.less
            or not _sensitive(asked, response.variable, figure.within)
        ):
            continue
        n = shown_n.get((figure.question, figure.within))
        if n is None or not figure.within:
            continue
        variable = asked.variables[response.variable]
        share = figure.low / max(n, 1) if figure.kind == "people" else figure.low
        for codes, of in ((response.codes, share), (variable.answered - response.codes, 1 - share)):
            items = len(variable.answered) == 2 or codes == response.codes
            if codes and items and 0 < of * n <= FEW:
                base = also(figure.within, response.variable, variable.answered)
                cell = also(figure.within, response.variable, codes)
                yield Target(
                    CELL,
                    cell,
                    base,
                    asked.smallest_sensitive,
                    False,
                    published.told_of_all(response.variable, codes),
                )


def base_of(asked: Questionnaire, figure: Figure) -> Within:
    """Return who is counted in the base of a figure."""
    variable = _variable(asked, figure)
    if variable is None:
        return figure.within
    return also(figure.within, variable, asked.variables[variable].answered)


def _variable(asked: Questionnaire, figure: Figure) -> str | None:
    of = asked.responses.get(figure.question, {})
    response = of.get(figure.response) or next(iter(of.values()), None)
    if response is None and figure.question in asked.variables:
        return figure.question
    return response.variable if response else None


def _sensitive(asked: Questionnaire, variable: str, within: Within) -> bool:
    return any(
        asked.variables[name].sensitive for name in (variable, *(name for name, _ in within))
    )


def small_bases(published: Published) -> Iterator[Claim]:
    """Find printed bases of 1 to 9, which no figure may have."""
    limit = published.asked.smallest_group
    for figure in published.figures:
        if figure.kind == "n" and not figure.withheld and 0 < figure.low < limit and figure.within:
            variable = _variable(published.asked, figure)
            if variable is None:
                continue
            base = also(figure.within, variable, published.asked.variables[variable].answered)
            yield Claim(
                GROUP,
                published.place,
                base,
                figure.low,
                figure.high,
                f"{figure.source} prints this base",
            )
