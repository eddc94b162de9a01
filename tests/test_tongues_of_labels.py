"""In which language the labels of a file are: a Polish file was drafted as German."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from padai.interchange import parse_design
from padai.interchange.label_words import language
from tests.starting import started
from tests.strangers import sav

SAID = {
    "pl": ["MĘŻCZYZNA", "KOBIETA", "Tak, powinna mieć prawo", "Nie powinna"],
    "cs": ["Rozhodně ano", "Spíše ne", "Neví", "Zcela souhlasím"],
    "sv": ["Ganska stort förtroende", "Mycket litet förtroende", "Vet ej"],
    "da": ["Hvor stor tillid har du til Folketinget?", "Ved ikke", "Meget stor"],
    "nb": ["Hvor stor tillit har du til Stortinget?", "Vet ikke", "Svært stor"],
    "fi": ["Täysin samaa mieltä", "Jokseenkin eri mieltä", "Ei osaa sanoa"],
    "hu": ["Egyáltalán nem bízik", "Inkább bízik", "Nem tudja"],
    "ro": ["Foarte multă încredere", "Puțină încredere", "Nu știu"],
    "tr": ["Çok güveniyorum", "Hiç güvenmiyorum", "Bilmiyor"],
    "hr": ["Uopće nemam povjerenja", "Uglavnom se slažem", "Ne zna"],
    "id": ["Sangat percaya", "Tidak percaya", "Laki-laki", "Perempuan"],
    "en": ["Male", "Female", "Very satisfied", "For you at all", "Man"],
    "fr": ["Très d’accord", "Plutôt pas d’accord", "Homme", "Femme"],
    "es": ["Muy de acuerdo", "Nada de acuerdo", "Hombre", "Mujer"],
    "de": ["Stimme voll und ganz zu", "weiß nicht", "männlich", "völlig"],
    "nl": ["Heel veel vertrouwen", "weet niet", "Man", "Vrouw"],
    "ca": ["Molta", "Gens", "No ho sap"],
    "pt": ["Muito", "Nada", "Não sabe", "Discordo"],
    "it": ["Per niente", "Abbastanza", "Non sa"],
    "ja": ["とても信頼している", "わからない"],
}


@pytest.mark.parametrize("tag", SAID)
def test_a_few_labels_tell_their_language(tag: str) -> None:
    assert language(SAID[tag], "xx") == tag


def test_a_polish_file_is_drafted_in_polish(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    scale = {1.0: "Zdecydowanie się zgadzam", 2.0: "Nie zgadzam się", 5.0: "TRUDNO POWIEDZIEĆ"}
    frame = pd.DataFrame(
        {
            "id": np.arange(1.0, 201),
            "q7a": rng.choice(list(scale), 200),
            "q8": rng.choice([1.0, 2.0], 200),
        }
    )
    labels = {"q7a": "Praca matki", "q8": "Płeć", "id": ""}
    path = sav(
        tmp_path / "w2024.sav", frame, labels, q7a=scale, q8={1.0: "Mężczyzna", 2.0: "Kobieta"}
    )
    survey = started(tmp_path, path, design=(parse_design("id=id"),))
    assert survey.languages == ("pl",)
    assert survey.question("q7a").label.get("pl") == "Praca matki"
