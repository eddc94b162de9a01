"""What follows a release: the register as it stands, and the pages for those who took part.

A version is frozen; what is done with it goes on. So its own store holds the register of earlier
editions as it stood on the day of the release, and the folder ``suivi/`` beside the versions is
made again whenever the register changes, from the version's store and the register of the day that
the definition names.
"""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd

from padai.errors import DefinitionError
from padai.followup.stages.benchmarks import benchmarks_table
from padai.followup.stages.inventory import inventory_table, read_inventory
from padai.followup.stages.register import (
    PublishedResult,
    check_sources,
    key_results_of,
    outcomes_of,
    register,
    totals,
)
from padai.pipeline.machinery.publisher_process import publish_apart
from padai.pipeline.machinery.withheld import withheld
from padai.pipeline.versions.manifest import definition_files, write_manifest
from padai.project import Project
from padai.store import INSIDE, Store, inside_of, open_store, write_store
from padai.survey import Survey, load_survey
from padai.survey.decisions import DecisionsFile
from padai.survey.following import Following, following_files, load_following
from padai.words import Said

Say = Callable[[str], None]
FOLDER = "suivi"
"""The folder beside a wave's versions."""


@dataclass(frozen=True)
class Register:
    """A register on a day: its rows, and what else is said of it."""

    rows: pd.DataFrame
    facts: dict[str, Any]


def earlier_register(survey: Survey, project: Project, wave_id: str) -> Register | None:
    """Return what became of the editions before a wave, on the day of the wave's release.

    Nothing where the survey keeps no register.

    Raises
    ------
    DefinitionError
        The register cites what no release has published, or lacks what a reply needs.
    """
    decisions = load_following(survey).decisions
    if decisions is None or not survey.traits.repeated:
        return None
    release = survey.wave(wave_id).release
    day = release.publish_on if release else decisions.date
    place = survey.waves.index(wave_id)
    # a draft may be replied to before it is out: its own results may be cited
    return _register(survey, project, decisions, survey.waves[:place], day, at_hand=wave_id)


def check_following(survey: Survey, project: Project) -> None:
    """Refuse what the pages that follow a release name of other surveys, and the project lacks.

    To be asked at once: these pages are made when all is published.

    Raises
    ------
    DefinitionError
        A survey is not there, or keeps no register.
    """
    following = load_following(survey)
    if following.decisions is not None:
        for name in _other_surveys(survey, following.decisions):
            _survey(project, name)
    elif following.feedback is not None and following.feedback.register_of is not None:
        _kept_by(survey, project, following.feedback.register_of)


def follow_up_store(survey: Survey, project: Project, store: Store, folder: Path) -> Path | None:
    """Write a store that holds a release and what has followed it; return its folder.

    Nothing where no definition follows the release.

    Parameters
    ----------
    store
        The store of the wave's newest version.
    folder
        An empty or absent folder.
    """
    following = load_following(survey)
    if not following.given:
        return None
    tables: dict[str, pd.DataFrame] = {k: v for k, v in store.tables.items() if k != "register"}
    facts = {k: v for k, v in store.facts.items() if k != "register"}
    if following.decisions is not None:
        day = register_date(following.decisions, store)
        waves = survey.waves[: survey.waves.index(store.wave) + 1]
        kept = _register(
            survey,
            project,
            following.decisions,
            waves,
            day,
            at_hand=store.wave,
            corrected=corrected_findings(survey, project, store),
        )
        tables["register"], facts["register"] = kept.rows, kept.facts
    elif following.feedback is not None and following.feedback.register_of is not None:
        kept = register_elsewhere(survey, project, following.feedback.register_of, store)
        tables["register"], facts["register"] = kept.rows, kept.facts
    facts |= _facts(following)
    if following.inventory is not None:
        uses = read_inventory(survey.path, following.inventory, survey.id)
        tables["inventory"] = inventory_table(store.survey, store.wave, following.inventory, uses)
    if following.benchmarks is not None:
        tables["benchmarks"] = benchmarks_table(following.benchmarks, store.survey.languages)
    write_store(folder, store.survey, store.wave, tables, facts)
    return folder


