"""Write text from data into a report so that no Markdown parser can read it otherwise.

Cells with ``output: asis`` print Markdown. Whatever comes from a definition or from data goes
through these functions first; each gives exactly the text it was given back to the reader,
whatever signs the text holds, in both engines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from padai.errors import RenderError
from padai.words import Said

_ASCII_SIGN = re.compile(r"([!-/:-@\[-`{-~])")
_NEWLINES = re.compile(r"[\r\n\t\v\f\x85\u2028\u2029]+")
# Controls and what turns the direction of a line: shown as a sign that stands for none.
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"^ +| +$| {2,}")


def md_literal(text: str) -> str:
    r"""Escape a text so that Markdown yields it unchanged, sign for sign.

    Parameters
    ----------
    text
        Any text; a line break becomes a space. In a French document it is then typeset as prose
        is; :func:`md_verbatim` leaves even its spaces alone.

    Examples
    --------
    >>> md_literal("*1* <b> @fig-x $5")
    '\\*1\\* \\<b\\> \\@fig\\-x \\$5'
    """
    line = _NEWLINES.sub(" ", _UNSEEN.sub("\ufffd", text))
    escaped = _ASCII_SIGN.sub(r"\\\1", line)
    return _SPACES.sub(lambda m: "&#32;" * len(m[0]), escaped)


def md_verbatim(text: str, lang: str | None = None) -> str:
    """Escape a text that is quoted as it was said: no typography is applied to it.

    Parameters
    ----------
    text
        The words, such as a respondent's open answer or a question in another language.
    lang
        The language of the words where it is not the page's, such as ``"en-CA"``.
    """
    language = f" lang={md_attribute(lang)}" if lang else ""
    return f"[{md_literal(text)}]{{.verbatim{language}}}"


def md_attribute(text: str) -> str:
    r"""Return a text as a quoted attribute value, such as an alternative text.

    Examples
    --------
    >>> md_attribute('Six of "ten"')
    '"Six of \\"ten\\""'
    """
    line = _NEWLINES.sub(" ", _UNSEEN.sub("\ufffd", text))
    if not line:
        raise RenderError(Said("publishing-rendering-an-attribute-is-empty"))
    escaped = re.sub(r"([\\\"&])", r"\\\1", line)
    # What looks like a tag or code would be taken for one before the attribute is read.
    escaped = re.sub(r"[<`{}]", lambda m: f"&#{ord(m[0])};", escaped)
    # The reader wants a sign that is no space right after the quotation mark.
    return '"' + re.sub(r"^\s", lambda m: f"&#{ord(m[0])};", escaped) + '"'


def raw_html(html: str) -> str:
    """Return HTML made by padai as a block that every format can read.

    Raises
    ------
    RenderError
        If the HTML holds a line that would end the block early.
    """
    if re.search(r"^\s*(`{3,}|~{3,})", html, re.MULTILINE):
        raise RenderError(Said("publishing-rendering-html-holds-a-fence"))
    return f"\n```{{=html}}\n{html.strip()}\n```\n"


def table_block(html: str, *, label: str, caption: str, detail: str = "") -> str:
    """Return a numbered table with its caption, to be printed by a cell with ``output: asis``.

    Parameters
    ----------
    html
        A ``<table>`` element without ``<caption>``; the renderer writes caption and number.
    label
        The label for cross references, such as ``"tbl-trust"``.
    caption
        Plain text.
    detail
        What follows the caption in lighter letters: what is shown, the unit, the base.
    """
    check_label(label, "tbl-")
    return f"\n::: {{#{label}}}\n{raw_html(html)}\n{_captioned(caption, detail)}\n\n:::\n"


def figure_block(
    source: str,
    *,
    label: str,
    caption: str,
    alt: str,
    detail: str = "",
    foreign: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Return a numbered figure with caption and alternative text, to be printed ``asis``.

    Parameters
    ----------
    source
        The path that :func:`padai.publishing.engine.pictures.save_figure` returned.
    label
        The label for cross references, such as ``"fig-trust"``.
    caption, alt
        Plain texts; the alternative text says in words what the picture shows.
    detail
        What follows the caption in lighter letters: what is shown, the unit, the base.
    foreign
        The language of words of the caption that are of another one than the page.
    """
    check_label(label, "fig-")
    text = _captioned(caption, detail, foreign)
    return f"\n![{text}]({source}){{#{label} fig-alt={md_attribute(alt)}}}\n"


def _captioned(caption: str, detail: str, foreign: Mapping[str, str] = MappingProxyType({})) -> str:
    lighter = f" [{md_literal(detail)}]{{.caption-detail}}" if detail else ""
    return md_in_languages(caption, foreign) + lighter


_OPEN, _SHUT = "\ue000", "\ue001"
"""Private signs, which no text that people read holds."""


def md_in_languages(text: str, foreign: Mapping[str, str]) -> str:
    r"""Escape a text, and say the language of the words of it that are of another one.

    Parameters
    ----------
    foreign
        The language of each such word; the last place where it stands in the text is meant, since
        what is quoted follows its title.

    Examples
    --------
    >>> md_in_languages("First word: vie (12).", {"vie": "fr"})
    'First word\\: [vie]{lang="fr"} \\(12\\)\\.'
    """
    ends = {}
    for word, tag in foreign.items():
        places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)]
        if places:
            ends[places[-1]] = tag
    for (start, end), _ in sorted(ends.items(), reverse=True):
        text = f"{text[:start]}{_OPEN}{text[start:end]}{_SHUT}{text[end:]}"
    out = md_literal(text).replace(_OPEN, "[")
    for _, tag in sorted(ends.items()):
        out = out.replace(_SHUT, f"]{{lang={md_attribute(tag)}}}", 1)
    return out


def title_block(values: Mapping[str, str]) -> str:
    """Return document metadata (title, subtitle, date, abstract...) known only from the store.

    Print it first in the document, from a cell with ``output: asis``. Keys are those of the front
    matter; values are plain text.
    """
    import json

    lines = [
        f"{key}: {json.dumps(md_literal(value), ensure_ascii=False)}"
        for key, value in values.items()
    ]
    return "\n---\n" + "\n".join(lines) + "\n---\n"


def check_label(label: str, prefix: str) -> None:
    """Refuse a label that no cross reference can name."""
    if not re.fullmatch(rf"{prefix}[a-z0-9-]+", label):
        raise RenderError(Said("publishing-rendering-label-begins", label=label, prefix=prefix))
