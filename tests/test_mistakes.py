"""What a newcomer gets wrong: each mistake is met by a sentence of padai's that says what to do."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import PadaiError
from padai.interchange import Choices, init_from, parse_design
from padai.pipeline.versions.other_rounding import refuse_rounded_there
from padai.survey.policies import Confidentiality, Rounding
from tests.tiny import tiny_survey

N = 1000
ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "mistakes.md"


@pytest.fixture(scope="module")
def names():
    return made()


def made():
    """What the mistakes below are made with: a table, waves, a stack, estimates and models."""
    rng = np.random.default_rng(0)
    f = pd.DataFrame(
        {
            "id": range(N),
            "w": rng.uniform(0.5, 2, N),
            "q": rng.choice([1, 2, 3], N),
            "sex": rng.choice(["F", "M"], N),
            "age": rng.uniform(18, 90, N),
            "y": rng.normal(size=N),
            "when": pd.date_range("2024-01-01", periods=N, freq="h"),
            "txt": [f"t{i}" for i in range(N)],
            "z": rng.integers(0, 2, N),
            "h": rng.integers(0, 5, N),
            "empty": np.nan,
        }
    )
    design = padai.Design(weight="w", id="id")
    w = padai.Wave(f, design, id="a", date=dt.date(2024, 5, 1))
    v = padai.Wave(f.assign(id=f["id"] + 5000), design, id="b", date=dt.date(2025, 5, 1))
    s = padai.stack([w, v], overlap="none")
    more = np.random.default_rng(5)
    f2 = f.assign(region=more.choice([f"r{k}" for k in range(12)], N))
    r = padai.Wave(f2, design, id="a", date=dt.date(2024, 5, 1))
    regions = sorted(f2["region"].unique())
    return {
        "r": r,
        "areas": padai.proportion(r, "z", net={"z": [1]}, by="region"),
        "cells": pd.DataFrame(
            [(a, s, 100) for a in regions for s in "FM"], columns=["region", "sex", "N"]
        ),
        "rs": padai.stack(
            [r, padai.Wave(f2.assign(id=f["id"] + 5000), design, id="b", date=dt.date(2025, 5, 1))],
            overlap="none",
        ),
        "beside": beside,
        "padai": padai,
        "np": np,
        "f": f,
        "D": design,
        "w": w,
        "v": v,
        "s": s,
        "t": padai.trend(s, "q", net={"hi": ["3"]}),
        "proposed": lambda text: {"design": (parse_design(text),)},
        "start": start,
        "polled": polled,
        "replicated": replicated,
        "pd": pd,
        "est": padai.proportion(w, "q", by="sex"),
        "m": padai.glm(w, "z ~ age", family="binomial"),
        "sm": padai.glm(w, "z ~ bs(age, df=4)", family="binomial"),
    }


def beside(wave, here, there):
    """Put out a survey of the people of one that is out, each with the rounding of its bases."""
    of, first = (
        tiny_survey([], confidentiality=Confidentiality(rounding=bases and Rounding(bases=bases)))
        for bases in (here, there)
    )
    order = SimpleNamespace(survey=of, name="a")
    refuse_rounded_there(order, wave, first, "first/b/v1", "b")


def start(*tables, **choices):
    """Draft a survey from tables that are written as CSV files, each under its name."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{name}.csv" for name, _ in tables]
        for path, (_, table) in zip(paths, tables, strict=True):
            table.to_csv(path, index=False)
        init_from(Path(folder) / "surveys" / "mine", paths, Choices(**choices))


def polled(table, letter):
    """Return a table of twelve questions, called by a letter."""
    asked = {f"{letter}{k}": np.where(table["z"] == k % 2, "yes", "no") for k in range(12)}
    return pd.DataFrame({"id": table["id"], **asked})


def replicated(table):
    """Return a table with forty bootstrap weights."""
    rng = np.random.default_rng(3)
    draws = rng.poisson(1, (len(table), 40)) * table["w"].to_numpy()[:, None]
    made = pd.DataFrame(draws, columns=[f"bsw{k}" for k in range(1, 41)])
    return pd.concat([table, made], axis=1)


