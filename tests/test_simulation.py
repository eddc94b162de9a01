"""Synthetic waves: the same bytes for a seed, bases respected, the planted truth found again."""

from __future__ import annotations

import hashlib
import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from padai.errors import DataError, DefinitionError, speaking
from padai.simulation import rebuild, simulate, write_checksums
from padai.simulation.draws import allotted, largest_remainder
from padai.simulation.latent import Latent, shares, shifted_for, thresholds_for
from padai.survey import Survey, load_survey

ROOT = Path(__file__).parents[1]
SURVEY = """\
id: village
title: {fr: Village}
description: {fr: Un village}
population: {fr: Adultes}
geography: {fr: Ici}
sponsor: {fr: Nous}
contact: {fr: Nous}
synthetic: true
overlap: none
waves: ["2024", "2025"]
breakdowns:
  age_group:
    label: {fr: Âge}
    question: age
    groups:
      young: {label: {fr: Jeunes}, min: 18, max: 39}
      old: {label: {fr: Moins jeunes}, min: 40}
key_results:
  k: {question: trust, net: trust, label: {fr: Confiance}, declared: 2024-01-01}
breaks:
  - {id: words, type: wording, date: 2025-01-01, text: {fr: Autre libellé}, scope: {questions: [clear]}}
"""
QUESTIONNAIRE = """\
scales:
  confidence:
    codes:
      1: {fr: Tout à fait confiance}
      2: {fr: Plutôt confiance}
      3: {fr: Plutôt pas confiance}
      4: {fr: Pas du tout confiance}
    missing:
      97: {label: {fr: Non posée}, kind: not_asked}
      98: {label: {fr: Je ne sais pas}, kind: dont_know, in_base: true}
      99: {label: {fr: Refus}, kind: refused}
    nets: {trust: {label: {fr: Total confiance}, codes: [1, 2]}}
  points: {points: [0, 10], ends: [{fr: Pas du tout}, {fr: Entièrement}]}
questions:
  form: {label: {fr: Version}, wording: {fr: Version}, scale: {codes: {A: {label: {fr: A}, value: 1}, B: {label: {fr: B}, value: 2}}}}
  trust: {label: {fr: Confiance envers l’hôtel de ville}, wording: {fr: Confiance}, scale: confidence, headline_net: trust}
  clear: {label: {fr: Clarté}, wording: {fr: Clarté}, scale: confidence, headline_net: trust}
  split: {label: {fr: Moitié}, wording: {fr: Moitié}, scale: confidence, headline_net: trust, base: {question: form, codes: [A]}}
  why: {label: {fr: Pourquoi}, wording: {fr: Pourquoi}, scale: confidence, headline_net: trust, base: {question: trust, codes: [3, 4]}}
  score: {type: rating, label: {fr: Note}, wording: {fr: Note}, scale: points, headline_net: mean}
  ways:
    type: multiple
    label: {fr: Façons}
    wording: {fr: Façons}
    scale:
      codes: {web: {fr: En ligne}, desk: {fr: Au comptoir}, none: {fr: Aucune}}
      missing: {97: {label: {fr: Non posée}, kind: not_asked}, 99: {label: {fr: Refus}, kind: refused}}
    base: {any: [{question: trust, codes: [1, 2]}, {question: form, codes: [B]}]}
  word: {type: open, label: {fr: Mot}, wording: {fr: Mot}}
  age: {type: number, label: {fr: Âge}, wording: {fr: Âge}, range: [18, 110]}
  gender:
    label: {fr: Genre}
    wording: {fr: Genre}
    scale: {codes: {F: {label: {fr: Femme}, value: 1}, M: {label: {fr: Homme}, value: 2}, X: {label: {fr: Autre}, value: 3}}}
"""
WAVE = """\
label: {{fr: édition {year}}}
fieldwork: {{start: {year}-05-01, end: {year}-05-20}}
parts:
  main:
    label: {{fr: principal}}
    population: {{fr: Adultes}}
    mode: online
    sample_type: probability
    supplier: {{fr: A}}
    file: v{year}.sav  # a note that stays
    design: {{id: id, weight: w}}
    weighting: {{method: rake, margins: [age_group, gender], untargeted: {{gender: [X]}}}}
  phone:
    label: {{fr: téléphone}}
    population: {{fr: Adultes sans Internet}}
    mode: phone
    sample_type: probability
    supplier: {{fr: A}}
    file: v{year}-phone.sav
    design: {{id: id}}
"""
TARGETS = """\
part,margin,cell,target,status,source,date
main,age_group,young,40000,given,x,2024
main,age_group,old,60000,given,x,2024
main,gender,F,51000,given,x,2024
main,gender,M,49000,given,x,2024
"""
TRUTH = """\
seed: 7
traits: {mood: {effects: {age_group: {young: 0.4}}}}
samples:
  main:
    n: {2024: 400, 2025: 410}
    people: {gender: {F: 50, M: 49, X: 1}}
    response: {age_group: {young: -0.9}}
  phone: {n: {2024: 90, 2025: 90}, people: {age_group: {young: 10, old: 90}}, shift: {mood: -0.5}}
items:
  trust: {first: {1: 10, 2: 40, 3: 30, 4: 20}, missing: {98: 6, 99: 2}, change: {2025: 7}, load: {mood: 0.6}}
  clear: {first: {1: 10, 2: 40, 3: 30, 4: 20}, change: {2025: 0}}
  score: {first: {mean: 5.5, sd: 2.2}, missing: {}, change: {2025: 0.4}, load: {mood: 0.5}}
  ways: {options: {web: 50, desk: 30, none: 12}, exclusive: [none], missing: {99: 1}, change: {2025: {web: 6}}, load: {mood: 0.3}}
  word: {empty: 20, words: [{fr: utile, en: useful, weight: 2, trait: {mood: 0.5}}, {fr: lent, en: slow, weight: 1}]}
artefacts: {words: {offset: {clear: -9}}}
"""


