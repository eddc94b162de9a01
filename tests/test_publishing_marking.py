"""What is not out says so in every file name, and its pages still find one another."""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from padai.publishing import release, release_steps
from padai.publishing.basis.draft_names import VERSIONS, link_versions, mark_files, marked_name
from padai.publishing.engine.scan import scan_page
from padai.publishing.products.site.version_pages import INDEX, NOTICE
from padai.publishing.products.site.version_writing import publish_beside
from padai.store import Store
from padai.survey import Text
from padai.survey.releases import KeptHash, ReleaseRecord, Withdrawal
from tests.publishing_store import make_store

PAGE = '<html lang="{lang}"><body>{links}<footer><p>.</p></footer></body></html>'
_HREF = re.compile(r'href="([^"#:]+)["#]')


def _page(path: Path, lang: str, *links: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(f'<a href="{target}">x</a>' for target in links)
    path.write_text(PAGE.format(lang=f"{lang}-CA", links=text), encoding="utf-8")
    return path


def _reports(store: Store, out_dir: Path, lang: str, *given: object) -> list[Path]:
    """Write a page that links to the rest of the release, in the place of the report's documents."""
    if given[-1] not in ("fr/rapport.qmd", "en/report.qmd"):
        return []
    name, other = ("rapport", "en/report") if lang == "fr" else ("report", "fr/rapport")
    book = f"{'tableaux' if lang == 'fr' else 'tables'}-essai-2025.xlsx"
    links = (
        f"../{other}.html",
        book,
        "../open/series.csv",
        "questions/trust_police.html#sec",
        "https://example.org/a.html",
        "#contenu",
    )
    return [_page(out_dir / lang / f"{name}.html", lang, *links)]


def _questions(
    store: Store, out_dir: Path, names: list[str], watched: Any, lang: str, *_given: object
) -> dict[str, list[Path]]:
    report, found = "rapport" if lang == "fr" else "report", {}
    for name in names:
        with watched(name):
            found[name] = [_page(out_dir / f"{name}.html", lang, f"../{report}.html")]
    return found


def _nothing(*_given: object) -> list[Path]:
    return []


@pytest.mark.parametrize(
    ("status", "fr", "en"), [("draft", "ebauche", "draft"), ("embargoed", "embargo", "embargo")]
)
def test_every_file_says_that_it_is_not_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: str, fr: str, en: str
) -> None:
    store = make_store(tmp_path / "store", status=status)
    for name, stand_in in (
        ("_reports", _reports),
        ("_questions", _questions),
        ("_explorer", _nothing),
    ):
        monkeypatch.setattr(release_steps, name, stand_in)
    out = tmp_path / "out"
    out.mkdir()
    steps = release.publish(store.folder, out)
    names = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert {path.relative_to(out).as_posix() for path in steps.files} == names
    for name in names:
        mark = en if name.startswith("en/") else fr
        assert PurePosixPath(name).stem.endswith(f"-{mark}"), name
    for page in out.rglob("*.html"):
        for target in _HREF.findall(page.read_text(encoding="utf-8")):
            place = (page.parent / target).resolve()
            assert place.is_file() or place.name in VERSIONS.values(), f"{page.name}: {target}"
    described = json.loads((out / "open" / f"csv-metadata-{fr}.json").read_text(encoding="utf-8"))
    for table in described["tables"]:
        assert (out / "open" / table["url"]).is_file(), table["url"]


def test_what_is_out_keeps_its_names() -> None:
    for status in ("demonstration", "published", "corrected"):
        assert str(marked_name(PurePosixPath("fr/rapport.html"), status)) == "fr/rapport.html"


def test_a_file_is_marked_once(tmp_path: Path) -> None:
    page = _page(tmp_path / "fr" / "a.html", "fr", "b.html")
    other = _page(tmp_path / "fr" / "b.html", "fr", "a.html")
    first = mark_files(tmp_path, [page, other], "draft")
    again = mark_files(tmp_path, list(first.values()), "draft")
    assert list(again.values()) == list(first.values())
    assert 'href="b-ebauche.html"' in first[page].read_text(encoding="utf-8")


