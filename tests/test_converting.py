"""A file larger than memory into Parquet: the same values, whole or not at all, resumed."""

from __future__ import annotations

import errno
import json
import subprocess
import sys

import numpy as np
import pandas as pd
import pyreadstat
import pytest

import padai
from padai.cli import main
from padai.errors import DataError, MissingExtraError
from padai.waves import converting, lots_of_rows
from padai.waves.converting import convert
from padai.waves.intake import read_data_file

pq = pytest.importorskip("pyarrow.parquet")
pytest.importorskip("duckdb")

N, LOT = 500, 120


@pytest.fixture(scope="module")
def people():
    rng = np.random.default_rng(2)
    return pd.DataFrame(
        {
            "w": rng.gamma(2, 1, N).round(3) + 0.1,
            "q": rng.choice([1.0, 2.0, 3.0, -9.0, np.nan], N),
            "name": rng.choice(["a", "été", None], N),
            "day": pd.Timestamp("2025-01-01") + pd.to_timedelta(rng.integers(0, 90, N), unit="D"),
        }
    )


@pytest.fixture
def sav(people, tmp_path):
    path = tmp_path / "wave.sav"
    pyreadstat.write_sav(
        people,
        str(path),
        column_labels={"q": "La question"},
        missing_ranges={"q": [-9]},
        variable_value_labels={"q": {1: "Oui", 2: "Non", -9: "NSP"}},
    )
    return path


def read(folder):
    return pd.concat([pd.read_parquet(f) for f in sorted(folder.iterdir())], ignore_index=True)


def test_values_and_labels_of_a_sav(people, sav):
    done = convert(sav, rows=LOT)
    assert (done.rows, done.files, done.resumed) == (N, 5, 0)
    found, known = read(done.folder), read_data_file(sav).frame
    for name in ("w", "q"):
        assert np.array_equal(found[name], known[name], equal_nan=True)
    assert found["name"].fillna("").tolist() == known["name"].fillna("").tolist()
    assert (found["day"] == people["day"]).all()
    for file in done.folder.iterdir():
        told = json.loads(pq.read_schema(file).metadata[b"padai"])
        assert told["labels"] == {"q": "La question"}
        assert [1.0, "Oui"] in told["value_labels"]["q"]
        assert told["missing_ranges"]["q"] == [[-9.0, -9.0]]


def test_one_part_reads_as_a_delivery_does(sav, tmp_path):
    folder = convert(sav).folder
    (part,) = folder.iterdir()
    file = read_data_file(part)
    assert file.labels["q"] == "La question"
    assert file.value_labels["q"][1.0] == "Oui"


def test_letters_that_stand_for_no_answer(people, tmp_path):
    path = tmp_path / "wave.dta"
    q = people["q"].astype(object).where(people["q"] != -9, "a")
    labels = {"q": {1: "Oui", "a": "NSP"}}
    pyreadstat.write_dta(
        people.assign(q=q),
        str(path),
        missing_user_values={"q": ["a"]},
        variable_value_labels=labels,
    )
    done = convert(path, rows=LOT)
    found = read(done.folder)
    assert (found["q_missing"] == "a").sum() == (people["q"] == -9).sum()
    assert found["q"].isna().sum() == (people["q"].isna() | (people["q"] == -9)).sum()
    assert done.letters_lost == {}


@pytest.mark.parametrize(("separator", "decimal"), [(",", "."), (";", ",")])
def test_a_csv_has_types_that_hold_for_all_of_it(people, tmp_path, separator, decimal):
    """What looks whole in one lot and not in another is a number; a code with a zero stays text."""
    frame = people.assign(
        k=np.arange(N), late=[1] * (N - 1) + [2.5], code=[f"{i:04d}" for i in range(N)]
    )
    path = tmp_path / "wave.csv"
    frame.to_csv(path, index=False, sep=separator, decimal=decimal)
    found = read(convert(path, rows=LOT).folder)
    assert found["k"].dtype == np.int64
    assert found["late"].tolist() == frame["late"].tolist()
    assert found["code"].tolist() == frame["code"].tolist()
    assert found["w"].to_numpy() == pytest.approx(people["w"].to_numpy(), rel=1e-15)
    assert found["name"].isna().tolist() == people["name"].isna().tolist()


