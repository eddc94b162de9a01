"""A page that Quarto set, made one that what follows a report reads as it reads ours."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from padai.publishing.engine.quarto_page import with_figures
from padai.publishing.products.site.figure_pages import figures_of

PICTURE = base64.b64encode(b"<svg/>").decode("ascii")
# As Quarto 1.10.18 wrote it.
PAGE = f"""\
<p>Before.</p>
<div id="fig-trust" class="quarto-float quarto-figure quarto-figure-center" alt="Lines: &lt;50%.">
<figure class="quarto-float quarto-float-fig">
<div aria-describedby="fig-trust-caption-0ceaefa1-69ba-4598-a22c-09a6ac19f8ca">
<img role="img" aria-label="Lines: &lt;50%." src="data:image/svg+xml;base64,{PICTURE}" alt="Lines: &lt;50%.">
</div>
<figcaption class="quarto-float-caption-bottom quarto-float-caption quarto-float-fig" id="fig-trust-caption-0ceaefa1-69ba-4598-a22c-09a6ac19f8ca">
Figure NUMBER Trust rose. <span class="caption-detail">In %; n = 797.</span>
</figcaption>
</figure>
</div>
<div class="note">
<p>Question: “How much?”</p>
</div>
<div class="callout callout-note folded">
<table class="data"><tbody><tr><th scope="row">Trust</th><td>51.6</td></tr></tbody></table>
</div>
"""


@pytest.mark.parametrize("number", ["1.", "12."])
def test_a_figure_of_quarto_has_its_files_as_ours_has(tmp_path: Path, number: str) -> None:
    page = with_figures(PAGE.replace(" NUMBER", f"\u00a0{number}"), tmp_path)
    (figure,) = figures_of(page, "report.html")
    assert figure.label == "fig-trust"
    assert figure.number == f"Figure\u00a0{number[:-1]}"
    assert figure.title == "Trust rose."
    assert figure.detail == "In %; n = 797."
    assert figure.svg == b"<svg/>"
    assert "How much?" in figure.note
    assert "51.6" in figure.table
    assert page.count('alt="Lines: &lt;50%."') == 1


def test_a_table_of_many_columns_is_the_data_of_its_figure(tmp_path: Path) -> None:
    """A trend over five editions, the figure most asked for, had no file of its data."""
    page = with_figures(PAGE, tmp_path).replace('"data"', '"data dense"')
    foot = '<footer class="page-footer">\n<p>Version 1, 7\u00a0octobre 2025</p>\n</footer>'
    (figure,) = figures_of(page + foot, "report.html")
    assert "51.6" in figure.table
    assert figure.foot == "Version 1, 7\u00a0octobre 2025", "as the page has it, with its spaces"


def test_a_narrow_screen_has_its_picture(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "fig-trust-narrow.svg").write_bytes(b"<svg>narrow</svg>")
    page = with_figures(PAGE.replace(" NUMBER", "\u00a01."), tmp_path)
    source = re.search(r'<source media="\(max-width: 35em\)" srcset="data:[^,]+,([^"]+)">', page)
    assert source is not None
    assert base64.b64decode(source[1]) == b"<svg>narrow</svg>"
    (figure,) = figures_of(page, "report.html")
    assert figure.svg == b"<svg/>"


def test_the_rest_of_a_page_is_left_as_it_is(tmp_path: Path) -> None:
    before = "<p>Before.</p>\n"
    after = PAGE[PAGE.index('<div class="note">') :]
    page = with_figures(PAGE, tmp_path)
    assert page.startswith(before)
    assert page.endswith(after)
