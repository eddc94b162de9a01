"""The embedded engine from documents to finished files: text, numbers, safety, same bytes."""

import html
import re
import shutil
import tempfile
import threading
import time
import uuid
from pathlib import Path

import psutil
import pytest

from padai.errors import RenderError
from padai.publishing.engine import render
from padai.publishing.engine.engines import find_renderer
from padai.publishing.engine.scan import scan_page, source_hash, svg_problem

PROJECT = Path(__file__).parent / "rendering_project"
DOCUMENTS = {"fr": "fr/essai.qmd", "en": "en/sample.qmd"}
RELEASED = 1763424000


def make(project: Path, document: str, out: Path, lang: str = "fr", **options):
    store = out.parent / "store"
    store.mkdir(exist_ok=True)
    settings = {"store": store, "source_date": RELEASED, "engine": "embedded"}
    return render(project, [document], out, lang=lang, **(settings | options))


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    return {
        lang: make(PROJECT, name, folder / lang, lang)[0].path.read_text(encoding="utf-8")
        for lang, name in DOCUMENTS.items()
    }


def one(tmp_path: Path, text: str, **options) -> str:
    project = tmp_path / "project"
    project.mkdir(exist_ok=True)
    (project / "a.qmd").write_text(text, encoding="utf-8")
    return make(project, "a.qmd", tmp_path / "out", **options)[0].path.read_text(encoding="utf-8")