def _write(folder: Path, **changes: str) -> Path:
    """Write the village's definition, with other text for some of its files."""
    files = {
        "survey.yaml": SURVEY,
        "questionnaire.yaml": QUESTIONNAIRE,
        "truth.yaml": TRUTH,
        "waves/2024.yaml": WAVE.format(year=2024),
        "waves/2025.yaml": WAVE.format(year=2025),
        "targets/2024.csv": TARGETS,
        "targets/2025.csv": TARGETS,
    }
    for name, text in {**files, **{k.replace("__", "."): v for k, v in changes.items()}}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    return load_survey(_write(tmp_path_factory.mktemp("village")))


@pytest.fixture(scope="module")
def large(village: Survey) -> Any:
    return simulate(village, sizes={"main": 40_000, "phone": 100})


def _share(frame: pd.DataFrame, column: str, codes: list[int], out: list[int]) -> pd.Series:
    """Return 0 or 1 for each row of the base of a net."""
    base = frame.loc[frame[column].notna() & ~frame[column].isin(out), column]
    return base.isin(codes).astype(float)


def _poststratified(frame: pd.DataFrame, hit: pd.Series) -> tuple[float, float]:
    """Return a share and its standard error, weighted by hand to 40 % under 40 years."""
    young = frame.loc[hit.index, "age"] < 40
    rows = [(0.4, hit[young]), (0.6, hit[~young])]
    share = sum(w * h.mean() for w, h in rows)
    return share, math.sqrt(sum(w**2 * h.var() / len(h) for w, h in rows))


def test_thresholds_are_those_of_the_normal_law() -> None:
    latent = Latent(np.zeros(10), np.full(10, 0.1), 1.0)
    found = thresholds_for(latent, np.array([0.158655253931457, 0.341344746068543, 0.5]))
    assert found == pytest.approx([-1.0, 0.0], abs=1e-9)
    moved = shifted_for(latent, found, np.array([0.0, 0.0, 1.0]), 0.158655253931457)
    assert moved == pytest.approx([0.0, 1.0], abs=1e-9)
    assert shifted_for(latent, found, np.array([0.0, 0.0, 1.0]), 1.5) is None


