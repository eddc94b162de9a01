"""Letters of any writing as Latin ones, for ids: by the names that Unicode gives them.

A name of this kind is recognisable and always the same; it is no transliteration by any norm.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_RUSSIAN = """
A=a BE=b VE=v GHE=g DE=d IE=e IO=e ZHE=zh ZE=z I=i KA=k EL=l EM=m EN=n O=o PE=p ER=r ES=s TE=t U=u
EF=f HA=kh TSE=ts CHE=ch SHA=sh SHCHA=shch YERU=y E=e YU=yu YA=ya YI=i JE=j LJE=lj NJE=nj TSHE=c
DJE=dj DZHE=dz
"""
_CYRILLIC = dict(pair.split("=") for pair in _RUSSIAN.split())
"""Russian letters are named by how they are called, `EF`, and not by how they sound."""
_KIND = re.compile(
    r"(?P<script>[A-Z]+)(?: [A-Z -]*?)? (?P<kind>LETTER|SYLLABLE|CHARACTER|VOWEL SIGN) (?P<name>.+)"
)
_QUALIFIED = re.compile(
    r"^((SHORT|FINAL|SMALL|SARA|MAI|HARD SIGN|SOFT SIGN|UKRAINIAN|BYELORUSSIAN-UKRAINIAN) ?)+"
)
_SOUND = re.compile(r"[^AEIOU]+|[AEIOU]+")
_SYLLABIC = ("HIRAGANA", "KATAKANA", "HALFWIDTH", "HANGUL", "ETHIOPIC", "CHEROKEE", "YI")
"""Writings of which a sign is a whole syllable."""
_IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-"


@lru_cache(10_000)
def in_latin(text: str) -> str:
    """Return a text with the letters of other writings as Latin ones; all else stays.

    A Chinese character is its number: which sound it has depends on the language.

    Examples
    --------
    >>> in_latin("Доверие_суду"), in_latin("Φύλο"), in_latin("성별"), in_latin("ねんれい")
    ('doverie_sudu', 'phulo', 'seongbyeol', 'nenrei')
    >>> in_latin("الوزن"), in_latin("q1_性別"), in_latin("Âge")
    ('alwzn', 'q1_u6027u5225', 'Âge')
    """
    if text.isascii():
        return text
    return "".join(map(_letter, unicodedata.normalize("NFC", text)))


def spelled_by_number(text: str) -> bool:
    """Whether a text holds characters that have a number in place of a sound: no id to read.

    Examples
    --------
    >>> spelled_by_number("性別"), spelled_by_number("ねんれい"), spelled_by_number("Âge")
    (True, False, False)
    """
    return any(unicodedata.name(sign, "").startswith(_IDEOGRAPH) for sign in text)


def worded(name: str) -> str:
    """Return the name of a column as words, where it is in another writing; else nothing.

    Its id is spelled in Latin letters, and would stand for the label that the file lacks.

    Examples
    --------
    >>> worded("Доверие_суду"), worded("trust_courts")
    ('Доверие суду', '')
    """
    return " ".join(name.replace("_", " ").split()) if in_latin(name) != name else ""


def _letter(sign: str) -> str:
    if unicodedata.category(sign) == "Nd":
        return str(unicodedata.decimal(sign))
    if sign.isascii() or not (sign.isalpha() or unicodedata.category(sign) in ("Mc", "Mn")):
        return sign
    name = unicodedata.name(sign, "")
    if name.startswith("LATIN"):
        return sign
    if name.startswith(_IDEOGRAPH):
        return f"u{ord(sign):x}"
    kind = _KIND.fullmatch(name)
    if kind is None:  # a mark, such as a tone or an accent, or a sign without a sound
        return "" if unicodedata.category(sign) in ("Mc", "Mn", "Lm") else f"u{ord(sign):x}"
    called = _QUALIFIED.sub("", kind["name"]).split(" ")[0]
    if kind["script"] in _SYLLABIC:
        return kind["name"].removeprefix("SMALL ").split(" ")[0].lower()
    if kind["script"] == "CYRILLIC":
        return _CYRILLIC.get(called, called.lower())
    sound = _SOUND.match(called)
    return sound[0].lower() if sound else ""