def words(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def test_the_page_is_whole_and_in_its_language(pages):
    for lang, page in pages.items():
        assert page.startswith(f'<!DOCTYPE html>\n<html lang="{lang}-CA">')
        for landmark in ("<header", "<nav", "<main", "<footer", 'class="skip-link"'):
            assert page.count(landmark) == 1
        assert page.count("<h1") == 1
    assert "Table des matières" in pages["fr"] and "Aller au contenu" in pages["fr"]
    assert "Contents" in pages["en"] and "Skip to content" in pages["en"]
    french = ("Table des mati", "Avertissement", "Astuce", "Tableau", "Lien vers", "Résumé")
    assert not [word for word in french if word in words(pages["en"])]


def test_nothing_runs_and_nothing_is_loaded(pages):
    for page in pages.values():
        assert "<script" not in page
        assert "default-src 'none'" in page
        addresses = re.findall(r'(?:src|url)\s*[=(]\s*["\']?([^"\'\s)]{8})', page)
        assert addresses and set(addresses) == {"data:ima"}


def test_figures_tables_and_sections_are_numbered_once_and_referred_to(pages):
    text = words(pages["fr"])
    assert (
        "Section\u00a02\u00a0: voir la section\u00a02, la figure\u00a01, "
        "le tableau\u00a01 et le tableau\u00a02." in text
    )
    assert text.count("Figure\u00a01.") == text.count("Figure\u00a02.") == 1
    assert text.count("Tableau\u00a01.") == text.count("Tableau\u00a02.") == 1
    assert '<a href="#fig-trust" class="xref">figure\u00a01</a>' in pages["fr"]
    assert "See Section\u00a01, Figure\u00a01 and Table\u00a01" in words(pages["en"])


def test_every_picture_has_a_text_that_is_not_its_caption(pages):
    figures = re.findall(
        r'<img src="[^"]+" alt="([^"]+)".*?<figcaption[^>]*>(.*?)</figcaption>',
        pages["fr"] + pages["en"],
        re.DOTALL,
    )
    assert len(figures) == 3
    for alt, caption in figures:
        assert alt not in words(caption)
    assert figures[0][0].startswith("Trois courbes. Les ministères passent de 58 à 62 %")


def test_tables_have_captions_and_scopes(pages):
    tables = re.findall(r"<table.*?</table>", pages["fr"] + pages["en"], re.DOTALL)
    assert len(tables) == 3
    for table in tables:
        assert re.search(r"<caption[^>]*>.*?(Tableau|Table)\u00a0\d\.", table, re.DOTALL)
        assert re.search("scope=[\"']col", table) and re.search("scope=[\"']row", table)
        assert "style=" not in table
    assert "Confiance envers les ministères <selon> l’âge & le *reste*" in words(tables[1])


def test_text_from_data_is_shown_sign_for_sign(pages):
    assert (
        "Étoiles *non* @fig-x <b> $5 -- ... 'a' \"b\" 1. [x](y) ~~s~~ H^2^ `c` {=html}  deux"
        "  espaces | : ; # > + - _ \\ \u202f! fin" in words(pages["fr"])
    )
    assert '<span class="verbatim" lang="en-CA">Pas sûr ! Trust me ?</span>' in pages["fr"]


def test_french_prose_is_typeset_and_english_is_not(pages):
    french = words(pages["fr"])
    for wanted in (
        "«\u00a0plutôt\u00a0» ou «\u00a0tout à fait\u00a0»",
        "confiance\u202f; le changement",
        "Est-ce une hausse\u202f? Non\u202f!",
        "un montant\u00a0: 25\u00a0$",
        "a changé\u00a0: les deux",
        "95\u00a0%\u202f; voir",
        "grasse\u202f! «\u00a0déjà\u00a0» et «\u00a0collé\u00a0».",
        "l’intelligence artificielle dans les organismes publics\u00a0: suivi 2025",
    ):
        assert wanted in french, wanted
    assert pages["fr"].count("1<sup>er</sup>") == 2
    assert "“quoted”, is it? 62%, not 25 %." in words(pages["en"])
    assert "J’ai confiance !" in words(pages["en"])


@pytest.mark.parametrize("kind", ["note", "tip", "important", "warning", "caution"])
def test_callouts_say_their_kind_in_words(pages, kind):
    assert f"callout-{kind}" in pages["fr"]
    titles = re.findall(r'class="callout-title">\s*(.*?)\s*</div>', pages["fr"])
    titles = [words(title) for title in titles]
    assert titles == ["Note", "Astuce", "Important", "Avertissement Rupture de série en 2023"]
    folded = re.findall(r"<details>\s*<summary>(.*?)</summary>", pages["fr"], re.DOTALL)
    assert "Mise en garde Petites bases" in [" ".join(words(each).split()) for each in folded]


def test_the_same_bytes_in_another_folder(pages, tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("PADAI_SECRET", "x")
    (tmp_path / "elsewhere").mkdir()
    written = make(PROJECT, DOCUMENTS["fr"], tmp_path / "elsewhere" / "out", "fr")
    assert written[0].path.read_text(encoding="utf-8") == pages["fr"]


def test_cells_see_the_store_and_little_else(tmp_path, monkeypatch):
    monkeypatch.setenv("PADAI_SECRET", "respondents")
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "estimates.csv").write_text("a\n1\n")
    project = tmp_path / "project"
    (project / "data").mkdir(parents=True)
    (project / "data" / "wave.sav").write_text("respondents")
    text = (
        "```{python}\n#| output: asis\n#| echo: false\nimport os, pathlib\n"
        "print(sorted(p.name for p in pathlib.Path(os.environ['PADAI_STORE']).iterdir()))\n"
        "print(sorted(p.name for p in pathlib.Path().iterdir()), os.environ.get('PADAI_SECRET'))\n"
        "print(os.environ['SOURCE_DATE_EPOCH'], os.environ['TZ'])\n```\n"
    )
    page = one(tmp_path, text)
    assert "[‘estimates.csv’] [‘a.qmd’, ‘figures’] None 1763424000 UTC" in page.replace("\n", " ")


def test_the_banner_is_printed_on_every_page_of_paper(pages):
    (rule,) = re.findall(r'@top-center { content: "([^"]*)"', pages["en"])
    said = re.sub(r"\\([0-9a-f]{6})", lambda m: chr(int(m[1], 16)), rule)
    assert said == "Synthetic data: this report is a demonstration"
    assert '<p class="page-banner">Synthetic data: this report' in pages["en"]


def test_a_banner_cannot_leave_its_style_rule(tmp_path):
    page = one(tmp_path, "x\n", metadata={"banner": '"} </style><script>1</script>'})
    assert "<script" not in page and page.count("</style>") == 1


def test_metadata_given_by_the_pipeline_prevail_as_plain_text(tmp_path):
    page = one(tmp_path, "---\ntitle: old\n---\nx\n", metadata={"title": "*A* <b> : c?"})
    assert "<h1>*A* &lt;b&gt;\u00a0: c\u202f?</h1>" in page
    assert "<title>*A* &lt;b&gt;\u00a0: c\u202f?</title>" in page


def assert_in_french(error: RenderError) -> None:
    """A message stands in French too, whatever a program or Python adds to it in English."""
    told = re.search(
        r"\b(la|le|les|un|une|de|du|des|est|pas|dans|contient|demande|à)\b", error.texts["fr"]
    )
    assert told and error.texts["fr"] != error.texts["en"], error.texts["fr"]


def cell(code: str, *options: str) -> str:
    return "\n".join(["# A", "", "```{python}", *(f"#| {o}" for o in options), code, "```", ""])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (cell("x = 1\nraise ValueError('no')", "label: bad"), "a.qmd:6: cell `bad` failed: Value"),
        (
            cell("class Store: pass\nStore().wave_nmae", "label: bad"),
            "a.qmd:6: cell `bad` uses a field that does not exist: `wave_nmae` .of Store.\\.",
        ),
        (cell("{}['trsut']", "label: bad"), "a.qmd:5: cell `bad` uses a field .*: `trsut`\\."),
        (
            cell("from padai.errors import DefinitionError\nraise DefinitionError('no wave 2031')"),
            "a.qmd:5: cell `unlabelled`: no wave 2031$",
        ),
        (cell("import sys; sys.exit(0)"), "a.qmd:3: .* ends Python instead of the cell"),
        (cell("import os; os._exit(1)"), "a.qmd:3: .* ended its Python process"),
        (cell("import warnings; warnings.warn('old')"), "a.qmd:3: .* writes a warning.*old"),
        ("# A\n\n`{python} nothing`\n", "a.qmd:3: inline `nothing` uses a name"),
        (cell("print('<script>1</script>')", "output: asis"), "a.qmd:3: .* prints HTML"),
        (cell("print('```')", "output: asis"), "a.qmd:3: .* never closed"),
        (cell("import pandas as pd; pd.DataFrame()"), "a.qmd:3: .* not supported .text/html"),
        (cell("1", "label: fig-a", "fig-cap: A", "fig-alt: b"), "a.qmd:3: .* shows no figure"),
        (
            cell("print('![A](x.svg){#fig-a}')", "output: asis"),
            "a.qmd:3 .cell unlabelled.: the figure `x.svg` has no `fig-alt`",
        ),
        (
            cell("print('```{=html}\\n<p onclick=\"x()\">a</p>\\n```')", "output: asis"),
            "a.html: the finished page holds attribute onclick",
        ),
        (cell("print('```{=latex}\\nx\\n```')", "output: asis"), "a.qmd:3 .*raw `latex`"),
    ],
)
def test_a_cell_that_fails_gives_one_message_and_writes_nothing(tmp_path, text, message):
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.html").write_text("the page of yesterday")
    with pytest.raises(RenderError, match=message) as caught:
        one(tmp_path, text)
    assert "Traceback" not in str(caught.value) and "\x1b" not in str(caught.value)
    assert_in_french(caught.value)
    assert [f.name for f in out.iterdir()] == ["a.html"]
    assert (out / "a.html").read_text() == "the page of yesterday"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# A\n\nsee @fig-none\n", "a.qmd:1: `@fig-none` refers to a label that no"),
        ("see [@smith2020]\n", "citations are not supported"),
        ("the $x^2$ here\n", "a.qmd:1: mathematics"),
        ("# A {#sec-a}\n\n@sec-a\n", "needs `number-sections: true`"),
        ("[x](javascript:alert(1))\n", "link 'javascript:alert"),
        ("[x](java&#10;script:alert(1))\n", "a.html: the finished page holds link"),
        ("[x](#nowhere)\n", "link to #nowhere"),
        ('[x]{onclick="y()"}\n', "attribute"),
        ('[x]{style="color:red"}\n', "attribute style"),
    ],
)
def test_prose_that_is_refused_late(tmp_path, text, message):
    with pytest.raises(RenderError, match=message) as caught:
        one(tmp_path, text)
    assert_in_french(caught.value)


