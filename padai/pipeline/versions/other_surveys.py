"""Surveys of one project that share respondents: what their tables tell side by side.

Two surveys of the same people, each of them safe, tell together of those whom the groups of the one
hold and those of the other leave out. Before anything goes out, the groups of what is built are
laid beside those of every other survey of the project that is out and shares people with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pandas as pd

from padai.errors import PadaiError, PublicationError, Said
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.machinery.kept import place_of, read_kept, write_kept
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.versions.answered_otherwise import refuse_answered_otherwise
from padai.pipeline.versions.corrections import Results
from padai.pipeline.versions.immutability import lost_record, unrecorded
from padai.pipeline.versions.life import own_record, places
from padai.pipeline.versions.manifest import MANIFEST, read_inputs
from padai.pipeline.versions.other_rounding import refuse_rounded_there
from padai.pipeline.versions.put_together import refused_together, too_close_together
from padai.pipeline.versions.read_again import as_it_was
from padai.pipeline.versions.same_cells import GivenAway, cells_of, given_away
from padai.pipeline.versions.shared_people import IntArray, shared_people
from padai.pipeline.versions.side_by_side import ShownWave, TooClose, side_of, too_close
from padai.pipeline.versions.weighted_otherwise import refuse_weighted_there
from padai.store import Store, open_store, sha256
from padai.survey import Survey, load_survey
from padai.survey.releases import ReleaseRecord, read_releases
from padai.waves import Wave
from padai.waves.data_files import locate
from padai.waves.reading import column_sources
from padai.words import Joined

_FEWEST_COLUMNS = 4


@dataclass(frozen=True)
class Theirs:
    """A wave of another survey as a release shows it: its survey now and then, and its file."""

    survey: Survey
    record: ReleaseRecord
    store: Store
    part: str
    wave: str
    digest: str
    definition: str

    @property
    def name(self) -> str:
        """How messages name the release."""
        return f"{self.survey.id} {self.record.name}"


@dataclass(frozen=True)
class SharedPeople:
    """A wave, that of another survey which shares people with it, and who is whom."""

    wave: Wave
    other: Theirs
    theirs: Wave
    rows: IntArray


def held_to_other_surveys(order: Order, parts: Mapping[str, Prepared], results: Results) -> Results:
    """Return results, where no other survey of the same people tells of few of them beside.

    Raises
    ------
    PublicationError
        Names both surveys, the waves, the breakdowns and their groups, and no answer.
    """
    release = order.release
    if not order.survey.traits.estimated or release.status == "draft" or own_record(order):
        return results
    waves = [(part, wave) for part, ready in parts.items() for wave in ready.waves]
    same, strangers = [], []
    for other in others_out(order):
        compared = [(wave, laid_beside(order, results, part, wave, other)) for part, wave in waves]
        shared = [SharedPeople(wave, other, *rows) for wave, rows in compared if rows is not None]
        same += shared
        strangers += [] if shared else [other]
    for survey in dict.fromkeys(each.other.survey.id for each in same):
        _put_together(order, results, [s for s in same if s.other.survey.id == survey])
    _put_all_together(order, results, same, strangers)
    return results


def _put_together(order: Order, results: Results, same: Sequence[SharedPeople]) -> None:
    """Refuse parts and waves of two surveys that tell of few people once they are added up."""
    mine = {id(each.wave): each.wave for each in same}
    theirs = {(each.other.name, each.other.part, each.other.wave): each for each in same}
    places = {key: place for place, key in enumerate([*mine, *theirs])}
    shown = figures_shown(results.tables)
    links = []
    for each in same:
        other = places[each.other.name, each.other.part, each.other.wave]
        links.append((places[id(each.wave)], other, each.rows))
    close = too_close_together(
        [side_of(wave, shown) for wave in mine.values()],
        [_side_there(each.theirs, each.other) for each in theirs.values()],
        links,
    )
    if close is not None:
        raise refused_together(order, close)


def _put_all_together(
    order: Order, results: Results, same: Sequence[SharedPeople], strangers: Sequence[Theirs]
) -> None:
    """Refuse what three surveys or more tell of few people, once those of others are added up.

    Parameters
    ----------
    strangers
        Waves that share nobody with what is built; they may with a wave that does, or with one
        that shares people with such a wave, however far.
    """
    mine = [*{id(each.wave): each.wave for each in same}.values()]
    theirs = [*{(s.other.name, s.other.part, s.other.wave): s for s in same}.items()]
    places = {id(wave): place for place, wave in enumerate(mine)}
    places_there = {key: len(mine) + place for place, (key, _) in enumerate(theirs)}
    links = []
    for s in same:
        there = places_there[s.other.name, s.other.part, s.other.wave]
        links.append((places[id(s.wave)], there, s.rows))
    held = [(each.other, each.theirs) for _, each in theirs]
    far = _reached(order, held, strangers)
    links += [(len(mine) + one, len(mine) + other, rows) for one, other, rows in far]
    if len({other.survey.id for other, _ in held}) < 2:
        return
    shown = figures_shown(results.tables)
    sides = [side_of(wave, shown) for wave in mine]
    sides += [_side_there(wave, other) for other, wave in held]
    close = too_close_together(sides, None, links, built=len(mine))
    if close is not None:
        raise refused_together(order, close)


def _reached(
    order: Order, held: list[tuple[Theirs, Wave]], strangers: Sequence[Theirs]
) -> list[tuple[int, int, IntArray]]:
    """Add to some waves the strangers that share people with one of them, and with one of these.

    Parameters
    ----------
    held
        Waves of other surveys, with how they are read; those that are reached come last.

    Returns
    -------
    list of tuple
        Two places in `held`, and the row of each respondent of the first in the second.
    """
    links: list[tuple[int, int, IntArray]] = []
    left, seen = list(strangers), 0
    for (one, first), (two, (other, _)) in combinations(enumerate(held), 2):
        # whom two of them share beside those whom both share with what is built
        if first[0].survey.id != other.survey.id:
            shared = shared_with(order, other.part, first[1], other)
            links += [] if shared is None else [(one, two, shared[1])]
    while seen < len(held):
        near, away = held[seen][1], []
        for other in left:
            shared = shared_with(order, other.part, near, other)
            if shared is None:
                away.append(other)
                continue
            links.append((seen, len(held), shared[1]))
            later = (shared_with(order, other.part, wave, other) for _, wave in held[seen + 1 :])
            links += [(seen + 1 + k, len(held), of[1]) for k, of in enumerate(later) if of]
            held.append((other, shared[0]))
        left, seen = away, seen + 1
    return links


def _side_there(wave: Wave, other: Theirs) -> ShownWave:
    shown = figures_shown(other.store.tables)
    return ShownWave(wave, shown[(shown["part"] == other.part) & (shown["wave"] == other.wave)])


def others_out(order: Order) -> Iterator[Theirs]:
    """Yield the waves that other surveys of the project show."""
    for survey, record, folder in out_elsewhere(order):
        yield from waves_of(survey, record, folder)


def out_elsewhere(order: Order) -> Iterator[tuple[Survey, ReleaseRecord, Path]]:
    """Yield what surveys of the same kind have out, and its inside; nothing else is read.

    Raises
    ------
    PublicationError
        One of them put out a version that no record tells of. It says how to give it back.
    """
    project, own = order.project, order.survey.path.resolve()
    estimated = order.survey.traits.estimated
    for path in sorted((project.root / project.surveys).glob("*")):
        if path.resolve() == own:
            continue
        home = project.releases_dir / path.name
        records = read_releases(path, path.name)
        lost = [*unrecorded(home, records)] if home.is_dir() else []
        known = [record for record in records if record.kept]
        survey = load_survey(path) if known or lost else None
        if survey is None or survey.traits.estimated != estimated:
            continue
        for version in lost:
            raise lost_record(order.name, project, path.name, version)
        for record in known:
            for folder in places(project, survey.id, record):
                if folder.is_dir():
                    yield survey, record, folder


def waves_of(survey: Survey, record: ReleaseRecord, folder: Path) -> Iterator[Theirs]:
    """Yield the waves that a version shows; `folder` is its inside."""
    inputs, store = read_inputs(folder / MANIFEST), open_store(folder)
    shown = figures_shown(store.tables)
    for part, wave in dict.fromkeys(shown[["part", "wave"]].itertuples(index=False, name=None)):
        declared = store.survey.wave_defs.get(str(wave))
        if declared is None or part not in declared.parts:
            continue
        digest = inputs.get(f"data/{declared.parts[part].file}")
        if digest is not None:
            definition = inputs.get(f"definition/waves/{wave}.yaml", "")
            yield Theirs(survey, record, store, str(part), str(wave), digest, definition)


def figures_shown(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the figures that a reader has: part, wave, question, response, breakdown, group."""
    keys = ["part", "wave", "question", "response", "breakdown", "group"]
    figures = told_tables(tables)
    whole = pd.concat([f.loc[f["estimate"].notna(), keys].astype(str) for f in figures])
    return whole.drop_duplicates(ignore_index=True)


