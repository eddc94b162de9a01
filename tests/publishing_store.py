"""A small release store with invented numbers, for the tests of publishing.

Nothing here is estimated from data: the figures are drawn with a fixed seed, and intervals and
verdicts are made to look like those of a survey of two thousand people.
"""

from __future__ import annotations

import itertools
import math
from pathlib import Path

import numpy as np
import pandas as pd
import yaml

from padai.store import COLUMNS, Store, open_store, outside, write_store
from padai.survey import Survey, load_survey

WAVES = ("2021", "2022", "2023", "2024", "2025")
BODIES = {
    "ministries": ("Ministères du Québec", "Quebec ministries", 0.58),
    "municipalities": ("Municipalités", "Municipalities", 0.61),
    "health": ("Réseau de la santé", "Health network", 0.66),
    "schools": ("Écoles", "Schools", 0.63),
    "police": ("Police", "Police", 0.52),
    "companies": ("Entreprises privées", "Private companies", 0.31),
}


def _t(fr: str, en: str) -> dict[str, str]:
    return {"fr": fr, "en": en}


def _questionnaire() -> dict[str, object]:
    confidence = {
        "codes": {
            1: _t("Tout à fait confiance", "Full trust"),
            2: _t("Plutôt confiance", "Some trust"),
            3: _t("Plutôt pas confiance", "Little trust"),
            4: _t("Pas du tout confiance", "No trust at all"),
        },
        "missing": {
            98: {"label": _t("Je ne sais pas", "Don’t know"), "kind": "dont_know", "in_base": True},
            99: {
                "label": _t("Je préfère ne pas répondre", "Prefer not to answer"),
                "kind": "refused",
            },
        },
        "nets": {
            "trust": {"label": _t("Total confiance", "Total trust"), "codes": [1, 2]},
            "gap": {
                "label": _t("Confiance moins méfiance", "Trust minus distrust"),
                "codes": [1, 2],
                "minus": [3, 4],
            },
        },
    }
    questions: dict[str, object] = {
        f"trust_{key}": {
            "label": _t(fr, en),
            "section": "trust",
            "scale": "confidence",
            "headline_net": "trust",
            "wording": {
                "fr": {
                    "online": f"Dans quelle mesure faites-vous confiance… ({fr})",
                    "phone": f"Diriez-vous que vous faites confiance… ({fr})",
                },
                "en": {
                    "online": f"How much do you trust… ({en})",
                    "phone": f"Would you say that you trust… ({en})",
                },
            },
            "margin": {"points": 6, "reason": _t("essai", "trial"), "date": "2021-01-01"},
        }
        for key, (fr, en, _) in BODIES.items()
    }
    for key, fr, en in (
        ("me", "Effet sur moi", "Effect on me"),
        ("society", "Effet sur la société", "Effect on society"),
    ):
        questions[f"effect_{key}"] = {
            "type": "rating",
            "label": _t(fr, en),
            "section": "effect",
            "scale": "ladder",
            "wording": _t(f"{fr}, de 0 à 10?", f"{en}, from 0 to 10?"),
        }
    questions["used"] = {
        "type": "multiple", "label": _t("Usages de l’IA", "Uses of AI"), "section": "use",
        "scale": {"codes": {
            "work": _t("Au travail", "At work"), "home": _t("À la maison", "At home"),
            "public": _t("Dans un service public", "In a public service"),
        }},
        "wording": _t("Où l’avez-vous utilisée?", "Where have you used it?"),
    }  # fmt: skip
    questions["role"] = {
        "label": _t("Rôle accepté", "Role accepted"), "section": "use",
        "scale": {"codes": {
            "informs": _t("Informe", "Informs"),
            "advises": _t("Conseille un employé", "Advises an employee"),
            "decides": _t("Décide seule", "Decides alone"),
        }},
        "wording": _t("Quel rôle accepteriez-vous?", "Which role would you accept?"),
        "base": {"question": "used", "codes": ["public"]},
    }  # fmt: skip
    questions["word"] = {
        "type": "open",
        "label": _t("Un mot pour l’IA", "One word for AI"),
        "section": "use",
        "wording": _t("Quel mot vous vient à l’esprit?", "Which word comes to mind?"),
    }
    questions["gender"] = {
        "label": _t("Genre", "Gender"), "wording": _t("Genre?", "Gender?"), "section": "you",
        "scale": {"codes": {"F": _t("Femmes", "Women"), "M": _t("Hommes", "Men"),
                            "X": _t("Personnes non binaires", "Non-binary people")}},
    }  # fmt: skip
    questions["age"] = {
        "type": "number", "label": _t("Âge", "Age"), "wording": _t("Âge?", "Age?"),
        "range": [18, 110], "section": "you",
    }  # fmt: skip
    questions["region"] = {
        "label": _t("Région", "Region"), "wording": _t("Région?", "Region?"), "section": "you",
        "scale": {"codes": {str(i): _t(fr, fr) for i, fr in enumerate(
            ("Montréal", "Capitale-Nationale", "Saguenay–Lac-Saint-Jean",
             "Gaspésie–Îles-de-la-Madeleine", "Estrie"), start=1)}},
    }  # fmt: skip
    ladder = {
        "points": [0, 10],
        "ends": [_t("très négatif", "very negative"), _t("très positif", "very positive")],
        "missing": {98: {"label": _t("Je ne sais pas", "Don’t know"), "kind": "dont_know"}},
    }
    return {"scales": {"confidence": confidence, "ladder": ladder}, "questions": questions}


