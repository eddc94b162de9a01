"""Captions of tables in a page: written where they stand, with the page."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import padai
from padai.publishing.engine.process import pandoc_path

ASSETS = Path(padai.__file__).parent / "publishing" / "engine" / "assets"
TABLE = '<table class="data">\n<tbody>\n<tr><td>1</td></tr>\n</tbody>\n</table>'


def pandoc(*arguments: str, text: str) -> str:
    done = subprocess.run(
        [str(pandoc_path()), *arguments], input=text, capture_output=True, text=True, check=True
    )
    assert not done.stderr
    return done.stdout


def page(table: str, caption: list[dict[str, Any]]) -> str:
    head = {"t": "Div", "c": [["", ["table-caption"], []], [{"t": "Plain", "c": caption}]]}
    raw = {"t": "RawBlock", "c": ["html", table]}
    block = {"t": "Div", "c": [["tbl-a", ["table-block"], []], [head, raw]]}
    tree = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": [block]}
    return pandoc(
        "--from=json",
        "--to=html5",
        "--wrap=none",
        f"--lua-filter={ASSETS / 'html.lua'}",
        text=json.dumps(tree),
    )


CAPTION: list[dict[str, Any]] = [
    {"t": "Span", "c": [["", ["caption-number"], []], [{"t": "Str", "c": "Tableau\u00a01."}]]},
    {"t": "Space"},
    {"t": "Strong", "c": [{"t": "Str", "c": "L’eau"}]},
    {"t": "SoftBreak"},
    {"t": "Str", "c": "<ici> & «\u00a0là\u00a0»\u202f;"},
]
WORDS = (
    '<span class="caption-number">Tableau\u00a01.</span> <strong>L’eau</strong> '
    "&lt;ici&gt; &amp; «\u00a0là\u00a0»\u202f;"
)


def test_a_caption_stands_in_its_table_as_it_is_written_on_the_page() -> None:
    made = page(TABLE, CAPTION)
    caption = f'<caption id="tbl-a-caption"><span class="caption-text">{WORDS}</span></caption>'
    assert f'<table class="data">\n{caption}\n<tbody>\n<tr><td>1</td></tr>' in made
    assert made.count("<table") == made.count("</table>") == made.count("<caption") == 1
    assert 'aria-labelledby="tbl-a-caption"' in made


def test_a_caption_of_the_table_itself_follows_the_numbered_one() -> None:
    own = TABLE.replace("<tbody>", "<caption>À lire ainsi</caption>\n<tbody>")
    made = page(own, CAPTION)
    words = f'<span class="caption-text">{WORDS}</span> À lire ainsi'
    assert f'<caption id="tbl-a-caption">{words}</caption>\n<tbody>' in made
    assert made.count("<caption") == 1


def test_what_is_no_table_keeps_its_text() -> None:
    """And a table that has no tag of its own to be found in: nothing is put anywhere."""
    assert "<tables-are-none>" in page("<tables-are-none>", CAPTION)
    assert "<caption" not in page("<table-of-none", CAPTION)


def test_captions_are_written_with_the_page() -> None:
    """To have the writer write each alone cost a tenth of the page."""
    assert "pandoc.write" not in (ASSETS / "html.lua").read_text(encoding="utf-8")
