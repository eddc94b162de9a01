"""What a reader could take from the built files: no digit more than is printed, no respondent."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from lxml import etree

import padai
from padai.store import EARLIER_INSIDE, INSIDE
from tests.unpacking import unpacked

FINEST = {
    "std_error": 4, "estimate": 3, "difference": 3, "conf_low": 3, "conf_high": 3, "deff": 2,
    "cv": 3, "n_eff": 0, "df": 0, "n_base": 0, "p_value": 3, "p_adjusted": 3, "p_equivalence": 3,
    "margin": 2, "family_size": 0, "old": 4, "new": 4,
    "ddf": 0, "statistic": 2, "n_waves": 0, "r2_gain": 3, "n": 0, "share": 3,
    "population": 3, "before": 3, "after": 3, "value": 3,
}  # fmt: skip
"""Decimals of each column of the open data; every other column holds no number with decimals."""
NUMBER = re.compile(r"-?\d+(?:\.(\d+))?(?:[eE][+-]?\d+)?")


@pytest.fixture(scope="module")
def version(built_example: Path) -> Path:
    return built_example / "releases" / "example" / "2025" / "v1"


@pytest.fixture(scope="module")
def outside_files(built_example: Path, version: Path) -> list[tuple[str, str]]:
    """Every text of every file that goes out, of the version and of the site."""
    found = []
    for place in (version, built_example / "_site"):
        for name, content in unpacked(place):
            if not name.startswith(f"{INSIDE}/"):
                found.append((f"{place.name}/{name}", content.decode("utf-8", "replace")))
    return found


def exact_numbers(version: Path) -> set[str]:
    """The first digits of every number of the store, in the writings that a page may use."""
    found = set()
    for path in sorted((version / INSIDE).glob("*.csv")):
        for row in csv.reader(path.open(encoding="utf-8")):
            for text in row:
                if NUMBER.fullmatch(text) and len(text) > 12 and "e" not in text:
                    value = abs(float(text))
                    for told in (f"{value:.9f}", f"{100 * value:.7f}"):
                        found |= {told[:-1], told[:-1].replace(".", ",")}
    return found


def test_no_file_holds_a_number_of_the_store_as_it_is(
    version: Path, outside_files: list[tuple[str, str]]
) -> None:
    exact = exact_numbers(version)
    assert len(exact) > 2000
    digits = re.compile(r"\d+[.,]\d{6,}")
    for name, text in outside_files:
        for found in set(digits.findall(text)):
            whole, mark, rest = found.partition("," if "," in found else ".")
            cut = {f"{whole}{mark}{rest[:k]}" for k in (6, 8)}
            assert not cut & exact, f"{name}: {found}"


def test_the_search_finds_a_number_that_slips_through(version: Path) -> None:
    frame = pd.read_csv(version / INSIDE / "estimates.csv", dtype=str)
    text = next(v for v in frame["estimate"].dropna() if len(v) > 14)
    exact = exact_numbers(version)
    assert f"{float(text):.9f}"[:-1] in exact
    assert f"{100 * float(text):.7f}"[:-1].replace(".", ",") in exact


def _tables(folder: Path) -> Iterator[tuple[str, list[dict[str, str]]]]:
    for path in sorted(folder.rglob("*.csv")):
        yield path.name, list(csv.DictReader(path.open(encoding="utf-8")))


def test_open_data_have_no_digit_more(version: Path) -> None:
    seen = set()
    for name, rows in _tables(version / "open"):
        for row in rows:
            for column, text in row.items():
                match = NUMBER.fullmatch(text)
                if match is None or column in ("question", "response", "group", "name", "wave"):
                    continue
                decimals = len((match[1] or "").rstrip("0"))
                if row.get("assumption") == "selection_rho" and column == "value":
                    digits = (text.lstrip("-0.") or "0").replace(".", "")
                    assert len(digits.lstrip("0")) <= 3, text  # three figures of a small number
                    continue
                assert decimals <= FINEST.get(column, 0), f"{name}: {column} = {text}"
                seen.add(column)
    assert {"estimate", "difference", "std_error", "p_adjusted", "deff"} <= seen


def test_a_p_value_under_a_thousandth_is_said_to_be_one(version: Path) -> None:
    rows = [
        row for name, rows in _tables(version / "open") if name == "changes.csv" for row in rows
    ]
    told = [row["p_value"] for row in rows if row["p_value"]]
    assert "<0.001" in told
    assert not any(text == "0.0" for text in told)


def test_means_have_one_decimal_more_than_their_scale(version: Path) -> None:
    rows = [r for name, rows in _tables(version / "open") if name == "series.csv" for r in rows]
    means = [r for r in rows if r["response"] == "mean" and r["estimate"]]
    assert means
    assert all(len(r["estimate"].partition(".")[2]) <= 1 for r in means)


def test_workbooks_have_no_digit_more(version: Path) -> None:
    numbers = []
    for path in sorted(version.rglob("*.xlsx")):
        with zipfile.ZipFile(path) as book:
            for name in book.namelist():
                if name.startswith("xl/worksheets/sheet"):
                    sheet = etree.parse(io.BytesIO(book.read(name)))
                    cells = sheet.xpath("//*[local-name()='c'][not(@t)]/*[local-name()='v']")
                    numbers += [cell.text for cell in cells]
    for path in sorted(version.rglob("*.ods")):
        with zipfile.ZipFile(path) as book:
            content = etree.fromstring(book.read("content.xml"))
            numbers += content.xpath("//@*[local-name()='value']")
    assert len(numbers) > 2000
    # xlsx writes the nearest double at 16 figures: 0.5610000000000001 for 0.561
    values = np.array([float(n) for n in numbers])
    assert np.abs(values - np.round(values, 3)).max() < 1e-12


def test_the_explorer_carries_no_digit_more(version: Path) -> None:
    seen = 0
    for path in sorted(version.rglob("explor*.html")):
        text = path.read_text("utf-8")
        # whole numbers of so many decimals, in so many bytes
        for places, size, block in re.findall(r"\"(\d+)\.(\d):([A-Za-z0-9+/]+=*)\"", text):
            assert int(places) <= 3, path.name
            assert int(size) < 8, path.name
            seen += len(base64.b64decode(block)) // int(size)
    assert seen > 500


def test_tables_and_alternative_texts_have_no_digit_more(version: Path) -> None:
    """In words: a number with more than three decimals stands nowhere on a page."""
    seen = 0
    for path in sorted(version.rglob("*.html")):
        if path.parent.name == INSIDE:
            continue
        page = etree.HTML(path.read_bytes())
        for script in page.xpath("//script|//style|//svg//style"):
            script.getparent().remove(script)
        for table in page.xpath("//table[.//th[text()='ρ']]"):  # small numbers, of three digits
            assert len(table.xpath(".//tr")) > 1
            table.getparent().remove(table)
        texts = [*page.xpath("//text()"), *page.xpath("//@alt"), *page.xpath("//@aria-label")]
        for text in texts:
            for found in re.findall(r"(?<![\w.,/-])\d+[.,](\d+)(?![\w.,])", str(text)):
                seen += 1
                assert len(found) <= 3, f"{path.name}: {text.strip()[:80]}"
    assert seen > 1000


def test_no_respondent_is_named(built_example: Path, outside_files: list[tuple[str, str]]) -> None:
    wave = padai.read_wave(padai.load_survey(built_example / "surveys" / "example"), "2025")
    ids = set(wave.frame["respondent"].astype(str))
    assert len(ids) > 500
    form = re.compile(r"2025-m\d{3,}")
    assert all(form.fullmatch(one) for one in ids)
    for name, text in outside_files:
        assert not ids & set(form.findall(text)), name


def test_the_inside_names_no_respondent_either(version: Path) -> None:
    for path in sorted((version / INSIDE).iterdir()):
        assert not re.search(r"2025-m\d{3}", path.read_text("utf-8")), path.name


def test_the_inside_is_nowhere_in_the_site(built_example: Path, version: Path) -> None:
    assert (version / INSIDE / "estimates.csv").is_file()
    site = built_example / "_site"
    names = {path.name for path in site.rglob("*")}
    assert not {INSIDE, EARLIER_INSIDE, "texts.json", "manifest.json", "estimates.csv"} & names
    stores = {path.read_bytes() for path in (version / INSIDE).iterdir()}
    assert not [p for p in site.rglob("*") if p.is_file() and p.read_bytes() in stores]


def test_the_same_difference_stands_in_every_file(version: Path) -> None:
    """Open data and store agree to the printed digit, row by row."""
    inside = pd.read_csv(version / INSIDE / "differences.csv", dtype=str, keep_default_na=False)
    inside = inside[(inside["reference"] != "rest") & (inside["estimate"] != "")]
    told = pd.read_csv(version / "open" / "changes.csv", dtype=str, keep_default_na=False)
    told = told[told["difference"] != ""]
    assert len(told) == len(inside) > 50
    share = (inside["response"] != "mean").to_numpy()
    gap = inside["estimate"].astype(float).to_numpy() - told["difference"].astype(float).to_numpy()
    assert np.abs(gap[share]).max() <= 0.00050001
    assert json.loads((version / INSIDE / "texts.json").read_text("utf-8"))["schema"] == 5
