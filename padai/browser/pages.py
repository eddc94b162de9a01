"""Set the two pages: one file each and a language, whose policy names its one script."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Literal

from padai.errors import DefinitionError, refused_by_system
from padai.words import Said
from padai.words.languages import tag_of

Kind = Literal["plan", "check"]
Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")
PAGE_NAMES: dict[tuple[Kind, Language], str] = {
    ("plan", "fr"): "planifier.html",
    ("plan", "en"): "plan.html",
    ("check", "fr"): "verifier.html",
    ("check", "en"): "check.html",
}
_SCRIPTS: dict[Kind, tuple[str, ...]] = {
    "plan": ("0-words.js", "1-distributions.js", "2-planning.js", "5-plan-page.js"),
    "check": ("0-words.js", "5-check-page.js"),
}
_WORKER = ("1-sav.js", "2-cases.js", "3-checks.js", "4-worker.js")
_START: dict[Kind, str] = {"plan": "startPlan();", "check": "startCheck();"}


def write_pages(out: str | Path) -> list[Path]:
    """Write both pages in both languages into a folder, and return the files.

    Parameters
    ----------
    out
        The folder; it is made where there is none. Files of these names are replaced.

    Returns
    -------
    list of pathlib.Path
        Each is complete in itself: it may be sent, put on a website, or opened from a disk.

    Raises
    ------
    DefinitionError
        The folder cannot be written to.

    Examples
    --------
    >>> import tempfile
    >>> [path.name for path in write_pages(tempfile.mkdtemp())][:2]
    ['planifier.html', 'plan.html']
    """
    folder, written = Path(out), []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for (kind, lang), name in PAGE_NAMES.items():
            path = folder / name
            path.write_text(page(kind, lang), encoding="utf-8", newline="\n")
            written.append(path)
    except OSError as error:
        why = refused_by_system(error)
        if why is None:
            raise
        raise DefinitionError(Said("cli-pages-not-written", path=folder, why=why)) from None
    return written


def page(kind: Kind, lang: Language) -> str:
    """Return a page as one HTML text.

    Parameters
    ----------
    kind
        ``plan`` or ``check``.
    lang
        ``fr`` or ``en``.

    Examples
    --------
    >>> "connect-src 'none'" in page("plan", "en")
    True
    """
    words = messages(kind, lang)
    style = _asset("page.css")
    script = _script(kind, lang, words)
    policy = _policy(style, script)
    other = next(each for each in LANGUAGES if each != lang)
    escaped = {name: html.escape(text) for name, text in words.items()}
    body = re.sub(r"\{(\w+)\}", lambda match: escaped[match[1]], _asset(f"{kind}.html"))
    return f"""<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{escaped["title"]}</title>
<style>{style}</style>
</head>
<body class="{kind}">
<header><div>
<p class="alternate"><a href="{PAGE_NAMES[kind, other]}" hreflang="{other}" lang="{other}">{escaped["other"]}</a></p>
<h1>{escaped["title"]}</h1>
<p>{escaped["lead"]}</p>
<p class="private">{escaped["private"]}</p>
</div></header>
<main>
<noscript><p class="wrong">{escaped["noscript"]}</p></noscript>
{body}</main>
<footer>{escaped["foot"]}</footer>
<script>{script}</script>
</body>
</html>
"""  # noqa: E501


def messages(kind: Kind, lang: Language) -> dict[str, str]:
    """Return every message of a page in one language."""
    place = LANGUAGES.index(lang)
    both = {**json.loads(_asset("shared.json")), **json.loads(_asset(f"{kind}.json"))}
    return {name: str(texts[place]) for name, texts in both.items()}


def _script(kind: Kind, lang: Language, words: dict[str, str]) -> str:
    """Return the one script of a page: its words, its code, its start."""
    literal = _literal(words)
    worker = "\n".join(_asset(name) for name in _WORKER) if kind == "check" else ""
    code = "\n".join(_asset(name).strip() for name in _SCRIPTS[kind])
    return (
        f'(() => {{\n"use strict";\nconst LOCALE = "{tag_of(lang)}";\n'
        f"const WORDS = {literal};\n"
        + (f"const WORKER = {_literal(worker)};\n" if worker else "")
        + f"{code}\n{_START[kind]}\n}})();\n"
    )


def _literal(content: object) -> str:
    """Write a value into a script, which no sign of it can end."""
    return json.dumps(content, ensure_ascii=False).replace("<", "\\u003c")


def _asset(name: str) -> str:
    return (files("padai.browser") / "assets" / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Return what a browser lets the page do: its own style and script, and nothing outside."""
    return "; ".join(
        [
            "default-src 'none'",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            f"style-src {_hash(style)}",
            f"script-src {_hash(script)}",
            "worker-src blob:",
        ]
    )


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
    return f"'sha256-{digest}'"
