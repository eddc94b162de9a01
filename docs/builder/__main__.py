"""Make the documentation site: ``python -m docs.builder [--out FOLDER] [--accept] [--slow]``."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from docs.builder.api import lacks, public, stale, stamp
from docs.builder.site import make
from docs.builder.source import SourceError


def main() -> int:
    """Make the site and say what is wrong with it; 0 where nothing is."""
    parser = argparse.ArgumentParser(prog="python -m docs.builder", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("_docs"), help="folder of the site")
    parser.add_argument(
        "--accept",
        action="store_true",
        help="put what the code prints into the sources: read the difference, then commit it",
    )
    parser.add_argument("--slow", action="store_true", help="run what takes long too")
    parser.add_argument("--only", default="", help="part of a key: run these pages alone")
    parser.add_argument("--no-run", action="store_true", help="set the pages without running them")
    parser.add_argument(
        "--translated",
        action="store_true",
        help="note that the French of the public names says what their docstrings say today",
    )
    asked = parser.parse_args()
    if asked.translated:
        wrong = [f"{name}: {', '.join(found)}" for name in public() if (found := lacks(name))]
        if not wrong:
            stamp()
        return _end(wrong)
    begun = time.monotonic()

    def say(text: str) -> None:
        print(f"{time.monotonic() - begun:6.1f} s  {text}", file=sys.stderr)

    try:
        made = make(
            asked.out,
            say=say,
            accept=asked.accept,
            slow=asked.slow,
            only=asked.only,
            run=not asked.no_run,
        )
    except SourceError as error:
        return _end([str(error)])
    wrong = made.wrong
    if not asked.only:
        wrong += [f"the French of {name} is older than its docstring" for name in stale()]
    print(f"{made.pages} pages, {made.run} blocks of code run, in {asked.out}/fr/index.html")
    for what in made.not_run:
        print(f"NOT RUN: {what}")
    return _end(wrong)


def _end(wrong: list[str]) -> int:
    for line in wrong:
        print(line, file=sys.stderr)
    if wrong:
        print(f"{len(wrong)} thing(s) wrong", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
