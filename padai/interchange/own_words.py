"""Columns that say of themselves that people wrote in them: their texts become no codes."""

from __future__ import annotations

import re
from collections.abc import Collection

from padai.interchange.label_words import normal
from padai.interchange.personal import CHOSEN, NOT_CHOSEN

_OTHER = r"(others?|autres?|otr[oa]s?|outr[oa]s?|altr[oaie]|andere[rs]?|sonstiges?|anders)"
_WHICH = (
    r"(specify|specified|precis\w+|especifi\w+|spezifi\w+|specific\w+|which|what|lequel|laquelle|"
    r"cual(es)?|quale?s?|welche\w*|text\w*|verbatims?)"
)
_FREE = re.compile(
    r"\b(verbatims?|open ?end(ed)?|open ?text|free ?text|own words|texte libre|reponse ouverte|"
    r"question ouverte|en vos mots|texto libre|(pregunta|respuesta) abierta|texto livre|"
    r"(pergunta|resposta) aberta|testo libero|(domanda|risposta) aperta|freitext|offene (frage|"
    r"antwort|nennung)|open (vraag|antwoord))\b|"
    rf"\b{_OTHER}\b.{{0,60}}\b{_WHICH}$"
)
"""In a name or a label; a question that is asked in whole may say "others" and "which" too."""
_OPEN = re.compile(r"\((open|abierta|aberta|aperta|ouverte|offen)\)", re.IGNORECASE)
_REMARKS = re.compile(
    r"((any|other|autres|otr[oa]s|further|interviewer s?|enumerator s?) )*"
    r"(comments?|remarks?|commentaires?|remarques?|observations?|observacion(es)?|"
    r"comentarios?|observac(ao|oes)|commenti?|osservazioni|bemerkung(en)?|anmerkung(en)?|"
    r"opmerking(en)?|ملاحظات)"
    r"( (of|from|by|du|de|del|dello|des|der|do|da|vom|van) .*| الباحثة?| المقابل)?"
)
"""A whole name or label."""
_NAMED_OTHER = re.compile(
    rf"[a-z]+[a-z0-9]*[0-9][a-z0-9]* {_OTHER}( [a-z]{{2,4}}| (text|txt|spec\w*|{_WHICH}))?|"
    r"[a-z0-9 ]+ (other|oth|otro|otra|autre|autres|outro|altro|andere|sonstiges) ?(text|txt|tx|"
    r"spec\w*|prec\w*|esp\w*)"
)
"""The whole name of a column beside a question: ``p1_otro``, ``Q100OTHER``, ``q4_autre_texte``."""
_JOINED = re.compile(rf"(?<=[0-9])(?=(?i:{_OTHER})(_|$|[A-Z]))|(?<=[a-z])(?=Other|OTHER)")


def says_own_words(name: str, label: str, texts: Collection[object]) -> bool:
    """Whether the name or the label of a column of texts says that people wrote them.

    A box to tick for "other" does not: its cells say yes, no, or the name of the option.

    Examples
    --------
    >>> says_own_words("Q100OTHER", "", ["Mr. Kofi Mensah", "the chief", "nobody"])
    True
    >>> says_own_words("q5_other", "", ["Yes", "No"]), says_own_words("q5", "", ["Yes", "No"])
    (False, False)
    """
    plain = {normal(str(text)) for text in texts} - {""}
    marks = plain <= CHOSEN | NOT_CHOSEN or len(plain) < 2
    parted = normal(re.sub(r"[_./]", " ", _JOINED.sub(" ", name, 1)))
    said = (parted, normal(label))
    if marks:
        return False
    if _OPEN.search(label):
        return True
    if any(_FREE.search(each) or _REMARKS.fullmatch(each) for each in said):
        return True
    return _NAMED_OTHER.fullmatch(parted) is not None
