"""Results draw themselves: what stands in a picture, its words and a table is the frame's."""

from __future__ import annotations

import datetime as dt
import pickle
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import DefinitionError, EstimationError, PadaiError, speaking
from padai.results import Table
from tests.builders import mini, respondents

BREAK = """\
breaks:
  - id: wording
    type: wording
    date: 2025-01-01
    text: {fr: Autre question, en: Another question}
    scope: {questions: [SCOPE]}
families:
"""


def stacked(folder: Path, scope: str = "") -> padai.Stack:
    later = respondents(seed=9, first_id=5001, trust=np.repeat([1.0, 2.0, 3.0, 98.0], 50))
    changed = {"families:\n": BREAK.replace("SCOPE", scope)} if scope else None
    survey = padai.load_survey(mini(folder, {"2025": later}, replace=changed))
    return padai.stack([padai.read_wave(survey, w) for w in ("2024", "2025")])


@pytest.fixture(scope="module")
def waves(tmp_path_factory: pytest.TempPathFactory) -> padai.Stack:
    return stacked(tmp_path_factory.mktemp("mini"))


@pytest.fixture(scope="module")
def trend(waves: padai.Stack) -> padai.Estimates:
    return padai.trend(waves, "trust", net="trust", by="sex")


def lines_of(figure: Any) -> list[tuple[list[float], list[float]]]:
    """The lines of which each point has a marker: the series themselves."""
    return [
        (list(map(float, line.get_xdata())), list(map(float, line.get_ydata())))
        for ax in figure.axes
        for line in ax.lines
        if line.get_marker() == "o" and line.get_linewidth() == 1.5
    ]


def dots_of(figure: Any) -> list[float]:
    """The values of the dots, from the top; dots of one shape are one artist."""
    (ax,) = figure.axes
    lines = [line for line in ax.lines if line.get_markersize() == 6.6]
    found = [point for line in lines for point in line.get_xydata()]
    return [float(x) for x, _ in sorted(found, key=lambda point: point[1])]


def spans_of(figure: Any) -> list[tuple[float, ...]]:
    """The ends of the intervals, from the top; those of one colour are one line, with gaps."""
    (ax,) = figure.axes
    lines = [line for line in ax.lines if line.get_linewidth() == 2.2]
    found = [pair for line in lines for pair in line.get_xydata().reshape(-1, 3, 2)]
    assert all(np.isnan(pair[2]).all() and pair[0, 1] == pair[1, 1] for pair in found)
    return [(float(a[0]), float(b[0])) for a, b, _ in sorted(found, key=lambda pair: pair[0, 1])]


def texts_of(figure: Any) -> str:
    from matplotlib.text import Text

    return "\n".join(t.get_text() for t in figure.findobj(Text))


def title_of(figure: Any) -> str:
    """The title of the first panel, of which each line is a text of its own."""
    first = figure.axes[0]
    lines = [t for t in first.texts if t.get_transform() == first.transAxes]
    return " ".join(t.get_text() for t in sorted(lines, key=lambda t: -t.get_position()[1]))


# --- what is drawn is the frame's ------------------------------------------------------------


def test_lines_pass_through_the_estimates_at_true_dates(trend: padai.Estimates) -> None:
    drawn = lines_of(trend.plot("fr"))
    frame = trend.frame
    groups = ("total", "F", "M")
    assert len(drawn) == len(groups)
    for (times, values), group in zip(drawn, groups, strict=True):
        own = frame[frame["group"] == group].sort_values("wave")
        assert values == pytest.approx(100 * own["estimate"].to_numpy())
        first, last = (trend.survey.wave(w).date for w in ("2024", "2025"))
        assert times[1] - times[0] == pytest.approx((last - first).days / 365.25)


def test_dots_and_intervals_are_those_of_the_frame(waves: padai.Stack) -> None:
    est = padai.proportion(waves.waves[1], "trust")
    figure = est.plot("en")
    assert dots_of(figure) == pytest.approx(100 * est.frame["estimate"].to_numpy())
    ends = 100 * est.frame[["conf_low", "conf_high"]].to_numpy()
    assert np.array(spans_of(figure)) == pytest.approx(ends)


def test_differences_stand_about_zero_with_their_verdicts(trend: padai.Estimates) -> None:
    found = padai.difference(trend, "2025", "2024")
    figure = found.plot("en")
    (ax,) = figure.axes
    low, high = ax.get_xlim()
    assert low == pytest.approx(-high)
    assert dots_of(figure) == pytest.approx(100 * found.frame["estimate"].to_numpy())
    assert "in percentage points" in texts_of(figure)
    verdict = str(found.frame["verdict"].iloc[0])
    from padai.charts.verdicts import verdict_phrase
    from padai.words.figures import Figures

    assert verdict
    assert verdict_phrase(verdict, Figures("en"), float("nan")) in texts_of(figure)


