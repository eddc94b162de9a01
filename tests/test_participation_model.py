"""A model of who took part, declared: its numbers, what it may tell, its table and its words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.nonrandom.declared_model import fit_item, participants
from padai.nonrandom.estimators import Choice
from padai.nonrandom.fitted import change_variance, fitted
from padai.nonrandom.shared_variables import shared_with_wave
from padai.numerics.multiplicity import holm
from padai.pipeline.parts.coarsening import coarsened
from padai.pipeline.parts.facts import facts_of
from padai.pipeline.parts.preparation import Prepared, weight_as_declared
from padai.pipeline.parts.references import read_leanings
from padai.pipeline.tables.aggregation import tables_of
from padai.pipeline.tables.participation_model import participation_table
from padai.pipeline.versions.by_address import Address, widened, without
from padai.pipeline.versions.corrections import Results
from padai.pipeline.versions.few_corrected import with_few
from padai.publishing.basis.context import Context
from padai.publishing.basis.vocabulary import forbidden_words
from padai.publishing.chapters.participation_model import participation_model
from padai.publishing.chapters.robustness import dependence
from padai.publishing.exhibits.exhibit_items import Item
from padai.publishing.products.opendata.open_folder import write_open_data
from padai.store import open_store, outside, write_store
from padai.survey.fieldwork import Release
from tests.builders import mini
from tests.panel_made import DECLARED, TRUTH, panel, quota_survey, reference

TABLE = "participation_model"
VARIABLES = ["sex", "age_group"]


def prepared(folder: Path, **how):
    survey = padai.load_survey(quota_survey(folder, **how))
    waves = tuple(weight_as_declared(padai.read_wave(survey, w)) for w in survey.waves)
    leanings = read_leanings(survey, waves, "main", None)
    return survey, {"main": Prepared(waves, (), leanings)}


def made(folder: Path, **how):
    survey, parts = prepared(folder, **how)
    return survey, parts, tables_of(survey, "2025", parts, lambda *_: None)


def rows_of(tables, kind: str) -> pd.DataFrame:
    frame = tables[TABLE]
    return frame[frame["kind"] == kind].reset_index(drop=True)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory):
    return made(tmp_path_factory.mktemp("panel"))


def test_levels_are_those_of_the_verb_by_hand(whole) -> None:
    _, parts, tables = whole
    ready, levels = parts["main"], rows_of(tables, "level").set_index("wave")
    for wave in ready.waves:
        row = levels.loc[wave.id]
        own = padai.nonprob(
            wave,
            "trust",
            net=["1", "2"],
            reference=ready.leanings[wave.id].given,
            variables=VARIABLES,
            ci="logit",
        ).frame.iloc[0]
        for name in ("estimate", "std_error", "conf_low", "conf_high"):
            assert row[name] == own[name], name
        published = padai.proportion(wave, "trust", net="trust").frame.iloc[0]
        assert row["weighted"] == published["estimate"]
        assert abs(row["estimate"] - TRUTH[wave.id]) < 2.6 * row["std_error"]


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("method: ipw, fit: calibrated", {"method": "ipw", "participation": "calibrated"}),
        ("method: mass", {"method": "mass"}),
        (
            "link: cloglog, method: ipw, interval: mean",
            {"link": "cloglog", "method": "ipw", "ci": "mean"},
        ),
    ],
)
def test_every_declared_method_is_that_of_the_verb(tmp_path: Path, said: str, given) -> None:
    lines = "".join(f"  {part}\n" for part in said.split(", "))
    declared = DECLARED.replace("  variables:", f"{lines}  variables:")
    _, parts, tables = made(tmp_path, declared=declared)
    ready = parts["main"]
    call = {"ci": "logit", **given}
    own = padai.nonprob(
        ready.last,
        "trust",
        net=["1", "2"],
        reference=ready.leanings["2025"].given,
        variables=VARIABLES,
        **call,
    ).frame.iloc[0]
    row = rows_of(tables, "level").set_index("wave").loc["2025"]
    for name in ("estimate", "std_error", "conf_low", "conf_high"):
        assert row[name] == own[name], name


def test_totals_and_means_are_those_of_the_verb(tmp_path: Path) -> None:
    """Of totals in shares, with the size; a mean is of those who have a score."""
    people = reference()
    age = np.where(people["age"] < 35, "18-34", "35+")
    declared = re.sub(
        r"- file: .*\n.*\n.*\n", "- totals: targets/people.csv\n      size: 60000\n", DECLARED
    )
    declared = declared.replace(
        "  assumptions:", "  items: [{question: trust, net: mean}]\n  assumptions:"
    )
    shares = {
        "sex": people["sex"].value_counts(normalize=True).to_dict(),
        "age_group": pd.Series(age).value_counts(normalize=True).to_dict(),
    }
    lines = [f"{v},{c},{100 * s!r}\n" for v, cells in shares.items() for c, s in cells.items()]
    survey_folder = quota_survey_with_totals(
        tmp_path, declared, "variable,cell,total\n" + "".join(lines)
    )
    survey = padai.load_survey(survey_folder)
    waves = tuple(weight_as_declared(padai.read_wave(survey, w)) for w in survey.waves)
    leanings = read_leanings(survey, waves, "main", None)
    parts = {"main": Prepared(waves, (), leanings)}
    tables = tables_of(survey, "2025", parts, lambda *_: None)
    totals = {v: {c: 60_000 * s for c, s in cells.items()} for v, cells in shares.items()}
    own = padai.nonprob(
        waves[-1], "trust", reference=totals, variables=VARIABLES, population=60_000
    ).frame.iloc[0]
    row = rows_of(tables, "level").set_index("wave").loc["2025"]
    for name in ("estimate", "std_error", "conf_low", "conf_high"):
        assert row[name] == pytest.approx(own[name], rel=1e-12), name
    assert rows_of(tables, "reference")["n_reference"].isna().all()
    assert rows_of(tables, "change").empty, "the key result is not among the items"


def quota_survey_with_totals(folder: Path, declared: str, totals: str) -> Path:
    """Write the totals before the definition is read: it must name a file that is there."""
    survey = quota_survey(folder, declared=declared)
    (survey / "targets" / "people.csv").write_text(totals, encoding="utf-8")
    return survey


@pytest.mark.needs("nonprob")
def test_the_declared_fit_gives_rs_numbers(nonprob_files) -> None:
    """The fit that the table is made of, on R's data: the doubly robust mean of nonprobsvy."""
    folder, answers = nonprob_files
    text = {"region": str, "nace": str, "size": str, "id": str}
    own = padai.Wave(pd.read_csv(folder / "admin.csv", dtype=text), padai.Design())
    other = padai.Wave(
        pd.read_csv(folder / "jvs.csv", dtype=text), padai.Design(weight="weight", stratum="size")
    )
    want = json.loads(answers.read_text(encoding="utf-8"))["results"]
    shared = shared_with_wave(own, other, ["region", "private", "nace", "size"])
    y = own.frame["single_shift"].to_numpy(float)
    for family, name in (("gaussian", "dr_svydesign"), ("binomial", "dr_binomial_svydesign")):
        choice = Choice("doubly_robust", "logit", "ml", "glm", family, 1, None, False)
        found = fitted(choice, shared, "single_shift", y, other)
        assert found.estimate == pytest.approx(want[name]["mean"], abs=1e-6)


