"""Models of a wave: what they read, what they equal, what they refuse."""

from __future__ import annotations

import ast
import pickle
import re
import subprocess
import sys

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from padai.design import Design
from padai.errors import DataError, DefinitionError, EstimationError, MissingExtraError
from padai.estimation.effects import marginal_effects
from padai.estimation.models import glm
from padai.estimation.moments import mean, total
from padai.estimation.ordinal_models import ordinal
from padai.estimation.predictions import predict
from padai.estimation.proportions import proportion
from padai.estimation.quantiles import quantile
from padai.estimation.term_tests import term_test
from padai.survey import load_survey
from padai.waves.stacking import stack
from padai.waves.wave import Wave
from padai.weighting import replicate_weights
from tests.builders import respondents, write_survey

N = 240


@pytest.fixture(scope="module")
def wave():
    rng = np.random.default_rng(8)
    frame = pd.DataFrame(
        {
            "w": rng.uniform(0.5, 2.0, N),
            "h": rng.choice(["n", "s"], N),
            "c": rng.integers(0, 24, N),
            "group": rng.choice(["a", "b", "c"], N),
            "sex": rng.choice(["F", "M"], N),
            "x": rng.normal(50, 10, N),
        }
    )
    push = frame["x"].sub(50).div(10) + frame["group"].map({"a": 0.0, "b": 0.7, "c": -0.5})
    frame["yes"] = (push + rng.logistic(size=N) > 0).astype(int)
    frame["count"] = rng.poisson(np.exp(0.3 * push))
    frame["score"] = push + rng.normal(size=N)
    frame["level"] = pd.cut(push + rng.logistic(size=N), [-99, -1, 0, 1, 99], labels=list("wxyz"))
    frame.loc[:9, "x"] = np.nan
    return Wave(frame, Design(weight="w", stratum="h", psu="c"))


class TestReading:
    def test_a_blank_takes_a_row_out_of_the_model_not_of_the_design(self, wave):
        model = glm(wave, "score ~ x")
        assert model.n == N - 10
        same = glm(wave, "score ~ x", where=wave.frame["x"].notna().to_numpy())
        assert model.frame.equals(same.frame)

    def test_where_takes_codes_or_a_mask(self, wave):
        by_code = glm(wave, "score ~ x", where={"group": ["a", "b"]})
        by_mask = glm(wave, "score ~ x", where=wave.frame["group"].isin(["a", "b"]).to_numpy())
        assert by_code.frame.equals(by_mask.frame)
        assert by_code.n < N

    def test_a_response_of_two_categories_takes_the_second_as_yes(self, wave):
        as_text = glm(wave, "sex ~ x", family="binomial")
        named = glm(wave, "sex ~ x", family="binomial", net=["M"])
        assert as_text.coef == pytest.approx(named.coef, rel=1e-12)

    def test_true_and_false_are_one_and_zero(self, wave):
        frame = wave.frame.assign(yes=lambda d: d["yes"] == 1)
        other = glm(Wave(frame, wave.design), "yes ~ x", family="binomial")
        assert other.coef == pytest.approx(glm(wave, "yes ~ x", family="binomial").coef, rel=1e-12)

    def test_names_that_are_not_python_s_stand_in_backticks(self, wave):
        other = Wave(wave.frame.rename(columns={"x": "my x.1"}), wave.design)
        assert glm(other, "score ~ `my x.1`").coef == pytest.approx(glm(wave, "score ~ x").coef)

    def test_a_category_that_no_one_in_the_model_has_is_no_column(self, wave):
        frame = wave.frame.assign(group=lambda d: pd.Categorical(d["group"], list("zabc")))
        frame.loc[10:12, "group"] = "z"
        frame.loc[10:12, "score"] = np.nan
        model = glm(Wave(frame, wave.design), "score ~ group")
        assert model.names == ("Intercept", "group[T.b]", "group[T.c]")

    def test_the_wave_stays_as_it_was(self, wave):
        before = wave.frame
        glm(wave, "yes ~ x * group", family="binomial", net=[1])
        assert wave.frame.equals(before)

    def test_a_stack_has_its_waves_as_a_variable(self, wave):
        parts = [
            Wave(wave.frame, wave.design, id="2024"),
            Wave(wave.frame.assign(score=lambda d: d["score"] + 1), wave.design, id="2025"),
        ]
        both = stack(parts, overlap="none")
        as_number = glm(both, "score ~ wave")
        assert as_number.coef[1] == pytest.approx(1.0, rel=1e-9)
        assert glm(both, "score ~ C(wave)").names == ("Intercept", "C(wave)[T.2025]")
        # The same people, taken once as independent and once as they are.
        ids = [Wave(p.frame.assign(i=range(N)), Design(weight="w", id="i"), id=p.id) for p in parts]
        kept = glm(stack(ids, overlap="respondent"), "score ~ wave")
        assert kept.std_error[1] == pytest.approx(0.0, abs=1e-9)


