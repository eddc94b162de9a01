"""Everything that a reader's machine could find in a published file, unpacked."""

from __future__ import annotations

import base64
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_PICTURE = re.compile(r"data:[\w/+.-]+;base64,([A-Za-z0-9+/=]+)")
_ZIPPED = (".docx", ".pptx", ".xlsx", ".ods", ".zip")


def unpacked(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of every file of a folder, and of all that is in it.

    Members of compressed files, the text of PDF pages, pictures inside of pages, and the text of
    markup without its signs come as parts of their own, so that a plain search finds everything.
    """
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield from parts(path.relative_to(folder).as_posix(), path.read_bytes())


def parts(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a file and what is inside of it."""
    yield name, content
    ending = Path(name).suffix
    if ending in _ZIPPED:
        with zipfile.ZipFile(io.BytesIO(content)) as members:
            for member in members.namelist():
                yield from parts(f"{name}!{member}", members.read(member))
    elif ending == ".pdf":
        yield f"{name}!text", pdf_text(content).encode()
    elif ending == ".png":
        yield f"{name}!text", b"\n".join(_png_texts(content))
    elif ending in (".html", ".xml", ".svg", ".rels"):
        text = content.decode("utf-8")
        yield f"{name}!text", html.unescape(re.sub(r"<[^>]*>", "", text)).encode()
        for k, match in enumerate(_PICTURE.finditer(text)):
            kind = ".svg" if "svg+xml" in match[0][:40] else ".png"
            yield from parts(f"{name}!picture{k}{kind}", base64.b64decode(match[1]))


def _png_texts(content: bytes) -> Iterator[bytes]:
    at = 8
    while at + 8 <= len(content):
        size, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        if kind in (b"tEXt", b"iTXt"):
            yield content[at + 8 : at + 8 + size]
        elif kind == b"zTXt":
            keyword, _, packed = content[at + 8 : at + 8 + size].partition(b"\0")
            yield keyword + b" " + zlib.decompress(packed[1:])
        at += 12 + size


def pdf_text(content: bytes) -> str:
    """Return the words of a PDF, decoded by the maps that its fonts carry, and its metadata."""
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as pdf:
        found = [str(value) for value in (pdf.docinfo or {}).values()]
        return "\n".join([*found, *_pages(pdf), *_strings(pdf)])


def pdf_pages(content: bytes) -> list[str]:
    """Return the words of each page of a PDF."""
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as pdf:
        return _pages(pdf)


def _pages(pdf: Any) -> list[str]:
    found = []
    for page in pdf.pages:
        fonts = {
            str(name): _unicode_map(font)
            for name, font in (page.resources.get("/Font") or {}).items()
        }
        found.append(_page_text(page, fonts))
    return found


def _page_text(page: object, fonts: dict[str, dict[int, str]]) -> str:
    import pikepdf

    said: list[str] = []
    current: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):  # type: ignore[arg-type]
        sign = str(operator)
        if sign == "Tf":
            current = fonts.get(str(operands[0]), {})
        elif sign in ("Tj", "TJ"):
            pieces = operands[0] if sign == "TJ" else [operands[0]]
            for piece in pieces:
                if isinstance(piece, pikepdf.String):
                    raw = bytes(piece)
                    said += [
                        current.get(int.from_bytes(raw[k : k + 2]), "")
                        for k in range(0, len(raw), 2)
                    ]
        elif sign in ("ET", "T*", "Td", "Tm"):
            said.append(" ")
    return "".join(said)


def _unicode_map(font: object) -> dict[int, str]:
    table = font.get("/ToUnicode")  # type: ignore[attr-defined]
    if table is None:
        return {}
    text, found = table.read_bytes().decode("latin-1"), {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, value in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[int(code, 16)] = bytes.fromhex(value).decode("utf-16-be", "replace")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for low, high, value in re.findall(
            r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block
        ):
            for step in range(int(high, 16) - int(low, 16) + 1):
                found[int(low, 16) + step] = chr(int(value, 16) + step)
    return found


def _strings(pdf: object) -> list[str]:
    """Return the texts of the structure tree: titles, alternative texts, languages."""
    import pikepdf

    found = []
    for item in pdf.objects:  # type: ignore[attr-defined]
        if isinstance(item, pikepdf.Dictionary):
            found += [str(v) for v in item.values() if isinstance(v, pikepdf.String)]
    return found
