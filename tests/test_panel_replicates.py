"""A longitudinal weight has replicates of its own: against a plain loop over them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.design import Bootstrap, Design, Fay, Replicates
from padai.errors import ComparisonError, DataError, DefinitionError, DesignError
from padai.trends.panel import paired_change, turnover
from padai.waves import Wave
from tests.builders import mini, respondents

PSUS, EACH, COUNT = 20, 10, 60
BEFORE, AFTER = (Bootstrap(prefix=name) for name in ("bw", "lbw"))


def many(prefix: str, values: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame(values, columns=[f"{prefix}{r}" for r in range(COUNT)])


def panel(
    weight: str = "w", replicates: Replicates | None = BEFORE, **columns: object
) -> list[Wave]:
    """Two hundred people of 20 towns that the file does not name; four in five come back.

    Answers change by town. The replicates draw towns, n - 1 of n, as a bureau that hides its psus.
    """
    draw = np.random.default_rng(5)
    n = PSUS * EACH
    town = np.repeat(np.arange(PSUS), EACH)
    first = (draw.random(n) < 0.5).astype(float)
    moved = draw.random(n) < np.where(town % 5 > 2, 0.9, 0.05)
    last = np.where(moved, 1.0, first)
    w, lw = draw.uniform(0.5, 2, n), draw.uniform(0.5, 2, n)
    stays = np.arange(n) % 5 > 0
    drawn = draw.multinomial(PSUS - 1, np.full(PSUS, 1 / PSUS), size=COUNT).T
    factors = (drawn * PSUS / (PSUS - 1))[town]
    later = draw.multinomial(PSUS - 1, np.full(PSUS, 1 / PSUS), size=COUNT).T
    own = (later * PSUS / (PSUS - 1))[town]
    one = pd.DataFrame({"who": np.arange(n), "q": first, "w": w, "sex": np.arange(n) % 2})
    two = pd.DataFrame({"who": np.arange(n), "q": last, "w": w * 1.1, "sex": np.arange(n) % 2})
    two["lw"] = np.where(stays, lw, np.nan)
    kept = np.where(stays, 1.0, np.nan)[:, None]
    one = one.join(many("bw", w[:, None] * factors))
    two = two.join(many("bw", 1.1 * w[:, None] * factors))
    two = two.join(many("lbw", lw[:, None] * own * kept)).join(many("factor", own * kept))
    two = two[stays | (np.arange(n) % 2 == 0)].assign(**columns)
    design = Design(weight=weight, id="who", replicates=replicates)
    return [Wave(one, design, id="1"), Wave(two.sample(frac=1, random_state=1), design, id="2")]


def joined(waves: list[Wave]) -> pd.DataFrame:
    one, two = (wave.frame for wave in waves)
    both = one.merge(two, on="who", suffixes=("", "_after"))
    return both[both["lw"].notna()]


def by_loop(waves: list[Wave], value: pd.Series, where: pd.Series | None = None) -> float:
    """The bootstrap variance of a weighted mean, one replicate at a time."""
    both = joined(waves)
    inside = np.ones(len(both), dtype=bool) if where is None else where.to_numpy(bool)
    y = value.to_numpy(float)[inside]
    means = []
    for r in range(COUNT):
        weights = both[f"lbw{r}"].to_numpy()[inside]
        means.append(sum(weights * y) / sum(weights))
    centre = sum(means) / COUNT
    return float(np.sqrt(sum((m - centre) ** 2 for m in means) / (COUNT - 1)))


def test_paired_change_is_the_loop_over_the_longitudinal_replicates() -> None:
    waves = panel()
    found = paired_change(*waves, "q", net="1", weight="lw", replicates=AFTER, by="sex").frame
    both = joined(waves)
    change = both["q_after"] - both["q"]
    rows = found.set_index("group")
    assert rows.loc["total", "estimate"] == pytest.approx(np.average(change, weights=both["lw"]))
    assert rows.loc["total", "std_error"] == pytest.approx(by_loop(waves, change), rel=1e-10)
    assert rows.loc["1", "std_error"] == pytest.approx(
        by_loop(waves, change, both["sex"] == 1), rel=1e-10
    )
    # 20 towns, whatever the number of people or replicates.
    assert rows.loc["total", "df"] == PSUS - 1


def test_turnover_is_the_loop_over_the_longitudinal_replicates() -> None:
    waves = panel()
    found = turnover(*waves, "q", weight="lw", replicates=AFTER).frame
    both = joined(waves)
    for row in found.to_dict("records"):
        old, new = both["q"] == float(row["before"]), both["q_after"] == float(row["after"])
        assert row["std_error"] == pytest.approx(by_loop(waves, old & new), rel=1e-10)
        assert row["of_before_std_error"] == pytest.approx(by_loop(waves, new, old), rel=1e-10)
        assert row["df"] == PSUS - 1


def test_rows_are_not_independent() -> None:
    """What the verbs said before: the people of a town counted as strangers."""
    waves = panel()
    found = paired_change(*waves, "q", net="1", weight="lw", replicates=AFTER).frame.iloc[0]
    plain = panel(replicates=None)
    rows = paired_change(*plain, "q", net="1", weight="lw").frame.iloc[0]
    assert found["std_error"] > 1.3 * rows["std_error"]
    assert (found["df"], rows["df"]) == (PSUS - 1, rows["n_base"] - 1)


def test_factors_multiply_the_longitudinal_weight() -> None:
    waves = panel()
    factors = Bootstrap(prefix="factor", combined=False)
    one, other = (
        paired_change(*waves, "q", net="1", weight="lw", replicates=r).frame
        for r in (AFTER, factors)
    )
    pd.testing.assert_frame_equal(one, other, rtol=1e-12)


def test_replicates_serve_where_the_wave_has_none() -> None:
    """The file of the earlier wave may come without any: those of the weight are used alike."""
    one = paired_change(*panel(), "q", net="1", weight="lw", replicates=AFTER).frame
    other = paired_change(
        *panel(replicates=None), "q", net="1", weight="lw", replicates=AFTER
    ).frame
    pd.testing.assert_frame_equal(one, other, rtol=1e-12)


@pytest.mark.parametrize("verb", [paired_change, turnover])
def test_a_longitudinal_weight_without_replicates_is_refused(verb) -> None:
    waves = panel()
    with pytest.raises(ComparisonError, match=r"'lw' has none of its own.*replicates=padai"):
        verb(*waves, "q", **({} if verb is turnover else {"net": "1"}), weight="lw")


@pytest.mark.parametrize("which", [0, 1])
def test_so_it_is_where_one_of_the_two_waves_has_replicates(which: int) -> None:
    waves, bare = panel(), panel(replicates=None)
    waves[which] = bare[which]
    with pytest.raises(ComparisonError, match=f"wave '{2 - which}' has replicate weights"):
        turnover(*waves, "q", weight="lw")


def test_replicates_made_here_leave_linearisation_as_a_way_out() -> None:
    waves = [padai.replicate_weights(w, "raowu", n=20, seed=1) for w in panel(replicates=None)]
    with pytest.raises(ComparisonError, match="without_replicates"):
        turnover(*waves, "q", weight="lw")
    linear = turnover(*(w.without_replicates() for w in waves), "q", weight="lw").frame
    pd.testing.assert_frame_equal(linear, turnover(*panel(replicates=None), "q", weight="lw").frame)


def test_the_weights_of_the_wave_before_keep_their_replicates() -> None:
    waves = panel()
    found = paired_change(*waves, "q", net="1", weight=None).frame.iloc[0]
    one, two = (wave.frame.set_index("who") for wave in waves)
    both = one.loc[two.index.intersection(one.index)]
    change = two.loc[both.index, "q"] - both["q"]
    means = [np.average(change, weights=both[f"bw{r}"]) for r in range(COUNT)]
    assert found["std_error"] == pytest.approx(np.std(means, ddof=1), rel=1e-10)


def test_what_are_no_replicates_of_the_weight() -> None:
    waves = panel()
    with pytest.raises(ComparisonError, match="those of the weight of wave '1'"):
        turnover(*waves, "q", weight="lw", replicates=BEFORE)
    with pytest.raises(ComparisonError, match=r"weight=None takes"):
        turnover(*waves, "q", weight=None, replicates=AFTER)
    with pytest.raises(DataError, match=r"longitudinal weight 'lw'.*'nothing'"):
        turnover(*waves, "q", weight="lw", replicates=Bootstrap(prefix="nothing"))
    for given in ("lbw", ["lbw1", "lbw2"]):
        with pytest.raises(DesignError, match=r"padai.Bootstrap\(prefix='rw'\)"):
            turnover(*waves, "q", weight="lw", replicates=given)
        with pytest.raises(DesignError, match=r"padai.Bootstrap\(prefix='rw'\)"):
            Design(weight="w", replicates=given)
    blank = panel(lbw3=np.nan)
    with pytest.raises(DesignError, match=r"longitudinal weight 'lw'.*missing"):
        turnover(*blank, "q", weight="lw", replicates=AFTER)


# --- as the definition declares it ---------------------------------------------------------------

DESIGN = "design: {id: id, weight: w}"
DECLARED = """design:
      id: id
      weight: w
      replicates: {kind: fay, prefix: bw, rho: 0.3}
      longitudinal_weight: lw
      longitudinal_replicates: {kind: fay, prefix: lbw, rho: 0.3}"""


def declared(folder: Path, design: str) -> list[Wave]:
    frames = {}
    for k, wave in enumerate(("2024", "2025")):
        draw = np.random.default_rng(k)
        frame = respondents(200, seed=k + 1)
        frame["lw"] = np.where(np.arange(200) < 120, draw.uniform(0.5, 2, 200), np.nan)
        factors = draw.choice([0.3, 1.7], (200, 16))
        for r in range(16):
            frame[f"bw{r}"] = frame["w"] * factors[:, r]
            frame[f"lbw{r}"] = frame["lw"] * factors[:, r]
        frames[wave] = frame
    change = {DESIGN: design, "overlap: none": "overlap: respondent"}
    survey = padai.load_survey(mini(folder, frames, replace=change))
    return [padai.read_wave(survey, wave) for wave in survey.waves]


def test_the_definition_declares_both_sets(tmp_path: Path) -> None:
    waves = declared(tmp_path, DECLARED)
    for wave in waves:
        assert wave.design.replicates == Fay(prefix="bw", rho=0.3)
        assert wave.sample.replicates is not None
    found = paired_change(*waves, "trust", net="trust")
    named = paired_change(
        *waves, "trust", net="trust", weight="lw", replicates=Fay(prefix="lbw", rho=0.3)
    )
    pd.testing.assert_frame_equal(found.frame, named.frame)
    # The same column by name has the replicates that are declared for it.
    again = paired_change(*waves, "trust", net="trust", weight="lw")
    pd.testing.assert_frame_equal(found.frame, again.frame)
    assert found.provenance["without_weight"] == 80
    clean = padai.validate(waves[1], stage="delivered")
    strange = {i.column for i in clean.items if str(i.column).startswith(("bw", "lbw", "lw"))}
    assert not strange


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("      longitudinal_replicates: {kind: fay, prefix: lbw, rho: 0.3}", "'lw' has no repl"),
        ("      longitudinal_weight: lw\n", "are of a longitudinal weight"),
    ],
)
def test_a_definition_that_says_half_is_refused(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(DefinitionError, match=said):
        declared(tmp_path, DECLARED.replace(line, ""))


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        ("{kind: fay}", "`prefix` or `columns`"),
        ("{kind: fay, prefix: bw, columns: [bw0]}", "`prefix` or `columns`"),
        ("{kind: other, prefix: bw}", "need the `scale`"),
        ("{kind: jkn, prefix: bw}", "need `rscales`"),
        ("{kind: bootstrapp, prefix: bw}", "kind"),
    ],
)
def test_replicates_that_are_not_said_whole_are_refused(
    tmp_path: Path, spec: str, said: str
) -> None:
    wrong = DECLARED.replace("{kind: fay, prefix: bw, rho: 0.3}", spec)
    with pytest.raises(DefinitionError, match=said):
        declared(tmp_path, wrong)


def test_a_blank_replicate_is_a_finding_and_no_wave(tmp_path: Path) -> None:
    def delivered() -> list[Wave]:
        return declared(tmp_path, DECLARED)

    delivered()
    data = next(tmp_path.rglob("*2025.csv"))
    frame = pd.read_csv(data)
    if "bw3" not in frame:  # the targets' file
        data = next(p for p in tmp_path.rglob("*2025.csv") if "bw3" in p.read_text()[:4000])
        frame = pd.read_csv(data)
    frame.loc[4, "bw3"] = np.nan
    frame.to_csv(data, index=False)
    survey = padai.load_survey(next(tmp_path.rglob("survey.yaml")).parent)
    from padai.waves.reading import read_delivery

    found = padai.validate(read_delivery(survey, "2025"), stage="delivered")
    assert [i.column for i in found.items if i.check == "design_missing"] == ["bw3"]
    with pytest.raises(DesignError, match="1 values are missing"):
        padai.read_wave(survey, "2025")
