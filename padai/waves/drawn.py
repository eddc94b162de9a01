"""How a part's respondents were drawn, as its definition declares it, once a person said so."""

from __future__ import annotations

import json

from padai.errors import DefinitionError
from padai.survey import DesignSpec, Part
from padai.survey.texts import TO_CONFIRM

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
    line, ligne = "\n  or\n  ".join(lines[:MOST_LINES]), "\n  ou\n  ".join(lines[:MOST_LINES])
    raise DefinitionError(
        "nobody has confirmed how the respondents were drawn, so nothing is estimated. Look at the "
        f"candidates in waves/{wave_id}.yaml, then write, in place of `design: {TO_CONFIRM}`:\n  "
        f"{line}",
        "personne n’a confirmé comment les répondants ont été tirés; rien n’est donc estimé. Voyez "
        f"les candidats dans waves/{wave_id}.yaml, puis écrivez, au lieu de "
        f"`design: {TO_CONFIRM}` :\n  {ligne}",
        where=where,
    )


def _undecided(part: Part, wave_id: str, lines: list[str], where: str) -> DefinitionError:
    roles = "; ".join(f"{role}: {', '.join(c)}" for role, c in part.open_roles.items())
    named = "; ".join(f"{role} : {', '.join(c)}" for role, c in part.open_roles.items())
    return DefinitionError(
        f"several columns may be the design’s ({roles}), and `design:` names none of them. Write "
        f"in waves/{wave_id}.yaml the one that is right, such as:\n  {lines[0]}\nor, if none is, "
        "take `undecided:` out.",
        f"plusieurs colonnes peuvent être celles du plan ({named}), et `design:` n’en nomme "
        f"aucune. Écrivez dans waves/{wave_id}.yaml celle qui convient, par exemple :\n  {lines[0]}"
        "\nou, si aucune ne convient, retirez `undecided:`.",
        where=where,
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
