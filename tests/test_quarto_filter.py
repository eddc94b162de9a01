"""The filter that Quarto runs, without Quarto: pandoc runs it, told what Quarto would tell it."""

from __future__ import annotations

import re
import subprocess
import zipfile
from pathlib import Path

import pytest
import yaml

from padai.interchange.quarto_pages import _PROJECT, EXTENSION, SHARED
from padai.words.filter_words import FILTERS, filter_words, quarto_words

ROOT = Path(__file__).parents[1]
ASSETS = ROOT / "padai" / "publishing" / "engine" / "assets"
LATE = {"at": "post-render"}
"""When Quarto has laid tables into others."""
QUARTO = """\
quarto = {
  utils = {
    resolve_path = function(name) return '%s/' .. name end,
    as_inlines = function(value) return pandoc.Inlines(pandoc.utils.stringify(value)) end,
    as_blocks = pandoc.Blocks,
  },
  doc = {
    is_format = function(name) return FORMAT:match(name) ~= nil end,
    has_bootstrap = function() return true end,
    include_text = function(where, text) io.stderr:write(where .. ': ' .. text .. '\\n') end,
    input_file = '/project/reports/site/en/report.qmd',
  },
  project = { offset = '../../..' },
}
"""
PAGE = """\
---
title: T
lang: {lang}-CA
banner: Synthetic data.
padai-navigation:
  fr:
    - {{href: reports/site/index.qmd, text: Résultats}}
  en:
    - {{href: reports/site/en/report.qmd, text: Full report}}
    - {{href: reports/site/index.qmd, text: Français, lang: fr}}
---

::: {{.headline}}
It rose.
:::

::: {{.key-figures}}
- **51%** Trust.

  More *words*.

- **60%** Other.
:::

::: {{.key-rows}}
- ::: {{.row-result}}
  **51%** Trust.
  :::
  ::: {{.row-line}}
  line
  :::
  ::: {{.row-change}}
  [Rose]{{.verdict .higher}}
  :::
:::
"""


def filtered(
    folder: Path, kind: str, lang: str = "en", *, page: str = PAGE, quarto: str = QUARTO
) -> tuple[str, str]:
    """Return what pandoc writes of the page under the filter, and what is put around it."""
    import pypandoc

    script = folder / "filter.lua"
    script.write_text(quarto % ASSETS + (ASSETS / "quarto.lua").read_text(encoding="utf-8"))
    target = folder / f"page.{kind}"
    done = subprocess.run(
        [
            pypandoc.get_pandoc_path(),
            "-f",
            "markdown",
            "-t",
            kind,
            "-o",
            str(target),
            f"--lua-filter={script}",
        ],
        input=page.format(lang=lang),
        capture_output=True,
        text=True,
        check=True,
    )
    if kind != "docx":
        return target.read_text(encoding="utf-8"), done.stderr
    plain = subprocess.run(
        [pypandoc.get_pandoc_path(), str(target), "-t", "plain"],
        capture_output=True,
        text=True,
        check=True,
    )
    return plain.stdout, done.stderr


@pytest.mark.parametrize(
    ("lang", "skip", "first"),
    [
        ("fr", "Aller au contenu", "Résultats"),
        ("en", "Skip to content", "Full report"),
    ],
)
def test_a_page_has_the_bar_of_its_language_after_a_link_that_skips_it(
    tmp_path: Path, lang: str, skip: str, first: str
) -> None:
    _, around = filtered(tmp_path, "html", lang)
    links = re.findall(r'<a [^>]*href="([^"]+)"[^>]*>([^<]+)</a>', around)
    assert links[0] == ("#page-content", skip)
    assert links[1][1] == first
    assert all(address.startswith("../../../reports/site/") for address, _ in links[1:])
    assert ('aria-current="page"' in around) == (lang == "en")  # the page that is rendered


def test_the_bar_leads_where_quarto_has_made_its_paths_those_of_the_page(tmp_path: Path) -> None:
    """It does so to each text of _quarto.yml that is the path of a file: not twice, then."""
    page = PAGE.replace("href: reports/", "href: ../../../reports/")
    _, around = filtered(tmp_path, "html", page=page)
    assert re.findall(r'<li><a href="([^"]+)"', around) == [
        "../../../reports/site/en/report.html",
        "../../../reports/site/index.html",
    ]