def _survey(languages: tuple[str, ...], synthetic: bool) -> dict[str, object]:
    trust = [f"trust_{k}" for k in BODIES]
    items = [
        "strategy",
        "sponsor",
        "funder",
        "frame",
        "recruitment",
        "quotas",
        "incentives",
        "devices",
        "interview_languages",
        "processing",
        "quality_checks",
        "response",
        "limitations",
        "membership",
        "contract",
        "neutrality",
    ]
    methodology: dict[str, object] = {i: _t(f"Texte sur {i}", f"Text on {i}") for i in items}
    methodology["contract"] = {"status": "not_applicable", "reason": _t("essai", "trial")}
    methodology["response"] = {"status": "not_supplied", "reason": _t("essai", "trial")}
    every = list(itertools.product(trust, ["trust"]))
    return {
        "id": "essai",
        "title": _t("Baromètre d’essai", "Trial barometer"),
        "description": _t("Un essai.", "A trial."),
        "population": _t("Adultes", "Adults"),
        "geography": _t("Le Québec", "Quebec"),
        "sponsor": _t("Ministère", "Ministry"),
        "contact": _t("a@exemple.ca", "a@exemple.ca"),
        "languages": list(languages),
        **(
            {
                "en": {
                    "basis": _t("démonstration", "demonstration"),
                    "approved_by": "x",
                    "date": "2025-01-01",
                }
            }
            if "en" in languages
            else {}
        ),
        "asked_in": ["fr", "en"],
        "synthetic": synthetic,
        "overlap": "none",
        "waves": list(WAVES),
        "breakdowns": {
            "gender": {"label": _t("Genre", "Gender"), "question": "gender"},
            "age_group": {
                "label": _t("Âge", "Age"),
                "question": "age",
                "groups": {
                    "18-34": {"label": _t("18 à 34 ans", "18 to 34"), "min": 18, "max": 34},
                    "35-64": {"label": _t("35 à 64 ans", "35 to 64"), "min": 35, "max": 64},
                    "65+": {"label": _t("65 ans et plus", "65 and over"), "min": 65},
                },
            },
            "region": {"label": _t("Région", "Region"), "question": "region"},
        },
        "families": {
            "headline": {
                "label": _t("Principaux", "Headline"),
                "comparisons": [{"question": q, "net": n} for q, n in every],
            }
        },
        "key_results": {
            f"k{i}": {
                "question": q,
                "net": "trust",
                "declared": "2021-01-01",
                "label": _t(f"Confiance envers {i}", f"Trust in {i}"),
            }
            for i, q in enumerate(trust[:4])
        },
        "sections": [
            {
                "id": "trust",
                "title": _t("La confiance", "Trust"),
                "blocks": [
                    {"kind": "scale", "questions": trust, "title": _t("Réponses", "Answers")},
                    {"kind": "trend", "questions": trust, "title": _t("Évolution", "Trends")},
                    {
                        "kind": "changes",
                        "questions": trust,
                        "title": _t("Ce qui change", "Changes"),
                    },
                    {
                        "kind": "groups",
                        "questions": ["trust_ministries"],
                        "title": _t("Qui fait moins confiance", "Who trusts less"),
                    },
                    {"kind": "parts", "questions": trust, "title": _t("Les parties", "The parts")},
                ],
            },
            {
                "id": "use",
                "title": _t("Usages et effets", "Uses and effects"),
                "blocks": [
                    {"kind": "bars", "questions": ["used"], "title": _t("Usages", "Uses")},
                    {"kind": "bars", "questions": trust, "title": _t("Confiance", "Trust")},
                    {"kind": "scale", "questions": ["role"], "title": _t("Rôle", "Role")},
                    {
                        "kind": "means",
                        "questions": ["effect_me", "effect_society"],
                        "title": _t("Effets", "Effects"),
                    },
                    {"kind": "words", "questions": ["word"], "title": _t("Un mot", "One word")},
                ],
            },
        ],
        "breaks": [
            {
                "id": "supplier",
                "type": "supplier",
                "date": "2022-03-01",
                "text": _t("Nouvelle firme de sondage.", "New fieldwork firm."),
            },
            {
                "id": "words",
                "type": "wording",
                "date": "2025-01-01",
                "text": _t("Le libellé a changé.", "The wording changed."),
                "scope": {"questions": ["trust_police"]},
            },
        ],
        "methodology": methodology,
    }