def test_thresholds_average_over_people() -> None:
    """Two people at -1 and +1: half under zero; 0.0228 and 0.5 under -1, so 0.2614 on average."""
    latent = Latent(np.array([-1.0, 1.0]), np.array([0.5, 0.5]), 1.0)
    wanted = (0.5 + 0.0227501319481792) / 2
    assert thresholds_for(latent, np.array([wanted, 1 - wanted])) == pytest.approx([-1.0])
    assert shares(latent, np.array([0.0])) == pytest.approx([0.5, 0.5])


def test_people_are_allotted_in_exact_proportion() -> None:
    u = np.random.default_rng(1).random(1000)
    cells = allotted(np.array([2.0, 1.0, 1.0]), u)
    assert np.bincount(cells).tolist() == [500, 250, 250]
    assert largest_remainder(np.array([1.0, 1.0, 1.0]), 100).tolist() == [34, 33, 33]


def test_the_same_seed_gives_the_same_bytes(village: Survey, tmp_path: Path) -> None:
    first = simulate(village, out=tmp_path / "a")
    second = simulate(village, out=tmp_path / "b")
    other = simulate(village, seed=8, out=tmp_path / "c")
    digests = [[f.sha256 for f in made.files.values()] for made in (first, second, other)]
    assert digests[0] == digests[1]
    assert not set(digests[0]) & set(digests[2])
    assert len(set(digests[0])) == 4
    for file in first.files.values():
        assert hashlib.sha256(file.path.read_bytes()).hexdigest() == file.sha256


def test_one_wave_is_the_one_of_all_waves(village: Survey) -> None:
    whole, alone = simulate(village), simulate(village, "2025")
    assert list(alone.frames) == [("2025", "main"), ("2025", "phone")]
    pd.testing.assert_frame_equal(whole.frames[("2025", "main")], alone.frames[("2025", "main")])


def test_one_more_question_leaves_the_other_answers_alone(village: Survey, tmp_path: Path) -> None:
    more = QUESTIONNAIRE + "  last: {label: {fr: L}, wording: {fr: L}, scale: confidence}\n"
    longer = load_survey(_write(tmp_path, questionnaire__yaml=more))
    before = simulate(village, "2024").frames[("2024", "main")]
    after = simulate(longer, "2024").frames[("2024", "main")]
    pd.testing.assert_frame_equal(before, after[before.columns])


def test_ids_are_unique_over_waves_and_parts(village: Survey) -> None:
    frames = simulate(village).frames
    ids = pd.concat([frame["id"] for frame in frames.values()])
    assert ids.is_unique
    assert [len(f) for f in frames.values()] == [400, 90, 410, 90]


def test_bases_are_respected(large: Any) -> None:
    frame = large.frames[("2025", "main")]
    assert ((frame["split"] == 97) == (frame["form"] == 2)).all()
    assert ((frame["why"] != 97) == frame["trust"].isin([3, 4])).all()
    asked = frame["trust"].isin([1, 2]) | (frame["form"] == 2)
    for option in ("ways_web", "ways_desk", "ways_none"):
        assert ((frame[option] != 97) == asked).all()
        assert set(frame.loc[asked, option]) == {0, 1, 99}
    none = frame["ways_none"] == 1
    assert none.any()
    assert (frame.loc[none, ["ways_web", "ways_desk"]] == 0).all().all()
    refused = frame["ways_none"] == 99
    assert (frame.loc[refused, ["ways_web", "ways_desk"]] == 99).all().all()


def test_none_of_these_is_for_those_who_choose_least(village: Survey, tmp_path: Path) -> None:
    """A load pushes an option that excludes all others the other way, and moves no total."""
    pulled = TRUTH.replace("load: {mood: 0.3}}\n  word", "load: {mood: 0.9}}\n  word")
    assert pulled != TRUTH
    strong = simulate(load_survey(_write(tmp_path, truth__yaml=pulled)), sizes={"main": 20_000})
    values = strong.truth["values"]["main"]["ways"]
    assert values["none"] == pytest.approx({"2024": 0.12, "2025": 0.12}, abs=2e-6)
    frame = strong.frames[("2024", "main")]
    asked = frame[frame["ways_web"].isin([0, 1])]
    young = asked["age"] < 40
    gaps = {
        o: asked.loc[young, o].mean() - asked.loc[~young, o].mean()
        for o in ("ways_web", "ways_none")
    }
    assert gaps["ways_web"] > 0.05
    assert gaps["ways_none"] < -0.03


