"""The further tables of the open data: what is told of series, indices, words, weights, method.

Each is written where the release has any of it, so that every figure that is printed stands in a
file. The figures of the method are laid flat here, one a row; the others are tables of the store.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from padai.publishing.opendata.columns import DECLARED, NOTICE, Datatype, Field
from padai.store import Store

_Row = tuple[str, str, str, str, float]


def _code(name: str, fr: str, en: str) -> Field:
    return Field(name, name, "string", fr, en)


def _figure(name: str, fr: str, en: str, datatype: Datatype = "double", source: str = "") -> Field:
    return Field(name, source or name, datatype, fr, en)


_PART = _code("part", "Volet de l’enquête", "Part of the survey")
_WAVE = _code("wave", "Édition", "Edition")
_REFERENCE = _code("reference", "Édition de référence, soustraite",
                   "Edition of reference, subtracted")  # fmt: skip
_QUESTION = _code("question", "Question", "Question")
_RESPONSE = _code("response", "Réponse, regroupement de réponses, ou mean (moyenne)",
                  "Answer, group of answers, or mean")  # fmt: skip
_BREAKDOWN = _code("breakdown", "Répartition\u202f; total pour l’ensemble",
                   "Breakdown; total for all")  # fmt: skip
_GROUP = _code("group", "Groupe de la répartition", "Group of the breakdown")
_ERROR = _figure("std_error", "Erreur type", "Standard error")
_ENDS = (
    _figure("conf_low", "Borne inférieure de l’intervalle", "Lower end of the interval"),
    _figure("conf_high", "Borne supérieure de l’intervalle", "Upper end of the interval"),
)
_SMALL_FR, _SMALL_EN = "\u202f; <0.001\u202f: moins de 0,001", "; <0.001: under 0.001"
_P = _figure("p_value", f"Valeur p, non corrigée{_SMALL_FR}", f"P-value, unadjusted{_SMALL_EN}",
             "string")  # fmt: skip
_P_ADJUSTED = _figure("p_adjusted", f"Valeur p corrigée{_SMALL_FR}",
                      f"Adjusted p-value{_SMALL_EN}", "string")  # fmt: skip
_MARGIN = _figure("margin", "Marge déclarée pour «\u00a0stable\u00a0»",
                  "Declared margin for “stable”")  # fmt: skip
_VERDICT = _code("verdict", "Verdict\u202f; vide\u202f: aucun verdict n’est publié",
                 "Verdict; empty: no verdict is published")  # fmt: skip
_BREAKS = _code("breaks", "Ruptures de série", "Breaks in series")
_REASON = _code("reason", "Motif d’un nombre absent", "Reason of an absent number")
_UNIT_FR = "proportion de 0 à 1, solde de −1 à 1, moyenne dans l’unité de l’échelle"
_UNIT_EN = "proportion from 0 to 1, balance from −1 to 1, mean in the unit of the scale"

FURTHER: dict[str, tuple[Field, ...]] = {
    "slopes": (
        _PART, _QUESTION, _RESPONSE, _BREAKDOWN, _GROUP,
        _code("term", "slope\u202f: pente par année\u202f; ends\u202f: dernière édition moins la "
              "première\u202f; fit\u202f: une droite convient-elle\u202f; joint\u202f: aucune "
              "édition ne diffère\u202f; bend\u202f: changement de rythme\u202f; smooth\u202f: "
              "valeur lissée",
              "slope: change a year; ends: last edition minus the first; fit: whether a straight "
              "line fits; joint: no edition differs; bend: change of pace; smooth: smoothed value"),
        _code("on", "Échelle\u202f: points ou logit", "Scale: points or logit"),
        _code("wave", "Édition dont il est question", "Edition concerned"),
        _figure("estimate", f"Valeur\u202f: {_UNIT_FR}", f"Value: {_UNIT_EN}"),
        _ERROR, *_ENDS,
        _figure("df", "Degrés de liberté, ou ceux du numérateur",
                "Degrees of freedom, or those of the numerator"),
        _figure("ddf", "Degrés de liberté du dénominateur", "Degrees of freedom of the "
                "denominator"),
        _figure("statistic", "Statistique du test", "Statistic of the test"),
        _P, _P_ADJUSTED,
        _code("first_wave", "Première édition de la période", "First edition of the period"),
        _code("last_wave", "Dernière édition de la période", "Last edition of the period"),
        _figure("n_waves", "Nombre d’éditions", "Number of editions", "integer"),
        _code("left_out", "Éditions laissées hors de la série", "Editions left out of the series"),
        _BREAKS, _code("family", "Famille de comparaisons", "Family of comparisons"),
        _VERDICT, DECLARED, _REASON, NOTICE,
    ),
    "indices": (
        _PART, _code("index", "Indice", "Index"),
        _code("kind", "mean\u202f: valeur de l’indice, de 0 à 100\u202f; change\u202f: "
              "écart\u202f; alpha, omega\u202f: fiabilité\u202f; item\u202f: corrélation d’un "
              "énoncé avec les autres\u202f; invariance\u202f: test d’un énoncé\u202f; "
              "_without\u202f: sans les énoncés signalés",
              "mean: value of the index, from 0 to 100; change: difference; alpha, omega: "
              "reliability; item: correlation of an item with the others; invariance: test of an "
              "item; _without: without the items named"),
        _WAVE, _REFERENCE, _code("item", "Énoncé", "Item"),
        _code("by", "Ce que les groupes opposent", "What the groups are of"),
        _figure("estimate", "Valeur", "Value"), _ERROR, *_ENDS,
        _figure("n_base", "Répondants, non pondéré", "Respondents, unweighted", "integer"),
        _P, _P_ADJUSTED,
        _figure("r2_gain", "Gain de pseudo-R² de McFadden", "Gain of McFadden’s pseudo-R²"),
        _MARGIN, _VERDICT, _BREAKS, _REASON, NOTICE,
    ),
    "words": (
        _PART, _WAVE, _QUESTION, _code("word", "Mot", "Word"),
        _figure("n", "Personnes qui l’ont donné, non pondéré", "People who gave it, unweighted",
                "integer"),
        _figure("share", "Part pondérée, de 0 à 1", "Weighted share, from 0 to 1"), NOTICE,
    ),
    "weighting": (
        _PART, _code("margin", "Marge de calage", "Calibration margin"),
        _code("cell", "Case de la marge", "Cell of the margin"),
        _figure("population", "Part dans la population, de 0 à 1",
                "Share of the population, from 0 to 1"),
        _figure("before", "Part dans l’échantillon, non pondérée", "Share of the sample, "
                "unweighted"),
        _figure("after", "Part dans l’échantillon, pondérée", "Share of the sample, weighted"),
        NOTICE,
    ),
    "robustness": (
        _PART, _WAVE, _REFERENCE, _QUESTION, _RESPONSE,
        _code("variant", "Choix de méthode\u202f; declared\u202f: celui qui est publié",
              "Choice of method; declared: the one that is published"),
        _figure("estimate", f"Écart\u202f: {_UNIT_FR}", f"Difference: {_UNIT_EN}"), *_ENDS,
        _P_ADJUSTED, _VERDICT,
        _code("differs", "Si le verdict diffère de celui qui est publié",
              "Whether the verdict differs from the published one"),
        _REASON, NOTICE,
    ),
    "tipping": (
        _PART, _WAVE, _REFERENCE, _QUESTION, _RESPONSE, _BREAKDOWN, _GROUP, _VERDICT,
        _code("assumption", "Ce qui est supposé\u202f: false_favourable, false_unfavourable, "
              "false_random (fausses réponses)\u202f; selection_ratio, selection_rho "
              "(participation)\u202f; dont_know\u202f; ou un autre choix de méthode",
              "What is supposed: false_favourable, false_unfavourable, false_random (false "
              "answers); selection_ratio, selection_rho (participation); dont_know; or another "
              "choice of method"),
        _code("of_wave", "Édition dont les réponses sont en cause",
              "Edition whose answers are concerned"),
        _figure("value", "Ce à partir de quoi le constat change\u202f: part de 0 à 1, rapport, ou "
                "corrélation", "From which on the finding changes: share from 0 to 1, ratio, or "
                "correlation"),
        _figure("low", "Début de ce qui garde le constat, de 0 à 1",
                "Start of what keeps the finding, from 0 to 1"),
        _figure("high", "Fin de ce qui garde le constat, de 0 à 1",
                "End of what keeps the finding, from 0 to 1"),
        _code("verdict_then", "Constat qui serait dit alors", "Finding that would be told then"),
        _code("stands", "Si le constat tient", "Whether the finding stands"), _REASON, NOTICE,
    ),
    "decomposition": (
        _PART, _WAVE, _REFERENCE, _QUESTION, _RESPONSE, _BREAKDOWN, _GROUP,
        _code("component", "Partie du changement", "Part of the change"),
        _figure("estimate", f"Valeur\u202f: {_UNIT_FR}", f"Value: {_UNIT_EN}"), _ERROR, *_ENDS,
        _REASON, NOTICE,
    ),
    "method": (
        _PART, _WAVE,
        _code("measure", "Ce qui est mesuré ou compté", "What is measured or counted"),
        _code("item", "Issue, taux, contrôle ou question", "Outcome, rate, check or question"),
        _figure("value", "Nombre, ou part de 0 à 1", "Number, or share from 0 to 1"), NOTICE,
    ),
}  # fmt: skip
"""The columns of each further table, by the name of its file."""
FURTHER_TITLES: dict[str, dict[str, str]] = {
    "slopes": {"fr": "Ensemble de la période", "en": "The whole period"},
    "indices": {"fr": "Indices", "en": "Indices"},
    "words": {"fr": "Mots des réponses ouvertes", "en": "Words of the open answers"},
    "weighting": {"fr": "Marges de calage", "en": "Calibration margins"},
    "robustness": {"fr": "Constats selon d’autres choix de méthode",
                   "en": "Findings under other choices of method"},
    "tipping": {"fr": "Ce qui rendrait un constat faux", "en": "What would make a finding false"},
    "decomposition": {"fr": "Changements en parties", "en": "Changes in parts"},
    "method": {"fr": "Nombres de la méthodologie", "en": "Numbers of the methodology"},
}  # fmt: skip
FURTHER_KEYS: dict[str, list[str]] = {
    "slopes": ["part", "question", "response", "breakdown", "group", "term", "on", "wave"],
    "indices": ["index", "kind", "wave", "reference", "item", "by"],
    "words": ["part", "wave", "question", "word"],
    "weighting": ["part", "margin", "cell"],
    "robustness": ["part", "wave", "reference", "question", "response", "variant"],
    "tipping": ["part", "wave", "reference", "question", "response", "breakdown", "group",
                "assumption", "of_wave"],
    "decomposition": ["part", "wave", "reference", "question", "response", "breakdown", "group",
                      "component"],
    "method": ["part", "wave", "measure", "item"],
}  # fmt: skip
_OF_WEIGHTS = ("min", "max", "cv", "kish_deff", "n_eff")


def with_population(weighting: pd.DataFrame) -> pd.DataFrame:
    """Return the margins with each cell's share of the population, at the printed precision.

    Parameters
    ----------
    weighting
        The store's table: targets are shares or counts of people.
    """
    whole = weighting.groupby(["part", "margin"])["target"].transform("sum")
    return weighting.assign(population=(weighting["target"] / whole).round(3))


def method_table(store: Store) -> pd.DataFrame:
    """Return every number of the methodology that no table of the store holds, one a row."""
    columns = ["part", "wave", "measure", "item", "value"]
    return pd.DataFrame(list(_method(store.facts, store.wave)), columns=columns)


def _method(facts: Mapping[str, Any], wave: str) -> Iterator[_Row]:
    for part, by_wave in facts.get("sizes", {}).items():
        for known, size in by_wave.items():
            yield part, known, "respondents", "", float(size["n"])
    for part, by_wave in facts.get("weighting", {}).items():
        found = by_wave.get(wave) or {}
        for name in _OF_WEIGHTS:
            if found.get(name) is not None:
                yield part, wave, "weights", name, float(found[name])
        for name, bound in zip(("low", "high"), found.get("bounds") or (), strict=False):
            yield part, wave, "bounds", name, float(bound)
    for part, rates in facts.get("outcome_rates", {}).items():
        for rate in rates:
            for name in ("value", "numerator", "denominator"):
                if rate["value"] is not None:
                    yield part, wave, f"rate_{name}", str(rate["name"]), float(rate[name])
    for part, told in facts.get("outcome", {}).items():
        counted = {**told, **(told.get("dispositions") or {})}
        for name, count in counted.items():
            if isinstance(count, (int, float)):
                yield part, wave, "outcome", name, float(count)
    for mode, minutes in facts.get("minutes", {}).items():
        yield "", wave, "minutes", mode, float(minutes)
    yield from _checked(facts, wave)


def _checked(facts: Mapping[str, Any], wave: str) -> Iterator[_Row]:
    """Yield how many rows were left out, and how many cases each check found."""
    rows: dict[tuple[str, str, str, str], float] = {}
    for one in facts.get("exclusions", []):
        key = (str(one["part"]), str(one["wave"]), "excluded", "")
        rows[key] = rows.get(key, 0.0) + float(one["count"])
    for one in facts.get("findings", []):
        item = ":".join(t for t in (str(one["check"]), str(one.get("column") or "")) if t)
        key = (str(one["part"]), str(one.get("wave") or wave), "finding", item)
        rows[key] = rows.get(key, 0.0) + float(one["count"])
    for (part, known, measure, item), value in rows.items():
        yield part, known, measure, item, value