def test_an_error_of_padai_keeps_both_languages_out_of_the_kernel(tmp_path):
    text = cell(
        "from padai.errors import DefinitionError\n"
        "raise DefinitionError('no wave 2031.', 'pas de vague 2031.', where='demo')"
    )
    with pytest.raises(RenderError) as caught:
        one(tmp_path, text)
    assert caught.value.texts["en"].endswith("cell `unlabelled`: demo: no wave 2031.")
    said = caught.value.texts["fr"].replace("\u00a0", " ")
    assert said.endswith("la cellule `unlabelled` : demo : pas de vague 2031.")


def test_an_error_of_padai_leaves_the_kernel_in_every_language(tmp_path):
    text = cell(
        "from padai.errors import DefinitionError, Said\n"
        "raise DefinitionError(Said('padai-not-found'), where='demo')"
    )
    with pytest.raises(RenderError) as caught:
        one(tmp_path, text)
    told = caught.value.text("es")
    assert told.endswith("demo: no se encuentra")
    assert "la celda `unlabelled`" in told


def test_a_hanging_cell_is_stopped(tmp_path, monkeypatch):
    """The kernel is named by the folder it works in; it is not there at the end."""
    folder, temporary = f"padai-{uuid.uuid4().hex[:8]}", tempfile.TemporaryDirectory
    monkeypatch.setattr(tempfile, "TemporaryDirectory", lambda **_: temporary(prefix=folder))
    most = 0

    def watch():
        nonlocal most
        while not over.wait(0.1):
            most = max(most, len(running(folder)))

    over = threading.Event()
    watcher = threading.Thread(target=watch)
    code = (
        "import os, threading, time\n"
        "for _ in range(3):\n"
        "    try:\n"
        "        os.fork()\n"
        "    except OSError:\n"
        "        threading.Thread(target=time.sleep, args=(600,)).start()\n"
        "time.sleep(600)"
    )
    watcher.start()
    started = time.monotonic()
    with pytest.raises(RenderError, match=r"a\.qmd:3: cell `slow` was still running .* 4 s"):
        one(tmp_path, cell(code, "label: slow"), timeout=4)
    assert time.monotonic() - started < 15
    over.set()
    watcher.join()
    assert most == 1
    deadline = time.monotonic() + 5
    while running(folder) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert running(folder) == []


