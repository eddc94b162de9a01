"""What can go wrong, sorted by who can mend it, and said in the reader's language.

Every error that a user can cause is a :class:`PadaiError`; the command line shows its message
without a traceback and ends with its ``exit_code``. Anything else is a fault of padai's.
A message names the survey, wave, column and rule that it can name, says what was found and what
to do, and never shows a respondent's answer.

An error holds a message and its facts (:class:`padai.words.Said`). ``str`` puts them in the
language in force: that of ``--lang`` on the command line, otherwise that of the environment
variable ``PADAI_LANG``, otherwise English, since whoever meets an error in Python reads English
names around it.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from typing import Any

from padai.words import LANGUAGES, Pair, Said, Typeset, french
from padai.words.catalogues import PSEUDO_TAGS
from padai.words.languages import marks_apart, spoken
from padai.words.said import typeset
from padai.words.speaking import language, speak, speaking

__all__ = [
    "ComparisonError",
    "DataError",
    "DefinitionError",
    "DesignError",
    "EstimationError",
    "FaultError",
    "FindingsError",
    "MissingExtraError",
    "PadaiError",
    "PublicationError",
    "RenderError",
    "Said",
    "UnknownNameError",
    "WeightingError",
    "WitnessError",
    "french",
    "language",
    "nearest",
    "refused_by_system",
    "speak",
    "speaking",
]

_WHY = {
    errno.EACCES: Said("padai-permission-denied"),
    errno.EPERM: Said("padai-permission-denied"),
    errno.EROFS: Said("padai-read-only-disk"),
    errno.ENOSPC: Said("padai-the-disk-is-full"),
    errno.EDQUOT: Said("padai-quota-reached"),
    errno.ENAMETOOLONG: Said("padai-the-name-is-too-long"),
    errno.ENOENT: Said("padai-not-found"),
    errno.ENOTDIR: Said("padai-not-a-folder"),
    errno.EISDIR: Said("padai-it-is-a-folder"),
}


def refused_by_system(error: OSError) -> Said | None:
    """Say why the system refused a file; nothing where the reason is none that a person mends.

    Examples
    --------
    >>> refused_by_system(PermissionError(errno.EACCES, "")).fr
    'permission refusée'
    """
    return _WHY.get(error.errno or 0)


def nearest(name: str, known: Iterable[object]) -> Said:
    """Ask whether the known name that is closest was meant; nothing where none is close.

    Examples
    --------
    >>> nearest("Trsut", ["trust", "age"]).en
    " Did you mean 'trust'?"
    """
    from difflib import get_close_matches

    folded = {str(each).casefold(): str(each) for each in known}
    close = get_close_matches(name.casefold(), list(folded), n=1)
    if not close:
        return Said("", "")
    closest = folded[close[0]]
    return Said("padai-did-you-mean", found=closest)


class PadaiError(Exception):
    r"""A mistake that the person using padai can mend; the message says how.

    Parameters
    ----------
    en
        The message and its facts; or its text in English, beside that in French.
    fr
        The text in French; without it, a text in English stands for both.
    where
        What begins both: a survey, wave and part, or a file, line and column.

    Examples
    --------
    >>> error = PadaiError("no such wave.", "cette vague n’existe pas.", where="demo, 2025")
    >>> str(error)
    'demo, 2025: no such wave.'
    >>> error.texts["fr"]
    'demo, 2025\xa0: cette vague n’existe pas.'
    """

    exit_code = 2
    verb = ""
    """The public verb that the message itself names, where it names one."""

    def __init__(self, en: str | Said, fr: str | None = None, *, where: str = "") -> None:
        self.said = en if isinstance(en, Said) else None
        self.where = where.removesuffix(": ")
        self._texts: dict[str, str] = {}
        if not isinstance(en, Said):
            english = f"{self.where}: {en}" if where else en
            told = _led(self.where, fr, "fr") if fr is not None else english
            self._texts = {"fr": told, "en": english}
        super().__init__(self.text("en"))

    def text(self, lang: str) -> str:
        """Return the message in a language, its place in front."""
        if lang not in self._texts:
            if self.said is None:
                return self._texts["en"]
            self._texts[lang] = self.words.text(lang)
        return self._texts[lang]

    @property
    def words(self) -> Said:
        """The message with its place in front, to be put inside another."""
        if self.said is None:
            return Pair(self._texts["fr"], self._texts["en"])
        return Placed(self.said, self.where)

    @property
    def texts(self) -> dict[str, str]:
        """The message in French and in English."""
        return {lang: self.text(lang) for lang in LANGUAGES}

    def carried(self) -> dict[str, str]:
        """Return the message in every language that padai speaks, for another process to say.

        Examples
        --------
        >>> DataError(Said("padai-not-found")).carried()["es"]
        'no se encuentra'
        """
        return {lang: self.text(lang) for lang in (*spoken(), *PSEUDO_TAGS)}

    def __str__(self) -> str:
        """Return the message in the language in force."""
        return self.text(language())

    def at(self, where: str) -> PadaiError:
        """Return the error with its place in front, which may stand there already."""
        place = where.removesuffix(": ")
        if self.text("en").startswith(place):
            return self
        return type(self)(self.words, where=place)


class Placed(Said):
    r"""A message with its place in front, as an error says it.

    Examples
    --------
    >>> Placed(Said("padai-not-found"), "demo, 2025").fr
    'demo, 2025\xa0: introuvable'
    """

    __slots__ = ()

    def __new__(cls, said: Said, where: str, /) -> Placed:
        """Hold a message and its place."""
        made: Placed = object.__new__(cls)
        made.id = ""
        made.facts = {"said": said, "where": where}
        return made

    def __getnewargs__(self) -> tuple[Any, ...]:
        """Return what a copy is made of."""
        return (self.facts["said"], self.facts["where"])

    def text(self, lang: str) -> str:
        """Return the words in a language."""
        said, where = self.facts["said"], str(self.facts["where"])
        told = said.text(lang) if isinstance(said, Said) else str(said)
        return _led(where, told, lang)


def _led(where: str, text: str, lang: str) -> str:
    """Put a place in front of a text, with the colon of its language."""
    space = "\u00a0" if marks_apart(lang) else ""
    return (f"{where}{space}: " if where else "") + typeset(text, lang)


class UnknownNameError(PadaiError, AttributeError):
    """A name is asked of padai, or of a result, that it does not have."""


class FaultError(ValueError):
    """What a model of the definition refuses, in both languages.

    Pydantic collects these; loading adds the place in the file and raises a
    :class:`DefinitionError`.
    """

    def __init__(self, en: str | Said, fr: str = "") -> None:
        self.said: Said = Typeset(en if isinstance(en, Said) else Said(fr, en))
        super().__init__(self.said.en)


class DefinitionError(PadaiError):
    """A definition, a project file or a call names what is not there or is not allowed."""


class DataError(PadaiError):
    """A data file or a data frame is missing, broken, or not what the definition says."""


class DesignError(PadaiError):
    """A sampling design cannot be analysed as it was declared."""


class EstimationError(PadaiError):
    """An estimate was asked for that the data or the design cannot give."""


class WeightingError(PadaiError):
    """Weights cannot be made: targets that do not fit, empty cells, no convergence."""


class ComparisonError(PadaiError):
    """A comparison was asked for that the design or the rules forbid."""


class PublicationError(PadaiError):
    """A release cannot be put out; what was published before stays as it was."""


class RenderError(PublicationError):
    """A report template uses what is not supported, or its rendering failed."""


class FindingsError(PadaiError):
    """The data have findings that stop publication."""

    exit_code = 1


class WitnessError(PadaiError):
    """A figure or a design has no equal in another program, or that program cannot be run."""


class MissingExtraError(PadaiError):
    """An optional part of padai is not installed.

    Parameters
    ----------
    extra
        The optional part, as pip names it.
    what
        What cannot be done without it.
    """

    def __init__(self, extra: str, what: str | Said, quoi: str = "") -> None:
        said = what if isinstance(what, Said) else Said(quoi or what, what)
        command = f'pip install "padai[{extra}]"'
        super().__init__(Said("padai-an-optional-part-is-missing", what=said, command=command))
        self.extra = extra
