"""The slides of the key results: what they say, what they draw, and the same bytes each time."""

from __future__ import annotations

import re
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR

from padai.charts.data import Axis
from padai.publishing.basis.context import Context
from padai.publishing.basis.vocabulary import forbidden_words
from padai.publishing.chapters.headline import headline_told
from padai.publishing.checking import check_document
from padai.publishing.exhibits.exhibit_items import Item
from padai.publishing.products.slides import charts
from padai.publishing.products.slides import deck as slides
from padai.publishing.products.slides.deck import NAME, write_slides
from padai.publishing.products.slides.point_labels import Labelled, labelled
from padai.store import Store
from tests.publishing_store import make_store


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Store]:
    kinds = ("probability", "quota", "open")
    return {k: make_store(tmp_path_factory.mktemp(k), sample_type=k) for k in kinds}


def deck_of(store: Store, lang: str, folder: Path):
    (path,) = write_slides(store, lang, folder)
    return Presentation(str(path))


def texts(slide) -> list[str]:
    return [s.text_frame.text for s in slide.shapes if s.has_text_frame]


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_a_slide_a_key_result_in_order(stores: dict[str, Store], tmp_path: Path) -> None:
    store = stores["probability"]
    deck = deck_of(store, "fr", tmp_path)
    _, _, *told = deck.slides
    assert len(told) == len(store.survey.key_results) == 4
    for slide, result in zip(told, store.survey.key_results, strict=True):
        assert slide.shapes.title.text_frame.text.startswith(result.label.get("fr"))


