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
from padai.publishing.engine.sandbox.guard import close_off
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


BY_THEMSELVES = """
import ctypes, json, subprocess, sys
from pathlib import Path
import pyreadstat
from padai.publishing.engine.sandbox.guard import close_off
root, out, secret = (Path(p) for p in {places!r})
close_off([root], [out], programs={programs})
said = {{}}
def trial(name, what):
    try:
        said[name] = what()
    except Exception as error:
        said[name] = type(error).__name__
def by_c(path):
    return ctypes.CDLL(None).open(str(path).encode(), 0) >= 0
trial("inside", lambda: by_c(root / "a.txt"))
trial("outside", lambda: by_c(secret))
trial("link", lambda: by_c(root / "link.txt"))
trial("data file inside", lambda: len(pyreadstat.read_sav(str(root / "w.sav"))[0]))
trial("data file outside", lambda: len(pyreadstat.read_sav(str(secret.parent / "w.sav"))[0]))
trial("write out", lambda: (out / "x").write_text("a"))
trial("move out", lambda: (out / "x").rename(out / "deep" / "x") and True)
trial("write root", lambda: (root / "x").write_text("a"))
trial("write secret", lambda: (secret.parent / "x").write_text("a"))
trial("remove", lambda: (secret.parent / "w.sav").unlink())
if {programs}:
    run = lambda *c: subprocess.run(c, capture_output=True).returncode
    trial("program", lambda: run(sys.executable, "-c", f"open({{str(secret)!r}})"))
    trial("program inside", lambda: run(sys.executable, "-c", f"open({{str(root / 'a.txt')!r}})"))
    trial("other program", lambda: run("cat", str(root / "a.txt")))
else:
    trial("program", lambda: ctypes.CDLL(None).system(b"true") == 0)
print("\\n" + json.dumps(said))
"""


@pytest.mark.needs("landlock")
@pytest.mark.parametrize("programs", [True, False])
def test_what_opens_a_file_by_itself_is_held_too(
    places: tuple[Path, Path], tmp_path: Path, programs: bool
) -> None:
    """Libraries that Python does not see, and programs: the system holds them."""
    import pandas as pd
    import pyreadstat

    root, secret = places
    out = tmp_path / "out"
    (out / "deep").mkdir(parents=True)
    for folder in (root, secret.parent):
        pyreadstat.write_sav(pd.DataFrame({"a": [1.0, 2.0]}), str(folder / "w.sav"))
    script = BY_THEMSELVES.format(places=[str(p) for p in (root, out, secret)], programs=programs)
    made = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=True
    )
    said = json.loads(made.stdout.splitlines()[-1])
    assert said.pop("inside") is True
    assert said.pop("data file inside") == 2
    assert (said.pop("write out"), said.pop("move out")) == (1, True)
    assert (out / "deep" / "x").read_text() == "a"
    assert not said.pop("outside") and not said.pop("link")
    assert said.pop("data file outside") == "ReadstatError"
    if programs:
        assert said.pop("program") == 1
        assert said.pop("program inside") == 0
        assert said.pop("other program") == "PermissionError"
    else:
        assert said.pop("program") is False
    assert set(said.values()) == {"PermissionError"}
    assert set(said) == {"write root", "write secret", "remove"}


@pytest.mark.needs("landlock")
def test_a_program_opens_no_connection() -> None:
    """A program that is started is no Python of ours: the system refuses it the network."""
    script = (
        "import socket, subprocess, sys\n"
        "from padai.publishing.engine.sandbox.guard import close_off\n"
        "server = socket.create_server(('127.0.0.1', 0))\n"
        "close_off([])\n"
        "code = f'import socket; socket.create_connection({server.getsockname()!r})'\n"
        "print(subprocess.run([sys.executable, '-c', code], capture_output=True).stderr.decode())"
    )
    made = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=True
    )
    assert "PermissionError" in made.stdout


def test_without_the_system_s_lock_python_s_own_holds(places: tuple[Path, Path]) -> None:
    root, secret = places
    script = "from padai.publishing.engine.sandbox import landlock\nlandlock.version = lambda: 0\n"
    script += TRIED.format(root=str(root), secret=str(secret), programs=True)
    made = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=True
    )
    said = json.loads(made.stdout)
    assert {k for k, v in said.items() if v == "done"} == {"inside", "library", "program"}


def test_a_machine_may_talk_to_itself() -> None:
    script = (
        "from padai.publishing.engine.sandbox.guard import close_off\n"
        "close_off([], connect=True)\n"
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
    from padai.pipeline.machinery import publisher_process

    given: dict[str, object] = {}

    class Stopped(Exception):
        pass

    def popen(command: list[str], **more: object) -> None:
        given.update(more, command=command)
        raise Stopped

    monkeypatch.setenv("PADAI_DATA_DIR", "/secret/donnees")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "x")
    monkeypatch.setattr(publisher_process.subprocess, "Popen", popen)
    with pytest.raises(Stopped):
        publisher_process.ask({"store_dir": str(tmp_path / "store")}, tmp_path, lambda text: None)
    env = given["env"]
    assert isinstance(env, dict)
    assert not [k for k in env if k.startswith(("PADAI_", "AWS_"))]
    assert "/secret" not in json.dumps({**env, "c": given["command"], "d": str(given["cwd"])})
    assert given["command"] == [sys.executable, "-m", "padai.publishing"]
    assert given["cwd"] == tmp_path


def test_the_publishing_process_closes_itself_off(places: tuple[Path, Path]) -> None:
    """A request that names a store outside of its own folders gets nowhere."""
    root, secret = places
    request = {
        "store_dir": str(root),
        "out_dir": str(root),
        "languages": None,
        "formats": [],
        "engine": "embedded",
        "overrides": None,
        "what": [],
        "before": None,
    }
    script = (
        "import sys, padai.publishing.__main__ as m\n"
        f"m.publish = lambda *a, **k: open({str(secret)!r})\n"
        "m.main()"
    )
    env = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    with subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=env,
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(json.dumps(request) + "\n")
        process.stdin.flush()  # and left open: when it closes, the process ends by itself
        said = process.stderr.read()
    assert process.returncode != 0
    assert "publishing may not read b.csv" in said