def test_every_page_links_to_all_versions(tmp_path: Path) -> None:
    pages = [
        _page(tmp_path / "v1" / name, lang)
        for name, lang in (("fr/a.html", "fr"), ("en/questions/b.html", "en"))
    ]
    for _ in range(2):
        link_versions(tmp_path / "v1", pages)
    for page, name in zip(pages, ("versions.html", "versions-en.html"), strict=True):
        (target,) = _HREF.findall(page.read_text(encoding="utf-8"))
        assert (page.parent / target).resolve() == (tmp_path / name).resolve()


def _record(version: int, **keys: object) -> ReleaseRecord:
    return ReleaseRecord.model_validate(
        {
            "wave": "2025",
            "version": version,
            "status": "demonstration",
            "date": "2025-11-25",
            "store": f"{version}" * 64,
            **keys,
        }
    )


REASON = Text(fr="Un code était inversé.", en="A code was inverted.")


def test_the_pages_beside_the_versions(tmp_path: Path) -> None:
    """The newest version first, all of them with date, status, reason and checksum, in both languages."""
    store = make_store(tmp_path / "store")
    corrected = {"status": "corrected", "reason": REASON, "substantial": True}
    rows = [_record(1, outside="a" * 64), _record(2, outside="b" * 64, **corrected)]
    request = {
        "pages": "versions",
        "records": [r.model_dump(mode="json") for r in rows],
        "here": {"1": [], "2": [".pdf"]},
        "store_dir": str(store.folder),
    }
    out = tmp_path / "out"
    publish_beside(request, out)
    for lang in ("fr", "en"):
        index, versions = ((out / n[lang]).read_text(encoding="utf-8") for n in (INDEX, VERSIONS))
        scan_page(index, "index")
        scan_page(versions, "versions")
        assert f'href="v2/{lang}/' in index
        assert f'href="v2/{lang}/{"rapport" if lang == "fr" else "report"}.pdf"' in index
        assert ".docx" not in index
        assert 'href="v1/' not in index
        assert f'href="{VERSIONS[lang]}"' in index
        for record in rows:
            assert record.outside in versions
            assert record.store not in versions, "what is inside may be guessed and tried"
            assert f'href="v{record.version}/{lang}/' in versions
        assert REASON.get(lang) in versions.replace("\u00a0", " ")
        assert REASON.get(lang) in index.replace("\u00a0", " ")  # it is substantial
        assert "noindex" in index  # the survey is synthetic


@pytest.mark.parametrize("kind", ["confidentiality", "error"])
def test_the_notice_of_a_withdrawn_version(tmp_path: Path, kind: str) -> None:
    store = make_store(tmp_path / "store")
    files = (KeptHash(name="fr/rapport.html", sha256="a" * 64),
             KeptHash(name="en/report.html", sha256="b" * 64),
             KeptHash(name="interne/estimates.csv", sha256="c" * 64))  # fmt: skip
    gone = Withdrawal(kind=kind, date="2025-12-01", reason=REASON, files=files)
    record = _record(1, status="withdrawn", withdrawal=gone).model_dump(mode="json")
    kept = "../v1-retire" if kind == "error" else None
    request = {"pages": "notice", "record": record, "kept": kept, "store_dir": str(store.folder)}
    out = tmp_path / "out"
    written = {p.relative_to(out).as_posix() for p in publish_beside(request, out)}
    notices = set(NOTICE.values())
    assert written == (notices | {"fr/rapport.html", "en/report.html"} if kept else notices)
    for name in written:
        page = (out / name).read_text(encoding="utf-8")
        scan_page(page, name)
        assert all(file.sha256 in page for file in files)
        english = name == NOTICE["en"] or name.startswith("en/")
        assert ("December 1, 2025" if english else "1er décembre 2025") in re.sub(
            "<[^>]+>", "", page
        ).replace("\u00a0", " ")
        assert ("v1-retire/" in page) == (kept is not None)
