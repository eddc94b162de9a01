"""What would have to be true for a finding to be false."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import ComparisonError, DefinitionError, EstimationError
from padai.numerics.differences import adjusted_by
from padai.numerics.rounded_changes import of_bases
from padai.numerics.tipping import (
    ShareChange,
    WaveShare,
    critical_p,
    critical_t,
    false_answers,
    meng_factor,
    meng_rho,
    participation_ratio,
    selected_share,
    without_false,
)
from padai.survey.policies import Rounding
from padai.trends.assumptions import named_population
from padai.trends.tipping import COLUMNS, TippingPoints
from tests.builders import mini, respondents

CELLS = (("F", 20.0), ("F", 50.0), ("M", 20.0), ("M", 50.0))


# --- the arithmetic ------------------------------------------------------------------------------


@pytest.mark.parametrize("adjust", ["holm", "bh", "none"])
def test_the_critical_p_is_where_the_adjusted_one_crosses(adjust: str) -> None:
    rng = np.random.default_rng(7)
    for m in (1, 2, 5, 12):
        for _ in range(40):
            others = rng.beta(0.3, 1.5, m - 1)
            limit = critical_p(others, adjust)
            for p, shown in ((limit * (1 - 1e-9), True), (limit * (1 + 1e-9), False)):
                family = np.append(others, p)
                found = adjusted_by(family, np.zeros(m, dtype=np.intp), adjust)[-1]
                assert bool(found < 0.05) == shown, (adjust, others, p)


def test_a_p_value_that_is_no_comparison_is_not_counted() -> None:
    assert critical_p([np.nan, 0.9], "holm") == pytest.approx(0.025)


def change_of(later: float, earlier: float, shared: float = 0.0, p: float = 0.05) -> ShareChange:
    sides = [WaveShare(x, 1.4 * x * (1 - x) / 2000, 2000, 2000 / 1.4) for x in (later, earlier)]
    covariance = shared * float(np.sqrt(sides[0].variance * sides[1].variance))
    return ShareChange(sides[0], sides[1], covariance, 0.0, 0.0, 1990.0, p, 30.0)


@pytest.mark.parametrize(
    ("later", "earlier", "favourable"), [(0.52, 0.4, 1.0), (0.4, 0.52, 0.0), (0.41, 0.4, 1.0)]
)
@pytest.mark.parametrize("shared", [0.0, 0.5])
def test_what_is_left_stands_at_the_critical_difference(
    later: float, earlier: float, favourable: float, shared: float
) -> None:
    change = change_of(later, earlier, shared, 0.01)
    share = false_answers(change, favourable)
    p, variance, n, n_eff = (
        float(v) for v in without_false(change.later, np.array(share), favourable)
    )
    assert p == pytest.approx((later - share * favourable) / (1 - share), abs=1e-15)
    assert n == pytest.approx(2000 * (1 - share))
    assert variance == pytest.approx(1.4 * p * (1 - p) / n, rel=1e-12)
    assert n_eff == pytest.approx(n / 1.4)
    covariance = shared * np.sqrt(variance * change.earlier.variance)
    error = np.sqrt(variance + change.earlier.variance - 2 * covariance)
    assert abs(p - earlier) == pytest.approx(critical_t(0.01, 1990) * error, abs=1e-10)


def test_false_answers_that_go_with_the_finding_have_no_solution() -> None:
    """A rise that loses its unfavourable answers only rises more."""
    assert np.isnan(false_answers(change_of(0.52, 0.4), 0.0))
    assert np.isnan(false_answers(change_of(0.4, 0.52), 1.0))


def test_a_wave_turned_round_is_the_same_change() -> None:
    """A rise by the later wave's favourable answers is a fall by those of the wave before."""
    change = change_of(0.52, 0.4, 0.3)
    mirrored = change_of(0.4, 0.52, 0.3).turned
    assert false_answers(change, 1.0) == pytest.approx(false_answers(mirrored, 1.0), abs=1e-12)
    assert change.turned.turned == change


