"""The same document as PDF and for word processors: text, tags, alternative texts, same bytes."""

import io
import re
import subprocess
import zipfile
import zlib
from html import unescape
from pathlib import Path

import pytest

from padai.errors import RenderError
from padai.publishing.engine import render
from tests.unpacking import pdf_text

PROJECT = Path(__file__).parent / "rendering_project"
ALT = "Trois courbes. Les ministères passent de 58 à 62 %"


def make(folder: Path, formats=("typst", "docx")) -> dict[str, bytes]:
    store = folder / "store"
    store.mkdir(parents=True)
    made = render(
        PROJECT,
        ["fr/essai.qmd"],
        folder / "out",
        store=store,
        lang="fr",
        source_date=1763424000,
        engine="embedded",
        formats=formats,
    )
    return {file.path.name: file.path.read_bytes() for file in made}


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return make(tmp_path_factory.mktemp("formats"))


def pdf_objects(pdf: bytes) -> bytes:
    """Return the dictionaries of a PDF, those in compressed streams included."""
    parts = [pdf]
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            parts.append(zlib.decompress(match[1]))
        except zlib.error:
            continue
    return b"\n".join(parts)


def test_the_pdf_is_tagged_in_its_language_and_says_that_it_conforms(files):
    objects = pdf_objects(files["essai.pdf"])
    assert files["essai.pdf"].startswith(b"%PDF-1.7")
    assert b"/Lang(fr-CA)" in objects.replace(b" ", b"")
    assert b"<pdfuaid:part>1" in objects
    for tag in (b"/Table", b"/TH", b"/H1", b"/H2", b"/Figure"):
        assert tag in objects
    assert b"D:20251118" in objects


def test_every_picture_of_the_pdf_has_its_text(files):
    objects = pdf_objects(files["essai.pdf"])
    texts = re.findall(rb"/Alt\s*\(((?:[^()\\]|\\.)*)\)", objects)
    texts += re.findall(rb"/Alt\s*<", objects)
    assert len(texts) >= 2


def parts(docx: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {
            name: archive.read(name).decode()
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def test_the_word_document_has_title_language_headings_and_texts_of_pictures(files):
    found = parts(files["essai.docx"])
    document = found["word/document.xml"]
    assert "<dc:language>fr-CA</dc:language>" in found["docProps/core.xml"]
    assert "2025-11-18T00:00:00Z" in found["docProps/core.xml"]
    assert "Confiance envers l’intelligence" in found["docProps/core.xml"]
    assert f'descr="{ALT}' in document
    assert document.count("<w:tblHeader") == 2
    styles = re.findall(r'w:pStyle w:val="(Heading\d|Title)"', document)
    assert styles == [
        "Title",
        "Heading1",
        "Heading1",
        "Heading2",
        "Heading2",
        "Heading3",
        "Heading1",
    ]
    assert "Tableau\u00a02." in re.sub(r"<[^>]+>", "", document)
    assert "Table of Contents" not in document


def test_the_banner_is_on_every_page_of_the_word_document(files):
    found = parts(files["essai.docx"])
    assert "Données fictives\u00a0: ce rapport" in found["word/header9.xml"]
    assert re.search(r"<w:headerReference[^>]*", found["word/document.xml"])


def test_the_same_bytes_in_another_folder(files, tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", "America/Toronto")
    assert make(tmp_path) == files


def test_the_same_words_in_every_format(files):
    text = re.sub(r"<[^>]+>", " ", parts(files["essai.docx"])["word/document.xml"])
    for phrase in ("baisse démontrée", "révise la décision", "Une comparaison avec 2021"):
        assert phrase in text


def test_pages_and_paper_have_words_of_their_own(files, tmp_path):
    """By Quarto's own classes, which both engines know with one condition."""
    page = make(tmp_path, formats=("html",))["essai.html"].decode()
    with zipfile.ZipFile(io.BytesIO(files["essai.docx"])) as archive:
        body = archive.read("word/document.xml").decode()
    for told in (pdf_text(files["essai.pdf"]), body):
        assert "Vu sur papier." in told
        assert "Vu sur une page." not in told
    assert "Vu sur une page." in page
    assert "Vu sur papier." not in page


def test_typst_may_not_read_outside_of_the_project(tmp_path):
    from padai.publishing.engine.typeset import typeset

    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    with pytest.raises(RenderError, match=r"a\.qmd: typst: .*(root|access)"):
        typeset(
            '#set document(title: "x")\n#read("../secret.txt")',
            folder=root,
            root=root,
            env={"PYTHONPATH": str(Path(__file__).parents[1])},
            timeout=60,
            source_date=0,
            name="a.qmd",
        )


def test_typst_that_does_not_end_is_stopped(tmp_path):
    from padai.publishing.engine.typeset import typeset

    with pytest.raises(RenderError, match=r"typst \(a\.qmd\) took more than 2 s"):
        typeset(
            "#{ let s = 0; let r = range(3000)\n"
            "for i in r { for j in r { for k in r { s += i * j + k } } } }",
            folder=tmp_path,
            root=tmp_path,
            env={"PYTHONPATH": str(Path(__file__).parents[1])},
            timeout=2,
            source_date=0,
            name="a.qmd",
        )


@pytest.mark.needs("libreoffice")
def test_an_office_suite_opens_the_document_as_it_is(files, soffice, tmp_path):
    (tmp_path / "essai.docx").write_bytes(files["essai.docx"])
    run = subprocess.run(
        [
            soffice,
            "--headless",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "essai.docx"),
        ],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    read = (tmp_path / "essai.txt").read_text(encoding="utf-8-sig")
    own = re.sub(r"<[^>]+>", "\n", parts(files["essai.docx"])["word/document.xml"])
    words = [word for word in unescape(own).split() if len(word) > 3 and word.isalpha()]
    assert len(words) > 40
    missing = [word for word in words if word not in read]
    assert not missing
