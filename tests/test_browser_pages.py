"""The planning page in Debian's browser: its numbers are padai's, its words hold, nothing leaves."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy import special

import padai
from padai.browser import PAGE_NAMES, page, write_pages
from padai.cli import main
from padai.numerics.planning import (
    TwoWaves,
    detection_power,
    equivalence_power,
    needed_for_change,
    needed_for_margin,
    smallest_change,
    smallest_margin,
)
from tests.browsing import axe, launched, open_page

ASSETS = Path(padai.__file__).parent / "browser" / "assets"
DRAWN = 200
CLOSE = 1e-9
SEED = 20261126
pytestmark = pytest.mark.needs("chromium")


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    with launched(chromium) as opened:
        yield opened


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("pages")
    write_pages(out)
    return out


@pytest.fixture(scope="module")
def planning(browser: Any, folder: Path) -> Any:
    return open_page(browser, (folder / "plan.html").as_uri())


# --- the arithmetic -------------------------------------------------------------------------------

IN_PAGE = """(cases) => {
  const f = (v) => (v === "inf" ? Infinity : v);
  return cases.map(([given, r]) => {
    const P = padaiPlan;
    const c = P.comparison(Object.fromEntries(Object.entries(given).map(([k, v]) => [k, f(v)])));
    return [P.smallestChange(c, r.power, r.alpha, 1), P.smallestChange(c, r.power, r.alpha, -1),
      P.smallestMargin(c, r.power, r.alpha), P.stdError(c), P.detectionPower(c, r.change, r.alpha),
      P.equivalencePower(c, r.margin, r.alpha), P.neededForChange(c, r.change, r.power, r.alpha),
      P.neededForMargin(c, r.margin, r.power, r.alpha)].map(String);
  });
}"""


def draw(rng: np.random.Generator) -> tuple[dict[str, Any], dict[str, float]]:
    given = {
        "share": float(rng.uniform(0.01, 0.99)),
        "deff": float(rng.uniform(0.7, 5)),
        "last": int(10 ** rng.uniform(1.5, 4.5)),
        "next": int(10 ** rng.uniform(1.5, 4.5)),
        "correlation": float(rng.choice([0, rng.uniform(-0.5, 0.95)])),
        "df": float(rng.choice([np.inf, 1, 2, 5.5, 30, 400, 1e4, 1e6])),
        "icc": float(rng.choice([0, rng.uniform(0, 0.3)])),
        "size": float(rng.uniform(1, 40)),
        "clusters": float(rng.choice([1, 0.5, 2])),
        "deffDf": float(rng.choice([np.inf, 8, 100])),
        "shared": str(rng.choice(["correlation", "units", "people"])),
    }
    risks = {
        "power": float(rng.choice([0.5, 0.8, 0.9, 0.95])),
        "alpha": float(rng.choice([0.05, 0.1, 0.01])) / int(rng.choice([1, 1, 6, 40])),
        "margin": float(rng.uniform(0.005, 0.1)),
        "change": float(rng.uniform(0.005, 0.15)),
    }
    return given, risks


def in_padai(given: dict[str, Any], r: dict[str, float]) -> list[float]:
    a = {k: np.array([v], float) for k, v in given.items() if k not in ("shared", "clusters")}
    two = TwoWaves(
        a["share"],
        a["deff"],
        a["last"],
        a["next"],
        a["correlation"],
        a["df"],
        a["icc"],
        a["size"],
        given["clusters"],
        a["deffDf"],
        given["shared"],
    )
    power, alpha = r["power"], r["alpha"]
    found = (
        smallest_change(two, power, alpha, 1), smallest_change(two, power, alpha, -1),
        smallest_margin(two, power, alpha), two.std_error(),
        detection_power(two, r["change"], alpha), equivalence_power(two, r["margin"], alpha),
        needed_for_change(two, r["change"], power, alpha),
        needed_for_margin(two, r["margin"], power, alpha),
    )  # fmt: skip
    return [float(each[0]) for each in found]


def test_two_hundred_drawn_plans_are_those_of_padai(planning: Any) -> None:
    rng = np.random.default_rng(SEED)
    cases = [draw(rng) for _ in range(DRAWN)]
    sent = [[{k: "inf" if v == np.inf else v for k, v in g.items()}, r] for g, r in cases]
    theirs = np.array(planning.evaluate(IN_PAGE, sent), dtype=float)
    with np.errstate(all="ignore"):
        ours = np.array([in_padai(*case) for case in cases])
    assert (np.isfinite(ours).sum(axis=0) > 40).all()
    np.testing.assert_array_equal(np.isnan(theirs), np.isnan(ours))
    np.testing.assert_allclose(theirs, ours, rtol=CLOSE, atol=CLOSE)


def test_the_page_plans_what_the_verb_plans(planning: Any) -> None:
    """`padai.plan` itself on a wave of three answers, over sizes, families and correlations."""
    answers = np.repeat([1, 2, 3], [480, 90, 30])
    frame = pd.DataFrame({"id": np.arange(600), "q": answers, "w": np.linspace(0.5, 1.5, 600)})
    wave = padai.Wave(frame, padai.Design(weight="w", id="id"), id="a")
    shares = padai.proportion(wave, "q")
    for n, family, r, deff in ((400, 1, 0.0, 1.5), (2000, 12, 0.4, 2.0), (600, 3, -0.2, 1.1)):
        told = padai.plan(
            shares, n=n, family_size=family, change=6, margin=5, deff=deff, correlation=r
        ).frame
        sent = [
            {
                "share": row.estimate,
                "deff": deff,
                "last": row.n_last,
                "next": row.n_last * n / 600,
                "correlation": r,
                "df": "inf" if np.isinf(row.df) else row.df,
            }
            for row in told.itertuples()
        ]
        risks = {"power": 0.8, "level": 0.95, "family": family, "margin": 0.05, "change": 0.06}
        found = planning.evaluate(
            """([cases, risks]) => cases.map((given) => padaiPlan.planOf(padaiPlan.comparison(
              {...given, df: given.df === "inf" ? Infinity : given.df}), risks)).map((one) =>
              [String(one.rise), String(one.fall), String(one.smallest), String(one.error),
               one.within, String(Math.ceil(one.forChange)), String(Math.ceil(one.forMargin))])""",
            [sent, risks],
        )
        names = ["smallest_rise", "smallest_fall", "smallest_margin", "std_error"]
        np.testing.assert_allclose(
            np.array([one[:4] for one in found], float), told[names], rtol=CLOSE, atol=CLOSE
        )
        assert [one[4] for one in found] == list(told["margin_within"])
        np.testing.assert_array_equal(
            np.array([one[5:] for one in found], float),
            told[["needed_for_change", "needed_for_margin"]].to_numpy(float),
        )


LEVELS = [1e-9, 1e-6, 0.001, 0.025, 0.3, 0.5, 0.6, 0.9, 0.975, 0.9999]
DEGREES = [1, 2, 3, 7.5, 30, 200, 1999, 2000, 1e4, 1e6, 1e12, np.inf]


def test_quantiles_are_right_to_the_twelfth_digit(planning: Any) -> None:
    cases = [(p, d) for p in LEVELS for d in DEGREES]
    sent = [[p, "inf" if d == np.inf else d] for p, d in cases]
    found = planning.evaluate(
        "(cases) => cases.map(([p, d]) => padaiPlan.tQuantile(p, d === 'inf' ? Infinity : d))", sent
    )
    known = [special.ndtri(p) if d == np.inf else special.stdtrit(d, p) for p, d in cases]
    np.testing.assert_allclose(found, known, rtol=1e-12, atol=1e-15)


def test_a_power_of_one_half_needs_interviews_too() -> None:
    """Rounding once made a square negative, and said that no number is enough."""
    one = np.ones(1)
    for deff in (1.1, 1.37, 1.9, 2.7):
        two = TwoWaves(
            0.3 * one, deff * one, 5000 * one, 900 * one, 0 * one, np.inf * one, deff_df=9 * one
        )
        assert np.isfinite(needed_for_change(two, 0.07, 0.5, 0.05)).all()


# --- the page -------------------------------------------------------------------------------------


def test_the_sentence_says_what_was_worked_out(planning: Any) -> None:
    planning.fill("#share", "62,5")
    planning.fill("#next", "1 500")
    two = TwoWaves(*(np.array([v]) for v in (0.625, 1.5, 2000.0, 1500.0, 0.0, np.inf)))
    rise, fall = (100 * smallest_change(two, 0.8, 0.05, s)[0] for s in (1, -1))
    told = planning.inner_text("#told")
    assert f"a rise of {rise:.1f} points or more (from 62.5 to {62.5 + rise:.1f}%)" in told
    assert f"a fall of {fall:.1f} points" in told
    needed = int(max(needed_for_change(two, s * 0.06, 0.8, 0.05)[0] for s in (1, -1)))
    assert f"a change of 6 points 80 times in 100, {needed:,} respondents" in told
    assert f"{100 * smallest_margin(two, 0.8, 0.05)[0]:.1f} points" in told


@pytest.mark.parametrize("wrong", ["", "abc", "0", "100", "1e3", "-5", "50 50,5.1", "NaN"])
def test_what_is_no_share_is_refused_and_nothing_is_told(planning: Any, wrong: str) -> None:
    planning.fill("#share", wrong)
    assert "from 0.1 to 99.9" in planning.inner_text("#wrong")
    assert planning.is_hidden("#answer")
    planning.fill("#share", "50")
    assert planning.is_visible("#answer")


def test_a_share_without_room_says_so(planning: Any) -> None:
    planning.fill("#share", "0.3")
    assert "no fall would be" in planning.inner_text("#told")
    planning.fill("#share", "50")


CONTRAST = """() => {
  const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, k) => sum + v * [0.2126, 0.7152, 0.0722][k], 0);
  const paper = light(getComputedStyle(document.body).backgroundColor);
  const each = [...document.querySelectorAll("svg text")].map((one) => {
    const [a, b] = [light(getComputedStyle(one).fill), paper].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  });
  return Math.min(...each, 21);
}"""
"""axe-core computes no contrast over a drawing, whose texts stand on the paper of the page."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", ["planifier.html", "plan.html"])
def test_it_is_accessible_and_fits(
    browser: Any, folder: Path, name: str, width: int, scheme: str
) -> None:
    view = open_page(browser, (folder / name).as_uri(), width, bypass_csp=True, color_scheme=scheme)
    view.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert view.evaluate("document.documentElement.scrollWidth") <= width
    violations, left = axe(view)
    assert violations == []
    assert {one.split(":")[0] for one in left} <= {"color-contrast"}
    assert view.evaluate(CONTRAST) >= 4.5
    assert all(one.removeprefix("color-contrast: ").startswith("text") for one in left)
    assert view.wrong == []
    view.close()


