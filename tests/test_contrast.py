"""Every text on every ground that the styles of padai set: WCAG 2.2 AA, on light and dark screens.

A ground is what the same rule sets, or the rule of the box around it; else a text may stand on the
paper of the page and on its wash, and must be read on both. Large letters are not set apart: what
is read at 4.5:1 is read at any size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from padai.charts import style, tiles
from padai.charts.style import contrast

ROOT = Path(__file__).parents[1] / "padai"
ENGINE = ROOT / "publishing" / "engine" / "assets"
PAGES = {
    "report": (ENGINE / "report.css",),
    "explorer": (
        ENGINE / "report.css",
        ROOT / "publishing" / "products" / "explorer" / "assets" / "explorer.css",
    ),
    "search": (
        ENGINE / "report.css",
        ROOT / "publishing" / "products" / "site" / "assets" / "search.css",
    ),
    "figure": (ROOT / "publishing" / "products" / "site" / "assets" / "figure.css",),
    "site": (ENGINE / "site.css",),
    "browser": (ROOT / "browser" / "assets" / "page.css",),
}
DARK = ENGINE / "dark.css"
WITH_DARK = ("report", "explorer", "search")
PICTURE = re.compile(r"(img|svg)$")
"""A picture has its own paper, and its own letters."""
TEXT, GRAPHIC = 4.5, 3.0
SHORT = {"white": "#ffffff", "black": "#000000", "transparent": "", "inherit": "", "none": ""}


class Rule(NamedTuple):
    """A selector with its colours, variables replaced; none where it sets none."""

    selector: str
    text: str
    ground: str
    lines: tuple[str, ...]


def _plain(css: str) -> str:
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    # forced colours are those of the reader; on paper nothing is lit
    return re.sub(r"@media (?:print|\(forced-colors)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", css)


def _rules(css: str) -> Iterator[tuple[str, dict[str, str]]]:
    for selectors, body in re.findall(r"([^{};]+)\{([^{}]*)\}", css):
        said = dict(re.findall(r"([\w-]+)\s*:\s*([^;]+)", body))
        for selector in re.split(r",(?![^(]*\))", selectors):
            yield " ".join(selector.split()), said


def _colour(value: str, variables: dict[str, str]) -> str:
    for _ in range(3):
        value = re.sub(r"var\((--[\w-]+)\)", lambda m: variables.get(m[1], ""), value)
    found = re.search(r"#[0-9a-fA-F]{3,6}\b|\b(?:white|black)\b", value)
    if found is None:
        return ""
    colour = SHORT.get(found[0], found[0])
    return colour if len(colour) == 7 else "#" + "".join(2 * sign for sign in colour[1:])


@cache
def _page(name: str, dark: bool) -> tuple[dict[str, str], tuple[Rule, ...]]:
    css = "".join(_plain(path.read_text(encoding="utf-8")) for path in PAGES[name])
    if dark:
        css += re.sub(r"@media screen[^{]*\{", "", _plain(DARK.read_text(encoding="utf-8")))
    variables: dict[str, str] = {}
    for selector, said in _rules(css):
        if selector == ":root":
            variables |= {key: value for key, value in said.items() if key.startswith("--")}
    rules: dict[str, tuple[str, str, tuple[str, ...]]] = {}
    for selector, said in _rules(css):
        text = _colour(said.get("color", ""), variables)
        ground = _colour(said.get("background", said.get("background-color", "")), variables)
        line = _colour(said.get("outline", ""), variables)
        before = rules.get(selector, ("", "", ()))
        rules[selector] = (text or before[0], ground or before[1], (line,) if line else before[2])
    return variables, tuple(Rule(selector, *found) for selector, found in rules.items())


def _around(rule: Rule, rules: tuple[Rule, ...]) -> str:
    """Return the ground of the nearest box that a selector names around its own."""
    parts = rule.selector.split(" ")
    for end in range(len(parts) - 1, 0, -1):
        for each in rules:
            if each.ground and each.selector in (" ".join(parts[:end]), parts[end - 1]):
                return each.ground
    return ""


def _pairs(name: str, dark: bool) -> list[tuple[str, str, str]]:
    """Return each text with each ground that it may have, by selector."""
    variables, rules = _page(name, dark)
    paper = _colour(variables.get("--paper", "#fff"), variables)
    wash = _colour(variables.get("--wash", "#fff"), variables)
    ink = _colour(variables.get("--ink", "#1c2530"), variables)
    out = []
    for rule in rules:
        over = [r for r in rules if r.ground and r.selector.endswith(f" {rule.selector}")]
        if ("::" in rule.selector and not rule.text) or PICTURE.search(rule.selector) or over:
            continue
        grounds = (rule.ground or _around(rule, rules),)
        if rule.text:
            out += [
                (rule.selector, rule.text, g) for g in (grounds if grounds[0] else (paper, wash))
            ]
        elif rule.ground:
            own = [r.text for r in rules if r.text and r.selector.startswith(rule.selector + " ")]
            out += [(rule.selector, text, rule.ground) for text in (own or [ink])]
    return out


MODES = [(name, False) for name in PAGES] + [(name, True) for name in WITH_DARK]


@pytest.mark.parametrize(("name", "dark"), MODES)
def test_every_text_is_read_on_its_ground(name: str, dark: bool) -> None:
    pairs = _pairs(name, dark)
    assert len(pairs) > 5
    low = {
        f"{selector}: {text} on {ground}": round(contrast(text, ground), 2)
        for selector, text, ground in pairs
        if contrast(text, ground) < TEXT
    }
    assert not low


@pytest.mark.parametrize(("name", "dark"), MODES)
def test_the_frame_of_the_focus_is_seen(name: str, dark: bool) -> None:
    variables, rules = _page(name, dark)
    paper = _colour(variables.get("--paper", "#fff"), variables)
    lines = [
        (rule.selector, line, _around(rule, rules) or paper)
        for rule in rules
        for line in rule.lines
    ]
    assert lines
    assert not [each for each in lines if contrast(*each[1:]) < GRAPHIC]


def test_the_parser_reads_what_a_browser_does() -> None:
    """Or it would find nothing low."""
    variables, rules = _page("report", dark=True)
    assert variables["--paper"] == "#12181d"
    own = {rule.selector: rule for rule in rules}
    assert own[".page-banner"].text == "#fbe3b4" and own[".page-banner"].ground == "#3a2a0c"
    assert (".callout-tip .callout-title", "#9fd8b6", "#16261d") in _pairs("report", dark=True)


def test_the_colours_of_pictures_are_seen_on_white() -> None:
    """Marks at 3:1, letters at 4.5:1; those on a bar at 4.5:1 of the bar."""
    marks = [style.BLUE, style.ORANGE, style.GREY, *style.POSITIVE, *style.NEGATIVE]
    marks += [*style.SEQUENTIAL, *style.NEUTRAL, *(colour for colour, _, _ in style.LINES)]
    assert not [colour for colour in marks if contrast(colour) < GRAPHIC]
    assert not [c for c in (style.INK, style.SOFT, style.BLUE, style.ORANGE) if contrast(c) < TEXT]
    bars = [*marks, *style.shades(*style.POSITIVE, 4), *style.shades(*style.NEGATIVE, 4)]
    bars += [look.face for look in tiles.LOOKS.values()]
    assert not [colour for colour in bars if contrast(style.text_on(colour), colour) < TEXT]
