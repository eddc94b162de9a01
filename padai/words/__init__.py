"""Every sentence that a person reads, one folder a language, in Fluent files.

Code names a message and gives facts; the language has the words and their grammar. This room
imports nothing of padai and is open to all of it. No file is read before a message is asked for.
"""

from __future__ import annotations

import numbers
from collections.abc import Callable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import TYPE_CHECKING, Any

from padai.words.catalogues import (
    LANGUAGES,
    PSEUDO_TAGS,
    Catalogue,
    Spoken,
    WordsError,
    catalogue,
    folder_of,
    named,
)
from padai.words.facts import Decimals, Joined, Number

__all__ = [
    "LANGUAGES",
    "Both",
    "ByLanguage",
    "Catalogue",
    "Decimals",
    "Joined",
    "Number",
    "Pair",
    "Said",
    "Spoken",
    "Tabled",
    "Template",
    "Typeset",
    "Worded",
    "WordsError",
    "both",
    "catalogue",
    "french",
    "named",
    "say",
    "spoken",
    "template",
]


def say(ident: str, lang: str, /, **facts: object) -> str:
    """Return a message in a language, with its facts in place.

    Parameters
    ----------
    ident
        The message, as the files of :mod:`padai.words` name it.
    lang
        ``"fr"``, ``"en"``, or the BCP 47 tag of another language.
    **facts
        What the message takes: texts, which stand as they are; whole numbers, by which it may
        choose a plural; words in several languages, such as a :class:`Said`.

    Raises
    ------
    WordsError
        There is no such message, it is badly written, or it takes a fact that is not given.

    Examples
    --------
    >>> say("padai-did-you-mean", "en", found="trust")
    " Did you mean 'trust'?"
    """
    return catalogue(lang).text(ident, facts, lang)


def spoken(lang: str, message: str | Said, en: str | None, facts: Mapping[str, object]) -> str:
    """Return what is given as a message, as words, or as two texts of which the first is French."""
    if isinstance(message, Said):
        return message.text(lang)
    if en is not None:
        return message if lang == "fr" else en
    return catalogue(lang).text(message, facts, lang)


def template(ident: str, lang: str) -> str:
    """Return a message as a template of :meth:`str.format`, its facts still to be filled in."""
    return catalogue(lang).template(ident)


def french(text: str) -> str:
    r"""Set the spaces of French typography: a colon and guillemets never stand alone on a line.

    Examples
    --------
    >>> french("« vague » : absente")
    '«\xa0vague\xa0»\xa0: absente'
    """
    for plain, bound in (
        ("« ", "«\u00a0"),
        (" »", "\u00a0»"),
        (" :", "\u00a0:"),
        (" %", "\u00a0%"),
    ):
        text = text.replace(plain, bound)
    for mark in ";!?":
        text = text.replace(f" {mark}", f"\u202f{mark}")
    return text


if TYPE_CHECKING:

    class _Texts(Spoken, tuple[str, str]): ...
else:
    _Texts = Spoken


class Said(_Texts):
    """A message and its facts, to be put into words later, in the language of who reads.

    It stands where two texts stood: ``.fr`` and ``.en`` give them, and so do its two items.

    Examples
    --------
    >>> Said("padai-did-you-mean", found="trust").en
    " Did you mean 'trust'?"
    >>> Said("des gens", "people").fr
    'des gens'
    """

    __slots__ = ("facts", "id")
    id: str
    facts: Mapping[str, object]

    def __new__(cls, ident: str = "", en: str | None = None, /, **facts: object) -> Said:
        """Hold a message and its facts; of two ready texts, make a :class:`Pair`."""
        if en is not None:
            return Pair.of(ident, en)
        if not ident:
            return Pair.of(str(facts["fr"]), str(facts["en"]))
        made: Said = object.__new__(cls)
        made.id = ident
        made.facts = {name: _kept(fact) for name, fact in facts.items()}
        return made

    def __getnewargs__(self) -> tuple[str]:
        """Return what a copy is made of; its facts follow as a state."""
        return (self.id,)

    def text(self, lang: str) -> str:
        """Return the words in a language."""
        return catalogue(lang).text(self.id, self.facts, lang)

    @property
    def fr(self) -> str:
        """The words in French."""
        return self.text("fr")

    @property
    def en(self) -> str:
        """The words in English."""
        return self.text("en")

    def __iter__(self) -> Iterator[str]:
        return iter((self.fr, self.en))

    def __len__(self) -> int:
        return 2

    def __getitem__(self, place: Any) -> Any:
        return self.text(place) if isinstance(place, str) else (self.fr, self.en)[place]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Said | tuple):
            return tuple(self) == tuple(other)
        return NotImplemented

    def __lt__(self, other: Any) -> bool:
        return tuple(self) < tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Said(fr={self.fr!r}, en={self.en!r})"


