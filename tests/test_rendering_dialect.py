"""What is outside of the subset is refused before anything runs, with file and line."""

import re
from importlib.resources import as_file, files
from pathlib import Path, PurePosixPath

import pytest

from padai.errors import RenderError
from padai.publishing.engine.blocks import CodeCell, Prose
from padai.publishing.engine.dialect import parse_document
from padai.publishing.engine.templates import ANY, templates_of

ROOT = Path(__file__).parents[1]
FIGURE = "```{python}\n#| label: fig-a\n#| fig-cap: A\n"


def parse(folder: Path, text: str, **others: str):
    (folder / "a.qmd").write_text(text, encoding="utf-8")
    for name, content in others.items():
        (folder / f"{name}.qmd").write_text(content, encoding="utf-8")
    return parse_document(folder, PurePosixPath("a.qmd"))


def test_blocks_keep_their_order_options_and_places(tmp_path):
    document = parse(
        tmp_path,
        "---\ntitle: T\ndate: 2025-11-18\nexecute: {echo: false}\n---\nOne\n"
        "```{python}\n#| label: x\n#| output: asis\nprint(1)\n```\n"
        "{{< include _b.qmd >}}\nend\n",
        _b="inside\n",
    )
    first, cell, last = document.blocks
    assert isinstance(first, Prose) and isinstance(cell, CodeCell) and isinstance(last, Prose)
    assert cell.options == {"echo": False, "label": "x", "output": "asis"}
    assert (str(cell.place), cell.source) == ("a.qmd:7", "print(1)")
    assert [str(line.place) for line in last.lines] == ["_b.qmd:1", "a.qmd:12", "a.qmd:13"]
    assert document.files == ("a.qmd", "_b.qmd")


def test_metadata_of_project_folder_and_document_prevail_in_turn(tmp_path):
    (tmp_path / "_quarto.yml").write_text("toc: false\ntoc-depth: 3\nexecute: {echo: false}\n")
    (tmp_path / "_metadata.yml").write_text("toc-depth: 1\nexecute: {warning: false}\n")
    document = parse(tmp_path, "---\ntoc: true\n---\n```{python}\n1\n```\n")
    assert document.meta["toc"] is True
    assert document.meta["toc-depth"] == 1
    assert document.blocks[0].options == {"echo": False, "warning": False}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\n\n{{< video x.mp4 >}}\n", "a.qmd:3: shortcode `video` is not supported"),
        ("see {{< include _b.qmd >}} here\n", "a.qmd:1: an include stands alone"),
        ("```{r}\n1\n```\n", "a.qmd:1: cells of `{r}` are not supported"),
        ("```{python, echo=F}\n1\n```\n", "a.qmd:1: cells of `{python, echo=F}`"),
        ("```{python}\n#| labl: x\n1\n```\n", "a.qmd:2: cell option `labl`.*`label`"),
        ("```{python}\n#| echo: maybe\n1\n```\n", "a.qmd:2: cell option `echo`"),
        ("```{python}\n#| output: hold\n1\n```\n", "a.qmd:2: cell option `output`"),
        ("```{python}\n#| error: true\n1\n```\n", "a.qmd:2: `error: true`"),
        ("```{python}\n#| label: Fig A\n1\n```\n", "a.qmd:2: label `Fig A`"),
        ("```{python}\n#| label: [x\n1\n```\n", r"a.qmd:\d, column \d+: "),
        ("```{python}\n1\n", "a.qmd:1: this cell is never closed"),
        ("```{python}\nx = 1\nif x\n  2\n```\n", "a.qmd:3: cell `unlabelled` is not valid Python"),
        ("```{python}\n%matplotlib inline\n```\n", "a.qmd:2: cell .* not valid Python"),
        (FIGURE + "x\n```\n", "a.qmd:1: the figure of cell `fig-a` has no `fig-alt`"),
        (FIGURE + "#| fig-alt: '  '\nx\n```\n", "a.qmd:1: the figure of cell .* no `fig-alt`"),
        (FIGURE + "#| fig-alt: A.\nx\n```\n", "a.qmd:1: `fig-alt` repeats the caption"),
        ("```{python}\n#| label: tbl-a\nx\n```\n", "a.qmd:1: the table of cell `tbl-a` has no"),
        ("text\n\n![A](a.svg)\n", "a.qmd:3: this figure has no `fig-alt`"),
        ('![A](../a.svg){fig-alt="b"}\n', "a.qmd:1: image `../a.svg` is not a file"),
        ('![A](https://x.org/a.svg){fig-alt="b"}\n', "a.qmd:1: image `https://x.org/a.svg`"),
        ("a\n<div>b</div>\n", "a.qmd:2: HTML tag `<div`"),
        ("a <iframe src=x></iframe>\n", "a.qmd:1: HTML tag `<iframe`"),
        ("```{=html}\n<b>\n```\n", "a.qmd:1: raw `html` is not allowed in prose"),
        ("`<b>`{=html}\n", "a.qmd:1: raw `html`"),
        ("::: {.panel-tabset}\n:::\n", "a.qmd:1: `::: {.panel-tabset}` is not supported"),
        ('::: {.content-visible when-format="pdf"}\n:::\n', "a.qmd:1: `::: {.content-visible}`"),
        ("::: {.content-hidden}\n:::\n", "a.qmd:1: `::: {.content-hidden}` is not supported"),
        ('::: {.callout-note title="a *b*"}\n:::\n', 'a.qmd:1: title "a .b." holds Markdown'),
        ("::: {.callout-danger}\n:::\n", "a.qmd:1: `callout-danger` is not a callout"),
        ("::: {layout-ncol=2}\n:::\n", "a.qmd:1: layout and style attributes"),
        ("a\n\n---\ntitle: x\n---\n", "a.qmd:3: a line `---` starts metadata"),
        ("---\ntitel: x\n---\n", "a.qmd:2: front matter key `titel`.*`title`"),
        ("---\ntitle: x\n", "a.qmd:1: the front matter is never closed"),
        ("---\ntitle: [x\n---\n", "a.qmd:[23], column"),
        ("---\n- a\n---\n", "a.qmd:2: expected `key: value`"),
        ("`{r} x`\n", r"a.qmd:1: inline `\{r\}` is not supported"),
        ("`{python} x =`\n", "a.qmd:1: inline `x =` is not valid Python"),
        ("{{< include _none.qmd >}}\n", "a.qmd:1: there is no file _none.qmd"),
        ("{{< include ../_b.qmd >}}\n", "a.qmd:1: `../_b.qmd` lies outside the project"),
        ("{{< include /../_b.qmd >}}\n", "a.qmd:1: `/../_b.qmd` lies outside the project"),
        ("{{< include b.qmd >}}\n", "a.qmd:1: `b.qmd` cannot be included"),
    ],
)
def test_refused_with_file_and_line(tmp_path, text, message):
    with pytest.raises(RenderError, match=message) as caught:
        parse(tmp_path, text)
    english, french = (caught.value.texts[lang] for lang in ("en", "fr"))
    assert french.replace("\u00a0", " ").partition(": ")[0].strip().split(" ")[0] in english
    assert re.search(r"\b(la|le|les|des|une?|pas|est|sont|cette|ouvre|répète)\b|l’", french)