def _weighted_anew(sample: padai.Wave, member, step: float) -> padai.Wave:
    frame = sample.frame
    frame.loc[member, "w"] += step
    return padai.Wave(frame, sample.design)


def test_the_change_counts_what_a_shared_reference_errs_in_both(whole) -> None:
    """By numerical derivatives: move a reference's weights, look what the change becomes."""
    _, parts, tables = whole
    waves, sample = parts["main"].waves, parts["main"].leanings["2025"].given
    assert parts["main"].leanings["2024"].given is sample

    def change(other: padai.Wave) -> tuple[float, float]:
        found = [
            padai.nonprob(w, "trust", net=["1", "2"], reference=other, variables=VARIABLES).frame
            for w in waves
        ]
        own = sum(float(f["std_error_sample"].iloc[0]) ** 2 for f in found)
        return float(found[1]["estimate"].iloc[0] - found[0]["estimate"].iloc[0]), own

    frame, step = sample.frame, 1e-3
    here, own = change(sample)
    t = np.zeros(len(frame))
    for _, rows in frame.groupby(["h", *VARIABLES]):  # those alike move the change alike
        member = frame.index.isin(rows.index)
        moved = [change(_weighted_anew(sample, member, s))[0] for s in (step, -step)]
        t[member] = (moved[0] - moved[1]) / (2 * step * member.sum())
    z = t * frame["w"].to_numpy()
    design = 0.0
    for h in (1, 2):
        mine = z[frame["h"].to_numpy() == h]
        design += len(mine) / (len(mine) - 1) * ((mine - mine.mean()) ** 2).sum()
    row = rows_of(tables, "change").iloc[0]
    assert row["estimate"] == pytest.approx(here, abs=1e-12)
    assert row["std_error"] == pytest.approx(np.sqrt(own + design), rel=1e-6)
    apart = sum(float(rows_of(tables, "level")["std_error"][k]) ** 2 for k in (0, 1))
    assert row["std_error"] ** 2 < apart, "both lean on one sample: their errors are alike"