def running(folder: str) -> list[int]:
    """Return the processes whose command names a folder, those that only wait to be buried out."""
    found = psutil.process_iter(["cmdline", "status"])
    return [
        process.pid
        for process in found
        if folder in " ".join(process.info["cmdline"] or [])
        and process.info["status"] != psutil.STATUS_ZOMBIE
    ]


def test_a_kernel_that_was_started_is_waited_for(tmp_path):
    """A kernel left unread would hide its processor time from who measures a build."""
    before = {child.pid for child in psutil.Process().children()}
    one(tmp_path, "```{python}\n#| echo: false\nprint(1)\n```\n")
    assert {child.pid for child in psutil.Process().children()} <= before


def test_a_document_leaves_no_open_file(tmp_path):
    """Each left eighteen, and two threads: a thousand documents later nothing could be opened."""
    opened = []
    for name in "abc":
        (tmp_path / name).mkdir()
        one(tmp_path / name, "```{python}\n#| echo: false\nprint(1)\n```\n")
        opened.append(psutil.Process().num_fds())
    assert opened[2] <= opened[0] + 2


def test_a_bomb_for_the_parser_is_stopped(tmp_path):
    bomb = "[" * 4000 + "a" + "]" * 4000
    with pytest.raises(RenderError, match=r"pandoc \(a\.qmd\) took more than"):
        one(tmp_path, bomb + "\n", timeout=2)


