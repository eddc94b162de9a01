"""From a delivered file to a wave: values as they came, and one plain message where it is broken."""

from __future__ import annotations

import hashlib
import os
import sys
import time
import zipfile
from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from padai.errors import DataError, DefinitionError, DesignError
from padai.survey import load_survey
from padai.waves import _child, intake, readers
from padai.waves.conditions import code_positions, group_positions, holds
from padai.waves.intake import read_data_file
from padai.waves.reading import read_delivery, read_wave
from padai.waves.text_files import parse_cells
from tests.builders import mini, respondents, write_survey, write_wave_file

FORMATS = (".csv", ".sav", ".zsav", ".dta", ".parquet")


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_gives_the_values_that_were_written(tmp_path: Path, ending: str) -> None:
    rows = respondents(50, seed=4)
    survey = load_survey(mini(tmp_path, {"2025": rows}, ending=ending))
    wave = read_wave(survey, "2025")
    for column in rows.columns:
        found = wave.frame[column]
        if column in ("sex", "word"):
            assert found.tolist() == rows[column].tolist()
        else:
            np.testing.assert_array_equal(found.to_numpy(float), rows[column].to_numpy(float))
    assert wave.provenance["file"] == f"m2025{ending}"
    assert wave.provenance["rows_read"] == wave.provenance["rows"] == 50
    assert (wave.id, wave.part, str(wave.date)) == ("2025", "main", "2025-05-10")


def test_rows_are_sorted_by_respondent_whatever_the_order_of_the_file(tmp_path: Path) -> None:
    rows = respondents(40, seed=2)
    shuffled = rows.sample(frac=1.0, random_state=1)
    waves = [
        read_wave(load_survey(mini(tmp_path / name, {"2025": frame})), "2025")
        for name, frame in (("a", rows), ("b", shuffled))
    ]
    pd.testing.assert_frame_equal(waves[0].frame, waves[1].frame)


def test_user_missing_codes_stay_values_and_their_ranges_are_kept(tmp_path: Path) -> None:
    rows = respondents(20, seed=3, trust=[98.0, 99.0] * 10)
    path = write_wave_file(
        rows,
        tmp_path / "m.sav",
        missing_ranges={"trust": [{"lo": 98, "hi": 99}]},
        variable_value_labels={"trust": {98.0: "Je ne sais pas", 99.0: "Refus"}},
        column_labels={"trust": "Confiance envers l’État"},
    )
    file = read_data_file(path)
    assert sorted(file.frame["trust"].unique()) == [98.0, 99.0]
    assert file.missing_ranges["trust"] == ((98.0, 99.0),)
    assert file.value_labels["trust"] == {98.0: "Je ne sais pas", 99.0: "Refus"}
    assert file.labels["trust"] == "Confiance envers l’État"


def test_lettered_missing_codes_of_stata_stay_apart_from_blanks(tmp_path: Path) -> None:
    rows = pd.DataFrame({"q": pd.Series([1.0, "a", None, 2.0], dtype=object)})
    path = write_wave_file(rows, tmp_path / "m.dta", missing_user_values={"q": ["a"]})
    column = read_data_file(path).frame["q"]
    assert column[0] == 1.0
    assert column[1] == "a"
    assert np.isnan(column[2])


