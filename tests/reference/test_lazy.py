"""R's values from lazy waves: the same tables, in an engine that gives nothing but sums.

Every value here is compared elsewhere with a wave in memory, to the same tolerance. Floats are added
as the engine adds them (``sums="float"``); what a lazy wave cannot express is named in
``docs/lazy-waves.md``.
"""

from __future__ import annotations

import numpy as np
import pytest

from padai.design import Design, Replicates
from padai.errors import DesignError
from padai.estimation.crosstabs import crosstab_test
from padai.estimation.moments import mean, ratio, total
from padai.estimation.proportions import proportion
from padai.numerics.intervals import mean_interval
from padai.trends import difference
from padai.waves.lazy import wave as lazy_wave
from padai.waves.stacking import stack
from padai.waves.wave import Wave
from padai.weighting import calibrate, poststratify, rake, replicate_weights
from tests.lazy_engines import made_lazy
from tests.reference import test_domains, test_estimation, test_lonely, test_proportions
from tests.reference.model_designs import frame, lonely, references, value, wave
from tests.reference.test_domains import compare, domains
from tests.reference.test_estimation import agree, close
from tests.reference.test_replicates import DATA, KINDS, MADE, _agree, _fact, with_r_replicates
from tests.reference.test_tests import CROSSINGS, SIMPLE, _outcome
from tests.reference.test_waves import CONTRASTS, DID, trust
from tests.reference.test_weighting import CROSSED, DESIGNS, THREE, TWO, TYPES

pytest.importorskip("duckdb")
pytest.importorskip("polars")


@pytest.fixture(params=["polars", "duckdb"])
def engine(request, monkeypatch):
    """Polars tells the values of numbers apart; DuckDB sums their powers, as of many values."""
    if request.param == "duckdb":
        monkeypatch.setattr(lazy_wave, "FEW_VALUES", 8)
    return request.param


def found(file, *starts):
    return [key for key in references(file) if key.split(".")[0] in starts]


def lazily(key, engine):
    return made_lazy(wave(key.split(".")[1]), engine)


@pytest.mark.parametrize("key", found("estimation", *test_estimation.CALLS))
def test_means_and_totals(key, engine):
    call = test_estimation.CALLS[key.split(".")[0]]
    agree(call(lazily(key, engine)), value("estimation", key))


@pytest.mark.parametrize("key", found("estimation", "ratio", "ratio2"))
def test_ratios(key, engine):
    pair = ("api.stu", "enroll") if key.startswith("ratio.") else ("api00", "api99")
    got, expected = ratio(lazily(key, engine), *pair), value("estimation", key)
    close(got.frame["estimate"][0], expected["estimate"]["values"][0][0])
    close(got.frame["std_error"][0], expected["se"]["values"][0][0])
    close(got.cov()[0, 0], expected["var"]["values"][0][0])


@pytest.mark.parametrize("key", found("estimation", "mean_deff_replace"))
def test_design_effects(key, engine):
    est, expected = mean(lazily(key, engine), ["api00", "meals"]), value("estimation", key)
    agree(est, expected)
    close(est.frame["deff"], expected["deff"])
    close(est.frame["n_eff"], est.frame["n_base"] / expected["deff"])


@pytest.mark.parametrize("key", found("estimation", "confint_t", "cv", "degf"))
def test_intervals_variation_and_degrees(key, engine):
    est, expected = mean(lazily(key, engine), "api00").frame, value("estimation", key)["values"]
    what = key.split(".")[0]
    if what == "degf":
        assert est["df"][0] == expected[0]
    elif what == "cv":
        close(est["cv"][0], expected[0][0])
    else:
        close(est[["conf_low", "conf_high"]].to_numpy(), expected)


@pytest.mark.parametrize("key", found("proportions", *test_proportions.CALLS))
def test_shares(key, engine):
    est, expected = (
        test_proportions.CALLS[key.split(".")[0]](lazily(key, engine)),
        value("proportions", key),
    )
    close(est.frame["estimate"], expected["estimate"])
    size = np.asarray(expected["estimate"])
    assert est.frame["std_error"].to_numpy() / size == pytest.approx(
        np.array(expected["se"]) / size, abs=1e-9
    )
    both = np.outer(size, size)
    assert est.cov() / both == pytest.approx(np.array(expected["vcov"]) / both, abs=1e-9)


