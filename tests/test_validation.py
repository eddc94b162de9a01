"""Validation: each planted fault is found, a clean wave is not accused, and no answer leaks."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from padai.errors import DefinitionError, FindingsError, french, speaking
from padai.pipeline import validated
from padai.survey import load_survey
from padai.validation import CHECKS, Findings, pandera_schema, validate
from padai.validation.context import NEEDS
from padai.validation.quality import meaningless, repeated
from padai.validation.schema import CellRule, failing_cells
from padai.validation.structure import normal
from padai.waves import Wave
from padai.waves.declared_design import design_of
from padai.waves.reading import Delivery, read_delivery, read_wave
from tests.builders import mini, respondents, write_survey, write_wave_file
from tests.planted_faults import LABELS, ROLES, WIDE, N, delivery, put, skewed, wide_rows


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_survey(tmp_path_factory.mktemp("v"), replace=WIDE)


def earlier_wave(folder: Path, **changed: Any) -> Delivery:
    rows = wide_rows(seed=9, first_id=5_000, **changed)
    return delivery(folder, rows.assign(day="2024-05-02"), "2024")


def found_in(findings: Findings) -> dict[str, set[str]]:
    """The columns found at fault, by check."""
    table: dict[str, set[str]] = {}
    for item in findings.items:
        table.setdefault(item.check, set()).add(item.column)
    return table


def test_a_clean_wave_has_no_finding(folder: Path) -> None:
    found = validate(delivery(folder, wide_rows()), earlier=[earlier_wave(folder)])
    assert found.items == ()
    assert found.ok
    assert [n.check for n in found.not_run] == ["weight_total"]
    assert found.frame.empty
    delivered = {c.id for c in CHECKS.values() if "delivered" in c.stages}
    assert set(found.passed) == delivered - {"weight_total"}
    found.raise_if_failed()


def test_counts_and_row_keys_point_at_the_rows(folder: Path) -> None:
    found = validate(delivery(folder, put("trust", 7.0, [3, 8])(wide_rows(first_id=41))))
    row = found.frame[found.frame["check"] == "unknown_code"].iloc[0]
    assert (row["column"], row["count"], row["row_keys"]) == ("trust", 2, (44, 49))
    assert row[["survey", "wave", "part", "severity"]].tolist() == ["mini", "2025", "main", "error"]


def test_without_an_id_the_keys_are_rows_of_the_file(tmp_path: Path) -> None:
    rule = "    exclusions: [{column: user, values: [2], reason: {fr: R, en: R}}]\n    design:"
    replace = {
        "    design: {id: id, weight: w}": rule + " {weight: w}",
        "  word: {type": "  id: {type: open, label: {fr: I, en: I}, wording: {fr: I, en: I}}\n  word: {type",
    }
    rows = respondents(30)
    place = int(np.flatnonzero(rows["user"] == 1)[5])
    rows.loc[place, "trust"] = 7.0
    survey = load_survey(mini(tmp_path, {"2025": rows}, replace=replace))
    found = validate(read_delivery(survey, "2025"))
    item = next(i for i in found.items if i.check == "unknown_code")
    assert item.row_keys == (place + 1,)
    assert {n.check for n in found.not_run} >= {"id_missing", "id_duplicate"}


def test_swapped_and_foreign_labels_of_the_file_are_told(folder: Path) -> None:
    reversed_labels = {1: "Pas du tout", 2: "Plutôt pas", 3: "Plutôt", 4: "Tout à fait", 5: "Autre"}
    labels = {
        **LABELS,
        "trust": reversed_labels,
        "user": {1: "Oui", 2: "Quelquefois, la fin de semaine"},
    }
    wave = delivery(folder, wide_rows(), value_labels=labels, missing_ranges={"g1": [(4.0, 99.0)]})
    found = found_in(validate(wave, earlier=[earlier_wave(folder)]))
    assert found["label_of_other_code"] == {"trust"}
    assert found["scale_reversed"] == {"trust"}
    assert found["label_differs"] == {"user"}
    assert found["labels_changed"] == {"user"}
    assert found["unknown_label"] == {"trust"}
    assert found["missing_marked_as_answer"] == {"g1"}


def test_labels_may_be_in_either_language_case_and_punctuation(folder: Path) -> None:
    english = {1: "COMPLETELY", 2: "rather.", 3: "Rather not", 4: "Not at all", 98: "Don't know"}
    wave = delivery(folder, wide_rows(), value_labels={"trust": english})
    assert found_in(validate(wave)).keys() == set()


def test_an_answer_that_appears_or_disappears_from_the_labels_is_told(folder: Path) -> None:
    shorter = {c: label for c, label in LABELS["trust"].items() if c != 2}
    wave = delivery(folder, wide_rows(), value_labels={**LABELS, "trust": shorter})
    found = validate(wave, earlier=[earlier_wave(folder)])
    item = next(i for i in found.items if i.check == "codes_changed")
    assert (item.column, item.rule) == ("trust", "- 2")


def test_a_declared_break_explains_what_changed(tmp_path: Path) -> None:
    brk = (
        "breaks:\n  - {id: b1, type: scale, date: 2024-12-01, text: {fr: R, en: B},"
        " scope: {questions: [trust, g1]}}\nfamilies:"
    )
    replace = {**WIDE, "families:": ROLES + brk}
    folder = write_survey(tmp_path, replace=replace)
    labels = {**LABELS, "trust": {1: "Beaucoup", 2: "Assez", 3: "Peu", 4: "Pas du tout"}}
    rows = skewed(put("g1", np.nan, slice(0, 90))(wide_rows()))
    wave = delivery(folder, rows, value_labels=labels)
    found = found_in(validate(wave, earlier=[earlier_wave(folder)]))
    across = {"labels_changed", "codes_changed", "base_changed", "distribution_shift"}
    assert not across & found.keys()


def test_delivered_waves_are_compared_under_the_weights_delivered(folder: Path) -> None:
    """An earlier wave that was weighted since must not look like a change of the answers."""
    survey = load_survey(folder)
    rows = wide_rows(seed=9, first_id=5_000, day="2024-05-02", w=1.0)
    before = Wave(rows, design_of(survey.part("2024").design), survey=survey, id="2024")
    pulled = before.reweighted(np.where(rows["trust"] <= 2, 4.0, 1.0))
    found = validate(delivery(folder, wide_rows(w=1.0)), earlier=[pulled])
    assert "distribution_shift" in found.passed
    assert "weight_deff_jump" in found.passed


def test_statistical_warnings_need_size_and_adjusted_evidence(folder: Path) -> None:
    """A shift of three points in a huge sample, or of six in a tiny one, is not told."""
    big = 60_000
    rng = np.random.default_rng(5)

    def trust(p: float, n: int) -> Any:
        return np.where(rng.permutation(np.arange(n) < round(p * n)), 1.0, 3.0)

    now = wide_rows(n=big, trust=trust(0.53, big))
    before = wide_rows(seed=9, n=big, first_id=10**6, trust=trust(0.50, big))
    found = validate(delivery(folder, now), earlier=[delivery(folder, before, "2024")])
    assert "trust" not in found_in(found).get("distribution_shift", set())
    now, before = (
        wide_rows(n=100, trust=trust(0.56, 100)),
        wide_rows(n=100, first_id=500, trust=trust(0.50, 100)),
    )
    found = validate(delivery(folder, now), earlier=[delivery(folder, before, "2024")])
    assert "distribution_shift" not in found_in(found)


def test_clean_waves_are_rarely_accused(folder: Path) -> None:
    """Of thirty clean pairs of waves, none has an error and at most one in ten a warning."""
    survey = load_survey(folder)
    accused = 0
    for seed in range(30):
        origin = {"value_labels": LABELS}
        now, before = (
            Delivery(
                wide_rows(seed + 1000 * k, 1 + 9_000 * k), np.arange(N), survey, w, "main", origin
            )
            for k, w in ((0, "2025"), (1, "2024"))
        )
        before = Delivery(
            before.frame.assign(day="2024-05-02"), before.rows, survey, "2024", "main", origin
        )
        found = validate(now, earlier=[before])
        assert found.ok
        accused += bool(found.items)
    assert accused <= 3


def test_duplicates_and_near_duplicates_are_told(tmp_path: Path) -> None:
    many = "".join(
        f"  h{i}: {{label: {{fr: H, en: H}}, wording: {{fr: H, en: H}}, scale: yes_no}}\n"
        for i in range(30)
    )
    folder = write_survey(tmp_path, replace={"  word: {type: open": many + "  word: {type: open"})
    rng = np.random.default_rng(2)
    rows = respondents(200, seed=3).assign(
        **{f"h{i}": rng.choice([1.0, 2.0], 200) for i in range(30)}
    )
    assert not validate(delivery(folder, rows)).items
    columns = rows.columns.drop("id")
    rows.loc[100:104, columns] = rows.loc[0:4, columns].to_numpy()
    rows.loc[110:112, columns] = rows.loc[20:22, columns].to_numpy()
    rows.loc[110:112, "h7"] = 3 - rows.loc[110:112, "h7"]
    found = {i.check: i for i in validate(delivery(folder, rows)).items}
    assert found["duplicate_answers"].row_keys == (*range(1, 6), *range(101, 106))
    assert found["near_duplicate_answers"].row_keys == (21, 22, 23, 111, 112, 113)


def test_margins_are_held_to_their_targets_once_weighted(folder: Path) -> None:
    rows = wide_rows()
    survey = load_survey(folder)
    design = design_of(survey.part("2025").design)
    found = validate(Wave(rows, design, survey=survey, id="2025"), stage="weighted")
    assert {(i.check, i.rule) for i in found.items} == {
        ("margin_missed", "F"),
        ("margin_missed", "M"),
    }
    share = rows.groupby("sex")["w"].transform("sum")
    even = rows.assign(w=rows["w"] / share)
    found = validate(Wave(even, design, survey=survey, id="2025"), stage="weighted")
    assert found.items == ()
    assert {n.check for n in found.not_run} == {"weight_deff_jump", "margin_unreachable"}


def test_a_crossed_and_collapsed_margin_is_held_too(tmp_path: Path) -> None:
    folder = write_survey(
        tmp_path,
        replace={
            "margins: [sex]}": "margins: [sex*age_group], collapse: [{margin: sex*age_group, cells: [M*18-34, M*35+], into: M}]}",
            "main,sex,F,0.5,given,Recensement,2021\nmain,sex,M,0.5": "main,sex*age_group,F*18-34,20,given,R,2021\n"
            "main,sex*age_group,F*35+,30,given,R,2021\nmain,sex*age_group,M*18-34,5,given,R,2021\nmain,sex*age_group,M*35+,45",
        },
    )
    survey = load_survey(folder)
    rows = respondents(
        4, sex=["F", "F", "M", "M"], age=[20.0, 50.0, 20.0, 50.0], w=[20.0, 30.0, 25.0, 25.0]
    )
    wave = Wave(rows, design_of(survey.part("2025").design), survey=survey, id="2025")
    assert validate(wave, stage="weighted").items == ()
    rows["w"] = [21.0, 29.0, 25.0, 25.0]
    wave = Wave(rows, design_of(survey.part("2025").design), survey=survey, id="2025")
    assert {i.rule for i in validate(wave, stage="weighted").items} == {"F*18-34", "F*35+"}


def test_the_declared_total_of_weights_must_hold(tmp_path: Path) -> None:
    folder = write_survey(tmp_path, replace={"    design:": "    weight_total: 400\n    design:"})
    assert "weight_total" in validate(delivery(folder, respondents(200, w=2.0))).passed
    found = validate(delivery(folder, respondents(200, w=2.1)))
    assert found_in(found)["weight_total"] == {"w"}


def test_a_check_that_lacks_what_it_needs_is_listed_as_not_run(tmp_path: Path) -> None:
    survey = load_survey(mini(tmp_path))
    found = validate(read_wave(survey, "2025"))
    absent = {n.check: n for n in found.not_run}
    assert {"returning_ids", "distribution_shift", "speeders", "label_differs"} <= absent.keys()
    assert not absent.keys() & set(found.passed)
    assert absent["speeders"].reasons["en"] == "no question has the role “duration”"
    assert "Non vérifié" in found.summary("fr")
    assert "Not checked" in found.summary("en")


def test_progress_is_told_by_file_and_by_check(tmp_path: Path) -> None:
    survey = load_survey(mini(tmp_path))
    told: list[tuple[float, float]] = []
    validated(
        survey, "2025", "main", data_dir=None, say=lambda _, done, total: told.append((done, total))
    )
    done = [each for each, _ in told]
    assert done[:2] == [0, 1]
    assert done == sorted(done)
    assert len(done) > 40
    assert {total for _, total in told} == {3}
    assert done[-1] < 3


def test_the_summary_stops_a_build_and_says_what_to_do(folder: Path) -> None:
    found = validate(delivery(folder, put("trust", 7.0)(wide_rows())))
    with pytest.raises(FindingsError) as error:
        found.raise_if_failed()
    assert error.value.exit_code == 1
    assert "already published" in str(error.value)
    with speaking("fr"):
        message = str(error.value)
    assert "mini, 2025, main" in message
    assert "(unknown_code) 4 réponses à «\u00a0trust\u00a0»" in message
    assert "déjà publié" in message
    assert message not in found.summary("en")


CANARY = "CANARI-7f3a"


def test_no_answer_reaches_a_finding(folder: Path) -> None:
    """Neither words nor numbers of a respondent stand in a message, a frame or an error."""
    rows = wide_rows(word=CANARY)
    rows = put("sex", CANARY, slice(0, 60))(put("age", 777.25, slice(60, 90))(rows))
    rows = put("trust", 31337.5, slice(90, 120))(put("minutes", CANARY)(rows))
    found = validate(delivery(folder, rows), earlier=[earlier_wave(folder)])
    with pytest.raises(FindingsError) as error:
        found.raise_if_failed()
    written = "\n".join(
        [
            str(error.value),
            found.summary("fr"),
            found.summary("en"),
            found.frame.to_csv(),
            json.dumps(found.as_dict()),
            repr(found),
        ]
    )
    for answer in (CANARY, "777.25", "31337"):
        assert answer not in written
    assert "row_keys" not in found.public.columns
    assert "row_keys" not in json.dumps(found.as_dict())


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_page_for_the_supplier_shows_drifts_and_no_respondent(folder: Path, lang: str) -> None:
    rows = put("sex", CANARY, slice(0, 60))(skewed(wide_rows(first_id=771_000)))
    found = validate(delivery(folder, rows), earlier=[earlier_wave(folder)])
    page = found.to_html(lang)
    assert f'<html lang="{lang}">' in page
    assert {"fr": "Données fictives", "en": "Synthetic data"}[lang] in page
    pictures = re.findall(r"<figure>.*?</figure>", page, re.DOTALL)
    drifts = [item for item in found.items if item.picture]
    assert len(pictures) == len(drifts) > 0
    assert {"fr": "Tout à fait", "en": "Completely"}[lang] in pictures[0]
    for item, picture in zip(drifts, pictures, strict=True):
        assert picture.count('class="bar" style="width:') == 2 * len(item.picture)
        assert "<td>2024</td>" in picture
        assert "<td>2025</td>" in picture
    assert "default-src 'none'" in page
    assert not re.search(r"<script|\son\w+=|\ssrc=|\shref=", page)
    assert CANARY not in page
    assert "771" not in page
    for item in found.items:
        assert item.check in page
    foreign = next(item for item in found.items if item.check == "unknown_code")
    assert foreign.rows == tuple(range(1, 61))
    assert "<p>1, 2, 3, 4, " in page, "the supplier is told where in the file"


def test_groups_of_a_number_are_part_of_the_make_up(tmp_path: Path) -> None:
    survey = write_survey(tmp_path)
    before = delivery(survey, respondents(600, seed=1, first_id=5_000), "2024")
    rows = respondents(600, seed=2)
    assert not [
        i
        for i in validate(delivery(survey, rows), earlier=[before]).items
        if i.check == "demographic_drift"
    ]
    younger = rows.assign(age=np.where(np.arange(600) < 150, 20.0, rows["age"]))
    found = validate(delivery(survey, younger), earlier=[before])
    (item,) = (i for i in found.items if (i.check, i.column) == ("demographic_drift", "age"))
    assert len(item.picture) == len(load_survey(survey).breakdown("age_group").groups)
    assert sum(bar.now for bar in item.picture) == pytest.approx(1)
    assert item.against == "2024"


def test_the_definition_says_how_small_a_drift_is_told(tmp_path: Path) -> None:
    checks = {}
    for floor in (5, 40):
        replace = {**WIDE, "families:": f"smallest_drift: {floor}\n{ROLES}families:"}
        survey = write_survey(tmp_path / str(floor), replace=replace)
        before = earlier_wave(survey)
        found = validate(delivery(survey, skewed(wide_rows())), earlier=[before])
        checks[floor] = "distribution_shift" in found_in(found)
    assert checks == {5: True, 40: False}


def test_what_was_left_out_by_a_rule_is_told(tmp_path: Path) -> None:
    rule = (
        "    exclusions: [{column: sex, values: [M], reason: {fr: Hors population, en: Out}}]\n"
        "    design: {id: id, weight: w}"
    )
    survey = write_survey(tmp_path, replace={"    design: {id: id, weight: w}": rule})
    rows = respondents(100)
    write_wave_file(rows, survey / "data" / "m2025.csv")
    found = validate(read_delivery(load_survey(survey), "2025"))
    out = int((rows["sex"] == "M").sum())
    assert out
    assert f"100 lignes lues, {out} exclues, {100 - out} vérifiées" in found.summary("fr")
    assert f"{out} (sex\u00a0: Hors population)" in found.to_html("fr")
    (told,) = found.as_dict()["excluded"]
    assert (told["column"], told["count"]) == ("sex", out)


@pytest.mark.parametrize("seed", range(5))
def test_repeated_rows_are_those_that_stand_twice(seed: int) -> None:
    rng = np.random.default_rng(seed)
    answers = rng.integers(-2, 3, (300, rng.integers(1, 8))).astype(np.int16)
    seen = [tuple(row) for row in answers.tolist()]
    assert repeated(answers).tolist() == [seen.count(row) > 1 for row in seen]


def test_speeders_are_told_against_their_own_mode(folder: Path) -> None:
    """Nine minutes are long on the web and short by telephone."""
    rows = wide_rows(how=[1.0, 2.0] * (N // 2))
    rows["minutes"] = np.where(rows["how"] == 1.0, 9.0, 36.0)
    rows.loc[[3, 5], "minutes"] = 9.0
    found = {i.check: i for i in validate(delivery(folder, rows)).items}
    assert found["speeders"].row_keys == (4, 6)


def test_row_keys_are_capped_and_the_count_is_whole(tmp_path: Path) -> None:
    survey = write_survey(tmp_path)
    found = validate(delivery(survey, respondents(3_000, trust=7.0)))
    item = next(i for i in found.items if i.check == "unknown_code")
    assert "row_keys" not in repr(found)
    assert item.count == 3_000
    assert len(item.row_keys) == 1_000


def test_a_wave_without_a_definition_or_of_another_part_is_refused(folder: Path) -> None:
    from padai.design import Design

    with pytest.raises(DefinitionError, match="without a survey definition"):
        validate(Wave(pd.DataFrame({"a": [1]}), Design()))
    wave = delivery(folder, wide_rows())
    with pytest.raises(DefinitionError, match="not earlier"):
        validate(wave, earlier=[wave])
    with pytest.raises(DefinitionError, match="stage 'cooked' is unknown"):
        validate(wave, stage="cooked")  # type: ignore[arg-type]


def test_a_fault_of_a_rule_is_not_taken_for_bad_data() -> None:
    def broken(column: pd.Series) -> np.ndarray:
        raise ZeroDivisionError

    frame = pd.DataFrame({"a": [1.0]})
    with pytest.raises(ZeroDivisionError):
        failing_cells(frame, [CellRule("unknown_code", "a", "", broken)])


def test_validation_loads_no_pandera(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = [name for name in sys.modules if name.partition(".")[0] == "pandera"]
    for name in {*loaded, "pandera"}:
        monkeypatch.setitem(sys.modules, name, None)
    found = validate(delivery(folder, put("trust", 7.0)(wide_rows())))
    assert "unknown_code" in {item.check for item in found.items}


def test_the_pandera_schema_is_made_from_the_definition(folder: Path) -> None:
    import pandera.errors

    schema = pandera_schema(load_survey(folder), "2025")
    assert {"trust", "means_web", "age", "id"} <= set(schema.columns)
    schema.validate(wide_rows())
    for plant in (put("trust", 7.0), put("age", 12.0), put("id", 9)):
        with pytest.raises(pandera.errors.SchemaError):
            schema.validate(plant(wide_rows()))


def test_every_check_is_complete() -> None:
    for check in CHECKS.values():
        assert check.stages <= {"delivered", "weighted"}
        assert set(check.needs) <= NEEDS.keys()
        assert check.run.__doc__
        for text in (*check.titles.values(), *check.sentences.values()):
            assert text
            assert text == text.strip()
        assert french(check.sentences["fr"]) == check.sentences["fr"]


def test_empty_strata_and_undeclared_bases_are_told(tmp_path: Path) -> None:
    replace = {
        "design: {id: id, weight: w}": "design: {id: id, weight: w, stratum: h}",
        "      99: {label: {fr: Refus": "      97: {label: {fr: Non posée, en: Not asked}, kind: not_asked}\n      99: {label: {fr: Refus",
    }
    folder = write_survey(tmp_path, replace=replace)
    rows = put("trust", 97.0)(respondents(50).assign(h=[np.nan, *range(49)]))
    found = found_in(validate(delivery(folder, rows)))
    assert found == {"design_missing": {"h"}, "undeclared_base": {"trust"}}


@pytest.mark.parametrize("text", ["xkcdq", "aaaaaa", "qwrtp", "....."])
def test_what_is_not_words(text: str) -> None:
    assert meaningless(text)


@pytest.mark.parametrize("text", ["peur", "IA", "SRHT", "ça va", "été", "12", "rythme"])
def test_what_may_be_words(text: str) -> None:
    assert not meaningless(text)


def test_labels_are_compared_without_case_accents_or_punctuation() -> None:
    assert normal("  Très  d’accord. ") == normal("tres d'accord") == "tres d accord"


@pytest.mark.needs("gss")
def test_real_waves_have_no_error(gss_dir: Path) -> None:
    survey = load_survey(Path(__file__).parents[1] / "surveys" / "gss-trust")
    waves = [read_delivery(survey, w, data_dir=gss_dir) for w in survey.waves]
    for place, wave in enumerate(waves):
        assert validate(wave, earlier=waves[:place]).ok


ACCEPT = """accept:
  - {check: unknown_code, wave: 2025, column: trust, by: "méthodologue, A. B.", date: 2025-06-02,
     reason: {fr: Code 7 gardé à part., en: Code 7 is kept apart.}}
