"""R as a witness in a test, where the machine has it."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from typing import Any


@cache
def has_package(name: str) -> bool:
    """Whether R is here and can load a package."""
    program = shutil.which("Rscript")
    if program is None:
        return False
    asked = f"quit(status = !requireNamespace('{name}', quietly = TRUE))"
    done = subprocess.run([program, "-e", asked], capture_output=True, check=False)
    return done.returncode == 0


def r_numbers(program: str, *arguments: str) -> dict[str, Any]:
    """Run R lines whose last output is ``name value value ...`` a line; return the numbers."""
    done = subprocess.run(
        ["Rscript", "-e", program, *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found = (line.split() for line in done.stdout.splitlines() if line.strip())
    return {name: json.loads(f"[{','.join(values)}]") for name, *values in found}