@pytest.fixture(scope="module")
def survey_wave(tmp_path_factory):
    survey = load_survey(write_survey(tmp_path_factory.mktemp("survey")))
    rows = respondents(400, trust=np.tile([1.0, 2, 3, 4, 98, 99, 1, 2], 50))
    return Wave(rows, Design(weight="w", id="id"), survey=survey, id="2024")


class TestDefinition:
    def test_a_declared_net_is_the_response(self, survey_wave):
        model = glm(survey_wave, "trust ~ sex", family="binomial", net="trust")
        assert model.n == 350  # refusals are out of the base, don't know is in it
        share = proportion(survey_wave, "trust", net="trust", where={"sex": "F"}).frame
        fitted = predict(model, {"sex": "F"}).frame
        assert fitted["estimate"].iloc[0] == pytest.approx(share["estimate"].iloc[0], rel=1e-9)

    def test_a_question_with_scores_is_its_scores(self, survey_wave):
        model = glm(survey_wave, "trust ~ 1")
        assert model.n == 300  # don't know has no score
        assert model.coef[0] == pytest.approx(
            mean(survey_wave, "trust").frame["estimate"].iloc[0], rel=1e-12
        )

    def test_questions_and_breakdowns_are_categories_in_order(self, survey_wave):
        model = glm(survey_wave, "age ~ user + age_group + sex")
        assert model.names == ("Intercept", "user[T.2]", "age_group[T.35+]", "sex[T.M]")

    def test_an_ordinal_response_is_in_the_definition_s_order(self, survey_wave):
        model = ordinal(survey_wave, "trust ~ age", where={"trust": ["1", "2", "3", "4"]})
        assert model.names == ("age", "1|2", "2|3", "3|4")

    def test_a_dont_know_of_the_base_is_no_highest_answer(self, survey_wave):
        with pytest.raises(EstimationError, match="answered 98, which has no place") as caught:
            ordinal(survey_wave, "trust ~ age")
        settled = re.search(r"where=(\{.*\})", str(caught.value))[1]
        model = ordinal(survey_wave, "trust ~ age", where=ast.literal_eval(settled))
        assert model.names == ("age", "1|2", "2|3", "3|4")
        assert model.n == 300
        rows = respondents(400, first_id=1001)
        other = Wave(rows, survey_wave.design, survey=survey_wave.survey, id="2025")
        with pytest.raises(EstimationError, match="answered 98"):
            ordinal(stack([survey_wave, other], overlap="none"), "trust ~ age")

    def test_a_group_of_dont_knows_is_no_highest_group(self, tmp_path):
        folder = write_survey(tmp_path)
        path = folder / "survey.yaml"
        groups = (
            "  of_trust:\n    label: {fr: C, en: T}\n    question: trust\n    groups:\n"
            "      yes: {label: {fr: O, en: Y}, codes: [1, 2]}\n"
            "      no: {label: {fr: N, en: N}, codes: [3, 4]}\n"
            "      unsure: {label: {fr: I, en: U}, codes: [98]}\n"
        )
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("breakdowns:\n", f"breakdowns:\n{groups}"), encoding="utf-8")
        rows = respondents(400, trust=np.tile([1.0, 2, 3, 4, 98, 99, 1, 2], 50))
        wave = Wave(rows, Design(weight="w", id="id"), survey=load_survey(folder), id="2024")
        with pytest.raises(EstimationError, match="answered unsure"):
            ordinal(wave, "of_trust ~ age")

    def test_an_unknown_net(self, survey_wave):
        with pytest.raises(DefinitionError, match="no net 'faith'"):
            glm(survey_wave, "trust ~ sex", family="binomial", net="faith")
        with pytest.raises(DefinitionError, match="no code 7"):
            glm(survey_wave, "trust ~ sex", family="binomial", net=[7])