def test_the_words_that_hold_the_places_of_a_page_are_but_words_in_a_text(tmp_path):
    """The style and the policy take their own places, and no text that names those."""
    named = "@PADAI-POLICY@ <style>@PADAI-STYLE@</style>"
    front = f"---\ntitle: Essai\ndescription: '{named}'\n---\n\n"
    page = one(tmp_path, front + named.replace("<", "\\<").replace("@", "\\@") + "\n")
    assert page.count("default-src 'none'") == 1
    assert page.count("color-scheme: light") == 1
    assert "@PADAI-STYLE@" in words(page)
    assert 'content="@PADAI-POLICY@ &lt;style&gt;@PADAI-STYLE@' in page


def test_all_documents_or_none(tmp_path):
    project = tmp_path / "project"
    project.mkdir()
    (project / "a.qmd").write_text("good\n")
    (project / "b.qmd").write_text("{{< video x >}}\n")
    store = tmp_path / "store"
    store.mkdir()
    with pytest.raises(RenderError, match="video"):
        render(
            project,
            ["a.qmd", "b.qmd"],
            tmp_path / "out",
            store=store,
            lang="fr",
            source_date=0,
            engine="embedded",
        )
    assert not (tmp_path / "out").exists()


def test_a_file_of_the_overrides_takes_the_place_of_the_template(tmp_path):
    for name in ("project", "mine"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "_b.qmd").write_text(f"from {name}\n")
    page = one(tmp_path, "{{< include _b.qmd >}}\n", overrides=tmp_path / "mine")
    assert "from mine" in page and "from project" not in page


@pytest.mark.parametrize("document", ["../x.qmd", "a.txt", "none.qmd"])
def test_a_document_is_a_qmd_file_of_the_project(tmp_path, document):
    with pytest.raises(RenderError, match=r"\.qmd file|no document"):
        make(PROJECT, document, tmp_path / "out")


def test_quarto_is_asked_for_and_absent(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RenderError, match=r"no `quarto` on the PATH.*quarto\.org") as caught:
        find_renderer("quarto")
    assert caught.value.exit_code == 2
    assert find_renderer("auto").name == "embedded"


