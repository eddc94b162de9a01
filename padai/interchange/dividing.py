"""Which questions divide people: sex, age, region, education, language; never another’s."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from padai.interchange.draft import DraftQuestion, Words
from padai.interchange.label_words import normal, without_asides
from padai.survey.answer_words import without_marks
from padai.waves.text_files import written_numbers

if TYPE_CHECKING:
    import pandas as pd

_YOUNG, _ADULT = (14, 15, 16, 17), 18
_SEVERAL = 10
"""People of an age under 18 from which on a survey is of those too: fewer may be mistakes."""
_SHOWN = 10
"""People from which on a group is shown, unless a definition says otherwise."""
MOST_SEXES = 8
"""A question of more codes than this is not of sex or gender, whatever its first word."""
_GROUPS: Mapping[str, tuple[str, Words]] = {
    "gender": (
        r"(sexe?|sexo|gender|genre|genero|geschlecht|sesso|geslacht)\b.*|"
        r"respondent ?s? ?(sex|gender)|r ?sex|gender ?[0-9]|gdr ?[0-9]*|gndr|identite de genre",
        {"fr": "Genre", "en": "Gender", "es": "Sexo", "pt": "Sexo", "de": "Geschlecht",
         "it": "Genere", "nl": "Geslacht"},
    ),
    "age_group": (
        r"age|age en annees|age in years|ages?|age of respondent|respondent ?s? ?age|"
        r"age exact|(exact|actual) age|age of respondent calculated|agea|r ?age|(f )?age ?cat|"
        r"age ?gr(ou)?p?s? ?[0-9]*|age of the household member|"
        r"age (category|categories|groups?|ranges?|brackets?)|"
        r"(groupes?|tranches?|classes?|categories?) d ages?|(grupos?|tramos?|rangos?) de edad|"
        r"age (du|de la|des) repondant.*|edad|edad (del )?entrevistad.*|idade|"
        r"idade (d[oa] )?entrevistad.*|alter|alter( der| des)? befragte.*|eta|"
        r"eta (dell )?intervistat.*|leeftijd|leeftijd (van de )?respondent|faixa (etaria|de idade)|"
        r"alters(gruppe|klasse|kategorie)n?|leeftijds(groep|categorie|klasse)|"
        r"(fascia|fasce|classe|gruppo) d eta|how old are you|quel age avez vous|"
        r"(que edad|cuantos anos) tiene( usted)?|quantos anos (voce )?tem|quanti anni (hai|ha)|"
        r"wie alt (sind sie|bist du)|hoe oud (bent u|ben je)",
        {"fr": "Groupe d’âge", "en": "Age group", "es": "Grupo de edad", "pt": "Grupo de idade",
         "de": "Altersgruppe", "it": "Fascia d’età", "nl": "Leeftijdsgroep"},
    ),
    "region": (
        r"regions?|region admin.*|regiones|f?region|province or region|regiao|regioes|bundesland|"
        r"bundesland in dem (der |die )?befragte( r)? wohnt|"
        r"regione|ripartizione geografica|provincie|comunidad autonoma|census (region|division)|"
        r"(f )?cregion|"
        r"(standard|government office) region|gora?|gross ?region|grande region|"
        r"region (of|de) residence|provinces?|prv|province (of|de) residence( .*)?|"
        r"province (or|and|ou|et) territor(y|ies|oire)",
        {"fr": "Région", "en": "Region", "es": "Región", "pt": "Região", "de": "Region",
         "it": "Regione", "nl": "Regio"},
    ),
    "education": (
        r"degree|education|scolarite|diplome|niveau d etudes|escolaridad|educacion|nivel educ.*|"
        r"(f )?educ ?cat|education(al)? (level|attainment)( category)?|"
        r"highest (level of education|educational? (level|attainment))( .*)?|"
        r"plus haut (niveau de scolarite|diplome)( .*)?|nivel de estudios|"
        r"escolaridade|(nivel|grau) de (escolaridade|instrucao)|titolo di studi[o]?|"
        r"(livello di )?istruzione|(hochster )?(allgemeiner |allgemeinbildender )?"
        r"(schul|bildungs)abschluss|bildung(sgrad|sniveau)?|opleiding(sniveau)?|"
        r"hoogst voltooide opleiding|hoogste opleiding",
        {"fr": "Scolarité", "en": "Education", "es": "Educación", "pt": "Escolaridade",
         "de": "Bildung", "it": "Istruzione", "nl": "Opleiding"},
    ),
    "language": (
        r"langue.*|language|lang|idioma|lingua|sprache|taal",
        {"fr": "Langue", "en": "Language", "es": "Idioma", "pt": "Língua", "de": "Sprache",
         "it": "Lingua", "nl": "Taal"},
    ),
}  # fmt: skip
_OTHER_TONGUES: Mapping[str, str] = {
    "gender": (
        r"cinsiyetiniz( nedir)?|(귀하의 )?성별(은|이)( 무엇입니까)?|(您|你)的性[别別](是|为)?|"
        r"(あなたの)?性別を(お答え|お選び|お聞かせ|教えて|選択して|選んで)(ください)?|"
        r"gioi tinh( cua (ban|anh chi))?( la gi)?|ما (هو )?جنسك|جنسك|(आपका )?लिंग( क्या है)?|genere|"
        r"jake je (vase|tvoje) pohlavi|ake je (vase|tvoje) pohlavie|pohlavie|nem(ed|e)?|"
        r"性別|性别|성별|пол|стать|φυλο|الجنس|النوع|מין|लिंग|เพศ|gioi tinh|"
        r"jenis kelamin|cinsiyet|płec|kjonn|kjønn|kon|køn|sukupuoli|pohlavi"
    ),
    "age_group": (
        r"yas[iı]n[iı]z( nedir| kac)?|yas (grubu|aral[iı]g[iı])(n[iı]z)?|연령(대|층|별)|나이대|"
        r"年代|年齢層|"
        r"年[龄齡](段|层|層|组|組)|(您|你)的年[龄齡](段|层)?(是|为)?|(do|nhom) tuoi( cua ban)?|"
        r"الفيه العمريه|الفئه العمريه|الفئة العمرية|كم عمرك|(आपका )?आयु (वर्ग|समूह)( क्या है)?|"
        r"vek|vekova (skupina|kategorie)|kolik (je )?vam (je )?let|kolko mate rokov|eletkor|"
        r"年齢|年龄|年齡|연령|(만 )?나이|возраст|вік|ηλικία|العمر|السن|גיל|आयु|उम्र|อายุ|"
        r"tuoi|usia|umur|yas|wiek( respondenta)?|(grupa|przedzial|kategoria) wiekow[ay]|alder|ika|"
        r"ile (masz|ma pani?) lat|alders(grupp|gruppe|kategori)|ika(ryhma|luokka)|"
        r"hur gammal ar du|hvor gammel er du"
    ),
    "region": (
        r"地域|地区|地區|都道府県|居住地域?|(거주 ?)?지역|시도|регион|область|регіон|"
        r"περιφέρεια|المنطقة|المحافظة|"
        r"אזור|מחוז|क्षेत्र|राज्य|ภาค|จังหวัด|wilayah|provinsi|bolge|wojewodztwo|lan|landsdel|maakunta"
    ),
    "education": (
        r"egitim (durumunuz|duzeyiniz|seviyeniz)( nedir)?|vzdelani|vzdelanie|"
        r"(jake je )?(vase )?nejvyssi (ukoncene|dosazene) vzdelani|"
        r"(最終)?学歴|学历|教育程度|(최종 ?)?학력|교육 ?수준|образование|освіта|μόρφωση|εκπαίδευση|"
        r"المستوى التعليمي|التعليم|השכלה|शिक्षा|การศึกษา|egitim( durumu)?|"
        r"(poziom )?wykształceni[ea]|utbildning(sniva)?|utdanning(sniva)?|uddannelse|koulutus|"
        r"hogsta utbildning|hoyeste (fullforte )?utdanning|hojeste (fuldforte )?uddannelse|"
        r"koulutus(aste|taso)"
    ),
}
"""The same names in languages in which padai writes no label: the question's own is kept."""
_WOMAN = re.compile(
    r"femmes?|feminine?|women|woman|females?|mujer(es)?|femenino|mulher(es)?|feminino|frau(en)?|"
    r"weiblich|donn[ae]|femmin[ae]|vrouw(en)?|vrouwelijk|kobiet[ay]|kvinn(a|or|e|er)|kvinde(r)?|"
    r"nainen|naiset|zena|zensky"
)
_MAN = re.compile(
    r"hommes?|masculine?|men|man|males?|hombres?|masculino|homem|homens|mann|manner|mannlich|"
    r"uom(o|ini)|masch(i|io)|mannen|mannelijk|mezczyzn[ay]|man|mand|menn|maend|mies|miehet|muz|muzsky"
)
_INTERVIEWER = re.compile(
    r"\b(interviewer(s|in|innen)?|enqueteur|enqueteurs|enquetrice|enquetrices|intervieweur\w*|"
    r"entrevistador[ae]?s?|encuestador[ae]?s?|intervistat(ore|rice|ori)|enqueteurs?)\b"
)
_ANOTHER = re.compile(
    r"\b(conjointe?|conyuge|epou(x|se)|partenaires?|partner(in|s)?|spouses?|husband|wife|pareja|"
    r"espos[ao]|ehepartner(in)?|lebenspartner(in)?|moglie|marito|mother|father|mere|pere|madre|"
    r"padre|mae|pai|mutter|vater|parents?|child|children|enfants?|hij[oa]s?|filh[oa]s?|kind|kinder|"
    r"kindes|figli[oa]?|jefe|chefe|chef de menage|head of household|hhm\w*|candidat\w*|"
    r"(second|third|2nd|3rd|other|autre|otr[oa]) person\w*|equal\w*|egalite|igual\w*|gleich\w*|"
    r"orient\w*|roles?|parity|parite)\b"
)