def write_follow_up(
    survey: Survey,
    project: Project,
    version: Path,
    draft: Path,
    say: Say,
    before: Path | None = None,
) -> list[Path]:
    """Write the pages that follow a release into `draft`; return them, and none where none is due.

    Parameters
    ----------
    version
        The folder of the wave's newest version, with its store in ``interne/``.
    draft
        Receives a folder a language, and ``interne/manifest.json``.
    before
        The folder as it stands: pages of which nothing changed are taken over from there.
    """
    store = open_store(inside_of(version))
    with tempfile.TemporaryDirectory(prefix="padai-") as scratch:
        made = follow_up_store(survey, project, store, Path(scratch) / INSIDE)
        if made is None:
            return []
        published = publish_apart(
            made,
            draft,
            languages=None,
            formats=("html",),
            engine="embedded",
            overrides=None,
            what=("follow-up",),
            progress=say,
            taken=withheld(project, survey),
            site_url=project.site_url,
            before=before,
        )
    (draft / INSIDE).mkdir(parents=True, exist_ok=True)
    inputs = {f"definition/{n}": p for n, p in definition_files(survey.path).items()}
    inputs |= {f"definition/{n}": p for n, p in following_files(survey.path).items()}
    inputs |= _register_file(survey, project)
    inputs["store/texts.json"] = inside_of(version) / "texts.json"
    manifest = write_manifest(
        draft,
        survey=survey.id,
        wave=store.wave,
        release=store.facts["release"],
        parameters={"what": FOLDER},
        inputs=inputs,
        outputs=published.files,
        steps=published.steps,
    )
    return [*published.files, manifest]


def _register_file(survey: Survey, project: Project) -> dict[str, Path]:
    """Return the register that answers a panel or a consultation, which another survey keeps."""
    feedback = load_following(survey).feedback
    if feedback is None or feedback.register_of is None:
        return {}
    keeper = project.root / project.surveys / feedback.register_of
    return {"register/decisions.yaml": keeper / "decisions.yaml"}


def corrected_findings(survey: Survey, project: Project, store: Store) -> dict[str, dt.date]:
    """Return when a key result was last corrected, by its stable id.

    The versions of every wave that are here are read, and the one at hand: what a version says
    otherwise than the one before it, by more than its rounding, is in its ``corrections.csv``.
    """
    places = {(k.question, k.net, k.breakdown, k.group): k.id for k in survey.key_results}
    versions = sorted((project.releases_dir / survey.id).glob("*/v*"))
    folders = [inside_of(version) for version in versions]
    here = [(str(store.release["publish_on"]), store.tables["corrections"])]
    corrected: dict[str, dt.date] = {}
    for published, frame in [*here, *filter(None, map(_said_otherwise, folders))]:
        day = dt.date.fromisoformat(published)
        levels = frame[(frame["reference"] == "") & (frame["rounding"] == "true")]
        columns = (
            levels[c].tolist() for c in ("wave", "question", "response", "breakdown", "group")
        )
        for wave, *place in zip(*columns, strict=True):
            if (name := places.get(tuple(place))) is not None:
                source = f"{survey.id}/{wave}/{name}"
                corrected[source] = max(day, corrected.get(source, day))
    return corrected


def _said_otherwise(folder: Path) -> tuple[str, pd.DataFrame] | None:
    """Return the date of a version and its corrections; nothing where it has no such table."""
    table, texts = folder / "corrections.csv", folder / "texts.json"
    if not (table.is_file() and texts.is_file()):
        return None
    release = json.loads(texts.read_text(encoding="utf-8"))["facts"]["release"]
    return str(release["publish_on"]), pd.read_csv(table, dtype=str, keep_default_na=False)


def register_elsewhere(survey: Survey, project: Project, keeper: str, store: Store) -> Register:
    """Return what the register of another survey says of a panel or a consultation.

    Raises
    ------
    DefinitionError
        That survey keeps no register.
    """
    other, decisions = _kept_by(survey, project, keeper)
    day = register_date(decisions, store)
    whole = _register(other, project, decisions, other.waves, day, own=(survey, _listed(store)))
    rows = whole.rows[whole.rows["survey"] == survey.id].reset_index(drop=True)
    return Register(rows, {**whole.facts, "totals": totals(rows)})


