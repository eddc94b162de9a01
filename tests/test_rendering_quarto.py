"""The Quarto engine: what it is called with, how its failures are told, the same content."""

import html
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from padai.errors import RenderError
from padai.publishing.engine import render
from padai.words.languages import tag_of

PROJECT = Path(__file__).parent / "rendering_project"

STAND_IN = """#!/bin/sh
[ "$1" = --version ] && {{ echo 1.10.2; exit 0; }}
{body}
"""


def make(folder: Path, document: str, lang: str, engine: str, **options) -> str:
    store = folder / "store"
    store.mkdir(exist_ok=True)
    (made,) = render(
        PROJECT,
        [document],
        folder / engine,
        store=store,
        lang=lang,
        source_date=1763424000,
        engine=engine,
        **options,
    )
    return made.path.read_text(encoding="utf-8")


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Put a program named quarto on the PATH that does what `body` says."""

    def put(body: str) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir()
        program = folder / "quarto"
        program.write_text(STAND_IN.format(body=body))
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(folder), prepend=":")
        return tmp_path

    return put


def test_quarto_is_given_the_scratch_project_the_store_and_the_title(stand_in):
    folder = stand_in(
        'echo "$1|$2|$3|$4" > "${2%.qmd}.html"; cat "$6" _quarto.yml >> "${2%.qmd}.html"\n'
        'echo "$(ls "$PADAI_STORE")|$SOURCE_DATE_EPOCH|$PADAI_SECRET|" >> "${2%.qmd}.html"\n'
        'ls _padai >> "${2%.qmd}.html"'
    )
    (folder / "store").mkdir()
    (folder / "store" / "estimates.csv").write_text("a\n")
    said = make(folder, "fr/essai.qmd", "fr", "quarto", metadata={"title": "*A*"})
    assert said.startswith("render|fr/essai.qmd|--to|html\n")
    assert '"title": "\\\\*A\\\\*"' in said and '"lang": "fr-CA"' in said
    assert '"crossref-tbl-title": "Tableau"' in said and '"title-delim": "."' in said
    assert '"_padai/typography.lua"' in said and '"embed-resources": true' in said
    assert "estimates.csv|1763424000||" in said
    assert "report.css" in said


def test_quarto_is_told_the_words_of_a_language_that_its_filters_have_not(stand_in):
    folder = stand_in('cat "$6" _quarto.yml > "${2%.qmd}.html"')
    said = make(folder, "en/sample.qmd", "es", "quarto")
    assert '"skip": "Ir al contenido"' in said
    assert '"crossref-fig-title": "Figura"' in said
    assert '"padai-words"' not in make(folder, "en/sample.qmd", "en", "quarto")


def test_a_failure_of_quarto_is_one_message(stand_in):
    folder = stand_in("echo 'ERROR: compilation failed' >&2; echo done >&2; exit 1")
    with pytest.raises(RenderError, match=r"fr/essai\.qmd: quarto failed: ERROR: compilation"):
        make(folder, "fr/essai.qmd", "fr", "quarto")
    assert not (folder / "quarto").exists()


def test_quarto_that_writes_nothing_is_told(stand_in):
    folder = stand_in("exit 0")
    with pytest.raises(RenderError, match=r"ended without writing essai\.html"):
        make(folder, "fr/essai.qmd", "fr", "quarto")


def test_quarto_that_hangs_is_stopped(stand_in):
    folder = stand_in("sleep 600")
    with pytest.raises(RenderError, match=r"quarto \(fr/essai\.qmd\) took more than"):
        make(folder, "fr/essai.qmd", "fr", "quarto", timeout=1)


def lines(page: str) -> list[str]:
    """What a reader meets in a page, block by block; a picture is its alternative text."""
    page = re.sub(r"<(style|head)\b.*?</\1>", "", page, flags=re.DOTALL).replace("\n", " ")
    page = re.sub(r'<img\b[^>]*?\balt="([^"]*)"[^>]*>', r"\n[\1]\n", page)
    page = re.sub(r"<br\b[^>]*>", " ", page)
    page = re.sub(r"</?(?!(?:a|b|code|em|span|strong|sup)\b)\w[^>]*>", "\n", page)
    text = html.unescape(re.sub(r"<[^>]+>", "", page))
    return [" ".join(line.split(" ")).strip() for line in text.split("\n") if line.strip()]


def both(folder: Path, document: str, lang: str, formats: tuple[str, ...]) -> Iterator[Any]:
    """Yield what each engine wrote, format by format: ours, then Quarto's."""
    store = folder / "store"
    store.mkdir()
    made = [
        render(
            PROJECT,
            [document],
            folder / engine,
            store=store,
            lang=lang,
            source_date=1763424000,
            engine=engine,
            formats=formats,
        )
        for engine in ("embedded", "quarto")
    ]
    yield from ((ours.path, theirs.path) for ours, theirs in zip(*made, strict=True))