def _drawn(rng, everyone: pd.DataFrame, rate) -> padai.Wave:
    return padai.Wave(everyone[rng.uniform(size=len(everyone)) < rate], padai.Design())


def test_the_error_of_a_change_is_that_of_many_changes() -> None:
    """Two hundred panels and references of one population: the errors told are those seen.

    The reference is small and the panels large, so that what they share is most of the error.
    """
    rng = np.random.default_rng(11)
    n, size = 20_000, 150
    sex = rng.choice(["F", "M"], n)
    share = {"F": 0.75, "M": 0.25}
    everyone = pd.DataFrame({"sex": sex})
    choice = Choice("doubly_robust", "logit", "ml", "glm", "binomial", 1, None, False)
    seen, told, apart = [], [], []
    for _ in range(200):
        picked = everyone.iloc[rng.choice(n, size, replace=False)].assign(w=n / size)
        other = padai.Wave(picked, padai.Design(weight="w"))
        fits = []
        for rise in (0.0, 0.05):
            own = _drawn(rng, everyone, np.where(sex == "F", 0.2, 0.1))
            p = own.frame["sex"].map(share).to_numpy(float) + rise
            y = (rng.uniform(size=len(p)) < p).astype(float)
            fits.append(fitted(choice, shared_with_wave(own, other, ["sex"]), "y", y, other))
        seen.append(fits[1].estimate - fits[0].estimate)
        told.append(change_variance(fits[1], fits[0]))
        apart.append(sum(fit.errors[2] ** 2 for fit in fits))
    spread, error = np.std(seen, ddof=1), np.sqrt(np.mean(told))
    monte_carlo = spread / np.sqrt(2 * (len(seen) - 1))
    assert abs(spread - error) < 2.6 * monte_carlo
    assert np.mean(seen) == pytest.approx(0.05, abs=2.6 * spread / np.sqrt(len(seen)))
    assert np.sqrt(np.mean(apart)) > spread + 5 * monte_carlo, "as if drawn apart: too wide"


def test_two_references_are_drawn_apart(tmp_path: Path) -> None:
    """The same file declared twice is two references: what they err in is not subtracted."""
    head, entry, tail = re.split(r"(    - file:(?:.*\n)+?(?=  assumptions))", DECLARED)
    both = "".join(
        entry.replace("      date:", f"      waves: [{w}]\n      date:") for w in ("2024", "2025")
    )
    _, _, tables = made(tmp_path, declared=head + both + tail)
    levels, change = rows_of(tables, "level"), rows_of(tables, "change").iloc[0]
    assert change["std_error"] == pytest.approx(np.hypot(*levels["std_error"]), rel=1e-12)


