"""Ends of a scale that are opposites: agree and disagree, sûr and pas sûr, a favor, en contra."""

from __future__ import annotations

import re
from collections.abc import Iterator

from padai.survey.answer_words import normal, without_code

_DEGREES = re.compile(
    r"\b(very|extremely|completely|totally|strongly|somewhat|fairly|rather|quite|much|a lot|"
    r"a little|a bit|a great deal|entirely|highly|definitely|generally|mostly|i m|i am|it s|i|"
    r"are|is|"
    r"tres|extremement|tout a fait|entierement|totalement|fortement|plutot|assez|beaucoup|"
    r"nettement|absolument|completement|vraiment|je suis|c est|je m|je|"
    r"muy|mucho|totalmente|completamente|bastante|extremadamente|absolutamente|fuertemente|"
    r"mas bien|estoy|me)\b"
)
"""Words that say how much, or who speaks, and not of what."""
_STEMS = re.compile(
    r"agrees?|approves?|likes?|trusts?|satisfied|likely|probable|safe|secure|important|happy|"
    r"favou?rabl[ey]|comfortable|acceptable|fair|effective|willing|interested|confident|"
    r"reasonable|necessary|appropriate|reliable|honest|familiar|pleasant|justified|useful|"
    r"(en |d )?accord|(a l )?aise|optimist[ea]s?|optimistic|satisfaite?s?|favorables?|"
    r"probables?|utiles?|importante?s?|justes?|"
    r"acceptables?|efficaces?|heureu(x|ses?)|interessee?s?|en securite|securitaires?|sure?s?|"
    r"confortables?|fiables?|honnetes?|necessaires?|disposee?s?|confiante?s?|rassurante?s?|"
    r"(de )?acuerdo|satisfech[oa]s?|segur[oa]s?|util(es)?|just[oa]s?|eficaz|eficaces|"
    r"feli(z|ces)|interesad[oa]s?|confiables?|honest[oa]s?|necesari[oa]s?|dispuest[oa]s?|comod[oa]s?"
)
_NOT = re.compile(r"not |un|in|im|ir|dis|pas |non |peu |des|de|no |poco |nada |mal ?")
_PAIRS = tuple(
    (re.compile(first), re.compile(second))
    for first, second in (
        (r"optimisti?[ceao]?s?", r"pessimisti?[ceao]?s?|pesimist[ao]s?"),
        (r"supports?|supportive", r"opposes?|against|opposed"),
        (r"in favou?r( of)?|favou?rs?|for", r"oppose[sd]?( to)?|against"),
        (r"right( direction)?", r"wrong( (track|direction))?"),
        (r"better", r"worse"),
        (r"good", r"bad|poor"),
        (r"well", r"badly|poorly"),
        (r"positive(ly)?", r"negative(ly)?"),
        (r"easy|easily", r"difficult|hard"),
        (r"improv(ed?|ing)", r"(worsen|deteriorat)(ed|ing|e)?"),
        (r"increas(ed?|ing)", r"decreas(ed?|ing)"),
        (r"more", r"less"),
        (r"high(er)?", r"low(er)?"),
        (r"strong(er)?", r"weak(er)?"),
        (r"useful", r"useless"),
        (r"pour", r"contre"),
        (r"(d |en )?accord", r"(en )?desaccord"),
        (r"appuie|soutiens?", r"(s )?oppose|m oppose"),
        (r"bon(ne)?s?", r"mauvaise?s?"),
        (r"bien", r"mal"),
        (r"meilleure?s?|mieux", r"pires?|moins bien|moins bonne?s?"),
        (r"facile(ment)?", r"difficile(ment)?"),
        (r"positi(f|ve)s?", r"negati(f|ve)s?"),
        (r"plus", r"moins"),
        (r"augmente[erz]?", r"(diminue|baisse)[erz]?"),
        (r"elevee?s?", r"faibles?|bas(se)?s?"),
        (r"forte?s?", r"faibles?"),
        (r"confiante?s?", r"mefiante?s?"),
        (r"a favor", r"en contra"),
        (r"(de )?acuerdo", r"(en )?desacuerdo"),
        (r"apoy[ao]", r"se opone|opongo|rechaz[ao]"),
        (r"buen[oa]?s?", r"mal[oa]?s?"),
        (r"positiv[oa]s?", r"negativ[oa]s?"),
        (r"mejor(es)?", r"peor(es)?"),
        (r"facil(es|mente)?", r"dificil(es|mente)?"),
        (r"mas", r"menos"),
        (r"alt[oa]s?", r"baj[oa]s?"),
        (r"fuertes?", r"debil(es)?"),
        (r"(ha )?mejora(do|r|ra)?", r"(ha )?empeora(do|r|ra)?"),
        (r"(ha )?aumenta(do|r|ra)?", r"(ha )?disminui(do|r|ra)|disminuye"),
    )
)
"""What the two ends of a scale differ by, in English, French and Spanish: first what is counted."""


def opposite(first: str, last: str) -> int:
    """Say which of two answers is the better end of a scale: the first (1), the last (-1), neither.

    They are ends where they differ by a word and its opposite alone.

    Examples
    --------
    >>> opposite("Very optimistic", "Very pessimistic"), opposite("En contra", "A favor")
    (1, -1)
    >>> opposite("Employed", "Unemployed")
    0
    """
    pairs = list(_differing(_words(first), _words(last)))
    better = any(_are_opposite(one, two) for one, two in pairs)
    return int(better) - int(any(_are_opposite(two, one) for one, two in pairs))


def _words(label: str) -> list[str]:
    return _DEGREES.sub(" ", normal(without_code(label))).split()


def _differing(one: list[str], two: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what stands in each of two answers, less what both begin with, then end with."""
    while one and two and one[0] == two[0]:
        one, two = one[1:], two[1:]
    yield " ".join(one), " ".join(two)
    while min(len(one), len(two)) > 1 and one[-1] == two[-1]:
        one, two = one[:-1], two[:-1]
        yield " ".join(one), " ".join(two)


def _are_opposite(good: str, bad: str) -> bool:
    denied = _NOT.match(bad)
    if denied is not None and _STEMS.fullmatch(good) and bad[denied.end() :] == good:
        return True
    return any(first.fullmatch(good) and second.fullmatch(bad) for first, second in _PAIRS)
