"""What labels and names say, in French and in English: guesses, to be marked as such."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

_MISSING = {
    "not_asked": (
        r"not asked|(question )?(non|pas) posee?( .*)?|question not asked|not applicable|iap|inap|"
        r"inapplicable|sans objet|(ne )?s applique pas|non applicable|hors base|n a|s o|"
        r"valid skip|(enchainement|saut) valide|no (aplica|corresponde|se pregunta|preguntad[ao])|"
        r"no (post election interview|interview)|missing by design"
    ),
    "dont_know": (
        r"(je )?(ne )?(le )?sai[st] (vraiment )?pas|nsp|dk|(i )?(don t|dont|do not) know|"
        r"(can t|cannot) (say|choose)|(no|sans|pas d|aucune) opinion|not sure|unsure|incertaine?|"
        r"(je )?(ne )?peu[tx] pas dire|(je )?l ignore|ne se prononce pas|nspp|"
        r"hard to say|difficile a dire|(no )?(lo )?sabe no (responde|contesta)|no (lo )?sabe|no se|"
        r"ns|n s|ns nr|ns nc|no sabria decir|no estoy segur[oa]|nao sabe|weiss nicht"
    ),
    "refused": (
        r"refus(al|ed|ee?|e de repondre)?|refus de repondre|refused to (answer|say)|"
        r"(je )?(prefere|veu[tx]) ne pas (repondre|dire|le dire)|(ne )?veu[tx] pas repondre|"
        r"(i )?(would )?(prefer|rather) not( to)? (say|answer|respond)( .*)?|would not say|"
        r"no (answer|response)|(pas de|aucune|sans|non) reponse|(ne )?repond pas|nrp?|pnr|"
        r"no (contesta|responde|quiere (contestar|responder))|nc|n c|sin respuesta|rechaza|"
        r"prefiere no (contestar|responder)|nao responde|refusal|keine angabe"
    ),
    "skipped": (
        r"skipped( .*)?|(question )?(passee|sautee|omise)( .*)?|not (answered|stated|ascertained)|"
        r"manquante?s?|non declaree?s?|(system )?missing( value| data)?|"
        r"(valeur|donnee) manquante|omitted|interrompue?|break ?off|abandon|perdidos?|en blanco|"
        r"left blank|technical error|error|restricted|inconnue?|sufficient partial( interview)?"
    ),
}
_SHORT = re.compile(r"pr|npr|ref|na")
"""What stands for a refusal beside another kind, and for something else alone."""
_ASIDE = r"( (nsp|dk|vol|volunteered|spontanee?|reponse spontanee|ne pas lire|do not read))?"
_LEAD = re.compile(
    r"^\s*(\(?-?[0-9]+\)?\s*[.:)–-]\s*)?([\[(](ne pas lire|do not read)[\])]\s*)?", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*[/;,()\[\]]\s*|\s+[-–—]\s+|\s+(?:ou|or)\s+", re.IGNORECASE)
_KINDS = {kind: re.compile(f"({pattern}){_ASIDE}") for kind, pattern in _MISSING.items()}
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
_WORDS = {"fr": _FRENCH, "en": _ENGLISH, "es": _SPANISH}


def normal(text: str) -> str:
    """Reduce a text to its letters and digits, without case, accents or punctuation.

    Examples
    --------
    >>> normal("N’a pas répondu !")
    'n a pas repondu'
    """
    parted = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c if c.isalnum() else " " for c in parted if not unicodedata.combining(c))
    return " ".join(kept.split())


def missing_kind(label: str) -> str | None:
    """Guess the kind of missing answer that a whole label names, or None.

    A label that names several kinds, as agencies write "don't know / refused", is taken for the
    first of don't know and the others in its order.

    Examples
    --------
    >>> missing_kind("Je ne sais pas"), missing_kind("Prefer not to say")
    ('dont_know', 'refused')
    >>> missing_kind("98. NSP/PR")
    'dont_know'
    >>> missing_kind("Independent (neither, no response)")
    """
    told = _LEAD.sub("", label)
    whole = _kind(normal(told))
    if whole is not None:
        return whole
    parts = [text for part in _BETWEEN.split(told) if (text := normal(part))]
    kinds = [_kind(text) or ("refused" if _SHORT.fullmatch(text) else None) for text in parts]
    if len(parts) < 2 or None in kinds or all(map(_SHORT.fullmatch, parts)):
        return None
    return "dont_know" if "dont_know" in kinds else kinds[0]


def without_code(label: str) -> str:
    """Return a label without the code, or the note to the interviewer, that stands before it.

    Examples
    --------
    >>> without_code("(1) Very satisfied"), without_code("2.  High school")
    ('Very satisfied', 'High school')
    """
    return _LEAD.sub("", label)


def _kind(text: str) -> str | None:
    return next((kind for kind, pattern in _KINDS.items() if pattern.fullmatch(text)), None)


def language(texts: Iterable[str]) -> str:
    """Guess whether texts are in French, English or Spanish; French where nothing decides.

    Examples
    --------
    >>> language(["confidence in the press", "a great deal"])
    'en'
    >>> language(["¿Cuánta confianza tiene Ud. en las Fuerzas Armadas?"])
    'es'
    """
    words = [word for text in texts for word in normal(text).split()]
    counts = {lang: sum(word in known for word in words) for lang, known in _WORDS.items()}
    return max(counts, key=lambda lang: counts[lang])


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


def unique(name: str, taken: set[str]) -> str:
    """Return a name that differs from those taken by more than case, and take it."""
    chosen, turn = name, 2
    while chosen.casefold() in taken:
        chosen, turn = f"{name}_{turn}", turn + 1
    taken.add(chosen.casefold())
    return chosen


def shared_start(texts: Sequence[str]) -> str:
    """Return what every text begins with, character by character."""
    first, last = min(texts), max(texts)
    same = next((i for i, c in enumerate(first) if last[i : i + 1] != c), len(first))
    return first[:same]
