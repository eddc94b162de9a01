"""Across waves: what changed in the instrument (errors), and in the answers (warnings).

A change in the answers is news, not a fault: it is told only where it is larger than sampling
explains, after Holm's adjustment over all such comparisons of the wave, and than five points.
A declared break that has the question in its scope explains both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from padai.numerics.multiplicity import holm
from padai.survey import Question
from padai.validation.context import (
    ANSWER,
    DONT_KNOW,
    EMPTY,
    FOREIGN,
    NOT_ASKED,
    Context,
    View,
    columns_of,
)
from padai.validation.registry import Fact, Hit, Points, PValue, Share, check
from padai.validation.structure import normal
from padai.validation.weight_checks import kish
from padai.waves.conditions import CHOSEN, option_positions

if TYPE_CHECKING:
    from numpy.typing import NDArray

SIZE_FLOOR = 0.05
BASE_FLOOR = 0.10
ALPHA = 0.05
VANISHED = 20.0
Kind = Literal["shift", "drift", "dont_know", "mode"]


@check(
    "returning_ids",
    "error",
    title=("Vagues indépendantes", "Independent waves"),
    fr="{count} identifiant(s) de la vague {wave} reviennent, alors que l’enquête déclare ses "
    "vagues indépendantes (overlap: none).",
    en="{count} identifier(s) of wave {wave} come back, though the survey declares its waves "
    "independent (overlap: none).",
    needs=("earlier", "id", "independent"),
)
def returning_ids(context: Context) -> Iterator[Hit]:
    """A respondent's id was already in an earlier wave."""
    column = str(context.view.spec.design.id)
    for before in context.earlier:
        earlier_column = before.spec.design.id
        if earlier_column is None:
            continue
        known = set(before.frame[earlier_column].dropna())
        rows = context.view.frame[column].isin(known).to_numpy()
        if rows.any():
            facts = {"wave": before.wave.id}
            yield Hit(column, "overlap: none", int(rows.sum()), rows, facts)


@check(
    "scale_reversed",
    "error",
    title=("Échelle inversée depuis une vague antérieure", "Scale reversed since an earlier wave"),
    fr="dans le fichier, les mêmes libellés de « {column} » vont à d’autres codes que dans la "
    "vague {wave} (codes {rule}), et aucune rupture n’est déclarée.",
    en="in the file, the same labels of “{column}” go to other codes than in wave {wave} "
    "(codes {rule}), and no break is declared.",
    needs=("earlier", "labels", "earlier labels"),
)
def scale_reversed(context: Context) -> Iterator[Hit]:
    """The labels of an earlier wave stand at other codes now."""
    for question, before, now, then in _labels_then(context):
        moved = [c for c in now if c in then and now[c] != then[c] and now[c] in then.values()]
        if moved:
            yield Hit(question.id, ", ".join(moved), facts={"wave": before.wave.id})


@check(
    "labels_changed",
    "error",
    title=("Libellés changés depuis une vague antérieure", "Labels changed since an earlier wave"),
    fr="dans le fichier, les libellés de « {column} » ont changé depuis la vague {wave} "
    "(codes {rule}), et aucune rupture n’est déclarée. Déclarez-la (breaks:), ou faites "
    "corriger le fichier.",
    en="in the file, the labels of “{column}” have changed since wave {wave} (codes {rule}), "
    "and no break is declared. Declare it (breaks:), or have the file corrected.",
    needs=("earlier", "labels", "earlier labels"),
)
def labels_changed(context: Context) -> Iterator[Hit]:
    """A code has another label than in an earlier wave, of words that are new."""
    for question, before, now, then in _labels_then(context):
        changed = [
            c for c in now if c in then and now[c] != then[c] and now[c] not in then.values()
        ]
        if changed:
            yield Hit(question.id, ", ".join(changed), facts={"wave": before.wave.id})


