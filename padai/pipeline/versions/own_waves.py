"""Waves and parts of one survey whose files hold the same records: what they tell side by side.

People who are asked again answer anew, and each wave tells of its own answers. Where a file holds
the records of another one and a few more (the year to date, a part within a part), every table of
the two is a difference that tells of these few.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import pandas as pd

from padai.errors import PublicationError, Said
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.versions.corrections import Results
from padai.pipeline.versions.life import own_record
from padai.pipeline.versions.other_surveys import figures_shown, told_tables
from padai.pipeline.versions.put_together import refused_together, too_close_together
from padai.pipeline.versions.same_cells import GivenAway, cells_of, given_away
from padai.pipeline.versions.shared_people import IntArray, same_records, shared_people
from padai.pipeline.versions.side_by_side import TOTAL, TooClose, side_of, too_close
from padai.waves import Wave
from padai.words import Joined


def held_to_own_waves(order: Order, parts: Mapping[str, Prepared], results: Results) -> Results:
    """Return results, where no two waves or parts of the survey tell of few people together.

    Raises
    ------
    PublicationError
        Names waves, parts and breakdowns with their groups, and no answer.
    """
    release = order.release
    if not order.survey.traits.estimated or release.status == "draft" or own_record(order):
        return results
    waves = [wave for ready in parts.values() for wave in ready.waves]
    shown = figures_shown(results.tables)
    tables = told_tables(results.tables)
    alike = list(_of_one_file(order, waves))
    for one, other, rows in alike:
        sides = [side_of(wave, shown) for wave in (one, other)]
        close = too_close(sides[0], sides[1], rows)
        if close is not None:
            raise _refused(order, one, other, close)
        known = given_away(*(cells_of(side, tables) for side in sides))
        if known is not None:
            raise _told_there(order, one, other, known)
    _put_together(order, alike, shown)
    return results


def _put_together(
    order: Order, alike: Sequence[tuple[Wave, Wave, IntArray]], shown: pd.DataFrame
) -> None:
    """Refuse waves and parts that tell of few people beside others, once they are added up."""
    waves = list({id(wave): wave for one, other, _ in alike for wave in (one, other)}.values())
    places = {id(wave): place for place, wave in enumerate(waves)}
    links = [(places[id(one)], places[id(other)], rows) for one, other, rows in alike]
    close = too_close_together([side_of(wave, shown) for wave in waves], None, links)
    if close is not None:
        raise refused_together(order, close)


def _of_one_file(order: Order, waves: list[Wave]) -> Iterator[tuple[Wave, Wave, IntArray]]:
    """Yield the waves that share records, with the row of each respondent in the second."""
    least = order.survey.confidentiality.minimum_group
    for one, other in combinations(waves, 2):
        ids = [
            set() if w.design.id is None else set(w.column(w.design.id).astype(str))
            for w in (one, other)
        ]
        digests = [str(wave.provenance.get("sha256", "")) for wave in (one, other)]
        same = digests[0] == digests[1] != ""
        if not same and len(ids[0] & ids[1]) < least:
            continue
        rows = shared_people(one, other, same_file=same)
        if rows is not None and (rows >= 0).sum() >= least and same_records(one, other, rows):
            yield one, other, rows


def _refused(order: Order, one: Wave, other: Wave, close: TooClose) -> PublicationError:
    return PublicationError(
        Said(
            "pipeline-groups-of-two-waves-lie-too-close",
            wave=_name(one, other),
            other_wave=_name(other, one),
            question=close.question,
            mine=_groups(close.mine, close.breakdown),
            theirs=_groups(close.theirs, close.other_breakdown),
            least=close.least,
        ),
        where=order.name,
    )


def _told_there(order: Order, one: Wave, other: Wave, given: GivenAway) -> PublicationError:
    return PublicationError(
        Said(
            "pipeline-what-one-wave-withholds-another-shows",
            wave=_name(one, other),
            other_wave=_name(other, one),
            question=given.question,
            breakdown=given.breakdown,
        ),
        where=order.name,
    )


def _name(wave: Wave, other: Wave) -> str:
    """Name a wave, and its part where both are of one wave."""
    return wave.id if wave.part == other.part else f"{wave.id} ({wave.part})"


def _groups(groups: tuple[str, ...], breakdown: str) -> Joined:
    names = [f"{breakdown} = {group}" for group in groups if breakdown != TOTAL]
    return Joined(names or [breakdown], "padai-and")