def test_what_stands_above_a_page_is_first_there_and_skipped(tmp_path: Path) -> None:
    """Quarto's theme sets it after the table of contents, and in the main part it skips to."""
    _, around = filtered(tmp_path, "html")
    moved, skipped = around.index("document.body.prepend("), around.index('id="page-content"')
    assert around.index("site-nav") < around.index("page-banner") < moved < skipped


def test_a_page_on_its_own_has_a_main_part_and_no_way_to_other_pages(tmp_path: Path) -> None:
    alone = QUARTO.replace("return true end,\n    include", "return false end,\n    include")
    assert alone != QUARTO
    _, around = filtered(tmp_path, "html", quarto=alone)
    assert "site-nav" not in around
    assert "<script" not in around
    assert 'href="#page-content"' in around
    assert around.count('<main id="page-content"') == around.count("</main>") == 1
    # Quarto's bare page has no columns: without this its text touches the edges of the screen.
    edges = re.search(r"in-header: <style>#page-content\b[^{]*{([^}]*)}", around)
    assert edges is not None
    assert "margin: 0 auto" in edges[1]
    assert "padding: 1.3rem 1.25rem" in edges[1]


CELL = """\
---
lang: {lang}-CA
---

::: {{#LABEL .cell}}
## One {{#sec-one}}

Text.

## Two {{#sec-two}}

Text.
:::
"""


@pytest.mark.parametrize(
    ("label", "kept"),
    [("all-editions", False), ("page", False), ("fig-trust", True), ("tbl-trust", True)],
)
def test_chapters_that_a_cell_writes_are_in_the_contents(
    tmp_path: Path, label: str, kept: bool
) -> None:
    """Pandoc lists none of the headings of a block but the first; only what is referred to is one."""
    page, _ = filtered(tmp_path, "html", page=CELL.replace("LABEL", label))
    assert (f'id="{label}"' in page) == kept
    assert page.index("<h2") < page.index("Two")


def test_a_line_on_paper_names_the_tables_that_it_leads_to(tmp_path: Path) -> None:
    """Quarto's own blocks, as it gives them to a filter: tables 1 to 3 around a figure."""
    import pypandoc

    script = tmp_path / "filter.lua"
    script.write_text(
        QUARTO % ASSETS
        + "quarto.utils.as_blocks = function(value) return value end\n"
        + "local passes = (function()\n"
        + (ASSETS / "quarto.lua").read_text(encoding="utf-8")
        + "\nend)()\n"
        "local blocks = {}\n"
        "for number = 1, 4 do\n"
        "  blocks[number] = pandoc.Div({}, pandoc.Attr('', {}, "
        "{ { '__quarto_custom_id', tostring(number) } }))\n"
        "  passes[2].FloatRefTarget({ type = number == 2 and 'Figure' or 'Table',\n"
        "    __quarto_custom_node = blocks[number] })\n"
        "end\n"
        "local function line(title, ...)\n"
        "  return passes[3].Callout({ type = 'note', collapse = true, title = title,\n"
        "    content = pandoc.Blocks({ pandoc.Div({ ... }) }) })\n"
        "end\n"
        "passes[1].Meta({ lang = 'en-CA', ['tables-apart'] = 'All tables' })\n"
        "function Pandoc(doc)\n"
        "  return pandoc.Pandoc({ line('Data (table)', blocks[3]),\n"
        "    line('All (tables)', blocks[1], blocks[2], blocks[3], blocks[4]) })\n"
        "end\n"
        "return { { Pandoc = Pandoc } }\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "typst", f"--lua-filter={script}"],
        input="",
        capture_output=True,
        text=True,
        check=True,
    )
    text = " ".join(done.stdout.replace("~", "\u00a0").split("\n"))
    assert "Data: table\u00a02 of the document “All tables”." in text
    assert "All: tables\u00a01, 2 and 3 of the document “All tables”." in text


def test_paper_has_cards_and_rows_and_no_bullet(tmp_path: Path) -> None:
    source, _ = filtered(tmp_path, "typst")
    assert "#cards(" in source
    assert "#key-rows(" in source
    assert not re.search(r"^- ", source, re.MULTILINE)


