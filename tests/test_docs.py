"""The documentation says all there is to say, in both languages, and leads where it says.

``make docs`` runs every example; these tests are the quick part, which runs no code of the pages.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

import padai
from docs.builder import api, fields, search, tables
from docs.builder.colours import coloured
from docs.builder.frame import SECTIONS
from docs.builder.links import dead_links
from docs.builder.running import agrees, kept
from docs.builder.site import make
from docs.builder.source import (
    LANGUAGES,
    SITE,
    Figure,
    Page,
    Prose,
    SourceError,
    read_page,
    read_pages,
)
from padai import errors
from padai.browser import PAGE_NAMES
from padai.browser import page as browser_page
from tests.once import made_once

ROOT = Path(__file__).parents[1]
WORDS = ROOT / "docs" / "site" / "assets"


@cache
def pages() -> dict[str, Page]:
    return {page.key: page for page in read_pages()}


def set_without_running(folder: Path) -> None:
    made = make(folder, say=lambda text: None, run=False)
    assert made.wrong == []


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site set without running anything: its pages show what their sources say."""
    return made_once(tmp_path_factory, "docs", set_without_running)


def test_the_two_pages_of_the_browser_stand_on_the_site(site: Path) -> None:
    for (kind, lang), name in PAGE_NAMES.items():
        assert (site / "tools" / name).read_text(encoding="utf-8") == browser_page(kind, lang)
        assert f'href="../tools/{name}"' in (site / lang / "index.html").read_text(encoding="utf-8")


# What has a section.


def test_every_public_name_is_on_one_page_with_an_example_that_runs() -> None:
    named = [name for _, _, _, names in api.GROUPS.values() for name in names]
    assert sorted(named) == sorted(set(padai.__all__) - {"__version__"})
    told = {c.options["name"]: c for c in pages()["reference/examples"].codes if c.options}
    for name in named:
        code, _ = api.example(name, told)
        assert code.strip(), name
        assert name not in told or told[name].printed or "slow" in told[name].options, name


@pytest.mark.parametrize("name", sorted(set(padai.__all__) - {"__version__"}))
def test_a_public_name_says_in_french_all_that_its_docstring_says(name: str) -> None:
    assert api.lacks(name) == []


def test_the_french_is_as_young_as_the_docstrings() -> None:
    assert api.stale() == [], (
        "mend docs/site/reference/api, then: python -m docs.builder --translated"
    )


def test_every_command_has_its_help_and_every_group_an_example() -> None:
    page = pages()["reference/commands"]
    helped = {c.options["of"] for c in page.codes if c.kind == "help"}
    assert helped == {"", *commands()}
    typed = " ".join(c.text for c in page.codes if c.kind == "console")
    lacking = {c for c in commands() if f"padai {c.split()[0]} " not in typed + " "}
    assert lacking == {"report"}, "said beside `padai tables`, which does the same for tables"


def commands() -> set[str]:
    import typer

    from padai.cli import app

    found = set()
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        found.add(name)
        found |= {f"{name} {inner}" for inner in getattr(command, "commands", {})}
    return found


def test_every_field_is_described_in_both_languages_with_an_example() -> None:
    assert fields.lacking() == []
    for name, (_, body) in fields.models().items():
        for field, content in body["properties"].items():
            for lang in LANGUAGES:
                assert len(fields.said(content, lang)) > 3, (name, field, lang)


def test_an_example_of_a_field_is_what_its_schema_takes() -> None:
    assert fields.untrue() == []


