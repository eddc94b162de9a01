"""How the figures are calculated: what somebody who recomputes them must know."""

from __future__ import annotations

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN
from padai.publishing.basis.naming import Naming
from padai.publishing.pieces.emit import Piece, definitions, heading, joined
from padai.survey import Part
from padai.words import in_a_row

_ERRORS = (
    "publishing-chapters-calculation-errors",
    "publishing-chapters-calculation-errors-of-part",
)
_DEGREES = (
    "publishing-chapters-calculation-degrees",
    "publishing-chapters-calculation-degrees-of-part",
)
"""The term of what holds for every part, and of what is said of each."""


def calculation(context: Context) -> Piece:
    """Say how errors, intervals, changes and corrected p-values are made; nothing without them."""
    if not context.words(MAIN).has_intervals:
        return Piece("")
    title = context.say("publishing-chapters-calculation-title")
    return joined([heading(3, title), definitions(calculation_items(context))])


def calculation_items(naming: Naming) -> list[tuple[str, str]]:
    """Return each thing that is calculated, and how."""
    say, parts = naming.say, {p: naming.part(p) for p in naming.parts}
    items = [
        *_by_part(naming, _ERRORS, {p: _errors(naming, part) for p, part in parts.items()}),
        *_by_part(naming, _DEGREES, {p: _degrees(naming, part) for p, part in parts.items()}),
        (
            say("publishing-chapters-calculation-intervals"),
            say("publishing-chapters-calculation-intervals-text"),
        ),
    ]
    overlap = naming.survey.overlap
    if overlap is not None and len(naming.survey.waves) > 1:
        text = say("publishing-chapters-calculation-changes-text", overlap=overlap)
        items.append((say("publishing-chapters-calculation-changes"), text))
    return [
        *items,
        (
            say("publishing-chapters-calculation-tests"),
            say("publishing-chapters-calculation-tests-text"),
        ),
        (
            say("publishing-chapters-calculation-effect"),
            say("publishing-chapters-calculation-effect-text"),
        ),
    ]


def _by_part(
    naming: Naming, terms: tuple[str, str], texts: dict[str, str]
) -> list[tuple[str, str]]:
    """Return a text once where it holds for all parts, else the text of each under its name."""
    alone, of_part = terms
    if len(set(texts.values())) == 1:
        return [(naming.say(alone), next(iter(texts.values())))]
    return [
        (naming.say(of_part, part=naming.text(naming.part(p).label)), text)
        for p, text in texts.items()
    ]


def _drawn(part: Part) -> str:
    design = part.design
    if design.replicates is not None:
        return "replicates"
    return ("psu" if design.psu else "person") + ("-strata" if design.stratum else "")


def _degrees(naming: Naming, part: Part) -> str:
    return naming.say("publishing-chapters-calculation-degrees-text", drawn=_drawn(part))


def _errors(naming: Naming, part: Part) -> str:
    say, design = naming.say, part.design
    calibrated = part.weighting is not None and part.weighting.method != "none"
    if design.replicates is not None:
        made = say("publishing-chapters-calculation-replicates", kind=design.replicates.kind)
        again = say("publishing-chapters-calculation-calibrated-replicates")
        return in_a_row(made, again if calibrated else "")
    finite = "yes" if design.fpc else "no"
    made = say("publishing-chapters-calculation-linear", drawn=_drawn(part), finite=finite)
    weights = (
        say("publishing-chapters-calculation-calibrated")
        if calibrated
        else say("publishing-chapters-calculation-delivered")
        if design.weight
        else ""
    )
    lonely = (
        say("publishing-chapters-calculation-lonely", rule=design.lonely_psu)
        if design.stratum and design.lonely_psu != "fail"
        else ""
    )
    return in_a_row(made, weights, lonely)