def test_the_verdict_is_adjusted_in_the_family_of_the_published_one(tmp_path: Path) -> None:
    """Of three comparisons one has a model: the two others count as no difference."""
    _, _, tables = made(
        tmp_path,
        replace={
            "{question: trust, net: trust}]": "{question: trust, net: trust}, {question: user, net: '1'}, {question: served, net: trust}]",
            "key_results:\n": "key_results:\n  k2: {question: served, net: trust, label: {fr: S, en: S}, declared: 2024-01-01}\n",
        },
    )
    row = rows_of(tables, "change").set_index("question").loc["trust"]
    p = 2 * (1 - padai_norm(abs(row["estimate"] / row["std_error"])))
    assert row["p_adjusted"] == pytest.approx(holm([p, 1.0, 1.0])[0], rel=1e-9)
    assert row["verdict"] == "cannot_tell" != row["verdict_weighted"]
    assert row["differs"] == "true"
    levels = rows_of(tables, "level").set_index(["question", "wave"])
    assert levels.loc[("served", "2025"), "reason"] == "model_put_to_some"
    assert np.isnan(levels.loc[("served", "2025"), "estimate"])


def padai_norm(z: float) -> float:
    from scipy.special import ndtr

    return float(ndtr(z))


def test_respondents_in_common_have_levels_and_no_change(tmp_path: Path) -> None:
    survey, parts = prepared(tmp_path)
    shared = survey.model_copy(update={"overlap": "respondent"})
    tables = tables_of(survey, "2025", parts, lambda *_: None)
    found = participation_table(shared, parts, _shown(tables), tables["differences"])
    change = found[found["kind"] == "change"].iloc[0]
    assert change["reason"] == "model_same_people"
    assert np.isnan(change["estimate"])
    assert np.isfinite(found[found["kind"] == "level"]["estimate"]).all()


def _shown(tables) -> pd.DataFrame:
    return pd.concat([tables["trends"], tables["estimates"]], ignore_index=True).drop_duplicates(
        ["part", "wave", "question", "response", "breakdown", "group"]
    )


def test_a_blank_is_refused_or_outside(tmp_path: Path) -> None:
    rows = panel(2025)
    rows.loc[:20, "age"] = np.nan
    waves = {"2024": panel(2024), "2025": rows}
    with pytest.raises(padai.errors.EstimationError) as caught:
        prepared(tmp_path / "a", waves=waves)
    assert re.search(
        "'age_group' is lacking of 21 respondents.*blank: outside", caught.value.texts["en"]
    )
    outside_them = DECLARED.replace("  variables:", "  blank: outside\n  variables:")
    survey, parts, tables = made(tmp_path / "b", waves=waves, declared=outside_them)
    last, model = parts["main"].last, survey.participation_model
    kept = participants(last, model)
    assert int(last.weighs.sum()) - int(kept.weighs.sum()) == 21
    frame = last.frame[last.frame["age"].notna()]
    alone = padai.Wave(frame, last.design, survey=survey, id="2025", date=last.date)
    own = padai.nonprob(
        alone,
        "trust",
        net=["1", "2"],
        reference=parts["main"].leanings["2025"].given,
        variables=VARIABLES,
    ).frame.iloc[0]
    row = rows_of(tables, "level").set_index("wave").loc["2025"]
    assert row["estimate"] == pytest.approx(own["estimate"], rel=1e-12)


# --- what may be told ----------------------------------------------------------------------------


def test_a_second_figure_of_a_withheld_cell_is_not_told(whole) -> None:
    """Withheld of the whole, by a variable or a crossing of one: no model. By another group: one."""
    survey, parts, tables = whole
    shown = _shown(tables)
    for breakdown, told in (("total", False), ("sex", False), ("age_group", False)):
        hidden = (shown["breakdown"] == breakdown) & (shown["question"] == "trust")
        dark = shown.assign(flag=shown["flag"].astype(object).mask(hidden, "x"))
        if breakdown == "total":
            dark = dark.assign(estimate=dark["estimate"].mask(hidden))
        found = participation_table(survey, parts, dark, tables["differences"])
        levels = found[found["kind"] == "level"]
        assert np.isfinite(levels["estimate"]).any() == told
        assert set(levels["reason"]) == {"model_withheld"}
        assert levels["weighted"].isna().all() == (breakdown == "total")
        change = found[found["kind"] == "change"].iloc[0]
        assert (change["reason"], np.isnan(change["estimate"])) == ("model_one_wave_modelled", True)
    other = (shown["question"] == "served") & (shown["breakdown"] == "sex")
    dark = shown.assign(flag=shown["flag"].astype(object).mask(other, "x"))
    found = participation_table(survey, parts, dark, tables["differences"])
    assert np.isfinite(found[found["kind"] == "level"]["estimate"]).all(), "of another question"