def _wave(wave: str, sample_type: str, status: str) -> dict[str, object]:
    def part(label: dict[str, str], mode: str, weighted: bool) -> dict[str, object]:
        return {
            "label": label,
            "population": _t("Adultes du Québec", "Adults of Quebec"),
            "mode": mode,
            "sample_type": sample_type,
            "supplier": _t("Firme", "Firm"),
            "file": f"{mode}-{wave}.csv",
            **({"weighting": {"method": "rake", "margins": ["gender"]}} if weighted else {}),
        }

    return {
        "label": _t(f"édition {wave}", f"{wave} edition"),
        "fieldwork": {"start": f"{wave}-05-01", "end": f"{wave}-05-20"},
        "parts": {
            "main": part(_t("Échantillon principal", "Main sample"), "online", True),
            "phone": part(_t("Personnes peu branchées", "Digitally disengaged"), "phone", False),
        },
        "release": {"version": 1, "status": status, "publish_on": f"{wave}-11-25"},
    }


class _Numbers:
    """Invented estimates: every cell keeps its value, so that tables agree with one another."""

    def __init__(self, survey: Survey, inference: bool) -> None:
        self.survey = survey
        self.inference = inference
        self.rng = np.random.default_rng(20251125)
        self.rows: dict[tuple[str, ...], dict[str, object]] = {}

    def cell(
        self,
        part: str,
        wave: str,
        question: str,
        response: str,
        breakdown: str,
        group: str,
        value: float,
        base: int,
    ) -> dict[str, object]:
        mean = response == "mean"
        spread = 2.4 if mean else math.sqrt(max(value * (1 - value), 0.02))
        error = 1.25 * spread / math.sqrt(max(base, 1))
        shown = base >= 30
        flag = "" if base >= 100 else "b" if shown else "B"
        row: dict[str, object] = {
            "part": part, "wave": wave, "question": question, "response": response,
            "breakdown": breakdown, "group": group, "estimate": value if shown else np.nan,
            "std_error": error if shown and self.inference else np.nan,
            "conf_low": value - 1.96 * error if shown and self.inference else np.nan,
            "conf_high": value + 1.96 * error if shown and self.inference else np.nan,
            "df": base - 1.0, "n_base": float(base), "n_eff": base / 1.5, "deff": 1.5,
            "cv": error / max(abs(value), 1e-9) if shown and not mean else np.nan, "flag": flag,
            "reason": "" if shown else "minimum_base",
        }  # fmt: skip
        self.rows[part, wave, question, response, breakdown, group] = row
        return row


