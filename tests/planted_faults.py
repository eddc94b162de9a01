"""Eighty-four faults planted in synthetic waves: what each is, and which check must find it.

``python -m tests.planted_faults`` plants them all, simulates two hundred clean waves, prints how
many were caught and how many clean waves were accused, and writes ``docs/planted-faults.md``.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

import padai
from padai.errors import french
from padai.simulation import rebuild
from padai.survey import DesignSpec, Survey, load_survey
from padai.validation import CHECKS, Finding, Findings, validate
from padai.waves.reading import Delivery, read_delivery
from tests.builders import respondents, write_survey

LABELS = {
    "trust": {
        1: "Tout à fait",
        2: "Plutôt",
        3: "Plutôt pas",
        4: "Pas du tout",
        98: "Je ne sais pas",
    },
    "user": {1: "Oui", 2: "Non"},
}
GRID = "".join(
    f"  g{i}: {{label: {{fr: G{i}, en: G{i}}}, wording: {{fr: G, en: G}}, scale: confidence}}\n"
    for i in range(6)
)
ROLES = "roles: {duration: [minutes], interview_date: [day], form: [ballot], mode: [how]}\n"
EXTRA = (
    "  minutes: {type: number, label: {fr: D, en: D}, wording: {fr: D, en: D}}\n"
    "  day: {type: open, label: {fr: J, en: J}, wording: {fr: J, en: J}}\n"
    "  ballot: {label: {fr: V, en: V}, wording: {fr: V, en: V},"
    " scale: {codes: {A: {fr: A, en: A}, B: {fr: B, en: B}}}}\n"
    "  how: {label: {fr: M, en: M}, wording: {fr: M, en: M},"
    " scale: {codes: {1: {fr: Web, en: Web}, 2: {fr: Tel, en: Phone}}}}\n"
)
ITEMS = "".join(
    f"  h{i}: {{label: {{fr: H{i}, en: H{i}}}, wording: {{fr: H, en: H}}, scale: yes_no}}\n"
    for i in range(30)
)
WIDE = {
    "  word: {type: open": GRID + EXTRA + "  word: {type: open",
    "families:": ROLES + "families:",
}
"""The survey ``mini`` with a grid, a duration, a date, a split ballot and two modes."""
FULL = {
    "  word: {type: open": ITEMS + GRID + EXTRA + "  word: {type: open",
    "families:": ROLES + "families:",
    "    design: {id: id, weight: w}": "    weight_total: 600\n"
    "    design: {id: id, weight: w, stratum: h}",
    "      99: {label: {fr: Refus": "      97: {label: {fr: Non posée, en: Not asked}, "
    "kind: not_asked}\n      99: {label: {fr: Refus",
    "scale: confidence, headline_net: trust}": "scale: confidence, headline_net: trust, "
    "margin: {points: 12, reason: {fr: r, en: r}, date: 2024-01-01}}",
}
"""The same with thirty more questions, strata, a total of the weights, a code for not asked, and a
margin."""
N = 600
Change = Callable[[pd.DataFrame], pd.DataFrame]


def wide_rows(seed: int = 1, first_id: int = 1, n: int = N, **changed: Any) -> pd.DataFrame:
    """Rows of the survey with a grid, a duration, a date, a ballot and a mode."""
    rng = np.random.default_rng(100 + seed)
    rows = respondents(n, seed=seed, first_id=first_id)
    for i in range(6):
        rows[f"g{i}"] = rng.choice([1.0, 2.0, 3.0, 4.0, 98.0], n, p=[0.2, 0.3, 0.25, 0.2, 0.05])
    rows["minutes"] = rng.uniform(8, 16, n)
    rows["day"] = rng.choice(["2025-05-02", "2025-05-20"], n)
    rows["ballot"] = rng.permutation(np.resize(["A", "B"], n))
    rows["how"] = rng.choice([1.0, 2.0], n)
    return rows.assign(**changed)


def full_rows(seed: int = 1, first_id: int = 1) -> pd.DataFrame:
    """Rows of the survey with everything; weights sum to the total that it declares."""
    rng = np.random.default_rng(200 + seed)
    rows = wide_rows(seed, first_id)
    items = {f"h{i}": rng.choice([1.0, 2.0], N) for i in range(30)}
    return rows.assign(**items, h=np.resize(["a", "b", "c"], N), w=rows["w"] * N / rows["w"].sum())


def delivery(
    folder: Path,
    rows: pd.DataFrame,
    wave: str = "2025",
    design: Mapping[str, Any] | None = None,
    unweighted: tuple[str, ...] = (),
    **provenance: Any,
) -> Delivery:
    """A delivery of these rows, without a file."""
    origin = {"value_labels": LABELS, **provenance}
    survey = _without_weights(_designed(_loaded(folder), design or {}), unweighted)
    joint = rows.attrs.get("joint")
    return Delivery(rows, np.arange(1, len(rows) + 1), survey, wave, "main", origin, joint)


_loaded = cache(load_survey)


def _designed(survey: Survey, design: Mapping[str, Any]) -> Survey:
    """The survey with another design in each wave, and a region whose psus are its own."""
    if not design:
        return survey
    waves = {}
    for name, wave in survey.wave_defs.items():
        part = wave.parts["main"].model_copy(
            update={"design": DesignSpec.model_validate(design), "weight_total": None}
        )
        waves[name] = wave.model_copy(update={"parts": {"main": part}})
    return survey.model_copy(
        update={"wave_defs": waves, "roles": {**survey.roles, "region": ("sex",)}}
    )


def _without_weights(survey: Survey, unweighted: tuple[str, ...]) -> Survey:
    """The survey, some waves of which have no weight."""
    waves = dict(survey.wave_defs)
    for name in unweighted:
        main = waves[name].parts["main"]
        design = main.design.model_copy(update={"weight": None})
        bare = {"design": design, "weight_total": None, "weighting": None}
        part = main.model_copy(update=bare)
        waves[name] = waves[name].model_copy(update={"parts": {"main": part}})
    return survey.model_copy(update={"wave_defs": waves}) if unweighted else survey


def put(column: str, value: Any, rows: Any = slice(0, 4)) -> Change:
    """Write a value into some rows of a column."""

    def change(frame: pd.DataFrame) -> pd.DataFrame:
        frame = frame.copy()
        if isinstance(value, str):
            frame[column] = frame[column].astype(object)
        frame.loc[frame.index[rows], column] = value
        return frame

    return change


def skewed(frame: pd.DataFrame, column: str = "trust") -> pd.DataFrame:
    """Answers that trust twenty points more."""
    rng = np.random.default_rng(3)
    shares = [0.4, 0.3, 0.15, 0.1, 0.05]
    return frame.assign(**{column: rng.choice([1.0, 2.0, 3.0, 4.0, 98.0], len(frame), p=shares)})


def _same(frame: pd.DataFrame) -> pd.DataFrame:
    return frame


def _copied(changed: tuple[str, ...] = ()) -> Change:
    """Ten respondents answer as ten others did, but for some questions."""

    def change(frame: pd.DataFrame) -> pd.DataFrame:
        frame = frame.copy()
        columns = frame.columns.drop(["id", "w"])
        frame.loc[10:19, columns] = frame.loc[0:9, columns].to_numpy()
        for name in changed:
            frame.loc[10:19, name] = 3 - frame.loc[10:19, name]
        return frame

    return change


def _lined(frame: pd.DataFrame) -> pd.DataFrame:
    line = np.arange(len(frame)) < 200
    return frame.assign(**{f"g{i}": np.where(line, 2.0, frame[f"g{i}"]) for i in range(6)})


def _broken_off(rows: slice) -> Change:
    def change(frame: pd.DataFrame) -> pd.DataFrame:
        frame = frame.copy()
        names = [*(f"g{i}" for i in range(6)), *(f"h{i}" for i in range(20, 30))]
        frame.loc[rows, [*names, "minutes", "day", "ballot", "how", "word"]] = np.nan
        return frame

    return change


def _blank(column: str, share: float) -> Change:
    return lambda frame: frame.assign(
        **{column: frame[column].where(np.arange(len(frame)) >= share * len(frame))}
    )


def _reweighted(factor: Mapping[int, float]) -> Change:
    """Multiply the first weights, and keep the sum of all."""

    def change(frame: pd.DataFrame) -> pd.DataFrame:
        weights = frame["w"].to_numpy(copy=True)
        for first, times in factor.items():
            weights[:first] *= times
        return frame.assign(w=weights * frame["w"].sum() / weights.sum())

    return change


def _balanced(frame: pd.DataFrame) -> pd.DataFrame:
    """Weights that give half the total to each sex."""
    share = frame.groupby("sex")["w"].transform("sum")
    return frame.assign(w=frame["w"] / share * N / 2)


@dataclass(frozen=True)
class Fault:
    """One planted fault.

    `rows` spoils the wave and `before` the earlier one; `labels` and `ranges` are what the file
    says of its columns, `earlier_labels` what the earlier file said.
    """

    check: str
    column: str
    fr: str
    en: str
    rows: Change = _same
    before: Change = _same
    labels: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    earlier_labels: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    ranges: Mapping[str, list[tuple[float, float]]] = field(default_factory=dict)
    stage: str = "delivered"
    design: Mapping[str, Any] = field(default_factory=dict)
    """What the design of both waves is, where it is another."""
    unweighted: tuple[str, ...] = ()
    """The waves that have no weight."""


def _delivered_already(rows: int) -> Change:
    """The earlier wave's first rows are those that the later wave will have."""

    def change(frame: pd.DataFrame) -> pd.DataFrame:
        frame = frame.copy()
        answers = frame.columns.drop(["id", "w", "day"])
        frame.loc[: rows - 1, answers] = full_rows().loc[: rows - 1, answers].to_numpy()
        return frame.infer_objects()

    return change


