"""The Jupyter kernel that runs the cells of a report, closed off before it starts.

``python -m padai.publishing.rendering.kernel -f FILE`` is what ``ipykernel_launcher`` is, in a
process that reads the scratch folder alone, reaches no network and starts no program.
"""

from __future__ import annotations

import os
from pathlib import Path


def main() -> None:
    """Close the process off and start the kernel."""
    from ipykernel import kernelapp

    from padai.publishing.guard import close_off

    scratch = Path(os.environ["PADAI_STORE"]).parent
    close_off([scratch, os.environ["HOME"]], programs=False)
    kernelapp.launch_new_instance()


if __name__ == "__main__":
    main()