_ASKS = re.compile(
    r"(what is|what s|which is|quel(le)? est|c est quoi|cual es|qual e|wie ist|was ist|wat is) "
    r"(your|votre|ton|ta|su|tu|(o |a )?(seu|sua)|ihr(e)?|dein(e)?|uw|je|la tua|il tuo) |"
    r"qual (o |a )?(seu|sua) |jaka jest (twoja|pani|pana) |jaki jest (twoj|pani|pana) |"
    r"(vilket|hvilket) (?=(kon|kjonn)\b)|(hva|hvad|vad) (er|ar) (ditt|dit|din|deres|ert) |"
    r"(in welche[rsm]?|welche[rsm]?) (?=(altersgruppe|altersklasse|bundesland|region|geschlecht))|"
    r"(which|in which|what) (?=(age|region|province))|"
    r"dans quel(le)? (?=(tranche d age|groupe d age|region|province))|"
    r"a quel(le)? (?=(tranche d age|groupe d age))|"
    r"en que (?=(region|provincia|grupo de edad))|em que (?=(regiao|faixa etaria))"
)
"""How a question asks for sex, age or region, before it names it."""
_ENDS = re.compile(
    r" (vous situez vous|vous trouvez vous|appartenez vous|etes vous|habitez vous|vivez vous|"
    r"residez vous|har du|er du|ar du|haben sie|hast du|gehoren sie an|gehorst du an|leben sie|"
    r"wohnen sie|"
    r"do you (live in|live|belong to|fall into|fall in)|are you in|vive( usted)?|"
    r"reside( usted)?|voce (mora|vive|se encontra))"
)
_NUMBERED = re.compile(r"^[0-9]{1,3} (?=[^0-9])")
_OF_RESPONDENT = re.compile(
    r"^(응답자의?|回答者の?|受访者的?|受訪者的?)\s*|\s*[(（](분류|区分|分类)[)）]$"
)
"""Whose sex or age a label names in writings of Asia, and that it is in groups."""
_PARTED = re.compile(r"\s+/\s+")
"""What stands between a label in one language and the same in another."""
_RECORD = re.compile(
    r"respondents? s? ?co ?operation|co ?operation of (the )?respondent|"
    r"(\w+ )?country code( .*)?|country|"
    r"(language|langue|idioma|lingua|sprache|taal|lengua) (of|de|des|der|del|du|van)"
    r"( (the|la|l|het|de))? ?(interview\w*|survey|questionnaire|entrevue|entretien|sondage|"
    r"entrevista|encuesta|cuestionario|intervista|questionario|fragebogens|befragung|vragenlijst)|"
    r"interviewsprache|interviews? (conducted|done) (in|by|over) .*|form split form|"
    r"(questionnaire|form|ballot) version( .*)?|version (of|du|del) (the )?(questionnaire|"
    r"cuestionario)( .*)?|(ballot|form|version) used (for|in) (the )?interview|"
    r"(form|version) of (the )?(split )?(questionnaire|ballot)( .*)?|"
    r"(time|hour|length|duration) of (the )?interview( .*)?|"
    r"(n|no|nb|number) of persons present( .*)?|(heure|duree|jour) de l (entrevue|entretien)( .*)?|"
    r"cooperation (du|de la) repondante?|code (du )?pays( .*)?|(codigo de )?pais( .*iso.*)?|"
    r"(hora|duracion|dia) de (la )?entrevista( .*)?|cooperacion del entrevistado|"
    r"(final )?device( type)?( used)?|type of device( used)?|(type d )?appareil( utilise)?|"
    r"(tipo de )?dispositivo( utilizado)?|"
    r"(desarrollo|valoracion) de la entrevista|(utilizacion|uso) de (las )?tarjetas|"
    r"(sinceridad|cooperacion) (de la persona entrevistada|en las respuestas)( .*)?|"
    r"deroulement de l (entrevue|entretien)|sincerite (du repondant|de la personne interrogee)|"
    r"(use|utilisation) (of|des) (show ?)?(cards?|cartes?)|sincerity of (the )?respondent|"
    r"interview(dauer|datum)|kooperation(sbereitschaft)? (des|der) befragten"
)
"""A whole label that says how and where an interview went."""