SIDES = [f"h{i}" for i in range(10, 14)]
"""Questions that women and men answer otherwise, in a clear wave."""


def _clear(frame: pd.DataFrame) -> pd.DataFrame:
    """What women and men, and those who say 1 or 2 to h20, answer otherwise."""
    rng = np.random.default_rng(len(frame) + int(frame["id"].iloc[0]))
    frame = frame.copy()
    for name in SIDES:
        woman = np.where(frame["sex"] == "F", 0.75, 0.25)
        frame[name] = np.where(rng.random(len(frame)) < woman, 1.0, 2.0)
    for name in ("h21", "h22", "h23"):
        kept = rng.random(len(frame)) < 0.8
        frame[name] = np.where(kept, frame["h20"], 3.0 - frame["h20"])
    return frame


def _and(*changes: Change) -> Change:
    def change(frame: pd.DataFrame) -> pd.DataFrame:
        for each in changes:
            frame = each(frame)
        return frame

    return change


def _exchanged(column: str, one: Any, other: Any) -> Change:
    return lambda f: f.assign(**{column: f[column].map({one: other, other: one})})


def _shifted(column: str) -> Change:
    return lambda f: f.assign(**{column: np.roll(f[column].to_numpy(), 10)})


def _weighted_by_group(frame: pd.DataFrame) -> pd.DataFrame:
    """Weights that the groups explain, as those of a calibration are."""
    by_sex = np.where(frame["sex"] == "F", 1.3, 0.7)
    weights = by_sex * np.where(frame["age"] < 35, 1.2, 0.9)
    return frame.assign(w=weights * N / weights.sum())


