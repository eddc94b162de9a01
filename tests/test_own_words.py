"""Columns whose name or label says that people wrote in them, or who they are: no text goes on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from padai.errors import DefinitionError
from padai.interchange import confirm_designs, parse_design
from padai.interchange.own_words import says_own_words
from tests.test_intake_of_strangers import people, started, write, written

REPEATED = ["mi vecino Juan Pérez", "iglesia del padre Ramón", "la maestra Ana López"]
"""What a few dozen people each wrote: by their number alone they would be codes."""


def _said(folder: Path) -> str:
    """Return what is written beside the data file itself."""
    made = [p for p in folder.rglob("*") if p.is_file() and p.parent.name != "data"]
    return "\n".join(p.read_text(encoding="utf-8") for p in made if p.suffix != ".xlsx")


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("p1_otro", ""),
        ("p1_otro", "Otra organización, ¿cuál?"),
        ("p2n", "¿Por qué? (abierta)"),
        ("q7", "Motivo principale (aperta)"),
        ("Q100OTHER", ""),
        ("Q100", "Other, verbatim"),
        ("q3", "Autre, précisez :"),
        ("q9", "Andere Partei, welche?"),
        ("observaciones", ""),
        ("ملاحظات الباحث", ""),
    ],
)
def test_what_says_so_of_itself_is_free_text(tmp_path: Path, name: str, label: str) -> None:
    assert says_own_words(name, label, REPEATED)
    frame = people().drop(columns="pond").assign(**{name: np.resize(REPEATED, 300)})
    if label:
        file = write(tmp_path / "w.sav", frame, {name: label})
    else:
        file = tmp_path / "w.csv"
        frame.to_csv(file, index=False)
    survey = started(tmp_path, file)
    said = _said(tmp_path / "surveys" / "mine")
    assert not [text for text in REPEATED if text in said]
    kept = [q for q in survey.questions.values() if q.column(survey.waves[0]) == name]
    assert [q.type for q in kept] == ["open"]


@pytest.mark.parametrize(
    ("name", "label", "texts"),
    [
        ("q5_other", "", ["Yes", "No"]),
        ("q5", "Other parties", ["One", "Two", "Three"]),
        ("q6", "Compared with others, which of these describes you best?", ["A", "B", "C"]),
        ("q7", "¿Está de acuerdo con una economía abierta?", ["Sí", "No sé", "Nada"]),
        ("mother", "", ["Here", "There", "Elsewhere"]),
        ("note", "", ["A", "B", "C"]),
    ],
)
def test_closed_questions_stay_closed(name: str, label: str, texts: list[str]) -> None:
    assert not says_own_words(name, label, texts)


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("Nombre supervisor", ["Ana López", "Juan Pérez", "María Gómez"]),
        ("validador", ["jrojas", "mlopez", "cvega"]),
        ("Primer nombre", ["Ana", "Juan", "Luis"]),
        ("Bearbeiter", ["Hr. Müller", "Fr. Schmidt", "Hr. Weber"]),
    ],
)
def test_names_are_set_aside_however_often_they_come(
    tmp_path: Path, name: str, texts: list[str]
) -> None:
    file = tmp_path / "w.csv"
    people().drop(columns="pond").assign(**{name: np.resize(texts, 300)}).to_csv(file, index=False)
    started(tmp_path, file)
    said = _said(tmp_path / "surveys" / "mine")
    assert not [text for text in texts if text in said]
    aside = pd.read_csv(tmp_path / "surveys" / "mine" / "set-aside.csv")
    assert name in set(aside["column"])


def test_columns_for_a_confirmed_design_are_refused(tmp_path: Path) -> None:
    file = write(tmp_path / "w.sav", people().assign(pond2=people(2)["pond"]))
    folder = started(tmp_path, file).path
    assert confirm_designs(folder, [parse_design("id=folio,weight=pond")])
    before = written(folder)
    assert confirm_designs(folder, [parse_design("id=folio,weight=pond")]) == ()
    for typed in ("weight=pond2", "weight=nonsense", "weight=none"):
        with pytest.raises(DefinitionError, match="is confirmed already") as refused:
            confirm_designs(folder, [parse_design(typed)])
        assert 'weight: "pond"' in str(refused.value)
    assert written(folder) == before
