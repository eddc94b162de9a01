"""A small literal survey and its waves, written into a folder: the ground of many tests.

``write_survey(folder)`` writes the definition, ``respondents()`` makes the rows of a wave, and
``write_wave_file(frame, path)`` a data file in the format of its ending. A test changes the text
of the definition, or a column of the rows, and looks at what padai says.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

SURVEY_YAML = """\
id: mini
title: {fr: Mini, en: Mini}
description: {fr: Un essai, en: A trial}
population: {fr: Adultes, en: Adults}
geography: {fr: Ici, en: Here}
sponsor: {fr: Nous, en: Us}
contact: {fr: nous, en: us}
languages: [fr, en]
en: {basis: {fr: démonstration, en: demonstration}, approved_by: équipe, date: 2025-01-01}
synthetic: true
overlap: none
waves: [2024, 2025]
breakdowns:
  sex: {label: {fr: Genre, en: Gender}, question: sex}
  age_group:
    label: {fr: Âge, en: Age}
    question: age
    groups:
      18-34: {label: {fr: 18 à 34 ans, en: 18 to 34}, min: 18, max: 34}
      35+: {label: {fr: 35 ans et plus, en: 35 and over}, min: 35}
families:
  headline:
    label: {fr: Principaux, en: Headline}
    comparisons: [{question: trust, net: trust}]
key_results:
  k1: {question: trust, net: trust, label: {fr: C, en: T}, declared: 2024-01-01}
"""

QUESTIONNAIRE_YAML = """\
scales:
  confidence:
    codes:
      1: {label: {fr: Tout à fait, en: Completely}, score: 4}
      2: {label: {fr: Plutôt, en: Rather}, score: 3}
      3: {label: {fr: Plutôt pas, en: Rather not}, score: 2}
      4: {label: {fr: Pas du tout, en: Not at all}, score: 1}
    missing:
      98: {label: {fr: Je ne sais pas, en: Don’t know}, kind: dont_know, in_base: true}
      99: {label: {fr: Refus, en: Refused}, kind: refused}
    nets:
      trust: {label: {fr: Total confiance, en: Total trust}, codes: [1, 2]}
  yes_no:
    codes:
      1: {fr: Oui, en: 'Yes'}
      2: {fr: Non, en: 'No'}
questions:
  trust: {label: {fr: Confiance, en: Trust}, wording: {fr: "Faites-vous confiance?", en: "Do you trust?"}, scale: confidence, headline_net: trust}
  user: {label: {fr: Utilise, en: Uses}, wording: {fr: "Utilisez-vous le service?", en: "Do you use the service?"}, scale: yes_no}
  served:
    label: {fr: Satisfaction, en: Satisfaction}
    wording: {fr: "Le service vous a-t-il satisfait?", en: "Did the service satisfy you?"}
    scale: confidence
    base: {question: user, codes: [1]}
    base_label: {fr: Personnes qui utilisent le service, en: People who use the service}
  means:
    type: multiple
    label: {fr: Moyens, en: Means}
    wording: {fr: "Par quels moyens?", en: "By which means?"}
    scale: {codes: {web: {fr: Site web, en: Web}, phone: {fr: Téléphone, en: Phone}}}
  sex: {label: {fr: Genre, en: Gender}, wording: {fr: "Genre?", en: "Gender?"}, scale: {codes: {F: {fr: F, en: F}, M: {fr: M, en: M}}}}
  age: {type: number, label: {fr: Âge, en: Age}, wording: {fr: "Âge?", en: "Age?"}, range: [18, 110]}
  word: {type: open, label: {fr: Mot, en: Word}, wording: {fr: "Un mot?", en: "A word?"}}
"""

WAVE_YAML = """\
label: {{fr: édition {wave}, en: {wave} edition}}
fieldwork: {{start: {wave}-05-01, end: {wave}-05-20}}
parts:
  main:
    label: {{fr: principal, en: main}}
    population: {{fr: Adultes, en: Adults}}
    mode: online
    sample_type: probability
    supplier: {{fr: A, en: A}}
    file: m{wave}{ending}
    design: {{id: id, weight: w}}
    weighting: {{method: rake, margins: [sex]}}
