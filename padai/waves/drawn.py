"""How a part's respondents were drawn, as its definition declares it, once a person said so."""

from __future__ import annotations

import json

from padai.errors import DefinitionError
from padai.survey import DesignSpec, Part
from padai.survey.texts import TO_CONFIRM
from padai.words import Joined, Said

MOST_LINES = 4


def refuse_unconfirmed(part: Part, survey_id: str, wave_id: str) -> None:
    """Refuse to estimate under a design that no one confirmed.

    Raises
    ------
    DefinitionError
        With the line to write in the wave's file.
    """
    lines = [f"design: {design_line(spec)}" for spec in part.designs_offered]
    for prefix in part.open_roles.get("replicates", ())[:1]:
        made = f'replicates: {{kind: …, prefix: "{prefix}"}}}}'
        lines = [f"{line[:-1]}, {made}".replace("{, ", "{") for line in lines]
    where = f"{survey_id}, {wave_id}, {part.id}"
    if part.confirmed("design") and part.open_roles:
        raise _undecided(part, wave_id, lines, where)
    if part.confirmed("design"):
        return
    raise DefinitionError(
        Said(
            "waves-nobody-has-confirmed-how-the-respondents-3c61",
            wave_id=wave_id,
            to_confirm=TO_CONFIRM,
            lines=Joined(lines[:MOST_LINES], "waves-or-this-line"),
        ),
        where=where,
    )


def _undecided(part: Part, wave_id: str, lines: list[str], where: str) -> DefinitionError:
    roles = [
        Said("waves-columns-of-a-role", role=role, columns=", ".join(columns))
        for role, columns in part.open_roles.items()
    ]
    return DefinitionError(
        Said(
            "waves-several-columns-may-be-the-designs-and",
            roles=Joined(roles, "; "),
            wave_id=wave_id,
            lines=lines[0],
        ),
        where=where,
    )


def design_line(spec: DesignSpec | None) -> str:
    """Write a design as one line of a definition; ``{}`` draws people one by one, all alike."""
    if spec is None:
        return "{}"
    given = spec.model_dump(exclude_defaults=True, mode="json")
    ordered = {k: given[k] for k in ("id", "weight", "stratum", "psu") if k in given} | given
    each = {k: v[0] if isinstance(v, list) and len(v) == 1 else v for k, v in ordered.items()}
    return (
        "{" + ", ".join(f"{k}: {json.dumps(v, ensure_ascii=False)}" for k, v in each.items()) + "}"
    )
