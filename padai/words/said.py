"""Words that wait: a message and its facts, put into words in the language of who reads."""

from __future__ import annotations

import json
import numbers
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from padai.words.catalogues import Spoken, catalogue
from padai.words.languages import base, marks_apart


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


def typeset(text: str, lang: str) -> str:
    r"""Set a text as its language asks.

    Examples
    --------
    >>> typeset("vague : absente", "fr"), typeset("wave: absent", "en")
    ('vague\xa0: absente', 'wave: absent')
    """
    return french(text) if marks_apart(lang) else text


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
        return str(self.facts.get(base(lang), self.facts["en"]))


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
        return typeset(text, lang)


class Composed(Said):
    """Words that a function composes in the language of who reads.

    Examples
    --------
    >>> Composed(lambda lang: f"[{lang}]").text("es")
    '[es]'
    """

    __slots__ = ()

    def __new__(cls, compose: Callable[[str], str], /) -> Composed:
        """Hold a function of a language."""
        made: Composed = object.__new__(cls)
        made.id = ""
        made.facts = {"compose": compose}
        return made

    def __getnewargs__(self) -> tuple[Any]:
        """Return what a copy is made of."""
        return (self.facts["compose"],)

    def text(self, lang: str) -> str:
        """Return the words in a language."""
        compose: Any = self.facts["compose"]
        return str(compose(lang))


class Carried(Said):
    """Words that come from another process, in each language that it had; English otherwise.

    Examples
    --------
    >>> Carried({"fr": "oui", "en": "yes", "es": "sí"}).text("es")
    'sí'
    >>> Carried.read('{"fr": "oui", "en": "yes"}').text("es"), Carried.read("yes").fr
    ('yes', 'yes')
    """

    __slots__ = ()

    def __new__(cls, texts: Mapping[str, str], /) -> Carried:
        """Hold the words by language; English is among them."""
        made: Carried = object.__new__(cls)
        made.id = ""
        made.facts = dict(texts)
        return made

    @classmethod
    def read(cls, told: str) -> Carried:
        """Return words carried as JSON; what is none stands as it is, in every language."""
        try:
            texts = json.loads(told)
        except ValueError:
            texts = None
        return cls(texts if isinstance(texts, dict) and "en" in texts else {"en": told})

    def __getnewargs__(self) -> tuple[Any]:
        """Return what a copy is made of."""
        return (self.facts,)

    def text(self, lang: str) -> str:
        """Return the words in a language."""
        return str(self.facts.get(lang, self.facts["en"]))


def _kept(fact: object) -> object:
    """A fact as it is now: what may change is written at once."""
    if isinstance(fact, str | Spoken | int | float):
        return fact
    if isinstance(fact, numbers.Integral):
        return int(fact)
    if hasattr(fact, "fr") and hasattr(fact, "en"):
        return fact
    return format(fact)
