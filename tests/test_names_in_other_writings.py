"""Columns named in no Latin letter: their ids, their weights, their days, in every wave alike."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.interchange import confirm_designs, parse_design
from padai.interchange.label_words import slug
from padai.interchange.labels import short_id
from tests.starting import started

N = 200
RUSSIAN = ("Номер", "Дата", "Вес", "Пол", "Доверие_суду")
JAPANESE = ("番号", "回答日", "ウェイト", "性別", "せいじ")
KOREAN = ("번호", "조사일", "가중치", "성별", "신뢰")


def _csv(folder: Path, year: int, names: tuple[str, ...], words: str = "а б в г") -> Path:
    rng = np.random.default_rng(year)
    days = pd.date_range(f"{year}-05-14", periods=N, freq="h").strftime("%d.%m.%Y")
    columns = (
        range(1, N + 1),
        days,
        rng.gamma(5, 0.2, N).round(3),
        rng.choice(words.split()[:2], N),
        rng.choice(words.split(), N),
    )
    frame = pd.DataFrame(dict(zip(names, columns, strict=True)))
    path = folder / f"w{year}.csv"
    frame.to_csv(path, index=False, encoding="utf-8-sig", sep=";")
    return path


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Доверие_суду", "doverie_sudu"),
        ("Φύλο", "phulo"),
        ("성별", "seongbyeol"),
        ("ねんれい", "nenrei"),
        ("الوزن", "alwzn"),
        ("גיל", "gyl"),
        ("性別", "u6027u5225"),
        ("q1_доверие", "q1_doverie"),
        ("٣", "q_3"),
        ("Âge", "Age"),
        ("Größe", "Gro_e"),
        ("--", "q"),
    ],
)
def test_an_id_is_spelled_from_any_writing(name: str, made: str) -> None:
    assert slug(name) == made


def test_a_long_name_makes_an_id_of_some_length() -> None:
    assert len(slug("回答者の性別" * 9)) <= 48


@pytest.mark.parametrize("name", ["الوزن", "وزن", "Ağırlık", "AGIRLIK", "Waga", "vikt", "Váha"])
@pytest.mark.parametrize("mean", [1.2, 54_000.0])
def test_a_weight_is_known_by_its_name_whatever_its_mean(
    tmp_path: Path, name: str, mean: float
) -> None:
    rng = np.random.default_rng(3)
    columns = {"id": range(N), name: rng.gamma(5, mean / 5, N).round(3), "q": rng.choice(5, N)}
    path = tmp_path / "w2024.csv"
    pd.DataFrame(columns).to_csv(path, index=False)
    survey = started(tmp_path, path)
    part = survey.part(survey.waves[0], "main")
    assert part.proposed_design is not None and part.proposed_design.weight == name


@pytest.mark.parametrize("names", [RUSSIAN, JAPANESE, KOREAN], ids=["ru", "ja", "ko"])
def test_the_columns_of_two_waves_have_their_roles_and_ids(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    """Ids were q, q_2, q_3; days were codes; the weight of one wave was a question."""
    first, second = (_csv(tmp_path, year, names) for year in (2023, 2024))
    survey = started(tmp_path, first, second)
    assert set(survey.questions) == {short_id(names[3], 3), short_id(names[4], 4)}
    assert all(q.waves is None for q in survey.questions.values())
    labels = {q.label.get(survey.languages[0]) for q in survey.questions.values()}
    assert labels == {name.replace("_", " ") for name in names[3:]}, "no id stands for words"
    for wave in survey.waves:
        period = survey.wave(wave).fieldwork
        assert period.precision == "day" and str(period.start).endswith("-05-14")
        assert survey.part(wave).proposed_design.weight == names[2]
        assert survey.part(wave).proposed_design.id == names[0]
    confirm_designs(survey.path, [parse_design("proposed")])
    settled = padai.load_survey(survey.path)
    frame = padai.proportion(padai.read_wave(settled, "2024"), slug(names[4])).frame
    raw = pd.read_csv(second, sep=";", encoding="utf-8-sig")
    chosen = raw[names[4]] == "б"
    hand = raw[names[2]][chosen].sum() / raw[names[2]].sum()
    made = frame.loc[frame["response"] == "б", "estimate"].iloc[0]
    assert made == pytest.approx(hand, abs=1e-12)


def test_a_weight_of_one_wave_is_asked_about_in_another(tmp_path: Path) -> None:
    """Of two waves, the mean of one weight was not near 1: it was a question, in silence."""
    paths = []
    for year, scale in ((2023, 1.0), (2024, 1.6)):
        rng = np.random.default_rng(year)
        u = rng.uniform(0.5, 1.5, N)
        frame = pd.DataFrame({"nr": range(1, N + 1), "zzq": u / u.mean() * scale})
        frame["trust"] = rng.choice(["a lot", "a little", "none"], N)
        paths.append(tmp_path / f"w{year}.csv")
        frame.to_csv(paths[-1], index=False)
    survey = started(tmp_path, *paths)
    assert survey.part("2023").proposed_design.weight == "zzq"
    assert survey.part("2024").undecided["weight"] == ("zzq",)
    assert set(survey.questions) == {"trust"}


def test_days_that_may_be_read_in_two_orders_are_no_answers(tmp_path: Path) -> None:
    frame = pd.read_csv(_csv(tmp_path, 2023, RUSSIAN), sep=";", encoding="utf-8-sig")
    frame["Дата"] = ["03.05.2023", "04.05.2023"] * (N // 2)
    path = tmp_path / "other2023.csv"
    frame.to_csv(path, index=False, sep=";")
    survey = started(tmp_path, path)
    assert set(survey.questions) == {"pol", "doverie_sudu"}
