"""What the filters make of tables: the same whichever way it is worked out, and at little cost."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

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


MEASURED = """
local walks, blocks = 0, pandoc.Blocks
pandoc.Blocks = function(...) walks = walks + 1; return blocks(...) end
local shares = dofile(pandoc.path.join({ ASSETS, 'tables.lua' })).shares
function Pandoc(doc)
  local out = {}
  for _, block in ipairs(doc.blocks) do
    walks = 0
    for _, share in ipairs((shares(block, 60))) do out[#out + 1] = string.format('%.12f', share) end
    out[#out + 1] = 'walks ' .. walks
  end
  return pandoc.Pandoc({ pandoc.CodeBlock(table.concat(out, '\\n')) })
end
"""


def measured(folder: Path, *cells: tuple[str, str]) -> list[tuple[list[str], int]]:
    """Return the widths of tables of one row under a head, and how many cells were walked."""
    rows = [f"<tr><td>{one}</td><td>{two}</td></tr>" for one, two in cells]
    head = "<thead><tr><th>A</th><th>B</th></tr></thead>"
    text = "\n".join(f"<table>{head}<tbody>{row}</tbody></table>" for row in rows)
    script = folder / "measured.lua"
    script.write_text(MEASURED.replace("ASSETS", json.dumps(str(ASSETS))), encoding="utf-8")
    lines = pandoc("--from=html", "--to=plain", f"--lua-filter={script}", text=text).split("\n")
    found = [line.strip() for line in lines if line.strip()]
    return [
        (found[k : k + 2], int(found[k + 2].removeprefix("walks ")))
        for k in range(0, len(found), 3)
    ]


@pytest.mark.parametrize(
    ("plain", "wrapped"),
    [
        ("un deux trois", "un <b>deux trois</b>"),
        (
            "une réponse assez longue pour deux lignes",
            "<i>une</i> réponse assez longue pour deux lignes",
        ),
        ("60,8<br>57,0 à 64,5", "60,8<br><span>57,0</span> à 64,5"),
        ("anticonstitutionnellement", "<b>anticonstitutionnellement</b>"),
        ("un<br>deux<br>x", "<b>un<br>deux<br>x</b>"),
        ("", "<b></b>"),
    ],
)
def test_a_cell_of_words_has_the_width_that_a_walk_gives_it(
    tmp_path: Path, plain: str, wrapped: str
) -> None:
    (quick, none), (slow, some) = measured(tmp_path, (plain, "12,5"), (wrapped, "12,5"))
    assert quick == slow
    assert none == (0 if plain else none) and some >= 1
