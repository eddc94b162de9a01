"""Run the code of a page in an empty folder, and hold what it prints to what the page says."""

from __future__ import annotations

import ast
import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from docs.builder.source import LANGUAGES, ROOT, Code, Figure, Page, SourceError

#: Data files that the project does not hold, and the variable that says where they are.
DATA = {
    "gss": "PADAI_GSS_DIR",
    "cep": "PADAI_CEP_DIR",
    "anes": "PADAI_ANES_DIR",
    "ces": "PADAI_CES_DIR",
}
#: Programs that turn pages into pictures.
PROGRAMS = {"poppler": "pdftoppm", "chromium": "chromium"}
_CUT = "--padai-docs-cut--"
_WIDTH = "100"


class Ran:
    """What the code of a page gave: prints by line and language, and its pictures."""

    def __init__(self) -> None:
        self.printed: dict[int, dict[str, str]] = {}
        self.pictures: dict[tuple[str, str], bytes] = {}
        self.alts: dict[tuple[str, str], str] = {}
        self.wrong: list[str] = []
        self.lacking = ""
        self.left_out = 0


def lacking(page: Page) -> str:
    """Return what this machine lacks to run a page, such as ``gss``; nothing where it has all."""
    needs = str(page.meta.get("needs", "")).split()
    for need in needs:
        if need in DATA and not Path(os.environ.get(DATA[need], "/nowhere")).is_dir():
            return need
        if need == "r" and not _has_r():
            return need
        if need in PROGRAMS and shutil.which(PROGRAMS[need]) is None:
            return need
    return ""


def _has_r() -> bool:
    found = shutil.which("Rscript")
    test = "quit(status = !requireNamespace('survey', quietly = TRUE))"
    return bool(found) and not subprocess.run([found, "-e", test], capture_output=True).returncode


class Runner:
    """Runs pages; the projects that they begin from are made once."""

    def __init__(self, scratch: Path, *, slow: bool = False) -> None:
        self._scratch = scratch
        self._slow = slow

    def run(self, page: Page) -> Ran:
        """Run a page, in each language where its prints speak one."""
        ran = Ran()
        ran.lacking = lacking(page)
        if ran.lacking or not any(code.runs for code in page.codes):
            return ran
        for lang in LANGUAGES if page.meta.get("outputs") == "both" else ("fr",):
            self._run(page, lang, ran)
        for line, told in ran.printed.items():
            if len(told) == 1:
                ran.printed[line] = dict.fromkeys(LANGUAGES, next(iter(told.values())))
        for block in page.blocks:
            for lang in LANGUAGES:
                if isinstance(block, Figure) and (block.name, lang) not in ran.pictures:
                    ran.pictures[block.name, lang] = ran.pictures[block.name, "fr"]
                    ran.alts[block.name, lang] = block.alts[lang] or ran.alts[block.name, "fr"]
        ran.wrong = list(differences(page, ran))
        return ran

    def _run(self, page: Page, lang: str, ran: Ran) -> None:
        with tempfile.TemporaryDirectory(prefix="padai-docs-") as name, _inside(Path(name), lang):
            if kind := page.meta.get("project"):
                shutil.copytree(self._project(kind), name, dirs_exist_ok=True)
            for folder in str(page.meta.get("with", "")).split():
                copied = Path(name) / folder
                copied.parent.mkdir(parents=True, exist_ok=True)
                if (ROOT / folder).is_dir():
                    shutil.copytree(ROOT / folder, copied)
                else:
                    shutil.copyfile(ROOT / folder, copied)
            names: dict[str, Any] = {"__name__": "__main__"}
            for block in page.blocks:
                if isinstance(block, Figure):
                    ran.pictures[block.name, lang] = _picture(page, block, names)
                    ran.alts[block.name, lang] = _alt(page, block, names, lang)
                elif isinstance(block, Code) and "slow" in block.options and not self._slow:
                    ran.left_out += 1
                elif isinstance(block, Code) and block.runs and block.kind != "r":
                    told = ran.printed.setdefault(block.line, {})
                    told[lang] = _shortened(_printed(page, block, names, lang), block)
                elif isinstance(block, Code) and "file" in block.options:
                    path = Path(block.options["file"])
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text(block.text + "\n", encoding="utf-8")
            _run_r(page, lang, ran)

    def _project(self, kind: str) -> Path:
        """Return a project to begin from: the example, as it is or with its release built."""
        folder = self._scratch / kind
        if not folder.is_dir():
            making = self._scratch / f"{kind}-making"
            if kind == "built":
                shutil.copytree(self._project("example"), making)
                commands = [["build", "surveys/example"]]
            else:
                making.mkdir(parents=True)
                commands = [["init", "--example", "."]]
            with _inside(making, "fr"):
                for command in commands:
                    _padai(command)
            making.rename(folder)
        return folder


