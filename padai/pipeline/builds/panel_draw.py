"""Draw a panel from a pool of volunteers, and write what anyone needs to check it.

A draw has two steps. Before the seed is known, the lottery and the cell of each number are
announced with their SHA-256; once it is known, the panel follows from them.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from padai.errors import DefinitionError
from padai.lottery.draw import (
    PANEL,
    RESERVE,
    TICKET_WORD,
    Drawn,
    draw_panel,
    merged_groups,
    numbers_of,
    order_key,
)
from padai.lottery.preregistration import (
    NUMBERS,
    check_announced,
    kept_secret,
    lottery_hashes,
    opened,
    sealed,
    written,
)
from padai.participation.stages.participation_tables import refuse_words
from padai.pipeline.parts.facts import LEVEL
from padai.project import find_project
from padai.store import open_store, outside, sha256, write_store
from padai.survey import Survey, load_survey
from padai.survey.panels import DrawDef
from padai.waves.data_files import find_file
from padai.waves.text_files import read_csv
from padai.words import Said

FOLDER, REHEARSAL = "tirage", "repetition"
LOTTERY, SELECTION, SCRIPT = "loterie.csv", "selection.csv", "verifier.py"
TICKET = "billet.csv"
Say = Callable[[str], None]


@dataclass(frozen=True)
class DrawnPanel:
    """What was announced or drawn, what was written to be public, and what is the organizer's.

    `hashes` are those of the three files that a draw rests on, by their names in ``announced:``.
    """

    survey: str
    drawn: Drawn
    files: tuple[Path, ...]
    own_files: tuple[Path, ...]
    hashes: dict[str, str]


def draw(
    survey: str | Path,
    *,
    seed: str | None = None,
    out: str | Path | None = None,
    data_dir: str | Path | None = None,
    project: str | Path | None = None,
    say: Say | None = None,
) -> DrawnPanel:
    """Announce the draw that ``panel.yaml`` declares, or draw once it has a seed.

    Parameters
    ----------
    survey
        The survey's folder.
    seed
        In place of the definition's: a rehearsal, whose pages say that they are drafts and which
        leaves the draw's own files alone.
    out
        Where the public files go; ``releases/<survey>/tirage/`` where not named.
    data_dir
        Where the pool is, before the environment variable and the definition.

    Returns
    -------
    DrawnPanel
        Files: the page in each language (HTML and PDF), the sealed ``loterie.csv``,
        ``numeros.csv`` and, once drawn, ``billet.csv``, which opens the panel that was drawn, and
        ``verifier.py``, which are public; beside the pool a secret, without which the hash of the
        volunteers could be found by trying, the whole lottery, which a draw and a build read, and
        ``selection.csv``, which are the organizer's: the latter has number, cell, profile,
        probability, status, rank.

    Raises
    ------
    DefinitionError
        The survey has no ``panel.yaml``, or no panel of these volunteers meets the quotas.
    DataError
        The pool is missing, or has blanks, repeated numbers or unknown groups, or a file is not the
        one that was announced.
    """
    tell = say or (lambda text: None)
    definition = _with_panel(load_survey(survey))
    refuse_words(definition)
    assert definition.panel is not None
    rule = definition.panel.draw.model_copy(update={"seed": seed} if seed else {})
    definition = _with_rule(definition, rule)
    where = f"{definition.id}, panel.yaml"
    pool = find_file(definition, rule.pool, where, data_dir)
    tell(f"{definition.id}: {rule.pool}")
    content = kept_secret(rule, pool, where, write=True)
    drawn = _drawn(definition, rule, pool, content, data_dir)
    place = find_project(definition.path, project)
    folder = Path(out) if out is not None else place.releases_dir / definition.id / FOLDER
    folder = folder / REHEARSAL if seed and out is None else folder
    tell(f"{definition.id}: {FOLDER}")
    public, hashes = _published(definition, drawn, content, folder, rehearsal=bool(seed))
    kept = [] if seed else _kept(rule, pool, drawn)
    return DrawnPanel(definition.id, drawn, public, tuple(kept), hashes)


def _kept(rule: DrawDef, pool: Path, drawn: Drawn) -> list[Path]:
    """Write what is the organizer's; return its files."""
    secret = pool.parent / rule.secret
    kept = [secret] if secret.is_file() else []
    kept.append(_write(pool.parent / rule.lottery, drawn.lottery))
    if drawn.ticket:
        kept.append(_write(pool.parent / SELECTION, drawn.people))
    return kept


