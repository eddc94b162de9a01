"""A person's word on the design of waves that wait for it, written where each waits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from padai.errors import DefinitionError
from padai.interchange.choices import DesignChoice
from padai.survey import DesignSpec, Part, Survey, load_survey
from padai.survey.texts import TO_CONFIRM
from padai.waves.drawn import design_line

_WAITING = re.compile(rf"^( +)design: {TO_CONFIRM}[ ]*(#.*)?$", re.MULTILINE)


def confirm_designs(survey: str | Path, choices: Sequence[DesignChoice]) -> tuple[Path, ...]:
    """Write the designs that are decided in the files of the waves that say ``à confirmer``.

    Parameters
    ----------
    survey
        The survey's folder.
    choices
        Those of a wave before those of all; ``proposed`` takes what each file offers.

    Returns
    -------
    The files written; none where every design is confirmed.

    Raises
    ------
    DefinitionError
        A choice names a wave that there is not, or leaves several columns; nothing is written.

    Examples
    --------
    >>> from padai.interchange import parse_design
    >>> confirm_designs("surveys/mine", [parse_design("proposed")])  # doctest: +SKIP
    """
    definition = load_survey(survey)
    texts: dict[Path, str] = {}
    _check_waves(definition, choices)
    for wave_id in definition.waves:
        own = [c for c in choices if c.wave == wave_id] or [c for c in choices if c.wave is None]
        waiting = [
            part for part in definition.wave_defs[wave_id].parts.values()
            if not part.confirmed("design")
        ]  # fmt: skip
        if own and waiting:
            path = definition.path / "waves" / f"{wave_id}.yaml"
            texts[path] = _written(path, wave_id, waiting, own[0])
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return tuple(texts)


def _check_waves(survey: Survey, choices: Sequence[DesignChoice]) -> None:
    unknown = next((c.wave for c in choices if c.wave and c.wave not in survey.waves), None)
    if unknown is not None:
        listed = ", ".join(survey.waves)
        raise DefinitionError(
            f"--design names the wave '{unknown}', which is none of {listed}. Correct it.",
            f"--design nomme la vague « {unknown} », qui n’est aucune de {listed}. Corrigez-le.",
        )


def _written(path: Path, wave_id: str, parts: Sequence[Part], choice: DesignChoice) -> str:
    text = path.read_text(encoding="utf-8")
    if len(parts) > 1 or len(_WAITING.findall(text)) != 1:
        raise DefinitionError(
            f"waves/{wave_id}.yaml: several parts wait for their design. Write each: design: "
            "{weight: …}",
            f"waves/{wave_id}.yaml : plusieurs volets attendent leur plan. Écrivez chacun : "
            "design: {weight: …}",
        )
    spec = _chosen(parts[0], wave_id, choice)
    line = f"design: {design_line(spec)}".replace("\\", r"\\")
    return _WAITING.sub(rf"\g<1>{line}", text)


def _chosen(part: Part, wave_id: str, choice: DesignChoice) -> DesignSpec:
    """Return the design of a part as decided."""
    named = {str(role): column for role, column in choice.columns.items()}
    for role, columns in part.open_roles.items():
        if choice.proposed and role == "replicates":
            raise DefinitionError(
                f"wave {wave_id}: {columns[0]}… are replicate weights, and nothing says how they "
                "were made. Write `design:` in its file, as padai estimate tells it.",
                f"vague {wave_id} : {columns[0]}… sont des poids de réplication, et rien ne dit "
                "comment ils ont été faits. Écrivez `design:` dans son fichier, comme le dit padai "
                "estimate.",
            )
        if choice.proposed and role not in named:
            listed, first = ", ".join(columns), columns[0]
            raise DefinitionError(
                f"wave {wave_id}: several columns may be the {role}: {listed}. Name one: "
                f"--design {wave_id}:proposed,{role}={first}",
                f"vague {wave_id} : plusieurs colonnes peuvent être « {role} » : {listed}. "
                f"Nommez-en une : --design {wave_id}:proposed,{role}={first}",
            )
    spec = (part.proposed_design if choice.proposed else None) or DesignSpec()
    given = {r: (c,) if r in ("stratum", "psu") else c for r, c in named.items()}
    return spec.model_copy(update=given)