@check(
    "codes_changed",
    "error",
    title=("Codes changés depuis une vague antérieure", "Codes changed since an earlier wave"),
    fr="le fichier n’offre plus à « {column} » les mêmes réponses que la vague {wave} "
    "({rule}), et aucune rupture n’est déclarée.",
    en="the file does not offer “{column}” the same answers as wave {wave} ({rule}), and no "
    "break is declared.",
    needs=("earlier", "labels", "earlier labels"),
)
def codes_changed(context: Context) -> Iterator[Hit]:
    """A labelled answer appeared or disappeared."""
    for question, before, now, then in _labels_then(context):
        answers = {c.code for c in question.scale.codes} if question.scale else set()
        gone = [f"- {c}" for c in then if c not in now and c in answers]
        new = [f"+ {c}" for c in now if c not in then and c in answers]
        if gone or new:
            yield Hit(question.id, ", ".join(gone + new), facts={"wave": before.wave.id})


@check(
    "base_changed",
    "error",
    title=("Base changée depuis une vague antérieure", "Base changed since an earlier wave"),
    fr="« {column} » a été posée à {now} des personnes de sa base déclarée, contre {before} à la "
    "vague {wave}, et aucune rupture n’est déclarée.",
    en="“{column}” was put to {now} of the respondents in its declared base, against {before} in "
    "wave {wave}, and no break is declared.",
    needs=("earlier",),
)
def base_changed(context: Context) -> Iterator[Hit]:
    """The share of the declared base that was asked moved by ten points or more."""
    for question, before in _pairs(context):
        if question.type == "multiple":
            continue  # where a blank means "not chosen", who was asked cannot be told
        now, then = _asked_share(context.view, question), _asked_share(before, question)
        if abs(now - then) >= BASE_FLOOR:
            facts: dict[str, Fact] = {
                "now": Share(now),
                "before": Share(then),
                "wave": before.wave.id,
            }
            yield Hit(question.id, "base", facts=facts)


@check(
    "category_vanished",
    "error",
    title=("Réponse disparue", "An answer that vanished"),
    fr="personne n’a donné la réponse {rule} à « {column} », que {share} des personnes donnaient à "
    "la vague {wave}, et aucune rupture n’est déclarée.",
    en="nobody gave answer {rule} to “{column}”, which {share} of the respondents gave in wave "
    "{wave}, and no break is declared.",
    needs=("earlier",),
)
def category_vanished(context: Context) -> Iterator[Hit]:
    """An answer that twenty people or more would have given, at the earlier rate, is absent.

    Where the file still labels its code, the answer was offered, and its fall is a change of the
    answers (``distribution_shift``), not of the instrument.
    """
    for question, before in _pairs(context):
        if question.type not in ("single", "rating") or question.scale is None:
            continue
        codes = len(question.scale.codes)
        now = np.bincount(_answers(context.view, question, codes), minlength=codes)
        then = np.bincount(_answers(before, question, codes), minlength=codes)
        if not now.sum() or not then.sum():
            continue
        share = then / then.sum()
        offered = _by_code(context.view, question)
        for place in np.flatnonzero((now == 0) & (share * now.sum() >= VANISHED)):
            code = question.scale.codes[place].code
            if code not in offered:
                facts: dict[str, Fact] = {
                    "share": Share(float(share[place])),
                    "wave": before.wave.id,
                }
                yield Hit(question.id, code, facts=facts)


@dataclass(frozen=True)
class Change:
    """One comparison of two waves: its kind, question, answer, shares and p-value."""

    kind: Kind
    question: str
    answer: str
    wave: str
    now: float
    before: float
    p_value: float

    @property
    def size(self) -> float:
        """The change, as a proportion."""
        return self.now - self.before


_MOVED_FR = "de {before} à {now} depuis la vague {wave} ({points} points, p ajusté {p})"
_MOVED_EN = "from {before} to {now} since wave {wave} ({points} points, adjusted p {p})"


@check(
    "dont_know_jump",
    "warning",
    title=("Saut des « ne sait pas »", "Jump of don't know"),
    fr="la part de « ne sait pas » à « {column} » est passée " + _MOVED_FR + ".",
    en="the share of don't know in “{column}” went " + _MOVED_EN + ".",
    needs=("earlier",),
)
def dont_know_jump(context: Context) -> Iterator[Hit]:
    """The share of "don't know" moved more than sampling explains."""
    yield from _told(context, "dont_know")


