"""Synthetic files whose truth a seed holds: a role is found, or asked; none is wrong in silence."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from padai.interchange.design_roles import find_design
from padai.interchange.draft import DesignRole
from padai.interchange.profiles import profiles
from padai.waves.intake import DataFile

N = 400
NAMES: dict[DesignRole, tuple[tuple[str, str], ...]] = {
    "weight": (
        ("poids", "Poids de sondage"),
        ("PONDFIN", "Pondération finale"),
        ("wt_final", "Final weight"),
        ("V0012", "Full sample weight"),
        ("FACTOR", "Factor de expansión"),
        ("pspwght", "Post-stratification weight"),
    ),
    "stratum": (
        ("strate", "Strate"),
        ("vstrat", "Variance stratum"),
        ("estrato", "Estrato de muestreo"),
        ("", ""),
    ),
    "psu": (
        ("upe", "Unité primaire d’échantillonnage"),
        ("VPSU", "Primary sampling unit"),
        ("upm", "Unidad primaria de muestreo"),
        ("", ""),
    ),
    "id": (
        ("id", ""),
        ("respid", "Respondent ID"),
        ("FOLIO", "Folio"),
        ("no_rep", "Numéro du répondant"),
    ),
}


def made(seed: int) -> tuple[DataFile, dict[DesignRole, str]]:
    """A file of answers, a design under names drawn by a seed, and what resembles one."""
    rng = np.random.default_rng(seed)
    truth = {role: pool[rng.integers(len(pool))] for role, pool in NAMES.items()}
    weights = rng.lognormal(0, 0.5, N)
    scale = rng.choice([1.0, 900.0])
    columns: dict[str, Any] = {
        "kg": rng.uniform(45, 110, N),
        "prov": rng.choice([10.0, 24.0, 35.0, 59.0], N),
        "revenu": np.round(rng.lognormal(10, 0.6, N)),
        "nse": rng.choice([1.0, 2.0, 3.0], N),
        "q1": rng.choice([1.0, 2.0, 3.0, 8.0], N),
        "q2": rng.choice([1.0, 2.0], N),
        "annee_nais": rng.integers(1930, 2005, N).astype(float),
        "const_w": np.ones(N),
    }
    labels = {
        "kg": "Body weight (kg)",
        "prov": "Province, used only for weighting purposes",
        "nse": "Estrato socioeconómico",
        "const_w": "Weight",
    }
    of: dict[DesignRole, Any] = {
        "weight": scale * weights / weights.mean(),
        "stratum": np.repeat(np.arange(8), N // 8).astype(float),
        "psu": np.repeat(np.arange(40), N // 40).astype(float),
        "id": rng.permutation(np.arange(1_000, 1_000 + N)).astype(float),
    }
    for role, (name, label) in truth.items():
        if name:
            columns[name], labels[name] = of[role], label
    order = rng.permutation(list(columns))
    frame = pd.DataFrame({str(name): columns[str(name)] for name in order})
    values = {
        "q1": {1.0: "Oui", 2.0: "Non", 3.0: "Parfois", 8.0: "NSP"},
        "q2": {1.0: "A", 2.0: "B"},
    }
    file = DataFile(frame, "sav", "", labels=labels, value_labels=values)
    return file, {role: name for role, (name, _) in truth.items()}


@pytest.mark.parametrize("seed", range(40))
def test_a_role_is_found_or_asked_and_never_wrong(seed: int) -> None:
    file, truth = made(seed)
    found = find_design(file, profiles(file)).roles
    for role, name in truth.items():
        taken = found[role].taken
        assert taken is None or taken.column == name, (role, name, taken)
        assert not name or name in found[role].columns, f"{name} is not even a candidate"


def test_nearly_every_role_is_found() -> None:
    """Asked is safe, found is quick: nine in ten."""
    right = total = 0
    for seed in range(40):
        file, truth = made(seed)
        found = find_design(file, profiles(file)).roles
        for role, name in truth.items():
            taken = found[role].taken
            total += 1
            right += (taken.column if taken else "") == name
    assert right >= 0.9 * total