def test_dates_are_dates_and_empty_text_is_missing(tmp_path: Path) -> None:
    rows = pd.DataFrame({"d": [pd.Timestamp("2025-05-02").date(), None], "s": ["é", ""]})
    frame = read_data_file(write_wave_file(rows, tmp_path / "m.sav")).frame
    assert frame["d"][0] == pd.Timestamp("2025-05-02")
    assert frame["d"].isna().tolist() == [False, True]
    assert frame["s"].isna().tolist() == [False, True]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_text_cells_become_the_values_that_the_definition_knows(
    tmp_path: Path, separator: str
) -> None:
    codes = {"{codes: {F: {fr: F, en: F}, M": "{codes: {'01': {fr: F, en: F}, M"}
    survey = write_survey(tmp_path, replace=codes)
    comma = "1,5" if separator == ";" else "1.5"
    header = [
        "id",
        "w",
        "trust",
        "user",
        "served",
        "means_web",
        "means_phone",
        "sex",
        "age",
        "word",
    ]
    cells = [
        ["007", comma, "1", "1", "4", "1", "0", "01", "18", "12"],
        ["008", comma, "98", "2", "", "", "1", "M", "abc", "oui"],
    ]
    text = "\n".join(separator.join(line) for line in [header, *cells]) + "\n"
    (survey / "data" / "m2025.csv").write_text(text, encoding="utf-8-sig")
    frame = read_wave(load_survey(survey), "2025").frame
    assert frame["id"].tolist() == ["007", "008"]
    assert frame["w"].tolist() == [1.5, 1.5]
    assert frame["sex"].tolist() == ["01", "M"]
    assert frame["trust"].tolist() == [1, 98]
    assert frame["age"].tolist() == [18, "abc"]
    assert frame["served"].isna().tolist() == [False, True]
    assert frame["word"].tolist() == ["12", "oui"]


def test_numbers_in_text_are_read_narrowly(tmp_path: Path) -> None:
    rows = respondents(3).assign(age=["1_8", "inf", "4e1"])
    frame = read_wave(load_survey(mini(tmp_path, {"2025": rows})), "2025").frame
    assert frame["age"].tolist() == ["1_8", "inf", 40]


def test_columns_get_the_ids_of_their_questions(tmp_path: Path) -> None:
    replace = {
        "  age: {type: number,": "  age: {type: number, columns: {2025: Q9, default: QAGE},",
        "    type: multiple\n": "    type: multiple\n    columns: {default: 'M_{code}'}\n",
    }
    rows = respondents(20).rename(
        columns={"age": "Q9", "means_web": "M_web", "means_phone": "M_phone"}
    )
    survey = load_survey(mini(tmp_path, {"2025": rows}, replace=replace))
    frame = read_wave(survey, "2025").frame
    assert {"age", "means_web", "means_phone"} <= set(frame.columns)
    assert not {"Q9", "M_web", "M_phone"} & set(frame.columns)


def test_rows_leave_by_declared_rules_only_and_are_counted(tmp_path: Path) -> None:
    rule = (
        "    exclusions: [{column: user, values: [2], reason: {fr: Hors champ, en: Out of scope}},"
        " {column: sex, values: [F], reason: {fr: Essai, en: Trial}}]\n    design:"
    )
    rows = respondents(100)
    survey = load_survey(mini(tmp_path, {"2025": rows}, replace={"    design:": rule}))
    wave = read_wave(survey, "2025")
    counts = [r["count"] for r in wave.provenance["rows_excluded"]]
    first = int((rows["user"] == 2).sum())
    assert counts == [first, int(((rows["user"] == 1) & (rows["sex"] == "F")).sum())]
    assert len(wave) == 100 - sum(counts)
    assert wave.provenance["rows_read"] == 100
    delivery = read_delivery(survey, "2025")
    kept = (rows["user"] == 1) & (rows["sex"] == "M")
    assert delivery.rows.tolist() == (np.flatnonzero(kept) + 1).tolist()


def test_the_file_is_looked_for_in_three_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    survey = load_survey(write_survey(tmp_path))
    monkeypatch.delenv("PADAI_DATA_DIR", raising=False)
    with pytest.raises(DataError) as error:
        read_wave(survey, "2025")
    message = str(error.value)
    assert "m2025.csv" in message
    assert all(word in message for word in ("data_dir", "PADAI_DATA_DIR", "mini/data/"))
    assert str(tmp_path) not in message
    named, given = tmp_path / "named", tmp_path / "given"
    write_wave_file(respondents(7), survey.path / "data" / "m2025.csv")
    assert len(read_wave(survey, "2025")) == 7
    write_wave_file(respondents(8), named / "m2025.csv")
    monkeypatch.setenv("PADAI_DATA_DIR", str(named))
    assert len(read_wave(survey, "2025")) == 8
    write_wave_file(respondents(9), given / "mini" / "m2025.csv")
    assert len(read_wave(survey, "2025", data_dir=given)) == 9