@contextlib.contextmanager
def _inside(folder: Path, lang: str) -> Iterator[None]:
    """Work in a folder, in a language, with prints of one width and no colour."""
    before, cwd = dict(os.environ), Path.cwd()
    os.environ |= {
        "PADAI_LANG": lang,
        "COLUMNS": _WIDTH,
        "LINES": "50",
        "NO_COLOR": "1",
        "TERM": "dumb",
        "MPLBACKEND": "agg",
        "PYTHONPATH": str(ROOT),
        "PATH": f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}",
    }
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(cwd)
        os.environ.clear()
        os.environ.update(before)


def _printed(page: Page, block: Code, names: dict[str, Any], lang: str) -> str:
    if block.kind == "console":
        return _console(page, block)
    out = io.StringIO()
    text = block.text.replace("@LANG@", lang)
    with contextlib.redirect_stdout(out):
        try:
            tree = ast.parse(text)
            last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
            exec(compile(tree, page.key, "exec"), names)  # noqa: S102 - our own pages
            if isinstance(last, ast.Expr):
                value = eval(  # noqa: S307 - our own pages
                    compile(ast.Expression(last.value), page.key, "eval"), names
                )
                if value is not None:
                    print(_shown(value))
        except Exception as error:
            if block.options.get("raises") != type(error).__name__:
                raise SourceError(
                    page.key, block.line, f"{type(error).__name__}: {error}"
                ) from error
            print(f"{type(error).__name__}: {error}")
        else:
            if "raises" in block.options:
                raise SourceError(page.key, block.line, f"no {block.options['raises']} was raised")
    return _clean(out.getvalue())


def _shown(value: Any) -> str:
    import pandas as pd

    options = ("display.width", 100, "display.max_columns", 30, "display.max_rows", 60)
    with pd.option_context(*options):
        return repr(value)


def _console(page: Page, block: Code) -> str:
    out: list[str] = []
    lines = block.text.split("\n")
    for at, line in enumerate(lines):
        if not line.startswith("$ "):
            raise SourceError(page.key, block.line, "a line of `console` begins with `$ `")
        words = shlex.split(line[2:])
        if words[0] == "padai":
            code, text = _padai(words[1:])
        else:
            done = subprocess.run(
                ["bash", "-c", line[2:]], capture_output=True, text=True, check=False
            )
            code, text = done.returncode, done.stdout + done.stderr
        expected = int(block.options.get("exit", "0")) if at == len(lines) - 1 else 0
        if code != expected:
            raise SourceError(
                page.key, block.line, f"`{line[2:]}` ended with {code}: {text[-1500:]}"
            )
        out.append(text)
    return _clean("".join(out))


def _padai(words: list[str]) -> tuple[int, str]:
    """Run a command of padai and return its exit code and all that it wrote."""
    from padai.cli import main

    out = io.StringIO()
    code: Any = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            main(words)
        except SystemExit as ended:
            code = ended.code
    return int(code or 0), out.getvalue()


