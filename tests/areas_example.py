"""The shipped example with ten districts, some thin: models of areas, validation items, quality.

``areas_example(folder)`` writes a project that builds as the example does.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat

from padai.interchange import init_example

DISTRICTS = {f"d{k}": f"District {k}" for k in range(10)}
SHARES = np.array([0.22, 0.18, 0.14, 0.12, 0.1, 0.08, 0.06, 0.04, 0.035, 0.025])
DECLARED = """\
small_areas:
  by_district:
    areas: district
    questions: [trust_services, trust_data]
    over: walk
    decided_by: {fr: Comité de méthode, en: Methods committee}
    reason: {fr: "Peu de répondants par secteur.", en: Few respondents by district.}
    declared: 2023-01-10
validation_items:
  - question: used_online
    net: 1
    label: {fr: A utilisé un service en ligne, en: Used an online service}
    values:
      2024: {value: 0.66, source: {fr: Registre de la ville, en: Town register}, date: 2024, population: {fr: Adultes, en: Adults}}
      2025: {value: 0.60, std_error: 0.01, source: {fr: Registre de la ville, en: Town register}, date: 2025, population: {fr: Adultes, en: Adults}}
respondent_quality:
  worst: 0.05
  contradictions:
    - all: [{question: trust_services, codes: [1]}, {question: trust_data, codes: [4]}]
  impossible:
    - all: [{question: used_online, codes: [2]}, {question: ease, codes: [10]}]
  consent:
    - {question: trust_services, codes: [1, 2]}
    - {question: trust_data, codes: [1, 2]}
    - {question: trust_staff, codes: [1, 2]}
    - {question: clear_info, codes: [1, 2]}
  decided_by: {fr: Comité de méthode, en: Methods committee}
  reason: {fr: "Panel en ligne.", en: Online panel.}
  declared: 2023-01-10
"""
MINUTES = """\
  minutes:
    type: number
    label: {fr: Durée, en: Length}
    wording: {fr: "Durée de l’entrevue, en minutes", en: "Length of the interview, in minutes"}
    range: [0, 300]
    tags: [administrative]
    section: profile
"""


def areas_example(folder: Path) -> Path:
    """Write the project and return the folder of its survey."""
    init_example(folder)
    survey = folder / "surveys" / "example"
    _definition(survey)
    for wave in ("2023", "2024", "2025"):
        _wave(survey, wave)
    return survey


def _replaced(path: Path, changes: dict[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text, (path.name, old)
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8", newline="\n")


def _definition(survey: Path) -> None:
    tiles = ", ".join(f"{d}: [[{k // 4}, {k % 4}]]" for k, d in enumerate(DISTRICTS))
    _replaced(
        survey / "survey.yaml",
        {
            "\nsections:\n": f"\n{DECLARED}\nsections:\n",
            "question: district}": f"question: district, tiles: {{{tiles}}}}}",
            "roles:\n": "roles:\n  duration: [minutes]\n",
        },
    )
    codes = "".join(
        f"        {d}: {{label: {{fr: Secteur {d[1:]}, en: {name}}}, value: {k + 1}}}\n"
        for k, (d, name) in enumerate(DISTRICTS.items())
    )
    old = "".join(
        f"        {d}: {{label: {{fr: {fr}, en: {en}}}, value: {k}}}\n"
        for d, fr, en, k in (
            ("north", "Nord", "North", 1),
            ("centre", "Centre", "Centre", 2),
            ("south", "Sud", "South", 3),
        )
    )
    _replaced(survey / "questionnaire.yaml", {old: codes, "  gender:\n": f"{MINUTES}  gender:\n"})


def _sizes(n: int) -> np.ndarray:
    sizes = np.floor(SHARES * n).astype(int)
    sizes[0] += n - sizes.sum()
    return sizes


def _wave(survey: Path, wave: str) -> None:
    path = survey / "data" / f"example-{wave}.sav"
    frame, meta = pyreadstat.read_sav(str(path), user_missing=True)
    rng = np.random.default_rng(int(wave))
    n = len(frame)
    place = rng.permutation(np.repeat(np.arange(len(SHARES)), _sizes(n)))
    frame["district"] = place + 1.0
    frame["minutes"] = np.round(rng.lognormal(2.5, 0.4, n), 1)
    hurried = rng.choice(n, n // 20, replace=False)
    frame.loc[hurried, "minutes"] = 1.5
    labels = {k: v for k, v in meta.variable_value_labels.items() if k != "district"}
    names = [meta.column_names_to_labels.get(c, "") or "" for c in frame.columns]
    pyreadstat.write_sav(
        frame,
        str(path),
        variable_value_labels=labels,
        column_labels=names,
        missing_ranges={c: r for c, r in meta.missing_ranges.items() if c != "district"},
    )
    targets = survey / "targets" / f"{wave}.csv"
    kept = pd.read_csv(targets, dtype=str)
    kept[kept["margin"] != "district"].to_csv(targets, index=False)
    of_wave = survey / "waves" / f"{wave}.yaml"
    text = of_wave.read_text(encoding="utf-8")
    start = text.index("sha256: ") + len("sha256: ")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    of_wave.write_text(text[:start] + digest + text[start + 64 :], encoding="utf-8", newline="\n")
    _replaced(of_wave, {", stratum: district}": "}", "margins: [district, ": "margins: ["})
