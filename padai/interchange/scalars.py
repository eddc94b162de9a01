"""Values, names and texts as YAML has them on one line."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from padai.interchange.draft import Value, Words
from padai.interchange.remarks import UNPRINTABLE, clean
from padai.survey.marks import Marks
from padai.survey.texts import TO_COMPLETE
from padai.words.languages import in_order


def quoted(text: str) -> str:
    """Write a text as a quoted YAML scalar."""
    return json.dumps(clean(text), ensure_ascii=False)


def exact(name: str) -> str:
    """Write a column's name as a quoted YAML scalar that gives back every character of it."""
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + UNPRINTABLE.sub(lambda found: f"\\U{ord(found[0]):08X}", escaped) + '"'


def words(said: Words) -> str:
    """Write a text under the tags it was told in; what no file told is ``à compléter``."""
    texts = {lang: clean(text) for lang, text in said.items() if clean(text)}
    if not texts:
        return TO_COMPLETE
    return "{" + ", ".join(f"{lang}: {quoted(texts[lang])}" for lang in in_order(texts)) + "}"


def literal(value: Value) -> str:
    """Write a value of a file: a text quoted, a number as it is."""
    return quoted(value) if isinstance(value, str) else str(value)


def marks_line(marks: Mapping[str, Marks], waves: Sequence[str]) -> str:
    """Write what marks an option, once where it is the same in all waves that asked."""
    each = {
        wave: f"{{chosen: {literal(mark.chosen)}, not_chosen: {literal(mark.not_chosen)}}}"
        for wave, mark in marks.items()
    }
    if set(each) == set(waves) and len(set(each.values())) == 1:
        each = {"default": each[waves[0]]}
    keys = (f"{w if w == 'default' else quoted(w)}: {mark_text}" for w, mark_text in each.items())
    return f"marks: {{{', '.join(keys)}}}"
