"""In which encoding a text file is written, where its bytes tell it; nothing where they do not."""

from __future__ import annotations

import codecs
import re
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
_FEW = 0.02


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
    beyond = runs = 0
    try:
        with path.open(encoding=WESTERN, newline="") as handle:
            while lot := handle.read(_LOT):
                signs = [c for c in lot if ord(c) > 127]
                if not _PLAUSIBLE.issuperset(signs) or _INSIDE.search(lot):
                    return False
                beyond += len(signs)
                runs += sum(len(run) for run in _RUN.findall(lot))
    except UnicodeDecodeError:
        return False
    return runs <= _FEW * beyond
