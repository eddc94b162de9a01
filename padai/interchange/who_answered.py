"""Which questions say who answered, or about the interview: no finding of a survey."""

from __future__ import annotations

import re
from collections.abc import Iterable

from padai.interchange.label_words import normal, without_asides

_WHO = re.compile(
    r"(age|edad|idade|alter|leeftijd)( ?(groups?|cat\w*|class\w*|brackets?|ranges?|band|gr\w*))*"
    r"( ?[0-9]+| of (the )?respondent| in .*)?|"
    r"(groupes?|tranches?|classes?|categories?) d ages?|(grupos?|tramos?|rangos?) de edad|"
    r"grupos? de idade|faixas? etarias?|altersgruppen?|fascia d eta|leeftijds(groep|categorie)|"
    r"((annual|monthly|net|gross|total|combined|personal|household|family|per capita|"
    r"equivalised) )*"
    r"income( (groups?|brackets?|quintiles?|deciles?|categor\w+|class\w*|levels?|ranges?|bands?))*|"
    r"revenus?( (du menage|familial|personnel|annuel|mensuel|total))*|renda( familiar)?( mensal)?|"
    r"(tranches?|niveau) de revenus?|ingresos?( (del hogar|familiar|mensual)(es)?)*|"
    r"(netto|haushalts|brutto)*einkommen|"
    r"(employment|working|work|labou?r force|occupational|activity) (status|situation)|occupation|"
    r"(situation|statut) (professionnelle?|d emploi|d activite)|emploi|situacion laboral|"
    r"ocupaci?on|berufstatigkeit|erwerbsstatus|"
    r"(highest )?((level of|educational|achieved) )*education( (level|group\w*|attainment|attained|"
    r"achieved|of (the )?respondent|recode\w*|in .*|[0-9]+)|al attainment)*|"
    r"(plus haut )?(niveau|diplome|degre)( d (instruction|etudes?|education)| de scolarite)?"
    r"( (obtenu|atteint))?|highest (educational )?(qual\w*|degree|diploma)( .*)?|"
    r"r s highest degree|degree|"
    r"(nivel de (estudios|instruccion)|escolaridad[e]?)|bildung(sabschluss|sniveau)?|"
    r"(marital|civil) status|etat (civil|matrimonial)|situation (matrimoniale|familiale|"
    r"de famille)|"
    r"(.* )?estado civil( o conyugal)?|zona|(registre )?(g s e|gse|nse)|nivel socioeconomico|"
    r"familienstand|stato civile|burgerlijke staat|"
    r"urbanicity|(level|degree) of urbani[sz]ation|degurba|urban( or| and)? rural( .*)?|"
    r"urbain( ou| et)? rural( .*)?|urbano( o| e)? rural|size of (the )?(town|community|"
    r"locality|place)|"
    r"(type|size) of (community|area|locality|settlement)|taille de (l agglomeration|la commune)|"
    r"household size|taille du menage|tamano del hogar|haushaltsgrosse|"
    r"(standard |census |government office |geographic(al)? )?regions?( [0-9]+| .*nuts.*| of .*)?|"
    r"(province|state|district|county|canton|departement|departamento|comunidad autonoma|"
    r"bundesland|"
    r"arrondissement|land|uf|estado|gora?|nuts ?[123]?)( (or|ou) \w+)?( of residence|"
    r" de residence)?|"
    r"(grande|gross) ?region|grossregion|"
    r"religion|religious (affiliation|denomination)|race( (and )?ethnicity)?|ethnicity|"
    r"ethnic (group|origin|background)|mother tongue|langue maternelle|home language|"
    r"([a-z]{3} )?(survey )?(year|annee|ano|jahr)"
    r"( (for|of) (this|the) (respondent|survey|interview))?|"
    r"year and month of .*|(month|year) of (the )?(interview|field ?work).*|year wave|survey wave|"
    r"monat der befragung"
)
"""A whole label, or a whole name, of what parts people rather than of what they think."""
_PARTED = re.compile(r"\s+/\s+")
"""What stands between a label in one language and the same in another."""


def says_who(name: str, labels: Iterable[str]) -> bool:
    """Whether a question says who answered: by one of its labels, or by its name where it has none.

    Examples
    --------
    >>> says_who("AGE_GRP", []), says_who("q7", ["Per capita income quintiles"])
    (True, True)
    >>> says_who("q8", ["Income differences should be reduced"]), says_who("age", ["Trust"])
    (False, False)
    """
    parts = [normal(part) for label in labels for part in _PARTED.split(without_asides(label))]
    texts = [part for part in parts if part] or [normal(name.replace("_", " "))]
    return any(_WHO.fullmatch(text) for text in texts)
