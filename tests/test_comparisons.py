"""Tests of association, of means and ranks, of contrasts; column letters; quantiles of a wave."""

from __future__ import annotations

import pickle

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from padai.design import Design
from padai.errors import DataError, DefinitionError, EstimationError
from padai.estimation.comparisons import ranktest, ttest, wald_test
from padai.estimation.crosstabs import crosstab_test
from padai.estimation.letters import column_letters
from padai.estimation.models import glm
from padai.estimation.moments import mean
from padai.estimation.proportions import proportion
from padai.estimation.quantiles import quantile
from padai.results import COLUMNS
from padai.waves.stacking import stack
from padai.waves.wave import Wave

N = 300


@pytest.fixture(scope="module")
def wave():
    rng = np.random.default_rng(21)
    frame = pd.DataFrame(
        {
            "w": rng.uniform(0.5, 2.0, N),
            "h": rng.choice(["n", "s"], N),
            "c": rng.integers(0, 30, N),
            "q": rng.choice([1, 2, 3], N),
            "group": rng.choice(["a", "b", "c"], N),
            "sex": rng.choice(["F", "M"], N),
            "age": rng.integers(18, 90, N).astype(float),
        }
    )
    frame.loc[:19, "age"] = np.nan
    return Wave(frame, Design(weight="w", stratum="h", psu="c"))


class TestAssociation:
    def test_rows_and_columns_may_change_places(self, wave):
        one, other = crosstab_test(wave, "q", "group"), crosstab_test(wave, "group", "q")
        assert other.statistic == pytest.approx(one.statistic, rel=1e-10)
        assert other.p_value == pytest.approx(one.p_value, rel=1e-10)
        assert one.n == N

    def test_a_code_that_no_one_has_changes_nothing(self, wave):
        frame = wave.frame.assign(q=lambda d: pd.Categorical(d["q"], [9, 1, 2, 3]))
        more = crosstab_test(Wave(frame, wave.design), "q", "group")
        assert more.statistic == pytest.approx(crosstab_test(wave, "q", "group").statistic)
        assert more.provenance["codes"]["q"] == ("1", "2", "3")

    def test_a_domain_is_not_a_smaller_design(self, wave):
        inside = crosstab_test(wave, "q", "group", where={"sex": "F"})
        frame = wave.frame.assign(q=lambda d: d["q"].where(d["sex"] == "F"))
        assert inside.statistic == pytest.approx(
            crosstab_test(Wave(frame, wave.design), "q", "group").statistic, rel=1e-12
        )
        assert inside.n == int((wave.frame["sex"] == "F").sum())

    def test_refusals(self, wave):
        with pytest.raises(DefinitionError, match="F, Chisq"):
            crosstab_test(wave, "q", "group", statistic="G")
        with pytest.raises(EstimationError, match="'q' has 1 code among"):
            crosstab_test(wave, "q", "group", where={"q": 1})
        with pytest.raises(DataError, match="not in the data"):
            crosstab_test(wave, "q", "grupp")

    def test_no_degree_of_freedom(self, wave):
        frame = wave.frame.assign(c=lambda d: d["h"])
        with pytest.raises(EstimationError, match="no degree of freedom"):
            crosstab_test(
                Wave(frame, Design(weight="w", stratum="h", psu="c", lonely_psu="certainty")),
                "q",
                "group",
            )

    def test_too_many_empty_cells(self):
        codes = np.repeat(np.arange(4), 5)
        frame = pd.DataFrame({"a": codes, "b": codes})
        with pytest.raises(EstimationError, match="12 of 16 cells"):
            crosstab_test(Wave(frame, Design()), "a", "b")

    def test_more_cells_than_a_wald_test_has_degrees_of_freedom(self, wave):
        frame = wave.frame.assign(c=lambda d: d["c"] % 3)
        few = Wave(frame, Design(weight="w", psu="c"))
        got = crosstab_test(few, "q", "group", statistic="adjWald")
        assert np.isnan(got.p_value)
        assert got.reason


