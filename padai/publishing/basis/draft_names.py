"""Mark the names of the files of a release that is not out: a draft, or one under embargo."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from padai.words import Both
from padai.words.catalogues import LANGUAGES, folder_of
from padai.words.languages import AT_ROOT, FileNames, Named, lang_of

MARKS: dict[str, dict[str, str]] = {
    "draft": Named(fr="ebauche", en="draft"),
    "embargoed": Named(fr="embargo", en="embargo"),
}
"""What a file name says of a status, in the language of its folder; French elsewhere."""
_LINK = re.compile(r'(\b(?:href|src)=")([^"#?:]+)([^"]*")')
VERSIONS: dict[str, str] = FileNames(fr="versions.html", en="versions-en.html")
"""The page of all versions of a wave, beside the folders of the versions."""
_ALL_VERSIONS = Both("publishing-all-versions-of-this-release")
_FOOT = '<p class="versions">'
_OURS = re.compile(r"<html[^>]*\blang=\"([A-Za-z-]+)\"")
_LISTS = (".json", ".jsonld", ".txt", ".xml", ".cff")
"""Files that name the files beside them."""


def marked_name(name: PurePosixPath, status: str) -> PurePosixPath:
    """Return the name of a file under a status; the name as it is where the status marks none.

    Examples
    --------
    >>> str(marked_name(PurePosixPath("fr/rapport.html"), "draft"))
    'fr/rapport-ebauche.html'
    """
    words = MARKS.get(status)
    if words is None:
        return name
    folder = name.parts[0]
    mark = words[folder if folder in LANGUAGES or folder_of(folder) else AT_ROOT]
    return name if name.stem.endswith(f"-{mark}") else name.with_stem(f"{name.stem}-{mark}")


def mark_files(out_dir: Path, files: Iterable[Path], status: str) -> dict[Path, Path]:
    """Rename files to their marked names, and mend the links and lists that name them.

    Returns
    -------
    dict
        The new path of each file.
    """
    if status not in MARKS:
        return {path: path for path in files}
    renamed = {}
    for path in files:
        name = marked_name(PurePosixPath(path.relative_to(out_dir).as_posix()), status)
        target = out_dir / name
        if target != path:
            path.replace(target)
        renamed[path] = target
    for path in renamed.values():
        if path.suffix == ".html":
            _mend(path, _links(path, out_dir, status))
        elif path.suffix in _LISTS:
            _mend(path, _names(path, renamed))
    return renamed


def link_versions(out_dir: Path, files: Iterable[Path]) -> None:
    """Put a link to all versions of the release at the foot of every page.

    Parameters
    ----------
    out_dir
        The folder of the version; the page of all versions stands beside it.
    """
    for path in files:
        if path.suffix != ".html":
            continue
        page = path.read_text(encoding="utf-8")
        foot = page.rfind("</footer>")
        ours = _OURS.search(page)
        if foot < 0 or _FOOT in page or ours is None:
            continue
        lang = lang_of(ours[1])
        if lang not in LANGUAGES and not folder_of(lang):
            continue  # a translated page, in a language that padai has no words of
        up = "../" * len(path.relative_to(out_dir).parts)
        line = f'{_FOOT}<a href="{up}{VERSIONS[lang]}">{_ALL_VERSIONS[lang]}</a></p>\n'
        _mend(path, page[:foot] + line + page[foot:])


def _mend(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _links(page: Path, out_dir: Path, status: str) -> str:
    """Return a page whose links to files of the release name them as they are called now."""

    def mended(match: re.Match[str]) -> str:
        target = (page.parent / match[2]).resolve()
        root = out_dir.resolve()
        if target.is_file() or not target.is_relative_to(root):
            return match[0]
        name = marked_name(PurePosixPath(target.relative_to(root).as_posix()), status)
        if not (root / name).is_file():
            return match[0]
        return f"{match[1]}{match[2][: -len(target.name)]}{name.name}{match[3]}"

    return _LINK.sub(mended, page.read_text(encoding="utf-8"))


def _names(listing: Path, renamed: Mapping[Path, Path]) -> str:
    text = listing.read_text(encoding="utf-8")
    for old, new in renamed.items():
        if old.parent == listing.parent and old.name != new.name:
            text = re.sub(rf"(?<![\w./-]){re.escape(old.name)}(?![\w-])", new.name, text)
    return text