class TestCodesOfNoAnswer:
    @pytest.fixture(params=[-9, 98])
    def coded(self, request, wave):
        frame = wave.frame.assign(scale=np.tile([1.0, 2, 3, 4], len(wave.frame))[: len(wave.frame)])
        frame.loc[20:25, "scale"] = request.param
        return Wave(frame, wave.design), request.param, frame

    @pytest.mark.parametrize("formula", ["scale ~ x", "score ~ scale", "score ~ C(group) + scale"])
    def test_no_model_averages_them(self, coded, formula):
        wave, code, frame = coded
        with pytest.raises(DataError, match=rf"'scale' holds \[{code}\]"):
            glm(wave, formula)
        blank = Wave(frame, wave.design, missing={"scale": [code]})
        answering = N - 10 if " x" in formula else N
        assert glm(blank, formula).n == answering - 6
        assert glm(Wave(frame, wave.design, missing={"scale": []}), formula).n == answering

    def test_none_is_the_highest_answer(self, coded):
        wave, code, frame = coded
        with pytest.raises(DataError, match=rf"'scale' holds \[{code}\]"):
            ordinal(wave, "scale ~ x")
        blank = Wave(frame, wave.design, missing={"scale": [code]})
        assert ordinal(blank, "scale ~ x").names[1:] == ("1.0|2.0", "2.0|3.0", "3.0|4.0")

    def test_a_category_of_its_own_is_one(self, coded):
        wave, code, _ = coded
        if code > 0:  # as a table shows it
            assert "C(scale)[T.98.0]" in glm(wave, "score ~ C(scale)").names
            assert glm(wave, "scale ~ x", family="binomial", net=[1, 2]).n == N - 10
        else:
            with pytest.raises(DataError, match="'scale' holds"):
                glm(wave, "score ~ C(scale)")


