"""`padai plan`: what the next wave can show, as the command line says it."""

from __future__ import annotations

from pathlib import Path

import pytest

import padai
from padai.cli import main
from padai.pipeline.planning import planned

SURVEY = Path(padai.__file__).parent / "interchange" / "example" / "surveys" / "example"


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["plan", str(SURVEY), *arguments])
    assert ended.value.code == 0
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("lang", "words"),
    [("fr", ["Plus petits écarts", "Hausse", "Baisse", "Entrevues attendues", "Femmes"]),
     ("en", ["Smallest changes", "Rise", "Fall", "Expected interviews", "Women"])],
)  # fmt: skip
def test_the_command(capsys: pytest.CaptureFixture[str], lang: str, words: list[str]) -> None:
    text = said(
        capsys, "trust_services", "--by", "gender", "--n", "900", "--change", "5", "--lang", lang
    )
    for word in words:
        assert word in text


def test_a_group_that_may_not_be_shown_has_no_plan() -> None:
    survey = padai.load_survey(SURVEY)
    strict = survey.reliability.model_copy(update={"minimum_base": 10_000})
    frame, groups = planned(
        survey.model_copy(update={"reliability": strict}), "trust_services", survey.waves[-1],
        part="main", net=None, by=["gender"], n=[], power=0.8, change=5.0, data_dir=None,
        say=lambda text: None,
    )  # fmt: skip
    assert (frame["reason"] == "withheld").all()
    assert (
        frame[["estimate", "smallest_rise", "smallest_margin", "needed_for_change"]]
        .isna()
        .all(axis=None)
    )
    assert groups is not None
    assert (groups["action"] == "collapse").all()
