"""What every command shares: the language, the options, the console, the progress shown."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console, ConsoleDimensions
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from padai.cli.wording import App, SpokenProgram, note_help
from padai.errors import DefinitionError, Said, language, speak
from padai.words import LANGUAGES, Joined, named, spoken
from padai.words.catalogues import folders
from padai.words.languages import lang_of
from padai.words.said import typeset


def t(message: str | Said, en: str | None = None, /, **facts: object) -> str:
    """Return a message in the language of ``--lang`` or ``PADAI_LANG``, otherwise in French.

    Two texts, French first, stand for a message too.
    """
    lang = language("fr")
    text = typeset(spoken(lang, message, en, facts), lang)
    if isinstance(message, str) and en is None and not facts:
        note_help(text, message)
    return text


def _known_languages() -> tuple[str, ...]:
    return tuple(dict.fromkeys((*LANGUAGES, *map(lang_of, folders()))))


def _spoken(context: typer.Context, param: typer.CallbackParam, value: str) -> str:
    """Put messages in the language of ``--lang``, before any other option is looked at."""
    source = context.get_parameter_source(param.name or "")
    given = source is not None and source.name == "COMMANDLINE"
    lang = value if given else language("fr")
    if named(lang) != lang or not lang:
        raise DefinitionError(
            Said(
                "cli-lang-there-is-no-such-language",
                lang=lang,
                known=Joined(_known_languages(), last="padai-or"),
            ),
        )
    speak(lang)
    return lang


app = App(
    name="padai",
    cls=SpokenProgram,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=t("cli-validate-weight-compare-and-publish-the"),
)


def _version(asked: bool) -> None:
    if asked:
        from padai import __version__

        typer.echo(f"padai {__version__}")
        raise typer.Exit


@app.callback()
def _padai(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_version,
            is_eager=True,
            help=t("cli-show-the-version-and-exit"),
        ),
    ] = False,
) -> None:
    """Take the options that stand before a command."""


SurveyArg = Annotated[
    Path,
    typer.Argument(help=t("cli-the-surveys-folder")),
]
WaveOpt = Annotated[
    str | None,
    typer.Option("--wave", help=t("cli-wave-the-last-one-by-default")),
]
PartOpt = Annotated[str, typer.Option("--part", help=t("cli-part-of-the-wave"))]
DataOpt = Annotated[
    Path | None,
    typer.Option(
        "--data-dir",
        help=t("cli-where-the-data-files-are"),
    ),
]
ProjectOpt = Annotated[
    Path | None,
    typer.Option("--project", help=t("cli-folder-of-padai-yaml")),
]
LangOpt = Annotated[
    str,
    typer.Option(
        "--lang",
        callback=_spoken,
        is_eager=True,
        help=t("cli-language-by-its-tag"),
        show_default=False,
    ),
]
EngineOpt = Annotated[
    str,
    typer.Option(
        "--engine",
        help=t("cli-renderer-auto-the-one-that-made-the"),
    ),
]
TrustOpt = Annotated[
    bool,
    typer.Option(
        "--trust-templates",
        help=t("cli-run-the-python-of-the-projects-templates"),
    ),
]
FormatOpt = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        help=t("cli-format-of-the-reports-html-pdf-or-docx"),
    ),
]
NetOpt = Annotated[str | None, typer.Option("--net", help=t("cli-net-of-responses"))]
ByOpt = Annotated[
    list[str] | None,
    typer.Option(
        "--by",
        help=t("cli-breakdown-repeatable-a-b-crosses"),
    ),
]

WIDEST = 1_000
"""Columns of a table that nobody's screen cuts: it takes no more than it needs."""


class Screen(Console):
    """A console that asks for its width each time it prints; a file has no width of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._width = None  # rich would keep the COLUMNS of the first import for good

    def _dimensions(self) -> ConsoleDimensions:
        columns = os.environ.get("COLUMNS", "")
        if columns.isdigit() and int(columns) > 0:
            return ConsoleDimensions(int(columns), 25)
        return super().size if self.file.isatty() else ConsoleDimensions(WIDEST, 25)

    def _resize(self, size: tuple[int, int]) -> None:
        self._width, self._height = size

    size = property(_dimensions, _resize)


CONSOLE = Screen()
STDERR = Console(stderr=True)
_LEAVING: dict[Path, float] = {}


def leaving(folder: Path) -> None:
    """Note a folder into which a command is about to write, for whoever interrupts it."""
    _LEAVING.setdefault(folder, time.time())


def left_behind() -> list[Path]:
    """Return the files written since into the folders that commands noted, and forget these."""
    unfinished = [
        path
        for folder, since in _LEAVING.items()
        if folder.is_dir()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.stat().st_mtime >= since - 0.01
    ]
    _LEAVING.clear()
    return unfinished


@contextmanager
def progress() -> Iterator[Any]:
    """Show what is under way on standard error, and yield a function that says it."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    # Where nobody looks, an undrawn bar would still leave an empty line in the log.
    unseen = not STDERR.is_terminal
    with Progress(*columns, console=STDERR, transient=True, disable=unseen) as bar:
        task = bar.add_task("padai", total=None)

        def say(text: str, done: float | None = None, total: float | None = None) -> None:
            bar.update(task, description=text, completed=done, total=total)

        yield say


def line(text: str) -> None:
    """Print a line that holds no markup and is as long as it is."""
    CONSOLE.print(text, highlight=False, markup=False, soft_wrap=True)


def shown(path: Path) -> str:
    """Return a path as one would type it from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
