"""READ: what a wave, a delivery and a stack say of themselves, without a row of them."""

from __future__ import annotations

from typing import Any

from padai.errors import language
from padai.words import say


def shown_wave(wave: Any, ident: str = "waves-shown-wave") -> str:
    """Return a wave or a delivery in one line: its id, survey, part and rows."""
    survey = wave.survey
    lang = language()
    return say(
        ident,
        lang,
        wave=wave.id or say("waves-shown-without-id", lang),
        declared="yes" if survey is not None else "no",
        survey=survey.id if survey is not None else "",
        part=wave.part,
        count=len(wave.frame) if ident == "waves-shown-delivery" else len(wave),
    )


def shown_stack(stack: Any) -> str:
    """Return a stack in one line: its waves, what they share, and its rows."""
    return say(
        "waves-shown-stack",
        language(),
        waves=len(stack.waves),
        names=", ".join(stack.wave_ids),
        overlap=stack.overlap,
        count=len(stack),
    )
