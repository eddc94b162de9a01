"""ANES 2020 and the CES, read by definitions that `init` drafts, against R's `survey`: 1e-9.

Nothing is edited but what a person decides: which weight, and whether a don't-know stays in the
base. R's `ci_logit` stands on an iterated fit (1e-6); models agree to 1e-6, their errors to 1e-4.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import padai
from padai.interchange import Choices, init_from, parse_design
from padai.survey import Survey, load_survey
from padai.waves import read_delivery, read_wave
from padai.waves.reading import design_of
from padai.waves.wave import Wave

HERE = Path(__file__).parent
CLOSED = 1e-9
R_LOGIT = 1e-6
MODELS = 1e-6
MODEL_ERRORS = 1e-4
EDUCATION = {1: 1, 2: 2, 3: 3, 4: 3, 5: 3, 6: 4, 7: 5, 8: 5}


def _reference(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((HERE / name / "r-survey.json").read_text(encoding="utf-8"))
    return found


def _drafted(folder: Path, files: list[Path], *designs: str) -> Survey:
    """Draft, then take don't-knows out of the base, as R's analysis does."""
    choices = Choices(design=tuple(map(parse_design, designs)))
    init_from(folder / "surveys" / "drafted", files, choices)
    path = folder / "surveys" / "drafted" / "questionnaire.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(", in_base: true", ""), encoding="utf-8")
    return load_survey(path.parent)


def _same(row: Any, r: dict[str, Any]) -> None:
    got = row[["estimate", "std_error", "deff"]].to_numpy(dtype=float)
    assert got == pytest.approx([r["p"], r["se"], r["deff"]], rel=CLOSED)
    assert row["df"] == r["df"]
    low_high = row[["conf_low", "conf_high"]].to_numpy(dtype=float)
    assert low_high == pytest.approx(r.get("ci") or r["ci_logit"], rel=R_LOGIT)


@pytest.fixture(scope="module")
def anes(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    file = Path(os.environ["PADAI_ANES_DIR"]) / "anes2020.dta"
    return _drafted(tmp_path_factory.mktemp("anes"), [file], "proposed")


@pytest.fixture(scope="module")
def grouped(anes: Survey) -> Wave:
    """The wave with R's groups as columns."""
    wave = read_wave(anes, "2020")
    frame = wave.frame
    age = frame["V201507x"].where(frame["V201507x"] > 0)
    data = pd.DataFrame(
        {
            **{name: frame[name] for name in ("V200001", "V200010b", "V200010c", "V200010d")},
            "tg": frame["V201233"].where(frame["V201233"] > 0),
            "edu": frame["V201510"].map(EDUCATION),
            "sex": frame["V201600"].where(frame["V201600"] > 0),
            "ageg": pd.cut(age, [17, 29, 39, 49, 59, 69, 200], labels=range(1, 7)).astype(float),
            "age": age,
        }
    )
    data["trusts"] = (data["tg"] <= 2).astype(float).where(data["tg"].notna())
    return Wave(data, wave.design)


@pytest.mark.needs("anes")
def test_the_design_of_anes_is_proposed_whole(anes: Survey) -> None:
    design = anes.part("2020").design
    assert (design.id, design.weight) == ("V200001", "V200010b")
    assert (design.stratum, design.psu) == (("V200010d",), ("V200010c",))
    assert design.lonely_psu == "fail", "no stratum has a single psu"
    wave = read_wave(anes, "2020")
    assert wave.weights.sum() == pytest.approx(7453.000001, abs=1e-6)


@pytest.mark.needs("anes")
def test_trust_in_government_is_r_s(anes: Survey) -> None:
    r = _reference("anes2020")
    frame = padai.proportion(read_wave(anes, "2020"), "V201233", ci="logit").frame
    for code, told in enumerate(r["trust_government"], start=1):
        row = frame[frame["response"] == str(code)].iloc[0]
        assert row["n_base"] == r["n"]
        _same(row, told)


@pytest.mark.needs("anes")
@pytest.mark.parametrize("by", ["edu", "sex", "ageg"])
def test_groups_of_anes(grouped: Wave, by: str) -> None:
    r = _reference("anes2020")[f"by_{by}"]
    frame = padai.proportion(grouped, "tg", by=by).frame
    groups = [str(g) for g in frame.loc[frame["breakdown"] == by, "group"].unique()]
    assert [float(g) for g in groups] == r["level"]
    for place, group in enumerate(groups):
        rows = frame[(frame["breakdown"] == by) & (frame["group"] == group)]
        assert rows["estimate"].to_numpy() == pytest.approx(r["p"][place], rel=CLOSED)
        assert rows["std_error"].to_numpy() == pytest.approx(r["se"][place], rel=CLOSED)


@pytest.mark.needs("anes")
@pytest.mark.parametrize("by", ["edu", "sex", "ageg"])
def test_association_in_anes(grouped: Wave, by: str) -> None:
    r = _reference("anes2020")[f"chisq_{by}"]
    found = padai.crosstab_test(grouped, "tg", by)
    assert found.statistic == pytest.approx(r["F"], rel=CLOSED)
    assert found.p_value == pytest.approx(r["p"], rel=1e-7)