def _domains(survey: Survey, size: int) -> list[tuple[str, str, int]]:
    found = [("total", "total", size)]
    for breakdown in ("gender", "age_group", "region"):
        groups = survey.breakdown(breakdown).groups
        for index, group in enumerate(groups):
            tiny = group.id == "X"
            found.append((breakdown, group.id, 12 if tiny else size // (len(groups) + index)))
    return found


def _shares(codes: tuple[str, ...], trust: float, rng: np.random.Generator) -> dict[str, float]:
    if len(codes) == 5:
        unsure = 0.06
        up, down = trust, 1 - trust - unsure
        parts = (0.3 * up, 0.7 * up, 0.62 * down, 0.38 * down, unsure)
        return dict(zip(codes, parts, strict=True))
    raw = rng.dirichlet(np.full(len(codes), 6.0))
    return {c: float(v) for c, v in zip(codes, raw, strict=True)}


def _fill(survey: Survey, numbers: _Numbers) -> None:
    for part, size in (("main", 2003), ("phone", 204)):
        for step, wave in enumerate(WAVES):
            for domain, (breakdown, group, base) in enumerate(_domains(survey, size)):
                shift = 0.0 if domain == 0 else (-0.11, 0.09, 0.02)[domain % 3]
                _questions(survey, numbers, part, wave, breakdown, group, base, step, shift)


def _questions(
    survey: Survey,
    numbers: _Numbers,
    part: str,
    wave: str,
    breakdown: str,
    group: str,
    base: int,
    step: int,
    shift: float,
) -> None:
    rng = numbers.rng
    place = (part, wave)
    for index, (key, (_, _, level)) in enumerate(BODIES.items()):
        question = survey.question(f"trust_{key}")
        drift = (0.012, -0.016, 0.004, 0.02, -0.01, 0.0)[index] * step
        trust = level + drift + shift - (0.12 if part == "phone" else 0.0)
        shares = _shares(question.codes, trust, rng)
        for code, value in shares.items():
            numbers.cell(*place, question.id, code, breakdown, group, value, base)
        numbers.cell(*place, question.id, "trust", breakdown, group, trust, base)
        numbers.cell(*place, question.id, "gap", breakdown, group, 2 * trust - 0.94, base)
    for index, question_id in enumerate(("effect_me", "effect_society")):
        codes = survey.question(question_id).codes
        for code, value in _shares(codes, 0.0, rng).items():
            numbers.cell(*place, question_id, code, breakdown, group, value, base)
        mean = 5.2 + 0.4 * index + 0.06 * step + 3 * shift
        numbers.cell(*place, question_id, "mean", breakdown, group, mean, base)
    for code, value in (("work", 0.34), ("home", 0.57), ("public", 0.18)):
        numbers.cell(*place, "used", code, breakdown, group, value + shift / 3, base)
    for question_id in ("role", "gender", "region"):
        codes = survey.question(question_id).codes
        for code, value in _shares(codes, 0.0, rng).items():
            size = base if question_id != "role" else base // 4
            numbers.cell(*place, question_id, code, breakdown, group, value, size)


def _difference(
    numbers: _Numbers,
    a: dict[str, object],
    b: dict[str, object],
    reference: str,
) -> dict[str, object]:
    shown = not (pd.isna(a["estimate"]) or pd.isna(b["estimate"]))
    change = float(a["estimate"]) - float(b["estimate"]) if shown else np.nan  # type: ignore[arg-type]
    error = math.hypot(float(a["std_error"]), float(b["std_error"]))  # type: ignore[arg-type]
    margin = 6.0 if str(a["question"]).startswith("trust") else np.nan
    low, high = change - 1.96 * error, change + 1.96 * error
    row = {
        **a, "estimate": change, "std_error": error, "conf_low": low, "conf_high": high,
        "n_base": min(a["n_base"], b["n_base"]), "n_eff": np.nan, "deff": np.nan,  # type: ignore[type-var]
        "cv": np.nan, "reference": reference, "statistic": change / error if shown else np.nan,
        "p_value": np.nan, "p_adjusted": np.nan, "family": "headline", "family_size": 6.0,
        "margin": margin, "p_equivalence": np.nan, "verdict": "", "breaks": "",
    }  # fmt: skip
    waves = reference != "rest"
    if not shown:
        row["verdict"] = "cannot_tell" if waves else "no_difference_shown"
    elif low > 0:
        row["verdict"] = "rose" if waves else "higher"
    elif high < 0:
        row["verdict"] = "fell" if waves else "lower"
    elif abs(low) < 0.06 and high < 0.06 and not math.isnan(margin):
        row["verdict"] = "stable" if waves else "comparable"
    else:
        row["verdict"] = "cannot_tell" if waves else "no_difference_shown"
    return row


def _differences(numbers: _Numbers) -> list[dict[str, object]]:
    found = []
    last = WAVES[-1]
    for (part, wave, question, response, breakdown, group), row in numbers.rows.items():
        if wave != last or response not in ("trust", "gap", "mean"):
            continue
        for earlier in WAVES[:-1]:
            before = numbers.rows[part, earlier, question, response, breakdown, group]
            made = _difference(numbers, row, before, earlier)
            broken = question == "trust_police" or earlier == "2021"
            if broken:
                made |= dict.fromkeys(("estimate", "conf_low", "conf_high", "p_value"), np.nan)
                made |= {
                    "verdict": "not comparable",
                    "breaks": "words" if question == "trust_police" else "supplier",
                }
            found.append(made)
        if breakdown != "total":
            total = numbers.rows[part, wave, question, response, "total", "total"]
            found.append(_difference(numbers, row, total, "rest"))
    return found


def _robustness(differences: list[dict[str, object]]) -> pd.DataFrame:
    """Other choices for two key results; without "don't know" the first one fell."""
    rows = []
    for found in differences:
        total = found["breakdown"] == "total" and found["reference"] == WAVES[-2]
        if not (total and found["part"] == "main" and found["response"] == "trust"):
            continue
        if found["question"] not in ("trust_ministries", "trust_health"):
            continue
        same = {c: found.get(c, "") for c in COLUMNS["robustness"]} | {"reason": ""}
        rows.append({**same, "variant": "declared", "differs": "false"})
        rows.append({**same, "variant": "trimmed", "differs": "false"})
        other = found["question"] == "trust_ministries"
        rows.append(
            {
                **same,
                "variant": "dont_know_out",
                "differs": "true" if other else "false",
                "verdict": "fell" if other else found["verdict"],
            }
        )
        rows.append(
            {
                **same,
                **dict.fromkeys(("estimate", "conf_low", "conf_high"), np.nan),
                "variant": "earlier_weighting",
                "verdict": "",
                "differs": "false",
                "reason": "same_scheme",
            }
        )
    return pd.DataFrame(rows, columns=COLUMNS["robustness"])


def _tipping(differences: list[dict[str, object]]) -> pd.DataFrame:
    """What would make two findings false; the second one has no solution for false answers."""
    rows = []
    for found in differences:
        total = found["breakdown"] == "total" and found["reference"] == WAVES[-2]
        if not (total and found["part"] == "main" and found["response"] == "trust"):
            continue
        if found["question"] not in ("trust_ministries", "trust_health"):
            continue
        same = {c: found.get(c, "") for c in COLUMNS["tipping"]}
        same |= {"of_wave": WAVES[-1], "value": np.nan, "low": np.nan, "high": np.nan}
        first = found["question"] == "trust_ministries"
        rows += [
            {
                **same,
                "assumption": "false_favourable",
                "value": 0.0871 if first else np.nan,
                "verdict_then": "fell",
                "reason": "" if first else "no_solution",
            },
            {**same, "assumption": "selection_ratio", "value": 0.8342, "verdict_then": ""},
            {**same, "assumption": "selection_rho", "value": -0.0012345, "verdict_then": ""},
            {
                **same,
                "assumption": "dont_know",
                "of_wave": "",
                "low": 0.12,
                "high": 1.0,
                "stands": "false",
            },
            {**same, "assumption": "trimmed", "of_wave": "", "stands": "true"},
        ]
    return pd.DataFrame(rows, columns=COLUMNS["tipping"]).fillna({"stands": "", "reason": ""})


def _words() -> pd.DataFrame:
    common = (
        "peur",
        "inquiétude",
        "progrès",
        "curiosité",
        "robot",
        "avenir",
        "prudence",
        "efficacité",
        "emploi",
        "contrôle",
        "espoir",
        "ChatGPT",
        "surveillance",
    )
    rows = [
        ("main", WAVES[-1], "word", w, 190 - 13 * i, (190 - 13 * i) / 2003)
        for i, w in enumerate(common)
    ]
    return pd.DataFrame(rows, columns=COLUMNS["words"])


def _facts(status: str, inference: bool) -> dict[str, object]:
    sizes = {"main": 2003, "phone": 204}
    weights = {
        "method": "rake", "kish_deff": 1.42, "n_eff": 1410.6, "mean": 1.0, "min": 0.31, "max": 3.9, "cv": 0.648,
        "bounds": [0.2, 5.0], "collapsed": [],
        "margins": [{"id": "gender", "status": "given", "source": "Recensement", "date": "2021"}],
    }  # fmt: skip
    return {
        "trim_at": 3.0,
        "release": {
            "version": 1,
            "status": status,
            "publish_on": "2025-11-25",
            "contact": None,
            "reason": None,
        },
        "sizes": {p: {w: {"n": n} for w in WAVES} for p, n in sizes.items()},
        "weighting": {"main": {w: weights for w in WAVES}} if inference else {},
        "findings": [
            {
                "check": "straight_lining",
                "severity": "warning",
                "part": "main",
                "wave": "2025",
                "count": 14,
                "column": "trust_police",
                "fr": "Réponses identiques à toute une grille",
                "en": "Identical answers to a whole grid",
                "accepted": {
                    "fr": "Grille courte (responsable, A. B., 2025-06-02)",
                    "en": "A short grid (responsable, A. B., 2025-06-02)",
                },
            }
        ],
        "not_run": [{"check": "duration", "fr": "Durée des entrevues", "en": "Interview length"}],
        "minutes": {"online": 12.4, "phone": 18.0},
        "exclusions": [],
        "outcome": {
            "main": {
                "invited": 9120,
                "started": None,
                "completed": 2003,
                "excluded": 17,
                "note": None,
            }
        },
    }


def make_store(
    folder: Path,
    *,
    sample_type: str = "probability",
    languages: tuple[str, ...] = ("fr", "en"),
    synthetic: bool = True,
    status: str = "demonstration",
    change: object = None,
) -> Store:
    """Write a definition and a store under `folder`, and open the store.

    `change` is a function that may alter the content of ``survey.yaml`` before it is written.
    """
    definition = folder / "essai"
    (definition / "waves").mkdir(parents=True)
    head = _survey(languages, synthetic)
    inference = sample_type in ("probability", "quota")
    if not inference:
        for section in head["sections"]:  # type: ignore[attr-defined]
            section["blocks"] = [
                b for b in section["blocks"] if b["kind"] not in ("trend", "changes")
            ]
    if callable(change):
        change(head)
    _dump(definition / "survey.yaml", head)
    _dump(definition / "questionnaire.yaml", _questionnaire())
    for wave in WAVES:
        _dump(definition / "waves" / f"{wave}.yaml", _wave(wave, sample_type, status))
    survey = load_survey(definition)
    numbers = _Numbers(survey, inference)
    _fill(survey, numbers)
    rows = list(numbers.rows.values())
    followed = [r for r in rows if r["response"] in ("trust", "gap", "mean")]
    differences = _differences(numbers) if inference else []
    breaks = [
        ("supplier", "supplier", "2022-03-01", "2021", "2022", "", "", ""),
        ("words", "wording", "2025-01-01", "2024", "2025", "trust_police", "", ""),
    ]
    weighting = [
        ("main", "gender", c, t, b, t) for c, t, b in (("F", 0.51, 0.55), ("M", 0.49, 0.45))
    ]
    tables = {
        "estimates": pd.DataFrame([r for r in rows if r["wave"] == WAVES[-1]]),
        "trends": pd.DataFrame(followed),
        "differences": pd.DataFrame(differences, columns=COLUMNS["differences"]),
        "breaks": pd.DataFrame(breaks, columns=COLUMNS["breaks"]),
        "words": _words(),
        "weighting": pd.DataFrame(weighting, columns=COLUMNS["weighting"]),
        "robustness": _robustness(differences),
        "tipping": _tipping(differences),
        "letters": _letters(rows) if inference else pd.DataFrame(columns=COLUMNS["letters"]),
    }
    write_store(folder / "interne", survey, WAVES[-1], tables, _facts(status, inference))
    return outside(open_store(folder / "interne"))


def _letters(rows: list[dict[str, object]]) -> pd.DataFrame:
    """Say that men are above women wherever they are by five points."""
    own = {
        (r["question"], r["response"], r["group"]): r["estimate"]
        for r in rows
        if r["wave"] == WAVES[-1] and r["part"] == "main" and r["breakdown"] == "gender"
    }
    found = [
        (
            "main",
            WAVES[-1],
            question,
            response,
            "gender",
            group,
            letter,
            "A" if group == "M" and value - own[question, response, "F"] > 0.05 else "",
        )
        for (question, response, group), value in own.items()
        if (letter := {"F": "A", "M": "B"}.get(str(group))) and value == value
    ]
    return pd.DataFrame(found, columns=COLUMNS["letters"])


def _dump(path: Path, content: object) -> None:
    text = yaml.dump(content, Dumper=_Plain, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")


class _Plain(yaml.SafeDumper):
    """Writes no alias, which definitions refuse."""

    def ignore_aliases(self, data: object) -> bool:
        return True
