"""Joint probabilities of a definition: a square or rows of pairs, compared with R, and what is refused."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import DataError, DesignError, PadaiError
from padai.pipeline.parts.looking import _files as hashed
from padai.pipeline.versions.manifest import input_files
from padai.survey import load_survey
from padai.waves.reading import read_wave
from tests.builders import respondents, write_survey, write_wave_file

HERE = Path(__file__).parent
R = json.loads((HERE / "reference" / "r45" / "unequal.json").read_text(encoding="utf-8"))
COUNTIES = pd.DataFrame(R["data"])
JOINT = np.array(R["joint"])
LANGUAGES = ("fr", "en", "es")


def square(names: list[str], joint: np.ndarray, mark: str = ".") -> str:
    """Write a square as a CSV, with decimal points or commas."""
    part = ";" if mark == "," else ","
    rows = [part.join(["unit", *names])]
    rows += [
        part.join([n, *(repr(float(v)).replace(".", mark) for v in row)])
        for n, row in zip(names, joint, strict=True)
    ]
    return "\n".join(rows) + "\n"


def pairs(names: list[str], joint: np.ndarray, own: bool = True) -> str:
    """Write each pair once."""
    rows = ["unit,other,probability"]
    for i in range(len(names)):
        for j in range(i if own else i + 1, len(names)):
            rows.append(f"{names[i]},{names[j]},{float(joint[i, j])!r}")
    return "\n".join(rows) + "\n"


NAMES = [str(n) for n in COUNTIES["id"]]


def wave_of(
    tmp_path: Path,
    file: str | None,
    *,
    design: str = "psu: county, fpc: p",
    more: str = "",
    about: str = "",
    rows: pd.DataFrame | None = None,
    ending: str = ".sav",
) -> padai.Wave:
    """Read a wave whose pairs stand in a file of that text."""
    told = (
        f"{{id: id, {design}, pps: joint, joint_probabilities: {{file: pairs.csv{about}}}{more}}}"
    )
    changed = {
        "{id: id, weight: w}": told,
        "    weighting: {method: rake, margins: [sex]}\n": "",
    }
    folder = write_survey(tmp_path, ending=ending, replace=changed, waves=("2025",))
    frame = respondents(len(COUNTIES))
    held = COUNTIES if rows is None else rows
    kept = {n: held[n].to_numpy() for n in ("p", "Bush", "votes", "half")}
    frame = frame.iloc[: len(held)].assign(county=held["id"].to_numpy(), **kept)
    write_wave_file(frame, folder / "data" / f"m2025{ending}")
    if file is not None:
        (folder / "data" / "pairs.csv").write_text(file, encoding="utf-8")
    return read_wave(load_survey(folder), "2025")


# --- compared with R ------------------------------------------------------------------------------

ORDER = np.argsort([-int(n) for n in NAMES])
FILES = {
    "square": square(NAMES, JOINT),
    "in another order": square([NAMES[k] for k in ORDER], JOINT[np.ix_(ORDER, ORDER)]),
    "with decimal commas": square(NAMES, JOINT, ","),
    "pairs": pairs(NAMES, JOINT),
    "pairs without own": pairs(NAMES, JOINT, own=False),
}


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("formula", ["HT", "YG"])
def test_the_file_gives_what_r_gives(tmp_path: Path, kind: str, formula: str) -> None:
    wave = wave_of(tmp_path, FILES[kind], more=f", variance: {formula}")
    ref = R["refs"]["total.joint" if formula == "HT" else "total.joint_yg"]
    row = padai.total(wave, "Bush").frame.iloc[0]
    assert row["estimate"] == pytest.approx(ref["estimate"][0], rel=1e-9)
    assert row["std_error"] ** 2 == pytest.approx(ref["vcov"][0][0], rel=1e-9)


def test_names_of_units_are_those_of_the_data_whatever_the_format(tmp_path: Path) -> None:
    """A .sav holds 177 as 177.0, a .csv as 177, and a column of names may hold `n177`."""
    found = [
        padai.mean(
            wave_of(tmp_path / name, file, ending=ending, more=", variance: YG", rows=rows), "age"
        )
        .frame["std_error"]
        .item()
        for name, ending, file, rows in (
            ("sav", ".sav", FILES["pairs"], None),
            ("csv", ".csv", FILES["pairs"], None),
            (
                "text",
                ".csv",
                pairs([f"n{n}" for n in NAMES], JOINT),
                COUNTIES.assign(id=[f"n{n}" for n in NAMES]),
            ),
        )
    ]
    assert found[0] > 0
    assert found == pytest.approx([found[0]] * 3, rel=1e-12)


def test_pairs_of_two_strata_may_be_left_out(tmp_path: Path) -> None:
    """Strata are drawn apart: the probability of such a pair is the product."""
    p, half = np.diag(JOINT), COUNTIES["half"].to_numpy()
    within = half[:, None] == half[None, :]
    told = np.where(within, JOINT, np.outer(p, p))
    lines = pairs(NAMES, told).splitlines()
    kept = [lines[0]] + [
        line
        for line in lines[1:]
        if half[NAMES.index(line.split(",")[0])] == half[NAMES.index(line.split(",")[1])]
    ]
    assert len(kept) < len(lines)
    some, every = (
        padai.total(wave_of(tmp_path / name, text, design=design), "Bush").frame.iloc[0]
        for name, text, design in (
            ("some", "\n".join(kept) + "\n", "psu: county, stratum: half, fpc: p"),
            ("every", square(NAMES, told), "psu: county, stratum: half, fpc: p"),
        )
    )
    assert some["std_error"] == pytest.approx(every["std_error"], rel=1e-12)
    z = COUNTIES["Bush"].to_numpy() / p  # by hand: two sums of pairs
    check = np.where(within, 1 - np.outer(p, p) / told, 0.0)
    np.fill_diagonal(check, 1 - p)
    assert every["std_error"] == pytest.approx(np.sqrt(z @ check @ z), rel=1e-10)


def test_units_that_nobody_answered_in_may_stand_in_the_file(tmp_path: Path) -> None:
    some = wave_of(tmp_path / "a", FILES["square"], rows=COUNTIES.iloc[:30])
    own = wave_of(tmp_path / "b", square(NAMES[:30], JOINT[:30, :30]), rows=COUNTIES.iloc[:30])
    one, other = (padai.total(w, "Bush").frame.iloc[0]["std_error"] for w in (some, own))
    assert one == other > 0


def test_what_is_kept_between_commands_rests_on_the_file(tmp_path: Path) -> None:
    """A changed probability is a changed input: of the manifest, and of a verdict that was kept."""
    wave_of(tmp_path, FILES["square"])
    survey = load_survey(tmp_path / "mini")
    order = SimpleNamespace(
        survey=survey,
        wave="2025",
        data_dir=None,
        project=SimpleNamespace(reports_dir=tmp_path / "none"),
        witness=None,
    )
    place = tmp_path / "mini" / "data" / "pairs.csv"
    assert input_files(order)["data/pairs.csv"] == place
    before = hashed(survey, "2025", "main", None)
    place.write_text(FILES["pairs"], encoding="utf-8")
    after = hashed(survey, "2025", "main", None)
    assert before is not None
    assert after is not None
    assert {name for name in before if before[name] != after[name]} == {"2025, pairs"}


# --- refused --------------------------------------------------------------------------------------


def other_own(matrix: np.ndarray) -> np.ndarray:
    return np.where(np.eye(len(matrix)) > 0, np.minimum(matrix * 1.01, 1), matrix)


def one_changed(matrix: np.ndarray) -> np.ndarray:
    changed = matrix.copy()
    changed[0, 1] *= 1.2
    return changed


ZERO = np.where(JOINT[0, 1] == JOINT, 0.0, JOINT)
LARGE = np.where(JOINT[0, 1] == JOINT, 0.95, JOINT)
FAULTS = {
    "not square": (square(NAMES, JOINT).replace("unit,", "unit,more,", 1).replace("\n", ",0\n")
                   .replace(",0\n", "\n", 1), "40", "42"),
    "not symmetric": (square(NAMES, one_changed(JOINT)), "pairs.csv", "1 "),
    "other own probabilities": (square(NAMES, other_own(JOINT)), "fpc", "40"),
    "a pair of zero": (square(NAMES, ZERO), "pairs.csv", "pairs.csv"),
    "a pair too probable": (square(NAMES, LARGE), "pairs.csv", "pairs.csv"),
    "units lacking": (square(NAMES[:37], JOINT[:37, :37]), "3", NAMES[38]),
    "pairs lacking": (pairs(NAMES, JOINT).replace(pairs(NAMES, JOINT).splitlines()[5] + "\n", ""), "1 ", "780"),
    "a pair twice": (pairs(NAMES, JOINT) + f"{NAMES[3]},{NAMES[1]},0.001\n", "pairs.csv", "1 "),
    "text": (square(NAMES, JOINT).replace("0.", "x", 900), "pairs.csv", "pairs.csv"),
    "empty": ("", "pairs.csv", "pairs.csv"),
    "no file": (None, "pairs.csv", "pairs.csv"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_no_table_of_these_pairs_is_refused(tmp_path: Path, fault: str) -> None:
    text, *told = FAULTS[fault]
    with pytest.raises((DataError, DesignError)) as refused:
        wave_of(tmp_path, text)
    for lang in LANGUAGES:
        said = refused.value.text(lang)
        assert "mini, 2025" in said, said
        for piece in told:
            assert piece in said, said


def test_another_file_than_the_declared_one_is_refused(tmp_path: Path) -> None:
    digest = hashlib.sha256(FILES["square"].encode()).hexdigest()
    wave_of(tmp_path / "a", FILES["square"], about=f", sha256: {digest}")
    with pytest.raises(DataError, match="SHA-256"):
        wave_of(tmp_path / "b", FILES["pairs"], about=f", sha256: {digest}")


@pytest.mark.parametrize(
    "design",
    ["psu: county, fpc: p, stratum: half, nest: true", "psu: county, fpc: p, stratum: half"],
)
def test_units_of_two_strata_under_one_name_are_refused(tmp_path: Path, design: str) -> None:
    alike = COUNTIES.assign(id=[f"u{k // 2}" for k in range(len(COUNTIES))])
    with pytest.raises(PadaiError, match="name"):
        wave_of(tmp_path, square(NAMES, JOINT), design=design, rows=alike)


def test_a_design_takes_no_label_for_two_units() -> None:
    """In two strata, unit 1 and unit 1: the matrix has one row for both."""
    rows = pd.DataFrame({"h": [1, 1, 2, 2], "c": [1, 2, 1, 2], "p": 0.5, "y": [1.0, 2, 3, 4]})
    joint = padai.JointProbabilities(pd.DataFrame([[0.5, 0.2], [0.2, 0.5]], [1, 2], [1, 2]))
    with pytest.raises(DesignError, match="label"):
        padai.total(padai.Wave(rows, padai.Design(stratum="h", psu="c", fpc="p", pps=joint)), "y")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"psu": "t", "fpc": "p", "pps": "joint"}, "joint_probabilities"),
        ({"psu": "t", "fpc": "p", "joint_probabilities": {"file": "a.csv"}}, "pps: joint"),
        ({"psu": "t", "fpc": "p", "pps": "brewer", "joint_probabilities": {"file": "a"}}, "joint"),
        ({"fpc": "p", "pps": "joint", "joint_probabilities": {"file": "a.csv"}}, "psu:"),
        (
            {
                "psu": ["t", "u"],
                "fpc": ["p", "q"],
                "pps": "joint",
                "joint_probabilities": {"file": "a.csv"},
            },
            "brewer",
        ),
        ({"psu": "t", "pps": "joint", "joint_probabilities": {"file": "a.csv"}}, "fpc"),
    ],
)
def test_what_the_rest_contradicts_is_refused(given: dict[str, object], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        padai.survey.DesignSpec.model_validate(given)


def test_a_design_without_pairs_is_written_as_it_was() -> None:
    """Seals and stores keep their bytes."""
    spec = padai.survey.DesignSpec.model_validate({"psu": "t", "fpc": "p", "pps": "brewer"})
    assert "joint_probabilities" not in spec.model_dump()
