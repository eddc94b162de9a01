"""Models of areas and validation items in the definition, the store and the report."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import DefinitionError, PadaiError, PublicationError
from padai.pipeline.parts.facts import facts_of
from padai.pipeline.parts.preparation import Prepared, weight_as_declared
from padai.pipeline.tables.aggregation import tables_of
from padai.pipeline.tables.small_areas import small_areas_table
from padai.pipeline.versions.by_address import Address, widened, without
from padai.pipeline.versions.corrections import Results
from padai.pipeline.versions.few_corrected import with_few
from padai.publishing.basis.context import Context
from padai.publishing.basis.vocabulary import forbidden_words
from padai.publishing.chapters.small_areas import small_areas
from padai.publishing.chapters.validation_items import validation_items
from padai.results import KEYS
from padai.store import open_store, outside, write_store
from padai.survey.fieldwork import Release
from padai.words import LANGUAGES
from tests.builders import mini, respondents

REGIONS = [f"r{i}" for i in range(9)]
SHARES = np.array([0.3, 0.2, 0.15, 0.1, 0.08, 0.07, 0.06, 0.035, 0.005])
N = 500

DECLARED = """\
small_areas:
  regions:
    areas: region
    questions: [trust]
    model: MODEL
    EXTRA
    decided_by: {fr: comité, en: committee}
    reason: {fr: peu de répondants, en: few respondents}
    declared: 2024-01-15
validation_items:
  - question: user
    net: 1
    label: {fr: Utilise le service, en: Uses the service}
    values:
      2024: {value: 0.62, source: {fr: Registre, en: Register}, date: 2024, population: {fr: Adultes, en: Adults}}
      2025: {value: 0.60, std_error: 0.01, source: {fr: Registre, en: Register}, date: 2025, population: {fr: Adultes, en: Adults}}
