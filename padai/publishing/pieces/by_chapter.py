"""Part a long report into a page a chapter, so that a telephone loads what is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path

from padai.words import Said, Tabled
from padai.words.languages import Named, base

MOST = 1_500_000
"""The most bytes that a page of the report may have."""
_MAIN = re.compile(r'<main id="contenu"[^>]*>\n')
_CHAPTER = re.compile(r'^<section id="sec-([a-z0-9-]+)" class="level2"[^>]*>$', re.MULTILINE)
_HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>", re.DOTALL)
_FIRST = re.compile(r"</h2>\s*<p>(.*?)</p>", re.DOTALL)
_ANCHOR = re.compile(r'<a href="#[^"]*" class="anchor"[^>]*></a>')
_ID = re.compile(r'\bid="([^"]+)"')
_TARGET = re.compile(r'href="#([^"]+)"')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_TWINS = (
    Named(fr="faits-saillants", en="key-findings"), Named(fr="ensemble", en="overall"),
    Named(fr="suites", en="follow-up"), Named(fr="comparabilite", en="comparability"),
    Named(fr="methodologie", en="methodology"),
    Named(fr="estimations-regionales", en="small-areas"),
)  # fmt: skip
"""The chapters that padai names itself; others bear the same name in every language."""
_WORDS = Tabled(
    {
        "list": Said("publishing-site-chapters"),
        "report": Said("publishing-site-full-report"),
        "trail": Said("publishing-site-breadcrumb"),
        "turn": Said("publishing-site-previous-and-next-chapter"),
        "before": Said("publishing-site-previous"),
        "after": Said("publishing-site-next"),
    }
)


@dataclass(frozen=True)
class _Chapter:
    """A chapter: what its page is named after, its HTML, its heading as HTML without a link."""

    name: str
    html: str

    @property
    def heading(self) -> str:
        heading = _HEADING.search(self.html)
        return _ANCHOR.sub("", heading[1]) if heading else self.name

    @property
    def plain(self) -> str:
        """The heading as text."""
        return unescape(re.sub(r"<[^>]+>", "", self.heading))

    @property
    def lead(self) -> str:
        """The paragraph that the chapter opens with, which says what was found."""
        first = _FIRST.search(self.html)
        return first[1] if first else ""


def part_report(path: Path, lang: str, most: int = MOST) -> list[Path]:
    """Part a report that is too long for one page; return the pages of its chapters.

    The report's own page keeps its opening, its first chapter and a list of the others; every
    address of a chapter still leads to it, and links between chapters lead to the right page.

    Parameters
    ----------
    path
        The finished page of a report, set by the embedded engine.
    lang
        ``"fr"`` or ``"en"``.
    most
        The bytes that one page may have.

    Returns
    -------
    list of pathlib.Path
        Nothing where the page is short enough, or has no chapters.
    """
    page = path.read_text(encoding="utf-8")
    start, end = _MAIN.search(page), page.rfind("</main>")
    if len(page.encode()) <= most or start is None or 'class="footnotes"' in page:
        return []
    inner = page[start.end() : end]
    opening, chapters = _parted(inner)
    if len(chapters) < 2:
        return []
    around = page[: start.end()], page[end:]
    first, *others = chapters
    homes = _homes(path, opening + first.html, others)
    names = [_file(path, chapter) for chapter in others]
    body = f"{opening}{first.html}{_list(path, others, lang)}"
    _write(path, around[0] + body + around[1], homes)
    for place, chapter in enumerate(others):
        head = _chapter_head(around[0], path, chapter, lang)
        turn = _turn(path, others, place, lang)
        _write(path.with_name(names[place]), head + chapter.html + turn + around[1], homes)
    return [path.with_name(name) for name in names]


def _parted(inner: str) -> tuple[str, list[_Chapter]]:
    """Return what stands before the chapters, and the chapters in their order."""
    starts = list(_CHAPTER.finditer(inner))
    ends = [m.start() for m in starts[1:]] + [len(inner)]
    chapters = [_Chapter(m[1], inner[m.start() : e]) for m, e in zip(starts, ends, strict=True)]
    return (inner[: starts[0].start()] if starts else inner), chapters


def _file(path: Path, chapter: _Chapter) -> str:
    return f"{path.stem}-{chapter.name}.html"


def _homes(path: Path, opening: str, chapters: list[_Chapter]) -> dict[str, str]:
    """Return the file in which each address of the report stands."""
    homes = {name: path.name for name in ("contenu", *_ID.findall(opening))}
    for chapter in chapters:
        homes |= dict.fromkeys(_ID.findall(chapter.html), _file(path, chapter))
    return homes


def _write(path: Path, page: str, homes: dict[str, str]) -> None:
    """Write a page whose links lead to the file in which their target stands."""

    def led(match: re.Match[str]) -> str:
        home = homes.get(match[1], path.name)
        return (
            match[0]
            if home == path.name or match[1] == "contenu"
            else f'href="{home}{_to(match[1])}"'
        )

    path.write_text(_TARGET.sub(led, page), encoding="utf-8", newline="\n")


def _to(anchor: str) -> str:
    return f"#{anchor}"


def _list(path: Path, chapters: list[_Chapter], lang: str) -> str:
    """Return the list of chapters, each with what it found; old addresses lead to its items."""
    items = "\n".join(
        f'<li id="sec-{c.name}"><a href="{_file(path, c)}">{c.heading}</a>'
        + (f"<p>{c.lead}</p>" if c.lead else "")
        + "</li>"
        for c in chapters
    )
    title = _WORDS[lang]["list"]
    return (
        f'<section id="chapitres" class="level2 chapters">\n<h2>{title}</h2>\n'
        f"<ul>\n{items}\n</ul>\n</section>\n"
    )


def _chapter_head(head: str, path: Path, chapter: _Chapter, lang: str) -> str:
    """Return the head of the page for a chapter: its name, the way back, its twin."""
    words = _WORDS[lang]
    head = _TITLE.sub(
        lambda m: f"<title>{escape(chapter.plain, quote=False)} · {m[1]}</title>", head, count=1
    )
    own = f'id="toc-sec-{chapter.name}"'
    head = head.replace(own, f'{own} aria-current="true"', 1)
    head = head.replace('<body class="with-toc">', '<body class="with-toc chapter">', 1)
    head = re.sub(
        r'(<p class="alternate"><a href="[^"#]+)" lang="([^"]+)"',
        lambda m: f'{m[1]}#sec-{_twin(chapter.name, lang, m[2])}" lang="{m[2]}"',
        head,
    )
    trail = (
        f'<nav class="trail" aria-label="{words["trail"]}">\n<ul>\n'
        f'<li><a href="{path.name}">{words["report"]}</a></li>\n'
        f"<li>{escape(chapter.plain, quote=False)}</li>\n</ul>\n</nav>\n"
    )
    return head.replace("<h1>", f"{trail}<h1>", 1)


def _twin(name: str, lang: str, other: str) -> str:
    """Return what a chapter is called in another language's report.

    Examples
    --------
    >>> _twin("methodologie", "fr", "es"), _twin("methodology", "en", "fr-CA")
    ('methodology', 'methodologie')
    """
    mine, theirs = base(lang), base(other)
    return next((named[theirs] for named in _TWINS if named[mine] == name), name)


def _turn(path: Path, chapters: list[_Chapter], place: int, lang: str) -> str:
    """Return links to the chapters before and after."""
    words = _WORDS[lang]
    before = (
        (path.name, words["report"])
        if place == 0
        else (_file(path, chapters[place - 1]), chapters[place - 1].plain)
    )
    links = [turn_link("prev", words["before"], *before)]
    if place + 1 < len(chapters):
        following = chapters[place + 1]
        links.append(turn_link("next", words["after"], _file(path, following), following.plain))
    return turn(words["turn"], links)


def turn_link(which: str, word: str, address: str, text: str) -> str:
    """Return a link to the page before or after, as an item of a list."""
    return (
        f'<li class="{which}"><a href="{escape(address)}" rel="{which}">'
        f"<span>{escape(word)}</span> {escape(text, quote=False)}</a></li>"
    )


def turn(label: str, links: list[str]) -> str:
    """Return the links to the pages before and after as a landmark."""
    return (
        f'<nav class="turn" aria-label="{escape(label)}">\n<ul>\n'
        + "\n".join(links)
        + ("\n</ul>\n</nav>\n")
    )