class TestMeans:
    def test_a_t_test_is_the_contrast_of_two_means(self, wave):
        got = ttest(wave, "age", "sex")
        found = mean(wave, "age", by="sex").contrast({"d": {"M": 1, "F": -1}}).frame.iloc[0]
        assert (got.estimate, got.std_error) == pytest.approx(
            (found["estimate"], found["std_error"]), rel=1e-10
        )
        # R's degrees of freedom, in a function named after R's
        assert (got.df, got.df_denominator) == (1, found["df"] - 1)
        assert got.n == N - 20

    def test_a_t_test_is_the_coefficient_of_a_line(self, wave):
        got, line = ttest(wave, "age", "sex"), glm(wave, "age ~ sex").frame.iloc[1]
        assert (got.statistic, got.p_value) == pytest.approx(
            (line["statistic"], line["p_value"]), rel=1e-9
        )

    def test_one_sample_against_a_value(self, wave):
        at = ttest(wave, "age").estimate
        assert ttest(wave, "age", null=at).p_value == pytest.approx(1.0, abs=1e-9)
        assert ttest(wave, "age", null=at - 5).estimate == at

    def test_refusals(self, wave):
        with pytest.raises(EstimationError, match="3 codes"):
            ttest(wave, "age", "group")
        with pytest.raises(EstimationError, match="other than a number in 300 rows"):
            ttest(wave, "group", "sex")
        flat = Wave(wave.frame.assign(age=40.0), wave.design)
        with pytest.raises(EstimationError, match="one value"):
            ttest(flat, "age", "sex")


class TestRanks:
    def test_equal_weights_without_clusters_are_near_the_classical_test(self):
        rng = np.random.default_rng(2)
        frame = pd.DataFrame({"y": rng.normal(size=400), "g": np.repeat(["a", "b"], 200)})
        frame.loc[frame["g"] == "b", "y"] += 0.25
        got = ranktest(Wave(frame, Design()), "y", "g")
        classical = stats.mannwhitneyu(
            frame["y"][frame["g"] == "a"], frame["y"][frame["g"] == "b"]
        ).pvalue
        assert got.p_value == pytest.approx(classical, rel=0.1)

    def test_ranks_do_not_depend_on_a_rising_scale(self, wave):
        frame = wave.frame.assign(age=lambda d: np.exp(d["age"] / 20))
        assert ranktest(Wave(frame, wave.design), "age", "sex").p_value == pytest.approx(
            ranktest(wave, "age", "sex").p_value, rel=1e-12
        )

    def test_middle_ties_do_not_depend_on_the_order_of_rows(self, wave):
        turned = Wave(wave.frame.iloc[::-1], wave.design)
        kept = [ranktest(w, "q", "sex", ties="middle").p_value for w in (wave, turned)]
        assert kept[0] == pytest.approx(kept[1], rel=1e-10)
        as_r = [ranktest(w, "q", "sex").p_value for w in (wave, turned)]
        assert as_r[0] != pytest.approx(as_r[1], rel=1e-10)

    def test_two_groups_by_the_wald_form_too(self, wave):
        t = ranktest(wave, "age", "sex")
        again = ranktest(wave, "age", "sex", scores=lambda r, n: r / n)
        assert again.statistic == pytest.approx(t.statistic, rel=1e-12)
        assert again.method != t.method

    def test_refusals(self, wave):
        with pytest.raises(DefinitionError, match="wilcoxon"):
            ranktest(wave, "age", "sex", scores="savage")
        with pytest.raises(DefinitionError, match="'rows' or 'middle'"):
            ranktest(wave, "age", "sex", ties="first")
        with pytest.raises(EstimationError, match="one code"):
            ranktest(wave, "age", "sex", where={"sex": "F"})


class TestContrasts:
    def test_one_contrast_is_its_t_squared(self, wave):
        means = mean(wave, "age", by="group")
        t = means.contrast({"d": {"b": 1, "a": -1}}).frame.iloc[0]
        got = wald_test(means, {"b": 1, "a": -1})
        assert got.statistic == pytest.approx(t["statistic"] ** 2, rel=1e-10)
        assert (got.df, got.df_denominator) == (1, t["df"])
        assert got.p_value == pytest.approx(t["p_value"], rel=1e-10)

    def test_the_adjusted_formula_and_its_rank(self, wave):
        means = mean(wave, "age", by="group")
        two = [{"b": 1, "a": -1}, {"c": 1, "a": -1}]
        got = wald_test(means, two)
        rows = means.rows(breakdown="group")
        b, V = means.frame["estimate"].to_numpy()[rows], means.cov(rows)
        C = np.array([[-1, 1, 0], [-1, 0, 1]])
        W = (C @ b) @ np.linalg.solve(C @ V @ C.T, C @ b)
        df = means.frame["df"].iloc[0]
        assert got.statistic == pytest.approx((df - 1) / (2 * df) * W, rel=1e-9)
        assert (got.df, got.df_denominator) == (2, df - 1)
        three = wald_test(means, [*two, {"b": 1, "c": -1}])
        assert three.df == 2
        assert three.p_value == pytest.approx(got.p_value, rel=1e-9)
        plain = wald_test(means, two, adjusted=False)
        assert plain.statistic == pytest.approx(W / 2, rel=1e-9)

    def test_n_is_who_answers_in_a_group_with_a_coefficient(self, wave):
        frame = wave.frame
        answers = frame["age"].notna()
        means = mean(wave, "age", by="group")
        assert wald_test(means, {"b": 1, "a": -1}).n == (answers & (frame["group"] != "c")).sum()
        assert wald_test(means, [{"b": 1, "a": -1}, {"c": 1, "a": -1}]).n == answers.sum()
        assert wald_test(means, {"total": 1, "a": -1, "b": 0}).n == answers.sum()

    def test_n_counts_no_one_twice_whatever_the_estimates_are_of(self, wave):
        shares = proportion(wave, "q")
        assert wald_test(shares, {"1": 1, "2": -1}).n == N
        medians = quantile(wave, "age", probs=[0.5], by="sex")
        assert wald_test(medians, {"F": 1, "M": -1}).n == wave.frame["age"].notna().sum()
        two = stack(
            [Wave(wave.frame, wave.design, id=name) for name in ("one", "two")], overlap="none"
        )
        trend = mean(two, "age")
        assert wald_test(trend, {"one": 1, "two": -1}).n == 2 * wave.frame["age"].notna().sum()

    def test_detached_estimates_have_no_covariance(self, wave):
        with pytest.raises(EstimationError, match="detached"):
            wald_test(mean(wave, "age", by="sex").detach(), {"F": 1, "M": -1})


