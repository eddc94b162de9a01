"""The witness of a release: every key figure, for R to work out again from the same answers.

The expected figures are read from the store that was built, at full precision; the data and the
design are read and weighted anew. Nothing of it enters the release but the log of R's verdict.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from padai.errors import WitnessError, language
from padai.estimation import mean, proportion
from padai.estimation.witness_inputs import sample_told
from padai.pipeline.commands.rscript import Verdict, found_r, run_r
from padai.pipeline.machinery.build_request import Order, ordered
from padai.pipeline.parts.preparation import Say, weight_as_declared
from padai.pipeline.versions.life import own_record
from padai.pipeline.versions.recomputed import write_log
from padai.results import Estimates
from padai.store import BLIND, Store, inside_of, open_store, sha256, tables_digest
from padai.survey import Question
from padai.survey.kinds import INFERENTIAL
from padai.trends.breaks import breaks_between
from padai.trends.pairs import source_of
from padai.waves import Wave, read_delivery, stack
from padai.waves.stacking import Stack
from padai.witness import (
    ENDS,
    REST,
    SLOPE,
    AskedEstimate,
    Figure,
    Witness,
    WitnessSample,
    change_figure,
    level_figure,
    whole_figure,
    witness_of,
)
from padai.words import Said

_CELL = ("question", "response", "breakdown", "group")
MEAN = "mean"
Row = Mapping[str, Any]
Key = tuple[str, ...]
"""Wave, question, response, breakdown, group."""


@dataclass(frozen=True)
class Witnessed:
    """A witness as it was written, and what R found.

    Attributes
    ----------
    files : tuple of Path
        Script, data, expected figures.
    figures : int
        Those that are worked out again.
    left_out : int
        Those that are not.
    verdict : Verdict or None
        None: R was not run.
    log : Path or None
        What a build of the release reads; None where R was not run, or where the version went out
        with a log of its own.
    """

    files: tuple[Path, ...]
    figures: int
    left_out: int
    verdict: Verdict | None
    log: Path | None


def witness(
    survey: str | Path,
    *,
    out: str | Path,
    wave: str | None = None,
    project: str | Path | None = None,
    data_dir: str | Path | None = None,
    run: bool = True,
    lang: str | None = None,
    say: Say = lambda *_: None,
) -> Witnessed:
    """Write the witness of a release that was built, and run it where R is.

    Parameters
    ----------
    survey
        The survey's folder.
    out
        A folder that is absent, empty or a witness's; outside the releases.
    wave
        The wave, the last one where not named.
    project, data_dir
        As :func:`padai.build` takes them.
    run
        Whether R is run where it is found.
    lang
        The language of the script's comments; None: that of messages.
    say
        Called with a short text as the work goes on.

    Raises
    ------
    WitnessError
        There is nothing to work out again, `out` may not hold it, or R cannot.

    Examples
    --------
    >>> witness("surveys/example", out="../witness").verdict.same  # doctest: +SKIP
    True
    """
    order = ordered(survey, wave, project, data_dir=data_dir)
    folder = _folder(order, Path(out))
    store = _store(order)
    made = _witness(order, store, say, lang or language())
    files = made.write(folder)
    left_out = int((made.expected["left_out"] != "").sum())
    program = found_r() if run else None
    if program is None:
        return Witnessed(tuple(files), len(made.expected) - left_out, left_out, None, None)
    say(f"{order.survey.id} {order.wave}: R")
    verdict = run_r(program, files[0])
    log = _log(order, store, verdict, files)
    return Witnessed(tuple(files), len(made.expected) - left_out, left_out, verdict, log)


def _log(order: Order, store: Store, verdict: Verdict, files: list[Path]) -> Path | None:
    own = own_record(order)
    if own is not None and own.witness is not None:
        return None
    return write_log(
        order,
        {
            "survey": order.survey.id,
            "wave": order.wave,
            "r": verdict.r,
            "package": verdict.package,
            "same": verdict.same,
            "largest": verdict.largest if math.isfinite(verdict.largest) else None,
            "compared": verdict.compared,
            "not_compared": verdict.not_compared,
            "tables": tables_digest(store.folder, store.facts.get(BLIND, "")),
            "script": sha256(files[0]),
            "data": sha256(files[1]),
        },
    )


def _folder(order: Order, out: Path) -> Path:
    """Return the folder that a witness goes into: never one that is published, or its source."""
    folder = out.resolve()
    kept = (order.project.releases_dir, order.project.site_dir, order.survey.path)
    for place in (path.resolve() for path in kept):
        if folder == place or place in folder.parents or folder in place.parents:
            shown = order.project.shown(place)
            raise WitnessError(
                Said("pipeline-out-a-witness-holds-answers-of-single", out=out, shown=shown),
                where=order.name,
            )
    return folder


def _store(order: Order) -> Store:
    if not order.survey.traits.estimated:
        raise WitnessError(
            Said("pipeline-the-results-of-a-panel-or-a-consultation"),
            where=order.name,
        )
    if not order.survey.key_results:
        raise WitnessError(
            Said("pipeline-the-survey-declares-no-key-result-and-a"),
            where=order.name,
        )
    folder = inside_of(order.target)
    if not (folder / "texts.json").is_file():
        command = f"padai build {order.project.surveys}/{order.survey.id} --wave {order.wave}"
        raise WitnessError(
            Said("pipeline-this-version-has-no-store-yet-and-a", command=command),
            where=order.name,
        )
    return open_store(folder)


# --- figures -------------------------------------------------------------------------------------


def _witness(order: Order, store: Store, say: Say, lang: str) -> Witness:
    samples: list[WitnessSample] = []
    figures: list[Figure] = []
    for part in order.survey.wave(order.wave).parts:
        if order.survey.part(order.wave, part).sample_type not in INFERENTIAL:
            continue
        levels, changes, periods = _published(store, part, order.wave)
        if not levels:
            continue
        say(f"{order.survey.id} {order.wave} {part}")
        rows = [*levels, *changes, *periods]
        whole = _waves(order, store, part, {key[0] for row in rows for key in _rests_on(row)})
        asked = _asked(whole, rows)
        sample = sample_told(whole, [(source_of(est), row) for est, row in asked.values()], part)
        cells = dict(zip(asked, sample[1], strict=True))
        _check_found(order, rows, cells)
        samples.append(sample[0])
        figures += [level_figure(row, cells[_key(row)], "logit", part) for row in levels]
        figures += [_change(row, cells, part) for row in changes]
        figures += [_period(row, cells, store, part) for row in periods]
    if not figures:
        raise WitnessError(
            Said("pipeline-no-key-result-of-this-release-has-a"),
            where=order.name,
        )
    version = f"{order.survey.id} {order.wave} {order.target.name}"
    return witness_of(samples, figures, level=store.facts["level"], title=version, lang=lang)


def _published(store: Store, part: str, wave: str) -> tuple[list[Row], list[Row], list[Row]]:
    """Return the rows of key results: of the wave and those it is compared with, changes, periods.

    What is told of a whole period names the waves that it rests on under `waves`.
    """
    keys = {(k.question, k.net, k.breakdown, k.group) for k in store.survey.key_results}
    names = ("trends", "differences", "slopes")
    rows = {name: _rows(store, name, part, keys) for name in names}
    changes = rows["differences"]
    shown = {wave, *(str(row["reference"]) for row in changes)}
    ids = [*store.survey.earlier(wave, part), wave]
    periods: list[Row] = [
        {**row, "waves": _waves_of(row, ids, store.survey.question(str(row["question"])))}
        for row in rows["slopes"]
        if row["term"] in (SLOPE, ENDS) and row["on"] == "points"
    ]
    return [row for row in rows["trends"] if str(row["wave"]) in shown], changes, periods


def _waves_of(row: Row, ids: list[str], question: Question) -> list[str]:
    """Return the waves that a series rests on, from the oldest; it may not be asked in each."""
    first, last = (ids.index(str(row[name])) for name in ("first_wave", "last_wave"))
    left = str(row["left_out"]).split()
    between = ids[first : last + 1]
    return [each for each in between if each not in left and question.asked_in(each)]


def _rows(store: Store, name: str, part: str, keys: set[tuple[str, str, str, str]]) -> list[Row]:
    frame = store.tables[name]
    mine = frame[(frame["part"] == part) & frame["estimate"].notna()]
    rows: list[dict[Any, Any]] = mine.to_dict("records")
    return [row for row in rows if tuple(str(row[c]) for c in _CELL) in keys]


def _waves(order: Order, store: Store, part: str, needed: set[str]) -> Wave | Stack:
    """Read and weight the waves of a part: those needed, or all that share people or units."""
    survey = order.survey
    ids = [*survey.earlier(order.wave, part), order.wave]
    if survey.overlap in (None, "none"):
        ids = [each for each in ids if each in needed]
    ready = [
        weight_as_declared(read_delivery(survey, each, part, data_dir=order.data_dir).wave())
        for each in ids
    ]
    # groups that were merged for confidentiality are those of the store
    ready = [wave.redefined(store.survey) for wave in ready]
    return stack(ready, overlap=survey.overlap) if len(ready) > 1 else ready[0]


def _asked(whole: Wave | Stack, rows: Iterable[Row]) -> dict[Key, tuple[Estimates, int]]:
    """Return each estimate that the rows are of, by its key: the estimates and the row in them."""
    wanted = {key for row in rows for key in _rests_on(row)}
    asked_of: dict[Key, tuple[Estimates, int]] = {}
    for verb, mine in (
        (proportion, {k for k in wanted if k[2] != MEAN}),
        (mean, {k for k in wanted if k[2] == MEAN}),
    ):
        if not mine:
            continue
        by = sorted({k[3] for k in mine} - {"total"})
        made = verb(whole, sorted({k[1] for k in mine}), by=by)
        frame = made.frame
        keys = zip(*(frame[c].astype(str) for c in ("wave", *_CELL)), strict=True)
        asked_of |= {key: (made, place) for place, key in enumerate(keys) if key in mine}
    return asked_of


def _check_found(order: Order, rows: Iterable[Row], cells: Mapping[Key, AskedEstimate]) -> None:
    """Refuse figures that the definition no longer has."""
    lost = sorted({key for row in rows for key in _rests_on(row)} - set(cells))
    if lost:
        question, response = lost[0][1:3]
        raise WitnessError(
            Said("pipeline-the-store-holds-figures-that-the", question=question, response=response),
            where=order.name,
        )


def _key(row: Row) -> Key:
    return (str(row["wave"]), *(str(row[c]) for c in _CELL))


def _rests_on(row: Row) -> list[Key]:
    """Return the keys of all estimates that a row is made of."""
    if "waves" in row:
        return [(each, *_key(row)[1:]) for each in row["waves"]]
    return [_key(row), *_reference(row)]


def _period(row: Row, cells: Mapping[Key, AskedEstimate], store: Store, part: str) -> Figure:
    """Return the figure of a slope or of a period's ends; one that a bridge enters is left out."""
    survey, waves, cell = store.survey, row["waves"], _key(row)[1:]
    bridges = (b for brk in breaks_between(survey, waves[-1], waves[0]) for b in brk.bridges)
    bridged = any((b.question, b.net, b.breakdown, b.group) == cell for b in bridges)
    dates = [survey.wave(each).date.isoformat() for each in waves]
    asked = [cells[each, *cell] for each in waves]
    return whole_figure(row, waves, dates, asked, part, bridged=bridged)


def _reference(row: Row) -> list[Key]:
    """Return the key of what a difference subtracts, where it is another estimate of its own."""
    reference = row.get("reference")
    return [(str(reference), *_key(row)[1:])] if reference and reference != REST else []


def _change(row: Row, cells: Mapping[Key, AskedEstimate], part: str) -> Figure:
    before = [cells[key] for key in (*_reference(row), _key(row))]
    return change_figure(row, cells[_key(row)], before[0], part)
