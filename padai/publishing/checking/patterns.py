"""The words, in both languages, by which a sentence claims something of a figure.

All are patterns of plain texts (:func:`padai.publishing.checking.names.plain`).
"""

from __future__ import annotations

import re

from padai.publishing.checking.names import stems

UP = re.compile(
    r"\b(?:augment\w*|hauss\w*|progress\w*|gagn\w*|gains?|gained|grimp\w*|croit|croiss\w*|crois\w*|"
    r"accroi\w*|accru\w*|remont\w*|amelior\w*|bond\w*|rise[ns]?|rising|rose|increas\w*|grew|"
    r"grow\w*|"
    r"climb\w*|improv\w*|jump\w*|surg(?:e|ed|es|ing)|up)\b"
)
DOWN = re.compile(
    r"\b(?:diminu\w*|baiss\w*|recul\w*|perd\w*|pertes? d(?:e|'environ) (?=\d)|chut\w*|repli\w*|"
    r"decroi\w*|decl[ie]n\w*|"
    r"degrad\w*|deterior\w*|flechi\w*|regress\w*|fell|fall\w*|decreas\w*|drop\w*|los[ets]\w*|down|"
    r"dip(?:s|ped)?|plung\w*|shr[aiu]nk\w*|worsen\w*|slid\w*|slip\w*|tomb\w*)\b"
)
STABLE = re.compile(
    r"\b(?:stables?|stagn\w*|inchange\w*|unchanged|steady|plateau\w*|"
    r"n'(?:a|ont) (?:\w+ )?pas (?:change|bouge|evolue|varie)\w*|ne (?:change|bouge|varie)\w* pas|"
    r"(?:pas|aucune?|sans) (?:de )?(?:changements?|evolution|variation)"
    r"(?! ne (?:lui|leur) est attribue)|se maint\w+|"
    r"no (?:real )?changes?|(?:has|have|had|did|does|do)(?: not|n't) (?:chang\w+|mov\w+)|"
    r"(?:remain\w*|stay\w*) the same|without change)\b"
)
UNTOLD = re.compile(
    r"\b(?:ne permet\w* pas de conclure|(?:do|does) not allow (?:a|any) conclusion|"
    r"aucune tendance demontree|no trend shown|"
    r"cannot (?:tell|say|conclude)|on ne peut (?:pas )?(?:dire|conclure)|"
    r"impossible de (?:dire|conclure)|(?:pas|non)(?: statistiquement)? significati\w+|"
    r"not (?:statistically )?significant\w*)"
)
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
MULTIPLES = re.compile(r"\b(?:doubl\w*|tripl\w*|twice|halved|deux fois|trois fois|three times)\b")
ABOUT = re.compile(
    r"(?:\benviron|\bpres d[e']|\bautour d[e']|\bquelque|\bde l'ordre d[e']|\babout|\baround|"
    r"\bnearly|\balmost|\broughly|\bapproximately|\bsome|\bpresque|\bclose to) ?(?:la |les? |un |"
    r"a )?$"
)
MORE = re.compile(
    r"(?:\bplus d[e']|\bau-dela d[e']|\bmore than|\bover|\babove|\bexceeds|"
    r"\bdepasse(?:nt)?) ?(?:la |les? |un |a )?$"
)
LESS = re.compile(
    r"(?:\bmoins d[e']|\bless than|\bunder|\bbelow|\bfewer than|\bsous(?: la barre d(?:e|"
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
    "depuis pente slope annuelle yearly marge error erreur level niveau"
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
    r"\d[\d ,]* (?:jours?|heures?|minutes?|semaines?|days?|hours?|weeks?)\b|"
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
