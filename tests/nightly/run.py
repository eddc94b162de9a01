"""Run the parts of a night and write what they found into ``docs/reliability.md``.

    python -m tests.nightly.run                        # everything, as a night asks for it
    python -m tests.nightly.run disclosure=300 kills=6 # some parts, fewer times

A part that is not run keeps the figures of the last time. The exit code is 1 where a figure is
not what it must be.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence

from tests.nightly.parts import PARTS, ROOT, Figures

REPORT = ROOT / "docs" / "reliability.md"
WRITTEN = ROOT / "docs" / "confidentiality.md"
"""What is said of confidentiality by hand, at the end of the report."""
KEPT = ROOT / "docs" / "reliability.json"
_HEAD = """\
# Reliability: what was tried, and what held

Written by `make nightly` (`tests/nightly/`). Every count is of a run; `asked` is what a whole night
asks for, and a part that was run fewer times says so. Seeds are fixed: the same code gives the same
figures.
"""


def main(arguments: Sequence[str]) -> int:
    """Run the parts that are named (all of them where none is) and write the report."""
    wanted = dict(_wanted(argument) for argument in arguments) or {
        name: part.night for name, part in PARTS.items()
    }
    good = True
    for name, count in wanted.items():
        begun = time.monotonic()
        figures = PARTS[name].run(count)
        good &= bool(figures["ok"])
        kept: dict[str, Figures] = json.loads(KEPT.read_text()) if KEPT.is_file() else {}
        kept[name] = {"asked": PARTS[name].night, "run": count, **figures}
        sys.stdout.write(
            json.dumps({"part": name, **kept[name], "seconds": round(time.monotonic() - begun)})
            + "\n"
        )
        sys.stdout.flush()
        kept = {part: kept[part] for part in PARTS if part in kept}
        KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
        REPORT.write_text(report(kept), encoding="utf-8")
    return 0 if good else 1


def report(kept: dict[str, Figures]) -> str:
    """Return the report in Markdown."""
    lines = [_HEAD]
    for name, figures in kept.items():
        said = "held" if figures["ok"] else "**did not hold**"
        lines.append(f"## {PARTS[name].title}: {said}\n")
        lines.append("| | |\n|---|--:|")
        for what, value in figures.items():
            if what != "ok":
                shown = f"{value:,}" if isinstance(value, int) else str(value)
                lines.append(f"| {what} | {shown} |")
        lines.append("")
    return "\n".join([*lines, WRITTEN.read_text(encoding="utf-8").rstrip(), ""])


def _wanted(argument: str) -> tuple[str, int]:
    name, _, count = argument.partition("=")
    if name not in PARTS:
        raise SystemExit(f"there is no part '{name}'. There are: {', '.join(PARTS)}.")
    return name, int(count) if count else PARTS[name].night


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