@pytest.mark.parametrize("name", ["/etc/passwd.csv", "../m2025.csv"])
def test_a_definition_cannot_name_a_file_outside_the_data_folder(tmp_path: Path, name: str) -> None:
    survey = load_survey(mini(tmp_path, replace={"file: m2025.csv": f"file: {name}"}))
    with pytest.raises(DefinitionError, match="inside the data folder"):
        read_wave(survey, "2025")


def test_the_declared_checksum_and_number_of_rows_must_hold(tmp_path: Path) -> None:
    folder = mini(tmp_path)
    survey_file = folder / "waves" / "2025.yaml"
    text = survey_file.read_text(encoding="utf-8")
    digest = hashlib.sha256((folder / "data" / "m2025.csv").read_bytes()).hexdigest()
    right = f"    file: m2025.csv\n    sha256: {digest}\n    n: 200\n"
    survey_file.write_text(text.replace("    file: m2025.csv\n", right), encoding="utf-8")
    assert len(read_wave(load_survey(folder), "2025")) == 200
    wrong = right.replace("n: 200", "n: 201")
    survey_file.write_text(text.replace("    file: m2025.csv\n", wrong), encoding="utf-8")
    with pytest.raises(DataError, match=r"mini, 2025, main: m2025.csv has 200 rows.*expects 201"):
        read_wave(load_survey(folder), "2025")
    with (folder / "data" / "m2025.csv").open("a", encoding="utf-8") as handle:
        handle.write("\n")
    with pytest.raises(DataError, match="not the file that was declared"):
        read_wave(load_survey(folder), "2025")


def _text(path: Path) -> None:
    path.write_text("id,trust\n1,2\n", encoding="utf-8")


def _sav(path: Path) -> None:
    other = write_wave_file(respondents(5), path.with_name("other.sav"))
    path.write_bytes(other.read_bytes())


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _mac(path: Path) -> None:
    path.write_bytes("id,mot\n1,été\n".encode("mac-roman"))


def _twice(path: Path) -> None:
    path.write_text("id,trust,trust\n1,2,3\n", encoding="utf-8")


def _wide(path: Path) -> None:
    path.write_text("id,trust\n1,2,3\n", encoding="utf-8")


def _cut(path: Path) -> None:
    path.write_text("id,trust,sex\n1,2,F\n2,1", encoding="utf-8")


def _short(path: Path) -> None:
    path.write_text("id,trust,sex\n1,2,F\n2\n3,1,M\n", encoding="utf-8")


def _open_quote(path: Path) -> None:
    path.write_text('id,word\n1,"abc\n2,def\n', encoding="utf-8")


def _cyrillic(path: Path) -> None:
    path.write_bytes("id,trust\n1,доверяю\n".encode("cp1251"))


def _nul(path: Path) -> None:
    path.write_bytes(b"id,trust\n1,\0\n")


def _nested(path: Path) -> None:
    pq.write_table(pa.table({"id": [1, 2], "trust": [[1], [2, 3]]}), path)


def _bytes(path: Path) -> None:
    pq.write_table(pa.table({"id": [1, 2], "word": [b"a", b"\xff"]}), path)


