"""Two countries in one file: parts of each wave, estimated and compared within themselves alone."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import DefinitionError, PadaiError, Said
from padai.interchange import Choices, DesignChoice, add_wave, init_from, parse_design
from padai.survey import Survey, load_survey
from padai.validation import validate
from padai.waves import read_delivery, read_wave, stack
from tests.platform_exports import Q_AGE, Q_TRUST, write_csv
from tests.test_intake_of_strangers import PROPOSED, N, people, started, write

SAME = (parse_design("same"),)
PARTS = (("main", "Chile", 1), ("peru", "Perú", 2))


def two_countries(seed: int) -> pd.DataFrame:
    """Two thirds of the people live in country 1, one third in country 2."""
    return people(seed).assign(
        folio=np.arange(1.0, N + 1) + 1000 * seed, pais=np.resize([1.0, 1.0, 2.0], N)
    )


def parted(survey: Survey) -> Survey:
    """Write the one part that init drafted as two, each with its rows of the file."""
    path = survey.path / "waves" / "2024.yaml"
    text = path.read_text(encoding="utf-8")
    head, _, body = text.partition("parts:\n  main:\n")
    body, _, tail = body.partition("# release:")
    body = re.sub(r"    n: \d+\n", "", body)
    made = ""
    for name, label, code in PARTS:
        own = body.replace("    file:", f"    rows: {{pais: [{code}]}}\n    file:", 1)
        made += f"  {name}:\n" + re.sub(r"    label: .*\n", f"    label: {{es: {label}}}\n", own)
    path.write_text(f"{head}parts:\n{made}# release:{tail}", encoding="utf-8")
    head_file = survey.path / "survey.yaml"
    told = head_file.read_text(encoding="utf-8")
    assert "ids:" not in told
    head_file.write_text(f"{told}ids: per_wave\n", encoding="utf-8")
    return load_survey(survey.path)


@pytest.fixture
def survey(tmp_path: Path) -> Survey:
    path = write(tmp_path / "w2024.sav", two_countries(1))
    return parted(started(tmp_path, path, exclude=("pais",), **PROPOSED))


def test_each_country_is_read_and_estimated_by_its_own_rows(survey: Survey) -> None:
    frame = two_countries(1)
    for name, _, code in PARTS:
        wave = read_wave(survey, "2024", part=name)
        own = frame[frame["pais"] == code]
        assert len(wave.frame) == len(own)
        assert validate(read_delivery(survey, "2024", part=name)).ok
        found = padai.proportion(wave, "p2").frame.set_index("response")["estimate"]
        assert found["1"] == pytest.approx(
            own.loc[own["p2"] == 1, "pond"].sum() / own["pond"].sum()
        )


def test_the_next_wave_has_the_same_parts_with_their_rows(tmp_path: Path, survey: Survey) -> None:
    add_wave(
        survey.path,
        write(tmp_path / "w2025.sav", two_countries(2)),
        Choices(design=SAME),
        accept=True,
    )
    grown = load_survey(survey.path)
    parts = grown.wave("2025").parts
    assert list(parts) == ["main", "peru"]
    assert [p.rows for p in parts.values()] == [{"pais": (1,)}, {"pais": (2,)}]
    assert [p.n for p in parts.values()] == [200, 100]
    assert [p.label.get("es") for p in parts.values()] == ["Chile", "Perú"]
    assert {p.design.weight for p in parts.values()} == {"pond"}
    for name, _, _ in PARTS:
        assert validate(read_delivery(grown, "2025", part=name)).ok


def test_parts_are_never_compared_with_one_another(tmp_path: Path, survey: Survey) -> None:
    add_wave(
        survey.path,
        write(tmp_path / "w2025.sav", two_countries(2)),
        Choices(design=SAME),
        accept=True,
    )
    grown = load_survey(survey.path)
    chile, peru = (read_wave(grown, "2024", part=name) for name, _, _ in PARTS)
    later = read_wave(grown, "2025", part="peru")
    with pytest.raises(PadaiError, match="another survey or part"):
        stack([chile, later])
    with pytest.raises(PadaiError, match="Waves need an id each"):
        stack([chile, peru])
    assert len(padai.trend(stack([peru, later]), "p2").frame) >= 4


def test_a_country_without_rows_or_without_its_column_changes_nothing(
    tmp_path: Path, survey: Survey
) -> None:
    before = sorted(p.name for p in survey.path.rglob("*"))
    frame = two_countries(2)
    for wrong, said in (
        (frame.assign(pais=1.0), "no row for part 'peru'"),
        (frame.drop(columns="pais"), "no column 'pais', which tells the parts"),
    ):
        path = write(tmp_path / "w2025.sav", wrong)
        with pytest.raises(DefinitionError, match=said):
            add_wave(survey.path, path, Choices(design=SAME), accept=True)
        assert sorted(p.name for p in survey.path.rglob("*")) == before


def test_rows_of_a_third_country_are_counted_and_a_file_apart_is_named(
    tmp_path: Path, survey: Survey
) -> None:
    told: list[Said] = []
    frame = two_countries(2)
    frame.loc[:6, "pais"] = 3.0
    choices = Choices(design=SAME, tell=told.append)
    add_wave(survey.path, write(tmp_path / "w2025.sav", frame), choices, accept=True)
    assert any("7 rows of w2025.sav go to no part" in said.en for said in told)

    path = survey.path / "waves" / "2025.yaml"
    text = path.read_text(encoding="utf-8")
    first, _, second = text.partition("  peru:\n")
    (survey.path / "data" / "peru.sav").write_bytes((tmp_path / "w2025.sav").read_bytes())
    path.write_text(f"{first}  peru:\n" + second.replace("w2025.sav", "peru.sav"), encoding="utf-8")
    told.clear()
    add_wave(survey.path, write(tmp_path / "w2026.sav", two_countries(3)), choices)
    assert any("part 'peru' of the last wave had a file of its own" in s.en for s in told)


def test_a_report_without_a_first_part_says_the_line_before_any_work(survey: Survey) -> None:
    path = survey.path / "waves" / "2024.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  main:\n", "  chile:\n"), encoding="utf-8")
    assert len(read_wave(load_survey(survey.path), "2024", part="chile").frame) == 200
    with pytest.raises(DefinitionError, match="rename `chile:` to `main:`"):
        padai.build(survey.path, project=survey.path.parents[1])


def both_by_year(*wanted: int) -> pd.DataFrame:
    frames = [two_countries(year).assign(ano=float(year)) for year in wanted]
    return pd.concat(frames, ignore_index=True)


def parted_by_year(folder: Path, *wanted: int) -> Survey:
    """A cumulative file of two countries, each a part of each of its waves."""
    path = write(folder / "todo.sav", both_by_year(*wanted))
    survey = started(folder, path, wave_column="ano", exclude=("pais",), **PROPOSED)
    for wave_id in survey.waves:
        place = survey.path / "waves" / f"{wave_id}.yaml"
        head, _, body = place.read_text(encoding="utf-8").partition("parts:\n  main:\n")
        body, _, tail = body.partition("# release:")
        body = re.sub(r"    n: \d+\n", "", body)
        made = ""
        for name, label, code in PARTS:
            own = re.sub(r"    rows: .*", f"    rows: {{ano: [{wave_id}], pais: [{code}]}}", body)
            made += f"  {name}:\n" + re.sub(r"    label: .*", f"    label: {{es: {label}}}", own)
        place.write_text(f"{head}parts:\n{made}# release:{tail}", encoding="utf-8")
    told = (survey.path / "survey.yaml").read_text(encoding="utf-8")
    if "ids:" not in told:
        (survey.path / "survey.yaml").write_text(f"{told}ids: per_wave\n", encoding="utf-8")
    return load_survey(survey.path)


def test_a_cumulative_file_that_grew_has_every_part_and_compares_each(tmp_path: Path) -> None:
    survey = parted_by_year(tmp_path, 2017, 2019)
    frame = both_by_year(2017, 2019, 2021)
    of_peru = frame.index[(frame["ano"] == 2017) & (frame["pais"] == 2)]
    frame.loc[of_peru[3], "edad"] = 77.0 if frame.loc[of_peru[3], "edad"] != 77.0 else 78.0
    path = write(tmp_path / "todo2021.sav", frame)
    added = add_wave(survey.path, path, Choices(design=SAME), accept=True)
    assert added.wave_id == "2021"
    assert {c.kind for c in added.changes} == {"same"}
    same = {(rows.wave_id, rows.part): rows.same for rows in added.earlier}
    assert same == {
        ("2017", "main"): True,
        ("2017", "peru"): False,
        ("2019", "main"): True,
        ("2019", "peru"): True,
    }
    changed = next(rows.said.en for rows in added.earlier if not rows.same)
    assert "1 row changed (edad)" in changed
    assert "2017.yaml: peru: file: " in changed
    longer = load_survey(survey.path)
    parts = longer.wave("2021").parts
    assert [p.rows for p in parts.values()] == [
        {"ano": (2021,), "pais": (1,)},
        {"ano": (2021,), "pais": (2,)},
    ]
    assert [p.n for p in parts.values()] == [200, 100]
    assert {p.file for p in parts.values()} == {"todo2021.sav"}
    for name, _, code in PARTS:
        wave = read_wave(longer, "2021", part=name)
        own = frame[(frame["ano"] == 2021) & (frame["pais"] == code)]
        assert wave.frame["folio"].tolist() == own["folio"].tolist()


def test_one_year_of_a_cumulative_file_of_two_countries_is_told_by_its_year(tmp_path: Path) -> None:
    survey = parted_by_year(tmp_path, 2017, 2019)
    (survey.path / "waves" / "2017.yaml").unlink()
    head = survey.path / "survey.yaml"
    text = re.sub(r"^waves: .*", 'waves: ["2019"]', head.read_text("utf-8"), flags=re.MULTILINE)
    head.write_text(text, encoding="utf-8")
    path = write(tmp_path / "todo2021.sav", both_by_year(2019, 2021))
    added = add_wave(survey.path, path, Choices(design=SAME))
    assert added.wave_id == "2021"
    assert [(rows.part, rows.same) for rows in added.earlier] == [("main", True), ("peru", True)]


def test_the_file_of_the_last_wave_is_no_next_wave_of_its_parts(
    tmp_path: Path, survey: Survey
) -> None:
    again = Choices(design=SAME, wave_ids={tmp_path / "w2024.sav": "2025"})
    with pytest.raises(DefinitionError, match="byte for byte"):
        add_wave(survey.path, tmp_path / "w2024.sav", again, accept=True)


COUNTRY = "Which country do you live in?"


def form(folder: Path, year: int, countries: list[str], trust: list[str]) -> Path:
    """A form's export, with the country asked in words."""
    rows = [
        [f"{year}/03/{i % 28 + 1:02d} 10:00:00 AM EST", countries[i], trust[i], "Under 35"]
        for i in range(len(countries))
    ]
    return write_csv(folder / f"forms-{year}.csv", [["Timestamp", COUNTRY, Q_TRUST, Q_AGE], *rows])


