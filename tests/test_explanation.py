"""Beside a change: whether it hangs on a choice of method, and what moved with it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import padai
from padai.pipeline.parts.preparation import Prepared, weight_as_declared
from padai.pipeline.tables.explanation import decomposition_table, robustness_table
from padai.publishing.basis.vocabulary import forbidden_words
from padai.publishing.report import Report
from padai.store import COLUMNS, Store, open_store, write_store
from padai.survey import Survey
from tests.publishing_store import make_store

MISSING = ["estimate", "conf_low", "conf_high", "p_adjusted"]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pictures of cards go where the test is."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="module")
def built(built_example: Path) -> Store:
    return open_store(built_example / "releases" / "example" / "2025" / "v1" / "interne")


@pytest.fixture(scope="module")
def ready(built_example: Path) -> tuple[Survey, dict[str, Prepared]]:
    """The last two waves of the example, weighted."""
    survey = padai.load_survey(built_example / "surveys" / "example")
    waves = [weight_as_declared(padai.read_wave(survey, w)) for w in survey.waves[-2:]]
    return survey, {"main": Prepared(tuple(waves), ())}


def read(piece: Any) -> str:
    """Return what a reader sees: no strokes, plain spaces."""
    text = re.sub(r"\\(.)", r"\1", piece.markdown)
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_every_key_result_with_a_verdict_is_tried(built: Store) -> None:
    changes = built.tables["differences"]
    changes = changes[(changes["part"] == "main") & (changes["breakdown"] == "total")]
    last, before = built.survey.waves[-1], built.survey.waves[-2]
    changes = changes[(changes["wave"] == last) & (changes["reference"] == before)]
    said = {(r.question, r.response): r.verdict for r in changes.itertuples()}
    judged = {
        (k.question, k.net)
        for k in built.survey.key_results
        if k.breakdown == "total"
        and said.get((k.question, k.net), "") not in ("", "not comparable")
    }
    rows = built.tables["robustness"]
    assert judged
    assert set(zip(rows["question"], rows["response"], strict=True)) == judged
    for row in rows[rows["variant"] == "declared"].itertuples():
        assert row.verdict == said[row.question, row.response]
        assert row.differs == "false"
    differs = rows["differs"] == "true"
    published = [said[k] for k in zip(rows["question"], rows["response"], strict=True)]
    assert ((rows["verdict"] != published) & (rows["verdict"] != "")).tolist() == differs.tolist()


def test_what_cannot_be_computed_is_a_row_with_its_reason(
    ready: tuple[Survey, dict[str, Prepared]], built: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    survey, parts = ready

    def refused(*args: object, **kwargs: object) -> None:
        raise padai.errors.ComparisonError(f"no file under {survey.path}/targets")

    monkeypatch.setattr("padai.pipeline.tables.explanation.Trials.of", refused)
    found = robustness_table(survey, parts, built.tables)
    assert len(found)
    assert set(found["variant"]) == {"not_computed"}
    assert found[MISSING].isna().all(axis=None)
    assert set(found["reason"]) == {f"not_computed: no file under {survey.id}/targets"}


def test_a_withheld_or_forbidden_comparison_is_not_tried(
    ready: tuple[Survey, dict[str, Prepared]], built: Store
) -> None:
    survey, parts = ready
    changes = built.table("differences")
    for verdict in ("", "not comparable"):
        unjudged = {**built.tables, "differences": changes.assign(verdict=verdict)}
        assert robustness_table(survey, parts, unjudged).empty
    first = {"main": Prepared(parts["main"].waves[:1], ())}
    assert robustness_table(survey, first, built.tables).empty


@pytest.mark.parametrize(
    ("lang", "sentence", "table"),
    [
        (
            "fr",
            "Ce constat dépend d’un choix de méthode : sans les « ne sait pas », cette part a "
            "diminué depuis 2024.",
            "(constat différent)",
        ),
        (
            "en",
            "This finding depends on a choice of method: without the “don’t know” answers, "
            "this share has fallen since 2024.",
            "(another finding)",
        ),
    ],
)
def test_a_verdict_that_differs_is_said(
    store: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    lang: str,
    sentence: str,
    table: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    report = Report(store, lang)
    assert read(report.key_findings()).count(sentence) == 1
    methods = read(report.methodology())
    assert methods.count(table) == 1
    assert {"fr": "1 sur 2", "en": "1 out of 2"}[lang] in methods


def test_a_quota_sample_uses_no_forbidden_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    quota = make_store(tmp_path / "store", sample_type="quota")
    for lang in ("fr", "en"):
        report = Report(quota, lang)
        text = read(report.key_findings()) + read(report.methodology())
        assert {"fr": "choix de méthode", "en": "choice of method"}[lang] in text
        assert not forbidden_words(text, "quota")


def test_a_sample_without_inference_has_no_such_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    report = Report(make_store(tmp_path / "store", sample_type="open"), "fr")
    assert "choix de méthode" not in read(report.key_findings()) + read(report.methodology())


# --- what moved ------------------------------------------------------------------------------


def with_drivers(survey: Survey, question: str, by: tuple[str, ...]) -> Survey:
    """The survey with one block of the kind ``drivers`` in its first section."""
    block = (
        survey.sections[0]
        .blocks[0]
        .model_copy(update={"kind": "drivers", "questions": (question,), "net": "trust", "by": by})
    )
    first = survey.sections[0].model_copy(update={"blocks": (block,)})
    return survey.model_copy(update={"sections": (first,)})


def test_the_parts_of_a_change_are_those_of_the_verb_and_add_up(
    ready: tuple[Survey, dict[str, Prepared]], built: Store
) -> None:
    survey, parts = ready
    trends = built.tables["trends"]
    found = decomposition_table(
        with_drivers(survey, "trust_services", ("age_group", "gender")), parts, trends
    )
    assert set(found["breakdown"]) == {"age_group", "gender"}
    for by, rows in found.groupby("breakdown"):
        direct = padai.decompose(
            padai.stack(list(parts["main"].waves), overlap=survey.overlap),
            "trust_services",
            net="trust",
            by=str(by),
        ).frame
        assert rows["component"].tolist() == direct["component"].tolist()
        whole = rows[rows["group"] == "total"]
        change, *sums = whole["estimate"].tolist()
        assert change == pytest.approx(sum(sums), abs=1e-12)
        assert change == pytest.approx(direct["estimate"].iloc[0], abs=1e-12)


def test_a_withheld_group_gives_no_part_of_the_change(
    ready: tuple[Survey, dict[str, Prepared]], built: Store
) -> None:
    survey, parts = ready
    asked = with_drivers(survey, "trust_services", ("age_group",))
    trends = built.table("trends")
    earlier = survey.waves[-2]
    mine = (trends["question"] == "trust_services") & (trends["response"] == "trust")
    mine &= (trends["breakdown"] == "age_group") & (trends["wave"] == earlier)
    group = trends.loc[mine, "group"].iloc[0]
    mine &= trends["group"] == group
    trends.loc[mine, "estimate"] = float("nan")
    trends.loc[mine, "flag"] = "B"
    found = decomposition_table(asked, parts, trends)
    hidden = found[found["group"] == group]
    assert len(hidden) == 2
    assert hidden["estimate"].isna().all()
    assert set(hidden["reason"]) == {"withheld"}
    assert found[found["group"] != group]["estimate"].notna().all()
    trends.loc[mine, "flag"] = "x"
    private = decomposition_table(asked, parts, trends)
    assert private["group"].tolist() == ["total"]
    assert private["estimate"].isna().all()
    assert private["reason"].tolist() == ["withheld"]


def test_what_cannot_be_divided_is_a_row_with_its_reason(
    ready: tuple[Survey, dict[str, Prepared]], built: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    survey, parts = ready
    asked = with_drivers(survey, "trust_services", ("age_group",))
    trends = built.tables["trends"]

    def reasons(frame: pd.DataFrame = trends) -> list[str]:
        found = decomposition_table(asked, parts, frame)
        assert found["estimate"].isna().all()
        return [str(r) for r in found["reason"]]

    assert reasons(trends[trends["breakdown"] == "total"]) == ["breakdown_not_reported"]
    whole = trends.assign(estimate=float("nan"), flag="B")
    assert reasons(whole) == ["withheld"]
    for error, code in (
        (padai.errors.ComparisonError, "not_comparable"),
        (padai.errors.EstimationError, "not_computed"),
    ):

        def refused(*args: object, error: type[Exception] = error, **kwargs: object) -> None:
            raise error("why")

        monkeypatch.setattr("padai.pipeline.tables.explanation.decompose", refused)
        assert reasons() == [f"{code}: why"]


DRIVERS = {
    "kind": "drivers", "questions": ["trust_ministries"], "net": "trust",
    "by": ["age_group", "gender", "region"],
    "title": {"fr": "Ce qui a bougé", "en": "What moved"},
}  # fmt: skip


def divided(folder: Path, sample_type: str = "probability") -> Store:
    """A store with a change in parts by age, fixed shares by gender, and none by region."""

    def add(head: dict[str, Any]) -> None:
        head["sections"][0]["blocks"] = [DRIVERS]

    store = make_store(folder, sample_type=sample_type, change=add)
    keys = ("main", "2025", "2024", "trust_ministries", "trust")
    nan = float("nan")
    rows = []
    for by, groups, reason in (
        ("age_group", ("18-34", "35-64", "65+"), ""),
        ("gender", ("F", "M"), "shares_fixed"),
    ):
        rows.append((*keys, by, "total", "change", 0.05, 0.01, 0.03, 0.07, ""))
        rows.append((*keys, by, "total", "composition", 0.012, 0.002, 0.008, 0.016, reason))
        rows.append((*keys, by, "total", "within", 0.038, 0.01, 0.018, 0.058, ""))
        rows += [(*keys, by, g, "composition", 0.004, 0.001, 0.002, 0.006, reason) for g in groups]
        rows += [(*keys, by, g, "within", 0.0127, 0.01, -0.007, 0.032, "") for g in groups[1:]]
        rows.append((*keys, by, groups[0], "within", nan, nan, nan, nan, "withheld"))
    rows.append((*keys, "region", "total", "change", nan, nan, nan, nan, "not_comparable: why"))
    frame = pd.DataFrame(rows, columns=COLUMNS["decomposition"])
    tables = {**store.tables, "decomposition": frame}
    survey = padai.load_survey(folder / "essai")
    write_store(folder / "again", survey, store.wave, tables, store.facts)
    return open_store(folder / "again")


def test_the_table_comes_back_from_the_store(tmp_path: Path) -> None:
    frame = divided(tmp_path).tables["decomposition"]
    assert frame.shape == (17, 13)
    assert frame["estimate"].dtype == "float64"
    assert frame["reason"].iloc[-1] == "not_comparable: why"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "fr",
            (
                "Âge, changement de +5,0 points de pourcentage : composition +1,2 (IC à 95 % : "
                "+0,8 à +1,6) ; à l’intérieur des groupes +3,8 (IC à 95 % : +1,8 à +5,8).",
                "composition +1,2 (sans erreur d’échantillonnage)",
                "Région, pas de décomposition : les deux éditions ne sont pas comparables.",
                "il n’en explique pas la cause",
                "La pondération fixe la part de chaque groupe (genre)",
            ),
        ),
        (
            "en",
            (
                "Age, change of +5.0 percentage points: composition +1.2 (95% CI: +0.8 to +1.6); "
                "within groups +3.8 (95% CI: +1.8 to +5.8).",
                "composition +1.2 (without sampling error)",
                "Region, not divided: the two editions are not comparable.",
                "it does not explain its cause",
                "Weighting fixes each group’s share (gender)",
            ),
        ),
    ],
)
def test_what_moved_is_said_drawn_and_tabled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, said: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    text = read(Report(divided(tmp_path / "store"), lang).section("trust"))
    for words in said:
        assert words in text, words
    (alt,) = re.findall(r'fig-alt="(.*?)"', text)
    assert "3,8" in alt or "3.8" in alt
    table = text[text.index("<table") :]
    assert table.count("</tr>") == 1 + 1 + 2 * 2 + (1 + 3) * 2 + (1 + 2) * 2
    assert "n = 2 003" in text or "n = 2,003" in text


def test_a_quota_sample_divides_a_change_in_its_own_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = divided(tmp_path / "store", "quota")
    for lang in ("fr", "en"):
        text = read(Report(store, lang).section("trust"))
        assert "indica" in text
        assert not forbidden_words(text, "quota")


def test_a_sample_without_inference_refuses_the_block(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(padai.errors.PublicationError, match="'drivers'"):
        Report(divided(tmp_path / "store", "open"), "fr").section("trust")


def test_a_block_without_its_net_or_groups_is_refused(tmp_path: Path) -> None:
    for lacking in ("net", "by"):

        def spoil(head: dict[str, Any], lacking: str = lacking) -> None:
            block = {k: v for k, v in DRIVERS.items() if k != lacking}
            head["sections"][0]["blocks"] = [block]

        with pytest.raises(padai.errors.DefinitionError, match="names questions, net and by"):
            make_store(tmp_path / lacking, change=spoil)
