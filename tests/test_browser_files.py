"""The checking page in Debian's browser: its reader against pyreadstat, its findings against padai."""

from __future__ import annotations

import base64
import datetime as dt
import json
import math
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat
import pytest

import padai
from padai.browser import definition_of, write_pages
from padai.cli import main
from padai.validation import validate
from tests.browsing import axe, launched, open_page
from tests.planted_faults import FAULTS, LABELS, Fault, delivery, full_rows, planted_survey

ASSETS = Path(padai.__file__).parent / "browser" / "assets"
EXAMPLE = Path(padai.__file__).parent / "interchange" / "example" / "surveys" / "example"
READER = "\n".join((ASSETS / name).read_text("utf-8") for name in ("1-sav.js", "2-cases.js"))
MUTANTS = 2_000
MOST_ROWS = 150
pytestmark = pytest.mark.needs("chromium")


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    with launched(chromium) as opened:
        yield opened


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("pages")
    write_pages(out)
    return out


@pytest.fixture(scope="module")
def view(browser: Any, folder: Path) -> Any:
    return open_page(browser, (folder / "check.html").as_uri())


# --- the reader against pyreadstat ----------------------------------------------------------------


def written(folder: Path, kind: str, rows: int = 120) -> Path:
    """A file with what the format can hold: long and very long texts, dates, ranges, labels."""
    rng = np.random.default_rng(3)
    days = [dt.date(2025, 1, 1) + dt.timedelta(days=int(k)) for k in rng.integers(0, 300, rows)]
    frame = pd.DataFrame(
        {
            "id": np.arange(rows) + 1.0,
            "q": rng.choice([1, 2, 3, 98, np.nan], rows),
            "w": rng.uniform(0.2, 3, rows),
            "big": rng.normal(0, 1e12, rows),
            "code": rng.choice(["A", "BB", "ééé", ""], rows),
            "nom_très_long_de_variable": rng.integers(-5, 400, rows).astype(float),
            "long": rng.choice(["x" * 40, "é" * 30, "court"], rows),
            "vls": [f"abc é {i} " * int(k) for i, k in enumerate(rng.integers(0, 120, rows))],
            "vls2": ["Z" * int(k) for k in rng.integers(0, 2000, rows)],
            "d": days,
        }
    )
    path = folder / f"made-{kind}.{'zsav' if kind == 'zsav' else 'sav'}"
    pyreadstat.write_sav(
        frame,
        str(path),
        row_compress=kind == "bytecode",
        compress=kind == "zsav",
        column_labels=["Ident", "Confiance à l’égard", "", "", "Code", "", "", "Très long", "", ""],
        variable_value_labels={
            "q": {1: "Oui", 2: "Non", 98: "Ne sait pas"},
            "code": {"A": "Premier", "BB": "Deuxième"},
            "long": {"court": "Étiquette d’un texte long"},
        },
        missing_ranges={
            "q": [98],
            "code": ["BB"],
            "nom_très_long_de_variable": [{"lo": -5, "hi": -1}, 399],
        },
    )
    return path


READ_ALL = (
    "async ([data, encoding, most]) => {"
    + READER
    + """
  const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
  const source = { size: bytes.length, read: async (at, n) => bytes.slice(at, at + n) };
  const d = await openSav(source, encoding);
  const columns = d.variables.map(() => []), filled = d.variables.map(() => 0);
  const step = d.cases > most ? Math.ceil(d.cases / most) : 1;
  const n = await readCases(source, d, (held, view, row) => d.variables.forEach((one, k) => {
    const value = valueOf(one, d, held, view), told = typeof value === "number" ? value : value || null;
    if (told !== null) filled[k] += 1;
    if (row % step === 0) columns[k].push(told);
  }));
  return { n, columns, filled, step, variables: d.variables.map((one) => [one.name, one.label,
    one.missing, one.valueLabels]), notes: d.notes.map(([id]) => id) };
}"""
)


