"""The command line: a thin face over the public functions.

Exit codes: 0 done; 1 the data have findings that stop publication; 2 the input is wrong or an
extra is missing (one message, no traceback); 3 a fault of padai's.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import typer
from typer.completion import completion_init

# The help lists the commands in the order in which their modules load.
# isort: off
from padai.cli import init_command
from padai.cli import inspect_commands
from padai.cli import build_commands
from padai.cli import verify_command
from padai.cli import audit_command
from padai.cli import witness_command
from padai.cli import seal_command
from padai.cli import release_commands
from padai.cli import draw_command
from padai.cli import converting
from padai.cli import pages_command
from padai.cli import translating
from padai.cli import completion_command
from padai.cli import skill_command
from padai.cli import progress

# isort: on
from padai.charts.style import draw_lean
from padai.cli.completion_command import COMPLETE
from padai.cli.options import STDERR, app, left_behind, shown, t
from padai.cli.wording import refusal, set_titles, speak_as_asked
from padai.errors import PadaiError, language, refused_by_system, speaking
from padai.publishing.engine.seldom import collect_seldom

__all__ = [
    "app",
    "audit_command",
    "build_commands",
    "completion_command",
    "converting",
    "draw_command",
    "init_command",
    "inspect_commands",
    "main",
    "pages_command",
    "release_commands",
    "seal_command",
    "skill_command",
    "translating",
    "verify_command",
    "witness_command",
]

INTERRUPTED = 130


def main(argv: list[str] | None = None) -> None:
    """Run the command line and end with its exit code."""
    collect_seldom()
    draw_lean()
    with speaking(language("fr")):
        sys.exit(_run(argv))


def _run(argv: list[str] | None) -> int:
    speak_as_asked(sys.argv[1:] if argv is None else argv)
    set_titles()
    left_behind()
    if COMPLETE in os.environ:
        completion_init()
    try:
        ended = app(args=argv, standalone_mode=False)
    except PadaiError as error:
        _complain(str(error))
        return error.exit_code
    except typer.Abort:
        _interrupted()
        return INTERRUPTED
    except OSError as error:
        return _cannot(error)
    except Exception as error:
        if hasattr(error, "format_message"):  # the command as typed is refused
            if type(error).__name__ != "NoArgsIsHelpError":
                _complain(refusal(error))
            return int(getattr(error, "exit_code", 2))
        _report_fault(error)  # the last door: a fault of padai's, said as such
        return 3
    if ended == INTERRUPTED:  # the library turns an interruption into this code
        _interrupted()
    return ended if isinstance(ended, int) else 0


def _interrupted() -> None:
    """Say what an interrupted command leaves behind."""
    left = left_behind()
    if not left:
        STDERR.print(t("cli-interrupted-nothing-was-changed"))
        return
    names = ", ".join(shown(path) for path in left)
    STDERR.print(
        t("cli-interrupted-these-files-are-written-and", names=names),
        markup=False,
        highlight=False,
        soft_wrap=True,
    )


def _cannot(error: OSError) -> int:
    """Say what the system refused; where the reader of the output is gone, say nothing."""
    if isinstance(error, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    why = refused_by_system(error)
    if why is None or error.filename is None:
        _report_fault(error)
        return 3
    name = error.filename2 or error.filename
    _complain(t("cli-the-system-refuses-access-to-mend-that", name=name, why=why))
    return 2


def _complain(message: str) -> None:
    if progress.as_json():
        progress.record({"error": message})
        return
    STDERR.print(t("cli-padai", message=message), markup=False, highlight=False, soft_wrap=True)


def _report_fault(error: Exception) -> None:
    """Name the fault without its data: a traceback's values could hold an answer."""
    import traceback

    last = traceback.extract_tb(error.__traceback__)[-1]
    STDERR.print(
        t("cli-padai-a-fault-of-padai-itself-occurred"),
        highlight=False,
    )
    STDERR.print(
        f"  {type(error).__name__}: {Path(last.filename).name}:{last.lineno} ({last.name})",
        highlight=False,
    )
    if os.environ.get("PADAI_DEBUG"):
        traceback.print_exception(error)
