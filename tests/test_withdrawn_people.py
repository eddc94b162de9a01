"""Counts of a panel or a consultation that are withdrawn are gone, and no later version tells them."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pandas as pd

import padai
from padai.pipeline.versions.addresses import Address
from padai.pipeline.versions.by_address import withdraw_cells
from padai.store import Store, open_store
from padai.survey import Text
from tests.outsider.worlds.building import tables_alone
from tests.test_participation import changed, edited

SURVEYS = Path(__file__).parents[1] / "surveys"
AGAIN = "version: 2\n  status: corrected\n  reason: {fr: Une erreur., en: An error.}"
ONCE = "version: 1\n  status: demonstration"


def copied(tmp_path: Path, name: str) -> Path:
    (tmp_path / "padai.yaml").write_text(
        "surveys: surveys\nreports: reports\nreleases: releases\n", encoding="utf-8"
    )
    return Path(shutil.copytree(SURVEYS / name, tmp_path / "surveys" / name))


def built(folder: Path) -> Store:
    return open_store(padai.build(folder, formats=("html",)).folder / "interne")


def withdrawn(folder: Path, *cells: Address) -> tuple[Store, pd.DataFrame]:
    """Put a version out, take cells back, and return what is left of it, and its records."""
    release = padai.build(folder, formats=("html",)).folder
    withdraw_cells(
        folder, cells, date=dt.date(2025, 12, 1), reason=Text(fr="Trop peu.", en="Too few.")
    )
    return open_store(release / "interne"), pd.read_csv(release / "open" / "answers.csv")


def told(store: Store, table: str, column: str = "question") -> set[str]:
    return set(store.tables[table][column].astype(str))


def test_what_is_withdrawn_of_a_consultation_is_not_told_again(tmp_path: Path) -> None:
    """A question goes with the breakdown made of it, and with those who were asked because of it."""
    folder = copied(tmp_path, "consultation")
    asked = "  mot:\n    base: {question: age, codes: [30-44, 45-64, 65+]}\n"
    edited("questionnaire.yaml", "  mot:\n", asked)(folder)
    changed("contributions.csv", lambda t: t.assign(mot=t["mot"].where(t["age"].isin([*"234"]))))(
        folder
    )
    edited("consultation.yaml", "[registre, triage]", "[registre, triage, age]")(folder)
    with tables_alone():
        left, out = withdrawn(folder, Address(question="age"), Address(question="contribution"))
        assert set(out["question"]) == told(left, "answers") == {"registre", "triage"}
        assert told(left, "profile", "breakdown") == {"territoire", "langue", "diplome"}
        assert not len(left.tables["themes"]) and not len(left.tables["words"])
        edited("waves/2025.yaml", ONCE, AGAIN)(folder)
        again = built(folder)
    assert again.release["version"] == 2
    assert told(again, "answers") == {"registre", "triage"}
    assert told(again, "profile", "breakdown") == {"territoire", "langue", "diplome"}
    assert not len(again.tables["themes"]) and not len(again.tables["words"])


def test_what_is_withdrawn_of_a_panel_is_not_told_again(tmp_path: Path) -> None:
    gone = ["humain", "injustice"]
    folder = copied(tmp_path, "panel-citoyen")
    with tables_alone():
        left, _ = withdrawn(folder, *(Address(question=q) for q in gone), Address(breakdown="sexe"))
        edited("waves/2025-apres.yaml", ONCE, AGAIN)(folder)
        again = built(folder)
    for store in (left, again):
        changes = store.tables["panel_changes"].set_index("question")
        assert (changes.loc[gone, "reason"] == "withdrawn").all()
        assert changes.loc[gone, ["n", "before", "after", "p_value"]].isna().all(axis=None)
        others = changes["p_value"].dropna().sort_values()
        assert changes.loc[others.index[0], "p_adjusted"] == min(1, len(others) * others.iloc[0])
        assert not {*gone} & (told(store, "panel_moves") | told(store, "answers"))
        assert "sexe" not in told(store, "profile", "breakdown")
