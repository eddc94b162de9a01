"""From a panel's records and answers to the tables of its store: counts, and exact tests."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from padai.errors import DefinitionError, PublicationError
from padai.lottery.draw import PANEL, Drawn, draw_panel, merged_groups, numbers_of
from padai.lottery.pool import pool_of
from padai.lottery.preregistration import check_announced, kept_secret, lottery_hashes, written
from padai.lottery.untold import settled_by_who_came
from padai.numerics.exact import DRAWS, multinomial_exact
from padai.numerics.multiplicity import holm
from padai.numerics.small_cells import names_few
from padai.participation.stages.panel_records import (
    attendance_of,
    check_answers,
    recommendation_rows,
    step_rows,
)
from padai.participation.stages.seats import (
    Seat,
    check_drawn,
    departures,
    mandate_rows,
    replacements,
    seats_of,
)
from padai.pipeline.parts.preparation import Prepared
from padai.store import COLUMNS
from padai.survey import Survey
from padai.survey.panels import PanelFile, Quota
from padai.survey.participation import led_by_sensitive
from padai.trends import minipublic_change
from padai.waves import Wave
from padai.waves.data_files import find_file
from padai.waves.text_files import read_csv
from padai.words import Said

_TESTED = ("drawn", "present")
SEED = 1
"""Of the draws of the tests that do not count every case."""


@dataclass(frozen=True, eq=False)
class PanelRecords:
    """A panel's records, checked against each other."""

    volunteers: pd.DataFrame
    drawn: Drawn
    seats: tuple[Seat, ...]
    there: Mapping[str, frozenset[str]]


def panel_files(survey: Survey, data_dir: Path | None) -> dict[str, Path]:
    """Return the files of a panel's records, by their names."""
    panel = _panel(survey)
    names = (panel.draw.pool, panel.draw.lottery, panel.members, panel.attendance)
    return {name: find_file(survey, name, f"{survey.id}, panel.yaml", data_dir) for name in names}


def read_records(survey: Survey, data_dir: Path | None) -> PanelRecords:
    """Read who volunteered, was drawn, held a seat and was present.

    Raises
    ------
    DataError
        A file is missing or broken, is not the one that was announced before the draw, or the
        records contradict each other.
    DefinitionError
        The draw has no seed yet.
    """
    panel, where = _panel(survey), survey.id
    if panel.draw.seed is None:
        raise DefinitionError(
            Said("pipeline-nobody-is-drawn-yet-draw-has-no-seed-run"),
            where=f"{where}, panel.yaml",
        )
    files = panel_files(survey, data_dir)
    pool, lots = files[panel.draw.pool], files[panel.draw.lottery]
    table = {name: read_csv(path, f"{where}: ") for name, path in files.items()}
    volunteers = table[panel.draw.pool]
    lottery = table[panel.draw.lottery]
    secret = kept_secret(panel.draw, pool, f"{where}, panel.yaml")
    announced = hashlib.sha256(secret).hexdigest()
    check_announced(panel.draw, {"volunteers": announced}, where)  # the seals rest on it
    hashes = lottery_hashes(lottery, lots.read_bytes(), secret)
    check_announced(panel.draw, {"lottery": hashes}, where)
    done = draw_panel(panel.draw, volunteers, where, lottery=lottery)
    numbers = hashlib.sha256(written(numbers_of(done.people))).hexdigest()
    check_announced(panel.draw, {"numbers": numbers}, where)
    seats = seats_of(panel, table[panel.members], where)
    check_drawn(panel, done.people, seats, where)
    there = attendance_of(panel, table[panel.attendance], seats, set(done.people["number"]), where)
    return PanelRecords(volunteers, done, seats, there)


