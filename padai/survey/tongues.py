"""In which language texts are: a guess by their script, their letters and their small words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import yaml

from padai.survey.answer_words import normal

_LETTERS = {
    "pl": "ąęłśźż", "cs": "ěřů", "sv": "åäö", "da": "åæø", "nb": "åæø", "fi": "äö", "hu": "őű",
    "ro": "ățșţ", "tr": "ğışİ", "hr": "đ", "de": "äß",
    "vi": "ạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộơớờởỡợụủưứừửữựỳỵỷỹ",
}  # fmt: skip
"""Letters that few other languages have: a word that holds one counts as one of the language’s."""
_SCRIPTS = (
    ("ja", r"[\u3040-\u30ff]"), ("zh", r"[\u4e00-\u9fff]"), ("ko", r"[\uac00-\ud7af]"),
    ("ar", r"[\u0600-\u06ff]"), ("he", r"[\u0590-\u05ff]"), ("uk", r"[іїєґІЇЄҐ]"),
    ("ru", r"[\u0400-\u04ff]"), ("el", r"[\u0370-\u03ff]"), ("hi", r"[\u0900-\u097f]"),
    ("th", r"[\u0e00-\u0e7f]"), ("am", r"[\u1200-\u137f]"), ("ka", r"[\u10a0-\u10ff]"),
    ("hy", r"[\u0530-\u058f]"),
)  # fmt: skip
"""What a script is most often the writing of, the narrower first."""


_CODE = re.compile(r"(?!OUI|NON|YES)[A-Z]{1,3}[0-9]*|(?=.*[_0-9])[A-Z0-9_]+")
"""A code, as of a country, or the name of a column, whose letters are no words."""

_FEW_WORDS = 12


@cache
def _small_words() -> dict[str, frozenset[str]]:
    """The words of each language that its texts hold most often."""
    text = Path(__file__).with_name("small_words.yaml").read_text(encoding="utf-8")
    return {tag: frozenset(words.split()) for tag, words in yaml.safe_load(text).items()}


def language(texts: Iterable[str], otherwise: str = "fr") -> str:
    """Guess the language of texts by its script, else by its small words, else `otherwise`.

    Languages of one script are told apart by their small words and by letters that few others
    have; codes such as ``DE`` or ``SE`` are no words.

    Examples
    --------
    >>> language(["confidence in the press", "a great deal"])
    'en'
    >>> language(["¿Cuánta confianza tiene Ud. en las Fuerzas Armadas?"])
    'es'
    >>> language(["Wie stark vertrauen Sie dem Bundestag?"]), language(["لا أعرف"])
    ('de', 'ar')
    >>> language(["DE", "SE"], "en")
    'en'
    >>> language(["Zdecydowanie się nie zgadzam", "Trudno powiedzieć"]), language(["Inte alls"])
    ('pl', 'sv')
    """
    texts = [text for text in dict.fromkeys(texts) if not _CODE.fullmatch(text.strip())]
    whole = "".join(texts)
    letters = sum(sign.isalpha() for sign in whole)
    for tag, script in _SCRIPTS:
        if letters and 4 * len(re.findall(script, whole)) > (1 if tag == "uk" else letters):
            return tag
    words = [word for text in texts for word in normal(text).split()]
    counts = {lang: sum(word in known for word in words) for lang, known in _small_words().items()}
    marked = [word for text in texts for word in text.casefold().split() if not word.isascii()]
    for lang, letters_of in _LETTERS.items():
        counts[lang] += sum(any(sign in letters_of for sign in word) for word in marked)
    tongue = max(counts, key=lambda lang: counts[lang])
    least = 1 if len(words) <= _FEW_WORDS else 2  # among many, one may be of a name: therm_dem
    return tongue if counts[tongue] >= least else otherwise
