"""What a cell may say of itself, and what a figure or a table must."""

from __future__ import annotations

import ast
import re

from padai.publishing.engine.blocks import CodeCell, FilePlace, fail, hint
from padai.words import Said

OPTION_TYPES: dict[str, tuple[type, ...]] = {
    "label": (str,),
    "echo": (bool,),
    "eval": (bool,),
    "include": (bool,),
    "output": (bool, str),
    "warning": (bool,),
    "error": (bool,),
    "fig-cap": (str,),
    "fig-alt": (str,),
    "tbl-cap": (str,),
}
_LABEL = re.compile(r"^[a-z][a-z0-9-]*$")


def check_option(key: str, value: object, place: FilePlace) -> None:
    """Refuse an option of a cell that both engines do not know, or a value that it cannot have."""
    if key not in OPTION_TYPES:
        near = hint(key, OPTION_TYPES)
        raise fail(
            place,
            Said("publishing-rendering-cell-option-is-not-supported", key=key, near=near),
        )
    wanted = OPTION_TYPES[key]
    if not isinstance(value, wanted) or (key == "output" and value not in (True, False, "asis")):
        raise fail(
            place,
            Said("publishing-rendering-cell-option-cannot-be", key=key, value=value),
        )
    if key == "label" and not _LABEL.match(str(value)):
        raise fail(
            place,
            Said("publishing-rendering-label-use-small-letters-digits-and", value=value),
        )
    if key == "error" and value:
        raise fail(
            place,
            Said("publishing-rendering-error-true-is-not-supported-a-cell-that"),
        )


def check_cell(cell: CodeCell) -> None:
    """Refuse a figure without caption or alt text, a table without caption, code that is none."""
    label = str(cell.options.get("label", ""))
    if label.startswith("fig-") or "fig-cap" in cell.options:
        _check_figure(cell, label)
    if label.startswith("tbl-") and not str(cell.options.get("tbl-cap") or "").strip():
        raise fail(
            cell.place,
            Said("publishing-rendering-the-table-of-cell-has-no-tbl-cap", label=label),
        )
    try:
        ast.parse(cell.source)
    except SyntaxError as error:
        row = min(max((error.lineno or 1) - 1, 0), max(len(cell.code) - 1, 0))
        place = cell.code[row].place if cell.code else cell.place
        raise fail(
            place,
            Said(
                "publishing-rendering-cell-is-not-valid-python",
                cell_label=cell.label,
                msg=error.msg,
            ),
        ) from None
    except (ValueError, RecursionError, MemoryError):
        raise fail(
            cell.place,
            Said(
                "publishing-rendering-cell-is-no-python-that-can-be-read-it-is",
                cell_label=cell.label,
            ),
        ) from None


def _check_figure(cell: CodeCell, label: str) -> None:
    for key in ("fig-alt", "fig-cap"):
        if not str(cell.options.get(key) or "").strip():
            more = Said("publishing-rendering-say-in-words-what-the-picture-shows")
            raise fail(
                cell.place,
                Said(
                    "publishing-rendering-the-figure-of-cell-has-no",
                    label=label or Said("publishing-rendering-unlabelled"),
                    key=key,
                    more=more if key == "fig-alt" else "",
                ),
            )
    check_alt(str(cell.options["fig-alt"]), str(cell.options["fig-cap"]), cell.place)


def check_alt(alt: str, caption: str, place: FilePlace) -> None:
    """Refuse an alternative text that is empty, or the caption again."""

    def plain(text: str) -> str:
        return re.sub(r"[\W_]+", " ", text).strip().casefold()

    if not alt.strip():
        raise fail(
            place,
            Said("publishing-rendering-this-figure-has-no-fig-alt-say-in-words"),
        )
    if plain(alt) == plain(caption):
        raise fail(
            place,
            Said("publishing-rendering-fig-alt-repeats-the-caption-say-in-words"),
        )
