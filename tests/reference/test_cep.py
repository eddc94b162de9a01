"""The CEP's waves, read by the definition that `init` drafted, against R's `survey`: 1e-9.

R's `ci_logit` stands on an iterated fit: 1e-6. Two waves carry psus, and are compared under them
and under weights alone.
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.special import gammainccinv, gammaincinv, ndtr

import padai
from padai.design import Design
from padai.errors import ComparisonError
from padai.survey import Survey, load_survey
from padai.waves import read_delivery, read_wave, stack
from padai.waves.wave import Wave

pytestmark = pytest.mark.needs("cep")

ROOT = Path(__file__).parents[2]
R = json.loads((Path(__file__).parent / "cep" / "r-survey.json").read_text(encoding="utf-8"))
CLOSED = 1e-9
R_LOGIT = 1e-6
TRUST = ("58", "61", "65", "67")
PSUS = ("48", "49")
APPROVAL = {
    "P8": PSUS,
    "MBP6": ("54", "55", "56", "57", "58", "59", "60", "61"),
    "MBP07_62": ("62", "63", "64", "65", "66", "67", "68"),
}
ITEMS = {
    "iglesia_catolica": "TE2P13_A", "fuerzas_armadas": "TE2P13_B", "tribunales": "TE2P13_E",
    "iglesias_evangelicas": "TE2P13_C", "partidos_politicos": "TE2P13_D", "diarios": "TE2P13_F",
    "television": "TE2P13_G", "radios": "TE2P13_H", "sindicatos": "TE2P13_I",
    "carabineros": "TE2P13_J", "gobierno": "TE2P13_K", "congreso": "TE2P13_L",
    "empresas_privadas": "TE2P13_M", "municipalidades": "TE2P13_N", "ministerio_publico": "TE2P13_O",
}  # fmt: skip
ANSWERS = {"nada": "1", "poca": "2", "bastante": "3", "mucha": "4", "ns": "8", "nc": "9"}
BASES = {
    "valid": ("kind: dont_know, in_base: true", "kind: dont_know"),
    "all": ("kind: refused", "kind: refused, in_base: true"),
}


@pytest.fixture(scope="module")
def surveys(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Survey]:
    """The definition with each of R's two bases: those who gave an opinion, or everyone."""
    import shutil

    made = {}
    for base, (old, new) in BASES.items():
        folder = tmp_path_factory.mktemp("cep") / base
        shutil.copytree(ROOT / "surveys" / "cep", folder)
        path = folder / "questionnaire.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        made[base] = load_survey(folder)
    return made


@pytest.fixture(scope="module")
def waves(surveys: dict[str, Survey]) -> Any:
    folder = os.environ["PADAI_CEP_DIR"]

    @cache
    def read(base: str, wave_id: str) -> Wave:
        return read_wave(surveys[base], wave_id, data_dir=folder)

    return read


def _same(row: Any, r: dict[str, Any]) -> None:
    got = row[["estimate", "std_error"]].to_numpy(dtype=float)
    assert got == pytest.approx([r["p"], r["se"]], rel=CLOSED)
    assert row["df"] == r["df"]
    if "deff" in r:
        assert row["deff"] == pytest.approx(r["deff"], rel=CLOSED)
    low_high = row[["conf_low", "conf_high"]].to_numpy(dtype=float)
    assert low_high == pytest.approx(r["ci_logit"], rel=R_LOGIT)


def _responses(wave: Wave, question: str) -> dict[str, Any]:
    frame = padai.proportion(wave, question, ci="logit").frame
    return {str(row["response"]): row for _, row in frame.iterrows()}


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("wave_id", TRUST)
def test_trust(waves: Any, base: str, wave_id: str) -> None:
    wave = waves(base, wave_id)
    told = R["waves"][wave_id]["trust"]
    for item, question in ITEMS.items():
        rows = _responses(wave, question)
        r = told[item][base]
        for answer, code in ANSWERS.items():
            if answer in r and code in rows:
                _same(rows[code], r[answer])
        _same(rows["confianza"], r["net"])
    if "movimiento_estudiantil" in told:
        _same(_responses(wave, "TE1P03p")["confianza"], told["movimiento_estudiantil"][base]["net"])


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("wave_id", [w for ids in APPROVAL.values() for w in ids])
def test_approval(waves: Any, base: str, wave_id: str) -> None:
    question = next(q for q, ids in APPROVAL.items() if wave_id in ids)
    rows = _responses(waves(base, wave_id), question)
    told = R["waves"][wave_id]
    drawn = told["psu"] if wave_id in PSUS else told
    for code, r in drawn["approval"][base].items():
        if code in rows and isinstance(r, dict) and "p" in r:
            _same(rows[code], r)


