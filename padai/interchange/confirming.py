"""A person's word on the design of waves that wait for it, written where each waits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from padai.errors import DefinitionError
from padai.interchange.choices import (
    NO_COLUMN,
    REPLICATES,
    DesignChoice,
    named,
    which_column,
)
from padai.interchange.replicate_sets import GIVEN_BY_NAME, kind_by_name
from padai.survey import DesignSpec, Part, Survey, load_survey
from padai.survey.replicates import ReplicateSpec
from padai.survey.texts import TO_CONFIRM
from padai.waves.drawn import design_line
from padai.words import Said

_NO_SET = re.compile(r"^ +undecided: \{replicates: \[[^]]*\]\}.*\n", re.MULTILINE)
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
    text = _WAITING.sub(rf"\g<1>{line}", text)
    return _NO_SET.sub("", text) if choice.replicates == NO_COLUMN else text


def _chosen(part: Part, wave_id: str, choice: DesignChoice) -> DesignSpec:
    """Return the design of a part as decided."""
    sets = part.open_roles.get(REPLICATES, ())
    if choice.proposed and sets and choice.replicates is None:
        raise DefinitionError(
            Said(
                "interchange-wave-are-replicate-weights-and-nothing",
                wave_id=wave_id,
                columns=sets[0],
                kind=kind_by_name(sets[0]) or GIVEN_BY_NAME[0],
                listed=", ".join(GIVEN_BY_NAME),
            ),
        )
    waiting = {r: c for r, c in part.open_roles.items() if r not in (*choice.columns, REPLICATES)}
    if choice.proposed and waiting:
        raise which_column(wave_id, waiting, choice.columns)  # type: ignore[arg-type]
    spec = (part.proposed_design if choice.proposed else None) or DesignSpec()
    given: dict[str, object] = {}
    for role, column in choice.columns.items():
        several = role in ("stratum", "psu")
        has_one = role in named(choice.columns)  # what `none` was said of has no column
        given[role] = ((column,) if has_one else ()) if several else (column if has_one else None)
    if choice.replicates not in (None, NO_COLUMN):
        if not sets:
            raise DefinitionError(Said("interchange-no-replicates-to-make", wave_id=wave_id))
        made = {"kind": choice.replicates, "prefix": sets[0]}
        given[REPLICATES] = ReplicateSpec.model_validate(made)
    return spec.model_copy(update=given)