def panel_tables(
    survey: Survey, wave_id: str, ready: Prepared, data_dir: Path | None
) -> tuple[dict[str, pd.DataFrame], dict[str, Any]]:
    """Return the tables of a panel's store, and its facts.

    Raises
    ------
    PublicationError
        The wave is not the one asked after the sessions.
    DataError
        Records that contradict each other.
    """
    panel = _panel(survey)
    if wave_id != panel.after:
        raise PublicationError(
            Said(
                "pipeline-a-panel-is-published-once-it-has-met", after=panel.after, wave_id=wave_id
            ),
            where=survey.id,
        )
    least = survey.confidentiality.sensitive_cell
    records = read_records(survey, data_dir)
    waves = {w.id: w for w in ready.waves if w.id in (panel.before, panel.after)}
    answered = {w: _numbers(waves[w]) for w in (panel.before, panel.after)}
    for wave, numbers in answered.items():
        check_answers(records.seats, numbers, f"{survey.id}, {wave}")
    changes, moves = _changes(panel, waves[panel.before], waves[panel.after])
    rows = {
        "panel_steps": step_rows(
            panel, len(records.volunteers), records.seats, records.there, answered
        ),
        "profile": _profile(panel, records, least),
        "recommendations": recommendation_rows(panel, records.there, survey.id),
        "mandates": mandate_rows(panel, records.seats) if panel.mandate else [],
        "answers": (answers := _answers(survey, [*waves.values()], least)).rows,
    }
    tables = {name: pd.DataFrame(r, columns=COLUMNS[name]) for name, r in rows.items()}
    facts = {
        "departures": departures(panel, records.seats, least),
        "draw": {"ticket": records.drawn.ticket, "volunteers": len(records.volunteers)},
        "replacements": replacements(records.drawn.people, records.seats),
        "tests": {"seed": SEED, "draws": DRAWS},
        "answered_both": list(answers.of_both),
    }
    return {**tables, "panel_changes": changes, "panel_moves": moves}, facts


def _panel(survey: Survey) -> PanelFile:
    assert survey.panel is not None
    return survey.panel


def _numbers(wave: Wave) -> set[str]:
    assert wave.design.id is not None
    return set(wave.column(wave.design.id).astype(str))


def _changes(panel: PanelFile, before: Wave, after: Wave) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Compare the declared answers, one family adjusted together, and list how people moved."""
    compared = [
        (c, minipublic_change(before, after, c.question, net=c.net, seed=SEED))
        for c in panel.changes
    ]
    if not compared:
        empty = (pd.DataFrame(columns=COLUMNS[n]) for n in ("panel_changes", "panel_moves"))
        return next(empty), next(empty)
    changes = adjusted_together(pd.concat([f.frame for _, f in compared], ignore_index=True))
    moves = pd.concat(
        [f.cells.assign(question=c.question, response=c.net) for c, f in compared],
        ignore_index=True,
    )
    return changes[COLUMNS["panel_changes"]], moves[COLUMNS["panel_moves"]]


def adjusted_together(changes: pd.DataFrame) -> pd.DataFrame:
    """Return changes with the p-values that are told adjusted as one family."""
    tested = changes["p_value"].notna()
    adjusted = pd.Series(np.nan, index=changes.index)
    adjusted[tested] = holm(changes.loc[tested, "p_value"].to_numpy(np.float64))
    return changes.assign(p_adjusted=adjusted)


class _Answers(NamedTuple):
    """Rows of answers, and the questions of which those who gave one at both times are counted."""

    rows: list[dict[str, Any]]
    of_both: tuple[str, ...]


def _answers(survey: Survey, waves: Sequence[Wave], least: int) -> _Answers:
    """Count the answers of each wave; of a sensitive question, only how people moved is told.

    Nothing of one that follows from a sensitive answer: its base counts those who gave it. What
    changed is told of those who answered both times: less these, a count of all would be of those
    who answered once, and tell of few what each of them said.
    """
    compared = {change.question for change in _panel(survey).changes}
    rows: list[dict[str, Any]] = []
    of_both = []
    for question in survey.questions.values():
        if question.type not in ("single", "rating") or question.sensitive:
            continue
        if led_by_sensitive(survey, question.id):
            continue
        asked = [wave for wave in waves if question.asked_in(wave.id, wave.part)]
        given = {wave.id: _given(wave, question.id) for wave in asked}
        both = (
            frozenset[str].intersection(*map(frozenset, given.values())) if given else frozenset()
        )
        few = any(0 < len(own.keys() - both) < least for own in given.values())
        if few and question.id in compared:
            of_both.append(question.id)
            given = {w: {k: own[k] for k in own if k in both} for w, own in given.items()}
        for wave in asked:
            rows += _answer_rows(wave, question.id, given[wave.id])
    return _Answers(rows, tuple(of_both))


def _given(wave: Wave, question: str) -> dict[str, int]:
    """Return the place of the answer of each person who gave one, by the person's number."""
    assert wave.design.id is not None
    codes = wave.answers(question).codes
    numbers = wave.column(wave.design.id).astype(str)
    return {n: int(code) for n, code in zip(numbers, codes, strict=True) if code >= 0}