def test_rows_of_one_response_stand_together(waves: padai.Stack) -> None:
    est = padai.proportion(waves.waves[0], "user", by="sex")
    frame = est.frame
    expected = [
        100 * float(frame["estimate"].iloc[row])
        for code in frame["response"].cat.categories
        for row in np.flatnonzero((frame["response"] == code).to_numpy())
    ]
    assert dots_of(est.plot("en")) == pytest.approx(expected)


def test_some_rows_alone_are_drawn(trend: padai.Estimates) -> None:
    assert len(lines_of(trend.plot(rows=trend.rows(group="F")))) == 1
    mask = (trend.frame["group"] == "M").to_numpy()
    assert len(lines_of(trend.plot(rows=mask))) == 1
    with pytest.raises(EstimationError, match="Rows are positions from 0 to 5"):
        trend.plot(rows=[6])


# --- breaks ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("scope", "joined"), [("trust", False), ("user", True)])
def test_a_line_stops_at_a_break_of_its_own_question(
    tmp_path: Path, scope: str, joined: bool
) -> None:
    waves = stacked(tmp_path, scope)
    found = padai.trend(waves, "trust", net="trust")
    for result in (found, found.detach(), pickle.loads(pickle.dumps(found))):
        figure = result.plot("fr")
        lengths = [len(values) for _, values in lines_of(figure)]
        assert lengths == ([2] if joined else [1, 1])
        assert ("rupture" in texts_of(figure)) is not joined
        assert ("ligne" in figure.alt and "rompue" in figure.alt) is not joined or joined


def test_estimates_that_no_trend_made_join_nothing_over_a_break(tmp_path: Path) -> None:
    waves = stacked(tmp_path, "user")  # of another question, which proportion does not look at
    assert [len(v) for _, v in lines_of(padai.proportion(waves, "trust", net="trust").plot())] == [
        1,
        1,
    ]


# --- words -----------------------------------------------------------------------------------


def test_the_picture_says_itself_in_the_language_of_the_reader(trend: padai.Estimates) -> None:
    french, english = trend.plot("fr"), trend.plot("en")
    assert title_of(french) == "Confiance, Total confiance"
    assert title_of(english) == "Trust, Total trust"
    assert "Données fictives" in texts_of(french) and "Synthetic data" in texts_of(english)
    value = float(trend.frame["estimate"].iloc[0])
    assert f"{100 * value:.1f}%" in english.alt
    assert f"{100 * value:.1f}".replace(".", ",") + "\u00a0%" in french.alt
    assert "Synthetic data" in english.alt
    assert trend.plot().alt == english.alt
    with speaking("fr"):
        assert trend.plot().alt == french.alt


def test_every_estimate_is_in_the_alternative_text(trend: padai.Estimates) -> None:
    said = trend.plot("en").alt
    for value in trend.frame["estimate"]:
        assert f"{100 * value:.1f}%" in said


@pytest.mark.parametrize("lang", ["de", "anglais", "", 3, "EN"])
@pytest.mark.parametrize("verb", ["plot", "to_markdown", "table"])
def test_a_language_without_words_is_refused(trend: padai.Estimates, verb: str, lang: Any) -> None:
    with pytest.raises(DefinitionError) as caught:
        getattr(trend, verb)(lang)
    assert f"{verb}: there are no words in language {lang!r}; there are: " in str(caught.value)
    assert "fr" in caught.value.texts["fr"]


def test_a_notebook_shows_the_picture_with_its_alternative_text(trend: padai.Estimates) -> None:
    told = trend.plot("en")._repr_html_()
    assert re.match(
        r'<img alt="Lines over time[^"]+" width="\d+" src="data:image/png;base64,', told
    )


def test_the_same_result_gives_the_same_bytes(trend: padai.Estimates, tmp_path: Path) -> None:
    for name in ("one", "two"):
        trend.plot("fr").savefig(tmp_path / name, format="png", metadata={"Software": None})
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert trend.table("fr").as_raw_html() == trend.table("fr").as_raw_html()