def exported(folder: Path, asked: bool = True) -> Survey:
    """A survey of an export whose two countries are its parts."""
    first = form(folder, 2024, ["Chile", "Peru", "Chile"] * 20, ["Some", "Hardly any"] * 30)
    init_from(folder / "surveys" / "mine", [first], Choices(design=(DesignChoice(),)))
    survey = load_survey(folder / "surveys" / "mine")
    path = survey.path / "waves" / "2024.yaml"
    head, _, body = path.read_text(encoding="utf-8").partition("parts:\n  main:\n")
    body, _, tail = body.partition("# release:")
    body = re.sub(r"    n: \d+\n", "", body)
    codes = {c.label.get("en"): c.value for c in survey.question("q1").scale.codes}
    made = "".join(
        f"  {name}:\n" + body.replace("    file:", f"    rows: {{q1: [{codes[told]}]}}\n    file:")
        for name, told in (("main", "Chile"), ("peru", "Peru"))
    )
    path.write_text(f"{head}parts:\n{made}# release:{tail}", encoding="utf-8")
    if not asked:
        place = survey.path / "questionnaire.yaml"
        text = re.sub(r"^  q1:\n(    .*\n)+", "", place.read_text("utf-8"), flags=re.MULTILINE)
        place.write_text(text, encoding="utf-8")
        body = path.read_text(encoding="utf-8")
        path.write_text(
            body.replace("    other_columns:\n", '    other_columns:\n      - "q1"\n'),
            encoding="utf-8",
        )
    return load_survey(survey.path)


