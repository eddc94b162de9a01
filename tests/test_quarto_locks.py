"""The locks of publishing, with Quarto asked for: they let it work, and let it reach no more."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from padai.publishing.engine.sandbox.guard import holds

Run = Callable[..., tuple[int, str, str]]

CLOSED = """
import json, os, subprocess, sys
from pathlib import Path
from padai.publishing import __main__ as publishing

request = json.loads(sys.argv[1])
publishing._close_off(request, Path(request["out_dir"]))
done = subprocess.run(request["run"], capture_output=True, text=True, env=dict(os.environ))
print(json.dumps([done.returncode, done.stdout, done.stderr]))
"""
KERNEL = """
from jupyter_client import KernelManager
manager = KernelManager(kernel_name="python3")
manager.start_kernel()
client = manager.blocking_client()
client.start_channels()
client.wait_for_ready(timeout=90)
print(client.execute_interactive("6 * 7", timeout=60, output_hook=lambda said: None)
      ["content"]["status"])
client.stop_channels()
manager.shutdown_kernel(now=True)
"""
THEME = """
import os, subprocess, sys
from pathlib import Path
done = subprocess.run([os.environ["QUARTO_DART_SASS"], "page.scss", sys.argv[1], "--quiet"])
print(done.returncode, Path(sys.argv[1]).read_bytes())
"""
OTHERS = """
import os, sys
for name in ("environ", "fd", "maps", "cwd"):
    try:
        place = "/proc/" + sys.argv[1] + "/" + name
        os.listdir(place) if name in ("fd", "cwd") else open(place, "rb").read()
    except OSError as error:
        print(name, type(error).__name__)
"""


@pytest.fixture
def closed(tmp_path: Path) -> Run:
    """Run Python code as what the publishing process starts, with a program named quarto there."""
    tools = tmp_path / "quarto" / "bin"
    tools.mkdir(parents=True)
    (tools / "quarto").write_text("#!/bin/sh\necho 1.10.18\n")
    (tools / "quarto").chmod(0o755)
    out, own = tmp_path / "out", tmp_path / "padai-own"
    out.mkdir()
    own.mkdir()

    def run(code: str, *arguments: str) -> tuple[int, str, str]:
        request = {
            "store_dir": str(out), "out_dir": str(out), "engine": "quarto",
            "run": [sys.executable, "-c", code, *arguments],
        }  # fmt: skip
        env = os.environ | {
            "PATH": os.pathsep.join([str(tools), os.environ["PATH"]]),
            "HOME": str(own),
            "TMPDIR": str(own),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        for name in ("JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR"):
            env[name] = str(own / name)
        done = subprocess.run(
            [sys.executable, "-c", CLOSED, json.dumps(request)],
            env=env,
            capture_output=True,
            text=True,
            timeout=300,
            check=True,
        )
        ended, said, told = json.loads(done.stdout.splitlines()[-1])
        return ended, said, told

    return run


def test_a_kernel_of_the_environment_is_found_and_talks_by_tcp(closed: Run) -> None:
    """Quarto starts it: its specification is read, and ZeroMQ binds its ports."""
    code, said, told = closed(KERNEL)
    assert code == 0, told
    assert said == "ok\n"


@pytest.mark.skipif(os.name == "nt", reason="a shell sets the empty theme")
def test_a_theme_is_compiled_to_nothing(closed: Run, tmp_path: Path) -> None:
    code, said, told = closed(THEME, str(tmp_path / "out" / "page.css"))
    assert code == 0, told
    assert said == "0 b''\n"


@pytest.mark.skipif(not holds(), reason="this system holds no program to anything")
def test_what_other_processes_hold_stays_shut(closed: Run) -> None:
    code, said, told = closed(OTHERS, str(os.getpid()))
    assert code == 0, told
    assert said.split() == [
        part for name in ("environ", "fd", "maps", "cwd") for part in (name, "PermissionError")
    ]