"""


def replaced(model: str = "areas", extra: str = "") -> dict[str, str]:
    codes = ", ".join(f"{r}: {{fr: {r.upper()}, en: {r.upper()}}}" for r in REGIONS)
    text = DECLARED.replace("MODEL", model)
    text = text.replace("    EXTRA\n", f"    {extra}\n" if extra else "")
    targets = "".join(
        f"main,region,{r},{s},given,Recensement,2021\n"
        for r, s in zip(REGIONS, SHARES, strict=True)
    )
    return {
        "key_results:": text + "key_results:",
        "  age_group:\n": "  region: {label: {fr: Région, en: Region}, question: region}\n  age_group:\n",
        "  word: {type": f"  region: {{label: {{fr: Région, en: Region}}, tags: [administrative], wording: {{fr: R?, en: R?}}, scale: {{codes: {{{codes}}}}}}}\n  word: {{type",
        "main,sex,F": f"{targets}main,sex,F",
    }


def rows(seed: int) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    region = rng.choice(len(REGIONS), N, p=SHARES)
    effect = np.linspace(-0.6, 0.6, len(REGIONS))[region]
    yes = rng.uniform(size=N) < 1 / (1 + np.exp(-effect))
    trust = np.where(yes, rng.choice([1.0, 2.0], N), rng.choice([3.0, 4.0], N))
    return respondents(
        N, seed=seed, first_id=1000 * seed, trust=trust, region=np.array(REGIONS)[region]
    )


def made(
    folder: Path,
    model: str = "areas",
    extra: str = "",
    *,
    by: tuple[str, ...] = ("sex", "F", "M"),
    last: pd.DataFrame | None = None,
    **change: str,
):
    waves = {"2024": rows(3), "2025": rows(4) if last is None else last}
    survey_folder = mini(folder, waves, replace={**replaced(model, extra), **change})
    cells = pd.MultiIndex.from_product([REGIONS, by[1:]], names=["region", by[0]])
    people = cells.to_frame(index=False).assign(N=np.repeat(SHARES, len(by) - 1) * 5e5)
    people.to_csv(survey_folder / "targets" / "cells.csv", index=False)
    survey = padai.load_survey(survey_folder)
    waves = [weight_as_declared(padai.read_wave(survey, w)) for w in survey.waves]
    parts = {"main": Prepared(tuple(waves), ())}
    return survey, parts, tables_of(survey, "2025", parts, lambda *_: None)


@pytest.fixture(scope="module")
def areas(tmp_path_factory: pytest.TempPathFactory):
    return made(tmp_path_factory.mktemp("areas"), extra="over: walk")


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory):
    file = "{file: targets/cells.csv, source: {fr: Recensement, en: Census}, date: 2021-05-11}"
    return made(tmp_path_factory.mktemp("people"), "people", f"population: {file}")


def test_a_model_of_people_reads_no_withheld_group(tmp_path: Path) -> None:
    """Seven young people live in every region: what they answered moves the figure of each."""
    file = "{file: targets/cells.csv, source: {fr: Recensement, en: Census}, date: 2021-05-11}"
    told = {}
    for name, young, by in (
        ("few", 7, ("age_group", "18-34", "35+")),
        ("many", 100, ("age_group", "18-34", "35+")),
        ("sex", 7, ("sex", "F", "M")),
    ):
        people = rows(4).assign(age=np.where(np.arange(N) < young, 25.0, 60.0))
        given = {"by": by, "last": people, "extra": f"population: {file}"}
        if name == "few":
            with pytest.raises(PublicationError) as caught:
                made(tmp_path / name, "people", **given)
            assert all("age_group" in caught.value.texts[lang] for lang in LANGUAGES)
            assert "small_areas, regions" in str(caught.value)
        else:
            told[name] = made(tmp_path / name, "people", **given)[2]["small_areas"]
    assert all(len(frame) > len(REGIONS) for frame in told.values())


def test_the_table_holds_the_model_and_what_is_published_directly(areas) -> None:
    """The direct figure is that of the disclosed table, or a word; never one of its own."""
    _, _, tables = areas
    found = tables["small_areas"].query("kind == 'level'").set_index("group")
    assert list(found.index) == REGIONS
    shown = (
        tables["estimates"]
        .query("question == 'trust' and response == 'trust' and breakdown == 'region'")
        .set_index("group")
    )
    hidden = shown["flag"].astype(str).str.split().apply(lambda flags: "x" in flags)
    assert hidden["r8"]
    for group, row in found.iterrows():
        assert row["conf_low"] < row["estimate"] < row["conf_high"]
        if hidden[group]:
            assert (row["flag"], row["reason"], row["own"]) == ("s", "synthetic", "")
            assert row[["direct", "n_base", "borrowed"]].isna().all()
        elif pd.notna(row["direct"]):
            assert row["direct"] == shown.loc[group, "estimate"]
            assert row["n_base"] == shown.loc[group, "n_base"] >= 30
            assert 0 < row["borrowed"] < 1
    assert hidden.sum() >= 2


def test_answers_of_a_confidential_area_do_not_enter(areas) -> None:
    """Whatever the withheld areas answered, no modelled figure moves but by the total's."""
    survey, parts, tables = areas
    out = tables["small_areas"].query("kind == 'level' and reason == 'synthetic'")["group"]
    waves = []
    for wave in parts["main"].waves:
        frame = wave.frame
        mine = frame["region"].isin(out)
        frame.loc[mine, "trust"] = np.random.default_rng(1).permutation(frame.loc[mine, "trust"])
        waves.append(
            weight_as_declared(
                padai.Wave(frame, wave.design, survey=survey, id=wave.id, date=wave.date)
            )
        )
    free = survey.small_areas[0].model_copy(update={"benchmark": False})
    changed = survey.model_copy(update={"small_areas": (free,)})
    told = pd.concat([tables["trends"], tables["estimates"]], ignore_index=True)
    one, two = (
        small_areas_table(changed, {"main": Prepared(w, ())}, told)["estimate"]
        for w in (parts["main"].waves, tuple(waves))
    )
    assert one.to_numpy() == pytest.approx(two.to_numpy(), abs=1e-12)


