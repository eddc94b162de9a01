"""A release is attacked as it lies on the disk: no confidential count may be worked out of it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from padai.interchange import init_example
from padai.pipeline.parts.preparation import Prepared, prepare
from padai.pipeline.tables.aggregation import tables_of
from padai.store import open_store
from padai.survey import Survey, load_survey
from tests.release_attacks import attack

WAVE = "2025"
GENDER = (
    ", groups: {F: {label: {fr: Femmes, en: Women}, codes: [F]}, "
    "M: {label: {fr: Hommes, en: Men}, codes: [M]}}"
)
CROSSED = '[gender, age_group, education, district, "age_group*district"]'
SPOILT = {
    "survey.yaml": {
        GENDER: "",
        'waves: ["2023", "2024", "2025"]': f'waves: ["2024", "{WAVE}"]',
        "report_breakdowns: [gender, age_group, education, district]": "report_breakdowns: "
        + CROSSED,
    },
    "questionnaire.yaml": {
        '    headline_net: "1"\n': '    headline_net: "1"\n    sensitive: true\n',
        "    headline_net: clear\n": "    headline_net: clear\n    sensitive: true\n",
    },
}
"""The example with a group of nine people, a crossed breakdown and two more sensitive questions."""


def quiet(*_said: object) -> None:
    return None


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Survey, Prepared]:
    folder = tmp_path_factory.mktemp("small")
    init_example(folder)
    survey = folder / "surveys" / "example"
    for name, changes in SPOILT.items():
        text = (survey / name).read_text(encoding="utf-8")
        for old, new in changes.items():
            assert old in text, old
            text = text.replace(old, new)
        (survey / name).write_text(text, encoding="utf-8")
    loaded = load_survey(survey)
    return loaded, prepare(loaded, WAVE, "main", None, quiet)


def test_small_groups_crossed_groups_and_sensitive_answers(small: tuple[Survey, Prepared]) -> None:
    survey, ready = small
    tables = tables_of(survey, WAVE, {"main": ready}, quiet)
    found = attack(survey, ready.last, tables)
    assert {"used_online", "clear_info", "gender", "trust_data", "ease"} <= {
        f.question for f in found
    }
    assert {"age_group*district", "gender"} <= {f.breakdown for f in found}
    assert len(found) > 50
    assert [f for f in found if f.exact] == []
    # a rare answer to a sensitive question may be as many as the rule asks for
    least = survey.confidentiality.sensitive_cell
    assert [f for f in found if f.sensitive and f.high < least - 1e-6] == []

    # the attack is real: show the company of what is withheld, and it succeeds
    asked = tables["estimates"]["question"].astype(str)
    used = tables["estimates"][asked == "used_online"].copy()
    company = used["flag"].astype(str).eq("x") & (used["response"].astype(str) != "98")
    used.loc[company, ["estimate", "n_base"]] = 1.0
    shown = attack(survey, ready.last, {**tables, "estimates": used})
    exact = [f for f in shown if f.exact and f.response == "98"]
    assert len(exact) > 5
    assert all(round(f.low) == f.count for f in exact)
    # the sample before weighting would count those who are not a rare answer
    margins = tables["weighting"]
    assert margins.loc[margins["margin"] == "gender", "before"].isna().all()


def test_a_built_release(built_example: Path) -> None:
    survey = load_survey(built_example / "surveys" / "example")
    ready = prepare(survey, WAVE, "main", None, quiet)
    release = built_example / "releases" / "example" / WAVE / "v1"
    store = open_store(release / "interne")
    found = attack(survey, ready.last, {n: store.table(n) for n in ("estimates", "weighting")})
    assert len(found) >= 5
    assert [f for f in found if f.exact] == []
    # the open data tell no other number than the store does
    series = pd.read_csv(release / "open" / "series.csv", dtype=str, keep_default_na=False)
    hidden = series[series["flag"] == "x"]
    assert len(hidden) > 0
    assert (hidden[["estimate", "std_error", "conf_low", "conf_high", "n_base", "df"]] == "").all(
        axis=None
    )