def _clean(text: str) -> str:
    text = text.replace("\xa0", " ").replace("\u202f", " ").replace(str(Path.cwd()), "…")
    lines = [line.rstrip() for line in text.split("\n")]
    return "\n".join(lines).strip("\n")


def _shortened(text: str, block: Code) -> str:
    """Keep the first and last lines where a page asks for no more."""
    head, tail = (int(block.options.get(k, "0")) for k in ("head", "tail"))
    lines = text.split("\n")
    if not (head or tail) or len(lines) <= head + tail + 1:
        return text
    return "\n".join([*lines[:head], "...", *(lines[-tail:] if tail else [])])


def _picture(page: Page, figure: Figure, names: Mapping[str, Any]) -> bytes:
    import matplotlib as mpl

    drawn = names.get(figure.name.replace("-", "_"), names.get("figure"))
    if drawn is None:
        raise SourceError(page.key, figure.line, "no variable `figure` to show")
    if isinstance(drawn, str):
        return drawn.encode()
    if isinstance(drawn, bytes):
        return drawn
    out = io.BytesIO()
    with mpl.rc_context({"svg.hashsalt": figure.name, "svg.fonttype": "none"}):
        drawn.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return out.getvalue()


def _alt(page: Page, figure: Figure, names: Mapping[str, Any], lang: str) -> str:
    """Return what a picture shows in words: the page's own, or those that it says itself."""
    drawn = names.get(figure.name.replace("-", "_"), names.get("figure"))
    said = figure.alts[lang] or str(getattr(drawn, "alt", ""))
    if not said:
        raise SourceError(
            page.key, figure.line, "a picture that says nothing needs `alt-fr`, `alt-en`"
        )
    return said


def _run_r(page: Page, lang: str, ran: Ran) -> None:
    blocks = [code for code in page.codes if code.kind == "r" and code.runs]
    if not blocks:
        return
    cut = f'\ncat("{_CUT}\\n")\n'
    script = "options(width = 100)\n" + cut.join(code.text for code in blocks)
    Path("page.R").write_text(script + "\n", encoding="utf-8")
    done = subprocess.run(
        ["Rscript", "--vanilla", "page.R"], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SourceError(page.key, blocks[0].line, f"R: {done.stderr[-800:]}")
    for code, text in zip(blocks, done.stdout.split(_CUT + "\n"), strict=True):
        ran.printed.setdefault(code.line, {})[lang] = _shortened(_clean(text), code)


def differences(page: Page, ran: Ran) -> Iterator[str]:
    """Say where a page and its code differ."""
    for code in page.codes:
        for lang, text in ran.printed.get(code.line, {}).items():
            told = code.printed.get(lang, "")
            if not agrees(told, text):
                yield (
                    f"{page.key}:{code.line}: the page says ({lang})\n{_indented(told)}\n"
                    f"  and its code prints\n{_indented(text)}"
                )


def agrees(told: str, printed: str) -> bool:
    r"""Whether a page's print is what came; a line of three dots stands for any lines.

    Examples
    --------
    >>> agrees("a\n...\nd", "a\nb\nc\nd"), agrees("a", "b")
    (True, False)
    """
    pattern = "\n".join(
        "(?:.*\n?)*?" if line.strip() == "..." else re.escape(line) for line in told.split("\n")
    ).replace("(?:.*\n?)*?\n", "(?:.*\n)*?")
    return re.fullmatch(pattern, printed) is not None


def kept(page: Page, printed: Mapping[int, Mapping[str, str]]) -> dict[int, dict[str, str]]:
    """Return what a page is to say: its own words where they agree, three dots included."""
    found = {}
    for line, told in printed.items():
        said = next(code.printed for code in page.codes if code.line == line)
        found[line] = {
            lang: said.get(lang, "") if agrees(said.get(lang, ""), text) else text
            for lang, text in told.items()
        }
    return found


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))