def test_the_cards_of_paper_are_set_by_the_template_that_goes_with_the_filter(
    tmp_path: Path,
) -> None:
    import typst

    source, _ = filtered(tmp_path, "typst")
    template = (ASSETS / "typst-show.typ").read_text(encoding="utf-8")
    start, end = template.index("#let ink"), template.index("#set document")
    made = (
        template[start:end]
        + template[template.index("#let cards") : template.index("#let report-foot")]
    )
    (tmp_path / "page.typ").write_text(made + source, encoding="utf-8")
    assert bytes(typst.compile(str(tmp_path / "page.typ"), format="pdf")).startswith(b"%PDF")


def test_word_processors_have_a_table_of_rows_and_no_bullet(tmp_path: Path) -> None:
    text, _ = filtered(tmp_path, "docx")
    assert "----" in text
    assert "▲" in text
    assert not re.search(r"^\s*-\s\s", text, re.MULTILINE)


def test_pictures_of_key_results_fit_their_cell_in_word_processors(tmp_path: Path) -> None:
    """At its own size a line over all editions was cut off before the newest."""
    from PIL import Image

    for name in ("card", "row"):
        Image.new("RGB", (900, 100)).save(tmp_path / f"{name}.png")
    page = PAGE.replace("More *words*.", f"![Line]({tmp_path}/card.svg)")
    page = page.replace("  line\n", f"  ![Line]({tmp_path}/row.svg)\n")
    filtered(tmp_path, "docx", page=page)
    with zipfile.ZipFile(tmp_path / "page.docx") as archive:
        body = archive.read("word/document.xml").decode()
    inches = [int(width) / 914_400 for width in re.findall(r'<wp:extent cx="(\d+)"', body)]
    assert inches == pytest.approx([0.6 * 6, 1.35], abs=0.4)
    assert inches[1] == pytest.approx(1.35, abs=0.001)


@pytest.mark.parametrize("kind", ["typst", "docx"])
def test_a_column_of_markdown_keeps_its_side(tmp_path: Path, kind: str) -> None:
    """Each cell was told to stand to the left, whatever its column said."""
    page = "---\ntitle: T\nlang: {lang}\n---\n\n| a | n |\n|:--|--:|\n| x | 1 |\n"
    source, _ = filtered(tmp_path, kind, page=page)
    if kind == "docx":
        with zipfile.ZipFile(tmp_path / "page.docx") as archive:
            source = archive.read("word/document.xml").decode()
    found = re.findall(r'jc w:val="(left|right)"|align: (left|right)', source)
    assert "right" in {side for pair in found for side in pair}


WRAPPED = """
local inner = pandoc.read('| a | n |\\n|:--|--:|\\n| x | 1 |\\n').blocks[1]
local outer = pandoc.utils.from_simple_table(
  pandoc.SimpleTable({}, { 'AlignCenter' }, { 1 }, {}, { { { inner } } }))
function Pandoc(doc) doc.blocks = { outer }; return doc end
"""


@pytest.mark.parametrize("late", [True, False])
def test_columns_keep_their_sides_in_what_quarto_lays_around_a_table(
    tmp_path: Path, late: bool
) -> None:
    """Labels and numbers stood in the middle of their columns: the table around them said so."""
    import pypandoc

    wrap = tmp_path / "wrap.lua"
    wrap.write_text(WRAPPED)
    filters = [wrap, ASSETS / "word.lua"][: 1 + late]
    command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-o", str(tmp_path / "a.docx")]
    command += [f"--lua-filter={path}" for path in filters]
    subprocess.run(command, input="", text=True, check=True)
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        body = archive.read("word/document.xml").decode()
    sides = re.findall(r'<w:jc w:val="(left|right|center)" />', body)
    assert ("center" in sides) != late
    assert not late or sides == ["left", "right", "left", "right"]


def test_both_templates_draw_cards_alike() -> None:
    ours, theirs = (
        re.search(r"#let cards\(.*?\n}\n", (ASSETS / name).read_text(encoding="utf-8"), re.DOTALL)
        for name in ("page.typ", "typst-show.typ")
    )
    assert ours is not None
    assert theirs is not None
    assert ours[0] == theirs[0]


