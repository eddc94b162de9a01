"""The columns that hold what is said in words: one a language of the survey."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from padai.survey import Text

ALWAYS = ("fr", "en")
"""The languages that always have their columns, whatever the survey is in."""


def text_columns(names: Sequence[str], languages: Sequence[str] = ()) -> list[str]:
    """Name the columns of some texts.

    Examples
    --------
    >>> text_columns(["title"], ["es", "en"])
    ['title_fr', 'title_en', 'title_es']
    """
    first = [f"{name}_{lang}" for name in names for lang in ALWAYS]
    others = [lang for lang in languages if lang not in ALWAYS]
    return first + [f"{name}_{lang}" for name in names for lang in others]


def texts_in(texts: Mapping[str, Text | None], languages: Sequence[str] = ()) -> dict[str, str]:
    """Return texts by the columns that :func:`text_columns` names; empty where none is written.

    Examples
    --------
    >>> texts_in({"title": Text(en="A guide")}, ["en"])
    {'title_fr': '', 'title_en': 'A guide'}
    """
    tags = (*ALWAYS, *(lang for lang in languages if lang not in ALWAYS))
    return {f"{name}_{tag}": _written(text, tag) for tag in tags for name, text in texts.items()}


def _written(text: Text | None, tag: str) -> str:
    return str(text.get(tag)) if text is not None and tag in text.tags else ""