def test_every_error_has_its_section_and_its_example() -> None:
    page = pages()["reference/errors"]
    raised = {c.options.get("raises") for c in page.codes}
    kinds = {
        name
        for name, kind in vars(errors).items()
        if isinstance(kind, type)
        and issubclass(kind, Exception)
        and kind.__module__ == errors.__name__
    }
    headed = set(
        re.findall(
            r"\{#(\w+)\}", " ".join(b.texts["fr"] for b in page.blocks if isinstance(b, Prose))
        )
    )
    assert headed == kinds
    assert kinds - raised == {"PadaiError"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_check_and_every_table_of_the_store_has_its_section(lang: str) -> None:
    checks, store = tables.checks(lang).body, tables.store(lang).body
    assert all(f"{{#{check}}}" in checks for check in tables.CHECKS)
    for name, columns in tables.COLUMNS.items():
        part = store.split(f"{{#table-{name.replace('_', '-')}}}")[1].split("\n## ")[0]
        assert re.findall(r"^\| `(.+?)` \|", part, re.M) == columns
    assert all(len(tables.column_text(c, lang)) > 2 for cs in tables.COLUMNS.values() for c in cs)


def test_every_word_of_the_glossary_has_its_french_meaning() -> None:
    assert {row[0] for row in tables.glossary_rows()} == set(tables.french_meanings())


# Twins, parts, examples.


def test_the_parts_of_the_site_hold_what_they_promise() -> None:
    count = {
        part: sum(key.startswith(f"{part}/") for key in pages())
        for part in ("start", "learn", "howto", "from", "understand", "gallery")
    }
    assert count["start"] == 3
    assert count["learn"] == 6
    assert count["howto"] >= 30
    assert count["from"] == 5
    assert count["understand"] >= 7
    shown = [
        b.name
        for k, p in pages().items()
        if k.startswith("gallery/")
        for b in p.blocks
        if isinstance(b, Figure)
    ]
    assert len(set(shown)) == len(shown) >= 40


def test_every_lesson_ends_with_an_exercise_and_its_answer() -> None:
    for key, page in pages().items():
        if key.startswith("learn/"):
            for lang in LANGUAGES:
                text = "\n".join(b.texts[lang] for b in page.blocks if isinstance(b, Prose))
                assert text.index("{#exercise}") < text.index("{#answer}"), key


def test_every_recipe_is_run() -> None:
    unrun = [
        k for k, p in pages().items() if k.startswith("howto/") and not any(c.runs for c in p.codes)
    ]
    assert unrun == []


def test_what_is_not_run_says_why() -> None:
    for page in pages().values():
        for code in page.codes:
            assert code.options.get("unrun", "why"), (page.key, code.line)
            assert code.kind not in ("stata", "spss", "sas") or "unrun" in code.options, page.key


def test_the_two_languages_of_a_page_have_the_same_sections() -> None:
    for page in pages().values():
        for block in page.blocks:
            if isinstance(block, Prose):
                marks = [
                    re.findall(r"^#+ .*?(\{#[\w-]+\})$", block.texts[lang], re.M)
                    for lang in LANGUAGES
                ]
                assert marks[0] == marks[1], (page.key, block.line)
                heads = [len(re.findall(r"^#+ ", block.texts[lang], re.M)) for lang in LANGUAGES]
                assert heads[0] == heads[1] == len(marks[0]), (page.key, block.line)


def test_a_file_that_a_page_names_is_there() -> None:
    for page in pages().values():
        for block in page.blocks:
            if isinstance(block, Prose):
                for path in re.findall(
                    r"`((?:padai|docs|analysis|tests)/[\w./-]+\.\w+)`", block.texts["en"]
                ):
                    assert (ROOT / path).is_file(), (page.key, path)


def test_a_page_without_its_twin_is_refused(tmp_path: Path) -> None:
    head = "---\ntitle: {fr: a, en: b}\nslug: {fr: a, en: b}\nabout: {fr: a, en: b}\n---\n"
    (tmp_path / "a.md").write_text(head + "@fr\ntexte\n@en\n\n@@\n", encoding="utf-8")
    with pytest.raises(SourceError, match="a:6: a passage lacks one of its languages"):
        read_page(tmp_path / "a.md", tmp_path)
    (tmp_path / "b.md").write_text(head.replace("en: b}\n---", "}\n---"), encoding="utf-8")
    with pytest.raises(SourceError, match="`about:` is needed in both languages"):
        read_page(tmp_path / "b.md", tmp_path)


def test_a_print_that_changed_is_wrong() -> None:
    assert agrees("a\n...\nz", "a\nb\nc\nz")
    assert agrees("a\n...", "a\nb")
    assert not agrees("0.1234", "0.1235")
    assert not agrees("a\n...\nz", "a\nb")
    assert not agrees("", "a")


def test_accepting_a_print_keeps_the_dots_of_one_that_agrees() -> None:
    page = pages()["reference/commands"]
    code = next(c for c in page.codes if c.printed.get("fr") == "...")
    told = {code.line: {"fr": "1 message", "en": "1 message"}}
    assert kept(page, told) == {code.line: {"fr": "...", "en": "..."}}
    other = next(c for c in page.codes if c.text == "$ padai words check fr")
    assert kept(page, {other.line: {"fr": "1 message"}}) == {other.line: {"fr": "1 message"}}


def test_a_page_that_shows_an_error_runs_in_both_languages() -> None:
    for page in pages().values():
        if any("raises" in code.options for code in page.codes):
            assert page.meta.get("outputs") == "both", page.key


def test_two_models_of_one_name_are_one_model() -> None:
    """Words and pages know a model by its name alone."""
    seen: dict[str, set[str]] = {}
    for kind in get_args(fields.Kind):
        for name, body in fields.schema_of(kind)["$defs"].items():
            known = set(body.get("properties", ()))
            assert seen.setdefault(name, known) == known, (kind, name)


# The site as it is written.


def test_every_page_has_its_twin_and_says_so(site: Path) -> None:
    seen = sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html"))
    assert len([p for p in seen if p.startswith("fr/")]) == len(
        [p for p in seen if p.startswith("en/")]
    )
    for path in seen:
        if path == "index.html" or path.startswith("tools/"):
            continue
        page = (site / path).read_text(encoding="utf-8")
        other = re.findall(r'<p class="alternate"><a href="([^"]+)" lang="(fr|en)-CA"', page)
        assert len(other) == 1, path
        assert (site / path).parent.joinpath(other[0][0]).resolve().is_file(), path
        assert other[0][1] != path[:2]
        assert page.count("<h1>") == 1
        assert not re.search(r'<(p class="subtitle"|meta name="description")[^>]*>[^<]*`', page), (
            path
        )
        assert not re.search(r'<meta name="description" content="[^"]*`', page), path
        assert page.count('<nav class="site-nav"') == 1, path
        assert "<summary>Table des matières</summary>\n\n" not in page, path


def test_colours_leave_the_code_as_it_is(site: Path) -> None:
    """Copied from the page, every block is sign for sign what its source says."""
    seen = 0
    for page in pages().values():
        if page.meta.get("inside"):
            continue
        section = page.section
        folder = "" if page.key == "home" else f"{SECTIONS[section]['en'][0]}/"
        text = (site / "en" / folder / f"{page.slugs['en']}.html").read_text(encoding="utf-8")
        shown = [
            html.unescape(re.sub(r"</?span[^>]*>", "", code))
            for code in re.findall(r"<pre\b[^>]*><code>(.*?)</code></pre>", text, re.S)
        ]
        for code in page.codes:
            if code.kind == "help" or "hidden" in code.options:
                continue
            assert code.text.replace("@LANG@", "en") in shown, (page.key, code.line)
            seen += 1
    assert seen > 250


def test_words_texts_numbers_and_remarks_have_their_colours() -> None:
    page = '<pre tabindex="0" class="python"><code>import x  # &quot;a&quot;\ny = &#39;b&lt;&#39; + 12</code></pre>'
    assert coloured(page) == (
        '<pre tabindex="0" class="python"><code><span class="k">import</span> x  '
        '<span class="c"># "a"</span>\ny = <span class="s">\'</span><span class="s">b&lt;</span>'
        '<span class="s">\'</span> + <span class="n">12</span></code></pre>'
    )
    for other in ("out", "spss"):
        assert coloured(plain := f'<pre class="{other}"><code>if 1</code></pre>') == plain


def test_no_link_is_dead() -> None:
    pages = {"fr/a.html": '<a href="b.html#x">b</a>', "fr/b.html": '<p id="y"></p>'}
    assert dead_links(pages) == ["fr/a.html: no section #x in fr/b.html"]
    assert dead_links({"fr/a.html": '<a href="https://example.org">b</a>'}) == []


def test_the_search_finds_what_a_page_is_about(site: Path) -> None:
    page = (site / "fr" / "recherche.html").read_text(encoding="utf-8")
    assert page.count("<script>") == 1
    assert "script-src 'sha256-" in page
    index = re.search(r"const INDEX = (\[.*?\]);\n", page, re.S)
    assert index is not None
    assert all(f'"{name}"' in index[1] for name in ("rake", "proportion", "tipping_points"))
    assert search.plain("<p>a <b>b</b></p>") == "a b"


def test_a_guide_for_programs_lists_every_page(site: Path) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    listed = set(re.findall(r"\]\((en/[^)]+)\)", text))
    there = {p.relative_to(site).as_posix() for p in (site / "en").glob("*/*.html")}
    assert listed == {p for p in there if not p.endswith("/index.html")}


# Spelling.

_NOT_PROSE = re.compile(
    r"^\|[-:|]+\|$|```.*?```|``[^`]*``|`[^`]*`|\]\([^)]*\)|\{#[^}]*\}|\{[^}]*\}|https?://\S+|@\S+@|EVIDENCE:\S+",
    re.S | re.M,
)
_DICTIONARIES = {"fr": "fr", "en": "en_CA"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_words_are_spelt_as_a_dictionary_has_them(lang: str) -> None:
    if shutil.which("hunspell") is None or not _has(_DICTIONARIES[lang]):
        pytest.skip(
            "needs hunspell and its dictionary (Debian: hunspell hunspell-fr hunspell-en-ca)"
        )
    known = (WORDS / f"words.{lang}.txt").read_text(encoding="utf-8").split()
    unknown = misspelt(prose(lang), lang) - set(known)
    assert sorted(unknown) == []


def prose(lang: str) -> str:
    texts = []
    for page in pages().values():
        texts += [page.titles[lang], page.abouts[lang]]
        texts += [b.texts[lang] for b in page.blocks if isinstance(b, Prose)]
    for name, (_, body) in fields.models().items():
        texts += [fields.said(c, lang) for c in body["properties"].values()]
        del name
    if lang == "fr":
        for told in api.french().values():
            texts += [told["says"], told.get("returns", ""), told.get("notes", "")]
            for part in ("args", "raises", "members"):
                texts += told.get(part, {}).values()
        texts += tables.french_meanings().values()
    texts += [t[lang] for part in tables.store_words().values() for t in part.values()]
    return _NOT_PROSE.sub(" ", "\n".join(texts))


def misspelt(text: str, lang: str) -> set[str]:
    done = subprocess.run(
        ["hunspell", "-l", "-i", "utf-8", "-d", _DICTIONARIES[lang]],
        input=text.replace("’", "'"),
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def _has(dictionary: str) -> bool:
    done = subprocess.run(
        ["hunspell", "-l", "-d", dictionary], input="a", capture_output=True, text=True
    )
    return done.returncode == 0 and SITE.is_dir()
