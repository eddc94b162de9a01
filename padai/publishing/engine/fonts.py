"""The fonts of padai's own charts, listed beforehand for matplotlib.

In an empty home matplotlib looks through every font of the machine, which takes two thirds of a
second in each process that draws. padai's charts are drawn in the font that matplotlib ships. The
list bears the version that matplotlib gives its own; another version finds none and looks itself,
and so do the kernels of a project's own templates, which may draw in any font.
"""

from __future__ import annotations

import json
from pathlib import Path

VERSION = "3.11.0"
"""The version of such lists that this one is."""
_FACES = {
    "Sans": {"": ("normal", 400), "-Bold": ("normal", 700),
             "-Oblique": ("oblique", 400), "-BoldOblique": ("oblique", 700)},
    "Sans Mono": {"": ("normal", 400), "-Bold": ("normal", 700),
                  "-Oblique": ("oblique", 400), "-BoldOblique": ("oblique", 700)},
    "Serif": {"": ("normal", 400), "-Bold": ("normal", 700),
              "-Italic": ("italic", 400), "-BoldItalic": ("italic", 700)},
    "Sans Display": {"": ("normal", 400)},
    "Serif Display": {"": ("normal", 400)},
}  # fmt: skip
"""What matplotlib ships of the family, by the end of each file's name: style and weight."""


def write_font_list(folder: Path) -> Path:
    """Write the list where matplotlib looks for the one that it kept; return its path."""
    entries = [
        {
            "fname": f"fonts/ttf/DejaVu{name.replace(' ', '')}{end}.ttf",
            "index": 0,
            "name": f"DejaVu {name}",
            "style": style,
            "variant": "normal",
            "weight": weight,
            "stretch": "normal",
            "size": "scalable",
            "__class__": "FontEntry",
        }
        for name, faces in _FACES.items()
        for end, (style, weight) in faces.items()
    ]
    fonts = {
        "_version": VERSION,
        "_FontManager__default_weight": "normal",
        "default_size": None,
        "defaultFamily": {"ttf": "DejaVu Sans", "afm": "Helvetica"},
        "afmlist": [],
        "ttflist": entries,
        "__class__": "FontManager",
    }
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"fontlist-v{VERSION}.json"
    path.write_text(json.dumps(fonts), encoding="utf-8")
    return path