def told_tables(tables: Mapping[str, pd.DataFrame]) -> list[pd.DataFrame]:
    """Return the tables of levels that there are."""
    return [tables[name] for name in ("estimates", "trends") if name in tables]


def laid_beside(
    order: Order, results: Results, part: str, wave: Wave, other: Theirs
) -> tuple[Wave, IntArray] | None:
    """Lay two waves side by side; return the other one and who is whom, where they share people."""
    shared = shared_with(order, part, wave, other)
    if shared is None:
        return None
    theirs, rows = shared
    if (rows >= 0).sum() == min(len(wave), len(theirs)):  # the one holds all of the other
        refuse_rounded_there(order, wave, other.store.survey, other.name, other.wave)
    if (rows >= 0).sum() == len(wave) == len(theirs):
        place = other.part, other.wave
        refuse_weighted_there(order, results, other.store, (part, wave.id), place, other.name)
    tables = [told_tables(held) for held in (results.tables, other.store.tables)]
    one, two = side_of(wave, figures_shown(results.tables)), _side_there(theirs, other)
    close = too_close(one, two, rows)
    if close is not None:
        raise _refused(order, wave, other, close)
    mine, there = (cells_of(side, of) for side, of in zip((one, two), tables, strict=True))
    if other.survey is order.survey and (part, wave.id) == (other.part, other.wave):
        # today's tables are protected with what is public of them, and each with its own figures
        mine, there = mine.besides(there.shown, there.hidden), there.besides(mine.hidden)
    known = given_away(mine, there)
    if known is not None:
        raise _told_there(order, wave, other, known)
    if other.survey.id != order.survey.id:
        shown = figures_shown(results.tables), figures_shown(other.store.tables)
        refuse_answered_otherwise(order.name, (wave, theirs), shown, rows, other.name)
    return shared


