"""Which questions say who answered, or about the interview: no finding of a survey."""

from __future__ import annotations

import re
from collections.abc import Iterable

from padai.interchange.label_words import normal, without_asides

_WHO = re.compile(
    r"(age|edad|idade|alter|leeftijd)( ?(groups?|cat\w*|class\w*|brackets?|ranges?|band|gr\w*))*"
    r"( ?[0-9]+| of (the )?respondent| in .*)?|"
    r"(gender|sex|sexe|genre|sexo|genero|geschlecht|sesso|geslacht|kon)"
    r"( (of|de|del|du|de la|de l) .*)?|"
    r"(groupes?|tranches?|classes?|categories?) d ages?|(grupos?|tramos?|rangos?) de edad|"
    r"grupos? de idade|faixas? etarias?|altersgruppen?|fascia d eta|leeftijds(groep|categorie)|"
    r"((annual|monthly|net|gross|total|combined|personal|household|family|per capita|"
    r"equivalised) )*"
    r"income( (house(hold)?|groups?|brackets?|quintiles?|deciles?|categor\w+|class\w*|levels?|"
    r"ranges?|bands?))*|"
    r"revenus?( (du menage|familial|personnel|annuel|mensuel|total))*|renda( familiar)?( mensal)?|"
    r"(tranches?|niveau) de revenus?|ingresos?( (del hogar|familiar|mensual)(es)?)*|"
    r"(netto|haushalts|brutto)*einkommen|"
    r"(employment|working|work|labou?r force|occupational|activity) (status|situation)|"
    r"occupation[0-9]?|"
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
    r"year and month of .*|(month|year|day|date) of (the )?(interview|field ?work).*|"
    r"year wave|survey wave|"
    r"monat der befragung"
)
"""A whole label, or a whole name, of what parts people rather than of what they think."""
_OF_WHOM = re.compile(
    r"(in )?(what|which) (province|state|country|region|district|municipality|county|city|town)"
    r"( \w+){0,6} (live|living|reside|residing|born)\b.*|where (do|did) you live\b.*|"
    r"were you born in .*|how old are you\b.*|in (what|which) year were you born\b.*|"
    r"what is (the )?(your )?(current |own |highest )?(first language|mother tongue|age|gender|sex|"
    r"marital status|religion|level of education|year of birth|occupation|ethnicity|"
    r"employment status|main activity)\b.*|"
    r"(counting yourself )?how many people live in your household|"
    r"age (range|group|category)( .*)?|.*\bdo(es)? your household income\b.*|"
    r"do you (have|own|use) a (landline|mobile|cell\w*)\b.*\b(phone|telephone)\b.*|"
    r"(do you|are you) (currently )?(belong to|a member of) a (labou?r )?union\b.*|"
    r"are you an? \w+ citizen\b.*|"
    r"(dans|en) quel(le)? (province|region|pays|departement|ville|municipalite|canton)"
    r"( \w+){0,3} (habite[zr]?|residez|vivez|ne|nee|demeurez)\b.*|quel age avez vous\b.*|"
    r"en quelle annee etes vous nee?\b.*|"
    r"quel(le)? est (le |votre |la )(langue maternelle|age|sexe|genre|etat civil|religion|"
    r"niveau de scolarite|occupation|annee de naissance|situation d emploi|plus haut \w+)\b.*|"
    r"(etes vous|faites vous partie|appartenez vous) .*\bsyndi(cat|que)\w*|"
    r"en (que|cual) (provincia|pais|region|municipio|departamento|ciudad|comunidad)"
    r"( \w+){0,3} (vive|nacio|reside)\b.*|cuantos anos tiene\b.*|en que ano nacio\b.*|"
    r"cual es su (edad|sexo|genero|estado civil|religion|nivel de estudios|ocupacion|"
    r"lengua materna)\b.*"
)
"""Questions as they are put that ask who somebody is."""
_OF_THE_INTERVIEW = re.compile(
    r"(month|day|date|year) when .*\b(survey|interview)\b.*|"
    r"how (the|was the) .*\b(survey|interview)( was)? completed|"
    r"(phone|telephone) type( .*)?|type of (phone|telephone)( .*)?|"
    r"can we proceed.*|language .*\b(survey|interview) was completed in|"
    r"language( of (the )?(interview|survey))?|"
    r"langue( de (l )?entrevue| du sondage)?|"
    r"idioma( de la (entrevista|encuesta))?|"
    r"(mois|jour|date) (de|ou) .*\b(sondage|entrevue|entretien)\b.*|"
    r"(mes|dia|fecha) (de|en que) .*\b(encuesta|entrevista)\b.*"
)
_ASIDE = re.compile(r"^\([^()]*\)\s+")
"""What stands before a label in brackets: from which questions a column was made."""
_PARTED = re.compile(r"\s+/\s+")
"""What stands between a label in one language and the same in another."""

_KINDS = (_WHO, _OF_WHOM, _OF_THE_INTERVIEW)


def says_who(name: str, labels: Iterable[str]) -> bool:
    """Whether a question says who answered: by one of its labels, or by its name where it has none.

    Examples
    --------
    >>> says_who("AGE_GRP", []), says_who("q7", ["Per capita income quintiles"])
    (True, True)
    >>> says_who("q4", ["In which province are you living?"]), says_who("q9", ["Can we proceed"])
    (True, True)
    >>> says_who("q8", ["Income differences should be reduced"]), says_who("age", ["Trust"])
    (False, False)
    """
    plain = [_ASIDE.sub("", without_asides(label)) for label in labels]
    parts = [normal(part) for label in plain for part in _PARTED.split(label)]
    texts = [part for part in parts if part] or [normal(name.replace("_", " "))]
    return any(kind.fullmatch(text) for kind in _KINDS for text in texts)
