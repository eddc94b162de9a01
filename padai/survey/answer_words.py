"""What a label says, whatever the way it is written: reduced to its words, or to a missing kind."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MISSING = {
    "not_asked": (
        r"not asked|(question )?(non|pas) posee?( .*)?|question not asked|not ?applicable|iap|inap|"
        r"inapplicable|sans objet|(ne )?s applique pas|non applicable|hors (base|champ)|n a|s o|"
        r"valid skip|(enchainement|saut) valide|no (aplica|corresponde|se pregunta|preguntad[ao])|"
        r"not in (the )?(universe|sample|base)|no (post election interview|interview)|"
        r"missing by design|(item )?not asked( (in|to|of|at|on|for|this|by|country)\b.*)?|niu|"
        r"no procede|nap (code|other|not|no|in|see|v[0-9]).*|filtered( out)?|"
        r"filtrad[oa]s?|not (selected|eligible|chosen) for (the |this )?(module|section|question)"
        r"( .*)?|(module|section) not asked|"
        r"item not included|(legitimate|routed?) skip|"
        r"(item|schedule|question|section|module|version|filter) not applicable|"
        r"not available in this (year|release|version|wave)|"
        r"non (demandee?|posee?) (en|au|aux|a) \w+|non concernee?s?|nao (se aplica|aplicavel)|"
        r"tnz( \w+)?|(frage )?nicht (gestellt|gefragt|erhoben|vorgelegt)|entfallt|non applicabile|"
        r"non si applica|niet (van toepassing|gevraagd)|nie dotyczy|لا ينطبق|не применимо|"
        r"ej aktuellt|ikke (relevant|aktuelt)|ei koske|nem vonatkozik|netyka se|"
        r"uygulanamaz|비해당(자)?|非該当|不适用|不適用|लागू नहीं|ไม่เกี่ยวข้อง|khong ap dung|"
        r"tidak (berlaku|ditanyakan)|haihusiki|неприложимо|nije primenljivo|ne primenjuje se|"
        r"ej tillampli[gt]t?|ei sovellu|ikke relevant for meg|"
        r"trifft nicht zu filter|filterfuhrung|nicht in auswahlgesamtheit|n v t|nvt|"
        r"niet gesteld|non pertinente|non dovuto|nao (foi )?perguntad[oa]|"
        r"(pytania )?nie zada(no|wano)( pytania)?|"
        r"nie ma zastosowania|ej (tillfragad|stalld)|(fragan )?(ej|inte) (stalld|aktuellt?)|"
        r"ej relevant|uden for malgruppen|ikke (spurgt|spurt|stillet|stilt|vist)|uaktuelt|"
        r"har ikke fatt sporsmalet|ei (kysytty|kuulu kohderyhmaan)|ei koske minua|pas applicable|"
        r"non demandee?|(je )?(ne )?suis pas concernee?|sorulmadi|sorulmadı|netyka sa( ma)?|"
        r"nu (e|este) cazul|nije primjenjivo|неприменимо|해당 ?없음|跳答|לא רלוונטי|"
        r"nem vonatkozik ra"
    ),
    "dont_know": (
        r"(je )?(ne )?(le )?sai[st] (vraiment )?pas|nsp|dk|(i )?(don ?t|do ?not) ?know|"
        r"(can ?t|cannot) (say|choose)|(no|sans|pas d|aucune) opinion|sin opinion|no opina|"
        r"sem opiniao|keine meinung|nessuna opinione|geen mening|not sure|unsure|incertaine?|"
        r"(je )?(ne )?peu[tx] pas dire|(je )?l ignore|ne se prononce pas|nspp|"
        r"(hard|difficult) to (say|answer|tell)|difficile a dire|"
        r"(no )?(lo )?sabe no (responde|contesta)|no (lo )?sabe|no se|"
        r"no (ho )?sap( no contesta)?|no (ho se|(ho )?recorda)|non (o )?(sabe|sei)|ez dakit?|"
        r"w n|ns|n s|ns nr|ns nc|"
        r"no sabria decir|no estoy segur[oa]|nao (sabe|sei)( avaliar| dizer)?|"
        r"(das )?weiss (ich )?(es )?nicht( genau)?|kann (ich |es )?nicht (sagen|beurteilen)|"
        r"(can ?t|cannot|could not) determine|(ne )?peut (pas )?determiner|nicht bestimmbar|"
        r"(can ?t|cannot|don ?t|do not) (remember|recall)|(ne )?s en souvient pas|nao (se )?lembra|"
        r"non (lo )?(so|sa)|non (so|sa) (rispondere|dire)|weet (ik )?niet|weet het niet|"
        r"no (se )?(acuerda|recuerda)|لا (اعرف|يعرف|ادري)|no lo se|ns np|"
        r"(das )?kann (ich |es )?nicht (einschatzen|entscheiden)|non saprei|"
        r"затрудня(юсь|ется|лся|лась)( с)? ?(ответить|ответом|оценить)?|(я )?не (знаю|знает)|"
        r"трудно сказать|не помн(ю|ит)|з о|важко (сказати|відповісти)|не знає|"
        r"nie (wiem|pamietam)|trudno powiedziec|vet (ej|inte)|ingen (asikt|uppfattning)|"
        r"ve[td] ikke|ingen mening|en osaa sanoa|ei osaa sanoa|en tieda|"
        r"nem tud(ja|om)( megitelni)?|nt nv|nevi(m)?|nu (stiu|stie)|"
        r"bilmiyor(um)?|fikr(im|i) yok|δεν γνωριζω|δγ δα|δξ δα|δεν ξερω|tidak tahu|tt tj|"
        r"لا اعلم|نمی ?دانم|لا راي( لي)?|לא יודעת?|(잘 ?)?모름|(잘 )?모르겠(음|다|습니다)|"
        r"わからない|分からない|不知道|(很难)?说不清(楚)?|說不清|"
        r"(पता|मालूम) नहीं|नहीं (पता|जानते?|मालूम)|"
        r"कह नहीं सकते?|ไม่(ทราบ|รู้|แน่ใจ)|khong (biet|ro)|kho (noi|tra loi)|sijui|hajui|"
        r"জানি না|معلوم نہیں|پتہ نہیں|не знам|ne zna(m|ju)?|ar vizici|nsp n[rc]p?|nao opin(ou|a)|"
        r"can ?t say|can not (say|choose)|cs dk|sans avis|nezinu|gruti pateikt|nezinau|"
        r"sunku pasakyti|"
        r"ei (oska oelda|tea)|veit ekki|nuk e di(me)?|ne ve[m]?|nevie(m)?|hindi alam|nie wie|"
        r"kann (ich )?mich nicht (mehr )?(daran )?(erinnern|entscheiden)|weiss (ich )?nicht mehr|"
        r"w ?n k ?a|weet (ik )?niet meer|(ik )?weet (ik )?(het|dat) niet( zeker)?|geen idee|"
        r"kan (ik )?(het |dit )?niet (zeggen|kiezen|beoordelen)|w ?n g ?a|"
        r"(ik )?herinner(t)? (ik )?(me|mij|zich)( het)? niet( meer)?|"
        r"ns ?nr|sem opiniao formada|nao (tem|tenho) opiniao( formada)?|nao sei responder|"
        r"non (mi |si )?ricord[ao]|(senza|nessuna) opinione|non (ha|ho) (un |una )?opinion[ei]|"
        r"nie pamieta|(nie ma(m)?|brak) (zdania|opinii)|trudno (mi )?(powiedziec|ocenic)|"
        r"nie potrafie? (powiedziec|ocenic|odpowiedziec)|nie jestem pew(ien|na)|"
        r"kan (ej|inte) (bedoma|saga|ta stallning)|minns (ej|inte)|"
        r"kommer (ej|inte) ihag|husker ikke|kan ikke (huske|si|svare)|"
        r"ingen (holdning|formening)|eos|ei (tieda|muista)|en muista|(en|ei) osaa arvioida|"
        r"(ei|en) (ole )?mielipidetta|(je |il |elle )?(ne )?(s en |m en |me |se )?(souvien[st]|"
        r"rappelle) pas|khong co y kien|kb ktl|(nevim )?(nedokazu|neumim) posoudit|"
        r"не мога да преценя|(无法|無法)(选择|選擇)|很(難說|难说)|(無|沒)意見|"
        r"(ne peu[tx]( pas)?|peu[tx] pas) (le dire|dire|se prononcer|me prononcer)|"
        r"(je )?n (ai|a) pas d opinion|לא יודע(ת)?|vous (ne )?savez pas|"
        r"pas assez d informations? pour "
        r"(repondre|juger|(se|me) prononcer)|(je )?(ne )?(le |la |les )?connai[st] pas assez pour "
        r"(repondre|juger|(se|me) prononcer)|haven t thought( much)? about (this|it)"
    ),
    "refused": (
        r"refus(al|ed|ee?|e de repondre)?|refus de repondre|refuse[sd]? to (answer|say|respond)|"
        r"declin(ed?|es|ing) to (answer|say|respond|state)( .*)?|did not (answer|respond)|"
        r"(je )?(prefere|veu[tx]) ne pas (repondre|dire|le dire)|(ne )?veu[tx] pas repondre|"
        r"(i )?(would )?(prefer|rather) not( to)? (say|answer|respond)( .*)?|would not say|"
        r"rehus[ao]( contestar| responder)?|rehusad[oa]|ninguna respuesta|non ?response|"
        r"no ?(answer|response)|(pas de|aucune|sans|non) reponse|(ne )?repond pas|nrp?|pnr|"
        r"no (contesta|responde|quiere (contestar|responder))|nc|n c|sin respuesta|rechaza|"
        r"(no vol|s estima mes no|prefereix no) (contestar|respondre|dir ho)|non contesta|"
        r"ez du(t)? erantzun( nahi)?|erantzunik ez|"
        r"prefier[eo] no (contestar|responder|decir(lo)?)|no (contesto|respondio)|refusal|"
        r"(a |il |elle )?refuse(e)? de (repondre|se prononcer)|a refuse|nvpr|n a pas repondu|"
        r"nao (respondeu?|quis responder)|recus(a|ou)( se)?( a)?( responder)?|"
        r"pref(er(e|iu|iria)|iro) nao (responder|dizer)|(keine? (angaben?|antwort)|k a)|"
        r"(antwort |auskunft )?verweigert|(antwort)?verweigerung|mochte (ich )?nicht (sagen|"
        r"beantworten)|non (ha )?rispost?[ao]|non risponde|non indica|rifiut[ao]( di rispondere)?|"
        r"preferis(co|ce) non rispondere|nessuna risposta|geen antwoord|weigert|"
        r"wil (ik )?(het )?niet zeggen|geweigerd|(zeg|antwoord) ik liever niet|"
        r"liever niet (zeggen|antwoorden)|افضل عدم (الاجاب[ةه]|الرد)|"
        r"(رفض|رفضت|ارفض|يرفض|امتنع عن) الاجاب[ةه]|отказ( от ответа)?|odmowa( odpowiedzi)?|"
        r"(нет|без) ответа|отказ(ываюсь|ался|алась|ываеться) (отвечать|ответить)|"
        r"відмова( від відповіді)?|немає відповіді|brak odpowiedzi|no precis[ao]|"
        r"(ej|inget) svar|vill (ej|inte) svara|(vil|onsker|ønsker) ikke (å |at )?svare|ubesvart|"
        r"ubesvaret|ikke svar(t)?|ei vastausta|(en|ei) halua (sanoa|vastata)|"
        r"nem valaszolt?|nincs valasz|neodpovedela?|bez odpovedi|odmitla? odpovedet|"
        r"nu (raspund(e)?|a raspuns)|non raspuns|cevap (yok|vermedi)|cevapsız|yan[iı]t yok|"
        r"cevap vermek istemiyor(um)?|δεν απαντω|δεν απανταει|tidak (men)?jawab|"
        r"بدون پاسخ|بدون اجابة|לא ענ(ה|תה)|מסרבת?( לענות)?|"
        r"무응답|응답 ?(거절|거부)|無回答|答え(たく)?ない|無應答|拒答|拒绝回答|拒絕回答|不愿回答|"
        r"不願回答|(未|无|没有)回答|"
        r"(कोई )?(जवाब|उत्तर) नहीं( दिया)?|(जवाब|उत्तर) देने से इनकार|इनकार( किया)?|"
        r"ไม่(ตอบ|ขอตอบ|ประสงค์ตอบ|สะดวกตอบ)|ปฏิเสธ(ที่จะตอบ)?|"
        r"(tu choi|khong) tra loi|menolak( menjawab)?|"
        r"(amekataa|alikataa|nimekataa)( kujibu)?|উত্তর নেই|جواب نہیں|без отговор|bez odgovora|"
        r"odbi(o|la|ja|je)( da odgovori)?|(je |il |elle )?ne (souhaite|desire) pas (repondre|"
        r"se prononcer|le dire)|no reply|ne zeli (da )?odgovori(ti)?|brez odgovora|nav atbildes|"
        r"neatsake|keeldus( vastamast)?|neita að svara|vil ekki svara|s ka pergjigje|refuzo[jn]|"
        r"walang sagot|rahasia|tt tj rahasia|sem resposta|"
        r"angaben? verweigert|(frage |item )?nicht beantwortet|keine angabe moglich|"
        r"(mochte|will) (ich )?((dazu )?keine angaben? machen|(es |das )?nicht (sagen|angeben))|"
        r"(wil|zeg|antwoord)t? (ik )?(dat |dit |het )?liever niet( zeggen| antwoorden)?|"
        r"(dat |dit )(zeg|wil) ik liever niet( zeggen)?|(ik )?wil (ik )?(dit |dat |het )?niet "
        r"(zeggen|antwoorden|beantwoorden)|weigering|weigert te antwoorden|geen opga(ve|af)|"
        r"wenst? niet te antwoorden|voorkeur om niet te antwoorden|niet (beantwoord|ingevuld)|"
        r"prefir?o nao (declarar|informar|dizer|opinar)|nao (declar(ou|ad[oa])|informou|resposta)|"
        r"nao quer(o)? (responder|dizer)|sem declaracao|mancata risposta|risposta mancante|n r|"
        r"non (desider[ao]|vo(glio|uole)|intend[eo]) (rispondere|dirlo|dire)|"
        r"prefer(isco|isce|irei|irebbe) non (rispondere|dire|dirlo|dichiararlo?)|"
        r"odm(awiam?|owila?) odpowiedzi|odmowa odp|bez odpowiedzi|wole nie (odpowiadac|mowic|"
        r"podawac|odpowiedziec|powiedziec)|nie chc(e|ial|iala|ialbym|ialabym) (odpowiadac|"
        r"odpowiedziec|powiedziec|podac)|nie (udziel(il|ila|ono) odpowiedzi|podano)|"
        r"vill (ej|inte) (uppge|saga)|vagra(r|n|de)( att)?( svara)?|svarar (ej|inte)|"
        r"(ej|inte) besvara[dt]|har (ej|inte) svarat|(vil|onsker) ikke (a |at )?(oplyse|oppgi|si|"
        r"sige)|naegter( at svare)?|in(get|tet|gen) svar|ikke besvar[et]t?|svarer ikke|"
        r"afviser( at svare)?|nekte[rt]( a svare)?|ei vastannut|kielta(ytyi|ytyy|ydyin)"
        r"( vastaamasta)?|(en|ei) halua kertoa|(je |il |elle )?(ne )?(veu[tx]|peu[tx]) pas "
        r"(le dire|repondre|divulguer)|(je )?prefere ne pas (divulguer|l indiquer|me prononcer|"
        r"se prononcer|le divulguer)|vous prefer(ez|eriez) ne pas (repondre|le dire)|"
        r"khong co cau tra loi|by cy|reddetti|neodpovedal[ao]?|bez odpovede|valaszmegtagadas|"
        r"(yan[iı]t vermek|belirtmek|soylemek) istemiyor(um)?|ne(chci|chcem) odpov(idat|edat)|"
        r"refuz( sa raspund)?|odbija odgovor(iti)?|ne zelim odgovoriti|ni odgovora|αρνηθηκε|거절|"
        r"回答しない|לא ענה|(لا|لم) (اجاب[ةه]|يجب|تجب)|מסרבת? להשיב|hakuna jibu"
    ),
    "skipped": (
        r"(item )?skip+ed( .*)?|(question )?(passee|sautee|omise)( .*)?|"
        r"not (answered|stated|ascertained)|"
        r"manquante?s?|non declaree?s?|(system )?missing( value| data| other| unknown)?|"
        r"(valeur|donnee) manquante|omitted|interrompue?|break ?off|abandon|perdidos?|en blanco|"
        r"(web|online|paper|mail|cawi|capi|cati) (blank|skip(ped)?|no answer)|"
        r"(item|unit) non ?response|laissee? en blanc|"
        r"perdidos? ((por|del|de) )?(el )?sistema|val(or|eur)e?s? perdid[oa]s?|"
        r"partial (interview|complete)|terminated early|not reached|seen but not answered|"
        r"illegible|unreadable|ilegible|illisible|uncodeable|not imputable|"
        r"left blank|technical error|error|restricted|inconnue?s?|unknown|"
        r"not available|(information )?(non|pas) disponible|no disponible|sin (datos?|informacion)|"
        r"question skipped|(not|non|nao) (specified|informad[oa]|indicato|specificato)|"
        r"(no|nao) especificad[oa]|ignorad[oa]|sem informacao|neuvedeno|brak danych|"
        r"nicht angegeben|"
        r"ikke oppgitt|ej angivet|no data|sans donnees?|sufficient partial( interview)?|"
        r"(valeurs?|donnees?|reponses?) manquantes?|non renseignee?s?|non connue?s?|sysmis|"
        r"datos? (perdid|faltante|ausente)[os]*|dados? (em falta|ausentes?|faltantes?)|"
        r"fehlend(er? werte?)?|ontbre(kend|ekt)|(dat[oi] )?mancant[ei]|(uppgift )?saknas|bortfall|"
        r"uoplyst|puuttuu|puuttuva tieto|"
        r"interview ?abbruch|interview abgebrochen|mehrfachnennung(en)?|unplausibler? werte?|"
        r"datenfehler|ungultige (antwort|angabe)|nicht lesbar|unleserlich|"
        r"nao disponivel|non (rilevat[oa]|disponibile)|overgeslagen|braki danych|overhoppad|"
        r"intern[at]? bortfall|(ej|inte) angett|felaktigt ifylld|ogiltigt svar|"
        r"manglende (svar|verdi|vaerdi|data)|tieto puuttuu|puuttuva( arvo)?|ohitettu|"
        r"non precisee?s?|不明|缺失"
    ),
}
_SHORT = re.compile(r"pr|npr|ref|na|np|ka")
"""What stands for a refusal beside another kind, and for something else alone."""
_NOTE = (
    r"vol|volunteered|spontanee?|reponse spontanee|ne pas lire|do not read|esp|espontane[ao]|"
    r"spontane[ao]|spontan|spont|nicht vorlesen|no (leer|lea|leerla?|sugerir)|nao ler|non leggere|"
    r"niet voorlezen|nlp|non suggeree?|(don t|not) read( out)?|ej lasas upp|не зачитывать|"
    r"ikke les opp|nie czytac|npl"
)
"""What is said to the interviewer, and not of the answer."""
_ASIDE = f"( (nsp|dk|{_NOTE}))?"
_BESIDE = re.compile(
    r"(have(n ?t| not)|never|not) heard( of (it|them|him|her))?( enough)?( to say)?|"
    r"(don ?t|do not|did not|doesn ?t|does not) understand( (the )?question)?|"
    r"(n en a |jamais |n a )*(jamais|pas|pas assez|pas suffisamment|peu) entendu( parler)?|"
    r"(ne )?comprend pas( la question)?|no entiende( la pregunta)?|"
    r"nao (entende(u)?|conhece)( a pergunta)?|nie davon gehort|verstehe? (die )?frage nicht|"
    r"(no|neither) lean|(do not|don t|doesn t) lean( .*)?|undecided|indecise?s?|indecis[oa]s?|"
    r"unentschlossen|unentschieden|unsicher|non decis[oa]|不清楚|不了解|"
    r"tveksam|osaker|usikker|"
    r"(je )?(n en )?(ne )?(suis |es |est )?pas (tout a fait )?(certaine?|sure?)"
)
"""What says that a person does not know only beside words that do; alone it is an answer."""
_NOT_UNDERSTOOD = re.compile(
    r"(don ?t|do not|did not|doesn ?t|does not) understand (the )?question( \w+)?|"
    r"(ne )?comprends? pas la question|"
    r"no entiende la pregunta|verstehe? die frage nicht|nao entendeu? a pergunta"
)
_CAPITALS = {"NAP", "NAV", "IAP"}
_COUNTRIES = re.compile(
    r"^\s*[A-Z]{2}(-[A-Z]{1,3})?(, ?[A-Z]{2}(-[A-Z]{1,3})?)*: *|"
    r" *\([A-Z]{2}(-[A-Z]{1,3})?(, ?[A-Z]{2}(-[A-Z]{1,3})?)*\)"
)
"""The countries of which a label is, before or after it: "No answer (IE,ZA)", "ES:NAP"."""
_NOT_HERE = re.compile(
    r"\s*((NAP|NAV|IAP)\s*([;,:]|\([Cc]ode|\([A-Z]{2}[,)])|N/A\s+[-–—]\s|Not asked\s*/|"
    r"Not available\s*[;,]\s*(NAP|[Nn]ot asked))"
)
"""What was not put to somebody, as archives of several countries and forms write it."""
"""What international programmes write where a question does not apply, in capitals alone."""
_TAG = re.compile(r"^\s*\.[a-z]:\s+(?=\S)")
"""What archives write before a label of no answer, as ".i:  Inapplicable"."""
_LEAD = re.compile(
    r"^\s*(\.[a-z]:\s+)?(\(?-?[0-9]+\)?\s*[.:)–-]\s*)?([\[(](ne pas lire|do not read)[\])]\s*)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*[/\\;,()\[\]／、・，；（）［］]\s*|\s+[-–—]\s+|\s+(?:ou|or|o|oder|oppure|eller|lub|tai|или)\s+",
    re.IGNORECASE,
)
_EITHER_SEX = re.compile(
    r"(?<=\w)(?:\((?:es?|nes?|as?|os?)\)|[.·•](?:nes?|es?)(?![\w])|(?<=\w{3})/[aeת](?!\w))"
)
"""What French and Spanish add to a word for either sex: "certain(e)", "seguro(a)", "certain.e"."""
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a word begins in a name of an answer, as forms give it: "DontKnow"."""
_REASON = re.compile(r"\s*[(\[,:;]\s*|\s+[-–—]\s+")
"""What stands between "not applicable" and why it is not."""