@pytest.mark.parametrize(("version", "taken"), [("1.9.38", False), ("1.10.0", True)])
def test_quarto_is_taken_from_1_10(monkeypatch, tmp_path, version, taken):
    program = tmp_path / "quarto"
    program.write_text(f"#!/bin/sh\necho {version}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert find_renderer("auto").name == "embedded"  # a Quarto nearby changes nothing by itself
    if taken:
        assert find_renderer("quarto").name == "quarto"
    else:
        with pytest.raises(RenderError, match=r"quarto 1\.9\S* .* too old"):
            find_renderer("quarto")


PAGE = (
    '<html><head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    "<style></style></head><body>{}</body></html>"
)


@pytest.mark.parametrize(
    "part",
    [
        "<script>x</script>",
        "<iframe src='x'></iframe>",
        "<img src='https://x.org/a.png' alt='a'>",
        "<img src='data:image/png;base64,AAAA'>",
        "<img src='data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9IngiLz4=' alt='a'>",
        "<p onmouseover='x'>a</p>",
        "<a href='JaVaScRiPt:x'>a</a>",
        "<a href='&#1;java\tscript:x'>a</a>",
        "<a href='data:text/html,x'>a</a>",
        "<a href='vbscript:x'>a</a>",
        "<form></form>",
        "<button>a</button>",
        "<button type='submit' popovertarget='m'>a</button><ul id='m' popover></ul>",
        "<button type='button' popovertarget='m'>a</button>",
        "<button type='button' popovertarget='m' onclick='x'>a</button><ul id='m' popover></ul>",
        "<div popover>a</div>",
        "<ul popover='manual'></ul>",
        "<link rel='stylesheet' href='x.css'>",
        "<base href='https://x.org/'>",
        "<meta http-equiv='refresh' content='0;url=https://x.org'>",
        "<object data='x'></object>",
        "<svg></svg>",
        "<p style='color:red'>a</p>",
        "<style>@import 'x'</style>",
        "<p id='a'></p><p id='a'></p>",
    ],
)
def test_the_scan_refuses(part):
    menu = "<button type='button' popovertarget='m'>a</button><ul id='m' popover></ul>"
    scan_page(PAGE.format(f"<p>good</p>{menu}"), "x.html")
    with pytest.raises(RenderError, match=r"x\.html: the finished page holds"):
        scan_page(PAGE.format(part), "x.html")


def test_the_scan_lets_in_the_one_script_that_is_named():
    named = source_hash("run()")
    page = PAGE.format("<script>run()</script>").replace(
        "default-src 'none'", f"default-src 'none'; script-src {named}"
    )
    scan_page(page, "x.html", script=named)
    for wrong, script in (
        (page, None),  # a page that may hold none
        (page.replace("run()", "runs()"), named),
        (page.replace("</script>", "</script><script>run()</script>"), named),
        (page.replace("<script>", "<script defer>"), named),
        (page.replace("<script>run()</script>", ""), named),
        (page.replace(f"script-src {named}", "script-src 'unsafe-inline'"), named),
        (page.replace(f"; script-src {named}", ""), named),
    ):
        with pytest.raises(RenderError):
            scan_page(wrong, "x.html", script=script)


def test_the_scan_wants_a_content_security_policy():
    with pytest.raises(RenderError, match="no content security policy"):
        scan_page("<html><style></style></html>", "x.html")


@pytest.mark.parametrize(
    "inside",
    [
        "<script/>",
        "<foreignObject/>",
        "<a/>",
        "<use href='https://x.org'/>",
        "<rect onload='x'/>",
        "<rect style='fill:url(https://x.org)'/>",
        "<image href='x'/>",
        "<style>@import url(https://x.org/a.css)</style>",
    ],
)
def test_a_picture_holds_shapes_only(inside):
    svg = "<svg xmlns='http://www.w3.org/2000/svg'>{}</svg>"
    assert svg_problem(svg.format("<rect style='fill:url(#a)'/>").encode()) is None
    assert svg_problem(svg.format(inside).encode()) is not None
    assert svg_problem(b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>") == "an entity"


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_in_a_browser_the_page_fits_and_asks_for_nothing(pages, tmp_path, width):
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("chromium-browser")
    said: list[str] = []
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for lang, content in pages.items():
            file = tmp_path / f"{lang}.html"
            file.write_text(content, encoding="utf-8")
            view = browser.new_page(viewport={"width": width, "height": 800})
            view.on("console", lambda message: said.append(message.text))
            view.on("request", lambda request: said.append(request.url))
            view.goto(file.as_uri())
            assert view.evaluate("document.documentElement.scrollWidth") == width
            heights = view.eval_on_selector_all("img", "all => all.map(i => i.naturalHeight)")
            assert heights and all(heights)
            style = "getComputedStyle(document.querySelector('h1')).color"
            assert view.evaluate(style) == "rgb(10, 51, 80)"
            view.keyboard.press("Tab")
            assert view.evaluate("document.activeElement.className") == "skip-link"
        browser.close()
    assert [line for line in said if not line.startswith(("file:", "data:"))] == []


def test_a_kernel_that_does_not_start_is_one_message(tmp_path, monkeypatch):
    from padai.publishing.engine import code_cells

    monkeypatch.setattr(code_cells.sys, "executable", shutil.which("false"))
    with pytest.raises(RenderError, match="kernel that runs the cells did not start"):
        one(tmp_path, cell("1"))