def test_missing_codes_come_at_their_rate(large: Any) -> None:
    frame = large.frames[("2024", "main")]
    for code, rate in ((98, 0.06), (99, 0.02)):
        error = math.sqrt(rate * (1 - rate) / len(frame))
        assert abs((frame["trust"] == code).mean() - rate) < 4 * error


def test_the_planted_truth_is_what_the_definition_says(large: Any) -> None:
    values = large.truth["values"]["main"]
    # 50 % of those with an opinion, who are 92 of the 98 % in the base
    assert values["trust"]["trust"]["2024"] == pytest.approx(0.5 * 0.92 / 0.98, abs=1e-6)
    assert values["trust"]["trust"]["2025"] - values["trust"]["trust"]["2024"] == pytest.approx(
        0.07, abs=2e-6
    )
    assert values["trust"]["98"]["2025"] == pytest.approx(0.06 / 0.98, abs=1e-6)
    assert values["score"]["mean"] == pytest.approx({"2024": 5.5, "2025": 5.9}, abs=2e-6)
    assert values["ways"]["web"] == pytest.approx({"2024": 0.50, "2025": 0.56}, abs=2e-6)
    assert values["ways"]["none"] == pytest.approx({"2024": 0.12, "2025": 0.12}, abs=2e-6)
    changes = {
        (c["question"], c["response"]): c for c in large.truth["changes"] if c["part"] == "main"
    }
    real = {key for key, change in changes.items() if change["real"]}
    assert real == {("trust", "trust"), ("score", "mean"), ("ways", "web")}
    assert all(c["change"] == 0.0 for key, c in changes.items() if key not in real)


def test_groups_differ_as_planted(large: Any) -> None:
    groups = large.truth["groups"]["main"]["trust"]["age_group"]
    young, old = (groups[g]["trust"]["2024"] for g in ("young", "old"))
    total = large.truth["values"]["main"]["trust"]["trust"]["2024"]
    assert young > old + 0.05
    assert 0.4 * young + 0.6 * old == pytest.approx(total, abs=1e-4)


@pytest.mark.parametrize("wave_id", ["2024", "2025"])
def test_a_large_weighted_sample_finds_the_truth(large: Any, wave_id: str) -> None:
    frame, truth = large.frames[(wave_id, "main")], large.truth["values"]["main"]
    for question in ("trust", "split", "why"):
        hit = _share(frame, question, [1, 2], [97, 99])
        share, error = _poststratified(frame, hit)
        if question == "why":  # its base is not the whole population: compare within it only
            share, error = hit.mean(), 3 * hit.std() / math.sqrt(len(hit))
        assert abs(share - truth[question]["trust"][wave_id]) < 4 * error, question
    share, error = _poststratified(frame, frame["score"])
    assert abs(share - truth["score"]["mean"][wave_id]) < 4 * error


def test_without_weights_the_sample_is_off(large: Any) -> None:
    """The young take part less: weighting must matter."""
    frame = large.frames[("2024", "main")]
    hit = _share(frame, "trust", [1, 2], [97, 99])
    error = hit.std() / math.sqrt(len(hit))
    assert (frame["age"] < 40).mean() < 0.25
    assert hit.mean() < large.truth["values"]["main"]["trust"]["trust"]["2024"] - 4 * error


def test_an_artefact_moves_the_measure_and_not_the_truth(large: Any) -> None:
    truth = large.truth["values"]["main"]["clear"]["trust"]
    measured = large.truth["measured"]["main"]["clear"]["trust"]
    assert truth["2025"] == pytest.approx(truth["2024"], abs=2e-6)
    assert measured == pytest.approx({"2025": truth["2025"] - 0.09}, abs=2e-6)
    frame = large.frames[("2025", "main")]
    hit = _share(frame, "clear", [1, 2], [97, 99])
    assert abs(hit.mean() - measured["2025"]) < 4 * hit.std() / math.sqrt(len(hit))