def _swapped(wave: padai.Wave, count: int) -> padai.Wave:
    """Take a fifth of a wave, and move answers between the four cells of two variables.

    No margin of either variable moves.
    """
    frame = wave.frame.iloc[::5].reset_index(drop=True)
    young = (frame["age"] < 35).to_numpy()
    woman = (frame["sex"] == "F").to_numpy()
    yes, no = (frame["trust"].isin(codes).to_numpy() for codes in ([1, 2], [3, 4]))
    for cell, held, then in (
        (woman & young, yes, 3.0),
        (woman & ~young, no, 1.0),
        (~woman & young, no, 1.0),
        (~woman & ~young, yes, 3.0),
    ):
        frame.loc[np.flatnonzero(cell & held)[:count], "trust"] = then
    return padai.Wave(frame, padai.Design(), survey=wave.survey, id=wave.id, date=wave.date)


def test_a_model_would_tell_apart_what_is_published_alike(whole) -> None:
    """The attack that the rule is against: two worlds that agree in all that is published.

    Where the crossing of two variables is withheld, its margins leave a number open: as many yes
    more among young women, fewer among older ones, and the other way among men. Every margin is
    the same to the last answer. The model weighs the four cells otherwise, and tells the two apart
    at the printed precision: with it, a reader would know the withheld cells.
    """
    survey, parts, tables = whole
    model, leaning = survey.participation_model, parts["main"].leanings["2025"]
    one, other = (_swapped(parts["main"].last, count) for count in (0, 8))
    for by in ("total", "sex", "age_group"):
        groups = [] if by == "total" else [by]
        frames = [padai.proportion(w, "trust", net="trust", by=groups).frame for w in (one, other)]
        assert frames[0]["estimate"].tolist() == frames[1]["estimate"].tolist()
        assert frames[0]["std_error"].tolist() == frames[1]["std_error"].tolist()
    told = [fit_item(w, model, leaning, "trust", "trust").estimate for w in (one, other)]
    assert abs(round(told[0], 3) - round(told[1], 3)) > 0.002
    shown = _shown(tables)
    cell = shown[shown["breakdown"] == "sex"].assign(breakdown="sex*age_group", flag="x")
    dark = pd.concat([shown, cell], ignore_index=True)
    found = participation_table(survey, parts, dark, tables["differences"])
    levels = found[found["kind"] == "level"]
    assert levels["estimate"].isna().all()
    assert set(levels["reason"]) == {"model_withheld"}


def test_a_category_with_few_answers_has_no_figure(tmp_path: Path) -> None:
    """Enough people of each category took part; too few of one answered the question."""
    rows = panel(2025)
    young = rows.index[rows["age"] < 35]
    rows.loc[young[9:], "trust"] = 99.0
    _, _, tables = made(tmp_path, waves={"2024": panel(2024), "2025": rows})
    row = rows_of(tables, "level").set_index("wave").loc["2025"]
    assert row["reason"] in ("model_few_in_a_category", "model_withheld")
    assert np.isnan(row["estimate"])


