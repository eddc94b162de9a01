"""Groups that are too small to be published: merged or left out where the definition says so."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from padai.errors import DefinitionError
from padai.numerics.small_cells import merged_groups
from padai.pipeline.parts.preparation import Prepared
from padai.survey import Breakdown, Survey, Text
from padai.survey.policies import Group, touching
from padai.waves import Wave
from padai.words import Joined, Said, WordsError


def coarsened(survey: Survey, parts: Mapping[str, Prepared]) -> tuple[Survey, dict[str, Prepared]]:
    """Return a survey and its waves, with small groups merged or left out as it declares.

    Parameters
    ----------
    survey
        Of its breakdowns, those with ``small_groups`` are looked at.
    parts
        The weighted waves of each part that is published; weights are not touched.

    Notes
    -----
    A group is small where fewer than the minimum base are in it in some wave of a part that is
    divided by it: its figures would not be shown there. The same groups hold for every wave.

    Raises
    ------
    DefinitionError
        The definition follows one of these groups by name, or gives it a place apart on the tiles.
    """
    least = survey.reliability.minimum_base
    changed: dict[str, Breakdown] = {}
    for declared in survey.breakdowns:
        if declared.small_groups is None:
            continue
        written = survey.breakdown(declared.id)
        sizes = _sizes(survey, written, parts)
        if sizes is not None and (sizes < least).any():
            changed[declared.id] = _coarser(survey, written, sizes, least)
    if not changed:
        return survey, dict(parts)
    made = tuple(changed.get(each.id, each) for each in survey.breakdowns)
    new = survey.model_copy(update={"breakdowns": made})
    _refuse_followed(survey, changed)
    return new, _redefined(new, parts)


def with_rare_merged(
    survey: Survey, parts: Mapping[str, Prepared]
) -> tuple[Survey, dict[str, Prepared], dict[str, list[Text]]]:
    """Merge groups of so few people that what others answered would be withheld with them.

    A breakdown of which fewer than two groups are left is left out. What a definition says of its
    small groups stands, and so do groups that it follows by name.

    Returns
    -------
    The survey, its waves, and the labels of the small groups by breakdown; none where the whole
    breakdown is left out.
    """
    least, few = survey.reliability.minimum_base, survey.confidentiality.minimum_group
    named = {breakdown for breakdown, _ in _followed(survey)}
    rare: dict[str, list[Text]] = {}
    for each in survey.breakdowns:
        if each.small_groups is not None or each.id in named:
            continue
        written = survey.breakdown(each.id)
        sizes = _sizes(survey, written, parts)
        if sizes is None or not ((sizes > 0) & (sizes < few)).any():
            continue
        merging = written.model_copy(update={"small_groups": "merge"})
        left = len(_coarser(survey, merging, sizes, least).groups)
        small = (sizes.min(axis=0) < least).tolist()
        gone = [g.label for g, is_small in zip(written.groups, small, strict=True) if is_small]
        rare[each.id] = gone if left > 1 else []
    made = tuple(
        b.model_copy(update={"small_groups": "merge"}) if rare.get(b.id) else b
        for b in survey.breakdowns
    )
    new = survey.model_copy(update={"breakdowns": made}) if rare else survey
    return *without(new, parts, [name for name, gone in rare.items() if not gone]), rare


def merge(survey: Survey, breakdown: str, groups: Sequence[str]) -> Survey:
    """Return a survey in which some groups of a breakdown are one."""
    written = survey.breakdown(breakdown)
    ids = [group.id for group in written.groups]
    together = tuple(sorted(ids.index(group) for group in groups))
    places = [(k,) for k in range(len(ids)) if k not in together]
    order = sorted([*places, together])
    made = tuple(
        each if each.id != breakdown else _made(written, order) for each in survey.breakdowns
    )
    return survey.model_copy(update={"breakdowns": made})


def reported(survey: Survey, wave: Wave) -> list[str]:
    """Return the breakdowns by which a wave is published, crossed ones as they are named."""
    named = survey.part(wave.id, wave.part).breakdowns
    named = survey.report_breakdowns if named is None else named
    return list(named if named is not None else (b.id for b in survey.breakdowns))


def without(
    survey: Survey, parts: Mapping[str, Prepared], breakdowns: Collection[str]
) -> tuple[Survey, dict[str, Prepared]]:
    """Return a survey that is not reported by some breakdowns, nor by what crosses them."""

    def kept(named: Sequence[str]) -> tuple[str, ...]:
        return tuple(each for each in named if not set(each.split("*")) & set(breakdowns))

    every = survey.report_breakdowns
    every = tuple(b.id for b in survey.breakdowns) if every is None else every
    waves = {
        name: wave.model_copy(
            update={
                "parts": {
                    part: of
                    if of.breakdowns is None
                    else of.model_copy(update={"breakdowns": kept(of.breakdowns)})
                    for part, of in wave.parts.items()
                }
            }
        )
        for name, wave in survey.wave_defs.items()
    }
    new = survey.model_copy(update={"report_breakdowns": kept(every), "wave_defs": waves})
    return new, _redefined(new, parts)


def _redefined(survey: Survey, parts: Mapping[str, Prepared]) -> dict[str, Prepared]:
    return {
        name: replace(ready, waves=tuple(wave.redefined(survey) for wave in ready.waves))
        for name, ready in parts.items()
    }


def _sizes(
    survey: Survey, breakdown: Breakdown, parts: Mapping[str, Prepared]
) -> NDArray[np.float64] | None:
    """Return how many people each group has in each wave that is divided by it."""
    sizes = []
    for ready in parts.values():
        by = {name for each in reported(survey, ready.last) for name in each.split("*")}
        for wave in ready.waves if breakdown.id in by else ():
            codes = wave.codes(breakdown.id)
            held = codes.codes[codes.codes >= 0]
            sizes.append(np.bincount(held, minlength=len(codes.labels)))
    return np.array(sizes, dtype=np.float64) if sizes else None


def _coarser(
    survey: Survey, breakdown: Breakdown, sizes: NDArray[np.float64], least: int
) -> Breakdown:
    if breakdown.small_groups == "leave_out":
        kept = [(k,) for k in range(sizes.shape[1]) if sizes[:, k].min() >= least]
        if not kept:
            raise DefinitionError(
                Said(
                    "pipeline-breakdowns-small-groups-leave-out-leaves",
                    breakdown_id=breakdown.id,
                    least=least,
                ),
                where=survey.id,
            )
        return _made(breakdown, kept)
    ordered = any(not group.codes for group in breakdown.groups)
    few = survey.confidentiality.minimum_group
    return _made(breakdown, merged_groups(sizes, least, few, ordered=ordered))


def _made(breakdown: Breakdown, places: Sequence[tuple[int, ...]]) -> Breakdown:
    """Return a breakdown of which each group is made of some of another's."""
    groups = tuple(_one([breakdown.groups[k] for k in place]) for place in places)
    tiles = None
    if breakdown.tiles is not None:
        tiles = {
            group.id: tuple(
                spot for k in place for spot in breakdown.tiles.get(breakdown.groups[k].id, ())
            )
            for group, place in zip(groups, places, strict=True)
        }
        tiles = {name: spots for name, spots in tiles.items() if spots}
    return breakdown.model_copy(update={"groups": groups, "tiles": tiles})


