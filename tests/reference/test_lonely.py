"""Strata with one psu: R's five policies, and domains that show one psu. Closed forms, 1e-9."""

from __future__ import annotations

import pytest

from padai.design import Design
from padai.errors import DesignError
from padai.estimation.moments import mean, total
from padai.estimation.proportions import proportion
from padai.numerics.degrees import degrees_of_freedom
from padai.waves.wave import Wave
from tests.reference.model_designs import compared, frame, keys, lonely, value
from tests.reference.test_domains import compare
from tests.reference.test_estimation import agree

POLICIES = ("certainty", "adjust", "average", "remove")
CALLS = {
    "mean": lambda w: mean(w, ["api00", "meals"]),
    "total": lambda w: total(w, "api.stu"),
    "prop": lambda w: proportion(w, "awards"),
    "by": lambda w: mean(w, "api00", by="sch.wide"),
}


def _parts(key):
    what, design = key.split(".")
    call, policy = what.split("_")
    return call, lonely(design, policy)


@pytest.mark.parametrize(
    "key", keys("lonely", *(f"{call}_{policy}" for call in CALLS for policy in POLICIES))
)
def test_policies(key):
    call, w = _parts(key)
    est, expected = CALLS[call](w), value("lonely", key)
    if call == "by":
        compare(est, est.rows(breakdown="sch.wide"), expected)
    else:
        agree(est, expected)


@pytest.mark.parametrize("key", keys("lonely", *(f"{call}_fail" for call in CALLS)))
def test_refused(key):
    """R stops; so does padai, and says which strata and what to do."""
    call, w = _parts(key)
    with pytest.raises(DesignError, match=r"only one psu at stage 1 \('(H|8)'\).*lonely_psu"):
        CALLS[call](w)


@pytest.mark.parametrize("key", keys("lonely", *(f"degf_{p}" for p in ("fail", *POLICIES))))
def test_degrees_of_freedom(key):
    _, w = _parts(key)
    assert degrees_of_freedom(w.sample) == value("lonely", key)["values"][0]


LEFT = compared(
    "lonely", [f"domain_{p}_{d}" for p in ("adjust", "average") for d in ("TRUE", "FALSE")]
)


@pytest.mark.parametrize("key", LEFT)
def test_a_domain_leaves_one_psu(key):
    policy, of_domains = key.split("_")[1:]
    data = frame("apilonely_clus").query("pstr < 8")
    design = Design(
        weight="pw",
        stratum="pstr",
        psu="dnum",
        lonely_psu=policy,
        lonely_domain=of_domains == "TRUE",
    )
    w = Wave(data, design)
    inside = (w.frame["dnum"] != 61).to_numpy()
    expected = value("lonely", key)
    agree(mean(w, "api00", where=inside), expected)
    kept = Wave(data.assign(inside=data["dnum"] != 61, one=1), design)
    table = proportion(kept, "awards", by="inside")
    row = table.rows(group="True", response="Yes")
    dense = table.cov(row)[0, 0] ** 0.5
    assert table.frame["std_error"][row[0]] == pytest.approx(dense, rel=1e-12)
