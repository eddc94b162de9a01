"""A small quota survey made from a seed: a population whose trust hangs on who takes part.

``quota_survey(folder)`` writes the survey ``mini`` as two waves of a web panel that the young and
men join more often, and the random sample of the same people that a model of participation leans
on. What is true of everyone is :data:`TRUTH`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from tests.builders import mini, respondents

PEOPLE = 60_000
DECLARED = """\
participation_model:
  variables: [sex, age_group]
  references:
    - file: reference.csv
      sha256: SHA
      design: {weight: w, stratum: h}
      source: {fr: "Enquête sociale, essai", en: "Social survey, trial"}
      date: 2024-03-01
      population: {fr: Adultes, en: Adults}
      other_year: {fr: La composition de la population change peu en un an, en: The make-up of the population changes little in a year}
  assumptions: {fr: "La participation ne dépend que du genre et de l’âge", en: "Taking part depends on gender and age alone"}
  decided_by: {fr: comité, en: committee}
  reason: {fr: "Le panel attire les jeunes", en: "The panel attracts the young"}
  declared: 2024-01-15
"""


def people(year: int) -> pd.DataFrame:
    """Make everyone of a year: trust hangs on sex and age, and so does who takes part."""
    rng = np.random.default_rng(year)
    sex = rng.choice(["F", "M"], PEOPLE)
    age = rng.integers(18, 90, PEOPLE)
    young = age < 35
    rise = 0.06 if year == 2025 else 0.0
    trusts = rng.uniform(size=PEOPLE) < 0.3 + 0.15 * (sex == "F") + 0.25 * ~young + rise * young
    return pd.DataFrame({"sex": sex, "age": age.astype(float), "trusts": trusts})


TRUTH = {str(year): float(people(year)["trusts"].mean()) for year in (2024, 2025)}


def panel(year: int) -> pd.DataFrame:
    """Make the rows of a wave: those of everyone who took part."""
    rng = np.random.default_rng(10 * year)
    everyone = people(year)
    young, man = everyone["age"] < 35, everyone["sex"] == "M"
    more = {2024: 0.01, 2025: 0.05}[year]
    took = rng.uniform(size=PEOPLE) < 0.015 + more * young + 0.008 * man
    own = everyone[took].reset_index(drop=True)
    n = len(own)
    yes, no = rng.choice([1.0, 2.0], n), rng.choice([3.0, 4.0, 98.0], n, p=[0.5, 0.4, 0.1])
    return respondents(
        n,
        seed=year,
        first_id=100_000 * (year - 2020),
        trust=np.where(own["trusts"], yes, no),
        sex=own["sex"].to_numpy(),
        age=own["age"].to_numpy(),
    )


def reference(n: int = 1200, seed: int = 5) -> pd.DataFrame:
    """Make the random sample: of two strata, with weights that add up to everyone."""
    rng = np.random.default_rng(seed)
    everyone = people(2024)
    h = np.where(everyone["age"] < 50, 1, 2)
    rows = []
    for stratum in (1, 2):
        own = everyone[h == stratum]
        kept = own.iloc[rng.choice(len(own), n // 2, replace=False)]
        rows.append(kept[["sex", "age"]].assign(h=stratum, w=round(len(own) / (n // 2), 6)))
    return pd.concat(rows, ignore_index=True)


def quota_survey(
    folder: Path,
    *,
    declared: str = DECLARED,
    ref: pd.DataFrame | None = None,
    waves: Mapping[str, pd.DataFrame] | None = None,
    replace: Mapping[str, str] | None = None,
) -> Path:
    """Write the survey, its waves and its reference; return its folder.

    Parameters
    ----------
    declared
        The model, in which ``SHA`` is the checksum of the reference.
    """
    text = (reference() if ref is None else ref).to_csv(index=False)
    digest = hashlib.sha256(text.encode()).hexdigest()
    survey = mini(
        folder,
        waves or {str(year): panel(year) for year in (2024, 2025)},
        replace={
            "sample_type: probability": "sample_type: quota",
            "key_results:": f"{declared.replace('SHA', digest)}key_results:",
            **(replace or {}),
        },
    )
    (survey / "data" / "reference.csv").write_text(text, encoding="utf-8", newline="")
    return survey
