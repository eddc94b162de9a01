"""The explorer's page before any browser: what it carries, and what it may never hold."""

from __future__ import annotations

import base64
import hashlib
import json
import math
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from padai.publishing.basis.context import Context
from padai.publishing.basis.vocabulary import forbidden_words
from padai.publishing.products.explorer.fixed_words import WORDS
from padai.publishing.products.explorer.packing import packed_decimals
from padai.publishing.products.explorer.page import explorer_page, write_explorer
from padai.publishing.products.explorer.payload import payload
from padai.publishing.products.opendata.tables import followed_alone, open_table
from padai.publishing.report import Report
from padai.store import Store
from tests.publishing_store import make_store

DATE = 1764028800
ASSETS = files("padai.publishing.products.explorer") / "assets"
SERIES = ["part", "question", "response", "breakdown", "group"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("store"))


def tables_of(store: Store) -> dict[str, pd.DataFrame]:
    found = {name: open_table(store, name, "x") for name in ("series", "changes")}
    return {**found, "series": followed_alone(store, found["series"])}


@pytest.fixture(scope="module")
def tables(store: Store) -> dict[str, pd.DataFrame]:
    return tables_of(store)


def code() -> str:
    found = sorted(p.name for p in ASSETS.iterdir() if p.name.endswith(".js"))
    return "\n".join((ASSETS / name).read_text(encoding="utf-8") for name in found)


def column(text: str, kind: str) -> list[Any]:
    return np.frombuffer(base64.b64decode(text), dtype=kind).tolist()


def decimals(text: str) -> list[float]:
    """Read a column as the page's script does."""
    how, packed = text.split(":")
    places, size = map(int, how.split("."))
    if size == 8:
        return column(packed, "<f8")
    none = -(2 ** (8 * size - 1))
    return [math.nan if n == none else n / 10**places for n in column(packed, f"<i{size}")]


@pytest.mark.parametrize(
    ("values", "how"),
    [
        ([0.589, math.nan, -0.083, 1.0], "3.2"),
        ([7.0, 12.0], "0.2"),
        ([41.25, 327.66], "2.2"),
        ([40.125, 1234.5], "3.4"),
        ([0.1 + 0.2], "0.8"),  # no decimal number
        ([3e12], "0.8"),
        ([math.nan, math.nan], "0.2"),
        ([], "0.2"),
        ([-32768.0], "0.4"),  # what stands for no number
    ],
)
def test_decimals_come_back_to_the_last_bit(values: list[float], how: str) -> None:
    text = packed_decimals(values)
    assert text.startswith(f"{how}:")
    np.testing.assert_array_equal(decimals(text), values)


def test_every_number_is_that_of_the_open_data_to_the_last_bit(
    store: Store, tables: dict[str, pd.DataFrame]
) -> None:
    carried = payload(Context(store, "fr"), tables)
    series = tables["series"]
    keys = list(dict.fromkeys(series[SERIES].itertuples(index=False, name=None)))
    waves = [w["id"] for w in carried["waves"]]
    for name in ("estimate", "conf_low", "conf_high"):
        values = decimals(carried["cells"][name])
        assert len(values) == len(keys) * len(waves)
        for key, wave, text in zip(
            series[SERIES].itertuples(index=False, name=None),
            series["wave"],
            series[name],
            strict=True,
        ):
            value = values[keys.index(key) * len(waves) + waves.index(wave)]
            assert (np.isnan(value) and text == "") or value == float(text)
    changes = tables["changes"]
    for name in ("difference", "conf_low", "conf_high", "p_adjusted"):
        values = decimals(carried["changes"][name])
        assert [str(v) if v == v else "" for v in values] == [
            str(float(t)) if t else "" for t in changes[name]
        ]
    verdicts = carried["changes"]["verdicts"]
    places = column(carried["changes"]["verdict"], "<u2")
    assert [verdicts[i] for i in places] == list(changes["verdict"])


def test_waves_bear_their_short_names(store: Store, tables: dict[str, pd.DataFrame]) -> None:
    """Numbers that a house gives its waves ("67") stood under the lines and in the table."""
    context = Context(store, "en")
    told = payload(context, tables)["waves"]
    assert [w["short"] for w in told] == [context.wave_short(w["id"]) for w in told]
    assets = files("padai.publishing.products.explorer") / "assets"
    script = "".join((assets / f).read_text(encoding="utf-8") for f in ("4-chart.js", "5-told.js"))
    # only the file that is taken away holds the codes of waves
    assert re.findall(r"DATA\.waves\[[^\]]+\]\.id", script) == ["DATA.waves[cell.wave].id"]


def test_the_same_store_gives_the_same_page(store: Store, tables: dict[str, pd.DataFrame]) -> None:
    context = Context(store, "fr")
    assert explorer_page(context, tables, DATE) == explorer_page(context, tables, DATE)


