"""Small surveys made to be nasty: rare groups, sensitive breakdowns, split halves, corrections."""

from __future__ import annotations

import csv
import hashlib
import itertools
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import yaml

NOTE = {"fr": "Données inventées pour une attaque.", "en": "Data made up for an attack."}
Row = dict[str, str]
SUITE = 30
PHONED = 260
"""People of a second part: enough that the rarest group of all of them may be told of."""


@dataclass(frozen=True)
class World:
    """What a small survey holds.

    Attributes
    ----------
    regions
        How many; one of them is small.
    health_groups
        Whether the sensitive question on health is a breakdown too.
    zones
        Whether regions are also shown in two zones, one of which is all regions but two.
    weighted
        Whether design weights are raked; otherwise everybody counts for one.
    halves
        Whether a question goes to one half of the sample and its twin to the other.
    deposit
        Whether an anonymised file goes out.
    shy
        Whether many do not tell their gender, so that those who do are not everybody.
    earlier
        Whether there was an edition before, of other people, so that changes are told: key results,
        what would make them false, and an index.
    unnamed
        Whether the breakdown by gender names women and men alone, and leaves out who said another.
    asked_on
        Whether those who are not of frail health, a sensitive question, are asked one more.
    routes
        Of whom one more is asked, by two conditions: ``all`` of those who trust and are not of
        frail health, ``any`` who trust or are of frail health; ``chain`` of whoever answered the
        question that frail health led to.
    mentions
        Whether several answers may be given to a sensitive question, and one of them is "none".
    form_told
        Whether the half of a split sample is a table of its own.
    alike
        Whether design weights are all one, so that raking leaves as many weights as regions, which
        a reader knows.
    towns
        Whether towns were drawn, three of each region and one that lies in two.
    two_margins
        Whether people of one weight, who all answer, are raked to regions and to two levels of
        school, so that a reader knows what everybody weighs and how the error of a total is made.
    correction
        What a corrected version is declared to be, where few records of it are.
    """

    seed: int
    people: int
    regions: int
    health_groups: bool
    zones: bool
    weighted: bool
    halves: bool
    multiple: bool
    phone: bool
    rounding: bool
    shy: bool = False
    earlier: bool = False
    unnamed: bool = False
    asked_on: bool = False
    routes: str = ""
    mentions: bool = False
    form_told: bool = False
    deposit: bool = False
    alike: bool = False
    towns: bool = False
    two_margins: bool = False
    version: int = 1
    status: str = "demonstration"
    correction: str = ""


def drawn(seed: int) -> World:
    """Draw a world; every kind of trouble comes up in a few seeds."""
    rng = np.random.default_rng(seed)
    kinds = list(itertools.product((True, False), repeat=2))
    health, weighted = kinds[seed % 4]
    rounding = seed % 11 == 7
    weighted |= rounding  # bases of people who weigh alike cannot be rounded
    return World(
        seed=seed,
        people=int(rng.integers(90, 420)),
        regions=int(rng.integers(3, 6)),
        health_groups=health,
        weighted=weighted,
        zones=seed % 3 == 0,
        halves=seed % 5 in (0, 2),
        multiple=seed % 5 in (1, 3),
        phone=seed % 6 == 4,
        rounding=rounding,
        shy=seed % 7 == 3,
        earlier=seed % 5 == 4 and seed % 11 != 7,
        # the first worlds are those of the suite, and stay as they are
        alike=weighted and seed >= SUITE and seed % 7 in (2, 3),
        towns=seed >= SUITE and seed % 7 == 5,
    )


# --- people --------------------------------------------------------------------------------------