def in_browser(view: Any, path: Path, encoding: str = "") -> dict[str, Any]:
    """What the page's reader finds: of a large file, every so many rows, and what is filled."""
    data = base64.b64encode(path.read_bytes()).decode()
    found: dict[str, Any] = view.evaluate(READ_ALL, [data, encoding, MOST_ROWS])
    return found


def plain(value: Any) -> Any:
    if value is None or value != value:
        return None
    return value.rstrip(" \0") or None if isinstance(value, str) else float(value)


def assert_as_pyreadstat(found: dict[str, Any], path: Path) -> None:
    frame, meta = pyreadstat.read_sav(
        str(path), user_missing=True, disable_datetime_conversion=True
    )
    assert found["n"] == len(frame)
    assert [one[0] for one in found["variables"]] == list(frame.columns)
    for (name, label, missing, labels), column, filled in zip(
        found["variables"], found["columns"], found["filled"], strict=True
    ):
        assert label == (meta.column_names_to_labels[name] or ""), name
        known = {plain(k): v.rstrip() for k, v in meta.variable_value_labels.get(name, {}).items()}
        assert {plain(k): v for k, v in labels} == known, name
        ranges = [[r["lo"], r["hi"]] for r in meta.missing_ranges.get(name, [])]
        assert missing == ranges, name
        blank = frame[name].isna() | (frame[name].astype(object) == "")
        assert filled == int((~blank).sum()), name
        rows = frame[name].iloc[:: found["step"]]
        assert [plain(v) for v in column] == [plain(v) for v in rows], name


@pytest.mark.parametrize("kind", ["plain", "bytecode", "zsav"])
def test_a_file_is_read_as_pyreadstat_reads_it(view: Any, tmp_path: Path, kind: str) -> None:
    path = written(tmp_path, kind)
    found = in_browser(view, path)
    assert found["notes"] == []
    assert_as_pyreadstat(found, path)


def test_a_file_without_rows_is_read(view: Any, tmp_path: Path) -> None:
    path = tmp_path / "none.sav"
    pyreadstat.write_sav(pd.DataFrame({"a": [1.0], "b": ["x"]}).iloc[:0], str(path))
    assert in_browser(view, path)["n"] == 0


def test_a_number_of_rows_that_is_not_said_is_counted(view: Any, tmp_path: Path) -> None:
    for kind in ("plain", "bytecode"):
        raw = bytearray(written(tmp_path, kind).read_bytes())
        raw[80:84] = (-1).to_bytes(4, "little", signed=True)
        place = raw.find(b"\x07\x00\x00\x00\x10\x00\x00\x00\x08\x00\x00\x00\x02\x00\x00\x00")
        if place >= 0:
            raw[place + 24 : place + 32] = (-1).to_bytes(8, "little", signed=True)
        path = tmp_path / f"unsaid-{kind}.sav"
        path.write_bytes(raw)
        assert in_browser(view, path)["n"] == 120


def others() -> list[Path]:
    """System files that others made, and that stay out of the project."""
    names = ("PADAI_GSS_DIR", "PADAI_CEP_DIR", "PADAI_CES_DIR")
    folders = [Path(os.environ[name]) for name in names if os.environ.get(name)]
    return sorted(path for folder in folders for path in folder.glob("*.sav"))


@pytest.mark.parametrize(
    "path", others() or [EXAMPLE / "data" / "example-2025.sav"], ids=lambda p: p.stem
)
def test_files_of_others_are_read_as_pyreadstat_reads_them(view: Any, path: Path) -> None:
    found = in_browser(view, path)
    if "noEncoding" in found["notes"]:
        found = in_browser(view, path, "windows-1252")
    assert set(found["notes"]) <= {"twoCounts", "labelsOfNobody"}
    assert_as_pyreadstat(found, path)


