"""In which encoding a text file is written, where its bytes tell it; nothing where they do not."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

UTF8 = "utf-8-sig"
WESTERN = "cp1252"
_LOT = 1 << 20
_WIDE = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_LETTERS = "àâäáãåæçéèêëíìîïñóòôöõøœúùûüÿß"
_SIGNS = "«»“”‘’‚„–—…•·°ºª€£¥¢§©®™±²³½¼¾¿¡×÷\u00a0´`¨µ†‰‹›"
_PLAUSIBLE = frozenset(_LETTERS + _LETTERS.upper().replace("SS", "") + _SIGNS)
"""What French, Spanish, German, Portuguese, Italian, Dutch, Catalan or Nordic texts hold."""
_RUN = re.compile(rf"[{_LETTERS}{_LETTERS.upper()}]{{3,}}")
"""Three such letters in a row, as where Greek, Cyrillic or Arabic bytes are read as Western."""
_INSIDE = re.compile(r"[a-z][²³¹½¼¾¿¡ºª±×÷][a-z]", re.IGNORECASE)
_FEW, _FEWEST_SIGNS = 0.02, 6
"""The share of signs that may be odd, and how many tell another writing than that of the West."""


def encoding_of(path: Path) -> str | None:
    """Return the encoding of a text file: UTF-8, UTF-16 or Windows-1252; None where none fits.

    Bytes that are UTF-8 are nothing else in practice. UTF-16 shows by its mark, or by the blank
    half of each letter. Windows-1252, of which Latin-1 is a part, fits nearly any bytes: it is
    taken where all that it makes of them are letters and signs of Western texts.
    """
    with path.open("rb") as handle:
        head = handle.read(65_536)
    for mark, name in _WIDE:
        if head.startswith(mark):
            return name
    if len(head) > 8 and head.count(b"\0") * 4 > len(head):
        return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
    if _decodes(path, "utf-8"):
        return UTF8
    return WESTERN if _western(path) else None


def encodings_of_texts(texts: Iterable[bytes]) -> list[tuple[str, str]]:
    """Return the encodings in which texts of a file that is not in UTF-8 make words, best first.

    One alone where it fits Western Europe: of what else it may be, nothing shows.
    """
    raw = b"\n".join(dict.fromkeys(text for text in texts if not text.isascii()))
    try:
        if raw and _makes_western_words([raw.decode(WESTERN)], odd=_FEW):
            return [(WESTERN, "")]
    except UnicodeDecodeError:
        pass
    return _perhaps(raw[:_LOT]) if sum(byte > 127 for byte in raw) >= _FEWEST_SIGNS else []


def _decodes(path: Path, encoding: str) -> bool:
    reader = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as handle:
            while lot := handle.read(_LOT):
                reader.decode(lot)
        reader.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _western(path: Path) -> bool:
    """Whether a file makes words of Western Europe in Windows-1252."""
    try:
        with path.open(encoding=WESTERN, newline="") as handle:
            return _makes_western_words(iter(lambda: handle.read(_LOT), ""))
    except UnicodeDecodeError:
        return False


def _makes_western_words(lots: Iterable[str], odd: float = 0.0) -> bool:
    """Whether texts are words of Western Europe, with a share of `odd` signs at most."""
    beyond = runs = others = 0
    for lot in lots:
        signs = [c for c in lot if ord(c) > 127]
        others += sum(c not in _PLAUSIBLE for c in signs) + len(_INSIDE.findall(lot))
        if others and not odd:
            return False
        beyond += len(signs)
        runs += sum(len(run) for run in _RUN.findall(lot))
    return runs <= _FEW * beyond and others <= odd * beyond


_WRITINGS = (
    ("cp932", "ja", r"[\u3040-\u30ff\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]"),
    ("cp949", "ko", r"[\uac00-\ud7a3]"),
    ("gb18030", "zh", r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]"),
    ("cp950", "zh-Hant", r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]"),
    ("cp1255", "he", r"[\u05d0-\u05ea\u05b0-\u05c7]"),
    ("cp874", "th", r"[\u0e00-\u0e7f]"),
    ("cp1256", "ar", r"[\u0600-\u06ff]"),
    ("cp1253", "el", r"[\u0370-\u03ff]"),
    ("cp1251", "ru", r"[\u0400-\u04ff]"),
)
"""Encodings of other writings, the language each is told by, and what its texts hold."""
_OF_LATIN = (
    ("cp1250", "pl", "ąćęłńóśźżáčďéěíňřšťúůýžäôľĺŕöőüűăâîşţđ"),
    ("cp1254", "tr", "çğıöşüâîû"),
    ("cp1257", "lt", "ąčęėįšųūžāēģīķļņäöõü"),
)
"""Encodings of Latin letters that Western Europe has not, as those above; `ł` there is `³`."""
BY_BYTES = frozenset({WESTERN, *(name for name, *_ in (*_WRITINGS, *_OF_LATIN))})
"""The encodings that bytes tell, as Python calls them; files that declare one call it otherwise."""
_KANA = re.compile(r"[\u3040-\u30ff]")
_CORE = {
    "cp949": ("euc_kr", range(0xB0, 0xC9)),
    "gb18030": ("gb2312", range(0xB0, 0xD8)),
    "cp950": ("big5", range(0xA4, 0xC7)),
}
"""Where the usual letters of an older, smaller set begin, which texts of it hold nearly alone."""
_SHARE, _FEWEST_KANA, _HEAD = 0.9, 0.1, 65_536
_WORD = re.compile(r"\w*[^\W\d_a-zA-Z]\w*")
_LETTERS_BESIDE = re.compile(r"[^\W\d_a-zA-Z]{2,}")
_ACCENTED = re.compile(r"(?<=[A-Za-z])[^\x00-\x7f]|[^\x00-\x7f](?=[A-Za-z])")
_TOUCHING = re.compile(r"(?<=[A-Za-z])[^\W\d_a-zA-Z]|[^\W\d_a-zA-Z](?=[A-Za-z])")


def perhaps(path: Path) -> list[tuple[str, str]]:
    """Return the encodings of other writings in which a file would make words, with a language.

    Several may: bytes of Hebrew make Greek letters too. Whoever has the file knows which it is.
    """
    with path.open("rb") as handle:
        head = handle.read(_HEAD)
    if len(head) == _HEAD:  # a letter may be cut in two
        head = head[: head.rfind(b"\n") + 1]
    return _perhaps(head)


def _perhaps(head: bytes) -> list[tuple[str, str]]:
    latin = [(name, tag) for name, tag, held in _OF_LATIN if _makes_latin_words(head, name, held)]
    return [
        *latin,
        *((name, tag) for name, tag, held in _WRITINGS if _makes_words(head, name, held)),
    ]


def _makes_latin_words(head: bytes, name: str, held: str) -> bool:
    """Whether bytes are texts in Latin letters: those beyond ASCII are known, and stand in words.

    Most of them touch a letter of ASCII, which those of another writing do not.
    """
    try:
        text = head.decode(name)
    except UnicodeDecodeError:
        return False
    own = {*held, *held.upper().replace("SS", "")}
    beyond = [sign for sign in text if sign.isalpha() and ord(sign) > 127]
    if not beyond or sum(sign in own for sign in beyond) < _SHARE * len(beyond):
        return False
    touching = len(_TOUCHING.findall(text))
    return 2 * touching > len(beyond) and _turned(_WORD.findall(text)) <= _FEW * len(beyond)


def _makes_words(head: bytes, name: str, held: str) -> bool:
    """Whether bytes are texts of a writing: nearly all beyond ASCII is its own, capitals first."""
    try:
        text = head.decode(name)
    except UnicodeDecodeError:
        return False
    beyond = [sign for sign in text if ord(sign) > 127]
    own = [sign for sign in beyond if re.match(held, sign)]
    if not beyond or len(own) < _SHARE * len(beyond):
        return False
    if 2 * len(_ACCENTED.findall(text)) > len(beyond):  # accents of Latin words
        return False
    if name == "cp932":
        return len(_KANA.findall(text)) >= _FEWEST_KANA * len(own)
    if name in _CORE:
        return sum(_is_in(*_CORE[name], sign) for sign in own) >= _SHARE * len(own)
    words = _LETTERS_BESIDE.findall(text)
    return _turned(words) <= (1 - _SHARE) * len(words)


def _turned(words: Sequence[str]) -> int:
    """Count the words that have a capital inside, and small letters too."""
    return sum(any(c.isupper() for c in word[1:]) and not word.isupper() for word in words)


def _is_in(encoding: str, leads: range, sign: str) -> bool:
    """Whether a sign is among the usual ones of an encoding, by the first of its two bytes."""
    raw = sign.encode(encoding, errors="ignore")
    return len(raw) == 2 and raw[0] in leads