_WHOLE_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "Ł": "L", "Ø": "O", "Đ": "D", "Æ": "Ae"}
)
"""Letters whose stroke is no mark that can be parted from them: `PLEC` is `Płeć` all the same."""


def whole_letters(text: str) -> str:
    """Return a text with a plain letter for each whose stroke is no mark.

    Examples
    --------
    >>> whole_letters("Płeć"), whole_letters("Køn")
    ('Pleć', 'Kon')
    """
    return text.translate(_WHOLE_LETTERS)


def without_marks(text: str) -> str:
    """Part letters from their marks, as :func:`normal` does; a Korean syllable is its letters."""
    parted = unicodedata.normalize("NFKD", text.translate(_WHOLE_LETTERS))
    return "".join(c for c in parted if not unicodedata.combining(c))


_KINDS = {kind: re.compile(f"({without_marks(words)}){_ASIDE}") for kind, words in _MISSING.items()}
_NOTES = re.compile(without_marks(_NOTE))
_KEPT = 10_000
"""How many labels are remembered: the same few stand in each wave, and are asked for many times."""
SMALL_WORDS = {
    *("de", "la", "le", "les", "du", "des", "el", "los", "las", "un", "una", "une", "the", "of"),
}


@lru_cache(_KEPT)
def normal(text: str) -> str:
    """Reduce a text to its letters and digits, without case, accents or punctuation.

    Examples
    --------
    >>> normal("N’a pas répondu !")
    'n a pas repondu'
    """
    parted = unicodedata.normalize("NFKD", text.casefold().translate(_WHOLE_LETTERS))
    kept = "".join(c if _of_a_word(c) else " " for c in parted if not unicodedata.combining(c))
    return " ".join(kept.split())


