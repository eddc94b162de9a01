"""Reading YAML safely, with the place of everything that is wrong.

PyYAML's own rules are too generous for a definition: aliases can explode, duplicate keys silently
win, ``no`` is false and ``1:30`` is ninety. This loader refuses or avoids all of these.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from padai.errors import DefinitionError, Said
from padai.survey.yaml_words import known_keys, model_problem, yaml_problem
from padai.words import Joined, Number

# libyaml's loader is ten times faster; the pure one reads the same where it is not built.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_BYTES = 2_000_000
MAX_DEPTH = 40
MAX_LISTED = 8
MAX_LETTERS = 20_000
MAX_DIGITS = 18
_QUOTED = ("'", '"', "|", ">")
_INT = re.compile(r"^[-+]?(0|[1-9][0-9]*)$")
_FLOAT = re.compile(r"^[-+]?[0-9]+\.[0-9]+([eE][-+]?[0-9]+)?$")
_DATE = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
# Controls, what turns the direction of a whole line, halves of characters, what is no character,
# and the signs that write a hidden text in a visible one (tags, annotations).
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069"
    r"\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_Model = TypeVar("_Model", bound=BaseModel)
Place = tuple[int, int]


@dataclass(frozen=True)
class YamlDocument:
    """What a file holds, and the line and column of each key and item."""

    path: Path
    content: Any
    places: dict[tuple[str | int, ...], Place] = field(repr=False)

    def place(self, location: tuple[str | int, ...]) -> str:
        """Return ``file:line:column`` of the nearest place known for a location."""
        line_and_column = self.places.get(self.keys(location))
        name = _shown(self.path)
        return f"{name}:{line_and_column[0]}:{line_and_column[1]}" if line_and_column else name

    def keys(self, location: tuple[str | int, ...]) -> tuple[str | int, ...]:
        """Return the keys of the file that lead nearest to a location in the models.

        Models hold as a list what the file may write as keys and values, and pydantic names the
        branch of a union: the one is counted, the other passed over.
        """
        node = self.content
        way: tuple[str | int, ...] = ()
        for step in location:
            if isinstance(node, dict):
                names = list(node)
                key = names[step] if isinstance(step, int) and step < len(names) else step
                if key not in node:
                    continue
            elif isinstance(node, list) and isinstance(step, int) and step < len(node):
                key = step
            else:
                continue
            node, way = node[key], (*way, key)
        return way


def read_yaml(path: Path) -> YamlDocument:
    """Read one YAML file of at most 2 MB.

    Raises
    ------
    DefinitionError
        With file, line and column: not UTF-8, not YAML, an alias, a tag, a key given twice,
        nesting deeper than 40.
    """
    text = _text(path)
    places: dict[tuple[str | int, ...], Place] = {}
    try:
        node = yaml.compose(text, Loader=_LOADER)
        _refuse_aliases(text, path)
        content = None if node is None else _build(node, path, (), places)
    except yaml.YAMLError as error:
        raise _not_yaml(path, error) from None
    except RecursionError:
        raise _too_deep(path.name) from None
    return YamlDocument(path, content, places)


def parse_model(document: YamlDocument, model: type[_Model], content: Any, where: str) -> _Model:
    """Validate `content` against a model; each fault is named with file, line and column."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise explain(error, document, where, model) from None


def explain(
    error: ValidationError,
    document: YamlDocument,
    where: str,
    model: type[BaseModel],
    at: tuple[str | int, ...] = (),
) -> DefinitionError:
    """Return a validation error with one line a fault, each with its place in the file."""
    faults = error.errors(include_url=False)
    lines = []
    for fault in faults:
        location = at + tuple(fault["loc"])
        way = document.keys(location)
        absent = location[-1:] if fault["type"] == "missing" else ()
        name = ".".join(str(k) for k in (*way, *absent))
        keys = known_keys(model, fault["loc"])
        lines.append((document.place(location), name, model_problem(fault, keys)))
    count = len(faults)
    return listed(
        lines,
        Said("survey-the-definition-has-fault-s", count=count),
        where,
    )


def listed(lines: Sequence[tuple[str, str, Said]], head: Said, where: str) -> DefinitionError:
    """Return an error that lists faults: place, name and what is wrong, the first eight of them."""
    messages = [head]
    for place, name, message in lines[:MAX_LISTED]:
        if name:
            messages.append(Said("survey-fault-named", place=place, name=name, said=message))
        else:
            messages.append(Said("survey-fault-at", place=place, said=message))
    if len(lines) > MAX_LISTED:
        messages.append(Said("survey-and-other-faults", n=len(lines) - MAX_LISTED))
    return DefinitionError(Said("padai-parts", parts=Joined(messages, "\n")), where=where)