def _clustered(frame: pd.DataFrame) -> pd.DataFrame:
    """Psus of their own in each stratum and wave."""
    wave = int(frame["id"].iloc[0])
    return frame.assign(c=[f"{h}{wave}-{i // 12}" for i, h in enumerate(frame["h"])])


DRAWN = {"id": "id", "weight": "w", "stratum": "h", "psu": "c"}


def _paired(times: float) -> Change:
    """Psus with a probability each, and pairs drawn so many times as often as apart."""

    def change(frame: pd.DataFrame) -> pd.DataFrame:
        frame = _clustered(frame).assign(p_c=lambda f: 0.2 + 0.1 * (f["c"].str[-1] > "4"))
        units = frame.groupby("c")["p_c"].first()
        square = np.outer(units, units) * times
        np.fill_diagonal(square, units)
        frame.attrs["joint"] = padai.JointProbabilities(
            pd.DataFrame(square, units.index, units.index)
        )
        return frame

    return change


PAIRED = {
    "id": "id", "weight": "w", "psu": "c", "fpc": "p_c", "pps": "joint",
    "joint_probabilities": {"file": "pairs.csv"},
}  # fmt: skip


def _halved(low: float) -> Change:
    """Give four half samples, whose weights are ``low`` and ``2 - low`` times the full weight."""

    def change(frame: pd.DataFrame) -> pd.DataFrame:
        halves = {f"bw{k}": (np.arange(len(frame)) >> k) % 2 == 1 for k in range(4)}
        made = {name: frame["w"] * np.where(half, 2 - low, low) for name, half in halves.items()}
        return frame.assign(**made)

    return change