@check(
    "distribution_shift",
    "warning",
    title=("Répartition des réponses", "Distribution of the answers"),
    fr="les réponses à « {column} » ont bougé plus que l’échantillonnage ne l’explique : la "
    "réponse {rule} est passée " + _MOVED_FR + ". Un changement réel est une nouvelle ; "
    "vérifiez qu’il n’est pas dû au fichier.",
    en="the answers to “{column}” moved more than sampling explains: answer {rule} went "
    + _MOVED_EN
    + ". A real change is news; check that it is not due to the file.",
    needs=("earlier",),
)
def distribution_shift(context: Context) -> Iterator[Hit]:
    """The distribution of a question moved more than sampling explains."""
    yield from _told(context, "shift")


@check(
    "demographic_drift",
    "warning",
    title=("Composition de l’échantillon", "Composition of the sample"),
    fr="la composition de l’échantillon selon « {column} » a bougé : la réponse {rule} est "
    "passée " + _MOVED_FR + ".",
    en="the composition of the sample by “{column}” moved: answer {rule} went " + _MOVED_EN + ".",
    needs=("earlier",),
)
def demographic_drift(context: Context) -> Iterator[Hit]:
    """The unweighted make-up of the sample moved more than sampling explains."""
    yield from _told(context, "drift")


@check(
    "mode_drift",
    "warning",
    title=("Modes de collecte", "Modes of interview"),
    fr="la répartition des modes (« {column} ») a bougé : le mode {rule} est passé "
    + _MOVED_FR
    + ".",
    en="the mix of modes (“{column}”) moved: mode {rule} went " + _MOVED_EN + ".",
    needs=("earlier", "mode"),
)
def mode_drift(context: Context) -> Iterator[Hit]:
    """The mix of modes moved more than sampling explains."""
    yield from _told(context, "mode")


def _told(context: Context, kind: Kind) -> Iterator[Hit]:
    for change, adjusted in changes(context):
        if change.kind == kind and adjusted < ALPHA and abs(change.size) >= SIZE_FLOOR:
            facts: dict[str, Fact] = {
                "now": Share(change.now),
                "before": Share(change.before),
                "wave": change.wave,
                "points": Points(change.size),
                "p": PValue(adjusted),
            }
            yield Hit(change.question, change.answer, facts=facts)


def changes(context: Context) -> list[tuple[Change, float]]:
    """Return every statistical comparison with the last wave, and its p adjusted over them all."""
    if "changes" not in context.cache:
        found = [
            c for question, before in _pairs(context) for c in _compared(context, question, before)
        ]
        adjusted = holm([c.p_value for c in found]) if found else np.empty(0)
        context.cache["changes"] = list(zip(found, adjusted.tolist(), strict=True))
    made: list[tuple[Change, float]] = context.cache["changes"]
    return made


def _pairs(context: Context) -> Iterator[tuple[Question, View]]:
    """Yield each question with the latest earlier wave that asked it, no break between them."""
    for question in context.view.questions:
        for before in reversed(context.earlier):
            if question in before.questions:
                if not context.breaks(question, before):
                    yield question, before
                break


def _compared(context: Context, question: Question, before: View) -> Iterator[Change]:
    demographic = question.id in {b.question for b in context.survey.breakdowns}
    mode = context.role("mode")
    kind: Kind = "mode" if mode is not None and mode.id == question.id else "shift"
    kind = "drift" if demographic and kind == "shift" else kind
    weighted = kind == "shift"
    if question.type == "multiple":
        for column in columns_of(question):
            pair = [_option_shares(v, question, column, weighted) for v in (context.view, before)]
            yield from _change(
                kind, question.id, [column.removeprefix(question.id + "_")], before, pair
            )
    elif question.scale is not None:
        codes = [c.code for c in question.scale.codes]
        pair = [_shares(v, question, len(codes), weighted) for v in (context.view, before)]
        yield from _change(kind, question.id, codes, before, pair)
    if any(c.kind == "dont_know" for c in question.missing_codes):
        pair = [_dont_know(v, question) for v in (context.view, before)]
        yield from _change("dont_know", question.id, ["dont_know"], before, pair)