def test_the_page_holds_one_script_and_its_policy_names_it(
    store: Store, tables: dict[str, pd.DataFrame]
) -> None:
    page = explorer_page(Context(store, "en"), tables, DATE)
    scripts = re.findall(r"<script[^>]*>(.*?)</script>", page, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert (len(scripts), len(styles)) == (1, 1)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None

    def named(text: str) -> str:
        return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    assert policy[1] == (
        f"default-src 'none'; img-src data:; style-src 'sha256-{named(styles[0])}'; "
        f"script-src 'sha256-{named(scripts[0])}'; base-uri 'none'; form-action 'none'"
    )
    cells = tables["series"].shape[0]
    assert len(page) < 130_000 + 90 * cells


def test_the_script_writes_text_only_and_asks_for_nothing() -> None:
    """What could turn data into markup, run it, or reach a server stands nowhere in the code."""
    for word in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "Function(",
        "setAttributeNS",
        "DOMParser",
        "fetch(",
        "XMLHttpRequest",
        "WebSocket",
        "sendBeacon",
        "import(",
        "localStorage",
        "sessionStorage",
        "document.cookie",
        "http:",
        "https:",
        ".style.",
        "Math.random",
        "Date(",
        "Date.now",
    ):
        found = code().replace('"http://www.w3.org/2000/svg"', "")
        assert word not in found, word


def test_every_word_is_used_and_every_use_has_its_word() -> None:
    text = code()
    named = set(re.findall(r"\bW\.(\w+)", text))
    made = {
        "share",
        "balance",
        "subject_share",
        "subject_balance",
        "subject_mean",
        "part",
        "question",
        "response",
        "breakdown",
        "group",
    }
    assert named | made == set(WORDS["fr"]) == set(WORDS["en"])
    for key in WORDS["fr"]:
        places = [set(re.findall(r"\{(\w+)\}", WORDS[lang][key])) for lang in ("fr", "en")]
        assert places[0] == places[1], key


@pytest.mark.parametrize("kind", ["open", "minipublic"])
def test_a_sample_without_intervals_has_no_explorer(tmp_path: Path, kind: str) -> None:
    store = make_store(tmp_path, sample_type=kind)
    assert write_explorer(store, tmp_path / "out", ("fr", "en"), DATE) == []
    assert not (tmp_path / "out").exists()
    assert "explorateur" not in Report(store, "fr").links("report").markdown


def test_a_quota_sample_keeps_to_its_words(tmp_path: Path) -> None:
    store = make_store(tmp_path, sample_type="quota")
    for path in write_explorer(store, tmp_path / "out", ("fr", "en"), DATE):
        page = path.read_text(encoding="utf-8")
        assert forbidden_words(re.sub(r'"[A-Za-z0-9+/=.:]{40,}"', '""', page), "quota") == []
        lang = path.parent.name
        expected = {"fr": "intervalle indicatif à 95", "en": "95% indicative interval"}[lang]
        assert expected in page
        assert page.count({"fr": "Échantillon non probabiliste", "en": "Non-probability"}[lang]) > 1


def test_french_alone_has_no_english(tmp_path: Path) -> None:
    store = make_store(tmp_path, languages=("fr",))
    (path,) = write_explorer(store, tmp_path / "out", ("fr",), DATE)
    page = path.read_text(encoding="utf-8")
    assert path.name == "explorateur.html"
    for word in ("English", "explorer.html", "Download", "Search for", "confidence interval"):
        assert word not in page


def test_a_hostile_definition_is_text(tmp_path: Path) -> None:
    bad = "</script><img src=x onerror=alert(1)><!-- \u2028"

    def hostile(head: dict[str, Any]) -> None:
        for place in (
            head["title"],
            head["sponsor"],
            head["breakdowns"]["gender"]["label"],
            head["breaks"][0]["text"],
            head["sections"][0]["title"],
        ):
            place |= {"fr": bad, "en": bad}

    store = make_store(tmp_path, change=hostile)
    page = explorer_page(Context(store, "fr"), tables_of(store), DATE)
    assert page.count("<script") == page.count("</script") == 1
    assert "<img src=x" not in page
    carried = re.search(r"const DATA = (.*);\n", page)
    assert carried is not None
    assert not set("<>&\u2028") & set(carried[1])
    assert json.loads(carried[1])["breaks"][0]["text"] == bad.strip()


def test_the_report_and_its_short_pages_lead_to_the_explorer(store: Store) -> None:
    for lang, name in (("fr", "explorateur.html"), ("en", "explorer.html")):
        for page in ("report", "executive", "press"):
            assert f"]({name})" in Report(store, lang).links(page).markdown
        assert f"]({name})" not in Report(store, lang).links("explorer").markdown


def test_what_is_light_on_a_light_screen_is_dark_on_a_dark_one() -> None:
    """The explorer's sheet comes last: of two rules of one weight its own won, light on light.

    An address that names no published result said so in letters that could not be read.
    """
    engine = files("padai.publishing.engine") / "assets"
    dark = (engine / "dark.css").read_text(encoding="utf-8")
    own = (ASSETS / "explorer.css").read_text(encoding="utf-8")
    light = re.findall(r"^([^@{}\n]+) \{[^}]*background: #(?!fff;)[0-9a-f]{3,6};", own, re.M)
    assert ".wrong" in light
    rules = [s.strip() for r in re.findall(r"^  ([^{}\n]+) \{", dark, re.M) for s in r.split(",")]
    for selector in light:
        assert any(r.endswith(selector) and r.count(".") > selector.count(".") for r in rules)