def test_a_sample_that_is_not_random_says_so_and_an_open_one_has_no_interval(
    tmp_path: Path,
) -> None:
    for kind, said in (("quota", "Non-probability sample"), ("open", "Open consultation")):
        folder = mini(tmp_path / kind, replace={"sample_type: probability": f"sample_type: {kind}"})
        survey = padai.load_survey(folder)
        est = padai.proportion(padai.read_wave(survey, "2025"), "trust")
        figure = est.plot("en")
        assert said in texts_of(figure) and said in figure.alt
        assert len(spans_of(figure)) == (0 if kind == "open" else 6)
        assert ("Lower limit" in est.to_markdown("en")) is (kind != "open")


# --- every result ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def results() -> dict[str, Any]:
    rng = np.random.default_rng(3)
    waves = []
    for place, name in enumerate("abcdef"):
        n = 250
        frame = pd.DataFrame(
            {
                "id": np.arange(n) + 1000 * place,
                "w": rng.uniform(0.5, 2, n),
                "q": rng.choice([1, 2, 3], n, p=[0.4 - 0.05 * place, 0.3, 0.3 + 0.05 * place]),
                "sex": rng.choice(["F", "M"], n),
                "age": rng.uniform(18, 90, n),
                "y": rng.normal(1000, 200, n),
                "z": rng.integers(0, 2, n),
                "area": rng.choice([f"r{k}" for k in range(6)], n),
            }
        )
        design = padai.Design(weight="w", id="id")
        waves.append(padai.Wave(frame, design, id=name, date=dt.date(2020 + place, 5, 1)))
    stack = padai.stack(waves, overlap="none")
    trend = padai.trend(stack, "q", net={"hi": ["3"]})
    one = waves[0]
    model = padai.glm(one, "z ~ age + sex", family="binomial")
    by = padai.proportion(one, "q", by="sex")
    return {
        "trend": trend,
        "mean over time": padai.trend(stack, "y", net="mean"),
        "banner": padai.banner(one, questions=["q", "z"], by=["sex"]),
        "mean": padai.mean(one, "y", by="sex"),
        "total": padai.total(one, "y"),
        "ratio": padai.ratio(one, "y", "age"),
        "quantile": padai.quantile(one, "y", by="sex"),
        "difference": padai.difference(trend, "f", "a", adjust="none"),
        "slope": padai.slope(trend),
        "bend": padai.bend_test(trend),
        "contrast": trend.contrast({"f - a": {"wave=f": 1, "wave=a": -1}}),
        "letters": padai.column_letters(by),
        "t": padai.ttest(one, "y", "sex"),
        "model": model,
        "margins": padai.marginal_effects(model, "age"),
        "predictions": padai.predict(model, {"age": [20.0, 60.0], "sex": ["F", "M"]}),
        "decomposition": padai.decompose(stack, "q", "f", "a", net={"hi": ["3"]}, by="sex"),
        "standardised": padai.standardise(
            stack, "q", net={"hi": ["3"]}, by="sex", to={"F": 0.5, "M": 0.5}
        ),
        "plan": padai.plan(trend, n=[500, 1000, 2000]),
        "areas": padai.small_area(padai.proportion(one, "z", net={"z": [1]}, by="area")),
        "areas over time": padai.small_area(
            padai.trend(stack, "z", net={"z": [1]}, by="area"), over="walk"
        ),
        "nonprob": padai.nonprob(
            one, "z", net=[1], reference=waves[1], variables=["sex"], other_year=True
        ),
    }


NAMES = (
    "trend", "mean over time", "banner", "mean", "total", "ratio", "quantile", "difference",
    "slope", "bend", "contrast", "letters", "t", "model", "margins", "predictions",
    "decomposition", "standardised", "plan", "areas", "areas over time", "nonprob",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_every_result_draws_in_both_languages(results: dict[str, Any], name: str) -> None:
    from matplotlib.figure import Figure

    said = set()
    for lang in ("fr", "en"):
        figure = results[name].plot(lang)
        assert isinstance(figure, Figure) and figure.axes
        figure.draw_without_rendering()
        assert "nan" not in figure.alt and re.search(r"\d", figure.alt)
        assert "; :" not in figure.alt and not figure.alt.startswith(":")
        said.add(figure.alt)
    assert len(said) == 2


@pytest.mark.parametrize("name", NAMES)
def test_every_result_is_a_markdown_table(results: dict[str, Any], name: str) -> None:
    result = results[name]
    for lang in ("fr", "en"):
        lines = result.to_markdown(lang).rstrip().split("\n")
        assert len(lines) == len(result.frame) + 2
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in lines}) == 1
        assert "nan" not in "\n".join(lines)


