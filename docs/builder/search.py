"""The search of the site: an index of every section, and the page that asks it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from html import unescape
from posixpath import relpath

import yaml

from docs.builder.frame import SEARCH, Sheet
from docs.builder.source import LANGUAGES, SITE

_SECTION = re.compile(r"<h([1-4])(?:[^>]*)>(.*?)</h\1>", re.S)
_ID = re.compile(r'<section id="([^"]+)"')
_DETAIL = 1200
_SHORT = 240
_TERM = re.compile(r'<dt><span id="([^"]+)">(.*?)</dt>\s*<dd>(.*?)</dd>', re.S)
_ROW = re.compile(r'<tr>\s*<t[hd][^>]*><span id="([^"]+)">(.*?)</t[hd]>(.*?)</tr>', re.S)


@cache
def called() -> Mapping[str, Mapping[str, str]]:
    """Return what people say for pages and sections that do not use their words, by key."""
    made: dict[str, dict[str, str]] = yaml.safe_load(
        (SITE / "asked.yaml").read_text(encoding="utf-8")
    )
    return made


def uncalled(sheets: Iterable[Sheet], index: Mapping[str, Iterable[list[str]]]) -> list[str]:
    """Return the keys of ``asked.yaml`` that no page or section took, or that lack a language."""
    places = {(sheet.key, sheet.lang): relpath(sheet.address, sheet.lang) for sheet in sheets}
    taken = {lang: {entry[0] for entry in index[lang] if len(entry) > 4} for lang in LANGUAGES}
    wrong = []
    for key, words in called().items():
        page, mark, anchor = key.partition("#")
        if set(words) != set(LANGUAGES):
            wrong.append(f"asked.yaml: {key!r} needs words in each language")
            continue
        wrong += [
            f"asked.yaml: there is no page or section {key!r} ({lang})"
            for lang in LANGUAGES
            if places.get((page, lang), "") + mark + anchor not in taken[lang]
        ]
    return wrong


def plain(html: str) -> str:
    """Return the words of some HTML."""
    html = re.sub(r'<a [^>]*class="anchor"[^>]*></a>', "", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def entries(sheet: Sheet, page: str) -> list[list[str]]:
    """Return an entry for each section, and each term that has an anchor, of a page.

    An entry is an address, the title of the page, the section or term, words, and, where
    ``asked.yaml`` has some, what people call it.
    """
    main = page[page.index("<main") : page.index("</main>")]
    address = relpath(sheet.address, sheet.lang)
    parts = re.split(r'(?=<section id=")', main)
    found = [[address, sheet.title, "", f"{sheet.about} {plain(parts[0])[:_DETAIL]}"]]
    for part in parts[1:]:
        anchor, head = _ID.match(part), _SECTION.search(part)
        if anchor and head:
            words = plain(part[head.end() :])[:_DETAIL]
            found.append([f"{address}#{anchor[1]}", sheet.title, plain(head[2]), words])
    for anchor, term, said in _TERM.findall(main):
        found.append([f"{address}#{anchor}", sheet.title, plain(term), plain(said)[:_SHORT]])
    for anchor, term, rest in _ROW.findall(main):
        code, *said = [plain(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", rest, re.S)]
        named = f"{plain(term)} ({code})" if code else plain(term)
        found.append([f"{address}#{anchor}", sheet.title, named, " ".join(said)[:_SHORT]])
    for entry in found:
        key = sheet.key + entry[0].removeprefix(address)
        if key in called():
            entry.append(called()[key][sheet.lang])
    return found


def search_script(lang: str, index: Iterable[list[str]]) -> str:
    """Return the one script of the search page: the index, then the code."""
    data = json.dumps(list(index), ensure_ascii=False, separators=(",", ":"))
    data = data.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    code = (SITE / "assets" / "search.js").read_text(encoding="utf-8").strip()
    return (
        f'(() => {{\n"use strict";\nconst LANG = "{lang}";\nconst INDEX = {data};\n{code}\n}})();\n'
    )


def search_sheet(lang: str) -> Sheet:
    """Return the page that the search field leads to."""
    about = {
        "fr": "Chaque page, chaque nom, chaque champ, chaque commande; rien n’est envoyé.",
        "en": "Every page, name, field and command; nothing is sent anywhere.",
    }[lang]
    slug, title = SEARCH[lang]
    return Sheet("search", lang, slug, title, about, "PADAIBODY\n", toc=False)


def search_body(lang: str) -> str:
    """Return what the search page holds before its script runs."""
    label = "Chercher" if lang == "fr" else "Search for"
    off = (
        "La recherche a besoin de JavaScript; les listes de chaque partie mènent aux mêmes pages."
        if lang == "fr"
        else "The search needs JavaScript; the lists of each part lead to the same pages."
    )
    return (
        f'<div class="finder"><label for="q">{label}</label> <input id="q" type="search" '
        f'autocomplete="off"></div>\n<p id="count" role="status">{off}</p>\n'
        '<ol id="found" class="found"></ol>'
    )