@pytest.mark.parametrize("key", found("proportions", "ciprop_xlogit", "ciprop90_xlogit"))
def test_closed_logit(key, engine):
    w, variable, code, _, level = test_proportions._parts(key)
    row = proportion(made_lazy(w, engine), variable, net=code, level=level).frame.iloc[0]
    expected = value("proportions", key)["ci"]
    assert row[["conf_low", "conf_high"]].tolist() == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("key", found("domains", *test_domains.CALLS))
def test_domains_of(key, engine):
    call = test_domains.CALLS[key.split(".")[0]]
    est, expected = call(lazily(key, engine)), value("domains", key)
    rows = domains(est, "stype")
    compare(est, rows, expected)
    table = est.frame.iloc[rows]
    infinite = np.full(len(rows), np.inf)
    low, high = mean_interval(table["estimate"], table["std_error"], infinite, 0.95)
    close(np.stack([low, high], axis=1), expected["confint"])


@pytest.mark.parametrize("key", found("domains", "by_mean2"))
def test_crossed_domains(key, engine):
    est = mean(lazily(key, engine), ["api00", "meals"], by="sch.wide*stype")
    compare(est, est.rows(breakdown="sch.wide*stype"), value("domains", key))


@pytest.mark.parametrize("key", found("domains", "contrast_EH", "contrast_nonlinear"))
def test_contrasts(key, engine):
    est, expected = mean(lazily(key, engine), "api00", by="stype"), value("domains", key)
    if key.startswith("contrast_EH"):
        row = est.contrast({"EH": {"E": 1, "H": -1}}).frame.iloc[0]
    else:
        row = est.function(lambda t: np.log(t[0] / t[1]), [1, 2]).frame.iloc[0]
    close([row["estimate"], row["std_error"]], [expected["estimate"][0], expected["se"][0]])


@pytest.mark.parametrize("key", found("domains", "subset_mean", "subset_total"))
def test_subsets(key, engine):
    w, inside = lazily(key, engine), test_domains.INSIDE
    ask, name = (mean, "api00") if key.startswith("subset_mean") else (total, "api.stu")
    agree(ask(w, name, where=inside), value("domains", key))


@pytest.mark.parametrize(
    "key", found("lonely", *(f"{c}_{p}" for c in test_lonely.CALLS for p in test_lonely.POLICIES))
)
def test_lonely_psus(key, engine):
    what, design = key.split(".")
    call, policy = what.split("_")
    w = made_lazy(lonely(design, policy), engine)
    est, expected = test_lonely.CALLS[call](w), value("lonely", key)
    if call == "by":
        compare(est, est.rows(breakdown="sch.wide"), expected)
    else:
        agree(est, expected)


@pytest.mark.parametrize("key", found("tests", *(f"chisq_{s}" for s in SIMPLE), *CROSSINGS))
def test_association(key, engine):
    what, design = key.split(".")
    row, column = CROSSINGS.get(what, ("sch.wide", "stype"))
    statistic = "F" if what in CROSSINGS else what.removeprefix("chisq_")
    got = crosstab_test(made_lazy(wave(design), engine), row, column, statistic=statistic)
    expected, parameter, p = _outcome(value("tests", key))
    assert got.statistic == pytest.approx(expected, rel=1e-9)
    assert got.p_value == pytest.approx(p, rel=1e-9)
    degrees = [got.df] if len(parameter) == 1 else [got.df, got.df_denominator]
    assert degrees == pytest.approx(parameter, rel=1e-9)


WEIGHTED = {
    "post": lambda w: poststratify(w, {"stype": TYPES}),
    "post_cross": lambda w: poststratify(w, {"stype*sch.wide": CROSSED}, min_cell=1),
    "cal_linear": lambda w: calibrate(w, {"stype": TYPES}, rescale=False, min_cell=1),
    "cal_formula_list": lambda w: calibrate(w, TWO, method="raking", rescale=False, min_cell=1),
}


@pytest.mark.parametrize("method", WEIGHTED)
@pytest.mark.parametrize("design", DESIGNS)
def test_weighted(method, design, engine):
    """Estimates and standard errors after weighting on the cells of the margins."""
    w = WEIGHTED[method](made_lazy(wave(design), engine))
    asked = {
        "mean": mean(w, ["api00", "meals"]),
        "total": total(w, "api.stu"),
        "prop": proportion(w, ["awards", "stype"]),
        "by": mean(w, "api00", by="stype"),
    }
    for what, est in asked.items():
        ref = value("weighting", f"{method}.{design}.{what}")
        rows = est.rows(breakdown="stype") if what == "by" else np.arange(len(est))
        table = est.frame.iloc[rows]
        assert table["estimate"].to_numpy() == pytest.approx(ref["estimate"], rel=1e-8)
        se, wanted = table["std_error"].to_numpy(), np.array(ref["se"])
        floor = 1e-8 * table["estimate"].abs().max()
        assert (se[wanted <= floor] <= floor).all()
        assert se[wanted > floor] == pytest.approx(wanted[wanted > floor], rel=1e-8)


