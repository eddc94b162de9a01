"""Set a PDF with typst, in a process of its own so that it can be stopped."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from padai.errors import MissingExtraError, RenderError
from padai.publishing.engine.fitting import ANCHOR, PageMark, Setting, fitted, written
from padai.publishing.engine.process import NO_MEMORY, out_of_memory, run
from padai.words import Said

if TYPE_CHECKING:
    import typst

#: Tagged, and accessible as ISO 14289-1 has it.
STANDARD: Final = "ua-1"
#: What typst writes of the tags, and the same without the entry whose absence says as much.
_MARKED: Final = (b"/MarkInfo<</Marked true/Suspects false>>", b"/MarkInfo<</Marked true>>")


def typeset(
    source: str,
    *,
    folder: Path,
    root: Path,
    env: Mapping[str, str],
    timeout: float,
    source_date: int,
    name: str,
) -> bytes:
    """Return the PDF of a typst source, tagged, conforming to PDF/UA-1.

    Parameters
    ----------
    source
        The typst source; its pictures are named relative to ``folder``.
    folder, root
        The document's folder, and the folder outside of which typst reads nothing.
    env, timeout
        The environment of the process, and its seconds.
    source_date
        The date in the PDF, as seconds since 1970.
    name
        The document, for the message.

    Raises
    ------
    RenderError
        When typst refuses the source, or the time limit passes.
    """
    from importlib.util import find_spec

    if find_spec("typst") is None:
        raise MissingExtraError("reports", Said("publishing-rendering-setting-a-pdf"))
    file = folder / ".padai-report.typ"
    target = folder / ".padai-report.pdf"
    file.write_text(source, encoding="utf-8")
    request = {
        "input": str(file),
        "output": str(target),
        "root": str(root),
        "timestamp": source_date,
    }
    code, _, err = run(
        [sys.executable, "-m", "padai.publishing.engine.typeset"],
        what=f"typst ({name})",
        cwd=folder,
        env=env,
        timeout=timeout,
        stdin=json.dumps(request).encode(),
    )
    if code != 0 or not target.is_file():
        lines = err.decode("utf-8", "replace").strip().splitlines()
        if out_of_memory(code, "\n".join(lines)):
            raise RenderError(
                Said("publishing-rendering-typst-c88b", no_memory=NO_MEMORY), where=name
            )
        raise _refusal(name, lines[-1] if lines else "no message", source)
    content = without_suspects(target.read_bytes())
    file.unlink()
    target.unlink()
    return content


def without_suspects(content: bytes) -> bytes:
    """Return a PDF of the same length whose catalogue does not say that no tag is suspect.

    That is what a PDF says that has no such entry (ISO 32000-1, table 321). Poppler takes one that
    is false for an error, and says so of each file.

    Examples
    --------
    >>> without_suspects(b"<</MarkInfo<</Marked true/Suspects false>>>>").replace(b" " * 15, b"_")
    b'<</MarkInfo<</Marked true>>_>>'
    """
    written, plain = _MARKED
    return (
        content.replace(written, plain.ljust(len(written)))
        if content.count(written) == 1
        else content
    )


def _refusal(name: str, complaint: str, source: str) -> RenderError:
    """Say what typst said; a sign that its fonts lack is named by its number, in its words."""
    lacking = re.search(r'the text `?"(.+?)"`? could not be displayed', complaint)
    if lacking is None:
        return RenderError(Said("publishing-rendering-typst-da10", told=complaint), where=name)
    signs = ", ".join(f"U+{ord(sign):04X}" for sign in lacking[1])
    return RenderError(
        Said(
            "publishing-rendering-the-fonts-of-the-pdf-have-no-letter-for",
            lacking=lacking[1],
            signs=signs,
            passage=around(source, lacking[1]),
        ),
        where=name,
    )


def around(source: str, sign: str) -> str:
    """Return the words of a source that a sign stands among, without what marks them up.

    Examples
    --------
    >>> around("#strong[Trust in government ☃] today", "☃")
    'Trust in government ☃'
    """
    at = source.find(sign)
    before = re.split(r"[\[\]{}#\n]", source[:at][-_WORDS_AROUND:])[-1]
    after = re.split(r"[\[\]{}#\n]", source[at : at + _WORDS_AROUND // 2])[0]
    return re.sub(r"[\\*_`]|\";?$|^\"", "", before + after).strip()


_WORDS_AROUND = 80
"""Letters shown before a sign that fonts lack; half as many behind it."""


def main() -> int:
    """Compile the request on standard input; typst's first complaint goes to standard error."""
    import typst

    request = json.loads(sys.stdin.read())
    try:
        # one compiler knows what of the document is as it was the last time
        compiler = typst.Compiler(request["input"], root=request["root"], ignore_system_fonts=True)
        _fit_pictures(compiler, Path(request["input"]))
        compiler.compile(
            output=request["output"],
            format="pdf",
            pdf_standards=[STANDARD],
            timestamp=request["timestamp"],
        )
    except typst.TypstError as error:
        hints = "; ".join(getattr(error, "hints", []) or [])
        complaint = f"{getattr(error, 'message', error)}{f' ({hints})' if hints else ''}"
        sys.stderr.write(" ".join(complaint.split()) + "\n")
        return 1
    return 0


def _fit_pictures(compiler: typst.Compiler, file: Path) -> None:
    """Write into the source how its pictures are set so that they fill its pages."""
    source = file.read_text(encoding="utf-8")
    if ANCHOR not in source or "#report-figure(" not in source.partition(ANCHOR)[2]:
        return

    def marks_of(setting: Setting) -> list[PageMark]:
        file.write_text(written(source, setting), encoding="utf-8")
        return [PageMark(**mark) for mark in json.loads(compiler.query("<fit>", field="value"))]

    file.write_text(written(source, fitted(marks_of)), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