HALVED = {"id": "id", "weight": "w", "replicates": {"kind": "brr", "prefix": "bw"}}
UNSTRATIFIED = {"id": "id", "weight": "w", "psu": "c"}
TURNED = {1: "Pas du tout", 2: "Plutôt pas", 3: "Plutôt", 4: "Tout à fait", 98: "Je ne sais pas"}
IN_ENGLISH = {
    "trust": {
        1: "Completely",
        2: "Somewhat",
        3: "Not very much",
        4: "Not at all",
        98: "I don’t know",
    },
    "user": {1: "Yes, I do", 2: "No, I do not"},
}
SHORTER = {code: label for code, label in LABELS["trust"].items() if code != 2}
FAULTS: tuple[Fault, ...] = (
    Fault("missing_column", "trust", "une colonne de question retirée", "a question’s column taken out", lambda f: f.drop(columns="trust")),
    Fault("missing_column", "means_web", "une option de réponses multiples retirée", "one option of a multiple response taken out", lambda f: f.drop(columns="means_web")),
    Fault("missing_column", "g4", "une colonne renommée", "a column renamed", lambda f: f.rename(columns={"g4": "G_4"})),
    Fault("unknown_column", "extra", "une colonne de trop", "one column too many", lambda f: f.assign(extra=1)),
    Fault("unknown_code", "trust", "un code hors de l’échelle", "a code off the scale", put("trust", 7.0)),
    Fault("unknown_code", "sex", "une casse différente d’un code en lettres", "a lettered code in another case", put("sex", "f")),
    Fault("unknown_code", "means_phone", "autre chose que 0 ou 1 dans une option", "other than 0 or 1 in an option", put("means_phone", 3.0)),
    Fault("unknown_code", "h3", "un seul code fautif sur 600", "one wrong code in 600", put("h3", 0.0, slice(0, 1))),
    Fault("not_a_number", "age", "un âge en lettres", "an age in words", put("age", "douze")),
    Fault("out_of_range", "age", "un âge sous l’étendue", "an age under the range", put("age", 17.0)),
    Fault("out_of_range", "age", "un âge au-dessus de l’étendue", "an age over the range", put("age", 111.0)),
    Fault("id_missing", "id", "des identifiants vides", "blank identifiers", put("id", np.nan)),
    Fault("id_duplicate", "id", "un identifiant répété", "an identifier repeated", put("id", 9)),
    Fault("design_missing", "h", "des strates vides", "blank strata", put("h", None)),
    Fault("no_answers", "g3", "une colonne toute vide", "a column all blank", lambda f: f.assign(g3=np.nan)),
    Fault("no_answers", "g3", "une colonne toute « non posée »", "a column all “not asked”", lambda f: f.assign(g3=97.0)),
    Fault("outside_fieldwork", "day", "une entrevue après la collecte", "an interview after fieldwork", put("day", "2025-05-21")),
    Fault("outside_fieldwork", "day", "une entrevue avant la collecte", "an interview before fieldwork", put("day", "2025-04-30")),
    Fault("label_of_other_code", "trust", "les libellés d’une échelle retournés", "the labels of a scale turned round", labels={"trust": TURNED}),
    Fault("marks_turned", "means_web", "1 pour une réponse non choisie", "1 for an option that was not chosen", labels={"means_web": {0: "Choisi", 1: "Non choisi"}}),
    Fault("label_differs", "user", "un libellé sans rapport avec la définition", "a label unlike the definition’s", labels={"user": {1: "Oui", 2: "Quelquefois, la fin de semaine"}}),
    Fault("unknown_label", "trust", "un code de plus dans les libellés", "one more code among the labels", labels={"trust": {**LABELS["trust"], 5: "Autre"}}),
    Fault("missing_marked_as_answer", "g1", "une réponse marquée manquante par le fichier", "an answer marked missing by the file", ranges={"g1": [(4.0, 99.0)]}),
    Fault("undeclared_base", "g2", "un filtre que la définition ne dit pas", "a routing that the definition does not say", put("g2", 97.0, slice(0, 50))),
    Fault("base_follows_answers", "g3", "une question que la définition dit posée à tous et qui ne l’a été qu’aux femmes", "a question that the definition says was put to all, and was to women alone", lambda f: f.assign(g3=f["g3"].where(f["sex"] != "M"))),
    Fault("asked_not_routed", "served", "une question filtrée, posée à tous", "a routed question put to everybody", lambda f: f.assign(served=1.0)),
    Fault("asked_not_routed", "served", "une seule réponse hors de la base", "one answer outside of the base", lambda f: f.assign(served=f["served"].where((f["user"] == 1) | (f.index != f.index[f["user"] == 2][0]), 1.0))),
    Fault("missing_though_routed", "served", "des personnes de la base non interrogées", "people of the base not asked", lambda f: f.assign(served=f["served"].where(f.index > 50))),
    Fault("blank_cells", "trust", "des cases vides", "blank cells", put("trust", np.nan)),
    Fault("split_shares", "ballot", "deux tiers d’une version", "two thirds of one form", put("ballot", "A", slice(0, 300))),
    Fault("weight_missing", "w", "des poids vides", "blank weights", put("w", np.nan)),
    Fault("weight_missing", "w", "des poids infinis", "infinite weights", put("w", np.inf)),
    Fault("weight_absent", "w", "une vague sans poids à côté d’une vague pondérée", "a wave without weights beside a weighted one", lambda f: f.drop(columns="w"), unweighted=("2025",)),
    Fault("weight_not_positive", "w", "des poids nuls", "zero weights", put("w", 0.0)),
    Fault("weight_not_positive", "w", "des poids négatifs", "negative weights", put("w", -1.0)),
    Fault("weight_total", "w", "des poids d’une autre somme", "weights of another sum", lambda f: f.assign(w=f["w"] * 1.01)),
    Fault("weight_scale_changed", "w", "des poids dont la somme est une population", "weights that sum to a population", lambda f: f.assign(w=f["w"] * 11_000.0)),
    Fault("weight_uneven", "w", "un poids soixante fois trop grand", "a weight sixty times too large", _reweighted({1: 60.0})),
    Fault("weight_deff_jump", "w", "trente poids multipliés par dix", "thirty weights times ten", _reweighted({30: 10.0})),
    Fault("weight_of_codes", "w", "un code de province pour poids", "a province code for a weight", lambda f: f.assign(w=np.resize([10.0, 24.0, 35.0, 59.0], N))),
    Fault("psu_in_two_strata", "c", "une unité primaire en deux strates", "a psu in two strata", _and(_clustered, lambda f: f.assign(c=f["c"].where(f.index != 4, f["c"].iloc[0]))), before=_clustered, design=DRAWN),
    Fault("psu_numbers_again", "c", "les unités primaires de la vague antérieure", "the psus of the earlier wave", _and(_clustered, lambda f: f.assign(c=f["c"].str.replace("1-", "5000-"))), before=_clustered, design=DRAWN),
    Fault("psu_across_regions", "c", "des numéros repris d’un pays à l’autre", "numbers used again in another country", _clustered, before=_clustered, design=UNSTRATIFIED),
    Fault("pairs_too_often", "p_c", "des paires tirées trop souvent ensemble", "pairs drawn together too often", _paired(1.1), before=_paired(0.9), design=PAIRED),
    Fault("replicates_of_another_kind", "bw0", "des poids de Fay déclarés comme demi-échantillons", "Fay’s weights declared as half samples", _halved(0.5), before=_halved(0.0), design=HALVED),
    Fault("design_left_over", "variance_unit", "une unité primaire laissée de côté", "a psu left over", lambda f: f.assign(variance_unit=np.resize([1.0, 2.0], N))),
    Fault("margin_missed", "sex", "des poids qui manquent la marge", "weights that miss the margin", put("sex", "F", slice(0, 60)), stage="weighted"),
    Fault("margin_unreachable", "trust", "quarante entrevues pour une marge de 12 points", "forty interviews for a margin of 12 points", lambda f: f.head(40), stage="weighted"),
    Fault("speeders", "minutes", "vingt-cinq entrevues d’une minute", "twenty-five interviews of a minute", put("minutes", 1.0, slice(0, 25))),
    Fault("speeders", "minutes", "une seule entrevue trop rapide", "one interview too fast", put("minutes", 2.0, slice(0, 1))),
    Fault("straight_lining", "g0", "un tiers de réponses identiques à toute la grille", "a third with one answer to the whole grid", _lined),
    Fault("item_nonresponse", "trust", "un quart de refus", "a quarter of refusals", put("trust", 99.0, slice(0, 150))),
    Fault("many_dont_know", "trust", "une moitié de « ne sait pas »", "half of don’t know", put("trust", 98.0, slice(0, 300))),
    Fault("duplicate_answers", "", "dix questionnaires copiés", "ten questionnaires copied", _copied()),
    Fault("near_duplicate_answers", "", "dix copies, une réponse changée", "ten copies, one answer changed", _copied(("h7",))),
    Fault("break_offs", "g0", "trente entrevues abandonnées", "thirty interviews broken off", _broken_off(slice(0, 29))),
    Fault("gibberish", "word", "des suites de consonnes", "rows of consonants", put("word", "xkcdq", slice(0, 30))),
    Fault("gibberish", "word", "une lettre répétée", "one letter repeated", put("word", "aaaaaaa", slice(0, 30))),
    Fault("returning_ids", "id", "des identifiants de la vague antérieure", "identifiers of the earlier wave", put("id", np.arange(5_000, 5_004))),
    Fault("number_unit", "minutes", "des secondes pour des minutes", "seconds for minutes", lambda f: f.assign(minutes=f["minutes"] * 60.0)),
    Fault("number_capped", "age", "des âges plafonnés à 65", "ages capped at 65", lambda f: f.assign(age=f["age"].clip(upper=65.0))),
    Fault("number_rounded", "age", "des âges arrondis à 5", "ages rounded to 5", lambda f: f.assign(age=(f["age"] / 5).round() * 5)),
    Fault("answers_copied", "g3", "une colonne copiée sur une autre", "one column copied over another", lambda f: f.assign(g3=f["g2"])),
    Fault("weights_flat", "w", "des poids tous égaux", "weights that are all alike", lambda f: f.assign(w=f["w"].mean())),
    Fault("weight_deff_jump", "w", "deux poids sur cent dix fois trop grands", "two weights in a hundred ten times too large", lambda f: f.assign(w=f["w"].where(np.arange(len(f)) % 50 != 0, 10 * f["w"]))),
    Fault("scale_reversed", "trust", "une échelle retournée depuis la vague antérieure", "a scale turned round since the earlier wave", labels={"trust": TURNED}),
    Fault("labels_changed", "user", "un libellé changé sans rupture déclarée", "a label changed with no break declared", labels={"user": {1: "Oui", 2: "Quelquefois, la fin de semaine"}}),
    Fault("labels_in_another_language", "", "un fichier livré en anglais", "a file delivered in English", labels=IN_ENGLISH),
    Fault("codes_changed", "trust", "une réponse retirée du questionnaire", "an answer taken off the questionnaire", labels={"trust": SHORTER}),
    Fault("codes_changed", "trust", "une réponse ajoutée au questionnaire", "an answer added to the questionnaire", earlier_labels={"trust": SHORTER}),
    Fault("redelivered_rows", "", "une vague livrée de nouveau, autres identifiants", "a wave delivered again with new identifiers", before=_delivered_already(N)),
    Fault("redelivered_rows", "", "deux cents lignes d’une vague livrées de nouveau", "two hundred rows of a wave delivered again", before=_delivered_already(200)),
    Fault("base_changed", "g1", "une question posée à moins de personnes", "a question put to fewer people", _blank("g1", 0.15)),
    Fault("category_vanished", "g2", "une réponse disparue du fichier", "an answer gone from the file", lambda f: f.assign(g2=f["g2"].replace(3.0, 2.0))),
    Fault("dont_know_jump", "trust", "vingt points de plus de « ne sait pas »", "twenty points more of don’t know", put("trust", 98.0, slice(0, 120))),
    Fault("distribution_shift", "trust", "vingt points de plus de confiance", "twenty points more of trust", skewed),
    Fault("distribution_shift", "h4", "deux codes intervertis", "two codes interchanged", lambda f: f.assign(h4=np.where(np.arange(N) < 0.8 * N, 1.0, 2.0))),
    Fault("codes_exchanged", "sex", "F et M intervertis", "F and M exchanged", _and(_clear, _exchanged("sex", "F", "M")), before=_clear),
    Fault("codes_exchanged", "h20", "1 et 2 intervertis près de moitié-moitié", "1 and 2 exchanged near half and half", _and(_clear, _exchanged("h20", 1.0, 2.0)), before=_clear),
    Fault("column_shifted", "h20", "une colonne décalée de dix lignes", "a column shifted by ten rows", _and(_clear, _shifted("h20")), before=_clear),
    Fault("weights_shifted", "w", "des poids décalés de dix lignes", "weights shifted by ten rows", _and(_weighted_by_group, _shifted("w")), before=_weighted_by_group),
    Fault("demographic_drift", "sex", "vingt points de plus de femmes", "twenty points more of women", put("sex", "F", slice(0, 250))),
    Fault("demographic_drift", "age", "un quart de personnes plus jeunes", "a quarter of younger people", put("age", 20.0, slice(0, 149))),
    Fault("mode_drift", "how", "vingt points de plus d’entrevues en ligne", "twenty points more of web interviews", put("how", 1.0, slice(0, 250))),
)  # fmt: skip


