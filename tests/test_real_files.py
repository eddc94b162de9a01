"""Data files that the dependencies ship: each starts a survey that validates, or is refused.

They are public data sets and test files of statsmodels, scipy and pyarrow, under their licences.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from padai.errors import DataError, PadaiError
from padai.interchange import init_from
from padai.survey import load_survey
from padai.validation import validate
from padai.waves import read_delivery
from padai.waves.intake import read_data_file


def shipped(package: str, pattern: str) -> list[Path]:
    """Files of a pattern in an installed package."""
    found = importlib.util.find_spec(package)
    assert found is not None
    assert found.origin is not None
    return sorted(Path(found.origin).parent.rglob(pattern))


def started(folder: Path, path: Path) -> str:
    """Start a survey from a file and validate it; say how that ended."""
    try:
        init_from(folder / "surveys" / "x", [path])
        survey = load_survey(folder / "surveys" / "x")
        found = validate(read_delivery(survey, survey.waves[0]))
    except PadaiError as error:
        assert path.name in str(error)
        return "refused"
    assert found.ok, [(i.check, i.column) for i in found.items]
    return "started"


@pytest.mark.parametrize(
    ("package", "pattern", "least"),
    [
        ("statsmodels", "datasets/[a-h]*/*.csv", 10),
        ("statsmodels", "tests/results/*.dta", 1),
        ("statsmodels", "regression/tests/results/*.csv", 2),
        ("pyarrow", "*.parquet", 3),
    ],
)
def test_files_of_the_dependencies_start_a_survey(
    tmp_path: Path, package: str, pattern: str, least: int
) -> None:
    paths = shipped(package, pattern)
    ended = [started(tmp_path / str(place), path) for place, path in enumerate(paths)]
    assert ended.count("started") >= least


def test_a_file_of_another_program_with_the_ending_of_spss_is_refused() -> None:
    """The .sav files of scipy are IDL’s."""
    paths = shipped("scipy", "io/tests/data/*.sav")
    assert len(paths) > 40
    for path in paths:
        with pytest.raises(DataError, match="not what its ending says"):
            read_data_file(path)


def test_a_column_without_a_name_is_known_and_no_question(tmp_path: Path) -> None:
    path = tmp_path / "w.csv"
    path.write_text(",q1\n" + "".join(f"{i},{i % 3 + 1}\n" for i in range(60)), encoding="utf-8")
    init_from(tmp_path / "s", [path])
    survey = load_survey(tmp_path / "s" / "surveys" / "s")
    assert list(survey.questions) == ["q1"]
    assert validate(read_delivery(survey, "1")).ok