"""

TARGETS_CSV = """\
part,margin,cell,target,status,source,date
main,sex,F,0.5,given,Recensement,2021
main,sex,M,0.5,given,Recensement,2021
"""


def write_survey(
    folder: Path,
    *,
    ending: str = ".csv",
    replace: Mapping[str, str] | None = None,
    waves: tuple[str, ...] = ("2024", "2025"),
) -> Path:
    """Write the definition of the survey ``mini``; return its folder.

    Parameters
    ----------
    ending
        The ending of the data files that the waves name.
    replace
        Texts of the definition's files, and what to write in their place. Each must occur.
    waves
        The waves that the survey lists.
    """
    survey = folder / "mini"
    files = {
        "survey.yaml": SURVEY_YAML.replace("[2024, 2025]", f"[{', '.join(waves)}]"),
        "questionnaire.yaml": QUESTIONNAIRE_YAML,
        **{f"waves/{w}.yaml": WAVE_YAML.format(wave=w, ending=ending) for w in waves},
        **{f"targets/{w}.csv": TARGETS_CSV for w in waves},
    }
    for old, new in (replace or {}).items():
        assert any(old in text for text in files.values()), f"{old!r} is in no file"
        files = {name: text.replace(old, new) for name, text in files.items()}
    for name, text in files.items():
        path = survey / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (survey / "data").mkdir(exist_ok=True)
    return survey


def respondents(n: int = 200, seed: int = 1, first_id: int = 1, **changed: Any) -> pd.DataFrame:
    """Make the rows of a clean wave of ``mini``, as a data file would hold them.

    `changed` replaces whole columns. ``trust`` is 1, 2, 3, 4, 98 with probabilities
    0.2, 0.35, 0.25, 0.15, 0.05.
    """
    rng = np.random.default_rng(seed)
    user = rng.choice([1.0, 2.0], n, p=[0.6, 0.4])
    served = rng.choice([1.0, 2.0, 3.0, 4.0], n)
    rows = {
        "id": np.arange(first_id, first_id + n),
        "w": np.round(rng.uniform(0.5, 2.0, n), 3),
        "trust": rng.choice([1.0, 2.0, 3.0, 4.0, 98.0], n, p=[0.2, 0.35, 0.25, 0.15, 0.05]),
        "user": user,
        "served": np.where(user == 1.0, served, np.nan),
        "means_web": rng.choice([0.0, 1.0], n),
        "means_phone": rng.choice([0.0, 1.0], n),
        "sex": rng.choice(["F", "M"], n),
        "age": rng.integers(18, 90, n).astype(float),
        "word": rng.choice(["aide", "peur", "rien"], n),
        **changed,
    }
    return pd.DataFrame(rows)


def write_wave_file(frame: pd.DataFrame, path: Path, **metadata: Any) -> Path:
    """Write rows as .sav, .zsav, .dta, .csv or .parquet; `metadata` goes to pyreadstat."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".csv":
        frame.to_csv(path, index=False)
    elif path.suffix == ".parquet":
        frame.to_parquet(path, index=False)
    else:
        import pyreadstat

        if path.suffix == ".dta":
            pyreadstat.write_dta(frame, path, **metadata)
        else:
            pyreadstat.write_sav(frame, path, compress=path.suffix == ".zsav", **metadata)
    return path


def mini(
    folder: Path,
    rows: Mapping[str, pd.DataFrame] | None = None,
    *,
    ending: str = ".csv",
    replace: Mapping[str, str] | None = None,
    waves: tuple[str, ...] = ("2024", "2025"),
) -> Path:
    """Write the survey and the data of its waves (clean ones unless given); return its folder."""
    survey = write_survey(folder, ending=ending, replace=replace, waves=waves)
    for place, wave in enumerate(waves):
        frame = (rows or {}).get(wave)
        if frame is None:
            frame = respondents(seed=place + 1, first_id=1 + 1000 * place)
        write_wave_file(frame, survey / "data" / f"m{wave}{ending}")
    return survey
