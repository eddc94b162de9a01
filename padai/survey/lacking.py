"""What a definition still lacks to be published: each by file and line, with the line to paste."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from padai.survey.definition import Survey
from padai.survey.kinds import KINDS
from padai.survey.yaml_files import YamlDocument, read_yaml

_PASTE = {
    "fieldwork": "fieldwork: {start: 2025-01-13, end: 2025-02-02}",
    "mode": "mode: online",
    "sample_type": "sample_type: probability",
}


@dataclass(frozen=True)
class Lacking:
    """One text or fact to be written.

    Attributes
    ----------
    place
        File, line and column, such as ``survey.yaml:7:1``.
    name
        What it is, by its keys in the file.
    line
        The line that would settle it, to be filled in.
    """

    place: str
    name: str
    line: str


def lacking(survey: Survey) -> tuple[Lacking, ...]:
    """Return every text, date or fact that publishing asks for, in the order of the files.

    Examples
    --------
    >>> [each.place for each in lacking(survey)][:1]  # doctest: +SKIP
    ['survey.yaml:7:1']
    """
    documents: dict[str, YamlDocument] = {}
    missing = []
    for name in survey.to_complete():
        file, way = _where(name)
        if file not in documents:
            documents[file] = read_yaml(survey.path / file)
        document = documents[file]
        keys = document.keys(tuple(_positions(document, way)))
        path = ".".join(map(str, way))
        missing.append((file, Lacking(document.place(keys), path, _line(survey, name, way[-1]))))
    order = list(documents)
    missing.sort(key=lambda pair: (order.index(pair[0]), _number(pair[1].place)))
    return tuple(each for _, each in missing)


def _where(name: str) -> tuple[str, list[str]]:
    """Return the file of a dotted name, and its keys in it."""
    head, *rest = name.split(".")
    if head in ("questions", "scales", "scenarios", "introduction"):
        return "questionnaire.yaml", [head, *rest]
    if head == "wave_defs":
        return f"waves/{rest[0]}.yaml", rest[1:]
    if head in KINDS:
        return KINDS[head].file, rest
    return "survey.yaml", [head, *rest]


def _positions(document: YamlDocument, way: list[str]) -> Iterator[str | int]:
    """Yield the keys of a file; an item of a list is found by its id or code, else by its place."""
    node = document.content
    for key in way:
        step: str | int = key
        if isinstance(node, list):
            named = (i for i, v in enumerate(node) if isinstance(v, dict) and _is(v, key))
            step = next(named, int(key) if key.isdecimal() else 0)
            node = node[step] if step < len(node) else None
        elif isinstance(node, dict):
            node = node.get(key)
        yield step


def _is(item: dict[str, object], key: str) -> bool:
    return key in (str(item.get("id")), str(item.get("code")))


def _line(survey: Survey, name: str, key: str) -> str:
    if key == "design":
        part = name.split(".")[3]
        spec = survey.part(name.split(".")[1], part).designs_offered[0]
        given = spec.model_dump(exclude_defaults=True, mode="json")
        for role, columns in survey.part(name.split(".")[1], part).open_roles.items():
            given[role] = " | ".join(columns)  # one of them: a person chooses
        each = (f"{k}: {v[0] if isinstance(v, list) else v}" for k, v in given.items())
        return f"design: {{{', '.join(each)}}}"
    if key == "fieldwork" and survey.wave(name.split(".")[1]).fieldwork.known:
        return f"{_PASTE[key]}  # precision: month, reason: {_blank(survey)}"
    if key in _PASTE:
        return _PASTE[key]
    return f"{key}: {_blank(survey)}"


def _blank(survey: Survey) -> str:
    return f"{{{', '.join(f'{lang}: …' for lang in survey.languages)}}}"


def _number(place: str) -> int:
    parts = place.split(":")
    return int(parts[1]) if len(parts) > 1 else 0
