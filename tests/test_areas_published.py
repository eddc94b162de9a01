"""Modelled areas, official values and the quality of answers in everything that goes out."""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

import padai
from padai.store import Store, open_store
from tests.areas_example import areas_example
from tests.browsing import launched, open_page
from tests.test_rebuilt_from_open_data import Figures, blocks_of, names_of, read_block, texts_of


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("areas")
    padai.build(areas_example(folder), engine="embedded", formats=("html",))
    return folder / "releases" / "example" / "2025" / "v1"


@pytest.fixture(scope="module")
def store(release: Path) -> Store:
    return open_store(release / "interne")


def rows_of(release: Path, name: str) -> list[dict[str, str]]:
    with (release / "open" / f"{name}.csv").open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def _pad(figures: Figures, lang: str, row: dict[str, str]) -> None:
    """A correlation is written with three digits, the last of which may be a 0."""
    for name in ("value", "low", "high"):
        if row[name]:
            exact = Decimal(row[name])
            three = exact.quantize(Decimal(1).scaleb(exact.adjusted() - 2))
            said = f"{three:f}".replace(".", "," if lang == "fr" else ".")
            figures.of[row["question"]] |= {said, said.lstrip("-")}
            figures.of[""] |= {said, said.lstrip("-")}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_figure_of_every_page_stands_in_the_open_data(
    release: Path, store: Store, lang: str
) -> None:
    figures = Figures(lang).read(release / "open")
    for row in rows_of(release, "small_areas"):
        for low, high, value in (("direct_low", "direct_high", "direct"),):
            if row[low]:
                ends = zip(*(figures._written(row[n], False) for n in (low, high)), strict=False)
                for pair in ends:
                    figures.ends[pair] |= set(figures._written(row[value], False))
    for row in rows_of(release, "tipping"):
        if row["assumption"] == "selection_rho" and row["value"]:
            _pad(figures, lang, row)
    for row in rows_of(release, "quality"):
        if row["low_without"]:
            names = ("low_without", "high_without")
            for pair in zip(*(figures._written(row[n], False) for n in names), strict=False):
                figures.ends[pair] |= set(figures._written(row["estimate_without"], False))
    names = names_of(store, lang)
    definition = {t for t in texts_of(store.survey.model_dump(mode="json")) if t}
    definition |= {t for t in texts_of(dict(store.facts)) if t}
    definition -= set(names)  # of what a figure is
    counted: dict[str, int] = defaultdict(int)
    pages = [p for p in sorted((release / lang).glob("*.html")) if "explor" not in p.name]
    anchor = "sec-estimations-regionales" if lang == "fr" else "sec-small-areas"
    assert any(f'id="{anchor}"' in p.read_text(encoding="utf-8") for p in pages)
    for path in pages:
        for block in blocks_of(path, definition):
            for kind, seen in read_block(block, figures, names, path.stem, lang):
                counted[kind] += seen
    assert counted["interval"] > 300
    assert counted["decimal"] > 500


def test_the_open_data_hold_model_and_direct_as_printed(release: Path) -> None:
    rows = [r for r in rows_of(release, "small_areas") if r["kind"] == "level"]
    assert len(rows) == 20
    series = {
        (r["question"], r["response"], r["group"]): r
        for r in rows_of(release, "series")
        if r["breakdown"] == "district" and r["wave"] == "2025"
    }
    told = 0
    for row in rows:
        direct = series[row["question"], row["response"], row["group"]]
        assert len(row["estimate"].partition(".")[2]) <= 3
        if row["direct"]:
            told += 1
            for name, other in (
                ("direct", "estimate"),
                ("direct_low", "conf_low"),
                ("direct_high", "conf_high"),
                ("n_base", "n_base"),
            ):
                assert row[name] == direct[other]
            assert float(row["residual"]) == round(float(row["residual"]), 1)
        else:
            assert row["reason"] == "under_30"
            assert not any(
                row[n] for n in ("direct_low", "direct_high", "n_base", "borrowed", "residual")
            )
            assert row["own"]
    assert told == 16
    whole = [r for r in rows_of(release, "small_areas") if r["kind"] == "whole"]
    totals = {
        r["question"]: r
        for r in rows_of(release, "series")
        if r["breakdown"] == "total" and r["wave"] == "2025" and r["response"] == "trust"
    }
    assert [r["direct"] for r in whole] == [totals[r["question"]]["estimate"] for r in whole]