def test_letters_of_an_undeclared_encoding_are_not_guessed(view: Any, tmp_path: Path) -> None:
    raw = written(tmp_path, "plain").read_bytes()
    for declared in (b"UTF-8", b"utf-8"):
        raw = raw.replace(declared, b"x-odd")
    path = tmp_path / "odd.sav"
    path.write_bytes(raw)
    found = in_browser(view, path)
    assert found["notes"] == ["noEncoding"]
    label = found["variables"][1][1]
    assert label.startswith("Confiance \ufffd") and label.endswith("gard")
    assert set(found["columns"][4]) == {"A", "BB", "\ufffd" * 6, None}


# --- broken files ---------------------------------------------------------------------------------

MUTATE = (
    "async ([files, count]) => {"
    + READER
    + """
  let state = 20261126;
  const random = (n) => { // xorshift
    state ^= state << 13; state ^= state >>> 17; state ^= state << 5;
    return (state >>> 0) % n;
  };
  const fates = {}, slow = [], faults = [];
  for (let k = 0; k < count; k += 1) {
    const whole = Uint8Array.from(atob(files[k % files.length]), (c) => c.charCodeAt(0));
    let bytes = whole.slice();
    const way = random(5), head = Math.min(bytes.length, 4000);
    if (way === 0) bytes = bytes.slice(0, random(bytes.length));
    else if (way === 1) for (let m = 0; m < 4; m += 1) bytes[random(head)] = random(256);
    else if (way === 2) bytes[random(bytes.length)] ^= 1 << random(8);
    else if (way === 3) {
      const at = 4 * random(head / 4 - 1);
      new DataView(bytes.buffer).setInt32(at, [-1, 0, 1, 2 ** 31 - 1, -(2 ** 31), 255, 65536][random(7)], true);
    } else {
      const at = random(bytes.length), n = random(200);
      bytes.copyWithin(at, random(bytes.length), random(bytes.length) + n);
    }
    const source = { size: bytes.length, read: async (at, n) => bytes.slice(at, at + n) };
    const began = performance.now();
    let fate = "read";
    try {
      const d = await openSav(source);
      await readCases(source, d, (held, view) => d.variables.forEach((one) => valueOf(one, d, held, view)));
    } catch (error) {
      fate = error instanceof Unread ? error.id : "fault";
      if (fate === "fault") faults.push([k, way, String(error.stack)]);
    }
    fates[fate] = (fates[fate] || 0) + 1;
    if (performance.now() - began > 2000) slow.push([k, way, fate]);
  }
  return { fates, slow, faults };
}"""
)


def test_two_thousand_mutants_end_and_are_told(view: Any, tmp_path: Path) -> None:
    paths = [written(tmp_path, kind, 12) for kind in ("plain", "bytecode", "zsav")]
    files = [base64.b64encode(path.read_bytes()).decode() for path in paths]
    found = view.evaluate(MUTATE, [files, MUTANTS])
    assert found["faults"] == []
    assert found["slow"] == []
    words = json.loads((ASSETS / "check.json").read_text("utf-8"))
    assert set(found["fates"]) - {"read"} <= set(words)
    assert sum(found["fates"].values()) == MUTANTS
    assert len(found["fates"]) > 10


