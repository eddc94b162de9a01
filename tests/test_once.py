"""What several tests begin with is made once, and by the next one where it could not be made."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import pytest

from tests.once import made_once

ROOT = Path(__file__).parents[1]
ASKING = """
import sys, time
from pathlib import Path
from tests.once import made_once

class Factory:
    def getbasetemp(self):
        return Path(sys.argv[1])

def make(folder):
    time.sleep(0.3)
    with (folder / "lines").open("a") as lines:
        lines.write("made\\n")

print((made_once(Factory(), "thing", make) / "lines").read_text().count("made"))
"""


class Factory:
    """Names the folder of one process of a run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def getbasetemp(self) -> Path:
        return self.folder


def test_processes_that_ask_together_get_what_one_of_them_made(tmp_path: Path) -> None:
    asking = []
    for name in ("gw0", "gw1", "gw2"):
        (tmp_path / name).mkdir()
        asking.append(
            subprocess.Popen(
                [sys.executable, "-c", ASKING, str(tmp_path / name)],
                cwd=ROOT,
                env={**os.environ, "PYTEST_XDIST_WORKER": name},
                stdout=subprocess.PIPE,
                text=True,
            )
        )
    assert [process.communicate()[0].strip() for process in asking] == ["1", "1", "1"]
    assert (tmp_path / "once-thing" / "lines").read_text() == "made\n"


def test_what_failed_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    factory = cast(Any, Factory(tmp_path))

    def fail(folder: Path) -> None:
        (folder / "half").touch()
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        made_once(factory, "thing", fail)
    folder = made_once(factory, "thing", lambda folder: (folder / "whole").touch())
    assert [path.name for path in folder.iterdir()] == ["whole"]
    assert made_once(factory, "thing", fail) == folder
