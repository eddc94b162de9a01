"""The docx reference: padai's styles, the banner as header and the page number as footer."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from html import escape, unescape

_STYLE = re.compile(r"<w:style\b[^>]*w:styleId=\"([^\"]+)\".*?</w:style>", re.DOTALL)
_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PROPERTY = re.compile(r'name="banner"[^>]*>\s*<vt:lpwstr>(.*?)</vt:lpwstr>', re.DOTALL)
# 1980 is the first year that a zip archive can name.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


_SIZE = re.compile(r'(<w:(?:sz|szCs) w:val=")(\d+)(")')
_SPACE = re.compile(r'(\bw:(?:before|after)=")(\d+)(")')
_SHEET_SIZE, _SHEET_SPACE, _SMALLEST = 0.8, 0.3, 14
"""What of the sizes of letters and of the space between paragraphs a single sheet keeps; the
smallest letters, in half points."""


def reference(default: bytes, styles: str, banner: str, *, sheet: bool = False) -> bytes:
    """Return pandoc's reference docx with our styles and a header and footer for every page.

    Parameters
    ----------
    default
        ``reference.docx`` as pandoc prints it.
    styles
        Style elements; one replaces the default's style of the same identifier.
    banner
        The line at the head of every page; may be empty.
    sheet
        Whether all of the document stands on one page: smaller letters, narrower margins.
    """
    files = _unzip(default)
    styles = _denser(styles) if sheet else styles
    files["word/styles.xml"] = _with_styles(files["word/styles.xml"].decode(), styles).encode()
    files["word/header9.xml"] = _header(banner).encode()
    files["word/footer9.xml"] = _footer().encode()
    for name, old, new in (
        ("[Content_Types].xml", "</Types>", _content_types() + "</Types>"),
        ("word/_rels/document.xml.rels", "</Relationships>", _relations() + "</Relationships>"),
    ):
        files[name] = files[name].decode().replace(old, new).encode()
    files["word/document.xml"] = _with_section(
        files["word/document.xml"].decode(), 720 if sheet else 1150
    ).encode()
    return _zip(files)


def _denser(styles: str) -> str:
    """Return styles for a single sheet of paper."""

    def smaller(match: re.Match[str]) -> str:
        return f"{match[1]}{max(_SMALLEST, round(int(match[2]) * _SHEET_SIZE))}{match[3]}"

    styles = _SIZE.sub(smaller, styles).replace('w:line="257"', 'w:line="240"')
    return _SPACE.sub(lambda m: f"{m[1]}{round(int(m[2]) * _SHEET_SPACE)}{m[3]}", styles)


_AFTER_TABLE = re.compile(
    r"(</w:tbl>(?:\s|<w:bookmark(?:Start|End)[^>]*/>)*<w:p><w:pPr>"
    r'<w:pStyle w:val="(?P<style>BodyText|FirstParagraph|SourceNote)" ?/>)(?=</w:pPr>)'
)
_CLEAR = {"SourceNote": 60}
"""Twips between a table and what follows it; of text, as many as between two paragraphs."""


def spaced(docx: bytes) -> bytes:
    """Return the document with room between each table and the text under it.

    A paragraph has its room after it, and a table has none: the text stood on its lower line.
    """
    files = _unzip(docx)

    def room(found: re.Match[str]) -> str:
        return f'{found[1]}<w:spacing w:before="{_CLEAR.get(found["style"], 120)}"/>'

    document = _AFTER_TABLE.sub(room, files["word/document.xml"].decode())
    files["word/document.xml"] = _TABLE.sub(_kept, document).encode()
    return _zip(files)


_TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
_ROW = re.compile(r"<w:tr\b.*?</w:tr>", re.DOTALL)
_STYLED = re.compile(r'(<w:p><w:pPr><w:pStyle w:val="[^"]+" ?/>)')


def _kept(table: re.Match[str]) -> str:
    """Return a table of which no row stands alone on a page, under its head or at its end."""
    last = len(_ROW.findall(table[0])) - 1
    place = -1

    def row(found: re.Match[str]) -> str:
        nonlocal place
        place += 1
        together = place == 0 or last - 3 < place < last
        return _STYLED.sub(r"\1<w:keepNext/>", found[0]) if together else found[0]

    return _ROW.sub(row, table[0])


def dated(docx: bytes, source_date: int) -> bytes:
    """Return the document with the release's date in it, and no other.

    Parameters
    ----------
    docx
        As pandoc writes it; in its sandbox it knows no date.
    source_date
        Seconds since 1970.
    """
    files = _unzip(docx)
    day = dt.datetime.fromtimestamp(source_date, dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    core = files["docProps/core.xml"].decode()
    dates = re.compile(r"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
    files["docProps/core.xml"] = dates.sub(rf"\g<1>{day}", core).encode()
    return _zip(files)


def with_banner(docx: bytes) -> bytes:
    """Return a document made on :func:`reference`, with its banner at the head of every page.

    The banner is read from the document's own properties, where pandoc writes it: it is known
    only once the cells have run.
    """
    files = _unzip(docx)
    banner = _PROPERTY.search(files.get("docProps/custom.xml", b"").decode())
    if banner is None:
        return docx
    heads = [n for n, c in files.items() if n.startswith("word/header") and b'"Banner"' in c]
    for name in heads:
        files[name] = _header(unescape(banner[1])).encode()
    return _zip(files)


def _unzip(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zip(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, date_time=_ZIP_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            archive.writestr(member, content)
    return target.getvalue()


def _with_styles(default: str, styles: str) -> str:
    ours = {match[1]: match[0] for match in _STYLE.finditer(styles)}
    kept = _STYLE.sub(lambda m: ours.pop(m[1], m[0]), default)
    return kept.replace("</w:styles>", "".join(ours.values()) + "</w:styles>")


def _header(banner: str) -> str:
    text = f'<w:r><w:t xml:space="preserve">{escape(banner)}</w:t></w:r>' if banner else ""
    return f'{_XML}<w:hdr {_W}><w:p><w:pPr><w:pStyle w:val="Banner"/></w:pPr>{text}</w:p></w:hdr>'


def _footer() -> str:
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return (
        f'{_XML}<w:ftr {_W}><w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr>{field}</w:p></w:ftr>'
    )


def _content_types() -> str:
    return "".join(
        f'<Override PartName="/word/{kind}9.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for kind in ("header", "footer")
    )


def _relations() -> str:
    return "".join(
        f'<Relationship Id="rIdPadai{kind}" Type="{_KINDS}/{kind}" Target="{kind}9.xml"/>'
        for kind in ("header", "footer")
    )


def _with_section(document: str, margin: int) -> str:
    section = (
        f"<w:sectPr {_W}>"
        '<w:headerReference w:type="default" r:id="rIdPadaiheader"/>'
        '<w:footerReference w:type="default" r:id="rIdPadaifooter"/>'
        '<w:pgSz w:w="12240" w:h="15840"/>'
        f'<w:pgMar w:top="{margin}" w:right="{margin}" w:bottom="{margin}" w:left="{margin}" '
        f'w:header="{min(margin - 300, 620)}" w:footer="{min(margin - 300, 620)}" '
        'w:gutter="0"/></w:sectPr>'
    )
    without = re.sub(r"<w:sectPr.*?</w:sectPr>|<w:sectPr[^>]*/>", "", document, flags=re.DOTALL)
    return without.replace("</w:body>", section + "</w:body>")