def _of_a_word(sign: str) -> bool:
    """Whether a sign is a letter or a digit, or a vowel that Indian writing puts beside one."""
    return sign.isalnum() or unicodedata.category(sign)[0] == "M"


@lru_cache(_KEPT)
def missing_kind(label: str) -> str | None:
    """Guess the kind of missing answer that a whole label names, or None.

    A label that names several kinds, as agencies write "don't know / refused", is taken for the
    first of don't know and the others in its order.

    Examples
    --------
    >>> missing_kind("Je ne sais pas"), missing_kind("Prefer not to say")
    ('dont_know', 'refused')
    >>> missing_kind("98. NSP/PR")
    'dont_know'
    >>> missing_kind("Independent (neither, no response)")
    """
    if _TAG.match(label):
        return missing_kind(_TAG.sub("", label)) or "skipped"
    wording = _EITHER_SEX.sub("", _LEAD.sub("", _COUNTRIES.sub("", label)))
    whole = _kind(normal(wording)) or _kind(normal(_HUMP.sub(" ", wording)))
    if whole is not None or wording.strip() in _CAPITALS or _NOT_HERE.match(wording):
        return whole or "not_asked"
    if whole := _kind(normal(wording.partition(";")[0])):  # "Don't know; TW: time varies"
        return whole
    parts = [text for part in _BETWEEN.split(wording) if (text := normal(part))]
    parts = [text for text in parts if not _NOTES.fullmatch(text)]
    kinds = [_kind(text) or ("refused" if _SHORT.fullmatch(text) else None) for text in parts]
    if "dont_know" in kinds or "refused" in kinds:
        kinds = [
            "dont_know" if _BESIDE.fullmatch(t) else k for t, k in zip(parts, kinds, strict=True)
        ]
    if len(parts) < 2 or None in kinds or all(map(_SHORT.fullmatch, parts)):
        head = normal(_REASON.split(wording, maxsplit=1)[0])  # "Not applicable (no children)"
        return "not_asked" if len(head) > len("n a") and _kind(head) == "not_asked" else None
    return "dont_know" if "dont_know" in kinds else kinds[0]