@pytest.mark.needs("anes")
def test_age_in_anes(grouped: Wave) -> None:
    r = _reference("anes2020")["age"]
    row = padai.mean(grouped, "age").frame.iloc[0]
    assert row["estimate"] == pytest.approx(r["mean"], rel=CLOSED)
    assert row["std_error"] == pytest.approx(r["se"], rel=CLOSED)
    probs = [0.25, 0.5, 0.75]
    frame = padai.quantile(grouped, "age", probs=probs).frame
    for (_, found), (value, low, high, se) in zip(frame.iterrows(), r["q"], strict=True):
        assert (found["estimate"], found["conf_low"], found["conf_high"]) == (value, low, high)
        assert found["std_error"] == pytest.approx(se, rel=CLOSED)


@pytest.mark.needs("anes")
def test_models_of_anes(grouped: Wave) -> None:
    r = _reference("anes2020")
    logit = padai.glm(grouped, "trusts ~ age + C(sex) + C(edu)", family="binomial").frame
    order = _terms(logit, ["age", "C(sex)", "C(edu)"])
    told = dict(
        zip(r["glm"]["names"], zip(r["glm"]["coef"], r["glm"]["se"], strict=True), strict=True)
    )
    for name, (coef, se) in told.items():
        row = order[name]
        assert row["estimate"] == pytest.approx(coef, rel=MODELS)
        assert row["std_error"] == pytest.approx(se, rel=MODEL_ERRORS)


def _terms(frame: pd.DataFrame, names: list[str]) -> dict[str, Any]:
    """The rows of a model under the names that R gives its terms."""
    found = {}
    for _, row in frame.iterrows():
        term = str(row.iloc[0] if "term" not in row else row["term"])
        if term.startswith("C("):
            variable, level = term[2:].split(")", 1)
            number = int(float(level.strip("[]").removeprefix("T.")))
            term = f"factor({variable}){number}"
        found["(Intercept)" if term == "Intercept" else term] = row
    return found


@pytest.fixture(scope="module")
def ces(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    folder = Path(os.environ["PADAI_CES_DIR"])
    weights = ("WeightTOsampBYPopul_count_Prov_Age_Gender", "weight_CES")
    return _drafted(
        tmp_path_factory.mktemp("ces"),
        [folder / "ces15phone.sav", folder / "ces19phone.sav"],
        f"2015:proposed,weight={weights[0]}",
        f"2019:proposed,weight={weights[1]}",
    )


def _ces_wave(ces: Survey, year: str) -> Wave:
    """A wave of the CES; one person of 2019 has no weight, and R leaves that row out."""
    delivery = read_delivery(ces, year)
    design = design_of(ces.part(year).design)
    frame = delivery.frame[delivery.frame[design.weight].notna()]
    return Wave(frame, design, survey=ces, id=year, part="main")


@pytest.mark.needs("ces")
@pytest.mark.parametrize(
    ("year", "file", "question", "net"),
    [("2015", "ces15phone", "CPS15_0", ["1", "3"]), ("2019", "ces19phone", "q6", ["1", "2"])],
)
def test_satisfaction_with_democracy(
    ces: Survey, year: str, file: str, question: str, net: list[str]
) -> None:
    r = _reference("ces")[file]
    wave = _ces_wave(ces, year)
    assert len(wave) == r["n"]
    told = r[question]["substantive"]
    frame = padai.proportion(wave, question, ci="logit").frame
    for code, expected in told.items():
        if code not in ("n", "net"):
            _same(frame[frame["response"] == code].iloc[0], expected)
    row = padai.proportion(wave, question, net={"net": net}, ci="logit").frame.iloc[0]
    assert row["n_base"] == told["n"]
    _same(row, told["net"])


@pytest.mark.needs("ces")
def test_confidence_of_the_mail_back_part(ces: Survey) -> None:
    wave = _ces_wave(ces, "2015")
    for item, r in _reference("ces")["ces15phone"]["confidence"]["items"].items():
        frame = padai.proportion(wave, item, ci="logit").frame
        for code, expected in r.items():
            row = frame[frame["response"] == code]
            if isinstance(expected, dict) and len(row):
                _same(row.iloc[0], expected)


@pytest.mark.needs("ces")
def test_a_weight_is_never_chosen_among_several(tmp_path: Path) -> None:
    from padai.errors import DefinitionError

    file = Path(os.environ["PADAI_CES_DIR"]) / "ces15phone.sav"
    with pytest.raises(DefinitionError, match=r"which column has a role.*weight"):
        _drafted(tmp_path, [file], "proposed")
    init_from(tmp_path / "surveys" / "open", [file])
    part = load_survey(tmp_path / "surveys" / "open").part("2015")
    assert not part.confirmed("design")
    assert part.proposed_design is not None
    assert part.proposed_design.weight is None
