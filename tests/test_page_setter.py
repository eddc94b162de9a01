"""Pages without a notebook: the house style, the policy, the figures of each page."""

from __future__ import annotations

import pytest

from padai.errors import RenderError
from padai.publishing.engine.pictures import save_figure
from padai.publishing.engine.text import figure_block, title_block
from padai.publishing.pieces.emit import Piece
from padai.publishing.pieces.page_setter import PageRequest, page_setter


def _page(title: str, value: float) -> Piece:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(2, 1))
    figure.subplots().plot([0, 1], [0, value])
    source = save_figure(figure, "fig-line")
    block = figure_block(source, label="fig-line", caption="Une ligne", alt=f"Monte à {value}.")
    return Piece(title_block({"title": title, "date": "le 1er mai 2025"}) + block)


def test_a_page_is_in_the_house_style_and_carries_its_policy() -> None:
    with page_setter("fr", 0) as setter:
        made = setter.page("a", lambda: _page("L’avis <b>", 1.0), formats=("html", "typst"))
    page = made["html"].decode()
    assert "<h1>L’avis &lt;b&gt;</h1>" in page
    assert "default-src 'none'" in page
    assert 'alt="Monte à 1.0."' in page
    assert made["typst"].startswith(b"%PDF")


def test_pages_keep_their_own_figures_and_their_order() -> None:
    requests = [
        PageRequest(f"questions/q{n}", lambda n=n: _page(f"Page {n}", float(n)))  # type: ignore[misc]
        for n in range(1, 7)
    ]
    with page_setter("fr", 0) as setter:
        made = dict(setter.pages(requests))
    assert list(made) == [r.name for r in requests]
    for n in range(1, 7):
        assert f"Page {n}" in made[f"questions/q{n}"]["html"].decode()
    pictures = {m["html"].split(b"base64,")[1].split(b'"')[0] for m in made.values()}
    assert len(pictures) == len(requests), "a page showed the figure of another"


def test_the_same_page_is_the_same_bytes() -> None:
    def once() -> dict[str, bytes]:
        with page_setter("en", 86400) as setter:
            return setter.page("x", lambda: _page("x", 2.0), formats=("html", "typst", "docx"))

    assert once() == once()


def test_what_could_run_stops_the_page() -> None:
    with page_setter("fr", 0) as setter, pytest.raises(RenderError, match="script"):
        setter.page("a", lambda: Piece("```{=html}\n<script>1</script>\n```"))