@pytest.mark.needs("quarto")
@pytest.mark.parametrize(
    ("lang", "document"), [("fr", "fr/essai.qmd"), ("en", "en/sample.qmd"), ("es", "en/sample.qmd")]
)
def test_both_engines_give_the_same_page(tmp_path, lang, document):
    for ours, theirs in both(tmp_path, document, lang, ("html",)):
        page = theirs.read_text(encoding="utf-8")
        assert lines(page) == lines(ours.read_text(encoding="utf-8"))
        for sign in ("<main", 'class="skip-link"', "Content-Security-Policy", "<footer"):
            assert sign in page
        assert f'lang="{tag_of(lang)}"' in page
        assert "<script" not in page and " style=" not in page


@pytest.mark.needs("quarto")
def test_paper_and_word_processors_have_a_language_without_a_region(tmp_path):
    import pikepdf

    (_, pdf), (_, docx) = both(tmp_path, "en/sample.qmd", "es", ("typst", "docx"))
    with pikepdf.open(pdf) as paper:
        assert str(paper.Root.Lang) == "es"
    with zipfile.ZipFile(docx) as archive:
        body = html.unescape(archive.read("word/document.xml").decode())
    assert "Figura\u00a01." in body and "Tabla\u00a01." in body


@pytest.mark.needs("quarto")
def test_both_engines_give_the_same_words_on_paper_and_in_word_processors(tmp_path):
    import pikepdf

    (ours, pdf), (_, docx) = both(tmp_path, "fr/essai.qmd", "fr", ("typst", "docx"))
    with pikepdf.open(ours) as one, pikepdf.open(pdf) as other:
        assert other.Root.MarkInfo.Marked and str(other.Root.Lang) == str(one.Root.Lang)
        assert str(other.docinfo["/Title"]) == str(one.docinfo["/Title"])
    with zipfile.ZipFile(docx) as archive:
        body = archive.read("word/document.xml").decode()
        heads = "".join(
            archive.read(name).decode() for name in archive.namelist() if "header" in name
        )
        assert not [name for name in archive.namelist() if name.endswith(".svg")]
    assert "Données fictives\u00a0: ce rapport sert de démonstration" in html.unescape(heads)
    assert 'descr="Trois courbes. Les ministères passent de 58 à 62' in html.unescape(body)
    for words in ("Figure\u00a01. Part des personnes", "Tableau\u00a02. Confiance envers"):
        told = html.unescape("".join(re.findall(r"<w:t\b[^>]*>([^<]*)</w:t>", body)))
        assert words in told


SHALLOW = """\
---
title: T
toc: true
toc-depth: 1
number-sections: {numbered}
---

## Chapitre

Texte.

### Partie

Texte.
"""


def shallow(folder: Path, numbered: str) -> Path:
    """Write a project of one document, whose contents name its chapters alone."""
    project = folder / "project"
    project.mkdir()
    (project / "a.qmd").write_text(SHALLOW.format(numbered=numbered), encoding="utf-8")
    (folder / "store").mkdir()
    return project


def test_the_page_is_told_how_deep_its_contents_go(stand_in):
    """Chapters stand one level lower in a page, and the document's depth comes before ours."""
    folder = stand_in('echo "$*" > "${2%.qmd}.html"')
    project, options = shallow(folder, "false"), {"lang": "fr", "source_date": 0}
    (made,) = render(
        project, ["a.qmd"], folder / "out", store=folder / "store", engine="quarto", **options
    )
    assert made.path.read_text(encoding="utf-8").rstrip().endswith(" --toc-depth 2")


@pytest.mark.needs("quarto")
@pytest.mark.parametrize("numbered", ["true", "false"])
def test_both_engines_give_the_same_contents_and_numbers_of_sections(tmp_path, numbered):
    import pikepdf

    project, said = shallow(tmp_path, numbered), {}
    for engine in ("embedded", "quarto"):
        page, paper = render(
            project,
            ["a.qmd"],
            tmp_path / engine,
            store=tmp_path / "store",
            lang="fr",
            source_date=0,
            engine=engine,
            formats=("html", "typst"),
        )
        with pikepdf.open(paper.path) as paged, paged.open_outline() as outline:
            (chapter,) = outline.root
            headings = [chapter.title, *(part.title for part in chapter.children)]
        said[engine] = (lines(page.path.read_text(encoding="utf-8")), headings)
    assert said["quarto"] == said["embedded"]
    page_lines, headings = said["quarto"]
    assert headings == (
        ["1 Chapitre", "1.1 Partie"] if numbered == "true" else ["Chapitre", "Partie"]
    )
    assert page_lines.count(headings[0]) == 2  # in the contents, and where it stands


def test_a_document_without_a_title_keeps_its_first_heading(stand_in, tmp_path):
    folder = stand_in('cat "$2" > "${2%.qmd}.html"')
    project, store = tmp_path / "project", folder / "store"
    for made in (project, store):
        made.mkdir()
    (project / "a.qmd").write_text("# First\n")
    (project / "b.qmd").write_text("---\nlang: fr\n---\n# First\n")
    made = render(
        project,
        ["a.qmd", "b.qmd"],
        folder / "out",
        store=store,
        lang="fr",
        source_date=0,
        engine="quarto",
    )
    texts_made = [file.path.read_text(encoding="utf-8") for file in made]
    assert texts_made == [
        '---\ntitle: "a"\n---\n# First\n',
        '---\ntitle: "b"\nlang: fr\n---\n# First\n',
    ]
