"""Columns that hold someone's own words, or point to a person: listed by name, and no more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from padai.errors import Said
from padai.interchange.design_words import LABELS, NAMES
from padai.interchange.label_words import OTHERS, missing_kind, normal
from padai.interchange.lingering import voids
from padai.interchange.personal import is_personal
from padai.interchange.profiles import Profile
from padai.interchange.sampling_units import numbers_units
from padai.waves.headers import is_a_question
from padai.waves.intake import DataFile

if TYPE_CHECKING:
    import pandas as pd

MOST_CODES = 60
FEWEST_TO_TELL = 30
NEARLY_ALL = 0.9
LEAST_CODE = 100
"""From this on, numbers without a label are no codes of answers, however few people gave one."""
SHORT_TEXT = 40
FEWEST_ALIKE = 5
"""A text that fewer people wrote is theirs, and becomes no code."""
LONG_TEXT, MOST_TEXTS, FEWEST_EACH = 160, 40, 20
"""Of answers in words: their letters, how many there are at most, and people for each of many."""
FEWEST_SHARED = 2
"""Texts that two columns share, each given by several in both, from which on they share choices."""
SEVERAL = "several"
"""Where a frame keeps, by column, the texts that several people gave in all waves together."""
_POINTS_TO = (
    (r"e mails?|emails?|courriels?|correo( electronico)?|adresse electronique|e ?mail ?adresse|"
     r"(endereco de )?e ?mail|correio eletronico",
     Said("interchange-e-mail-address")),
    (r"(tele)?phone ?(numbers?|no|num)?s?|telephones?|telefonos?|celular|cell( phone)? number|"
     r"mobile number|telefon(nummer)?|handy(nummer)?|telefones?|telefono|cellulare|telefoonnummer",
     Said("interchange-telephone-number")),
    (r"ip ?addr(ess)?|adresse ip|ip", Said("interchange-ip-address")),
    (r"device ?id|imei|subscriber ?id|sim ?(serial|id)( ?number)?|user ?agent",
     Said("interchange-device-of-a-person")),
    (r"(first|last|full|given|family|fore|sur|respondent s?|interviewer|enumerator) ?name|"
     r"nom de famille|prenoms?|apellidos?|nombre (completo|del entrevistado|de pila)|"
    r"(primer|segundo) (nombre|apellido)|(premier|deuxieme) prenom|(primeiro|segundo) nome|"
     r"vorname|nachname|familienname|nome completo|nome d[oa] entrevistad[oa]|sobrenome|cognome|"
     r"voornaam|achternaam",
     Said("interchange-name-of-a-person")),
    (r"(postal|zip) ?code|code ?postal|codigo postal|postcode|fsa|plz|postleitzahl",
     Said("interchange-postal-code")),
    (r"latitude|longitude|gps|geoloc\w*", Said("interchange-exact-place")),
    (r"sin|nas|rut|ssn|dni|rfc|nip|cpf|codice fiscale|bsn",
     Said("interchange-official-number")),
)  # fmt: skip
_WHO_ASKS = (
    r"(interview(er|or)|srvyr|survey(o|e)r|enumerator|fieldworker|enquet(eur|rice|eur trice)|"
    r"interviewe(ur|use)|agente? enqueteu?r?|encuestador[a]?|entrevistador[a]?|"
    r"intervistat(ore|rice)|befrager(in)?|(sach)?bearbeiter(in)?|enqueteur|"
    r"supervis(or|ora|eur|euse|ore)|"
    r"validador[a]?|validat(or|eur|ore)|codificador[a]?|chef d equipe|team leader)"
)
_ASKING = re.compile(
    rf"{_WHO_ASKS}( s)?( ?(name|login|initials|nom|nombre|nome))?|"
    rf"(name|nom|nombre|nome|initials|initiales) (of (the )?|de (la |l )?|del |d )?{_WHO_ASKS}"
)
"""A whole name or label that says who asked the questions, and nothing else of them."""
_A_DAY = (
    r"(date|day|month|jour|mois|fecha|dia|mes|tag|monat|datum|data|giorno|mese|geburts(tag|monat|"
    r"datum)|dag|maand)"
)
_A_BIRTH = (
    r"(birth|naissance|nacimiento|cumpleanos|nascimento|aniversario|geburt|nascita|compleanno|"
    r"geboorte)"
)
_BORN = re.compile(
    rf"\b{_A_DAY}\b.*\b{_A_BIRTH}\b|\b{_A_BIRTH}\b.*\b{_A_DAY}\b|"
    r"\bbirth(date|day|month)\b|\bdob\b|\bgeburts(tag|monat|datum)\b|"
    r"\bgeboorte(dag|maand|datum)\b"
)
_PLACE = re.compile(
    r"(codes? (of |d[eu] (la |l )?|del? (la )?)?)?(municipio|municipality|municipalite|commune|"
    r"comuna|comune|gemeinde|kreis|landkreis|ciudad|cidade|city|town|ville|village|county|canton|"
    r"district|distrito|parroquia|localidad|locality|localite|parish|constituency|"
    r"circonscription|comuna distrito|barrio)( codes?| id| nr)?"
)
"""A whole name or label that says where people live."""
_FEWEST_PLACES = 12
"""Numbers without words beyond which those of places are codes, and no answers to count."""
_DRAWN = re.compile(
    r"\b((sampling|selection|inclusion|drawing) probabilit(y|ies)|"
    r"probabilites? (d inclusion|de (selection|tirage)|de inclusion)|"
    r"probabilidad(es)? de (inclusion|seleccion)|(auswahl|inklusions)wahrscheinlichkeit)\b"
)
_OCCUPATION = re.compile(
    r"\b(isco|ciuo|noc|cnp|soc|occupation codes?|code d(e l )?(emploi|occupation)|"
    r"codigo ciuo)\b"
)
# A question about telephones is none: what points to a person is named so in few words.
_WORDS_OF_A_NAME = 5


def points_to_person(told: Profile, column: pd.Series[Any]) -> Said | None:
    """Say what in a column points to a person, or holds a person's own words; None where nothing.

    Parameters
    ----------
    told, column
        The column counted, and its cells.
    """
    if _names_who_asked(told):
        return Said("interchange-interviewer")
    named = _named(told)
    if named is not None:
        return named
    answered = told.rows - told.blanks
    if _numbers_people(told, answered):
        return Said("interchange-perhaps-an-identifier")
    if _OCCUPATION.search(told.said) and told.distinct > MOST_CODES:
        return Said("interchange-codes-of-occupations")
    if told.kind == "number" and not told.whole and told.low >= 0 and told.high <= 1:
        return Said("interchange-sampling-probability") if _DRAWN.search(told.said) else None
    places = any(map(_PLACE.fullmatch, (_parted(told.name), normal(told.label))))
    if places and told.kind == "number" and told.whole and told.distinct > _FEWEST_PLACES:
        return Said("interchange-codes-of-places") if not told.labelled else None
    if told.kind == "number" and told.whole and not told.labelled:
        nearly = answered >= FEWEST_TO_TELL and told.distinct > NEARLY_ALL * answered
        if nearly and told.high > told.rows:
            return Said("interchange-nearly-a-value-a-person")
    return None


def _numbers_people(told: Profile, answered: int) -> bool:
    """Whether a column is called an identifier and has many values, though they may come again."""
    if told.labelled > 1 or told.distinct <= MOST_CODES or told.kind in ("date", "other"):
        return False
    if told.kind == "number" and not told.whole:
        return False
    if re.search(LABELS["id"], normal(told.label)):
        return True
    named = re.fullmatch(NAMES["id"], told.name.casefold())
    return bool(named) and 2 * told.distinct > answered


def _names_who_asked(told: Profile) -> bool:
    """Whether a column names the interviewers, in its cells or in the labels of their numbers."""
    texts = (_parted(told.name), normal(told.label))
    return (told.kind == "text" or told.labelled > 1) and any(map(_ASKING.fullmatch, texts))


def _parted(name: str) -> str:
    """Return a column's own name in plain words, without the groups that it stands in."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", re.split(r"[./]", name)[-1])
    return " ".join(re.sub(r"[^a-z0-9]+", " ", words.casefold()).split())