@pytest.fixture(scope="module")
def table():
    # 80 of 100, 50 of 100, 60 of 100; and 5 of 5, too few.
    frame = pd.DataFrame(
        {
            "yes": [1] * 80 + [0] * 20 + [1] * 50 + [0] * 50 + [1] * 60 + [0] * 40 + [1] * 5,
            "g": ["a"] * 100 + ["b"] * 100 + ["c"] * 100 + ["d"] * 5,
        }
    )
    return proportion(Wave(frame, Design()), "yes", by="g", net={"yes": [1]})


class TestLetters:
    def said(self, table, **how):
        rows = column_letters(table, **how).frame.query("breakdown == 'g'")
        return dict(zip(rows["letter"], rows["above"], strict=True))

    def test_who_is_above_whom(self, table):
        # a - b: 30 points with a standard error of 6.4; a - c: 20; c - b: 10 (p = 0.155)
        assert self.said(table) == {"A": "B C", "B": "", "C": "", "D": ""}

    def test_small_letters_for_a_second_threshold(self, table):
        assert self.said(table, lesser_level=0.8) == {"A": "B C", "B": "", "C": "b", "D": ""}

    def test_p_values_are_adjusted_within_the_table(self, table):
        # a - c has p = 0.0018 alone: three pairs make it 0.0036 under Holm
        assert self.said(table, level=0.9975, adjust="none")["A"] == "B C"
        assert self.said(table, level=0.9975, adjust="holm")["A"] == "B"

    def test_a_group_that_is_withheld_takes_no_part_in_the_adjustment(self, table):
        # a - c alone: 0.0018, one pair where b is withheld, under any threshold that b would move
        hidden = table.frame["group"].eq("b").to_numpy()
        found = self.said(table, level=0.9975, adjust="holm", withheld=hidden)
        assert found == {"A": "C", "B": "", "C": "", "D": ""}

    def test_the_total_has_no_letter_and_the_frame_stays(self, table):
        before = table.frame.copy()
        rows = column_letters(table).frame
        assert rows.query("breakdown == 'total'")[["letter", "above"]].eq("").all(axis=None)
        assert table.frame.equals(before)

    def test_the_pairs_are_the_contrasts(self, wave):
        shares = proportion(wave, "q", by="group")
        rows = column_letters(shares, adjust="none", level=0.7).frame.query("breakdown == 'group'")
        letters = dict(zip("abc", "ABC", strict=True))
        for response in "123":
            for one in "abc":
                own = rows[(rows["response"] == response) & (rows["group"] == one)]["above"].iloc[0]
                for other in set("abc") - {one}:
                    t = shares.contrast(
                        {"d": {(response, one): 1, (response, other): -1}}
                    ).frame.iloc[0]
                    above = t["p_value"] < 0.3 and t["estimate"] > 0
                    assert (letters[other] in own.split()) == above

    def test_refusals(self, table):
        with pytest.raises(DefinitionError, match="bh, holm, none"):
            column_letters(table, adjust="tukey")
        with pytest.raises(DefinitionError, match="not under level"):
            column_letters(table, lesser_level=0.99)
        with pytest.raises(EstimationError, match="detached"):
            column_letters(table.detach())


