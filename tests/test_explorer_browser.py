"""The explorer in Debian's browser: its numbers, its verdicts, its address, its files, its keys."""

from __future__ import annotations

import csv
import dataclasses
import io
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import Lookup
from padai.publishing.basis.sentences import change_sentence
from padai.publishing.engine.scan import svg_problem
from padai.publishing.products.explorer.page import explorer_page, write_explorer
from padai.publishing.products.opendata.tables import followed_alone, open_table
from padai.store import Store, open_store
from tests.browsing import axe, launched, open_page
from tests.publishing_store import make_store

DATE = 1764028800
PAGE = {"fr": "fr/explorateur.html", "en": "en/explorer.html"}
pytestmark = pytest.mark.needs("chromium")


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    with launched(chromium) as opened:
        yield opened


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, Path]:
    """A store with withheld cells, two breaks, four references and two parts; and its explorer."""
    folder = tmp_path_factory.mktemp("tiny")
    store = make_store(folder)
    write_explorer(store, folder / "out", ("fr", "en"), DATE)
    return store, folder / "out"


@pytest.fixture(scope="module")
def example(built_example: Path) -> tuple[Store, Path]:
    release = next((built_example / "releases").rglob("interne/texts.json")).parent.parent
    return open_store(release / "interne"), release


def read(store: Store, name: str) -> pd.DataFrame:
    found = open_table(store, name, "x")
    return followed_alone(store, found) if name == "series" else found


# --- every number and every verdict --------------------------------------------------------------

STORES = [("tiny", "fr"), ("example", "fr"), ("example", "en")]
EVERY_CELL = """() => {
  const { series, DATA, cellOf, valueText, intervalText } = padaiExplorer;
  const found = [];
  series.part.forEach((part, s) => DATA.waves.forEach((wave, w) => {
    const cell = cellOf(s, w);
    if (!cell) return;
    const question = DATA.questions[series.question[s]];
    const { id, kind } = question.responses[series.response[s]];
    const by = DATA.breakdowns[series.breakdown[s]];
    found.push([DATA.parts[part].id, question.id, id, by.id, by.groups[series.group[s]].id, wave.id,
      valueText(cell, kind), intervalText(cell, kind)]);
  }));
  return found;
}"""
EVERY_CHANGE = """() => {
  const { series, DATA, becameOf } = padaiExplorer;
  const found = [];
  series.part.forEach((part, s) => DATA.waves.forEach((wave, w) => {
    const question = DATA.questions[series.question[s]];
    const { id, kind } = question.responses[series.response[s]];
    const by = DATA.breakdowns[series.breakdown[s]];
    for (let before = 0; before < w; before += 1) {
      const told = becameOf(s, w, before, kind);
      found.push([DATA.parts[part].id, wave.id, DATA.waves[before].id, question.id, id, by.id,
        by.groups[series.group[s]].id, told.status, told.verdict, told.sentence]);
    }
  }));
  return found;
}"""


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(("which", "lang"), STORES)
def test_every_number_is_written_as_the_reports_write_it(
    browser: Any, request: pytest.FixtureRequest, which: str, lang: str
) -> None:
    store, folder = request.getfixturevalue(which)
    context = Context(store, lang)
    lookup = Lookup(context.store)
    view = open_page(browser, (folder / PAGE[lang]).as_uri())
    found = view.evaluate(EVERY_CELL)
    assert len(found) == len(read(store, "series"))
    for part, question, response, breakdown, group, wave, value, interval in found:
        cell = lookup.past(question, response, wave, breakdown, group, part)
        assert cell is not None
        assert (value, interval) == (context.value(cell), context.interval(cell))
    view.close()


