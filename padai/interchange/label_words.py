"""What labels and names say, and in which language: guesses, to be marked as such."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from padai.survey.answer_words import missing_kind, normal, without_code

_FRENCH = {
    *("de", "la", "le", "les", "des", "du", "et", "ou", "pas", "en", "un", "une", "vous", "tres"),
    *("est", "au", "aux", "dans", "pour", "envers", "plutot", "votre", "oui", "non", "ne", "sait"),
    *("sur", "peu", "tout", "assez", "fait", "accord", "reponse", "autre", "homme", "femme"),
}
_ENGLISH = {
    *("of", "the", "in", "and", "or", "not", "to", "a", "you", "your", "is", "very", "for", "yes"),
    *("no", "with", "than", "more", "know", "don", "only", "some", "any", "answer", "other"),
    *("male", "female", "agree", "disagree", "by", "at", "how", "what"),
}
_SPANISH = {
    *("de", "la", "el", "los", "las", "del", "y", "o", "no", "en", "un", "una", "usted", "ud"),
    *("muy", "es", "para", "por", "con", "que", "se", "su", "sabe", "contesta", "nada", "poca"),
    *("cual", "cuanta", "cuanto", "como", "mas", "otro", "otra", "hombre", "mujer", "si", "le"),
    *("acuerdo", "mucha", "bastante", "responde", "usted", "esta", "entrevista", "edad", "sexo"),
}
_GERMAN = {
    *(
        "der",
        "die",
        "das",
        "den",
        "dem",
        "und",
        "oder",
        "nicht",
        "ist",
        "sind",
        "sie",
        "ihr",
        "wie",
    ),
    *("eine", "einer", "zu", "mit", "von", "fur", "auf", "im", "keine", "weiss", "angabe", "sehr"),
    *("eher", "gar", "stimme", "ihre", "welche", "nein", "ja", "mann", "frau", "alter"),
    *("befragten", "geschlecht", "person", "wurden", "haben", "uber", "bei", "durch", "zum"),
}
_PORTUGUESE = {
    *("o", "os", "do", "da", "dos", "das", "e", "ou", "nao", "em", "um", "uma", "voce", "muito"),
    *("com", "que", "se", "seu", "sua", "sabe", "responde", "nada", "pouco", "pouca", "sim", "ao"),
    *("qual", "quanto", "quanta", "mais", "outro", "outra", "homem", "mulher", "confia", "idade"),
    *("confianca", "entrevistado", "sexo", "acordo", "nenhuma", "alguma", "na", "no", "pelo"),
}
_ITALIAN = {
    *("il", "lo", "gli", "della", "dei", "delle", "del", "di", "o", "non", "un", "una", "lei"),
    *("molto", "per", "con", "che", "si", "sua", "suo", "sa", "risponde", "poco", "poca", "quanto"),
    *("quanta", "piu", "altro", "altra", "uomo", "donna", "fiducia", "eta", "sesso", "abbastanza"),
    *("nessuna", "quale", "anni", "nel", "nella", "intervistato", "e", "a", "la", "alla"),
}
_DUTCH = {
    *(
        "de",
        "het",
        "een",
        "en",
        "of",
        "niet",
        "is",
        "u",
        "uw",
        "zijn",
        "heel",
        "erg",
        "voor",
        "met",
    ),
    *("van", "dat", "weet", "geen", "antwoord", "ja", "nee", "man", "vrouw", "leeftijd", "hoe"),
    *("veel", "vertrouwen", "welke", "andere", "geslacht", "eens", "oneens", "te", "op", "in"),
}
_CATALAN = {
    *("de", "la", "el", "els", "les", "del", "dels", "i", "o", "no", "en", "un", "una", "voste"),
    *(
        "molt",
        "es",
        "per",
        "amb",
        "que",
        "seva",
        "seu",
        "sap",
        "contesta",
        "gens",
        "poc",
        "bastant",
    ),
    *("quin", "quina", "quins", "com", "mes", "altres", "home", "dona", "ho", "li", "son", "anys"),
    *("menys", "grau", "acord", "entre", "edat", "sexe", "enquesta", "masculi", "femeni", "cap"),
}
_WORDS = {
    "fr": _FRENCH, "en": _ENGLISH, "es": _SPANISH, "de": _GERMAN, "pt": _PORTUGUESE,
    "it": _ITALIAN, "nl": _DUTCH, "ca": _CATALAN,
}  # fmt: skip
_SCRIPTS = (
    ("ja", r"[\u3040-\u30ff]"), ("zh", r"[\u4e00-\u9fff]"), ("ko", r"[\uac00-\ud7af]"),
    ("ar", r"[\u0600-\u06ff]"), ("he", r"[\u0590-\u05ff]"), ("uk", r"[іїєґІЇЄҐ]"),
    ("ru", r"[\u0400-\u04ff]"), ("el", r"[\u0370-\u03ff]"), ("hi", r"[\u0900-\u097f]"),
    ("th", r"[\u0e00-\u0e7f]"), ("am", r"[\u1200-\u137f]"), ("ka", r"[\u10a0-\u10ff]"),
    ("hy", r"[\u0530-\u058f]"),
)  # fmt: skip
"""What a script is most often the writing of, the narrower first."""


_CODE = re.compile(r"(?!OUI|NON|YES)[A-Z]{1,3}[0-9]*")
"""A code, as of a country, whose letters are no word."""


def language(texts: Iterable[str], otherwise: str = "fr") -> str:
    """Guess the language of texts by its script, else by its small words, else `otherwise`.

    French, English, Spanish, German, Portuguese, Italian, Dutch and Catalan are told apart by
    words; codes such as ``DE`` or ``SE`` are none.

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
    """
    texts = [text for text in texts if not _CODE.fullmatch(text.strip())]
    whole = "".join(texts)
    letters = sum(sign.isalpha() for sign in whole)
    for tag, script in _SCRIPTS:
        if letters and 4 * len(re.findall(script, whole)) > (1 if tag == "uk" else letters):
            return tag
    words = [word for text in texts for word in normal(text).split()]
    counts = {lang: sum(word in known for word in words) for lang, known in _WORDS.items()}
    return max(counts, key=lambda lang: counts[lang]) if any(counts.values()) else otherwise


def similarity(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1; 1 where either is empty."""
    a, b = normal(one), normal(other)
    if not a or not b or a == b:
        return 1.0
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def slug(text: str, fallback: str = "q") -> str:
    """Turn a text into an id: letters, digits and underscores, a letter first.

    Examples
    --------
    >>> slug("Q1.a"), slug("2e question"), slug("Âge")
    ('Q1_a', 'q_2e_question', 'Age')
    """
    plain = unicodedata.normalize("NFKD", text)
    kept = "".join(
        c if c.isascii() and c.isalnum() else "_" for c in plain if not unicodedata.combining(c)
    )
    name = re.sub(r"_+", "_", kept).strip("_")
    if not name:
        return fallback
    return name if name[0].isalpha() else f"{fallback}_{name}"


def unique(name: str, taken: set[str], turns: dict[str, int] | None = None) -> str:
    """Return a name that differs from those taken by more than case, and take it.

    Parameters
    ----------
    turns
        Where each name's search may start again: of many alike, none is looked through twice.
    """
    folded = name.casefold()
    chosen, turn = name, (turns or {}).get(folded, 2)
    while chosen.casefold() in taken:
        chosen, turn = f"{name}_{turn}", turn + 1
    taken.add(chosen.casefold())
    if turns is not None:
        turns[folded] = turn
    return chosen


def shared_start(texts: Sequence[str]) -> str:
    """Return what every text begins with, character by character."""
    first, last = min(texts), max(texts)
    same = next((i for i, c in enumerate(first) if last[i : i + 1] != c), len(first))
    return first[:same]


__all__ = [
    "language",
    "missing_kind",
    "normal",
    "shared_start",
    "similarity",
    "slug",
    "unique",
    "without_code",
]
