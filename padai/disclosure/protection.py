"""What to withhold of a part, so that nothing that goes out tells of a respondent."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.disclosure.groups import TOTAL
from padai.disclosure.linked import Joints, Linked
from padai.disclosure.mentions import withhold_unions
from padai.disclosure.records import Records
from padai.disclosure.repeats import Repeat, repeats_of, withhold_repeats
from padai.disclosure.routes import withhold_crossed_bases, withhold_led_bases
from padai.disclosure.secondary import Counts, Key, OtherGroups, PartFigures, protect_questions
from padai.survey import Condition, Survey


def protect(
    frame: pd.DataFrame,
    counts: Counts,
    survey: Survey,
    elsewhere: Collection[Key] = (),
    others: OtherGroups | None = None,
    records: Mapping[str, Records] | None = None,
    joints: Joints | None = None,
) -> NDArray[np.bool_]:
    """Return which rows must be ``x`` so that no ``x`` can be worked out from the rest.

    Parameters
    ----------
    frame
        The disclosed estimates of one part, every wave. It is not changed.
    counts
        Their true counts.
    survey
        The definition: breakdowns, nets and the confidentiality policy.
    elsewhere
        Figures that are public already: withholding them would protect nothing.
    others
        Groups that are public already, of other breakdowns than the survey's.
    records
        The respondents of each wave, by its id: with them tables are protected together,
        whichever way they are read. A wave without records is protected question by question.
    joints
        Where the joint tables of the same rows are kept, for who asks of them again.

    Returns
    -------
    ndarray of bool, shape (rows,)
        The rows that were ``x`` and those that have to be. A reader cannot tell which is which.

    Notes
    -----
    The same data and definition give the same rows in every release that shows the wave.
    """
    figures, known = PartFigures(frame, counts, survey, elsewhere, others), records or {}
    repeats = repeats_of(figures, known)
    protect_questions(figures)
    _withhold_other_ballots(figures)
    _withhold_told_apart(figures, known, repeats)
    Linked(figures, known, joints).protect()
    _withhold_told_apart(figures, known, repeats)
    return figures.confidential


def _withhold_told_apart(
    figures: PartFigures, records: Mapping[str, Records], repeats: Mapping[str, Sequence[Repeat]]
) -> None:
    """Withhold what tells of a withheld answer otherwise than by a sum of its tables."""
    withhold_crossed_bases(figures, records)
    withhold_led_bases(figures)
    withhold_unions(figures, records)
    withhold_repeats(figures, records, repeats)
    _withhold_calibrated(figures)


def _withhold_other_ballots(figures: PartFigures) -> None:
    """Withhold a group in every half of a split ballot where it is withheld in one.

    The two bases add up to the group's, which the questions put to everybody tell.
    """
    keys = figures.keys
    asked = set(keys["question"])
    ballot = {
        q.id: name for q in figures.survey.questions.values() if (name := _ballot(q.base, asked))
    }
    of = np.array([ballot.get(q, "") for q in keys["question"]], dtype=object)
    split = np.flatnonzero((of != "") & (keys["breakdown"] != TOTAL))
    places = [keys[name][split] for name in ("wave", "breakdown", "group")]
    unit = list(zip(of[split], *places, strict=True))
    gone = {u for u, row in zip(unit, split.tolist(), strict=True) if not figures.based[row]}
    figures.withhold(split[np.array([u in gone for u in unit], dtype=bool)])


def _withhold_calibrated(figures: PartFigures) -> None:
    """Withhold a question of which weights hold some answers to targets, where one is withheld.

    An answer with a target weighs its target among those who have one: whoever divides its
    published share by the target knows what those without a target weigh, and about how many they
    are. Groups that weights were held to as well would add the same share up again.
    """
    keys = figures.keys
    for wave, asked, loose in _without_target(figures.survey):
        own = (keys["wave"] == wave) & (keys["question"] == asked)
        whole = own & (keys["breakdown"] == TOTAL)
        tabulated = np.isin(keys["response"][whole], list(loose)).any()
        if tabulated and (whole & figures.confidential).any():
            figures.withhold(np.flatnonzero(own))


def _without_target(survey: Survey) -> Iterator[tuple[str, str, set[str]]]:
    """Yield each wave and question of a margin, with the answers that have no target there."""
    made = {b.id: b for b in survey.breakdowns}
    for wave, declared in survey.wave_defs.items():
        rules = [p.weighting for p in declared.parts.values() if p.weighting is not None]
        for margin, codes in [pair for rule in rules for pair in rule.untargeted.items()]:
            for name in margin.split("*"):
                groups = made[name].groups if name in made else ()
                within = {c for group in groups if group.id in codes for c in group.codes}
                yield wave, made[name].question if name in made else name, {*codes, *within}


def _ballot(base: Condition | None, asked: Collection[str]) -> str:
    """Return the question that divides respondents and of which nothing is published."""
    return next((name for name in _read(base) if name not in asked), "")


def _read(base: Condition | None) -> Iterator[str]:
    yield from base.questions if base is not None else ()