def _answer_rows(wave: Wave, question: str, given: Mapping[str, int]) -> list[dict[str, Any]]:
    labels = wave.answers(question).labels
    counts = np.bincount([*given.values()] or np.empty(0, np.int64), minlength=len(labels))
    return [
        {
            "wave": wave.id,
            "question": question,
            "response": label,
            "people": int(n),
            "n": len(given),
            "share": np.nan,
            "reason": "",
        }
        for label, n in zip(labels, counts, strict=True)
    ]


def _profile(panel: PanelFile, records: PanelRecords, least: int) -> list[dict[str, Any]]:
    """Count people by the declared groups at each stage, beside the population."""
    last = records.there[panel.sessions[-1].id]
    people = records.drawn.people
    stages = {
        "volunteers": set(people["number"]),
        "drawn": set(people.loc[people["status"] == PANEL, "number"]),
        "present": set(last),
    }
    table = records.volunteers.set_index(panel.draw.id)
    pool = pool_of(panel.draw, records.volunteers, "panel.yaml")
    settled = settled_by_who_came(pool, panel.draw, stages["drawn"], last)
    rows = []
    for quota in panel.draw.quotas:
        own = _quota_rows(quota, table, stages, least, records.drawn)
        apart = quota.id in settled - records.drawn.untold
        rows += [row for row in own if not (apart and row["stage"] == "present")]
    return rows


def _quota_rows(
    quota: Quota,
    table: pd.DataFrame,
    stages: Mapping[str, set[str]],
    least: int,
    drawn: Drawn,
) -> list[dict[str, Any]]:
    counts = {
        stage: {
            g.id: int((table.loc[sorted(numbers), quota.column] == g.id).sum())
            for g in quota.groups
        }
        for stage, numbers in stages.items()
    }
    joined, untold = drawn.joined[quota.id], quota.id in drawn.untold
    public = [counts[stage] for stage in stages if stage != "present"]
    kept = merged_groups(quota, public, least, joined, untold=untold)
    by_id = {g.id: g for g in quota.groups}
    whole = sum(g.population for g in quota.groups)
    shares = np.array([sum(by_id[g].population for g in groups) / whole for groups in kept])
    people = {s: np.array([sum(counts[s][g] for g in groups) for groups in kept]) for s in stages}
    away = quota.sensitive and _few_came_or_not(people, least)
    rows = []
    for stage in (s for s in stages if s != "present" or untold or not away):
        own, n = people[stage], len(stages[stage])
        tested = stage in _TESTED and not untold
        test = multinomial_exact(own, shares, seed=SEED) if tested else None
        for groups, count, share in zip(kept, own, shares, strict=True):
            rows.append(
                {
                    "breakdown": quota.id,
                    "group": "+".join(groups),
                    "stage": stage,
                    "people": int(count),
                    "n": n,
                    "share": np.nan,
                    "population_share": share,
                    "expected": share * n,
                    "low": sum(by_id[g].min for g in groups),
                    "high": sum(by_id[g].max for g in groups),
                    "over_selected": "yes" if any(by_id[g].over_selected for g in groups) else "no",
                    "p_value": test.p_value if test else np.nan,
                    "method": test.method if test else "",
                    "monte_carlo_error": test.monte_carlo_error if test else np.nan,
                }
            )
    return rows


def _few_came_or_not(people: Mapping[str, np.ndarray], least: int) -> bool:
    """Whether few of a group came; or were away, of whom it is known who was drawn and who came."""
    away = people["drawn"] - people["present"]
    return names_few(people["present"], least) or names_few(away, least)