#: The mistake, and how the answer begins.
MISTAKES = [
    ('padai.proportion(f,"q")', "proportion: `wave` must be a Wave or a Stack; a DataFrame"),
    ('padai.mean(f,"y")', "mean: `wave` must be a Wave or a Stack; a DataFrame was"),
    ('padai.total(f,"y")', "total: `wave` must be a Wave or a Stack; a DataFrame was"),
    ('padai.ratio(f,"y","w")', "ratio: `wave` must be a Wave or a Stack; a DataFrame was"),
    ('padai.quantile(f,"y")', "quantile: `wave` must be a Wave or a Stack; a DataFrame"),
    (
        'padai.banner(f,questions=["q"])',
        "banner: `wave` must be a Wave or a Stack; a DataFrame was",
    ),
    ('padai.crosstab_test(f,"q","sex")', "crosstab_test: `wave` must be a Wave or a Stack; a"),
    ('padai.ttest(f,"y","sex")', "ttest: `wave` must be a Wave or a Stack; a DataFrame was"),
    ('padai.ranktest(f,"y","sex")', "ranktest: `wave` must be a Wave or a Stack; a DataFrame"),
    ('padai.glm(f,"z~age")', "glm: `wave` must be a Wave or a Stack; a DataFrame was"),
    ('padai.ordinal(f,"q~age")', "ordinal: `wave` must be a Wave or a Stack; a DataFrame"),
    (
        'padai.rake(f,{"sex":{"F":.5,"M":.5}})',
        "rake: `wave` must be a Wave; a DataFrame was given. Make",
    ),
    (
        'padai.poststratify(f,{"sex":{"F":.5,"M":.5}})',
        "poststratify: `wave` must be a Wave; a DataFrame was",
    ),
    (
        'padai.calibrate(f,{"sex":{"F":.5,"M":.5}})',
        "calibrate: `wave` must be a Wave; a DataFrame was given.",
    ),
    ("padai.trim(f,upper=2)", "trim: `wave` must be a Wave; a DataFrame was given. Make"),
    (
        'padai.replicate_weights(f,"jk1")',
        "replicate_weights: `wave` must be a Wave; a DataFrame was",
    ),
    (
        'padai.adjust_nonresponse(f,"z",cells="sex")',
        "adjust_nonresponse: `wave` must be a Wave; a DataFrame",
    ),
    ("padai.weighting_diagnostics(f)", "weighting_diagnostics: `wave` must be a Wave; a DataFrame"),
    ("padai.stack([f,f])", "stack: `waves` must be a Wave; a DataFrame was given."),
    ("padai.stack(f)", "stack: `waves` must be a Wave; a str was given. Make a"),
    ("padai.stack(w)", "stack takes a list of waves, such as [wave_2024,"),
    ("padai.stack([])", "stack needs at least one wave."),
    ('padai.stack([w,v],overlap="both")', "Several waves need to know what they share. Give"),
    ('padai.trend(f,"q")', "trend: `waves` must be a Wave or a Stack; a DataFrame was"),
    ('padai.difference(f,"b","a")', "difference: `estimates` must be an Estimates; a DataFrame"),
    ('padai.difference(s,"b","a")', "difference: `estimates` must be an Estimates; a Stack was"),
    ("padai.slope(f)", "slope: `trend` must be an Estimates; a DataFrame was"),
    ("padai.joint_test(f)", "joint_test: `trend` must be an Estimates; a DataFrame was"),
    ("padai.bend_test(f)", "bend_test: `trend` must be an Estimates; a DataFrame was"),
    ("padai.smooth(f)", "smooth: `trend` must be an Estimates; a DataFrame was"),
    ("padai.plan(f)", "plan: `estimates` must be an Estimates; a DataFrame was"),
    ("padai.validate(f)", "validate: `wave` must be a Wave or a Delivery; a"),
    ('padai.paired_change(f,f,"q")', "paired_change: `before` must be a Wave; a DataFrame was"),
    ('padai.turnover(f,f,"q")', "turnover: `before` must be a Wave; a DataFrame was given."),
    ("padai.attrition(f,f)", "attrition: `before` must be a Wave; a DataFrame was"),
    ('padai.conditioning(f,f,"q")', "conditioning: `before` must be a Wave; a DataFrame was"),
    (
        'padai.standardise(f,"q",by="sex",to={"F":.5,"M":.5})',
        "standardise: `waves` must be a Wave or a Stack; a",
    ),
    ('padai.reliability(f,["q","z"])', "reliability: `wave` must be a Wave; a DataFrame was"),
    (
        'padai.with_index(f,"i",["q","z"])',
        "with_index: `wave` must be a Wave or a Stack; a DataFrame",
    ),
    (
        'padai.invariance(f,["q","z","h"],by="sex")',
        "invariance: `waves` must be a Wave or a Stack; a",
    ),
    ('padai.minipublic_change(f,f,"q")', "minipublic_change: `before` must be a Wave; a DataFrame"),
    (
        'padai.minipublic_profile(f,"sex",{"F":.5,"M":.5})',
        "minipublic_profile: `wave` must be a Wave; a DataFrame",
    ),
    ('padai.robustness(f,"q")', "robustness: `waves` must be a Stack; a DataFrame was"),
    ('padai.part_contrast(f,f,"q")', "part_contrast: `one` must be a Wave; a DataFrame was"),
    (
        'padai.write_wave(f,"/tmp/x.csv")',
        "write_wave: `wave` must be a Wave; a DataFrame was given.",
    ),
    (
        'padai.difference_from_rest(f,by="sex")',
        "difference_from_rest: `wave` must be a Wave; a DataFrame",
    ),
    ("padai.predict(f,f)", "predict: `model` must be a Model; a DataFrame was given."),
    ('padai.marginal_effects(f,"age")', "marginal_effects: `model` must be a Model; a DataFrame"),
    ('padai.term_test(f,"age")', "term_test: `model` must be a Model; a DataFrame was"),
    ('padai.wald_test(f,{"a":1})', "wald_test: `estimates` must be an Estimates; a DataFrame"),
    ('padai.proportion(None,"q")', "proportion: `wave` must be a Wave or a Stack; a NoneType"),
    ('padai.proportion("a","q")', "proportion: `wave` must be a Wave or a Stack; a str was"),
    ('padai.proportion([w,v],"q")', "proportion: `wave` must be a Wave or a Stack; a list was"),
    ('padai.proportion(w,"qq")', "the column 'qq' is not in the data. Did you mean 'q'?"),
    ('padai.mean(w,"yy")', "the column 'yy' is not in the data. Did you mean 'y'?"),
    (
        'padai.proportion(w,"q",by="sexe")',
        "the column 'sexe' is not in the data. Did you mean 'sex'?",
    ),
    (
        'padai.proportion(w,"q",where={"sexe":"F"})',
        "the column 'sexe' is not in the data. Did you mean 'sex'?",
    ),
    ("padai.proportion(w,3)", "proportion: `questions` is the name of a column or"),
    ("padai.mean(w,None)", "mean: `variables` is the name of a column or question, in"),
    ("padai.mean(w,[])", "Name at least one variable, and each once."),
    ('padai.mean(w,["y","y"])', "Name at least one variable, and each once."),
    ('padai.proportion(w,"q",by=3)', "proportion: `by` is the name of a column or question, in"),
    ('padai.mean(w,"when")', "'when' holds dates or durations, not numbers. Make a"),
    ('padai.quantile(w,"when")', "'when' holds dates or durations, not numbers. Make a"),
    ('padai.ttest(w,"when","sex")', "'when' holds dates or durations, not numbers. Make a"),
    ('padai.total(w,"when")', "'when' holds dates or durations, not numbers. Make a"),
    ('padai.ratio(w,"y","when")', "'when' holds dates or durations, not numbers. Make a"),
    ('padai.mean(w,"txt")', "'txt' holds something other than a number in 1000 rows."),
    ('padai.quantile(w,"sex")', "'sex' holds something other than a number in 1000 rows."),
    ('padai.total(w,"txt")', "Column 'txt' has 1000 different values in 1000 rows: it"),
    ('padai.ratio(w,"txt","y")', "'txt' holds something other than a number in 1000 rows."),
    ('padai.proportion(w,"empty")', "'empty' holds no answer: it has no proportions."),
    ('padai.proportion(w,"age")', "Column 'age' has 1000 different values in 1000 rows: it"),
    ('padai.proportion(w,"q",by="age")', "Column 'age' has 1000 different values in 1000 rows: it"),
    ('padai.mean(w,"y",by="txt")', "Column 'txt' has 1000 different values in 1000 rows: it"),
    ('padai.crosstab_test(w,"q","age")', "Column 'age' has 1000 different values in 1000 rows: it"),
    (
        'padai.proportion(w,"q",by="when")',
        "Column 'when' has 1000 different values in 1000 rows: it",
    ),
    ('padai.proportion(w,"q",level=95)', "proportion: level=95 is not between 0 and 1"),
    ('padai.mean(w,"y",level=.05)', "mean: level=0.05 is not between 0 and 1"),
    ('padai.mean(w,"y",level=1)', "mean: level=1 is not between 0 and 1"),
    ('padai.mean(w,"y",level="95%")', "mean: level='95%' is not between 0 and 1"),
    ('padai.quantile(w,"y",level=95)', "quantile: level=95 is not between 0 and 1"),
    ('padai.glm(w,"y~age",level=95)', "glm: level=95 is not between 0 and 1"),
    (
        'padai.ttest(w,"y","sex",level=95)',
        "ttest: level=95 is not between 0 and 1",
    ),
    (
        'padai.difference(t,"b","a",adjust="none",level=95)',
        "difference: level=95 is not between 0 and 1",
    ),
    ('padai.trend(s,"q",level=95)', "trend: level=95 is not between 0 and 1"),
    ('padai.mean(w,"y",level=None)', "mean: level=None is not between 0 and 1"),
    ('padai.ranktest(w,"y","sex",level=95)', "ranktest: level=95 is not between 0 and 1"),
    ("padai.slope(t,level=95)", "slope: level=95 is not between 0 and 1"),
    (
        'padai.paired_change(w,v,"q",level=95,weight=None)',
        "paired_change: level=95 is not between 0 and 1",
    ),
    (
        'padai.mean(w,"y",level=float("nan"))',
        "mean: level=nan is not between 0 and 1",
    ),
    ('padai.ratio(w,"y","w",level=0)', "ratio: level=0 is not between 0 and 1"),
    (
        'padai.banner(w,questions=["q"],level=95)',
        "banner: level=95 is not between 0 and 1",
    ),
    (
        'padai.minipublic_change(w,w,"q",net="1",level=95)',
        "minipublic_change: level=95 is not between 0 and 1",
    ),
    ('padai.quantile(w,"y",probs=[50])', "`probs` needs shares from 0 to 1, one at least;"),
    ('padai.quantile(w,"y",probs=[-.1])', "`probs` needs shares from 0 to 1, one at least;"),
    ('padai.quantile(w,"y",probs=["half"])', "`probs` needs shares from 0 to 1, one at least;"),
    ('padai.quantile(w,"y",probs=[])', "`probs` needs shares from 0 to 1, one at least; probs=[]"),
    ('padai.quantile(w,"y",qrule="hf77")', "qrule='hf77' is not known. Use one of: math, school,"),
    (
        'padai.proportion(w,"q",ci="wald")',
        "ci='wald' is not known. Use one of: logit, beta, wilson,",
    ),
    ('padai.quantile(w,"y",ci="wald")', "ci='wald' is not known. Use one of: mean, beta, xlogit,"),
    (
        'padai.proportion(w,"q",net="trust")',
        "'q' has no net or code 'trust'; it has 1, 2, 3. A code",
    ),
    (
        'padai.proportion(w,"q",net=["1"])',
        "`net` of 'q' is a declared name, a code, or a mapping of",
    ),
    ('padai.proportion(w,"q",net=3)', "`net` of 'q' is a declared name, a code, or a mapping of"),
    ('padai.proportion(w,"q",net={})', "`net` of 'q' is an empty mapping: name a net and its"),
    ('padai.proportion(w,"q",net={"hi":[]})', "net 'hi' of 'q' names no code: list one at least."),
    ('est.labelled("de")', "labelled: there are no words in language 'de'; there are:"),
    ("est.labelled(None)", "labelled: there are no words in language None; there are:"),
    (
        'padai.difference(t,"b","a",adjust="none").labelled("de")',
        "labelled: there are no words in language 'de'; there are:",
    ),
    ('padai.difference(t,"c","a")', "Wave 'c' is not among these estimates; they hold a, b."),
    ('padai.difference(t,"a","a")', "Wave 'a' was to be compared with itself; name two waves."),
    ("padai.difference(t,2025,2024)", "Wave '2025' is not among these estimates; they hold a, b."),
    (
        'padai.difference(t,"b","a",adjust="bonf")',
        "adjust='bonf' is not known. Use one of: holm, bh, none.",
    ),
    (
        'padai.difference(t,"b","a",adjust="none",margin=-.1)',
        "margin=-0.1 is no margin: give points above 0, such as 3",
    ),
    (
        'padai.difference(t,"b","a",adjust="none",margin="big")',
        "margin='big' is no margin: give points above 0, such as 3",
    ),
    (
        'padai.predict(sm,pd.DataFrame({"age":[10.,120.]}))',
        "'age': 2 rows lie outside 18.0237 to 89.9681, beyond",
    ),
    (
        'padai.predict(m,pd.DataFrame({"x":[1]}))',
        "Predictions need the variable 'age', which is not there.",
    ),
    ("padai.predict(m,None)", "predict needs `at` or `by`, one of the two."),
    ("padai.predict(m,[1,2])", "Predictions are made at a table of values, or at a"),
    (
        'padai.predict(m,pd.DataFrame({"age":["x"]}))',
        "Predictions need a number for 'age' in every row.",
    ),
    ('padai.marginal_effects(m,"ag")', "The model has no variable ag; it has age."),
    ('padai.term_test(m,"ag")', "The model has no term 'ag'; its terms are age."),
    ('padai.glm(w,"z~~age")', "'z~~age' is no model formula: write the response, '~',"),
    ('padai.glm(w,"z~agee")', "'z~agee': there is no column 'agee'. Did you mean 'age'?"),
    ("padai.glm(w,None)", "glm: `formula` is the name of a column or question, in"),
    ('padai.glm(w,"age")', "'age' is no model formula: write the response, '~', then"),
    ('padai.glm(w,"z~age",family="logit")', "family='logit' is not known. Use one of: gaussian,"),
    ('padai.glm(w,"y~age",family="binomial")', "A binomial response must lie between 0 and 1."),
    ('padai.glm(w,"txt~age")', "The response txt has 1000 categories: name those that"),
    (
        "padai.glm(w,\"z~__import__('os').getcwd()\")",
        "\"z~__import__('os').getcwd()\" cannot be read as a model",
    ),
    ('padai.glm(w,"z~when")', "'when' holds dates or durations, not numbers. Make a"),
    ("padai.Wave(f.head(0),D)", "the data have no rows."),
    (
        'padai.Wave(f,padai.Design(weight="ww"))',
        "the weight column 'ww' is not in the data. Did you mean",
    ),
    (
        'padai.Wave(f,padai.Design(weight="txt"))',
        "the weight column 'txt' holds something other than a",
    ),
    ("padai.Wave(f.assign(w=-1.),D)", "column 'w': weights must be positive numbers; found 1000"),
    (
        'padai.Wave(pd.concat([f,f[["q"]]],axis=1),D)',
        "the column 'q' stands twice in the data. Rename or remove",
    ),
    ('padai.Wave(f,{"weight":"w"})', "a wave needs a Design, such as padai.Design(weight='w',"),
    ("padai.Wave(f,None)", "a wave needs a Design, such as padai.Design(weight='w',"),
    ("padai.Wave([1,2],D)", "a wave needs a pandas, polars or pyarrow table; a list"),
    ('padai.Wave(f,D,date="2024")', "date='2024' is no date: give datetime.date(2025, 5, 1)."),
    ('padai.Design(lonely_psu="ignore")', "lonely_psu='ignore' is not known. Use one of: fail,"),
    ('padai.Design(weight=["w"])', "Design(weight=...) is the name of a column, in text; list"),
    ("padai.Design(weight=3)", "Design(weight=...) is the name of a column, in text; int"),
    ('padai.Wave({"q":[1]},D)', "a wave needs a pandas, polars or pyarrow table; a dict"),
    ('padai.Wave("file.csv",D)', "a wave needs a table, or the path of Parquet files; file.csv"),
    ("padai.Wave(np.zeros((3,2)),D)", "a wave needs a pandas, polars or pyarrow table; a ndarray"),
    ("padai.Wave(f.q,D)", "a wave needs a pandas, polars or pyarrow table; a Series"),
    (
        'padai.Wave(f,padai.Design(weight="when"))',
        "the weight column 'when' holds dates, not numbers.",
    ),
    (
        'padai.mean(w,"y",where=[True,False])',
        "`where` needs the codes wanted by column, where={'sex': ['F']}, or 1000 true or",
    ),
    (
        'padai.mean(w,"y",where="sex == \'F\'")',
        "`where` needs the codes wanted by column, where={'sex': ['F']}, or 1000 true or",
    ),
    ('padai.mean(w,"y",where={"sex":"X"})', "`where`: 'sex' has no code X; it has F, M."),
    (
        'padai.mean(w,"y",where=lambda d:d)',
        "`where` needs the codes wanted by column, where={'sex': ['F']}, or 1000 true or",
    ),
    (
        'padai.crosstab_test(w,"q","q")',
        "crosstab_test takes two variables; 'q' is crossed with itself.",
    ),
    (
        'padai.crosstab_test(w,"q","sex",statistic="chi")',
        "statistic='chi' is not known. Use one of: F, Chisq, Wald,",
    ),
    ('padai.ttest(w,"y","q")', "'q' has 3 codes among those who answer 'y': a t-test"),
    ('padai.ttest(w,"txt","sex")', "'txt' holds something other than a number in 1000 rows."),
    ("padai.rake(w,[1])", "rake: targets must be those of a survey, or a mapping"),
    (
        'padai.rake(w,{"sexe":{"F":.5,"M":.5}})',
        "the column 'sexe' is not in the data. Did you mean 'sex'?",
    ),
    ("padai.rake(w,None)", "rake: targets must be those of a survey, or a mapping"),
    ('padai.rake(w,{"sex":{"F":1.}})', "rake: margin 'sex': codes without a target, with their"),
    (
        'padai.calibrate(w,{"sex":{"F":.5,"M":.5}},method="ml")',
        "calibrate: There is no method 'ml'; there are linear,",
    ),
    (
        'padai.replicate_weights(w,"jack")',
        "there are no 'jack' replicates; there are jk1, jkn, brr,",
    ),
    (
        'padai.replicate_weights(w,"bootstrap")',
        "bootstrap draws at random: give seed=, so that it can be",
    ),
    (
        'padai.replicate_weights(w,"bootstrap",n="many",seed=1)',
        "n='many' replicates give no variance: ask for a whole",
    ),
    (
        'padai.replicate_weights(w,"bootstrap",n=0,seed=1)',
        "n=0 replicates give no variance: ask for a whole number,",
    ),
    ('padai.load_survey("/nope")', "There is no survey folder '/nope'. Give the folder that"),
    ("padai.load_survey(3)", "There is no survey folder '3'. Give the folder that holds"),
    ('padai.read_wave(None,"2025")', "read_wave: `survey` must be a Survey; a NoneType was"),
    ('padai.open_store("/nope")', "'nope' is not a release store: texts.json is missing."),
    ('padai.write_wave(w,"/tmp/x.foo")', "wave: files ending in '.foo' are not written. Use .sav,"),
    (
        'est.contrast({"d":{"Z":1}})',
        "No row has the keys 'Z'. A row is named by its position, or by",
    ),
    ("est.contrast(None)", "A contrast is a mapping of names to rows and"),
    ("est.contrast([1,2])", "A contrast is a mapping of names to rows and"),
    ("est.cov([999])", "Rows are positions from 0 to 8, or one true or false"),
    ('est.cov("a")', "Rows are positions from 0 to 8, or one true or false"),
    ('padai.slope(t,on="log")', "slope: on='log' is not known. Use one of: points, logit."),
    ('padai.slope(t,fit="wls")', "slope: fit='wls' is not known. Use one of: ols, gls."),
    ('padai.trend(w,"q")', "A trend needs at least two waves in one design:"),
    ("padai.plan(t,n=-5)", "n=-5: name how many interviews the next wave has, 2 or more."),
    (
        'padai.proportion(w,"q",by="sex,h")',
        "the column 'sex,h' is not in the data. Several are given in a list: ['sex', 'h']; a",
    ),
    (
        'padai.proportion(w,"q",by="sex h")',
        "the column 'sex h' is not in the data. Several are given in a list: ['sex', 'h']; a",
    ),
    (
        'padai.proportion(w,"q",by="sex:h")',
        "the column 'sex:h' is not in the data. Several are given in a list: ['sex', 'h']; a",
    ),
    (
        'padai.proportion(w,"q",by="sex*")',
        "'sex*' is no crossing: name two breakdowns on the sides of the star, as in",
    ),
    (
        'padai.proportion(w,"q",by=["sex","sex"])',
        "`by` names a breakdown twice, or 'total', which is always there.",
    ),
    (
        'padai.proportion(w,"sex,q")',
        "the column 'sex,q' is not in the data. Several are given in a list: ['sex', 'q']; a",
    ),
    (
        'padai.proportion("q",w)',
        "proportion: `wave` comes first, as a Wave or a Stack: write proportion(wave, ...), the",
    ),
    (
        'padai.mean("y",w)',
        "mean: `wave` comes first, as a Wave or a Stack: write mean(wave, ...), the names after it.",
    ),
    (
        'padai.trend("q",s)',
        "trend: `waves` comes first, as a Wave or a Stack: write trend(waves, ...), the names",
    ),
    (
        'padai.glm("z ~ age",w)',
        "glm: `wave` comes first, as a Wave or a Stack: write glm(wave, ...), the names after it.",
    ),
    (
        'padai.difference("b","a",t)',
        "difference: `estimates` comes first, as an Estimates: write difference(estimates, ...),",
    ),
    (
        'padai.write_wave("/tmp/x.csv",w)',
        "write_wave: `wave` comes first, as a Wave: write write_wave(wave, ...), the names after",
    ),
    (
        'padai.difference(t,"b","a",adjust="none",margin=.2)',
        "margin=0.2 is a margin of less than half a percentage point, which no survey shows:",
    ),
    (
        'padai.difference(t,"b","a",adjust="none",margin=.03)',
        "margin=0.03 is a margin of less than half a percentage point, which no survey shows:",
    ),
    (
        "padai.difference(t)",
        "difference: `later` is missing. It takes estimates, later, earlier, family, adjust,",
    ),
    (
        'padai.difference(t,"b")',
        "difference: `earlier` is missing. It takes estimates, later, earlier, family, adjust,",
    ),
    (
        "padai.proportion(w)",
        "proportion: `questions` is missing. It takes wave, questions, by, net, where, ci, level.",
    ),
    (
        'padai.ratio(w,"y")',
        "ratio: `denominator` is missing. It takes wave, numerator, denominator, by, where, level.",
    ),
    (
        'padai.proportion(w,"q",conf_level=.9)',
        "proportion: there is no argument `conf_level`. Write level. It takes wave, questions, by,",
    ),
    (
        'padai.proportion(w,"q",confidence=.9)',
        "proportion: there is no argument `confidence`. Write level. It takes wave, questions, by,",
    ),
    (
        'padai.mean(w,"y",alpha=.05)',
        "mean: there is no argument `alpha`. Write level=1 - alpha. It takes wave, variables, by,",
    ),
    (
        'padai.mean(w,"y",na_rm=True)',
        "mean: there is no argument `na_rm`. Blanks and codes declared missing leave the base by",
    ),
    (
        'padai.mean(w,"y",weights="w")',
        "mean: there is no argument `weights`. Weights, strata and units belong to the wave:",
    ),
    (
        'padai.mean(w,"y",groupby="sex")',
        "mean: there is no argument `groupby`. Write by. It takes wave, variables, by, where,",
    ),
    (
        'padai.mean(w,"y",deff=True)',
        "mean: there is no argument `deff`. Standard errors, intervals and design effects always",
    ),
    (
        'padai.mean(w,"y",vartype="ci")',
        "mean: there is no argument `vartype`. Standard errors, intervals and design effects",
    ),
    (
        'padai.proportion(w,"q",response="3")',
        "proportion: there is no argument `response`. Write net. It takes wave, questions, by,",
    ),
    (
        'padai.quantile(w,"y",q=[.5])',
        "quantile: there is no argument `q`. Write probs. It takes wave, variables, probs, by,",
    ),
    (
        "padai.predict(m,newdata=f)",
        "predict: there is no argument `newdata`. Write at. It takes model, at, by, adjusted,",
    ),
    (
        'padai.proportion(w,f["q"])',
        "proportion: `questions` is the name of a column or question, in text; a Series was given.",
    ),
    (
        "padai.mean(w,f.y)",
        "mean: `variables` is the name of a column or question, in text; a Series was given. Write",
    ),
    (
        'padai.mean(w,f["y"].to_numpy())',
        "mean: `variables` is the name of a column or question, in text; a ndarray was given.",
    ),
    (
        'padai.Design(weights="w")',
        "Design: there is no argument `weights`. Did you mean 'weight'? It takes weight, stratum,",
    ),
    (
        'padai.Design(strata="h")',
        "Design: there is no argument `strata`. Did you mean 'stratum'? It takes weight, stratum,",
    ),
    (
        'padai.Design(cluster="h")',
        "Design: there is no argument `cluster`. Did you mean 'psu'? It takes weight, stratum,",
    ),
    (
        'padai.Design(ids="h")',
        "Design: there is no argument `ids`. Did you mean 'psu'? It takes weight, stratum, psu,",
    ),
    (
        'padai.Wave(f,weight="w")',
        "Wave: there is no argument `weight`. Weights, strata and units belong to the wave:",
    ),
    (
        "padai.Wave(f)",
        "Wave: `design` is missing. It takes frame, design, survey, id, date, part, provenance,",
    ),
    (
        "padai.Wave(D,f)",
        "a wave needs a Design, such as padai.Design(weight='w', stratum='region'); DataFrame was",
    ),
    (
        'padai.Wave(f,D,survey="surveys/quebec")',
        "a wave's `survey` is a Survey; a str was given. Load the definition:",
    ),
    (
        "padai.Wave(f,D,missing=[98,99])",
        "`missing=` needs the codes by column: missing={'q1': [98, 99]}; a list was given.",
    ),
    (
        'padai.Wave(f,D,missing={"q":98})',
        "`missing=` needs a list of codes for 'q': missing={'q': [-9, -8]}.",
    ),
    (
        'padai.Wave(f,D,missing={"qq":[98]})',
        "`missing=` names the column 'qq', which is not in the data. Did you mean 'q'?",
    ),
    (
        "padai.Wave(f.assign(w=f.w-1),D)",
        "column 'w': weights must be positive numbers; found 302 negative in 1000 rows. Correct",
    ),
    (
        "padai.Wave(f.assign(w=f.w.where(f.h>0)),D)",
        "column 'w': weights must be positive numbers; found 198 missing in 1000 rows. Correct the",
    ),
    (
        'padai.Wave(f.assign(h=f.h.where(f.h>0)),padai.Design(weight="w",stratum="h"))',
        "the stratum column 'h' is missing in 198 of 1000 rows. Every row needs one.",
    ),
    (
        'padai.Wave(f.assign(h=f.h.where(f.h>0)),padai.Design(weight="w",psu="h"))',
        "the psu column 'h' is missing in 198 of 1000 rows. Every row needs one.",
    ),
    (
        'padai.Wave(f,padai.Design(weight="w",psu="hh"))',
        "the psu column 'hh' is not in the data. Did you mean 'h'?",
    ),
    (
        'padai.Wave(f,padai.Design(weight="w",id="sex"))',
        "the id column 'sex' has 0 blanks and 998 repeated values: each row needs an identifier of",
    ),
    (
        'padai.Wave(f,padai.Design(weight="w",replicates="rw"))',
        "`replicates` takes a kind of replicate weights, such as padai.Bootstrap(prefix='rw'); a",
    ),
    (
        "padai.stack(w,v)",
        "stack takes a list of waves, such as [wave_2024, wave_2025]; Wave was given.",
    ),
    (
        "padai.stack([w,w])",
        "Waves need an id each, all different: 'a', 'a' were given. Say Wave(..., id='2024').",
    ),
    (
        "padai.stack([w,v])",
        "Several waves need to know what they share. Give overlap='none' (other respondents and",
    ),
    (
        'padai.slope(padai.trend(padai.stack([v,w],overlap="none"),"q",net={"hi":["3"]}))',
        "Waves b, a are not in the order of their dates, or two share one. Stack them from the",
    ),
    (
        'padai.rake(w,{"sex":{"F":.6,"M":.6}})',
        "rake: margin 'sex' sums to 1.2, which is neither shares nor counts: shares sum to 1 (or",
    ),
    (
        'padai.rake(w,{"sex":{"Femme":.5,"Homme":.5}})',
        "rake: margin 'sex': codes without a target, with their respondents: 'F' (536), 'M' (464).",
    ),
    (
        'padai.rake(w,{"sex":{"F":-.5,"M":1.5}})',
        "rake: margin 'sex', cell 'F': the target must be a positive number. Merge an empty cell",
    ),
    (
        'padai.rake(w,"targets.csv")',
        'rake: targets must be those of a survey, or a mapping such as {"sex": {"F": 0.51, "M":',
    ),
    (
        'padai.rake(w,{"sex":{"F":.5,"M":.5}},bounds=5)',
        "rake: bounds=5 must be two numbers, 0 <= lower < 1 < upper: they bound g, the final",
    ),
    (
        'padai.Targets({"sex":{"F":.5,"M":.5}})',
        "Targets are made of a mapping by padai.Targets.from_mapping({'sex': {'F': 0.51, 'M':",
    ),
    (
        "padai.plan(t,n=1000,power=80)",
        "level=0.95 and power=80 make no plan: the level lies between 0.5 and 1 (usually 0.95),",
    ),
    ("padai.slope(est)", "This needs 2 comparable waves, and no series has more than 1."),
    (
        'padai.difference(est,"F","M")',
        "'F' is a group of sex and no wave; these estimates hold a. Of two groups:",
    ),
    (
        'padai.ordinal(w,"y ~ age")',
        "The response has 1000 different values, and an ordinal model is of 100 ordered answers at",
    ),
    (
        'padai.minipublic_profile(w,"sex",[.5,.5])',
        "the population's shares of 'sex' are given by group: {'F': 0.51, 'M': 0.49}; list was",
    ),
    ('padai.adjust_p([5],"holm")', "1 of 1 p-values lie outside 0 to 1."),
    (
        'padai.load_survey("surveys/quebec/survey.yaml")',
        "'surveys/quebec/survey.yaml' is a file. Give the survey's folder: 'surveys/quebec'.",
    ),
    (
        'padai.load_survey("surveys/quebecc")',
        "There is no survey folder 'surveys/quebecc'. Did you mean 'surveys/quebec'?",
    ),
    (
        'padai.read_wave("surveys/quebec","2025")',
        "read_wave: `survey` must be a Survey; a str was given. Load the definition:",
    ),
    (
        'padai.simulate("surveys/quebec")',
        "simulate: `survey` must be a Survey; a str was given. Load the definition:",
    ),
    (
        'padai.validate("surveys/quebec")',
        "validate: `wave` must be a Wave or a Delivery; a str was given. Make a wave of the table:",
    ),
    (
        'est.labelled("english")',
        "labelled: there are no words in language 'english'; there are: fr, en, es.",
    ),
    (
        'est.plot("english")',
        "plot: there are no words in language 'english'; there are: fr, en, es. Did you mean 'en'?",
    ),
    (
        'est.plot(lang="FR")',
        "plot: there are no words in language 'FR'; there are: fr, en, es. Did you mean 'fr'?",
    ),
    (
        'est.to_markdown("pt")',
        "to_markdown: there are no words in language 'pt'; there are: fr, en, es.",
    ),
    (
        "est.plot(rows=[99])",
        "Rows are positions from 0 to 8, or one true or false value a row; find them by their keys",
    ),
    (
        'est.rows("F")',
        "rows goes by keys, not by place: est.rows(group='F', response='1'). The keys are wave,",
    ),
    (
        'est.rows(sexe="F")',
        "'sexe' is no key: rows go by wave, question, response, breakdown, group.",
    ),
    ('est["estimate"]', "Estimates is no table, and gives no column or row by itself. Write"),
    (
        "est.estimate",
        "Estimates has no 'estimate': it is a column of its table. Write result.frame['estimate'].",
    ),
    (
        'est.to_csv("x.csv")',
        "Estimates has no 'to_csv': its table is .frame. Write result.frame.to_csv.",
    ),
    ("est.plt()", "Estimates has no 'plt'. Did you mean 'plot'?"),
    ('w["q"]', "A wave is no table of its own: its data are .frame. Write wave.frame['q']."),
    ("w.head()", "A wave is no table of its own: its data are .frame. Write wave.frame.head."),
    ("w.wieghts", "Wave has no 'wieghts'. Did you mean 'weights'?"),
    (
        'padai.svymean(w,"y")',
        "padai has no 'svymean'. Did you mean 'mean'? `dir(padai)` lists what it has.",
    ),
    (
        'padai.prop(w,"q")',
        "padai has no 'prop'. Did you mean 'proportion'? `dir(padai)` lists what it has.",
    ),
    (
        'padai.proportions(w,"q")',
        "padai has no 'proportions'. Did you mean 'proportion'? `dir(padai)` lists what it has.",
    ),
    (
        'padai.read_sav("x.sav")',
        "padai has no 'read_sav'. Did you mean 'read_wave'? `dir(padai)` lists what it has.",
    ),
    (
        'padai.crosstab(w,"q")',
        "padai has no 'crosstab'. Did you mean 'banner'? `dir(padai)` lists what it has.",
    ),
    (
        'padai.with_index(w,["q","z"],"i")',
        "with_index: `name` is the name of a column or question, in text; a list was given.",
    ),
    ('padai.reliability(w,["q"])', "An index needs two items or more, each once; 1 were named."),
    (
        "padai.small_area(w)",
        "small_area: `estimates` must be an Estimates; a Wave was given. Estimate first, for",
    ),
    (
        'padai.small_area(areas,covariates=pd.DataFrame({"rural":[1.0]*12}))',
        "small_area: no row of the covariates bears the name of an area. Put the areas in the",
    ),
    (
        'padai.small_area(areas,method="REML")',
        "small_area: method='REML' is not known. Use one of: yl, yl_ml, ll, ll_ml, reml, ml, fh.",
    ),
    (
        "padai.small_area(areas,draws=10)",
        "small_area: draws=10; the bootstrap needs 400 or more.",
    ),
    (
        'padai.small_area(areas,areas="regio")',
        "small_area: the areas are the groups of one breakdown of the estimates, which have",
    ),
    (
        'padai.small_area(areas,over="walk")',
        "small_area: 1 waves with over='walk'. Several waves need over='walk' or over='ar1', so",
    ),
    (
        "padai.small_area(areas,X=f)",
        "small_area: there is no argument `X`. Write covariates. It takes estimates, covariates,",
    ),
    (
        "padai.small_area(areas.detach())",
        "These estimates are detached from their respondents (stored, pickled or after",
    ),
    (
        'padai.unit_model(r,"y",areas="region",population=cells)',
        "unit_model: `population` has several rows for r0, as cells have. Of a share, name its",
    ),
    (
        'padai.unit_model(r,"z",net={"z":[1]},areas="regio",population=cells)',
        "unit_model: `population` lacks the column regio; it has region, sex, N. Did you mean",
    ),
    (
        'padai.unit_model(r,"z",net={"z":[1]},areas="region",population="cells.csv")',
        "unit_model: `population` is a table with one row a cell and the people in it in the",
    ),
    (
        'padai.unit_model(r,"z",net={"z":[1]},areas="region",population=cells.rename(columns={"N":"n"}))',
        "unit_model: `population` lacks the column N; it has region, sex, n. Did you mean 'n'?",
    ),
    (
        'padai.unit_model(r,"z",net={"z":[1]},areas="region",population=cells[cells.sex=="F"])',
        "unit_model: 'sex' has respondents with the code M, of which `population` has no cell;",
    ),
    (
        'padai.unit_model(r,"z",net={"z":[1]},areas="region",population=cells,interactions=["region:sex"])',
        "unit_model: the interaction 'region:sex' is not of two variables: write",
    ),
    (
        'padai.nonprob(r,"z",reference=f,variables=["sex"])',
        "nonprob: `reference` is a Wave with its design, or totals by variable; a DataFrame was",
    ),
    (
        'padai.nonprob(r,"z",reference=r,variables=["sex"],method="dr")',
        "nonprob: method='dr' is not known. Use one of: doubly_robust, ipw, mass.",
    ),
    (
        'padai.nonprob(r,"z",reference={"sex":{"F":500,"M":500}},variables=["sex"])',
        "nonprob: with totals, give the size of their population: population=...",
    ),
    (
        'padai.nonprob(r,"z",reference=r,variables=["sex"],imputation="nearest",method="mass")',
        'nonprob: imputation="nearest" has no analytic variance; use variance="bootstrap".',
    ),
    (
        'padai.decompose(rs,"z",net={"z":[1]})',
        "decompose needs a breakdown: by='age_group'.",
    ),
    (
        'padai.decompose(w,"z",net={"z":[1]},by="sex")',
        "A change needs two waves in one design: padai.stack([...]).",
    ),
    (
        "padai.plan(t,n=1000,change=0.05)",
        "change=0.05 is a change of less than half a percentage point, which no survey shows:",
    ),
    (
        'padai.ordinal(r,"sex ~ age")',
        "'sex' holds texts without an order. Say it, from the lowest to the highest:",
    ),
    (
        'padai.ordinal(r,"C(q) ~ age")',
        "An ordinal model needs a column as its response, not 'C(q)'.",
    ),
    (
        'padai.quantile(r,"y").contrast({"iqr":{"0.75":1,"0.25":-1}})',
        "No row has the keys '0.75'. Did you mean 'q0.75'? A row is named by its position, or by",
    ),
    (
        'padai.difference(padai.proportion(padai.Wave(f,D),"q",by="sex"),"F","M")',
        "'F' is a group of sex and no wave; these estimates hold one wave without a name. Of two",
    ),
    (
        'padai.ranktest(r,"y","sex",test="median")',
        "ranktest: there is no argument `test`. Write scores. It takes wave, variable, by,",
    ),
    (
        'padai.ranktest(r,"y","sex",scores="kruskal")',
        "scores='kruskal' is not known. Use one of: wilcoxon, vanderWaerden, median,",
    ),
    (
        'padai.ttest(r,"y","sex",paired=True)',
        "ttest: there is no argument `paired`. Of the same people in two waves:",
    ),
    (
        'padai.crosstab_test(r,"z","sex",statistic="chisq")',
        "statistic='chisq' is not known. Use one of: F, Chisq, Wald, adjWald, lincom,",
    ),
    (
        'padai.crosstab_test(r,"z","z")',
        "crosstab_test takes two variables; 'z' is crossed with itself.",
    ),
    (
        'padai.replicate_weights(r,"boot")',
        "there are no 'boot' replicates; there are jk1, jkn, brr, fay, bootstrap, subbootstrap,",
    ),
    (
        'padai.replicate_weights(r,"bootstrap",R=500)',
        "replicate_weights: there is no argument `R`. Write n. It takes wave, kind, n, seed,",
    ),
    (
        "m.cov()",
        "Model has no 'cov'. Write result.covariance.",
    ),
    (
        "m.summary()",
        "Model has no 'summary'. Write print(result).",
    ),
    (
        "m.params",
        "Model has no 'params'. Write result.coef.",
    ),
    (
        "m.predict(f)",
        "Model has no 'predict'. Write padai.predict(result, at=...).",
    ),
    (
        "est.se",
        "Estimates has no 'se'. Write result.frame['std_error'].",
    ),
    (
        'padai.stack({"a":w,"b":v},overlap="none")',
        "stack takes a list of waves, not a mapping: padai.stack(list(waves.values()),",
    ),
    (
        'padai.proportion(w,"q",where="sex == \'F\'")',
        "`where` needs the codes wanted by column, where={'sex': ['F']}, or 1000 true or false",
    ),
    (
        'padai.mean(w,"y",where=lambda d: d.sex=="F")',
        "`where` needs the codes wanted by column, where={'sex': ['F']}, or 1000 true or false",
    ),
    (
        'padai.glm(w,"z ~ age + (1|h)",family="binomial")',
        "'z ~ age + (1|h)' cannot be read as a model formula: Operator `|` is incorrectly used.",
    ),
    (
        'padai.glm(w,"z ~ s(age)",family="binomial")',
        "'z ~ s(age)' cannot be read as a model formula: Unable to evaluate factor `s(age)`.",
    ),
    (
        'padai.glm(w,"q ~ age",family="binomial")',
        "A binomial response must lie between 0 and 1. Of a question with codes, say which count",
    ),
    (
        "padai.slope(t,times=[2024,2025])",
        "slope: `times` must be a mapping of waves to years or dates; a list was given.",
    ),
    (
        "padai.draw_panel(f,n=10)",
        "draw_panel: there is no argument `n`. It takes definition, volunteers, where, lottery.",
    ),
    (
        'padai.adjust_p([0.01,0.02],"sidak")',
        "method='sidak' is not known. Use one of: holm, hochberg, hommel, bonferroni, bh, by,",
    ),
    (
        'padai.Wave(f,padai.Design(weight="w",replicates=padai.Bootstrap(columns=["w"])))',
        "one replicate weight is named, w; there must be two at least.",
    ),
    (
        "padai.draw_panel(f,f)",
        "draw_panel: the draw is that of a definition: padai.draw_panel(survey.panel.draw,",
    ),
    (
        'padai.Fay(prefix="rw",fay=.3)',
        "Fay: there is no argument `fay`. Did you mean 'rho'? It takes",
    ),
    (
        'padai.Bootstrap(repweights="rw")',
        "Bootstrap: there is no argument `repweights`.",
    ),
    (
        'padai.stack([w,v],overlaps="none")',
        "stack: there is no argument `overlaps`. Did you mean 'overlap'? It takes waves, overlap.",
    ),
    (
        'padai.adjust_p([.01],methd="holm")',
        "adjust_p: there is no argument `methd`. Did you mean 'method'? It takes p, method.",
    ),
    (
        'padai.load_survey(folder="surveys/quebec")',
        "load_survey: there is no argument `folder`.",
    ),
    (
        'padai.HartleyRao(prob="w")',
        "HartleyRao: there is no argument `prob`.",
    ),
    (
        "beside(w,here=5,there=3)",
        "confidentiality.rounding: wave a holds the same people as wave b of first/b/v1, which is out "
        "and rounds bases to 3, not to 5.",
    ),
    (
        "beside(w,here=None,there=5)",
        "confidentiality.rounding: wave a holds the same people as wave b of first/b/v1, which is out "
        "and rounds bases to 5. Told exactly here",
    ),
    (
        "beside(w,here=5,there=None)",
        "confidentiality.rounding: wave a holds the same people as wave b of first/b/v1, which is out "
        "and tells bases exactly",
    ),
    (
        'start(("w2024",polled(f,"a")),("w2025",polled(f,"b")))',
        "Wave 2025 has 12 questions, and 0 of them are asked in an earlier wave (0 have the column",
    ),
    ('start(("a",f[["id","w","q"]].head(0)))', "a.csv has columns and no row"),
    (
        'start(("a",replicated(f[["id","w","q"]])),**proposed("proposed"))',
        "wave 1: 40 columns bsw… are replicate weights, and their documentation says",
    ),
    (
        'start(("a",f[["id","w","q"]]),**proposed("proposed,replicates=bootstrap"))',
        "wave 1: --design says how replicate weights were made, and the file has none",
    ),
    (
        'start(("a",f[["id","w","q"]]),**proposed("replicates=jkn"))',
        "--design replicates=jkn: 'replicates=jkn' is not understood",
    ),
    (
        'start(("a",f[["id","w","q"]]),("b",replicated(f[["id","w"]]).drop(columns="w")))',
        "b.csv holds 40 replicate weights (bsw…) and no answers: join it to",
    ),
    (
        'start(("a",pd.concat([f[["id","w","q"]],f[["q"]]],axis=1)))',
        "a.csv names columns twice: those at places 3, 4",
    ),
    (
        'start(("a",f[["id","q"]].assign(weight=f["w"],weight1=f["w"]**2)),**proposed("proposed"))',
        "wave 1: nothing decides which column has a role of the design",
    ),
    (
        'start(("a",pd.concat([f[["id","w","q","sex"]],pd.DataFrame([["Total",1000,None,None]],columns=["id","w","q","sex"])])))',
        "a.csv ends with",
    ),
    (
        'padai.replicate_weights(r,"bootstrap",n=10**9,seed=1)',
        "n=1000000000 replicates are too many",
    ),
]


