"""Two versions of one release, one taken from the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.outsider.claims import CHANGE, Claim
from tests.outsider.figures import Figure, response_of
from tests.outsider.questionnaire import Questionnaire, Within
from tests.outsider.reading.open_data import rows_of
from tests.outsider.release import Release

FEWEST = 10
"""A group in which fewer people than this differ must not be told apart."""
ROUNDED_TO = 10
ALMOST_ONE = 0.3
"""A difference of weight nearer to a person's than this is one person."""


def attack_versions(one: Release, other: Release) -> list[Claim]:
    """Say how many people two versions differ by, in which groups, and what they answered."""
    claims = list(_bases(one, other))
    claims += _who(one, other, claims)
    claims += _tables(one.folder / "open", other.folder / "open", one)
    return claims


def _bases(one: Release, other: Release) -> Iterator[Claim]:
    """Subtract bases, unless those that changed were rounded."""
    changed = []
    for key, figure in one.figures.items():
        twin = other.figures.get(_moved(key, one, other))
        if figure.kind != "n" or figure.withheld or twin is None or twin.withheld:
            continue
        if figure.low != twin.low:
            changed.append((figure, twin))
    rounded = all(twin.low % ROUNDED_TO == 0 for _, twin in changed)
    for figure, twin in changed:
        more, less = (figure, twin) if figure.low > twin.low else (twin, figure)
        low, high = max(1.0, more.low - less.high), more.high - less.low
        if not rounded and high < FEWEST:
            yield Claim(
                CHANGE,
                figure.place,
                figure.within,
                low,
                high,
                f"the base of {figure.question} is {figure.middle:g} in {one.version} and "
                f"{twin.middle:g} in {other.version}",
                facts=(("question", figure.question),),
            )


def _moved(key: tuple[object, ...], one: Release, other: Release) -> tuple[object, ...]:
    place = key[0]
    assert hasattr(place, "wave")
    return (type(one.here)(place.wave, place.part, other.version), *key[1:])


def _who(one: Release, other: Release, bases: list[Claim]) -> Iterator[Claim]:
    """Where one person is missing, read her groups from the bases and her answers from the shares."""
    total = defaultdict(set)
    for claim in bases:
        if not claim.within:
            total[claim.place].add(claim.low)
    for place, sizes in total.items():
        if sizes != {1.0}:
            continue
        traits: dict[str, set[Within]] = defaultdict(set)
        for claim in bases:
            if claim.place == place and len(claim.within) == 1 and claim.low == 1:
                traits[claim.within[0][0]].add(claim.within)
        known = {name: next(iter(of))[0][1] for name, of in traits.items() if len(of) == 1}
        facts: list[tuple[str, object]] = [
            (n, "/".join(sorted(codes))) for n, codes in known.items()
        ]
        answers = dict(_answers(one, other, {((n, codes),) for n, codes in known.items()} | {()}))
        facts += [(question, response) for question, response in sorted(answers.items())]
        if facts:
            yield Claim(
                CHANGE,
                place,
                tuple(sorted(known.items())),
                1,
                1,
                f"{one.version} and {other.version} differ by one person, who is in these groups "
                "and gave these answers",
                facts=tuple(facts),
            )


def _answers(one: Release, other: Release, groups: set[Within]) -> Iterator[tuple[str, str]]:
    """Say which response of each question weighs less by one person, in her smallest group."""
    asked = one.asked
    by: dict[tuple[str, Within], dict[str, float]] = defaultdict(dict)
    size: dict[tuple[str, Within], float] = {}
    for key, figure in one.figures.items():
        twin = other.figures.get(_moved(key, one, other))
        if twin is None or figure.withheld or twin.withheld or figure.within not in groups:
            continue
        if figure.kind == "n" and figure.response == "":
            size[figure.question, figure.within] = figure.low
        if figure.kind != "share" or not _single(asked, figure):
            continue
        n = [
            of.figures.get(_moved((f.place, "n", f.question, "", f.within), one, of))
            for of, f in ((one, figure), (other, twin))
        ]
        if all(x is not None and not x.withheld for x in n):
            by[figure.question, figure.within][figure.response] = (
                figure.middle * n[0].low - twin.middle * n[1].low  # type: ignore[union-attr]
            )
    for question in {question for question, _ in by}:
        smallest = min(
            (w for q, w in by if q == question), key=lambda w: size.get((question, w), 1e9)
        )
        moved = by[question, smallest]
        down = [r for r, difference in moved.items() if difference > 1 - 2 * ALMOST_ONE]
        still = [r for r, difference in moved.items() if abs(difference) < ALMOST_ONE]
        if len(down) == 1 and len(still) == len(moved) - 1:
            yield question, down[0]


def _single(asked: Questionnaire, figure: Figure) -> bool:
    """Whether a figure is that of one answer of a question with one answer."""
    response = response_of(asked, figure)
    return (
        response is not None
        and len(response.codes) == 1
        and not response.less
        and response.variable == figure.question
        and figure.response in response.codes
    )


# --- tables of people ----------------------------------------------------------------------------

_COUNTS = ("people", "n")


def _tables(one: Path, other: Path, release: Release) -> Iterator[Claim]:
    """Set the rows that count people in sensitive questions side by side."""
    for path in sorted(one.glob("*.csv")) if one.is_dir() else []:
        if not (other / path.name).is_file():
            continue
        before, after = _counted(path), _counted(other / path.name)
        for key in before.keys() & after.keys():
            question = dict(key).get("question", "")
            variable = release.asked.variables.get(question)
            by = abs(before[key] - after[key])
            if variable is not None and variable.sensitive and 0 < by < FEWEST:
                named = ", ".join(
                    value for name, value in key if value and name not in ("notice", "reason")
                )
                yield Claim(
                    CHANGE,
                    release.here,
                    (),
                    by,
                    by,
                    f"{path.name} counts {before[key]:g} and then {after[key]:g} people: {named}",
                    facts=(("question", question),),
                )


def _counted(path: Path) -> dict[tuple[tuple[str, str], ...], float]:
    rows = rows_of(path)
    if not rows or "people" not in rows[0]:
        return {}
    keys = [
        name
        for name in rows[0]
        if name in ("wave", "question", "response", "cell", "group", "breakdown")
    ]
    return {
        tuple((name, row[name]) for name in keys): float(row["people"])
        for row in rows
        if row["people"]
    }
