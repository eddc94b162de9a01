"""What the command line library says by itself, in the language in force: titles and refusals."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from inspect import cleandoc
from typing import Any, TypeVar

import typer
from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

from padai.errors import language, speak
from padai.words import Said, Typeset, named
from padai.words.languages import base

_F = TypeVar("_F", bound=Callable[..., Any])
_HELP = Said("cli-show-this-message-and-exit")
_USAGE = Said("cli-usage")
_METAVARS = {
    "[OPTIONS]": Said("cli-usage-options"),
    "COMMAND [ARGS]...": Said("cli-usage-command"),
}
_HELPS: dict[str, str] = {}
"""The message of each text of help, which was read in one language when the commands loaded."""
_TITLES = {
    "ARGUMENTS_PANEL_TITLE": Said("cli-arguments"),
    "OPTIONS_PANEL_TITLE": Said("cli-options"),
    "COMMANDS_PANEL_TITLE": Said("cli-commands"),
    "ERRORS_PANEL_TITLE": Said("cli-error"),
    "ABORTED_TEXT": Said("cli-aborted"),
    "REQUIRED_LONG_STRING": Said("cli-required"),
    "DEFAULT_STRING": Said("cli-default", value="{value}"),
}
_ASK = Said("cli-for-help-help", command="{command}")
_LIBRARY_SPEAKS = "en"
_REFUSALS = (
    (r"Missing command\.", Said("cli-a-command-is-missing")),
    (
        r"No such command (.+?)\. Did you mean (.+)\?",
        Said("cli-there-is-no-command-see", first="{first}", second="{second}"),
    ),
    (r"No such command (.+?)\.", Said("cli-there-is-no-command", first="{first}")),
    (
        r"No such option: (\S+)\s*\(Possible options: (.+)\)",
        Said("cli-there-is-no-option-see", first="{first}", second="{second}"),
    ),
    (
        r"No such option: (\S+)(?:\s*Did you mean (.+)\?)?",
        Said("cli-there-is-no-option", first="{first}"),
    ),
    (r"Missing (?:argument|option|parameter) (.+?)\.", Said("cli-is-missing", first="{first}")),
    (r"Option (\S+) requires an argument\.", Said("cli-option-needs-a-value", first="{first}")),
    (
        r"Option (\S+) requires (\d+) arguments\.",
        Said("cli-option-needs-values", first="{first}", second="{second}"),
    ),
    (r"Option (\S+) does not take a value\.", Said("cli-option-takes-no-value", first="{first}")),
    (
        r"Got unexpected extra arguments? ?(?:\(s\) )?\((.+)\)",
        Said("cli-one-argument-too-many", first="{first}"),
    ),
    (
        r"Invalid value for (.+?): (.*valid integer.*)",
        Said("cli-needs-a-whole-number", first="{first}"),
    ),
    (
        r"Invalid value for (.+?): (.*valid (?:number|float).*)",
        Said("cli-needs-a-number", first="{first}"),
    ),
    (
        r"Invalid value for (.+?): (.*)",
        Said("cli-the-value-of-is-refused", first="{first}", second="{second}"),
    ),
)


def _spoken(message: Said) -> str:
    return Typeset(message).text(language("fr"))


def note_help(text: str, ident: str) -> None:
    """Note the message that a text is, which may be help to say in another language later."""
    _HELPS[cleandoc(text)] = ident


def speak_as_asked(arguments: Sequence[str]) -> None:
    """Put messages in the language of ``--lang`` before a command is read, which may fail."""
    for place, each in enumerate(arguments):
        name, equals, value = each.partition("=")
        if name != "--lang":
            continue
        asked = value if equals else next(iter(arguments[place + 1 :]), "")
        if asked and named(asked) == asked:
            speak(asked)


def _in_force(text: str | None) -> str | None:
    """Return a text of help in the language in force."""
    ident = _HELPS.get(cleandoc(text)) if text else None
    return _spoken(Said(ident)) if ident else text


def _put_in_force(command: Any) -> None:
    """Put what a command's help says in the language in force."""
    for each in (command, *getattr(command, "commands", {}).values()):
        each.help, each.short_help = _in_force(each.help), _in_force(each.short_help)
    for param in command.params:
        if hasattr(param, "help"):
            param.help = _in_force(param.help)


class _Spoken:
    """Help in the language in force."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        _put_in_force(self)
        super().format_help(ctx, formatter)  # type: ignore[misc]

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line."""
        given = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        pieces = [_spoken(_METAVARS[each]) if each in _METAVARS else each for each in given]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_spoken(_USAGE))

    def get_help_option(self, ctx: Any) -> Any:
        """Return ``--help`` with its own help."""
        option: Any = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = _spoken(_HELP)
        return option


class Command(_Spoken, TyperCommand):
    """A command that speaks the language in force."""


class SpokenProgram(_Spoken, TyperGroup):
    """The program, which speaks the language in force."""


class App(typer.Typer):
    """A typer application of which every command speaks the language in force."""

    def command(self, name: str | None = None, **options: Any) -> Callable[[_F], _F]:
        """Enter a command."""
        return super().command(name, **{"cls": Command, **options})


def set_titles() -> None:
    """Put the titles of help pages into the language in force."""
    for name, message in _TITLES.items():
        setattr(rich_utils, name, _spoken(message).replace("{value}", "{}"))


def refusal(error: Any) -> str:
    """Say what was wrong with a command as typed, and where its help is."""
    context = getattr(error, "ctx", None)
    lines = [_translated(error.format_message())]
    if context is not None:
        lines.append(_spoken(_ASK).format(command=context.command_path))
    return "\n".join(lines)


def _translated(message: str) -> str:
    if base(language("fr")) == _LIBRARY_SPEAKS:
        return message
    for pattern, sentence in _REFUSALS:
        if match := re.fullmatch(pattern, message.strip(), re.DOTALL):
            groups = dict(zip(("first", "second"), match.groups(), strict=False))
            # a message brings the quotation marks of its language, where it wants some
            bare = {name: (group or "").replace("'", "") for name, group in groups.items()}
            return _spoken(sentence).format(**bare)
    return message