def planted_survey(folder: Path) -> Path:
    """Write the definition that the faults are planted against."""
    return write_survey(folder, replace=FULL)


def found_with(folder: Path, fault: Fault | None, stage: str = "delivered") -> Findings:
    """Validate the wave with a fault planted, or the clean one."""
    spoilt = fault or Fault("", "", "", "")
    stage = fault.stage if fault else stage
    ready: Change = _balanced if stage == "weighted" else _same
    earlier = full_rows(9, 5_000).assign(day="2024-05-02")
    before = delivery(
        folder,
        spoilt.before(ready(earlier)),
        "2024",
        spoilt.design,
        spoilt.unweighted,
        value_labels={**LABELS, **spoilt.earlier_labels},
    )
    now = delivery(
        folder,
        spoilt.rows(ready(full_rows())),
        design=spoilt.design,
        unweighted=spoilt.unweighted,
        value_labels={**LABELS, **spoilt.labels},
        missing_ranges=spoilt.ranges,
    )
    if stage == "weighted":
        return validate(now.wave(), earlier=[before.wave()], stage="weighted")
    return validate(now, earlier=[before])


def finding_of(found: Findings, fault: Fault) -> Finding | None:
    """Return the finding that tells the fault, if there is one."""
    mine = (i for i in found.items if (i.check, i.column) == (fault.check, fault.column))
    return next(mine, None)