@pytest.mark.parametrize(("which", "lang"), STORES)
def test_every_verdict_is_that_of_the_open_data(
    browser: Any, request: pytest.FixtureRequest, which: str, lang: str
) -> None:
    """Over every series and every pair of waves; a pair that is not published has no verdict."""
    store, folder = request.getfixturevalue(which)
    context = Context(store, lang)
    keys = ["part", "wave", "reference", "question", "response", "breakdown", "group"]
    changes = read(context.store, "changes").set_index(keys).to_dict("index")
    view = open_page(browser, (folder / PAGE[lang]).as_uri())
    found = view.evaluate(EVERY_CHANGE)
    seen = set()
    for *key, status, verdict, sentence in found:
        if tuple(key) not in changes:
            assert (status, verdict) == ("unpublished", None)
            continue
        seen.add(tuple(key))
        row = changes[tuple(key)]
        assert verdict == row["verdict"]
        expected = {
            "": "exploratory" if row["difference"] else "hidden",
            "not comparable": "broken",
        }.get(verdict, "verdict")
        assert status == expected
        if verdict:
            assert spaced(sentence).startswith(spaced(_sentence(context, key, row)))
    assert seen == set(changes)
    view.close()


def _sentence(context: Context, key: list[str], row: dict[str, str]) -> str:
    """Return what the reports say of the same row; the browser may add why it has no figure."""
    part, _, reference, question, response, *_ = key
    number = {
        c: float(row[c]) if row[c] else math.nan
        for c in ("difference", "conf_low", "conf_high", "margin")
    }
    texts = {b.id: context.text(b.text) for b in context.survey.breaks}
    named = [text for b, text in texts.items() if b in row["breaks"].split()]
    said = change_sentence(
        row["verdict"],
        context.numbers,
        kind=context.kind(question, response),
        reference=context.the_wave(reference),
        since=context.since(reference),
        change=number["difference"],
        low=number["conf_low"],
        high=number["conf_high"],
        margin=number["margin"],
        interval=context.words(part).interval_short,
        break_text=" ".join(named),
    )
    return said if row["difference"] else said.rstrip(".")


# --- choose, share, reload, take -----------------------------------------------------------------


def chosen(view: Any, **names: str) -> None:
    for name, value in names.items():
        view.select_option(f"#explorer-{name}", value)


def table(view: Any) -> list[list[str]]:
    rows = view.locator(".results table tr").all()
    return [spaced(" | ".join(r.locator("th, td").all_inner_texts())).split(" | ") for r in rows]


def test_choose_share_and_reload(browser: Any, tiny: tuple[Store, Path]) -> None:
    view = open_page(browser, (tiny[1] / PAGE["fr"]).as_uri())
    assert view.locator(".results h2").inner_text() == "Ministères du Québec"
    chosen(view, question="trust_health", response="gap", breakdown="age_group", reference="2023")
    said = view.locator("[role=status]").inner_text()
    assert "Réseau de la santé, Confiance moins méfiance, Âge" in said
    assert [row[0] for row in table(view)] == [
        "Âge",
        "18 à 34 ans",
        "35 à 64 ans",
        "65 ans et plus",
    ]
    address = view.locator("#explorer-address").input_value()
    assert address == view.url
    before = view.locator(".results").inner_text()
    view.reload()
    assert view.locator(".results").inner_text() == before
    other = open_page(browser, address)
    assert other.locator(".results").inner_text() == before
    # the other language opens on the same result
    target = other.locator(".alternate a").get_attribute("href")
    assert target is not None and target.endswith(address.split("#")[1])
    english = open_page(browser, other.evaluate("document.querySelector('.alternate a').href"))
    assert [row[0] for row in table(english)] == ["Age", "18 to 34", "35 to 64", "65 and over"]
    assert not (view.wrong or other.wrong or english.wrong)
    for one in (view, other, english):
        assert {u.split(":")[0] for u in one.asked} == {"file"}
        one.close()


