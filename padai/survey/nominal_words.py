"""Answers that are names, and stand in no order: parties, candidates, religions, languages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from padai.survey.answer_words import normal

_NAMES = (
    re.compile(
        r"\b(part(y|i|ido|ei|ij|ito|ia)|labou?r|liberal\w*|conserv(at|ad)\w*|konserv\w*|"
        r"(social ?)?demo[ck]rat\w*|republi[ck]\w*|so[cz]ialis\w*|communis\w*|kommunis\w*|"
        r"greens?|verts?|verdes?|grunen?|ecolog\w*|populare?s?|bloc|alliance|alianza|alianca)\b"
    ),
    re.compile(
        r"\b((roman )?catholi\w*|[ck]atoli\w*|katholi\w*|protestant\w*|evangel\w*|orthodox\w*|"
        r"ortodox\w*|(muslim|musulman|islam|moslem|muculman)\w*|jew(ish)?|jui(f|ve)s?|judi\w*|"
        r"buddhis\w*|bouddhis\w*|budis\w*|hindu\w*|hindou\w*|atheis\w*|athees?|ateos?)\b"
    ),
    re.compile(
        r"\b(english|french|spanish|german|italian|arabic|anglais|francais|espagnol|arabe|ingles|"
        r"frances|espanol|catalan|portugues|deutsch|nederlands|svenska|turkce)\b"
    ),
)
_NOBODY = re.compile(
    r"((an)?other|autre|otr[oa]|outr[oa]|andere[rs]?|altr[oa]) (part\w+|candidat\w*|kandidat\w*)|"
    r"((would|did|will|do) not|(would|did|do)n t|not) (vote|voted)|no vot\w+|nao vot\w+|"
    r"n(e|a)? (a |ai )?(voter?a?i?t?|vote) pas|n a pas vote|nichtwahler\w*|abst\w+|"
    r"(vote |voto |bulletin |en )?(blank|blanco?|branco|nul[ol]?)( vote)?"
)
_INITIALS = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý0-9.&+-]{1,3}")
FEWEST_INITIALS = 3
_DEGREE = re.compile(
    r"\b(very|strong\w*|weak\w*|somewhat|slight\w*|extreme\w*|moderate\w*|lean\w*|rather|centre|"
    r"tres|fortement|plutot|moder\w+|muy|algo|muito|sehr|eher|molto|left|right|gauche|droite|"
    r"izquierda|derecha|links|rechts|only|mostly|mainly|uniquement|seulement|surtout|principalement|"
    r"solo|solamente|sobre todo|principalmente|lot|little|much|more|less|beaucoup|peu|plus|moins|"
    r"mucho|poco|mas|menos)\b"
)


def are_named(labels: Sequence[str]) -> bool:
    """Whether answers are the names of parties, religions or languages, and so in no order.

    Examples
    --------
    >>> are_named(["Liberal Party", "Conservative Party", "NDP", "Other party"])
    True
    >>> are_named(["Very liberal", "Liberal", "Conservative", "Very conservative"])
    False
    >>> are_named(["PLQ", "CAQ", "QS", "PQ", "Other"])
    True
    >>> are_named(["French only", "Mostly French", "Mostly English", "English only"])
    False
    >>> are_named(["Daily", "Weekly", "Monthly", "Never"])
    False
    """
    words = [normal(label) for label in labels]
    if any(_DEGREE.search(each) for each in words):
        return False
    initials = sum(bool(_INITIALS.fullmatch(label.strip())) for label in labels)
    if initials >= max(FEWEST_INITIALS, len(labels) / 2):
        return True
    named = any(sum(bool(kind.search(each)) for each in words) > 1 for kind in _NAMES)
    return named or any(_NOBODY.fullmatch(each) for each in words)