@pytest.mark.parametrize("styled", [True, False])
def test_paper_without_padai_s_partial_has_what_the_filter_calls(
    tmp_path: Path, styled: bool
) -> None:
    """`quarto render --to typst`, without the profile: no word is lost, and nothing is unknown."""
    page = PAGE.replace("lang: {lang}", f"padai-paper: {str(styled).lower()}\nlang: {{lang}}")
    source, _ = filtered(tmp_path, "typst", page=page)
    partial = (ASSETS / "typst-show.typ").read_text(encoding="utf-8")
    called = set(re.findall(r"^\s*#((?:report|style|key|cards)[a-z-]*)[(\[]", source, re.MULTILINE))
    assert {"cards", "key-rows", "style-headline"} <= called
    plain, ours = (
        set(re.findall(r"^#let ([a-z-]+)[ (]", text, re.MULTILINE)) for text in (source, partial)
    )
    assert called <= ours
    assert (called <= plain) == (not styled)
    assert ("#strong[Synthetic data.]" in source) == (not styled)  # else on every sheet
    if not styled:
        import typst

        (tmp_path / "a.typ").write_text(source, encoding="utf-8")
        assert typst.compile(tmp_path / "a.typ").startswith(b"%PDF")


@pytest.mark.parametrize("lang", ["fr-CA", "es"])
def test_a_language_without_a_region_is_set_on_paper(tmp_path: Path, lang: str) -> None:
    """Typst takes no empty region: a report in Spanish ended there."""
    import pypandoc
    import typst

    base, _, region = lang.partition("-")
    command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "plain", "-M", f"lang={base}"]
    command += [f"--template={ASSETS / 'typst-show.typ'}", "-M", "title=T", "-M", "title-string=T"]
    command += ["-M", f"region={region}"] * bool(region)
    done = subprocess.run(command, input="", capture_output=True, text=True, check=True)
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("#set text(font")]
    assert ("region:" in line) == bool(region)
    (tmp_path / "a.typ").write_text(f"#let ink = black\n{line}\nText.", encoding="utf-8")
    assert typst.compile(tmp_path / "a.typ").startswith(b"%PDF")


def test_padai_s_partial_is_told_of_wherever_it_is_named() -> None:
    profile = yaml.safe_load((ROOT / "_quarto-report.yml").read_text(encoding="utf-8"))
    assert profile["format"]["typst"]["padai-paper"] is True
    said = (ASSETS.parent / "quarto.py").read_text(encoding="utf-8")
    assert said.count("_padai/typst-show.typ") == said.count('"padai-paper": True') == 1


