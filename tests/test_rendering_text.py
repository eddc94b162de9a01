"""Text from data comes back from pandoc sign for sign."""

import json
import re
import subprocess

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from padai.errors import RenderError, speaking
from padai.publishing.engine import convert
from padai.publishing.engine.text import (
    figure_block,
    md_attribute,
    md_literal,
    md_verbatim,
    raw_html,
    table_block,
    title_block,
)

MARKDOWN_SIGNS = "*_`~^<>[](){}!#+-.:|\\\"'@$&;=%0123456789 \u00a0\u202f«»é’abX/\n\t"
texts = st.text(st.one_of(st.sampled_from(MARKDOWN_SIGNS), st.characters(codec="utf-8")))


def pandoc_tree(markdown: str) -> dict:
    made = subprocess.run(
        [convert._program(), "--sandbox", f"--from={convert.READER}", "--to=json"],
        input=markdown.encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    return json.loads(made.stdout)


def said(inlines: list[dict]) -> str:
    kinds = {inline["t"] for inline in inlines}
    assert kinds <= {"Str", "Space"}, kinds
    return "".join(i["c"] if i["t"] == "Str" else " " for i in inlines)


def printable(text: str) -> str:
    """Leave out what no reader sees or no file holds: control characters."""
    return "".join(c for c in text if c in "\n\t" or c.isprintable() or c in "\u00a0\u202f")


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(texts, min_size=1, max_size=60))
def test_a_literal_is_read_as_itself_at_the_start_of_a_paragraph_and_inside(raw):
    wanted = [printable(text) for text in raw]
    wanted = [text for text in wanted if text.strip()]
    markdown = "".join(f"{md_literal(t)}\n\nx{md_literal(t)}x\n\n" for t in wanted)
    blocks = pandoc_tree(markdown)["blocks"]
    assert [block["t"] for block in blocks] == ["Para"] * (2 * len(wanted))
    for text, alone, inside in zip(wanted, blocks[::2], blocks[1::2], strict=True):
        squeezed = md_expected(text)
        assert said(alone["c"]) == squeezed
        assert said(inside["c"]) == f"x{squeezed}x"


def md_expected(text: str) -> str:
    return re.sub(r"[\n\t]+", " ", text)


@settings(max_examples=25, deadline=None)
@given(st.lists(texts, min_size=1, max_size=60))
def test_an_attribute_is_read_as_itself(raw):
    wanted = [text for text in map(printable, raw) if text]
    markdown = "\n\n".join(f"[x]{{title={md_attribute(text)}}}" for text in wanted)
    spans = [block["c"][0] for block in pandoc_tree(markdown)["blocks"]]
    assert [dict(s["c"][0][2])["title"] for s in spans] == [md_expected(t) for t in wanted]


def test_an_empty_attribute_is_refused():
    with pytest.raises(RenderError, match="empty"):
        md_attribute("")


@pytest.mark.parametrize(
    "text",
    [
        "![x](y.png)",
        "<script>alert(1)</script>",
        "{{< include _x.qmd >}}",
        "`{python} 1+1`",
        "``` {=html}",
        "::: {.callout-note}",
        "---",
        "[^1]: note",
        "| a | b |",
        "1. un",
        "    code",
        "@fig-trust",
        "$x$",
        "a ~~b~~ https://example.org",
    ],
)
def test_no_construct_of_markdown_survives(text):
    (block,) = pandoc_tree(md_literal(text))["blocks"]
    assert said(block["c"]) == text
    assert "{{<" not in md_literal(text)
    assert "`{python}" not in md_literal(text)


def test_verbatim_words_carry_their_language():
    span = pandoc_tree(md_verbatim("Why?", "en-CA"))["blocks"][0]["c"][0]
    assert span["c"][0] == ["", ["verbatim"], [["lang", "en-CA"]]]


def test_blocks_refuse_a_label_of_another_kind():
    with pytest.raises(RenderError, match="fig-"):
        figure_block("figures/x.svg", label="tbl-x", caption="a", alt="b")
    with pytest.raises(RenderError, match="tbl-"):
        table_block("<table></table>", label="Tbl X", caption="a")


@pytest.mark.parametrize(
    ("lang", "start"), [("fr", "étiquette `Tbl X`"), ("es", "etiqueta `Tbl X`: debe")]
)
def test_a_label_is_refused_in_the_language_of_who_writes_the_template(lang, start):
    with pytest.raises(RenderError) as caught:
        table_block("<table></table>", label="Tbl X", caption="a")
    with speaking(lang):
        assert str(caught.value).startswith(start)


def test_raw_html_cannot_be_closed_from_inside():
    with pytest.raises(RenderError, match="back-ticks"):
        raw_html("<p>\n```\n# Not ours\n</p>")


def test_a_title_block_sets_metadata_as_plain_text():
    meta = pandoc_tree(title_block({"title": 'A: *b* "c" <d>'}))["meta"]
    assert said(meta["title"]["c"]) == 'A: *b* "c" <d>'
