"""The templates of a language: French and English have theirs; the others share one of each."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from padai.words import LANGUAGES, say
from padai.words.languages import tag_of

ANY = "any"
"""The folder of the templates that hold no language."""
_HELD = re.compile(r"@([a-z][a-z0-9-]*)@")


@contextmanager
def templates_of(lang: str) -> Iterator[Path]:
    """Yield the folder of a project of templates that has those of a language.

    Parameters
    ----------
    lang
        The tag of a language of which padai has the words.

    Examples
    --------
    >>> with templates_of("es") as folder:
    ...     (folder / "es" / "press.qmd").read_text(encoding="utf-8").splitlines()[1:3]
    ['title: "Para la prensa"', 'lang: es']
    """
    with as_file(files("padai.publishing") / "templates") as shipped:
        if lang in LANGUAGES:
            yield shipped
            return
        with tempfile.TemporaryDirectory(prefix="padai-", ignore_cleanup_errors=True) as name:
            folder = Path(name).resolve()
            _write(shipped, folder, lang)
            yield folder


def _write(shipped: Path, folder: Path, lang: str) -> None:
    own = folder / lang
    for template in sorted((shipped / ANY).rglob("*.qmd")):
        place = own / template.relative_to(shipped / ANY)
        place.parent.mkdir(parents=True, exist_ok=True)
        text = filled(template.read_text(encoding="utf-8"), lang)
        place.write_text(text, encoding="utf-8", newline="\n")
    project = (shipped / "_quarto.yml").read_text(encoding="utf-8")
    made = sorted(own.rglob("[!_]*.qmd"))
    documents = "".join(f"    - {p.relative_to(folder).as_posix()}\n" for p in made)
    listed = project.replace("  render:\n", f"  render:\n{documents}", 1)
    (folder / "_quarto.yml").write_text(listed, encoding="utf-8", newline="\n")


def filled(template: str, lang: str) -> str:
    """Return a template with the words of a language in their places.

    Examples
    --------
    >>> filled('lang: @tag@ "@publishing-language-template-report@"', "en")
    'lang: en-CA "Report"'
    """

    def word(match: re.Match[str]) -> str:
        name = match[1]
        if name in ("lang", "tag"):
            return lang if name == "lang" else tag_of(lang)
        return say(name, lang).replace('"', "”")

    return _HELD.sub(word, template)