def test_of_a_rounded_base_nothing_gives_the_exact_one_back(tmp_path: Path) -> None:
    """Errors and intervals are widened as those of the weighted figure beside them are."""
    rounding = "confidentiality:\n  rounding: {bases: 5}\n"
    _, _, tables = made(tmp_path / "p", replace={"families:\n": f"{rounding}families:\n"})
    store = stored(
        tmp_path / "s", *made(tmp_path / "q", replace={"families:\n": f"{rounding}families:\n"})
    )
    told = outside(store).tables[TABLE]
    exact = tables[TABLE]
    trends = tables["trends"].query(
        "question == 'trust' and response == 'trust' and breakdown == 'total'"
    )
    printed = outside(store).tables["trends"]
    printed = printed[
        (printed["question"] == "trust")
        & (printed["response"] == "trust")
        & (printed["breakdown"] == "total")
    ]
    n = trends.set_index("wave")["n_base"].astype(float)
    wider = np.sqrt(n / (5 * np.round(n / 5)))
    assert (wider != 1).any()
    for wave in ("2024", "2025"):
        a = told[(told["kind"] == "level") & (told["wave"] == wave)].iloc[0]
        b = exact[(exact["kind"] == "level") & (exact["wave"] == wave)].iloc[0]
        c = printed[printed["wave"] == wave].iloc[0]
        assert a["std_error"] == pytest.approx(round(b["std_error"] * wider[wave], 4), abs=1e-9)
        assert (a["weighted_low"], a["weighted_high"]) == (c["conf_low"], c["conf_high"])
    assert (told["n_reference"].dropna() % 5 == 0).all()


# --- store, files, words -------------------------------------------------------------------------

RELEASE = Release(version=1, status="demonstration", publish_on="2025-06-01")


def stored(folder: Path, survey, parts, tables):
    wave = survey.wave("2025").model_copy(update={"release": RELEASE})
    survey = survey.model_copy(update={"wave_defs": {**survey.wave_defs, "2025": wave}})
    write_store(folder, survey, "2025", tables, facts_of(survey, "2025", parts))
    return open_store(folder)


def text_of(markdown: str) -> str:
    plain = re.sub(r"\\(.)|<[^>]+>", r"\1 ", markdown)
    return re.sub(r"\s+", " ", plain.replace("\u00a0", " ").replace("\u202f", " "))


SAID = {
    "fr": [
        "Selon le modèle de participation",
        "Enquête sociale, essai, 2024|Enquête sociale, essai, 1er mars 2024|mars 2024",
        r"échantillon probabiliste de 1 200 personnes",
        "Population : Adultes",
        "La participation ne dépend que du genre et de l’âge",
        "comité",
        "selon l’équipe, le 15 janvier 2024",
        "Aucune valeur officielle n’a servi",
        "un constat sur 1 diffère",
        "La composition de la population change peu",
        "les données ne permettent pas de conclure",
        "intervalle suppose",
    ],
    "en": [
        "Under the participation model",
        "Social survey, trial",
        r"sample of 1.{1,2}200 people",
        "Population: Adults",
        "Taking part depends on gender and age alone",
        "committee",
        "according to the team, on January 15, 2024",
        "No official value was used",
        "one finding out of 1 differs",
        "changes little in a year",
        "do not allow a conclusion|cannot|does not allow",
    ],
}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_section_says_model_reference_assumptions_and_what_changes(
    tmp_path: Path, whole, lang: str
) -> None:
    store = outside(stored(tmp_path / "s", *whole))
    context = Context(store, lang)
    said = text_of(participation_model(context).markdown)
    for words in SAID[lang]:
        assert re.search(words.replace(" ", r"\s*"), said), (words, said)
    assert not forbidden_words(said, "quota")
    beside = text_of(dependence(context, Item("trust", "trust")))
    wanted = {"fr": "selon le modèle de participation", "en": "under the participation model"}[lang]
    assert wanted in beside
    assert not forbidden_words(beside, "quota")


def test_the_first_edition_has_levels_and_no_change(tmp_path: Path) -> None:
    survey, parts = prepared(tmp_path)
    ready = parts["main"]
    first = {"main": Prepared(ready.waves[:1], (), {"2024": ready.leanings["2024"]})}
    tables = tables_of(survey, "2024", first, lambda *_: None)
    assert list(tables[TABLE]["kind"]) == ["reference", "level"]
    wave = survey.wave("2024").model_copy(update={"release": RELEASE})
    survey = survey.model_copy(update={"wave_defs": {**survey.wave_defs, "2024": wave}})
    write_store(tmp_path / "s", survey, "2024", tables, facts_of(survey, "2024", first))
    context = Context(outside(open_store(tmp_path / "s")), "fr")
    said = text_of(participation_model(context).markdown)
    assert "Selon le modèle de participation" in said
    assert "Changements principaux" not in said