@pytest.mark.parametrize(
    ("ending", "make", "said"),
    [
        (".sav", _text, "looks like a text file"),
        (".csv", _sav, "looks like an SPSS file"),
        (".dta", _sav, "looks like an SPSS file"),
        (".parquet", _text, "looks like a text file"),
        (".csv", _zip, "a zip archive or an Excel workbook"),
        (".sas7bdat", _zip, "a zip archive or an Excel workbook"),
        (".sav", _empty, "is empty"),
        (".csv", _mac, "is not in UTF-8 .line 2"),
        (".csv", _twice, "those at places 2, 3 of"),
        (".csv", _wide, "line 2: the row has 3 cell"),
        (".csv", _cut, "line 3: the row has 2 cell"),
        (".csv", _short, "line 3: the row has 1 cell"),
        (".csv", _open_quote, "a quotation mark is not closed"),
        (".csv", _cyrillic, "is not in UTF-8 .line 2"),
        (".csv", _nul, "looks like none of the formats"),
        (".sav", Path.mkdir, "is a folder"),
        (".parquet", _nested, "nested, repeated or raw bytes"),
        (".parquet", _bytes, "nested, repeated or raw bytes"),
        (".txt", _text, "is a file of text: .* rename it to end in .csv"),
    ],
)
def test_a_file_that_is_not_what_it_seems_is_refused(
    tmp_path: Path, ending: str, make: object, said: str
) -> None:
    path = tmp_path / f"m{ending}"
    make(path)  # type: ignore[operator]
    with pytest.raises(DataError, match=said) as error:
        read_data_file(path, "mini, 2025, main")
    assert str(error.value).startswith(f"mini, 2025, main: m{ending}")
    assert str(tmp_path) not in str(error.value)


@pytest.mark.parametrize("kept", [30, 200, 400, -9])
def test_a_file_cut_short_is_refused(tmp_path: Path, kept: int) -> None:
    path = write_wave_file(respondents(50), tmp_path / "m.sav")
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(DataError, match=r"cut short|broken"):
        read_data_file(path)


def _with_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> Path:
    script = tmp_path / "child.py"
    script.write_text(code, encoding="utf-8")
    monkeypatch.setattr(readers, "CHILD", script)
    return write_wave_file(respondents(5), tmp_path / "m.sav")


def test_a_crash_of_the_reader_is_one_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"
    path = _with_child(tmp_path, monkeypatch, code)
    with pytest.raises(DataError, match=r"m\.sav: the file is broken"):
        read_data_file(path)


def test_a_reader_that_never_ends_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _with_child(tmp_path, monkeypatch, "import time; time.sleep(60)")
    monkeypatch.setattr(readers, "WALL_SECONDS", 0.5)
    begun = time.monotonic()
    with pytest.raises(DataError, match="took too long"):
        read_data_file(path)
    assert time.monotonic() - begun < 10


def test_a_reader_in_an_endless_loop_runs_out_of_processor_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(Path(_child.__file__).parent)!r})\n"
        "import _child; _child.limit(2_000_000_000, 1)\nwhile True: pass"
    )
    path = _with_child(tmp_path, monkeypatch, code)
    with pytest.raises(DataError, match="took too long"):
        read_data_file(path)


def test_the_memory_limit_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(Path(_child.__file__).parent)!r})\n"
        "import _child\n"
        "_child.read_readstat = lambda *a: bytearray(6_000_000_000)\n"
        "sys.exit(_child.main(sys.argv[1:]))"
    )
    path = _with_child(tmp_path, monkeypatch, code)
    with pytest.raises(DataError, match="more memory than padai allows"):
        read_data_file(path)


def _with_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> tuple[Path, Path]:
    """Two files, of which the first meets a reader that does something else."""
    script = tmp_path / "child.py"
    script.write_text(
        f"import os, signal, sys, time; sys.path.insert(0, {str(Path(_child.__file__).parent)!r})\n"
        "import _child\nread = _child.read_readstat\n"
        f"def other(path, *rest):\n    if path.name != 'one.sav':\n        return read(path, *rest)\n"
        f"    {code}\n"
        "_child.read_readstat = other\nsys.exit(_child.serve())",
        encoding="utf-8",
    )
    monkeypatch.setattr(readers, "CHILD", script)
    names = (tmp_path / "one.sav", tmp_path / "two.sav")
    return write_wave_file(respondents(5), names[0]), write_wave_file(respondents(7), names[1])