@lru_cache(_KEPT)
def names_both(label: str) -> bool:
    """Whether a label names an answer and no answer at once, as "Other/DK/Ref" does.

    Examples
    --------
    >>> names_both("Other/DK/Ref"), names_both("DK/Refused"), names_both("Never/rarely")
    (True, False, False)
    """
    if missing_kind(label) is not None:
        return False
    wording = _EITHER_SEX.sub("", _LEAD.sub("", label))
    parts = [text for part in _BETWEEN.split(wording) if (text := normal(part))]
    kinds = [_kind(t) for t in parts if not _NOTES.fullmatch(t) and not _SHORT.fullmatch(t)]
    return None in kinds and any(kinds)


def without_code(label: str) -> str:
    """Return a label without the code, or the note to the interviewer, that stands before it.

    Examples
    --------
    >>> without_code("(1) Very satisfied"), without_code("2.  High school")
    ('Very satisfied', 'High school')
    """
    return _LEAD.sub("", label)


def not_understood(label: str) -> bool:
    """Whether a label says that the question was not understood: no answer beside others.

    Examples
    --------
    >>> not_understood("Do not understand the question"), not_understood("Do not understand")
    (True, False)
    """
    wording = _LEAD.sub("", label)
    parts = (wording, *_BETWEEN.split(wording))
    return any(_NOT_UNDERSTOOD.fullmatch(normal(part)) for part in parts)


def without_tag(label: str) -> str:
    """Return a label without the tag of no answer that some archives write before it.

    Examples
    --------
    >>> without_tag(".i:  Inapplicable"), without_tag("Inapplicable")
    ('Inapplicable', 'Inapplicable')
    """
    return _TAG.sub("", label)


def _kind(text: str) -> str | None:
    return next((kind for kind, pattern in _KINDS.items() if pattern.fullmatch(text)), None)


@lru_cache(_KEPT)
def said(label: str) -> str:
    """Reduce a label to what tells it from another answer's: the same for two ways to write it.

    A code before it, case, accents, punctuation and articles say nothing; two labels of one kind
    of missing answer say the same.

    Examples
    --------
    >>> said("1. Nada de confianza") == said("Nada confianza")
    True
    >>> said("No contesta") == said("No responde")
    True
    """
    kind = missing_kind(label)
    if kind is not None:
        return f"({kind})"
    words = normal(without_code(label)).split()
    return " ".join([w for w in words if w not in SMALL_WORDS] or words)