def test_the_words_are_there_in_every_language() -> None:
    """In Spanish too, none of them is a word that a quota sample may not use."""
    from padai.words import say

    for ident in ("intro", "made", "sample", "totals", "assumes", "checked", "not-checked"):
        facts = dict.fromkeys(
            ("method", "names", "n", "waves", "source", "date", "population"), "x"
        )
        texts = {
            tag: say(f"publishing-chapters-model-{ident}", tag, **facts)
            for tag in ("fr", "en", "es")
        }
        assert len(set(texts.values())) == 3
        for text in texts.values():
            assert not forbidden_words(text, "quota")


def test_files_hold_what_is_printed_at_its_precision(tmp_path: Path, whole) -> None:
    store = outside(stored(tmp_path / "s", *whole))
    paths = {p.name: p for p in write_open_data(store, tmp_path / "open")}
    kept = pd.read_csv(paths["participation_model.csv"], dtype={"wave": str, "reference": str})
    assert list(kept["kind"]) == ["reference", "reference", "level", "level", "change"]
    shares = kept[["estimate", "conf_low", "weighted", "weighted_high"]].to_numpy(float)
    assert np.nanmax(np.abs(shares - np.round(shares, 3))) == 0
    errors = kept["std_error"].dropna().to_numpy()
    assert errors == pytest.approx(errors.round(4), abs=0)
    assert kept["verdict"].dropna().tolist() == ["cannot_tell"]
    told = pd.read_csv(paths["dictionnaire.csv"])
    columns = told[told["table"] == "participation_model.csv"]["name"]
    assert {"estimate", "verdict_weighted", "n_reference"} <= set(columns)


def test_few_corrected_records_and_withdrawn_cells_leave_nothing(tmp_path: Path, whole) -> None:
    survey, parts, tables = whole
    store = stored(tmp_path / "s", survey, parts, tables)
    few = with_few(Results(tables, facts_of(store.survey, "2025", parts)), store.survey, "2025")
    assert not len(few.tables[TABLE])
    gone = widened([Address(question="trust", breakdown="sex", group="F")], survey)
    left = without(store, gone)[TABLE]
    assert set(left["kind"]) <= {"reference"}


def test_what_is_not_declared_leaves_no_trace(tmp_path: Path) -> None:
    survey = padai.load_survey(mini(tmp_path))
    waves = tuple(weight_as_declared(padai.read_wave(survey, w)) for w in survey.waves)
    parts = {"main": Prepared(waves, ())}
    assert read_leanings(survey, waves, "main", None) == {}
    store = stored(tmp_path / "s", survey, parts, tables_of(survey, "2025", parts, lambda *_: None))
    assert not (tmp_path / "s" / f"{TABLE}.csv").exists()
    definition = json.loads((tmp_path / "s" / "texts.json").read_text("utf-8"))["definition"]
    assert TABLE not in definition
    assert store.table(TABLE).empty
    assert participation_model(Context(store, "fr")).markdown == ""


def test_groups_merged_for_publication_stay_apart_in_the_model(tmp_path: Path) -> None:
    """What is too small to be shown is merged in the tables; the model reads what was declared."""
    small = {
        "    question: age\n": "    question: age\n    small_groups: merge\n",
        "families:\n": "reliability: {minimum_base: 700}\nfamilies:\n",
    }
    survey, parts = prepared(tmp_path, replace=small)
    coarse, merged = coarsened(survey, parts)
    assert len(coarse.breakdown("age_group").groups) == 1
    found = [
        rows_of(tables_of(s, "2025", p, lambda *_: None), "level")[["estimate", "std_error"]]
        for s, p in ((survey, parts), (coarse, merged))
    ]
    assert np.isfinite(found[0]).all(axis=None)
    assert found[0].equals(found[1])
