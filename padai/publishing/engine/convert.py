"""Convert assembled Markdown with pandoc: once into its syntax tree, then into each format."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from padai.errors import MissingExtraError, RenderError
from padai.publishing.engine.blocks import Document
from padai.publishing.engine.captioned import named
from padai.publishing.engine.pictures import NARROW, NARROW_SCREEN
from padai.publishing.engine.process import NO_MEMORY, out_of_memory, pandoc_path, run
from padai.words import Said, Tabled
from padai.words.filter_words import filter_words
from padai.words.languages import base, direction, tag_of

#: Markdown as both engines read it: no HTML and no TeX in prose.
READER = (
    "markdown-raw_html-native_divs-native_spans-markdown_in_html_blocks-raw_tex-latex_macros"
    "-pandoc_title_block-example_lists-line_blocks"
)
_REFUSED = re.compile(r"\[\[padai-refused\t(.*?)\t(.*?)\t(.*?)\]\]", re.DOTALL)
_IMAGE = re.compile(r'(<img\b[^>]*?\bsrc=")([^"]*)("[^>]*>)')

_BANNER = re.compile(r'<p class="page-banner">(.*?)</p>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_MEDIA = {".svg": "image/svg+xml", ".png": "image/png"}
_SHEETS = ("report.css", "dark.css")
WORDS = Tabled(
    {
        "skip": Said("publishing-rendering-skip-to-content"),
        "toc-title": Said("publishing-rendering-contents"),
        "abstract": Said("publishing-rendering-summary"),
    }
)


@dataclass(frozen=True, slots=True)
class Pandoc:
    """How pandoc is called: its folders, its environment, its time limit in seconds."""

    assets: Path
    project: Path
    press: Path
    env: Mapping[str, str]
    timeout: float

    def call(self, document: Document, arguments: list[str], text: bytes, *, aim: str) -> bytes:
        """Run pandoc in its sandbox on ``text`` and return what it writes."""
        command = [_program(), "--sandbox", *arguments]
        folder = self.project / document.path.parent
        what = f"pandoc ({document.path})"
        code, out, err = run(
            command, what=what, cwd=folder, env=self.env, timeout=self.timeout, stdin=text
        )
        message = err.decode("utf-8", "replace").strip()
        refused = _REFUSED.search(message)
        if refused:
            raise RenderError(refused[2], refused[3], where=refused[1] or str(document.path))
        if code != 0 and out_of_memory(code, message):
            raise RenderError(
                Said("publishing-rendering-pandoc-the-document-3659", aim=aim, no_memory=NO_MEMORY),
                where=str(document.path),
            )
        if code != 0 or message:
            first = message.splitlines()[0] if message else f"exit code {code}"
            raise RenderError(
                Said("publishing-rendering-pandoc-the-document-0a36", aim=aim, first=first),
                where=str(document.path),
            )
        return out


def _program() -> str:
    try:
        return str(pandoc_path())
    except ImportError:
        raise MissingExtraError(
            "reports", Said("publishing-rendering-rendering-a-report")
        ) from None
    except OSError:
        raise MissingExtraError(
            "reports", Said("publishing-rendering-rendering-a-report-pandoc")
        ) from None


def to_tree(
    pandoc: Pandoc, document: Document, markdown: str, lang: str, literal: Mapping[str, str]
) -> bytes:
    """Return the document's pandoc tree (JSON), numbered, cross-referenced and typeset.

    Parameters
    ----------
    pandoc
        How pandoc is called.
    document
        The document; its metadata go into the tree.
    markdown
        What :func:`padai.publishing.engine.assemble.assemble` gave.
    lang
        The tag of a language.
    literal
        Metadata that are plain text and not Markdown; they prevail over the document's own.
    """
    arguments = [*_reading(pandoc, document, lang, literal), "--to=json"]
    return pandoc.call(document, arguments, markdown.encode(), aim="reading")


def _reading(
    pandoc: Pandoc, document: Document, lang: str, literal: Mapping[str, str]
) -> list[str]:
    """Return what pandoc is told to read a document, number it and set its typography."""
    meta = {k: v for k, v in document.meta.items() if k not in ("format", "execute", "crossref")}
    meta = {k: _text(v) for k, v in meta.items()}
    meta["lang"] = tag_of(lang)
    if own_words := filter_words(lang):
        meta["padai-words"] = own_words
    meta["padai-document"] = str(document.path)
    file = pandoc.press / f"{str(document.path).replace('/', '-')}.json"
    file.write_text(json.dumps(meta, ensure_ascii=False), encoding="utf-8")
    arguments = [f"--from={READER}", f"--metadata-file={file}"]
    arguments += [f"--metadata={key}:{value}" for key, value in literal.items()]
    for name in ("typography.lua", "structure.lua"):
        arguments.append(f"--lua-filter={pandoc.assets / name}")
    return arguments


def _text(value: Any) -> Any:
    """Leave dates and numbers of the front matter as text, as they were given."""
    return value if isinstance(value, (bool, str, list, dict)) else str(value)


def to_html(pandoc: Pandoc, document: Document, tree: bytes, lang: str) -> str:
    """Write the tree as one self-contained page: styles and pictures in it, no script."""
    arguments = ["--from=json", *_writing_html(pandoc, document, lang)]
    page = pandoc.call(document, arguments, tree, aim="writing").decode()
    return _self_contained(
        pandoc, document, page, _text_of_node(json.loads(tree)["meta"].get("banner"))
    )


def straight_to_html(pandoc: Pandoc, document: Document, markdown: str, lang: str) -> str:
    """Return the page that :func:`to_html` makes of :func:`to_tree`, by one run of pandoc.

    For what is wanted in no other format: nothing is written out as a tree and read again.
    """
    arguments = [*_reading(pandoc, document, lang, {}), *_writing_html(pandoc, document, lang)]
    page = pandoc.call(document, arguments, markdown.encode(), aim="writing").decode()
    banner = _BANNER.search(page)
    text = html.unescape(_TAG.sub("", banner[1])) if banner else ""
    return _self_contained(pandoc, document, page, text)


def _writing_html(pandoc: Pandoc, document: Document, lang: str) -> list[str]:
    """Return what pandoc is told to write a page."""
    words = WORDS[lang]
    depth = document.meta.get("toc-depth", 2)
    arguments = [
        "--to=html5",
        "--standalone",
        f"--template={pandoc.assets / 'page.html'}",
        f"--lua-filter={pandoc.assets / 'html.lua'}",
        "--syntax-highlighting=none",
        "--wrap=none",
        "--section-divs",
        f"--variable=skip:{words['skip']}",
        f"--variable=toc-title:{words['toc-title']}",
        f"--variable=abstract-title:{words['abstract']}",
        *(["--variable=lang-rtl:true"] if direction(lang) == "rtl" else []),
    ]
    if document.meta.get("toc", True):
        arguments += ["--toc", f"--toc-depth={int(depth) + 1}"]
    return arguments


def _self_contained(pandoc: Pandoc, document: Document, page: str, banner: str) -> str:
    """Put pictures and styles into a page, and the banner at the head of each sheet of paper."""
    page = _IMAGE.sub(lambda m: _with_picture(pandoc, document, m), page)
    sheets = [(pandoc.assets / name).read_text(encoding="utf-8").strip() for name in _SHEETS]
    return with_style(named(page), "\n\n".join(sheets) + page_header(banner))


def to_typst(pandoc: Pandoc, document: Document, tree: bytes, lang: str) -> str:
    """Write the tree as typst source."""
    words = WORDS[lang]
    arguments = [
        "--from=json",
        "--to=typst",
        "--standalone",
        f"--template={pandoc.assets / 'page.typ'}",
        f"--lua-filter={pandoc.assets / 'annex.lua'}",
        f"--lua-filter={pandoc.assets / 'typst.lua'}",
        "--wrap=none",
        f"--variable=lang-code:{base(lang)}",
        *_region(lang),
        *(["--variable=lang-rtl:true"] if direction(lang) == "rtl" else []),
        f"--variable=toc-title:{words['toc-title']}",
        f"--variable=abstract-title:{words['abstract']}",
        f"--variable=toc-depth:{int(document.meta.get('toc-depth', 2))}",
    ]
    if document.meta.get("toc", True):
        arguments.append("--variable=toc:true")
    return pandoc.call(document, arguments, tree, aim="writing").decode()


def _region(lang: str) -> list[str]:
    region = tag_of(lang).rpartition("-")[2]
    return [f"--variable=lang-region:{region}"] if region.isupper() and len(region) == 2 else []


def to_docx(pandoc: Pandoc, document: Document, tree: bytes, lang: str, source_date: int) -> bytes:
    """Write the tree for word processors, in padai's styles."""
    from padai.publishing.engine.word import dated, reference, spaced

    words = WORDS[lang]
    styles = (pandoc.assets / "docx-styles.xml").read_text(encoding="utf-8")
    default = pandoc.call(
        document, ["--print-default-data-file=reference.docx"], b"", aim="preparing"
    )
    stem = str(document.path.with_suffix("")).replace("/", "-")
    model = pandoc.press / f"{stem}-reference.docx"
    banner = _text_of_node(json.loads(tree)["meta"].get("banner"))
    sheet = bool(document.meta.get("sheet"))
    model.write_bytes(reference(default, styles, banner, sheet=sheet))
    target = pandoc.press / f"{stem}.docx"
    arguments = [
        "--from=json",
        "--to=docx",
        f"--output={target}",
        f"--reference-doc={model}",
        "--figure-caption-position=above",  # the finding first, as on paper
        f"--lua-filter={pandoc.assets / 'annex.lua'}",
        f"--lua-filter={pandoc.assets / 'docx.lua'}",
        f"--metadata=abstract-title:{words['abstract']}",
    ]
    pandoc.call(document, arguments, tree, aim="writing")
    made = target.read_bytes()
    return dated(made if sheet else spaced(made), source_date)  # a sheet has room for one page


