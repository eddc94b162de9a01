"""A person's word on the design of waves that wait for it, written where each waits."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from padai.errors import DefinitionError
from padai.interchange.choices import REPLICATES, DesignChoice, named, refuse_twice
from padai.interchange.left_open import (
    NO_COLUMN,
    nobody_left_out,
    nothing_before,
    which_column,
    without_weight,
)
from padai.interchange.replicate_sets import FAY, GIVEN_BY_NAME, kind_by_name
from padai.interchange.wave_files import read_typed
from padai.survey import DesignSpec, Part, Survey, load_survey
from padai.survey.replicates import ReplicateSpec
from padai.survey.texts import TO_CONFIRM
from padai.waves.data_files import locate
from padai.waves.drawn import design_line
from padai.waves.intake import read_data_file
from padai.waves.replicates_told import all_stay, leaves_people_out
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
        Those of a wave before those of all; ``proposed`` takes what each file offers, ``same`` the
        design of the wave before.

    Returns
    -------
    The files written; none where every design is confirmed.

    Raises
    ------
    DefinitionError
        A choice names a wave that there is not, or leaves several columns; ``same`` has no design
        before it, or the file lacks its columns; a design is confirmed with other columns than
        those named. Nothing is written.

    Examples
    --------
    >>> from padai.interchange import parse_design
    >>> confirm_designs("surveys/mine", [parse_design("proposed")])  # doctest: +SKIP
    """
    definition = load_survey(survey)
    texts: dict[Path, str] = {}
    settled: dict[str, DesignSpec] = {}
    _check_waves(definition, choices)
    _check_confirmed(definition, choices)
    for wave_id in definition.waves:
        own = [c for c in choices if c.wave == wave_id] or [c for c in choices if c.wave is None]
        waiting = [
            part
            for part in definition.wave_defs[wave_id].parts.values()
            if not part.confirmed("design")
        ]
        if own and waiting:
            path = definition.path / "waves" / f"{wave_id}.yaml"
            if own[0].same:
                _check_same(definition, wave_id, waiting[0], settled)
            _check_left_out(definition, wave_id, waiting[0], own[0])
            if own[0].proposed:
                _check_weighted(definition, wave_id, waiting[0], own[0])
            texts[path], settled[waiting[0].id] = _written(
                path, wave_id, waiting, own[0], settled.get(waiting[0].id)
            )
        confirmed = definition.wave_defs[wave_id].parts.values()
        settled |= {part.id: part.design for part in confirmed if part.confirmed("design")}
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return tuple(texts)


def _check_waves(survey: Survey, choices: Sequence[DesignChoice]) -> None:
    refuse_twice(choices)
    unknown = next((c.wave for c in choices if c.wave and c.wave not in survey.waves), None)
    if unknown is not None:
        listed = ", ".join(survey.waves)
        raise DefinitionError(
            Said(
                "interchange-design-names-the-wave-which-is-none-of", unknown=unknown, listed=listed
            ),
        )


def _check_confirmed(survey: Survey, choices: Sequence[DesignChoice]) -> None:
    """Refuse columns for a design that is confirmed with others: nothing would come of them.

    A choice for all waves is of those that wait, where one does.
    """
    parts = [(w, part) for w in survey.waves for part in survey.wave_defs[w].parts.values()]
    waits = any(not part.confirmed("design") for _, part in parts)
    for wave_id, part in parts:
        own = [c for c in choices if c.wave == wave_id or (c.wave is None and not waits)]
        if not own or not part.confirmed("design"):
            continue
        for role, column in own[0].columns.items():
            now: str | tuple[str, ...] | None = getattr(part.design, role)
            held = now if isinstance(now, tuple) else (now,) if now else ()
            if (column,) != (held or (NO_COLUMN,)):
                line = f"design: {design_line(part.design)}"
                raise DefinitionError(
                    Said("interchange-design-is-confirmed", wave_id=wave_id, line=line)
                )


def _check_same(
    survey: Survey, wave_id: str, part: Part, settled: Mapping[str, DesignSpec]
) -> None:
    """Refuse the design of the wave before where there is none, or the file lacks its columns."""
    before = settled.get(part.id)
    if before is None:
        raise nothing_before(wave_id)
    frame = read_data_file(locate(survey, wave_id, part.id)).frame
    one = [c for c in (before.weight, before.id) if c]
    lacking = [c for c in (*one, *before.stratum, *before.psu) if c not in frame.columns]
    if lacking:
        raise DefinitionError(
            Said(
                "interchange-design-same-lacks-name-the-columns",
                path_name=part.file,
                lacking=", ".join(lacking),
            ),
        )


def _check_weighted(survey: Survey, wave_id: str, part: Part, choice: DesignChoice) -> None:
    """Refuse to take what a file without any weight offers, where another wave has one."""
    if "weight" in choice.columns or "weight" in part.open_roles or _weight_of(part):
        return
    for other in survey.waves:
        beside = survey.wave_defs[other].parts.get(part.id)
        if beside is not None and _weight_of(beside):
            raise without_weight(wave_id, other, choice.columns)


def _check_left_out(survey: Survey, wave_id: str, part: Part, choice: DesignChoice) -> None:
    """Refuse a kind that leaves people out of each replicate, where the file leaves nobody out."""
    sets = part.open_roles.get(REPLICATES, ())
    if not sets or not leaves_people_out(choice.replicates):
        return
    frame = read_typed(locate(survey, wave_id, part.id)).frame
    numbered = re.compile(re.escape(sets[0]) + "[0-9]+")
    names = [name for name in map(str, frame.columns) if numbered.fullmatch(name)]
    if all_stay(frame, choice.columns.get("weight") or _weight_of(part), names):
        raise nobody_left_out(wave_id, sets[0], str(choice.replicates))


def _weight_of(part: Part) -> str | None:
    """Return the weight that a part has, or that was proposed for it."""
    waits = not part.confirmed("design")
    spec = part.proposed_design if waits else part.design
    return spec.weight if spec is not None else None


def _written(
    path: Path,
    wave_id: str,
    parts: Sequence[Part],
    choice: DesignChoice,
    before: DesignSpec | None,
) -> tuple[str, DesignSpec]:
    text = path.read_text(encoding="utf-8")
    if len(parts) > 1 or len(_WAITING.findall(text)) != 1:
        raise DefinitionError(
            Said("interchange-waves-yaml-several-parts-wait-for-their", wave_id=wave_id),
        )
    spec = _chosen(parts[0], wave_id, choice, before)
    line = f"design: {design_line(spec)}".replace("\\", r"\\")
    text = _WAITING.sub(rf"\g<1>{line}", text)
    return (_NO_SET.sub("", text) if choice.replicates == NO_COLUMN else text), spec


def _chosen(
    part: Part, wave_id: str, choice: DesignChoice, before: DesignSpec | None
) -> DesignSpec:
    """Return the design of a part as decided."""
    sets = part.open_roles.get(REPLICATES, ())
    unsaid = choice.proposed and choice.replicates is None
    if sets and (unsaid or choice.replicates == FAY):  # a word tells no rho
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
    taken = before if choice.same else part.proposed_design if choice.proposed else None
    spec = taken or DesignSpec()
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
