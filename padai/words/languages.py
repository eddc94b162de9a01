"""What is true of a language: its messages, how it writes numbers, the names of its files.

French and English have the addresses that they have always had. Any other language has its own
folder, named by its tag, and in it the names that English has there.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from padai.words.catalogues import LANGUAGES, PSEUDO_TAGS, catalogue, folder_of, folders
from padai.words.syntax import WordsError

_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages written from right to left."""
_FOUR_DIGITS_STAY_WHOLE = frozenset({"es"})
"""Languages that write 2420 whole, where no comma parts thousands."""
_CAPITAL_AFTER_COLON = frozenset({"en", "de"})
"""Languages in which what follows a colon begins as it would begin a line."""
AT_ROOT = "fr"
"""The language whose pages stand at the root of a site, and which comes before all others."""
_MARKS_APART = frozenset({"fr"})
"""Languages that put a space before a colon, a semicolon and the marks that end a sentence."""
_TITLES_IN_CAPITALS = frozenset({"en"})
"""Languages in which the name of an edition keeps its capital where a title is cited."""
_REFERS_IN_CAPITALS = frozenset({"en"})
"""Languages in which “Table 1” keeps its capital within a sentence."""
_NEVER_UNDER = frozenset({("fr", "en")})
"""Pages of the first that never say that the second prevails: no French body has it so."""
_SHOWN = 8
"""Messages that are named of those that a language lacks."""


class Named(dict[str, str]):
    """What is named in French in one way, in English in another, and elsewhere as in English.

    Examples
    --------
    >>> pages = Named(fr="rapport.html", en="report.html")
    >>> pages["fr"], pages["es"]
    ('rapport.html', 'report.html')
    """

    def __missing__(self, lang: str) -> str:
        return self["en"]


class FileNames(Named):
    """Names of files of all languages in one folder: past French and English, by their tag.

    Examples
    --------
    >>> names = FileNames(fr="LISEZMOI.txt", en="README.txt")
    >>> names["en"], names["es"], FileNames(fr="index.html", en="index-en.html")["es"]
    ('README.txt', 'README-es.txt', 'index-es.html')
    """

    def __missing__(self, lang: str) -> str:
        stem, dot, suffix = self["en"].partition(".")
        return f"{stem.removesuffix('-en')}-{lang}{dot}{suffix}"


class InFolder(Named):
    """Names of files with the folder of their language before them.

    Examples
    --------
    >>> InFolder(fr="fil.xml", en="feed.xml")["es"]
    'es/feed.xml'
    """

    def __getitem__(self, lang: str) -> str:
        return f"{lang}/{self.get(lang, super().__getitem__('en'))}"


def base(lang: str) -> str:
    """Return the language of a tag, without its region.

    Examples
    --------
    >>> base("es-CL"), base("fr")
    ('es', 'fr')
    """
    return lang.partition("-")[0]


def tag_of(lang: str) -> str:
    """Return the tag that a page in a language bears.

    Examples
    --------
    >>> tag_of("fr"), tag_of("es"), tag_of("es-CL")
    ('fr-CA', 'es', 'es-CL')
    """
    return LANGUAGES.get(lang, lang)


def lang_of(tag: str) -> str:
    """Return the language of a page that bears a tag, as `languages:` lists it.

    Examples
    --------
    >>> lang_of("fr-CA"), lang_of("es-CL")
    ('fr', 'es-CL')
    """
    return next((lang for lang, own in LANGUAGES.items() if own == tag), tag)


@cache
def locale_of(lang: str) -> str:
    """Return babel's name of a language: how it writes numbers and dates.

    A region of which babel knows nothing is left out.

    Examples
    --------
    >>> locale_of("fr"), locale_of("es-CL"), locale_of("en-XA")
    ('fr_CA', 'es_CL', 'en_CA')
    """
    if lang in LANGUAGES:
        return LANGUAGES[lang].replace("-", "_")
    if lang in PSEUDO_TAGS:
        return "en_CA"
    from babel.core import Locale, UnknownLocaleError

    for tag in (lang, base(lang)):
        try:
            return str(Locale.parse(tag, sep="-"))
        except (UnknownLocaleError, ValueError):
            continue
    return "en_CA"


