"""What is said in each language, as a dictionary by tag; made when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, KeysView, ValuesView
from typing import Any, Generic, TypeVar

from padai.words.catalogues import LANGUAGES, PSEUDO_TAGS, Spoken, folder_of
from padai.words.said import Pair, Said

_Told = TypeVar("_Told")


class _ByLanguage(dict[str, _Told], Spoken, Generic[_Told]):
    """What is said in each language, by its tag; made when it is first looked at."""

    def _of(self, lang: str) -> _Told:
        raise NotImplementedError

    def _read(self) -> _ByLanguage[_Told]:
        """Return itself with every language, in their order, whichever was looked at first."""
        if tuple(super().__iter__()) != tuple(LANGUAGES):
            for lang in LANGUAGES:
                super().__setitem__(lang, super().pop(lang, None) or self._of(lang))
        return self

    def text(self, lang: str) -> str:
        """Return what is said in a language."""
        return str(self[lang])

    def __missing__(self, lang: str) -> _Told:
        if lang not in self:
            raise KeyError(lang)
        text = self._of(lang)
        if lang in LANGUAGES:
            super().__setitem__(lang, text)
        return text

    def __contains__(self, lang: object) -> bool:
        if not isinstance(lang, str):
            return False
        return lang in LANGUAGES or lang in PSEUDO_TAGS or bool(folder_of(lang))

    def __iter__(self) -> Iterator[str]:
        return super(_ByLanguage, self._read()).__iter__()

    def __len__(self) -> int:
        return super(_ByLanguage, self._read()).__len__()

    def __bool__(self) -> bool:
        return True

    def keys(self) -> KeysView[str]:  # type: ignore[override]
        """Return the languages."""
        return super(_ByLanguage, self._read()).keys()

    def values(self) -> ValuesView[_Told]:  # type: ignore[override]
        """Return what is said."""
        return super(_ByLanguage, self._read()).values()

    def items(self) -> ItemsView[str, _Told]:  # type: ignore[override]
        """Return the languages and what is said in each."""
        return super(_ByLanguage, self._read()).items()

    def get(self, lang: str, otherwise: Any = None) -> Any:
        """Return what is said in a language, or something else where it has nothing."""
        try:
            return self[lang]
        except KeyError:
            return otherwise

    def copy(self) -> dict[str, _Told]:
        """Return what is said in French and in English."""
        return dict(self.items())

    def __eq__(self, other: object) -> bool:
        return super(_ByLanguage, self._read()).__eq__(other)

    def __or__(self, other: Any) -> Any:
        return self.copy() | other

    def __ror__(self, other: Any) -> Any:
        return other | self.copy()

    def __repr__(self) -> str:
        return super(_ByLanguage, self._read()).__repr__()

    def __reduce__(self) -> tuple[Any, ...]:
        return (dict, (self.copy(),))

    __hash__ = None  # type: ignore[assignment]


class Both(_ByLanguage[str]):
    """A message in each language, by its tag; read when it is first looked at.

    Examples
    --------
    >>> Both("padai-did-you-mean", found="trust")["en"]
    " Did you mean 'trust'?"
    """

    def __init__(self, ident: str, /, **facts: object) -> None:
        super().__init__()
        self.said = Said(ident, **facts) if ident else Pair.of("", "")

    @classmethod
    def of(cls, said: Said) -> Both:
        """Return words that are held already, by language."""
        made = cls("")
        made.said = said
        return made

    def _of(self, lang: str) -> str:
        return self.said.text(lang)


class Tabled(_ByLanguage[Any]):
    """A table of words in each language, by its tag: the same table, its words put in place.

    Examples
    --------
    >>> Tabled({"asked": Said("le même", "the same"), "n": 3})["en"]
    {'asked': 'the same', 'n': 3}
    """

    def __init__(self, table: Any) -> None:
        super().__init__()
        self.table = table

    def _of(self, lang: str) -> Any:
        return _put(self.table, lang)


class ByLanguage(_ByLanguage[Any]):
    """What a function says in each language, by its tag; called when it is first looked at.

    Examples
    --------
    >>> ByLanguage(lambda lang: f"{lang}/report")["en"]
    'en/report'
    """

    def __init__(self, of: Callable[[str], Any]) -> None:
        super().__init__()
        self.of = of

    def _of(self, lang: str) -> Any:
        return self.of(lang)


def _put(table: Any, lang: str) -> Any:
    if isinstance(table, Said):
        return table.text(lang)
    if isinstance(table, dict):
        return {key: _put(value, lang) for key, value in table.items()}
    if isinstance(table, tuple | list):
        return type(table)(_put(value, lang) for value in table)
    return table