def test_mengs_formula_with_weights_is_the_error_itself() -> None:
    """Weighted inclusion of a population that takes part by what it thinks."""
    rng = np.random.default_rng(20)
    size = 200_000
    y = rng.binomial(1, 0.4, size).astype(float)
    inside = rng.random(size) < np.where(y == 1, 0.012, 0.009)
    w = rng.lognormal(0.0, 0.51, size)
    n = int(inside.sum())
    mean = float(np.average(y[inside], weights=w[inside]))
    error = mean - float(y.mean())
    weighted = inside * w
    rho = float(np.corrcoef(weighted, y)[0, 1])
    cv = float(w[inside].var() / w[inside].mean() ** 2)
    factor = meng_factor(n / size, cv)
    assert rho * factor * y.std() == pytest.approx(error, abs=1e-12)
    assert meng_rho(error, float(y.std()), factor) == pytest.approx(rho, abs=1e-12)
    without = rho * np.sqrt((1 - n / size) / (n / size)) * y.std()
    assert 1 - without / error == pytest.approx(0.12, abs=0.01)


def test_the_ratio_is_that_of_weighted_participation() -> None:
    rng = np.random.default_rng(5)
    y = np.repeat([1.0, 0.0], [4000, 6000])
    inside, w = rng.random(10_000) < 0.3, rng.uniform(0.5, 2.0, 10_000)
    observed = float(np.average(y[inside], weights=w[inside]))
    rates = [float((inside * w)[y == v].sum() / (y == v).sum()) for v in (1.0, 0.0)]
    assert participation_ratio(observed, 0.4) == pytest.approx(rates[0] / rates[1], rel=1e-12)


def test_the_selected_share_stands_at_the_critical_difference() -> None:
    for change in (change_of(0.52, 0.4), change_of(0.4, 0.52), change_of(0.41, 0.4)):
        gap = selected_share(change) - change.earlier.share
        assert abs(gap) == pytest.approx(change.least, rel=1e-12)
        assert gap * change.difference > 0


# --- the contaminated file -----------------------------------------------------------------------


def cells(
    n: int, trusting: tuple[float, ...], false: int, first: int, answer: float = 1.0
) -> pd.DataFrame:
    """Four cells of n rows, a share of each trusts; then `false` rows of one answer in each."""
    rows = []
    for place, (sex, age) in enumerate(CELLS):
        k = round(trusting[place] * n)
        trust = np.repeat([1.0, 4.0, answer], [k, n - k, false])
        real = np.arange(n + false) < n
        rows.append(
            pd.DataFrame(
                {
                    "trust": trust,
                    "sex": sex,
                    "age": age,
                    "real": real,
                    "w": (1.0, 1.5, 0.7, 1.2)[place],
                }
            )
        )
    frame = pd.concat(rows, ignore_index=True)
    keep = frame.pop("real")
    columns: dict[str, Any] = {str(c): frame[c].to_numpy() for c in frame}
    whole = respondents(len(frame), first_id=first, **columns)
    whole.attrs["real"] = keep.to_numpy()
    return whole


def taken_out(frame: pd.DataFrame, share: float) -> pd.DataFrame:
    """Leave out false rows, as large a share of each cell's weight as asked, at the least."""
    real = frame.attrs["real"]
    out = np.zeros(len(frame), dtype=bool)
    for sex, age in CELLS:
        mine = np.flatnonzero((frame["sex"] == sex) & (frame["age"] == age))
        false = mine[~real[mine]]
        count = int(np.ceil(share * len(mine) - 1e-9))
        assert count <= len(false), "more rows than are false"
        out[false[:count]] = True
    return frame[~out].reset_index(drop=True)


def pair(folder: Path, now: pd.DataFrame, raked: bool) -> padai.Stack:
    before = cells(1000, (0.30, 0.40, 0.42, 0.48), 0, 1)
    survey = padai.load_survey(mini(folder, {"2024": before, "2025": now}))
    read = [padai.read_wave(survey, wave) for wave in survey.waves]
    if raked:
        margins = {"sex": {"F": 0.5, "M": 0.5}, "age_group": {"18-34": 0.4, "35+": 0.6}}
        read = [padai.rake(wave, margins) for wave in read]
    return padai.stack(read)


