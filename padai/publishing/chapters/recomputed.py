"""Whether another program found the same key figures."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from padai.publishing.context import Context
from padai.publishing.emit import Piece, heading, joined, paragraph
from padai.publishing.lookup import MAIN

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def recomputed(context: Context) -> Piece:
    """Say that the key figures were worked out again with R, what was found, or that they were not.

    The store holds the finding only where it is about these very tables.
    """
    if not context.store.survey.key_results or not context.words(MAIN).has_intervals:
        return Piece("")
    found = context.store.facts.get("witness")
    return joined([
        heading(3, context.say("Recalcul des chiffres clés", "Key figures worked out again")),
        paragraph(*(_found(context, found) if found else [_not_done(context)])),
    ])  # fmt: skip


def _not_done(context: Context) -> str:
    return context.say(
        "Les chiffres clés de cette publication n’ont pas été recalculés avec un autre logiciel.",
        "The key figures of this release have not been worked out again with another program.",
    )


def _found(context: Context, found: Mapping[str, Any]) -> list[str]:
    r, package = found["r"], found["package"]
    if not found["same"]:
        return [context.say(
            f"Recalculés avec R\u00a0{r} (paquet survey\u00a0{package}), les chiffres clés ne sont "
            "pas tous les mêmes.",
            f"Worked out again with R\u00a0{r} (survey package\u00a0{package}), the key figures "
            "are not all the same.",
        )]  # fmt: skip
    count, left = context.numbers.count(found["compared"]), int(found["not_compared"])
    told = _power(context, float(found["largest"] or 0.0))
    said = [context.say(
        "Les chiffres clés, leur précision et leurs changements depuis l’édition précédente ont "
        f"été recalculés avec un autre logiciel, R\u00a0{r} (paquet survey\u00a0{package}), à "
        f"partir des mêmes réponses. Chiffres identiques\u00a0: {count}; écart relatif le plus "
        f"grand\u00a0: {told}.",
        "The key figures, their precision and their changes since the previous edition were worked "
        f"out again with another program, R\u00a0{r} (survey package\u00a0{package}), from the "
        f"same answers. Figures found the same: {count}; largest relative difference: {told}.",
    )]  # fmt: skip
    if left:
        said.append(context.say(
            f"Changements non recalculés, parce qu’ils reposent sur un écart de méthode mesuré à "
            f"part\u00a0: {context.numbers.count(left)}.",
            "Changes not worked out again, because they rest on a difference of method that was "
            f"measured apart: {context.numbers.count(left)}.",
        ))  # fmt: skip
    return said


def _power(context: Context, value: float) -> str:
    """Write a very small number as a person reads it."""
    if value == 0:
        return context.say("aucun", "none")
    power = math.floor(math.log10(value))
    lead = context.numbers.decimal(value / 10**power, 0)
    if lead == context.numbers.decimal(10, 0):
        lead, power = "1", power + 1
    return f"{lead}\u00a0×\u00a010{str(power).translate(_RAISED)}"
