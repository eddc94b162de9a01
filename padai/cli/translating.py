"""The commands for translators: what a language lacks, its messages out and in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from padai.cli.options import LangOpt, app, line, t
from padai.cli.wording import App, SpokenProgram
from padai.errors import DefinitionError, MissingExtraError
from padai.words import LANGUAGES, Said, WordsError

_WORDS = App(cls=SpokenProgram, no_args_is_help=True, help=t("cli-words-of-padai-for-translators"))
app.add_typer(_WORDS, name="words")

_SHOWN = 20
TagArg = Annotated[str, typer.Argument(metavar="TAG", help=t("cli-words-tag-of-the-language"))]
FileArg = Annotated[Path, typer.Argument(metavar="FILE", help=t("cli-words-workbook-or-po-file"))]


def _tag(given: str) -> str:
    from padai.survey.texts import LANGUAGE_TAG

    tag = LANGUAGES.get(given, given)
    if not LANGUAGE_TAG.fullmatch(tag):
        raise DefinitionError(Said("cli-words-no-such-tag", tag=given))
    return tag


def _fit(path: Path) -> Path:
    from padai.words.translation import SUFFIXES

    if path.suffix not in SUFFIXES:
        raise DefinitionError(Said("cli-words-give-xlsx-or-po", name=path.name))
    return path


@_WORDS.command("check", help=t("cli-words-what-a-language-lacks"))
def check(tag: TagArg, lang: LangOpt = "fr") -> None:
    """Print what is wrong with a language; exit code 1 where anything is."""
    from padai.words.translation import checked, lacking

    own = _tag(tag)
    faults = [t("cli-words-lacking", tag=own, message=ident) for ident in lacking(own)]
    faults += checked(own)
    for fault in faults[:_SHOWN]:
        line(fault)
    if faults:
        line(t("cli-words-faults", tag=tag, count=len(faults), shown=min(_SHOWN, len(faults))))
        raise typer.Exit(1)
    line(t("cli-words-complete", tag=tag))


@_WORDS.command("export", help=t("cli-words-write-them-for-a-translator"))
def export(tag: TagArg, file: FileArg, lang: LangOpt = "fr") -> None:
    """Write a language's messages to a workbook or a PO file."""
    from padai.words.translation import exported

    try:
        left = exported(_tag(tag), _fit(file))
    except ModuleNotFoundError as error:
        what = Said("cli-words-writing-a-workbook")
        raise MissingExtraError("interchange", what) from error
    line(t("cli-words-written", name=str(file), count=left))


@_WORDS.command("import", help=t("cli-words-take-a-translators-file-in"))
def import_(
    tag: TagArg,
    file: FileArg,
    to: Annotated[Path, typer.Option("--to", help=t("cli-words-folder-of-words"))] = Path(),
    lang: LangOpt = "fr",
) -> None:
    """Write a translator's file as Fluent files, or say what cannot be taken."""
    from padai.words.translation import imported

    if not file.is_file():
        raise DefinitionError(Said("cli-words-no-file", name=file.name))
    try:
        taken, left = imported(_tag(tag), _fit(file), to)
    except WordsError as error:
        raise DefinitionError(Said("cli-words-not-taken", faults=str(error))) from None
    except ModuleNotFoundError as error:
        what = Said("cli-words-reading-a-workbook")
        raise MissingExtraError("interchange", what) from error
    line(t("cli-words-taken", count=taken, left=left, folder=str(to / _tag(tag))))