def people(world: World) -> list[Row]:
    """Draw who answered, and what."""
    rng = np.random.default_rng([world.seed, 7])
    regions = [f"r{i + 1}" for i in range(world.regions)]
    shares = np.array([1.0] * (world.regions - 1) + [0.12])
    rows = []
    for i in range(world.people):
        region = str(rng.choice(regions, p=shares / shares.sum()))
        row = {
            "id": f"p{world.seed:04d}-{i:04d}", "region": region,
            "gender": _draw(rng, {"1": 0.47, "2": 0.47, "3": 0.035 + 0.025 * world.shy, "99": 0.12 if world.shy else 0.025}),
            "age": str(rng.integers(18, 90)),
            "health": _draw(rng, {"1": 0.06 if region != "r1" else 0.12, "2": 0.9, "99": 0.03, "98": 0.03 * world.earlier}),
            "trust": _draw(rng, {"1": 0.2, "2": 0.4, "3": 0.2, "4": 0.1, "98": 0.06, "99": 0.04}),
            "form": _draw(rng, {"1": 0.5, "2": 0.5}),
            "score": _draw(rng, {str(k): 1.0 for k in range(11)} | {"99": 0.4}),
            "w": f"{rng.gamma(6, 1 / 6) + 0.3:.4f}",
        }  # fmt: skip
        if world.two_margins:
            row["school"] = _draw(rng, {"1": 0.6, "2": 0.4})
            row["health"] = "1" if row["health"] == "1" else "2"
        row["town"] = f"{region}-{i % 3}" if i % 8 else "between"
        if world.alike:
            row["w"] = "1"
        for name, form in (("half_a", "1"), ("half_b", "2")):
            asked = row["form"] == form
            row[name] = _draw(rng, {"1": 0.3, "2": 0.65, "99": 0.05}) if asked else "97"
        refused = rng.random() < 0.03
        for option in ("bus", "bike", "car"):
            row[f"ways_{option}"] = "99" if refused else _draw(rng, {"1": 0.3, "0": 0.7})
        if world.mentions:
            some = _draw(rng, {"asthma": 0.3, "gout": 0.2, "none": 0.5, "both": 0.006})
            for code in ("asthma", "gout", "none"):
                row[f"ills_{code}"] = str(int(some == code or (some == "both" and code != "none")))
        if world.asked_on:
            row["care"] = _draw(rng, {"1": 0.5, "2": 0.5}) if row["health"] == "2" else "97"
        if world.routes:
            trusts, frail = row["trust"] in ("1", "2"), row["health"] == "1"
            sound = row["health"] == "2"
            led = {"any": trusts or frail, "all": trusts and sound, "chain": sound}[world.routes]
            row["both"] = _draw(rng, {"1": 0.5, "2": 0.5}) if led else "97"
        rows.append(row)
    return rows


def _draw(rng: np.random.Generator, odds: dict[str, float]) -> str:
    p = np.array(list(odds.values()))
    return str(rng.choice(list(odds), p=p / p.sum()))


def phone(world: World) -> list[Row]:
    """Draw a second, smaller sample of other people."""
    return [
        {**row, "id": f"t{row['id']}"}
        for row in people(replace(world, seed=world.seed + 10_000, people=PHONED))
    ]


def before(world: World) -> list[Row]:
    """Draw those who answered the edition before."""
    return [
        {**row, "id": f"b{row['id']}"} for row in people(replace(world, seed=world.seed + 20_000))
    ]


# --- files ---------------------------------------------------------------------------------------


