"""The multilevel model without a prior against R's lme4."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.special import expit, gammaln

from padai.numerics.multilevel import fit_multilevel
from padai.numerics.multilevel_mode import BinomialCells
from tests.r_answers import r_numbers

_R = """
suppressMessages(library(lme4))
d <- read.csv(commandArgs(trailingOnly = TRUE)[1])
tight <- glmerControl(optimizer = "bobyqa", tolPwrss = 1e-12,
                      optCtrl = list(rhoend = 1e-10, maxfun = 1e5))
show <- function(name, x) cat(name, formatC(x, digits = 12, format = "g"), "\\n")
f <- glmer(cbind(y, m - y) ~ s + z + (1 | a) + (1 | g) + (1 | ag), data = d, family = binomial,
           control = tight)
show("logLik", as.numeric(logLik(f)))
show("coef", fixef(f)); show("a", ranef(f)$a[, 1]); show("g", ranef(f)$g[, 1])
show("ag", ranef(f)$ag[, 1]); show("sd", getME(f, "theta")[c("a.(Intercept)", "g.(Intercept)",
                                                             "ag.(Intercept)")])
show("fitted", fitted(f))
f <- glmer(cbind(y, m - y) ~ s + z + (1 | a), data = d, family = binomial, nAGQ = 15,
           control = tight)
show("logLik1", as.numeric(logLik(f))); show("coef1", fixef(f)); show("a1", ranef(f)$a[, 1])
show("sd1", getME(f, "theta"))
"""


@pytest.fixture(scope="module")
def cells_and_r(tmp_path_factory: pytest.TempPathFactory):
    rng = np.random.default_rng(12)
    a, g, s = (x.ravel() for x in np.meshgrid(*map(np.arange, (17, 4, 2)), indexing="ij"))
    z = rng.normal(size=17)[a]
    m = rng.integers(3, 40, len(a))
    eta = 0.1 + 0.3 * s + 0.2 * z + rng.normal(0, 0.4, 17)[a] + rng.normal(0, 0.5, 4)[g]
    y = rng.binomial(m, expit(eta + rng.normal(0, 0.3, (17, 4))[a, g]))
    path = Path(tmp_path_factory.mktemp("lme4")) / "cells.csv"
    pd.DataFrame({"y": y, "m": m, "a": a, "g": g, "s": s, "z": z, "ag": a * 4 + g}).to_csv(
        path, index=False, float_format="%.17g"
    )
    X = np.column_stack([np.ones(len(a)), s, z])
    cells = BinomialCells(y.astype(float), m.astype(float), X, (a, g, a * 4 + g), (17, 4, 68))
    return cells, r_numbers(_R, str(path))


@pytest.mark.needs("lme4")
def test_laplace_is_lme4s(cells_and_r) -> None:
    cells, R = cells_and_r
    fit = fit_multilevel(cells, prior=False)
    y, m = cells.yes, cells.people
    ways = (gammaln(m + 1) - gammaln(y + 1) - gammaln(m - y + 1)).sum()
    assert fit.log_likelihood + ways == pytest.approx(R["logLik"][0], abs=1e-6)
    assert fit.coef == pytest.approx(R["coef"], abs=1e-4)
    assert fit.effects == pytest.approx([*R["a"], *R["g"], *R["ag"]], abs=1e-4)
    assert fit.deviations == pytest.approx(R["sd"], abs=1e-4)
    shares = expit(fit.eta(cells.X, cells.effects, cells.sizes))
    assert shares == pytest.approx(R["fitted"], abs=1e-4)


@pytest.mark.needs("lme4")
def test_quadrature_is_lme4s(cells_and_r) -> None:
    """With quadrature, lme4's log likelihood is that of the saturated model apart."""
    cells, R = cells_and_r
    one = BinomialCells(cells.yes, cells.people, cells.X, cells.effects[:1], cells.sizes[:1])
    fit = fit_multilevel(one, prior=False, points=15)
    p = one.yes / one.people
    with np.errstate(divide="ignore", invalid="ignore"):
        whole = np.nansum(one.yes * np.log(p)) + np.nansum((one.people - one.yes) * np.log(1 - p))
    assert fit.log_likelihood - whole == pytest.approx(R["logLik1"][0], abs=1e-6)
    assert fit.coef == pytest.approx(R["coef1"], abs=1e-4)
    assert fit.effects == pytest.approx(R["a1"], abs=1e-4)
    assert fit.deviations == pytest.approx(R["sd1"], abs=1e-4)
