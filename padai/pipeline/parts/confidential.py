"""What may be shown of a part: the rules, the company they need, and the audit as the gate."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.disclosure import (
    Counts,
    Exposed,
    Joints,
    OtherGroups,
    Records,
    audit,
    disclose,
    protect,
    refuse_exposed,
    withhold_confidential,
)
from padai.pipeline.parts.records import records_of
from padai.project import Project
from padai.results import Estimates
from padai.store import inside_of
from padai.survey import Breakdown, Survey
from padai.survey.releases import PUT_OUT
from padai.waves import Wave

TOTAL = "total"
_KEY = ["wave", "question", "response", "breakdown", "group"]
_COLUMNS = ["part", *_KEY, "n_base", "told"]
_TABLES = ("estimates", "trends")


@dataclass(frozen=True)
class Public:
    """What other releases of a survey still show.

    Attributes
    ----------
    figures
        Columns part, wave, question, response, breakdown, group, n_base, told: one row a figure
        that has a number, and one that has a base alone, of which `told` is false.
    breakdowns
        The breakdowns of these releases that the survey has no more, or has otherwise, under the
        names that they have in `figures`.
    """

    figures: pd.DataFrame
    breakdowns: tuple[Breakdown, ...] = ()


def shown_of(
    survey: Survey,
    part: str,
    estimates: Sequence[Estimates],
    public: Public | None = None,
    waves: Sequence[Wave] = (),
) -> pd.DataFrame:
    """Return every estimate of a part as it may go out.

    Parameters
    ----------
    estimates
        Shares and means of every wave of the part.
    public
        What other releases still show, as :func:`public_figures` gives it.
    waves
        The waves of the part, with their respondents: what may be shown is certified by them.

    Raises
    ------
    PublicationError
        A confidential cell could be worked out from what would be published.
    """
    made = decided(survey, estimates, part=part, public=public, waves=waves)
    refuse_exposed(survey, part, made.exposed)
    return withhold_confidential(made.shown, made.rows)


@dataclass(frozen=True)
class Decided:
    """What is withheld of a part, before anything is refused.

    Attributes
    ----------
    shown
        The estimates with what the rules withhold.
    true
        Their true counts.
    rows
        Which rows are confidential, those that keep others company included, shape (rows,).
    exposed
        The tables of which a confidential cell could be worked out all the same.
    """

    shown: pd.DataFrame
    true: Counts
    rows: NDArray[np.bool_]
    exposed: tuple[Exposed, ...]


def decided(
    survey: Survey,
    estimates: Sequence[Estimates],
    *,
    part: str = "main",
    public: Public | None = None,
    waves: Sequence[Wave] = (),
) -> Decided:
    """Decide what may be shown of a part; the arguments are those of :func:`shown_of`."""
    frames, counts = [], []
    for each in estimates:
        cells = np.full(len(each), np.nan) if each.counts is None else each.counts.astype(float)
        shown = disclose(each.frame, survey, cells)
        frames.append(shown.astype(dict.fromkeys(_KEY, str)))
        counts.append(Counts(each.frame["n_base"].to_numpy(float), cells))
    shown = pd.concat(frames, ignore_index=True)
    true = Counts(
        np.concatenate([c.n_base for c in counts]), np.concatenate([c.n_cell for c in counts])
    )
    mine = _of_same_people(survey, part, shown, true, public)
    elsewhere = set(mine.loc[mine["told"].astype(bool), _KEY].itertuples(index=False, name=None))
    others = _other_groups(mine, shown, public)
    records = _records(shown, waves)
    joints = Joints()
    rows = protect(shown, true, survey, elsewhere, others, records, joints)
    out = withhold_confidential(shown, rows)
    exposed = audit(out, true, survey, elsewhere, others, records, joints).exposed
    return Decided(shown, true, rows, exposed)


def _records(shown: pd.DataFrame, waves: Sequence[Wave]) -> dict[str, Records]:
    """Return the respondents of each wave as the codes of what is tabulated of it."""
    by_wave = {}
    of_wave = dict(list(shown.groupby("wave", sort=False)))
    for wave in waves:
        mine = of_wave.get(wave.id, shown[:0])
        names = dict.fromkeys(
            name for each in mine["breakdown"].unique() for name in str(each).split("*")
        )
        names.pop(TOTAL, None)
        # a question that a wave did not ask has rows without a base
        asked = mine.loc[mine["n_base"].ne(0) | mine["n_base"].isna(), "question"].unique()
        by_wave[wave.id] = records_of(wave, asked.tolist(), list(names))
    return by_wave


def public_figures(survey: Survey, project: Project, wave_id: str, version: int) -> Public:
    """Return the figures that the survey's other releases still show.

    Parameters
    ----------
    wave_id, version
        The release being made, which takes the place of its own earlier build.
    """
    frames = [pd.DataFrame(columns=_COLUMNS)]
    changed: list[Breakdown] = []
    for record in survey.releases:
        if record.status in PUT_OUT and (record.wave, record.version) != (wave_id, version):
            for folder in _folders(project, survey, f"{record.wave}/v{record.version}"):
                figures = pd.concat([_figures(folder / f"{name}.csv") for name in _TABLES])
                renamed = _changed_breakdowns(survey, folder, record.name)
                changed += renamed.values()
                new = {old: made.id for old, made in renamed.items()}
                figures["breakdown"] = [
                    "*".join(new.get(name, name) for name in str(each).split("*"))
                    for each in figures["breakdown"]
                ]
                frames.append(figures)
    whole = pd.concat(frames, ignore_index=True).drop_duplicates(ignore_index=True)
    return Public(whole, tuple(changed))


def _folders(project: Project, survey: Survey, name: str) -> list[Path]:
    places = [project.releases_dir]
    if project.archive_dir:
        places.append(project.root / project.archive_dir)
    return [inside_of(place / survey.id / name) for place in places]


def _figures(path: Path) -> pd.DataFrame:
    if not path.is_file():
        return pd.DataFrame(columns=_COLUMNS)
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    frame["told"] = frame["estimate"] != ""
    return frame.loc[frame["told"] | (frame["n_base"] != ""), _COLUMNS]


def _changed_breakdowns(survey: Survey, folder: Path, release: str) -> dict[str, Breakdown]:
    """Return the breakdowns of a release whose groups are not those of the survey now."""
    path = folder / "texts.json"
    if not path.is_file():
        return {}
    definition = json.loads(path.read_text(encoding="utf-8"))["definition"]
    then = Survey.model_validate({**definition, "path": Path()})
    changed = {}
    for name in (each.id for each in then.breakdowns):
        made = then.breakdown(name)
        now = survey.breakdown(name) if survey.has_breakdown(name) else None
        if now is None or _groups_of(now) != _groups_of(made):
            changed[name] = made.model_copy(update={"id": f"{name} ({release})"})
    return changed


def _groups_of(breakdown: Breakdown) -> list[tuple[object, ...]]:
    return [
        (breakdown.question, group.id, group.codes, group.min, group.max)
        for group in breakdown.groups
    ]


def _of_same_people(
    survey: Survey, part: str, shown: pd.DataFrame, true: Counts, public: Public | None
) -> pd.DataFrame:
    """Return the public figures that tell of the same answers.

    A version that was corrected by fewer people than the smallest group that is shown tells
    nearly the same: it is taken as the same. Where more people differ, groups that none of them is
    in tell of the same people as before: their bases are what they were.
    """
    if public is None or not len(public.figures):
        return pd.DataFrame(columns=_COLUMNS)
    mine = public.figures[public.figures["part"] == part]
    key = ["wave", "question", "response"]
    rows = shown[_KEY].itertuples(index=False, name=None)
    bases = dict(zip(rows, true.n_base, strict=True))
    totals = mine.loc[(mine["breakdown"] == TOTAL) & (mine["n_base"] != ""), [*key, "n_base"]]
    least = survey.confidentiality.minimum_group
    far = {
        (str(wave), str(question))
        for wave, question, response, n in totals.itertuples(index=False, name=None)
        if abs(float(n) - bases.get((wave, question, response, TOTAL, TOTAL), float(n))) >= least
    }
    each = zip(mine[_KEY].itertuples(index=False, name=None), mine["n_base"], strict=True)
    same = [(k[0], k[1]) not in far or (n != "" and bases.get(k) == float(n)) for k, n in each]
    return mine[np.array(same, dtype=bool)]


def _other_groups(
    mine: pd.DataFrame, shown: pd.DataFrame, public: Public | None
) -> OtherGroups | None:
    """Return the public groups that are not among those of the same question and wave now."""
    if public is None:
        return None
    place = ["wave", "question", "breakdown", "group"]
    known = set(zip(*(shown[name].astype(str).to_numpy(object) for name in place), strict=True))
    sizes: dict[tuple[str, str], dict[tuple[str, str], float]] = {}
    for *where, n in mine.loc[mine["n_base"] != "", [*place, "n_base"]].itertuples(
        index=False, name=None
    ):
        wave, question, breakdown, group = (str(each) for each in where)
        if (wave, question, breakdown, group) not in known:
            groups = sizes.setdefault((wave, question), {})
            unit = (breakdown, group)
            groups[unit] = max(groups.get(unit, 0.0), float(n))
    based = mine.loc[mine["n_base"] != "", _KEY].itertuples(index=False, name=None)
    return OtherGroups(public.breakdowns, sizes, frozenset(based))
