"""Draw a panel from a pool of volunteers, and write what anyone needs to check it."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from padai.dialogue.draw import PANEL, RESERVE, Drawn, draw_panel, merged_groups
from padai.errors import DefinitionError
from padai.pipeline.facts import LEVEL
from padai.pipeline.participation import refuse_words
from padai.project import find_project
from padai.store import open_store, sha256, write_store
from padai.survey import Survey, load_survey
from padai.survey.panels import DrawDef
from padai.waves.reading import find_file
from padai.waves.text_files import read_csv

FOLDER, REHEARSAL = "tirage", "repetition"
LOTTERY, SELECTION = "loterie.csv", "selection.csv"


@dataclass(frozen=True)
class DrawnPanel:
    """What was drawn, what was written to be public, and what is the organiser's."""

    survey: str
    drawn: Drawn
    files: tuple[Path, ...]
    own_files: tuple[Path, ...]


def draw(
    survey: str | Path,
    *,
    seed: str | None = None,
    out: str | Path | None = None,
    data_dir: str | Path | None = None,
    project: str | Path | None = None,
    say: Callable[[str], None] | None = None,
) -> DrawnPanel:
    """Draw the panel that ``panel.yaml`` declares from its pool of volunteers.

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
        Files: the page of the draw in each language (HTML and PDF) and ``loterie.csv``, which are
        public; beside the pool, the same lottery, which a build reads, and ``selection.csv``, which
        is the organiser's: number, cell, profile, probability, status.

    Raises
    ------
    DefinitionError
        The survey has no ``panel.yaml``, or no panel of these volunteers meets the quotas.
    DataError
        The pool is missing, or has blanks, repeated numbers or unknown groups.
    """
    tell = say or (lambda text: None)
    definition = load_survey(survey)
    if definition.panel is None:
        raise DefinitionError(
            "there is no panel.yaml in the survey's folder; it declares pool, seats, quotas and "
            "seed.",
            "le dossier de l’enquête n’a pas de panel.yaml; il déclare volontaires, sièges, quotas "
            "et germe.",
            where=definition.id,
        )
    refuse_words(definition)
    rule = definition.panel.draw.model_copy(update={"seed": seed} if seed else {})
    definition = _with_rule(definition, rule)
    pool = find_file(definition, rule.pool, f"{definition.id}, panel.yaml", data_dir)
    tell(f"{definition.id}: {rule.pool}")
    drawn = draw_panel(rule, read_csv(pool, f"{definition.id}: "), definition.id)
    place = find_project(definition.path, project)
    folder = Path(out) if out is not None else place.releases_dir / definition.id / FOLDER
    folder = folder / REHEARSAL if seed and out is None else folder
    folder.mkdir(parents=True, exist_ok=True)
    public = [_write(folder / LOTTERY, drawn.lottery)]
    own = [pool.parent / rule.lottery, pool.parent / SELECTION] if not seed else []
    kept = [_write(p, f) for p, f in zip(own, (drawn.lottery, drawn.people), strict=False)]
    tell(f"{definition.id}: {FOLDER}")
    pages = _pages(definition, drawn, pool, folder, rehearsal=bool(seed))
    return DrawnPanel(definition.id, drawn, (*pages, *public), tuple(kept))


def _with_rule(survey: Survey, rule: DrawDef) -> Survey:
    assert survey.panel is not None
    return survey.model_copy(update={"panel": survey.panel.model_copy(update={"draw": rule})})


def _write(path: Path, frame: pd.DataFrame) -> Path:
    frame.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")
    return path


def _pages(
    survey: Survey, drawn: Drawn, pool: Path, folder: Path, *, rehearsal: bool
) -> list[Path]:
    """Write the pages from a partial store, as publishing would."""
    from padai.publishing.dialogue.draw import write_draw_pages

    panel = survey.panel
    assert panel is not None
    day = panel.draw.date
    facts: dict[str, Any] = {
        "level": LEVEL,
        "release": {"version": 0, "status": "draft", "publish_on": day.isoformat()},
        "draw_page": _facts(
            panel.draw, drawn, pool, folder / LOTTERY, survey.confidentiality.sensitive_cell
        ),
    }
    release = survey.wave(panel.after).release
    if release is not None and not rehearsal:
        facts["release"] |= {"status": release.status, "version": release.version}
    seconds = int(dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC).timestamp())
    with tempfile.TemporaryDirectory() as scratch:
        write_store(Path(scratch), survey, panel.before, {}, facts)
        return write_draw_pages(open_store(scratch), folder, seconds)


def _facts(rule: DrawDef, drawn: Drawn, pool: Path, lottery: Path, least: int) -> dict[str, Any]:
    people = drawn.people
    chances = people["probability"].round(3).value_counts().sort_index()
    by_cell = people.groupby("cell")["status"]
    seats = by_cell.agg(lambda s: int((s == PANEL).sum()))
    spare = by_cell.agg(lambda s: int((s == RESERVE).sum()))
    lacking = int((seats * min(rule.reserves, 1) - spare).clip(lower=0).sum())
    return {
        "volunteers": len(people),
        "ticket": drawn.ticket,
        "panel": sorted(people.loc[people["status"] == PANEL, "number"]),
        "reserve": sorted(people.loc[people["status"] == RESERVE, "number"]),
        "without_reserve": lacking,
        "chances": [
            {"probability": float(p), "people": int(n)}
            for p, n in zip(chances.index, chances, strict=True)
        ],
        "counts": _counts(rule, drawn, least),
        "pool_sha256": sha256(pool),
        "lottery_sha256": sha256(lottery),
    }


def _counts(rule: DrawDef, drawn: Drawn, least: int) -> list[dict[str, Any]]:
    """Count volunteers and people drawn by quota; small groups of a sensitive one are merged."""
    rows = []
    for quota in rule.quotas:
        own = drawn.counts[drawn.counts["quota"] == quota.id].set_index("group")
        kinds = ("volunteers", "panel")
        counted = [{str(g): int(n) for g, n in own[kind].items()} for kind in kinds]
        for groups in merged_groups(quota, counted, least):
            rows.append(
                {"quota": quota.id, "groups": list(groups)}
                | {
                    name: int(own.loc[list(groups), name].sum())
                    for name in ("volunteers", "low", "high", "panel")
                }
            )
    return rows