needs_fork = pytest.mark.skipif(sys.platform != "linux", reason="no process is split off here")


@needs_fork
@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("os.kill(os.getpid(), signal.SIGSEGV)", "the file is broken"),
        ("os._exit(3)", "the file is broken"),
        ("_child.limit(2_000_000_000, 1); exec('while True: pass')", "took too long"),
        ("return bytearray(6_000_000_000)", "more memory than padai allows"),
        ("time.sleep(60)", "took too long"),
        ("os.kill(os.getppid(), signal.SIGKILL); time.sleep(60)", "the file is broken"),
    ],
)
def test_a_reader_that_fails_among_several_files_leaves_the_next_to_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, said: str
) -> None:
    one, two = _with_source(tmp_path, monkeypatch, code)
    if "sleep(60)" in code and "kill" not in code:
        monkeypatch.setattr(readers, "WALL_SECONDS", 3.0)
    begun = time.monotonic()
    with readers.several_files():
        with pytest.raises(DataError, match=said):
            read_data_file(one)
        monkeypatch.setattr(readers, "WALL_SECONDS", 60.0)
        assert len(read_data_file(two).frame) == 7
    assert time.monotonic() - begun < 50


@needs_fork
def test_several_files_are_read_as_each_alone_by_a_process_that_is_ended(tmp_path: Path) -> None:
    paths = [write_wave_file(respondents(n), tmp_path / f"{n}.sav") for n in (5, 9)]
    alone = [read_data_file(path) for path in paths]
    with readers.several_files():
        first = read_data_file(paths[0])
        source = readers._own_source()
        assert source is not None and source.running is not None
        process = source.running.pid
        second = read_data_file(paths[1])
        assert source.running.pid == process
    for one, other in zip(alone, (first, second), strict=True):
        pd.testing.assert_frame_equal(one.frame, other.frame)
        assert {name: value for name, value in vars(one).items() if name != "frame"} == {
            name: value for name, value in vars(other).items() if name != "frame"
        }
    assert not Path(f"/proc/{process}").exists()
    assert readers._own_source() is None


