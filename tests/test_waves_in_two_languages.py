"""Waves of one tracker whose files are labelled in two languages, or share almost nothing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from padai.errors import DefinitionError
from padai.interchange import Choices, add_wave
from padai.survey import Survey
from tests.starting import started, started_and_told
from tests.test_next_strangers import PROPOSED

N = 200
ENGLISH = {
    "trust_police": ("How much do you trust the police?", {1: "Not at all", 2: "A lot"}),
    "vote": ("Did you vote in the last election?", {0: "No", 1: "Yes"}),
    **{
        f"q{i}": (f"How satisfied are you with the service of office {i}?", {1: "Not", 2: "Very"})
        for i in range(1, 7)
    },
    **{
        f"q{i}": (f"Have you heard of the new law {i}?", {0: "No", 1: "Yes", 3: "Unsure"})
        for i in range(7, 13)
    },
}
FRENCH = {
    "trust_police": ("Avez-vous confiance dans la police ?", {1: "Pas du tout", 2: "Beaucoup"}),
    "vote": ("Avez-vous voté aux dernières élections ?", {0: "Non", 1: "Oui"}),
    **{
        f"q{i}": (f"Êtes-vous satisfait du service du bureau {i} ?", {1: "Non", 2: "Très"})
        for i in range(1, 7)
    },
    **{
        f"q{i}": (f"Connaissez-vous la nouvelle loi {i} ?", {0: "Non", 1: "Oui", 3: "Incertain"})
        for i in range(7, 13)
    },
}


def _sav(path: Path, seed: int, asked: dict[str, tuple[str, dict[int, str]]]) -> Path:
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame({"respid": np.arange(N) + 1000.0 * seed, "wt": rng.uniform(0.5, 2, N)})
    for name, (_, codes) in asked.items():
        frame[name] = rng.choice([float(c) for c in codes], N)
    labels = {name: label for name, (label, _) in asked.items()}
    values = {name: {float(c): t for c, t in codes.items()} for name, (_, codes) in asked.items()}
    pyreadstat.write_sav(
        frame,
        str(path),
        column_labels=[labels.get(n, "") for n in frame],
        variable_value_labels=values,
    )
    return path


def _moved() -> dict[str, tuple[str, dict[int, str]]]:
    """The French file with a question put in after q3: numbers move on by one."""
    rest = {n: said for n, said in FRENCH.items() if not n.startswith("q")}
    numbered = [FRENCH[f"q{i}"] for i in range(1, 13)]
    numbered.insert(3, ("Que pensez-vous du nouveau pont ?", {5: "Rien", 6: "Du bien"}))
    numbered.insert(3, ("Que pensez-vous du vieux pont ?", {5: "Rien", 6: "Du bien"}))
    return {**rest, **{f"q{i}": said for i, said in enumerate(numbered, start=1)}}


def _shared(survey: Survey) -> set[str]:
    return {n for n in survey.questions if {"2023", "2024"} <= _waves_of(survey, n)}


def _waves_of(survey: Survey, name: str) -> set[str]:
    asked = survey.questions[name]
    return {w for w in survey.waves if asked.asked_in(w)}


def _both(tmp_path: Path, later: dict[str, tuple[str, dict[int, str]]]) -> list[Path]:
    return [_sav(tmp_path / "w2023.sav", 1, ENGLISH), _sav(tmp_path / "w2024.sav", 2, later)]


def test_columns_are_linked_by_name_and_codes_and_it_is_told(tmp_path: Path) -> None:
    """Not one question of a file delivered in French was that of the English waves before."""
    survey, told = started_and_told(tmp_path, *_both(tmp_path, FRENCH), **PROPOSED)
    assert _shared(survey) == set(ENGLISH)
    assert "14 questions, 14 of them asked before" in told
    assert "labels being in another language: 14" in told
    text = (survey.path / "questionnaire.yaml").read_text(encoding="utf-8")
    assert text.count("labels of wave 2024 are in another language") == 14


def test_numbers_that_moved_are_no_names(tmp_path: Path) -> None:
    """Where a question was put in, q4 of one file is not q4 of the other, whatever its codes."""
    survey, told = started_and_told(tmp_path, *_both(tmp_path, _moved()), **PROPOSED)
    assert _shared(survey) == {"trust_police", "vote"}
    assert "columns of a name that stays, kept apart: 12" in told
    assert "--by-name" in told


def test_a_person_may_say_that_names_tell(tmp_path: Path) -> None:
    survey = started(tmp_path, *_both(tmp_path, _moved()), by_name=True, **PROPOSED)
    assert _shared(survey) >= {"trust_police", "vote", "q1", "q2", "q3", "q10", "q12"}
    assert "q4" not in _shared(survey)


def test_labels_of_one_language_are_never_passed_over(tmp_path: Path) -> None:
    """Codes alone link nothing where the words could have."""
    other = {n: (f"Is the {n} bridge pretty?", codes) for n, (_, codes) in ENGLISH.items()}
    with pytest.raises(DefinitionError, match="waves=unlinked"):
        started(tmp_path, *_both(tmp_path, other), **PROPOSED)


def test_waves_that_share_almost_nothing_are_refused_until_somebody_says_so(
    tmp_path: Path,
) -> None:
    other = {f"z{n}": (f"Is the {n} bridge pretty?", codes) for n, (_, codes) in ENGLISH.items()}
    files = _both(tmp_path, other)
    with pytest.raises(DefinitionError, match="14 questions, and 0 of them") as refused:
        started(tmp_path, *files, **PROPOSED)
    assert "--fact waves=unlinked" in refused.value.said.en
    survey = started(tmp_path, *files, facts={"waves": "unlinked"}, **PROPOSED)
    assert _shared(survey) == set()


def test_a_wave_added_in_another_language_keeps_its_questions(tmp_path: Path) -> None:
    first, second = _both(tmp_path, FRENCH)
    survey = started(tmp_path, first, **PROPOSED)
    added = add_wave(survey.path, second)
    assert {change.name for change in added.of("same")} == set(ENGLISH)


def test_a_person_may_say_so_of_a_wave_that_is_added(tmp_path: Path) -> None:
    """`padai init` took names where a person said so, and `padai add-wave` could not be told."""
    first, second = _both(tmp_path, _moved())
    told: list[str] = []
    survey = started(tmp_path, first, **PROPOSED)
    added = add_wave(survey.path, second, Choices(tell=lambda said: told.append(said.en)))
    assert {change.name for change in added.of("same")} == {"trust_police", "vote"}
    assert any("--by-name" in line and "kept apart: 12" in line for line in told)
    (survey.path / "waves" / f"{added.wave_id}.yaml").unlink()
    told.clear()
    again = add_wave(
        survey.path, second, Choices(by_name=True, tell=lambda said: told.append(said.en))
    )
    kept = {change.name for change in again.of("same")}
    assert kept >= {"trust_police", "vote", "q1", "q2", "q3", "q10", "q12"}
    assert {"q4", "q5"} <= {change.name for change in again.of("changed")}
    assert any(f"another language: {len(kept)}" in line for line in told)
    assert not any("--by-name" in line for line in told)