def _kept_by(survey: Survey, project: Project, keeper: str) -> tuple[Survey, DecisionsFile]:
    """Return the survey that keeps the register of a panel or a consultation, and the register."""
    other = _survey(project, keeper, "feedback.yaml")
    decisions = load_following(other).decisions
    if decisions is None:
        raise DefinitionError(
            Said("pipeline-register-of-that-survey-has-no-decisions", keeper=keeper),
            where=f"{survey.id}, feedback.yaml",
        )
    return other, decisions


def _listed(store: Store) -> list[PublishedResult]:
    """Return what a panel or a consultation lists, answered or not: what it published of it."""
    consultation = store.survey.consultation
    shown_themes = {r["theme"] for r in store.tables["themes"].to_dict("records") if not r["flag"]}
    rest = {t.id for t in consultation.themes if t.rest} if consultation else set()
    return [
        replace(p, always=p.always or p.id in shown_themes - rest)
        for p in outcomes_of(store.survey)
    ]


def register_date(decisions: DecisionsFile, store: Store) -> dt.date:
    """Return the day to which a release's follow-up is counted: never before the release."""
    return max(decisions.date, dt.date.fromisoformat(str(store.release["publish_on"])))


def _register(
    survey: Survey,
    project: Project,
    decisions: DecisionsFile,
    waves: Sequence[str],
    day: dt.date,
    *,
    at_hand: str = "",
    corrected: Mapping[str, dt.date] | None = None,
    own: tuple[Survey, Sequence[PublishedResult]] | None = None,
) -> Register:
    """Return the register of some editions on a day, every citation checked against all.

    `own` is a panel or a consultation, and what it lists whether or not anything answers it.
    """
    cited = [_survey(project, name) for name in _other_surveys(survey, decisions)]
    listed: dict[str, PublishedResult] = {}
    if own is not None:
        cited = [*(s for s in cited if s.id != own[0].id), own[0]]
        listed = {p.source: p for p in own[1]}
    others = [listed.get(o.source, o) for other in cited for o in outcomes_of(other)]
    known = [*key_results_of(survey, survey.waves, at_hand), *others]
    answers = check_sources(survey.id, decisions, known)
    shown = [p for p in known if p.kind != "finding" or p.wave in waves]
    languages = (own[0] if own else survey).languages
    rows = register(shown, answers, day, corrected, languages)
    introduction = decisions.introduction
    facts = {
        "date": day.isoformat(), "totals": totals(rows),
        "introduction": introduction.model_dump() if introduction else None,
        "origins": {s.id: (s.short_title or s.title).model_dump() for s in cited},
    }  # fmt: skip
    return Register(rows, facts)


def _other_surveys(survey: Survey, decisions: DecisionsFile) -> list[str]:
    cited = (s.survey for entry in decisions.entries for s in entry.sources)
    named = dict.fromkeys([*decisions.follows, *filter(None, cited)])
    return [name for name in named if name != survey.id]


def _survey(project: Project, name: str, file: str = "decisions.yaml") -> Survey:
    folder = project.root / project.surveys / name
    if not folder.is_dir():
        raise DefinitionError(
            Said(
                "pipeline-it-names-the-survey-which-is-not-in", name=name, surveys=project.surveys
            ),
            where=file,
        )
    return load_survey(folder)


def _facts(following: Following) -> Mapping[str, Any]:
    """Return what is said in words: publishing reads it as it reads the definition."""
    facts: dict[str, Any] = {}
    if following.feedback is not None:
        facts["feedback"] = following.feedback.model_dump(mode="json")
    if following.inventory is not None:
        kept = {"title", "source", "date", "synthetic", "note"}
        facts["inventory"] = following.inventory.model_dump(mode="json", include=kept)
    if following.benchmarks is not None:
        facts["benchmarks"] = following.benchmarks.model_dump(mode="json", include={"introduction"})
    return facts