def test_the_next_export_has_the_parts_under_the_codes_of_the_definition(tmp_path: Path) -> None:
    survey = exported(tmp_path)
    # Peru comes first now, and is asked of more people
    countries = ["Peru", "Peru", "Chile"] * 20
    trust = ["Some" if c == "Peru" else "Hardly any" for c in countries]
    path = form(tmp_path, 2025, countries, trust)
    add_wave(survey.path, path, Choices(design=(DesignChoice(),)), accept=True)
    longer = load_survey(survey.path)
    assert [p.n for p in longer.wave("2025").parts.values()] == [20, 40]
    for name, said in (("main", "Hardly any"), ("peru", "Some")):
        wave = read_wave(longer, "2025", part=name)
        scale = longer.question("q2").scale
        code = next(c.value for c in scale.codes if c.label.get("en") == said)
        assert set(wave.frame["q2"]) == {code}
        assert validate(read_delivery(longer, "2025", part=name)).ok


def test_an_export_gives_no_code_of_its_own_to_a_part(tmp_path: Path) -> None:
    survey = exported(tmp_path, asked=False)
    path = form(tmp_path, 2025, ["Peru", "Chile"] * 30, ["Some", "Hardly any"] * 30)
    before = sorted(p.name for p in survey.path.rglob("*"))
    with pytest.raises(DefinitionError, match="'q1', which is no question of the definition"):
        add_wave(survey.path, path, Choices(design=(DesignChoice(),)), accept=True)
    assert sorted(p.name for p in survey.path.rglob("*")) == before