def _text_of_node(node: Any) -> str:
    """Return the text of a piece of pandoc's tree."""
    if isinstance(node, list):
        return "".join(map(_text_of_node, node))
    if not isinstance(node, dict):
        return ""
    kind, content = node.get("t"), node.get("c")
    if kind in ("Str", "MetaString"):
        return str(content)
    return " " if kind in ("Space", "SoftBreak") else _text_of_node(content)


def _with_picture(pandoc: Pandoc, document: Document, image: re.Match[str]) -> str:
    """Put a picture into the page, and beside it the one for narrow screens, if it has one."""
    source = html.unescape(image[2])
    whole = image[1] + _data_uri(pandoc, document, source) + image[3]
    narrow = re.sub(r"(\.\w+)$", rf"{NARROW}\1", source)
    base = pandoc.project if source.startswith("/") else pandoc.project / document.path.parent
    if not (base / narrow.lstrip("/")).is_file():
        return whole
    data = _data_uri(pandoc, document, narrow)
    return f'<picture><source media="{NARROW_SCREEN}" srcset="{data}">{whole}</picture>'


def _data_uri(pandoc: Pandoc, document: Document, source: str) -> str:
    file = picture(pandoc.project, document, source)
    data = base64.b64encode(file.read_bytes()).decode("ascii")
    return f"data:{_MEDIA[file.suffix]};base64,{data}"


