"""Every result of every public verb says what it holds in the reader's language, wherever it is seen."""

from __future__ import annotations

import inspect
import pickle
import re
from dataclasses import replace
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import speaking
from padai.numerics.reliability import one_factor
from padai.pipeline import BuiltRelease
from padai.results import Printed
from tests.every_result import ITEMS, results, waves

LANGUAGES = ("fr", "en", "es")
#: What a verb gives back that is no table of figures.
NO_TABLE = {
    "Survey", "Wave", "Path", "Stack", "FloatArray", "Source", "Drawn", "BuiltRelease", "Store",
    "Simulation", "Findings",
}  # fmt: skip
VERBS = {
    name: str(inspect.signature(getattr(padai, name)).return_annotation)
    for name in padai.__all__
    if inspect.isfunction(getattr(padai, name))
}
TABLES = sorted(name for name, kind in VERBS.items() if kind not in NO_TABLE)
#: Columns that are the same in every language, and those of the waves' own.
OF_NO_LANGUAGE = {"df", "n", "p", "ddl", "gl", "test", "sex", "x"}
#: Verbs whose results are modelled, and tried where the models are: their columns are those of others.
ELSEWHERE = {"unit_model"}


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def kinds_of(kind: type) -> set[str]:
    return {kind.__name__} | {name for each in kind.__subclasses__() for name in kinds_of(each)}


def test_every_verb_and_every_kind_of_result_is_tried() -> None:
    assert set(TABLES) - set(results()) == ELSEWHERE
    tried = {type(each).__name__ for each in results().values()}
    known = {n for n in kinds_of(Printed) if n not in ("Printed", "Table", "Contrasts", "Framed")}
    assert known <= tried, known - tried


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", sorted(set(TABLES) - ELSEWHERE))
def test_a_table_has_words_for_its_columns_and_codes(name: str, lang: str) -> None:
    head, _, *rows = results()[name].to_markdown(lang).split("\n")
    lacking = {c for c in cells(head) if re.fullmatch(r"[a-z0-9\\]+(\\_[a-z0-9\\]+)*", c)}
    assert lacking <= OF_NO_LANGUAGE
    codes = {c for row in rows for c in cells(row) if re.fullmatch(r"[a-z]+(\\_[a-z\d]+)+", c)}
    assert not codes and "nan" not in " ".join(rows)


@pytest.mark.parametrize("name", sorted(set(TABLES) - ELSEWHERE))
def test_a_terminal_and_a_notebook_name_it_in_the_language_of_messages(name: str) -> None:
    result, captions = results()[name], set()
    for lang in LANGUAGES:
        with speaking(lang):
            text, page = repr(result), result._repr_html_()
        caption = re.search("<caption>(.+)</caption>", page)
        assert caption is not None and text.startswith(f"<{caption[1]}>")
        captions.add(caption[1])
        for code, words in re.findall(r'<th title="([^"]+)">([^<]+)</th>', page):
            assert code in text.split("\n")[1] or "..." in text.split("\n")[1]
            assert "_" not in words
        assert not re.search(r"<th>[a-z]+_", page)
    assert len(captions) == len(LANGUAGES)


def test_a_wave_and_a_stack_say_themselves_in_the_language_of_messages() -> None:
    both = padai.stack(waves()[-2:], overlap="respondent")
    for each, french in (
        (waves()[-1], "<Wave 2025 sans définition, volet main : 240 lignes>"),
        (both, "<Stack de 2 vagues (2024, 2025), chevauchement respondent : 480>"),
    ):
        with speaking("fr"):
            assert repr(each) == french
        with speaking("es"):
            assert repr(each) != french
    assert repr(waves()[-1]) == "<Wave 2025 of no survey, part main: 240 rows>"
    assert repr(both) == "<Stack of 2 waves (2024, 2025), overlap respondent: 480>"


def test_a_wave_is_not_written_into() -> None:
    with speaking("fr"):
        with pytest.raises(AttributeError) as caught:
            waves()[-1].id = "2026"
        assert "ne change jamais" in str(caught.value)


def test_findings_say_themselves_in_the_language_of_messages() -> None:
    findings, texts = results()["validate"], set()
    for lang in LANGUAGES:
        with speaking(lang):
            texts.add(repr(findings))
            assert "<" in findings._repr_html_()
    assert len(texts) == len(LANGUAGES)


@cache
def _no_figures() -> dict[str, Any]:
    """What a verb gives back of which the table holds no estimate."""
    panel = Path(__file__).parents[1] / "surveys" / "panel-citoyen"
    definition = padai.load_survey(panel).panel.draw
    people = pd.read_csv(panel / "data" / "volontaires.csv", dtype=str)
    lottery = pd.read_csv(panel / "data" / "loterie.csv")
    example = resources.files("padai.interchange") / "example" / "surveys" / "example"
    survey = padai.load_survey(str(example))
    return {
        "draw": padai.draw_panel(definition, people, lottery=lottery),
        "simulate": padai.simulate(survey, "2023", seed=1, sizes={"main": 500}),
        "build": BuiltRelease(
            "example 2025 v1",
            Path("releases/v1"),
            (("report", "fr", Path("releases/v1/fr/rapport.html")),),
            unchanged=True,
        ),
    }


