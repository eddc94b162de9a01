"""Two waves of eight designs, drafted and settled as a newcomer does, against R's `survey`: 1e-9.

`drawn/drafts.R` draws the files and works out R's answers. What a person settles is one answer to
`--design`, what the waves share, and the lines of an fpc or of factors that a file's documentation
gives.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from padai.cli import main

REFERENCE = json.loads((Path(__file__).parent / "drawn" / "drafts.json").read_text())
CLOSED = 1e-9
YEARS = (2024, 2025)
ANSWERS = {
    "weights": "proposed",
    "strata_psu": "proposed",
    "fpc": "proposed",
    "jk1": "proposed,replicates=jk1",
    "jkn": "proposed,replicates=none",
    "brr": "proposed,replicates=brr",
    "fay": "proposed,replicates=fay",
    "bootstrap": "proposed,replicates=bootstrap",
}
Output = pytest.CaptureFixture[str]


def _ran(*arguments: object) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*map(str, arguments), "--lang", "en"])
    assert not ended.value.code


def _with_replicates(frame: pd.DataFrame, factors: list[list[float]] | None) -> pd.DataFrame:
    """Add the replicate weights, of which the factors stand there a row for each psu of six."""
    if not factors:
        return frame
    sets = frame[["wt"]].to_numpy() * np.repeat(np.array(factors), len(frame) // len(factors), 0)
    named = pd.DataFrame(sets, columns=[f"repw{k + 1}" for k in range(sets.shape[1])])
    return pd.concat([frame, named], axis=1)


def _settled(name: str) -> tuple[str, str]:
    """What a person writes of a design that no file tells, and where."""
    found = REFERENCE[name]
    if name == "fpc":
        return 'stratum: "stratum"', 'stratum: "stratum", fpc: "popn"'
    if name == "jkn":
        factors = f"scale: {found['scale']}, rscales: {found['rscales']}"
        return 'weight: "wt"', f'weight: "wt", replicates: {{kind: jkn, prefix: repw, {factors}}}'
    return "", ""


def _drafted(folder: Path, name: str) -> Path:
    given: list[object] = []
    told = REFERENCE[name]
    for year, columns, factors in zip(YEARS, told["files"], told["factors"], strict=True):
        path = folder / f"w{year}.csv"
        _with_replicates(pd.DataFrame(columns), factors).to_csv(path, index=False)
        given += ["--from", path]
    survey = folder / "surveys" / "drafted"
    _ran("init", survey, *given, "--design", ANSWERS[name])
    old, new = _settled(name)
    for path in (survey / "waves").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new) if old else text, encoding="utf-8")
    text = (survey / "survey.yaml").read_text(encoding="utf-8")
    assert "overlap: none" in text
    assert "question: sex" in text
    net = "    nets: {yes: {label: {en: Trust}, codes: [1, 2]}}\n"
    path = survey / "questionnaire.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  trust:\n", f"  trust:\n{net}"), encoding="utf-8")
    return survey


def _pairs(rows: list[dict[str, Any]], breakdown: str) -> list[list[float]]:
    return [[r["estimate"], r["std_error"]] for r in rows if r["breakdown"] == breakdown]


@pytest.mark.parametrize("name", ANSWERS)
def test_a_drafted_design_gives_r_s_figures(name: str, tmp_path: Path, capsys: Output) -> None:
    survey = _drafted(tmp_path, name)
    capsys.readouterr()
    for year, answer in zip(YEARS, REFERENCE[name]["answers"], strict=True):
        _ran(
            "estimate", survey, "trust", "--net", "yes", "--by", "gender", "--wave", year, "--json"
        )
        rows = json.loads(capsys.readouterr().out)["estimates"]
        assert _pairs(rows, "total")[0] == pytest.approx(answer["share"], rel=CLOSED)
        by = _pairs(rows, "gender")
        assert len(by) == 2
        for pair, told in zip(by, answer["by"], strict=True):
            assert pair == pytest.approx(told, rel=CLOSED)
        _ran("estimate", survey, "score", "--wave", year, "--json")
        rows = json.loads(capsys.readouterr().out)["estimates"]
        assert _pairs(rows, "total")[0] == pytest.approx(answer["mean"], rel=CLOSED)
    _ran("trend", survey, "trust", "--net", "yes", "--json", "--no-chart")
    change = json.loads(capsys.readouterr().out)["changes"][0]
    told = REFERENCE[name]["change"]
    assert [change["estimate"], change["std_error"]] == pytest.approx(told, rel=CLOSED)
