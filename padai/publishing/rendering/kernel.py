"""The Jupyter kernel that runs the cells of a report, closed off before it starts.

``python -m padai.publishing.rendering.kernel -f FILE`` is what ``ipykernel_launcher`` is, in a
process that reads the scratch folder alone, reaches no network and starts no program.
"""

from __future__ import annotations

import os
from pathlib import Path

BETWEEN = "\x1f"
"""What stands between the two languages of an error that the kernel reports."""


def main() -> None:
    """Close the process off and start the kernel."""
    from ipykernel import kernelapp

    from padai.errors import PadaiError
    from padai.publishing.guard import close_off

    # of an error, the kernel reports the text alone: it is told in both languages
    PadaiError.__str__ = lambda error: BETWEEN.join((error.texts["en"], error.texts["fr"]))  # type: ignore[method-assign]

    scratch = Path(os.environ["PADAI_STORE"]).parent
    close_off([], [scratch, os.environ["HOME"]], programs=False)
    kernelapp.launch_new_instance()


if __name__ == "__main__":
    main()
