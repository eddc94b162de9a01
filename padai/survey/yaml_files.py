"""Reading YAML safely, with the place of everything that is wrong.

PyYAML's own rules are too generous for a definition: aliases can explode, duplicate keys silently
win, ``no`` is false and ``1:30`` is ninety. This loader refuses or avoids all of these.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from padai.errors import DefinitionError

# libyaml's loader is ten times faster; the pure one reads the same where it is not built.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_BYTES = 2_000_000
MAX_DEPTH = 40
_INT = re.compile(r"^[-+]?(0|[1-9][0-9]*)$")
_FLOAT = re.compile(r"^[-+]?[0-9]+\.[0-9]+([eE][-+]?[0-9]+)?$")
_DATE = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
_Model = TypeVar("_Model", bound=BaseModel)
Place = tuple[int, int]


@dataclass(frozen=True)
class Document:
    """What a file holds, and the line and column of each key and item."""

    path: Path
    content: Any
    places: dict[tuple[str | int, ...], Place] = field(repr=False)

    def place(self, location: tuple[str | int, ...]) -> str:
        """Return ``file:line:column`` of the nearest place known for a location."""
        keys = [str(k) if not isinstance(k, int) else k for k in location]
        for stop in range(len(keys), -1, -1):
            found = self.places.get(tuple(keys[:stop]))
            if found:
                return f"{self.path.name}:{found[0]}:{found[1]}"
        return self.path.name


def read_yaml(path: Path) -> Document:
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
        raise DefinitionError(_yaml_message(path, error)) from None
    except RecursionError:
        raise DefinitionError(
            f"{path.name}: nested too deeply (at most {MAX_DEPTH} levels)."
        ) from None
    return Document(path, content, places)


def parse_model(document: Document, model: type[_Model], content: Any, where: str) -> _Model:
    """Validate `content` against a model; each fault is named with file, line and column."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise DefinitionError(explain(error, document, where)) from None


def explain(
    error: ValidationError, document: Document, where: str, at: tuple[str | int, ...] = ()
) -> str:
    """Write a validation error as one line a fault, with its place in the file."""
    faults = error.errors(include_url=False, include_input=False, include_context=False)
    lines = []
    for fault in faults[:8]:
        location = at + tuple(fault["loc"])
        name = ".".join(str(k) for k in location) or "the file"
        lines.append(f"  {document.place(location)}: {name}: {_plain(fault)}")
    if len(faults) > 8:
        lines.append(f"  and {len(faults) - 8} more")
    return f"{where}: the definition has {len(faults)} fault(s).\n" + "\n".join(lines)


def _plain(fault: Any) -> str:
    message = fault["msg"].removeprefix("Value error, ")
    plain = {
        "extra_forbidden": "this key is not known here; check its spelling",
        "missing": "this key is required",
    }
    return plain.get(fault["type"], message)


def _text(path: Path) -> str:
    if not path.is_file():
        raise DefinitionError(
            f"The definition file {path.name} is missing from {path.parent.name or '.'}/."
        )
    raw = path.read_bytes()
    if len(raw) > MAX_BYTES:
        raise DefinitionError(
            f"{path.name} is larger than {MAX_BYTES // 1_000_000} MB; a definition is not."
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DefinitionError(
            f"{path.name} is not UTF-8 text (byte {error.start}). Save it as UTF-8."
        ) from None


def _refuse_aliases(text: str, path: Path) -> None:
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            mark = event.start_mark
            place = f"{path.name}:{mark.line + 1}:{mark.column + 1}" if mark else path.name
            raise DefinitionError(
                f"{place}: anchors (&) and aliases (*) are not allowed; "
                " write the content out, or name a shared scale."
            )


def _yaml_message(path: Path, error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    place = f"{path.name}:{mark.line + 1}:{mark.column + 1}" if mark else path.name
    problem = getattr(error, "problem", None) or "it cannot be read"
    return f"{place}: this is not valid YAML: {problem}. Correct the line and try again."


def _build(
    node: yaml.Node,
    path: Path,
    at: tuple[str | int, ...],
    places: dict[tuple[str | int, ...], Place],
) -> Any:
    mark = node.start_mark
    places.setdefault(at, (mark.line + 1, mark.column + 1))
    if len(at) > MAX_DEPTH:
        raise DefinitionError(
            f"{path.name}:{mark.line + 1}: nested more than {MAX_DEPTH} levels deep."
        )
    if node.tag not in _PLAIN_TAGS:
        raise DefinitionError(
            f"{path.name}:{mark.line + 1}:{mark.column + 1}: the tag {node.tag} is not allowed."
        )
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, path, (*at, i), places) for i, item in enumerate(node.value)]
    built: dict[str, Any] = {}
    for key_node, value_node in node.value:
        where = key_node.start_mark
        if not isinstance(key_node, yaml.ScalarNode):
            raise DefinitionError(
                f"{path.name}:{where.line + 1}:{where.column + 1}: a key must be plain text."
            )
        key = str(key_node.value)
        if key in built:
            raise DefinitionError(
                f"{path.name}:{where.line + 1}:{where.column + 1}: "
                f"the key '{key}' is given twice; keep one."
            )
        places[(*at, key)] = (where.line + 1, where.column + 1)
        built[key] = _build(value_node, path, (*at, key), places)
    return built


def _scalar(node: yaml.ScalarNode) -> Any:
    text = node.value
    if node.style in ("'", '"', "|", ">"):
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