@pytest.mark.parametrize("method", ["rake2", "rake3"])
@pytest.mark.parametrize("design", DESIGNS)
def test_raked_estimates(method, design, engine):
    """R's ``rake`` has other standard errors; its estimates are these."""
    w = rake(made_lazy(wave(design), engine), TWO if method == "rake2" else THREE)
    for what, est in {"mean": mean(w, ["api00", "meals"]), "total": total(w, "api.stu")}.items():
        ref = value("weighting", f"{method}.{design}.{what}")
        assert est.frame["estimate"].to_numpy() == pytest.approx(ref["estimate"], rel=1e-8)


@pytest.mark.parametrize("kind", KINDS)
def test_replicates(kind, engine, monkeypatch):
    eager = with_r_replicates(kind)
    own = eager.design.replicates
    declared = Replicates(
        prefix=own.prefix,
        scale=own.scale,
        rscales=own.rscales,
        mse=own.mse,
        degf=int(_fact(kind, "degf")[0]),
    )
    monkeypatch.setattr(lazy_wave, "FEW_VALUES", 1000)
    w = made_lazy(Wave(eager.frame, Design(weight="weight", replicates=declared)), engine)
    est = mean(w, ["api00", "meals"])
    assert est.frame["df"].iloc[0] == _fact(kind, "degf")[0]
    _agree(est, value("replicates", f"mean.rep_{kind}"))
    _agree(total(w, "api.stu"), value("replicates", f"total.rep_{kind}"))
    _agree(proportion(w, "stype", ci="mean"), value("replicates", f"prop.rep_{kind}"))


@pytest.mark.parametrize("kind", [k for k, (design, *_) in MADE.items() if design.psu_columns])
def test_replicates_of_our_own(kind, engine, monkeypatch):
    """R's jackknife and half samples are ours too; from psus, not from respondents."""
    monkeypatch.setattr(lazy_wave, "FEW_VALUES", 1000)
    design, name, how = MADE[kind]
    eager = replicate_weights(Wave(frame(DATA[kind]), design), name, **how)
    lazy = replicate_weights(made_lazy(Wave(frame(DATA[kind]), design), engine), name, **how)
    for ask in (
        lambda w: mean(w, ["api00", "meals"], by="awards"),
        lambda w: proportion(w, "stype"),
    ):
        close(ask(lazy).frame["std_error"], ask(eager).frame["std_error"])


@pytest.mark.parametrize("fpc", [None, "fpc"])
def test_waves_in_one_design(fpc, engine):
    data, key = frame("api_waves"), "dwf" if fpc else "dw"
    design = Design(weight="pw", stratum="stype", fpc=fpc)
    waves = [made_lazy(Wave(data[data["wave"] == k], design, id=str(k)), engine) for k in (1, 2, 3)]
    both = stack(waves, overlap="none")
    compare(trust(both), np.arange(3), value("waves", f"by_wave.{key}"))
    est = trust(both, by="group")
    rows = np.concatenate([est.rows(group="low"), est.rows(group="high")])
    compare(est, rows, value("waves", f"by_wave_group.{key}"))
    for name, asked in CONTRASTS.items():
        places = {n: {int(w) - 1: c for w, c in part.items()} for n, part in asked.items()}
        got, expected = trust(both).contrast(places), value("waves", f"{name}.{key}")
        close(got.values.estimate, expected["estimate"])
        close(got.values.std_error, expected["se"])
    expected = value("waves", f"diff_in_diff.{key}")
    row = est.contrast({"did": DID}).frame.iloc[0]
    close([row["estimate"], row["std_error"]], [expected["estimate"][0], expected["se"][0]])
    change, ref = difference(trust(both), "2", "1").frame.iloc[0], value("waves", f"diff_12.{key}")
    close([change["estimate"], change["std_error"]], [ref["estimate"][0], ref["se"][0]])


def test_lonely_stratum_is_refused(engine):
    with pytest.raises(DesignError, match="only one psu at stage 1"):
        mean(made_lazy(lonely("dlon", "fail"), engine), "api00")
