"""Whether another program found the same key figures."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN
from padai.publishing.basis.speech import Speech
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


def _not_done(speech: Speech) -> str:
    return speech.say("publishing-chapters-the-key-figures-of-this-release-have-not")


def _compared(speech: Speech, witness: Mapping[str, Any]) -> list[str]:
    r, package = witness["r"], witness["package"]
    if not witness["same"]:
        return [
            speech.say(
                "publishing-chapters-worked-out-again-with-r-survey-package", r=r, package=package
            )
        ]
    count, left = speech.numbers.count(witness["compared"]), int(witness["not_compared"])
    precision = _power(speech, float(witness["largest"] or 0.0))
    sentences = [
        speech.say(
            "publishing-chapters-the-key-figures-their-precision-and",
            r=r,
            package=package,
            count=count,
            told=precision,
        )
    ]
    if left:
        sentences.append(
            speech.say(
                "publishing-chapters-changes-not-worked-out-again-because",
                count=speech.numbers.count(left),
            )
        )
    return sentences


def _power(speech: Speech, value: float) -> str:
    """Write a very small number as a person reads it."""
    if value == 0:
        return speech.say("publishing-chapters-none")
    power = math.floor(math.log10(value))
    lead = speech.numbers.decimal(value / 10**power, 0)
    if lead == speech.numbers.decimal(10, 0):
        lead, power = "1", power + 1
    return f"{lead}\u00a0×\u00a010{str(power).translate(_RAISED)}"