def test_what_is_written_makes_a_lazy_wave(people, sav):
    lazy = padai.Wave(convert(sav, rows=LOT).folder, padai.Design(weight="w"), missing={"q": [-9]})
    eager = padai.Wave(people, padai.Design(weight="w"), missing={"q": [-9]})
    one, two = (padai.proportion(w, "q").frame for w in (lazy, eager))
    assert one["estimate"].tolist() == pytest.approx(two["estimate"].tolist(), rel=1e-12)
    assert one["std_error"].tolist() == pytest.approx(two["std_error"].tolist(), rel=1e-9)


KILLED = """
import os, sys
from padai.waves.converting import convert
def after(written, of):
    if written >= 240:
        os._exit(9)
convert(sys.argv[1], rows=120, progress=after)
"""


def test_a_killed_conversion_goes_on_where_it_was(sav, monkeypatch, tmp_path):
    ended = subprocess.run([sys.executable, "-c", KILLED, str(sav)], timeout=300)
    assert ended.returncode == 9
    folder = sav.with_suffix(".parquet")
    assert not folder.exists()
    half = folder.with_name(folder.name + converting.UNFINISHED)
    # A lot that was written, and not yet noted, when the process died.
    (half / "part00002.parquet").write_bytes(b"half a file")
    read_from = []
    real = lots_of_rows.read_part
    monkeypatch.setattr(
        lots_of_rows, "read_part", lambda p, s, n: (read_from.append((s, n)), real(p, s, n))[1]
    )
    done = convert(sav)
    assert (done.rows, done.files, done.resumed) == (N, 5, 240)
    assert read_from[0] == (240, LOT)
    assert not half.exists()
    whole = convert(sav, tmp_path / "again.parquet", rows=LOT).folder
    for one, two in zip(sorted(folder.iterdir()), sorted(whole.iterdir()), strict=True):
        assert one.read_bytes() == two.read_bytes()


def test_another_file_is_begun_anew(sav, people):
    with pytest.raises(KeyboardInterrupt):
        convert(sav, rows=LOT, progress=_stop)
    pyreadstat.write_sav(people.iloc[:200], str(sav))
    done = convert(sav, rows=LOT)
    assert (done.rows, done.resumed) == (200, 0)


def _stop(written, of):
    raise KeyboardInterrupt


def test_a_full_disk_leaves_no_folder(sav, monkeypatch):
    real, calls = pq.write_table, []

    def full(*args, **others):
        calls.append(1)
        if len(calls) == 3:
            real(*args, **others)
            raise OSError(errno.ENOSPC, "No space left on device")
        real(*args, **others)

    monkeypatch.setattr(pq, "write_table", full)
    with pytest.raises(DataError, match=r"could not be written \(the disk is full\)") as caught:
        convert(sav, rows=LOT)
    assert "disque plein" in caught.value.texts["fr"]
    folder = sav.with_suffix(".parquet")
    assert not folder.exists()
    half = folder.with_name(folder.name + converting.UNFINISHED)
    assert not list(half.glob("*.new"))
    assert convert(sav).resumed == 240


def test_what_is_refused(sav, tmp_path, monkeypatch):
    (tmp_path / "wave.parquet").mkdir()
    with pytest.raises(DataError, match="is there already"):
        convert(sav)
    with pytest.raises(DataError, match="not converted"):
        convert(tmp_path / "wave.xlsx")
    with pytest.raises(DataError, match="no file"):
        convert(tmp_path / "absent.sav")
    broken = tmp_path / "broken.sav"
    broken.write_bytes(sav.read_bytes()[:-200])
    with pytest.raises(DataError, match=r"broken|cut short|fewer rows"):
        convert(broken, rows=LOT)
    assert not (tmp_path / "broken.parquet").exists()
    uneven = tmp_path / "uneven.csv"
    uneven.write_text("a,b\n1,2\n3\n")
    with pytest.raises(DataError, match="line 3"):
        convert(uneven)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"padai\[bigdata\]"):
        convert(sav, tmp_path / "other")


def test_the_command(sav, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["convert", str(sav), "--rows", str(LOT), "--lang", "en"])
    assert ended.value.code == 0
    assert f"{N} rows, 5 files" in capsys.readouterr().out
    with pytest.raises(SystemExit) as ended:
        main(["convert", str(sav)])
    assert ended.value.code == 2
    assert "existe déjà" in capsys.readouterr().err