def of_few(column: pd.Series[Any], answers: Iterable[object]) -> bool:
    """Whether some people gave an answer, and too few for a group of them to be shown.

    Examples
    --------
    >>> import pandas as pd
    >>> column = pd.Series([1] * 40 + [2] * 50 + [3] * 7)
    >>> of_few(column, [1, 2, 3]), of_few(column, [1, 2]), of_few(column, [1, 2, 4])
    (True, False, False)
    """
    counts = column.value_counts()
    return any(0 < int(counts.get(answer, 0)) < _SHOWN for answer in answers)


def youngest(column: pd.Series[Any]) -> int:
    """Return the age at which the groups of a column of ages begin: 18, or 14 to 17.

    Examples
    --------
    >>> import pandas as pd
    >>> youngest(pd.Series([16] * 12 + [40] * 90)), youngest(pd.Series([16, 40, -9]))
    (16, 18)
    """
    ages = column if column.dtype.kind in "iuf" else written_numbers(column)
    return next((age for age in _YOUNG if int((ages == age).sum()) >= _SEVERAL), _ADULT)


def ages(lowest: int) -> tuple[tuple[str, int, int | None], ...]:
    """Return the groups of age proposed: the id, and the first and the last age of each.

    Examples
    --------
    >>> ages(16)[0]
    ('16-34', 16, 34)
    """
    return ((f"{lowest}-34", lowest, 34), ("35-54", 35, 54), ("55+", 55, None))