def verdict(stacked: padai.Stack) -> str:
    found = padai.difference(padai.proportion(stacked, "trust", net="trust"), "2025", "2024")
    return str(found.frame["verdict"].iloc[0])


def rows_of(found: TippingPoints) -> dict[tuple[str, str], dict[str, Any]]:
    frame = found.frame if isinstance(found.frame, pd.DataFrame) else found.frame.to_pandas()
    return {
        (row["assumption"], row["of_wave"]): {str(k): v for k, v in row.items()}
        for row in frame.to_dict("records")
    }


def tipped(stacked: padai.Stack, **asked: Any) -> dict[tuple[str, str], dict[str, Any]]:
    changes = padai.difference(padai.proportion(stacked, "trust", net="trust"), "2025", "2024")
    return rows_of(padai.tipping_points(changes, **asked))


def test_taking_the_false_rows_out_flips_the_verdict(tmp_path: Path) -> None:
    now = cells(1000, (0.31, 0.41, 0.43, 0.49), 100, 9001)
    found = pair(tmp_path / "a", now, raked=False)
    share = float(tipped(found)["false_favourable", "2025"]["value"])
    assert 0.03 < share < 0.09
    assert verdict(found) == "rose"
    assert verdict(pair(tmp_path / "b", taken_out(now, 0.9 * share), raked=False)) == "rose"
    assert verdict(pair(tmp_path / "c", taken_out(now, share), raked=False)) == "cannot_tell"


def test_with_new_raking_it_flips_within_a_tenth(tmp_path: Path) -> None:
    now = cells(1000, (0.31, 0.41, 0.43, 0.49), 100, 9001)
    share = float(
        tipped(pair(tmp_path / "a", now, raked=True))["false_favourable", "2025"]["value"]
    )
    kept = verdict(pair(tmp_path / "b", taken_out(now, 0.9 * share), raked=True))
    lost = verdict(pair(tmp_path / "c", taken_out(now, 1.1 * share), raked=True))
    assert (kept, lost) == ("rose", "cannot_tell")


@pytest.mark.parametrize(
    ("trusting", "said", "then"),
    [
        ((0.29, 0.39, 0.41, 0.47), "fell", "cannot_tell"),
        ((0.36, 0.46, 0.48, 0.54), "cannot_tell", "rose"),
    ],
)
@pytest.mark.parametrize("raked", [False, True])
def test_false_rows_that_lowered_it_flip_the_verdict_too(
    tmp_path: Path, trusting: tuple[float, ...], said: str, then: str, raked: bool
) -> None:
    """Unfavourable rows made the fall, or hid the rise: at e and not at 0.9 e; raked, at 1.1 e."""
    now = cells(1000, trusting, 100, 9001, answer=4.0)
    found = pair(tmp_path / "a", now, raked=raked)
    row = tipped(found)["false_unfavourable", "2025"]
    share = float(row["value"])
    assert verdict(found) == said
    assert row["verdict_then"] == (then if said == "cannot_tell" else "")
    most = 1.1 * share if raked else share
    assert verdict(pair(tmp_path / "b", taken_out(now, 0.9 * share), raked=raked)) == said
    assert verdict(pair(tmp_path / "c", taken_out(now, most), raked=raked)) == then


# --- selection and don't knows -------------------------------------------------------------------


def test_rho_counts_the_weights_and_the_population(tmp_path: Path) -> None:
    now = cells(500, (0.5, 0.6, 0.6, 0.6), 0, 9001)
    stacked = pair(tmp_path, now, raked=False)
    found = tipped(stacked, population={"2025": 1_000_000})
    change = padai.difference(
        padai.proportion(stacked, "trust", net="trust"), "2025", "2024"
    ).frame.iloc[0]
    p = float(padai.proportion(stacked.waves[1], "trust", net="trust").frame["estimate"].iloc[0])
    least = critical_t(0.05, change["df"]) * change["std_error"]
    there = p - (change["estimate"] - least)
    w = stacked.waves[1].weights
    f, cv = len(w) / 1e6, w.var() / w.mean() ** 2
    expected = (p - there) / np.sqrt(there * (1 - there)) / np.sqrt((1 - f + cv) / f)
    assert found["selection_rho", "2025"]["value"] == pytest.approx(expected, rel=1e-12)
    ratio = p / (1 - p) / (there / (1 - there))
    assert found["selection_ratio", "2025"]["value"] == pytest.approx(ratio, rel=1e-12)
    assert found["selection_rho", "2024"]["reason"] == "no_population"
    assert found["selection_ratio", "2024"]["value"] < 1