def test_a_label_is_used_once(tmp_path):
    cell = "```{python}\n#| label: x\n1\n```\n"
    with pytest.raises(RenderError, match=r"a\.qmd:5: label `x` is used already, at a\.qmd:1"):
        parse(tmp_path, cell + cell)


def test_an_include_cycle_is_named(tmp_path):
    with pytest.raises(RenderError, match=r"_c\.qmd:2: include cycle: a.qmd -> _b.qmd -> _c.qmd"):
        parse(
            tmp_path,
            "{{< include _b.qmd >}}\n",
            _b="{{< include _c.qmd >}}\n",
            _c="x\n{{< include _b.qmd >}}\n",
        )


def test_an_include_through_a_link_out_of_the_project_is_refused(tmp_path):
    outside = tmp_path / "_secret.qmd"
    outside.write_text("secret")
    project = tmp_path / "project"
    project.mkdir()
    (project / "_b.qmd").symlink_to(outside)
    with pytest.raises(RenderError, match="lies outside the project"):
        parse(project, "{{< include _b.qmd >}}\n")


def test_code_and_comments_are_not_prose(tmp_path):
    document = parse(
        tmp_path,
        "<!-- <div> {{< video x >}} -->\n```\n<script>\n{{< video x >}}\n```\n`<b>` 3 < 4\n",
    )
    assert len(document.blocks) == 1


def documents(folder: Path) -> list[PurePosixPath]:
    return [
        PurePosixPath(file.relative_to(folder).as_posix())
        for file in sorted(folder.rglob("*.qmd"))
        if not file.name.startswith("_")
    ]


def test_every_template_that_ships_is_in_the_subset():
    with as_file(files("padai.publishing") / "templates") as folder:
        for path in documents(folder):
            if path.parts[0] != ANY:
                assert parse_document(folder, path).blocks


@pytest.mark.parametrize("lang", ["es", "en-XA"])
def test_every_shared_template_is_in_the_subset_once_it_has_words(lang):
    with templates_of(lang) as folder:
        found = documents(folder)
        assert [path.parts[0] for path in found] == [lang] * 7
        for path in found:
            assert parse_document(folder, path).blocks


def test_every_document_of_these_tests_is_in_the_subset():
    folder = ROOT / "tests" / "rendering_project"
    assert len(documents(folder)) == 2
    for path in documents(folder):
        assert parse_document(folder, path).blocks
