"""What a release says otherwise than the one before it, figure by figure, and why.

A correction of a wave is compared with the version that it replaces, as printed. The first
version of a wave estimates the whole series again: it is compared with the last release of an
earlier wave, and only what is printed otherwise is listed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from padai.pipeline.machinery.build_request import Order
from padai.pipeline.versions.life import EarlierStore, records_of
from padai.pipeline.versions.manifest import MANIFEST, input_files
from padai.publishing.digests import code_digest, versions
from padai.store import COLUMNS, Store, open_store, outside, sha256, store_of, values_told
from padai.store.files import as_texts
from padai.survey import Part

PLACE = ["part", "wave", "reference", "question", "response", "breakdown", "group"]
"""Where a figure stands; `reference` is empty for a level."""
_ROUNDED = ("estimate", "conf_low", "conf_high")
_BASES = ("n_base",)
_WORDS = ("flag", "verdict")


@dataclass(frozen=True)
class Results:
    """What a store is written of: its tables, disclosed, and its facts.

    `few` says that fewer records were corrected than may be told of.
    """

    tables: Mapping[str, pd.DataFrame]
    facts: Mapping[str, Any]
    few: bool = False


@dataclass(frozen=True)
class Corrections:
    """The table of the store, and what the release's facts say of it."""

    frame: pd.DataFrame
    facts: dict[str, Any] = field(default_factory=dict)


def corrections_of(
    order: Order,
    results: Results,
    earlier: Sequence[EarlierStore],
) -> Corrections:
    """Compare the tables of a release with those of the release before it.

    Notes
    -----
    Both are compared as they are printed: a figure that is printed alike was not corrected. Where
    few records were corrected, no figure is listed: the two versions would tell of them.
    A cell withheld on one side is listed by its flags alone: a correction shows no number that
    either version withholds. A version withdrawn for confidentiality is compared with nothing.
    """
    name = f"{order.wave}/v{order.release.version}"
    reached = order.survey.waves[: order.survey.waves.index(order.wave) + 1]
    empty = pd.DataFrame(columns=COLUMNS["corrections"])
    before = _previous(order, earlier)
    if before is None:
        facts: dict[str, Any] = {"vintages": dict.fromkeys(reached, name)}
        return Corrections(empty, facts)
    same_wave = before.record.wave == order.wave
    frame = _compared(order, results, before.folder)
    if results.few:
        frame = frame.iloc[:0]
    if not same_wave:  # a later release follows fewer answers of the wave before: no revision
        frame = frame[(frame["rounding"] == "true") & (frame["figure"] != "row")]
    frame = frame.assign(corrects=before.record.name, cause=_causes(order, before, frame))
    frame = frame[COLUMNS["corrections"]].reset_index(drop=True)
    return Corrections(
        frame,
        {
            "corrects": before.record.name,
            "same_wave": same_wave,
            "substantial": same_wave and _substantial(order, frame),
            "vintages": _vintages(name, reached, before, frame)
            | ({order.wave: name} if results.few else {}),
        },
    )


def _previous(order: Order, earlier: Sequence[EarlierStore]) -> EarlierStore | None:
    """Return the version that this one replaces, else the last release of an earlier wave."""
    own = [r for r in records_of(order.survey, order.wave) if r.version < order.release.version]
    if own:
        last = own[-1]
        return next((store for store in earlier if store.record == last), None)
    place = {wave: index for index, wave in enumerate(order.survey.waves)}
    older = [s for s in earlier if place.get(s.record.wave, -1) < place[order.wave]]
    ranked = sorted(older, key=lambda s: (place.get(s.record.wave, -1), s.record.version))
    return ranked[-1] if ranked else None


def _compared(order: Order, results: Results, folder: Path) -> pd.DataFrame:
    """Compare what goes out with what went out, both at the printed precision."""
    store = store_of(order.survey, order.wave, results.tables, results.facts)
    new, old = _printed(store), _printed(open_store(folder))
    levels = _differing(_levels(old), _levels(new))
    changes = _differing(old["differences"], new["differences"])
    frame = pd.concat([levels, changes], ignore_index=True)
    return frame.assign(verdict_changed=_verdict_changed(frame, changes))


def _printed(store: Store) -> dict[str, pd.DataFrame]:
    """Return the tables that are compared as the texts that go out.

    What a comparison's declaration is, is no figure, and is told of each version apart.
    """
    out = outside(store)
    printed = {name: out.tables[name] for name in ("estimates", "trends", "differences")}
    printed["differences"] = printed["differences"].drop(columns="declared")
    return {name: as_texts(frame) for name, frame in printed.items()}