def _one(groups: Sequence[Group]) -> Group:
    if len(groups) == 1:
        return groups[0]
    ends = [(group.min, group.max) for group in groups]
    low, high = [a for a, _ in ends], [b for _, b in ends]
    return Group(
        id="+".join(group.id for group in groups),
        label=_joined([group.label for group in groups]),
        codes=tuple(code for group in groups for code in group.codes),
        min=None if None in low else min(a for a in low if a is not None),
        max=None if None in high else max(b for b in high if b is not None),
    )


def _joined(labels: Sequence[Text]) -> Text:
    """Name several groups together, in each language that all of them have."""
    known = [tag for tag in labels[0].tags if all(tag in label.tags for label in labels)]
    texts = {tag: _in_a_row([label.get(tag) for label in labels], tag) for tag in known}
    return Text.model_validate(texts or {labels[0].tags[0]: "+".join(map(_any, labels))})


def _any(label: Text) -> str:
    return label.get(label.tags[0])


def _in_a_row(names: list[str], tag: str) -> str:
    """Join names by the language's "and", where padai has its words."""
    try:
        return Joined(names, "padai-and").text(tag)
    except WordsError:
        return ", ".join(names)


def _followed(survey: Survey) -> set[tuple[str, str]]:
    """Return the groups that a definition names outside of their breakdown."""
    named = {(k.breakdown, k.group) for k in survey.key_results}
    for each in survey.breaks:
        named |= {(bridge.breakdown, bridge.group) for bridge in each.bridges}
        for breakdown, groups in (each.scope.breakdowns or {}).items():
            named |= {(breakdown, group) for group in groups or ()}
    return named


def _refuse_followed(survey: Survey, changed: Mapping[str, Breakdown]) -> None:
    """Refuse to take away a group that the definition names elsewhere."""
    named = _followed(survey)
    for name, made in changed.items():
        left = {group.id for group in made.groups}
        before = [group.id for group in survey.breakdown(name).groups]
        lost = next((g for g in before if g not in left and (name, g) in named), None)
        if lost is not None:
            raise DefinitionError(
                Said(
                    "pipeline-breakdowns-group-is-too-small-and-small",
                    name=name,
                    lost=lost,
                    small_groups=made.small_groups,
                ),
                where=survey.id,
            )
        apart = next((g for g, spots in (made.tiles or {}).items() if not touching(spots)), None)
        if apart is not None:
            raise DefinitionError(
                Said("pipeline-breakdowns-the-groups-merged-as-do-not", name=name, apart=apart),
                where=survey.id,
            )