def test_the_population_is_that_of_the_targets(tmp_path: Path) -> None:
    folder = mini(tmp_path)
    path = folder / "targets" / "2025.csv"
    survey = padai.load_survey(folder)
    assert named_population(survey, "2025", "main") is None
    lines = path.read_text(encoding="utf-8").splitlines()
    counts = [lines[0], *(line.replace("0.5", "4000") for line in lines[1:])]
    path.write_text("\n".join(counts) + "\n", encoding="utf-8")
    assert named_population(padai.load_survey(folder), "2025", "main") == pytest.approx(8000)


def with_unknown(tmp_path: Path, base: str) -> padai.Stack:
    n = 1000
    data = {
        "2024": respondents(n, first_id=1, trust=np.repeat([1.0, 98.0, 4.0], [500, 20, 480])),
        "2025": respondents(n, first_id=5001, trust=np.repeat([1.0, 98.0, 4.0], [540, 120, 340])),
    }
    out = {} if base == "in" else {"kind: dont_know, in_base: true": "kind: dont_know"}
    survey = padai.load_survey(mini(tmp_path, data, replace=out or None))
    return padai.stack([padai.read_wave(survey, wave) for wave in survey.waves])


@pytest.mark.parametrize("base", ["in", "out"])
def test_dont_knows_are_shared_out_in_both_waves(tmp_path: Path, base: str) -> None:
    """The finding turns where the mean of 1(net) + x 1(don't know) is at its critical change."""
    stacked = with_unknown(tmp_path, base)
    row = tipped(stacked)["dont_know", ""]
    assert row["verdict"] == {"in": "cannot_tell", "out": "rose"}[base]
    x = float(row["high"] if base == "in" else row["low"])
    assert 0.01 < x < 0.6
    assert not row["stands"]
    means = []
    for wave in stacked.waves:
        trust = wave.frame["trust"].to_numpy()
        y = np.where(trust == 1, 1.0, np.where(trust == 98, x, 0.0))
        means.append((float(np.average(y, weights=wave.weights)), y, wave.weights))
    (m0, y0, w0), (m1, y1, w1) = means
    variance = 0.0
    for m, y, w in ((m0, y0, w0), (m1, y1, w1)):
        u = w * (y - m) / w.sum()
        variance += len(u) / (len(u) - 1) * float((u**2).sum())
    df = len(y0) + len(y1) - 2
    assert (m1 - m0) / np.sqrt(variance) == pytest.approx(critical_t(0.05, df), rel=1e-6)


def test_a_question_without_dont_know_says_so(tmp_path: Path) -> None:
    stacked = with_unknown(tmp_path, "in")
    changes = padai.difference(
        padai.proportion(stacked, "user", net="1"), "2025", "2024", family="one"
    )
    found = rows_of(padai.tipping_points(changes))
    assert found["dont_know", ""]["reason"] == "no_dont_know"
    for wave in ("2024", "2025"):
        assert found["selection_rho", wave]["reason"] == "no_population"


def test_choices_of_method_stand_in_the_same_table(tmp_path: Path) -> None:
    stacked = with_unknown(tmp_path, "in")
    choices = padai.robustness(stacked, "trust")
    found = tipped(stacked, choices=choices)
    row = found["dont_know_out", ""]
    assert (row["verdict_then"], bool(row["stands"])) == ("rose", False)
    assert ("declared", "") not in found


# --- bad input -----------------------------------------------------------------------------------