def _levels(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return each level once: those of the wave, and those of the whole series."""
    both = pd.concat([tables["estimates"], tables["trends"]], ignore_index=True)
    return both.drop_duplicates([c for c in PLACE if c in both.columns], ignore_index=True)


def _differing(old: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each figure that differs, of two tables of texts."""
    keys = [c for c in PLACE if c in new.columns and c in old.columns]
    figures = [c for c in new.columns if c in old.columns and c not in keys]
    both = old.merge(new, on=keys, how="outer", suffixes=("_old", "_new"), indicator=True)
    place = both.reindex(columns=PLACE, fill_value="")
    frames = []
    for side, presence in (
        ("left_only", ("present", "absent")),
        ("right_only", ("absent", "present")),
    ):
        alone = place[both["_merge"] == side]
        frames.append(alone.assign(figure="row", old=presence[0], new=presence[1], rounding="true"))
    shared = both[both["_merge"] == "both"]
    withheld = (shared["estimate_old"] == "") | (shared["estimate_new"] == "")
    for figure in figures:
        one, other = shared[f"{figure}_old"], shared[f"{figure}_new"]
        differs = (one != other) & (~withheld | (figure in _WORDS))
        changed = place.loc[shared.index[differs]].assign(
            figure=figure, old=one[differs], new=other[differs]
        )
        frames.append(changed.assign(rounding=_beyond(changed)))
    return pd.concat(frames).sort_index(kind="stable").reset_index(drop=True)


def _beyond(changed: pd.DataFrame) -> list[str]:
    """Say of each figure whether a reader of the report would see that it changed."""
    seen = (*_WORDS, *_ROUNDED, *_BASES)
    return [str(figure in seen).lower() for figure in changed["figure"]]


def _verdict_changed(frame: pd.DataFrame, changes: pd.DataFrame) -> list[str]:
    """Say whether the verdict on a figure, or on the change that it is part of, is another."""
    cell = [c for c in PLACE if c != "reference"]
    changed = changes[changes["figure"] == "verdict"]
    moved = set(zip(*(changed[c] for c in PLACE), strict=True))
    cells = set(zip(*(changed[c] for c in cell), strict=True))
    return [
        str((row in moved) if row[2] else (row[:2] + row[3:] in cells)).lower()
        for row in zip(*(frame[c] for c in PLACE), strict=True)
    ]


def _substantial(order: Order, frame: pd.DataFrame) -> bool:
    """Whether a verdict changed, or a key result as it is printed: the front page says so."""
    if ((frame["figure"] == "verdict") & (frame["old"] != "")).any():
        return True
    keys = {(k.question, k.net, k.breakdown, k.group) for k in order.survey.key_results}
    seen = frame[(frame["rounding"] == "true") & (frame["wave"] == order.wave)]
    cells = zip(seen["question"], seen["response"], seen["breakdown"], seen["group"], strict=True)
    return any(cell in keys for cell in cells)


def _vintages(
    name: str, waves: Iterable[str], before: EarlierStore, frame: pd.DataFrame
) -> dict[str, str]:
    """Say of each wave in which release its numbers took the values that they have now."""
    release = _texts(before.folder)["facts"]["release"]
    known = release.get("vintages") or {}
    levels = frame[(frame["reference"] == "") & (frame["rounding"] == "true")]
    moved = set(levels["wave"])
    return {wave: known[wave] if wave in known and wave not in moved else name for wave in waves}


# --- why ---------------------------------------------------------------------------------------


def _causes(order: Order, before: EarlierStore, frame: pd.DataFrame) -> list[str]:
    """Name what was changed for each figure: of its own waves first, else of the whole."""
    by_wave, general = _changed_inputs(order, before)
    every = sorted({cause for causes in by_wave.values() for cause in causes})
    causes_of_rows = []
    for wave, reference in zip(frame["wave"], frame["reference"], strict=True):
        own = by_wave.get(wave, set()) | by_wave.get(reference, set())
        causes_of_rows.append(" ".join(sorted(own) or general or every))
    return causes_of_rows


def _changed_inputs(order: Order, before: EarlierStore) -> tuple[dict[str, set[str]], list[str]]:
    manifest = json.loads((before.folder / MANIFEST).read_text(encoding="utf-8"))
    old = {row["name"]: row["sha256"] for row in manifest["inputs"]}
    new = {name: sha256(path) for name, path in input_files(order).items()}
    definition = _texts(before.folder)["definition"]
    by_wave = {
        wave: _of_wave(order, wave, definition["wave_defs"][wave], old, new)
        for wave in order.survey.waves
        if wave in definition["wave_defs"]
    }
    general = []
    for cause, name in (("questionnaire", "questionnaire.yaml"), ("definition", "survey.yaml")):
        if old.get(f"definition/{name}") != new.get(f"definition/{name}"):
            general.append(cause)
    if manifest["versions"] != versions() or manifest.get("code") != code_digest():
        general.append("software")
    return by_wave, general


def _of_wave(
    order: Order, wave: str, was: Mapping[str, Any], old: Mapping[str, str], new: Mapping[str, str]
) -> set[str]:
    """Name what of one wave's inputs is another: its data, its targets, its weighting."""
    causes = set()
    now = order.survey.wave(wave).model_dump(mode="json")
    for part, declared in now["parts"].items():
        if part not in was["parts"]:
            continue
        # read by today's model, so that a key that is new to padai is no change
        before = Part.model_validate(was["parts"][part]).model_dump(mode="json")
        if old.get(f"data/{before['file']}") != new.get(f"data/{declared['file']}"):
            causes.add("data")
        for rule in (*before["exclusions"], *declared["exclusions"]):
            rule["values"] = values_told(rule["values"])  # a store names no respondent
        if any(before[k] != declared[k] for k in ("weighting", "design", "exclusions")):
            causes.add("weighting")
    targets = f"definition/targets/{wave}.csv"
    if old.get(targets) != new.get(targets):
        causes.add("targets")
    return causes


def _texts(folder: Path) -> dict[str, Any]:
    texts: dict[str, Any] = json.loads((folder / "texts.json").read_text(encoding="utf-8"))
    return texts