@pytest.mark.parametrize("width", [5.6, 3.4])
def test_a_tile_writes_its_figure_in_it_or_under_the_grid(width: float) -> None:
    """No colour tells how high an estimate is: tiles far apart look alike."""
    from matplotlib.colors import to_hex

    from padai.charts.tiles import Tile, tile_chart

    tiles = [
        Tile("a", "North", ((0, 0),), shape="own", value=("91.0%", "85.0 to 95.0%")),
        Tile("b", "South", ((0, 1),), shape="own", value=("12.0%", "8.0 to 17.0%")),
        Tile("c", "East", ((0, 2),), shape="borrowed", value=("50.0%", "30.0 to 70.0%")),
    ]
    drawn = tile_chart(tiles, legend=[("own", "own"), ("borrowed", "lent")], width=width)
    axes = drawn.axes[0]
    said = " ".join(text.get_text() for text in axes.texts)
    for tile in tiles:
        assert all(value in said for value in tile.value)
    faces = [to_hex(p.get_facecolor()) for p in axes.patches]
    assert faces[0] == faces[1] != faces[2]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_modelled_question_has_a_sheet(release: Path, lang: str) -> None:
    book = openpyxl.load_workbook(next((release / lang).glob("*.xlsx")))
    stem = {"fr": "modele", "en": "model"}[lang]
    rows = {
        r["group"]: r
        for r in rows_of(release, "small_areas")
        if r["kind"] == "level" and r["question"] == "trust_data"
    }
    sheet = book[f"{stem}.trust_data"]
    lines = [line for line in sheet.iter_rows(values_only=True) if isinstance(line[1], float)]
    assert len(lines) == len(rows) == 10
    for line, row in zip(lines, rows.values(), strict=True):
        written = [
            float(row[n]) if row[n] else None
            for n in ("estimate", "conf_low", "conf_high", "direct", "direct_low", "direct_high")
        ]
        assert list(line[1:7]) == written
    cover = [line[0] for line in book.worksheets[1].iter_rows(values_only=True)]
    assert f"{stem}.trust_data" in cover


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_explorer_shows_the_model_beside_the_direct(
    release: Path, chromium: str, lang: str
) -> None:
    name = {"fr": "explorateur", "en": "explorer"}[lang]
    page_of = release / lang / f"{name}.html"
    with launched(chromium) as browser, open_page(browser, page_of.as_uri()) as page:
        go = "f => { location.hash = f; }"
        page.evaluate(go, "#q=trust_data&r=trust&by=district")
        page.wait_for_selector(".modelled tbody tr")
        cells = page.locator(".modelled tbody tr").all_inner_texts()
        assert len(cells) == 10
        row = next(
            r
            for r in rows_of(release, "small_areas")
            if (r["kind"], r["question"], r["group"]) == ("level", "trust_data", "d0")
        )
        shown = f"{100 * float(row['estimate']):.1f}".replace(".", "," if lang == "fr" else ".")
        assert shown in cells[0]
        target = page.locator(".modelled a").get_attribute("href")
        page.evaluate(go, "#q=trust_data&r=trust&by=gender")
        page.wait_for_selector(".modelled", state="detached")
    file, _, anchor = str(target).partition("#")
    assert f'id="{anchor}"' in "".join(
        p.read_text("utf-8") for p in (release / lang).glob(f"{Path(file).stem}*.html")
    )


def test_quality_is_told_with_and_without_the_worst(release: Path, store: Store) -> None:
    rows = rows_of(release, "quality")
    apart = {r["wave"]: r for r in rows if r["kind"] == "left_out"}
    for row in apart.values():
        assert 30 <= int(row["n"]) <= 41
        assert 0 < float(row["share"]) <= 0.05
    speed = [r for r in rows if r["item"] == "speed"]
    assert [int(r["n"]) >= 38 for r in speed] == [True, True]
    few = [r for r in rows if r["kind"] == "signal" and r["reason"] == "handful"]
    assert few
    assert all(not r["n"] and not r["share"] for r in few), "a handful of people is not counted"
    changes = [r for r in rows if r["kind"] == "change"]
    published = {
        (r["question"], r["response"]): r
        for r in rows_of(release, "changes")
        if r["breakdown"] == "total" and r["wave"] == "2025"
    }
    for row in changes:
        own = published[row["question"], row["response"]]
        assert (row["estimate"], row["verdict"]) == (own["difference"], own["verdict"])
        assert row["verdict_without"]
        assert math.isfinite(float(row["estimate_without"]))
    assert len(changes) == 3


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_change_carries_a_remark_where_official_values_drift(release: Path, lang: str) -> None:
    """The register says 66% then 60%; the survey rose: the drift test rejects at 5%."""
    drift = next(r for r in rows_of(release, "validation_items") if r["kind"] == "drift")
    assert drift["p_value"] == "<0.001"
    page = next((release / lang).glob({"fr": "rapport.html", "en": "report.html"}[lang]))
    said = {"fr": "Prudence", "en": "Caution: the errors against official values have changed"}[
        lang
    ]
    assert said in page.read_text("utf-8").replace("\u202f", " ").replace("&nbsp;", " ")