def _text(path: Path) -> str:
    if not path.is_file():
        folder = path.parent.name or "."
        raise DefinitionError(
            Said("survey-the-definition-file-is-missing-from", path_name=path.name, folder=folder),
        )
    raw = path.read_bytes()
    if len(raw) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        raise DefinitionError(
            Said("survey-is-larger-than-mb-a-definition-is-not", path_name=path.name, limit=limit),
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DefinitionError(
            Said(
                "survey-is-not-utf-8-text-byte-save-it-as-utf-8",
                path_name=path.name,
                start=error.start,
            ),
        ) from None


def _too_deep(place: str) -> DefinitionError:
    return DefinitionError(
        Said("survey-nested-more-than-levels-deep-bring-it-up", max_depth=MAX_DEPTH),
        where=place,
    )


def _at(path: Path, mark: Any) -> str:
    return f"{_shown(path)}:{mark.line + 1}:{mark.column + 1}" if mark else _shown(path)


def _shown(path: Path) -> str:
    """Name a file as it stands in the survey's folder."""
    return f"waves/{path.name}" if path.parent.name == "waves" else path.name


def _refuse_aliases(text: str, path: Path) -> None:
    if "&" not in text:
        return  # no anchor without one, and an alias of no anchor is not valid YAML
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise DefinitionError(
                Said("survey-anchors-and-aliases-are-not-allowed"),
                where=_at(path, event.start_mark),
            )


def _not_yaml(path: Path, error: yaml.YAMLError) -> DefinitionError:
    message = yaml_problem(getattr(error, "problem", None) or str(getattr(error, "reason", "")))
    return DefinitionError(
        Said("survey-this-is-not-valid-yaml-correct-the-line", said=message),
        where=_at(path, getattr(error, "problem_mark", None)),
    )


def _build(
    node: yaml.Node,
    path: Path,
    at: tuple[str | int, ...],
    places: dict[tuple[str | int, ...], Place],
) -> Any:
    mark = node.start_mark
    places.setdefault(at, (mark.line + 1, mark.column + 1))
    if len(at) > MAX_DEPTH:
        raise _too_deep(_at(path, mark))
    if node.tag not in _PLAIN_TAGS:
        raise DefinitionError(
            Said("survey-the-tag-is-not-allowed-take-it-out", tag=node.tag),
            where=_at(path, mark),
        )
    if isinstance(node, yaml.ScalarNode):
        _check_scalar(node, path)
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, path, (*at, i), places) for i, item in enumerate(node.value)]
    built: dict[str, Any] = {}
    for key_node, value_node in node.value:
        where = key_node.start_mark
        if not isinstance(key_node, yaml.ScalarNode):
            raise DefinitionError(
                Said("survey-a-key-must-be-plain-text-put-it-in"),
                where=_at(path, where),
            )
        _check_scalar(key_node, path)
        key = str(key_node.value)
        if key in built:
            raise DefinitionError(
                Said("survey-the-key-is-given-twice-keep-one", key=key),
                where=_at(path, where),
            )
        places[(*at, key)] = (where.line + 1, where.column + 1)
        built[key] = _build(value_node, path, (*at, key), places)
    return built


def _check_scalar(node: yaml.ScalarNode, path: Path) -> None:
    text = str(node.value)
    if len(text) > MAX_LETTERS:
        raise DefinitionError(
            Said(
                "survey-a-text-of-letters-a-definition-holds-at",
                letters=Number(len(text)),
                most=Number(MAX_LETTERS),
            ),
            where=_at(path, node.start_mark),
        )
    if node.style not in _QUOTED and _beyond_counting(text):
        raise DefinitionError(
            Said("survey-a-number-of-more-than-digits-or-beyond", max_digits=MAX_DIGITS),
            where=_at(path, node.start_mark),
        )
    unseen = _UNSEEN.search(text)
    if unseen:
        sign = f"U+{ord(unseen[0]):04X}"
        raise DefinitionError(
            Said("survey-the-text-holds-a-sign-that-no-reader", sign=sign),
            where=_at(path, node.start_mark),
        )


def _beyond_counting(text: str) -> bool:
    if _INT.match(text):
        return len(text.lstrip("+-")) > MAX_DIGITS
    return bool(_FLOAT.match(text)) and math.isinf(float(text))


def _scalar(node: yaml.ScalarNode) -> Any:
    text = node.value
    if node.style in _QUOTED:
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if _INT.match(text):
        return int(text)
    if _FLOAT.match(text):
        return float(text)
    if _DATE.match(text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return text
    return text


_PLAIN_TAGS = {
    f"tag:yaml.org,2002:{t}"
    for t in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")
}
