"""A cumulative file that grows each year: its new wave, and what it changed in the earlier ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from padai.cli import main
from padai.errors import DefinitionError
from padai.interchange import Addition, Choices, add_wave, parse_design
from padai.survey import Survey, load_survey
from padai.validation import validate
from padai.waves import read_delivery, read_wave
from tests.test_intake_of_strangers import PROPOSED, N, people, started, write

SAME = (parse_design("same"),)
LABELS = {"ano": "Año de la encuesta", "pais": "País"}


def years(*wanted: int, **more: Any) -> pd.DataFrame:
    frames = [people(year).assign(ano=float(year), **more) for year in wanted]
    return pd.concat(frames, ignore_index=True)


@pytest.fixture
def survey(tmp_path: Path) -> Survey:
    path = write(tmp_path / "todo.sav", years(2017, 2019), LABELS)
    return started(tmp_path, path, wave_column="ano", **PROPOSED)


def grown(folder: Path, frame: pd.DataFrame, name: str = "todo2021.sav") -> Path:
    folder.mkdir(exist_ok=True)
    return write(folder / name, frame, LABELS)


def said(added: Addition) -> dict[str, str]:
    return {rows.wave_id: rows.said.en for rows in added.earlier}


def test_the_new_wave_is_found_and_the_earlier_ones_stay(tmp_path: Path, survey: Survey) -> None:
    path = grown(tmp_path, years(2021, 2019, 2017))
    added = add_wave(survey.path, path, Choices(design=SAME), accept=True)
    assert added.wave_id == "2021"
    assert {rows.wave_id: rows.same for rows in added.earlier} == {"2017": True, "2019": True}
    assert {c.kind for c in added.changes} == {"same"}
    longer = load_survey(survey.path)
    assert longer.waves == ("2017", "2019", "2021")
    assert longer.part("2021").rows == {"ano": (2021,)}
    assert [longer.part(w).file for w in longer.waves] == ["todo.sav"] * 2 + ["todo2021.sav"]
    for wave_id in longer.waves:
        delivery = read_delivery(longer, wave_id)
        assert validate(delivery).ok
        assert delivery.provenance["rows_of_no_wave"] == 0, "an earlier delivery takes the others"
        assert delivery.wave().weights == pytest.approx(people(int(wave_id))["pond"])


def test_rows_of_an_earlier_wave_that_changed_are_told_without_an_answer(
    tmp_path: Path, survey: Survey, capsys: pytest.CaptureFixture[str]
) -> None:
    frame = years(2017, 2019, 2021)
    of_2019 = frame.index[frame["ano"] == 2019]
    frame.loc[of_2019[[3, 4]], "edad"] = 6421.0
    frame.loc[of_2019[5], "p2"] = np.nan
    frame = frame.drop(frame.index[[0, 7]])
    path = grown(tmp_path, frame.sample(frac=1, random_state=4))
    before = {p: p.read_bytes() for p in survey.path.rglob("*") if p.is_file()}
    arguments = ["add-wave", str(survey.path), str(path), "--design", "same", "--lang", "en"]
    with pytest.raises(SystemExit, match="0"):
        main(arguments)
    told = " ".join(capsys.readouterr().out.split())
    assert "2017: 2 rows gone. The wave keeps todo.sav" in told
    assert "2019: 3 rows changed (p2, edad). The wave keeps todo.sav" in told
    assert f"n: {N - 2}" in told
    assert "6421" not in told
    assert {p: p.read_bytes() for p in before} == before, "nothing that stood is touched"


def test_the_lines_told_take_the_new_rows(tmp_path: Path, survey: Survey) -> None:
    frame = years(2017, 2019, 2021)
    frame.loc[frame.index[frame["ano"] == 2019][:9], "p2"] = 1.0
    added = add_wave(survey.path, grown(tmp_path, frame), Choices(design=SAME), accept=True)
    line = said(added)["2019"].partition("waves/2019.yaml: ")[2]
    path = survey.path / "waves" / "2019.yaml"
    kept = [
        row
        for row in path.read_text(encoding="utf-8").splitlines()
        if not row.strip().startswith(("file:", "sha256:", "n:"))
    ]
    at = next(i for i, row in enumerate(kept) if row.strip().startswith("supplier:"))
    kept[at:at] = [f"    {each}" for each in line.split(", ")]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    wave = read_wave(load_survey(survey.path), "2019")
    assert set(wave.frame["p2"].iloc[:9].astype(float)) == {1.0}


def test_people_without_a_number_are_compared_as_whole_rows(tmp_path: Path) -> None:
    first = years(2017, 2019).drop(columns="folio")
    survey = started(
        tmp_path,
        write(tmp_path / "todo.sav", first, LABELS),
        wave_column="ano",
        design=(parse_design("weight=pond"),),
    )
    frame = years(2017, 2019, 2021).drop(columns="folio")
    frame.loc[frame.index[frame["ano"] == 2017][:4], "p1"] = 8.0
    changed = int((frame["p1"].iloc[:N] != years(2017)["p1"]).sum())
    path = grown(tmp_path, frame.iloc[::-1])
    added = add_wave(survey.path, path, Choices(design=SAME))
    assert said(added)["2017"].startswith(f"{changed} rows changed (p1)")
    assert said(added)["2019"] == f"{N} rows, the same"


def test_the_same_name_replaces_nothing(tmp_path: Path, survey: Survey) -> None:
    first = (survey.path / "data" / "todo.sav").read_bytes()
    path = grown(tmp_path / "new", years(2017, 2019, 2021), "todo.sav")
    add_wave(survey.path, path, Choices(design=SAME), accept=True)
    assert (survey.path / "data" / "todo.sav").read_bytes() == first
    longer = load_survey(survey.path)
    assert longer.part("2021").file == "todo-2021.sav"
    assert len(read_wave(longer, "2021")) == N


def test_a_file_of_a_name_that_is_taken_is_the_wave_s_own(tmp_path: Path) -> None:
    survey = started(tmp_path, write(tmp_path / "data2024.sav", people(1)), **PROPOSED)
    (tmp_path / "b").mkdir()
    path = write(tmp_path / "b" / "data2024.sav", people(2))
    add_wave(survey.path, path, Choices(design=SAME, wave_ids={path: "2025-03"}), accept=True)
    wave = read_wave(load_survey(survey.path), "2025-03")
    assert wave.weights == pytest.approx(people(2)["pond"])


def test_a_country_of_the_file_stays_the_country(tmp_path: Path, survey: Survey) -> None:
    both = pd.concat([years(2017, 2019, pais=1.0), years(2017, 2019, pais=2.0)])
    here = started(
        tmp_path / "two",
        write(tmp_path / "paises.sav", both, LABELS),
        wave_column="ano",
        design=(parse_design("weight=pond"),),
    )
    for wave_id in ("2017", "2019"):
        path = here.path / "waves" / f"{wave_id}.yaml"
        text = path.read_text(encoding="utf-8")
        rows = f'rows: {{"ano": [{wave_id}], "pais": [2]}}'
        text = text.replace(f'rows: {{"ano": [{wave_id}]}}', rows).replace(f"n: {2 * N}", f"n: {N}")
        path.write_text(text, encoding="utf-8")
    more = pd.concat([both, years(2021, 2023, pais=1.0), years(2021, pais=2.0)])
    added = add_wave(here.path, grown(tmp_path, more), Choices(design=SAME), accept=True)
    assert added.wave_id == "2021", "2023 is another country's"
    part = load_survey(here.path).part("2021")
    assert part.rows == {"pais": (2,), "ano": (2021,)} and part.n == N
    assert all(rows.same for rows in added.earlier)


def test_waves_of_files_of_their_own_continue_in_a_cumulative_file(tmp_path: Path) -> None:
    files = [write(tmp_path / f"w{y}.sav", years(y), LABELS) for y in (2017, 2019)]
    survey = started(tmp_path, *files, **PROPOSED)
    path = grown(tmp_path, years(2017, 2019, 2021))
    choices = Choices(design=SAME, wave_column="ano")
    added = add_wave(survey.path, path, choices, accept=True)
    assert added.wave_id == "2021"
    assert all(rows.same for rows in added.earlier)
    assert len(read_wave(load_survey(survey.path), "2021")) == N


def test_a_file_of_one_wave_may_follow_a_cumulative_one(tmp_path: Path, survey: Survey) -> None:
    path = write(tmp_path / "w2021.sav", people(2021))
    added = add_wave(survey.path, path, Choices(design=SAME), accept=True)
    assert added.wave_id == "2021" and not added.earlier
    assert load_survey(survey.path).part("2021").rows == {}


@pytest.mark.parametrize(
    ("frame", "choices", "told"),
    [
        (years(2017, 2019), Choices(), "holds no new wave: 'ano' says 2017, 2019"),
        (
            years(2017, 2019, 2021, 2023),
            Choices(),
            r"several new waves \(2021, 2023\).*--wave 2021",
        ),
        (
            years(2017, 2019, 2021).assign(ano=lambda f: f["ano"].where(f.index != 5)),
            Choices(),
            "blank in 1 rows",
        ),
        (years(2021), Choices(wave_column="year"), "no column 'year'"),
    ],
)
def test_what_does_not_fit_changes_nothing(
    tmp_path: Path, survey: Survey, frame: pd.DataFrame, choices: Choices, told: str
) -> None:
    before = sorted(survey.path.rglob("*"))
    with pytest.raises(DefinitionError, match=told):
        add_wave(survey.path, grown(tmp_path, frame), choices, accept=True)
    assert sorted(survey.path.rglob("*")) == before


def test_several_new_waves_are_added_in_turn(tmp_path: Path, survey: Survey) -> None:
    path = grown(tmp_path, years(2017, 2019, 2021, 2023))
    for wave_id in ("2021", "2023"):
        add_wave(survey.path, path, Choices(design=SAME, wave_ids={path: wave_id}), accept=True)
    longer = load_survey(survey.path)
    assert longer.waves == ("2017", "2019", "2021", "2023")
    assert [read_delivery(longer, w).provenance["rows_of_no_wave"] for w in longer.waves] == [0] * 4
