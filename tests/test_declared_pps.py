"""Units drawn with unequal probabilities, as a definition says so."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest
from typer.testing import CliRunner

import padai
from padai.cli import app
from padai.errors import DesignError
from padai.numerics.unequal import pairs_too_often
from padai.survey import DesignSpec, load_survey
from padai.waves.declared_design import design_of
from padai.waves.reading import read_wave

DESIGN = "design: {id: respondent, weight: base_weight, stratum: district}"
"""What the example's own wave has."""


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example survey, its waves drawn in towns by their size."""
    project = tmp_path_factory.mktemp("pps")
    told = CliRunner().invoke(app, ["init", "--example", str(project)])
    assert told.exit_code == 0, told.output
    folder = project / "surveys" / "example"
    for year in ("2023", "2024", "2025"):
        _drawn_in_towns(folder, year)
    return folder


def _drawn_in_towns(folder: Path, year: str) -> None:
    path = folder / "data" / f"example-{year}.sav"
    frame, meta = pyreadstat.read_sav(path, user_missing=True)
    frame = frame.sort_values(["district", "respondent"], ignore_index=True)
    frame["town"] = np.arange(len(frame)) // 20 + 1.0
    frame["p_town"] = 0.15 + 0.02 * (frame["town"] % 31)
    pyreadstat.write_sav(
        frame,
        path,
        column_labels=meta.column_names_to_labels,
        variable_value_labels=meta.variable_value_labels,
        missing_ranges=meta.missing_ranges,
    )
    wave = folder / "waves" / f"{year}.yaml"
    text = wave.read_text(encoding="utf-8")
    before = text[text.index("sha256: ") + 8 :].split("\n")[0]
    text = text.replace(before, hashlib.sha256(path.read_bytes()).hexdigest())
    assert DESIGN in text
    wave.write_text(
        text.replace(
            DESIGN, "design: {id: respondent, psu: town, fpc: p_town, pps: brewer}"
        ).replace("main:\n", "main:\n    other_columns: [base_weight]\n", 1),
        encoding="utf-8",
    )


def test_a_survey_is_estimated_as_the_plain_wave_is(survey: Path) -> None:
    wave = read_wave(load_survey(survey), "2025")
    rows, _ = pyreadstat.read_sav(survey / "data" / "example-2025.sav", user_missing=True)

    def drawn(**design: str) -> padai.Wave:
        rows["inverse"] = 1 / rows["p_town"]
        return padai.Wave(
            rows,
            padai.Design(id="respondent", psu="town", **design),
            survey=load_survey(survey),
            id="2025",
        )

    plain = drawn(fpc="p_town", pps="brewer")
    net = {"trust": list(load_survey(survey).question("trust_services").net("trust").codes)}
    ours, theirs = (
        padai.proportion(w, "trust_services", net=net).frame.iloc[0] for w in (wave, plain)
    )
    for name in ("estimate", "std_error", "df"):
        assert ours[name] == pytest.approx(theirs[name], rel=1e-12)
    towns = drawn(weight="inverse")
    apart = padai.proportion(towns, "trust_services", net=net).frame.iloc[0]
    assert ours["estimate"] == pytest.approx(apart["estimate"], rel=1e-12)
    assert ours["std_error"] < apart["std_error"]  # a third of the towns is in the sample


def test_it_is_weighted_from_the_terminal(survey: Path) -> None:
    told = CliRunner().invoke(app, ["weight", str(survey), "--lang", "en"])
    assert told.exit_code == 0, str(told.exception)


@pytest.mark.parametrize(
    "given",
    [
        {"pps": "brewer"},
        {"psu": ["town", "home"], "fpc": ["a", "b"], "pps": "overton"},
        {"fpc": "p", "pps": "brewer", "variance": "YG"},
        {"fpc": "p", "pps": "poisson", "lonely_psu": "average"},
        {"fpc": "p", "pps": "brewer", "replicates": {"kind": "bootstrap", "prefix": "bw"}},
        {"fpc": "p", "variance": "YG"},
    ],
)
def test_what_the_rest_contradicts_is_refused_as_a_design_is(given: dict[str, object]) -> None:
    straight = (
        {**given, "replicates": padai.Bootstrap(prefix="bw")} if "replicates" in given else given
    )
    with pytest.raises(DesignError) as theirs:
        padai.Design(**straight)
    with pytest.raises(ValueError) as ours:
        DesignSpec.model_validate(given)
    assert theirs.value.texts["en"].removeprefix("Design: ") in str(ours.value)


@pytest.mark.parametrize("pps", ["brewer", "overton", "hartley-rao", "poisson"])
def test_each_kind_is_a_design(pps: str) -> None:
    design = design_of(DesignSpec.model_validate({"psu": "town", "fpc": "p", "pps": pps}))
    rows = pd.DataFrame(
        {"town": list("abcd"), "p": [0.2, 0.4, 0.5, 0.9], "y": [3.0, 5.0, 8.0, 11.0]}
    )
    kind = padai.HartleyRao() if pps == "hartley-rao" else pps
    straight = padai.Design(psu="town", fpc="p", pps=kind)
    one, other = (
        padai.total(padai.Wave(rows, each), "y").frame.iloc[0] for each in (design, straight)
    )
    assert one["std_error"] == other["std_error"] > 0


R = json.loads(
    (Path(__file__).parent / "reference" / "r45" / "unequal.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    ("declared", "reference"),
    [
        ({"mean_square": R["mean_square"]}, "hartley_rao"),
        (
            {"stratum": "half", "mean_square": {1: R["halves"][0], 2: R["halves"][1]}},
            "hartley_rao_strata",
        ),
        ({}, "hartley_rao_estimated"),
    ],
)
def test_the_population_s_mean_square_is_a_line_of_the_design(
    declared: dict[str, object], reference: str
) -> None:
    """R's own numbers, whether a stratum is written 1 and stands as 1.0 in the file."""
    spec = DesignSpec.model_validate({"psu": "id", "fpc": "p", "pps": "hartley-rao", **declared})
    rows = pd.DataFrame(R["data"]).assign(half=lambda frame: frame["half"].astype(float))
    found = padai.total(padai.Wave(rows, design_of(spec)), "Bush").frame.iloc[0]
    wanted = R["refs"][f"total.{reference}"]
    assert found["estimate"] == pytest.approx(wanted["estimate"][0], rel=1e-9)
    assert found["std_error"] ** 2 == pytest.approx(wanted["vcov"][0][0], rel=1e-9)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"pps": "brewer", "mean_square": 0.2}, "only"),
        ({"mean_square": {"a": 0.2}}, "no `stratum:`"),
        ({"mean_square": 2.0}, "less than or equal to 1"),
        ({"mean_square": 0.0}, "greater than 0"),
        ({"mean_square": True}, "valid number"),
    ],
)
def test_a_mean_square_that_cannot_be_is_refused(given: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        DesignSpec.model_validate({"fpc": "p", "pps": "hartley-rao", **given})


def test_a_design_that_has_none_keeps_its_bytes() -> None:
    spec = DesignSpec.model_validate({"psu": "town", "fpc": "p", "pps": "hartley-rao"})
    assert "mean_square" not in spec.model_dump()


def test_pairs_drawn_too_often_are_counted() -> None:
    """Of R's counties none is; by a tenth more each is; strata drawn apart are neither."""
    joint = np.array(R["joint"])
    single = np.diag(joint)
    pairs = len(joint) * (len(joint) - 1) // 2
    assert pairs_too_often(joint) == (0, pairs)
    apart = np.outer(single, single)
    for times, often in ((1.0, 0), (1.1, pairs)):
        square = np.minimum(apart * times, np.minimum.outer(single, single))
        np.fill_diagonal(square, single)
        certain = int(
            ((single[:, None] == 1) | (single[None, :] == 1))[np.triu_indices(len(joint), 1)].sum()
        )
        assert pairs_too_often(square) == (
            often and often - certain,
            pairs,
        )