families:"""


def test_an_accepted_finding_stays_listed_and_stops_nothing(tmp_path: Path) -> None:
    folder = write_survey(tmp_path, replace={"families:": ACCEPT})
    rows = put("trust", 7.0)(respondents(60))
    found = validate(delivery(folder, rows))
    (item,) = (i for i in found.items if i.check == "unknown_code")
    assert found.ok
    found.raise_if_failed()
    assert item.accepted["fr"] == "Code 7 gardé à part (méthodologue, A. B., 2025-06-02)"
    assert "accepted: Code 7 is kept apart (méthodologue, A. B., 2025-06-02)" in found.summary("en")
    assert "0 erreur, 0 avertissement, 1 constat accepté, " in found.summary("fr")
    assert "Constats acceptés" in found.to_html("fr")
    assert "Code 7 gardé à part" in found.to_html("fr")
    assert "gardé à part" in found.as_dict()["findings"][0]["accepted"]
    both = put("sex", "f")(rows)
    assert not validate(delivery(folder, both)).ok, "another column was not accepted"
    assert not validate(delivery(folder, rows.assign(trust=7.0), "2024")).ok, "nor another wave"


@pytest.mark.parametrize(
    "told",
    ["checks: {unknown_cod: off}", ACCEPT.removesuffix("\nfamilies:").replace("_code", "_cod")],
)
def test_a_check_that_does_not_exist_is_refused(tmp_path: Path, told: str) -> None:
    folder = write_survey(tmp_path, replace={"families:": f"{told}\nfamilies:"})
    with pytest.raises(DefinitionError, match=r"no check\. Did you mean 'unknown_code'"):
        validate(delivery(folder, respondents(60)))