TRENDS = ("trust_staff", "trust_services", "trust_data", "used_online")
MOST = 5.0


@dataclass(frozen=True)
class Accused:
    """How clean simulated waves fared.

    `errors` counts the waves with an error, `unexplained` those with a statistical warning on a
    question without a true change, `explained` those with one on a question that has one.
    """

    waves: int
    errors: int
    unexplained: int
    explained: int


STATISTICAL = {
    "dont_know_jump", "distribution_shift", "demographic_drift", "mode_drift", "column_shifted",
    "weights_shifted",
}  # fmt: skip


def accused(runs: int, seed: int = 1) -> Accused:
    """Simulate a survey of three waves again and again, and validate the two later ones.

    Half of the questions that are followed change by up to five points from wave to wave.
    """
    source = Path(padai.__file__).parent / "interchange" / "example" / "surveys" / "example"
    counts = np.zeros(3, dtype=int)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "example"
        shutil.copytree(source, folder)
        for path in (folder / "waves").glob("*.yaml"):
            text = path.read_text(encoding="utf-8")
            path.write_text(re.sub(r"\n    sha256: \w+", "", text), encoding="utf-8")
        truth = (source / "truth.yaml").read_text(encoding="utf-8")
        truth = re.sub(r", change: \{[^}]*\}", "", truth)
        for run in range(runs):
            chance = random.Random(seed + run)
            moved = tuple(chance.sample(TRENDS, 2))
            text = truth
            for name in moved:
                by = {w: round(chance.uniform(-MOST, MOST), 1) for w in ("2024", "2025")}
                change = f"{{2024: {by['2024']}, 2025: {by['2025']}}}"
                text = re.sub(rf"(  {name}: \{{.*)\}}\n", rf"\1, change: {change}}}\n", text)
            (folder / "truth.yaml").write_text(text, encoding="utf-8")
            survey = load_survey(folder)
            rebuild(survey, seed=seed + run)
            counts += _fared(survey, moved)
    return Accused(2 * runs, *(int(c) for c in counts))


