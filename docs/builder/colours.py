"""Colour the code of a page: words of the language, texts, numbers and remarks, each its own."""

from __future__ import annotations

import html
import re
from functools import cache
from typing import Any

#: What Pygments calls the languages of the blocks; SPSS it does not know.
_LEXERS = {
    "python": "python", "console": "console", "yaml": "yaml", "r": "r", "stata": "stata",
    "sas": "sas",
}  # fmt: skip
_BLOCK = re.compile(r'(<pre\b[^>]*\bclass="([a-z]+)"[^>]*><code>)(.*?)(</code></pre>)', re.DOTALL)


def coloured(page: str) -> str:
    """Return a page whose blocks of code hold spans of the classes ``k``, ``s``, ``n`` and ``c``.

    The text of a block stays what it was, sign for sign.
    """
    return _BLOCK.sub(_block, page)


def _block(match: re.Match[str]) -> str:
    opening, kind, code, closing = match.groups()
    if kind not in _LEXERS or "<" in code:
        return match[0]
    return f"{opening}{_spans(_LEXERS[kind], html.unescape(code))}{closing}"


@cache
def _lexer(name: str) -> Any:
    from pygments.lexers import get_lexer_by_name

    return get_lexer_by_name(name, stripnl=False)


@cache
def _classes() -> tuple[tuple[Any, str], ...]:
    from pygments.token import Comment, Keyword, Name, Number, Operator, String

    return (
        (Comment, "c"),
        (String, "s"),
        (Number, "n"),
        (Keyword, "k"),
        (Operator.Word, "k"),
        (Name.Tag, "k"),
    )


def _spans(name: str, code: str) -> str:
    made = []
    # A lexer of consoles loses a last line without its end.
    for token, text in _lexer(name).get_tokens(f"{code}\n"):
        shown = html.escape(text, quote=False)
        role = next((role for kind, role in _classes() if token in kind), "")
        made.append(f'<span class="{role}">{shown}</span>' if role and text.strip() else shown)
    return "".join(made).removesuffix("\n")
