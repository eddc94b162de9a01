"""Numbers of a store are read as numbers at once, to their last digit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from padai.store.converters import _read


def written(folder: Path, lines: list[str]) -> Path:
    path = folder / "estimates.csv"
    path.write_text("\n".join(["group,estimate,n_base", *lines]) + "\n", encoding="utf-8")
    return path


def test_every_number_is_the_one_that_python_reads(tmp_path: Path) -> None:
    rng = np.random.default_rng(20)
    values = [*rng.random(2_000), *(rng.random(500) * 10.0 ** rng.integers(-300, 300, 500))]
    texts = [repr(float(v)) for v in values] + [
        "0.1",
        "-0.0",
        "1e-320",
        "5",
        "1.7976931348623157e308",
    ]
    path = written(tmp_path, [f"NA,{text},{k}" for k, text in enumerate(texts)])
    frame = _read(path, ["estimate", "n_base"])
    assert frame["estimate"].dtype == frame["n_base"].dtype == np.float64
    read = frame["estimate"].to_numpy().view(np.int64)
    assert np.array_equal(read, np.array([float(text) for text in texts]).view(np.int64))
    assert set(frame["group"]) == {"NA"}, "a text is left as it is"


def test_an_empty_cell_is_no_number_and_an_empty_text_is_a_text(tmp_path: Path) -> None:
    frame = _read(written(tmp_path, [",0.5,", "a,,3"]), ["estimate", "n_base"])
    assert frame["group"].tolist() == ["", "a"]
    assert np.isnan(frame["estimate"][1]) and np.isnan(frame["n_base"][0])
    assert frame["n_base"][1] == 3.0


@pytest.mark.parametrize("bad", ["x", "NA", "0,5", "1 2"])
def test_a_text_among_numbers_leaves_texts_for_who_says_so(tmp_path: Path, bad: str) -> None:
    frame = _read(written(tmp_path, ["a,0.5,3", f'b,"{bad}",4']), ["estimate", "n_base"])
    assert frame["estimate"].tolist() == ["0.5", bad]


def test_a_table_without_rows_is_of_texts(tmp_path: Path) -> None:
    frame = _read(written(tmp_path, []), ["estimate", "n_base"])
    pd.testing.assert_frame_equal(
        frame, pd.read_csv(tmp_path / "estimates.csv", dtype=str, keep_default_na=False)
    )