@pytest.mark.parametrize("numbered", [True, False])
def test_sections_without_numbers_get_none_on_paper(tmp_path: Path, numbered: bool) -> None:
    """The project says how numbers of sections look; a document says whether it has any."""
    import pypandoc

    script, template = tmp_path / "filter.lua", tmp_path / "template.typ"
    script.write_text(QUARTO % ASSETS + (ASSETS / "quarto.lua").read_text(encoding="utf-8"))
    template.write_text("$section-numbering$|$title-string$")
    command = [
        pypandoc.get_pandoc_path(),
        "-f",
        "markdown",
        "-t",
        "typst",
        f"--lua-filter={script}",
    ]
    command += [f"--template={template}", "-M", "section-numbering=1.1"]
    done = subprocess.run(
        command + ["--number-sections"] * numbered,
        input=PAGE.format(lang="en"),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split("|")[0] == ("1.1" if numbered else "")
    assert done.stdout.split("|")[1].strip() == '"T"'


def test_the_extension_holds_the_filters_as_they_are_shipped() -> None:
    """A copy that fell behind would render another report by hand than by `padai build`."""
    for name in SHARED:
        assert (ROOT / EXTENSION / name).read_bytes() == (ASSETS / name).read_bytes(), name
    said = yaml.safe_load((ROOT / EXTENSION / "_extension.yml").read_text(encoding="utf-8"))
    assert said["contributes"]["filters"] == [
        "typography.lua",
        "quarto.lua",
        LATE | {"path": "word.lua"},
    ]
    assert {p.name for p in (ROOT / EXTENSION).iterdir()} == set(SHARED)


def test_single_files_do_not_take_the_place_of_the_site() -> None:
    site = yaml.safe_load((ROOT / "_quarto.yml").read_text(encoding="utf-8"))
    report = yaml.safe_load((ROOT / "_quarto-report.yml").read_text(encoding="utf-8"))
    extension = yaml.safe_load((ROOT / EXTENSION / "_extension.yml").read_text(encoding="utf-8"))
    # Quarto takes the name of an extension for a program where a folder of that name stands
    # beside the project, as that of the package does here: its filters are named by their paths.
    *early, late = extension["contributes"]["filters"]
    named = [
        *(f"{EXTENSION}/{name}" for name in early),
        late | {"path": f"{EXTENSION}/{late['path']}"},
    ]
    assert (
        site["filters"]
        == yaml.safe_load(
            _PROJECT.format(id="a", tag="fr-CA", pages="    - a.qmd", entries="  fr: []")
        )["filters"]
        == named
    )
    assert all((ROOT / path).is_file() for path in re.findall(r"_extensions/\S+lua", str(site)))
    assert report["project"]["output-dir"] != site["project"]["output-dir"]
    for made in (site, report):
        text = yaml.safe_dump(made)
        assert all((ROOT / path).is_file() for path in re.findall(r"_extensions/\S+", text))


def test_no_page_of_a_store_is_frozen() -> None:
    """Quarto would look at the page alone, and keep the numbers of another store in silence."""
    site = (ROOT / "_quarto.yml").read_text(encoding="utf-8")
    new = _PROJECT.format(id="a", tag="fr-CA", pages="    - a.qmd", entries="  fr: []")
    for made in (site, new):
        assert yaml.safe_load(made)["execute"]["freeze"] is False


def test_quarto_is_told_which_python_has_padai() -> None:
    lines = (ROOT / "_environment").read_text(encoding="utf-8").splitlines()
    told = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    assert told["QUARTO_PYTHON"] == ".venv/bin/python"
    assert told["PADAI_STORE"].startswith("releases/")


def spanish(page: str) -> str:
    """The page in Spanish, with the words that such a document brings and its bar."""
    told = {"padai-words": filter_words("es"), "language": quarto_words("es")}
    page = page.replace("lang: {lang}-CA", f"lang: es\n{yaml.safe_dump(told, allow_unicode=True)}")
    return page.replace(
        "  fr:\n", "  es:\n    - {{href: reports/site/es/index.qmd, text: Informe}}\n"
    )


def test_a_page_in_another_language_has_its_own_bar_and_words(tmp_path: Path) -> None:
    """French stood there: whatever was not English was taken for it."""
    _, around = filtered(tmp_path, "html", page=spanish(PAGE))
    assert ">Ir al contenido</a>" in around
    assert 'aria-label="Navegación del sitio"' in around
    assert 'index.html">Informe</a>' in around


def test_a_line_on_paper_is_in_the_language_of_its_document(tmp_path: Path) -> None:
    import pypandoc

    script = tmp_path / "filter.lua"
    script.write_text(
        QUARTO % ASSETS
        + "quarto.utils.as_blocks = function(value) return value end\n"
        + "local passes = (function()\n"
        + (ASSETS / "quarto.lua").read_text(encoding="utf-8")
        + "\nend)()\n"
        "local blocks = {}\n"
        "for number = 1, 2 do\n"
        "  blocks[number] = pandoc.Div({}, pandoc.Attr('', {}, "
        "{ { '__quarto_custom_id', tostring(number) } }))\n"
        "  passes[2].FloatRefTarget({ type = 'Table', __quarto_custom_node = blocks[number] })\n"
        "end\n"
        "function Pandoc(doc)\n"
        "  doc.meta['tables-apart'] = 'Todas las tablas'\n"
        "  passes[1].Meta(doc.meta)\n"
        "  doc.blocks = { passes[3].Callout({ type = 'note', collapse = true,\n"
        "    title = 'Datos (tabla)', content = pandoc.Blocks({ pandoc.Div(blocks) }) }) }\n"
        "  return doc\n"
        "end\n"
        "return { { Pandoc = Pandoc } }\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [
            pypandoc.get_pandoc_path(),
            "-f",
            "markdown",
            "-t",
            "plain",
            "--wrap=none",
            f"--lua-filter={script}",
        ],
        input=spanish(PAGE).format(lang="es"),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == ("Datos: tablas\u00a01 y 2 del documento «Todas las tablas».")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_words_that_the_filter_has_itself_are_those_of_the_messages(lang: str) -> None:
    source = (ASSETS / "quarto.lua").read_text(encoding="utf-8")
    table = re.search(rf"^  {lang} = {{\n(.*?)^  }},\n", source, re.DOTALL | re.MULTILINE)
    assert table is not None
    own = dict(re.findall(r"(\w+) = '([^']*)'", table[1].replace("\\u{00A0}", "\u00a0")))
    assert own.pop("fold")
    own["last"] = f" {own['last']} "
    assert own == {name: FILTERS[lang][name] for name in own}
    assert len(own) == 12