#: Columns that are the same in every language, and those that a model is asked by.
OF_NO_LANGUAGE = {"df", "n", "p", "ddl", "sex", "age"}


@pytest.mark.parametrize("name", NAMES)
def test_every_column_of_a_table_has_words(results: dict[str, Any], name: str) -> None:
    for lang in ("fr", "en"):
        head, _, *rows = results[name].to_markdown(lang).rstrip().split("\n")
        names = {cell.strip() for cell in head.strip("|").split(" | ")}
        coded = {n for n in names if re.fullmatch(r"[a-z0-9_\\]+", n)}
        assert coded <= OF_NO_LANGUAGE
        assert not re.search(r"\| (True|False) \|", "\n".join(rows))


@pytest.mark.parametrize("lang", ["fr", "en", "es"])
def test_models_and_tests_have_words(results: dict[str, Any], lang: str) -> None:
    from padai.estimation.crosstabs import _METHODS as PEARSON
    from padai.numerics.area_scales import SCALES
    from padai.numerics.fay_herriot import METHODS
    from padai.numerics.ranks import SCORES
    from padai.results.method_words import words_of_model, words_of_test

    for code in {*METHODS, *SCALES} - {"logit"}:  # a word of each language
        assert words_of_model(code, lang) != code
    for scores in (*SCORES, "own"):
        ranks = words_of_test(f"design-based rank test ({scores} scores)", lang)
        assert not re.search(r"erW|lW|wilcoxon", ranks)
    if lang != "en":
        for method in (*PEARSON.values(), "Wald test of terms", "design-based t-test"):
            assert not re.search(r"test of|corrected|-based|exact asy", words_of_test(method, lang))
    modelled = {
        "areas": {"fr": "Fay-Herriot, Yoshimori-Lahiri, logit"},
        "nonprob": {
            "fr": "estimation doublement robuste, logit, maximum de vraisemblance, binomial",
            "en": "doubly robust, logit, maximum likelihood, binomial",
        },
        "t": {"fr": "test t selon le plan de sondage", "en": "design-based t-test"},
        "margins": {"fr": "| age | pente |", "en": "| age | slope |", "es": "| age | pendiente |"},
    }
    for name, words in modelled.items():
        assert words.get(lang, "") in results[name].to_markdown(lang)


def test_figures_beside_a_share_are_shares_too(results: dict[str, Any]) -> None:
    found = results["areas"]
    head, _, first, *_ = found.to_markdown("en").split("\n")
    shown = dict(
        zip(
            (c.strip() for c in head.strip("|").split("|")),
            (c.strip() for c in first.strip("|").split("|")),
            strict=True,
        )
    )
    row = found.frame.iloc[0]
    assert shown["Direct estimate"] == f"{100 * row['direct']:.1f}%"
    assert shown["Borrowed"] == f"{100 * row['borrowed']:.1f}%"
    assert shown["Direct standard error"] == f"{100 * row['direct_std_error']:.2f}"


def test_modelled_areas_are_drawn_at_the_dates_of_their_waves(results: dict[str, Any]) -> None:
    figure = results["areas over time"].plot("en")
    (times, _), *_ = lines_of(figure)
    dates = [dt.date(2020 + k, 5, 1).toordinal() / 365.25 for k in range(6)]
    assert times == pytest.approx(dates)


def test_tipping_points_that_exist_are_bars(tmp_path: Path) -> None:
    found = padai.difference(padai.trend(stacked(tmp_path), "trust", net="trust"), "2025", "2024")
    tips = padai.tipping_points(found)
    false = tips.frame[tips.frame["assumption"].astype(str).str.startswith("false_")]
    figure = tips.plot("fr")
    (ax,) = figure.axes
    widths = sorted(float(p.get_width()) for p in ax.patches if p.get_width() > 0)
    assert widths == pytest.approx(sorted(100 * false["value"].dropna()))
    assert "Part de fausses réponses" in texts_of(figure)


def test_what_holds_no_estimate_says_how_to_read_it(results: dict[str, Any]) -> None:
    with pytest.raises(EstimationError, match=r"SeriesTests holds no estimate to draw"):
        padai.joint_test(results["trend"]).plot()


def test_shares_and_means_have_no_axis_in_common() -> None:
    frame = pd.DataFrame({"response": ["1", "mean"], "estimate": [0.5, 12.0]})
    with pytest.raises(EstimationError, match="no axis in common"):
        Table(frame.assign(question="q", breakdown="total", group="total")).plot("en")


