"""`padai plan`: what the next wave can show, as the command line says it."""

from __future__ import annotations

from pathlib import Path

import pytest

import padai
from padai.cli import main
from padai.pipeline.commands.planning import curve_sizes, planned

SURVEY = Path(padai.__file__).parent / "interchange" / "example" / "surveys" / "example"


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["plan", str(SURVEY), *arguments])
    assert ended.value.code == 0
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fr", ["Plus petits écarts", "Hausse", "Baisse", "Entrevues attendues", "Femmes"]),
        ("en", ["Smallest changes", "Rise", "Fall", "Expected interviews", "Women"]),
    ],
)
def test_the_command(capsys: pytest.CaptureFixture[str], lang: str, words: list[str]) -> None:
    text = said(
        capsys,
        "trust_services",
        "--by",
        "gender",
        "--n",
        "900",
        "--change",
        "5",
        "--no-chart",
        "--lang",
        lang,
    )
    for word in words:
        assert word in text


def test_a_group_that_may_not_be_shown_has_no_plan() -> None:
    survey = padai.load_survey(SURVEY)
    strict = survey.reliability.model_copy(update={"minimum_base": 10_000})
    made = planned(
        survey.model_copy(update={"reliability": strict}),
        "trust_services",
        survey.waves[-1],
        part="main",
        net=None,
        by=["gender"],
        n=[],
        power=0.8,
        change=5.0,
        data_dir=None,
        say=lambda text: None,
    )
    frame, groups = made.frame, made.groups
    assert (frame["reason"] == "withheld").all()
    assert made.curve[["smallest_rise", "smallest_margin"]].isna().all(axis=None)
    assert (
        frame[["estimate", "smallest_rise", "smallest_margin", "needed_for_change"]]
        .isna()
        .all(axis=None)
    )
    assert groups is not None
    assert (groups["action"] == "collapse").all()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_curve_is_drawn_with_its_words(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, lang: str
) -> None:
    said(capsys, "trust_services", "--chart", str(tmp_path), "--lang", lang)
    found = sorted(path.name for path in (tmp_path / "figures").iterdir())
    stem = "fig-plan-trust-services-trust"
    assert found == [f"{stem}.png", f"{stem}.svg", f"{stem}.txt"]
    caption, note, alt = (tmp_path / "figures" / f"{stem}.txt").read_text("utf-8").split("\n\n")
    assert ("la prochaine édition" if lang == "fr" else "the next edition") in caption
    assert ("puissance de 80" if lang == "fr" else "power of 80%") in note
    survey = padai.load_survey(SURVEY)
    made = planned(
        survey,
        "trust_services",
        "2025",
        part="main",
        net=None,
        by=[],
        n=[],
        power=0.8,
        change=None,
        data_dir=None,
        say=lambda text: None,
    ).curve
    last = made[made["interviews"] == made["interviews"].max()].iloc[0]
    size = 100 * max(last["smallest_rise"], last["smallest_fall"])
    written = f"{size:.1f}".replace(".", "," if lang == "fr" else ".")
    assert (f"écart de {written}" if lang == "fr" else f"a change of {written}") in alt


def test_the_curve_goes_from_a_quarter_of_a_wave_to_its_double() -> None:
    assert curve_sizes(2022) == [500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 4500]
    assert curve_sizes(40) == [10, 20, 30, 40, 50, 60, 70, 80]