@pytest.mark.parametrize("kind", ["probability", "quota", "open"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_second_slide_says_what_the_report_opens_with(
    stores: dict[str, Store], kind: str, lang: str, tmp_path: Path
) -> None:
    """Who is shown one slide, or two, saw the first of nine results and none of the others."""
    context = Context(stores[kind], lang)
    slide = deck_of(stores[kind], lang, tmp_path).slides[1]
    said = _plain(" ".join(texts(slide)))
    for told in headline_told(context):
        for text in (*told.clauses(lang), told.rest):
            assert _plain(text)[1:] in said
    *_, body, _ = [s for s in slide.shapes if s.has_text_frame]
    (size,) = {r.font.size.pt for p in body.text_frame.paragraphs for r in p.runs}
    assert size >= 16


def test_the_charts_hold_the_printed_figures_and_can_be_edited(
    stores: dict[str, Store], tmp_path: Path
) -> None:
    """Each number drawn, and each in the workbook inside, is a shown row of the series."""
    store = stores["probability"]
    trends = store.tables["trends"]
    for slide, result in zip(
        list(deck_of(store, "en", tmp_path).slides)[2:], store.survey.key_results, strict=True
    ):
        (chart,) = [s.chart for s in slide.shapes if s.has_chart]
        own = trends[
            (trends["part"] == "main")
            & (trends["question"] == result.question)
            & (trends["response"] == result.net)
            & (trends["breakdown"] == "total")
        ]
        printed = {r["wave"]: round(100 * r["estimate"], 1) for r in own.to_dict("records")}
        waves = [str(c) for c in chart.plots[0].categories]
        drawn = {
            wave: value
            for series in chart.plots[0].series
            for wave, value in zip(waves, series.values, strict=True)
            if value is not None
        }
        assert drawn == printed
        assert chart.part.chart_workbook.xlsx_part is not None


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_slide_says_each_thing_once_and_its_words_stay_in_their_box(
    stores: dict[str, Store], tmp_path: Path, lang: str
) -> None:
    for slide in deck_of(stores["probability"], lang, tmp_path).slides:
        said = [line for text in texts(slide) for line in text.split("\n") if line]
        assert len(said) == len(set(said))
        for shape in slide.shapes:
            if not shape.has_text_frame or shape == slide.shapes.title:
                continue
            tall = 0.0
            for paragraph in shape.text_frame.paragraphs:
                (size,) = {run.font.size.pt for run in paragraph.runs}
                letters = shape.width.pt / (0.55 * size)  # of the widest letters in use
                tall += 1.2 * size * -(-len(paragraph.text) // letters) + size / 2
            assert tall <= shape.height.pt


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_sizes_do_not_jump_from_slide_to_slide_and_the_foot_stands_at_the_foot(
    stores: dict[str, Store], tmp_path: Path, lang: str
) -> None:
    """One size for the titles and one for what is said, 12 points at least, and no empty fifth."""
    deck = deck_of(stores["probability"], lang, tmp_path)
    titles, bodies = set(), set()
    for slide in list(deck.slides)[2:]:
        title = slide.shapes.title
        *_, body, foot = [s for s in slide.shapes if s.has_text_frame]
        titles |= {r.font.size.pt for p in title.text_frame.paragraphs for r in p.runs}
        bodies |= {r.font.size.pt for p in body.text_frame.paragraphs for r in p.runs}
        assert foot.text_frame.vertical_anchor == MSO_ANCHOR.BOTTOM
        assert (foot.top + foot.height) / deck.slide_height > 0.95
        (chart,) = [s for s in slide.shapes if s.has_chart]
        lowest = max(s.top + s.height for s in (chart, body))
        assert lowest <= foot.top
        assert lowest / deck.slide_height > 0.8
    assert len(titles) == 1
    assert len(bodies) == 1
    assert min(bodies) >= 12
    assert min(titles) >= 20


_FORMULA = re.compile(
    r'=(IF\(\w+>0,"\+",""\)&)?(SUBSTITUTE\()?SUBSTITUTE\(FIXED\(\w+,(\d),TRUE\),"(.)","(.)"\)'
    r'(?:,"-","−"\))?(?:&"(.*)")?'
)


def _made(formula: str, value: float, mark: str) -> str:
    """Work out the formula of a label as an office suite does that writes decimals by `mark`."""
    plus, minus, digits, old, new, unit = re.fullmatch(_FORMULA, formula).groups()
    text = f"{value:.{digits}f}".replace(".", mark).replace(old, new)
    text = text.replace("-", "−") if minus else text
    return ("+" if plus and value > 0 else "") + text + (unit or "")


@pytest.mark.parametrize(("lang", "figure"), [("fr", "62,8\u00a0%"), ("en", "62.8%")])
def test_the_figures_of_a_chart_are_written_as_the_language_writes_them(
    stores: dict[str, Store], tmp_path: Path, lang: str, figure: str
) -> None:
    """A number format followed whoever opened the deck: 62.8 stood in a French chart.

    The words come from the chart's workbook, which makes them anew of a figure that is edited.
    """
    space = {
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    }
    drawn = set()
    for slide in list(deck_of(stores["probability"], lang, tmp_path).slides)[2:]:
        (chart,) = [s.chart for s in slide.shapes if s.has_chart]
        book = load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        for series in chart.plots[0].series:
            known = series._element.find(".//c15:datalabelsRange", space)
            column = known.findtext("c15:f", namespaces=space).removeprefix("Sheet1!")
            cells = [cell for (cell,) in book["Sheet1"][column.replace("$", "")]]
            points = series._element.findall("c:dLbls/c:dLbl", space)
            seen = known.findall("c15:dlblRangeCache/c:pt", space)
            assert len(points) == len(seen) == sum(v is not None for v in series.values)
            for label, cached in zip(points, seen, strict=True):
                index = int(label.find("c:idx", space).get("val"))
                (field,) = label.iter(f"{{{space['a']}}}fld")
                text = field.findtext("a:t", namespaces=space)
                assert field.get("type") == "CELLRANGE"
                assert (text, str(index)) == (cached[0].text, cached.get("idx"))
                for mark in ".,":
                    assert _made(cells[index].value, series.values[index], mark) == text
                    edited = _made(cells[index].value, 7.25, mark)
                    assert edited == ("7,2\u00a0%" if lang == "fr" else "7.2%")
                drawn.add(text)
    assert figure in drawn


def test_the_axis_of_a_series_shows_its_change_and_says_where_it_starts(
    stores: dict[str, Store], tmp_path: Path
) -> None:
    """On 0 to 100 every line is flat: eight points were a twelfth of the picture."""
    for slide in list(deck_of(stores["probability"], "fr", tmp_path).slides)[2:]:
        (chart,) = [s.chart for s in slide.shapes if s.has_chart]
        axis = chart.value_axis
        drawn = [v for s in chart.plots[0].series for v in s.values if v is not None]
        assert axis.minimum_scale < min(drawn) and max(drawn) < axis.maximum_scale
        assert axis.maximum_scale - axis.minimum_scale <= 60
        steps = (axis.maximum_scale - axis.minimum_scale) / axis.major_unit
        assert steps == round(steps) and steps <= 8
        said = "L’axe ne commence pas à 0\u00a0%." in " ".join(texts(slide))
        assert said == (axis.minimum_scale > 0)


def test_the_axis_of_a_mean_has_whole_steps(
    stores: dict[str, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A step of 0.5 is written with the decimal sign of the machine, whatever the language."""
    store = stores["probability"]
    context, item = Context(store, "fr"), Item("effect_me", "mean")
    series = [c for c in context.lookup.series(item.question, item.response) if c.shown]
    halves = Axis(4.5, 6.0, (4.5, 5.0, 5.5, 6.0), str)
    monkeypatch.setattr(charts, "line_axis", lambda *_: halves)
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    charts.add_chart(slide, context, item)
    (axis,) = [s.chart.value_axis for s in slide.shapes if s.has_chart]
    ends = (axis.minimum_scale, axis.maximum_scale, axis.major_unit)
    assert all(float(v).is_integer() for v in ends), ends
    assert axis.tick_labels.number_format == "0"
    assert axis.minimum_scale < min(c.conf_low for c in series)
    assert max(c.conf_high for c in series) < axis.maximum_scale


def test_a_chart_draws_the_published_intervals(stores: dict[str, Store], tmp_path: Path) -> None:
    """On a short axis, a line without intervals makes a change of what may be noise."""
    store = stores["probability"]
    trends = store.tables["trends"]
    space = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
    slides_told = list(deck_of(store, "en", tmp_path).slides)[2:]
    for slide, result in zip(slides_told, store.survey.key_results, strict=True):
        (chart,) = [s.chart for s in slide.shapes if s.has_chart]
        own = trends[
            (trends["part"] == "main")
            & (trends["question"] == result.question)
            & (trends["response"] == result.net)
            & (trends["breakdown"] == "total")
        ].set_index("wave")
        waves = [str(c) for c in chart.plots[0].categories]
        seen = set()
        for series in chart.plots[0].series:
            for side, end in (("plus", "conf_high"), ("minus", "conf_low")):
                for point in series._element.findall(f"c:errBars/c:{side}/c:numLit/c:pt", space):
                    wave = waves[int(point.get("idx"))]
                    value = series.values[int(point.get("idx"))]
                    size = float(point.find("c:v", space).text)
                    drawn = value + size if side == "plus" else value - size
                    assert drawn == pytest.approx(100 * own.loc[wave, end], abs=0.06)
                    seen.add((wave, side))
        assert len(seen) == 2 * len(waves)
        assert "Lines: 95% confidence interval." in _plain(" ".join(texts(slide)))


def test_no_line_crosses_a_break(stores: dict[str, Store], tmp_path: Path) -> None:
    """2021 stands apart from 2022, since the supplier changed."""
    slide = deck_of(stores["probability"], "fr", tmp_path).slides[2]
    (chart,) = [s.chart for s in slide.shapes if s.has_chart]
    first, second = chart.plots[0].series
    assert [v is None for v in first.values] == [False, True, True, True, True]
    assert [v is None for v in second.values] == [True, False, False, False, False]


@pytest.mark.parametrize("kind", ["probability", "quota", "open"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_slide_says_what_the_sample_is(
    stores: dict[str, Store], kind: str, lang: str, tmp_path: Path
) -> None:
    caution = {
        ("quota", "fr"): "Échantillon non probabiliste",
        ("quota", "en"): "Non-probability sample",
        ("open", "fr"): "Consultation ouverte : ces résultats ne représentent pas la population",
        ("open", "en"): "Open consultation: these results do not represent the population",
    }.get((kind, lang), "")
    for slide in deck_of(stores[kind], lang, tmp_path).slides:
        said = _plain(" ".join(texts(slide)))
        assert caution in said
        assert ("Données fictives" if lang == "fr" else "Synthetic data") in said
        notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        assert not forbidden_words(said + notes, kind)  # type: ignore[arg-type]


def test_the_notes_hold_wording_base_interval_verdict(
    stores: dict[str, Store], tmp_path: Path
) -> None:
    notes = _plain(
        deck_of(stores["probability"], "fr", tmp_path).slides[2].notes_slide.notes_text_frame.text
    )
    assert "Dans quelle mesure faites-vous confiance… (Ministères du Québec)" in notes
    assert "n = 2 003" in notes
    assert "Intervalle de confiance à 95 % : 60,2 à 65,4 %" in notes
    assert "depuis 2024" in notes
    assert "open/series.csv (main, trust_ministries, trust, total, total)" in notes


@pytest.mark.parametrize("kind", ["probability", "quota", "open"])
def test_each_chart_has_an_alternative_text(
    stores: dict[str, Store], kind: str, tmp_path: Path
) -> None:
    for slide in list(deck_of(stores[kind], "fr", tmp_path).slides)[2:]:
        (frame,) = [s for s in slide.shapes if s.has_chart]
        alt = frame._element.nvGraphicFramePr.cNvPr.get("descr")
        assert alt
        assert "%" in alt


def test_a_withheld_figure_is_nowhere_in_the_deck(tmp_path: Path) -> None:
    def hidden(head: dict) -> None:  # type: ignore[type-arg]
        head["key_results"] = {"k": {
            "question": "trust_schools", "net": "trust", "breakdown": "gender", "group": "X",
            "declared": "2021-01-01", "label": {"fr": "Confiance", "en": "Trust"},
        }}  # fmt: skip

    deck = deck_of(make_store(tmp_path, change=hidden), "fr", tmp_path / "out")
    slide = deck.slides[2]
    assert not any(s.has_chart for s in slide.shapes)
    assert "nombre insuffisant" in slide.shapes.title.text_frame.text
    assert not re.search(r"\d+,\d", " ".join(texts(slide)))


def test_the_same_bytes_whenever_it_is_made(
    stores: dict[str, Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = write_slides(stores["quota"], "fr", tmp_path / "a")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    import time

    time.tzset()
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    (other,) = write_slides(stores["quota"], "fr", tmp_path / "b")
    assert path.read_bytes() == other.read_bytes()
    with zipfile.ZipFile(path) as box:
        inside = [n for n in box.namelist() if n.endswith(".xlsx")]
        assert inside
        core = zipfile.ZipFile(BytesIO(box.read(inside[0]))).read("docProps/core.xml")
        assert b"2025-11-25T00:00:00Z" in core
        assert b"2025-11-25T00:00:00Z" in box.read("docProps/core.xml")
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("kind", ["probability", "quota"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_nothing_in_the_deck_is_contradicted_by_the_release(
    stores: dict[str, Store], kind: str, lang: str, tmp_path: Path
) -> None:
    (path,) = write_slides(stores[kind], lang, tmp_path)
    found = check_document(path, stores[kind])
    assert found.ok, [ln for ln in found.lines if ln.status not in ("supported", "not checked")]
    assert found.counts["supported"] > 40


def test_a_survey_without_key_results_has_no_deck(tmp_path: Path) -> None:
    store = make_store(tmp_path, change=lambda head: head.pop("key_results"))
    assert write_slides(store, "fr", tmp_path / "out") == []


def test_the_release_holds_a_deck_in_each_language(built_example: Path) -> None:
    found = sorted(p.parent.name for p in (built_example / "releases").rglob(NAME))
    assert found == ["en", "fr"]


def test_the_name_is_one_that_a_website_takes() -> None:
    from padai.store.public import SUFFIXES

    assert Path(slides.NAME).suffix in SUFFIXES


@pytest.mark.needs("libreoffice", "impress")
def test_libreoffice_reads_as_many_pages_as_slides(
    stores: dict[str, Store], soffice: str, tmp_path: Path
) -> None:
    (path,) = write_slides(stores["probability"], "fr", tmp_path)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    asked = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*asked, str(path)], capture_output=True, check=False, timeout=240)
    made = path.with_suffix(".pdf")
    assert made.read_bytes().count(b"/Type/Page\n") + made.read_bytes().count(b"/Type/Page/") == 6


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("6,4", '=SUBSTITUTE(FIXED(#,1,TRUE),".",",")'),
        ("1\u00a0234,5", ""),
        ('6,4 "x"&HYPERLINK(A1)&"', ""),
        ("…", ""),
    ],
)
def test_a_figure_in_groups_or_of_a_quoted_unit_has_words_and_no_formula(
    text: str, formula: str
) -> None:
    """The formula took 1 234,5 for 1, and a unit's quotation mark for its own."""
    numbers = SimpleNamespace(decimal=lambda _value, _digits: "0,5")
    context: Any = SimpleNamespace(
        value=lambda _cell: text,
        counts_only=lambda _part: False,
        kind=lambda _question, _response: "mean",
        numbers=numbers,
    )
    cell: Any = SimpleNamespace(part="main", question="q", response="mean")
    assert labelled(context, cell) == Labelled(text, formula)
