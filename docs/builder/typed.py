"""Hold the types of padai to its own examples: ``python -m docs.builder.typed``.

The Python of each page is put in one file, as a reader would type it, and read by basedpyright
(pyright, with the interpreter that it needs in its wheel). A page whose front matter has ``untyped:``
and a reason is left out, and counted.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from docs.builder.source import ROOT, Page, SourceError, read_pages

_SETTINGS = {
    "typeCheckingMode": "standard",
    "extraPaths": [str(ROOT)],
    "pythonVersion": "3.11",
    "reportMissingImports": "none",  # what an extra brings
    "reportMissingModuleSource": "none",
    "reportMissingTypeStubs": "none",
}


def program(page: Page) -> str:
    """Return the Python of a page as one file; a last call that is to be refused is left out."""
    parts = []
    for code in page.codes:
        if code.kind != "python" or not code.runs:
            continue
        text = code.text.replace("@LANG@", "en")
        if "raises" in code.options:
            tree = ast.parse(text)
            tree.body.pop()
            text = ast.unparse(tree)
        parts.append(text)
    return "\n".join(parts)


def main() -> int:
    """Read every example and say what is wrong with it; 0 where nothing is."""
    try:
        pages = [p for p in read_pages() if not p.meta.get("inside")]
    except SourceError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    left_out = [p for p in pages if p.meta.get("untyped")]
    with tempfile.TemporaryDirectory(prefix="padai-typed-") as name:
        written = {}
        for page in pages:
            if page not in left_out and (text := program(page)):
                path = Path(name) / f"{page.key.replace('/', '__')}.py"
                path.write_text(text + "\n", encoding="utf-8")
                written[path.name] = page.key
        (Path(name) / "pyrightconfig.json").write_text(json.dumps(_SETTINGS), encoding="utf-8")
        done = subprocess.run(
            [
                str(Path(sys.executable).with_name("basedpyright")),
                "-p",
                name,
                "--outputjson",
                "--level",
                "error",
                "--pythonpath",
                sys.executable,
            ],
            capture_output=True,
            text=True,
            check=False,
        )
    found = json.loads(done.stdout)["generalDiagnostics"]
    for each in found:
        line = each["range"]["start"]["line"] + 1
        first = each["message"].splitlines()[0]
        sys.stderr.write(f"{written[Path(each['file']).name]}, line {line} of its code: {first}\n")
    for page in left_out:
        sys.stdout.write(f"NOT TYPED: {page.key}: {page.meta['untyped']}\n")
    sys.stdout.write(f"{len(written)} pages typed, {len(found)} errors\n")
    return 1 if found or not written else 0


if __name__ == "__main__":
    sys.exit(main())