def test_nothing_is_asked_for_and_nothing_can_be(browser: Any, folder: Path) -> None:
    for name in PAGE_NAMES.values():
        view = open_page(browser, (folder / name).as_uri())
        assert view.asked == [(folder / name).as_uri()]
        assert view.wrong == []
        tried = view.evaluate("fetch('https://example.org/').then(() => 'sent', (e) => e.name)")
        assert tried == "TypeError"
        assert any("Content Security Policy" in said for said in view.wrong)
        view.close()


# --- the files ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in PAGE_NAMES}))
def test_every_message_stands_in_both_languages_and_is_used(kind: Any) -> None:
    both = {
        **json.loads((ASSETS / "shared.json").read_text("utf-8")),
        **json.loads((ASSETS / f"{kind}.json").read_text("utf-8")),
    }
    assert all(len(texts) == 2 and all(texts) for texts in both.values())
    for name, (fr, en) in both.items():
        assert set(re.findall(r"\{\w+\}", fr)) == set(re.findall(r"\{\w+\}", en)), name
    code = "".join(p.read_text("utf-8") for p in ASSETS.iterdir() if p.suffix in (".js", ".html"))
    code += page(kind, "en").split("<script>")[0]
    made = re.findall(r"`(\w+_)\$\{", code)
    named = set(re.findall(r"\w+", code))
    unused = {n for n in both if n not in named and not n.startswith(tuple(made))}
    assert not unused - {"other", "private", "noscript", "foot", "title", "lead"}


def test_the_command_writes_the_same_bytes_twice(tmp_path: Path) -> None:
    for out in ("one", "two"):
        with pytest.raises(SystemExit) as ended:
            main(["pages", "--out", str(tmp_path / out)])
        assert ended.value.code == 0
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert names == sorted(PAGE_NAMES.values())
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_folder_that_cannot_be_written_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(SystemExit) as ended:
        main(["pages", "--out", str(tmp_path / "file" / "in"), "--lang", "en"])
    assert ended.value.code == 2
    assert "Choose another folder" in " ".join(capsys.readouterr().err.split())