def test_the_other_part_is_shifted(large: Any) -> None:
    values = large.truth["values"]
    for wave_id in ("2024", "2025"):
        main, phone = (values[p]["trust"]["trust"][wave_id] for p in ("main", "phone"))
        assert phone < main - 0.1
    assert values["phone"]["split"]["trust"]["2024"] == pytest.approx(
        values["main"]["split"]["trust"]["2024"], abs=1e-3
    )


def test_strata_and_their_weights(tmp_path: Path) -> None:
    truth = TRUTH.replace(
        "    people: {gender",
        "    strata: {question: age_group, minimum: 200}\n    people: {gender",
    )
    frame = simulate(load_survey(_write(tmp_path, truth__yaml=truth)), "2024").frames[
        ("2024", "main")
    ]
    young = frame["age"] < 40
    assert young.sum() == 200
    assert frame.loc[young, "w"].unique().tolist() == pytest.approx([200.0], rel=1e-6)
    assert frame.loc[~young, "w"].unique().tolist() == pytest.approx([300.0], rel=1e-6)


def test_labels_and_missing_values_come_back(village: Survey, tmp_path: Path) -> None:
    made = simulate(village, "2024", out=tmp_path)
    path = made.files[("2024", "main")].path
    frame, meta = pyreadstat.read_sav(path, user_missing=True)
    expected = made.frames[("2024", "main")]
    assert list(frame.columns) == list(expected.columns)
    for name in expected:
        assert (frame[name].to_numpy() == expected[name].to_numpy()).all(), name
    assert meta.column_names_to_labels["trust"] == "Confiance envers l’hôtel de ville"
    assert meta.variable_value_labels["trust"][98.0] == "Je ne sais pas"
    assert meta.variable_value_labels["ways_web"] == {
        0.0: "Non choisi",
        1.0: "Choisi",
        97.0: "Non posée",
        99.0: "Refus",
    }
    declared = [(r["lo"], r["hi"]) for r in meta.missing_ranges["trust"]]
    assert declared == [(97.0, 97.0), (98.0, 98.0), (99.0, 99.0)]
    assert "gender" not in meta.missing_ranges
    assert meta.file_label == "Données fictives – Synthetic data"
    assert any("Données fictives" in line for line in meta.notes)
    assert meta.creation_time.isoformat() == "2024-05-20T00:00:00"


def test_a_text_that_the_format_would_cut_is_refused(tmp_path: Path) -> None:
    long = QUESTIONNAIRE.replace("Plutôt confiance", "é" * 61)
    with pytest.raises(DataError, match=r"a value of 'trust' takes 122 bytes; a .sav .* 120"):
        simulate(load_survey(_write(tmp_path, questionnaire__yaml=long)), out=tmp_path / "out")
    assert not list((tmp_path / "out").glob("*.sav"))


def test_columns_that_differ_by_case_are_refused(tmp_path: Path) -> None:
    twice = QUESTIONNAIRE + "  Trust: {label: {fr: L}, wording: {fr: L}, scale: confidence}\n"
    with pytest.raises(DataError, match="'trust' and 'Trust' differ only by case"):
        simulate(load_survey(_write(tmp_path, questionnaire__yaml=twice)), out=tmp_path / "out")


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ("trust: {first", "trsut: {first", "there is no question 'trsut'; did you mean 'trust'"),
        ("load: {mood: 0.3}", "load: {moood: 0.3}", "no trait 'moood'; did you mean 'mood'"),
        ("{young: -0.9}", "{yung: -0.9}", "no group of 'age_group' 'yung'"),
        ("change: {2025: 7}", "change: {2024: 7}", "no later wave that asks it, '2024'"),
        ("change: {2025: 7}", "change: {2025: 70}", "'trust' cannot reach the level planted"),
        ("load: {mood: 0.6}", "load: {mood: 1.2}", "explain 1.* of its variance"),
        ("artefacts: {words", "artefacts: {word", "no break 'word'; did you mean 'words'"),
        ("web: 50", "web: 95", "option 'web' of 'ways' would have a share"),
        ("seed: 7", "seeds: 7", "truth.yaml:1:1: seeds: this key is not known"),
    ],
)
def test_what_cannot_be_planted_is_refused(
    tmp_path: Path, wrong: str, right: str, message: str
) -> None:
    assert wrong in TRUTH
    survey = load_survey(_write(tmp_path, truth__yaml=TRUTH.replace(wrong, right)))
    with pytest.raises(DefinitionError, match=message):
        simulate(survey)


