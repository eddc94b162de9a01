"""What the command line library says by itself, in the language in force: titles and refusals."""

from __future__ import annotations

import re
from typing import Any

import typer
from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

from padai.errors import french, language
from padai.words import Both, Said, Typeset

_HELP = Both("cli-show-this-message-and-exit")
_USAGE = Both.of(Typeset(Said("cli-usage")))
_TITLES = {
    "ARGUMENTS_PANEL_TITLE": ("Arguments", "Arguments"),
    "OPTIONS_PANEL_TITLE": ("Options", "Options"),
    "COMMANDS_PANEL_TITLE": ("Commandes", "Commands"),
    "ERRORS_PANEL_TITLE": ("Erreur", "Error"),
    "ABORTED_TEXT": ("Interrompu.", "Aborted."),
    "REQUIRED_LONG_STRING": ("[obligatoire]", "[required]"),
    "DEFAULT_STRING": (french("[par défaut : {}]"), "[default: {}]"),
}
_ASK = Both.of(Typeset(Said("cli-for-help-help", command="{command}")))
_REFUSALS = (
    (r"Missing command\.", "il manque une commande."),
    (r"No such command (.+?)\. Did you mean (.+)\?", "la commande {0} n’existe pas; voir {1}."),
    (r"No such command (.+?)\.", "la commande {0} n’existe pas."),
    (r"No such option: (\S+)\s*\(Possible options: (.+)\)", "l’option {0} n’existe pas; voir {1}."),
    (r"No such option: (\S+)(?:\s*Did you mean (.+)\?)?", "l’option {0} n’existe pas."),
    (r"Missing (?:argument|option|parameter) (.+?)\.", "il manque {0}."),
    (r"Option (\S+) requires an argument\.", "l’option {0} demande une valeur."),
    (r"Option (\S+) requires (\d+) arguments\.", "l’option {0} demande {1} valeurs."),
    (r"Option (\S+) does not take a value\.", "l’option {0} ne prend pas de valeur."),
    (r"Got unexpected extra arguments? ?(?:\(s\) )?\((.+)\)", "argument en trop : {0}."),
    (r"Invalid value for (.+?): (.*valid integer.*)", "{0} demande un nombre entier."),
    (r"Invalid value for (.+?): (.*valid (?:number|float).*)", "{0} demande un nombre."),
    (r"Invalid value for (.+?): (.*)", "la valeur de {0} est refusée ({1})."),
)


class _Spoken:
    """Usage line and help option in the language in force."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line."""
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_USAGE[language("fr")])

    def get_help_option(self, ctx: Any) -> Any:
        """Return ``--help`` with its own help."""
        option: Any = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = _HELP[language("fr")]
        return option


class Command(_Spoken, TyperCommand):
    """A command that speaks the language in force."""


class Group(_Spoken, TyperGroup):
    """The program, which speaks the language in force."""


class App(typer.Typer):
    """A typer application of which every command speaks the language in force."""

    def command(self, name: str | None = None, **options: Any) -> Any:
        """Enter a command."""
        return super().command(name, **{"cls": Command, **options})


def set_titles() -> None:
    """Put the titles of help pages into the language in force."""
    for name, texts in _TITLES.items():
        setattr(rich_utils, name, texts[0 if language("fr") == "fr" else 1])


def refusal(error: Any) -> str:
    """Say what was wrong with a command as typed, and where its help is."""
    context = getattr(error, "ctx", None)
    lines = [_translated(error.format_message())]
    if context is not None:
        lines.append(_ASK[language("fr")].format(command=context.command_path))
    return "\n".join(lines)


def _translated(message: str) -> str:
    if language("fr") == "en":
        return message
    for pattern, told in _REFUSALS:
        if match := re.fullmatch(pattern, message.strip(), re.DOTALL):
            return french(told.format(*(group or "" for group in match.groups())))
    return message