def write_world(world: World, project: Path, rows: list[Row] | None = None) -> Path:
    """Write a project with one survey, and return the survey's folder.

    Parameters
    ----------
    rows
        Who answered, as a correction leaves them; as they were drawn where nothing is said. The
        data file of an earlier version is kept, as a producer keeps it.
    """
    folder = project / "surveys" / "nasty"
    for name in ("waves", "data", "targets"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (project / "padai.yaml").write_text("surveys: surveys\nreports: reports\nreleases: releases\n")
    _yaml(folder / "survey.yaml", _survey(world))
    _yaml(folder / "questionnaire.yaml", {"questions": _questions(world)})
    samples = {"main": people(world) if rows is None else rows} | (
        {"phone": phone(world)} if world.phone else {}
    )
    for part, of in samples.items():
        _data(folder / "data" / _file(part, world), of, world)
    _yaml(folder / "waves" / "2025.yaml", _wave(world, folder, samples))
    _targets(folder / "targets" / "2025.csv", world)
    if world.earlier:
        first = replace(world, version=1, status="demonstration", correction="")
        _data(folder / "data" / "main-2024.csv", before(world), world)
        _yaml(folder / "waves" / "2024.yaml", _wave(first, folder, {"main": before(world)}, "2024"))
        _targets(folder / "targets" / "2024.csv", world)
    return folder


def _targets(path: Path, world: World) -> None:
    shares = np.array([2.0] * (world.regions - 1) + [1.0])
    with path.open("w", encoding="utf-8") as out:
        out.write("part,margin,cell,target,status,source,date\n")
        for i, share in enumerate(shares / shares.sum()):
            out.write(f"main,region,r{i + 1},{float(share)!r},given,invented,2024-01-01\n")
        for code in ("1", "2") if world.two_margins else ():
            out.write(f"main,school,{code},0.5,given,invented,2024-01-01\n")


def _file(part: str, world: World, year: str = "2025") -> str:
    if year != "2025":
        return f"{part}-{year}.csv"
    return f"{part}.csv" if world.version == 1 else f"{part}-{world.version}.csv"


def bare(seed: int, **changed: Any) -> World:
    """Return a world of 300 people in three regions without any trouble, and change it."""
    none = dict.fromkeys(
        ("health_groups", "zones", "weighted", "halves", "multiple", "phone", "rounding"), False
    )
    return World(**{"seed": seed, "people": 300, "regions": 3, **none, **changed})


def _yaml(path: Path, content: dict[str, Any]) -> None:
    written = yaml.dump(content, Dumper=_WrittenOut, allow_unicode=True, sort_keys=False)
    path.write_text(written, encoding="utf-8")


class _WrittenOut(yaml.SafeDumper):
    """Writes a text out each time that it comes back."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _data(path: Path, rows: list[Row], world: World) -> None:
    skipped = {"half_a", "half_b", "form"} if not world.halves else set()
    skipped |= {"ways_bus", "ways_bike", "ways_car"} if not world.multiple else set()
    skipped |= set() if world.weighted else {"w"}
    skipped |= set() if world.towns else {"town"}
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(
            out, [name for name in rows[0] if name not in skipped], extrasaction="ignore"
        )
        writer.writeheader()
        writer.writerows(rows)


def _both(fr: str, en: str) -> dict[str, str]:
    return {"fr": fr, "en": en}


def _survey(world: World) -> dict[str, Any]:
    breakdowns: dict[str, Any] = {
        "region": {"label": _both("Région", "Region"), "question": "region"},
        "gender": {"label": _both("Genre", "Gender"), "question": "gender"},
        "age_group": {
            "label": _both("Groupe d’âge", "Age group"), "question": "age",
            "groups": {
                "18-34": {"label": _both("18 à 34 ans", "18 to 34"), "min": 18, "max": 34},
                "35-59": {"label": _both("35 à 59 ans", "35 to 59"), "min": 35, "max": 59},
                "60+": {"label": _both("60 ans et plus", "60 and over"), "min": 60},
            },
        },
    }  # fmt: skip
    if world.unnamed:
        breakdowns["gender"]["groups"] = {
            "F": {"label": _both("Femme", "Woman"), "codes": ["F"]},
            "M": {"label": _both("Homme", "Man"), "codes": ["M"]},
        }
    if world.two_margins:
        breakdowns["school"] = {"label": _both("École", "School"), "question": "school"}
        del breakdowns["gender"], breakdowns["age_group"]
    if world.health_groups:
        breakdowns["health"] = {
            "label": _both("Santé fragile", "Frail health"),
            "question": "health",
        }
    if world.zones:
        names = [f"r{i + 1}" for i in range(world.regions)]
        breakdowns["zone"] = {"label": _both("Zone", "Zone"), "question": "region", "groups": {
            "core": {"label": _both("Centre", "Core"), "codes": names[:-2]},
            "edge": {"label": _both("Bord", "Edge"), "codes": names[-2:]}}}  # fmt: skip
    text = _both("Enquête inventée pour une attaque", "A survey made up for an attack")
    reason = {"status": "not_applicable", "reason": NOTE}
    declared = ("strategy", "sponsor", "funder", "frame", "recruitment", "quotas", "incentives", "devices",
                "interview_languages", "processing", "quality_checks", "response", "limitations",
                "membership", "contract", "neutrality")  # fmt: skip
    told = (
        "strategy",
        "sponsor",
        "frame",
        "recruitment",
        "interview_languages",
        "processing",
        "quality_checks",
        "limitations",
    )
    confidentiality: dict[str, Any] = {"minimum_group": 10, "sensitive_cell": 5}
    if world.rounding:
        confidentiality["rounding"] = {"bases": 5}
    deposit = (
        {
            "deposit": {
                "questions": ["trust"],
                "profile": ["age_group", "region"],
                "least_alike": 10,
                "purpose": NOTE,
                "supervisor": NOTE,
                "decided": "2024-01-10",
            }
        }
        if world.deposit
        else {}
    )
    return {
        "id": "nasty",
        "title": text,
        "short_title": text,
        "description": text,
        "population": text,
        "geography": text,
        "sponsor": text,
        "contact": text,
        "languages": ["fr", "en"],
        "en": {"basis": NOTE, "approved_by": "personne", "date": "2024-01-01"},
        "asked_in": ["fr", "en"],
        "synthetic": True,
        "synthetic_note": NOTE,
        "data_dir": "data",
        "overlap": "none",
        "waves": ["2024", "2025"] if world.earlier else ["2025"],
        "breakdowns": breakdowns,
        "report_breakdowns": list(breakdowns),
        "confidentiality": confidentiality,
        "methodology": {name: NOTE if name in told else reason for name in declared},
        "licences": {"data": NOTE},
        **deposit,
        **(_followed() if world.earlier else {}),
    }


def _followed() -> dict[str, Any]:
    """Say what is compared with the edition before: a plain question, and a sensitive one."""
    results = {
        "trust": ("trust", "trusts", "Font confiance", "Trust"),
        "health": ("health", "1", "Ont une santé fragile", "Are of frail health"),
    }
    return {
        "families": {
            "headline": {
                "label": _both("Indicateurs", "Indicators"),
                "comparisons": [
                    {"question": question, "net": net} for question, net, *_ in results.values()
                ],
            }
        },
        "key_results": {
            name: {
                "question": question,
                "net": net,
                "label": _both(fr, en),
                "declared": "2024-01-10",
            }
            for name, (question, net, fr, en) in results.items()
        },
    }


_REFUSED = {"99": {"label": {"fr": "Refus", "en": "Refused"}, "kind": "refused"}}
_NOT_ASKED = {"97": {"label": {"fr": "Non posée", "en": "Not asked"}, "kind": "not_asked"}}


def _choice(
    fr: str,
    en: str,
    codes: dict[str, tuple[str, str]],
    missing: dict[str, Any] | None = None,
    **more: Any,
) -> dict[str, Any]:
    named = {code: {"label": _both(*labels)} for code, labels in codes.items()}
    return {
        "label": _both(fr, en),
        "wording": _both(f"{fr} ?", f"{en}?"),
        "section": "main",
        "scale": {"codes": named, "missing": missing if missing is not None else _REFUSED},
        **more,
    }


def _valued(question: dict[str, Any], values: dict[str, int]) -> dict[str, Any]:
    for code, value in values.items():
        question["scale"]["codes"][code]["value"] = value
    return question


def _questions(world: World) -> dict[str, Any]:
    unsure = {
        "98": {"label": _both("Ne sait pas", "Does not know"), "kind": "dont_know", "in_base": True}
    }
    nets = {"trusts": {"label": _both("Total confiance", "Total trust"), "codes": ["1", "2"]}}
    made = {
        "trust": _choice("Confiance", "Trust", {
            "1": ("Beaucoup", "A lot"), "2": ("Assez", "Some"), "3": ("Peu", "Little"), "4": ("Aucune", "None"),
        }, {**unsure, **_REFUSED}, headline_net="trusts"),
        "health": _choice("Santé fragile", "Frail health", {"1": ("Oui", "Yes"), "2": ("Non", "No")},
                          {**unsure, **_REFUSED} if world.earlier else None, headline_net="1", sensitive=True),
        "score": {"type": "rating", "label": _both("Note", "Score"), "wording": _both("Note ?", "Score?"),
                  "section": "main", "headline_net": "mean",
                  "scale": {"points": [0, 10], "ends": [_both("Bas", "Low"), _both("Haut", "High")],
                            "missing": _REFUSED}},
    }  # fmt: skip
    made["trust"]["scale"]["nets"] = nets
    if world.halves:
        made["form"] = _valued(
            _choice(
                "Version",
                "Version",
                {"A": ("A", "A"), "B": ("B", "B")},
                {},
                **({} if world.form_told else {"tags": ["administrative"], "seconds": 0}),
            ),
            {"A": 1, "B": 2},
        )
        for name, form, of in (
            ("half_a", "A", ("Première moitié", "First half")),
            ("half_b", "B", ("Seconde moitié", "Second half")),
        ):
            made[name] = _choice(
                *of,
                {"1": ("D’accord", "Agree"), "2": ("Pas d’accord", "Disagree")},
                {**_NOT_ASKED, **_REFUSED},
                headline_net="1",
                base={"question": "form", "codes": [form]},
                base_label=_both(f"Version {form}", f"Version {form}"),
            )
    if world.asked_on:
        made["care"] = _choice(
            "Suivi",
            "Care",
            {"1": ("Oui", "Yes"), "2": ("Non", "No")},
            _NOT_ASKED,
            headline_net="1",
            base={"question": "health", "codes": ["2"]},
            base_label=_both("Santé solide", "Sound health"),
        )
    if world.mentions:
        made["ills"] = _choice(
            "Maladies",
            "Ills",
            {
                "asthma": ("Asthme", "Asthma"),
                "gout": ("Goutte", "Gout"),
                "none": ("Aucune", "None of these"),
            },
            type="multiple",
            headline_net="asthma",
            sensitive=True,
        )
    if world.routes == "chain":
        made["both"] = _choice(
            "Suite",
            "Next",
            {"1": ("Oui", "Yes"), "2": ("Non", "No")},
            _NOT_ASKED,
            headline_net="1",
            base={"question": "care", "codes": ["1", "2"]},
            base_label=_both("Qui a répondu", "Who answered"),
        )
    elif world.routes:
        health = {"question": "health", "codes": ["1" if world.routes == "any" else "2"]}
        made["both"] = _choice(
            "Les deux",
            "Both",
            {"1": ("Oui", "Yes"), "2": ("Non", "No")},
            _NOT_ASKED,
            headline_net="1",
            base_label=_both("Selon deux réponses", "By two answers"),
            base={world.routes: [{"question": "trust", "codes": ["1", "2"]}, health]},
        )
    if world.multiple:
        made["ways"] = _choice(
            "Moyens",
            "Ways",
            {
                "bus": ("Autobus", "Bus"),
                "bike": ("Vélo", "Bike"),
                "car": ("Auto", "Car"),
            },
            type="multiple",
            headline_net="bus",
        )
    made["gender"] = _valued(
        _choice(
            "Genre",
            "Gender",
            {
                "F": ("Femme", "Woman"),
                "M": ("Homme", "Man"),
                "X": ("Non binaire", "Non-binary"),
            },
            sensitive=True,
        ),
        {"F": 1, "M": 2, "X": 3},
    )
    made["age"] = {
        "type": "number",
        "label": _both("Âge", "Age"),
        "wording": _both("Âge ?", "Age?"),
        "section": "main",
        "range": [18, 110],
    }
    if world.two_margins:
        levels = {"1": ("Courte", "Short"), "2": ("Longue", "Long")}
        made["school"] = _valued(_choice("École", "School", levels, {}), {"1": 1, "2": 2})
    made["region"] = _choice(
        "Région",
        "Region",
        {f"r{i + 1}": (f"Région {i + 1}", f"Region {i + 1}") for i in range(world.regions)},
        {},
    )
    return made


def _wave(
    world: World, folder: Path, samples: dict[str, list[Row]], year: str = "2025"
) -> dict[str, Any]:
    parts = {}
    for part, rows in samples.items():
        path = folder / "data" / _file(part, world, year)
        parts[part] = {
            "label": _both("Volet principal", "Main part") if part == "main" else _both("Volet téléphonique", "Phone part"),
            "population": _both("Personne", "Nobody"), "mode": "online" if part == "main" else "phone",
            "sample_type": "probability", "supplier": _both("Aucun", "None"), "file": path.name,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "n": len(rows),
            "design": {
                "id": "id", **({"weight": "w"} if world.weighted and not world.two_margins and part == "main" else {}),
                **({"psu": "town"} if world.towns else {}),
            },
        }  # fmt: skip
        if world.weighted and part == "main":
            parts[part]["weighting"] = {
                "method": "rake",
                "margins": ["region", *(["school"] if world.two_margins else [])],
                "bounds": [0.1, 10.0],
            }
        else:
            parts[part]["weighting"] = {"method": "none", "reason": NOTE}
        if part == "phone":
            parts[part]["breakdowns"] = ["age_group", "gender"]
        if world.weighted and (part != "main" or world.two_margins):
            parts[part]["other_columns"] = ["w"]
    release: dict[str, Any] = {
        "version": world.version,
        "status": world.status,
        "publish_on": f"{year}-06-02",
    }
    if world.version > 1:
        release["reason"] = _both("Des réponses corrigées.", "Answers corrected.")
        release |= {"correction": world.correction} if world.correction else {}
    return {
        "label": _both(f"Édition {year}", f"{year} edition"),
        "fieldwork": {"start": f"{year}-02-03", "end": f"{year}-03-14"},
        "parts": parts,
        "release": release,
    }