def test_what_has_no_tipping_point_is_refused(tmp_path: Path) -> None:
    stacked = with_unknown(tmp_path, "in")
    changes = padai.difference(padai.proportion(stacked, "trust", net="trust"), "2025", "2024")
    assert tuple(padai.tipping_points(changes).frame.columns) == COLUMNS
    with pytest.raises(EstimationError, match="detached"):
        padai.tipping_points(pickle.loads(pickle.dumps(changes)))
    with pytest.raises(EstimationError, match="detached"):
        padai.tipping_points(changes.detach())
    with pytest.raises(ComparisonError, match="no verdict"):
        padai.tipping_points(changes, rows=[7])
    with pytest.raises(ComparisonError, match="No verdict is named"):
        padai.tipping_points(changes, rows=[])
    plain = padai.stack([padai.Wave(w.frame, w.design, id=w.id) for w in stacked.waves], "none")
    alone = padai.difference(padai.proportion(plain, "trust", net={"t": [1, 2]}), "2025", "2024")
    with pytest.raises(ComparisonError, match="exploratory"):
        padai.tipping_points(alone)
    with pytest.raises(ComparisonError, match="smaller than its sample"):
        padai.tipping_points(changes, population=500)
    with pytest.raises(ComparisonError, match="between waves"):
        padai.tipping_points(padai.difference_from_rest(stacked.waves[1], by="sex"))
    with pytest.raises(DefinitionError, match="Differences"):
        padai.tipping_points(changes.frame)  # type: ignore[arg-type]


def test_a_mean_is_told_to_have_none(tmp_path: Path) -> None:
    stacked = with_unknown(tmp_path, "in")
    changes = padai.difference(padai.mean(stacked, "trust"), "2025", "2024", family="one")
    found = padai.tipping_points(changes).frame
    assert found["reason"].tolist() == ["not_a_share"]
    assert found["value"].isna().all()


def test_a_sample_too_small_for_a_verdict_has_none(tmp_path: Path) -> None:
    data = {
        wave: respondents(20, first_id=1 + 100 * k, trust=np.resize([1.0, 4.0], 20))
        for k, wave in enumerate(("2024", "2025"))
    }
    survey = padai.load_survey(mini(tmp_path, data))
    stacked = padai.stack([padai.read_wave(survey, wave) for wave in survey.waves])
    assert [row["reason"] for row in tipped(stacked).values()] == ["too_few"]


# --- nets of the call ----------------------------------------------------------------------------


def called(stacked: padai.Stack, net: Any, **asked: Any) -> dict[tuple[str, str], dict[str, Any]]:
    changes = padai.difference(
        padai.trend(stacked, "trust", net=net), "2025", "2024", family="trust"
    )
    return rows_of(padai.tipping_points(changes, **asked))


@pytest.mark.parametrize("name", ["yes", "trust"])
def test_a_net_of_the_call_is_that_of_the_call(tmp_path: Path, name: str) -> None:
    """Under a name that the question does not know, or has for other codes."""
    stacked = pair(tmp_path, cells(1000, (0.40, 0.50, 0.50, 0.60), 0, 5001), raked=False)
    rest = called(stacked, {"rest": [4]}, population=1_000_000)
    codes = {"yes": [1, 2], "trust": [4]}[name]
    same = {"yes": called(stacked, "trust", population=1_000_000), "trust": rest}[name]
    found = called(stacked, {name: codes}, population=1_000_000)
    assert found.keys() == same.keys()
    for key, row in found.items():
        for what in ("value", "low", "high"):
            np.testing.assert_equal(row[what], same[key][what], err_msg=str(key))