@needs_fork
def test_nothing_goes_on_reading_after_an_interruption(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "pid"
    one, _ = _with_source(
        tmp_path, monkeypatch, f"open({str(note)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    )

    def interrupted(*_: object) -> None:
        while not (note.is_file() and note.read_text()):
            time.sleep(0.05)
        raise KeyboardInterrupt

    monkeypatch.setattr(readers.selectors.DefaultSelector, "select", interrupted)
    with readers.several_files(), pytest.raises(KeyboardInterrupt):
        read_data_file(one)
    reader = Path(f"/proc/{note.read_text()}/stat")
    for _ in range(100):
        if not reader.exists() or reader.read_text().split()[2] == "Z":
            break
        time.sleep(0.05)
    else:
        pytest.fail("the reader goes on")


@pytest.mark.parametrize(
    ("size", "reason"),
    [
        ((10, 30_000, 8, 1_000), "too_large"),
        ((10_000_000, 100, 800, 10**9), "too_large"),
        ((1_000_000, 1, 5_000, 10**9), "too_large"),
        ((100_000, 10, 2_500, 60_000), "bomb"),
    ],
)
def test_a_header_that_announces_too_much_is_refused_before_reading(
    size: tuple[int, int, int, int], reason: str
) -> None:
    with pytest.raises(_child.RefusedError, match=reason):
        _child.check_size(*size)


def test_a_message_never_holds_the_parsers_words() -> None:
    assert _child.reason(ValueError("the answer of respondent 12 was 'secret'")) == "broken"
    assert _child.reason(UnicodeDecodeError("utf-8", b"secret", 0, 1, "bad")) == "encoding"
    assert _child.reason(MemoryError()) == "memory"


def test_reading_in_a_child_costs_under_a_second(tmp_path: Path) -> None:
    """Of processor time, the child's included: a busy machine stretches the clock."""
    path = write_wave_file(respondents(2000), tmp_path / "m.sav")
    costs = []
    for _ in range(3):
        begun = sum(os.times()[:4])
        read_data_file(path)
        costs.append(sum(os.times()[:4]) - begun)
    assert min(costs) < 1.0


def test_a_design_column_that_is_absent_is_named(tmp_path: Path) -> None:
    rows = respondents(10).rename(columns={"w": "W"})
    survey = load_survey(mini(tmp_path, {"2025": rows}))
    with pytest.raises(DataError, match=r"design column 'w' is not in the file. Did you mean 'W'"):
        read_wave(survey, "2025")


def test_another_surveys_file_is_told(tmp_path: Path) -> None:
    rows = respondents(10)[["id", "w"]].assign(other=1)
    survey = load_survey(mini(tmp_path, {"2025": rows}))
    with pytest.raises(DataError, match="holds 2 of the 10 columns"):
        read_wave(survey, "2025")


def test_repeated_ids_and_bad_weights_make_no_wave_but_a_delivery(tmp_path: Path) -> None:
    rows = respondents(10)
    rows.loc[1, "id"] = rows.loc[0, "id"]
    survey = load_survey(mini(tmp_path, {"2025": rows, "2024": respondents(10).assign(w=0.0)}))
    assert len(read_delivery(survey, "2025").frame) == 10
    with pytest.raises(DataError, match="repeated"):
        read_wave(survey, "2025")
    with pytest.raises(DesignError, match="positive"):
        read_wave(survey, "2024")


def test_no_answer_stands_in_a_representation(tmp_path: Path) -> None:
    survey = load_survey(mini(tmp_path, {"2025": respondents(5, word="CANARI")}))
    path = survey.path / "data" / "m2025.csv"
    for thing in (read_data_file(path), read_delivery(survey, "2025"), read_wave(survey, "2025")):
        assert "CANARI" not in repr(thing)


def test_conditions_and_groups_read_the_values_of_the_file(tmp_path: Path) -> None:
    rows = respondents(4).assign(
        user=[1.0, 2.0, np.nan, 1.0],
        age=[18.0, 34.0, 35.0, np.nan],
        means_web=[1.0, 0.0, 1.0, np.nan],
    )
    survey = load_survey(mini(tmp_path, {"2025": rows}))
    frame = read_wave(survey, "2025").frame
    base = survey.question("served").base
    assert base is not None
    assert holds(frame, base, survey).tolist() == [True, False, False, True]
    chosen = base.model_copy(update={"question": "means", "codes": ("web",)})
    assert holds(frame, chosen, survey).tolist() == [True, False, True, False]
    both = type(base)(all=(base, chosen))
    assert holds(frame, both, survey).tolist() == [True, False, False, False]
    assert holds(frame, type(base)(any=(base, chosen)), survey).tolist() == [
        True,
        False,
        True,
        True,
    ]
    groups = group_positions(frame, survey.breakdown("age_group"), survey)
    assert groups.tolist() == [0, 0, 1, -1]


def test_code_positions_tell_blank_from_unknown(tmp_path: Path) -> None:
    survey = load_survey(write_survey(tmp_path))
    column = pd.Series([1.0, 98.0, np.nan, 7.0, 4])
    positions = code_positions(column, survey.question("trust"))
    assert positions.tolist() == [0, 4, -1, -2, 3]
    texts = pd.Series(["F ", "M", None, "f"], dtype="str")
    assert code_positions(texts, survey.question("sex")).tolist() == [0, 1, -1, -2]


@pytest.mark.needs("gss")
def test_real_waves_are_read_whole(gss_dir: Path) -> None:
    survey = load_survey(Path(__file__).parents[1] / "surveys" / "gss-trust")
    sizes = {w: len(read_wave(survey, w, data_dir=gss_dir)) for w in survey.waves}
    assert sizes == {"2016": 2867, "2018": 2348, "2020": 1823}


def test_a_file_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "m.csv"
    _text(path)
    monkeypatch.setattr("padai.waves.intake.os.access", lambda *_: False)
    with pytest.raises(DataError, match=r"you may not read m\.csv"):
        read_data_file(path)


def test_numbers_that_no_float_holds_stay_exact(tmp_path: Path) -> None:
    """Identifiers made by hashing are whole numbers above 2^53."""
    path = tmp_path / "m.parquet"
    ids = [2**62 + 1, 2**63 - 1]
    amount = pa.array([Decimal("1.25"), None], pa.decimal128(5, 2))
    pq.write_table(
        pa.table({"id": ids, "big": pa.array([2**64 - 1, 1], pa.uint64()), "amount": amount}), path
    )
    frame = read_data_file(path).frame
    assert frame["id"].tolist() == [str(i) for i in ids]
    assert frame["big"].tolist() == [str(2**64 - 1), "1"]
    assert frame["amount"].iloc[0] == 1.25
    assert frame["amount"].isna().iloc[1]


@pytest.mark.parametrize("ending", [".sav", ".zsav", ".dta"])
@pytest.mark.parametrize("columns", [None, ["word"]])
def test_two_readers_of_a_large_file_give_what_one_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, columns: list[str] | None
) -> None:
    rows = respondents(50, seed=3)
    labels = {"trust": {1.0: "Tout à fait", 98.0: "Ne sait pas"}} if columns is None else {}
    path = write_wave_file(
        rows if columns is None else rows[columns],
        tmp_path / f"m{ending}",
        variable_value_labels=labels,
    )
    one = read_data_file(path)
    monkeypatch.setattr(intake, "LARGE_BYTES", 0)
    two = read_data_file(path)
    pd.testing.assert_frame_equal(one.frame, two.frame)
    for name in ("labels", "value_labels", "missing_ranges", "formats", "measures", "encoding"):
        assert getattr(one, name) == getattr(two, name)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DataError, match=r"broken|cut short"):
        read_data_file(path)


