"""Mark the language of texts that a page holds in another language than its own.

The labels of a file stay as they are in the draft of a survey of which padai does not speak the
language. A screen reader must be told, and French typography must be taken back out of them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from padai.survey import Survey
from padai.survey.definition import named_texts, text_tags
from padai.survey.texts import TO_COMPLETE

_MARKUP = re.compile(
    r"(<(?:script|style|title)\b.*?</(?:script|style|title)>|<!--.*?-->|<[^>]*>)", re.DOTALL
)
_SIGNS = "?!:;%$»"
_ANY = r"[ \u00a0\u202f]?"
_SPACES = re.compile(r"[ \u00a0\u202f]+")
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages written from right to left: kept apart, lest a figure beside them lose its sign."""
_SHORTEST = 4
"""Letters under which a text is marked only where it stands alone."""


def foreign_texts(survey: Survey, lang: str) -> dict[str, str]:
    """Return the texts of a definition that exist in other languages only, each with its tag.

    Examples
    --------
    >>> foreign_texts(survey, "fr")  # doctest: +SKIP
    {'Mucha confianza': 'es'}
    """
    tags = {name: own for name, own in text_tags(survey) if lang not in own}
    lone = {name: own[0] for name, own in tags.items() if own and own[0] not in (lang, "")}
    return {
        text: lone[name]
        for name, text in (named_texts(survey) if lone else ())
        if name in lone and text != TO_COMPLETE and any(c.isalpha() for c in text)
    }


def direction(tag: str) -> str:
    """Return the direction of a language's writing.

    Examples
    --------
    >>> direction("ar"), direction("es-CL")
    ('rtl', 'ltr')
    """
    return "rtl" if tag.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"


def mark_foreign_in(pages: Iterable[Path], survey: Survey, lang: str) -> None:
    """Mark the foreign texts of a definition in the pages that were made of it."""
    texts = foreign_texts(survey, lang)
    for path in pages:
        if texts and path.suffix == ".html":
            page = path.read_text(encoding="utf-8")
            path.write_text(mark_foreign(page, texts), encoding="utf-8", newline="\n")


def mark_foreign(page: str, texts: Mapping[str, str]) -> str:
    """Return an HTML page in which each foreign text says its language, as it was written.

    Parameters
    ----------
    texts
        The language tag of each text.

    Examples
    --------
    >>> mark_foreign("<p>Total : ¿Confía ?</p>", {"¿Confía?": "es"})
    '<p>Total : <span lang="es">¿Confía?</span></p>'
    """
    known = {_key(text): (text, tag) for text, tag in texts.items()}
    long = sorted((t for t in texts if len(t) >= _SHORTEST), key=len, reverse=True)
    if not known:
        return page
    within = re.compile("|".join(map(_pattern, long))) if long else None
    parts = _MARKUP.split(page)
    return "".join(p if i % 2 else _marked(p, known, within) for i, p in enumerate(parts))


def _marked(text: str, known: Mapping[str, tuple[str, str]], within: re.Pattern[str] | None) -> str:
    if not text.strip():
        return text

    def spanned(piece: str) -> str:
        entry = known.get(_key(html.unescape(piece)))
        if entry is None:
            return piece
        written, tag = entry
        first = html.unescape(piece)[:1]
        shown = first + written[1:]
        way = ' dir="rtl"' if direction(tag) == "rtl" else ""
        return f'<span lang="{tag}"{way}>{html.escape(shown, quote=False)}</span>'

    bare = text.strip()
    if _key(html.unescape(bare)) in known:
        return text.replace(bare, spanned(bare), 1)
    return within.sub(lambda match: spanned(match[0]), text) if within else text


def _key(text: str) -> str:
    """Reduce a text to what typography does not change: no space before a sign, no first case."""
    plain = re.sub(rf"[ \u00a0\u202f]+(?=[{re.escape(_SIGNS)}])", "", _SPACES.sub(" ", text))
    return plain[:1].lower() + plain[1:]


def _pattern(text: str) -> str:
    """Match a text as a whole, spaced by either language and with either case of its first."""
    signs = []
    for place, sign in enumerate(html.escape(_key(text), quote=False)):
        if sign == " ":
            signs.append(r"[ \u00a0\u202f]")
        elif sign in _SIGNS and not (sign == ";" and "&" in signs[-6:]):
            signs.append(_ANY + re.escape(sign))
        elif place == 0 and sign.isalpha():
            signs.append(f"[{sign.lower()}{sign.upper()}]")
        else:
            signs.append(re.escape(sign))
    return rf"(?<!\w){''.join(signs)}(?!\w)"