def test_more_than_eight_faults_are_counted_in_each_language(tmp_path: Path) -> None:
    more = "".join(f"  no{k}: {{first: {{1: 50, 2: 50}}}}\n" for k in range(9))
    survey = load_survey(_write(tmp_path, truth__yaml=TRUTH.replace("items:\n", f"items:\n{more}")))
    with pytest.raises(DefinitionError, match="9 things named here are not in") as refused:
        simulate(survey)
    assert str(refused.value).endswith("\n  and 1 more")
    with speaking("fr"):
        assert "9 choses nommées ici ne sont pas dans la définition" in str(refused.value)
        assert str(refused.value).endswith("\n  et 1 autre")


def test_any_definition_may_be_simulated(tmp_path: Path) -> None:
    survey = load_survey(_write(tmp_path, truth__yaml="format: 1\n"))
    with pytest.raises(DefinitionError, match="needs a seed"):
        simulate(survey)
    made = simulate(survey, seed=1)
    assert len(made.frames[("2024", "main")]) == 1000
    assert not any(change["real"] for change in made.truth["changes"])


def test_files_of_a_real_survey_are_not_replaced(tmp_path: Path) -> None:
    real = load_survey(_write(tmp_path, survey__yaml=SURVEY.replace("synthetic: true", "")))
    with pytest.raises(DefinitionError, match="not declared `synthetic: true`"):
        rebuild(real)
    assert not (tmp_path / "data").exists()
    assert len(rebuild(real, out=tmp_path / "elsewhere").paths) == 4


def test_checksums_change_their_own_lines_only(tmp_path: Path) -> None:
    survey = load_survey(_write(tmp_path))
    made = rebuild(survey, checksums=True)
    again = load_survey(tmp_path)
    for (wave_id, part), file in made.files.items():
        assert again.part(wave_id, part).sha256 == file.sha256
        assert again.part(wave_id, part).n == file.n
    text = (tmp_path / "waves" / "2024.yaml").read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if line.split(":")[0].strip() not in ("sha256", "n")]
    assert kept == WAVE.format(year=2024).splitlines()
    assert write_checksums(again, made.files) == ()
    assert json.loads((tmp_path / "truth.json").read_text(encoding="utf-8")) == made.truth


def _committed() -> list[Path]:
    shipped = ROOT / "padai" / "interchange" / "example" / "surveys"
    folders = [*sorted((ROOT / "surveys").iterdir()), *sorted(shipped.iterdir())]
    return [f for f in folders if (f / "truth.yaml").is_file()]


@pytest.mark.parametrize("folder", _committed(), ids=lambda folder: folder.name)
def test_committed_files_are_rebuilt_byte_for_byte(folder: Path, tmp_path: Path) -> None:
    survey = load_survey(folder)
    made = rebuild(survey, out=tmp_path)
    for (wave_id, part), file in made.files.items():
        spec = survey.part(wave_id, part)
        committed = folder / survey.data_dir / spec.file
        assert file.path.read_bytes() == committed.read_bytes(), spec.file
        assert (file.sha256, file.n) == (spec.sha256, spec.n)
    assert (tmp_path / "truth.json").read_bytes() == (folder / "truth.json").read_bytes()
    zero = [c for c in made.truth["changes"] if c["part"] == "main" and not c["real"]]
    assert zero
    assert np.max(np.abs([c["change"] for c in zero])) < 2e-6
