"""Documents that no report is: each ends at once, with one message that names the place."""

from __future__ import annotations

import errno
import time
from pathlib import Path, PurePosixPath

import pytest

from padai.errors import RenderError
from padai.publishing.engine import includes
from padai.publishing.engine.blocks import FilePlace, SourceLine
from padai.publishing.engine.dialect import parse_document
from padai.publishing.engine.prose import without_comments

SECONDS = 5.0


def refused(folder: Path, files: dict[str, str], seconds: float = SECONDS) -> RenderError:
    """Return how a project with these files is refused, in good time and in both languages."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    start = time.process_time()
    with pytest.raises(RenderError) as told:
        parse_document(folder, PurePosixPath("a.qmd"))
    assert time.process_time() - start < seconds
    assert len(set(told.value.texts.values())) == 2
    return told.value


def at(error: RenderError, place: str) -> bool:
    return all(text.startswith(place) for text in error.texts.values())


def include(*names: str) -> str:
    return "\n\n".join(f"{{{{< include {name} >}}}}" for name in names) + "\n"


def test_includes_that_multiply_end(tmp_path: Path) -> None:
    """Twenty-three files that include the next one twice would be eight million."""
    files = {f"_{i}.qmd": include(f"_{i + 1}.qmd", f"_{i + 1}.qmd") for i in range(18)}
    error = refused(tmp_path, {"a.qmd": include("_0.qmd"), **files, "_18.qmd": "x\n"})
    assert "multiply" in error.texts["en"]
    assert "se multiplient" in error.texts["fr"]


def test_a_wide_document_of_many_includes_ends(tmp_path: Path) -> None:
    error = refused(tmp_path, {"a.qmd": include(*["_x.qmd"] * 501), "_x.qmd": "x\n"})
    assert at(error, "a.qmd:1001")


def test_a_chain_of_includes_ends(tmp_path: Path) -> None:
    files = {f"_{i}.qmd": include(f"_{i + 1}.qmd") for i in range(1500)}
    error = refused(tmp_path, {"a.qmd": include("_0.qmd"), **files, "_1500.qmd": "x\n"})
    assert "in a row" in error.texts["en"]
    assert at(error, "_19.qmd:1")


def test_twenty_includes_in_a_row_are_read(tmp_path: Path) -> None:
    for i in range(19):
        (tmp_path / f"_{i}.qmd").write_text(include(f"_{i + 1}.qmd"))
    (tmp_path / "_19.qmd").write_text("the last\n")
    (tmp_path / "a.qmd").write_text(include("_0.qmd"))
    document = parse_document(tmp_path, PurePosixPath("a.qmd"))
    assert len(document.files) == 21


def test_too_many_lines_end(tmp_path: Path) -> None:
    error = refused(tmp_path, {"a.qmd": include("_x.qmd", "_x.qmd"), "_x.qmd": "x\n" * 60_000})
    assert "100,000 lines" in error.texts["en"]


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    error = refused(tmp_path, {"a.qmd": include("_x.qmd"), "_x.qmd": "x" * 2_000_001})
    assert at(error, "a.qmd:1")
    assert "_x.qmd" in error.texts["fr"]


@pytest.mark.parametrize(
    "name", ["_x\0.qmd", "_x\x1b[31m.qmd", "_\u202e.qmd", "_" + "x" * 3000 + ".qmd"]
)
def test_a_name_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    error = refused(tmp_path, {"a.qmd": include(name)})
    assert at(error, "a.qmd:1")
    shown = "".join(error.texts.values()).replace("\u00a0", " ").replace("\u202f", " ")
    assert shown.isprintable()


def test_a_folder_is_no_include(tmp_path: Path) -> None:
    (tmp_path / "_x.qmd").mkdir()
    error = refused(tmp_path, {"a.qmd": include("_x.qmd")})
    assert "_x.qmd" in error.texts["en"]
    assert at(error, "a.qmd:1")


def test_an_include_that_may_not_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Path.read_text

    def denied(path: Path, *given: str, **more: str) -> str:
        if path.name == "_x.qmd":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return read(path, *given, **more)

    monkeypatch.setattr(includes.Path, "read_text", denied)
    error = refused(tmp_path, {"a.qmd": include("_x.qmd"), "_x.qmd": "x\n"})
    assert "_x.qmd cannot be read (permission denied)" in error.texts["en"]
    assert str(tmp_path) not in error.texts["en"]


@pytest.mark.parametrize(
    "metadata",
    {
        "thousands of digits": f"toc-depth: {'9' * 6000}",
        "a day that is none": "date: 2025-13-45",
        "a depth that is none": "toc-depth: deux",
        "a list of a list": f"title: {'[' * 3000}{']' * 3000}",
        "laughs": "title: &a [x, x]\nabstract: [*a, *a]",
        "far too long": f"abstract: {'x' * 60_000}",
    }.values(),
)
def test_metadata_that_are_none_are_refused(tmp_path: Path, metadata: str) -> None:
    error = refused(tmp_path, {"a.qmd": f"---\n{metadata}\n---\n\nText.\n"})
    assert at(error, "a.qmd:")


def test_an_asterisk_in_a_text_is_no_reference(tmp_path: Path) -> None:
    (tmp_path / "a.qmd").write_text('---\ntitle: "Trust*"\nabstract: a *b* c\n---\n\nText.\n')
    assert parse_document(tmp_path, PurePosixPath("a.qmd")).meta["title"] == "Trust*"


@pytest.mark.parametrize(
    "code",
    ["(" * 3000 + ")" * 3000, "9" * 6000, "x = 1\0", "-" * 200_000 + "1"],
    ids=["parentheses", "digits", "nothing", "signs"],
)
def test_code_that_cannot_be_read_is_refused(tmp_path: Path, code: str) -> None:
    error = refused(tmp_path, {"a.qmd": f"```{{python}}\n{code}\n```\n"})
    assert at(error, "a.qmd:")
    error = refused(tmp_path, {"a.qmd": f"Text `{{python}} {code}` here.\n"})
    assert at(error, "a.qmd:1")


SIGNS = {
    "comments": "<!--", "ticks": "`", "pictures": "![", "tags": "<", "code": "`a", "divs": ":::",
    "inline": "`{python} ", "blanks": "`{python}" + " " * 9_000, "pictures without an end": "![a](",
    "pictures without a place": "![]", "shortcodes": "{{< ", "fences": "```{", "letters": "a",
}  # fmt: skip


@pytest.mark.parametrize("signs", SIGNS)
def test_lines_of_signs_are_read_in_good_time(tmp_path: Path, signs: str) -> None:
    """Whatever they are: none makes a reader look at each sign again and again."""
    line = (SIGNS[signs] * 45_000)[:45_000] + "\n"
    (tmp_path / "a.qmd").write_text(line * 40)
    start = time.process_time()
    try:
        parse_document(tmp_path, PurePosixPath("a.qmd"))
    except RenderError as error:
        assert at(error, "a.qmd:")
    assert time.process_time() - start < SECONDS


def test_a_line_without_end_is_refused(tmp_path: Path) -> None:
    error = refused(tmp_path, {"a.qmd": "x\n" + "y" * 50_001})
    assert at(error, "a.qmd:2")


def test_a_comment_that_is_never_closed_is_none() -> None:
    lines = [
        SourceLine(t, FilePlace("a", i)) for i, t in enumerate(["a <!-- b", "c --> d", "<!-- e"])
    ]
    assert [line.text for line in without_comments(lines)] == ["a ", " d", "<!-- e"]