class TestEqualities:
    @pytest.mark.parametrize("family", ["gaussian", "binomial", "poisson"])
    def test_a_saturated_model_is_the_domain_means(self, wave, family):
        y = {"gaussian": "score", "binomial": "yes", "poisson": "count"}[family]
        fitted = predict(glm(wave, f"{y} ~ group", family=family), by="group").frame
        rows = mean(wave, y, by="group").frame.query("breakdown == 'group'")
        assert fitted["group"].tolist() == rows["group"].astype(str).tolist()
        assert fitted["estimate"].to_numpy() == pytest.approx(rows["estimate"], rel=1e-9)
        assert fitted["std_error"].to_numpy() == pytest.approx(rows["std_error"], rel=1e-9)
        at = predict(glm(wave, f"{y} ~ group", family=family), {"group": ["a", "b", "c"]}).frame
        assert at["std_error"].to_numpy() == pytest.approx(rows["std_error"], rel=1e-9)

    def test_the_effect_of_a_category_alone_is_the_difference_of_shares(self, wave):
        effects = marginal_effects(glm(wave, "yes ~ group", family="binomial")).frame
        shares = mean(wave, "yes", by="group")
        found = shares.contrast({"b - a": {"b": 1, "a": -1}, "c - a": {"c": 1, "a": -1}}).frame
        assert effects["contrast"].tolist() == ["b - a", "c - a"]
        assert effects["estimate"].to_numpy() == pytest.approx(found["estimate"], rel=1e-9)
        assert effects["std_error"].to_numpy() == pytest.approx(found["std_error"], rel=1e-9)

    @pytest.mark.parametrize("covariates", ["sampled", "fixed"])
    def test_effects_in_a_line_are_its_coefficients(self, wave, covariates):
        model = glm(wave, "score ~ x + group")
        rows = marginal_effects(model, covariates=covariates).frame.set_index("contrast")
        wanted = model.frame.set_index("term")
        for contrast, term in (("slope", "x"), ("b - a", "group[T.b]"), ("c - a", "group[T.c]")):
            assert rows.loc[contrast, "estimate"] == pytest.approx(
                wanted.loc[term, "estimate"], rel=1e-7
            )
            assert rows.loc[contrast, "std_error"] == pytest.approx(
                wanted.loc[term, "std_error"], rel=1e-7
            )
            assert rows.loc[contrast, "p_value"] == pytest.approx(
                wanted.loc[term, "p_value"], rel=1e-5
            )

    def test_a_slope_follows_a_transformed_variable(self, wave):
        model = glm(wave, "score ~ x + I(x**2)")
        row = marginal_effects(model, "x").frame.iloc[0]
        _, b1, b2 = model.coef
        used = wave.frame["x"].notna()
        average = np.average(wave.frame["x"][used], weights=wave.weights[used])
        assert row["estimate"] == pytest.approx(b1 + 2 * b2 * average, rel=1e-6)

    def test_effects_by_group_average_to_the_whole(self, wave):
        model = glm(wave, "yes ~ x + group", family="binomial")
        whole = marginal_effects(model, "x").frame["estimate"].iloc[0]
        parts = marginal_effects(model, "x", by="sex").frame
        used = wave.frame["x"].notna().to_numpy()
        sizes = [wave.weights[used & (wave.frame["sex"] == s)].sum() for s in parts["sex"]]
        assert np.average(parts["estimate"], weights=sizes) == pytest.approx(whole, rel=1e-9)

    def test_predictive_margins_differ_by_the_coefficient_in_a_line(self, wave):
        model = glm(wave, "score ~ x + group")
        margins = predict(model, by="group", adjusted=True).frame["estimate"].to_numpy()
        wanted = model.frame.set_index("term").loc[["group[T.b]", "group[T.c]"], "estimate"]
        assert margins[1:] - margins[0] == pytest.approx(wanted.to_numpy(), rel=1e-9)

    def test_a_wald_test_of_one_coefficient_is_its_t_squared(self, wave):
        model = glm(wave, "yes ~ x + group", family="binomial")
        test = term_test(model, "x")
        t = model.frame.set_index("term").loc["x", "statistic"]
        assert test.statistic == pytest.approx(t**2, rel=1e-9)
        p = model.frame.set_index("term").loc["x", "p_value"]
        assert test.p_value == pytest.approx(p, rel=1e-9)

    def test_terms_are_found_with_and_without_c_and_in_any_order(self, wave):
        model = glm(wave, "yes ~ C(group) * sex", family="binomial")
        assert term_test(model, "sex:group").statistic == term_test(model, "C(group):sex").statistic
        assert term_test(model, "sex:group").df == 2

    def test_an_ordinal_model_has_wald_tests(self, wave):
        model = ordinal(wave, "level ~ x + group")
        t = model.frame.set_index("term").loc["x", "statistic"]
        assert term_test(model, "x").statistic == pytest.approx(t**2, rel=1e-9)

    def test_an_offset_is_a_known_part(self, wave):
        frame = wave.frame.assign(known=0.5)
        shifted = glm(Wave(frame, wave.design), "count ~ group", family="poisson", offset="known")
        plain = glm(wave, "count ~ group", family="poisson")
        assert shifted.coef[0] == pytest.approx(plain.coef[0] - 0.5, rel=1e-9)
        assert shifted.std_error == pytest.approx(plain.std_error, rel=1e-8)


