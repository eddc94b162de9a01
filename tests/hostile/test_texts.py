"""Eighty hostile texts through every format: each is a text there, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from padai.errors import DefinitionError, RenderError
from padai.publishing.release import publish
from padai.survey.yaml_files import read_yaml
from tests.hostile.payloads import LABELS, NO_LETTER, REFUSED_LABELS
from tests.hostile.store import as_text, hostile_store, live_in, page_says, squeezed
from tests.unpacking import unpacked

START = 27
FORMATS = ("html", "typst", "docx")
PRINTED = [p for p in LABELS if p.token not in NO_LETTER]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Publish a store whose texts are hostile, and unpack everything."""
    folder = tmp_path_factory.mktemp("hostile")
    store = hostile_store(folder, PRINTED, start=START)
    publish(store.folder, folder / "out", languages=["fr"], formats=FORMATS, engine="embedded")
    return dict(unpacked(folder / "out"))


def said_by(found: dict[str, bytes], ending: str) -> str:
    """Return all that the files of one format say, without spaces."""
    texts: Iterator[str]
    if ending == ".html":
        texts = (page_says(b.decode())[0] for n, b in found.items() if n.endswith(".html"))
    elif ending in (".csv", ".json", ".txt"):
        texts = (b.decode() for n, b in found.items() if n.endswith(ending) and "!" not in n)
    else:
        texts = (b.decode() for n, b in found.items() if ending in n and n.endswith("!text"))
    return squeezed("".join(texts))


def test_nothing_is_alive(found: dict[str, bytes]) -> None:
    assert len(found) > 100
    alive = [(name, what) for name, content in found.items() for what in live_in(name, content)]
    assert alive == []


@pytest.mark.parametrize(
    ("ending", "least"), [(".html", 75), (".pdf", 60), (".docx", 60), (".xlsx", 60), (".ods", 60)]
)
def test_each_text_is_said_as_it_is(found: dict[str, bytes], ending: str, least: int) -> None:
    said = said_by(found, ending)
    there = [p for p in PRINTED if p.token in said]
    assert len(there) >= least
    assert [p.token for p in there if as_text(p) not in said] == []


def test_open_data_hold_each_text_as_it_is(found: dict[str, bytes]) -> None:
    import csv
    import io

    rows = list(csv.reader(io.StringIO(found["open/dictionary.csv"].decode())))
    cells = " ".join(cell for row in rows for cell in row)
    said = squeezed(cells + found["open/ddi-codebook.xml!text"].decode())
    there = [p for p in PRINTED if p.token in said]
    assert len(there) >= 60
    assert [p.token for p in there if as_text(p) not in said] == []


def test_the_picture_has_its_words_as_text(found: dict[str, bytes]) -> None:
    said = squeezed(found["fr/chiffres-cles.txt"].decode())
    assert [p.token for p in PRINTED if p.token in said and as_text(p) not in said] == []
    pictures = [n for n in found if n.endswith(".svg")]
    assert len(pictures) >= 20


def test_a_letter_that_no_font_has_is_named(tmp_path: Path) -> None:
    store = hostile_store(tmp_path, [p for p in LABELS if p.token in NO_LETTER])
    with pytest.raises(RenderError, match=r"no letter for .*U\+"):
        publish(
            store.folder,
            tmp_path / "out",
            languages=["fr"],
            formats=("typst",),
            engine="embedded",
            what=("report",),
        )


@pytest.mark.parametrize(("name", "written"), REFUSED_LABELS, ids=[n for n, _ in REFUSED_LABELS])
def test_signs_that_nobody_sees_are_refused_with_their_place(
    tmp_path: Path, name: str, written: str
) -> None:
    path = tmp_path / "survey.yaml"
    path.write_text(f'id: a\ntitle:\n  fr: "{written}"\n', encoding="utf-8")
    with pytest.raises(DefinitionError) as caught:
        read_yaml(path)
    said = str(caught.value)
    assert said.startswith("survey.yaml:3:"), said
    assert "U+" in said or "not valid YAML" in said


def test_a_key_is_refused_too(tmp_path: Path) -> None:
    path = tmp_path / "survey.yaml"
    path.write_text('"a\\u202Eb": 1\n', encoding="utf-8")
    with pytest.raises(DefinitionError, match=r"survey.yaml:1:1: .*U\+202E"):
        read_yaml(path)


def test_the_checks_would_see_what_is_alive() -> None:
    """Each check of this folder on the thing that it looks for."""
    head = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    for page in (
        f"{head}<script>1</script>",
        f"{head}<b onclick=1>",
        f"{head}<a href=' java\tscript:1'>",
        f"{head}<iframe>",
        f"{head}<img src=//exemple.invalid/a>",
        "<p>no policy</p>",
        f"{head}<meta http-equiv=refresh content=0>",
        f"{head}<style>a{{b:url(exemple.invalid)}}</style>",
    ):
        assert list(live_in("a.html", page.encode())), page
    assert not list(live_in("a.html", f"{head}<p>a &lt;script&gt;</p>".encode()))
    svg = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">{}</svg>'
    for inside in ("<script/>", "<a/>", "<g onload='1'/>", "<foreignObject/>", "<image/>"):
        assert list(live_in("a.svg", svg.format(inside).encode())), inside
    assert not list(live_in("a.svg", svg.format("<path d='M0 0'/>").encode()))
    sheet = '<s xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c>{}</c></s>'
    ours = '<f>SUBSTITUTE(FIXED(B2,1,TRUE),".",",")&amp;" %"</f>'
    for name, formula, alive in (
        ("a.xlsx!xl/s.xml", "<f>1+1</f>", 1),
        ("a.xlsx!xl/s.xml", ours, 1),
        ("a.pptx!e/b.xlsx!xl/s.xml", ours, 0),
        ("a.pptx!e/b.xlsx!xl/s.xml", ours.replace("B2", "HYPERLINK(B2)"), 1),
    ):
        assert len(list(live_in(name, sheet.format(formula).encode()))) == alive, formula
    assert not list(live_in("a.xlsx!xl/s.xml", sheet.format("<v>1</v>").encode()))
    for cell, alive in (("=1", 1), ("@a", 1), ("-a", 1), ("'=1", 0), ("-0.5", 0), ("-1e-05", 0)):
        assert len(list(live_in("a.csv", f"{cell}\n".encode()))) == alive, cell
    relation = (
        '<R xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship TargetMode="External" Target="{}"/></R>'
    )
    assert list(live_in("a.docx!x.rels", relation.format("http://exemple.invalid").encode()))
    assert not list(live_in("a.docx!x.rels", relation.format("rapport.html#a").encode()))