def _named(told: Profile) -> Said | None:
    """Say what a name, or a label of few words, says that a column is."""
    free = told.kind in ("text", "date", "other")
    numbers = told.is_number and not told.labelled and told.low >= LEAST_CODE  # 1 and 2 say yes, no
    if told.labelled > 1 or not (free or numbers or told.distinct > MOST_CODES):
        return _born(told)
    plain = _parted(told.name)
    short = len(told.said.split()) <= _WORDS_OF_A_NAME
    for pattern, sentence in _POINTS_TO:
        if re.fullmatch(pattern, plain) or (short and re.search(rf"\b({pattern})\b", told.said)):
            return sentence
    return Said("interchange-date-of-birth") if re.match(r"dob\b", plain) else _born(told)


def _born(told: Profile) -> Said | None:
    """Say that a column holds the day or the month of a birth."""
    if re.match(r"age\b", told.said) or not _BORN.search(told.said):
        return None
    return Said("interchange-date-of-birth")


def too_many_codes(told: Profile) -> Said | None:
    """Say that a column has more labels than a question has answers; None where it has not."""
    if told.labelled <= MOST_CODES:
        return None
    return Said("interchange-labels-answers-word-for-word-or-a", labelled=told.labelled)


def are_codes(column: pd.Series[Any], few: int, elsewhere: Collection[str] = ()) -> bool:
    """Whether texts are codes, and not what people wrote: few, and each given by several.

    Words for no answer, "other", and what several gave in all waves together are nobody's own.

    Parameters
    ----------
    few
        Texts up to which they are codes; more of them are where there are many people for each.
    elsewhere
        The texts that several people gave in all waves together.
    """
    counts = column.dropna().value_counts()
    counts = counts.drop(voids(map(str, counts.index)), errors="ignore")
    if not len(counts) or len(counts) > max(few, min(MOST_TEXTS, counts.sum() // FEWEST_EACH)):
        return False
    rare = [str(text) for text, n in counts.items() if n < FEWEST_ALIKE]
    own = [t for t in rare if t not in elsewhere and not _of_nobody(t)]
    return (
        not own and len(rare) < len(counts) and all(len(str(t)) <= LONG_TEXT for t in counts.index)
    )


def _of_nobody(text: str) -> bool:
    """Whether a text says no more than "other", or that there is no answer."""
    return bool(missing_kind(text) or OTHERS.fullmatch(normal(text)))


def nearly_codes(column: pd.Series[Any], few: int) -> bool:
    """Whether most texts of a column are few answers, beside words that may be one person's."""
    counts = column.dropna().value_counts()
    many = counts[counts >= FEWEST_ALIKE].sum() >= NEARLY_ALL * counts.sum()
    return counts.sum() >= FEWEST_TO_TELL and 1 < len(counts) <= few and bool(many)


def given_by_several(frames: Iterable[pd.DataFrame]) -> dict[str, frozenset[str]]:
    """Return, by column, the texts that several people gave in all waves together.

    With them go those that several gave in a column of the same choices: questions of a battery
    share them, however few chose one in one of the questions.
    """
    counts: dict[str, Counter[str]] = {}
    for frame in frames:
        for name, column in frame.items():
            if column.dtype.kind in "OU" and column.nunique() <= MOST_TEXTS:
                counts.setdefault(str(name), Counter()).update(map(str, column.dropna()))
    own = {n: frozenset(t for t, k in c.items() if k >= FEWEST_ALIKE) for n, c in counts.items()}
    sets = {*own.values()}
    wider = {s: s.union(*(o for o in sets if len(s & o) >= FEWEST_SHARED)) for s in sets}
    return {name: wider[several] for name, several in own.items()}


def of_several(column: pd.Series[Any], texts: Sequence[str]) -> bool:
    """Whether each of some texts of a column is short, and given by several people."""
    counts = column.value_counts()
    return all(len(t) <= SHORT_TEXT and counts.get(t, 0) >= FEWEST_ALIKE for t in texts)


def _asks_who(name: str, column: pd.Series[Any]) -> bool:
    """Whether a whole question asks who or where a person is, or its answers say so."""
    return is_personal(name, name, [str(text) for text in column.dropna()])


def set_apart(file: DataFile, told: dict[str, Profile]) -> dict[str, Said]:
    """Return the columns that never become a question, each with why."""
    reasons: dict[str, Said] = {}
    for name, profile in told.items():
        column = file.frame[name]
        why = points_to_person(profile, column) or too_many_codes(profile)
        if why is None and is_a_question(name) and _asks_who(name, column):
            why = Said("interchange-points-to-a-person")
        if why is None and numbers_units(profile):
            why = Said("interchange-numbers-units")
        if why is not None:
            reasons[name] = why
    return reasons
