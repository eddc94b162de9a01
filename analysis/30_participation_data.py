"""Make the synthetic data of the two participation examples: the same bytes for the same seed.

``python analysis/30_participation_data.py`` writes ``surveys/panel-citoyen/data/`` (volunteers,
lottery, members, presences, answers before and after) and ``surveys/consultation/data/``
(contributions, codings). Nobody in them exists.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

import padai

ROOT = Path(__file__).parents[1]
SEED = 20250607
START = dt.date(2023, 9, 15)
END = dt.date(2025, 9, 14)
VOLUNTEERS = {
    # those who answer an invitation are older and more schooled than the population
    "sexe": {"F": 0.53, "H": 0.455, "X": 0.015},
    "age": {"18-29": 0.13, "30-44": 0.24, "45-64": 0.37, "65+": 0.26},
    "territoire": {"centre": 0.46, "couronne": 0.27, "villes": 0.18, "eloigne": 0.09},
    "diplome": {"secondaire": 0.19, "collegial": 0.33, "universite": 0.48},
}
TOOK_PART = {
    "age": {"18-29": 0.11, "30-44": 0.27, "45-64": 0.37, "65+": 0.22, "98": 0.03},
    "territoire": {"centre": 0.56, "couronne": 0.22, "villes": 0.14, "eloigne": 0.06, "98": 0.02},
    "langue": {"fr": 0.84, "en": 0.09, "autochtone": 0.005, "autre": 0.05, "98": 0.015},
    "diplome": {"secondaire": 0.12, "collegial": 0.27, "universite": 0.59, "98": 0.02},
}
CODES = {
    "age": {"18-29": 1, "30-44": 2, "45-64": 3, "65+": 4, "98": 98},
    "territoire": {"centre": 1, "couronne": 2, "villes": 3, "eloigne": 4, "98": 98},
    "langue": {"fr": 1, "en": 2, "autochtone": 3, "autre": 4, "98": 98},
    "diplome": {"secondaire": 1, "collegial": 2, "universite": 3, "98": 98},
}
THEMES = {
    # share of contributions, then how often a coder misses the theme, or sees it where it is not
    "transparence": (0.34, 0.04, 0.01, "Je veux savoir quand une machine décide."),
    "vie-privee": (0.31, 0.04, 0.01, "Mes renseignements ne doivent pas circuler sans mon accord."),
    "acces-humain": (0.27, 0.05, 0.02, "Il faut toujours pouvoir parler à une personne."),
    "emploi": (0.18, 0.05, 0.01, "Des emplois vont disparaître au comptoir."),
    "fracture-numerique": (0.13, 0.09, 0.02, "Bien des gens n’ont pas Internet chez eux."),
    "biais": (0.11, 0.16, 0.02, "Le système pourrait traiter des groupes autrement."),
    "formation": (0.08, 0.08, 0.01, "Il faudrait former le personnel avant tout."),
    "environnement": (0.008, 0.0, 0.0, "Ces machines consomment beaucoup d’énergie."),
    "souverainete": (0.06, 0.35, 0.03, "Les données devraient rester au pays."),
}
WORDS = ["méfiance", "progrès", "prudence", "efficacité", "surveillance", "inquiétude", "curiosité",
         "rapidité", "froideur", "espoir", "opacité", "contrôle", "avenir", "erreur", "vertige",
         "labyrinthe", "boussole", "orage"]  # fmt: skip
CAMPAIGN = 62


def main() -> None:
    """Write both sets of files."""
    rng = np.random.default_rng(SEED)
    panel(rng, ROOT / "surveys" / "panel-citoyen")
    consultation(rng, ROOT / "surveys" / "consultation" / "data")


def panel(rng: np.random.Generator, folder: Path) -> None:
    """Draw a panel by its definition, then make its two years and its answers."""
    data = folder / "data"
    numbers = [f"V{n:03d}" for n in rng.permutation(420) + 1]
    volunteers = pd.DataFrame({"numero": sorted(numbers)})
    for column, shares in VOLUNTEERS.items():
        volunteers[column] = rng.choice(list(shares), len(volunteers), p=list(shares.values()))
    write(data / "volontaires.csv", volunteers.columns, volunteers.itertuples(index=False))
    definition = padai.load_survey(folder)
    drawn = padai.draw_panel(definition.panel.draw, volunteers, definition.id)
    write(data / "loterie.csv", drawn.lottery.columns, drawn.lottery.itertuples(index=False))
    members = two_years(rng, drawn.people)
    write(data / "membres.csv", members.columns, members.itertuples(index=False))
    presences = met(rng, members, {s.id: s.date for s in definition.panel.sessions})
    write(data / "presences.csv", ["numero", "seance"], presences)
    answers(rng, data, members)


def two_years(rng: np.random.Generator, people: pd.DataFrame) -> pd.DataFrame:
    """Return who held a seat from when to when, who left early and who took the seat."""
    seated = people[people["status"] == "panel"].sort_values("number")
    spare = people[people["status"] == "reserve"].sort_values(["cell", "rank"])
    waiting = {cell: list(group["number"]) for cell, group in spare.groupby("cell")}
    rows = [[n, START, "", "", "", ""] for n in seated["number"]]
    cells = dict(zip(people["number"], people["cell"], strict=True))
    leaving = [
        (START, "refus"), (START, "refus"), (START, "refus"),
        (dt.date(2024, 2, 1), "demenagement"), (dt.date(2024, 5, 15), "disponibilite"),
        (dt.date(2024, 9, 3), "disponibilite"), (dt.date(2024, 11, 20), "demenagement"),
        (dt.date(2025, 2, 10), "disponibilite"), (dt.date(2025, 5, 20), "disponibilite"),
    ]  # fmt: skip
    can_leave = [i for i, row in enumerate(rows) if waiting.get(cells[row[0]])]
    for place, ((day, reason), i) in enumerate(
        zip(leaving, rng.permutation(can_leave)[: len(leaving)], strict=True)
    ):
        number = rows[i][0]
        rows[i][2:4] = [day, reason]
        queue = waiting[cells[number]]
        if queue and place < len(leaving) - 1:
            rows.append([queue.pop(0), day + dt.timedelta(days=14), "", "", number, ""])
    in_office = [i for i, row in enumerate(rows) if not row[2]]
    staying = set(rng.permutation(in_office)[:22].tolist())
    for i in in_office:
        rows[i][2:] = (
            ["", "", rows[i][4], "oui"] if i in staying else [END, "fin", rows[i][4], "non"]
        )
    columns = ["numero", "entree", "sortie", "motif", "remplace", "renouvele"]
    return pd.DataFrame(rows, columns=columns).sort_values("numero")


def holding(members: pd.DataFrame, day: dt.date) -> list[str]:
    """Return the numbers in office on a day."""
    return [
        row.numero
        for row in members.itertuples()
        if row.entree <= day and (not row.sortie or row.sortie > day)
    ]


def met(
    rng: np.random.Generator, members: pd.DataFrame, sessions: dict[str, dt.date]
) -> list[tuple[str, str]]:
    """Return who was present at each session."""
    rows = []
    for (session, day), there in zip(sessions.items(), (38, 37, 35), strict=True):
        chosen = rng.permutation(holding(members, day))[:there]
        rows += [(str(n), session) for n in sorted(chosen)]
    return rows


def answers(rng: np.random.Generator, data: Path, members: pd.DataFrame) -> None:
    """Write the answers before and after."""
    before = holding(members, dt.date(2025, 3, 24))
    after = holding(members, dt.date(2025, 6, 16))
    people = sorted(set(before) | set(after))
    n = len(people)
    first, last = {}, {}
    for name, start, shift in (
        ("confiance_ia", -0.25, 0.45),
        ("humain", 0.9, 0.5),
        ("triage", 0.1, -0.25),
        ("registre", 0.5, 0.8),
    ):
        leaning = rng.normal(start, 1.0, n)
        first[name] = np.digitize(-leaning, [-1.0, 0.0, 1.0]) + 1
        last[name] = np.digitize(-(leaning + rng.normal(shift, 0.55, n)), [-1.0, 0.0, 1.0]) + 1
    knows = np.clip(np.round(rng.normal(4.3, 2.0, n)), 0, 10).astype(int)
    first["savoir_ia"] = knows
    last["savoir_ia"] = np.clip(knows + rng.choice([-1, 0, 1, 2, 3], n), 0, 10)
    felt = np.where(np.arange(n) % 3 == 0, 1, 2)
    first["injustice"], last["injustice"] = felt, felt.copy()
    for place in (1, 4, 9):
        last["injustice"][place] = 3 - felt[place]
    last["triage"][7] = 99
    for file, given, invited, silent in (
        ("avant.csv", first, before, 2),
        ("apres.csv", last, after, 3),
    ):
        kept = sorted(rng.permutation(invited)[: len(invited) - silent])
        rows = [[p, *(int(given[q][people.index(p)]) for q in given)] for p in kept]
        write(data / file, ["numero", *given], rows)


def consultation(rng: np.random.Generator, data: Path) -> None:
    """Write contributions and their codings."""
    n = 903
    profile = {
        column: rng.choice(list(shares), n, p=list(shares.values()))
        for column, shares in TOOK_PART.items()
    }
    held = {t: rng.random(n) < share for t, (share, *_) in THEMES.items()}
    campaign = rng.permutation(n)[:CAMPAIGN]
    for theme in held:
        held[theme][campaign] = theme in ("transparence", "emploi")
    weights = 1 / (np.arange(len(WORDS)) + 1.5)
    words = rng.choice(WORDS, n, p=weights / weights.sum())
    registre = rng.choice([1, 2, 3, 4, 98], n, p=[0.47, 0.3, 0.12, 0.08, 0.03])
    triage = rng.choice([1, 2, 3, 4, 98], n, p=[0.09, 0.27, 0.31, 0.29, 0.04])
    rows = []
    for i in range(n):
        own = [THEMES[t][3] for t in held if held[t][i]] or ["Je n’ai pas d’opinion arrêtée."]
        order = own if i in campaign else list(rng.permutation(own))
        closing = "" if i in campaign else f" (Contribution {i + 1}.)"
        codes = [CODES[c][profile[c][i]] for c in CODES]
        rows.append(
            [f"C{i + 1:04d}", *codes, registre[i], triage[i], words[i], " ".join(order) + closing]
        )
    head = ["numero", *CODES, "registre", "triage", "mot", "contribution"]
    write(data / "contributions.csv", head, rows)
    write(data / "codage.csv", ["contribution", "codeur", "theme"], coded(rng, held, n))


def coded(
    rng: np.random.Generator, held: dict[str, np.ndarray], n: int
) -> Iterable[tuple[str, str, str]]:
    """Return the codings: 240 contributions by both coders and settled, the others by one."""
    both = set(rng.permutation(n)[:240].tolist())
    for i in range(n):
        name = f"C{i + 1:04d}"
        coders = ("A", "B") if i in both else ("A",) if i % 2 else ("B",)
        for coder in coders:
            seen = [
                t
                for t, (_, miss, add, _) in THEMES.items()
                if (rng.random() >= miss if held[t][i] else rng.random() < add)
            ]
            yield from ((name, coder, t) for t in seen or ["autre"])
        if i in both:
            true = [t for t in held if held[t][i]]
            yield from ((name, "consensus", t) for t in true or ["autre"])


def write(path: Path, head: Iterable[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a CSV file in UTF-8 with line feeds."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(list(head))
        writer.writerows(rows)


if __name__ == "__main__":
    main()
