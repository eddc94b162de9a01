"""What keeps a series from being compared, each with its own error or finding."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.design import Design
from padai.errors import ComparisonError, DataError, DefinitionError
from padai.trends.panel import paired_change, turnover
from padai.trends.parts import part_contrast
from padai.validation import validate
from padai.waves import Wave
from tests.builders import WAVE_YAML, mini, respondents

MARGIN = "scale: confidence, headline_net: trust}"


def with_margin(points: int) -> dict[str, str]:
    margin = f"margin: {{points: {points}, reason: {{fr: r, en: r}}, date: 2024-01-01}}"
    return {MARGIN: f"scale: confidence, headline_net: trust, {margin}}}"}


def weighted_findings(folder: Path, points: int, n: int) -> list[tuple[str, str, str]]:
    """Validate a second wave of n, half of whom trust, under a margin."""
    half = np.resize([1.0, 4.0], n)
    data = {
        w: respondents(
            n,
            first_id=1 + 1000 * k,
            w=np.ones(n),
            trust=half,
            sex=np.resize(["F", "F", "M", "M"], n),
        )
        for k, w in enumerate(("2024", "2025"))
    }
    survey = padai.load_survey(mini(folder, data, replace=with_margin(points)))
    before, now = (padai.read_wave(survey, w) for w in survey.waves)
    found = validate(now, earlier=[before], stage="weighted")
    return [
        (i.check, i.column, i.messages["en"])
        for i in found.items
        if i.check == "margin_unreachable"
    ]


def test_a_margin_under_the_half_width_can_never_be_met(tmp_path: Path) -> None:
    """Two waves of 200 at one half: 1.65 times sqrt(2 x 0.25 / 199) is 8.3 points."""
    half = 100 * 1.6487 * math.sqrt(2 * 0.25 / 199)
    assert 8 < half < 9
    (found,) = weighted_findings(tmp_path / "a", 8, 200)
    assert found[:2] == ("margin_unreachable", "trust")
    assert "can never be met" in found[2]
    assert f"{half:.2f}" in found[2]
    assert weighted_findings(tmp_path / "b", 9, 200) == []


def test_ids_that_return_where_none_is_declared_are_refused(tmp_path: Path) -> None:
    frame = respondents(50)
    waves = [Wave(frame, Design(id="id"), id=w) for w in ("2024", "2025")]
    with pytest.raises(ComparisonError, match="overlap"):
        padai.stack(waves, overlap="none")


def test_an_id_that_is_not_unique_in_a_wave_is_refused() -> None:
    frame = respondents(50).assign(id=1)
    with pytest.raises(DataError, match="id"):
        Wave(frame, Design(id="id"), id="2025")


def test_a_net_of_codes_that_the_scale_lacks_is_refused(tmp_path: Path) -> None:
    net = "trust: {label: {fr: Total confiance, en: Total trust}, codes: [1, 2]}"
    wrong = {net: net.replace("[1, 2]", "[1, 7]")}
    with pytest.raises(DefinitionError, match="net 'trust' uses codes that the scale lacks: 7"):
        padai.load_survey(mini(tmp_path, replace=wrong))


def test_a_net_by_hand_of_codes_that_a_wave_lacks_is_refused(tmp_path: Path) -> None:
    survey = padai.load_survey(mini(tmp_path))
    waves = padai.stack([padai.read_wave(survey, w) for w in survey.waves], overlap="none")
    with pytest.raises(DefinitionError, match="7"):
        padai.trend(waves, "trust", net={"odd": [1, 7]})


# --- what the definition says of panels and of modes -------------------------------------------


def panel(folder: Path, declared: bool) -> list[Wave]:
    """Two waves of the same people; the later file holds their longitudinal weights."""
    design = "design: {id: id, weight: w}"
    change = {design: design.replace("}", ", longitudinal_weight: lw}")} if declared else {}
    change["overlap: none"] = "overlap: respondent"
    lw = np.r_[np.full(60, 2.0), np.full(40, 1.0), np.full(100, np.nan)]
    data = {
        "2024": respondents(200).assign(lw=np.nan),
        "2025": respondents(200, seed=2).assign(lw=lw),
    }
    survey = padai.load_survey(mini(folder, data, replace=change))
    return [padai.read_wave(survey, w) for w in survey.waves]


def test_change_among_the_same_people_rests_on_the_weight_declared(tmp_path: Path) -> None:
    before, after = panel(tmp_path, declared=True)
    found = paired_change(before, after, "trust", net="trust")
    named = paired_change(before, after, "trust", net="trust", weight="lw")
    pd.testing.assert_frame_equal(found.frame, named.frame)
    assert found.provenance["weight"] == "lw"
    assert found.provenance["without_weight"] == 100
    assert turnover(before, after, "trust").provenance["weight"] == "lw"


def test_without_a_weight_declared_it_is_asked_for(tmp_path: Path) -> None:
    before, after = panel(tmp_path, declared=False)
    with pytest.raises(ComparisonError, match="longitudinal_weight"):
        paired_change(before, after, "trust", net="trust")
    assert (
        paired_change(before, after, "trust", net="trust", weight=None).frame["n_base"].iloc[0] > 0
    )


def test_blank_longitudinal_weights_are_no_fault(tmp_path: Path) -> None:
    _, after = panel(tmp_path, declared=True)
    found = validate(after, stage="delivered")
    assert not [i for i in found.items if i.column == "lw"]


def parts(folder: Path, randomised: str, other: str = "") -> list[Wave]:
    phone = "\n".join(WAVE_YAML.split("parts:\n")[1].splitlines()).replace("main:", "phone:", 1)
    phone = phone.replace("mode: online", f"mode: phone{other}").replace(
        "m{wave}{ending}", "p{wave}{ending}"
    )
    survey = mini(folder)
    for wave in ("2024", "2025"):
        text = (survey / "waves" / f"{wave}.yaml").read_text(encoding="utf-8")
        text = text.replace("mode: online", f"mode: online{randomised}")
        more = phone.format(wave=wave, ending=".csv")
        (survey / "waves" / f"{wave}.yaml").write_text(f"{text}{more}\n", encoding="utf-8")
        targets = survey / "targets" / f"{wave}.csv"
        rows = targets.read_text(encoding="utf-8")
        targets.write_text(
            rows + "".join(x.replace("main", "phone") + "\n" for x in rows.splitlines()[1:]),
            encoding="utf-8",
        )
        respondents(200, seed=7, first_id=9001).to_csv(
            survey / "data" / f"p{wave}.csv", index=False
        )
    loaded = padai.load_survey(survey)
    return [padai.read_wave(loaded, "2025", part) for part in ("main", "phone")]


ON_MAIN, ON_PHONE = (f"\n    randomised_with: [{name}]" for name in ("phone", "main"))


def test_a_mode_effect_is_said_only_where_modes_were_drawn(tmp_path: Path) -> None:
    drawn = part_contrast(*parts(tmp_path / "a", ON_MAIN, ON_PHONE), "trust", net="trust")
    apart = part_contrast(*parts(tmp_path / "b", ""), "trust", net="trust")
    assert drawn.name["en"] == "mode effect"
    assert apart.name["en"] == "difference between the parts (mode and population together)"
    pd.testing.assert_frame_equal(drawn.frame, apart.frame)


@pytest.mark.parametrize(
    ("one", "two", "said"),
    [
        (ON_MAIN, "", "does not say so of 'main'"),
        ("\n    randomised_with: [mail]", "", "'mail', which is no other part"),
    ],
)
def test_a_draw_that_one_part_alone_knows_of_is_refused(
    tmp_path: Path, one: str, two: str, said: str
) -> None:
    with pytest.raises(DefinitionError, match=said):
        parts(tmp_path, one, two)
