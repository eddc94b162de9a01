"""A person's word on the design of waves that wait for it, written where each waits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from padai.errors import DefinitionError
from padai.interchange.choices import DesignChoice, named, which_column
from padai.survey import DesignSpec, Part, Survey, load_survey
from padai.survey.texts import TO_CONFIRM
from padai.waves.drawn import design_line
from padai.words import Said

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
            part
            for part in definition.wave_defs[wave_id].parts.values()
            if not part.confirmed("design")
        ]
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
            Said(
                "interchange-design-names-the-wave-which-is-none-of", unknown=unknown, listed=listed
            ),
        )


def _written(path: Path, wave_id: str, parts: Sequence[Part], choice: DesignChoice) -> str:
    text = path.read_text(encoding="utf-8")
    if len(parts) > 1 or len(_WAITING.findall(text)) != 1:
        raise DefinitionError(
            Said("interchange-waves-yaml-several-parts-wait-for-their", wave_id=wave_id),
        )
    spec = _chosen(parts[0], wave_id, choice)
    line = f"design: {design_line(spec)}".replace("\\", r"\\")
    return _WAITING.sub(rf"\g<1>{line}", text)


def _chosen(part: Part, wave_id: str, choice: DesignChoice) -> DesignSpec:
    """Return the design of a part as decided."""
    if choice.proposed and "replicates" in part.open_roles:
        raise DefinitionError(
            Said(
                "interchange-wave-are-replicate-weights-and-nothing",
                wave_id=wave_id,
                columns=part.open_roles["replicates"][0],
            ),
        )
    waiting = {r: c for r, c in part.open_roles.items() if r not in choice.columns}
    if choice.proposed and waiting:
        raise which_column(wave_id, waiting, choice.columns)  # type: ignore[arg-type]
    spec = (part.proposed_design if choice.proposed else None) or DesignSpec()
    given: dict[str, object] = {}
    for role, column in choice.columns.items():
        several = role in ("stratum", "psu")
        has_one = role in named(choice.columns)  # what `none` was said of has no column
        given[role] = ((column,) if has_one else ()) if several else (column if has_one else None)
    return spec.model_copy(update=given)
