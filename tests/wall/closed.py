"""Render one document as the publishing process does, from within its locks.

``python closed.py REQUEST`` reads a JSON request: what publishing is asked for, and a ``document``
of the folder ``templates``. A handle of the data file stays open on purpose. Where it is ``copied``,
the kernel is a copy of the process of which those of padai's own documents are.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import nullcontext
from pathlib import Path


def main() -> None:
    """Close off, and render."""
    from padai.publishing import __main__ as publishing
    from padai.publishing.engine.engines import render
    from padai.publishing.engine.many_kernels import many_kernels

    request = json.loads(sys.argv[1])
    os.dup2(os.open(request["inherited"], os.O_RDONLY), 77, inheritable=True)
    out = Path(request["out_dir"])
    publishing._close_off(request, out)
    copied = bool(request.get("copied"))
    with many_kernels() if copied else nullcontext():
        render(
            Path(request["templates"]),
            [request["document"]],
            out,
            store=Path(request["store_dir"]),
            lang="en",
            source_date=0,
            engine="embedded",
            timeout=request.get("timeout", 200),
            ours=copied,
        )


if __name__ == "__main__":
    main()