def about_interviewer(question: DraftQuestion) -> bool:
    """Whether a label says that a question is of the interview, and not of the respondent.

    Examples
    --------
    >>> about_interviewer(DraftQuestion("A3", "single", {"pt": "Sexo do entrevistador"}))
    True
    >>> about_interviewer(DraftQuestion("p5", "single", {"en": "RESPONDENT COOPERATION"}))
    True
    """
    texts = [normal(text) for text in question.label.values()]
    return any(_INTERVIEWER.search(text) or _RECORD.fullmatch(text) for text in texts)


def dividing(questions: Sequence[DraftQuestion]) -> Iterator[tuple[str, Words, DraftQuestion]]:
    """Yield the breakdowns that names and labels tell: the id, its label, and the question.

    Parameters
    ----------
    questions
        The linked draft; the first question that fits is the one.
    """
    for key, (pattern, names) in _GROUPS.items():
        others = without_marks(_OTHER_TONGUES.get(key, "")).casefold()
        known = re.compile(f"{pattern}|{others}" if others else pattern)
        for question in questions:
            if _fits(key, question) and any(map(known.fullmatch, _told(question))):
                yield key, names, question
                break
        else:
            sexes = (q for q in questions if key == "gender" and _of_sexes(q))
            yield from ((key, names, of_sexes) for of_sexes in islice(sexes, 1))