def test_the_waves_shown_are_the_waves_chosen(browser: Any, tiny: tuple[Store, Path]) -> None:
    view = open_page(browser, (tiny[1] / PAGE["en"]).as_uri() + "#q=trust_schools")
    chosen(view, **{"from": "2023", "to": "2024"})
    assert [row[0] for row in table(view)][1:] == ["2023 edition", "2024 edition"]
    assert "not published" in view.locator(".verdict").inner_text()
    chosen(view, to="2022")  # an end before the start takes the start along
    assert view.locator("#explorer-from").input_value() == "2022"
    chosen(view, **{"from": "2021", "to": "2021"})
    assert "nothing to compare" in view.locator(".became").inner_text()
    view.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_an_edition_is_read_whole_in_its_list(
    browser: Any, tiny: tuple[Store, Path], width: int
) -> None:
    view = open_page(browser, (tiny[1] / PAGE["fr"]).as_uri(), width)
    cut = view.evaluate("""() => ['from', 'to', 'reference'].filter((name) => {
      const select = document.querySelector(`#explorer-${name}`);
      const pen = document.createElement('canvas').getContext('2d');
      const style = getComputedStyle(select);
      pen.font = `${style.fontSize} ${style.fontFamily}`;
      const arrow = 24;
      const room = select.clientWidth - parseFloat(style.paddingLeft)
        - parseFloat(style.paddingRight) - arrow;
      return [...select.options].some((one) => pen.measureText(one.text).width > room);
    })""")
    assert cut == []
    view.close()


def test_a_figure_says_its_unit_once_and_a_break_in_the_middle_of_a_sentence(
    browser: Any, tiny: tuple[Store, Path]
) -> None:
    view = open_page(browser, (tiny[1] / PAGE["fr"]).as_uri() + "#q=effect_me&r=mean&by=gender")
    caption = spaced(view.locator("figcaption").inner_text())
    assert re.fullmatch(r"Moyenne, Genre, n = [\d à]+", caption), caption
    view.goto("about:blank")
    view.goto((tiny[1] / PAGE["fr"]).as_uri() + "#q=trust_police&vs=2024")
    assert re.search(r"Rupture de série : [a-z]", spaced(view.locator("figure").inner_text()))
    view.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_question_is_named_once_above_its_picture(
    browser: Any, tiny: tuple[Store, Path], width: int
) -> None:
    view = open_page(browser, (tiny[1] / PAGE["fr"]).as_uri() + "#q=trust_police", width)
    shown = view.evaluate("""() => [...document.querySelectorAll('.results > h2, figcaption')]
      .filter((e) => getComputedStyle(e).clipPath === 'none').map((e) => e.innerText)""")
    name = spaced(view.locator(".results > h2").text_content())
    assert spaced(" ".join(shown)).count(name) == 1, shown
    assert "Total confiance" in spaced(view.locator("figcaption").inner_text())
    assert name in spaced(view.locator("figcaption").text_content())
    view.close()


def taken(view: Any, name: str) -> tuple[str, bytes]:
    with view.expect_download() as waiting:
        view.get_by_role("button", name=name).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_the_files_taken_hold_what_is_published(
    browser: Any, tiny: tuple[Store, Path], tmp_path: Path
) -> None:
    store, folder = tiny
    view = open_page(browser, (folder / PAGE["fr"]).as_uri() + "#q=trust_health&by=gender")
    name, content = taken(view, "Données CSV")
    assert name.startswith("essai-2025-main-trust-health-trust-gender")
    rows = list(csv.DictReader(io.StringIO(content.decode())))
    frames = {n: read(store, n) for n in ("series", "changes")}
    published = frames["series"].query(
        "part == 'main' and question == 'trust_health' and response == 'trust' "
        "and breakdown == 'gender'"
    )
    assert len(rows) == len(published) == 15
    for row, (_, expected) in zip(
        rows, published.sort_values(["group", "wave"], kind="stable").iterrows(), strict=True
    ):
        for column in ("part", "wave", "question", "response", "breakdown", "group", "flag"):
            assert row[column] == expected[column]
        for column in ("estimate", "conf_low", "conf_high", "n_base"):
            assert (
                row[column] == ""
                if not expected[column]
                else (float(row[column]) == float(expected[column]))
            )
    now = [r for r in rows if r["wave"] == "2025"]
    changes = frames["changes"].query(
        "question == 'trust_health' and response == 'trust' and "
        "part == 'main' and breakdown == 'gender'"
    )
    assert [r["verdict"] for r in now] == list(changes.query("reference == '2024'")["verdict"])
    assert {r["notice"] for r in rows} == {"Données fictives; Démonstration"}

    name, picture = taken(view, "Image SVG")
    assert name.endswith(".svg")
    assert svg_problem(picture) is None
    said = spaced(picture.decode())
    for words in (
        "Données fictives",
        "Réseau de la santé",
        "Base :",
        "Femmes",
        "Traits : intervalle de confiance à 95 %.",
    ):
        assert words in said
    name, picture = taken(view, "Image PNG")
    assert name.endswith(".png")
    (tmp_path / name).write_bytes(picture)
    from matplotlib.image import imread

    pixels = imread(tmp_path / name)
    assert pixels.shape[1] == 1640
    assert pixels.min() < 0.3 and pixels.max() == 1.0
    view.close()