def _sums(made, by_population: bool) -> tuple[np.ndarray, np.ndarray, float, np.ndarray]:
    """Return the modelled shares of areas, their weights, the whole, and which are withheld in a wave."""
    _, parts, tables = made
    wave = parts["main"].waves[-1]
    level = tables["small_areas"].query("kind == 'level'").set_index("group").loc[REGIONS]
    counted = wave.frame["trust"].isin([1, 2, 3, 4, 98])
    size = pd.Series(wave.weights[counted]).groupby(wave.frame.loc[counted, "region"].to_numpy())
    weights = SHARES if by_population else size.sum().reindex(REGIONS).to_numpy()
    whole = (
        tables["estimates"]
        .query("question == 'trust' and response == 'trust' and breakdown == 'total'")["estimate"]
        .iloc[0]
    )
    told = pd.concat([tables["trends"], tables["estimates"]], ignore_index=True)
    own = told.query("question == 'trust' and breakdown == 'region'")
    hidden = set(own.loc[own["flag"].astype(str).str.contains("x"), "group"].astype(str))
    gone = np.array([region in hidden for region in REGIONS])
    return level["estimate"].to_numpy(float), weights, whole, gone


def test_the_sum_of_the_areas_holds_no_size_that_is_withheld(areas, people) -> None:
    """With the sample's sizes, a few questions are as many equations of the withheld ones."""
    for made_of in (areas, people):
        modelled, sizes, whole, hidden = _sums(made_of, by_population=False)
        assert hidden.sum() >= 2
        assert abs((sizes * modelled).sum() / sizes.sum() - whole) > 1e-4


def test_areas_add_up_by_what_is_published(areas, people) -> None:
    """By declared people where there are, else over the areas whose size is published."""
    modelled, people_of, whole, _ = _sums(people, by_population=True)
    assert (people_of * modelled).sum() / people_of.sum() == pytest.approx(whole, abs=1e-9)
    modelled, sizes, _, hidden = _sums(areas, by_population=False)
    row = areas[2]["small_areas"].query("kind == 'whole'").iloc[0]
    assert row["reason"] == "shown_areas"
    shown = (sizes * modelled)[~hidden].sum() / sizes[~hidden].sum()
    assert shown == pytest.approx(row["direct"], abs=1e-9)
    assert not people[2]["small_areas"].query("kind == 'whole'")["reason"].any()


def test_changes_are_a_family_and_say_nothing_of_what_is_borrowed(areas) -> None:
    _, _, tables = areas
    found = tables["small_areas"].query("kind == 'change'")
    assert len(found) == len(REGIONS)
    assert (found["family_size"] == len(REGIONS)).all()
    lent = found["reason"] == "mostly_borrowed"
    assert lent.any()
    assert (found.loc[lent, "verdict"] == "").all()


def test_few_respondents_have_a_class_and_no_share(people) -> None:
    _, _, tables = people
    found = tables["small_areas"]
    assert set(found["kind"]) == {"level", "whole"}, "one wave was asked for"
    few = found[found["reason"] == "under_30"]
    assert few["borrowed"].isna().all()
    assert few["own"].isin(["under_quarter", "under_half", "half_or_more"]).all()


def test_validation_items_by_hand(areas) -> None:
    _, parts, tables = areas
    found = tables["validation_items"].set_index(["kind", "wave"])
    last = parts["main"].last
    yes = (last.frame["user"] == 1).to_numpy()
    weighted = float((last.weights * yes).sum() / last.weights.sum())
    assert found.loc[("weighted", "2025"), "error"] == pytest.approx(weighted - 0.60)
    assert found.loc[("unweighted", "2025"), "error"] == pytest.approx(yes.mean() - 0.60)
    direct = padai.proportion(last, "user", net="1").frame["std_error"].iloc[0]
    want = np.hypot(direct, 0.01)
    assert found.loc[("weighted", "2025"), "std_error"] == pytest.approx(want)
    drift = found.loc[("drift", "2025")]
    gap = found.loc[("weighted", "2025"), "error"] - found.loc[("weighted", "2024"), "error"]
    spread = sum(found.loc[("weighted", w), "std_error"] ** 2 for w in ("2024", "2025"))
    assert drift["statistic"] == pytest.approx(gap**2 / spread)
    assert drift["largest"] == pytest.approx(abs(gap))


def stored(folder: Path, survey, parts, tables):
    wave = survey.wave("2025").model_copy(update={"release": RELEASE})
    survey = survey.model_copy(update={"wave_defs": {**survey.wave_defs, "2025": wave}})
    write_store(folder, survey, "2025", tables, facts_of(survey, "2025", parts))
    return open_store(folder)