@pytest.mark.parametrize("wave_id", TRUST)
def test_trust_by_sex(waves: Any, wave_id: str) -> None:
    for item, r in R["waves"][wave_id]["trust_by_sex"].items():
        if item not in ITEMS:
            continue
        est = padai.proportion(waves("valid", wave_id), ITEMS[item], by="gender", net="confianza")
        rows = est.frame[est.frame["breakdown"] == "gender"]
        assert list(rows["group"].astype(str)) == list(r["p"])
        assert rows["estimate"].to_numpy() == pytest.approx(list(r["p"].values()), rel=CLOSED)
        assert rows["std_error"].to_numpy() == pytest.approx(list(r["se"].values()), rel=CLOSED)


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("item", ITEMS)
def test_differences_and_slopes(waves: Any, base: str, item: str) -> None:
    r = R[f"trend_net_{base}"][item]
    stacked = stack([waves(base, w) for w in TRUST], overlap="none")
    trend = padai.trend(stacked, ITEMS[item], net="confianza")
    assert trend.frame["estimate"].to_numpy() == pytest.approx(r["p"], rel=CLOSED)
    for step in r["differences"]:
        row = padai.difference(trend, str(step["to"]), str(step["from"])).frame.iloc[0]
        got = row[["estimate", "std_error"]].to_numpy(dtype=float)
        assert got == pytest.approx([step["diff"], step["se"]], rel=CLOSED, abs=1e-12)
        assert row["df"] == step["df"]
    at = np.array(r["date"])
    weights = (at - at.mean()) / ((at - at.mean()) ** 2).sum()
    slope = est_of(trend, dict(zip(TRUST, weights, strict=True)))
    told = r["slope_per_year_ols"]
    assert slope == pytest.approx([told["estimate"], told["se"]], rel=CLOSED)
    times = dict(zip(TRUST, at, strict=True))
    row = padai.slope(trend, times=times).frame.iloc[0]
    got = row[["estimate", "std_error"]].to_numpy(dtype=float)
    assert got == pytest.approx([told["estimate"], told["se"]], rel=CLOSED)


def est_of(trend: Any, weights: dict[str, float]) -> np.ndarray:
    row = trend.contrast({"slope": weights}).frame.iloc[0]
    return row[["estimate", "std_error"]].to_numpy(dtype=float)


@pytest.mark.parametrize("wave_id", PSUS)
def test_the_waves_that_carry_psus_by_their_weights_alone(waves: Any, wave_id: str) -> None:
    read = waves("all", wave_id)
    part = read.survey.part(wave_id)
    assert part.design.psu, "drafted with the psu that the file carries"
    wave = Wave(
        read.frame, Design(weight=part.design.weight), survey=read.survey, id=wave_id, part="main"
    )
    rows = _responses(wave, "P8")
    for code, r in R["waves"][wave_id]["approval"]["all"].items():
        if code in rows:
            _same(rows[code], r)


@pytest.mark.parametrize("wave_id", TRUST)
def test_the_files_validate(surveys: dict[str, Survey], wave_id: str) -> None:
    delivery = read_delivery(surveys["valid"], wave_id, data_dir=os.environ["PADAI_CEP_DIR"])
    assert padai.validate(delivery).ok


def test_the_scale_turned_over_and_is_read_by_its_labels(waves: Any) -> None:
    """Without that, trust in the press would rise from a quarter to two thirds."""
    wave = waves("valid", "65")
    told = wave.provenance["value_labels"]["TE2P13_F"]
    assert told[4] == "Mucha confianza"
    assert "DDP13" not in " ".join(map(str, wave.frame.columns)), "set aside, and not in the wave"


# --- approval within each president: eight waves, then seven ------------------------------------

BACHELET, PINERA = ("MBP6", APPROVAL["MBP6"]), ("MBP07_62", APPROVAL["MBP07_62"])
DENSE = 1e-6
PRESIDENTS = pytest.mark.parametrize(
    ("question", "ids"), [BACHELET, PINERA], ids=["bachelet", "pinera"]
)


def _approval(waves: Any, question: str, ids: tuple[str, ...]) -> Any:
    stacked = stack([waves("all", w) for w in ids], overlap="none")
    return padai.trend(stacked, question, net={"approve": ["1"]})