def draw_of_release(survey: Survey, home: Path, data_dir: Path | None) -> list[Path]:
    """Write what the draw of a panel makes public beside its releases; nothing before the seed.

    Parameters
    ----------
    home
        The folder of the survey's releases.

    Raises
    ------
    DataError
        A file is not the one that was announced, or the lottery is not of these volunteers.
    """
    if survey.panel is None or survey.panel.draw.seed is None:
        return []
    rule, where = survey.panel.draw, f"{survey.id}, panel.yaml"
    pool, lottery = (find_file(survey, n, where, data_dir) for n in (rule.pool, rule.lottery))
    content = kept_secret(rule, pool, where)
    known = _announced_lottery(survey, rule, content, lottery)
    drawn = draw_panel(rule, read_csv(pool, f"{survey.id}: "), survey.id, lottery=known)
    target = home / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home, prefix=f".{FOLDER}-") as draft:
        made, _ = _published(survey, drawn, content, Path(draft), rehearsal=False)
        return [path.replace(target / path.name) for path in made]


def _published(
    survey: Survey, drawn: Drawn, secret: bytes, folder: Path, *, rehearsal: bool
) -> tuple[tuple[Path, ...], dict[str, str]]:
    """Write what is public of a draw; return its files, and the hashes that it rests on."""
    assert survey.panel is not None
    folder.mkdir(parents=True, exist_ok=True)
    lists = [
        _write(folder / LOTTERY, sealed(drawn.lottery, secret)),
        _write(folder / NUMBERS, numbers_of(drawn.people)),
    ]
    hashes = {"volunteers": hashlib.sha256(secret).hexdigest()}
    hashes |= dict(zip(("lottery", "numbers"), map(sha256, lists), strict=True))
    lottery_sums = lottery_hashes(drawn.lottery, written(drawn.lottery), secret)
    check_announced(survey.panel.draw, {**hashes, "lottery": lottery_sums}, survey.id)
    if drawn.ticket:
        lists.append(_write(folder / TICKET, opened(drawn.lottery, secret, drawn.ticket)))
    pages = _pages(survey, drawn, hashes, folder, rehearsal=rehearsal)
    return (*pages, *lists), hashes


def _with_panel(survey: Survey) -> Survey:
    if survey.panel is None:
        raise DefinitionError(
            Said("pipeline-there-is-no-panel-yaml-in-the-surveys"),
            where=survey.id,
        )
    return survey


def _with_rule(survey: Survey, rule: DrawDef) -> Survey:
    assert survey.panel is not None
    return survey.model_copy(update={"panel": survey.panel.model_copy(update={"draw": rule})})


def _drawn(
    survey: Survey, rule: DrawDef, pool: Path, secret: bytes, data_dir: str | Path | None
) -> Drawn:
    """Draw from the lottery that was announced, or from one worked out here."""
    lottery = None
    if rule.announced is not None:
        path = find_file(survey, rule.lottery, f"{survey.id}, panel.yaml", data_dir)
        lottery = _announced_lottery(survey, rule, secret, path)
    return draw_panel(rule, read_csv(pool, f"{survey.id}: "), survey.id, lottery=lottery)


