"""Two versions that differ by few people tell of them: what is published then, and what is not."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import PublicationError
from padai.pipeline.versions.by_count import changed_people
from padai.store import INSIDE, open_store, outside
from tests.test_release_life import (
    CORRECTION,
    WAVE,
    _small,
    build,
    declare,
    edit,
    first,
    one_code,
    out,
    quick,
    records,
    rewrite,
    thirty_codes,
    tree,
    version,
)

__all__ = ["first", "out", "quick"]


def survey_of(project: Path) -> Path:
    return project / "surveys" / "example"


def next_version(project: Path, **keys: object) -> None:
    declare(
        project, version=2, status="corrected", reason=CORRECTION, publish_on="2025-06-01", **keys
    )


def leave_out(project: Path, respondents: list[str]) -> None:
    """Exclude respondents by a declared rule, as a correction would."""
    path = survey_of(project) / "waves" / f"{WAVE}.yaml"
    rule = json.dumps(respondents)
    edit(
        path,
        r"(?m)^    notes:",
        f"    exclusions:\n      - {{column: respondent, values: {rule}, "
        "reason: {fr: Doublon., en: Duplicate.}}\n    notes:",
    )


def wave_of(project: Path) -> padai.Wave:
    return padai.read_wave(padai.load_survey(survey_of(project)), WAVE)


def refused(project: Path, said: str) -> PublicationError:
    before = tree(project / "releases")
    with pytest.raises(PublicationError, match=said) as found:
        build(project)
    assert tree(project / "releases") == before
    assert len(records(project)) == 1
    return found.value


# --- fewer than ten ------------------------------------------------------------------------------


def test_one_record_corrected_makes_no_version(out: Path) -> None:
    rewrite(survey_of(out), one_code)
    next_version(out)
    error = refused(out, "fewer than 10 records change")
    assert "correction: error" in error.texts["fr"]


def test_one_person_left_out_makes_no_version_and_is_named_nowhere(out: Path) -> None:
    gone = str(wave_of(out).frame["respondent"].iloc[7])
    leave_out(out, [gone])
    next_version(out)
    refused(out, "fewer than 10 records change")
    next_version(out, correction="error")
    build(out)
    found = [
        p for p in version(out, 2).rglob("*") if p.is_file() and gone.encode() in p.read_bytes()
    ]
    assert found == []


def test_a_record_erased_at_a_persons_request_makes_no_version(out: Path) -> None:
    rewrite(survey_of(out), lambda frame: frame.drop(frame.index[3]))
    edit(survey_of(out) / "waves" / f"{WAVE}.yaml", r"(?m)^    n: 804", "    n: 803")
    next_version(out, correction="erasure")
    error = refused(out, "stays as it was published")
    assert "à la demande d’une personne" in error.texts["fr"]


def test_enough_people_in_all_but_few_in_a_group_make_no_version(out: Path) -> None:
    def unevenly(frame: pd.DataFrame) -> pd.DataFrame:
        changed = frame.copy()
        column = changed["trust_services"].astype(object)
        genders = sorted(set(changed["gender"].astype(str)))[:2]
        for gender, count in zip(genders, (25, 3), strict=True):
            mine = (changed["gender"].astype(str) == gender) & column.astype(str).isin(["3", "3.0"])
            places = [i for i, chosen in enumerate(mine) if chosen][:count]
            column.iloc[places] = type(column.iloc[places[0]])(1)
        changed["trust_services"] = column.astype(frame["trust_services"].dtype)
        return changed

    rewrite(survey_of(out), unevenly)
    next_version(out)
    refused(out, "in the whole or in a printed group")


def test_a_version_that_cannot_be_compared_waits(out: Path) -> None:
    rewrite(survey_of(out), thirty_codes)
    next_version(out)
    for path in (survey_of(out) / "data").glob("example-2025-*.csv"):
        if path.name not in (survey_of(out) / "waves" / f"{WAVE}.yaml").read_text("utf-8"):
            kept = path.rename(out / path.name)
    refused(out, "no longer among the data")
    shutil.move(kept, survey_of(out) / "data" / "version-1.csv")  # under any name
    build(out)


def test_the_series_of_a_later_wave_holds_to_it_too(tmp_path: Path) -> None:
    project = _small(tmp_path)
    for wave in ("2023", "2024"):
        padai.build(survey_of(project), wave=wave, engine="embedded", fresh=True)
    survey = padai.load_survey(survey_of(project))
    frame = padai.read_wave(survey, "2024").frame
    text = one_code(frame).to_csv(index=False, lineterminator="\n")
    (survey_of(project) / "data" / "example-2024-b.csv").write_text(text, encoding="utf-8")
    path = survey_of(project) / "waves" / "2024.yaml"
    edit(path, r"file: example-2024\.\w+", "file: example-2024-b.csv")
    edit(path, r"(?m)^    sha256: [0-9a-f]{64}\n", "")
    with pytest.raises(PublicationError, match="the data of wave 2024 are not those of 2024/v1"):
        build(project)
    assert not version(project).exists()


def test_a_draft_may_show_anything(out: Path) -> None:
    rewrite(survey_of(out), one_code)
    declare(out, version=2, status="draft", reason=CORRECTION)
    build(out)


# --- an error that matters -----------------------------------------------------------------------


@pytest.fixture
def coarse(out: Path) -> Path:
    rewrite(survey_of(out), one_code)
    next_version(out, correction="error")
    build(out)
    return out


def test_few_corrections_give_totals_in_whole_points_and_no_group(coarse: Path) -> None:
    store = outside(open_store(version(coarse, 2) / INSIDE))
    for name in ("estimates", "trends"):
        frame = store.tables[name]
        mine = frame[frame["wave"] == WAVE]
        whole, groups = mine[mine["breakdown"] == "total"], mine[mine["breakdown"] != "total"]
        assert len(whole) > 10
        assert len(groups) > 10
        shares = whole.loc[whole["response"] != "mean", ["estimate", "conf_low", "conf_high"]]
        assert (np.abs(shares * 100 - (shares * 100).round()).max() < 1e-9).all()
        assert (whole["n_base"].dropna() % 10 == 0).all()
        assert whole[["std_error", "n_eff", "deff", "cv", "df"]].isna().all(axis=None)
        assert groups[["estimate", "n_base", "conf_low"]].isna().all(axis=None)
        assert set(groups["flag"]) == {"x"}  # concerned or not: nothing tells which
    changes = store.tables["differences"]
    assert changes.loc[changes["breakdown"] != "total", "estimate"].isna().all()
    for name in ("words", "letters", "robustness", "decomposition", "slopes", "indices"):
        assert not len(store.tables[name]), name


def test_corrections_show_no_figure_of_few_people(coarse: Path) -> None:
    store = open_store(version(coarse, 2) / INSIDE)
    assert not len(store.tables["corrections"])
    assert store.release["few_corrected"] == 10
    assert store.release["corrects"] == "2025/v1"
    assert store.facts["sizes"]["main"][WAVE]["n"] == 800  # 804


def test_what_the_two_versions_say_together_does_not_tell_of_one_person(coarse: Path) -> None:
    """Every total of v2 is what v1 rounds to, or one point beside: no answer of hers is read."""
    one, two = (
        outside(open_store(version(coarse, k) / INSIDE))
        .tables["estimates"]
        .set_index(["question", "response", "breakdown", "group"])
        for k in (1, 2)
    )
    both = one.join(two.add_suffix("_2"))
    shown = both[both["estimate_2"].notna()]
    gap = (shown["estimate"] - shown["estimate_2"]).abs()[
        shown.index.get_level_values("response") != "mean"
    ]
    assert gap.max() <= 0.012  # half a point, and what one record of 467 may move
    assert (shown["n_base"] - shown["n_base_2"]).abs().max() <= 5


def test_other_waves_of_the_series_are_as_they_were(coarse: Path) -> None:
    one, two = (open_store(version(coarse, k) / INSIDE).tables["trends"] for k in (1, 2))
    pd.testing.assert_frame_equal(one[one["wave"] != WAVE], two[two["wave"] != WAVE])


# --- ten or more ---------------------------------------------------------------------------------


def test_enough_people_in_every_printed_group_are_published(out: Path) -> None:
    rewrite(survey_of(out), thirty_codes)
    next_version(out)
    build(out)
    store = open_store(version(out, 2) / INSIDE)
    listed = store.tables["corrections"]
    assert len(listed)
    assert "few_corrected" not in store.release
    numbers = re.compile(r"-?\d+\.\d{5,}")
    assert not [v for side in ("old", "new") for v in listed[side] if numbers.fullmatch(v)]


def test_counting_goes_by_record(out: Path) -> None:
    wave = wave_of(out)
    assert changed_people(wave, wave, ["gender"]) == 0
    frame = wave.frame

    def again(changed: pd.DataFrame) -> padai.Wave:
        return padai.Wave(changed, wave.design, survey=wave.survey, id=wave.id)

    assert changed_people(wave, again(frame.iloc[::-1]), ["gender"]) == 0
    assert changed_people(wave, again(frame.drop(frame.index[5])), []) == 1
    assert changed_people(wave, again(one_code(frame)), ["gender"]) == 1
    assert changed_people(wave, again(thirty_codes(frame)), []) == 30
    assert changed_people(wave, again(thirty_codes(frame)), ["gender"]) == 15
    weighted = frame.assign(
        base_weight=frame["base_weight"].where(frame.index != frame.index[2], 9.5)
    )
    assert changed_people(wave, again(weighted), []) == 1


def test_another_respondent_left_out_in_the_place_of_one_is_not_taken_as_the_same(
    out: Path,
) -> None:
    """A store keeps how many were left out, not who: a swap of names must not pass unseen."""
    shutil.rmtree(out / "releases")
    (survey_of(out) / "releases.yaml").unlink()
    names = wave_of(out).frame["respondent"].astype(str).tolist()
    leave_out(out, [names[7]])
    build(out)
    edit(survey_of(out) / "waves" / f"{WAVE}.yaml", re.escape(names[7]), names[8])
    next_version(out)
    refused(out, "it left out respondents by name")