def _fared(survey: Survey, moved: tuple[str, ...]) -> np.ndarray:
    waves = [read_delivery(survey, wave_id) for wave_id in survey.waves]
    counts = np.zeros(3, dtype=int)
    for place in range(1, len(waves)):
        found = validate(waves[place], earlier=waves[:place])
        told = {i.column for i in found.items if i.check in STATISTICAL}
        counts += [not found.ok, bool(told - set(moved)), bool(told & set(moved))]
    return counts


HEAD = """\
# Fautes plantées / planted faults

Chaque faute est plantée dans une vague synthétique de 600 personnes, par ailleurs sans défaut; la vérification nommée doit la
trouver, dans la colonne nommée. La même vague sans la faute doit réussir toutes les vérifications.

Each fault is planted in a synthetic wave of 600 respondents that is otherwise faultless; the check named must find it, in the column
named. The same wave without the fault must pass every check.

Page faite par / page made by: `make faults`.
"""


def catalogue(folder: Path) -> tuple[str, int]:
    """Return the table of faults in Markdown, and how many were caught."""
    rows = [
        "| | vérification / check | colonne / column | planté | planted | |",
        "|--:|---|---|---|---|---|",
    ]
    caught = 0
    for place, fault in enumerate(FAULTS, start=1):
        item = finding_of(found_with(folder, fault), fault)
        caught += item is not None
        told = {
            None: "manquée / missed",
            "error": "erreur / error",
            "warning": "avertissement / warning",
        }
        severity = told[item.severity if item else None]
        fr, column = french(fault.fr), f"`{fault.column}`" if fault.column else ""
        rows.append(f"| {place} | `{fault.check}` | {column} | {fr} | {fault.en} | {severity} |")
    return "\n".join(rows), caught