@needs_fork
def test_a_process_with_a_thousand_open_files_reads_waves(tmp_path: Path) -> None:
    """`select` knows no file past the 1,024th: whoever had many open got its traceback."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < 2000:
        pytest.skip("the machine lets a process open few files")
    path = write_wave_file(respondents(20), tmp_path / "a.sav")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 2000), hard))
    held = [os.open(os.devnull, os.O_RDONLY) for _ in range(1100)]
    try:
        with readers.several_files():
            assert len(read_data_file(path).frame) == 20
    finally:
        for each in held:
            os.close(each)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_texts_that_hold_digits_of_a_script_stay_as_they_were_written(tmp_path: Path) -> None:
    """Only a column of numbers or of days throughout is read in other digits than its own."""
    path = tmp_path / "wave.csv"
    lines = ["n,range,mixed,words,empty", "٤٢,١٨-٢٤,٤,٥ مرات,٣", "4٢,٢٥-٣٤,ن,٦ مرات,NA"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    frame = read_data_file(path).frame
    assert frame.to_numpy().tolist() == [
        ["42", "١٨-٢٤", "٤", "٥ مرات", "3"],
        ["42", "٢٥-٣٤", "ن", "٦ مرات", "NA"],
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-16")
    assert read_data_file(path).frame.equals(frame)


def test_codes_that_a_definition_writes_in_the_digits_of_a_script_are_found() -> None:
    assert parse_cells(pd.Series(["1", "٢"], dtype="str"), {"١": "١", "٢": "٢"}).tolist() == [
        "١",
        "٢",
    ]