class TestByReplication:
    """The jackknife, which knows no formula of ours, finds the linearised errors to 2%."""

    @pytest.fixture(scope="class")
    @classmethod
    def both(cls):
        rng = np.random.default_rng(5)
        n = 1200
        frame = pd.DataFrame(
            {
                "w": rng.uniform(0.5, 2, n),
                "h": rng.integers(0, 3, n),
                "c": rng.integers(0, 30, n),
                "x": rng.normal(size=n),
                "g": rng.choice(["a", "b"], n),
            }
        )
        push = 1.2 * frame["x"] + 0.6 * (frame["g"] == "b")
        frame["yes"] = (push + rng.logistic(size=n) > 0).astype(int)
        frame["level"] = np.digitize(push + rng.logistic(size=n), [-1, 1])
        wave = Wave(frame, Design(weight="w", stratum="h", psu="c"))
        return wave, replicate_weights(wave, "jkn")

    @pytest.mark.parametrize("covariates", ["sampled", "fixed"])
    def test_marginal_effects(self, both, covariates):
        one, other = (
            marginal_effects(glm(w, "yes ~ x * g", family="binomial"), covariates=covariates).frame
            for w in both
        )
        assert one["estimate"].to_numpy() == pytest.approx(other["estimate"], rel=1e-9)
        assert one["std_error"].to_numpy() == pytest.approx(other["std_error"], rel=0.02)

    def test_the_two_kinds_of_covariates_differ(self, both):
        model = glm(both[0], "yes ~ x * g", family="binomial")
        sampled, fixed = (
            marginal_effects(model, "x", covariates=c).frame["std_error"].iloc[0]
            for c in ("sampled", "fixed")
        )
        assert sampled > 1.01 * fixed

    def test_predictions(self, both):
        for how in ({"by": "g"}, {"by": "g", "adjusted": True}):
            one, other = (
                predict(glm(w, "yes ~ x * g", family="binomial"), **how).frame for w in both
            )
            assert one["std_error"].to_numpy() == pytest.approx(other["std_error"], rel=0.02)

    def test_an_ordinal_model_and_its_predictions(self, both):
        models = [ordinal(w, "level ~ x + g") for w in both]
        assert models[0].std_error == pytest.approx(models[1].std_error, rel=0.02)
        one, other = (predict(m, by="g").frame for m in models)
        assert one["std_error"].to_numpy() == pytest.approx(other["std_error"], rel=0.02)


class TestOrdinalPredictions:
    def test_without_covariates_they_are_the_shares(self, wave):
        got = predict(ordinal(wave, "level ~ 1"), by="h").frame
        shares = proportion(wave, "level").frame
        first = got[got["h"] == "n"]
        assert first["response"].tolist() == list("wxyz")
        assert first["estimate"].to_numpy() == pytest.approx(shares["estimate"], rel=1e-9)
        # Everybody has one prediction, so that only the cut points vary: the shares' own errors.
        assert first["std_error"].to_numpy() == pytest.approx(shares["std_error"], rel=1e-9)

    def test_shares_of_categories_sum_to_one(self, wave):
        model = ordinal(wave, "level ~ x + group")
        for rows in (
            predict(model, {"x": [40, 60], "group": ["a", "b"]}).frame.groupby(["x", "group"]),
            predict(model, by="group", adjusted=True).frame.groupby("group"),
        ):
            assert rows["estimate"].sum().to_numpy() == pytest.approx(1.0, rel=1e-12)
            assert (rows["response"].count() == 4).all()

    def test_two_categories_are_a_logistic_model(self, wave):
        logit = glm(wave, "yes ~ x + group", family="binomial")
        same = ordinal(wave, "yes ~ x + group")
        for how in ({"by": "group"}, {"by": "group", "adjusted": True}):
            one = predict(logit, **how).frame
            two = predict(same, **how).frame.query("response == '1'")
            assert two["estimate"].to_numpy() == pytest.approx(one["estimate"], rel=1e-8)
            assert two["std_error"].to_numpy() == pytest.approx(one["std_error"], rel=1e-7)

    def test_marginal_effects_are_refused(self, wave):
        with pytest.raises(EstimationError, match="those of `glm`"):
            marginal_effects(ordinal(wave, "level ~ x"))