def test_the_keyboard_reaches_and_changes_everything(
    browser: Any, tiny: tuple[Store, Path]
) -> None:
    view = open_page(browser, (tiny[1] / PAGE["fr"]).as_uri())
    view.locator("#explorer-search").focus()
    stops = []
    for _ in range(16):
        stops.append(
            view.evaluate(
                "document.activeElement.id || document.activeElement.innerText"
                " || document.activeElement.className"
            )
        )
        view.keyboard.press("Tab")
    controls = [
        f"explorer-{n}"
        for n in ("search", "question", "response", "part", "breakdown", "from", "to", "reference")
    ]
    assert stops[:8] == controls
    assert stops[9:14] == [
        "explorer-address",
        "Copier l’adresse",
        "Image PNG",
        "Image SVG",
        "Données CSV",
    ]
    assert "Comment lire" in stops[14]
    view.locator("#explorer-question").focus()
    view.keyboard.press("ArrowDown")
    assert view.locator(".results h2").inner_text() == "Municipalités"
    assert "Municipalités" in view.locator("[role=status]").inner_text()
    assert view.evaluate("document.activeElement.id") == "explorer-question"
    # a search opens the list of what it finds, and arrows go on in it
    view.locator("#explorer-search").focus()
    view.keyboard.type("dans quelle mesure")
    assert "6 questions trouvées" in view.locator("[role=status]").inner_text()
    view.keyboard.press("Tab")
    for name in ("Réseau de la santé", "Écoles", "Police"):
        view.keyboard.press("ArrowDown")
        assert view.locator(".results h2").inner_text() == name
    assert view.evaluate("document.querySelector('#explorer-question').size") == 7
    view.locator("#explorer-search").fill("ecoles")  # one question alone, not yet taken
    assert "1 question trouvée" in view.locator("[role=status]").inner_text()
    assert view.locator(".results h2").inner_text() == "Police"
    view.keyboard.press("Tab")
    view.keyboard.press("ArrowDown")
    assert view.locator(".results h2").inner_text() == "Écoles"
    view.locator("#explorer-search").fill("")
    assert view.locator("#explorer-question option").count() > 6
    view.close()


# --- states --------------------------------------------------------------------------------------

STATES = {
    "start": "",
    "groups": "#q=trust_schools&by=age_group",
    "region": "#q=trust_schools&by=region",
    "mean": "#q=effect_me&r=mean&by=gender",
    "balance": "#q=trust_health&r=gap",
    "suppressed": "#q=trust_schools&by=gender&g=X",
    "not comparable": "#q=trust_police&vs=2024",
    "not published": "#q=trust_schools&from=2021&to=2023&vs=2021",
    "wrong": "#q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&by=nowhere&from=2025&to=2021",
    "no list": "#%E0%A4%A",
}