RELEASE = Release(version=1, status="demonstration", publish_on="2025-06-01")


def text_of(piece) -> str:
    plain = re.sub(r"\\(.)|<[^>]+>", r"\1 ", piece.markdown)
    return re.sub(r"\s+", " ", plain.replace("\u00a0", " ").replace("\u202f", " "))


@pytest.mark.parametrize("which", ["areas", "people"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_chapter_sets_both_side_by_side(request, tmp_path: Path, which: str, lang: str) -> None:
    store = stored(tmp_path / "s", *request.getfixturevalue(which))
    said = text_of(small_areas(Context(store, lang)))
    wanted = {
        "fr": [
            "Estimations régionales modélisées",
            "Comment ces estimations régionales sont fait",
            "intervalle de prédiction à 95",
            "IC à 95|intervalle de confiance",
            "synthétique",
            "comité",
            "Peu de répondants",
            "selon l’équipe, le 15 janvier 2024",
        ],
        "en": [
            "Small-area estimates",
            "How these small-area estimates are made",
            "95% prediction interval",
            "confidence interval",
            "synthetic",
            "committee",
            "January 15, 2024",
        ],
    }[lang]
    for words in wanted:
        assert re.search(words.replace(" ", r"\s*").replace("-", r"-\s*"), said), (
            words,
            said[:800],
        )
    assert not forbidden_words(said, "probability")
    told = text_of(validation_items(Context(store, lang)))
    assert ("écart" in told) if lang == "fr" else ("error" in told)
    assert re.search(r"62[.,]0", told)


@pytest.mark.parametrize(
    ("lang", "all_but", "words"),
    [("fr", "99 %", "plus de 99 %"), ("en", "99%", "over 99%")],
)
def test_an_area_whose_answers_enter_is_never_wholly_borrowed(
    tmp_path: Path, areas, lang: str, all_but: str, words: str
) -> None:
    store = outside(stored(tmp_path / "s", *areas))
    frame = store.tables["small_areas"]
    own = frame.index[frame["borrowed"].notna()]
    assert len(own) > 2
    frame["borrowed"] = frame["borrowed"].mask(frame.index == own[0], 1.0)
    frame["borrowed"] = frame["borrowed"].mask(frame.index == own[1], 0.99)
    said = text_of(small_areas(Context(store, lang)))
    assert said.count(words) == 1
    assert said.count(all_but) == 2
    assert "100 %" not in said and "100%" not in said


def test_outside_is_at_the_printed_precision(tmp_path: Path, areas) -> None:
    store = outside(stored(tmp_path / "s", *areas))
    found = store.tables["small_areas"]
    for name in ("estimate", "conf_low", "direct"):
        values = found[name].dropna().to_numpy()
        assert values == pytest.approx(np.round(values, 3), abs=0)
    assert found["borrowed"].dropna().to_numpy() == pytest.approx(
        found["borrowed"].dropna().round(2).to_numpy(), abs=0
    )
    errors = store.tables["validation_items"]["error"].dropna()
    assert errors.to_numpy() == pytest.approx(errors.round(3).to_numpy(), abs=0)


def test_few_corrected_records_and_withdrawn_cells_leave_nothing(tmp_path: Path, areas) -> None:
    survey, parts, tables = areas
    store = stored(tmp_path / "s", survey, parts, tables)
    few = with_few(Results(tables, facts_of(store.survey, "2025", parts)), store.survey, "2025")
    assert not len(few.tables["small_areas"])
    assert not len(few.tables["validation_items"])
    gone = widened([Address(question="trust", breakdown="region", group="r0")], survey)
    assert not len(without(store, gone)["small_areas"])


def test_what_is_not_declared_leaves_no_trace(tmp_path: Path) -> None:
    """No file, no key of the store: the bytes of a survey without models are what they were."""
    folder = mini(tmp_path)
    survey = padai.load_survey(folder)
    waves = tuple(weight_as_declared(padai.read_wave(survey, w)) for w in survey.waves)
    parts = {"main": Prepared(waves, ())}
    tables = tables_of(survey, "2025", parts, lambda *_: None)
    store = stored(tmp_path / "s", survey, parts, tables)
    assert not {"small_areas.csv", "validation_items.csv"} & {
        path.name for path in (tmp_path / "s").iterdir()
    }
    definition = json.loads((tmp_path / "s" / "texts.json").read_text("utf-8"))["definition"]
    assert not {"small_areas", "validation_items"} & set(definition)
    assert store.table("small_areas").empty
    for lang in ("fr", "en"):
        assert small_areas(Context(store, lang)).markdown == ""
        assert validation_items(Context(store, lang)).markdown == ""


FAULTS = [
    ({"areas: region": "areas: regin"}, "no breakdown 'regin'.*did you mean 'region'"),
    ({"questions: [trust]": "questions: [trst]"}, "no question 'trst'"),
    ({"questions: [trust]": "questions: [trust, trust]"}, "names one of them twice"),
    ({"questions: [trust]": "questions: [served]"}, "'served' has no `headline_net`"),
    ({"model: areas": "model: areas\n    variables: [sex]"}, "`variables` is for `model: people`"),
    ({"model: areas": "model: areas\n    over: ar1"}, "`rho` goes with `over: ar1`"),
    ({"model: areas": "model: areas\n    draws: 10"}, "small_areas.*draws"),
    ({"model: areas": "model: people\n    interactions: [region]"}, "not of two variables"),
    (
        {"model: areas": "model: areas\n    covariates: {file: ../a.csv, source: {fr: S, en: S}, "
         "date: 2021}"},
        "no CSV inside the survey's folder",
    ),
    (
        {"model: areas": "model: areas\n    covariates: {file: targets/a.csv, source: {fr: S, "
         "en: S}, date: 2021}"},
        "targets/a.csv is not in the survey's folder",
    ),
    ({"- question: user": "- question: usr"}, "no question 'usr'"),
    ({"- question: user": "- question: sex", "net: 1": "net: F"}, "is a weighting margin"),
    ({"      2024: {value: 0.62": "      2023: {value: 0.62"}, "no wave '2023'"),
    ({"value: 0.62": "value: 62"}, "validation_items.*value: at most 1"),
    ({"    decided_by: {fr: comité, en: committee}\n": ""}, "small_areas.*decided_by"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "said"), FAULTS)
def test_faults_of_the_definition_are_named(tmp_path: Path, change, said: str) -> None:
    folder = mini(tmp_path, replace=replaced())
    path = folder / "survey.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in change.items():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DefinitionError) as caught:
        padai.load_survey(folder)
    assert re.search(said, caught.value.texts["en"], flags=re.S), caught.value.texts["en"]
    assert "survey.yaml" in caught.value.texts["fr"]


def test_covariates_of_a_file_enter_and_its_faults_name_the_model(tmp_path: Path) -> None:
    extra = (
        "covariates: {file: targets/urban.csv, source: {fr: Recensement, en: Census}, "
        "date: 2021-05-11}"
    )

    def with_file(folder: Path, content: str):
        survey = mini(folder, {"2024": rows(3), "2025": rows(4)}, replace=replaced(extra=extra))
        (survey / "targets" / "urban.csv").write_text(content, encoding="utf-8")
        loaded = padai.load_survey(survey)
        waves = tuple(weight_as_declared(padai.read_wave(loaded, w)) for w in loaded.waves)
        return loaded, {"main": Prepared(waves, ())}

    lines = "".join(f"{r},{k / 10}\n" for k, r in enumerate(REGIONS))
    shown = pd.DataFrame(columns=["part", *KEYS, "estimate", "flag"])
    loaded, parts = with_file(tmp_path / "a", f"region,urban\n{lines}")
    found = small_areas_table(loaded, parts, shown)
    assert set(found["group"]) == set(REGIONS)
    assert found["direct"].isna().all(), "nothing direct was published"
    loaded, parts = with_file(tmp_path / "b", "region,urban\nr0,1\n")
    with pytest.raises(PadaiError, match=r"mini, 2025, small_areas, regions.*no row for area r1"):
        small_areas_table(loaded, parts, shown)
