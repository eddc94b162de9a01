"""In which language texts are: a guess by their script, their letters and their small words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from padai.survey.answer_words import normal

_TEXTS = {
    "fr": "de la le les des du et ou pas en un une vous tres est au aux dans pour envers "
    "plutot votre oui non ne sait sur peu tout assez fait accord reponse autre homme "
    "femme",
    "en": "of the in and or not to a you your is very for yes no with than more know don only "
    "some any answer other male female agree disagree by at how what",
    "es": "de la el los las del y o no en un una usted ud muy es para por con que se su sabe "
    "contesta nada poca cual cuanta cuanto como mas otro otra hombre mujer si le "
    "acuerdo mucha bastante responde esta entrevista edad sexo",
    "de": "der die das den dem und oder nicht ist sind sie ihr wie eine einer zu mit von fur "
    "auf im keine weiss angabe sehr eher gar stimme ihre welche nein ja mann frau alter "
    "befragten geschlecht person wurden haben uber bei durch zum",
    "pt": "o os do da dos das e ou nao em um uma voce muito com que se seu sua sabe responde "
    "nada pouco pouca sim ao qual quanto quanta mais outro outra homem mulher confia "
    "idade confianca entrevistado sexo acordo nenhuma alguma na no pelo",
    "it": "il lo gli della dei delle del di o non un una lei molto per con che si sua suo sa "
    "risponde poco poca quanto quanta piu altro altra uomo donna fiducia eta sesso "
    "abbastanza nessuna quale anni nel nella intervistato e a la alla",
    "nl": "de het een en of niet is u uw zijn heel erg voor met van dat weet geen antwoord ja "
    "nee man vrouw leeftijd hoe veel vertrouwen welke andere geslacht eens oneens te op "
    "in",
    "ca": "de la el els les del dels i o no en un una voste molt es per amb que seva seu sap "
    "contesta gens poc bastant quin quina quins com mes altres home dona ho li son anys "
    "menys grau acord entre edat sexe enquesta masculi femeni cap",
    "pl": "nie tak jest czy jak sie trudno powiedziec zgadzam raczej zdecydowanie bardzo pan "
    "pani pana kobieta wiek lub oraz dla przez brak danych odmowa ile na ufa",
    "cs": "ano jak velmi spise souhlasim nesouhlasim nevim muz zena vek pohlavi podle pro "
    "jste nebo ktery odpoved duveruje",
    "sv": "och att ej inte mycket ganska eller hur vad vilken vet man kvinna har som ar du "
    "fortroende alder nej",
    "da": "og ikke meget ganske eller hvor hvad ved mand kvinde har som du tillid alder nej "
    "af enig uenig",
    "nb": "og ikke svaert ganske eller hvor hva vet mann kvinne har som du tillit alder nei "
    "av enig uenig",
    "fi": "ja ei tai kuin etta hyvin melko mies nainen ika sukupuoli osaa sanoa kuinka mita "
    "luottaa eri samaa mielta",
    "hu": "az es nem igen hogy egy mint tudja ferfi kora neme nagyon inkabb mennyire bizik "
    "valaszolt",
    "ro": "si nu sau este foarte mai stie raspunde barbat femeie varsta cat ati dumneavoastra "
    "incredere putin mult",
    "tr": "ve bir bu icin cok hayir evet bilmiyor yok kadin erkek yas cinsiyet kadar ne degil "
    "guven",
    "hr": "je ne vrlo uglavnom slazem zna muski zenski dob spol koliko ili odgovora nimalo "
    "povjerenja",
    "id": "dan yang tidak apakah sangat laki perempuan umur tahu dengan untuk jenis kelamin "
    "setuju percaya",
}
_WORDS = {tag: set(text.split()) for tag, text in _TEXTS.items()}
_LETTERS = {
    "pl": "ąęłśźż", "cs": "ěřů", "sv": "åäö", "da": "åæø", "nb": "åæø", "fi": "äö", "hu": "őű",
    "ro": "ățșţ", "tr": "ğışİ", "hr": "đ", "de": "äß",
}  # fmt: skip
"""Letters that few other languages have: a word that holds one counts as one of the language’s."""
_SCRIPTS = (
    ("ja", r"[\u3040-\u30ff]"), ("zh", r"[\u4e00-\u9fff]"), ("ko", r"[\uac00-\ud7af]"),
    ("ar", r"[\u0600-\u06ff]"), ("he", r"[\u0590-\u05ff]"), ("uk", r"[іїєґІЇЄҐ]"),
    ("ru", r"[\u0400-\u04ff]"), ("el", r"[\u0370-\u03ff]"), ("hi", r"[\u0900-\u097f]"),
    ("th", r"[\u0e00-\u0e7f]"), ("am", r"[\u1200-\u137f]"), ("ka", r"[\u10a0-\u10ff]"),
    ("hy", r"[\u0530-\u058f]"),
)  # fmt: skip
"""What a script is most often the writing of, the narrower first."""


_CODE = re.compile(r"(?!OUI|NON|YES)[A-Z]{1,3}[0-9]*")
"""A code, as of a country, whose letters are no word."""


def language(texts: Iterable[str], otherwise: str = "fr") -> str:
    """Guess the language of texts by its script, else by its small words, else `otherwise`.

    Languages of one script are told apart by their small words and by letters that few others
    have; codes such as ``DE`` or ``SE`` are no words.

    Examples
    --------
    >>> language(["confidence in the press", "a great deal"])
    'en'
    >>> language(["¿Cuánta confianza tiene Ud. en las Fuerzas Armadas?"])
    'es'
    >>> language(["Wie stark vertrauen Sie dem Bundestag?"]), language(["لا أعرف"])
    ('de', 'ar')
    >>> language(["DE", "SE"], "en")
    'en'
    >>> language(["Zdecydowanie się nie zgadzam", "Trudno powiedzieć"]), language(["Inte alls"])
    ('pl', 'sv')
    """
    texts = [text for text in texts if not _CODE.fullmatch(text.strip())]
    whole = "".join(texts)
    letters = sum(sign.isalpha() for sign in whole)
    for tag, script in _SCRIPTS:
        if letters and 4 * len(re.findall(script, whole)) > (1 if tag == "uk" else letters):
            return tag
    words = [word for text in texts for word in normal(text).split()]
    counts = {lang: sum(word in known for word in words) for lang, known in _WORDS.items()}
    marked = [word for text in texts for word in text.casefold().split() if not word.isascii()]
    for lang, letters_of in _LETTERS.items():
        counts[lang] += sum(any(sign in letters_of for sign in word) for word in marked)
    return max(counts, key=lambda lang: counts[lang]) if any(counts.values()) else otherwise
