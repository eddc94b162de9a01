"""The words, in both languages, by which a sentence claims something of a figure.

All are patterns of plain texts (:func:`padai.publishing.checking.names.plain`).
"""

from __future__ import annotations

import re

from padai.publishing.checking.names import stems

UP = re.compile(
    r"\b(?:augment\w*|hauss\w*|progress\w*|gagn\w*|gains?|gained|grimp\w*|croit|croiss\w*|crois\w*|"
    r"accroi\w*|accru\w*|remont\w*|amelior\w*|(?:re)?bond\w*|renforc\w*|redress\w*|"
    r"raffermi\w*|hiss\w*|grandi\w*|mont(?:e|ee|es|ees|ent|ait|aient)|advance[ds]|"
    r"s'envol\w*|rise[ns]?|rising|rose|increas\w*|grew|grow\w*|strengthen\w*|recover\w*|"
    r"rebound\w*|climb\w*|improv\w*|jump\w*|surg(?:e|ed|es|ing)|soar\w*|up)\b"
)
DOWN = re.compile(
    r"\b(?:diminu\w*|baiss\w*|recul\w*|perd\w*|pertes? d(?:e|'environ) (?=\d)|chut\w*|repli\w*|"
    r"decroi\w*|decl[ie]n\w*|"
    r"degrad\w*|deterior\w*|flechi\w*|regress\w*|fell|fall\w*|decreas\w*|drop\w*|los[ets]\w*|down|"
    r"dip(?:s|ped)?|plung\w*|shr[aiu]nk\w*|worsen\w*|slid\w*|slip\w*|tomb\w*|effrit\w*|"
    r"erod\w*|s'etiol\w*|affaibli\w*|amenuis\w*|s'effondr\w*|weaken\w*|sank|sink\w*|"
    r"affaiss\w*|plong\w*|descend(?:u\w*|ent|ait)?|redescend\w*|tass\w*|"
    r"ced\w* du terrain|retreat\w*|ebb(?:s|ed|ing)|tumbl\w*)\b"
)
STABLE = re.compile(
    r"\b(?:stables?|stagn\w*|inchange\w*|unchanged|steady|plateau\w*|"
    r"n'(?:a|ont) (?:\w+ )?pas (?:change|bouge|evolue|varie)\w*|ne (?:change|bouge|varie)\w* pas|"
    r"(?:pas|aucune?|sans) (?:de )?(?:changements?|evolution|variation)"
    r"(?! ne (?:lui|leur) est attribue)|se maint\w+|"
    r"no (?:real )?changes?(?! (?:is|are) attributed to (?:it|them))|"
    r"(?:has|have|had|did|does|do)(?: not|n't) (?:chang\w+|mov\w+)|"
    r"(?:remain\w*|stay\w*) the same|without change)\b"
)
UNTOLD = re.compile(
    r"\b(?:ne permet\w* pas (?:de |d')(?:\w+ )?(?:conclure|trancher|savoir|affirmer)|"
    r"(?:do|does) not (?:allow|permit|enable)(?: us| one| anyone)? (?:a|any|to) conclu\w+|"
    r"aucune tendance demontree|no trend shown|"
    r"(?:cannot|can not|could not) (?:\w+ )?(?:tell|say|conclude)|on ne (?:peut|saurait) "
    r"(?:pas )?(?:dire|conclure|affirmer)|on ne sait (?:pas )?|we do not know|"
    r"impossible (?:de|to) (?:dire|conclure|savoir|say|tell|conclude)|"
    r"(?:pas|non)(?: statistiquement)? significati\w+|"
    r"not (?:statistically )?significant\w*)"
)
DENYING = re.compile(
    r"\b(?:rien (?:ne |n')(?:\w+ )?(?:indiqu|montr|prouv|sugger|laiss)\w*|"
    r"nothing (?:\w+ )?(?:indicat|show|suggest|prov)\w*|"
    r"(?:no|not any|aucune?) (?:\w+ )?(?:evidence|sign|proof|preuve|indice|signe)|"
    r"neither|n'(?:a|ont|est|sont|avait|etait) ni)\b"
)
"""What says that something did not happen, as far as anyone can tell."""
OPEN = re.compile(
    r"(?:\bon ne (?:peut|saurait|doit) (?:pas |donc )?parler|\b(?:one|we|you) (?:cannot|can not|"
    r"must not|should not) (?:speak|talk)|"
    r"\b(?:ne |n')\w+ (?:donc )?pas (?:pourquoi|comment|si|s'il)\b|"
    r"\b(?:does|do|did|can|could)(?: not|n't) (?:say|tell|show|explain|mean|prove) "
    r"(?:why|how|whether|if|that)|\b(?:cannot|can't) (?:say|tell|show) (?:why|how|whether|if|that)|"
    r"\bne (?:veut|signifie) pas (?:dire )?qu|\b(?:ni|nor) (?:si|s'il|whether|if|pourquoi|why)\b|"
    r"\b(?:faux|inexact|errone|abusif|premature|wrong|false|incorrect|misleading|too early) "
    r"(?:de |d'|to )\w+)"
)
"""What leaves open whether something happened, or says that it may not be said."""
ONLY = re.compile(r"\b(?:seulement|only|just|uniquement)\b|^[^.;:,]{0,14}\b(?:que|qu')")
"""What takes a denial back: "not only rose", "n'a augmenté que de deux points"."""
ASKED = re.compile(r"\b(?:si|s'|que|qu'|whether|if|that|a (?:un|une|la)|of an?|on an?) ?")
"""What leads from "nobody can tell" to what nobody can tell."""
TURNED = re.compile(r"[;:]|\b(?:mais|but|tandis|alors que|while|whereas|cependant|however)\b")
HIGHEST = re.compile(
    r"(?:\bjamais\b[^.;:]{0,70}\b(?:aussi|si) (?:eleve|haut|fort|repandu|nombreu)\w*|"
    r"\bnever\b[^.;:]{0,70}\b(?:as|so|this|been|stood)(?: as| so)? (?:high|large|strong|common)\w*|"
    r"\b(?:son|leur|un|au|le) plus haut (?:niveau|point|resultat)\b|\bplus haut (?:niveau )?"
    r"(?:depuis|de la serie|jamais)\b|\b(?:its|their|the) (?:highest|peak|maximum)(?: \w+)?"
    r"(?= (?:since|on record|ever|of the series|in the series))|\bits (?:highest level|peak)\b|"
    r"\b(?:record|all-time|historic) (?:high|peak)\b|"
    r"\b(?:sommet|record|maximum) (?:inegale|historique|de la serie|depuis)\b|"
    r"\bniveau record\b)"
)
LOWEST = re.compile(
    r"(?:\bjamais\b[^.;:]{0,70}\b(?:aussi|si) (?:bas|faible|rare|peu)\w*|"
    r"\bnever\b[^.;:]{0,70}\b(?:as|so|this|been|stood)(?: as| so)? (?:low|small|weak|rare)\w*|"
    r"\b(?:son|leur|un|au|le) plus bas (?:niveau|point|resultat)\b|\bplus bas (?:niveau )?"
    r"(?:depuis|de la serie|jamais)\b|\b(?:its|their|the) (?:lowest|minimum)(?: \w+)?"
    r"(?= (?:since|on record|ever|of the series|in the series))|\bits (?:lowest level|trough)\b|"
    r"\b(?:record|all-time|historic) (?:low|trough)\b|"
    r"\b(?:creux|plancher|minimum) (?:inegale|historique|de la serie|depuis)\b)"
)
AHEAD = re.compile(
    r"\b(?:devanc\w+|surpass\w+|depass\w+|(?:arriv|vien|pass)\w* (?:devant|avant)|outstrip\w*|"
    r"exceed\w*|surpass\w*|outrank\w*|(?:is|are|comes?|came|ranks?) (?:ahead of|before)|"
    r"l'emport\w+ sur)\b"
)
BEHIND = re.compile(
    r"\b(?:(?:arriv|vien|pass|tir)\w* (?:derriere|apres)|trail\w*|(?:lags?|lagged) behind|"
    r"(?:is|are|comes?|came|ranks?) (?:behind|after))\b"
)
"""Who is ahead of whom, where two questions stand on either side."""
AMONG = re.compile(
    r"\b(?:chez|parmi|among|amongst) (?P<people>[^,.;:()]{3,45}?)"
    r"(?= que | qu'| than | et | and |[,.;:()]|$)"
)
THAN = re.compile(r"\b(?:que|qu'|than|a|aux?|to)\b")
NO_GAP = re.compile(r"\b(?:pas d'ecart demontre|aucun ecart demontre|no difference shown)")
NOT_COMPARABLE = re.compile(
    r"\b(?:non comparables?|not comparable|ne se comparent? pas|n[e']\w* ?(?:est|"
    r"sont) pas comparables?|"
    r"(?:cannot|may not|must not) be compared)\b"
)
SIGNIFICANT = re.compile(r"\b(?:significati\w+|significan\w+)\b")
ABOVE = re.compile(
    r"\b(?:plus (?:elevee?s?|hauts?|hautes?|fort(?:e|s|es)?|nombreux|nombreuses|repandue?s?|"
    r"frequente?s?)|"
    r"superieure?s?|au-dessus|davantage|higher|above|greater|larger|stronger|more (?:likely|often|"
    r"common|numerous|trusting))\b"
)
BELOW = re.compile(
    r"\b(?:plus (?:bas(?:se|ses)?|faibles?|petite?s?|rares?)|moins (?:elevee?s?|nombreux|"
    r"nombreuses|"
    r"souvent|forte?s?|repandue?s?|haute?s?)|inferieure?s?|au-dessous|en dessous|lower|below|"
    r"smaller|"
    r"weaker|less (?:likely|often|common|numerous|trusting)|fewer)\b"
)
ALIKE = re.compile(
    r"\b(?:comparables?|semblables?|similar|similaires?|memes? niveaux?|same level)\b"
)
OTHERS = re.compile(
    r"\b(?:autres groupes|other groups|reste de la population|rest of the population|les autres|"
    r"the others|que chez|than among)\b"
)
NEGATED = re.compile(
    r"(?:\bn'(?:a|ont|est|sont|y a)\b|\bne\b|\bnot\b|n't\b|\bnever\b|\bni\b|\bnor\b|\bsans\b|"
    r"\bno\b|\baucune?\b)[^.;:,]{0,14}$"
)
OVER_HALF = re.compile(
    r"\b(?:majorit\w+|plus de la moitie|plus d'(?:un|une) \w+ sur deux|more than half|over half|"
    r"la plupart|most (?:people|respondents|of|adults|citizens))\b"
)
UNDER_HALF = re.compile(
    r"\b(?:minorit\w+|moins de la moitie|less than half|under half|fewer than half)\b"
)
FRACTIONS: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(r"\b(?:les )?(?:trois quarts|three[ -]quarters)\b"), 0.75),
    (re.compile(r"\b(?:les )?(?:deux tiers|two[ -]thirds)\b"), 2 / 3),
    (re.compile(r"\b(?:la moitie|half)\b"), 0.5),
    (re.compile(r"\b(?:(?:le|un) tiers|(?:a|one)[ -]third)\b"), 1 / 3),
    (re.compile(r"\b(?:(?:le|un) quart|(?:a|one)[ -]quarter)\b"), 0.25),
    (re.compile(r"\b(?:(?:le|un) cinquieme|(?:a|one)[ -]fifth)\b"), 0.2),
    (re.compile(r"\b(?:le|un) dixieme\b|\b(?:a|one)[ -]tenth\b"), 0.1),
)  # fmt: skip
_GROWN = r"(?<!\ble )(?<!\bdu )(?<!\bau )\b"
GROWN: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(_GROWN + r"(?:doubl(?:ee?s?|ent|ait|er|ed|ing)|multipli\w+ par deux)\b(?!-)"), 2),
    (re.compile(_GROWN + r"(?:tripl(?:ee?s?|ent|ait|er|ed|ing)|multipli\w+ par trois)\b(?!-)"), 3),
    (re.compile(_GROWN + r"(?:quadrupl\w+|multipli\w+ par quatre)\b"), 4),
    (re.compile(r"\b(?:halved|divis\w+ par deux|(?:cut|fell|fallen|dropped) (?:in|by) half|"
                r"(?:redui\w+|diminu\w+|baiss\w+|recul\w+|chut\w+) de (?:la )?moitie)\b"), 0.5),
    (re.compile(r"\b(?:divis\w+ par trois)\b"), 1 / 3),
)  # fmt: skip
"""How many times what it was a figure is said to have become."""
MULTIPLES = re.compile(r"\b(?:twice|deux fois|trois fois|three times)\b")
ABOUT = re.compile(
    r"(?:\benviron|\bpres d(?:e|es|u|')|\bautour d[e']|\bquelque|\bde l'ordre d[e']|\babout|"
    r"\baround|\bnearly|\balmost|\broughly|\bapproximately|\bsome|\bpresque|\bclose to) ?"
    r"(?:la |les? |un |a )?$"
)
MORE = re.compile(
    r"(?:\bplus d(?:e|es|u|')|\bau-dela d(?:e|es|u|')|\bmore than|\bover|\babove|\bexceeds|"
    r"\bdepasse(?:nt)?) ?(?:la |les? |un |a )?$"
)
LESS = re.compile(
    r"(?:\bmoins d(?:e|es|u|')|\bless than|\bunder|\bbelow|\bfewer than|\bsous(?: la barre d(?:e|"
    r"es))?) ?(?:la |les? |un |a )?$"
)
YEARLY = re.compile(
    r"\b(?:par an|par annee|chaque annee|a year|per year|each year|yearly|annuel\w*)\b"
)
PEOPLE = (
    r"(?:repondant\w*|personnes?|adultes?|participant\w*|gens|citoyen\w*|respondents?|people|"
    r"adults?|citizens?|interview\w*|entrevues?)"
)
NUMBERS_IN_WORDS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "vingt": 20, "cent": 100,
}  # fmt: skip
_COUNT = rf"(\d+|{'|'.join(NUMBERS_IN_WORDS)})"
OUT_OF = re.compile(
    rf"(?<![\w.,]){_COUNT}(?: {PEOPLE}| \w+)? (?:sur|out of|in) (?:every )?{_COUNT}(?![\w]|[.,]\d|"
    rf" ?%)"
)
MOVED_BEFORE = re.compile(
    r"(?:\b(?:ecart|hausse|baisse|recul|progression|gains?|pertes?|repli|chute|diminution|"
    r"augmentation|bond|increase|decrease|rise|drop|fall|loss|decline|jump|change|difference)"
    r"(?: \w+)? (?:de|d'|of)|\b(?:up|down|rose|fell|risen|fallen|gain(?:s|ed)?|lost|loses?|"
    r"increased|decreased|dropped|grew|grown|climbed|declined|increases|decreases)(?: by)?|"
    r"\b(?:augment\w+|diminu\w+|recul\w+|progress\w+|baiss\w+|grimp\w+|gagn\w+|perd\w*)"
    r"(?: de| d')?)(?: (?:environ|pres de|plus de|moins de|about|nearly|some|over|more than|"
    r"less than))? ?$"
)
CHANGE_HEAD = re.compile(
    r"\b(?:ecart|par rapport|chang\w+|evolution|variation|difference|depuis|since|compared|vs)\b"
)
BASE_HEAD = re.compile(r"^n\b|\b(?:non pondere\w*|unweighted|effectif|base)\b")
INTERVAL_HEAD = re.compile(r"\b(?:interv\w+|ic|ci|int)\b")
INTERVAL_CUE = re.compile(r"(?:¤|\binterv\w+|\bic\b|\bci\b|\bint\.)[^;]{0,24}$")
OTHER_MATTER = re.compile(
    r"\b(?:rythme|pace|composition|si l'on exclut|faudrait que|suffirait|"
    r"would (?:have to|take|let)|fausses reponses|false answers|"
    r"choix de methode|choices? of method|"
    r"autre constat|another finding|robust\w+|(?:results|resultats) compar\w+)\b"
)
"""What is told of a figure besides its level and its change."""
MODELLED = re.compile(r"\b(?:modelis\w+|modell?ed|model-based|small[- ]area)\b")
"""Estimates of a model stand beside the direct ones, and are not in the same tables."""
SUPERLATIVE = re.compile(r"\b(?:les?|la|du|aux?|des) $")
NO_FIGURE_HEAD = re.compile(
    r"(?:^|\| )(?:p|f|t|z|dl|df)\b|\bp (?:ajuste|adjusted)|\b(?:ajuste\w*|adjusted|logit\w*|"
    r"statisti\w+|erreur|error|deff|effet de plan|design effect|cv|poids|weights?|cible\w*|"
    r"targets?|avant|before|"
    r"apres|after|fausses reponses|false answers|rapport de participation|participation ratio|"
    r"ratio of participation|ρ)"
)
"""Heads of columns that hold no figure of a question."""
PERIOD_INTERVAL = re.compile(
    r"\b(?:pente par an|slope (?:a|per) year|ecart entre .{1,30}|difference between .{1,30}|"
    r"change from .{1,30}) ?: ?$"
)
"""What comes before the interval of a whole period, in brackets: it stands beside no estimate."""
SLOPE_HEAD = re.compile(r"\b(?:pente|slope)\b")
MARGIN_BEFORE = re.compile(
    r"(?:±|\+/-|\bplus ou moins|\bwithin|\bby less than|\bde moins de)(?: ±)? ?$"
)
MARGIN_AFTER = re.compile(r"^ ?(?:pres|d'ecart pres)\b")
ANAPHORS = re.compile(
    r"^(?:cette (?:part|moyenne|proportion|valeur)|ce (?:solde|resultat|chiffre|taux)|la valeur de|"
    r"this (?:share|mean|balance|result|figure|proportion)|it|elle|il|l'ecart|ecart|change|"
    r"intervalle|interval|ic\b|\d+% (?:ci|conf|indic)|a (?:augmente|diminue)|est demeuree?|rose|"
    r"fell|(?:has |have )?(?:risen|fallen|remained)|les donnees|the data|aucune tendance|no trend|"
    r"soit|n =)\b"
)
ADVICE = re.compile(
    r"\b(?:a ne pas ecrire|what not to write|not to (?:be )?writ\w+|do not write)\b"
)
"""A heading under which false sentences are quoted as such."""
_GENERAL = (
    "repondants personnes population resultat resultats part parts proportion pourcentage question "
    "questions edition editions vague annee annees enquete sondage adultes citoyens gens public "
    "ensemble groupe groupes autres autre ecart points point intervalle confiance indicatif "
    "environ "
    "presque moitie tiers quart majorite minorite atteint atteignent etablit situe situent passe "
    "passee passent donnees permettent conclure tendance demontree demontre demeuree reste restee "
    "dit disent declarent declare affirment selon total compte reponse reponses celle celles cela "
    "ici encore toujours maintenant aujourd hui precedente derniere dernier valeur solde moyenne "
    "egalement meme toutefois cependant ainsi surtout seulement legerement nettement fortement "
    "statistiquement significative significatif significatifs difference hausse baisse comparable "
    "respondents people population result results share shares proportion percentage question "
    "edition wave year years survey poll adults citizens group groups other others difference "
    "points point interval confidence indicative about almost nearly half third quarter majority "
    "reaches reach stands data allow conclusion trend shown remained still say said says report "
    "reported compared previous last latest value balance mean average against however slightly "
    "clearly strongly statistically significant significantly between since mostly answer answers "
    "chez parmi soit donc dont contre alors tandis whereas respect comme note scale echelle avec "
    "figure figures tableau table graphique chart demeure demeurent stable unchanged inchange "
    "change changement comparables higher lower above below dessus dessous eleve elevee plus bas "
    "basse faible fort forte nombreux davantage superieur inferieur moins likely more less publie "
    "publiee published n ci ic dit quant sont aussi autant interroges interrogees sondes reponse "
    "depuis pente slope annuelle yearly marge error erreur level niveau went goes moved moves "
    "stood sits came comes rates slightly pour cent cents percent elever elevait touche touches "
    "expressed respectivement respectively"
)
GENERAL = frozenset(stems(_GENERAL))
"""The words in which results are told, cut as :func:`stems` cuts them."""
MONTHS = (
    "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|"
    "february|march|april|may|june|july|august|september|october|november|december"
)
UNCOUNTED = re.compile(
    rf"^\d+(?:\.\d+)+ (?=(?!per|point|to |a |and |et )[a-z])|\b(?:\d{{1,2}}(?:er)?(?: (?:au|to|"
    rf"-) \d{{1,2}}(?:er)?)? (?:{MONTHS})\b(?: \d{{4}})?|"
    rf"(?:{MONTHS}) \d{{1,2}}\b(?:,? \d{{4}})?|"
    r"(?:version|tableau|table|figure|graphique|chart|page|p\.|section|chapitre|chapter|annexe|"
    r"article|norme|question|diapositive|slide|note|no|n°|numero|vague|wave|"
    r"edition) ?\d+(?:\.\d+)*|"
    r"\d[\d ,]*(?: (?:a|to|et|and) \d[\d ,]*)? "
    r"(?:jours?|heures?|minutes?|semaines?|days?|hours?|weeks?)\b|"
    r"(?:seuil|niveau|level) (?:de|of) \d+ ?%|\d+ ?% level|\d+ (?:fois sur|times out of) \d+|"
    r"(?:depasser|exceed) 100 ?%|(?:axe|axis) [^.]*|"
    r"(?:echelle|scale|note) (?:de|from) -?\d+ ?%? (?:a|to) -?\d+(?: ?%)?|"
    r"(?:de|from) 0 (?:a|to) 10+0?\b)"
)
"""Numbers that count nothing: dates, references, levels."""
LEVEL_OF_INTERVAL = re.compile(
    r"(?:\b(?:ic|ci|int\.?(?: indicatif)?|intervalles?(?: de \w+| indicatif)?|interval|confiance|"
    r"indicatif)(?: (?:a|of|at|de))? \d\d(?:[.,]\d)? ?%)|(?:\b\d\d(?:\.\d)?% (?:ci|"
    r"confidence(?: interval)?|"
    r"indicative(?: int(?:erval|\.))?|int\.))"
)
"""The level of an interval, which is no figure; it shows where an interval begins."""
