"""The words by which a column says that it belongs to the design: in its name, or in its label."""

from __future__ import annotations

import re
from collections.abc import Mapping

from padai.interchange.draft import DesignRole
from padai.survey.answer_words import without_marks

_SILC_WEIGHT = r"db0?90|db095|rb050a?|rb06[0-4]|pb0[4-7]0"
"""How EU-SILC names its weights, of households, of people and of those who were interviewed."""
NAMES: Mapping[DesignRole, str] = {
    "weight": r"p?w|w_.+|.*(wt(?!ime|o|h|ype)|wgt|wght|weight|poids|(?<!res)pond(?!ent)|"
    r"peso(?!s)|pds|gewicht).*|[a-z]?gew([_.].*|[0-9]*)|f[a-z]*_?c?orr(ec)?.*|"
    r"a[gğ][iı]rl[iı][kğ].*|wag[ai](_.*)?|vikt(er)?|v[eæ]kt|vægt|paino(kerroin)?|s[uú]ly(oz.*)?|"
    r"v[aá]h[ay]|kaal|"
    r"factor?_?.*|ponderador|expan.*|facteur.*|" + _SILC_WEIGHT,
    "stratum": r"db050|v?estrat.*|.*v?strat(e|a|um)?[0-9]*|v?strat.*|sdmvstra|capa|"
    r"vestr|sestr?|sest|_?ststr",
    "psu": r"db060|[a-z0-9_]*psu(_[a-z0-9]+|id|no|nr|num|[0-9]{1,2})?|verep|(se)?secu|"
    r"s?pu|upe?s?|upm|upa(_?pns)?|.*_(upm|upe)|clusters?.*|clust(er)?_?(id|no|nr|num(ber)?)?|grappe.*|conglomerado.*|"
    r"pontos?|punto_?muestral|pps|ultimate_?cluster.*|ea_?(num(b(er)?)?|id|code|no)|sample_?point|sampl?p(oin)?t(_?nr)?",
    "id": r"[rp]b030|_?u?u?id|identi(ty|fier|fiant|ficador|ficativo)(_.*)?|"
    r".*[_.]id|id[_.].*|unique[_.]?id.*|id[a-z]*num.*|"
    r".*(caseid|case_?(id|no)|idnum|serial|record_?id|"
    r"responseid|folio|filtro?|correlativo|respond[ae]nt(_?id)?|repondant|sbjnum|nu_?filtr?).*|"
    r"n(o|um)_?(rep|resp|quest).*|id[0-9]*|row_?(id|no|nr|num(ber)?)|cor|"
    r"resp?_?(id|no|nr|num(ber)?)|q(uest)?_?id|lfdn|"
    r"(lfd|frageb\w*|int(erview)?)_?(id|no|nr|nummer)|case_?num(ber)?",
}
WEIGHS = re.compile(r"wt|wgt|wght|weight|poids|pond|gewicht|expan|fexp")
"""What the name of a weight holds, and that of other numbers seldom."""
LABELS: Mapping[DesignRole, str] = {
    "weight": r"\b(weights?|weighting|poids|ponderations?|pondera\w*|factor de (correccion|"
    r"expansion)|facteur d extrapolation|fator de (ponderacao|expansao)|gewicht\w*|"
    r"peso muestral|peso (com|sem) pos estratificacao|peso d[aeo]s? (domicilio|moradore?s?)\w*|"
    r"weighting factors?|\w*gewicht(e|ung\w*|ungsfaktor)?|ponderazione|"
    r"fator de expansao|الوزن|وزن (العينة|الترجيح)|معامل الترجيح)\b",
    "stratum": r"\b(stratum|strata|stratification|strates?|estratos?|estrato muestral)\b",
    "psu": r"\b(primary sampling units?|psu|variance units?|sampling error computing unit|"
    r"unites? primaires?|unidad primaria|upm|conglomerados?|grappes?|clusters?|"
    r"(virt )?sampl(e|ing) points?( (nr|nummer|number))?|enumeration areas?|"
    r"puntos? muestral(es)?|points? d enquete|points? de sondage|klumpen|"
    r"pontos? (de amostragem|amostra(l|is))|unidades? primarias? de amostragem|"
    r"رقم (العنقود|المجموعة))\b",
    "id": r"\b(identifi(er|ant|cador)|(case|respondent|record|serial) (id|number)|"
    r"(case|respondent) id\b.*|"
    r"numero (du|de) (repondant|cuestionario|encuesta|folio)|folio|filtro ?\d*|correlativo|"
    r"(respondent|questionnaire|interview) number|fragebogen ?(nr|nummer)|befragten ?(nr|nummer)|"
    r"laufende nummer|numero do questionario|رقم (الاستماره|الاستمارة|المستجيب|المبحوث)|idnum)\b",
}
WRITINGS: Mapping[DesignRole, re.Pattern[str]] = {
    "weight": re.compile(
        without_marks(
            r"ウェイト|ウエイト|加重|重み付|权重|權重|加权|加權|가중|взвеш|весов(ой|ые) коэф|"
            r"коэффициент перевзвеш|^вес( |$)|στ[αά]θμισ|שקלול|משקל|الترجيح|(^| )(ال)?وزن( |$)|"
            r"ضریب وزنی|ถ่วงน้ำหนัก|भारांक"
        )
    ),
    "id": re.compile(
        without_marks(
            r"(回答者|対象者|整理|受访者|受訪者|问卷|問卷)(番号|編号|编号|編號|号)|"
            r"응답자 ?(번호|id)|"
            r"(номер|код) (анкеты|респондента)|(αριθμ|κωδικ)\w+ (ερωτηματολογ|ερωτωμεν)\w+|"
            r"מספר (שאלון|נשאל)"
        )
    ),
}
"""Words of writings that put no space between words, or bend them, wherever they stand."""
NOT = {
    "weight": re.compile(
        r"\b(kg|kilos?|kilogram\w*|gramos?|livres|pounds|lbs|body|corporel\w*|pesa|estatura|"
        r"overweight|obes\w*|birth weight)\b"
    ),
    "psu": re.compile(r"\b((two ?step|k means|hierarchical|ward) clusters?|cluster membership)\b"),
    "stratum": re.compile(r"\b(socioecon\w*|social\w*|nse|gse|ingresos?|income|revenu)\b"),
}
AUXILIARY = re.compile(
    r"\b(used (only )?(for|in) weighting|"
    r"(servant|utilisee?) (seulement )?(a|pour) (la )?ponderation|"
    r"(usad[ao]|utilizad[ao]) (solo )?para (la )?ponderacion)\b"
)
LENGTH = re.compile(
    r"\b((in|en|em) (minutes?|minut[oi]s?|secondes?|seconds?|segundos?)|(interview|survey) length|"
    r"length of (the )?interview|duree de (l )?(entrevue|entretien|enquete)|"
    r"duracion de la (entrevista|encuesta)|interviewdauer|dauer des interviews|inwtm)\b"
)
"""What says that a number is how long an interview took."""
SAMPLING = re.compile(
    r"(sampl|survey|sondage|design|base|basis|probab|final|post ?strat|calib|wt|wgt|rake|weighting|"
    r"expan|factor|facteur|pond|redress|calage|elev|hochrech|extrapol|pspw|dweight|echant|muestr|amostr|enquete)"
)
"""What says that a weight is of answers, in a name or a label."""
BODILY = re.compile(r"(kg|kilo|lbs|pounds|body)")
"""What says that a weight is a body's, whatever else does not."""
QUANTITY = re.compile(
    r"\b(time\w*|\w*temps|\w*time|duree\w*|\w*duration|minutes?|seconde?s?|hours?|heures?|horas?|"
    r"date\w*|age|edad|income|revenus?|ingresos?|salar\w*|prix|price|montant|amount|valor|"
    r"expenditures?|expenses|spending|costs?|depenses?|gastos?|ausgaben|lat\w*|"
    r"long?|lng|score|indice|index|percent\w*|pct|rate|taux|tasa|bmi|imc|id|num\w*|code|codigo|"
    r"heights?\w*|taille|estatura|talla|altura|(korper)?grosse|koerpergroesse|statura|lengte|"
    r"distance|distancia|entfernung|km|temperature\w*|blood|pressure|pulse)\b"
)
COUNTRY = re.compile(
    r"(survey|iso|[a-z])?(country|cntry|pays|pais|staat|nation)(code|id|nr|name|alpha[23]?)?|"
    r"(iso(3166([12])?)?)?(numeric|alpha[23])?countrycode|iden(pa|tificacion(del?)?pais)"
)
"""The name of a column that tells the country, letters and digits alone."""
ELSEWHERE = re.compile(
    r"\b(birth|born|origins?|naissance|nacimiento|nascimento|geburt\w*|herkunft|nascita|citizen\w*|"
    r"citoyennete|ciudadania|father|mother|parents?|pere|mere|padre|madre|vater|mutter|ne e?)\b"
)
"""What says that a country is where someone comes from, and not where they were interviewed."""