def _announced_lottery(survey: Survey, rule: DrawDef, secret: bytes, path: Path) -> pd.DataFrame:
    """Read the whole lottery, which only the organizer has, and hold it to what was announced."""
    lottery = read_csv(path, f"{survey.id}: ")
    volunteers = hashlib.sha256(secret).hexdigest()
    check_announced(rule, {"volunteers": volunteers}, survey.id)  # the seals rest on it
    lottery_sums = lottery_hashes(lottery, path.read_bytes(), secret)
    check_announced(rule, {"lottery": lottery_sums}, survey.id)
    return lottery


def _write(path: Path, frame: pd.DataFrame) -> Path:
    path.write_bytes(written(frame))
    return path


def _pages(
    survey: Survey, drawn: Drawn, hashes: dict[str, str], folder: Path, *, rehearsal: bool
) -> list[Path]:
    """Write the pages from a partial store, as publishing would."""
    from padai.lottery.pages.draw_page import write_draw_pages

    panel = survey.panel
    assert panel is not None
    rule = panel.draw
    announced = rule.announced.date if rule.announced else None
    day = rule.date if drawn.ticket else announced or rule.date
    facts: dict[str, Any] = {
        "level": LEVEL,
        "release": {"version": 0, "status": "draft", "publish_on": day.isoformat()},
        "draw_page": _facts(rule, drawn, survey.confidentiality.sensitive_cell)
        | {"hashes": hashes, "announced": announced.isoformat() if announced else ""},
    }
    release = survey.wave(panel.after).release
    if release is not None and not rehearsal:
        facts["release"] |= {"status": release.status, "version": release.version}
    seconds = int(dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC).timestamp())
    with tempfile.TemporaryDirectory() as scratch:
        write_store(Path(scratch), survey, panel.before, {}, facts)
        return write_draw_pages(outside(open_store(scratch)), folder, seconds, SCRIPT)


def _facts(rule: DrawDef, drawn: Drawn, least: int) -> dict[str, Any]:
    people = drawn.people
    chances = people["probability"].round(3).value_counts().sort_index()
    cells = _cells(people)
    lacking = sum(
        max(0, len(c["panel"]) * min(rule.reserves, 1) - len(c["reserve"])) for c in cells
    )
    return {
        "volunteers": len(people),
        "ticket": drawn.ticket,
        "ticket_key": order_key(rule.seed, TICKET_WORD) if rule.seed else "",
        "cells": cells,
        "cell_count": int(people["cell"].nunique()),
        "without_reserve": lacking,
        "chances": [
            {"probability": float(p), "people": int(n)}
            for p, n in zip(chances.index, chances, strict=True)
        ],
        "counts": _counts(rule, drawn, least),
        "untold": sorted(drawn.untold),
    }


def _cells(people: pd.DataFrame) -> list[dict[str, Any]]:
    """Return each cell that has seats, with the numbers drawn, in the order of the seed."""
    cells = []
    for cell, own in people.sort_values(["cell", "rank"]).groupby("cell"):
        drawn, reserve = (list(own.loc[own["status"] == s, "number"]) for s in (PANEL, RESERVE))
        if drawn:
            cells.append({"cell": cell, "volunteers": len(own), "panel": drawn, "reserve": reserve})
    return cells


def _counts(rule: DrawDef, drawn: Drawn, least: int) -> list[dict[str, Any]]:
    """Count volunteers and people drawn by quota; small groups of a sensitive one are merged."""
    rows = []
    kinds = ("volunteers", "panel") if drawn.ticket else ("volunteers",)
    for quota in rule.quotas:
        own = drawn.counts[drawn.counts["quota"] == quota.id].set_index("group")
        counted = [{str(g): int(n) for g, n in own[kind].items()} for kind in kinds]
        together = drawn.joined[quota.id]
        untold = quota.id in drawn.untold
        for groups in merged_groups(quota, counted, least, together, untold=untold):
            names = ["+".join(each) for each in together if set(each) <= set(groups)]
            rows.append(
                {"quota": quota.id, "groups": list(groups)}
                | {
                    name: int(own.loc[names, name].sum())
                    for name in ("volunteers", "low", "high", "panel")
                }
            )
    return rows
