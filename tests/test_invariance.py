"""Items that mean something else to some: planted and found, and the pseudo-R2 of another program."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import padai
from padai.design import Design
from padai.errors import EstimationError
from padai.trends.index import with_index
from padai.trends.invariance import invariance
from padai.waves import Wave

ITEMS = ["a", "b", "c", "e", "f", "d"]
RANGES = dict.fromkeys(ITEMS, (1.0, 5.0))


def people(name: str, shift: float, first: int, n: int = 400, lasting: float = 0.0) -> Wave:
    """Six items of one factor; the last is shifted by what is not the factor."""
    draw = np.random.default_rng(first)
    factor = draw.normal(size=n) + lasting
    raw = factor[:, None] + 0.7 * draw.normal(size=(n, 6))
    raw[:, 5] += shift
    items = pd.DataFrame(np.clip(np.round(raw) + 3, 1, 5), columns=ITEMS)
    items = items.assign(who=np.arange(first, first + n), w=draw.uniform(0.5, 2, n))
    return Wave(
        items.assign(lang=draw.choice(["fr", "en"], n)), Design(weight="w", id="who"), id=name
    )


def both(shift: float, lasting: float = 0.0) -> padai.Stack:
    waves = [people("1", 0.0, 1), people("2", shift, 5000, lasting=lasting)]
    return padai.stack(waves, overlap="none")


def test_a_planted_item_is_found() -> None:
    found = invariance(both(1.2), ITEMS, ranges=RANGES)
    assert found.failed == ("d",)
    assert found.kept == ("a", "b", "c", "e", "f")
    row = found.frame.set_index("item").loc["d"]
    assert row["p_adjusted"] < 0.001
    assert row["r2_gain"] > 0.02
    assert row["df"] == 2
    without = with_index(both(1.2), "i", found.kept, ranges={k: RANGES[k] for k in found.kept})
    assert padai.trend(without, "i", net="mean").frame["estimate"].notna().all()


def test_a_change_of_what_is_measured_is_no_failure() -> None:
    """The factor itself rises: all items move together, and none fails."""
    assert invariance(both(0.0, lasting=0.7), ITEMS, ranges=RANGES).failed == ()
    assert invariance(people("1", 0.0, 1), ITEMS, by="lang", ranges=RANGES).failed == ()


def test_the_gain_is_that_of_another_program() -> None:
    from statsmodels.miscmodels.ordinal_model import OrderedModel

    waves = both(1.0)
    bare = padai.stack(
        [Wave(w.frame, Design(id="who"), id=w.id) for w in waves.waves], overlap="none"
    )
    row = invariance(bare, ITEMS, ranges=RANGES).frame.set_index("item").loc["d"]
    data = bare.frame
    rest = (data[["a", "b", "c", "e", "f"]].mean(axis=1) - 1) / 4
    late = (data["wave"] == 2).astype(float)
    y = pd.Series(pd.Categorical(data["d"], ordered=True))
    base = pd.DataFrame({"rest": rest})
    more = base.assign(late=late, both=late * rest)
    fits = [OrderedModel(y, x, distr="logit").fit(method="bfgs", disp=False) for x in (base, more)]
    shares = data["d"].value_counts(normalize=True)
    null = len(data) * float((shares * np.log(shares)).sum())
    assert row["r2_gain"] == pytest.approx((fits[0].llf - fits[1].llf) / null, rel=1e-4)


def test_rows_may_stand_in_any_order() -> None:
    """A wave sorts its rows by identifier; nobody gave a mask that would be of other rows."""
    wave = people("1", 1.0, 1)
    turned = Wave(wave.to_pandas().sample(frac=1, random_state=2), wave.design, id="1")
    one, other = (invariance(w, ITEMS, by="lang", ranges=RANGES).frame for w in (wave, turned))
    pd.testing.assert_frame_equal(one, other, rtol=1e-9)


def test_who_skipped_an_item_weighs_nothing_in_the_gain() -> None:
    """Both deviances and that of shares alone are of the same people, by the same weights."""
    wave = people("1", 1.0, 1)
    frame = wave.to_pandas()
    skipped = frame.head(90).assign(a=np.nan, w=9.0, who=np.arange(9000, 9090))
    more = Wave(pd.concat([frame, skipped]), wave.design, id="1")
    gain, other = (
        invariance(w, ITEMS, by="lang", ranges=RANGES).frame["r2_gain"] for w in (wave, more)
    )
    assert other.to_numpy() == pytest.approx(gain.to_numpy(), rel=1e-9)


def test_what_cannot_be_compared() -> None:
    with pytest.raises(EstimationError, match="two others"):
        invariance(both(0), ["a", "b"], ranges={k: RANGES[k] for k in "ab"})
    one = people("1", 0.0, 1)
    alone = Wave(one.frame.assign(lang="fr"), one.design, id="1")
    with pytest.raises(EstimationError, match="two groups"):
        invariance(alone, ITEMS, by="lang", ranges=RANGES)