def _by_r(ids: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """R's dates, shares, and the covariance of waves that share nobody."""
    r = R["trend_approval_all"]
    places = [list(map(str, r["waves"])).index(w) for w in ids]
    date, p, se = (np.array(r[name])[places] for name in ("date", "p", "se"))
    return date, p, np.diag(se**2)


@PRESIDENTS
def test_approval_s_slope(waves: Any, question: str, ids: tuple[str, ...]) -> None:
    date, p, v = _by_r(ids)
    trend = _approval(waves, question, ids)
    assert trend.frame["estimate"].to_numpy() == pytest.approx(p, rel=CLOSED)
    model = np.column_stack([np.ones(len(ids)), date - date.mean()])
    plain = np.linalg.solve(model.T @ model, model.T)
    row = padai.slope(trend, times=dict(zip(ids, date, strict=True))).frame.iloc[0]
    got = row[["estimate", "std_error"]].to_numpy(dtype=float)
    wanted = [(plain @ p)[1], np.sqrt((plain @ v @ plain.T)[1, 1])]
    assert got == pytest.approx(wanted, rel=CLOSED)


@PRESIDENTS
@pytest.mark.parametrize("fit", ["ols", "gls"])
def test_approval_s_bend_against_dense_matrices(
    waves: Any, question: str, ids: tuple[str, ...], fit: Any
) -> None:
    """By the normal equations, with the inverse of the covariance written out."""
    date, p, v = _by_r(ids)
    trend = _approval(waves, question, ids)
    df = float(trend.frame["df"].sum())
    bends = padai.bend_test(trend, fit=fit, times=dict(zip(ids, date, strict=True))).frame
    assert list(bends["wave"].astype(str)) == list(ids[1:-1])
    for at, (_, row) in zip(date[1:-1], bends.iterrows(), strict=True):
        model = np.column_stack([np.ones(len(ids)), date, np.maximum(date - at, 0.0)])
        weight = np.eye(len(ids)) if fit == "ols" else np.linalg.inv(v)
        solved = np.linalg.solve(model.T @ weight @ model, model.T @ weight)
        found, cov = solved @ p, solved @ v @ solved.T
        q, left = len(ids) - 3, p - model @ found
        cost = 1.0
        if fit == "gls":
            cost = (1 + float(left @ weight @ left) / df) * df / (df - q)
        got = row[["estimate", "std_error"]].to_numpy(dtype=float)
        assert got == pytest.approx([found[2], np.sqrt(cost * cov[2, 2])], rel=DENSE)
        assert row["df"] == pytest.approx(df if fit == "ols" else df - q)


def test_approval_smoothed_against_dense_matrices(waves: Any) -> None:
    """By precisions: what the walk says of the levels, and what the waves say, added up."""
    question, ids = BACHELET
    date, p, v = _by_r(ids)
    trend = _approval(waves, question, ids)
    smooth = padai.smooth(trend, times=dict(zip(ids, date, strict=True))).frame
    df, m = float(trend.frame["df"].sum()), len(ids)
    widest = 5.0 * (np.std(p) + np.sqrt(np.diag(v).mean())) / np.sqrt(date[-1] - date[0])
    # the chance of each scale is a gamma's, in even steps of its logarithm; deviations by Simpson
    shape = (df - m + 1) / 2
    ends = gammaincinv(shape, 1e-15), gammainccinv(df / 2, 1e-15)
    logs = np.linspace(*np.log(ends), 60)
    simpson = np.log([1, *[4, 2] * 79, 4, 1])
    deviations = np.linspace(0.0, widest, len(simpson))
    steps = np.diff(np.eye(m), axis=0)
    points = [
        (df / 2 / np.exp(g), t, shape * g - np.exp(g) + w)
        for g in logs
        for t, w in zip(deviations, simpson, strict=True)
    ]
    likelihood, means, variances = [], [], []
    for scale, deviation, measure in points:
        told = np.linalg.inv(scale * v)
        if deviation:
            walk = steps.T @ np.diag(1 / (deviation**2 * np.diff(date))) @ steps
            cov = np.linalg.inv(told + walk)
            lost = np.log(deviation**2 * np.diff(date)).sum()
        else:  # one level for all
            cov = np.full((m, m), 1 / told.sum())
            lost = 0.0
        mean = cov @ told @ p
        free = np.linalg.slogdet(told + walk)[1] if deviation else np.log(told.sum())
        fit = p @ told @ p - mean @ told @ p
        lost += np.linalg.slogdet(scale * v)[1]
        likelihood.append(measure - 0.5 * (lost + free + fit))
        means.append(mean)
        variances.append(np.diag(cov))
    weight = np.exp(np.array(likelihood) - max(likelihood))
    weight /= weight.sum()
    mean, variance = np.array(means), np.array(variances)
    middle = weight @ mean
    spread = np.sqrt(weight @ (variance + mean**2) - middle**2)
    assert smooth["estimate"].to_numpy() == pytest.approx(middle, rel=DENSE)
    assert smooth["std_error"].to_numpy() == pytest.approx(spread, rel=DENSE)
    for name, chance in (("conf_low", 0.025), ("conf_high", 0.975)):
        for place, bound in enumerate(smooth[name].to_numpy()):
            below = weight @ ndtr((bound - mean[:, place]) / np.sqrt(variance[:, place]))
            assert below == pytest.approx(chance, rel=DENSE)


def test_seven_waves_are_not_smoothed(waves: Any) -> None:
    with pytest.raises(ComparisonError, match="8 comparable waves"):
        padai.smooth(_approval(waves, *PINERA))