class Pair(Said):
    """Two texts that are ready: a writer's own words, or ones put together elsewhere."""

    __slots__ = ()

    @classmethod
    def of(cls, fr: str, en: str) -> Pair:
        """Hold two texts."""
        made: Pair = object.__new__(cls)
        made.id = ""
        made.facts = {"fr": fr, "en": en}
        return made

    def __new__(cls, fr: str, en: str = "", /) -> Pair:
        """Hold two texts."""
        return cls.of(fr, en)

    def text(self, lang: str) -> str:
        """Return the words in a language; in English where it is neither French nor English."""
        return str(self.facts["fr" if lang.startswith("fr") else "en"])


class Typeset(Said):
    """Words set as French asks: see :func:`french`."""

    __slots__ = ()

    def __new__(cls, said: Said, /) -> Typeset:
        """Hold words that are set when they are read."""
        made: Typeset = object.__new__(cls)
        made.id = ""
        made.facts = {"said": said}
        return made

    def __getnewargs__(self) -> tuple[Any]:
        """Return what a copy is made of."""
        return (self.facts["said"],)

    def text(self, lang: str) -> str:
        """Return the words in a language."""
        said = self.facts["said"]
        text = said.text(lang) if isinstance(said, Said) else str(said)
        return french(text) if lang.startswith("fr") else text


class Template(Said):
    """A message whose facts are still to be filled in, by :meth:`str.format`."""

    __slots__ = ()

    def text(self, lang: str) -> str:
        """Return the template in a language."""
        return catalogue(lang).template(self.id)


class _ByLanguage(dict[str, Any], Spoken):
    """What is said in each language, by its tag; made when it is first looked at."""

    def _of(self, lang: str) -> Any:
        raise NotImplementedError

    def _read(self) -> _ByLanguage:
        for lang in LANGUAGES:
            if not super().__contains__(lang):
                super().__setitem__(lang, self._of(lang))
        return self

    def text(self, lang: str) -> str:
        """Return what is said in a language."""
        return str(self[lang])

    def __missing__(self, lang: str) -> Any:
        if lang not in self:
            raise KeyError(lang)
        found = self._of(lang)
        if lang in LANGUAGES:
            super().__setitem__(lang, found)
        return found

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

    def values(self) -> ValuesView[Any]:  # type: ignore[override]
        """Return what is said."""
        return super(_ByLanguage, self._read()).values()

    def items(self) -> ItemsView[str, Any]:  # type: ignore[override]
        """Return the languages and what is said in each."""
        return super(_ByLanguage, self._read()).items()

    def get(self, lang: str, otherwise: Any = None) -> Any:
        """Return what is said in a language, or something else where it has nothing."""
        try:
            return self[lang]
        except KeyError:
            return otherwise

    def copy(self) -> dict[str, Any]:
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


class Both(_ByLanguage):
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


class Worded(_ByLanguage):
    """Words in each language, by its tag, that a function makes when they are looked at.

    Examples
    --------
    >>> Worded(lambda lang: lang.upper())["es"]
    'ES'
    """

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self.make = make

    def _of(self, lang: str) -> str:
        return self.make(lang)


class Tabled(_ByLanguage):
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


class ByLanguage(_ByLanguage):
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


def both(ident: str, /, **facts: object) -> dict[str, str]:
    """Return a message in French and in English, ready to be written down."""
    return {lang: say(ident, lang, **facts) for lang in LANGUAGES}


def _kept(fact: object) -> object:
    """A fact as it is now: what may change is written at once."""
    if isinstance(fact, str | Spoken | int | float):
        return fact
    if isinstance(fact, numbers.Integral):
        return int(fact)
    if hasattr(fact, "fr") and hasattr(fact, "en"):
        return fact
    return format(fact)
