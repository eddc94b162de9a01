"""What a draft remarks beside its lines: words that wait for the language of who reads them."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Sequence

from padai.errors import language
from padai.words import Joined, Said

APART = Said("interchange-note-apart")
"""How a missing code says that nothing but its place tells it."""
FROM_LABEL, NO_KIND = Said("interchange-note-label"), Said("interchange-note-no-kind")
TO_CONFIRM = Said("interchange-note-to-confirm")
SAME_ROWS = Said("interchange-note-same-rows")
"""How a missing code says that an earlier answer parts its rows."""
DOUBTFUL_LINK = "interchange-note-link"
_IN_WAVE = "interchange-note-in-wave"
YES_OR_NO = "interchange-note-yes-or-no"
AMOUNTS = "interchange-note-amounts"
"""What is noted of a column of amounts, and what of a frame says which columns hold them."""
TURNED = Said("interchange-note-turned")
FEW_WRITTEN = Said("interchange-note-few-written")
OWN_WORDS = Said("interchange-note-own-words")
SEVERAL_CHOICES = Said("interchange-note-several-choices")
BOX = Said("interchange-note-one-answer-and-blanks")
MIXED, MIRRORED = Said("interchange-note-mixed"), Said("interchange-note-mirrored")

UNPRINTABLE = re.compile(
    "[^\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufdcf\ufdf0-\ufff8\ufffc\ufffd"
    "\U00010000-\U000dffff\U000e0080-\U0010ffff]"
)
"""What YAML cannot hold, and what a definition refuses as unseen (direction, hidden letters)."""
_MARK, _LABEL = re.compile("@([a-z0-9-]+)@"), re.compile('"@([a-z0-9-]+)@"')
_WIDTH = 98


def written(said: Said) -> str:
    """Return a remark in the language that messages are in."""
    return said.text(language())


def in_wave(wave: str, note: Said) -> Said:
    """Say in which wave something is remarked."""
    return Said(_IN_WAVE, wave=wave, note=note)


def by_waves(notes: Iterable[Said]) -> list[Said]:
    """Put what is remarked alike in several waves in one line, where it was remarked first.

    Examples
    --------
    >>> told = by_waves([in_wave("2024", MIXED), TURNED, in_wave("2025", MIXED)])
    >>> [note.facts.get("wave") for note in told]
    ['2024, 2025', None]
    """
    found: dict[Said, list[str]] = {}
    order: list[Said] = []
    for note in notes:
        own = note.facts.get("note") if note.id == _IN_WAVE else None
        if not isinstance(own, Said):
            order.append(note)
            continue
        if own not in found:
            order.append(own)
        found.setdefault(own, []).append(str(note.facts["wave"]))
    return [in_wave(", ".join(found[each]), each) if each in found else each for each in order]


def doubtful_link(said: Said) -> Said:
    """Say that a link between two waves is doubtful."""
    return Said(DOUBTFUL_LINK, said=said)


def holds(note: Said, ident: str) -> bool:
    """Whether a remark is of a kind, or tells one that is.

    Examples
    --------
    >>> holds(in_wave("2024", doubtful_link(TURNED)), TURNED.id)
    True
    """
    within = (fact for fact in note.facts.values() if isinstance(fact, Said))
    return note.id == ident or any(holds(fact, ident) for fact in within)


def found_in(note: Said, ident: str) -> Said | None:
    """Return the remark of a kind that a remark is, or tells.

    Examples
    --------
    >>> found_in(in_wave("2024", TURNED), TURNED.id) == TURNED
    True
    """
    if note.id == ident:
        return note
    within = (fact for fact in note.facts.values() if isinstance(fact, Said))
    return next(filter(None, (found_in(each, ident) for each in within)), None)


def listed(items: Iterable[str | Said]) -> Joined:
    """Put names, and remarks among them, in a row."""
    return Joined(tuple(items), ", ")


def clean(text: str) -> str:
    """Take out what YAML cannot hold, and run blanks together."""
    return " ".join(UNPRINTABLE.sub(" ", text).split())


def remark(ident: str, /, **facts: object) -> str:
    """Return a message as a comment of a definition has it."""
    return clean(written(Said(ident, **facts)))


def remark_line(ident: str, indent: str = "", /, **facts: object) -> str:
    """Return a message as lines of comment."""
    start = f"{indent}# "
    lines = textwrap.wrap(remark(ident, **facts), _WIDTH - len(start), break_long_words=False)
    return "".join(f"{start}{line}\n" for line in lines)


def in_english(languages: Sequence[str]) -> str:
    """Show how a survey that is in no English yet is published in English too."""
    if "en" in languages:
        return ""
    told = ", ".join(f"{lang}: …" for lang in (languages[0], "en"))
    return (
        f"{remark_line('interchange-file-in-english-too')}"
        f"# languages: [{', '.join((*languages, 'en'))}]\n"
        f"# en: {{basis: {{{told}}}, approved_by: …, date: 2025-01-01}}\n"
    )


def filled(text: str, tag: str) -> str:
    """Return a file's text with the messages that it marks, as ``@id@``, in their places.

    One that is a line of its own is wrapped as a comment, one in quotation marks is a text of YAML;
    ``@tag@`` is the language of its texts.
    """
    text = text.replace("@in-english@\n", in_english((tag,))).replace("@tag@", tag)
    text = re.sub(r"(?m)^( *)# @([a-z-]+)@\n", lambda m: remark_line(m[2], m[1]), text)
    text = _LABEL.sub(lambda found: json.dumps(remark(found[1]), ensure_ascii=False), text)
    return _MARK.sub(lambda found: remark(found[1]), text)
