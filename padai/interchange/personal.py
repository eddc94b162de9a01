"""Which columns tell who a person is, or where, or with which device."""

from __future__ import annotations

import re
from collections.abc import Sequence

from padai.interchange.label_words import normal

CHOSEN = {
    *("1", "y", "yes", "oui", "si", "sí", "sì", "ja", "sim", "tak", "kyllä", "да", "checked"),
    *("true", "vrai", "wahr", "waar", "vero", "verdadeiro"),
}
NOT_CHOSEN = {
    *("0", "n", "no", "non", "nein", "nee", "nej", "nei", "não", "nao", "nie", "ei", "нет"),
    *("unchecked", "false", "faux", "falsch", "onwaar", "falso"),
}
"""What a cell says of an option that is a column: chosen, or not."""
_CERTAIN = re.compile(
    r"(your |votre |ihre? |participant |recipient |respondent |repondant |contact )*"
    r"(ip( ?addr(ess)?)?|adresse ip|direccion ip|ip ?adress?e?|endereco ip|indirizzo ip|"
    r"e ?mail( address)?|courriel|correo( electronico)?|"
    r"e ?mail ?adress?e?|(direccion de )correo( electronico)?|(endereco de )?(e mail|email)|"
    r"correio eletronico|indirizzo (e mail|email|di posta elettronica)|posta elettronica|"
    r"عنوان البريد الالكتروني|البريد الالكتروني|"
    r"adresse (de )?(messagerie|courriel|mail|e mail|electronique)|"
    r"(first|last|full|family|user|given|middle|fore|sur) ?names?|names?|prenoms?|"
    r"noms?( de famille| complet| d utilisateur)?|nombres?( completo)?|apellidos?|"
    r"(noms?|prenoms?|post ?noms?)( et| post ?noms?)+( noms?| prenoms?)?|post ?noms?|"
    r"nombres? y apellidos?|(first|given|fore) ?(names?)? ?and (last|family|sur) ?names?|"
    r"(vor und nach|vor|nach|familien|vollstandiger )name|vorname (und )?nachname|"
    r"(nome|cognome|sobrenome|apelido)( completo)?|nome e (cognome|sobrenome|apelido)|"
    r"cognome e nome|naam|(voor|achter)naam|volledige naam|الاسم( الكامل)?|"
    r"(tele|cell|mobile )?phone( ?number)?|telephone( \w+)?|"
    r"cellulaire|telefono( movil)?|(numero|no) de (telephone|cellulaire)|celular|"
    r"numero de (telefono|celular|movil|telefone|telemovel)|telefone|telemovel|"
    r"(numero di )?(telefono|cellulare)|(telefon|handy|mobil)(nummer)?|telefoonnummer|"
    r"(mobile|cell|contact) (number|no)|رقم (الهاتف|الجوال)|"
    r"(location ?|gps ?|geo ?)?(latitude|longitude|altitude|accuracy|precision|point|coordinates)|"
    r"gps|geolocation|geolocalisation|device ?id|subscriber ?id|sim ?(serial|id)( ?number)?|imei|"
    r"user ?agent|browser|operating system|screen resolution|ref ?url|token|external (data )?"
    r"reference|submitted by|submitter( ?(id|name))?|"
    r"referr?er( url)?|url de reference|postal ?code|code postal|zip( ?code)?|"
    r"zip postal code|codigo postal|postleitzahl|plz|postcode|codice postale|"
    r"(home |street |mailing )?address( line)?( \d)?|adresse( postale| civique)?( \d)?|"
    r"city town|(ort|stadt) und plz|plz ort|strasse( und hausnummer)?|direccion|endereco|indirizzo|"
    r"redcap survey identifier|survey identifier|date of birth|dob|date de naissance|"
    r"fecha de nacimiento|geburtsdatum|data de nascimento|data di nascita|geboortedatum)"
)
_ASKED = re.compile(
    r"\b(your|votre|vos|tu|su|la|le|ihre?n?|deine?n?|seu|sua|suo|il|uw) "
    r"((first|last|full|family) )?"
    r"(names?|nom|prenom|nombre|apellido|e ?mail( address)?|courriel|adresse|address|"
    r"vorname|nachname|e mail adresse|telefonnummer|handynummer|nome|cognome|sobrenome|telefone|"
    r"telemovel|celular|indirizzo|cellulare|naam|telefoonnummer|postleitzahl|plz|"
    r"phone( number)?|(numero de )?telephone|telefono|"
    r"numero de cellulaire|postal code|code postal|zip code|correo|date of birth|"
    r"date de naissance)\b"
)
_VALUES = (
    re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
    re.compile(r"\d{1,3}(\.\d{1,3}){3}"),
    re.compile(r"[0-9a-fA-F]{1,4}(:[0-9a-fA-F]{0,4}){4,7}"),
    re.compile(r"\+?\d?[\s.-]?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}"),
    re.compile(r"\+\d{10,14}"),
    re.compile(r"-?\d{1,2}\.\d{3,}[\s,]+-?\d{1,3}\.\d{3,}(\s+-?[\d.]+){0,2}"),
    re.compile(r"https?://\S+"),
    re.compile(r"[ABCEGHJ-NPRSTVXY]\d[A-Z][ -]?\d[A-Z]\d", re.IGNORECASE),
)
_OFTEN = 0.2
_FULL_NAME = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(['’. -]+[A-ZÀ-Þ][^\W\d_]*\.?){1,3}")
_NEARLY_ALL = 0.8
_FEW = 3


def is_personal(name: str, wording: str, cells: Sequence[str]) -> bool:
    """Say whether a column holds names, addresses, telephones, places or devices of people.

    By its name alone where that is certain; by what its question asks for where nearly everyone
    answers otherwise; or by what a fifth of its cells look like.

    Examples
    --------
    >>> is_personal("IPAddress", "IP Address", []), is_personal("Q1", "Trust", ["Yes", "No"])
    (True, False)
    """
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name.rsplit("/", 1)[-1])
    titles = {normal(name), normal(parted), normal(wording)}
    part = normal(wording.rpartition(" - ")[2])  # as the name that a contact block asks for
    if any(cells) and not _chosen(cells, part):
        titles.add(part)
    if any(_CERTAIN.fullmatch(title) for title in titles):
        return True
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled:
        return False
    sides = [normal(side) for side in wording.split("/")] if "/" in wording else []
    own = 2 * len(set(filled)) > len(filled)
    if own and any(_CERTAIN.fullmatch(side) for side in sides):  # asked in two languages
        return True
    alike = sum(any(shape.fullmatch(cell) for shape in _VALUES) for cell in filled)
    if alike >= _OFTEN * len(filled):
        return True
    named = sum(bool(_FULL_NAME.fullmatch(cell)) for cell in filled)
    if named >= _NEARLY_ALL * len(filled) and len(set(filled)) >= _NEARLY_ALL * len(filled) > _FEW:
        return True
    return own and bool(_ASKED.search(normal(wording)))


def _chosen(cells: Sequence[str], part: str) -> bool:
    """Say whether cells may choose an option: marks, codes, or the option's own words."""
    texts = {normal(cell) for cell in cells} - {""}
    return all(text.isdigit() or text == part or text in CHOSEN | NOT_CHOSEN for text in texts)


def holds_personal(text: str) -> bool:
    """Say whether a text has an e-mail address, a telephone number or the like in it."""
    return any(shape.search(text) for shape in _VALUES[:1] + _VALUES[3:5])
