"""Make the whole site: run the pages, make the reference, set every page, check the links."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from docs.builder import api, fields, pages, search, tables
from docs.builder.frame import SECTIONS, Links, Sheet, bar, finished, request, search_form
from docs.builder.links import dead_links
from docs.builder.running import Ran, Runner, kept
from docs.builder.source import LANGUAGES, SITE, Page, SourceError, read_pages, write_prints
from padai.browser import PAGE_NAMES
from padai.browser import page as browser_page
from padai.publishing.pieces.page_setter import page_setter
from padai.publishing.products.site.around import with_bar

Say = Callable[[str], None]

#: Folder of the pages that compute in a browser; ``page:tool/plan`` and ``page:tool/check`` lead there.
TOOLS = "tools"


@dataclass
class Made:
    """What was made, what was wrong, and what was not run."""

    pages: int = 0
    run: int = 0
    wrong: list[str] = field(default_factory=list)
    not_run: list[str] = field(default_factory=list)


def make(
    out: Path,
    *,
    say: Say,
    accept: bool = False,
    slow: bool = False,
    only: str = "",
    run: bool = True,
) -> Made:
    """Make the site into a folder.

    Parameters
    ----------
    out
        The folder; what stood there is replaced page by page.
    say
        Called with what is being done.
    accept
        Put what the code printed into the sources, to be read and committed, instead of holding
        the sources to it.
    slow
        Also run what takes long, as at night.
    only
        Part of a key: only these pages are run; all are set.
    run
        Whether code is run; without, the pages show what their sources say.
    """
    made = Made()
    chosen = [p for p in read_pages() if only in p.key]
    ran = _run_all(chosen, made, say, accept=accept, slow=slow) if run else {}
    sources = read_pages()
    sheets = _sheets(sources, ran, made, say, run=run, only=only)
    _set_all(out, sheets, sources, ran, made, say)
    return made


def _run_all(
    sources: Sequence[Page], made: Made, say: Say, *, accept: bool, slow: bool
) -> dict[str, Ran]:
    ran: dict[str, Ran] = {}
    with tempfile.TemporaryDirectory(prefix="padai-docs-") as scratch:
        runner = Runner(Path(scratch), slow=slow)
        for page in sources:
            if not any(code.runs for code in page.codes):
                continue
            say(f"run {page.key}")
            try:
                found = runner.run(page)
            except SourceError as error:
                made.wrong.append(str(error))
                continue
            ran[page.key] = found
            made.run += len(found.printed)
            if found.lacking:
                made.not_run.append(f"{page.key} ({found.lacking})")
            elif found.left_out:
                made.not_run.append(f"{page.key} (slow: {found.left_out})")
            if found.wrong and accept:
                write_prints(SITE / f"{page.key}.md", kept(page, found.printed))
            else:
                made.wrong += found.wrong
    return ran


def _sheets(
    sources: Sequence[Page], ran: dict[str, Ran], made: Made, say: Say, *, run: bool, only: str
) -> list[Sheet]:
    sheets = [
        pages.sheet(page, ran.get(page.key, Ran()), lang)
        for page in sources
        for lang in LANGUAGES
        if not page.meta.get("inside")
    ]
    say("reference")
    examples = next((p for p in read_pages() if p.key == "reference/examples"), None)
    assert examples is not None
    if run and not only:
        told = {c.options["name"]: c for c in examples.codes if "name" in c.options}
        made.wrong += api.check_docstrings(told)
        made.wrong += [f"example of a field: {wrong}" for wrong in fields.untrue()]
    order = {section: at for at, section in enumerate(("home", *SECTIONS))}
    sheets += [*api.sheets(examples), *fields.sheets(), *tables.sheets()]
    sheets = [replace(s, body=s.body.replace("@parts@", pages.home_list(s.lang))) for s in sheets]
    sheets = sorted(sheets, key=lambda s: order[s.section])
    return [*sheets, *pages.sections(sheets), *(search.search_sheet(lang) for lang in LANGUAGES)]


def names_of(sheets: Iterable[Sheet]) -> dict[str, tuple[str, str]]:
    """Return where each public name and command is documented: page and section."""
    found = {}
    for group, (_, _, _, names) in api.GROUPS.items():
        for name in names:
            found[f"padai.{name}"] = (f"reference/api-{group}", name)
    for one in sheets:
        if one.key == "reference/commands":
            for title, anchor in re.findall(
                r"^## (padai [a-z-]+).*?\{#([a-z-]+)\}", one.body, re.M
            ):
                found[title] = (one.key, anchor)
    return found


def _set_all(
    out: Path,
    sheets: Sequence[Sheet],
    sources: Sequence[Page],
    ran: dict[str, Ran],
    made: Made,
    say: Say,
) -> None:
    links = Links(sheets, names_of(sheets))
    tools = {f"{TOOLS}/{name}": browser_page(*of) for of, name in PAGE_NAMES.items()}
    links.addresses |= {
        (f"tool/{kind}", lang): f"{TOOLS}/{name}" for (kind, lang), name in PAGE_NAMES.items()
    }
    by_key = {page.key: page for page in sources}
    index: dict[str, list[list[str]]] = {lang: [] for lang in LANGUAGES}
    finished_pages: dict[str, str] = {}
    for lang in LANGUAGES:
        say(f"set {lang}")
        own = [s for s in sheets if s.lang == lang]
        with page_setter(lang, 0) as setter:
            requests = [request(s, links, *_beside(s, own)) for s in own]
            for one, (_, formats) in zip(own, setter.pages(requests), strict=True):
                page = with_bar(formats["html"].decode(), lang, bar(one, links))
                page = page.replace(
                    "</div>\n</header>",
                    search_form(lang, links.between(one, "search")) + "\n</div>\n</header>",
                    1,
                )
                if one.key in by_key and one.key in ran:
                    for mark, figure in pages.figures(by_key[one.key], ran[one.key], lang).items():
                        page = page.replace(mark, figure, 1)
                if one.key == "search":
                    script = search.search_script(lang, index[lang])
                    page = finished(page, lang, script=script, body=search.search_body(lang))
                else:
                    index[lang] += search.entries(one, page)
                    page = finished(page, lang)
                finished_pages[one.address] = page
    made.wrong += links.dead + search.uncalled(sheets, index)
    made.wrong += dead_links(finished_pages | tools)
    for address, page in (finished_pages | tools).items():
        path = out / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="\n")
    _around(out, sheets)
    made.pages = len(finished_pages)


def _beside(one: Sheet, own: Sequence[Sheet]) -> tuple[Sheet | None, Sheet | None]:
    """Return the pages before and after one in its part of the site."""
    row = [s for s in own if s.section == one.section and s.key != one.section]
    if one not in row or one.section not in SECTIONS:
        return None, None
    at = row.index(one)
    return (row[at - 1] if at else None), (row[at + 1] if at + 1 < len(row) else None)


def _around(out: Path, sheets: Sequence[Sheet]) -> None:
    """Write what stands beside the pages: the front door, and the list for programs."""
    (out / "index.html").write_text(
        '<!DOCTYPE html>\n<html lang="fr-CA">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="refresh" content="0; url=fr/index.html">\n<title>padai</title>\n</head>\n'
        '<body>\n<main><h1>padai</h1>\n<p><a href="fr/index.html">Documentation en français</a></p>\n'
        '<p lang="en"><a href="en/index.html">Documentation in English</a></p></main>\n'
        "</body>\n</html>\n",
        encoding="utf-8",
    )
    lines = [
        "# padai", "",
        "> Validate, weight, compare and publish the waves of a repeated survey, in French and "
        "English. Every example of these pages is run when the site is made.", "",
        "`padai skill` prints a short guide for whoever writes code with padai: what exists, in "
        "which order, and what never to do.", "",
    ]  # fmt: skip
    for section, names in SECTIONS.items():
        lines += [f"## {names['en'][1]}", ""]
        lines += [
            f"- [{s.title}]({s.address}): {s.about}"
            for s in sheets
            if s.lang == "en" and s.section == section and s.key != section
        ]
        lines.append("")
    (out / "llms.txt").write_text("\n".join(lines), encoding="utf-8", newline="\n")
