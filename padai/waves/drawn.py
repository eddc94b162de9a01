"""How a part's respondents were drawn, as its definition declares it, once a person said so."""

from __future__ import annotations

import json

from padai.errors import DefinitionError
from padai.survey import DesignSpec, Part
from padai.survey.texts import TO_CONFIRM
from padai.words import Said


def refuse_unconfirmed(part: Part, survey_id: str, wave_id: str) -> None:
    """Refuse to estimate under a design that no one confirmed.

    Raises
    ------
    DefinitionError
        With the line to write in the wave's file.
    """
    if part.confirmed("design"):
        return
    line = f"design: {design_line(part.proposed_design)}"
    raise DefinitionError(
        Said(
            "waves-nobody-has-confirmed-how-the-respondents",
            wave_id=wave_id,
            to_confirm=TO_CONFIRM,
            line=line,
        ),
        where=f"{survey_id}, {wave_id}, {part.id}",
    )


def design_line(spec: DesignSpec | None) -> str:
    """Write a design as one line of a definition; ``{}`` draws people one by one, all alike."""
    if spec is None:
        return "{}"
    given = spec.model_dump(exclude_defaults=True, mode="json")
    told = {k: given[k] for k in ("id", "weight", "stratum", "psu") if k in given} | given
    each = {k: v[0] if isinstance(v, list) and len(v) == 1 else v for k, v in told.items()}
    return (
        "{" + ", ".join(f"{k}: {json.dumps(v, ensure_ascii=False)}" for k, v in each.items()) + "}"
    )
