"""Which texts of a definition some work reads: the others cannot change what it makes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from pydantic import BaseModel

from padai.survey.definition import NOT_DEFINED, Survey
from padai.survey.texts import Tagged

_CONTENT = frozenset({"fr", "en", "other", "tags", "__dict__"})
Place = tuple[str, ...]


@contextmanager
def texts_read(survey: Survey) -> Iterator[set[str]]:
    """Yield a set that receives the place of each text that is read, by whatever way.

    A text that is copied, compared, hashed or written out is read. Texts are told apart by
    identity: a definition that is loaded again meanwhile is not watched.

    Examples
    --------
    >>> survey = padai.load_survey(folder)
    >>> with texts_read(survey) as read:
    ...     label = survey.question("trust").label.get("fr")
    >>> sorted(read)
    ['questions/trust/label']
    """
    places: dict[int, list[str]] = {}
    for place, value in _leaves(survey, ()):
        if isinstance(value, Tagged):
            places.setdefault(id(value), []).append("/".join(place))
    read: set[str] = set()

    def note(text: Tagged, name: str) -> None:
        if name in _CONTENT:
            read.update(places.get(id(text), ()))

    with watched_texts(note):
        yield read


@contextmanager
def watched_texts(note: Callable[[Tagged, str], None]) -> Iterator[None]:
    """Have something told of each attribute of a text that is read meanwhile, before it is."""
    before: Any = vars(Tagged).get("__getattribute__")
    otherwise = before or object.__getattribute__

    def noting(text: Tagged, name: str) -> Any:
        note(text, name)
        return otherwise(text, name)

    Tagged.__getattribute__ = noting  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        if before is None:
            del Tagged.__getattribute__
        else:
            Tagged.__getattribute__ = before  # type: ignore[method-assign]


def without_texts(survey: Survey) -> str:
    """Return a hash of all that a definition says but its texts: their places count.

    Examples
    --------
    >>> len(without_texts(padai.load_survey(folder)))
    64
    """
    rows = [
        ["/".join(place), "text" if isinstance(value, Tagged) else repr(value)]
        for place, value in _leaves(survey, ())
    ]
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()


def text_hashes(survey: Survey) -> Mapping[str, str]:
    """Return a hash of each text of a definition, by its place.

    Examples
    --------
    >>> "questions/trust/label" in text_hashes(padai.load_survey(folder))
    True
    """
    return {
        "/".join(place): hashlib.sha256(value.model_dump_json().encode()).hexdigest()
        for place, value in _leaves(survey, ())
        if isinstance(value, Tagged)
    }


def texts_of(survey: Survey) -> list[Tagged]:
    """Return the texts of a definition in its order, which its structure alone gives."""
    return [value for _, value in _leaves(survey, ()) if isinstance(value, Tagged)]


def _leaves(model: Any, place: Place) -> Iterator[tuple[Place, Any]]:
    """Yield every text and every other value of a definition, with its place."""
    if isinstance(model, Tagged):
        yield place, model
    elif isinstance(model, BaseModel):
        yield (*place, "()"), type(model).__name__
        for name in type(model).model_fields:
            if place or name not in NOT_DEFINED:
                yield from _leaves(getattr(model, name), (*place, name))
    elif isinstance(model, Mapping):
        yield (*place, "{}"), list(model)
        for key, value in model.items():
            yield from _leaves(value, (*place, str(key)))
    elif isinstance(model, tuple | list):
        yield (*place, "[]"), len(model)
        for number, value in enumerate(model):
            yield from _leaves(value, (*place, str(number)))
    elif isinstance(model, set | frozenset):
        yield place, sorted(map(repr, model))
    else:
        yield place, model