def direction(tag: str) -> str:
    """Return the direction of a language's writing.

    Examples
    --------
    >>> direction("ar"), direction("es-CL")
    ('rtl', 'ltr')
    """
    return "rtl" if base(tag) in _RIGHT_TO_LEFT else "ltr"


def capital_after_colon(lang: str) -> bool:
    """Return whether a text keeps its capital after a colon.

    Examples
    --------
    >>> capital_after_colon("en"), capital_after_colon("es")
    (True, False)
    """
    return base(lang) in _CAPITAL_AFTER_COLON


@cache
def four_digits_stay_whole(locale: str) -> bool:
    """Return whether a number of four digits has no sign in it: Spanish, but where a comma parts.

    Examples
    --------
    >>> four_digits_stay_whole("es_CL"), four_digits_stay_whole("es_MX")
    (True, False)
    """
    from babel.numbers import get_group_symbol

    whole = base(locale.replace("_", "-")) in _FOUR_DIGITS_STAY_WHOLE
    return whole and get_group_symbol(locale) != ","


def in_order(tags: Iterable[str]) -> tuple[str, ...]:
    """Return tags with those that have fields and addresses of their own first.

    Examples
    --------
    >>> in_order(["es", "en", "de", "fr"])
    ('fr', 'en', 'es', 'de')
    """
    first = list(LANGUAGES)
    return tuple(sorted(tags, key=lambda tag: (*first, tag).index(tag)))


def refers_in_capitals(lang: str) -> bool:
    """Return whether a figure or a table is referred to with a capital within a sentence.

    Examples
    --------
    >>> refers_in_capitals("en"), refers_in_capitals("es")
    (True, False)
    """
    return base(lang) in _REFERS_IN_CAPITALS


def marks_apart(lang: str) -> bool:
    """Return whether a space stands before a colon and the marks that end a sentence.

    Examples
    --------
    >>> marks_apart("fr-CA"), marks_apart("es")
    (True, False)
    """
    return base(lang) in _MARKS_APART


def titles_in_capitals(lang: str) -> bool:
    """Return whether the name of an edition keeps its capital where a title is cited.

    Examples
    --------
    >>> titles_in_capitals("en"), titles_in_capitals("fr")
    (True, False)
    """
    return base(lang) in _TITLES_IN_CAPITALS


def prevailing(lang: str, first: str) -> str:
    """Return the language that a page says prevails over its own; none where it says nothing.

    Parameters
    ----------
    lang
        The language of the page.
    first
        The first of those that the survey or the site has.

    Examples
    --------
    >>> prevailing("en", "fr"), prevailing("fr", "en"), prevailing("fr", "es")
    ('fr', '', 'es')
    """
    return "" if lang == first or (lang, first) in _NEVER_UNDER else first


def own_name(lang: str) -> str:
    """Return what a language calls itself.

    Examples
    --------
    >>> own_name("es"), own_name("fr")
    ('español', 'français')
    """
    from babel.core import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(locale_of(lang))
        return str(Locale.parse(base(lang)).get_language_name(str(locale)) or lang)
    except (UnknownLocaleError, ValueError):
        return lang


@cache
def lacking(lang: str) -> tuple[str, ...]:
    """Return the messages that padai lacks in a language: none where reports can be in it.

    Examples
    --------
    >>> lacking("fr"), len(lacking("tlh")) > 1000
    ((), True)
    """
    english = catalogue("en").entries
    if lang in PSEUDO_TAGS or lang in LANGUAGES:
        return ()
    if not folder_of(lang):
        return tuple(english)
    try:
        own = catalogue(lang).entries
    except WordsError:
        return tuple(english)
    return tuple(ident for ident in english if ident not in own)


def spoken() -> tuple[str, ...]:
    """Return the languages in which padai has the words of a report.

    Examples
    --------
    >>> spoken()[:2]
    ('fr', 'en')
    """
    tags = (*LANGUAGES, *sorted(set(folders()) - set(LANGUAGES.values())))
    return tuple(tag for tag in tags if not lacking(tag))


def told(lacked: tuple[str, ...]) -> str:
    """Name the first of what a language lacks.

    Examples
    --------
    >>> told(("a", "b"))
    '`a`, `b`'
    """
    shown = ", ".join(f"`{ident}`" for ident in lacked[:_SHOWN])
    return shown + (", …" if len(lacked) > _SHOWN else "")