def _change(
    kind: Kind,
    question: str,
    answers: list[str],
    before: View,
    pair: list[tuple[NDArray[np.float64], float]],
) -> Iterator[Change]:
    """Compare two vectors of shares by a chi-square on effective sizes; tell the largest move."""
    from scipy.stats import chi2

    (now, n_now), (then, n_then) = pair
    if min(n_now, n_then) < 30:
        return
    if now.size == 1:
        now, then = np.append(now, 1 - now), np.append(then, 1 - then)
    pooled = (n_now * now + n_then * then) / (n_now + n_then)
    held = pooled > 0
    if held.sum() < 2:
        return
    each = 1 / n_now + 1 / n_then
    statistic = float((((now - then)[held]) ** 2 / (pooled[held] * each)).sum())
    worst = int(np.argmax(np.abs((now - then)[: len(answers)])))
    p_value = float(chi2.sf(statistic, held.sum() - 1))
    yield Change(
        kind,
        question,
        answers[worst],
        before.wave.id,
        float(now[worst]),
        float(then[worst]),
        p_value,
    )


def _answers(view: View, question: Question, codes: int) -> NDArray[np.intp]:
    positions = view.positions(question)
    return positions[(positions >= 0) & (positions < codes)]


def _effective(
    view: View, rows: NDArray[np.bool_], weighted: bool
) -> tuple[NDArray[np.float64], float]:
    """The weights of some rows (one each where unweighted), and their effective number."""
    weights = np.where(rows, view.weights if weighted else 1.0, 0.0)
    held = weights[weights > 0]
    return weights, float(held.size / kish(held)) if held.size else 0.0


def _shares(
    view: View, question: Question, codes: int, weighted: bool
) -> tuple[NDArray[np.float64], float]:
    positions = view.positions(question)
    rows = (positions >= 0) & (positions < codes)
    weights, n = _effective(view, rows, weighted)
    sums = np.bincount(positions[rows], weights[rows], minlength=codes)
    return sums / max(sums.sum(), 1e-300), n


def _option_shares(
    view: View, question: Question, column: str, weighted: bool
) -> tuple[NDArray[np.float64], float]:
    rows = view.states(question) == ANSWER
    weights, n = _effective(view, rows, weighted)
    chosen = option_positions(view.frame[column], question) == CHOSEN
    return np.array([weights[rows & chosen].sum() / max(weights.sum(), 1e-300)]), n


def _dont_know(view: View, question: Question) -> tuple[NDArray[np.float64], float]:
    states = view.states(question)
    rows = ~np.isin(states, (EMPTY, NOT_ASKED, FOREIGN))
    weights, n = _effective(view, rows, True)
    said = weights[rows & (states == DONT_KNOW)].sum()
    return np.array([said / max(weights.sum(), 1e-300)]), n


def _asked_share(view: View, question: Question) -> float:
    put = view.put(question)
    asked = ~np.isin(view.states(question), (EMPTY, NOT_ASKED))
    return float((asked & put).sum() / max(put.sum(), 1))


def _labels_then(
    context: Context,
) -> Iterator[tuple[Question, View, dict[str, str], dict[str, str]]]:
    """Yield the labels by code, now and in the latest earlier wave that labels the question."""
    for question, before in _pairs(context):
        if question.type in ("single", "rating"):
            now, then = _by_code(context.view, question), _by_code(before, question)
            if now and then:
                yield question, before, now, then


def _by_code(view: View, question: Question) -> dict[str, str]:
    labels: Mapping[Any, str] = view.wave.provenance.get("value_labels", {}).get(question.id, {})
    codes = {value: code for code, value in question.values.items()}
    return {codes[v]: normal(label) for v, label in labels.items() if v in codes}