class TestQuantiles:
    def test_the_frame_is_the_contract_s(self, wave):
        est = quantile(wave, ["age", "q"], probs=[0.5, 0.9], by=["sex", "group*sex"])
        frame = est.frame
        assert tuple(frame.columns) == COLUMNS
        assert len(frame) == 2 * (1 + 2 + 6) * 2
        assert frame["response"].cat.categories.tolist() == ["q0.5", "q0.9"]
        assert frame.iloc[0][["breakdown", "group"]].tolist() == ["total", "total"]
        assert frame["group"].isin(["a*F"]).sum() == 4

    def test_a_group_covering_everybody_is_the_total(self, wave):
        one = Wave(wave.frame.assign(all="x"), wave.design)
        frame = quantile(one, "age", by="all").frame
        numbers = ["estimate", "std_error", "conf_low", "conf_high", "df", "n_base", "deff"]
        total, group = (frame[frame["breakdown"] == b][numbers] for b in ("total", "all"))
        assert total.to_numpy() == pytest.approx(group.to_numpy(), rel=1e-12)

    def test_an_empty_group_stays_as_a_flagged_row(self, wave):
        frame = wave.frame.assign(group=lambda d: pd.Categorical(d["group"], list("abcz")))
        rows = quantile(Wave(frame, wave.design), "age", probs=[0.5], by="group").frame
        last = rows.iloc[-1]
        assert (last["n_base"], last["flag"], last["reason"]) == (0, "0", "empty_domain")
        assert np.isnan(last["estimate"])

    def test_a_limit_outside_the_data_is_empty_and_says_so(self, wave):
        row = quantile(wave, "age", probs=[0.003]).frame.iloc[0]
        assert np.isnan(row["conf_low"])
        assert row["reason"] == "no_limit"

    def test_covariances_have_the_standard_errors_on_their_diagonal(self, wave):
        est = quantile(wave, "age", by="sex")
        V = est.cov()
        assert np.sqrt(np.diag(V)) == pytest.approx(est.frame["std_error"], rel=1e-9)
        # Neighbouring quantiles of the same people go together.
        assert 0 < V[0, 1] / np.sqrt(V[0, 0] * V[1, 1]) < 1

    def test_the_same_wave_twice_as_a_panel_has_no_change(self, wave):
        frame = wave.frame.assign(i=range(N))
        twice = [Wave(frame, Design(weight="w", id="i"), id=name) for name in ("1", "2")]
        est = quantile(stack(twice, overlap="respondent"), "age", probs=[0.5])
        change = est.contrast({"change": {("2", "q0.5"): 1, ("1", "q0.5"): -1}}).frame.iloc[0]
        assert (change["estimate"], change["std_error"]) == pytest.approx((0.0, 0.0), abs=1e-9)

    def test_shifting_and_scaling_the_values(self, wave):
        frame = wave.frame.assign(age=lambda d: 3 * d["age"] + 7)
        one, other = quantile(wave, "age").frame, quantile(Wave(frame, wave.design), "age").frame
        assert other["estimate"].to_numpy() == pytest.approx(3 * one["estimate"] + 7)
        assert other["std_error"].to_numpy() == pytest.approx(3 * one["std_error"])

    def test_where_is_a_domain(self, wave):
        inside = quantile(wave, "age", probs=[0.5], where={"sex": "F"}).frame.iloc[0]
        group = quantile(wave, "age", probs=[0.5], by="sex").frame.query("group == 'F'").iloc[0]
        assert inside["std_error"] == pytest.approx(group["std_error"], rel=1e-12)
        assert inside["n_base"] == group["n_base"]

    def test_what_is_stored_holds_no_respondent(self, wave):
        est = pickle.loads(pickle.dumps(quantile(wave, "age")))
        with pytest.raises(EstimationError, match="detached"):
            est.cov()

    @pytest.mark.parametrize(
        ("asked", "error", "message"),
        [
            ({"qrule": "hf0"}, DefinitionError, "math, school"),
            ({"ci": "wilson"}, DefinitionError, "mean, beta"),
            ({"ci": "quantile"}, EstimationError, "needs replicate weights"),
            ({"probs": [1.5]}, DefinitionError, "from 0 to 1"),
            ({"probs": []}, DefinitionError, "one at least"),
        ],
    )
    def test_refusals(self, wave, asked, error, message):
        with pytest.raises(error, match=message):
            quantile(wave, "age", **asked)


def test_a_t_test_is_the_root_of_an_f_test_of_the_same_degrees():
    from padai.numerics.association import f_tail

    frame = pd.DataFrame({"y": np.arange(30.0) ** 1.5 % 7, "g": list("aab") * 10})
    for got in (ttest(Wave(frame, Design()), "y", "g"), ranktest(Wave(frame, Design()), "y", "g")):
        assert got.name == "t" and got.df == 1 and got.df_denominator == 28
        tail = f_tail(got.statistic**2, got.df, got.df_denominator)
        assert got.p_value == pytest.approx(tail, rel=1e-10)
        assert got.frame.loc[0, ["df", "df_denominator"]].tolist() == [1, 28]