def test_a_net_of_the_call_is_read_from_sums_too() -> None:
    """A lazy wave keeps sums alone: what needs no row is the same as of rows."""
    polars = pytest.importorskip("polars")
    frames = [
        pd.DataFrame(
            {"trust": np.repeat([1, 2, 3], [k, 300, 700 - k]), "w": np.linspace(1, 2, 1000)}
        )
        for k in (200, 320)
    ]
    design = padai.Design(weight="w")
    told = []
    for made in (lambda f: f, lambda f: polars.from_pandas(f).lazy()):
        waves = [
            padai.Wave(made(frame), design, id=wave)
            for frame, wave in zip(frames, ("2024", "2025"), strict=True)
        ]
        told.append(called(padai.stack(waves, "none"), {"good": [1, 2]}))
    rows, sums = told
    assert rows.keys() == sums.keys()
    for key, row in rows.items():
        assert (sums[key]["verdict_then"], sums[key]["reason"]) == (
            row["verdict_then"],
            row["reason"],
        )
        np.testing.assert_allclose(sums[key]["value"], row["value"], rtol=1e-9, err_msg=str(key))


def test_a_balance_of_the_call_has_no_false_answers_of_one_size(tmp_path: Path) -> None:
    stacked = pair(tmp_path, cells(1000, (0.40, 0.50, 0.50, 0.60), 0, 5001), raked=False)
    found = called(stacked, {"gap": {"codes": [1, 2], "minus": [3, 4]}})
    assert [row["reason"] for row in found.values()] == ["not_a_share"]


def test_plain_waves_name_their_net_in_the_call() -> None:
    """As the README has it: no definition, and a net by its codes."""
    frames = [
        pd.DataFrame(
            {"trust": np.repeat([1, 2, 3], [k, 300, 700 - k]), "w": np.linspace(1, 2, 1000)}
        )
        for k in (200, 320)
    ]
    design = padai.Design(weight="w")
    waves = [padai.Wave(f, design, id=i) for f, i in zip(frames, ("2024", "2025"), strict=True)]
    found = called(padai.stack(waves, "none"), {"good": [1, 2]}, population=50_000)
    assert np.isfinite(found["selection_rho", "2025"]["value"])


# --- bases that are rounded ----------------------------------------------------------------------


def _of(folder: Path, people: int, rounded: bool) -> dict[tuple[str, str], dict[str, Any]]:
    """Tip a change from 40% of 200 people to 60% of so many, every fifth of whom does not know."""
    waves = {}
    for wave, n, share, first in (("2024", 200, 0.4, 1), ("2025", people, 0.6, 9001)):
        trust = np.where(
            np.arange(n) % 5 == 0, 98.0, np.where(np.arange(n) % 10 < 10 * share, 1.0, 4.0)
        )
        waves[wave] = respondents(n, first_id=first, trust=trust, w=1.0 + np.arange(n) % 7 / 10)
    survey = padai.load_survey(mini(folder, waves))
    if rounded:
        told = survey.confidentiality.model_copy(update={"rounding": Rounding(bases=5)})
        survey = survey.model_copy(update={"confidentiality": told})
    return tipped(
        padai.stack([padai.read_wave(survey, wave) for wave in survey.waves]), population=9e5
    )


@pytest.mark.parametrize("people", [158, 162])
def test_what_would_have_to_be_false_is_told_of_rounded_bases(tmp_path: Path, people: int) -> None:
    """Of 60 to 120 people a share, its error and these left one pair of bases in 4 changes of 12."""
    exact, told = (_of(tmp_path / str(k), people, bool(k)) for k in (0, 1))
    for of in ("2024", "2025"):
        for assumption in (
            "false_favourable",
            "false_unfavourable",
            "selection_ratio",
            "selection_rho",
        ):
            now, then = (found[assumption, of]["value"] for found in (told, exact))
            assert np.isnan(now) == np.isnan(then)
            assert np.isnan(now) or abs(now / then - 1) > 1e-3, (assumption, of)
    now, then = (
        WaveShare(0.6, 0.24 * 1.1 / people, people, people / 1.1),
        WaveShare(0.4, 0.003, 80, 80),
    )
    change = ShareChange(now, then, 0.0, 0.0, 0.0, 200.0, 0.05, 30.0)
    same = [
        replace(change, later=WaveShare(0.6, 0.24 * 1.1 / n, n, n / 1.1)) for n in (158, 160, 162)
    ]
    found = [false_answers(of_bases(each, 160, 80), 1.0) for each in same]
    assert found == pytest.approx([found[1]] * 3, abs=1e-12)
