"""Whether another program found the same key figures."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN
from padai.publishing.pieces.emit import Piece, heading, joined, paragraph

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def recomputed(context: Context) -> Piece:
    """Say that the key figures were worked out again with R, what was found, or that they were not.

    The store holds the finding only where it is about these very tables.
    """
    if not context.survey.key_results or not context.words(MAIN).has_intervals:
        return Piece("")
    witness = context.store.facts.get("witness")
    return joined(
        [
            heading(3, context.say("publishing-chapters-key-figures-worked-out-again")),
            paragraph(*(_compared(context, witness) if witness else [_not_done(context)])),
        ]
    )


def _not_done(context: Context) -> str:
    return context.say("publishing-chapters-the-key-figures-of-this-release-have-not")


def _compared(context: Context, witness: Mapping[str, Any]) -> list[str]:
    r, package = witness["r"], witness["package"]
    if not witness["same"]:
        return [
            context.say(
                "publishing-chapters-worked-out-again-with-r-survey-package", r=r, package=package
            )
        ]
    count, left = context.numbers.count(witness["compared"]), int(witness["not_compared"])
    precision = _power(context, float(witness["largest"] or 0.0))
    sentences = [
        context.say(
            "publishing-chapters-the-key-figures-their-precision-and",
            r=r,
            package=package,
            count=count,
            told=precision,
        )
    ]
    if left:
        sentences.append(
            context.say(
                "publishing-chapters-changes-not-worked-out-again-because",
                count=context.numbers.count(left),
            )
        )
    return sentences


def _power(context: Context, value: float) -> str:
    """Write a very small number as a person reads it."""
    if value == 0:
        return context.say("publishing-chapters-none")
    power = math.floor(math.log10(value))
    lead = context.numbers.decimal(value / 10**power, 0)
    if lead == context.numbers.decimal(10, 0):
        lead, power = "1", power + 1
    return f"{lead}\u00a0×\u00a010{str(power).translate(_RAISED)}"