class TestRefusals:
    @pytest.mark.parametrize(
        ("formula", "asked", "error", "message"),
        [
            ("score ~ agee", {}, DefinitionError, "no column 'agee'"),
            ("score ~ grup", {}, DefinitionError, "Did you mean 'group'"),
            ("score + x", {}, DefinitionError, "no model formula"),
            ("score ~ (x", {}, DefinitionError, "cannot be read"),
            ("score ~ x", {"family": "gamma"}, DefinitionError, "gaussian, binomial, poisson"),
            ("score ~ x", {"where": {"group": "q"}}, DefinitionError, "no code q"),
            ("score ~ x", {"where": np.array([True])}, DataError, "240 true or false"),
            ("group ~ x", {"family": "binomial"}, EstimationError, "3 categories"),
            ("score ~ x", {"family": "binomial"}, EstimationError, "between 0 and 1"),
            ("score ~ x", {"family": "poisson"}, EstimationError, "0 or more"),
            ("score ~ x + I(2 * x)", {}, EstimationError, r"singular: I\(2 \* x\)"),
            ("yes ~ x", {"family": "binomial", "where": {"yes": 1}}, EstimationError, "one value"),
            ("I(x > 50) ~ x", {"family": "binomial"}, EstimationError, "Perfect separation: x "),
            ("score ~ log(x - 50)", {}, EstimationError, "give no finite number"),
            ("score ~ I(1 / count)", {}, EstimationError, "give no finite number"),
            ("score ~ x", {"where": np.zeros(240, bool)}, EstimationError, "no row takes part"),
            ("I(score > 0) ~ x", {"net": [1]}, DefinitionError, "needs a column"),
        ],
    )
    def test_a_model_that_cannot_be(self, wave, formula, asked, error, message):
        with pytest.raises(error, match=message):
            glm(wave, formula, **asked)

    def test_no_row_that_answers_everything(self, wave):
        frame = wave.frame.assign(x=np.nan)
        with pytest.raises(EstimationError, match="no row answers"):
            glm(Wave(frame, wave.design), "score ~ x")

    def test_an_infinite_value(self, wave):
        frame = wave.frame.assign(x=lambda d: d["x"].where(d.index != 30, np.inf))
        with pytest.raises(EstimationError, match="1 of 230 rows"):
            glm(Wave(frame, wave.design), "score ~ x")
        with pytest.raises(EstimationError, match="infinite"):
            quantile(Wave(frame, wave.design), "x")

    def test_an_ordinal_response_without_an_order(self, wave):
        with pytest.raises(DefinitionError, match="texts without an order"):
            ordinal(wave, "group ~ x")
        with pytest.raises(DefinitionError, match="not 'I"):
            ordinal(wave, "I(x > 1) ~ x")
        with pytest.raises(DefinitionError, match="stand for the constant"):
            ordinal(wave, "level ~ x - 1")
        with pytest.raises(DefinitionError, match="logit, probit"):
            ordinal(wave, "level ~ x", link="cauchit")

    def test_terms_and_variables_that_are_not_there(self, wave):
        model = glm(wave, "yes ~ x + group", family="binomial")
        with pytest.raises(DefinitionError, match="its terms are x, group"):
            term_test(model, "sex")
        with pytest.raises(DefinitionError, match="wald, working_wald, lrt"):
            term_test(model, "x", method="score")
        with pytest.raises(DefinitionError, match="no variable sex"):
            marginal_effects(model, "sex")
        with pytest.raises(DefinitionError, match="no category d"):
            predict(model, {"x": 50, "group": "d"})
        with pytest.raises(DefinitionError, match="need the variable 'group'"):
            predict(model, {"x": 50})
        with pytest.raises(DefinitionError, match="one of the two"):
            predict(model)
        with pytest.raises(DefinitionError, match="numeric in the model"):
            predict(model, by="x", adjusted=True)

    def test_a_stored_model_holds_no_respondent(self, wave):
        model = pickle.loads(pickle.dumps(glm(wave, "yes ~ x", family="binomial")))
        assert model.frame.shape[0] == 2
        for use in (lambda: term_test(model, "x"), lambda: predict(model, by="group").frame):
            with pytest.raises(EstimationError, match="detached"):
                use()

    def test_no_degrees_of_freedom_are_left(self, wave):
        few = wave.frame[wave.frame["c"] < 3].assign(h="one")
        model = glm(Wave(few, Design(weight="w", stratum="h", psu="c")), "score ~ x + group + sex")
        assert model.df < 0
        assert model.frame["p_value"].isna().all()
        with pytest.raises(EstimationError, match="no degree of freedom"):
            term_test(model, "x")

    def test_without_formulaic_the_extra_is_named(self, wave, monkeypatch):
        monkeypatch.setitem(sys.modules, "formulaic", None)
        with pytest.raises(MissingExtraError, match=r"padai\[models\]"):
            glm(wave, "score ~ x")