def picture(project: Path, document: Document, source: str) -> Path:
    """Return the file of a picture, which lies in the project.

    Raises
    ------
    RenderError
        If it does not.
    """
    base = project if source.startswith("/") else project / document.path.parent
    file = (base / source.lstrip("/")).resolve()
    if not file.is_relative_to(project.resolve()) or not file.is_file():
        raise RenderError(
            Said("publishing-rendering-picture-is-not-a-file-of-the-project", source=source),
            where=str(document.path),
        )
    if file.suffix not in _MEDIA:
        raise RenderError(
            Said("publishing-rendering-picture-is-neither-svg-nor-png", source=source),
            where=str(document.path),
        )
    return file


def page_header(banner: str) -> str:
    """Return the style rule that prints the banner at the head of every page of paper."""
    if not banner:
        return ""
    text = "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):06x}" for c in banner)
    return (
        f'\n@page {{ @top-center {{ content: "{text}"; '
        "font: bold 9pt sans-serif; color: #6e3c00; } }"
    )


def with_style(page: str, css: str) -> str:
    """Put the style sheet in the page, and its hash in the content security policy."""
    css = "\n" + css.strip() + "\n"
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode("ascii")
    policy = (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )
    # with the marks around them: in a text of the page, those are escaped
    page = page.replace('content="@PADAI-POLICY@"', f'content="{policy}"', 1)
    return page.replace("<style>@PADAI-STYLE@</style>", f"<style>{css}</style>", 1)
