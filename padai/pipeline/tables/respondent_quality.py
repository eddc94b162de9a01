"""The quality of people's answers, and what is published with and without the worst of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.errors import PadaiError
from padai.estimation import proportion
from padai.numerics.quality_index import quality_index, worst
from padai.pipeline.parts.facts import LEVEL
from padai.pipeline.parts.preparation import Prepared, weight_as_declared
from padai.pipeline.tables.changes import withheld_of
from padai.pipeline.tables.explanation import (
    MAIN,
    TOTAL,
    error_code,
    headlines_judged,
    of_waves,
)
from padai.pipeline.tables.one_base import told_of_one_base
from padai.store import COLUMNS
from padai.survey import Condition, Survey
from padai.survey.respondent_quality import DECLARED, RespondentQuality
from padai.trends.robustness import Trials
from padai.trends.schemes import base_weighted
from padai.validation.respondent_signals import respondent_signals
from padai.waves import Wave, stack

SIGNAL, LEFT_OUT, LEVEL_KIND, CHANGE_KIND = "signal", "left_out", "level", "change"
WITHOUT = "without_worst"
FEW, TIED, REPLICATES = "few_set_apart", "tied", "replicates_stay"
HANDFUL = "handful"
CLOSED = "closed_signal"
"""The index reads an answer that is kept close: who are set apart are, or hold, who gave it."""
_OTHER = {"estimate": "estimate_without", "conf_low": "low_without", "conf_high": "high_without"}


def quality_table(
    survey: Survey, parts: Mapping[str, Prepared], tables: Mapping[str, pd.DataFrame]
) -> pd.DataFrame:
    """Tell the declared signals of the main part, and each headline without the worst answers.

    Rows by `kind`: ``signal``, how many people were seen with something, wave by wave;
    ``left_out``, how many are set apart; ``level``, a headline of the last wave with and without
    them, weighted anew to the same targets; ``change``, its change and verdict, in both alike.

    Parameters
    ----------
    tables
        The disclosed tables of the store. A sensitive question, and one that has a withheld cell,
        is told of one base alone.

    Notes
    -----
    Where fewer people than the published minimum would be set apart, in either wave, nothing is
    told of what is published without them; nor in a design of replicate weights, which cannot be
    made again here; nor where the index reads a question that is told of one base alone: their
    number may be how few gave an answer to it.
    """
    columns, ready, rule = COLUMNS["quality"], parts.get(MAIN), survey.respondent_quality
    if rule is None or ready is None:
        return pd.DataFrame(columns=columns)
    waves = ready.waves[-2:]
    apart: dict[str, NDArray[np.bool_]] = {}
    rows: list[dict[str, Any]] = []
    for wave in waves:
        signals = respondent_signals(wave, rule)
        apart[wave.id] = _worst(wave, signals, rule)
        shown = _open(survey, signals, rule, tables)
        rows += _seen(survey, wave, shown)
        if len(shown) < len(signals):
            rows.append({"kind": LEFT_OUT, "wave": wave.id, "reason": CLOSED})
        else:
            rows.append(_left_out(survey, wave, signals, apart[wave.id]))
    wanted = [r.get("reason", "") for r in rows if r["kind"] == LEFT_OUT]
    if not wanted[-1]:
        rows += _levels(survey, ready.last, apart[ready.last.id], tables)
    if len(waves) > 1 and not any(wanted):
        rows += _changes(survey, parts, waves, apart, tables)
    frame = pd.DataFrame([{"part": MAIN, **row} for row in rows]).reindex(columns=columns)
    texts = (
        "part",
        "kind",
        "wave",
        "reference",
        "question",
        "response",
        "item",
        "verdict",
        "verdict_without",
        "differs",
        "reason",
    )
    return frame.assign(**{c: frame[c].astype(object).fillna("") for c in texts})


def _worst(
    wave: Wave, signals: Mapping[str, NDArray[np.float64]], rule: RespondentQuality
) -> NDArray[np.bool_]:
    """Return who is set apart, among those who have a weight."""
    out = np.zeros(len(wave), dtype=bool)
    if signals:
        index = quality_index(np.column_stack(list(signals.values())))
        out[wave.weighs] = worst(index[wave.weighs], rule.worst)
    return out


def _open(
    survey: Survey,
    signals: Mapping[str, NDArray[np.float64]],
    rule: RespondentQuality,
    tables: Mapping[str, pd.DataFrame],
) -> dict[str, NDArray[np.float64]]:
    """Leave out the signals that are crossings of a question that is told of one base alone."""
    own: dict[str, Sequence[Condition]] = {name: getattr(rule, name) for name in DECLARED}
    return {
        name: values
        for name, values in signals.items()
        if not any(
            told_of_one_base(survey, q, tables) for c in own.get(name, ()) for q in c.questions
        )
    }


def _seen(
    survey: Survey, wave: Wave, signals: Mapping[str, NDArray[np.float64]]
) -> Iterator[dict[str, Any]]:
    """Yield how many people each signal was seen in, out of those whom it could be read of.

    Of speed, those who took under a third of the median. A handful of people is not counted.
    """
    for name, values in signals.items():
        read = np.isfinite(values) & wave.weighs
        seen = read & (values > (2 / 3 if name == "speed" else 0))
        n, least = int(seen.sum()), survey.confidentiality.minimum_group
        row = {"kind": SIGNAL, "wave": wave.id, "item": name}
        if 0 < n < least or int(read.sum()) < least:
            yield {**row, "reason": HANDFUL}
        else:
            yield {**row, "n": n, "share": n / int(read.sum())}


def _left_out(
    survey: Survey, wave: Wave, signals: Mapping[str, Any], apart: NDArray[np.bool_]
) -> dict[str, Any]:
    """Return how many are set apart; a handful is not counted, as no signal of a handful is."""
    n = int(apart.sum())
    row: dict[str, Any] = {"kind": LEFT_OUT, "wave": wave.id}
    if 0 < n < survey.confidentiality.minimum_group:
        return {**row, "reason": FEW}
    row |= {"n": n, "share": n / int(wave.weighs.sum())}
    if not n:
        return {**row, "reason": TIED if signals else FEW}
    return {**row, "reason": REPLICATES} if wave.sample.replicates is not None else row


def _without(wave: Wave, apart: NDArray[np.bool_]) -> Wave:
    """Return the wave weighted anew, as declared, with those set apart at a weight of zero."""
    bare = base_weighted(wave)
    weights = np.where(apart, 0.0, np.asarray(bare.weights))
    weights.flags.writeable = False
    return weight_as_declared(bare._changed(_weights=weights))


def _levels(
    survey: Survey, wave: Wave, apart: NDArray[np.bool_], tables: Mapping[str, pd.DataFrame]
) -> Iterator[dict[str, Any]]:
    shown = tables["estimates"]
    followed = [(k.question, k.net) for k in survey.key_results if k.breakdown == TOTAL]
    followed += [(c.question, c.net) for f in survey.families[:1] for c in f.comparisons]
    for question, net in dict.fromkeys(followed):
        asked = survey.question(question).asked_in(wave.id, MAIN)
        if not asked or net == "mean" or told_of_one_base(survey, question, tables):
            continue
        place = {"part": MAIN, "question": question, "response": net, "breakdown": TOTAL}
        own = shown[np.logical_and.reduce([shown[c] == v for c, v in place.items()])]
        if len(own) != 1 or not np.isfinite(float(own["estimate"].iloc[0])):
            continue
        fixed = {
            "kind": LEVEL_KIND,
            "wave": wave.id,
            "question": question,
            "response": net,
            **{c: own[c].iloc[0] for c in _OTHER},
        }
        try:
            est = proportion(_without(wave, apart), question, level=LEVEL).frame
            row = est[est["response"].astype(str) == net].iloc[0]
            yield {**fixed, **{other: row[c] for c, other in _OTHER.items()}}
        except PadaiError as error:
            yield {**fixed, "reason": error_code(error, survey)}


def _changes(
    survey: Survey,
    parts: Mapping[str, Prepared],
    waves: tuple[Wave, ...],
    apart: Mapping[str, NDArray[np.bool_]],
    tables: Mapping[str, pd.DataFrame],
) -> Iterator[dict[str, Any]]:
    judged = [key[:2] for key in headlines_judged(survey, parts, tables["differences"])]
    judged = [key for key in judged if not told_of_one_base(survey, key[0], tables)]
    if not judged:
        return
    # who was asked before what they share is kept: earlier waves stand as they are
    every = parts[MAIN].waves if survey.overlap != "none" else waves
    overlap = survey.overlap
    fixed = {"kind": CHANGE_KIND, "wave": waves[-1].id, "reference": waves[0].id}
    try:
        other = stack(
            [_without(w, apart[w.id]) if w.id in apart else w for w in every], overlap=overlap
        )
        declared = stack(list(every), overlap=overlap)
    except PadaiError as error:
        for question, net in judged:
            yield {
                **fixed,
                "question": question,
                "response": net,
                "reason": error_code(error, survey),
            }
        return
    last, before = waves[-1].id, waves[0].id
    hidden = withheld_of(of_waves(tables["differences"], last, before))
    trials = Trials(
        declared, last, before, alternatives={WITHOUT: other}, level=LEVEL, withheld=hidden
    )
    for question, net in judged:
        place = {**fixed, "question": question, "response": net}
        try:
            yield {**place, **_both(trials.of(question, net))}
        except PadaiError as error:
            yield {**place, "reason": error_code(error, survey)}


def _both(frame: pd.DataFrame) -> dict[str, Any]:
    """Return a change as declared and without those set apart, in one row."""
    by = {str(row["variant"]): row for _, row in frame.iterrows()}
    declared, other = by["declared"], by[WITHOUT]
    return {
        **{c: declared[c] for c in _OTHER},
        "p_adjusted": declared["p_adjusted"],
        "verdict": declared["verdict"],
        **{name: other[c] for c, name in _OTHER.items()},
        "p_without": other["p_adjusted"],
        "verdict_without": other["verdict"],
        "differs": "true" if other["differs"] else "false",
        "reason": str(other["reason"] or ""),
    }