def test_importing_the_verbs_leaves_the_heavy_libraries_alone():
    code = (
        "import padai.estimation.models, padai.estimation.effects, padai.estimation.crosstabs, sys;"
        "print([m for m in ('formulaic', 'statsmodels', 'scipy.stats', 'scipy.optimize')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("kind", ["string", "string[pyarrow]", "large_string", "dictionary"])
def test_texts_are_categories_whatever_their_type(kind):
    """Nullable and Arrow texts, a blank among them, in models of numbers and of ordered answers."""
    texts = [*list("abcabcabc"), None]
    arrow = {
        "large_string": pa.large_string(),
        "dictionary": pa.dictionary(pa.int32(), pa.string()),
    }
    dtype = pd.ArrowDtype(arrow[kind]) if kind in arrow else kind
    frame = pd.DataFrame({"w": 1.0, "y": [1.0, 2, 3, 2, 3, 1, 3, 1, 2, 3], "g": texts})
    other = frame.assign(g=pd.array(texts, dtype=dtype))
    design = Design(weight="w")
    for fit in (glm, ordinal):
        told, got = (fit(Wave(data, design), "y ~ g") for data in (frame, other))
        assert got.names == told.names
        assert got.coef == pytest.approx(told.coef, rel=1e-12)
        assert got.std_error == pytest.approx(told.std_error, rel=1e-12)


@pytest.mark.parametrize("kind", ["objects", "polars", "lazy"])
def test_decimal_numbers_are_numbers(kind: str) -> None:
    """A database gives amounts as decimals: each was a category of a model, and of totals."""
    import polars as pl

    draw = np.random.default_rng(2)
    frame = pd.DataFrame({"x": draw.integers(20, 90, 200) / 4, "w": draw.gamma(3, 1, 200)})
    frame["y"], frame["k"] = frame["x"] + draw.normal(size=200), draw.integers(1, 4, 200)
    decimals = pl.from_pandas(frame).with_columns(pl.col("x").cast(pl.Decimal(10, 2)))
    given = {
        "objects": lambda: decimals.to_arrow().to_pandas(),
        "polars": lambda: decimals,
        "lazy": decimals.lazy,
    }[kind]()
    plain, wave = Wave(frame, Design(weight="w")), Wave(given, Design(weight="w"))
    for verb in (total, mean):
        one, other = (
            pd.DataFrame(verb(w, "x").frame[["estimate", "std_error"]]) for w in (plain, wave)
        )
        assert np.asarray(other) == pytest.approx(np.asarray(one), rel=1e-9)
    if kind != "lazy":
        assert glm(wave, "y ~ x").coef == pytest.approx(glm(plain, "y ~ x").coef, rel=1e-12)
        assert ordinal(wave, "k ~ x").coef == pytest.approx(ordinal(plain, "k ~ x").coef, rel=1e-9)


def test_decimals_that_doubles_do_not_tell_apart_stay_as_they_are() -> None:
    from decimal import Decimal

    numbers = [Decimal(2**62), Decimal(2**62 + 1), Decimal(2**62 + 2)]
    wave = Wave(pd.DataFrame({"who": numbers}), Design(id="who"))
    assert wave.frame["who"].tolist() == numbers


@pytest.mark.parametrize("far", [2020.0, 20250101.0, 1.7e9])
@pytest.mark.parametrize("family", ["gaussian", "binomial", "ordinal"])
def test_predictions_at_a_date_are_those_at_its_day(far: float, family: str) -> None:
    draw = np.random.default_rng(6)
    day = draw.integers(0, 30, 400) * 1.0
    y = 0.05 * day + draw.normal(size=400)
    y = {"gaussian": y, "binomial": (y > 1) * 1.0, "ordinal": np.digitize(y, [0.0, 1.0])}[family]
    found = []
    for start in (0.0, far):
        frame = pd.DataFrame({"y": y, "day": day + start, "w": day + 1})
        wave = Wave(frame, Design(weight="w"))
        model = (
            ordinal(wave, "y ~ day") if family == "ordinal" else glm(wave, "y ~ day", family=family)
        )
        found.append(predict(model, {"day": [start + 5, start + 40]})[["estimate", "std_error"]])
    assert found[1].to_numpy() == pytest.approx(found[0].to_numpy(), rel=1e-6)