def in_known_groups(questions: Sequence[DraftQuestion]) -> list[DraftQuestion]:
    """Return the questions, of those that part people without who did not say where they belong.

    “Don't know” is an opinion of an opinion; of a degree it is a group of nobody in particular.
    """
    parting = {question.id for *_, question in dividing(questions) if not question.scale}
    return [
        replace(q, missing=tuple(replace(code, in_base=False) for code in q.missing))
        if q.id in parting
        else q
        for q in questions
    ]


def _told(question: DraftQuestion) -> Iterator[str]:
    yield normal(question.id.replace("_", " "))
    for label in question.label.values():
        yield normal(label)
        yield normal(_OF_RESPONDENT.sub("", label))
        text = without_asides(label)
        yield normal(text)
        yield from map(normal, _PARTED.split(text))
        asked = _NUMBERED.sub("", normal(text))  # "2. What is your gender?"
        yield asked
        if asks := _ASKS.match(asked):
            yield _ENDS.sub("", asked[asks.end() :])


def _of_sexes(question: DraftQuestion) -> bool:
    """Whether the answers of a question that says no more of itself are a woman and a man."""
    answers = {normal(text) for code in question.codes for text in code.label.values()}
    both = any(map(_WOMAN.fullmatch, answers)) and any(map(_MAN.fullmatch, answers))
    return both and not any(question.label.values()) and _fits("gender", question)


def _fits(key: str, question: DraftQuestion) -> bool:
    """Whether a question is of the respondent, and can part people so."""
    labels = [normal(text) for text in question.label.values()]
    if about_interviewer(question) or any(_ANOTHER.search(label) for label in labels):
        return False
    if question.type == "number":
        return key == "age_group"
    codes = len(question.codes)
    return question.type == "single" and codes > 1 and (key != "gender" or codes <= MOST_SEXES)


def age_label(low: int, high: int | None) -> Words:
    """Say a range of ages in the languages that a file may be in."""
    if high is None:
        return {
            "fr": f"{low} ans et plus",
            "en": f"{low} and over",
            "es": f"{low} años y más",
            "pt": f"{low} anos ou mais",
            "de": f"{low} Jahre und älter",
            "it": f"{low} anni e più",
            "nl": f"{low} jaar en ouder",
        }
    return {
        "fr": f"{low} à {high} ans",
        "en": f"{low} to {high}",
        "es": f"{low} a {high} años",
        "pt": f"{low} a {high} anos",
        "de": f"{low} bis {high} Jahre",
        "it": f"{low}-{high} anni",
        "nl": f"{low} tot en met {high} jaar",
    }
