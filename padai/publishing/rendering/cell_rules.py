"""What a cell may say of itself, and what a figure or a table must."""

from __future__ import annotations

import ast
import re

from padai.publishing.rendering.blocks import Cell, Place, fail, hint

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


def check_option(key: str, value: object, place: Place) -> None:
    """Refuse an option of a cell that both engines do not know, or a value that it cannot have."""
    if key not in OPTION_TYPES:
        near = hint(key, OPTION_TYPES)
        raise fail(
            place,
            f"cell option `{key}` is not supported{near.en}.",
            f"l’option de cellule `{key}` n’est pas admise{near.fr}.",
        )
    wanted = OPTION_TYPES[key]
    if not isinstance(value, wanted) or (key == "output" and value not in (True, False, "asis")):
        raise fail(
            place,
            f"cell option `{key}` cannot be `{value}`.",
            f"l’option de cellule `{key}` ne peut être `{value}`.",
        )
    if key == "label" and not _LABEL.match(str(value)):
        raise fail(
            place,
            f"label `{value}`: use small letters, digits and hyphens only.",
            f"étiquette `{value}` : employez seulement des minuscules, des chiffres et des traits "
            "d’union.",
        )
    if key == "error" and value:
        raise fail(
            place,
            "`error: true` is not supported: a cell that fails stops the report.",
            "`error: true` n’est pas admis : une cellule qui échoue arrête le rapport.",
        )


def check_cell(cell: Cell) -> None:
    """Refuse a figure without caption or alt text, a table without caption, code that is none."""
    label = str(cell.options.get("label", ""))
    if label.startswith("fig-") or "fig-cap" in cell.options:
        for key in ("fig-alt", "fig-cap"):
            if not str(cell.options.get(key) or "").strip():
                more = key == "fig-alt"
                raise fail(
                    cell.place,
                    f"the figure of cell `{label or 'unlabelled'}` has no `{key}`."
                    + (" Say in words what the picture shows." if more else ""),
                    f"la figure de la cellule `{label or 'sans étiquette'}` n’a pas de `{key}`."
                    + (" Dites en mots ce que l’image montre." if more else ""),
                )
        check_alt(str(cell.options["fig-alt"]), str(cell.options["fig-cap"]), cell.place)
    if label.startswith("tbl-") and not str(cell.options.get("tbl-cap") or "").strip():
        raise fail(
            cell.place,
            f"the table of cell `{label}` has no `tbl-cap`.",
            f"le tableau de la cellule `{label}` n’a pas de `tbl-cap`.",
        )
    try:
        ast.parse(cell.source)
    except SyntaxError as error:
        row = min(max((error.lineno or 1) - 1, 0), max(len(cell.code) - 1, 0))
        place = cell.code[row].place if cell.code else cell.place
        raise fail(
            place,
            f"cell `{cell.label}` is not valid Python: {error.msg}.",
            f"la cellule `{cell.label}` n’est pas du Python valable : {error.msg}.",
        ) from None
    except (ValueError, RecursionError, MemoryError):
        raise fail(
            cell.place,
            f"cell `{cell.label}` is no Python that can be read: it is nested too deep, or holds "
            "a sign that nobody sees.",
            f"la cellule `{cell.label}` n’est pas du Python lisible : elle est imbriquée trop "
            "profond, ou contient un signe invisible.",
        ) from None


def check_alt(alt: str, caption: str, place: Place) -> None:
    """Refuse an alternative text that is empty, or the caption again."""

    def plain(text: str) -> str:
        return re.sub(r"[\W_]+", " ", text).strip().casefold()

    if not alt.strip():
        raise fail(
            place,
            "this figure has no `fig-alt`. Say in words what the picture shows.",
            "cette figure n’a pas de `fig-alt`. Dites en mots ce que l’image montre.",
        )
    if plain(alt) == plain(caption):
        raise fail(
            place,
            "`fig-alt` repeats the caption. Say in words what the picture shows.",
            "`fig-alt` répète la légende. Dites en mots ce que l’image montre.",
        )