def _seen(view: Any, state: str) -> None:
    text = spaced(view.locator(".explorer").inner_text())
    expected = {
        "suppressed": "Non montré : 2021, 2022, 2023, 2024, 2025 (minimum_base)",
        "not comparable": "Résultat non comparable avec l’édition 2024 : Le libellé a changé.",
        "not published": "Comparaison avec l’édition 2021 non publiée.",
        "wrong": "Question : « <img src=x onerror=alert(1)> » n’y est pas.",
    }.get(state, "")
    assert expected in text
    alarm = view.locator("[role=alert]").inner_text()
    assert bool(alarm) == (state == "wrong")


@pytest.mark.parametrize("width", [320, 1280])
def test_each_state_is_accessible(browser: Any, tiny: tuple[Store, Path], width: int) -> None:
    view = open_page(browser, "about:blank", width, bypass_csp=True)
    for state, fragment in STATES.items():
        view.goto("about:blank")
        view.goto((tiny[1] / PAGE["fr"]).as_uri() + fragment)
        _seen(view, state)
        assert view.evaluate("document.documentElement.scrollWidth") <= width, state
        assert axe(view) == ([], []), state
    # the list of questions stands open, then holds nothing
    if view.locator(".more summary").is_visible():  # on a telephone the other choices are folded
        view.locator(".more summary").click()
        assert axe(view) == ([], [])
    view.locator("#explorer-search").fill("confiance")
    assert view.evaluate("document.querySelector('#explorer-question').size") > 1
    assert axe(view) == ([], [])
    view.locator("#explorer-search").fill("<b>zz")
    assert "<b>zz" in view.locator("#explorer-hint").inner_text()
    assert axe(view) == ([], [])
    assert view.wrong == []
    view.close()


def test_on_a_telephone_a_question_is_searched_before_anything_is_unfolded(
    browser: Any, tiny: tuple[Store, Path]
) -> None:
    """The search stood in the folded part, and eighty questions in a list of one line."""
    view = open_page(browser, (tiny[1] / PAGE["fr"]).as_uri(), 390)
    assert view.locator("#explorer-search").is_visible()
    assert not view.locator("#explorer-response").is_visible()
    assert not view.locator("#explorer-hint").is_visible(), "what it says, the box says by itself"
    assert view.locator("figure svg").bounding_box()["y"] < 600, "the chart is on the first screen"
    view.locator("#explorer-search").fill("polic")
    assert view.locator("#explorer-hint").is_visible()
    view.close()


def test_a_choice_without_results_says_so(
    browser: Any, tiny: tuple[Store, Path], tmp_path: Path
) -> None:
    """A question that some waves did not ask: its gaps, and the waves where it has nothing."""
    store = tiny[0]
    tables = {n: read(store, n) for n in ("series", "changes")}
    series = tables["series"]
    out = (series["question"] == "trust_schools") & series["wave"].isin(["2021", "2022"])
    page = tmp_path / "explorer.html"
    page.write_text(explorer_page(Context(store, "en"), {**tables, "series": series[~out]}, DATE))
    address = f"{page.as_uri()}#q=trust_schools&from=2021&to=2022"
    view = open_page(browser, address, bypass_csp=True)
    assert axe(view) == ([], [])
    assert "No result is published" in view.locator(".nothing").inner_text()
    assert "No result is published" in view.locator("[role=status]").inner_text()
    chosen(view, to="2023")
    assert table(view)[1][-1] == "question not asked"
    assert view.locator(".results svg circle").count() == 1
    view.close()