def measured(caught: int, passed: int, checks: int, clean: Accused) -> str:
    """Return the rates in Markdown, as they stand between the marks of the page."""
    share = 100 * clean.unexplained / clean.waves
    return f"""\
<!-- measured -->
| | | |
|---|---|--:|
| fautes trouvées | faults caught | {caught} / {len(FAULTS)} |
| vérifications réussies par la vague sans faute | checks passed by the clean wave | {passed} / {checks} |
| vagues simulées sans faute (vraies variations jusqu’à 5 points) | clean simulated waves (true changes of up to 5 points) | {clean.waves} |
| dont avec une erreur (au plus 2) | of which with an error (at most 2) | {clean.errors} |
| dont avec un avertissement que rien de vrai n’explique (au plus 10\u00a0%) | of which with a warning that nothing true explains (at most 10%) | {clean.unexplained} ({share:.1f}%) |
| dont avec un avertissement sur une vraie variation | of which with a warning of a true change | {clean.explained} |
<!-- /measured -->
"""


def main(path: Path, runs: int) -> None:
    """Print the rates and write the page."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = planted_survey(Path(scratch))
        table, caught = catalogue(folder)
        passed = set(found_with(folder, None).passed) | set(
            found_with(folder, None, "weighted").passed
        )
    rates = measured(caught, len(passed), len(CHECKS), accused(runs))
    sys.stdout.write(rates)
    path.write_text(f"{HEAD}\n{rates}\n{table}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path("docs/planted-faults.md"), int(sys.argv[1]) if len(sys.argv) > 1 else 100)
