"""SPSS portable and SAS transport files: read as the others are, under the same limits."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest

import padai
from padai.errors import DataError
from padai.waves.intake import read_data_file
from tests.portable import write_portable
from tests.starting import started
from tests.test_next_strangers import PROPOSED

N = 200
TRUST = {1.0: "A lot", 2.0: "Some", 3.0: "None", 8.0: "Don't know", 9.0: "Refused"}
LABELS = {"CASEID": "Case id", "WT": "Weight", "TRUST": "Trust in the courts"}


def _columns(seed: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(seed)
    weight = rng.uniform(0.5, 1.5, N)
    return {
        "CASEID": seed * 1000.0 + np.arange(N),
        "WT": weight / weight.mean(),
        "TRUST": rng.choice([*TRUST], N, p=[0.3, 0.3, 0.2, 0.1, 0.1]),
    }


def _portable(folder: Path, seed: int = 1, encoding: str = "ascii", **labels: str) -> Path:
    own = {**LABELS, **labels}
    path = folder / f"w{2000 + seed}.por"
    return write_portable(path, _columns(seed), own, {"TRUST": TRUST}, {"TRUST": [8, 9]}, encoding)


def _transport(folder: Path, seed: int = 1) -> Path:
    path = folder / f"w{2000 + seed}.xpt"
    frame = pd.DataFrame(_columns(seed))
    pyreadstat.write_xport(frame, str(path), column_labels=list(LABELS.values()))
    return path


@pytest.mark.parametrize("make", [_portable, _transport])
def test_a_share_of_an_old_format_is_that_of_the_hand(tmp_path: Path, make: object) -> None:
    """They were refused, with a line that made blanks of the codes declared missing."""
    survey = started(tmp_path, make(tmp_path, 1), make(tmp_path, 2), **PROPOSED)  # type: ignore[operator]
    for seed, wave in enumerate(survey.waves, 1):
        columns = _columns(seed)
        kept = columns["TRUST"] < 8
        hand = columns["WT"][columns["TRUST"] == 1].sum() / columns["WT"][kept].sum()
        frame = padai.proportion(padai.read_wave(survey, wave), "TRUST").frame
        answered = frame[frame["response"].isin(["1", "2", "3"])]
        share = answered["estimate"].iloc[0] / answered["estimate"].sum()
        assert share == pytest.approx(hand, abs=1e-9)  # its weights have eleven digits of base 30


def test_a_portable_file_keeps_its_labels_and_missing_codes(tmp_path: Path) -> None:
    file = read_data_file(_portable(tmp_path))
    assert file.labels["TRUST"] == "Trust in the courts" and file.format == "por"
    assert file.value_labels["TRUST"] == TRUST
    assert file.missing_ranges["TRUST"] == ((8.0, 8.0), (9.0, 9.0))
    assert set(file.frame["TRUST"]) == set(TRUST), "no code became a blank"


def test_accents_of_a_transport_file_are_read_in_both_encodings(tmp_path: Path) -> None:
    path = tmp_path / "w2001.xpt"
    labels = ["Case id", "Weight", "Confiance envers les élus"]
    pyreadstat.write_xport(pd.DataFrame(_columns(1)), str(path), column_labels=labels)
    assert read_data_file(path).labels["TRUST"] == labels[-1]
    path.write_bytes(path.read_bytes().replace("élus".encode(), "élus".encode("cp1252") + b" "))
    assert read_data_file(path).labels["TRUST"] == labels[-1]


def test_letters_that_a_portable_file_lost_are_told(tmp_path: Path) -> None:
    """Its table of characters has no accents: whoever reads a label should know."""
    label = "Confiance envers les élus"
    survey = started(tmp_path, _portable(tmp_path, 1, "cp1252", TRUST=label), **PROPOSED)
    text = (survey.path / "questionnaire.yaml").read_text(encoding="utf-8")
    above = text.partition("  TRUST:")[0].rstrip().splitlines()[-1]
    assert above.lstrip().startswith("#") and "\ufffd" in above


def test_missing_values_with_letters_are_kept_of_a_transport_file(tmp_path: Path) -> None:
    path = _transport(tmp_path)
    frame = pd.DataFrame(_columns(1))
    frame.loc[frame["TRUST"] == 9, "TRUST"] = 123456.0
    pyreadstat.write_xport(frame, str(path), column_labels=list(LABELS.values()))
    sign = struct.pack(">Q", 0x451E240000000000)  # 123456 as IBM's computers write it
    raw = path.read_bytes()
    assert sign in raw
    path.write_bytes(raw.replace(sign, b"B" + b"\0" * 7))
    file = read_data_file(path)
    assert file.missing_ranges["TRUST"] == (("B", "B"),)
    assert (file.frame["TRUST"] == "B").sum() == (_columns(1)["TRUST"] == 9).sum()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4_321])


def _twice(path: Path) -> None:
    raw = path.read_bytes()
    path.write_bytes(raw + raw[raw.index(b"HEADER RECORD*******MEMB") :])


def _garbage(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[700:1_400] = b"\xff" * 700
    path.write_bytes(raw)


@pytest.mark.parametrize(
    ("make", "harm", "said"),
    [
        (_portable, _cut, "fewer rows|broken"),
        (_transport, _cut, "fewer rows|broken"),
        (_transport, _twice, "several tables"),
        (_portable, _garbage, "broken|contradicts|does not fit"),
        (_transport, _garbage, "broken|contradicts|does not fit"),
    ],
)
def test_a_broken_old_file_is_one_plain_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: object, harm: object, said: str
) -> None:
    monkeypatch.setenv("PADAI_LANG", "en")
    path = make(tmp_path)  # type: ignore[operator]
    harm(path)  # type: ignore[operator]
    with pytest.raises(DataError, match=said):
        read_data_file(path)


@pytest.mark.parametrize(("make", "other"), [(_portable, ".xpt"), (_transport, ".sav")])
def test_an_old_file_under_another_ending_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: object, other: str
) -> None:
    monkeypatch.setenv("PADAI_LANG", "en")
    path = make(tmp_path)  # type: ignore[operator]
    moved = path.rename(path.with_suffix(other))
    with pytest.raises(DataError, match=r"looks like an SPSS portable|looks like a SAS transport"):
        read_data_file(moved)