def test_the_line_is_broken_at_a_break_and_a_withheld_cell_is_not_drawn(
    browser: Any, tiny: tuple[Store, Path]
) -> None:
    view = open_page(browser, (tiny[1] / PAGE["fr"]).as_uri() + "#q=trust_police")
    # 2021 | 2022 2023 2024 | 2025: one run of three, no line across the breaks
    runs = view.locator(".results polyline").evaluate_all(
        "all => all.map(line => line.getAttribute('points').split(' ').length)"
    )
    assert runs == [3]
    assert view.locator(".results svg circle").count() == 5
    view.goto((tiny[1] / PAGE["fr"]).as_uri() + "#q=trust_police&by=gender")
    drawn = view.locator(".results [data-line]").evaluate_all(
        "all => all.map(line => [line.dataset.line, line.children.length])"
    )
    assert dict(drawn)["Personnes non binaires"] == 0
    assert dict(drawn)["Femmes"] > 0
    view.close()


def test_the_line_passes_over_a_wave_that_did_not_ask(
    browser: Any, tiny: tuple[Store, Path], tmp_path: Path
) -> None:
    """As the charts of the report draw it; a module that rests left points alone."""
    kept = {
        name: frame[~((frame["question"] == "trust_schools") & (frame["wave"] == "2023"))]
        for name, frame in tiny[0].tables.items()
        if {"question", "wave"} <= set(frame.columns)
    }
    store = dataclasses.replace(tiny[0], tables={**tiny[0].tables, **kept})
    write_explorer(store, tmp_path, ("fr",), DATE)
    view = open_page(browser, (tmp_path / PAGE["fr"]).as_uri() + "#q=trust_schools")
    runs = view.locator(".results polyline").evaluate_all(
        "all => all.map(line => line.getAttribute('points').split(' ').length)"
    )
    assert runs == [3]  # a break parts 2021 from the others; 2022, 2024 and 2025 are one line
    view.close()


def test_without_script_the_page_says_where_the_results_are(
    browser: Any, tiny: tuple[Store, Path]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    view = context.new_page()
    view.goto((tiny[1] / PAGE["fr"]).as_uri())
    text = view.inner_text("main")
    assert "besoin de JavaScript" in text
    assert "Données ouvertes (csv)" in text
    assert view.locator("select").count() == 0
    context.close()


def test_lines_in_one_panel_are_told_apart_without_colour(
    browser: Any, tiny: tuple[Store, Path]
) -> None:
    """Each line of a panel has dashes and a marker of its own, and a name at its end."""
    view = open_page(browser, (tiny[1] / PAGE["fr"]).as_uri() + "#q=trust_schools&by=age_group")
    told = view.locator(".results [data-line]").evaluate_all(
        "all => all.map(g => [g.querySelector('polyline').getAttribute('stroke-dasharray'),"
        " [...g.children].at(-1).tagName + ([...g.children].at(-1).getAttribute('d') || '')"
        ".replace(/[\\d. ]+/g, '')])"
    )
    assert len({dash for dash, _ in told}) == len({mark for _, mark in told}) == 3
    words = view.locator(".results svg text").all_text_contents()
    assert {"18 à 34 ans", "35 à 64 ans", "65 ans et plus"} <= set(words)
    assert not re.search(r"NaN|undefined|Infinity", view.locator(".results").inner_html())
    view.close()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_notes_say_that_the_axis_does_not_start_at_zero(
    browser: Any, tiny: tuple[Store, Path], lang: str
) -> None:
    view = open_page(browser, (tiny[1] / PAGE[lang]).as_uri())
    said = view.inner_text("main").replace("\u00a0", " ")
    note = {"fr": "L’axe ne commence pas à 0 %.", "en": "The axis does not start at 0%."}[lang]
    assert view.evaluate("() => padaiExplorer !== undefined")
    assert note in said
    assert view.wrong == []
    view.close()


def test_no_line_parts_the_ends_of_an_interval(browser: Any, example: tuple[Store, Path]) -> None:
    """“+5,1 à” ended a line of the box that says what changed, and “+11,9” began the next."""
    view = open_page(browser, (example[1] / PAGE["fr"]).as_uri())
    said = view.locator(".verdict").first.text_content()
    view.close()
    assert re.search(r"\d\u00a0à\u00a0[+\u2212]?\d", said), ascii(said)