def test_more_than_a_picture_holds_is_refused(results: dict[str, Any]) -> None:
    frame = pd.DataFrame({"term": [f"t{k}" for k in range(61)], "estimate": np.arange(61.0)})
    with pytest.raises(EstimationError, match="61 lines or rows"):
        Table(frame).plot()
    assert Table(frame).plot(rows=range(60)).axes


def test_a_withheld_estimate_is_words_and_no_dot(waves: padai.Stack) -> None:
    est = padai.proportion(waves.waves[0], "trust")
    frame = est.frame
    frame["reason"] = frame["reason"].astype(object)
    numbers = ["estimate", "std_error", "conf_low", "conf_high"]
    frame.loc[0, numbers] = np.nan
    frame.loc[0, "reason"] = "empty_domain"
    from dataclasses import replace

    figure = replace(est, _frame=frame).plot("en")
    assert len(dots_of(figure)) == len(frame) - 1
    assert "nobody answered" in texts_of(figure) and "nobody answered" in figure.alt


# --- tables ----------------------------------------------------------------------------------


class _Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.tags: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append(tag)
        self.inside = tag == "td"
        if self.inside:
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "td"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.cells[-1] += data


def test_a_table_holds_the_numbers_of_the_frame(trend: padai.Estimates) -> None:
    cells = _Cells()
    cells.feed(trend.table("fr").as_raw_html())
    for value in trend.frame["estimate"]:
        assert f"{100 * value:.1f}".replace(".", ",") + "\u00a0%" in cells.cells
    assert "Données fictives" in trend.table("fr").as_raw_html()


def test_a_label_of_signs_stays_a_label() -> None:
    hostile = "<script>alert(1)</script> | *a* _b_"
    table = Table(pd.DataFrame({"term": [hostile], "estimate": [1.0]}))
    cells = _Cells()
    cells.feed(table.table("en").as_raw_html())
    assert "script" not in cells.tags
    assert hostile in "".join(cells.cells)
    (row,) = table.to_markdown("en").strip().split("\n")[2:]
    assert row == r"| \<script>alert(1)\</script> \| \*a\* \_b\_ | +1.0 |"
    assert hostile in table.plot("en").alt
    assert "<script" not in table.plot("en")._repr_html_()


def test_without_the_extra_one_sentence_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['LACKED'] = None\n"
        "import pandas as pd\n"
        "from padai.errors import MissingExtraError\n"
        "from padai.results import Table\n"
        "t = Table(pd.DataFrame({'term': ['a'], 'estimate': [1.0]}))\n"
        "print(t.to_markdown('en').count('|'))\n"
        "try:\n"
        "    t.CALL('fr')\n"
        "except MissingExtraError as error:\n"
        "    print(error.texts['en']); print(error.extra)\n"
    )
    for lacked, call in (("matplotlib", "plot"), ("seaborn", "plot"), ("great_tables", "table")):
        run = subprocess.run(
            [sys.executable, "-c", code.replace("LACKED", lacked).replace("CALL", call)],
            capture_output=True,
            text=True,
            check=True,
        )
        assert 'pip install "padai[notebook]"' in run.stdout and "notebook\n" in run.stdout


def test_every_refusal_has_two_languages(results: dict[str, Any]) -> None:
    for call in (
        lambda: padai.joint_test(results["trend"]).plot(),
        lambda: results["trend"].plot("xx"),
        lambda: results["trend"].plot(rows=[99]),
    ):
        with pytest.raises(PadaiError) as caught:
            call()
        assert caught.value.texts["fr"] != caught.value.texts["en"]


def test_one_part_minus_another_is_drawn(waves: padai.Stack) -> None:
    early, late = waves.waves
    found = padai.part_contrast(early, late, "trust", net="trust")
    assert dots_of(found.plot("fr")) == pytest.approx(100 * found.frame["estimate"].to_numpy())
    assert " minus main" in found.to_markdown("en")


def test_a_long_series_names_no_more_waves_than_its_axis_holds() -> None:
    rng = np.random.default_rng(2)
    waves = [
        padai.Wave(pd.DataFrame({"y": rng.normal(size=30)}), padai.Design(), id=f"m{k:02}")
        for k in range(24)
    ]
    found = padai.trend(padai.stack(waves, overlap="none"), "y", net="mean")
    (ax,) = found.plot("en").axes
    named = [label.get_text() for label in ax.get_xticklabels() if label.get_text()]
    assert named == ["m02", "m05", "m08", "m11", "m14", "m17", "m20", "m23"]
    assert len(lines_of(found.plot("en"))[0][0]) == 24
