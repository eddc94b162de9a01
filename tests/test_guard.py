"""The publishing process and the kernel of a report, tried from the inside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TRIED = """
import json, sys
from pathlib import Path
from padai.publishing.guard import close_off
close_off([{root!r}], programs={programs})
said = {{}}
def trial(name, what):
    try:
        what()
    except PermissionError as error:
        said[name] = str(error)
    except OSError as error:
        said[name] = str(getattr(error, "reason", error))
    else:
        said[name] = "done"
import socket, subprocess, urllib.request
trial("inside", lambda: Path({root!r}, "a.txt").read_text())
trial("outside", lambda: Path({secret!r}).read_text())
trial("link", lambda: Path({root!r}, "link.txt").read_text())
trial("up", lambda: open({root!r} + "/../secret/b.csv", "rb"))
trial("bytes", lambda: open({secret!r}.encode(), "rb"))
trial("name", lambda: socket.getaddrinfo("exemple.invalid", 80))
trial("address", lambda: socket.create_connection(("192.0.2.1", 80), 1))
trial("web", lambda: urllib.request.urlopen("http://192.0.2.1/", timeout=1))
trial("datagram", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"a", ("192.0.2.1", 9)))
trial("program", lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
trial("library", lambda: __import__("colorsys"))
print(json.dumps(said))
"""


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    root, secret = tmp_path / "store", tmp_path / "secret"
    root.mkdir()
    secret.mkdir()
    (root / "a.txt").write_text("a")
    (secret / "b.csv").write_text("identifiant,reponse")
    (root / "link.txt").symlink_to(secret / "b.csv")
    return root, secret / "b.csv"


@pytest.mark.parametrize("programs", [True, False])
def test_what_a_closed_process_may_do(places: tuple[Path, Path], programs: bool) -> None:
    root, secret = places
    script = TRIED.format(root=str(root), secret=str(secret), programs=programs)
    made = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=True
    )
    said = json.loads(made.stdout)
    assert {k for k, v in said.items() if v == "done"} == (
        {"inside", "library", "program"} if programs else {"inside", "library"}
    )
    for name in ("outside", "link", "up", "bytes"):
        assert said[name].startswith("publishing may not read b.csv"), name
        assert str(secret.parent) not in said[name]
    for name in ("name", "address", "web", "datagram"):
        assert said[name] == "publishing may not reach the network", name
    if not programs:
        assert said["program"] == "a report may not start a program"


def test_a_machine_may_talk_to_itself() -> None:
    script = (
        "from padai.publishing.guard import close_off\n"
        "close_off([])\n"
        "import socket\n"
        "server = socket.create_server(('127.0.0.1', 0))\n"
        "socket.create_connection(server.getsockname()).close()\n"
        "print('done')"
    )
    made = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=True
    )
    assert made.stdout == "done\n"


def test_the_publishing_process_is_told_of_no_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it is given: environment, arguments, folder, request; then it is closed off."""
    from padai.pipeline import child

    given: dict[str, object] = {}

    class Stopped(Exception):
        pass

    def popen(command: list[str], **more: object) -> None:
        given.update(more, command=command)
        raise Stopped

    monkeypatch.setenv("PADAI_DATA_DIR", "/secret/donnees")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "x")
    monkeypatch.setattr(child.subprocess, "Popen", popen)
    with pytest.raises(Stopped):
        child.publish_apart(
            tmp_path / "data", tmp_path, languages=None, formats=("html",), engine="embedded",
            overrides=None, what=("report",), progress=lambda text: None,
        )  # fmt: skip
    env = given["env"]
    assert isinstance(env, dict)
    assert not [k for k in env if k.startswith(("PADAI_", "AWS_"))]
    assert "/secret" not in json.dumps({**env, "c": given["command"], "d": str(given["cwd"])})
    assert given["command"] == [sys.executable, "-m", "padai.publishing"]
    assert given["cwd"] == tmp_path


def test_the_publishing_process_closes_itself_off(places: tuple[Path, Path]) -> None:
    """A request that names a store outside of its own folders gets nowhere."""
    root, secret = places
    request = {"store_dir": str(root), "out_dir": str(root), "languages": None, "formats": [],
               "engine": "embedded", "overrides": None, "what": [], "before": None}  # fmt: skip
    script = (
        "import sys, padai.publishing.__main__ as m\n"
        f"m.publish = lambda *a, **k: open({str(secret)!r})\n"
        "m.main()"
    )
    env = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True, env=env,
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(json.dumps(request) + "\n")
        process.stdin.flush()  # and left open: when it closes, the process ends by itself
        said = process.stderr.read()
    assert process.returncode != 0
    assert "publishing may not read b.csv" in said