@pytest.mark.parametrize("kind", ["plain", "bytecode", "zsav"])
def test_a_file_that_was_cut_is_refused_wherever_it_was(
    view: Any, tmp_path: Path, kind: str
) -> None:
    """Every length in turn; at the end of a case too, since the header says how many there are."""
    whole = written(tmp_path, kind, 5).read_bytes()
    cuts = sorted(
        {*range(0, len(whole), max(1, len(whole) // 300)), *range(len(whole) - 40, len(whole))}
    )
    if kind == "bytecode":
        cuts = [cut for cut in cuts if cut < len(whole) - 8]  # what follows is filling
    read = (
        "async ([data, cuts]) => {"
        + READER
        + """
      const whole = Uint8Array.from(atob(data), (c) => c.charCodeAt(0)), passed = [];
      for (const cut of cuts) {
        const bytes = whole.slice(0, cut);
        const source = { size: cut, read: async (at, n) => bytes.slice(at, at + n) };
        try {
          await readCases(source, await openSav(source), () => {});
          passed.push(cut);
        } catch (error) {
          if (!(error instanceof Unread)) passed.push(String(error));
        }
      }
      return passed;
    }"""
    )
    assert view.evaluate(read, [base64.b64encode(whole).decode(), cuts]) == []


# --- findings -------------------------------------------------------------------------------------

MADE_HERE = {
    "missing_column", "unknown_column", "unknown_code", "not_a_number", "out_of_range",
    "id_missing", "id_duplicate", "design_missing", "no_answers", "label_of_other_code",
    "unknown_label", "missing_marked_as_answer", "undeclared_base", "asked_not_routed",
    "missing_though_routed", "blank_cells", "weight_missing", "weight_not_positive",
    "weight_total", "weight_uneven",
}  # fmt: skip
CHECK = """async ([data, definition]) => {
  const file = new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))]);
  const told = padaiCheck.readDefinition(JSON.stringify(definition));
  return (await padaiCheck.check(file, { definition: told })).findings;
}"""
PLANTED = [f for f in FAULTS if f.check in MADE_HERE and not f.design and f.stage == "delivered"]


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return planted_survey(tmp_path_factory.mktemp("planted"))


@pytest.mark.parametrize("fault", [Fault("", "", "", ""), *PLANTED], ids=lambda f: f.en or "clean")
def test_findings_are_those_of_validation(
    view: Any, planted: Path, tmp_path: Path, fault: Fault
) -> None:
    labels = {**LABELS, **fault.labels}
    rows = fault.rows(full_rows())
    now = delivery(planted, rows, value_labels=labels, missing_ranges=fault.ranges)
    path = tmp_path / "wave.sav"
    ranges = {c: [{"lo": a, "hi": b} for a, b in r] for c, r in fault.ranges.items()}
    pyreadstat.write_sav(rows, str(path), variable_value_labels=labels, missing_ranges=ranges)
    data = base64.b64encode(path.read_bytes()).decode()
    found = view.evaluate(CHECK, [data, definition_of(now.survey, "2025")])
    ours = {
        (one.check, one.column, one.count, one.severity)
        for one in validate(now).items
        if one.check in MADE_HERE
    }
    assert {(f["check"], f["where"], f["count"], f["severity"]) for f in found} == ours
    if fault.check:
        assert (fault.check, fault.column) in {(f["check"], f["where"]) for f in found}


def test_a_definition_that_is_none_is_refused(view: Any) -> None:
    good = definition_of(padai.load_survey(EXAMPLE), "2025")
    tried = """(text) => { try { padaiCheck.readDefinition(text); return "read"; }
      catch (error) { return error.id; } }"""
    assert view.evaluate(tried, json.dumps(good)) == "read"
    assert view.evaluate(tried, json.dumps({**good, "format": 2})) == "otherFormat"
    spoilt = [
        {},
        [],
        None,
        5,
        {**good, "questions": [{}]},
        {**good, "design": None},
        {**good, "rows": {"a": [None]}},
        {**good, "severities": {"rows": "x"}},
    ]
    for each in [*map(json.dumps, spoilt), "{", ""]:
        assert view.evaluate(tried, each) == "noDefinition"


# --- the page -------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", ["verifier.html", "check.html"])
def test_a_file_is_checked_accessibly_and_nothing_is_sent(
    browser: Any, folder: Path, tmp_path: Path, name: str, width: int, scheme: str
) -> None:
    with pytest.raises(SystemExit):
        main(["pages", str(EXAMPLE), "--out", str(tmp_path)])
    address = (folder / name).as_uri()
    view = open_page(browser, address, width, bypass_csp=True, color_scheme=scheme)
    view.set_input_files("#definition", tmp_path / "example-2025-main.json")
    view.set_input_files("#file", EXAMPLE / "data" / "example-2025.sav")
    view.wait_for_selector("#answer:not([hidden])")
    assert "804" in view.inner_text("#told")
    assert ("Aucun constat" if name == "verifier.html" else "No finding") in view.inner_text(
        "#told"
    )
    assert view.evaluate("document.documentElement.scrollWidth") <= width
    assert axe(view) == ([], [])
    assert view.wrong == []
    assert {asked for asked in view.asked if not asked.startswith("blob:")} == {address}
    view.close()


def test_what_is_no_system_file_says_so(view: Any, tmp_path: Path) -> None:
    for content in (b"", b"PK\x03\x04", b"<svg onload=alert(1)>" * 20):
        (tmp_path / "x.sav").write_bytes(content)
        view.set_input_files("#file", tmp_path / "x.sav")
        view.wait_for_selector("#wrong p")
        assert "no SPSS system file" in view.inner_text("#wrong")
        assert view.is_hidden("#answer")


def test_labels_are_shown_as_text_never_as_code(view: Any, tmp_path: Path) -> None:
    path = tmp_path / "x.sav"
    bad = "<img src=x onerror=document.title=1>"
    pyreadstat.write_sav(
        pd.DataFrame({"a": [1.0]}),
        str(path),
        column_labels=[bad],
        variable_value_labels={"a": {1: bad}},
    )
    view.set_input_files("#file", path)
    view.wait_for_selector("#answer:not([hidden])")
    assert bad in view.inner_text("#variables")
    assert view.query_selector("img") is None


def test_the_worker_cannot_send_either(browser: Any, folder: Path) -> None:
    view = open_page(browser, (folder / "check.html").as_uri())
    tried = """new Promise((done) => {
      const code = "fetch('https://example.org/').then(() => postMessage('sent'), (e) => postMessage(e.name))";
      new Worker(URL.createObjectURL(new Blob([code]))).onmessage = (said) => done(said.data);
    })"""
    assert view.evaluate(tried) == "TypeError"
    assert all("example.org" not in asked for asked in view.asked)
    view.close()


LARGE = """async ([data, times]) => {
  const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
  const head = bytes.slice(0, bytes.length - 8 * 1000 * 10), cases = bytes.slice(head.length);
  new DataView(head.buffer).setInt32(80, -1, true);
  const file = new Blob([head, ...Array(times).fill(new Blob([cases]))]);
  let last = performance.now(), longest = 0, told = 0;
  const tick = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 10);
  const result = await padaiCheck.check(file, {}, () => { told += 1; });
  clearInterval(tick);
  return { read: result.read, size: file.size, longest, told };
}"""


def test_a_large_file_does_not_hold_up_the_page(view: Any, tmp_path: Path) -> None:
    """Forty megabytes here; two hundred take five times as long, and no more memory."""
    path = tmp_path / "wide.sav"
    rng = np.random.default_rng(1)
    frame = pd.DataFrame({f"v{k}": rng.normal(size=1000) for k in range(10)})
    pyreadstat.write_sav(frame, str(path), row_compress=False)
    raw = path.read_bytes()
    place = raw.find(b"\x07\x00\x00\x00\x10\x00\x00\x00\x08\x00\x00\x00\x02\x00\x00\x00")
    if place >= 0:
        raw = raw[: place + 24] + (-1).to_bytes(8, "little", signed=True) + raw[place + 32 :]
    times = int(os.environ.get("PADAI_LARGE_FILE_MB", "40")) * 10**6 // 80_000
    found = view.evaluate(LARGE, [base64.b64encode(raw).decode(), times])
    assert found["read"] == 1000 * times
    assert found["told"] >= 1
    assert found["longest"] < 1000
    assert math.isfinite(found["size"])
