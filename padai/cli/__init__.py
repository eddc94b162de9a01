"""The command line: a thin face over the public functions.

Exit codes: 0 done; 1 the data have findings that stop publication; 2 the input is wrong or an
extra is missing (one message, no traceback); 3 a fault of padai's.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from padai.cli import looking, making
from padai.cli.options import FRENCH, STDERR, app, t
from padai.errors import PadaiError

__all__ = ["app", "looking", "main", "making"]


def main(argv: list[str] | None = None) -> None:
    """Run the command line and end with its exit code."""
    try:
        app(args=argv, standalone_mode=True)
    except PadaiError as error:
        STDERR.print(
            f"padai : {error}" if FRENCH else f"padai: {error}",
            markup=False,
            highlight=False,
            soft_wrap=True,
        )
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        STDERR.print(t("Interrompu; rien n’a été changé.", "Interrupted; nothing was changed."))
        sys.exit(130)
    except Exception as error:  # the last door: a fault of padai's, said as such
        _report_fault(error)
        sys.exit(3)


def _report_fault(error: Exception) -> None:
    """Name the fault without its data: a traceback's values could hold an answer."""
    import traceback

    last = traceback.extract_tb(error.__traceback__)[-1]
    STDERR.print(
        t(
            "padai : une erreur de padai lui-même est survenue. Rien n’a été changé.",
            "padai: a fault of padai itself occurred. Nothing was changed.",
        ),
        highlight=False,
    )
    STDERR.print(
        f"  {type(error).__name__}: {Path(last.filename).name}:{last.lineno} ({last.name})",
        highlight=False,
    )
    if os.environ.get("PADAI_DEBUG"):
        traceback.print_exception(error)