def shared_with(order: Order, part: str, wave: Wave, other: Theirs) -> tuple[Wave, IntArray] | None:
    """Return the other wave and the row of each respondent in it, where both share people."""
    digest = str(wave.provenance.get("sha256", ""))
    same = digest == other.digest
    assert wave.survey is not None
    if not same and not _alike(wave.survey, wave, other):
        return None
    kept = _place(wave, other, digest)
    if not same and read_kept(kept).get("strangers"):
        return None
    theirs = _read(order, part, wave, other, same=same)
    if theirs is None:
        if same:
            raise PublicationError(
                Said(
                    "pipeline-the-same-people-cannot-be-compared",
                    other=other.name,
                    wave=wave.id,
                    other_wave=other.wave,
                ),
                where=order.name,
            )
        return None
    rows = shared_people(wave, theirs, same_file=same)
    least = order.survey.confidentiality.minimum_group
    if rows is None or (rows >= 0).sum() < least:
        write_kept(kept, {"strangers": True})
        return None
    return theirs, rows


def _place(wave: Wave, other: Theirs, digest: str) -> Path:
    """Return where it is kept that two files hold strangers, as two definitions read them."""
    spec = other.store.survey.part(other.wave, other.part)
    theirs = spec.design.id if spec.design else None
    read = [wave.design.id, wave.id, wave.part, theirs, other.wave, other.part, other.survey.id]
    assert wave.survey is not None
    return place_of("strangers", wave.survey.id, digest, other.digest, *map(str, read))


def _alike(survey: Survey, wave: Wave, other: Theirs) -> bool:
    """Whether two files could be known to hold the same people, by the names of their columns."""
    then = other.store.survey
    spec = then.part(other.wave, other.part)
    own = set(column_sources(survey, wave.id, wave.part).values())
    theirs = set(column_sources(then, other.wave, other.part).values())
    known = wave.design.id is not None and spec.design is not None and spec.design.id is not None
    return known or len(own & theirs) >= _FEWEST_COLUMNS


def _read(order: Order, part: str, wave: Wave, other: Theirs, *, same: bool) -> Wave | None:
    """Read the other survey's respondents as its release was made of them."""
    places = []
    if other.wave in other.survey.wave_defs:
        declared = other.survey.wave_defs[other.wave]
        if other.part in declared.parts:
            places.append((other.survey, other.wave, other.part))
    if same or other.survey is order.survey:
        places.append((order.survey, wave.id, part))
    path = other.survey.path / "waves" / f"{other.wave}.yaml"
    rules = path.is_file() and sha256(path) == other.definition
    for survey, name, of in places:
        try:
            near = locate(survey, name, of, order.data_dir)
        except PadaiError:
            continue
        as_used = as_it_was(
            other.survey,
            other.store,
            other.wave,
            other.part,
            other.digest,
            near,
            rules=survey.part(name, of).exclusions,
            same_rules=rules,
        )
        if as_used is not None:
            return as_used
    return None


def _refused(order: Order, wave: Wave, other: Theirs, close: TooClose) -> PublicationError:
    return PublicationError(
        Said(
            "pipeline-groups-of-two-surveys-lie-too-close",
            other=other.name,
            wave=wave.id,
            other_wave=other.wave,
            question=close.question,
            other_question=close.other_question,
            mine=_named(close.mine, close.breakdown),
            theirs=_named(close.theirs, close.other_breakdown),
            breakdown=close.breakdown if close.breakdown != "total" else close.other_breakdown,
            least=close.least,
        ),
        where=order.name,
    )


def _told_there(order: Order, wave: Wave, other: Theirs, given: GivenAway) -> PublicationError:
    return PublicationError(
        Said(
            "pipeline-what-one-survey-withholds-another-shows",
            other=other.name,
            wave=wave.id,
            other_wave=other.wave,
            question=given.question,
            other_question=given.other_question,
            breakdown=given.breakdown,
            other_breakdown=given.other_breakdown,
        ),
        where=order.name,
    )


def _named(groups: Sequence[str], breakdown: str) -> Joined:
    return Joined([f"{breakdown} = {group}" for group in groups] or [breakdown], "padai-and")