@pytest.fixture(autouse=True)
def _in_the_project(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize(("mistake", "said"), MISTAKES)
def test_a_mistake_is_met_by_a_sentence(mistake, said, names):
    with pytest.raises(PadaiError) as caught:
        eval(mistake, dict(names))
    english = caught.value.texts["en"].removeprefix("a: ")
    assert english.startswith(said)
    assert "\n" not in english
    french = caught.value.texts["fr"].removeprefix("a: ")
    assert french != english, "the sentence is in one language alone"
    assert "Traceback" not in english and "object at 0x" not in english


def test_there_are_enough_of_them_and_none_twice():
    assert len(MISTAKES) == len({mistake for mistake, _ in MISTAKES}) >= 300


@pytest.mark.parametrize(
    ("mistake", "cure"),
    [
        ("padai.proportion(f, 'q')", "padai.Wave(frame, padai.Design(weight=...))"),
        ("padai.stack([f, f])", "padai.Wave(frame, padai.Design(weight=...))"),
        ("padai.proportion([w, v], 'q')", "padai.stack([wave_1, wave_2], overlap=...)"),
        ("padai.reliability(s, ['q', 'z'])", "Give one of its waves (.waves)"),
        ("padai.robustness(w, 'q')", "padai.stack([wave_1, wave_2], overlap=...)"),
        ("padai.slope(s)", "padai.trend"),
        ("padai.predict(f, f)", "padai.glm"),
        ("est.labelled('de')", "there are: fr, en"),
        ("padai.proportion(w, 'qq')", "Did you mean 'q'?"),
        ("padai.mean(w, 'y', level=95)", "Did you mean 0.95?"),
        ("padai.mean(w, 'y', level=0.05)", "Did you mean 0.95?"),
        ("padai.mean(w, 'when')", ".dt.days"),
        ("padai.proportion(w, 'age')", "pandas.cut"),
        ("padai.proportion(w, 'q', by='txt')", ".astype('category')"),
        ("padai.predict(sm, {'age': [120]})", "lower_bound="),
    ],
)
def test_the_sentence_says_what_to_do_in_both_languages(mistake, cure, names):
    with pytest.raises(PadaiError) as caught:
        eval(mistake, names)
    assert cure in caught.value.texts["en"]
    assert caught.value.texts["fr"] != caught.value.texts["en"]


def test_many_values_are_codes_where_they_are_said_to_be(names):
    coded = padai.Wave(names["f"].assign(txt=names["f"]["txt"].astype("category")), names["D"])
    assert len(padai.proportion(coded, "txt").frame) == N


def test_effects_of_a_spline_reach_the_ends_of_the_data(names):
    # bs(age, df=3) has no inner knot: it spans the cubic polynomials.
    spline = padai.glm(names["w"], "y ~ bs(age, df=3)")
    cubic = padai.glm(names["w"], "y ~ age + I(age**2) + I(age**3)")
    got = padai.marginal_effects(spline, "age").frame.iloc[0]
    expected = padai.marginal_effects(cubic, "age").frame.iloc[0]
    assert got["estimate"] == pytest.approx(expected["estimate"], rel=1e-6)
    assert got["std_error"] == pytest.approx(expected["std_error"], rel=1e-6)


def test_predictions_inside_a_spline_are_given(names):
    low, high = names["f"]["age"].min(), names["f"]["age"].max()
    assert len(padai.predict(names["sm"], {"age": [low, 50.0, high]}).frame) == 3


def test_an_answer_holds_no_value_of_a_respondent(names):
    for call in (
        "padai.mean(w, f.y)",
        'padai.proportion(w, f["txt"])',
        'padai.mean(w, f["y"].to_numpy())',
    ):
        with pytest.raises(PadaiError) as caught:
            eval(call, dict(names))
        told = " ".join(caught.value.texts.values())
        assert not any(repr(v) in told for v in names["f"]["y"]) and "t17" not in told


@pytest.mark.parametrize("margin", [0.5, 3, 20])
def test_a_margin_in_points_is_taken(names, margin):
    found = padai.difference(names["t"], "b", "a", adjust="none", margin=margin)
    assert (found.frame["margin"] == margin).all()


def test_a_small_margin_of_a_mean_is_one(names):
    means = padai.trend(names["s"], "y", net="mean")
    assert len(padai.difference(means, "b", "a", adjust="none", margin=0.2).frame) == 1


def test_names_in_an_index_or_an_array_are_names(names):
    for listed in (pd.Index(["y", "age"]), np.array(["y", "age"])):
        assert len(padai.mean(names["w"], listed).frame) == 2


def test_what_lacks_a_name_is_asked_politely():
    """``hasattr`` and ``getattr`` with a default work as everywhere."""
    assert not hasattr(padai, "svymean")
    assert getattr(padai, "nothing", 3) == 3
    w = padai.Wave(pd.DataFrame({"w": [1.0, 2.0]}), padai.Design(weight="w"))
    assert not hasattr(w, "head") and getattr(w, "tail", None) is None
    import copy
    import pickle

    again = pickle.loads(pickle.dumps(copy.deepcopy(w)))
    assert again.weights.tolist() == [1.0, 2.0]


def page():
    """Return the page of mistakes: what is written, what padai answers in both languages."""
    lines = [
        "# Mistakes, and what padai says",
        "",
        "Made by `python -m tests.test_mistakes`. Each line is tried by the tests, which hold this page "
        "to what padai says today. In them `f` is a table of 1,000 rows, `D` a design, `w` and `v` "
        "waves, `s` their stack, `t` a trend, `est` estimates, `m` and `sm` models; `r` has twelve regions, "
        "`areas` are their shares, `cells` their people, `rs` is a stack of them; `beside` puts out a "
        "survey of the people of one that is out, each with the `rounding:` of its bases; `start` drafts a "
        "survey from tables as `padai init` does, `proposed` is its `--design`, `replicated` adds 40 weights.",
        "",
        "| Written | What padai says | Ce que dit padai |",
        "| --- | --- | --- |",
    ]
    names = made()
    for mistake, _ in MISTAKES:
        try:
            eval(mistake, dict(names))
        except PadaiError as error:
            cells = (f"`` {mistake} ``", error.texts["en"], error.texts["fr"])
            lines.append(
                "| " + " | ".join(c.replace("|", "\\|").replace("<", "&lt;") for c in cells) + " |"
            )
    return "\n".join(lines) + "\n"


def test_the_page_of_mistakes_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m tests.test_mistakes"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