@pytest.mark.parametrize("name", ["draw", "simulate", "build"])
def test_what_holds_no_estimate_is_a_table_with_words_too(name: str) -> None:
    result, heads = _no_figures()[name], set()
    for lang in LANGUAGES:
        with speaking(lang):
            text, page = repr(result), result._repr_html_()
        caption = re.search("<caption>(.+)</caption>", page)
        assert caption is not None and text.startswith(f"<{caption[1]}>")
        assert not re.findall("<th>(?!$)[a-z]", page)
        heads.add(tuple(re.findall('<th title="[^"]+">([^<]+)</th>', page)))
    assert len(heads) == len(LANGUAGES)


def test_the_print_of_a_draw_tells_nothing_of_one_volunteer() -> None:
    drawn = _no_figures()["draw"]
    with speaking("fr"):
        shown = repr(drawn)
    assert f"billet {drawn.ticket}" in shown
    assert not set(drawn.people["number"]) & set(shown.split())
    first = str(drawn.counts["quota"].iloc[0])
    assert first in shown and first not in repr(replace(drawn, untold=frozenset({first})))


def test_what_must_stand_beside_a_result_stands_under_its_table() -> None:
    for name in ("minipublic_change", "turnover", "paired_change", "part_contrast"):
        result = results()[name]
        for lang in LANGUAGES:
            assert f"*{result.note[lang]}*" in result.to_markdown(lang)


def test_a_change_in_one_group_minus_another_is_named_by_its_groups() -> None:
    row = results()["difference_of_differences"].to_markdown("en").split("\n")[2]
    assert "M minus F" in row and "2025 minus" not in row


def test_the_people_of_a_panel_are_not_interviews() -> None:
    head = results()["minipublic_profile"].to_markdown("en").split("\n")[0]
    assert "People expected" in head and "nterviews" not in head


def test_shares_without_a_question_are_written_as_shares() -> None:
    for name in ("attrition", "turnover"):
        first = results()[name].frame.iloc[0]["estimate"]
        assert f"{100 * first:.1f}%" in results()[name].to_markdown("en")


def test_the_statistics_of_an_index_are_no_differences() -> None:
    first = results()["reliability"].to_markdown("en").split("\n")[2]
    assert cells(first)[0] == "alpha" and not cells(first)[1].startswith("+")


# --- why there is no test, and a factor at its bound -----------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_test_says_why_it_has_no_number_in_the_readers_language(lang: str) -> None:
    rng = np.random.default_rng(1)
    frame = pd.DataFrame(
        {"q": rng.integers(0, 4, 24), "g": rng.integers(0, 4, 24), "c": [1, 2] * 12}
    )
    wave = padai.Wave(frame, padai.Design(psu="c"))
    test = padai.crosstab_test(wave, "q", "g", statistic="adjWald")
    means = padai.mean(padai.Wave(frame, padai.Design(psu="c")), "q", by="g")
    keys = [str(k) for k in range(4)]
    wald = padai.wald_test(means, [{keys[k]: 1, keys[k + 1]: -1} for k in range(3)])
    for result, code in ((test, "more_cells_than_df"), (wald, "more_contrasts_than_df")):
        assert result.reason == code and np.isnan(result.p_value)
        words = cells(result.to_markdown(lang).split("\n")[2])[-1]
        assert " " in words and {"fr": "libert", "en": "freedom", "es": "libertad"}[lang] in words


def heywood() -> padai.Wave:
    """Items of which the second and third have less in common than the first has with both."""
    rng = np.random.default_rng(5)
    first = rng.normal(size=300)
    frame = pd.DataFrame({"i1": first, "i2": first + rng.normal(size=300)})
    frame["i3"] = 2 * first - 0.5 * frame["i2"] + rng.normal(size=300)
    frame = (frame - frame.min()) / (frame.max() - frame.min())
    return padai.Wave(frame, padai.Design(), id="1")


def test_a_factor_at_its_bound_is_told() -> None:
    ranges = dict.fromkeys(ITEMS, (0.0, 1.0))
    found = padai.reliability(heywood(), list(ITEMS), ranges=ranges, n=50)
    assert found.items.set_index("item")["at_bound"].to_dict() == {
        "i1": True,
        "i2": False,
        "i3": False,
    }
    assert found.frame.set_index("statistic")["reason"].to_dict() == {
        "alpha": "",
        "omega": "heywood_case",
        "eigenvalue_ratio": "",
    }
    for lang in LANGUAGES:
        table = found.to_markdown(lang)
        assert "Heywood" in found.note[lang] and "(i1)" in table and found.note[lang] in table
    assert pickle.loads(pickle.dumps(found)).note["fr"] == found.note["fr"]
    assert results()["reliability"].note == {}


def test_a_factor_inside_its_bounds_is_not() -> None:
    loadings = np.array([0.8, 0.7, 0.6])
    fit = one_factor(np.outer(loadings, loadings) + np.diag(1 - loadings**2))
    assert fit.at_bound.tolist() == [False, False, False]


def test_two_items_say_why_no_verdict_is_given() -> None:
    ranges = dict.fromkeys(("i1", "i2"), (0.0, 1.0))
    found = padai.reliability(heywood(), list(ranges), ranges=ranges, n=50)
    for lang, word in (("fr", "oméga"), ("en", "omega"), ("es", "omega")):
        assert word in found.note[lang]
