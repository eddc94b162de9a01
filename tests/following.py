"""What follows the small release of ``publishing_store``: register, letter, page, kit, figures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from padai.pipeline.versions.follow_up import earlier_register, follow_up_store
from padai.project import Project
from padai.store import Store, open_store, write_store
from padai.survey import load_survey
from tests.publishing_store import make_store


def t(fr: str, en: str) -> dict[str, str]:
    return {"fr": fr, "en": en}


def decisions() -> dict[str, Any]:
    return {
        "date": "2026-03-01",
        "entries": {
            "guide": {
                "title": t("Un guide", "A guide"),
                "sources": [{"finding": "k0", "wave": "2025"}],
                "body": t("Organisme A", "Body A"),
                "role": t("Direction", "Branch"),
                "reply": "retenu",
                "reason": t("Le guide manquait.", "There was no guide."),
                "date": "2026-01-10",
                "state": "en cours",
                "due": "2026-02-01",
                "next_step": t("Publier le guide", "Publish the guide"),
                "plain": t("Un guide sera publié en mai.", "A guide will come out in May."),
            },
            "refus": {
                "title": t("Un refus", "A refusal"),
                "sources": [{"finding": "k1", "wave": "2024"}],
                "body": t("Organisme B", "Body B"),
                "role": t("Direction", "Branch"),
                "reply": "non retenu",
                "reason": t("Trop cher.", "Too dear."),
                "date": "2025-02-01",
            },
        },
    }


def feedback() -> dict[str, Any]:
    said = {
        "k0": ("les ministères", "ministries"), "k1": ("les villes", "towns"),
        "k2": ("la santé", "health care"),
    }  # fmt: skip
    return {
        "letter": {
            "thanks": t("Merci d’avoir répondu.", "Thank you for your answers."),
            "unknown": t("Nous ne savons pas pourquoi.", "We do not know why."),
            "next_date": {"2025": "2026-11-24"},
            "next_text": t("Vous aurez des nouvelles le {date}.", "You will hear on {date}."),
            "reach": t("Écrivez à a@exemple.ca.", "Write to a@exemple.ca."),
            "signed": t("L’équipe", "The team"),
        },
        "plain": {
            "why": t("Nous voulons savoir ce que vous pensez.", "We want to know what you think."),
            "unknown": t("Nous ne savons pas pourquoi.", "We do not know why."),
            "nothing_yet": t("Rien encore.", "Nothing yet."),
            "voice": t("Venez nous voir.", "Come and see us."),
            "learned": ["k0", "k1", "k2"],
            "results": {
                k: {
                    "sentence": t(f"{{share}} ont confiance dans {fr}.", f"{{share}} trust {en}."),
                    "name": t(f"la confiance dans {fr}", f"trust in {en}"),
                }
                for k, (fr, en) in said.items()
            },
        },
        "workshop": {
            "welcome": t("Bienvenue.", "Welcome."),
            "send": t("Envoyez.", "Send."),
            "before": [t("Imprimez les fiches.", "Print the cards.")],
            "steps": [t("Un.", "One."), t("Deux.", "Two."), t("Trois.", "Three.")],
            "answers": {"trusted": t("font confiance", "trust it")},
        },
    }


def inventory() -> dict[str, Any]:
    return {
        "file": "inventory.csv",
        "title": t("Inventaire", "Inventory"),
        "source": t("Essai", "Trial"),
        "date": "2025-03-31",
        "synthetic": True,
        "columns": {
            k: k.upper()
            for k in ("initiative", "category", "body", "portfolio", "benefits", "status")
        },
        "categories": {
            "care": {"label": t("Soins", "Care"), "values": ["Santé"]},
            "school": {"label": t("École", "School"), "values": ["Écoles"]},
        },
        "statuses": {"in_use": ["En service"], "planned": ["Prévu"]},
        "awareness": {"net": "public", "general": "used"},
        "trust": {"net": "trust", "role": "trusted", "general": "trust_ministries"},
        "acceptance": {"net": "informs", "general": "role"},
    }


USES = """INITIATIVE,CATEGORY,BODY,PORTFOLIO,BENEFITS,STATUS
Triage,Santé,A,Soins,Délais,En service
Dictée,Santé,B,Soins,Délais,Prévu
"""


def benchmarks() -> dict[str, Any]:
    aspect = {"likeness": "different", "text": t("autre chose", "something else")}
    statement = dict.fromkeys(("population", "mode", "wording", "scale", "year"), aspect)
    shared = {"comparability": statement, "beside": {"question": "trust_health", "net": "trust"}}
    return {
        "items": {
            "ailleurs": {
                "tracker": t("Enquête voisine", "Neighbour survey"),
                "year": 2024,
                "value": 49,
                "measure": t("Confiance ailleurs", "Trust elsewhere"),
                "n": 1000,
                "source": {"text": t("Un rapport", "A report"), "date": 2024},
                **shared,
            },
            "absent": {
                "tracker": t("Enquête muette", "Silent survey"),
                "measure": t("Confiance là-bas", "Trust over there"),
                "absent": t("Chiffre non trouvé.", "Figure not found."),
                "source": {"text": t("Une note", "A note")},
                **shared,
            },
        }
    }


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def write(folder: Path, name: str, content: Any) -> None:
    text = yaml.dump(content, Dumper=_Plain, allow_unicode=True, sort_keys=False)
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def with_stories(questions: dict[str, Any]) -> dict[str, Any]:
    """Give the questionnaire two stories, and a category to two of its questions."""
    story = {
        "discuss": [t("Pourquoi?", "Why?"), t("Qui?", "Who?"), t("Quand?", "When?")],
        "story": t("Un jour, à l’urgence.", "One day, in an emergency room."),
    }
    questions["scenarios"] = {
        "urgence": {"title": t("L’urgence", "The emergency"), **story},
        "classe": {"title": t("La classe", "The class"), **story},
    }
    questions["questions"]["trust_health"] |= {"scenario": "urgence", "inventory_category": "care"}
    questions["questions"]["trust_schools"] |= {"scenario": "classe"}
    return questions


def small_release(folder: Path, **how: Any) -> tuple[Store, Project, Path]:
    """Write the small release with what follows it; return store, project and survey folder."""

    more = how.pop("change", None)

    def change(head: dict[str, Any]) -> None:
        head["roles"] = {"trusted": ["trust_health"]}
        if more is not None:
            more(head)

    make_store(folder, change=change, **how)
    place = folder / "essai"
    asked = yaml.safe_load((place / "questionnaire.yaml").read_text(encoding="utf-8"))
    write(place, "questionnaire", with_stories(asked))
    register = decisions()
    if how.get("status") == "draft":
        del register["entries"]["refus"]  # the earlier editions are not out either
    for name, content in (
        ("decisions", register),
        ("feedback", feedback()),
        ("inventory", inventory()),
        ("benchmarks", benchmarks()),
    ):
        write(place, name, content)
    (place / "inventory.csv").write_text(USES, encoding="utf-8")
    old = open_store(folder / "interne")
    survey, project = load_survey(place), Project(root=folder, surveys=".")
    kept = earlier_register(survey, project, old.wave)
    assert kept is not None
    tables = {**old.tables, "register": kept.rows}
    facts = {**old.facts, "register": kept.facts}
    write_store(folder / "version", survey, old.wave, tables, facts)
    return open_store(folder / "version"), project, place


def followed(folder: Path, **how: Any) -> Store:
    """Return a store of the small release and of all that follows it."""
    store, project, place = small_release(folder, **how)
    made = follow_up_store(load_survey(place), project, store, folder / "follow-up")
    assert made is not None
    return open_store(made)
